//! Who of a share group reads which partitions: the `simple` assignor, as a pure function.
//!
//! A partition may be read by several members. Each gets as many as the others, as far as that goes: with more members
//! than partitions each partition has several readers, and no member is without one. What a member has it keeps where it
//! can. Members that read different topics are given each topic by itself, to those who read it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kt_codec::Uuid;

use crate::broker::coordinator::group::assign::Partitions;

/// As the original calls it.
pub const NAME: &str = "simple";

pub struct Candidate<'a> {
    /// The topics it reads, those that there are.
    pub topics: Arc<BTreeSet<Uuid>>,
    /// What it was given last.
    pub target: &'a Partitions,
}

/// What each candidate gets, in their order. Only partitions that have a state are given to anyone.
pub fn assign(members: &[Candidate], states: &Partitions) -> Vec<Partitions> {
    let mut gets = vec![Partitions::new(); members.len()];
    if members.windows(2).all(|two| two[0].topics == two[1].topics) {
        let Some(first) = members.first() else { return gets };
        let places: Vec<Place> =
            states.iter().filter(|(topic, _)| first.topics.contains(topic)).flat_map(each).collect();
        let readers: Vec<usize> = (0..members.len()).collect();
        share_out(members, &readers, &places, &mut gets);
        return gets;
    }
    for (topic, partitions) in states {
        let readers: Vec<usize> = (0..members.len()).filter(|m| members[*m].topics.contains(topic)).collect();
        let places: Vec<Place> = each((topic, partitions)).collect();
        share_out(members, &readers, &places, &mut gets);
    }
    gets
}

type Place = (Uuid, i32);

fn each<'a>((topic, partitions): (&'a Uuid, &'a BTreeSet<i32>)) -> impl Iterator<Item = Place> + 'a {
    partitions.iter().map(move |partition| (*topic, *partition))
}

/// Gives the places to the readers, as evenly as can be.
fn share_out(members: &[Candidate], readers: &[usize], places: &[Place], gets: &mut [Partitions]) {
    if readers.is_empty() || places.is_empty() {
        return;
    }
    let sharing = readers.len().div_ceil(places.len());
    // How many each is to get: they differ by one at the most, and add up to `sharing` for each place.
    let all = sharing * places.len();
    let up_to = |n: usize| (all * n).div_ceil(readers.len());
    let mut wanted: Vec<usize> = (0..readers.len()).map(|n| up_to(n + 1) - up_to(n)).collect();
    let mut shared: BTreeMap<Place, BTreeSet<usize>> = places.iter().map(|place| (*place, BTreeSet::new())).collect();
    // What was given before stays, unless it is too much for the reader or the place.
    for (n, reader) in readers.iter().enumerate() {
        for place in members[*reader].target.iter().flat_map(each) {
            let Some(with) = shared.get_mut(&place) else { continue };
            if wanted[n] > 0 && with.len() < sharing {
                with.insert(n);
                wanted[n] -= 1;
            }
        }
    }
    for (_, with) in shared.iter_mut() {
        while with.len() < sharing {
            // The one that misses most; the first of them.
            let free = (0..readers.len()).filter(|n| wanted[*n] > 0 && !with.contains(n));
            let Some(n) = free.max_by_key(|n| (wanted[*n], std::cmp::Reverse(*n))) else { break };
            with.insert(n);
            wanted[n] -= 1;
        }
    }
    for ((topic, partition), with) in shared {
        for n in with {
            gets[readers[n]].entry(topic).or_default().insert(partition);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const T: Uuid = Uuid([1; 16]);
    const U: Uuid = Uuid([2; 16]);

    fn partitions(of: &[(Uuid, &[i32])]) -> Partitions {
        of.iter().map(|(topic, list)| (*topic, list.iter().copied().collect())).collect()
    }

    fn given(reads: &[&[Uuid]], had: &[Partitions], states: &Partitions) -> Vec<Partitions> {
        let members: Vec<Candidate> = reads
            .iter()
            .zip(had)
            .map(|(reads, had)| Candidate { topics: Arc::new(reads.iter().copied().collect()), target: had })
            .collect();
        assign(&members, states)
    }

    #[test]
    fn with_more_members_than_partitions_each_partition_has_several_readers() {
        let states = partitions(&[(T, &[0, 1])]);
        let gets = given(&[&[T], &[T], &[T]], &vec![Partitions::new(); 3], &states);
        assert!(gets.iter().all(|g| !g.is_empty()), "{gets:?}");
        for partition in [0, 1] {
            assert_eq!(gets.iter().filter(|g| g[&T].contains(&partition)).count(), 2, "{gets:?}");
        }
    }

    #[test]
    fn members_share_evenly_and_keep_what_they_have() {
        let states = partitions(&[(T, &[0, 1, 2, 3])]);
        let had = [partitions(&[(T, &[0, 1, 2, 3])]), Partitions::new()];
        let gets = given(&[&[T], &[T]], &had, &states);
        assert_eq!(gets, [partitions(&[(T, &[0, 1])]), partitions(&[(T, &[2, 3])])]);
        assert_eq!(given(&[&[T], &[T]], &gets, &states), gets, "a second time nothing moves");
        assert_eq!(given(&[&[T]], &gets[..1], &states), [partitions(&[(T, &[0, 1, 2, 3])])]);
    }

    #[test]
    fn who_reads_other_topics_gets_only_those_and_without_a_state_there_is_nothing() {
        let states = partitions(&[(T, &[0]), (U, &[0, 1])]);
        let none = vec![Partitions::new(); 2];
        let gets = given(&[&[T, U], &[U]], &none, &states);
        assert_eq!(gets[0][&T], [0].into());
        assert_eq!((gets[0][&U].len(), gets[1].get(&T), gets[1][&U].len()), (1, None, 1));
        assert_eq!(given(&[&[T], &[T]], &none, &Partitions::new()), none);
    }
}
