//! Snapshots of the metadata log: `00000000000000000042-0000000003.checkpoint` holds what the records below offset 42
//! amount to, of which the last was of epoch 3.
//!
//! The file is a little log of its own: a control batch that begins it, records, a control batch that ends it, so one
//! that is cut off is told from a whole one. `bootstrap.checkpoint`, which formatting writes, has the same form. What
//! must hold: reading back the records of an image gives an equal image, records of unknown types included.

use std::io;
use std::path::{Path, PathBuf};

use kt_codec::k_raft_version_record::KRaftVersionRecord;
use kt_codec::snapshot_footer_record::SnapshotFooterRecord;
use kt_codec::snapshot_header_record::SnapshotHeaderRecord;
use kt_codec::voters_record::VotersRecord;
use kt_codec::{EncodeError, Message, Str};

use super::image::Image;
use super::record::{
    ClientQuotaRecord, ConfigRecord, FeatureLevelRecord, ProducerIdsRecord, Record, TopicRecord, ZkMigrationStateRecord,
};
use crate::broker::log::Fs;
use crate::protocol::batch::BatchBuilder;
use crate::protocol::control::ControlType;

const SUFFIX: &str = ".checkpoint";
/// Behind the name while it is being written.
const PART: &str = ".checkpoint.part";
/// Bytes of records in a batch, about.
const BATCH_BYTES: usize = 1 << 20;

/// Which snapshot: everything below `end`, whose last record was of `epoch`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SnapshotId {
    pub end: i64,
    pub epoch: i32,
}

impl SnapshotId {
    pub fn path(self, dir: &Path) -> PathBuf {
        dir.join(format!("{:020}-{:010}{SUFFIX}", self.end, self.epoch))
    }

    pub fn parse(name: &str) -> Option<SnapshotId> {
        let (end, epoch) = name.strip_suffix(SUFFIX)?.split_once('-')?;
        if end.len() != 20 || epoch.len() != 10 || !end.bytes().chain(epoch.bytes()).all(|b| b.is_ascii_digit()) {
            return None;
        }
        Some(SnapshotId { end: end.parse().ok()?, epoch: epoch.parse().ok()? })
    }

    /// All in a folder, the oldest first.
    pub fn list(dir: &Path) -> io::Result<Vec<SnapshotId>> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(dir)? {
            found.extend(entry?.file_name().to_str().and_then(SnapshotId::parse));
        }
        found.sort_unstable();
        Ok(found)
    }
}

