//! `kt storage format`: what a cluster begins with, written into each folder; last whose the folder is.

use std::path::{Path, PathBuf};

use kt_codec::Uuid;
use kt_codec::voters_record::{Endpoint, KRaftVersionFeature, Voter, VotersRecord};

use super::features::{NEWEST, level, others};
use super::{VOTERS, folders, metadata_folder, scram};
use crate::broker::controller::decide::{Random, SystemRandom};
use crate::broker::controller::features::{
    ELIGIBLE_LEADERS, ELIGIBLE_LEADERS_NEED, KRAFT_VERSION, METADATA_VERSION, version_name,
};
use crate::broker::controller::record::level::LATEST as NEWEST_LEVEL;
use crate::broker::controller::record::{Record, UserScramCredentialRecord};
use crate::broker::controller::{bootstrap, log, snapshot};
use crate::broker::folder::{self, META, Meta, read_meta};
use crate::broker::log::Fs;
use crate::clock::Clock;
use crate::commands::context::Context;
use crate::commands::failure::{self, Failure};
use crate::commands::options::Given;
use crate::config::broker::BrokerConfig;

/// The first level of metadata.version with SCRAM users in the log.
const SCRAM_NEEDS: i16 = 11;

/// What the folders begin with.
struct Beginning {
    cluster_id: String,
    node_id: i32,
    level: i16,
    records: Vec<Record>,
    voters: Vec<Voter>,
}

pub fn run(config: &BrokerConfig, given: &Given, cx: &mut Context) -> Result<(), Failure> {
    let levels = levels(given)?;
    let voters = voters(config, given)?;
    let beginning = Beginning {
        cluster_id: given.text("cluster-id")?.unwrap_or_default(),
        node_id: config.node_id.ok_or_else(|| Failure::new("the file names no node.id"))?,
        level: levels.metadata,
        records: records(&levels, given)?,
        voters,
    };
    let folders = folders(config);
    let mut empty = Vec::new();
    for folder in &folders {
        if check(folder, &beginning)? {
            empty.push(folder);
        } else if !given.has("ignore-formatted") {
            return Err(Failure::new(format!(
                "Log directory {} is already formatted. Use --ignore-formatted to ignore this directory and format the \
                 others.",
                folder.display()
            )));
        }
    }
    if empty.is_empty() {
        return Ok(cx.out.line("All of the log directories are already formatted.")?);
    }
    cx.out.line(shown(&beginning))?;
    let version = version_name(beginning.level).unwrap_or_default();
    for folder in empty {
        let is_metadata = metadata_folder(config) == Some(folder);
        let voter = is_metadata && !beginning.voters.is_empty();
        let kind = match (is_metadata, voter) {
            (_, true) => "dynamic metadata voter directory",
            (true, false) => "metadata directory",
            (false, false) => "data directory",
        };
        cx.out.line(format!("Formatting {kind} {} with metadata.version {version}.", folder.display()))?;
        write(folder, &beginning, voter)?;
    }
    Ok(())
}

