//! What a user may set: Java .properties files, every key of Kafka 4.3.1 with its type, default and rule, and the
//! typed answers the broker works with.
//!
//! - [`properties`] reads and writes .properties text; [`environment`] the `KAFKA_…` variables of container images.
//! - [`keys`] is the table of facts, [`value`] parses and prints a value of a type, [`doc`] says what a key is for.
//! - [`topic`], [`group`], [`client_metrics`] and [`dynamic`] check overrides with Kafka's own messages; [`alter`]
//!   applies IncrementalAlterConfigs' operations, [`resource`] knows the names requests may use.
//! - [`broker`] turns a server.properties of any age into typed fields; [`layers`] and [`describe`] answer which value
//!   holds and where it came from; [`origin`] has the names and numbers of kinds and sources.
//!
//! Nothing here does I/O beyond what it is handed, and nothing knows a socket. Kafka's tools print the messages of this
//! module word for word, so their wording is tested against the original.

pub mod alter;
pub mod broker;
pub mod client_metrics;
pub mod describe;
pub mod doc;
pub mod dynamic;
pub mod environment;
pub mod group;
pub mod keys;
pub mod layers;
pub mod origin;
pub mod properties;
mod refused;
pub mod resource;
pub mod rules;
pub mod settings;
pub mod sources;
pub mod synonyms;
pub mod topic;
pub mod value;

pub use refused::{Overrides, Refused, java_order};
