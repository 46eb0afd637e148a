//! The state of share partitions, for other brokers: InitializeShareGroupState, ReadShareGroupState,
//! WriteShareGroupState, DeleteShareGroupState, ReadShareGroupStateSummary. A broker that asks itself takes the short way
//! to `coordinator::share`, which decides for both.

use kt_codec::delete_share_group_state_request::DeleteShareGroupStateRequest;
use kt_codec::delete_share_group_state_response as deleted;
use kt_codec::initialize_share_group_state_request::InitializeShareGroupStateRequest;
use kt_codec::initialize_share_group_state_response as initialized;
use kt_codec::read_share_group_state_request::ReadShareGroupStateRequest;
use kt_codec::read_share_group_state_response as read;
use kt_codec::read_share_group_state_summary_request::ReadShareGroupStateSummaryRequest;
use kt_codec::read_share_group_state_summary_response as summed;
use kt_codec::write_share_group_state_request::WriteShareGroupStateRequest;
use kt_codec::write_share_group_state_response as written;
use kt_codec::{Str, Uuid};

use super::{Api, Cx, api};
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::coordinator::share::decide::Write;
use crate::broker::coordinator::share::state::Batch;
use crate::broker::coordinator::share::{Key, ask};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[
    api!(InitializeShareGroupState, 0..=0, later initialize_state),
    api!(ReadShareGroupState, 0..=0, later read_state),
    api!(WriteShareGroupState, 0..=1, later write_state),
    api!(DeleteShareGroupState, 0..=0, later delete_state),
    api!(ReadShareGroupStateSummary, 0..=1, later read_summary),
];

fn key(group: &Str, topic: Uuid, partition: i32) -> Key {
    Key { group: Str::from(group.to_string()), topic, partition }
}

/// Brokers may ask, and nobody else: for others nothing of the answer is begun.
async fn asked<T>(cx: &Cx, answer: impl Future<Output = Result<T, Refused>>) -> Result<T, Refused> {
    if !cx.may_cluster(Operation::ClusterAction) {
        let code = ErrorCode::CLUSTER_AUTHORIZATION_FAILED;
        return Err(Refused::new(code, code.message()));
    }
    answer.await
}

/// As the original: a request in which something is missing is answered with nothing.
fn is_void<T>(group: &str, topics: &[T], is_empty: impl Fn(&T) -> bool) -> bool {
    group.is_empty() || topics.is_empty() || topics.iter().any(is_empty)
}

async fn initialize_state(
    cx: Cx,
    request: InitializeShareGroupStateRequest,
) -> initialized::InitializeShareGroupStateResponse {
    let mut results = Vec::new();
    if is_void(&request.group_id, &request.topics, |t| t.partitions.is_empty()) {
        return Default::default();
    }
    for topic in request.topics {
        let mut partitions = Vec::with_capacity(topic.partitions.len());
        for p in topic.partitions {
            let key = key(&request.group_id, topic.topic_id, p.partition);
            let done = asked(&cx, ask::initialize(&cx.broker, &key, p.state_epoch, p.start_offset)).await;
            let (error_code, error_message) = done.err().map_or((0, None), Refused::told);
            let partition = p.partition;
            partitions.push(initialized::PartitionResult {
                partition,
                error_code,
                error_message,
                ..Default::default()
            });
        }
        let topic_id = topic.topic_id;
        results.push(initialized::InitializeStateResult { topic_id, partitions, ..Default::default() });
    }
    initialized::InitializeShareGroupStateResponse { results, ..Default::default() }
}

async fn read_state(cx: Cx, request: ReadShareGroupStateRequest) -> read::ReadShareGroupStateResponse {
    let mut results = Vec::new();
    if is_void(&request.group_id, &request.topics, |t| t.partitions.is_empty()) {
        return Default::default();
    }
    for topic in request.topics {
        let mut partitions = Vec::with_capacity(topic.partitions.len());
        for p in topic.partitions {
            let key = key(&request.group_id, topic.topic_id, p.partition);
            let state = asked(&cx, ask::read(&cx.broker, &key, p.leader_epoch)).await;
            let batch = |b: Batch| read::StateBatch {
                first_offset: b.first,
                last_offset: b.last,
                delivery_state: b.state,
                delivery_count: b.count,
                ..Default::default()
            };
            partitions.push(match state {
                Ok(state) => read::PartitionResult {
                    partition: p.partition,
                    state_epoch: state.state_epoch,
                    start_offset: state.start_offset,
                    state_batches: state.batches.into_iter().map(batch).collect(),
                    ..Default::default()
                },
                Err(refused) => {
                    let (error_code, error_message) = refused.told();
                    read::PartitionResult { partition: p.partition, error_code, error_message, ..Default::default() }
                }
            });
        }
        results.push(read::ReadStateResult { topic_id: topic.topic_id, partitions, ..Default::default() });
    }
    read::ReadShareGroupStateResponse { results, ..Default::default() }
}

