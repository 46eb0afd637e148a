//! `kt client-metrics`, kafka-client-metrics: which metrics clients push to the brokers (KIP-714).

use clap::{Arg, ArgMatches, Command};
use kt_codec::Uuid;
use serde_json::{Map, Value, json};

use super::configs::configured;
use super::context::Context;
use super::failure::{Exit, Failure};
use super::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};
use super::said::{Done, Said};
use super::suggest;
use super::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use crate::client::Client;
use crate::client::admin::configs::{Detail, Entry, Operation, Resource, ResourceKind};
use crate::output::table::Table;

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    COMMAND_CONFIG,
    Opt::flag("list", "print the subscriptions"),
    Opt::flag("describe", "show one, or all"),
    Opt::flag("alter", "make or change one"),
    Opt::flag("delete", "remove one"),
    Opt::value("name", "NAME", "which one"),
    Opt::flag("generate-name", "make up a UUID as the name"),
    Opt::value("metrics", "PREFIX,…", "which metrics"),
    Opt::value("interval", "MS", "how often; empty takes it away"),
    Opt::value("match", "K=V,…", "which clients"),
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-client-metrics"),
    kafka: Some(Kafka {
        options: Options::Jopt(OPTIONS),
        thrown: Thrown::stdout("Error while executing client metrics command : {}"),
        act,
    }),
    verbs: Some(Verbs { command, default: Some("list"), connects: true, act: own_act }),
    changes: &["set", "delete"],
    examples: &[
        Example { line: "kt client-metrics", does: "the subscriptions" },
        Example {
            line: "kt client-metrics set slow --metrics org.apache.kafka.producer. --interval 30000",
            does: "producers push their metrics twice a minute",
        },
        Example { line: "kt client-metrics --describe", does: "in Kafka's flags" },
    ],
    verb_examples: &[
        Example { line: "kt client-metrics list", does: "the names of the subscriptions" },
        Example { line: "kt client-metrics describe slow", does: "what this one asks clients for" },
        Example { line: "kt client-metrics delete slow", does: "clients stop pushing them" },
    ],
    ..Tool::own("client-metrics", Group::Cluster, "which metrics clients push to the brokers")
};

/// What is to hold for a subscription; an empty value takes the setting away.
type Wanted = Vec<(&'static str, String)>;

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    let refused = |why: &str| Err(Failure::usage(why));
    if given.count(&["alter", "delete", "describe", "list"]) != 1 {
        return refused("Command must include exactly one action: --alter, --delete, --describe or --list.");
    }
    let named = given.has("name");
    if given.has("list") && (named || given.has("generate-name")) {
        return refused("Option \"[name]\" can't be used with option \"[list]\"");
    }
    given.clash("describe", &["generate-name", "interval", "match", "metrics"])?;
    given.clash("list", &["generate-name", "interval", "match", "metrics"])?;
    given.clash("delete", &["generate-name", "interval", "match", "metrics"])?;
    if given.has("alter") {
        if !named && !given.has("generate-name") {
            return refused("One of --name or --generate-name must be specified with --alter.");
        }
        if named && given.has("generate-name") {
            return refused("Only one of --name or --generate-name can be specified.");
        }
    }
    if given.has("delete") && !named {
        return refused("A client metrics name must be specified with --delete.");
    }
    if let Some(text) = given.one("interval")?.filter(|text| !text.is_empty())
        && text.parse::<i32>().is_err()
    {
        return Err(Failure::usage("Invalid interval value. Enter an integer, or leave empty to reset."));
    }
    let name = given.text("name")?;
    if given.has("alter") {
        let mut wanted: Wanted = Vec::new();
        wanted.extend(given.text("interval")?.map(|value| ("interval.ms", value)));
        let list = |option: &str| given.has(option).then(|| given.all(option).join(","));
        wanted.extend(list("metrics").map(|value| ("metrics", value)));
        wanted.extend(list("match").map(|value| ("match", value)));
        return alter(name, wanted, cx);
    }
    match name {
        Some(name) if given.has("delete") => delete(&name, cx),
        name if given.has("describe") => describe(name, cx),
        _ => list(cx),
    }
}

fn command(command: Command) -> Command {
    let name = || Arg::new("name").value_name("NAME").required(true).help("The subscription");
    let value = |name: &'static str, what: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(what).help(help)
    };
    command
        .subcommand(Command::new("list").about("the subscriptions"))
        .subcommand(
            Command::new("describe")
                .about("what they ask for")
                .arg(Arg::new("name").value_name("NAME").help("Only this one")),
        )
        .subcommand(
            Command::new("set")
                .about("make or change a subscription")
                .arg(name())
                .arg(value("metrics", "PREFIX,…", "Which metrics; an empty beginning is all"))
                .arg(value("interval", "MS", "How often"))
                .arg(value("match", "K=V,…", "Which clients: client_id, client_software_name …")),
        )
        .subcommand(Command::new("delete").about("remove a subscription").arg(name()))
}

