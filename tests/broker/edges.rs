//! The edges of the broker as clients meet them: crashes, deletions, limits, full disks.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

use bytes::Bytes;
use kt::protocol::batch::BatchBuilder;
use kt::protocol::code::ErrorCode;
use kt_codec::create_topics_request::{CreatableTopic, CreateTopicsRequest};
use kt_codec::delete_records_request::{DeleteRecordsPartition, DeleteRecordsRequest, DeleteRecordsTopic};
use kt_codec::delete_topics_request::DeleteTopicsRequest;
use kt_codec::fetch_request::{FetchPartition, FetchRequest, FetchTopic};
use kt_codec::list_offsets_request::{ListOffsetsPartition, ListOffsetsRequest, ListOffsetsTopic};
use kt_codec::metadata_request::{MetadataRequest, MetadataRequestTopic};
use kt_codec::produce_request::{PartitionProduceData, ProduceRequest, TopicProduceData};
use kt_codec::request_header::RequestHeader;
use kt_codec::{ApiKey, Message, Records, Request};

use crate::support::{Broker, broker_with};

/// A connection that asks one thing at a time.
struct Client(TcpStream);

impl Client {
    fn of(broker: &Broker) -> Client {
        let stream = TcpStream::connect(&broker.address).expect("the broker listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
        Client(stream)
    }

    fn send<R: Request>(&mut self, request: &R, version: i16) {
        let header = RequestHeader {
            request_api_key: R::API_KEY as i16,
            request_api_version: version,
            correlation_id: 7,
            client_id: Some("edges".into()),
            ..Default::default()
        };
        let header = header.to_bytes(R::API_KEY.request_header_version(version)).expect("a header");
        let body = request.to_bytes(version).expect("a request");
        let size = i32::try_from(header.len() + body.len()).expect("small").to_be_bytes();
        self.0.write_all(&[&size[..], &header[..], &body[..]].concat()).expect("sent");
    }

    /// None if the connection was closed.
    fn answer(&mut self, key: ApiKey, version: i16) -> Option<Bytes> {
        let mut size = [0; 4];
        match self.0.read_exact(&mut size) {
            Err(e) if matches!(e.kind(), ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset) => return None,
            read => read.expect("an answer or an end"),
        }
        let mut answer = vec![0; usize::try_from(i32::from_be_bytes(size)).expect("a size")];
        self.0.read_exact(&mut answer).expect("a whole answer");
        let head = if key.response_header_version(version) >= 1 { 5 } else { 4 };
        Some(Bytes::from(answer).slice(head..))
    }

    fn ask<R: Request>(&mut self, request: &R, version: i16) -> R::Response {
        self.send(request, version);
        let answer = self.answer(R::API_KEY, version);
        let answer = answer.unwrap_or_else(|| panic!("{:?} version {version} closes the connection", R::API_KEY));
        R::Response::from_bytes(answer, version).expect("an answer of that version")
    }

    fn create(&mut self, name: &str) {
        let topic =
            CreatableTopic { name: name.into(), num_partitions: 1, replication_factor: 1, ..Default::default() };
        let made = self.ask(&CreateTopicsRequest { topics: vec![topic], ..Default::default() }, 7);
        assert_eq!(made.topics[0].error_code, 0, "{made:?}");
    }

    fn delete(&mut self, name: &str) {
        let gone = self.ask(&DeleteTopicsRequest { topic_names: vec![name.into()], ..Default::default() }, 5);
        assert_eq!(gone.responses[0].error_code, 0, "{gone:?}");
    }

    fn produce(&mut self, topic: &str, records: Bytes, acks: i16) -> i16 {
        self.ask(&produce(topic, records, acks), 9).responses[0].partition_responses[0].error_code
    }

    fn delete_records(&mut self, topic: &str, offset: i64) -> i64 {
        let partitions = vec![DeleteRecordsPartition { partition_index: 0, offset, ..Default::default() }];
        let topics = vec![DeleteRecordsTopic { name: topic.into(), partitions, ..Default::default() }];
        let done = self.ask(&DeleteRecordsRequest { topics, timeout_ms: 1000, ..Default::default() }, 2);
        assert_eq!(done.topics[0].partitions[0].error_code, 0, "{done:?}");
        done.topics[0].partitions[0].low_watermark
    }

    /// -2 for where the log begins, -1 for where it ends.
    fn offset(&mut self, topic: &str, timestamp: i64) -> i64 {
        let partitions = vec![ListOffsetsPartition { timestamp, ..Default::default() }];
        let topics = vec![ListOffsetsTopic { name: topic.into(), partitions, ..Default::default() }];
        let request = ListOffsetsRequest { replica_id: -1, topics, ..Default::default() };
        self.ask(&request, 7).topics[0].partitions[0].offset
    }
}

fn produce(topic: &str, records: Bytes, acks: i16) -> ProduceRequest {
    let partition = PartitionProduceData { records: Some(Records::Bytes(records)), ..Default::default() };
    let topic = TopicProduceData { name: topic.into(), partition_data: vec![partition], ..Default::default() };
    ProduceRequest { acks, timeout_ms: 5000, topic_data: vec![topic], ..Default::default() }
}

fn fetch(topic: &str, min_bytes: i32, max_bytes: i32, max_wait_ms: i32) -> FetchRequest {
    let partition = FetchPartition { partition_max_bytes: max_bytes, ..Default::default() };
    let topic = FetchTopic { topic: topic.into(), partitions: vec![partition], ..Default::default() };
    FetchRequest { min_bytes, max_bytes, max_wait_ms, topics: vec![topic], ..Default::default() }
}

/// Records of the time that it is: retention leaves them alone.
fn filled(mut batch: BatchBuilder, records: usize) -> Bytes {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    let now_ms = i64::try_from(now.as_millis()).expect("not that late");
    for _ in 0..records {
        batch.append(now_ms, None, Some(&[b'x'; 50]));
    }
    batch.build().into()
}

fn batch(records: usize) -> Bytes {
    filled(BatchBuilder::new(), records)
}

fn transactional() -> Bytes {
    filled(BatchBuilder::new().producer(5, 0, 0).transactional(), 1)
}

/// `delete-records` was answered, the broker killed, and the records were back: the log's start was only in memory.
#[test]
fn deleted_records_stay_deleted_when_the_broker_is_killed() {
    let mut broker = broker_with(&[]);
    let mut client = Client::of(&broker);
    client.create("orders");
    assert_eq!(client.produce("orders", batch(10), -1), 0);
    assert_eq!(client.delete_records("orders", 7), 7);
    broker.kill();
    broker.start_again();
    let mut client = Client::of(&broker);
    assert_eq!((client.offset("orders", -2), client.offset("orders", -1)), (7, 10));
}

/// The checkpoint of log starts still had the deleted topic's line: after a crash the new topic of that name was taken
/// to begin there, and lost all of its records.
#[test]
fn a_topic_made_again_does_not_inherit_the_log_start_of_the_one_before() {
    let mut broker = broker_with(&[]);
    let mut client = Client::of(&broker);
    client.create("orders");
    assert_eq!(client.produce("orders", batch(100), -1), 0);
    assert_eq!(client.delete_records("orders", 100), 100);
    client.delete("orders");
    client.create("orders");
    assert_eq!(client.produce("orders", batch(10), -1), 0);
    broker.kill();
    broker.start_again();
    let mut client = Client::of(&broker);
    assert_eq!((client.offset("orders", -2), client.offset("orders", -1)), (0, 10));
}

/// A refusal of the whole request was answered even with acks=0, and taken for the answer of the next request.
#[test]
fn a_produce_without_acks_is_never_answered() {
    let broker = broker_with(&[]);
    let mut client = Client::of(&broker);
    client.create("orders");
    client.send(&produce("orders", transactional(), 0), 9);
    assert_eq!(client.answer(ApiKey::Produce, 9), None);
}

/// The original waits for no more bytes than the answer may have; kt waited for the whole of max_wait.
#[test]
fn a_fetch_does_not_wait_for_more_than_it_may_bring() {
    let broker = broker_with(&[]);
    let mut client = Client::of(&broker);
    client.create("orders");
    assert_eq!(client.produce("orders", batch(10), -1), 0);
    let begun = Instant::now();
    let fetched = client.ask(&fetch("orders", 1_000_000, 10, 15_000), 11);
    assert!(
        fetched.responses[0].partitions[0].records.as_ref().is_some_and(|r| r.bytes().is_some_and(|b| !b.is_empty()))
    );
    assert!(begun.elapsed() < Duration::from_secs(5), "it took {:?}", begun.elapsed());
}

#[test]
fn a_fetch_that_waits_is_answered_when_its_topic_is_deleted() {
    let broker = broker_with(&[]);
    let (mut waiting, mut other) = (Client::of(&broker), Client::of(&broker));
    other.create("orders");
    let begun = Instant::now();
    waiting.send(&fetch("orders", 1, 1_000_000, 15_000), 11);
    std::thread::sleep(Duration::from_millis(100));
    other.delete("orders");
    let answer = waiting.answer(ApiKey::Fetch, 11).expect("an answer");
    let answer = kt_codec::fetch_response::FetchResponse::from_bytes(answer, 11).expect("a fetch");
    assert_ne!(answer.responses[0].partitions[0].error_code, 0);
    assert!(begun.elapsed() < Duration::from_secs(5), "it took {:?}", begun.elapsed());
}

/// A write beyond the limit on the size of files ended the process by SIGXFSZ.
#[test]
fn a_log_that_cannot_grow_says_so_and_loses_nothing() {
    let mut broker = broker_with(&[]);
    let mut client = Client::of(&broker);
    client.create("orders");
    client.create("others");
    assert_eq!(client.produce("orders", batch(10), -1), 0);
    let limit = client_limit(&broker);
    let mut kept = 10;
    let refused = loop {
        match client.produce("orders", batch(100), -1) {
            0 => kept += 100,
            code => break code,
        }
        assert!(kept < 1_000_000, "the limit {limit} is never met");
    };
    assert_eq!(refused, ErrorCode::KAFKA_STORAGE_ERROR.code());
    assert_eq!(client.produce("others", batch(1), -1), 0, "the other partitions go on");
    broker.kill();
    broker.start_again();
    let mut client = Client::of(&broker);
    assert_eq!(client.offset("orders", -1), kept);
    assert_eq!(client.produce("orders", batch(10), -1), 0);
}

/// Lets no file of the broker grow beyond what `prlimit` is told.
fn client_limit(broker: &Broker) -> u64 {
    const LIMIT: u64 = 64 * 1024;
    let set = Command::new("prlimit").args(["--pid", &broker.pid().to_string(), &format!("--fsize={LIMIT}")]).status();
    assert!(set.expect("util-linux is there").success());
    LIMIT
}

#[test]
fn a_topic_that_many_ask_for_at_once_is_made_once() {
    let broker = broker_with(&[]);
    let ids: Vec<_> = std::thread::scope(|scope| {
        let ask = || {
            let mut client = Client::of(&broker);
            let topic = MetadataRequestTopic { name: Some("orders".into()), ..Default::default() };
            let request =
                MetadataRequest { topics: Some(vec![topic]), allow_auto_topic_creation: true, ..Default::default() };
            let deadline = Instant::now() + Duration::from_secs(10);
            loop {
                let told = client.ask(&request, 12).topics.remove(0);
                if told.error_code == 0 && told.partitions.iter().all(|p| p.error_code == 0) {
                    break told.topic_id;
                }
                assert!(Instant::now() < deadline, "{told:?}");
            }
        };
        let asking: Vec<_> = (0..32).map(|_| scope.spawn(ask)).collect();
        asking.into_iter().map(|a| a.join().expect("it ends")).collect()
    });
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

/// A field that the version of the answer cannot carry would close the connection. Asked of nothing, of something that
/// is there, and of something that is not: whatever the answer says, it has to be one.
#[test]
fn every_api_answers_in_every_version() {
    let broker = broker_with(&[]);
    let mut client = Client::of(&broker);
    client.create("orders");
    assert_eq!(client.produce("orders", batch(3), -1), 0);
    for name in ["orders", "nothing"] {
        let topics = || vec![topic(name)];
        all(&mut client, |_| kt_codec::api_versions_request::ApiVersionsRequest::default(), &[]);
        all(&mut client, |_| MetadataRequest { topics: Some(topics()), ..Default::default() }, &[]);
        all(&mut client, |v| fetch_of(name, v), &[]);
        all(&mut client, |v| ProduceRequest { acks: 1, ..produce_of(name, v) }, &[0, 1, 2]);
        all(&mut client, |v| ProduceRequest { acks: 5, ..produce_of(name, v) }, &[0, 1, 2]);
        for timestamp in [-6, -3, -2, -1, 0] {
            all(&mut client, |_| offsets_of(name, timestamp), &[]);
        }
        all(&mut client, |_| records_of(name), &[]);
        all(&mut client, |_| create_of(name), &[]);
        all(&mut client, |_| kt_codec::find_coordinator_request::FindCoordinatorRequest::default(), &[]);
        all(&mut client, |_| kt_codec::init_producer_id_request::InitProducerIdRequest::default(), &[]);
        all(&mut client, |_| init_of(name), &[]);
        all(&mut client, |_| kt_codec::describe_cluster_request::DescribeClusterRequest::default(), &[]);
        all(&mut client, |_| log_dirs_of(name), &[]);
        all(&mut client, |_| configs_of(name), &[]);
        all(&mut client, |_| alter_of(name), &[]);
        all(&mut client, |_| incremental_of(name), &[]);
        all(&mut client, |_| partitions_of(name), &[]);
        all(&mut client, |_| epochs_of(name), &[]);
        all(&mut client, |_| producers_of(name), &[]);
        all(&mut client, |_| features_of(name), &[]);
        all(&mut client, |_| kt_codec::list_config_resources_request::ListConfigResourcesRequest::default(), &[]);
    }
    all(&mut client, |v| delete_of("nothing", v), &[]);
}

/// Asks in each version that is served, but for those that are offered only.
fn all<R: Request>(client: &mut Client, request: impl Fn(i16) -> R, but: &[i16]) {
    let api = kt::broker::api::find(R::API_KEY).expect("it is served");
    for version in (api.versions.0..=api.versions.1).filter(|v| !but.contains(v)) {
        client.ask(&request(version), version);
    }
}

fn topic(name: &str) -> MetadataRequestTopic {
    MetadataRequestTopic { name: Some(name.into()), ..Default::default() }
}

/// An id that nobody has, where topics go by ids.
fn id(version: i16, from: i16) -> kt_codec::Uuid {
    if version >= from { kt_codec::Uuid([9; 16]) } else { kt_codec::Uuid::ZERO }
}

fn fetch_of(name: &str, version: i16) -> FetchRequest {
    let mut request = fetch(name, 0, 1_000_000, 0);
    request.topics[0].topic_id = id(version, 13);
    request
}

fn produce_of(name: &str, version: i16) -> ProduceRequest {
    let mut request = produce(name, batch(1), 1);
    request.topic_data[0].topic_id = id(version, 13);
    request
}

fn offsets_of(name: &str, timestamp: i64) -> ListOffsetsRequest {
    let partitions = vec![ListOffsetsPartition { timestamp, ..Default::default() }];
    let topics = vec![ListOffsetsTopic { name: name.into(), partitions, ..Default::default() }];
    ListOffsetsRequest { replica_id: -1, topics, ..Default::default() }
}

fn records_of(name: &str) -> DeleteRecordsRequest {
    let partitions = vec![DeleteRecordsPartition { offset: 1, ..Default::default() }];
    let topics = vec![DeleteRecordsTopic { name: name.into(), partitions, ..Default::default() }];
    DeleteRecordsRequest { topics, ..Default::default() }
}

fn create_of(name: &str) -> CreateTopicsRequest {
    // Of one that is there, and of one that cannot be.
    let of = |name: &str, num_partitions| CreatableTopic { name: name.into(), num_partitions, ..Default::default() };
    let topics = vec![of(name, 1), of("no name", 1)];
    CreateTopicsRequest { topics, validate_only: true, ..Default::default() }
}

fn delete_of(name: &str, version: i16) -> DeleteTopicsRequest {
    use kt_codec::delete_topics_request::DeleteTopicState;
    if version >= 6 {
        let by_id = DeleteTopicState { topic_id: id(version, 6), ..Default::default() };
        let by_name = DeleteTopicState { name: Some(name.into()), ..Default::default() };
        return DeleteTopicsRequest { topics: vec![by_id, by_name], ..Default::default() };
    }
    DeleteTopicsRequest { topic_names: vec![name.into()], ..Default::default() }
}

fn init_of(name: &str) -> kt_codec::init_producer_id_request::InitProducerIdRequest {
    kt_codec::init_producer_id_request::InitProducerIdRequest {
        transactional_id: Some(name.into()),
        ..Default::default()
    }
}

fn log_dirs_of(name: &str) -> kt_codec::describe_log_dirs_request::DescribeLogDirsRequest {
    use kt_codec::describe_log_dirs_request::{DescribableLogDirTopic, DescribeLogDirsRequest};
    let topic = DescribableLogDirTopic { topic: name.into(), partitions: vec![0, 1], ..Default::default() };
    DescribeLogDirsRequest { topics: Some(vec![topic]), ..Default::default() }
}

const TOPIC: i8 = 2;

fn configs_of(name: &str) -> kt_codec::describe_configs_request::DescribeConfigsRequest {
    use kt_codec::describe_configs_request::{DescribeConfigsRequest, DescribeConfigsResource};
    let of = |resource_type, name: &str| DescribeConfigsResource {
        resource_type,
        resource_name: name.into(),
        configuration_keys: None,
        ..Default::default()
    };
    let resources = vec![of(TOPIC, name), of(4, "1"), of(99, name)];
    DescribeConfigsRequest { resources, include_synonyms: true, ..Default::default() }
}

fn alter_of(name: &str) -> kt_codec::alter_configs_request::AlterConfigsRequest {
    use kt_codec::alter_configs_request::{AlterConfigsRequest, AlterConfigsResource, AlterableConfig};
    let configs = vec![AlterableConfig { name: "nonsense".into(), value: Some("1".into()), ..Default::default() }];
    let resource =
        AlterConfigsResource { resource_type: TOPIC, resource_name: name.into(), configs, ..Default::default() };
    AlterConfigsRequest { resources: vec![resource], ..Default::default() }
}

fn incremental_of(name: &str) -> kt_codec::incremental_alter_configs_request::IncrementalAlterConfigsRequest {
    use kt_codec::incremental_alter_configs_request::{
        AlterConfigsResource, AlterableConfig, IncrementalAlterConfigsRequest,
    };
    let configs = vec![AlterableConfig { name: "nonsense".into(), config_operation: 9, ..Default::default() }];
    let resource =
        AlterConfigsResource { resource_type: TOPIC, resource_name: name.into(), configs, ..Default::default() };
    IncrementalAlterConfigsRequest { resources: vec![resource], ..Default::default() }
}

fn partitions_of(name: &str) -> kt_codec::create_partitions_request::CreatePartitionsRequest {
    use kt_codec::create_partitions_request::{CreatePartitionsRequest, CreatePartitionsTopic};
    let topic = CreatePartitionsTopic { name: name.into(), count: 0, assignments: None, ..Default::default() };
    CreatePartitionsRequest { topics: vec![topic], ..Default::default() }
}

fn epochs_of(name: &str) -> kt_codec::offset_for_leader_epoch_request::OffsetForLeaderEpochRequest {
    use kt_codec::offset_for_leader_epoch_request::{
        OffsetForLeaderEpochRequest, OffsetForLeaderPartition, OffsetForLeaderTopic,
    };
    let topic = OffsetForLeaderTopic {
        topic: name.into(),
        partitions: vec![OffsetForLeaderPartition::default()],
        ..Default::default()
    };
    OffsetForLeaderEpochRequest { topics: vec![topic], ..Default::default() }
}

fn producers_of(name: &str) -> kt_codec::describe_producers_request::DescribeProducersRequest {
    use kt_codec::describe_producers_request::{DescribeProducersRequest, TopicRequest};
    let topic = TopicRequest { name: name.into(), partition_indexes: vec![0, 7], ..Default::default() };
    DescribeProducersRequest { topics: vec![topic], ..Default::default() }
}

fn features_of(name: &str) -> kt_codec::update_features_request::UpdateFeaturesRequest {
    use kt_codec::update_features_request::{FeatureUpdateKey, UpdateFeaturesRequest};
    let update = FeatureUpdateKey { feature: name.into(), max_version_level: 1, ..Default::default() };
    UpdateFeaturesRequest { feature_updates: vec![update], ..Default::default() }
}
