//! A share group: its members, who reads what, and for which partitions it has a state.
//!
//! All of it but `soft` comes from records ([`super::records`]), and is a function of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kt_codec::{Str, Uuid};

use crate::broker::coordinator::group::assign::Partitions;
use crate::broker::coordinator::group::consumer::topics::{self, Topics};

/// The epoch of a group that has not been written yet, and of its target.
const FIRST_EPOCH: i32 = 1;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Member {
    pub id: Str,
    pub epoch: i32,
    pub previous_epoch: i32,
    pub rack: Option<Str>,
    pub client_id: Str,
    pub client_host: Str,
    pub topics: Arc<BTreeSet<Str>>,
    pub assigned: Arc<Partitions>,
}

impl Member {
    pub fn new(id: Str) -> Member {
        Member { id, previous_epoch: -1, ..Member::default() }
    }
}

/// Partitions of a topic whose state is made, or is being made.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    pub name: Str,
    pub partitions: BTreeSet<i32>,
    /// Since when; no record keeps it.
    pub since_ms: i64,
}

pub type MadeTopics = BTreeMap<Uuid, Made>;

/// The partitions that the share coordinator has a state for, or is to have, or to have no more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct States {
    pub initializing: MadeTopics,
    pub initialized: MadeTopics,
    pub deleting: BTreeMap<Uuid, Str>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ShareGroup {
    /// Grows with every change of members, subscriptions or topics.
    pub epoch: i32,
    pub metadata_hash: i64,
    /// The epoch of the group for which the targets were computed.
    pub target_epoch: i32,
    pub target_time_ms: i64,
    pub members: BTreeMap<Str, Member>,
    pub targets: BTreeMap<Str, Arc<Partitions>>,
    /// `None` until a member has asked for a topic.
    pub states: Option<States>,
    /// What no record keeps: the metadata that was looked at last, and the group's epoch then.
    pub seen: Option<(i64, i32)>,
}

impl Default for ShareGroup {
    fn default() -> Self {
        ShareGroup {
            epoch: FIRST_EPOCH,
            metadata_hash: 0,
            target_epoch: FIRST_EPOCH,
            target_time_ms: 0,
            members: BTreeMap::new(),
            targets: BTreeMap::new(),
            states: None,
            seen: None,
        }
    }
}

impl ShareGroup {
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    pub fn state_name(&self) -> &'static str {
        if self.members.is_empty() { "Empty" } else { "Stable" }
    }

    pub fn is_subscribed(&self, topic: &str) -> bool {
        self.members.values().any(|m| m.topics.contains(topic))
    }

    /// The members as they will be, with this one as it is now.
    pub fn with<'a>(&'a self, updated: &'a Member) -> impl Iterator<Item = &'a Member> + Clone {
        self.members.values().filter(move |m| m.id != updated.id).chain([updated])
    }

    pub fn target_of(&self, member: &str) -> Arc<Partitions> {
        self.targets.get(member).cloned().unwrap_or_default()
    }

    /// The states of the topics that are asked for, and are there, are not the ones that somebody was given.
    pub fn has_unassigned_states(&self) -> bool {
        let Some(states) = &self.states else { return false };
        let mut given = Partitions::new();
        for (topic, partitions) in self.targets.values().flat_map(|target| target.iter()) {
            given.entry(*topic).or_default().extend(partitions);
        }
        let is_missing = |(topic, made): (&Uuid, &Made)| {
            self.is_subscribed(&made.name) && given.get(topic).is_none_or(|given| *given != made.partitions)
        };
        states.initialized.iter().any(is_missing)
    }
}

pub fn names_of<'a>(members: impl Iterator<Item = &'a Member>) -> BTreeSet<&'a Str> {
    members.flat_map(|m| m.topics.iter()).collect()
}

pub fn hash_of<'a>(members: impl Iterator<Item = &'a Member>, topics: &dyn Topics) -> i64 {
    topics::hash(topics, names_of(members).into_iter())
}
