//! Moving replicas: AlterPartitionReassignments decided, ListPartitionReassignments answered
//! (ReplicationControlManager, PartitionReassignmentReplicas).
//!
//! A move that needs no new replica is done at once; one that does waits, with the new replicas among the old, until
//! they are in sync. A single broker has nowhere to move to, so there every sound plan is done when it is answered.

use kt_codec::alter_partition_reassignments_request::{AlterPartitionReassignmentsRequest, ReassignablePartition};
use kt_codec::alter_partition_reassignments_response::{ReassignablePartitionResponse, ReassignableTopicResponse};
use kt_codec::list_partition_reassignments_request::ListPartitionReassignmentsTopics;
use kt_codec::list_partition_reassignments_response::{OngoingPartitionReassignment, OngoingTopicReassignment};
use kt_codec::{Str, Uuid};

use super::decide::{Decision, MAX_RECORDS, Refusal};
use super::image::{Image, LEADER_UNCHANGED, Partition};
use super::record::{PartitionChangeRecord, Record, level};
use super::topics::assign::check_assignment;
use crate::protocol::code::ErrorCode;

/// Decides on each partition by itself.
pub fn alter(image: &Image, request: &AlterPartitionReassignmentsRequest) -> Decision<Vec<ReassignableTopicResponse>> {
    let mut records = Vec::new();
    let mut responses = Vec::with_capacity(request.topics.len());
    for topic in &request.topics {
        let mut partitions = Vec::with_capacity(topic.partitions.len());
        for wanted in &topic.partitions {
            let outcome = if records.len() < MAX_RECORDS {
                alter_one(image, &topic.name, wanted, request.allow_replication_factor_change)
            } else {
                Err(Refusal::plain(ErrorCode::POLICY_VIOLATION))
            };
            let refusal = outcome.map(|record| records.extend(record)).err();
            partitions.push(ReassignablePartitionResponse {
                partition_index: wanted.partition_index,
                error_code: refusal.as_ref().map_or(0, |r| r.code.code()),
                error_message: refusal.and_then(|r| r.message),
                ..Default::default()
            });
        }
        responses.push(ReassignableTopicResponse { name: topic.name.clone(), partitions, ..Default::default() });
    }
    Decision { records, reply: responses }
}

fn alter_one(
    image: &Image,
    topic: &Str,
    wanted: &ReassignablePartition,
    other_factor: bool,
) -> Result<Option<Record>, Refusal> {
    let unknown = |why: String| Refusal::new(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION, why);
    let index = wanted.partition_index;
    let found = image.topics.by_name(topic).ok_or_else(|| unknown(format!("Unable to find a topic named {topic}.")))?;
    let partition =
        found.partition(index).ok_or_else(|| unknown(format!("Unable to find partition {topic}:{index}.")))?;
    let Some(target) = &wanted.replicas else { return cancel(image, found.id, partition).map(Some) };
    check_assignment(image, index, target, None)?;
    if !other_factor {
        let now = settled(partition).len();
        if now != target.len() {
            let why = format!("The replication factor is changed from {now} to {}", target.len());
            return Err(Refusal::new(ErrorCode::INVALID_REPLICATION_FACTOR, why));
        }
    }
    Ok(change(image, found.id, partition, target))
}

fn is_moving(partition: &Partition) -> bool {
    !partition.adding.is_empty() || !partition.removing.is_empty()
}

/// The replicas once the move under way is over.
fn settled(partition: &Partition) -> Vec<i32> {
    partition.replicas.iter().copied().filter(|id| !partition.removing.contains(id)).collect()
}

/// Back to the replicas from before the move.
fn cancel(image: &Image, topic: Uuid, partition: &Partition) -> Result<Record, Refusal> {
    if !is_moving(partition) {
        return Err(Refusal::plain(ErrorCode::NO_REASSIGNMENT_IN_PROGRESS));
    }
    let stays = |id: &i32| !partition.adding.contains(id);
    let replicas: Vec<i32> = partition.replicas.iter().copied().filter(stays).collect();
    let isr: Vec<i32> = partition.isr.iter().copied().filter(stays).collect();
    if isr.is_empty() {
        let why = "Unable to revert partition assignment because it would require an unclean leader election.";
        return Err(Refusal::new(ErrorCode::INVALID_REPLICA_ASSIGNMENT, why));
    }
    Ok(moved(image, topic, partition, replicas, isr))
}

