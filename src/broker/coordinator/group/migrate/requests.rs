//! JoinGroup, SyncGroup, Heartbeat and LeaveGroup of members that speak the classic protocol in a consumer group.

use std::sync::Arc;

use kt_codec::Str;
use kt_codec::heartbeat_request::HeartbeatRequest;
use kt_codec::join_group_request::JoinGroupRequest;
use kt_codec::join_group_response::JoinGroupResponse;
use kt_codec::leave_group_request::LeaveGroupRequest;
use kt_codec::leave_group_response::{LeaveGroupResponse, MemberResponse};
use kt_codec::sync_group_request::SyncGroupRequest;
use kt_codec::sync_group_response::SyncGroupResponse;

use super::protocol;
use crate::broker::coordinator::group::classic::Asker;
use crate::broker::coordinator::group::classic::CONSUMER;
use crate::broker::coordinator::group::consumer::heartbeat::{check_size, replace};
use crate::broker::coordinator::group::consumer::member::{Member, State, without_epochs};
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::coordinator::group::consumer::scene::{Plan, Scene};
use crate::broker::coordinator::group::consumer::update::{self, Change};
use crate::broker::coordinator::group::consumer::{ConsumerGroup, Timer, leave as leaving};
use crate::protocol::code::ErrorCode;

/// From this version on a member without an id is given one, and has to ask again.
const ASKS_TWICE: i16 = 4;

/// `new_id` is the id of a member that comes without one.
pub fn join(
    group: &mut ConsumerGroup,
    scene: &Scene,
    asker: &Asker,
    request: &JoinGroupRequest,
    new_id: Str,
    plan: &mut Plan,
) -> Result<JoinGroupResponse, Refused> {
    let inconsistent = |message: String| Refused::new(ErrorCode::INCONSISTENT_GROUP_PROTOCOL, message);
    if scene.rules.is_migration_disabled() {
        return Err(inconsistent(format!(
            "Cannot join the consumer group {} with the classic protocol because the group migration is disabled.",
            scene.id
        )));
    }
    let is_unknown = request.member_id.is_empty();
    let id = if is_unknown { new_id } else { request.member_id.clone() };
    check_size(group, scene, &id)?;
    if !supports(group, request) {
        return Err(inconsistent(format!("Member {id}'s protocols are not supported.")));
    }
    if is_unknown && request.group_instance_id.is_none() && asker.version >= ASKS_TWICE {
        return Ok(JoinGroupResponse {
            error_code: ErrorCode::MEMBER_ID_REQUIRED.code(),
            member_id: id,
            ..Default::default()
        });
    }
    let preferred = request.protocols.first().map(|protocol| &protocol.metadata);
    let Some(subscription) = preferred.and_then(protocol::subscription) else {
        return Err(inconsistent("Malformed embedded consumer protocol in subscription deserialization.".into()));
    };

    let existing = request.group_instance_id.as_ref().and_then(|instance| group.static_member(instance)).cloned();
    let (before, replaced) = match (&request.group_instance_id, &existing) {
        (None, _) => (group.member(&id).cloned().unwrap_or_else(|| Member::new(id)), None),
        (Some(_), None) if is_unknown => (Member::new(id), None),
        (Some(instance), None) => return Err(Refused::unknown_instance(instance)),
        (Some(_), Some(old)) if is_unknown => (replace(group, scene, old, id, plan), Some(old.id.clone())),
        (Some(_), Some(old)) if old.id == id => (old.clone(), None),
        (Some(instance), Some(old)) => return Err(Refused::fenced_instance(&id, instance, &old.id)),
    };
    let downgrade = existing.filter(|old| super::downgrades_with_replaced(group, scene, old));

    let owned = protocol::owned(&subscription.owned_partitions, scene.topics);
    let protocols: Vec<_> = request.protocols.iter().map(|p| (p.name.clone(), p.metadata.clone())).collect();
    let mut after = before.clone();
    after.instance = request.group_instance_id.clone().or(after.instance);
    after.rack = subscription.rack_id.filter(|rack| !rack.is_empty()).or(after.rack);
    if request.rebalance_timeout_ms != -1 {
        after.rebalance_timeout_ms = request.rebalance_timeout_ms;
    }
    after.topics = Arc::new(subscription.topics.into_iter().collect());
    after.regex = Some(Str::new());
    after.client_id.clone_from(&asker.client_id);
    after.client_host.clone_from(&asker.host);
    after.classic = Some(protocol::metadata(request.session_timeout_ms, &protocols));
    let change = Change { before, after, replaced, classic: true };

    let moved = update::subscribe(group, scene, &change, plan)?;
    let changed = moved.subscription_changed;
    let after = if let Some(old) = downgrade {
        let rebalance = group.target_epoch < moved.epoch;
        let mut after = change.after;
        if !rebalance {
            let (epoch, target) = (group.target_epoch, group.target_of(&after));
            after = update::reconcile(group, scene, after, (epoch, &*target), changed, Some(&owned), plan)?;
        }
        super::downgrade(group, scene, &[], Some((&after, &old.id)), rebalance, plan)?;
        plan.cancel_all(scene.id, &after.id);
        after
    } else {
        let (epoch, target) = update::target(group, scene, moved.epoch, &change, plan);
        let after = update::reconcile(group, scene, change.after, (epoch, &*target), changed, Some(&owned), plan)?;
        let timer = |timer: fn(Str, Str) -> Timer| timer(scene.id.clone(), after.id.clone());
        group.soft.rejoining.remove(&after.id);
        plan.cancel(timer(Timer::Join));
        plan.at(timer(Timer::Session), in_ms(scene, request.session_timeout_ms));
        plan.at(timer(Timer::Sync), in_ms(scene, after.rebalance_timeout_ms));
        after
    };
    Ok(JoinGroupResponse {
        generation_id: after.epoch,
        protocol_type: Some(Str::from_static(CONSUMER)),
        protocol_name: after.protocols().next().map(|(name, _)| name.clone()),
        member_id: after.id.clone(),
        ..Default::default()
    })
}

