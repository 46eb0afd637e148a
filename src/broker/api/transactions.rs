//! Transactions as clients and tools speak of them: AddPartitionsToTxn, AddOffsetsToTxn, EndTxn, WriteTxnMarkers,
//! DescribeTransactions, ListTransactions. InitProducerId is beside the other producer ids.
//!
//! Version 5 of EndTxn and version 4 of AddPartitionsToTxn tell of a client that speaks the second protocol (KIP-890);
//! each request is served by what it is, whatever the one before was.

use kt_codec::Str;
use kt_codec::add_offsets_to_txn_request::AddOffsetsToTxnRequest;
use kt_codec::add_offsets_to_txn_response::AddOffsetsToTxnResponse;
use kt_codec::add_partitions_to_txn_request::{
    AddPartitionsToTxnRequest, AddPartitionsToTxnTopic, AddPartitionsToTxnTransaction,
};
use kt_codec::add_partitions_to_txn_response::{
    AddPartitionsToTxnPartitionResult, AddPartitionsToTxnResponse, AddPartitionsToTxnResult,
    AddPartitionsToTxnTopicResult,
};
use kt_codec::describe_transactions_request::DescribeTransactionsRequest;
use kt_codec::describe_transactions_response::{self, DescribeTransactionsResponse, TopicData};
use kt_codec::end_txn_request::EndTxnRequest;
use kt_codec::end_txn_response::EndTxnResponse;
use kt_codec::list_transactions_request::ListTransactionsRequest;
use kt_codec::list_transactions_response::{self, ListTransactionsResponse};
use kt_codec::write_txn_markers_request::{WritableTxnMarker, WriteTxnMarkersRequest};
use kt_codec::write_txn_markers_response::{
    WritableTxnMarkerPartitionResult, WritableTxnMarkerResult, WritableTxnMarkerTopicResult, WriteTxnMarkersResponse,
};

use super::{Api, Cx, api};
use crate::broker::coordinator::txn::state::{EPOCH_BUMPS, Place, Producer};
use crate::broker::coordinator::txn::{ask, list, markers};
use crate::broker::internal;
use crate::broker::partition::Marker;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;
use crate::protocol::control::EndTxnMarker;

pub const APIS: &[Api] = &[
    api!(AddPartitionsToTxn, 0..=5, later add_partitions),
    api!(AddOffsetsToTxn, 0..=4, later add_offsets),
    api!(EndTxn, 0..=5, later end),
    api!(WriteTxnMarkers, 1..=2, later write_markers),
    api!(DescribeTransactions, 0..=0, later describe),
    api!(ListTransactions, 0..=2, later list_transactions),
];

/// Several transactions in one request, which only brokers send.
const BATCHED: i16 = 4;
/// Clients before this version do not know PRODUCER_FENCED.
const KNOWS_FENCED: i16 = 2;

async fn add_partitions(cx: Cx, request: AddPartitionsToTxnRequest) -> AddPartitionsToTxnResponse {
    if cx.version >= BATCHED {
        if !cx.may_cluster(Operation::ClusterAction) {
            let error_code = ErrorCode::CLUSTER_AUTHORIZATION_FAILED.code();
            return AddPartitionsToTxnResponse { error_code, ..Default::default() };
        }
        let mut results = Vec::with_capacity(request.transactions.len());
        for transaction in &request.transactions {
            results.push(AddPartitionsToTxnResult {
                transactional_id: transaction.transactional_id.clone(),
                topic_results: added(&cx, transaction).await,
                ..Default::default()
            });
        }
        return AddPartitionsToTxnResponse { results_by_transaction: results, ..Default::default() };
    }
    let only = AddPartitionsToTxnTransaction {
        transactional_id: request.v3_and_below_transactional_id,
        producer_id: request.v3_and_below_producer_id,
        producer_epoch: request.v3_and_below_producer_epoch,
        topics: request.v3_and_below_topics,
        ..Default::default()
    };
    let results = if may_write(&cx, &only.transactional_id) {
        added(&cx, &only).await
    } else {
        results(&only.topics, |_| ErrorCode::TRANSACTIONAL_ID_AUTHORIZATION_FAILED)
    };
    AddPartitionsToTxnResponse { results_by_topic_v3_and_below: results, ..Default::default() }
}

