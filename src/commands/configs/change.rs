//! A change of settings in kt's own grammar: what it would do, key by key, in words a person can judge.
//!
//! `kt configs set`, `unset`, `edit` and `kt apply` all go through here: units are turned into Kafka's numbers, a key that
//! nobody knows is refused with the nearest one, before and after are shown, and the way back is named.

use std::collections::BTreeSet;

use super::{Changes, Kind};
use crate::client::admin::configs::{Entry, Source};
use crate::commands::failure::{Exit, Failure};
use crate::commands::suggest;
use crate::output::human;
use crate::protocol::code::ErrorCode;

/// One key before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub key: String,
    /// What is set on the thing itself.
    pub before: Option<String>,
    /// What is to be set; `None`: taken away.
    pub after: Option<String>,
    /// What holds when nothing is set.
    pub default: Option<String>,
    /// Never shown.
    pub sensitive: bool,
}

/// What is done to a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    In,
    Out,
}

/// `cleanup.policy+=compact` as what is to be set, by what holds now. The whole list is sent: brokers of before 2.3 know
/// no other way, and the preview shows it.
pub fn with_lists(entries: &[Entry], changes: &Changes) -> Changes {
    let mut all = Changes { lists: Vec::new(), ..changes.clone() };
    for (key, act, value) in &changes.lists {
        let set = all.add.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone());
        let held = || entries.iter().find(|entry| entry.name == *key).and_then(|entry| entry.value.clone());
        let now = set.or_else(held).unwrap_or_default();
        let mut items: Vec<&str> = now.split(',').map(str::trim).filter(|item| !item.is_empty()).collect();
        for item in value.split(',').map(str::trim) {
            match act {
                Listed::Out => items.retain(|known| *known != item),
                Listed::In if items.contains(&item) => {}
                Listed::In => items.push(item),
            }
        }
        super::parse::put(&mut all.add, key, &items.join(","));
    }
    all
}

/// Where a setting of the thing itself comes from.
pub fn own_source(kind: Kind, name: &str) -> Option<Source> {
    match kind {
        Kind::Topics => Some(Source::Topic),
        Kind::Brokers if name.is_empty() => Some(Source::DynamicDefaultBroker),
        Kind::Brokers => Some(Source::DynamicBroker),
        Kind::ClientMetrics => Some(Source::ClientMetrics),
        Kind::Groups => Some(Source::Group),
        _ => None,
    }
}

/// Changes in Kafka's numbers: `7d` of a `….ms` key, `512MiB` of a `….bytes` key.
pub fn in_numbers(changes: Changes) -> Result<Changes, Failure> {
    let add = changes.add.into_iter().map(|(key, value)| number(&key, &value).map(|value| (key, value)));
    Ok(Changes { add: add.collect::<Result<_, _>>()?, delete: changes.delete, lists: changes.lists })
}

/// A value as Kafka reads it.
pub fn number(key: &str, value: &str) -> Result<String, Failure> {
    let plain = value.parse::<f64>().is_ok() || value.is_empty();
    if plain || !value.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok(value.to_owned());
    }
    let wrong = |hint: &str| Failure::usage(format!("{key}: '{value}' is no value")).hint(hint.to_owned());
    if is_time(key) {
        let time = humantime::parse_duration(value)
            .map_err(|_| wrong("milliseconds, or a number with a unit: 30s, 12h, 7d"))?;
        return Ok(time.as_millis().to_string());
    }
    if is_size(key) {
        return size(value)
            .map(|bytes| bytes.to_string())
            .ok_or_else(|| wrong("bytes, or a number with a unit: 64KiB, 512MiB, 1GiB"));
    }
    Ok(value.to_owned())
}

fn is_time(key: &str) -> bool {
    key.ends_with(".ms")
}

fn is_size(key: &str) -> bool {
    key.ends_with(".bytes") || key.ends_with("_byte_rate")
}

/// `512MiB`, or bytes.
pub fn size(text: &str) -> Option<u64> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let number: u64 = text[..digits].parse().ok()?;
    let unit: u64 = match text[digits..].trim().to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "kb" => 1000,
        "mb" => 1_000_000,
        "gb" => 1_000_000_000,
        "k" | "kib" => 1 << 10,
        "m" | "mib" => 1 << 20,
        "g" | "gib" => 1 << 30,
        "t" | "tib" => 1 << 40,
        _ => return None,
    };
    number.checked_mul(unit)
}

/// A value with its meaning behind it: `86400000 (1 d)`.
pub fn with_unit(key: &str, value: &str) -> String {
    match value.parse::<u64>() {
        Ok(ms) if is_time(key) && ms >= 1000 && ms < i64::MAX as u64 => format!("{value} ({})", human::duration(ms)),
        Ok(bytes) if is_size(key) && bytes >= 1024 && bytes < i64::MAX as u64 => {
            format!("{value} ({})", human::size(bytes))
        }
        _ => value.to_owned(),
    }
}

