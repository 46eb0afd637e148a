//! kafka-verifiable-share-consumer: a member of a share group that tells in JSON what it takes and what is acknowledged.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use super::{failure, settings};
use crate::client::Settings;
use crate::client::admin::configs::{Operation, Resource, ResourceKind};
use crate::client::data::consume::{Came, Consumed, Then};
use crate::client::data::fault::Fault;
use crate::client::data::share::{Acknowledged, ShareSettings};
use crate::client::data::{ShareConsumer, Source};
use crate::client::error::Kind;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::event;
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};
use crate::commands::signals;
use crate::commands::tool::{Example, Exclusive, Group, Kafka, Options, Parser, Thrown, Tool};
use crate::output::java::{hash_order, topic_partition_hash};

/// The wait between two looks at whether somebody wants to stop.
const TICK: Duration = Duration::from_millis(100);
/// How long the broker may take to say what became of acknowledgements.
const SETTLING: Duration = Duration::from_secs(30);

static PARSER: Parser = Parser {
    program: "verifiable-share-consumer",
    options: &[
        BOOTSTRAP,
        Opt::value("topic", "NAME", "the topic to read").required(),
        Opt::value("group-id", "NAME", "the share group").required(),
        Opt::value("max-messages", "N", "how many; -1 goes on until it is stopped").int().default("-1"),
        Opt::flag("verbose", "tell each record"),
        Opt::value("acknowledgement-mode", "WORD", "auto, sync or async").default("auto"),
        Opt::value("offset-reset-strategy", "WORD", "where the group is told to begin: earliest or latest"),
        COMMAND_CONFIG,
    ],
    exclusive: &[Exclusive { names: &["bootstrap-server"], required: true }],
    commands: &[],
    bare_is_help: true,
    positionals: &[],
};

pub const TOOL: Tool = Tool {
    script: Some("kafka-verifiable-share-consumer"),
    kafka: Some(Kafka { options: Options::Argparse(&PARSER), thrown: Thrown::STDERR, act }),
    examples: &[Example {
        line: "kt verifiable-share-consumer --bootstrap-server broker:9092 --topic t --group-id g --max-messages 100",
        does: "takes a hundred records in a share group, and tells what happened on the way",
    }],
    quirks: &[
        "each poll's records are acknowledged before the next poll, whatever the mode; the original's auto goes with it",
        "offsets that were acknowledged are told in their order",
        "a broker that cannot be reached, or has no share groups, is an error; the original tries for ever",
    ],
    ..Tool::own("verifiable-share-consumer", Group::Bench, "read in a share group, and tell each event in JSON")
};

/// What is to be done.
struct Action {
    client: Settings,
    settings: ShareSettings,
    topic: String,
    /// The group's setting, if it is to be changed.
    reset: Option<String>,
    /// `None`: until it is stopped.
    count: Option<usize>,
    verbose: bool,
}

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    run(action(given, cx)?, cx)
}

fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    let mode = given.text("acknowledgement-mode")?.unwrap_or_else(|| "auto".to_owned()).to_uppercase();
    if !["AUTO", "SYNC", "ASYNC"].contains(&mode.as_str()) {
        return Err(Failure::new(format!("--acknowledgement-mode is auto, sync or async, not {mode}")).kafka(format!(
            "No enum constant org.apache.kafka.tools.VerifiableShareConsumer.AcknowledgementMode.{mode}"
        )));
    }
    let mut client = cx.connection()?.settings()?;
    let topic = given.text("topic")?.unwrap_or_default();
    let group = given.text("group-id")?.unwrap_or_default();
    if client.properties.get("client.id").is_none() {
        client.client_id = format!("consumer-{group}-1");
    }
    let settings = settings(&client, topic.clone(), &group, cx)?;
    Ok(Action {
        client,
        settings,
        topic,
        reset: given.text("offset-reset-strategy")?.map(|word| word.to_lowercase()).filter(|word| !word.is_empty()),
        count: given.int("max-messages")?.and_then(|count| usize::try_from(count).ok()),
        verbose: given.has("verbose"),
    })
}

fn tell(name: &str, data: Value, cx: &mut Context) -> Result<(), Failure> {
    event::line(name, data, &mut cx.out)?;
    Ok(cx.out.flush()?)
}

fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    let stopped = Arc::new(AtomicI32::new(0));
    let stop = Arc::clone(&stopped);
    signals::on_stop(move |signal| stop.store(signal.status(), Ordering::Relaxed));
    tell("startup_complete", json!({}), cx)?;
    let read = read(&action, &stopped, cx);
    tell("shutdown_complete", json!({}), cx)?;
    let status = stopped.load(Ordering::Relaxed);
    if status != 0 {
        std::process::exit(status);
    }
    read
}

