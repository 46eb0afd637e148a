//! CreateTopics, DeleteTopics, CreatePartitions: decided by the controller, answered once every log is there.

use kt_codec::create_partitions_request::CreatePartitionsRequest;
use kt_codec::create_partitions_response::{CreatePartitionsResponse, CreatePartitionsTopicResult};
use kt_codec::create_topics_request::CreateTopicsRequest;
use kt_codec::create_topics_response::{CreatableTopicConfigs, CreatableTopicResult, CreateTopicsResponse};
use kt_codec::delete_topics_request::DeleteTopicsRequest;
use kt_codec::delete_topics_response::{DeletableTopicResult, DeleteTopicsResponse};
use kt_codec::{Str, Uuid};

use super::throttle::Throttled;
use super::{Api, Cx, api, blocking};
use crate::broker::Current;
use crate::broker::controller::decide::{Refusal, SystemRandom};
use crate::broker::controller::topics::create::{Created, create};
use crate::broker::controller::topics::delete::delete;
use crate::broker::controller::topics::grow;
use crate::broker::quota::What;
use crate::config::describe;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[
    api!(CreateTopics, 2..=7, later create_topics),
    api!(DeleteTopics, 1..=6, later delete_topics),
    api!(CreatePartitions, 0..=3, later create_partitions),
];

/// The settings of a new topic are told from here on.
const WITH_CONFIGS: i16 = 5;
/// A refusal of all deletions has a code of its own from here on.
const DELETION_DISABLED: i16 = 3;

/// From these versions on a client that changes too much is refused; before, it is only made to wait (KIP-599).
const CREATE_IS_STRICT: i16 = 6;
const DELETE_IS_STRICT: i16 = 5;
const GROW_IS_STRICT: i16 = 3;

/// Why nothing is changed for a client that has changed too much lately.
fn out_of_quota(cx: &Cx, strict: i16) -> Option<Refusal> {
    let quotas = &cx.broker.quotas;
    let waits = cx.version >= strict && quotas.wait(What::Mutation, cx.whom(), cx.broker.clock.now_ms()) > 0;
    waits.then(|| Refusal::plain(ErrorCode::THROTTLING_QUOTA_EXCEEDED))
}

/// Counts the partitions that were made or removed.
fn counted<R: Throttled>(cx: &Cx, partitions: i32, mut response: R) -> R {
    cx.count(What::Mutation, f64::from(partitions), &mut response);
    response
}

async fn create_topics(cx: Cx, request: CreateTopicsRequest) -> CreateTopicsResponse {
    blocking(move || {
        let current = cx.broker.current();
        let rules = current.rules();
        if let Some(refusal) = out_of_quota(&cx, CREATE_IS_STRICT) {
            let refused = |name: &Str| created(&cx, &current, name.clone(), Err(refusal.clone()));
            let topics = request.topics.iter().map(|topic| refused(&topic.name)).collect();
            return counted(&cx, 0, CreateTopicsResponse { topics, ..Default::default() });
        }
        let any = cx.may_cluster(Operation::Create);
        let allowed = |name: &str| any || cx.may_topic(Operation::Create, name);
        let outcome = cx.broker.change(|image| create(image, &request, &rules, allowed, &mut SystemRandom));
        let made = |(_, result): &(Str, Result<Created, Refusal>)| result.as_ref().map_or(0, |made| made.partitions);
        let partitions = outcome.as_ref().map_or(0, |outcome| outcome.iter().map(made).sum());
        let partitions = if request.validate_only { 0 } else { partitions };
        let topics = match outcome {
            Ok(outcome) => outcome.into_iter().map(|(name, result)| created(&cx, &current, name, result)).collect(),
            Err(code) => {
                let failed = |name: &Str| created(&cx, &current, name.clone(), Err(Refusal { code, message: None }));
                request.topics.iter().map(|topic| failed(&topic.name)).collect()
            }
        };
        counted(&cx, partitions, CreateTopicsResponse { topics, ..Default::default() })
    })
    .await
}

