//! What readers of a log see: its segments and the offsets that bound it.
//!
//! Everything here may be called at any time from any thread while the owning [`Log`](super::Log) appends. What must
//! hold: `log_end` moves only after the batches below it are readable; a segment that has gone from the list stays
//! readable for whoever still holds it.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwap;
use parking_lot::RwLock;

use super::config::LogConfig;
use super::epochs::Epochs;
use super::error::LogError;
use super::fs;
use super::segment::Segment;
use super::txn_index::AbortedTxn;

/// A part of a log file: whole batches.
#[derive(Debug, Clone)]
pub struct Slice {
    pub file: Arc<File>,
    pub pos: u64,
    pub len: u64,
}

impl Slice {
    pub fn read(&self, out: &mut Vec<u8>) -> io::Result<()> {
        let start = out.len();
        out.resize(start + self.len as usize, 0);
        if fs::read_at(&self.file, &mut out[start..], self.pos)? < self.len as usize {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(())
    }
}

/// A read never spans more segments than this, so that it ends even over many tiny ones.
const MAX_SLICES: usize = 64;

pub struct LogView {
    pub(super) dir: Arc<Path>,
    pub(super) config: ArcSwap<LogConfig>,
    pub(super) segments: ArcSwap<Vec<Arc<Segment>>>,
    pub(super) log_start: AtomicI64,
    pub(super) log_end: AtomicI64,
    pub(super) flushed: AtomicI64,
    /// `i64::MAX` when nothing is unstable.
    pub(super) first_unstable: AtomicI64,
    pub(super) epochs: RwLock<Epochs>,
    pub(super) offline: OnceLock<Arc<str>>,
}

impl LogView {
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub fn config(&self) -> Arc<LogConfig> {
        self.config.load_full()
    }

    /// The offset of the first record that may be read.
    pub fn log_start(&self) -> i64 {
        self.log_start.load(Ordering::Acquire)
    }

    /// The offset that the next record gets.
    pub fn log_end(&self) -> i64 {
        self.log_end.load(Ordering::Acquire)
    }

    /// Everything below is on disk, whatever happens to the power: the recovery point.
    pub fn flushed(&self) -> i64 {
        self.flushed.load(Ordering::Acquire)
    }

    /// After the syncs of a flush have succeeded.
    pub fn mark_flushed(&self, up_to: i64) {
        self.flushed.fetch_max(up_to, Ordering::AcqRel);
    }

    /// What a reader of committed records may see, given the high watermark.
    pub fn last_stable(&self, high_watermark: i64) -> i64 {
        self.first_unstable.load(Ordering::Acquire).min(high_watermark)
    }

    /// Why the log takes no more, if it does not.
    pub fn offline(&self) -> Option<Arc<str>> {
        self.offline.get().cloned()
    }

    /// Latches the log: after a failed write or sync it must not pretend. The first reason stays.
    pub fn take_offline(&self, why: &str) -> LogError {
        let why = self.offline.get_or_init(|| {
            tracing::error!(dir = %self.dir.display(), "log goes offline: {why}");
            why.into()
        });
        LogError::Offline(why.clone())
    }

    pub fn segments(&self) -> Arc<Vec<Arc<Segment>>> {
        self.segments.load_full()
    }

    /// Bytes of batches on disk.
    pub fn size(&self) -> u64 {
        self.segments.load().iter().map(|s| s.size()).sum()
    }

    /// Bytes of the segments at or after the one that holds `offset`.
    pub fn size_from(&self, offset: i64) -> u64 {
        let segments = self.segments.load();
        segments[floor(&segments, offset)..].iter().map(|s| s.size()).sum()
    }

    /// Closes the files of segments that nobody has read since the last call.
    pub fn close_idle_files(&self) {
        self.segments.load().iter().for_each(|s| s.close_idle_files());
    }

    /// Whole batches from the one that holds `offset`, below `upper_bound` and no more than `max_bytes` of them; with
    /// `at_least_one` the first comes whatever its size. Nothing when `offset` is at or past the bound.
    pub fn read(
        &self,
        offset: i64,
        max_bytes: u64,
        upper_bound: i64,
        at_least_one: bool,
    ) -> Result<Vec<Slice>, LogError> {
        let (start, end) = (self.log_start(), self.log_end());
        if offset < start || offset > end {
            return Err(LogError::OffsetOutOfRange { offset, start, end });
        }
        let upper_bound = upper_bound.min(end);
        if offset >= upper_bound {
            return Ok(Vec::new());
        }
        let slices = self.over_swaps(|| self.read_slices(offset, max_bytes, upper_bound, at_least_one));
        slices.map_err(|e| self.read_failed(&e))
    }

