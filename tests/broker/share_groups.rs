//! Share groups on the wire: members that take records from one partition, what of it survives a crash, and what
//! administrators do. What follows from an acknowledgement in detail is tried next to the code.

use std::time::{Duration, Instant};

use kt::protocol::code::ErrorCode;
use kt_codec::incremental_alter_configs_request::{
    AlterConfigsResource, AlterableConfig, IncrementalAlterConfigsRequest,
};
use kt_codec::share_acknowledge_request::{
    AcknowledgePartition, AcknowledgeTopic, AcknowledgementBatch as Settling, ShareAcknowledgeRequest,
};
use kt_codec::share_fetch_request::{FetchPartition, FetchTopic, ShareFetchRequest};
use kt_codec::share_fetch_response::ShareFetchResponse;
use kt_codec::share_group_heartbeat_request::ShareGroupHeartbeatRequest;
use kt_codec::share_group_heartbeat_response::ShareGroupHeartbeatResponse;
use kt_codec::write_share_group_state_request::{PartitionData, WriteShareGroupStateRequest, WriteStateData};
use kt_codec::{Uuid, write_share_group_state_request as state};

use crate::support::wire::{Transactional, Wire};
use crate::support::{Broker, broker, broker_with};

const ACCEPT: i8 = 1;
const RELEASE: i8 = 2;
const REJECT: i8 = 3;
const RENEW: i8 = 4;

/// A member of the group `g` that reads the partition `t-0`, on a connection of its own.
struct Member {
    wire: Wire,
    id: String,
    epoch: i32,
    session: i32,
    topic: Uuid,
}

fn configure(wire: &mut Wire, name: &str, value: &str) {
    let config = AlterableConfig { name: name.into(), value: Some(value.into()), ..Default::default() };
    let resource = AlterConfigsResource {
        resource_type: 32,
        resource_name: "g".into(),
        configs: vec![config],
        ..Default::default()
    };
    let request = IncrementalAlterConfigsRequest { resources: vec![resource], ..Default::default() };
    assert_eq!(wire.ask(&request, 1).responses[0].error_code, 0, "{name}={value}");
}

/// A topic `t` with one partition, of which the group `g` reads everything.
fn ready(broker: &Broker) -> Wire {
    let mut wire = Wire::connect(&broker.address).expect("the broker listens");
    wire.create("t", 1);
    wire.find_coordinator(0, "g");
    configure(&mut wire, "share.auto.offset.reset", "earliest");
    wire
}

fn produce(broker: &Broker, values: &[&str]) {
    broker.kt("console-producer --topic t").stdin(values.join("\n") + "\n").succeeds();
}

fn beat(wire: &mut Wire, id: &str, epoch: i32) -> ShareGroupHeartbeatResponse {
    let request = ShareGroupHeartbeatRequest {
        group_id: "g".into(),
        member_id: id.into(),
        member_epoch: epoch,
        subscribed_topic_names: (epoch == 0).then(|| vec!["t".into()]),
        ..Default::default()
    };
    wire.ask(&request, 1)
}

