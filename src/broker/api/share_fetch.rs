//! ShareFetch: records for a member of a share group, which then has them locked.
//!
//! A request belongs to a share session; it may settle records by the way, and the end of the session settles all. What
//! is given is whole batches as they are stored, and says which of their records are the member's. With nothing to give
//! the request waits: for records to be written, or to be free again.

use std::collections::BTreeMap;
use std::sync::Arc;

use kt_codec::share_fetch_request::ShareFetchRequest;
use kt_codec::share_fetch_response::{
    AcquiredRecords, LeaderIdAndEpoch, NodeEndpoint, PartitionData, ShareFetchResponse, ShareFetchableTopicResponse,
};
use kt_codec::{Records, Uuid};
use tokio::time::Instant;

use super::share_acknowledge::{self, Outcomes, RENEWS, Words, check, leader, lock_ms};
use super::{Api, Cx, api, millis};
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::partition::{Span, Waiter, Waiting};
use crate::broker::quota::What;
use crate::broker::sharing::acquire::Ask;
use crate::broker::sharing::sessions::{BEGINS, ENDS, Owner, Place};
use crate::broker::sharing::settle::Said;
use crate::broker::sharing::{SharePartition, Sharing, partition, read};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(ShareFetch, 1..=2, later share_fetch)];

/// The acquire mode in which no more records are given than were asked for.
const RECORD_LIMIT: i8 = 1;
/// Times that a request looks again at once when what it found was not to be had.
const MOST_IN_VAIN: usize = 3;

async fn share_fetch(cx: Cx, request: ShareFetchRequest) -> ShareFetchResponse {
    let refused = |code: ErrorCode| ShareFetchResponse { error_code: code.code(), ..Default::default() };
    let owner = match check(&cx, &request.group_id, &request.member_id) {
        Ok(owner) => owner,
        Err(code) => return refused(code),
    };
    let renews = cx.version >= RENEWS && request.is_renew_ack;
    let limits = [request.max_bytes, request.min_bytes, request.max_records, request.max_wait_ms];
    if renews && limits != [0; 4] {
        return refused(ErrorCode::INVALID_REQUEST);
    }
    let (places, words) = said(&request);
    let places = match session(&cx, &owner, &request, places, !words.is_empty()) {
        Ok(places) => places,
        Err(code) => {
            if code == ErrorCode::SHARE_SESSION_LIMIT_REACHED {
                // A client that would ask again at once is held for as long as it would have waited for records.
                tokio::time::sleep(millis(request.max_wait_ms)).await;
            }
            return refused(code);
        }
    };
    let settled = share_acknowledge::settle(&cx, &owner, words, renews).await;
    let fetched = if renews { BTreeMap::new() } else { fetch(&cx, &owner, &request, places).await };
    if let Some(response) = over_quota(&cx, &fetched) {
        return response;
    }
    let response = respond(&cx, &owner, request.share_session_epoch, fetched, settled);
    if request.share_session_epoch == ENDS {
        // It may be gone by now, with its connection.
        let _ = cx.broker.sharing.end_session(&cx.broker, &owner).await;
    }
    response
}

/// The partitions that are named, and what is said of their records.
fn said(request: &ShareFetchRequest) -> (Vec<Place>, Words) {
    let partitions = request.topics.iter().flat_map(|t| t.partitions.iter().map(|p| (t.topic_id, p)));
    let (mut places, mut words) = (Vec::new(), Words::new());
    for (topic, partition) in partitions {
        let place = (topic, partition.partition_index);
        places.push(place);
        let batches = &partition.acknowledgement_batches;
        if !batches.is_empty() {
            let one = |b: &kt_codec::share_fetch_request::AcknowledgementBatch| Said {
                first: b.first_offset,
                last: b.last_offset,
                types: b.acknowledge_types.clone(),
            };
            words.push((place, batches.iter().map(one).collect()));
        }
    }
    (places, words)
}

