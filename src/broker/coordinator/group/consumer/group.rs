//! A consumer group: its members, the target that was computed for them, and who has which partition now.
//!
//! All of it but the fields of [`Soft`] comes from records ([`super::apply`]), and is a function of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use kt_codec::{Str, Uuid};

use super::member::{Epochs, Member};
use super::topics::{self, Topics};
use crate::broker::coordinator::group::assign::{Assignor, Partitions};

/// The epoch of a group that has not been written yet, and of its target.
const FIRST_EPOCH: i32 = 1;

/// The topics that a pattern stands for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resolved {
    pub topics: BTreeSet<Str>,
    /// Of the metadata that it was resolved with.
    pub version: i64,
    pub timestamp_ms: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ConsumerGroup {
    /// Grows with every change of members, subscriptions or topics.
    pub epoch: i32,
    pub metadata_hash: i64,
    /// The group has a record of before metadata was hashed, which is to be removed.
    pub has_partition_metadata: bool,
    /// The epoch of the group for which the targets were computed.
    pub target_epoch: i32,
    pub target_time_ms: i64,
    members: BTreeMap<Str, Member>,
    targets: BTreeMap<Str, Arc<Partitions>>,
    regexes: BTreeMap<Str, Resolved>,
    /// Member ids by instance id.
    statics: HashMap<Str, Str>,
    /// Who has a partition, or has yet to give it up.
    owners: HashMap<(Uuid, i32), Str>,
    pub soft: Soft,
}

/// What no record keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Soft {
    /// The metadata that was looked at last, and the group's epoch then: if the epoch is lower now, it was in vain.
    pub seen: Option<(i64, i32)>,
    /// The epoch that each member that gives up partitions has to leave in time.
    pub leaving_epoch: HashMap<Str, i32>,
    /// Since when the patterns are being resolved.
    pub resolving_since_ms: Option<i64>,
    /// The topics among which they were looked for last.
    pub topics_resolved: Option<u64>,
    /// Classic members that were told to join again, and have time until then.
    pub rejoining: BTreeSet<Str>,
}

impl Default for ConsumerGroup {
    fn default() -> Self {
        ConsumerGroup {
            epoch: FIRST_EPOCH,
            metadata_hash: 0,
            has_partition_metadata: false,
            target_epoch: FIRST_EPOCH,
            target_time_ms: 0,
            members: BTreeMap::new(),
            targets: BTreeMap::new(),
            regexes: BTreeMap::new(),
            statics: HashMap::new(),
            owners: HashMap::new(),
            soft: Soft::default(),
        }
    }
}

impl ConsumerGroup {
    pub fn members(&self) -> impl ExactSizeIterator<Item = &Member> {
        self.members.values()
    }

    pub fn member(&self, id: &str) -> Option<&Member> {
        self.members.get(id)
    }

