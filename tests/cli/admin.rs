//! The smaller tools of administration, in both grammars: acls, cluster, elect, reassign, features, quorum,
//! client-metrics, delegation-tokens.

use crate::support::{broker, broker_with, kt};

const RULES: &[&str] =
    &["authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer", "super.users=User:ANONYMOUS"];
const DEAD: &str = "--bootstrap-server 127.0.0.1:1";
const AUTHORIZER: &str = "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer";

#[track_caller]
fn refused(line: &str, sentence: &str) {
    kt(line).fails(1).stdout("").stderr_has(sentence);
}

#[test]
fn wrong_lines_are_refused_in_the_originals_words() {
    refused(&format!("acls {DEAD} --topic t"), "Command must include exactly one action: --list, --add, --remove.");
    refused(&format!("acls {DEAD} --add --topic t --operation Read"), "You must specify one of: --allow-principal");
    refused(
        &format!("acls {DEAD} --add --allow-principal User:a --operation Fly --topic t"),
        "ResourceType TOPIC only supports operations [READ, DESCRIBE_CONFIGS, DESCRIBE, WRITE, ALTER, CREATE, ALL, \
         DELETE, ALTER_CONFIGS]",
    );
    refused(
        &format!("acls {DEAD} --add --allow-principal User:a --operation Read --cluster"),
        "ResourceType CLUSTER only supports operations [CLUSTER_ACTION, DESCRIBE_CONFIGS, DESCRIBE, IDEMPOTENT_WRITE, \
         ALTER, CREATE, ALL, ALTER_CONFIGS]",
    );
    refused("cluster", "kafka-cluster: error: too few arguments");
    refused("cluster fly", "invalid choice: 'fly' (choose from 'cluster-id', 'unregister', 'list-endpoints')");
    refused(&format!("cluster unregister {DEAD}"), "argument --id/-i is required");
    refused(&format!("leader-election {DEAD} --all-topic-partitions"), "Missing required option(s): election-type");
    refused(
        &format!("leader-election {DEAD} --election-type preferred"),
        "One and only one of the following options is required: topic, all-topic-partitions, path-to-json-file",
    );
    refused(
        &format!("reassign-partitions {DEAD}"),
        "Command must include exactly one action: --generate, --execute, --verify, --cancel, --list",
    );
    refused(
        &format!("reassign-partitions {DEAD} --list --timeout 5"),
        "Option \"[timeout]\" can't be used with action \"[list]\"",
    );
    refused(&format!("features {DEAD} upgrade"), "You must specify at least one feature to upgrade");
    refused(
        &format!("features {DEAD} upgrade --feature broken"),
        "Can't parse feature=level string broken: equals sign not found.",
    );
    refused(
        &format!("metadata-quorum {DEAD} describe"),
        "One of --status or --replication must be specified with describe sub-command",
    );
    refused(
        &format!("client-metrics {DEAD} --alter"),
        "One of --name or --generate-name must be specified with --alter.",
    );
    refused(
        &format!("delegation-tokens {DEAD} --command-config c"),
        "Command must include exactly one action: --create, --renew, --expire or --describe",
    );
    refused(&format!("delegation-tokens {DEAD} --create"), "Missing required argument \"[command-config]\"");
}

#[test]
fn wrong_words_of_acls_are_exceptions_on_stdout() {
    kt(&format!("acls {DEAD} --add --allow-principal a --operation Read --topic t")).fails(1).stdout(
        "Error while executing ACL command: expected a string in format principalType:principalName but got a\n\
         java.lang.IllegalArgumentException: expected a string in format principalType:principalName but got a\n\n",
    );
    kt(&format!("acls {DEAD} --list --topic t --resource-pattern-type some")).fails(1).stdout(
        "Error while executing ACL command: Cannot parse argument 'some' of option resource-pattern-type\n\
         joptsimple.OptionArgumentConversionException: Cannot parse argument 'some' of option resource-pattern-type\n\
         Caused by: joptsimple.ValueConversionException: Value [some] is not one of [ANY|MATCH|LITERAL|PREFIXED]\n\n",
    );
}

#[test]
fn without_an_authorizer_rules_are_refused_as_by_the_original() {
    let error = "org.apache.kafka.common.errors.SecurityDisabledException: No Authorizer is configured on the broker";
    broker().kt("acls --list").fails(1).stdout(&format!(
        "Error while executing ACL command: {error}\njava.util.concurrent.ExecutionException: {error}\nCaused by: \
         {error}\n\n"
    ));
}

