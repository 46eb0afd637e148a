//! Appending to a log: judge, place, write, index, publish.
//!
//! One positioned write for all batches of an append, and nothing allocated for a record. What must hold: offsets are
//! assigned without a gap, so a batch lies wholly below or wholly above any high watermark; nothing is published
//! before it is written; a write that fails is cut back and takes the log offline.

use super::Log;
use super::error::LogError;
use super::producers::{BatchMeta, Origin, Rules, Verdict};
use super::txn_index::AbortedTxn;
use super::verify::Verified;
use crate::protocol::batch::{self, Batch, BatchError, BatchHeader, HEADER_LEN, NO_TIMESTAMP, TimestampType};
use crate::protocol::control::EndTxnMarker;

/// How an append is to be done.
#[derive(Debug, Clone, Copy)]
pub struct Append {
    pub origin: Origin,
    /// Written into the batches; from [`batch::NO_LEADER_EPOCH`] no epoch is noted.
    pub leader_epoch: i32,
    /// Of a transaction marker.
    pub transaction_version: i16,
    /// What is known of a transaction that a record may begin.
    pub verified: Verified,
    /// Of the client: from 2 on a producer that nothing is known of begins at sequence 0.
    pub client_version: i16,
}

impl Append {
    pub fn new(origin: Origin, leader_epoch: i32) -> Self {
        Self { origin, leader_epoch, transaction_version: 0, verified: Verified::Exempt, client_version: 0 }
    }
}

/// What became of an append.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    pub base_offset: i64,
    pub last_offset: i64,
    /// -1 unless the log sets the timestamps.
    pub log_append_time: i64,
    pub max_timestamp: i64,
    pub log_start: i64,
    /// The batch was in the log already, at these offsets.
    pub duplicate: bool,
    /// The active segment is a new one: time to flush what is below it.
    pub rolled: bool,
    /// As many records wait for a flush as `flush.messages` allows.
    pub flush_due: bool,
}

impl Log {
    /// Appends whole batches whose checksums and records were checked before. Base offsets, leader epoch and, where the
    /// topic says so, the time are set on the way to the file; `bytes` itself stays as it is.
    pub fn append_leader(&mut self, bytes: &[u8], how: &Append, now_ms: i64) -> Result<Appended, LogError> {
        self.check_online()?;
        let append_time = (self.config.message_timestamp_type == TimestampType::LogAppendTime).then_some(now_ms);
        self.place(bytes, how.leader_epoch, append_time)?;
        let rules = self.rules(how);
        if let Some(duplicate) = self.judge(bytes, &rules)? {
            return Ok(self.duplicate(duplicate));
        }
        self.note_epoch(how.leader_epoch, self.next_offset)?;
        let mut appended = self.write(bytes, now_ms)?;
        for header in self.headers.iter().filter(|h| h.is_transactional()) {
            self.verifications.end(header.producer_id);
        }
        appended.log_append_time = append_time.unwrap_or(NO_TIMESTAMP);
        Ok(appended)
    }

    /// Appends batches as a leader has written them, offsets and epochs included.
    pub fn append_follower(&mut self, bytes: &[u8], now_ms: i64) -> Result<Appended, LogError> {
        self.check_online()?;
        self.headers.clear();
        self.header_bytes.clear();
        let mut next = self.next_offset;
        for parsed in batch::batches(bytes) {
            let parsed = parsed?;
            parsed.check_crc()?;
            let header = parsed.header;
            if header.base_offset < next || header.last_offset_delta < 0 {
                return Err(LogError::UnexpectedOffset { first: header.base_offset, next });
            }
            next = header.next_offset();
            self.header_bytes.extend_from_slice(&parsed.bytes()[..HEADER_LEN]);
            self.headers.push(header);
        }
        if self.headers.is_empty() {
            return Err(BatchError::Incomplete { need: HEADER_LEN }.into());
        }
        self.judge(bytes, &Rules::replication())?;
        for i in 0..self.headers.len() {
            self.note_epoch(self.headers[i].leader_epoch, self.headers[i].base_offset)?;
        }
        self.write(bytes, now_ms)
    }

    /// Gives each batch its place: fills `headers` with what the batches become, and `header_bytes` with the same as
    /// they are written.
    fn place(&mut self, bytes: &[u8], leader_epoch: i32, append_time: Option<i64>) -> Result<(), LogError> {
        self.headers.clear();
        self.header_bytes.clear();
        let mut next = self.next_offset;
        for parsed in batch::batches(bytes) {
            let parsed = parsed?;
            if parsed.header.last_offset_delta < 0 {
                return Err(BatchError::Field("the last offset is below the first").into());
            }
            let at = self.header_bytes.len();
            self.header_bytes.extend_from_slice(&parsed.bytes()[..HEADER_LEN]);
            let head = &mut self.header_bytes[at..];
            batch::set_base_offset(head, next);
            batch::set_leader_epoch(head, leader_epoch);
            if let Some(now_ms) = append_time {
                batch::stamp_split(head, parsed.payload(), now_ms);
            }
            let header = BatchHeader::peek(head)?;
            next = header.next_offset();
            self.headers.push(header);
        }
        if self.headers.is_empty() {
            return Err(BatchError::Incomplete { need: HEADER_LEN }.into());
        }
        Ok(())
    }

