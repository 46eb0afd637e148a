//! Transactions that are about to begin here, while their coordinator is asked whether it knows of them (KIP-890).
//!
//! Between the coordinator's yes and the append the transaction may end: its marker would be below the records, and they
//! would hang for ever. So the asker holds a [`Guard`], which the marker takes away. Nothing of this is on disk: what
//! was asked before a restart has to be asked again.

use std::collections::HashMap;

/// The right to begin a transaction, from one question to the coordinator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guard(u64);

/// What is known of a transaction that a batch may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verified {
    /// Nobody asks: verification is off, or the coordinator itself appends.
    Exempt,
    /// The coordinator was not asked, because the transaction was open already.
    Open,
    /// The coordinator agreed to this question.
    By(Guard),
}

#[derive(Debug)]
struct Entry {
    guard: Guard,
    epoch: i16,
    /// Of all batches that were held back: the transaction must not begin behind one of them.
    lowest_sequence: i32,
    since_ms: i64,
}

#[derive(Debug, Default)]
pub struct Verifications {
    by_id: HashMap<i64, Entry>,
    asked: u64,
}

impl Verifications {
    /// Notes that the coordinator is asked. Requests of one producer share their guard.
    pub fn begin(&mut self, id: i64, epoch: i16, sequence: i32, now_ms: i64) -> Guard {
        let fresh = Guard(self.asked);
        self.asked += 1;
        let entry =
            self.by_id.entry(id).or_insert(Entry { guard: fresh, epoch, lowest_sequence: sequence, since_ms: now_ms });
        if epoch > entry.epoch {
            (entry.epoch, entry.lowest_sequence) = (epoch, sequence);
        } else if epoch == entry.epoch {
            entry.lowest_sequence = entry.lowest_sequence.min(sequence);
        }
        entry.guard
    }

    pub fn holds(&self, id: i64, verified: Verified) -> bool {
        match verified {
            Verified::Exempt => true,
            Verified::Open => false,
            Verified::By(guard) => self.by_id.get(&id).is_some_and(|e| e.guard == guard),
        }
    }

    /// The first sequence that the transaction may begin with.
    pub fn lowest_sequence(&self, id: i64, epoch: i16) -> Option<i32> {
        self.by_id.get(&id).filter(|e| e.epoch == epoch).map(|e| e.lowest_sequence)
    }

    /// The transaction is open, or has ended.
    pub fn end(&mut self, id: i64) {
        if !self.by_id.is_empty() {
            self.by_id.remove(&id);
        }
    }

    pub fn expire(&mut self, now_ms: i64, expiration_ms: i64) {
        self.by_id.retain(|_, e| now_ms.saturating_sub(e.since_ms) < expiration_ms);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guard_is_shared_until_the_transaction_begins_or_ends_and_never_comes_back() {
        let mut v = Verifications::default();
        let first = v.begin(7, 0, 5, 0);
        assert_eq!(v.begin(7, 0, 3, 0), first);
        assert_eq!(v.lowest_sequence(7, 0), Some(3));
        assert!(v.holds(7, Verified::By(first)) && !v.holds(8, Verified::By(first)) && !v.holds(7, Verified::Open));
        v.end(7);
        assert!(!v.holds(7, Verified::By(first)));
        let second = v.begin(7, 0, 0, 0);
        assert!(second != first && !v.holds(7, Verified::By(first)));
    }

    #[test]
    fn a_newer_epoch_begins_its_sequences_anew_and_old_questions_are_forgotten() {
        let mut v = Verifications::default();
        v.begin(7, 0, 0, 10);
        v.begin(7, 1, 4, 20);
        assert_eq!((v.lowest_sequence(7, 1), v.lowest_sequence(7, 0)), (Some(4), None));
        v.expire(109, 100);
        assert_eq!(v.lowest_sequence(7, 1), Some(4));
        v.expire(110, 100);
        assert_eq!(v.lowest_sequence(7, 1), None);
    }
}
