//! Committed offsets over the wire.

use kt::protocol::code::ErrorCode;
use kt_codec::add_offsets_to_txn_request::AddOffsetsToTxnRequest;
use kt_codec::delete_groups_request::DeleteGroupsRequest;
use kt_codec::delete_topics_request::DeleteTopicsRequest;
use kt_codec::end_txn_request::EndTxnRequest;
use kt_codec::find_coordinator_request::FindCoordinatorRequest;
use kt_codec::init_producer_id_request::InitProducerIdRequest;
use kt_codec::list_groups_request::ListGroupsRequest;
use kt_codec::metadata_request::MetadataRequest;
use kt_codec::offset_commit_request::{OffsetCommitRequest, OffsetCommitRequestPartition, OffsetCommitRequestTopic};
use kt_codec::offset_delete_request::{OffsetDeleteRequest, OffsetDeleteRequestPartition, OffsetDeleteRequestTopic};
use kt_codec::offset_fetch_request::{
    OffsetFetchRequest, OffsetFetchRequestGroup, OffsetFetchRequestTopic, OffsetFetchRequestTopics,
};
use kt_codec::txn_offset_commit_request::{
    TxnOffsetCommitRequest, TxnOffsetCommitRequestPartition, TxnOffsetCommitRequestTopic,
};
use kt_codec::{Str, Uuid};

use super::wire::Wire;
use crate::support::{Broker, broker_with};

fn ready(broker: &Broker) -> Wire {
    let mut wire = Wire::to(broker);
    let found = wire.ask(&FindCoordinatorRequest { coordinator_keys: vec!["g".into()], ..Default::default() }, 6);
    assert_eq!(found.coordinators[0].error_code, 0, "{found:?}");
    wire
}

fn topic_id(wire: &mut Wire, name: &str) -> Uuid {
    let all = wire.ask(&MetadataRequest { topics: None, ..Default::default() }, 12);
    all.topics.iter().find(|t| t.name.as_deref() == Some(name)).expect("the topic is there").topic_id
}

/// By name, or by id from version 10 on.
fn commit_to(wire: &mut Wire, version: i16, name: &str, id: Uuid, partition: i32, offset: i64, metadata: &str) -> i16 {
    let partitions = vec![OffsetCommitRequestPartition {
        partition_index: partition,
        committed_offset: offset,
        committed_leader_epoch: if version >= 6 { 3 } else { -1 },
        committed_metadata: Some(metadata.into()),
        ..Default::default()
    }];
    let (name, topic_id) = if version >= 10 { (Str::new(), id) } else { (name.into(), Uuid::ZERO) };
    let topics = vec![OffsetCommitRequestTopic { name, topic_id, partitions, ..Default::default() }];
    let request = OffsetCommitRequest {
        group_id: "g".into(),
        generation_id_or_member_epoch: -1,
        retention_time_ms: -1,
        topics,
        ..Default::default()
    };
    wire.ask(&request, version).topics[0].partitions[0].error_code
}

fn commit(wire: &mut Wire, partition: i32, offset: i64) -> i16 {
    commit_to(wire, 9, "t", Uuid::ZERO, partition, offset, "note")
}

/// What the group has for partitions 0 and 1 of "t": offset, metadata, error.
fn fetch(wire: &mut Wire, version: i16, id: Uuid) -> Vec<(i64, String, i16)> {
    let partition_indexes = vec![0, 1];
    if version < 8 {
        let topic = OffsetFetchRequestTopic { name: "t".into(), partition_indexes, ..Default::default() };
        let request = OffsetFetchRequest { group_id: "g".into(), topics: Some(vec![topic]), ..Default::default() };
        let fetched = wire.ask(&request, version);
        assert_eq!(fetched.error_code, 0);
        let one = |p: &kt_codec::offset_fetch_response::OffsetFetchResponsePartition| {
            (p.committed_offset, p.metadata.as_deref().unwrap_or("null").to_owned(), p.error_code)
        };
        return fetched.topics[0].partitions.iter().map(one).collect();
    }
    let (name, topic_id) = if version >= 10 { (Str::new(), id) } else { ("t".into(), Uuid::ZERO) };
    let topic = OffsetFetchRequestTopics { name, topic_id, partition_indexes, ..Default::default() };
    let group = OffsetFetchRequestGroup { group_id: "g".into(), topics: Some(vec![topic]), ..Default::default() };
    let fetched = wire.ask(&OffsetFetchRequest { groups: vec![group], ..Default::default() }, version);
    assert_eq!((fetched.groups[0].error_code, fetched.groups[0].topics[0].topic_id), (0, topic_id));
    let one = |p: &kt_codec::offset_fetch_response::OffsetFetchResponsePartitions| {
        (p.committed_offset, p.metadata.as_deref().unwrap_or("null").to_owned(), p.error_code)
    };
    fetched.groups[0].topics[0].partitions.iter().map(one).collect()
}

