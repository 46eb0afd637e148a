//! Metadata and DescribeTopicPartitions: who leads what. Both read one image, so an answer never mixes two moments.

use std::collections::{BTreeSet, HashSet};

use kt_codec::describe_topic_partitions_request::DescribeTopicPartitionsRequest;
use kt_codec::describe_topic_partitions_response::{
    Cursor, DescribeTopicPartitionsResponse, DescribeTopicPartitionsResponsePartition,
    DescribeTopicPartitionsResponseTopic,
};
use kt_codec::metadata_request::{MetadataRequest, MetadataRequestTopic};
use kt_codec::metadata_response::{
    MetadataResponse, MetadataResponseBroker, MetadataResponsePartition, MetadataResponseTopic,
};
use kt_codec::{Str, Uuid};

use super::{Api, Cx, api, blocking, operations};
use crate::broker::controller::image::{Image, Partition, Topic};
use crate::broker::controller::topics::check_name;
use crate::broker::internal;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] =
    &[api!(Metadata, 0..=13, later metadata), api!(DescribeTopicPartitions, 0..=0, now describe_topic_partitions)];

/// Topics may be asked for by id from here on.
const BY_ID: i16 = 12;

async fn metadata(cx: Cx, request: MetadataRequest) -> MetadataResponse {
    let missing = missing(&cx, &request);
    if missing.is_empty() {
        return answer(&cx, request);
    }
    blocking(move || {
        cx.broker.create_by_name(missing);
        answer(&cx, request)
    })
    .await
}

fn answer(cx: &Cx, request: MetadataRequest) -> MetadataResponse {
    let mut response =
        MetadataResponse { cluster_id: Some(cx.broker.image().cluster_id.clone()), ..Default::default() };
    // A null list asks for all topics; version 0 has no null, there an empty list does.
    let all = request.topics.as_ref().is_none_or(|t| t.is_empty() && cx.version == 0);
    let creates =
        (cx.version < 4 || request.allow_auto_topic_creation) && cx.broker.current().settings.topics.auto_create;
    let mut topics = request.topics.unwrap_or_default();
    if let Some(code) = malformed(cx.version, &topics) {
        // Names cannot be null before version 12: a topic that was asked for by id has an empty one.
        let named = |t: MetadataRequestTopic| refused(Some(t.name.unwrap_or_default()), t.topic_id, code);
        response.topics = topics.into_iter().map(named).collect();
    } else {
        by_id_if_any(&mut topics);
        let image = cx.broker.image();
        response.topics = if all {
            let seen = image.topics.iter().filter(|t| cx.may_topic(Operation::Describe, &t.name));
            let mut all: Vec<_> = seen.map(|t| described(cx, &image, t)).collect();
            all.sort_by(|a, b| a.name.cmp(&b.name));
            all
        } else {
            let mut told = HashSet::new();
            let once = topics.into_iter().filter(|t| told.insert((t.name.clone(), t.topic_id)));
            once.map(|t| asked(cx, &image, t, creates)).collect()
        };
        if request.include_topic_authorized_operations {
            let known = response.topics.iter_mut().filter(|t| t.error_code == 0);
            known.for_each(|t| {
                let name = t.name.as_deref().unwrap_or_default();
                t.topic_authorized_operations = operations::of_topic(cx, name);
            });
        }
    }
    if request.include_cluster_authorized_operations {
        let seen = cx.may_cluster(Operation::Describe);
        response.cluster_authorized_operations = if seen { operations::of_cluster(cx) } else { 0 };
    }
    let image = cx.broker.image();
    response.controller_id = cx.broker.controller_id();
    let node = |id: &i32| cx.broker.endpoint(*id, cx.client.listener).map(|e| (*id, e));
    response.brokers = image
        .brokers
        .keys()
        .filter(|id| image.is_active(**id))
        .filter_map(node)
        .map(|(node_id, e)| MetadataResponseBroker {
            node_id,
            host: e.host,
            port: e.port,
            rack: e.rack,
            ..Default::default()
        })
        .collect();
    response
}

