//! Checking what a producer sends, before the partition's lock is taken.
//!
//! The same batches pass as in the original (its LogValidator and ProduceRequest), but a compressed batch is opened only
//! when something depends on its records: a compacted topic, bounds on timestamps that its header may break, another
//! codec to be stored with, or [`LogConfig::validate_all`]. What must hold: what passes is exactly one whole batch with a
//! right checksum whose header tells the truth about everything that was looked at.

use std::borrow::Cow;

use super::config::{LogConfig, TargetCompression};
use crate::protocol::batch::{self, Batch, BatchError, BatchHeader, NO_TIMESTAMP, TimestampType};
use crate::protocol::compress::{Codec, CompressError};
use crate::protocol::record;

/// A batch may grow to so many times `max.message.bytes` when it has to be decompressed …
const MAX_EXPANSION: usize = 100;
/// … or to this, if that is more.
const MIN_RECORDS_LIMIT: usize = 64 << 20;
/// Faults of single records that are listed; a batch may have millions.
const MAX_FAULTS: usize = 1000;

/// A batch that may be appended.
#[derive(Debug)]
pub struct Validated<'a> {
    /// The batch: as it came, unless its codec or its largest timestamp had to be set right.
    pub bytes: Cow<'a, [u8]>,
    pub header: BatchHeader,
}

/// Why a batch is refused. The comment names Kafka's error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValidateError {
    /// INVALID_RECORD: the batch contradicts itself, or is none that a client may send.
    Invalid(&'static str),
    /// INVALID_RECORD: not in format 2, or not exactly one batch.
    Format(String),
    /// CORRUPT_MESSAGE.
    Corrupt(BatchError),
    /// MESSAGE_TOO_LARGE: more than `max.message.bytes`.
    TooLarge { size: usize, limit: u32 },
    /// UNSUPPORTED_COMPRESSION_TYPE: zstd came with Produce version 7.
    ZstdTooEarly,
    /// Single records are at fault: INVALID_TIMESTAMP if any for its time, else INVALID_RECORD.
    Records(Vec<RecordFault>),
}

/// What is wrong with one record; `index` is its place in the batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordFault {
    pub index: i32,
    pub kind: FaultKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// A compacted topic takes no record without a key.
    NoKey,
    /// Not within `[earliest, latest]`.
    Timestamp { timestamp: i64, earliest: i64, latest: i64 },
    /// The producer claims a time that only the broker gives.
    LogAppendTime,
}

impl ValidateError {
    /// Whether a timestamp is among the faults, which decides the error code.
    pub fn is_timestamp(&self) -> bool {
        matches!(self, Self::Records(faults) if faults.iter().any(|f| f.kind != FaultKind::NoKey))
    }
}

impl std::fmt::Display for FaultKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoKey => write!(f, "a compacted topic takes no record without a key"),
            Self::Timestamp { timestamp, earliest, latest } => {
                write!(f, "its timestamp {timestamp} is not within [{earliest}, {latest}]")
            }
            Self::LogAppendTime => write!(f, "a producer must not set the timestamp type LogAppendTime"),
        }
    }
}

impl std::fmt::Display for ValidateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Invalid(what) => write!(f, "the record batch is invalid: {what}"),
            Self::Format(what) => write!(f, "{what}"),
            Self::Corrupt(e) => write!(f, "{e}"),
            Self::TooLarge { size, limit } => {
                write!(f, "the record batch is too large: {size} bytes, and max.message.bytes is {limit}")
            }
            Self::ZstdTooEarly => write!(f, "zstd is not allowed before version 7 of Produce"),
            Self::Records(faults) => match faults.first() {
                Some(fault) => write!(f, "record {} is refused: {}", fault.index, fault.kind),
                None => write!(f, "records are refused"),
            },
        }
    }
}

impl std::error::Error for ValidateError {}

/// Checks the records field of one partition of a Produce request of the given version.
pub fn produced<'a>(
    bytes: &'a [u8],
    config: &LogConfig,
    produce_version: i16,
    now_ms: i64,
) -> Result<Validated<'a>, ValidateError> {
    let batch = only_batch(bytes)?;
    let header = batch.header;
    let codec = header.codec().ok_or(ValidateError::Invalid("its compression codec does not exist"))?;
    if codec == Codec::Zstd && produce_version < 7 {
        return Err(ValidateError::ZstdTooEarly);
    }
    if header.base_offset != 0 {
        return Err(ValidateError::Invalid("its base offset is not 0"));
    }
    check_size(header.size(), config)?;
    batch.check_crc().map_err(ValidateError::Corrupt)?;
    check_header(&header)?;
    let target = match config.compression {
        TargetCompression::Producer => (codec, None),
        TargetCompression::Fixed(codec, level) => (codec, level),
    };
    if codec != Codec::None && target.0 == codec && !needs_records(&header, config, now_ms) {
        return Ok(Validated { bytes: Cow::Borrowed(batch.bytes()), header });
    }
    let mut scratch = Vec::new();
    let limit = (config.max_message_bytes as usize).saturating_mul(MAX_EXPANSION).max(MIN_RECORDS_LIMIT);
    let records = batch.records_in(&mut scratch, limit).map_err(|e| match e {
        BatchError::Compress(CompressError::TooLarge { limit, .. }) => {
            ValidateError::TooLarge { size: limit, limit: config.max_message_bytes }
        }
        other => ValidateError::Corrupt(other),
    })?;
    let max_timestamp = check_records(&batch, records, config, now_ms)?;
    let mut bytes = Cow::Borrowed(batch.bytes());
    if target.0 != codec {
        bytes = Cow::Owned(batch::recompressed(&batch, records, target.0, target.1));
        check_size(bytes.len(), config)?;
    }
    // A topic with the log's time gets it at the append.
    if config.message_timestamp_type == TimestampType::CreateTime
        && (header.max_timestamp != max_timestamp || header.timestamp_type() != TimestampType::CreateTime)
    {
        batch::set_max_timestamp(bytes.to_mut(), max_timestamp);
    }
    let header = BatchHeader::peek(&bytes).map_err(ValidateError::Corrupt)?;
    Ok(Validated { bytes, header })
}

