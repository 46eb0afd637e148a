//! One shard: its state, its partition, its timers, and the step that all changes go through.
//!
//! A step is decide, append, apply, under the shard's mutex and without a wait. The records that are applied are decoded
//! from what was appended, so that what runs is what a start would load, and nothing of the request stays in memory.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::watch;
use tokio::time::Instant;

use super::timers::Timers;
use super::{Decision, Effects, Kept, Kind, Meta, Transaction, World};
use crate::broker::log::Verified;
use crate::broker::partition::{AppendError, Appended, Partition};
use crate::protocol::batch::BatchBuilder;
use crate::protocol::code::ErrorCode;

/// What there is of a shard.
pub(super) enum Slot<K: Kind> {
    /// Nothing: not asked for yet, or led by another broker.
    Empty,
    /// The receiver ends when the loading does.
    Loading(Lead, watch::Receiver<()>),
    Loaded(Box<Loaded<K>>),
    /// Nobody tries again before then.
    Failed(Lead, Instant),
}

/// A partition, and the epoch in which this broker leads it. With either of them changed the state is of the past.
#[derive(Clone)]
pub(super) struct Lead {
    pub partition: Arc<Partition>,
    pub epoch: i32,
}

impl PartialEq for Lead {
    fn eq(&self, other: &Lead) -> bool {
        Arc::ptr_eq(&self.partition, &other.partition) && self.epoch == other.epoch
    }
}

pub(super) struct Loaded<K: Kind> {
    pub lead: Lead,
    pub state: K::Shard,
    pub timers: Timers<K::Timer>,
    /// The last records that were written: what is answered from this state waits for them to be kept.
    pub last: Option<Appended>,
}

/// What came of a step, to be finished outside of the lock.
pub(super) struct Stepped<T> {
    pub outcome: Result<T, ErrorCode>,
    pub kept: Vec<Kept>,
    /// What has to be kept first.
    pub wait: Option<(Arc<Partition>, Appended)>,
    /// To be synced soon, whoever waits.
    pub sync: Option<Arc<Partition>>,
}

impl<K: Kind> Loaded<K> {
    pub fn new(lead: Lead, state: K::Shard) -> Loaded<K> {
        Loaded { lead, state, timers: Timers::default(), last: None }
    }

    pub fn step<T>(
        &mut self,
        kind: &K,
        world: World,
        decide: impl FnOnce(&mut K::Shard, &mut Effects<K>) -> Decision<K::Record, T>,
    ) -> Stepped<T> {
        let now = Instant::now();
        let mut fx = Effects::new(world);
        let Decision { records, reply, transaction } = decide(&mut self.state, &mut fx);
        match self.append(kind, &fx.world, records, transaction) {
            Ok(sync_due) => {
                self.set_timers(&mut fx, now);
                self.stepped(reply, fx.kept, sync_due)
            }
            Err(code) => {
                let mut after = Effects::new(fx.world);
                fx.failed.into_iter().rev().for_each(|failed| failed(&mut self.state, code, &mut after));
                self.set_timers(&mut after, now);
                let mut kept = fx.kept;
                // What taking it back has brought about is true, whatever became of the step.
                kept.extend(after.kept.into_iter().map(|done| -> Kept { Box::new(|_| done(Ok(()))) }));
                Stepped { outcome: Err(code), kept, wait: None, sync: None }
            }
        }
    }

    /// A step that writes nothing and cannot fail.
    pub fn touch(
        &mut self,
        kind: &K,
        world: World,
        change: impl FnOnce(&K, &mut K::Shard, &mut Effects<K>),
    ) -> Vec<Kept> {
        let now = Instant::now();
        let mut fx = Effects::new(world);
        change(kind, &mut self.state, &mut fx);
        self.set_timers(&mut fx, now);
        fx.kept
    }

    /// The end of a transaction is a batch that someone else makes.
    pub fn marker(
        &mut self,
        kind: &K,
        (producer_id, epoch, commit): (i64, i16, bool),
        append: impl FnOnce(&Partition) -> Result<Appended, AppendError>,
    ) -> Stepped<()> {
        match append(&self.lead.partition) {
            Ok(appended) => {
                let sync_due = appended.sync_due;
                self.last = Some(appended);
                kind.apply_marker(&mut self.state, producer_id, epoch, commit);
                self.stepped((), Vec::new(), sync_due)
            }
            Err(e) => Stepped { outcome: Err(e.code), kept: Vec::new(), wait: None, sync: None },
        }
    }

    /// What went well, and waits for all that was written so far.
    pub fn stepped<T>(&mut self, reply: T, kept: Vec<Kept>, sync_due: bool) -> Stepped<T> {
        let sync = sync_due.then(|| Arc::clone(&self.lead.partition));
        Stepped { outcome: Ok(reply), kept, wait: self.unsettled(), sync }
    }

