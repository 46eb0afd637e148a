//! Why a setting is refused: one of the two errors Kafka answers with, and its words.

use std::fmt;

/// Settings of one resource: name to value.
pub type Overrides = std::collections::BTreeMap<String, String>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// INVALID_CONFIG
    Config(String),
    /// INVALID_REQUEST
    Request(String),
}

impl Refused {
    pub fn message(&self) -> &str {
        match self {
            Refused::Config(message) | Refused::Request(message) => message,
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for Refused {}

/// Names in the order a Java HashMap or HashSet gives them back: of several wrong names Kafka reports the first in this
/// order, and lists print in it.
pub fn java_order<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<&str> = names.into_iter().collect();
    // Java keeps its tables at most three quarters full.
    let slots = (names.len() * 4 / 3 + 1).next_power_of_two().max(16) as u32;
    names.sort_by_key(|name| {
        let hash = name.encode_utf16().fold(0u32, |hash, unit| hash.wrapping_mul(31).wrapping_add(u32::from(unit)));
        (hash ^ (hash >> 16)) & (slots - 1)
    });
    names
}

#[cfg(test)]
mod tests {
    use super::java_order;

    #[test]
    fn names_come_as_from_a_java_hash_map() {
        assert_eq!(java_order(["foo", "bar"]), ["bar", "foo"]);
        assert_eq!(java_order(["log.dirs", "node.id"]), ["node.id", "log.dirs"]);
        assert_eq!(
            java_order(["ssl.keystore.location", "ssl.key.password"]),
            ["ssl.key.password", "ssl.keystore.location"]
        );
    }
}
