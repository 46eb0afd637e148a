//! Which brokers get the replicas of new partitions, and the records of those.

use std::collections::BTreeMap;

use kt_codec::Uuid;
use kt_codec::create_topics_request::CreatableTopic;

use crate::broker::controller::decide::{Random, Refusal};
use crate::broker::controller::image::{Image, Partition};
use crate::broker::controller::place::place;
use crate::broker::controller::record::Record;
use crate::protocol::code::ErrorCode;

/// Replicas on brokers of which at least one, for each partition, is up.
pub(super) fn place_active(
    image: &Image,
    random: &mut dyn Random,
    partitions: usize,
    factor: i16,
) -> Result<Vec<Vec<i32>>, Refusal> {
    let refused = |why: String| {
        let message = format!("Unable to replicate the partition {factor} time(s): {why}");
        Refusal::new(ErrorCode::INVALID_REPLICATION_FACTOR, message)
    };
    let assignments = place(image, random, partitions, factor).map_err(refused)?;
    if assignments.iter().any(|replicas| !replicas.iter().any(|r| image.is_active(*r))) {
        return Err(refused("All brokers are currently fenced or in controlled shutdown.".into()));
    }
    Ok(assignments)
}

/// Where the client says which brokers, in the order of the partitions.
pub(super) fn assigned(image: &Image, wanted: &CreatableTopic) -> Result<Vec<Vec<i32>>, Refusal> {
    let wrong = |message: String| Refusal::new(ErrorCode::INVALID_REPLICA_ASSIGNMENT, message);
    if wanted.replication_factor != -1 {
        return Err(Refusal::invalid_request(
            "A manual partition assignment was specified, but replication factor was not set to -1.",
        ));
    }
    if wanted.num_partitions != -1 {
        return Err(Refusal::invalid_request(
            "A manual partition assignment was specified, but numPartitions was not set to -1.",
        ));
    }
    let mut partitions: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
    let mut factor = None;
    for assignment in &wanted.assignments {
        let partition = assignment.partition_index;
        if partitions.contains_key(&partition) {
            return Err(wrong(format!("Found multiple manual partition assignments for partition {partition}")));
        }
        check_assignment(image, partition, &assignment.broker_ids, factor)?;
        factor = Some(assignment.broker_ids.len());
        partitions.insert(partition, assignment.broker_ids.clone());
    }
    if (0..).zip(partitions.keys()).any(|(expected, partition): (i32, _)| expected != *partition) {
        return Err(wrong("partitions should be a consecutive 0-based integer sequence".into()));
    }
    Ok(partitions.into_values().collect())
}

/// `factor`: how many replicas the other partitions have.
pub(in crate::broker::controller) fn check_assignment(
    image: &Image,
    partition: i32,
    replicas: &[i32],
    factor: Option<usize>,
) -> Result<(), Refusal> {
    let wrong = |message: String| Err(Refusal::new(ErrorCode::INVALID_REPLICA_ASSIGNMENT, message));
    if replicas.is_empty() {
        return wrong("The manual partition assignment includes an empty replica list.".into());
    }
    let mut sorted = replicas.to_vec();
    sorted.sort_unstable();
    for (at, id) in sorted.iter().enumerate() {
        if image.broker(*id).is_none() {
            return wrong(format!(
                "The manual partition assignment includes broker {id}, but no such broker is registered."
            ));
        }
        if at > 0 && sorted[at - 1] == *id {
            return wrong(format!("The manual partition assignment includes the broker {id} more than once."));
        }
    }
    if let Some(factor) = factor.filter(|factor| *factor != replicas.len()) {
        return wrong(format!(
            "The manual partition assignment includes a partition with {} replica(s), but this is not consistent with \
             previous partitions, which have {factor} replica(s).",
            replicas.len()
        ));
    }
    if !replicas.iter().any(|id| image.is_active(*id)) {
        return wrong(format!(
            "All brokers specified in the manual partition assignment for partition {partition} are fenced or in \
             controlled shutdown."
        ));
    }
    Ok(())
}

/// A new partition: all brokers that are up are in sync, the first of them leads.
pub(super) fn partition_record(image: &Image, topic: Uuid, id: i32, replicas: Vec<i32>) -> Record {
    let isr: Vec<i32> = replicas.iter().copied().filter(|r| image.is_active(*r)).collect();
    let partition = Partition {
        id,
        directories: replicas.iter().map(|r| default_directory(image, *r)).collect(),
        leader: isr.first().copied().unwrap_or(-1),
        replicas,
        isr,
        removing: Vec::new(),
        adding: Vec::new(),
        elr: Vec::new(),
        last_known_elr: Vec::new(),
        recovery_state: 0,
        leader_epoch: 0,
        partition_epoch: 0,
        unknown_tags: Default::default(),
    };
    partition.to_record(topic, image.metadata_level()).into()
}

/// The directory of a broker that has one; with several, the broker chooses and reports (UNASSIGNED until then).
pub(in crate::broker::controller) fn default_directory(image: &Image, broker: i32) -> Uuid {
    const UNASSIGNED: Uuid = Uuid([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    match image.broker(broker).map(|b| b.log_dirs.as_slice()) {
        Some([only]) => *only,
        Some([]) => Uuid::ZERO,
        _ => UNASSIGNED,
    }
}
