//! `kt log-dirs`, kafka-log-dirs: what lies in the brokers' log folders.

mod report;

use clap::{Arg, ArgAction, ArgMatches};

use self::report::{BrokerDirs, Detail, LogDirs};
use crate::client::Client;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};
use crate::commands::suggest;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use crate::output::java::hash_order;
use crate::output::kafka::joined;
use crate::protocol::code::ErrorCode;

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    COMMAND_CONFIG,
    Opt::flag("describe", "print sizes as JSON").required(),
    Opt::value("broker-list", "N,N,…", "only these brokers").default("all"),
    Opt::value("topic-list", "T,T,…", "only these topics").default("all"),
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-log-dirs"),
    kafka: Some(Kafka {
        options: Options::Jopt(OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| run(&action(given)?, cx),
    }),
    verbs: Some(Verbs { command, default: None, connects: true, act: |matches, cx| run(&own_action(matches), cx) }),
    examples: &[
        Example { line: "kt log-dirs", does: "the folders of all brokers, how much lies in them and what is free" },
        Example { line: "kt log-dirs orders --broker 1", does: "the partitions of orders on broker 1" },
        Example { line: "kt log-dirs --by topic --sort size", does: "which topics take most on each broker" },
        Example { line: "kt log-dirs --describe --topic-list orders", does: "the original's JSON, in Kafka's flags" },
    ],
    ..Tool::own("log-dirs", Group::Cluster, "what lies in the brokers' log folders")
};

struct Action {
    /// Empty means all.
    brokers: Vec<i32>,
    topics: Vec<String>,
    detail: Detail,
    by_size: bool,
    /// A topic that is not there is an error.
    strict: bool,
}

fn action(given: &Given) -> Result<Action, Failure> {
    given.require(&["describe"])?;
    let list = |name: &str| -> Result<Vec<String>, Failure> {
        let text = given.one(name)?.unwrap_or_default();
        Ok(text.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect())
    };
    let mut brokers: Vec<i32> = Vec::new();
    for text in list("broker-list")? {
        let id = text.parse().map_err(|_| {
            Failure::usage(format!("'{text}' in --broker-list is no broker id"))
                .kafka(format!("For input string: \"{text}\""))
        })?;
        if !brokers.contains(&id) {
            brokers.push(id);
        }
    }
    Ok(Action { brokers, topics: list("topic-list")?, detail: Detail::Partitions, by_size: false, strict: false })
}

fn command(command: clap::Command) -> clap::Command {
    command
        .arg(
            Arg::new("topics")
                .value_name("TOPIC")
                .action(ArgAction::Append)
                .help("Only these topics, partition by partition"),
        )
        .arg(
            Arg::new("broker")
                .long("broker")
                .value_name("ID")
                .action(ArgAction::Append)
                .value_delimiter(',')
                .value_parser(clap::value_parser!(i32))
                .help("Only this broker; may be repeated"),
        )
        .arg(
            Arg::new("partitions")
                .short('p')
                .long("partitions")
                .action(ArgAction::SetTrue)
                .help("Every partition in a line of its own"),
        )
        .arg(
            Arg::new("by")
                .long("by")
                .value_name("WHAT")
                .value_parser(["broker", "folder", "topic", "partition"])
                .conflicts_with("partitions")
                .help("A line for each of these [default: folder; with a TOPIC: partition]"),
        )
        .arg(
            Arg::new("sort")
                .long("sort")
                .value_name("BY")
                .value_parser(["name", "size"])
                .default_value("name")
                .help("By name, or the largest first"),
        )
}

fn own_action(matches: &ArgMatches) -> Action {
    let topics: Vec<String> = matches.get_many("topics").into_iter().flatten().cloned().collect();
    let detail = match matches.get_one::<String>("by").map(String::as_str) {
        Some("broker") => Detail::Brokers,
        Some("topic") => Detail::Topics,
        Some("folder") => Detail::Folders,
        Some(_) => Detail::Partitions,
        None if matches.get_flag("partitions") || !topics.is_empty() => Detail::Partitions,
        None => Detail::Folders,
    };
    Action {
        by_size: matches.get_one::<String>("sort").is_some_and(|by| by == "size"),
        brokers: matches.get_many("broker").into_iter().flatten().copied().collect(),
        topics,
        detail,
        strict: true,
    }
}

fn run(action: &Action, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let brokers = cx.block_on(select(&client, &action.brokers))??;
    let answers = cx.block_on(client.describe_log_dirs(&brokers, None))??;
    let mut found = Vec::new();
    let mut failures = Vec::new();
    for (id, answer) in answers {
        match answer {
            Ok(dirs) => found.push(BrokerDirs::new(id, dirs, &action.topics)),
            Err(error) => failures.push(Failure::from(error).kafka_exactly("", 1)),
        }
    }
    let worked = !found.is_empty();
    if action.strict {
        cx.block_on(there(&client, &action.topics))??;
    }
    let (detail, by_size) = (action.detail, action.by_size);
    cx.report(&LogDirs { brokers: found, detail, by_size, incomplete: !failures.is_empty() })?;
    Failure::several(failures, worked).map_or(Ok(()), Err)
}

/// In kt's grammar a topic that is not there is an error; the original shows no line of it.
async fn there(client: &Client, topics: &[String]) -> Result<(), Failure> {
    if topics.is_empty() {
        return Ok(());
    }
    let known: Vec<String> = client.list_topics().await?.into_iter().map(|topic| topic.name).collect();
    match topics.iter().find(|name| !known.contains(name)) {
        Some(name) => Err(Failure::new(format!("there is no topic {name}"))
            .code(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION.name())
            .exit(Exit::NotFound)
            .hint_if_any(suggest::hint(name, known.iter().map(String::as_str)))),
        None => Ok(()),
    }
}

/// The brokers to ask, in the order in which the original names them.
async fn select(client: &Client, wanted: &[i32]) -> Result<Vec<i32>, Failure> {
    let cluster = client.cluster().await.map_err(|error| error.during("listNodes"))?;
    let in_java = |ids: Vec<i32>| hash_order(ids, |id| id.cast_unsigned());
    let there = in_java(cluster.ids());
    if wanted.is_empty() {
        return Ok(there);
    }
    let (known, unknown): (Vec<i32>, Vec<i32>) =
        in_java(wanted.to_vec()).into_iter().partition(|id| there.contains(id));
    if unknown.is_empty() {
        return Ok(known);
    }
    Err(Failure::new(format!(
        "The given brokers do not exist from --broker-list: {}. Current existent brokers: {}",
        joined(&unknown),
        joined(&there)
    ))
    .exit(Exit::NotFound))
}
