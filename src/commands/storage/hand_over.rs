//! `kt storage hand-over`: a folder of kt's, ready for Apache Kafka to start on.
//!
//! The folder is Kafka's own format already, so nothing in it is changed. What is made sure of: that no broker is at it,
//! that its last stop was an orderly one, that its metadata has nothing this release of Kafka would refuse, and that every
//! file in it is sound. What is written: a server.properties that fits the folder.

use std::fmt::Write as _;
use std::net::{Ipv6Addr, ToSocketAddrs as _};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::verbs;
use crate::broker::controller::image::Image;
use crate::broker::controller::load::Loaded;
use crate::broker::controller::{load, log};
use crate::broker::folder::{Folder, Meta};
use crate::broker::log::Fs;
use crate::broker::log::checkpoint::CleanShutdown;
use crate::commands::context::Context;
use crate::commands::dump_log::check::{self, Checked};
use crate::commands::failure::{self, Exit, Failure};
use crate::config::properties::Properties;
use crate::output::human::several;

/// The release whose levels kt writes.
const RELEASE: &str = "Apache Kafka 4.3";

pub fn command(command: Command) -> Command {
    let address = |name: &'static str, default: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name("HOST:PORT").default_value(default).help(help)
    };
    command
        .about("Check that a stopped folder is in order, and write the server.properties with which Apache Kafka starts on it")
        .arg(
            Arg::new("to-kafka")
                .long("to-kafka")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("Where the server.properties goes; on stdout if not said"),
        )
        .arg(
            Arg::new("config")
                .long("config")
                .short('c')
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("The properties that kt was started with: what they set is kept"),
        )
        .arg(address("listen", "127.0.0.1:9092", "Where Kafka listens for clients"))
        .arg(address("controller", "127.0.0.1:9093", "Where its controller listens"))
        .arg(
            Arg::new("quick")
                .long("quick")
                .action(ArgAction::SetTrue)
                .help("Do not go over the records; the metadata is looked at all the same"),
        )
}

pub fn act(dir: &Path, matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let meta = verbs::meta(dir)?;
    let dir = &dir.canonicalize().map_err(|error| failure::file("find the folder", dir.display(), &error))?;
    let address = |name: &str| address(matches.get_one::<String>(name).map_or("", String::as_str));
    let place = Place { listen: address("listen")?, controller: address("controller")? };
    let given = match matches.get_one::<PathBuf>("config") {
        None => Properties::default(),
        Some(file) => {
            let bytes = std::fs::read(file).map_err(|error| failure::file("read", file.display(), &error))?;
            Properties::from_bytes(&bytes)
                .map_err(|why| Failure::new(format!("line {} of {} cannot be read", why.line, file.display())))?
        }
    };
    let loaded = in_order(dir, &meta)?;
    let mut remarks = unknown(&loaded.image);
    if !loaded.image.acls.is_empty() && given.get("authorizer.class.name").is_none() {
        remarks.push(format!(
            "the metadata holds {}, and nobody will enforce them: no --config names an authorizer.class.name",
            several(loaded.image.acls.len(), "access rule")
        ));
    }
    if !matches.get_flag("quick") {
        let checked = check::check(dir)?;
        remarks.extend(sound(dir, &checked)?);
    }
    let text = properties(dir, &meta, &loaded, &place, &given);
    remarks.iter().for_each(|remark| cx.note(remark));
    match matches.get_one::<PathBuf>("to-kafka") {
        None => cx.out.line(text.trim_end())?,
        Some(file) => {
            let new = Fs::default().replace(file, text.as_bytes());
            new.map_err(|error| failure::file("write", file.display(), &error))?;
            let image = &loaded.image;
            cx.out.line(format!(
                "{} is in order: node {} of cluster {}, {}, {}",
                dir.display(),
                meta.node_id,
                meta.cluster_id,
                several(image.topics.len(), "topic"),
                several(image.topics.partition_count(), "partition"),
            ))?;
            cx.out.line(format!("{RELEASE} starts on it by   kafka-server-start.sh {}", file.display()))?;
        }
    }
    cx.hint(&format!("kt serve --data {}   takes it back, once Kafka has stopped", dir.display()));
    Ok(())
}

/// Stopped, and stopped in order; with metadata that kt, and so Kafka, understands.
fn in_order(dir: &Path, meta: &Meta) -> Result<Loaded, Failure> {
    let held = Folder::keep_others_out(dir)
        .map_err(|why| Failure::new(why.to_string()).hint_if_any(why.hint()).exit(Exit::Conflict))?;
    drop(held);
    let metadata = dir.join(log::FOLDER);
    if !metadata.exists() {
        return Err(Failure::new(format!("no broker has run on {} yet: there is nothing to hand over", dir.display()))
            .hint("kafka-server-start.sh runs on a freshly formatted folder as it is"));
    }
    let clean = CleanShutdown::read(dir).map_err(|error| Failure::new(error.to_string()))?;
    if clean.is_none() {
        return Err(Failure::new(format!("the last broker on {} was not stopped in order", dir.display()))
            .because("what it had not synced is recovered at the next start, and better by who wrote it")
            .hint(format!("kt serve --data {}   and stop it with Ctrl-C; then hand over", dir.display())));
    }
    let loaded = load::load(&metadata, meta.cluster_id.clone(), meta.node_id)
        .map_err(|why| Failure::new(format!("the metadata cannot be handed over: {why}")))?;
    if let Some(name) = &loaded.open_transaction {
        let name = name.as_deref().unwrap_or_default();
        return Err(Failure::new(format!("the metadata ends in the middle of a change ({name})"))
            .hint(format!("kt serve --data {}   takes it back at its start", dir.display())));
    }
    Ok(loaded)
}

