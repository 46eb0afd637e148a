//! A typed call for each act of the original's Admin, as methods of [`Client`](super::Client).
//!
//! A call that cannot be made at all is an `Err`; a call about several things brings an outcome for each of them, in the
//! order in which they were asked for. What has to go to several brokers goes to all of them at once. Temporary refusals
//! are tried again as long as the settings allow. On brokers that lack an API its forerunner is used.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;

pub mod acls;
pub mod cluster;
pub mod configs;
pub mod elections;
pub mod features;
pub mod groups;
pub mod log_dirs;
pub mod offsets;
pub mod quorum;
pub mod quotas;
pub mod records;
pub mod scram;
pub mod tokens;
pub mod topics;
pub mod transactions;

/// A partition by its topic's name and its number; prints as the original's: `topic-0`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TopicPartition {
    pub topic: String,
    pub partition: i32,
}

impl TopicPartition {
    pub fn new(topic: impl Into<String>, partition: i32) -> Self {
        TopicPartition { topic: topic.into(), partition }
    }

    /// As kt writes it: `orders[2]`. Its `Display` is Kafka's form, `orders-2`.
    pub fn in_brackets(&self) -> String {
        format!("{}[{}]", self.topic, self.partition)
    }
}

impl fmt::Display for TopicPartition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.topic, self.partition)
    }
}

/// Brings answers into the order of the questions; what was not answered gets `missing`.
fn in_order<K: Eq + Hash + Clone, V>(asked: &[K], answers: Vec<(K, V)>, missing: impl Fn(&K) -> V) -> Vec<(K, V)> {
    let mut answers: HashMap<K, V> = answers.into_iter().collect();
    asked.iter().map(|key| (key.clone(), answers.remove(key).unwrap_or_else(|| missing(key)))).collect()
}
