//! Changing groups from outside: their offsets, their members, and whether they are.

use kt_codec::delete_groups_request::DeleteGroupsRequest;
use kt_codec::leave_group_request::{LeaveGroupRequest, MemberIdentity};
use kt_codec::offset_commit_request::{OffsetCommitRequest, OffsetCommitRequestPartition, OffsetCommitRequestTopic};
use kt_codec::offset_delete_request::{OffsetDeleteRequest, OffsetDeleteRequestPartition, OffsetDeleteRequestTopic};

use super::by_topic;
use crate::client::admin::{TopicPartition, in_order};
use crate::client::error::{Error, Result};
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

use super::Committed;

/// The newest OffsetCommit that names topics; after it they have ids alone.
const BY_NAME: i16 = 9;
/// The first LeaveGroup that takes several members.
const SEVERAL: i16 = 3;
/// What a member is told about why it was thrown out.
const REASON: &str = "member was removed by an admin";

impl Client {
    /// Sets offsets of a group that has no members.
    pub async fn alter_group_offsets(
        &self,
        group: &str,
        offsets: &[(TopicPartition, Committed)],
    ) -> Result<Vec<(TopicPartition, Result<()>)>> {
        let topics = by_topic(offsets.iter().map(|(tp, committed)| (tp.clone(), committed)));
        let topic = |(name, partitions): &(kt_codec::Str, Vec<(i32, &Committed)>)| OffsetCommitRequestTopic {
            name: name.clone(),
            partitions: partitions
                .iter()
                .map(|(index, committed)| OffsetCommitRequestPartition {
                    partition_index: *index,
                    committed_offset: committed.offset,
                    committed_leader_epoch: committed.leader_epoch.unwrap_or(-1),
                    committed_metadata: Some(committed.metadata.as_str().into()),
                    ..Default::default()
                })
                .collect(),
            ..Default::default()
        };
        let make = |_| OffsetCommitRequest {
            group_id: group.into(),
            generation_id_or_member_epoch: -1,
            retention_time_ms: -1,
            topics: topics.iter().map(topic).collect(),
            ..Default::default()
        };
        let answers = self.of_coordinator(group, async |broker| {
            let response = self.send_up_to(To::Broker(broker), BY_NAME, make).await?;
            let mut answers = Vec::with_capacity(offsets.len());
            for topic in response.topics {
                for partition in topic.partitions {
                    let tp = TopicPartition::new(&*topic.name, partition.partition_index);
                    let code = ErrorCode(partition.error_code);
                    // These are the coordinator's, and so for all partitions alike: asked again.
                    let of_group = [
                        ErrorCode::NOT_COORDINATOR,
                        ErrorCode::COORDINATOR_NOT_AVAILABLE,
                        ErrorCode::COORDINATOR_LOAD_IN_PROGRESS,
                        ErrorCode::REBALANCE_IN_PROGRESS,
                    ];
                    if of_group.contains(&code) {
                        return Err(Error::refused(code, None, format!("group {group}")));
                    }
                    answers.push((tp.clone(), outcome(code, || format!("group {group}, partition {tp}"))));
                }
            }
            Ok(answers)
        });
        let answers = answers.await.map_err(|error| error.during("alterConsumerGroupOffsets(api=FIND_COORDINATOR)"))?;
        let asked: Vec<TopicPartition> = offsets.iter().map(|(tp, _)| tp.clone()).collect();
        Ok(in_order(&asked, answers, |tp| Err(unanswered(tp))))
    }

    /// Forgets groups and their offsets; each must be without members.
    pub async fn delete_groups(&self, groups: &[String]) -> Result<Vec<(String, Result<()>)>> {
        let deleted = self.of_coordinators(groups, async |broker, groups| {
            let request = DeleteGroupsRequest {
                groups_names: groups.iter().map(|group| group.as_str().into()).collect(),
                ..Default::default()
            };
            let response = self.send(To::Broker(broker), &request).await?;
            let answers = response.results.into_iter().map(|group| {
                let name = group.group_id.to_string();
                let result = outcome(ErrorCode(group.error_code), || format!("group {name}"));
                (name, result)
            });
            Ok(answers.collect())
        });
        deleted.await.map_err(|error| error.during("deleteConsumerGroups(api=FIND_COORDINATOR)"))
    }

