//! kafka-get-offsets, kafka-delete-records, kafka-log-dirs and kafka-broker-api-versions: how lines are read, and what is
//! printed. Kafka's grammar prints what 4.3.1 printed for the same answers.

use std::io::Write;

use kt_codec::ApiKey;
use kt_codec::delete_records_request::DeleteRecordsRequest;
use kt_codec::delete_records_response::{
    DeleteRecordsPartitionResult, DeleteRecordsResponse, DeleteRecordsTopicResult,
};
use kt_codec::describe_log_dirs_response::{
    DescribeLogDirsPartition, DescribeLogDirsResponse, DescribeLogDirsResult, DescribeLogDirsTopic,
};
use kt_codec::list_offsets_request::ListOffsetsRequest;
use kt_codec::list_offsets_response::{ListOffsetsPartitionResponse, ListOffsetsResponse, ListOffsetsTopicResponse};

use crate::support::fake::{Answer, Asked, Fake, fake, metadata};
use crate::support::{Kt, kt};

/// Nobody listens there, so nothing that should be refused before can hide behind an answer.
const DEAD: &str = "--bootstrap-server 127.0.0.1:1";

/// A broker with the topics a (2 partitions) and b (11). Partition p of a holds the offsets 10p to 10p+5; b is empty, and
/// its partition 10 has lost its disk.
fn broker() -> Fake {
    let offers = [
        (ApiKey::Metadata, 0, 12),
        (ApiKey::ListOffsets, 1, 11),
        (ApiKey::DeleteRecords, 0, 2),
        (ApiKey::DescribeLogDirs, 1, 5),
        (ApiKey::Produce, 0, 1),
    ];
    fake(&offers, answer)
}

fn answer(asked: &Asked) -> Answer {
    match asked.api {
        ApiKey::Metadata => asked.answer(&metadata("127.0.0.1", asked.port, &[("a", 2), ("b", 11)])),
        ApiKey::ListOffsets => offsets(asked),
        ApiKey::DeleteRecords => deleted(asked),
        ApiKey::DescribeLogDirs => log_dirs(asked),
        other => panic!("nobody should ask for {other:?}"),
    }
}

fn offsets(asked: &Asked) -> Answer {
    let request: ListOffsetsRequest = asked.read();
    let mut response = ListOffsetsResponse::default();
    for topic in &request.topics {
        let partitions = topic.partitions.iter().map(|partition| {
            let base = if topic.name == "a" { i64::from(partition.partition_index) * 10 } else { 0 };
            let size = if topic.name == "a" { 5 } else { 0 };
            let (offset, timestamp) = match partition.timestamp {
                -1 => (base + size, -1),
                -2 => (base, -1),
                -3 | 1_000 if size > 0 => (base + 4, 1_500),
                _ => (-1, -1),
            };
            let lost = topic.name == "b" && partition.partition_index == 10;
            ListOffsetsPartitionResponse {
                partition_index: partition.partition_index,
                error_code: if lost { 43 } else { 0 },
                offset,
                timestamp,
                ..Default::default()
            }
        });
        let partitions = partitions.collect();
        response.topics.push(ListOffsetsTopicResponse { name: topic.name.clone(), partitions, ..Default::default() });
    }
    asked.answer(&response)
}

fn deleted(asked: &Asked) -> Answer {
    let request: DeleteRecordsRequest = asked.read();
    let topics = request.topics.iter().map(|topic| DeleteRecordsTopicResult {
        name: topic.name.clone(),
        partitions: topic
            .partitions
            .iter()
            .map(|partition| {
                let end = i64::from(partition.partition_index) * 10 + 5;
                let beyond = partition.offset > end;
                DeleteRecordsPartitionResult {
                    partition_index: partition.partition_index,
                    low_watermark: if partition.offset < 0 { end } else { partition.offset },
                    error_code: i16::from(beyond),
                    ..Default::default()
                }
            })
            .collect(),
        ..Default::default()
    });
    asked.answer(&DeleteRecordsResponse { topics: topics.collect(), ..Default::default() })
}

fn log_dirs(asked: &Asked) -> Answer {
    let partition = |index| DescribeLogDirsPartition {
        partition_index: index,
        partition_size: 1_000 * i64::from(index + 1),
        offset_lag: 0,
        is_future_key: false,
        ..Default::default()
    };
    let topics = vec![DescribeLogDirsTopic {
        name: "a".into(),
        partitions: vec![partition(0), partition(1)],
        ..Default::default()
    }];
    let good = DescribeLogDirsResult {
        log_dir: "/var/kafka".into(),
        topics,
        total_bytes: 1 << 40,
        usable_bytes: 1 << 39,
        ..Default::default()
    };
    let bad = DescribeLogDirsResult { error_code: 56, log_dir: "/mnt/gone".into(), ..Default::default() };
    asked.answer(&DescribeLogDirsResponse { results: vec![good, bad], ..Default::default() })
}

