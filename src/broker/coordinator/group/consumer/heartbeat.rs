//! ConsumerGroupHeartbeat: a member joins, says what it wants and has, and hears what it gets.

use std::collections::BTreeSet;
use std::sync::Arc;

use kt_codec::Str;
use kt_codec::consumer_group_heartbeat_request::{ConsumerGroupHeartbeatRequest, TopicPartitions};
use kt_codec::consumer_group_heartbeat_response::{
    Assignment, ConsumerGroupHeartbeatResponse, TopicPartitions as ResponsePartitions,
};

use super::Timer;
use super::group::ConsumerGroup;
use super::member::{AWAY, Epochs, JOINING, Member, State, without_epochs};
use super::records::Of;
use super::refused::Refused;
use super::scene::{Plan, Scene};
use super::update::{self, Change};
use crate::broker::coordinator::group::assign::Partitions;
use crate::broker::coordinator::group::classic::Asker;
use crate::protocol::code::ErrorCode;

/// When a member asks again that waits for something it will get any moment: its partitions are with others who are
/// giving them up, the next target is put off, or its pattern is being resolved. The original lets it wait for a whole heartbeat interval.
const QUICK_HEARTBEAT_MS: i32 = 200;

/// One heartbeat of a member that does not leave. The member has an id by now.
pub fn heartbeat(
    group: &mut ConsumerGroup,
    scene: &Scene,
    asker: &Asker,
    request: &ConsumerGroupHeartbeatRequest,
    plan: &mut Plan,
) -> Result<ConsumerGroupHeartbeatResponse, Refused> {
    let epoch = request.member_epoch;
    let owned = request.topic_partitions.as_ref().map(|owned| partitions(owned));
    check_size(group, scene, &request.member_id)?;
    let change = change(group, scene, asker, request, owned.as_ref(), plan)?;

    let moved = update::subscribe(group, scene, &change, plan)?;
    let (target_epoch, target) = update::target(group, scene, moved.epoch, &change, plan);
    let Change { before, after, .. } = change;
    let changed = moved.subscription_changed;
    let goal = (target_epoch, &*target);
    let after = update::reconcile(group, scene, after, goal, changed, owned.as_ref(), plan)?;

    let session_ends_ms = scene.now_ms.saturating_add(scene.rules.session_timeout_ms);
    plan.at(Timer::Session(scene.id.clone(), after.id.clone()), session_ends_ms);

    let waits = after.state == State::Waiting || target_epoch < moved.epoch || plan.resolve.is_some();
    let interval_ms = scene.rules.heartbeat_interval_ms;
    // A request in full is how a client asks to be told everything again.
    let in_full = request.rebalance_timeout_ms != -1
        && (request.subscribed_topic_names.is_some() || request.subscribed_topic_regex.is_some())
        && request.topic_partitions.is_some();
    let tell = epoch == JOINING || in_full || before.assigned != after.assigned;
    Ok(ConsumerGroupHeartbeatResponse {
        member_id: Some(after.id.clone()),
        member_epoch: after.epoch,
        heartbeat_interval_ms: if waits { interval_ms.min(QUICK_HEARTBEAT_MS) } else { interval_ms },
        assignment: tell.then(|| assignment(&after.assigned)),
        ..Default::default()
    })
}

/// GROUP_MAX_SIZE_REACHED for one member too many.
pub fn check_size(group: &ConsumerGroup, scene: &Scene, member: &str) -> Result<(), Refused> {
    let max = scene.rules.max_size;
    if group.members().len() < max || group.member(member).is_some() {
        return Ok(());
    }
    let message = format!("The consumer group has reached its maximum capacity of {max} members.");
    Err(Refused::new(ErrorCode::GROUP_MAX_SIZE_REACHED, message))
}

fn change(
    group: &ConsumerGroup,
    scene: &Scene,
    asker: &Asker,
    request: &ConsumerGroupHeartbeatRequest,
    owned: Option<&Partitions>,
    plan: &mut Plan,
) -> Result<Change, Refused> {
    let joins = request.member_epoch == JOINING;
    let (before, replaced) = match &request.instance_id {
        None => (dynamic_member(group, scene, request, joins)?, None),
        Some(instance) => static_member(group, scene, request, instance, joins, plan)?,
    };
    if replaced.is_none() {
        check_epoch(&before, request.member_epoch, owned)?;
    }
    let mut after = before.clone();
    fn set(field: &mut Option<Str>, new: &Option<Str>) {
        if new.is_some() {
            field.clone_from(new);
        }
    }
    set(&mut after.instance, &request.instance_id);
    set(&mut after.rack, &request.rack_id);
    set(&mut after.assignor, &request.server_assignor);
    set(&mut after.regex, &request.subscribed_topic_regex);
    if request.rebalance_timeout_ms != -1 {
        after.rebalance_timeout_ms = request.rebalance_timeout_ms;
    }
    if let Some(names) = &request.subscribed_topic_names {
        let names: BTreeSet<Str> = names.iter().cloned().collect();
        if names != *after.topics {
            after.topics = Arc::new(names);
        }
    }
    after.client_id.clone_from(&asker.client_id);
    after.client_host.clone_from(&asker.host);
    after.classic = None;
    Ok(Change { before, after, replaced, classic: false })
}

