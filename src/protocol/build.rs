//! Making record batches: those that the broker writes itself, and those whose codec changes.

use super::batch::layout::*;
use super::batch::*;
use super::compress::{self, Codec};
use super::record;

/// The batch with its records, given uncompressed, in another codec.
pub fn recompressed(batch: &Batch<'_>, records: &[u8], codec: Codec, level: Option<i32>) -> Vec<u8> {
    let mut bytes = batch.bytes()[..HEADER_LEN].to_vec();
    compress::compress_into(codec, level, records, &mut bytes);
    let length = i32::try_from(bytes.len() - LOG_OVERHEAD).expect("a batch's records stay below 2 GiB in any codec");
    let attributes = batch.header.attributes & !CODEC_MASK | i16::from(codec.id());
    bytes[LENGTH_AT..LEADER_EPOCH_AT].copy_from_slice(&length.to_be_bytes());
    bytes[ATTRIBUTES_AT..LAST_OFFSET_DELTA_AT].copy_from_slice(&attributes.to_be_bytes());
    reseal(&mut bytes);
    bytes
}

/// What compaction leaves of a batch: `count` of its records, encoded relative to `base_timestamp` and uncompressed. The
/// offsets, the producer and the codec stay those of the batch; its last offset stays even when that record has gone.
/// With `delete_horizon` the base timestamp is the time at which its tombstones may go (KIP-534).
pub fn compacted(
    of: &BatchHeader,
    records: &[u8],
    count: i32,
    base_timestamp: i64,
    max_timestamp: i64,
    delete_horizon: bool,
) -> Vec<u8> {
    let codec = of.codec().unwrap_or(Codec::None);
    let mut bytes = vec![0; HEADER_LEN];
    compress::compress_into(codec, None, records, &mut bytes);
    let mut attributes = of.attributes & (CODEC_MASK | LOG_APPEND_TIME | TRANSACTIONAL | CONTROL);
    if delete_horizon {
        attributes |= DELETE_HORIZON;
    }
    put_header(&mut bytes, of, attributes, base_timestamp, max_timestamp, count);
    bytes
}

/// A batch without its records: what compaction keeps where only the producer's last sequence, or the offset, is still
/// needed.
pub fn emptied(of: &BatchHeader) -> Vec<u8> {
    let mut bytes = vec![0; HEADER_LEN];
    let attributes = of.attributes & (LOG_APPEND_TIME | TRANSACTIONAL | CONTROL);
    put_header(&mut bytes, of, attributes, NO_TIMESTAMP, of.max_timestamp, 0);
    bytes
}

/// Writes a header in front of the records in `bytes`: what is not named comes from `of`.
fn put_header(
    bytes: &mut [u8],
    of: &BatchHeader,
    attributes: i16,
    base_timestamp: i64,
    max_timestamp: i64,
    count: i32,
) {
    let length = i32::try_from(bytes.len() - LOG_OVERHEAD).expect("a batch's records stay below 2 GiB in any codec");
    bytes[..8].copy_from_slice(&of.base_offset.to_be_bytes());
    bytes[LENGTH_AT..LEADER_EPOCH_AT].copy_from_slice(&length.to_be_bytes());
    bytes[LEADER_EPOCH_AT..MAGIC_AT].copy_from_slice(&of.leader_epoch.to_be_bytes());
    bytes[MAGIC_AT] = MAGIC as u8;
    bytes[ATTRIBUTES_AT..LAST_OFFSET_DELTA_AT].copy_from_slice(&attributes.to_be_bytes());
    bytes[LAST_OFFSET_DELTA_AT..BASE_TIMESTAMP_AT].copy_from_slice(&of.last_offset_delta.to_be_bytes());
    bytes[BASE_TIMESTAMP_AT..MAX_TIMESTAMP_AT].copy_from_slice(&base_timestamp.to_be_bytes());
    bytes[MAX_TIMESTAMP_AT..PRODUCER_ID_AT].copy_from_slice(&max_timestamp.to_be_bytes());
    bytes[PRODUCER_ID_AT..PRODUCER_EPOCH_AT].copy_from_slice(&of.producer_id.to_be_bytes());
    bytes[PRODUCER_EPOCH_AT..BASE_SEQUENCE_AT].copy_from_slice(&of.producer_epoch.to_be_bytes());
    bytes[BASE_SEQUENCE_AT..RECORD_COUNT_AT].copy_from_slice(&of.base_sequence.to_be_bytes());
    bytes[RECORD_COUNT_AT..HEADER_LEN].copy_from_slice(&count.to_be_bytes());
    reseal(bytes);
}

/// Makes one batch: for the records that the broker writes itself (metadata, groups, transactions, markers), for
/// batches whose compression changes, and for tests.
#[derive(Debug, Clone)]
pub struct BatchBuilder {
    base_offset: i64,
    leader_epoch: i32,
    codec: Codec,
    level: Option<i32>,
    attributes: i16,
    base_timestamp: Option<i64>,
    max_timestamp: i64,
    producer_id: i64,
    producer_epoch: i16,
    base_sequence: i32,
    count: i32,
    /// Header space, then the records uncompressed.
    bytes: Vec<u8>,
}