    /// Forgets offsets of a group. `Err` if the group as a whole is refused (2.4 and later can do it).
    pub async fn delete_group_offsets(
        &self,
        group: &str,
        partitions: &[TopicPartition],
    ) -> Result<Vec<(TopicPartition, Result<()>)>> {
        let topics = by_topic(partitions.iter().map(|tp| (tp.clone(), ())));
        let partition =
            |(index, ()): &(i32, ())| OffsetDeleteRequestPartition { partition_index: *index, ..Default::default() };
        let request = OffsetDeleteRequest {
            group_id: group.into(),
            topics: topics
                .iter()
                .map(|(name, partitions)| OffsetDeleteRequestTopic {
                    name: name.clone(),
                    partitions: partitions.iter().map(partition).collect(),
                    ..Default::default()
                })
                .collect(),
            ..Default::default()
        };
        let answers = self.of_coordinator(group, async |broker| {
            let response = self.send(To::Broker(broker), &request).await?;
            outcome(ErrorCode(response.error_code), || format!("group {group}"))?;
            let mut answers = Vec::new();
            for topic in response.topics {
                for partition in topic.partitions {
                    let tp = TopicPartition::new(&*topic.name, partition.partition_index);
                    let about = || format!("group {group}, partition {tp}");
                    answers.push((tp.clone(), outcome(ErrorCode(partition.error_code), about)));
                }
            }
            Ok(answers)
        });
        let answers =
            answers.await.map_err(|error| error.during("deleteConsumerGroupOffsets(api=FIND_COORDINATOR)"))?;
        Ok(in_order(partitions, answers, |tp| Err(unanswered(tp))))
    }

    /// Throws members out of a classic group; a static one by its instance.
    pub async fn remove_members(
        &self,
        group: &str,
        members: &[(String, Option<String>)],
    ) -> Result<Vec<(String, Result<()>)>> {
        let identity = |(id, instance): &(String, Option<String>)| MemberIdentity {
            member_id: id.as_str().into(),
            group_instance_id: instance.as_deref().map(Into::into),
            reason: Some(REASON.into()),
            ..Default::default()
        };
        let removed = self.of_coordinator(group, async |broker| {
            let to = To::Broker(broker);
            if !self.versions(to).await?.has::<LeaveGroupRequest>(SEVERAL) {
                let mut answers = Vec::new();
                for (id, _) in members {
                    let make = |_| LeaveGroupRequest {
                        group_id: group.into(),
                        member_id: id.as_str().into(),
                        ..Default::default()
                    };
                    let code = ErrorCode(self.send_with(to, make).await?.error_code);
                    answers.push((id.clone(), outcome(code, || format!("member {id} of group {group}"))));
                }
                return Ok(answers);
            }
            let make = |version| LeaveGroupRequest {
                group_id: group.into(),
                members: members
                    .iter()
                    .map(identity)
                    // Reasons came with version 5.
                    .map(|member| MemberIdentity { reason: member.reason.filter(|_| version >= 5), ..member })
                    .collect(),
                ..Default::default()
            };
            let response = self.send_with(to, make).await?;
            outcome(ErrorCode(response.error_code), || format!("group {group}"))?;
            let answers = response.members.into_iter().map(|member| {
                let id = member.member_id.to_string();
                let about = || format!("member {id} of group {group}");
                let result = outcome(ErrorCode(member.error_code), about);
                (id, result)
            });
            Ok(answers.collect())
        });
        removed.await.map_err(|error| error.during("removeMembersFromConsumerGroup(api=FIND_COORDINATOR)"))
    }
}

fn outcome(code: ErrorCode, about: impl Fn() -> String) -> Result<()> {
    code.ok().map_err(|code| Error::refused(code, None, about()))
}

fn unanswered(partition: &TopicPartition) -> Error {
    let message = "The broker's answer does not mention it.";
    Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some(message), format!("partition {partition}"))
}
