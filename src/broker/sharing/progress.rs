//! How far a share group has come in a partition: what the leader of the partition knows, as a plain state.
//!
//! Everything before `start` is done with, everything after `end` not begun; what lies between is in batches, each in a
//! state of its own. What must hold: no record is in the hands of two members, and none before `start` in anybody's. The
//! decisions are the original's (SharePartition of 4.3.1): [`acquire`](super::acquire) gives records to members,
//! [`settle`](super::settle) takes them back; here is what both stand on.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use kt_codec::Str;

use super::inflight::{Batch, RecordState, Run};
use crate::broker::coordinator::share::state;

/// The group's settings that count here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    pub most_deliveries: i32,
    pub most_locks: i64,
    pub lock: Duration,
    /// Whether a member may have its lock renewed.
    pub renew: bool,
}

/// What was never begun between batches that a start has read, as far as it has not been looked at again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Gap {
    /// The end at that time: with another one the gap is of the past.
    pub end: i64,
    pub start: i64,
}

#[derive(Debug)]
pub struct Progress {
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) batches: BTreeMap<i64, Batch>,
    /// Something before the end may be free again.
    pub(super) look_again: bool,
    pub(super) gap: Option<Gap>,
}

impl Progress {
    /// From what was stored. `None` if that makes no sense.
    pub fn load(start: i64, stored: &[state::Batch]) -> Option<Progress> {
        if start < 0 {
            return None;
        }
        let mut batches = BTreeMap::new();
        let mut gap_start = None;
        let mut next = start;
        for batch in stored {
            if batch.first < next || batch.last < batch.first {
                return None;
            }
            if batch.first > next {
                gap_start = gap_start.or(Some(next));
            }
            next = batch.last.checked_add(1)?;
            let run = Run {
                first: batch.first,
                last: batch.last,
                // Who had it when this was stored is not known any more.
                state: match RecordState::of(batch.state) {
                    RecordState::Acquired => RecordState::Available,
                    state => state,
                },
                count: i32::from(batch.count),
                member: Str::new(),
                locked_until: None,
                pending: None,
            };
            batches.insert(batch.first, Batch::new(run));
        }
        let is_new = batches.is_empty();
        let end = if is_new { start } else { next - 1 };
        let gap = gap_start.map(|start| Gap { end, start });
        let mut progress = Progress { start, end, batches, look_again: !is_new, gap };
        progress.advance();
        Some(progress)
    }

    pub fn start(&self) -> i64 {
        self.start
    }

    /// How many records from the start on nobody gets any more.
    pub fn complete_count(&self) -> i32 {
        let done = |run: &Run| match run.state.is_final() && run.last >= self.start {
            true => run.last - run.first.max(self.start) + 1,
            false => 0,
        };
        let sum: i64 = self.batches.values().flat_map(|batch| &batch.runs).map(done).sum();
        i32::try_from(sum).unwrap_or(i32::MAX)
    }

    pub(super) fn gap(&self) -> Option<Gap> {
        self.gap.filter(|gap| gap.end == self.end)
    }

    fn last_cached(&self) -> Option<i64> {
        self.batches.last_key_value().map(|(_, batch)| batch.last())
    }

    /// Whatever is looked for begins here: the first record that is free, or what comes after the end.
    pub fn next_offset(&mut self) -> i64 {
        let begun = self.last_cached().is_some_and(|last| self.start <= last);
        if !begun {
            self.look_again = false;
            return self.end;
        }
        if !self.look_again {
            return self.end + 1;
        }
        let mut gap = self.gap().map(|gap| gap.start);
        for (first, batch) in &self.batches {
            if let Some(start) = gap {
                if *first > start {
                    return start;
                }
                gap = Some(start.max(batch.last() + 1));
            }
            if let Some(run) = batch.runs.iter().find(|run| run.is_free()) {
                return run.first;
            }
        }
        self.look_again = false;
        self.end + 1
    }

    pub(super) fn in_flight(&self) -> i64 {
        if self.batches.is_empty() { 0 } else { self.end - self.start + 1 }
    }

    /// Whether anything can be acquired before something is settled.
    pub fn has_room(&mut self, rules: &Rules) -> bool {
        self.next_offset() != self.end + 1 || self.in_flight() < rules.most_locks
    }

    pub fn end(&self) -> i64 {
        self.end
    }

    /// When the next lock runs out.
    pub fn next_timeout(&self) -> Option<Instant> {
        let runs = self.batches.values().flat_map(|batch| &batch.runs);
        runs.filter(|run| run.pending.is_none()).filter_map(|run| run.locked_until).min()
    }

    /// The keys of the batches that reach into `first..=last`.
    pub(super) fn keys_in(&self, first: i64, last: i64) -> Vec<i64> {
        if first > last {
            return Vec::new();
        }
        let before = self.batches.range(..first).next_back().filter(|(_, batch)| batch.last() >= first);
        before.into_iter().chain(self.batches.range(first..=last)).map(|(key, _)| *key).collect()
    }

    /// Archives the records of `first..=last` that are in this state. Returns whether there were any.
    pub(super) fn archive(&mut self, first: i64, last: i64, state: RecordState) -> bool {
        let mut any = false;
        for key in self.keys_in(first, last) {
            let Some(batch) = self.batches.get_mut(&key) else { continue };
            if batch.runs.iter().all(|run| run.state != state) {
                continue;
            }
            batch.by_offset |= !batch.is_within(first, last);
            for run in batch.runs_in(first, last).filter(|run| run.state == state) {
                run.archive();
                any = true;
            }
            batch.join();
        }
        any
    }

    /// The log begins later than we thought: what lay before is gone. Records that members have stay theirs until they
    /// are settled.
    pub fn log_starts_at(&mut self, offset: i64) {
        if offset <= self.start {
            return;
        }
        if self.batches.is_empty() {
            (self.start, self.end) = (offset, offset);
            return;
        }
        if self.archive(self.start, offset - 1, RecordState::Available) {
            self.look_again = true;
        }
        self.start = offset;
        self.end = self.end.max(offset);
        self.advance();
    }

    /// Moves the start over all that is settled. Returns whether it moved.
    pub(super) fn advance(&mut self) -> bool {
        let Some((_, at_start)) = self.batches.range(..=self.start).next_back() else { return false };
        let here = at_start.runs.iter().find(|run| run.first <= self.start && self.start <= run.last);
        if here.is_some_and(|run| !run.is_settled()) {
            return false;
        }
        let Some(settled) = self.last_settled() else { return false };
        let last_cached = self.last_cached().unwrap_or(settled);
        if settled == last_cached {
            self.start = self.start.max(last_cached + 1);
            self.end = self.start;
            self.batches.clear();
            self.gap = None;
            return true;
        }
        let whole = self.batches.range(..=settled).next_back().is_some_and(|(_, batch)| batch.last() == settled);
        let next = match self.batches.range(settled + 1..).next() {
            Some((key, _)) if whole => *key,
            _ => settled + 1,
        };
        let next = self.gap().filter(|_| whole).map_or(next, |gap| next.min(gap.start));
        self.start = self.start.max(next);
        self.batches.retain(|_, batch| batch.last() > settled);
        true
    }

    /// The last offset before the first record that is not settled.
    fn last_settled(&self) -> Option<i64> {
        let mut last = None;
        for batch in self.batches.values() {
            if self.gap().is_some_and(|gap| batch.last() >= gap.start) {
                break;
            }
            for run in &batch.runs {
                if !run.is_settled() {
                    return last;
                }
                last = Some(run.last);
            }
        }
        last
    }
}
