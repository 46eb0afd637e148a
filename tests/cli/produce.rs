//! `kt produce` and kafka-console-producer.sh: how a call is read, what a wrong one gets, and what cannot be reached.
//!
//! In Kafka's grammar stdout and exit code are the original's (tried with 4.3.1); stderr may say more.

use std::time::{Duration, Instant};

use crate::support::{Ran, kt};

const DEAD: &str = "--bootstrap-server 127.0.0.1:1";

/// A line that is refused before anything is read or reached; the original says so on stderr.
#[track_caller]
fn refused(options: &str, sentence: &str) -> Ran {
    kt(&format!("console-producer {options}")).stdin("x\n").fails(1).stdout("").stderr_has(sentence)
}

#[test]
fn wrong_calls_get_the_originals_sentences() {
    refused(DEAD, "Missing required argument \"[topic]\"");
    refused("--bootstrap-server nonsense --topic t", "Please provide valid host:port like host1:9091,host2:9092");
    refused(
        &format!("{DEAD} --topic t --compression-codec rar"),
        "Invalid value rar for configuration compression.type: String must be one of: none, gzip, snappy, lz4, zstd",
    );
    refused(&format!("{DEAD} --topic t --request-required-acks 7"), "Invalid value 7 for configuration acks");
    refused(&format!("{DEAD} --topic t --batch-size x"), "--batch-size wants a whole number, not 'x'");
    refused(&format!("{DEAD} --topic t --line-reader no.such"), "there is no line reader no.such");
    refused(
        &format!("{DEAD} --topic t --reader-property headers.delimiter=,"),
        "headers.delimiter and headers.separator may not be equal",
    );
    refused(
        &format!("{DEAD} --topic t --property parse.key=true --reader-property key.separator=:"),
        "Options --reader-property and --property cannot be specified together.",
    );
    refused(&format!("{DEAD} --topic t --command-config /no/such/file"), "/no/such/file");
}

#[test]
fn nothing_to_send_is_no_failure_even_if_nobody_is_there() {
    kt(&format!("console-producer {DEAD} --topic t")).stdin("").succeeds().stdout("").stderr("");
}

#[test]
fn a_broker_that_is_not_there_is_one_error_within_seconds() {
    let begun = Instant::now();
    let said = "error: no broker answered at 127.0.0.1:1 (connection refused)";
    // The original logs the error of each record and exits with 0; with --sync it throws.
    let line = format!("console-producer {DEAD} --topic t");
    let ran = kt(&line).stdin("a\nb\n").succeeds().stdout("").stderr_has(said);
    assert_eq!(ran.stderr.matches("error:").count(), 1, "{ran}");
    kt(&format!("{line} --sync")).stdin("a\n").fails(1).stdout("").stderr_has(said);
    kt("produce t -b 127.0.0.1:1").stdin("a\n").fails(3).stdout("").stderr_has(said);
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[test]
fn the_default_address_says_that_it_is_one() {
    // Somebody may really listen there on a developer's machine; then there is nothing to be seen.
    if std::net::TcpStream::connect("localhost:9092").is_ok() {
        return;
    }
    kt("console-producer --topic t")
        .stdin("")
        .fails(1)
        .stderr_has("no --bootstrap-server was given, so this is the default address")
        .stderr_has("kt serve");
}

#[test]
fn a_name_nobody_knows_is_named() {
    let line = "console-producer --bootstrap-server no-such-host.invalid:9092 --topic t";
    kt(line).stdin("x\n").fails(1).stderr_has("cannot resolve no-such-host.invalid");
}

#[test]
fn old_spellings_are_taken_with_a_note() {
    kt("console-producer --broker-list 127.0.0.1:1 --topic t --producer-property acks=1 --property parse.key=true")
        .stdin("")
        .succeeds()
        .stderr_has("--broker-list is the old name of --bootstrap-server")
        .stderr_has("--property is now --reader-property");
}

#[test]
fn settings_nobody_knows_are_told_once() {
    let ran = kt(&format!(
        "console-producer {DEAD} --topic t --command-property nosuch.key=1 --reader-property parse.keys=true"
    ))
    .stdin("")
    .succeeds()
    .stderr_has("nosuch.key means nothing to a producer")
    .stderr_has("the line reader has no property parse.keys; did you mean parse.key ?");
    assert_eq!(ran.stderr.lines().count(), 2, "{ran}");
}

#[test]
fn kts_own_grammar_refuses_what_the_original_ignores() {
    kt("produce t -b 127.0.0.1:1 --reader-property parse.keys=true")
        .stdin("x\n")
        .fails(2)
        .stderr_has("did you mean parse.key ?");
    kt("produce -b 127.0.0.1:1").fails(2);
}
