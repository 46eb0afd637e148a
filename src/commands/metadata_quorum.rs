//! `kt quorum`, kafka-metadata-quorum: who keeps the metadata log, and how far each has come.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{ArgMatches, Command};
use kt_codec::Uuid;
use serde_json::{Value, json};

use super::connection;
use super::context::Context;
use super::failure::Failure;
use super::options::{BOOTSTRAP, COMMAND_CONFIG, CONTROLLERS, Given, Opt};
use super::said::Said;
use super::tool::{Example, Exclusive, Group, Kafka, Options, Parser, SubCommand, Thrown, Tool, Verbs};
use crate::client::admin::quorum::{Endpoint, Quorum, Replica};
use crate::config::properties::Properties;
use crate::output::kafka::padded_table;
use crate::output::table::{Cell, Table};

static PARSER: Parser = Parser {
    program: "kafka-metadata-quorum",
    options: &[BOOTSTRAP, CONTROLLERS, COMMAND_CONFIG],
    exclusive: &[Exclusive { names: &["bootstrap-server", "bootstrap-controller"], required: true }],
    commands: &[
        SubCommand {
            name: "describe",
            about: "who votes and who follows",
            options: &[
                Opt::flag("status", "a short summary"),
                Opt::flag("replication", "a table of the replicas"),
                Opt::flag("human-readable", "--replication with durations"),
            ],
            exclusive: &[],
        },
        SubCommand {
            name: "add-controller",
            about: "add a controller to the quorum",
            options: &[Opt::flag("dry-run", "only say what would be done")],
            exclusive: &[],
        },
        SubCommand {
            name: "remove-controller",
            about: "remove a controller from the quorum",
            options: &[
                Opt::value("controller-id", "N", "which one").int().short('i').required(),
                Opt::value("controller-directory-id", "UUID", "its directory").short('d').required(),
                Opt::flag("dry-run", "only say what would be done"),
            ],
            exclusive: &[],
        },
    ],
    bare_is_help: false,
    positionals: &[],
};

pub const TOOL: Tool = Tool {
    script: Some("kafka-metadata-quorum"),
    kafka: Some(Kafka { options: Options::Argparse(&PARSER), thrown: Thrown::STDERR, act }),
    verbs: Some(Verbs { command, default: Some("status"), connects: true, act: own_act }),
    examples: &[
        Example { line: "kt quorum", does: "leader, voters, and how far behind they are" },
        Example { line: "kt quorum replication", does: "each replica of the metadata log" },
        Example { line: "kt metadata-quorum describe --status", does: "in Kafka's flags" },
    ],
    verb_examples: &[Example { line: "kt quorum status", does: "leader, voters and observers" }],
    ..Tool::own("quorum", Group::Cluster, "who keeps the cluster's metadata")
};

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    match given.command {
        Some("describe") => match (given.has("status"), given.has("replication")) {
            (true, true) => Err(Failure::usage(
                "Only one of --status or --replication should be specified with describe sub-command",
            )),
            (_, true) => replication(given.has("human-readable"), cx),
            (true, _) if given.has("human-readable") => {
                Err(Failure::usage("The option --human-readable is only supported along with --replication"))
            }
            (true, _) => status(cx),
            _ => Err(Failure::usage("One of --status or --replication must be specified with describe sub-command")),
        },
        Some("add-controller") => add(given.has("dry-run"), cx),
        _ => {
            let id = given.int("controller-id")?.unwrap_or_default();
            remove(id, given.one("controller-directory-id")?.unwrap_or_default(), given.has("dry-run"), cx)
        }
    }
}

fn command(command: Command) -> Command {
    command
        .subcommand(Command::new("status").about("leader, voters and observers"))
        .subcommand(Command::new("replication").about("each replica and how far it has come"))
}

fn own_act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    match matches.subcommand_name() {
        Some("replication") => replication(true, cx),
        _ => status(cx),
    }
}

fn quorum(cx: &mut Context) -> Result<Quorum, Failure> {
    let client = cx.client()?;
    Ok(cx.block_on(client.describe_quorum())??)
}

fn leader_of(quorum: &Quorum) -> Result<&Replica, Failure> {
    let found = quorum.voters.iter().find(|voter| voter.id == quorum.leader);
    found.ok_or_else(|| Failure::new("the quorum has no leader at this moment").kafka("No value present"))
}

/// As the original writes it. It leaves out a directory that nobody knows.
fn replicas(quorum: &Quorum, replicas: &[Replica]) -> String {
    let one = |replica: &Replica| {
        let mut text = format!("{{\"id\": {}", replica.id);
        if !replica.directory.is_zero() {
            text += &format!(", \"directoryId\": \"{}\"", replica.directory);
        }
        let endpoints = quorum.endpoints.get(&replica.id).map(Vec::as_slice).unwrap_or_default();
        if !endpoints.is_empty() {
            text += &format!(", \"endpoints\": [\"{}\"]", endpoints.join("\", \""));
        }
        text + "}"
    };
    format!("[{}]", replicas.iter().map(one).collect::<Vec<_>>().join(", "))
}

