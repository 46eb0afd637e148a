//! Records of a partition are given to a member: from what was read of the log, those that are free.
//!
//! Records that come again and again are given in ever smaller portions, and for the last time each alone: whatever is
//! wrong with one of them shall not drag down the others.

use std::time::Instant;

use kt_codec::Str;

use super::inflight::{Batch, RecordState, Run};
use super::progress::{Progress, Rules};

/// A batch of the log, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    pub first: i64,
    pub last: i64,
}

/// What a member gets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Acquired {
    pub first: i64,
    pub last: i64,
    pub count: i32,
}

/// What a member asks for.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    pub member: &'a Str,
    /// No more records than asked for; otherwise the last batch of the log may come whole.
    pub exactly: bool,
    /// At how many records a new batch is begun.
    pub batch_size: i64,
    pub most: i64,
    /// Where the log was read from.
    pub offset: i64,
    pub rules: &'a Rules,
    pub now: Instant,
}

/// A throttled record is one that was delivered this often.
fn throttled_from(most_deliveries: i32) -> i32 {
    (most_deliveries.saturating_add(1) / 2).max(2)
}

/// Fewer deliveries than this leave no room for a last one alone.
const LAST_ALONE: i32 = 2;

impl Progress {
    /// Gives what is free of `found`, the batches that were read from `ask.offset` on.
    pub fn acquire(&mut self, ask: &Ask, found: &[Found]) -> Vec<Acquired> {
        let (Some(first), Some(last)) = (found.first(), found.last()) else { return Vec::new() };
        if ask.most <= 0 || last.last < self.start {
            return Vec::new();
        }
        let mut up_to = last.last;
        let mut most = ask.most.min(ask.rules.most_locks - self.in_flight());
        if most <= 0 && ask.offset <= self.end {
            // No room for more, but what is begun and free can be had.
            most = ask.most.min(self.end - ask.offset + 1);
            up_to = up_to.min(self.end);
        }
        if most <= 0 {
            return Vec::new();
        }
        if !self.batches.is_empty() && ask.offset < first.first {
            // What was to be read is not in the log any more: compacted away.
            self.look_again |= self.archive(ask.offset, first.first - 1, RecordState::Available);
        }
        let base = match self.batches.range(..=first.first).next_back() {
            None => first.first.max(self.start),
            Some((key, batch)) if batch.last() >= first.first => *key,
            Some(_) => first.first,
        };
        let mut portion = Portion { ask, found, got: Vec::new(), left: most, stop: false };
        let keys = self.keys_in(base.min(first.first), up_to);
        let mut next = base;
        for key in keys {
            if portion.is_done() {
                break;
            }
            let in_gap = self.gap().is_some() && next < key;
            if in_gap {
                self.begin(&mut portion, next, key - 1);
            }
            let Some(batch) = self.batches.get_mut(&key) else { continue };
            next = batch.last() + 1;
            if !portion.is_done() {
                portion.again(batch, first.first, up_to);
            }
        }
        if !portion.is_done() && next <= up_to {
            self.begin(&mut portion, next, up_to);
        }
        if let Some(last) = portion.got.last() {
            let next = last.last + 1;
            self.gap_looked_at(next);
        }
        portion.got
    }

    /// Begins with records that nobody had yet.
    fn begin(&mut self, portion: &mut Portion, first: i64, last: i64) {
        let first = if self.batches.is_empty() { first.max(self.end) } else { first };
        if first > last {
            return;
        }
        let (ask, most) = (portion.ask, portion.left);
        let mut up_to = last;
        if most < last - first + 1 {
            // The batch of the log comes whole.
            up_to = whole(portion.found, first + most - 1);
            if self.gap().is_some() {
                up_to = up_to.min(last);
            }
        }
        let mut begins = vec![first];
        if !ask.exactly {
            for batch in portion.found.iter().filter(|batch| batch.first <= up_to) {
                // A member may name any size.
                if begins.last().is_some_and(|begun| batch.first - begun >= ask.batch_size.max(1)) {
                    begins.push(batch.first);
                }
            }
        }
        let ends: Vec<i64> = begins[1..].iter().map(|first| first - 1).chain([up_to]).collect();
        for (first, last) in begins.iter().copied().zip(ends) {
            let mut run = Run {
                first,
                last,
                state: RecordState::Available,
                count: 0,
                member: Str::new(),
                locked_until: None,
                pending: None,
            };
            let mut given = last;
            if ask.exactly && last - first + 1 > most {
                given = first + most - 1;
                self.look_again = true;
            }
            let until = ask.now + ask.rules.lock;
            if given == last {
                run.acquire(ask.member, until);
            }
            let mut batch = Batch::new(run);
            if given < last {
                batch.by_offset = true;
                batch.runs_in(first, given).for_each(|run| run.acquire(ask.member, until));
            }
            self.batches.insert(first, batch);
            portion.give(Acquired { first, last: given, count: 1 });
            self.end = self.end.max(last);
        }
        if self.batches.first_key_value().is_some_and(|(key, _)| *key == first) {
            self.start = first;
        }
    }

