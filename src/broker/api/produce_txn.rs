//! The transactional part of Produce: where a transaction begins in a partition, its coordinator is asked first.
//!
//! A batch of a transaction that is open in its partition already goes the way of all others. What must hold: no batch
//! opens a transaction that its coordinator does not know of, or that has ended since it was asked.

use std::collections::HashMap;
use std::sync::Arc;

use kt_codec::produce_request::ProduceRequest;
use kt_codec::{Records, Str};

use super::Cx;
use super::produce::Names;
use crate::broker::coordinator::txn::join::{How, join};
use crate::broker::coordinator::txn::state::{Place, Producer};
use crate::broker::log::{Guard, Verified};
use crate::broker::partition::{AppendError, Partition};
use crate::protocol::batch::BatchHeader;
use crate::protocol::code::ErrorCode;

/// What is to be done before the request's batches are appended.
pub enum Beginning {
    Nothing,
    Asks(Question),
}

/// To the coordinator of a transactional id.
pub struct Question {
    id: Str,
    producer: Producer,
    how: How,
    guards: Vec<(Place, Guard)>,
}

/// What became of the partitions in which a transaction begins.
#[derive(Default)]
pub struct Joined {
    places: HashMap<Place, Result<Guard, ErrorCode>>,
    how: Option<How>,
    /// No coordinator is asked at all.
    exempt: bool,
}

pub fn begin(cx: &Cx, request: &ProduceRequest) -> Result<Beginning, ErrorCode> {
    let Some(id) = &request.transactional_id else { return Ok(Beginning::Nothing) };
    let how = How::of_produce(cx.version);
    let mut producer: Option<Producer> = None;
    let mut guards = Vec::new();
    let now_ms = cx.broker.clock.now_ms();
    for topic in &request.topic_data {
        let names = Names { version: cx.version, name: &topic.name, id: topic.topic_id };
        for data in &topic.partition_data {
            let Some(Records::Bytes(records)) = &data.records else { continue };
            let Ok(header) = BatchHeader::peek(records) else { continue };
            if !header.is_transactional() || !header.has_producer_id() {
                continue;
            }
            let own = Producer { id: header.producer_id, epoch: header.producer_epoch };
            if *producer.get_or_insert(own) != own {
                return Err(ErrorCode::INVALID_PRODUCER_ID_MAPPING);
            }
            // A partition that cannot be written to says so when it comes to that.
            let Ok(partition) = names.partition(cx, data.index) else { continue };
            let guard = partition.begin_verification(own.id, own.epoch, header.base_sequence, now_ms);
            if let Ok(Some(guard)) = guard {
                guards.push((place(&partition), guard));
            }
        }
    }
    match producer {
        Some(producer) if !guards.is_empty() => Ok(Beginning::Asks(Question { id: id.clone(), producer, how, guards })),
        _ => Ok(Beginning::Nothing),
    }
}

fn place(partition: &Partition) -> Place {
    (partition.topic().clone(), partition.index())
}

impl Question {
    pub async fn ask(self, cx: &Cx) -> Joined {
        let exempt = !self.how.is_on(&cx.broker);
        let places: Vec<Place> = self.guards.iter().map(|(place, _)| place.clone()).collect();
        let refused = match exempt {
            true => Vec::new(),
            false => join(&cx.broker, &self.id, self.producer, &places, self.how).await,
        };
        let mut joined = Joined { how: Some(self.how), exempt, ..Joined::default() };
        joined.places.extend(self.guards.into_iter().map(|(place, guard)| (place, Ok(guard))));
        joined.places.extend(refused.into_iter().map(|(place, code)| (place, Err(code))));
        joined
    }
}

impl Joined {
    /// What the append may believe of the transaction, or why there is none.
    pub fn verified(&self, partition: &Arc<Partition>) -> Result<Verified, AppendError> {
        if self.exempt {
            return Ok(Verified::Exempt);
        }
        match self.places.get(&place(partition)) {
            None => Ok(Verified::Open),
            Some(Ok(guard)) => Ok(Verified::By(*guard)),
            Some(Err(code)) => Err(self.told(*code)),
        }
    }

    /// Older clients do not try again after errors of a coordinator; this one makes them, without asking for metadata.
    fn told(&self, code: ErrorCode) -> AppendError {
        let again = || {
            let why = "Unable to verify the partition has been added to the transaction. Underlying error: ".to_owned();
            AppendError::new(ErrorCode::NOT_ENOUGH_REPLICAS, why + code.name())
        };
        match code {
            ErrorCode::INVALID_TXN_STATE => {
                AppendError::new(ErrorCode::INVALID_TXN_STATE, "Partition was not added to the transaction")
            }
            ErrorCode::NETWORK_EXCEPTION
            | ErrorCode::COORDINATOR_LOAD_IN_PROGRESS
            | ErrorCode::COORDINATOR_NOT_AVAILABLE
            | ErrorCode::NOT_COORDINATOR => again(),
            ErrorCode::CONCURRENT_TRANSACTIONS if self.how != Some(How::Add) => again(),
            other => AppendError::from(other),
        }
    }
}
