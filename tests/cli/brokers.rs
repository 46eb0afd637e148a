//! `kt brokers`, and waiting for groups.

use crate::support::broker;

#[test]
fn brokers_are_listed_with_what_they_carry() {
    let broker = broker();
    broker.kt("topics create t --partitions 3").succeeds();
    let (address, ran) = (&broker.address, broker.kt("brokers").succeeds());
    let (head, row) = ran.stdout.split_once('\n').unwrap();
    assert_eq!(head, "BROKER\tADDRESS\tRACK\tROLE\tLEADS\tREPLICAS\tBEHIND\tSIZE");
    assert_eq!(row.trim_end(), format!("1\t{address}\t\tcontroller\t3\t3\t0\t0"));
    let folder = broker.data().display().to_string();
    broker.kt("brokers describe 1").succeeds().stdout_has(&format!("{folder}\tonline\t3\t0\t"));
    broker.kt("brokers describe 9").fails(5).stderr_has("there is no broker 9").stderr_has("the brokers are 1");
    broker.kt("nodes --output json").succeeds().stdout_has("\"controller\": true");
}

#[test]
fn a_group_is_waited_for_until_it_has_read_everything() {
    let broker = broker();
    broker.kt("topics create t --partitions 1").succeeds();
    broker.kt("produce t").stdin("a\nb\nc\n").succeeds();
    broker.kt("wait group g --lag 0 --timeout 3s").fails(7).stderr_has("group g has committed nothing");
    broker.kt("groups reset g t --to 1 -y --no-undo").succeeds();
    broker.kt("wait --group g --timeout 1s").fails(7).stderr_has("group g is 2 behind");
    broker.kt("wait group g --lag 2").succeeds().stderr_has("group g is at most 2 behind after");
    broker.kt("groups reset g t --to end -y --no-undo").succeeds();
    broker.kt("wait group g").succeeds().stderr_has("group g has read everything after");
}
