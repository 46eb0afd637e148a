//! `kt storage`, kafka-storage: a data folder before a broker is on it. Formatting, looking whose it is, ids, and what
//! levels go with a release.

pub mod features;
mod format;
mod hand_over;
mod info;
mod scram;
mod verbs;

use std::path::{Path, PathBuf};

pub use verbs::meta;

use super::context::Context;
use super::failure::{self, Failure};
use super::options::{Given, Opt};
use super::tool::{Example, Exclusive, Group, Kafka, Options, Parser, SubCommand, Thrown, Tool, Verbs};
use crate::broker::controller::decide::{Random, SystemRandom};
use crate::config::broker::BrokerConfig;
use crate::config::sources::Sources;

const CONFIG: Opt = Opt::value("config", "FILE", "the broker's server.properties").short('c').required();

const FORMAT: &[Opt] = &[
    CONFIG,
    Opt::value("cluster-id", "UUID", "the id of the cluster").short('t').required(),
    Opt::value("add-scram", "MECHANISM=[…]", "a user to begin with: SCRAM-SHA-256=[name=alice,password=…]")
        .short('S')
        .repeats(),
    Opt::flag("ignore-formatted", "leave folders alone that are formatted already").short('g'),
    Opt::value("release-version", "VERSION", "the release whose levels all features get").short('r'),
    Opt::value("feature", "NAME=LEVEL", "the level of one feature").short('f').repeats(),
    Opt::flag("standalone", "a quorum of this node alone, kept in the log").short('s'),
    Opt::flag("no-initial-controllers", "no quorum yet").short('N'),
    Opt::value("initial-controllers", "ID@HOST:PORT:UUID,…", "the quorum, kept in the log").short('I'),
];

static PARSER: Parser = Parser {
    program: "kafka-storage",
    options: &[],
    exclusive: &[],
    commands: &[
        SubCommand { name: "info", about: "whose the data folders are", options: &[CONFIG], exclusive: &[] },
        SubCommand {
            name: "format",
            about: "make the data folders those of a cluster",
            options: FORMAT,
            exclusive: &[Exclusive {
                names: &["standalone", "no-initial-controllers", "initial-controllers"],
                required: false,
            }],
        },
        SubCommand {
            name: "version-mapping",
            about: "the levels of all features in a release",
            options: &[Opt::value("release-version", "VERSION", "the release (default: the newest)").short('r')],
            exclusive: &[],
        },
        SubCommand {
            name: "feature-dependencies",
            about: "what the level of a feature needs",
            options: &[Opt::value("feature", "NAME=LEVEL", "the feature and its level")
                .short('f')
                .required()
                .repeats()],
            exclusive: &[],
        },
        SubCommand { name: "random-uuid", about: "a new id", options: &[], exclusive: &[] },
    ],
    bare_is_help: false,
    positionals: &[],
};

pub const TOOL: Tool = Tool {
    script: Some("kafka-storage"),
    kafka: Some(Kafka { options: Options::Argparse(&PARSER), thrown: Thrown::STDERR, act }),
    verbs: Some(Verbs { command: verbs::command, default: None, connects: false, act: verbs::act }),
    examples: &[
        Example { line: "kt storage random-uuid", does: "a new id for a cluster" },
        Example {
            line: "kt storage format --standalone -t \"$(kt storage random-uuid)\" -c server.properties",
            does: "make the folders of that file those of a new cluster",
        },
        Example { line: "kt storage info -c server.properties", does: "whose they are" },
        Example { line: "kt storage info DIR", does: "whose a folder is, in what state, and what its metadata says" },
        Example {
            line: "kt storage hand-over DIR --to-kafka server.properties",
            does: "check a stopped folder, and write what Apache Kafka starts on it with",
        },
    ],
    verb_examples: &[Example { line: "kt storage uuid", does: "an id for kt storage format" }],
    quirks: &["kt serve formats an empty folder by itself"],
    ..Tool::own("storage", Group::Files, "format a data folder, or look whose it is")
};

const VOTERS: &str = "controller.quorum.voters";
const BOOTSTRAP_SERVERS: &str = "controller.quorum.bootstrap.servers";

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    match given.command {
        Some("info") => info::run(&config(given)?, cx),
        Some("format") => format::run(&config(given)?, given, cx),
        Some("version-mapping") => features::mapping(given.one("release-version")?, cx),
        Some("feature-dependencies") => features::dependencies(&given.all("feature"), cx),
        Some("random-uuid") => Ok(cx.out.line(SystemRandom.uuid().to_string())?),
        other => unreachable!("the parser knows no command {other:?}"),
    }
}

fn config(given: &Given) -> Result<BrokerConfig, Failure> {
    let path = given.one("config")?.unwrap_or_default();
    let bytes = std::fs::read(path).map_err(|error| failure::file("read", path, &error))?;
    let mut sources = Sources::default();
    sources.file(path, &bytes).map_err(|wrong| Failure::new(wrong.to_string()))?;
    check_quorum(&sources)?;
    BrokerConfig::read(sources).map_err(|wrong| Failure::new(wrong.to_string()))
}

/// With roles there is a quorum, and it has to be named one way or the other.
fn check_quorum(sources: &Sources) -> Result<(), Failure> {
    let names = |key: &str| sources.get(key).is_some_and(|value| !value.trim().is_empty());
    if !names("process.roles") || names(VOTERS) || names(BOOTSTRAP_SERVERS) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "If using process.roles, either {BOOTSTRAP_SERVERS} must contain the set of bootstrap controllers or {VOTERS} must \
         contain a parseable set of controllers."
    ))
    .hint(format!("add {BOOTSTRAP_SERVERS}=localhost:9093")))
}

/// The folders of the logs and of the metadata, sorted, each once; in full, as the original prints them.
fn folders(config: &BrokerConfig) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = config.log_dirs.iter().chain(&config.metadata_log_dir).cloned().collect();
    all.sort();
    all.dedup();
    all
}

/// The folder that holds the metadata log.
fn metadata_folder(config: &BrokerConfig) -> Option<&Path> {
    config.metadata_log_dir.as_deref().or(config.log_dirs.first().map(PathBuf::as_path))
}
