//! ShareAcknowledge: members say what became of the records they have; also for what a ShareFetch says by the way.

use std::collections::BTreeMap;

use kt_codec::share_acknowledge_request::{AcknowledgementBatch, ShareAcknowledgeRequest};
use kt_codec::share_acknowledge_response::{
    LeaderIdAndEpoch, NodeEndpoint, PartitionData, ShareAcknowledgeResponse, ShareAcknowledgeTopicResponse,
};
use kt_codec::{Str, Uuid};

use super::share_groups::{is_enabled, is_member_id};
use super::{Api, Cx, api};
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::sharing::sessions::{ENDS, Owner, Place};
use crate::broker::sharing::settle::Said;
use crate::broker::sharing::{Sharing, partition};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(ShareAcknowledge, 1..=2, later acknowledge)];

/// From this version on members may have their locks renewed.
pub const RENEWS: i16 = 2;
const REJECT: i8 = 3;
const RENEW: i8 = 4;

/// What is said of each partition. An empty list is for one of which nothing is said.
pub type Words = Vec<(Place, Vec<Said>)>;
/// What became of it.
pub type Outcomes = BTreeMap<Place, Result<(), Refused>>;

/// What the original checks before it looks at anything: the code for the whole request.
pub fn check(cx: &Cx, group: &Option<Str>, member: &Option<Str>) -> Result<Owner, ErrorCode> {
    if !is_enabled(cx) {
        return Err(ErrorCode::UNSUPPORTED_VERSION);
    }
    let Some(group) = group else { return Err(ErrorCode::INVALID_REQUEST) };
    if !cx.may_group(Operation::Read, group) {
        return Err(ErrorCode::GROUP_AUTHORIZATION_FAILED);
    }
    match member {
        Some(member) if is_member_id(member) => Ok((group.clone(), member.clone())),
        _ => Err(ErrorCode::INVALID_REQUEST),
    }
}

async fn acknowledge(cx: Cx, request: ShareAcknowledgeRequest) -> ShareAcknowledgeResponse {
    let refused = |code: ErrorCode| ShareAcknowledgeResponse { error_code: code.code(), ..Default::default() };
    let sharing = &cx.broker.sharing;
    let owner = match check(&cx, &request.group_id, &request.member_id) {
        Ok(owner) => owner,
        Err(code) => return refused(code),
    };
    if let Err(code) = sharing.sessions.lock().settles(&owner, request.share_session_epoch) {
        return refused(code);
    }
    let words: Words = request
        .topics
        .into_iter()
        .flat_map(|topic| topic.partitions.into_iter().map(move |p| (topic.topic_id, p)))
        .map(|(topic, p)| ((topic, p.partition_index), p.acknowledgement_batches.into_iter().map(said).collect()))
        .collect();
    let outcomes = settle(&cx, &owner, words, request.is_renew_ack).await;
    if request.share_session_epoch == ENDS {
        // It may be gone by now, with its connection.
        let _ = sharing.end_session(&cx.broker, &owner).await;
    }
    let mut topics: BTreeMap<Uuid, Vec<PartitionData>> = BTreeMap::new();
    let mut elsewhere = BTreeMap::new();
    for ((topic, partition_index), outcome) in outcomes {
        let (error_code, error_message) = outcome.err().map_or((0, None), Refused::told);
        let mut data = PartitionData { partition_index, error_code, error_message, ..Default::default() };
        if let Some((leader_id, leader_epoch)) = leader(&cx, (topic, partition_index), error_code) {
            data.current_leader = LeaderIdAndEpoch { leader_id, leader_epoch, ..Default::default() };
            elsewhere.extend(cx.broker.endpoint(leader_id, cx.client.listener).map(|there| (leader_id, there)));
        }
        topics.entry(topic).or_default().push(data);
    }
    let topic = |(topic_id, partitions)| ShareAcknowledgeTopicResponse { topic_id, partitions, ..Default::default() };
    let node = |(node_id, e): (i32, crate::broker::Endpoint)| NodeEndpoint {
        node_id,
        host: e.host,
        port: e.port,
        rack: e.rack,
        ..Default::default()
    };
    ShareAcknowledgeResponse {
        acquisition_lock_timeout_ms: lock_ms(&cx, &owner.0),
        responses: topics.into_iter().map(topic).collect(),
        node_endpoints: elsewhere.into_iter().map(node).collect(),
        ..Default::default()
    }
}

fn said(batch: AcknowledgementBatch) -> Said {
    Said { first: batch.first_offset, last: batch.last_offset, types: batch.acknowledge_types }
}

/// How long a lock holds, for the members to know.
pub fn lock_ms(cx: &Cx, group: &Str) -> i32 {
    i32::try_from(partition::rules(&cx.broker, group).lock.as_millis()).unwrap_or(i32::MAX)
}

/// Who leads a partition, for a client that asked the wrong one.
pub fn leader(cx: &Cx, place: Place, error_code: i16) -> Option<(i32, i32)> {
    let misled = [ErrorCode::NOT_LEADER_OR_FOLLOWER, ErrorCode::FENCED_LEADER_EPOCH];
    misled.iter().find(|code| code.code() == error_code)?;
    let image = cx.broker.image();
    let partition = image.topics.partition(&place.0, place.1)?;
    Some((partition.leader, partition.leader_epoch))
}

/// Settles what is said of each partition.
pub async fn settle(cx: &Cx, owner: &Owner, words: Words, renews: bool) -> Outcomes {
    let mut outcomes = Outcomes::new();
    for (place, said) in words {
        let outcome = settle_one(cx, owner, place, &said, renews).await;
        outcomes.insert(place, outcome);
    }
    outcomes
}

async fn settle_one(cx: &Cx, owner: &Owner, place: Place, said: &[Said], renews: bool) -> Result<(), Refused> {
    let plain = |code: ErrorCode| Err(Refused::new(code, code.message()));
    let image = cx.broker.image();
    let Some(topic) = image.topics.by_id(&place.0) else { return plain(ErrorCode::UNKNOWN_TOPIC_ID) };
    if !makes_sense(said, cx.version >= RENEWS, renews) {
        return plain(ErrorCode::INVALID_REQUEST);
    }
    if !cx.may_topic(Operation::Read, &topic.name) {
        return plain(ErrorCode::TOPIC_AUTHORIZATION_FAILED);
    }
    if topic.partition(place.1).is_none() {
        return plain(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION);
    }
    if said.is_empty() {
        return Ok(());
    }
    let sharing = &cx.broker.sharing;
    let Some(known) = sharing.known(&Sharing::key(&owner.0, place)) else {
        return plain(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION);
    };
    let done = known.acknowledge(&cx.broker, &owner.1, said).await;
    if let Err(refused) = &done {
        sharing.forget_if_fenced(&known, refused);
    }
    // A lock that was renewed, or that a refused write has brought back.
    sharing.watch_locks(&cx.broker, &known);
    done
}

/// Batches in order, of each as many words as records, or one; only words that there are.
fn makes_sense(said: &[Said], knows_renewal: bool, renews: bool) -> bool {
    let mut end = -1;
    let most = if knows_renewal { RENEW } else { REJECT };
    for one in said {
        let words = i64::try_from(one.types.len()).unwrap_or(i64::MAX);
        let fits = words == 1 || Some(words) == one.last.checked_sub(one.first).and_then(|n| n.checked_add(1));
        let known = one.types.iter().all(|word| *word <= most && (*word != RENEW || renews));
        if one.first > one.last || one.first < end || words == 0 || !fits || !known {
            return false;
        }
        end = one.last;
    }
    true
}
