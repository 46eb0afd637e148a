//! Delegation tokens.

use kt_codec::create_delegation_token_request::{CreatableRenewers, CreateDelegationTokenRequest};
use kt_codec::describe_delegation_token_request::{DescribeDelegationTokenOwner, DescribeDelegationTokenRequest};
use kt_codec::expire_delegation_token_request::ExpireDelegationTokenRequest;
use kt_codec::renew_delegation_token_request::RenewDelegationTokenRequest;

use super::topics::outcome;
use crate::client::error::{Error, Result};
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

/// A principal: type and name.
pub type Principal = (String, String);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub id: String,
    pub hmac: Vec<u8>,
    pub owner: Principal,
    pub requester: Principal,
    pub renewers: Vec<Principal>,
    pub issued_ms: i64,
    pub expires_ms: i64,
    pub max_ms: i64,
}

impl Client {
    pub async fn create_token(
        &self,
        owner: Option<&Principal>,
        renewers: &[Principal],
        max_life_ms: i64,
    ) -> Result<Token> {
        let call = |error: Error| error.during("createDelegationToken");
        let renewer = |(kind, name): &Principal| CreatableRenewers {
            principal_type: kind.as_str().into(),
            principal_name: name.as_str().into(),
            ..Default::default()
        };
        let request = |version: i16| CreateDelegationTokenRequest {
            owner_principal_type: owner.filter(|_| version >= 3).map(|(kind, _)| kind.as_str().into()),
            owner_principal_name: owner.filter(|_| version >= 3).map(|(_, name)| name.as_str().into()),
            renewers: renewers.iter().map(renewer).collect(),
            max_lifetime_ms: max_life_ms,
            ..Default::default()
        };
        let code = |response: &kt_codec::create_delegation_token_response::CreateDelegationTokenResponse| {
            ErrorCode(response.error_code)
        };
        let response = self.change(request, code).await.map_err(call)?;
        outcome(response.error_code, None, || "the token".into()).map_err(call)?;
        let principal = |kind: &str, name: &str| (kind.to_owned(), name.to_owned());
        let owner = principal(&response.principal_type, &response.principal_name);
        let requester = principal(&response.token_requester_principal_type, &response.token_requester_principal_name);
        Ok(Token {
            id: response.token_id.to_string(),
            hmac: response.hmac.to_vec(),
            requester: if requester.1.is_empty() { owner.clone() } else { requester },
            owner,
            renewers: renewers.to_vec(),
            issued_ms: response.issue_timestamp_ms,
            expires_ms: response.expiry_timestamp_ms,
            max_ms: response.max_timestamp_ms,
        })
    }

    /// Brings the new time of expiry.
    pub async fn renew_token(&self, hmac: &[u8], period_ms: i64) -> Result<i64> {
        let call = |error: Error| error.during("renewDelegationToken");
        let request = RenewDelegationTokenRequest {
            hmac: hmac.to_vec().into(),
            renew_period_ms: period_ms,
            ..Default::default()
        };
        let code = |response: &kt_codec::renew_delegation_token_response::RenewDelegationTokenResponse| {
            ErrorCode(response.error_code)
        };
        let response = self.change(|_| request.clone(), code).await.map_err(call)?;
        outcome(response.error_code, None, || "the token".into()).map_err(call)?;
        Ok(response.expiry_timestamp_ms)
    }

    /// Brings the new time of expiry.
    pub async fn expire_token(&self, hmac: &[u8], period_ms: i64) -> Result<i64> {
        let call = |error: Error| error.during("expireDelegationToken");
        let request = ExpireDelegationTokenRequest {
            hmac: hmac.to_vec().into(),
            expiry_time_period_ms: period_ms,
            ..Default::default()
        };
        let code = |response: &kt_codec::expire_delegation_token_response::ExpireDelegationTokenResponse| {
            ErrorCode(response.error_code)
        };
        let response = self.change(|_| request.clone(), code).await.map_err(call)?;
        outcome(response.error_code, None, || "the token".into()).map_err(call)?;
        Ok(response.expiry_timestamp_ms)
    }

    /// The tokens of these owners, or (nobody named) all that we may see.
    pub async fn describe_tokens(&self, owners: &[Principal]) -> Result<Vec<Token>> {
        let call = |error: Error| error.during("describeDelegationToken");
        let owner = |(kind, name): &Principal| DescribeDelegationTokenOwner {
            principal_type: kind.as_str().into(),
            principal_name: name.as_str().into(),
            ..Default::default()
        };
        let request = DescribeDelegationTokenRequest {
            owners: (!owners.is_empty()).then(|| owners.iter().map(owner).collect()),
            ..Default::default()
        };
        let response = self.send(To::Any, &request).await.map_err(call)?;
        outcome(response.error_code, None, || "the tokens".into()).map_err(call)?;
        let token = |t: kt_codec::describe_delegation_token_response::DescribedDelegationToken| Token {
            id: t.token_id.to_string(),
            hmac: t.hmac.to_vec(),
            owner: (t.principal_type.to_string(), t.principal_name.to_string()),
            requester: (t.token_requester_principal_type.to_string(), t.token_requester_principal_name.to_string()),
            renewers: t.renewers.iter().map(|r| (r.principal_type.to_string(), r.principal_name.to_string())).collect(),
            issued_ms: t.issue_timestamp,
            expires_ms: t.expiry_timestamp,
            max_ms: t.max_timestamp,
        };
        Ok(response.tokens.into_iter().map(token).collect())
    }
}
