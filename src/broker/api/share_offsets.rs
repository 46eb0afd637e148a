//! DescribeShareGroupOffsets, AlterShareGroupOffsets, DeleteShareGroupOffsets: where share groups stand, and how an
//! administrator has them begin elsewhere.

use std::collections::BTreeMap;

use kt_codec::alter_share_group_offsets_request::AlterShareGroupOffsetsRequest;
use kt_codec::alter_share_group_offsets_response::{
    AlterShareGroupOffsetsResponse, AlterShareGroupOffsetsResponsePartition, AlterShareGroupOffsetsResponseTopic,
};
use kt_codec::delete_share_group_offsets_request::DeleteShareGroupOffsetsRequest;
use kt_codec::delete_share_group_offsets_response::{
    DeleteShareGroupOffsetsResponse, DeleteShareGroupOffsetsResponseTopic,
};
use kt_codec::describe_share_group_offsets_request::{
    DescribeShareGroupOffsetsRequest, DescribeShareGroupOffsetsRequestGroup,
};
use kt_codec::describe_share_group_offsets_response::{
    DescribeShareGroupOffsetsResponse, DescribeShareGroupOffsetsResponseGroup,
    DescribeShareGroupOffsetsResponsePartition, DescribeShareGroupOffsetsResponseTopic,
};
use kt_codec::{Str, Uuid};

use super::share_groups::{bare, is_enabled};
use super::{Api, Cx, api};
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::coordinator::group::share::admin;
use crate::broker::coordinator::group::{Decision, Group};
use crate::broker::coordinator::share::state::State;
use crate::broker::coordinator::share::{Key, ask};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[
    api!(DescribeShareGroupOffsets, 0..=1, later describe),
    api!(AlterShareGroupOffsets, 0..=0, later alter),
    api!(DeleteShareGroupOffsets, 0..=0, later delete),
];

/// Of what is not known.
const UNKNOWN: i64 = -1;

fn plain(code: ErrorCode) -> Refused {
    Refused::new(code, code.message())
}

async fn describe(cx: Cx, request: DescribeShareGroupOffsetsRequest) -> DescribeShareGroupOffsetsResponse {
    let mut groups = Vec::with_capacity(request.groups.len());
    for group in request.groups {
        let group_id = group.group_id.clone();
        groups.push(match described(&cx, group).await {
            Ok(topics) => DescribeShareGroupOffsetsResponseGroup { group_id, topics, ..Default::default() },
            Err(refused) => {
                let (error_code, error_message) = refused.told();
                DescribeShareGroupOffsetsResponseGroup { group_id, error_code, error_message, ..Default::default() }
            }
        });
    }
    DescribeShareGroupOffsetsResponse { groups, ..Default::default() }
}

async fn described(
    cx: &Cx,
    group: DescribeShareGroupOffsetsRequestGroup,
) -> Result<Vec<DescribeShareGroupOffsetsResponseTopic>, Refused> {
    if !is_enabled(cx) {
        return Err(bare(ErrorCode::UNSUPPORTED_VERSION));
    }
    if !cx.may_group(Operation::Describe, &group.group_id) {
        return Err(bare(ErrorCode::GROUP_AUTHORIZATION_FAILED));
    }
    let image = cx.broker.image();
    let mut topics = Vec::new();
    let mut places: Vec<(Str, Uuid, Vec<i32>)> = Vec::new();
    match group.topics {
        None => {
            let groups = &cx.broker.coordinators.groups;
            let (shard, id) = (groups.shard_of(&group.group_id).map_err(plain)?, group.group_id.clone());
            let look = groups.read(shard, move |shard| match shard.groups.get(&id) {
                Some(Group::Share(group)) => group.states.clone().unwrap_or_default().initialized,
                _ => BTreeMap::new(),
            });
            for (topic, made) in look.await.map_err(plain)? {
                let Some(topic) = image.topics.by_id(&topic) else { continue };
                if cx.may_topic(Operation::Describe, &topic.name) {
                    places.push((topic.name.clone(), topic.id, made.partitions.into_iter().collect()));
                }
            }
        }
        Some(asked) => {
            for topic in asked {
                let partitions = topic.partitions;
                let may = cx.may_topic(Operation::Describe, &topic.topic_name);
                match image.topics.by_name(&topic.topic_name) {
                    Some(known) if may => places.push((known.name.clone(), known.id, partitions)),
                    _ => topics.push(without_state(topic.topic_name, &partitions, may)),
                }
            }
        }
    }
    for (topic_name, topic_id, partitions) in places {
        let mut described = Vec::with_capacity(partitions.len());
        for partition in partitions {
            let key = Key { group: group.group_id.clone(), topic: topic_id, partition };
            described.push(of_state(cx, &key, ask::summary(&cx.broker, &key).await));
        }
        let of = DescribeShareGroupOffsetsResponseTopic {
            topic_name,
            topic_id,
            partitions: described,
            ..Default::default()
        };
        topics.push(of);
    }
    Ok(topics)
}

