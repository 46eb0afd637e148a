//! The quorum of the metadata log, and the changes of brokers and controllers in it.

use std::collections::BTreeMap;

use kt_codec::Uuid;
use kt_codec::add_raft_voter_request::{AddRaftVoterRequest, Listener};
use kt_codec::describe_quorum_request::{DescribeQuorumRequest, PartitionData, TopicData};
use kt_codec::describe_quorum_response::ReplicaState;
use kt_codec::remove_raft_voter_request::RemoveRaftVoterRequest;
use kt_codec::unregister_broker_request::UnregisterBrokerRequest;

use super::topics::outcome;
use crate::client::error::{Error, Result};
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

const TOPIC: &str = "__cluster_metadata";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    pub leader: i32,
    pub leader_epoch: i32,
    pub high_watermark: i64,
    pub voters: Vec<Replica>,
    pub observers: Vec<Replica>,
    /// Where each controller listens: `NAME://host:port`.
    pub endpoints: BTreeMap<i32, Vec<String>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replica {
    pub id: i32,
    pub directory: Uuid,
    pub end: i64,
    /// `None` where the leader does not know.
    pub last_fetch_ms: Option<i64>,
    pub last_caught_up_ms: Option<i64>,
}

/// A controller's listener.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    pub name: String,
    pub host: String,
    pub port: u16,
}

impl Client {
    pub async fn describe_quorum(&self) -> Result<Quorum> {
        let call = |error: Error| error.during("describeMetadataQuorum");
        let topic = TopicData {
            topic_name: TOPIC.into(),
            partitions: vec![PartitionData { partition_index: 0, ..Default::default() }],
            ..Default::default()
        };
        let request = DescribeQuorumRequest { topics: vec![topic], ..Default::default() };
        let response = self.send(To::Any, &request).await.map_err(call)?;
        let about = || "the quorum".to_owned();
        outcome(response.error_code, response.error_message.as_deref(), about).map_err(call)?;
        let Some(found) = response.topics.iter().flat_map(|topic| &topic.partitions).next() else {
            let message = "The broker's answer does not mention the metadata log.";
            return Err(call(Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some(message), "the quorum")));
        };
        outcome(found.error_code, found.error_message.as_deref(), about).map_err(call)?;
        let replica = |state: &ReplicaState| Replica {
            id: state.replica_id,
            directory: state.replica_directory_id,
            end: state.log_end_offset,
            last_fetch_ms: Some(state.last_fetch_timestamp).filter(|ms| *ms >= 0),
            last_caught_up_ms: Some(state.last_caught_up_timestamp).filter(|ms| *ms >= 0),
        };
        let endpoints = response.nodes.iter().map(|node| {
            let listener =
                |l: &kt_codec::describe_quorum_response::Listener| format!("{}://{}:{}", l.name, l.host, l.port);
            (node.node_id, node.listeners.iter().map(listener).collect())
        });
        Ok(Quorum {
            leader: found.leader_id,
            leader_epoch: found.leader_epoch,
            high_watermark: found.high_watermark,
            voters: found.current_voters.iter().map(replica).collect(),
            observers: found.observers.iter().map(replica).collect(),
            endpoints: endpoints.collect(),
        })
    }

    pub async fn add_voter(&self, id: i32, directory: Uuid, endpoints: &[Endpoint]) -> Result<()> {
        let listener = |e: &Endpoint| Listener {
            name: e.name.as_str().into(),
            host: e.host.as_str().into(),
            port: e.port,
            ..Default::default()
        };
        let request = AddRaftVoterRequest {
            cluster_id: None,
            timeout_ms: self.timeout_ms(),
            voter_id: id,
            voter_directory_id: directory,
            listeners: endpoints.iter().map(listener).collect(),
            ..Default::default()
        };
        let call = |error: Error| error.during("addRaftVoter");
        let response = self.send(To::Any, &request).await.map_err(call)?;
        outcome(response.error_code, response.error_message.as_deref(), || format!("controller {id}")).map_err(call)
    }

    pub async fn remove_voter(&self, id: i32, directory: Uuid) -> Result<()> {
        let request = RemoveRaftVoterRequest {
            cluster_id: None,
            voter_id: id,
            voter_directory_id: directory,
            ..Default::default()
        };
        let call = |error: Error| error.during("removeRaftVoter");
        let response = self.send(To::Any, &request).await.map_err(call)?;
        outcome(response.error_code, response.error_message.as_deref(), || format!("controller {id}")).map_err(call)
    }

    /// Takes a broker that is gone for good off the books.
    pub async fn unregister_broker(&self, id: i32) -> Result<()> {
        let request = UnregisterBrokerRequest { broker_id: id, ..Default::default() };
        let call = |error: Error| error.during("unregisterBroker");
        let code =
            |response: &kt_codec::unregister_broker_response::UnregisterBrokerResponse| ErrorCode(response.error_code);
        let response = self.change(|_| request.clone(), code).await.map_err(call)?;
        outcome(response.error_code, response.error_message.as_deref(), || format!("broker {id}")).map_err(call)
    }
}
