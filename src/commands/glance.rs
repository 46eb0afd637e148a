//! A few records at a glance: what waits for a group, what a topic holds last.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Serialize, Serializer};

use super::failure::Failure;
use crate::client::Client;
use crate::client::data::Source;
use crate::client::data::consume::{Came, ConsumeSettings, Consumed, Reset, Span, Spans, Then, Wanted};
use crate::client::data::fault::Fault;
use crate::client::data::wire::Consumer;
use crate::output::human;
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};
use crate::records::lines;

/// How long records may take to come.
const PATIENCE: Duration = Duration::from_secs(10);
/// Markers of transactions and compaction leave holes: so many offsets are looked at for each record, at first.
const HOLES: i64 = 8;
/// How much farther back each further look goes.
const FARTHER: i64 = 8;

/// What a screen shows of a key or a value, in letters.
const SHOWN: usize = 80;

/// One record.
#[derive(Debug, Serialize)]
pub struct Glance {
    topic: String,
    partition: i32,
    offset: i64,
    /// None in the oldest format.
    #[serde(serialize_with = "iso")]
    timestamp: i64,
    #[serde(serialize_with = "text_or_base64")]
    key: Option<Vec<u8>>,
    #[serde(serialize_with = "text_or_base64")]
    value: Option<Vec<u8>>,
    /// Whether a group has read it, where that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<bool>,
}

/// A text as it is; other bytes as an object that says so.
fn text_or_base64<S: Serializer>(bytes: &Option<Vec<u8>>, serializer: S) -> Result<S::Ok, S::Error> {
    match bytes.as_deref().map(std::str::from_utf8) {
        None => serializer.serialize_none(),
        Some(Ok(text)) => serializer.serialize_str(text),
        Some(Err(_)) => {
            let encoded = STANDARD.encode(bytes.as_deref().unwrap_or_default());
            serde_json::json!({ "base64": encoded }).serialize(serializer)
        }
    }
}

fn iso<S: Serializer>(ms: &i64, serializer: S) -> Result<S::Ok, S::Error> {
    Some(*ms).filter(|ms| *ms >= 0).map(human::iso).serialize(serializer)
}

impl Glance {
    /// Whether a group has read it, for those who ask.
    pub fn read(self, read: Option<bool>) -> Self {
        Self { read, ..self }
    }
}

