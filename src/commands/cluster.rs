//! `kt cluster`, kafka-cluster: the cluster's id, where its brokers are, and brokers that are gone for good.

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

use super::context::Context;
use super::failure::Failure;
use super::health;
use super::options::{BOOTSTRAP, CONTROLLERS, Given, Opt, Role};
use super::said::{Done, Said};
use super::tool::{Example, Exclusive, Group, Kafka, Options, Parser, SubCommand, Thrown, Tool, Verbs};
use crate::output::kafka::left;
use crate::output::table::Table;
use crate::protocol::code::ErrorCode;

const CONFIG: Opt = Opt::value("command-config", "FILE", "client settings").short('c').role(Role::ConfigFile);
const OLD_CONFIG: Opt =
    Opt::value("config", "FILE", "client settings").role(Role::ConfigFile).deprecated("command-config");
const EITHER: Exclusive = Exclusive { names: &["bootstrap-server", "bootstrap-controller"], required: true };
const ONE_CONFIG: Exclusive = Exclusive { names: &["command-config", "config"], required: false };

static PARSER: Parser = Parser {
    program: "kafka-cluster",
    options: &[],
    exclusive: &[],
    commands: &[
        SubCommand {
            name: "cluster-id",
            about: "the id of the cluster",
            options: &[BOOTSTRAP.short('b'), CONTROLLERS.short('C'), CONFIG, OLD_CONFIG],
            exclusive: &[EITHER, ONE_CONFIG],
        },
        SubCommand {
            name: "unregister",
            about: "take a broker off the books",
            options: &[
                BOOTSTRAP.short('b'),
                CONTROLLERS.short('C'),
                CONFIG,
                OLD_CONFIG,
                Opt::value("id", "N", "the broker to take off the books").int().short('i').required(),
            ],
            exclusive: &[EITHER, ONE_CONFIG],
        },
        SubCommand {
            name: "list-endpoints",
            about: "where the brokers are",
            options: &[
                BOOTSTRAP.short('b'),
                CONTROLLERS.short('C'),
                CONFIG,
                OLD_CONFIG,
                Opt::flag("include-fenced-brokers", "brokers that are fenced too"),
            ],
            exclusive: &[EITHER, ONE_CONFIG],
        },
    ],
    bare_is_help: false,
    positionals: &[],
};

pub const TOOL: Tool = Tool {
    script: Some("kafka-cluster"),
    kafka: Some(Kafka { options: Options::Argparse(&PARSER), thrown: Thrown::STDERR, act }),
    verbs: Some(Verbs { command, default: None, connects: true, act: own_act }),
    changes: &["unregister"],
    examples: &[
        Example { line: "kt cluster info", does: "its id and its brokers" },
        Example {
            line: "kt cluster health",
            does: "brokers that are down, partitions without a leader; 1 if there are any",
        },
        Example { line: "kt cluster id", does: "the id alone" },
        Example { line: "kt cluster list-endpoints --bootstrap-server broker:9092", does: "the same in Kafka's flags" },
    ],
    verb_examples: &[Example { line: "kt cluster unregister 4", does: "broker 4 is gone for good" }],
    ..Tool::own("cluster", Group::Cluster, "the cluster's id and its brokers; unregister one that is gone")
};

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    match given.command {
        Some("cluster-id") => id(cx),
        Some("unregister") => unregister(given.int("id")?.unwrap_or_default(), cx),
        _ => {
            let fenced = given.has("include-fenced-brokers");
            if fenced && given.has("bootstrap-controller") {
                let why = "The option --include-fenced-brokers is only supported with --bootstrap-server option";
                return Err(Failure::usage(why));
            }
            endpoints(fenced, cx)
        }
    }
}

fn command(command: Command) -> Command {
    let broker = Arg::new("broker")
        .value_name("ID")
        .required(true)
        .value_parser(clap::value_parser!(i32))
        .help("The broker that is gone");
    command
        .subcommand(
            Command::new("info")
                .about("its brokers and where they are")
                .arg(Arg::new("fenced").long("fenced").action(ArgAction::SetTrue).help("Brokers that are fenced too")),
        )
        .subcommand(Command::new("id").about("its id"))
        .subcommand(Command::new("health").about("what is wrong with it; exit code 1 if anything is"))
        .subcommand(Command::new("unregister").about("take a broker that is gone for good off the books").arg(broker))
}

