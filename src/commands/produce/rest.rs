//! What is said when sending ended before the input did: what was acknowledged, and the command that sends the rest.

use std::path::{Path, PathBuf};

use super::Action;
use super::ledger::{Entries, Numbers};
use crate::commands::failure::Failure;
use crate::output::human;

pub fn not_written(count: u64) -> String {
    let records = human::several(usize::try_from(count).unwrap_or(usize::MAX), "record");
    format!("{records} could not be written")
}

/// What was sent and what is left, for the end of an error.
pub(super) fn with_the_rest(
    failure: Failure,
    action: &Action,
    entries: &Entries,
    rest: Option<Numbers>,
    ahead: &[PathBuf],
) -> Failure {
    let sent = human::several(usize::try_from(entries.acknowledged).unwrap_or(usize::MAX), "record");
    let failure = match rest.as_ref().and_then(Numbers::all_after) {
        Some(0) => failure.because("nothing was sent"),
        Some(after) => failure.because(format!("{sent} acknowledged; nothing after line {after} was sent")),
        None if !entries.lost.is_empty() && entries.lost.is_short() => {
            failure.because(format!("{sent} acknowledged; not written: line {}", entries.lost))
        }
        None => failure.because(format!("{sent} acknowledged")),
    };
    match rest {
        Some(rest) if rest.all_after() != Some(0) || ahead.len() < action.files.len() => {
            failure.hint(format!("the rest:   {}", again(&rest, ahead, &action.files)))
        }
        _ => failure,
    }
}

/// The same command, for what is left.
pub fn again(rest: &Numbers, ahead: &[PathBuf], files: &[PathBuf]) -> String {
    let done: Vec<&Path> =
        files.iter().take(files.len() - ahead.len().min(files.len())).map(PathBuf::as_path).collect();
    let mut words = vec!["kt".to_owned()];
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        if arg == "--skip" || arg == "--lines" {
            args.next();
        } else if !arg.starts_with("--skip=") && !arg.starts_with("--lines=") && !done.contains(&Path::new(&arg)) {
            words.push(quoted(&arg));
        }
    }
    match rest.all_after() {
        Some(0) => {}
        Some(after) => words.extend(["--skip".to_owned(), after.to_string()]),
        None if rest.is_short() => words.extend(["--lines".to_owned(), rest.to_string()]),
        None => words.extend(["--lines".to_owned(), "…".to_owned()]),
    }
    words.join(" ")
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:=,@%+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}
