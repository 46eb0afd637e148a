//! JoinGroup: new members, members that come again, and static ones that come under a new id.

use bytes::Bytes;
use kt_codec::Str;
use kt_codec::join_group_request::JoinGroupRequest;
use kt_codec::join_group_response::JoinGroupResponse;

use super::rebalance::{self, joined, refused_join, refused_sync};
use super::{Asker, ClassicGroup, Member, State};
use crate::broker::controller::decide::{Random, SystemRandom};
use crate::broker::coordinator::group::{Decision, Fx, Group, GroupShard, Record, migrate};
use crate::broker::coordinator::runtime::{Answer, Awaited, answer};
use crate::protocol::code::ErrorCode;

/// From this version on a new member is given an id first, and joins with it: clients that try again would otherwise
/// leave a trail of members behind (KIP-394).
const ID_FIRST: i16 = 4;
/// A static leader that comes again is told that its assignment still holds (KIP-814).
const SKIPS_ASSIGNMENT: i16 = 9;
/// A member that has never had an answer may be gone: its client knows no id to say so with.
const NEW_MEMBER_MS: i64 = 5 * 60 * 1000;

pub fn join(
    shard: &mut GroupShard,
    asker: &Asker,
    mut request: JoinGroupRequest,
    fx: &mut Fx,
) -> Decision<Awaited<JoinGroupResponse>> {
    let (tx, awaited) = answer();
    let_go_of_the_frame(&mut request);
    let id = request.group_id.clone();
    let mut records = Vec::new();
    let mut taken = None;
    match shard.groups.get(&id) {
        Some(Group::Consumer(group)) if !group.is_empty() => {
            let (records, response) = migrate::on_join(shard, asker, &request, fx);
            fx.answer(tx, response);
            return Decision::new(records, awaited);
        }
        // An empty group can be taken over by the other protocol.
        Some(Group::Consumer(group)) if request.member_id.is_empty() => {
            group.tombstones(&id, &mut records);
            taken = shard.groups.remove(&id);
        }
        Some(Group::Classic(_)) => {}
        None if request.member_id.is_empty() => {}
        Some(Group::Share(_)) => {
            fx.answer(tx, refused_join(&Str::new(), ErrorCode::INCONSISTENT_GROUP_PROTOCOL));
            return Decision::reply(awaited);
        }
        Some(Group::Consumer(_)) | None => {
            fx.answer(tx, refused_join(&request.member_id, ErrorCode::UNKNOWN_MEMBER_ID));
            return Decision::reply(awaited);
        }
    }
    let is_new = !shard.groups.contains_key(&id);
    let now_ms = fx.now_ms;
    let entry = shard.groups.entry(id.clone()).or_insert_with(|| Group::Classic(ClassicGroup::empty(now_ms)));
    let Group::Classic(group) = entry else { return Decision::reply(awaited) };
    let changes = one_joins(group, asker, request, tx, fx);
    if is_new && changes.is_empty() {
        // So that a start knows of the group, before its first generation.
        records.push(ClassicGroup::empty(now_ms).record(&id, |m| m.assignment.clone()));
    }
    records.extend(changes);
    if is_new && !records.is_empty() {
        fx.failed(move |shard, _, _| {
            shard.groups.remove(&id);
            shard.groups.extend(taken.map(|group| (id, group)));
        });
    }
    Decision::new(records, awaited)
}

/// What a member brings along is remembered for as long as it is one. As slices of the request it would hold on to all of
/// that, however large.
fn let_go_of_the_frame(request: &mut JoinGroupRequest) {
    let own = |text: &mut Str| *text = Str::from(text.to_string());
    own(&mut request.group_id);
    own(&mut request.member_id);
    own(&mut request.protocol_type);
    request.group_instance_id.iter_mut().for_each(own);
    for protocol in &mut request.protocols {
        own(&mut protocol.name);
        protocol.metadata = Bytes::copy_from_slice(&protocol.metadata);
    }
}

fn one_joins(
    group: &mut ClassicGroup,
    asker: &Asker,
    request: JoinGroupRequest,
    tx: Answer<JoinGroupResponse>,
    fx: &mut Fx,
) -> Vec<Record> {
    let max_size = usize::try_from(fx.world.current.settings.classic_groups.max_size).unwrap_or(usize::MAX);
    if !has_room(group, &request.member_id, max_size) {
        group.remove(&request.member_id);
        fx.answer(tx, refused_join(&Str::new(), ErrorCode::GROUP_MAX_SIZE_REACHED));
        return Vec::new();
    }
    if !group.supports(&request.protocol_type, request.protocols.iter().map(|p| &*p.name)) {
        fx.answer(tx, refused_join(&request.member_id, ErrorCode::INCONSISTENT_GROUP_PROTOCOL));
        return Vec::new();
    }
    if request.member_id.is_empty() {
        return newcomer(group, asker, request, tx, fx);
    }
    if group.pending_joins.contains(&request.member_id) && request.group_instance_id.is_none() {
        let member = request.member_id.clone();
        return add(group, asker, request, member, tx, fx);
    }
    match group.check_member(&request.member_id, request.group_instance_id.as_deref()) {
        Ok(()) => again(group, request, tx, fx),
        Err(code) => {
            let refused = JoinGroupResponse { protocol_name: None, ..refused_join(&request.member_id, code) };
            fx.answer(tx, refused);
            Vec::new()
        }
    }
}

