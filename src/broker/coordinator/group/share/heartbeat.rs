//! ShareGroupHeartbeat: a member joins, says what it reads, and hears what it gets. Decided as the original decides it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kt_codec::Str;
use kt_codec::share_group_heartbeat_request::ShareGroupHeartbeatRequest;
use kt_codec::share_group_heartbeat_response::{Assignment, ShareGroupHeartbeatResponse, TopicPartitions};

use super::assign::{self, Candidate};
use super::group::{Member, ShareGroup, hash_of, names_of};
use super::records::Of;
use super::states::{self, Wanted};
use super::{JOINING, LEAVING, Rules, shared};
use crate::broker::coordinator::group::Record;
use crate::broker::coordinator::group::assign::Partitions;
use crate::broker::coordinator::group::classic::Asker;
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::coordinator::group::consumer::topics::Topics;
use crate::protocol::code::ErrorCode;

/// When a member asks again that waits for a target which is put off. The original lets it wait for a whole interval.
const QUICK_HEARTBEAT_MS: i32 = 200;

/// What a decision looks at besides the group.
pub struct Scene<'a> {
    pub id: &'a Str,
    pub now_ms: i64,
    pub topics: &'a dyn Topics,
    pub rules: &'a Rules,
}

/// Before any group is looked at: the original's checks in its order, with its sentences.
pub fn validate(request: &ShareGroupHeartbeatRequest) -> Result<(), Refused> {
    let invalid = |sentence: &'static str| Err(Refused::new(ErrorCode::INVALID_REQUEST, sentence));
    if request.member_id.trim().is_empty() {
        return invalid("MemberId can't be empty.");
    }
    if request.group_id.trim().is_empty() {
        return invalid("GroupId can't be empty.");
    }
    if request.rack_id.as_deref().is_some_and(|rack| rack.trim().is_empty()) {
        return invalid("RackId can't be empty.");
    }
    if request.member_epoch == JOINING {
        if request.subscribed_topic_names.as_ref().is_none_or(Vec::is_empty) {
            return invalid("SubscribedTopicNames must be set in first request.");
        }
    } else if request.member_epoch < LEAVING {
        return invalid("MemberEpoch is invalid.");
    }
    Ok(())
}

/// One heartbeat of a member that does not leave.
pub fn heartbeat(
    group: &mut ShareGroup,
    scene: &Scene,
    asker: &Asker,
    request: &ShareGroupHeartbeatRequest,
) -> Result<(ShareGroupHeartbeatResponse, Vec<Record>, Option<Wanted>), Refused> {
    let records_of = Of(scene.id);
    let mut records = Vec::new();
    let before = member(group, scene, request)?;
    let mut after = before.clone();
    if request.rack_id.is_some() {
        after.rack.clone_from(&request.rack_id);
    }
    if let Some(names) = &request.subscribed_topic_names {
        after.topics = shared(names);
    }
    after.client_id.clone_from(&asker.client_id);
    after.client_host.clone_from(&asker.host);
    if before != after || !group.members.contains_key(&after.id) {
        records.push(records_of.member(&after));
    }

    let mut moves = before.topics != after.topics;
    let mut epoch = group.epoch;
    if group.target_epoch >= epoch {
        moves |= !group.is_empty() && group.has_unassigned_states();
    }
    let version = scene.topics.version();
    let is_seen = group.seen.is_some_and(|(seen, at)| seen == version && group.epoch >= at);
    if moves || !is_seen {
        let hash = hash_of(group.with(&after), scene.topics);
        moves |= hash != group.metadata_hash;
        if moves {
            epoch = epoch.saturating_add(1);
            records.push(records_of.epoch(epoch, hash));
        }
        group.seen = Some((version, epoch));
    }

    let (target_epoch, target) = target(group, scene, epoch, &after, &mut records);
    let after = reconciled(scene, after, target_epoch, &target, moves);
    if (after.epoch, &after.assigned) != (before.epoch, &before.assigned) {
        records.push(records_of.current(&after));
    }
    let names: BTreeSet<Str> = names_of(group.with(&after)).into_iter().cloned().collect();
    let wanted = states::to_initialize(group, scene, &names, epoch, &mut records);
    let tell = request.member_epoch == JOINING
        || request.subscribed_topic_names.is_some()
        || before.assigned != after.assigned;
    let interval_ms = scene.rules.heartbeat_interval_ms;
    let response = ShareGroupHeartbeatResponse {
        member_id: Some(after.id.clone()),
        member_epoch: after.epoch,
        heartbeat_interval_ms: if target_epoch < epoch { interval_ms.min(QUICK_HEARTBEAT_MS) } else { interval_ms },
        assignment: tell.then(|| assignment(&after.assigned)),
        ..Default::default()
    };
    Ok((response, records, wanted))
}

