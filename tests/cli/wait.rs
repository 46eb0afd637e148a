//! `kt wait`: what scripts do instead of sleeping.

use std::sync::atomic::{AtomicU32, Ordering};

use kt_codec::ApiKey;
use kt_codec::describe_log_dirs_response::DescribeLogDirsResponse;

use crate::support::fake::{KAFKA_2_1, fake, metadata};
use crate::support::{broker, kt};

#[test]
fn a_broker_that_is_there_is_not_waited_for() {
    broker().kt("wait").succeeds().stdout("").stderr_has("note: 1 broker after ");
}

#[test]
fn what_does_not_come_is_said_with_exit_code_7() {
    kt("wait -b 127.0.0.1:1 --timeout 100ms")
        .fails(7)
        .stderr_has("error: waited 100 ms, and no broker answered at 127.0.0.1:1 (connection refused)");
    let broker = broker();
    broker.kt("wait --brokers 2 --timeout 500ms").fails(7).stderr_has("error: waited 500 ms, and 1 of 2 brokers there");
    broker.kt("wait --topic orders --timeout 500ms").fails(7).stderr_has("and topic orders is not there");
    broker.kt("topics create orders").succeeds();
    broker.kt("wait --topic orders --timeout 10s").succeeds();
    let ran = broker.kt("wait --topic orders --partitions 2 --timeout 500ms").fails(7);
    let ran = ran.stderr_has("or look with   kt topics describe orders\n");
    assert!(ran.stderr.contains("and topic orders has 1 of 2 partitions"), "{ran}");
    broker.kt("wait --topic orders --records 1 --timeout 500ms").fails(7).stderr_has("orders holds 0 of 1 records");
    // Looking did not make it.
    broker.kt("topics list").succeeds().stdout_has("orders");
}

#[test]
fn a_cluster_is_waited_for_until_it_is_healthy_again() {
    broker().kt("wait --healthy").succeeds().stdout("").stderr_has("note: 1 broker, a healthy cluster after ");
    // A partition that has its leader back after so many questions.
    let sick = |questions: u32| {
        let asks = AtomicU32::new(0);
        fake(&KAFKA_2_1, move |asked| {
            let mut response = metadata("127.0.0.1", asked.port, &[("orders", 1)]);
            if asks.fetch_add(1, Ordering::Relaxed) < questions {
                response.topics[0].partitions[0].leader_id = -1;
            }
            match asked.api {
                ApiKey::DescribeLogDirs => asked.answer(&DescribeLogDirsResponse::default()),
                _ => asked.answer(&response),
            }
        })
    };
    kt(&format!("wait --healthy --timeout 1s -b {}", sick(u32::MAX).address()))
        .fails(7)
        .stderr_has("the cluster has 1 problem\n  cause: orders-0 is leaderless: nobody leads it")
        .stderr_has("kt cluster health");
    kt(&format!("wait --healthy -b {}", sick(12).address())).succeeds().stderr_has("a healthy cluster after ");
}

#[test]
fn a_topic_and_its_records_are_waited_for_until_they_come() {
    let kt_itself = env!("CARGO_BIN_EXE_kt");
    let script = format!(
        "{kt_itself} wait --topic late --records 2 --timeout 30s & waiter=$!; {kt_itself} topics create late -q; \
         printf \"a\\nb\\n\" | {kt_itself} produce late -q; wait $waiter"
    );
    kt(&format!("serve -- sh -c '{script}'")).succeeds().stderr_has("topic late with 2 records after ");
}

#[test]
fn numbers_and_times_are_checked_before_anyone_is_asked() {
    kt("wait --brokers many").fails(2).stderr_has("many");
    kt("wait --timeout soon").fails(2).stderr_has("a time is a number with a unit");
    kt("wait --records 5").fails(2).stderr_has("--topic");
    // This used to succeed at once: nobody had said whose lag.
    kt("wait topic orders --lag 0")
        .fails(2)
        .stderr_has("no group is named")
        .stderr_has("hint: kt wait group NAME --lag 0");
}
