//! What a member of a share group is asked to read, and what becomes of the records it is given (KIP-932).

use std::cell::Cell;

use super::consume::ConsumeSettings;

/// What a member says of a record it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is done with.
    Accept,
    /// Somebody else of the group may have it.
    Release,
    /// Nobody can make use of it.
    Reject,
}

/// How to read in a share group.
#[derive(Clone)]
pub struct ShareSettings {
    /// One topic, and how it is fetched; the group says where it begins.
    pub reading: ConsumeSettings,
    pub group: String,
    /// What is said of each record, unless its receiver says something else.
    pub verdict: Verdict,
    /// How many records the broker is asked for at once; whole batches may bring more.
    pub max_records: i32,
    /// No more records than that, even if a batch has to be taken apart.
    pub strict_limit: bool,
    pub rack: Option<String>,
}

impl ShareSettings {
    /// With Kafka's defaults.
    pub fn new(reading: ConsumeSettings, group: &str) -> Self {
        Self {
            reading,
            group: group.to_owned(),
            verdict: Verdict::Accept,
            max_records: 500,
            strict_limit: false,
            rack: None,
        }
    }
}

/// How a record came to this member, and a way to say what becomes of it.
#[derive(Clone, Copy, Debug)]
pub struct Delivery<'a> {
    /// How often it was given to a member, this time included.
    pub count: i16,
    outcome: &'a Cell<Outcome>,
}

/// What its receiver has made of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// What the settings say.
    Settled,
    Rejected,
    /// Nothing is said of it: it goes back to the group when this member leaves.
    Open,
}

impl<'a> Delivery<'a> {
    pub fn new(count: i16, outcome: &'a Cell<Outcome>) -> Self {
        Self { count, outcome }
    }

    pub fn reject(self) {
        self.outcome.set(Outcome::Rejected);
    }

    pub fn leave_open(self) {
        self.outcome.set(Outcome::Open);
    }
}

/// What the broker said to the verdicts on records of one partition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    pub partition: i32,
    pub offsets: Vec<i64>,
    /// Why the verdicts do not count.
    pub error: Option<String>,
}
