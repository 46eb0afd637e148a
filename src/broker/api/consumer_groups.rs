//! ConsumerGroupHeartbeat and ConsumerGroupDescribe: the newer consumer protocol (KIP-848).
//!
//! What a group does is decided in `coordinator::group::consumer`; here a request finds its shard, and patterns are
//! resolved, which may take longer than a shard should be held.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kt_codec::Str;
use kt_codec::consumer_group_describe_request::ConsumerGroupDescribeRequest;
use kt_codec::consumer_group_describe_response::{ConsumerGroupDescribeResponse, DescribedGroup};
use kt_codec::consumer_group_heartbeat_request::ConsumerGroupHeartbeatRequest;
use kt_codec::consumer_group_heartbeat_response::ConsumerGroupHeartbeatResponse;

use super::{Api, Cx, api};
use crate::broker::controller::decide::{Random, SystemRandom};
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::coordinator::group::consumer::scene::assignors;
use crate::broker::coordinator::group::consumer::{self, describe, regex, validate};
use crate::broker::coordinator::group::{Decision, Group};
use crate::broker::coordinator::runtime::World;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] =
    &[api!(ConsumerGroupHeartbeat, 0..=1, later heartbeat), api!(ConsumerGroupDescribe, 0..=1, later describe)];

/// Of a group with a topic that the client may not see.
const UNSEEN: &str = "The group has described topic(s) that the client is not authorized to describe.";

/// The feature without which there are no such groups, and its first level that has them.
const FEATURE: (&str, i16) = ("group.version", 1);

fn is_enabled(cx: &Cx) -> bool {
    let protocols = &cx.broker.current().settings.coordinator.rebalance_protocols;
    cx.broker.image().feature(FEATURE.0) >= FEATURE.1 && protocols.iter().any(|p| p.eq_ignore_ascii_case("consumer"))
}

async fn heartbeat(cx: Cx, request: ConsumerGroupHeartbeatRequest) -> ConsumerGroupHeartbeatResponse {
    match answer(&cx, request).await {
        Ok(response) => response,
        Err(Refused { code, message }) => ConsumerGroupHeartbeatResponse {
            error_code: code.code(),
            error_message: Some(message).filter(|message| !message.is_empty()),
            ..Default::default()
        },
    }
}

async fn answer(
    cx: &Cx,
    mut request: ConsumerGroupHeartbeatRequest,
) -> Result<ConsumerGroupHeartbeatResponse, Refused> {
    // As the original: a code alone, where there is no more to say than its name says.
    let plain = |code: ErrorCode| Refused::new(code, "");
    if !is_enabled(cx) {
        return Err(plain(ErrorCode::UNSUPPORTED_VERSION));
    }
    if !cx.may_group(Operation::Read, &request.group_id) {
        return Err(plain(ErrorCode::GROUP_AUTHORIZATION_FAILED));
    }
    if !request.subscribed_topic_names.iter().flatten().all(|topic| cx.may_topic(Operation::Describe, topic)) {
        return Err(plain(ErrorCode::TOPIC_AUTHORIZATION_FAILED));
    }
    validate::heartbeat(&request, cx.version, &assignors(&world(cx)))?;
    if request.member_id.is_empty() {
        request.member_id = SystemRandom.uuid().to_string().into();
    }
    let groups = &cx.broker.coordinators.groups;
    let id = request.group_id.clone();
    let shard = groups.shard_of(&id).map_err(plain)?;
    let asker = cx.client.asker(cx.version);
    let decided = groups.write(shard, move |shard, fx| match consumer::on_heartbeat(shard, fx, &asker, &request) {
        Ok((response, mut plan)) => {
            let resolve = plan.resolve.take();
            let records = plan.carry_out(fx, &request.group_id);
            Decision::new(records, Ok((response, resolve)))
        }
        Err(refused) => Decision::reply(Err(refused)),
    });
    let (response, patterns) = decided.await.map_err(plain)??;
    if let Some(patterns) = patterns {
        resolve_soon(cx, id, shard, patterns);
    }
    Ok(response)
}

fn world(cx: &Cx) -> World {
    World { now_ms: cx.broker.clock.now_ms(), current: cx.broker.current(), image: cx.broker.image() }
}

