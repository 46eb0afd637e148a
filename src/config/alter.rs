//! What AlterConfigs and IncrementalAlterConfigs do to the settings of a resource, before anybody checks the outcome.
//!
//! [`incremental`] and [`replace`] are pure: settings in, settings and the changes to record out. The checks on the
//! outcome are [`super::topic::validate`], [`super::dynamic::validate`], [`super::group::validate`] and
//! [`super::client_metrics::validate`].

use std::collections::HashSet;

use super::keys::{self, Key, Kind};
use super::layers::key_of_setting;
use super::origin::ResourceKind;
use super::refused::{Overrides, Refused};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    Set,
    Delete,
    Append,
    Subtract,
}

impl Operation {
    pub fn from_number(number: i8) -> Result<Operation, Refused> {
        Ok(match number {
            0 => Operation::Set,
            1 => Operation::Delete,
            2 => Operation::Append,
            3 => Operation::Subtract,
            _ => return Err(Refused::Request(format!("Unknown operations type {number}"))),
        })
    }
}

/// One change asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'a> {
    pub name: &'a str,
    pub operation: Operation,
    pub value: Option<&'a str>,
}

/// The settings after the changes, and the changes to record: a value, or none to delete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Altered {
    pub settings: Overrides,
    pub records: Vec<(String, Option<String>)>,
}

/// What is wrong with a request whatever its resource: a key twice, or a value that is missing.
pub fn check_request<'a>(changes: impl IntoIterator<Item = Change<'a>>) -> Result<(), Refused> {
    let mut names = HashSet::new();
    let mut nulls = Vec::new();
    let mut twice = false;
    for change in changes {
        twice |= !names.insert(change.name);
        if change.operation != Operation::Delete && change.value.is_none() {
            nulls.push(change.name);
        }
    }
    if twice {
        return Err(Refused::Request("Error due to duplicate config keys".into()));
    }
    if !nulls.is_empty() {
        return Err(Refused::Request(format!("Null value not supported for : {}", nulls.join(", "))));
    }
    Ok(())
}

/// IncrementalAlterConfigs: `now` with `changes` made one after the other.
pub fn incremental(kind: ResourceKind, now: &Overrides, changes: &[Change]) -> Result<Altered, Refused> {
    let mut altered = Altered { settings: now.clone(), records: Vec::new() };
    for change in changes {
        let old = now.get(change.name);
        let new = match (change.operation, change.value) {
            (Operation::Delete, _) => None,
            (Operation::Set, value) => value.map(str::to_string),
            (Operation::Append, value) => {
                let mut items = list_before(kind, old, change.name, "append")?;
                for item in parts(value.unwrap_or_default()) {
                    if !items.contains(&item) {
                        items.push(item);
                    }
                }
                Some(items.join(","))
            }
            (Operation::Subtract, value) => {
                let mut items = list_before(kind, old, change.name, "subtract")?;
                for item in parts(value.unwrap_or_default()) {
                    if let Some(at) = items.iter().position(|old| *old == item) {
                        items.remove(at);
                    }
                }
                Some(items.join(","))
            }
        };
        altered.put(kind, change.name, old, new);
    }
    Ok(altered)
}

/// AlterConfigs: exactly `new` holds afterwards.
pub fn replace(kind: ResourceKind, now: &Overrides, new: &Overrides) -> Altered {
    let mut altered = Altered { settings: now.clone(), records: Vec::new() };
    for (name, value) in new {
        altered.put(kind, name, now.get(name), Some(value.clone()));
    }
    for name in now.keys().filter(|name| !new.contains_key(*name)) {
        altered.put(kind, name, now.get(name), None);
    }
    altered
}

impl Altered {
    /// A broker's setting is recorded even when it stays the same: that makes brokers read changed files again
    /// (KAFKA-14136).
    fn put(&mut self, kind: ResourceKind, name: &str, old: Option<&String>, new: Option<String>) {
        match &new {
            Some(value) => self.settings.insert(name.to_string(), value.clone()),
            None => self.settings.remove(name),
        };
        if old != new.as_ref() || kind == ResourceKind::Broker {
            self.records.push((name.to_string(), new));
        }
    }
}

