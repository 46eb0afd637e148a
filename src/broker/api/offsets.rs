//! ListOffsets and OffsetForLeaderEpoch: where a log begins and ends, now, at a time, at an epoch.

use std::collections::HashSet;

use kt_codec::Str;
use kt_codec::list_offsets_request::{ListOffsetsPartition, ListOffsetsRequest};
use kt_codec::list_offsets_response::{ListOffsetsPartitionResponse, ListOffsetsResponse, ListOffsetsTopicResponse};
use kt_codec::offset_for_leader_epoch_request::{OffsetForLeaderEpochRequest, OffsetForLeaderPartition};
use kt_codec::offset_for_leader_epoch_response::{
    EpochEndOffset, OffsetForLeaderEpochResponse, OffsetForLeaderTopicResult,
};

use super::{Api, Cx, api};
use crate::broker::partition::{Isolation, Place};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] =
    &[api!(ListOffsets, 1..=11, now list_offsets), api!(OffsetForLeaderEpoch, 2..=4, now offset_for_leader_epoch)];

/// The times that are not times, with the version that brought each.
const LATEST: i64 = -1;
const EARLIEST: i64 = -2;
const MAX_TIMESTAMP: i64 = -3;
const EARLIEST_LOCAL: i64 = -4;
const LATEST_TIERED: i64 = -5;
const EARLIEST_PENDING_UPLOAD: i64 = -6;

fn supported(timestamp: i64, version: i16) -> bool {
    match timestamp {
        0.. | LATEST | EARLIEST => true,
        MAX_TIMESTAMP => version >= 7,
        EARLIEST_LOCAL => version >= 8,
        LATEST_TIERED => version >= 9,
        EARLIEST_PENDING_UPLOAD => version >= 11,
        _ => false,
    }
}

fn list_offsets(cx: &Cx, request: ListOffsetsRequest) -> ListOffsetsResponse {
    let isolation = if request.isolation_level == 1 { Isolation::Committed } else { Isolation::Uncommitted };
    let mut seen = HashSet::new();
    let mut twice = HashSet::new();
    for (name, p) in request.topics.iter().flat_map(|t| t.partitions.iter().map(|p| (&t.name, p.partition_index))) {
        if !seen.insert((name, p)) {
            twice.insert((name, p));
        }
    }
    let mut told = HashSet::new();
    let topics = request.topics.iter().map(|topic| ListOffsetsTopicResponse {
        name: topic.name.clone(),
        partitions: topic
            .partitions
            .iter()
            .filter(|p| {
                !twice.contains(&(&topic.name, p.partition_index)) || told.insert((&topic.name, p.partition_index))
            })
            .map(|p| {
                let found = if twice.contains(&(&topic.name, p.partition_index)) {
                    Err(ErrorCode::INVALID_REQUEST)
                } else {
                    place(cx, &topic.name, p, isolation)
                };
                answer(cx.version, p.partition_index, found)
            })
            .collect(),
        ..Default::default()
    });
    ListOffsetsResponse { topics: topics.collect(), ..Default::default() }
}

/// The place asked for, or None where there is no such record.
fn place(cx: &Cx, topic: &Str, p: &ListOffsetsPartition, isolation: Isolation) -> Result<Option<Place>, ErrorCode> {
    if !cx.may_topic(Operation::Describe, topic) {
        return Err(ErrorCode::TOPIC_AUTHORIZATION_FAILED);
    }
    let partition = cx.broker.partition(topic, p.partition_index)?;
    partition.check_epoch(p.current_leader_epoch)?;
    if !supported(p.timestamp, cx.version) {
        return Err(ErrorCode::UNSUPPORTED_VERSION);
    }
    match p.timestamp {
        LATEST => Ok(Some(partition.end_place(isolation))),
        EARLIEST | EARLIEST_LOCAL => Ok(Some(partition.start_place())),
        MAX_TIMESTAMP => partition.max_timestamp_place(isolation),
        // Nothing is ever moved to another store.
        LATEST_TIERED | EARLIEST_PENDING_UPLOAD => Ok(None),
        time => partition.time_place(time, isolation),
    }
}

fn answer(version: i16, partition_index: i32, found: Result<Option<Place>, ErrorCode>) -> ListOffsetsPartitionResponse {
    let place = found.as_ref().ok().and_then(|p| p.as_ref());
    ListOffsetsPartitionResponse {
        partition_index,
        error_code: found.as_ref().err().map_or(0, |e| e.code()),
        timestamp: place.map_or(-1, |p| p.timestamp),
        offset: place.map_or(-1, |p| p.offset),
        // Clients from version 4 on check it.
        leader_epoch: place.filter(|_| version >= 4).map_or(-1, |p| p.leader_epoch),
        ..Default::default()
    }
}

fn offset_for_leader_epoch(cx: &Cx, request: OffsetForLeaderEpochRequest) -> OffsetForLeaderEpochResponse {
    let topics = request.topics.iter().map(|topic| OffsetForLeaderTopicResult {
        topic: topic.topic.clone(),
        partitions: topic.partitions.iter().map(|p| epoch_end(cx, &topic.topic, p)).collect(),
        ..Default::default()
    });
    OffsetForLeaderEpochResponse { topics: topics.collect(), ..Default::default() }
}

fn epoch_end(cx: &Cx, topic: &Str, p: &OffsetForLeaderPartition) -> EpochEndOffset {
    let allowed = match cx.may_topic(Operation::Describe, topic) {
        true => cx.broker.partition(topic, p.partition),
        false => Err(ErrorCode::TOPIC_AUTHORIZATION_FAILED),
    };
    let found = allowed.and_then(|partition| {
        partition.check_epoch(p.current_leader_epoch)?;
        Ok(partition.epoch_end(p.leader_epoch))
    });
    let (error, end) = match found {
        Ok(end) => (ErrorCode::NONE, end),
        Err(code) => (code, None),
    };
    let (leader_epoch, end_offset) = end.unwrap_or((-1, -1));
    EpochEndOffset { error_code: error.code(), partition: p.partition, leader_epoch, end_offset, ..Default::default() }
}