fn created(cx: &Cx, current: &Current, name: Str, result: Result<Created, Refusal>) -> CreatableTopicResult {
    let created = match result {
        Ok(created) => created,
        Err(refusal) => {
            return CreatableTopicResult {
                name,
                error_code: refusal.code.code(),
                error_message: refusal.message,
                ..Default::default()
            };
        }
    };
    let config = |entry: describe::Entry| CreatableTopicConfigs {
        name: entry.name.into(),
        value: entry.value.map(Str::from),
        read_only: entry.read_only,
        config_source: entry.source as i8,
        is_sensitive: entry.sensitive,
        ..Default::default()
    };
    if cx.version >= WITH_CONFIGS && !cx.may_topic(Operation::DescribeConfigs, &name) {
        // It is made all the same; what it is like is told to others.
        return CreatableTopicResult {
            name,
            topic_id: created.id,
            error_message: None,
            topic_config_error_code: ErrorCode::TOPIC_AUTHORIZATION_FAILED.code(),
            configs: Some(Vec::new()),
            ..Default::default()
        };
    }
    let configs = (cx.version >= WITH_CONFIGS)
        .then(|| describe::topic(&current.layers, &created.overrides).into_iter().map(config).collect());
    CreatableTopicResult {
        name,
        topic_id: created.id,
        error_message: None,
        num_partitions: created.partitions,
        replication_factor: created.replication_factor,
        configs,
        ..Default::default()
    }
}

async fn delete_topics(cx: Cx, request: DeleteTopicsRequest) -> DeleteTopicsResponse {
    blocking(move || {
        let mut partitions = 0;
        let responses = if cx.broker.current().settings.topics.delete {
            if let Some(refusal) = out_of_quota(&cx, DELETE_IS_STRICT) {
                let responses = refuse_deletion(&request, &refusal);
                return counted(&cx, 0, DeleteTopicsResponse { responses, ..Default::default() });
            }
            let before = cx.broker.image();
            let any = cx.may_cluster(Operation::Delete);
            let seen = |name: &str| any || cx.may_topic(Operation::Describe, name);
            let allowed = |name: &str| any || cx.may_topic(Operation::Delete, name);
            let decided = cx.broker.change(|image| delete(image, &request, allowed, seen));
            let gone = |result: &&DeletableTopicResult| result.error_code == 0;
            let many = |result: &DeletableTopicResult| {
                let topic = before.topics.by_name(result.name.as_deref().unwrap_or_default());
                topic.map_or(0, |topic| topic.partitions.len() as i32)
            };
            partitions = decided.as_ref().map_or(0, |all| all.iter().filter(gone).map(many).sum());
            decided.unwrap_or_else(|code| refuse_deletion(&request, &Refusal { code, message: None }))
        } else if cx.version < DELETION_DISABLED {
            refuse_deletion(&request, &Refusal::invalid_request("Topic deletion is disabled."))
        } else {
            refuse_deletion(&request, &Refusal::plain(ErrorCode::TOPIC_DELETION_DISABLED))
        };
        counted(&cx, partitions, DeleteTopicsResponse { responses, ..Default::default() })
    })
    .await
}

fn refuse_deletion(request: &DeleteTopicsRequest, refusal: &Refusal) -> Vec<DeletableTopicResult> {
    let names = request.topic_names.iter().map(|name| (Some(name.clone()), Uuid::ZERO));
    let topics = request.topics.iter().map(|topic| (topic.name.clone(), topic.topic_id));
    names
        .chain(topics)
        .map(|(name, topic_id)| DeletableTopicResult {
            name,
            topic_id,
            error_code: refusal.code.code(),
            error_message: refusal.message.clone(),
            ..Default::default()
        })
        .collect()
}

async fn create_partitions(cx: Cx, request: CreatePartitionsRequest) -> CreatePartitionsResponse {
    blocking(move || {
        let out = out_of_quota(&cx, GROW_IS_STRICT);
        let before = cx.broker.image();
        let allowed = |name: &str| cx.may_topic(Operation::Alter, name);
        let decided = match &out {
            Some(refusal) => Err(refusal.code),
            None => cx.broker.change(|image| grow::create_partitions(image, &request, allowed, &mut SystemRandom)),
        };
        let more = |result: &CreatePartitionsTopicResult| {
            let asked = request.topics.iter().find(|topic| topic.name == result.name).map_or(0, |topic| topic.count);
            let had = before.topics.by_name(&result.name).map_or(0, |topic| topic.partitions.len() as i32);
            if result.error_code == 0 && !request.validate_only { (asked - had).max(0) } else { 0 }
        };
        let partitions = decided.as_ref().map_or(0, |results| results.iter().map(more).sum());
        let results = decided.unwrap_or_else(|code| {
            let failed = |name: &Str| CreatePartitionsTopicResult {
                name: name.clone(),
                error_code: code.code(),
                ..Default::default()
            };
            request.topics.iter().map(|topic| failed(&topic.name)).collect()
        });
        counted(&cx, partitions, CreatePartitionsResponse { results, ..Default::default() })
    })
    .await
}
