//! Transactions: which producer has a transactional id, and how its transaction ends in all of its partitions at once.
//!
//! The state of an id is one record of `__transaction_state` ([`state`]); what a request makes of it is decided by pure
//! functions ([`decide`]) and asked for by [`ask`]. What must hold: once a record says that a transaction is prepared, it
//! ends that way in every partition, whatever happens to the broker: [`markers`] goes on until all are kept, and only
//! then is it complete. Leaders ask before a transaction begins in their partition ([`join`]).

pub mod ask;
pub mod decide;
pub mod join;
pub mod list;
pub mod markers;
pub mod state;

use std::collections::HashMap;
use std::sync::{Arc, Weak};

use bytes::Bytes;
use kt_codec::{DecodeError, EncodeError, Str};

use super::runtime::{Effects, Kind, Meta, World};
use crate::broker::{Broker, internal};
use state::{Record, State, Txn};

/// How long a prepared transaction may have nobody who writes its markers: the answer to its preparation timed out.
const LOOK_AGAIN_MS: i64 = 5_000;
/// A transaction that could not be aborted in time is tried again.
const ABORT_AGAIN_MS: i64 = 1_000;
/// Ids that are let go with one write.
const EXPIRED_AT_ONCE: usize = 1_000;
const FEATURE: &str = "transaction.version";

pub struct Txns {
    broker: Weak<Broker>,
}

/// The transactional ids of one partition of the topic.
#[derive(Default)]
pub struct Shard {
    index: i32,
    txns: HashMap<Str, Txn>,
    /// Of the state that is about to be applied: its record has no place for it.
    last_epochs: HashMap<Str, i16>,
    /// Whoever writes an id's markers holds the other end.
    finishing: HashMap<Str, Weak<()>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timer {
    /// An open transaction has run out of time.
    Abort(Str),
    /// Somebody has to be writing the markers.
    Finish(Str),
    Expire,
}

impl Shard {
    pub fn get(&self, id: &str) -> Option<&Txn> {
        self.txns.get(id)
    }

    /// The record of an id's next state, in the version that the feature's level allows.
    pub fn record(&mut self, id: &Str, txn: Txn, fx: &mut Effects<Txns>) -> Record {
        self.last_epochs.insert(id.clone(), txn.last_epoch);
        let written = id.clone();
        fx.failed(move |shard, _, _| {
            shard.last_epochs.remove(&written);
        });
        Record { id: id.clone(), txn: Some(txn), version: i16::from(server_version(&fx.world) >= 1) }
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Str, &Txn)> {
        self.txns.iter()
    }
}

/// The level of the protocol's feature, which says how ends are decided that no client asks for.
pub fn server_version(world: &World) -> i16 {
    world.image.feature(FEATURE)
}

impl Txns {
    pub fn new(broker: &Weak<Broker>) -> Txns {
        Txns { broker: Weak::clone(broker) }
    }

    /// Has the markers written, once this step's records are kept.
    pub fn finish(&self, shard: &mut Shard, id: &Str, txn: &Txn, fx: &mut Effects<Txns>) -> markers::Finished {
        fx.cancel(Timer::Abort(id.clone()));
        fx.timer(Timer::Finish(id.clone()), fx.now_ms.saturating_add(LOOK_AGAIN_MS));
        let (done, finished) = markers::finished();
        let token = Arc::new(());
        shard.finishing.insert(id.clone(), Arc::downgrade(&token));
        let job =
            markers::Job { broker: Weak::clone(&self.broker), shard: shard.index, id: id.clone(), txn: txn.clone() };
        fx.then(move || {
            tokio::spawn(async move {
                job.run().await;
                drop(token);
                done.tell();
            });
        });
        finished
    }
}

impl Kind for Txns {
    type Shard = Shard;
    type Record = Record;
    type Timer = Timer;

    fn topic(&self) -> &'static str {
        internal::TRANSACTIONS
    }

    fn shard(&self, index: i32) -> Shard {
        Shard { index, ..Shard::default() }
    }

    fn encode(record: &Record) -> Result<(Bytes, Option<Bytes>), EncodeError> {
        record.encode()
    }

    fn decode(key: Bytes, value: Option<Bytes>) -> Result<Option<Record>, DecodeError> {
        Record::decode(key, value)
    }

