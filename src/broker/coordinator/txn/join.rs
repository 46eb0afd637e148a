//! A transaction begins in a partition: its leader asks the coordinator first (KIP-890).
//!
//! Older clients have announced the partition, and the leader checks that; without the check a record that comes late
//! would open a transaction that nobody ends. Newer ones announce nothing, and the leader does it for them.

use std::sync::Arc;
use std::time::Duration;

use kt_codec::Str;
use tokio::time::{Instant, sleep};

use super::ask;
use super::state::{EPOCH_BUMPS, Place, Producer};
use crate::broker::Broker;
use crate::broker::partition::IMPLICIT_PARTITIONS;
use crate::protocol::code::ErrorCode;

/// What the client's version makes of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Check; the client knows INVALID_TXN_STATE.
    Verify,
    /// Check; the client knows TRANSACTION_ABORTABLE.
    VerifyAbortable,
    Add,
}

impl How {
    pub fn of_produce(version: i16) -> How {
        match version {
            IMPLICIT_PARTITIONS.. => How::Add,
            11 => How::VerifyAbortable,
            _ => How::Verify,
        }
    }

    pub fn of_offset_commit(version: i16) -> How {
        match version {
            5.. => How::Add,
            4 => How::VerifyAbortable,
            _ => How::Verify,
        }
    }

    /// Whether the coordinator is to be asked at all: a check may be switched off.
    pub fn is_on(self, broker: &Broker) -> bool {
        self == How::Add || broker.current().settings.transactions.partition_verification
    }
}

/// Asks the coordinator. Returns the partitions that must not be written to, each with the reason.
pub async fn join(
    broker: &Arc<Broker>,
    id: &Str,
    producer: Producer,
    partitions: &[Place],
    how: How,
) -> Vec<(Place, ErrorCode)> {
    let all = |code: ErrorCode| partitions.iter().map(|p| (p.clone(), code)).collect::<Vec<_>>();
    let answered = match how {
        How::Add => match add(broker, id, producer, partitions).await {
            Ok(()) => Vec::new(),
            Err(code) => all(code),
        },
        How::Verify | How::VerifyAbortable => match ask::verify(broker, id, producer, partitions).await {
            Ok(results) => results,
            Err(code) => all(code),
        },
    };
    let told = |code: ErrorCode| match code {
        // What producers expect here.
        ErrorCode::PRODUCER_FENCED => ErrorCode::INVALID_PRODUCER_EPOCH,
        ErrorCode::TRANSACTION_ABORTABLE if how == How::Verify => ErrorCode::INVALID_TXN_STATE,
        other => other,
    };
    answered.into_iter().filter(|(_, code)| code.is_error()).map(|(place, code)| (place, told(code))).collect()
}

/// The transaction before may be ending: a short wait here spares the client a longer one.
async fn add(broker: &Arc<Broker>, id: &Str, producer: Producer, partitions: &[Place]) -> Result<(), ErrorCode> {
    let setting = |name| {
        let ms = broker.current().layers.number(name).unwrap_or(0);
        Duration::from_millis(u64::try_from(ms).unwrap_or(0))
    };
    let until = Instant::now() + setting("add.partitions.to.txn.retry.backoff.max.ms");
    let pause = setting("add.partitions.to.txn.retry.backoff.ms").max(Duration::from_millis(1));
    loop {
        match ask::add(broker, id, producer, partitions, EPOCH_BUMPS).await {
            Err(ErrorCode::CONCURRENT_TRANSACTIONS) if Instant::now() + pause < until => sleep(pause).await,
            result => return result,
        }
    }
}
