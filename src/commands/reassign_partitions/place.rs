//! Where the replicas of a topic could go: in turn over the brokers, the followers shifted further with each round, and
//! on racks in turn (AdminUtils.assignReplicasToBrokers, begun at the first broker instead of a random one).

use std::collections::BTreeMap;

use super::failed;
use super::plan::Parts;
use crate::client::admin::TopicPartition;
use crate::commands::failure::Failure;

/// A broker and its rack.
type Broker = (i32, Option<String>);

/// `factor`: how many replicas each partition is to have, if not as many as now.
pub fn propose(current: &Parts, brokers: &[Broker], factor: Option<usize>) -> Result<Parts, Failure> {
    let mut topics: BTreeMap<&str, Vec<&Vec<i32>>> = BTreeMap::new();
    for (tp, replicas) in current {
        topics.entry(&tp.topic).or_default().push(replicas);
    }
    let order = in_turn(brokers);
    let mut proposed = Parts::new();
    for (topic, parts) in topics {
        let factor = factor.unwrap_or_else(|| parts.first().map_or(0, |replicas| replicas.len()));
        if factor > order.len() {
            return Err(invalid(format!(
                "Replication factor: {factor} larger than available brokers: {}",
                order.len()
            )));
        }
        for partition in 0..parts.len() {
            let at = TopicPartition::new(topic, i32::try_from(partition).unwrap_or(i32::MAX));
            proposed.insert(at, replicas(&order, partition, factor));
        }
    }
    Ok(proposed)
}

fn invalid(message: String) -> Failure {
    let text =
        format!("Error: {message}\norg.apache.kafka.common.errors.InvalidReplicationFactorException: {message}\n\n");
    failed("AdminCommandFailedException", message).kafka_exactly(text, 1)
}

/// The brokers, one of each rack in turn.
fn in_turn(brokers: &[Broker]) -> Vec<i32> {
    let mut racks: BTreeMap<&Option<String>, Vec<i32>> = BTreeMap::new();
    for (id, rack) in brokers {
        racks.entry(rack).or_default().push(*id);
    }
    racks.values_mut().for_each(|ids| ids.sort_unstable());
    let longest = racks.values().map(Vec::len).max().unwrap_or(0);
    (0..longest).flat_map(|at| racks.values().filter_map(move |ids| ids.get(at)).copied()).collect()
}

fn replicas(order: &[i32], partition: usize, factor: usize) -> Vec<i32> {
    let brokers = order.len();
    let leader = partition % brokers;
    let mut replicas = vec![order[leader]];
    for follower in 0..factor - 1 {
        // The distance grows with each round, so that the load of a broker that fails is shared by all others.
        let shift = 1 + (partition / brokers + follower) % (brokers - 1);
        replicas.push(order[(leader + shift) % brokers]);
    }
    replicas
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(count: i32, replicas: &[i32]) -> Parts {
        (0..count).map(|p| (TopicPartition::new("t", p), replicas.to_vec())).collect()
    }

    #[test]
    fn leaders_and_followers_are_spread() {
        let brokers: Vec<Broker> = (1..=3).map(|id| (id, None)).collect();
        let proposed = propose(&parts(6, &[1, 2]), &brokers, None).unwrap();
        let all: Vec<&Vec<i32>> = proposed.values().collect();
        assert_eq!(
            all,
            [&[1, 2], &[2, 3], &[3, 1], &[1, 3], &[2, 1], &[3, 2]].map(|ids| ids.to_vec()).iter().collect::<Vec<_>>()
        );
        assert_eq!(propose(&parts(1, &[1]), &brokers[..1], None).unwrap()[&TopicPartition::new("t", 0)], [1]);
        let few = propose(&parts(1, &[1, 2]), &brokers[..1], None).unwrap_err();
        assert_eq!(few.what(), "Replication factor: 2 larger than available brokers: 1");
        assert!(propose(&parts(1, &[1]), &[], None).is_err());
        let more = propose(&parts(2, &[1]), &brokers, Some(3)).unwrap();
        assert!(more.values().all(|ids| ids.len() == 3), "{more:?}");
    }

    #[test]
    fn racks_take_turns() {
        let brokers = [(1, "a"), (2, "a"), (3, "b"), (4, "b")].map(|(id, rack)| (id, Some(rack.to_owned())));
        let proposed = propose(&parts(4, &[1, 2]), &brokers, None).unwrap();
        let rack = |id: i32| if id <= 2 { "a" } else { "b" };
        assert!(proposed.values().all(|ids| rack(ids[0]) != rack(ids[1])), "{proposed:?}");
    }
}
