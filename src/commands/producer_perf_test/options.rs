//! The options of kafka-producer-perf-test, checked in the original's order.

use std::path::Path;
use std::time::Duration;

use fancy_regex::Regex;

use super::Action;
use crate::client::data::TRANSACTION_TIMEOUT;
use crate::client::data::produce::{ProduceSettings, TransactionSettings};
use crate::commands::connection::Origin;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::payload::Payload;
use crate::commands::measure::random::{Splittable, uuid};
use crate::commands::measure::send::Load;
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt, Role};
use crate::commands::produce::{note_strange, settings_failure};
use crate::commands::tool::{Exclusive, Parser};

/// How long a transaction lasts if only its id is given.
const TRANSACTION: i64 = 3000;

pub static PARSER: Parser = Parser {
    program: "kafka-producer-perf-test",
    options: &[
        BOOTSTRAP,
        Opt::value("topic", "NAME", "where the records go").required(),
        Opt::value("num-records", "N", "how many").long().required(),
        Opt::value("record-size", "BYTES", "values of so many letters by chance").int(),
        Opt::value("payload-file", "FILE", "values from this file, chosen by chance"),
        Opt::flag("payload-monotonic", "values are 0, 1, 2, …"),
        Opt::value("payload-delimiter", "REGEX", "what parts the values in --payload-file").default("\\n"),
        Opt::value("throughput", "N", "at most so many a second; -1 is no limit").required(),
        Opt::several("producer-props", "K=V", "old name of --command-property")
            .role(Role::Property)
            .deprecated("command-property"),
        Opt::several("command-property", "K=V", "producer settings; they win over the file").role(Role::Property),
        Opt::value("producer.config", "FILE", "old name of --command-config")
            .role(Role::ConfigFile)
            .deprecated("command-config"),
        COMMAND_CONFIG,
        Opt::flag("print-metrics", "all counters at the end"),
        Opt::value("transactional-id", "ID", "send in transactions of this id"),
        Opt::value("transaction-duration-ms", "MS", "how long each transaction lasts")
            .long()
            .default("3000 with an id"),
        Opt::value("warmup-records", "N", "the first so many are left out of a second summary").long().default("0"),
        Opt::value("reporting-interval", "MS", "the time between two reports").long().default("5000"),
    ],
    exclusive: &[Exclusive { names: &["record-size", "payload-file", "payload-monotonic"], required: true }],
    commands: &[],
    bare_is_help: true,
    positionals: &[],
};

fn wrong(sentence: impl AsRef<str>) -> Failure {
    Failure::usage(format!("{}: error: {}", PARSER.program, sentence.as_ref()))
}