/// Exactly one whole batch of format 2; a cut-off one behind it is dropped, as the original does.
fn only_batch(bytes: &[u8]) -> Result<Batch<'_>, ValidateError> {
    let batch = match Batch::parse(bytes) {
        Ok(batch) => batch,
        Err(BatchError::Incomplete { .. }) => {
            return Err(ValidateError::Format("a partition must come with a whole record batch".to_owned()));
        }
        Err(e @ BatchError::Magic(0 | 1)) => return Err(ValidateError::Format(e.to_string())),
        Err(e) => return Err(ValidateError::Corrupt(e)),
    };
    match Batch::parse(&bytes[batch.bytes().len()..]) {
        Err(BatchError::Incomplete { .. }) => Ok(batch),
        _ => Err(ValidateError::Format("a partition must come with exactly one record batch".to_owned())),
    }
}

fn check_size(size: usize, config: &LogConfig) -> Result<(), ValidateError> {
    let limit = config.max_message_bytes;
    if size > limit as usize { Err(ValidateError::TooLarge { size, limit }) } else { Ok(()) }
}

fn check_header(header: &BatchHeader) -> Result<(), ValidateError> {
    let what = if header.last_offset_delta < 0 {
        "its last offset is below the first"
    } else if header.record_count <= 0 {
        "it has no records"
    } else if header.record_count - 1 != header.last_offset_delta {
        "the number of its records is not that of its offsets"
    } else if header.is_control() {
        "clients must not write control records"
    } else if header.has_producer_id() && header.base_sequence < 0 {
        "it has a producer id but no sequence"
    } else {
        return Ok(());
    };
    Err(ValidateError::Invalid(what))
}

/// Whether the answer may depend on the records of a compressed batch.
fn needs_records(header: &BatchHeader, config: &LogConfig, now_ms: i64) -> bool {
    config.validate_all
        || config.cleanup_policy.compact
        || header.timestamp_type() == TimestampType::LogAppendTime
        || config.message_timestamp_type == TimestampType::CreateTime
            && (config.message_timestamp_before_max_ms != i64::MAX
                || header.max_timestamp > now_ms.saturating_add(config.message_timestamp_after_max_ms))
}

/// Checks all records. Returns the largest timestamp.
fn check_records(batch: &Batch<'_>, records: &[u8], config: &LogConfig, now_ms: i64) -> Result<i64, ValidateError> {
    let header = &batch.header;
    let walked = record::walk(records, header.record_count).map_err(|e| ValidateError::Format(e.to_string()))?;
    let (min, max) = (header.timestamp_of(walked.min_timestamp_delta), header.timestamp_of(walked.max_timestamp_delta));
    let create_time = config.message_timestamp_type == TimestampType::CreateTime;
    let earliest = now_ms.saturating_sub(config.message_timestamp_before_max_ms);
    let latest = now_ms.saturating_add(config.message_timestamp_after_max_ms);
    let suspicious = config.cleanup_policy.compact && walked.first_null_key.is_some()
        || create_time && (min < earliest || max > latest || max < min)
        || header.timestamp_type() == TimestampType::LogAppendTime;
    if !suspicious {
        return Ok(max.max(NO_TIMESTAMP));
    }
    let mut faults = Vec::new();
    let mut largest = NO_TIMESTAMP;
    for (index, parsed) in (0..).zip(batch.iter(records)) {
        let parsed = parsed.map_err(|e| ValidateError::Format(e.to_string()))?;
        let timestamp = parsed.timestamp;
        largest = largest.max(timestamp);
        let kind = if config.cleanup_policy.compact && parsed.key.is_none() {
            FaultKind::NoKey
        } else if create_time && timestamp != NO_TIMESTAMP {
            if (earliest..=latest).contains(&timestamp) {
                continue;
            }
            FaultKind::Timestamp { timestamp, earliest, latest }
        } else if header.timestamp_type() == TimestampType::LogAppendTime {
            FaultKind::LogAppendTime
        } else {
            continue;
        };
        faults.push(RecordFault { index, kind });
        if faults.len() == MAX_FAULTS {
            break;
        }
    }
    if faults.is_empty() { Ok(largest) } else { Err(ValidateError::Records(faults)) }
}

#[cfg(test)]
#[path = "validate_tests.rs"]
mod tests;