/// Takes the session on. Returns all partitions that it reads.
fn session(
    cx: &Cx,
    owner: &Owner,
    request: &ShareFetchRequest,
    places: Vec<Place>,
    settles: bool,
) -> Result<Vec<Place>, ErrorCode> {
    let mut sessions = cx.broker.sharing.sessions.lock();
    match request.share_session_epoch {
        ENDS => sessions.check(owner).map(|()| Vec::new()),
        BEGINS if settles => Err(ErrorCode::INVALID_REQUEST),
        BEGINS => {
            let most = cx.broker.current().settings.share.max_share_sessions;
            sessions.begin(owner, places, cx.client.connection, usize::try_from(most).unwrap_or(0))
        }
        epoch => {
            let forgotten = &request.forgotten_topics_data;
            let less: Vec<Place> =
                forgotten.iter().flat_map(|t| t.partitions.iter().map(|p| (t.topic_id, *p))).collect();
            sessions.go_on(owner, epoch, places, &less)
        }
    }
}

type Fetched = BTreeMap<Place, PartitionData>;

fn failed(place: Place, refused: Refused) -> PartitionData {
    let (error_code, error_message) = refused.told();
    PartitionData { partition_index: place.1, error_code, error_message, ..Default::default() }
}

/// What is asked of all partitions together.
struct Want<'a> {
    owner: &'a Owner,
    exactly: bool,
    batch_size: i64,
    max_records: i64,
    max_bytes: u64,
    min_bytes: u64,
    rules: crate::broker::sharing::progress::Rules,
    isolation: crate::broker::partition::Isolation,
}

async fn fetch(cx: &Cx, owner: &Owner, request: &ShareFetchRequest, mut places: Vec<Place>) -> Fetched {
    let mut fetched = Fetched::new();
    let mut open: Vec<(Place, Arc<SharePartition>)> = Vec::new();
    // Each request begins with another partition, so that each has its turn.
    if let (Ok(epoch), false) = (usize::try_from(request.share_session_epoch), places.is_empty()) {
        let by = epoch % places.len();
        places.rotate_left(by);
    }
    let most = request.max_bytes.min(cx.broker.current().settings.fetch.max_bytes).max(0);
    let most = match cx.broker.quotas.most(What::Fetch, cx.whom()) {
        Some(quota) => most.min(quota as i32),
        None => most,
    };
    let asks_for_nothing = request.max_records <= 0 || most == 0;
    for place in places {
        match readable(cx, place) {
            Err(code) => drop(fetched.insert(place, failed(place, Refused::new(code, code.message())))),
            Ok(()) if asks_for_nothing => {}
            Ok(()) => match cx.broker.sharing.partition(&cx.broker, &Sharing::key(&owner.0, place)).await {
                Ok(partition) => open.push((place, partition)),
                Err(refused) => drop(fetched.insert(place, failed(place, refused))),
            },
        }
    }
    if open.is_empty() {
        return fetched;
    }
    let want = Want {
        owner,
        exactly: request.share_acquire_mode == RECORD_LIMIT && cx.version >= RENEWS,
        batch_size: i64::from(request.batch_size),
        max_records: i64::from(request.max_records),
        max_bytes: u64::try_from(most).unwrap_or(0),
        min_bytes: u64::try_from(request.min_bytes.min(most)).unwrap_or(0),
        rules: partition::rules(&cx.broker, &owner.0),
        isolation: partition::isolation(&cx.broker, &owner.0),
    };
    let deadline = Instant::now() + millis(request.max_wait_ms);
    let mut in_vain = 0;
    loop {
        let seen: Vec<(u64, i64)> =
            open.iter().map(|(_, p)| (p.changes(), p.log.readable_end(want.isolation))).collect();
        let found = look(&open, &want, &mut fetched);
        let bytes: u64 = found.iter().map(|(_, _, _, span)| span.len()).sum();
        let is_over = Instant::now() >= deadline || !fetched.is_empty();
        if bytes >= want.min_bytes.max(1) || is_over {
            let got = acquire(cx, &want, found, &mut fetched);
            in_vain += 1;
            if got || is_over || !fetched.is_empty() || in_vain >= MOST_IN_VAIN {
                return with_all(open, fetched);
            }
            continue;
        }
        let missing = i64::try_from(want.min_bytes.max(1) - bytes).unwrap_or(i64::MAX);
        let waiting = Waiting(Waiter::new(missing));
        for (_, partition) in &open {
            partition.waiters.add(&waiting.0);
            partition.log.waiters().add(&waiting.0);
        }
        // What happened between the look and the registration has rung no bell.
        let moved = |((_, p), seen): (&(Place, Arc<SharePartition>), &(u64, i64))| {
            (p.changes(), p.log.readable_end(want.isolation)) != *seen || !p.is_current(&cx.broker)
        };
        if open.iter().zip(&seen).any(moved) {
            // It would be found again and again that a partition is led elsewhere: that is an answer.
            if open.iter().any(|(_, p)| !p.is_current(&cx.broker)) {
                let code = ErrorCode::NOT_LEADER_OR_FOLLOWER;
                for (place, _) in open.iter().filter(|(_, p)| !p.is_current(&cx.broker)) {
                    fetched.insert(*place, failed(*place, Refused::new(code, code.message())));
                }
                return with_all(open, fetched);
            }
            continue;
        }
        let _ = tokio::time::timeout_at(deadline, waiting.0.wait()).await;
    }
}

