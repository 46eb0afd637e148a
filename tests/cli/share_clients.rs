//! The tools that read in share groups, on a broker of the test's own making: what they print, and what they say to the
//! coordinator and to the leader, in its order.

use std::sync::{Arc, Mutex};

use kt::protocol::batch::BatchBuilder;
use kt::protocol::code::ErrorCode;
use kt_codec::find_coordinator_request::FindCoordinatorRequest;
use kt_codec::find_coordinator_response::{Coordinator, FindCoordinatorResponse};
use kt_codec::share_acknowledge_request::ShareAcknowledgeRequest;
use kt_codec::share_acknowledge_response as settled;
use kt_codec::share_fetch_request::ShareFetchRequest;
use kt_codec::share_fetch_response as fetched;
use kt_codec::share_group_heartbeat_request::ShareGroupHeartbeatRequest;
use kt_codec::share_group_heartbeat_response::{Assignment, ShareGroupHeartbeatResponse, TopicPartitions};
use kt_codec::{ApiKey, Records, Uuid};

use crate::support::fake::{Answer, Asked, Fake, fake, metadata};
use crate::support::{broker, kt};

const T: Uuid = Uuid([7; 16]);
const OFFERS: [(ApiKey, i16, i16); 5] = [
    (ApiKey::Metadata, 0, 13),
    (ApiKey::FindCoordinator, 0, 6),
    (ApiKey::ShareGroupHeartbeat, 1, 1),
    (ApiKey::ShareFetch, 1, 2),
    (ApiKey::ShareAcknowledge, 1, 2),
];

/// What a test's broker does beside the usual.
#[derive(Default)]
struct Odd {
    /// Forgets the session when the second fetch of it comes.
    loses_session: bool,
    /// The answer to the first acknowledgement.
    refuses_with: Option<ErrorCode>,
}

/// A share group's coordinator and the leader of t-0, which has offsets 10 to 12; 11 is a marker or was compacted away.
#[derive(Default)]
struct Leader {
    odd: Odd,
    deliveries: i16,
    said: Vec<String>,
}

fn verdicts(first: i64, last: i64, types: &[i8]) -> String {
    format!("{first}-{last}:{types:?}")
}

impl Leader {
    fn heartbeat(&mut self, request: &ShareGroupHeartbeatRequest) -> ShareGroupHeartbeatResponse {
        let topics = request.subscribed_topic_names.as_deref().unwrap_or_default().join(",");
        self.said.push(format!("beat {} {} {topics}", request.group_id, request.member_epoch));
        let assignment = (request.member_epoch == 1).then(|| Assignment {
            topic_partitions: vec![TopicPartitions { topic_id: T, partitions: vec![0], ..Default::default() }],
            ..Default::default()
        });
        ShareGroupHeartbeatResponse {
            member_id: Some(request.member_id.clone()),
            member_epoch: if request.member_epoch < 0 { -1 } else { request.member_epoch + 1 },
            heartbeat_interval_ms: 60_000,
            assignment,
            ..Default::default()
        }
    }

    fn fetch(&mut self, request: &ShareFetchRequest) -> fetched::ShareFetchResponse {
        let partitions: Vec<_> = request.topics.iter().flat_map(|topic| &topic.partitions).collect();
        let batches = partitions.iter().flat_map(|partition| &partition.acknowledgement_batches);
        let told: Vec<String> =
            batches.map(|b| verdicts(b.first_offset, b.last_offset, &b.acknowledge_types)).collect();
        let named: Vec<i32> = partitions.iter().map(|partition| partition.partition_index).collect();
        self.said.push(format!("fetch {} {named:?} {}", request.share_session_epoch, told.join(" ")).trim_end().into());
        if self.odd.loses_session && request.share_session_epoch == 1 {
            self.odd.loses_session = false;
            let error_code = ErrorCode::SHARE_SESSION_NOT_FOUND.code();
            return fetched::ShareFetchResponse { error_code, ..Default::default() };
        }
        self.deliveries += 1;
        let batch = |offset: i64, value: &[u8]| {
            let mut builder = BatchBuilder::new().base_offset(offset);
            builder.append(1000, None, Some(value));
            builder.build()
        };
        let acquired = fetched::AcquiredRecords {
            first_offset: 10,
            last_offset: 12,
            delivery_count: self.deliveries,
            ..Default::default()
        };
        // The first batch is somebody else's.
        let records = [batch(9, b"nine"), batch(10, b"ten"), batch(12, b"twelve")].concat();
        let partition = fetched::PartitionData {
            records: Records::Bytes(records.into()),
            acquired_records: vec![acquired],
            ..Default::default()
        };
        let topic =
            fetched::ShareFetchableTopicResponse { topic_id: T, partitions: vec![partition], ..Default::default() };
        fetched::ShareFetchResponse { responses: vec![topic], ..Default::default() }
    }

