//! Reading a log file batch by batch, records and all, with each checksum computed: for recovery and compaction.
//!
//! A megabyte is read at a time. What must hold: a length is never trusted further than the file reaches.

use std::fs::File;
use std::io;

use super::fs;
use crate::protocol::batch::{Batch, BatchError, BatchHeader};

/// Bytes read at once; a larger batch gets a larger buffer, never larger than the file.
const CHUNK: usize = 1 << 20;

/// Whole batches of a file, one after the other, with their checksums checked.
pub struct BatchReader<'a> {
    file: &'a File,
    /// Of the buffer's start in the file.
    pos: u64,
    size: u64,
    buffer: Vec<u8>,
    /// Of the next batch in the buffer.
    start: usize,
}

impl<'a> BatchReader<'a> {
    /// From `pos`, which must be a batch's start, to `size`.
    pub fn new(file: &'a File, pos: u64, size: u64) -> Self {
        Self { file, pos, size, buffer: Vec::new(), start: 0 }
    }

    /// The next batch. `Ok(Some(Err(…)))` when there is something else before the end.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> io::Result<Option<Result<Batch<'_>, BatchError>>> {
        let left = self.size - self.pos - self.start as u64;
        if left == 0 {
            return Ok(None);
        }
        let need = match BatchHeader::parse(&self.buffer[self.start..]) {
            Ok(header) => header.size(),
            Err(BatchError::Incomplete { need }) if need as u64 <= left => {
                self.fill(need)?;
                // The header may just have told how long the whole is.
                match BatchHeader::peek(&self.buffer[self.start..]) {
                    Ok(header) if header.size() as u64 <= left => {
                        self.fill(header.size())?;
                        header.size()
                    }
                    Ok(header) => return Ok(Some(Err(BatchError::Incomplete { need: header.size() }))),
                    Err(e) => return Ok(Some(Err(e))),
                }
            }
            Err(e) => return Ok(Some(Err(e))),
        };
        let at = self.start;
        self.start += need;
        let batch = Batch::parse(&self.buffer[at..]);
        Ok(Some(batch.and_then(|b| b.check_crc().map(|()| b))))
    }

    /// Makes at least `need` bytes of the next batch present.
    fn fill(&mut self, need: usize) -> io::Result<()> {
        if self.buffer.len() - self.start >= need {
            return Ok(());
        }
        self.buffer.drain(..self.start);
        self.pos += self.start as u64;
        self.start = 0;
        let have = self.buffer.len();
        let left = self.size - self.pos - have as u64;
        let want = CHUNK.max(need - have).min(usize::try_from(left).unwrap_or(usize::MAX));
        self.buffer.resize(have + want, 0);
        let got = fs::read_at(self.file, &mut self.buffer[have..], self.pos + have as u64)?;
        self.buffer.truncate(have + got);
        if self.buffer.len() < need {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(())
    }
}
