//! `kt consume` and kafka-console-consumer.sh: how a call is read, what a wrong one gets, and what cannot be reached.
//!
//! In Kafka's grammar stdout and exit code are the original's (tried with 4.3.1); stderr may say more.

use std::time::{Duration, Instant};

use crate::support::{Ran, broker, kt};

const DEAD: &str = "--bootstrap-server 127.0.0.1:1";

#[track_caller]
fn refused(options: &str, sentence: &str) -> Ran {
    kt(&format!("console-consumer {options}")).fails(1).stdout("").stderr_has(sentence)
}

#[test]
fn wrong_calls_get_the_originals_sentences() {
    let one = "Exactly one of the following arguments is required: [topic], [include]";
    refused(DEAD, one);
    refused(&format!("{DEAD} --topic t --include u.*"), one);
    refused(
        &format!("{DEAD} --topic t --partition 0 --from-beginning --offset 3"),
        "Options from-beginning and offset cannot be specified together.",
    );
    refused(&format!("{DEAD} --include t.* --partition 0"), "The topic is required when partition is specified.");
    refused(&format!("{DEAD} --topic t --offset 1"), "The partition is required when offset is specified.");
    for offset in ["soon", "-3"] {
        refused(
            &format!("{DEAD} --topic t --partition 0 --offset {offset}"),
            &format!("The provided offset value '{offset}' is incorrect."),
        );
    }
    refused(&format!("{DEAD} --topic t --max-messages lots"), "'lots'");
    refused(&format!("{DEAD} --topic t --isolation-level read_all"), "Invalid value read_all");
    refused(&format!("{DEAD} --topic t --formatter no.such.Formatter"), "no.such.Formatter");
    refused(
        &format!("{DEAD} --topic t --partition 0 --group g"),
        "Options group and partition cannot be specified together.",
    );
    refused(&format!("{DEAD} --topic t --group g --consumer-property group.id=h"), "Detected group ids: 'g', 'h'");
    refused(
        &format!("{DEAD} --topic t --from-beginning --consumer-property auto.offset.reset=latest"),
        "Can't simultaneously specify --from-beginning and 'auto.offset.reset=latest'",
    );
    refused(&format!("{DEAD} --topic t --zookeeper z:2181"), "--zookeeper is gone");
}

#[test]
fn a_broker_that_is_not_there_is_one_error_within_seconds() {
    let begun = Instant::now();
    let said = "error: no broker answered at 127.0.0.1:1 (connection refused)";
    let ran = refused(&format!("{DEAD} --topic t"), said).stderr_has("Processed a total of 0 messages");
    assert_eq!(ran.stderr.matches("error:").count(), 1, "{ran}");
    refused(&format!("{DEAD} --topic t --group g"), said);
    kt("consume t -b 127.0.0.1:1").fails(3).stdout("").stderr_has(said);
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[test]
fn no_messages_need_no_broker() {
    kt(&format!("console-consumer {DEAD} --topic t --max-messages 0"))
        .succeeds()
        .stdout("")
        .stderr("Processed a total of 0 messages\n");
}

#[test]
fn a_mistyped_property_is_noticed() {
    kt(&format!("console-consumer {DEAD} --topic t --max-messages 0 --property print.keys=true"))
        .succeeds()
        .stderr_has("the formatter has no property print.keys; did you mean print.key ?");
    kt("consume t -b 127.0.0.1:1 --formatter-property print.keys=true").fails(2).stderr_has("did you mean print.key ?");
}

#[test]
fn the_formatters_of_older_tools_are_taken_with_a_note() {
    kt(&format!("console-consumer {DEAD} --topic t --max-messages 0 --formatter kafka.tools.DefaultMessageFormatter"))
        .succeeds()
        .stderr_has("is now org.apache.kafka.tools.consumer.DefaultMessageFormatter");
}

#[test]
fn the_system_tests_word_comes_at_the_end() {
    kt(&format!("console-consumer {DEAD} --topic t --max-messages 0 --enable-systest-events"))
        .succeeds()
        .stdout("shutdown_complete\n");
}

/// `kt consume orders | head -1` hung until a further record came.
#[test]
fn a_reader_that_has_seen_enough_ends_a_consumer_that_waits() {
    let broker = broker();
    broker.kt("produce orders").stdin("one\ntwo\n").succeeds();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_kt"))
        .args(["consume", "orders", "--from-beginning", "-b", &broker.address])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().unwrap()), &mut first).unwrap();
    // The pipe is closed by now, and no further record comes. A child that hung would be a test that hangs.
    let output = child.wait_with_output().unwrap();
    assert_eq!((first.as_str(), output.status.code()), ("one\n", Some(0)));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
