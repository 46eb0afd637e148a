//! What may change on a running broker, with Kafka's checks and words.
//!
//! A setting is for one broker (a resource with its id) or for all of them (an empty name); a few keys may only be set
//! for one, and the key stores and trust stores only for a listener. kt opens no listeners while it runs, so a change of
//! those is refused.

use super::keys::{self, Kind, Update};
use super::layers::{Layers, key_of_setting};
use super::refused::{Overrides, Refused, java_order};
use super::rules;
use super::synonyms;
use super::value::Value;

/// TLS material: it may change at run time, but only under a listener's prefix.
const TLS_STORES: [&str; 10] = [
    "ssl.key.password",
    "ssl.keystore.certificate.chain",
    "ssl.keystore.key",
    "ssl.keystore.location",
    "ssl.keystore.password",
    "ssl.keystore.type",
    "ssl.truststore.certificates",
    "ssl.truststore.location",
    "ssl.truststore.password",
    "ssl.truststore.type",
];

/// Keys of a listener that may be set for all brokers.
const OF_ALL_BROKERS: [&str; 3] = ["max.connection.creation.rate", "max.connections", "num.network.threads"];

/// Pools that may at most double or halve in one step.
const POOLS: [&str; 9] = [
    "num.io.threads",
    "num.replica.fetchers",
    "num.recovery.threads.per.data.dir",
    "background.threads",
    "num.network.threads",
    "remote.log.reader.threads",
    "remote.log.manager.copier.thread.pool.size",
    "remote.log.manager.expiration.thread.pool.size",
    "remote.log.manager.follower.thread.pool.size",
];

/// Fixed at the start of kt, though Kafka could change them.
const FIXED_IN_KT: [&str; 2] = ["listener.security.protocol.map", "listeners"];

pub(crate) fn needs_listener(name: &str) -> bool {
    TLS_STORES.contains(&name)
}

/// Whether the dynamic settings of a broker (`per_broker`) or of all may become `new`, given what holds now.
pub fn validate(now: &Layers, new: &Overrides, per_broker: bool) -> Result<(), Refused> {
    check(now, new, per_broker).map_err(Refused::Request)
}

fn check(now: &Layers, new: &Overrides, per_broker: bool) -> Result<(), String> {
    let names = java_order(new.keys().map(String::as_str));
    let none_of = |wrong: Vec<&str>, why: &str| match wrong.as_slice() {
        [] => Ok(()),
        _ => Err(format!("{why}: [{}]", wrong.join(", "))),
    };
    let all_that = |wrong: &dyn Fn(&str) -> bool| names.iter().copied().filter(|name| wrong(name)).collect::<Vec<_>>();

    none_of(all_that(&is_read_only), "Cannot update these configs dynamically")?;
    none_of(
        java_order(TLS_STORES.into_iter().filter(|name| new.contains_key(*name))),
        "These security configs can be dynamically updated only per-listener using the listener prefix",
    )?;
    check_types(new)?;
    if !per_broker {
        none_of(
            java_order(all_that(&is_per_broker)),
            "Cannot update these configs at default cluster level, broker id must be specified",
        )?;
    }
    let next = if per_broker {
        Layers::new(now.fixed().clone(), now.cluster(), new)
    } else {
        Layers::new(now.fixed().clone(), new, now.broker())
    };
    check_listeners(now, &next)?;
    rules::check(&next)?;
    check_cordoned(&next)?;
    check_steps(now, &next)
        .map_err(|why| format!("Invalid value org.apache.kafka.common.config.ConfigException: {why} for configuration Invalid dynamic configuration"))
}

fn is_read_only(name: &str) -> bool {
    keys::BROKER.get(name).is_some_and(|key| key.update == Update::ReadOnly)
}

fn is_per_broker(name: &str) -> bool {
    let of_listener = synonyms::without_listener(name).is_some_and(|key| !OF_ALL_BROKERS.contains(&key));
    of_listener || keys::BROKER.get(name).is_some_and(|key| key.update == Update::PerBroker)
}

/// Every value fits its key's type and rule; a listener's key those of the plain one.
fn check_types(new: &Overrides) -> Result<(), String> {
    let mut known: Vec<_> = new
        .iter()
        .filter_map(|(name, text)| {
            let plain = synonyms::without_listener(name).unwrap_or(name);
            Some((key_of_setting(plain)?, text))
        })
        .collect();
    known.sort_by_key(|(key, _)| (keys::BROKER_RATES.get(key.name).is_none(), key.order));
    for (key, text) in known {
        key.parse(text)?;
        if key.kind == Kind::Class && key.default_text() != Some(text) {
            return Err(format!(
                "Invalid value {text} for configuration {}: Class {text} could not be found.",
                key.name
            ));
        }
    }
    Ok(())
}

