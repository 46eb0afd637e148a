//! The timers of one shard: when each falls due, and which is the next.

use std::collections::{BTreeMap, BTreeSet};

use tokio::time::Instant;

pub struct Timers<T> {
    at: BTreeMap<T, Instant>,
    queue: BTreeSet<(Instant, T)>,
}

impl<T> Default for Timers<T> {
    fn default() -> Self {
        Timers { at: BTreeMap::new(), queue: BTreeSet::new() }
    }
}

impl<T: Ord + Clone> Timers<T> {
    pub fn set(&mut self, timer: T, at: Instant) {
        if let Some(before) = self.at.insert(timer.clone(), at) {
            self.queue.remove(&(before, timer.clone()));
        }
        self.queue.insert((at, timer));
    }

    /// Sets it unless it is set already.
    pub fn set_if_missing(&mut self, timer: T, at: Instant) {
        if !self.at.contains_key(&timer) {
            self.set(timer, at);
        }
    }

    pub fn cancel(&mut self, timer: &T) {
        if let Some((timer, at)) = self.at.remove_entry(timer) {
            self.queue.remove(&(at, timer));
        }
    }

    pub fn next(&self) -> Option<Instant> {
        self.queue.first().map(|(at, _)| *at)
    }

    /// Takes the first that is due.
    pub fn pop(&mut self, now: Instant) -> Option<T> {
        if self.next()? > now {
            return None;
        }
        let (_, timer) = self.queue.pop_first()?;
        self.at.remove(&timer);
        Some(timer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn the_first_due_goes_first_and_one_that_is_set_anew_counts_once() {
        let now = Instant::now();
        let at = |s| now + Duration::from_secs(s);
        let mut timers = Timers::default();
        timers.set("b", at(2));
        timers.set("a", at(3));
        timers.set("c", at(1));
        timers.set("c", at(4));
        timers.cancel(&"a");
        timers.cancel(&"unknown");
        timers.set_if_missing("b", at(9));
        assert_eq!(timers.next(), Some(at(2)));
        assert_eq!(timers.pop(at(1)), None);
        assert_eq!(timers.pop(at(5)), Some("b"));
        assert_eq!(timers.pop(at(5)), Some("c"));
        assert_eq!((timers.pop(at(5)), timers.next()), (None, None));
    }
}
