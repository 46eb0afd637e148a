//! The state of share partitions, for other brokers: InitializeShareGroupState, ReadShareGroupState,
//! WriteShareGroupState, DeleteShareGroupState, ReadShareGroupStateSummary. A broker that asks itself takes the short way
//! to `coordinator::share`, which decides for both.

use kt_codec::delete_share_group_state_request::{self, DeleteShareGroupStateRequest};
use kt_codec::delete_share_group_state_response as deleted;
use kt_codec::initialize_share_group_state_request::{self, InitializeShareGroupStateRequest};
use kt_codec::initialize_share_group_state_response as initialized;
use kt_codec::read_share_group_state_request::{self, ReadShareGroupStateRequest};
use kt_codec::read_share_group_state_response as read;
use kt_codec::read_share_group_state_summary_request::{self, ReadShareGroupStateSummaryRequest};
use kt_codec::read_share_group_state_summary_response as summed;
use kt_codec::write_share_group_state_request::{self, WriteShareGroupStateRequest};
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

/// The partitions of a request, by topic. As in the original one in which something is missing has none.
fn by_topic<T, P>(group: &str, topics: Vec<T>, split: impl Fn(T) -> (Uuid, Vec<P>)) -> Vec<(Uuid, Vec<P>)> {
    let topics: Vec<(Uuid, Vec<P>)> = topics.into_iter().map(split).collect();
    let is_void = group.is_empty() || topics.iter().any(|(_, partitions)| partitions.is_empty());
    if is_void { Vec::new() } else { topics }
}

/// Answers for each partition, one after the other, and makes the results of a topic of that.
async fn each<P, A, F: Future<Output = A>, R>(
    topics: Vec<(Uuid, Vec<P>)>,
    answer: impl Fn(Uuid, P) -> F,
    result: impl Fn(Uuid, Vec<A>) -> R,
) -> Vec<R> {
    let mut results = Vec::with_capacity(topics.len());
    for (topic, partitions) in topics {
        let mut answers = Vec::with_capacity(partitions.len());
        for partition in partitions {
            answers.push(answer(topic, partition).await);
        }
        results.push(result(topic, answers));
    }
    results
}

/// The code and the message of what has nothing else to tell.
fn told(done: Result<(), Refused>) -> (i16, Option<Str>) {
    done.err().map_or((0, None), Refused::told)
}

async fn initialize_state(
    cx: Cx,
    request: InitializeShareGroupStateRequest,
) -> initialized::InitializeShareGroupStateResponse {
    let (cx, group) = (&cx, &request.group_id);
    let topics = by_topic(group, request.topics, |t| (t.topic_id, t.partitions));
    let answer = |topic, p: initialize_share_group_state_request::PartitionData| async move {
        let (partition, key) = (p.partition, key(group, topic, p.partition));
        let done = asked(cx, ask::initialize(&cx.broker, &key, p.state_epoch, p.start_offset)).await;
        let (error_code, error_message) = told(done);
        initialized::PartitionResult { partition, error_code, error_message, ..Default::default() }
    };
    let result =
        |topic_id, partitions| initialized::InitializeStateResult { topic_id, partitions, ..Default::default() };
    let results = each(topics, answer, result).await;
    initialized::InitializeShareGroupStateResponse { results, ..Default::default() }
}

async fn read_state(cx: Cx, request: ReadShareGroupStateRequest) -> read::ReadShareGroupStateResponse {
    let (cx, group) = (&cx, &request.group_id);
    let topics = by_topic(group, request.topics, |t| (t.topic_id, t.partitions));
    let batch = |b: Batch| read::StateBatch {
        first_offset: b.first,
        last_offset: b.last,
        delivery_state: b.state,
        delivery_count: b.count,
        ..Default::default()
    };
    let answer = |topic, p: read_share_group_state_request::PartitionData| async move {
        let (partition, key) = (p.partition, key(group, topic, p.partition));
        match asked(cx, ask::read(&cx.broker, &key, p.leader_epoch)).await {
            Ok(state) => read::PartitionResult {
                partition,
                state_epoch: state.state_epoch,
                start_offset: state.start_offset,
                state_batches: state.batches.into_iter().map(batch).collect(),
                ..Default::default()
            },
            Err(refused) => {
                let (error_code, error_message) = refused.told();
                read::PartitionResult { partition, error_code, error_message, ..Default::default() }
            }
        }
    };
    let result = |topic_id, partitions| read::ReadStateResult { topic_id, partitions, ..Default::default() };
    let results = each(topics, answer, result).await;
    read::ReadShareGroupStateResponse { results, ..Default::default() }
}

