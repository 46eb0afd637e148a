//! A topic's settings: Kafka's checks on what a user sets, and the typed values a log works with.

use super::keys::{self, Key};
use super::layers::Layers;
use super::refused::{Overrides, Refused, java_order};
use super::synonyms;
use super::value::Value;

/// What a topic gets where it sets nothing itself: the broker's values under the topic's names.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicDefaults {
    // In the order of the topic table.
    values: Vec<Value>,
    // Most topics set nothing, and there may be very many of them.
    plain: TopicConfig,
}

impl TopicDefaults {
    pub fn of(layers: &Layers) -> TopicDefaults {
        let values: Vec<Value> = keys::TOPIC.iter().map(|key| from_broker(layers, key)).collect();
        let get = |name: &str| keys::TOPIC.position(name).map_or(Value::Null, |at| values[at].clone());
        let plain = TopicConfig::from_values(&get);
        TopicDefaults { values, plain }
    }

    pub fn get(&self, name: &str) -> Option<&Value> {
        keys::TOPIC.position(name).map(|at| &self.values[at])
    }
}

/// Kafka's own defaults, as of a broker with an empty file.
impl Default for TopicDefaults {
    fn default() -> TopicDefaults {
        TopicDefaults::of(&Layers::default())
    }
}

fn from_broker(layers: &Layers, key: &Key) -> Value {
    for (name, unit) in synonyms::of_topic_key(key.name) {
        let value = layers.named(name);
        if value == Value::Null {
            continue;
        }
        return match (*unit, value.as_i64()) {
            // Any negative retention means "for ever", which a topic writes as -1.
            (unit, Some(n)) if key.name == "retention.ms" => Value::Long(unit.to_ms(n).max(-1)),
            (synonyms::Unit::Same, _) | (_, None) => value,
            (unit, Some(n)) => Value::Long(unit.to_ms(n)),
        };
    }
    key.default_value()
}

/// The settings of a request: none may be null. `what` is "topic" or "group".
pub fn without_nulls<'a>(
    what: &str,
    settings: impl IntoIterator<Item = (&'a str, Option<&'a str>)>,
) -> Result<Overrides, Refused> {
    let mut given = Overrides::new();
    let mut nulls = Vec::new();
    for (name, value) in settings {
        match value {
            Some(value) => {
                given.insert(name.to_string(), value.to_string());
            }
            None => nulls.push(name),
        }
    }
    if nulls.is_empty() {
        return Ok(given);
    }
    Err(Refused::Config(format!("Null value not supported for {what} configs: {}", java_order(nulls).join(","))))
}

/// Whether a topic may have these settings, with Kafka's words if not. `existing` are those it has now.
pub fn validate(defaults: &TopicDefaults, existing: &Overrides, new: &Overrides) -> Result<(), Refused> {
    if let Some(unknown) = first_unknown(keys::TOPIC, new) {
        return Err(Refused::Config(format!("Unknown topic config name: {unknown}")));
    }
    for key in keys::TOPIC.in_order_of_definition() {
        match new.get(key.name) {
            Some(text) => key.parse(text).map(drop).map_err(Refused::Config)?,
            None => {
                let value = defaults.get(key.name).expect("the defaults cover the whole table");
                key.check.run(key.name, value).map_err(Refused::Config)?;
            }
        }
    }
    let number = |name| setting(defaults, new, name).as_i64().unwrap_or_default();
    let (least, most) = (number("min.compaction.lag.ms"), number("max.compaction.lag.ms"));
    if least > most {
        return Err(Refused::Config(format!(
            "conflict topic config setting min.compaction.lag.ms ({least}) > max.compaction.lag.ms ({most})"
        )));
    }
    check_remote(defaults, existing, new)
}

/// There is no tiered storage in kt, so a topic is refused as by a broker that has it switched off.
fn check_remote(defaults: &TopicDefaults, existing: &Overrides, new: &Overrides) -> Result<(), Refused> {
    let is_on = |name| setting(defaults, new, name) == Value::Bool(true);
    let was_remote = existing.get("remote.storage.enable").is_some_and(|text| text.eq_ignore_ascii_case("true"));
    if is_on("remote.storage.enable") {
        return Err(Refused::Config(
            "Tiered Storage functionality is disabled in the broker. Topic cannot be configured with remote log storage."
                .into(),
        ));
    }
    if was_remote && !is_on("remote.log.delete.on.disable") {
        return Err(Refused::Config(
            "It is invalid to disable remote storage without deleting remote data. If you want to keep the remote data \
             and turn to read only, please set `remote.storage.enable=true,remote.log.copy.disable=true`. If you want to \
             disable remote storage and delete all remote data, please set \
             `remote.storage.enable=false,remote.log.delete.on.disable=true`."
                .into(),
        ));
    }
    Ok(())
}

pub(super) fn first_unknown(table: keys::Table, settings: &Overrides) -> Option<&str> {
    java_order(settings.keys().map(String::as_str)).into_iter().find(|name| table.get(name).is_none())
}

/// The value that holds for a topic: its own where that is valid, else the broker's.
pub fn setting(defaults: &TopicDefaults, overrides: &Overrides, name: &str) -> Value {
    let own = overrides.get(name).and_then(|text| keys::TOPIC.get(name)?.parse(text).ok());
    own.or_else(|| defaults.get(name).cloned()).unwrap_or(Value::Null)
}