/// Members that wait already are let in again; others as long as there is room. While a group rebalances those count
/// that have joined, so that a group over its size gets rid of the last.
fn has_room(group: &ClassicGroup, member: &Str, max_size: usize) -> bool {
    let known = group.members.get(member);
    match group.state {
        State::Empty => true,
        State::PreparingRebalance => {
            known.is_some_and(|m| m.awaiting_join.is_some()) || group.awaiting_join() < max_size
        }
        State::CompletingRebalance | State::Stable => known.is_some() || group.members.len() < max_size,
    }
}

fn newcomer(
    group: &mut ClassicGroup,
    asker: &Asker,
    request: JoinGroupRequest,
    tx: Answer<JoinGroupResponse>,
    fx: &mut Fx,
) -> Vec<Record> {
    let member = new_id(request.group_instance_id.as_ref().unwrap_or(&asker.client_id));
    match request.group_instance_id.as_ref().and_then(|instance| group.static_members.get(instance)).cloned() {
        Some(known) => replace(group, asker, request, known, member, tx, fx),
        None if request.group_instance_id.is_none() && asker.version >= ID_FIRST => {
            group.pending_joins.insert(member.clone());
            rebalance::session(&request.group_id, &member, i64::from(request.session_timeout_ms), fx);
            fx.answer(tx, refused_join(&member, ErrorCode::MEMBER_ID_REQUIRED));
            Vec::new()
        }
        None => add(group, asker, request, member, tx, fx),
    }
}

/// The original's: the client's id, or the instance's, and a random UUID behind it.
pub fn new_id(prefix: &str) -> Str {
    let b = SystemRandom.uuid().0;
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    let (a, b, c, d, e) = (hex(&b[..4]), hex(&b[4..6]), hex(&b[6..8]), hex(&b[8..10]), hex(&b[10..]));
    format!("{prefix}-{a}-{b}-{c}-{d}-{e}").into()
}

fn add(
    group: &mut ClassicGroup,
    asker: &Asker,
    request: JoinGroupRequest,
    member: Str,
    tx: Answer<JoinGroupResponse>,
    fx: &mut Fx,
) -> Vec<Record> {
    if let Some(delay) = &mut group.delay {
        delay.extended = true;
    }
    if group.members.is_empty() {
        group.protocol_type = Some(request.protocol_type.clone());
    }
    let id = request.group_id.clone();
    group.insert(Member {
        id: member.clone(),
        client_id: asker.client_id.clone(),
        client_host: asker.host.clone(),
        rebalance_timeout_ms: rebalance_timeout(&request, asker.version),
        session_timeout_ms: request.session_timeout_ms,
        instance_id: request.group_instance_id,
        protocols: request.protocols.into_iter().map(|p| (p.name, p.metadata)).collect(),
        assignment: Default::default(),
        awaiting_join: Some(tx),
        awaiting_sync: None,
        is_new: true,
    });
    rebalance::session(&id, &member, NEW_MEMBER_MS, fx);
    rebalance::rebalance(group, &id, "a new member", fx)
}

/// The first version has one timeout for both.
fn rebalance_timeout(request: &JoinGroupRequest, version: i16) -> i32 {
    if version == 0 { request.session_timeout_ms } else { request.rebalance_timeout_ms }
}

/// Takes the member's new words. Returns whether they differ.
fn update(group: &mut ClassicGroup, request: &JoinGroupRequest, version: i16, tx: Answer<JoinGroupResponse>) {
    if let Some(member) = group.members.get_mut(&request.member_id) {
        member.protocols = request.protocols.iter().map(|p| (p.name.clone(), p.metadata.clone())).collect();
        member.rebalance_timeout_ms = rebalance_timeout(request, version);
        member.session_timeout_ms = request.session_timeout_ms;
        member.awaiting_join = Some(tx);
    }
}