fn malformed(version: i16, topics: &[MetadataRequestTopic]) -> Option<ErrorCode> {
    let wrong = |t: &MetadataRequestTopic| t.name.is_none() || !t.topic_id.is_zero();
    (version < BY_ID && topics.iter().any(wrong)).then_some(ErrorCode::INVALID_REQUEST)
}

/// One id makes it a request by ids, as in the original: names count for nothing then. (Java's admin client sends empty
/// names beside its ids.)
fn by_id_if_any(topics: &mut Vec<MetadataRequestTopic>) {
    if topics.iter().any(|t| !t.topic_id.is_zero()) {
        topics.retain(|t| !t.topic_id.is_zero());
        topics.iter_mut().for_each(|t| t.name = None);
    }
}

/// Topics that are named, missing, and may be made by being asked for. What cannot be made is told by `asked`.
fn missing(cx: &Cx, request: &MetadataRequest) -> Vec<Str> {
    let topics = request.topics.as_deref().unwrap_or_default();
    let allowed = cx.version < 4 || request.allow_auto_topic_creation;
    // One id makes it a request by ids, see `by_id_if_any`.
    let by_id = topics.iter().any(|t| !t.topic_id.is_zero());
    if !allowed || by_id || malformed(cx.version, topics).is_some() || !cx.broker.current().settings.topics.auto_create
    {
        return Vec::new();
    }
    let image = cx.broker.image();
    let names = topics.iter().filter_map(|t| t.name.as_ref());
    let missing: BTreeSet<&Str> = names.filter(|n| image.topics.by_name(n).is_none()).collect();
    let wanted = |name: &&Str| cx.may_topic(Operation::Describe, name) && may_create(cx, name);
    missing.into_iter().filter(wanted).cloned().collect()
}

fn may_create(cx: &Cx, name: &str) -> bool {
    cx.may_cluster(Operation::Create) || cx.may_topic(Operation::Create, name)
}

/// `creates`: a topic that is missing would have been made, had the client been allowed to.
fn asked(cx: &Cx, image: &Image, topic: MetadataRequestTopic, creates: bool) -> MetadataResponseTopic {
    let (found, code) = match &topic.name {
        Some(name) => (image.topics.by_name(name), unknown_name(name)),
        None => (image.topics.by_id(&topic.topic_id), ErrorCode::UNKNOWN_TOPIC_ID),
    };
    match found {
        // Whether a topic is there is told to nobody who may not see it; ids are no secret.
        Some(found) if !cx.may_topic(Operation::Describe, &found.name) => {
            refused(topic.name, topic.topic_id, ErrorCode::TOPIC_AUTHORIZATION_FAILED)
        }
        Some(found) => described(cx, image, found),
        None => {
            let hidden = topic
                .name
                .as_ref()
                .is_some_and(|name| !cx.may_topic(Operation::Describe, name) || (creates && !may_create(cx, name)));
            let code = if hidden { ErrorCode::TOPIC_AUTHORIZATION_FAILED } else { code };
            refused(topic.name, topic.topic_id, code)
        }
    }
}

fn unknown_name(name: &str) -> ErrorCode {
    if check_name(name).is_err() { ErrorCode::INVALID_TOPIC_EXCEPTION } else { ErrorCode::UNKNOWN_TOPIC_OR_PARTITION }
}

fn refused(name: Option<Str>, topic_id: Uuid, code: ErrorCode) -> MetadataResponseTopic {
    let is_internal = name.as_deref().is_some_and(internal::is_internal);
    MetadataResponseTopic { error_code: code.code(), name, topic_id, is_internal, ..Default::default() }
}

fn described(cx: &Cx, image: &Image, topic: &Topic) -> MetadataResponseTopic {
    MetadataResponseTopic {
        name: Some(topic.name.clone()),
        topic_id: topic.id,
        is_internal: internal::is_internal(&topic.name),
        partitions: topic
            .partitions
            .iter()
            .map(|p| {
                let led = Led::of(cx, image, topic, p);
                MetadataResponsePartition {
                    error_code: led.error.code(),
                    partition_index: p.id,
                    leader_id: led.leader,
                    leader_epoch: p.leader_epoch,
                    replica_nodes: p.replicas.clone(),
                    isr_nodes: p.isr.clone(),
                    offline_replicas: led.offline,
                    ..Default::default()
                }
            })
            .collect(),
        ..Default::default()
    }
}

