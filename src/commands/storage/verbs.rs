//! kt's own words for data folders: `kt storage info DIR`, `format DIR`, `uuid` and `hand-over`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use serde::Serialize;

use super::hand_over;
use crate::broker::controller::decide::{Random, SystemRandom};
use crate::broker::controller::record::level;
use crate::broker::controller::{bootstrap, load, log};
use crate::broker::folder::{self, Folder, Meta};
use crate::broker::log::Fs;
use crate::broker::log::checkpoint::CleanShutdown;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::said::Done;
use crate::commands::serve::settings::default_folder;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

pub fn command(command: Command) -> Command {
    let dir = || Arg::new("dir").value_name("DIR").value_parser(value_parser!(PathBuf));
    command.subcommands([
        Command::new("info")
            .about("Whose a data folder is, and in what state")
            .arg(dir().help("The data folder [default: kt serve's]")),
        Command::new("format")
            .about("Make an empty folder one of a new cluster; kt serve does so by itself")
            .arg(dir().required(true).help("The folder, which may be missing yet"))
            .arg(
                Arg::new("cluster-id")
                    .long("cluster-id")
                    .value_name("UUID")
                    .help("The id of the cluster [default: a new one]"),
            )
            .arg(
                Arg::new("node-id")
                    .long("node-id")
                    .value_name("ID")
                    .value_parser(value_parser!(i32).range(0..))
                    .default_value("1")
                    .help("The id of the broker"),
            ),
        Command::new("uuid").about("A new id"),
        hand_over::command(Command::new("hand-over")).arg(dir().help("The data folder [default: kt serve's]")),
    ])
}

pub fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("info", matches)) => info(&dir(matches), cx),
        Some(("format", matches)) => format(matches, cx),
        Some(("hand-over", matches)) => hand_over::act(&dir(matches), matches, cx),
        _ => {
            let id = SystemRandom.uuid().to_string();
            cx.report(&Done::new(&*id, "ID", "id", &*id))
        }
    }
}

fn dir(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("dir").cloned().unwrap_or_else(default_folder)
}

/// Whose a folder is; a folder of nobody's is not found.
pub fn meta(dir: &Path) -> Result<Meta, Failure> {
    if !dir.is_dir() {
        return Err(Failure::new(format!("there is no folder {}", dir.display())).exit(Exit::NotFound));
    }
    let meta = folder::read_meta(dir).map_err(|why| Failure::new(why.to_string()).hint_if_any(why.hint()))?;
    meta.ok_or_else(|| {
        Failure::new(format!("{} is no data folder: it has no {}", dir.display(), folder::META))
            .hint(format!("kt storage format {}   makes it one", dir.display()))
            .exit(Exit::NotFound)
    })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Info {
    folder: String,
    cluster_id: String,
    node_id: i32,
    directory_id: String,
    /// `in use`, `stopped`, or `not stopped in order`.
    state: &'static str,
    metadata_version: Option<i16>,
    features: BTreeMap<String, i16>,
    topics: usize,
    partitions: usize,
    /// Why the metadata cannot be served by kt.
    refused: Option<String>,
}

fn info(dir: &Path, cx: &mut Context) -> Result<(), Failure> {
    let meta = meta(dir)?;
    let lock = Folder::keep_others_out(dir);
    let clean = CleanShutdown::read(dir).ok().flatten().is_some();
    let state = match (&lock, clean) {
        (Err(_), _) => "in use",
        (Ok(_), true) => "stopped",
        (Ok(_), false) if dir.join(log::FOLDER).exists() => "not stopped in order",
        (Ok(_), false) => "formatted",
    };
    let loaded = load::load(&dir.join(log::FOLDER), meta.cluster_id.clone(), meta.node_id);
    let mut info = Info {
        folder: dir.display().to_string(),
        cluster_id: meta.cluster_id.to_string(),
        node_id: meta.node_id,
        directory_id: meta.directory_id.to_string(),
        state,
        metadata_version: None,
        features: BTreeMap::new(),
        topics: 0,
        partitions: 0,
        refused: None,
    };
    match loaded {
        Ok(loaded) => {
            let image = &loaded.image;
            info.features = image.features.iter().map(|(name, level)| (name.to_string(), *level)).collect();
            info.metadata_version = image.is_bootstrapped().then(|| image.metadata_level());
            info.topics = image.topics.len();
            info.partitions = image.topics.partition_count();
        }
        Err(why) => info.refused = Some(why.to_string()),
    }
    cx.report(&info)
}

impl Info {
    fn rows(&self) -> Vec<(&'static str, String)> {
        let mut rows = vec![
            ("folder", self.folder.clone()),
            ("cluster id", self.cluster_id.clone()),
            ("node", self.node_id.to_string()),
            ("directory id", self.directory_id.clone()),
            ("state", self.state.to_owned()),
        ];
        match &self.refused {
            Some(why) => rows.push(("refused", why.clone())),
            None => {
                let level = |(name, level): (&String, &i16)| format!("{name}={level}");
                rows.push(("features", self.features.iter().map(level).collect::<Vec<_>>().join(" ")));
                rows.push(("topics", self.topics.to_string()));
                rows.push(("partitions", self.partitions.to_string()));
            }
        }
        rows
    }
}

impl Report for Info {
    fn kafka(&self, out: &mut Sink) -> std::io::Result<()> {
        self.rows().into_iter().try_for_each(|(name, value)| out.line(format!("{name}: {value}")))
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["WHAT", "VALUE"]);
        for (name, value) in self.rows() {
            table.row([Cell::new(name), Cell::new(value)]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> std::io::Result<()> {
        self.rows().into_iter().try_for_each(|(name, value)| screen.line(format!("{name:<12}  {value}")))
    }
}

fn format(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let dir = dir(matches);
    let mut random = SystemRandom;
    let cluster_id = match matches.get_one::<String>("cluster-id") {
        Some(text) => text.parse().map_err(|why: &str| {
            Failure::usage(format!("'{text}' is no id of a cluster: {why}")).hint("kt storage uuid   makes one")
        })?,
        None => random.uuid(),
    };
    std::fs::create_dir_all(&dir).map_err(|e| crate::commands::failure::file("make the folder", dir.display(), &e))?;
    let there = folder::read_meta(&dir).map_err(|why| Failure::new(why.to_string()).hint_if_any(why.hint()))?;
    if let Some(meta) = there {
        return Err(Failure::new(format!("{} belongs to the cluster {} already", dir.display(), meta.cluster_id))
            .hint(format!("kt storage info {}", dir.display()))
            .exit(Exit::Conflict));
    }
    let node_id = matches.get_one("node-id").copied().unwrap_or(1);
    let meta = Meta { cluster_id: cluster_id.to_string().into(), node_id, directory_id: random.uuid() };
    folder::write_formatted(&Fs::default(), &dir, &meta, &bootstrap::features(), level::LATEST)
        .map_err(|why| Failure::new(why.to_string()))?;
    cx.out.line(format!("Formatted {} for node {node_id} of cluster {}", dir.display(), meta.cluster_id))?;
    cx.hint(&format!("kt serve --data {}", dir.display()));
    Ok(())
}
