//! From one segment to the next, and what has to be synced.

use std::sync::Arc;

use super::flush::{Sync, SyncSet};
use super::index::{Entry, OffsetEntry, TimeEntry};
use super::segment::Segment;
use super::view::floor;
use super::{Log, LogError, LogView, names, snapshot};

impl Log {
    /// Whether an append of `size` bytes belongs into a new segment, by the original's rules: the segment would grow too
    /// large or is too old, an index is full, or the offset is too far from the base.
    pub(super) fn should_roll(
        &mut self,
        size: u64,
        max_timestamp: i64,
        last_offset: i64,
        now_ms: i64,
    ) -> Result<bool, LogError> {
        if !self.active.spans(last_offset) {
            return Ok(true);
        }
        let current = self.active.size();
        if current == 0 {
            return Ok(false);
        }
        if current + size > u64::from(self.config.segment_bytes) {
            return Ok(true);
        }
        let waited = match self.first_timestamp()? {
            first if first >= 0 => max_timestamp.saturating_sub(first),
            _ => now_ms.saturating_sub(self.created_ms),
        };
        if waited > self.config.segment_ms.saturating_sub(self.jitter_ms) {
            return Ok(true);
        }
        let (offsets, times) = self.active.index_lens().map_err(|e| self.failed("read an index of", &e))?;
        let index_bytes = self.config.segment_index_bytes;
        // The time index keeps one place for its last entry.
        Ok(offsets >= index_bytes / OffsetEntry::LEN as u32 || times + 1 >= index_bytes / TimeEntry::LEN as u32)
    }

    /// The largest timestamp of the active segment's first batch; -1 when there is none.
    fn first_timestamp(&mut self) -> Result<i64, LogError> {
        if let Some(known) = self.roll_timestamp {
            return Ok(known);
        }
        let first = self.active.first_batch().map_err(|e| self.failed("read", &e))?;
        let timestamp = first.map_or(-1, |h| h.max_timestamp);
        self.roll_timestamp = Some(timestamp);
        Ok(timestamp)
    }

    /// Starts a new segment at the log's end, unless the active one is empty.
    pub fn roll(&mut self, now_ms: i64) -> Result<(), LogError> {
        self.check_online()?;
        self.roll_at(self.next_offset, now_ms)
    }

    /// Rolls when the active segment has been the active one for `segment.ms` by the clock and by its records' times. The
    /// original does so only at the next append.
    pub fn maybe_roll_by_time(&mut self, now_ms: i64) -> Result<bool, LogError> {
        self.check_online()?;
        if self.active.size() == 0 {
            return Ok(false);
        }
        let first = self.first_timestamp()?;
        let since = first.max(self.created_ms);
        let due = now_ms.saturating_sub(since) > self.config.segment_ms.saturating_sub(self.jitter_ms);
        if due {
            self.roll_at(self.next_offset, now_ms)?;
        }
        Ok(due)
    }

    pub(super) fn roll_at(&mut self, base_offset: i64, now_ms: i64) -> Result<(), LogError> {
        if self.active.base_offset() == base_offset && self.active.size() == 0 {
            return Ok(());
        }
        self.active.seal(&self.fs).map_err(|e| self.failed("close a segment of", &e))?;
        self.active.retire();
        // The state of the producers at a segment's start makes that segment recoverable on its own.
        self.producers.set_end(base_offset);
        self.take_snapshot()?;
        let segments = self.view.segments.load_full();
        self.start_segment(&segments, base_offset, now_ms)
    }

    /// Adds a new active segment behind `segments`.
    pub(super) fn start_segment(
        &mut self,
        segments: &[Arc<Segment>],
        base_offset: i64,
        now_ms: i64,
    ) -> Result<(), LogError> {
        let segment = Segment::create(&self.fs, &self.view.dir, base_offset);
        self.active = Arc::new(segment.map_err(|e| self.failed("start a segment of", &e))?);
        self.unsynced_dir = true;
        let mut list = segments.to_vec();
        list.push(self.active.clone());
        self.view.segments.store(Arc::new(list));
        self.roll_timestamp = None;
        self.created_ms = now_ms;
        self.jitter_ms = jitter(&self.config);
        Ok(())
    }

