//! `kt reassign`: how far moves are, how fast they may be, and what is shown before they begin. kt's broker is alone, so
//! moves under way are a fake broker's.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use kt_codec::ApiKey;
use kt_codec::describe_configs_request::DescribeConfigsRequest;
use kt_codec::describe_configs_response::{
    DescribeConfigsResourceResult, DescribeConfigsResponse, DescribeConfigsResult,
};
use kt_codec::describe_log_dirs_response::{
    DescribeLogDirsPartition, DescribeLogDirsResponse, DescribeLogDirsResult, DescribeLogDirsTopic,
};
use kt_codec::list_partition_reassignments_response::{
    ListPartitionReassignmentsResponse, OngoingPartitionReassignment, OngoingTopicReassignment,
};
use kt_codec::metadata_response::MetadataResponseBroker;

use crate::support::fake::{Fake, KAFKA_2_1, fake, metadata};
use crate::support::terminal::Terminal;
use crate::support::{broker, kt};

/// Two brokers, the second of which gets orders-0 of the first: 1 KiB more at every look, of 4 KiB.
fn moving() -> Fake {
    let mut offers = KAFKA_2_1.to_vec();
    offers.push((ApiKey::ListPartitionReassignments, 0, 0));
    let second = fake(&KAFKA_2_1, {
        let looks = AtomicU32::new(0);
        move |asked| match asked.api {
            ApiKey::DescribeLogDirs => {
                asked.answer(&folder(1024 * i64::from(looks.fetch_add(1, Ordering::Relaxed).min(4))))
            }
            _ => asked.answer(&throttled()),
        }
    });
    let port = second.port;
    let looks = Arc::new(AtomicU32::new(0));
    fake(&offers, move |asked| match asked.api {
        ApiKey::DescribeLogDirs => asked.answer(&folder(4096)),
        ApiKey::DescribeConfigs => {
            let request: DescribeConfigsRequest = asked.read();
            assert_eq!(&request.resources[0].resource_name[..], "1");
            asked.answer(&throttled())
        }
        ApiKey::ListPartitionReassignments => {
            let one = OngoingPartitionReassignment {
                partition_index: 0,
                replicas: vec![2, 1],
                adding_replicas: vec![2],
                removing_replicas: vec![1],
                ..Default::default()
            };
            let topic = OngoingTopicReassignment { name: "orders".into(), partitions: vec![one], ..Default::default() };
            let topics = if looks.fetch_add(1, Ordering::Relaxed) < 4 { vec![topic] } else { Vec::new() };
            asked.answer(&ListPartitionReassignmentsResponse { topics, ..Default::default() })
        }
        _ => {
            let mut response = metadata("127.0.0.1", asked.port, &[("orders", 1)]);
            response.brokers.push(MetadataResponseBroker {
                node_id: 2,
                host: "127.0.0.1".into(),
                port: port.into(),
                ..Default::default()
            });
            asked.answer(&response)
        }
    })
}

fn folder(bytes: i64) -> DescribeLogDirsResponse {
    let partition = DescribeLogDirsPartition { partition_index: 0, partition_size: bytes, ..Default::default() };
    let topic = DescribeLogDirsTopic { name: "orders".into(), partitions: vec![partition], ..Default::default() };
    let result = DescribeLogDirsResult { log_dir: "/data".into(), topics: vec![topic], ..Default::default() };
    DescribeLogDirsResponse { results: vec![result], ..Default::default() }
}

fn throttled() -> DescribeConfigsResponse {
    let rate = DescribeConfigsResourceResult {
        name: "leader.replication.throttled.rate".into(),
        value: Some("1048576".into()),
        config_source: 2,
        ..Default::default()
    };
    let result = DescribeConfigsResult {
        resource_type: 4,
        resource_name: "1".into(),
        configs: vec![rate],
        ..Default::default()
    };
    DescribeConfigsResponse { results: vec![result], ..Default::default() }
}

