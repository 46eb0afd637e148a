//! The topics of an image: by id, by name, and by what their names collide with.

use std::collections::BTreeSet;
use std::sync::Arc;

use kt_codec::{Str, Tags, Uuid};

use crate::broker::controller::record::{PartitionChangeRecord, PartitionRecord};
use crate::broker::controller::shared_map::SharedMap;

/// The wire's "leader does not change" in a PartitionChangeRecord.
pub const LEADER_UNCHANGED: i32 = -2;
/// The directory of replicas of a broker that has not said where it put them (MIGRATING of the original).
const DIRECTORY_MIGRATING: Uuid = Uuid([0; 16]);

/// Who has a partition and who leads it.
#[derive(Debug, Clone, PartialEq)]
pub struct Partition {
    pub id: i32,
    pub replicas: Vec<i32>,
    /// The directory of each replica, in the order of `replicas`.
    pub directories: Vec<Uuid>,
    pub isr: Vec<i32>,
    pub removing: Vec<i32>,
    pub adding: Vec<i32>,
    /// Eligible leader replicas (KIP-966).
    pub elr: Vec<i32>,
    pub last_known_elr: Vec<i32>,
    /// -1 without one.
    pub leader: i32,
    /// 0 recovered, 1 recovering from an unclean election.
    pub recovery_state: i8,
    /// Grows with each change of leadership.
    pub leader_epoch: i32,
    /// Grows with each change of anything.
    pub partition_epoch: i32,
    pub unknown_tags: Tags,
}

impl Partition {
    pub(in crate::broker::controller) fn from_record(record: PartitionRecord) -> Partition {
        Partition {
            id: record.partition_id,
            directories: directories(record.directories, record.replicas.len()),
            replicas: record.replicas,
            isr: record.isr,
            removing: record.removing_replicas,
            adding: record.adding_replicas,
            elr: record.eligible_leader_replicas.unwrap_or_default(),
            last_known_elr: record.last_known_elr.unwrap_or_default(),
            leader: record.leader,
            recovery_state: record.leader_recovery_state,
            leader_epoch: record.leader_epoch,
            partition_epoch: record.partition_epoch,
            unknown_tags: record.unknown_tags,
        }
    }

    /// The record that makes this partition, for a cluster at this metadata.version.
    pub(in crate::broker::controller) fn to_record(&self, topic_id: Uuid, level: i16) -> PartitionRecord {
        use crate::broker::controller::record::level;
        let elr = |ids: &[i32]| (level >= level::ELIGIBLE_LEADERS && !ids.is_empty()).then(|| ids.to_vec());
        PartitionRecord {
            partition_id: self.id,
            topic_id,
            replicas: self.replicas.clone(),
            isr: self.isr.clone(),
            removing_replicas: self.removing.clone(),
            adding_replicas: self.adding.clone(),
            leader: self.leader,
            leader_recovery_state: self.recovery_state,
            leader_epoch: self.leader_epoch,
            partition_epoch: self.partition_epoch,
            directories: if level >= level::DIRECTORIES { self.directories.clone() } else { Vec::new() },
            eligible_leader_replicas: elr(&self.elr),
            last_known_elr: elr(&self.last_known_elr),
            unknown_tags: self.unknown_tags.clone(),
        }
    }

    pub(in crate::broker::controller) fn change(&mut self, change: PartitionChangeRecord) {
        fn set<T>(field: &mut T, new: Option<T>) {
            if let Some(new) = new {
                *field = new;
            }
        }
        set(&mut self.replicas, change.replicas);
        set(&mut self.directories, change.directories);
        if self.directories.len() != self.replicas.len() {
            self.directories = directories(Vec::new(), self.replicas.len());
        }
        set(&mut self.isr, change.isr);
        set(&mut self.removing, change.removing_replicas);
        set(&mut self.adding, change.adding_replicas);
        set(&mut self.elr, change.eligible_leader_replicas);
        set(&mut self.last_known_elr, change.last_known_elr);
        if change.leader != LEADER_UNCHANGED {
            self.leader = change.leader;
            self.leader_epoch = self.leader_epoch.saturating_add(1);
        }
        if change.leader_recovery_state >= 0 {
            self.recovery_state = change.leader_recovery_state;
        }
        self.partition_epoch = self.partition_epoch.saturating_add(1);
    }

    /// The directory of a broker's replica.
    pub fn directory(&self, broker: i32) -> Option<Uuid> {
        let at = self.replicas.iter().position(|r| *r == broker)?;
        self.directories.get(at).copied()
    }
}

/// One directory a replica; logs from before directories were recorded have none.
fn directories(given: Vec<Uuid>, replicas: usize) -> Vec<Uuid> {
    if given.len() == replicas { given } else { vec![DIRECTORY_MIGRATING; replicas] }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    pub id: Uuid,
    pub name: Str,
    /// In the order of their ids, which are 0, 1, 2, … but in the middle of loading.
    pub partitions: Vec<Arc<Partition>>,
    pub unknown_tags: Tags,
}

impl Topic {
    pub fn partition(&self, id: i32) -> Option<&Arc<Partition>> {
        self.position(id).ok().map(|at| &self.partitions[at])
    }

    /// Where the partition is, or where it belongs.
    fn position(&self, id: i32) -> Result<usize, usize> {
        // Nearly always the id is the index.
        let guess = usize::try_from(id).map_err(|_| 0usize)?;
        match self.partitions.get(guess) {
            Some(partition) if partition.id == id => Ok(guess),
            _ => self.partitions.binary_search_by_key(&id, |p| p.id),
        }
    }
}

