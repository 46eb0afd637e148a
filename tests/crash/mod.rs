//! What was acknowledged is there, once and in order, however the broker ended.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rdkafka::ClientContext;
use rdkafka::config::ClientConfig;
use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use rdkafka::message::Message;
use rdkafka::producer::{BaseRecord, DeliveryResult, Producer, ProducerContext, ThreadedProducer};

use crate::support::{Broker, broker};

const PARTITIONS: i32 = 2;
const ROUNDS: usize = 8;
/// How many acknowledgements a round waits for before the broker is killed, in the middle of more.
const ACKS_A_ROUND: usize = 400;
const PATIENCE: Duration = Duration::from_secs(60);

/// Acknowledged: (partition, offset) → what was sent.
type Acked = Arc<Mutex<BTreeMap<(i32, i64), u64>>>;

struct Ledger(Acked);

impl ClientContext for Ledger {}

impl ProducerContext for Ledger {
    type DeliveryOpaque = ();

    fn delivery(&self, result: &DeliveryResult<'_>, (): ()) {
        let Ok(message) = result else { return };
        let number = String::from_utf8_lossy(message.payload().unwrap_or_default()).parse().expect("we sent numbers");
        let before = self
            .0
            .lock()
            .expect("no test thread panics with it")
            .insert((message.partition(), message.offset()), number);
        assert_eq!(before, None, "one offset was acknowledged twice");
    }
}

/// Everything a partition holds, in order.
fn stored(broker: &Broker, partition: i32) -> Vec<u64> {
    let ran = broker
        .kt(&format!("console-consumer --topic t --partition {partition} --offset earliest --timeout-ms 1500"))
        .run();
    ran.stdout.lines().map(|line| line.parse().expect("only numbers were sent")).collect()
}

/// One idempotent producer lives through every kill and goes on sending what was not acknowledged yet.
#[test]
fn kill_9_under_idempotent_load_loses_and_doubles_nothing() {
    let mut broker = broker();
    broker.kt(&format!("topics --create --topic t --partitions {PARTITIONS}")).succeeds();
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
    let mut number = 0u64;
    for round in 0..ROUNDS {
        let wanted = acked.lock().expect("no panic").len() + ACKS_A_ROUND;
        let deadline = Instant::now() + PATIENCE;
        while acked.lock().expect("no panic").len() < wanted {
            assert!(Instant::now() < deadline, "round {round}: no acknowledgement for a minute");
            let payload = number.to_string();
            let partition = (number % PARTITIONS as u64) as i32;
            match producer.send(BaseRecord::<(), str>::to("t").partition(partition).payload(&payload)) {
                Ok(()) => number += 1,
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
    for partition in 0..PARTITIONS {
        let stored = stored(&broker, partition);
        let sent: Vec<u64> = (0..number).filter(|n| n % PARTITIONS as u64 == partition as u64).collect();
        assert_eq!(stored, sent, "partition {partition}: once, and in order");
        for ((_, offset), number) in acked.iter().filter(|((p, _), _)| *p == partition) {
            assert_eq!(stored.get(*offset as usize), Some(number), "offset {offset} holds what was acknowledged there");
        }
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
