//! The texts are the original's, as a broker of 4.3.1 answered them.

use super::*;
use crate::broker::controller::record::{FeatureLevelRecord, TopicRecord};
use crate::config::Overrides as Settings;

const SET: i8 = 0;
const DELETE: i8 = 1;
const APPEND: i8 = 2;
const SUBTRACT: i8 = 3;
const TOPIC: i8 = 2;
const BROKER: i8 = 4;
const GROUP: i8 = 32;
const METRICS: i8 = 16;

fn image() -> Image {
    let mut image = Image::empty("c".into());
    let feature = |name: &str, feature_level| {
        Record::from(FeatureLevelRecord { name: name.into(), feature_level, ..Default::default() })
    };
    image.apply(feature("metadata.version", 30)).unwrap();
    image.apply(feature("eligible.leader.replicas.version", 1)).unwrap();
    image
        .apply(TopicRecord { name: "ok".into(), topic_id: kt_codec::Uuid([1; 16]), ..Default::default() }.into())
        .unwrap();
    image
}

fn wanted(kind: i8, name: &str, changes: &[(&str, i8, Option<&str>)]) -> Wanted {
    let change =
        |(name, operation, value): &(&str, i8, Option<&str>)| ((*name).into(), *operation, value.map(Str::from));
    Wanted { kind, name: name.into(), changes: Changes::Incremental(changes.iter().map(change).collect()) }
}

fn decide(image: &Image, wanted: &[Wanted]) -> Decision<Vec<Result<(), Refusal>>> {
    let empty = Settings::new();
    let of = |resource: Resource| image.overrides(&resource).map(|o| (**o).clone()).unwrap_or_default();
    let layers = Layers::new(empty, &of(Resource::all_brokers()), &of(Resource::broker(1)));
    let defaults = TopicDefaults::of(&layers);
    alter(
        image,
        wanted,
        false,
        &Rules { node_id: 1, layers: &layers, defaults: &defaults, is_logger: |_| false },
        |_| Ok(()),
    )
}

fn refused(image: &Image, kind: i8, name: &str, changes: &[(&str, i8, Option<&str>)]) -> String {
    let decision = decide(image, &[wanted(kind, name, changes)]);
    assert!(decision.records.is_empty());
    let refusal = decision.reply[0].clone().expect_err("it is refused");
    format!("{}: {}", refusal.code, refusal.message.unwrap_or_default())
}

fn altered(image: &mut Image, kind: i8, name: &str, changes: &[(&str, i8, Option<&str>)]) -> usize {
    let decision = decide(image, &[wanted(kind, name, changes)]);
    assert_eq!(decision.reply, [Ok(())]);
    let count = decision.records.len();
    decision.records.into_iter().for_each(|record| image.apply(record).unwrap());
    count
}

#[test]
fn a_topics_settings_are_set_appended_subtracted_and_deleted() {
    let mut image = image();
    let policy = |image: &Image| image.topic_overrides("ok").map(|o| o["cleanup.policy"].clone());
    altered(&mut image, TOPIC, "ok", &[("cleanup.policy", APPEND, Some("compact"))]);
    assert_eq!(policy(&image).as_deref(), Some("delete,compact"));
    assert_eq!(altered(&mut image, TOPIC, "ok", &[("cleanup.policy", APPEND, Some("compact"))]), 0);
    altered(&mut image, TOPIC, "ok", &[("cleanup.policy", SUBTRACT, Some("delete"))]);
    assert_eq!(policy(&image).as_deref(), Some("compact"));
    altered(&mut image, TOPIC, "ok", &[("cleanup.policy", DELETE, None)]);
    assert!(image.topic_overrides("ok").is_none());
}

#[test]
fn topics_are_refused_in_the_originals_words() {
    let image = image();
    for (name, key, operation, value, error) in [
        ("nosuch", "retention.ms", SET, Some("1"), "UNKNOWN_TOPIC_OR_PARTITION: The topic 'nosuch' does not exist."),
        ("", "retention.ms", SET, Some("1"), "INVALID_REQUEST: Default topic resources are not allowed."),
        ("ok", "nope", SET, Some("1"), "INVALID_CONFIG: Unknown topic config name: nope"),
        (
            "nosuch",
            "retention.ms",
            SET,
            Some("x"),
            "INVALID_CONFIG: Invalid value x for configuration retention.ms: Not a number of type LONG",
        ),
        (
            "ok",
            "retention.ms",
            APPEND,
            Some("1"),
            "INVALID_CONFIG: Can't APPEND to key retention.ms because its type is not LIST.",
        ),
        ("ok", "retention.ms", SET, None, "INVALID_REQUEST: Null value not supported for : retention.ms"),
    ] {
        assert_eq!(refused(&image, TOPIC, name, &[(key, operation, value)]), error);
    }
    assert!(refused(&image, TOPIC, "a b", &[]).starts_with("INVALID_TOPIC_EXCEPTION: Topic name is invalid: 'a b'"));
    let twice = [("retention.ms", SET, Some("1")), ("retention.ms", DELETE, None)];
    assert_eq!(refused(&image, TOPIC, "ok", &twice), "INVALID_REQUEST: Error due to duplicate config keys");
    let long = "0:1,".repeat(9_000);
    let error = refused(&image, TOPIC, "ok", &[("leader.replication.throttled.replicas", SET, Some(&long))]);
    assert!(error.ends_with("it exceeds the maximum value size of 32767 bytes."), "{error}");
}

