//! In which order Java's hash maps give back what was put in: the original prints some maps as they fall out.
//!
//! A `HashMap` keeps its entries in slots by their hash, those of one slot in the order in which they came; it starts with
//! 16 slots and doubles them when it is more than three quarters full. Maps that Java salts anew in each run
//! (`Map.of`) have no order to keep to.

use super::kafka::java_hash;

/// The slots of a map that nobody gave a size.
const SLOTS: usize = 16;

/// The entries of a `HashMap` into which they were put in this order.
pub fn hash_order<T>(mut items: Vec<T>, hash: impl Fn(&T) -> u32) -> Vec<T> {
    let mut slots = SLOTS;
    while items.len() * 4 > slots * 3 {
        slots *= 2;
    }
    items.sort_by_key(|item| {
        let hash = hash(item);
        (hash ^ (hash >> 16)) as usize & (slots - 1)
    });
    items
}

/// The entries of a `HashMap` that was made as a copy of another: it has just as many slots as it needs.
pub fn copied_hash_order<T>(items: Vec<T>, hash: impl Fn(&T) -> u32) -> Vec<T> {
    let mut items = hash_order(items, &hash);
    let slots = (items.len() * 4 / 3 + 1).next_power_of_two();
    items.sort_by_key(|item| {
        let hash = hash(item);
        (hash ^ (hash >> 16)) as usize & (slots - 1)
    });
    items
}

/// `TopicPartitionReplica.hashCode`.
pub fn replica_hash(topic: &str, partition: i32, broker: i32) -> u32 {
    let start = 31u32.wrapping_add(java_hash(topic));
    [partition, broker].into_iter().fold(start, |hash, part| hash.wrapping_mul(31).wrapping_add_signed(part))
}

/// `TopicPartition.hashCode`.
pub fn topic_partition_hash(topic: &str, partition: i32) -> u32 {
    31u32.wrapping_add_signed(partition).wrapping_mul(31).wrapping_add(java_hash(topic))
}

/// `Node.hashCode` of a broker that is not fenced.
pub fn node_hash(host: &str, id: i32, port: u16, rack: Option<&str>) -> u32 {
    /// `Boolean.FALSE.hashCode()`.
    const NOT_FENCED: u32 = 1237;
    let parts = [id.cast_unsigned(), port.into(), rack.map_or(0, java_hash), NOT_FENCED];
    parts.into_iter().fold(31u32.wrapping_add(java_hash(host)), |hash, part| hash.wrapping_mul(31).wrapping_add(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partitions_fall_out_of_a_map_as_in_the_original() {
        // What kafka-log-dirs of 4.3.1 printed first for these partitions.
        let mut partitions: Vec<(String, i32)> = (0..50).map(|p| ("__consumer_offsets".to_owned(), p)).collect();
        for topic in ["alpha", "beta", "zeta", "gamma"] {
            partitions.extend((0..3).map(|p| (topic.to_owned(), p)));
        }
        partitions.extend([("tt".to_owned(), 0), ("tt".to_owned(), 1)]);
        let order = hash_order(partitions, |(topic, partition)| topic_partition_hash(topic, *partition));
        let first: Vec<String> = order[..9].iter().map(|(topic, partition)| format!("{topic}-{partition}")).collect();
        let offsets = |p: i32| format!("__consumer_offsets-{p}");
        let wanted = ["zeta-1".into(), offsets(13), offsets(46), offsets(9), offsets(42), offsets(21), offsets(17)];
        assert_eq!(first[..7], wanted);
        assert_eq!(first[7..], [offsets(30), "alpha-0".into()]);
    }

    #[test]
    fn replicas_fall_out_of_a_copied_map_as_in_the_original() {
        // kafka-reassign-partitions of 4.3.1 names t-1-1 where all three of these cannot be moved.
        let replicas = vec![("t", 0), ("t", 1), ("u", 0)];
        let order = copied_hash_order(replicas, |(topic, partition)| replica_hash(topic, *partition, 1));
        assert_eq!(order, [("t", 1), ("t", 0), ("u", 0)]);
    }
}
