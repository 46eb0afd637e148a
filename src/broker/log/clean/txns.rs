//! Which batches of a log belong to aborted transactions, and which markers nobody needs any more.
//!
//! Fed with the batches in their order, as the original's CleanedTransactionMetadata. What must hold: a marker stays as
//! long as a record of its transaction is there to be decided by it.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::broker::log::txn_index::AbortedTxn;
use crate::protocol::batch::Batch;
use crate::protocol::control::ControlType;

#[derive(Default)]
pub struct Txns {
    /// By first offset and producer: those that begin further on.
    ahead: BTreeMap<(i64, i64), AbortedTxn>,
    /// By producer: the aborted transaction that is open here, and whether a batch of it was met.
    aborted: HashMap<i64, (AbortedTxn, bool)>,
    /// Producers with batches of a transaction that was committed.
    committed: HashSet<i64>,
}

/// What a marker means to the compaction.
pub enum Marker {
    /// No record of its transaction was met: it may go once everybody has had time to read it.
    Unneeded,
    Needed,
    /// As `Needed`, and the transaction stays in the index of aborted ones.
    Abort(AbortedTxn),
}

impl Txns {
    /// Aborted transactions that reach into what is read next. Known ones may be among them.
    pub fn expect(&mut self, txns: Vec<AbortedTxn>) {
        self.ahead.extend(txns.into_iter().map(|t| ((t.first_offset, t.producer_id), t)));
    }

    fn begin_up_to(&mut self, offset: i64) {
        while let Some(first) = self.ahead.first_entry() {
            if first.get().first_offset > offset {
                return;
            }
            let txn = first.remove();
            self.aborted.entry(txn.producer_id).or_insert((txn, false));
        }
    }

    /// A batch of records: true when it was aborted.
    pub fn batch(&mut self, batch: &Batch<'_>) -> bool {
        let header = &batch.header;
        self.begin_up_to(header.last_offset());
        if !header.is_transactional() {
            return false;
        }
        match self.aborted.get_mut(&header.producer_id) {
            Some((_, met)) => *met = true,
            None => {
                self.committed.insert(header.producer_id);
                return false;
            }
        }
        true
    }

    /// A control batch.
    pub fn marker(&mut self, batch: &Batch<'_>) -> Marker {
        self.begin_up_to(batch.header.last_offset());
        let producer_id = batch.header.producer_id;
        let first = batch.iter(batch.payload()).next().and_then(Result::ok);
        let kind = match first {
            // Emptied by an earlier compaction.
            None => return Marker::Unneeded,
            Some(record) => ControlType::from_key(record.key.unwrap_or_default()),
        };
        match kind {
            Some(ControlType::Abort) => match self.aborted.remove(&producer_id) {
                Some((txn, true)) => Marker::Abort(txn),
                _ => Marker::Unneeded,
            },
            Some(ControlType::Commit) => {
                if self.committed.remove(&producer_id) {
                    Marker::Needed
                } else {
                    Marker::Unneeded
                }
            }
            _ => Marker::Needed,
        }
    }
}
