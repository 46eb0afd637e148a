//! Between the two protocols: a classic group of consumers becomes a consumer group when the first member of the new
//! protocol joins, and a classic one again when the last of them has gone (`group.consumer.migration.policy`).
//!
//! In between, members of both are in a consumer group. Those of the classic protocol are answered here: they join and
//! hear in the heartbeat that they have to join again whenever there is something new for them; what they own they say
//! with each join. To the group they are members like any other.

mod hooks;
mod protocol;
mod requests;

use kt_codec::Str;

use super::classic::{self, ClassicGroup, State, rebalance};
use super::consumer::ConsumerGroup;
use super::consumer::member::{Member, State as MemberState, at_epoch};
use super::consumer::records::Of;
use super::consumer::refused::Refused;
use super::consumer::scene::{Plan, Scene};
use super::consumer::{Timer, topics};
use super::record::Record;
use super::{Fx, Group, GroupShard};
use crate::protocol::code::ErrorCode;

pub use hooks::{on_heartbeat, on_join, on_leave, on_sync};
#[cfg(test)]
pub use protocol::assignment;
pub use requests::{heartbeat, join, leave, sync};

/// The consumer group that a classic one becomes, and the records of that. An empty one only goes.
pub fn upgrade(id: &Str, classic: &ClassicGroup, scene: &Scene, plan: &mut Plan) -> Result<ConsumerGroup, Refused> {
    if classic.state == State::Empty {
        plan.records.push(Record::group_tombstone(id));
        return Ok(ConsumerGroup::default());
    }
    let refused = |why: &str| {
        let message = format!("Cannot upgrade classic group {id} to consumer group because {why}.");
        Err(Refused::new(ErrorCode::GROUP_ID_NOT_FOUND, message))
    };
    if !scene.rules.upgrade {
        return refused("online upgrade is disabled");
    }
    if !classic.uses_consumer_protocol() {
        return refused("the group does not use the consumer embedded protocol");
    }
    if classic.members.len() > scene.rules.max_size {
        return refused("the group size exceeds the consumer group maximum size");
    }
    const MALFORMED: &str = "the embedded consumer protocol is malformed";
    let Some(protocol) = classic.protocol.as_deref() else { return refused(MALFORMED) };

    let mut group = ConsumerGroup::default();
    (group.epoch, group.target_epoch) = (classic.generation, classic.generation);
    for member in classic.members.values() {
        let Some(subscription) = protocol::subscription(&member.metadata(protocol)) else { return refused(MALFORMED) };
        let Some(assignment) = protocol::assignment(&member.assignment) else { return refused(MALFORMED) };
        if assignment.user_data.as_ref().is_some_and(|data| !data.is_empty()) {
            return refused(
                "an unsupported custom assignor is in use. Please refer to the documentation or switch to a default \
                 assignor before re-attempting the upgrade",
            );
        }
        let partitions = protocol::with_ids(&assignment.assigned_partitions, scene.topics);
        let mut new = Member::new(member.id.clone());
        (new.epoch, new.previous_epoch, new.state) = (classic.generation, classic.generation, MemberState::Stable);
        new.instance = member.instance_id.clone();
        new.rack = subscription.rack_id.filter(|rack| !rack.is_empty());
        new.rebalance_timeout_ms = member.rebalance_timeout_ms;
        new.client_id = member.client_id.clone();
        new.client_host = member.client_host.clone();
        new.topics = std::sync::Arc::new(subscription.topics.into_iter().collect());
        new.assigned = std::sync::Arc::new(at_epoch(&partitions, classic.generation));
        new.classic = Some(protocol::metadata(member.session_timeout_ms, &member.protocols));
        group.put_target(member.id.clone(), Some(partitions));
        group.put_member(new);
        let session_ends_ms = scene.now_ms.saturating_add(i64::from(member.session_timeout_ms));
        plan.at(Timer::Session(id.clone(), member.id.clone()), session_ends_ms);
    }
    group.metadata_hash = topics::hash(scene.topics, group.topics_of(group.members()).into_iter());

    let records = Of(id);
    plan.records.push(Record::group_tombstone(id));
    plan.records.extend(group.members().map(|m| records.member(m)));
    plan.records.push(records.epoch(group.epoch, group.metadata_hash));
    let target = |m: &Member| group.target(&m.id).map(|target| records.target(&m.id, target));
    plan.records.extend(group.members().filter_map(target));
    plan.records.push(records.target_epoch(group.target_epoch, group.target_time_ms));
    plan.records.extend(group.members().map(|m| records.current(m)));
    Ok(group)
}

