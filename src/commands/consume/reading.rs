//! kt's own way of choosing records: which are let through, kept, or shown.
//!
//! What must hold: a record is shown, kept or dropped, and only what passes the sieve is shown or kept.

use std::collections::HashMap;

use crate::client::data::produce::KeyHash;
use crate::commands::pattern::Pattern;
use crate::output::jq::{self, Jq};
use crate::output::record::{self, FormatError, Formatter, Record, Timestamp};
use crate::records::place::{Places, Range};
use crate::records::{Kept, Sieve, envelope};

/// What kt's own grammar asks for beyond Kafka's.
pub struct Reading {
    /// Names and patterns, as they were written.
    pub topics: Vec<String>,
    /// Those of them that are patterns.
    pub patterns: Vec<Pattern>,
    pub partition: Option<i32>,
    pub places: Places,
    /// The newest so many of all partitions together, before what comes.
    pub tail: Option<usize>,
    /// Whose commits `stored` means.
    pub stored_by: Option<String>,
    /// The partition where a key lives by this hash is the only one that is read.
    pub one_partition: Option<KeyHash>,
    pub sieve: Sieve,
    pub keep: Keep,
    /// Records of Kafka's own topics are shown as JSON.
    pub decode: bool,
    /// Only one partition can be meant.
    pub single: bool,
    /// No record at all is a failure.
    pub exit_status: bool,
    /// What was looked for, for `kt get`: not to find it is an error in these words.
    pub sought: Option<String>,
    /// Where else it may be, once that is known.
    pub elsewhere: Option<String>,
    /// Watched where places are moments.
    pub order: Option<Order>,
}

/// Whether the times of records rise with their offsets. A moment's place is the first record from then on, so where they
/// do not, a range of times may leave out some of its records.
#[derive(Default)]
pub struct Order {
    /// The latest time so far by topic and partition; the one that was looked at last is the first.
    latest: Vec<(String, i32, i64)>,
    /// The first place where it fell.
    pub fell: Option<(String, i32)>,
}

impl Order {
    fn look(&mut self, record: &Record<'_>) {
        let Timestamp::Create(time) = record.timestamp else { return };
        if self.fell.is_some() {
            return;
        }
        let is_here =
            |(topic, partition, _): &(String, i32, i64)| *partition == record.partition && topic == record.topic;
        match self.latest.iter().position(is_here) {
            Some(at) => {
                self.latest.swap(0, at);
                if time < self.latest[0].2 {
                    self.fell = Some((record.topic.to_owned(), record.partition));
                }
                self.latest[0].2 = time;
            }
            None => self.latest.push((record.topic.to_owned(), record.partition, time)),
        }
    }
}

/// What is done with a record that passes.
pub enum Keep {
    Nothing,
    All(Vec<Kept>),
    /// The latest of each key, by topic and partition.
    Latest {
        of: HashMap<(String, i32, Vec<u8>), Kept>,
        without_key: u64,
    },
}

/// What becomes of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Dropped,
    Kept,
    Shown,
}

impl Reading {
    /// Whether the cluster has to be asked where the places are. To read from an end of a topic needs no question.
    pub fn needs_plan(&self) -> bool {
        let plain = Places::all(Range::ALL);
        let at_an_end = self.places == plain || self.places == Places::all(Range::NEW);
        !at_an_end
            || self.topics.len() > 1
            || !self.patterns.is_empty()
            || self.tail.is_some()
            || self.one_partition.is_some()
            || self.single
    }

    /// Shows the record to `show` if it is to be shown at once.
    pub fn sift(&mut self, record: &Record<'_>, show: &mut dyn FnMut(&Record<'_>)) -> Fate {
        if let Some(order) = &mut self.order {
            order.look(record);
        }
        let decoded = if self.decode { record::decoded(record) } else { None };
        let record = match &decoded {
            None => *record,
            Some((key, value)) => {
                Record { key: Some(key.as_bytes()), value: value.as_ref().map(String::as_bytes), ..*record }
            }
        };
        if !self.sieve.passes(&record) {
            return Fate::Dropped;
        }
        match &mut self.keep {
            Keep::Nothing => {
                show(&record);
                return Fate::Shown;
            }
            Keep::All(all) => all.push(Kept::of(&record)),
            Keep::Latest { of, without_key } => match (record.key, record.value) {
                (None, _) => *without_key += 1,
                (Some(key), None) => {
                    of.remove(&(record.topic.to_owned(), record.partition, key.to_vec()));
                }
                (Some(key), Some(_)) => {
                    of.insert((record.topic.to_owned(), record.partition, key.to_vec()), Kept::of(&record));
                }
            },
        }
        Fate::Kept
    }

    /// What was kept, in the order in which it is shown.
    pub fn take_kept(&mut self) -> Vec<Kept> {
        match &mut self.keep {
            Keep::Nothing => Vec::new(),
            Keep::All(all) => {
                let mut all = std::mem::take(all);
                all.sort_by(|a, b| {
                    (a.millis(), &a.topic, a.partition, a.offset).cmp(&(b.millis(), &b.topic, b.partition, b.offset))
                });
                all
            }
            Keep::Latest { of, .. } => {
                let mut all: Vec<Kept> = std::mem::take(of).into_values().collect();
                all.sort_by(|a, b| (&a.topic, a.partition, a.offset).cmp(&(&b.topic, b.partition, b.offset)));
                all
            }
        }
    }
}

/// Prints what a jq expression makes of each record.
pub struct JqFormatter {
    pub expression: Jq,
    /// Texts without their quotes.
    pub raw: bool,
    pub for_terminal: bool,
    pub json: Vec<u8>,
}

impl Formatter for JqFormatter {
    fn write(&mut self, record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), FormatError> {
        self.json.clear();
        envelope::write(record, &mut self.json);
        let from = out.len();
        let raw = self.raw;
        let outcome = self.expression.run(&self.json, &mut |value| {
            jq::write(&value, raw, out).map(|()| true).map_err(|error| error.to_string())
        });
        if self.for_terminal
            && !raw
            && let Some(shown) = envelope::without_controls(&out[from..])
        {
            out.truncate(from);
            out.extend_from_slice(&shown);
        }
        outcome.map_err(|message| FormatError { class: "jq", message })
    }
}
