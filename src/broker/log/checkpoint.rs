//! The small text files: checkpoints of a data folder and of a partition, `partition.metadata`, and the marker of a
//! clean shutdown.
//!
//! A checkpoint is a version line, a line with the number of entries, and a line for each entry. They are replaced
//! whole (see [`Fs::replace`]). A file that does not parse is an error here; whether to go on without it is for the
//! caller to say.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::fs::Fs;

pub const RECOVERY_POINTS: &str = "recovery-point-offset-checkpoint";
pub const HIGH_WATERMARKS: &str = "replication-offset-checkpoint";
pub const LOG_STARTS: &str = "log-start-offset-checkpoint";
pub const CLEANER_OFFSETS: &str = "cleaner-offset-checkpoint";
pub const CLEAN_SHUTDOWN: &str = ".kafka_cleanshutdown";

/// Larger than any real one, so that a damaged file cannot fill the memory.
const MAX_FILE_LEN: u64 = 256 << 20;

/// Offsets of many partitions, as the checkpoint files of a data folder hold them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offsets {
    pub by_topic: BTreeMap<String, BTreeMap<i32, i64>>,
}

impl Offsets {
    pub fn get(&self, topic: &str, partition: i32) -> Option<i64> {
        self.by_topic.get(topic)?.get(&partition).copied()
    }

    pub fn set(&mut self, topic: &str, partition: i32, offset: i64) {
        match self.by_topic.get_mut(topic) {
            Some(partitions) => {
                partitions.insert(partition, offset);
            }
            None => {
                self.by_topic.insert(topic.to_owned(), BTreeMap::from([(partition, offset)]));
            }
        }
    }

    /// True when there was an entry.
    pub fn remove(&mut self, topic: &str, partition: i32) -> bool {
        let Some(partitions) = self.by_topic.get_mut(topic) else { return false };
        let removed = partitions.remove(&partition).is_some();
        if partitions.is_empty() {
            self.by_topic.remove(topic);
        }
        removed
    }

    /// A missing file has no entries.
    pub fn read(path: &Path) -> io::Result<Self> {
        let mut offsets = Self::default();
        let Some(text) = read_text(path)? else {
            return Ok(offsets);
        };
        for line in entries(path, &text)? {
            // A topic's name holds no space.
            let mut words = line.split_ascii_whitespace();
            let parsed = (|| {
                let topic = words.next()?;
                let partition = words.next()?.parse().ok()?;
                let offset = words.next()?.parse().ok()?;
                words.next().is_none().then_some((topic, partition, offset))
            })();
            let (topic, partition, offset) = parsed.ok_or_else(|| malformed(path, line))?;
            offsets.set(topic, partition, offset);
        }
        Ok(offsets)
    }

    pub fn write(&self, fs: &Fs, path: &Path) -> io::Result<()> {
        let count: usize = self.by_topic.values().map(BTreeMap::len).sum();
        let mut text = format!("0\n{count}\n");
        for (topic, partitions) in &self.by_topic {
            for (partition, offset) in partitions {
                let _ = writeln!(text, "{topic} {partition} {offset}");
            }
        }
        fs.replace(path, text.as_bytes())
    }
}

/// One line of a `leader-epoch-checkpoint`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EpochStart {
    pub epoch: i32,
    pub start_offset: i64,
}

/// A missing file has no entries.
pub fn read_epochs(path: &Path) -> io::Result<Vec<EpochStart>> {
    let Some(text) = read_text(path)? else {
        return Ok(Vec::new());
    };
    entries(path, &text)?
        .into_iter()
        .map(|line| {
            let (epoch, start) = line.split_once(' ').ok_or_else(|| malformed(path, line))?;
            match (epoch.parse(), start.trim_end().parse()) {
                (Ok(epoch), Ok(start_offset)) if epoch >= 0 && start_offset >= 0 => {
                    Ok(EpochStart { epoch, start_offset })
                }
                _ => Err(malformed(path, line)),
            }
        })
        .collect()
}

pub fn epochs_text(epochs: &[EpochStart]) -> String {
    let mut text = format!("0\n{}\n", epochs.len());
    for entry in epochs {
        let _ = writeln!(text, "{} {}", entry.epoch, entry.start_offset);
    }
    text
}

/// The topic id in a partition's `partition.metadata`, as its 22 characters; `None` without the file.
pub fn read_topic_id(dir: &Path) -> io::Result<Option<String>> {
    let path = dir.join(super::names::PARTITION_METADATA);
    let Some(text) = read_text(&path)? else {
        return Ok(None);
    };
    let mut lines = text.lines();
    match (lines.next(), lines.next().and_then(|l| l.strip_prefix("topic_id: "))) {
        (Some("version: 0"), Some(id)) if id.len() == 22 => Ok(Some(id.to_owned())),
        _ => Err(malformed(&path, text.lines().next().unwrap_or_default())),
    }
}

/// Writes `partition.metadata`. Without it the original takes the whole folder for a stray one, so file and folder
/// must be synced (see [`SyncSet`](super::flush::SyncSet)) before anything in the partition is acknowledged.
pub fn write_topic_id(fs: &Fs, dir: &Path, topic_id: &str) -> io::Result<()> {
    let text = format!("version: 0\ntopic_id: {topic_id}");
    fs.replace_unsynced(&dir.join(super::names::PARTITION_METADATA), text.as_bytes())
}

/// What the marker of a clean shutdown says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CleanShutdown {
    pub broker_epoch: i64,
}

