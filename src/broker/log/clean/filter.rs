//! What compaction leaves of one batch.
//!
//! By the original's rules (Cleaner.cleanInto, MemoryRecords.filterTo): a batch of which everything stays is copied as it
//! is; one that loses records is written anew with the same offsets, producer and codec; one that loses all goes, unless
//! its header is needed: for the last sequence of its producer, or because it is the last one of the round.

use std::collections::HashMap;

use super::map::KeyMap;
use super::txns::{Marker, Txns};
use crate::broker::log::txn_index::AbortedTxn;
use crate::protocol::batch::{self, Batch, BatchError, NO_TIMESTAMP, TimestampType};
use crate::protocol::record;

/// Decompressed records of one batch: far above what `max.message.bytes` and a sane ratio give.
pub const MAX_RECORDS_LEN: usize = 512 << 20;

/// The last record that a producer has written, for those producers that may still go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastRecord {
    /// None when its last entry is a transaction marker.
    pub data_offset: Option<i64>,
    pub epoch: i16,
}

/// What a whole round goes by.
pub struct Filter<'a> {
    pub map: &'a KeyMap,
    pub producers: &'a HashMap<i64, LastRecord>,
    /// The round ends before this offset.
    pub end: i64,
    pub now_ms: i64,
    pub delete_retention_ms: i64,
}

/// What became of a batch.
#[derive(Debug, PartialEq, Eq)]
pub enum Kept {
    AsItIs,
    /// Written anew: with fewer records, or with the time at which its tombstones may go.
    Changed(Vec<u8>),
    Nothing,
}

/// Memory that is used again for each batch.
#[derive(Default)]
pub struct Scratch {
    decompressed: Vec<u8>,
    records: Vec<u8>,
    retained: Vec<(usize, usize)>,
}

impl Filter<'_> {
    /// Decides about one batch. An aborted transaction whose marker stays is handed out.
    pub fn batch(
        &self,
        batch: &Batch<'_>,
        txns: &mut Txns,
        scratch: &mut Scratch,
        aborted: &mut Option<AbortedTxn>,
    ) -> Result<Kept, BatchError> {
        let header = &batch.header;
        let horizon = header.delete_horizon_ms();
        let mut empty_txn = false;
        let discard = if header.is_control() {
            match txns.marker(batch) {
                Marker::Needed => false,
                Marker::Abort(txn) => {
                    *aborted = Some(txn);
                    false
                }
                Marker::Unneeded => {
                    empty_txn = true;
                    horizon.is_some_and(|at| at <= self.now_ms)
                }
            }
        } else {
            txns.batch(batch)
        };
        let keep_header = self.is_last_of_producer(batch) || header.next_offset() == self.end;
        if discard {
            return Ok(if keep_header { Kept::Changed(batch::emptied(header)) } else { Kept::Nothing });
        }
        self.records(batch, empty_txn, keep_header, scratch)
    }

    /// The batch holds what its producer is known by: its last sequence, or its epoch.
    fn is_last_of_producer(&self, batch: &Batch<'_>) -> bool {
        let header = &batch.header;
        if !header.has_producer_id() {
            return false;
        }
        match self.producers.get(&header.producer_id) {
            None => false,
            Some(LastRecord { data_offset: Some(offset), .. }) => header.last_offset() == *offset,
            Some(last) => header.is_control() && header.producer_epoch == last.epoch,
        }
    }

    /// Looks at each record.
    fn records(
        &self,
        batch: &Batch<'_>,
        empty_txn: bool,
        keep_header: bool,
        scratch: &mut Scratch,
    ) -> Result<Kept, BatchError> {
        let header = &batch.header;
        let horizon = header.delete_horizon_ms();
        let deletes_stay = horizon.is_none_or(|at| self.now_ms < at);
        let bytes = batch.records_in(&mut scratch.decompressed, MAX_RECORDS_LEN)?;
        scratch.retained.clear();
        let (mut all, mut tombstones) = (true, false);
        let mut at = 0;
        for record in batch.iter(bytes) {
            let record = record?;
            let size = record.size;
            if header.is_control() || self.stays(&record, deletes_stay) {
                tombstones |= record.value.is_none();
                scratch.retained.push((at, size));
            } else {
                all = false;
            }
            at += size;
        }
        if scratch.retained.is_empty() {
            return Ok(if keep_header { Kept::Changed(batch::emptied(header)) } else { Kept::Nothing });
        }
        let starts_waiting = (tombstones || empty_txn) && horizon.is_none();
        if all && !starts_waiting {
            return Ok(Kept::AsItIs);
        }
        let horizon = if starts_waiting { Some(self.now_ms.saturating_add(self.delete_retention_ms)) } else { horizon };
        scratch.records.clear();
        let mut base = horizon;
        let mut largest = NO_TIMESTAMP;
        let (mut count, mut next) = (0, 0);
        let mut at = 0;
        for record in batch.iter(bytes) {
            let record = record?;
            let start = at;
            at += record.size;
            if scratch.retained.get(next).is_none_or(|(kept, _)| *kept != start) {
                continue;
            }
            next += 1;
            count += 1;
            let base = *base.get_or_insert(record.timestamp);
            largest = largest.max(record.timestamp);
            let delta = record.timestamp.wrapping_sub(base);
            let offset_delta = (record.offset - header.base_offset) as i32;
            let headers: Vec<_> = record.headers().collect();
            record::encode(&mut scratch.records, delta, offset_delta, record.key, record.value, &headers);
        }
        if header.timestamp_type() == TimestampType::LogAppendTime {
            largest = header.max_timestamp;
        }
        let base = base.unwrap_or(NO_TIMESTAMP);
        let anew = batch::compacted(header, &scratch.records, count, base, largest, horizon.is_some());
        Ok(Kept::Changed(anew))
    }

    fn stays(&self, record: &record::Record<'_>, deletes_stay: bool) -> bool {
        if record.offset > self.map.latest() {
            return true;
        }
        // Without a key there is nothing to keep the last of.
        let Some(key) = record.key else { return false };
        record.offset >= self.map.get(key) && (record.value.is_some() || deletes_stay)
    }
}
