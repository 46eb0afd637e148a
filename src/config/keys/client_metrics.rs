//! What a client metrics subscription may set. Sorted by name.
//! Made by tests/tools/config/ConfigKeys.java from the facts in Kafka's jars; see docs/config.md.

use super::table::*;

pub static KEYS: &[Key] = &[
    key("interval.ms", Int, Is("300000"), Any, Medium, ReadOnly, 1),
    key("match", List, Is(""), ListOf { allowed: &[], empty: true, null: false }, Medium, ReadOnly, 2),
    key("metrics", List, Is(""), ListOf { allowed: &[], empty: true, null: false }, Medium, ReadOnly, 0),
];
