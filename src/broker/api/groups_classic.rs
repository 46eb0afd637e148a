//! JoinGroup, SyncGroup, Heartbeat, LeaveGroup: the classic protocol of groups.
//!
//! A handler finds the group's shard, has it decide, and waits for what was promised: a member that joins is answered
//! when all have joined.

use kt_codec::Str;
use kt_codec::heartbeat_request::HeartbeatRequest;
use kt_codec::heartbeat_response::HeartbeatResponse;
use kt_codec::join_group_request::JoinGroupRequest;
use kt_codec::join_group_response::JoinGroupResponse;
use kt_codec::leave_group_request::{LeaveGroupRequest, MemberIdentity};
use kt_codec::leave_group_response::LeaveGroupResponse;
use kt_codec::sync_group_request::SyncGroupRequest;
use kt_codec::sync_group_response::SyncGroupResponse;

use super::{Api, Client, Cx, api};
use crate::broker::coordinator::group::Decision;
use crate::broker::coordinator::group::classic::{Asker, join, membership, rebalance, sync};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[
    api!(JoinGroup, 0..=9, later join_group),
    api!(SyncGroup, 0..=5, later sync_group),
    api!(Heartbeat, 0..=4, later heartbeat),
    api!(LeaveGroup, 0..=5, later leave_group),
];

/// JoinGroup: the protocol's name may be null from here on.
const NULL_PROTOCOL: i16 = 7;
/// SyncGroup: the member says which protocol it takes the group for.
const SAYS_PROTOCOL: i16 = 5;
/// LeaveGroup: several members in one request.
const MANY_LEAVE: i16 = 3;

impl Client {
    /// As members of groups are remembered.
    pub fn asker(&self, version: i16) -> Asker {
        // A copy: the id is a slice of the request, which is not to be remembered with it.
        let client_id = self.id.as_deref().unwrap_or_default().to_owned().into();
        Asker { client_id, host: self.java_host(), version }
    }

    /// The address as Java prints it: a slash, and IPv6 without abbreviations.
    pub fn java_host(&self) -> Str {
        match self.address.ip().to_canonical() {
            std::net::IpAddr::V4(ip) => format!("/{ip}").into(),
            std::net::IpAddr::V6(ip) => {
                let parts: Vec<String> = ip.segments().iter().map(|part| format!("{part:x}")).collect();
                format!("/{}", parts.join(":")).into()
            }
        }
    }
}

fn check(cx: &Cx, group: &str) -> Result<(), ErrorCode> {
    if !cx.may_group(Operation::Read, group) {
        return Err(ErrorCode::GROUP_AUTHORIZATION_FAILED);
    }
    if group.is_empty() { Err(ErrorCode::INVALID_GROUP_ID) } else { Ok(()) }
}

async fn join_group(cx: Cx, request: JoinGroupRequest) -> JoinGroupResponse {
    let version = cx.version;
    let member = request.member_id.clone();
    let mut response = match try_join(cx, request).await {
        Ok(response) => response,
        Err(code) => rebalance::refused_join(&member, code),
    };
    if version < NULL_PROTOCOL {
        response.protocol_name.get_or_insert_default();
    }
    response
}

async fn try_join(cx: Cx, request: JoinGroupRequest) -> Result<JoinGroupResponse, ErrorCode> {
    check(&cx, &request.group_id)?;
    let current = cx.broker.current();
    let limits = &current.settings.classic_groups;
    if !(limits.min_session_timeout_ms..=limits.max_session_timeout_ms).contains(&request.session_timeout_ms) {
        return Err(ErrorCode::INVALID_SESSION_TIMEOUT);
    }
    let groups = &cx.broker.coordinators.groups;
    let shard = groups.shard_of(&request.group_id)?;
    let asker = cx.client.asker(cx.version);
    groups.write(shard, move |shard, fx| join::join(shard, &asker, request, fx)).await?.get().await
}

async fn sync_group(cx: Cx, request: SyncGroupRequest) -> SyncGroupResponse {
    try_sync(cx, request).await.unwrap_or_else(rebalance::refused_sync)
}

async fn try_sync(cx: Cx, request: SyncGroupRequest) -> Result<SyncGroupResponse, ErrorCode> {
    if cx.version >= SAYS_PROTOCOL && (request.protocol_type.is_none() || request.protocol_name.is_none()) {
        return Err(ErrorCode::INCONSISTENT_GROUP_PROTOCOL);
    }
    check(&cx, &request.group_id)?;
    let groups = &cx.broker.coordinators.groups;
    let shard = groups.shard_of(&request.group_id)?;
    groups.write(shard, move |shard, fx| sync::sync(shard, request, fx)).await?.get().await
}

async fn heartbeat(cx: Cx, request: HeartbeatRequest) -> HeartbeatResponse {
    let code = match try_heartbeat(cx, request).await {
        Ok(()) => ErrorCode::NONE,
        // The group may well be alright; a member that was told so would lose its partitions for nothing.
        Err(ErrorCode::COORDINATOR_LOAD_IN_PROGRESS) => ErrorCode::NONE,
        Err(code) => code,
    };
    HeartbeatResponse { error_code: code.code(), ..Default::default() }
}

async fn try_heartbeat(cx: Cx, request: HeartbeatRequest) -> Result<(), ErrorCode> {
    check(&cx, &request.group_id)?;
    let groups = &cx.broker.coordinators.groups;
    let shard = groups.shard_of(&request.group_id)?;
    groups.write(shard, move |shard, fx| Decision::reply(membership::heartbeat(shard, &request, fx))).await?
}

async fn leave_group(cx: Cx, mut request: LeaveGroupRequest) -> LeaveGroupResponse {
    let version = cx.version;
    if version < MANY_LEAVE {
        request.members = vec![MemberIdentity { member_id: request.member_id.clone(), ..Default::default() }];
    }
    let refused = |code: ErrorCode| LeaveGroupResponse { error_code: code.code(), ..Default::default() };
    let mut response = try_leave(cx, request).await.unwrap_or_else(refused);
    if version < MANY_LEAVE {
        let code = response.members.first().map_or(0, |member| member.error_code);
        response = LeaveGroupResponse {
            error_code: if response.error_code != 0 { response.error_code } else { code },
            ..Default::default()
        };
    }
    response
}

async fn try_leave(cx: Cx, request: LeaveGroupRequest) -> Result<LeaveGroupResponse, ErrorCode> {
    check(&cx, &request.group_id)?;
    let groups = &cx.broker.coordinators.groups;
    let shard = groups.shard_of(&request.group_id)?;
    groups.write(shard, move |shard, fx| membership::leave(shard, request, fx)).await
}
