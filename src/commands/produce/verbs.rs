//! kt's own grammar: `kt produce TOPIC [FILE…]`.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::lines::LineFormat;
use super::options::{note_strange, settings_failure};
use super::{Action, Prompt};
use crate::client::data::produce::ProduceSettings;
use crate::commands::connection::Origin;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::random::uuid;

const LINES: &str = "Lines";
const SENDING: &str = "Sending";

pub fn command(command: Command) -> Command {
    let value = |name: &'static str, placeholder: &'static str, about: &'static str, heading: &'static str| {
        Arg::new(name).long(name).value_name(placeholder).help(about).help_heading(heading)
    };
    let flag = |name: &'static str, about: &'static str, heading: &'static str| {
        Arg::new(name).long(name).help(about).action(ArgAction::SetTrue).help_heading(heading)
    };
    command.args([
        Arg::new("topic").value_name("TOPIC").required(true).help("Where the records go"),
        Arg::new("files")
            .value_name("FILE")
            .num_args(0..)
            .value_parser(value_parser!(std::path::PathBuf))
            .help("Read lines from here; the standard input if none is named"),
        flag("parse-key", "A line is a key, a separator and a value", LINES),
        value("key-separator", "TEXT", "What stands between them [default: a tab]", LINES),
        Arg::new("keyed")
            .short('K')
            .value_name("TEXT")
            .help("Both in one: -K: reads key:value")
            .help_heading(LINES)
            .conflicts_with("key-separator"),
        flag("parse-headers", "A line begins with name:value,name:value and a tab", LINES),
        value("null-marker", "TEXT", "A key or value that is this text is null", LINES),
        flag("ignore-error", "A line without a separator is a value all the same", LINES),
        Arg::new("reader-property")
            .long("reader-property")
            .value_name("KEY=VALUE")
            .action(ArgAction::Append)
            .help("One more setting of the reader, by Kafka's name (headers.separator …)")
            .help_heading(LINES),
        Arg::new("compression")
            .long("compression")
            .short('z')
            .value_name("CODEC")
            .value_parser(["none", "gzip", "snappy", "lz4", "zstd"])
            .help("Compress the batches")
            .help_heading(SENDING),
        value("acks", "ACKS", "Who has to have a record", SENDING).value_parser(["0", "1", "all", "-1"]),
        flag("sync", "Wait for each record before the next is read", SENDING),
        Arg::new("transaction")
            .long("transaction")
            .value_name("ID")
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("")
            .conflicts_with("sync")
            .help("All lines or none: they become visible together at the end, and not at all after an error or Ctrl-C")
            .help_heading(SENDING),
    ])
}

pub fn action(matches: &ArgMatches, cx: &mut Context) -> Result<Action, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let topic = text("topic").unwrap_or_default();
    let connection = cx.connection()?;
    let mut client = connection.settings()?;
    for (flag, key) in [("compression", "compression.type"), ("acks", "acks")] {
        if let Some(value) = text(flag) {
            client.properties.set(key, value);
        }
    }
    if let Some(id) = text("transaction") {
        let id = if id.is_empty() { format!("kt-produce-{}", uuid()) } else { id };
        client.properties.set("transactional.id", id);
    }
    note_strange(&client.properties, true, cx);
    let settings = ProduceSettings::from_properties(&topic, &client.properties).map_err(settings_failure)?;
    Ok(Action {
        client,
        settings,
        format: format(matches)?,
        files: matches.get_many("files").into_iter().flatten().cloned().collect(),
        sync: matches.get_flag("sync"),
        as_text: false,
        prompt: Prompt::Sentence,
        guessed: connection.origin == Origin::Default,
        strict: true,
    })
}

fn format(matches: &ArgMatches) -> Result<LineFormat, Failure> {
    let mut properties: Vec<(String, String)> = Vec::new();
    let mut set = |key: &str, value: &str| properties.push((key.to_owned(), value.to_owned()));
    let keyed = matches.get_one::<String>("keyed").or_else(|| matches.get_one::<String>("key-separator"));
    if matches.get_flag("parse-key") || keyed.is_some() {
        set("parse.key", "true");
    }
    if let Some(separator) = keyed {
        set("key.separator", separator);
    }
    if matches.get_flag("parse-headers") {
        set("parse.headers", "true");
    }
    if matches.get_flag("ignore-error") {
        set("ignore.error", "true");
    }
    if let Some(marker) = matches.get_one::<String>("null-marker") {
        set("null.marker", marker);
    }
    for pair in matches.get_many::<String>("reader-property").into_iter().flatten() {
        let (key, value) = crate::commands::options::pair(pair);
        if !super::lines::KNOWN.contains(&key.as_str()) {
            let near = crate::commands::suggest::nearest(&key, super::lines::KNOWN);
            return Err(Failure::usage(format!("the line reader has no property {key}"))
                .hint_if_any(near.map(|name| format!("did you mean {name} ?"))));
        }
        set(&key, &value);
    }
    LineFormat::new(properties.iter().map(|(key, value)| (key.as_str(), value.as_str())))
}
