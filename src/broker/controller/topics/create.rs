//! CreateTopics, decided.

use std::collections::{BTreeSet, HashMap};

use kt_codec::create_topics_request::{CreatableTopic, CreateTopicsRequest};
use kt_codec::{Str, Uuid};

use super::assign::{assigned, partition_record, place_active};
use super::{METADATA_TOPIC, TOO_MANY_PARTITIONS, check_name, twice};
use crate::broker::controller::decide::{Decision, MAX_RECORDS, Random, Refusal};
use crate::broker::controller::image::{Image, Overrides, ResourceType};
use crate::broker::controller::record::{ConfigRecord, Record, TopicRecord};
use crate::config::topic::{self, TopicDefaults};
use crate::protocol::code::ErrorCode;

const TOO_MANY_RECORDS: &str = "Unable to perform excessively large batch operation.";

/// What a broker's settings say of new topics.
pub struct Rules<'a> {
    pub default_partitions: i32,
    pub default_replication_factor: i16,
    pub defaults: &'a TopicDefaults,
}

/// What became of one topic of a CreateTopics request.
#[derive(Debug, Clone, PartialEq)]
pub struct Created {
    pub id: Uuid,
    pub partitions: i32,
    pub replication_factor: i16,
    pub overrides: Overrides,
}

/// The topics of a CreateTopics request, each with its outcome. The handler adds the configs to the reply.
pub type CreateOutcome = Vec<(Str, Result<Created, Refusal>)>;

/// CreateTopics. `allowed` says whether the client may create a topic of this name.
pub fn create(
    image: &Image,
    request: &CreateTopicsRequest,
    rules: &Rules<'_>,
    allowed: impl Fn(&str) -> bool,
    random: &mut dyn Random,
) -> Decision<CreateOutcome> {
    let twice = twice(request.topics.iter().map(|t| &t.name));
    let refuse_all = |message: &str| {
        let refusal = Refusal::new(ErrorCode::POLICY_VIOLATION, message);
        let mut names = BTreeSet::new();
        let each = request.topics.iter().filter(|t| names.insert(&t.name));
        Decision::reply(each.map(|t| (t.name.clone(), Err(refusal.clone()))).collect())
    };
    let total: i64 = request.topics.iter().map(|t| i64::from(partitions_asked(t, rules))).sum();
    if total > MAX_RECORDS as i64 {
        return refuse_all(TOO_MANY_PARTITIONS);
    }
    let mut records = Vec::new();
    let mut outcome: CreateOutcome = Vec::new();
    let mut names: HashMap<String, Str> = HashMap::new();
    for wanted in request.topics.iter().filter(|t| !twice.contains(&t.name)) {
        let result = if &*wanted.name == METADATA_TOPIC {
            let message = format!("Creation of internal topic {METADATA_TOPIC} is prohibited.");
            Err(Refusal::invalid_request(message))
        } else if !allowed(&wanted.name) {
            Err(Refusal::new(ErrorCode::TOPIC_AUTHORIZATION_FAILED, "Authorization failed."))
        } else {
            create_one(image, wanted, rules, &mut names, random)
        };
        outcome.push((
            wanted.name.clone(),
            result.map(|(created, mut new)| {
                records.append(&mut new);
                created
            }),
        ));
    }
    if records.len() > MAX_RECORDS {
        return refuse_all(TOO_MANY_RECORDS);
    }
    let duplicate = || Err(Refusal::invalid_request("Duplicate topic name."));
    outcome.extend(twice.into_iter().map(|name| (name, duplicate())));
    Decision { records, reply: outcome }.only_if(!request.validate_only)
}

fn partitions_asked(topic: &CreatableTopic, rules: &Rules<'_>) -> i32 {
    match topic.num_partitions {
        _ if !topic.assignments.is_empty() => i32::try_from(topic.assignments.len()).unwrap_or(i32::MAX),
        -1 => rules.default_partitions,
        n => n.max(0),
    }
}

/// `names`: the new names of this request, by their form without dots, for topics of one request collide too.
fn create_one(
    image: &Image,
    wanted: &CreatableTopic,
    rules: &Rules<'_>,
    names: &mut HashMap<String, Str>,
    random: &mut dyn Random,
) -> Result<(Created, Vec<Record>), Refusal> {
    let name = &wanted.name;
    check_name(name).map_err(|why| Refusal::new(ErrorCode::INVALID_TOPIC_EXCEPTION, why))?;
    if image.topics.by_name(name).is_some() {
        return Err(Refusal::new(ErrorCode::TOPIC_ALREADY_EXISTS, format!("Topic '{name}' already exists.")));
    }
    let unified = name.replace('.', "_");
    if let Some(other) = image.topics.collision(name).or_else(|| names.get(&unified)) {
        let message = format!("Topic '{name}' collides with existing topic: {other}");
        return Err(Refusal::new(ErrorCode::INVALID_TOPIC_EXCEPTION, message));
    }
    let given = wanted.configs.iter().map(|c| (&*c.name, c.value.as_deref()));
    let overrides = topic::without_nulls("topic", given)?;
    if !overrides.is_empty() {
        topic::validate(rules.defaults, &Overrides::new(), &overrides)?;
    }
    let assignments =
        if wanted.assignments.is_empty() { placed(image, wanted, rules, random)? } else { assigned(image, wanted)? };
    let id = random.uuid();
    let mut records = vec![TopicRecord { name: name.clone(), topic_id: id, ..Default::default() }.into()];
    records.extend(overrides.iter().map(|(key, value)| config(name, key, value)));
    let created = Created {
        id,
        partitions: assignments.len() as i32,
        replication_factor: assignments.first().map_or(0, |replicas| replicas.len() as i16),
        overrides,
    };
    for (partition, replicas) in (0..).zip(assignments) {
        records.push(partition_record(image, id, partition, replicas));
    }
    names.insert(unified, name.clone());
    Ok((created, records))
}

fn config(topic: &Str, key: &str, value: &str) -> Record {
    ConfigRecord {
        resource_type: ResourceType::TOPIC.0,
        resource_name: topic.clone(),
        name: key.into(),
        value: Some(value.into()),
        ..Default::default()
    }
    .into()
}

/// Where the broker chooses the replicas.
fn placed(
    image: &Image,
    wanted: &CreatableTopic,
    rules: &Rules<'_>,
    random: &mut dyn Random,
) -> Result<Vec<Vec<i32>>, Refusal> {
    if wanted.replication_factor < -1 || wanted.replication_factor == 0 {
        return Err(Refusal::new(
            ErrorCode::INVALID_REPLICATION_FACTOR,
            "Replication factor must be larger than 0, or -1 to use the default value.",
        ));
    }
    if wanted.num_partitions < -1 || wanted.num_partitions == 0 {
        return Err(Refusal::new(
            ErrorCode::INVALID_PARTITIONS,
            "Number of partitions was set to an invalid non-positive value.",
        ));
    }
    let factor = match wanted.replication_factor {
        -1 => rules.default_replication_factor,
        factor => factor,
    };
    let count = usize::try_from(partitions_asked(wanted, rules)).unwrap_or(0);
    place_active(image, random, count, factor)
}
