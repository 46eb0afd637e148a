//! YAML as JSON's values: the core schema of YAML 1.2, anchors, aliases and merge keys. One document a file.
//!
//! The parser hands over events one by one, and here they become a value without recursion. Depth and size are limited,
//! the size counting what aliases stand for, so that no file makes more of itself than it is.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Tag};
use serde_json::{Map, Value};

/// Lists within lists: a file of topics has four.
const DEPTH: usize = 64;
/// All texts together, in bytes, and so many more for each value.
const WEIGHT: usize = 16 << 20;
const EACH: usize = 32;

/// What is wrong, and in which line.
#[derive(Debug, PartialEq, Eq)]
pub struct Wrong {
    pub line: usize,
    pub what: String,
}

/// Reads one document; an empty one is null.
pub fn parse(text: &str) -> Result<Value, Wrong> {
    let mut reader = Reader::default();
    for event in Parser::new_from_str(text) {
        let (event, span) =
            event.map_err(|error| Wrong { line: error.marker().line(), what: error.info().to_owned() })?;
        let line = span.start.line();
        reader.event(event).map_err(|what| Wrong { line, what })?;
    }
    Ok(reader.result.unwrap_or(Value::Null))
}

/// A list or an object that is not closed yet.
enum Open {
    List(Vec<Value>),
    Object {
        fields: Map<String, Value>,
        /// What `<<` brought: it gives way to the object's own fields, wherever they stand.
        merged: Map<String, Value>,
        /// The key that waits for its value.
        key: Option<Key>,
    },
}

enum Key {
    Named(String),
    Merge,
}

#[derive(Default)]
struct Reader {
    /// With the anchor and the weight of each.
    open: Vec<(Open, usize, usize)>,
    /// What anchors stand for, and its weight.
    anchors: HashMap<usize, (Value, usize)>,
    /// Of everything that was made so far.
    weight: usize,
    result: Option<Value>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let weight = EACH + text.len();
                self.charge(weight)?;
                if style == ScalarStyle::Plain && text == "<<" && self.wants_key() {
                    self.key(Key::Merge);
                    return Ok(());
                }
                if self.wants_key() && anchor == 0 {
                    self.key(Key::Named(text.into_owned()));
                    return Ok(());
                }
                self.put(scalar(&text, style, tag.as_deref())?, anchor, weight)
            }
            Event::SequenceStart(anchor, tag) => self.begin(Open::List(Vec::new()), anchor, tag.as_deref()),
            Event::MappingStart(anchor, tag) => {
                let open = Open::Object { fields: Map::new(), merged: Map::new(), key: None };
                self.begin(open, anchor, tag.as_deref())
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let (open, anchor, weight) = self.open.pop().ok_or("a list ends that did not begin")?;
                self.put(open.close(), anchor, weight)
            }
            Event::Alias(anchor) => {
                let (value, weight) = self.anchors.get(&anchor).ok_or("an alias stands within what it names")?;
                let (value, weight) = (value.clone(), *weight);
                self.charge(weight)?;
                self.put(value, 0, weight)
            }
            Event::DocumentStart(_) if self.result.is_some() => Err("another document begins; one is wanted".into()),
            Event::DocumentStart(_) | Event::DocumentEnd | Event::StreamStart | Event::StreamEnd | Event::Nothing => {
                Ok(())
            }
        }
    }

    fn charge(&mut self, weight: usize) -> Result<(), String> {
        self.weight = self.weight.saturating_add(weight);
        match self.weight > WEIGHT {
            true => Err("it is too much, with all that its aliases stand for".into()),
            false => Ok(()),
        }
    }

    fn begin(&mut self, open: Open, anchor: usize, tag: Option<&Tag>) -> Result<(), String> {
        if let Some(tag) = tag.filter(|tag| !tag.is_yaml_core_schema()) {
            return Err(format!("the tag {tag} means nothing here"));
        }
        if self.wants_key() {
            return Err("a key is a text".into());
        }
        if self.open.len() >= DEPTH {
            return Err(format!("lists are more than {DEPTH} deep"));
        }
        self.charge(EACH)?;
        self.open.push((open, anchor, EACH));
        Ok(())
    }

    fn wants_key(&self) -> bool {
        matches!(self.open.last(), Some((Open::Object { key: None, .. }, ..)))
    }

    fn key(&mut self, new: Key) {
        if let Some((Open::Object { key, .. }, ..)) = self.open.last_mut() {
            *key = Some(new);
        }
    }

    /// A value that is whole goes to its place.
    fn put(&mut self, value: Value, anchor: usize, weight: usize) -> Result<(), String> {
        if anchor > 0 {
            self.charge(weight)?;
            self.anchors.insert(anchor, (value.clone(), weight));
        }
        let Some((open, _, whole)) = self.open.last_mut() else {
            self.result = Some(value);
            return Ok(());
        };
        *whole = whole.saturating_add(weight);
        match open {
            Open::List(items) => items.push(value),
            Open::Object { fields, merged, key } => match (key.take(), value) {
                (Some(Key::Merge), value) => merge(merged, value)?,
                (Some(Key::Named(name)), value) => match fields.entry(name) {
                    serde_json::map::Entry::Vacant(place) => drop(place.insert(value)),
                    serde_json::map::Entry::Occupied(there) => {
                        return Err(format!("the key {} stands there twice", there.key()));
                    }
                },
                (None, Value::String(name)) => *key = Some(Key::Named(name)),
                (None, _) => return Err("a key is a text".into()),
            },
        }
        Ok(())
    }
}

