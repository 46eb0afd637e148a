//! Heartbeat, LeaveGroup, and what a member may do with offsets.

use kt_codec::heartbeat_request::HeartbeatRequest;
use kt_codec::leave_group_request::{LeaveGroupRequest, MemberIdentity};
use kt_codec::leave_group_response::{LeaveGroupResponse, MemberResponse};

use super::rebalance;
use super::{ClassicGroup, State};
use crate::broker::coordinator::group::{Decision, Fx, Group, GroupShard, migrate};
use crate::protocol::code::ErrorCode;

/// The member is there. The answer tells it whether to join again.
pub fn heartbeat(shard: &mut GroupShard, request: &HeartbeatRequest, fx: &mut Fx) -> Result<(), ErrorCode> {
    let group = match shard.groups.get_mut(&request.group_id) {
        Some(Group::Classic(group)) => group,
        Some(Group::Consumer(_)) => return migrate::on_heartbeat(shard, request, fx),
        Some(Group::Share(_)) | None => return Err(ErrorCode::UNKNOWN_MEMBER_ID),
    };
    group.check_member(&request.member_id, request.group_instance_id.as_deref())?;
    if request.generation_id != group.generation {
        return Err(ErrorCode::ILLEGAL_GENERATION);
    }
    if let Some(member) = group.members.get(&request.member_id) {
        rebalance::restart_session(&request.group_id, member, fx);
    }
    match group.state {
        State::Empty => Err(ErrorCode::UNKNOWN_MEMBER_ID),
        State::PreparingRebalance => Err(ErrorCode::REBALANCE_IN_PROGRESS),
        State::CompletingRebalance | State::Stable => Ok(()),
    }
}

/// Members leave, or an administrator takes static ones out by their instance id. Their partitions are free at once.
pub fn leave(shard: &mut GroupShard, request: LeaveGroupRequest, fx: &mut Fx) -> Decision<LeaveGroupResponse> {
    if let Some(Group::Consumer(_)) = shard.groups.get(&request.group_id) {
        let (records, response) = migrate::on_leave(shard, &request, fx);
        return Decision::new(records, response);
    }
    let id = request.group_id;
    let Some(Group::Classic(group)) = shard.groups.get_mut(&id) else {
        let unknown = |m: MemberIdentity| left(m, Err(ErrorCode::UNKNOWN_MEMBER_ID));
        let members = request.members.into_iter().map(unknown).collect();
        return Decision::reply(LeaveGroupResponse { members, ..Default::default() });
    };
    let mut members = Vec::with_capacity(request.members.len());
    for member in request.members {
        let gone = one_leaves(group, &id, &member, fx);
        members.push(left(member, gone));
    }
    let any = members.iter().any(|m| m.error_code == 0);
    let records = match group.state {
        _ if !any => Vec::new(),
        State::Empty => Vec::new(),
        State::PreparingRebalance => rebalance::complete_if_all_joined(group, &id, fx),
        State::CompletingRebalance | State::Stable => rebalance::rebalance(group, &id, "members have left", fx),
    };
    Decision::new(records, LeaveGroupResponse { members, ..Default::default() })
}

fn one_leaves(
    group: &mut ClassicGroup,
    id: &kt_codec::Str,
    member: &MemberIdentity,
    fx: &mut Fx,
) -> Result<(), ErrorCode> {
    let instance = member.group_instance_id.as_ref();
    let member_id = if member.member_id.is_empty() {
        let known = instance.and_then(|instance| group.static_members.get(instance));
        known.ok_or(ErrorCode::UNKNOWN_MEMBER_ID)?.clone()
    } else {
        if !group.pending_joins.contains(&member.member_id) {
            group.check_member(&member.member_id, instance.map(|i| &**i))?;
        }
        member.member_id.clone()
    };
    let reason = member.reason.as_deref().unwrap_or("not provided");
    tracing::info!("group {id}: {member_id} has left ({reason})");
    rebalance::remove_member(group, id, &member_id, fx);
    Ok(())
}

fn left(member: MemberIdentity, gone: Result<(), ErrorCode>) -> MemberResponse {
    MemberResponse {
        member_id: member.member_id,
        group_instance_id: member.group_instance_id,
        error_code: gone.err().unwrap_or(ErrorCode::NONE).code(),
        ..Default::default()
    }
}

impl ClassicGroup {
    /// Whether offsets may be committed in the name of this member of this generation; below 0 it is none.
    pub fn may_commit(
        &self,
        member: &str,
        instance: Option<&str>,
        generation: i32,
        transactional: bool,
    ) -> Result<(), ErrorCode> {
        if generation < 0 && self.state == State::Empty {
            return Ok(()); // an administrator, or a consumer that assigns itself
        }
        if generation >= 0 || !member.is_empty() || instance.is_some() {
            self.check_member(member, instance)?;
            if generation != self.generation {
                return Err(ErrorCode::ILLEGAL_GENERATION);
            }
        } else if !transactional && self.state != State::Empty {
            return Err(ErrorCode::UNKNOWN_MEMBER_ID);
        }
        if !transactional && self.state == State::CompletingRebalance {
            // It has the newest generation and no assignment yet: what it commits may be another's by now.
            return Err(ErrorCode::REBALANCE_IN_PROGRESS);
        }
        Ok(())
    }
}
