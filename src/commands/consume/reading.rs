//! kt's own way of choosing records: which are let through, kept, or shown.
//!
//! What must hold: a record passes only if all conditions hold; one that a jq expression stumbles over does not pass, and
//! that is told at the end.

use std::collections::HashMap;

use fancy_regex::Regex;

use crate::commands::pattern::Pattern;
use crate::output::jq::{self, Jq};
use crate::output::record::{self, FormatError, Formatter, Header, Record};
use crate::records::place::{Places, Range};
use crate::records::{Kept, envelope};

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
    /// The partition where a key lives is the only one that is read.
    pub one_partition: bool,
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
}

/// Which records pass.
#[derive(Default)]
pub struct Sieve {
    pub key: Option<Vec<u8>>,
    pub grep: Option<Regex>,
    /// Names, and what they must be.
    pub headers: Vec<(String, Option<String>)>,
    pub conditions: Vec<Jq>,
    /// How many records an expression stumbled over, and its first sentence.
    pub stumbled: Option<(u64, String)>,
    pub json: Vec<u8>,
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

impl Sieve {
    fn passes(&mut self, record: &Record<'_>) -> bool {
        if self.key.is_some() && record.key != self.key.as_deref() {
            return false;
        }
        let has = |(name, wanted): &(String, Option<String>)| {
            record.headers.iter().any(|header| {
                header.key == name.as_bytes()
                    && wanted.as_ref().is_none_or(|wanted| header.value == Some(wanted.as_bytes()))
            })
        };
        if !self.headers.iter().all(has) {
            return false;
        }
        if let Some(grep) = &self.grep {
            let finds = |bytes: &[u8]| grep.is_match(&*String::from_utf8_lossy(bytes)).unwrap_or(false);
            let in_header = |header: &Header<'_>| {
                let value = header.value.unwrap_or_default();
                finds(&[header.key, b"=", value].concat())
            };
            let found = record.value.is_some_and(finds)
                || record.key.is_some_and(finds)
                || record.headers.iter().any(in_header);
            if !found {
                return false;
            }
        }
        if self.conditions.is_empty() {
            return true;
        }
        self.json.clear();
        envelope::write(record, &mut self.json);
        for condition in &self.conditions {
            match condition.is_true(&self.json) {
                Ok(true) => {}
                Ok(false) => return false,
                Err(why) => {
                    let place = format!("{}[{}] offset {}", record.topic, record.partition, record.offset);
                    self.stumbled.get_or_insert_with(|| (0, format!("{why} (at {place})"))).0 += 1;
                    return false;
                }
            }
        }
        true
    }
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
            || self.one_partition
            || self.single
    }

    /// Shows the record to `show` if it is to be shown at once.
    pub fn sift(&mut self, record: &Record<'_>, show: &mut dyn FnMut(&Record<'_>)) -> Fate {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::record::Timestamp;

    fn passes(sieve: &mut Sieve) -> bool {
        let headers = [Header { key: b"trace", value: Some(b"ab") }];
        let timestamp = Timestamp::Create(1);
        let (key, value) = (Some(&b"o-1"[..]), Some(&br#"{"total":12}"#[..]));
        sieve.passes(&Record {
            topic: "t",
            partition: 0,
            offset: 7,
            timestamp,
            key,
            value,
            headers: &headers,
            deliveries: None,
            batch: None,
        })
    }

    #[test]
    fn a_record_passes_if_all_conditions_hold() {
        let grep = |pattern: &str| Sieve { grep: Some(Regex::new(pattern).unwrap()), ..Sieve::default() };
        assert!(passes(&mut Sieve::default()));
        assert!([r"total.:12", "^o-1$", "^trace=ab$"].map(|pattern| passes(&mut grep(pattern))).iter().all(|p| *p));
        assert!(!passes(&mut grep("^ab")));
        let header = |value: Option<&str>| Sieve {
            headers: vec![("trace".to_owned(), value.map(str::to_owned))],
            ..Sieve::default()
        };
        assert!(passes(&mut header(None)) && passes(&mut header(Some("ab"))) && !passes(&mut header(Some("a"))));
        let key = |key: &[u8]| Sieve { key: Some(key.to_vec()), ..Sieve::default() };
        assert!(passes(&mut key(b"o-1")) && !passes(&mut key(b"o-")));
        let jq = |expression: &str| Sieve { conditions: vec![Jq::new(expression).unwrap()], ..grep("12") };
        assert!(passes(&mut jq(".value.total > 10 and .partition == 0")) && !passes(&mut jq(".value.total > 12")));
    }

    #[test]
    fn a_record_that_an_expression_stumbles_over_does_not_pass_and_is_counted() {
        let mut sieve = Sieve { conditions: vec![Jq::new(".key.total > 1").unwrap()], ..Sieve::default() };
        assert!(!passes(&mut sieve) && !passes(&mut sieve));
        let (count, why) = sieve.stumbled.unwrap();
        assert_eq!(count, 2);
        assert!(why.ends_with("(at t[0] offset 7)"), "{why}");
    }
}
