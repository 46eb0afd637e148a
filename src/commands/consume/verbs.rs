//! kt's own grammar: `kt consume TOPIC`.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::options::offset;
use super::{Action, Ending};
use crate::client::data::consume::{ConsumeSettings, Reset, Start, Wanted};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::produce::{note_strange, settings_failure};
use crate::output::record;

const SELECT: &str = "Which records";
const SHOW: &str = "How they are shown";

/// What `--print` takes, and the formatter's property for it.
const COLUMNS: [(&str, &str); 6] = [
    ("timestamp", "print.timestamp"),
    ("partition", "print.partition"),
    ("offset", "print.offset"),
    ("headers", "print.headers"),
    ("key", "print.key"),
    ("value", "print.value"),
];

pub fn command(command: Command) -> Command {
    let value = |name: &'static str, placeholder: &'static str, about: &'static str, heading: &'static str| {
        Arg::new(name).long(name).value_name(placeholder).help(about).help_heading(heading)
    };
    let flag = |name: &'static str, about: &'static str, heading: &'static str| {
        Arg::new(name).long(name).help(about).action(ArgAction::SetTrue).help_heading(heading)
    };
    command.args([
        Arg::new("topic").value_name("TOPIC").required(true).help("The topic to read"),
        flag("from-beginning", "Start at the first record, not at the end", SELECT),
        value("offset", "OFFSET", "Start here: a number, earliest or latest", SELECT)
            .short('o')
            .conflicts_with("from-beginning"),
        value("partition", "N", "Read this partition only", SELECT)
            .short('p')
            .value_parser(value_parser!(i32).range(0..)),
        value("max-messages", "N", "End after that many", SELECT).short('c').value_parser(value_parser!(u64)),
        value("timeout-ms", "MS", "End when nothing came for so long", SELECT).value_parser(value_parser!(u64)),
        value("group", "NAME", "Read in this consumer group", SELECT)
            .short('g')
            .conflicts_with_all(["partition", "offset"]),
        flag("committed", "Hide records of transactions that are not committed", SELECT),
        value("print", "PART,…", "What to print: timestamp, partition, offset, headers, key, value", SHOW)
            .value_delimiter(',')
            .value_parser(COLUMNS.map(|(name, _)| name))
            .default_value("value")
            .hide_possible_values(true),
        value("key-separator", "TEXT", "What stands between the parts [default: a tab]", SHOW),
        value("null-literal", "TEXT", "What stands for null [default: null]", SHOW),
        value("formatter", "CLASS", "Another of Kafka's formatters", SHOW),
        value("formatter-property", "KEY=VALUE", "One more setting of the formatter, by Kafka's name", SHOW)
            .action(ArgAction::Append),
        flag("raw", "Control characters reach the terminal as they are", SHOW),
        flag("skip-message-on-error", "Go on after a record that cannot be shown", SHOW),
    ])
}

pub fn action(matches: &ArgMatches, cx: &mut Context) -> Result<Action, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let topic = text("topic").unwrap_or_default();
    let start = match text("offset") {
        None => None,
        Some(text) => Some(offset(&text).ok_or_else(|| {
            Failure::usage(format!("'{text}' is no offset")).hint("a number from 0 on, earliest or latest")
        })?),
    };
    let client = cx.settings()?;
    note_strange(&client.properties, false, cx);
    let wanted = match matches.get_one::<i32>("partition") {
        Some(partition) => Wanted::Partition(topic, *partition),
        None => Wanted::Topic(topic),
    };
    let mut settings = ConsumeSettings::new(wanted);
    settings.apply(&client.properties).map_err(settings_failure)?;
    settings.start = start;
    settings.committed_only |= matches.get_flag("committed");
    settings.must_exist = true;
    settings.create_topics = false;
    if matches.get_flag("from-beginning") {
        settings.reset = Reset::Earliest;
        settings.start = Some(Start::Earliest);
    }
    let group = text("group").or_else(|| client.properties.get("group.id").map(str::to_owned));
    Ok(Action {
        client,
        settings,
        group,
        share: None,
        formatter: if cx.out.is_terminal() && !matches.get_flag("raw") {
            Box::new(record::Harmless::new(formatter(matches)?))
        } else {
            formatter(matches)?
        },
        max_messages: matches.get_one::<u64>("max-messages").copied(),
        patience: matches.get_one::<u64>("timeout-ms").copied().map(std::time::Duration::from_millis),
        skip_on_error: matches.get_flag("skip-message-on-error"),
        say_shutdown: false,
        ending: Ending::Own,
    })
}

fn formatter(matches: &ArgMatches) -> Result<Box<dyn record::Formatter>, Failure> {
    let mut properties = record::Properties::new();
    let printed: Vec<&String> = matches.get_many("print").into_iter().flatten().collect();
    for (name, key) in COLUMNS {
        properties.insert(key.to_owned(), printed.iter().any(|part| *part == name).to_string());
    }
    for (flag, key) in [("key-separator", "key.separator"), ("null-literal", "null.literal")] {
        if let Some(value) = matches.get_one::<String>(flag) {
            properties.insert(key.to_owned(), value.clone());
        }
    }
    for pair in matches.get_many::<String>("formatter-property").into_iter().flatten() {
        let (key, value) = crate::commands::options::pair(pair);
        properties.insert(key, value);
    }
    let class = matches.get_one::<String>("formatter").map_or(record::DEFAULT, String::as_str);
    let chosen = record::choose(class, &properties).ok_or_else(|| {
        Failure::usage(format!("there is no formatter {class}")).hint(format!("the default is {}", record::DEFAULT))
    })?;
    match chosen.notes.into_iter().next() {
        Some(note) => Err(Failure::usage(note)),
        None => Ok(chosen.formatter),
    }
}
