//! `kt configs`, `kt users`, `kt quotas` and kafka-configs.sh: how a line is read, and what a broker then says.

use crate::support::{broker, kt};

const DEAD: &str = "--bootstrap-server 127.0.0.1:1";

#[track_caller]
fn refused(options: &str, sentence: &str) {
    kt(&format!("configs {options}")).fails(1).stdout("").stderr_has(sentence);
}

#[test]
fn wrong_lines_are_refused_in_the_originals_words() {
    refused(&format!("{DEAD} --topic t"), "Command must include exactly one action: --describe, --alter");
    refused(
        &format!("{DEAD} --alter --topic t"),
        "At least one of --add-config, --add-config-file, or --delete-config must be specified with --alter",
    );
    refused(
        &format!("{DEAD} --describe --entity-type planets --entity-name mars"),
        "Invalid entity type planets, the entity type must be one of topics, clients, users, brokers, ips, \
         client-metrics, groups, broker-loggers with a --bootstrap-server or --bootstrap-controller argument",
    );
    refused(
        &format!("{DEAD} --describe --topic t --entity-type topics --entity-name u"),
        "Duplicate entity type(s) specified: topics",
    );
    refused(
        &format!("{DEAD} --describe --topic t --entity-type brokers --entity-name 1"),
        "Only 'users' and 'clients' entity types may be specified together",
    );
    refused(
        &format!("{DEAD} --alter --entity-type topics --add-config a=b"),
        "An entity name must be specified with --alter of topics",
    );
    refused(
        &format!("{DEAD} --alter --broker one --add-config a=b"),
        "The entity name for brokers must be a valid integer broker id, but it is: one",
    );
    refused(
        &format!("{DEAD} --alter --topic t --add-config retention.ms"),
        "all configs to be added must be in the format",
    );
    refused(
        &format!("{DEAD} --alter --user a --client b --add-config SCRAM-SHA-256=[password=x]"),
        "Only quota configs can be added for 'clients'",
    );
    refused(
        &format!("{DEAD} --alter --user-defaults --add-config SCRAM-SHA-256=[password=x]"),
        "The use of --entity-default or --user-defaults is not allowed with User SCRAM Credentials",
    );
    refused(
        "--zookeeper localhost:2181 --describe --topic t",
        "kt configs --bootstrap-server localhost:9092 --describe",
    );
}

#[test]
fn a_topics_settings_are_changed_shown_and_taken_away() {
    let broker = broker();
    broker.kt("topics create t").succeeds();
    broker
        .kt("configs --alter --topic t --add-config retention.ms=1000,cleanup.policy=[compact,delete]")
        .succeeds()
        .stdout("Completed updating config for topic t.\n");
    broker.kt("configs --describe --entity-type topics --entity-name t").succeeds().stdout(
        "Dynamic configs for topic t are:\n  cleanup.policy=compact,delete sensitive=false \
         synonyms={DYNAMIC_TOPIC_CONFIG:cleanup.policy=compact,delete, DEFAULT_CONFIG:log.cleanup.policy=delete}\n  \
         retention.ms=1000 sensitive=false synonyms={DYNAMIC_TOPIC_CONFIG:retention.ms=1000}\n",
    );
    broker.kt("configs unset topic/t retention.ms").succeeds();
    broker
        .kt("configs get topic/t")
        .succeeds()
        .stdout("SETTING\tVALUE\tSOURCE\ncleanup.policy\tcompact,delete\ttopic\n");
    broker.kt("topics create u").succeeds();
    broker
        .kt("configs diff topic/t topic/u --output json")
        .succeeds()
        .stdout_has("\"name\": \"cleanup.policy\"")
        .stdout_has("\"left\": \"compact,delete\"");
    broker
        .kt("configs --describe --topic ghost")
        .succeeds()
        .stdout("The topic 'ghost' doesn't exist and doesn't have dynamic config.\n");
}