fn status(cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let cluster = cx.block_on(client.describe_cluster(false, false))??.id.unwrap_or_default();
    let quorum = quorum(cx)?;
    let leader = leader_of(&quorum)?;
    let last = quorum.voters.iter().min_by_key(|voter| voter.end).unwrap_or(leader);
    let lag = leader.end - last.end;
    let lag_ms = match (leader.last_caught_up_ms, last.last_caught_up_ms) {
        _ if last.id == leader.id => 0,
        (Some(leader), Some(last)) => leader - last,
        _ => -1,
    };
    let Quorum { leader_epoch, high_watermark, .. } = quorum;
    let (voters, observers) = (replicas(&quorum, &quorum.voters), replicas(&quorum, &quorum.observers));
    let facts = [
        ("ClusterId", cluster.clone()),
        ("LeaderId", quorum.leader.to_string()),
        ("LeaderEpoch", leader_epoch.to_string()),
        ("HighWatermark", high_watermark.to_string()),
        ("MaxFollowerLag", lag.to_string()),
        ("MaxFollowerLagTimeMs", lag_ms.to_string()),
        ("CurrentVoters", voters),
        ("CurrentObservers", observers),
    ];
    let text: String = facts.iter().map(|(name, value)| format!("{:<24}{value}\n", format!("{name}:"))).collect();
    let ids = |all: &[Replica]| all.iter().map(|replica| replica.id).collect::<Vec<_>>();
    let mut table = Table::new(&["CLUSTER", ">LEADER", ">EPOCH", ">HIGH WATERMARK", ">MAX LAG", "VOTERS", "OBSERVERS"]);
    let joined = |all: &[Replica]| crate::output::kafka::joined(&ids(all));
    table.row([
        cluster.clone().into(),
        quorum.leader.to_string().into(),
        leader_epoch.to_string().into(),
        Cell::count(high_watermark),
        Cell::count(lag),
        joined(&quorum.voters).into(),
        joined(&quorum.observers).into(),
    ]);
    let value = json!({
        "cluster": cluster, "leader": quorum.leader, "leaderEpoch": leader_epoch, "highWatermark": high_watermark,
        "maxFollowerLag": lag, "maxFollowerLagMs": lag_ms, "voters": ids(&quorum.voters),
        "observers": ids(&quorum.observers),
    });
    cx.report(&Said::new(text, table, value))
}

fn replication(human: bool, cx: &mut Context) -> Result<(), Failure> {
    let quorum = quorum(cx)?;
    let leader = leader_of(&quorum)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as i64);
    let moment = |ms: Option<i64>| match ms {
        None => "-1".to_owned(),
        Some(ms) if human => format!("{} ms ago", (now - ms).max(0)),
        Some(ms) => ms.to_string(),
    };
    let mut rows = Vec::new();
    let mut table = Table::new(&[">NODE", "STATUS", ">END", ">LAG", ">LAST FETCH", ">LAST CAUGHT UP", "+DIRECTORY"]);
    let mut values = Vec::new();
    let followers = quorum.voters.iter().filter(|voter| voter.id != leader.id).map(|voter| (voter, "Follower"));
    let observers = quorum.observers.iter().map(|observer| (observer, "Observer"));
    for (replica, status) in [(leader, "Leader")].into_iter().chain(followers).chain(observers) {
        let lag = leader.end - replica.end;
        let (fetch, caught_up) = (moment(replica.last_fetch_ms), moment(replica.last_caught_up_ms));
        let (id, directory) = (replica.id.to_string(), replica.directory.to_string());
        rows.push(vec![
            id.clone(),
            directory.clone(),
            replica.end.to_string(),
            lag.to_string(),
            fetch.clone(),
            caught_up.clone(),
            status.to_owned(),
        ]);
        table.row([
            id.into(),
            status.into(),
            Cell::count(replica.end),
            Cell::count(lag),
            fetch.into(),
            caught_up.into(),
            directory.clone().into(),
        ]);
        values.push(json!({
            "node": replica.id, "directory": directory, "end": replica.end, "lag": lag, "status": status,
            "lastFetchMs": replica.last_fetch_ms, "lastCaughtUpMs": replica.last_caught_up_ms,
        }));
    }
    let header =
        ["NodeId", "DirectoryId", "LogEndOffset", "Lag", "LastFetchTimestamp", "LastCaughtUpTimestamp", "Status"];
    let mut text = Vec::new();
    padded_table(&mut text, &header, &rows)?;
    cx.report(&Said::new(String::from_utf8_lossy(&text), table, Value::Array(values)))
}