/// Finds the topics of a group's patterns beside the runtime's workers, and brings them into the group: those that the
/// member may see whose heartbeat was the reason.
pub fn resolve_soon(cx: &Cx, id: Str, shard: i32, patterns: BTreeSet<Str>) {
    let (image, now_ms) = (cx.broker.image(), cx.broker.clock.now_ms());
    let groups = Arc::clone(&cx.broker.coordinators.groups);
    let cx = cx.clone();
    tokio::task::spawn_blocking(move || {
        let found = regex::resolve(patterns, &*image, now_ms, |topic| cx.may_topic(Operation::Describe, topic));
        groups.write_soon(shard, move |shard, fx| Decision::new(consumer::on_resolved(shard, fx, &id, found), ()));
    });
}

async fn describe(cx: Cx, request: ConsumerGroupDescribeRequest) -> ConsumerGroupDescribeResponse {
    let refused =
        |group_id: Str, code: ErrorCode| DescribedGroup { group_id, error_code: code.code(), ..Default::default() };
    if !is_enabled(&cx) {
        let groups = request.group_ids.into_iter().map(|id| refused(id, ErrorCode::UNSUPPORTED_VERSION)).collect();
        return ConsumerGroupDescribeResponse { groups, ..Default::default() };
    }
    let runtime = &cx.broker.coordinators.groups;
    let mut groups = Vec::with_capacity(request.group_ids.len());
    let mut by_shard: BTreeMap<i32, Vec<Str>> = BTreeMap::new();
    for id in request.group_ids {
        if id.is_empty() {
            groups.push(refused(id, ErrorCode::INVALID_GROUP_ID));
            continue;
        }
        if !cx.may_group(Operation::Describe, &id) {
            groups.push(refused(id, ErrorCode::GROUP_AUTHORIZATION_FAILED));
            continue;
        }
        match runtime.shard_of(&id) {
            Ok(shard) => by_shard.entry(shard).or_default().push(id),
            Err(code) => groups.push(refused(id, code)),
        }
    }
    let world = world(&cx);
    let default =
        assignors(&world).first().copied().unwrap_or(crate::broker::coordinator::group::assign::Assignor::Uniform);
    for (shard, ids) in by_shard {
        let described = runtime.read(shard, |shard| {
            let describe = |id: &Str| match shard.groups.get(id) {
                Some(Group::Consumer(group)) => Ok(describe::describe(id, group, default, &*world.image)),
                Some(Group::Classic(_) | Group::Share(_)) => Err(Refused::not_a_consumer_group(id)),
                None => Err(Refused::no_such_group(id)),
            };
            ids.iter().map(describe).collect::<Vec<_>>()
        });
        match described.await {
            Ok(described) => {
                groups.extend(ids.into_iter().zip(described).map(|(group_id, described)| match described {
                    Ok(group) => group,
                    Err(Refused { code, message }) => DescribedGroup {
                        group_id,
                        error_code: code.code(),
                        error_message: Some(message),
                        ..Default::default()
                    },
                }))
            }
            Err(code) => groups.extend(ids.into_iter().map(|id| refused(id, code))),
        }
    }
    for group in groups.iter_mut().filter(|group| group.error_code == 0) {
        if !may_see(&cx, group) {
            *group = DescribedGroup {
                group_id: group.group_id.clone(),
                error_code: ErrorCode::TOPIC_AUTHORIZATION_FAILED.code(),
                error_message: Some(Str::from_static(UNSEEN)),
                ..Default::default()
            };
        } else if request.include_authorized_operations {
            group.authorized_operations = super::operations::of_group(&cx, &group.group_id);
        }
    }
    ConsumerGroupDescribeResponse { groups, ..Default::default() }
}

fn may_see(cx: &Cx, group: &DescribedGroup) -> bool {
    let assignments = group.members.iter().flat_map(|member| [&member.assignment, &member.target_assignment]);
    let topics: BTreeSet<&Str> = assignments.flat_map(|of| &of.topic_partitions).map(|of| &of.topic_name).collect();
    topics.into_iter().all(|topic| cx.may_topic(Operation::Describe, topic))
}