    fn apply(&self, shard: &mut Shard, _meta: &Meta, record: Record) {
        let last_epoch = shard.last_epochs.remove(&record.id).unwrap_or(state::NO_EPOCH);
        match record.txn {
            Some(txn) => shard.txns.insert(record.id, Txn { last_epoch, ..txn }),
            None => shard.txns.remove(&record.id),
        };
    }

    fn apply_marker(&self, _shard: &mut Shard, _producer_id: i64, _epoch: i16, _commit: bool) {
        // Nobody writes here in a transaction.
    }

    fn loaded(&self, shard: &mut Shard, now_ms: i64, fx: &mut Effects<Self>) {
        fx.timer(Timer::Expire, now_ms.saturating_add(expiration_check_ms(fx)));
        let unfinished: Vec<(Str, Txn)> =
            shard.txns.iter().filter(|(_, t)| !t.state.is_idle()).map(|(id, t)| (id.clone(), t.clone())).collect();
        for (id, txn) in unfinished {
            match txn.deadline_ms() {
                Some(deadline) => fx.timer(Timer::Abort(id), deadline),
                None => drop(self.finish(shard, &id, &txn, fx)),
            }
        }
    }

    fn due(&self, shard: &mut Shard, timer: Timer, now_ms: i64, fx: &mut Effects<Self>) -> Vec<Record> {
        match timer {
            Timer::Abort(id) => {
                self.abort_in_time(shard, &id, now_ms, fx);
                Vec::new()
            }
            Timer::Finish(id) => {
                let unattended = shard.finishing.get(&id).is_none_or(|token| token.strong_count() == 0);
                match shard.txns.get(&id).filter(|t| t.state.is_prepared()).cloned() {
                    Some(txn) if unattended => drop(self.finish(shard, &id, &txn, fx)),
                    Some(_) => fx.timer(Timer::Finish(id), now_ms.saturating_add(LOOK_AGAIN_MS)),
                    None => drop(shard.finishing.remove(&id)),
                }
                Vec::new()
            }
            Timer::Expire => expire(shard, now_ms, fx),
        }
    }
}

impl Txns {
    /// The abort may need a new producer id, which is not to be had under the shard's lock: it is asked for from outside.
    fn abort_in_time(&self, shard: &Shard, id: &Str, now_ms: i64, fx: &mut Effects<Self>) {
        let Some(txn) = shard.txns.get(id).filter(|t| t.state == State::Ongoing) else { return };
        let Some(deadline) = txn.deadline_ms().filter(|deadline| *deadline <= now_ms) else {
            return fx.timer(Timer::Abort(id.clone()), txn.deadline_ms().unwrap_or(i64::MAX));
        };
        tracing::debug!("the transaction of {id} was to end by {deadline} and is aborted");
        fx.timer(Timer::Abort(id.clone()), now_ms.saturating_add(ABORT_AGAIN_MS));
        let (broker, id, producer) = (Weak::clone(&self.broker), id.clone(), txn.producer());
        fx.then(move || {
            tokio::spawn(async move {
                let Some(broker) = broker.upgrade() else { return };
                if let Err(code) = ask::abort(&broker, &id, producer).await {
                    tracing::warn!("the transaction of {id} is out of time and was not aborted: {}", code.name());
                }
            });
        });
    }
}

fn expiration_check_ms(fx: &Effects<Txns>) -> i64 {
    i64::from(fx.world.current.settings.transactions.expiration_check_interval_ms)
}

fn expire(shard: &mut Shard, now_ms: i64, fx: &mut Effects<Txns>) -> Vec<Record> {
    let limit = i64::from(fx.world.current.settings.transactions.transactional_id_expiration_ms);
    let expired = shard.txns.iter().filter(|(_, txn)| decide::is_expired(txn, now_ms, limit));
    let gone: Vec<Record> =
        expired.take(EXPIRED_AT_ONCE).map(|(id, _)| Record { id: id.clone(), txn: None, version: 0 }).collect();
    let all = gone.len() < EXPIRED_AT_ONCE;
    let pause = if all { expiration_check_ms(fx) } else { 1 };
    fx.timer(Timer::Expire, now_ms.saturating_add(pause));
    gone
}
