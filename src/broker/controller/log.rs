//! `__cluster_metadata-0`: appending to the metadata log, and keeping it short by snapshots.
//!
//! An ordinary log of record batches, one batch a decision, so that a decision is whole or not there. The epoch is a
//! new one with each start: `quorum-state` says so first, then a LeaderChange record. Everything here happens under
//! the controller's lock. A failed write takes the log offline (see [`crate::broker::log`]), and all later changes are
//! refused.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use kt_codec::leader_change_message::{LeaderChangeMessage, Voter};
use kt_codec::{Message, Uuid};

use super::decide::MAX_RECORDS;
use super::image::Image;
use super::load::Loaded;
use super::quorum::QuorumState;
use super::snapshot::{self, SnapshotId};
use crate::broker::log::{Append, Fs, Log, LogConfig, LogError, LogView, OpenHints, Origin, SyncSet, checkpoint};
use crate::protocol::batch::BatchBuilder;
use crate::protocol::control::{ControlType, raft_control_batch};

/// The folder of the metadata log within a data folder.
pub const FOLDER: &str = "__cluster_metadata-0";
/// Snapshots that are kept. The log reaches back to the older one, should the latest turn out to be damaged.
const KEPT_SNAPSHOTS: usize = 2;

pub struct MetadataLog {
    fs: Fs,
    dir: PathBuf,
    log: Log,
    view: Arc<LogView>,
    node_id: i32,
    epoch: i32,
    snapshots: Vec<SnapshotId>,
    bytes_since_snapshot: u64,
    sync_always: bool,
}

/// How to open the log; `loaded` is what [`super::load::load`] found in it.
pub struct Opening<'a> {
    pub fs: Fs,
    pub dir: &'a Path,
    pub node_id: i32,
    pub clean_shutdown: bool,
    /// Sync each change before it is acknowledged.
    pub sync_always: bool,
    pub segment_bytes: u32,
    pub now_ms: i64,
}

impl MetadataLog {
    /// Opens the log behind `image` and begins a new epoch in it.
    pub fn open(opening: Opening<'_>, loaded: &Loaded, image: &mut Image) -> Result<MetadataLog, LogError> {
        let Opening { fs, dir, now_ms, .. } = opening;
        let io = |what: &'static str| move |error: io::Error| LogError::io(what, dir, &error);
        if !dir.exists() {
            fs.create_dir(dir).map_err(io("make"))?;
        }
        snapshot::remove_parts(&fs, dir).map_err(io("tidy"))?;
        if checkpoint::read_topic_id(dir).map_err(io("read the topic id in"))?.is_none() {
            checkpoint::write_topic_id(&fs, dir, &Uuid::METADATA_TOPIC.to_string())
                .map_err(io("write the topic id in"))?;
        }
        let config = LogConfig { segment_bytes: opening.segment_bytes, ..LogConfig::default() };
        let vouched = loaded.snapshots.last().map_or(0, |s| s.end);
        let hints =
            OpenHints { clean_shutdown: opening.clean_shutdown, recovery_point: vouched, ..OpenHints::new_log() };
        let (mut log, view) = Log::open(&fs, dir, Arc::new(config), hints, now_ms)?;
        if log.log_end() < image.next_offset {
            // The snapshot knows more than the log: the log was cut, and starts over behind it.
            log.truncate_fully(image.next_offset, now_ms)?;
        }
        assert_eq!(log.log_end(), image.next_offset, "the log ends where loading it ended");
        let epoch = loaded.epoch.saturating_add(1);
        let version = i16::from(image.kraft_version >= 1);
        let voters = (version == 0).then(|| vec![opening.node_id]);
        let quorum = QuorumState { leader_id: opening.node_id, leader_epoch: epoch, voters, version };
        quorum.write(&fs, dir).map_err(io("write the quorum's state in"))?;
        let mut log = MetadataLog {
            fs,
            dir: dir.to_path_buf(),
            log,
            view,
            node_id: opening.node_id,
            epoch,
            snapshots: loaded.snapshots.clone(),
            bytes_since_snapshot: loaded.bytes_since_snapshot,
            sync_always: opening.sync_always,
        };
        let change = leader_change(opening.node_id);
        log.write(&raft_control_batch(ControlType::LeaderChange, &change, now_ms), now_ms)?;
        log.mark(image, now_ms);
        Ok(log)
    }

    pub fn epoch(&self) -> i32 {
        self.epoch
    }

    /// Whether the log takes changes, and why not.
    pub fn offline(&self) -> Option<Arc<str>> {
        self.view.offline()
    }