#[test]
fn rules_are_added_listed_checked_and_removed() {
    let broker = broker_with(&[AUTHORIZER, "super.users=User:ANONYMOUS"]);
    broker.kt("acls --add --allow-principal User:a --operation Read --topic t").succeeds().stdout(
        "Adding ACLs for resource `ResourcePattern(resourceType=TOPIC, name=t, patternType=LITERAL)`: \n \
         \t(principal=User:a, host=*, operation=READ, permissionType=ALLOW)\n\n",
    );
    broker.kt("acls deny bob write 'topic/app-*' --host 10.0.0.9").succeeds();
    broker.kt("acls --list --topic app-1 --resource-pattern-type match").succeeds().stdout(
        "Current ACLs for resource `ResourcePattern(resourceType=TOPIC, name=app-, patternType=PREFIXED)`:\n\
         \t(principal=User:bob, host=10.0.0.9, operation=WRITE, permissionType=DENY)\n\n",
    );
    broker.kt("acls list").succeeds().stdout(
        "PRINCIPAL\tMAY\tOPERATION\tRESOURCE\tFROM\nUser:bob\tnot\tWrite\ttopic/app-*\t10.0.0.9\n\
         User:a\tyes\tRead\ttopic/t\tanywhere\n",
    );
    broker.kt("acls check a describe topic/t").succeeds().stdout_has("User:a may Read t");
    broker.kt("acls check a describe t").succeeds().stdout_has("User:a may Read t");
    broker.kt("acls check User:a write t").fails(4).stdout_has("no");
    broker.kt("acls check a write topic/t").fails(4).stdout_has("no");
    broker.kt("acls --remove --topic t").stdin("n\n").succeeds();
    broker.kt("acls --list --topic t --principal User:a").succeeds().stdout_has("ACLs for principal `User:a`\nCurrent");
    broker.kt("acls --remove --topic t --force").succeeds().stdout("");
    broker.kt("acls delete 'topic/app-*' --yes").succeeds();
    broker.kt("acls --list").succeeds().stdout("");
}

#[test]
fn a_topic_with_a_rule_for_somebody_is_closed_to_all_others() {
    let broker = broker_with(&[AUTHORIZER, "allow.everyone.if.no.acl.found=true"]);
    broker.kt("topics create shut").succeeds();
    broker.kt("topics create open").succeeds();
    broker.kt("acls allow alice write topic/shut").succeeds();
    broker.kt("topics --list").succeeds().stdout("open\n");
    broker.kt("topics --describe --topic shut").fails(1);
}

#[test]
fn leaders_are_elected_where_that_is_needed() {
    let broker = broker();
    broker.kt("topics create t --partitions 2").succeeds();
    broker
        .kt("leader-election --election-type preferred --topic t --partition 0")
        .succeeds()
        .stdout("Valid replica already elected for partitions t-0\n");
    broker.kt("leader-election --election-type PREFERRED --all-topic-partitions").succeeds().stdout("");
    broker.kt("leader-election --election-type preferred --topic ghost --partition 0").fails(1).stdout(
        "Error completing leader election (PREFERRED) for partition: ghost-0: \
         org.apache.kafka.common.errors.UnknownTopicOrPartitionException: No such topic as ghost\n",
    );
    broker.kt("elect t").succeeds().stdout("TOPIC\tPARTITION\tOUTCOME\nt\t0\tleads already\nt\t1\tleads already\n");
}

#[test]
fn a_plan_is_proposed_started_and_verified_and_its_throttles_lifted() {
    let broker = broker();
    broker.kt("topics create t --partitions 2").succeeds();
    let plan = broker.kt("reassign plan t --to 1").succeeds().stdout;
    assert_eq!(
        plan,
        "{\"version\":1,\"partitions\":[{\"topic\":\"t\",\"partition\":0,\"replicas\":[1],\"log_dirs\":[\"any\"]},\
         {\"topic\":\"t\",\"partition\":1,\"replicas\":[1],\"log_dirs\":[\"any\"]}]}\n"
    );
    std::fs::write(broker.folder.path().join("plan.json"), plan).unwrap();
    let kt = |line: &str| broker.kt(line).dir(broker.folder.path());
    kt("reassign-partitions --execute --reassignment-json-file plan.json --throttle 1000")
        .succeeds()
        .stdout_has("The inter-broker throttle limit was set to 1000 B/s\n")
        .stdout_has("Successfully started partition reassignments for t-0,t-1\n");
    broker.kt("configs get broker/1").succeeds().stdout_has("leader.replication.throttled.rate\t1000");
    kt("reassign-partitions --verify --reassignment-json-file plan.json").succeeds().stdout(
        "Status of partition reassignment:\nReassignment of partition t-0 is completed.\nReassignment of partition t-1 is \
         completed.\n\nClearing broker-level throttles on broker 1\nClearing topic-level throttles on topic t\n",
    );
    broker.kt("configs get broker/1").succeeds().stdout("SETTING\tVALUE\tSOURCE\n");
    broker.kt("reassign-partitions --list").succeeds().stdout("No partition reassignments found.\n");
}