struct Levels {
    metadata: i16,
    /// By name, those at level 0 left out.
    others: Vec<(&'static str, i16)>,
}

fn levels(given: &Given) -> Result<Levels, Failure> {
    let mut named = Vec::new();
    for text in given.all("feature") {
        let (name, number) = text
            .split_once('=')
            .ok_or_else(|| Failure::new(format!("Can't parse feature=level string {text}: equals sign not found.")))?;
        let number: i16 = number.parse().map_err(|_| {
            Failure::new(format!("Can't parse feature=level string {text}: unable to parse {number} as a short."))
        })?;
        named.push((name, number));
    }
    let named_level = |name: &str| named.iter().rev().find(|(n, _)| *n == name).map(|(_, level)| *level);
    let metadata = match (given.one("release-version")?, named_level(METADATA_VERSION)) {
        (Some(_), Some(_)) => {
            return Err(Failure::new(
                "Use --release-version instead of --feature metadata.version=X to avoid ambiguity.",
            ));
        }
        (release, None) => level(release.unwrap_or(NEWEST), false)?,
        (None, Some(level)) => match version_name(level).filter(|_| level <= NEWEST_LEVEL) {
            Some(_) => level,
            None => return Err(Failure::new(format!("No MetadataVersion with feature level {level}."))),
        },
    };
    let known = |name: &str| name == METADATA_VERSION || others().any(|f| f.name == name);
    if let Some((unknown, _)) = named.iter().find(|(name, _)| !known(name)) {
        let mut names: Vec<&str> = others().map(|f| f.name).collect();
        names.sort_unstable();
        return Err(Failure::new(format!(
            "Unsupported feature: {unknown}. Supported features are: {}",
            names.join(", ")
        )));
    }
    let mut levels = Vec::new();
    for feature in others() {
        let level = named_level(feature.name).unwrap_or(feature.default_at(metadata));
        if !(feature.first..=feature.last).contains(&level) {
            return Err(Failure::new(format!("No feature:{} with feature level {level}", feature.name)));
        }
        if feature.name == ELIGIBLE_LEADERS && level > 0 && metadata < ELIGIBLE_LEADERS_NEED {
            return Err(Failure::new(format!(
                "{ELIGIBLE_LEADERS} could not be set to {level} because it depends on {METADATA_VERSION} level \
                 {ELIGIBLE_LEADERS_NEED}"
            )));
        }
        // The quorum's level is in control records.
        if feature.name != KRAFT_VERSION && level > 0 {
            levels.push((feature.name, level));
        }
    }
    levels.sort_unstable();
    Ok(Levels { metadata, others: levels })
}

fn records(levels: &Levels, given: &Given) -> Result<Vec<Record>, Failure> {
    let mut records = vec![bootstrap::level(METADATA_VERSION, levels.metadata)];
    records.extend(levels.others.iter().map(|(name, level)| bootstrap::level(name, *level)));
    for text in given.all("add-scram") {
        if levels.metadata < SCRAM_NEEDS {
            let version = version_name(SCRAM_NEEDS).unwrap_or_default();
            return Err(Failure::new(format!("SCRAM is only supported in metadata.version {version} or later.")));
        }
        records.push(scram::credential(text)?.into());
    }
    Ok(records)
}

/// The quorum that is to be kept in the log: none where the configuration names the voters.
fn voters(config: &BrokerConfig, given: &Given) -> Result<Vec<Voter>, Failure> {
    let wanted = given.has("standalone") || given.has("initial-controllers");
    let configured = config.fixed().get(VOTERS).is_some_and(|voters| !voters.trim().is_empty());
    if wanted && configured {
        return Err(Failure::new(
            "You cannot specify controller.quorum.voters and format the node with --initial-controllers or --standalone. \
             If you want to use dynamic quorum, please remove controller.quorum.voters and specify \
             controller.quorum.bootstrap.servers instead.",
        ));
    }
    let is_controller = config.fixed().get("process.roles").is_some_and(|roles| roles.contains("controller"));
    if !wanted && !configured && is_controller && !given.has("no-initial-controllers") {
        return Err(Failure::new(
            "Because controller.quorum.voters is not set on this controller, you must specify one of the following: \
             --standalone, --initial-controllers, or --no-initial-controllers.",
        ));
    }
    if let Some(text) = given.one("initial-controllers")? {
        return text.split(',').map(|voter| parse_voter(voter, config)).collect();
    }
    if !given.has("standalone") {
        return Ok(Vec::new());
    }
    if !is_controller {
        return Err(Failure::new("You can only use --standalone on a controller."));
    }
    let listener = config.listeners.controller.first().ok_or_else(|| Failure::new("No controller listeners found."))?;
    let host = if listener.host.is_empty() { "localhost" } else { &listener.host };
    let id = config.node_id.unwrap_or_default();
    Ok(vec![voter(id, SystemRandom.uuid(), &listener.name, host, listener.port)])
}

/// `ID@HOST:PORT:UUID`
fn parse_voter(text: &str, config: &BrokerConfig) -> Result<Voter, Failure> {
    let wrong = |why: &str| Failure::new(format!("{why} in dynamic voter string.")).because(format!("it is '{text}'"));
    let (id, rest) = text.trim().split_once('@').ok_or_else(|| wrong("No @ found"))?;
    let id: i32 = id.parse().ok().filter(|id| *id >= 0).ok_or_else(|| wrong("Failed to parse voter id"))?;
    let (rest, directory) = rest.rsplit_once(':').ok_or_else(|| wrong("No colon found"))?;
    let directory: Uuid = directory.parse().map_err(|_| wrong("Failed to parse directory ID"))?;
    let (host, port) = rest.rsplit_once(':').ok_or_else(|| wrong("No colon found"))?;
    let port: u16 = port.parse().map_err(|_| wrong("Failed to parse port"))?;
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let name = config.listeners.controller.first().map_or("CONTROLLER", |listener| &listener.name);
    Ok(voter(id, directory, name, host, port))
}

fn voter(id: i32, directory: Uuid, name: &str, host: &str, port: u16) -> Voter {
    Voter {
        voter_id: id,
        voter_directory_id: directory,
        endpoints: vec![Endpoint { name: name.into(), host: host.into(), port, ..Default::default() }],
        k_raft_version_feature: KRaftVersionFeature { max_supported_version: 1, ..Default::default() },
        ..Default::default()
    }
}

/// Whether the folder is still to be formatted; a folder of another cluster or node is an error.
fn check(folder: &Path, beginning: &Beginning) -> Result<bool, Failure> {
    let Some(meta) = read_meta(folder).map_err(|error| Failure::new(error.to_string()))? else { return Ok(true) };
    let invalid = |what: &str, expected: &str, read: &str| {
        let file = folder.join(META);
        Failure::new(format!("Invalid {what} in: {}. Expected {expected}, but read {read}", file.display()))
    };
    if *meta.cluster_id != beginning.cluster_id {
        return Err(invalid("cluster.id", &beginning.cluster_id, &meta.cluster_id));
    }
    if meta.node_id != beginning.node_id {
        return Err(invalid("node.id", &beginning.node_id.to_string(), &meta.node_id.to_string()));
    }
    Ok(false)
}

fn write(folder: &Path, beginning: &Beginning, voter: bool) -> Result<(), Failure> {
    let broken = |path: PathBuf| move |error: std::io::Error| failure::file("write", path.display(), &error);
    std::fs::create_dir_all(folder).map_err(broken(folder.to_path_buf()))?;
    let fs = Fs::default();
    // A voter is known by the directory that it was named with.
    let own = beginning.voters.iter().find(|v| v.voter_id == beginning.node_id).filter(|_| voter);
    let directory_id = own.map_or_else(|| SystemRandom.uuid(), |v| v.voter_directory_id);
    if voter {
        let dir = folder.join(log::FOLDER);
        let path = snapshot::SnapshotId { end: 0, epoch: 0 }.path(&dir);
        let record = VotersRecord { voters: beginning.voters.clone(), ..Default::default() };
        let bytes = snapshot::quorum_file(1, &record, Clock::System.now_ms()).map_err(broken(path.clone()))?;
        std::fs::create_dir_all(&dir).map_err(broken(dir.clone()))?;
        fs.replace(&path, &bytes).map_err(broken(path.clone()))?;
    }
    let meta = Meta { cluster_id: beginning.cluster_id.as_str().into(), node_id: beginning.node_id, directory_id };
    folder::write_formatted(&fs, folder, &meta, &beginning.records, beginning.level)
        .map_err(|error| Failure::new(error.to_string()))
}

/// The original's line, which is the text of its Java objects.
fn shown(beginning: &Beginning) -> String {
    let record = |record: &Record| {
        let text = match record {
            Record::FeatureLevel(feature) => {
                format!("FeatureLevelRecord(name='{}', featureLevel={})", feature.name, feature.feature_level)
            }
            Record::UserScramCredential(credential) => credential_text(credential),
            other => other.name().to_owned(),
        };
        format!("ApiMessageAndVersion({text} at version 0)")
    };
    let records: Vec<String> = beginning.records.iter().map(record).collect();
    format!(
        "Bootstrap metadata: BootstrapMetadata(records=[{}], metadataVersionLevel={}, source=format command)",
        records.join(", "),
        beginning.level
    )
}

fn credential_text(credential: &UserScramCredentialRecord) -> String {
    let signed = |bytes: &[u8]| bytes.iter().map(|b| (*b as i8).to_string()).collect::<Vec<_>>().join(", ");
    format!(
        "UserScramCredentialRecord(name='{}', mechanism={}, salt=[{}], storedKey=[{}], serverKey=[{}], iterations={})",
        credential.name,
        credential.mechanism,
        signed(&credential.salt),
        signed(&credential.stored_key),
        signed(&credential.server_key),
        credential.iterations
    )
}
