//! `kt features`, kafka-features: which levels the cluster is at, and changing them.

use std::collections::BTreeMap;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use super::context::Context;
use super::failure::Failure;
use super::options::{BOOTSTRAP, COMMAND_CONFIG, CONTROLLERS, Given, Opt};
use super::said::Said;
use super::storage::features as levels;
use super::tool::{Example, Exclusive, Group, Kafka, Options, Parser, SubCommand, Thrown, Tool, Verbs};
use crate::broker::controller::features::{METADATA_VERSION, METADATA_VERSIONS, level_of_version, version_name};
use crate::client::admin::features::Direction;
use crate::output::java::hash_order;
use crate::output::kafka::{java_hash, left};
use crate::output::table::Table;

const FEATURE: Opt = Opt::value("feature", "NAME=LEVEL", "one feature and its level").repeats();
const RELEASE: Opt = Opt::value("release-version", "VERSION", "everything to the levels of a release");
const METADATA: Opt = Opt::value("metadata", "VERSION", "metadata.version alone").deprecated("release-version");
const DRY_RUN: Opt = Opt::flag("dry-run", "only check");
const UNSAFE: Opt = Opt::flag("unsafe", "even where metadata would be lost");

static PARSER: Parser = Parser {
    program: "kafka-features",
    options: &[
        BOOTSTRAP,
        CONTROLLERS,
        COMMAND_CONFIG,
        Opt::flag("describe", "a flag of Kafka 3").gone("--describe is a sub-command since Kafka 3.3", "describe"),
        Opt::flag("upgrade-all", "a flag of Kafka 3")
            .gone("--upgrade-all is gone since Kafka 3.3", "upgrade --release-version 4.3"),
        Opt::flag("downgrade-all", "a flag of Kafka 3")
            .gone("--downgrade-all is gone since Kafka 3.3", "downgrade --release-version 4.2"),
        Opt::flag("dry-run", "now behind the sub-command")
            .gone("--dry-run goes behind the sub-command since Kafka 3.3", ""),
    ],
    exclusive: &[Exclusive { names: &["bootstrap-server", "bootstrap-controller"], required: true }],
    commands: &[
        SubCommand {
            name: "describe",
            about: "the levels there are, and those that hold",
            options: &[Opt::value("node-id", "N", "which node to ask").int()],
            exclusive: &[],
        },
        SubCommand {
            name: "upgrade",
            about: "raise levels",
            options: &[METADATA, RELEASE, FEATURE, DRY_RUN],
            exclusive: &[],
        },
        SubCommand {
            name: "downgrade",
            about: "lower levels",
            options: &[METADATA, RELEASE, FEATURE, UNSAFE, DRY_RUN],
            exclusive: &[],
        },
        SubCommand {
            name: "disable",
            about: "set features to level 0",
            options: &[Opt::value("feature", "NAME", "the feature").repeats(), UNSAFE, DRY_RUN],
            exclusive: &[],
        },
        SubCommand {
            name: "version-mapping",
            about: "the levels of all features in a release",
            options: &[Opt::value("release-version", "VERSION", "the release").default("the newest")],
            exclusive: &[],
        },
        SubCommand {
            name: "feature-dependencies",
            about: "what the level of a feature needs",
            options: &[Opt::value("feature", "NAME=LEVEL", "the feature and its level").required().repeats()],
            exclusive: &[],
        },
    ],
    bare_is_help: false,
    positionals: &[],
};

pub const TOOL: Tool = Tool {
    script: Some("kafka-features"),
    kafka: Some(Kafka { options: Options::Argparse(&PARSER), thrown: Thrown::STDERR, act }),
    verbs: Some(Verbs { command, default: None, connects: true, act: own_act }),
    changes: &["set"],
    examples: &[
        Example { line: "kt features list", does: "the levels of the cluster" },
        Example { line: "kt features set group.version=1 --dry-run", does: "whether a level could be set" },
        Example { line: "kt features --bootstrap-server broker:9092 describe", does: "in Kafka's flags" },
    ],
    ..Tool::own("features", Group::Cluster, "show and change the levels of the cluster's features")
};

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    match given.command {
        Some("describe") => describe(given.int("node-id")?, cx),
        Some("version-mapping") => levels::mapping(given.one("release-version")?, cx),
        Some("feature-dependencies") => levels::dependencies(&given.all("feature"), cx),
        Some("disable") => {
            let mut updates = Vec::new();
            for name in given.all("feature") {
                put(&mut updates, name, 0)?;
            }
            update("disable", updates, downgrade(given), given.has("dry-run"), cx)
        }
        Some("upgrade") => {
            let updates = wanted(given, true, cx)?;
            update("upgrade", updates, Direction::Upgrade, given.has("dry-run"), cx)
        }
        _ => {
            let updates = wanted(given, false, cx)?;
            update("downgrade", updates, downgrade(given), given.has("dry-run"), cx)
        }
    }
}

