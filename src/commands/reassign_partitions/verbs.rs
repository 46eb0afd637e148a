//! Reassignments in kt's grammar: `kt reassign drain 3`.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

use super::folders::{self, Folders};
use super::plan::{self, Parts};
use super::status::{self, Watch};
use super::{
    Aim, Cancel, How, cancel, current, drain as emptying, execute, proposal, read, refused, throttle, topics_of, verify,
};
use crate::client::admin::TopicPartition;
use crate::client::admin::topics::Topic;
use crate::commands::configs::change::size;
use crate::commands::context::Context;
use crate::commands::failure::{self, Exit, Failure};
use crate::commands::said::Said;
use crate::commands::undo;
use crate::output::human::{self, several};
use crate::output::kafka::joined;
use crate::output::paint::Paint;
use crate::output::table::{Cell, Table};

/// How long moves between folders may take to begin, or to turn.
const PATIENCE: Duration = Duration::from_secs(10);

pub fn command(command: Command) -> Command {
    let file = || {
        Arg::new("file")
            .value_name("FILE")
            .required(true)
            .help("The plan, as the original's tool writes it; - for stdin")
    };
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    let throttle = || {
        let arg = Arg::new("throttle").long("throttle").value_name("SIZE").value_parser(rate);
        arg.help("Not faster than this each second and broker, such as 10MiB")
    };
    let begins =
        |command: Command| command.arg(throttle()).arg(flag("no-undo", "Write no file by which it can be taken back"));
    command
        .subcommand(
            Command::new("status")
                .about("what is under way, and how much of it is copied")
                .arg(
                    flag("watch", "Look again and again until all is done; in a pipe a line of JSON a look").short('w'),
                )
                .arg(
                    Arg::new("interval")
                        .long("interval")
                        .value_name("TIME")
                        .default_value("1s")
                        .requires("watch")
                        .value_parser(humantime::parse_duration)
                        .help("How often to look"),
                )
                .arg(
                    Arg::new("count")
                        .long("count")
                        .value_name("N")
                        .requires("watch")
                        .value_parser(clap::value_parser!(u64).range(1..))
                        .help("End after so many looks"),
                ),
        )
        .subcommand(
            Command::new("plan")
                .about("a plan that spreads topics over brokers, on stdout")
                .arg(Arg::new("topics").value_name("TOPIC").required(true).num_args(1..).help("The topics to move"))
                .arg(Arg::new("to").long("to").value_name("N,N,…").help("The brokers [default: all]"))
                .arg(
                    Arg::new("replication-factor")
                        .long("replication-factor")
                        .value_name("N")
                        .value_parser(clap::value_parser!(u16).range(1..))
                        .help("So many replicas of each partition [default: as now]"),
                )
                .arg(flag("ignore-racks", "Mind no racks")),
        )
        .subcommand(begins(
            Command::new("move").about("give partitions other replicas").arg(
                Arg::new("moves")
                    .value_name("TOPIC:N=ID,ID…")
                    .required(true)
                    .num_args(1..)
                    .help("A partition and its brokers, the preferred leader first: orders:0=2,3"),
            ),
        ))
        .subcommand(begins(Command::new("apply").about("start a plan").arg(file())))
        .subcommand(Command::new("verify").about("how far a plan is; lifts throttles when it is done").arg(file()))
        .subcommand(
            Command::new("cancel")
                .about("take a plan under way back, or all that is under way")
                .arg(file().required(false).required_unless_present("all"))
                .arg(flag("all", "Whatever is under way").conflicts_with("file")),
        )
        .subcommand(
            Command::new("throttle").about("how fast replicas may be copied from now on, or off").arg(
                Arg::new("rate")
                    .value_name("SIZE|off")
                    .required(true)
                    .help("So much each second and broker, such as 10MiB; off lifts every limit"),
            ),
        )
        .subcommand(begins(
            Command::new("drain")
                .about("move all replicas away from a broker")
                .arg(
                    Arg::new("broker")
                        .value_name("ID")
                        .required(true)
                        .value_parser(clap::value_parser!(i32))
                        .help("The broker; it may be gone already"),
                )
                .arg(flag("plan", "Only print the plan, for kt reassign apply")),
        ))
}

fn rate(text: &str) -> Result<i64, String> {
    let bytes = size(text).filter(|bytes| *bytes > 0).and_then(|bytes| i64::try_from(bytes).ok());
    bytes.ok_or_else(|| "bytes, or a number with a unit: 500KiB, 10MiB".to_owned())
}

