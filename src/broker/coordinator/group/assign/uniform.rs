//! `uniform` where all members read the same topics: everybody keeps what it has up to its share, the rest is dealt out.
//!
//! With `p` partitions and `m` members, `p % m` members have a share of `p / m + 1` and the others `p / m`. Those who
//! hold more than `p / m` already come first for the larger shares: then the fewest partitions move.

use super::{Candidate, Owners, Partitions, Topics};

pub fn assign(members: &[Candidate], topics: &Topics) -> Vec<Partitions> {
    let Some(first) = members.first() else { return Vec::new() };
    let read = topics.iter().filter(|(id, _)| first.topics.contains(id)).map(|(id, count)| (*id, *count));
    let mut owners = Owners::of(read);
    let total: usize = owners.0.values().map(Vec::len).sum();

    let mut kept: Vec<Vec<_>> = vec![Vec::new(); members.len()];
    for (member, candidate) in members.iter().enumerate() {
        for (topic, partitions) in candidate.target {
            for partition in partitions {
                if owners.take(topic, *partition, member) {
                    kept[member].push((*topic, *partition as usize));
                }
            }
        }
    }

    let (each, rest) = (total / members.len(), total % members.len());
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_key(|member| kept[*member].len() <= each);
    let mut share = vec![each; members.len()];
    order.iter().take(rest).for_each(|member| share[*member] += 1);

    for (member, kept) in kept.iter_mut().enumerate() {
        while kept.len() > share[member] {
            if let Some((topic, partition)) = kept.pop() {
                owners.0.entry(topic).or_default()[partition] = None;
            }
        }
    }
    let mut hungry = (0..members.len()).flat_map(|member| {
        let missing = share[member] - kept[member].len();
        std::iter::repeat_n(member, missing)
    });
    for slots in owners.0.values_mut() {
        for slot in slots.iter_mut().filter(|slot| slot.is_none()) {
            *slot = hungry.next();
        }
    }
    owners.by_member(members.len())
}