#[test]
fn the_cluster_its_quorum_and_its_features_are_shown() {
    let broker = broker();
    broker.kt("cluster cluster-id").succeeds().stdout_has("Cluster ID: ");
    broker.kt("cluster unregister --id 99").fails(1).stderr_has("Broker ID 99 is not currently registered");
    broker.kt("cluster unregister 1 --yes").fails(1).stderr_has("it is running");
    broker.kt("metadata-quorum describe --status").succeeds().stdout_has("LeaderId:               1\n");
    broker.kt("quorum --output json").succeeds().stdout_has("\"voters\": [");
    broker.kt("metadata-quorum describe --replication").succeeds().stdout_has("Leader\t\n");
    broker
        .kt("metadata-quorum remove-controller --controller-id 1 --controller-directory-id AAAAAAAAAAAAAAAAAAAAAA")
        .fails(1)
        .stderr_has("Cluster doesn't support removing voter because the kraft.version feature is 0");
    broker
        .kt("features upgrade --feature no.such.feature=1")
        .fails(1)
        .stdout_has("Could not upgrade no.such.feature to 1. The update failed for all features");
    broker
        .kt("features upgrade --feature group.version=1 --dry-run")
        .succeeds()
        .stdout("group.version can be upgraded to 1.\n");
    broker.kt("features list").succeeds().stdout_has("metadata.version\t3.3-IV3\t4.3-IV0\t4.3-IV0\n");
}

#[test]
fn subscriptions_to_client_metrics_live_and_go() {
    let broker = broker();
    broker.kt("client-metrics --list").succeeds().stdout("\n");
    broker
        .kt("client-metrics --alter --name m1 --metrics org.apache.kafka.producer. --interval 30000 --match client_id=app")
        .succeeds()
        .stdout("Altered client metrics config for m1.\n");
    broker.kt("client-metrics --list").succeeds().stdout("m1\n");
    broker.kt("client-metrics describe m1").succeeds().stdout_has("m1\tinterval.ms\t30000\n");
    broker.kt("client-metrics --alter --name m1 --interval 5").fails(1).stdout(
        "Error while executing client metrics command : Invalid value 5 for interval.ms, interval must be between 100 and \
         3600000 (1 hour)\n",
    );
    broker.kt("client-metrics --delete --name m1").succeeds().stdout("Deleted client metrics config for m1.\n");
    broker.kt("client-metrics --describe").succeeds().stdout("");
}

#[test]
fn tokens_are_refused_on_a_listener_without_authentication() {
    let broker = broker();
    std::fs::write(broker.folder.path().join("c.properties"), "client.id=x\n").unwrap();
    broker
        .kt("delegation-tokens --create --max-life-time-period -1 --command-config c.properties")
        .dir(broker.folder.path())
        .fails(1)
        .stdout("Calling create token operation with renewers :[] , max-life-time-period :-1\n")
        .stderr_has("Delegation Token requests are not allowed on PLAINTEXT/1-way SSL channels");
}

#[test]
fn a_topics_name_alone_is_enough_where_it_can_be_nothing_else() {
    let broker = broker_with(RULES);
    broker.kt("topics create orders").succeeds();
    broker.kt("acls allow alice read,describe orders group/billing").succeeds().stdout_has("topic/orders");
    broker.kt("acls allow alice read 'app-*'").fails(2).stderr_has("did you mean   topic/app-* ?");
    broker.kt("acls allow alice read nothing").fails(2).stderr_has("did you mean   topic/nothing ?");
    // A group of that name may have been meant.
    broker.kt("produce orders").stdin("a\n").succeeds();
    broker.kt("consume orders --group orders --from-beginning -n 1").succeeds();
    broker.kt("acls deny alice read orders").fails(2).stderr_has("did you mean   topic/orders ?");
}