pub fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return status::show(None, cx) };
    let plan = |matches: &ArgMatches| {
        let path = matches.get_one::<String>("file").cloned().unwrap_or_default();
        match path.as_str() {
            "-" => {
                let mut bytes = Vec::new();
                let read = std::io::stdin().read_to_end(&mut bytes);
                read.map_err(|error| failure::file("read", "the plan from stdin", &error))?;
                plan::read(&bytes)
            }
            path => plan::read(&read(Path::new(path))?),
        }
    };
    match verb {
        "status" => {
            let every = matches.get_one::<Duration>("interval").copied().unwrap_or_default();
            // A clock that never ticks, or always, is no clock.
            let every = every.clamp(Duration::from_millis(20), Duration::from_secs(3600));
            let count = matches.get_one::<u64>("count").copied();
            status::show(matches.get_flag("watch").then_some(Watch { every, count }), cx)
        }
        "plan" => propose(matches, cx),
        "apply" => {
            let (parts, folders) = plan(matches)?;
            let wanted = plan::checked(parts)?;
            let client = cx.client()?;
            let mut now = cx.block_on(current(&client, &topics_of(&wanted)))??;
            now.retain(|at, _| wanted.contains_key(at));
            let many = several(wanted.len(), "partition");
            begin(Start { question: format!("Move {many}?"), now, wanted, folders }, matches, cx)
        }
        "move" => {
            let texts = matches.get_many::<String>("moves").into_iter().flatten();
            let wanted: Parts = texts.map(|text| one_move(text)).collect::<Result<_, _>>()?;
            let client = cx.client()?;
            let mut now = cx.block_on(current(&client, &topics_of(&wanted)))??;
            now.retain(|at, _| wanted.contains_key(at));
            let many = several(wanted.len(), "partition");
            begin(Start { question: format!("Move {many}?"), now, wanted, folders: Folders::new() }, matches, cx)
        }
        "drain" => drain(matches, cx),
        "throttle" => limit(matches.get_one::<String>("rate").map(String::as_str).unwrap_or_default(), cx),
        "cancel" if matches.get_flag("all") => {
            let client = cx.client()?;
            let moves = cx.block_on(client.list_reassignments(None))?.map_err(refused)?;
            let parts: Vec<_> = moves.into_keys().map(|at| (at, Vec::new())).collect();
            let folders = cx.block_on(folders::under_way(&client))??;
            if parts.is_empty() && folders.is_empty() {
                cx.note("nothing is under way");
                let nothing = json!({ "cancelled": [], "folders": [] });
                return cx.report(&Said::new("", Table::new(&["CANCELLED"]), nothing));
            }
            let many = several(parts.len() + folders.len(), "move");
            cx.confirm_unless_dry_run(&format!("Take {many} back?"))?;
            cancel(&parts, &folders, Cancel { keep_throttles: false, patience: PATIENCE }, cx)
        }
        "verify" => {
            let (parts, folders) = plan(matches)?;
            verify(&parts, &folders, false, cx)
        }
        _ => {
            let (parts, folders) = plan(matches)?;
            cancel(&parts, &folders, Cancel { keep_throttles: false, patience: PATIENCE }, cx)
        }
    }
}

/// `orders:0=2,3`
fn one_move(text: &str) -> Result<(TopicPartition, Vec<i32>), Failure> {
    let wrong =
        || Failure::usage(format!("'{text}' moves nothing")).hint("TOPIC:PARTITION=BROKER,BROKER: orders:0=2,3");
    let (at, brokers) = text.split_once('=').ok_or_else(wrong)?;
    let (topic, partition) = at.rsplit_once(':').ok_or_else(wrong)?;
    let partition = partition.parse::<i32>().ok().filter(|number| *number >= 0).ok_or_else(wrong)?;
    Ok((TopicPartition::new(topic, partition), plan::brokers(brokers).map_err(|_| wrong())?))
}

fn propose(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let topics: Vec<String> = matches.get_many::<String>("topics").into_iter().flatten().cloned().collect();
    let asked = matches.get_one::<String>("to").map(|text| plan::brokers(text)).transpose()?;
    let client = cx.client()?;
    let known = cx.block_on(client.cluster())??.ids();
    let brokers = asked.unwrap_or_else(|| known.clone());
    if let Some(unknown) = brokers.iter().find(|id| !known.contains(id)) {
        return Err(Failure::new(format!("there is no broker {unknown}"))
            .because(format!("the brokers are {}", joined(&known)))
            .exit(Exit::NotFound));
    }
    let factor = matches.get_one::<u16>("replication-factor").map(|factor| usize::from(*factor));
    let aim = Aim { brokers: &brokers, racks: !matches.get_flag("ignore-racks"), factor };
    let (_, proposed) = cx.block_on(proposal(&client, &topics, &aim))??;
    Ok(cx.out.line(plan::write(&proposed, |_| "any".to_owned()))?)
}