impl CleanShutdown {
    /// `None` when the last shutdown was not clean. An older broker's marker is empty and gives epoch -1.
    pub fn read(log_dir: &Path) -> io::Result<Option<Self>> {
        let Some(text) = read_text(&log_dir.join(CLEAN_SHUTDOWN))? else {
            return Ok(None);
        };
        let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        let broker_epoch = value.get("brokerEpoch").and_then(serde_json::Value::as_i64).unwrap_or(-1);
        Ok(Some(Self { broker_epoch }))
    }

    /// The last thing that an orderly stop writes.
    pub fn write(&self, fs: &Fs, log_dir: &Path) -> io::Result<()> {
        let text = format!("{{\"version\":0,\"brokerEpoch\":{}}}", self.broker_epoch);
        fs.replace(&log_dir.join(CLEAN_SHUTDOWN), text.as_bytes())
    }

    /// Before the first change after a start: from now on a crash is a crash.
    pub fn remove(fs: &Fs, log_dir: &Path) -> io::Result<()> {
        fs.remove(&log_dir.join(CLEAN_SHUTDOWN))?;
        fs.sync_dir(log_dir)
    }
}

fn read_text(path: &Path) -> io::Result<Option<String>> {
    let file = match File::open(path) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file?,
    };
    let mut text = String::new();
    file.take(MAX_FILE_LEN).read_to_string(&mut text)?;
    Ok(Some(text))
}

fn entries<'a>(path: &Path, text: &'a str) -> io::Result<Vec<&'a str>> {
    // The original makes a checkpoint before it has anything to write into it.
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let mut lines = text.lines();
    if lines.next() != Some("0") {
        return Err(malformed(path, "its version is not 0"));
    }
    let count: usize = lines.next().and_then(|l| l.parse().ok()).ok_or_else(|| malformed(path, "it has no count"))?;
    let found: Vec<&str> = lines.filter(|l| !l.is_empty()).collect();
    if found.len() != count {
        return Err(malformed(path, &format!("it has {} entries and not {count}", found.len())));
    }
    Ok(found)
}

fn malformed(path: &Path, what: &str) -> io::Error {
    let what: String = what.chars().take(200).collect();
    io::Error::new(io::ErrorKind::InvalidData, format!("{} is malformed: {what}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_come_back_as_they_were_written() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(RECOVERY_POINTS);
        assert_eq!(Offsets::read(&path).unwrap(), Offsets::default());
        let mut offsets = Offsets::default();
        offsets.set("t", 1, 9097);
        offsets.set("t", 0, 0);
        offsets.set("a.b-c_d", 11, i64::MAX);
        offsets.write(&Fs::default(), &path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "0\n3\na.b-c_d 11 9223372036854775807\nt 0 0\nt 1 9097\n");
        assert_eq!(Offsets::read(&path).unwrap(), offsets);
        assert_eq!(offsets.get("t", 2), None);
    }

    #[test]
    fn damaged_checkpoints_are_errors() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("c");
        for text in ["1\n0\n", "0\n", "0\nx\n", "0\n2\nt 0 1\n", "0\n1\nt 0\n", "0\n1\nt x 1\n", "0\n1\nt 0 1 2\n"] {
            std::fs::write(&path, text).unwrap();
            assert!(Offsets::read(&path).is_err(), "{text:?}");
        }
        for text in ["0\n1\n1\n", "0\n1\n-1 0\n", "0\n1\n1 -1\n"] {
            std::fs::write(&path, text).unwrap();
            assert!(read_epochs(&path).is_err(), "{text:?}");
        }
        std::fs::write(&path, [0xff, 0xfe]).unwrap();
        assert!(Offsets::read(&path).is_err());
    }

    #[test]
    fn a_checkpoint_that_the_original_has_only_made_has_no_entries() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(CLEANER_OFFSETS);
        std::fs::write(&path, "").unwrap();
        assert_eq!(Offsets::read(&path).unwrap(), Offsets::default());
        assert_eq!(read_epochs(&path).unwrap(), []);
    }

    #[test]
    fn the_topic_id_and_the_clean_shutdown_have_the_originals_bytes() {
        let dir = tempfile::tempdir().unwrap();
        let fs = Fs::default();
        assert_eq!(read_topic_id(dir.path()).unwrap(), None);
        write_topic_id(&fs, dir.path(), "3Xk0kZ8zQ1mY5o3f6b7c8A").unwrap();
        let text = std::fs::read_to_string(dir.path().join("partition.metadata")).unwrap();
        assert_eq!(text, "version: 0\ntopic_id: 3Xk0kZ8zQ1mY5o3f6b7c8A");
        assert_eq!(read_topic_id(dir.path()).unwrap().as_deref(), Some("3Xk0kZ8zQ1mY5o3f6b7c8A"));

        assert_eq!(CleanShutdown::read(dir.path()).unwrap(), None);
        CleanShutdown { broker_epoch: 13 }.write(&fs, dir.path()).unwrap();
        let text = std::fs::read_to_string(dir.path().join(CLEAN_SHUTDOWN)).unwrap();
        assert_eq!(text, "{\"version\":0,\"brokerEpoch\":13}");
        assert_eq!(CleanShutdown::read(dir.path()).unwrap(), Some(CleanShutdown { broker_epoch: 13 }));
        CleanShutdown::remove(&fs, dir.path()).unwrap();
        CleanShutdown::remove(&fs, dir.path()).unwrap();
        assert_eq!(CleanShutdown::read(dir.path()).unwrap(), None);
    }
}
