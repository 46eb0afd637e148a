//! `uniform` where members read different topics: a search for the most even way, that moves little.
//!
//! Everybody keeps what it has and still reads. What nobody has goes to the least loaded reader, topics with many
//! partitions a reader first (they leave the least choice). Then, topic by topic, partitions move from the most to the
//! least loaded of its readers while that makes them more even; a few rounds of that settle all but contrived groups.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use kt_codec::Uuid;

use super::{Candidate, Owners, Partitions, Topics};

/// Rounds over all topics, as many as the original makes: each is cheap, and the last ones seldom move anything.
const MAX_ROUNDS: usize = 16;

struct Search {
    owners: Owners,
    /// The members that read each topic.
    readers: BTreeMap<Uuid, Vec<usize>>,
    /// How many partitions each member has.
    load: Vec<usize>,
}

pub fn assign(members: &[Candidate], topics: &Topics) -> Vec<Partitions> {
    let mut search = Search::start(members, topics);
    search.deal();
    for _ in 0..MAX_ROUNDS {
        let moved: usize = search.order().iter().map(|topic| search.even_out(topic)).sum();
        if moved == 0 {
            break;
        }
    }
    search.owners.by_member(members.len())
}

impl Search {
    fn start(members: &[Candidate], topics: &Topics) -> Search {
        let mut readers: BTreeMap<Uuid, Vec<usize>> = BTreeMap::new();
        for (member, candidate) in members.iter().enumerate() {
            for topic in candidate.topics.iter().filter(|topic| topics.contains_key(topic)) {
                readers.entry(*topic).or_default().push(member);
            }
        }
        let mut owners = Owners::of(readers.keys().map(|topic| (*topic, topics[topic])));
        let mut load = vec![0; members.len()];
        for (member, candidate) in members.iter().enumerate() {
            for (topic, partitions) in candidate.target.iter().filter(|(topic, _)| candidate.topics.contains(topic)) {
                load[member] += partitions.iter().filter(|p| owners.take(topic, **p, member)).count();
            }
        }
        Search { owners, readers, load }
    }

    /// The topics, those with the most partitions a reader first.
    fn order(&self) -> Vec<Uuid> {
        let mut order: Vec<(Uuid, usize, usize)> =
            self.owners.0.iter().map(|(id, slots)| (*id, slots.len(), self.readers[id].len())).collect();
        // a/b > c/d, without dividing.
        order.sort_by(|(id, p, r), (id2, p2, r2)| (p2 * r).cmp(&(p * r2)).then(r.cmp(r2)).then(id.cmp(id2)));
        order.into_iter().map(|(id, ..)| id).collect()
    }

    fn deal(&mut self) {
        for topic in self.order() {
            let readers = self.readers[&topic].iter();
            let mut least: BinaryHeap<Reverse<(usize, usize)>> =
                readers.map(|m| Reverse((self.load[*m], *m))).collect();
            let slots = self.owners.0.entry(topic).or_default();
            for slot in slots.iter_mut().filter(|slot| slot.is_none()) {
                let Some(Reverse((load, member))) = least.pop() else { break };
                *slot = Some(member);
                self.load[member] = load + 1;
                least.push(Reverse((load + 1, member)));
            }
        }
    }

    /// Moves partitions of one topic between its readers. How many moved.
    fn even_out(&mut self, topic: &Uuid) -> usize {
        let readers = &self.readers[topic];
        let loads = |m: &usize| self.load[*m];
        let (Some(least), Some(most)) = (readers.iter().map(loads).min(), readers.iter().map(loads).max()) else {
            return 0;
        };
        if most - least <= 1 {
            return 0;
        }
        let Some(slots) = self.owners.0.get_mut(topic) else { return 0 };
        let mut owned: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (partition, owner) in slots.iter().enumerate() {
            if let Some(owner) = owner {
                owned.entry(*owner).or_default().push(partition);
            }
        }
        let mut takers: BTreeSet<(usize, usize)> = readers.iter().map(|m| (self.load[*m], *m)).collect();
        let mut givers: BTreeSet<(usize, usize)> = owned.keys().map(|m| (self.load[*m], *m)).collect();
        let mut moved = 0;
        while let (Some(from), Some(to)) = (givers.last().copied(), takers.first().copied()) {
            if from.0 <= to.0 + 1 {
                break;
            }
            givers.remove(&from);
            let Some(partition) = owned.get_mut(&from.1).and_then(Vec::pop) else { continue };
            takers.remove(&from);
            takers.remove(&to);
            let is_giver = givers.remove(&to);
            slots[partition] = Some(to.1);
            let (from, to) = ((from.0 - 1, from.1), (to.0 + 1, to.1));
            (self.load[from.1], self.load[to.1]) = (from.0, to.0);
            takers.extend([from, to]);
            givers.insert(from);
            if is_giver {
                givers.insert(to);
            }
            moved += 1;
        }
        moved
    }
}
