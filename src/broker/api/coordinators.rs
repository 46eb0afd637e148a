//! FindCoordinator: who keeps a group's offsets, or a transaction's state.
//!
//! With one broker that is this one. A client whose protocol this broker does not serve finds out at its next request,
//! from ApiVersions, and says so by name, instead of asking for a coordinator for ever.

use kt_codec::find_coordinator_request::FindCoordinatorRequest;
use kt_codec::find_coordinator_response::{Coordinator, FindCoordinatorResponse};
use kt_codec::{Str, Uuid};

use super::{Api, Cx, api};
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(FindCoordinator, 0..=6, now find_coordinator)];

const GROUP: i8 = 0;
const TRANSACTION: i8 = 1;
const SHARE: i8 = 2;

/// Several keys in one request.
const BATCHED: i16 = 4;

fn find_coordinator(cx: &Cx, request: FindCoordinatorRequest) -> FindCoordinatorResponse {
    if cx.version >= BATCHED {
        let keys = request.coordinator_keys.into_iter();
        let coordinators = keys.map(|key| coordinator(cx, request.key_type, key)).collect();
        return FindCoordinatorResponse { coordinators, ..Default::default() };
    }
    let found = coordinator(cx, request.key_type, request.key);
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

/// A share coordinator is asked for by group, topic id and partition, with colons between them; a group may have
/// colons of its own.
fn is_share_key(key: &str) -> bool {
    let mut parts = key.rsplitn(3, ':');
    let partition = parts.next().is_some_and(|p| p.parse::<i32>().is_ok_and(|p| p >= 0));
    let topic = parts.next().is_some_and(|t| t.parse::<Uuid>().is_ok());
    partition && topic && parts.next().is_some_and(|group| !group.is_empty())
}

fn coordinator(cx: &Cx, key_type: i8, key: Str) -> Coordinator {
    let refused = |key: Str, code: ErrorCode| Coordinator {
        key,
        node_id: -1,
        port: -1,
        error_code: code.code(),
        error_message: Some(code.message().into()),
        ..Default::default()
    };
    if key_type == SHARE && cx.version >= 6 && !is_share_key(&key) {
        return refused(key, ErrorCode::INVALID_REQUEST);
    }
    let known = matches!(key_type, GROUP | TRANSACTION) || (key_type == SHARE && cx.version >= 6);
    if !known {
        return refused(key, ErrorCode::INVALID_REQUEST);
    }
    match cx.broker.endpoint(cx.broker.node_id(), cx.client.listener) {
        Some(here) => {
            Coordinator { key, node_id: cx.broker.node_id(), host: here.host, port: here.port, ..Default::default() }
        }
        None => refused(key, ErrorCode::COORDINATOR_NOT_AVAILABLE),
    }
}