/// Adds the transaction's partitions, all or none, or says which it has.
async fn added(cx: &Cx, transaction: &AddPartitionsToTxnTransaction) -> Vec<AddPartitionsToTxnTopicResult> {
    let topics = &transaction.topics;
    let places: Vec<Place> = topics.iter().flat_map(|t| t.partitions.iter().map(|p| (t.name.clone(), *p))).collect();
    if places.iter().any(|place| refused(cx, place).is_some()) {
        return results(topics, |place| refused(cx, place).unwrap_or(ErrorCode::OPERATION_NOT_ATTEMPTED));
    }
    let (id, asker) =
        (&transaction.transactional_id, Producer { id: transaction.producer_id, epoch: transaction.producer_epoch });
    if transaction.verify_only {
        return match ask::verify(&cx.broker, id, asker, &places).await {
            Ok(found) => results(topics, |place| {
                found.iter().find(|(p, _)| p == place).map_or(ErrorCode::UNKNOWN_SERVER_ERROR, |(_, code)| *code)
            }),
            Err(code) => results(topics, |_| code),
        };
    }
    let version = if cx.version >= BATCHED { EPOCH_BUMPS } else { 0 };
    let code = ask::add(&cx.broker, id, asker, &places, version).await.err().unwrap_or(ErrorCode::NONE);
    results(topics, |_| known_to(cx, code))
}

fn may_write(cx: &Cx, id: &str) -> bool {
    cx.may_transactional(Operation::Write, id)
}

/// Why the client cannot have a partition in its transaction. Brokers ask for clients that were checked already.
fn refused(cx: &Cx, place: &Place) -> Option<ErrorCode> {
    if cx.version < BATCHED && (internal::is_internal(&place.0) || !cx.may_topic(Operation::Write, &place.0)) {
        return Some(ErrorCode::TOPIC_AUTHORIZATION_FAILED);
    }
    let image = cx.broker.image();
    let topic = image.topics.by_name(&place.0);
    let known = topic.is_some_and(|t| usize::try_from(place.1).is_ok_and(|p| p < t.partitions.len()));
    (!known).then_some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION)
}

fn results(
    topics: &[AddPartitionsToTxnTopic],
    code: impl Fn(&Place) -> ErrorCode,
) -> Vec<AddPartitionsToTxnTopicResult> {
    let topic = |t: &AddPartitionsToTxnTopic| AddPartitionsToTxnTopicResult {
        name: t.name.clone(),
        results_by_partition: t
            .partitions
            .iter()
            .map(|p| AddPartitionsToTxnPartitionResult {
                partition_index: *p,
                partition_error_code: code(&(t.name.clone(), *p)).code(),
                ..Default::default()
            })
            .collect(),
        ..Default::default()
    };
    topics.iter().map(topic).collect()
}

/// The code, or the one that an old client knows for it.
fn known_to(cx: &Cx, code: ErrorCode) -> ErrorCode {
    match code {
        ErrorCode::PRODUCER_FENCED if cx.version < KNOWS_FENCED => ErrorCode::INVALID_PRODUCER_EPOCH,
        other => other,
    }
}

