//! The list of topics.

use std::io;

use serde::Serialize;

use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// One line of the list.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub topic: String,
    pub id: Option<String>,
    pub partitions: usize,
    #[serde(rename = "replicationFactor")]
    pub replication_factor: usize,
    pub internal: bool,
}

/// All rows, in the order of their names.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct List {
    pub rows: Vec<Row>,
}

impl Report for List {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        // Joined by newlines and then a last one: no topic at all is an empty line.
        let names: Vec<&str> = self.rows.iter().map(|row| row.topic.as_str()).collect();
        out.line(names.join("\n"))
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITIONS", ">REPLICAS", "+ID"]);
        for row in &self.rows {
            table.row([
                row.topic.as_str().into(),
                Cell::count(row.partitions as i64),
                Cell::count(row.replication_factor as i64),
                row.id.clone().unwrap_or_default().into(),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(names: &[&str]) -> List {
        let row = |name: &&str| Row {
            topic: (*name).to_owned(),
            id: None,
            partitions: 1,
            replication_factor: 1,
            internal: false,
        };
        List { rows: names.iter().map(row).collect() }
    }

    #[test]
    fn the_originals_list_has_one_name_a_line_and_an_empty_line_for_none() {
        let text = |names: &[&str]| {
            let mut out = Sink::memory();
            list(names).kafka(&mut out).unwrap();
            out.into_text()
        };
        assert_eq!(text(&["audit", "orders"]), "audit\norders\n");
        assert_eq!(text(&[]), "\n");
    }
}
