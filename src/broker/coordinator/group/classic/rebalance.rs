//! From one generation to the next.
//!
//! A rebalance begins when a member comes, goes or changes its mind; it waits until all have joined again, or until the
//! longest of their rebalance timeouts has passed; then whoever has joined is the next generation, and the leader's
//! assignment is waited for. A group that was empty is put off a little, so that its first members come together.

use kt_codec::Str;
use kt_codec::join_group_response::{JoinGroupResponse, JoinGroupResponseMember};
use kt_codec::sync_group_response::SyncGroupResponse;
use tracing::{debug, info};

use super::state::Delay;
use super::{ClassicGroup, Member, State};
use crate::broker::coordinator::group::{Fx, Record, Timer};
use crate::broker::coordinator::runtime::Answer;
use crate::protocol::code::ErrorCode;

/// The member is waited for: the session ends by then unless it is heard of.
pub fn restart_session(id: &Str, member: &Member, fx: &mut Fx) {
    session(id, &member.id, i64::from(member.session_timeout_ms), fx);
}

pub fn session(id: &Str, member: &Str, timeout_ms: i64, fx: &mut Fx) {
    fx.timer(Timer::Session(id.clone(), member.clone()), fx.now_ms + timeout_ms.max(0));
}

/// Something changed: a rebalance begins, or the one that is under way may be over.
pub fn rebalance(group: &mut ClassicGroup, id: &Str, reason: &str, fx: &mut Fx) -> Vec<Record> {
    match group.state {
        State::PreparingRebalance => complete_if_all_joined(group, id, fx),
        State::Empty | State::CompletingRebalance | State::Stable => prepare(group, id, reason, fx),
    }
}

/// Ends the join phase if nobody has to be waited for any more.
pub fn complete_if_all_joined(group: &mut ClassicGroup, id: &Str, fx: &mut Fx) -> Vec<Record> {
    if group.state == State::PreparingRebalance && group.delay.is_none() && group.all_joined() {
        return complete_join(group, id, fx);
    }
    Vec::new()
}

pub fn prepare(group: &mut ClassicGroup, id: &Str, reason: &str, fx: &mut Fx) -> Vec<Record> {
    if group.state == State::CompletingRebalance {
        // Whoever waits for the assignment joins again.
        refuse_assignment(group, id, ErrorCode::REBALANCE_IN_PROGRESS, fx);
    }
    group.pending_syncs.clear();
    fx.cancel(Timer::Sync(id.clone()));
    let was_empty = group.state == State::Empty;
    set_state(group, State::PreparingRebalance, fx);
    debug!("group {id} rebalances, generation {}: {reason}", group.generation);
    let delay_ms = i64::from(fx.world.current.settings.classic_groups.initial_rebalance_delay_ms);
    if was_empty && delay_ms > 0 {
        let left_ms = (group.rebalance_timeout_ms() - delay_ms).max(0);
        group.delay = Some(Delay { this_ms: delay_ms, left_ms, extended: false });
        fx.timer(Timer::Join(id.clone()), fx.now_ms + delay_ms);
        return Vec::new();
    }
    if group.all_joined() {
        return complete_join(group, id, fx);
    }
    fx.timer(Timer::Join(id.clone()), fx.now_ms + group.rebalance_timeout_ms());
    Vec::new()
}

/// The timer of the join phase.
pub fn join_due(group: &mut ClassicGroup, id: &Str, fx: &mut Fx) -> Vec<Record> {
    if group.state != State::PreparingRebalance {
        return Vec::new();
    }
    if let Some(delay) = group.delay
        && delay.extended
        && delay.left_ms > 0
    {
        let whole = i64::from(fx.world.current.settings.classic_groups.initial_rebalance_delay_ms);
        let this_ms = whole.min(delay.left_ms);
        let left_ms = (delay.left_ms - delay.this_ms).max(0);
        group.delay = Some(Delay { this_ms, left_ms, extended: false });
        fx.timer(Timer::Join(id.clone()), fx.now_ms + this_ms);
        return Vec::new();
    }
    complete_join(group, id, fx)
}

/// Whoever has joined is the next generation; static members are, even if they have not.
pub fn complete_join(group: &mut ClassicGroup, id: &Str, fx: &mut Fx) -> Vec<Record> {
    group.delay = None;
    fx.cancel(Timer::Join(id.clone()));
    let missing = |m: &&Member| m.awaiting_join.is_none() && m.instance_id.is_none();
    let missing: Vec<Str> = group.members.values().filter(missing).map(|m| m.id.clone()).collect();
    for member in &missing {
        info!("group {id}: {member} has not joined in time and is no member any more");
        group.remove(member);
        fx.cancel(Timer::Session(id.clone(), member.clone()));
    }
    if !group.members.is_empty() && !elect_leader(group) {
        // Only static members are left, and none of them is there: until their sessions end they stay.
        fx.timer(Timer::Join(id.clone()), fx.now_ms + group.rebalance_timeout_ms());
        return Vec::new();
    }
    next_generation(group, fx);
    if group.members.is_empty() {
        info!("group {id} is empty in generation {}", group.generation);
        return vec![group.record(id, |m| m.assignment.clone())];
    }
    info!("group {id}: generation {} has {} members", group.generation, group.members.len());
    let members: Vec<Str> = group.members.keys().cloned().collect();
    for member in members {
        let response = joined(group, &member);
        group.pending_syncs.insert(member.clone());
        if let Some(member) = group.members.get_mut(&member) {
            answer_join(member, response, fx);
            member.is_new = false;
            restart_session(id, member, fx);
        }
    }
    fx.timer(Timer::Sync(id.clone()), fx.now_ms + group.rebalance_timeout_ms());
    Vec::new()
}