/// Adds the controller whose configuration stands in --command-config.
fn add(dry_run: bool, cx: &mut Context) -> Result<(), Failure> {
    let Some(path) = cx.connection()?.config_file else {
        return Err(Failure::usage(
            "You must supply the configuration file of the controller you are adding when using add-controller.",
        ));
    };
    if !path.exists() {
        return Err(Failure::usage(format!("Properties file {} does not exists!", path.display())));
    }
    let properties = connection::read(&path)?;
    let (id, directory, endpoints) = newcomer(&properties)?;
    if !dry_run {
        let client = cx.client()?;
        cx.block_on(client.add_voter(id, directory, &endpoints))??;
    }
    let done = if dry_run { "DRY RUN of adding" } else { "Added" };
    let endpoint = |e: &Endpoint| match e.host.contains(':') {
        true => format!("{}://[{}]:{}", e.name, e.host, e.port),
        false => format!("{}://{}:{}", e.name, e.host, e.port),
    };
    let all: Vec<String> = endpoints.iter().map(endpoint).collect();
    let text = format!("{done} controller {id} with directory id {directory} and endpoints: {}\n", all.join(", "));
    cx.report(&Said::new(text, Table::default(), json!({ "added": id, "dryRun": dry_run })))
}

fn newcomer(properties: &Properties) -> Result<(i32, Uuid, Vec<Endpoint>), Failure> {
    let refused = |why: String| Failure::usage(why);
    let valid = "Is this a valid controller configuration file?";
    let id = properties
        .get("node.id")
        .ok_or_else(|| refused(format!("node.id not found in configuration file. {valid}")))?;
    let id: i32 = id.trim().parse().map_err(|_| refused(format!("For input string: \"{id}\"")))?;
    if id < 0 {
        return Err(refused(format!("node.id was negative in configuration file. {valid}")));
    }
    if !properties.get("process.roles").unwrap_or_default().contains("controller") {
        return Err(refused(format!("process.roles did not contain 'controller' in configuration file. {valid}")));
    }
    let first = |list: &str| list.split(',').next().map(|dir| dir.trim().to_owned());
    let folder = properties.get("metadata.log.dir").map(str::to_owned);
    let folder = folder
        .or_else(|| first(properties.get("log.dirs")?))
        .ok_or_else(|| refused(format!("Neither metadata.log.dir nor log.dirs were found. {valid}")))?;
    let meta = PathBuf::from(&folder).join("meta.properties");
    let unreadable = || refused(format!("Unable to read meta.properties from {folder}"));
    let meta = std::fs::read(meta).map_err(|_| unreadable())?;
    let meta = Properties::from_bytes(&meta).map_err(|_| unreadable())?;
    let directory = meta.get("directory.id").ok_or_else(|| refused(format!("No directory id found in {folder}")))?;
    let directory: Uuid = directory.parse().map_err(|_| refused(format!("No directory id found in {folder}")))?;
    let names: Vec<&str> =
        properties.get("controller.listener.names").unwrap_or_default().split(',').map(str::trim).collect();
    let listeners = properties.get("advertised.listeners").into_iter().chain(properties.get("listeners"));
    let mut endpoints: Vec<Endpoint> = Vec::new();
    for text in listeners.flat_map(|list| list.split(',')) {
        let Some((name, address)) = text.trim().split_once("://") else { continue };
        let Some((host, port)) = address.rsplit_once(':') else { continue };
        let known = endpoints.iter().any(|endpoint| endpoint.name == name);
        if let (true, false, Ok(port)) = (names.contains(&name), known, port.parse()) {
            let host = host.trim_matches(['[', ']']);
            let host = if host.is_empty() { "localhost" } else { host };
            endpoints.push(Endpoint { name: name.to_owned(), host: host.to_owned(), port });
        }
    }
    if endpoints.is_empty() {
        let why =
            format!("controller.listener.names was not found or names no listener in configuration file. {valid}");
        return Err(refused(why));
    }
    Ok((id, directory, endpoints))
}

fn remove(id: i32, directory: &str, dry_run: bool, cx: &mut Context) -> Result<(), Failure> {
    if id < 0 {
        return Err(Failure::usage(format!("Invalid negative --controller-id: {id}")));
    }
    let uuid: Uuid =
        directory.parse().map_err(|why| Failure::usage(format!("Failed to parse --controller-directory-id: {why}")))?;
    if !dry_run {
        let client = cx.client()?;
        cx.block_on(client.remove_voter(id, uuid))??;
    }
    let done = if dry_run { "DRY RUN of removing " } else { "Removed " };
    let text = format!("{done} KRaft controller {id} with directory id {uuid}\n");
    cx.report(&Said::new(text, Table::default(), json!({ "removed": id, "dryRun": dry_run })))
}
