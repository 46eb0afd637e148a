//! A consumer group and its members, in either protocol.

use std::collections::BTreeSet;

use bytes::{Buf, Bytes};
use kt_codec::Message;
use kt_codec::consumer_group_describe_request::ConsumerGroupDescribeRequest;
use kt_codec::consumer_group_describe_response as new;
use kt_codec::consumer_protocol_assignment::ConsumerProtocolAssignment;
use kt_codec::consumer_protocol_subscription::ConsumerProtocolSubscription;
use kt_codec::describe_groups_request::DescribeGroupsRequest;
use kt_codec::describe_groups_response as classic;

use super::{CONSUMER, State, Type, is_unsupported};
use crate::client::admin::TopicPartition;
use crate::client::error::{Error, Result};
use crate::client::route::{Client, Node, To};
use crate::client::settings::Address;
use crate::protocol::code::ErrorCode;

/// A group of consumers, or any classic group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    pub group: String,
    /// Classic or Consumer.
    pub kind: Type,
    /// What the members speak; empty for a group without members.
    pub protocol: String,
    /// The name of the assignment strategy; empty if there is none.
    pub assignor: String,
    pub state: State,
    pub coordinator: Node,
    /// In the coordinator's order.
    pub members: Vec<Member>,
    /// Of the newer protocol only.
    pub epoch: Option<i32>,
    pub target_epoch: Option<i32>,
}

impl Description {
    /// Whether its offsets and members mean what those of consumers mean.
    pub fn is_of_consumers(&self) -> bool {
        self.protocol.is_empty() || self.protocol == CONSUMER
    }
}

/// A member of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: String,
    pub instance: Option<String>,
    pub client: String,
    pub host: String,
    pub rack: Option<String>,
    /// In order, each once.
    pub assignment: Vec<TopicPartition>,
    /// What it is to have (newer protocol).
    pub target: Option<Vec<TopicPartition>>,
    pub epoch: Option<i32>,
    /// Whether it speaks the newer protocol, where the broker tells.
    pub upgraded: Option<bool>,
    pub subscription: Vec<String>,
    pub regex: Option<String>,
}

impl Client {
    /// Consumer groups of both protocols. What the newer call does not know is asked for by the classic one.
    pub async fn describe_consumer_groups(&self, groups: &[String]) -> Result<Vec<(String, Result<Description>)>> {
        let described = self.of_coordinators(groups, |broker, groups| self.describe_by_both(broker, groups)).await;
        described.map_err(|error| error.during("describeConsumerGroups(api=FIND_COORDINATOR)"))
    }

    async fn describe_by_both(&self, broker: i32, groups: Vec<String>) -> Result<Vec<(String, Result<Description>)>> {
        let node = self.node(broker).await?;
        let request = ConsumerGroupDescribeRequest {
            group_ids: groups.iter().map(|group| group.as_str().into()).collect(),
            ..Default::default()
        };
        let mut answers: Vec<(String, Result<Description>)> = Vec::with_capacity(groups.len());
        let mut old: Vec<(String, Option<String>)> = Vec::new();
        match self.send(To::Broker(broker), &request).await {
            Ok(response) => {
                for group in response.groups {
                    let name = group.group_id.to_string();
                    match ErrorCode(group.error_code) {
                        ErrorCode::NONE => answers.push((name, Ok(newer(group, &node)))),
                        // The newer call's words are the more telling ones.
                        ErrorCode::GROUP_ID_NOT_FOUND | ErrorCode::UNSUPPORTED_VERSION => {
                            old.push((name, group.error_message.map(|message| message.to_string())));
                        }
                        code => answers.push((name.clone(), Err(refused(code, group.error_message.as_deref(), &name)))),
                    }
                }
            }
            Err(error) if is_unsupported(&error) => old.extend(groups.into_iter().map(|group| (group, None))),
            Err(error) => return Err(error),
        }
        if old.is_empty() {
            return Ok(answers);
        }
        let request = DescribeGroupsRequest {
            groups: old.iter().map(|(group, _)| group.as_str().into()).collect(),
            ..Default::default()
        };
        for group in self.send(To::Broker(broker), &request).await?.groups {
            let name = group.group_id.to_string();
            let outcome = match ErrorCode(group.error_code) {
                ErrorCode::NONE => classical(group, &node),
                code => {
                    let told = old.iter().find(|(asked, _)| *asked == name).and_then(|(_, message)| message.as_deref());
                    let told = told.filter(|_| code == ErrorCode::GROUP_ID_NOT_FOUND);
                    Err(refused(code, told.or(group.error_message.as_deref()), &name))
                }
            };
            answers.push((name, outcome));
        }
        Ok(answers)
    }

    /// A broker that just answered; it has an address unless the cluster changed this very moment.
    pub(super) async fn node(&self, broker: i32) -> Result<Node> {
        let cluster = self.cluster().await?;
        let nowhere = || Node { id: broker, address: Address { host: String::new(), port: 0 }, rack: None };
        Ok(cluster.node(broker).cloned().unwrap_or_else(nowhere))
    }
}

fn refused(code: ErrorCode, message: Option<&str>, group: &str) -> Error {
    Error::refused(code, message, format!("group {group}"))
}

