//! The records of a consumer group, made from its parts, and applied to them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kt_codec::Str;
use kt_codec::consumer_group_current_member_assignment_key::ConsumerGroupCurrentMemberAssignmentKey as CurrentKey;
use kt_codec::consumer_group_current_member_assignment_value::{
    ConsumerGroupCurrentMemberAssignmentValue as CurrentValue, TopicPartitions,
};
use kt_codec::consumer_group_member_metadata_key::ConsumerGroupMemberMetadataKey as MemberKey;
use kt_codec::consumer_group_member_metadata_value::ConsumerGroupMemberMetadataValue as MemberValue;
use kt_codec::consumer_group_metadata_key::ConsumerGroupMetadataKey;
use kt_codec::consumer_group_metadata_value::ConsumerGroupMetadataValue;
use kt_codec::consumer_group_partition_metadata_key::ConsumerGroupPartitionMetadataKey;
use kt_codec::consumer_group_regular_expression_key::ConsumerGroupRegularExpressionKey as RegexKey;
use kt_codec::consumer_group_regular_expression_value::ConsumerGroupRegularExpressionValue as RegexValue;
use kt_codec::consumer_group_target_assignment_member_key::ConsumerGroupTargetAssignmentMemberKey as TargetKey;
use kt_codec::consumer_group_target_assignment_member_value::{
    ConsumerGroupTargetAssignmentMemberValue as TargetValue, TopicPartition,
};
use kt_codec::consumer_group_target_assignment_metadata_key::ConsumerGroupTargetAssignmentMetadataKey;
use kt_codec::consumer_group_target_assignment_metadata_value::ConsumerGroupTargetAssignmentMetadataValue;

use super::group::{ConsumerGroup, Resolved};
use super::member::{Epochs, Member, State};
use crate::broker::coordinator::group::Record;
use crate::broker::coordinator::group::assign::Partitions;

/// The epochs of a target that was removed, and of a member that is being removed.
const GONE: i32 = -1;

/// The records of one group.
#[derive(Clone, Copy)]
pub struct Of<'a>(pub &'a Str);

