//! What clients and timers ask of transactional ids: each finds the shard, has the decision made, and waits for it.

use std::sync::Arc;
use std::time::Duration;

use kt_codec::Str;

use super::decide::{self, Begun, Ended, Fresh, Init, Refused};
use super::markers::Finished;
use super::state::{Place, Producer, State, Txn};
use super::{Timer, server_version};
use crate::broker::Broker;
use crate::broker::coordinator::runtime::Decision;
use crate::broker::planted::{self, Fault};
use crate::protocol::code::ErrorCode;

/// How long the end of a transaction is waited for, so that a client that goes on at once does not meet its own
/// transaction still ending, and a reader finds what was committed.
const WAIT_FOR_MARKERS: Duration = Duration::from_millis(100);

/// A decision that is made again with a new producer id if it needs one. Such an id is not asked for under a shard's
/// lock: it may change the metadata.
async fn with_fresh<T, F: Future<Output = Result<Result<T, Refused>, ErrorCode>>>(
    broker: &Arc<Broker>,
    attempt: impl Fn(Fresh) -> F,
) -> Result<T, ErrorCode> {
    match attempt(None).await? {
        Ok(done) => return Ok(done),
        Err(Refused::Code(code)) => return Err(code),
        Err(Refused::NeedsProducerId) => {}
    }
    let from = Arc::clone(broker);
    let fresh = tokio::task::spawn_blocking(move || from.next_producer_id());
    let fresh = fresh.await.map_err(|_| ErrorCode::UNKNOWN_SERVER_ERROR)??;
    match attempt(Some(fresh)).await? {
        Ok(done) => Ok(done),
        Err(Refused::Code(code)) => Err(code),
        Err(Refused::NeedsProducerId) => Err(ErrorCode::UNKNOWN_SERVER_ERROR),
    }
}

/// InitProducerId.
pub async fn init(broker: &Arc<Broker>, id: &Str, ask: Init) -> Result<Producer, ErrorCode> {
    let txns = &broker.coordinators.txns;
    let shard = txns.shard_of(id)?;
    let begun = with_fresh(broker, |fresh| {
        txns.write(shard, move |shard, fx| {
            let version = server_version(&fx.world);
            match decide::init(shard.get(id), &ask, fresh, version, fx.now_ms) {
                Ok(Begun::Ready(txn)) => {
                    let producer = txn.producer();
                    Decision::new(vec![shard.record(id, txn, fx)], Ok(Ok(producer)))
                }
                Ok(Begun::Fenced(txn)) => {
                    let finished = txns.kind().finish(shard, id, &txn, fx);
                    Decision::new(vec![shard.record(id, txn, fx)], Ok(Err(finished)))
                }
                Err(why) => Decision::reply(Err(why)),
            }
        })
    })
    .await?;
    match begun {
        Ok(producer) => Ok(producer),
        Err(finished) => {
            finished.or_after(WAIT_FOR_MARKERS).await;
            Err(ErrorCode::CONCURRENT_TRANSACTIONS)
        }
    }
}

/// AddPartitionsToTxn, AddOffsetsToTxn, and partitions that begin without being announced.
pub async fn add(
    broker: &Arc<Broker>,
    id: &Str,
    asker: Producer,
    partitions: &[Place],
    client_version: i16,
) -> Result<(), ErrorCode> {
    if id.is_empty() {
        return Err(ErrorCode::INVALID_REQUEST);
    }
    let txns = &broker.coordinators.txns;
    let shard = txns.shard_of(id)?;
    txns.write(shard, |shard, fx| {
        match decide::add_partitions(shard.get(id), asker, partitions, client_version, fx.now_ms) {
            Ok(Some(txn)) => {
                fx.timer(Timer::Abort(id.clone()), txn.deadline_ms().unwrap_or(i64::MAX));
                Decision::new(vec![shard.record(id, txn, fx)], Ok(()))
            }
            Ok(None) => Decision::reply(Ok(())),
            Err(code) => Decision::reply(Err(code)),
        }
    })
    .await?
}

/// For a leader that checks before a transaction begins in its partitions: which of them do not take part.
pub async fn verify(
    broker: &Arc<Broker>,
    id: &Str,
    asker: Producer,
    partitions: &[Place],
) -> Result<Vec<(Place, ErrorCode)>, ErrorCode> {
    if id.is_empty() {
        return Err(ErrorCode::INVALID_REQUEST);
    }
    let txns = &broker.coordinators.txns;
    let shard = txns.shard_of(id)?;
    txns.read(shard, |shard| {
        let txn = decide::verify(shard.get(id), asker)?;
        let result = |place: &Place| {
            let known = txn.partitions.contains(place);
            (place.clone(), if known { ErrorCode::NONE } else { ErrorCode::TRANSACTION_ABORTABLE })
        };
        Ok(partitions.iter().map(result).collect())
    })
    .await?
}

/// EndTxn. Returns the producer as it is from now on.
pub async fn end(
    broker: &Arc<Broker>,
    id: &Str,
    asker: Producer,
    commit: bool,
    client_version: i16,
) -> Result<Producer, ErrorCode> {
    if id.is_empty() {
        return Err(ErrorCode::INVALID_REQUEST);
    }
    let txns = &broker.coordinators.txns;
    let shard = txns.shard_of(id)?;
    let (producer, finished) = with_fresh(broker, |fresh| {
        txns.write(shard, move |shard, fx| {
            match decide::end(shard.get(id), asker, commit, client_version, fresh, fx.now_ms) {
                Ok(Ended::Before(producer)) => Decision::reply(Ok((producer, None::<Finished>))),
                Ok(Ended::Prepared(txn)) if planted::is(Fault::ForgetsEnds) => {
                    Decision::reply(Ok((decide::afterwards(&txn), None)))
                }
                Ok(Ended::Prepared(txn)) => {
                    let finished = txns.kind().finish(shard, id, &txn, fx);
                    let producer = decide::afterwards(&txn);
                    Decision::new(vec![shard.record(id, txn, fx)], Ok((producer, Some(finished))))
                }
                Err(why) => Decision::reply(Err(why)),
            }
        })
    })
    .await?;
    if let Some(finished) = finished {
        finished.or_after(WAIT_FOR_MARKERS).await;
    }
    Ok(producer)
}

/// Aborts the producer's transaction because its time is up.
pub async fn abort(broker: &Arc<Broker>, id: &Str, producer: Producer) -> Result<(), ErrorCode> {
    let txns = &broker.coordinators.txns;
    let shard = txns.shard_of(id)?;
    let overdue = move |txn: &&Txn, now_ms| {
        txn.state == State::Ongoing && txn.producer() == producer && txn.deadline_ms().is_some_and(|d| d <= now_ms)
    };
    with_fresh(broker, |fresh| {
        txns.write(shard, move |shard, fx| {
            // It may have ended while we were on our way.
            let Some(txn) = shard.get(id).filter(|txn| overdue(txn, fx.now_ms)) else {
                return Decision::reply(Ok(()));
            };
            match decide::fence(txn, fresh, server_version(&fx.world), fx.now_ms) {
                Ok(next) => {
                    tracing::info!("the transaction of {id} ran out of time and is aborted");
                    drop(txns.kind().finish(shard, id, &next, fx));
                    Decision::new(vec![shard.record(id, next, fx)], Ok(()))
                }
                Err(why) => Decision::reply(Err(why)),
            }
        })
    })
    .await
}
