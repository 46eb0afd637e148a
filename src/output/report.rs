//! What a tool hands over when it is done, and the forms it can be shown in.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::letters;
use super::paint::{Paint, Tone};
use super::record::harmless;
use super::sink::Sink;
use super::table::Table;
use super::{human, json};

/// A result that can be shown. `Serialize` is its JSON form: a list of rows is an array.
pub trait Report: Serialize {
    /// The original's stdout, byte for byte.
    fn kafka(&self, out: &mut Sink) -> io::Result<()>;

    /// The rows, for every listing format.
    fn table(&self) -> Table;

    /// What `--output yaml` shows, where it is something else than the JSON form.
    fn yaml(&self) -> Option<Value> {
        None
    }

    /// kt's screen, where it is more than the table.
    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        screen.table(&self.table())
    }
}

impl<R: Report> Report for &R {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        (**self).kafka(out)
    }

    fn table(&self) -> Table {
        (**self).table()
    }

    fn yaml(&self) -> Option<Value> {
        (**self).yaml()
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        (**self).screen(screen)
    }
}

/// The forms of `--output`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    #[default]
    Table,
    Wide,
    Json,
    Jsonl,
    Yaml,
    Csv,
    Tsv,
    Name,
    /// The fields of the JSON form, and what they mean; nothing is asked of a cluster.
    Help,
}

/// How a report is to be shown in kt's own grammar.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub format: Format,
    pub header: bool,
    pub paint: Paint,
    /// Nothing was done: the report is about what would be.
    pub dry_run: bool,
}

/// The place a report draws its screen on.
pub struct Screen<'a> {
    out: &'a mut Sink,
    style: Style,
    wide: bool,
}

impl Screen<'_> {
    pub fn line(&mut self, text: impl AsRef<str>) -> io::Result<()> {
        match self.out.is_terminal() {
            true => self.out.line(letters::known(&harmless::painted(text.as_ref()))),
            false => self.out.line(text),
        }
    }

    /// The first words of an act: `Deleted`, or `Would delete` in a dry run.
    pub fn act(&self, done: &str, verb: &str) -> String {
        if self.style.dry_run { format!("Would {verb}") } else { done.to_owned() }
    }

    pub fn paint(&self, tone: Tone, text: &str) -> String {
        self.style.paint.paint(tone, text)
    }

    pub fn is_terminal(&self) -> bool {
        self.out.is_terminal()
    }

    /// The table, aligned on a terminal, else tab-separated.
    pub fn table(&mut self, table: &Table) -> io::Result<()> {
        let text = if self.out.is_terminal() {
            table.aligned(self.style.paint, terminal_width(), self.wide, self.style.header)
        } else {
            table.separated('\t', self.wide, self.style.header)
        };
        self.block(&text)
    }

    /// The table aligned, also in a pipe: for a block that is read by people anyway.
    pub fn aligned(&mut self, table: &Table) -> io::Result<()> {
        let width = self.out.is_terminal().then(terminal_width).flatten();
        let text = table.aligned(self.style.paint, width, self.wide, self.style.header);
        self.block(&text)
    }

    fn block(&mut self, text: &str) -> io::Result<()> {
        match self.out.is_terminal() {
            true => self.out.write_all(letters::known(text).as_bytes()),
            false => self.out.write_all(text.as_bytes()),
        }
    }

    pub fn count(&self, number: i64) -> String {
        human::count(number)
    }
}

/// The JSON form. In a dry run each of its objects says that it is about what would be.
pub fn value<R: Serialize + ?Sized>(report: &R, dry_run: bool) -> serde_json::Result<Value> {
    let mut value = serde_json::to_value(report)?;
    let mark = |value: &mut Value| {
        if let Value::Object(fields) = value {
            fields.insert("dryRun".to_owned(), true.into());
        }
    };
    match &mut value {
        _ if !dry_run => {}
        Value::Array(rows) => rows.iter_mut().for_each(mark),
        one => mark(one),
    }
    Ok(value)
}

/// Shows a report in kt's own grammar.
pub fn show<R: Report + ?Sized>(report: &R, style: Style, out: &mut Sink) -> io::Result<()> {
    let value = || value(report, style.dry_run).map_err(io::Error::other);
    match style.format {
        Format::Table | Format::Wide => report.screen(&mut Screen { out, style, wide: style.format == Format::Wide }),
        Format::Json => json::document(out, &value()?),
        Format::Jsonl => json::lines(out, &value()?),
        Format::Yaml => json::yaml(out, &report.yaml().map_or_else(value, Ok)?),
        Format::Csv => out.write_all(report.table().separated(',', true, style.header).as_bytes()),
        Format::Tsv => out.write_all(report.table().separated('\t', true, style.header).as_bytes()),
        Format::Name => out.write_all(report.table().names().as_bytes()),
        Format::Help => Ok(()), // it was shown in place of the call
    }
}

/// The width of the terminal on stdout: `COLUMNS` where it is set, else what the terminal says.
pub fn terminal_width() -> Option<u16> {
    let columns = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    // A terminal that says nought does not know.
    columns.or_else(|| comfy_table::Table::new().width()).filter(|width| *width > 0)
}