impl Of<'_> {
    pub fn epoch(self, epoch: i32, metadata_hash: i64) -> Record {
        let key = ConsumerGroupMetadataKey { group_id: self.0.clone(), ..Default::default() };
        let value = ConsumerGroupMetadataValue { epoch, metadata_hash, ..Default::default() };
        Record::ConsumerGroupMetadata(key, Some(value))
    }

    pub fn member(self, member: &Member) -> Record {
        let value = MemberValue {
            instance_id: member.instance.clone(),
            rack_id: member.rack.clone(),
            client_id: member.client_id.clone(),
            client_host: member.client_host.clone(),
            subscribed_topic_names: member.topics.iter().cloned().collect(),
            subscribed_topic_regex: member.regex.clone(),
            rebalance_timeout_ms: member.rebalance_timeout_ms,
            server_assignor: member.assignor.clone(),
            classic_member_metadata: member.classic.as_deref().cloned(),
            ..Default::default()
        };
        Record::ConsumerGroupMember(self.member_key(&member.id), Some(value))
    }

    pub fn target(self, member: &Str, target: &Partitions) -> Record {
        let topic = |(topic, partitions): (&_, &BTreeSet<i32>)| TopicPartition {
            topic_id: *topic,
            partitions: partitions.iter().copied().collect(),
            ..Default::default()
        };
        let value = TargetValue { topic_partitions: target.iter().map(topic).collect(), ..Default::default() };
        Record::ConsumerGroupTargetMember(self.target_key(member), Some(value))
    }

    pub fn target_epoch(self, assignment_epoch: i32, assignment_timestamp: i64) -> Record {
        let key = ConsumerGroupTargetAssignmentMetadataKey { group_id: self.0.clone(), ..Default::default() };
        let value =
            ConsumerGroupTargetAssignmentMetadataValue { assignment_epoch, assignment_timestamp, ..Default::default() };
        Record::ConsumerGroupTargetMetadata(key, Some(value))
    }

    pub fn current(self, member: &Member) -> Record {
        let value = CurrentValue {
            member_epoch: member.epoch,
            previous_member_epoch: member.previous_epoch,
            state: member.state.code(),
            assigned_partitions: stored(&member.assigned),
            partitions_pending_revocation: stored(&member.revoking),
            ..Default::default()
        };
        Record::ConsumerGroupCurrentMember(self.current_key(&member.id), Some(value))
    }

    pub fn regex(self, regex: &Str, resolved: &Resolved) -> Record {
        let value = RegexValue {
            topics: resolved.topics.iter().cloned().collect(),
            version: resolved.version,
            timestamp: resolved.timestamp_ms,
            ..Default::default()
        };
        Record::ConsumerGroupRegularExpression(self.regex_key(regex), Some(value))
    }

    pub fn no_regex(self, regex: &Str) -> Record {
        Record::ConsumerGroupRegularExpression(self.regex_key(regex), None)
    }

    pub fn no_partition_metadata(self) -> Record {
        let key = ConsumerGroupPartitionMetadataKey { group_id: self.0.clone(), ..Default::default() };
        Record::ConsumerGroupPartitionMetadata(key, None)
    }

    /// A member goes: what it has, what it gets, and itself.
    pub fn no_member(self, member: &Str, records: &mut Vec<Record>) {
        records.push(Record::ConsumerGroupCurrentMember(self.current_key(member), None));
        records.push(Record::ConsumerGroupTargetMember(self.target_key(member), None));
        records.push(Record::ConsumerGroupMember(self.member_key(member), None));
    }

    /// The group goes, in the order in which the original can read it.
    pub fn no_group(self, group: &ConsumerGroup, members: &[Str], records: &mut Vec<Record>) {
        records.extend(members.iter().map(|m| Record::ConsumerGroupCurrentMember(self.current_key(m), None)));
        records.extend(members.iter().map(|m| Record::ConsumerGroupTargetMember(self.target_key(m), None)));
        let key = ConsumerGroupTargetAssignmentMetadataKey { group_id: self.0.clone(), ..Default::default() };
        records.push(Record::ConsumerGroupTargetMetadata(key, None));
        records.extend(members.iter().map(|m| Record::ConsumerGroupMember(self.member_key(m), None)));
        records.extend(group.regexes().keys().map(|regex| self.no_regex(regex)));
        records.push(self.no_partition_metadata());
        let key = ConsumerGroupMetadataKey { group_id: self.0.clone(), ..Default::default() };
        records.push(Record::ConsumerGroupMetadata(key, None));
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

    fn regex_key(self, regex: &Str) -> RegexKey {
        RegexKey { group_id: self.0.clone(), regular_expression: regex.clone(), ..Default::default() }
    }
}

fn stored(epochs: &Epochs) -> Vec<TopicPartitions> {
    let topic = |(topic, of): (&_, &BTreeMap<i32, i32>)| TopicPartitions {
        topic_id: *topic,
        partitions: of.keys().copied().collect(),
        assignment_epochs: Some(of.values().copied().collect()),
        ..Default::default()
    };
    epochs.iter().map(topic).collect()
}

/// Records of before 4.2 have no epochs: then those of the member count.
fn read(stored: Vec<TopicPartitions>, member_epoch: i32) -> Epochs {
    let mut epochs = Epochs::new();
    for topic in stored {
        let of = epochs.entry(topic.topic_id).or_default();
        match topic.assignment_epochs.filter(|epochs| epochs.len() == topic.partitions.len()) {
            Some(own) => of.extend(topic.partitions.into_iter().zip(own)),
            None => of.extend(topic.partitions.into_iter().map(|p| (p, member_epoch.max(0)))),
        }
    }
    epochs
}

