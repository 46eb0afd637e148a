//! TxnOffsetCommit: offsets that count when their transaction commits.
//!
//! They are records of the transaction like any others, in the group's partition of `__consumer_offsets`: before the
//! first of them the transaction's coordinator is asked, and its marker makes them count.

use kt_codec::Str;
use kt_codec::txn_offset_commit_request::TxnOffsetCommitRequest;
use kt_codec::txn_offset_commit_response::{
    TxnOffsetCommitResponse, TxnOffsetCommitResponsePartition, TxnOffsetCommitResponseTopic,
};

use super::group_offsets::{At, commit_all, may_commit, may_read, to_commit};
use super::{Api, Cx, api};
use crate::broker::coordinator::group::commit::{Committer, ToCommit};
use crate::broker::coordinator::runtime::Transaction;
use crate::broker::coordinator::txn::join::{How, join};
use crate::broker::coordinator::txn::state::Producer;
use crate::broker::internal;
use crate::broker::log::Verified;
use crate::protocol::acl::Operation;
use crate::protocol::batch::NO_SEQUENCE;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(TxnOffsetCommit, 0..=5, later txn_offset_commit)];

/// Clients before this version do not know that a coordinator may still be loading (KAFKA-7296).
const KNOWS_LOADING: i16 = 2;

async fn txn_offset_commit(cx: Cx, request: TxnOffsetCommitRequest) -> TxnOffsetCommitResponse {
    let image = cx.broker.image();
    let may = may_commit_in(&cx, &request.transactional_id, &request.group_id);
    let mut topics = Vec::with_capacity(request.topics.len());
    let mut commits: Vec<(At, ToCommit)> = Vec::new();
    for (t, topic) in request.topics.into_iter().enumerate() {
        let found = may.and_then(|()| image.topics.by_name(&topic.name).ok_or(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION));
        let found = found.and_then(|t| may_read(&cx, t));
        let mut partitions = Vec::with_capacity(topic.partitions.len());
        for (p, partition) in topic.partitions.into_iter().enumerate() {
            let index = partition.partition_index;
            let to = to_commit(
                found,
                index,
                partition.committed_offset,
                partition.committed_leader_epoch,
                partition.committed_metadata,
            );
            let error_code = to.as_ref().err().copied().unwrap_or(ErrorCode::NONE).code();
            commits.extend(to.ok().map(|to| ((t, p), to)));
            partitions.push(TxnOffsetCommitResponsePartition {
                partition_index: index,
                error_code,
                ..Default::default()
            });
        }
        topics.push(TxnOffsetCommitResponseTopic { name: topic.name, partitions, ..Default::default() });
    }
    let by = Committer {
        member: request.member_id,
        instance: request.group_instance_id,
        generation: request.generation_id,
        version: cx.version,
        transactional: true,
    };
    let producer = Producer { id: request.producer_id, epoch: request.producer_epoch };
    let results = match begin(&cx, &request.transactional_id, &request.group_id, producer, commits.is_empty()).await {
        Ok(transaction) => commit_all(&cx, request.group_id, by, -1, Some(transaction), commits).await,
        Err(code) => commits.into_iter().map(|(at, _)| (at, code)).collect(),
    };
    for ((t, p), code) in results {
        topics[t].partitions[p].error_code = told(code, cx.version).code();
    }
    TxnOffsetCommitResponse { topics, ..Default::default() }
}

fn may_commit_in(cx: &Cx, transactional_id: &str, group: &str) -> Result<(), ErrorCode> {
    if !cx.may_transactional(Operation::Write, transactional_id) {
        return Err(ErrorCode::TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
    }
    may_commit(cx, group)
}

/// Has the transaction begin in the group's partition, unless it is open there already.
async fn begin(
    cx: &Cx,
    id: &Str,
    group: &Str,
    producer: Producer,
    nothing_to_commit: bool,
) -> Result<Transaction, ErrorCode> {
    let transaction = |verified| Transaction { producer_id: producer.id, epoch: producer.epoch, verified };
    if group.is_empty() {
        return Err(ErrorCode::INVALID_GROUP_ID);
    }
    let how = How::of_offset_commit(cx.version);
    if nothing_to_commit || !how.is_on(&cx.broker) {
        return Ok(transaction(Verified::Exempt));
    }
    let shard = cx.broker.coordinators.groups.shard_of(group)?;
    let here = |_| ErrorCode::NOT_COORDINATOR;
    let partition = cx.broker.partition(internal::OFFSETS, shard).map_err(here)?;
    let now_ms = cx.broker.clock.now_ms();
    let asked = partition.begin_verification(producer.id, producer.epoch, NO_SEQUENCE, now_ms).map_err(here)?;
    let Some(guard) = asked else { return Ok(transaction(Verified::Open)) };
    let place = (Str::from_static(internal::OFFSETS), shard);
    match join(&cx.broker, id, producer, &[place], how).await.into_iter().next() {
        Some((_, code)) => Err(code),
        None => Ok(transaction(Verified::By(guard))),
    }
}

/// What older clients know to try again after.
fn told(code: ErrorCode, version: i16) -> ErrorCode {
    match code {
        ErrorCode::NETWORK_EXCEPTION | ErrorCode::COORDINATOR_LOAD_IN_PROGRESS if version >= KNOWS_LOADING => {
            ErrorCode::COORDINATOR_LOAD_IN_PROGRESS
        }
        ErrorCode::NETWORK_EXCEPTION | ErrorCode::COORDINATOR_LOAD_IN_PROGRESS => ErrorCode::COORDINATOR_NOT_AVAILABLE,
        code => code,
    }
}
