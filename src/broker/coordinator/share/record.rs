//! The records of `__share_group_state`: a snapshot of a state, or what changed since the last one.

use bytes::{BufMut, Bytes, BytesMut};
use kt_codec::share_snapshot_key::ShareSnapshotKey;
use kt_codec::share_snapshot_value::{ShareSnapshotValue, StateBatch as SnapshotBatch};
use kt_codec::share_update_key::ShareUpdateKey;
use kt_codec::share_update_value::{ShareUpdateValue, StateBatch as UpdateBatch};
use kt_codec::{DecodeError, EncodeError, Message, Reader};

use super::Key;
use super::state::{Batch, State};

const SNAPSHOT: i16 = 0;
const UPDATE: i16 = 1;
/// Of the values.
const VERSION: i16 = 0;

#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// No state is a tombstone.
    Snapshot(Key, Option<State>),
    Update(Key, Update),
}

/// -1 for what stays as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    pub snapshot_epoch: i32,
    pub leader_epoch: i32,
    pub start_offset: i64,
    pub delivery_complete_count: i32,
    pub batches: Vec<Batch>,
}

impl Record {
    pub fn encode(&self) -> Result<(Bytes, Option<Bytes>), EncodeError> {
        match self {
            Record::Snapshot(key, state) => {
                let key = ShareSnapshotKey {
                    group_id: key.group.clone(),
                    topic_id: key.topic,
                    partition: key.partition,
                    ..Default::default()
                };
                let value = state.as_ref().map(|state| numbered(VERSION, &snapshot(state))).transpose()?;
                Ok((numbered(SNAPSHOT, &key)?, value))
            }
            Record::Update(key, update) => {
                let key = ShareUpdateKey {
                    group_id: key.group.clone(),
                    topic_id: key.topic,
                    partition: key.partition,
                    ..Default::default()
                };
                let batch = |b: &Batch| UpdateBatch {
                    first_offset: b.first,
                    last_offset: b.last,
                    delivery_state: b.state,
                    delivery_count: b.count,
                    ..Default::default()
                };
                let value = ShareUpdateValue {
                    snapshot_epoch: update.snapshot_epoch,
                    leader_epoch: update.leader_epoch,
                    start_offset: update.start_offset,
                    delivery_complete_count: update.delivery_complete_count,
                    state_batches: update.batches.iter().map(batch).collect(),
                    ..Default::default()
                };
                Ok((numbered(UPDATE, &key)?, Some(numbered(VERSION, &value)?)))
            }
        }
    }

    /// `None` for a record of a sort that is not known, and for the tombstone of an update, which says nothing.
    pub fn decode(key: Bytes, value: Option<Bytes>) -> Result<Option<Record>, DecodeError> {
        let mut key = Reader::new(key);
        match key.i16()? {
            SNAPSHOT => {
                let key = ShareSnapshotKey::decode(&mut key, 0)?;
                let key = Key { group: own(&key.group_id), topic: key.topic_id, partition: key.partition };
                let state = decode_value::<ShareSnapshotValue>(value)?.map(State::from);
                Ok(Some(Record::Snapshot(key, state)))
            }
            UPDATE => {
                let key = ShareUpdateKey::decode(&mut key, 0)?;
                let key = Key { group: own(&key.group_id), topic: key.topic_id, partition: key.partition };
                Ok(decode_value::<ShareUpdateValue>(value)?.map(|value| Record::Update(key, Update::from(value))))
            }
            _ => Ok(None),
        }
    }
}

/// A text of its own: what stays should not hold on to the batch that it came in.
fn own(text: &str) -> kt_codec::Str {
    kt_codec::Str::from(text.to_owned())
}

fn numbered<M: Message>(number: i16, message: &M) -> Result<Bytes, EncodeError> {
    let bytes = message.to_bytes(0)?;
    let mut all = BytesMut::with_capacity(2 + bytes.len());
    all.put_i16(number);
    all.put_slice(&bytes);
    Ok(all.freeze())
}

fn decode_value<M: Message>(value: Option<Bytes>) -> Result<Option<M>, DecodeError> {
    let Some(value) = value else { return Ok(None) };
    let mut value = Reader::new(value);
    let version = value.i16()?;
    M::decode(&mut value, version).map(Some)
}

fn snapshot(state: &State) -> ShareSnapshotValue {
    let batch = |b: &Batch| SnapshotBatch {
        first_offset: b.first,
        last_offset: b.last,
        delivery_state: b.state,
        delivery_count: b.count,
        ..Default::default()
    };
    ShareSnapshotValue {
        snapshot_epoch: state.snapshot_epoch,
        state_epoch: state.state_epoch,
        leader_epoch: state.leader_epoch,
        start_offset: state.start_offset,
        delivery_complete_count: state.delivery_complete_count,
        create_timestamp: state.created_ms,
        write_timestamp: state.written_ms,
        state_batches: state.batches.iter().map(batch).collect(),
        ..Default::default()
    }
}

impl From<ShareSnapshotValue> for State {
    fn from(value: ShareSnapshotValue) -> State {
        let batch = |b: SnapshotBatch| Batch {
            first: b.first_offset,
            last: b.last_offset,
            count: b.delivery_count,
            state: b.delivery_state,
        };
        State {
            snapshot_epoch: value.snapshot_epoch,
            state_epoch: value.state_epoch,
            leader_epoch: value.leader_epoch,
            start_offset: value.start_offset,
            delivery_complete_count: value.delivery_complete_count,
            created_ms: value.create_timestamp,
            written_ms: value.write_timestamp,
            batches: value.state_batches.into_iter().map(batch).collect(),
            ..State::default()
        }
    }
}

impl From<ShareUpdateValue> for Update {
    fn from(value: ShareUpdateValue) -> Update {
        let batch = |b: UpdateBatch| Batch {
            first: b.first_offset,
            last: b.last_offset,
            count: b.delivery_count,
            state: b.delivery_state,
        };
        Update {
            snapshot_epoch: value.snapshot_epoch,
            leader_epoch: value.leader_epoch,
            start_offset: value.start_offset,
            delivery_complete_count: value.delivery_complete_count,
            batches: value.state_batches.into_iter().map(batch).collect(),
        }
    }
}
