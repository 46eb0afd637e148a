//! For which partitions a share group has a state at the share coordinator.
//!
//! A topic's partitions are *initializing* from the heartbeat that asks for them until the share coordinator has made
//! their state, then *initialized*: only those are given to members. A topic whose offsets are being deleted is
//! *deleting*. The share coordinator is asked between two steps of the group ([`Wanted`]), so a crash in between leaves a
//! trace: what is still initializing after a while is asked for again, what is deleting can be deleted again.

use std::collections::{BTreeMap, BTreeSet};

use kt_codec::{Str, Uuid};

use super::group::{Made, MadeTopics, ShareGroup, States};
use super::heartbeat::Scene;
use super::records::Of;
use crate::broker::coordinator::group::Record;
use crate::broker::coordinator::group::assign::Partitions;
use crate::broker::coordinator::group::consumer::topics::Topics;

/// States that are to be made: with the group's epoch as theirs.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    pub epoch: i32,
    /// Where each partition begins; -1 where its leader is to find out.
    pub places: BTreeMap<(Uuid, i32), i64>,
}

/// What has to be made of the topics that the group reads.
pub fn to_initialize(
    group: &ShareGroup,
    scene: &Scene,
    names: &BTreeSet<Str>,
    epoch: i32,
    records: &mut Vec<Record>,
) -> Option<Wanted> {
    let none = States::default();
    let states = group.states.as_ref().unwrap_or(&none);
    let has = |topic: &Uuid, partition: i32| {
        let initialized = states.initialized.get(topic).is_some_and(|made| made.partitions.contains(&partition));
        let initializing = states.initializing.get(topic).is_some_and(|made| {
            made.partitions.contains(&partition)
                && scene.now_ms.saturating_sub(made.since_ms) < scene.rules.initialize_retry_ms
        });
        initialized || initializing
    };
    let mut missing = MadeTopics::new();
    for name in names {
        let Some((topic, count)) = scene.topics.named(name) else { continue };
        let partitions: BTreeSet<i32> = (0..count).filter(|p| !has(&topic, *p)).collect();
        if !partitions.is_empty() {
            missing.insert(topic, Made { name: name.clone(), partitions, since_ms: scene.now_ms });
        }
    }
    if missing.is_empty() {
        return None;
    }
    let places = places(&missing).map(|place| (place, -1)).collect();
    records.push(Of(scene.id).states(&beginning(states, &missing)));
    Some(Wanted { epoch, places })
}

/// The states with more that are being made.
pub fn beginning(states: &States, more: &MadeTopics) -> States {
    let mut states = states.clone();
    for (topic, made) in more {
        states.deleting.remove(topic);
        match states.initializing.get_mut(topic) {
            Some(known) => known.partitions.extend(&made.partitions),
            None => drop(states.initializing.insert(*topic, made.clone())),
        }
    }
    states
}

/// The share coordinator has made these.
pub fn begun(states: &States, done: &Partitions, topics: &dyn Topics, now_ms: i64) -> States {
    let mut states = not_begun(states, done);
    for (topic, partitions) in done {
        let name = topics.name(topic).unwrap_or(Str::from_static("<UNKNOWN>"));
        let made = states.initialized.entry(*topic).or_insert_with(|| Made {
            name: name.clone(),
            partitions: BTreeSet::new(),
            since_ms: now_ms,
        });
        made.name = name;
        made.partitions.extend(partitions);
    }
    states
}

/// These are not being made any more.
pub fn not_begun(states: &States, failed: &Partitions) -> States {
    let mut states = states.clone();
    for (topic, partitions) in failed {
        if let Some(made) = states.initializing.get_mut(topic) {
            made.partitions.retain(|partition| !partitions.contains(partition));
        }
    }
    states.initializing.retain(|_, made| !made.partitions.is_empty());
    states
}

/// All that a group has a state for, or may have: what goes with it.
pub fn to_delete(states: &States, topics: &dyn Topics) -> (States, Partitions) {
    let mut all = Partitions::new();
    let mut names = BTreeMap::new();
    for (topic, made) in states.initialized.iter().chain(&states.initializing) {
        all.entry(*topic).or_default().extend(&made.partitions);
        names.insert(*topic, made.name.clone());
    }
    for topic in states.deleting.keys() {
        let Some(name) = topics.name(topic) else { continue };
        let count = topics.named(&name).map_or(0, |(_, count)| count);
        all.entry(*topic).or_default().extend(0..count);
        names.insert(*topic, name);
    }
    (States { deleting: names, ..States::default() }, all)
}

/// Without the topics that are gone; `None` if there is nothing of them here.
pub fn without_topics(states: &States, is_gone: impl Fn(&Uuid) -> bool) -> Option<States> {
    let mut left = states.clone();
    left.initializing.retain(|topic, _| !is_gone(topic));
    left.initialized.retain(|topic, _| !is_gone(topic));
    left.deleting.retain(|topic, _| !is_gone(topic));
    (left != *states).then_some(left)
}

fn places(of: &MadeTopics) -> impl Iterator<Item = (Uuid, i32)> {
    of.iter().flat_map(|(topic, made)| made.partitions.iter().map(|partition| (*topic, *partition)))
}
