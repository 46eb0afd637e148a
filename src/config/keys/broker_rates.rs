//! Keys that exist only as dynamic settings of a broker. Sorted by name.
//! Made by tests/tools/config/ConfigKeys.java from the facts in Kafka's jars; see docs/config.md.

use super::table::*;

pub static KEYS: &[Key] = &[
    key("follower.replication.throttled.rate", Long, Is("9223372036854775807"), AtLeast(0.0), Medium, ClusterWide, 1),
    key("leader.replication.throttled.rate", Long, Is("9223372036854775807"), AtLeast(0.0), Medium, ClusterWide, 0),
    key("replica.alter.log.dirs.io.max.bytes.per.second", Long, Is("9223372036854775807"), AtLeast(0.0), Medium, ClusterWide, 2),
];
