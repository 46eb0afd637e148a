//! Topics: list, describe, create, delete, add partitions.

use std::time::{Duration, Instant};

use kt_codec::create_partitions_request::{CreatePartitionsAssignment, CreatePartitionsRequest, CreatePartitionsTopic};
use kt_codec::create_topics_request::{
    CreatableReplicaAssignment, CreatableTopic, CreatableTopicConfig, CreateTopicsRequest,
};
use kt_codec::delete_topics_request::{DeleteTopicState, DeleteTopicsRequest};
use kt_codec::describe_topic_partitions_request::{Cursor, DescribeTopicPartitionsRequest, TopicRequest};
use kt_codec::describe_topic_partitions_response::DescribeTopicPartitionsResponsePartition;
use kt_codec::metadata_request::{MetadataRequest, MetadataRequestTopic};
use kt_codec::metadata_response::{MetadataResponsePartition, MetadataResponseTopic};
use kt_codec::{Str, Uuid};

use super::in_order;
use crate::client::error::{Error, Problem, Result};
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

/// How many partitions a broker describes in one answer.
const PAGE: i32 = 2000;
/// What brokers say for "not asked for".
const NO_OPERATIONS: i32 = i32::MIN;

/// A topic in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub name: String,
    /// Zero from brokers before 2.8.
    pub id: Uuid,
    pub internal: bool,
    pub partitions: usize,
    pub error: ErrorCode,
}

/// How long a broker may take to hear of what its controller did, before we go on all the same.
const SETTLES_WITHIN: Duration = Duration::from_secs(1);
const SETTLE_PAUSE: Duration = Duration::from_millis(5);

/// All about a topic but its settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub name: String,
    /// Zero from brokers before 2.8.
    pub id: Uuid,
    pub internal: bool,
    /// By number.
    pub partitions: Vec<Partition>,
    /// A bit for each operation that we may do (bit 3 is READ, 4 WRITE, …), if asked for and known.
    pub operations: Option<i32>,
}

/// One partition of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    pub id: i32,
    pub leader: Option<i32>,
    pub leader_epoch: i32,
    pub replicas: Vec<i32>,
    pub isr: Vec<i32>,
    /// The replicas that may lead although they are not in sync (KIP-966); `None` from brokers that do not say.
    pub elr: Option<Vec<i32>>,
    pub last_known_elr: Option<Vec<i32>>,
    pub offline: Vec<i32>,
}

/// A topic to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewTopic {
    pub name: String,
    /// `None` leaves it to the broker (2.4 and later).
    pub partitions: Option<i32>,
    pub replication: Option<i16>,
    /// The brokers of each partition, by its number, in place of the two numbers above.
    pub assignment: Vec<Vec<i32>>,
    pub configs: Vec<(String, String)>,
}

/// A topic that is to grow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MorePartitions {
    pub topic: String,
    /// How many there will be in all.
    pub count: i32,
    /// The brokers of each new partition; `None` leaves them to the cluster.
    pub assignment: Option<Vec<Vec<i32>>>,
}

/// A topic that was made, as far as the broker tells (2.4 and later).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created {
    pub id: Uuid,
    pub partitions: Option<i32>,
    pub replication: Option<i16>,
    /// Name and value of all settings, if we may see them.
    pub configs: Option<Vec<(String, Option<String>)>>,
}

impl Client {
    /// All topics that we may see, in the broker's order.
    pub async fn list_topics(&self) -> Result<Vec<Listing>> {
        let request = MetadataRequest { topics: None, allow_auto_topic_creation: true, ..MetadataRequest::default() };
        let response = self.metadata(&request).await.map_err(|error| error.during("listTopics"))?;
        let listing = |topic: &MetadataResponseTopic| Listing {
            name: topic.name.as_ref().map(|name| name.to_string()).unwrap_or_default(),
            id: topic.topic_id,
            internal: topic.is_internal,
            partitions: topic.partitions.len(),
            error: ErrorCode(topic.error_code),
        };
        Ok(response.topics.iter().map(listing).collect())
    }