fn without_state(topic_name: Str, partitions: &[i32], may: bool) -> DescribeShareGroupOffsetsResponseTopic {
    let code = ErrorCode::TOPIC_AUTHORIZATION_FAILED;
    let one = |partition_index: &i32| DescribeShareGroupOffsetsResponsePartition {
        partition_index: *partition_index,
        start_offset: UNKNOWN,
        error_code: if may { 0 } else { code.code() },
        error_message: (!may).then(|| code.message().into()),
        ..Default::default()
    };
    let partitions = partitions.iter().map(one).collect();
    DescribeShareGroupOffsetsResponseTopic { topic_name, partitions, ..Default::default() }
}

fn of_state(cx: &Cx, key: &Key, state: Result<Option<State>, Refused>) -> DescribeShareGroupOffsetsResponsePartition {
    let mut described = DescribeShareGroupOffsetsResponsePartition {
        partition_index: key.partition,
        start_offset: UNKNOWN,
        lag: UNKNOWN,
        ..Default::default()
    };
    let Ok(Some(state)) = state else { return described };
    described.start_offset = state.start_offset;
    described.leader_epoch = state.leader_epoch;
    if state.start_offset == UNKNOWN || state.delivery_complete_count == -1 {
        return described;
    }
    match cx.broker.partition_by_id(key.topic, key.partition) {
        Ok(log) => {
            let ahead = log.high_watermark().saturating_sub(state.start_offset);
            described.lag = ahead.saturating_sub(i64::from(state.delivery_complete_count));
        }
        Err(code) => {
            described = DescribeShareGroupOffsetsResponsePartition {
                partition_index: key.partition,
                error_code: code.code(),
                error_message: Some(code.message().into()),
                ..Default::default()
            };
        }
    }
    described
}

async fn alter(cx: Cx, request: AlterShareGroupOffsetsRequest) -> AlterShareGroupOffsetsResponse {
    altered(&cx, request).await.unwrap_or_else(|refused| {
        let (error_code, error_message) = refused.told();
        AlterShareGroupOffsetsResponse { error_code, error_message, ..Default::default() }
    })
}

async fn altered(cx: &Cx, request: AlterShareGroupOffsetsRequest) -> Result<AlterShareGroupOffsetsResponse, Refused> {
    let id = request.group_id.clone();
    if !is_enabled(cx) {
        return Err(plain(ErrorCode::UNSUPPORTED_VERSION));
    }
    if !cx.may_group(Operation::Read, &id) {
        return Err(plain(ErrorCode::GROUP_AUTHORIZATION_FAILED));
    }
    if id.is_empty() {
        return Err(plain(ErrorCode::INVALID_GROUP_ID));
    }
    let groups = &cx.broker.coordinators.groups;
    let shard = groups.shard_of(&id).map_err(plain)?;
    let image = cx.broker.image();
    let allowed: Vec<_> =
        request.topics.iter().filter(|t| cx.may_topic(Operation::Read, &t.topic_name)).cloned().collect();
    let asked = id.clone();
    let decided =
        groups.write(shard, move |shard, fx| match admin::alter(shard, &fx.world.image, fx.now_ms, &asked, &allowed) {
            Ok((records, wanted)) => Decision::new(records, Ok(wanted)),
            Err(refused) => Decision::reply(Err(refused)),
        });
    let wanted = decided.await.map_err(plain)??;
    let there: Vec<(Uuid, i32)> = wanted.places.keys().copied().collect();
    let failed = match there.is_empty() {
        true => BTreeMap::new(),
        false => admin::make_states(&cx.broker, shard, &id, wanted).await,
    };
    let responses = request.topics.into_iter().map(|topic| {
        let known = image.topics.by_name(&topic.topic_name);
        let topic_id = known.map_or(Uuid::ZERO, |known| known.id);
        let may = cx.may_topic(Operation::Read, &topic.topic_name);
        let one = |partition_index: i32| {
            let refused = match failed.get(&(topic_id, partition_index)) {
                _ if !may => Some(plain(ErrorCode::TOPIC_AUTHORIZATION_FAILED)),
                None if there.contains(&(topic_id, partition_index)) => None,
                None => Some(plain(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION)),
                Some(refused) => Some(refused.clone()),
            };
            let (error_code, error_message) = refused.map_or((0, None), Refused::told);
            AlterShareGroupOffsetsResponsePartition { partition_index, error_code, error_message, ..Default::default() }
        };
        AlterShareGroupOffsetsResponseTopic {
            topic_id,
            partitions: topic.partitions.iter().map(|p| one(p.partition_index)).collect(),
            topic_name: topic.topic_name,
            ..Default::default()
        }
    });
    Ok(AlterShareGroupOffsetsResponse { responses: responses.collect(), ..Default::default() })
}

