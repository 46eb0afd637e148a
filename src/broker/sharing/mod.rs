//! Share groups at the leader of a partition (KIP-932): who has which records, until when, and what became of them.
//!
//! [`progress`] is the state and the decisions, without I/O; [`partition`] keeps one for each share partition that is
//! read here, as the share coordinator has stored it, and writes what changes; [`sessions`] knows which member reads
//! what over which connection. Nothing here survives the broker but what the share coordinator has: records that were
//! acquired and not settled are free again after a start.

pub mod acquire;
pub mod inflight;
pub mod partition;
pub mod progress;
pub mod read;
pub mod sessions;
pub mod settle;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::{Arc, Weak};
use std::time::Instant;

use kt_codec::Str;
use parking_lot::Mutex;
use tokio::sync::{Notify, OnceCell};

use super::Broker;
use super::controller::Image;
use super::coordinator::group::consumer::refused::Refused;
use super::coordinator::share::Key;
use crate::protocol::code::ErrorCode;
pub use partition::SharePartition;
use sessions::{Owner, Place, Sessions};

/// A share partition, or the reading of its state.
type Slot = Arc<OnceCell<Arc<SharePartition>>>;

#[derive(Default)]
pub struct Sharing {
    pub sessions: Mutex<Sessions>,
    partitions: Mutex<HashMap<Key, Slot>>,
    locks: Mutex<Locks>,
    bell: Arc<Notify>,
}

/// When locks run out. One task looks after all of them.
#[derive(Default)]
struct Locks {
    next: HashMap<Key, Instant>,
    watched: bool,
}

impl Sharing {
    /// The share partition that somebody reads here already.
    pub fn known(&self, key: &Key) -> Option<Arc<SharePartition>> {
        self.partitions.lock().get(key)?.get().cloned()
    }

    /// The share partition, read from the share coordinator if it is not known. Errors are the leader's.
    pub async fn partition(&self, broker: &Arc<Broker>, key: &Key) -> Result<Arc<SharePartition>, Refused> {
        let slot = {
            let mut partitions = self.partitions.lock();
            // One that is led anew, or is another under the same name, is read again.
            if partitions.get(key).and_then(|slot| slot.get()).is_some_and(|known| !known.is_current(broker)) {
                partitions.remove(key);
            }
            Arc::clone(partitions.entry(key.clone()).or_default())
        };
        let opened = slot.get_or_try_init(|| async {
            let log = broker.partition_by_id(key.topic, key.partition);
            let log = log.map_err(|code| Refused::new(code, code.message()))?;
            SharePartition::open(broker, key.clone(), log).await.map(Arc::new)
        });
        match opened.await {
            Ok(opened) => Ok(Arc::clone(opened)),
            Err(refused) => {
                self.forget_slot(key, &slot);
                Err(refused)
            }
        }
    }

    fn forget_slot(&self, key: &Key, slot: &Slot) {
        let mut partitions = self.partitions.lock();
        if partitions.get(key).is_some_and(|known| Arc::ptr_eq(known, slot)) {
            partitions.remove(key);
        }
    }

    /// After a refused write: what is known here is of the past, and is read anew.
    pub fn forget_if_fenced(&self, partition: &Arc<SharePartition>, refused: &Refused) {
        let is_fenced = matches!(
            refused.code,
            ErrorCode::NOT_LEADER_OR_FOLLOWER | ErrorCode::GROUP_ID_NOT_FOUND | ErrorCode::UNKNOWN_TOPIC_OR_PARTITION
        );
        if is_fenced {
            self.forget(partition);
        }
    }

    fn forget(&self, partition: &Arc<SharePartition>) {
        let mut partitions = self.partitions.lock();
        let known = partitions.get(&partition.key).and_then(|slot| slot.get());
        if known.is_some_and(|known| Arc::ptr_eq(known, partition)) {
            partitions.remove(&partition.key);
        }
        drop(partitions);
        partition.waiters.wake_all();
    }

