//! Kafka's grammar: the options of kafka-console-consumer, read and checked in the original's order.

use std::sync::Arc;
use std::time::Duration;

use super::{Action, Ending};
use crate::client::data::consume::{ConsumeSettings, Start, Wanted};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt, Role, ZOOKEEPER};
use crate::commands::pattern::Pattern;
use crate::commands::produce::{note_strange, one_spelling, settings_failure};
use crate::config::properties::Properties;
use crate::output::record;

pub const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    ZOOKEEPER,
    Opt::value("topic", "NAME", "the topic to read"),
    Opt::value("include", "REGEX", "the topics to read, by pattern"),
    Opt::old("whitelist", "REGEX", "include"),
    COMMAND_CONFIG,
    Opt::value("command-property", "KEY=VALUE", "one consumer setting; wins over the file").repeats().role(Role::Property),
    Opt::value("consumer.config", "FILE", "old name of --command-config").role(Role::ConfigFile).deprecated("command-config"),
    Opt::value("consumer-property", "KEY=VALUE", "old name of --command-property")
        .repeats()
        .role(Role::Property)
        .deprecated("command-property"),
    Opt::flag("enable-systest-events", "print shutdown_complete at the end"),
    Opt::value("formatter", "CLASS", "how a record is printed").default(record::DEFAULT),
    Opt::value("formatter-config", "FILE", "settings of the formatter, a properties file"),
    Opt::value("formatter-property", "KEY=VALUE", "print.timestamp, print.key, print.offset, print.epoch, print.partition, print.headers, print.value, key.separator, line.separator, headers.separator, null.literal, key.deserializer, value.deserializer, headers.deserializer")
        .repeats(),
    Opt::value("property", "KEY=VALUE", "old name of --formatter-property").repeats().deprecated("formatter-property"),
    Opt::flag("from-beginning", "start at the first record where the group has no offset"),
    Opt::value("group", "NAME", "the consumer group to read in"),
    Opt::value("isolation-level", "LEVEL", "read_committed hides records of transactions that are not committed")
        .default("read_uncommitted"),
    Opt::value("key-deserializer", "CLASS", "how keys become text"),
    Opt::value("value-deserializer", "CLASS", "how values become text"),
    Opt::value("max-messages", "N", "end after that many").int(),
    Opt::value("offset", "OFFSET", "where to start in --partition: a number, earliest or latest").default("latest"),
    Opt::value("partition", "N", "read this partition only").int(),
    Opt::flag("skip-message-on-error", "go on after a record that cannot be shown"),
    Opt::value("timeout-ms", "MS", "end when nothing came for so long").long(),
    Opt::flag("new-consumer", "gone").gone("--new-consumer is gone since Kafka 2.0: there is only one", ""),
    Opt::value("blacklist", "REGEX", "gone").gone("--blacklist is gone since Kafka 2.0; a pattern can say what to leave out", "--include '(?!unwanted).*'"),
    Opt::flag("delete-consumer-offsets", "gone").gone("--delete-consumer-offsets is gone since Kafka 2.0; kt consumer-groups can do it", ""),
    Opt::flag("csv-reporter-enabled", "gone").gone("--csv-reporter-enabled is gone since Kafka 2.0", ""),
    Opt::value("metrics-dir", "DIR", "gone").gone("--metrics-dir is gone since Kafka 2.0", ""),
];

const SPELLINGS: [(&str, &str); 3] = [
    ("command-property", "consumer-property"),
    ("command-config", "consumer.config"),
    ("formatter-property", "property"),
];

pub fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    let partition = check(given)?;
    let mut client = cx.settings()?;
    let group = group(given, &client.properties)?;
    if group.is_some() && partition.is_some() {
        return Err(Failure::usage("Options group and partition cannot be specified together."));
    }
    reset(given, &mut client.properties)?;
    if let Some(level) = given.text("isolation-level")? {
        client.properties.set("isolation.level", level);
    }
    if client.properties.get("client.id").is_none() {
        client.client_id = "console-consumer".to_owned();
    }
    let start = start(given)?;
    let patience = given.long("timeout-ms")?.and_then(|ms| u64::try_from(ms).ok()).map(Duration::from_millis);
    let formatter = formatter(given, cx)?;
    let wanted = match (given.text("topic")?, partition) {
        (Some(topic), Some(partition)) => Wanted::Partition(topic, partition),
        (Some(topic), None) => Wanted::Topic(topic),
        (None, _) => {
            let pattern = Pattern::new(given.one("include")?.unwrap_or_default())?;
            let internal = client.properties.get("exclude.internal.topics").is_some_and(|v| v.trim() == "false");
            Wanted::Pattern { fits: Arc::new(move |name| pattern.matches(name)), internal }
        }
    };
    note_strange(&client.properties, false, cx);
    let mut settings = ConsumeSettings::new(wanted);
    settings.apply(&client.properties).map_err(settings_failure)?;
    settings.start = partition.map(|_| start);
    let max_messages = match given.int("max-messages")? {
        None | Some(-1) => None,
        Some(n) => Some(u64::try_from(n).unwrap_or(0)),
    };
    Ok(Action {
        client,
        settings,
        group,
        share: None,
        formatter,
        max_messages,
        patience,
        skip_on_error: given.has("skip-message-on-error"),
        say_shutdown: given.has("enable-systest-events"),
        ending: Ending::Original,
        reading: None,
    })
}

