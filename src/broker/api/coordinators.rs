//! FindCoordinator: who keeps a group's offsets, a transaction's state, or that of a share partition.
//!
//! It is the leader of the partition of the internal topic that the key hashes to. The topic is made by the first
//! question: where the original has its clients come again until it is there, they are answered when it is.

use std::sync::Arc;

use kt_codec::find_coordinator_request::FindCoordinatorRequest;
use kt_codec::find_coordinator_response::{Coordinator, FindCoordinatorResponse};
use kt_codec::{Str, Uuid};

use super::{Api, Cx, api, blocking};
use crate::broker::coordinator::runtime::partition_of;
use crate::broker::internal;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(FindCoordinator, 0..=6, later find_coordinator)];

const GROUP: i8 = 0;
const TRANSACTION: i8 = 1;
const SHARE: i8 = 2;

/// Share coordinators can be asked for.
const KNOWS_SHARES: i16 = 6;
/// Several keys in one request.
const BATCHED: i16 = 4;

async fn find_coordinator(cx: Cx, request: FindCoordinatorRequest) -> FindCoordinatorResponse {
    let topic = match request.key_type {
        GROUP => Some(internal::OFFSETS),
        TRANSACTION => Some(internal::TRANSACTIONS),
        SHARE if cx.version >= KNOWS_SHARES && request.coordinator_keys.iter().any(|key| is_share_key(key)) => {
            Some(internal::SHARES)
        }
        _ => None,
    };
    let partitions = match topic {
        Some(topic) => made(&cx, topic).await.map(|count| Some((topic, count))),
        None => Ok(None),
    };
    if cx.version >= BATCHED {
        let keys = request.coordinator_keys.into_iter();
        let coordinators = keys.map(|key| coordinator(&cx, request.key_type, key, partitions)).collect();
        return FindCoordinatorResponse { coordinators, ..Default::default() };
    }
    let found = coordinator(&cx, request.key_type, request.key, partitions);
    FindCoordinatorResponse {
        error_code: found.error_code,
        // The original says "NONE" where all is well.
        error_message: match found.error_code {
            0 if cx.version >= 1 => Some(Str::from_static("NONE")),
            _ => found.error_message,
        },
        node_id: found.node_id,
        host: found.host,
        port: found.port,
        ..Default::default()
    }
}

/// Sees to it that the coordinator's topic is there.
async fn made(cx: &Cx, topic: &'static str) -> Result<i32, ErrorCode> {
    if let Some(topic) = cx.broker.image().topics.by_name(topic) {
        return i32::try_from(topic.partitions.len()).map_err(|_| ErrorCode::COORDINATOR_NOT_AVAILABLE);
    }
    let broker = Arc::clone(&cx.broker);
    blocking(move || broker.internal_topic(topic)).await
}

/// A share coordinator is asked for by group, topic id and partition, with colons between them; a group may have
/// colons of its own.
fn is_share_key(key: &str) -> bool {
    let mut parts = key.rsplitn(3, ':');
    let partition = parts.next().is_some_and(|p| p.parse::<i32>().is_ok_and(|p| p >= 0));
    let topic = parts.next().is_some_and(|t| t.parse::<Uuid>().is_ok());
    partition && topic && parts.next().is_some_and(|group| !group.is_empty())
}

fn coordinator(cx: &Cx, key_type: i8, key: Str, partitions: Result<Option<(&str, i32)>, ErrorCode>) -> Coordinator {
    let refused = |key: Str, code: ErrorCode| Coordinator {
        key,
        node_id: -1,
        port: -1,
        error_code: code.code(),
        error_message: Some(code.message().into()),
        ..Default::default()
    };
    if key_type == SHARE && cx.version >= KNOWS_SHARES && !cx.may_cluster(Operation::ClusterAction) {
        return refused(key, ErrorCode::CLUSTER_AUTHORIZATION_FAILED);
    }
    if key_type == SHARE && cx.version >= KNOWS_SHARES && !is_share_key(&key) {
        return refused(key, ErrorCode::INVALID_REQUEST);
    }
    let known = matches!(key_type, GROUP | TRANSACTION) || (key_type == SHARE && cx.version >= KNOWS_SHARES);
    if !known {
        return refused(key, ErrorCode::INVALID_REQUEST);
    }
    let may = match key_type {
        GROUP => cx.may_group(Operation::Describe, &key).then_some(()).ok_or(ErrorCode::GROUP_AUTHORIZATION_FAILED),
        TRANSACTION => cx
            .may_transactional(Operation::Describe, &key)
            .then_some(())
            .ok_or(ErrorCode::TRANSACTIONAL_ID_AUTHORIZATION_FAILED),
        _ => Ok(()),
    };
    if let Err(code) = may {
        return refused(key, code);
    }
    let node = match partitions {
        Ok(Some((topic, count))) => leader(cx, topic, partition_of(&key, count)),
        Ok(None) => Some(cx.broker.node_id()),
        Err(_) => None,
    };
    match node.and_then(|node| Some((node, cx.broker.endpoint(node, cx.client.listener)?))) {
        Some((node_id, there)) => {
            Coordinator { key, node_id, host: there.host, port: there.port, ..Default::default() }
        }
        None => refused(key, ErrorCode::COORDINATOR_NOT_AVAILABLE),
    }
}

fn leader(cx: &Cx, topic: &str, index: i32) -> Option<i32> {
    let image = cx.broker.image();
    let leader = image.topics.by_name(topic)?.partition(index)?.leader;
    (leader >= 0).then_some(leader)
}
