//! A result whose three forms are made beforehand: the original's text, kt's table, JSON.

use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::output::report::{Report, Screen};
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

/// That something was done: a line for people, and what it was done to for programs. The original has no such act.
pub struct Done {
    words: String,
    title: &'static str,
    key: &'static str,
    value: Value,
}

impl Done {
    pub fn new(words: impl Into<String>, title: &'static str, key: &'static str, value: impl Into<Value>) -> Done {
        Done { words: words.into(), title, key, value: value.into() }
    }
}

impl Serialize for Done {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::json!({ self.key: self.value }).serialize(serializer)
    }
}

impl Report for Done {
    fn kafka(&self, _: &mut Sink) -> io::Result<()> {
        Ok(())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&[self.title]);
        let text = match &self.value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            value => value.to_string(),
        };
        table.row([text.into()]);
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        screen.line(&self.words)
    }
}
