//! What librdkafka tells while a member reads: log lines, errors, and partitions that come and go.

use std::sync::{Arc, Mutex, PoisonError};

use rdkafka::client::ClientContext;
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::consumer::{BaseConsumer, Consumer, ConsumerContext, RebalanceProtocol};
use rdkafka::error::{KafkaError, KafkaResult};
use rdkafka::types::RDKafkaRespErr;
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

/// Partitions that come to a member, and whether they join what it has or take its place.
fn assign(consumer: &BaseConsumer<Listener>, list: &TopicPartitionList) -> KafkaResult<()> {
    match consumer.rebalance_protocol() {
        RebalanceProtocol::Cooperative => consumer.incremental_assign(list),
        RebalanceProtocol::Eager | RebalanceProtocol::None => consumer.assign(list),
    }
}

fn revoke(consumer: &BaseConsumer<Listener>, list: &TopicPartitionList) -> KafkaResult<()> {
    match consumer.rebalance_protocol() {
        RebalanceProtocol::Cooperative => consumer.incremental_unassign(list),
        RebalanceProtocol::Eager | RebalanceProtocol::None => consumer.unassign(),
    }
}

impl Listener {
    fn happened(&self, event: Rebalanced) {
        self.rebalances.lock().unwrap_or_else(PoisonError::into_inner).push(event);
    }

    /// Has the partitions of `list` that [`begin`] finds a start for read from there: a record that comes between its
    /// question and librdkafka's own is shown, as the group, which begins there too, has not read it.
    fn begin_at_the_starts(&self, consumer: &BaseConsumer<Self>, list: &mut TopicPartitionList) {
        let starts = begin(consumer, list, self.reset);
        for start in starts.iter().flat_map(TopicPartitionList::elements) {
            // What cannot be set is found out by librdkafka as ever.
            let _ = list.set_partition_offset(start.topic(), start.partition(), start.offset());
        }
        *self.starts.lock().unwrap_or_else(PoisonError::into_inner) = starts;
    }
}

impl ConsumerContext for Listener {
    fn rebalance(&self, consumer: &BaseConsumer<Self>, code: RDKafkaRespErr, list: &mut TopicPartitionList) {
        let mut named: Vec<(String, i32)> =
            list.elements().iter().map(|e| (e.topic().to_owned(), e.partition())).collect();
        named.sort_unstable();
        let done = match code {
            RDKafkaRespErr::RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS => {
                if self.commits {
                    self.begin_at_the_starts(consumer, list);
                }
                self.happened(Rebalanced::Assigned(named));
                assign(consumer, list)
            }
            RDKafkaRespErr::RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS => {
                if !named.is_empty() {
                    self.happened(Rebalanced::Revoked(named));
                }
                revoke(consumer, list)
            }
            other => {
                let error = KafkaError::Rebalance(other.into());
                self.talk.say("rebalance", Said::Note(format!("the group's rebalance failed: {error}")));
                revoke(consumer, list)
            }
        };
        if let Err(error) = done {
            self.talk.say("assignment", Said::Note(format!("the group's partitions could not be taken over: {error}")));
        }
    }
}
