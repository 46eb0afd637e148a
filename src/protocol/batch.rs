//! Record batches of format 2: the unit that producers send, logs store and fetches return.
//!
//! A batch is 61 bytes of header and then records, compressed or not ([`super::record`], [`super::compress`]).
//! What must hold: nothing here trusts a length before measuring it, and the bytes of a batch are never copied
//! to look at them. The CRC covers everything from the attributes on, so the base offset and the leader epoch
//! may be rewritten in place without a new checksum; the timestamps may not.

pub use super::build::{BatchBuilder, compacted, emptied, recompressed};
use super::compress::{self, Codec, CompressError};
use super::record::{RecordError, RecordIter};

/// Bytes of the fixed header in front of the records.
pub const HEADER_LEN: usize = 61;
/// Bytes in front of what the length field counts: base offset and the length itself.
pub const LOG_OVERHEAD: usize = 12;
/// The only format that is written, and the only one that is read.
pub const MAGIC: i8 = 2;

pub const NO_PRODUCER_ID: i64 = -1;
pub const NO_PRODUCER_EPOCH: i16 = -1;
pub const NO_SEQUENCE: i32 = -1;
pub const NO_TIMESTAMP: i64 = -1;
pub const NO_LEADER_EPOCH: i32 = -1;

/// Where the fields are, and the bits of the attributes.
pub(super) mod layout {
    pub const LENGTH_AT: usize = 8;
    pub const LEADER_EPOCH_AT: usize = 12;
    pub const MAGIC_AT: usize = 16;
    pub const CRC_AT: usize = 17;
    pub const ATTRIBUTES_AT: usize = 21;
    pub const LAST_OFFSET_DELTA_AT: usize = 23;
    pub const BASE_TIMESTAMP_AT: usize = 27;
    pub const MAX_TIMESTAMP_AT: usize = 35;
    pub const PRODUCER_ID_AT: usize = 43;
    pub const PRODUCER_EPOCH_AT: usize = 51;
    pub const BASE_SEQUENCE_AT: usize = 53;
    pub const RECORD_COUNT_AT: usize = 57;

    pub const CODEC_MASK: i16 = 0x07;
    pub const LOG_APPEND_TIME: i16 = 0x08;
    pub const TRANSACTIONAL: i16 = 0x10;
    pub const CONTROL: i16 = 0x20;
    pub const DELETE_HORIZON: i16 = 0x40;
}

use layout::*;

/// Why bytes are not a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchError {
    /// The bytes end before the batch does; `need` bytes would hold what is known of it so far.
    Incomplete { need: usize },
    /// The length field cannot be that of a batch.
    Length(i32),
    /// A message format this program does not read.
    Magic(i8),
    /// The stored checksum is not that of the bytes.
    Crc { stored: u32, computed: u32 },
    /// A header field contradicts another one.
    Field(&'static str),
    /// The records do not fit the header.
    Record(RecordError),
    /// The records cannot be decompressed.
    Compress(CompressError),
}

impl std::fmt::Display for BatchError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Incomplete { need } => {
                write!(f, "the batch is cut off: it needs at least {need} bytes")
            }
            Self::Length(n) => write!(f, "{n} is not the length of a record batch"),
            Self::Magic(m) => write!(f, "message format {m} is not supported, only format 2 is"),
            Self::Crc { stored, computed } => {
                write!(f, "the batch is corrupt: its checksum is {stored:#010x}, its bytes give {computed:#010x}")
            }
            Self::Field(what) => write!(f, "the batch header is invalid: {what}"),
            Self::Record(e) => write!(f, "{e}"),
            Self::Compress(e) => write!(f, "{e}"),
        }
    }
}

impl std::error::Error for BatchError {}

impl From<RecordError> for BatchError {
    fn from(e: RecordError) -> Self {
        Self::Record(e)
    }
}

impl From<CompressError> for BatchError {
    fn from(e: CompressError) -> Self {
        Self::Compress(e)
    }
}

/// Who set the timestamps of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TimestampType {
    #[default]
    CreateTime,
    LogAppendTime,
}