fn join(broker: &Broker, id: &str) -> Member {
    let mut wire = Wire::connect(&broker.address).expect("the broker listens");
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let told = beat(&mut wire, id, 0);
        assert_eq!(told.error_code, 0, "{told:?}");
        let topics = told.assignment.expect("who joins is told what it has").topic_partitions;
        if let [topic] = &topics[..] {
            assert_eq!(topic.partitions, [0]);
            return Member { wire, id: id.to_owned(), epoch: told.member_epoch, session: 0, topic: topic.topic_id };
        }
        assert!(Instant::now() < until, "no partitions: {topics:?}");
        // A new target is put off for a second after the last one.
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn settling(offsets: &[i64], word: i8) -> Vec<Settling> {
    let one = |offset: &i64| Settling {
        first_offset: *offset,
        last_offset: *offset,
        acknowledge_types: vec![word],
        ..Default::default()
    };
    offsets.iter().map(one).collect()
}

impl Member {
    fn fetch(&mut self, most: i32, wait_ms: i32) -> ShareFetchResponse {
        let partition = FetchPartition { partition_index: 0, ..Default::default() };
        let topic = FetchTopic { topic_id: self.topic, partitions: vec![partition], ..Default::default() };
        let request = ShareFetchRequest {
            group_id: Some("g".into()),
            member_id: Some(self.id.as_str().into()),
            share_session_epoch: self.session,
            max_wait_ms: wait_ms,
            min_bytes: 1,
            max_bytes: 1 << 20,
            max_records: most,
            batch_size: most,
            share_acquire_mode: 1,
            topics: if self.session == 0 { vec![topic] } else { Vec::new() },
            ..Default::default()
        };
        let response = self.wire.ask(&request, 2);
        self.session += i32::from(response.error_code == 0);
        response
    }

    /// Offsets and how often they were delivered.
    #[track_caller]
    fn get(&mut self, most: i32, wait_ms: i32) -> Vec<(i64, i16)> {
        let response = self.fetch(most, wait_ms);
        assert_eq!(response.error_code, 0, "{response:?}");
        let partitions = response.responses.iter().flat_map(|topic| &topic.partitions);
        let mut got = Vec::new();
        for partition in partitions {
            assert_eq!(partition.error_code, 0, "{partition:?}");
            let acquired = &partition.acquired_records;
            got.extend(acquired.iter().flat_map(|a| (a.first_offset..=a.last_offset).map(|o| (o, a.delivery_count))));
        }
        got
    }

    fn settle(&mut self, offsets: &[i64], word: i8) -> ErrorCode {
        let partition = AcknowledgePartition { acknowledgement_batches: settling(offsets, word), ..Default::default() };
        let topic = AcknowledgeTopic { topic_id: self.topic, partitions: vec![partition], ..Default::default() };
        let request = ShareAcknowledgeRequest {
            group_id: Some("g".into()),
            member_id: Some(self.id.as_str().into()),
            share_session_epoch: self.session,
            is_renew_ack: word == RENEW,
            topics: vec![topic],
            ..Default::default()
        };
        let response = self.wire.ask(&request, 2);
        assert_eq!(response.error_code, 0, "{response:?}");
        self.session += 1;
        ErrorCode(response.responses[0].partitions[0].error_code)
    }

    fn leave(mut self) {
        let end = ShareAcknowledgeRequest {
            group_id: Some("g".into()),
            member_id: Some(self.id.as_str().into()),
            share_session_epoch: -1,
            ..Default::default()
        };
        assert_eq!(self.wire.ask(&end, 2).error_code, 0);
        assert_eq!(beat(&mut self.wire, &self.id, -1).error_code, 0);
    }
}

#[test]
fn two_members_share_one_partition_and_no_record_is_with_both() {
    let broker = broker();
    ready(&broker);
    produce(&broker, &["0", "1", "2", "3"]);
    let (mut a, mut b) = (join(&broker, "a"), join(&broker, "b"));
    assert_eq!(a.get(2, 1000), [(0, 1), (1, 1)]);
    assert_eq!(b.get(9, 1000), [(2, 1), (3, 1)]);
    assert_eq!(a.get(9, 0), []);
    assert_eq!(a.settle(&[2], ACCEPT), ErrorCode::INVALID_RECORD_STATE, "that is b's");
    assert_eq!(b.settle(&[2, 3], ACCEPT), ErrorCode::NONE);
    assert_eq!(a.settle(&[0], ACCEPT), ErrorCode::NONE);
    assert_eq!(a.settle(&[1], RELEASE), ErrorCode::NONE);
    assert_eq!(b.get(9, 1000), [(1, 2)], "released by one, it is the other's");
    // A member that leaves gives back what it has.
    b.leave();
    assert_eq!(a.get(9, 1000), [(1, 3)]);
    // So does one whose connection ends; who waits is given it at once.
    let mut c = join(&broker, "c");
    let began = Instant::now();
    let waiting = std::thread::spawn(move || c.get(9, 15_000));
    drop(a);
    assert_eq!(waiting.join().expect("it gets an answer"), [(1, 4)]);
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
}

#[test]
fn what_was_acknowledged_survives_a_kill_and_what_was_not_comes_again() {
    let mut broker = broker();
    ready(&broker);
    produce(&broker, &["0", "1", "2", "3", "4"]);
    let mut a = join(&broker, "a");
    assert_eq!(a.get(9, 1000).len(), 5);
    assert_eq!(a.settle(&[0, 3], ACCEPT), ErrorCode::NONE);
    assert_eq!(a.settle(&[1], RELEASE), ErrorCode::NONE);
    assert_eq!(a.settle(&[2], REJECT), ErrorCode::NONE);
    broker.kill();
    broker.start_again();
    // The group knows the member, which has to say again what it reads from this broker.
    let mut wire = Wire::connect(&broker.address).expect("the broker listens");
    let told = beat(&mut wire, "a", a.epoch);
    assert_eq!((told.error_code, told.member_epoch), (0, a.epoch), "{told:?}");
    let mut a = Member { wire, session: 7, ..a };
    assert_eq!(ErrorCode(a.fetch(9, 0).error_code), ErrorCode::SHARE_SESSION_NOT_FOUND);
    a.session = 0;
    assert_eq!(a.get(9, 1000), [(1, 2), (4, 1)], "nobody wrote down that 4 had been delivered");
    assert_eq!(a.settle(&[1, 4], ACCEPT), ErrorCode::NONE);
    broker.kill();
    broker.start_again();
    produce(&broker, &["5"]);
    let mut b = join(&broker, "b");
    assert_eq!(b.get(9, 1000), [(5, 1)]);
}

#[test]
fn a_lock_runs_out_a_renewed_one_later_and_a_record_is_given_up_after_so_many_deliveries() {
    let short = ["group.share.min.record.lock.duration.ms=1000", "group.share.record.lock.duration.ms=1000"];
    let broker = broker_with(&[&short[..], &["group.share.delivery.count.limit=2"]].concat());
    ready(&broker);
    produce(&broker, &["0", "1"]);
    let (mut a, mut b) = (join(&broker, "a"), join(&broker, "b"));
    assert_eq!(a.get(9, 1000), [(0, 1), (1, 1)]);
    let began = Instant::now();
    assert_eq!(b.get(9, 15_000), [(0, 2), (1, 2)], "it waits until they are free");
    assert!((900..10_000).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
    assert_eq!(a.settle(&[0], ACCEPT), ErrorCode::INVALID_RECORD_STATE, "they are b's now");
    assert_eq!(b.settle(&[0], RENEW), ErrorCode::NONE);
    assert_eq!(b.settle(&[0], ACCEPT), ErrorCode::NONE);
    // The other was delivered as often as it may be.
    assert_eq!(b.settle(&[1], RELEASE), ErrorCode::NONE);
    produce(&broker, &["2"]);
    assert_eq!(a.get(9, 15_000), [(2, 1)]);
}

#[test]
fn sessions_have_their_order() {
    let broker = broker();
    ready(&broker);
    let mut a = join(&broker, "a");
    let code = |response: ShareFetchResponse| ErrorCode(response.error_code);
    a.session = 1;
    assert_eq!(code(a.fetch(1, 0)), ErrorCode::SHARE_SESSION_NOT_FOUND);
    a.session = 0;
    assert_eq!(code(a.fetch(1, 0)), ErrorCode::NONE);
    a.session = 7;
    assert_eq!(code(a.fetch(1, 0)), ErrorCode::INVALID_SHARE_SESSION_EPOCH);
    a.session = 1;
    let quiet = a.fetch(1, 0);
    assert!(
        quiet.error_code == 0 && quiet.responses.is_empty(),
        "nothing to say of a partition is not said: {quiet:?}"
    );
    assert!(quiet.acquisition_lock_timeout_ms > 0);
    let mut nobody = Member { wire: a.wire, id: String::new(), ..a };
    assert_eq!(code(nobody.fetch(1, 0)), ErrorCode::INVALID_REQUEST);
}

#[test]
fn a_group_that_reads_committed_records_gets_no_aborted_ones() {
    for (committed, expected) in [("read_committed", &[0, 5][..]), ("read_uncommitted", &[0, 1, 2, 3, 4, 5])] {
        let broker = broker();
        let mut wire = ready(&broker);
        configure(&mut wire, "share.isolation.level", committed);
        produce(&broker, &["0"]);
        wire.find_coordinator(1, "x");
        let mut producer = Transactional::new("x", true);
        producer.init(&mut wire);
        producer.send(&mut wire, "t", 0, &["1", "2", "3"]);
        producer.end(&mut wire, false);
        produce(&broker, &["5"]);
        let mut a = join(&broker, "a");
        let mut got = Vec::new();
        while got.last() != Some(&5) {
            let more: Vec<i64> = a.get(100, 5000).into_iter().map(|(offset, _)| offset).collect();
            assert!(!more.is_empty(), "{committed}: {got:?}");
            got.extend(more);
        }
        // The marker is at 4: nothing that a client would show.
        got.retain(|offset| committed != "read_committed" || *offset != 4);
        assert_eq!(got, expected, "{committed}");
    }
}

#[test]
fn administrators_see_reset_and_delete_share_groups() {
    let broker = broker();
    ready(&broker);
    produce(&broker, &["0", "1", "2"]);
    let mut a = join(&broker, "a");
    assert_eq!(a.get(2, 1000), [(0, 1), (1, 1)]);
    assert_eq!(a.settle(&[0], ACCEPT), ErrorCode::NONE);
    let rows = |shown: &str| -> Vec<String> {
        shown.lines().skip(1).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    let described = |what: &str| -> Vec<String> {
        let ran = broker.kt(&format!("kafka-share-groups.sh --describe --group g {what}")).succeeds();
        rows(ran.stdout.trim_start())
    };
    // As in the original, the start that is stored is that of before the acknowledgement.
    assert_eq!(described(""), ["g t 0 0 2"]);
    assert!(described("--state")[0].ends_with("Stable 1"), "{:?}", described("--state"));
    let reset = "kafka-share-groups.sh --reset-offsets --group g --topic t --to-earliest --execute";
    broker.kt(reset).run().stderr_has("not empty");
    broker.kt("kafka-share-groups.sh --delete --group g").run().stdout_has("Share group 'g' is not EMPTY.");
    a.leave();
    assert_eq!(described(""), ["g t 0 1 2"]);
    broker.kt(reset).succeeds();
    assert_eq!(described(""), ["g t 0 0 3"]);
    let mut b = join(&broker, "b");
    assert_eq!(b.get(9, 1000), [(0, 1), (1, 1), (2, 1)]);
    b.leave();
    broker.kt("kafka-share-groups.sh --delete-offsets --group g --topic t").succeeds();
    assert_eq!(broker.kt("kafka-share-groups.sh --list").succeeds().stdout, "g\n");
    broker.kt("kafka-share-groups.sh --delete --group g").succeeds();
    assert_eq!(broker.kt("kafka-share-groups.sh --list").succeeds().stdout, "");
    // Begun anew from nothing.
    let mut c = join(&broker, "c");
    assert_eq!(c.get(9, 1000), [(0, 1), (1, 1), (2, 1)]);
}

#[test]
fn a_topic_that_is_deleted_ends_the_waiting_for_it_and_takes_its_state_along() {
    let broker = broker();
    ready(&broker);
    produce(&broker, &["0"]);
    let mut a = join(&broker, "a");
    assert_eq!(a.get(9, 1000), [(0, 1)]);
    assert_eq!(a.settle(&[0], ACCEPT), ErrorCode::NONE);
    let began = Instant::now();
    let waiting = std::thread::spawn(move || a.fetch(9, 15_000));
    broker.kt("topics delete t -y").succeeds();
    let told = waiting.join().expect("it gets an answer");
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    assert!(told.responses.iter().flat_map(|t| &t.partitions).all(|p| p.acquired_records.is_empty()), "{told:?}");
    let mut wire = Wire::connect(&broker.address).expect("the broker listens");
    wire.create("t", 1);
    let shown = broker.kt("kafka-share-groups.sh --describe --group g").run();
    assert!(!shown.stdout.contains(" t "), "{shown}");
    produce(&broker, &["new"]);
    assert_eq!(join(&broker, "b").get(9, 1000), [(0, 1)]);
}

/// The leader of a partition on another broker would write like this: with the epoch that it leads in.
#[test]
fn the_share_coordinator_takes_no_word_of_the_past() {
    let broker = broker();
    let mut wire = ready(&broker);
    let mut a = join(&broker, "a");
    a.get(1, 0);
    let topic = a.topic;
    let mut write = |leader_epoch: i32, state_epoch: i32, partition: i32| {
        let batch = state::StateBatch {
            first_offset: 0,
            last_offset: 4,
            delivery_state: 2,
            delivery_count: 1,
            ..Default::default()
        };
        let data = PartitionData {
            partition,
            leader_epoch,
            state_epoch,
            start_offset: 0,
            state_batches: vec![batch],
            ..Default::default()
        };
        let topics = vec![WriteStateData { topic_id: topic, partitions: vec![data], ..Default::default() }];
        let request = WriteShareGroupStateRequest { group_id: "g".into(), topics, ..Default::default() };
        let answer = wire.ask(&request, 1);
        ErrorCode(answer.results[0].partitions[0].error_code)
    };
    assert_eq!(write(0, 0, 0), ErrorCode::FENCED_STATE_EPOCH);
    assert_eq!(write(0, 9, 1), ErrorCode::INVALID_REQUEST);
    assert_eq!(write(0, 9, 0), ErrorCode::NONE);
}
