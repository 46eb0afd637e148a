//! The file by which a reset can be taken back.

use std::fmt::Write as _;
use std::io;
use std::path::PathBuf;

use super::original::csv;
use super::plan;
use super::reset::Move;
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::Offsets;
use crate::commands::failure::{Failure, plain};
use crate::output::human;

/// Writes what was committed before, so that the reset can be taken back: a plan, with `-` where nothing was committed.
pub fn write(group: &str, before: &Offsets, moves: &[Move]) -> Result<PathBuf, Failure> {
    let cannot = |path: &std::path::Path, error: &io::Error| {
        Failure::new(format!("cannot write the undo file {}: {}", path.display(), plain(error)))
            .because("nothing was changed")
            .hint("--no-undo does without one; XDG_STATE_HOME says where it lies")
    };
    let folder = state_folder().join("undo");
    std::fs::create_dir_all(&folder).map_err(|error| cannot(&folder, &error))?;
    let stamp: String = human::iso(plan::now_ms()).chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let safe: String =
        group.chars().map(|c| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' }).take(100).collect();
    let path = folder.join(format!("{safe}-{stamp}.csv"));
    std::fs::write(&path, text(before, moves)).map_err(|error| cannot(&path, &error))?;
    Ok(path)
}

fn text(before: &Offsets, moves: &[Move]) -> String {
    let mut lines = String::new();
    for one in moves {
        let at = TopicPartition::new(&*one.topic, one.partition);
        let line = csv::line(None, &at, 0);
        let line = line.trim_end().trim_end_matches('0');
        let old = before.get(&at).and_then(Option::as_ref).map_or("-".to_owned(), |old| old.offset.to_string());
        let _ = writeln!(lines, "{line}{old}"); // a String takes everything
    }
    lines
}

/// Where programs keep what they remember (XDG).
fn state_folder() -> PathBuf {
    let of = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = of("XDG_STATE_HOME").or_else(|| of("HOME").map(|home| home.join(".local/state")));
    folder.unwrap_or_else(std::env::temp_dir).join("kt")
}

#[cfg(test)]
mod tests {
    use super::super::collect::tests::committed;
    use super::super::reset::tests::one;
    use super::*;

    #[test]
    fn an_undo_file_brings_back_what_was_committed_and_what_was_not() {
        let before = committed(&[("t-0", Some(5))]);
        let lines = text(&before, &[one("t-0", Some(5), Some(0)), one("a b-10", None, Some(3))]);
        assert_eq!(lines, "t,0,5\n\"a b\",10,-\n");
    }
}