/// The leader stays if it has joined; otherwise someone who has is the next. False if nobody has.
fn elect_leader(group: &mut ClassicGroup) -> bool {
    let joined = |m: &Member| m.awaiting_join.is_some();
    if group.leader.as_ref().and_then(|id| group.members.get(id)).is_some_and(joined) {
        return true;
    }
    let Some(next) = group.members.values().find(|m| joined(m)).map(|m| m.id.clone()) else { return false };
    group.leader = Some(next);
    true
}

fn next_generation(group: &mut ClassicGroup, fx: &Fx) {
    group.generation = group.generation.checked_add(1).unwrap_or(1);
    group.protocol = group.elect_protocol();
    group.subscribed = group.topics_of_members();
    group.pending_syncs.clear();
    set_state(group, if group.members.is_empty() { State::Empty } else { State::CompletingRebalance }, fx);
}

pub fn set_state(group: &mut ClassicGroup, state: State, fx: &Fx) {
    group.state = state;
    group.since_ms = Some(fx.now_ms);
}

/// The answer to a member of the current generation. The leader is told of all.
pub fn joined(group: &ClassicGroup, member: &Str) -> JoinGroupResponse {
    let leader = group.is_leader(member);
    JoinGroupResponse {
        generation_id: group.generation,
        protocol_type: group.protocol_type.clone(),
        protocol_name: group.protocol.clone(),
        leader: group.leader.clone().unwrap_or_default(),
        member_id: member.clone(),
        members: if leader { members(group) } else { Vec::new() },
        ..Default::default()
    }
}

pub fn members(group: &ClassicGroup) -> Vec<JoinGroupResponseMember> {
    let protocol = group.protocol.as_deref().unwrap_or_default();
    let member = |m: &Member| JoinGroupResponseMember {
        member_id: m.id.clone(),
        group_instance_id: m.instance_id.clone(),
        metadata: m.metadata(protocol),
        ..Default::default()
    };
    group.members.values().map(member).collect()
}

pub fn answer_join(member: &mut Member, response: JoinGroupResponse, fx: &mut Fx) {
    if let Some(awaiting) = member.awaiting_join.take() {
        fx.answer(awaiting, response);
    }
}

pub fn refused_join(member: &Str, code: ErrorCode) -> JoinGroupResponse {
    JoinGroupResponse { member_id: member.clone(), error_code: code.code(), ..Default::default() }
}

pub fn refused_sync(code: ErrorCode) -> SyncGroupResponse {
    SyncGroupResponse { error_code: code.code(), ..Default::default() }
}

/// Everyone who waits for the assignment is told that there is none.
pub fn refuse_assignment(group: &mut ClassicGroup, id: &Str, code: ErrorCode, fx: &mut Fx) {
    for member in group.members.values_mut() {
        member.assignment = Default::default();
        if let Some(awaiting) = member.awaiting_sync.take() {
            fx.answer(awaiting, refused_sync(code));
            restart_session(id, member, fx);
        }
    }
}

/// Takes a member out. One that waits to join is sent to join anew, for its client may still be there.
pub fn remove_member(group: &mut ClassicGroup, id: &Str, member: &Str, fx: &mut Fx) {
    fx.cancel(Timer::Session(id.clone(), member.clone()));
    let Some(mut gone) = group.remove(member) else { return };
    answer_join(&mut gone, refused_join(&Str::new(), ErrorCode::UNKNOWN_MEMBER_ID), fx);
    if let Some(awaiting) = gone.awaiting_sync.take() {
        let awaiting: Answer<SyncGroupResponse> = awaiting;
        fx.answer(awaiting, refused_sync(ErrorCode::UNKNOWN_MEMBER_ID));
    }
}

/// A member was not heard of for its session timeout.
pub fn session_due(group: &mut ClassicGroup, id: &Str, member: &Str, fx: &mut Fx) -> Vec<Record> {
    if group.pending_joins.contains(member) {
        info!("group {id}: nobody has joined as {member}");
        group.remove(member);
        return complete_if_all_joined(group, id, fx);
    }
    let Some(silent) = group.members.get(member) else { return Vec::new() };
    let waits_for_us = silent.awaiting_join.is_some() || silent.awaiting_sync.is_some();
    if waits_for_us && !silent.is_new {
        return Vec::new(); // a new session begins with the answer
    }
    info!("group {id}: {member} has not been heard of in time and is no member any more");
    remove_member(group, id, member, fx);
    match group.state {
        State::PreparingRebalance => complete_if_all_joined(group, id, fx),
        _ => rebalance(group, id, "a member's session has ended", fx),
    }
}

/// The timer of the sync phase: who has not synced is taken out.
pub fn sync_due(group: &mut ClassicGroup, id: &Str, fx: &mut Fx) -> Vec<Record> {
    let phase = matches!(group.state, State::CompletingRebalance | State::Stable);
    if !phase || group.pending_syncs.is_empty() {
        return Vec::new();
    }
    for member in std::mem::take(&mut group.pending_syncs) {
        info!("group {id}: {member} has not synced in time and is no member any more");
        remove_member(group, id, &member, fx);
    }
    prepare(group, id, "members have not synced in time", fx)
}
