//! Records inside a batch of format 2: walking, reading and writing them.
//!
//! [`walk`] validates without building anything (a few nanoseconds a record): lengths, varints, offset deltas,
//! headers. [`RecordIter`] gives slices of keys, values and headers. What must hold: a record never reaches past
//! its own length, headers keep their order and their duplicates.

use super::batch::BatchHeader;

/// What is wrong with a record; `index` counts from 0 within the batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordError {
    pub index: i32,
    pub what: &'static str,
}

impl std::fmt::Display for RecordError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "record {} of the batch is invalid: {}", self.index, self.what)
    }
}

impl std::error::Error for RecordError {}

/// A record header; the value may be null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header<'a> {
    pub key: &'a [u8],
    pub value: Option<&'a [u8]>,
}

/// One record, its bytes borrowed from the batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record<'a> {
    pub offset: i64,
    /// The log append time when the batch says so.
    pub timestamp: i64,
    /// [`NO_SEQUENCE`](super::batch::NO_SEQUENCE) without an idempotent producer.
    pub sequence: i32,
    pub key: Option<&'a [u8]>,
    pub value: Option<&'a [u8]>,
    /// Bytes of the record with its length, as stored uncompressed.
    pub size: usize,
    header_count: i32,
    headers: &'a [u8],
}

impl<'a> Record<'a> {
    pub fn header_count(&self) -> usize {
        self.header_count as usize
    }

    /// The headers in their order, duplicates kept.
    pub fn headers(&self) -> HeaderIter<'a> {
        HeaderIter { left: self.header_count, at: Cursor { bytes: self.headers, pos: 0 } }
    }
}

pub struct HeaderIter<'a> {
    left: i32,
    at: Cursor<'a>,
}

impl<'a> Iterator for HeaderIter<'a> {
    type Item = Header<'a>;

    fn next(&mut self) -> Option<Header<'a>> {
        if self.left <= 0 {
            return None;
        }
        self.left -= 1;
        // Checked when the record was read, so this does not end early.
        self.at.header().ok()
    }
}

/// What a walk over a batch's records found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Walked {
    /// Smallest and largest timestamp delta; both 0 without records.
    pub min_timestamp_delta: i64,
    pub max_timestamp_delta: i64,
    /// Offset delta of the first record that has the largest timestamp.
    pub max_timestamp_at: i32,
    /// Index of the first record without a key.
    pub first_null_key: Option<i32>,
}

/// Walks `count` records that must fill `bytes` exactly, with offset deltas 0, 1, 2, …
///
/// Allocates nothing. A produced batch is held to this; a batch that compaction has been at is not.
pub fn walk(bytes: &[u8], count: i32) -> Result<Walked, RecordError> {
    let mut found = Walked {
        min_timestamp_delta: i64::MAX,
        max_timestamp_delta: i64::MIN,
        max_timestamp_at: 0,
        first_null_key: None,
    };
    let mut cursor = Cursor { bytes, pos: 0 };
    for index in 0..count {
        let raw = cursor.record().map_err(|what| RecordError { index, what })?;
        if raw.offset_delta != index {
            return Err(RecordError { index, what: "its offset does not follow the one before it" });
        }
        found.min_timestamp_delta = found.min_timestamp_delta.min(raw.timestamp_delta);
        if raw.timestamp_delta > found.max_timestamp_delta {
            found.max_timestamp_delta = raw.timestamp_delta;
            found.max_timestamp_at = index;
        }
        if raw.key.is_none() && found.first_null_key.is_none() {
            found.first_null_key = Some(index);
        }
    }
    if cursor.pos != bytes.len() {
        return Err(RecordError { index: count, what: "bytes are left over after the last record" });
    }
    if count <= 0 {
        (found.min_timestamp_delta, found.max_timestamp_delta) = (0, 0);
    }
    Ok(found)
}

/// The records of a batch. Ends after the first error; ends after `record_count` records, and it is an error
/// when bytes are left over then.
pub struct RecordIter<'a> {
    header: BatchHeader,
    index: i32,
    cursor: Cursor<'a>,
}

impl<'a> RecordIter<'a> {
    /// `bytes`: the records, uncompressed.
    pub fn new(header: &BatchHeader, bytes: &'a [u8]) -> Self {
        Self { header: *header, index: 0, cursor: Cursor { bytes, pos: 0 } }
    }

    fn read(&mut self) -> Result<Record<'a>, &'static str> {
        let start = self.cursor.pos;
        let raw = self.cursor.record()?;
        if raw.offset_delta < 0 || raw.offset_delta > self.header.last_offset_delta {
            return Err("its offset is outside of the batch");
        }
        let base_sequence = self.header.base_sequence;
        Ok(Record {
            offset: self.header.base_offset.saturating_add(i64::from(raw.offset_delta)),
            timestamp: self.header.timestamp_of(raw.timestamp_delta),
            sequence: if base_sequence < 0 {
                super::batch::NO_SEQUENCE
            } else {
                super::batch::increment_sequence(base_sequence, raw.offset_delta)
            },
            key: raw.key,
            value: raw.value,
            size: self.cursor.pos - start,
            header_count: raw.header_count,
            headers: raw.headers,
        })
    }
}

impl<'a> Iterator for RecordIter<'a> {
    type Item = Result<Record<'a>, RecordError>;

    fn next(&mut self) -> Option<Self::Item> {
        let index = self.index;
        let result = if index < self.header.record_count {
            self.read()
        } else if index == self.header.record_count && self.cursor.pos != self.cursor.bytes.len() {
            Err("bytes are left over after the last record")
        } else {
            return None;
        };
        self.index = if result.is_ok() { index + 1 } else { i32::MAX };
        Some(result.map_err(|what| RecordError { index, what }))
    }
}