pub fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    let text = given.one("throughput")?.unwrap_or_default();
    let rate: f64 = text.parse().map_err(|_| {
        wrong(format!("argument --throughput: could not convert '{text}' to Double (For input string: \"{text}\")"))
    })?;
    let records = given.long("num-records")?.unwrap_or(0);
    let warmup = given.long("warmup-records")?.unwrap_or(0).max(0);
    let size = given.int("record-size")?;
    if records <= 0 {
        return Err(wrong("--num-records should be greater than zero."));
    }
    if warmup >= records {
        return Err(wrong(
            "The value for --warmup-records must be strictly fewer than the number of records in the test, --num-records.",
        ));
    }
    if size.is_some_and(|size| size <= 0) {
        return Err(wrong("--record-size should be greater than zero."));
    }
    let mut connection = cx.connection()?;
    let ways = ["bootstrap-server", "command-property", "producer-props", "producer.config", "command-config"];
    if given.count(&ways) == 0 && connection.origin == Origin::Default {
        return Err(wrong(
            "At least one of --bootstrap-server, --command-property, --producer-props, --producer.config or --command-config must be specified.",
        ));
    }
    for (new, old) in [("command-property", "producer-props"), ("command-config", "producer.config")] {
        if given.has(new) && given.has(old) {
            return Err(wrong(format!("--{new} and --{old} cannot be specified together.")));
        }
    }
    let lasts = given.long("transaction-duration-ms")?;
    if lasts.is_some_and(|ms| ms <= 0) {
        return Err(wrong("--transaction-duration-ms should be greater than zero."));
    }
    let interval = given.long("reporting-interval")?.unwrap_or(5000);
    if interval <= 0 {
        return Err(wrong("--reporting-interval should be greater than zero."));
    }
    let payload = payload(given, size, cx)?;
    for (old, new) in [("producer-props", "command-property"), ("producer.config", "command-config")] {
        if given.has(old) {
            cx.out.line(past(old, new))?;
        }
    }
    for pair in given.all("command-property").iter().chain(&given.all("producer-props")) {
        // Exactly one equals sign, as in the original.
        if pair.split('=').filter(|piece| !piece.is_empty()).count() != 2 {
            return Err(Failure::new(format!("Invalid property: {pair}")));
        }
    }
    let mut client = connection.settings()?;
    if connection.origin != Origin::Flag
        && let Some(servers) = client.properties.get("bootstrap.servers").map(str::to_owned)
    {
        connection.servers = servers;
        client = connection.settings()?;
    }
    if client.properties.get("client.id").is_none() {
        client.client_id = "perf-producer-client".to_owned();
    }
    note_strange(&client.properties, true, cx);
    if let Some(id) = given.text("transactional-id")? {
        client.properties.set("transactional.id", id);
    }
    let topic = given.text("topic")?.unwrap_or_default();
    let mut settings = ProduceSettings::from_properties(&topic, &client.properties).map_err(settings_failure)?;
    if lasts.is_some() && settings.transaction.is_none() {
        let id = format!("performance-producer-{}", uuid());
        client.properties.set("transactional.id", id.as_str());
        settings = ProduceSettings::from_properties(&topic, &client.properties).map_err(settings_failure)?;
        settings.transaction.get_or_insert(TransactionSettings { id, timeout: TRANSACTION_TIMEOUT });
    }
    let transaction =
        settings.transaction.as_ref().map(|_| Duration::from_millis(lasts.unwrap_or(TRANSACTION).unsigned_abs()));
    Ok(Action {
        client,
        settings,
        load: Load { records: records.unsigned_abs(), warmup: warmup.unsigned_abs(), payload, rate, transaction },
        reporting_interval: Duration::from_millis(interval.unsigned_abs()),
        print_metrics: given.has("print-metrics"),
    })
}

/// What the original says on stdout of an old name, in the tools that use argparse4j.
pub fn past(old: &str, new: &str) -> String {
    format!("Option --{old} has been deprecated and will be removed in a future version. Use --{new} instead.")
}

fn payload(given: &Given, size: Option<i32>, cx: &mut Context) -> Result<Payload, Failure> {
    if let Some(path) = given.one("payload-file")? {
        let values = values(path, given.one("payload-delimiter")?.unwrap_or("\\n"), cx)?;
        return Ok(Payload::OneOf { values, random: Splittable::new(0) });
    }
    match size.and_then(|size| usize::try_from(size).ok()) {
        Some(size) => Ok(Payload::letters(size)),
        None => Ok(Payload::Number),
    }
}

/// The values of a file; `delimiter` is a regular expression, as `String.split` takes it.
fn values(path: &str, delimiter: &str, cx: &mut Context) -> Result<Vec<Vec<u8>>, Failure> {
    let shown = std::path::absolute(Path::new(path)).unwrap_or_else(|_| path.into());
    cx.out.line(format!("Reading payloads from: {}", shown.display()))?;
    let bytes = match std::fs::read(path) {
        Ok(bytes) if !bytes.is_empty() => bytes,
        Ok(_) => return Err(Failure::new("File does not exist or empty file provided.")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Failure::new("File does not exist or empty file provided."));
        }
        Err(error) => return Err(crate::commands::failure::file("read", path, &error)),
    };
    let text = String::from_utf8_lossy(&bytes);
    let bad = |error: fancy_regex::Error| wrong(format!("--payload-delimiter '{delimiter}' is no pattern: {error}"));
    let mut values: Vec<Vec<u8>> = Vec::new();
    for piece in Regex::new(delimiter).map_err(bad)?.split(&text) {
        values.push(piece.map_err(bad)?.as_bytes().to_vec());
    }
    // Java leaves out empty strings at the end.
    while values.last().is_some_and(Vec::is_empty) {
        values.pop();
    }
    cx.out.line(format!("Number of records read: {}", values.len()))?;
    if values.is_empty() {
        return Err(Failure::new(format!("{path} holds nothing but what parts its values")));
    }
    Ok(values)
}