fn downgrade(given: &Given) -> Direction {
    if given.has("unsafe") { Direction::UnsafeDowngrade } else { Direction::SafeDowngrade }
}

fn command(command: Command) -> Command {
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    command.subcommand(Command::new("list").about("the levels of the cluster")).subcommand(
        Command::new("set")
            .about("raise or lower levels")
            .arg(
                Arg::new("features")
                    .value_name("NAME=LEVEL")
                    .required(true)
                    .num_args(1..)
                    .help("Features and their new levels: group.version=1"),
            )
            .arg(flag("unsafe", "Also where metadata would be lost")),
    )
}

fn own_act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let Some(("set", matches)) = matches.subcommand() else { return describe(None, cx) };
    let mut updates = Vec::new();
    for text in matches.get_many::<String>("features").into_iter().flatten() {
        let (name, level) = name_and_level(text)?;
        put(&mut updates, &name, level)?;
    }
    let client = cx.client()?;
    let now = cx.block_on(client.describe_features(None))??.finalized;
    let lower = |(name, level): &(String, i16)| *level < now.get(name).copied().unwrap_or(0);
    let (down, up): (Vec<_>, Vec<_>) = updates.into_iter().partition(lower);
    if !down.is_empty() && !up.is_empty() {
        return Err(Failure::usage("levels can be raised or lowered, not both at once"));
    }
    let dry_run = cx.is_dry_run();
    let direction = if matches.get_flag("unsafe") { Direction::UnsafeDowngrade } else { Direction::SafeDowngrade };
    match down.is_empty() {
        true => update("upgrade", up, Direction::Upgrade, dry_run, cx),
        false => update("downgrade", down, direction, dry_run, cx),
    }
}

/// The widths of the original's columns.
const NAME: usize = 41;
const LEVEL: usize = 16;

fn level_word(feature: &str, level: i16) -> String {
    if feature != METADATA_VERSION {
        return level.to_string();
    }
    version_name(level).map_or_else(|| format!("UNKNOWN {level}"), str::to_owned)
}

fn describe(node: Option<i32>, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let found = cx.block_on(client.describe_features(node))??;
    let epoch = found.epoch.map_or_else(|| "-".to_owned(), |epoch| epoch.to_string());
    let mut text = String::new();
    let mut table = Table::new(&["FEATURE", "FIRST", "LAST", "LEVEL"]);
    let mut rows = Vec::new();
    for (name, (first, last)) in &found.supported {
        let level = found.finalized.get(name).copied().unwrap_or(0);
        let [first_word, last_word, word] = [*first, *last, level].map(|level| level_word(name, level));
        // Java's `%-20s` and the like.
        text += &format!(
            "Feature: {} SupportedMinVersion: {} SupportedMaxVersion: {} FinalizedVersionLevel: {} Epoch: {epoch}\n",
            left(name, NAME),
            left(&first_word, LEVEL),
            left(&last_word, LEVEL),
            left(&word, LEVEL),
        );
        table.row([name.as_str().into(), first_word.into(), last_word.into(), word.into()]);
        rows.push(json!({ "feature": name, "first": first, "last": last, "level": level }));
    }
    cx.report(&Said::new(text, table, Value::Array(rows)))
}

fn name_and_level(text: &str) -> Result<(String, i16), Failure> {
    let wrong = |why: String| Failure::usage(format!("Can't parse feature=level string {text}: {why}"));
    let (name, level) = text.split_once('=').ok_or_else(|| wrong("equals sign not found.".into()))?;
    let level = level.trim();
    let number = level.parse().map_err(|_| wrong(format!("unable to parse {level} as a short.")))?;
    Ok((name.trim().to_owned(), number))
}