/// Whoever waits in a classic group that goes is told to join again.
pub fn send_waiting_away(classic: &mut ClassicGroup, fx: &mut Fx) {
    for member in classic.members.values_mut() {
        let (join, sync) = (member.awaiting_join.take(), member.awaiting_sync.take());
        fx.then(move || {
            // Whoever waited may have gone by now.
            if let Some(answer) = join {
                drop(answer.send(Err(ErrorCode::REBALANCE_IN_PROGRESS)));
            }
            if let Some(answer) = sync {
                drop(answer.send(Err(ErrorCode::REBALANCE_IN_PROGRESS)));
            }
        });
    }
}

/// Whether without these members there are none of the new protocol left, and the group may become a classic one.
pub fn downgrades_without(group: &ConsumerGroup, scene: &Scene, leaving: &[Str]) -> bool {
    let mut stay = group.members().filter(|m| !leaving.contains(&m.id));
    let count = group.members().len().saturating_sub(leaving.len());
    count > 0 && stay.all(Member::is_classic) && scene.rules.downgrade && count <= scene.rules.classic_max_size
}

/// Whether a classic member that replaces this one leaves none of the new protocol.
fn downgrades_with_replaced(group: &ConsumerGroup, scene: &Scene, replaced: &Member) -> bool {
    !replaced.is_classic()
        && group.members().filter(|m| m.id != replaced.id).all(Member::is_classic)
        && scene.rules.downgrade
        && group.members().len() <= scene.rules.classic_max_size
}

/// The records that turn the group into a classic one: of its members without those that leave, and with the one that
/// joins in the place of another (`joining`, and whom it replaces).
pub fn downgrade(
    group: &ConsumerGroup,
    scene: &Scene,
    leaving: &[Str],
    joining: Option<(&Member, &Str)>,
    rebalance: bool,
    plan: &mut Plan,
) -> Result<(), Refused> {
    let replaced = joining.map(|(_, old)| old);
    let gone = |m: &Member| match joining {
        Some((new, old)) if m.id == *old => new.id.clone(),
        _ => m.id.clone(),
    };
    let gone: Vec<Str> = group.members().map(gone).collect();
    Of(scene.id).no_group(group, &gone, &mut plan.records);

    let mut classic = ClassicGroup::empty(scene.now_ms);
    classic.state = State::Stable;
    classic.generation = group.epoch;
    classic.protocol_type = Some(Str::from_static(classic::CONSUMER));
    let stay = group.members().filter(|m| !leaving.contains(&m.id) && replaced != Some(&m.id));
    let members: Vec<&Member> = stay.chain(joining.map(|(new, _)| new)).collect();
    let protocol = protocol::chosen(&members);
    for member in members {
        let target_of = match joining {
            Some((new, old)) if new.id == member.id => old,
            _ => &member.id,
        };
        let target = group.target(target_of).cloned().unwrap_or_default();
        let assignment = protocol::with_names(&target, scene.topics);
        let member = protocol::classic_member(member, &protocol, assignment).ok_or_else(|| {
            let message = format!("Cannot downgrade the classic group {}: its protocol cannot be read.", scene.id);
            Refused::new(ErrorCode::GROUP_ID_NOT_FOUND, message)
        })?;
        let session_ends_ms = scene.now_ms.saturating_add(i64::from(member.session_timeout_ms));
        plan.classic_sessions.push((member.id.clone(), session_ends_ms));
        classic.leader.get_or_insert_with(|| member.id.clone());
        classic.insert(member);
    }
    classic.protocol = Some(protocol);
    plan.records.push(classic.record(scene.id, |member| member.assignment.clone()));
    if rebalance {
        plan.at(Timer::Downgraded(scene.id.clone()), scene.now_ms);
    }
    tracing::info!("group {} becomes a classic one", scene.id);
    Ok(())
}

/// The group has become a classic one while its members' assignment was not the last word: they join anew.
pub fn downgraded(shard: &mut GroupShard, id: &Str, fx: &mut Fx) -> Vec<Record> {
    match shard.groups.get_mut(id) {
        Some(Group::Classic(group)) if group.state == State::Stable => {
            rebalance::prepare(group, id, "the group has become a classic one", fx)
        }
        _ => Vec::new(),
    }
}
