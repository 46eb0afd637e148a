//! The life of a broker in the metadata: registered (fenced), unfenced when it serves, fenced when it stops.
//!
//! Each start of a broker is a new incarnation with a new epoch, and each partition that it leads gets a new leader
//! epoch, so that nobody takes what an earlier incarnation had in memory for what is on disk now.

use kt_codec::{Str, Uuid};

use super::decide::{Decision, Refusal};
use super::features::FEATURES;
use super::image::{Image, LEADER_UNCHANGED, Partition};
use super::record::{
    BrokerRegistrationChangeRecord, PartitionChangeRecord, Record, RegisterBrokerRecord, UnregisterBrokerRecord, level,
};
use crate::protocol::code::ErrorCode;
use kt_codec::register_broker_record::{BrokerEndpoint, BrokerFeature};

const UNFENCE: i8 = -1;
const FENCE: i8 = 1;
/// A PartitionChangeRecord leaves the state as it is.
const STATE_UNCHANGED: i8 = -1;
const RECOVERED: i8 = 0;

/// Where a broker is to be found, for one listener.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    pub listener: Str,
    pub host: Str,
    pub port: u16,
    /// PLAINTEXT 0, SSL 1, SASL_PLAINTEXT 2, SASL_SSL 3.
    pub security_protocol: i16,
}

/// A broker that starts.
#[derive(Debug, Clone)]
pub struct Registration {
    pub id: i32,
    /// New with each start.
    pub incarnation: Uuid,
    pub endpoints: Vec<Endpoint>,
    pub rack: Option<Str>,
    /// The ids of its data folders.
    pub directories: Vec<Uuid>,
}

/// Registers the broker, fenced; the reply is its epoch.
pub fn register(image: &Image, broker: &Registration) -> Decision<i64> {
    // The record is the first of its batch, so its offset is known.
    let epoch = image.next_offset;
    let endpoint = |e: &Endpoint| BrokerEndpoint {
        name: e.listener.clone(),
        host: e.host.clone(),
        port: e.port,
        security_protocol: e.security_protocol,
        ..Default::default()
    };
    let feature = |f: &super::features::Feature| BrokerFeature {
        name: f.name.into(),
        min_supported_version: f.first,
        max_supported_version: f.last,
        ..Default::default()
    };
    let knows_directories = image.metadata_level() >= level::DIRECTORIES;
    let record = RegisterBrokerRecord {
        broker_id: broker.id,
        incarnation_id: broker.incarnation,
        broker_epoch: epoch,
        end_points: broker.endpoints.iter().map(endpoint).collect(),
        features: FEATURES.iter().map(feature).collect(),
        rack: broker.rack.clone(),
        fenced: true,
        log_dirs: if knows_directories { broker.directories.clone() } else { Vec::new() },
        ..Default::default()
    };
    Decision { records: vec![record.into()], reply: epoch }
}

/// The broker serves: it may lead, and leads again what it led before. The reply is how many partitions it leads.
pub fn unfence(image: &Image, id: i32) -> Decision<usize> {
    let Some(broker) = image.broker(id) else { return Decision::reply(0) };
    let change = |fenced, cordoned_log_dirs| -> Record {
        BrokerRegistrationChangeRecord {
            broker_id: id,
            broker_epoch: broker.broker_epoch,
            fenced,
            cordoned_log_dirs,
            ..Default::default()
        }
        .into()
    };
    let mut records = Vec::new();
    if broker.fenced {
        records.push(change(UNFENCE, None));
    }
    if image.metadata_level() >= level::CORDONED_DIRECTORIES && broker.cordoned_log_dirs.is_none() {
        records.push(change(0, Some(Vec::new())));
    }
    let before = records.len();
    for topic in image.topics.iter() {
        records.extend(topic.partitions.iter().filter_map(|partition| lead(image, topic.id, partition, id)));
    }
    let leads = records.len() - before;
    Decision { records, reply: leads }
}

