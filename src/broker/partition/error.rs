//! What a client is told when a partition cannot do what it asks.

use crate::broker::log::{LogError, validate::ValidateError};
use crate::protocol::code::ErrorCode;

/// Who leads, for clients that ask the wrong broker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leader {
    pub id: i32,
    pub epoch: i32,
}

/// Why records were not appended.
#[derive(Debug)]
pub struct AppendError {
    pub code: ErrorCode,
    pub message: Option<String>,
    /// Which records of the batch are at fault, by their place in it.
    pub records: Vec<(i32, Option<String>)>,
    pub leader: Option<Leader>,
    /// -1 where it is not known.
    pub log_start_offset: i64,
    /// The batch got as far as the log, so the answer names where that begins, as the original's does.
    pub knows_log_start: bool,
}

impl AppendError {
    pub fn new(code: ErrorCode, message: impl Into<String>) -> AppendError {
        AppendError { message: Some(message.into()), ..code.into() }
    }

    pub fn corrupt(message: &str) -> AppendError {
        AppendError::new(ErrorCode::CORRUPT_MESSAGE, message)
    }
}

impl From<ErrorCode> for AppendError {
    fn from(code: ErrorCode) -> Self {
        AppendError {
            code,
            message: None,
            records: Vec::new(),
            leader: None,
            log_start_offset: -1,
            knows_log_start: false,
        }
    }
}

/// Why nothing can be read.
#[derive(Debug, Clone, Copy)]
pub struct ReadError {
    pub code: ErrorCode,
    pub leader: Option<Leader>,
}

impl From<ErrorCode> for ReadError {
    fn from(code: ErrorCode) -> Self {
        ReadError { code, leader: None }
    }
}

impl From<LogError> for AppendError {
    fn from(error: LogError) -> Self {
        let of_a_producer = matches!(
            error,
            LogError::InvalidProducerEpoch { .. }
                | LogError::OutOfOrderSequence { .. }
                | LogError::InvalidTxnState { .. }
                | LogError::CoordinatorFenced { .. }
        );
        AppendError { knows_log_start: of_a_producer, ..AppendError::new(code(&error), error.to_string()) }
    }
}

/// What the protocol calls a failure of the log.
pub fn code(error: &LogError) -> ErrorCode {
    match error {
        LogError::Offline(_) | LogError::Io(_) => ErrorCode::KAFKA_STORAGE_ERROR,
        LogError::OffsetOutOfRange { .. } => ErrorCode::OFFSET_OUT_OF_RANGE,
        LogError::Invalid(_) | LogError::UnexpectedOffset { .. } => ErrorCode::CORRUPT_MESSAGE,
        LogError::BatchTooLarge { .. } => ErrorCode::RECORD_LIST_TOO_LARGE,
        LogError::InvalidProducerEpoch { .. } => ErrorCode::INVALID_PRODUCER_EPOCH,
        LogError::OutOfOrderSequence { .. } => ErrorCode::OUT_OF_ORDER_SEQUENCE_NUMBER,
        LogError::InvalidTxnState { .. } => ErrorCode::INVALID_TXN_STATE,
        LogError::CoordinatorFenced { .. } => ErrorCode::TRANSACTION_COORDINATOR_FENCED,
    }
}

impl From<ValidateError> for AppendError {
    fn from(error: ValidateError) -> Self {
        let code = match &error {
            ValidateError::Corrupt(_) => ErrorCode::CORRUPT_MESSAGE,
            ValidateError::TooLarge { .. } => ErrorCode::MESSAGE_TOO_LARGE,
            ValidateError::ZstdTooEarly => ErrorCode::UNSUPPORTED_COMPRESSION_TYPE,
            _ if error.is_timestamp() => ErrorCode::INVALID_TIMESTAMP,
            _ => ErrorCode::INVALID_RECORD,
        };
        let message = error.to_string();
        let knows_log_start = matches!(error, ValidateError::Invalid(_) | ValidateError::Records(_));
        let records = match error {
            ValidateError::Records(faults) => faults.iter().map(|f| (f.index, Some(f.kind.to_string()))).collect(),
            _ => Vec::new(),
        };
        AppendError { records, knows_log_start, ..AppendError::new(code, message) }
    }
}
