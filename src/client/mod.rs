//! Talking to any Kafka cluster, from 2.1 on: kt's own protocol client for everything but records in bulk.
//!
//! - [`settings`] is what a client is told (a Java client's properties); [`jaas`], [`stores`] and [`jks`] read the parts.
//! - [`conn`] is one connection: dial, TLS ([`tls`]), login ([`sasl`]), versions ([`versions`]), then requests.
//! - [`route`] is the [`Client`]: which broker a request goes to, what is kept open, what is tried again.
//! - [`admin`] has a typed call for each act: the original's Admin, call for call.
//! - [`data`] is records in bulk: what producers write and consumers read.
//! - [`examine`] goes the way to a broker step by step, for diagnoses.
//! - [`guard`] keeps requests back that a context does not allow.
//! - [`error`] says what went wrong, why, and what to try.
//!
//! Nothing here prints, exits or asks. All of it runs on one thread as well as on many.

pub mod admin;
pub mod conn;
pub mod data;
pub mod error;
pub mod examine;
pub mod fan;
pub mod guard;
mod jaas;
mod jks;
mod probe;
mod reason;
pub mod route;
mod sasl;
pub mod settings;
mod stores;
mod tls;
pub mod versions;

pub use error::{Error, Kind, Problem, Result};
pub use route::{Client, Cluster, CoordinatorKind, Node, To};
pub use settings::Settings;
pub use stores::{Identity, TlsMaterial};
