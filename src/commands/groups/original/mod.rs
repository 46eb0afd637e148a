//! What only the original's grammar needs: how its exceptions come out, and what it reads differently from kt.

pub mod csv;
pub mod regex;
pub mod time;

use crate::client;
use crate::commands::failure::Failure;
use crate::output::java;
use crate::output::kafka::hash_map_order;

/// Through how many hands the original passes an exception before it prints the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thrown {
    /// The message itself.
    Bare,
    /// Out of a future: class and message.
    Execution,
    /// Out of a future, and thrown again: the future's class, class and message.
    Runtime,
}

impl Thrown {
    /// The failure whose message is the one that the original prints.
    pub fn by(self, error: client::Error) -> Failure {
        let message = self.message(&error);
        Failure::from(error).kafka(message)
    }

    pub fn message(self, error: &client::Error) -> String {
        let bare = error.java();
        // Thrown while the client is made, before there is any future.
        if bare == "Failed to create new KafkaAdminClient" {
            return bare;
        }
        match self {
            Thrown::Bare => bare,
            Thrown::Execution => error.java_exception(),
            Thrown::Runtime => format!("java.util.concurrent.ExecutionException: {}", error.java_exception()),
        }
    }
}

/// Names in the order in which a `HashMap` gives them back.
pub fn names_in_order(names: Vec<String>) -> Vec<String> {
    hash_map_order(names, 16, |name| name)
}

/// Partitions (with something each) in the order in which a `HashMap` gives them back.
pub fn in_map_order<T>(items: Vec<T>, at: impl Fn(&T) -> &crate::client::admin::TopicPartition) -> Vec<T> {
    java::hash_order(items, |item| {
        let at = at(item);
        java::topic_partition_hash(&at.topic, at.partition)
    })
}
