//! A result whose three forms are made beforehand: the original's text, kt's table, JSON.

use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::Table;

pub struct Said {
    /// The original's stdout, with its line ends.
    pub kafka: String,
    pub table: Table,
    pub json: Value,
}

impl Said {
    pub fn new(kafka: impl Into<String>, table: Table, json: Value) -> Said {
        Said { kafka: kafka.into(), table, json }
    }
}

impl Serialize for Said {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl Report for Said {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        out.write_all(self.kafka.as_bytes())
    }

    fn table(&self) -> Table {
        self.table.clone()
    }
}
