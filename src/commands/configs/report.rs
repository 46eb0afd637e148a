//! What settings look like: the original's lines, and kt's tables.

use std::io;

use serde::Serialize;

use super::Kind;
use super::change::{Line, with_unit};
use crate::client::admin::configs::Entry;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// The settings of one thing.
#[derive(Debug, Serialize)]
pub struct Settings {
    #[serde(rename = "type")]
    kind: &'static str,
    /// Empty: what holds for all of the kind.
    name: String,
    settings: Vec<Setting>,
    #[serde(skip)]
    head: String,
}

#[derive(Debug, Serialize)]
struct Setting {
    name: String,
    value: Option<String>,
    source: &'static str,
    sensitive: bool,
    #[serde(rename = "readOnly")]
    read_only: bool,
    synonyms: Vec<Synonym>,
}

#[derive(Debug, Serialize)]
struct Synonym {
    name: String,
    value: Option<String>,
    source: &'static str,
}

impl Settings {
    pub fn new(kind: Kind, name: &str, all: bool, entries: Vec<Entry>) -> Settings {
        let head = match name {
            "" => format!("Default configs for {} in the cluster are:", kind.word()),
            name => format!("{} configs for {} {name} are:", if all { "All" } else { "Dynamic" }, kind.one()),
        };
        let setting = |entry: Entry| Setting {
            source: entry.source.name(),
            name: entry.name,
            value: entry.value,
            sensitive: entry.sensitive,
            read_only: entry.read_only,
            synonyms: entry
                .synonyms
                .into_iter()
                .map(|s| Synonym { source: s.source.name(), name: s.name, value: s.value })
                .collect(),
        };
        let settings = entries.into_iter().map(setting).collect();
        Settings { kind: kind.word(), name: name.to_owned(), settings, head }
    }
}

/// Java prints a missing value so.
fn or_null(value: Option<&str>) -> &str {
    value.unwrap_or("null")
}

impl Report for Settings {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        out.line(&self.head)?;
        for setting in &self.settings {
            let synonym = |s: &Synonym| format!("{}:{}={}", s.source, s.name, or_null(s.value.as_deref()));
            let synonyms: Vec<String> = setting.synonyms.iter().map(synonym).collect();
            out.line(format!(
                "  {}={} sensitive={} synonyms={{{}}}",
                setting.name,
                or_null(setting.value.as_deref()),
                setting.sensitive,
                synonyms.join(", ")
            ))?;
        }
        Ok(())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["SETTING", "VALUE", "SOURCE", "+READ-ONLY"]);
        for setting in &self.settings {
            let value = match &setting.value {
                Some(value) => Cell::new(with_unit(&setting.name, value)).exactly(value.clone()),
                None if setting.sensitive => Cell::new("(hidden)").exactly(""),
                None => Cell::new("-").exactly(""),
            };
            let read_only = if setting.read_only { "yes" } else { "no" };
            table.row([setting.name.as_str().into(), value, source_word(setting.source).into(), read_only.into()]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        if self.settings.is_empty() && screen.is_terminal() {
            return screen.line("nothing is set; --all shows every setting with its default");
        }
        screen.table(&self.table())
    }
}

/// Where a value comes from, in a word.
fn source_word(source: &'static str) -> &'static str {
    match source {
        "DYNAMIC_TOPIC_CONFIG" => "topic",
        "DYNAMIC_BROKER_CONFIG" => "this broker",
        "DYNAMIC_DEFAULT_BROKER_CONFIG" => "all brokers",
        "STATIC_BROKER_CONFIG" => "server.properties",
        "DEFAULT_CONFIG" => "default",
        "DYNAMIC_BROKER_LOGGER_CONFIG" => "logger",
        "DYNAMIC_CLIENT_METRICS_CONFIG" => "subscription",
        "DYNAMIC_GROUP_CONFIG" => "group",
        _ => "?",
    }
}

/// Settings were changed.
#[derive(Debug, Serialize)]
pub struct Changed {
    #[serde(rename = "type")]
    kind: &'static str,
    name: String,
    /// As far as it is known what was set before.
    changes: Vec<Change>,
    #[serde(skip)]
    one: &'static str,
    #[serde(skip)]
    unchanged: bool,
}

#[derive(Debug, Serialize)]
struct Change {
    setting: String,
    before: Option<String>,
    after: Option<String>,
}

impl Changed {
    pub fn new(kind: Kind, name: &str, lines: &[Line]) -> Changed {
        let change = |line: &Line| Change {
            setting: line.key.clone(),
            before: line.before.clone().filter(|_| !line.sensitive),
            after: line.after.clone().filter(|_| !line.sensitive),
        };
        let changes = lines.iter().map(change).collect();
        Changed { kind: kind.word(), name: name.to_owned(), changes, one: kind.one(), unchanged: false }
    }
}

impl Changed {
    /// Everything is so already.
    pub fn nothing(kind: Kind, name: &str) -> Changed {
        Changed { unchanged: true, ..Changed::new(kind, name, &[]) }
    }
}

impl Report for Changed {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        match self.name.as_str() {
            "" => out.line(format!("Completed updating default config for {} in the cluster.", self.kind)),
            name => out.line(format!("Completed updating config for {} {name}.", self.one)),
        }
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TYPE", "NAME"]);
        table.row([self.kind.into(), self.name.as_str().into()]);
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let changed = screen.act("Changed", "change");
        match self.name.as_str() {
            _ if self.unchanged => Ok(()), // it is said on stderr
            "" => screen.line(format!("{changed} the defaults of all {}", self.kind)),
            name => screen.line(format!("{changed} {} {name}", self.one)),
        }
    }
}

/// In what two things differ.
#[derive(Debug, Serialize)]
pub struct Difference {
    pub left: String,
    pub right: String,
    pub differences: Vec<Differing>,
}

#[derive(Debug, Serialize)]
pub struct Differing {
    pub name: String,
    pub left: Option<String>,
    pub right: Option<String>,
}

impl Report for Difference {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(()) // the original has no such act
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["SETTING", "LEFT", "RIGHT"]);
        for one in &self.differences {
            let cell = |value: &Option<String>| match value {
                Some(value) => Cell::new(with_unit(&one.name, value)).exactly(value.clone()),
                None => Cell::new("-").exactly(""),
            };
            table.row([one.name.as_str().into(), cell(&one.left), cell(&one.right)]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        if self.differences.is_empty() && screen.is_terminal() {
            return screen.line(format!("{} and {} have the same settings", self.left, self.right));
        }
        screen.table(&self.table())
    }
}