/// Who leads a partition at this moment.
struct Led {
    leader: i32,
    error: ErrorCode,
    offline: Vec<i32>,
}

impl Led {
    fn of(cx: &Cx, image: &Image, topic: &Topic, p: &Partition) -> Led {
        // A partition whose log failed has no leader that could serve it.
        let here = |id: i32| id != cx.broker.node_id() || cx.broker.is_online(&topic.id, p.id);
        let up = |id: i32| image.is_active(id) && here(id);
        let offline = p.replicas.iter().copied().filter(|id| !up(*id)).collect();
        if up(p.leader) {
            Led { leader: p.leader, error: ErrorCode::NONE, offline }
        } else {
            Led { leader: -1, error: ErrorCode::LEADER_NOT_AVAILABLE, offline }
        }
    }
}

fn describe_topic_partitions(cx: &Cx, request: DescribeTopicPartitionsRequest) -> DescribeTopicPartitionsResponse {
    let image = cx.broker.image();
    let from = request.cursor.as_ref().map(|c| (&*c.topic_name, usize::try_from(c.partition_index).unwrap_or(0)));
    let seen = |name: &str| cx.may_topic(Operation::Describe, name);
    let names: BTreeSet<Str> = if request.topics.is_empty() {
        image.topics.iter().map(|t| t.name.clone()).filter(|name| seen(name)).collect()
    } else {
        request.topics.iter().map(|t| t.name.clone()).collect()
    };
    let limit =
        request.response_partition_limit.clamp(1, cx.broker.current().settings.fetch.max_request_partitions.max(1));
    let mut room = usize::try_from(limit).unwrap_or(1);
    let mut response = DescribeTopicPartitionsResponse::default();
    for name in names.into_iter().filter(|n| from.is_none_or(|(topic, _)| **n >= *topic)) {
        let first = from.filter(|(topic, _)| *topic == &*name).map_or(0, |(_, index)| index);
        if !seen(&name) {
            response.topics.push(DescribeTopicPartitionsResponseTopic {
                error_code: ErrorCode::TOPIC_AUTHORIZATION_FAILED.code(),
                name: Some(name),
                ..Default::default()
            });
            continue;
        }
        let Some(topic) = image.topics.by_name(&name) else {
            response.topics.push(DescribeTopicPartitionsResponseTopic {
                error_code: unknown_name(&name).code(),
                is_internal: internal::is_internal(&name),
                topic_authorized_operations: operations::of_topic(cx, &name),
                name: Some(name),
                ..Default::default()
            });
            continue;
        };
        if room == 0 {
            response.next_cursor = Some(cursor(name, 0));
            break;
        }
        let partitions = topic.partitions.iter().skip(first).take(room);
        let partitions: Vec<_> = partitions.map(|p| partition_of(cx, &image, topic, p)).collect();
        room -= partitions.len();
        let next = first + partitions.len();
        response.topics.push(DescribeTopicPartitionsResponseTopic {
            name: Some(name.clone()),
            topic_id: topic.id,
            is_internal: internal::is_internal(&name),
            partitions,
            topic_authorized_operations: operations::of_topic(cx, &name),
            ..Default::default()
        });
        if next < topic.partitions.len() {
            response.next_cursor = Some(cursor(name, next));
            break;
        }
    }
    response
}

fn cursor(topic_name: Str, partition: usize) -> Cursor {
    Cursor { topic_name, partition_index: partition as i32, ..Default::default() }
}

fn partition_of(cx: &Cx, image: &Image, topic: &Topic, p: &Partition) -> DescribeTopicPartitionsResponsePartition {
    let led = Led::of(cx, image, topic, p);
    DescribeTopicPartitionsResponsePartition {
        error_code: led.error.code(),
        partition_index: p.id,
        leader_id: led.leader,
        leader_epoch: p.leader_epoch,
        replica_nodes: p.replicas.clone(),
        isr_nodes: p.isr.clone(),
        eligible_leader_replicas: Some(p.elr.clone()),
        last_known_elr: Some(p.last_known_elr.clone()),
        offline_replicas: led.offline,
        ..Default::default()
    }
}