fn read(action: &Action, stopped: &AtomicI32, cx: &mut Context) -> Result<(), Failure> {
    if let Some(reset) = &action.reset {
        set_reset(action, reset, cx)?;
        tell("offset_reset_strategy_set", json!({"offsetResetStrategy": reset}), cx)?;
    }
    let mut source = ShareConsumer::start(action.client.clone(), action.settings.clone()).map_err(logged)?;
    let read = take(action, &mut source, stopped, cx);
    source.close();
    let told = tell_acknowledged(action, source.acknowledged(), cx);
    read.and(told.map(|_| ()))
}

/// What the original logs, and ends with 0; what it would try for ever is a failure here.
fn logged(fault: Fault) -> Failure {
    match fault.kind() {
        Kind::Unreachable | Kind::Usage => failure(fault).kafka_on_stderr(),
        _ => failure(fault).kafka_exactly("", 0),
    }
}

/// Where a group that has no offsets yet begins is the group's own setting.
fn set_reset(action: &Action, reset: &str, cx: &mut Context) -> Result<(), Failure> {
    if !["earliest", "latest"].contains(&reset) {
        return Err(Failure::new(format!("Unknown auto offset reset strategy: {reset}"))
            .hint("earliest or latest")
            .kafka_exactly("", 0));
    }
    let group = Resource::new(ResourceKind::Group, action.settings.group.clone());
    let change = ("share.auto.offset.reset".to_owned(), Operation::Set(reset.to_owned()));
    let client = crate::client::Client::new(action.client.clone());
    let outcomes = cx.block_on(client.alter_configs(&[(group, vec![change])], false))?;
    for (_, outcome) in outcomes.map_err(|error| logged(error.into()))? {
        outcome.map_err(|error| logged(error.into()))?;
    }
    Ok(())
}

/// A record that was taken: partition, offset, key and value.
struct Taken {
    partition: i32,
    offset: i64,
    key: Option<String>,
    value: Option<String>,
}

impl From<&Consumed<'_>> for Taken {
    fn from(record: &Consumed<'_>) -> Self {
        let text = |bytes: Option<&[u8]>| bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        Self { partition: record.partition, offset: record.offset, key: text(record.key), value: text(record.value) }
    }
}

fn take(action: &Action, source: &mut ShareConsumer, stopped: &AtomicI32, cx: &mut Context) -> Result<(), Failure> {
    let mut acknowledged = 0;
    while action.count.is_none_or(|count| acknowledged < count) && stopped.load(Ordering::Relaxed) == 0 {
        let mut records: Vec<Taken> = Vec::new();
        let came = source.poll(Some(TICK), &mut || {}, &mut |record| {
            records.push(Taken::from(record));
            Then::GoOn
        });
        match came {
            Came::Records(_) if !records.is_empty() => tell_records(action, &records, cx)?,
            Came::Records(_) => {}
            Came::Nothing | Came::Placed | Came::Ended => continue,
            Came::Note(note) => {
                cx.note(&note);
                continue;
            }
            Came::Fault(fault) => return Err(logged(fault)),
        }
        source.settle(SETTLING);
        acknowledged += tell_acknowledged(action, source.acknowledged(), cx)?;
    }
    Ok(())
}

fn tell_records(action: &Action, records: &[Taken], cx: &mut Context) -> Result<(), Failure> {
    let topic = &action.topic;
    let mut numbers: Vec<i32> = records.iter().map(|record| record.partition).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut summaries = Vec::new();
    // The original's records lie in a hash map, by partition.
    for partition in hash_order(numbers, |partition| topic_partition_hash(topic, *partition)) {
        let of_partition: Vec<&Taken> = records.iter().filter(|record| record.partition == partition).collect();
        let offsets: Vec<i64> = of_partition.iter().map(|record| record.offset).collect();
        summaries.push(json!({"topic": topic, "partition": partition, "count": offsets.len(), "offsets": offsets}));
        if action.verbose {
            for Taken { partition, offset, key, value } in of_partition {
                let data =
                    json!({"key": key, "value": value, "topic": topic, "partition": partition, "offset": offset});
                event::line("record_data", data, &mut cx.out)?;
            }
        }
    }
    tell("records_consumed", json!({"count": records.len(), "partitions": summaries}), cx)
}

/// Tells what became of acknowledgements: an event for each partition, as the original's callback has it. How many
/// records count as taken.
fn tell_acknowledged(action: &Action, all: Vec<Acknowledged>, cx: &mut Context) -> Result<usize, Failure> {
    let mut counted = 0;
    for Acknowledged { partition, offsets, error } in all {
        let success = error.is_none();
        let count = offsets.len();
        let of_partition = json!({"topic": action.topic, "partition": partition, "count": count, "offsets": offsets});
        let mut data = json!({"count": count, "partitions": [of_partition]});
        if let Some(error) = error {
            data["error"] = json!(error);
        }
        data["success"] = json!(success);
        tell("offsets_acknowledged", data, cx)?;
        if success {
            counted += count;
        }
    }
    Ok(counted)
}
