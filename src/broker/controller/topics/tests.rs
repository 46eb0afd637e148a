//! The texts are the original's, as a broker of 4.3.1 answered them.

use kt_codec::Uuid;
use kt_codec::create_partitions_request::{CreatePartitionsAssignment, CreatePartitionsRequest, CreatePartitionsTopic};
use kt_codec::create_topics_request::{
    CreatableReplicaAssignment, CreatableTopic, CreatableTopicConfig, CreateTopicsRequest,
};
use kt_codec::delete_topics_request::{DeleteTopicState, DeleteTopicsRequest};

use super::create::{CreateOutcome, Rules, create};
use super::delete::delete;
use super::grow::create_partitions;
use crate::broker::controller::decide::{Decision, Seeded};
use crate::broker::controller::image::{Image, TopicChange};
use crate::broker::controller::record::{FeatureLevelRecord, RegisterBrokerRecord};
use crate::config::topic::TopicDefaults;

const DIRECTORY: Uuid = Uuid([3; 16]);

fn image() -> Image {
    let mut image = Image::empty("cluster".into());
    let level = FeatureLevelRecord { name: "metadata.version".into(), feature_level: 30, ..Default::default() };
    image.apply(level.into()).unwrap();
    let broker = RegisterBrokerRecord { broker_id: 1, fenced: false, log_dirs: vec![DIRECTORY], ..Default::default() };
    image.apply(broker.into()).unwrap();
    image
}

fn topic(name: &str, partitions: i32, factor: i16) -> CreatableTopic {
    CreatableTopic { name: name.into(), num_partitions: partitions, replication_factor: factor, ..Default::default() }
}

fn with(mut topic: CreatableTopic, configs: &[(&str, Option<&str>)]) -> CreatableTopic {
    let config = |(name, value): &(&str, Option<&str>)| CreatableTopicConfig {
        name: (*name).into(),
        value: value.map(Into::into),
        ..Default::default()
    };
    topic.configs = configs.iter().map(config).collect();
    topic
}

fn manual(name: &str, partitions: &[(i32, &[i32])]) -> CreatableTopic {
    let assignment = |(partition, brokers): &(i32, &[i32])| CreatableReplicaAssignment {
        partition_index: *partition,
        broker_ids: brokers.to_vec(),
        ..Default::default()
    };
    CreatableTopic { assignments: partitions.iter().map(assignment).collect(), ..topic(name, -1, -1) }
}

fn decide(image: &Image, topics: Vec<CreatableTopic>) -> Decision<CreateOutcome> {
    let request = CreateTopicsRequest { topics, ..Default::default() };
    let defaults = TopicDefaults::default();
    let rules = Rules { default_partitions: 2, default_replication_factor: 1, defaults: &defaults };
    create(image, &request, &rules, |_| true, &mut Seeded(1))
}

/// Creates and applies; all must succeed.
fn made(image: &Image, topics: Vec<CreatableTopic>) -> Image {
    let decision = decide(image, topics);
    assert!(decision.reply.iter().all(|(_, result)| result.is_ok()), "{:?}", decision.reply);
    let mut next = image.clone();
    decision.records.into_iter().for_each(|record| next.apply(record).unwrap());
    next
}

/// What is answered for the one topic that cannot be created.
fn refused(image: &Image, topic: CreatableTopic) -> String {
    let decision = decide(image, vec![topic]);
    assert!(decision.records.is_empty());
    let refusal = decision.reply[0].1.clone().unwrap_err();
    format!("{}: {}", refusal.code, refusal.message.unwrap_or_default())
}

#[test]
fn a_topic_is_its_record_then_configs_then_partitions() {
    let decision = decide(&image(), vec![with(topic("t", 2, 1), &[("retention.ms", Some("5"))])]);
    let names: Vec<_> = decision.records.iter().map(|r| r.name()).collect();
    assert_eq!(names, ["TopicRecord", "ConfigRecord", "PartitionRecord", "PartitionRecord"]);
    let image = made(&image(), vec![with(topic("t", 2, 1), &[("retention.ms", Some("5"))])]);
    let topic = image.topics.by_name("t").unwrap();
    assert_eq!(image.topics.by_id(&topic.id).unwrap().name, "t");
    let partition = topic.partition(1).unwrap();
    assert_eq!((partition.leader, partition.leader_epoch, &partition.isr[..]), (1, 0, &[1][..]));
    assert_eq!((partition.directory(1), topic.partition(2)), (Some(DIRECTORY), None));
    assert_eq!(image.topic_overrides("t").unwrap()["retention.ms"], "5");
}

