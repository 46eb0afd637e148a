//! What becomes of a transactional id when somebody asks something of it.
//!
//! Pure functions from the known state and a request to the next state or a refusal: the rules of Kafka's
//! TransactionCoordinator and TransactionMetadata, for clients of the first protocol and of the second (KIP-890). What
//! must hold: an epoch that a client was told is never given out again, and once an end is decided nothing undecides it.

use super::state::{EPOCH_BUMPS, NO_EPOCH, NO_PRODUCER_ID, Place, Producer, State, Txn, is_exhausted};
use crate::broker::planted::{self, Fault};
use crate::protocol::code::ErrorCode;

/// Why nothing is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Code(ErrorCode),
    /// The decision hands out a new producer id, and none was brought along: ask again with one.
    NeedsProducerId,
}

impl From<ErrorCode> for Refused {
    fn from(code: ErrorCode) -> Refused {
        Refused::Code(code)
    }
}

/// What InitProducerId asks for.
#[derive(Clone, Copy, Debug)]
pub struct Init {
    pub timeout_ms: i32,
    /// Who the producer thinks it is, if it is one already (KIP-360).
    pub expected: Option<Producer>,
}

/// What InitProducerId leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// The producer may begin.
    Ready(Txn),
    /// Its predecessor's transaction is aborted first, and the client has to ask again.
    Fenced(Txn),
}

/// What EndTxn leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It had ended so before, and the answer got lost.
    Before(Producer),
    /// The end is decided; markers have to be written.
    Prepared(Txn),
}

/// Where a decision takes a new producer id from.
pub type Fresh = Option<i64>;

pub fn init(known: Option<&Txn>, ask: &Init, fresh: Fresh, server_version: i16, now_ms: i64) -> Result<Begun, Refused> {
    let Some(txn) = known else {
        // One that thinks it is somebody was forgotten; nobody else can have its place.
        let id = fresh.ok_or(Refused::NeedsProducerId)?;
        return Ok(Begun::Ready(first(id, ask.timeout_ms, now_ms)));
    };
    if ask.expected.is_some_and(|expected| !may_be(txn, expected)) {
        return Err(ErrorCode::PRODUCER_FENCED.into());
    }
    match txn.state {
        State::PrepareCommit | State::PrepareAbort => Err(ErrorCode::CONCURRENT_TRANSACTIONS.into()),
        State::Ongoing => fence(txn, fresh, server_version, now_ms).map(Begun::Fenced),
        State::Empty | State::CompleteCommit | State::CompleteAbort => {
            let (producer_id, epoch, last_epoch) = next_producer(txn, ask.expected, fresh)?;
            let mut next = step(txn, State::Empty, now_ms);
            next.producer_id = producer_id;
            (next.epoch, next.last_epoch) = (epoch, last_epoch);
            next.timeout_ms = ask.timeout_ms;
            next.partitions.clear();
            next.start_ms = -1;
            Ok(Begun::Ready(next))
        }
    }
}

fn first(producer_id: i64, timeout_ms: i32, now_ms: i64) -> Txn {
    Txn {
        producer_id,
        previous_producer_id: producer_id,
        next_producer_id: NO_PRODUCER_ID,
        epoch: 0,
        last_epoch: NO_EPOCH,
        timeout_ms,
        state: State::Empty,
        partitions: Default::default(),
        start_ms: -1,
        updated_ms: now_ms,
        client_version: 0,
    }
}

/// Whether the producer is the current one, or the one before who never heard of its new id.
fn may_be(txn: &Txn, expected: Producer) -> bool {
    expected.id == txn.producer_id || expected.id == txn.previous_producer_id && is_exhausted(expected.epoch)
}

/// Id, epoch, and the epoch before.
fn next_producer(txn: &Txn, expected: Option<Producer>, fresh: Fresh) -> Result<(i64, i16, i16), Refused> {
    if txn.is_exhausted() && expected.is_none_or(|e| e.epoch == txn.epoch) {
        let id = fresh.ok_or(Refused::NeedsProducerId)?;
        return Ok((id, 0, if expected.is_some() { txn.epoch } else { NO_EPOCH }));
    }
    match expected {
        None => Ok((txn.producer_id, txn.epoch + 1, NO_EPOCH)),
        Some(e) if e.epoch == txn.epoch => Ok((txn.producer_id, txn.epoch + 1, txn.epoch)),
        // The same request again: another producer in between would have cleared the last epoch.
        Some(e) if e.epoch == txn.last_epoch => Ok((txn.producer_id, txn.epoch, txn.last_epoch)),
        Some(_) => Err(ErrorCode::PRODUCER_FENCED.into()),
    }
}

