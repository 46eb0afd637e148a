//! What librdkafka tells while a member reads: log lines, errors, and partitions that come and go.

use std::sync::{Arc, Mutex, PoisonError};

use rdkafka::client::ClientContext;
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::consumer::{BaseConsumer, Consumer, ConsumerContext, Rebalance};
use rdkafka::error::KafkaError;
use rdkafka::{Offset, TopicPartitionList};

use super::{Rebalanced, Reset, STARTING, Said, Talk};

pub(super) struct Listener {
    pub talk: Arc<Talk>,
    pub rebalances: Arc<Mutex<Vec<Rebalanced>>>,
    /// Where partitions begin for which the group has committed nothing yet; see [`begin`].
    pub starts: Arc<Mutex<Option<TopicPartitionList>>>,
    pub reset: Reset,
    pub commits: bool,
}

/// The offsets at which partitions without a commit begin. The Java consumer commits them even if no record ever comes,
/// so that a group's description shows them, and so that records that come while nobody reads are not missed.
///
/// It is asked before librdkafka asks for itself: ends and beginnings only grow, so nothing is passed over.
fn begin(consumer: &BaseConsumer<Listener>, assigned: &TopicPartitionList, reset: Reset) -> Option<TopicPartitionList> {
    let wanted = match reset {
        Reset::Earliest => Offset::Beginning,
        Reset::Latest => Offset::End,
        Reset::Fail => return None,
    };
    let committed = consumer.committed_offsets(assigned.clone(), STARTING).ok()?;
    let mut asked = TopicPartitionList::new();
    for element in committed.elements().iter().filter(|element| element.offset() == Offset::Invalid) {
        asked.add_partition_offset(element.topic(), element.partition(), wanted).ok()?;
    }
    if asked.count() == 0 {
        return None;
    }
    let found = consumer.offsets_for_times(asked, STARTING).ok()?;
    let mut starts = TopicPartitionList::new();
    for element in found.elements() {
        if let (Offset::Offset(offset), Ok(())) = (element.offset(), element.error()) {
            starts.add_partition_offset(element.topic(), element.partition(), Offset::Offset(offset)).ok()?;
        }
    }
    Some(starts)
}

impl ClientContext for Listener {
    fn log(&self, level: RDKafkaLogLevel, facility: &str, message: &str) {
        tracing::debug!(target: "librdkafka", ?level, facility, "{message}");
    }

    fn error(&self, error: KafkaError, reason: &str) {
        match error.rdkafka_error_code() {
            Some(code) => self.talk.hear(code, reason),
            None => self.talk.say(reason, Said::Note(reason.to_owned())),
        }
    }
}

impl ConsumerContext for Listener {
    fn pre_rebalance(&self, consumer: &BaseConsumer<Self>, rebalance: &Rebalance<'_>) {
        if let Rebalance::Assign(list) = rebalance
            && self.commits
        {
            *self.starts.lock().unwrap_or_else(PoisonError::into_inner) = begin(consumer, list, self.reset);
        }
        let sorted = |list: &TopicPartitionList| {
            let mut all: Vec<(String, i32)> =
                list.elements().iter().map(|e| (e.topic().to_owned(), e.partition())).collect();
            all.sort_unstable();
            all
        };
        let event = match rebalance {
            Rebalance::Assign(list) => Rebalanced::Assigned(sorted(list)),
            Rebalance::Revoke(list) if list.count() > 0 => Rebalanced::Revoked(sorted(list)),
            Rebalance::Revoke(_) => return,
            Rebalance::Error(error) => {
                self.talk.say("rebalance", Said::Note(format!("the group's rebalance failed: {error}")));
                return;
            }
        };
        self.rebalances.lock().unwrap_or_else(PoisonError::into_inner).push(event);
    }
}