#[test]
fn brokers_are_refused_in_the_originals_words() {
    let image = image();
    for (name, key, operation, value, error) in [
        ("9", "log.retention.ms", SET, Some("1"), "INVALID_REQUEST: Unexpected broker id, expected 1, but received 9"),
        ("x", "log.retention.ms", SET, Some("1"), "INVALID_REQUEST: Node id must be an integer, but it is: x"),
        (
            "1",
            "num.partitions",
            SET,
            Some("3"),
            "INVALID_REQUEST: Cannot update these configs dynamically: [num.partitions]",
        ),
        (
            "1",
            "log.retention.ms",
            SET,
            Some("x"),
            "INVALID_REQUEST: Invalid value x for configuration log.retention.ms: Not a number of type LONG",
        ),
        (
            "1",
            MIN_ISR,
            SET,
            Some("2"),
            "INVALID_CONFIG: Broker-level min.insync.replicas cannot be altered while ELR is enabled.",
        ),
        (
            "",
            MIN_ISR,
            DELETE,
            None,
            "INVALID_CONFIG: Cluster-level min.insync.replicas cannot be removed while ELR is enabled.",
        ),
        (
            "",
            "log.retention.ms",
            APPEND,
            Some("1"),
            "INVALID_CONFIG: Config value append is not allowed for config key: log.retention.ms",
        ),
    ] {
        assert_eq!(refused(&image, BROKER, name, &[(key, operation, value)]), error);
    }
}

#[test]
fn a_new_minimum_of_replicas_in_sync_clears_the_eligible_leaders() {
    let names = |kind, name: &str| -> Vec<_> {
        let decision = decide(&image(), &[wanted(kind, name, &[(MIN_ISR, SET, Some("2"))])]);
        decision.records.iter().map(|r| r.name()).collect()
    };
    assert_eq!(names(BROKER, ""), ["ConfigRecord", "ClearElrRecord"]);
    assert_eq!(names(TOPIC, "ok"), ["ConfigRecord", "ClearElrRecord"]);
}

#[test]
fn groups_subscriptions_and_loggers_answer_as_the_originals() {
    let image = image();
    assert_eq!(
        refused(&image, GROUP, "g", &[("nope", SET, Some("5"))]),
        "INVALID_CONFIG: Unknown group config name: nope"
    );
    assert_eq!(
        refused(&image, GROUP, "", &[("consumer.session.timeout.ms", SET, Some("50000"))]),
        "INVALID_REQUEST: Default group resources are not allowed."
    );
    assert_eq!(
        refused(&image, METRICS, "", &[("interval.ms", SET, Some("5000"))]),
        "INVALID_REQUEST: Subscription name can't be empty"
    );
    assert_eq!(
        refused(&image, 8, "1", &[("kafka", SET, Some("DEBUG"))]),
        "INVALID_CONFIG: Logger kafka does not exist!"
    );
    assert_eq!(refused(&image, 7, "x", &[]), "INVALID_REQUEST: Unknown resource type 7");
    assert_eq!(
        decide(&image, &[wanted(GROUP, "g", &[("consumer.session.timeout.ms", SET, Some("50000"))])]).records.len(),
        1
    );
}

#[test]
fn a_resource_that_occurs_twice_is_refused_twice_and_the_others_are_changed() {
    let set = |value| wanted(TOPIC, "ok", &[("retention.ms", SET, Some(value))]);
    let group = wanted(GROUP, "g", &[("consumer.session.timeout.ms", SET, Some("50000"))]);
    let decision = decide(&image(), &[set("1"), group, set("2")]);
    let outcomes: Vec<_> = decision.reply.iter().map(Result::is_ok).collect();
    assert_eq!((outcomes, decision.records.len()), (vec![false, true, false], 1));
}

#[test]
fn alter_configs_replaces_all_settings() {
    let mut image = image();
    altered(&mut image, TOPIC, "ok", &[("retention.ms", SET, Some("1")), ("segment.ms", SET, Some("1000"))]);
    let changes = Changes::Replace(vec![("segment.ms".into(), Some("2000".into()))]);
    let decision = decide(&image, &[Wanted { kind: TOPIC, name: "ok".into(), changes }]);
    decision.records.into_iter().for_each(|record| image.apply(record).unwrap());
    let overrides: Vec<_> = image.topic_overrides("ok").unwrap().iter().map(|(k, v)| format!("{k}={v}")).collect();
    assert_eq!(overrides, ["segment.ms=2000"]);
}
