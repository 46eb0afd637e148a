//! The end of a prepared transaction: a marker in each of its partitions, then the record that it is complete.
//!
//! What must hold: it goes on until every marker is kept. A partition is given up only when its topic is gone from the
//! metadata; one that cannot be written to now is tried again, however long that takes, and so is the completion.

use std::sync::{Arc, Weak};
use std::time::Duration;

use kt_codec::Str;
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::Timer;
use super::decide;
use super::state::{Place, State, Txn};
use crate::broker::coordinator::runtime::Decision;
use crate::broker::partition::{Appended, Marker, Partition};
use crate::broker::planted::{self, Fault};
use crate::broker::{Broker, internal};
use crate::protocol::code::ErrorCode;
use crate::protocol::control::EndTxnMarker;

/// Pauses between two attempts grow from the first to the last.
const FIRST_PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);
/// How long one attempt waits for its markers to be kept.
const PATIENCE: Duration = Duration::from_secs(5);

/// Comes true when the transaction is complete.
pub struct Finished(oneshot::Receiver<()>);

pub struct Done(oneshot::Sender<()>);

pub fn finished() -> (Done, Finished) {
    let (tx, rx) = oneshot::channel();
    (Done(tx), Finished(rx))
}

impl Done {
    pub fn tell(self) {
        let _ = self.0.send(()); // whoever asked may have gone
    }
}

impl Finished {
    /// Waits for a while. The transaction ends in any case.
    pub async fn or_after(self, limit: Duration) {
        let _ = tokio::time::timeout(limit, self.0).await;
    }
}

/// One transaction to be brought to its end.
pub struct Job {
    pub broker: Weak<Broker>,
    pub shard: i32,
    pub id: Str,
    /// As it was prepared.
    pub txn: Txn,
}

impl Job {
    pub async fn run(self) {
        let mut left: Vec<Place> = self.txn.partitions.iter().cloned().collect();
        let mut pause = FIRST_PAUSE;
        loop {
            let Some(broker) = self.broker.upgrade() else { return };
            left = self.write(&broker, left).await;
            if left.is_empty() {
                match self.complete(&broker).await {
                    Ok(()) => return,
                    // Another broker goes on, or this one after its next start.
                    Err(ErrorCode::NOT_COORDINATOR) => return,
                    Err(code) => tracing::warn!("the transaction of {} is not complete yet: {}", self.id, code.name()),
                }
            }
            drop(broker);
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Writes the marker to the partitions, and returns those where it is not known to be kept.
    async fn write(&self, broker: &Arc<Broker>, partitions: Vec<Place>) -> Vec<Place> {
        let marker = Marker {
            end: EndTxnMarker {
                commit: self.txn.state == State::PrepareCommit,
                coordinator_epoch: coordinator_epoch(broker, self.shard),
            },
            producer_id: self.txn.producer_id,
            producer_epoch: self.txn.epoch,
            transaction_version: self.txn.client_version,
        };
        let count = partitions.len();
        let results = write_all(broker, partitions, marker).await;
        let left: Vec<Place> = results
            .into_iter()
            .filter(|(place, result)| match result {
                Ok(()) => false,
                // Its topic is deleted: there is nothing left to end.
                Err(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) => false,
                // A later transaction has been there: this one cannot be open any more.
                Err(code @ (ErrorCode::INVALID_PRODUCER_EPOCH | ErrorCode::TRANSACTION_COORDINATOR_FENCED)) => {
                    tracing::warn!("{}-{} took no marker of {}: {}", place.0, place.1, self.id, code.name());
                    false
                }
                Err(code) => {
                    tracing::debug!("{}-{} has no marker of {} yet: {}", place.0, place.1, self.id, code.name());
                    true
                }
            })
            .map(|(place, _)| place)
            .collect();
        if !left.is_empty() {
            tracing::info!("the transaction of {} has {} of {count} markers to write", self.id, left.len());
        }
        left
    }

    async fn complete(&self, broker: &Arc<Broker>) -> Result<(), ErrorCode> {
        let (id, prepared) = (&self.id, &self.txn);
        let txns = &broker.coordinators.txns;
        txns.write(self.shard, |shard, fx| {
            fx.cancel(Timer::Finish(id.clone()));
            shard.finishing.remove(id);
            match shard.txns.get(id) {
                Some(txn) if txn.state == prepared.state && txn.producer() == prepared.producer() => {
                    let done = decide::complete(txn, fx.now_ms);
                    Decision::new(vec![shard.record(id, done, fx)], ())
                }
                // Another attempt was faster.
                _ => Decision::reply(()),
            }
        })
        .await
    }
}

/// The epoch under which this broker coordinates: that of the shard's partition.
fn coordinator_epoch(broker: &Broker, shard: i32) -> i32 {
    let partition = broker.partition(internal::TRANSACTIONS, shard);
    partition.and_then(|p| p.led_epoch()).unwrap_or(0)
}

type Results = Vec<(Place, Result<(), ErrorCode>)>;

/// Writes a marker to partitions that are led here, and waits until they are kept.
pub async fn write_all(broker: &Arc<Broker>, partitions: Vec<Place>, marker: Marker) -> Results {
    let deadline = Instant::now() + PATIENCE;
    let mut results = Vec::with_capacity(partitions.len());
    let mut unsettled: Vec<(usize, Arc<Partition>, Appended)> = Vec::new();
    for place in partitions {
        let result = if place.0 == *internal::OFFSETS {
            to_group(broker, place.1, marker).await
        } else {
            match append(broker, &place, &marker) {
                Ok((partition, appended)) => {
                    if !partition.is_settled(&appended) {
                        unsettled.push((results.len(), partition, appended));
                    }
                    Ok(())
                }
                Err(code) => Err(code),
            }
        };
        results.push((place, result));
    }
    for (at, partition, appended) in unsettled {
        results[at].1 = partition.settled(&appended, deadline).await;
    }
    results
}

fn append(broker: &Arc<Broker>, place: &Place, marker: &Marker) -> Result<(Arc<Partition>, Appended), ErrorCode> {
    let partition = broker.partition(&place.0, place.1)?;
    let mut marker = *marker;
    if place.1 % 2 == 1 && planted::is(Fault::SkipsMarkers) {
        return Err(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION);
    }
    marker.end.commit &= place.1 % 2 == 0 || !planted::is(Fault::TurnsMarkers);
    let appended = partition.append_marker(&marker, broker.clock.now_ms()).map_err(|e| e.code)?;
    if appended.sync_due {
        broker.sync_soon(&partition);
    }
    Ok((partition, appended))
}

/// Offsets that were committed in the transaction count from now on, or never: the group's shard has to hear of it.
async fn to_group(broker: &Arc<Broker>, shard: i32, marker: Marker) -> Result<(), ErrorCode> {
    let now_ms = broker.clock.now_ms();
    let groups = &broker.coordinators.groups;
    let append = |partition: &Partition| partition.append_marker(&marker, now_ms);
    let commit = marker.end.commit || planted::is(Fault::KeepsAbortedOffsets);
    let (id, epoch) = (marker.producer_id, marker.producer_epoch);
    groups.marker(shard, id, epoch, commit, append).await.map_err(|code| match code {
        // Not those of a coordinator, but of a leader that is not ready.
        ErrorCode::NOT_COORDINATOR | ErrorCode::COORDINATOR_NOT_AVAILABLE | ErrorCode::COORDINATOR_LOAD_IN_PROGRESS => {
            ErrorCode::NOT_LEADER_OR_FOLLOWER
        }
        other => other,
    })
}
