//! ElectLeaders, decided: the preferred replica leads again, or, where nobody in sync is left, any replica that is up
//! (ReplicationControlManager.electLeaders).

use kt_codec::elect_leaders_request::ElectLeadersRequest;
use kt_codec::elect_leaders_response::{PartitionResult, ReplicaElectionResult};
use kt_codec::{Str, Uuid};

use super::decide::{Decision, MAX_RECORDS, Refusal};
use super::image::{Image, Partition};
use super::record::{PartitionChangeRecord, Record};
use crate::protocol::code::ErrorCode;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Preferred,
    Unclean,
}

/// The state of a partition whose new leader may lack records.
const RECOVERING: i8 = 1;
const STATE_UNCHANGED: i8 = -1;

/// Decides on each partition by itself. Of all partitions those that need no election are not told.
pub fn elect(image: &Image, request: &ElectLeadersRequest) -> Result<Decision<Vec<ReplicaElectionResult>>, Refusal> {
    let kind = match request.election_type {
        0 => Kind::Preferred,
        1 => Kind::Unclean,
        other => return Err(Refusal::invalid_request(format!("Value {other} must be one of [0, 1]"))),
    };
    let asked: Vec<(Str, Vec<i32>)> = match &request.topic_partitions {
        Some(topics) => topics.iter().map(|t| (t.topic.clone(), t.partitions.clone())).collect(),
        None => image.topics.iter().map(|t| (t.name.clone(), t.partitions.iter().map(|p| p.id).collect())).collect(),
    };
    let all = request.topic_partitions.is_none();
    let mut records = Vec::new();
    let mut results = Vec::new();
    for (topic, partitions) in asked {
        let mut partition_result = Vec::new();
        for id in partitions {
            let outcome = if records.len() < MAX_RECORDS {
                elect_one(image, &topic, id, kind)
            } else {
                Err(Refusal::plain(ErrorCode::POLICY_VIOLATION))
            };
            let refusal = match outcome {
                Ok(record) => {
                    records.push(record);
                    None
                }
                Err(refusal) if all && refusal.code == ErrorCode::ELECTION_NOT_NEEDED => continue,
                Err(refusal) => Some(refusal),
            };
            partition_result.push(PartitionResult {
                partition_id: id,
                error_code: refusal.as_ref().map_or(0, |r| r.code.code()),
                error_message: refusal.and_then(|r| r.message),
                ..Default::default()
            });
        }
        results.push(ReplicaElectionResult { topic, partition_result, ..Default::default() });
    }
    Ok(Decision { records, reply: results })
}

fn elect_one(image: &Image, topic: &Str, id: i32, kind: Kind) -> Result<Record, Refusal> {
    let unknown = |why: String| Refusal::new(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION, why);
    let found = image.topics.by_name(topic).ok_or_else(|| unknown(format!("No such topic as {topic}")))?;
    let partition = found.partition(id).ok_or_else(|| unknown(format!("No such partition as {topic}-{id}")))?;
    let needed = match kind {
        Kind::Preferred => partition.replicas.first() != Some(&partition.leader),
        Kind::Unclean => partition.leader < 0,
    };
    if !needed {
        return Err(Refusal::plain(ErrorCode::ELECTION_NOT_NEEDED));
    }
    let up = |id: &&i32| image.is_active(**id);
    let clean = |id: &&i32| partition.isr.contains(id) || partition.elr.contains(id);
    match kind {
        Kind::Preferred => match partition.replicas.first().filter(up).filter(clean) {
            Some(leader) => Ok(led_by(found.id, partition, *leader, false)),
            None => Err(Refusal::plain(ErrorCode::PREFERRED_LEADER_NOT_AVAILABLE)),
        },
        Kind::Unclean => {
            let in_sync = partition.replicas.iter().filter(up).find(clean);
            match in_sync.or_else(|| partition.replicas.iter().find(up)) {
                Some(leader) => Ok(led_by(found.id, partition, *leader, !clean(&leader))),
                None => Err(Refusal::plain(ErrorCode::ELIGIBLE_LEADERS_NOT_AVAILABLE)),
            }
        }
    }
}

