//! What a log knows about the producers that write to it: sequences, epochs, open transactions.
//!
//! Checking and applying are two steps: [`Producers::check`] judges batches against the state and notes what would
//! become of it; only when they are on disk does [`Producers::apply`] make it so. What must hold: the state is a function
//! of the batches below [`Producers::end`], so a replay gives the same (but for producers that have expired), and
//! the oldest open or unreplicated transaction bounds the last stable offset. Snapshots of it: [`super::snapshot`].

use std::collections::{BTreeMap, HashMap};

use super::error::LogError;
use crate::broker::planted::{self, Fault};
use crate::protocol::batch::{self, BatchHeader, NO_PRODUCER_EPOCH, NO_SEQUENCE};
use crate::protocol::control::EndTxnMarker;

/// How many batches of a producer are remembered to recognise one sent again: no client has more in flight.
pub const REMEMBERED_BATCHES: usize = 5;

/// Who appends, and so how much is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A producer: sequences and epochs.
    Client,
    /// A coordinator of this broker or a transaction marker: epochs, no sequences.
    Coordinator,
    /// A leader that has checked already, or this log's own past.
    Replication,
}

/// One batch that a producer has written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatchMeta {
    pub last_sequence: i32,
    pub last_offset: i64,
    pub offset_delta: i32,
    pub timestamp: i64,
}

impl BatchMeta {
    pub fn first_sequence(&self) -> i32 {
        // Sequences wrap from i32::MAX to 0.
        match self.last_sequence.checked_sub(self.offset_delta) {
            Some(first) if first >= 0 => first,
            _ => (i64::from(self.last_sequence) - i64::from(self.offset_delta) + i64::from(i32::MAX) + 1) as i32,
        }
    }

    pub fn first_offset(&self) -> i64 {
        self.last_offset - i64::from(self.offset_delta)
    }
}

/// One producer's state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Producer {
    pub epoch: i16,
    /// Epoch of the transaction coordinator that wrote the last marker, -1 before the first.
    pub coordinator_epoch: i32,
    pub last_timestamp: i64,
    /// Where its open transaction starts.
    pub txn_first_offset: Option<i64>,
    batches: [BatchMeta; REMEMBERED_BATCHES],
    count: u8,
}

const NO_BATCH: BatchMeta = BatchMeta { last_sequence: NO_SEQUENCE, last_offset: -1, offset_delta: 0, timestamp: -1 };

impl Producer {
    pub fn new(epoch: i16, coordinator_epoch: i32, last_timestamp: i64, txn_first_offset: Option<i64>) -> Self {
        Self {
            epoch,
            coordinator_epoch,
            last_timestamp,
            txn_first_offset,
            batches: [NO_BATCH; REMEMBERED_BATCHES],
            count: 0,
        }
    }

    fn unknown() -> Self {
        Self::new(NO_PRODUCER_EPOCH, -1, -1, None)
    }

    /// Oldest first.
    pub fn batches(&self) -> &[BatchMeta] {
        &self.batches[..usize::from(self.count)]
    }

    /// The last batch, when any is remembered under the current epoch.
    pub fn last(&self) -> Option<&BatchMeta> {
        self.batches().last()
    }

    pub fn last_sequence(&self) -> i32 {
        self.last().map_or(NO_SEQUENCE, |b| b.last_sequence)
    }

    pub fn push(&mut self, meta: BatchMeta) {
        if usize::from(self.count) == REMEMBERED_BATCHES {
            self.batches.copy_within(1.., 0);
            self.count -= 1;
        }
        self.batches[usize::from(self.count)] = meta;
        self.count += 1;
    }

    fn set_epoch(&mut self, epoch: i16) {
        if self.epoch != epoch {
            self.count = 0;
            self.epoch = epoch;
        }
    }

    fn duplicate_of(&self, header: &BatchHeader) -> Option<&BatchMeta> {
        if header.producer_epoch != self.epoch {
            return None;
        }
        let last = header.last_sequence();
        self.batches().iter().find(|b| b.last_sequence == last && b.first_sequence() == header.base_sequence)
    }
}

/// A transaction that a marker has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CompletedTxn {
    pub producer_id: i64,
    pub first_offset: i64,
    /// The marker's.
    pub last_offset: i64,
    pub aborted: bool,
}

/// What [`Producers::check`] found out about an append.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Append,
    /// The batch is in the log already, there.
    Duplicate(BatchMeta),
}

/// How an append is to be judged.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    pub origin: Origin,
    /// Of the marker: from 2 on (KIP-890) each transaction ends with a higher producer epoch.
    pub transaction_version: i16,
    /// The transaction coordinator knows that the partition takes part in the transaction.
    pub txn_verified: bool,
    /// An earlier batch of the transaction's beginning was sent, and is not here yet.
    pub lowest_sequence: Option<i32>,
    /// Transactions of this client begin a new epoch each: one without a past here must begin at its beginning.
    pub unknown_begins_at_zero: bool,
}