/// The next step towards `target`, if there is anything to do.
fn change(image: &Image, topic: Uuid, partition: &Partition, target: &[i32]) -> Option<Record> {
    let adding: Vec<i32> = target.iter().copied().filter(|id| !partition.isr.contains(id)).collect();
    let isr: Vec<i32> = partition.isr.iter().copied().filter(|id| target.contains(id)).collect();
    if adding.is_empty() && !isr.is_empty() {
        let same = partition.replicas == target && !is_moving(partition);
        return (!same).then(|| moved(image, topic, partition, target.to_vec(), isr));
    }
    let before = settled(partition);
    let new = |id: &i32| !before.contains(id);
    let mut replicas = target.to_vec();
    replicas.extend(before.iter().copied().filter(|id| !target.contains(id)));
    let next_adding: Vec<i32> = target.iter().copied().filter(new).collect();
    let next_removing: Vec<i32> = before.iter().copied().filter(|id| !target.contains(id)).collect();
    let same = replicas == partition.replicas && next_adding == partition.adding && next_removing == partition.removing;
    (!same).then(|| {
        PartitionChangeRecord {
            directories: directories(image, partition, &replicas),
            replicas: (replicas != partition.replicas).then_some(replicas),
            adding_replicas: (next_adding != partition.adding).then_some(next_adding),
            removing_replicas: (next_removing != partition.removing).then_some(next_removing),
            ..untouched(topic, partition)
        }
        .into()
    })
}

/// The move is over: these are the replicas.
fn moved(image: &Image, topic: Uuid, partition: &Partition, replicas: Vec<i32>, isr: Vec<i32>) -> Record {
    let leads_on = isr.contains(&partition.leader);
    let next = replicas.iter().copied().find(|id| isr.contains(id) && image.is_active(*id)).unwrap_or(-1);
    PartitionChangeRecord {
        leader: if leads_on { LEADER_UNCHANGED } else { next },
        directories: directories(image, partition, &replicas),
        replicas: (replicas != partition.replicas).then_some(replicas),
        isr: (isr != partition.isr).then_some(isr),
        adding_replicas: (!partition.adding.is_empty()).then(Vec::new),
        removing_replicas: (!partition.removing.is_empty()).then(Vec::new),
        ..untouched(topic, partition)
    }
    .into()
}

fn untouched(topic: Uuid, partition: &Partition) -> PartitionChangeRecord {
    PartitionChangeRecord {
        partition_id: partition.id,
        topic_id: topic,
        leader: LEADER_UNCHANGED,
        leader_recovery_state: -1,
        ..Default::default()
    }
}

/// Old replicas keep their directory; a new one gets its broker's own, where it has only one.
fn directories(image: &Image, partition: &Partition, replicas: &[i32]) -> Option<Vec<Uuid>> {
    if image.metadata_level() < level::DIRECTORIES || replicas == partition.replicas {
        return None;
    }
    let of = |id: &i32| {
        let of_broker = || match image.broker(*id).map(|broker| broker.log_dirs.as_slice()) {
            Some([only]) => *only,
            _ => Uuid::ZERO,
        };
        partition.directory(*id).unwrap_or_else(of_broker)
    };
    Some(replicas.iter().map(of).collect())
}

