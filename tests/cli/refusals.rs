//! What a user reads when the cluster says no: in kt's own words, the same on every broker. tests/compare/own-verbs holds
//! the rest of them against Apache Kafka.

use crate::support::{Broker, broker, broker_with};

const AUTHORIZER: &str = "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer";

#[track_caller]
fn says(broker: &Broker, line: &str, code: i32, stderr: &str) {
    broker.kt(line).fails(code).stdout("").stderr(stderr);
}

#[test]
fn a_topic_that_cannot_be_made_says_what_is_in_its_way() {
    let broker = broker();
    broker.kt("topics create orders -p 3").succeeds();
    says(
        &broker,
        "topics create orders",
        6,
        "error: topic orders exists already, with 3 partitions [TOPIC_ALREADY_EXISTS]\n  \
         hint: kt topics describe orders, or add --if-not-exists\n",
    );
    says(
        &broker,
        "topics create pay -r 3",
        1,
        "error: 3 replicas need 3 brokers, and 1 is there [INVALID_REPLICATION_FACTOR]\n  \
         hint: leave --replication-factor out, or start more brokers\n",
    );
    broker.kt("topics create ''").fails(1).stderr_has("error: topic '': Topic name is invalid");
}

#[test]
fn what_is_not_there_is_called_by_its_name() {
    let broker = broker();
    broker.kt("topics create orders").succeeds();
    broker.kt("produce orders").stdin("a\n").succeeds();
    broker.kt("consume orders --group g -c 1 --from-beginning").succeeds();
    let unknown = "[UNKNOWN_TOPIC_OR_PARTITION]\n";
    says(&broker, "txns producers orders:9", 5, &format!("error: there is no partition orders-9 {unknown}"));
    says(&broker, "txns hanging nowhere", 5, &format!("error: there is no topic nowhere {unknown}"));
    says(&broker, "groups delete-offsets g nowhere -y", 5, &format!("error: there is no topic nowhere {unknown}"));
    broker.kt("elect orders:9").fails(5).stderr(&format!("error: there is no partition orders-9 {unknown}"));
    says(&broker, "quotas delete user/a producer_byte_rate", 5, "error: there is no producer_byte_rate to take away\n");
    broker.kt("consume orders -g ''").fails(2).stderr_has("error: a group has a name\n");
    broker.kt("produce orders --transaction pay-1").fails(1).stderr_has("--transactional-id pay-1\n");
    broker
        .kt("consume orders -o 5000 -e")
        .succeeds()
        .stderr("note: orders[0] goes from 0 to 1, so offset 5000 is not there; 1 it is\n");
}

/// A last look, for which there was hardly time, said that the broker did not answer; the one before it had the reason.
#[test]
fn waiting_in_vain_says_what_was_waited_for() {
    let broker = broker();
    broker
        .kt("wait group nobody --timeout 600ms")
        .fails(7)
        .stderr_has("error: waited 600 ms, and group nobody has committed nothing\n");
}

#[test]
fn who_may_not_is_told_so_with_exit_code_4() {
    let broker = broker_with(&[AUTHORIZER, "allow.everyone.if.no.acl.found=true"]);
    broker.kt("topics create orders").succeeds();
    broker.kt("produce orders").stdin("a\n").succeeds();
    broker.kt("acls allow ANONYMOUS describe,alter cluster").succeeds();
    broker.kt("acls allow ANONYMOUS describe topic/orders").succeeds();
    broker.kt("acls allow ANONYMOUS describe group/g").succeeds();
    broker.kt("produce orders").stdin("b\n").fails(4).stderr_has(
        "error: 1 record was not sent to orders[0]: Topic authorization failed [TOPIC_AUTHORIZATION_FAILED]\n",
    );
    broker.kt("acls deny ANONYMOUS alter cluster").succeeds();
    broker.kt("features set group.version=1").fails(4).stderr_has("[CLUSTER_AUTHORIZATION_FAILED]\n");
    broker
        .kt("topics last orders")
        .fails(4)
        .stderr("error: cannot read orders[0]: Topic authorization failed [TOPIC_AUTHORIZATION_FAILED]\n");
    // Who may see a topic but not its settings sees the rest.
    let described = broker.kt("topics describe orders").succeeds();
    assert!(described.stdout.contains("orders · id "), "{described}");
    described.stderr("note: settings are not shown: this user may not describe the configs of orders\n");
    // Committing is refused because of the group, whatever else would be wrong, as by the original.
    broker
        .kt("groups reset g orders --to beginning -y --no-undo")
        .fails(4)
        .stderr_has("error: group g, partition orders-0: Group authorization failed [GROUP_AUTHORIZATION_FAILED]\n");
}

#[test]
fn lists_of_rules_quotas_users_and_settings_come_sorted() {
    let broker = broker_with(&[AUTHORIZER, "super.users=User:ANONYMOUS"]);
    for line in ["z read topic/b", "a read group/g", "a read topic/a"] {
        broker.kt(&format!("acls allow {line}")).succeeds();
    }
    broker.kt("acls -o csv --no-headers").succeeds().stdout(
        "User:a,yes,Read,group/g,anywhere\nUser:a,yes,Read,topic/a,anywhere\nUser:z,yes,Read,topic/b,anywhere\n",
    );
    for line in ["user/z request_percentage=5 consumer_byte_rate=7", "client/a producer_byte_rate=1"] {
        broker.kt(&format!("quotas set {line}")).succeeds();
    }
    broker
        .kt("quotas -o csv --no-headers")
        .succeeds()
        .stdout("-,a,-,producer_byte_rate,1\nz,-,-,consumer_byte_rate,7\nz,-,-,request_percentage,5\n");
    for user in ["zoe", "al"] {
        broker.kt(&format!("users create {user}")).stdin("secret\n").succeeds();
    }
    broker
        .kt("users -o csv --no-headers")
        .succeeds()
        .stdout("al,SCRAM-SHA-256,4096\nal,SCRAM-SHA-512,4096\nzoe,SCRAM-SHA-256,4096\nzoe,SCRAM-SHA-512,4096\n");
    broker.kt("topics create t -c segment.bytes=1048576 -c cleanup.policy=compact").succeeds();
    broker
        .kt("topics describe t --jq '.[].configs | keys_unsorted | join(\" \")'")
        .succeeds()
        .stdout("\"cleanup.policy min.insync.replicas segment.bytes\"\n");
}

/// A client that only asked for `__consumer_offsets` once got a topic of one partition that forgets after a week.
#[test]
fn an_internal_topic_that_is_asked_for_is_made_as_the_broker_needs_it() {
    let broker = broker_with(&["offsets.topic.num.partitions=7"]);
    broker.kt("produce __consumer_offsets").stdin("x\n").fails(1).stderr_has("[INVALID_TOPIC_EXCEPTION]");
    broker
        .kt("topics describe __consumer_offsets")
        .succeeds()
        .stdout_has(" · 7 partitions · ")
        .stdout_has("\n  cleanup.policy=compact   default delete\n");
}
