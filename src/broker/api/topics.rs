//! CreateTopics, DeleteTopics, CreatePartitions: decided by the controller, answered once every log is there.

use kt_codec::create_partitions_request::CreatePartitionsRequest;
use kt_codec::create_partitions_response::{CreatePartitionsResponse, CreatePartitionsTopicResult};
use kt_codec::create_topics_request::CreateTopicsRequest;
use kt_codec::create_topics_response::{CreatableTopicConfigs, CreatableTopicResult, CreateTopicsResponse};
use kt_codec::delete_topics_request::DeleteTopicsRequest;
use kt_codec::delete_topics_response::{DeletableTopicResult, DeleteTopicsResponse};
use kt_codec::{Str, Uuid};

use super::{Api, Cx, api, blocking};
use crate::broker::Current;
use crate::broker::controller::decide::{Refusal, SystemRandom};
use crate::broker::controller::topics::create::{Created, create};
use crate::broker::controller::topics::delete::delete;
use crate::broker::controller::topics::grow;
use crate::config::describe;
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

async fn create_topics(cx: Cx, request: CreateTopicsRequest) -> CreateTopicsResponse {
    blocking(move || {
        let current = cx.broker.current();
        let rules = current.rules();
        let outcome = cx.broker.change(|image| create(image, &request, &rules, |_| true, &mut SystemRandom));
        let topics = match outcome {
            Ok(outcome) => outcome.into_iter().map(|(name, result)| created(&cx, &current, name, result)).collect(),
            Err(code) => {
                let failed = |name: &Str| created(&cx, &current, name.clone(), Err(Refusal { code, message: None }));
                request.topics.iter().map(|topic| failed(&topic.name)).collect()
            }
        };
        CreateTopicsResponse { topics, ..Default::default() }
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
        let responses = if cx.broker.current().settings.topics.delete {
            let decided = cx.broker.change(|image| delete(image, &request, |_| true, |_| true));
            decided.unwrap_or_else(|code| refuse_deletion(&request, &Refusal { code, message: None }))
        } else if cx.version < DELETION_DISABLED {
            refuse_deletion(&request, &Refusal::invalid_request("Topic deletion is disabled."))
        } else {
            refuse_deletion(&request, &Refusal::plain(ErrorCode::TOPIC_DELETION_DISABLED))
        };
        DeleteTopicsResponse { responses, ..Default::default() }
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
        let decided = cx.broker.change(|image| grow::create_partitions(image, &request, |_| true, &mut SystemRandom));
        let results = decided.unwrap_or_else(|code| {
            let failed = |name: &Str| CreatePartitionsTopicResult {
                name: name.clone(),
                error_code: code.code(),
                ..Default::default()
            };
            request.topics.iter().map(|topic| failed(&topic.name)).collect()
        });
        CreatePartitionsResponse { results, ..Default::default() }
    })
    .await
}
