//! The quotas of a user or client. Sorted by name.
//! Made by tests/tools/config/ConfigKeys.java from the facts in Kafka's jars; see docs/config.md.

use super::table::*;

pub static KEYS: &[Key] = &[
    key("consumer_byte_rate", Long, Is("9223372036854775807"), Any, Medium, ReadOnly, 1),
    key("controller_mutation_rate", Double, Is("2.147483647E9"), Any, Medium, ReadOnly, 3),
    key("producer_byte_rate", Long, Is("9223372036854775807"), Any, Medium, ReadOnly, 0),
    key("request_percentage", Double, Is("2.147483647E9"), Any, Medium, ReadOnly, 2),
];
