//! A broker's settings in layers: what its file says, what was set for all brokers, what was set for this one.
//!
//! The strongest layer that names a key holds: this broker, all brokers, the file, Kafka's default. A key that a layer
//! sets also hides its synonyms in the layers below, as in Kafka (a dynamic `log.retention.ms` hides a static
//! `log.retention.hours`).

use super::keys::{self, Key, Kind, Update};
use super::refused::Overrides;
use super::synonyms;
use super::value::{self, Value};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layers {
    fixed: Overrides,
    cluster: Overrides,
    broker: Overrides,
    merged: Overrides,
    /// Stored settings that cannot hold, such as a wrong value from another release: left out, to be named in the log.
    ignored: Vec<String>,
}

impl Layers {
    /// `fixed` is the file (checked when it was read), `cluster` the settings of all brokers, `broker` those of this one.
    pub fn new(fixed: Overrides, cluster: &Overrides, broker: &Overrides) -> Layers {
        let mut layers = Layers { fixed, ..Layers::default() };
        for (name, value) in cluster {
            if keeps(name, value, false) {
                layers.cluster.insert(name.clone(), value.clone());
            } else {
                layers.ignored.push(name.clone());
            }
        }
        for (name, value) in broker {
            if keeps(name, value, true) {
                layers.broker.insert(name.clone(), value.clone());
            } else {
                layers.ignored.push(name.clone());
            }
        }
        layers.merged = layers.fixed.clone();
        for (name, value) in layers.cluster.iter().chain(&layers.broker) {
            for synonym in synonyms::of_broker_key(name) {
                layers.merged.remove(synonym);
            }
            layers.merged.insert(name.clone(), value.clone());
        }
        layers
    }

    /// Every setting of any layer, the strongest of each key.
    pub fn merged(&self) -> &Overrides {
        &self.merged
    }

    /// What the file says.
    pub fn fixed(&self) -> &Overrides {
        &self.fixed
    }

    /// What is set for all brokers.
    pub fn cluster(&self) -> &Overrides {
        &self.cluster
    }

    /// What is set for this broker.
    pub fn broker(&self) -> &Overrides {
        &self.broker
    }

    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    /// The value that holds for a key of the broker's table.
    pub fn value(&self, key: &Key) -> Value {
        match self.merged.get(key.name) {
            Some(text) => key.parse(text).unwrap_or_else(|_| key.default_value()),
            None => key.default_value(),
        }
    }

    /// The value that holds for a broker's key or rate, by name; null for a name that is none.
    pub fn named(&self, name: &str) -> Value {
        let key = keys::BROKER.get(name).or_else(|| keys::BROKER_RATES.get(name));
        key.map_or(Value::Null, |key| self.value(key))
    }

    /// A whole number that holds; `None` where it is null or no number.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.named(name).as_i64()
    }
}

/// The key that says a dynamic setting's type: its own, that of a replication rate, or a listener's plain one.
pub(crate) fn key_of_setting(name: &str) -> Option<&'static Key> {
    let exact = |name: &str| keys::BROKER.get(name).or_else(|| keys::BROKER_RATES.get(name));
    exact(name).or_else(|| exact(synonyms::plain_key(name)?))
}

/// Whether a stored dynamic setting can hold.
fn keeps(name: &str, text: &str, per_broker: bool) -> bool {
    let of_listener = synonyms::without_listener(name).is_some();
    let Some(key) = key_of_setting(name) else {
        return true;
    };
    let changeable = of_listener || key.update != Update::ReadOnly;
    let in_place = of_listener || per_broker || key.update != Update::PerBroker;
    let bare_security = !of_listener && super::dynamic::needs_listener(name);
    let valid =
        key.kind == Kind::Password || value::parse(key.kind, name, text).and_then(|v| key.check.run(name, &v)).is_ok();
    changeable && in_place && !bare_security && valid
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(entries: &[(&str, &str)]) -> Overrides {
        entries.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
    }

    #[test]
    fn the_strongest_layer_holds_and_hides_its_synonyms_below() {
        let layers = Layers::new(
            layer(&[("log.retention.hours", "24"), ("num.io.threads", "4"), ("log.segment.bytes", "2000000")]),
            &layer(&[("log.retention.ms", "5"), ("log.segment.bytes", "3000000")]),
            &layer(&[("log.segment.bytes", "4000000")]),
        );
        assert_eq!(layers.number("log.segment.bytes"), Some(4_000_000));
        assert_eq!(layers.number("log.retention.ms"), Some(5));
        assert_eq!(layers.number("log.retention.hours"), Some(168));
        assert_eq!(layers.number("num.io.threads"), Some(4));
        assert_eq!(layers.number("log.retention.minutes"), None);
    }

    #[test]
    fn stored_settings_that_cannot_hold_are_left_out_and_named() {
        let cluster = layer(&[("log.segment.bytes", "x"), ("node.id", "3"), ("listeners", "A://:1"), ("own.key", "1")]);
        let layers = Layers::new(Overrides::new(), &cluster, &layer(&[("ssl.keystore.location", "/k")]));
        assert_eq!(layers.ignored(), ["listeners", "log.segment.bytes", "node.id", "ssl.keystore.location"]);
        assert_eq!(layers.merged(), &layer(&[("own.key", "1")]));
    }
}