/// What the changes would do. `entries` are all settings that hold; a key that is not among a topic's or a group's is
/// nobody's. What is as it is to be is left out.
pub fn lines(kind: Kind, name: &str, entries: &[Entry], changes: &Changes) -> Result<Vec<Line>, Failure> {
    let own = own_source(kind, name);
    let strict = matches!(kind, Kind::Topics | Kind::Groups) && !entries.is_empty();
    let line = |key: &String, after: Option<&String>| {
        let entry = entries.iter().find(|entry| entry.name == *key);
        if entry.is_none() && strict {
            return Err(unknown(kind, key, entries.iter().map(|entry| &*entry.name)));
        }
        let is_own = |entry: &&Entry| Some(entry.source) == own;
        let behind = |entry: &Entry| {
            entry.synonyms.iter().find(|synonym| Some(synonym.source) != own).and_then(|synonym| synonym.value.clone())
        };
        Ok(Line {
            key: key.clone(),
            before: entry.filter(is_own).and_then(|entry| entry.value.clone()),
            after: after.cloned(),
            default: entry.and_then(|entry| if is_own(&entry) { behind(entry) } else { entry.value.clone() }),
            sensitive: entry.is_some_and(|entry| entry.sensitive),
        })
    };
    let set = changes.add.iter().map(|(key, value)| line(key, Some(value)));
    let unset = changes.delete.iter().map(|key| line(key, None));
    let all: Vec<Line> = set.chain(unset).collect::<Result<_, Failure>>()?;
    Ok(all.into_iter().filter(|line| line.sensitive || line.before != line.after).collect())
}

pub fn unknown<'a>(kind: Kind, key: &str, known: impl IntoIterator<Item = &'a str>) -> Failure {
    let nearest = suggest::nearest(key, known);
    Failure::new(format!("there is no {} setting {key}", kind.one()))
        .code(ErrorCode::INVALID_CONFIG.name())
        .exit(Exit::Usage)
        .hint_if_any(nearest.map(|near| format!("did you mean   {near} ?")))
}

/// The lines of a preview: what goes with `-`, what comes with `+`.
pub fn shown(lines: &[Line]) -> String {
    let width = lines.iter().map(|line| line.key.len()).max().unwrap_or(0);
    let mut text = Vec::new();
    for line in lines {
        let value = |value: &str| if line.sensitive { "(hidden)".to_owned() } else { with_unit(&line.key, value) };
        let default =
            line.default.as_deref().map(|default| format!("   default {}", value(default))).unwrap_or_default();
        match (&line.before, &line.after) {
            (Some(before), Some(after)) => {
                text.push(format!("- {:width$}   {}", line.key, value(before)));
                text.push(format!("+ {:width$}   {}", line.key, value(after)));
            }
            (Some(before), None) => text.push(format!("- {:width$}   {}{default}", line.key, value(before))),
            (None, Some(after)) => text.push(format!("+ {:width$}   {}{default}", line.key, value(after))),
            (None, None) => {}
        }
    }
    text.join("\n")
}

/// What may be lost by it, in a sentence.
pub fn loses(lines: &[Line]) -> Option<String> {
    let keeps_less = |line: &&Line| {
        let number = |value: &Option<String>| value.as_deref().and_then(|text| text.parse::<i64>().ok());
        let before = number(&line.before).or(number(&line.default));
        let after = number(&line.after).or(number(&line.default));
        // -1: no limit.
        let limit = |number: i64| if number < 0 { i64::MAX } else { number };
        let kept =
            matches!(&*line.key, "retention.ms" | "retention.bytes" | "local.retention.ms" | "local.retention.bytes");
        kept && matches!((before, after), (Some(before), Some(after)) if limit(after) < limit(before))
    };
    if let Some(line) = lines.iter().find(keeps_less) {
        let value = line.after.as_deref().or(line.default.as_deref()).unwrap_or_default();
        return Some(format!(
            "what is beyond {} {} can be removed within minutes",
            line.key,
            with_unit(&line.key, value)
        ));
    }
    let compacts = |line: &&Line| {
        let has = |value: &Option<String>| value.as_deref().is_some_and(|text| text.contains("compact"));
        line.key == "cleanup.policy"
            && has(&line.after)
            && !has(&line.before)
            && !(line.before.is_none() && has(&line.default))
    };
    lines.iter().find(compacts).map(|_| "of each key only the last record stays once it is compacted".to_owned())
}

