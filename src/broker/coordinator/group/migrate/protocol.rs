//! The words that classic consumers have for each other, as far as the broker has to speak them.

use std::collections::BTreeSet;
use std::sync::Arc;

use bytes::{BufMut, Bytes, BytesMut};
use kt_codec::consumer_group_member_metadata_value::{ClassicMemberMetadata, ClassicProtocol};
use kt_codec::consumer_protocol_assignment::{ConsumerProtocolAssignment, TopicPartition as Assigned};
use kt_codec::consumer_protocol_subscription::{ConsumerProtocolSubscription, TopicPartition};
use kt_codec::{Message, Reader, Str};

use crate::broker::coordinator::group::assign::Partitions;
use crate::broker::coordinator::group::classic;
use crate::broker::coordinator::group::consumer::member::Member;
use crate::broker::coordinator::group::consumer::topics::Topics;

/// What a consumer asks for. A later version begins as the last one known here does.
pub fn subscription(metadata: &Bytes) -> Option<ConsumerProtocolSubscription> {
    let (mut rest, version) = versioned(metadata, ConsumerProtocolSubscription::VERSIONS.1)?;
    ConsumerProtocolSubscription::decode(&mut rest, version).ok()
}

/// What a consumer was given; nothing so far is nothing at all.
pub fn assignment(bytes: &Bytes) -> Option<ConsumerProtocolAssignment> {
    if bytes.is_empty() {
        return Some(ConsumerProtocolAssignment::default());
    }
    let (mut rest, version) = versioned(bytes, ConsumerProtocolAssignment::VERSIONS.1)?;
    ConsumerProtocolAssignment::decode(&mut rest, version).ok()
}

fn versioned(bytes: &Bytes, last: i16) -> Option<(Reader, i16)> {
    let mut rest = Reader::new(bytes.clone());
    let version = rest.i16().ok().filter(|version| *version >= 0)?;
    Some((rest, version.min(last)))
}

/// An assignment in the version in which the member wrote its subscription.
pub fn serialized(assignment: &ConsumerProtocolAssignment, metadata: &Bytes) -> Option<Bytes> {
    let (_, version) = versioned(metadata, ConsumerProtocolAssignment::VERSIONS.1)?;
    let body = assignment.to_bytes(version).ok()?;
    let mut bytes = BytesMut::with_capacity(2 + body.len());
    bytes.put_i16(version);
    bytes.put_slice(&body);
    Some(bytes.freeze())
}

/// Topics that are gone are left out.
pub fn with_ids(assigned: &[Assigned], topics: &dyn Topics) -> Partitions {
    collect(assigned.iter().map(|of| (&of.topic, &of.partitions)), topics)
}

pub fn owned(owned: &[TopicPartition], topics: &dyn Topics) -> Partitions {
    collect(owned.iter().map(|of| (&of.topic, &of.partitions)), topics)
}

fn collect<'a>(all: impl Iterator<Item = (&'a Str, &'a Vec<i32>)>, topics: &dyn Topics) -> Partitions {
    let mut partitions = Partitions::new();
    for (topic, of) in all.filter(|(_, of)| !of.is_empty()) {
        if let Some((id, _)) = topics.named(topic) {
            partitions.entry(id).or_default().extend(of);
        }
    }
    partitions
}

pub fn with_names(partitions: &Partitions, topics: &dyn Topics) -> ConsumerProtocolAssignment {
    let named = partitions.iter().filter_map(|(id, of)| {
        let partitions = of.iter().copied().collect();
        Some(Assigned { topic: topics.name(id)?, partitions, ..Default::default() })
    });
    ConsumerProtocolAssignment { assigned_partitions: named.collect(), ..Default::default() }
}

pub fn metadata(session_timeout_ms: i32, protocols: &[(Str, Bytes)]) -> Arc<ClassicMemberMetadata> {
    let protocol = |(name, metadata): &(Str, Bytes)| ClassicProtocol {
        name: name.clone(),
        metadata: metadata.clone(),
        ..Default::default()
    };
    Arc::new(ClassicMemberMetadata {
        session_timeout_ms,
        supported_protocols: protocols.iter().map(protocol).collect(),
        ..Default::default()
    })
}

/// The protocol that most members like best among those that all have, as classic groups vote.
pub fn chosen(members: &[&Member]) -> Str {
    let of = |m: &Member| -> BTreeSet<Str> { m.protocols().map(|(name, _)| name.clone()).collect() };
    let common = members.iter().map(|m| of(m)).reduce(|all, of| &all & &of).unwrap_or_default();
    let mut votes: Vec<(Str, usize)> = Vec::new();
    for vote in members.iter().filter_map(|m| m.protocols().map(|(name, _)| name).find(|name| common.contains(*name))) {
        match votes.iter_mut().find(|(name, _)| name == vote) {
            Some((_, count)) => *count += 1,
            None => votes.push((vote.clone(), 1)),
        }
    }
    // Of two with equally many votes the first that was voted for.
    let most = votes.iter().map(|(_, count)| *count).max();
    votes.into_iter().find(|(_, count)| Some(*count) == most).map(|(name, _)| name).unwrap_or_default()
}

/// A member of the classic protocol, as a classic group has it.
pub fn classic_member(
    member: &Member,
    protocol: &str,
    assignment: ConsumerProtocolAssignment,
) -> Option<classic::Member> {
    let protocols: Vec<(Str, Bytes)> = member.protocols().map(|(name, data)| (name.clone(), data.clone())).collect();
    let metadata = protocols.iter().find(|(name, _)| name == protocol).map(|(_, metadata)| metadata)?;
    let assignment = serialized(&assignment, metadata)?;
    Some(classic::Member {
        id: member.id.clone(),
        instance_id: member.instance.clone(),
        client_id: member.client_id.clone(),
        client_host: member.client_host.clone(),
        rebalance_timeout_ms: member.rebalance_timeout_ms,
        session_timeout_ms: member.classic.as_ref().map_or(0, |classic| classic.session_timeout_ms),
        protocols,
        assignment,
        awaiting_join: None,
        awaiting_sync: None,
        is_new: false,
    })
}
