//! Share groups (KIP-932): their members, and where their reading begins.

use std::collections::BTreeMap;

use kt_codec::alter_share_group_offsets_request::{
    AlterShareGroupOffsetsRequest, AlterShareGroupOffsetsRequestPartition, AlterShareGroupOffsetsRequestTopic,
};
use kt_codec::delete_share_group_offsets_request::{
    DeleteShareGroupOffsetsRequest, DeleteShareGroupOffsetsRequestTopic,
};
use kt_codec::describe_share_group_offsets_request::{
    DescribeShareGroupOffsetsRequest, DescribeShareGroupOffsetsRequestGroup,
};
use kt_codec::share_group_describe_request::ShareGroupDescribeRequest;

use super::{State, by_topic};
use crate::client::admin::{TopicPartition, in_order};
use crate::client::error::{Error, Result};
use crate::client::route::{Client, Node, To};
use crate::protocol::code::ErrorCode;

/// A share group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    pub group: String,
    pub state: State,
    pub epoch: i32,
    pub target_epoch: i32,
    pub assignor: String,
    pub coordinator: Node,
    pub members: Vec<Member>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: String,
    pub client: String,
    pub host: String,
    pub epoch: i32,
    pub assignment: Vec<TopicPartition>,
}

/// Where a share group's reading of a partition begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    pub offset: i64,
    pub leader_epoch: i32,
    /// Brokers since 4.2 tell.
    pub lag: Option<i64>,
}

impl Client {
    pub async fn describe_share_groups(&self, groups: &[String]) -> Result<Vec<(String, Result<Description>)>> {
        let described = self.of_coordinators(groups, async |broker, groups| {
            let node = self.node(broker).await?;
            let request = ShareGroupDescribeRequest {
                group_ids: groups.iter().map(|group| group.as_str().into()).collect(),
                ..Default::default()
            };
            let response = self.send(To::Broker(broker), &request).await?;
            let answers = response.groups.into_iter().map(|group| {
                let name = group.group_id.to_string();
                let outcome = match ErrorCode(group.error_code) {
                    ErrorCode::NONE => Ok(Description {
                        group: name.clone(),
                        state: State::parse(&group.group_state),
                        epoch: group.group_epoch,
                        target_epoch: group.assignment_epoch,
                        assignor: group.assignor_name.to_string(),
                        coordinator: node.clone(),
                        members: group.members.iter().map(member).collect(),
                    }),
                    code => Err(Error::refused(code, group.error_message.as_deref(), format!("share group {name}"))),
                };
                (name, outcome)
            });
            Ok(answers.collect())
        });
        described.await.map_err(|error| error.during("describeShareGroups(api=FIND_COORDINATOR)"))
    }

    /// Where each partition of the groups begins; `None` where nothing was read yet.
    #[allow(clippy::type_complexity)] // a list by group of a map by partition, as the name says
    pub async fn list_share_group_offsets(
        &self,
        groups: &[String],
    ) -> Result<Vec<(String, Result<BTreeMap<TopicPartition, Option<Start>>>)>> {
        let listed = self.of_coordinators(groups, async |broker, groups| {
            let group = |group: &String| DescribeShareGroupOffsetsRequestGroup {
                group_id: group.as_str().into(),
                topics: None,
                ..Default::default()
            };
            let request =
                DescribeShareGroupOffsetsRequest { groups: groups.iter().map(group).collect(), ..Default::default() };
            let response = self.send(To::Broker(broker), &request).await?;
            let mut answers = Vec::new();
            for group in response.groups {
                let name = group.group_id.to_string();
                let code = ErrorCode(group.error_code);
                if code.is_error() {
                    let about = format!("share group {name}");
                    answers.push((name, Err(Error::refused(code, group.error_message.as_deref(), about))));
                    continue;
                }
                let mut starts = BTreeMap::new();
                for topic in group.topics {
                    for partition in topic.partitions.iter().filter(|partition| partition.error_code == 0) {
                        let start = Start {
                            offset: partition.start_offset,
                            leader_epoch: partition.leader_epoch,
                            lag: (partition.lag >= 0).then_some(partition.lag),
                        };
                        let at = TopicPartition::new(&*topic.topic_name, partition.partition_index);
                        starts.insert(at, (partition.start_offset >= 0).then_some(start));
                    }
                }
                answers.push((name, Ok(starts)));
            }
            Ok(answers)
        });
        listed.await.map_err(|error| error.during("listShareGroupOffsets(api=FIND_COORDINATOR)"))
    }