    fn acknowledge(&mut self, request: &ShareAcknowledgeRequest) -> settled::ShareAcknowledgeResponse {
        let partitions = request.topics.iter().flat_map(|topic| &topic.partitions);
        let batches = partitions.flat_map(|partition| &partition.acknowledgement_batches);
        let told: Vec<String> =
            batches.map(|b| verdicts(b.first_offset, b.last_offset, &b.acknowledge_types)).collect();
        self.said.push(format!("settle {} {}", request.share_session_epoch, told.join(" ")).trim_end().into());
        let error_code = self.odd.refuses_with.take().unwrap_or(ErrorCode::NONE).code();
        let partition = settled::PartitionData { error_code, ..Default::default() };
        let topic =
            settled::ShareAcknowledgeTopicResponse { topic_id: T, partitions: vec![partition], ..Default::default() };
        settled::ShareAcknowledgeResponse { responses: vec![topic], ..Default::default() }
    }
}

fn answer(leader: &Mutex<Leader>, asked: &Asked) -> Answer {
    let mut leader = leader.lock().expect("no test panics while it holds it");
    match asked.api {
        ApiKey::Metadata => {
            let mut response = metadata("127.0.0.1", asked.port, &[("t", 1)]);
            response.topics[0].topic_id = T;
            asked.answer(&response)
        }
        ApiKey::FindCoordinator => {
            let request: FindCoordinatorRequest = asked.read();
            let key = request.coordinator_keys[0].clone();
            let port = i32::from(asked.port);
            let found = Coordinator { key, node_id: 1, host: "127.0.0.1".into(), port, ..Default::default() };
            asked.answer(&FindCoordinatorResponse { coordinators: vec![found], ..Default::default() })
        }
        ApiKey::ShareGroupHeartbeat => asked.answer(&leader.heartbeat(&asked.read())),
        ApiKey::ShareFetch => asked.answer(&leader.fetch(&asked.read())),
        ApiKey::ShareAcknowledge => asked.answer(&leader.acknowledge(&asked.read())),
        api => panic!("{} is not asked for", api.name()),
    }
}

fn share_broker(odd: Odd) -> (Fake, Arc<Mutex<Leader>>) {
    let leader = Arc::new(Mutex::new(Leader { odd, ..Leader::default() }));
    let answering = Arc::clone(&leader);
    (fake(&OFFERS, move |asked| answer(&answering, asked)), leader)
}

fn said(leader: &Mutex<Leader>) -> Vec<String> {
    leader.lock().expect("no test panics while it holds it").said.clone()
}

const SHOWN: &str = "--formatter-property print.offset=true --formatter-property print.delivery=true";

#[test]
fn records_that_are_released_come_again_and_the_group_is_left_in_order() {
    let (broker, leader) = share_broker(Odd::default());
    let line = format!(
        "console-share-consumer --bootstrap-server {} --topic t --group g --release --max-messages 3 {SHOWN}",
        broker.address()
    );
    let ran = kt(&line).succeeds();
    assert_eq!(ran.stdout, "Offset:10\tDelivery:1\tten\nOffset:12\tDelivery:1\ttwelve\nOffset:10\tDelivery:2\tten\n");
    assert!(ran.stderr.contains("Processed a total of 3 messages"), "{ran}");
    // The offset without a record is told as a gap; of the last record, that was not come to, nothing is said: the end
    // of the session gives it back.
    assert_eq!(
        said(&leader),
        [
            "beat g 0 t",
            "beat g 1 ",
            "fetch 0 [0]",
            "fetch 1 [0] 10-10:[2] 11-11:[0] 12-12:[2]",
            "settle -1 10-10:[2]",
            "beat g -1 ",
        ]
    );
}

