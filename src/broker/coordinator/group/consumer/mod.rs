//! Groups of the newer consumer protocol (KIP-848): the broker assigns, members heartbeat.
//!
//! A group has an epoch, which moves with every change of members, subscriptions or topics. For that epoch a *target*
//! is computed ([`update`], [`super::assign`]): what each member should have. Each member moves towards it by itself,
//! giving up before it takes ([`reconcile`]), and has the target's epoch once it has given up all it must. All of this
//! is in records ([`records`]), written as the original writes them; only timers and what was last looked at is soft.
//!
//! What must hold: at no time does the group think that two members have one partition.

pub mod describe;
pub mod group;
pub mod heartbeat;
pub mod leave;
pub mod member;
pub mod offsets;
pub mod reconcile;
pub mod records;
pub mod refused;
pub mod regex;
pub mod scene;
#[cfg(test)]
mod tests;
pub mod topics;
pub mod update;
pub mod validate;

use kt_codec::Str;
use kt_codec::consumer_group_heartbeat_request::ConsumerGroupHeartbeatRequest;
use kt_codec::consumer_group_heartbeat_response::ConsumerGroupHeartbeatResponse;

use super::classic::Asker;
use super::record::Record;
use super::{Fx, Group, GroupShard, migrate};
use crate::broker::coordinator::runtime::Meta;
use crate::protocol::code::ErrorCode;
pub use group::ConsumerGroup;
use member::{AWAY, JOINING, LEAVING, State};
use refused::Refused;
use scene::{Plan, Rules, Scene};

/// What can fall due in such a group; each of a group and one of its members.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timer {
    /// The member was not heard of.
    Session(Str, Str),
    /// It has not given up what it has to.
    Rebalance(Str, Str),
    /// A classic member has not joined again.
    Join(Str, Str),
    /// A classic member has joined and not asked for its assignment.
    Sync(Str, Str),
    /// The group has become a classic one, whose members have to join anew.
    Downgraded(Str),
}

/// One of the ConsumerGroup* records.
pub fn apply(shard: &mut GroupShard, _meta: &Meta, record: Record) {
    let Some((id, makes)) = records::belongs(&record) else { return };
    let id = id.clone();
    if !matches!(shard.groups.get(&id), Some(Group::Consumer(_))) {
        if !makes {
            return;
        }
        // Offsets that were committed before the group was there have made an empty classic one.
        shard.groups.insert(id.clone(), Group::Consumer(ConsumerGroup::default()));
    }
    if let Some(Group::Consumer(group)) = shard.groups.get_mut(&id)
        && !records::apply(group, record)
    {
        shard.groups.remove(&id);
    }
}

/// The shard was loaded: its members have a session's time to be heard of.
pub fn loaded(shard: &mut GroupShard, fx: &mut Fx) {
    let image = fx.world.image.clone();
    let groups = shard.groups.iter_mut().filter_map(|(id, group)| match group {
        Group::Consumer(group) => Some((id, group)),
        Group::Classic(_) | Group::Share(_) => None,
    });
    for (id, group) in groups {
        let rules = Rules::of(&fx.world, id);
        let scene = Scene { id, now_ms: fx.now_ms, topics: &*image, rules: &rules };
        let mut plan = Plan::default();
        let members: Vec<_> = group.members().cloned().collect();
        for member in members {
            let session_ends_ms = fx.now_ms.saturating_add(rules.session_timeout_ms);
            plan.at(Timer::Session(id.clone(), member.id.clone()), session_ends_ms);
            if member.state == State::Revoking {
                update::watch_revocation(group, &scene, &member, &mut plan);
            }
        }
        plan.carry_out(fx, id);
    }
}

