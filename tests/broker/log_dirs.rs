//! Several folders in log.dirs: where partitions are placed, how they move, and what a folder that fails takes with it.

use std::path::Path;
use std::time::{Duration, Instant};

use kt::client::{Client, Settings, To};
use kt::protocol::code::ErrorCode;
use kt_codec::alter_replica_log_dirs_request::{
    AlterReplicaLogDir, AlterReplicaLogDirTopic, AlterReplicaLogDirsRequest,
};
use kt_codec::describe_log_dirs_request::DescribeLogDirsRequest;
use kt_codec::describe_log_dirs_response::DescribeLogDirsResult;

use rdkafka::config::ClientConfig;
use rdkafka::producer::{BaseProducer, BaseRecord, Producer};

use crate::support::{Broker, broker_in};

const PATIENCE: Duration = Duration::from_secs(30);

/// A broker with the folders `data` and `other`.
fn broker() -> Broker {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().canonicalize().expect("it is there");
    let dirs = format!("log.dirs={},{}", path.join("data").display(), path.join("other").display());
    broker_in(folder, &[&dirs])
}

fn other(broker: &Broker) -> String {
    broker.folder.path().canonicalize().expect("it is there").join("other").display().to_string()
}

fn ask<T>(broker: &Broker, work: impl AsyncFnOnce(Client) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(work(Client::new(Settings::plain(&broker.address).expect("an address"))))
}

fn describe(broker: &Broker) -> Vec<DescribeLogDirsResult> {
    let all = DescribeLogDirsRequest { topics: None, ..Default::default() };
    ask(broker, async |client| client.send(To::Any, &all).await.expect("an answer").results)
}

/// The partitions of `t` in the folder, those on their way there marked.
fn in_folder(broker: &Broker, name: &str) -> Vec<String> {
    let results = describe(broker);
    let result = results.iter().find(|r| r.log_dir.ends_with(name)).expect("the folder is described");
    let mut found: Vec<_> = result.topics.iter().flat_map(|t| &t.partitions).collect();
    found.sort_by_key(|p| p.partition_index);
    let told = |p: &kt_codec::describe_log_dirs_response::DescribeLogDirsPartition| {
        format!("{}{}", p.partition_index, if p.is_future_key { " future" } else { "" })
    };
    found.into_iter().map(told).collect()
}

fn move_to(broker: &Broker, topic: &str, index: i32, path: &str) -> i16 {
    let topics = vec![AlterReplicaLogDirTopic { name: topic.into(), partitions: vec![index], ..Default::default() }];
    let dirs = vec![AlterReplicaLogDir { path: path.into(), topics, ..Default::default() }];
    let request = AlterReplicaLogDirsRequest { dirs, ..Default::default() };
    let answer = ask(broker, async |client| client.send(To::Any, &request).await.expect("an answer"));
    answer.results[0].partitions[0].error_code
}

fn produce(broker: &Broker, partition: i32, numbers: std::ops::Range<u32>) {
    let mut config = ClientConfig::new();
    let producer: BaseProducer = config.set("bootstrap.servers", &broker.address).create().expect("settings");
    for number in numbers {
        let payload = number.to_string();
        let record = BaseRecord::<(), str>::to("t").partition(partition).payload(&payload);
        producer.send(record).map_err(|(e, _)| e).expect("there is room in the queue");
    }
    producer.flush(PATIENCE).expect("all is acknowledged");
}

fn stored(broker: &Broker, partition: i32) -> Vec<u32> {
    let line = format!("console-consumer --topic t --partition {partition} --offset earliest --timeout-ms 1000");
    broker.kt(&line).run().stdout.lines().map(|line| line.parse().expect("only numbers were sent")).collect()
}

#[test]
fn partitions_go_where_the_fewest_are_and_move_with_all_they_hold() {
    let mut broker = broker();
    broker.kt("topics --create --topic t --partitions 4").succeeds();
    assert_eq!(in_folder(&broker, "data").len(), 2);
    assert_eq!(in_folder(&broker, "other").len(), 2);
    let moving = in_folder(&broker, "data")[0].parse().expect("a partition");
    produce(&broker, moving, 0..500);
    let to = other(&broker);
    assert_eq!(move_to(&broker, "t", moving, &to), 0);
    let deadline = Instant::now() + PATIENCE;
    while in_folder(&broker, "data").len() == 2 || in_folder(&broker, "other").iter().any(|p| p.ends_with("future")) {
        assert!(Instant::now() < deadline, "it does not move");
    }
    assert_eq!(in_folder(&broker, "other").len(), 3);
    assert!(Path::new(&to).join(format!("t-{moving}")).exists());
    // It goes on where it was, and a kill finds it where it is now.
    produce(&broker, moving, 500..600);
    broker.kill();
    broker.start_again();
    assert_eq!(stored(&broker, moving), (0..600).collect::<Vec<_>>());
    assert_eq!(in_folder(&broker, "other").len(), 3);
    // The next one goes to the emptier folder.
    broker.kt("topics --create --topic u --partitions 1").succeeds();
    assert_eq!(in_folder(&broker, "data").len(), 2);
}

#[test]
fn a_move_that_cannot_be_is_refused_with_the_originals_error() {
    let broker = broker();
    broker.kt("topics --create --topic t").succeeds();
    assert_eq!(move_to(&broker, "t", 0, "/nowhere"), ErrorCode::LOG_DIR_NOT_FOUND.code());
    assert_eq!(move_to(&broker, "t", 7, &other(&broker)), ErrorCode::REPLICA_NOT_AVAILABLE.code());
    assert_eq!(move_to(&broker, "ghost", 0, &other(&broker)), ErrorCode::REPLICA_NOT_AVAILABLE.code());
    assert_eq!(move_to(&broker, &"x".repeat(249), 0, &other(&broker)), ErrorCode::INVALID_TOPIC_EXCEPTION.code());
}

#[test]
fn a_folder_that_is_gone_at_the_start_takes_only_its_own_partitions_with_it() {
    let mut broker = broker();
    broker.kt("topics --create --topic t --partitions 2").succeeds();
    let lost: i32 = in_folder(&broker, "other")[0].parse().expect("a partition");
    produce(&broker, 0, 0..100);
    produce(&broker, 1, 0..100);
    broker.kill();
    let (folder, away) = (other(&broker), broker.folder.path().join("away"));
    std::fs::rename(&folder, &away).expect("it can be renamed");
    // A file where the folder should be: nothing can be opened or made there.
    std::fs::write(&folder, "no folder").expect("there is room");
    broker.start_again();
    assert_eq!(stored(&broker, 1 - lost), (0..100).collect::<Vec<_>>());
    let offline = describe(&broker).into_iter().find(|r| r.log_dir.ends_with("other")).expect("it is told of");
    assert_eq!(offline.error_code, ErrorCode::KAFKA_STORAGE_ERROR.code());
    broker.kill();
    std::fs::remove_file(&folder).expect("it is a file");
    std::fs::rename(&away, &folder).expect("it comes back");
    broker.start_again();
    assert_eq!(stored(&broker, lost), (0..100).collect::<Vec<_>>(), "all is there again");
}
