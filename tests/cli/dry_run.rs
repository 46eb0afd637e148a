//! `--dry-run`: every verb that changes something can be tried without changing anything.

use std::collections::BTreeSet;

use kt::cli::tools;
use serde_json::Value;

use crate::support::{Broker, Kt, broker, broker_with, kt};

/// Every verb that changes something, in a call that would change something here; and what it says it would do.
const CALLS: &[(&str, &str, &str)] = &[
    ("topics create", "topics create new --partitions 2 -c retention.ms=1d", "Would create topic new: 2 partitions"),
    ("topics alter", "topics alter orders --partitions 5", "Would raise topic orders to 5 partitions\n"),
    ("topics trim", "topics trim orders --before @now", "orders\t"),
    ("topics purge", "topics purge orders", "orders\t"),
    ("topics delete", "topics delete orders", "Would delete topic orders\n"),
    ("delete-records", "delete-records orders --before end", "orders"),
    ("groups reset", "groups reset billing --to beginning", "orders\t"),
    ("groups clone", "groups clone billing other", "orders\t"),
    ("groups delete", "groups delete billing", "Would delete group billing\n"),
    (
        "groups delete-offsets",
        "groups delete-offsets billing orders",
        "Would delete the offsets of 2 partitions of billing\n",
    ),
    ("configs set", "configs set topic/orders retention.ms=2d", "Would change topic orders\n"),
    ("configs set", "configs set broker/default log.retention.ms=2d", "Would change the defaults of all brokers\n"),
    ("configs set", "configs set user/alice producer_byte_rate=7", "Would change user alice\n"),
    ("configs set", "configs set user/alice SCRAM-SHA-256=password=x", "Would change user alice\n"),
    ("configs set", "configs set logger/1 org.apache.kafka=DEBUG", "Would change broker-logger 1\n"),
    ("configs unset", "configs unset topic/orders segment.ms", "Would change topic orders\n"),
    ("configs edit", "configs edit topic/orders", "Would change topic orders\n"),
    ("acls allow", "acls allow bob write topic/orders", "User:bob"),
    ("acls deny", "acls deny bob write topic/orders", "User:bob"),
    ("acls delete", "acls delete topic/orders", "Would remove 1 rule\n"),
    ("users create", "users create bob", "bob\tSCRAM-SHA-256\t"),
    ("users password", "users password alice", "alice\tSCRAM-SHA-256\t"),
    ("users delete", "users delete alice", "Would remove user alice\n"),
    ("quotas set", "quotas set user/alice producer_byte_rate=7", "alice\t-\t-\tproducer_byte_rate\t7\n"),
    ("quotas delete", "quotas delete user/alice producer_byte_rate", "USER\t"),
    ("cluster unregister", "cluster unregister 1", "Would unregister broker 1\n"),
    ("reassign move", "reassign move orders:0=1", "orders\t0\t1\n"),
    ("configs set", "configs set topic/ord* cleanup.policy+=compact", "Would change topic orders\n"),
    ("reassign apply", "reassign apply plan.json --throttle 1MiB", "orders\t0\t1\n"),
    ("reassign verify", "reassign verify plan.json", "orders\t0\tcompleted\n"),
    ("reassign cancel", "reassign cancel plan.json", ""),
    ("reassign throttle", "reassign throttle off", "off\t"),
    ("elect", "elect orders --unclean", "orders\t0\tleads already\n"),
    ("txns abort", "txns abort payments", ""),
    ("features set", "features set group.version=0", "can be set"),
    ("client-metrics set", "client-metrics set fast --interval 100", "Would set subscription fast\n"),
    ("client-metrics delete", "client-metrics delete slow", "Would remove subscription slow\n"),
    ("apply", "apply topics.toml --prune orders", "Would create 1 topic: filed\nWould delete 1 topic: orders\n"),
    ("copy", "copy orders copied", "orders\tcopied\t3\n"),
];

/// With one broker nothing can be drained; a broker that is alone is asked about it elsewhere.
const ELSEWHERE: &[&str] = &["reassign drain"];

