//! The cluster's metadata: a log of records, and the image that they make.
//!
//! A change is decided ([`topics`], [`configs`], [`features`], [`brokers`], [`producer_ids`]: pure functions of image
//! and request), appended to the metadata log ([`log`]) and applied to the next [`Image`] ([`apply`]); starting is
//! applying ([`load`]). One mutex orders the changes; readers take the image and never wait. What must hold: the
//! published image never says what the log has not got, and after a failed write nothing changes any more.

pub mod acls;
pub mod apply;
pub mod bootstrap;
pub mod brokers;
pub mod configs;
pub mod decide;
pub mod directories;
pub mod elections;
pub mod features;
pub mod image;
pub mod load;
pub mod log;
pub mod place;
pub mod producer_ids;
pub mod quorum;
pub mod quotas;
pub mod reassignments;
pub mod record;
pub mod scram;
pub mod shared_map;
pub mod snapshot;
pub mod topics;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arc_swap::ArcSwap;
use kt_codec::k_raft_version_record::KRaftVersionRecord;
use kt_codec::voters_record::VotersRecord;
use kt_codec::{Message, Str};
use parking_lot::Mutex;

use apply::ApplyError;
use load::LoadError;
use log::MetadataLog;
use record::{Record, RecordError};

use crate::broker::log::{Fs, LogError};

pub use decide::{Decision, Refusal, SystemRandom};
pub use image::{Image, TopicChange};

/// A stop writes a snapshot when a start would have to read more than this behind the last one.
const WORTH_A_SNAPSHOT: u64 = 1 << 20;

/// What a controller starts from.
#[derive(Clone)]
pub struct Options {
    /// The data folder; the metadata log is `__cluster_metadata-0` in it.
    pub folder: PathBuf,
    pub cluster_id: Str,
    pub node_id: i32,
    /// The last stop was an orderly one.
    pub clean_shutdown: bool,
    /// Sync each change before it is acknowledged (`--fsync always`).
    pub sync_always: bool,
    /// `metadata.log.max.record.bytes.between.snapshots`
    pub snapshot_bytes: u64,
    /// `metadata.log.segment.bytes`
    pub segment_bytes: u32,
    /// The broker's `min.insync.replicas`, which a new cluster records for all brokers.
    pub min_insync_replicas: i32,
    pub fs: Fs,
    pub now_ms: fn() -> i64,
}

/// Why there is no controller.
#[derive(Debug)]
pub enum OpenError {
    Load(LoadError),
    Log(LogError),
    Change(ChangeError),
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Load(error) => error.fmt(f),
            Self::Log(error) => error.fmt(f),
            Self::Change(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for OpenError {}

/// Why nothing has changed.
#[derive(Debug, Clone)]
pub enum ChangeError {
    /// The log cannot be written; this and all later changes are refused.
    Log(LogError),
    /// The decision's records cannot be encoded, or do not fit the image: a mistake of this program.
    Broken(String),
}

impl std::fmt::Display for ChangeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Log(error) => write!(f, "the metadata cannot be changed: {error}"),
            Self::Broken(why) => write!(f, "the metadata was not changed, for the change is not a valid one: {why}"),
        }
    }
}

impl std::error::Error for ChangeError {}

impl From<ApplyError> for ChangeError {
    fn from(error: ApplyError) -> ChangeError {
        ChangeError::Broken(error.to_string())
    }
}

impl From<RecordError> for ChangeError {
    fn from(error: RecordError) -> ChangeError {
        ChangeError::Broken(error.to_string())
    }
}

/// A decision that is in the log and in the image.
#[derive(Debug)]
pub struct Changed<T> {
    pub reply: T,
    pub before: Arc<Image>,
    pub after: Arc<Image>,
}

impl<T> Changed<T> {
    /// The topics that differ: for logs to be made and taken away before the answer.
    pub fn topics(&self) -> Vec<TopicChange> {
        self.after.topics.since(&self.before.topics)
    }
}

/// The one place where metadata changes.
pub struct Controller {
    image: ArcSwap<Image>,
    log: Mutex<MetadataLog>,
    epoch: i32,
    snapshot_bytes: u64,
    now_ms: fn() -> i64,
}

