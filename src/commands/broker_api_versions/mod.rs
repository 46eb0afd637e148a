//! `kt api-versions`, kafka-broker-api-versions: which requests the brokers understand, in which versions.

mod report;

use clap::{Arg, ArgAction, ArgMatches};

use self::report::{Broker, Known};
use crate::client::{self, Node};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use crate::output::java::{hash_order, node_hash};

const OPTIONS: &[Opt] = &[BOOTSTRAP, COMMAND_CONFIG];

pub const TOOL: Tool = Tool {
    script: Some("kafka-broker-api-versions"),
    kafka: Some(Kafka {
        options: Options::Jopt(OPTIONS),
        thrown: Thrown::STDERR,
        act: |_: &Given, cx| run(&Action::default(), cx),
    }),
    verbs: Some(Verbs { command, default: None, connects: true, act: |matches, cx| run(&own_action(matches), cx) }),
    examples: &[
        Example { line: "kt api-versions", does: "what the brokers understand, and what kt would use" },
        Example { line: "kt api-versions --broker 1 fetch", does: "the versions of Fetch on broker 1" },
        Example {
            line: "kt broker-api-versions --bootstrap-server broker:9092",
            does: "the original's list, in Kafka's flags",
        },
    ],
    ..Tool::own("api-versions", Group::Cluster, "which requests the brokers understand, in which versions")
};

#[derive(Default)]
struct Action {
    brokers: Vec<i32>,
    /// Parts of names of APIs, in small letters.
    apis: Vec<String>,
}

fn command(command: clap::Command) -> clap::Command {
    command
        .arg(
            Arg::new("apis")
                .value_name("API")
                .action(ArgAction::Append)
                .help("Only APIs with this in their name: fetch, group"),
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
}

fn own_action(matches: &ArgMatches) -> Action {
    let apis = matches.get_many::<String>("apis").into_iter().flatten();
    Action {
        brokers: matches.get_many("broker").into_iter().flatten().copied().collect(),
        apis: apis.map(|name| name.to_ascii_lowercase()).collect(),
    }
}

fn run(action: &Action, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let answers = cx.block_on(client.api_versions())??;
    let ids: Vec<i32> = answers.iter().map(|(node, _)| node.id).collect();
    if let Some(missing) = action.brokers.iter().find(|id| !ids.contains(id)) {
        return Err(client::Error::from(client::Problem::NoBroker { id: *missing, known: ids }).into());
    }
    let wanted = answers.into_iter().filter(|(node, _)| action.brokers.is_empty() || action.brokers.contains(&node.id));
    let hash = |(node, _): &(Node, _)| node_hash(&node.address.host, node.id, node.address.port, node.rack.as_deref());
    let mut failures = Vec::new();
    let mut brokers = Vec::new();
    for (node, answer) in hash_order(wanted.collect(), hash) {
        if let Err(error) = &answer {
            failures.push(Failure::from(error.clone()).kafka_exactly("", 0));
        }
        brokers.push(Broker::new(node, answer));
    }
    let worked = failures.len() < brokers.len();
    let known = Known::new(brokers, &action.apis);
    if known.is_empty() && failures.is_empty() {
        return Err(Failure::new(format!("no API has {} in its name", action.apis.join(" or "))).exit(Exit::NotFound));
    }
    cx.report(&known)?;
    Failure::several(failures, worked).map_or(Ok(()), Err)
}
