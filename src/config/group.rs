//! A group's settings: Kafka's checks against the broker's bounds, and the value that holds for a group.

use super::keys;
use super::layers::Layers;
use super::refused::{Overrides, Refused};
use super::synonyms;
use super::topic::first_unknown;
use super::value::Value;

/// A group's key and the ends of its broker's bounds, in Kafka's order of checking.
const BOUNDED: [(&str, &str); 13] = [
    ("consumer", "heartbeat.interval.ms"),
    ("consumer", "session.timeout.ms"),
    ("consumer", "assignment.interval.ms"),
    ("share", "heartbeat.interval.ms"),
    ("share", "session.timeout.ms"),
    ("share", "record.lock.duration.ms"),
    ("share", "delivery.count.limit"),
    ("share", "partition.max.record.locks"),
    ("share", "assignment.interval.ms"),
    ("streams", "heartbeat.interval.ms"),
    ("streams", "session.timeout.ms"),
    ("streams", "num.standby.replicas"),
    ("streams", "assignment.interval.ms"),
];

/// The broker's key that bounds a group's key at one end: `group.share.max.delivery.count.limit`. Where there is a
/// qualifier before "max" already, the end comes before it, and standby replicas are counted without their "num".
fn bound_key(kind: &str, end: &str, what: &str) -> String {
    let what = what.strip_prefix("num.").unwrap_or(what);
    format!("group.{kind}.{end}.{what}")
}

/// Whether a group may have these settings, with Kafka's words if not.
pub fn validate(layers: &Layers, new: &Overrides) -> Result<(), Refused> {
    if let Some(unknown) = first_unknown(keys::GROUP, new) {
        return Err(Refused::Config(format!("Unknown group config name: {unknown}")));
    }
    for key in keys::GROUP.in_order_of_definition() {
        if let Some(text) = new.get(key.name) {
            key.parse(text).map_err(Refused::Config)?;
        }
    }
    let number = |name: &str| unbounded(layers, new, name).as_i64().unwrap_or_default();
    for (kind, what) in BOUNDED {
        let name = format!("{kind}.{what}");
        let value = number(&name);
        for (end, word) in [("min", "greater"), ("max", "less")] {
            let bound = bound_key(kind, end, what);
            let Some(limit) = layers.number(&bound) else { continue };
            if (end == "min" && value < limit) || (end == "max" && value > limit) {
                return Err(Refused::Config(format!("{name} must be {word} than or equal to {bound}")));
            }
        }
    }
    for kind in ["consumer", "share", "streams"] {
        let (session, beat) = (format!("{kind}.session.timeout.ms"), format!("{kind}.heartbeat.interval.ms"));
        if number(&session) <= number(&beat) {
            return Err(Refused::Config(format!("{session} must be greater than {beat}")));
        }
    }
    Ok(())
}

/// The group's own value, or the broker's.
fn unbounded(layers: &Layers, overrides: &Overrides, name: &str) -> Value {
    let Some(key) = keys::GROUP.get(name) else {
        return Value::Null;
    };
    let own = overrides.get(name).and_then(|text| key.parse(text).ok());
    own.unwrap_or_else(|| match synonyms::of_group_key(name) {
        Some(broker) => layers.named(&broker),
        None => key.default_value(),
    })
}

/// The value that holds for a group. A stored one that the broker's bounds no longer allow is brought within them.
pub fn setting(layers: &Layers, overrides: &Overrides, name: &str) -> Value {
    let value = unbounded(layers, overrides, name);
    let Value::Int(n) = value else {
        return value;
    };
    let Some((kind, what)) = BOUNDED.into_iter().find(|(kind, what)| name == format!("{kind}.{what}")) else {
        return value;
    };
    let limit = |end: &str| layers.number(&bound_key(kind, end, what)).and_then(|n| i32::try_from(n).ok());
    let n = limit("max").map_or(n, |max| n.min(max));
    Value::Int(limit("min").map_or(n, |min| n.max(min)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(entries: &[(&str, &str)]) -> Overrides {
        entries.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
    }

    fn answer(entries: &[(&str, &str)]) -> String {
        match validate(&Layers::default(), &settings(entries)) {
            Ok(()) => "ok".into(),
            Err(refused) => refused.to_string(),
        }
    }

    #[test]
    fn every_bounded_key_has_bounds_on_the_broker() {
        for (kind, what) in BOUNDED {
            assert!(keys::GROUP.get(&format!("{kind}.{what}")).is_some());
            let max = bound_key(kind, "max", what);
            assert!(keys::BROKER.get(&max).is_some(), "{max}");
        }
    }

    #[test]
    fn wrong_settings_are_refused_in_kafkas_words() {
        for (name, value, expected) in [
            ("foo", "1", "Unknown group config name: foo"),
            (
                "consumer.session.timeout.ms",
                "0",
                "Invalid value 0 for configuration consumer.session.timeout.ms: Value must be at least 1",
            ),
            (
                "consumer.session.timeout.ms",
                "1",
                "consumer.session.timeout.ms must be greater than or equal to group.consumer.min.session.timeout.ms",
            ),
            (
                "share.partition.max.record.locks",
                "100000000",
                "share.partition.max.record.locks must be less than or equal to \
                 group.share.max.partition.max.record.locks",
            ),
            (
                "streams.num.standby.replicas",
                "100000000",
                "streams.num.standby.replicas must be less than or equal to group.streams.max.standby.replicas",
            ),
            (
                "share.assignment.interval.ms",
                "100000000",
                "share.assignment.interval.ms must be less than or equal to group.share.max.assignment.interval.ms",
            ),
            ("consumer.assignment.interval.ms", "0", "ok"),
            ("streams.initial.rebalance.delay.ms", "100000000", "ok"),
            (
                "share.auto.offset.reset",
                "foo",
                "Invalid value foo for configuration share.auto.offset.reset: Invalid value `foo` for configuration \
                 share.auto.offset.reset. The value must be either 'earliest', 'latest' or of the format \
                 'by_duration:<PnDTnHnMn.nS>'.",
            ),
            ("share.auto.offset.reset", "by_duration:PT1H", "ok"),
            (
                "share.isolation.level",
                "foo",
                "Invalid value foo for configuration share.isolation.level: String must be one of: read_committed, \
                 read_uncommitted",
            ),
        ] {
            assert_eq!(answer(&[(name, value)]), expected);
        }
    }

    #[test]
    fn a_stored_setting_outside_the_brokers_bounds_is_brought_within_them() {
        let stored = settings(&[("consumer.session.timeout.ms", "90000"), ("share.isolation.level", "read_committed")]);
        let value = |name: &str| setting(&Layers::default(), &stored, name).to_string();
        assert_eq!(value("consumer.session.timeout.ms"), "60000");
        assert_eq!(value("consumer.heartbeat.interval.ms"), "5000");
        assert_eq!(value("share.isolation.level"), "read_committed");
        assert_eq!(value("share.auto.offset.reset"), "latest");
    }
}
