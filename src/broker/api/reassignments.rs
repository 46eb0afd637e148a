//! AlterPartitionReassignments and ListPartitionReassignments.

use kt_codec::alter_partition_reassignments_request::AlterPartitionReassignmentsRequest;
use kt_codec::alter_partition_reassignments_response::AlterPartitionReassignmentsResponse;
use kt_codec::list_partition_reassignments_request::ListPartitionReassignmentsRequest;
use kt_codec::list_partition_reassignments_response::ListPartitionReassignmentsResponse;

use super::{Api, Cx, api, blocking};
use crate::broker::controller::decide::Refusal;
use crate::broker::controller::reassignments;
use crate::protocol::acl::Operation;

pub const APIS: &[Api] = &[
    api!(AlterPartitionReassignments, 0..=1, later alter_reassignments),
    api!(ListPartitionReassignments, 0..=0, now list_reassignments),
];

async fn alter_reassignments(
    cx: Cx,
    request: AlterPartitionReassignmentsRequest,
) -> AlterPartitionReassignmentsResponse {
    blocking(move || {
        let decided = cx.check_cluster(Operation::Alter).and_then(|()| {
            let changed = cx.broker.change(|image| reassignments::alter(image, &request));
            changed.map_err(|code| Refusal { code, message: None })
        });
        let (responses, refusal) = match decided {
            Ok(responses) => (responses, None),
            Err(refusal) => (Vec::new(), Some(refusal)),
        };
        AlterPartitionReassignmentsResponse {
            allow_replication_factor_change: request.allow_replication_factor_change,
            error_code: refusal.as_ref().map_or(0, |r| r.code.code()),
            error_message: refusal.and_then(|r| r.message),
            responses,
            ..Default::default()
        }
    })
    .await
}

fn list_reassignments(cx: &Cx, request: ListPartitionReassignmentsRequest) -> ListPartitionReassignmentsResponse {
    if let Err(refusal) = cx.check_cluster(Operation::Describe) {
        return ListPartitionReassignmentsResponse {
            error_code: refusal.code.code(),
            error_message: refusal.message,
            ..Default::default()
        };
    }
    let topics = reassignments::list(&cx.broker.image(), request.topics.as_deref());
    ListPartitionReassignmentsResponse { error_message: None, topics, ..Default::default() }
}
