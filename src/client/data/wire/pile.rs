//! Where records wait on their way from the caller's thread to the thread that sends them.
//!
//! One lock covers all partitions; the caller holds it for a whole block of its input, the sender for as long as it
//! takes to lift a batch out. What must hold: `weight` is the sum over everything not yet settled, and `unsettled`
//! counts its records, so that [`Pile::is_empty`] means that all was answered for.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

use super::key_hash;
use crate::client::data::fault::Fault;
use crate::client::data::produce::{Partitioner, ProduceSettings, Tag, Tally};
use crate::protocol::batch::BatchBuilder;
use crate::protocol::record;

/// What a record takes beside its key, value and headers, at most.
const RECORD_OVERHEAD: usize = 32;
/// How many bytes without a key go to one partition before another one's turn, as in the Java producer.
const STICK_FOR: usize = 16 * 1024;

/// A batch that is being filled or waits to be sealed.
pub struct Waiting {
    pub builder: BatchBuilder,
    pub weight: usize,
    pub since: Instant,
    /// Of all its records, or of none.
    pub tags: Vec<Tag>,
}

/// A record to be put down.
#[derive(Clone, Copy, Default)]
pub struct Put<'a> {
    pub key: Option<&'a [u8]>,
    pub value: Option<&'a [u8]>,
    pub headers: &'a [record::Header<'a>],
    /// `None`: now.
    pub timestamp: Option<i64>,
    /// `None`: where the partitioner wants it. One that the topic does not have is the caller's mistake.
    pub partition: Option<i32>,
    pub tag: Option<Tag>,
}

/// How a transaction is to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Commit,
    Abort,
}

#[derive(Default)]
struct Slot {
    open: Option<Waiting>,
    full: VecDeque<Waiting>,
}

/// All that waits.
pub struct Pile {
    slots: Vec<Slot>,
    /// Partitions with a leader; unkeyed records go only there. Empty: to any.
    available: Vec<i32>,
    weight: usize,
    unsettled: u64,
    /// The cluster was entered.
    pub entered: bool,
    /// There is a record: the topic is needed, and may be made.
    pub wanted: bool,
    /// The topic was not there, and the broker has made it for the first record.
    pub made: bool,
    /// The caller waits for everything to be settled.
    pub hurry: bool,
    /// Nothing more will come.
    pub closed: bool,
    /// The end of all sending.
    pub fault: Option<Fault>,
    /// The transaction is to end so; then `None` again, and how it ended in `ended`.
    pub ending: Option<Ending>,
    pub ended: Option<Result<Ending, Fault>>,
    /// Why the transaction can only be aborted; until then nothing more is taken.
    pub failed: Option<Fault>,
    /// The transaction is being given up: what is put down now goes nowhere.
    pub cancelled: bool,
    pub tally: Tally,
    sticky: Option<(i32, usize)>,
    turn: u32,
    seed: u64,
}

/// The pile between its two threads.
pub struct Shared {
    pile: Mutex<Pile>,
    /// For the caller: room, the topic known, everything settled, or a fault.
    changed: Condvar,
    /// For the sender: there is something to send.
    pub wake: Notify,
}

impl Shared {
    pub fn new() -> Self {
        let seed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let seed = seed.map_or(1, |d| d.as_nanos() as u64) ^ (u64::from(std::process::id()) << 32);
        let pile = Pile {
            slots: Vec::new(),
            available: Vec::new(),
            weight: 0,
            unsettled: 0,
            entered: false,
            wanted: false,
            made: false,
            hurry: false,
            closed: false,
            fault: None,
            ending: None,
            ended: None,
            failed: None,
            cancelled: false,
            tally: Tally::default(),
            sticky: None,
            turn: 0,
            seed: seed | 1,
        };
        Self { pile: Mutex::new(pile), changed: Condvar::new(), wake: Notify::new() }
    }

    pub fn lock(&self) -> MutexGuard<'_, Pile> {
        self.pile.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The sender changed something the caller may wait for.
    pub fn tell_caller(&self) {
        self.changed.notify_all();
    }