/// `kt reassign throttle 10MiB`, for moves under way; `off` lifts what was ever set.
fn limit(text: &str, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    if text == "off" {
        let topics = cx.block_on(throttle::topics(&client))??;
        let parts: Parts = topics.iter().map(|topic| (TopicPartition::new(&**topic, 0), Vec::new())).collect();
        let mut table = Table::new(&["THROTTLE", "TOPICS"]);
        table.row(["off".into(), topics.join(", ").into()]);
        let done = Said::new("", table, json!({ "throttle": null, "topics": topics }));
        cx.stop_if_dry_run(|| &done)?;
        cx.block_on(throttle::clear(&client, &parts, &mut String::new()))?.map_err(refused)?;
        return cx.report(&done);
    }
    let bytes = rate(text).map_err(|why| Failure::usage(format!("'{text}' is no rate")).hint(why).hint("or off"))?;
    let moves = cx.block_on(client.list_reassignments(None))?.map_err(refused)?;
    let folders = cx.block_on(folders::under_way(&client))??;
    if moves.is_empty() && folders.is_empty() {
        return Err(Failure::new("nothing is under way that could be throttled")
            .hint("kt reassign apply PLAN --throttle 10MiB   begins with a limit")
            .exit(Exit::NotFound));
    }
    let topics: BTreeSet<&str> = moves.keys().chain(folders.keys().map(|(at, _)| at)).map(|at| &*at.topic).collect();
    let topics: Vec<&str> = topics.into_iter().collect();
    let mut table = Table::new(&["THROTTLE", "TOPICS"]);
    let shown = format!("{}/s", human::size(bytes.unsigned_abs()));
    table.row([Cell::new(shown).exactly(bytes.to_string()), topics.join(", ").into()]);
    let done = Said::new("", table, json!({ "throttle": bytes, "topics": topics }));
    cx.stop_if_dry_run(|| &done)?;
    let mut said = String::new();
    let limited = cx.block_on(async {
        if !moves.is_empty() {
            let none = Parts::new();
            throttle::set(&client, &moves, &none, &none, bytes, &mut said).await?;
        }
        let brokers = folders.keys().map(|(_, broker)| *broker).collect();
        throttle::set_folders(&client, &brokers, bytes, &mut said).await
    })?;
    limited.map_err(refused)?;
    cx.report(&done)
}

/// What is to be started.
struct Start {
    question: String,
    now: Parts,
    wanted: Parts,
    folders: Folders,
}

/// Shows what will move, asks, keeps the way back, and starts it.
fn begin(start: Start, matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let Start { question, now, wanted, folders } = start;
    let client = cx.client()?;
    let there = match folders.is_empty() {
        true => Folders::new(),
        false => cx.block_on(folders::current(&client, &now))??,
    };
    let mut table = Table::new(&["TOPIC", ">PARTITION", "NOW", "NEW"]);
    for (at, replicas) in wanted.iter().filter(|(at, replicas)| now.get(at) != Some(replicas)) {
        let now = now.get(at).map(|now| joined(now)).unwrap_or_default();
        table.row([at.topic.as_str().into(), at.partition.to_string().into(), now.into(), joined(replicas).into()]);
    }
    for (replica, folder) in folders::in_order(&folders).into_iter().filter(|(at, new)| there.get(*at) != Some(*new)) {
        let (at, broker) = replica;
        let on = |folder: &str| format!("{broker}: {folder}");
        let old = there.get(replica).map(|old| on(old)).unwrap_or_default();
        table.row([at.topic.as_str().into(), at.partition.to_string().into(), old.into(), on(folder).into()]);
    }
    if !table.is_empty() {
        cx.preview(table.aligned(Paint::OFF, None, false, true).trim_end());
    }
    cx.confirm_unless_dry_run(&question)?;
    let back = |at: &plan::Replica| there.get(at).cloned().unwrap_or_else(|| "any".to_owned());
    let undo = match matches.get_flag("no-undo") || cx.is_dry_run() {
        true => None,
        false => Some(undo::write("reassign", "json", &plan::write(&now, back))?),
    };
    let throttle = matches.get_one::<i64>("throttle").copied().unwrap_or(-1);
    let folder_throttle = if folders.is_empty() { -1 } else { throttle };
    let how = How { additional: false, throttle, folder_throttle, same_factor: false, patience: PATIENCE };
    execute(wanted.into_iter().collect(), &folders, how, cx)?;
    if let Some(path) = undo {
        cx.undo(&format!("kt reassign apply {}", path.display()));
    }
    cx.hint("kt reassign status --watch   follows it; kt reassign cancel --all takes back what is not done yet");
    Ok(())
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
    let question = format!("Move {} away from broker {broker}?", several(moved.len(), "replica"));
    let now = all.into_iter().filter(|(at, _)| moved.contains_key(at)).collect();
    begin(Start { question, now, wanted: moved, folders: Folders::new() }, matches, cx)
}
