//! The last offset of each key of the dirty part of a log, in a bounded piece of memory.
//!
//! A key is remembered by 128 bits of its hash, keyed at random, so that nobody can choose keys that are taken for one
//! another (the original uses MD5). What must hold: never more than the slots that were asked for, whatever the log holds;
//! when it is full, the round ends there and the next goes on.

use std::hash::{BuildHasher, RandomState};

/// Bytes of a slot, as in the original, so that `log.cleaner.dedupe.buffer.size` means the same.
pub const SLOT_LEN: usize = 24;
/// The smallest table: a handful of keys must always find room.
const MIN_SLOTS: usize = 16;

/// Both halves of a key's hash, and its offset. An empty slot has no hash.
type Slot = [u64; 3];

pub struct KeyMap {
    hashers: [RandomState; 2],
    slots: Vec<Slot>,
    /// Keys that may be put in.
    capacity: usize,
    len: usize,
    /// The last offset that was looked at: beyond it, the map knows nothing.
    latest: i64,
}

impl KeyMap {
    /// For at most `keys` different keys (there are no more than offsets), in at most `memory` bytes, of which the part
    /// `load_factor` is used.
    pub fn new(keys: u64, memory: usize, load_factor: f64) -> Self {
        let load_factor = load_factor.clamp(0.05, 0.95);
        let most = (memory / SLOT_LEN).max(MIN_SLOTS);
        let wanted = (keys as f64 / load_factor).ceil() + 1.0;
        let slots = if wanted < most as f64 { (wanted as usize).max(MIN_SLOTS) } else { most };
        let capacity = ((slots as f64 * load_factor) as usize).clamp(1, slots - 1);
        // Zeroed memory: the system gives it out page by page, as it is used.
        Self { hashers: Default::default(), slots: vec![[0; 3]; slots], capacity, len: 0, latest: -1 }
    }

    /// The highest offset that the map speaks of.
    pub fn latest(&self) -> i64 {
        self.latest
    }

    pub fn set_latest(&mut self, offset: i64) {
        self.latest = offset;
    }

    /// How many keys are known.
    pub fn keys(&self) -> usize {
        self.len
    }

    /// Notes the offset of a key, which is higher than any before. False when there is no room for another one; the
    /// original stops at a full table even for a key that it knows, and so does this.
    pub fn put(&mut self, key: &[u8], offset: i64) -> bool {
        if self.len >= self.capacity {
            return false;
        }
        let (at, found) = self.find(key);
        if !found {
            self.len += 1;
        }
        self.slots[at.0] = [at.1[0], at.1[1], offset as u64];
        self.latest = offset;
        true
    }

    /// The last offset of a key; -1 when it was not met.
    pub fn get(&self, key: &[u8]) -> i64 {
        let ((at, _), found) = self.find(key);
        if found { self.slots[at][2] as i64 } else { -1 }
    }

    /// The slot of a key, or the empty one where it belongs, and whether it is there.
    fn find(&self, key: &[u8]) -> ((usize, [u64; 2]), bool) {
        let low = self.hashers[0].hash_one(key);
        // Zero stands for an empty slot.
        let high = self.hashers[1].hash_one(key) | 1;
        // The upper bits of a product spread evenly over any number of slots.
        let mut at = ((u128::from(low) * self.slots.len() as u128) >> 64) as usize;
        loop {
            let slot = &self.slots[at];
            if slot[1] == 0 {
                return ((at, [low, high]), false);
            }
            if slot[0] == low && slot[1] == high {
                return ((at, [low, high]), true);
            }
            // There is always an empty slot: the capacity is below the number of slots.
            at = if at + 1 == self.slots.len() { 0 } else { at + 1 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_offset_of_each_key_is_remembered_until_the_map_is_full() {
        let mut map = KeyMap::new(1_000_000, 24 * 1_000, 0.9);
        let mut offset = 0;
        for round in 0..2 {
            for key in 0..800 {
                assert!(map.put(format!("key {key}").as_bytes(), offset), "{round} {key}");
                offset += 1;
            }
        }
        assert_eq!((map.keys(), map.latest()), (800, 1_599));
        for key in 0..800 {
            assert_eq!(map.get(format!("key {key}").as_bytes()), 800 + key);
        }
        assert_eq!(map.get(b"another"), -1);
        let more = (800..).take_while(|key| map.put(format!("key {key}").as_bytes(), 2_000 + key)).count();
        assert_eq!(more, 100);
        assert!(!map.put(b"key 1", 9_999), "full is full");
        assert_eq!(map.get(b"key 899"), 2_899);
    }

    #[test]
    fn a_map_takes_no_more_memory_than_there_are_offsets_or_than_it_may() {
        assert_eq!(KeyMap::new(10, 1 << 30, 0.9).slots.len(), 16);
        assert_eq!(KeyMap::new(900, 1 << 30, 0.9).slots.len(), 1_001);
        assert_eq!(KeyMap::new(u64::MAX, 24_000, 0.9).slots.len(), 1_000);
        let mut one = KeyMap::new(1, 0, 0.9);
        assert!(one.put(b"", 5));
        assert_eq!(one.get(b""), 5);
    }
}
