//! What a changed member brings about in its group, whichever protocol it speaks: a new epoch of the group, a new
//! target, and the member's next step towards it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use kt_codec::{Str, Uuid};

use super::Timer;
use super::group::ConsumerGroup;
use super::member::Member;
use super::reconcile::{self, Goal, Owned};
use super::records::Of;
use super::refused::Refused;
use super::regex::{self, Regexes};
use super::scene::{Plan, Scene};
use crate::broker::coordinator::group::assign::{Assignor, Candidate, Partitions, Topics as Counts};
use crate::protocol::code::ErrorCode;

/// A member before and after a request.
pub struct Change {
    pub before: Member,
    pub after: Member,
    /// The member that it takes the place of, under the same instance id.
    pub replaced: Option<Str>,
    /// A classic member's patterns count as resolved: it has none, and its epoch moves at once.
    pub classic: bool,
}

/// Where the group is after the first half of an update.
pub struct Moved {
    pub epoch: i32,
    /// The member asks for other topics than before.
    pub subscription_changed: bool,
}

/// Writes the changed member, and moves the group's epoch if its topics changed.
pub fn subscribe(group: &mut ConsumerGroup, scene: &Scene, change: &Change, plan: &mut Plan) -> Result<Moved, Refused> {
    let records = Of(scene.id);
    let (before, after) = (&change.before, &change.after);
    if before != after {
        plan.records.push(records.member(after));
    }
    let names_changed = before.topics != after.topics;
    let regexes = regex::update(group, scene, before, after, plan)?;
    let regex_changed = regexes != Regexes::Same;
    let bump = names_changed || regexes == Regexes::Resolved || (change.classic && regex_changed);

    let mut epoch = group.epoch;
    let version = scene.topics.version();
    // Its metadata is looked at again whenever any has changed: that costs one hash of the topics it reads.
    let is_seen = group.soft.seen.is_some_and(|(seen, at)| seen == version && group.epoch >= at);
    if bump || !is_seen {
        let replaced = change.replaced.as_slice();
        let hash = group.hash_of(group.with(after, replaced), scene.topics);
        if bump || hash != group.metadata_hash {
            epoch = epoch.saturating_add(1);
            plan.records.push(records.epoch(epoch, hash));
            tracing::debug!("group {}: epoch {epoch}, metadata hash {hash}", scene.id);
        }
        group.soft.seen = Some((version, epoch));
        if group.has_partition_metadata {
            plan.records.push(records.no_partition_metadata());
        }
    }
    Ok(Moved { epoch, subscription_changed: names_changed || regex_changed })
}

/// The target for the group at this epoch, and its epoch: a new one if it is time for one, or the last.
pub fn target(
    group: &ConsumerGroup,
    scene: &Scene,
    epoch: i32,
    change: &Change,
    plan: &mut Plan,
) -> (i32, Arc<Partitions>) {
    let rules = scene.rules;
    let too_soon = group.target_time_ms != 0
        && rules.assignment_interval_ms > 0
        && scene.now_ms < group.target_time_ms.saturating_add(rules.assignment_interval_ms);
    if group.target_epoch >= epoch || too_soon {
        return (group.target_epoch, group.target_of(&change.after));
    }
    let members: Vec<&Member> = group.with(&change.after, change.replaced.as_slice()).collect();
    let targets: Vec<Arc<Partitions>> = members
        .iter()
        .map(|m| match m.id == change.after.id {
            true => group.target_of(m),
            false => group.target(&m.id).cloned().unwrap_or_default(),
        })
        .collect();
    let (subscriptions, counts) = subscriptions(group, scene, &members);
    let candidates: Vec<Candidate> = members
        .iter()
        .zip(&targets)
        .zip(subscriptions)
        .map(|((m, target), topics)| Candidate { id: &m.id, instance: m.instance.as_deref(), topics, target })
        .collect();
    let preferred = ConsumerGroup::preferred(members.iter().copied());
    let assignor = preferred.and_then(|name| Assignor::by_name(&name)).unwrap_or(rules.default_assignor());

    let records = Of(scene.id);
    let mut own = Arc::default();
    for (member, new) in members.iter().zip(assignor.assign(&candidates, &counts)) {
        if group.target(&member.id).is_none_or(|old| **old != new) {
            plan.records.push(records.target(&member.id, &new));
        }
        if member.id == change.after.id {
            own = Arc::new(new);
        }
    }
    plan.records.push(records.target_epoch(epoch, scene.now_ms));
    (epoch, own)
}

/// The ids of the topics that each member reads, and how many partitions each topic has. Members with the same
/// subscription share the set.
fn subscriptions(group: &ConsumerGroup, scene: &Scene, members: &[&Member]) -> (Vec<Arc<BTreeSet<Uuid>>>, Counts) {
    let mut counts = Counts::new();
    let mut known: HashMap<_, Arc<BTreeSet<Uuid>>> = HashMap::new();
    let mut all = Vec::with_capacity(members.len());
    for member in members {
        let ids = known.entry((&*member.topics, member.pattern())).or_insert_with(|| {
            let names = group.topics_of([*member].into_iter());
            let topics = names.into_iter().filter_map(|name| scene.topics.named(name));
            let topics: BTreeMap<Uuid, i32> = topics.collect();
            counts.extend(topics.iter().map(|(id, count)| (*id, *count)));
            Arc::new(topics.into_keys().collect())
        });
        all.push(Arc::clone(ids));
    }
    (all, counts)
}

/// The member's next step towards its target.
pub fn reconcile(
    group: &mut ConsumerGroup,
    scene: &Scene,
    after: Member,
    goal: (i32, &Partitions),
    subscription_changed: bool,
    owned: Owned,
    plan: &mut Plan,
) -> Result<Member, Refused> {
    if !subscription_changed && after.is_reconciled_to(goal.0) {
        return Ok(after);
    }
    let next = reconcile::next(
        &after,
        &Goal {
            epoch: goal.0,
            target: goal.1,
            reads: &|topic| scene.topics.name(topic).is_some_and(|name| group.reads(&after, &name)),
            subscription_changed,
            taken: &|topic, partition| group.is_taken_from(&after.id, topic, partition),
            owned,
        },
    );
    let next = next.map_err(|reconcile::Lost| {
        let sentence = "The consumer group member is in a unknown state. The member must abandon all its partitions \
                        and rejoin.";
        Refused::new(ErrorCode::FENCED_MEMBER_EPOCH, sentence)
    })?;
    if next == after {
        return Ok(next);
    }
    plan.records.push(Of(scene.id).current(&next));
    if !next.is_classic() {
        watch_revocation(group, scene, &next, plan);
    }
    Ok(next)
}

/// A member that has to give up partitions has its rebalance timeout for it.
pub fn watch_revocation(group: &mut ConsumerGroup, scene: &Scene, member: &Member, plan: &mut Plan) {
    let timer = Timer::Rebalance(scene.id.clone(), member.id.clone());
    if member.state == super::member::State::Revoking {
        group.soft.leaving_epoch.insert(member.id.clone(), member.epoch);
        plan.at(timer, scene.now_ms.saturating_add(i64::from(member.rebalance_timeout_ms.max(0))));
    } else {
        group.soft.leaving_epoch.remove(&member.id);
        plan.cancel(timer);
    }
}
