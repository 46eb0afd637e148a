//! `kt doctor`: each step of the way to a cluster, and the words for what goes wrong on it.

use kt_codec::ApiKey;
use kt_codec::describe_quorum_response::{DescribeQuorumResponse, PartitionData, ReplicaState, TopicData};
use kt_codec::metadata_response::MetadataResponseBroker;

use crate::support::certificate::certificate;
use crate::support::fake::{Fake, KAFKA_2_1, fake, fake_tls, metadata};
use crate::support::wire::now_ms;
use crate::support::{broker, broker_with, kt};

/// A broker of its own cluster that says it lives at `host`, on the port where it is.
pub(super) fn one_that_advertises(host: &'static str) -> Fake {
    let offers = [(ApiKey::Metadata, 0, 12)];
    fake(&offers, move |asked| asked.answer(&metadata(host, asked.port, &[("orders", 2)])))
}

/// The screen with what differs from run to run taken out.
fn screen(text: &str, port: u16) -> String {
    let text = text.replace(&format!("{port}"), "PORT").replace(&format!("{}", port.wrapping_add(1)), "NEXT");
    let lines = text.lines().map(|line| match line.split_once(" in ") {
        Some((start, end)) if end.ends_with(" ms") => format!("{start} in MS"),
        _ => match line.split_once(" within ") {
            Some((start, _)) => format!("{start} within MS"),
            None => line.to_owned(),
        },
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn a_broker_that_is_well_is_found_well() {
    let broker = broker();
    broker.kt("topics create orders --partitions 3").succeeds();
    let ran = broker.kt("doctor").succeeds();
    let port = broker.address.rsplit(':').next().and_then(|port| port.parse().ok()).expect("an address has a port");
    let text = screen(&ran.stdout, port);
    assert!(text.starts_with("kt doctor · 127.0.0.1:PORT\n ok    connect   127.0.0.1:PORT in MS\n"), "{text}");
    let end = " ok    broker 1  is 127.0.0.1:PORT, and answers there\n \
               ok    clock     the cluster's is within MS\n \
               ok    topics    1 topic, each partition led and in sync\n \
               ok    names     topics are made when they are asked for (auto.create.topics.enable)\nno problem found\n";
    assert!(text.ends_with(end), "{text}");
}

/// The trap that every newcomer to Kafka in a container falls into, and that no other tool explains.
#[test]
fn an_advertised_name_that_means_nothing_here_is_explained_with_its_mending() {
    let broker = one_that_advertises("kafka.invalid");
    let ran = kt(&format!("doctor -b {}", broker.address())).fails(3);
    let text = screen(&ran.stdout, broker.port);
    let broker_1 = text.split_once(" WRONG ").expect("something is wrong").1;
    assert_eq!(
        broker_1,
        "broker 1  advertises kafka.invalid:PORT
                 the name cannot be resolved here: name not known
                 and the address that was given leads to this very broker
            why  A client talks to the address it is given only to learn the brokers' own addresses.
                 This name is known where the broker runs (a container, another network), not here.
            fix  on the broker, add a listener for clients out here (in server.properties):
                   listeners=INTERNAL://:PORT,EXTERNAL://:NEXT
                   advertised.listeners=INTERNAL://kafka.invalid:PORT,EXTERNAL://127.0.0.1:PORT
                   listener.security.protocol.map=INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT
                   inter.broker.listener.name=INTERNAL
                 in a container the same by KAFKA_LISTENERS, KAFKA_ADVERTISED_LISTENERS, …
            now  without touching the broker:
                   kt --resolve kafka.invalid:PORT=127.0.0.1:PORT topics list
 ok    topics    1 topic, each partition led and in sync
1 problem found
"
    );
}

#[test]
fn what_the_doctor_gives_for_now_works() {
    let broker = one_that_advertises("kafka.invalid");
    let resolve = format!("--resolve kafka.invalid:{}={}", broker.port, broker.address());
    kt(&format!("doctor -b {} {resolve}", broker.address())).succeeds().stdout_has("no problem found");
    kt(&format!("{resolve} -b {} topics list", broker.address())).succeeds();
    kt("topics list --resolve kafka").fails(2).stderr_has("--resolve kafka:9092=localhost:29092");
}

#[test]
fn records_go_where_resolve_says_with_and_without_a_group() {
    let broker = broker_with(&["advertised.listeners=PLAINTEXT://kafka.invalid:9092"]);
    let resolve = format!("--resolve kafka.invalid:9092={}", broker.address);
    for (group, bootstrap) in [("g", broker.address.as_str()), ("h", "kafka.invalid:9092")] {
        let at = format!("-b {bootstrap} {resolve}");
        kt(&format!("{at} produce {group}")).stdin("a\nb\n").succeeds();
        kt(&format!("{at} consume {group} -e")).succeeds().stdout("a\nb\n");
        // A member's connections are another library's: the first one, the coordinator's, and the leader's.
        kt(&format!("{at} consume {group} --group {group} --from-beginning -c 2")).succeeds().stdout("a\nb\n");
        kt(&format!("{at} lag {group} -o json --jq .[0].lag")).succeeds().stdout("0\n");
    }
}

#[test]
fn a_wrong_name_and_a_closed_port_are_told_apart() {
    kt("doctor -b no-such-host.invalid:9092").fails(3).stdout(
        "kt doctor · no-such-host.invalid:9092
 WRONG resolve   no-such-host.invalid: name not known
            fix  is the name spelled right? try   getent hosts no-such-host.invalid
1 problem found
",
    );
    kt("doctor -b 127.0.0.1:1").fails(3).stdout(
        "kt doctor · 127.0.0.1:1
 WRONG connect   127.0.0.1:1: connection refused
            why  nobody listens there, or something on the way drops the packets
            fix  does a broker run there, and is 1 its port? start one here with   kt serve
1 problem found
",
    );
}

#[test]
fn one_of_two_addresses_that_does_not_work_is_a_remark() {
    let broker = broker();
    let ran = kt(&format!("doctor -b 127.0.0.1:1,{}", broker.address)).succeeds();
    assert!(ran.stdout.contains("\n note  connect   127.0.0.1:1: connection refused\n"), "{ran}");
    let ran = kt(&format!("doctor -b {} -o json", broker.address)).succeeds();
    let found: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(found["problems"], 0);
    assert_eq!(found["checks"][0]["outcome"], "ok");
}

#[test]
fn the_way_in_is_told_and_a_certificate_that_runs_out() {
    let (certificate, key) = certificate("127.0.0.1");
    let broker =
        fake_tls(&certificate, &key, &KAFKA_2_1, |asked| asked.answer(&metadata("127.0.0.1", asked.port, &[("t", 1)])));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let ca = folder.path().join("ca.pem");
    std::fs::write(&ca, certificate.to_pem().expect("it is one")).expect("the folder is ours");
    let flags =
        format!("-X security.protocol=SSL -X ssl.truststore.type=PEM -X ssl.truststore.location={}", ca.display());
    let told = kt(&format!("doctor -b {} {flags}", broker.address())).succeeds();
    assert!(!told.stdout.contains("in plain text"), "{told}");
    let text = told.stdout.replace("2 more days", "1 more day"); // in the second of its making it has two
    let note = " note  tls       TLSv1.3, for 127.0.0.1, valid for 1 more day
            why  after that clients refuse it, all at once
            fix  renew it: a new certificate in the broker's ssl.keystore\n";
    assert!(text.contains(note) && text.ends_with("no problem found\n"), "{text}");
}

#[test]
fn brokers_that_share_an_address_and_a_clock_that_is_wrong_are_told() {
    let offers = [(ApiKey::Metadata, 0, 12), (ApiKey::DescribeQuorum, 0, 1), (ApiKey::Fetch, 0, 3)];
    let broker = fake(&offers, move |asked| match asked.api {
        ApiKey::DescribeQuorum => {
            let hours = 3 * 3_600_000 + 30_000;
            let voter =
                ReplicaState { replica_id: 1, last_caught_up_timestamp: now_ms() - hours, ..Default::default() };
            let partition = PartitionData { leader_id: 1, current_voters: vec![voter], ..Default::default() };
            let topic = TopicData { partitions: vec![partition], ..Default::default() };
            asked.answer(&DescribeQuorumResponse { topics: vec![topic], ..Default::default() })
        }
        _ => {
            let mut response = metadata("127.0.0.1", asked.port, &[("__consumer_offsets", 2)]);
            let twin = MetadataResponseBroker { node_id: 2, ..response.brokers[0].clone() };
            response.brokers.push(twin);
            response.topics[0].partitions[1].leader_id = -1;
            asked.answer(&response)
        }
    });
    let text = screen(&kt(&format!("doctor -b {}", broker.address())).fails(1).stdout, broker.port);
    for part in [
        " note  versions  no version in common of Fetch\n",
        " WRONG brokers   1 and 2 share the address 127.0.0.1:PORT\n",
        " note  clock     the cluster's is 3 h behind this machine's\n",
        " WRONG topics    1 topic; 1 partition without a leader: __consumer_offsets-1\n",
        " WRONG groups    1 partition of __consumer_offsets without a leader\n",
        "3 problems found\n",
    ] {
        assert!(text.contains(part), "{part:?} in\n{text}");
    }
}

#[test]
fn a_record_goes_there_and_back_and_leaves_nothing_behind() {
    let broker = broker_with(&["auto.create.topics.enable=false"]);
    let well = broker.kt("doctor --write").succeeds();
    assert!(well.stdout.contains(" ok    write     acknowledged in "), "{well}");
    assert!(well.stdout.contains(", on a topic made for it\nno problem found\n"), "{well}");
    well.stdout_has(" ok    names     a topic that is not there is an error (auto.create.topics.enable)\n");
    broker.kt("topics list -o name").succeeds().stdout("");
    // On a topic of the user's the record stays; one that is not there is not made by asking for it.
    broker.kt("topics create orders").succeeds();
    broker.kt("doctor --write orders").succeeds().stdout_has(", at orders[0]@0\n");
    broker.kt("doctor --write ordres").fails(1).stdout_has(
        " WRONG write     there is no topic ordres\n            fix  did you mean   kt doctor --write orders\n",
    );
    broker.kt("topics count orders -o json --jq '.[0].messages'").succeeds().stdout("1\n");
    // A protected context asks before anything is destroyed; the doctor's own topic is nobody's.
    let home = tempfile::tempdir().expect("a temporary folder");
    let config = home.path().join("config.toml");
    let context = |guard: &str| {
        let text = format!("context = \"c\"\n[contexts.c]\nbootstrap = \"{}\"\n{guard} = true\n", broker.address);
        std::fs::write(&config, text).expect("the folder is ours");
        kt("doctor --write").env("KT_CONFIG", &config)
    };
    context("protected").succeeds();
    context("read-only").fails(1).stdout_has("no topic to try it on: context c is read-only: nothing was changed\n");
    broker.kt("topics list -o name").succeeds().stdout("orders\n");
}