async fn delete(cx: Cx, request: DeleteShareGroupOffsetsRequest) -> DeleteShareGroupOffsetsResponse {
    match deleted(&cx, request).await {
        Ok(responses) => DeleteShareGroupOffsetsResponse { responses, ..Default::default() },
        Err(refused) => {
            let (error_code, error_message) = refused.told();
            DeleteShareGroupOffsetsResponse { error_code, error_message, ..Default::default() }
        }
    }
}

async fn deleted(
    cx: &Cx,
    request: DeleteShareGroupOffsetsRequest,
) -> Result<Vec<DeleteShareGroupOffsetsResponseTopic>, Refused> {
    let id = request.group_id;
    if !is_enabled(cx) {
        return Err(plain(ErrorCode::UNSUPPORTED_VERSION));
    }
    if !cx.may_group(Operation::Delete, &id) {
        return Err(plain(ErrorCode::GROUP_AUTHORIZATION_FAILED));
    }
    if id.is_empty() {
        return Err(plain(ErrorCode::INVALID_GROUP_ID));
    }
    let of = |topic_id: Uuid, topic_name: Str, refused: Option<Refused>| {
        let (error_code, error_message) = refused.map_or((0, None), Refused::told);
        DeleteShareGroupOffsetsResponseTopic { topic_id, topic_name, error_code, error_message, ..Default::default() }
    };
    let names = request.topics.into_iter().map(|topic| topic.topic_name);
    let (allowed, denied): (Vec<Str>, Vec<Str>) = names.partition(|name| cx.may_topic(Operation::Read, name));
    let denied =
        denied.into_iter().map(|name| of(Uuid::ZERO, name, Some(plain(ErrorCode::TOPIC_AUTHORIZATION_FAILED))));
    let mut responses: Vec<_> = denied.collect();
    let groups = &cx.broker.coordinators.groups;
    let shard = groups.shard_of(&id).map_err(plain)?;
    let asked = id.clone();
    let decided =
        groups.write(shard, move |shard, fx| match admin::delete_offsets(shard, &fx.world.image, &asked, &allowed) {
            Ok(mut todo) => Decision::new(std::mem::take(&mut todo.records), Ok(todo)),
            Err(refused) => Decision::reply(Err(refused)),
        });
    let todo = decided.await.map_err(plain)??;
    let topics: Vec<Uuid> = todo.partitions.keys().copied().collect();
    if !topics.is_empty() {
        let mut failed = admin::delete_states(&cx.broker, shard, &id, todo.partitions).await.map_err(plain)?;
        let image = cx.broker.image();
        for topic in topics {
            let name = image.topics.by_id(&topic).map(|t| t.name.clone()).unwrap_or_default();
            responses.push(of(topic, name, failed.remove(&topic)));
        }
    }
    responses.extend(todo.refused.into_iter().map(|(name, refused)| of(Uuid::ZERO, name, Some(refused))));
    Ok(responses)
}
