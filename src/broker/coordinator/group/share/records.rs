//! The records of a share group, made from its parts, and applied to them.

use std::collections::BTreeSet;
use std::sync::Arc;

use kt_codec::share_group_current_member_assignment_key::ShareGroupCurrentMemberAssignmentKey as CurrentKey;
use kt_codec::share_group_current_member_assignment_value::{
    ShareGroupCurrentMemberAssignmentValue as CurrentValue, TopicPartitions,
};
use kt_codec::share_group_member_metadata_key::ShareGroupMemberMetadataKey as MemberKey;
use kt_codec::share_group_member_metadata_value::ShareGroupMemberMetadataValue as MemberValue;
use kt_codec::share_group_metadata_key::ShareGroupMetadataKey;
use kt_codec::share_group_metadata_value::ShareGroupMetadataValue;
use kt_codec::share_group_state_partition_metadata_key::ShareGroupStatePartitionMetadataKey as StatesKey;
use kt_codec::share_group_state_partition_metadata_value::{
    ShareGroupStatePartitionMetadataValue as StatesValue, TopicInfo, TopicPartitionsInfo,
};
use kt_codec::share_group_target_assignment_member_key::ShareGroupTargetAssignmentMemberKey as TargetKey;
use kt_codec::share_group_target_assignment_member_value::{
    ShareGroupTargetAssignmentMemberValue as TargetValue, TopicPartition,
};
use kt_codec::share_group_target_assignment_metadata_key::ShareGroupTargetAssignmentMetadataKey as TargetEpochKey;
use kt_codec::share_group_target_assignment_metadata_value::ShareGroupTargetAssignmentMetadataValue;
use kt_codec::{Str, Uuid};

use super::group::{Made, MadeTopics, Member, ShareGroup, States};
use crate::broker::coordinator::group::Record;
use crate::broker::coordinator::group::assign::Partitions;

/// The epoch of a target that was removed.
const GONE: i32 = -1;
/// The only state a member is ever in.
const STABLE: i8 = 0;

/// The records of one group.
#[derive(Clone, Copy)]
pub struct Of<'a>(pub &'a Str);

impl Of<'_> {
    pub fn epoch(self, epoch: i32, metadata_hash: i64) -> Record {
        let key = ShareGroupMetadataKey { group_id: self.0.clone(), ..Default::default() };
        Record::ShareGroupMetadata(key, Some(ShareGroupMetadataValue { epoch, metadata_hash, ..Default::default() }))
    }

    pub fn member(self, member: &Member) -> Record {
        let value = MemberValue {
            rack_id: member.rack.clone(),
            client_id: member.client_id.clone(),
            client_host: member.client_host.clone(),
            subscribed_topic_names: member.topics.iter().cloned().collect(),
            ..Default::default()
        };
        Record::ShareGroupMember(self.member_key(&member.id), Some(value))
    }

    pub fn target(self, member: &Str, target: &Partitions) -> Record {
        let topic = |(topic, partitions): (&_, &BTreeSet<i32>)| TopicPartition {
            topic_id: *topic,
            partitions: partitions.iter().copied().collect(),
            ..Default::default()
        };
        let value = TargetValue { topic_partitions: target.iter().map(topic).collect(), ..Default::default() };
        Record::ShareGroupTargetMember(self.target_key(member), Some(value))
    }

    pub fn target_epoch(self, assignment_epoch: i32, assignment_timestamp: i64) -> Record {
        let value =
            ShareGroupTargetAssignmentMetadataValue { assignment_epoch, assignment_timestamp, ..Default::default() };
        Record::ShareGroupTargetMetadata(self.target_epoch_key(), Some(value))
    }

    pub fn current(self, member: &Member) -> Record {
        let topic = |(topic, partitions): (&_, &BTreeSet<i32>)| TopicPartitions {
            topic_id: *topic,
            partitions: partitions.iter().copied().collect(),
            ..Default::default()
        };
        let value = CurrentValue {
            member_epoch: member.epoch,
            previous_member_epoch: member.previous_epoch,
            state: STABLE,
            assigned_partitions: member.assigned.iter().map(topic).collect(),
            ..Default::default()
        };
        Record::ShareGroupCurrentMember(self.current_key(&member.id), Some(value))
    }

    pub fn states(self, states: &States) -> Record {
        let made = |(topic, made): (&Uuid, &Made)| TopicPartitionsInfo {
            topic_id: *topic,
            topic_name: made.name.clone(),
            partitions: made.partitions.iter().copied().collect(),
            ..Default::default()
        };
        let gone = |(topic, name): (&Uuid, &Str)| TopicInfo {
            topic_id: *topic,
            topic_name: name.clone(),
            ..Default::default()
        };
        let value = StatesValue {
            initializing_topics: states.initializing.iter().map(made).collect(),
            initialized_topics: states.initialized.iter().map(made).collect(),
            deleting_topics: states.deleting.iter().map(gone).collect(),
            ..Default::default()
        };
        Record::ShareGroupStates(self.states_key(), Some(value))
    }

    /// A member goes: what it has, what it gets, and itself.
    pub fn no_member(self, member: &Str, records: &mut Vec<Record>) {
        records.push(Record::ShareGroupCurrentMember(self.current_key(member), None));
        records.push(Record::ShareGroupTargetMember(self.target_key(member), None));
        records.push(Record::ShareGroupMember(self.member_key(member), None));
    }

    /// The group goes, in the order in which the original can read it.
    pub fn no_group(self, group: &ShareGroup, records: &mut Vec<Record>) {
        let members = || group.members.keys();
        records.extend(members().map(|m| Record::ShareGroupCurrentMember(self.current_key(m), None)));
        records.extend(members().map(|m| Record::ShareGroupTargetMember(self.target_key(m), None)));
        records.push(Record::ShareGroupTargetMetadata(self.target_epoch_key(), None));
        records.extend(members().map(|m| Record::ShareGroupMember(self.member_key(m), None)));
        records.push(Record::ShareGroupStates(self.states_key(), None));
        let key = ShareGroupMetadataKey { group_id: self.0.clone(), ..Default::default() };
        records.push(Record::ShareGroupMetadata(key, None));
    }

    fn member_key(self, member: &Str) -> MemberKey {
        MemberKey { group_id: self.0.clone(), member_id: member.clone(), ..Default::default() }
    }

    fn current_key(self, member: &Str) -> CurrentKey {
        CurrentKey { group_id: self.0.clone(), member_id: member.clone(), ..Default::default() }
    }

    fn target_key(self, member: &Str) -> TargetKey {
        TargetKey { group_id: self.0.clone(), member_id: member.clone(), ..Default::default() }
    }

    fn target_epoch_key(self) -> TargetEpochKey {
        TargetEpochKey { group_id: self.0.clone(), ..Default::default() }
    }

    fn states_key(self) -> StatesKey {
        StatesKey { group_id: self.0.clone(), ..Default::default() }
    }
}

