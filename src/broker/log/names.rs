//! Names of the files in a partition's folder.

use std::path::{Path, PathBuf};

pub const LOG: &str = "log";
pub const INDEX: &str = "index";
pub const TIME_INDEX: &str = "timeindex";
pub const TXN_INDEX: &str = "txnindex";
pub const SNAPSHOT: &str = "snapshot";
/// Behind the file's own suffix: to be thrown away at the next start, if not before.
pub const DELETED: &str = ".deleted";
/// Half-written output of a compaction.
pub const CLEANED: &str = ".cleaned";
/// Finished output of a compaction that has yet to replace its inputs.
pub const SWAP: &str = ".swap";

pub const LEADER_EPOCHS: &str = "leader-epoch-checkpoint";
pub const PARTITION_METADATA: &str = "partition.metadata";

/// `DIR/00000000000000000042.log` and its like.
pub fn file(dir: &Path, base_offset: i64, suffix: &str) -> PathBuf {
    dir.join(format!("{base_offset:020}.{suffix}"))
}

/// The offset and what follows the dot, of a name that starts with 20 digits.
pub fn parse(name: &str) -> Option<(i64, &str)> {
    let (digits, suffix) = name.split_once('.')?;
    if digits.len() != 20 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some((digits.parse().ok()?, suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_twenty_digits_and_a_suffix() {
        assert_eq!(file(Path::new("d"), 42, LOG), Path::new("d/00000000000000000042.log"));
        assert_eq!(parse("00000000000000000042.log.deleted"), Some((42, "log.deleted")));
        // Longer than an offset, a snapshot of the metadata log, and others' files.
        for other in ["99999999999999999999.log", "00000000000000000042-0000000001.checkpoint", "x.log", "42.log", ""] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
