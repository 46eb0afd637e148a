//! Reassignments in kt's grammar: `kt reassign drain 3`.

use std::collections::BTreeMap;
use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use super::plan::{self, Parts};
use super::{How, cancel, drain as emptying, execute, list, proposal, read, refused, verify};
use crate::client::admin::TopicPartition;
use crate::client::admin::topics::Topic;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::output::human::several;
use crate::output::kafka::joined;
use crate::output::paint::Paint;
use crate::output::table::Table;

pub fn command(command: Command) -> Command {
    let file = || Arg::new("file").value_name("FILE").required(true).help("The plan, as the original's tool writes it");
    let number = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name("BYTES/S").value_parser(clap::value_parser!(i64)).help(help)
    };
    command
        .subcommand(Command::new("status").about("what is under way"))
        .subcommand(
            Command::new("plan")
                .about("a plan that spreads topics over brokers, on stdout")
                .arg(Arg::new("topics").value_name("TOPIC").required(true).num_args(1..))
                .arg(Arg::new("to").long("to").value_name("N,N,…").required(true).help("The brokers")),
        )
        .subcommand(
            Command::new("apply").about("start a plan").arg(file()).arg(number("throttle", "Not faster than this")),
        )
        .subcommand(Command::new("verify").about("how far a plan is; lifts throttles when it is done").arg(file()))
        .subcommand(
            Command::new("cancel")
                .about("take a plan under way back, or all that is under way")
                .arg(file().required(false).required_unless_present("all"))
                .arg(
                    Arg::new("all")
                        .long("all")
                        .action(clap::ArgAction::SetTrue)
                        .conflicts_with("file")
                        .help("Whatever is under way"),
                ),
        )
        .subcommand(
            Command::new("drain")
                .about("move all replicas away from a broker")
                .arg(
                    Arg::new("broker")
                        .value_name("ID")
                        .required(true)
                        .value_parser(clap::value_parser!(i32))
                        .help("The broker; it may be gone already"),
                )
                .arg(number("throttle", "Not faster than this"))
                .arg(
                    Arg::new("plan")
                        .long("plan")
                        .action(clap::ArgAction::SetTrue)
                        .help("Only print the plan, for kt reassign apply"),
                )
                .arg(
                    Arg::new("dry-run")
                        .long("dry-run")
                        .action(clap::ArgAction::SetTrue)
                        .help("Only show what would be moved"),
                ),
        )
}

pub fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let Some((verb, matches)) = matches.subcommand().filter(|(verb, _)| *verb != "status") else { return list(cx) };
    let plan = |matches: &ArgMatches| {
        let path = matches.get_one::<String>("file").cloned().unwrap_or_default();
        plan::read(&read(Path::new(&path))?)
    };
    match verb {
        "plan" => {
            let topics: Vec<String> = matches.get_many::<String>("topics").into_iter().flatten().cloned().collect();
            let brokers = plan::brokers(matches.get_one::<String>("to").map(String::as_str).unwrap_or_default())?;
            let client = cx.client()?;
            let (_, proposed) = cx.block_on(proposal(&client, &topics, &brokers, true))??;
            Ok(cx.out.line(plan::write(&proposed, |_| "any".to_owned()))?)
        }
        "apply" => {
            let (parts, folders) = plan(matches)?;
            let many = several(parts.len(), "partition");
            cx.confirm(&format!("Move {many}?"))?;
            let throttle = matches.get_one::<i64>("throttle").copied().unwrap_or(-1);
            execute(parts, &folders, How { additional: false, throttle, folder_throttle: -1, same_factor: false }, cx)
        }
        "drain" => drain(matches, cx),
        "cancel" if matches.get_flag("all") => {
            let client = cx.client()?;
            let moves = cx.block_on(client.list_reassignments(None))?.map_err(refused)?;
            let parts: Vec<_> = moves.into_keys().map(|at| (at, Vec::new())).collect();
            if parts.is_empty() {
                cx.note("nothing is under way");
                return Ok(());
            }
            let many = several(parts.len(), "move");
            cx.confirm(&format!("Take {many} back?"))?;
            cancel(&parts, false, cx)
        }
        "verify" => {
            let (parts, folders) = plan(matches)?;
            verify(&parts, &folders, false, cx)
        }
        _ => {
            let (parts, _) = plan(matches)?;
            cancel(&parts, false, cx)
        }
    }
}

/// Moves everything away from a broker.
fn drain(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let broker = matches.get_one::<i32>("broker").copied().unwrap_or_default();
    let client = cx.client()?;
    let (all, nodes) = cx.block_on(async {
        let topics = client.all_topics().await?;
        let of_topic = |topic: &Topic| {
            let name = topic.name.clone();
            let parts = topic.partitions.iter();
            parts.map(|one| (TopicPartition::new(&*name, one.id), one.replicas.clone())).collect::<Vec<_>>()
        };
        let all: Parts = topics.iter().flat_map(of_topic).collect();
        Ok::<_, Failure>((all, client.describe_cluster(false, false).await.map_err(refused)?.nodes))
    })??;
    let others: Vec<emptying::Broker> =
        nodes.into_iter().filter(|node| node.id != broker).map(|node| (node.id, node.rack)).collect();
    let known: Vec<i32> = others.iter().map(|(id, _)| *id).collect();
    let moved = emptying::plan(&all, broker, &others).map_err(|stuck| {
        let names: Vec<String> = stuck.iter().take(5).map(TopicPartition::to_string).collect();
        let more = if stuck.len() > names.len() { ", …" } else { "" };
        Failure::new(format!("no other broker can take {} of broker {broker}", several(stuck.len(), "replica")))
            .because(format!("each of the others has one already, or there is none: {}{more}", names.join(", ")))
            .because(match known.is_empty() {
                true => "there is no other broker".to_owned(),
                false => format!("the others are {}", joined(&known)),
            })
            .hint("add a broker first, or lower the number of replicas")
            .exit(Exit::Conflict)
    })?;
    if moved.is_empty() {
        cx.note(&format!("nothing lies on broker {broker}"));
        return Ok(());
    }
    if matches.get_flag("plan") {
        return Ok(cx.out.line(plan::write(&moved, |_| "any".to_owned()))?);
    }
    let mut table = Table::new(&["TOPIC", ">PARTITION", "NOW", "NEW"]);
    for (at, replicas) in &moved {
        let now = all.get(at).map(|now| joined(now)).unwrap_or_default();
        table.row([at.topic.as_str().into(), at.partition.to_string().into(), now.into(), joined(replicas).into()]);
    }
    cx.preview(table.aligned(Paint::OFF, None, false, true).trim_end());
    cx.confirm(&format!("Move {} away from broker {broker}?", several(moved.len(), "replica")))?;
    let throttle = matches.get_one::<i64>("throttle").copied().unwrap_or(-1);
    let how = How { additional: false, throttle, folder_throttle: -1, same_factor: false };
    execute(moved.into_iter().collect(), &BTreeMap::new(), how, cx)?;
    cx.hint("kt reassign status   shows what is still under way; kt reassign cancel --all takes it back");
    Ok(())
}
