//! DescribeQuorum, UnregisterBroker, and the changes of a quorum that kt's does not make: it is this node alone.

use kt_codec::Uuid;
use kt_codec::add_raft_voter_request::AddRaftVoterRequest;
use kt_codec::add_raft_voter_response::AddRaftVoterResponse;
use kt_codec::describe_quorum_request::DescribeQuorumRequest;
use kt_codec::describe_quorum_response::{
    DescribeQuorumResponse, Listener, Node, PartitionData, ReplicaState, TopicData,
};
use kt_codec::remove_raft_voter_request::RemoveRaftVoterRequest;
use kt_codec::remove_raft_voter_response::RemoveRaftVoterResponse;
use kt_codec::unregister_broker_request::UnregisterBrokerRequest;
use kt_codec::unregister_broker_response::UnregisterBrokerResponse;

use super::{Api, Cx, api, blocking};
use crate::broker::controller::brokers;
use crate::broker::controller::decide::Refusal;
use crate::broker::controller::topics::METADATA_TOPIC;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[
    api!(DescribeQuorum, 0..=2, now describe_quorum),
    api!(UnregisterBroker, 0..=0, later unregister_broker),
    api!(AddRaftVoter, 0..=1, now add_voter),
    api!(RemoveRaftVoter, 0..=0, now remove_voter),
];

fn describe_quorum(cx: &Cx, request: DescribeQuorumRequest) -> DescribeQuorumResponse {
    if let Err(refusal) = cx.check_cluster(Operation::Describe) {
        let message = refusal.message.filter(|_| cx.version >= 2);
        return DescribeQuorumResponse {
            error_code: refusal.code.code(),
            error_message: message,
            ..Default::default()
        };
    }
    let topic = |topic: &kt_codec::describe_quorum_request::TopicData| TopicData {
        topic_name: topic.topic_name.clone(),
        partitions: topic.partitions.iter().map(|p| partition(cx, &topic.topic_name, p.partition_index)).collect(),
        ..Default::default()
    };
    let mut response = DescribeQuorumResponse {
        error_message: None,
        topics: request.topics.iter().map(topic).collect(),
        ..Default::default()
    };
    let well = response.topics.iter().flat_map(|t| &t.partitions).any(|p| p.error_code == 0);
    if cx.version >= 2 && well {
        response.nodes = vec![node(cx)];
    }
    response
}

fn partition(cx: &Cx, topic: &str, partition_index: i32) -> PartitionData {
    if topic != METADATA_TOPIC || partition_index != 0 {
        let code = ErrorCode::UNKNOWN_TOPIC_OR_PARTITION;
        let error_message = (cx.version >= 2).then(|| code.message().into());
        return PartitionData { partition_index, error_code: code.code(), error_message, ..Default::default() };
    }
    let broker = &cx.broker;
    let end = broker.image().next_offset;
    let now = broker.clock.now_ms();
    // Voters of the configuration are known by their numbers alone.
    let in_log = broker.image().kraft_version > 0 && cx.version >= 2;
    let voter = ReplicaState {
        replica_id: broker.node_id(),
        replica_directory_id: if in_log { broker.folders().metadata().directory_id() } else { Uuid::ZERO },
        log_end_offset: end,
        last_fetch_timestamp: if cx.version >= 1 { now } else { -1 },
        last_caught_up_timestamp: if cx.version >= 1 { now } else { -1 },
        ..Default::default()
    };
    PartitionData {
        partition_index,
        error_message: None,
        leader_id: broker.node_id(),
        leader_epoch: broker.controller.epoch(),
        // What is answered is written: a quorum of one has nobody else to wait for.
        high_watermark: end,
        current_voters: vec![voter],
        ..Default::default()
    }
}

/// Where the controller is to be found: it has no listeners but the broker's.
fn node(cx: &Cx) -> Node {
    let listener = |(name, endpoint): (&kt_codec::Str, &crate::broker::Endpoint)| Listener {
        name: name.clone(),
        host: endpoint.host.clone(),
        port: u16::try_from(endpoint.port).unwrap_or(0),
        ..Default::default()
    };
    Node {
        node_id: cx.broker.node_id(),
        listeners: cx.broker.listeners().map(listener).collect(),
        ..Default::default()
    }
}

async fn unregister_broker(cx: Cx, request: UnregisterBrokerRequest) -> UnregisterBrokerResponse {
    blocking(move || {
        let id = request.broker_id;
        let decided = cx.check_cluster(Operation::Alter).and_then(|()| {
            if id == cx.broker.node_id() {
                // It would come back by itself at the next start; in between its partitions had no leader.
                let why = format!("Broker ID {id} is the broker that was asked, and it is running");
                return Err(Refusal::invalid_request(why));
            }
            let changed = cx.broker.change(|image| brokers::unregister(image, id));
            changed.unwrap_or_else(|code| Err(Refusal { code, message: None }))
        });
        let refusal = decided.err();
        UnregisterBrokerResponse {
            error_code: refusal.as_ref().map_or(0, |r| r.code.code()),
            error_message: refusal.and_then(|r| r.message),
            ..Default::default()
        }
    })
    .await
}

fn fixed(cx: &Cx, what: &str) -> Refusal {
    if let Err(refusal) = cx.check_cluster(Operation::Alter) {
        return refusal;
    }
    if cx.broker.image().kraft_version > 0 {
        return Refusal::invalid_request(format!("kt's quorum is this node alone; {what} a voter is for Apache Kafka"));
    }
    let why = format!("Cluster doesn't support {what} voter because the kraft.version feature is 0");
    Refusal::new(ErrorCode::UNSUPPORTED_VERSION, why)
}

fn add_voter(cx: &Cx, _request: AddRaftVoterRequest) -> AddRaftVoterResponse {
    let refusal = fixed(cx, "adding");
    AddRaftVoterResponse { error_code: refusal.code.code(), error_message: refusal.message, ..Default::default() }
}

fn remove_voter(cx: &Cx, _request: RemoveRaftVoterRequest) -> RemoveRaftVoterResponse {
    let refusal = fixed(cx, "removing");
    RemoveRaftVoterResponse { error_code: refusal.code.code(), error_message: refusal.message, ..Default::default() }
}
