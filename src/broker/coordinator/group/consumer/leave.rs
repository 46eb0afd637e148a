//! A member leaves a consumer group: by itself, for a while as a static one, or because it was not heard of.

use std::collections::BTreeSet;
use std::sync::Arc;

use kt_codec::Str;
use kt_codec::consumer_group_heartbeat_request::ConsumerGroupHeartbeatRequest;
use kt_codec::consumer_group_heartbeat_response::ConsumerGroupHeartbeatResponse;

use super::group::ConsumerGroup;
use super::member::{AWAY, Epochs, Member};
use super::records::Of;
use super::refused::Refused;
use super::scene::{Plan, Scene};
use super::topics;
use crate::broker::coordinator::group::migrate;

/// A heartbeat whose epoch says that the member leaves.
pub fn leave(
    group: &ConsumerGroup,
    scene: &Scene,
    request: &ConsumerGroupHeartbeatRequest,
    plan: &mut Plan,
) -> Result<ConsumerGroupHeartbeatResponse, Refused> {
    let id = &request.member_id;
    let member = match &request.instance_id {
        None => group.member(id).ok_or_else(|| Refused::unknown_member(id, scene.id))?,
        Some(instance) => {
            let member = group.static_member(instance).ok_or_else(|| Refused::unknown_instance(instance))?;
            if member.id != *id {
                return Err(Refused::fenced_instance(id, instance, &member.id));
            }
            member
        }
    };
    let response = ConsumerGroupHeartbeatResponse {
        member_id: Some(id.clone()),
        member_epoch: request.member_epoch,
        ..Default::default()
    };
    if request.instance_id.is_some() && request.member_epoch == AWAY {
        plan.records.push(Of(scene.id).current(&away(member)));
        return Ok(response);
    }
    fence(group, scene, std::slice::from_ref(id), plan)?;
    Ok(response)
}

/// A static member that will be back keeps its partitions; whatever it commits in between is too late.
fn away(member: &Member) -> Member {
    let reset: Epochs =
        member.assigned.iter().map(|(topic, of)| (*topic, of.keys().map(|p| (*p, 0)).collect())).collect();
    Member { epoch: AWAY, assigned: Arc::new(reset), revoking: Arc::default(), ..member.clone() }
}

/// Removes members. If those that stay all speak the classic protocol, the group becomes a classic one.
pub fn fence(group: &ConsumerGroup, scene: &Scene, ids: &[Str], plan: &mut Plan) -> Result<(), Refused> {
    if ids.is_empty() {
        return Ok(());
    }
    for id in ids {
        plan.cancel_all(scene.id, id);
    }
    if migrate::downgrades_without(group, scene, ids) {
        return migrate::downgrade(group, scene, ids, None, true, plan);
    }
    let records = Of(scene.id);
    for id in ids {
        records.no_member(id, &mut plan.records);
    }
    let stay = || group.members().filter(|m| !ids.contains(&m.id));
    let kept: BTreeSet<&Str> = stay().filter_map(Member::pattern).collect();
    let gone: BTreeSet<&Str> = group.members().filter(|m| ids.contains(&m.id)).filter_map(Member::pattern).collect();
    plan.records.extend(gone.difference(&kept).map(|regex| records.no_regex(regex)));
    let hash = topics::hash(scene.topics, group.topics_of(stay()).into_iter());
    plan.records.push(records.epoch(group.epoch.saturating_add(1), hash));
    Ok(())
}