impl From<&Consumed<'_>> for Glance {
    fn from(record: &Consumed<'_>) -> Self {
        Self {
            topic: record.topic.to_owned(),
            partition: record.partition,
            offset: record.offset,
            timestamp: record.timestamp,
            key: record.key.map(<[u8]>::to_vec),
            value: record.value.map(<[u8]>::to_vec),
            read: None,
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Glances {
    pub records: Vec<Glance>,
}

/// The newest records of a topic's partitions, `count` of each at most. `bounds`: where each begins and ends.
pub fn newest(
    client: &Client,
    topic: &str,
    bounds: &BTreeMap<i32, (i64, i64)>,
    count: usize,
) -> Result<Vec<Glance>, Failure> {
    let mut found: BTreeMap<i32, VecDeque<Glance>> = BTreeMap::new();
    let mut back = i64::try_from(count).unwrap_or(i64::MAX).saturating_mul(HOLES);
    let mut left: BTreeMap<i32, (i64, i64)> =
        bounds.iter().filter(|(_, (start, end))| start < end).map(|(id, bounds)| (*id, *bounds)).collect();
    while !left.is_empty() {
        let from = |(start, end): (i64, i64)| end.saturating_sub(back).max(start);
        left.keys().for_each(|id| drop(found.insert(*id, VecDeque::new())));
        let span = |(id, place): (&i32, &(i64, i64))| Span {
            topic: topic.to_owned(),
            partition: *id,
            from: from(*place),
            until: Some(place.1),
        };
        read(client, topic, left.iter().map(span).collect(), &mut |record| {
            let kept = found.entry(record.partition).or_default();
            kept.push_back(Glance::from(record));
            if kept.len() > count {
                kept.pop_front();
            }
        })?;
        left.retain(|id, place| found.get(id).map_or(0, VecDeque::len) < count && from(*place) > place.0);
        back = back.saturating_mul(FARTHER);
    }
    Ok(found.into_values().flatten().collect())
}

/// The record at one place; `None` where there is none.
pub fn at(client: &Client, topic: &str, partition: i32, offset: i64) -> Result<Option<Glance>, Failure> {
    let span = Span { topic: topic.to_owned(), partition, from: offset, until: Some(offset + 1) };
    let mut found = None;
    read(client, topic, vec![span], &mut |record| found = Some(Glance::from(record)))?;
    Ok(found.filter(|record| record.offset == offset))
}

fn read(client: &Client, topic: &str, list: Vec<Span>, each: &mut dyn FnMut(&Consumed<'_>)) -> Result<(), Failure> {
    let settings = ConsumeSettings {
        spans: Some(Arc::new(Spans { list, others: false })),
        // What retention takes away meanwhile is no reason to stop.
        reset: Reset::Earliest,
        create_topics: false,
        must_exist: true,
        ..ConsumeSettings::new(Wanted::Topic(topic.to_owned()))
    };
    let failed = |fault: Fault| match fault {
        Fault::Client(error) => error.into(),
        other => Failure::new(format!("cannot read {topic}: {other}")),
    };
    let mut consumer = Consumer::start(client.settings().clone(), settings).map_err(failed)?;
    loop {
        let came = consumer.poll(Some(PATIENCE), &mut || {}, &mut |record| {
            each(record);
            Then::GoOn
        });
        match came {
            Came::Records(_) | Came::Placed | Came::Note(_) => {}
            Came::Ended | Came::Nothing => return Ok(()),
            Came::Fault(fault) => return Err(failed(fault)),
        }
    }
}

impl Report for Glances {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(()) // the original has no such act
    }

    fn table(&self) -> Table {
        let told = self.records.iter().any(|record| record.read.is_some());
        let titles = ["READ", "TOPIC", ">PARTITION", ">OFFSET", "TIME", "KEY", "VALUE"];
        let mut table = Table::new(if told { &titles } else { &titles[1..] });
        let today = lines::today();
        for record in &self.records {
            let time = match record.timestamp {
                ..0 => Cell::new("-"),
                ms => Cell::new(lines::moment(ms, &today)).exactly(human::iso(ms)),
            };
            let read = record.read.filter(|_| told).map(|read| Cell::new(if read { "yes" } else { "next" }));
            let cells = [
                record.topic.as_str().into(),
                record.partition.to_string().into(),
                Cell::count(record.offset),
                time,
                harmless(record.key.as_deref()),
                harmless(record.value.as_deref()),
            ];
            table.row(read.into_iter().chain(cells));
        }
        table
    }
}

/// Bytes as a cell: control characters are written out, so that no record can play with a terminal; long ones are cut
/// for the eye.
fn harmless(bytes: Option<&[u8]>) -> Cell {
    let Some(bytes) = bytes else { return Cell::new("null") };
    let text: String = String::from_utf8_lossy(bytes)
        .chars()
        .flat_map(|c| if c.is_control() { c.escape_default().collect::<Vec<_>>() } else { vec![c] })
        .collect();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => Cell::new(format!("{}…", &text[..end])).exactly(text),
        None => Cell::new(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_record_says_cannot_play_with_a_terminal() {
        assert_eq!(harmless(Some(b"a\x1b[2J\n")).text, "a\\u{1b}[2J\\n");
        assert_eq!(harmless(None).text, "null");
        let long = harmless(Some("ä".repeat(100).as_bytes()));
        assert_eq!((long.text.chars().count(), long.exact.map(|text| text.chars().count())), (SHOWN + 1, Some(100)));
    }

    #[test]
    fn bytes_that_are_no_text_say_so_in_json() {
        let record = |value: &[u8]| Glance {
            topic: "t".into(),
            partition: 0,
            offset: 1,
            timestamp: 2,
            key: None,
            value: Some(value.to_vec()),
            read: None,
        };
        let json = serde_json::to_value(Glances { records: vec![record(b"x"), record(&[0xff])] }).unwrap();
        assert_eq!((&json[0]["value"], &json[1]["value"]["base64"]), (&"x".into(), &"/w==".into()));
    }
}
