//! Compares kt's answers with those recorded from a real 4.3.1 broker, line by line. docs/config.md says how to record
//! them again; the settings below are those the recording program makes.

use super::*;
use crate::config::broker::BrokerConfig;
use crate::config::sources::Sources;

const SERVER: &[u8] = include_bytes!("../../../tests/fixtures/config/server.properties");
const ANSWERS: &str = include_str!("../../../tests/fixtures/config/answers.tsv");

fn settings(entries: &[(&str, &str)]) -> Overrides {
    entries.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
}

fn recorded_broker() -> Layers {
    let mut sources = Sources::default();
    sources.file("server.properties", SERVER).unwrap();
    let cluster = settings(&[
        ("log.retention.ms", "90000000"),
        ("log.segment.bytes", "3000000"),
        ("log.cleanup.policy", "compact,delete"),
        ("own.key", "x"),
        ("log.cleaner.min.cleanable.ratio", "0.250"),
        ("leader.replication.throttled.rate", "1000"),
        // Kafka sets this one itself when its storage is formatted with eligible leader replicas.
        ("min.insync.replicas", "1"),
    ]);
    let broker = settings(&[
        ("log.segment.bytes", "2000000"),
        ("log.roll.ms", "7200000"),
        ("compression.type", "lz4"),
        ("listener.name.plaintext.max.connections", "77"),
        ("num.io.threads", "6"),
    ]);
    BrokerConfig::read(sources).unwrap().layers(&cluster, &broker)
}

fn lines(resource: &str, entries: &[Entry]) -> Vec<String> {
    let line = |entry: &Entry| {
        let synonyms = entry.synonyms.iter().map(|synonym| {
            format!("{}:{}={}", synonym.source, synonym.name, synonym.value.as_deref().unwrap_or("null"))
        });
        let kind = entry.kind.map_or("UNKNOWN".to_string(), |kind| format!("{kind:?}").to_uppercase());
        let value = entry.value.as_ref().map_or("<null>".to_string(), |value| format!("'{value}'"));
        format!(
            "{resource}\t{}\t{value}\t{}\t{}\t{}\t{kind}\t{}",
            entry.name,
            entry.source,
            entry.read_only,
            entry.sensitive,
            synonyms.collect::<Vec<_>>().join(";")
        )
    };
    entries.iter().map(line).collect()
}

fn assert_recorded(resource: &str, entries: &[Entry]) {
    let prefix = format!("{resource}\t");
    let recorded: Vec<&str> = ANSWERS.lines().filter(|line| line.starts_with(&prefix)).collect();
    let ours = lines(resource, entries);
    for line in &recorded {
        assert!(ours.iter().any(|our| our == line), "missing: {line}\nours: {:?}", {
            let name = line.split('\t').nth(1);
            ours.iter().find(|our| our.split('\t').nth(1) == name)
        });
    }
    let more: Vec<_> = ours.iter().filter(|our| !recorded.contains(&our.as_str())).collect();
    assert!(more.is_empty(), "not in the original's answer: {more:#?}");
}

#[test]
fn a_broker_is_described_as_by_kafka() {
    let layers = recorded_broker();
    assert_recorded("BROKER/1", &broker(&layers));
    assert_recorded("BROKER/", &all_brokers(&layers));
}

#[test]
fn topics_are_described_as_by_kafka() {
    let layers = recorded_broker();
    let odd = settings(&[
        ("retention.ms", " 1000 "),
        ("cleanup.policy", "compact , delete,compact"),
        ("segment.bytes", "1048576"),
        ("min.cleanable.dirty.ratio", "1e-4"),
        ("segment.ms", "5"),
        ("preallocate", "TRUE"),
        ("remote.log.copy.disable", "true"),
        ("internal.segment.bytes", "1000"),
        ("leader.replication.throttled.replicas", "0:1"),
    ]);
    assert_recorded("TOPIC/plain", &topic(&layers, &Overrides::new()));
    assert_recorded("TOPIC/odd", &topic(&layers, &odd));
}

#[test]
fn groups_and_subscriptions_are_described_as_by_kafka() {
    let layers = recorded_broker();
    let own = settings(&[("consumer.session.timeout.ms", "50000"), ("share.auto.offset.reset", "earliest")]);
    assert_recorded("GROUP/g", &group(&layers, &own));
    assert_recorded("GROUP/unset", &group(&layers, &Overrides::new()));
    let subscription = settings(&[("interval.ms", "1000"), ("metrics", "a,b")]);
    assert_recorded("CLIENT_METRICS/m", &client_metrics(&subscription));
}

#[test]
fn a_secret_is_shown_in_no_place() {
    for entry in broker(&recorded_broker()) {
        let shown = format!("{entry:?}");
        assert!(!shown.contains("hidden") && !shown.contains("\"secret\"") && !shown.contains("User:admin"), "{shown}");
    }
}
