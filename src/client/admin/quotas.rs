//! Quotas of users, clients and addresses.

use kt_codec::alter_client_quotas_request::{AlterClientQuotasRequest, EntityData, EntryData, OpData};
use kt_codec::describe_client_quotas_request::{ComponentData, DescribeClientQuotasRequest};

use super::topics::{code_among, outcome};
use crate::client::error::{Error, Result};
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

/// Whom a quota limits: types (`user`, `client-id`, `ip`) with a name, or `None` for all that have no quota of their own.
/// In the order in which the broker told them.
pub type Entity = Vec<(String, Option<String>)>;

/// Quotas of one entity by their keys.
pub type Quotas = Vec<(String, f64)>;

/// What an entity must have to be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    Name(String),
    Default,
    Any,
}

impl Client {
    /// The entities that have all of these types, and no other if `strict`.
    pub async fn describe_client_quotas(
        &self,
        wanted: &[(String, Match)],
        strict: bool,
    ) -> Result<Vec<(Entity, Quotas)>> {
        let component = |(kind, name): &(String, Match)| ComponentData {
            entity_type: kind.as_str().into(),
            match_type: match name {
                Match::Name(_) => 0,
                Match::Default => 1,
                Match::Any => 2,
            },
            match_: match name {
                Match::Name(name) => Some(name.as_str().into()),
                _ => None,
            },
            ..Default::default()
        };
        let request = DescribeClientQuotasRequest {
            components: wanted.iter().map(component).collect(),
            strict,
            ..Default::default()
        };
        let call = |error: Error| error.during("describeClientQuotas");
        let response = self.send(To::Any, &request).await.map_err(call)?;
        outcome(response.error_code, response.error_message.as_deref(), || "the quotas".into()).map_err(call)?;
        let entry = |entry: kt_codec::describe_client_quotas_response::EntryData| {
            let entity =
                entry.entity.into_iter().map(|e| (e.entity_type.to_string(), e.entity_name.map(|n| n.to_string())));
            let values = entry.values.into_iter().map(|value| (value.key.to_string(), value.value));
            (entity.collect(), values.collect())
        };
        Ok(response.entries.unwrap_or_default().into_iter().map(entry).collect())
    }

    /// Changes the quotas of one entity; `None` takes a quota away.
    pub async fn alter_client_quotas(
        &self,
        entity: &[(String, Option<String>)],
        changes: &[(String, Option<f64>)],
        validate_only: bool,
    ) -> Result<()> {
        let part = |(kind, name): &(String, Option<String>)| EntityData {
            entity_type: kind.as_str().into(),
            entity_name: name.as_deref().map(Into::into),
            ..Default::default()
        };
        let op = |(key, value): &(String, Option<f64>)| OpData {
            key: key.as_str().into(),
            value: value.unwrap_or_default(),
            remove: value.is_none(),
            ..Default::default()
        };
        let entry = EntryData {
            entity: entity.iter().map(part).collect(),
            ops: changes.iter().map(op).collect(),
            ..Default::default()
        };
        let request = AlterClientQuotasRequest { entries: vec![entry], validate_only, ..Default::default() };
        let call = |error: Error| error.during("alterClientQuotas");
        let code = |response: &kt_codec::alter_client_quotas_response::AlterClientQuotasResponse| {
            code_among(response.entries.iter().map(|entry| entry.error_code))
        };
        let response = self.change(|_| request.clone(), code).await.map_err(call)?;
        match response.entries.first() {
            Some(entry) => {
                outcome(entry.error_code, entry.error_message.as_deref(), || "the quota".into()).map_err(call)
            }
            None => Err(call(Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, None, "the quota"))),
        }
    }
}
