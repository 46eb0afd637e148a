//! What a leader remembers of a member of a share group: which partitions it reads there, and how many requests it has
//! sent. Pure bookkeeping.
//!
//! What must hold: the epoch of a request is one more than that of the last one that went well; after one that went
//! wrong the session begins anew with epoch 0, all partitions are named again, and verdicts on what the old session gave
//! are void.

use std::collections::{BTreeMap, BTreeSet};

use kt_codec::Uuid;
use kt_codec::share_acknowledge_request as acknowledge;
use kt_codec::share_fetch_request as fetch;

/// A partition.
pub type Key = (Uuid, i32);

/// The offset has no record for a reader: a transaction's marker, or what compaction took away.
pub const GAP: i8 = 0;
pub const ACCEPT: i8 = 1;
pub const RELEASE: i8 = 2;
pub const REJECT: i8 = 3;

/// The epoch of a request that ends the session.
const FINAL: i32 = -1;

/// Verdicts on offsets, by partition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdicts(pub BTreeMap<Key, BTreeMap<i64, i8>>);

/// Offsets in a row with the same verdict, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    first: i64,
    last: i64,
    verdict: i8,
}

fn runs(verdicts: &BTreeMap<i64, i8>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (&offset, &verdict) in verdicts {
        match runs.last_mut() {
            Some(run) if run.last + 1 == offset && run.verdict == verdict => run.last = offset,
            _ => runs.push(Run { first: offset, last: offset, verdict }),
        }
    }
    runs
}

impl Verdicts {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn add(&mut self, key: Key, offset: i64, verdict: i8) {
        self.0.entry(key).or_default().insert(offset, verdict);
    }

    pub fn merge(&mut self, other: Verdicts) {
        for (key, verdicts) in other.0 {
            self.0.entry(key).or_default().extend(verdicts);
        }
    }

    /// How many offsets there is a verdict on.
    pub fn len(&self) -> usize {
        self.0.values().map(BTreeMap::len).sum()
    }
}

/// The member's side of a session with one leader.
#[derive(Debug, Default)]
pub struct Session {
    epoch: i32,
    partitions: BTreeSet<Key>,
}

impl Session {
    /// Whether the leader knows of it.
    pub fn is_open(&self) -> bool {
        self.epoch > 0
    }

    /// The partitions part of the next fetch: what is new to the leader, or has verdicts, and what it may forget.
    pub fn fetch(&mut self, wanted: &BTreeSet<Key>, verdicts: &Verdicts) -> fetch::ShareFetchRequest {
        let mut named: BTreeMap<Key, Vec<fetch::AcknowledgementBatch>> = BTreeMap::new();
        for key in wanted.difference(&self.partitions) {
            named.entry(*key).or_default();
        }
        for (key, verdicts) in &verdicts.0 {
            named.entry(*key).or_default().extend(runs(verdicts).into_iter().map(|run| fetch::AcknowledgementBatch {
                first_offset: run.first,
                last_offset: run.last,
                acknowledge_types: vec![run.verdict],
                ..Default::default()
            }));
        }
        let forgotten: Vec<Key> = self.partitions.difference(wanted).copied().collect();
        let mut topics: Vec<fetch::FetchTopic> = Vec::new();
        for ((topic_id, partition_index), acknowledgement_batches) in named {
            let partition = fetch::FetchPartition { partition_index, acknowledgement_batches, ..Default::default() };
            match topics.last_mut().filter(|topic| topic.topic_id == topic_id) {
                Some(topic) => topic.partitions.push(partition),
                None => {
                    topics.push(fetch::FetchTopic { topic_id, partitions: vec![partition], ..Default::default() });
                }
            }
        }
        let mut forgotten_topics_data: Vec<fetch::ForgottenTopic> = Vec::new();
        for (topic_id, partition) in forgotten {
            match forgotten_topics_data.last_mut().filter(|topic| topic.topic_id == topic_id) {
                Some(topic) => topic.partitions.push(partition),
                None => forgotten_topics_data.push(fetch::ForgottenTopic {
                    topic_id,
                    partitions: vec![partition],
                    ..Default::default()
                }),
            }
        }
        self.partitions.clone_from(wanted);
        fetch::ShareFetchRequest {
            share_session_epoch: self.epoch,
            topics,
            forgotten_topics_data,
            ..Default::default()
        }
    }

