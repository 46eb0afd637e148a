//! Which keys stand for each other: a topic's key and the broker's key that gives its default, the several units of one
//! time, a listener's own key and the plain one.

/// How the number of a broker's key becomes that of a topic's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Same,
    Minutes,
    Hours,
}

impl Unit {
    pub fn to_ms(self, n: i64) -> i64 {
        match self {
            Unit::Same => n,
            Unit::Minutes => n.saturating_mul(60_000),
            Unit::Hours => n.saturating_mul(3_600_000),
        }
    }
}

use Unit::{Hours, Minutes, Same};

type Synonyms = &'static [(&'static str, Unit)];

/// Topic key → the broker's keys, the first that is set holds. Sorted by topic key.
const TOPIC: &[(&str, Synonyms)] = &[
    ("cleanup.policy", &[("log.cleanup.policy", Same)]),
    ("compression.gzip.level", &[("compression.gzip.level", Same)]),
    ("compression.lz4.level", &[("compression.lz4.level", Same)]),
    ("compression.type", &[("compression.type", Same)]),
    ("compression.zstd.level", &[("compression.zstd.level", Same)]),
    ("delete.retention.ms", &[("log.cleaner.delete.retention.ms", Same)]),
    ("file.delete.delay.ms", &[("log.segment.delete.delay.ms", Same)]),
    ("flush.messages", &[("log.flush.interval.messages", Same)]),
    ("flush.ms", &[("log.flush.interval.ms", Same), ("log.flush.scheduler.interval.ms", Same)]),
    ("index.interval.bytes", &[("log.index.interval.bytes", Same)]),
    ("local.retention.bytes", &[("log.local.retention.bytes", Same)]),
    ("local.retention.ms", &[("log.local.retention.ms", Same)]),
    ("max.compaction.lag.ms", &[("log.cleaner.max.compaction.lag.ms", Same)]),
    ("max.message.bytes", &[("message.max.bytes", Same)]),
    ("message.timestamp.after.max.ms", &[("log.message.timestamp.after.max.ms", Same)]),
    ("message.timestamp.before.max.ms", &[("log.message.timestamp.before.max.ms", Same)]),
    ("message.timestamp.type", &[("log.message.timestamp.type", Same)]),
    ("min.cleanable.dirty.ratio", &[("log.cleaner.min.cleanable.ratio", Same)]),
    ("min.compaction.lag.ms", &[("log.cleaner.min.compaction.lag.ms", Same)]),
    ("min.insync.replicas", &[("min.insync.replicas", Same)]),
    ("preallocate", &[("log.preallocate", Same)]),
    ("retention.bytes", &[("log.retention.bytes", Same)]),
    ("retention.ms", &[("log.retention.ms", Same), ("log.retention.minutes", Minutes), ("log.retention.hours", Hours)]),
    ("segment.bytes", &[("log.segment.bytes", Same)]),
    ("segment.index.bytes", &[("log.index.size.max.bytes", Same)]),
    ("segment.jitter.ms", &[("log.roll.jitter.ms", Same), ("log.roll.jitter.hours", Hours)]),
    ("segment.ms", &[("log.roll.ms", Same), ("log.roll.hours", Hours)]),
    ("unclean.leader.election.enable", &[("unclean.leader.election.enable", Same)]),
];

/// The broker's keys that give a topic's key its default; none for keys that only a topic has.
pub fn of_topic_key(name: &str) -> Synonyms {
    match TOPIC.binary_search_by(|(key, _)| (*key).cmp(name)) {
        Ok(at) => TOPIC[at].1,
        Err(_) => &[],
    }
}

/// The broker's key that gives a group's key its default.
pub fn of_group_key(name: &str) -> Option<String> {
    match name {
        "share.auto.offset.reset" | "share.isolation.level" | "share.renew.acknowledge.enable" => None,
        _ => Some(format!("group.{name}")),
    }
}

const ROLL: &[&str] = &["log.roll.ms", "log.roll.hours"];
const ROLL_JITTER: &[&str] = &["log.roll.jitter.ms", "log.roll.jitter.hours"];
const RETENTION: &[&str] = &["log.retention.ms", "log.retention.minutes", "log.retention.hours"];
const FLUSH: &[&str] = &["log.flush.interval.ms", "log.flush.scheduler.interval.ms"];

/// The broker's keys that say the same as `name`, itself among them, the strongest first.
pub fn of_broker_key(name: &str) -> Vec<&str> {
    let group = [ROLL, ROLL_JITTER, RETENTION].into_iter().find(|group| group.contains(&name));
    match group {
        Some(group) => group.to_vec(),
        // The scheduler's interval is the default of the other, not the other way round.
        None if name == FLUSH[0] => FLUSH.to_vec(),
        None => vec![name],
    }
}

// These come with the name of a mechanism between the listener's prefix and the key.
const OF_MECHANISM: [&str; 5] = [
    "connections.max.reauth.ms",
    "sasl.jaas.config",
    "sasl.login.callback.handler.class",
    "sasl.login.class",
    "sasl.server.callback.handler.class",
];

/// `listener.name.NAME.KEY` → `KEY`, the name of a SASL mechanism still before it where there is one.
pub fn without_listener(name: &str) -> Option<&str> {
    name.strip_prefix("listener.name.")?.split_once('.').map(|(_, key)| key)
}

/// The plain key of a listener's key, without the mechanism too.
pub fn plain_key(name: &str) -> Option<&str> {
    let key = without_listener(name)?;
    Some(OF_MECHANISM.into_iter().find(|of| key.ends_with(of)).unwrap_or(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::keys;

    #[test]
    fn every_synonym_is_a_key() {
        assert!(TOPIC.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (name, synonyms) in TOPIC {
            assert!(keys::TOPIC.get(name).is_some(), "{name}");
            for (broker, _) in *synonyms {
                assert!(keys::BROKER.get(broker).is_some(), "{broker}");
            }
        }
        for key in keys::GROUP.iter() {
            if let Some(broker) = of_group_key(key.name) {
                assert!(keys::BROKER.get(&broker).is_some(), "{broker}");
            }
        }
    }

    #[test]
    fn a_listeners_key_stands_for_the_plain_one() {
        assert_eq!(plain_key("listener.name.internal.ssl.key.password"), Some("ssl.key.password"));
        assert_eq!(plain_key("listener.name.internal.scram-sha-256.sasl.jaas.config"), Some("sasl.jaas.config"));
        assert_eq!(plain_key("listener.name.internal"), None);
        assert_eq!(plain_key("log.dirs"), None);
    }
}