    /// What the placed batches are held against. Clients send one batch at a time.
    fn rules(&self, how: &Append) -> Rules {
        let (id, epoch) = self.headers.first().map_or((-1, -1), |h| (h.producer_id, h.producer_epoch));
        Rules {
            origin: how.origin,
            transaction_version: how.transaction_version,
            txn_verified: self.verifications.holds(id, how.verified),
            lowest_sequence: self.verifications.lowest_sequence(id, epoch),
            unknown_begins_at_zero: how.client_version >= 2,
        }
    }

    /// Checks all batches against the producers' state, which stays as it is. A batch that is in the log already ends
    /// the append.
    fn judge(&mut self, bytes: &[u8], rules: &Rules) -> Result<Option<BatchMeta>, LogError> {
        self.producers.begin();
        let mut at = 0;
        for header in &self.headers {
            let marker = if header.is_control() && header.has_producer_id() {
                EndTxnMarker::from_batch(&Batch::parse(&bytes[at..])?)?
            } else {
                None
            };
            if let Verdict::Duplicate(meta) = self.producers.check(header, marker, rules)? {
                return Ok(Some(meta));
            }
            at += header.size();
        }
        Ok(None)
    }

    fn duplicate(&self, meta: BatchMeta) -> Appended {
        Appended {
            base_offset: meta.first_offset(),
            last_offset: meta.last_offset,
            log_append_time: meta.timestamp,
            max_timestamp: meta.timestamp,
            log_start: self.view.log_start(),
            duplicate: true,
            rolled: false,
            flush_due: false,
        }
    }

    /// Writes the placed batches, then tells everyone.
    fn write(&mut self, bytes: &[u8], now_ms: i64) -> Result<Appended, LogError> {
        let size: usize = self.headers.iter().map(BatchHeader::size).sum();
        if size as u64 > u64::from(self.config.segment_bytes) {
            return Err(LogError::BatchTooLarge { size, limit: self.config.segment_bytes });
        }
        let base_offset = self.headers[0].base_offset;
        let last = self.headers[self.headers.len() - 1];
        let max_timestamp = self.headers.iter().map(|h| h.max_timestamp).max().unwrap_or(NO_TIMESTAMP);
        let rolled = self.should_roll(size as u64, max_timestamp, last.last_offset(), now_ms)?;
        if rolled {
            self.roll_at(base_offset, now_ms)?;
        }
        self.write_bytes(bytes)?;
        if self.roll_timestamp.is_none() {
            self.roll_timestamp = Some(max_timestamp);
        }
        self.dirty = true;
        self.publish(last.next_offset())?;
        let unflushed = self.next_offset.saturating_sub(self.view.flushed());
        Ok(Appended {
            base_offset,
            last_offset: last.last_offset(),
            log_append_time: NO_TIMESTAMP,
            max_timestamp,
            log_start: self.view.log_start(),
            duplicate: false,
            rolled,
            flush_due: unflushed >= self.config.flush_messages,
        })
    }

    /// The one write: each batch's new header, then its records from where they came.
    fn write_bytes(&mut self, bytes: &[u8]) -> Result<(), LogError> {
        let at = self.active.size();
        let prepared = self.active.prepare().and_then(|()| self.active.file());
        let file = prepared.map_err(|e| self.failed("open the active segment of", &e))?;
        let written = if let [header] = &self.headers[..] {
            let parts = [&self.header_bytes[..], &bytes[HEADER_LEN..header.size()]];
            self.fs.write_parts_at(&file, &parts, at)
        } else {
            let mut parts = Vec::with_capacity(2 * self.headers.len());
            let mut from = 0;
            for (header, head) in self.headers.iter().zip(self.header_bytes.chunks_exact(HEADER_LEN)) {
                parts.extend([head, &bytes[from + HEADER_LEN..from + header.size()]]);
                from += header.size();
            }
            self.fs.write_parts_at(&file, &parts, at)
        };
        written.map_err(|e| {
            // What got through is cut off again; if that fails too, the next start does it.
            if let Err(cut) = self.fs.truncate(&file, at) {
                tracing::warn!(dir = %self.view.dir.display(), "cannot cut a torn write: {cut}");
            }
            self.failed("write to", &e)
        })
    }

    fn publish(&mut self, end: i64) -> Result<(), LogError> {
        let full = self.active.publish(&self.headers, self.config.index_interval_bytes);
        if full.map_err(|e| self.failed("index", &e))? {
            self.active.write_indexes(&self.fs).map_err(|e| self.failed("index", &e))?;
        }
        self.next_offset = end;
        let (active, fs) = (&self.active, &self.fs);
        let applied = self.producers.apply(end, |txn, last_stable_offset| {
            if !txn.aborted {
                return Ok(());
            }
            let (producer_id, first_offset, last_offset) = (txn.producer_id, txn.first_offset, txn.last_offset);
            active.append_aborted(fs, AbortedTxn { producer_id, first_offset, last_offset, last_stable_offset })
        });
        // The bound of committed reads first, so that no reader sees the new end with the old bound.
        self.publish_first_unstable();
        self.view.log_end.store(end, std::sync::atomic::Ordering::Release);
        applied.map_err(|e| self.failed("index a transaction of", &e))
    }
}