fn led_by(topic: Uuid, partition: &Partition, leader: i32, unclean: bool) -> Record {
    let joins = !partition.isr.contains(&leader);
    let isr = if unclean { vec![leader] } else { partition.isr.iter().copied().chain([leader]).collect() };
    let has_elr = !partition.elr.is_empty() || !partition.last_known_elr.is_empty();
    let forget = (joins && has_elr).then(Vec::new);
    PartitionChangeRecord {
        partition_id: partition.id,
        topic_id: topic,
        leader,
        isr: joins.then_some(isr),
        leader_recovery_state: if unclean { RECOVERING } else { STATE_UNCHANGED },
        eligible_leader_replicas: forget.clone(),
        last_known_elr: forget,
        ..Default::default()
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::broker::controller::record::{PartitionRecord, RegisterBrokerRecord, TopicRecord};
    use kt_codec::elect_leaders_request::TopicPartitions;

    /// Topic t with one partition on brokers 1, 2, 3; the brokers named in `up` are.
    fn image(leader: i32, isr: &[i32], up: &[i32]) -> Image {
        let mut image = Image::empty("c".into());
        for id in 1..=3 {
            let broker = RegisterBrokerRecord { broker_id: id, fenced: !up.contains(&id), ..Default::default() };
            image.apply(broker.into()).unwrap();
        }
        let topic_id = Uuid([1; 16]);
        image.apply(TopicRecord { name: "t".into(), topic_id, ..Default::default() }.into()).unwrap();
        let partition = PartitionRecord {
            partition_id: 0,
            topic_id,
            replicas: vec![1, 2, 3],
            isr: isr.to_vec(),
            leader,
            leader_epoch: 5,
            ..Default::default()
        };
        image.apply(partition.into()).unwrap();
        image
    }

    fn elected(image: &Image, topic: &str, kind: i8) -> (ErrorCode, Option<(i32, Vec<i32>)>) {
        let partitions = TopicPartitions { topic: topic.into(), partitions: vec![0], ..Default::default() };
        let request =
            ElectLeadersRequest { election_type: kind, topic_partitions: Some(vec![partitions]), ..Default::default() };
        let decision = elect(image, &request).unwrap();
        let mut after = image.clone();
        let changed = !decision.records.is_empty();
        decision.records.into_iter().for_each(|record| after.apply(record).unwrap());
        let partition = after.topics.by_name("t").unwrap().partition(0).unwrap().clone();
        let code = ErrorCode(decision.reply[0].partition_result[0].error_code);
        (code, changed.then(|| (partition.leader, partition.isr.clone())))
    }

    #[test]
    fn the_preferred_replica_leads_again_if_it_is_in_sync_and_up() {
        let unavailable = (ErrorCode::PREFERRED_LEADER_NOT_AVAILABLE, None);
        assert_eq!(elected(&image(2, &[1, 2], &[1, 2]), "t", 0), (ErrorCode::NONE, Some((1, vec![1, 2]))));
        assert_eq!(elected(&image(1, &[1, 2], &[1, 2]), "t", 0), (ErrorCode::ELECTION_NOT_NEEDED, None));
        assert_eq!(elected(&image(2, &[2], &[1, 2]), "t", 0), unavailable);
        assert_eq!(elected(&image(2, &[1, 2], &[2]), "t", 0), unavailable);
        assert_eq!(elected(&image(2, &[1, 2], &[2]), "ghost", 0), (ErrorCode::UNKNOWN_TOPIC_OR_PARTITION, None));
    }

    #[test]
    fn an_unclean_election_takes_whoever_is_up_but_rather_one_in_sync() {
        assert_eq!(elected(&image(1, &[1], &[1]), "t", 1), (ErrorCode::ELECTION_NOT_NEEDED, None));
        assert_eq!(elected(&image(-1, &[1], &[2, 3]), "t", 1), (ErrorCode::NONE, Some((2, vec![2]))));
        assert_eq!(elected(&image(-1, &[3], &[2, 3]), "t", 1), (ErrorCode::NONE, Some((3, vec![3]))));
        assert_eq!(elected(&image(-1, &[1], &[]), "t", 1), (ErrorCode::ELIGIBLE_LEADERS_NOT_AVAILABLE, None));
    }

    #[test]
    fn of_all_partitions_only_those_that_need_it_are_told() {
        let request = ElectLeadersRequest { topic_partitions: None, ..Default::default() };
        let decision = elect(&image(1, &[1], &[1]), &request).unwrap();
        assert_eq!((decision.records, decision.reply[0].partition_result.len()), (vec![], 0));
        assert!(elect(&image(1, &[1], &[1]), &ElectLeadersRequest { election_type: 7, ..request }).is_err());
    }
}
