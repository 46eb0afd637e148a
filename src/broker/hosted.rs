//! The partitions that live on this broker: found by topic and index on every request, changed only with the metadata.

use std::collections::HashMap;
use std::sync::Arc;

use arc_swap::ArcSwap;
use kt_codec::{Str, Uuid};

use super::partition::Partition;
use crate::protocol::code::ErrorCode;

/// A topic with those of its partitions that are here.
pub struct HostedTopic {
    pub id: Uuid,
    pub name: Str,
    /// By index. `Elsewhere` has replicas on other brokers only.
    pub partitions: Vec<Slot>,
}

#[derive(Clone)]
pub enum Slot {
    Here(Arc<Partition>),
    /// It belongs here, and its log cannot be opened.
    Broken,
    Elsewhere,
}

#[derive(Clone, Default)]
struct Maps {
    by_name: HashMap<Str, Arc<HostedTopic>>,
    by_id: HashMap<Uuid, Arc<HostedTopic>>,
}

/// Readers load a whole map and never wait. There is one writer: whoever holds the controller's change.
#[derive(Default)]
pub struct Hosted {
    maps: ArcSwap<Maps>,
}

impl Hosted {
    pub fn by_name(&self, topic: &str, index: i32) -> Result<Arc<Partition>, ErrorCode> {
        let maps = self.maps.load();
        let topic = maps.by_name.get(topic).ok_or(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION)?;
        topic.partition(index)
    }

    pub fn by_id(&self, id: Uuid, index: i32) -> Result<Arc<Partition>, ErrorCode> {
        let maps = self.maps.load();
        let topic = maps.by_id.get(&id).ok_or(ErrorCode::UNKNOWN_TOPIC_ID)?;
        topic.partition(index)
    }

    pub fn topic(&self, name: &str) -> Option<Arc<HostedTopic>> {
        self.maps.load().by_name.get(name).cloned()
    }

    /// Every partition, in no order.
    pub fn all(&self) -> Vec<Arc<Partition>> {
        let here = |slot: &Slot| match slot {
            Slot::Here(partition) => Some(Arc::clone(partition)),
            Slot::Broken | Slot::Elsewhere => None,
        };
        self.maps.load().by_id.values().flat_map(|t| t.partitions.iter().filter_map(here)).collect()
    }

    /// Partitions whose logs could not be opened.
    pub fn broken(&self) -> Vec<(Str, i32)> {
        let maps = self.maps.load();
        let slots =
            maps.by_id.values().flat_map(|t| t.partitions.iter().enumerate().map(move |(i, slot)| (t, i, slot)));
        let broken = slots.filter(|(_, _, slot)| matches!(slot, Slot::Broken));
        broken.map(|(topic, index, _)| (topic.name.clone(), index as i32)).collect()
    }

    /// Takes in new and changed topics, and lets go of those named.
    pub fn change(&self, put: Vec<HostedTopic>, remove: &[Uuid]) {
        let mut maps = Maps::clone(&self.maps.load());
        for id in remove {
            if let Some(topic) = maps.by_id.remove(id) {
                maps.by_name.remove(&topic.name);
            }
        }
        for topic in put {
            let topic = Arc::new(topic);
            maps.by_name.insert(topic.name.clone(), Arc::clone(&topic));
            maps.by_id.insert(topic.id, topic);
        }
        self.maps.store(Arc::new(maps));
    }
}

impl HostedTopic {
    fn partition(&self, index: i32) -> Result<Arc<Partition>, ErrorCode> {
        let slot = usize::try_from(index).ok().and_then(|i| self.partitions.get(i));
        match slot {
            Some(Slot::Here(partition)) => Ok(Arc::clone(partition)),
            Some(Slot::Broken) => Err(ErrorCode::KAFKA_STORAGE_ERROR),
            Some(Slot::Elsewhere) => Err(ErrorCode::NOT_LEADER_OR_FOLLOWER),
            None => Err(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION),
        }
    }
}
