//! Fetch: stored batches to a client, by sendfile, waiting for them if there are none.
//!
//! Limits as KIP-74: the first partition that has anything gives at least one whole batch, whatever the limits say;
//! after that no partition goes beyond them. A batch is never cut. Sessions (KIP-227) are not kept: every answer says
//! session 0, and clients then ask in full, which they may.

use std::collections::HashSet;
use std::sync::Arc;

use kt_codec::fetch_request::{FetchPartition, FetchRequest};
use kt_codec::fetch_response::{
    AbortedTransaction, EpochEndOffset, FetchResponse, FetchableTopicResponse, LeaderIdAndEpoch, NodeEndpoint,
    PartitionData,
};
use kt_codec::{FileRegion, Records, Str, Uuid};

use super::{Api, Cx, api};
use crate::broker::partition::{Isolation, Partition, ReadError, Span, Waiter, Waiting};
use crate::broker::quota::What;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(Fetch, 4..=18, later fetch)];

/// The epoch of a request that belongs to no session and wants none.
const NO_SESSION: i32 = -1;
const INITIAL: i32 = 0;

async fn fetch(cx: Cx, request: FetchRequest) -> FetchResponse {
    if let Some(error) = session_error(&request) {
        return FetchResponse { error_code: error.code(), ..Default::default() };
    }
    let wanted = wanted(&cx, &request);
    // As the original: no more than the broker gives, and no waiting for more than there is room for.
    let most = request.max_bytes.min(cx.broker.current().settings.fetch.max_bytes).max(0);
    let most = match cx.broker.quotas.most(What::Fetch, cx.whom()) {
        Some(quota) => most.min(quota as i32),
        None => most,
    };
    let least = request.min_bytes.min(most);
    let deadline = tokio::time::Instant::now() + super::millis(request.max_wait_ms);
    loop {
        let round = read_all(&wanted, &request, most);
        let missing = i64::from(least) - round.bytes as i64;
        if missing <= 0 || round.must_answer || tokio::time::Instant::now() >= deadline {
            return within_quota(&cx, round.bytes).unwrap_or_else(|| respond(&cx, wanted, round));
        }
        let waiting = Waiting(Waiter::new(missing));
        for partition in wanted.iter().flat_map(|t| &t.partitions).filter_map(|p| p.partition.as_ref().ok()) {
            partition.waiters().add(&waiting.0);
        }
        // What was appended, deleted or failed between the read and the registration has rung no bell.
        let moved = |(p, end): (&Wanted, &i64)| p.end(round.isolation) != *end || p.is_refused();
        if wanted.iter().flat_map(|t| &t.partitions).zip(&round.ends).any(moved) {
            continue;
        }
        let _ = tokio::time::timeout_at(deadline, waiting.0.wait()).await;
    }
}

/// Counts what the client is to be sent. One that had too much gets nothing now, and is told when to come again.
fn within_quota(cx: &Cx, bytes: u64) -> Option<FetchResponse> {
    let quotas = &cx.broker.quotas;
    if !quotas.is_active() {
        return None;
    }
    let now_ms = cx.broker.clock.now_ms();
    let ms = quotas.record(What::Fetch, cx.whom(), bytes as f64, now_ms);
    if ms == 0 {
        return None;
    }
    // It is not sent, so it does not count.
    quotas.record(What::Fetch, cx.whom(), -(bytes as f64), now_ms);
    let mut response = FetchResponse::default();
    cx.wait(ms, &mut response);
    Some(response)
}

/// No session is ever given out, so none can be continued.
fn session_error(request: &FetchRequest) -> Option<ErrorCode> {
    match (request.session_id, request.session_epoch) {
        (0, NO_SESSION | INITIAL) => None,
        (0, _) => Some(ErrorCode::INVALID_FETCH_SESSION_EPOCH),
        // A client that gives up a session it thinks it has, to begin anew.
        (_, NO_SESSION | INITIAL) => None,
        _ => Some(ErrorCode::FETCH_SESSION_ID_NOT_FOUND),
    }
}

struct WantedTopic {
    name: Str,
    id: Uuid,
    partitions: Vec<Wanted>,
}

struct Wanted {
    partition: Result<Arc<Partition>, ErrorCode>,
    request: FetchPartition,
}

impl Wanted {
    fn end(&self, isolation: Isolation) -> i64 {
        self.partition.as_ref().map_or(-1, |p| p.readable_end(isolation))
    }

    /// Whether the partition cannot be read any more, whatever the client believes of its epoch.
    fn is_refused(&self) -> bool {
        self.partition.as_ref().is_ok_and(|p| p.check_epoch(-1).is_err())
    }
}

fn wanted(cx: &Cx, request: &FetchRequest) -> Vec<WantedTopic> {
    let topic = |t: &kt_codec::fetch_request::FetchTopic| WantedTopic {
        name: t.topic.clone(),
        id: t.topic_id,
        partitions: t
            .partitions
            .iter()
            .map(|p| Wanted { partition: readable(cx, t, p.partition), request: p.clone() })
            .collect(),
    };
    request.topics.iter().map(topic).collect()
}

