//! DescribeAcls, CreateAcls, DeleteAcls. Without an authorizer all three say that security is off.

use std::collections::BTreeMap;

use kt_codec::create_acls_request::{AclCreation, CreateAclsRequest};
use kt_codec::create_acls_response::{AclCreationResult, CreateAclsResponse};
use kt_codec::delete_acls_request::{DeleteAclsFilter, DeleteAclsRequest};
use kt_codec::delete_acls_response::{DeleteAclsFilterResult, DeleteAclsMatchingAcl, DeleteAclsResponse};
use kt_codec::describe_acls_request::DescribeAclsRequest;
use kt_codec::describe_acls_response::{AclDescription, DescribeAclsResource, DescribeAclsResponse};

use super::{Api, Cx, api, blocking};
use crate::broker::controller::acls::{self, Binding, Filter};
use crate::broker::controller::decide::{Refusal, SystemRandom};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[
    api!(DescribeAcls, 1..=3, now describe_acls),
    api!(CreateAcls, 1..=3, later create_acls),
    api!(DeleteAcls, 1..=3, later delete_acls),
];

/// Whether the client may ask, and whether there is anybody to answer. The words differ in the original.
fn check(cx: &Cx, operation: Operation, disabled: &str) -> Result<(), Refusal> {
    cx.check_cluster(operation)?;
    match cx.broker.authorizer() {
        Some(_) => Ok(()),
        None => Err(Refusal::new(ErrorCode::SECURITY_DISABLED, disabled)),
    }
}

const DISABLED: &str = "No Authorizer is configured.";

fn describe_acls(cx: &Cx, request: DescribeAclsRequest) -> DescribeAclsResponse {
    let filter = Filter {
        kind: request.resource_type_filter,
        name: request.resource_name_filter,
        pattern: request.pattern_type_filter,
        principal: request.principal_filter,
        host: request.host_filter,
        operation: request.operation,
        permission: request.permission_type,
    };
    let checked = check(cx, Operation::Describe, "No Authorizer is configured on the broker");
    if let Err(refusal) = checked.and_then(|()| filter.check()) {
        return DescribeAclsResponse {
            error_code: refusal.code.code(),
            error_message: refusal.message,
            ..Default::default()
        };
    }
    let mut resources: BTreeMap<_, Vec<AclDescription>> = BTreeMap::new();
    for found in acls::describe(&cx.broker.image(), &filter) {
        resources.entry((found.kind, found.name, found.pattern)).or_default().push(AclDescription {
            principal: found.principal,
            host: found.host,
            operation: found.operation,
            permission_type: found.permission,
            ..Default::default()
        });
    }
    let resource = |((resource_type, resource_name, pattern_type), acls)| DescribeAclsResource {
        resource_type,
        resource_name,
        pattern_type,
        acls,
        ..Default::default()
    };
    DescribeAclsResponse {
        error_message: None,
        resources: resources.into_iter().map(resource).collect(),
        ..Default::default()
    }
}

async fn create_acls(cx: Cx, request: CreateAclsRequest) -> CreateAclsResponse {
    blocking(move || {
        let binding = |creation: AclCreation| Binding {
            kind: creation.resource_type,
            name: creation.resource_name,
            pattern: creation.resource_pattern_type,
            principal: creation.principal,
            host: creation.host,
            operation: creation.operation,
            permission: creation.permission_type,
        };
        let wanted: Vec<Binding> = request.creations.into_iter().map(binding).collect();
        let refuse_all = |refusal: Refusal| wanted.iter().map(|_| Err(refusal.clone())).collect::<Vec<_>>();
        let outcomes = match check(&cx, Operation::Alter, DISABLED) {
            Err(refusal) => refuse_all(refusal),
            Ok(()) => cx
                .broker
                .change(|image| acls::create(image, &wanted, &mut SystemRandom))
                .unwrap_or_else(|code| refuse_all(Refusal { code, message: None })),
        };
        let result = |outcome: Result<(), Refusal>| {
            let refusal = outcome.err();
            AclCreationResult {
                error_code: refusal.as_ref().map_or(0, |r| r.code.code()),
                error_message: refusal.and_then(|r| r.message),
                ..Default::default()
            }
        };
        CreateAclsResponse { results: outcomes.into_iter().map(result).collect(), ..Default::default() }
    })
    .await
}

async fn delete_acls(cx: Cx, request: DeleteAclsRequest) -> DeleteAclsResponse {
    blocking(move || {
        let filter = |filter: DeleteAclsFilter| Filter {
            kind: filter.resource_type_filter,
            name: filter.resource_name_filter,
            pattern: filter.pattern_type_filter,
            principal: filter.principal_filter,
            host: filter.host_filter,
            operation: filter.operation,
            permission: filter.permission_type,
        };
        let filters: Vec<Filter> = request.filters.into_iter().map(filter).collect();
        let refuse_all = |refusal: Refusal| filters.iter().map(|_| Err(refusal.clone())).collect::<Vec<_>>();
        let outcomes = match check(&cx, Operation::Alter, DISABLED) {
            Err(refusal) => refuse_all(refusal),
            Ok(()) => cx
                .broker
                .change(|image| acls::delete(image, &filters))
                .unwrap_or_else(|code| refuse_all(Refusal { code, message: None })),
        };
        let gone = |binding: Binding| DeleteAclsMatchingAcl {
            error_message: None,
            resource_type: binding.kind,
            resource_name: binding.name,
            pattern_type: binding.pattern,
            principal: binding.principal,
            host: binding.host,
            operation: binding.operation,
            permission_type: binding.permission,
            ..Default::default()
        };
        let result = |outcome: Result<Vec<Binding>, Refusal>| match outcome {
            Ok(bindings) => DeleteAclsFilterResult {
                error_message: None,
                matching_acls: bindings.into_iter().map(gone).collect(),
                ..Default::default()
            },
            Err(refusal) => DeleteAclsFilterResult {
                error_code: refusal.code.code(),
                error_message: refusal.message,
                ..Default::default()
            },
        };
        DeleteAclsResponse { filter_results: outcomes.into_iter().map(result).collect(), ..Default::default() }
    })
    .await
}