    /// All topics that we may see, in full, by one request.
    pub async fn all_topics(&self) -> Result<Vec<Topic>> {
        let request = MetadataRequest { topics: None, allow_auto_topic_creation: true, ..MetadataRequest::default() };
        let response = self.metadata(&request).await.map_err(|error| error.during("listTopics"))?;
        Ok(response.topics.iter().filter(|topic| topic.error_code == 0).map(Topic::from).collect())
    }

    /// These topics in full. Brokers since 3.9 answer in pages and know more (KIP-966); older ones give their metadata.
    pub async fn describe_topics(&self, names: &[String], operations: bool) -> Result<Vec<(String, Result<Topic>)>> {
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let call = |error: Error| error.during("describeTopics");
        match self.describe_by_pages(names).await {
            Err(error) if matches!(error.problem(), Problem::Unsupported { .. }) => {}
            result => return result.map_err(call),
        }
        let topic = |name: &String| MetadataRequestTopic { name: Some(name.as_str().into()), ..Default::default() };
        let response = self.describe_by_metadata(names.iter().map(topic).collect(), operations).await.map_err(call)?;
        let answers = response.into_iter().map(|(topic, outcome)| (name_of(&topic.name), outcome)).collect();
        Ok(in_order(names, answers, |name| unknown_topic(name)))
    }

