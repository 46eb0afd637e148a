//! InitProducerId, with and without a transactional id, and DescribeProducers.

use kt_codec::describe_producers_request::DescribeProducersRequest;
use kt_codec::describe_producers_response::{
    DescribeProducersResponse, PartitionResponse, ProducerState, TopicResponse,
};
use kt_codec::init_producer_id_request::InitProducerIdRequest;
use kt_codec::init_producer_id_response::InitProducerIdResponse;

use std::sync::Arc;

use super::{Api, Cx, api, blocking};
use crate::broker::controller::topics::check_name;
use crate::broker::coordinator::txn::ask;
use crate::broker::coordinator::txn::decide::Init;
use crate::broker::coordinator::txn::state::{NO_EPOCH, NO_PRODUCER_ID, Producer};
use crate::protocol::acl::{Operation, ResourceKind};
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] =
    &[api!(InitProducerId, 0..=5, later init_producer_id), api!(DescribeProducers, 0..=0, now describe_producers)];

/// Clients before this version do not know PRODUCER_FENCED.
const KNOWS_FENCED: i16 = 4;

async fn init_producer_id(cx: Cx, request: InitProducerIdRequest) -> InitProducerIdResponse {
    match given(&cx, &request).await {
        Ok(producer) => {
            InitProducerIdResponse { producer_id: producer.id, producer_epoch: producer.epoch, ..Default::default() }
        }
        Err(code) => {
            let unknown = code == ErrorCode::PRODUCER_FENCED && cx.version < KNOWS_FENCED;
            let code = if unknown { ErrorCode::INVALID_PRODUCER_EPOCH } else { code };
            InitProducerIdResponse {
                error_code: code.code(),
                producer_id: -1,
                producer_epoch: -1,
                ..Default::default()
            }
        }
    }
}

async fn given(cx: &Cx, request: &InitProducerIdRequest) -> Result<Producer, ErrorCode> {
    if request.transactional_id.as_ref().is_some_and(|id| !cx.may_transactional(Operation::Write, id)) {
        return Err(ErrorCode::TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
    }
    let expected = Producer { id: request.producer_id, epoch: request.producer_epoch };
    // A producer that has an id names its epoch too (KIP-360).
    let expected = match (expected.id, expected.epoch) {
        (NO_PRODUCER_ID, NO_EPOCH) => None,
        (NO_PRODUCER_ID, _) | (_, NO_EPOCH) => return Err(ErrorCode::INVALID_REQUEST),
        _ => Some(expected),
    };
    let Some(id) = &request.transactional_id else {
        let may = cx.may_cluster(Operation::IdempotentWrite) || cx.may_some(Operation::Write, ResourceKind::Topic);
        if !may {
            return Err(ErrorCode::CLUSTER_AUTHORIZATION_FAILED);
        }
        let broker = Arc::clone(&cx.broker);
        let id = blocking(move || broker.next_producer_id()).await?;
        return Ok(Producer { id, epoch: 0 });
    };
    if id.is_empty() {
        return Err(ErrorCode::INVALID_REQUEST);
    }
    let timeout_ms = request.transaction_timeout_ms;
    if !(1..=cx.broker.current().settings.transactions.max_timeout_ms).contains(&timeout_ms) {
        return Err(ErrorCode::INVALID_TRANSACTION_TIMEOUT);
    }
    ask::init(&cx.broker, id, Init { timeout_ms, expected }).await
}

fn describe_producers(cx: &Cx, request: DescribeProducersRequest) -> DescribeProducersResponse {
    let topics = request.topics.into_iter().map(|topic| TopicResponse {
        partitions: topic.partition_indexes.iter().map(|index| producers(cx, &topic.name, *index)).collect(),
        name: topic.name,
        ..Default::default()
    });
    DescribeProducersResponse { topics: topics.collect(), ..Default::default() }
}

fn producers(cx: &Cx, topic: &kt_codec::Str, partition_index: i32) -> PartitionResponse {
    let refused = |code: ErrorCode, message: &str| PartitionResponse {
        partition_index,
        error_code: code.code(),
        error_message: Some(message.into()),
        ..Default::default()
    };
    if let Err(why) = check_name(topic) {
        return refused(ErrorCode::INVALID_TOPIC_EXCEPTION, &why);
    }
    if !cx.may_topic(Operation::Read, topic) {
        let code = ErrorCode::TOPIC_AUTHORIZATION_FAILED;
        return refused(code, code.message());
    }
    match cx.broker.partition(topic, partition_index) {
        Err(code) => refused(code, code.message()),
        Ok(partition) => PartitionResponse {
            partition_index,
            active_producers: partition
                .producers()
                .into_iter()
                .map(|p| ProducerState {
                    producer_id: p.producer_id,
                    producer_epoch: i32::from(p.epoch),
                    last_sequence: p.last_sequence,
                    last_timestamp: p.last_timestamp,
                    coordinator_epoch: p.coordinator_epoch,
                    current_txn_start_offset: p.txn_first_offset.unwrap_or(-1),
                    ..Default::default()
                })
                .collect(),
            ..Default::default()
        },
    }
}
