//! The topics that there are, as far as a group cares, and the hash by which it notices that they changed.
//!
//! The hash is stored with the group (ConsumerGroupMetadataValue), so it is computed as by the original: XXH3 over a
//! topic's id, name, partitions and racks, and over the hashes of all topics in the order of their names.

use kt_codec::{Str, Uuid};
use twox_hash::XxHash3_64;

use crate::broker::controller::Image;

/// What there is to read.
pub trait Topics {
    /// Grows with every change.
    fn version(&self) -> i64;
    /// The id of a topic and how many partitions it has.
    fn named(&self, name: &str) -> Option<(Uuid, i32)>;
    fn name(&self, id: &Uuid) -> Option<Str>;
    fn names(&self) -> Vec<Str>;
    /// Another one when topics came or went.
    fn fingerprint(&self) -> u64;
    /// The racks of a partition's replicas.
    fn racks(&self, id: &Uuid, partition: i32) -> Vec<Str>;
}

impl Topics for Image {
    fn version(&self) -> i64 {
        self.next_offset
    }

    fn named(&self, name: &str) -> Option<(Uuid, i32)> {
        let topic = self.topics.by_name(name)?;
        Some((topic.id, i32::try_from(topic.partitions.len()).unwrap_or(i32::MAX)))
    }

    fn name(&self, id: &Uuid) -> Option<Str> {
        self.topics.by_id(id).map(|topic| topic.name.clone())
    }

    fn names(&self) -> Vec<Str> {
        self.topics.names()
    }

    fn fingerprint(&self) -> u64 {
        // Ids are random, so their sum will do.
        let half = |id: &[u8; 16]| u128::from_be_bytes(*id) as u64;
        self.topics.iter().fold(self.topics.len() as u64, |sum, topic| sum.wrapping_add(half(&topic.id.0)))
    }

    fn racks(&self, id: &Uuid, partition: i32) -> Vec<Str> {
        let Some(partition) = self.topics.partition(id, partition) else { return Vec::new() };
        partition.replicas.iter().filter_map(|id| self.broker(*id)?.rack.clone()).collect()
    }
}

/// The hash of the topics of these names, those that there are. No topics hash to 0.
pub fn hash<'a>(topics: &dyn Topics, names: impl Iterator<Item = &'a Str>) -> i64 {
    let mut names: Vec<&Str> = names.collect();
    // As Java orders strings: by UTF-16 units. Names of topics are ASCII, where that is the order of bytes.
    names.sort_unstable();
    let mut bytes = Vec::new();
    for name in names {
        if let Some(hash) = topic_hash(topics, name) {
            bytes.extend(hash.to_le_bytes());
        }
    }
    if bytes.is_empty() { 0 } else { XxHash3_64::oneshot(&bytes) as i64 }
}

fn topic_hash(topics: &dyn Topics, name: &str) -> Option<u64> {
    let (id, partitions) = topics.named(name)?;
    // The version of the hash.
    let mut bytes = vec![0];
    for half in id.0.chunks(8) {
        bytes.extend(half.iter().rev());
    }
    put_string(&mut bytes, name);
    bytes.extend(partitions.to_le_bytes());
    for partition in 0..partitions {
        bytes.extend(partition.to_le_bytes());
        let mut racks = topics.racks(&id, partition);
        racks.sort_unstable();
        for rack in racks {
            bytes.extend((rack.encode_utf16().count() as i32).to_le_bytes());
            put_string(&mut bytes, &rack);
        }
    }
    Some(XxHash3_64::oneshot(&bytes))
}

/// A string as hash4j streams it: its UTF-16 units, then how many they are.
fn put_string(bytes: &mut Vec<u8>, text: &str) {
    let mut units = 0i32;
    for unit in text.encode_utf16() {
        bytes.extend(unit.to_le_bytes());
        units += 1;
    }
    bytes.extend(units.to_le_bytes());
}

#[cfg(test)]
pub mod fake {
    //! Topics for tests.

