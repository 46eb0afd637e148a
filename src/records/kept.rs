//! Records that have to be kept for a while: they own their bytes.

use crate::output::record::{Header, Record, Timestamp};
use crate::protocol::batch::BatchHeader;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub topic: String,
    pub partition: i32,
    pub offset: i64,
    pub timestamp: Timestamp,
    pub key: Option<Vec<u8>>,
    pub value: Option<Vec<u8>>,
    pub headers: Vec<(Vec<u8>, Option<Vec<u8>>)>,
    pub batch: Option<BatchHeader>,
}

impl Kept {
    pub fn of(record: &Record<'_>) -> Self {
        Self {
            topic: record.topic.to_owned(),
            partition: record.partition,
            offset: record.offset,
            timestamp: record.timestamp,
            key: record.key.map(<[u8]>::to_vec),
            value: record.value.map(<[u8]>::to_vec),
            headers: record.headers.iter().map(|h| (h.key.to_vec(), h.value.map(<[u8]>::to_vec))).collect(),
            batch: record.batch.copied(),
        }
    }

    /// In ms since 1970; -1: none.
    pub fn millis(&self) -> i64 {
        match self.timestamp {
            Timestamp::None => -1,
            Timestamp::Create(ms) | Timestamp::LogAppend(ms) => ms,
        }
    }

    /// The record as it was.
    pub fn with<T>(&self, show: impl FnOnce(&Record<'_>) -> T) -> T {
        let headers: Vec<Header<'_>> =
            self.headers.iter().map(|(key, value)| Header { key, value: value.as_deref() }).collect();
        show(&Record {
            topic: &self.topic,
            partition: self.partition,
            offset: self.offset,
            timestamp: self.timestamp,
            key: self.key.as_deref(),
            value: self.value.as_deref(),
            headers: &headers,
            deliveries: None,
            batch: self.batch.as_ref(),
        })
    }
}
