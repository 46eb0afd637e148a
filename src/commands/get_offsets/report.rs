//! How offsets look: the original's `topic:partition:offset`, and kt's tables.

use std::io;

use serde::Serialize;

use crate::client::admin::TopicPartition;
use crate::client::admin::offsets;
use crate::output::human;
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// One offset a partition.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Found {
    pub rows: Vec<FoundRow>,
}

#[derive(Serialize)]
pub(super) struct FoundRow {
    topic: String,
    partition: i32,
    offset: i64,
    /// When the record there was written; the ends have none.
    timestamp: Option<String>,
}

impl FoundRow {
    /// `None` if no record fits: such a partition has no line in the original either.
    pub fn new(partition: TopicPartition, found: offsets::Found) -> Option<FoundRow> {
        (found.offset >= 0).then(|| FoundRow {
            topic: partition.topic,
            partition: partition.partition,
            offset: found.offset,
            timestamp: (found.timestamp >= 0).then(|| human::iso(found.timestamp)),
        })
    }
}

impl Report for Found {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        self.rows.iter().try_for_each(|row| out.line(format!("{}:{}:{}", row.topic, row.partition, row.offset)))
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITION", ">OFFSET", "TIMESTAMP"]);
        for row in &self.rows {
            table.row([
                row.topic.as_str().into(),
                row.partition.to_string().into(),
                Cell::count(row.offset),
                row.timestamp.clone().unwrap_or_else(|| "-".into()).into(),
            ]);
        }
        table
    }
}

/// Begin and end of partitions.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Ends {
    pub rows: Vec<EndsRow>,
}

#[derive(Serialize)]
pub(super) struct EndsRow {
    topic: String,
    partition: i32,
    start: i64,
    end: i64,
    /// Offsets between them: the records, but for those that compaction took and the marks of transactions.
    messages: i64,
}

impl EndsRow {
    pub fn new(partition: TopicPartition, start: i64, end: i64) -> EndsRow {
        let messages = end.saturating_sub(start).max(0);
        EndsRow { topic: partition.topic, partition: partition.partition, start, end, messages }
    }
}

impl Report for Ends {
    /// The original has no such list; kt's own grammar alone asks for it.
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        self.rows.iter().try_for_each(|row| out.line(format!("{}:{}:{}", row.topic, row.partition, row.end)))
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITION", ">START", ">END", ">MESSAGES"]);
        for row in &self.rows {
            table.row([
                row.topic.as_str().into(),
                row.partition.to_string().into(),
                Cell::count(row.start),
                Cell::count(row.end),
                Cell::count(row.messages),
            ]);
        }
        table
    }
}
