//! Which items of the input were acknowledged and which were given up: what is needed to go on exactly where it ended.
//!
//! The producer's thread writes here, batch by batch; items are numbered as their file numbers them.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use crate::client::data::produce::Settled;

/// Numbers in rising order, runs of them together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers(Vec<(u64, u64)>);

/// Of more runs nobody reads the list, and no shell takes the command.
const MOST_RUNS: usize = 200;

impl Numbers {
    pub fn insert(&mut self, number: u64) {
        let at = self.0.partition_point(|(_, last)| last.saturating_add(1) < number);
        match self.0.get_mut(at) {
            Some((first, last)) if *first <= number.saturating_add(1) => {
                (*first, *last) = ((*first).min(number), (*last).max(number));
                let last = *last;
                if let Some((next_first, next_last)) = self.0.get(at + 1).copied()
                    && next_first <= last.saturating_add(1)
                {
                    self.0[at].1 = next_last;
                    self.0.remove(at + 1);
                }
            }
            _ => self.0.insert(at, (number, number)),
        }
    }

    /// From this number on, all.
    pub fn insert_from(&mut self, first: u64) {
        self.0.retain(|(from, _)| *from < first);
        match self.0.last_mut() {
            Some((_, last)) if *last >= first.saturating_sub(1) => *last = u64::MAX,
            _ => self.0.push((first, u64::MAX)),
        }
    }

    pub fn contains(&self, number: u64) -> bool {
        let at = self.0.partition_point(|(_, last)| *last < number);
        self.0.get(at).is_some_and(|(first, _)| *first <= number)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn count(&self) -> u64 {
        self.0.iter().map(|(first, last)| (last - first).saturating_add(1)).fold(0, u64::saturating_add)
    }

    /// Whether the list is short enough to be written out.
    pub fn is_short(&self) -> bool {
        self.0.len() <= MOST_RUNS
    }

    /// Whether it is one run without an end; the number in front of it.
    pub fn all_after(&self) -> Option<u64> {
        match self.0.as_slice() {
            [(first, u64::MAX)] => Some(first - 1),
            _ => None,
        }
    }

    /// `17,20-22,101-`
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = Self::default();
        let number = |text: &str| text.trim().parse::<u64>().ok().filter(|n| (1..u64::MAX).contains(n));
        for run in text.split(',') {
            let (first, last) = match run.split_once('-') {
                None => (number(run)?, number(run)?),
                Some((first, "")) => (number(first)?, u64::MAX),
                Some((first, last)) => (number(first)?, number(last)?),
            };
            let behind = numbers.0.last().is_none_or(|(_, last)| *last < first);
            if !behind || first > last {
                return None;
            }
            numbers.0.push((first, last));
        }
        Some(numbers)
    }
}

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (first, last)) in self.0.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            match last {
                last if last == first => write!(f, "{comma}{first}")?,
                &u64::MAX => write!(f, "{comma}{first}-")?,
                last => write!(f, "{comma}{first}-{last}")?,
            }
        }
        Ok(())
    }
}

/// What became of the items of one input.
#[derive(Default)]
pub struct Ledger {
    inner: Mutex<Entries>,
}

#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// The last item that was handed to the producer, and those given up.
    pub read: u64,
    pub lost: Numbers,
    /// Items that were no records, and were left out.
    pub skipped: Numbers,
    pub acknowledged: u64,
    /// Partition and offset of the last one.
    pub last: Option<(i32, i64)>,
}

impl Ledger {
    /// The producer's word on a batch.
    pub fn settle(&self, settled: &Settled<'_>) {
        self.write(|entries| match &settled.outcome {
            Ok(base) => {
                let count = settled.tags.len() as u64;
                entries.acknowledged += count;
                entries.last = (*base >= 0).then_some((settled.partition, base + count as i64 - 1)).or(entries.last);
            }
            Err(_) => settled.tags.iter().for_each(|tag| entries.lost.insert(tag.number)),
        });
    }

    pub fn write<T>(&self, write: impl FnOnce(&mut Entries) -> T) -> T {
        write(&mut self.inner.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn entries(&self) -> Entries {
        self.write(|entries| entries.clone())
    }
}

impl Entries {
    /// What is still to be sent: what was given up, and all behind the last one that was read. `None`: nothing was lost
    /// and the input is at its end.
    pub fn rest(&self, at_end: bool) -> Option<Numbers> {
        let mut rest = self.lost.clone();
        if !at_end {
            rest.insert_from(self.read + 1);
        }
        (!rest.is_empty()).then_some(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_kept_in_runs() {
        let mut numbers = Numbers::default();
        for number in [5, 7, 6, 1, 9, 10, 3, 2, 5] {
            numbers.insert(number);
        }
        assert_eq!(numbers.to_string(), "1-3,5-7,9-10");
        assert_eq!(numbers.count(), 8);
        assert_eq!((0..12).filter(|n| numbers.contains(*n)).collect::<Vec<_>>(), [1, 2, 3, 5, 6, 7, 9, 10]);
        numbers.insert_from(20);
        assert_eq!(numbers.to_string(), "1-3,5-7,9-10,20-");
        numbers.insert_from(11);
        assert_eq!(numbers.to_string(), "1-3,5-7,9-");
    }

    #[test]
    fn what_is_written_is_read() {
        for text in ["1", "17,20-22,101-", "3-"] {
            assert_eq!(Numbers::parse(text).unwrap().to_string(), text);
        }
        for wrong in ["", "0", "3-1", "2,1", "1-5,3", "x", "1-x"] {
            assert_eq!(Numbers::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Numbers::parse("17-").unwrap().all_after(), Some(16));
        assert_eq!(Numbers::parse("1,17-").unwrap().all_after(), None);
    }

    #[test]
    fn the_rest_is_what_was_lost_and_what_was_not_read() {
        let entries = Entries { read: 10, ..Entries::default() };
        assert_eq!(entries.rest(true), None);
        assert_eq!(entries.rest(false).unwrap().to_string(), "11-");
        let mut entries = Entries { read: 10, ..Entries::default() };
        entries.lost.insert(4);
        assert_eq!(entries.rest(true).unwrap().to_string(), "4");
        assert_eq!(entries.rest(false).unwrap().to_string(), "4,11-");
        entries.lost.insert(10);
        assert_eq!(entries.rest(false).unwrap().to_string(), "4,10-");
    }
}
