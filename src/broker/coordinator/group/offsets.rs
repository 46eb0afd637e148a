//! Committed offsets, and those of transactions that are still open.
//!
//! An offset that is committed within a transaction is pending until the transaction's marker stands in the same
//! partition. What must hold: of two commits the one further down the log wins, whichever was in a transaction.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kt_codec::offset_commit_key::OffsetCommitKey;
use kt_codec::offset_commit_value::OffsetCommitValue;
use kt_codec::{Str, Uuid};

use super::record::Record;
use crate::broker::coordinator::runtime::Meta;

#[derive(Clone, Debug, PartialEq)]
pub struct Committed {
    pub offset: i64,
    /// -1 where the client did not say.
    pub leader_epoch: i32,
    pub metadata: Str,
    pub commit_timestamp_ms: i64,
    /// The client's own limit, of OffsetCommit 2 to 4.
    pub expire_timestamp_ms: Option<i64>,
    /// Zero where the client did not know the topic's id.
    pub topic_id: Uuid,
    /// Where the record is in the log.
    pub record_offset: i64,
}

impl Committed {
    fn of(value: OffsetCommitValue, record_offset: i64) -> Committed {
        Committed {
            offset: value.offset,
            leader_epoch: value.leader_epoch,
            // An empty slice would hold on to the record's bytes.
            metadata: if value.metadata.is_empty() { Str::new() } else { value.metadata },
            commit_timestamp_ms: value.commit_timestamp,
            expire_timestamp_ms: (value.expire_timestamp != -1).then_some(value.expire_timestamp),
            topic_id: value.topic_id,
            record_offset,
        }
    }
}

/// By topic and partition.
pub type OfGroup = BTreeMap<Str, BTreeMap<i32, Committed>>;

/// All offsets of a shard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offsets {
    committed: HashMap<Str, OfGroup>,
    /// By producer id, then by group.
    pending: HashMap<i64, HashMap<Str, OfGroup>>,
    /// Which producers have a transaction open that concerns the group.
    open: HashMap<Str, BTreeSet<i64>>,
}

impl Offsets {
    pub fn of_group(&self, group: &str) -> Option<&OfGroup> {
        self.committed.get(group)
    }

    pub fn get(&self, group: &str, topic: &str, partition: i32) -> Option<&Committed> {
        self.committed.get(group)?.get(topic)?.get(&partition)
    }

    pub fn has_open_transaction(&self, group: &str) -> bool {
        self.open.contains_key(group)
    }

    /// Whether an open transaction has committed an offset for the partition.
    pub fn is_pending(&self, group: &str, topic: &str, partition: i32) -> bool {
        self.pending_of(group).any(|of| of.get(topic).is_some_and(|t| t.contains_key(&partition)))
    }

    fn pending_of(&self, group: &str) -> impl Iterator<Item = &OfGroup> {
        let open = self.open.get(group).into_iter().flatten();
        open.filter_map(move |id| self.pending.get(id)?.get(group))
    }

    /// Tombstones for all that is committed or pending.
    pub fn tombstones(&self, group: &Str, records: &mut Vec<Record>) {
        self.tombstones_if(group, records, |_, _| true);
    }

    /// Tombstones for what is committed or pending in the partitions for which `gone` says so, each one once.
    pub fn tombstones_if(&self, group: &Str, records: &mut Vec<Record>, gone: impl Fn(&Str, i32) -> bool) {
        let mut places = BTreeSet::new();
        for of in self.committed.get(group).into_iter().chain(self.pending_of(group)) {
            let all = of.iter().flat_map(|(topic, partitions)| partitions.keys().map(move |p| (topic, *p)));
            places.extend(all.filter(|(topic, partition)| gone(topic, *partition)));
        }
        records.extend(places.into_iter().map(|(topic, partition)| Record::offset_tombstone(group, topic, partition)));
    }

    /// The groups that have offsets, pending ones too.
    pub fn groups(&self) -> BTreeSet<Str> {
        self.committed.keys().chain(self.open.keys()).cloned().collect()
    }