#[test]
fn what_is_under_way_is_shown_with_how_much_of_it_is_there() {
    let broker = moving();
    kt(&format!("reassign -b {}", broker.address()))
        .succeeds()
        .stdout("TOPIC\tPARTITION\tREPLICAS\tADDING\tREMOVING\tSIZE\tCOPIED\norders\t0\t2,1\t2\t1\t4096\t0\n");
    let told = kt(&format!("reassign status -b {} -o json", broker.address())).succeeds();
    let told: serde_json::Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!(told[0]["bytes"], 4096);
    assert_eq!(told[0]["copiedBytes"], 1024);
    // In the original's grammar nothing is asked but the moves.
    kt(&format!("reassign-partitions --list --bootstrap-server {}", broker.address()))
        .succeeds()
        .stdout("Current partition reassignments:\norders-0: replicas: 2,1. adding: 2. removing: 1.\n");
}

#[test]
fn a_watched_move_is_followed_to_its_end_and_a_throttle_that_stays_is_told() {
    let line = |broker: &Fake| format!("reassign status --watch --interval 20ms -b {}", broker.address());
    let broker = moving();
    let piped = kt(&line(&broker)).succeeds();
    let copied: Vec<i64> = piped
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter_map(|look| look[0]["copiedBytes"].as_i64())
        .collect();
    assert_eq!(copied, [0, 1024, 2048, 3072]);
    assert!(piped.stdout.ends_with("[]\n"), "{piped}");
    piped.stderr_has("note: brokers still copy no faster than 1 MiB/s: kt reassign throttle off   lifts that");
    let broker = moving();
    let mut terminal: Terminal = kt(&line(&broker)).at_a_terminal();
    terminal.shows("orders          0  2,1       2       1         4 KiB     0 %");
    terminal.shows("1 move · 0 B of 4 KiB copied · throttled to 1 MiB/s a broker");
    terminal
        .shows("25 %")
        .shows(" left · ")
        .shows("50 %")
        .shows("nothing is under way any more")
        .shows("brokers still copy");
    assert_eq!(terminal.ends(), Some(0));
}

#[test]
fn a_plan_is_previewed_started_and_can_be_taken_back() {
    let broker = broker();
    let folder = tempfile::tempdir().unwrap();
    let kt = |line: &str| broker.kt(line).dir(folder.path()).env("XDG_STATE_HOME", folder.path());
    kt("topics create orders --partitions 2").succeeds();
    kt("reassign plan ordres").fails(5).stdout("").stderr_has("did you mean   orders ?");
    kt("reassign plan orders --to 1,7").fails(5).stderr("error: there is no broker 7\n  cause: the brokers are 1\n");
    kt("reassign plan orders --replication-factor 2").fails(1).stderr_has("larger than available brokers: 1");
    // All brokers, which is one here: the same again.
    let plan = kt("reassign plan orders").succeeds().stdout;
    kt("reassign apply - --dry-run")
        .stdin(plan.clone())
        .succeeds()
        .stdout("TOPIC\tPARTITION\tREPLICAS\norders\t0\t1\norders\t1\t1\n")
        .stderr("note: dry run: nothing was changed\n");
    kt("reassign apply -").stdin(plan.clone()).fails(2).stderr_has("add --yes");
    let started = kt("reassign apply - --yes -o json --throttle 10MiB").stdin(plan).succeeds();
    assert!(started.stdout.contains("\"orders-1\""), "{started}");
    let undo = started.stderr.strip_prefix("undo: kt reassign apply ").expect("the way back is told").trim().to_owned();
    assert!(std::fs::read_to_string(undo).unwrap().starts_with("{\"version\":1,\"partitions\":[{\"topic\":\"orders\""));
    kt("configs get broker/1").succeeds().stdout_has("leader.replication.throttled.rate\t10485760");
    kt("reassign status").succeeds().stderr_has("nothing is under way").stderr_has("no faster than 10 MiB/s");
    kt("reassign throttle 5MiB").fails(5).stderr_has("nothing is under way that could be throttled");
    kt("reassign throttle fast").fails(2).stderr_has("'fast' is no rate");
    kt("reassign throttle off").succeeds().stdout("THROTTLE\tTOPICS\noff\torders\n");
    kt("configs get broker/1").succeeds().stdout("SETTING\tVALUE\tSOURCE\n");
    kt("configs get topic/orders").succeeds().stdout("SETTING\tVALUE\tSOURCE\n");
    kt("reassign throttle off").succeeds().stdout("THROTTLE\tTOPICS\noff\t\n");
}