    /// Takes back what was given of transactions that were aborted; nobody ever gets it.
    pub fn without_aborted(&mut self, got: Vec<Acquired>, aborted: &[Found]) -> Vec<Acquired> {
        let mut left = got;
        for gone in aborted {
            self.archive(gone.first, gone.last, RecordState::Acquired);
            let mut rest = Vec::with_capacity(left.len());
            for got in left {
                let before = Acquired { last: got.last.min(gone.first - 1), ..got };
                let after = Acquired { first: got.first.max(gone.last + 1), ..got };
                rest.extend([before, after].into_iter().filter(|part| part.first <= part.last));
            }
            left = rest;
        }
        left
    }

    fn gap_looked_at(&mut self, next: i64) {
        self.gap = self.gap().filter(|gap| next <= gap.end).map(|gap| super::progress::Gap { start: next, ..gap });
    }
}

/// The end of the batch of the log that holds `offset`.
fn whole(found: &[Found], offset: i64) -> i64 {
    let batch = found.iter().rev().find(|batch| batch.first <= offset);
    batch.map_or(offset, |batch| batch.last.max(offset))
}

/// What one request has got so far.
struct Portion<'a> {
    ask: &'a Ask<'a>,
    found: &'a [Found],
    got: Vec<Acquired>,
    left: i64,
    stop: bool,
}

impl Portion<'_> {
    fn is_done(&self) -> bool {
        self.stop || self.left <= 0
    }

    fn give(&mut self, acquired: Acquired) {
        self.left -= acquired.last - acquired.first + 1;
        self.got.push(acquired);
    }

    /// Gives what is free of a batch that was begun before.
    fn again(&mut self, batch: &mut Batch, first: i64, last: i64) {
        let most_deliveries = self.ask.rules.most_deliveries;
        let throttled_from = throttled_from(most_deliveries);
        let free = |run: &&Run| run.is_free() && run.last >= first && run.first <= last;
        let Some(deliveries) = batch.runs.iter().filter(free).map(|run| run.count).max() else { return };
        let throttled = deliveries >= throttled_from;
        if throttled && !self.got.is_empty() {
            self.stop = true;
            return;
        }
        let fits = !self.ask.exactly || batch.size() <= self.left;
        if !batch.by_offset && batch.is_within(first, last) && fits && !throttled {
            let until = self.ask.now + self.ask.rules.lock;
            for run in &mut batch.runs {
                run.acquire(self.ask.member, until);
                self.give(Acquired { first: run.first, last: run.last, count: run.count });
            }
            return;
        }
        batch.by_offset = true;
        let before = self.got.len();
        self.by_offset(batch, first, last);
        self.stop |= throttled && self.got.len() > before;
        batch.join();
    }

    fn by_offset(&mut self, batch: &mut Batch, first: i64, last: i64) {
        let Rules { most_deliveries, lock, .. } = *self.ask.rules;
        let throttled_from = throttled_from(most_deliveries);
        let size = batch.size();
        let (mut count, mut most_throttled) = (0, None);
        let places: Vec<(i64, i64, i32)> = batch
            .runs_in(first, last)
            .filter(|run| run.is_free())
            .map(|run| (run.first, run.last, run.count))
            .collect();
        let mut got: Vec<Acquired> = Vec::new();
        for (from, to, deliveries) in places {
            let is_last = most_deliveries > LAST_ALONE && deliveries >= most_deliveries - 1;
            if is_last && count > 0 {
                break;
            }
            let mut take = to - from + 1;
            if is_last {
                take = 1;
            }
            if self.ask.exactly {
                take = take.min(self.left - count);
            }
            if deliveries >= throttled_from && most_throttled.is_none() {
                let shift = u32::try_from(deliveries - throttled_from + 1).unwrap_or(63).min(63);
                most_throttled = Some((size >> shift).max(1));
            }
            if let Some(most) = most_throttled
                && count < most
            {
                take = take.min(most - count);
            }
            if take <= 0 {
                break;
            }
            let until = self.ask.now + lock;
            batch.runs_in(from, from + take - 1).for_each(|run| run.acquire(self.ask.member, until));
            count += take;
            let acquired = Acquired { first: from, last: from + take - 1, count: deliveries + 1 };
            match got.last_mut() {
                Some(last) if last.last + 1 == acquired.first && last.count == acquired.count => {
                    last.last = acquired.last;
                }
                _ => got.push(acquired),
            }
            if is_last || most_throttled == Some(count) || (self.ask.exactly && count == self.left) {
                break;
            }
        }
        got.into_iter().for_each(|acquired| self.give(acquired));
    }
}
