//! CreatePartitions, decided.

use kt_codec::Str;
use kt_codec::create_partitions_request::{CreatePartitionsRequest, CreatePartitionsTopic};
use kt_codec::create_partitions_response::CreatePartitionsTopicResult;

use super::assign::{check_assignment, partition_record, place_active};
use super::{TOO_MANY_PARTITIONS, twice};
use crate::broker::controller::decide::{Decision, MAX_RECORDS, Random, Refusal};
use crate::broker::controller::image::Image;
use crate::broker::controller::record::Record;
use crate::protocol::code::ErrorCode;

/// CreatePartitions.
pub fn create_partitions(
    image: &Image,
    request: &CreatePartitionsRequest,
    allowed: impl Fn(&str) -> bool,
    random: &mut dyn Random,
) -> Decision<Vec<CreatePartitionsTopicResult>> {
    let mut replies = Vec::new();
    let mut answer = |name: &Str, refusal: Refusal| {
        replies.push(CreatePartitionsTopicResult {
            name: name.clone(),
            error_code: refusal.code.code(),
            error_message: refusal.message,
            ..Default::default()
        });
    };
    let twice = twice(request.topics.iter().map(|t| &t.name));
    for name in &twice {
        answer(name, Refusal::invalid_request("Duplicate topic name."));
    }
    let mut records = Vec::new();
    for topic in request.topics.iter().filter(|t| !twice.contains(&t.name)) {
        if !allowed(&topic.name) {
            answer(&topic.name, Refusal { code: ErrorCode::TOPIC_AUTHORIZATION_FAILED, message: None });
            continue;
        }
        match add_partitions(image, topic, MAX_RECORDS - records.len(), random) {
            Ok(mut new) => {
                records.append(&mut new);
                answer(&topic.name, Refusal { code: ErrorCode::NONE, message: None });
            }
            Err(refusal) => answer(&topic.name, refusal),
        }
    }
    Decision { records, reply: replies }.only_if(!request.validate_only)
}

fn add_partitions(
    image: &Image,
    wanted: &CreatePartitionsTopic,
    room: usize,
    random: &mut dyn Random,
) -> Result<Vec<Record>, Refusal> {
    let unknown = || Refusal { code: ErrorCode::UNKNOWN_TOPIC_OR_PARTITION, message: None };
    let topic = image.topics.by_name(&wanted.name).ok_or_else(unknown)?;
    let now = topic.partitions.len() as i32;
    if wanted.count == now {
        let message = format!("Topic already has {now} partition(s).");
        return Err(Refusal::new(ErrorCode::INVALID_PARTITIONS, message));
    }
    if wanted.count < now {
        let message = format!(
            "The topic {} currently has {now} partition(s); {} would not be an increase.",
            wanted.name, wanted.count
        );
        return Err(Refusal::new(ErrorCode::INVALID_PARTITIONS, message));
    }
    let additional = (wanted.count - now) as usize;
    if let Some(given) = wanted.assignments.as_ref().filter(|a| a.len() != additional) {
        let message = format!(
            "Attempted to add {additional} additional partition(s), but only {} assignment(s) were specified.",
            given.len()
        );
        return Err(Refusal::new(ErrorCode::INVALID_REPLICA_ASSIGNMENT, message));
    }
    // The original fails half-way through this one, with some of the partitions made.
    if additional > room {
        return Err(Refusal::new(ErrorCode::POLICY_VIOLATION, TOO_MANY_PARTITIONS));
    }
    let factor = topic.partitions.first().map_or(1, |p| p.replicas.len());
    let assignments = match &wanted.assignments {
        None => place_active(image, random, additional, i16::try_from(factor).unwrap_or(i16::MAX))?,
        Some(given) => {
            for (partition, assignment) in (now..).zip(given) {
                check_assignment(image, partition, &assignment.broker_ids, Some(factor))?;
            }
            given.iter().map(|a| a.broker_ids.clone()).collect()
        }
    };
    let records = (now..).zip(assignments).map(|(id, replicas)| partition_record(image, topic.id, id, replicas));
    Ok(records.collect())
}
