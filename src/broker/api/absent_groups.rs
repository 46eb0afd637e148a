//! StreamsGroupDescribe (KIP-1071) and ShareGroupDescribe (KIP-932), as far as "there is none": without their heartbeats
//! nobody can make such a group, so every group asked for is not there, or is of another type.

use kt_codec::share_group_describe_request::ShareGroupDescribeRequest;
use kt_codec::streams_group_describe_request::StreamsGroupDescribeRequest;
use kt_codec::{Str, share_group_describe_response as share, streams_group_describe_response as streams};
use share::ShareGroupDescribeResponse;
use streams::StreamsGroupDescribeResponse;

use super::{Api, Cx, api};
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] =
    &[api!(StreamsGroupDescribe, 0..=0, later describe_streams), api!(ShareGroupDescribe, 1..=1, later describe_share)];

/// A type of groups, which is also the name of its protocol.
struct Kind {
    name: &'static str,
    /// The feature without which there are no such groups, and its first level that has them.
    feature: (&'static str, i16),
}

const STREAMS: Kind = Kind { name: "streams", feature: ("streams.version", 1) };
const SHARE: Kind = Kind { name: "share", feature: ("share.version", 1) };

async fn describe_streams(cx: Cx, request: StreamsGroupDescribeRequest) -> StreamsGroupDescribeResponse {
    let mut groups = Vec::with_capacity(request.group_ids.len());
    for group_id in request.group_ids {
        let (error_code, error_message) = refusal(&cx, &STREAMS, &group_id).await.told();
        groups.push(streams::DescribedGroup { group_id, error_code, error_message, ..Default::default() });
    }
    StreamsGroupDescribeResponse { groups, ..Default::default() }
}

async fn describe_share(cx: Cx, request: ShareGroupDescribeRequest) -> ShareGroupDescribeResponse {
    let mut groups = Vec::with_capacity(request.group_ids.len());
    for group_id in request.group_ids {
        let (error_code, error_message) = refusal(&cx, &SHARE, &group_id).await.told();
        groups.push(share::DescribedGroup { group_id, error_code, error_message, ..Default::default() });
    }
    ShareGroupDescribeResponse { groups, ..Default::default() }
}

impl Kind {
    fn is_enabled(&self, cx: &Cx) -> bool {
        let protocols = &cx.broker.current().settings.coordinator.rebalance_protocols;
        // Share groups have a feature of their own and are in no list of protocols.
        let listed = self.name == SHARE.name || protocols.iter().any(|p| p.eq_ignore_ascii_case(self.name));
        cx.broker.image().feature(self.feature.0) >= self.feature.1 && listed
    }
}

/// Why there is no such group for the one who asks.
async fn refusal(cx: &Cx, kind: &Kind, id: &Str) -> Refused {
    // As the original: a code alone, where there is no more to say than its name says.
    let plain = |code: ErrorCode| Refused::new(code, "");
    if !kind.is_enabled(cx) {
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
        Ok(true) => Refused::not_of_type(id, kind.name),
        Ok(false) => Refused::no_such_group(id),
        Err(code) => plain(code),
    }
}
