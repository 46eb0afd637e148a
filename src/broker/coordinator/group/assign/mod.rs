//! Who of a group reads which partitions: the assignors that run on the broker (KIP-848), as pure functions.
//!
//! `uniform` gives everybody as many partitions as everybody else, and moves no partition that need not move; when all
//! members read the same topics that is arithmetic ([`uniform`]), otherwise a search ([`uneven`]). `range` gives each
//! member of a topic one run of neighbouring partitions. What must hold, and what the tests try with random groups:
//! each partition of a topic that somebody reads is given to exactly one member, and to one that reads the topic.
//! Like the original's, no assignor looks at racks.

mod range;
#[cfg(test)]
mod tests;
mod uneven;
mod uniform;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kt_codec::Uuid;

/// Partitions by topic. No topic is there without partitions.
pub type Partitions = BTreeMap<Uuid, BTreeSet<i32>>;

/// How many partitions each topic has.
pub type Topics = BTreeMap<Uuid, i32>;

/// A member, as an assignor sees it.
#[derive(Debug, Clone)]
pub struct Candidate<'a> {
    pub id: &'a str,
    pub instance: Option<&'a str>,
    /// The topics it reads, those that there are.
    pub topics: Arc<BTreeSet<Uuid>>,
    /// What it was given last.
    pub target: &'a Partitions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assignor {
    Uniform,
    Range,
}

impl Assignor {
    pub const ALL: [Assignor; 2] = [Assignor::Uniform, Assignor::Range];

    pub fn name(self) -> &'static str {
        match self {
            Assignor::Uniform => "uniform",
            Assignor::Range => "range",
        }
    }

    /// By its name, or by the name of the original's class, which the setting may hold as well.
    pub fn by_name(name: &str) -> Option<Assignor> {
        let class = |a: &Assignor| match a {
            Assignor::Uniform => "org.apache.kafka.coordinator.group.assignor.UniformAssignor",
            Assignor::Range => "org.apache.kafka.coordinator.group.assignor.RangeAssignor",
        };
        Assignor::ALL.into_iter().find(|a| a.name() == name || class(a) == name)
    }

    /// What each candidate gets, in their order. Topics that are not in `topics` are given to nobody.
    pub fn assign(self, members: &[Candidate], topics: &Topics) -> Vec<Partitions> {
        match self {
            Assignor::Range => range::assign(members, topics),
            Assignor::Uniform if all_read_the_same(members) => uniform::assign(members, topics),
            Assignor::Uniform => uneven::assign(members, topics),
        }
    }
}

fn all_read_the_same(members: &[Candidate]) -> bool {
    members.windows(2).all(|two| Arc::ptr_eq(&two[0].topics, &two[1].topics) || two[0].topics == two[1].topics)
}

/// Who has each partition of each topic, by the members' places.
struct Owners(BTreeMap<Uuid, Vec<Option<usize>>>);

impl Owners {
    fn of(topics: impl IntoIterator<Item = (Uuid, i32)>) -> Owners {
        Owners(topics.into_iter().map(|(id, count)| (id, vec![None; usize::try_from(count).unwrap_or(0)])).collect())
    }

    /// Gives the partition to a member if there is such a partition and nobody has it.
    fn take(&mut self, topic: &Uuid, partition: i32, member: usize) -> bool {
        let slot = self.0.get_mut(topic).and_then(|slots| slots.get_mut(usize::try_from(partition).ok()?));
        match slot {
            Some(slot @ None) => {
                *slot = Some(member);
                true
            }
            _ => false,
        }
    }

    fn by_member(&self, members: usize) -> Vec<Partitions> {
        let mut all = vec![Partitions::new(); members];
        for (topic, slots) in &self.0 {
            for (partition, owner) in slots.iter().enumerate() {
                if let Some(member) = owner {
                    all[*member].entry(*topic).or_default().insert(partition as i32);
                }
            }
        }
        all
    }
}