impl Open {
    fn close(self) -> Value {
        match self {
            Self::List(items) => Value::Array(items),
            Self::Object { mut fields, merged, .. } => {
                for (name, value) in merged {
                    fields.entry(name).or_insert(value);
                }
                Value::Object(fields)
            }
        }
    }
}

/// `<<: *defaults`, or a list of such; the first one wins.
fn merge(merged: &mut Map<String, Value>, value: Value) -> Result<(), String> {
    let all = match value {
        Value::Array(all) => all,
        one => vec![one],
    };
    for one in all {
        let Value::Object(fields) = one else { return Err("<< wants an object".into()) };
        for (name, value) in fields {
            merged.entry(name).or_insert(value);
        }
    }
    Ok(())
}

/// Quoted texts are texts. A plain one may be null, a truth or a whole number; numbers with a point stay as they are
/// written, because settings keep every digit.
fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Result<Value, String> {
    match tag {
        Some(tag) if tag.is_yaml_core_schema() && tag.suffix == "str" => return Ok(text.into()),
        Some(tag) if !tag.is_yaml_core_schema() => return Err(format!("the tag {tag} means nothing here")),
        _ => {}
    }
    if style != ScalarStyle::Plain {
        return Ok(text.into());
    }
    Ok(match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => true.into(),
        "false" | "False" | "FALSE" => false.into(),
        text => text.parse::<i64>().ok().filter(|number| number.to_string() == text).map_or(text.into(), Value::from),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn wrong(text: &str) -> String {
        let wrong = parse(text).unwrap_err();
        format!("{}: {}", wrong.line, wrong.what)
    }

    #[test]
    fn values_are_those_of_the_core_schema() {
        let text = "a: 7\nb: '7'\nc: [yes, true, ~, 1.10, 007]\nd: !!str 7\ne: |\n  two\n  lines\n\"f\": {}\n";
        let value =
            json!({"a": 7, "b": "7", "c": ["yes", true, null, "1.10", "007"], "d": "7", "e": "two\nlines\n", "f": {}});
        assert_eq!(parse(text).unwrap(), value);
        assert_eq!(parse("# nothing\n").unwrap(), Value::Null);
    }

    #[test]
    fn aliases_and_merge_keys_stand_for_what_they_name() {
        let text = "base: &b {x: 1, y: 2}\nuse:\n  y: 3\n  <<: *b\nlist: [*b, *b]\n";
        let value =
            json!({"base": {"x": 1, "y": 2}, "use": {"y": 3, "x": 1}, "list": [{"x": 1, "y": 2}, {"x": 1, "y": 2}]});
        assert_eq!(parse(text).unwrap(), value);
        assert_eq!(wrong("a: 1\n<<: 2\n"), "2: << wants an object");
    }

    #[test]
    fn what_is_ambiguous_or_means_nothing_is_refused_with_its_line() {
        assert_eq!(wrong("a: 1\na: 2\n"), "2: the key a stands there twice");
        assert_eq!(wrong("a: !secret x\n"), "1: the tag !secret means nothing here");
        assert_eq!(wrong("[a]: 1\n"), "1: a key is a text");
        assert_eq!(wrong("a: 1\n---\nb: 2\n"), "2: another document begins; one is wanted");
        assert!(wrong("a: 1\n b: 2\n").starts_with("2: "), "{}", wrong("a: 1\n b: 2\n"));
        assert!(parse("a: *nobody\n").is_err());
        assert!(parse("a: &x [*x]\n").is_err());
    }

    /// Files that grow when they are read: they are refused, at once, and take no memory.
    #[test]
    fn bombs_are_refused_quickly() {
        let begun = std::time::Instant::now();
        let mut laughs = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
        for n in 1..30 {
            let all = vec![format!("*a{}", n - 1); 9].join(", ");
            laughs += &format!("a{n}: &a{n} [{all}]\n");
        }
        assert!(parse(&laughs).is_err());
        let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(1 << 20), vec!["*a"; 1000].join(", "));
        assert!(parse(&long).is_err());
        let keys = format!("a: &a {}\n{}", "x".repeat(1 << 20), "? *a\n: 1\n".repeat(1000));
        assert!(parse(&keys).is_err());
        for open in ["[", "{a: ", "- ", "? ", "&a [", "!!str ", "'", "a: "] {
            let _ = parse(&open.repeat(200_000)); // any answer will do, if there is one soon
        }
        let deep: String = (0..2000).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
        assert!(parse(&deep).is_err());
        assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{:?}", begun.elapsed());
    }
}