async fn add_offsets(cx: Cx, request: AddOffsetsToTxnRequest) -> AddOffsetsToTxnResponse {
    let asker = Producer { id: request.producer_id, epoch: request.producer_epoch };
    let refused = |code: ErrorCode| AddOffsetsToTxnResponse { error_code: code.code(), ..Default::default() };
    if !may_write(&cx, &request.transactional_id) {
        return refused(ErrorCode::TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
    }
    if !cx.may_group(Operation::Read, &request.group_id) {
        return refused(ErrorCode::GROUP_AUTHORIZATION_FAILED);
    }
    let added = match cx.broker.coordinators.groups.shard_of(&request.group_id) {
        Ok(shard) => {
            let place = [(Str::from(internal::OFFSETS), shard)];
            ask::add(&cx.broker, &request.transactional_id, asker, &place, 0).await
        }
        // The topic of the offsets is not there yet: the client finds the group's coordinator next, which makes it.
        Err(_) => Err(ErrorCode::COORDINATOR_NOT_AVAILABLE),
    };
    let code = added.err().map_or(ErrorCode::NONE, |code| known_to(&cx, code));
    AddOffsetsToTxnResponse { error_code: code.code(), ..Default::default() }
}

async fn end(cx: Cx, request: EndTxnRequest) -> EndTxnResponse {
    if !may_write(&cx, &request.transactional_id) {
        let error_code = ErrorCode::TRANSACTIONAL_ID_AUTHORIZATION_FAILED.code();
        return EndTxnResponse { error_code, ..Default::default() };
    }
    let asker = Producer { id: request.producer_id, epoch: request.producer_epoch };
    let version = if cx.version >= 5 { EPOCH_BUMPS } else { 0 };
    match ask::end(&cx.broker, &request.transactional_id, asker, request.committed, version).await {
        Ok(producer) if cx.version >= 5 => {
            EndTxnResponse { producer_id: producer.id, producer_epoch: producer.epoch, ..Default::default() }
        }
        Ok(_) => EndTxnResponse::default(),
        Err(code) => EndTxnResponse { error_code: known_to(&cx, code).code(), ..Default::default() },
    }
}

async fn write_markers(cx: Cx, request: WriteTxnMarkersRequest) -> WriteTxnMarkersResponse {
    let mut response = WriteTxnMarkersResponse::default();
    for marker in request.markers {
        response.markers.push(written(&cx, marker).await);
    }
    response
}

async fn written(cx: &Cx, request: WritableTxnMarker) -> WritableTxnMarkerResult {
    let places = request.topics.iter().flat_map(|t| t.partition_indexes.iter().map(|p| (t.name.clone(), *p)));
    let marker = Marker {
        end: EndTxnMarker { commit: request.transaction_result, coordinator_epoch: request.coordinator_epoch },
        producer_id: request.producer_id,
        producer_epoch: request.producer_epoch,
        transaction_version: i16::from(request.transaction_version),
    };
    let may = cx.may_cluster(Operation::Alter) || cx.may_cluster(Operation::ClusterAction);
    let results = match may {
        true => markers::write_all(&cx.broker, places.collect(), marker).await,
        false => places.map(|place| (place, Err(ErrorCode::CLUSTER_AUTHORIZATION_FAILED))).collect(),
    };
    let mut results = results.into_iter();
    let topic = |t: kt_codec::write_txn_markers_request::WritableTxnMarkerTopic| WritableTxnMarkerTopicResult {
        partitions: results
            .by_ref()
            .take(t.partition_indexes.len())
            .map(|((_, partition_index), result)| WritableTxnMarkerPartitionResult {
                partition_index,
                error_code: result.err().unwrap_or(ErrorCode::NONE).code(),
                ..Default::default()
            })
            .collect(),
        name: t.name,
        ..Default::default()
    };
    let topics = request.topics.into_iter().map(topic).collect();
    WritableTxnMarkerResult { producer_id: request.producer_id, topics, ..Default::default() }
}

async fn describe(cx: Cx, request: DescribeTransactionsRequest) -> DescribeTransactionsResponse {
    let mut response = DescribeTransactionsResponse::default();
    for id in request.transactional_ids {
        response.transaction_states.push(described(&cx, id).await);
    }
    response
}

async fn described(cx: &Cx, id: Str) -> describe_transactions_response::TransactionState {
    let mut described =
        describe_transactions_response::TransactionState { transactional_id: id.clone(), ..Default::default() };
    let found = match cx.may_transactional(Operation::Describe, &id) {
        true => list::describe(&cx.broker, &id).await,
        false => Err(ErrorCode::TRANSACTIONAL_ID_AUTHORIZATION_FAILED),
    };
    match found {
        Ok(txn) => {
            for (topic, partition) in &txn.partitions {
                match described.topics.last_mut().filter(|t| t.topic == *topic) {
                    Some(t) => t.partitions.push(*partition),
                    None => described.topics.push(TopicData {
                        topic: topic.clone(),
                        partitions: vec![*partition],
                        ..Default::default()
                    }),
                }
            }
            described.transaction_state = txn.state.name().into();
            described.transaction_timeout_ms = txn.timeout_ms;
            described.transaction_start_time_ms = txn.start_ms;
            described.producer_id = txn.producer_id;
            described.producer_epoch = txn.epoch;
        }
        Err(code) => described.error_code = code.code(),
    }
    described
}

async fn list_transactions(cx: Cx, mut request: ListTransactionsRequest) -> ListTransactionsResponse {
    if cx.version < 1 {
        request.duration_filter = -1;
    }
    let (filter, unknown_state_filters) = match list::Filter::of(&request) {
        Ok(filter) => filter,
        Err(code) => return ListTransactionsResponse { error_code: code.code(), ..Default::default() },
    };
    match list::list(&cx.broker, &filter).await {
        Ok(found) => ListTransactionsResponse {
            unknown_state_filters,
            transaction_states: found
                .into_iter()
                .filter(|(id, _)| cx.may_transactional(Operation::Describe, id))
                .map(|(transactional_id, txn)| list_transactions_response::TransactionState {
                    transactional_id,
                    producer_id: txn.producer_id,
                    transaction_state: txn.state.name().into(),
                    ..Default::default()
                })
                .collect(),
            ..Default::default()
        },
        Err(code) => ListTransactionsResponse { error_code: code.code(), ..Default::default() },
    }
}
