//! DescribeCluster.

use kt_codec::describe_cluster_request::DescribeClusterRequest;
use kt_codec::describe_cluster_response::{DescribeClusterBroker, DescribeClusterResponse};

use super::{Api, Cx, api, operations};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(DescribeCluster, 0..=2, now describe_cluster)];

const BROKERS: i8 = 1;
const CONTROLLERS: i8 = 2;

fn describe_cluster(cx: &Cx, request: DescribeClusterRequest) -> DescribeClusterResponse {
    let refused = |code: ErrorCode, message: String| DescribeClusterResponse {
        error_code: code.code(),
        error_message: Some(message.into()),
        ..Default::default()
    };
    match request.endpoint_type {
        BROKERS => {}
        CONTROLLERS => {
            return refused(
                ErrorCode::MISMATCHED_ENDPOINT_TYPE,
                "The request was sent to an endpoint of type BROKER, but we wanted an endpoint of type CONTROLLER"
                    .into(),
            );
        }
        other => {
            return refused(ErrorCode::UNSUPPORTED_ENDPOINT_TYPE, format!("Unsupported endpoint type {other}"));
        }
    }
    let image = cx.broker.image();
    let shown = image.brokers.values().filter(|b| request.include_fenced_brokers || !b.fenced);
    let brokers = shown.filter_map(|b| {
        let endpoint = cx.broker.endpoint(b.broker_id, cx.client.listener)?;
        Some(DescribeClusterBroker {
            broker_id: b.broker_id,
            host: endpoint.host,
            port: endpoint.port,
            rack: endpoint.rack,
            is_fenced: b.fenced,
            ..Default::default()
        })
    });
    let seen = cx.may_cluster(Operation::Describe);
    let operations =
        request.include_cluster_authorized_operations.then(|| if seen { operations::of_cluster(cx) } else { 0 });
    DescribeClusterResponse {
        endpoint_type: BROKERS,
        cluster_id: image.cluster_id.clone(),
        controller_id: cx.broker.controller_id(),
        brokers: brokers.collect(),
        cluster_authorized_operations: operations.unwrap_or(i32::MIN),
        ..Default::default()
    }
}