    /// The topics of these ids in full.
    pub async fn describe_topics_by_id(&self, ids: &[Uuid], operations: bool) -> Result<Vec<(Uuid, Result<Topic>)>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let topic = |id: &Uuid| MetadataRequestTopic { topic_id: *id, name: None, ..Default::default() };
        let response = self.describe_by_metadata(ids.iter().map(topic).collect(), operations).await;
        let response = response.map_err(|error| error.during("describeTopics"))?;
        let answers = response.into_iter().map(|(topic, outcome)| (topic.topic_id, outcome)).collect();
        let unknown = |id: &Uuid| Err(Error::refused(ErrorCode::UNKNOWN_TOPIC_ID, None, format!("topic id {id}")));
        Ok(in_order(ids, answers, unknown))
    }

    async fn describe_by_metadata(
        &self,
        topics: Vec<MetadataRequestTopic>,
        operations: bool,
    ) -> Result<Vec<(MetadataResponseTopic, Result<Topic>)>> {
        let request = MetadataRequest {
            topics: Some(topics),
            allow_auto_topic_creation: false,
            include_topic_authorized_operations: operations,
            ..MetadataRequest::default()
        };
        let response = self.metadata(&request).await?;
        let outcome = |topic: MetadataResponseTopic| {
            let result = match ErrorCode(topic.error_code) {
                ErrorCode::NONE => Ok(Topic::from(&topic)),
                code => Err(Error::refused(code, None, about(topic.name.as_ref(), topic.topic_id))),
            };
            (topic, result)
        };
        Ok(response.topics.into_iter().map(outcome).collect())
    }

    async fn describe_by_pages(&self, names: &[String]) -> Result<Vec<(String, Result<Topic>)>> {
        let mut sorted: Vec<&String> = names.iter().collect();
        sorted.sort();
        sorted.dedup();
        let mut answers: Vec<(String, Result<Topic>)> = Vec::new();
        let mut cursor: Option<Cursor> = None;
        loop {
            let left = sorted
                .iter()
                .filter(|name| cursor.as_ref().is_none_or(|cursor| name.as_str() >= &cursor.topic_name[..]));
            let request = DescribeTopicPartitionsRequest {
                topics: left.map(|name| TopicRequest { name: name.as_str().into(), ..Default::default() }).collect(),
                response_partition_limit: PAGE,
                cursor: cursor.clone(),
                ..Default::default()
            };
            let response = self.send(To::Any, &request).await?;
            for topic in response.topics {
                let name = name_of(&topic.name);
                let partitions: Vec<Partition> = topic.partitions.iter().map(Partition::from).collect();
                if let Some((_, Ok(begun))) = answers.iter_mut().rev().find(|(known, _)| *known == name) {
                    begun.partitions.extend(partitions);
                    continue;
                }
                let outcome = match ErrorCode(topic.error_code) {
                    ErrorCode::NONE => Ok(Topic {
                        name: name.clone(),
                        id: topic.topic_id,
                        internal: topic.is_internal,
                        partitions,
                        operations: known_operations(topic.topic_authorized_operations),
                    }),
                    code => Err(Error::refused(code, None, about(Some(&name.as_str().into()), topic.topic_id))),
                };
                answers.push((name, outcome));
            }
            let next = response.next_cursor.map(|next| Cursor {
                topic_name: next.topic_name,
                partition_index: next.partition_index,
                ..Default::default()
            });
            match next {
                // A broker that does not move on would keep us here for ever.
                Some(next) if cursor.as_ref().is_none_or(|old| is_after(&next, old)) => cursor = Some(next),
                _ => break,
            }
        }
        for (_, outcome) in &mut answers {
            if let Ok(topic) = outcome {
                topic.partitions.sort_by_key(|partition| partition.id);
            }
        }
        Ok(in_order(names, answers, |name| unknown_topic(name)))
    }

    /// Makes topics, or only checks whether it could.
    pub async fn create_topics(
        &self,
        topics: &[NewTopic],
        validate_only: bool,
    ) -> Result<Vec<(String, Result<Created>)>> {
        let call = |error: Error| error.during("createTopics");
        let by_default = |topic: &NewTopic| {
            topic.assignment.is_empty() && (topic.partitions.is_none() || topic.replication.is_none())
        };
        let unsaid: Vec<&str> = topics.iter().filter(|topic| by_default(topic)).map(|topic| &*topic.name).collect();
        if !unsaid.is_empty() && !self.versions(To::Any).await.map_err(call)?.has::<CreateTopicsRequest>(4) {
            let message = format!(
                "Creating topics with default partitions/replication factor are only supported in CreateTopicRequest \
                 version 4+. The following topics need values for partitions and replicas: [{}]",
                unsaid.join(", ")
            );
            return Err(call(Error::refused(ErrorCode::UNSUPPORTED_VERSION, Some(&message), "")));
        }
        let request = CreateTopicsRequest {
            topics: topics.iter().map(CreatableTopic::from).collect(),
            timeout_ms: self.timeout_ms(),
            validate_only,
            ..CreateTopicsRequest::default()
        };
        let response = self
            .change(|_| request.clone(), |response| code_among(response.topics.iter().map(|topic| topic.error_code)))
            .await
            .map_err(call)?;
        let answers = response.topics.into_iter().map(|topic| {
            let outcome = match ErrorCode(topic.error_code) {
                ErrorCode::NONE => Ok(Created {
                    id: topic.topic_id,
                    partitions: Some(topic.num_partitions).filter(|count| *count >= 0),
                    replication: Some(topic.replication_factor).filter(|count| *count >= 0),
                    configs: topic.configs.map(|configs| {
                        let pair = |c: kt_codec::create_topics_response::CreatableTopicConfigs| {
                            (c.name.to_string(), c.value.map(|value| value.to_string()))
                        };
                        configs.into_iter().map(pair).collect()
                    }),
                }),
                code => Err(Error::refused(code, topic.error_message.as_deref(), about(Some(&topic.name), Uuid::ZERO))),
            };
            (topic.name.to_string(), outcome)
        });
        let names: Vec<String> = topics.iter().map(|topic| topic.name.clone()).collect();
        let answers = in_order(&names, answers.collect(), |name| unanswered(name));
        if !validate_only {
            let led =
                |topic: &Topic| !topic.partitions.is_empty() && topic.partitions.iter().all(|p| p.leader.is_some());
            self.settle(&answers, |_, found| found.as_ref().is_ok_and(led)).await;
        }
        Ok(answers)
    }

    /// Deletes topics with all that is in them.
    pub async fn delete_topics(&self, names: &[String]) -> Result<Vec<(String, Result<()>)>> {
        let timeout_ms = self.timeout_ms();
        let make = |version| {
            let mut request = DeleteTopicsRequest { timeout_ms, ..DeleteTopicsRequest::default() };
            if version >= 6 {
                let topic = |name: &String| DeleteTopicState { name: Some(name.as_str().into()), ..Default::default() };
                request.topics = names.iter().map(topic).collect();
            } else {
                request.topic_names = names.iter().map(|name| name.as_str().into()).collect();
            }
            request
        };
        let response = self
            .change(make, |response| code_among(response.responses.iter().map(|topic| topic.error_code)))
            .await
            .map_err(|error| error.during("deleteTopics"))?;
        let answers = response.responses.into_iter().map(|topic| {
            let outcome = outcome(topic.error_code, topic.error_message.as_deref(), || {
                about(topic.name.as_ref(), topic.topic_id)
            });
            (name_of(&topic.name), outcome)
        });
        let answers = in_order(names, answers.collect(), |name| unanswered(name));
        let unknown = Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION);
        self.settle(&answers, |_, found| found.as_ref().is_err_and(|e| e.code() == unknown)).await;
        Ok(answers)
    }

    /// Gives topics more partitions.
    pub async fn create_partitions(
        &self,
        topics: &[MorePartitions],
        validate_only: bool,
    ) -> Result<Vec<(String, Result<()>)>> {
        let topic = |more: &MorePartitions| CreatePartitionsTopic {
            name: more.topic.as_str().into(),
            count: more.count,
            assignments: more.assignment.as_ref().map(|all| {
                let one = |ids: &Vec<i32>| CreatePartitionsAssignment { broker_ids: ids.clone(), ..Default::default() };
                all.iter().map(one).collect()
            }),
            ..CreatePartitionsTopic::default()
        };
        let request = CreatePartitionsRequest {
            topics: topics.iter().map(topic).collect(),
            timeout_ms: self.timeout_ms(),
            validate_only,
            ..CreatePartitionsRequest::default()
        };
        let response = self
            .change(|_| request.clone(), |response| code_among(response.results.iter().map(|topic| topic.error_code)))
            .await
            .map_err(|error| error.during("createPartitions"))?;
        let answers = response.results.into_iter().map(|topic| {
            let outcome =
                outcome(topic.error_code, topic.error_message.as_deref(), || about(Some(&topic.name), Uuid::ZERO));
            (topic.name.to_string(), outcome)
        });
        let names: Vec<String> = topics.iter().map(|more| more.topic.clone()).collect();
        let answers = in_order(&names, answers.collect(), |name| unanswered(name));
        if !validate_only {
            let wanted = |name: &str| topics.iter().find(|more| more.topic == name).map_or(0, |more| more.count);
            let grown = |name: &str, topic: &Topic| topic.partitions.len() as i64 >= i64::from(wanted(name));
            self.settle(&answers, |name, found| found.as_ref().is_ok_and(|topic| grown(name, topic))).await;
        }
        Ok(answers)
    }

    /// Waits a moment until the broker that answers questions has heard of a change that the controller has made: in
    /// the original it follows behind, and the next command of a script would be answered as if nothing had happened.
    async fn settle<T>(&self, changed: &[(String, Result<T>)], is_seen: impl Fn(&str, &Result<Topic>) -> bool) {
        let names = changed.iter().filter(|(_, outcome)| outcome.is_ok()).map(|(name, _)| name);
        let topic = |name: &String| MetadataRequestTopic { name: Some(name.as_str().into()), ..Default::default() };
        let topics: Vec<MetadataRequestTopic> = names.map(topic).collect();
        let until = Instant::now() + SETTLES_WITHIN;
        while !topics.is_empty() && Instant::now() < until {
            // Whether the change was made is known; a question that fails here says nothing about it.
            let Ok(found) = self.describe_by_metadata(topics.clone(), false).await else { return };
            if found.iter().all(|(topic, found)| is_seen(&name_of(&topic.name), found)) {
                return;
            }
            tokio::time::sleep(SETTLE_PAUSE).await;
        }
    }

    /// What a request that the broker works on for a while says about its time.
    pub(super) fn timeout_ms(&self) -> i32 {
        let limits = &self.settings().limits;
        i32::try_from(limits.request.min(limits.api).as_millis()).unwrap_or(i32::MAX)
    }
}