/// All offsets of the group: topic, partition, offset.
fn fetch_all(wire: &mut Wire) -> Vec<(String, i32, i64)> {
    let group = OffsetFetchRequestGroup { group_id: "g".into(), topics: None, ..Default::default() };
    let request = OffsetFetchRequest { groups: vec![group], require_stable: true, ..Default::default() };
    let fetched = wire.ask(&request, 9);
    let topics = fetched.groups[0].topics.iter();
    topics
        .flat_map(|t| t.partitions.iter().map(|p| (t.name.to_string(), p.partition_index, p.committed_offset)))
        .collect()
}

#[test]
fn what_any_version_commits_any_version_fetches() {
    let broker = broker_with(&[]);
    let mut wire = ready(&broker);
    wire.create("t", 2);
    let id = topic_id(&mut wire, "t");
    for version in 2..=10 {
        assert_eq!(commit_to(&mut wire, version, "t", id, 0, i64::from(version), "note"), 0, "version {version}");
        for fetching in 1..=10 {
            let expected = [(i64::from(version), "note".to_owned(), 0), (-1, String::new(), 0)];
            assert_eq!(fetch(&mut wire, fetching, id), expected, "committed by {version}, fetched by {fetching}");
        }
    }
}

#[test]
fn a_killed_broker_has_every_commit_that_it_acknowledged() {
    let mut broker = broker_with(&[]);
    let mut wire = ready(&broker);
    wire.create("t", 2);
    for offset in 0..200 {
        assert_eq!(commit(&mut wire, 0, offset), 0);
    }
    broker.kill();
    broker.start_again();
    let mut wire = ready(&broker);
    assert_eq!(fetch(&mut wire, 9, Uuid::ZERO), [(199, "note".to_owned(), 0), (-1, String::new(), 0)]);
}

