//! Access control entries.

use kt_codec::create_acls_request::{AclCreation, CreateAclsRequest};
use kt_codec::delete_acls_request::{DeleteAclsFilter, DeleteAclsRequest};
use kt_codec::describe_acls_request::DescribeAclsRequest;

use super::topics::{code_among, outcome};
use crate::client::error::{Error, Result};
use crate::client::route::{Client, To};
use crate::protocol::acl::{Operation, Pattern, Permission, ResourceKind};

/// What entries are about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Resource {
    pub kind: ResourceKind,
    pub name: String,
    pub pattern: Pattern,
}

/// Who may, or may not, do what from where.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Entry {
    pub principal: String,
    pub host: String,
    pub operation: Operation,
    pub permission: Permission,
}

/// Which resources are meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ResourceFilter {
    pub kind: ResourceKind,
    pub name: Option<String>,
    pub pattern: Pattern,
}

/// Which entries are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryFilter {
    pub principal: Option<String>,
    pub host: Option<String>,
    pub operation: Operation,
    pub permission: Permission,
}

impl ResourceFilter {
    pub const ANY: ResourceFilter = ResourceFilter { kind: ResourceKind::Any, name: None, pattern: Pattern::Any };
}

impl EntryFilter {
    pub const ANY: EntryFilter =
        EntryFilter { principal: None, host: None, operation: Operation::Any, permission: Permission::Any };

    /// Exactly this entry.
    pub fn only(entry: &Entry) -> EntryFilter {
        EntryFilter {
            principal: Some(entry.principal.clone()),
            host: Some(entry.host.clone()),
            operation: entry.operation,
            permission: entry.permission,
        }
    }
}

impl Client {
    /// The entries that are meant, resource by resource. What a newer broker has beyond our words is left out.
    pub async fn describe_acls(
        &self,
        resource: &ResourceFilter,
        entry: &EntryFilter,
    ) -> Result<Vec<(Resource, Vec<Entry>)>> {
        let request = DescribeAclsRequest {
            resource_type_filter: resource.kind as i8,
            resource_name_filter: resource.name.as_deref().map(Into::into),
            pattern_type_filter: resource.pattern as i8,
            principal_filter: entry.principal.as_deref().map(Into::into),
            host_filter: entry.host.as_deref().map(Into::into),
            operation: entry.operation as i8,
            permission_type: entry.permission as i8,
            ..Default::default()
        };
        let call = |error: Error| error.during("describeAcls");
        let response = self.send(To::Any, &request).await.map_err(call)?;
        outcome(response.error_code, response.error_message.as_deref(), String::new).map_err(call)?;
        let found = response.resources.into_iter().filter_map(|found| {
            let resource = Resource {
                kind: ResourceKind::from_number(found.resource_type)?,
                name: found.resource_name.to_string(),
                pattern: Pattern::from_number(found.pattern_type)?,
            };
            let entries = found.acls.iter().filter_map(|acl| {
                Some(Entry {
                    principal: acl.principal.to_string(),
                    host: acl.host.to_string(),
                    operation: Operation::from_number(acl.operation)?,
                    permission: Permission::from_number(acl.permission_type)?,
                })
            });
            Some((resource, entries.collect()))
        });
        Ok(found.collect())
    }

    /// Adds entries; the first refusal is the error.
    pub async fn create_acls(&self, entries: &[(Resource, Entry)]) -> Result<()> {
        let creation = |(resource, entry): &(Resource, Entry)| AclCreation {
            resource_type: resource.kind as i8,
            resource_name: resource.name.as_str().into(),
            resource_pattern_type: resource.pattern as i8,
            principal: entry.principal.as_str().into(),
            host: entry.host.as_str().into(),
            operation: entry.operation as i8,
            permission_type: entry.permission as i8,
            ..Default::default()
        };
        let request = CreateAclsRequest { creations: entries.iter().map(creation).collect(), ..Default::default() };
        let call = |error: Error| error.during("createAcls");
        let code = |response: &kt_codec::create_acls_response::CreateAclsResponse| {
            code_among(response.results.iter().map(|result| result.error_code))
        };
        let response = self.change(|_| request.clone(), code).await.map_err(call)?;
        for result in &response.results {
            outcome(result.error_code, result.error_message.as_deref(), String::new).map_err(call)?;
        }
        Ok(())
    }

    /// Removes what the filters mean; brings how many entries that were.
    pub async fn delete_acls(&self, filters: &[(ResourceFilter, EntryFilter)]) -> Result<usize> {
        let filter = |(resource, entry): &(ResourceFilter, EntryFilter)| DeleteAclsFilter {
            resource_type_filter: resource.kind as i8,
            resource_name_filter: resource.name.as_deref().map(Into::into),
            pattern_type_filter: resource.pattern as i8,
            principal_filter: entry.principal.as_deref().map(Into::into),
            host_filter: entry.host.as_deref().map(Into::into),
            operation: entry.operation as i8,
            permission_type: entry.permission as i8,
            ..Default::default()
        };
        let request = DeleteAclsRequest { filters: filters.iter().map(filter).collect(), ..Default::default() };
        let call = |error: Error| error.during("deleteAcls");
        let code = |response: &kt_codec::delete_acls_response::DeleteAclsResponse| {
            code_among(response.filter_results.iter().map(|result| result.error_code))
        };
        let response = self.change(|_| request.clone(), code).await.map_err(call)?;
        let mut gone = 0;
        for result in &response.filter_results {
            outcome(result.error_code, result.error_message.as_deref(), String::new).map_err(call)?;
            for acl in &result.matching_acls {
                outcome(acl.error_code, acl.error_message.as_deref(), String::new).map_err(call)?;
                gone += 1;
            }
        }
        Ok(gone)
    }
}
