//! `kt dump-log check DIR`: everything in a stopped data folder, or in one partition's, held against everything else.
//!
//! Batches by their checksums, offsets and records; indexes, producers, aborted transactions and leader epochs by a replay
//! of the batches; checkpoints by the logs they speak of; partitions by the metadata. Nothing is changed. What a start
//! mends by itself, without losing a record, is a remark and no fault.

mod folder;
mod partition;
mod segment;

use std::io;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde::Serialize;

use crate::broker::folder::META;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::output::human::{self, several};
use crate::output::paint::Tone;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// Faults told of one file: a damaged index may have thousands.
const FAULTS_A_FILE: usize = 20;

pub fn command(command: Command) -> Command {
    command.about("Go over stopped folders: everything against everything else, and repair nothing").arg(
        Arg::new("folders")
            .value_name("DIR")
            .required(true)
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf))
            .help("A data folder, or a partition's"),
    )
}

pub fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let mut faults = 0;
    for path in matches.get_many::<PathBuf>("folders").into_iter().flatten() {
        let checked = check(path)?;
        faults += checked.faults();
        cx.report(&checked)?;
    }
    if faults == 0 { Ok(()) } else { Err(Failure::silent(Exit::Failed)) }
}

/// Goes over a data folder or a partition's.
pub fn check(path: &Path) -> Result<Checked, Failure> {
    let mut checked = Checked { folder: path.display().to_string(), ..Checked::default() };
    let meta = std::fs::metadata(path)
        .map_err(|error| crate::commands::failure::file("read", path.display(), &error).exit(Exit::NotFound))?;
    if !meta.is_dir() {
        return Err(Failure::new(format!("{} is no folder", path.display()))
            .hint("kt dump-log FILE   shows one file; check goes over folders")
            .exit(Exit::Usage));
    }
    if path.join(META).exists() {
        folder::check(path, &mut checked)?;
    } else if super::own::segments(path)?.is_empty() {
        return Err(Failure::new(format!("{} is neither a data folder nor a partition's", path.display()))
            .because(format!("it has no {META} and no segments"))
            .exit(Exit::NotFound));
    } else {
        partition::check(path, &mut checked)?;
    }
    Ok(checked)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Something is wrong with what was kept.
    Fault,
    /// Worth knowing; a start deals with it.
    Remark,
}

#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    pub level: Level,
    pub file: String,
    pub what: String,
}

/// What a check found.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    pub folder: String,
    pub partitions: u64,
    pub segments: u64,
    pub batches: u64,
    pub records: u64,
    pub bytes: u64,
    pub findings: Vec<Finding>,
}

impl Checked {
    pub fn fault(&mut self, file: &Path, what: impl Into<String>) {
        self.find(Level::Fault, file, what.into());
    }

    pub fn remark(&mut self, file: &Path, what: impl Into<String>) {
        self.find(Level::Remark, file, what.into());
    }

    fn find(&mut self, level: Level, file: &Path, what: String) {
        let file = file.display().to_string();
        let told = self.findings.iter().rev().take_while(|finding| finding.file == file).count();
        if told == FAULTS_A_FILE {
            let what = "and more of the same".to_owned();
            self.findings.push(Finding { level, file, what });
        } else if told < FAULTS_A_FILE {
            self.findings.push(Finding { level, file, what });
        }
    }

    pub fn faults(&self) -> usize {
        self.findings.iter().filter(|finding| finding.level == Level::Fault).count()
    }
}

impl Report for Checked {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        self.findings.iter().try_for_each(|finding| out.line(format!("{}: {}", finding.file, finding.what)))
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["LEVEL", "FILE", "WHAT"]);
        for finding in &self.findings {
            let level = match finding.level {
                Level::Fault => Cell::new("fault").tone(Tone::Bad),
                Level::Remark => Cell::new("remark").tone(Tone::Dim),
            };
            table.row([level, Cell::new(&*finding.file), Cell::new(&*finding.what)]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        if !self.findings.is_empty() {
            screen.table(&self.table())?;
        }
        let count = |number: u64, what: &str| several(usize::try_from(number).unwrap_or(usize::MAX), what);
        let verdict = match self.faults() {
            0 => screen.paint(Tone::Good, "no fault"),
            faults => screen.paint(Tone::Bad, &several(faults, "fault")),
        };
        screen.line(format!(
            "{}: {}, {}, {}, {}, {}: {verdict}",
            self.folder,
            count(self.partitions, "partition"),
            count(self.segments, "segment"),
            count(self.batches, "batch").replace("batchs", "batches"),
            count(self.records, "record"),
            human::size(self.bytes),
        ))
    }
}