    /// Forgets the last append once it is kept.
    fn unsettled(&mut self) -> Option<(Arc<Partition>, Appended)> {
        self.last.take_if(|last| self.lead.partition.is_settled(last));
        self.last.as_ref().map(|last| (Arc::clone(&self.lead.partition), last.clone()))
    }

    fn set_timers(&mut self, fx: &mut Effects<K>, now: Instant) {
        for (timer, at_ms) in fx.timers.drain(..) {
            match at_ms {
                Some(at_ms) => {
                    let left = u64::try_from(at_ms.saturating_sub(fx.now_ms)).unwrap_or(0);
                    self.timers.set(timer, now + Duration::from_millis(left.min(LONGEST_MS)));
                }
                None => self.timers.cancel(&timer),
            }
        }
    }

    /// Returns whether something should be synced.
    fn append(
        &mut self,
        kind: &K,
        world: &World,
        records: Vec<K::Record>,
        transaction: Option<Transaction>,
    ) -> Result<bool, ErrorCode> {
        if records.is_empty() {
            return Ok(false);
        }
        let encoded = records.iter().map(K::encode).collect::<Result<Vec<_>, _>>().map_err(|e| {
            tracing::error!("a record for {} cannot be written: {e}", kind.topic());
            ErrorCode::UNKNOWN_SERVER_ERROR
        })?;
        drop(records);
        let bytes = self.batches::<K>(world, &encoded, transaction)?;
        let verified = transaction.map_or(Verified::Exempt, |t| t.verified);
        let appended = self.lead.partition.append_verified(&bytes, verified, world.now_ms).map_err(|e| {
            let message = e.message.as_deref().unwrap_or(e.code.name());
            tracing::warn!("{}-{} takes no records: {message}", kind.topic(), self.lead.partition.index());
            to_the_client(e.code)
        })?;
        let sync_due = appended.sync_due;
        let producer = transaction.map(|t| (t.producer_id, t.epoch));
        for (offset, (key, value)) in (appended.base_offset..).zip(encoded) {
            let meta = Meta { offset, timestamp: world.now_ms, producer };
            match K::decode(key, value) {
                Ok(Some(record)) => kind.apply(&mut self.state, &meta, record),
                broken => {
                    let why = broken.err().map_or("it is of an unknown sort".to_owned(), |e| e.to_string());
                    debug_assert!(false, "a record that was just written reads back: {why}");
                    tracing::error!("the record at offset {offset} of {} cannot be read back: {why}", kind.topic());
                }
            }
        }
        self.last = Some(appended);
        Ok(sync_due)
    }

    /// As few batches as the topic's `max.message.bytes` allows, all of them for one write.
    fn batches<Q: Kind>(
        &self,
        world: &World,
        records: &[(Bytes, Option<Bytes>)],
        transaction: Option<Transaction>,
    ) -> Result<Vec<u8>, ErrorCode> {
        let limit = self.lead.partition.view().config().max_message_bytes as usize;
        let builder = || {
            let builder = BatchBuilder::new().compression(Q::codec(world), None);
            match transaction {
                // The original counts from 0 in each batch, and nobody checks it.
                Some(t) => builder.producer(t.producer_id, t.epoch, 0).transactional(),
                None => builder,
            }
        };
        let mut bytes = Vec::new();
        let mut batch = builder();
        for (key, value) in records {
            let size = RECORD_OVERHEAD + key.len() + value.as_ref().map_or(0, Bytes::len);
            if !batch.is_empty() && batch.size() + size > limit {
                bytes.extend(std::mem::replace(&mut batch, builder()).build());
            }
            if batch.size() + size > limit {
                tracing::error!("a record of {size} bytes is larger than max.message.bytes = {limit} allows");
                return Err(ErrorCode::UNKNOWN_SERVER_ERROR);
            }
            batch.append(world.now_ms, Some(key), value.as_deref());
        }
        bytes.extend(batch.build());
        Ok(bytes)
    }
}

/// Length, attributes, deltas, lengths of key and value, count of headers: never more than this.
const RECORD_OVERHEAD: usize = 32;

/// As long as a timer may run: nobody waits for thirty years.
const LONGEST_MS: u64 = 30 * 365 * 24 * 3600 * 1000;

/// What a client is told of a log that takes no records: the original's translation, so that clients do what they do
/// there (look for the coordinator again, or try again later).
pub(super) fn to_the_client(code: ErrorCode) -> ErrorCode {
    match code {
        ErrorCode::UNKNOWN_TOPIC_OR_PARTITION | ErrorCode::NOT_ENOUGH_REPLICAS | ErrorCode::REQUEST_TIMED_OUT => {
            ErrorCode::COORDINATOR_NOT_AVAILABLE
        }
        ErrorCode::NOT_LEADER_OR_FOLLOWER | ErrorCode::KAFKA_STORAGE_ERROR => ErrorCode::NOT_COORDINATOR,
        ErrorCode::MESSAGE_TOO_LARGE | ErrorCode::RECORD_LIST_TOO_LARGE => ErrorCode::UNKNOWN_SERVER_ERROR,
        code => code,
    }
}