#[test]
fn a_record_that_cannot_be_shown_is_rejected_or_ends_the_reading_without_a_word_on_it() {
    let long = "--value-deserializer org.apache.kafka.common.serialization.LongDeserializer";
    let (broker, leader) = share_broker(Odd::default());
    let call =
        format!("console-share-consumer --bootstrap-server {} --topic t --max-messages 1 {long}", broker.address());
    kt(&call).fails(1).stderr_has("--reject-message-on-error rejects it and goes on");
    assert!(said(&leader).contains(&"settle -1".to_owned()), "{:?}", said(&leader));
    let (broker, leader) = share_broker(Odd::default());
    let call =
        format!("console-share-consumer --bootstrap-server {} --topic t --max-messages 1 {long}", broker.address());
    kt(&format!("{call} --reject-message-on-error")).succeeds().stderr_has("cannot be shown, rejected");
    assert!(said(&leader).contains(&"settle -1 10-10:[3]".to_owned()), "{:?}", said(&leader));
    assert_eq!(said(&leader)[0], "beat console-share-consumer 0 t", "the group when none is named");
}

#[test]
fn a_leader_that_forgot_the_session_is_told_everything_again() {
    let (broker, leader) = share_broker(Odd { loses_session: true, ..Odd::default() });
    let line = format!(
        "console-share-consumer --bootstrap-server {} --topic t --group g --max-messages 4 {SHOWN}",
        broker.address()
    );
    let ran = kt(&line).succeeds();
    assert_eq!(ran.stdout.lines().last(), Some("Offset:12\tDelivery:2\ttwelve"));
    ran.stderr_has("does not count");
    let fetches: Vec<String> = said(&leader).into_iter().filter(|line| line.starts_with("fetch")).collect();
    assert_eq!(fetches, ["fetch 0 [0]", "fetch 1 [0] 10-10:[1] 11-11:[0] 12-12:[1]", "fetch 0 [0]"]);
}

/// Without the moments.
fn events(stdout: &str) -> Vec<String> {
    let event = |line: &str| {
        let mut event: serde_json::Value = serde_json::from_str(line).expect("JSON");
        event.as_object_mut().expect("an object").shift_remove("timestamp");
        event.to_string()
    };
    stdout.lines().map(event).collect()
}

#[test]
fn each_event_of_a_member_is_told_and_refused_acknowledgements_do_not_count() {
    let (broker, _) = share_broker(Odd { refuses_with: Some(ErrorCode::INVALID_RECORD_STATE), ..Odd::default() });
    let line = format!(
        "verifiable-share-consumer --bootstrap-server {} --topic t --group-id g --max-messages 2 --verbose",
        broker.address()
    );
    let told = events(&kt(&line).succeeds().stdout);
    let taken = r#"{"name":"records_consumed","count":2,"partitions":[{"topic":"t","partition":0,"count":2,"offsets":[10,12]}]}"#;
    let records = [
        r#"{"name":"record_data","key":null,"value":"ten","topic":"t","partition":0,"offset":10}"#,
        r#"{"name":"record_data","key":null,"value":"twelve","topic":"t","partition":0,"offset":12}"#,
    ];
    assert_eq!(
        told,
        [
            r#"{"name":"startup_complete"}"#,
            records[0],
            records[1],
            taken,
            r#"{"name":"offsets_acknowledged","count":3,"partitions":[{"topic":"t","partition":0,"count":3,"offsets":[10,11,12]}],"error":"The record state is invalid. The acknowledgement of delivery could not be completed.","success":false}"#,
            records[0],
            records[1],
            taken,
            r#"{"name":"offsets_acknowledged","count":3,"partitions":[{"topic":"t","partition":0,"count":3,"offsets":[10,11,12]}],"success":true}"#,
            r#"{"name":"shutdown_complete"}"#,
        ]
    );
}

#[test]
fn a_measurement_has_the_originals_columns() {
    let (broker, leader) = share_broker(Odd::default());
    let line = format!("share-consumer-perf-test --bootstrap-server {} --topic t --num-records 2", broker.address());
    let ran = kt(&line).succeeds();
    let mut lines = ran.stdout.lines();
    let header = "start.time, end.time, data.consumed.in.MB, MB.sec, nMsg.sec, data.consumed.in.nMsg, fetch.time.ms";
    assert_eq!(lines.next(), Some(header));
    let columns: Vec<&str> = lines.next().expect("a line of figures").split(", ").collect();
    assert_eq!((columns.len(), columns[2], columns[5]), (7, "0.0000", "2"), "{columns:?}");
    assert!(said(&leader).contains(&"settle 1 10-10:[1] 11-11:[0] 12-12:[1]".to_owned()), "{:?}", said(&leader));
}

