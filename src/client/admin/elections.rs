//! Elections of leaders, and moves of replicas.

use std::collections::BTreeMap;

use kt_codec::alter_partition_reassignments_request::{
    AlterPartitionReassignmentsRequest, ReassignablePartition, ReassignableTopic,
};
use kt_codec::elect_leaders_request::{ElectLeadersRequest, TopicPartitions};
use kt_codec::list_partition_reassignments_request::{
    ListPartitionReassignmentsRequest, ListPartitionReassignmentsTopics,
};

use super::TopicPartition;
use super::offsets::by_topic;
use super::topics::outcome;
use crate::client::error::{Error, Result};
use crate::client::route::Client;
use crate::protocol::code::ErrorCode;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Election {
    Preferred = 0,
    Unclean = 1,
}

impl Election {
    /// The original's name.
    pub fn java(self) -> &'static str {
        match self {
            Election::Preferred => "PREFERRED",
            Election::Unclean => "UNCLEAN",
        }
    }
}

/// A move under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub replicas: Vec<i32>,
    pub adding: Vec<i32>,
    pub removing: Vec<i32>,
}

impl Client {
    /// Elects leaders of these partitions, or (`None`) of all that need it.
    pub async fn elect_leaders(
        &self,
        election: Election,
        partitions: Option<&[TopicPartition]>,
    ) -> Result<Vec<(TopicPartition, Result<()>)>> {
        let topic = |(name, all): (&str, Vec<&TopicPartition>)| TopicPartitions {
            topic: name.into(),
            partitions: all.into_iter().map(|tp| tp.partition).collect(),
            ..Default::default()
        };
        let request = ElectLeadersRequest {
            election_type: election as i8,
            topic_partitions: partitions.map(|all| by_topic(all).into_iter().map(topic).collect()),
            timeout_ms: self.timeout_ms(),
            ..Default::default()
        };
        let call = |error: Error| error.during("electLeaders");
        let code = |response: &kt_codec::elect_leaders_response::ElectLeadersResponse| ErrorCode(response.error_code);
        let response = self.change(|_| request.clone(), code).await.map_err(call)?;
        outcome(response.error_code, None, || "the election".into()).map_err(call)?;
        let mut outcomes = Vec::new();
        for topic in response.replica_election_results {
            for result in topic.partition_result {
                let tp = TopicPartition::new(&topic.topic[..], result.partition_id);
                let about = || format!("partition {tp}");
                let done = outcome(result.error_code, result.error_message.as_deref(), about);
                outcomes.push((tp, done));
            }
        }
        Ok(outcomes)
    }

    /// The moves under way, of these partitions or of all.
    pub async fn list_reassignments(
        &self,
        partitions: Option<&[TopicPartition]>,
    ) -> Result<BTreeMap<TopicPartition, Move>> {
        let topic = |(name, all): (&str, Vec<&TopicPartition>)| ListPartitionReassignmentsTopics {
            name: name.into(),
            partition_indexes: all.into_iter().map(|tp| tp.partition).collect(),
            ..Default::default()
        };
        let request = ListPartitionReassignmentsRequest {
            timeout_ms: self.timeout_ms(),
            topics: partitions.map(|all| by_topic(all).into_iter().map(topic).collect()),
            ..Default::default()
        };
        let call = |error: Error| error.during("listPartitionReassignments");
        let code = |response: &kt_codec::list_partition_reassignments_response::ListPartitionReassignmentsResponse| {
            ErrorCode(response.error_code)
        };
        let response = self.change(|_| request.clone(), code).await.map_err(call)?;
        let about = || "the moves under way".to_owned();
        outcome(response.error_code, response.error_message.as_deref(), about).map_err(call)?;
        let mut moves = BTreeMap::new();
        for topic in response.topics {
            for p in topic.partitions {
                let one = Move { replicas: p.replicas, adding: p.adding_replicas, removing: p.removing_replicas };
                moves.insert(TopicPartition::new(&topic.name[..], p.partition_index), one);
            }
        }
        Ok(moves)
    }

    /// Moves partitions to these replicas, or (`None`) takes their move back. `same_factor`: a plan that changes the
    /// number of replicas is refused.
    pub async fn alter_reassignments(
        &self,
        wanted: &BTreeMap<TopicPartition, Option<Vec<i32>>>,
        same_factor: bool,
    ) -> Result<Vec<(TopicPartition, Result<()>)>> {
        let mut topics: BTreeMap<&str, Vec<ReassignablePartition>> = BTreeMap::new();
        for (tp, replicas) in wanted {
            topics.entry(&tp.topic).or_default().push(ReassignablePartition {
                partition_index: tp.partition,
                replicas: replicas.clone(),
                ..Default::default()
            });
        }
        let topic = |(name, partitions): (&&str, &Vec<ReassignablePartition>)| ReassignableTopic {
            name: (*name).into(),
            partitions: partitions.clone(),
            ..Default::default()
        };
        let request = AlterPartitionReassignmentsRequest {
            timeout_ms: self.timeout_ms(),
            allow_replication_factor_change: !same_factor,
            topics: topics.iter().map(topic).collect(),
            ..Default::default()
        };
        let call = |error: Error| error.during("alterPartitionReassignments");
        let code =
            |response: &kt_codec::alter_partition_reassignments_response::AlterPartitionReassignmentsResponse| {
                ErrorCode(response.error_code)
            };
        let response = self.change(|_| request.clone(), code).await.map_err(call)?;
        let about = || "the plan".to_owned();
        outcome(response.error_code, response.error_message.as_deref(), about).map_err(call)?;
        let mut outcomes = Vec::new();
        for topic in response.responses {
            for p in topic.partitions {
                let tp = TopicPartition::new(&topic.name[..], p.partition_index);
                let done = outcome(p.error_code, p.error_message.as_deref(), || format!("partition {tp}"));
                outcomes.push((tp, done));
            }
        }
        Ok(outcomes)
    }
}
