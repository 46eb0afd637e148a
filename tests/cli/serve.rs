//! `kt serve`, kafka-server-start and kafka-server-stop: how a broker begins, ends, and refuses.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Stdio};

use kt::commands::shapes;
use serde_json::{Value, json};

use crate::support::{broker, kt};

#[test]
fn a_command_gets_a_broker_of_its_own_and_its_exit_code_is_kts() {
    let ran = kt("serve -- sh -c 'test -n \"$KT_BOOTSTRAP\" && echo $BOOTSTRAP_SERVERS && exit 7'").fails(7);
    assert!(ran.stdout.starts_with("127.0.0.1:"), "{ran}");
}

#[test]
fn the_broker_of_a_command_takes_records() {
    let kt_binary = env!("CARGO_BIN_EXE_kt");
    let script =
        format!("echo hello | {kt_binary} produce t -q && {kt_binary} consume t --from-beginning --max-messages 1");
    kt(&format!("serve -- sh -c '{script}'")).succeeds().stdout("hello\n");
}

#[test]
fn a_program_learns_from_a_line_of_json_or_a_file_where_the_broker_is() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut serve = Command::new(env!("CARGO_BIN_EXE_kt"));
    serve.args(["serve", "-q", "--port", "0", "--port-file", "port", "--data", "data", "-o", "json"]);
    serve.current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut serve = Child(serve.spawn().expect("kt serve starts"));
    let mut line = String::new();
    BufReader::new(serve.0.stdout.take().expect("it was piped")).read_line(&mut line).expect("it speaks UTF-8");
    let told: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"));
    let address = told["bootstrap"].as_str().expect("the address is told").to_owned();
    let port = fs::read_to_string(folder.path().join("port")).expect("the file was there first");
    assert_eq!(address, format!("127.0.0.1:{}", port.trim_end()));
    let listeners = json!([{ "name": "PLAINTEXT", "address": address, "advertised": address }]);
    assert_eq!(told["listeners"], listeners, "{told}");
    assert_eq!((&told["pid"], &told["temporary"]), (&json!(serve.0.id()), &json!(false)));
    let id = kt(&format!("cluster id -b {address}")).succeeds().stdout;
    assert_eq!(Some(id.trim_end()), told["clusterId"].as_str());
    let mut fields: Vec<&str> = told.as_object().expect("an object").keys().map(String::as_str).collect();
    let shape = shapes::of("serve").expect("it is told by -o help");
    let mut named: Vec<&str> = shape.fields.iter().map(|(name, ..)| name.split("[]").next().unwrap_or(name)).collect();
    named.dedup();
    assert_eq!((fields.sort_unstable(), &fields), (named.sort_unstable(), &named));
    let mut stderr = serve.0.stderr.take().expect("it was piped");
    drop(serve);
    let mut said = String::new();
    stderr.read_to_string(&mut said).expect("it speaks UTF-8");
    assert_eq!(said, "", "-q");
    // A file that cannot be written is told before anybody waits for it.
    kt("serve --temp --port 0 --port-file /nowhere/port").fails(1).stderr_has("error: cannot write /nowhere/port: ");
    kt("serve --port-file port -- true").fails(2).stderr_has("--port-file");
}

/// A child that dies with its test.
struct Child(std::process::Child);

impl Drop for Child {
    fn drop(&mut self) {
        let _ = self.0.kill(); // it may have ended by itself
        let _ = self.0.wait();
    }
}

#[test]
fn a_second_broker_on_a_folder_or_a_port_is_told_who_has_it() {
    let first = broker();
    kt(&format!("serve --data {} --listen 127.0.0.1:0", first.data().display()))
        .fails(1)
        .stderr_has("is in use by pid")
        .stderr_has("kt server-stop");
    kt(&format!("serve --temp --listen {}", first.address)).fails(1).stderr_has("is in use by pid").stderr_has("(kt)");
}

#[test]
fn a_port_is_all_that_needs_to_be_said() {
    let taken = broker();
    let port = taken.address.rsplit(':').next().expect("an address has a port");
    kt(&format!("serve --temp --port {port}")).fails(1).stderr_has("is in use by pid").stderr_has("kt serve --port 0");
    kt("serve --temp --port 0 --listen 127.0.0.1:0").fails(2).stderr_has("--listen");
    kt("serve --temp --port many").fails(2).stderr_has("many");
}

/// The broker said only where it listens, and that is not where clients go.
#[test]
fn a_broker_says_what_clients_are_told_where_that_is_another_address() {
    let mut terminal = kt("serve --temp --listen 127.0.0.1:0 --advertise broker.example:29092").at_a_terminal();
    terminal.shows("clients  are told broker.example:29092").shows("Ctrl-C stops.").interrupt().leaves();
    let mut terminal = kt("serve --temp --listen 127.0.0.1:0").at_a_terminal();
    let (_, shown) = terminal.shows("Ctrl-C stops.").interrupt().leaves();
    assert!(!shown.contains("clients"), "{shown}");
}

#[test]
fn an_embedded_broker_serves_one_call_on_a_folder_that_stays() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let server = format!("embedded:{}", folder.path().join("data").display());
    kt(&format!("topics --bootstrap-server {server} --create --topic kept")).succeeds().stdout("Created topic kept.\n");
    kt(&format!("topics --bootstrap-server {server} --list")).succeeds().stdout("kept\n");
}

#[test]
fn a_server_properties_of_kafka_2_starts_a_daemon_and_server_stop_ends_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let properties = "broker.id=4711\nlisteners=PLAINTEXT://127.0.0.1:0\nlog.dirs=data\nzookeeper.connect=localhost:2181\n\
                      num.network.threads=3\nnum.partitions=2\n";
    fs::write(folder.path().join("server.properties"), properties).expect("room for a file");
    let started = kt("server-start -daemon server.properties --override log.retention.hours=1").dir(folder.path());
    let started = started.succeeds();
    assert!(started.stderr.contains("runs as pid"), "{started}");
    let log = fs::read_to_string(folder.path().join("logs/server.log")).expect("the daemon has a log");
    assert!(log.contains("zookeeper.connect means nothing to kt"), "{log}");
    let words: Vec<&str> = started.stderr.split_whitespace().collect();
    let address = words.iter().find(|word| word.starts_with("127.0.0.1:")).expect("the address is told");
    kt(&format!("topics --bootstrap-server {address} --create --topic t")).succeeds();
    kt(&format!("topics --bootstrap-server {address} --describe --topic t")).succeeds().stdout_has("PartitionCount: 2");
    kt("server-stop --node-id 4711").succeeds();
    assert!(folder.path().join("data/.kafka_cleanshutdown").exists(), "it was stopped in order");
    kt("server-stop --node-id 4711").fails(1).stdout("No kafka server to stop\n");
}

#[test]
fn a_wrong_setting_is_named_with_its_line() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("server.properties"), "listeners=PLAINTEXT://127.0.0.1:0\nnum.partitions=many\n")
        .expect("room for a file");
    let ran = kt("server-start server.properties").dir(folder.path()).fails(1);
    assert!(ran.stderr.contains("server.properties:2") && ran.stderr.contains("num.partitions"), "{ran}");
}

#[test]
fn server_start_without_a_file_says_what_it_wants() {
    kt("server-start").fails(1).stderr_has("server.properties");
    kt("server-start nowhere.properties").fails(1).stderr_has("nowhere.properties");
}
