//! A name that nobody has is answered with the nearest one that somebody has, whatever the verb; nothing is done with it.

use crate::support::{broker, kt};

#[test]
fn every_verb_tells_the_name_that_may_have_been_meant() {
    let broker = broker();
    broker.kt("topics create orders --partitions 2").succeeds();
    broker.kt("produce orders").stdin("a\nb\n").succeeds();
    broker.kt("consume orders --group billing --from-beginning -n 1").succeeds();
    broker.kt("produce orders --transactional-id payments").stdin("c\n").succeeds();
    for line in [
        "topics describe ordrs",
        "topics delete ordrs -y",
        "topics alter ordrs --partitions 4",
        "topics purge ordrs -y",
        "consume ordrs -e",
        "get ordrs:0:0",
        "copy ordrs other",
        "configs get topic/ordrs",
        "configs get topic/ordrs --all",
        "configs set topic/ordrs retention.ms=1 -y",
        "configs unset topic/ordrs retention.ms -y",
        "configs diff topic/ordrs topic/orders",
        "groups reset billing ordrs --to end -y",
        "groups delete-offsets billing ordrs -y",
        "lag --topic ordrs",
        "log-dirs ordrs",
        "elect ordrs",
        "reassign plan ordrs",
        "txns producers ordrs",
        "txns producers ordrs:0",
        "txns hanging ordrs",
        "txns abort ordrs:0 --start-offset 3 -y",
    ] {
        let ran = broker.kt(line).fails(5).stderr_has("ordrs");
        assert!(ran.stderr.contains("no topic ordrs") || ran.stderr.contains("Topic ordrs not found"), "{ran}");
        ran.stderr_has("did you mean   orders ?");
    }
    for line in [
        "groups describe biling",
        "groups members biling",
        "groups delete biling -y",
        "groups delete-offsets biling orders",
        "groups clone biling other -y",
        "groups peek biling",
        "lag biling",
    ] {
        broker.kt(line).fails(5).stdout("").stderr_has("did you mean   billing ?");
    }
    // A group that is not there may be given offsets, so this is no failure.
    let reset = broker.kt("groups reset biling orders --to end --dry-run").succeeds();
    reset.stderr_has("note: group biling has committed nothing yet; did you mean   billing ?\n");
    broker.kt("txns describe paiments").fails(5).stderr_has("did you mean   payments ?");
    broker.kt("txns abort paiments -y").fails(5).stderr_has("did you mean   payments ?");
    broker.kt("configs get broker/7").fails(5).stderr("error: there is no broker 7\n  cause: the brokers are 1\n");
    broker.kt("wait topic ordrs --timeout 50ms").fails(7).stderr_has("ordrs is not there\n  cause: there is orders\n");
    broker.kt("wait group biling --timeout 50ms").fails(7).stderr_has("cause: there is billing\n");
    // What is there and has nothing to show is no failure.
    broker.kt("topics create quiet").succeeds();
    broker.kt("lag --topic quiet").succeeds();
}

#[test]
fn words_of_the_call_are_answered_with_the_nearest_too() {
    let broker = broker();
    for (line, meant) in [
        ("configs get topik/orders", "topic/orders"),
        ("configs get orders", "topic/orders"),
        ("acls allow bob read topik/orders", "topic/orders"),
        ("acls allow bob raed topic/orders", "Read"),
        ("acls check bob raed topic/orders", "Read"),
        ("tpoics list", "kt topics"),
    ] {
        broker.kt(line).fails(2).stderr_has(&format!("did you mean   {meant} ?"));
    }
    for (line, hint) in [
        ("produce t --vlaue x", "did you mean   --value ?"),
        // The front of a name is enough to know it.
        ("consume t --from-beg", "did you mean   --from-beginning ?"),
        ("groups reset g --to-earliest", "hint: --to beginning\n"),
        ("groups reset g --execute", "--dry-run does nothing"),
        ("topics alter t retention.ms=1d", "kt configs set topic/t retention.ms=1d"),
        ("topics alter t --config retention.ms=1d", "kt configs set topic/"),
        ("topics set t retention.ms=1d", "kt configs set topic/"),
        ("topics alter t", "kt topics alter t --partitions"),
        ("copy a b --create", "is made"),
        // The page of the verb, not the one of the tool.
        ("groups describe g --zebra", "hint: kt groups describe --help\n"),
    ] {
        kt(line).fails(2).stderr_has(hint);
    }
    // clap would take it for a value.
    kt("export t f -e").fails(2).stderr("error: unexpected argument '-e' found\n  hint: kt export --help\n");
    broker.kt("cluster helth").fails(1).stderr_has("did you mean   kt cluster health ?");
    broker.kt("brokers describe x").fails(2).stderr_has("'x' for '<ID>': that is no number\n");
}

#[test]
fn what_fingers_know_from_other_tools_is_answered_with_kts_words() {
    let broker = broker();
    for (line, words) in [
        ("consume t --from-timestamp 1700000000000", "-o @2026-11-21T10:00"),
        ("consume t --filter-key o-*", "--key KEY"),
        ("consume t --key-encoding=hex", "%k{hex}"),
        ("consume t -s value=i", "unpack[>ihs]"),
        ("consume t -o s@1700000000000", "-o @1700000000000"),
        ("consume t -F kcat.conf", "--command-config FILE"),
        ("produce t --file lines.txt", "kt produce orders lines.txt"),
        ("produce t --lineSeparator ;", "-D TEXT"),
        ("produce t --null-value", "--tombstone"),
        ("groups reset g t --oldest", "--to beginning"),
        ("groups describe g --only-with-lag", "--behind"),
        ("copy t u -e", "--follow"),
    ] {
        broker.kt(line).fails(2).stdout("").stderr_has(words);
    }
}
