//! Settings changed in kt's own grammar: units, previews, the way back, and an editor.

use std::os::unix::fs::PermissionsExt;

use crate::support::{broker, kt};

#[test]
fn a_change_takes_units_and_names_the_way_back() {
    let broker = broker();
    broker.kt("topics create t").succeeds();
    broker
        .kt("configs set topic/t retention.ms=1d segment.bytes=512MiB")
        .succeeds()
        .stdout("Changed topic t\n")
        .stderr(
            "! what is beyond retention.ms 86400000 (1 d) can be removed within minutes\n\
             undo: kt configs unset topic/t retention.ms segment.bytes\n",
        );
    broker
        .kt("configs get topic/t")
        .succeeds()
        .stdout("SETTING\tVALUE\tSOURCE\nretention.ms\t86400000\ttopic\nsegment.bytes\t536870912\ttopic\n");
    broker
        .kt("configs set topic/t retention.ms=2d")
        .succeeds()
        .stderr("undo: kt configs set topic/t retention.ms=86400000\n");
    broker
        .kt("configs set topic/t retention.ms=2d")
        .succeeds()
        .stdout("")
        .stderr("note: nothing to change: topic/t is so already\n");
    broker
        .kt("configs unset topic/t segment.bytes")
        .succeeds()
        .stderr("undo: kt configs set topic/t segment.bytes=536870912\n");
}

/// The line went without `-b`, and changed the cluster of whoever pasted it: perhaps another one.
#[test]
fn the_way_back_names_the_cluster_that_the_flags_have_named() {
    let broker = broker();
    broker.kt("topics create t").succeeds();
    let address = &broker.address;
    let ran = kt(&format!("configs set topic/t retention.ms=2d -b {address}")).succeeds();
    ran.stderr_has(&format!("undo: kt -b {address} configs unset topic/t retention.ms\n"));
    kt(&format!("-b {address} configs unset topic/t retention.ms")).succeeds();
    kt(&format!("configs set topic/t retention.ms=2d -b {address}")).succeeds();
    let ran = kt(&format!("configs set topic/t retention.ms=3d cleanup.policy=compact -b {address}")).succeeds();
    ran.stderr_has(&format!(
        "undo: kt -b {address} configs set topic/t retention.ms=172800000 && \
         kt -b {address} configs unset topic/t cleanup.policy\n"
    ));
}

#[test]
fn a_dry_run_shows_the_change_asks_the_broker_and_changes_nothing() {
    let broker = broker();
    broker.kt("topics create t").succeeds();
    broker.kt("configs set topic/t cleanup.policy=compact retention.ms=1d --dry-run").succeeds().stdout("Would change topic t\n").stderr(
        "topic/t\n+ cleanup.policy   compact   default delete\n+ retention.ms     86400000 (1 d)   default 604800000 (7 d)\n\
         ! what is beyond retention.ms 86400000 (1 d) can be removed within minutes\nnote: dry run: nothing was changed\n",
    );
    broker.kt("configs set topic/t retention.ms=-7 --dry-run").fails(1).stderr_has("INVALID_CONFIG");
    broker.kt("configs get topic/t").succeeds().stdout("SETTING\tVALUE\tSOURCE\n");
}

#[test]
fn a_key_that_nobody_knows_is_refused_with_the_nearest_one() {
    let broker = broker();
    broker.kt("topics create t").succeeds();
    broker.kt("configs set topic/t retention.mz=1").fails(2).stderr(
        "error: there is no topic setting retention.mz [INVALID_CONFIG]\n  hint: did you mean   retention.ms ?\n",
    );
    broker.kt("configs set topic/t retention.ms=soon").fails(1).stderr_has("INVALID_CONFIG");
}

