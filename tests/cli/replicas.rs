//! kafka-replica-verification.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::support::broker;

#[test]
fn it_reports_until_it_is_stopped() {
    let broker = broker();
    broker.kt("topics create t").succeeds();
    broker.kt("produce t").stdin("a\nb\n").succeeds();
    let args = ["--broker-list", &broker.address, "--topics-include", "t", "--report-interval-ms", "1", "--time", "-2"];
    let mut child = Command::new(env!("CARGO_BIN_EXE_kt"))
        .arg("replica-verification")
        .args(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("kt starts");
    let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
    let end = "max lag is 0 for partition t-0 at offset 2 among 1 partitions";
    let seen: Vec<String> = lines
        .map_while(Result::ok)
        .scan(false, |done, line| {
            let more = !*done;
            *done = line.ends_with(end);
            more.then_some(line)
        })
        .take(200)
        .collect();
    child.kill().expect("it runs for ever");
    child.wait().expect("it is our child");
    assert!(seen[0].ends_with(": verification process is started"), "{seen:?}");
    assert!(seen.last().is_some_and(|line| line.ends_with(end)), "{seen:?}");
}

#[test]
fn a_single_broker_is_healthy_and_cannot_be_emptied() {
    let broker = crate::support::broker();
    broker.kt("topics create orders --partitions 2").succeeds();
    broker.kt("cluster health").succeeds().stdout("healthy · 1 broker · 1 topic · 2 partitions\n");
    broker
        .kt("reassign drain 1 -y")
        .fails(6)
        .stdout("")
        .stderr_has("no other broker can take 2 replicas of broker 1")
        .stderr_has("there is no other broker");
    broker.kt("reassign drain 7").succeeds().stdout("").stderr("note: nothing lies on broker 7\n");
    broker.kt("reassign cancel --all").succeeds().stderr("note: nothing is under way\n");
    broker.kt("reassign cancel").fails(2).stdout("");
}