fn readable(cx: &Cx, place: Place) -> Result<(), ErrorCode> {
    let image = cx.broker.image();
    let topic = image.topics.by_id(&place.0).ok_or(ErrorCode::UNKNOWN_TOPIC_ID)?;
    if !cx.may_topic(Operation::Read, &topic.name) {
        return Err(ErrorCode::TOPIC_AUTHORIZATION_FAILED);
    }
    topic.partition(place.1).map(|_| ()).ok_or(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION)
}

/// A partition, where it was read from, and what was found.
type Found<'a> = (Place, &'a Arc<SharePartition>, i64, Span);

fn look<'a>(open: &'a [(Place, Arc<SharePartition>)], want: &Want, fetched: &mut Fetched) -> Vec<Found<'a>> {
    // All get the same share of the bytes; one whole batch comes in any case.
    let share = (want.max_bytes / open.len().max(1) as u64).max(1);
    let mut found = Vec::new();
    for (place, partition) in open {
        match partition.look(&want.rules, share, want.isolation) {
            Ok(Some((offset, span))) => found.push((*place, partition, offset, span)),
            Ok(None) => {}
            Err(e) => {
                let refused = Refused::new(e.code, e.code.message());
                fetched.insert(*place, failed(*place, refused));
            }
        }
    }
    found
}

/// Gives the member what is free of what was found. Returns whether there was anything.
fn acquire(cx: &Cx, want: &Want, found: Vec<Found>, fetched: &mut Fetched) -> bool {
    let mut left = want.max_records;
    let mut any = false;
    for (place, partition, offset, span) in found {
        let ask = Ask {
            member: &want.owner.1,
            exactly: want.exactly,
            batch_size: want.batch_size,
            most: left,
            offset,
            rules: &want.rules,
            now: std::time::Instant::now(),
        };
        let (got, stored) = match partition.acquire(&ask, &span) {
            Ok(got) => got,
            Err(code) => {
                fetched.insert(place, failed(place, Refused::new(code, code.message())));
                continue;
            }
        };
        if got.is_empty() {
            continue;
        }
        cx.broker.sharing.watch_locks(&cx.broker, partition);
        let records = read::records(&span, &stored, &got);
        left -= got.iter().map(|got| got.last - got.first + 1).sum::<i64>();
        let acquired = |got: &crate::broker::sharing::acquire::Acquired| AcquiredRecords {
            first_offset: got.first,
            last_offset: got.last,
            delivery_count: i16::try_from(got.count).unwrap_or(i16::MAX),
            ..Default::default()
        };
        let data = PartitionData {
            partition_index: place.1,
            records,
            acquired_records: got.iter().map(acquired).collect(),
            ..Default::default()
        };
        fetched.insert(place, data);
        any = true;
    }
    any
}