#[test]
fn the_topic_of_offsets_shrinks_by_itself() {
    let mut broker = broker_with(&["offsets.topic.segment.bytes=1048576", "log.cleaner.backoff.ms=50"]);
    let mut wire = ready(&broker);
    wire.create("t", 2);
    // More than one segment of them.
    let note = "n".repeat(4000);
    for offset in 0..300 {
        assert_eq!(commit_to(&mut wire, 9, "t", Uuid::ZERO, 0, offset, &note), 0);
    }
    let size = || {
        let logs = std::fs::read_dir(broker.data()).expect("the data folder is there").flat_map(|folder| {
            let folder = folder.expect("an entry").path();
            let name = folder.to_string_lossy().into_owned();
            let files = name.contains("__consumer_offsets-").then(|| std::fs::read_dir(folder).expect("a folder"));
            files.into_iter().flatten().map(|file| file.expect("an entry").path())
        });
        // A file may go between the two looks.
        let of_logs = logs.filter(|path| path.extension().is_some_and(|e| e == "log"));
        of_logs.filter_map(|path| path.metadata().ok()).map(|m| m.len()).sum::<u64>()
    };
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while size() > 500_000 {
        assert!(std::time::Instant::now() < deadline, "{} bytes are still there", size());
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    broker.kill();
    broker.start_again();
    let mut wire = ready(&broker);
    assert_eq!(fetch(&mut wire, 9, Uuid::ZERO)[0].0, 299);
}

#[test]
fn offsets_of_what_is_not_there_and_notes_that_are_too_long_are_refused() {
    let broker = broker_with(&["offset.metadata.max.bytes=5"]);
    let mut wire = ready(&broker);
    wire.create("t", 2);
    let unknown = ErrorCode::UNKNOWN_TOPIC_OR_PARTITION.code();
    assert_eq!(commit(&mut wire, 9, 1), unknown);
    assert_eq!(commit_to(&mut wire, 9, "nowhere", Uuid::ZERO, 0, 1, ""), unknown);
    let stranger = Uuid([9; 16]);
    assert_eq!(commit_to(&mut wire, 10, "t", stranger, 0, 1, ""), ErrorCode::UNKNOWN_TOPIC_ID.code());
    assert_eq!(commit_to(&mut wire, 9, "t", Uuid::ZERO, 0, 1, "éééééé"), ErrorCode::OFFSET_METADATA_TOO_LARGE.code());
    assert_eq!(commit_to(&mut wire, 9, "t", Uuid::ZERO, 0, 1, "ééééé"), 0);
    let unknown_id = ErrorCode::UNKNOWN_TOPIC_ID.code();
    let fetched = fetch(&mut wire, 10, stranger);
    assert_eq!(fetched, [(-1, String::new(), unknown_id), (-1, String::new(), unknown_id)]);
}

#[test]
fn a_member_that_is_none_cannot_commit() {
    let broker = broker_with(&[]);
    let mut wire = ready(&broker);
    wire.create("t", 1);
    let partition = OffsetCommitRequestPartition { committed_metadata: Some(Str::new()), ..Default::default() };
    let topic = OffsetCommitRequestTopic { name: "t".into(), partitions: vec![partition], ..Default::default() };
    let request = OffsetCommitRequest {
        group_id: "g".into(),
        generation_id_or_member_epoch: 5,
        member_id: "m".into(),
        topics: vec![topic],
        ..Default::default()
    };
    let code = |wire: &mut Wire, version| wire.ask(&request, version).topics[0].partitions[0].error_code;
    assert_eq!(code(&mut wire, 8), ErrorCode::ILLEGAL_GENERATION.code());
    assert_eq!(code(&mut wire, 9), ErrorCode::GROUP_ID_NOT_FOUND.code());
    assert_eq!(commit(&mut wire, 0, 1), 0);
    assert_eq!(code(&mut wire, 9), ErrorCode::UNKNOWN_MEMBER_ID.code());
}

#[test]
fn offsets_are_deleted_one_by_one_with_their_group_and_with_their_topic() {
    let broker = broker_with(&[]);
    let mut wire = ready(&broker);
    wire.create("t", 2);
    wire.create("other", 1);
    assert_eq!((commit(&mut wire, 0, 5), commit(&mut wire, 1, 6)), (0, 0));
    assert_eq!(commit_to(&mut wire, 9, "other", Uuid::ZERO, 0, 7, ""), 0);
    let partitions = [0, 9].map(|p| OffsetDeleteRequestPartition { partition_index: p, ..Default::default() });
    let topics =
        vec![OffsetDeleteRequestTopic { name: "t".into(), partitions: partitions.into(), ..Default::default() }];
    let mut request = OffsetDeleteRequest { group_id: "g".into(), topics, ..Default::default() };
    let deleted = wire.ask(&request, 0);
    let codes: Vec<i16> = deleted.topics[0].partitions.iter().map(|p| p.error_code).collect();
    assert_eq!((deleted.error_code, codes), (0, vec![0, ErrorCode::UNKNOWN_TOPIC_OR_PARTITION.code()]));
    assert_eq!(fetch_all(&mut wire), [("other".to_owned(), 0, 7), ("t".to_owned(), 1, 6)]);
    request.group_id = "nobody".into();
    assert_eq!(wire.ask(&request, 0).error_code, ErrorCode::GROUP_ID_NOT_FOUND.code());

    wire.ask(&DeleteTopicsRequest { topic_names: vec!["other".into()], timeout_ms: 5000, ..Default::default() }, 5);
    let limit = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while fetch_all(&mut wire).len() > 1 {
        assert!(std::time::Instant::now() < limit, "the deleted topic's offset stays");
    }
    let request = DeleteGroupsRequest { groups_names: vec!["g".into(), "nobody".into()], ..Default::default() };
    let mut gone: Vec<_> =
        wire.ask(&request, 2).results.iter().map(|r| (r.group_id.to_string(), r.error_code)).collect();
    gone.sort();
    assert_eq!(gone, [("g".to_owned(), 0), ("nobody".to_owned(), ErrorCode::GROUP_ID_NOT_FOUND.code())]);
    assert!(wire.ask(&ListGroupsRequest::default(), 5).groups.is_empty());
    assert!(fetch_all(&mut wire).is_empty());
}

/// A producer of transactions, with the offsets that it commits for the group.
struct Producer {
    wire: Wire,
    id: i64,
    epoch: i16,
}

impl Producer {
    fn begin(broker: &Broker) -> Producer {
        let mut wire = ready(broker);
        let find = FindCoordinatorRequest { key_type: 1, coordinator_keys: vec!["tx".into()], ..Default::default() };
        assert_eq!(wire.ask(&find, 6).coordinators[0].error_code, 0);
        let request = InitProducerIdRequest {
            transactional_id: Some("tx".into()),
            transaction_timeout_ms: 10_000,
            producer_id: -1,
            producer_epoch: -1,
            ..Default::default()
        };
        let made = wire.ask(&request, 5);
        assert_eq!(made.error_code, 0, "{made:?}");
        Producer { wire, id: made.producer_id, epoch: made.producer_epoch }
    }

    fn announce(&mut self) -> i16 {
        let request = AddOffsetsToTxnRequest {
            transactional_id: "tx".into(),
            producer_id: self.id,
            producer_epoch: self.epoch,
            group_id: "g".into(),
            ..Default::default()
        };
        self.wire.ask(&request, 4).error_code
    }

    fn commit(&mut self, version: i16, offset: i64) -> i16 {
        let partition = TxnOffsetCommitRequestPartition {
            committed_offset: offset,
            committed_metadata: Some("note".into()),
            ..Default::default()
        };
        let topic = TxnOffsetCommitRequestTopic { name: "t".into(), partitions: vec![partition], ..Default::default() };
        let request = TxnOffsetCommitRequest {
            transactional_id: "tx".into(),
            group_id: "g".into(),
            producer_id: self.id,
            producer_epoch: self.epoch,
            generation_id: -1,
            topics: vec![topic],
            ..Default::default()
        };
        self.wire.ask(&request, version).topics[0].partitions[0].error_code
    }

    /// By the client's version: from 5 on the epoch moves with each transaction.
    fn end(&mut self, version: i16, committed: bool) {
        let request = EndTxnRequest {
            transactional_id: "tx".into(),
            producer_id: self.id,
            producer_epoch: self.epoch,
            committed,
            ..Default::default()
        };
        let ended = self.wire.ask(&request, version);
        assert_eq!(ended.error_code, 0, "{ended:?}");
        if version >= 5 {
            (self.id, self.epoch) = (ended.producer_id, ended.producer_epoch);
        }
    }
}

/// The offset that counts, and whether who asks for stable ones is told to come again.
fn counts(wire: &mut Wire) -> (i64, bool) {
    let topic = OffsetFetchRequestTopics { name: "t".into(), partition_indexes: vec![0], ..Default::default() };
    let group = OffsetFetchRequestGroup { group_id: "g".into(), topics: Some(vec![topic]), ..Default::default() };
    let mut request = OffsetFetchRequest { groups: vec![group], ..Default::default() };
    let seen = wire.ask(&request, 9).groups[0].topics[0].partitions[0].committed_offset;
    request.require_stable = true;
    let code = wire.ask(&request, 9).groups[0].topics[0].partitions[0].error_code;
    (seen, code == ErrorCode::UNSTABLE_OFFSET_COMMIT.code())
}

/// Waits until the marker has come to the group's partition: EndTxn does not wait for it for ever.
fn settled(wire: &mut Wire) -> i64 {
    let limit = std::time::Instant::now() + std::time::Duration::from_secs(10);
    loop {
        let (offset, pending) = counts(wire);
        if !pending {
            return offset;
        }
        assert!(std::time::Instant::now() < limit, "the transaction does not end");
    }
}

#[test]
fn offsets_in_a_transaction_count_when_it_commits() {
    let mut broker = broker_with(&[]);
    let mut wire = ready(&broker);
    wire.create("t", 1);
    let mut producer = Producer::begin(&broker);
    // Of the newest version: the group's partition is not announced.
    assert_eq!(producer.commit(5, 10), 0);
    assert_eq!(counts(&mut wire), (-1, true));
    producer.end(5, true);
    assert_eq!(settled(&mut wire), 10);
    assert_eq!(producer.commit(5, 20), 0);
    producer.end(5, false);
    assert_eq!(settled(&mut wire), 10);
    // Older ones announce it, and are refused if they have not.
    let refused = producer.commit(3, 30);
    assert_eq!(refused, ErrorCode::INVALID_TXN_STATE.code());
    assert_eq!(producer.announce(), 0);
    assert_eq!(producer.commit(3, 30), 0);
    assert_eq!(counts(&mut wire), (10, true));
    // What is pending is so after a crash, too.
    broker.kill();
    broker.start_again();
    let mut wire = ready(&broker);
    assert_eq!(counts(&mut wire), (10, true));
    producer.wire = ready(&broker);
    producer.end(4, true);
    assert_eq!(settled(&mut wire), 30);
}