impl Controller {
    /// Loads the folder's metadata and begins a new epoch; an empty folder gets the records of a new cluster.
    pub fn open(options: Options) -> Result<Controller, OpenError> {
        let dir = options.folder.join(log::FOLDER);
        let mut loaded = load::load(&dir, options.cluster_id.clone(), options.node_id).map_err(OpenError::Load)?;
        let bootstrap = if loaded.image.is_bootstrapped() {
            Vec::new()
        } else {
            bootstrap::records(&options.folder, options.min_insync_replicas).map_err(OpenError::Load)?
        };
        let mut image = std::mem::replace(&mut loaded.image, Image::empty(Str::default()));
        let opening = log::Opening {
            fs: options.fs.clone(),
            dir: &dir,
            node_id: options.node_id,
            clean_shutdown: options.clean_shutdown,
            sync_always: options.sync_always,
            segment_bytes: options.segment_bytes,
            now_ms: (options.now_ms)(),
        };
        let log = MetadataLog::open(opening, &loaded, &mut image).map_err(OpenError::Log)?;
        let controller = Controller {
            image: ArcSwap::from_pointee(image),
            epoch: log.epoch(),
            log: Mutex::new(log),
            snapshot_bytes: options.snapshot_bytes,
            now_ms: options.now_ms,
        };
        let mut records: Vec<Record> = Vec::new();
        if loaded.open_transaction.is_some() {
            records.push(bootstrap::abort());
        }
        records.extend(bootstrap);
        controller.change(|_| Decision { records, reply: () }).map_err(OpenError::Change)?;
        Ok(controller)
    }

    /// The current image. Cheap; take it once for each request.
    pub fn image(&self) -> Arc<Image> {
        self.image.load_full()
    }

    /// The epoch of this start.
    pub fn epoch(&self) -> i32 {
        self.epoch
    }

    /// Whether changes are refused, and why.
    pub fn offline(&self) -> Option<Arc<str>> {
        self.log.lock().offline()
    }

    /// Decides on the current image, writes the decision's records and publishes the next image, before any other
    /// change. With `sync_always` it returns after the sync.
    pub fn change<T>(&self, decide: impl FnOnce(&Image) -> Decision<T>) -> Result<Changed<T>, ChangeError> {
        let mut log = self.log.lock();
        let before = self.image.load_full();
        let Decision { records, reply } = decide(&before);
        if records.is_empty() {
            return Ok(Changed { reply, after: before.clone(), before });
        }
        let level = before.metadata_level();
        let encode = |record: &Record| record.encode(level).map_err(|e| ChangeError::Broken(e.to_string()));
        let values = records.iter().map(encode).collect::<Result<Vec<_>, _>>()?;
        let mut next = (*before).clone();
        for value in &values {
            // What is applied is what a start would read.
            next.apply(Record::decode(value.clone())?)?;
        }
        log.append(&values, &mut next, (self.now_ms)()).map_err(ChangeError::Log)?;
        let after = Arc::new(next);
        self.image.store(after.clone());
        Ok(Changed { reply, before, after })
    }

    /// Raises kraft.version: from now on the log says who votes.
    pub fn raise_quorum(&self, level: i16, voters: &VotersRecord) -> Result<(), ChangeError> {
        let mut log = self.log.lock();
        let mut next = (*self.image.load_full()).clone();
        if next.kraft_version >= level {
            return Ok(());
        }
        let unwritable = |e: kt_codec::EncodeError| ChangeError::Broken(e.to_string());
        let voters = voters.to_bytes(0).map_err(unwritable)?;
        let version = KRaftVersionRecord { k_raft_version: level, ..Default::default() };
        let version = version.to_bytes(0).map_err(unwritable)?;
        log.raise_quorum(version, voters.clone(), &mut next, (self.now_ms)()).map_err(ChangeError::Log)?;
        (next.kraft_version, next.voters) = (level, Some(voters));
        self.image.store(Arc::new(next));
        Ok(())
    }

    /// Makes all changes so far survive a power cut. Blocks, but not the changes that go on meanwhile.
    pub fn sync(&self) -> Result<(), LogError> {
        let (fs, set) = {
            let mut log = self.log.lock();
            (log.fs().clone(), log.unsynced()?)
        };
        if set.is_empty() {
            return Ok(());
        }
        let done = set.run(&fs);
        self.log.lock().synced(&set, done)
    }

    /// Writes a snapshot if enough has been written since the last one. Blocks, but not the changes that go on
    /// meanwhile.
    pub fn snapshot_if_due(&self) -> Result<bool, LogError> {
        let due = self.log.lock().bytes_since_snapshot() >= self.snapshot_bytes;
        if due {
            self.snapshot()?;
        }
        Ok(due)
    }

    /// Writes a snapshot of the current image. Blocks.
    pub fn snapshot(&self) -> Result<(), LogError> {
        let (fs, dir) = {
            let log = self.log.lock();
            (log.fs().clone(), log.dir().to_path_buf())
        };
        let image = self.image();
        let now_ms = (self.now_ms)();
        let id = snapshot::write(&fs, &dir, &image, now_ms)
            .map_err(|error| LogError::io("write a snapshot in", Path::new(&dir), &error))?;
        self.log.lock().snapshot_written(id, now_ms)
    }

    /// An orderly stop. Changes are refused from now on.
    pub fn close(&self) -> Result<(), LogError> {
        if self.log.lock().bytes_since_snapshot() > WORTH_A_SNAPSHOT {
            self.snapshot()?;
        }
        self.log.lock().close()
    }
}

#[cfg(test)]
mod tests;