    pub fn apply(&mut self, meta: &Meta, key: OffsetCommitKey, value: Option<OffsetCommitValue>) {
        let OffsetCommitKey { group, topic, partition, .. } = key;
        let Some(value) = value else {
            remove(&mut self.committed, &group, &topic, partition);
            for id in self.open.get(&group).into_iter().flatten() {
                if let Some(pending) = self.pending.get_mut(id) {
                    remove(pending, &group, &topic, partition);
                }
            }
            return;
        };
        let committed = Committed::of(value, meta.offset);
        match meta.producer {
            None => put(&mut self.committed, group, topic, partition, committed),
            Some((id, _)) => {
                self.open.entry(group.clone()).or_default().insert(id);
                put(self.pending.entry(id).or_default(), group, topic, partition, committed);
            }
        }
    }

    /// The producer's transaction has ended: what it committed counts, or never was.
    pub fn apply_marker(&mut self, producer_id: i64, commit: bool) {
        let pending = self.pending.remove(&producer_id).unwrap_or_default();
        self.open.retain(|_, ids| {
            ids.remove(&producer_id);
            !ids.is_empty()
        });
        if !commit {
            return;
        }
        for (group, topics) in pending {
            for (topic, partitions) in topics {
                for (partition, committed) in partitions {
                    let newer = self.get(&group, &topic, partition);
                    if newer.is_none_or(|known| known.record_offset < committed.record_offset) {
                        put(&mut self.committed, group.clone(), topic.clone(), partition, committed);
                    }
                }
            }
        }
    }
}

fn put(all: &mut HashMap<Str, OfGroup>, group: Str, topic: Str, partition: i32, committed: Committed) {
    all.entry(group).or_default().entry(topic).or_default().insert(partition, committed);
}

/// Leaves no empty maps behind.
fn remove(all: &mut HashMap<Str, OfGroup>, group: &Str, topic: &Str, partition: i32) {
    let Some(topics) = all.get_mut(group) else { return };
    if let Some(partitions) = topics.get_mut(topic) {
        partitions.remove(&partition);
        if partitions.is_empty() {
            topics.remove(topic);
        }
    }
    if topics.is_empty() {
        all.remove(group);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commit(offsets: &mut Offsets, at: i64, producer: Option<i64>, partition: i32, offset: Option<i64>) {
        let key = OffsetCommitKey { group: "g".into(), topic: "t".into(), partition, ..Default::default() };
        let value = offset.map(|offset| OffsetCommitValue { offset, ..Default::default() });
        let meta = Meta { offset: at, timestamp: 0, producer: producer.map(|id| (id, 0)) };
        offsets.apply(&meta, key, value);
    }

    fn seen(offsets: &Offsets, partition: i32) -> (Option<i64>, bool) {
        (offsets.get("g", "t", partition).map(|c| c.offset), offsets.is_pending("g", "t", partition))
    }

    #[test]
    fn an_offset_in_a_transaction_counts_when_the_transaction_commits() {
        let mut offsets = Offsets::default();
        commit(&mut offsets, 0, None, 0, Some(10));
        commit(&mut offsets, 1, Some(5), 0, Some(20));
        commit(&mut offsets, 2, Some(6), 1, Some(7));
        assert_eq!((seen(&offsets, 0), seen(&offsets, 1)), ((Some(10), true), (None, true)));
        offsets.apply_marker(5, true);
        offsets.apply_marker(6, false);
        assert_eq!((seen(&offsets, 0), seen(&offsets, 1)), ((Some(20), false), (None, false)));
        assert!(!offsets.has_open_transaction("g"));
    }

    #[test]
    fn of_two_commits_the_later_record_wins() {
        let mut offsets = Offsets::default();
        commit(&mut offsets, 0, Some(5), 0, Some(20));
        commit(&mut offsets, 1, None, 0, Some(30));
        offsets.apply_marker(5, true);
        assert_eq!(seen(&offsets, 0), (Some(30), false));
    }

    #[test]
    fn a_tombstone_removes_what_is_committed_and_what_is_pending() {
        let mut offsets = Offsets::default();
        commit(&mut offsets, 0, None, 0, Some(10));
        commit(&mut offsets, 1, Some(5), 0, Some(20));
        let mut records = Vec::new();
        offsets.tombstones(&"g".into(), &mut records);
        assert_eq!(records, [Record::offset_tombstone(&"g".into(), &"t".into(), 0)]);
        commit(&mut offsets, 2, None, 0, None);
        offsets.apply_marker(5, true);
        assert_eq!(offsets, Offsets::default());
    }
}