#[test]
fn an_editor_shows_what_is_set_and_what_could_be() {
    let broker = broker();
    broker.kt("topics create t --config retention.ms=1000").succeeds();
    let editor = broker.folder.path().join("editor");
    std::fs::write(&editor, "#!/bin/sh\ncp \"$1\" \"$0.seen\"\nsed -i -e s/retention.ms=1000/retention.ms=1h/ -e s/^#cleanup.policy=delete/cleanup.policy=compact/ \"$1\"\n").unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    broker.kt("configs edit topic/t").env("EDITOR", &editor).fails(2).stderr_has("an editor needs a terminal");
    broker
        .kt("configs edit topic/t --yes")
        .env("EDITOR", &editor)
        .env("VISUAL", "")
        .succeeds()
        .stdout("Changed topic t\n")
        .stderr(
            "topic/t\n- retention.ms     1000 (1 s)\n+ retention.ms     3600000 (1 h)\n\
         + cleanup.policy   compact   default delete\n! of each key only the last record stays once it is compacted\n\
         undo: kt configs set topic/t retention.ms=1000 && kt configs unset topic/t cleanup.policy\n",
        );
    let seen = std::fs::read_to_string(editor.with_extension("seen")).unwrap();
    assert!(seen.contains("\nretention.ms=1000\n") && seen.contains("\n#segment.bytes=1073741824\n"), "{seen}");
    // Left as it is: nothing is done.
    broker
        .kt("configs edit topic/t --yes")
        .env("EDITOR", "true")
        .env("VISUAL", "")
        .succeeds()
        .stderr("note: nothing was changed\n");
}

#[test]
fn two_topics_are_compared_also_across_contexts() {
    let (one, other) = (broker(), broker());
    one.kt("topics create t --config retention.ms=1000").succeeds();
    other.kt("topics create t").succeeds();
    let config = one.folder.path().join("config.toml");
    std::fs::write(&config, format!("[contexts.other]\nbootstrap = \"{}\"\n", other.address)).unwrap();
    one.kt("configs diff topic/t other:topic/t --exit-code")
        .env("KT_CONFIG", &config)
        .fails(2)
        .stdout("SETTING\tLEFT\tRIGHT\nretention.ms\t1000\t604800000\n")
        .stderr("");
    one.kt("configs diff topic/t topic/t --exit-code").succeeds();
}

#[test]
fn a_brokers_key_that_nobody_knows_is_refused_unless_it_is_a_plugins() {
    let broker = broker();
    for (of, key, near) in [
        ("broker/1", "log.retention.hour", "log.retention.hours"),
        ("broker/default", "num.io.thread", "num.io.threads"),
    ] {
        let call = format!("configs set {of} {key}=1");
        broker.kt(&call).fails(2).stderr_has(&format!("did you mean   {near} ?")).stderr_has("--force");
        broker.kt(&format!("{call} --dry-run")).fails(2);
        broker.kt(&format!("{call} --force")).succeeds();
        broker.kt(&format!("configs unset {of} {key}")).succeeds();
    }
    broker.kt("configs set broker/1 listener.name.inside.max.connections=10 --dry-run").succeeds();
}

#[test]
fn values_go_into_lists_and_out_of_them_on_all_topics_of_a_pattern() {
    let broker = broker();
    broker.kt("topics create app-1 app-2 other").succeeds();
    let set = |line: &str| broker.kt(&format!("configs set {line}"));
    set("'topic/app-*' cleanup.policy+=compact").fails(2).stderr_has("add --yes").stderr_has("topic/app-2\n");
    set("'topic/app-*' cleanup.policy+=compact -y")
        .succeeds()
        .stdout("Changed topic app-1\nChanged topic app-2\n")
        .stderr_has("topic/app-1\n+ cleanup.policy   delete,compact   default delete\n")
        .stderr_has("undo: kt configs unset topic/app-2 cleanup.policy\n");
    let policy =
        |topic: &str| broker.kt(&format!("configs get topic/{topic} --jq '.settings[].value' -r")).succeeds().stdout;
    assert_eq!([policy("app-1"), policy("other")], ["delete,compact\n", ""]);
    set("topic/app-1 cleanup.policy+=compact").succeeds().stderr_has("nothing to change");
    set("topic/app-1 cleanup.policy-=delete").succeeds().stdout("Changed topic app-1\n");
    assert_eq!(policy("app-1"), "compact\n");
    broker.kt("configs unset topic//app-.*/ cleanup.policy -y").succeeds();
    assert_eq!(policy("app-1"), "");
    // A group's own name may look like a pattern: it is one group, and nobody asks.
    set("group/a/b consumer.session.timeout.ms=50000").succeeds();
    set("'group/a*' consumer.session.timeout.ms=50000").succeeds();
    set("'topic/none-*' retention.ms=1d -y").fails(5).stderr_has("there is no topic none-*");
    set("user/alice producer_byte_rate+=1").fails(2).stderr_has("is no list");
}
