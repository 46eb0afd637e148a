//! Which part of a log may be compacted now, and how much it needs it: the original's LogCleanerManager.

use std::io;
use std::sync::Arc;

use crate::broker::log::LogView;
use crate::broker::log::segment::Segment;
use crate::broker::log::view::floor;

/// The dirty part of a log: `[first_dirty, end)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Below it every key was met by an earlier round.
    pub first_dirty: i64,
    /// The start of the first segment that must stay as it is.
    pub end: i64,
    /// The checkpoint named an offset that the log does not have.
    pub reset: bool,
    pub clean_bytes: u64,
    pub dirty_bytes: u64,
    /// Records have waited for longer than `max.compaction.lag.ms`.
    pub overdue: bool,
}

impl Range {
    /// `checkpoint`: where the last round ended. `stable`: the last stable offset.
    pub fn of(view: &LogView, checkpoint: Option<i64>, stable: i64, now_ms: i64) -> io::Result<Range> {
        let config = view.config();
        let segments = view.segments();
        let active = segments.len() - 1;
        let (start, end) = (view.log_start(), view.log_end());
        let noted = checkpoint.unwrap_or(start);
        let reset = noted < start || noted > end;
        let first_dirty = if reset { start } else { noted };

        let dirty = &segments[floor(&segments, first_dirty).min(active)..active];
        let mut limit = stable.min(segments[active].base_offset());
        if config.min_compaction_lag_ms > 0 {
            let young = now_ms.saturating_sub(config.min_compaction_lag_ms);
            for segment in dirty {
                if segment.largest_timestamp()? > young {
                    limit = limit.min(segment.base_offset());
                    break;
                }
            }
        }
        // Only whole segments are rewritten.
        let end = segments[floor(&segments, limit.max(first_dirty)).min(active)].base_offset();
        let bytes = |segments: &[Arc<Segment>]| segments.iter().map(|s| s.size()).sum::<u64>();
        let before = |offset: i64| segments.partition_point(|s| s.base_offset() < offset);
        let first = floor(&segments, first_dirty.min(end));
        Ok(Range {
            first_dirty,
            end,
            reset,
            clean_bytes: bytes(&segments[..before(first_dirty)]),
            dirty_bytes: bytes(&segments[first..before(end).max(first)]),
            overdue: overdue(dirty, config.max_compaction_lag_ms, now_ms)?,
        })
    }

    /// The part that is dirty.
    pub fn ratio(&self) -> f64 {
        match self.clean_bytes + self.dirty_bytes {
            0 => 0.0,
            all => self.dirty_bytes as f64 / all as f64,
        }
    }

    /// Whether it is time.
    pub fn is_due(&self, min_ratio: f64) -> bool {
        self.dirty_bytes > 0 && (self.overdue || self.ratio() > min_ratio)
    }
}

/// Whether one of the segments began longer ago than `lag_ms`.
fn overdue(dirty: &[Arc<Segment>], lag_ms: i64, now_ms: i64) -> io::Result<bool> {
    let until = now_ms.saturating_sub(lag_ms.max(0));
    if until <= 0 {
        return Ok(false); // the default: no limit, and no file to look into
    }
    for segment in dirty {
        if segment.first_batch()?.is_some_and(|b| b.max_timestamp > 0 && b.max_timestamp < until) {
            return Ok(true);
        }
    }
    Ok(false)
}
