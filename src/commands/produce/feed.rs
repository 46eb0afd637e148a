//! What kt's own grammar makes records of: lines, envelopes, JSON or CSV rows, whole files, templates, or the flags themselves.
//!
//! What must hold: an item has the number by which its file can be resumed (lines and CSV: the line it begins at), and
//! nothing waits for more input while whole items are there.

use std::borrow::Cow;
use std::io::Read;

use super::fields::Rows;
use super::lines::{LineFormat, Lines};
use super::table::Table;
use super::template::Template;
use crate::commands::failure::{self, Failure};
use crate::protocol::record::Header;
use crate::records::envelope::{self, Bytes};

/// A record to be sent. What is `None` is left to the producer; a key or value is null then.
#[derive(Debug, Default)]
pub struct Item<'a> {
    pub key: Option<Bytes<'a>>,
    pub value: Option<Bytes<'a>>,
    pub headers: Vec<(Bytes<'a>, Option<Bytes<'a>>)>,
    pub partition: Option<i32>,
    pub timestamp: Option<i64>,
}

/// What of an envelope is kept beside key, value and headers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub partition: bool,
    pub timestamp: bool,
    pub ignore_unknown: bool,
}

/// How input becomes items.
pub enum Form {
    /// How a line is taken apart, and what ends it if not a line break.
    Lines(LineFormat, Option<Vec<u8>>),
    Envelopes(Kept),
    /// JSON of any kind.
    Rows(Rows),
    Table(super::table::Columns),
    /// Each file is one value.
    Whole,
    Template(Template),
    /// One record, from the flags alone: its value, or a tombstone.
    One(Option<Vec<u8>>),
}

/// Items out of one input.
pub enum Feed<'f, R> {
    Lines(&'f LineFormat, Lines<R>),
    Envelopes(Kept, Lines<R>),
    Rows(&'f Rows, Lines<R>),
    Table(Box<Table<'f, R>>),
    Whole { input: R, value: Option<Vec<u8>>, done: bool },
    Template { template: &'f mut Template, made: u64, left: u64 },
    One { value: Option<&'f [u8]>, done: bool },
}

impl<'f, R: Read> Feed<'f, R> {
    pub fn new(form: &'f mut Form, input: R) -> Self {
        match form {
            Form::Lines(format, delimiter) => Feed::Lines(format, Lines::ending_with(delimiter.clone(), input)),
            Form::Envelopes(kept) => Feed::Envelopes(*kept, Lines::new(input)),
            Form::Rows(rows) => Feed::Rows(rows, Lines::new(input)),
            Form::Table(columns) => Feed::Table(Box::new(Table::new(columns, input))),
            Form::Whole => Feed::Whole { input, value: None, done: false },
            Form::Template(template) => Feed::Template { template, made: 0, left: 0 },
            Form::One(value) => Feed::One { value: value.as_deref(), done: false },
        }
    }

    /// Waits for more input; `false`: there is none.
    pub fn fill(&mut self) -> Result<bool, Failure> {
        let unread = |error: std::io::Error| failure::file("read", "the input", &error);
        match self {
            Feed::Lines(_, lines) | Feed::Envelopes(_, lines) | Feed::Rows(_, lines) => lines.fill().map_err(unread),
            Feed::Table(table) => table.fill(),
            Feed::Whole { input, value, done } => {
                if *done {
                    return Ok(false);
                }
                let mut bytes = Vec::new();
                input.read_to_end(&mut bytes).map_err(unread)?;
                *value = Some(bytes);
                Ok(true)
            }
            Feed::Template { template, made, left } => {
                *left = AT_ONCE;
                Ok(template.goes_on(*made))
            }
            Feed::One { done, .. } => Ok(!*done),
        }
    }

    /// The next item that is there, and its number; `None`: [`fill`](Self::fill) is asked.
    pub fn next(&mut self) -> Option<(u64, Result<Item<'_>, Failure>)> {
        match self {
            Feed::Lines(format, lines) => {
                let number = lines.number() + 1;
                let line = lines.next_line()?;
                Some((number, of_line(format, line, number)))
            }
            Feed::Envelopes(kept, lines) => {
                let number = lines.number() + 1;
                let line = lines.next_line()?;
                Some((number, of_envelope(*kept, line)))
            }
            Feed::Rows(rows, lines) => {
                let number = lines.number() + 1;
                let line = lines.next_line()?;
                Some((number, rows.item(line)))
            }
            Feed::Table(table) => table.next(),
            Feed::Whole { value, done, .. } => {
                *done = true;
                value.take().map(|value| (1, Ok(Item { value: Some(Cow::Owned(value)), ..Item::default() })))
            }
            Feed::Template { template, made, left } => {
                if *left == 0 || !template.goes_on(*made) {
                    return None;
                }
                *left -= 1;
                *made += 1;
                let (key, value) = template.render(*made);
                let owned = |bytes: Vec<u8>| Cow::Owned(bytes);
                Some((*made, Ok(Item { key: key.map(owned), value: Some(owned(value)), ..Item::default() })))
            }
            Feed::One { value, done } => {
                if std::mem::replace(done, true) {
                    return None;
                }
                Some((1, Ok(Item { value: value.map(Cow::Borrowed), ..Item::default() })))
            }
        }
    }
}

/// So many made records leave together.
const AT_ONCE: u64 = 1000;

fn of_line<'a>(format: &LineFormat, line: &'a [u8], number: u64) -> Result<Item<'a>, Failure> {
    let mut headers: Vec<Header<'a>> = Vec::new();
    let (key, value) = format.parse(line, number, &mut headers)?;
    let headers = headers.iter().map(|h| (Cow::Borrowed(h.key), h.value.map(Cow::Borrowed))).collect();
    Ok(Item { key: key.map(Cow::Borrowed), value: value.map(Cow::Borrowed), headers, partition: None, timestamp: None })
}

fn of_envelope(kept: Kept, line: &[u8]) -> Result<Item<'_>, Failure> {
    let envelope = envelope::read(line, kept.ignore_unknown).map_err(|wrong| Failure::new(wrong.0))?;
    Ok(Item {
        key: envelope.key,
        value: envelope.value,
        headers: envelope.headers.into_iter().map(|header| (header.key, header.value)).collect(),
        partition: envelope.partition.filter(|_| kept.partition),
        timestamp: envelope.timestamp.filter(|_| kept.timestamp),
    })
}
