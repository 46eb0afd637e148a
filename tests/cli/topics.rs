//! `kt topics` and kafka-topics.sh: how a line is read, and what a wrong one gets.
//!
//! In Kafka's grammar stdout and exit code are the original's (tried with 4.3.1); stderr may say more.

use crate::support::{Ran, kt};

/// Nobody listens there, so nothing that should be refused before can hide behind an answer.
const DEAD: &str = "--bootstrap-server 127.0.0.1:1";

/// A line that the original refuses with a sentence on stderr.
#[track_caller]
fn refused(options: &str, sentence: &str) -> Ran {
    kt(&format!("topics {options}")).fails(1).stdout("").stderr_has(sentence)
}

/// A line at which the original throws; the message is on stdout.
#[track_caller]
fn thrown(options: &str, message: &str) {
    kt(&format!("topics {DEAD} {options}"))
        .fails(1)
        .stdout(&format!("Error while executing topic command : {message}\n"));
}

#[test]
fn exactly_one_action_is_wanted() {
    let sentence = "Command must include exactly one action: --list, --describe, --create, --alter or --delete";
    refused(DEAD, sentence);
    refused("--list --create --topic t", sentence);
    kt("kafka-topics.sh").fails(1).stdout("").stderr_has(sentence);
}

#[test]
fn options_that_do_not_go_together_are_refused_in_the_originals_words() {
    refused("--create", "Missing required argument \"[topic]\"");
    refused(
        "--describe --if-not-exists --topic t",
        "Option \"[if-not-exists]\" can't be used with option \"[describe]\"",
    );
    refused("--list --config a=b", "Option \"[config]\" can't be used with option \"[list]\"");
    refused("--alter --topic t", "Missing required argument \"[partitions]\"");
    refused(
        "--create --topic u --replica-assignment 1 --partitions 1",
        "Option \"[replica-assignment]\" can't be used with option \"[partitions]\"",
    );
    refused(
        "--describe --topics-with-overrides --unavailable-partitions",
        "Option \"[unavailable-partitions]\" can't be used with option \"[topics-with-overrides]\"",
    );
    refused("--describe --if-exists", "--topic or --topic-id is required to describe a topic");
    refused("--alter --topic t --config retention.ms=1", "the kafka-configs tool can be used");
    refused("--alter --topic t --delete-config retention.ms", "delete-config");
    refused("--list --frobnicate", "frobnicate is not a recognized option");
}

#[test]
fn wrong_values_are_exceptions_on_stdout() {
    thrown("--create --topic t --partitions many", "Cannot parse argument 'many' of option partitions");
    thrown("--create --topic t --partitions 0", "The partitions must be greater than 0");
    thrown("--create --topic t --replication-factor 0", "The replication factor must be between 1 and 32767 inclusive");
    thrown("--create --topic t --config no.such.thing=1", "Unknown topic config name: no.such.thing");
    thrown(
        "--create --topic t --config retention.ms=soon",
        "Invalid value soon for configuration retention.ms: Not a number of type LONG",
    );
    let form = "requirement failed: Invalid topic config: all configs to be added must be in the format \"key=val\".";
    thrown("--create --topic t --config retention.ms", form);
    thrown("--create --topic t --config a=b=c", form);
    thrown("--create --topic t --config retention.ms=", form);
    thrown(
        "--create --topic t --replica-assignment 1:1",
        "Partition replica lists may not contain duplicate entries: 1",
    );
    thrown("--create --topic t --replica-assignment 1:2,3", "Partition 1 has different replication factor: [3]");
    thrown("--create --topic t --replica-assignment 1:x", "For input string: \"x\"");
    thrown(
        "--describe --topic-id abc",
        "Input string `abc` decoded as 2 bytes, which is not equal to the expected 16 bytes of a base64-encoded UUID",
    );
    thrown("--list --topic [", "[ is an invalid regex.");
    thrown("--list --topic a --topic b", "Found multiple arguments for option topic, but you asked for only one");
}

#[test]
fn a_name_with_a_dot_is_warned_about_before_anything_else_can_fail() {
    kt(&format!("topics {DEAD} --create --topic a.b --partitions 0")).fails(1).stdout(
        "WARNING: Due to limitations in metric names, topics with a period ('.') or underscore ('_') could collide. To \
         avoid issues it is best to use either, but not both.\n\
         Error while executing topic command : The partitions must be greater than 0\n",
    );
}

#[test]
fn a_tutorial_of_the_zookeeper_days_gets_the_corrected_line() {
    refused(
        "--zookeeper localhost:2181 --list",
        "error: --zookeeper is gone since Kafka 3.0; the tools talk to brokers now\n  \
         hint: kt topics --bootstrap-server localhost:9092 --list\n",
    );
    refused("--list --force", "--force is gone").stderr_has("hint: kt topics --list\n");
}

#[test]
fn a_wrong_verb_or_flag_is_one_line_and_a_hint() {
    kt("topics lst").fails(2).stdout("").stderr(
        "error: kt topics has no verb 'lst'\n  hint: did you mean   kt topics list ?\n        kt topics --help\n",
    );
    kt("topics create orders --partitons 3").fails(2).stderr_has("did you mean   --partitions ?");
    kt("topics create orders --partitions 0").fails(2).stderr_has("0 is not in 1..");
    kt("topics --list --patritions 3").fails(1).stderr_has("did you mean --partitions ?");
}

#[test]
fn help_has_both_grammars_and_goes_to_stdout() {
    kt("topics --help").succeeds().stderr("").stdout_has("describe").stdout_has("--under-replicated-partitions");
    kt("topics -h").succeeds().stdout_has("kt topics create orders --partitions 3");
    kt("help topics create").succeeds().stdout_has("--if-not-exists");
    kt("kafka-topics.sh --help").succeeds().stderr("").stdout_has("--partition-size-limit-per-response N");
    kt("topics --version").succeeds().stdout_has("Apache Kafka 4.3.1");
}

/// A port where nobody listens: bound for a moment, then free again.
fn dead() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

#[test]
fn a_cluster_that_does_not_answer_is_named_with_the_reason() {
    let dead = dead();
    kt(&format!("topics list -b {dead}"))
        .fails(3)
        .stdout("")
        .stderr_has(&format!("error: no broker answered at {dead} (connection refused)"));
    // The original prints this on stdout, and its code is 1.
    kt(&format!("topics --list --bootstrap-server {dead}"))
        .fails(1)
        .stdout("Error while executing topic command : Timed out waiting for a node assignment. Call: listTopics\n")
        .stderr_has(&dead);
    kt("topics list").env("KT_BOOTSTRAP", &dead).fails(3).stderr_has("the address comes from KT_BOOTSTRAP");
}

#[test]
fn an_address_that_is_none_is_refused_before_anything_is_asked() {
    kt("topics --list --bootstrap-server nonsense").fails(1).stdout("").stderr_has("'nonsense' has no port");
    kt("topics list -b nonsense").fails(2).stderr_has("write it as nonsense:9092");
    kt("topics --list --bootstrap-server x:1 --command-config missing.properties")
        .fails(1)
        .stdout("")
        .stderr_has("cannot read missing.properties: No such file or directory");
}

#[test]
fn a_tool_can_bring_its_own_broker_for_one_call() {
    let folder = tempfile::tempdir().unwrap();
    kt("topics --list --bootstrap-server embedded").succeeds().stdout("\n");
    let address = format!("embedded:{}", folder.path().display());
    kt("topics list -o name").env("KT_BOOTSTRAP", address).succeeds().stdout("");
    assert!(folder.path().join("meta.properties").exists(), "a named folder stays");
}