    /// Waits until `done`, or a fault, or the end of `limit`; `Ok(None)` is the latter.
    pub fn wait<'a>(
        &self,
        mut pile: MutexGuard<'a, Pile>,
        limit: Option<Duration>,
        done: impl Fn(&Pile) -> bool,
    ) -> Result<(MutexGuard<'a, Pile>, bool), Fault> {
        let until = limit.map(|limit| std::time::Instant::now() + limit);
        loop {
            if let Some(fault) = &pile.fault {
                return Err(fault.clone());
            }
            if done(&pile) {
                return Ok((pile, true));
            }
            pile = match until {
                None => self.changed.wait(pile).unwrap_or_else(PoisonError::into_inner),
                Some(until) => {
                    let left = until.saturating_duration_since(std::time::Instant::now());
                    if left.is_zero() {
                        return Ok((pile, false));
                    }
                    self.changed.wait_timeout(pile, left).unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }
}

impl Pile {
    /// How many partitions the topic has; 0 while that is not known.
    pub fn partitions(&self) -> usize {
        self.slots.len()
    }

    /// The topic has `count` partitions now (never fewer than before), of which some have a leader.
    pub fn set_partitions(&mut self, count: usize, available: Vec<i32>) {
        while self.slots.len() < count {
            self.slots.push(Slot::default());
            self.tally.delivered.push(0);
        }
        self.available = available;
    }

    pub fn is_empty(&self) -> bool {
        self.unsettled == 0
    }

    pub fn has_room(&self, limit: usize) -> bool {
        // One record is always let in, however large it is.
        self.weight < limit
    }

    /// What record it would be in bytes, at most.
    pub fn weigh(key: Option<&[u8]>, value: Option<&[u8]>, headers: &[record::Header<'_>]) -> usize {
        let of_headers: usize = headers.iter().map(|h| h.key.len() + h.value.map_or(0, <[u8]>::len) + 10).sum();
        RECORD_OVERHEAD + key.map_or(0, <[u8]>::len) + value.map_or(0, <[u8]>::len) + of_headers
    }

    /// Puts a record down. There must be partitions.
    pub fn put(&mut self, settings: &ProduceSettings, now: (i64, Instant), record: &Put<'_>) {
        let Put { key, value, headers, timestamp, partition, tag } = *record;
        let weight = Self::weigh(key, value, headers);
        let partition = match partition {
            Some(partition) => partition,
            None => self.choose(settings.partitioner, key, weight),
        };
        let slot = &mut self.slots[partition as usize];
        if slot.open.as_ref().is_some_and(|open| open.weight + weight > settings.batch_size) {
            slot.full.extend(slot.open.take());
        }
        let open = slot.open.get_or_insert_with(|| Waiting {
            builder: match settings.transaction {
                Some(_) => BatchBuilder::new().transactional(),
                None => BatchBuilder::new(),
            }
            .compression(settings.codec, settings.level),
            weight: 0,
            since: now.1,
            tags: Vec::new(),
        });
        open.builder.append_with_headers(timestamp.unwrap_or(now.0), key, value, headers);
        open.tags.extend(tag);
        open.weight += weight;
        self.weight += weight;
        self.unsettled += 1;
    }

    fn choose(&mut self, partitioner: Partitioner, key: Option<&[u8]>, weight: usize) -> i32 {
        let count = self.slots.len() as i32;
        match (partitioner, key) {
            _ if count == 1 => 0,
            (Partitioner::ByKey(hash), Some(key)) if key_hash::counts(hash, key) => {
                key_hash::partition(hash, key, count)
            }
            (Partitioner::Random, _) => self.any(count),
            (Partitioner::RoundRobin, _) => {
                let partition = match self.available.len() {
                    0 => (self.turn % count as u32) as i32,
                    some => self.available[self.turn as usize % some],
                };
                self.turn = self.turn.wrapping_add(1);
                partition
            }
            _ => {
                let (partition, used) = match self.sticky {
                    Some((partition, used)) if used < STICK_FOR => (partition, used),
                    _ => (self.any(count), 0),
                };
                self.sticky = Some((partition, used + weight));
                partition
            }
        }
    }

    /// A partition by chance (xorshift: fairness is wanted here, not secrecy).
    fn any(&mut self, count: i32) -> i32 {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        match self.available.len() {
            0 => (self.seed % count as u64) as i32,
            some => self.available[(self.seed % some as u64) as usize],
        }
    }

    /// Lifts the oldest batch of `partition` out: a full one, or the open one if `open` says so of it.
    pub fn lift(&mut self, partition: usize, open: impl FnOnce(&Waiting) -> bool) -> Option<Waiting> {
        let slot = &mut self.slots[partition];
        if let Some(full) = slot.full.pop_front() {
            return Some(full);
        }
        if slot.open.as_ref().is_some_and(open) { slot.open.take() } else { None }
    }

    /// Takes all batches of `partition` out.
    pub fn clear(&mut self, partition: usize) -> Vec<Waiting> {
        let slot = &mut self.slots[partition];
        slot.full.drain(..).chain(slot.open.take()).collect()
    }

    /// Whether [`lift`](Self::lift) would find a full batch.
    pub fn has_full(&self, partition: usize) -> bool {
        !self.slots[partition].full.is_empty()
    }

    /// Since when the open batch of `partition` waits.
    pub fn open_since(&self, partition: usize) -> Option<Instant> {
        self.slots[partition].open.as_ref().map(|open| open.since)
    }

    /// Records were acknowledged.
    pub fn delivered(&mut self, partition: usize, count: u64, weight: usize, base_offset: i64) {
        self.settle(count, weight);
        self.tally.delivered[partition] += count;
        if base_offset >= 0 {
            self.tally.last = Some((partition as i32, base_offset + count as i64 - 1));
        }
    }

    /// Records were given up.
    pub fn undelivered(&mut self, count: u64, weight: usize) {
        self.settle(count, weight);
        self.tally.undelivered += count;
    }

    fn settle(&mut self, count: u64, weight: usize) {
        debug_assert!(self.unsettled >= count && self.weight >= weight, "a record is settled once");
        self.unsettled = self.unsettled.saturating_sub(count);
        self.weight = self.weight.saturating_sub(weight);
        if self.unsettled == 0 {
            self.hurry = false;
        }
    }
}
