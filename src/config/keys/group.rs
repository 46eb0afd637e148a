//! What a group may set (Kafka's GroupConfig). Sorted by name.
//! Made by tests/tools/config/ConfigKeys.java from the facts in Kafka's jars; see docs/config.md.

use super::table::*;

pub static KEYS: &[Key] = &[
    key("consumer.assignment.interval.ms", Int, Is("1000"), AtLeast(0.0), Medium, ReadOnly, 2),
    key("consumer.heartbeat.interval.ms", Int, Is("5000"), AtLeast(1.0), Medium, ReadOnly, 1),
    key("consumer.session.timeout.ms", Int, Is("45000"), AtLeast(1.0), Medium, ReadOnly, 0),
    key("share.assignment.interval.ms", Int, Is("1000"), AtLeast(0.0), Medium, ReadOnly, 11),
    key("share.auto.offset.reset", String, Is("latest"), ShareOffsetReset, Medium, ReadOnly, 8),
    key("share.delivery.count.limit", Int, Is("5"), AtLeast(2.0), Medium, ReadOnly, 6),
    key("share.heartbeat.interval.ms", Int, Is("5000"), AtLeast(1.0), Medium, ReadOnly, 4),
    key("share.isolation.level", String, Is("read_uncommitted"), OneOf(&["read_committed", "read_uncommitted"]), Medium, ReadOnly, 9),
    key("share.partition.max.record.locks", Int, Is("2000"), AtLeast(100.0), Medium, ReadOnly, 7),
    key("share.record.lock.duration.ms", Int, Is("30000"), AtLeast(1000.0), Medium, ReadOnly, 5),
    key("share.renew.acknowledge.enable", Boolean, Is("true"), Any, Medium, ReadOnly, 10),
    key("share.session.timeout.ms", Int, Is("45000"), AtLeast(1.0), Medium, ReadOnly, 3),
    key("streams.assignment.interval.ms", Int, Is("1000"), AtLeast(0.0), Medium, ReadOnly, 16),
    key("streams.heartbeat.interval.ms", Int, Is("5000"), AtLeast(1.0), Medium, ReadOnly, 13),
    key("streams.initial.rebalance.delay.ms", Int, Is("3000"), AtLeast(0.0), Medium, ReadOnly, 15),
    key("streams.num.standby.replicas", Int, Is("0"), AtLeast(0.0), Medium, ReadOnly, 14),
    key("streams.session.timeout.ms", Int, Is("45000"), AtLeast(1.0), Medium, ReadOnly, 12),
];