pub fn due(shard: &mut GroupShard, timer: Timer, fx: &mut Fx) -> Vec<Record> {
    let (id, member) = match &timer {
        Timer::Session(id, member)
        | Timer::Rebalance(id, member)
        | Timer::Join(id, member)
        | Timer::Sync(id, member) => (id, member),
        Timer::Downgraded(id) => return migrate::downgraded(shard, id, fx),
    };
    let Some(Group::Consumer(group)) = shard.groups.get(id) else { return Vec::new() };
    let Some(known) = group.member(member) else { return Vec::new() };
    if matches!(timer, Timer::Rebalance(..)) && group.soft.leaving_epoch.get(member) != Some(&known.epoch) {
        return Vec::new();
    }
    tracing::info!("group {id}: member {member} is removed: {timer:?}");
    let outcome = with_scene(fx, id, |scene, plan| leave::fence(group, scene, std::slice::from_ref(member), plan));
    match outcome {
        Ok(((), plan)) => plan.carry_out(fx, id),
        Err(refused) => {
            tracing::error!("group {id}: member {member} was not removed: {}", refused.message);
            Vec::new()
        }
    }
}

/// Decides something about a group, with what the step may look at.
pub fn with_scene<T>(
    fx: &Fx,
    id: &Str,
    decide: impl FnOnce(&Scene, &mut Plan) -> Result<T, Refused>,
) -> Result<(T, Plan), Refused> {
    let rules = Rules::of(&fx.world, id);
    let scene = Scene { id, now_ms: fx.now_ms, topics: &*fx.world.image, rules: &rules };
    let mut plan = Plan::default();
    decide(&scene, &mut plan).map(|outcome| (outcome, plan))
}

/// A heartbeat, whatever the group is so far.
pub fn on_heartbeat(
    shard: &mut GroupShard,
    fx: &mut Fx,
    asker: &Asker,
    request: &ConsumerGroupHeartbeatRequest,
) -> Result<(ConsumerGroupHeartbeatResponse, Plan), Refused> {
    let id = &request.group_id;
    if matches!(request.member_epoch, LEAVING | AWAY) {
        return match shard.groups.get(id) {
            Some(Group::Consumer(group)) => with_scene(fx, id, |scene, plan| leave::leave(group, scene, request, plan)),
            Some(Group::Classic(_) | Group::Share(_)) => Err(Refused::not_a_consumer_group(id)),
            None => Err(Refused::no_such_group(id)),
        };
    }
    let joins = request.member_epoch == JOINING;
    if let Some(Group::Consumer(group)) = shard.groups.get_mut(id) {
        return with_scene(fx, id, |scene, plan| heartbeat::heartbeat(group, scene, asker, request, plan));
    }
    // The records make the group, or turn a classic one into it.
    let mut new = ConsumerGroup::default();
    let mut first = Plan::default();
    match shard.groups.get_mut(id) {
        None if !joins => {
            return Err(Refused::new(ErrorCode::GROUP_ID_NOT_FOUND, format!("Consumer group {id} not found.")));
        }
        Some(Group::Share(_)) => return Err(Refused::not_a_consumer_group(id)),
        Some(Group::Classic(_)) if !joins => return Err(Refused::not_a_consumer_group(id)),
        Some(Group::Classic(classic)) => {
            let ((), plan) = with_scene(fx, id, |scene, plan| {
                new = migrate::upgrade(id, classic, scene, plan)?;
                Ok(())
            })?;
            first = plan;
        }
        _ => {}
    }
    let (response, mut plan) =
        with_scene(fx, id, |scene, plan| heartbeat::heartbeat(&mut new, scene, asker, request, plan))?;
    first.records.append(&mut plan.records);
    first.timers.append(&mut plan.timers);
    first.resolve = plan.resolve;
    if let Some(Group::Classic(classic)) = shard.groups.get_mut(id) {
        migrate::send_waiting_away(classic, fx);
    }
    Ok((response, first))
}

/// The patterns of a group were resolved.
pub fn on_resolved(shard: &mut GroupShard, fx: &mut Fx, id: &Str, found: regex::Found) -> Vec<Record> {
    let Some(Group::Consumer(group)) = shard.groups.get_mut(id) else { return Vec::new() };
    let decided = with_scene(fx, id, |scene, plan| {
        regex::resolved(group, scene, found, plan);
        Ok(())
    });
    decided.map_or_else(|_| Vec::new(), |((), plan)| plan.carry_out(fx, id))
}

impl ConsumerGroup {
    /// The tombstones of all its records but the offsets.
    pub fn tombstones(&self, id: &Str, records: &mut Vec<Record>) {
        let members: Vec<Str> = self.members().map(|member| member.id.clone()).collect();
        records::Of(id).no_group(self, &members, records);
    }
}
