//! kt's own way of writing and reading records, over the client's connections; of groups only share groups.
//!
//! It exists for speed: librdkafka's timers cost a single record tens of milliseconds (half a second when idempotent),
//! and its queues a microsecond a record (docs/decisions tells the figures). Groups go by librdkafka, [`super::rd`]. A thread with its own runtime talks to the brokers; the caller's thread reads or writes
//! the records, so that neither waits for the other.

mod cluster;
mod consumer;
mod fetched;
mod fetcher;
mod key_hash;
mod link;
mod murmur2;
mod pile;
mod producer;
mod sealed;
mod sender;
mod share;
#[cfg(test)]
mod tests;

pub(super) use cluster::Cluster;
pub use consumer::Consumer;
pub use key_hash::{counts as key_counts, partition as partition_of};
pub use pile::{Ending, Put};
pub use producer::{Block, Hurry, Producer};
pub use share::ShareConsumer;
