//! StreamsGroupDescribe (KIP-1071), as far as "there is none": without its heartbeat nobody can make such a group, so
//! every group asked for is not there, or is of another type.

use kt_codec::streams_group_describe_request::StreamsGroupDescribeRequest;
use kt_codec::{Str, streams_group_describe_response as streams};
use streams::StreamsGroupDescribeResponse;

use super::{Api, Cx, api};
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(StreamsGroupDescribe, 0..=0, later describe_streams)];

/// The type of these groups, which is also the name of their protocol.
const STREAMS: &str = "streams";
/// The feature without which there are no such groups, and its first level that has them.
const FEATURE: (&str, i16) = ("streams.version", 1);

async fn describe_streams(cx: Cx, request: StreamsGroupDescribeRequest) -> StreamsGroupDescribeResponse {
    let mut groups = Vec::with_capacity(request.group_ids.len());
    for group_id in request.group_ids {
        let (error_code, error_message) = refusal(&cx, &group_id).await.told();
        groups.push(streams::DescribedGroup { group_id, error_code, error_message, ..Default::default() });
    }
    StreamsGroupDescribeResponse { groups, ..Default::default() }
}

fn is_enabled(cx: &Cx) -> bool {
    let protocols = &cx.broker.current().settings.coordinator.rebalance_protocols;
    cx.broker.image().feature(FEATURE.0) >= FEATURE.1 && protocols.iter().any(|p| p.eq_ignore_ascii_case(STREAMS))
}

/// Why there is no such group for the one who asks.
async fn refusal(cx: &Cx, id: &Str) -> Refused {
    // As the original: a code alone, where there is no more to say than its name says.
    let plain = |code: ErrorCode| Refused::new(code, "");
    if !is_enabled(cx) {
        return plain(ErrorCode::UNSUPPORTED_VERSION);
    }
    if !cx.may_group(Operation::Describe, id) {
        return plain(ErrorCode::GROUP_AUTHORIZATION_FAILED);
    }
    if id.is_empty() {
        return plain(ErrorCode::INVALID_GROUP_ID);
    }
    let groups = &cx.broker.coordinators.groups;
    let shard = match groups.shard_of(id) {
        Ok(shard) => shard,
        Err(code) => return plain(code),
    };
    let wanted = id.clone();
    match groups.read(shard, move |shard| shard.groups.contains_key(&wanted)).await {
        Ok(true) => Refused::not_of_type(id, STREAMS),
        Ok(false) => Refused::no_such_group(id),
        Err(code) => plain(code),
    }
}
