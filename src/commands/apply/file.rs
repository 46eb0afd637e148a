//! Files that say how topics are to be: TOML, or the same as JSON or YAML.
//!
//! ```toml
//! [topics.orders]
//! partitions = 6
//! replicas = 3
//! config = { "retention.ms" = "7d", "cleanup.policy" = "compact" }
//! unset = ["segment.bytes"]
//! ```
//!
//! What a file does not name is left as it is.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use serde_json::Value;
use toml_edit::DocumentMut;

use super::yaml;
use crate::commands::configs::change;
use crate::commands::failure::{Failure, file as file_failure};
use crate::commands::suggest;

/// How one topic is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub partitions: Option<i32>,
    pub replicas: Option<i16>,
    /// In Kafka's numbers.
    pub config: Vec<(String, String)>,
    pub unset: Vec<String>,
}

pub type Topics = BTreeMap<String, Wanted>;

/// Reads all files; a topic stands in one of them only.
pub fn read_all<'a>(paths: impl IntoIterator<Item = &'a String>) -> Result<Topics, Failure> {
    let mut all = Topics::new();
    for path in paths {
        let text = read(path).map_err(|error| file_failure("read", path, &error))?;
        for (name, wanted) in parse(path, &text)? {
            if all.insert(name.clone(), wanted).is_some() {
                return Err(Failure::usage(format!("{path}: topic {name} stands in a file before this one already")));
            }
        }
    }
    Ok(all)
}

/// A file of topics that is larger is none.
const LARGEST: u64 = 16 << 20;

fn read(path: &str) -> std::io::Result<String> {
    let from: Box<dyn Read> = match path {
        "-" => Box::new(std::io::stdin()),
        path => Box::new(std::fs::File::open(path)?),
    };
    let mut text = String::new();
    let read = from.take(LARGEST + 1).read_to_string(&mut text)?;
    match read as u64 > LARGEST {
        true => Err(std::io::Error::other("it is larger than 16 MiB")),
        false => Ok(text),
    }
}

fn parse(path: &str, text: &str) -> Result<Topics, Failure> {
    let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let wrong = |what: String| Failure::usage(format!("{path}: {what}"));
    let value: Value = if ending == "json" || text.trim_start().starts_with('{') {
        serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?
    } else if matches!(ending, "yaml" | "yml") || is_yaml(text) {
        yaml::parse(text).map_err(|wrong| Failure::usage(format!("{path}:{}: {}", wrong.line, wrong.what)))?
    } else {
        let document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
            let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].lines().count().max(1));
            Failure::usage(format!("{path}:{line}: {}", error.message().trim()))
        })?;
        table(document.as_table())
    };
    let Value::Object(top) = value else { return Err(wrong("expected [topics.NAME]".into())) };
    let mut topics = Topics::new();
    for (key, value) in top {
        if key != "topics" {
            return Err(wrong(format!("there is no key '{key}'")).hint("[topics.NAME]"));
        }
        let Value::Object(named) = value else { return Err(wrong("expected [topics.NAME]".into())) };
        for (name, value) in named {
            let wanted = wanted(&value).map_err(|bad| match bad {
                Bad::What(what) => wrong(format!("topic {name}: {what}")),
                Bad::Key(key) => wrong(format!("topic {name}: there is no key '{key}'"))
                    .hint_if_any(suggest::hint(&key, KEYS))
                    .hint("settings stand in config: config = { \"retention.ms\" = \"7d\" }"),
                Bad::Failure(failure) => failure.because(format!("{path}: topic {name}")),
            })?;
            topics.insert(name, wanted);
        }
    }
    Ok(topics)
}

/// A text from a pipe has no name that would tell: `topics:` begins a line in YAML alone.
fn is_yaml(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("topics:"))
}

/// TOML as JSON: both are read alike from here on.
fn table(table: &dyn toml_edit::TableLike) -> Value {
    Value::Object(table.iter().map(|(key, item)| (key.to_owned(), item_value(item))).collect())
}

fn item_value(item: &toml_edit::Item) -> Value {
    if let Some(inner) = item.as_table_like() {
        return table(inner);
    }
    item.as_value().map_or(Value::Null, toml_value)
}

fn toml_value(value: &toml_edit::Value) -> Value {
    use toml_edit::Value as Toml;
    match value {
        Toml::String(text) => Value::String(text.value().clone()),
        Toml::Integer(number) => Value::from(*number.value()),
        Toml::Float(number) => Value::from(*number.value()),
        Toml::Boolean(flag) => Value::Bool(*flag.value()),
        Toml::Datetime(time) => Value::String(time.value().to_string()),
        Toml::Array(list) => Value::Array(list.iter().map(toml_value).collect()),
        Toml::InlineTable(inner) => table(inner),
    }
}

