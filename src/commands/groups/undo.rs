//! The file by which a reset can be taken back.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::original::csv;
use super::reset::Move;
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::Offsets;
use crate::commands::failure::Failure;
use crate::commands::undo;

/// Writes what was committed before, so that the reset can be taken back: a plan, with `-` where nothing was committed.
pub fn write(group: &str, before: &Offsets, moves: &[Move]) -> Result<PathBuf, Failure> {
    undo::write(group, "csv", &text(before, moves))
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