impl Fake {
    fn kt(&self, line: &str) -> Kt {
        kt(line).env("KT_BOOTSTRAP", self.address())
    }
}

#[test]
fn offsets_are_sorted_by_name_and_number_as_one_text() {
    let broker = broker();
    broker
        .kt("get-offsets --topic-partitions a,b:0-10")
        .succeeds()
        .stdout("a:0:5\na:1:15\nb:0:0\nb:1:0\nb:2:0\nb:3:0\nb:4:0\nb:5:0\nb:6:0\nb:7:0\nb:8:0\nb:9:0\n");
    broker.kt("get-offsets --topic-partitions b:1,b:9-").succeeds().stdout("b:1:0\nb:9:0\n").stderr(
        "error: Skip getting offsets for topic-partition b-10 due to error: \
         org.apache.kafka.common.errors.UnsupportedForMessageFormatException: The message format version on the broker does \
         not support the request.\n",
    );
}

#[test]
fn each_time_has_a_word_and_a_number() {
    let broker = broker();
    for (times, expected) in [
        (["-1", "latest"], "a:0:5\na:1:15\n"),
        (["-2", "earliest"], "a:0:0\na:1:10\n"),
        (["-3", "max-timestamp"], "a:0:4\na:1:14\n"),
        (["-6", "earliest-pending-upload"], ""),
        (["1000", "1000"], "a:0:4\na:1:14\n"),
        (["2000", "2000"], ""),
    ] {
        for time in times {
            broker.kt(&format!("get-offsets --topic a --time {time}")).succeeds().stdout(expected);
        }
    }
}

#[test]
fn lines_that_make_no_sense_are_refused_in_the_originals_words() {
    let refused = |options: &str, sentence: &str| {
        kt(&format!("get-offsets {DEAD} {options}")).fails(1).stdout("").stderr_has(sentence);
    };
    refused("--topic t --time noon", "Malformed time argument noon. Please use -1 or latest / -2 or earliest / -3 or");
    refused("--topic t --partitions x", "--partitions expects a comma separated list of numeric partition ids, but");
    refused("--topic t --topic-partitions t:0", "--topic-partitions cannot be used with --topic or --partitions");
    refused("--topic-partitions t:x", "Invalid rule specification: t:x");
    refused("--topic [", "[ is an invalid regex.");
    let broker = broker();
    let nothing = "Could not match any topic-partitions with the specified filters";
    broker.kt("get-offsets --topic ghost").fails(1).stdout("").stderr_has(nothing);
    broker.kt("get-offsets --topic a --partitions 7").fails(1).stdout("").stderr_has(nothing);
}

#[test]
fn kts_own_word_shows_where_partitions_begin_and_end() {
    let broker = broker();
    let header = "TOPIC\tPARTITION\tSTART\tEND\tMESSAGES\n";
    broker.kt("offsets a").succeeds().stdout(&format!("{header}a\t0\t0\t5\t5\na\t1\t10\t15\t5\n"));
    broker
        .kt("offsets a:1 --at @1000")
        .succeeds()
        .stdout("TOPIC\tPARTITION\tOFFSET\tTIMESTAMP\na\t1\t14\t1970-01-01T00:00:01.500Z\n");
    broker.kt("offsets ghost").fails(5);
    broker.kt("offsets b:10").fails(1).stdout(header);
    broker.kt("offsets b:9-10").fails(8).stdout(&format!("{header}b\t9\t0\t0\t0\n"));
}

fn plan(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

#[test]
fn a_plan_is_carried_out_and_each_partition_has_its_line() {
    let broker = broker();
    let file = plan(
        r#"{"partitions": [{"topic": "a", "partition": 0, "offset": 2}, {"topic": "a", "partition": 1, "offset": -1},
            {"topic": "b", "partition": 0, "offset": 99}], "version": 1}"#,
    );
    broker
        .kt(&format!("delete-records --offset-json-file {}", file.path().display()))
        .succeeds()
        .stdout(
            "Executing records delete operation\nRecords delete operation completed:\n\
             partition: a-0\tlow_watermark: 2\npartition: a-1\tlow_watermark: 15\n\
             partition: b-0\terror: org.apache.kafka.common.errors.OffsetOutOfRangeException: The requested offset is not \
             within the range of offsets maintained by the server.\n",
        )
        .stderr_has("partition b-0: The requested offset is not within the range");
}

#[test]
fn a_plan_that_cannot_be_read_is_refused_before_anything_is_deleted() {
    kt(&format!("delete-records {DEAD}")).fails(1).stdout("").stderr_has("offset-json-file");
    kt(&format!("delete-records {DEAD} --offset-json-file nowhere.json"))
        .fails(1)
        .stdout("")
        .stderr_has("nowhere.json");
    let broken = plan("{\"partitions\": [");
    kt(&format!("delete-records {DEAD} --offset-json-file {}", broken.path().display()))
        .fails(1)
        .stdout("")
        .stderr_has("The input string is not a valid JSON");
}