/// The call that takes it back.
pub fn undo(of: &str, lines: &[Line]) -> Option<String> {
    let set: BTreeSet<String> = lines
        .iter()
        .filter(|line| !line.sensitive)
        .filter_map(|line| Some(quoted(&format!("{}={}", line.key, line.before.as_deref()?))))
        .collect();
    let unset: BTreeSet<&str> =
        lines.iter().filter(|line| !line.sensitive && line.before.is_none()).map(|line| &*line.key).collect();
    let mut calls = Vec::new();
    if !set.is_empty() {
        calls.push(format!("kt configs set {} {}", quoted(of), Vec::from_iter(set).join(" ")));
    }
    if !unset.is_empty() {
        calls.push(format!("kt configs unset {} {}", quoted(of), Vec::from_iter(unset).join(" ")));
    }
    (!calls.is_empty()).then(|| calls.join(" && "))
}

/// A word for a shell.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,@%+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(key: &str, before: Option<&str>, after: Option<&str>, default: Option<&str>) -> Line {
        let text = |value: Option<&str>| value.map(str::to_owned);
        Line { key: key.into(), before: text(before), after: text(after), default: text(default), sensitive: false }
    }

    #[test]
    fn units_are_for_people_and_numbers_for_kafka() {
        let of = |key: &str, value: &str| number(key, value).map_err(|failure| failure.what().to_owned());
        assert_eq!(of("retention.ms", "1d"), Ok("86400000".into()));
        assert_eq!(of("retention.ms", "86400000"), Ok("86400000".into()));
        assert_eq!(of("retention.ms", "-1"), Ok("-1".into()));
        assert_eq!(of("segment.bytes", "512MiB"), Ok("536870912".into()));
        assert_eq!(of("max.message.bytes", "1MB"), Ok("1000000".into()));
        assert_eq!(of("min.cleanable.dirty.ratio", "0.5"), Ok("0.5".into()));
        assert_eq!(of("cleanup.policy", "compact"), Ok("compact".into()));
        assert_eq!(of("retention.ms", "1 year or so"), Err("retention.ms: '1 year or so' is no value".into()));
        assert_eq!(of("segment.bytes", "99999999999TiB"), Err("segment.bytes: '99999999999TiB' is no value".into()));
        assert_eq!(with_unit("retention.ms", "86400000"), "86400000 (1 d)");
        assert_eq!(with_unit("segment.bytes", "536870912"), "536870912 (512 MiB)");
        assert_eq!(with_unit("flush.ms", "9223372036854775807"), "9223372036854775807");
        assert_eq!(with_unit("min.insync.replicas", "2000"), "2000");
    }

    #[test]
    fn a_preview_has_what_goes_and_what_comes() {
        let lines = [
            line("retention.ms", Some("604800000"), Some("86400000"), Some("604800000")),
            line("cleanup.policy", None, Some("compact,delete"), Some("delete")),
            line("segment.ms", Some("1000"), None, Some("604800000")),
        ];
        assert_eq!(
            shown(&lines),
            "- retention.ms     604800000 (7 d)\n+ retention.ms     86400000 (1 d)\n\
             + cleanup.policy   compact,delete   default delete\n\
             - segment.ms       1000 (1 s)   default 604800000 (7 d)"
        );
        assert_eq!(
            undo("topic/t", &lines).unwrap(),
            "kt configs set topic/t retention.ms=604800000 segment.ms=1000 && kt configs unset topic/t cleanup.policy"
        );
        assert_eq!(loses(&lines).unwrap(), "what is beyond retention.ms 86400000 (1 d) can be removed within minutes");
        assert_eq!(loses(&lines[1..2]).unwrap(), "of each key only the last record stays once it is compacted");
        assert_eq!(loses(&[line("retention.ms", Some("1000"), Some("-1"), None)]), None);
    }

    #[test]
    fn a_secret_is_in_no_preview_and_no_undo() {
        let secret = Line { sensitive: true, ..line("ssl.key.password", Some("alt"), Some("neu"), None) };
        assert_eq!(
            shown(std::slice::from_ref(&secret)),
            "- ssl.key.password   (hidden)\n+ ssl.key.password   (hidden)"
        );
        assert_eq!(undo("broker/1", &[secret]), None);
        assert_eq!(quoted("it's"), "'it'\\''s'");
    }

    #[test]
    fn a_value_goes_into_a_list_once_and_out_of_it_for_good() {
        let changed = |lists: &[(&str, Listed, &str)], set: &str| {
            let lists = lists.iter().map(|(key, act, value)| ((*key).to_owned(), *act, (*value).to_owned())).collect();
            let add = vec![("a".to_owned(), set.to_owned())];
            with_lists(&[], &Changes { add, lists, ..Changes::default() }).add[0].1.clone()
        };
        assert_eq!(changed(&[("a", Listed::In, "z")], "x,y"), "x,y,z");
        assert_eq!(changed(&[("a", Listed::In, "x")], "x,y"), "x,y");
        assert_eq!(changed(&[("a", Listed::Out, "x, y")], "x,y,z"), "z");
        assert_eq!(changed(&[("a", Listed::Out, "q"), ("a", Listed::In, "r")], ""), "r");
    }
}