fn put(updates: &mut Vec<(String, i16)>, name: &str, level: i16) -> Result<(), Failure> {
    if updates.iter().any(|(known, _)| known == name) {
        return Err(Failure::usage(format!("Feature {name} was specified more than once.")));
    }
    updates.push((name.to_owned(), level));
    Ok(())
}

/// The level of metadata.version of a release that is for production.
fn metadata_level(version: &str) -> Result<i16, Failure> {
    let known = &METADATA_VERSIONS[..METADATA_VERSIONS.len() - 1];
    level_of_version(version).filter(|level| known.iter().any(|(l, _)| l == level)).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(_, name)| *name).collect();
        Failure::usage(format!(
            "Unknown metadata.version {version}. Supported metadata.version are {}",
            names.join(", ")
        ))
    })
}

fn wanted(given: &Given, upgrade: bool, cx: &mut Context) -> Result<Vec<(String, i16)>, Failure> {
    let mut updates = Vec::new();
    if let Some(release) = given.one("release-version")? {
        if given.count(&["metadata", "feature"]) > 0 {
            return Err(Failure::usage("Can not specify `release-version` with other feature flags."));
        }
        let level = metadata_level(release)?;
        put(&mut updates, METADATA_VERSION, level)?;
        for feature in levels::others() {
            let of_release = feature.default_at(level);
            // A feature that the release has not is left alone on the way up.
            if !upgrade || of_release > 0 {
                put(&mut updates, feature.name, of_release)?;
            }
        }
        return Ok(updates);
    }
    if let Some(version) = given.one("metadata")? {
        cx.out.line(" `metadata` flag is deprecated and may be removed in a future release.")?;
        put(&mut updates, METADATA_VERSION, metadata_level(version)?)?;
    }
    for text in given.all("feature") {
        let (name, level) = name_and_level(text)?;
        put(&mut updates, &name, level)?;
    }
    Ok(updates)
}

fn update(
    act: &'static str,
    updates: Vec<(String, i16)>,
    direction: Direction,
    dry_run: bool,
    cx: &mut Context,
) -> Result<(), Failure> {
    if updates.is_empty() {
        return Err(Failure::usage(format!("You must specify at least one feature to {act}")));
    }
    let client = cx.client()?;
    // The original asks for them in the order of its hash map, and tells their fates in the order of their names.
    let updates = hash_order(updates, |(name, _)| java_hash(name));
    let outcomes = cx.block_on(client.update_features(&updates, direction, dry_run))??;
    let wanted: BTreeMap<&str, i16> = updates.iter().map(|(name, level)| (name.as_str(), *level)).collect();
    let outcomes: BTreeMap<String, _> = outcomes.into_iter().collect();
    let mut text = String::new();
    let mut table = Table::new(&["FEATURE", ">LEVEL", "OUTCOME"]);
    let mut rows = Vec::new();
    let mut failed = Vec::new();
    let many = outcomes.len();
    for (name, outcome) in outcomes {
        let level = wanted.get(name.as_str()).copied().unwrap_or(0);
        let what = if act == "disable" { String::new() } else { format!(" to {level}") };
        let word = match &outcome {
            Ok(()) if dry_run => format!("{name} can be {act}d{what}.\n"),
            Ok(()) => format!("{name} was {act}d{what}.\n"),
            Err(error) if dry_run => format!("Can not {act} {name}{what}. {}\n", error.java()),
            Err(error) => format!("Could not {act} {name}{what}. {}\n", error.java()),
        };
        text += &word;
        let fate = match &outcome {
            Ok(()) if dry_run => "can be set".to_owned(),
            Ok(()) => "set".to_owned(),
            Err(error) => error.what(),
        };
        table.row([name.as_str().into(), level.to_string().into(), fate.clone().into()]);
        rows.push(json!({ "feature": name, "level": level, "outcome": fate, "done": outcome.is_ok() }));
        failed.extend(outcome.err());
    }
    cx.report(&Said::new(text, table, Value::Array(rows)))?;
    match failed.first() {
        None => cx.done(),
        Some(_) => {
            let all = format!("{} out of {many} operation(s) failed.", failed.len());
            let failures = failed.iter().map(|error| Failure::from(error.clone()));
            Failure::several(failures, failed.len() < many).map_or(Ok(()), |failure| Err(failure.kafka(all)))
        }
    }
}