async fn write_state(cx: Cx, request: WriteShareGroupStateRequest) -> written::WriteShareGroupStateResponse {
    let mut results = Vec::new();
    if is_void(&request.group_id, &request.topics, |t| t.partitions.is_empty()) {
        return Default::default();
    }
    for topic in request.topics {
        let mut partitions = Vec::with_capacity(topic.partitions.len());
        for p in topic.partitions {
            let key = key(&request.group_id, topic.topic_id, p.partition);
            let batch = |b: kt_codec::write_share_group_state_request::StateBatch| Batch {
                first: b.first_offset,
                last: b.last_offset,
                count: b.delivery_count,
                state: b.delivery_state,
            };
            let write = Write {
                state_epoch: p.state_epoch,
                leader_epoch: p.leader_epoch,
                start_offset: p.start_offset,
                delivery_complete_count: p.delivery_complete_count,
                batches: p.state_batches.into_iter().map(batch).collect(),
            };
            let done = asked(&cx, ask::write(&cx.broker, &key, &write)).await;
            let (error_code, error_message) = done.err().map_or((0, None), Refused::told);
            let partition = p.partition;
            partitions.push(written::PartitionResult { partition, error_code, error_message, ..Default::default() });
        }
        results.push(written::WriteStateResult { topic_id: topic.topic_id, partitions, ..Default::default() });
    }
    written::WriteShareGroupStateResponse { results, ..Default::default() }
}

async fn delete_state(cx: Cx, request: DeleteShareGroupStateRequest) -> deleted::DeleteShareGroupStateResponse {
    let mut results = Vec::new();
    if is_void(&request.group_id, &request.topics, |t| t.partitions.is_empty()) {
        return Default::default();
    }
    for topic in request.topics {
        let mut partitions = Vec::with_capacity(topic.partitions.len());
        for p in topic.partitions {
            let key = key(&request.group_id, topic.topic_id, p.partition);
            let done = asked(&cx, ask::delete(&cx.broker, &key)).await;
            let (error_code, error_message) = done.err().map_or((0, None), Refused::told);
            let partition = p.partition;
            partitions.push(deleted::PartitionResult { partition, error_code, error_message, ..Default::default() });
        }
        results.push(deleted::DeleteStateResult { topic_id: topic.topic_id, partitions, ..Default::default() });
    }
    deleted::DeleteShareGroupStateResponse { results, ..Default::default() }
}

async fn read_summary(
    cx: Cx,
    request: ReadShareGroupStateSummaryRequest,
) -> summed::ReadShareGroupStateSummaryResponse {
    let mut results = Vec::new();
    if is_void(&request.group_id, &request.topics, |t| t.partitions.is_empty()) {
        return Default::default();
    }
    for topic in request.topics {
        let mut partitions = Vec::with_capacity(topic.partitions.len());
        for p in topic.partitions {
            let key = key(&request.group_id, topic.topic_id, p.partition);
            let state = asked(&cx, ask::summary(&cx.broker, &key)).await;
            partitions.push(match state {
                Ok(Some(state)) => summed::PartitionResult {
                    partition: p.partition,
                    state_epoch: state.state_epoch,
                    leader_epoch: state.leader_epoch,
                    start_offset: state.start_offset,
                    delivery_complete_count: state.delivery_complete_count,
                    ..Default::default()
                },
                Ok(None) => summed::PartitionResult {
                    partition: p.partition,
                    start_offset: -1,
                    delivery_complete_count: -1,
                    ..Default::default()
                },
                Err(refused) => {
                    let (error_code, error_message) = refused.told();
                    summed::PartitionResult { partition: p.partition, error_code, error_message, ..Default::default() }
                }
            });
        }
        results.push(summed::ReadStateSummaryResult { topic_id: topic.topic_id, partitions, ..Default::default() });
    }
    summed::ReadShareGroupStateSummaryResponse { results, ..Default::default() }
}