/// Takes partitions into the transaction, beginning it if there is none. `None`: they take part already.
pub fn add_partitions(
    known: Option<&Txn>,
    asker: Producer,
    partitions: &[Place],
    client_version: i16,
    now_ms: i64,
) -> Result<Option<Txn>, ErrorCode> {
    let txn = current(known, asker)?;
    if txn.state == State::Ongoing && partitions.iter().all(|p| txn.partitions.contains(p)) {
        return Ok(None);
    }
    let mut next = step(txn, State::Ongoing, now_ms);
    if txn.state != State::Ongoing {
        next.start_ms = now_ms;
    }
    next.partitions.extend(partitions.iter().cloned());
    next.client_version = client_version;
    Ok(Some(next))
}

/// The transaction that the producer may write to, for a leader that is to check.
pub fn verify(known: Option<&Txn>, asker: Producer) -> Result<&Txn, ErrorCode> {
    current(known, asker)
}

fn current(known: Option<&Txn>, asker: Producer) -> Result<&Txn, ErrorCode> {
    let txn = known.ok_or(ErrorCode::INVALID_PRODUCER_ID_MAPPING)?;
    if txn.producer_id != asker.id {
        return Err(ErrorCode::INVALID_PRODUCER_ID_MAPPING);
    }
    if txn.epoch != asker.epoch && !planted::is(Fault::ForgetsFences) {
        return Err(ErrorCode::PRODUCER_FENCED);
    }
    if txn.state.is_prepared() {
        return Err(ErrorCode::CONCURRENT_TRANSACTIONS);
    }
    Ok(txn)
}

/// EndTxn of a client that speaks this version of the protocol.
pub fn end(
    known: Option<&Txn>,
    asker: Producer,
    commit: bool,
    client_version: i16,
    fresh: Fresh,
    now_ms: i64,
) -> Result<Ended, Refused> {
    let txn = known.ok_or(ErrorCode::INVALID_PRODUCER_ID_MAPPING)?;
    if client_version >= EPOCH_BUMPS {
        end_bumping(txn, asker, commit, client_version, fresh, now_ms)
    } else {
        end_plain(txn, asker, commit, now_ms)
    }
}

/// The first protocol: the epoch stays, and ending twice the same way is fine.
fn end_plain(txn: &Txn, asker: Producer, commit: bool, now_ms: i64) -> Result<Ended, Refused> {
    if txn.producer_id != asker.id {
        return Err(ErrorCode::INVALID_PRODUCER_ID_MAPPING.into());
    }
    if txn.epoch != asker.epoch {
        return Err(ErrorCode::PRODUCER_FENCED.into());
    }
    match (txn.state, commit) {
        (State::Ongoing, _) => {
            let mut next = step(txn, prepared(commit), now_ms);
            next.client_version = 0;
            Ok(Ended::Prepared(next))
        }
        (State::CompleteCommit, true) | (State::CompleteAbort, false) => Ok(Ended::Before(txn.producer())),
        (State::PrepareCommit, true) | (State::PrepareAbort, false) => Err(ErrorCode::CONCURRENT_TRANSACTIONS.into()),
        _ => Err(ErrorCode::INVALID_TXN_STATE.into()),
    }
}

