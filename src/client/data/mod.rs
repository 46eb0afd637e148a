//! Records in and out of a cluster, with two engines behind one face.
//!
//! [`wire`] is kt's own: plain text, no groups, and fast. [`rd`] is librdkafka: TLS, SASL and consumer groups. Nothing
//! outside of `rd` names `rdkafka`. This module never prints, exits or asks.

pub mod consume;
pub mod fault;
mod keys;
pub mod produce;
pub mod wire;

pub use fault::Fault;
pub use keys::strange;