    /// Appends the records of one decision and moves the image's end behind them.
    pub fn append(&mut self, values: &[Bytes], image: &mut Image, now_ms: i64) -> Result<(), LogError> {
        let mut batches = Vec::new();
        // Only the start of a broker makes more records than fit a batch, and those need not be one change.
        for values in values.chunks(MAX_RECORDS) {
            let mut builder = BatchBuilder::new();
            for value in values {
                builder.append(now_ms, None, Some(value));
            }
            batches.extend(builder.build());
        }
        self.write(&batches, now_ms)?;
        self.mark(image, now_ms);
        if self.sync_always {
            self.sync()?;
        }
        Ok(())
    }

    /// Writes the control records of a quorum whose voters are in the log, and says so in `quorum-state`. The file comes
    /// last: without it the next start reads the records and writes it again.
    pub fn raise_quorum(
        &mut self,
        version: Bytes,
        voters: Bytes,
        image: &mut Image,
        now_ms: i64,
    ) -> Result<(), LogError> {
        let mut batches = raft_control_batch(ControlType::KraftVersion, &version, now_ms);
        batches.extend(raft_control_batch(ControlType::KraftVoters, &voters, now_ms));
        self.write(&batches, now_ms)?;
        self.mark(image, now_ms);
        self.sync()?;
        let quorum = QuorumState { leader_id: self.node_id, leader_epoch: self.epoch, voters: None, version: 1 };
        quorum.write(&self.fs, &self.dir).map_err(|e| LogError::io("write the quorum's state in", &self.dir, &e))
    }

    fn write(&mut self, batches: &[u8], now_ms: i64) -> Result<(), LogError> {
        self.log.append_leader(batches, &Append::new(Origin::Coordinator, self.epoch), now_ms)?;
        self.bytes_since_snapshot += batches.len() as u64;
        Ok(())
    }

    fn mark(&self, image: &mut Image, now_ms: i64) {
        image.next_offset = self.log.log_end();
        image.epoch = self.epoch;
        image.timestamp_ms = now_ms;
    }

    /// What makes everything so far survive a power cut, to be done outside of the controller's lock.
    pub fn unsynced(&mut self) -> Result<SyncSet, LogError> {
        self.log.flush(None)
    }

    /// What became of syncing that. A failed sync takes the log offline.
    pub fn synced(&self, set: &SyncSet, done: io::Result<()>) -> Result<(), LogError> {
        done.map_err(|e| self.view.take_offline(&format!("cannot sync {}: {e}", self.dir.display())))?;
        self.view.mark_flushed(set.up_to);
        Ok(())
    }

    /// Makes everything so far survive a power cut. Blocks.
    fn sync(&mut self) -> Result<(), LogError> {
        let set = self.unsynced()?;
        let done = set.run(&self.fs);
        self.synced(&set, done)
    }

    /// Bytes that a start would have to read behind the latest snapshot.
    pub fn bytes_since_snapshot(&self) -> u64 {
        self.bytes_since_snapshot
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub fn fs(&self) -> &Fs {
        &self.fs
    }

    /// A snapshot has been written: lets go of what it makes unnecessary.
    pub fn snapshot_written(&mut self, id: SnapshotId, now_ms: i64) -> Result<(), LogError> {
        if self.snapshots.last().is_some_and(|last| *last >= id) {
            return Ok(());
        }
        self.snapshots.push(id);
        self.bytes_since_snapshot = 0;
        while self.snapshots.len() > KEPT_SNAPSHOTS {
            let old = self.snapshots.remove(0);
            self.fs.remove(&old.path(&self.dir)).map_err(|e| LogError::io("remove a snapshot in", &self.dir, &e))?;
        }
        self.log.roll(now_ms)?;
        if self.snapshots.len() == KEPT_SNAPSHOTS {
            self.log.delete_records(self.snapshots[0].end)?;
            let gone = self.log.retention(now_ms, self.log.log_end())?;
            gone.delete_files(&self.fs).map_err(|e| LogError::io("remove a segment in", &self.dir, &e))?;
        }
        Ok(())
    }

    /// An orderly stop: everything is on disk when this returns, and the log takes nothing more.
    pub fn close(&mut self) -> Result<(), LogError> {
        let set = self.log.close()?;
        set.run(&self.fs).map_err(|e| LogError::io("sync", &self.dir, &e))
    }
}

/// In version 0 whatever the quorum's level: the original writes it so, and can read no other.
fn leader_change(node: i32) -> Bytes {
    let voter = || vec![Voter { voter_id: node, ..Default::default() }];
    let message =
        LeaderChangeMessage { leader_id: node, voters: voter(), granting_voters: voter(), ..Default::default() };
    message.to_bytes(0).expect("version 0 of a LeaderChange carries these fields")
}
