//! A hash map whose copies share what they have in common.
//!
//! The metadata image is copied for every change, and a cluster may have tens of thousands of topics. The entries are
//! spread over shards, each behind an `Arc`: a copy costs one pointer a shard, and the first write to a shard after a
//! copy copies that shard alone. Writes to a map that nobody shares (loading) copy nothing.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::Arc;

const SHARDS: usize = 64;

type Shard<K, V> = Option<Arc<HashMap<K, V, RandomState>>>;

#[derive(Debug, Clone)]
pub struct SharedMap<K, V> {
    shards: Arc<[Shard<K, V>]>,
    hasher: RandomState,
    len: usize,
}

impl<K, V> Default for SharedMap<K, V> {
    fn default() -> Self {
        SharedMap { shards: (0..SHARDS).map(|_| None).collect(), hasher: RandomState::new(), len: 0 }
    }
}

impl<K: Hash + Eq + Clone, V: Clone> SharedMap<K, V> {
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub fn get<Q>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        self.shards[self.shard_of(key)].as_ref()?.get(key)
    }

    pub fn contains_key<Q>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        self.get(key).is_some()
    }

    /// The value, to be changed in place; copies the shard when it is shared.
    pub fn get_mut<Q>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let index = self.shard_of(key);
        if !self.shards[index].as_ref()?.contains_key(key) {
            return None;
        }
        Arc::make_mut(Arc::make_mut(&mut self.shards)[index].as_mut()?).get_mut(key)
    }

    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        let index = self.shard_of(&key);
        let empty = || Arc::new(HashMap::with_hasher(self.hasher.clone()));
        let shard = Arc::make_mut(&mut self.shards)[index].get_or_insert_with(empty);
        let old = Arc::make_mut(shard).insert(key, value);
        self.len += usize::from(old.is_none());
        old
    }

    pub fn remove<Q>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let index = self.shard_of(key);
        if !self.shards[index].as_ref()?.contains_key(key) {
            return None;
        }
        let slot = &mut Arc::make_mut(&mut self.shards)[index];
        let shard = Arc::make_mut(slot.as_mut()?);
        let old = shard.remove(key);
        if shard.is_empty() {
            *slot = None;
        }
        self.len -= usize::from(old.is_some());
        old
    }

    /// All entries, in no order that means anything.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.shards.iter().flatten().flat_map(|shard| shard.iter())
    }

    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// Calls `each` for every key in a shard that this map and `other`, a copy of it from another time, do not share:
    /// with the value here and the value there. Values may be equal; shards that are shared are not looked at.
    pub fn diff<'a>(&'a self, other: &'a Self, mut each: impl FnMut(&'a K, Option<&'a V>, Option<&'a V>)) {
        for (mine, theirs) in self.shards.iter().zip(other.shards.iter()) {
            let same = match (mine, theirs) {
                (Some(a), Some(b)) => Arc::ptr_eq(a, b),
                (None, None) => true,
                _ => false,
            };
            if same {
                continue;
            }
            for (key, value) in mine.iter().flat_map(|shard| shard.iter()) {
                each(key, Some(value), other.get(key));
            }
            for (key, value) in theirs.iter().flat_map(|shard| shard.iter()) {
                if self.get(key).is_none() {
                    each(key, None, Some(value));
                }
            }
        }
    }

    fn shard_of<Q: Hash + ?Sized>(&self, key: &Q) -> usize {
        // The table inside a shard uses the hash's low and topmost bits, so the shard takes others.
        (self.hasher.hash_one(key) >> 32) as usize % SHARDS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_does_not_see_later_changes() {
        let mut map = SharedMap::default();
        for i in 0..1_000 {
            map.insert(i, i * 2);
        }
        let copy = map.clone();
        map.insert(7, 0);
        map.remove(&8);
        *map.get_mut(&9).unwrap() = 1;
        assert_eq!((map.get(&7), map.get(&8), map.get(&9), map.len()), (Some(&0), None, Some(&1), 999));
        assert_eq!((copy.get(&7), copy.get(&8), copy.get(&9), copy.len()), (Some(&14), Some(&16), Some(&18), 1_000));
        assert_eq!(copy.iter().count(), 1_000);
    }

    #[test]
    fn what_differs_between_copies_is_found() {
        let mut map = SharedMap::default();
        for i in 0..1_000 {
            map.insert(i, 0);
        }
        let before = map.clone();
        map.insert(5, 1);
        map.remove(&6);
        map.insert(2_000, 2);
        let mut found = Vec::new();
        map.diff(&before, |key, now, then| {
            if now != then {
                found.push((*key, now.copied(), then.copied()));
            }
        });
        found.sort();
        assert_eq!(found, [(5, Some(1), Some(0)), (6, None, Some(0)), (2_000, Some(2), None)]);
    }

    #[test]
    fn removing_what_is_not_there_changes_nothing() {
        let mut map: SharedMap<i32, i32> = SharedMap::default();
        assert!(map.remove(&1).is_none() && map.get_mut(&1).is_none() && map.is_empty());
        map.insert(1, 1);
        assert_eq!(map.remove(&1), Some(1));
        assert!(map.is_empty() && map.iter().next().is_none());
    }
}
