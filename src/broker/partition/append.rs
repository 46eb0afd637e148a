//! Records into a partition.

use tokio::time::Instant;

use super::error::code;
use super::{AppendError, Leadership, Partition, Waiter, Waiting};
use crate::broker::log::{Append, Guard, LogError, Origin, Verified, validate};
use crate::protocol::code::ErrorCode;
use crate::protocol::control::EndTxnMarker;

/// From this version of Produce on a transaction's partitions are not announced: the leader tells the coordinator.
pub const IMPLICIT_PARTITIONS: i16 = 12;

/// What a producer waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acks {
    None,
    Leader,
    All,
}

impl Acks {
    pub fn of(acks: i16) -> Option<Acks> {
        match acks {
            0 => Some(Acks::None),
            1 => Some(Acks::Leader),
            -1 => Some(Acks::All),
            _ => None,
        }
    }
}

/// The end of one producer's transaction, for each of its partitions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    pub end: EndTxnMarker,
    pub producer_id: i64,
    pub producer_epoch: i16,
    /// From 2 on the epoch is above that of the transaction's records (KIP-890).
    pub transaction_version: i16,
}

/// Records that were appended, or that had been: a duplicate gets the answer of the first time.
#[derive(Clone, Debug)]
pub struct Appended {
    pub base_offset: i64,
    pub last_offset: i64,
    /// -1 unless the topic stamps records itself.
    pub log_append_time_ms: i64,
    pub log_start_offset: i64,
    /// A segment was begun, or `flush.messages` reached: something should be synced.
    pub sync_due: bool,
}

impl Partition {
    /// Appends what a producer sent: one batch, checked here and outside of the lock. `version` is that of its request;
    /// `verified` matters where the batch is part of a transaction.
    pub fn append(
        &self,
        records: &[u8],
        acks: Acks,
        version: i16,
        verified: Verified,
        now_ms: i64,
    ) -> Result<Appended, AppendError> {
        let leadership = self.may_append(acks)?;
        let config = self.view.config();
        let validated = validate::produced(records, &config, version, now_ms).map_err(|e| self.refused(e.into()))?;
        let client_version = if version >= IMPLICIT_PARTITIONS { 2 } else { 0 };
        let how = Append { verified, client_version, ..Append::new(Origin::Client, leadership.leader.epoch) };
        let appended = self.append_batches(&validated.bytes, &how, now_ms);
        appended.map_err(|e| self.refused(AppendError::from(e)))
    }

    /// A batch of a transaction has come. `None` if the transaction is open here; if not, its coordinator is to be asked
    /// before the batch is appended.
    pub fn begin_verification(
        &self,
        producer_id: i64,
        epoch: i16,
        sequence: i32,
        now_ms: i64,
    ) -> Result<Option<Guard>, ErrorCode> {
        self.leadership()?;
        Ok(self.log.lock().begin_verification(producer_id, epoch, sequence, now_ms))
    }

    /// Appends batches that this broker made itself.
    pub fn append_own(&self, batches: &[u8], now_ms: i64) -> Result<Appended, AppendError> {
        self.append_verified(batches, Verified::Exempt, now_ms)
    }

    /// Appends a batch that this broker made itself for a client's transaction, such as one of offsets.
    pub fn append_verified(&self, batches: &[u8], verified: Verified, now_ms: i64) -> Result<Appended, AppendError> {
        let leadership = self.may_append(Acks::All)?;
        let how = Append { verified, ..Append::new(Origin::Coordinator, leadership.leader.epoch) };
        Ok(self.append_batches(batches, &how, now_ms)?)
    }

    /// Ends a producer's transaction here.
    pub fn append_marker(&self, marker: &Marker, now_ms: i64) -> Result<Appended, AppendError> {
        let leadership = self.may_append(Acks::All)?;
        let how = Append {
            transaction_version: marker.transaction_version,
            ..Append::new(Origin::Coordinator, leadership.leader.epoch)
        };
        let batch = marker.end.batch(marker.producer_id, marker.producer_epoch, now_ms);
        Ok(self.append_batches(&batch, &how, now_ms)?)
    }