impl Rules {
    /// Of batches that were judged by a leader, or long ago.
    pub const fn replication() -> Rules {
        Rules {
            origin: Origin::Replication,
            transaction_version: 0,
            txn_verified: true,
            lowest_sequence: None,
            unknown_begins_at_zero: false,
        }
    }
}

/// The producers of one log.
#[derive(Debug, Default)]
pub struct Producers {
    by_id: HashMap<i64, Producer>,
    /// First offset of each open transaction → its producer.
    open: BTreeMap<i64, i64>,
    /// First offset of each ended transaction whose marker is not known to be replicated → the marker's offset.
    unreplicated: BTreeMap<i64, i64>,
    /// What the state covers: all batches below.
    end: i64,
    /// What a checked append would change; kept to reuse its memory.
    staged: Vec<(i64, Producer)>,
    completed: Vec<CompletedTxn>,
}

impl Producers {
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty() && self.open.is_empty() && self.unreplicated.is_empty()
    }

    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    pub fn get(&self, id: i64) -> Option<&Producer> {
        self.by_id.get(&id)
    }

    pub fn iter(&self) -> impl Iterator<Item = (i64, &Producer)> {
        self.by_id.iter().map(|(id, p)| (*id, p))
    }

    /// The state covers all batches below this offset.
    pub fn end(&self) -> i64 {
        self.end
    }

    pub fn set_end(&mut self, end: i64) {
        self.end = end;
    }

    /// Forgets everything; the state then covers the empty log that starts at `end`.
    pub fn reset(&mut self, end: i64) {
        *self = Self { end, ..Self::default() };
    }

    /// Takes a producer from a snapshot.
    pub fn restore(&mut self, id: i64, producer: Producer) {
        if let Some(first) = producer.txn_first_offset {
            self.open.insert(first, id);
        }
        self.by_id.insert(id, producer);
    }

    /// Judges one more batch of an append, whose header has its final offsets. `marker` is the control record of a
    /// control batch, if it ends a transaction. A caller starts with [`begin`](Self::begin).
    pub fn check(
        &mut self,
        header: &BatchHeader,
        marker: Option<EndTxnMarker>,
        rules: &Rules,
    ) -> Result<Verdict, LogError> {
        if !header.has_producer_id() {
            return Ok(Verdict::Append);
        }
        let id = header.producer_id;
        let staged = self.staged.iter().position(|(staged, _)| *staged == id);
        let known = match staged {
            Some(i) => Some(&self.staged[i].1),
            None => self.by_id.get(&id),
        };
        if rules.origin == Origin::Client
            && !planted::is(Fault::KeepsDuplicates)
            && let Some(meta) = known.and_then(|p| p.duplicate_of(header))
        {
            return Ok(Verdict::Duplicate(*meta));
        }
        let mut next = known.cloned().unwrap_or_else(Producer::unknown);
        if header.is_control() {
            if let Some(marker) = marker {
                self.completed.extend(end_txn(&mut next, header, marker, rules)?);
            }
        } else {
            add_batch(&mut next, header, rules)?;
        }
        match staged {
            Some(i) => self.staged[i].1 = next,
            None => self.staged.push((id, next)),
        }
        Ok(Verdict::Append)
    }

    /// Forgets what earlier checks have noted.
    pub fn begin(&mut self) {
        self.staged.clear();
        self.completed.clear();
    }

    /// Makes true what the checks since [`begin`](Self::begin) have noted; the state now covers everything below
    /// `end`. `each` is told of every transaction that ended, with the last stable offset that its end gives.
    pub fn apply<E>(&mut self, end: i64, mut each: impl FnMut(&CompletedTxn, i64) -> Result<(), E>) -> Result<(), E> {
        for (id, producer) in self.staged.drain(..) {
            if let Some(first) = producer.txn_first_offset {
                self.open.insert(first, id);
            }
            self.by_id.insert(id, producer);
        }
        let mut result = Ok(());
        for done in self.completed.drain(..) {
            let next_open = self.open.iter().find(|(_, id)| **id != done.producer_id);
            let stable = next_open.map_or(done.last_offset + 1, |(first, _)| *first);
            if result.is_ok() {
                result = each(&done, stable);
            }
            self.open.remove(&done.first_offset);
            self.unreplicated.insert(done.first_offset, done.last_offset);
        }
        self.end = end;
        result
    }

    /// Takes in a batch of the log's own past, which was judged when it was written.
    pub fn replay(&mut self, header: &BatchHeader, marker: Option<EndTxnMarker>) {
        self.begin();
        let judged = self.check(header, marker, &Rules::replication());
        debug_assert!(judged.is_ok(), "replicated batches are not refused");
        let applied = self.apply(header.next_offset(), |_, _| Ok::<_, std::convert::Infallible>(()));
        debug_assert!(applied.is_ok());
    }

    /// Markers below the high watermark are replicated. True when the first unstable offset may have changed.
    pub fn high_watermark(&mut self, high_watermark: i64) -> bool {
        if self.unreplicated.is_empty() {
            return false;
        }
        let before = self.unreplicated.len();
        self.unreplicated.retain(|_, marker| *marker >= high_watermark);
        self.unreplicated.len() != before
    }

    /// Where the oldest transaction starts that is open, or whose marker may not be replicated.
    pub fn first_unstable(&self) -> Option<i64> {
        let open = self.open.keys().next();
        let unreplicated = self.unreplicated.keys().next();
        open.into_iter().chain(unreplicated).min().copied()
    }

    /// Where the oldest open transaction starts.
    pub fn first_undecided(&self) -> Option<i64> {
        self.open.keys().next().copied()
    }

    /// The time of the last record of the oldest open transaction, to notice one that hangs.
    pub fn oldest_txn_timestamp(&self) -> Option<i64> {
        let id = self.open.values().next()?;
        self.by_id.get(id).map(|p| p.last_timestamp)
    }

    /// Forgets producers that were idle for `expiration_ms`, unless they have a transaction open.
    pub fn expire(&mut self, now_ms: i64, expiration_ms: i64) -> usize {
        let before = self.by_id.len();
        self.by_id.retain(|_, p| !expired(p, now_ms, expiration_ms));
        before - self.by_id.len()
    }
}

