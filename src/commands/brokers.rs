//! `kt brokers`: the brokers of a cluster, what each one carries, and what holds for it.

use std::collections::BTreeMap;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::context::Context;
use super::failure::{Exit, Failure};
use super::said::Said;
use super::tool::{Example, Group, Tool, Verbs};
use crate::client::Client;
use crate::client::admin::cluster::Description;
use crate::client::admin::log_dirs::LogDir;
use crate::output::human;
use crate::output::paint::Tone;
use crate::output::table::{Cell, Table};

pub const TOOL: Tool = Tool {
    aliases: &["nodes"],
    verbs: Some(Verbs { command, default: Some("list"), connects: true, act }),
    examples: &[
        Example { line: "kt brokers", does: "who is there, who leads what, and how much lies where" },
        Example { line: "kt brokers describe 1", does: "one broker's log folders" },
        Example { line: "kt configs get broker/1 --all", does: "one broker's settings" },
    ],
    verb_examples: &[
        Example { line: "kt brokers list", does: "all of them" },
        Example { line: "kt brokers list -o wide", does: "with leaders, replicas and disk" },
    ],
    ..Tool::own("brokers", Group::Cluster, "the brokers: addresses, racks, leaders, replicas, disk")
};

fn command(command: Command) -> Command {
    let id = Arg::new("broker").value_name("ID").required(true).value_parser(value_parser!(i32)).help("The broker");
    command
        .subcommand(Command::new("list").visible_alias("ls").about("list the brokers and what each one carries"))
        .subcommand(Command::new("describe").about("show a broker's log folders").arg(id))
}

fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("describe", matches)) => describe(*matches.get_one("broker").expect("clap requires it"), cx),
        _ => list(cx),
    }
}

/// What one broker carries.
#[derive(Clone, Copy, Default)]
struct Load {
    leads: usize,
    replicas: usize,
    behind: usize,
}

async fn loads(client: &Client) -> Result<BTreeMap<i32, Load>, Failure> {
    let mut loads: BTreeMap<i32, Load> = BTreeMap::new();
    for partition in client.all_topics().await?.iter().flat_map(|topic| &topic.partitions) {
        if let Some(leader) = partition.leader {
            loads.entry(leader).or_default().leads += 1;
        }
        for replica in &partition.replicas {
            let load = loads.entry(*replica).or_default();
            load.replicas += 1;
            load.behind += usize::from(!partition.isr.contains(replica));
        }
    }
    Ok(loads)
}

fn bytes(folders: &[LogDir]) -> u64 {
    let all = folders.iter().flat_map(|folder| &folder.replicas).map(|replica| replica.bytes).sum::<i64>();
    u64::try_from(all).unwrap_or(0)
}

fn list(cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let all = cx.block_on(async {
        let cluster = client.describe_cluster(false, false).await?;
        let ids: Vec<i32> = cluster.nodes.iter().map(|node| node.id).collect();
        let (loads, folders) = tokio::join!(loads(&client), client.describe_log_dirs(&ids, None));
        Ok::<_, Failure>((cluster, loads?, folders?))
    })?;
    let (cluster, loads, folders) = all?;
    let size = |id: i32| {
        folders
            .iter()
            .find(|(broker, _)| *broker == id)
            .and_then(|(_, dirs)| dirs.as_ref().ok())
            .map(|dirs| bytes(dirs))
    };
    let mut table = Table::new(&["BROKER", "ADDRESS", "RACK", "ROLE", ">LEADS", ">REPLICAS", ">BEHIND", ">SIZE"]);
    let mut rows = Vec::new();
    // A broker that carries replicas and is not there is the one that is looked for.
    let gone: Vec<i32> = loads.keys().copied().filter(|id| !cluster.nodes.iter().any(|node| node.id == *id)).collect();
    for id in ids(&cluster, &gone) {
        let node = cluster.nodes.iter().find(|node| node.id == id);
        let load = loads.get(&id).copied().unwrap_or_default();
        let role = match node {
            None => "DOWN",
            Some(_) if cluster.controller == Some(id) => "controller",
            Some(_) => "",
        };
        let dash = || Cell::new("-").exactly("");
        let count = |number: usize| Cell::count(i64::try_from(number).unwrap_or(i64::MAX));
        let size = size(id);
        table.row([
            id.to_string().into(),
            node.map_or_else(dash, |node| node.address.to_string().into()),
            node.and_then(|node| node.rack.clone()).map_or_else(dash, Cell::new),
            Cell::new(role).tone(if node.is_none() { Tone::Bad } else { Tone::Plain }),
            count(load.leads),
            count(load.replicas),
            count(load.behind).tone(if load.behind > 0 { Tone::Warn } else { Tone::Plain }),
            size.map_or_else(dash, |size| Cell::new(human::size(size)).exactly(size.to_string())),
        ]);
        rows.push(json!({
            "id": id, "address": node.map(|node| node.address.to_string()), "rack": node.and_then(|node| node.rack.clone()),
            "alive": node.is_some(), "controller": cluster.controller == Some(id), "leads": load.leads,
            "replicas": load.replicas, "behind": load.behind, "bytes": size,
        }));
    }
    cx.report(&Said::new("", table, json!(rows)))
}

fn ids(cluster: &Description, gone: &[i32]) -> Vec<i32> {
    let mut ids: Vec<i32> = cluster.nodes.iter().map(|node| node.id).chain(gone.iter().copied()).collect();
    ids.sort_unstable();
    ids
}

fn describe(id: i32, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let folders = cx.block_on(async {
        let known = client.cluster().await?.ids();
        if !known.contains(&id) {
            let known: Vec<String> = known.iter().map(i32::to_string).collect();
            return Err(Failure::new(format!("there is no broker {id}"))
                .exit(Exit::NotFound)
                .because(format!("the brokers are {}", known.join(", "))));
        }
        let mut answers = client.describe_log_dirs(&[id], None).await?;
        Ok(answers.pop().map_or(Ok(Vec::new()), |(_, folders)| folders)?)
    })??;
    let mut table = Table::new(&["FOLDER", "STATE", ">REPLICAS", ">SIZE", ">FREE", ">VOLUME"]);
    let mut rows = Vec::new();
    for folder in &folders {
        let state = if folder.error.is_error() { folder.error.name() } else { "online" };
        let size = bytes(std::slice::from_ref(folder));
        let volume = |size: Option<i64>| match size.and_then(|size| u64::try_from(size).ok()) {
            Some(size) => Cell::new(human::size(size)).exactly(size.to_string()),
            None => Cell::new("-").exactly(""),
        };
        table.row([
            folder.path.as_str().into(),
            state.into(),
            Cell::count(i64::try_from(folder.replicas.len()).unwrap_or(i64::MAX)),
            Cell::new(human::size(size)).exactly(size.to_string()),
            volume(folder.usable_bytes),
            volume(folder.total_bytes),
        ]);
        rows.push(json!({
            "folder": folder.path, "state": state, "replicas": folder.replicas.len(), "bytes": size,
            "freeBytes": folder.usable_bytes, "volumeBytes": folder.total_bytes,
        }));
    }
    cx.report(&Said::new("", table, json!(rows)))
}