#[test]
fn minus_one_takes_the_brokers_defaults() {
    let decision = decide(&image(), vec![topic("t", -1, -1)]);
    let created = decision.reply[0].1.clone().unwrap();
    assert_eq!((created.partitions, created.replication_factor), (2, 1));
}

#[test]
fn names_are_refused_in_the_originals_words() {
    let image = made(&image(), vec![topic("ok", 1, 1), topic("one.dot", 1, 1)]);
    let long = "x".repeat(250);
    for (name, error) in [
        ("", "INVALID_TOPIC_EXCEPTION: Topic name is invalid: the empty string is not allowed"),
        (".", "INVALID_TOPIC_EXCEPTION: Topic name is invalid: '.' is not allowed"),
        ("..", "INVALID_TOPIC_EXCEPTION: Topic name is invalid: '..' is not allowed"),
        (
            "ä",
            "INVALID_TOPIC_EXCEPTION: Topic name is invalid: 'ä' contains one or more characters other than ASCII \
             alphanumerics, '.', '_' and '-'",
        ),
        ("ok", "TOPIC_ALREADY_EXISTS: Topic 'ok' already exists."),
        ("one_dot", "INVALID_TOPIC_EXCEPTION: Topic 'one_dot' collides with existing topic: one.dot"),
        ("__cluster_metadata", "INVALID_REQUEST: Creation of internal topic __cluster_metadata is prohibited."),
    ] {
        assert_eq!(refused(&image, topic(name, 1, 1)), error);
    }
    assert_eq!(
        refused(&image, topic(&long, 1, 1)),
        format!(
            "INVALID_TOPIC_EXCEPTION: Topic name is invalid: the length of '{long}' is longer than the max allowed length 249"
        )
    );
}

#[test]
fn counts_are_refused_in_the_originals_words() {
    let image = image();
    let partitions = "INVALID_PARTITIONS: Number of partitions was set to an invalid non-positive value.";
    let factor =
        "INVALID_REPLICATION_FACTOR: Replication factor must be larger than 0, or -1 to use the default value.";
    assert_eq!(refused(&image, topic("t", 0, 1)), partitions);
    assert_eq!(refused(&image, topic("t", -2, 1)), partitions);
    assert_eq!(refused(&image, topic("t", 0, 2)), partitions);
    assert_eq!(refused(&image, topic("t", 1, 0)), factor);
    assert_eq!(refused(&image, topic("t", 0, -2)), factor);
    assert_eq!(
        refused(&image, topic("t", 1, 2)),
        "INVALID_REPLICATION_FACTOR: Unable to replicate the partition 2 time(s): The target replication factor of 2 \
         cannot be reached because only 1 broker(s) are registered or some brokers have all their log directories \
         cordoned."
    );
}

#[test]
fn ten_thousand_partitions_are_the_limit_of_a_request() {
    let image = image();
    let policy = "POLICY_VIOLATION: Excessively large number of partitions per request.";
    assert_eq!(refused(&image, topic("t", 10_001, 1)), policy);
    assert_eq!(refused(&image, topic("t", i32::MAX, 1)), policy);
    let both = decide(&image, vec![topic("a", 6_000, 1), topic("b", 6_000, 1)]);
    assert!(both.records.is_empty() && both.reply.len() == 2 && both.reply.iter().all(|(_, r)| r.is_err()));
    // The topic's own record is one too many.
    let all = "POLICY_VIOLATION: Unable to perform excessively large batch operation.";
    assert_eq!(refused(&image, topic("t", 10_000, 1)), all);
    assert_eq!(made(&image, vec![topic("t", 9_999, 1)]).topics.partition_count(), 9_999);
}

