//! DescribeGroups, ListGroups, DeleteGroups: groups as administrators see them.

use std::collections::BTreeMap;

use kt_codec::Str;
use kt_codec::delete_groups_request::DeleteGroupsRequest;
use kt_codec::delete_groups_response::{DeletableGroupResult, DeleteGroupsResponse};
use kt_codec::describe_groups_request::DescribeGroupsRequest;
use kt_codec::describe_groups_response::{DescribeGroupsResponse, DescribedGroup, DescribedGroupMember};
use kt_codec::list_groups_request::ListGroupsRequest;
use kt_codec::list_groups_response::{ListGroupsResponse, ListedGroup};

use super::{Api, Cx, api, operations};
use crate::broker::coordinator::group::classic::{ClassicGroup, Member, State};
use crate::broker::coordinator::group::share::admin;
use crate::broker::coordinator::group::{Decision, Group, GroupShard, commit};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[
    api!(DescribeGroups, 0..=6, later describe_groups),
    api!(ListGroups, 0..=5, later list_groups),
    api!(DeleteGroups, 0..=2, later delete_groups),
];

/// A group that is not there is said to be so; before, it is one that is dead.
const SAYS_NOT_FOUND: i16 = 6;

async fn describe_groups(cx: Cx, request: DescribeGroupsRequest) -> DescribeGroupsResponse {
    let groups = &cx.broker.coordinators.groups;
    let mut described = Vec::with_capacity(request.groups.len());
    for id in request.groups {
        let version = cx.version;
        let found = match groups.shard_of(&id) {
            _ if !cx.may_group(Operation::Describe, &id) => Err(ErrorCode::GROUP_AUTHORIZATION_FAILED),
            Ok(shard) => groups.read(shard, |shard| describe(shard, &id, version)).await,
            Err(code) => Err(code),
        };
        let mut group =
            found.unwrap_or_else(|code| DescribedGroup { group_id: id, error_code: code.code(), ..Default::default() });
        if request.include_authorized_operations && group.error_code == 0 {
            group.authorized_operations = operations::of_group(&cx, &group.group_id);
        }
        described.push(group);
    }
    DescribeGroupsResponse { groups: described, ..Default::default() }
}

fn describe(shard: &GroupShard, id: &Str, version: i16) -> DescribedGroup {
    let message = match shard.groups.get(id) {
        Some(Group::Classic(group)) => return of_classic(id, group),
        Some(Group::Consumer(_) | Group::Share(_)) => format!("Group {id} is not a classic group."),
        None => format!("Group {id} not found."),
    };
    let mut dead = DescribedGroup { group_id: id.clone(), group_state: "Dead".into(), ..Default::default() };
    if version >= SAYS_NOT_FOUND {
        dead.error_code = ErrorCode::GROUP_ID_NOT_FOUND.code();
        dead.error_message = Some(message.into());
    }
    dead
}

fn of_classic(id: &Str, group: &ClassicGroup) -> DescribedGroup {
    // While members come and go there is no protocol, and nobody's assignment holds.
    let stable = group.state == State::Stable;
    let protocol = group.protocol.clone().filter(|_| stable).unwrap_or_default();
    let member = |m: &Member| DescribedGroupMember {
        member_id: m.id.clone(),
        group_instance_id: m.instance_id.clone(),
        client_id: m.client_id.clone(),
        client_host: m.client_host.clone(),
        member_metadata: if stable { m.metadata(&protocol) } else { Default::default() },
        member_assignment: if stable { m.assignment.clone() } else { Default::default() },
        ..Default::default()
    };
    DescribedGroup {
        group_id: id.clone(),
        group_state: group.state.name().into(),
        protocol_type: group.protocol_type.clone().unwrap_or_default(),
        members: group.members.values().map(member).collect(),
        protocol_data: protocol,
        ..Default::default()
    }
}

async fn list_groups(cx: Cx, request: ListGroupsRequest) -> ListGroupsResponse {
    let lower = |names: Vec<Str>| -> Vec<String> { names.iter().map(|name| name.to_lowercase()).collect() };
    let (states, types) = (lower(request.states_filter), lower(request.types_filter));
    // Who may look at the cluster sees all groups.
    let all = cx.may_cluster(Operation::Describe);
    let wanted = |id: &Str, group: &Group| {
        let (state, kind) = (group.state_name().to_lowercase(), group.type_name().to_owned());
        (all || cx.may_group(Operation::Describe, id))
            && (states.is_empty() || states.contains(&state))
            && (types.is_empty() || types.contains(&kind))
    };
    let listed = |id: &Str, group: &Group| ListedGroup {
        group_id: id.clone(),
        protocol_type: group.protocol_type(),
        group_state: group.state_name().into(),
        group_type: group.type_name().into(),
        ..Default::default()
    };
    let look = |_: i32, shard: &GroupShard| -> Vec<ListedGroup> {
        shard.groups.iter().filter(|(id, group)| wanted(id, group)).map(|(id, group)| listed(id, group)).collect()
    };
    match cx.broker.coordinators.groups.each(look).await {
        Ok(groups) => ListGroupsResponse { groups: groups.into_iter().flatten().collect(), ..Default::default() },
        Err(code) => ListGroupsResponse { error_code: code.code(), ..Default::default() },
    }
}

async fn delete_groups(cx: Cx, request: DeleteGroupsRequest) -> DeleteGroupsResponse {
    let groups = &cx.broker.coordinators.groups;
    let mut by_shard: BTreeMap<i32, Vec<Str>> = BTreeMap::new();
    let mut results = Vec::with_capacity(request.groups_names.len());
    let result =
        |group_id, code: ErrorCode| DeletableGroupResult { group_id, error_code: code.code(), ..Default::default() };
    for id in request.groups_names {
        match groups.shard_of(&id) {
            _ if !cx.may_group(Operation::Delete, &id) => {
                results.push(result(id, ErrorCode::GROUP_AUTHORIZATION_FAILED));
            }
            Ok(shard) => by_shard.entry(shard).or_default().push(id),
            Err(code) => results.push(result(id, code)),
        }
    }
    for (shard, mut ids) in by_shard {
        let failed = admin::before_deletion(&cx.broker, shard, &ids).await;
        ids.retain(|id| !failed.contains_key(id));
        results.extend(failed.into_iter().map(|(id, code)| result(id, code)));
        let asked = ids.clone();
        let deleted = groups.write(shard, move |shard, _| {
            let mut records = Vec::new();
            let one = |id: &Str| commit::delete_group(shard, id, &mut records).err().unwrap_or(ErrorCode::NONE);
            let codes: Vec<ErrorCode> = asked.iter().map(one).collect();
            Decision::new(records, codes)
        });
        let codes = deleted.await.unwrap_or_else(|code| vec![code; ids.len()]);
        results.extend(ids.into_iter().zip(codes).map(|(id, code)| result(id, code)));
    }
    DeleteGroupsResponse { results, ..Default::default() }
}