impl From<&MetadataResponseTopic> for Topic {
    fn from(topic: &MetadataResponseTopic) -> Self {
        let mut partitions: Vec<Partition> = topic.partitions.iter().map(Partition::from).collect();
        partitions.sort_by_key(|partition| partition.id);
        Topic {
            name: name_of(&topic.name),
            id: topic.topic_id,
            internal: topic.is_internal,
            partitions,
            operations: known_operations(topic.topic_authorized_operations),
        }
    }
}

impl From<&MetadataResponsePartition> for Partition {
    fn from(partition: &MetadataResponsePartition) -> Self {
        Partition {
            id: partition.partition_index,
            leader: Some(partition.leader_id).filter(|id| *id >= 0),
            leader_epoch: partition.leader_epoch,
            replicas: partition.replica_nodes.clone(),
            isr: partition.isr_nodes.clone(),
            elr: None,
            last_known_elr: None,
            offline: partition.offline_replicas.clone(),
        }
    }
}

impl From<&DescribeTopicPartitionsResponsePartition> for Partition {
    fn from(partition: &DescribeTopicPartitionsResponsePartition) -> Self {
        Partition {
            id: partition.partition_index,
            leader: Some(partition.leader_id).filter(|id| *id >= 0),
            leader_epoch: partition.leader_epoch,
            replicas: partition.replica_nodes.clone(),
            isr: partition.isr_nodes.clone(),
            elr: Some(partition.eligible_leader_replicas.clone().unwrap_or_default()),
            last_known_elr: Some(partition.last_known_elr.clone().unwrap_or_default()),
            offline: partition.offline_replicas.clone(),
        }
    }
}