async fn write_state(cx: Cx, request: WriteShareGroupStateRequest) -> written::WriteShareGroupStateResponse {
    let (cx, group) = (&cx, &request.group_id);
    let topics = by_topic(group, request.topics, |t| (t.topic_id, t.partitions));
    let batch = |b: write_share_group_state_request::StateBatch| Batch {
        first: b.first_offset,
        last: b.last_offset,
        count: b.delivery_count,
        state: b.delivery_state,
    };
    let answer = |topic, p: write_share_group_state_request::PartitionData| async move {
        let (partition, key) = (p.partition, key(group, topic, p.partition));
        let write = Write {
            state_epoch: p.state_epoch,
            leader_epoch: p.leader_epoch,
            start_offset: p.start_offset,
            delivery_complete_count: p.delivery_complete_count,
            batches: p.state_batches.into_iter().map(batch).collect(),
        };
        let (error_code, error_message) = told(asked(cx, ask::write(&cx.broker, &key, &write)).await);
        written::PartitionResult { partition, error_code, error_message, ..Default::default() }
    };
    let result = |topic_id, partitions| written::WriteStateResult { topic_id, partitions, ..Default::default() };
    let results = each(topics, answer, result).await;
    written::WriteShareGroupStateResponse { results, ..Default::default() }
}

async fn delete_state(cx: Cx, request: DeleteShareGroupStateRequest) -> deleted::DeleteShareGroupStateResponse {
    let (cx, group) = (&cx, &request.group_id);
    let topics = by_topic(group, request.topics, |t| (t.topic_id, t.partitions));
    let answer = |topic, p: delete_share_group_state_request::PartitionData| async move {
        let (partition, key) = (p.partition, key(group, topic, p.partition));
        let (error_code, error_message) = told(asked(cx, ask::delete(&cx.broker, &key)).await);
        deleted::PartitionResult { partition, error_code, error_message, ..Default::default() }
    };
    let result = |topic_id, partitions| deleted::DeleteStateResult { topic_id, partitions, ..Default::default() };
    let results = each(topics, answer, result).await;
    deleted::DeleteShareGroupStateResponse { results, ..Default::default() }
}

async fn read_summary(
    cx: Cx,
    request: ReadShareGroupStateSummaryRequest,
) -> summed::ReadShareGroupStateSummaryResponse {
    let (cx, group) = (&cx, &request.group_id);
    let topics = by_topic(group, request.topics, |t| (t.topic_id, t.partitions));
    let answer = |topic, p: read_share_group_state_summary_request::PartitionData| async move {
        let (partition, key) = (p.partition, key(group, topic, p.partition));
        match asked(cx, ask::summary(&cx.broker, &key)).await {
            Ok(Some(state)) => summed::PartitionResult {
                partition,
                state_epoch: state.state_epoch,
                leader_epoch: state.leader_epoch,
                start_offset: state.start_offset,
                delivery_complete_count: state.delivery_complete_count,
                ..Default::default()
            },
            Ok(None) => summed::PartitionResult {
                partition,
                start_offset: -1,
                delivery_complete_count: -1,
                ..Default::default()
            },
            Err(refused) => {
                let (error_code, error_message) = refused.told();
                summed::PartitionResult { partition, error_code, error_message, ..Default::default() }
            }
        }
    };
    let result = |topic_id, partitions| summed::ReadStateSummaryResult { topic_id, partitions, ..Default::default() };
    let results = each(topics, answer, result).await;
    summed::ReadShareGroupStateSummaryResponse { results, ..Default::default() }
}
