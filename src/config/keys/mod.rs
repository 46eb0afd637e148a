//! The facts about every key of Kafka 4.3.1: constant tables, sorted by name, that cost nothing to start.
//!
//! The tables are made by a program from Kafka's jars (docs/config.md says how); only this file and `key.rs` are
//! written by hand. What a key is for, in a sentence, is in [`crate::config::doc`].

mod key;

#[rustfmt::skip]
mod broker;
#[rustfmt::skip]
mod broker_rates;
#[rustfmt::skip]
mod client_metrics;
#[rustfmt::skip]
mod client_quota;
#[rustfmt::skip]
mod group;
#[rustfmt::skip]
mod ip_quota;
#[rustfmt::skip]
mod topic;

pub mod retired;

pub use key::{Check, Importance, Key, Kind, Preset, Update};

/// What the generated tables are written in.
mod table {
    pub(super) use super::key::Check::*;
    pub(super) use super::key::Importance::*;
    pub(super) use super::key::Kind::*;
    pub(super) use super::key::Preset::*;
    pub(super) use super::key::Update::*;
    pub(super) use super::key::{Key, key};
}

/// One table of keys, sorted by name.
#[derive(Clone, Copy)]
pub struct Table(&'static [Key]);

pub const TOPIC: Table = Table(topic::KEYS);
pub const BROKER: Table = Table(broker::KEYS);
pub const GROUP: Table = Table(group::KEYS);
pub const CLIENT_METRICS: Table = Table(client_metrics::KEYS);
/// Replication rates: no part of server.properties, only dynamic settings of a broker.
pub const BROKER_RATES: Table = Table(broker_rates::KEYS);
pub const CLIENT_QUOTA: Table = Table(client_quota::KEYS);
pub const IP_QUOTA: Table = Table(ip_quota::KEYS);

impl Table {
    pub fn get(self, name: &str) -> Option<&'static Key> {
        self.position(name).map(|at| &self.0[at])
    }

    /// The key's place among all keys by name.
    pub fn position(self, name: &str) -> Option<usize> {
        self.0.binary_search_by(|key| key.name.cmp(name)).ok()
    }

    /// All keys, by name.
    pub fn iter(self) -> impl Iterator<Item = &'static Key> {
        self.0.iter()
    }

    /// The keys as Kafka defines them one after the other: of several wrong values it reports the first of these.
    pub fn in_order_of_definition(self) -> Vec<&'static Key> {
        let mut keys: Vec<_> = self.0.iter().collect();
        keys.sort_by_key(|key| key.order);
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::value::Value;

    const ALL: [Table; 7] = [TOPIC, BROKER, GROUP, CLIENT_METRICS, BROKER_RATES, CLIENT_QUOTA, IP_QUOTA];

    #[test]
    fn every_table_is_sorted_so_that_it_can_be_searched() {
        for table in ALL {
            assert!(table.0.windows(2).all(|pair| pair[0].name < pair[1].name));
        }
    }

    #[test]
    fn every_default_parses_as_its_type_prints_back_the_same_and_passes_its_own_check() {
        for key in ALL.into_iter().flat_map(Table::iter) {
            if let Preset::Is(text) = key.preset {
                let value = key.parse(text).unwrap_or_else(|e| panic!("{}: {e}", key.name));
                assert_eq!(value.to_text().as_deref(), Some(text), "{}", key.name);
            }
            if key.preset == Preset::Null {
                assert_eq!(key.default_value(), Value::Null);
            }
        }
    }

    #[test]
    fn a_key_is_found_by_its_name_and_an_unknown_one_is_not() {
        assert_eq!(BROKER.get("num.partitions").map(|key| key.kind), Some(Kind::Int));
        assert_eq!(BROKER.get("num.partition"), None);
        assert_eq!(TOPIC.iter().count(), 34);
        assert_eq!(BROKER.iter().count(), 360);
    }
}