#[test]
fn a_broker_without_share_groups_is_told_so() {
    let leader = Mutex::new(Leader::default());
    // Metadata and FindCoordinator.
    let broker = fake(&OFFERS[..2], move |asked| answer(&leader, asked));
    let run = |line: &str| kt(&format!("{line} --bootstrap-server {}", broker.address()));
    let why = "the broker has none (KIP-932); Apache Kafka has them since 4.2";
    run("share-consumer-perf-test --topic t --num-records 1").fails(1).stderr_has(why);
    // The original logs it and ends with 0.
    run("console-share-consumer --topic t").succeeds().stderr_has("kt consume TOPIC --group NAME");
    let told = events(&run("verifiable-share-consumer --topic t --group-id g").succeeds().stdout);
    assert_eq!(told, [r#"{"name":"startup_complete"}"#, r#"{"name":"shutdown_complete"}"#]);
}

#[test]
fn on_kts_own_broker_a_group_takes_each_record_once_and_what_is_rejected_never_again() {
    let broker = broker();
    broker.kt("topics create t").succeeds();
    for group in ["g", "v", "p"] {
        let line = format!("kafka-configs.sh --alter --group {group} --add-config share.auto.offset.reset=earliest");
        broker.kt(&line).succeeds();
    }
    broker.kt("console-producer --topic t").stdin("a\nb\nc\n").succeeds();
    let take = |how: &str| {
        let call = format!("console-share-consumer --topic t --group g {how} --formatter-property print.delivery=true");
        broker.kt(&call).succeeds().stdout
    };
    assert_eq!(take("--max-messages 1 --reject"), "Delivery:1\ta\n");
    // What was fetched with it went back with the session.
    assert_eq!(take("--max-messages 1 --release"), "Delivery:2\tb\n");
    assert_eq!(take("--max-messages 2"), "Delivery:3\tb\nDelivery:3\tc\n");
    let told = broker.kt("verifiable-share-consumer --topic t --group-id v --max-messages 3").succeeds().stdout;
    assert!(told.contains(r#""name":"offsets_acknowledged","count":3"#), "{told}");
    let figures = broker.kt("share-consumer-perf-test --topic t --group p --num-records 3").succeeds().stdout;
    assert!(figures.contains(", 3, "), "{figures}");
}

#[test]
fn a_broker_that_cannot_be_reached_is_an_error_in_all_three() {
    for call in [
        "console-share-consumer --topic t",
        "share-consumer-perf-test --topic t --num-records 1",
        "verifiable-share-consumer --topic t --group-id g",
        "verifiable-share-consumer --topic t --group-id g --offset-reset-strategy earliest",
    ] {
        kt(&format!("{call} --bootstrap-server 127.0.0.1:1")).fails(1).stderr_has("127.0.0.1:1");
    }
}

#[test]
fn wrong_calls_get_the_originals_sentences() {
    for (call, sentence) in [
        ("console-share-consumer", "--topic is a required argument"),
        (
            "console-share-consumer --topic t --reject --release",
            "At most one of --reject and --release may be specified.",
        ),
        (
            "console-share-consumer --topic t --consumer-property a=b --command-property c=d",
            "Options --command-property and --consumer-property cannot be specified together.",
        ),
        (
            "console-share-consumer --topic t --group g --command-property group.id=h",
            "do not match. Detected group ids: 'g', 'h'",
        ),
        (
            "console-share-consumer --topic t --command-property isolation.level=read_committed",
            "isolation.level cannot be set when using a share group.",
        ),
        ("share-consumer-perf-test --num-records 1", "Missing required argument \"[topic]\""),
        (
            "share-consumer-perf-test --topic t",
            "Exactly one of the following arguments is required: [messages], [num-records]",
        ),
        (
            "verifiable-share-consumer --bootstrap-server x:1 --topic t --group-id g --acknowledgement-mode foo",
            "--acknowledgement-mode is auto, sync or async",
        ),
    ] {
        kt(call).fails(1).stderr_has(sentence);
    }
}