/// The group that a record belongs to, and whether it makes a group that is not there.
pub fn belongs(record: &Record) -> Option<(&Str, bool)> {
    Some(match record {
        Record::ConsumerGroupMetadata(key, value) => (&key.group_id, value.is_some()),
        Record::ConsumerGroupPartitionMetadata(key, value) => (&key.group_id, value.is_some()),
        Record::ConsumerGroupMember(key, value) => (&key.group_id, value.is_some()),
        Record::ConsumerGroupTargetMetadata(key, value) => (&key.group_id, value.is_some()),
        Record::ConsumerGroupTargetMember(key, value) => (&key.group_id, value.is_some()),
        Record::ConsumerGroupCurrentMember(key, value) => (&key.group_id, value.is_some()),
        Record::ConsumerGroupRegularExpression(key, value) => (&key.group_id, value.is_some()),
        _ => return None,
    })
}

/// Applies a record to its group. `false`: that was the end of the group.
pub fn apply(group: &mut ConsumerGroup, record: Record) -> bool {
    match record {
        Record::ConsumerGroupMetadata(_, Some(value)) => {
            (group.epoch, group.metadata_hash) = (value.epoch, value.metadata_hash);
        }
        Record::ConsumerGroupMetadata(_, None) => return false,
        Record::ConsumerGroupPartitionMetadata(_, value) => group.has_partition_metadata = value.is_some(),
        Record::ConsumerGroupMember(key, Some(value)) => {
            let mut member = known(group, &key.member_id);
            member.instance = value.instance_id.map(own);
            member.rack = value.rack_id.map(own);
            member.client_id = own(value.client_id);
            member.client_host = own(value.client_host);
            member.topics = Arc::new(value.subscribed_topic_names.into_iter().map(own).collect());
            member.regex = value.subscribed_topic_regex.map(own);
            member.rebalance_timeout_ms = value.rebalance_timeout_ms;
            member.assignor = value.server_assignor.map(own);
            member.classic = value.classic_member_metadata.map(Arc::new);
            group.put_member(member);
        }
        Record::ConsumerGroupMember(key, None) => group.remove_member(&key.member_id),
        Record::ConsumerGroupTargetMetadata(_, value) => {
            let value = value.map(|value| (value.assignment_epoch, value.assignment_timestamp));
            (group.target_epoch, group.target_time_ms) = value.unwrap_or((GONE, 0));
        }
        Record::ConsumerGroupTargetMember(key, value) => {
            let topic = |of: TopicPartition| (of.topic_id, of.partitions.into_iter().collect());
            group.put_target(
                own(key.member_id),
                value.map(|value| value.topic_partitions.into_iter().map(topic).collect()),
            );
        }
        Record::ConsumerGroupCurrentMember(key, Some(value)) => {
            let mut member = known(group, &key.member_id);
            member.epoch = value.member_epoch;
            member.previous_epoch = value.previous_member_epoch;
            member.state = State::of(value.state);
            member.assigned = Arc::new(read(value.assigned_partitions, value.member_epoch));
            member.revoking = Arc::new(read(value.partitions_pending_revocation, value.member_epoch));
            group.put_member(member);
        }
        Record::ConsumerGroupCurrentMember(key, None) => {
            if let Some(member) = group.member(&key.member_id) {
                let mut member = member.clone();
                (member.epoch, member.previous_epoch) = (GONE, GONE);
                (member.assigned, member.revoking) = Default::default();
                group.put_member(member);
            }
        }
        Record::ConsumerGroupRegularExpression(key, value) => {
            let resolved = |value: RegexValue| Resolved {
                topics: value.topics.into_iter().map(own).collect(),
                version: value.version,
                timestamp_ms: value.timestamp,
            };
            group.put_regex(own(key.regular_expression), value.map(resolved));
        }
        _ => {}
    }
    true
}

fn known(group: &ConsumerGroup, member: &Str) -> Member {
    group.member(member).cloned().unwrap_or_else(|| Member::new(own(member.clone())))
}

/// A text of its own: what stays should not hold on to the frame, or the batch, that it came in.
fn own(text: Str) -> Str {
    Str::from(text.to_string())
}
