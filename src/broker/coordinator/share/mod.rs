//! The share coordinator: how far a share group has come in each partition, in `__share_group_state` (KIP-932).
//!
//! A key is a group, a topic and a partition; its state ([`state`]) is a snapshot and the updates since. Who may change
//! it is decided in [`decide`]: the leader of the partition writes with its epoch, the group's coordinator makes and
//! deletes. [`ask`] is how both of them, within this broker, ask. A state that nobody changes gets a snapshot now and
//! then, so that what lies before the oldest snapshot can be let go: the topic is not compacted.

pub mod ask;
pub mod decide;
pub mod record;
pub mod state;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Weak};

use bytes::Bytes;
use kt_codec::{DecodeError, EncodeError, Str, Uuid};

use super::runtime::{Effects, Kind, Meta, Runtime, World};
use crate::broker::controller::Image;
use crate::broker::{Broker, internal};
use crate::protocol::compress::Codec;
pub use record::Record;
use state::State;

pub type Fx = Effects<Shares>;
pub type Decision<T> = super::runtime::Decision<Record, T>;

/// A share partition: what a group reads of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub group: Str,
    pub topic: Uuid,
    pub partition: i32,
}

impl Key {
    /// By this the coordinator is found.
    pub fn text(&self) -> String {
        format!("{}:{}:{}", self.group, self.topic, self.partition)
    }
}

pub struct Shares {
    broker: Weak<Broker>,
}

/// What a partition of `__share_group_state` holds.
#[derive(Default)]
pub struct ShareShard {
    index: i32,
    pub states: BTreeMap<Key, State>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timer {
    /// States that nobody changes get a snapshot.
    Snapshot,
    /// What lies before the oldest snapshot is let go.
    Prune,
}

impl Shares {
    pub fn new(broker: &Weak<Broker>) -> Shares {
        Shares { broker: Weak::clone(broker) }
    }

    fn later(timer: Timer, fx: &mut Fx) {
        let share = &fx.world.current.settings.share;
        let interval_ms = match timer {
            Timer::Snapshot => share.cold_snapshot_interval_ms,
            Timer::Prune => share.prune_interval_ms,
        };
        fx.timer(timer, fx.now_ms.saturating_add(i64::from(interval_ms)));
    }

    /// Deletes the records before the oldest snapshot that counts. Beside the workers: it removes files.
    fn prune(&self, shard: &ShareShard, fx: &mut Fx) {
        let Some(before) = shard.states.values().map(|state| state.snapshot_at).min() else { return };
        let (broker, index) = (Weak::clone(&self.broker), shard.index);
        fx.then(move || {
            tokio::task::spawn_blocking(move || {
                let Some(broker) = broker.upgrade() else { return };
                let Ok(partition) = broker.partition(internal::SHARES, index) else { return };
                if before > partition.view().log_start()
                    && let Err(code) = partition.delete_records(before)
                {
                    tracing::warn!("old records of {}-{index} were not deleted: {}", internal::SHARES, code.name());
                }
            });
        });
    }
}

impl Kind for Shares {
    type Shard = ShareShard;
    type Record = Record;
    type Timer = Timer;

    fn topic(&self) -> &'static str {
        internal::SHARES
    }

    fn shard(&self, index: i32) -> ShareShard {
        ShareShard { index, ..ShareShard::default() }
    }

    fn encode(record: &Record) -> Result<(Bytes, Option<Bytes>), EncodeError> {
        record.encode()
    }

    fn decode(key: Bytes, value: Option<Bytes>) -> Result<Option<Record>, DecodeError> {
        Record::decode(key, value)
    }

    fn apply(&self, shard: &mut ShareShard, meta: &Meta, record: Record) {
        state::apply(&mut shard.states, meta.offset, record);
    }

    fn apply_marker(&self, _shard: &mut ShareShard, _producer_id: i64, _epoch: i16, _commit: bool) {
        // Nobody writes here in a transaction.
    }

    fn loaded(&self, _shard: &mut ShareShard, _now_ms: i64, fx: &mut Fx) {
        Shares::later(Timer::Snapshot, fx);
        Shares::later(Timer::Prune, fx);
    }

    fn due(&self, shard: &mut ShareShard, timer: Timer, now_ms: i64, fx: &mut Fx) -> Vec<Record> {
        Shares::later(timer.clone(), fx);
        match timer {
            Timer::Prune => {
                self.prune(shard, fx);
                Vec::new()
            }
            Timer::Snapshot => {
                let interval_ms = i64::from(fx.world.current.settings.share.cold_snapshot_interval_ms);
                decide::snapshots(&shard.states, interval_ms, now_ms)
            }
        }
    }

    fn codec(world: &World) -> Codec {
        let number = world.current.settings.share.topic_compression_codec;
        u8::try_from(number).ok().and_then(Codec::from_id).unwrap_or(Codec::None)
    }
}

/// The metadata changed: the states of topics that are gone go with them.
pub fn follow(shares: &Arc<Runtime<Shares>>, before: &Image, after: &Image) {
    let gone = before.topics.iter().filter(|topic| after.topics.by_id(&topic.id).is_none());
    let gone: Arc<HashSet<Uuid>> = Arc::new(gone.map(|topic| topic.id).collect());
    if gone.is_empty() {
        return;
    }
    for shard in shares.led() {
        let gone = Arc::clone(&gone);
        shares.write_soon(shard, move |shard, _| {
            Decision::new(decide::of_gone_topics(shard, |topic| gone.contains(topic)), ())
        });
    }
}