fn newer(group: new::DescribedGroup, node: &Node) -> Description {
    let partitions = |assignment: &new::Assignment| {
        let all = assignment.topic_partitions.iter().flat_map(|topic| {
            topic.partitions.iter().map(|partition| TopicPartition::new(&*topic.topic_name, *partition))
        });
        in_order_once(all)
    };
    let member = |member: &new::Member| Member {
        id: member.member_id.to_string(),
        instance: member.instance_id.as_ref().map(ToString::to_string),
        client: member.client_id.to_string(),
        host: member.client_host.to_string(),
        rack: member.rack_id.as_ref().map(ToString::to_string),
        assignment: partitions(&member.assignment),
        target: Some(partitions(&member.target_assignment)),
        epoch: Some(member.member_epoch),
        upgraded: (member.member_type != -1).then_some(member.member_type == 1),
        subscription: member.subscribed_topic_names.iter().map(ToString::to_string).collect(),
        regex: member.subscribed_topic_regex.as_ref().map(ToString::to_string),
    };
    Description {
        kind: Type::Consumer,
        protocol: CONSUMER.to_owned(),
        assignor: group.assignor_name.to_string(),
        state: State::parse(&group.group_state),
        coordinator: node.clone(),
        members: group.members.iter().map(member).collect(),
        epoch: Some(group.group_epoch),
        target_epoch: Some(group.assignment_epoch),
        group: group.group_id.to_string(),
    }
}

fn classical(group: classic::DescribedGroup, node: &Node) -> Result<Description> {
    let of_consumers = group.protocol_type.is_empty() || &*group.protocol_type == CONSUMER;
    let mut members = Vec::with_capacity(group.members.len());
    for member in &group.members {
        // The bytes of other protocols are their own affair.
        let (assignment, subscription) = match of_consumers {
            true => (assignment(&member.member_assignment), subscription(&member.member_metadata)),
            false => (Ok(Vec::new()), Vec::new()),
        };
        let assignment = assignment.map_err(|why| {
            let message = format!("the assignment of member {} cannot be read: {why}", member.member_id);
            refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some(&message), &group.group_id)
        })?;
        members.push(Member {
            id: member.member_id.to_string(),
            instance: member.group_instance_id.as_ref().map(ToString::to_string),
            client: member.client_id.to_string(),
            host: member.client_host.to_string(),
            rack: None,
            assignment,
            target: None,
            epoch: None,
            upgraded: None,
            subscription,
            regex: None,
        });
    }
    Ok(Description {
        kind: Type::Classic,
        protocol: group.protocol_type.to_string(),
        assignor: group.protocol_data.to_string(),
        state: State::parse(&group.group_state),
        coordinator: node.clone(),
        members,
        epoch: None,
        target_epoch: None,
        group: group.group_id.to_string(),
    })
}

/// What the leader of a classic group gave to a member. A later version's bytes begin like those of the newest known.
fn assignment(bytes: &Bytes) -> std::result::Result<Vec<TopicPartition>, String> {
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    let read: ConsumerProtocolAssignment = versioned(bytes)?;
    let all = read
        .assigned_partitions
        .iter()
        .flat_map(|topic| topic.partitions.iter().map(|partition| TopicPartition::new(&*topic.topic, *partition)));
    Ok(in_order_once(all))
}

/// The topics a member of a classic group wants; nothing if it cannot be read, for it is only shown.
fn subscription(bytes: &Bytes) -> Vec<String> {
    let read: Option<ConsumerProtocolSubscription> = versioned(bytes).ok();
    read.map_or_else(Vec::new, |read| read.topics.iter().map(ToString::to_string).collect())
}

fn versioned<M: Message>(bytes: &Bytes) -> std::result::Result<M, String> {
    let mut rest = bytes.clone();
    if rest.len() < 2 {
        return Err("it is too short".into());
    }
    let (oldest, newest) = M::VERSIONS;
    let version = rest.get_i16();
    if version < oldest {
        return Err(format!("version {version} is unknown"));
    }
    let mut reader = kt_codec::Reader::new(rest);
    M::decode(&mut reader, version.min(newest)).map_err(|error| error.to_string())
}

fn in_order_once(partitions: impl Iterator<Item = TopicPartition>) -> Vec<TopicPartition> {
    partitions.collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kt_codec::consumer_protocol_assignment::TopicPartition as Assigned;

    fn bytes(version: i16) -> Bytes {
        let topic = Assigned { topic: "t".into(), partitions: vec![1, 0, 1], ..Default::default() };
        let message = ConsumerProtocolAssignment { assigned_partitions: vec![topic], ..Default::default() };
        let mut bytes = version.to_be_bytes().to_vec();
        bytes.extend_from_slice(&message.to_bytes(0).unwrap());
        bytes.into()
    }

    #[test]
    fn an_assignment_is_read_in_any_version_and_each_partition_is_there_once() {
        let expected = vec![TopicPartition::new("t", 0), TopicPartition::new("t", 1)];
        assert_eq!(assignment(&bytes(0)), Ok(expected.clone()));
        assert_eq!(assignment(&bytes(99)), Ok(expected), "a later version begins like the ones before");
        assert_eq!(assignment(&Bytes::new()), Ok(Vec::new()));
    }

    #[test]
    fn an_assignment_of_rubbish_is_an_error_and_no_panic() {
        for rubbish in [&[0][..], &[0, 0], &[0, 0, 0x7f, 0xff, 0xff, 0xff], &[0xff, 0xff, 0]] {
            assert!(assignment(&Bytes::copy_from_slice(rubbish)).is_err(), "{rubbish:?}");
        }
    }
}
