//! ConsumerGroupDescribe: a consumer group as its admin sees it.

use std::collections::BTreeMap;

use kt_codec::consumer_group_describe_response::{
    Assignment, DescribedGroup, Member as DescribedMember, TopicPartitions,
};
use kt_codec::{Str, Uuid};

use super::group::ConsumerGroup;
use super::member::Member;
use super::topics::Topics;
use crate::broker::coordinator::group::assign::Assignor;

const CLASSIC: i8 = 0;
const CONSUMER: i8 = 1;

pub fn describe(id: &Str, group: &ConsumerGroup, default: Assignor, topics: &dyn Topics) -> DescribedGroup {
    DescribedGroup {
        group_id: id.clone(),
        group_state: Str::from_static(group.state_name()),
        group_epoch: group.epoch,
        assignment_epoch: group.target_epoch,
        assignor_name: group.preferred_assignor(default),
        members: group.members().map(|member| of_member(group, member, topics)).collect(),
        ..Default::default()
    }
}

fn of_member(group: &ConsumerGroup, member: &Member, topics: &dyn Topics) -> DescribedMember {
    let mut has: BTreeMap<Uuid, Vec<i32>> = BTreeMap::new();
    for (topic, of) in member.assigned.iter().chain(member.revoking.iter()) {
        has.entry(*topic).or_default().extend(of.keys());
    }
    let target = group.target(&member.id).cloned().unwrap_or_default();
    let gets = target.iter().map(|(topic, of)| (*topic, of.iter().copied().collect()));
    DescribedMember {
        member_id: member.id.clone(),
        instance_id: member.instance.clone(),
        rack_id: member.rack.clone(),
        member_epoch: member.epoch,
        client_id: member.client_id.clone(),
        client_host: member.client_host.clone(),
        subscribed_topic_names: member.topics.iter().cloned().collect(),
        subscribed_topic_regex: member.regex.clone(),
        assignment: named(has.into_iter(), topics),
        target_assignment: named(gets, topics),
        member_type: if member.is_classic() { CLASSIC } else { CONSUMER },
        ..Default::default()
    }
}

/// Topics that are gone have no name to be shown with.
fn named(partitions: impl Iterator<Item = (Uuid, Vec<i32>)>, topics: &dyn Topics) -> Assignment {
    let named = partitions.filter_map(|(topic_id, partitions)| {
        let topic_name = topics.name(&topic_id)?;
        Some(TopicPartitions { topic_id, topic_name, partitions, ..Default::default() })
    });
    Assignment { topic_partitions: named.collect(), ..Default::default() }
}