/// Appends one record to `out`.
pub fn encode(
    out: &mut Vec<u8>,
    timestamp_delta: i64,
    offset_delta: i32,
    key: Option<&[u8]>,
    value: Option<&[u8]>,
    headers: &[Header<'_>],
) {
    let blob = |b: Option<&[u8]>| b.map_or(1, |b| varint_len(b.len() as i64) + b.len());
    let mut size = 1 + varint_len(timestamp_delta) + varint_len(i64::from(offset_delta));
    size += blob(key) + blob(value) + varint_len(headers.len() as i64);
    size += headers.iter().map(|h| blob(Some(h.key)) + blob(h.value)).sum::<usize>();
    out.reserve(size + 5);
    put_varint(out, size as i64);
    out.push(0);
    put_varint(out, timestamp_delta);
    put_varint(out, i64::from(offset_delta));
    put_blob(out, key);
    put_blob(out, value);
    put_varint(out, headers.len() as i64);
    for header in headers {
        put_blob(out, Some(header.key));
        put_blob(out, header.value);
    }
}

fn put_blob(out: &mut Vec<u8>, blob: Option<&[u8]>) {
    match blob {
        None => put_varint(out, -1),
        Some(bytes) => {
            put_varint(out, bytes.len() as i64);
            out.extend_from_slice(bytes);
        }
    }
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

fn varint_len(value: i64) -> usize {
    let bits = 64 - (zigzag(value) | 1).leading_zeros() as usize;
    bits.div_ceil(7)
}

/// Zigzag varint; a varint and a varlong of the same value have the same bytes.
fn put_varint(out: &mut Vec<u8>, value: i64) {
    let mut rest = zigzag(value);
    while rest >= 0x80 {
        out.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}

struct Raw<'a> {
    timestamp_delta: i64,
    offset_delta: i32,
    key: Option<&'a [u8]>,
    value: Option<&'a [u8]>,
    header_count: i32,
    headers: &'a [u8],
}

struct Cursor<'a> {
    bytes: &'a [u8],
    pos: usize,
}

const CUT_OFF: &str = "it is cut off";
const VARINT: &str = "a number in it is too long";

impl<'a> Cursor<'a> {
    #[inline(always)]
    fn record(&mut self) -> Result<Raw<'a>, &'static str> {
        let length = self.varint()?;
        let length = usize::try_from(length).map_err(|_| "its length is negative")?;
        if length > self.bytes.len() - self.pos {
            return Err("its length goes past the end of the batch");
        }
        let end = self.pos + length;
        let mut body = Cursor { bytes: &self.bytes[..end], pos: self.pos };
        body.byte()?; // attributes: no bit of them means anything yet
        let timestamp_delta = body.varlong()?;
        let offset_delta = body.varint()?;
        let key = body.blob()?;
        let value = body.blob()?;
        let header_count = body.varint()?;
        let headers_at = body.pos;
        if header_count != 0 {
            body.skip_headers(header_count)?;
        }
        if body.pos != end {
            return Err("its length is not that of its fields");
        }
        self.pos = end;
        Ok(Raw { timestamp_delta, offset_delta, key, value, header_count, headers: &self.bytes[headers_at..end] })
    }

    fn skip_headers(&mut self, count: i32) -> Result<(), &'static str> {
        // Each header takes two bytes at least, so this also bounds the loop.
        if count < 0 || count as usize > (self.bytes.len() - self.pos) / 2 {
            return Err("it cannot hold that many headers");
        }
        for _ in 0..count {
            self.header()?;
        }
        Ok(())
    }

    fn header(&mut self) -> Result<Header<'a>, &'static str> {
        let key = self.blob()?.ok_or("a header has no key")?;
        let value = self.blob()?;
        Ok(Header { key, value })
    }

    #[inline(always)]
    fn byte(&mut self) -> Result<u8, &'static str> {
        let byte = *self.bytes.get(self.pos).ok_or(CUT_OFF)?;
        self.pos += 1;
        Ok(byte)
    }

    /// Any negative length is null, as in the original.
    #[inline(always)]
    fn blob(&mut self) -> Result<Option<&'a [u8]>, &'static str> {
        let length = self.varint()?;
        if length < 0 {
            return Ok(None);
        }
        let length = length as usize;
        if length > self.bytes.len() - self.pos {
            return Err("a field of it goes past its end");
        }
        let blob = &self.bytes[self.pos..self.pos + length];
        self.pos += length;
        Ok(Some(blob))
    }

    #[inline(always)]
    fn varint(&mut self) -> Result<i32, &'static str> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok((i32::from(first) >> 1) ^ -(i32::from(first) & 1));
        }
        let mut value = u32::from(first & 0x7f);
        let mut shift = 7;
        loop {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(((value >> 1) as i32) ^ -((value & 1) as i32));
            }
            shift += 7;
            if shift > 28 {
                return Err(VARINT);
            }
        }
    }

    #[inline(always)]
    fn varlong(&mut self) -> Result<i64, &'static str> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok((i64::from(first) >> 1) ^ -(i64::from(first) & 1));
        }
        let mut value = u64::from(first & 0x7f);
        let mut shift = 7;
        loop {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(((value >> 1) as i64) ^ -((value & 1) as i64));
            }
            shift += 7;
            if shift > 63 {
                return Err(VARINT);
            }
        }
    }
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
