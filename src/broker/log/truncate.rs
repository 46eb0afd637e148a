//! Taking back the end of a log, as a follower does whose leader has written something else.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::scan::HeaderScan;
use super::view::floor;
use super::{Log, LogError, names, replay};

impl Log {
    /// Removes everything from `offset` on. True when there was something to remove. A batch that holds `offset` in its
    /// middle goes as a whole.
    pub fn truncate_to(&mut self, offset: i64, now_ms: i64) -> Result<bool, LogError> {
        self.check_online()?;
        if offset >= self.next_offset {
            let end = self.next_offset;
            self.change_epochs(|epochs| epochs.truncate_from_end(end))?;
            return Ok(false);
        }
        let segments = self.view.segments.load_full();
        if offset < segments[0].base_offset() {
            self.truncate_fully(offset, now_ms)?;
            return Ok(true);
        }
        let keep = floor(&segments, offset) + 1;
        for segment in &segments[keep..] {
            segment.remove(&self.fs).map_err(|e| self.failed("truncate", &e))?;
        }
        let active = segments[keep - 1].clone();
        active.truncate(&self.fs, offset).map_err(|e| self.failed("truncate", &e))?;
        // What was flushed beyond is gone, before anything else may be written there.
        self.view.flushed.fetch_min(offset, Ordering::AcqRel);
        self.view.segments.store(Arc::new(segments[..keep].to_vec()));
        self.active = active;
        self.roll_timestamp = None;
        self.dirty = true;
        self.unsynced_dir = true;
        let end = self.end_of_active()?;
        self.next_offset = end;
        self.view.log_start.fetch_min(end, Ordering::AcqRel);
        self.view.log_end.store(end, Ordering::Release);
        self.change_epochs(|epochs| epochs.truncate_from_end(end))?;
        self.reload_producers(end, now_ms)?;
        Ok(true)
    }

    /// Removes everything, and goes on at `offset`.
    pub fn truncate_fully(&mut self, offset: i64, now_ms: i64) -> Result<(), LogError> {
        self.check_online()?;
        let segments = self.view.segments.load_full();
        self.drop_snapshots(|_| false)?;
        for segment in segments.iter() {
            segment.remove(&self.fs).map_err(|e| self.failed("truncate", &e))?;
        }
        self.next_offset = offset;
        self.start_segment(&[], offset, now_ms)?;
        self.view.flushed.store(offset, Ordering::Release);
        self.view.log_start.store(offset, Ordering::Release);
        self.view.log_end.store(offset, Ordering::Release);
        self.change_epochs(|epochs| {
            epochs.clear();
            true
        })?;
        self.producers.reset(offset);
        self.last_snapshot = offset;
        self.publish_first_unstable();
        Ok(())
    }

    fn end_of_active(&self) -> Result<i64, LogError> {
        let end = (|| {
            let (file, start) = self.active.last_indexed()?;
            let mut scan = HeaderScan::new(&file, start, self.active.size());
            let mut end = self.active.base_offset();
            while let Some(Ok(found)) = scan.next()? {
                end = found.header.next_offset();
            }
            Ok(end)
        })();
        end.map_err(|e| self.failed("truncate", &e))
    }

    /// The producers' state at `end`, from the newest snapshot below it and the batches since.
    fn reload_producers(&mut self, end: i64, now_ms: i64) -> Result<(), LogError> {
        let segments = self.view.segments.load_full();
        let start = segments[0].base_offset();
        self.drop_snapshots(|offset| (start..=end).contains(&offset))?;
        let mut snapshots = std::mem::take(&mut self.snapshots);
        let expiration = (now_ms, self.config.producer_id_expiration_ms);
        let state = replay::producers_at(end, &self.view.dir, &segments, &mut snapshots, &self.fs, expiration);
        self.snapshots = snapshots;
        self.producers = state.map_err(|e| self.failed("read", &e))?;
        self.last_snapshot = self.snapshots.last().copied().unwrap_or(start);
        self.publish_first_unstable();
        Ok(())
    }

    /// Removes the snapshots for which `keep` is false.
    pub(super) fn drop_snapshots(&mut self, keep: impl Fn(i64) -> bool) -> Result<(), LogError> {
        for &offset in self.snapshots.iter().filter(|o| !keep(**o)) {
            let path = names::file(&self.view.dir, offset, names::SNAPSHOT);
            self.fs.remove(&path).map_err(|e| self.failed("remove a snapshot of", &e))?;
        }
        self.snapshots.retain(|o| keep(*o));
        Ok(())
    }
}