impl Default for BatchBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl BatchBuilder {
    pub fn new() -> Self {
        Self {
            base_offset: 0,
            leader_epoch: NO_LEADER_EPOCH,
            codec: Codec::None,
            level: None,
            attributes: 0,
            base_timestamp: None,
            max_timestamp: NO_TIMESTAMP,
            producer_id: NO_PRODUCER_ID,
            producer_epoch: NO_PRODUCER_EPOCH,
            base_sequence: NO_SEQUENCE,
            count: 0,
            bytes: vec![0; HEADER_LEN],
        }
    }

    pub fn base_offset(mut self, offset: i64) -> Self {
        self.base_offset = offset;
        self
    }

    pub fn leader_epoch(mut self, epoch: i32) -> Self {
        self.leader_epoch = epoch;
        self
    }

    /// `level`: the codec's own, `None` for Kafka's default.
    pub fn compression(mut self, codec: Codec, level: Option<i32>) -> Self {
        self.codec = codec;
        self.level = level;
        self
    }

    /// Idempotent; `base_sequence` counts from 0 in each epoch.
    pub fn producer(mut self, id: i64, epoch: i16, base_sequence: i32) -> Self {
        self.producer_id = id;
        self.producer_epoch = epoch;
        self.base_sequence = base_sequence;
        self
    }

    pub fn transactional(mut self) -> Self {
        self.attributes |= TRANSACTIONAL;
        self
    }

    pub fn control(mut self) -> Self {
        self.attributes |= CONTROL;
        self
    }

    /// All records carry `now_ms`, whatever they are appended with.
    pub fn log_append_time(mut self, now_ms: i64) -> Self {
        self.attributes |= LOG_APPEND_TIME;
        self.max_timestamp = now_ms;
        self
    }

    /// Adds a record; its offset is the next one.
    pub fn append(&mut self, timestamp: i64, key: Option<&[u8]>, value: Option<&[u8]>) -> &mut Self {
        self.append_with_headers(timestamp, key, value, &[])
    }

    pub fn append_with_headers(
        &mut self,
        timestamp: i64,
        key: Option<&[u8]>,
        value: Option<&[u8]>,
        headers: &[record::Header<'_>],
    ) -> &mut Self {
        let base = *self.base_timestamp.get_or_insert(timestamp);
        if self.attributes & LOG_APPEND_TIME == 0 {
            self.max_timestamp = self.max_timestamp.max(timestamp);
        }
        record::encode(&mut self.bytes, timestamp.wrapping_sub(base), self.count, key, value, headers);
        self.count += 1;
        self
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn count(&self) -> i32 {
        self.count
    }

    /// Bytes so far, before compression.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// The sealed batch.
    ///
    /// # Panics
    /// When the batch would be larger than 2 GiB, which no caller's limits allow.
    pub fn build(self) -> Vec<u8> {
        let mut bytes = self.bytes;
        if self.codec != Codec::None {
            let mut packed = vec![0; HEADER_LEN];
            compress::compress_into(self.codec, self.level, &bytes[HEADER_LEN..], &mut packed);
            bytes = packed;
        }
        let length = i32::try_from(bytes.len() - LOG_OVERHEAD).expect("a built batch stays below 2 GiB");
        let attributes = self.attributes | i16::from(self.codec.id());
        let last_offset_delta = (self.count - 1).max(0);
        bytes[..8].copy_from_slice(&self.base_offset.to_be_bytes());
        bytes[LENGTH_AT..LEADER_EPOCH_AT].copy_from_slice(&length.to_be_bytes());
        bytes[LEADER_EPOCH_AT..MAGIC_AT].copy_from_slice(&self.leader_epoch.to_be_bytes());
        bytes[MAGIC_AT] = MAGIC as u8;
        bytes[ATTRIBUTES_AT..LAST_OFFSET_DELTA_AT].copy_from_slice(&attributes.to_be_bytes());
        bytes[LAST_OFFSET_DELTA_AT..BASE_TIMESTAMP_AT].copy_from_slice(&last_offset_delta.to_be_bytes());
        let base_timestamp = self.base_timestamp.unwrap_or(NO_TIMESTAMP);
        bytes[BASE_TIMESTAMP_AT..MAX_TIMESTAMP_AT].copy_from_slice(&base_timestamp.to_be_bytes());
        bytes[MAX_TIMESTAMP_AT..PRODUCER_ID_AT].copy_from_slice(&self.max_timestamp.to_be_bytes());
        bytes[PRODUCER_ID_AT..PRODUCER_EPOCH_AT].copy_from_slice(&self.producer_id.to_be_bytes());
        bytes[PRODUCER_EPOCH_AT..BASE_SEQUENCE_AT].copy_from_slice(&self.producer_epoch.to_be_bytes());
        bytes[BASE_SEQUENCE_AT..RECORD_COUNT_AT].copy_from_slice(&self.base_sequence.to_be_bytes());
        bytes[RECORD_COUNT_AT..HEADER_LEN].copy_from_slice(&self.count.to_be_bytes());
        reseal(&mut bytes);
        bytes
    }
}
