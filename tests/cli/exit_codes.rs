//! Each exit code of `kt help exit-codes`, by a call that ends with it.

use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

use crate::support::{Broker, broker, broker_with, kt};

const DENYING: [&str; 1] = ["authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer"];

#[test]
fn every_code_that_the_help_names_is_what_a_call_ends_with() {
    let broker = broker();
    broker.kt("topics create orders").succeeds();
    broker.kt("produce orders").stdin("one\ntwo\n").succeeds();
    broker.kt("consume orders --group billing --from-beginning -c 1").succeeds();
    let denying = broker_with(&DENYING);

    let seen = [
        broker.kt("topics list").succeeds().code,
        broker.kt("lag billing --fail-over 0").fails(1).code,
        kt("topics create").fails(2).code,
        kt("topics list -b 127.0.0.1:1").fails(3).code,
        denying.kt("topics create t").fails(4).code,
        broker.kt("topics describe nowhere").fails(5).code,
        broker.kt("topics create orders").fails(6).code,
        broker.kt("wait --topic nowhere --timeout 300ms").fails(7).code,
        broker.kt("produce orders -K: --on-error skip").stdin("k:v\nno colon\n").fails(8).code,
        ended_by(&broker, "INT"),
        ended_by(&broker, "TERM"),
    ];

    let page = kt("help exit-codes").succeeds().stdout;
    let number = |word: &str| word.parse::<i32>().ok();
    let mut named: Vec<Option<i32>> = page
        .lines()
        .filter(|line| line.starts_with("  "))
        .filter_map(|line| number(line.split_whitespace().next()?))
        .map(Some)
        .collect();
    // "130  interrupted by Ctrl-C; 143 terminated"
    named.push(Some(143));
    assert!(page.contains("143 terminated"), "{page}");
    assert_eq!(named, seen);
}

/// A reader that waits for more, and is sent a signal; as a shell sees it.
fn ended_by(broker: &Broker, signal: &str) -> Option<i32> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kt"))
        .args(["consume", "orders", "--from-beginning", "-b", &broker.address])
        .env("KT_CONFIG", "/nowhere/config.toml")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Held to the end: a consumer whose reader has gone ends by itself, with 0.
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 8]).unwrap();
    assert!(Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status().unwrap().success());
    let status = child.wait().unwrap();
    status.code().or(status.signal().map(|signal| 128 + signal))
}