/// The partitions of which there is nothing to say, too: the session knows which of them are told of.
fn with_all(open: Vec<(Place, Arc<SharePartition>)>, mut fetched: Fetched) -> Fetched {
    for (place, _) in open {
        let nothing = || PartitionData { partition_index: place.1, records: Records::default(), ..Default::default() };
        fetched.entry(place).or_insert_with(nothing);
    }
    fetched
}

/// Counts what the client is to be sent. One that had too much gets nothing now, and is told when to come again: what it
/// was given comes back to the group when the locks run out.
fn over_quota(cx: &Cx, fetched: &Fetched) -> Option<ShareFetchResponse> {
    let quotas = &cx.broker.quotas;
    if !quotas.is_active() {
        return None;
    }
    let bytes: u64 = fetched.values().map(|data| data.records.len()).sum();
    let now_ms = cx.broker.clock.now_ms();
    let ms = quotas.record(What::Fetch, cx.whom(), bytes as f64, now_ms);
    if ms == 0 {
        return None;
    }
    // It is not sent, so it does not count.
    quotas.record(What::Fetch, cx.whom(), -(bytes as f64), now_ms);
    let mut response = ShareFetchResponse::default();
    cx.wait(ms, &mut response);
    Some(response)
}

fn respond(cx: &Cx, owner: &Owner, epoch: i32, fetched: Fetched, mut settled: Outcomes) -> ShareFetchResponse {
    let mut topics: BTreeMap<Uuid, Vec<PartitionData>> = BTreeMap::new();
    let mut elsewhere = BTreeMap::new();
    let acknowledged = |data: &mut PartitionData, outcome: Option<Result<(), Refused>>| {
        if let Some(Err(refused)) = outcome {
            (data.acknowledge_error_code, data.acknowledge_error_message) = refused.told();
        }
    };
    let mut sessions = cx.broker.sharing.sessions.lock();
    for (place, mut data) in fetched {
        let must = sessions.tells(owner, &place, !data.records.is_empty(), data.error_code != 0);
        if !must && epoch != BEGINS {
            continue;
        }
        acknowledged(&mut data, settled.remove(&place));
        if let Some((leader_id, leader_epoch)) = leader(cx, place, data.error_code) {
            data.current_leader = LeaderIdAndEpoch { leader_id, leader_epoch, ..Default::default() };
            elsewhere.extend(cx.broker.endpoint(leader_id, cx.client.listener).map(|there| (leader_id, there)));
        }
        topics.entry(place.0).or_default().push(data);
    }
    drop(sessions);
    for (place, outcome) in settled {
        let mut data = PartitionData { partition_index: place.1, ..Default::default() };
        acknowledged(&mut data, Some(outcome));
        topics.entry(place.0).or_default().push(data);
    }
    let topic = |(topic_id, partitions)| ShareFetchableTopicResponse { topic_id, partitions, ..Default::default() };
    let node = |(node_id, e): (i32, crate::broker::Endpoint)| NodeEndpoint {
        node_id,
        host: e.host,
        port: e.port,
        rack: e.rack,
        ..Default::default()
    };
    ShareFetchResponse {
        acquisition_lock_timeout_ms: lock_ms(cx, &owner.0),
        responses: topics.into_iter().map(topic).collect(),
        node_endpoints: elsewhere.into_iter().map(node).collect(),
        ..Default::default()
    }
}