/// The moves under way, of these partitions or of all.
pub fn list(image: &Image, asked: Option<&[ListPartitionReassignmentsTopics]>) -> Vec<OngoingTopicReassignment> {
    let ongoing = |partition: &Partition| OngoingPartitionReassignment {
        partition_index: partition.id,
        replicas: partition.replicas.clone(),
        adding_replicas: partition.adding.clone(),
        removing_replicas: partition.removing.clone(),
        ..Default::default()
    };
    let topic = |name: &Str, wanted: &dyn Fn(i32) -> bool| {
        let found = image.topics.by_name(name)?;
        let partitions: Vec<_> =
            found.partitions.iter().filter(|p| is_moving(p) && wanted(p.id)).map(|p| ongoing(p)).collect();
        let some = !partitions.is_empty();
        some.then(|| OngoingTopicReassignment { name: name.clone(), partitions, ..Default::default() })
    };
    match asked {
        None => image.topics.iter().filter_map(|t| topic(&t.name, &|_| true)).collect(),
        Some(asked) => asked.iter().filter_map(|t| topic(&t.name, &|id| t.partition_indexes.contains(&id))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::broker::controller::record::{PartitionRecord, RegisterBrokerRecord, TopicRecord};
    use kt_codec::alter_partition_reassignments_request::ReassignableTopic;

    fn image() -> Image {
        let mut image = Image::empty("c".into());
        for id in 1..=3 {
            image.apply(RegisterBrokerRecord { broker_id: id, fenced: false, ..Default::default() }.into()).unwrap();
        }
        let topic_id = Uuid([1; 16]);
        image.apply(TopicRecord { name: "t".into(), topic_id, ..Default::default() }.into()).unwrap();
        let partition = PartitionRecord {
            partition_id: 0,
            topic_id,
            replicas: vec![1, 2],
            isr: vec![1, 2],
            leader: 1,
            ..Default::default()
        };
        image.apply(partition.into()).unwrap();
        image
    }

    fn altered(image: &mut Image, topic: &str, replicas: Option<&[i32]>, other_factor: bool) -> Result<(), String> {
        let partition = ReassignablePartition { replicas: replicas.map(<[i32]>::to_vec), ..Default::default() };
        let topic = ReassignableTopic { name: topic.into(), partitions: vec![partition], ..Default::default() };
        let request = AlterPartitionReassignmentsRequest {
            allow_replication_factor_change: other_factor,
            topics: vec![topic],
            ..Default::default()
        };
        let decision = alter(image, &request);
        decision.records.into_iter().for_each(|record| image.apply(record).unwrap());
        let answer = &decision.reply[0].partitions[0];
        if answer.error_code == 0 { Ok(()) } else { Err(answer.error_message.clone().unwrap_or_default().to_string()) }
    }

    fn state(image: &Image) -> (Vec<i32>, Vec<i32>, Vec<i32>, Vec<i32>, i32) {
        let p = image.topics.by_name("t").unwrap().partition(0).unwrap();
        (p.replicas.clone(), p.isr.clone(), p.adding.clone(), p.removing.clone(), p.leader)
    }

    #[test]
    fn what_needs_no_new_replica_is_done_at_once() {
        let mut image = image();
        altered(&mut image, "t", Some(&[2, 1]), true).unwrap();
        assert_eq!(state(&image), (vec![2, 1], vec![1, 2], vec![], vec![], 1));
        altered(&mut image, "t", Some(&[2]), true).unwrap();
        assert_eq!(state(&image), (vec![2], vec![2], vec![], vec![], 2));
        assert!(list(&image, None).is_empty());
    }

    #[test]
    fn a_move_waits_for_its_new_replica_and_can_be_taken_back() {
        let mut image = image();
        altered(&mut image, "t", Some(&[3, 2]), false).unwrap();
        assert_eq!(state(&image), (vec![3, 2, 1], vec![1, 2], vec![3], vec![1], 1));
        let listed = list(&image, None);
        assert_eq!((&*listed[0].name, listed[0].partitions[0].adding_replicas.as_slice()), ("t", &[3][..]));
        altered(&mut image, "t", None, false).unwrap();
        assert_eq!(state(&image), (vec![2, 1], vec![1, 2], vec![], vec![], 1));
    }

    #[test]
    fn a_plan_that_makes_no_sense_is_refused_in_the_originals_words() {
        let mut image = image();
        let ghost = altered(&mut image, "ghost", Some(&[1]), true).unwrap_err();
        assert_eq!(ghost, "Unable to find a topic named ghost.");
        let far = altered(&mut image, "t", Some(&[9]), true).unwrap_err();
        assert_eq!(far, "The manual partition assignment includes broker 9, but no such broker is registered.");
        let fewer = altered(&mut image, "t", Some(&[1]), false).unwrap_err();
        assert_eq!(fewer, "The replication factor is changed from 2 to 1");
        let idle = altered(&mut image, "t", None, true).unwrap_err();
        assert_eq!(idle, ErrorCode::NO_REASSIGNMENT_IN_PROGRESS.message());
        assert_eq!(state(&image), (vec![1, 2], vec![1, 2], vec![], vec![], 1));
    }
}