    /// Sets where reading begins, of a group without members.
    pub async fn alter_share_group_offsets(
        &self,
        group: &str,
        starts: &[(TopicPartition, i64)],
    ) -> Result<Vec<(TopicPartition, Result<()>)>> {
        let topics = by_topic(starts.iter().cloned());
        let partition = |(index, offset): &(i32, i64)| AlterShareGroupOffsetsRequestPartition {
            partition_index: *index,
            start_offset: *offset,
            ..Default::default()
        };
        let request = AlterShareGroupOffsetsRequest {
            group_id: group.into(),
            topics: topics
                .iter()
                .map(|(name, partitions)| AlterShareGroupOffsetsRequestTopic {
                    topic_name: name.clone(),
                    partitions: partitions.iter().map(partition).collect(),
                    ..Default::default()
                })
                .collect(),
            ..Default::default()
        };
        let altered = self.of_coordinator(group, async |broker| {
            let response = self.send(To::Broker(broker), &request).await?;
            let whole = ErrorCode(response.error_code);
            whole.ok().map_err(|code| refused(code, response.error_message.as_deref(), group))?;
            let mut answers = Vec::new();
            for topic in response.responses {
                for partition in topic.partitions {
                    let tp = TopicPartition::new(&*topic.topic_name, partition.partition_index);
                    let outcome = ErrorCode(partition.error_code).ok().map_err(|code| {
                        Error::refused(code, partition.error_message.as_deref(), format!("partition {tp}"))
                    });
                    answers.push((tp, outcome));
                }
            }
            Ok(answers)
        });
        let answers = altered.await.map_err(|error| error.during("alterShareGroupOffsets(api=FIND_COORDINATOR)"))?;
        let asked: Vec<TopicPartition> = starts.iter().map(|(tp, _)| tp.clone()).collect();
        Ok(in_order(&asked, answers, |tp| Err(unanswered(&tp.to_string()))))
    }

    /// Forgets where a group reads topics.
    pub async fn delete_share_group_offsets(
        &self,
        group: &str,
        topics: &[String],
    ) -> Result<Vec<(String, Result<()>)>> {
        let topic = |name: &String| DeleteShareGroupOffsetsRequestTopic {
            topic_name: name.as_str().into(),
            ..Default::default()
        };
        let request = DeleteShareGroupOffsetsRequest {
            group_id: group.into(),
            topics: topics.iter().map(topic).collect(),
            ..Default::default()
        };
        let deleted = self.of_coordinator(group, async |broker| {
            let response = self.send(To::Broker(broker), &request).await?;
            let whole = ErrorCode(response.error_code);
            whole.ok().map_err(|code| refused(code, response.error_message.as_deref(), group))?;
            let answers = response.responses.into_iter().map(|topic| {
                let name = topic.topic_name.to_string();
                let outcome = ErrorCode(topic.error_code)
                    .ok()
                    .map_err(|code| Error::refused(code, topic.error_message.as_deref(), format!("topic {name}")));
                (name, outcome)
            });
            Ok(answers.collect())
        });
        let answers = deleted.await.map_err(|error| error.during("deleteShareGroupOffsets(api=FIND_COORDINATOR)"))?;
        Ok(in_order(topics, answers, |name| Err(unanswered(name))))
    }
}

fn member(member: &kt_codec::share_group_describe_response::Member) -> Member {
    let mut assignment: Vec<TopicPartition> = member
        .assignment
        .topic_partitions
        .iter()
        .flat_map(|topic| topic.partitions.iter().map(|partition| TopicPartition::new(&*topic.topic_name, *partition)))
        .collect();
    assignment.sort();
    assignment.dedup();
    Member {
        id: member.member_id.to_string(),
        client: member.client_id.to_string(),
        host: member.client_host.to_string(),
        epoch: member.member_epoch,
        assignment,
    }
}

fn refused(code: ErrorCode, message: Option<&str>, group: &str) -> Error {
    Error::refused(code, message, format!("share group {group}"))
}

fn unanswered(what: &str) -> Error {
    Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some("The broker's answer does not mention it."), what)
}