/// How a topic's batches are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// As the producer sent them.
    Producer,
    None,
    Gzip {
        level: i32,
    },
    Snappy,
    Lz4 {
        level: i32,
    },
    Zstd {
        level: i32,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimestampType {
    CreateTime,
    LogAppendTime,
}

/// The replicas whose replication is slowed down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Throttled {
    All,
    /// (partition, broker)
    Only(Vec<(i32, i32)>),
}

/// Everything a topic may set, typed. Bytes, milliseconds and counts keep Kafka's meaning: -1 is no limit where Kafka
/// says so (`retention_*`).
#[derive(Debug, Clone, PartialEq)]
pub struct TopicConfig {
    pub compact: bool,
    pub delete: bool,
    pub compression: Compression,
    pub delete_retention_ms: i64,
    pub file_delete_delay_ms: i64,
    pub flush_messages: i64,
    pub flush_ms: i64,
    pub index_interval_bytes: i32,
    pub max_compaction_lag_ms: i64,
    pub max_message_bytes: i32,
    pub message_timestamp_after_max_ms: i64,
    pub message_timestamp_before_max_ms: i64,
    pub message_timestamp_type: TimestampType,
    pub min_cleanable_dirty_ratio: f64,
    pub min_compaction_lag_ms: i64,
    pub min_insync_replicas: i32,
    pub preallocate: bool,
    pub retention_bytes: i64,
    pub retention_ms: i64,
    pub segment_bytes: i32,
    pub segment_index_bytes: i32,
    pub segment_jitter_ms: i64,
    pub segment_ms: i64,
    pub unclean_leader_election: bool,
    pub leader_throttled: Throttled,
    pub follower_throttled: Throttled,
}

impl TopicConfig {
    /// What holds for a topic. Stored settings that are wrong (of another release, say) give way to the broker's.
    pub fn resolve(defaults: &TopicDefaults, overrides: &Overrides) -> TopicConfig {
        if overrides.is_empty() {
            return defaults.plain.clone();
        }
        TopicConfig::from_values(&|name| setting(defaults, overrides, name))
    }

    fn from_values(get: &dyn Fn(&str) -> Value) -> TopicConfig {
        let long = |name: &str| get(name).as_i64().unwrap_or_default();
        let int = |name: &str| i32::try_from(long(name)).unwrap_or(i32::MAX);
        let on = |name: &str| get(name) == Value::Bool(true);
        let list = |name: &str| match get(name) {
            Value::List(items) => items,
            _ => Vec::new(),
        };
        let policies = list("cleanup.policy");
        TopicConfig {
            compact: policies.iter().any(|policy| policy == "compact"),
            delete: policies.iter().any(|policy| policy == "delete"),
            compression: compression(&get("compression.type").to_string(), &int),
            delete_retention_ms: long("delete.retention.ms"),
            file_delete_delay_ms: long("file.delete.delay.ms"),
            flush_messages: long("flush.messages"),
            flush_ms: long("flush.ms"),
            index_interval_bytes: int("index.interval.bytes"),
            max_compaction_lag_ms: long("max.compaction.lag.ms"),
            max_message_bytes: int("max.message.bytes"),
            message_timestamp_after_max_ms: long("message.timestamp.after.max.ms"),
            message_timestamp_before_max_ms: long("message.timestamp.before.max.ms"),
            message_timestamp_type: match get("message.timestamp.type") {
                Value::Text(text) if text == "LogAppendTime" => TimestampType::LogAppendTime,
                _ => TimestampType::CreateTime,
            },
            min_cleanable_dirty_ratio: get("min.cleanable.dirty.ratio").as_f64().unwrap_or(0.5),
            min_compaction_lag_ms: long("min.compaction.lag.ms"),
            min_insync_replicas: int("min.insync.replicas"),
            preallocate: on("preallocate"),
            retention_bytes: long("retention.bytes"),
            retention_ms: long("retention.ms"),
            // A size below the smallest of the public key, for tests of Kafka's own; it counts where it is set.
            segment_bytes: match get("internal.segment.bytes") {
                Value::Int(bytes) => bytes,
                _ => int("segment.bytes"),
            },
            segment_index_bytes: int("segment.index.bytes"),
            segment_jitter_ms: long("segment.jitter.ms"),
            segment_ms: long("segment.ms"),
            unclean_leader_election: on("unclean.leader.election.enable"),
            leader_throttled: throttled(&list("leader.replication.throttled.replicas")),
            follower_throttled: throttled(&list("follower.replication.throttled.replicas")),
        }
    }

    /// How old a segment may grow: a compacted topic rolls in time for its longest lag.
    pub fn max_segment_ms(&self) -> i64 {
        if self.compact && self.max_compaction_lag_ms > 0 {
            self.segment_ms.min(self.max_compaction_lag_ms)
        } else {
            self.segment_ms
        }
    }
}

fn compression(name: &str, level: &dyn Fn(&str) -> i32) -> Compression {
    match name {
        "uncompressed" => Compression::None,
        "gzip" => Compression::Gzip { level: level("compression.gzip.level") },
        "snappy" => Compression::Snappy,
        "lz4" => Compression::Lz4 { level: level("compression.lz4.level") },
        "zstd" => Compression::Zstd { level: level("compression.zstd.level") },
        _ => Compression::Producer,
    }
}

fn throttled(items: &[String]) -> Throttled {
    if items == ["*"] {
        return Throttled::All;
    }
    let replica = |item: &String| {
        let (partition, broker) = item.split_once(':')?;
        Some((partition.parse().ok()?, broker.parse().ok()?))
    };
    Throttled::Only(items.iter().filter_map(replica).collect())
}

#[cfg(test)]
mod tests;
