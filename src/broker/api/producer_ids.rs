//! InitProducerId without transactions, and DescribeProducers.

use kt_codec::describe_producers_request::DescribeProducersRequest;
use kt_codec::describe_producers_response::{
    DescribeProducersResponse, PartitionResponse, ProducerState, TopicResponse,
};
use kt_codec::init_producer_id_request::InitProducerIdRequest;
use kt_codec::init_producer_id_response::InitProducerIdResponse;

use super::{Api, Cx, api};
use crate::broker::controller::topics::check_name;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] =
    &[api!(InitProducerId, 0..=5, now init_producer_id), api!(DescribeProducers, 0..=0, now describe_producers)];

fn init_producer_id(cx: &Cx, request: InitProducerIdRequest) -> InitProducerIdResponse {
    // A producer that has an id names its epoch too (KIP-360).
    let half = (request.producer_id == -1) != (request.producer_epoch == -1);
    let given = match &request.transactional_id {
        _ if half => Err(ErrorCode::INVALID_REQUEST),
        None => cx.broker.next_producer_id(),
        Some(id) if id.is_empty() => Err(ErrorCode::INVALID_REQUEST),
        // There is no transaction coordinator here, and no retry will bring one.
        Some(_) => Err(ErrorCode::TRANSACTIONAL_ID_NOT_FOUND),
    };
    match given {
        Ok(producer_id) => InitProducerIdResponse { producer_id, producer_epoch: 0, ..Default::default() },
        Err(code) => InitProducerIdResponse {
            error_code: code.code(),
            producer_id: -1,
            producer_epoch: -1,
            ..Default::default()
        },
    }
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