/// What the metadata has that this program keeps without understanding it.
fn unknown(image: &Image) -> Vec<String> {
    match image.unknown.len() {
        0 => Vec::new(),
        count => vec![format!(
            "the metadata holds {} of a type that {RELEASE} does not know: a later release wrote here",
            several(count, "record")
        )],
    }
}

fn sound(dir: &Path, checked: &Checked) -> Result<Vec<String>, Failure> {
    let of = |level| checked.findings.iter().filter(move |finding| finding.level == level);
    let faults: Vec<String> =
        of(check::Level::Fault).map(|finding| format!("{}: {}", finding.file, finding.what)).collect();
    if faults.is_empty() {
        return Ok(of(check::Level::Remark).map(|finding| format!("{}: {}", finding.file, finding.what)).collect());
    }
    let what = format!("{} is not in order: {}", dir.display(), several(faults.len(), "fault"));
    Err(faults
        .into_iter()
        .take(10)
        .fold(Failure::new(what), Failure::because)
        .hint(format!("kt dump-log check {}   shows all of it", dir.display())))
}

struct Place {
    listen: (String, u16),
    controller: (String, u16),
}

fn address(text: &str) -> Result<(String, u16), Failure> {
    let wrong = || Failure::usage(format!("'{text}' is no address")).hint("HOST:PORT, such as 127.0.0.1:9092");
    let (host, port) = text.rsplit_once(':').ok_or_else(wrong)?;
    let port: u16 = port.parse().map_err(|_| wrong())?;
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let is_address = bare.parse::<Ipv6Addr>().is_ok() || (bare, port).to_socket_addrs().is_ok();
    if is_address { Ok((host.to_owned(), port)) } else { Err(wrong()) }
}

/// Keys that say where and as whom the broker runs: the folder decides them, and the flags.
const DECIDED: [&str; 12] = [
    "process.roles",
    "node.id",
    "broker.id",
    "listeners",
    "advertised.listeners",
    "controller.listener.names",
    "controller.quorum.voters",
    "controller.quorum.bootstrap.servers",
    "inter.broker.listener.name",
    "security.inter.broker.protocol",
    "log.dir",
    "log.dirs",
];

/// What kt starts with where nobody says otherwise, and Kafka would not.
const ONE_BROKER: [(&str, &str); 6] = [
    ("offsets.topic.replication.factor", "1"),
    ("transaction.state.log.replication.factor", "1"),
    ("transaction.state.log.min.isr", "1"),
    ("share.coordinator.state.topic.replication.factor", "1"),
    ("share.coordinator.state.topic.min.isr", "1"),
    ("group.initial.rebalance.delay.ms", "0"),
];

fn properties(dir: &Path, meta: &Meta, loaded: &Loaded, place: &Place, given: &Properties) -> String {
    let ((host, port), (controller, controller_port)) = (&place.listen, &place.controller);
    let mut text =
        format!("# For {RELEASE}, on the folder of kt's that log.dirs names. Written by kt storage hand-over.\n");
    let mut set = |key: &str, value: &str| {
        let _ = writeln!(text, "{key}={}", value.replace('\\', "\\\\"));
    };
    set("process.roles", "broker,controller");
    set("node.id", &meta.node_id.to_string());
    set("log.dirs", &dir.to_string_lossy());
    set("listeners", &format!("PLAINTEXT://{host}:{port},CONTROLLER://{controller}:{controller_port}"));
    set("advertised.listeners", &format!("PLAINTEXT://{host}:{port}"));
    set("inter.broker.listener.name", "PLAINTEXT");
    set("controller.listener.names", "CONTROLLER");
    let map = given.get("listener.security.protocol.map").filter(|map| map.contains("CONTROLLER:"));
    set("listener.security.protocol.map", map.unwrap_or("CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"));
    // Where the voters are in the log, naming them in the file as well would be an error.
    if loaded.image.kraft_version == 0 {
        set("controller.quorum.voters", &format!("{}@{controller}:{controller_port}", meta.node_id));
    } else {
        set("controller.quorum.bootstrap.servers", &format!("{controller}:{controller_port}"));
    }
    for (key, value) in ONE_BROKER {
        if given.get(key).is_none() {
            set(key, value);
        }
    }
    for entry in given.iter() {
        if !DECIDED.contains(&entry.key.as_str()) && entry.key != "listener.security.protocol.map" {
            set(&entry.key, &entry.value);
        }
    }
    text
}
