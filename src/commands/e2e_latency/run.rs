//! Sending, reading back, and telling how long it took.

use std::time::Duration;

use super::{Action, Sizes};
use crate::client::Client;
use crate::client::admin::topics::NewTopic;
use crate::client::data::produce::ProduceSettings;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::echo::{Echo, Sent};
use crate::commands::measure::number::fixed;
use crate::commands::measure::random::JavaRandom;
use crate::commands::produce::settings_failure;
use crate::output::progress::Progress;
use crate::output::record::java_number;
use crate::protocol::record::Header;

/// As often as the original tells how it goes.
const EVERY: usize = 1000;

pub fn run(mut action: Action, cx: &mut Context) -> Result<(), Failure> {
    make_topic(&action, cx)?;
    action.client.properties.set("acks", action.acks.as_str());
    let settings =
        ProduceSettings::from_properties(&action.topic, &action.client.properties).map_err(settings_failure)?;
    let mut echo = Echo::start(&action.client, settings).map_err(Failure::kafka_on_stderr)?;
    let mut random = JavaRandom::new(0);
    let mut latencies: Vec<Duration> = Vec::new();
    let mut progress = Progress::new(action.records as u64, cx.manners().quiet);
    for number in 0..action.records {
        let record = Made::new(&mut random, action.sizes);
        let took = echo.once(record.sent(&record.headers())).map_err(Failure::kafka_on_stderr)?;
        if number % EVERY == 0 {
            progress.clear();
            let ms = took.as_nanos() as f64 / 1000.0 / 1000.0;
            cx.out.line(format!("{number}\t{}", java_number::double(ms)))?;
            std::io::Write::flush(&mut cx.out)?;
        }
        latencies.push(took);
        progress.at(number as u64 + 1);
    }
    progress.clear();
    for line in summary(latencies) {
        cx.out.line(line)?;
    }
    Ok(())
}

fn summary(mut latencies: Vec<Duration>) -> [String; 2] {
    let nanos: f64 = latencies.iter().map(|latency| latency.as_nanos() as f64).sum();
    let average = nanos / latencies.len() as f64 / 1000.0 / 1000.0;
    latencies.sort_unstable();
    let at = |part: f64| latencies.get((latencies.len() as f64 * part) as usize).map_or(0, Duration::as_millis);
    [
        format!("Avg latency: {} ms", fixed(average, 4)),
        format!("Percentiles: 50th = {}, 99th = {}, 99.9th = {}", at(0.5), at(0.99), at(0.999)),
    ]
}

fn make_topic(action: &Action, cx: &mut Context) -> Result<(), Failure> {
    let client = Client::new(action.client.clone());
    let listed = cx.block_on(client.list_topics())?.map_err(|error| Failure::from(error).kafka_on_stderr())?;
    if listed.iter().any(|topic| topic.name == action.topic) {
        return Ok(());
    }
    let topic = &action.topic;
    cx.out.line(format!(
        "Topic \"{topic}\" does not exist. Will create topic with 1 partition(s) and replication factor = 1"
    ))?;
    let new = NewTopic { name: topic.clone(), partitions: Some(1), replication: Some(1), ..NewTopic::default() };
    let made = cx.block_on(client.create_topics(&[new], false))?;
    let outcome = made.and_then(|mut made| made.pop().map_or(Ok(()), |(_, outcome)| outcome.map(drop)));
    outcome.map_err(|error| Failure::from(error).kafka_exactly(format!("Creation of topic {topic} failed\n"), 1))
}

/// A record of letters, each part one letter over and over.
struct Made {
    key: Vec<u8>,
    value: Vec<u8>,
    headers: Vec<(Vec<u8>, Option<Vec<u8>>)>,
}

impl Made {
    fn new(random: &mut JavaRandom, sizes: Sizes) -> Self {
        let mut letters = |size: usize| vec![random.letter(); size];
        let (key, value) = (letters(sizes.key), letters(sizes.value));
        let header = |_| (letters(sizes.header_key), sizes.header_value.map(&mut letters));
        Self { key, value, headers: (0..sizes.headers).map(header).collect() }
    }

    fn headers(&self) -> Vec<Header<'_>> {
        self.headers.iter().map(|(key, value)| Header { key, value: value.as_deref() }).collect()
    }

    fn sent<'a>(&'a self, headers: &'a [Header<'a>]) -> Sent<'a> {
        // An empty key is a key, as in the original.
        Sent { key: Some(&self.key), value: &self.value, headers }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_the_originals() {
        let latencies = (1..=1000).map(Duration::from_millis).collect();
        assert_eq!(
            summary(latencies),
            ["Avg latency: 500.5000 ms", "Percentiles: 50th = 501, 99th = 991, 99.9th = 1000"]
        );
    }
}