#[test]
fn quotas_of_every_combination_are_kept_across_a_restart() {
    let mut broker = broker();
    for (line, said) in [
        ("--user alice --add-config producer_byte_rate=1024,consumer_byte_rate=10485760", "config for user alice"),
        ("--user alice --client app --add-config request_percentage=50", "config for client app"),
        ("--user-defaults --add-config producer_byte_rate=10", "default config for users in the cluster"),
        ("--ip 127.0.0.1 --add-config connection_creation_rate=500", "config for ip 127.0.0.1"),
    ] {
        let said = format!("Completed updating {said}.\n");
        broker.kt(&format!("configs --alter {line}")).succeeds().stdout(&said);
    }
    broker.kill();
    broker.start_again();
    for (line, said) in [
        ("--user alice", "user-principal 'alice' are consumer_byte_rate=1.048576E7, producer_byte_rate=1024.0"),
        ("--user alice --client app", "user-principal 'alice', client-id 'app' are request_percentage=50.0"),
        ("--user-defaults", "the default user-principal are producer_byte_rate=10.0"),
        ("--entity-type ips", "ip '127.0.0.1' are connection_creation_rate=500.0"),
    ] {
        broker.kt(&format!("configs --describe {line}")).succeeds().stdout(&format!("Quota configs for {said}\n"));
    }
    broker.kt("quotas delete user/alice producer_byte_rate").succeeds();
    broker
        .kt("quotas list --output json")
        .succeeds()
        .stdout_has("\"user\": \"alice\"")
        .stdout_has("\"consumer_byte_rate\": 10485760.0");
    broker.kt("quotas set user/alice speed=1").fails(2).stderr_has("'speed' is no quota");
    broker
        .kt("configs --alter --client-defaults --add-config consumer_byte_rate=200.5")
        .fails(1)
        .stdout("")
        .stderr_has("consumer_byte_rate cannot be a fractional value");
}

#[test]
fn users_are_made_with_a_password_that_nobody_sees_again() {
    let broker = broker();
    broker
        .kt("users create alice")
        .stdin("secret\n")
        .succeeds()
        .stdout("USER\tMECHANISM\tITERATIONS\nalice\tSCRAM-SHA-256\t4096\nalice\tSCRAM-SHA-512\t4096\n");
    broker.kt("users create alice").stdin("secret\n").fails(6).stderr_has("user alice exists already");
    broker
        .kt("configs --alter --user bob --add-config SCRAM-SHA-256=[iterations=8192,password=secret]")
        .succeeds()
        .stdout("Completed updating config for user bob.\n");
    broker
        .kt("configs --describe --user bob")
        .succeeds()
        .stdout("SCRAM credential configs for user-principal 'bob' are SCRAM-SHA-256=iterations=8192\n");
    broker.kt("users delete alice --yes").succeeds();
    broker.kt("users list").succeeds().stdout("USER\tMECHANISM\tITERATIONS\nbob\tSCRAM-SHA-256\t8192\n");
    broker.kt("users delete alice --yes").fails(5).stderr_has("there is no user alice");
}

#[test]
fn the_levels_of_loggers_change_while_the_broker_runs() {
    let broker = broker();
    let logger = "kafka.server.ReplicaManager";
    broker
        .kt(&format!("configs --alter --broker-logger 1 --add-config {logger}=DEBUG"))
        .succeeds()
        .stdout("Completed updating config for broker-logger 1.\n");
    broker
        .kt("configs --describe --broker-logger 1")
        .succeeds()
        .stdout_has("  kafka.server.ReplicaManager=DEBUG sensitive=false synonyms={}\n");
    broker
        .kt(&format!("configs --alter --broker-logger 1 --add-config {logger}=LOUD"))
        .fails(1)
        .stderr_has("Valid log levels are DEBUG, ERROR, FATAL, INFO, TRACE, WARN");
    broker.kt("configs --alter --broker-logger 1 --add-config no.such=INFO").fails(1).stderr_has("no.such");
}
