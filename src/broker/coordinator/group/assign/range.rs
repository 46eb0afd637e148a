//! `range`: of each topic, every member that reads it gets one run of neighbouring partitions.
//!
//! Members are in the order of their instance ids, then of their member ids, so that partitions of the same number of
//! topics with equally many partitions meet at one member. The first ones get one more where the division leaves a rest.

use std::collections::BTreeMap;

use kt_codec::Uuid;

use super::{Candidate, Partitions, Topics};

pub fn assign(members: &[Candidate], topics: &Topics) -> Vec<Partitions> {
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_key(|i| (members[*i].instance.is_none(), members[*i].instance, members[*i].id));

    let mut readers: BTreeMap<Uuid, Vec<usize>> = BTreeMap::new();
    for member in order {
        for topic in members[member].topics.iter() {
            readers.entry(*topic).or_default().push(member);
        }
    }
    let mut all = vec![Partitions::new(); members.len()];
    for (topic, readers) in readers {
        let Some(count) = topics.get(&topic).filter(|count| **count > 0) else { continue };
        let (each, rest) = (count / readers.len() as i32, count % readers.len() as i32);
        let mut next = 0;
        for (place, member) in readers.into_iter().enumerate() {
            let end = next + each + i32::from((place as i32) < rest);
            if next < end {
                all[member].insert(topic, (next..end).collect());
            }
            next = end;
        }
    }
    all
}