/// The fixed fields of a batch, by Kafka's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatchHeader {
    pub base_offset: i64,
    /// Bytes after the length field.
    pub length: i32,
    pub leader_epoch: i32,
    pub magic: i8,
    pub crc: u32,
    pub attributes: i16,
    pub last_offset_delta: i32,
    pub base_timestamp: i64,
    pub max_timestamp: i64,
    pub producer_id: i64,
    pub producer_epoch: i16,
    pub base_sequence: i32,
    pub record_count: i32,
}

fn be<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    let mut out = [0; N];
    out.copy_from_slice(&bytes[at..at + N]);
    out
}

impl BatchHeader {
    /// Reads the header at the start of `bytes`, which may be longer or, as long as the header is whole, shorter
    /// than the batch. Checks length and magic only.
    pub fn peek(bytes: &[u8]) -> Result<Self, BatchError> {
        // The magic comes before anything that differs between formats, so it is judged first.
        if bytes.len() > MAGIC_AT {
            let magic = bytes[MAGIC_AT] as i8;
            if magic != MAGIC {
                return Err(BatchError::Magic(magic));
            }
        }
        if bytes.len() >= LOG_OVERHEAD {
            let length = i32::from_be_bytes(be(bytes, LENGTH_AT));
            if length < (HEADER_LEN - LOG_OVERHEAD) as i32 {
                return Err(BatchError::Length(length));
            }
        }
        if bytes.len() < HEADER_LEN {
            return Err(BatchError::Incomplete { need: HEADER_LEN });
        }
        Ok(Self {
            base_offset: i64::from_be_bytes(be(bytes, 0)),
            length: i32::from_be_bytes(be(bytes, LENGTH_AT)),
            leader_epoch: i32::from_be_bytes(be(bytes, LEADER_EPOCH_AT)),
            magic: bytes[MAGIC_AT] as i8,
            crc: u32::from_be_bytes(be(bytes, CRC_AT)),
            attributes: i16::from_be_bytes(be(bytes, ATTRIBUTES_AT)),
            last_offset_delta: i32::from_be_bytes(be(bytes, LAST_OFFSET_DELTA_AT)),
            base_timestamp: i64::from_be_bytes(be(bytes, BASE_TIMESTAMP_AT)),
            max_timestamp: i64::from_be_bytes(be(bytes, MAX_TIMESTAMP_AT)),
            producer_id: i64::from_be_bytes(be(bytes, PRODUCER_ID_AT)),
            producer_epoch: i16::from_be_bytes(be(bytes, PRODUCER_EPOCH_AT)),
            base_sequence: i32::from_be_bytes(be(bytes, BASE_SEQUENCE_AT)),
            record_count: i32::from_be_bytes(be(bytes, RECORD_COUNT_AT)),
        })
    }

    /// As [`peek`](Self::peek), and the whole batch must lie in `bytes`.
    pub fn parse(bytes: &[u8]) -> Result<Self, BatchError> {
        let header = Self::peek(bytes)?;
        if bytes.len() < header.size() {
            return Err(BatchError::Incomplete { need: header.size() });
        }
        Ok(header)
    }

    /// Bytes of the whole batch.
    pub fn size(&self) -> usize {
        LOG_OVERHEAD + self.length as usize
    }

    /// Offset of the last record. Compaction may have removed that record, its offset stays.
    pub fn last_offset(&self) -> i64 {
        self.base_offset.saturating_add(i64::from(self.last_offset_delta))
    }

    /// Offset after the last record.
    pub fn next_offset(&self) -> i64 {
        self.last_offset().saturating_add(1)
    }

    /// Sequence of the last record, or [`NO_SEQUENCE`]; sequences wrap to 0 after `i32::MAX`.
    pub fn last_sequence(&self) -> i32 {
        if self.base_sequence == NO_SEQUENCE {
            return NO_SEQUENCE;
        }
        increment_sequence(self.base_sequence, self.last_offset_delta)
    }

    /// The codec of the records, or `None` for one that does not exist.
    pub fn codec(&self) -> Option<Codec> {
        Codec::from_id((self.attributes & CODEC_MASK) as u8)
    }