    use std::collections::BTreeMap;

    use super::*;

    #[derive(Default, Clone)]
    pub struct Fake {
        pub version: i64,
        pub topics: BTreeMap<String, (Uuid, i32)>,
        pub racks: Vec<Vec<&'static str>>,
    }

    pub fn id(n: u8) -> Uuid {
        Uuid([n; 16])
    }

    impl Fake {
        /// Topics by name, id and partitions.
        pub fn of(topics: &[(&str, u8, i32)]) -> Fake {
            let topics = topics.iter().map(|(name, n, count)| (name.to_string(), (id(*n), *count))).collect();
            Fake { version: 1, topics, racks: Vec::new() }
        }

        pub fn put(&mut self, name: &str, n: u8, count: i32) {
            self.topics.insert(name.into(), (id(n), count));
            self.version += 1;
        }

        pub fn remove(&mut self, name: &str) {
            self.topics.remove(name);
            self.version += 1;
        }
    }

    impl Topics for Fake {
        fn version(&self) -> i64 {
            self.version
        }

        fn named(&self, name: &str) -> Option<(Uuid, i32)> {
            self.topics.get(name).copied()
        }

        fn name(&self, id: &Uuid) -> Option<Str> {
            self.topics.iter().find(|(_, (known, _))| known == id).map(|(name, _)| Str::from(name.as_str()))
        }

        fn names(&self) -> Vec<Str> {
            self.topics.keys().map(|name| Str::from(name.as_str())).collect()
        }

        fn fingerprint(&self) -> u64 {
            self.topics.values().map(|(id, _)| u64::from(id.0[0])).sum()
        }

        fn racks(&self, _: &Uuid, partition: i32) -> Vec<Str> {
            let racks = self.racks.get(partition as usize).cloned().unwrap_or_default();
            racks.into_iter().map(Str::from_static).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fake::Fake;
    use super::*;

    /// The values are hash4j's, as it comes with Apache Kafka 4.3.1.
    #[test]
    fn the_hash_is_the_originals() {
        let id = Uuid([1, 2, 3, 4, 5, 6, 7, 8, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18]);
        let mut topics = Fake::default();
        topics.topics.insert("foo".into(), (id, 2));
        assert_eq!(topic_hash(&topics, "foo"), Some(0xb1dbe508a58cb782));
        topics.topics.insert("föö".into(), (id, 2));
        topics.racks = vec![vec![], vec![]];
        assert_eq!(topic_hash(&topics, "missing"), None);
        assert_eq!(hash(&topics, [].iter()), 0);
        assert_eq!(hash(&topics, [Str::from_static("missing")].iter()), 0);

        let longs: Vec<u8> = [1i64, -2].iter().flat_map(|n| n.to_le_bytes()).collect();
        assert_eq!(XxHash3_64::oneshot(&longs), 0x15a2b04edd911f11);
        let many: Vec<u8> = (0..1000i32).flat_map(i32::to_le_bytes).collect();
        assert_eq!(XxHash3_64::oneshot(&many), 0x836bcd8c25b77afd);
    }

    #[test]
    fn racks_and_sizes_change_the_hash_and_the_order_of_names_does_not() {
        let mut topics = Fake::of(&[("a", 1, 2), ("b", 2, 3)]);
        let (a, b) = (Str::from_static("a"), Str::from_static("b"));
        let first = hash(&topics, [a.clone(), b.clone()].iter());
        assert_eq!(hash(&topics, [b.clone(), a.clone()].iter()), first);
        topics.racks = vec![vec!["r1"]];
        let racks = hash(&topics, [a.clone(), b.clone()].iter());
        assert_ne!(racks, first);
        topics.racks = vec![vec!["r2"]];
        assert_ne!(hash(&topics, [a.clone(), b.clone()].iter()), racks);
        topics.racks.clear();
        topics.put("b", 2, 4);
        assert_ne!(hash(&topics, [a, b].iter()), first);
    }
}
