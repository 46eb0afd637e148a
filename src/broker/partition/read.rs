//! Records out of a partition, and the places in it.

use kt_codec::FileRegion;

use super::error::code;
use super::{Partition, ReadError};
use crate::broker::log::txn_index::AbortedTxn;
use crate::broker::log::{LogError, Slice, TimestampOffset};
use crate::broker::planted::{self, Fault};
use crate::protocol::code::ErrorCode;

/// Which records a reader may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Isolation {
    Uncommitted,
    Committed,
}

/// A read, with what the reader believes of the leader.
pub struct Read {
    pub offset: i64,
    /// The epoch that the client takes for the current one; -1 if it does not say.
    pub leader_epoch: i32,
    /// The epoch of the last record the client has; -1 if it does not say.
    pub last_fetched_epoch: i32,
    pub max_bytes: u64,
    /// Give one whole batch even if it is larger than `max_bytes`.
    pub at_least_one: bool,
    pub isolation: Isolation,
}

/// What was read: regions of the log's files, whole batches only.
pub struct Span {
    pub regions: Vec<FileRegion>,
    /// The transactions inside of the span that were aborted.
    pub aborted: Vec<AbortedTxn>,
    pub high_watermark: i64,
    pub last_stable: i64,
    pub log_start: i64,
    /// Set when the client's log and this one part ways: (epoch, its end offset here).
    pub diverging: Option<(i32, i64)>,
}

impl Span {
    pub fn len(&self) -> u64 {
        self.regions.iter().map(|r| r.len).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.regions.is_empty()
    }
}

/// An offset that was asked for by what lies there. -1 where there is no timestamp or epoch to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub offset: i64,
    pub timestamp: i64,
    /// The epoch under which that record was written, not the current one.
    pub leader_epoch: i32,
}

impl Partition {
    pub fn read(&self, read: &Read) -> Result<Span, ReadError> {
        self.check_epoch(read.leader_epoch).map_err(|code| self.misled(code))?;
        let high_watermark = self.high_watermark();
        let mut span = Span {
            regions: Vec::new(),
            aborted: Vec::new(),
            high_watermark,
            last_stable: self.view.last_stable(high_watermark),
            log_start: self.view.log_start(),
            diverging: None,
        };
        if read.last_fetched_epoch >= 0 {
            span.diverging = self.diverging(read)?;
            if span.diverging.is_some() {
                return Ok(span);
            }
        }
        let bound = match read.isolation {
            Isolation::Uncommitted => high_watermark,
            Isolation::Committed if planted::is(Fault::ShowsUncommitted) => high_watermark,
            Isolation::Committed => span.last_stable,
        };
        let slices = self.view.read(read.offset, read.max_bytes, bound, read.at_least_one);
        let slices = slices.map_err(|e| self.misled(code(&e)))?;
        if read.isolation == Isolation::Committed && !slices.is_empty() {
            let aborted = self.view.aborted_txns(read.offset, bound);
            span.aborted = aborted.map_err(|e| self.misled(code(&e)))?;
            if planted::is(Fault::ForgetsAborted) {
                span.aborted.clear();
            }
        }
        let region = |s: Slice| FileRegion { file: s.file, offset: s.pos, len: s.len };
        span.regions = slices.into_iter().map(region).collect();
        Ok(span)
    }

    /// KIP-595: where the client's history leaves ours.
    fn diverging(&self, read: &Read) -> Result<Option<(i32, i64)>, ReadError> {
        let Some((epoch, end)) = self.epoch_end(read.last_fetched_epoch) else {
            return Err(self.misled(ErrorCode::OFFSET_OUT_OF_RANGE));
        };
        let parted = epoch < read.last_fetched_epoch || end < read.offset;
        Ok(parted.then_some((epoch, end)))
    }

    fn misled(&self, code: ErrorCode) -> ReadError {
        let elsewhere = matches!(code, ErrorCode::NOT_LEADER_OR_FOLLOWER | ErrorCode::FENCED_LEADER_EPOCH);
        ReadError { code, leader: elsewhere.then(|| self.leader.load().leader) }
    }

    /// Where an epoch ends, or the last one before it: (epoch, end offset).
    pub fn epoch_end(&self, epoch: i32) -> Option<(i32, i64)> {
        self.view.offset_for_epoch(epoch)
    }

    pub fn start_place(&self) -> Place {
        let leader_epoch = self.view.earliest_epoch().unwrap_or(-1);
        Place { offset: self.view.log_start(), timestamp: -1, leader_epoch }
    }

    pub fn end_place(&self, isolation: Isolation) -> Place {
        let leader_epoch = self.view.latest_epoch().unwrap_or(-1);
        Place { offset: self.readable_end(isolation), timestamp: -1, leader_epoch }
    }

    /// The record with the largest timestamp, None in an empty log.
    pub fn max_timestamp_place(&self, isolation: Isolation) -> Result<Option<Place>, ErrorCode> {
        self.found(self.view.max_timestamp_offset(), isolation)
    }

    /// The first record of that time or later.
    pub fn time_place(&self, timestamp: i64, isolation: Isolation) -> Result<Option<Place>, ErrorCode> {
        self.found(self.view.offset_for_timestamp(timestamp), isolation)
    }

    fn found(
        &self,
        found: Result<Option<TimestampOffset>, LogError>,
        isolation: Isolation,
    ) -> Result<Option<Place>, ErrorCode> {
        let end = self.readable_end(isolation);
        let place = |f: TimestampOffset| Place {
            offset: f.offset,
            timestamp: f.timestamp,
            leader_epoch: f.leader_epoch.unwrap_or(-1),
        };
        Ok(found.map_err(|e| code(&e))?.map(place).filter(|p| p.offset < end))
    }
}
