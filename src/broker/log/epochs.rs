//! Which leader epoch each offset was written under (KIP-101), as `leader-epoch-checkpoint` keeps it.
//!
//! What must hold: epochs and start offsets both grow from entry to entry. Plain data; the log writes it to disk.

use super::checkpoint::EpochStart;

/// No such epoch or offset, on the wire as in the original.
pub const UNDEFINED: i32 = -1;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Epochs {
    entries: Vec<EpochStart>,
}

impl Epochs {
    /// Entries that break the order give way to later ones.
    pub fn from_entries(entries: impl IntoIterator<Item = EpochStart>) -> Self {
        let mut epochs = Self::default();
        for entry in entries {
            epochs.assign(entry.epoch, entry.start_offset);
        }
        epochs
    }

    pub fn entries(&self) -> &[EpochStart] {
        &self.entries
    }

    pub fn latest(&self) -> Option<i32> {
        self.entries.last().map(|e| e.epoch)
    }

    pub fn earliest(&self) -> Option<EpochStart> {
        self.entries.first().copied()
    }

    /// Whether [`assign`](Self::assign) would change anything: the common question, without a lock for writing.
    pub fn needs(&self, epoch: i32, start_offset: i64) -> bool {
        epoch >= 0
            && match self.entries.last() {
                None => true,
                Some(last) => epoch != last.epoch || start_offset < last.start_offset,
            }
    }

    /// Notes that `epoch` starts at `start_offset`; entries that contradict it go. True when something changed.
    pub fn assign(&mut self, epoch: i32, start_offset: i64) -> bool {
        if !self.needs(epoch, start_offset) {
            return false;
        }
        while self.entries.last().is_some_and(|e| e.epoch >= epoch || e.start_offset >= start_offset) {
            self.entries.pop();
        }
        self.entries.push(EpochStart { epoch, start_offset });
        true
    }

    /// The epoch and offset at which the requested epoch, or the last one before it, ends. `None` when nothing is
    /// known about it.
    pub fn end_offset_for(&self, epoch: i32, log_end: i64) -> Option<(i32, i64)> {
        if epoch == UNDEFINED {
            return None;
        }
        if self.latest() == Some(epoch) {
            return Some((epoch, log_end));
        }
        let next = self.entries.partition_point(|e| e.epoch <= epoch);
        let higher = self.entries.get(next)?;
        let found = if next == 0 { epoch } else { self.entries[next - 1].epoch };
        Some((found, higher.start_offset))
    }

    /// The epoch under which the record at `offset` was written.
    pub fn at(&self, offset: i64) -> Option<i32> {
        let next = self.entries.partition_point(|e| e.start_offset <= offset);
        next.checked_sub(1).map(|i| self.entries[i].epoch)
    }

    /// Forgets epochs that start at or after `end`. True when something changed.
    pub fn truncate_from_end(&mut self, end: i64) -> bool {
        let keep = self.entries.partition_point(|e| e.start_offset < end);
        let changed = keep < self.entries.len();
        self.entries.truncate(keep);
        changed
    }

    /// Forgets epochs that ended before `start`; the one that covers it now starts there.
    pub fn truncate_from_start(&mut self, start: i64) -> bool {
        let covered = self.entries.partition_point(|e| e.start_offset <= start);
        if covered == 0 {
            return false;
        }
        let changed = covered > 1 || self.entries[0].start_offset != start;
        self.entries.drain(..covered - 1);
        self.entries[0].start_offset = start;
        changed
    }

    pub fn clear(&mut self) {
        self.entries.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn epochs(entries: &[(i32, i64)]) -> Epochs {
        Epochs::from_entries(entries.iter().map(|&(epoch, start_offset)| EpochStart { epoch, start_offset }))
    }

    fn list(epochs: &Epochs) -> Vec<(i32, i64)> {
        epochs.entries().iter().map(|e| (e.epoch, e.start_offset)).collect()
    }

    #[test]
    fn an_epoch_ends_where_the_next_begins() {
        let e = epochs(&[(2, 5), (4, 10), (7, 20)]);
        assert_eq!(e.end_offset_for(7, 30), Some((7, 30)));
        assert_eq!(e.end_offset_for(4, 30), Some((4, 20)));
        assert_eq!(e.end_offset_for(3, 30), Some((2, 10)));
        assert_eq!(e.end_offset_for(2, 30), Some((2, 10)));
        assert_eq!(e.end_offset_for(1, 30), Some((1, 5)), "older than all that is known");
        assert_eq!(e.end_offset_for(8, 30), None);
        assert_eq!(e.end_offset_for(UNDEFINED, 30), None);
        assert_eq!(Epochs::default().end_offset_for(0, 0), None);
    }

    #[test]
    fn an_offset_has_the_epoch_it_was_written_under() {
        let e = epochs(&[(2, 5), (4, 10)]);
        assert_eq!([4, 5, 9, 10, 99].map(|o| e.at(o)), [None, Some(2), Some(2), Some(4), Some(4)]);
    }

    #[test]
    fn contradicting_entries_give_way_to_the_new_one() {
        let mut e = epochs(&[(2, 5), (4, 10), (7, 20)]);
        assert!(!e.assign(7, 25));
        assert!(e.assign(5, 15));
        assert_eq!(list(&e), [(2, 5), (4, 10), (5, 15)]);
        assert!(e.assign(6, 15));
        assert_eq!(list(&e), [(2, 5), (4, 10), (6, 15)], "an epoch without records leaves no trace");
        assert!(e.assign(6, 12));
        assert!(!e.assign(-1, 99));
        assert_eq!(list(&e), [(2, 5), (4, 10), (6, 12)]);
    }

    #[test]
    fn truncation_keeps_what_is_left_covered() {
        let mut e = epochs(&[(2, 5), (4, 10), (7, 20)]);
        assert!(e.truncate_from_start(12));
        assert_eq!(list(&e), [(4, 12), (7, 20)]);
        assert!(!e.truncate_from_start(3));
        assert!(!e.truncate_from_end(21));
        assert!(e.truncate_from_end(20));
        assert_eq!(list(&e), [(4, 12)]);
    }
}
