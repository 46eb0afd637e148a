//! Streams groups (KIP-1071): the topology, and which member has which tasks.

use kt_codec::streams_group_describe_request::StreamsGroupDescribeRequest;
use kt_codec::streams_group_describe_response as wire;

use super::State;
use crate::client::error::{Error, Result};
use crate::client::route::{Client, Node, To};
use crate::protocol::code::ErrorCode;

/// A streams group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    pub group: String,
    pub state: State,
    pub epoch: i32,
    pub target_epoch: i32,
    pub topology_epoch: i32,
    pub subtopologies: Vec<Subtopology>,
    pub coordinator: Node,
    pub members: Vec<Member>,
}

/// A part of the topology.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subtopology {
    pub id: String,
    pub source_topics: Vec<String>,
    pub repartition_sink_topics: Vec<String>,
    pub repartition_source_topics: Vec<String>,
    pub changelog_topics: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: String,
    pub client: String,
    pub host: String,
    pub process: String,
    pub epoch: i32,
    pub topology_epoch: i32,
    pub is_classic: bool,
    pub assignment: Tasks,
    pub target: Tasks,
}

/// The tasks of a member: those it works on, and those it keeps warm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tasks {
    pub active: Vec<Task>,
    pub standby: Vec<Task>,
    pub warmup: Vec<Task>,
}

/// Partitions of a subtopology.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub subtopology: String,
    pub partitions: Vec<i32>,
}

impl Client {
    pub async fn describe_streams_groups(&self, groups: &[String]) -> Result<Vec<(String, Result<Description>)>> {
        let described = self.of_coordinators(groups, async |broker, groups| {
            let node = self.node(broker).await?;
            let request = StreamsGroupDescribeRequest {
                group_ids: groups.iter().map(|group| group.as_str().into()).collect(),
                ..Default::default()
            };
            let response = self.send(To::Broker(broker), &request).await?;
            let answers = response.groups.into_iter().map(|group| {
                let name = group.group_id.to_string();
                let outcome = match ErrorCode(group.error_code) {
                    ErrorCode::NONE => Ok(description(&group, node.clone())),
                    code => Err(Error::refused(code, group.error_message.as_deref(), format!("streams group {name}"))),
                };
                (name, outcome)
            });
            Ok(answers.collect())
        });
        described.await.map_err(|error| error.during("describeStreamsGroups(api=FIND_COORDINATOR)"))
    }
}

fn description(group: &wire::DescribedGroup, coordinator: Node) -> Description {
    let names = |names: &[kt_codec::Str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let topics = |topics: &[wire::TopicInfo]| topics.iter().map(|topic| topic.name.to_string()).collect::<Vec<_>>();
    let topology = group.topology.as_ref();
    let subtopologies = topology.and_then(|topology| topology.subtopologies.as_ref()).into_iter().flatten();
    Description {
        group: group.group_id.to_string(),
        state: State::parse(&group.group_state),
        epoch: group.group_epoch,
        target_epoch: group.assignment_epoch,
        topology_epoch: topology.map_or(-1, |topology| topology.epoch),
        subtopologies: subtopologies
            .map(|part| Subtopology {
                id: part.subtopology_id.to_string(),
                source_topics: names(&part.source_topics),
                repartition_sink_topics: names(&part.repartition_sink_topics),
                repartition_source_topics: topics(&part.repartition_source_topics),
                changelog_topics: topics(&part.state_changelog_topics),
            })
            .collect(),
        coordinator,
        members: group.members.iter().map(member).collect(),
    }
}

fn member(member: &wire::Member) -> Member {
    Member {
        id: member.member_id.to_string(),
        client: member.client_id.to_string(),
        host: member.client_host.to_string(),
        process: member.process_id.to_string(),
        epoch: member.member_epoch,
        topology_epoch: member.topology_epoch,
        is_classic: member.is_classic,
        assignment: tasks(&member.assignment),
        target: tasks(&member.target_assignment),
    }
}

fn tasks(assignment: &wire::Assignment) -> Tasks {
    let list = |ids: &[wire::TaskIds]| {
        let task = |ids: &wire::TaskIds| Task {
            subtopology: ids.subtopology_id.to_string(),
            partitions: ids.partitions.clone(),
        };
        ids.iter().map(task).collect()
    };
    Tasks {
        active: list(&assignment.active_tasks),
        standby: list(&assignment.standby_tasks),
        warmup: list(&assignment.warmup_tasks),
    }
}
