//! What was deleted: the original's lines, and kt's table.

use std::io::{self, Write};

use serde::Serialize;

use crate::client::{self, admin::TopicPartition};
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Cuts {
    pub rows: Vec<Cut>,
}

#[derive(Serialize)]
pub(super) struct Cut {
    topic: String,
    partition: i32,
    /// The first offset that is left.
    start: Option<i64>,
    error: Option<String>,
    #[serde(skip)]
    java: String,
}

impl Cut {
    pub fn done(partition: &TopicPartition, start: i64) -> Cut {
        let TopicPartition { topic, partition } = partition.clone();
        Cut { topic, partition, start: Some(start), error: None, java: String::new() }
    }

    pub fn failed(partition: &TopicPartition, error: &client::Error) -> Cut {
        let TopicPartition { topic, partition } = partition.clone();
        Cut { topic, partition, start: None, error: Some(error.what()), java: error.java_exception() }
    }
}

impl Cuts {
    /// The original's stdout. The order there differs from run to run (it hashes with a salt); here it is the file's.
    pub fn text(&self) -> String {
        let mut text = "Executing records delete operation\nRecords delete operation completed:\n".to_owned();
        for row in &self.rows {
            let place = format!("partition: {}-{}", row.topic, row.partition);
            text += &match row.start {
                Some(start) => format!("{place}\tlow_watermark: {start}\n"),
                None => format!("{place}\terror: {}\n", row.java),
            };
        }
        text
    }
}

impl Report for Cuts {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        out.write_all(self.text().as_bytes())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITION", ">START NOW"]);
        for row in self.rows.iter().filter(|row| row.error.is_none()) {
            table.row([
                row.topic.as_str().into(),
                row.partition.to_string().into(),
                Cell::count(row.start.unwrap_or_default()),
            ]);
        }
        table
    }
}
