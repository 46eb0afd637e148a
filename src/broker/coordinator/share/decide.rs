//! Who may change the state of a share partition, and the records that come of it: the original's checks, in its order
//! and its words. Plain functions of what the shard holds.

use std::collections::BTreeMap;

use super::record::{Record, Update};
use super::state::{Batch, State, combine};
use super::{Key, ShareShard};
use crate::broker::controller::Image;
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::protocol::code::ErrorCode;

/// What a leader writes. -1 for an epoch that it does not know, and for a start that stays.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    pub state_epoch: i32,
    pub leader_epoch: i32,
    pub start_offset: i64,
    pub delivery_complete_count: i32,
    pub batches: Vec<Batch>,
}

/// A topic that there is, and a partition of it.
fn check_place(image: &Image, key: &Key) -> Result<(), Refused> {
    if image.topics.partition(&key.topic, key.partition).is_none() {
        return Err(plain(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION));
    }
    Ok(())
}

fn check_number(key: &Key) -> Result<(), Refused> {
    if key.partition < 0 {
        let message = "The partition id cannot be a negative number.";
        return Err(Refused::new(ErrorCode::INVALID_REQUEST, message));
    }
    Ok(())
}

/// With the code's own text.
fn plain(code: ErrorCode) -> Refused {
    Refused::new(code, code.message())
}

fn fences(highest: i32, given: i32, code: ErrorCode) -> Result<(), Refused> {
    if given != -1 && highest > given { Err(plain(code)) } else { Ok(()) }
}

/// InitializeShareGroupState: begins anew. A start of -1 is for the leader to find out.
pub fn initialize(
    shard: &ShareShard,
    image: &Image,
    key: &Key,
    state_epoch: i32,
    start_offset: i64,
    now_ms: i64,
) -> Result<Record, Refused> {
    check_number(key)?;
    let old = shard.states.get(key);
    if let Some(old) = old {
        fences(old.highest_state_epoch, state_epoch, ErrorCode::FENCED_STATE_EPOCH)?;
    }
    check_place(image, key)?;
    let state = State {
        snapshot_epoch: old.map_or(0, |old| old.snapshot_epoch.saturating_add(1)),
        state_epoch,
        start_offset,
        delivery_complete_count: if start_offset == -1 { -1 } else { 0 },
        created_ms: now_ms,
        written_ms: now_ms,
        ..State::default()
    };
    Ok(Record::Snapshot(key.clone(), Some(state)))
}

/// ReadShareGroupState: the state as it is, for a leader. With its epoch it becomes the one who may write.
pub fn read(
    shard: &ShareShard,
    image: &Image,
    key: &Key,
    leader_epoch: i32,
    limits: Limits,
) -> Result<(State, Vec<Record>), Refused> {
    check_number(key)?;
    let Some(state) = shard.states.get(key) else {
        let message = "Read operation on uninitialized share partition not allowed.";
        return Err(Refused::new(ErrorCode::INVALID_REQUEST, message));
    };
    fences(state.highest_leader_epoch, leader_epoch, ErrorCode::FENCED_LEADER_EPOCH)?;
    check_place(image, key)?;
    if leader_epoch == -1 || leader_epoch == state.highest_leader_epoch {
        return Ok((state.clone(), Vec::new()));
    }
    let write = Write {
        state_epoch: state.state_epoch,
        leader_epoch,
        start_offset: state.start_offset,
        delivery_complete_count: state.delivery_complete_count,
        batches: Vec::new(),
    };
    Ok((state.clone(), vec![changed(key, state, &write, leader_epoch, limits)]))
}

/// What a decision needs besides.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// After so many updates comes a snapshot.
    pub updates: i32,
    pub now_ms: i64,
}

/// WriteShareGroupState, by the leader of the partition.
pub fn write(shard: &ShareShard, image: &Image, key: &Key, write: &Write, limits: Limits) -> Result<Record, Refused> {
    check_number(key)?;
    let Some(state) = shard.states.get(key) else {
        let message = "Write operation on uninitialized share partition not allowed.";
        return Err(Refused::new(ErrorCode::INVALID_REQUEST, message));
    };
    fences(state.highest_leader_epoch, write.leader_epoch, ErrorCode::FENCED_LEADER_EPOCH)?;
    fences(state.highest_state_epoch, write.state_epoch, ErrorCode::FENCED_STATE_EPOCH)?;
    check_place(image, key)?;
    Ok(changed(key, state, write, state.leader_epoch, limits))
}

fn changed(key: &Key, state: &State, write: &Write, leader_epoch: i32, limits: Limits) -> Record {
    if state.updates < limits.updates {
        let update = Update {
            snapshot_epoch: state.snapshot_epoch,
            leader_epoch,
            start_offset: write.start_offset,
            delivery_complete_count: write.delivery_complete_count,
            batches: combine(&[], &write.batches, write.start_offset),
        };
        return Record::Update(key.clone(), update);
    }
    let start_offset = if write.start_offset == -1 { state.start_offset } else { write.start_offset };
    let snapshot = State {
        snapshot_epoch: state.snapshot_epoch.saturating_add(1),
        state_epoch: state.state_epoch,
        leader_epoch,
        start_offset,
        delivery_complete_count: write.delivery_complete_count,
        batches: combine(&state.batches, &write.batches, start_offset),
        created_ms: limits.now_ms,
        written_ms: limits.now_ms,
        ..State::default()
    };
    Record::Snapshot(key.clone(), Some(snapshot))
}

/// ReadShareGroupStateSummary: `None` for what nobody has made yet.
pub fn summary(shard: &ShareShard, image: &Image, key: &Key) -> Result<Option<State>, Refused> {
    check_number(key)?;
    check_place(image, key)?;
    Ok(shard.states.get(key).map(|state| State { batches: Vec::new(), ..state.clone() }))
}

/// DeleteShareGroupState. What is not there needs no record.
pub fn delete(shard: &ShareShard, image: &Image, key: &Key) -> Result<Option<Record>, Refused> {
    check_number(key)?;
    check_place(image, key)?;
    Ok(shard.states.contains_key(key).then(|| Record::Snapshot(key.clone(), None)))
}

/// Snapshots of what nobody has changed for so long.
pub fn snapshots(states: &BTreeMap<Key, State>, interval_ms: i64, now_ms: i64) -> Vec<Record> {
    // A state that was snapshotted like this is told by its times. While all are, there is nothing to let go.
    if states.values().all(|state| state.created_ms != state.written_ms) {
        return Vec::new();
    }
    let cold = |state: &&State| now_ms.saturating_sub(state.written_ms) >= interval_ms;
    let again = |(key, state): (&Key, &State)| {
        let state = State {
            snapshot_epoch: state.snapshot_epoch.saturating_add(1),
            written_ms: now_ms,
            updates: 0,
            ..state.clone()
        };
        Record::Snapshot(key.clone(), Some(state))
    };
    states.iter().filter(|(_, state)| cold(state)).map(again).collect()
}

/// Tombstones of the states whose topics are gone.
pub fn of_gone_topics(shard: &ShareShard, is_gone: impl Fn(&kt_codec::Uuid) -> bool) -> Vec<Record> {
    let gone = shard.states.keys().filter(|key| is_gone(&key.topic));
    gone.map(|key| Record::Snapshot(key.clone(), None)).collect()
}