/// The items a list has before a change: its own, or those of its default.
fn list_before(kind: ResourceKind, old: Option<&String>, name: &str, verb: &str) -> Result<Vec<String>, Refused> {
    let key: Option<&Key> = match kind {
        ResourceKind::Topic => keys::TOPIC.get(name),
        ResourceKind::Broker => key_of_setting(name).filter(|key| key.name == name),
        _ => None,
    };
    let refused = |message: String| Err(Refused::Config(message));
    match (kind, key) {
        (ResourceKind::Broker, None) => refused(format!("Unknown config name: {name}")),
        (ResourceKind::Broker, Some(key)) if key.kind != Kind::List => {
            refused(format!("Config value {verb} is not allowed for config key: {name}"))
        }
        (_, Some(key)) if key.kind == Kind::List => {
            Ok(parts(old.map(String::as_str).or(key.default_text()).unwrap_or_default()))
        }
        _ => {
            let verb = verb.to_uppercase();
            refused(format!("Can't {verb} to key {name} because its type is not LIST."))
        }
    }
}

// Kafka does not trim the items here.
fn parts(text: &str) -> Vec<String> {
    text.split(',').filter(|item| !item.is_empty()).map(str::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(entries: &[(&str, &str)]) -> Overrides {
        entries.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
    }

    fn one(
        kind: ResourceKind,
        now: &Overrides,
        operation: Operation,
        name: &str,
        value: &str,
    ) -> Result<Altered, Refused> {
        incremental(kind, now, &[Change { name, operation, value: Some(value) }])
    }

    use Operation::{Append, Delete, Set, Subtract};
    use ResourceKind::{Broker, ClientMetrics, Group, Topic};

    #[test]
    fn append_and_subtract_work_on_the_default_where_nothing_is_set() {
        let none = Overrides::new();
        let after = |operation, value: &str| {
            one(Topic, &none, operation, "cleanup.policy", value).unwrap().settings["cleanup.policy"].clone()
        };
        assert_eq!(after(Append, "compact"), "delete,compact");
        assert_eq!(after(Append, "delete"), "delete");
        assert_eq!(after(Subtract, "delete"), "");
        assert_eq!(after(Subtract, "compact"), "delete");
    }

    #[test]
    fn append_to_what_is_no_list_is_refused_in_kafkas_words() {
        let none = Overrides::new();
        for (kind, name, operation, expected) in [
            (Topic, "retention.ms", Append, "Can't APPEND to key retention.ms because its type is not LIST."),
            (Topic, "foo", Append, "Can't APPEND to key foo because its type is not LIST."),
            (Topic, "retention.ms", Subtract, "Can't SUBTRACT to key retention.ms because its type is not LIST."),
            (Broker, "log.retention.ms", Append, "Config value append is not allowed for config key: log.retention.ms"),
            (Broker, "foo", Append, "Unknown config name: foo"),
            (ClientMetrics, "metrics", Append, "Can't APPEND to key metrics because its type is not LIST."),
            (Group, "foo", Subtract, "Can't SUBTRACT to key foo because its type is not LIST."),
        ] {
            assert_eq!(one(kind, &none, operation, name, "1"), Err(Refused::Config(expected.into())));
        }
    }

    #[test]
    fn only_what_changes_is_recorded_but_for_a_broker_everything() {
        let now = settings(&[("a", "1"), ("b", "2")]);
        let changes = [
            Change { name: "a", operation: Set, value: Some("1") },
            Change { name: "b", operation: Delete, value: None },
            Change { name: "c", operation: Delete, value: None },
        ];
        let topic = incremental(Topic, &now, &changes).unwrap();
        assert_eq!(topic.settings, settings(&[("a", "1")]));
        assert_eq!(topic.records, [("b".to_string(), None)]);
        let broker = incremental(Broker, &now, &changes).unwrap();
        assert_eq!(broker.records.len(), 3);
    }

    #[test]
    fn replacing_deletes_what_is_not_named() {
        let altered = replace(Topic, &settings(&[("a", "1"), ("b", "2")]), &settings(&[("b", "3"), ("c", "4")]));
        assert_eq!(altered.settings, settings(&[("b", "3"), ("c", "4")]));
        let value = |text: &str| Some(text.to_string());
        assert_eq!(altered.records, [("b".into(), value("3")), ("c".into(), value("4")), ("a".into(), None)]);
    }

    #[test]
    fn a_key_twice_or_a_missing_value_is_an_invalid_request() {
        let set = |name, value| Change { name, operation: Set, value };
        assert_eq!(
            check_request([set("a", Some("1")), set("a", Some("2"))]),
            Err(Refused::Request("Error due to duplicate config keys".into()))
        );
        assert_eq!(
            check_request([set("a", None), set("b", None), Change { name: "c", operation: Delete, value: None }]),
            Err(Refused::Request("Null value not supported for : a, b".into()))
        );
    }
}
