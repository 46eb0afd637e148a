//! One transactional id: its producer, the state of its transaction, and how both are stored.
//!
//! Records are Kafka's own `TransactionLogKey` and `TransactionLogValue`. What must hold: a loaded [`Txn`] differs from
//! the one that was written only in `last_epoch`, which Kafka does not store either.

use std::collections::BTreeSet;

use bytes::{BufMut, Bytes, BytesMut};
use kt_codec::transaction_log_key::TransactionLogKey;
use kt_codec::transaction_log_value::{PartitionsSchema, TransactionLogValue};
use kt_codec::{DecodeError, EncodeError, Message, Str};

pub const NO_PRODUCER_ID: i64 = -1;
pub const NO_EPOCH: i16 = -1;

/// The version of the transactions' protocol from which on every end bumps the epoch (KIP-890).
pub const EPOCH_BUMPS: i16 = 2;

/// A partition that takes part in a transaction.
pub type Place = (Str, i32);

/// What a transaction is doing. The numbers are those of the stored records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Empty = 0,
    Ongoing = 1,
    PrepareCommit = 2,
    PrepareAbort = 3,
    CompleteCommit = 4,
    CompleteAbort = 5,
}

impl State {
    pub const ALL: [State; 6] = [
        State::Empty,
        State::Ongoing,
        State::PrepareCommit,
        State::PrepareAbort,
        State::CompleteCommit,
        State::CompleteAbort,
    ];

    /// States of the original that no id of ours is ever in, but that a filter may name.
    const OF_OTHERS: [&'static str; 2] = ["Dead", "PrepareEpochFence"];

    pub fn name(self) -> &'static str {
        match self {
            State::Empty => "Empty",
            State::Ongoing => "Ongoing",
            State::PrepareCommit => "PrepareCommit",
            State::PrepareAbort => "PrepareAbort",
            State::CompleteCommit => "CompleteCommit",
            State::CompleteAbort => "CompleteAbort",
        }
    }

    pub fn is_name(name: &str) -> bool {
        State::ALL.iter().any(|s| s.name() == name) || State::OF_OTHERS.contains(&name)
    }

    fn from_id(id: i8) -> Option<State> {
        State::ALL.into_iter().find(|s| *s as i8 == id)
    }

    /// It is decided how the transaction ends, and its markers are being written.
    pub fn is_prepared(self) -> bool {
        matches!(self, State::PrepareCommit | State::PrepareAbort)
    }

    /// No transaction is open.
    pub fn is_idle(self) -> bool {
        matches!(self, State::Empty | State::CompleteCommit | State::CompleteAbort)
    }
}

/// A producer as it names itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Producer {
    pub id: i64,
    pub epoch: i16,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Txn {
    pub producer_id: i64,
    /// The producer id before the last change of state, by which a retry is known whose answer got lost.
    pub previous_producer_id: i64,
    /// Given to the producer with the end of its transaction because its epochs are used up; it counts from completion on.
    pub next_producer_id: i64,
    pub epoch: i16,
    /// The epoch before the last bump that the producer itself asked for.
    pub last_epoch: i16,
    pub timeout_ms: i32,
    pub state: State,
    pub partitions: BTreeSet<Place>,
    pub start_ms: i64,
    pub updated_ms: i64,
    /// The protocol that its client speaks, as far as the last request showed.
    pub client_version: i16,
}

impl Txn {
    /// The last epoch is kept for the coordinator, so that it can always fence a producer.
    pub fn is_exhausted(&self) -> bool {
        is_exhausted(self.epoch)
    }

    pub fn producer(&self) -> Producer {
        Producer { id: self.producer_id, epoch: self.epoch }
    }

    /// When its transaction is aborted, if one is open.
    pub fn deadline_ms(&self) -> Option<i64> {
        (self.state == State::Ongoing).then(|| self.start_ms.saturating_add(i64::from(self.timeout_ms)))
    }
}

pub fn is_exhausted(epoch: i16) -> bool {
    epoch >= i16::MAX - 1
}

/// What is stored of an id, or that it is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub id: Str,
    pub txn: Option<Txn>,
    /// Of the value: 1 from transaction.version 1 on.
    pub version: i16,
}

impl Record {
    pub fn encode(&self) -> Result<(Bytes, Option<Bytes>), EncodeError> {
        let key = TransactionLogKey { transactional_id: self.id.clone(), ..Default::default() };
        let value = match &self.txn {
            Some(txn) => Some(prefixed(self.version, &txn.value(self.version))?),
            None => None,
        };
        Ok((prefixed(0, &key)?, value))
    }

    /// `None` for a record of another sort, or of a later version.
    pub fn decode(key: Bytes, value: Option<Bytes>) -> Result<Option<Record>, DecodeError> {
        let mut r = kt_codec::Reader::new(key);
        if r.i16()? != 0 {
            return Ok(None);
        }
        let id = TransactionLogKey::decode(&mut r, 0)?.transactional_id;
        let Some(value) = value else { return Ok(Some(Record { id, txn: None, version: 0 })) };
        let mut r = kt_codec::Reader::new(value);
        let version = r.i16()?;
        if !(0..=1).contains(&version) {
            return Ok(None);
        }
        let value = TransactionLogValue::decode(&mut r, version)?;
        Ok(Txn::of(value).map(|txn| Record { id, txn: Some(txn), version }))
    }
}

fn prefixed(version: i16, message: &impl Message) -> Result<Bytes, EncodeError> {
    let body = message.to_bytes(version)?;
    let mut bytes = BytesMut::with_capacity(2 + body.len());
    bytes.put_i16(version);
    bytes.extend_from_slice(&body);
    Ok(bytes.freeze())
}