fn filled() -> Broker {
    let broker = broker_with(&[
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users=User:ANONYMOUS",
    ]);
    let file = |name: &str, text: &str| std::fs::write(broker.folder.path().join(name), text).unwrap();
    broker.kt("topics create orders --partitions 2 -c segment.ms=1d").succeeds();
    broker.kt("produce orders").stdin("a\nb\nc\n").succeeds();
    broker.kt("produce orders --transactional-id payments").stdin("").succeeds();
    broker.kt("consume orders --group billing --from-beginning -e").succeeds();
    broker.kt("acls allow alice read topic/orders").succeeds();
    broker.kt("users create alice").stdin("secret\n").succeeds();
    broker.kt("quotas set user/alice producer_byte_rate=1000").succeeds();
    broker.kt("client-metrics set slow --interval 30000").succeeds();
    broker.kt("configs set topic/orders leader.replication.throttled.replicas=0:1").succeeds();
    file("topics.toml", "[topics.filed]\npartitions = 1\n");
    file("plan.json", &broker.kt("reassign plan orders").succeeds().stdout);
    file("editor", "#!/bin/sh\nsed -i 's/^segment.ms=.*/segment.ms=7/' \"$1\"\n");
    std::fs::set_permissions(broker.folder.path().join("editor"), std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .unwrap();
    broker
}

/// All that the verbs could change.
fn state(broker: &Broker) -> String {
    let looks = [
        "topics describe --all -o json",
        "topics count --all",
        "groups list --jq '.[] | [.group, .state]'",
        "groups describe --jq '.[].partitions[] | [.topic, .partition, .currentOffset]'",
        "configs get topic/orders",
        "configs get broker/1",
        "configs get broker/default",
        "configs get logger/1",
        "acls list",
        "users list",
        "quotas list",
        "client-metrics describe",
        "txns list",
        "features list",
        "cluster info",
        "reassign status",
    ];
    looks.iter().map(|look| format!("== {look}\n{}", broker.kt(look).succeeds().stdout)).collect()
}

fn tried(broker: &Broker, line: &str) -> Kt {
    let folder = broker.folder.path();
    let call = broker.kt(&format!("{line} --dry-run")).dir(folder);
    call.env("EDITOR", folder.join("editor")).env("XDG_STATE_HOME", folder.join("state"))
}

#[test]
fn every_verb_that_changes_something_can_be_tried_and_changes_nothing_then() {
    let broker = filled();
    let before = state(&broker);
    for (_, line, would) in CALLS {
        let end = match *line {
            "txns abort payments" => "note: payments has no transaction open; nothing was changed\n",
            _ => "note: dry run: nothing was changed\n",
        };
        let ran = tried(&broker, line).succeeds().stdout_has(would);
        assert!(ran.stderr.ends_with(end), "{line}: {ran}");
        assert_eq!(state(&broker), before, "after   kt {line} --dry-run");
    }
    assert!(!broker.folder.path().join("state").exists(), "nor is a file written that takes back what was not done");
}

#[test]
fn in_json_a_dry_run_says_that_it_is_one() {
    let broker = filled();
    for (_, line, _) in CALLS {
        let ran = tried(&broker, &format!("{line} -o json")).succeeds();
        let value: Value = serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{line}: {error}: {ran}"));
        let says = |value: &Value| value.get("dryRun") == Some(&Value::Bool(true));
        let all = value.as_array().map_or_else(|| says(&value), |rows| rows.iter().all(says));
        assert!(all, "{line}: {value}");
    }
    tried(&broker, "topics delete orders --jq .dryRun").succeeds().stdout("true\n");
    kt("topics delete -o help").succeeds().stdout_has("dryRun ");
}

#[test]
fn the_verbs_that_are_tried_are_all_that_change_something() {
    let known: BTreeSet<&str> = CALLS.iter().map(|(call, ..)| *call).chain(ELSEWHERE.iter().copied()).collect();
    let call = |tool: &str, verb: &str| format!("{tool} {verb}").trim_end().to_owned();
    for tool in tools() {
        for verb in tool.changes {
            assert!(known.contains(&*call(tool.name, verb)), "kt {} {verb} is not tried", tool.name);
        }
    }
    for call in known {
        kt(&format!("help {call}")).succeeds().stdout_has("--dry-run");
    }
    kt("help topics list").succeeds();
    kt("topics list --dry-run").fails(2).stderr_has("unexpected argument '--dry-run'");
}

#[test]
fn what_would_be_refused_is_refused_in_a_dry_run_too() {
    let broker = filled();
    let refused = |line: &str, code: i32, words: &str| {
        tried(&broker, line).fails(code).stderr_has(words);
    };
    refused("topics create orders", 6, "[TOPIC_ALREADY_EXISTS]");
    refused("topics create many --replication-factor 3", 1, "[INVALID_REPLICATION_FACTOR]");
    refused("topics create odd -c cleanup.policy=never", 1, "cleanup.policy");
    refused("topics create new orders", 8, "[TOPIC_ALREADY_EXISTS]");
    refused("topics alter orders --partitions 1", 1, "[INVALID_PARTITIONS]");
    refused("topics delete ordres", 5, "did you mean   orders ?");
    refused("groups delete biling", 5, "did you mean   billing ?");
    refused("configs set topic/orders retention.ms=-7", 1, "[INVALID_CONFIG]");
    refused("quotas set user/alice producer_byte_rate=-7", 1, "producer_byte_rate");
    refused("users create alice", 6, "user alice exists already");
    refused("features set group.version=99", 1, "group.version");
    refused("elect orders:7", 5, "there is no partition orders-7");
    refused("client-metrics delete slwo", 5, "did you mean   slow ?");
    // Without rules there is nothing that could be allowed.
    let open = crate::support::broker();
    open.kt("acls allow bob read topic/t --dry-run").fails(1).stderr_has("[SECURITY_DISABLED]");
}

#[test]
fn a_group_that_somebody_reads_with_is_kept_in_a_dry_run_as_in_earnest() {
    let broker = broker();
    broker.kt("topics create orders").succeeds();
    let _reader = super::groups::Reader::of(&broker, "orders", "live");
    for how in ["--yes", "--dry-run"] {
        broker.kt(&format!("groups delete live {how}")).fails(6).stderr_has("[NON_EMPTY_GROUP]");
        let ran = broker.kt(&format!("groups delete-offsets live orders {how}")).fails(6);
        ran.stderr_has("[GROUP_SUBSCRIBED_TO_TOPIC]");
    }
}

#[test]
fn a_read_only_context_can_be_asked_what_would_be() {
    let broker = broker();
    let config = broker.folder.path().join("config.toml");
    std::fs::write(&config, format!("[contexts.prod]\nbootstrap = \"{}\"\nread-only = true\n", broker.address))
        .unwrap();
    let prod = |line: &str| kt(&format!("-C prod {line}")).env("KT_CONFIG", &config);
    prod("topics create t").fails(6).stderr_has("context prod is read-only");
    prod("topics create t --dry-run").succeeds().stdout_has("Would create topic t");
}

#[test]
fn groups_of_a_protected_context_are_deleted_once_it_is_named() {
    let broker = broker();
    broker.kt("topics create orders").succeeds();
    broker.kt("consume orders --group old --from-beginning -e").succeeds();
    let config = broker.folder.path().join("config.toml");
    std::fs::write(&config, format!("[contexts.prod]\nbootstrap = \"{}\"\nprotected = true\n", broker.address))
        .unwrap();
    let prod = |line: &str| kt(line).env("KT_CONFIG", &config);
    prod("groups delete old -C prod").fails(6).stderr_has("add --yes --context prod");
    prod("groups delete old -C prod --dry-run").succeeds().stdout("Would delete group old\n");
    prod("groups delete old -C prod --yes").succeeds().stdout("Deleted group old\n");
}
