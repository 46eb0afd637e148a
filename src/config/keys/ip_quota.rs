//! The quotas of an address. Sorted by name.
//! Made by tests/tools/config/ConfigKeys.java from the facts in Kafka's jars; see docs/config.md.

use super::table::*;

pub static KEYS: &[Key] = &[
    key("connection_creation_rate", Int, Is("2147483647"), AtLeast(0.0), Medium, ReadOnly, 0),
];
