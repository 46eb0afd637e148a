//! OffsetCommit, OffsetFetch, OffsetDelete: how far groups are.
//!
//! Requests name topics, or from version 10 on their ids. What is stored and looked up goes by name; a commit keeps the
//! id beside it.

use std::collections::BTreeMap;

use kt_codec::offset_commit_request::OffsetCommitRequest;
use kt_codec::offset_commit_response::{
    OffsetCommitResponse, OffsetCommitResponsePartition, OffsetCommitResponseTopic,
};
use kt_codec::offset_delete_request::OffsetDeleteRequest;
use kt_codec::offset_delete_response::{
    OffsetDeleteResponse, OffsetDeleteResponsePartition, OffsetDeleteResponseTopic,
};
use kt_codec::{Str, Uuid};

use super::{Api, Cx, api, offset_fetch};
use crate::broker::controller::image::{Image, Topic};
use crate::broker::coordinator::group::Decision;
use crate::broker::coordinator::group::commit::{self, Committer, ToCommit};
use crate::broker::coordinator::runtime::Transaction;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[
    api!(OffsetCommit, 2..=10, later offset_commit),
    api!(OffsetFetch, 1..=10, later offset_fetch::offset_fetch),
    api!(OffsetDelete, 0..=0, later offset_delete),
];

/// Topics go by their ids from here on.
pub const TOPIC_IDS: i16 = 10;

/// A topic as a request names it.
pub fn named<'a>(image: &'a Image, version: i16, name: &Str, id: Uuid) -> Result<&'a Topic, ErrorCode> {
    if version >= TOPIC_IDS {
        image.topics.by_id(&id).map(|topic| &**topic).ok_or(ErrorCode::UNKNOWN_TOPIC_ID)
    } else {
        image.topics.by_name(name).map(|topic| &**topic).ok_or(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION)
    }
}

/// Whoever may not read in the group learns nothing of the topics, as in the original.
pub fn may_commit(cx: &Cx, group: &str) -> Result<(), ErrorCode> {
    if cx.may_group(Operation::Read, group) { Ok(()) } else { Err(ErrorCode::GROUP_AUTHORIZATION_FAILED) }
}

/// Committing is part of reading.
pub fn may_read<'a>(cx: &Cx, topic: &'a Topic) -> Result<&'a Topic, ErrorCode> {
    if cx.may_topic(Operation::Read, &topic.name) { Ok(topic) } else { Err(ErrorCode::TOPIC_AUTHORIZATION_FAILED) }
}

/// Where an offset stands in a request: the topic's number in it, and the partition's.
pub type At = (usize, usize);

/// What a request asks to keep for a partition, if that is there.
pub fn to_commit(
    topic: Result<&Topic, ErrorCode>,
    partition: i32,
    offset: i64,
    leader_epoch: i32,
    metadata: Option<Str>,
) -> Result<ToCommit, ErrorCode> {
    let topic = topic?;
    topic.partition(partition).ok_or(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION)?;
    Ok(ToCommit { topic: topic.name.clone(), topic_id: topic.id, partition, offset, leader_epoch, metadata })
}

async fn offset_commit(cx: Cx, request: OffsetCommitRequest) -> OffsetCommitResponse {
    let image = cx.broker.image();
    let may = may_commit(&cx, &request.group_id);
    let mut topics = Vec::with_capacity(request.topics.len());
    let mut commits: Vec<(At, ToCommit)> = Vec::new();
    for (t, topic) in request.topics.into_iter().enumerate() {
        let found = may.and_then(|()| named(&image, cx.version, &topic.name, topic.topic_id));
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
            partitions.push(OffsetCommitResponsePartition { partition_index: index, error_code, ..Default::default() });
        }
        let (name, topic_id) =
            if cx.version >= TOPIC_IDS { (Str::new(), topic.topic_id) } else { (topic.name, Uuid::ZERO) };
        topics.push(OffsetCommitResponseTopic { name, topic_id, partitions, ..Default::default() });
    }
    let by = Committer {
        member: request.member_id,
        instance: request.group_instance_id,
        generation: request.generation_id_or_member_epoch,
        version: cx.version,
        transactional: false,
    };
    for ((t, p), code) in commit_all(&cx, request.group_id, by, request.retention_time_ms, None, commits).await {
        topics[t].partitions[p].error_code = code.code();
    }
    OffsetCommitResponse { topics, ..Default::default() }
}

