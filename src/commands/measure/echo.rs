//! One record after the other, there and back: written, acknowledged, and read by a consumer that waits for it.

use std::time::{Duration, Instant};

use crate::client::Settings;
use crate::client::data::Source;
use crate::client::data::consume::{Came, ConsumeSettings, Start, Then, Wanted};
use crate::client::data::fault::Fault;
use crate::client::data::produce::{Hooks, ProduceSettings};
use crate::client::data::wire::{Consumer, Producer};
use crate::commands::failure::Failure;
use crate::commands::produce::fault_failure;
use crate::protocol::record::Header;

/// How long a record may take before it counts as lost.
const PATIENCE: Duration = Duration::from_secs(60);

/// A producer and a consumer of one topic.
pub struct Echo {
    producer: Producer,
    consumer: Consumer,
}

/// A record as it was sent.
#[derive(Clone, Copy)]
pub struct Sent<'a> {
    pub key: Option<&'a [u8]>,
    pub value: &'a [u8],
    pub headers: &'a [Header<'a>],
}

impl Echo {
    /// Both are connected, and the consumer stands at the end of all partitions.
    pub fn start(client: &Settings, settings: ProduceSettings) -> Result<Self, Failure> {
        let mut reading = ConsumeSettings::new(Wanted::Topic(settings.topic.clone()));
        reading.start = Some(Start::Latest);
        reading.must_exist = true;
        reading.create_topics = false;
        reading.tell_when_placed = true;
        let hooks = Hooks::undelivered(std::sync::Arc::new(|_| {}));
        let producer = Producer::start_watched(client.clone(), settings, hooks).map_err(fault_failure)?;
        let mut consumer = Consumer::start(client.clone(), reading).map_err(fault_failure)?;
        let until = Instant::now() + PATIENCE;
        loop {
            match consumer.poll(Some(PATIENCE), &mut || {}, &mut |_| Then::GoOn) {
                Came::Placed => break,
                Came::Fault(fault) => return Err(fault_failure(fault)),
                _ if Instant::now() > until => return Err(late("the consumer has found no place to begin")),
                _ => {}
            }
        }
        Ok(Self { producer, consumer })
    }

    /// Sends one record, and waits for it to be acknowledged and read; how long that took.
    pub fn once(&mut self, sent: Sent<'_>) -> Result<Duration, Failure> {
        let begun = Instant::now();
        self.producer
            .block()
            .and_then(|mut block| block.put(sent.key, Some(sent.value), sent.headers))
            .and_then(|()| self.producer.flush(Some(PATIENCE)))
            .map_err(fault_failure)?;
        if self.producer.tally().undelivered > 0 {
            return Err(late("the record was not acknowledged"));
        }
        let mut came = 0;
        let mut wrong: Option<String> = None;
        while came == 0 {
            let left = PATIENCE.saturating_sub(begun.elapsed());
            if left.is_zero() {
                return Err(late("poll() timed out before finding a result (timeout:[60000ms])"));
            }
            let result = self.consumer.poll(Some(left), &mut || {}, &mut |record| {
                came += 1;
                let headers: Vec<Header<'_>> = record.headers.to_vec();
                if came == 1 && wrong.is_none() {
                    wrong = difference(sent, record.key, record.value, &headers);
                }
                Then::GoOn
            });
            if let Came::Fault(fault) = result {
                return Err(fault_failure(fault));
            }
        }
        let took = begun.elapsed();
        match (wrong, came) {
            (Some(wrong), _) => Err(Failure::new(wrong)),
            (None, 1) => Ok(took),
            (None, came) => {
                Err(Failure::new(format!("Only one result was expected during this test. We found [{came}]"))
                    .hint("is somebody else writing to this topic?"))
            }
        }
    }
}

fn late(what: &str) -> Failure {
    fault_failure(Fault::TimedOut { what: what.to_owned() })
}

/// What is not as it was sent, in the original's words.
fn difference(sent: Sent<'_>, key: Option<&[u8]>, value: Option<&[u8]>, headers: &[Header<'_>]) -> Option<String> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let or_null = |bytes: Option<&[u8]>| bytes.map_or("null".to_owned(), text);
    if value != Some(sent.value) {
        return Some(format!(
            "The message value read [{}] did not match the message value sent [{}]",
            or_null(value),
            text(sent.value)
        ));
    }
    match (sent.key, key) {
        (Some(sent), Some(read)) if sent != read => {
            Some(format!("The message key read [{}] did not match the message key sent [{}]", text(read), text(sent)))
        }
        (Some(_), None) => Some("Expected message key but received null".to_owned()),
        (None, Some(read)) => Some(format!("Expected null message key but received [{}]", text(read))),
        _ if headers.len() != sent.headers.len() => {
            Some("Header count mismatch between sent and received messages".to_owned())
        }
        _ => {
            headers.iter().zip(sent.headers).find(|(read, sent)| read.key != sent.key || read.value != sent.value).map(
                |(read, sent)| {
                    format!(
                        "The message header read [{}:{}] did not match the message header sent [{}:{}]",
                        text(read.key),
                        or_null(read.value),
                        text(sent.key),
                        or_null(sent.value)
                    )
                },
            )
        }
    }
}
