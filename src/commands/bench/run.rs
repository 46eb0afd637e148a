//! Making the runs.
//!
//! What must hold: a topic that was made for the test is deleted, also after an error; brokers are measured in turn, and
//! each round begins with the other one.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::Measure;
use super::report::{Bench, Run};
use crate::client::data::consume::{Came, ConsumeSettings, Start, Then, Wanted};
use crate::client::data::fault::Fault;
use crate::client::data::open;
use crate::client::data::produce::{Hooks, ProduceSettings, Settled};
use crate::client::data::wire::Producer;
use crate::client::{Client, Settings};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::echo::{Echo, Sent};
use crate::commands::measure::histogram::Histogram;
use crate::commands::measure::payload::Payload;
use crate::commands::measure::random::uuid;
use crate::commands::measure::scratch;
use crate::commands::measure::send::{Load, STEADY, send};
use crate::commands::produce::{fault_failure, settings_failure};
use crate::output::progress::Progress;

/// How long nothing may come while reading.
const PATIENCE: Duration = Duration::from_secs(10);
/// Echoes before the clock runs: connections, caches and the topic's first segment are made by them.
const WARM_UP: usize = 20;

pub struct Broker {
    /// Its address, as it was given.
    pub name: String,
    pub client: Settings,
}

pub struct Action {
    pub measure: Measure,
    /// One, or two to be compared.
    pub brokers: Vec<Broker>,
    pub topic: Option<String>,
    pub records: u64,
    pub size: usize,
    pub runs: u32,
    /// Negative is no limit.
    pub rate: f64,
    pub partitions: i32,
}

pub fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    let Some(topic) = action.topic.clone() else {
        // One name each: both addresses may lead to the same cluster.
        let topics: Vec<String> = action.brokers.iter().map(|_| format!("kt-bench-{}", uuid())).collect();
        let mut made = Vec::new();
        let outcome = (|| {
            for (broker, topic) in action.brokers.iter().zip(&topics) {
                make(broker, topic, action.partitions, cx)?;
                made.push((broker, topic));
            }
            rounds(&action, &topics, cx)
        })();
        for (broker, topic) in made {
            remove(broker, topic, cx);
        }
        return cx.report(&outcome?);
    };
    let topics = vec![topic; action.brokers.len()];
    let bench = rounds(&action, &topics, cx)?;
    cx.report(&bench)
}

fn make(broker: &Broker, topic: &str, partitions: i32, cx: &mut Context) -> Result<(), Failure> {
    let client = Client::new(broker.client.clone());
    Ok(cx.block_on(scratch::make(&client, topic, partitions))??)
}

fn remove(broker: &Broker, topic: &str, cx: &mut Context) {
    let client = Client::new(broker.client.clone());
    let failed = match cx.block_on(scratch::remove(&client, topic)) {
        Ok(removed) => removed.err().map(|error| error.what()),
        Err(failure) => Some(failure.to_string()),
    };
    if let Some(why) = failed {
        cx.note(&format!("topic {topic} is left on {}: {why}", broker.name));
    }
}

fn rounds(action: &Action, topics: &[String], cx: &mut Context) -> Result<Bench, Failure> {
    let count = action.brokers.len();
    let mut runs: Vec<Vec<Run>> = (0..count).map(|_| Vec::new()).collect();
    if action.measure == Measure::Consume && action.topic.is_none() {
        for (broker, topic) in action.brokers.iter().zip(topics) {
            cx.note(&format!("writing {} records to {} first", action.records, broker.name));
            produce(action, broker, topic, cx)?;
        }
    }
    for round in 0..action.runs as usize {
        for turn in 0..count {
            let at = (round + turn) % count;
            let (broker, topic) = (&action.brokers[at], &topics[at]);
            runs[at].push(match action.measure {
                Measure::Produce => produce(action, broker, topic, cx)?,
                Measure::Consume => consume(action, broker, topic, cx)?,
                Measure::Latency => latency(action, broker, topic, cx)?,
            });
        }
    }
    let names = action.brokers.iter().map(|broker| broker.name.clone());
    Ok(Bench::new(action.measure.name(), action.size, names.zip(runs).collect()))
}