fn check_listeners(now: &Layers, next: &Layers) -> Result<(), String> {
    match FIXED_IN_KT.into_iter().find(|name| now.named(name) != next.named(name)) {
        Some(name) => Err(format!("{name} cannot change while kt runs: put it into server.properties and restart")),
        None => Ok(()),
    }
}

fn check_cordoned(next: &Layers) -> Result<(), String> {
    let list = |name: &str| match next.named(name) {
        Value::List(items) if !items.is_empty() => Some(items),
        _ => None,
    };
    let cordoned = list("cordoned.log.dirs").unwrap_or_default();
    if cordoned == ["*"] {
        return Ok(());
    }
    let fail = |why: String| Err(format!("requirement failed: {why}"));
    if cordoned.iter().any(|dir| dir == "*") {
        return fail("When cordoned.log.dirs is set to *, it must not contain other values".into());
    }
    let dirs = list("log.dirs").or_else(|| list("log.dir")).unwrap_or_default();
    let missing: Vec<String> = cordoned.into_iter().filter(|dir| !dirs.contains(dir)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    fail(format!(
        "All entries in cordoned.log.dirs must be present in log.dirs or log.dir. Missing entries : {}",
        missing.join(",")
    ))
}

/// Checks that depend on the size of the step.
fn check_steps(now: &Layers, next: &Layers) -> Result<(), String> {
    let pair = |name: &str| Some((now.number(name)?, next.number(name)?));
    for name in POOLS {
        let Some((old, new)) = pair(name) else { continue };
        let failed = format!("Dynamic thread count update validation failed for {name}={new}, value should");
        if new < old / 2 {
            return Err(format!("{failed} be at least half the current value {old}"));
        }
        if new > old * 2 {
            return Err(format!("{failed} not be greater than double the current value {old}"));
        }
    }
    if let Some((old, new)) = pair("log.cleaner.threads") {
        if new < old / 2 {
            return Err(format!("Log cleaner threads cannot be reduced to less than half the current value {old}"));
        }
        if new > old * 2 {
            return Err(format!("Log cleaner threads cannot be increased to more than double the current value {old}"));
        }
    }
    let topic = super::topic::TopicDefaults::of(next);
    for (local, whole, least) in
        [("local.retention.ms", "retention.ms", -1), ("local.retention.bytes", "retention.bytes", -1)]
    {
        let number = |name: &str| topic.get(name).and_then(Value::as_i64).unwrap_or(-1);
        let (part, all) = (number(local), number(whole));
        let wrong = |why: String| Err(format!("Invalid value {part} for configuration log.{local}: {why}"));
        if all <= least || part == -2 {
            continue;
        }
        if part == -1 {
            return wrong(format!("Value must not be -1 as log.{whole} value is set as {all}."));
        }
        if part > all {
            return wrong(format!("Value must not be more than log.{whole} property value: {all}"));
        }
    }
    let foreign = |value: Value| matches!(value, Value::List(items) if items.iter().any(|class| !class.starts_with("org.apache.kafka.")));
    if now.named("metric.reporters") != next.named("metric.reporters") && foreign(next.named("metric.reporters")) {
        return Err("Validation of dynamic config update of Set(metric.reporters) failed with class class \
                    kafka.server.DynamicMetricsReporters"
            .into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(entries: &[(&str, &str)]) -> Overrides {
        entries.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
    }

    fn answer(entries: &[(&str, &str)], per_broker: bool) -> String {
        let fixed = settings(&[("log.dirs", "/data"), ("node.id", "1")]);
        let now = Layers::new(fixed, &Overrides::new(), &Overrides::new());
        match validate(&now, &settings(entries), per_broker) {
            Ok(()) => "ok".into(),
            Err(Refused::Request(message)) => message,
            Err(Refused::Config(message)) => panic!("an invalid config: {message}"),
        }
    }

    #[test]
    fn changes_are_refused_in_kafkas_words() {
        let wrapped = |why: &str| {
            format!(
                "Invalid value org.apache.kafka.common.config.ConfigException: {why} for configuration Invalid dynamic configuration"
            )
        };
        let cases: &[(&[(&str, &str)], &str)] = &[
            (&[("foo", "1")], "ok"),
            (&[("log.dirs", "/x")], "Cannot update these configs dynamically: [log.dirs]"),
            (&[("log.dirs", "/x"), ("node.id", "3")], "Cannot update these configs dynamically: [node.id, log.dirs]"),
            (
                &[("log.retention.ms", "abc")],
                "Invalid value abc for configuration log.retention.ms: Not a number of type LONG",
            ),
            (&[("log.retention.ms", "-5")], "ok"),
            (
                &[("log.retention.ms", "0")],
                "requirement failed: log.retention.ms must be unlimited (-1) or, greater than or equal to 1",
            ),
            (
                &[("log.segment.bytes", "5")],
                "Invalid value 5 for configuration log.segment.bytes: Value must be at least 1048576",
            ),
            (&[("num.io.threads", "0")], "Invalid value 0 for configuration num.io.threads: Value must be at least 1"),
            (
                &[("num.io.threads", "100")],
                &wrapped(
                    "Dynamic thread count update validation failed for num.io.threads=100, value should not be greater \
                     than double the current value 8",
                ),
            ),
            (
                &[("num.io.threads", "1")],
                &wrapped(
                    "Dynamic thread count update validation failed for num.io.threads=1, value should be at least half \
                     the current value 8",
                ),
            ),
            (&[("num.network.threads", "1")], "ok"),
            (
                &[("log.cleaner.threads", "100")],
                &wrapped("Log cleaner threads cannot be increased to more than double the current value 1"),
            ),
            (&[("log.cleaner.threads", "0")], "/ by zero"),
            (
                &[("ssl.keystore.location", "/x"), ("ssl.key.password", "p")],
                "These security configs can be dynamically updated only per-listener using the listener prefix: \
                 [ssl.key.password, ssl.keystore.location]",
            ),
            (&[("listener.name.plaintext.max.connections", "10")], "ok"),
            (
                &[("listener.name.plaintext.max.connections", "x")],
                "Invalid value x for configuration max.connections: Not a number of type INT",
            ),
            (
                &[("max.connections.per.ip.overrides", "foo")],
                "Error parsing configuration property 'max.connections.per.ip.overrides': begin 0, end -1, length 3",
            ),
            (&[("max.connections.per.ip.overrides", "127.0.0.1:5")], "ok"),
            (
                &[("max.connections.per.ip", "0")],
                "requirement failed: max.connections.per.ip can be set to zero only if max.connections.per.ip.overrides \
                 property is set.",
            ),
            (
                &[("leader.replication.throttled.rate", "-1")],
                "Invalid value -1 for configuration leader.replication.throttled.rate: Value must be at least 0",
            ),
            (&[("super.users", "User:a")], "ok"),
            (
                &[("log.local.retention.ms", "1000000000000")],
                &wrapped(
                    "Invalid value 1000000000000 for configuration log.local.retention.ms: Value must not be more than \
                     log.retention.ms property value: 604800000",
                ),
            ),
            (
                &[("metric.reporters", "nope")],
                &wrapped(
                    "Validation of dynamic config update of Set(metric.reporters) failed with class class \
                     kafka.server.DynamicMetricsReporters",
                ),
            ),
            // Kafka lets these two pass, though no topic could be made any more without settings of its own.
            (&[("log.cleaner.min.compaction.lag.ms", "10"), ("log.cleaner.max.compaction.lag.ms", "5")], "ok"),
        ];
        for (entries, expected) in cases {
            for per_broker in [false, true] {
                assert_eq!(answer(entries, per_broker), *expected, "{entries:?}");
            }
        }
    }

    #[test]
    fn some_keys_can_only_be_set_for_one_broker() {
        let key = "listener.name.external.ssl.keystore.password";
        let why = "Cannot update these configs at default cluster level, broker id must be specified";
        assert_eq!(answer(&[(key, "x")], false), format!("{why}: [{key}]"));
        assert_eq!(answer(&[(key, "x")], true), "ok");
        assert_eq!(answer(&[("cordoned.log.dirs", "/data")], false), format!("{why}: [cordoned.log.dirs]"));
        assert_eq!(answer(&[("cordoned.log.dirs", "/data")], true), "ok");
        assert_eq!(
            answer(&[("cordoned.log.dirs", "/nope")], true),
            "requirement failed: All entries in cordoned.log.dirs must be present in log.dirs or log.dir. Missing \
             entries : /nope"
        );
    }
}