/// Commits what can be, all in one write. Returns what became of each.
pub async fn commit_all(
    cx: &Cx,
    group: Str,
    by: Committer,
    retention_ms: i64,
    transaction: Option<Transaction>,
    commits: Vec<(At, ToCommit)>,
) -> Vec<(At, ErrorCode)> {
    if commits.is_empty() {
        return Vec::new();
    }
    let places: Vec<At> = commits.iter().map(|(at, _)| *at).collect();
    let groups = &cx.broker.coordinators.groups;
    let done = match groups.shard_of(&group) {
        Ok(shard) => {
            let step = groups.write(shard, move |shard, fx| {
                if let Err(code) = commit::check(shard, &group, &by, commits.iter().map(|(_, to)| to), fx) {
                    return Decision::reply(Err(code));
                }
                let mut records = Vec::with_capacity(commits.len());
                let mut codes = Vec::with_capacity(commits.len());
                for (_, one) in commits {
                    match commit::record(&group, one, retention_ms, fx) {
                        Ok(record) => {
                            records.push(record);
                            codes.push(ErrorCode::NONE);
                        }
                        Err(code) => codes.push(code),
                    }
                }
                let decision = Decision::new(records, Ok(codes));
                match transaction {
                    Some(transaction) => decision.transactional(transaction),
                    None => decision,
                }
            });
            step.await.and_then(|codes| codes)
        }
        Err(code) => Err(code),
    };
    match done {
        Ok(codes) => places.into_iter().zip(codes).collect(),
        Err(code) => places.into_iter().map(|at| (at, code)).collect(),
    }
}

async fn offset_delete(cx: Cx, request: OffsetDeleteRequest) -> OffsetDeleteResponse {
    let image = cx.broker.image();
    let mut codes: BTreeMap<(Str, i32), ErrorCode> = BTreeMap::new();
    let mut asked = Vec::new();
    for topic in &request.topics {
        for partition in &topic.partitions {
            let place = (topic.name.clone(), partition.partition_index);
            let known = image.topics.by_name(&topic.name).is_some_and(|t| t.partition(place.1).is_some());
            if !cx.may_topic(Operation::Read, &topic.name) {
                codes.insert(place, ErrorCode::TOPIC_AUTHORIZATION_FAILED);
            } else if known {
                asked.push(place);
            } else {
                codes.insert(place, ErrorCode::UNKNOWN_TOPIC_OR_PARTITION);
            }
        }
    }
    match try_delete(&cx, request.group_id, asked.clone()).await {
        Ok(done) => codes.extend(asked.into_iter().zip(done)),
        Err(code) => return OffsetDeleteResponse { error_code: code.code(), ..Default::default() },
    }
    let topic = |topic: kt_codec::offset_delete_request::OffsetDeleteRequestTopic| {
        let partition = |p: &kt_codec::offset_delete_request::OffsetDeleteRequestPartition| {
            let code = codes.get(&(topic.name.clone(), p.partition_index)).copied().unwrap_or(ErrorCode::NONE);
            OffsetDeleteResponsePartition {
                partition_index: p.partition_index,
                error_code: code.code(),
                ..Default::default()
            }
        };
        let partitions = topic.partitions.iter().map(partition).collect();
        OffsetDeleteResponseTopic { name: topic.name.clone(), partitions, ..Default::default() }
    };
    OffsetDeleteResponse { topics: request.topics.into_iter().map(topic).collect(), ..Default::default() }
}

async fn try_delete(cx: &Cx, group: Str, places: Vec<(Str, i32)>) -> Result<Vec<ErrorCode>, ErrorCode> {
    if !cx.may_group(Operation::Delete, &group) {
        return Err(ErrorCode::GROUP_AUTHORIZATION_FAILED);
    }
    if group.is_empty() {
        return Err(ErrorCode::INVALID_GROUP_ID);
    }
    let groups = &cx.broker.coordinators.groups;
    let shard = groups.shard_of(&group)?;
    let step = groups.write(shard, move |shard, _| {
        let mut records = Vec::new();
        let codes = commit::delete(shard, &group, &places, &mut records);
        Decision::new(records, codes)
    });
    step.await?
}
