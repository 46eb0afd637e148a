//! One partition on disk, in Kafka's format to the byte: docs/log-format.md.
//!
//! A [`Log`] is owned by one partition and changed under that partition's lock; its [`LogView`] is read by anyone at any
//! time. Nothing here is async, and nothing here knows a request. What must hold: offsets grow without end, what is
//! published is in the file, and after a failed write or sync the log takes nothing more ([`LogError::Offline`]).
//!
//! - [`append`]: judge, place, write, index, publish; [`producers`] for idempotence and transactions, [`snapshot`]
//!   for their state on disk, [`verify`] for transactions that are about to begin; [`validate`] for what a client sends, outside of the lock
//! - [`view`], [`search`]: reading by offset and by time; [`segment`], [`index`], [`txn_index`], [`scan`] below them
//! - [`open`], [`recover`], [`replay`]: from a folder to a log, after an orderly stop or a crash
//! - [`roll`], [`retention`], [`truncate`]: the life of segments; [`flush`]: what to sync; [`checkpoint`], [`epochs`]: small files
//! - [`fs`]: the one place where files are changed; [`config`], [`error`], [`names`]
//!
//! [`clean`] is compaction: it rewrites closed segments to `.cleaned` files, renames them to `.swap`, and replaces the
//! inputs in the view's list; [`open`] completes or discards what it may leave behind.

pub mod append;
pub mod checkpoint;
pub mod clean;
pub mod config;
pub mod epochs;
pub mod error;
pub mod flush;
pub mod fs;
pub mod index;
pub mod names;
pub mod open;
pub mod producers;
mod reader;
pub mod recover;
pub mod replay;
pub mod retention;
pub mod roll;
pub mod scan;
pub mod search;
pub mod segment;
pub mod snapshot;
pub mod truncate;
pub mod txn_index;
pub mod validate;
pub mod verify;
pub mod view;

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;

pub use append::{Append, Appended};
pub use config::{CleanupPolicy, LogConfig, TargetCompression};
pub use error::LogError;
pub use flush::{Sync, SyncSet};
pub use fs::Fs;
pub use open::OpenHints;
pub use producers::{Origin, Producer};
pub use retention::Removed;
pub use search::TimestampOffset;
pub use verify::{Guard, Verified};
pub use view::{LogView, Slice};

use crate::protocol::batch::BatchHeader;
use producers::Producers;
use segment::Segment;
use verify::Verifications;

/// The appending side of a partition's log. One owner, under one lock.
pub struct Log {
    view: Arc<LogView>,
    fs: Fs,
    config: Arc<LogConfig>,
    /// The last of the view's segments.
    active: Arc<Segment>,
    next_offset: i64,
    /// The largest timestamp of the active segment's first append; `None` when it is empty, or not looked at yet.
    roll_timestamp: Option<i64>,
    created_ms: i64,
    jitter_ms: i64,
    producers: Producers,
    verifications: Verifications,
    /// Offsets of the snapshot files.
    snapshots: BTreeSet<i64>,
    last_snapshot: i64,
    /// Appended to since it was opened.
    dirty: bool,
    /// Files have come or gone in the folder since its last sync.
    unsynced_dir: bool,
    unsynced_epochs: bool,
    /// An epoch was assigned that has no record yet.
    unwritten_epochs: bool,
    /// The folder itself is new, and `partition.metadata` in it.
    unsynced_folder: bool,
    /// Of the append at hand; kept for their memory.
    headers: Vec<BatchHeader>,
    header_bytes: Vec<u8>,
}

impl Log {
    pub fn view(&self) -> &Arc<LogView> {
        &self.view
    }

    pub fn log_end(&self) -> i64 {
        self.next_offset
    }

    pub fn config(&self) -> &Arc<LogConfig> {
        &self.config
    }

    /// New settings; they hold from the next append on.
    pub fn set_config(&mut self, config: Arc<LogConfig>) {
        self.view.config.store(config.clone());
        self.config = config;
    }

    /// The producers' state, for DescribeProducers and its like.
    pub fn producers(&self) -> impl Iterator<Item = (i64, &Producer)> {
        self.producers.iter()
    }

    pub fn producer(&self, id: i64) -> Option<&Producer> {
        self.producers.get(id)
    }

    /// A producer wants to write in a transaction. `None` if that is open here; if not, the coordinator is to be asked
    /// first, and the guard comes with the append.
    pub fn begin_verification(&mut self, id: i64, epoch: i16, sequence: i32, now_ms: i64) -> Option<Guard> {
        if self.producers.get(id).is_some_and(|p| p.epoch == epoch && p.txn_first_offset.is_some()) {
            return None;
        }
        Some(self.verifications.begin(id, epoch, sequence, now_ms))
    }

    /// The time of the last record of the oldest open transaction, to notice one that hangs.
    pub fn oldest_txn_timestamp(&self) -> Option<i64> {
        self.producers.oldest_txn_timestamp()
    }

    /// Forgets producers that have been idle for `producer.id.expiration.ms`. Returns how many.
    pub fn expire_producers(&mut self, now_ms: i64) -> usize {
        self.verifications.expire(now_ms, self.config.producer_id_expiration_ms);
        self.producers.expire(now_ms, self.config.producer_id_expiration_ms)
    }

    /// The high watermark has moved: transactions whose markers are below it are decided for readers.
    pub fn high_watermark(&mut self, high_watermark: i64) {
        if self.producers.high_watermark(high_watermark) {
            self.publish_first_unstable();
        }
    }

    /// Notes that a leader of this epoch starts at the log's end, as a new leader does. It goes to disk with the first
    /// record of the epoch: one without records leaves no trace, here as in the original.
    pub fn assign_epoch(&mut self, epoch: i32) -> Result<(), LogError> {
        self.check_online()?;
        self.unwritten_epochs |= self.view.epochs.write().assign(epoch, self.next_offset);
        Ok(())
    }

    fn note_epoch(&mut self, epoch: i32, start_offset: i64) -> Result<(), LogError> {
        if !self.unwritten_epochs && !self.view.epochs.read().needs(epoch, start_offset) {
            return Ok(());
        }
        self.change_epochs(|epochs| epochs.assign(epoch, start_offset))
    }

    fn change_epochs(&mut self, change: impl FnOnce(&mut epochs::Epochs) -> bool) -> Result<(), LogError> {
        let text = {
            let mut epochs = self.view.epochs.write();
            if !change(&mut epochs) && !self.unwritten_epochs {
                return Ok(());
            }
            checkpoint::epochs_text(epochs.entries())
        };
        self.unwritten_epochs = false;
        self.unsynced_epochs = true;
        self.unsynced_dir = true;
        let path = self.view.dir.join(names::LEADER_EPOCHS);
        self.fs.replace_unsynced(&path, text.as_bytes()).map_err(|e| self.failed("write leader epochs of", &e))
    }

    fn publish_first_unstable(&self) {
        let start = self.view.log_start();
        let first = self.producers.first_unstable().map_or(i64::MAX, |first| first.max(start));
        self.view.first_unstable.store(first, Ordering::Release);
    }

    fn check_online(&self) -> Result<(), LogError> {
        match self.view.offline() {
            None => Ok(()),
            Some(why) => Err(LogError::Offline(why)),
        }
    }

    /// An operation on the log's files has failed: the log goes offline.
    fn failed(&self, what: &str, error: &io::Error) -> LogError {
        self.view.take_offline(&format!("cannot {what} {}: {error}", self.view.dir.display()))
    }
}

#[cfg(test)]
mod tests;