const KEYS: [&str; 4] = ["partitions", "replicas", "config", "unset"];

enum Bad {
    What(String),
    Key(String),
    Failure(Failure),
}

fn wanted(value: &Value) -> Result<Wanted, Bad> {
    let Value::Object(fields) = value else { return Err(Bad::What("it is no table".into())) };
    let mut wanted = Wanted::default();
    for (key, value) in fields {
        let count = |limit: i64| {
            let number = value.as_i64().filter(|number| (1..=limit).contains(number));
            number.ok_or_else(|| Bad::What(format!("{key} is a number from 1 on")))
        };
        match key.as_str() {
            "partitions" => wanted.partitions = i32::try_from(count(i32::MAX.into())?).ok(),
            "replicas" => wanted.replicas = i16::try_from(count(i16::MAX.into())?).ok(),
            "config" => {
                let Value::Object(settings) = value else { return Err(Bad::What("config is a table".into())) };
                for (key, value) in settings {
                    match text(value) {
                        Some(text) => {
                            wanted.config.push((key.clone(), change::number(key, &text).map_err(Bad::Failure)?))
                        }
                        None if value.is_null() => wanted.unset.push(key.clone()),
                        None => return Err(Bad::What(format!("config: write the key in quotes: \"{key}\" = \"…\""))),
                    }
                }
            }
            "unset" => {
                let list = value.as_array().and_then(|list| list.iter().map(Value::as_str).collect::<Option<Vec<_>>>());
                let list = list.ok_or_else(|| Bad::What("unset is a list of keys".into()))?;
                wanted.unset.extend(list.into_iter().map(str::to_owned));
            }
            key => return Err(Bad::Key(key.to_owned())),
        }
    }
    if let Some(key) = wanted.unset.iter().find(|key| wanted.config.iter().any(|(set, _)| set == *key)) {
        return Err(Bad::What(format!("{key} is to be set and unset")));
    }
    Ok(wanted)
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        // cleanup.policy = ["compact", "delete"]
        Value::Array(list) => list.iter().map(text).collect::<Option<Vec<_>>>().map(|list| list.join(",")),
        Value::Null | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, text: &str) -> Result<Topics, String> {
        super::parse(path, text).map_err(|failure| failure.what().to_owned())
    }

    #[test]
    fn toml_json_and_yaml_say_the_same() {
        let toml = "[topics.orders]\npartitions = 6\nconfig = { \"retention.ms\" = \"7d\", \"cleanup.policy\" = [\"compact\", \"delete\"] }\n\
                    unset = [\"segment.ms\"]\n[topics.\"a.b\"]\nreplicas = 3\n";
        let json = r#"{"topics": {"orders": {"partitions": 6, "config":
            {"retention.ms": 604800000, "cleanup.policy": "compact,delete", "segment.ms": null}}, "a.b": {"replicas": 3}}}"#;
        let read_toml = read("t.toml", toml).unwrap();
        assert_eq!(read_toml, read("t.json", json).unwrap());
        let yaml = "topics:\n  orders:\n    partitions: 6\n    config:\n      retention.ms: 7d\n      \
                    cleanup.policy: [compact, delete]\n    unset: [segment.ms]\n  a.b: {replicas: 3}\n";
        assert_eq!(read_toml, read("t.yaml", yaml).unwrap());
        assert_eq!(read_toml, read("-", yaml).unwrap());
        assert_eq!(read_toml["orders"].config[0], ("retention.ms".to_owned(), "604800000".to_owned()));
    }

    #[test]
    fn what_is_wrong_is_told_with_the_topic() {
        let wrong = |text: &str| read("t.toml", text).unwrap_err();
        assert_eq!(wrong("[topics.t]\npartition = 1"), "t.toml: topic t: there is no key 'partition'");
        assert_eq!(wrong("[topics.t]\npartitions = 0"), "t.toml: topic t: partitions is a number from 1 on");
        assert_eq!(wrong("[topic.t]\n"), "t.toml: there is no key 'topic'");
        assert_eq!(
            wrong("[topics.t]\nconfig = { a = 1 }\nunset = [\"a\"]"),
            "t.toml: topic t: a is to be set and unset"
        );
        assert!(wrong("[topics.t").starts_with("t.toml:1: "));
        assert_eq!(
            read("t.yaml", "topics:\n  t:\n    partition: 1").unwrap_err(),
            "t.yaml: topic t: there is no key 'partition'"
        );
        assert_eq!(read("t.yaml", "topics:\n  t: 1\n  t: 2").unwrap_err(), "t.yaml:3: the key t stands there twice");
    }
}