/// The second protocol: the same epoch means the next transaction, an epoch one below the last one's end again.
fn end_bumping(
    txn: &Txn,
    asker: Producer,
    commit: bool,
    client_version: i16,
    fresh: Fresh,
    now_ms: i64,
) -> Result<Ended, Refused> {
    let same = asker.epoch == txn.epoch;
    let again_bumped = i32::from(txn.epoch) == i32::from(asker.epoch) + 1;
    let again_renamed = txn.previous_producer_id == asker.id && asker.epoch == i16::MAX - 1 && txn.epoch == 0;
    if txn.producer_id != asker.id && !again_renamed {
        return Err(ErrorCode::INVALID_PRODUCER_ID_MAPPING.into());
    }
    let valid = match txn.state {
        State::Ongoing | State::Empty => same,
        State::PrepareCommit | State::PrepareAbort => again_bumped,
        State::CompleteCommit | State::CompleteAbort => again_bumped || again_renamed || same,
    };
    if !valid {
        return Err(ErrorCode::PRODUCER_FENCED.into());
    }
    let again = again_bumped || again_renamed;
    let mut begun = true;
    match (txn.state, commit) {
        (State::Ongoing, _) => {}
        (State::CompleteCommit, true) | (State::CompleteAbort, false) if again => {
            return Ok(Ended::Before(txn.producer()));
        }
        (State::PrepareCommit, true) | (State::PrepareAbort, false) => {
            return Err(ErrorCode::CONCURRENT_TRANSACTIONS.into());
        }
        // What was to be sent may still be on its way: aborting a transaction that has not begun bumps the epoch, and
        // then it comes too late.
        (State::Empty | State::CompleteCommit | State::CompleteAbort, false) if !again => begun = false,
        _ => return Err(ErrorCode::INVALID_TXN_STATE.into()),
    }
    let mut next = bumped(txn, prepared(commit), client_version, fresh, now_ms)?;
    if !begun {
        next.start_ms = now_ms;
    }
    Ok(Ended::Prepared(next))
}

fn prepared(commit: bool) -> State {
    if commit { State::PrepareCommit } else { State::PrepareAbort }
}

/// The next epoch, and a new id for afterwards when the epochs are used up.
fn bumped(txn: &Txn, state: State, client_version: i16, fresh: Fresh, now_ms: i64) -> Result<Txn, Refused> {
    let mut next = step(txn, state, now_ms);
    next.next_producer_id = if txn.is_exhausted() { fresh.ok_or(Refused::NeedsProducerId)? } else { NO_PRODUCER_ID };
    next.last_epoch = txn.epoch;
    next.epoch = txn.epoch.saturating_add(1);
    next.client_version = client_version;
    Ok(next)
}

/// Aborts an open transaction and shuts its producer out: it ran out of time, or another takes its place.
pub fn fence(txn: &Txn, fresh: Fresh, server_version: i16, now_ms: i64) -> Result<Txn, Refused> {
    assert_eq!(txn.state, State::Ongoing, "only an open transaction is fenced");
    if server_version >= EPOCH_BUMPS {
        return bumped(txn, State::PrepareAbort, server_version, fresh, now_ms);
    }
    let mut next = step(txn, State::PrepareAbort, now_ms);
    next.epoch = txn.epoch.saturating_add(1);
    next.last_epoch = NO_EPOCH;
    next.client_version = 0;
    Ok(next)
}

/// All markers are kept.
pub fn complete(txn: &Txn, now_ms: i64) -> Txn {
    let state = match txn.state {
        State::PrepareCommit => State::CompleteCommit,
        State::PrepareAbort => State::CompleteAbort,
        other => unreachable!("only a prepared transaction is completed, not one that is {}", other.name()),
    };
    let mut next = step(txn, state, now_ms);
    if txn.client_version >= EPOCH_BUMPS && txn.next_producer_id != NO_PRODUCER_ID {
        (next.producer_id, next.epoch) = (txn.next_producer_id, 0);
    }
    next.next_producer_id = NO_PRODUCER_ID;
    next.partitions.clear();
    next
}

/// Who the producer is once its transaction has ended.
pub fn afterwards(txn: &Txn) -> Producer {
    complete(txn, txn.updated_ms).producer()
}

pub fn is_expired(txn: &Txn, now_ms: i64, expiration_ms: i64) -> bool {
    txn.state.is_idle() && txn.updated_ms <= now_ms.saturating_sub(expiration_ms)
}

fn step(txn: &Txn, state: State, now_ms: i64) -> Txn {
    Txn { previous_producer_id: txn.producer_id, state, updated_ms: now_ms, ..txn.clone() }
}

#[cfg(test)]
#[path = "decide_tests.rs"]
mod tests;