/// The change that makes a broker lead a partition after its start, if it is to.
fn lead(image: &Image, topic: Uuid, partition: &Partition, id: i32) -> Option<Record> {
    if !partition.replicas.contains(&id) {
        return None;
    }
    let in_sync = partition.isr.contains(&id);
    let eligible = partition.elr.contains(&id);
    // Nobody was in sync when the last of them went down uncleanly; its log is all there is.
    let last_known = partition.isr.is_empty() && partition.elr.is_empty() && partition.last_known_elr == [id];
    let free = partition.leader == -1 || (partition.leader != id && !image.is_active(partition.leader));
    let leads = partition.leader == id || (free && (in_sync || eligible || last_known));
    if !leads {
        return None;
    }
    let has_elr = !partition.elr.is_empty() || !partition.last_known_elr.is_empty();
    let clear_elr = (!in_sync && has_elr).then(Vec::new);
    let change = PartitionChangeRecord {
        partition_id: partition.id,
        topic_id: topic,
        leader: id,
        isr: (!in_sync).then(|| vec![id]),
        leader_recovery_state: if partition.recovery_state == RECOVERED { STATE_UNCHANGED } else { RECOVERED },
        directories: moved_directory(image, partition, id),
        eligible_leader_replicas: clear_elr.clone(),
        last_known_elr: clear_elr,
        ..Default::default()
    };
    Some(change.into())
}

/// The partition's directories with the broker's own in place of one that it has no more (or never told): its folder
/// was copied to another place, say.
fn moved_directory(image: &Image, partition: &Partition, id: i32) -> Option<Vec<Uuid>> {
    let [only] = image.broker(id)?.log_dirs[..] else { return None };
    if image.metadata_level() < level::DIRECTORIES || partition.directory(id) == Some(only) {
        return None;
    }
    let replica = |(broker, directory): (&i32, &Uuid)| if *broker == id { only } else { *directory };
    Some(partition.replicas.iter().zip(&partition.directories).map(replica).collect())
}

/// The broker stops in order.
pub fn fence(image: &Image, id: i32) -> Decision<()> {
    let Some(broker) = image.broker(id).filter(|b| !b.fenced) else { return Decision::reply(()) };
    let change = BrokerRegistrationChangeRecord {
        broker_id: id,
        broker_epoch: broker.broker_epoch,
        fenced: FENCE,
        ..Default::default()
    };
    Decision { records: vec![change.into()], reply: () }
}

/// A broker is taken off the books: nobody waits for its replicas any more, and what it led goes to others in sync.
pub fn unregister(image: &Image, id: i32) -> Decision<Result<(), Refusal>> {
    let Some(broker) = image.broker(id) else {
        let message = format!("Broker ID {id} is not currently registered");
        return Decision::reply(Err(Refusal::new(ErrorCode::BROKER_ID_NOT_REGISTERED, message)));
    };
    let mut records = Vec::new();
    for topic in image.topics.iter() {
        for partition in topic.partitions.iter().filter(|p| p.leader == id || p.isr.contains(&id)) {
            records.extend(without(image, topic.id, partition, id));
        }
    }
    let gone = UnregisterBrokerRecord { broker_id: id, broker_epoch: broker.broker_epoch, ..Default::default() };
    records.push(gone.into());
    Decision { records, reply: Ok(()) }
}

/// The partition without this broker in sync. The last one in sync stays named: its records are the only ones.
fn without(image: &Image, topic: Uuid, partition: &Partition, id: i32) -> Option<Record> {
    let isr: Vec<i32> = partition.isr.iter().copied().filter(|other| *other != id).collect();
    let next = partition.replicas.iter().copied().find(|other| isr.contains(other) && image.is_active(*other));
    let leader = if partition.leader == id { next.unwrap_or(-1) } else { LEADER_UNCHANGED };
    let shrinks = !isr.is_empty() && isr.len() < partition.isr.len();
    if leader == LEADER_UNCHANGED && !shrinks {
        return None;
    }
    let change = PartitionChangeRecord {
        partition_id: partition.id,
        topic_id: topic,
        leader,
        isr: shrinks.then_some(isr),
        leader_recovery_state: STATE_UNCHANGED,
        ..Default::default()
    };
    Some(change.into())
}