fn in_ms(scene: &Scene, ms: i32) -> i64 {
    scene.now_ms.saturating_add(i64::from(ms.max(0)))
}

/// Whether there is a protocol that this member and all classic ones speak.
fn supports(group: &ConsumerGroup, request: &JoinGroupRequest) -> bool {
    let all_speak =
        |name: &Str| group.members().filter(|m| m.is_classic()).all(|m| m.protocols().any(|(n, _)| n == name));
    &*request.protocol_type == CONSUMER && request.protocols.iter().any(|protocol| all_speak(&protocol.name))
}

pub fn sync(
    group: &mut ConsumerGroup,
    scene: &Scene,
    request: &SyncGroupRequest,
    plan: &mut Plan,
) -> Result<SyncGroupResponse, Refused> {
    let member = member(group, scene, &request.member_id, request.group_instance_id.as_ref(), request.generation_id)?;
    let id = member.id.clone();
    let inconsistent = |message: String| Err(Refused::new(ErrorCode::INCONSISTENT_GROUP_PROTOCOL, message));
    if let Some(kind) = request.protocol_type.as_ref().filter(|kind| **kind != *CONSUMER) {
        return inconsistent(format!(
            "The protocol type {kind} from member {id} request is not equal to the group protocol type {CONSUMER}."
        ));
    }
    let Some((own, metadata)) = member.protocols().next() else {
        return inconsistent(format!("Member {id} has no protocol."));
    };
    if let Some(name) = request.protocol_name.as_ref().filter(|name| *name != own) {
        return inconsistent(format!(
            "The protocol name {name} from member {id} request is not equal to the protocol name {own} returned in the \
             join response."
        ));
    }
    if group.target_epoch > member.epoch && member.state != State::Revoking {
        let message =
            format!("A new rebalance is triggered in group {} and member {id} should rejoin to catch up.", scene.id);
        let timeout_ms = member.rebalance_timeout_ms;
        expect_join(group, scene, &id, timeout_ms, plan);
        return Err(Refused::new(ErrorCode::REBALANCE_IN_PROGRESS, message));
    }
    let assignment = protocol::with_names(&without_epochs(&member.assigned), scene.topics);
    let Some(assignment) = protocol::serialized(&assignment, metadata) else {
        return inconsistent("Malformed embedded consumer protocol in version deserialization.".into());
    };
    plan.cancel(Timer::Sync(scene.id.clone(), id.clone()));
    let session_timeout_ms = member.classic.as_ref().map_or(0, |classic| classic.session_timeout_ms);
    plan.at(Timer::Session(scene.id.clone(), id), in_ms(scene, session_timeout_ms));
    Ok(SyncGroupResponse {
        protocol_type: request.protocol_type.clone(),
        protocol_name: request.protocol_name.clone(),
        assignment,
        ..Default::default()
    })
}

