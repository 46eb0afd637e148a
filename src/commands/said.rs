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

/// That something was done: a line for people, and what it was done to for programs. The original mostly has no such act.
pub struct Done {
    words: String,
    /// What stands before the words: `Deleted`, and its verb for a dry run.
    act: Option<(&'static str, &'static str)>,
    title: &'static str,
    /// The first is the table's.
    fields: Vec<(&'static str, Value)>,
    kafka: String,
    /// It is told on stderr that nothing was to be done.
    silent: bool,
}

impl Done {
    pub fn new(words: impl Into<String>, title: &'static str, key: &'static str, value: impl Into<Value>) -> Done {
        Done {
            words: words.into(),
            act: None,
            title,
            fields: vec![(key, value.into())],
            kafka: String::new(),
            silent: false,
        }
    }

    /// The words are what it was done to: `Removed` alice, or `Would remove` alice in a dry run.
    pub fn act(self, done: &'static str, verb: &'static str) -> Done {
        Done { act: Some((done, verb)), ..self }
    }

    /// One more field of the JSON form.
    pub fn with(mut self, key: &'static str, value: impl Into<Value>) -> Done {
        self.fields.push((key, value.into()));
        self
    }

    /// Only for programs: people are told otherwise.
    pub fn silent(self) -> Done {
        Done { silent: true, ..self }
    }

    /// The original's stdout.
    pub fn kafka(self, text: impl Into<String>) -> Done {
        Done { kafka: text.into(), ..self }
    }
}

impl Serialize for Done {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.fields.iter().map(|(key, value)| (key, value)))
    }
}

impl Report for Done {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        out.write_all(self.kafka.as_bytes())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&[self.title]);
        let text = match &self.fields[0].1 {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            value => value.to_string(),
        };
        table.row([text.into()]);
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        match self.act {
            _ if self.silent => Ok(()),
            Some((done, verb)) => screen.line(format!("{} {}", screen.act(done, verb), self.words)),
            None => screen.line(&self.words),
        }
    }
}
