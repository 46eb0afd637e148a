//! What a topic may set, with the answers of a real broker beside each attempt.

use super::*;

fn settings(entries: &[(&str, &str)]) -> Overrides {
    entries.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
}

fn refusal(entries: &[(&str, &str)]) -> String {
    match validate(&TopicDefaults::default(), &Overrides::new(), &settings(entries)) {
        Ok(()) => "ok".into(),
        Err(Refused::Config(message)) => message,
        Err(Refused::Request(message)) => panic!("an invalid request: {message}"),
    }
}

#[test]
fn wrong_settings_are_refused_in_kafkas_words() {
    let replicas = "must be the literal '*' or a list of replicas in the following format: \
                    [partitionId]:[brokerId],[partitionId]:[brokerId],...";
    let throttled = |value: &str| {
        format!(
            "Invalid value {value} for configuration leader.replication.throttled.replicas: \
             leader.replication.throttled.replicas {replicas}"
        )
    };
    let cases: &[(&[(&str, &str)], &str)] = &[
        (&[("foo", "1")], "Unknown topic config name: foo"),
        (&[("foo", "1"), ("bar", "2")], "Unknown topic config name: bar"),
        (&[("message.format.version", "2.8")], "Unknown topic config name: message.format.version"),
        (&[("retention.ms", "abc")], "Invalid value abc for configuration retention.ms: Not a number of type LONG"),
        (
            &[("segment.bytes", "-5")],
            "Invalid value -5 for configuration segment.bytes: Value must be at least 1048576",
        ),
        (
            &[("cleanup.policy", "foo")],
            "Invalid value foo for configuration cleanup.policy: String must be one of: compact, delete",
        ),
        (&[("cleanup.policy", "")], "ok"),
        (&[("cleanup.policy", "compact,compact")], "ok"),
        (&[("cleanup.policy", " compact , delete ")], "ok"),
        (&[("cleanup.policy", "compact,,delete")], "Configuration 'cleanup.policy' values must not be empty."),
        (
            &[("compression.type", "bar")],
            "Invalid value bar for configuration compression.type: String must be one of: uncompressed, zstd, lz4, \
             snappy, gzip, producer",
        ),
        (
            &[("compression.gzip.level", "0")],
            "Invalid value 0 for configuration compression.gzip.level: Value must be between 1 and 9 or equal to -1",
        ),
        (
            &[("compression.lz4.level", "18")],
            "Invalid value 18 for configuration compression.lz4.level: Value must be no more than 17",
        ),
        (
            &[("compression.zstd.level", "-131073")],
            "Invalid value -131073 for configuration compression.zstd.level: Value must be at least -131072",
        ),
        (
            &[("min.cleanable.dirty.ratio", "1.5")],
            "Invalid value 1.5 for configuration min.cleanable.dirty.ratio: Value must be no more than 1",
        ),
        (
            &[("min.cleanable.dirty.ratio", "-0.1")],
            "Invalid value -0.1 for configuration min.cleanable.dirty.ratio: Value must be at least 0",
        ),
        (&[("min.cleanable.dirty.ratio", "NaN")], "ok"),
        (
            &[("preallocate", "yes")],
            "Invalid value yes for configuration preallocate: Expected value to be either true or false",
        ),
        (
            &[("message.timestamp.type", "Foo")],
            "Invalid value Foo for configuration message.timestamp.type: String must be one of: CreateTime, \
             LogAppendTime",
        ),
        (
            &[("min.compaction.lag.ms", "10"), ("max.compaction.lag.ms", "5")],
            "conflict topic config setting min.compaction.lag.ms (10) > max.compaction.lag.ms (5)",
        ),
        (&[("leader.replication.throttled.replicas", "*")], "ok"),
        (&[("leader.replication.throttled.replicas", "0:1,1:2")], "ok"),
        (&[("leader.replication.throttled.replicas", "abc")], &throttled("[abc]")),
        (&[("leader.replication.throttled.replicas", "*,0:1")], &throttled("[*, 0:1]")),
        (
            &[("remote.storage.enable", "true")],
            "Tiered Storage functionality is disabled in the broker. Topic cannot be configured with remote log storage.",
        ),
        (&[("local.retention.ms", "100"), ("retention.ms", "10")], "ok"),
        (&[("internal.segment.bytes", "100")], "ok"),
        // Of two wrong values the one that Kafka defines first is reported.
        (
            &[("retention.ms", "abc"), ("segment.bytes", "1")],
            "Invalid value 1 for configuration segment.bytes: Value must be at least 1048576",
        ),
    ];
    for (entries, answer) in cases {
        assert_eq!(refusal(entries), *answer, "{entries:?}");
    }
}

#[test]
fn a_null_is_refused_before_anything_else() {
    assert_eq!(
        without_nulls("topic", [("retention.ms", None), ("segment.ms", Some("x"))]),
        Err(Refused::Config("Null value not supported for topic configs: retention.ms".into()))
    );
}

#[test]
fn a_topic_that_sets_nothing_has_kafkas_defaults() {
    let topic = TopicConfig::resolve(&TopicDefaults::default(), &Overrides::new());
    assert_eq!((topic.compact, topic.delete, topic.compression), (false, true, Compression::Producer));
    assert_eq!((topic.segment_bytes, topic.segment_ms), (1 << 30, 604_800_000));
    assert_eq!((topic.retention_ms, topic.retention_bytes), (604_800_000, -1));
    assert_eq!((topic.flush_ms, topic.flush_messages), (i64::MAX, i64::MAX));
    assert_eq!(topic.leader_throttled, Throttled::Only(vec![]));
}

#[test]
fn the_brokers_units_become_the_topics_milliseconds() {
    let fixed = |entries: &[(&str, &str)]| {
        let layers = Layers::new(settings(entries), &Overrides::new(), &Overrides::new());
        TopicConfig::resolve(&TopicDefaults::of(&layers), &Overrides::new())
    };
    assert_eq!(fixed(&[("log.retention.hours", "2")]).retention_ms, 7_200_000);
    assert_eq!(fixed(&[("log.retention.hours", "2"), ("log.retention.minutes", "3")]).retention_ms, 180_000);
    assert_eq!(fixed(&[("log.retention.hours", "-1")]).retention_ms, -1);
    assert_eq!(fixed(&[("log.retention.ms", "-7")]).retention_ms, -1);
    assert_eq!(fixed(&[("log.roll.hours", "1")]).segment_ms, 3_600_000);
    assert_eq!(fixed(&[("log.flush.scheduler.interval.ms", "9")]).flush_ms, 9);
    assert_eq!(fixed(&[("log.flush.scheduler.interval.ms", "9"), ("log.flush.interval.ms", "8")]).flush_ms, 8);
}

#[test]
fn a_topics_own_settings_hold_and_wrong_ones_from_a_stranger_do_not() {
    let own = settings(&[
        ("cleanup.policy", "compact"),
        ("compression.type", "zstd"),
        ("compression.zstd.level", "9"),
        ("max.compaction.lag.ms", "100"),
        ("segment.bytes", "1"),
        ("message.format.version", "0.11.0"),
        ("follower.replication.throttled.replicas", "0:1,2:3"),
    ]);
    let topic = TopicConfig::resolve(&TopicDefaults::default(), &own);
    assert_eq!((topic.compact, topic.delete, topic.compression), (true, false, Compression::Zstd { level: 9 }));
    assert_eq!(topic.max_segment_ms(), 100);
    assert_eq!(topic.segment_bytes, 1 << 30);
    assert_eq!(topic.follower_throttled, Throttled::Only(vec![(0, 1), (2, 3)]));
}