fn dynamic_member(
    group: &ConsumerGroup,
    scene: &Scene,
    request: &ConsumerGroupHeartbeatRequest,
    joins: bool,
) -> Result<Member, Refused> {
    match group.member(&request.member_id) {
        Some(member) => Ok(member.clone()),
        None if joins => Ok(Member::new(request.member_id.clone())),
        None => Err(Refused::unknown_member(&request.member_id, scene.id)),
    }
}

/// The member with this instance id, and which one it replaces.
fn static_member(
    group: &ConsumerGroup,
    scene: &Scene,
    request: &ConsumerGroupHeartbeatRequest,
    instance: &Str,
    joins: bool,
    plan: &mut Plan,
) -> Result<(Member, Option<Str>), Refused> {
    let id = &request.member_id;
    let Some(existing) = group.static_member(instance) else {
        return if joins {
            Ok((dynamic_member(group, scene, request, true)?, None))
        } else {
            Err(Refused::unknown_instance(instance))
        };
    };
    if !joins {
        return if existing.id == *id {
            Ok((existing.clone(), None))
        } else {
            Err(Refused::fenced_instance(id, instance, &existing.id))
        };
    }
    // A classic member may be replaced at any time, one of this protocol once it has said that it goes.
    if !existing.is_classic() && existing.epoch != AWAY {
        let message = format!(
            "Static member {id} with instance id {instance} cannot join the group because the instance id is owned by \
             {} member.",
            existing.id
        );
        return Err(Refused::new(ErrorCode::UNRELEASED_INSTANCE_ID, message));
    }
    let new = replace(group, scene, existing, id.clone(), plan);
    Ok((new, Some(existing.id.clone())))
}

/// A new member takes the place of one with the same instance id, with all that it has.
pub fn replace(group: &ConsumerGroup, scene: &Scene, old: &Member, id: Str, plan: &mut Plan) -> Member {
    let new = Member { id, epoch: JOINING, previous_epoch: JOINING, ..old.clone() };
    let records = Of(scene.id);
    records.no_member(&old.id, &mut plan.records);
    plan.records.push(records.member(&new));
    plan.records.push(records.target(&new.id, &group.target(&old.id).cloned().unwrap_or_default()));
    plan.records.push(records.current(&new));
    plan.cancel_all(scene.id, &old.id);
    new
}

/// A member that is behind by one answer, and has nothing that is not its own, is let go on.
fn check_epoch(member: &Member, epoch: i32, owned: Option<&Partitions>) -> Result<(), Refused> {
    if epoch == JOINING || epoch == member.epoch {
        return Ok(());
    }
    let word = if epoch > member.epoch { "greater" } else { "smaller" };
    if epoch < member.epoch && epoch == member.previous_epoch && has_only_its_own(owned, &member.assigned) {
        return Ok(());
    }
    let message = format!(
        "The consumer group member has a {word} member epoch ({epoch}) than the one known by the group coordinator \
         ({}). The member must abandon all its partitions and rejoin.",
        member.epoch
    );
    Err(Refused::new(ErrorCode::FENCED_MEMBER_EPOCH, message))
}

fn has_only_its_own(owned: Option<&Partitions>, assigned: &Epochs) -> bool {
    // Who says nothing may have anything.
    let Some(owned) = owned else { return false };
    owned.iter().all(|(topic, has)| {
        let own = assigned.get(topic);
        has.iter().all(|partition| own.is_some_and(|own| own.contains_key(partition)))
    })
}

fn partitions(owned: &[TopicPartitions]) -> Partitions {
    let mut all = Partitions::new();
    for topic in owned {
        all.entry(topic.topic_id).or_default().extend(&topic.partitions);
    }
    // A topic without partitions is nothing that anyone has.
    all.retain(|_, of| !of.is_empty());
    all
}

fn assignment(assigned: &Epochs) -> Assignment {
    let topic = |(topic_id, of): (_, BTreeSet<i32>)| ResponsePartitions {
        topic_id,
        partitions: of.into_iter().collect(),
        ..Default::default()
    };
    let topic_partitions = without_epochs(assigned).into_iter().map(topic).collect();
    Assignment { topic_partitions, ..Default::default() }
}