    /// Looks once more when files had gone because compaction or retention took segments away at that moment.
    pub(super) fn over_swaps<T>(&self, look: impl Fn() -> io::Result<T>) -> io::Result<T> {
        let before = self.segments.load_full();
        match look() {
            Err(e) if e.kind() == io::ErrorKind::NotFound && !Arc::ptr_eq(&before, &self.segments.load()) => look(),
            done => done,
        }
    }

    fn read_slices(&self, offset: i64, max: u64, bound: i64, at_least_one: bool) -> io::Result<Vec<Slice>> {
        let segments = self.segments.load();
        let mut slices = Vec::with_capacity(1);
        let mut left = max;
        for at in floor(&segments, offset)..segments.len() {
            let segment = &segments[at];
            if segment.base_offset() >= bound || slices.len() == MAX_SLICES {
                break;
            }
            let Some(first) = segment.find(offset)? else {
                continue;
            };
            let end = segment.bound(bound)?;
            if end <= first.pos {
                break;
            }
            let end = segment.end_of_read(&first, end, left, at_least_one && slices.is_empty())?;
            if end == first.pos {
                break;
            }
            let len = end - first.pos;
            slices.push(Slice { file: segment.file()?, pos: first.pos, len });
            left = left.saturating_sub(len);
            if left == 0 || end < segment.size() {
                break;
            }
        }
        Ok(slices)
    }

    /// As [`read`](Self::read), the bytes themselves.
    pub fn read_to_bytes(
        &self,
        offset: i64,
        max_bytes: u64,
        upper_bound: i64,
        at_least_one: bool,
    ) -> Result<Vec<u8>, LogError> {
        let mut out = Vec::new();
        for slice in self.read(offset, max_bytes, upper_bound, at_least_one)? {
            slice.read(&mut out).map_err(|e| self.read_failed(&e))?;
        }
        Ok(out)
    }

    pub(super) fn read_failed(&self, error: &io::Error) -> LogError {
        LogError::io("read from", &self.dir, error)
    }

    /// Where the requested leader epoch, or the last one before it, ends; `None` when nothing is known of it.
    pub fn offset_for_epoch(&self, epoch: i32) -> Option<(i32, i64)> {
        self.epochs.read().end_offset_for(epoch, self.log_end())
    }

    /// The leader epoch under which the record at `offset` was written.
    pub fn epoch_at(&self, offset: i64) -> Option<i32> {
        self.epochs.read().at(offset)
    }

    pub fn latest_epoch(&self) -> Option<i32> {
        self.epochs.read().latest()
    }

    /// The epoch of the log's first record, for a ListOffsets of the earliest one.
    pub fn earliest_epoch(&self) -> Option<i32> {
        let start = self.log_start();
        self.epochs.read().earliest().filter(|e| e.start_offset <= start).map(|e| e.epoch)
    }

    pub fn epochs(&self) -> Epochs {
        self.epochs.read().clone()
    }

    /// The aborted transactions that a reader of `[start, end)` must know, in the order of their markers.
    pub fn aborted_txns(&self, start: i64, end: i64) -> Result<Vec<AbortedTxn>, LogError> {
        let segments = self.segments.load();
        let mut found = Vec::new();
        for segment in &segments[floor(&segments, start)..] {
            let aborted = segment.aborted().map_err(|e| self.read_failed(&e))?;
            for txn in aborted.iter() {
                if txn.last_offset >= start && txn.first_offset < end {
                    found.push(*txn);
                }
                // What comes later begins at or after this entry's stable offset.
                if txn.last_stable_offset >= end {
                    return Ok(found);
                }
            }
        }
        Ok(found)
    }
}

/// Index of the segment that holds `offset`, or of the first one.
pub(super) fn floor(segments: &[Arc<Segment>], offset: i64) -> usize {
    segments.partition_point(|s| s.base_offset() <= offset).saturating_sub(1)
}
