//! `kt apply` and `kt diff`: topics as files say.

use crate::support::{Broker, broker, kt};

fn file(broker: &Broker, name: &str, text: &str) -> String {
    let path = broker.folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

const TOPICS: &str = "[topics.orders]\npartitions = 3\nconfig = { \"retention.ms\" = \"1d\" }\n\n[topics.users]\npartitions = 1\n\
                      config = { \"cleanup.policy\" = \"compact\" }\n";

#[test]
fn a_file_makes_topics_and_changes_only_what_it_names() {
    let broker = broker();
    broker.kt("topics create orders --partitions 2 --config segment.ms=60000").succeeds();
    broker.kt("topics create else").succeeds();
    let path = file(&broker, "topics.toml", TOPICS);
    let plan = "~ topic orders\n    partitions   2 → 3\n    + retention.ms   86400000 (1 d)   default 604800000 (7 d)\n\
                + topic users: 1 partition, replicas by default\n    + cleanup.policy   compact\n";
    broker.kt(&format!("diff {path}")).succeeds().stdout(plan).stderr("");
    broker.kt(&format!("diff {path} --exit-code")).fails(2).stdout(plan).stderr("");
    let lost = "! orders: what is beyond retention.ms 86400000 (1 d) can be removed within minutes\n";
    broker.kt(&format!("apply {path}")).fails(2).stderr(&format!(
        "{plan}{lost}error: this wants a confirmation, and nobody is there to give it\n  hint: add --yes to do it without asking\n"
    ));
    broker
        .kt(&format!("apply {path} --dry-run"))
        .succeeds()
        .stdout("Would create 1 topic: users\nWould change 1 topic: orders\n")
        .stderr(&format!("{plan}{lost}note: dry run: nothing was changed\n"));
    broker
        .kt(&format!("apply {path} --yes"))
        .succeeds()
        .stdout("Created 1 topic: users\nChanged 1 topic: orders\n")
        .stderr(&format!("{plan}{lost}undo: kt configs unset topic/orders retention.ms\n"));
    broker
        .kt("configs get topic/orders")
        .succeeds()
        .stdout("SETTING\tVALUE\tSOURCE\nretention.ms\t86400000\ttopic\nsegment.ms\t60000\ttopic\n");
    broker
        .kt(&format!("apply {path} --yes"))
        .succeeds()
        .stdout("")
        .stderr("note: nothing to do: the topics are as the files say\n");
    broker.kt(&format!("diff {path} --exit-code")).succeeds().stdout("");
    broker.kt("topics list --output name").succeeds().stdout("else\norders\nusers\n");
}

#[test]
fn topics_that_no_file_names_go_only_by_a_pattern_and_a_confirmation() {
    let broker = broker();
    for topic in ["team-a", "team-b", "mine"] {
        broker.kt(&format!("topics create {topic} --partitions 1")).succeeds();
    }
    let path = file(&broker, "t.json", r#"{"topics": {"team-a": {"partitions": 1}}}"#);
    broker
        .kt(&format!("apply {path} --prune 'team-*'"))
        .fails(2)
        .stderr_has("- topic team-b: 1 partition and all that is in it");
    broker.kt(&format!("apply {path} --prune 'team-*' --yes")).succeeds().stdout("Deleted 1 topic: team-b\n");
    broker.kt("topics list --output name").succeeds().stdout("mine\nteam-a\n");
}

#[test]
fn what_cannot_be_done_is_refused_before_anything_is() {
    let broker = broker();
    broker.kt("topics create t --partitions 3").succeeds();
    let path = file(&broker, "t.toml", "[topics.t]\npartitions = 1\n[topics.u]\npartitions = 1\n");
    broker
        .kt(&format!("apply {path} --yes"))
        .fails(6)
        .stderr_has("topic t has 3 partitions; they cannot be made 1")
        .stderr_has("nothing was changed");
    let path = file(&broker, "u.toml", "[topics.t]\nconfig = { \"retention.mz\" = 1 }\n");
    broker.kt(&format!("diff {path}")).fails(2).stderr_has("did you mean   retention.ms ?");
    broker.kt("topics list --output name").succeeds().stdout("t\n");
    kt("apply nowhere.toml -b 127.0.0.1:1").fails(1).stderr_has("cannot read nowhere.toml: No such file or directory");
}

#[test]
fn what_is_there_is_printed_as_a_file_that_changes_nothing() {
    let broker = broker();
    broker.kt("topics create a.b --partitions 2 --config retention.ms=1000 --config cleanup.policy=compact").succeeds();
    let printed = broker.kt("apply --print '*'").succeeds().stdout(
        "[topics.\"a.b\"]\npartitions = 2\nreplicas = 1\n\
         config = { \"cleanup.policy\" = \"compact\", \"retention.ms\" = \"1000\" }\n",
    );
    let path = file(&broker, "printed.toml", &printed.stdout);
    broker.kt(&format!("diff {path} --exit-code")).succeeds().stdout("");
    let printed = broker.kt("apply --print '*' --output json").succeeds();
    let path = file(&broker, "printed.json", &printed.stdout);
    broker.kt(&format!("diff {path} --exit-code")).succeeds().stdout("");
}

#[test]
fn what_describe_prints_as_yaml_is_what_apply_reads() {
    let broker = broker();
    broker.kt("topics create orders --partitions 3 --config retention.ms=86400000").succeeds();
    broker.kt("topics create plain").succeeds();
    let printed = broker.kt("topics describe -o yaml").succeeds().stdout;
    assert_eq!(
        printed,
        "topics:\n  orders:\n    partitions: 3\n    replicas: 1\n    config:\n      retention.ms: \"86400000\"\n  \
         plain:\n    partitions: 1\n    replicas: 1\n"
    );
    broker.kt("apply --print '*' -o yaml").succeeds().stdout(&printed);
    broker.kt("diff - --exit-code").stdin(printed.as_str()).succeeds().stdout("");
    let path = file(&broker, "topics.yaml", &printed.replace("partitions: 1", "partitions: 2"));
    broker.kt(&format!("apply {path} -y")).succeeds().stdout("Changed 1 topic: plain\n");
    let path = file(&broker, "bad.yaml", "topics:\n  orders:\n   partitions: 3\n  replicas: 1\n partitions: 2\n");
    broker.kt(&format!("diff {path}")).fails(2).stdout("").stderr_has("bad.yaml:");
}
