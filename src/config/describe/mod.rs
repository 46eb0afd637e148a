//! DescribeConfigs' answers: each setting of a resource with the value that holds, where it came from, and everything
//! else that was said about it, the strongest first.
//!
//! A recorded answer of a real broker is in tests/fixtures/config; the tests compare every line.

use std::collections::BTreeSet;

use super::doc;
use super::keys::{self, Key, Kind, Update};
use super::layers::{Layers, key_of_setting};
use super::origin::Source;
use super::refused::Overrides;
use super::synonyms;
use super::topic::{self, TopicDefaults};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synonym {
    pub name: String,
    pub value: Option<String>,
    pub source: Source,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    /// None for a secret and for what is not set.
    pub value: Option<String>,
    pub source: Source,
    pub read_only: bool,
    pub sensitive: bool,
    /// None for a key nobody knows.
    pub kind: Option<Kind>,
    pub synonyms: Vec<Synonym>,
    /// What the key is for, in a sentence; empty for a key nobody knows.
    pub documentation: &'static str,
}

impl Entry {
    /// The number of the type, 0 for unknown.
    pub fn kind_number(&self) -> i8 {
        self.kind.map_or(0, |kind| kind as i8)
    }
}

/// The settings of a topic, by name.
pub fn topic(layers: &Layers, overrides: &Overrides) -> Vec<Entry> {
    let defaults = TopicDefaults::of(layers);
    let shown = keys::TOPIC.iter().filter(|key| !key.internal).map(|key| key.name);
    let names: BTreeSet<&str> = shown.chain(overrides.keys().map(String::as_str)).collect();
    let entry = |name: &str| {
        let key = keys::TOPIC.get(name);
        let value = key.and_then(|_| topic::setting(&defaults, overrides, name).to_text());
        let own = overrides.contains_key(name).then_some(Source::Topic);
        // The first of the broker's keys leads the list; the others are known as its synonyms.
        let broker = synonyms::of_topic_key(name).first().map(|(name, _)| *name);
        let below = broker.map(|name| of_broker(layers, name, false)).unwrap_or_default();
        finish(name, value, key, own, below, doc::of_topic_key(name))
    };
    names.into_iter().map(entry).collect()
}

/// The settings of a group, by name.
pub fn group(layers: &Layers, overrides: &Overrides) -> Vec<Entry> {
    let entry = |key: &Key| {
        let value = match overrides.get(key.name) {
            Some(text) => key.parse(text).ok().and_then(|value| value.to_text()),
            None => super::group::setting(layers, overrides, key.name).to_text(),
        };
        let own = overrides.contains_key(key.name).then_some(Source::Group);
        let below = match synonyms::of_group_key(key.name) {
            Some(broker) => of_broker(layers, &broker, false),
            None => default_of(key, false).into_iter().collect(),
        };
        finish(key.name, value, Some(key), own, below, doc::of_group_key(key.name))
    };
    keys::GROUP.iter().map(entry).collect()
}

/// The settings of a client metrics subscription, by name.
pub fn client_metrics(overrides: &Overrides) -> Vec<Entry> {
    let entry = |key: &Key| {
        let own = overrides.contains_key(key.name).then_some(Source::ClientMetrics);
        let value =
            overrides.get(key.name).and_then(|text| key.parse(text).ok()).unwrap_or_else(|| key.default_value());
        finish(key.name, value.to_text(), Some(key), own, Vec::new(), doc::of_client_metrics_key(key.name))
    };
    keys::CLIENT_METRICS.iter().map(entry).collect()
}

/// The settings of this broker, by name.
pub fn broker(layers: &Layers) -> Vec<Entry> {
    let shown = keys::BROKER.iter().filter(|key| !key.internal).map(|key| key.name);
    let names: BTreeSet<&str> = shown.chain(layers.merged().keys().map(String::as_str)).collect();
    let value = |name: &str| match keys::BROKER.get(name).filter(|key| !key.internal) {
        Some(key) => layers.value(key).to_text(),
        None => layers.merged().get(name).cloned(),
    };
    names.into_iter().map(|name| broker_entry(layers, name, value(name), None)).collect()
}