pub fn expired(producer: &Producer, now_ms: i64, expiration_ms: i64) -> bool {
    producer.txn_first_offset.is_none() && now_ms.saturating_sub(producer.last_timestamp) >= expiration_ms
}

fn add_batch(producer: &mut Producer, header: &BatchHeader, rules: &Rules) -> Result<(), LogError> {
    let producer_id = header.producer_id;
    if rules.origin != Origin::Replication {
        if header.producer_epoch < producer.epoch && !planted::is(Fault::ForgetsFences) {
            return Err(LogError::InvalidProducerEpoch {
                producer_id,
                epoch: header.producer_epoch,
                current: producer.epoch,
            });
        }
        let open = producer.txn_first_offset.is_some();
        if open && !header.is_transactional() || header.is_transactional() && !open && !rules.txn_verified {
            return Err(LogError::InvalidTxnState { producer_id });
        }
    }
    if rules.origin == Origin::Client && !planted::is(Fault::KeepsDuplicates) {
        check_sequence(producer, header, rules)?;
    }
    producer.set_epoch(header.producer_epoch);
    producer.push(BatchMeta {
        last_sequence: header.last_sequence(),
        last_offset: header.last_offset(),
        offset_delta: header.last_offset_delta,
        timestamp: header.max_timestamp,
    });
    producer.last_timestamp = header.max_timestamp;
    if header.is_transactional() && producer.txn_first_offset.is_none() {
        producer.txn_first_offset = Some(header.base_offset);
    }
    Ok(())
}

fn check_sequence(producer: &Producer, header: &BatchHeader, rules: &Rules) -> Result<(), LogError> {
    let refused = |last| {
        Err(LogError::OutOfOrderSequence { producer_id: header.producer_id, sequence: header.base_sequence, last })
    };
    if rules.lowest_sequence.is_some_and(|lowest| header.base_sequence > lowest) {
        return refused(producer.last_sequence());
    }
    // Nothing is known of the producer: its records may have been deleted, so it may go on anywhere.
    if producer.epoch == NO_PRODUCER_EPOCH {
        let begins = !(rules.unknown_begins_at_zero && header.is_transactional()) || header.base_sequence == 0;
        return if begins { Ok(()) } else { refused(NO_SEQUENCE) };
    }
    let last = if header.producer_epoch == producer.epoch { producer.last_sequence() } else { NO_SEQUENCE };
    if header.base_sequence == batch::increment_sequence(last, 1) {
        return Ok(());
    }
    refused(last)
}

fn end_txn(
    producer: &mut Producer,
    header: &BatchHeader,
    marker: EndTxnMarker,
    rules: &Rules,
) -> Result<Option<CompletedTxn>, LogError> {
    let (epoch, current) = (header.producer_epoch, producer.epoch);
    if rules.origin != Origin::Replication {
        let stale = if rules.transaction_version >= 2 {
            // The same marker sent again is fine, and so is the last epoch there is.
            let again = epoch == current && (producer.txn_first_offset.is_none() || epoch == i16::MAX);
            epoch <= current && !again
        } else {
            epoch < current
        };
        if stale {
            return Err(LogError::InvalidProducerEpoch { producer_id: header.producer_id, epoch, current });
        }
        if marker.coordinator_epoch < producer.coordinator_epoch {
            return Err(LogError::CoordinatorFenced {
                epoch: marker.coordinator_epoch,
                current: producer.coordinator_epoch,
            });
        }
    }
    let completed = producer.txn_first_offset.take().map(|first_offset| CompletedTxn {
        producer_id: header.producer_id,
        first_offset,
        last_offset: header.base_offset,
        aborted: !marker.commit,
    });
    producer.set_epoch(epoch);
    producer.coordinator_epoch = marker.coordinator_epoch;
    producer.last_timestamp = header.max_timestamp;
    Ok(completed)
}

#[cfg(test)]
#[path = "producers_tests.rs"]
mod tests;