    pub fn is_compressed(&self) -> bool {
        self.attributes & CODEC_MASK != 0
    }

    pub fn timestamp_type(&self) -> TimestampType {
        if self.attributes & LOG_APPEND_TIME != 0 { TimestampType::LogAppendTime } else { TimestampType::CreateTime }
    }

    pub fn is_transactional(&self) -> bool {
        self.attributes & TRANSACTIONAL != 0
    }

    pub fn is_control(&self) -> bool {
        self.attributes & CONTROL != 0
    }

    /// Sent by an idempotent or transactional producer.
    pub fn has_producer_id(&self) -> bool {
        self.producer_id > NO_PRODUCER_ID
    }

    /// When set (KIP-534), the base timestamp is the time at which tombstones may go.
    pub fn delete_horizon_ms(&self) -> Option<i64> {
        (self.attributes & DELETE_HORIZON != 0).then_some(self.base_timestamp)
    }

    /// The timestamp of a record with this delta.
    pub fn timestamp_of(&self, delta: i64) -> i64 {
        match self.timestamp_type() {
            TimestampType::LogAppendTime => self.max_timestamp,
            TimestampType::CreateTime => self.base_timestamp.wrapping_add(delta),
        }
    }
}

/// Sequences run from 0 to `i32::MAX` and start again at 0.
pub fn increment_sequence(sequence: i32, by: i32) -> i32 {
    match sequence.checked_add(by) {
        Some(next) => next,
        None => by - (i32::MAX - sequence) - 1,
    }
}

/// One whole batch inside a buffer.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    pub header: BatchHeader,
    bytes: &'a [u8],
}

impl<'a> Batch<'a> {
    /// The batch at the start of `bytes`; what follows it is ignored.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, BatchError> {
        let header = BatchHeader::parse(bytes)?;
        Ok(Self { header, bytes: &bytes[..header.size()] })
    }

    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The records as stored: compressed when the header says so.
    pub fn payload(&self) -> &'a [u8] {
        &self.bytes[HEADER_LEN..]
    }

    pub fn computed_crc(&self) -> u32 {
        crc32c::crc32c(&self.bytes[ATTRIBUTES_AT..])
    }

    pub fn crc_ok(&self) -> bool {
        self.computed_crc() == self.header.crc
    }

    pub fn check_crc(&self) -> Result<(), BatchError> {
        let computed = self.computed_crc();
        if computed == self.header.crc { Ok(()) } else { Err(BatchError::Crc { stored: self.header.crc, computed }) }
    }

    /// The records' bytes, decompressed into `scratch` when they are compressed; never more than `limit` bytes.
    pub fn records_in<'s>(&self, scratch: &'s mut Vec<u8>, limit: usize) -> Result<&'s [u8], BatchError>
    where
        'a: 's,
    {
        let codec = self.header.codec().ok_or(BatchError::Field("unknown compression codec"))?;
        if codec == Codec::None {
            return Ok(self.payload());
        }
        scratch.clear();
        compress::decompress_into(codec, self.payload(), scratch, limit)?;
        Ok(scratch)
    }

    /// The records one by one; `bytes` is what [`records_in`](Self::records_in) gave.
    pub fn iter<'b>(&self, bytes: &'b [u8]) -> RecordIter<'b> {
        RecordIter::new(&self.header, bytes)
    }
}

/// The whole batches of a buffer, one after the other. Ends after the first error; trailing bytes that are too
/// few for a batch are an [`BatchError::Incomplete`].
pub struct Batches<'a> {
    rest: &'a [u8],
}

pub fn batches(bytes: &[u8]) -> Batches<'_> {
    Batches { rest: bytes }
}

impl<'a> Iterator for Batches<'a> {
    type Item = Result<Batch<'a>, BatchError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let parsed = Batch::parse(self.rest);
        self.rest = match &parsed {
            Ok(batch) => &self.rest[batch.bytes.len()..],
            Err(_) => &[],
        };
        Some(parsed)
    }
}

