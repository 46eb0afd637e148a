//! What the doctor found, as a list to read and as JSON.

use std::io;

use serde::{Serialize, Serializer};

use crate::client::Error;
use crate::output::human;
use crate::output::paint::Tone;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// What kind of trouble it is; the first is what ends the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    Unreachable,
    Denied,
    Unwell,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Fine,
    /// It works, and somebody may want to know.
    Remark,
    Wrong(Finding),
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Outcome::Fine => "ok",
            Outcome::Remark => "remark",
            Outcome::Wrong(Finding::Unreachable) => "unreachable",
            Outcome::Wrong(Finding::Denied) => "denied",
            Outcome::Wrong(Finding::Unwell) => "unwell",
        })
    }
}

/// One thing that was looked at.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    pub check: String,
    pub outcome: Outcome,
    pub detail: String,
    /// More to know, a line each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fix: Vec<String>,
    /// What works without touching the broker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
}

impl Check {
    pub fn new(check: impl Into<String>, outcome: Outcome, detail: impl Into<String>) -> Check {
        Check {
            check: check.into(),
            outcome,
            detail: detail.into(),
            more: Vec::new(),
            why: Vec::new(),
            fix: Vec::new(),
            now: None,
        }
    }

    pub fn more(mut self, line: impl Into<String>) -> Check {
        self.more.push(line.into());
        self
    }

    pub fn why(mut self, line: impl Into<String>) -> Check {
        self.why.push(line.into());
        self
    }

    /// Why, and what to do, as the error itself has it.
    pub fn explained(self, error: &Error) -> Check {
        Check { why: error.causes(), fix: error.hints(true), ..self }
    }

    pub fn fix(mut self, line: impl Into<String>) -> Check {
        self.fix.push(line.into());
        self
    }
}

#[derive(Serialize)]
pub struct Diagnosis {
    servers: String,
    problems: usize,
    checks: Vec<Check>,
}

/// The column in which the words of a check begin.
const INDENT: usize = 17;

impl Diagnosis {
    pub fn new(servers: String, checks: Vec<Check>) -> Diagnosis {
        let problems = checks.iter().filter(|check| matches!(check.outcome, Outcome::Wrong(_))).count();
        Diagnosis { servers, problems, checks }
    }

    pub fn worst(&self) -> Option<Finding> {
        let wrong = |check: &Check| match check.outcome {
            Outcome::Wrong(finding) => Some(finding),
            Outcome::Fine | Outcome::Remark => None,
        };
        self.checks.iter().filter_map(wrong).min()
    }
}

impl Report for Diagnosis {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        unreachable!("the doctor has no flags of Kafka's")
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["CHECK", "OUTCOME", "DETAIL"]);
        for check in &self.checks {
            let outcome = serde_json::to_value(check.outcome).ok();
            let outcome = outcome.as_ref().and_then(|value| value.as_str()).unwrap_or_default().to_owned();
            table.row([Cell::from(check.check.as_str()), outcome.as_str().into(), check.detail.as_str().into()]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        screen.line(format!("kt doctor · {}", self.servers))?;
        for check in &self.checks {
            let mark = match check.outcome {
                Outcome::Fine => screen.paint(Tone::Good, "ok   "),
                Outcome::Remark => screen.paint(Tone::Warn, "note "),
                Outcome::Wrong(_) => screen.paint(Tone::Bad, "WRONG"),
            };
            screen.line(format!(" {mark} {:<9} {}", check.check, check.detail).trim_end())?;
            let labelled = [("", &check.more), ("why", &check.why), ("fix", &check.fix)];
            for (label, lines) in labelled {
                block(screen, label, lines)?;
            }
            if let Some(now) = &check.now {
                block(screen, "now", &["without touching the broker:".to_owned(), format!("  {now}")])?;
            }
        }
        let end = match self.problems {
            0 => screen.paint(Tone::Good, "no problem found"),
            many => screen.paint(Tone::Bad, &format!("{} found", human::several(many, "problem"))),
        };
        screen.line(end)
    }
}

fn block(screen: &mut Screen<'_>, label: &str, lines: &[String]) -> io::Result<()> {
    for (i, line) in lines.iter().enumerate() {
        let label = if i == 0 { label } else { "" };
        screen.line(format!("{:>width$}  {line}", label, width = INDENT - 2))?;
    }
    Ok(())
}
