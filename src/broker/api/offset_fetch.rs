//! OffsetFetch: committed offsets, of one group (up to version 7) or several.

use kt_codec::offset_fetch_request::{
    OffsetFetchRequest, OffsetFetchRequestGroup, OffsetFetchRequestTopic, OffsetFetchRequestTopics,
};
use kt_codec::offset_fetch_response::{
    OffsetFetchResponse, OffsetFetchResponseGroup, OffsetFetchResponsePartition, OffsetFetchResponsePartitions,
    OffsetFetchResponseTopic, OffsetFetchResponseTopics,
};
use kt_codec::{Str, Uuid};

use super::Cx;
use super::group_offsets::{TOPIC_IDS, named};
use crate::broker::controller::Image;
use crate::broker::coordinator::group::offsets::Committed;
use crate::broker::coordinator::group::{Group, GroupShard};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

/// Several groups in one request.
const MANY_GROUPS: i16 = 8;
/// An error of the whole group has a place of its own; before, each partition says it.
const GROUP_ERROR: i16 = 2;

type PerPartition = OffsetFetchResponsePartitions;

pub async fn offset_fetch(cx: Cx, request: OffsetFetchRequest) -> OffsetFetchResponse {
    let stable = request.require_stable;
    if cx.version >= MANY_GROUPS {
        let mut groups = Vec::with_capacity(request.groups.len());
        for group in request.groups {
            groups.push(fetch(&cx, group, stable).await);
        }
        return OffsetFetchResponse { groups, ..Default::default() };
    }
    let topics = |topics: Vec<OffsetFetchRequestTopic>| {
        let topic = |t: OffsetFetchRequestTopic| OffsetFetchRequestTopics {
            name: t.name,
            partition_indexes: t.partition_indexes,
            ..Default::default()
        };
        topics.into_iter().map(topic).collect()
    };
    let one = OffsetFetchRequestGroup {
        group_id: request.group_id,
        topics: request.topics.map(topics),
        ..Default::default()
    };
    single(fetch(&cx, one, stable).await)
}

/// The answer in the shape of the versions that know one group.
fn single(group: OffsetFetchResponseGroup) -> OffsetFetchResponse {
    let partition = |p: PerPartition| OffsetFetchResponsePartition {
        partition_index: p.partition_index,
        committed_offset: p.committed_offset,
        committed_leader_epoch: p.committed_leader_epoch,
        metadata: p.metadata,
        error_code: p.error_code,
        ..Default::default()
    };
    let topic = |t: OffsetFetchResponseTopics| OffsetFetchResponseTopic {
        name: t.name,
        partitions: t.partitions.into_iter().map(partition).collect(),
        ..Default::default()
    };
    OffsetFetchResponse {
        error_code: group.error_code,
        topics: group.topics.into_iter().map(topic).collect(),
        ..Default::default()
    }
}

async fn fetch(cx: &Cx, request: OffsetFetchRequestGroup, require_stable: bool) -> OffsetFetchResponseGroup {
    let image = cx.broker.image();
    let groups = &cx.broker.coordinators.groups;
    let found = match groups.shard_of(&request.group_id) {
        _ if !cx.may_group(Operation::Describe, &request.group_id) => Err(ErrorCode::GROUP_AUTHORIZATION_FAILED),
        Ok(shard) => {
            let look = |shard: &GroupShard| look(shard, cx, &image, &request, require_stable);
            groups.read(shard, look).await.and_then(|found| found)
        }
        Err(code) => Err(code),
    };
    let group_id = request.group_id.clone();
    match found {
        Ok(topics) => OffsetFetchResponseGroup { group_id, topics, ..Default::default() },
        Err(code) if cx.version < GROUP_ERROR => {
            let topics = request.topics.unwrap_or_default();
            let topics = topics.into_iter().map(|topic| all_failed(topic, code)).collect();
            OffsetFetchResponseGroup { group_id, topics, ..Default::default() }
        }
        Err(code) => OffsetFetchResponseGroup { group_id, error_code: code.code(), ..Default::default() },
    }
}

fn look(
    shard: &GroupShard,
    cx: &Cx,
    image: &Image,
    request: &OffsetFetchRequestGroup,
    require_stable: bool,
) -> Result<Vec<OffsetFetchResponseTopics>, ErrorCode> {
    let (id, version) = (&request.group_id, cx.version);
    match shard.groups.get(id) {
        Some(Group::Consumer(group)) => group.may_fetch(request.member_id.as_deref(), request.member_epoch)?,
        Some(Group::Share(_)) => return Err(ErrorCode::GROUP_ID_NOT_FOUND),
        Some(Group::Classic(_)) | None => {}
    }
    let seen = |topic: &Str, partition: i32, committed: Option<&Committed>| -> PerPartition {
        if require_stable && shard.offsets.is_pending(id, topic, partition) {
            return none(partition, ErrorCode::UNSTABLE_OFFSET_COMMIT);
        }
        match committed {
            None => none(partition, ErrorCode::NONE),
            Some(committed) => PerPartition {
                partition_index: partition,
                committed_offset: committed.offset,
                committed_leader_epoch: committed.leader_epoch,
                metadata: Some(committed.metadata.clone()),
                ..Default::default()
            },
        }
    };
    let Some(topics) = &request.topics else {
        let all = shard.offsets.of_group(id).into_iter().flatten();
        let topic = |(name, partitions): (&Str, &std::collections::BTreeMap<i32, Committed>)| {
            if !cx.may_topic(Operation::Describe, name) {
                return None;
            }
            // By id nothing can be said of a topic that is gone.
            let topic_id = if version >= TOPIC_IDS { image.topics.id(name)? } else { Uuid::ZERO };
            let partitions = partitions.iter().map(|(p, committed)| seen(name, *p, Some(committed))).collect();
            Some(OffsetFetchResponseTopics { name: shown(name, version), topic_id, partitions, ..Default::default() })
        };
        return Ok(all.filter_map(topic).collect());
    };
    let topic = |topic: &OffsetFetchRequestTopics| {
        // A topic that is gone may have been read, by its name.
        let name = match named(image, version, &topic.name, topic.topic_id) {
            Ok(known) => known.name.clone(),
            Err(code) if version >= TOPIC_IDS => return all_failed(topic.clone(), code),
            Err(_) => topic.name.clone(),
        };
        if !cx.may_topic(Operation::Describe, &name) {
            return all_failed(topic.clone(), ErrorCode::TOPIC_AUTHORIZATION_FAILED);
        }
        let one = |p: &i32| seen(&name, *p, shard.offsets.get(id, &name, *p));
        OffsetFetchResponseTopics {
            topic_id: topic.topic_id,
            partitions: topic.partition_indexes.iter().map(one).collect(),
            name: shown(&name, version),
            ..Default::default()
        }
    };
    Ok(topics.iter().map(topic).collect())
}

/// An answer by id has no room for names.
fn shown(name: &Str, version: i16) -> Str {
    if version >= TOPIC_IDS { Str::new() } else { name.clone() }
}

fn none(partition_index: i32, code: ErrorCode) -> PerPartition {
    PerPartition {
        partition_index,
        committed_offset: -1,
        committed_leader_epoch: -1,
        metadata: Some(Str::new()),
        error_code: code.code(),
        ..Default::default()
    }
}

fn all_failed(topic: OffsetFetchRequestTopics, code: ErrorCode) -> OffsetFetchResponseTopics {
    OffsetFetchResponseTopics {
        partitions: topic.partition_indexes.iter().map(|p| none(*p, code)).collect(),
        name: topic.name,
        topic_id: topic.topic_id,
        ..Default::default()
    }
}