    pub fn static_member(&self, instance: &str) -> Option<&Member> {
        self.members.get(self.statics.get(instance)?)
    }

    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    pub fn state_name(&self) -> &'static str {
        if self.members.is_empty() {
            "Empty"
        } else if self.epoch > self.target_epoch {
            "Assigning"
        } else if self.members.values().all(|m| m.is_reconciled_to(self.target_epoch)) {
            "Stable"
        } else {
            "Reconciling"
        }
    }

    pub fn target(&self, member: &str) -> Option<&Arc<Partitions>> {
        self.targets.get(member)
    }

    /// The target of a member, or of the one that was there before under its instance id.
    pub fn target_of(&self, member: &Member) -> Arc<Partitions> {
        let id = match &member.instance {
            Some(instance) => self.statics.get(instance),
            None => Some(&member.id),
        };
        id.and_then(|id| self.targets.get(id)).cloned().unwrap_or_default()
    }

    pub fn is_taken_from(&self, member: &str, topic: &Uuid, partition: i32) -> bool {
        self.owners.get(&(*topic, partition)).is_some_and(|owner| owner != member)
    }

    pub fn is_owned(&self, topic: &Uuid, partition: i32) -> bool {
        self.owners.contains_key(&(*topic, partition))
    }

    pub fn regexes(&self) -> &BTreeMap<Str, Resolved> {
        &self.regexes
    }

    pub fn is_subscribed(&self, topic: &str) -> bool {
        self.members.values().any(|m| m.topics.contains(topic))
            || self.regexes.values().any(|r| r.topics.contains(topic))
    }

    pub fn classic_members(&self) -> usize {
        self.members.values().filter(|m| m.is_classic()).count()
    }

    /// Members that subscribe with this pattern.
    pub fn readers_of(&self, regex: &str) -> usize {
        self.members.values().filter(|m| m.pattern().is_some_and(|own| own == regex)).count()
    }

    /// The members as they will be, with this one as it is now and without those.
    pub fn with<'a>(&'a self, updated: &'a Member, without: &'a [Str]) -> impl Iterator<Item = &'a Member> {
        let others = self.members.values().filter(move |m| m.id != updated.id && !without.contains(&m.id));
        others.chain([updated])
    }

    /// The topics that these members read. Patterns count as far as they are resolved.
    pub fn topics_of<'a>(&'a self, members: impl Iterator<Item = &'a Member>) -> BTreeSet<&'a Str> {
        let mut names = BTreeSet::new();
        let mut patterns = BTreeSet::new();
        for member in members {
            names.extend(member.topics.iter());
            patterns.extend(member.pattern());
        }
        for resolved in patterns.into_iter().filter_map(|regex| self.regexes.get(regex)) {
            names.extend(resolved.topics.iter());
        }
        names
    }

    pub fn hash_of<'a>(&'a self, members: impl Iterator<Item = &'a Member>, topics: &dyn Topics) -> i64 {
        topics::hash(topics, self.topics_of(members).into_iter())
    }

    /// Whether a member asks for a topic, by name or by pattern.
    pub fn reads(&self, member: &Member, topic: &str) -> bool {
        let resolved = member.pattern().and_then(|regex| self.regexes.get(regex));
        member.topics.contains(topic) || resolved.is_some_and(|resolved| resolved.topics.contains(topic))
    }

    /// The assignor that most of these members wish for. `None` when none wishes for any.
    pub fn preferred<'a>(members: impl Iterator<Item = &'a Member>) -> Option<Str> {
        let mut wishes: BTreeMap<&Str, usize> = BTreeMap::new();
        for wish in members.filter_map(|m| m.assignor.as_ref()) {
            *wishes.entry(wish).or_default() += 1;
        }
        wishes.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name.clone())
    }

    pub fn preferred_assignor(&self, default: Assignor) -> Str {
        Self::preferred(self.members.values()).unwrap_or(Str::from_static(default.name()))
    }

    pub(in crate::broker::coordinator::group) fn put_member(&mut self, member: Member) {
        if let Some(old) = self.members.remove(&member.id) {
            self.disown(&old);
        }
        for (topic, partition) in each(&member.assigned).chain(each(&member.revoking)) {
            self.owners.insert((topic, partition), member.id.clone());
        }
        if let Some(instance) = &member.instance {
            self.statics.insert(instance.clone(), member.id.clone());
        }
        self.members.insert(member.id.clone(), member);
    }

    pub(super) fn remove_member(&mut self, id: &str) {
        let Some(old) = self.members.remove(id) else { return };
        self.disown(&old);
        // The instance may have a new member already.
        if let Some(instance) = &old.instance
            && self.statics.get(instance).is_some_and(|owner| *owner == old.id)
        {
            self.statics.remove(instance);
        }
        self.soft.leaving_epoch.remove(id);
        self.soft.rejoining.remove(id);
    }

    fn disown(&mut self, member: &Member) {
        for place in each(&member.assigned).chain(each(&member.revoking)) {
            // By now it may be another's.
            if self.owners.get(&place).is_some_and(|owner| *owner == member.id) {
                self.owners.remove(&place);
            }
        }
    }

    pub(in crate::broker::coordinator::group) fn put_target(&mut self, member: Str, target: Option<Partitions>) {
        match target {
            Some(target) => drop(self.targets.insert(member, Arc::new(target))),
            None => drop(self.targets.remove(&member)),
        }
    }

    pub(super) fn put_regex(&mut self, regex: Str, resolved: Option<Resolved>) {
        match resolved {
            Some(resolved) => drop(self.regexes.insert(regex, resolved)),
            None => drop(self.regexes.remove(&regex)),
        }
    }
}

fn each(epochs: &Epochs) -> impl Iterator<Item = (Uuid, i32)> {
    epochs.iter().flat_map(|(topic, of)| of.keys().map(|partition| (*topic, *partition)))
}
