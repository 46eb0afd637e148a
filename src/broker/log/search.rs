//! Finding offsets by time.

use std::io;

use super::scan::Found;
use super::view::LogView;
use super::{LogError, fs};
use crate::protocol::batch::{Batch, TimestampType};

/// A record found by its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimestampOffset {
    pub timestamp: i64,
    pub offset: i64,
    /// Under which it was written; `None` before there were epochs.
    pub leader_epoch: Option<i32>,
}

/// Decompressed records of a batch on disk: far above what `max.message.bytes` and a sane ratio give.
const MAX_RECORDS_LEN: usize = 512 << 20;

impl LogView {
    /// The first record whose timestamp is at least `timestamp`, from the log's start on. `None` when all are older.
    pub fn offset_for_timestamp(&self, timestamp: i64) -> Result<Option<TimestampOffset>, LogError> {
        let start = self.log_start();
        let search = || {
            for segment in self.segments.load().iter() {
                if segment.largest_timestamp()? < timestamp {
                    continue;
                }
                let file = segment.file()?;
                let mut scan = segment.scan_for_timestamp(&file, timestamp, start)?;
                while let Some(found) = scan.next()? {
                    let found = found.map_err(invalid)?;
                    if found.header.max_timestamp < timestamp || found.header.last_offset() < start {
                        continue;
                    }
                    let wanted = |offset, time| offset >= start && time >= timestamp;
                    if let Some(record) = first_record(&file, &found, wanted)? {
                        return Ok(Some(record));
                    }
                }
                // The original looks no further than the first segment whose largest timestamp fits; records of
                // it below the log's start do not count, so go on.
            }
            Ok(None)
        };
        self.over_swaps(search).map_err(|e| self.read_failed(&e))
    }

    /// The record with the largest timestamp; the first of them if there are several.
    pub fn max_timestamp_offset(&self) -> Result<Option<TimestampOffset>, LogError> {
        let search = || {
            let segments = self.segments.load();
            let mut best = None;
            for segment in segments.iter() {
                let max = segment.max_timestamp()?;
                if max.timestamp >= 0 && best.as_ref().is_none_or(|(t, _, _)| *t < max.timestamp) {
                    best = Some((max.timestamp, max.offset, segment));
                }
            }
            let Some((timestamp, offset, segment)) = best else {
                return Ok(None);
            };
            let file = segment.file()?;
            let Some(place) = segment.find(offset)? else {
                return Ok(None);
            };
            let mut scan = super::scan::HeaderScan::new(&file, place.pos, segment.size());
            while let Some(found) = scan.next()? {
                let found = found.map_err(invalid)?;
                if found.header.max_timestamp == timestamp {
                    return first_record(&file, &found, |_, time| time == timestamp);
                }
            }
            Ok(None)
        };
        self.over_swaps(search).map_err(|e| self.read_failed(&e))
    }
}

/// The first record of a batch for which `wanted(offset, timestamp)` holds.
fn first_record(
    file: &std::fs::File,
    found: &Found,
    wanted: impl Fn(i64, i64) -> bool,
) -> io::Result<Option<TimestampOffset>> {
    let header = &found.header;
    let leader_epoch = (header.leader_epoch >= 0).then_some(header.leader_epoch);
    // All records have the same time, so there is no need to read them, unless some are below the log's start or have
    // been compacted away.
    let whole = i64::from(header.record_count) == i64::from(header.last_offset_delta) + 1;
    if whole
        && header.timestamp_type() == TimestampType::LogAppendTime
        && wanted(header.base_offset, header.max_timestamp)
    {
        let offset = header.base_offset;
        return Ok(Some(TimestampOffset { timestamp: header.max_timestamp, offset, leader_epoch }));
    }
    let mut bytes = vec![0; header.size()];
    fs::read_at(file, &mut bytes, found.pos)?;
    let batch = Batch::parse(&bytes).map_err(invalid)?;
    let mut scratch = Vec::new();
    for record in batch.iter(batch.records_in(&mut scratch, MAX_RECORDS_LEN).map_err(invalid)?) {
        let record = record.map_err(invalid)?;
        if wanted(record.offset, record.timestamp) {
            let (timestamp, offset) = (record.timestamp, record.offset);
            return Ok(Some(TimestampOffset { timestamp, offset, leader_epoch }));
        }
    }
    Ok(None)
}

fn invalid(error: impl std::fmt::Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}