/// What is set for all brokers, by name; nothing else.
pub fn all_brokers(layers: &Layers) -> Vec<Entry> {
    let of = |(name, value): (&String, &String)| {
        broker_entry(layers, name, Some(value.clone()), Some(Source::DynamicDefaultBroker))
    };
    layers.cluster().iter().map(of).collect()
}

/// The level of one of a broker's loggers.
pub fn logger(name: &str, level: String) -> Entry {
    Entry {
        name: name.to_string(),
        value: Some(level),
        source: Source::DynamicBrokerLogger,
        read_only: false,
        sensitive: false,
        kind: None,
        synonyms: Vec::new(),
        documentation: "",
    }
}

fn broker_entry(layers: &Layers, name: &str, value: Option<String>, only: Option<Source>) -> Entry {
    let key = key_of_setting(name);
    let mut below = of_broker(layers, name, is_sensitive(key));
    below.retain(|synonym| only.is_none_or(|source| synonym.source == source));
    let mut entry = finish(name, value, key, None, below, doc::of_broker_key(name));
    let exact = keys::BROKER.get(name).or_else(|| keys::BROKER_RATES.get(name));
    entry.read_only = exact.is_none_or(|key| key.update == Update::ReadOnly);
    entry
}

// Nobody knows what an unknown key holds, so its value is nobody's business.
fn is_sensitive(key: Option<&Key>) -> bool {
    key.is_none_or(Key::is_sensitive)
}

fn finish(
    name: &str,
    value: Option<String>,
    key: Option<&Key>,
    own: Option<Source>,
    below: Vec<Synonym>,
    documentation: &'static str,
) -> Entry {
    let sensitive = is_sensitive(key);
    let value = value.filter(|_| !sensitive);
    let mut synonyms = Vec::with_capacity(below.len() + 1);
    synonyms.extend(own.map(|source| Synonym { name: name.to_string(), value: value.clone(), source }));
    synonyms.extend(below);
    Entry {
        name: name.to_string(),
        value,
        source: synonyms.first().map_or(Source::Default, |synonym| synonym.source),
        read_only: false,
        sensitive,
        kind: key.map(|key| key.kind),
        synonyms,
        documentation,
    }
}

fn default_of(key: &Key, sensitive: bool) -> Option<Synonym> {
    let value = key.default_text()?;
    let value = (!sensitive).then(|| value.to_string());
    Some(Synonym { name: key.name.to_string(), value, source: Source::Default })
}

/// What every layer says about a broker's key and its synonyms. Kafka cuts the list off before the first entry of the
/// key itself: a listener's setting does not show among those of the plain key, and neither does `log.roll.hours` alone
/// among those of `log.roll.ms`.
fn of_broker(layers: &Layers, name: &str, sensitive: bool) -> Vec<Synonym> {
    let names: Vec<&str> = match synonyms::plain_key(name) {
        Some(plain) => vec![name, plain],
        None => synonyms::of_broker_key(name),
    };
    let mut found = Vec::new();
    for (layer, source) in [
        (layers.broker(), Source::DynamicBroker),
        (layers.cluster(), Source::DynamicDefaultBroker),
        (layers.fixed(), Source::StaticBroker),
    ] {
        for name in &names {
            if let Some(value) = layer.get(*name) {
                let value = (!sensitive).then(|| value.clone());
                found.push(Synonym { name: name.to_string(), value, source });
            }
        }
    }
    found.extend(names.iter().filter_map(|name| default_of(keys::BROKER.get(name)?, sensitive)));
    let first = found.iter().position(|synonym| synonym.name == name).unwrap_or(found.len());
    found.split_off(first)
}

#[cfg(test)]
mod tests;