fn produce(action: &Action, broker: &Broker, topic: &str, cx: &mut Context) -> Result<Run, Failure> {
    let settings = ProduceSettings::from_properties(topic, &broker.client.properties).map_err(settings_failure)?;
    let latencies = Arc::new(Mutex::new(Histogram::default()));
    let begun = Instant::now();
    let told = Arc::clone(&latencies);
    let settled = move |settled: &Settled<'_>| {
        if settled.outcome.is_err() {
            return;
        }
        let now = begun.elapsed().as_micros() as u64;
        let mut latencies = told.lock().unwrap_or_else(PoisonError::into_inner);
        for tag in settled.tags {
            latencies.record(now.saturating_sub(tag.number & !STEADY));
        }
    };
    let first_loss: Arc<Mutex<Option<String>>> = Arc::default();
    let loss = Arc::clone(&first_loss);
    let hooks = Hooks {
        undelivered: Arc::new(move |lost| {
            loss.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_with(|| lost.reason.clone());
        }),
        settled: Arc::new(settled),
    };
    let mut producer = Producer::start_watched(broker.client.clone(), settings, hooks).map_err(fault_failure)?;
    // Finding the topic is no part of it.
    producer.block().map(drop).map_err(fault_failure)?;
    let mut load = Load {
        records: action.records,
        warmup: 0,
        payload: Payload::letters(action.size),
        rate: action.rate,
        transaction: None,
    };
    let mut progress = Progress::new(action.records, cx.manners().quiet);
    let started = Instant::now();
    send(&mut producer, &mut load, begun, |done| {
        progress.at(done);
        Ok::<(), Fault>(())
    })
    .map_err(fault_failure)?;
    let took = started.elapsed();
    let lost = producer.tally().undelivered;
    if lost > 0 {
        let why = first_loss.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default();
        return Err(Failure::new(format!("{lost} of {} records were not written", action.records)).because(why));
    }
    drop(producer);
    let latencies = latencies.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Ok(Run { records: action.records, bytes: action.records * action.size as u64, took, latencies: Some(latencies) })
}

fn consume(action: &Action, broker: &Broker, topic: &str, cx: &mut Context) -> Result<Run, Failure> {
    let mut settings = ConsumeSettings::new(Wanted::Topic(topic.to_owned()));
    settings.apply(&broker.client.properties).map_err(settings_failure)?;
    settings.start = Some(Start::Earliest);
    settings.must_exist = true;
    settings.create_topics = false;
    settings.tell_when_placed = true;
    let mut source = open(broker.client.clone(), settings, None).map_err(fault_failure)?;
    let mut progress = Progress::new(action.records, cx.manners().quiet);
    let (mut records, mut bytes) = (0, 0);
    let mut started = Instant::now();
    let mut last = Instant::now();
    while records < action.records {
        let came = source.poll(Some(PATIENCE), &mut || {}, &mut |record| {
            records += 1;
            bytes += (record.key.map_or(0, <[u8]>::len) + record.value.map_or(0, <[u8]>::len)) as u64;
            if records == action.records { Then::Stop } else { Then::GoOn }
        });
        match came {
            // Connecting and finding the beginnings is no part of it.
            Came::Placed => started = Instant::now(),
            Came::Records(_) => last = Instant::now(),
            Came::Note(note) => cx.note(&note),
            Came::Fault(fault) => return Err(fault_failure(fault)),
            Came::Nothing | Came::Ended => {}
        }
        if last.elapsed() >= PATIENCE {
            return Err(Failure::new(format!("topic {topic} holds {records} records, not {}", action.records))
                .hint(format!("-n {records}   reads what is there")));
        }
        progress.at(records);
    }
    Ok(Run { records, bytes, took: started.elapsed(), latencies: None })
}

fn latency(action: &Action, broker: &Broker, topic: &str, cx: &mut Context) -> Result<Run, Failure> {
    let settings = ProduceSettings::from_properties(topic, &broker.client.properties).map_err(settings_failure)?;
    let mut echo = Echo::start(&broker.client, settings)?;
    let mut payload = Payload::letters(action.size);
    let mut value = Vec::new();
    let mut next = |number: u64| {
        value.clear();
        payload.append(number, &mut value);
        value.clone()
    };
    for number in 0..WARM_UP {
        echo.once(Sent { key: None, value: &next(number as u64), headers: &[] })?;
    }
    let mut progress = Progress::new(action.records, cx.manners().quiet);
    let mut latencies = Histogram::default();
    let started = Instant::now();
    let pace = crate::commands::measure::pace::Pace::new(started, action.rate);
    for number in 0..action.records {
        std::thread::sleep(pace.wait(number));
        let value = next(number);
        let took = echo.once(Sent { key: None, value: &value, headers: &[] })?;
        latencies.record(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
        progress.at(number + 1);
    }
    let bytes = action.records * action.size as u64;
    Ok(Run { records: action.records, bytes, took: started.elapsed(), latencies: Some(latencies) })
}
