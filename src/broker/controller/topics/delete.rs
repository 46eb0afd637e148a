//! DeleteTopics, decided.

use kt_codec::delete_topics_request::DeleteTopicsRequest;
use kt_codec::delete_topics_response::DeletableTopicResult;
use kt_codec::{Str, Uuid};

use super::twice;
use crate::broker::controller::decide::{Decision, Refusal};
use crate::broker::controller::image::{Image, Topic};
use crate::broker::controller::record::RemoveTopicRecord;
use crate::protocol::code::ErrorCode;

/// DeleteTopics. `allowed`: may delete; `visible`: may know of. The handler has checked that deletion is on.
pub fn delete(
    image: &Image,
    request: &DeleteTopicsRequest,
    allowed: impl Fn(&str) -> bool,
    visible: impl Fn(&str) -> bool,
) -> Decision<Vec<DeletableTopicResult>> {
    let mut replies = Vec::new();
    let mut answer = |name: Option<Str>, id: Uuid, refusal: Option<Refusal>| {
        let refusal = refusal.unwrap_or(Refusal { code: ErrorCode::NONE, message: None });
        replies.push(DeletableTopicResult {
            name,
            topic_id: id,
            error_code: refusal.code.code(),
            error_message: refusal.message,
            ..Default::default()
        });
    };
    let mut names: Vec<&Str> = request.topic_names.iter().collect();
    let mut ids = Vec::new();
    for topic in &request.topics {
        match (&topic.name, topic.topic_id) {
            (None, Uuid::ZERO) => {
                answer(None, Uuid::ZERO, Some(Refusal::invalid_request("Neither topic name nor id were specified.")));
            }
            (None, id) => ids.push(id),
            (Some(name), Uuid::ZERO) => names.push(name),
            (Some(name), id) => {
                let refusal = Refusal::invalid_request("You may not specify both topic name and topic id.");
                answer(Some(name.clone()), id, Some(refusal));
            }
        }
    }
    let denied = || Some(Refusal::plain(ErrorCode::TOPIC_AUTHORIZATION_FAILED));
    let mut chosen: Vec<&Topic> = Vec::new();
    let names_twice = twice(names.iter().copied());
    for name in &names_twice {
        answer(Some(name.clone()), Uuid::ZERO, Some(Refusal::invalid_request("Duplicate topic name.")));
    }
    let ids_twice = twice(ids.iter());
    for id in &ids_twice {
        answer(None, *id, Some(Refusal::invalid_request("Duplicate topic id.")));
    }
    for id in ids.iter().filter(|id| !ids_twice.contains(id)) {
        match image.topics.by_id(id) {
            None => answer(None, *id, Some(Refusal::plain(ErrorCode::UNKNOWN_TOPIC_ID))),
            Some(topic) if allowed(&topic.name) => chosen.push(topic),
            Some(topic) if visible(&topic.name) => answer(Some(topic.name.clone()), *id, denied()),
            Some(_) => answer(None, *id, denied()),
        }
    }
    for name in names.into_iter().filter(|name| !names_twice.contains(*name)) {
        match image.topics.by_name(name) {
            _ if !visible(name) => answer(Some(name.clone()), Uuid::ZERO, denied()),
            None => {
                let refusal = Refusal::plain(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION);
                answer(Some(name.clone()), Uuid::ZERO, Some(refusal));
            }
            Some(_) if !allowed(name) => answer(Some(name.clone()), Uuid::ZERO, denied()),
            Some(topic) if ids_twice.contains(&topic.id) || chosen.iter().any(|t| t.id == topic.id) => {
                chosen.retain(|t| t.id != topic.id);
                let refusal =
                    Refusal::invalid_request("The provided topic name maps to an ID that was already supplied.");
                answer(Some(name.clone()), topic.id, Some(refusal));
            }
            Some(topic) => chosen.push(topic),
        }
    }
    let mut records = Vec::new();
    for topic in chosen {
        records.push(RemoveTopicRecord { topic_id: topic.id, ..Default::default() }.into());
        answer(Some(topic.name.clone()), topic.id, None);
    }
    Decision { records, reply: replies }
}