impl From<&NewTopic> for CreatableTopic {
    fn from(topic: &NewTopic) -> Self {
        let by_hand = !topic.assignment.is_empty();
        let assignment = |(index, brokers): (usize, &Vec<i32>)| CreatableReplicaAssignment {
            partition_index: i32::try_from(index).unwrap_or(i32::MAX),
            broker_ids: brokers.clone(),
            ..Default::default()
        };
        let config = |(name, value): &(String, String)| CreatableTopicConfig {
            name: name.as_str().into(),
            value: Some(value.as_str().into()),
            ..Default::default()
        };
        CreatableTopic {
            name: topic.name.as_str().into(),
            num_partitions: if by_hand { -1 } else { topic.partitions.unwrap_or(-1) },
            replication_factor: if by_hand { -1 } else { topic.replication.unwrap_or(-1) },
            assignments: topic.assignment.iter().enumerate().map(assignment).collect(),
            configs: topic.configs.iter().map(config).collect(),
            ..Default::default()
        }
    }
}

fn is_after(next: &Cursor, old: &Cursor) -> bool {
    (&next.topic_name[..], next.partition_index) > (&old.topic_name[..], old.partition_index)
}

fn known_operations(bits: i32) -> Option<i32> {
    Some(bits).filter(|bits| *bits != NO_OPERATIONS)
}

fn name_of(name: &Option<Str>) -> String {
    name.as_ref().map(|name| name.to_string()).unwrap_or_default()
}

fn about(name: Option<&Str>, id: Uuid) -> String {
    match name.filter(|name| !name.is_empty()) {
        Some(name) => format!("topic {name}"),
        None if id.is_zero() => "topic ''".to_owned(),
        None => format!("topic id {id}"),
    }
}

/// `Ok` for no error, else the broker's refusal.
pub(super) fn outcome(code: i16, message: Option<&str>, about: impl Fn() -> String) -> Result<()> {
    ErrorCode(code).ok().map_err(|code| Error::refused(code, message, about()))
}

/// The code for a whole answer: only NOT_CONTROLLER counts, and it is said for all items at once.
pub(super) fn code_among(mut codes: impl Iterator<Item = i16>) -> ErrorCode {
    let moved = codes.any(|code| ErrorCode(code) == ErrorCode::NOT_CONTROLLER);
    if moved { ErrorCode::NOT_CONTROLLER } else { ErrorCode::NONE }
}

fn unknown_topic<T>(name: &str) -> Result<T> {
    Err(Error::refused(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION, None, format!("topic {name}")))
}

fn unanswered<T>(name: &str) -> Result<T> {
    let message = "The broker's answer does not mention it.";
    Err(Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some(message), format!("topic {name}")))
}