    fn append_batches(&self, batches: &[u8], how: &Append, now_ms: i64) -> Result<Appended, LogError> {
        let mut log = self.log.lock();
        let appended = match log.append_leader(batches, how, now_ms) {
            Ok(appended) => appended,
            Err(e) => {
                drop(log);
                self.wake_if_offline();
                return Err(e);
            }
        };
        let kept = !appended.duplicate && !self.synced_only;
        if kept {
            // Markers among the batches are below the high watermark now, and their transactions decided.
            log.high_watermark(appended.last_offset + 1);
        }
        drop(log);
        if kept {
            self.advance(appended.last_offset + 1, batches.len());
        }
        Ok(Appended {
            base_offset: appended.base_offset,
            last_offset: appended.last_offset,
            log_append_time_ms: appended.log_append_time,
            log_start_offset: appended.log_start,
            sync_due: appended.rolled || appended.flush_due || self.synced_only,
        })
    }

    fn may_append(&self, acks: Acks) -> Result<Leadership, AppendError> {
        let leadership = self.leadership().map_err(|code| self.refused(code.into()))?;
        // More than there are can never be in sync: asking for two of one replica asks for that one.
        let needed = self.view.config().min_insync_replicas.min(leadership.replicas);
        if acks == Acks::All && leadership.in_sync < needed {
            return Err(self.refused(ErrorCode::NOT_ENOUGH_REPLICAS.into()));
        }
        Ok(leadership)
    }

    fn refused(&self, mut error: AppendError) -> AppendError {
        if error.code == ErrorCode::NOT_LEADER_OR_FOLLOWER {
            error.leader = Some(self.leader.load().leader);
        }
        if error.knows_log_start {
            error.log_start_offset = self.view.log_start();
        }
        error
    }

    /// All below `end` is kept: `bytes` more may be read.
    fn advance(&self, end: i64, bytes: usize) {
        self.high_watermark.fetch_max(end, std::sync::atomic::Ordering::AcqRel);
        self.waiters.credit(bytes as i64);
    }

    /// A sync has gone through: all below `end` is on the disk.
    pub fn synced(&self, end: i64) {
        self.view.mark_flushed(end);
        if self.synced_only && end > self.high_watermark() {
            self.log.lock().high_watermark(end);
            // How many bytes that was nobody counted; a waiter that was woken too soon waits again.
            self.advance(end, i32::MAX as usize);
        }
    }

    /// Whether acks=all may be answered.
    pub fn is_settled(&self, appended: &Appended) -> bool {
        self.high_watermark() > appended.last_offset
    }

    /// Waits until the records are kept.
    pub async fn settled(&self, appended: &Appended, deadline: Instant) -> Result<(), ErrorCode> {
        loop {
            let waiting = Waiting(Waiter::new(1));
            self.waiters.add(&waiting.0);
            if self.is_settled(appended) {
                return Ok(());
            }
            self.leadership()?;
            if tokio::time::timeout_at(deadline, waiting.0.wait()).await.is_err() {
                return Err(ErrorCode::REQUEST_TIMED_OUT);
            }
        }
    }

    /// Lets go of the records before `offset`; -1 stands for the high watermark. Returns the log's new start.
    pub fn delete_records(&self, offset: i64) -> Result<i64, ErrorCode> {
        self.leadership()?;
        let config = self.view.config();
        if !config.cleanup_policy.delete {
            return Err(ErrorCode::POLICY_VIOLATION);
        }
        let kept = self.high_watermark();
        let before = if offset == -1 { kept } else { offset };
        if before < 0 || before > kept {
            return Err(ErrorCode::OFFSET_OUT_OF_RANGE);
        }
        let deleted = self.log.lock().delete_records(before);
        deleted.map_err(|e| {
            self.wake_if_offline();
            code(&e)
        })?;
        Ok(self.view.log_start())
    }
}
