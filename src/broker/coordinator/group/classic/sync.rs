//! SyncGroup: the leader brings the assignment, everyone gets theirs once it is kept.

use std::collections::HashMap;

use bytes::Bytes;
use kt_codec::Str;
use kt_codec::sync_group_request::SyncGroupRequest;
use kt_codec::sync_group_response::SyncGroupResponse;

use super::rebalance::{self, refused_sync};
use super::{ClassicGroup, State};
use crate::broker::coordinator::group::{Decision, Fx, Group, GroupShard, Record, Timer, migrate};
use crate::broker::coordinator::runtime::{Answer, Awaited, answer};
use crate::protocol::code::ErrorCode;

pub fn sync(shard: &mut GroupShard, request: SyncGroupRequest, fx: &mut Fx) -> Decision<Awaited<SyncGroupResponse>> {
    let (tx, awaited) = answer();
    let refuse = |tx, code, fx: &mut Fx| {
        fx.answer(tx, refused_sync(code));
        Vec::new()
    };
    let records = match shard.groups.get_mut(&request.group_id) {
        Some(Group::Classic(group)) => match check(group, &request) {
            Ok(()) => one_syncs(group, request, tx, fx),
            Err(code) => refuse(tx, code, fx),
        },
        Some(Group::Consumer(_)) => {
            let response = migrate::on_sync(shard, &request, fx);
            fx.answer(tx, response);
            Vec::new()
        }
        Some(Group::Share(_)) | None => refuse(tx, ErrorCode::UNKNOWN_MEMBER_ID, fx),
    };
    Decision::new(records, awaited)
}

fn check(group: &ClassicGroup, request: &SyncGroupRequest) -> Result<(), ErrorCode> {
    if group.state == State::Empty {
        return Err(ErrorCode::UNKNOWN_MEMBER_ID);
    }
    group.check_member(&request.member_id, request.group_instance_id.as_deref())?;
    if request.generation_id != group.generation {
        return Err(ErrorCode::ILLEGAL_GENERATION);
    }
    let other = |said: &Option<Str>, is: &Option<Str>| said.is_some() && is.is_some() && said != is;
    if other(&request.protocol_type, &group.protocol_type) || other(&request.protocol_name, &group.protocol) {
        return Err(ErrorCode::INCONSISTENT_GROUP_PROTOCOL);
    }
    Ok(())
}

fn one_syncs(
    group: &mut ClassicGroup,
    request: SyncGroupRequest,
    tx: Answer<SyncGroupResponse>,
    fx: &mut Fx,
) -> Vec<Record> {
    let id = request.group_id.clone();
    let member_id = request.member_id.clone();
    if group.state == State::PreparingRebalance {
        fx.answer(tx, refused_sync(ErrorCode::REBALANCE_IN_PROGRESS));
        return Vec::new();
    }
    group.pending_syncs.remove(&member_id);
    if group.pending_syncs.is_empty() {
        fx.cancel(Timer::Sync(id.clone()));
    }
    let (protocol_type, protocol_name) = (group.protocol_type.clone(), group.protocol.clone());
    let Some(member) = group.members.get_mut(&member_id) else { return Vec::new() };
    if group.state == State::Stable {
        let assignment = member.assignment.clone();
        fx.answer(tx, SyncGroupResponse { protocol_type, protocol_name, assignment, ..Default::default() });
        return Vec::new();
    }
    member.awaiting_sync = Some(tx);
    if !group.is_leader(&member_id) {
        return Vec::new();
    }
    let given: HashMap<Str, Bytes> = request.assignments.into_iter().map(|a| (a.member_id, a.assignment)).collect();
    let record = group.record(&id, |m| given.get(&m.id).cloned().unwrap_or_default());
    // The group is stable once the record is applied; whoever syncs before that waits for it too.
    for member in group.members.values_mut() {
        let Some(awaiting) = member.awaiting_sync.take() else { continue };
        let response = SyncGroupResponse {
            protocol_type: protocol_type.clone(),
            protocol_name: protocol_name.clone(),
            assignment: given.get(&member.id).cloned().unwrap_or_default(),
            ..Default::default()
        };
        fx.answer(awaiting, response);
        rebalance::restart_session(&id, member, fx);
    }
    fx.failed(move |shard, code, fx| {
        if let Some(Group::Classic(group)) = shard.groups.get_mut(&id) {
            rebalance::refuse_assignment(group, &id, code, fx);
            // Nothing can be written now, so the members join again by themselves; who does not is missed.
            let records = rebalance::prepare(group, &id, "the assignment could not be stored", fx);
            debug_assert!(records.is_empty(), "the group has members, so its next generation is not an empty one");
        }
    });
    vec![record]
}