/// The member that the request comes from, as it is known.
fn member(group: &ShareGroup, scene: &Scene, request: &ShareGroupHeartbeatRequest) -> Result<Member, Refused> {
    let (id, epoch) = (&request.member_id, request.member_epoch);
    let known = group.members.get(id);
    let max = scene.rules.max_size;
    if group.members.len() >= max && known.is_none() {
        let message = format!("The share group has reached its maximum capacity of {max} members.");
        return Err(Refused::new(ErrorCode::GROUP_MAX_SIZE_REACHED, message));
    }
    let Some(known) = known else {
        return match epoch {
            JOINING => Ok(Member::new(id.clone())),
            _ => Err(Refused::unknown_member(id, scene.id)),
        };
    };
    let fenced = |message: String| Err(Refused::new(ErrorCode::FENCED_MEMBER_EPOCH, message));
    if epoch > known.epoch {
        return fenced(format!(
            "The share group member has a greater member epoch ({epoch}) than the one known by the group coordinator \
             ({}). The member must abandon all its partitions and rejoin.",
            known.epoch
        ));
    }
    if epoch != JOINING && epoch < known.epoch && epoch != known.previous_epoch {
        return fenced(format!(
            "The share group member has a smaller member epoch ({epoch}) than the one known by the group coordinator \
             ({}), and it does not match the previous member epoch ({}). The member must abandon all its partitions and \
             rejoin.",
            known.epoch, known.previous_epoch
        ));
    }
    Ok(known.clone())
}

/// The target of the member at this epoch, and its epoch: a new one if it is time for one, or the last.
fn target(
    group: &ShareGroup,
    scene: &Scene,
    epoch: i32,
    after: &Member,
    records: &mut Vec<Record>,
) -> (i32, Arc<Partitions>) {
    let interval_ms = scene.rules.assignment_interval_ms;
    // A target that gave nobody anything, because there were no states yet, has cost nobody anything either.
    let gave = group.targets.values().any(|target| !target.is_empty());
    let too_soon = gave && interval_ms > 0 && scene.now_ms < group.target_time_ms.saturating_add(interval_ms);
    if group.target_epoch >= epoch || too_soon {
        return (group.target_epoch, group.target_of(&after.id));
    }
    let members: Vec<&Member> = group.with(after).collect();
    let targets: Vec<Arc<Partitions>> = members.iter().map(|m| group.target_of(&m.id)).collect();
    let mut known: BTreeMap<&BTreeSet<Str>, Arc<BTreeSet<_>>> = BTreeMap::new();
    let mut candidates = Vec::with_capacity(members.len());
    for (member, target) in members.iter().zip(&targets) {
        let topics = known.entry(&*member.topics).or_insert_with(|| {
            Arc::new(member.topics.iter().filter_map(|name| scene.topics.named(name)).map(|(id, _)| id).collect())
        });
        candidates.push(Candidate { topics: Arc::clone(topics), target });
    }
    let initialized = group.states.iter().flat_map(|states| &states.initialized);
    let states: Partitions = initialized.map(|(topic, made)| (*topic, made.partitions.clone())).collect();
    let mut own = Arc::default();
    for (member, new) in members.iter().zip(assign::assign(&candidates, &states)) {
        if group.targets.get(&member.id).is_none_or(|old| **old != new) {
            records.push(Of(scene.id).target(&member.id, &new));
        }
        if member.id == after.id {
            own = Arc::new(new);
        }
    }
    records.push(Of(scene.id).target_epoch(epoch, scene.now_ms));
    (epoch, own)
}

/// The member where its target is, if it is not there yet.
fn reconciled(scene: &Scene, member: Member, epoch: i32, target: &Arc<Partitions>, moves: bool) -> Member {
    if member.epoch == epoch && !moves {
        return member;
    }
    let reads = |topic: &_| scene.topics.name(topic).is_some_and(|name| member.topics.contains(&name));
    let assigned = if target.keys().all(reads) {
        Arc::clone(target)
    } else {
        Arc::new(target.iter().filter(|(topic, _)| reads(topic)).map(|(t, p)| (*t, p.clone())).collect())
    };
    let previous_epoch = if member.epoch == epoch { member.previous_epoch } else { member.epoch };
    Member { epoch, previous_epoch, assigned, ..member }
}

fn assignment(assigned: &Partitions) -> Assignment {
    let topic = |(topic_id, of): (&_, &BTreeSet<i32>)| TopicPartitions {
        topic_id: *topic_id,
        partitions: of.iter().copied().collect(),
        ..Default::default()
    };
    Assignment { topic_partitions: assigned.iter().map(topic).collect(), ..Default::default() }
}

/// The records of a member's end.
pub fn without(group: &ShareGroup, id: &Str, member: &Str, topics: &dyn Topics) -> Vec<Record> {
    let mut records = Vec::new();
    Of(id).no_member(member, &mut records);
    let hash = hash_of(group.members.values().filter(|m| m.id != *member), topics);
    records.push(Of(id).epoch(group.epoch.saturating_add(1), hash));
    records
}
