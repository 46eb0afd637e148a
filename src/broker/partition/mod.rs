//! A partition as its leader sees it: append, read, wait.
//!
//! One leaf mutex guards the appending side of the log; everything that reads goes by atomics and the log's own shared
//! view, and takes no lock. Batches are checked before the mutex is taken. The order of an append is: write, publish
//! the new end, move the high watermark, wake those that wait.
//!
//! Records below the high watermark are kept and may be read. With one replica that is the end of the log, or, under
//! `--fsync always`, the end of what is known to be on the disk.

mod append;
mod error;
mod read;
mod waiters;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use arc_swap::ArcSwap;
use kt_codec::{Str, Uuid};
use parking_lot::{Mutex, MutexGuard};

use super::log::{Log, LogView, Producer};
use crate::protocol::code::ErrorCode;

pub use append::{Acks, Appended, IMPLICIT_PARTITIONS, Marker};
pub use error::{AppendError, Leader, ReadError};
pub use read::{Isolation, Place, Read, Span};
pub use waiters::{Waiter, Waiters, Waiting};

/// How the partition is called, and who it is.
#[derive(Clone, Debug)]
pub struct Identity {
    pub topic: Str,
    pub topic_id: Uuid,
    pub index: i32,
}

pub struct Partition {
    identity: Identity,
    log: Mutex<Log>,
    view: Arc<LogView>,
    leader: ArcSwap<Leadership>,
    high_watermark: AtomicI64,
    /// Acknowledge and show only what was synced.
    synced_only: bool,
    waiters: Waiters,
}

/// Who leads the partition, as the metadata has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leadership {
    pub leader: Leader,
    /// Whether that is this broker. A partition that was deleted is led by nobody.
    pub here: bool,
    /// How many replicas are in sync.
    pub in_sync: i32,
    /// How many there are at all.
    pub replicas: i32,
}

impl Partition {
    pub fn new(identity: Identity, mut log: Log, leadership: Leadership, synced_only: bool) -> Partition {
        let view = Arc::clone(log.view());
        // What the start found whole is what there is, synced or not.
        let kept = view.log_end();
        log.high_watermark(kept);
        Partition {
            identity,
            log: Mutex::new(log),
            view,
            leader: ArcSwap::from_pointee(leadership),
            high_watermark: AtomicI64::new(kept),
            synced_only,
            waiters: Waiters::default(),
        }
    }

    pub fn topic(&self) -> &Str {
        &self.identity.topic
    }

    pub fn topic_id(&self) -> Uuid {
        self.identity.topic_id
    }

    pub fn index(&self) -> i32 {
        self.identity.index
    }

    pub fn view(&self) -> &LogView {
        &self.view
    }

    pub fn waiters(&self) -> &Waiters {
        &self.waiters
    }

    /// The appending side, for those who keep the log: flush, retention, the end of the broker.
    pub fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock()
    }

    /// The same, for those who take it for a moment now and then while they work.
    pub fn log_lock(&self) -> &Mutex<Log> {
        &self.log
    }

    /// The metadata changed. Whoever waits has to look again.
    pub fn set_leadership(&self, leadership: Leadership) {
        if *self.leader.swap(Arc::new(leadership)) != leadership {
            self.waiters.wake_all();
        }
    }

    pub fn is_online(&self) -> bool {
        self.view.offline().is_none()
    }

    /// A sync or another work of the background failed: nothing is served from here any more.
    pub fn fail(&self, why: &str) {
        self.view.take_offline(why);
        self.waiters.wake_all();
    }

    /// After a failed operation: if it took the log offline, whoever waits here hears of it at once.
    pub fn wake_if_offline(&self) {
        if !self.is_online() {
            self.waiters.wake_all();
        }
    }

    fn leadership(&self) -> Result<Leadership, ErrorCode> {
        let leadership = **self.leader.load();
        if !leadership.here {
            return Err(ErrorCode::NOT_LEADER_OR_FOLLOWER);
        }
        if !self.is_online() {
            return Err(ErrorCode::KAFKA_STORAGE_ERROR);
        }
        Ok(leadership)
    }

    /// The epoch in which this broker leads the partition.
    pub fn led_epoch(&self) -> Result<i32, ErrorCode> {
        Ok(self.leadership()?.leader.epoch)
    }

    /// What a client believes of the leader's epoch, held against what it is (KIP-320).
    pub fn check_epoch(&self, believed: i32) -> Result<(), ErrorCode> {
        let epoch = self.leadership()?.leader.epoch;
        match believed {
            ..0 => Ok(()),
            _ if believed < epoch => Err(ErrorCode::FENCED_LEADER_EPOCH),
            _ if believed > epoch => Err(ErrorCode::UNKNOWN_LEADER_EPOCH),
            _ => Ok(()),
        }
    }

    /// The end of what is kept, and so of what may be read.
    pub fn high_watermark(&self) -> i64 {
        self.high_watermark.load(Ordering::Acquire)
    }

    pub fn readable_end(&self, isolation: Isolation) -> i64 {
        match isolation {
            Isolation::Uncommitted => self.high_watermark(),
            Isolation::Committed => self.view.last_stable(self.high_watermark()),
        }
    }

    pub fn size(&self) -> u64 {
        self.view.size()
    }

    /// Who has written here lately, for DescribeProducers.
    pub fn producers(&self) -> Vec<ActiveProducer> {
        let log = self.log.lock();
        let active = |(producer_id, p): (i64, &Producer)| ActiveProducer {
            producer_id,
            epoch: p.epoch,
            last_sequence: p.last_sequence(),
            last_timestamp: p.last_timestamp,
            coordinator_epoch: p.coordinator_epoch,
            txn_first_offset: p.txn_first_offset,
        };
        log.producers().map(active).collect()
    }
}

/// A producer that the log knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActiveProducer {
    pub producer_id: i64,
    pub epoch: i16,
    pub last_sequence: i32,
    pub last_timestamp: i64,
    pub coordinator_epoch: i32,
    pub txn_first_offset: Option<i64>,
}