/// Removes what a crash left of snapshots that were being written.
pub fn remove_parts(fs: &Fs, dir: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(|name| name.ends_with(PART)) {
            fs.remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Writes the snapshot of an image; it is on disk when this returns.
pub fn write(fs: &Fs, dir: &Path, image: &Image, now_ms: i64) -> io::Result<SnapshotId> {
    let id = SnapshotId { end: image.next_offset, epoch: image.epoch };
    let values = encode_all(&records(image), image.metadata_level())?;
    let bytes = file(id.epoch, image.timestamp_ms.max(0), &control(image)?, &values, now_ms)?;
    let path = id.path(dir);
    let part = path.with_extension(&PART[1..]);
    fs.replace_unsynced(&part, &bytes)?;
    fs.sync(&fs.open(&part)?)?;
    fs.rename(&part, &path)?;
    fs.sync_dir(dir)?;
    Ok(id)
}

/// The bytes of `bootstrap.checkpoint` with these records, for a cluster at this metadata.version.
pub fn bootstrap_file(records: &[Record], level: i16, now_ms: i64) -> io::Result<Vec<u8>> {
    file(0, 0, &[], &encode_all(records, level)?, now_ms)
}

/// The bytes of the first snapshot of a quorum whose voters are in the log (kraft.version 1 and later).
pub fn quorum_file(kraft_version: i16, voters: &VotersRecord, now_ms: i64) -> io::Result<Vec<u8>> {
    let version = KRaftVersionRecord { k_raft_version: kraft_version, ..Default::default() };
    let control = [
        (ControlType::KraftVersion, version.to_bytes(0).map_err(unwritable)?),
        (ControlType::KraftVoters, voters.to_bytes(0).map_err(unwritable)?),
    ];
    file(0, now_ms, &control, &[], now_ms)
}

fn encode_all(records: &[Record], level: i16) -> io::Result<Vec<bytes::Bytes>> {
    records.iter().map(|record| record.encode(level).map_err(unwritable)).collect()
}

fn unwritable(error: EncodeError) -> io::Error {
    io::Error::other(format!("a metadata record cannot be written: {error}"))
}

/// The control records of an image's quorum, empty while the voters come from the configuration.
fn control(image: &Image) -> io::Result<Vec<(ControlType, bytes::Bytes)>> {
    if image.kraft_version == 0 {
        return Ok(Vec::new());
    }
    let version = KRaftVersionRecord { k_raft_version: image.kraft_version, ..Default::default() };
    let version = version.to_bytes(0).map_err(unwritable)?;
    let mut control = vec![(ControlType::KraftVersion, version)];
    control.extend(image.voters.clone().map(|voters| (ControlType::KraftVoters, voters)));
    Ok(control)
}

fn file(
    epoch: i32,
    last_timestamp_ms: i64,
    control: &[(ControlType, bytes::Bytes)],
    values: &[bytes::Bytes],
    now_ms: i64,
) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut next = 0i64;
    let mut push = |builder: BatchBuilder| {
        let count = i64::from(builder.count());
        bytes.extend(builder.base_offset(next).leader_epoch(epoch).build());
        next += count;
    };
    let mut head = BatchBuilder::new().control();
    let header = SnapshotHeaderRecord { last_contained_log_timestamp: last_timestamp_ms, ..Default::default() };
    let header = header.to_bytes(0).map_err(unwritable)?;
    head.append(now_ms, Some(&ControlType::SnapshotHeader.key()), Some(&header));
    for (kind, value) in control {
        head.append(now_ms, Some(&kind.key()), Some(value));
    }
    push(head);
    let mut batch = BatchBuilder::new();
    for value in values {
        batch.append(now_ms, None, Some(value));
        if batch.size() >= BATCH_BYTES {
            push(std::mem::take(&mut batch));
        }
    }
    if !batch.is_empty() {
        push(batch);
    }
    let mut foot = BatchBuilder::new().control();
    let footer = SnapshotFooterRecord::default().to_bytes(0).map_err(unwritable)?;
    foot.append(now_ms, Some(&ControlType::SnapshotFooter.key()), Some(&footer));
    push(foot);
    Ok(bytes)
}

/// The records that make an image from nothing, in the original's order: features first, for they say which versions
/// the others have; a topic before its configs would matter in the log, here configs come after all topics.
pub fn records(image: &Image) -> Vec<Record> {
    let level = image.metadata_level();
    let mut records = Vec::new();
    let feature = |(name, level): (&Str, &i16)| -> Record {
        FeatureLevelRecord { name: name.clone(), feature_level: *level, ..Default::default() }.into()
    };
    let (version, others): (Vec<_>, Vec<_>) = image.features.iter().partition(|(name, _)| **name == "metadata.version");
    records.extend(version.into_iter().chain(others).map(feature));
    if image.zk_migration_state != 0 {
        let state = ZkMigrationStateRecord { zk_migration_state: image.zk_migration_state, ..Default::default() };
        records.push(state.into());
    }
    records.extend(image.brokers.values().map(|broker| Record::RegisterBroker((**broker).clone())));
    records.extend(image.controllers.values().map(|controller| Record::RegisterController((**controller).clone())));
    for topic in image.topics.iter() {
        let record =
            TopicRecord { name: topic.name.clone(), topic_id: topic.id, unknown_tags: topic.unknown_tags.clone() };
        records.push(record.into());
        records.extend(topic.partitions.iter().map(|p| Record::Partition(p.to_record(topic.id, level))));
    }
    for (resource, overrides) in image.configs.iter() {
        records.extend(overrides.iter().map(|(name, value)| {
            Record::Config(ConfigRecord {
                resource_type: resource.kind.0,
                resource_name: resource.name.clone(),
                name: name.as_str().into(),
                value: Some(value.as_str().into()),
                ..Default::default()
            })
        }));
    }
    records.extend(quotas(image));
    if let Some(ids) = image.producer_ids {
        let record = ProducerIdsRecord {
            broker_id: ids.broker_id,
            broker_epoch: ids.broker_epoch,
            next_producer_id: ids.next,
            ..Default::default()
        };
        records.push(record.into());
    }
    records.extend(image.acls.values().cloned().map(Record::from));
    records.extend(image.scram.values().cloned().map(Record::from));
    records.extend(image.tokens.values().cloned().map(Record::from));
    records.extend(image.unknown.iter().cloned().map(Record::Unknown));
    records
}

fn quotas(image: &Image) -> impl Iterator<Item = Record> {
    use kt_codec::client_quota_record::EntityData;
    image.quotas.iter().flat_map(|(entity, limits)| {
        limits.iter().map(move |(key, value)| {
            let part = |(kind, name): (&Str, &Option<Str>)| EntityData {
                entity_type: kind.clone(),
                entity_name: name.clone(),
                ..Default::default()
            };
            Record::ClientQuota(ClientQuotaRecord {
                entity: entity.iter().map(part).collect(),
                key: key.clone(),
                value: *value,
                ..Default::default()
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_its_offset_and_epoch() {
        let id = SnapshotId { end: 42, epoch: 3 };
        assert_eq!(id.path(Path::new("d")), Path::new("d/00000000000000000042-0000000003.checkpoint"));
        assert_eq!(SnapshotId::parse("00000000000000000042-0000000003.checkpoint"), Some(id));
        for other in ["bootstrap.checkpoint", "42-3.checkpoint", "00000000000000000042-0000000003.checkpoint.part", ""]
        {
            assert_eq!(SnapshotId::parse(other), None, "{other}");
        }
    }
}
