//! The records that a new cluster begins with.

use std::path::Path;

use super::features::{ELIGIBLE_LEADERS, FEATURES, KRAFT_VERSION, METADATA_VERSION};
use super::image::ResourceType;
use super::load::{LoadError, snapshot_records};
use super::record::{
    AbortTransactionRecord, BeginTransactionRecord, ConfigRecord, EndTransactionRecord, FeatureLevelRecord, Record,
};

/// What formatting writes, for the first start to find: a snapshot of the feature levels alone.
pub const FILE: &str = "bootstrap.checkpoint";

/// All features at their last levels: metadata.version first, the others by name, as the original formats.
pub fn features() -> Vec<Record> {
    let others = FEATURES.iter().filter(|f| f.name != METADATA_VERSION && f.name != KRAFT_VERSION);
    let first = FEATURES.iter().filter(|f| f.name == METADATA_VERSION);
    first.chain(others).map(|feature| level(feature.name, feature.last)).collect()
}

pub fn level(name: &'static str, level: i16) -> Record {
    FeatureLevelRecord { name: name.into(), feature_level: level, ..Default::default() }.into()
}

/// The first records of the log: those of the folder's `bootstrap.checkpoint` (without one, all features), within a
/// transaction where the level knows those. Eligible leader replicas need a cluster-wide min.insync.replicas.
pub fn records(folder: &Path, min_insync_replicas: i32) -> Result<Vec<Record>, LoadError> {
    let file = folder.join(FILE);
    let found = if file.exists() { snapshot_records(&file)? } else { features() };
    let level_of = |name: &str| {
        found.iter().find_map(|record| match record {
            Record::FeatureLevel(feature) if &*feature.name == name => Some(feature.feature_level),
            _ => None,
        })
    };
    let eligible_leaders = level_of(ELIGIBLE_LEADERS).unwrap_or(0) > 0;
    let transactions = level_of(METADATA_VERSION).unwrap_or(0) >= super::record::level::TRANSACTIONS;
    let mut records = Vec::with_capacity(found.len() + 3);
    if transactions {
        let begin = BeginTransactionRecord { name: Some("Bootstrap records".into()), ..Default::default() };
        records.push(begin.into());
    }
    records.extend(found);
    if eligible_leaders {
        let config = ConfigRecord {
            resource_type: ResourceType::BROKER.0,
            resource_name: "".into(),
            name: "min.insync.replicas".into(),
            value: Some(min_insync_replicas.to_string().into()),
            ..Default::default()
        };
        records.push(config.into());
    }
    if transactions {
        records.push(EndTransactionRecord::default().into());
    }
    Ok(records)
}

/// Ends a transaction that a controller left open when it went.
pub fn abort() -> Record {
    AbortTransactionRecord { reason: Some("Controller failover".into()), ..Default::default() }.into()
}