    /// Writes the producers' state next to the segments, if it has moved since the last time.
    pub(super) fn take_snapshot(&mut self) -> Result<(), LogError> {
        let at = self.producers.end();
        if at <= self.last_snapshot {
            return Ok(());
        }
        let path = names::file(&self.view.dir, at, names::SNAPSHOT);
        snapshot::write(&self.fs, &path, &self.producers).map_err(|e| self.failed("write a snapshot of", &e))?;
        self.unsynced_dir = true;
        self.last_snapshot = at;
        self.snapshots.insert(at);
        Ok(())
    }

    /// What to sync so that everything below `up_to` (the end, if `None`) survives a power cut. The caller does it
    /// outside of the partition's lock and then says [`LogView::mark_flushed`], or [`LogView::take_offline`] on failure.
    /// The first flush of a new log also makes its folder durable: it comes before the first acknowledgement.
    pub fn flush(&mut self, up_to: Option<i64>) -> Result<SyncSet, LogError> {
        self.check_online()?;
        let up_to = up_to.unwrap_or(self.next_offset).min(self.next_offset);
        let flushed = self.view.flushed();
        let mut syncs = Vec::new();
        if up_to > flushed {
            self.syncs_of_segments(flushed, up_to, &mut syncs)?;
        }
        if self.unsynced_epochs {
            syncs.push(Sync::Path(self.view.dir.join(names::LEADER_EPOCHS)));
        }
        if self.unsynced_dir {
            syncs.push(Sync::Dir(self.view.dir.clone()));
        }
        if self.unsynced_folder {
            syncs.push(Sync::Path(self.view.dir.join(names::PARTITION_METADATA)));
            syncs.extend(self.view.dir.parent().map(|parent| Sync::Dir(parent.into())));
        }
        // Should a sync fail, the log goes offline, and nobody asks again.
        self.unsynced_folder = false;
        self.unsynced_epochs = false;
        self.unsynced_dir = false;
        Ok(SyncSet { syncs, up_to })
    }

    fn syncs_of_segments(&self, from: i64, up_to: i64, syncs: &mut Vec<Sync>) -> Result<(), LogError> {
        let segments = self.view.segments.load();
        for (at, segment) in segments.iter().enumerate().skip(floor(&segments, from)) {
            if segment.base_offset() >= up_to {
                break;
            }
            syncs.push(Sync::File(segment.file().map_err(|e| self.failed("open a segment of", &e))?));
            // Recovery re-reads the segment of the recovery point, so the active one's indexes may be lost.
            if let Some(next) = segments.get(at + 1) {
                syncs.extend([names::INDEX, names::TIME_INDEX].map(|suffix| Sync::Path(segment.path(suffix))));
                syncs.push(Sync::Path(names::file(&self.view.dir, next.base_offset(), names::SNAPSHOT)));
                if segment.aborted().is_ok_and(|aborted| !aborted.is_empty()) {
                    syncs.push(Sync::Path(segment.path(names::TXN_INDEX)));
                }
            }
        }
        Ok(())
    }

    /// Brings the folder into the state of an orderly stop; what it returns must be synced before the stop is marked
    /// as a clean one. The log takes nothing more.
    pub fn close(&mut self) -> Result<SyncSet, LogError> {
        self.check_online()?;
        if self.dirty {
            self.active.seal(&self.fs).map_err(|e| self.failed("close a segment of", &e))?;
        }
        self.take_snapshot()?;
        let mut set = self.flush(None)?;
        if self.dirty {
            let files = [names::INDEX, names::TIME_INDEX, names::TXN_INDEX].map(|suffix| self.active.path(suffix));
            set.syncs.extend(files.map(Sync::Path));
            set.syncs.push(Sync::Path(names::file(&self.view.dir, self.next_offset, names::SNAPSHOT)));
        }
        let _ = self.view.offline.set("it was closed".into());
        Ok(set)
    }
}

impl LogView {
    /// Whether there is anything that a flush would sync.
    pub fn needs_flush(&self) -> bool {
        self.flushed() < self.log_end()
    }
}

/// `segment.jitter.ms` spreads the rolls of partitions that were made at the same time.
pub(super) fn jitter(config: &super::LogConfig) -> i64 {
    use std::hash::BuildHasher;
    let most = config.segment_jitter_ms.min(config.segment_ms);
    if most <= 0 {
        return 0;
    }
    // Each hasher has keys of its own.
    let random = std::hash::RandomState::new().hash_one(0u8) >> 1;
    (random % most as u64) as i64
}
