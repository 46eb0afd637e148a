//! Emptying a broker: where each of its replicas could go. A pure function of what is there.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::Parts;
use crate::client::admin::TopicPartition;

/// A broker that may take replicas, and its rack.
pub type Broker = (i32, Option<String>);

/// The new replicas of all partitions that `broker` has one of. Each goes to the broker with the fewest replicas, if
/// there is one in a rack that the partition does not have yet; the one that leads the fewest becomes the preferred
/// leader where the old one was. Otherwise the partitions that nobody can take.
pub fn plan(all: &Parts, broker: i32, others: &[Broker]) -> Result<Parts, Vec<TopicPartition>> {
    let racks: BTreeMap<i32, &str> = others.iter().filter_map(|(id, rack)| Some((*id, rack.as_deref()?))).collect();
    let mut carried: BTreeMap<i32, usize> = others.iter().map(|(id, _)| (*id, 0)).collect();
    let mut led = carried.clone();
    for replicas in all.values() {
        for id in replicas {
            *carried.entry(*id).or_default() += 1;
        }
        if let Some(leader) = replicas.first() {
            *led.entry(*leader).or_default() += 1;
        }
    }
    let (mut moved, mut stuck) = (Parts::new(), Vec::new());
    for (at, replicas) in all.iter().filter(|(_, replicas)| replicas.contains(&broker)) {
        let taken: BTreeSet<&str> =
            replicas.iter().filter(|id| **id != broker).filter_map(|id| racks.get(id).copied()).collect();
        let free = others.iter().map(|(id, _)| *id).filter(|id| *id != broker && !replicas.contains(id));
        let doubles_rack = |id: i32| racks.get(&id).is_some_and(|rack| taken.contains(rack));
        let Some(new) = free.min_by_key(|id| (doubles_rack(*id), carried.get(id).copied(), *id)) else {
            stuck.push(at.clone());
            continue;
        };
        let mut after: Vec<i32> = replicas.iter().map(|id| if *id == broker { new } else { *id }).collect();
        if replicas.first() == Some(&broker) {
            let lightest = (0..after.len()).min_by_key(|index| (led.get(&after[*index]).copied(), *index));
            after.swap(0, lightest.unwrap_or(0));
            *led.entry(after[0]).or_default() += 1;
        }
        *carried.entry(new).or_default() += 1;
        moved.insert(at.clone(), after);
    }
    if stuck.is_empty() { Ok(moved) } else { Err(stuck) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brokers(count: i32) -> Vec<Broker> {
        (1..=count).map(|id| (id, None)).collect()
    }

    /// Partition p on the brokers p, p+1, … of `count`.
    fn spread(partitions: i32, factor: i32, count: i32) -> Parts {
        let replicas = |p: i32| (0..factor).map(|n| (p + n) % count + 1).collect();
        (0..partitions).map(|p| (TopicPartition::new("t", p), replicas(p))).collect()
    }

    #[test]
    fn the_replicas_of_a_broker_are_shared_by_all_others() {
        let all = spread(60, 3, 12);
        let moved = plan(&all, 5, &brokers(12)).unwrap();
        assert_eq!(moved.len(), 15);
        let mut after = all.clone();
        after.extend(moved.clone());
        let mut carried: BTreeMap<i32, usize> = BTreeMap::new();
        let mut led: BTreeMap<i32, usize> = BTreeMap::new();
        for (at, replicas) in &after {
            let distinct: BTreeSet<&i32> = replicas.iter().collect();
            assert_eq!((replicas.len(), distinct.len()), (3, 3), "{at} {replicas:?}");
            replicas.iter().for_each(|id| *carried.entry(*id).or_default() += 1);
            *led.entry(replicas[0]).or_default() += 1;
        }
        assert!(!carried.contains_key(&5));
        let spread = |counts: &BTreeMap<i32, usize>| counts.values().max().unwrap() - counts.values().min().unwrap();
        assert!(spread(&carried) <= 1 && spread(&led) <= 1, "{carried:?} {led:?}");
        // What does not lie there stays.
        assert!(moved.keys().all(|at| all[at].contains(&5)));
    }

    #[test]
    fn a_rack_is_not_used_twice_where_another_has_room() {
        let racks: Vec<Broker> = (1..=6).map(|id| (id, Some(format!("rack-{}", (id - 1) % 3)))).collect();
        let all = Parts::from([(TopicPartition::new("t", 0), vec![1, 2, 3])]);
        // 4 is in the rack of 1, 5 in that of 2, 6 in that of 3.
        assert_eq!(plan(&all, 2, &racks).unwrap()[&TopicPartition::new("t", 0)], [1, 5, 3]);
        let few: Vec<Broker> = racks.iter().filter(|(id, _)| *id != 5).cloned().collect();
        assert_eq!(
            plan(&all, 2, &few).unwrap()[&TopicPartition::new("t", 0)],
            [1, 4, 3],
            "better twice than not at all"
        );
    }

    #[test]
    fn a_broker_that_is_gone_can_be_emptied_and_too_few_brokers_cannot_take_all() {
        let all = spread(3, 3, 3);
        let left: Vec<Broker> = vec![(1, None), (2, None)];
        assert_eq!(plan(&all, 3, &left).unwrap_err().len(), 3);
        let four: Vec<Broker> = vec![(1, None), (2, None), (4, None)];
        let moved = plan(&all, 3, &four).unwrap();
        assert!(moved.values().all(|replicas| replicas.contains(&4) && !replicas.contains(&3)));
        assert!(plan(&all, 9, &four).unwrap().is_empty());
    }
}