/// A member joins again.
fn again(
    group: &mut ClassicGroup,
    request: JoinGroupRequest,
    tx: Answer<JoinGroupResponse>,
    fx: &mut Fx,
) -> Vec<Record> {
    let member = request.member_id.clone();
    let said = request.protocols.iter().map(|p| (&p.name, &p.metadata));
    let same = group.members.get(&member).is_some_and(|m| m.protocols.iter().map(|(n, d)| (n, d)).eq(said));
    match group.state {
        // It may not have got the answer, or has none of the leader's reasons to want a rebalance.
        State::CompletingRebalance if same => fx.answer(tx, joined(group, &member)),
        State::Stable if same && !group.is_leader(&member) => fx.answer(tx, joined(group, &member)),
        State::Empty => fx.answer(tx, refused_join(&member, ErrorCode::UNKNOWN_MEMBER_ID)),
        State::PreparingRebalance | State::CompletingRebalance | State::Stable => {
            let id = request.group_id.clone();
            let reason = request.reason.clone();
            update(group, &request, 1, tx);
            return rebalance::rebalance(group, &id, reason.as_deref().unwrap_or("a member joins again"), fx);
        }
    }
    Vec::new()
}

/// A static member comes back under a new id, the old one is fenced off. In a stable group whose protocol stays the
/// same nothing else happens: that is what static membership is for.
fn replace(
    group: &mut ClassicGroup,
    asker: &Asker,
    mut request: JoinGroupRequest,
    old: Str,
    new: Str,
    tx: Answer<JoinGroupResponse>,
    fx: &mut Fx,
) -> Vec<Record> {
    let id = request.group_id.clone();
    let was_leader = group.is_leader(&old);
    let told_leader = group.leader.clone();
    let Some(mut member) = group.remove(&old) else { return Vec::new() };
    fx.cancel(super::super::Timer::Session(id.clone(), old.clone()));
    let fenced = JoinGroupResponse { protocol_name: None, ..refused_join(&old, ErrorCode::FENCED_INSTANCE_ID) };
    rebalance::answer_join(&mut member, fenced, fx);
    if let Some(awaiting) = member.awaiting_sync.take() {
        fx.answer(awaiting, refused_sync(ErrorCode::FENCED_INSTANCE_ID));
    }
    let before = Before {
        id: old.clone(),
        protocols: member.protocols.clone(),
        rebalance_timeout_ms: member.rebalance_timeout_ms,
        session_timeout_ms: member.session_timeout_ms,
        leader: told_leader.clone(),
    };
    member.id = new.clone();
    group.insert(member);
    if was_leader {
        group.leader = Some(new.clone());
    }
    request.member_id = new.clone();
    update(group, &request, asker.version, tx);
    if let Some(member) = group.members.get(&new) {
        rebalance::restart_session(&id, member, fx);
    }
    match group.state {
        State::Stable if group.elect_protocol() == group.protocol => {
            group.subscribed = group.topics_of_members();
            let mut response = joined(group, &new);
            if asker.version >= SKIPS_ASSIGNMENT {
                response.skip_assignment = was_leader;
            } else {
                // It is told the leader of before, so that it does not take itself for one and assign anew.
                response.members = Vec::new();
                response.leader = told_leader.unwrap_or_default();
            }
            if let Some(member) = group.members.get_mut(&new) {
                rebalance::answer_join(member, response, fx);
            }
            let (group_id, instance) = (id.clone(), request.group_instance_id.clone());
            fx.failed(move |shard, _, fx| {
                if let Some(Group::Classic(group)) = shard.groups.get_mut(&group_id) {
                    before.restore(group, &group_id, instance, &new, fx);
                }
            });
            vec![group.record(&id, |m| m.assignment.clone())]
        }
        State::Stable => rebalance::rebalance(group, &id, "a static member has changed its protocols", fx),
        // The leader may assign to the old id.
        State::CompletingRebalance => rebalance::prepare(group, &id, "a static member came back", fx),
        State::PreparingRebalance | State::Empty => rebalance::complete_if_all_joined(group, &id, fx),
    }
}

/// A static member as it was, should its new id not get into the log.
struct Before {
    id: Str,
    protocols: Vec<(Str, Bytes)>,
    rebalance_timeout_ms: i32,
    session_timeout_ms: i32,
    leader: Option<Str>,
}

impl Before {
    fn restore(self, group: &mut ClassicGroup, id: &Str, instance: Option<Str>, new: &Str, fx: &mut Fx) {
        let Some(mut member) = group.remove(new) else { return };
        member.id = self.id;
        member.instance_id = instance;
        member.protocols = self.protocols;
        member.rebalance_timeout_ms = self.rebalance_timeout_ms;
        member.session_timeout_ms = self.session_timeout_ms;
        rebalance::restart_session(id, &member, fx);
        group.insert(member);
        group.leader = self.leader;
    }
}