/// How a topic differs between two images.
#[derive(Debug, Clone)]
pub enum TopicChange {
    Created(Arc<Topic>),
    Changed { before: Arc<Topic>, after: Arc<Topic> },
    Deleted(Arc<Topic>),
}

#[derive(Debug, Clone, Default)]
pub struct Topics {
    by_id: SharedMap<Uuid, Arc<Topic>>,
    by_name: SharedMap<Str, Uuid>,
    /// Names with `.` or `_`, by their form with `_` alone: such topics would share a metric's name.
    colliding: SharedMap<Str, Arc<BTreeSet<Str>>>,
    partition_count: usize,
}

impl Topics {
    pub fn by_id(&self, id: &Uuid) -> Option<&Arc<Topic>> {
        self.by_id.get(id)
    }

    pub fn by_name(&self, name: &str) -> Option<&Arc<Topic>> {
        self.by_id(self.by_name.get(name)?)
    }

    pub fn id(&self, name: &str) -> Option<Uuid> {
        self.by_name.get(name).copied()
    }

    pub fn partition(&self, id: &Uuid, partition: i32) -> Option<&Arc<Partition>> {
        self.by_id(id)?.partition(partition)
    }

    /// In no particular order.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Topic>> {
        self.by_id.values()
    }

    /// All names, sorted.
    pub fn names(&self) -> Vec<Str> {
        let mut names: Vec<Str> = self.by_name.iter().map(|(name, _)| name.clone()).collect();
        names.sort_unstable();
        names
    }

    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Partitions of all topics.
    pub fn partition_count(&self) -> usize {
        self.partition_count
    }

    /// The first topic whose name differs from this one in `.` and `_` alone.
    pub fn collision(&self, name: &str) -> Option<&Str> {
        if !has_collision_characters(name) {
            return None;
        }
        self.colliding.get(unified(name).as_str())?.iter().next()
    }

    /// What changed between `before` and this image's topics, in the order: deleted, created, changed; each by name.
    pub fn since(&self, before: &Topics) -> Vec<TopicChange> {
        let (mut deleted, mut created, mut changed) = (Vec::new(), Vec::new(), Vec::new());
        self.by_id.diff(&before.by_id, |_, now, then| match (now, then) {
            (Some(now), None) => created.push(now.clone()),
            (None, Some(then)) => deleted.push(then.clone()),
            (Some(now), Some(then)) if !Arc::ptr_eq(now, then) => changed.push((then.clone(), now.clone())),
            _ => {}
        });
        deleted.sort_by(|a, b| a.name.cmp(&b.name));
        created.sort_by(|a, b| a.name.cmp(&b.name));
        changed.sort_by(|a, b| a.1.name.cmp(&b.1.name));
        let changed = changed.into_iter().map(|(before, after)| TopicChange::Changed { before, after });
        deleted
            .into_iter()
            .map(TopicChange::Deleted)
            .chain(created.into_iter().map(TopicChange::Created))
            .chain(changed)
            .collect()
    }

    /// False when the name or the id is taken.
    pub(in crate::broker::controller) fn create(&mut self, name: Str, id: Uuid, unknown_tags: Tags) -> bool {
        if self.by_id.contains_key(&id) || self.by_name.contains_key(&*name) {
            return false;
        }
        if has_collision_characters(&name) {
            let key = Str::from(unified(&name));
            let mut names = self.colliding.get(&key).cloned().unwrap_or_default();
            Arc::make_mut(&mut names).insert(name.clone());
            self.colliding.insert(key, names);
        }
        self.by_name.insert(name.clone(), id);
        self.by_id.insert(id, Arc::new(Topic { id, name, partitions: Vec::new(), unknown_tags }));
        true
    }

    pub(in crate::broker::controller) fn remove(&mut self, id: &Uuid) -> Option<Arc<Topic>> {
        let topic = self.by_id.remove(id)?;
        self.by_name.remove(&*topic.name);
        self.partition_count -= topic.partitions.len();
        if has_collision_characters(&topic.name) {
            let key = unified(&topic.name);
            if let Some(names) = self.colliding.get_mut(key.as_str()) {
                Arc::make_mut(names).remove(&topic.name);
                if names.is_empty() {
                    self.colliding.remove(key.as_str());
                }
            }
        }
        Some(topic)
    }

    /// Adds the partition, or replaces the one with its id. False when there is no such topic.
    pub(in crate::broker::controller) fn put_partition(&mut self, topic: &Uuid, partition: Partition) -> bool {
        let Some(topic) = self.by_id.get_mut(topic) else { return false };
        let topic = Arc::make_mut(topic);
        match topic.position(partition.id) {
            Ok(at) => topic.partitions[at] = Arc::new(partition),
            Err(at) => {
                topic.partitions.insert(at, Arc::new(partition));
                self.partition_count += 1;
            }
        }
        true
    }

    /// The partition, to be changed in place.
    pub(in crate::broker::controller) fn partition_mut(&mut self, topic: &Uuid, id: i32) -> Option<&mut Partition> {
        let topic = Arc::make_mut(self.by_id.get_mut(topic)?);
        let at = topic.position(id).ok()?;
        Some(Arc::make_mut(&mut topic.partitions[at]))
    }
}

fn has_collision_characters(name: &str) -> bool {
    name.contains(['.', '_'])
}

fn unified(name: &str) -> String {
    name.replace('.', "_")
}
