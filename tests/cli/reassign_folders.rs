//! Plans that name folders (`log_dirs`): replicas move between the folders of their broker, in both grammars.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use kt_codec::ApiKey;
use kt_codec::alter_partition_reassignments_response::AlterPartitionReassignmentsResponse;
use kt_codec::alter_replica_log_dirs_request::AlterReplicaLogDirsRequest;
use kt_codec::alter_replica_log_dirs_response::{
    AlterReplicaLogDirPartitionResult, AlterReplicaLogDirTopicResult, AlterReplicaLogDirsResponse,
};
use kt_codec::describe_log_dirs_response::{DescribeLogDirsResponse, DescribeLogDirsResult};
use kt_codec::list_partition_reassignments_response::ListPartitionReassignmentsResponse;

use crate::support::fake::{Fake, KAFKA_2_1, fake, metadata};
use crate::support::{Broker, Kt, broker_in, kt};

const PATIENCE: Duration = Duration::from_secs(30);

/// A broker with the folders `data` and `other`, and a topic of two partitions that lies in `data`.
fn with_two_folders() -> (Broker, String, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().canonicalize().expect("it is there");
    let [data, other] = ["data", "other"].map(|name| path.join(name).display().to_string());
    let broker = broker_in(folder, &[&format!("log.dirs={data},{other}")]);
    broker.kt("topics create t --partitions 2").succeeds();
    let home = plan(&broker, "home.json", &[(0, &data), (1, &data)]);
    tool(&broker, &format!("--execute {home}")).succeeds();
    until_done(&broker, &home, 2);
    (broker, data, other)
}