/// Sets the base offset of the batch at the start of `bytes`. The checksum does not cover it.
///
/// # Panics
/// When `bytes` is shorter than a header: parse first.
pub fn set_base_offset(bytes: &mut [u8], offset: i64) {
    bytes[..8].copy_from_slice(&offset.to_be_bytes());
}

/// Sets the leader epoch of the batch at the start of `bytes`. The checksum does not cover it.
///
/// # Panics
/// When `bytes` is shorter than a header: parse first.
pub fn set_leader_epoch(bytes: &mut [u8], epoch: i32) {
    bytes[LEADER_EPOCH_AT..LEADER_EPOCH_AT + 4].copy_from_slice(&epoch.to_be_bytes());
}

/// Gives the batch at the start of `bytes` to another producer or other sequence numbers, with a new checksum.
///
/// # Panics
/// When `bytes` is shorter than a header: parse first.
pub fn set_producer(bytes: &mut [u8], id: i64, epoch: i16, base_sequence: i32) {
    bytes[PRODUCER_ID_AT..PRODUCER_EPOCH_AT].copy_from_slice(&id.to_be_bytes());
    bytes[PRODUCER_EPOCH_AT..BASE_SEQUENCE_AT].copy_from_slice(&epoch.to_be_bytes());
    bytes[BASE_SEQUENCE_AT..RECORD_COUNT_AT].copy_from_slice(&base_sequence.to_be_bytes());
    reseal(bytes);
}

/// Marks the batch (exactly `bytes`) as stamped by the log at `now_ms`, with a new checksum.
pub fn set_log_append_time(bytes: &mut [u8], now_ms: i64) {
    let attributes = i16::from_be_bytes(be(bytes, ATTRIBUTES_AT)) | LOG_APPEND_TIME;
    bytes[ATTRIBUTES_AT..ATTRIBUTES_AT + 2].copy_from_slice(&attributes.to_be_bytes());
    set_max_timestamp_raw(bytes, now_ms);
    reseal(bytes);
}

/// As [`set_log_append_time`] on a copy of the header alone, the records being elsewhere.
///
/// # Panics
/// When `header` is not exactly a header.
pub fn stamp_split(header: &mut [u8], records: &[u8], now_ms: i64) {
    assert_eq!(header.len(), HEADER_LEN, "the header without the records");
    let attributes = i16::from_be_bytes(be(header, ATTRIBUTES_AT)) | LOG_APPEND_TIME;
    header[ATTRIBUTES_AT..ATTRIBUTES_AT + 2].copy_from_slice(&attributes.to_be_bytes());
    set_max_timestamp_raw(header, now_ms);
    let crc = crc32c::crc32c_append(crc32c::crc32c(&header[ATTRIBUTES_AT..]), records);
    header[CRC_AT..CRC_AT + 4].copy_from_slice(&crc.to_be_bytes());
}

/// Sets the largest timestamp of a CreateTime batch (exactly `bytes`), with a new checksum.
pub fn set_max_timestamp(bytes: &mut [u8], max_timestamp: i64) {
    let attributes = i16::from_be_bytes(be(bytes, ATTRIBUTES_AT)) & !LOG_APPEND_TIME;
    bytes[ATTRIBUTES_AT..ATTRIBUTES_AT + 2].copy_from_slice(&attributes.to_be_bytes());
    set_max_timestamp_raw(bytes, max_timestamp);
    reseal(bytes);
}

fn set_max_timestamp_raw(bytes: &mut [u8], max_timestamp: i64) {
    bytes[MAX_TIMESTAMP_AT..MAX_TIMESTAMP_AT + 8].copy_from_slice(&max_timestamp.to_be_bytes());
}

/// Computes the checksum of a batch (exactly `bytes`) anew.
pub(super) fn reseal(bytes: &mut [u8]) {
    let crc = crc32c::crc32c(&bytes[ATTRIBUTES_AT..]);
    bytes[CRC_AT..CRC_AT + 4].copy_from_slice(&crc.to_be_bytes());
}

#[cfg(test)]
#[path = "batch_tests.rs"]
mod tests;
