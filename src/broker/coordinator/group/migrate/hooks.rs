//! Where a request of the classic protocol finds a consumer group: the decisions of [`super::requests`], carried out.

use kt_codec::Str;
use kt_codec::heartbeat_request::HeartbeatRequest;
use kt_codec::join_group_request::JoinGroupRequest;
use kt_codec::join_group_response::JoinGroupResponse;
use kt_codec::leave_group_request::LeaveGroupRequest;
use kt_codec::leave_group_response::LeaveGroupResponse;
use kt_codec::sync_group_request::SyncGroupRequest;
use kt_codec::sync_group_response::SyncGroupResponse;

use super::requests;
use crate::broker::controller::decide::{Random, SystemRandom};
use crate::broker::coordinator::group::classic::{Asker, rebalance};
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::coordinator::group::consumer::scene::{Plan, Scene};
use crate::broker::coordinator::group::consumer::{ConsumerGroup, with_scene};
use crate::broker::coordinator::group::{Fx, Group, GroupShard, Record};
use crate::protocol::code::ErrorCode;

pub fn on_join(
    shard: &mut GroupShard,
    asker: &Asker,
    request: &JoinGroupRequest,
    fx: &mut Fx,
) -> (Vec<Record>, JoinGroupResponse) {
    let new_id: Str = SystemRandom.uuid().to_string().into();
    let decided = decide(shard, &request.group_id, fx, |group, scene, plan| {
        requests::join(group, scene, asker, request, new_id, plan)
    });
    decided.unwrap_or_else(|code| (Vec::new(), rebalance::refused_join(&request.member_id, code)))
}

pub fn on_sync(shard: &mut GroupShard, request: &SyncGroupRequest, fx: &mut Fx) -> SyncGroupResponse {
    let decided =
        decide(shard, &request.group_id, fx, |group, scene, plan| requests::sync(group, scene, request, plan));
    decided.map_or_else(rebalance::refused_sync, |(_, response)| response)
}

pub fn on_heartbeat(shard: &mut GroupShard, request: &HeartbeatRequest, fx: &mut Fx) -> Result<(), ErrorCode> {
    let decided =
        decide(shard, &request.group_id, fx, |group, scene, plan| requests::heartbeat(group, scene, request, plan));
    decided.and_then(|(_, code)| code.ok())
}

pub fn on_leave(shard: &mut GroupShard, request: &LeaveGroupRequest, fx: &mut Fx) -> (Vec<Record>, LeaveGroupResponse) {
    let decided =
        decide(shard, &request.group_id, fx, |group, scene, plan| requests::leave(group, scene, request, plan));
    decided.unwrap_or_else(|code| (Vec::new(), LeaveGroupResponse { error_code: code.code(), ..Default::default() }))
}

fn decide<T>(
    shard: &mut GroupShard,
    id: &Str,
    fx: &mut Fx,
    decide: impl FnOnce(&mut ConsumerGroup, &Scene, &mut Plan) -> Result<T, Refused>,
) -> Result<(Vec<Record>, T), ErrorCode> {
    let Some(Group::Consumer(group)) = shard.groups.get_mut(id) else { return Err(ErrorCode::UNKNOWN_MEMBER_ID) };
    match with_scene(fx, id, |scene, plan| decide(group, scene, plan)) {
        Ok((outcome, plan)) => {
            if plan.resolve.is_some() {
                // Nobody does it now; the next heartbeat of the new protocol asks for it again.
                group.soft.resolving_since_ms = None;
            }
            Ok((plan.carry_out(fx, id), outcome))
        }
        Err(refused) => {
            tracing::debug!("group {id}: {}", refused.message);
            Err(refused.code)
        }
    }
}
