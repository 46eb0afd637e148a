//! What was acknowledged is there, once and in order, however the broker ended.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rdkafka::ClientContext;
use rdkafka::config::ClientConfig;
use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use rdkafka::message::Message;
use rdkafka::producer::{BaseRecord, DeliveryResult, Producer, ProducerContext, ThreadedProducer};

use crate::support::{Broker, broker, broker_with};

/// Where the numbers go in turn: a topic that keeps all, one that is compacted, and one that forgets.
const PLACES: [(&str, i32); 4] = [("all", 0), ("all", 1), ("compacted", 0), ("short", 0)];
/// Segments end and are compacted or deleted all the time.
const BUSY: [&str; 3] =
    ["log.cleaner.backoff.ms=20", "log.retention.check.interval.ms=50", "log.initial.task.delay.ms=10"];
const KEYS: u64 = 20;
/// More by `KT_CRASH_ROUNDS`.
const ROUNDS: usize = 8;
/// How many acknowledgements a round waits for before the broker is killed, in the middle of more.
const ACKS_A_ROUND: usize = 400;
const PATIENCE: Duration = Duration::from_secs(60);

/// Acknowledged: (topic, partition, offset) → what was sent.
type Acked = Arc<Mutex<BTreeMap<(String, i32, i64), u64>>>;

struct Ledger(Acked);

impl ClientContext for Ledger {}

impl ProducerContext for Ledger {
    type DeliveryOpaque = ();

    fn delivery(&self, result: &DeliveryResult<'_>, (): ()) {
        let Ok(message) = result else { return };
        let number = String::from_utf8_lossy(message.payload().unwrap_or_default()).parse().expect("we sent numbers");
        let place = (message.topic().to_owned(), message.partition(), message.offset());
        let before = self.0.lock().expect("no test thread panics with it").insert(place, number);
        assert_eq!(before, None, "one offset was acknowledged twice");
    }
}

/// Everything a partition holds, in order: offsets and numbers.
fn stored(broker: &Broker, (topic, partition): (&str, i32)) -> Vec<(i64, u64)> {
    let print = "--property print.offset=true";
    let place = format!("--topic {topic} --partition {partition} --offset earliest");
    let ran = broker.kt(&format!("console-consumer {place} --timeout-ms 1500 {print}")).run();
    let record = |line: &str| {
        let (offset, number) = line.strip_prefix("Offset:")?.split_once('\t')?;
        Some((offset.parse().ok()?, number.parse().ok()?))
    };
    ran.stdout.lines().map(|line| record(line).unwrap_or_else(|| panic!("no record of ours: {line}"))).collect()
}

/// One idempotent producer lives through every kill and goes on sending what was not acknowledged yet, while segments
/// end, are compacted, and are deleted.
#[test]
fn kill_9_under_idempotent_load_loses_and_doubles_nothing() {
    let mut broker = broker_with(&BUSY);
    broker.kt("topics --create --topic all --partitions 2").succeeds();
    let policy = "--config cleanup.policy=compact --config min.cleanable.dirty.ratio=0.01";
    broker.kt(&format!("topics --create --topic compacted --config segment.ms=100 {policy}")).succeeds();
    broker.kt("topics --create --topic short --config segment.ms=100 --config retention.ms=1000").succeeds();
    let acked: Acked = Arc::default();
    let producer: ThreadedProducer<Ledger> = ClientConfig::new()
        .set("bootstrap.servers", &broker.address)
        .set("enable.idempotence", "true")
        .set("linger.ms", "1")
        .set("batch.num.messages", "50")
        .set("message.timeout.ms", "60000")
        .set("reconnect.backoff.max.ms", "100")
        .create_with_context(Ledger(Arc::clone(&acked)))
        .expect("the settings are right");
    let mut sent: BTreeMap<(&str, i32), Vec<u64>> = BTreeMap::new();
    let mut number = 0u64;
    let rounds = std::env::var("KT_CRASH_ROUNDS").map_or(ROUNDS, |n| n.parse().expect("KT_CRASH_ROUNDS is a number"));
    for round in 0..rounds {
        let wanted = acked.lock().expect("no panic").len() + ACKS_A_ROUND;
        let deadline = Instant::now() + PATIENCE;
        while acked.lock().expect("no panic").len() < wanted {
            assert!(Instant::now() < deadline, "round {round}: no acknowledgement for a minute");
            let (payload, key) = (number.to_string(), (number / 4 % KEYS).to_string());
            let place = PLACES[(number % 4) as usize];
            match producer.send(BaseRecord::to(place.0).partition(place.1).payload(&payload).key(&key)) {
                Ok(()) => {
                    sent.entry(place).or_default().push(number);
                    number += 1;
                }
                Err((KafkaError::MessageProduction(RDKafkaErrorCode::QueueFull), _)) => {
                    producer.poll(Duration::from_millis(5))
                }
                Err((e, _)) => panic!("cannot send: {e}"),
            }
            if number.is_multiple_of(500) {
                producer.poll(Duration::from_millis(1));
            }
        }
        broker.kill();
        broker.start_again();
    }
    producer.flush(PATIENCE).expect("the broker is there again");
    let acked = acked.lock().expect("no panic");
    assert_eq!(acked.len() as u64, number, "everything was acknowledged in the end");
    for (place, sent) in sent {
        let stored = stored(&broker, place);
        let of_place = acked.iter().filter(|((topic, partition, _), _)| (topic.as_str(), *partition) == place);
        let told: BTreeMap<i64, u64> = of_place.map(|((.., offset), number)| (*offset, *number)).collect();
        assert!(told.values().eq(&sent), "{place:?}: each offset once, and in order");
        assert!(told.keys().copied().eq(0..told.len() as i64), "{place:?}: without a gap");
        let from = stored.first().map_or(told.len() as i64, |(offset, _)| *offset);
        let expected: Vec<(i64, u64)> = match place.0 {
            "all" => told.into_iter().collect(),
            "short" => told.into_iter().filter(|(offset, _)| *offset >= from).collect(),
            _ => {
                let kept: std::collections::BTreeSet<i64> = stored.iter().map(|(offset, _)| *offset).collect();
                let newest: BTreeMap<u64, i64> = told.iter().map(|(at, number)| (number / 4 % KEYS, *at)).collect();
                for (key, offset) in newest {
                    assert!(kept.contains(&offset), "the last record of key {key}, at {offset}, is gone");
                }
                told.into_iter().filter(|(offset, _)| kept.contains(offset)).collect()
            }
        };
        let differ = stored.iter().zip(&expected).find(|(a, b)| a != b);
        assert_eq!(differ, None, "{place:?} holds what was acknowledged");
        assert_eq!(stored.len(), expected.len(), "{place:?}");
        assert!(place.0 == "all" || stored.len() < sent.len(), "{place:?}: nothing was compacted or deleted");
    }
}

#[test]
fn topics_and_settings_are_there_after_kill_9() {
    let mut broker = broker();
    broker.kt("topics --create --topic a --partitions 3 --config retention.ms=1000000").succeeds();
    broker.kt("topics --create --topic b").succeeds();
    broker.kt("topics --delete --topic b").succeeds();
    let before = broker.kt("topics --describe").succeeds().stdout;
    broker.kill();
    broker.start_again();
    let after = broker.kt("topics --describe").succeeds().stdout;
    assert_eq!(after, before);
    assert!(before.contains("retention.ms=1000000"), "{before}");
}
