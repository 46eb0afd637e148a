//! ElectLeaders.

use kt_codec::elect_leaders_request::ElectLeadersRequest;
use kt_codec::elect_leaders_response::{ElectLeadersResponse, PartitionResult, ReplicaElectionResult};

use super::{Api, Cx, api, blocking};
use crate::broker::controller::decide::{Decision, Refusal};
use crate::broker::controller::elections::elect;
use crate::protocol::acl::Operation;

pub const APIS: &[Api] = &[api!(ElectLeaders, 0..=2, later elect_leaders)];

async fn elect_leaders(cx: Cx, mut request: ElectLeadersRequest) -> ElectLeadersResponse {
    if cx.version == 0 {
        request.election_type = 0; // the field came with version 1
    }
    blocking(move || {
        let decided = cx.check_cluster(Operation::Alter).and_then(|()| {
            let changed = cx.broker.change(|image| match elect(image, &request) {
                Ok(Decision { records, reply }) => Decision { records, reply: Ok(reply) },
                Err(refusal) => Decision::reply(Err(refusal)),
            });
            changed.unwrap_or_else(|code| Err(Refusal { code, message: None }))
        });
        match decided {
            Ok(replica_election_results) => ElectLeadersResponse { replica_election_results, ..Default::default() },
            Err(refusal) => refused(&request, &refusal),
        }
    })
    .await
}

/// Each partition that was named says why.
fn refused(request: &ElectLeadersRequest, refusal: &Refusal) -> ElectLeadersResponse {
    let partition = |id: &i32| PartitionResult {
        partition_id: *id,
        error_code: refusal.code.code(),
        error_message: refusal.message.clone(),
        ..Default::default()
    };
    let topic = |topic: &kt_codec::elect_leaders_request::TopicPartitions| ReplicaElectionResult {
        topic: topic.topic.clone(),
        partition_result: topic.partitions.iter().map(partition).collect(),
        ..Default::default()
    };
    ElectLeadersResponse {
        error_code: refusal.code.code(),
        replica_election_results: request.topic_partitions.iter().flatten().map(topic).collect(),
        ..Default::default()
    }
}
