//! ShareGroupHeartbeat and ShareGroupDescribe: members of share groups, and the groups as administrators see them.
//!
//! What a group does is decided in `coordinator::group::share`. A heartbeat that asks for topics of which there are no
//! states yet waits until they are made, and is then decided once more: the member has its partitions with the first
//! answer, where the original gives them with the next.

use std::collections::BTreeSet;

use kt_codec::Str;
use kt_codec::share_group_describe_request::ShareGroupDescribeRequest;
use kt_codec::share_group_describe_response::{DescribedGroup, ShareGroupDescribeResponse};
use kt_codec::share_group_heartbeat_request::ShareGroupHeartbeatRequest;
use kt_codec::share_group_heartbeat_response::ShareGroupHeartbeatResponse;

use super::{Api, Cx, api, operations};
use crate::broker::coordinator::group::Decision;
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::coordinator::group::share::{self, admin, describe, heartbeat};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] =
    &[api!(ShareGroupHeartbeat, 1..=1, later heartbeat), api!(ShareGroupDescribe, 1..=1, later describe)];

/// The feature without which there are no such groups, and its first level that has them.
const FEATURE: (&str, i16) = ("share.version", 1);
/// Member ids are made by clients: as long as a UUID in hexadecimal.
const LONGEST_MEMBER_ID: usize = 36;

pub fn is_enabled(cx: &Cx) -> bool {
    cx.broker.image().feature(FEATURE.0) >= FEATURE.1
}

pub fn is_member_id(id: &str) -> bool {
    !id.is_empty() && id.encode_utf16().count() <= LONGEST_MEMBER_ID
}

/// As the original: a code alone, where there is no more to say than its name says.
pub fn bare(code: ErrorCode) -> Refused {
    Refused::new(code, "")
}

async fn heartbeat(cx: Cx, request: ShareGroupHeartbeatRequest) -> ShareGroupHeartbeatResponse {
    answer(&cx, request).await.unwrap_or_else(|refused| {
        let (error_code, error_message) = refused.told();
        ShareGroupHeartbeatResponse { error_code, error_message, ..Default::default() }
    })
}

async fn answer(cx: &Cx, request: ShareGroupHeartbeatRequest) -> Result<ShareGroupHeartbeatResponse, Refused> {
    if !is_enabled(cx) {
        return Err(bare(ErrorCode::UNSUPPORTED_VERSION));
    }
    if !cx.may_group(Operation::Read, &request.group_id) {
        return Err(bare(ErrorCode::GROUP_AUTHORIZATION_FAILED));
    }
    if !is_member_id(&request.member_id) {
        return Err(bare(ErrorCode::INVALID_REQUEST));
    }
    if !request.subscribed_topic_names.iter().flatten().all(|topic| cx.may_topic(Operation::Describe, topic)) {
        return Err(bare(ErrorCode::TOPIC_AUTHORIZATION_FAILED));
    }
    heartbeat::validate(&request)?;
    let (first, wanted) = step(cx, request.clone()).await?;
    let Some((shard, wanted)) = wanted else { return Ok(first) };
    if !admin::make_states(&cx.broker, shard, &request.group_id, wanted).await.is_empty() {
        return Ok(first);
    }
    let again = ShareGroupHeartbeatRequest { member_epoch: first.member_epoch, ..request };
    match step(cx, again).await {
        Ok((mut second, _)) => {
            second.assignment = second.assignment.or(first.assignment);
            Ok(second)
        }
        Err(_) => Ok(first),
    }
}

/// One decision, and the states that it asks for, with the group's shard.
async fn step(
    cx: &Cx,
    request: ShareGroupHeartbeatRequest,
) -> Result<(ShareGroupHeartbeatResponse, Option<(i32, share::states::Wanted)>), Refused> {
    let groups = &cx.broker.coordinators.groups;
    let shard = groups.shard_of(&request.group_id).map_err(bare)?;
    let asker = cx.client.asker(cx.version);
    let decided = groups.write(shard, move |shard, fx| match share::on_heartbeat(shard, fx, &asker, &request) {
        Ok((response, records, wanted)) => Decision::new(records, Ok((response, wanted))),
        Err(refused) => Decision::reply(Err(refused)),
    });
    let (response, wanted) = decided.await.map_err(bare)??;
    Ok((response, wanted.map(|wanted| (shard, wanted))))
}

async fn describe(cx: Cx, request: ShareGroupDescribeRequest) -> ShareGroupDescribeResponse {
    let mut groups = Vec::with_capacity(request.group_ids.len());
    for id in request.group_ids {
        let mut group = described(&cx, &id).await.unwrap_or_else(|refused| {
            let (error_code, error_message) = refused.told();
            DescribedGroup { group_id: id, error_code, error_message, ..Default::default() }
        });
        if request.include_authorized_operations && group.error_code == 0 {
            group.authorized_operations = operations::of_group(&cx, &group.group_id);
        }
        groups.push(group);
    }
    ShareGroupDescribeResponse { groups, ..Default::default() }
}

async fn described(cx: &Cx, id: &Str) -> Result<DescribedGroup, Refused> {
    if !is_enabled(cx) {
        return Err(bare(ErrorCode::UNSUPPORTED_VERSION));
    }
    if !cx.may_group(Operation::Describe, id) {
        return Err(bare(ErrorCode::GROUP_AUTHORIZATION_FAILED));
    }
    if id.is_empty() {
        return Err(bare(ErrorCode::INVALID_GROUP_ID));
    }
    let groups = &cx.broker.coordinators.groups;
    let (shard, image) = (groups.shard_of(id).map_err(bare)?, cx.broker.image());
    let wanted = id.clone();
    let look = groups
        .read(shard, move |shard| share::of(shard, &wanted).map(|group| describe::describe(&wanted, group, &*image)));
    let group = look.await.map_err(bare)??;
    let read: BTreeSet<&Str> =
        group.members.iter().flat_map(|m| &m.assignment.topic_partitions).map(|t| &t.topic_name).collect();
    if !read.into_iter().all(|topic| cx.may_topic(Operation::Describe, topic)) {
        let message = "The group has described topic(s) that the client is not authorized to describe.";
        return Err(Refused::new(ErrorCode::TOPIC_AUTHORIZATION_FAILED, message));
    }
    Ok(group)
}
