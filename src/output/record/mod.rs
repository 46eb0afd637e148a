//! From a record to the bytes that a consumer prints.
//!
//! What must hold: under Kafka's flags the bytes are the original's, so [`DefaultFormatter`] writes in the original's
//! order and leaves what it had written of a record before one of its parts turned out to be unreadable. Nothing here
//! knows where the records come from. The classes a user may name are in [`choose`], the types of keys and values in
//! [`deserializer`], Java's way of printing numbers in [`java_number`].

mod choose;
mod coordinator;
mod default;
pub mod deserializer;
pub mod harmless;
pub mod java_number;

use std::collections::BTreeMap;
use std::fmt;

use crate::protocol::batch::BatchHeader;

pub use choose::{Choice, DEFAULT, choose};
pub use coordinator::decoded;
pub use default::DefaultFormatter;
pub use harmless::Harmless;

/// What is set for a formatter: `print.key` and the like, sorted so that errors come in a stable order.
pub type Properties = BTreeMap<String, String>;

/// Which clock a record's timestamp is from; records of the oldest format have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timestamp {
    None,
    Create(i64),
    LogAppend(i64),
}

/// One header; the value may be null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header<'a> {
    pub key: &'a [u8],
    pub value: Option<&'a [u8]>,
}

/// A record as a formatter sees it, whichever client fetched it.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    pub topic: &'a str,
    pub partition: i32,
    pub offset: i64,
    pub timestamp: Timestamp,
    pub key: Option<&'a [u8]>,
    pub value: Option<&'a [u8]>,
    pub headers: &'a [Header<'a>],
    /// How often it was delivered: share groups count that.
    pub deliveries: Option<i16>,
    /// What the batch says that it came in, where that is known.
    pub batch: Option<&'a BatchHeader>,
}

impl Record<'_> {
    /// Whether it is no data, but the end of a transaction or the like.
    pub fn is_control(&self) -> bool {
        self.batch.is_some_and(BatchHeader::is_control)
    }
}

/// Why a record cannot be shown. `class` is the Java class that the original would name, for those who search for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    pub class: &'static str,
    pub message: String,
}

impl FormatError {
    /// The bytes are not what the deserializer takes.
    pub(crate) fn serialization(message: impl Into<String>) -> Self {
        Self { class: "org.apache.kafka.common.errors.SerializationException", message: message.into() }
    }

    pub(crate) fn argument(message: impl Into<String>) -> Self {
        Self { class: "java.lang.IllegalArgumentException", message: message.into() }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for FormatError {}

/// Turns records into bytes.
pub trait Formatter: Send {
    /// Appends the record to `out`. After an error `out` holds what came before the unreadable part.
    fn write(&mut self, record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), FormatError>;
}

/// Prints nothing: the original's NoOpMessageFormatter.
pub struct NoOpFormatter;

impl Formatter for NoOpFormatter {
    fn write(&mut self, _: &Record<'_>, _: &mut Vec<u8>) -> Result<(), FormatError> {
        Ok(())
    }
}
