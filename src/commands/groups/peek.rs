//! What a group will read next: the first records behind its commits. Nothing is committed, nobody notices.

use std::io;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Serialize, Serializer};

use super::collect::{self, Row};
use super::describe::unknown;
use crate::client::Client;
use crate::client::data::Source;
use crate::client::data::consume::{Came, ConsumeSettings, Start, Then, Wanted};
use crate::client::data::wire::Consumer;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::output::human;
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};
use crate::protocol::code::ErrorCode;

/// How long a partition's records may take to come.
const PATIENCE: Duration = Duration::from_secs(5);
/// Of more partitions nobody reads the screen.
const PARTITIONS: usize = 32;
/// What a screen shows of a key or a value, in letters.
const SHOWN: usize = 80;

/// A record that waits for the group.
#[derive(Debug, Serialize)]
struct Waiting {
    topic: String,
    partition: i32,
    offset: i64,
    timestamp: i64,
    #[serde(serialize_with = "text_or_base64")]
    key: Option<Vec<u8>>,
    #[serde(serialize_with = "text_or_base64")]
    value: Option<Vec<u8>>,
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

#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Peeked {
    records: Vec<Waiting>,
}

pub fn peek(group: &str, topics: &[String], count: usize, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let rows = cx.block_on(rows(client, group))??;
    let waiting: Vec<&Row> = rows
        .iter()
        .filter(|row| topics.is_empty() || topics.contains(&row.topic))
        .filter(|row| row.lag.is_some_and(|lag| lag > 0))
        .collect();
    if waiting.is_empty() {
        cx.note(&match rows.iter().any(|row| row.current_offset.is_some()) {
            true => format!("nothing waits for {group}"),
            false => format!("{group} has committed nothing, so where it would begin is its own affair"),
        });
    }
    if waiting.len() > PARTITIONS {
        let left = human::several(waiting.len() - PARTITIONS, "partition");
        cx.note(&format!("{left} more have records waiting; name a topic to see others"));
    }
    let mut records = Vec::new();
    for row in waiting.into_iter().take(PARTITIONS) {
        read(row, count, client, &mut records)?;
    }
    cx.report(&Peeked { records })
}

async fn rows(client: &Client, group: &str) -> Result<Vec<Row>, Failure> {
    let gathered = collect::gather(client, &[group.to_owned()]).await?;
    let one = match gathered.into_iter().next() {
        Some((_, Ok(one))) => one,
        Some((_, Err(error))) if error.code() == Some(ErrorCode::GROUP_ID_NOT_FOUND) => {
            return Err(unknown(client, group, Some(error)).await);
        }
        Some((_, Err(error))) => return Err(error.into()),
        None => return Ok(Vec::new()),
    };
    let ends = collect::ends(client, collect::partitions(&one).collect()).await?;
    let mut rows = collect::rows(&one.description, &one.offsets, &ends.of);
    rows.sort_by(|a, b| (&a.topic, a.partition).cmp(&(&b.topic, b.partition)));
    Ok(rows)
}

/// The first records of a partition behind the commit, `count` at most.
fn read(row: &Row, count: usize, client: &Client, records: &mut Vec<Waiting>) -> Result<(), Failure> {
    let Some(from) = row.current_offset else { return Ok(()) };
    let settings = ConsumeSettings {
        start: Some(Start::Offset(from)),
        create_topics: false,
        must_exist: true,
        ..ConsumeSettings::new(Wanted::Partition(row.topic.clone(), row.partition))
    };
    let failed = |fault: crate::client::data::fault::Fault| {
        Failure::new(format!("cannot read {}-{}: {fault}", row.topic, row.partition)).exit(Exit::Failed)
    };
    let mut consumer = Consumer::start(client.settings().clone(), settings).map_err(failed)?;
    let (mut left, end) = (count, row.end_offset.unwrap_or(i64::MAX));
    loop {
        let came = consumer.poll(Some(PATIENCE), &mut || {}, &mut |record| {
            // A marker of a transaction may be the last thing in a log: no record has the offset before the end then.
            if left == 0 || record.offset >= end {
                return Then::Stop;
            }
            left -= 1;
            records.push(Waiting {
                topic: record.topic.to_owned(),
                partition: record.partition,
                offset: record.offset,
                timestamp: record.timestamp,
                key: record.key.map(<[u8]>::to_vec),
                value: record.value.map(<[u8]>::to_vec),
            });
            if left == 0 || record.offset + 1 >= end { Then::Stop } else { Then::GoOn }
        });
        match came {
            Came::Records(Then::GoOn) | Came::Placed | Came::Note(_) => {}
            Came::Records(Then::Stop) | Came::Nothing | Came::Ended => return Ok(()),
            Came::Fault(fault) => return Err(failed(fault)),
        }
    }
}

impl Report for Peeked {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(()) // the original has no such act
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITION", ">OFFSET", "TIME", "KEY", "VALUE"]);
        for record in &self.records {
            let time = if record.timestamp < 0 { "-".to_owned() } else { human::iso(record.timestamp) };
            table.row([
                record.topic.as_str().into(),
                record.partition.to_string().into(),
                Cell::count(record.offset),
                time.into(),
                harmless(record.key.as_deref()),
                harmless(record.value.as_deref()),
            ]);
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
        let record = |value: &[u8]| Waiting {
            topic: "t".into(),
            partition: 0,
            offset: 1,
            timestamp: 2,
            key: None,
            value: Some(value.to_vec()),
        };
        let json = serde_json::to_value(Peeked { records: vec![record(b"x"), record(&[0xff])] }).unwrap();
        assert_eq!((&json[0]["value"], &json[1]["value"]["base64"]), (&"x".into(), &"/w==".into()));
    }
}