fn readable(cx: &Cx, topic: &kt_codec::fetch_request::FetchTopic, index: i32) -> Result<Arc<Partition>, ErrorCode> {
    let found = if cx.version >= 13 {
        cx.broker.partition_by_id(topic.topic_id, index)
    } else {
        cx.broker.partition(&topic.topic, index)
    };
    let name = found.as_ref().map_or(&topic.topic, |partition| partition.topic());
    if cx.may_topic(Operation::Read, name) { found } else { Err(ErrorCode::TOPIC_AUTHORIZATION_FAILED) }
}

/// What one look at all partitions brought.
struct Round {
    isolation: Isolation,
    results: Vec<Result<Span, ReadError>>,
    /// Up to where each partition could be read at that moment.
    ends: Vec<i64>,
    bytes: u64,
    /// An error, a diverging epoch, nothing to wait for: the client has to hear of it now.
    must_answer: bool,
}

fn read_all(wanted: &[WantedTopic], request: &FetchRequest, most: i32) -> Round {
    let isolation = if request.isolation_level == 1 { Isolation::Committed } else { Isolation::Uncommitted };
    let mut round =
        Round { isolation, results: Vec::new(), ends: Vec::new(), bytes: 0, must_answer: wanted.is_empty() };
    let most = u64::try_from(most).unwrap_or(0);
    for w in wanted.iter().flat_map(|t| &t.partitions) {
        round.ends.push(w.end(isolation));
        let room = most.saturating_sub(round.bytes).min(u64::try_from(w.request.partition_max_bytes).unwrap_or(0));
        let result = match &w.partition {
            Ok(partition) => partition.read(&super::super::partition::Read {
                offset: w.request.fetch_offset,
                leader_epoch: w.request.current_leader_epoch,
                last_fetched_epoch: w.request.last_fetched_epoch,
                max_bytes: room,
                at_least_one: round.bytes == 0,
                isolation,
            }),
            Err(code) => Err(ReadError::from(*code)),
        };
        match &result {
            Ok(span) => {
                round.bytes += span.len();
                round.must_answer |= span.diverging.is_some();
            }
            Err(_) => round.must_answer = true,
        }
        round.results.push(result);
    }
    round
}

fn respond(cx: &Cx, wanted: Vec<WantedTopic>, round: Round) -> FetchResponse {
    let mut response = FetchResponse::default();
    let mut leaders = HashSet::new();
    let mut results = round.results.into_iter();
    for topic in wanted {
        let mut partitions = Vec::with_capacity(topic.partitions.len());
        for (w, result) in topic.partitions.iter().zip(&mut results) {
            let mut data = partition_data(w.request.partition, result, round.isolation);
            if w.partition.is_err() {
                // What a client has asked for in vain gets an empty list, not null, whatever the isolation.
                data.aborted_transactions = Some(Vec::new());
            }
            if cx.version < 12 {
                data.current_leader = LeaderIdAndEpoch::default();
            } else if data.current_leader.leader_id >= 0 {
                leaders.insert(data.current_leader.leader_id);
            }
            partitions.push(data);
        }
        response.responses.push(FetchableTopicResponse {
            topic: topic.name,
            topic_id: topic.id,
            partitions,
            ..Default::default()
        });
    }
    if cx.version >= 16 {
        let node = |id| cx.broker.endpoint(id, cx.client.listener).map(|e| (id, e));
        response.node_endpoints = leaders
            .into_iter()
            .filter_map(node)
            .map(|(node_id, e)| NodeEndpoint {
                node_id,
                host: e.host,
                port: e.port,
                rack: e.rack,
                ..Default::default()
            })
            .collect();
    }
    response
}

fn partition_data(index: i32, result: Result<Span, ReadError>, isolation: Isolation) -> PartitionData {
    // Empty, never null: librdkafka complains of null records.
    let nothing = Some(Records::default());
    match result {
        Ok(span) => PartitionData {
            partition_index: index,
            high_watermark: span.high_watermark,
            last_stable_offset: span.last_stable,
            log_start_offset: span.log_start,
            diverging_epoch: span.diverging.map_or_else(EpochEndOffset::default, |(epoch, end_offset)| {
                EpochEndOffset { epoch, end_offset, ..Default::default() }
            }),
            aborted_transactions: match isolation {
                Isolation::Uncommitted => None,
                Isolation::Committed => Some(
                    span.aborted
                        .iter()
                        .map(|a| AbortedTransaction {
                            producer_id: a.producer_id,
                            first_offset: a.first_offset,
                            ..Default::default()
                        })
                        .collect(),
                ),
            },
            records: if span.regions.is_empty() {
                nothing
            } else {
                Some(Records::Files(span.regions.into_iter().collect::<Vec<FileRegion>>()))
            },
            ..Default::default()
        },
        Err(error) => PartitionData {
            partition_index: index,
            error_code: error.code.code(),
            high_watermark: -1,
            last_stable_offset: -1,
            log_start_offset: -1,
            current_leader: error.leader.map_or_else(LeaderIdAndEpoch::default, |l| LeaderIdAndEpoch {
                leader_id: l.id,
                leader_epoch: l.epoch,
                ..Default::default()
            }),
            aborted_transactions: None,
            records: nothing,
            ..Default::default()
        },
    }
}
