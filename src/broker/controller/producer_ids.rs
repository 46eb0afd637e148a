//! Blocks of producer ids: each broker takes a thousand at a time, and no id is handed out twice.

use super::decide::{Decision, Refusal};
use super::image::{Image, ProducerIds};
use super::record::ProducerIdsRecord;
use crate::protocol::code::ErrorCode;

/// Ids in a block, as in the original.
pub const BLOCK: i64 = 1000;

/// Ids that one broker may hand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    pub first: i64,
    pub count: i64,
}

/// AllocateProducerIds: the next block, for a broker of this epoch.
pub fn allocate(image: &Image, broker_id: i32, broker_epoch: i64) -> Decision<Result<Block, Refusal>> {
    let Some(broker) = image.broker(broker_id) else {
        let message = format!("No broker registration found for broker id {broker_id}");
        return Decision::reply(Err(Refusal::new(ErrorCode::STALE_BROKER_EPOCH, message)));
    };
    if broker.broker_epoch != broker_epoch {
        let message = format!("Expected broker epoch {broker_epoch}, but got broker epoch {}", broker.broker_epoch);
        return Decision::reply(Err(Refusal::new(ErrorCode::STALE_BROKER_EPOCH, message)));
    }
    let first = image.producer_ids.map_or(0, |ids: ProducerIds| ids.next);
    let Some(next) = first.checked_add(BLOCK) else {
        return Decision::reply(Err(Refusal::new(
            ErrorCode::UNKNOWN_SERVER_ERROR,
            "Exhausted all producerIds as the next block's end producerId has exceeded the int64 type limit",
        )));
    };
    let record = ProducerIdsRecord { broker_id, broker_epoch, next_producer_id: next, ..Default::default() };
    Decision { records: vec![record.into()], reply: Ok(Block { first, count: BLOCK }) }
}
