//! ShareGroupDescribe: a share group as its admin sees it.

use kt_codec::Str;
use kt_codec::share_group_describe_response::{Assignment, DescribedGroup, Member as DescribedMember, TopicPartitions};

use super::assign;
use super::group::{Member, ShareGroup};
use crate::broker::coordinator::group::consumer::topics::Topics;

pub fn describe(id: &Str, group: &ShareGroup, topics: &dyn Topics) -> DescribedGroup {
    DescribedGroup {
        group_id: id.clone(),
        group_state: Str::from_static(group.state_name()),
        group_epoch: group.epoch,
        assignment_epoch: group.target_epoch,
        assignor_name: Str::from_static(assign::NAME),
        members: group.members.values().map(|member| of_member(member, topics)).collect(),
        ..Default::default()
    }
}

fn of_member(member: &Member, topics: &dyn Topics) -> DescribedMember {
    // Topics that are gone have no name to be shown with.
    let assigned = member.assigned.iter().filter_map(|(topic_id, partitions)| {
        let topic_name = topics.name(topic_id)?;
        let partitions = partitions.iter().copied().collect();
        Some(TopicPartitions { topic_id: *topic_id, topic_name, partitions, ..Default::default() })
    });
    DescribedMember {
        member_id: member.id.clone(),
        rack_id: member.rack.clone(),
        member_epoch: member.epoch,
        client_id: member.client_id.clone(),
        client_host: member.client_host.clone(),
        subscribed_topic_names: member.topics.iter().cloned().collect(),
        assignment: Assignment { topic_partitions: assigned.collect(), ..Default::default() },
        ..Default::default()
    }
}
