//! What a consumer is asked to read, and how a record looks when it comes.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use super::fault::Fault;
use super::share::Delivery;
use crate::protocol::batch::BatchHeader;
use crate::protocol::record::Header;

/// Which records.
#[derive(Clone)]
pub enum Wanted {
    /// All partitions of one topic.
    Topic(String),
    /// One partition.
    Partition(String, i32),
    /// All topics whose whole name fits; the cluster's internal ones are left out unless `internal`.
    Pattern { fits: Arc<dyn Fn(&str) -> bool + Send + Sync>, internal: bool },
}

/// Where to begin in a partition, and where to go on when the offset wanted is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    Earliest,
    Latest,
    Offset(i64),
}

/// A part of a partition: from this offset up to, not including, that one; without an end, for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub topic: String,
    pub partition: i32,
    pub from: i64,
    pub until: Option<i64>,
}

/// Exactly what is read. Reading ends when all spans have an end and were read to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    pub list: Vec<Span>,
    /// Partitions that are not in the list are new ones, and read from their beginning.
    pub others: bool,
}

/// What to do where there is no offset to go on from (`auto.offset.reset`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reset {
    Earliest,
    Latest,
    /// It is an error.
    Fail,
}

/// How to consume. Sizes in bytes.
#[derive(Clone)]
pub struct ConsumeSettings {
    pub wanted: Wanted,
    /// `None`: where `reset` says.
    pub start: Option<Start>,
    /// In place of `start`, without a group. Once all have been read, [`Came::Ended`] tells.
    pub spans: Option<Arc<Spans>>,
    /// In a group that reads one topic: the ends of its partitions. Once what this member reads of them has been given
    /// out, [`Came::Ended`] tells.
    pub until_ends: Option<Arc<HashMap<i32, i64>>>,
    pub reset: Reset,
    /// Hide records of transactions that are not committed.
    pub committed_only: bool,
    /// Control records are wanted too. Not in a group.
    pub control: bool,
    /// Let the broker make a topic that is not there.
    pub create_topics: bool,
    pub check_crcs: bool,
    pub fetch_min_bytes: i32,
    pub fetch_max_wait: Duration,
    pub fetch_max_bytes: i32,
    pub partition_max_bytes: i32,
    pub retry_backoff: Duration,
    pub metadata_max_age: Duration,
    /// A topic that is not there is an error, in place of waiting for it.
    pub must_exist: bool,
    /// Tell when all partitions have a place to begin ([`Came::Placed`]): what is written from then on is read.
    pub tell_when_placed: bool,
}

impl ConsumeSettings {
    /// Kafka's defaults, but for larger bites: they only save requests.
    pub fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            start: None,
            spans: None,
            until_ends: None,
            reset: Reset::Latest,
            committed_only: false,
            control: false,
            create_topics: true,
            check_crcs: true,
            fetch_min_bytes: 1,
            fetch_max_wait: Duration::from_millis(500),
            fetch_max_bytes: 16 * 1024 * 1024,
            partition_max_bytes: 4 * 1024 * 1024,
            retry_backoff: Duration::from_millis(100),
            metadata_max_age: Duration::from_secs(300),
            must_exist: false,
            tell_when_placed: false,
        }
    }
}

/// Which clock a timestamp is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    None,
    Create,
    LogAppend,
}

/// A record as it comes.
#[derive(Clone, Copy, Debug)]
pub struct Consumed<'a> {
    pub topic: &'a str,
    pub partition: i32,
    pub offset: i64,
    pub timestamp: i64,
    pub clock: Clock,
    pub key: Option<&'a [u8]>,
    pub value: Option<&'a [u8]>,
    pub headers: &'a [Header<'a>],
    /// What its batch says; librdkafka does not tell.
    pub batch: Option<&'a BatchHeader>,
    /// In a share group.
    pub delivery: Option<Delivery<'a>>,
}

/// How far the reading of a partition is: what was fetched of it, and where it ends as its leader said last (for readers
/// of committed records: where the first open transaction begins).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub topic: Arc<str>,
    pub partition: i32,
    /// The first offset that was not fetched.
    pub fetched: i64,
    pub end: i64,
}

/// Partitions came to this member of a group, or were taken from it; sorted by topic and number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rebalanced {
    Assigned(Vec<(String, i32)>),
    Revoked(Vec<(String, i32)>),
}

/// What a receiver of records says to each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    GoOn,
    Stop,
}

/// What a wait for records ended with.
#[derive(Debug)]
pub enum Came {
    /// Records were given to the receiver; it may have said [`Then::Stop`].
    Records(Then),
    /// See [`ConsumeSettings::tell_when_placed`].
    Placed,
    /// Nothing within the time.
    Nothing,
    /// All that was wanted has been given out.
    Ended,
    /// Something a person should know; reading goes on.
    Note(String),
    /// Reading is over.
    Fault(Fault),
}