    /// Verdicts without a fetch; the last one ends the session.
    pub fn acknowledge(&self, verdicts: &Verdicts, last: bool) -> acknowledge::ShareAcknowledgeRequest {
        let mut topics: Vec<acknowledge::AcknowledgeTopic> = Vec::new();
        for (&(topic_id, partition_index), verdicts) in &verdicts.0 {
            let batches = runs(verdicts).into_iter().map(|run| acknowledge::AcknowledgementBatch {
                first_offset: run.first,
                last_offset: run.last,
                acknowledge_types: vec![run.verdict],
                ..Default::default()
            });
            let partition = acknowledge::AcknowledgePartition {
                partition_index,
                acknowledgement_batches: batches.collect(),
                ..Default::default()
            };
            match topics.last_mut().filter(|topic| topic.topic_id == topic_id) {
                Some(topic) => topic.partitions.push(partition),
                None => topics.push(acknowledge::AcknowledgeTopic {
                    topic_id,
                    partitions: vec![partition],
                    ..Default::default()
                }),
            }
        }
        let share_session_epoch = if last { FINAL } else { self.epoch };
        acknowledge::ShareAcknowledgeRequest { share_session_epoch, topics, ..Default::default() }
    }

    /// The request went well.
    pub fn went_well(&mut self) {
        self.epoch = if self.epoch == i32::MAX { 1 } else { self.epoch + 1 };
    }

    /// The leader does not know the session (any more).
    pub fn is_lost(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const T: Uuid = Uuid([1; 16]);

    fn keys(partitions: &[i32]) -> BTreeSet<Key> {
        partitions.iter().map(|partition| (T, *partition)).collect()
    }

    fn verdicts(of: &[(i32, i64, i8)]) -> Verdicts {
        let mut verdicts = Verdicts::default();
        for (partition, offset, verdict) in of {
            verdicts.add((T, *partition), *offset, *verdict);
        }
        verdicts
    }

    /// The epoch, the partitions that are named, and those to be forgotten.
    fn told(request: &fetch::ShareFetchRequest) -> (i32, Vec<i32>, Vec<i32>) {
        let named = request.topics.iter().flat_map(|t| t.partitions.iter().map(|p| p.partition_index)).collect();
        let forgotten = request.forgotten_topics_data.iter().flat_map(|t| t.partitions.clone()).collect();
        (request.share_session_epoch, named, forgotten)
    }

    #[test]
    fn a_leader_is_told_only_what_changed_since_the_last_request() {
        let mut session = Session::default();
        let nothing = Verdicts::default();
        assert_eq!(told(&session.fetch(&keys(&[0, 1]), &nothing)), (0, vec![0, 1], vec![]));
        session.went_well();
        assert_eq!(told(&session.fetch(&keys(&[0, 1]), &nothing)), (1, vec![], vec![]));
        session.went_well();
        assert_eq!(told(&session.fetch(&keys(&[1, 2]), &nothing)), (2, vec![2], vec![0]));
        session.is_lost();
        assert_eq!(told(&session.fetch(&keys(&[1, 2]), &nothing)), (0, vec![1, 2], vec![]));
    }

    #[test]
    fn verdicts_go_out_as_runs_of_offsets() {
        let mut session = Session::default();
        session.fetch(&keys(&[0]), &Verdicts::default());
        session.went_well();
        let of = verdicts(&[(0, 5, ACCEPT), (0, 6, ACCEPT), (0, 7, REJECT), (0, 8, GAP), (0, 11, ACCEPT)]);
        assert_eq!(of.len(), 5);
        let request = session.fetch(&keys(&[0]), &of);
        let batches = &request.topics[0].partitions[0].acknowledgement_batches;
        let told: Vec<_> = batches.iter().map(|b| (b.first_offset, b.last_offset, b.acknowledge_types[0])).collect();
        assert_eq!(told, [(5, 6, ACCEPT), (7, 7, REJECT), (8, 8, GAP), (11, 11, ACCEPT)]);
        let request = session.acknowledge(&of, true);
        assert_eq!(
            (request.share_session_epoch, request.topics[0].partitions[0].acknowledgement_batches.len()),
            (-1, 4)
        );
    }

    #[test]
    fn the_epoch_goes_round_without_passing_zero_which_begins_a_session() {
        let mut session = Session { epoch: i32::MAX, ..Session::default() };
        session.went_well();
        assert_eq!(session.acknowledge(&Verdicts::default(), false).share_session_epoch, 1);
    }
}
