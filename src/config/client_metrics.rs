//! The settings of a client metrics subscription (KIP-714), with Kafka's checks.

use super::keys;
use super::refused::{Overrides, Refused};
use super::topic::first_unknown;
use super::value::{Value, java_trim};

const INTERVAL_MS: std::ops::RangeInclusive<i32> = 100..=3_600_000;

const MATCHED: [&str; 6] = [
    "client_id",
    "client_instance_id",
    "client_software_name",
    "client_software_version",
    "client_source_address",
    "client_source_port",
];

/// Whether a subscription may have these settings.
pub fn validate(subscription: &str, new: &Overrides) -> Result<(), Refused> {
    if subscription.is_empty() {
        return Err(Refused::Request("Subscription name can't be empty".into()));
    }
    if let Some(unknown) = first_unknown(keys::CLIENT_METRICS, new) {
        return Err(Refused::Request(format!("Unknown client metrics configuration: {unknown}")));
    }
    let mut patterns = Vec::new();
    for key in keys::CLIENT_METRICS.in_order_of_definition() {
        let Some(text) = new.get(key.name) else { continue };
        match (key.name, key.parse(text).map_err(Refused::Config)?) {
            ("interval.ms", Value::Int(ms)) if !INTERVAL_MS.contains(&ms) => {
                return Err(Refused::Request(format!(
                    "Invalid value {ms} for interval.ms, interval must be between 100 and 3600000 (1 hour)"
                )));
            }
            ("match", Value::List(items)) => patterns = items,
            _ => {}
        }
    }
    match patterns.iter().find(|pattern| !is_pattern(pattern)) {
        Some(pattern) => Err(Refused::Config(format!("Illegal client matching pattern: {pattern}"))),
        None => Ok(()),
    }
}

/// `NAME=REGEX`. Java drops empty parts at the end when it splits, so `NAME=` is none.
fn is_pattern(text: &str) -> bool {
    let mut parts: Vec<&str> = text.split('=').collect();
    while parts.last().is_some_and(|part| part.is_empty()) {
        parts.pop();
    }
    match parts.as_slice() {
        [name, regex] => MATCHED.contains(&java_trim(name)) && closes(java_trim(regex)),
        _ => false,
    }
}

/// Whether a regular expression closes what it opens: enough to catch a slip, and kt matches nothing against it.
fn closes(regex: &str) -> bool {
    let (mut groups, mut in_class, mut dangling, mut chars) = (0u32, false, false, regex.chars());
    while let Some(c) = chars.next() {
        match c {
            '\\' => dangling = chars.next().is_none(),
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => groups += 1,
            ')' if !in_class => match groups.checked_sub(1) {
                Some(left) => groups = left,
                None => return false,
            },
            _ => {}
        }
    }
    groups == 0 && !in_class && !dangling && !regex.starts_with(['*', '+', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_settings_are_refused_in_kafkas_words() {
        let illegal = |pattern: &str| Err(Refused::Config(format!("Illegal client matching pattern: {pattern}")));
        for (name, value, expected) in [
            ("foo", "1", Err(Refused::Request("Unknown client metrics configuration: foo".into()))),
            (
                "interval.ms",
                "99",
                Err(Refused::Request(
                    "Invalid value 99 for interval.ms, interval must be between 100 and 3600000 (1 hour)".into(),
                )),
            ),
            (
                "interval.ms",
                "x",
                Err(Refused::Config("Invalid value x for configuration interval.ms: Not a number of type INT".into())),
            ),
            ("metrics", "", Ok(())),
            ("match", "client_id=a,client_software_name=b", Ok(())),
            ("match", "foo=bar", illegal("foo=bar")),
            ("match", "client_id", illegal("client_id")),
            ("match", "client_id=", illegal("client_id=")),
            ("match", "client_id=[", illegal("client_id=[")),
        ] {
            assert_eq!(validate("m", &[(name.to_string(), value.to_string())].into()), expected, "{name}={value}");
        }
        assert!(validate("", &Overrides::new()).is_err());
    }
}
