//! Walking over the batches of a log file by their headers.
//!
//! Reads a few kilobytes at a time and skips over the records, whatever their size. What must hold: a batch that reaches
//! past `end` is not reported, and a length is never trusted further than the next header's own check.

use std::fs::File;
use std::io;

use super::fs;
use crate::protocol::batch::{BatchError, BatchHeader, HEADER_LEN};

const BUFFER_LEN: usize = 8192;

pub struct HeaderScan<'a> {
    file: &'a File,
    pos: u64,
    end: u64,
    buffer: [u8; BUFFER_LEN],
    buffer_at: u64,
    buffered: usize,
}

/// A batch in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub pos: u64,
    pub header: BatchHeader,
}

impl Found {
    pub fn end(&self) -> u64 {
        self.pos + self.header.size() as u64
    }
}

impl<'a> HeaderScan<'a> {
    /// From `pos`, which must be a batch's start, to `end`.
    pub fn new(file: &'a File, pos: u64, end: u64) -> Self {
        Self { file, pos, end, buffer: [0; BUFFER_LEN], buffer_at: 0, buffered: 0 }
    }

    /// The next whole batch. `Ok(Err(…))` when there is something else before `end`.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> io::Result<Option<Result<Found, BatchError>>> {
        if self.pos >= self.end {
            return Ok(None);
        }
        let left = self.end - self.pos;
        let buffered_to = self.buffer_at + self.buffered as u64;
        if self.pos < self.buffer_at || self.pos + (HEADER_LEN as u64).min(left) > buffered_to {
            let want = BUFFER_LEN.min(usize::try_from(left).unwrap_or(BUFFER_LEN));
            self.buffered = fs::read_at(self.file, &mut self.buffer[..want], self.pos)?;
            self.buffer_at = self.pos;
        }
        let bytes = &self.buffer[(self.pos - self.buffer_at) as usize..self.buffered];
        let header = match BatchHeader::peek(bytes) {
            Ok(header) => header,
            Err(e) => return Ok(Some(Err(e))),
        };
        let found = Found { pos: self.pos, header };
        if header.size() as u64 > left {
            return Ok(Some(Err(BatchError::Incomplete { need: header.size() })));
        }
        self.pos = found.end();
        Ok(Some(Ok(found)))
    }
}