fn own_act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return list(cx) };
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    match verb {
        "list" => list(cx),
        "describe" => describe(text("name"), cx),
        "delete" => {
            let name = text("name").unwrap_or_default();
            let client = cx.client()?;
            let known = cx.block_on(configured(&client, ResourceKind::ClientMetrics))??;
            if !known.contains(&name) {
                return Err(missing(&name, &known));
            }
            cx.confirm_unless_dry_run(&format!("Remove the subscription {name}?"))?;
            delete(&name, cx)
        }
        _ => {
            let settings = [("interval.ms", "interval"), ("metrics", "metrics"), ("match", "match")];
            let wanted: Wanted =
                settings.into_iter().filter_map(|(key, option)| text(option).map(|value| (key, value))).collect();
            if wanted.is_empty() {
                return Err(Failure::usage("nothing is asked for").hint("--metrics, --interval or --match"));
            }
            alter(text("name"), wanted, cx)
        }
    }
}

fn generated() -> Result<String, Failure> {
    let mut bytes = [0; 16];
    openssl::rand::rand_bytes(&mut bytes).map_err(|error| Failure::new(error.to_string()))?;
    bytes[0] &= 0x7f; // no dash in front, which a command line would take for an option
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    Ok(Uuid(bytes).to_string())
}

fn resource(name: &str) -> Resource {
    Resource::new(ResourceKind::ClientMetrics, name)
}

fn alter(name: Option<String>, wanted: Wanted, cx: &mut Context) -> Result<(), Failure> {
    let name = match name {
        Some(name) => name,
        None => generated()?,
    };
    let client = cx.client()?;
    let operation = |(key, value): (&str, String)| {
        (key.to_owned(), if value.is_empty() { Operation::Delete } else { Operation::Set(value) })
    };
    let changes = [(resource(&name), wanted.into_iter().map(operation).collect())];
    for (_, outcome) in cx.block_on(client.alter_configs(&changes, cx.is_dry_run()))?? {
        outcome?;
    }
    let done = said(&name).act("Set", "set");
    cx.report(&done.kafka(format!("Altered client metrics config for {name}.\n")))?;
    cx.done()
}

fn said(name: &str) -> Done {
    Done::new(format!("subscription {name}"), "SUBSCRIPTION", "subscription", name)
}

fn delete(name: &str, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let settings = cx.block_on(settings(&client, name))??;
    let changes = [(resource(name), settings.into_iter().map(|entry| (entry.name, Operation::Delete)).collect())];
    for (_, outcome) in cx.block_on(client.alter_configs(&changes, cx.is_dry_run()))?? {
        outcome?;
    }
    let done = said(name).act("Removed", "remove");
    cx.report(&done.kafka(format!("Deleted client metrics config for {name}.\n")))?;
    cx.done()
}

async fn settings(client: &Client, name: &str) -> Result<Vec<Entry>, Failure> {
    let mut entries = Vec::new();
    for (_, outcome) in client.describe_configs(&[resource(name)], Detail::default()).await? {
        entries = outcome?;
    }
    Ok(entries)
}

fn missing(name: &str, known: &[String]) -> Failure {
    Failure::new(format!("there is no subscription {name}"))
        .exit(Exit::NotFound)
        .hint_if_any(suggest::hint(name, known.iter().map(String::as_str)))
        .hint("kt client-metrics list   shows all of them")
}

fn describe(name: Option<String>, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let known = cx.block_on(configured(&client, ResourceKind::ClientMetrics))??;
    let names = match name {
        Some(name) if !known.contains(&name) => {
            let text = format!("The client metric resource {name} doesn't exist and doesn't have dynamic config.\n");
            return Err(missing(&name, &known).kafka_exactly(text, 0));
        }
        Some(name) => vec![name],
        None => known,
    };
    let mut text = String::new();
    let mut table = Table::new(&["SUBSCRIPTION", "SETTING", "VALUE"]);
    let mut rows = Vec::new();
    for name in names {
        text += &format!("Client metrics configs for {name} are:\n");
        let mut values = Map::new();
        for entry in cx.block_on(settings(&client, &name))?? {
            let value = entry.value.unwrap_or_else(|| "null".into());
            text += &format!("  {}={value}\n", entry.name);
            table.row([name.as_str().into(), entry.name.as_str().into(), value.as_str().into()]);
            values.insert(entry.name, value.into());
        }
        rows.push(json!({ "subscription": name, "settings": values }));
    }
    cx.report(&Said::new(text, table, Value::Array(rows)))
}

fn list(cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let names = cx.block_on(configured(&client, ResourceKind::ClientMetrics))??;
    let mut table = Table::new(&["SUBSCRIPTION"]);
    names.iter().for_each(|name| table.row([name.as_str().into()]));
    cx.report(&Said::new(names.join("\n") + "\n", table, json!(names)))
}
