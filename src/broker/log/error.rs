//! What can go wrong in a log, in kinds that a caller acts on differently.

use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::protocol::batch::BatchError;

/// Why an operation on a log failed.
#[derive(Debug, Clone)]
pub enum LogError {
    /// An earlier write or sync failed, or this one did: the log takes nothing more until it is opened again.
    Offline(Arc<str>),
    /// Reading failed; the log itself goes on.
    Io(Arc<str>),
    /// The offset is below the log's start or beyond its end.
    OffsetOutOfRange { offset: i64, start: i64, end: i64 },
    /// What was to be appended is not made of whole, valid batches.
    Invalid(BatchError),
    /// More bytes at once than a segment may hold.
    BatchTooLarge { size: usize, limit: u32 },
    /// A follower was given offsets that do not follow its log.
    UnexpectedOffset { first: i64, next: i64 },
    /// The producer's epoch is older than one seen before.
    InvalidProducerEpoch { producer_id: i64, epoch: i16, current: i16 },
    /// A gap or a step back in the producer's sequence.
    OutOfOrderSequence { producer_id: i64, sequence: i32, last: i32 },
    /// A record outside of the producer's open transaction, or of one that nobody opened.
    InvalidTxnState { producer_id: i64 },
    /// A marker from a transaction coordinator that has been replaced.
    CoordinatorFenced { epoch: i32, current: i32 },
}

impl LogError {
    pub(crate) fn io(what: &str, path: &Path, error: &io::Error) -> Self {
        Self::Io(format!("cannot {what} {}: {error}", path.display()).into())
    }
}

impl std::fmt::Display for LogError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Offline(why) => write!(f, "the log is offline: {why}"),
            Self::Io(why) => write!(f, "{why}"),
            Self::OffsetOutOfRange { offset, start, end } => {
                write!(f, "offset {offset} is out of range: the log has {start} to {end}")
            }
            Self::Invalid(e) => write!(f, "{e}"),
            Self::BatchTooLarge { size, limit } => {
                write!(f, "{size} bytes at once are more than a segment holds ({limit})")
            }
            Self::UnexpectedOffset { first, next } => {
                write!(f, "offset {first} does not follow the log, which goes on at {next}")
            }
            Self::InvalidProducerEpoch { producer_id, epoch, current } => {
                write!(f, "producer {producer_id} has epoch {epoch}, but epoch {current} was seen already")
            }
            Self::OutOfOrderSequence { producer_id, sequence, last } => {
                write!(f, "producer {producer_id} sent sequence {sequence} after {last}")
            }
            Self::InvalidTxnState { producer_id } => {
                write!(f, "the record of producer {producer_id} is not part of its ongoing transaction")
            }
            Self::CoordinatorFenced { epoch, current } => {
                write!(f, "the transaction marker has coordinator epoch {epoch}, but epoch {current} was seen already")
            }
        }
    }
}

impl std::error::Error for LogError {}

impl From<BatchError> for LogError {
    fn from(e: BatchError) -> Self {
        Self::Invalid(e)
    }
}