fn own_act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("id", _)) => id(cx),
        Some(("health", _)) => health::health(cx),
        Some(("unregister", matches)) => {
            let broker = matches.get_one::<i32>("broker").copied().unwrap_or_default();
            let client = cx.client()?;
            let known = cx.block_on(client.describe_cluster(false, false))??.nodes;
            if known.iter().any(|node| node.id == broker) {
                cx.preview(&format!("broker {broker} is alive: it comes back on the books when it is started again"));
            }
            cx.stop_if_dry_run(|| unregistered(broker))?;
            cx.confirm(&format!("Take broker {broker} off the books?"))?;
            unregister(broker, cx)
        }
        Some((_, matches)) => endpoints(matches.get_flag("fenced"), cx),
        None => endpoints(false, cx),
    }
}

fn id(cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let found = cx.block_on(client.describe_cluster(false, false))??;
    let text = match &found.id {
        Some(id) => format!("Cluster ID: {id}\n"),
        None => {
            cx.note("this cluster has no id; its brokers are older than Kafka 0.10.1");
            "No cluster ID found. The Kafka version is probably too old.\n".to_owned()
        }
    };
    let words = found.id.clone().unwrap_or_default();
    cx.report(&Done::new(words, "CLUSTER", "id", found.id).kafka(text))
}

fn endpoints(fenced: bool, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let found = cx.block_on(client.describe_cluster(false, fenced))??;
    let kind = if client.settings().controllers { "controller" } else { "broker" };
    let widest = found.nodes.iter().map(|node| node.address.host.len()).max().unwrap_or(0);
    let mut nodes: Vec<_> = found.nodes.iter().collect();
    nodes.sort_by_key(|node| node.id);
    let host = widest.max(9);
    let line = |id: &str, name: &str, port: &str, rack: &str, state: &str, kind: &str| {
        let middle = if state.is_empty() { String::new() } else { left(state, 10) + " " };
        format!(
            "{} {} {} {} {middle}{}\n",
            left(id, 10),
            left(name, host),
            left(port, 10),
            left(rack, 10),
            left(kind, 15)
        )
    };
    let with_state = kind == "broker";
    let heading = if with_state { "STATE" } else { "" };
    let mut text = line("ID", "HOST", "PORT", "RACK", heading, "ENDPOINT_TYPE");
    let mut table = Table::new(&[">ID", "HOST", ">PORT", "RACK", "STATE", "KIND"]);
    let mut rows = Vec::new();
    for node in nodes {
        let rack = node.rack.as_deref().unwrap_or("null");
        let state = if found.fenced.contains(&node.id) { "fenced" } else { "unfenced" };
        let (id, port) = (node.id.to_string(), node.address.port.to_string());
        text += &line(&id, &node.address.host, &port, rack, if with_state { state } else { "" }, kind);
        let own_rack = node.rack.clone().unwrap_or_else(|| "-".into());
        table.row([
            id.into(),
            node.address.host.clone().into(),
            port.into(),
            own_rack.into(),
            state.into(),
            kind.into(),
        ]);
        rows.push(json!({
            "id": node.id, "host": node.address.host, "port": node.address.port, "rack": node.rack,
            "fenced": state == "fenced", "kind": kind,
        }));
    }
    cx.report(&Said::new(text, table, json!({ "cluster": found.id, "controller": found.controller, "nodes": rows })))
}

fn unregister(id: i32, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    match cx.block_on(client.unregister_broker(id))? {
        Ok(()) => {}
        Err(error) if error.code() == Some(ErrorCode::UNSUPPORTED_VERSION) => {
            let text = "The target cluster does not support the broker unregistration API.\n";
            return Err(Failure::from(error).kafka_exactly(text, 0));
        }
        Err(error) => return Err(error.into()),
    }
    cx.report(&unregistered(id))
}

fn unregistered(id: i32) -> Done {
    let done = Done::new(format!("broker {id}"), "UNREGISTERED", "unregistered", id).act("Unregistered", "unregister");
    done.kafka(format!("Broker {id} is no longer registered.\n"))
}