/// The group that a record belongs to, and whether it makes a group that is not there.
pub fn belongs(record: &Record) -> Option<(&Str, bool)> {
    Some(match record {
        Record::ShareGroupMetadata(key, value) => (&key.group_id, value.is_some()),
        Record::ShareGroupMember(key, value) => (&key.group_id, value.is_some()),
        Record::ShareGroupTargetMetadata(key, value) => (&key.group_id, value.is_some()),
        Record::ShareGroupTargetMember(key, value) => (&key.group_id, value.is_some()),
        Record::ShareGroupCurrentMember(key, value) => (&key.group_id, value.is_some()),
        Record::ShareGroupStates(key, value) => (&key.group_id, value.is_some()),
        _ => return None,
    })
}

/// Applies a record to its group. `false`: that was the end of the group.
pub fn apply(group: &mut ShareGroup, record: Record, now_ms: i64) -> bool {
    match record {
        Record::ShareGroupMetadata(_, Some(value)) => {
            (group.epoch, group.metadata_hash) = (value.epoch, value.metadata_hash);
        }
        Record::ShareGroupMetadata(_, None) => return false,
        Record::ShareGroupMember(key, Some(value)) => {
            let member = known(group, &key.member_id);
            member.rack = value.rack_id.map(own);
            member.client_id = own(value.client_id);
            member.client_host = own(value.client_host);
            member.topics = Arc::new(value.subscribed_topic_names.into_iter().map(own).collect());
        }
        Record::ShareGroupMember(key, None) => drop(group.members.remove(&key.member_id)),
        Record::ShareGroupTargetMetadata(_, value) => {
            let value = value.map(|value| (value.assignment_epoch, value.assignment_timestamp));
            (group.target_epoch, group.target_time_ms) = value.unwrap_or((GONE, 0));
        }
        Record::ShareGroupTargetMember(key, Some(value)) => {
            let topic = |of: TopicPartition| (of.topic_id, of.partitions.into_iter().collect());
            let target = value.topic_partitions.into_iter().map(topic).collect();
            group.targets.insert(own(key.member_id), Arc::new(target));
        }
        Record::ShareGroupTargetMember(key, None) => drop(group.targets.remove(&key.member_id)),
        Record::ShareGroupCurrentMember(key, Some(value)) => {
            let topic = |of: TopicPartitions| (of.topic_id, of.partitions.into_iter().collect());
            let member = known(group, &key.member_id);
            (member.epoch, member.previous_epoch) = (value.member_epoch, value.previous_member_epoch);
            member.assigned = Arc::new(value.assigned_partitions.into_iter().map(topic).collect());
        }
        Record::ShareGroupCurrentMember(key, None) => {
            if let Some(member) = group.members.get_mut(&key.member_id) {
                (member.epoch, member.previous_epoch) = (GONE, GONE);
                member.assigned = Arc::default();
            }
        }
        Record::ShareGroupStates(_, value) => {
            group.states = value.map(|value| States {
                initializing: made(value.initializing_topics, now_ms),
                initialized: made(value.initialized_topics, now_ms),
                deleting: value.deleting_topics.into_iter().map(|t| (t.topic_id, own(t.topic_name))).collect(),
            });
        }
        _ => {}
    }
    true
}

fn made(stored: Vec<TopicPartitionsInfo>, since_ms: i64) -> MadeTopics {
    let one = |t: TopicPartitionsInfo| {
        (t.topic_id, Made { name: own(t.topic_name), partitions: t.partitions.into_iter().collect(), since_ms })
    };
    stored.into_iter().map(one).collect()
}

fn known<'a>(group: &'a mut ShareGroup, member: &Str) -> &'a mut Member {
    let id = own(member.clone());
    group.members.entry(id.clone()).or_insert_with(|| Member::new(id))
}

/// A text of its own: what stays should not hold on to the frame, or the batch, that it came in.
fn own(text: Str) -> Str {
    Str::from(text.to_string())
}
