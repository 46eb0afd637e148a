//! Walking over the batches of a file, of any message format, as the original's FileLogInputStream does.
//!
//! A file ends where no whole batch follows any more; what is left over is told, not an error. A length that cannot be
//! one is.

use std::fs::File;
use std::path::Path;

use super::legacy::Legacy;
use crate::broker::log::fs;
use crate::commands::failure::{self, Failure};
use crate::protocol::batch::{Batch, BatchHeader, HEADER_LEN, LOG_OVERHEAD};

/// The longest batch that is looked into; a producer's is a thousandth of it.
const MAX_BATCH: usize = 1 << 30;
/// Up to and with the magic, which stands at the same place in all formats.
const TO_MAGIC: u64 = 17;
const MAGIC_AT: usize = 16;
/// The shortest record of format 0 (behind offset and length).
const LEAST_RECORD: i32 = 14;

/// A log or snapshot file.
pub struct Source {
    file: File,
    name: String,
    end: u64,
}

/// Where a batch is.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub position: u64,
    /// With offset and length.
    pub size: usize,
    pub magic: i8,
    /// What stands first: the base offset, or in the old formats the offset of the last record.
    pub offset: i64,
}

/// One batch in memory.
pub enum Loaded<'a> {
    Batch(Batch<'a>),
    Legacy(Legacy<'a>),
}

impl Source {
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| failure::file("read", &name, &error))?;
        let meta = file.metadata().map_err(|error| failure::file("read", &name, &error))?;
        if !meta.is_file() {
            return Err(
                Failure::new(format!("{name} is no file")).hint(format!("kt dump-log {name}   looks into a folder"))
            );
        }
        Ok(Self { file, name, end: meta.len() })
    }

    pub fn len(&self) -> u64 {
        self.end
    }

    /// The file as if it ended there.
    pub fn limited(self, bytes: u64) -> Self {
        Self { end: self.end.min(bytes), ..self }
    }

    fn read(&self, bytes: &mut [u8], at: u64) -> Result<(), Failure> {
        let got = fs::read_at(&self.file, bytes, at).map_err(|error| failure::file("read", &self.name, &error))?;
        if got == bytes.len() {
            return Ok(());
        }
        Err(Failure::new(format!("{} ends in the middle of what was being read at byte {at}", self.name)))
    }

    /// The batch that begins at `position`; `None` where no whole one does.
    pub fn entry(&self, position: u64) -> Result<Option<Entry>, Failure> {
        if position.saturating_add(TO_MAGIC) >= self.end {
            return Ok(None);
        }
        let mut head = [0; TO_MAGIC as usize];
        self.read(&mut head, position)?;
        let length = i32::from_be_bytes([head[8], head[9], head[10], head[11]]);
        if length < LEAST_RECORD {
            return Err(Failure::new(format!(
                "{} is damaged at byte {position}: {length} is no length of a batch",
                self.name
            ))
            .kafka(format!(
                "Found record size {length} smaller than minimum record overhead ({LEAST_RECORD}) in file {}.",
                self.name
            )));
        }
        let size = LOG_OVERHEAD + length as usize;
        if position + size as u64 > self.end {
            return Ok(None);
        }
        let offset = i64::from_be_bytes([head[0], head[1], head[2], head[3], head[4], head[5], head[6], head[7]]);
        Ok(Some(Entry { position, size, magic: head[MAGIC_AT] as i8, offset }))
    }

    /// The batch's bytes into `buffer`, read as its format asks.
    pub fn load<'b>(&self, entry: &Entry, buffer: &'b mut Vec<u8>) -> Result<Loaded<'b>, Failure> {
        if entry.size > MAX_BATCH {
            return Err(self.damaged(entry, format_args!("a batch of {} bytes is too long to look into", entry.size)));
        }
        buffer.clear();
        buffer.resize(entry.size, 0);
        self.read(buffer, entry.position)?;
        if matches!(entry.magic, 0 | 1) {
            return Ok(Loaded::Legacy(Legacy::parse(buffer).map_err(|why| self.damaged(entry, why))?));
        }
        Batch::parse(buffer).map(Loaded::Batch).map_err(|why| self.damaged(entry, why))
    }

    /// The offset of the batch's last record.
    pub fn last_offset(&self, entry: &Entry) -> Result<i64, Failure> {
        if matches!(entry.magic, 0 | 1) {
            return Ok(entry.offset);
        }
        let mut head = [0; HEADER_LEN];
        self.read(&mut head, entry.position)?;
        Ok(BatchHeader::peek(&head).map_err(|why| self.damaged(entry, why))?.last_offset())
    }

    pub fn damaged(&self, entry: &Entry, why: impl std::fmt::Display) -> Failure {
        Failure::new(format!("{} is damaged at byte {}: {why}", self.name, entry.position))
    }
}