#[test]
fn configs_are_refused_in_the_originals_words() {
    let image = image();
    for (configs, error) in [
        (&[("nope", Some("1"))][..], "INVALID_CONFIG: Unknown topic config name: nope"),
        (
            &[("retention.ms", Some("abc"))],
            "INVALID_CONFIG: Invalid value abc for configuration retention.ms: Not a number of type LONG",
        ),
        (
            &[("retention.ms", None), ("segment.ms", None), ("nope", Some("1"))],
            "INVALID_CONFIG: Null value not supported for topic configs: retention.ms,segment.ms",
        ),
    ] {
        assert_eq!(refused(&image, with(topic("t", 1, 1), configs)), error);
    }
}

#[test]
fn assignments_are_refused_in_the_originals_words() {
    let image = image();
    for (partitions, error) in [
        (&[(0, &[1][..]), (2, &[1])][..], "partitions should be a consecutive 0-based integer sequence"),
        (&[(0, &[9])], "The manual partition assignment includes broker 9, but no such broker is registered."),
        (&[(0, &[1, 1])], "The manual partition assignment includes the broker 1 more than once."),
        (&[(0, &[])], "The manual partition assignment includes an empty replica list."),
        (&[(0, &[1]), (0, &[1])], "Found multiple manual partition assignments for partition 0"),
    ] {
        assert_eq!(refused(&image, manual("t", partitions)), format!("INVALID_REPLICA_ASSIGNMENT: {error}"));
    }
    let created = decide(&image, vec![manual("t", &[(1, &[1]), (0, &[1])])]).reply[0].1.clone().unwrap();
    assert_eq!((created.partitions, created.replication_factor), (2, 1));
    let both = CreatableTopic { num_partitions: 3, ..manual("t", &[(0, &[1])]) };
    assert_eq!(
        refused(&image, both),
        "INVALID_REQUEST: A manual partition assignment was specified, but numPartitions was not set to -1."
    );
}

#[test]
fn a_name_given_twice_is_refused_and_the_others_are_created() {
    let decision = decide(&image(), vec![topic("a", 1, 1), topic("b", 1, 1), topic("a", 2, 1)]);
    let outcome: Vec<_> = decision.reply.iter().map(|(name, r)| (&**name, r.is_ok())).collect();
    assert_eq!(outcome, [("b", true), ("a", false)]);
}

#[test]
fn topics_of_one_request_collide_too() {
    let decision = decide(&image(), vec![topic("a.b", 1, 1), topic("a_b", 1, 1)]);
    assert_eq!(decision.reply.iter().filter(|(_, r)| r.is_ok()).count(), 1);
}

#[test]
fn validate_only_writes_nothing() {
    let request = CreateTopicsRequest { topics: vec![topic("t", 3, 1)], validate_only: true, ..Default::default() };
    let defaults = TopicDefaults::default();
    let rules = Rules { default_partitions: 1, default_replication_factor: 1, defaults: &defaults };
    let decision = create(&image(), &request, &rules, |_| true, &mut Seeded(1));
    assert!(decision.records.is_empty() && decision.reply[0].1.as_ref().unwrap().partitions == 3);
}

#[test]
fn deleting_answers_each_name_and_id() {
    let image = made(&image(), vec![topic("a", 1, 1), topic("b", 1, 1), topic("c", 1, 1)]);
    let id = |name: &str| image.topics.id(name).unwrap();
    let state =
        |name: Option<&str>, topic_id| DeleteTopicState { name: name.map(Into::into), topic_id, ..Default::default() };
    let request = DeleteTopicsRequest {
        topics: vec![
            state(Some("a"), Uuid::ZERO),
            state(None, id("b")),
            state(Some("nosuch"), Uuid::ZERO),
            state(None, Uuid([9; 16])),
            state(None, Uuid::ZERO),
            state(Some("c"), id("c")),
        ],
        ..Default::default()
    };
    let decision = delete(&image, &request, |_| true, |_| true);
    assert_eq!(decision.records.len(), 2);
    let mut answers: Vec<_> = decision
        .reply
        .iter()
        .map(|r| (r.name.as_deref().unwrap_or("-"), r.error_code, r.error_message.as_deref().unwrap_or("-")))
        .collect();
    answers.sort();
    assert_eq!(
        answers,
        [
            ("-", 42, "Neither topic name nor id were specified."),
            ("-", 100, "This server does not host this topic ID."),
            ("a", 0, "-"),
            ("b", 0, "-"),
            ("c", 42, "You may not specify both topic name and topic id."),
            ("nosuch", 3, "This server does not host this topic-partition."),
        ]
    );
    let mut next = image.clone();
    decision.records.into_iter().for_each(|record| next.apply(record).unwrap());
    assert_eq!(next.topics.names(), ["c"]);
    assert_eq!(next.topics.since(&image.topics).len(), 2);
}