#[test]
fn when_nobody_answers_the_original_says_so_for_each_partition_and_ends_well() {
    let file = plan(r#"{"partitions": [{"topic": "a", "partition": 0, "offset": 2}]}"#);
    kt(&format!("delete-records {DEAD} --offset-json-file {}", file.path().display()))
        .succeeds()
        .stdout(
            "Executing records delete operation\nRecords delete operation completed:\npartition: a-0\terror: \
             org.apache.kafka.common.errors.TimeoutException: Timed out waiting for a node assignment. Call: deleteRecords\n",
        )
        .stderr_has("no broker answered at 127.0.0.1:1 (connection refused)");
}

#[test]
fn kts_own_word_deletes_only_after_a_question() {
    let broker = broker();
    broker
        .kt("delete-records a --before 12")
        .fails(2)
        .stdout("")
        .stderr_has("a: 7 records in 2 partitions will be deleted. This cannot be undone.");
    let asked = |broker: &Fake| broker.asked.lock().unwrap().iter().any(|(api, _)| *api == ApiKey::DeleteRecords);
    assert!(!asked(&broker), "nobody said yes");
    broker.kt("delete-records a:1 --before 12 --yes").succeeds().stdout("TOPIC\tPARTITION\tSTART NOW\na\t1\t12\n");
    broker
        .kt("delete-records a --before 0 --yes")
        .succeeds()
        .stdout("TOPIC\tPARTITION\tSTART NOW\n")
        .stderr_has("nothing was deleted");
    broker.kt("delete-records gh --before 0 --yes").fails(5);
    broker.kt("delete-records a --before soon").fails(2).stderr_has("'soon' is no place in a topic");
}

#[test]
fn log_folders_are_one_line_of_json_with_the_originals_order_of_fields() {
    let broker = broker();
    let head = "Querying brokers for log directories information\nReceived log directory information from brokers 1\n";
    broker.kt("log-dirs --describe").succeeds().stdout(&format!(
        "{head}{}\n",
        r#"{"brokers":[{"broker":1,"logDirs":[{"partitions":[{"partition":"a-1","size":2000,"offsetLag":0,"isFuture":false},{"partition":"a-0","size":1000,"offsetLag":0,"isFuture":false}],"error":null,"logDir":"/var/kafka"},{"partitions":[],"error":"org.apache.kafka.common.errors.KafkaStorageException","logDir":"/mnt/gone"}]}],"version":1}"#
    ));
    broker.kt("log-dirs --describe --topic-list ghost").succeeds().stdout_has(r#"{"partitions":[],"error":null,"#);
    broker
        .kt("log-dirs --describe --broker-list 1,7,5")
        .fails(1)
        .stdout("")
        .stderr_has("The given brokers do not exist from --broker-list: 5,7. Current existent brokers: 1");
    kt(&format!("log-dirs {DEAD}")).fails(1).stdout("").stderr_has("Missing required argument \"[describe]\"");
}

#[test]
fn kts_own_log_dirs_shows_folders_or_partitions() {
    let broker = broker();
    broker.kt("log-dirs").succeeds().stdout(
        "BROKER\tFOLDER\tPARTITIONS\tSIZE\tFREE\tSTATE\n1\t/var/kafka\t2\t3000\t549755813888\tok\n\
         1\t/mnt/gone\t0\t0\t-\tKAFKA_STORAGE_ERROR\n",
    );
    broker
        .kt("log-dirs a")
        .succeeds()
        .stdout("TOPIC\tPARTITION\tBROKER\tSIZE\tLAG\na\t0\t1\t1000\t0\na\t1\t1\t2000\t0\n");
}

#[test]
fn the_versions_of_a_broker_are_the_originals_block() {
    let broker = broker();
    let ran = broker.kt("broker-api-versions").succeeds();
    assert!(ran.stdout.starts_with(&format!(
        "127.0.0.1:{} (id: 1 rack: null isFenced: false) -> (\n\tProduce(0): 0 to 1 [unusable: node too old],\n\
         \tFetch(1): UNSUPPORTED,\n\tListOffsets(2): 1 to 11 [usable: 11],\n\tMetadata(3): 0 to 12 [usable: 12],\n",
        broker.port
    )));
    assert!(ran.stdout.ends_with("\tDeleteShareGroupOffsets(92): UNSUPPORTED\n)\n"));
    broker
        .kt("api-versions listoff")
        .succeeds()
        .stdout("API\tKEY\tVERSIONS\tUSED BY KT\tBROKERS\nListOffsets\t2\t1-11\t11\tall\n");
}

#[test]
fn the_originals_word_with_its_flags_alone_is_its_call() {
    // `log-dirs` and `delete-records` are words of both grammars.
    kt(&format!("log-dirs {DEAD}")).fails(1).stdout("");
    kt("log-dirs -b 127.0.0.1:1").fails(3);
    kt(&format!("log-dirs orders {DEAD}")).fails(3);
    kt("log-dirs --broker-list 1").fails(1).stderr_has("Missing required argument \"[describe]\"");
}