/// The checks that come before anything is read; the partition, if one is given.
fn check(given: &Given) -> Result<Option<i32>, Failure> {
    one_spelling(given, &SPELLINGS)?;
    let partition = given.int("partition")?;
    if partition.is_some() && !given.has("topic") {
        return Err(Failure::usage("The topic is required when partition is specified."));
    }
    if given.count(&["topic", "include"]) != 1 {
        return Err(Failure::usage("Exactly one of the following arguments is required: [topic], [include]"));
    }
    match partition {
        Some(_) if given.has("from-beginning") && given.has("offset") => {
            Err(Failure::usage("Options from-beginning and offset cannot be specified together."))
        }
        None if given.has("offset") => Err(Failure::usage("The partition is required when offset is specified.")
            .hint("--partition 0 --offset … reads one partition; --from-beginning reads all of each")),
        _ => Ok(partition),
    }
}

/// The group, from wherever it is named; all places must agree.
fn group(given: &Given, properties: &Properties) -> Result<Option<String>, Failure> {
    let flag = given.text("group")?;
    let property = properties.get("group.id").map(str::to_owned);
    match (flag, property) {
        (Some(flag), Some(property)) if flag != property => Err(Failure::usage(format!(
            "The group ids provided in different places (directly using '--group', via '--consumer-property', or via \
             '--consumer.config') do not match. Detected group ids: '{flag}', '{property}'"
        ))),
        (flag, property) => Ok(flag.or(property)),
    }
}

fn reset(given: &Given, properties: &mut Properties) -> Result<(), Failure> {
    let beginning = given.has("from-beginning");
    match properties.get("auto.offset.reset") {
        Some(reset) if beginning && reset != "earliest" => Err(Failure::usage(format!(
            "Can't simultaneously specify --from-beginning and 'auto.offset.reset={reset}', please remove one option"
        ))),
        Some(_) => Ok(()),
        None => {
            properties.set("auto.offset.reset", if beginning { "earliest" } else { "latest" });
            Ok(())
        }
    }
}

fn start(given: &Given) -> Result<Start, Failure> {
    match given.one("offset")? {
        None if given.has("from-beginning") => Ok(Start::Earliest),
        None => Ok(Start::Latest),
        Some(text) => offset(text).ok_or_else(|| {
            Failure::usage(format!(
                "The provided offset value '{text}' is incorrect. Valid values are 'earliest', 'latest', or a \
                 non-negative long."
            ))
        }),
    }
}

/// An offset in Kafka's grammar.
pub fn offset(text: &str) -> Option<Start> {
    match text.to_lowercase().as_str() {
        "earliest" => Some(Start::Earliest),
        "latest" => Some(Start::Latest),
        _ => text.parse().ok().filter(|offset: &i64| *offset >= 0).map(Start::Offset),
    }
}

pub fn formatter(given: &Given, cx: &Context) -> Result<Box<dyn record::Formatter>, Failure> {
    let mut properties = record::Properties::new();
    if let Some(path) = given.one("formatter-config")? {
        let file = crate::commands::connection::read(path.as_ref())?;
        properties.extend(file.iter().map(|entry| (entry.key.clone(), entry.value.clone())));
    }
    for (option, key) in [("key-deserializer", "key.deserializer"), ("value-deserializer", "value.deserializer")] {
        if let Some(class) = given.text(option)?.filter(|class| !class.is_empty()) {
            properties.insert(key.to_owned(), class);
        }
    }
    properties.extend(given.pairs("formatter-property"));
    properties.extend(given.pairs("property"));
    let class = given.text("formatter")?.unwrap_or_else(|| record::DEFAULT.to_owned());
    let chosen = record::choose(&class, &properties).ok_or_else(|| {
        Failure::usage(class.clone())
            .because("kt has no formatter of that name")
            .hint(format!("the default is {}", record::DEFAULT))
    })?;
    for note in &chosen.notes {
        cx.note(note);
    }
    Ok(chosen.formatter)
}
