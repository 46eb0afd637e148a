//! `kt doctor --write`: one record there and back, on a topic of the user's or on one that is made for it and deleted.

use std::time::{Duration, Instant};

use super::examine::finding;
use super::report::{Check, Finding, Outcome};
use crate::client::data::fault::Fault;
use crate::client::data::produce::{Hooks, ProduceSettings};
use crate::client::data::wire::Producer;
use crate::client::{self, Client, Settings};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::random::uuid;
use crate::commands::measure::scratch;
use crate::commands::{glance, suggest};

/// How long the record may take to be acknowledged.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whether a record can be written and read.
pub fn check(topic: Option<&str>, settings: &Settings, cx: &mut Context) -> Result<Check, Failure> {
    let client = Client::new(settings.clone());
    let Some(topic) = topic else {
        let topic = format!("kt-doctor-{}", uuid());
        if let Some(check) = make(&client, &topic, cx)? {
            return Ok(check);
        }
        let check = there_and_back(&client, &topic, "on a topic made for it");
        return delete(&client, &topic, check, cx);
    };
    // Asking for it might make it.
    let there = cx.block_on(client.list_topics())?;
    Ok(match there {
        Ok(there) if there.iter().any(|found| found.name == topic) => there_and_back(&client, topic, ""),
        Ok(there) => {
            let near = suggest::nearest(topic, there.iter().map(|found| found.name.as_str()));
            let check = wrong(format!("there is no topic {topic}"), Finding::Unwell);
            match near {
                Some(near) => check.fix(format!("did you mean   kt doctor --write {near}")),
                None => check,
            }
        }
        Err(error) => refused(&error),
    })
}

fn there_and_back(client: &Client, topic: &str, whereon: &str) -> Check {
    let begun = Instant::now();
    let (partition, offset) = match write(client.settings(), topic) {
        Ok(place) => place,
        Err(check) => return *check,
    };
    let written = begun.elapsed();
    let place = format!("{topic}[{partition}]@{offset}");
    match glance::at(client, topic, partition, offset) {
        Ok(Some(_)) => {
            let (written, read) = (ms(written), ms(begun.elapsed() - written));
            let place = if whereon.is_empty() { format!("at {place}") } else { whereon.to_owned() };
            Check::new("write", Outcome::Fine, format!("acknowledged in {written}, read in {read}, {place}"))
        }
        Ok(None) => wrong(format!("the record at {place} was acknowledged, and cannot be read"), Finding::Unwell),
        Err(failure) => wrong(format!("the record at {place} was acknowledged: {failure}"), Finding::Unwell),
    }
}

fn wrong(what: impl Into<String>, finding: Finding) -> Check {
    Check::new("write", Outcome::Wrong(finding), what)
}

fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// Where the record lies, or why it lies nowhere.
fn write(settings: &Settings, topic: &str) -> Result<(i32, i64), Box<Check>> {
    let produce = ProduceSettings { max_block: PATIENCE, delivery_timeout: PATIENCE, ..ProduceSettings::new(topic) };
    let (tell, told) = std::sync::mpsc::channel();
    let hooks = Hooks::undelivered(std::sync::Arc::new(move |lost| {
        let _ = tell.send(lost.reason.clone()); // only the first is read
    }));
    let mut producer = Producer::start_watched(settings.clone(), produce, hooks).map_err(failed)?;
    let sent = producer.block().and_then(|mut block| block.put(None, Some(b"kt doctor"), &[]));
    sent.and_then(|()| producer.flush(Some(PATIENCE))).map_err(failed)?;
    producer.tally().last.ok_or_else(|| {
        let why = told.try_recv().unwrap_or_else(|_| format!("no answer within {} s", PATIENCE.as_secs()));
        Box::new(wrong(format!("a record for {topic} was not acknowledged: {why}"), Finding::Unwell))
    })
}

fn failed(fault: Fault) -> Box<Check> {
    Box::new(match fault {
        Fault::Client(error) => refused(&error),
        other => wrong(other.to_string(), Finding::Unwell),
    })
}

fn refused(error: &client::Error) -> Check {
    wrong(error.what(), finding(error)).explained(error)
}

/// Brings what went wrong.
fn make(client: &Client, topic: &str, cx: &mut Context) -> Result<Option<Check>, Failure> {
    let made = cx.block_on(scratch::make(client, topic, 1))?;
    Ok(made.err().map(|error| {
        wrong(format!("no topic to try it on: {}", error.what()), finding(&error))
            .fix("kt doctor --write TOPIC   tries it on one that is there; the record stays")
    }))
}

fn delete(client: &Client, topic: &str, check: Check, cx: &mut Context) -> Result<Check, Failure> {
    Ok(match cx.block_on(scratch::remove(client, topic))? {
        Ok(()) => check,
        Err(error) => check.more(format!("topic {topic} is left: {}", error.what())),
    })
}