/// Writes a plan for partitions of `t`; brings the option that names it.
fn plan(broker: &Broker, name: &str, folders: &[(i32, &str)]) -> String {
    let one = |(partition, folder): &(i32, &str)| {
        format!(r#"{{"topic":"t","partition":{partition},"replicas":[1],"log_dirs":["{folder}"]}}"#)
    };
    let parts: Vec<String> = folders.iter().map(one).collect();
    let text = format!(r#"{{"version":1,"partitions":[{}]}}"#, parts.join(","));
    std::fs::write(broker.folder.path().join(name), text).expect("the folder is ours");
    format!("--reassignment-json-file {name}")
}

fn tool(broker: &Broker, line: &str) -> Kt {
    broker.kt(&format!("reassign-partitions {line}")).dir(broker.folder.path())
}

fn until_done(broker: &Broker, plan: &str, replicas: usize) {
    let end = Instant::now() + PATIENCE;
    loop {
        let told = tool(broker, &format!("--verify --preserve-throttles {plan}")).succeeds();
        if told.stdout.matches("completed successfully").count() == replicas {
            return;
        }
        assert!(Instant::now() < end, "{told}");
    }
}

const COMPLETED: &str = "Status of partition reassignment:\nReassignment of partition t-0 is completed.\n\
                         Reassignment of partition t-1 is completed.\n";
const CLEARED: &str = "Clearing broker-level throttles on broker 1\nClearing topic-level throttles on topic t\n";

#[test]
fn a_move_is_begun_limited_followed_turned_back_and_done() {
    let (broker, data, other) = with_two_folders();
    // At 10 bytes a second this is under way for longer than the test.
    for partition in [0, 1] {
        broker.kt(&format!("produce t -p {partition}")).stdin(format!("{}\n", "x".repeat(20_000))).succeeds();
    }
    let away = plan(&broker, "away.json", &[(0, &other), (1, &other)]);
    let home = plan(&broker, "home.json", &[(0, &data), (1, &data)]);
    let begun = format!(
        "Successfully started partition reassignments for t-0,t-1\n\
         Successfully started moving log directory to {other} for replica t-0 with broker 1 \n\
         Successfully started moving log directory to {other} for replica t-1 with broker 1 \n"
    );
    tool(&broker, &format!("--execute --replica-alter-log-dirs-throttle 10 {away}"))
        .succeeds()
        .stdout_has(&format!("\"log_dirs\":[\"{data}\"]"))
        .stdout_has(&format!(
            "to ensure the throttle is removed.\nThe replica-alter-dir throttle limit was set to 10 B/s\n{begun}"
        ));
    // The throttle stays for as long as something moves.
    tool(&broker, &format!("--verify {away}")).succeeds().stdout(&format!(
        "{COMPLETED}Reassignment of replica t-0-1 is still in progress.\nReassignment of replica t-1-1 is still in \
         progress.\n"
    ));
    tool(&broker, &format!("--verify {home}")).succeeds().stdout(&format!(
        "{COMPLETED}Partition t-0 on broker 1 is being moved to log dir {other} instead of {data}.\nPartition t-1 on \
         broker 1 is being moved to log dir {other} instead of {data}.\n"
    ));
    broker.kt("configs get broker/1").succeeds().stdout_has("replica.alter.log.dirs.io.max.bytes.per.second\t10\t");
    tool(&broker, &format!("--cancel {away}")).succeeds().stdout(&format!(
        "None of the specified partition reassignments are active.\n\
         Successfully started moving log directory to {data} for replica t-0 with broker 1 \n\
         Successfully started moving log directory to {data} for replica t-1 with broker 1 \n{CLEARED}"
    ));
    broker.kt("configs get broker/1").succeeds().stdout("SETTING\tVALUE\tSOURCE\n");
    tool(&broker, &format!("--verify {away}")).succeeds().stdout(&format!(
        "{COMPLETED}Partition t-0 on broker 1 is not being moved from log dir {data} to {other}.\nPartition t-1 on broker \
         1 is not being moved from log dir {data} to {other}.\n{CLEARED}"
    ));
    tool(&broker, &format!("--cancel {away}")).succeeds().stdout(&format!(
        "None of the specified partition reassignments are active.\nNone of the specified partition moves are \
         active.{CLEARED}"
    ));
    tool(&broker, &format!("--execute {away}")).succeeds().stdout_has(&begun);
    until_done(&broker, &away, 2);
    broker.kt("get-offsets --topic t --time -1").succeeds().stdout("t:0:1\nt:1:1\n");
    assert!(broker.folder.path().join("other/t-0").is_dir() && !broker.folder.path().join("data/t-0").exists());
}

#[test]
fn what_a_broker_refuses_is_told_after_what_was_said_before() {
    let (broker, data, other) = with_two_folders();
    let nowhere = plan(&broker, "nowhere.json", &[(0, "/nowhere")]);
    let why = "org.apache.kafka.common.errors.LogDirNotFoundException: The user-specified log directory is not found in \
               the broker config.";
    tool(&broker, &format!("--execute {nowhere}")).fails(1).stdout_has(&format!(
        "Successfully started partition reassignment for t-0\nError: Failed to alter dir for t-0-1\n\
         org.apache.kafka.tools.AdminCommandFailedException: Failed to alter dir for t-0-1\n\
         Caused by: java.util.concurrent.ExecutionException: {why}\nCaused by: {why}\n\n"
    ));
    broker
        .kt("reassign apply nowhere.json -y --no-undo")
        .dir(broker.folder.path())
        .fails(5)
        .stderr_has("error: cannot move t-0 on broker 1 to /nowhere [LOG_DIR_NOT_FOUND]\n")
        .stderr_has(&format!("the broker has no such folder; it has {data}, {other}\n"));
    let missing = plan(&broker, "missing.json", &[(9, &other)]);
    tool(&broker, &format!("--verify {missing}")).succeeds().stdout(
        "Status of partition reassignment:\nThere is no active reassignment of partition t-9, but replica set is  rather \
         than 1.\nPartition t-9 is not found in any live log dir on broker 1. There is likely an offline log directory \
         on the broker.\n",
    );
    // The status comes before the broker that cannot be asked.
    std::fs::write(
        broker.folder.path().join("gone.json"),
        r#"{"partitions":[{"topic":"t","partition":0,"replicas":[7],"log_dirs":["/d"]}]}"#,
    )
    .expect("the folder is ours");
    let why = "org.apache.kafka.common.errors.TimeoutException: Timed out waiting for a node assignment. Call: \
               describeReplicaLogDirs";
    tool(&broker, "--verify --reassignment-json-file gone.json").fails(1).stdout(&format!(
        "Status of partition reassignment:\nThere is no active reassignment of partition t-0, but replica set is 1 rather \
         than 7.\nError: {why}\njava.util.concurrent.ExecutionException: {why}\nCaused by: {why}\n\n"
    ));
}

#[test]
fn kts_own_verbs_show_the_folders_first_and_keep_the_way_back() {
    let (broker, data, other) = with_two_folders();
    let state = tempfile::tempdir().expect("a temporary folder");
    let own = |line: &str| {
        broker.kt(&format!("reassign {line}")).dir(broker.folder.path()).env("XDG_STATE_HOME", state.path())
    };
    plan(&broker, "away.json", &[(0, &other)]);
    own("apply away.json --dry-run").succeeds().stderr_has(&format!("1: {data}")).stderr_has(&format!("1: {other}"));
    let begun = own("apply away.json -y -o json").succeeds();
    let told: serde_json::Value = serde_json::from_str(&begun.stdout).expect("it is JSON");
    assert_eq!(
        told["folders"],
        serde_json::json!([{ "topic": "t", "partition": 0, "broker": 1, "folder": other }]),
        "{begun}"
    );
    until_done(&broker, "--reassignment-json-file away.json", 1);
    own("verify away.json")
        .succeeds()
        .stdout(&format!("TOPIC\tPARTITION\tSTATE\nt\t0\tcompleted\nt\t0\t{other} on broker 1: completed\n"));
    let undo = begun.stderr.split("undo: kt reassign apply ").nth(1).expect("the way back is told");
    let undo = undo.lines().next().unwrap_or_default();
    own(&format!("apply {undo} -y --no-undo")).succeeds();
    until_done(&broker, "--reassignment-json-file home.json", 2);
    own("cancel away.json").succeeds().stderr_has("note: none of this is under way");
}

/// A broker that has the replica only when it is asked for the move for the n-th time.
fn slow(after: u32) -> Fake {
    let mut offers = KAFKA_2_1.to_vec();
    offers.extend([
        (ApiKey::ListPartitionReassignments, 0, 0),
        (ApiKey::AlterPartitionReassignments, 0, 0),
        (ApiKey::AlterReplicaLogDirs, 1, 1),
    ]);
    let asks = AtomicU32::new(0);
    fake(&offers, move |asked| match asked.api {
        ApiKey::ListPartitionReassignments => asked.answer(&ListPartitionReassignmentsResponse::default()),
        ApiKey::AlterPartitionReassignments => asked.answer(&AlterPartitionReassignmentsResponse::default()),
        ApiKey::DescribeLogDirs => {
            let result = DescribeLogDirsResult { log_dir: "/d".into(), ..Default::default() };
            asked.answer(&DescribeLogDirsResponse { results: vec![result], ..Default::default() })
        }
        ApiKey::AlterReplicaLogDirs => {
            let request: AlterReplicaLogDirsRequest = asked.read();
            assert_eq!(&request.dirs[0].path[..], "/d");
            assert_eq!(request.dirs[0].topics[0].partitions, [0]);
            let there = asks.fetch_add(1, Ordering::Relaxed) + 1 >= after;
            let partition = AlterReplicaLogDirPartitionResult {
                error_code: if there { 0 } else { 9 }, // REPLICA_NOT_AVAILABLE
                ..Default::default()
            };
            let topic = AlterReplicaLogDirTopicResult {
                topic_name: "t".into(),
                partitions: vec![partition],
                ..Default::default()
            };
            asked.answer(&AlterReplicaLogDirsResponse { results: vec![topic], ..Default::default() })
        }
        _ => asked.answer(&metadata("127.0.0.1", asked.port, &[("t", 1)])),
    })
}

#[test]
fn a_replica_that_is_not_there_yet_is_waited_for_up_to_the_timeout() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let plan = r#"{"partitions":[{"topic":"t","partition":0,"replicas":[1],"log_dirs":["/d"]}]}"#;
    std::fs::write(folder.path().join("plan.json"), plan).expect("the folder is ours");
    let execute = |broker: &Fake, timeout: u32| {
        let line = "reassign-partitions --execute --reassignment-json-file plan.json";
        kt(&format!("{line} --timeout {timeout} --bootstrap-server {}", broker.address())).dir(folder.path())
    };
    execute(&slow(3), 30_000).succeeds().stdout_has(
        "Successfully started partition reassignment for t-0\nSuccessfully started moving log directory to /d for replica \
         t-0 with broker 1 \n",
    );
    execute(&slow(u32::MAX), 250).fails(1).stdout_has(
        "Successfully started partition reassignment for t-0\nTimed out before log directory move could be started for: \
         t-0-1\n",
    );
}

#[test]
fn moves_between_folders_are_seen_limited_and_taken_back_in_kts_own_verbs() {
    let (broker, data, other) = with_two_folders();
    for partition in [0, 1] {
        broker.kt(&format!("produce t -p {partition}")).stdin(format!("{}\n", "x".repeat(20_000))).succeeds();
    }
    plan(&broker, "away.json", &[(0, &other), (1, &other)]);
    let own = |line: &str| broker.kt(&format!("reassign {line}")).dir(broker.folder.path());
    // At 10 bytes a second this is under way for longer than the test.
    own("apply away.json -y --no-undo --throttle 10").succeeds();
    let told = own("status -o json").succeeds();
    let told: serde_json::Value = serde_json::from_str(&told.stdout).expect("it is JSON");
    assert_eq!(told.as_array().map(Vec::len), Some(2), "{told}");
    let one = &told[1];
    assert_eq!((&one["topic"], &one["partition"], &one["broker"]), (&"t".into(), &1.into(), &1.into()));
    assert_eq!((&one["from"], &one["to"]), (&data.as_str().into(), &other.as_str().into()));
    assert!(one["copiedBytes"].as_u64() < one["bytes"].as_u64(), "{told}");
    own("status").succeeds().stdout_has(&format!("t\t0\t1\t1: {other}\t1: {data}\t"));
    let limit = "replica.alter.log.dirs.io.max.bytes.per.second";
    own("throttle 20").succeeds().stdout("THROTTLE\tTOPICS\n20\tt\n");
    broker.kt("configs get broker/1").succeeds().stdout_has(&format!("{limit}\t20\t"));
    own("cancel --all").fails(2).stderr_has("add --yes");
    own("cancel --all -y")
        .succeeds()
        .stdout(&format!("CANCELLED\nt-0 stays in {data} of broker 1\nt-1 stays in {data} of broker 1\n"));
    let header = "TOPIC\tPARTITION\tREPLICAS\tADDING\tREMOVING\tSIZE\tCOPIED\n";
    own("status").succeeds().stdout(header).stderr("note: nothing is under way\n");
    own("cancel --all -o json").succeeds().stdout("{\n  \"cancelled\": [],\n  \"folders\": []\n}\n");
    broker.kt("configs get broker/1").succeeds().stdout("SETTING\tVALUE\tSOURCE\n");
}