    /// Ends the session of a member that has left, and frees what it had.
    pub async fn end_session(&self, broker: &Arc<Broker>, owner: &Owner) -> Result<(), ErrorCode> {
        let places = self.sessions.lock().end(owner).ok_or(ErrorCode::SHARE_SESSION_NOT_FOUND)?;
        let (group, member) = owner;
        for (topic, partition) in places {
            let Some(known) = self.known(&Key { group: group.clone(), topic, partition }) else { continue };
            if let Err(refused) = known.release(broker, member).await {
                tracing::debug!("{} was not released: {}", known.key.text(), refused.message);
                self.forget_if_fenced(&known, &refused);
            }
        }
        self.forget_idle_group(group);
        Ok(())
    }

    /// A group that nobody reads in any more is read from what is stored when somebody does: an administrator may have
    /// changed it.
    fn forget_idle_group(&self, group: &Str) {
        if self.sessions.lock().has_group(group) {
            return;
        }
        self.partitions.lock().retain(|key, _| key.group != *group);
        self.locks.lock().next.retain(|key, _| key.group != *group);
    }

    /// The metadata changed: what is known of topics that are gone goes, and whoever waits for them hears of it.
    pub fn follow(&self, after: &Image) {
        let mut partitions = self.partitions.lock();
        let gone = partitions.extract_if(|key, _| after.topics.by_id(&key.topic).is_none());
        let gone: Vec<Slot> = gone.map(|(_, slot)| slot).collect();
        drop(partitions);
        gone.iter().filter_map(|slot| slot.get()).for_each(|partition| partition.waiters.wake_all());
    }

    /// A client's connection has ended, and its sessions with it.
    pub async fn disconnected(&self, broker: &Arc<Broker>, connection: u64) {
        let gone = self.sessions.lock().of_connection(connection);
        for owner in gone {
            // It may have begun a new one meanwhile, elsewhere: then that one is ended by its own connection.
            let _ = self.end_session(broker, &owner).await;
        }
    }

    /// The keys of partitions by a member's places.
    pub fn key(group: &Str, place: Place) -> Key {
        Key { group: Str::from(group.to_string()), topic: place.0, partition: place.1 }
    }

    /// Locks of the partition may have been set: has them looked after.
    pub fn watch_locks(&self, broker: &Arc<Broker>, partition: &SharePartition) {
        let Some(next) = partition.next_timeout() else { return };
        let mut locks = self.locks.lock();
        // A later one than is set already is found out when that one rings.
        if locks.next.get(&partition.key).is_some_and(|set| *set <= next) {
            return;
        }
        locks.next.insert(partition.key.clone(), next);
        if !std::mem::replace(&mut locks.watched, true) {
            let (weak, bell) = (Arc::downgrade(broker), Arc::clone(&self.bell));
            tokio::spawn(watch(weak, bell));
        }
        drop(locks);
        self.bell.notify_one();
    }

    /// The partitions whose locks run out now, and when to look again.
    fn due(&self, now: Instant) -> (Vec<Key>, Option<Instant>) {
        let mut locks = self.locks.lock();
        let due = locks.next.iter().filter(|(_, at)| **at <= now).map(|(key, _)| key.clone()).collect();
        locks.next.retain(|_, at| *at > now);
        (due, locks.next.values().min().copied())
    }
}

/// Takes records back whose locks have run out, until the broker ends.
async fn watch(broker: Weak<Broker>, bell: Arc<Notify>) {
    loop {
        let next = {
            let Some(broker) = broker.upgrade() else { return };
            let (due, next) = broker.sharing.due(Instant::now());
            for key in due {
                let Some(partition) = broker.sharing.known(&key) else { continue };
                let broker = Arc::clone(&broker);
                tokio::spawn(async move {
                    partition.expire(&broker).await;
                    broker.sharing.watch_locks(&broker, &partition);
                });
            }
            next
        };
        match next {
            Some(at) => drop(tokio::time::timeout_at(at.into(), bell.notified()).await),
            // A broker that ends rings no bell.
            None => drop(tokio::time::timeout(std::time::Duration::from_secs(60), bell.notified()).await),
        }
    }
}