#[test]
fn rules_are_found_and_removed_by_whom_what_and_where_from() {
    let broker = broker_with(RULES);
    for rule in ["allow alice read topic/a", "allow alice write topic/a", "deny bob read topic/a --host 10.0.0.9"] {
        broker.kt(&format!("acls {rule}")).succeeds();
    }
    broker.kt("acls allow bob read group/a").succeeds();
    let rows = |line: &str| broker.kt(&format!("acls {line} -o tsv --no-headers")).succeeds().stdout.lines().count();
    let found = [
        rows("list a"),
        rows("list topic"),
        rows("list --principal bob"),
        rows("list --operation read"),
        rows("list --host 10.0.0.9"),
        rows("list topic/a --allow"),
        rows("list --deny"),
    ];
    assert_eq!(found, [4, 3, 2, 3, 1, 2, 1]);
    broker.kt("acls delete -y").fails(2).stderr_has("which rules are to go is not said");
    let gone = "PRINCIPAL  MAY  OPERATION  RESOURCE  FROM\nUser:bob   yes  Read       group/a   anywhere\n\
                User:bob   not  Read       topic/a   10.0.0.9\n";
    broker
        .kt("acls delete --principal bob --dry-run")
        .succeeds()
        .stdout("Would remove 2 rules\n")
        .stderr(&format!("{gone}note: dry run: nothing was changed\n"));
    broker.kt("acls delete --principal bob -y").succeeds().stdout("Removed 2 rules\n").stderr(gone);
    broker.kt("acls delete topic -y").succeeds().stdout("Removed 2 rules\n");
    broker.kt("acls list").succeeds().stdout("PRINCIPAL\tMAY\tOPERATION\tRESOURCE\tFROM\n");
}

#[test]
fn folders_are_summed_by_broker_or_topic_and_the_largest_comes_first() {
    let broker = broker();
    broker.kt("topics create small large").succeeds();
    broker.kt("produce small").stdin("a\n").succeeds();
    broker.kt("produce large").stdin("a\n".repeat(100)).succeeds();
    let names = |line: &str| -> Vec<String> {
        let rows = broker.kt(&format!("log-dirs {line} -o tsv --no-headers")).succeeds().stdout;
        rows.lines().map(|row| row.split('\t').next().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(names("--by topic"), ["large", "small"]);
    assert_eq!(names("--by topic --sort size"), ["large", "small"]);
    assert_eq!(names("--by partition --sort size small large"), ["large", "small"]);
    assert_eq!(names("--by broker"), ["1"]);
    broker.kt("log-dirs --by shelf").fails(2).stderr_has("broker, folder, topic, partition");
}

#[test]
fn a_subscription_that_is_not_there_is_said_to_be_missing() {
    let broker = broker();
    broker.kt("client-metrics set slow --interval 30000").succeeds().stdout("Set subscription slow\n");
    broker.kt("client-metrics describe slwo").fails(5).stdout("").stderr_has("did you mean   slow ?");
    broker.kt("client-metrics delete slwo -y").fails(5).stderr_has("there is no subscription slwo");
    broker
        .kt("client-metrics --describe --name slwo")
        .succeeds()
        .stdout("The client metric resource slwo doesn't exist and doesn't have dynamic config.\n");
    broker.kt("client-metrics delete slow -y").succeeds().stdout("Removed subscription slow\n");
}

#[test]
fn quotas_are_listed_for_one_alone_and_with_others() {
    let broker = broker();
    for of in ["user/alice", "user/alice/client/app", "user/bob", "client/app"] {
        broker.kt(&format!("quotas set {of} producer_byte_rate=1000")).succeeds();
    }
    let users =
        |of: &str| broker.kt(&format!("quotas list {of} -o tsv --no-headers")).succeeds().stdout.lines().count();
    assert_eq!([users(""), users("user/alice"), users("client/app"), users("user/eve")], [4, 2, 2, 0]);
    broker.kt("quotas list topic/orders").fails(2);
}

#[test]
fn a_move_names_a_partition_and_its_brokers() {
    let broker = broker();
    broker.kt("topics create orders --partitions 2").succeeds();
    let home = broker.folder.path().join("state");
    let call = |line: &str| broker.kt(&format!("reassign move {line}")).env("XDG_STATE_HOME", &home);
    call("orders:1=1 -y")
        .succeeds()
        .stdout("TOPIC\tPARTITION\tREPLICAS\norders\t1\t1\n")
        .stderr_has("undo: kt reassign");
    call("orders:9=1 --dry-run").fails(5).stderr_has("orders-9");
    call("ordres:0=1 --dry-run").fails(5).stderr_has("did you mean   orders ?");
    call("orders:0=7 --dry-run").fails(5).stderr_has("7");
    call("orders=1").fails(2).stderr_has("'orders=1' moves nothing");
}