impl Txn {
    fn value(&self, version: i16) -> TransactionLogValue {
        let mut topics: Vec<PartitionsSchema> = Vec::new();
        for (topic, partition) in &self.partitions {
            match topics.last_mut().filter(|t| t.topic == *topic) {
                Some(t) => t.partition_ids.push(*partition),
                None => topics.push(PartitionsSchema {
                    topic: topic.clone(),
                    partition_ids: vec![*partition],
                    ..Default::default()
                }),
            }
        }
        let mut value = TransactionLogValue {
            producer_id: self.producer_id,
            producer_epoch: self.epoch,
            transaction_timeout_ms: self.timeout_ms,
            transaction_status: self.state as i8,
            transaction_partitions: (self.state != State::Empty).then_some(topics),
            transaction_last_update_timestamp_ms: self.updated_ms,
            transaction_start_timestamp_ms: self.start_ms,
            ..Default::default()
        };
        if version >= 1 {
            value.previous_producer_id = self.previous_producer_id;
            value.next_producer_id = self.next_producer_id;
            value.client_transaction_version = self.client_version;
        }
        value
    }

    fn of(value: TransactionLogValue) -> Option<Txn> {
        let topics = value.transaction_partitions.unwrap_or_default();
        let places = topics.into_iter().flat_map(|t| {
            let topic = t.topic;
            t.partition_ids.into_iter().map(move |p| (topic.clone(), p))
        });
        Some(Txn {
            producer_id: value.producer_id,
            previous_producer_id: value.previous_producer_id,
            next_producer_id: value.next_producer_id,
            epoch: value.producer_epoch,
            last_epoch: NO_EPOCH,
            timeout_ms: value.transaction_timeout_ms,
            state: State::from_id(value.transaction_status)?,
            partitions: places.collect(),
            start_ms: value.transaction_start_timestamp_ms,
            updated_ms: value.transaction_last_update_timestamp_ms,
            client_version: value.client_transaction_version,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn txn(state: State) -> Txn {
        Txn {
            producer_id: 7,
            previous_producer_id: 6,
            next_producer_id: 8,
            epoch: 3,
            last_epoch: NO_EPOCH,
            timeout_ms: 60_000,
            state,
            partitions: [("a".into(), 0), ("a".into(), 2), ("b".into(), 1)].into(),
            start_ms: 1_000,
            updated_ms: 2_000,
            client_version: 2,
        }
    }

    #[test]
    fn every_state_comes_back_from_its_record() {
        for state in State::ALL {
            let mut stored = txn(state);
            if state == State::Empty {
                stored.partitions.clear();
            }
            let record = Record { id: "t".into(), txn: Some(stored), version: 1 };
            let (key, value) = record.encode().unwrap();
            assert_eq!(Record::decode(key, value).unwrap(), Some(record));
        }
        let gone = Record { id: "t".into(), txn: None, version: 0 };
        let (key, value) = gone.encode().unwrap();
        assert_eq!((Record::decode(key, value.clone()).unwrap(), value), (Some(gone), None));
    }

    #[test]
    fn the_first_version_of_the_value_leaves_out_what_it_has_no_place_for() {
        let record = Record { id: "t".into(), txn: Some(txn(State::Ongoing)), version: 0 };
        let (key, value) = record.encode().unwrap();
        let loaded = Record::decode(key, value).unwrap().unwrap().txn.unwrap();
        let without = Txn {
            previous_producer_id: NO_PRODUCER_ID,
            next_producer_id: NO_PRODUCER_ID,
            client_version: 0,
            ..txn(State::Ongoing)
        };
        assert_eq!(loaded, without);
    }

    #[test]
    fn the_records_are_kafkas_to_the_byte() {
        let mut stored = txn(State::Ongoing);
        stored.partitions = [("ab".into(), 5)].into();
        stored.previous_producer_id = 7;
        stored.next_producer_id = NO_PRODUCER_ID;
        let (key, value) = Record { id: "tx".into(), txn: Some(stored), version: 1 }.encode().unwrap();
        assert_eq!(&key[..], b"\0\0\0\x02tx");
        let mut expected = vec![0, 1];
        expected.extend(7i64.to_be_bytes());
        expected.extend([0, 3]);
        expected.extend(60_000i32.to_be_bytes());
        expected.extend([1, 2, 3, b'a', b'b', 2, 0, 0, 0, 5, 0]);
        expected.extend(2_000i64.to_be_bytes());
        expected.extend(1_000i64.to_be_bytes());
        // Two tags: previous producer id (0), client transaction version (2).
        expected.extend([2, 0, 8]);
        expected.extend(7i64.to_be_bytes());
        expected.extend([2, 2, 0, 2]);
        assert_eq!(value.unwrap(), expected);
    }

    #[test]
    fn records_of_other_sorts_are_left_alone_and_broken_ones_are_errors() {
        assert_eq!(Record::decode(Bytes::from_static(&[0, 9, 1, 2]), None).unwrap(), None);
        assert!(Record::decode(Bytes::from_static(&[0]), None).is_err());
        let (key, value) = Record { id: "t".into(), txn: Some(txn(State::Ongoing)), version: 1 }.encode().unwrap();
        let value = value.unwrap();
        for cut in 0..value.len() {
            assert!(Record::decode(key.clone(), Some(value.slice(..cut))).is_err(), "{cut}");
        }
    }
}
