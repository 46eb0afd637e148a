//! What happened, and whether it may have: the rules of transactions, held against a history.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard};

use crate::support::wire::Seen;

/// How a transaction ended, as far as its producer knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Committed,
    Aborted,
    /// It was to be committed, and the answer never came, or was an error.
    Unknown,
}

#[derive(Clone, Debug)]
pub struct Txn {
    /// All of its values begin with it and a colon.
    pub name: String,
    /// What was acknowledged, by partition, in the order it was sent: offset and value.
    pub written: BTreeMap<i32, Vec<(i64, String)>>,
    pub outcome: Outcome,
}

/// What a reader of committed records saw of a partition, in its order.
pub type Read = Vec<Seen>;

#[derive(Default)]
pub struct History {
    txns: Mutex<Vec<Txn>>,
    /// Transactions whose commit was asked for: from then on they may be seen.
    asked: Mutex<HashSet<String>>,
    /// Found on the way.
    violations: Mutex<Vec<String>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("no one panics with it")
}

/// The transaction that a value belongs to.
fn txn_of(value: &str) -> &str {
    value.rsplit_once(':').map_or("", |(name, _)| name)
}

impl History {
    pub fn violation(&self, what: String) {
        locked(&self.violations).push(what);
    }

    /// Before a commit is sent.
    pub fn asks_for_commit(&self, txn: &str) {
        locked(&self.asked).insert(txn.to_owned());
    }

    /// When a value is read.
    pub fn sees(&self, value: &str) {
        if !locked(&self.asked).contains(txn_of(value)) {
            self.violation(format!("read before commit: {value}"));
        }
    }

    pub fn ended(&self, txn: Txn) {
        locked(&self.txns).push(txn);
    }

    pub fn commits(&self) -> usize {
        locked(&self.txns).iter().filter(|t| t.outcome == Outcome::Committed).count()
    }

    /// Whether the value is of a transaction whose commit was answered.
    pub fn was_committed(&self, value: &str) -> bool {
        let name = txn_of(value);
        locked(&self.txns).iter().any(|t| t.name == name && t.outcome == Outcome::Committed)
    }

    /// All that is wrong, given what the partitions hold in the end and what readers saw on the way.
    pub fn check(&self, last: &BTreeMap<i32, Read>, reads: &[(i32, Read)]) -> Vec<String> {
        let mut wrong = locked(&self.violations).clone();
        for (partition, read) in reads {
            let same = last[partition].iter().zip(read).take_while(|(a, b)| a == b).count();
            if same < read.len() {
                wrong.push(format!("inconsistent offset: a reader of partition {partition} saw {:?}", read[same]));
            }
        }
        let mut present: HashMap<&str, BTreeMap<i32, Vec<&Seen>>> = HashMap::new();
        for (partition, read) in last {
            let mut values = HashSet::new();
            for seen in read {
                if !values.insert(&seen.value) {
                    wrong.push(format!("duplicate: {} in partition {partition}", seen.value));
                }
                present.entry(txn_of(&seen.value)).or_default().entry(*partition).or_default().push(seen);
            }
            if read.windows(2).any(|pair| pair[0].offset >= pair[1].offset) {
                wrong.push(format!("inversion: offsets of partition {partition} do not grow"));
            }
        }
        for txn in locked(&self.txns).iter() {
            check_txn(txn, present.get(txn.name.as_str()), &mut wrong);
        }
        wrong
    }
}

fn check_txn(txn: &Txn, present: Option<&BTreeMap<i32, Vec<&Seen>>>, wrong: &mut Vec<String>) {
    let name = &txn.name;
    match (txn.outcome, present) {
        (Outcome::Aborted, Some(_)) => wrong.push(format!("aborted read: {name}")),
        (Outcome::Committed, None) if !txn.written.is_empty() => wrong.push(format!("lost: all of {name}")),
        (Outcome::Committed | Outcome::Unknown, Some(present)) => {
            for (partition, written) in &txn.written {
                let seen = present.get(partition).into_iter().flatten();
                let there: Vec<(i64, &str)> = seen.map(|s| (s.offset, s.value.as_str())).collect();
                let should: Vec<(i64, &str)> = written.iter().map(|(o, v)| (*o, v.as_str())).collect();
                if there == should {
                    continue;
                }
                let kind = if there.is_empty() {
                    "torn"
                } else if should.iter().any(|(_, v)| there.iter().all(|(_, t)| t != v)) {
                    "gap"
                } else if there.iter().map(|(_, v)| v).eq(should.iter().map(|(_, v)| v)) {
                    "inconsistent offset"
                } else {
                    "inversion"
                };
                wrong.push(format!("{kind}: partition {partition} of {name} has {there:?}, not {should:?}"));
            }
        }
        (Outcome::Aborted | Outcome::Unknown | Outcome::Committed, None) => {}
    }
}