/// REBALANCE_IN_PROGRESS tells the member to join again: there is something new for it, or something to give up.
pub fn heartbeat(
    group: &mut ConsumerGroup,
    scene: &Scene,
    request: &HeartbeatRequest,
    plan: &mut Plan,
) -> Result<ErrorCode, Refused> {
    let member = member(group, scene, &request.member_id, request.group_instance_id.as_ref(), request.generation_id)?;
    let (id, timeout_ms) = (member.id.clone(), member.rebalance_timeout_ms);
    let session_timeout_ms = member.classic.as_ref().map_or(0, |classic| classic.session_timeout_ms);
    plan.at(Timer::Session(scene.id.clone(), id.clone()), in_ms(scene, session_timeout_ms));
    let has_news = member.epoch < group.target_epoch
        || member.state == State::Revoking
        || (member.state == State::Waiting && !waits_for_others(group, member));
    if !has_news {
        return Ok(ErrorCode::NONE);
    }
    expect_join(group, scene, &id, timeout_ms, plan);
    Ok(ErrorCode::REBALANCE_IN_PROGRESS)
}

/// A partition of the member's target is still with another.
fn waits_for_others(group: &ConsumerGroup, member: &Member) -> bool {
    let target = group.target(&member.id).cloned().unwrap_or_default();
    target.iter().any(|(topic, of)| {
        let has = member.assigned.get(topic);
        of.iter().any(|p| !has.is_some_and(|has| has.contains_key(p)) && group.is_owned(topic, *p))
    })
}

/// The time for it runs from the first time that the member was told.
fn expect_join(group: &mut ConsumerGroup, scene: &Scene, id: &Str, timeout_ms: i32, plan: &mut Plan) {
    if group.soft.rejoining.insert(id.clone()) {
        plan.at(Timer::Join(scene.id.clone(), id.clone()), in_ms(scene, timeout_ms));
    }
}

pub fn leave(
    group: &ConsumerGroup,
    scene: &Scene,
    request: &LeaveGroupRequest,
    plan: &mut Plan,
) -> Result<LeaveGroupResponse, Refused> {
    let mut ids: Vec<Str> = Vec::new();
    let mut members = Vec::new();
    for identity in &request.members {
        let found = match &identity.group_instance_id {
            None => group.member(&identity.member_id).ok_or(ErrorCode::UNKNOWN_MEMBER_ID),
            Some(instance) => match group.static_member(instance) {
                None => Err(ErrorCode::UNKNOWN_MEMBER_ID),
                // An admin names the instance alone.
                Some(member) if identity.member_id.is_empty() || identity.member_id == member.id => Ok(member),
                Some(_) => Err(ErrorCode::FENCED_INSTANCE_ID),
            },
        };
        members.push(MemberResponse {
            member_id: identity.member_id.clone(),
            group_instance_id: identity.group_instance_id.clone(),
            error_code: found.map_or_else(ErrorCode::code, |_| 0),
            ..Default::default()
        });
        ids.extend(found.ok().map(|member| member.id.clone()).filter(|id| !ids.contains(id)));
    }
    leaving::fence(group, scene, &ids, plan)?;
    Ok(LeaveGroupResponse { members, ..Default::default() })
}

/// A member that speaks the classic protocol, at the epoch that it names.
fn member<'a>(
    group: &'a ConsumerGroup,
    scene: &Scene,
    id: &Str,
    instance: Option<&Str>,
    generation: i32,
) -> Result<&'a Member, Refused> {
    let member = match instance {
        None => group.member(id).ok_or_else(|| Refused::unknown_member(id, scene.id))?,
        Some(instance) => {
            let member = group.static_member(instance).ok_or_else(|| {
                let message = format!("Member with instance id {instance} is not a member of group {}.", scene.id);
                Refused::new(ErrorCode::UNKNOWN_MEMBER_ID, message)
            })?;
            if member.id != *id {
                return Err(Refused::fenced_instance(id, instance, &member.id));
            }
            member
        }
    };
    if !member.is_classic() {
        let message = format!("Member {id} does not use the classic protocol.");
        return Err(Refused::new(ErrorCode::UNKNOWN_MEMBER_ID, message));
    }
    if generation != member.epoch {
        let message = format!(
            "The request generation id {generation} is not equal to the member epoch {} of member {id}.",
            member.epoch
        );
        return Err(Refused::new(ErrorCode::ILLEGAL_GENERATION, message));
    }
    Ok(member)
}
