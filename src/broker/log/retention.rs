//! What a log forgets at its start: by age, by size, and because someone deleted its records.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::segment::Segment;
use super::{Fs, Log, LogError};

/// Segments that have gone from a log. Their files are renamed already; readers that hold them go on.
#[derive(Default)]
pub struct Removed {
    pub segments: Vec<Arc<Segment>>,
    pub(super) snapshots: Vec<PathBuf>,
}

impl Removed {
    pub(super) fn of(segments: Vec<Arc<Segment>>) -> Self {
        Self { segments, snapshots: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.segments.is_empty() && self.snapshots.is_empty()
    }

    /// Deletes the files: after `file.delete.delay.ms`.
    pub fn delete_files(&self, fs: &Fs) -> std::io::Result<()> {
        for segment in &self.segments {
            segment.remove(fs)?;
        }
        self.snapshots.iter().try_for_each(|path| fs.remove(path))
    }
}

impl Log {
    /// Moves the log's start up to `before`, which is at most the high watermark: records below it are no longer read.
    /// Their segments go with the next [`retention`](Self::retention). Returns the start.
    pub fn delete_records(&mut self, before: i64) -> Result<i64, LogError> {
        self.check_online()?;
        let (start, end) = (self.view.log_start(), self.next_offset);
        if before > end {
            return Err(LogError::OffsetOutOfRange { offset: before, start, end });
        }
        if before > start {
            self.view.log_start.store(before, Ordering::Release);
            self.change_epochs(|epochs| epochs.truncate_from_start(before))?;
            self.producers.high_watermark(before);
            self.publish_first_unstable();
        }
        Ok(self.view.log_start())
    }

    /// Removes the segments that the settings let go: those below the log's start, and with the `delete` policy those
    /// that are too old or too many. Nothing at or above the high watermark goes.
    pub fn retention(&mut self, now_ms: i64, high_watermark: i64) -> Result<Removed, LogError> {
        self.check_online()?;
        let segments = self.view.segments.load_full();
        // An empty active segment stays.
        let there = segments.len() - usize::from(self.active.size() == 0);
        let mut gone = self.count_below_start(&segments).min(there);
        if self.config.cleanup_policy.delete {
            gone += self.count_by_size(&segments[gone..]);
            gone = gone.min(there);
            gone += self.count_by_age(&segments[gone..there], now_ms)?;
        }
        // A segment ends where the next begins.
        let end_of = |i: usize| segments.get(i + 1).map_or(self.next_offset, |s| s.base_offset());
        let gone = (0..gone).take_while(|i| high_watermark >= end_of(*i)).count();
        if gone == 0 {
            return Ok(Removed::default());
        }
        if gone == segments.len() {
            self.roll_at(self.next_offset, now_ms)?;
        }
        self.remove_first(gone)
    }

    fn count_below_start(&self, segments: &[Arc<Segment>]) -> usize {
        let start = self.view.log_start();
        segments.windows(2).take_while(|pair| pair[1].base_offset() <= start).count()
    }

    fn count_by_size(&self, segments: &[Arc<Segment>]) -> usize {
        let Ok(limit) = u64::try_from(self.config.retention_bytes) else {
            return 0;
        };
        let mut excess = segments.iter().map(|s| s.size()).sum::<u64>().saturating_sub(limit);
        let fits = |s: &&Arc<Segment>| {
            let goes = excess > 0 && excess >= s.size();
            excess = excess.saturating_sub(s.size());
            goes
        };
        segments.iter().take_while(fits).count()
    }

    fn count_by_age(&self, segments: &[Arc<Segment>], now_ms: i64) -> Result<usize, LogError> {
        let limit = self.config.retention_ms;
        if limit < 0 {
            return Ok(0);
        }
        for (i, segment) in segments.iter().enumerate() {
            let largest = segment.largest_timestamp().map_err(|e| self.view.read_failed(&e))?;
            if now_ms.saturating_sub(largest) <= limit {
                return Ok(i);
            }
        }
        Ok(segments.len())
    }

    /// Removes the first `count` segments; there is at least one more.
    fn remove_first(&mut self, count: usize) -> Result<Removed, LogError> {
        let segments = self.view.segments.load_full();
        let (gone, kept) = segments.split_at(count);
        // The start first, so that no reader looks for what is about to go.
        self.delete_records(kept[0].base_offset())?;
        self.view.segments.store(Arc::new(kept.to_vec()));
        let mut removed = Removed::of(gone.to_vec());
        for segment in gone {
            segment.mark_deleted(&self.fs).map_err(|e| self.failed("remove a segment of", &e))?;
            let offset = segment.base_offset();
            if self.snapshots.remove(&offset) {
                let renamed = self.rename_snapshot(offset).map_err(|e| self.failed("remove a snapshot of", &e))?;
                removed.snapshots.push(renamed);
            }
        }
        self.unsynced_dir = true;
        Ok(removed)
    }
}
