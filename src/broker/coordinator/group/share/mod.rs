//! Share groups (KIP-932): members take single records in turns, instead of partitions.
//!
//! As in a consumer group members heartbeat and the broker assigns ([`heartbeat`], [`assign`]), but a partition may be
//! given to several, so nobody has to give up anything before another takes it: a member is at once where its target is.
//! Before a partition is given to anyone it has a state at the share coordinator; [`states`] says which there are, and
//! what becomes of them when an administrator resets or deletes offsets.

pub mod admin;
pub mod assign;
pub mod describe;
pub mod group;
pub mod heartbeat;
pub mod records;
pub mod states;

use std::collections::BTreeSet;
use std::sync::Arc;

use kt_codec::Str;
use kt_codec::share_group_heartbeat_request::ShareGroupHeartbeatRequest;
use kt_codec::share_group_heartbeat_response::ShareGroupHeartbeatResponse;

use super::classic::Asker;
use super::consumer::refused::Refused;
use super::record::Record;
use super::{Fx, Group, GroupShard, Timer};
use crate::broker::controller::image::{Resource, ResourceType};
use crate::broker::coordinator::runtime::{Meta, World};
use crate::config::{Overrides, group as settings};
use crate::protocol::code::ErrorCode;
pub use group::ShareGroup;
use heartbeat::Scene;
use states::Wanted;

/// The epoch of a member that joins.
pub const JOINING: i32 = 0;
/// The epoch of one that leaves.
pub const LEAVING: i32 = -1;

/// The settings that hold for one group.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    pub max_size: usize,
    pub session_timeout_ms: i64,
    pub heartbeat_interval_ms: i32,
    pub assignment_interval_ms: i64,
    pub initialize_retry_ms: i64,
}

/// One of a group's own settings, or the broker's.
pub fn setting(world: &World, id: &Str, name: &str) -> crate::config::value::Value {
    let resource = Resource::new(ResourceType::GROUP, id.clone());
    let none = Overrides::new();
    let overrides = world.image.overrides(&resource).map_or(&none, |overrides| overrides);
    settings::setting(&world.current.layers, overrides, name)
}

impl Rules {
    pub fn of(world: &World, id: &Str) -> Rules {
        let broker = &world.current.settings;
        let own = |name: &str| setting(world, id, name).as_i64().unwrap_or_default();
        Rules {
            max_size: usize::try_from(broker.share_groups.max_size).unwrap_or(0),
            session_timeout_ms: own("share.session.timeout.ms"),
            heartbeat_interval_ms: own("share.heartbeat.interval.ms").clamp(1, i64::from(i32::MAX)) as i32,
            assignment_interval_ms: own("share.assignment.interval.ms"),
            initialize_retry_ms: i64::from(broker.share.initialize_retry_interval_ms),
        }
    }
}

/// One of the ShareGroup* records.
pub fn apply(shard: &mut GroupShard, meta: &Meta, record: Record) {
    let Some((id, makes)) = records::belongs(&record) else { return };
    let id = id.clone();
    if !matches!(shard.groups.get(&id), Some(Group::Share(_))) {
        if !makes {
            return;
        }
        shard.groups.insert(Str::from(id.to_string()), Group::Share(ShareGroup::default()));
    }
    if let Some(Group::Share(group)) = shard.groups.get_mut(&id)
        && !records::apply(group, record, meta.timestamp)
    {
        shard.groups.remove(&id);
    }
}

/// The shard was loaded: its members have a session's time to be heard of.
pub fn loaded(shard: &GroupShard, fx: &mut Fx) {
    for (id, group) in &shard.groups {
        let Group::Share(group) = group else { continue };
        let rules = Rules::of(&fx.world, id);
        for member in group.members.keys() {
            let timer = Timer::ShareSession(id.clone(), member.clone());
            fx.timer(timer, fx.now_ms.saturating_add(rules.session_timeout_ms));
        }
    }
}

/// A member was not heard of.
pub fn session_due(shard: &GroupShard, id: &Str, member: &Str, fx: &Fx) -> Vec<Record> {
    let Some(Group::Share(group)) = shard.groups.get(id) else { return Vec::new() };
    if !group.members.contains_key(member) {
        return Vec::new();
    }
    tracing::info!("share group {id}: member {member} is removed, it was not heard of");
    heartbeat::without(group, id, member, &*fx.world.image)
}

/// The share group of that id, for what only such a group can do.
pub fn of<'a>(shard: &'a GroupShard, id: &Str) -> Result<&'a ShareGroup, Refused> {
    match shard.groups.get(id) {
        Some(Group::Share(group)) => Ok(group),
        Some(_) => Err(Refused::not_of_type(id, "share")),
        None => Err(Refused::no_such_group(id)),
    }
}

/// A heartbeat. With the answer come the partitions whose state has to be made first.
pub fn on_heartbeat(
    shard: &mut GroupShard,
    fx: &mut Fx,
    asker: &Asker,
    request: &ShareGroupHeartbeatRequest,
) -> Result<(ShareGroupHeartbeatResponse, Vec<Record>, Option<Wanted>), Refused> {
    let (id, member) = (&request.group_id, &request.member_id);
    let session = Timer::ShareSession(id.clone(), member.clone());
    if request.member_epoch == LEAVING {
        let group = of(shard, id)?;
        if !group.members.contains_key(member) {
            return Err(Refused::unknown_member(member, id));
        }
        fx.cancel(session);
        let response = ShareGroupHeartbeatResponse {
            member_id: Some(member.clone()),
            member_epoch: LEAVING,
            ..Default::default()
        };
        return Ok((response, heartbeat::without(group, id, member, &*fx.world.image), None));
    }
    let mut new = ShareGroup::default();
    let group = match shard.groups.get_mut(id) {
        Some(Group::Share(group)) => group,
        // The records make it.
        None if request.member_epoch == JOINING => &mut new,
        None => return Err(Refused::new(ErrorCode::GROUP_ID_NOT_FOUND, format!("Share group {id} not found."))),
        Some(_) => return Err(Refused::not_of_type(id, "share")),
    };
    let rules = Rules::of(&fx.world, id);
    let scene = Scene { id, now_ms: fx.now_ms, topics: &*fx.world.image, rules: &rules };
    let outcome = heartbeat::heartbeat(group, &scene, asker, request)?;
    fx.timer(session, fx.now_ms.saturating_add(rules.session_timeout_ms));
    Ok(outcome)
}

impl ShareGroup {
    /// The tombstones of all its records.
    pub fn tombstones(&self, id: &Str, out: &mut Vec<Record>) {
        records::Of(id).no_group(self, out);
    }
}

/// A set of names as it is kept: shared by those who read it.
fn shared(names: &[Str]) -> Arc<BTreeSet<Str>> {
    Arc::new(names.iter().cloned().collect())
}
