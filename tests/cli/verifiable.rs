//! kafka-verifiable-producer and kafka-verifiable-consumer: the JSON lines, whole, and what a wrong call gets.
//!
//! The events are those that the original 4.3.1 printed for the same calls.

use std::process::{Command, Stdio};

use crate::support::{Broker, Ran, broker, kt};

/// Moments and rates are taken out.
fn events(ran: &Ran) -> Vec<String> {
    let event = |line: &str| {
        let mut event: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}"));
        let event = event.as_object_mut().expect("an object");
        assert_eq!(event.keys().take(2).collect::<Vec<_>>(), ["timestamp", "name"], "{line}");
        event.shift_remove("timestamp");
        event.shift_remove("avg_throughput");
        serde_json::to_string(event).expect("it was JSON")
    };
    ran.stdout.lines().map(event).collect()
}

fn topic(partitions: i32) -> Broker {
    let broker = broker();
    broker.kt(&format!("topics create t --partitions {partitions}")).succeeds();
    broker
}

#[test]
fn each_number_is_told_with_its_place() {
    let broker = topic(1);
    let ran =
        broker.kt("verifiable-producer --topic t --max-messages 2 --value-prefix 7 --repeating-keys 1").succeeds();
    assert_eq!(
        events(&ran),
        [
            r#"{"name":"startup_complete"}"#,
            r#"{"name":"producer_send_success","key":"0","value":"7.0","offset":0,"partition":0,"topic":"t"}"#,
            r#"{"name":"producer_send_success","key":"0","value":"7.1","offset":1,"partition":0,"topic":"t"}"#,
            r#"{"name":"shutdown_complete"}"#,
            r#"{"name":"tool_data","sent":2,"acked":2,"target_throughput":-1}"#,
        ]
    );
}

#[test]
fn a_number_that_is_refused_is_told_with_the_originals_exception() {
    let broker = broker();
    broker.kt("topics create t --config max.message.bytes=10").succeeds();
    let ran = broker.kt("verifiable-producer --topic t --max-messages 1").succeeds();
    let told = &events(&ran)[1];
    assert!(told.starts_with(r#"{"name":"producer_send_error","#), "{told}");
    assert!(told.contains(r#""exception":"class org.apache.kafka.common.errors.RecordTooLargeException""#), "{told}");
    assert_eq!(events(&ran)[3], r#"{"name":"tool_data","sent":1,"acked":0,"target_throughput":-1}"#);
}

#[test]
fn a_member_tells_what_it_is_given_reads_and_commits() {
    let broker = topic(1);
    broker.kt("verifiable-producer --topic t --max-messages 4").succeeds();
    let ran = broker.kt("verifiable-consumer --topic t --group-id g --max-messages 2 --verbose").succeeds();
    assert_eq!(
        events(&ran),
        [
            r#"{"name":"startup_complete"}"#,
            r#"{"name":"partitions_assigned","partitions":[{"topic":"t","partition":0}]}"#,
            r#"{"name":"record_data","key":null,"value":"0","topic":"t","partition":0,"offset":0}"#,
            r#"{"name":"record_data","key":null,"value":"1","topic":"t","partition":0,"offset":1}"#,
            r#"{"name":"records_consumed","count":4,"partitions":[{"topic":"t","partition":0,"count":2,"minOffset":0,"maxOffset":1}]}"#,
            r#"{"name":"offsets_committed","offsets":[{"topic":"t","partition":0,"offset":2}],"success":true}"#,
            r#"{"name":"partitions_revoked","partitions":[{"topic":"t","partition":0}]}"#,
            r#"{"name":"shutdown_complete"}"#,
            r#"{"name":"shutdown_requested"}"#,
        ]
    );
    // The next member goes on where this one has committed.
    let ran = broker.kt("verifiable-consumer --topic t --group-id g --max-messages 2").succeeds();
    assert!(events(&ran)[2].contains(r#""minOffset":2,"maxOffset":3"#), "{ran}");
}

#[test]
fn a_member_of_the_newer_protocol_does_the_same() {
    let broker = topic(1);
    broker.kt("verifiable-producer --topic t --max-messages 4").succeeds();
    let line = "verifiable-consumer --topic t --group-id n --group-protocol consumer --group-remote-assignor range --max-messages 4";
    let told = events(&broker.kt(line).succeeds());
    assert_eq!(told[1], r#"{"name":"partitions_assigned","partitions":[{"topic":"t","partition":0}]}"#);
    assert_eq!(
        told[3],
        r#"{"name":"offsets_committed","offsets":[{"topic":"t","partition":0,"offset":4}],"success":true}"#
    );
}

#[test]
fn a_member_that_is_stopped_leaves_in_order() {
    let broker = topic(1);
    broker.kt("verifiable-producer --topic t --max-messages 4").succeeds();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kt"))
        .args(["verifiable-consumer", "--bootstrap-server", &broker.address, "--topic", "t", "--group-id", "g"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
    let mut names = Vec::new();
    for line in lines {
        let event: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        names.push(event["name"].as_str().unwrap().to_owned());
        if names.last().unwrap() == "offsets_committed" {
            assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
        }
    }
    assert_eq!(child.wait().unwrap().code(), Some(143));
    assert_eq!(names[4..], ["shutdown_requested", "partitions_revoked", "shutdown_complete"]);
}

#[test]
fn wrong_calls_get_the_originals_sentences() {
    let dead = "--bootstrap-server 127.0.0.1:1";
    kt(&format!("verifiable-consumer {dead} --topic t"))
        .fails(1)
        .stdout("")
        .stderr_has("argument --group-id is required");
    kt(&format!("verifiable-producer {dead} --topic t --acks some"))
        .fails(1)
        .stdout("")
        .stderr_has("argument --acks: could not convert 'some' to Integer (For input string: \"some\")");
    kt(&format!("verifiable-producer {dead} --topic t --acks 2")).fails(1).stdout("").stderr_has("invalid choice: '2'");
    kt("verifiable-producer").succeeds().stderr("");
    kt(&format!("verifiable-share-consumer {dead} --topic t"))
        .fails(1)
        .stdout("")
        .stderr_has("argument --group-id is required");
}