#[test]
fn a_topic_named_and_given_by_id_is_not_deleted() {
    let image = made(&image(), vec![topic("a", 1, 1)]);
    let by_id = DeleteTopicState { topic_id: image.topics.id("a").unwrap(), name: None, ..Default::default() };
    let by_name = DeleteTopicState { name: Some("a".into()), ..Default::default() };
    let request = DeleteTopicsRequest { topics: vec![by_id, by_name], ..Default::default() };
    let decision = delete(&image, &request, |_| true, |_| true);
    assert!(decision.records.is_empty() && decision.reply.iter().all(|r| r.error_code == 42));
}

#[test]
fn a_topic_made_again_is_another_topic() {
    let first = made(&image(), vec![topic("a.b", 1, 1)]);
    let request = DeleteTopicsRequest { topic_names: vec!["a.b".into()], ..Default::default() };
    let mut gone = first.clone();
    for record in delete(&first, &request, |_| true, |_| true).records {
        gone.apply(record).unwrap();
    }
    assert!(gone.topics.is_empty() && gone.topics.collision("a_b").is_none());
    assert!(matches!(gone.topics.since(&first.topics)[..], [TopicChange::Deleted(_)]));
    assert_eq!(gone.topics.partition_count(), 0);
}

fn grow(image: &Image, name: &str, count: i32, assignments: Option<&[&[i32]]>) -> Result<Image, String> {
    let assignment = |ids: &&[i32]| CreatePartitionsAssignment { broker_ids: ids.to_vec(), ..Default::default() };
    let request = CreatePartitionsRequest {
        topics: vec![CreatePartitionsTopic {
            name: name.into(),
            count,
            assignments: assignments.map(|a| a.iter().map(assignment).collect()),
            ..Default::default()
        }],
        ..Default::default()
    };
    let decision = create_partitions(image, &request, |_| true, &mut Seeded(1));
    let reply = &decision.reply[0];
    if reply.error_code != 0 {
        assert!(decision.records.is_empty());
        return Err(reply.error_message.as_deref().unwrap_or("-").to_owned());
    }
    let mut next = image.clone();
    decision.records.into_iter().for_each(|record| next.apply(record).unwrap());
    Ok(next)
}

#[test]
fn partitions_are_added_and_refused_in_the_originals_words() {
    let image = made(&image(), vec![topic("ok", 3, 1)]);
    for (name, count, assignments, error) in [
        ("ok", 3, None, "Topic already has 3 partition(s)."),
        ("ok", 2, None, "The topic ok currently has 3 partition(s); 2 would not be an increase."),
        ("ok", -1, None, "The topic ok currently has 3 partition(s); -1 would not be an increase."),
        // No message of its own: the code says it.
        ("nosuch", 2, None, "-"),
        (
            "ok",
            5,
            Some(&[&[1][..]][..]),
            "Attempted to add 2 additional partition(s), but only 1 assignment(s) were specified.",
        ),
        (
            "ok",
            4,
            Some(&[&[7]]),
            "The manual partition assignment includes broker 7, but no such broker is registered.",
        ),
        ("ok", 4, Some(&[&[1, 1]]), "The manual partition assignment includes the broker 1 more than once."),
        ("ok", 4, Some(&[&[]]), "The manual partition assignment includes an empty replica list."),
        ("ok", i32::MAX, None, "Excessively large number of partitions per request."),
    ] {
        assert_eq!(grow(&image, name, count, assignments).unwrap_err(), error);
    }
    let grown = grow(&image, "ok", 5, None).unwrap();
    assert_eq!((image.topics.partition_count(), grown.topics.partition_count()), (3, 5));
    assert_eq!(grown.topics.by_name("ok").unwrap().partition(4).unwrap().leader, 1);
}
