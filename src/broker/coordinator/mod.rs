//! What the broker coordinates: groups with their offsets, transactions, and the state of share partitions.
//!
//! Each keeps its state in an internal topic and nowhere else. A partition of that topic is a shard; the broker that
//! leads the partition answers for the groups, or transactional ids, that hash to it. [`runtime`] is the same for all:
//! decide on the shard's state, append the records, apply them, answer once they are kept. Loading is apply. What a
//! record means is up to the [`runtime::Kind`]: [`group`], [`txn`] and [`share`].

pub mod group;
pub mod runtime;
pub mod share;
mod topics;
pub mod txn;

use std::sync::{Arc, Weak};

use super::controller::Image;
use super::partition::Partition;
use super::{Broker, internal};
use crate::protocol::code::ErrorCode;
use group::Groups;
use runtime::{Host, Runtime, World};
use share::Shares;
use txn::Txns;

/// The coordinators of one broker.
pub struct Coordinators {
    pub groups: Arc<Runtime<Groups>>,
    pub txns: Arc<Runtime<Txns>>,
    pub shares: Arc<Runtime<Shares>>,
}

impl Coordinators {
    pub fn new(broker: &Weak<Broker>) -> Coordinators {
        let host = || Arc::new(OfBroker(Weak::clone(broker)));
        Coordinators {
            groups: Runtime::new(Groups, host()),
            txns: Runtime::new(Txns::new(broker), host()),
            shares: Runtime::new(Shares::new(broker), host()),
        }
    }

    /// Loads what is there, so that timers run and unfinished work goes on before anyone asks.
    pub fn start(&self) {
        self.groups.load_all();
        self.txns.load_all();
        self.shares.load_all();
    }

    /// The metadata changed: shards move with their partitions, and what groups know of deleted topics goes.
    pub fn follow(&self, before: &Image, after: &Image) {
        for topic in [internal::OFFSETS, internal::TRANSACTIONS, internal::SHARES] {
            let ids = (before.topics.id(topic), after.topics.id(topic));
            let partitions = |image: &Image| image.topics.by_name(topic).map(|t| t.partitions.clone());
            if ids.0 == ids.1 && partitions(before) == partitions(after) {
                continue;
            }
            match topic {
                internal::OFFSETS => self.groups.load_all(),
                internal::SHARES => self.shares.load_all(),
                _ => self.txns.load_all(),
            }
        }
        group::follow(&self.groups, before, after);
        share::follow(&self.shares, before, after);
    }

    /// Answers nobody any more: whoever waits is sent to look for another coordinator.
    pub fn stop(&self) {
        self.groups.stop();
        self.txns.stop();
        self.shares.stop();
    }
}

/// The broker, seen by its coordinators. They live no longer than it does.
struct OfBroker(Weak<Broker>);

impl Host for OfBroker {
    fn partition(&self, topic: &str, index: i32) -> Result<Arc<Partition>, ErrorCode> {
        self.0.upgrade().ok_or(ErrorCode::NOT_COORDINATOR)?.partition(topic, index)
    }

    fn count(&self, topic: &str) -> Option<i32> {
        let topic = self.0.upgrade()?.image().topics.by_name(topic).map(|t| t.partitions.len())?;
        i32::try_from(topic).ok()
    }

    fn world(&self) -> Option<World> {
        let broker = self.0.upgrade()?;
        Some(World { now_ms: broker.clock.now_ms(), current: broker.current(), image: broker.image() })
    }

    fn sync_soon(&self, partition: &Arc<Partition>) {
        if let Some(broker) = self.0.upgrade() {
            broker.sync_soon(partition);
        }
    }
}
