//! `kt lag` on a broker.

use crate::support::{Broker, broker};

fn behind_by_three() -> Broker {
    let broker = broker();
    broker.kt("topics create orders").succeeds();
    broker.kt("produce orders").stdin("a\nb\nc\n").succeeds();
    broker.kt("consumer-groups --reset-offsets --group billing --topic orders --to-earliest --execute").succeeds();
    broker
}

#[test]
fn a_single_look_is_a_table_and_a_check() {
    let broker = behind_by_three();
    let table = "GROUP\tSTATE\tMEMBERS\tTOPIC\tPARTITIONS\tLAG\tMOST\nbilling\tEmpty\t0\torders\t1\t3\t3\n";
    broker.kt("lag").succeeds().stdout(table);
    broker.kt("lag billing --fail-over 3").succeeds().stdout(table);
    broker.kt("lag billing --fail-over 2").fails(1).stdout(table).stderr("error: billing is 3 behind, more than 2\n");
    broker.kt("topics create other").succeeds();
    broker.kt("lag --topic other --no-headers").succeeds().stdout("");
    broker.kt("lag --topic nowhere").fails(5).stdout("").stderr_has("error: there is no topic nowhere");
    broker.kt("lag biling").fails(5).stderr_has("did you mean   billing ?");
}

#[test]
fn watching_is_one_json_line_a_tick_where_nobody_looks_at_a_screen() {
    let broker = behind_by_three();
    let watched = broker.kt("lag billing -n 3 --interval 100ms").succeeds();
    let ticks: Vec<serde_json::Value> =
        watched.stdout.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    assert_eq!(ticks.len(), 3, "{watched}");
    assert_eq!((&ticks[0]["lag"], &ticks[0]["groups"][0]["in"]), (&3.into(), &serde_json::Value::Null));
    assert_eq!((&ticks[2]["groups"][0]["in"], &ticks[2]["groups"][0]["trend"]), (&0.0.into(), &"steady".into()));
    broker.kt("lag --watch --fail-over 1 --interval 100ms").fails(1).stderr_has("billing is 3 behind, more than 1");
}
