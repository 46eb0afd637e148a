//! Delegation tokens. They are for clients that have said who they are, by other means than a token; on a listener
//! without authentication nobody has, and the answer is the original's.

use kt_codec::create_delegation_token_request::CreateDelegationTokenRequest;
use kt_codec::create_delegation_token_response::CreateDelegationTokenResponse;
use kt_codec::describe_delegation_token_request::DescribeDelegationTokenRequest;
use kt_codec::describe_delegation_token_response::DescribeDelegationTokenResponse;
use kt_codec::expire_delegation_token_request::ExpireDelegationTokenRequest;
use kt_codec::expire_delegation_token_response::ExpireDelegationTokenResponse;
use kt_codec::renew_delegation_token_request::RenewDelegationTokenRequest;
use kt_codec::renew_delegation_token_response::RenewDelegationTokenResponse;

use super::{Api, Cx, api};
use crate::protocol::acl::ANONYMOUS;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[
    api!(CreateDelegationToken, 1..=3, now create),
    api!(RenewDelegationToken, 1..=2, now renew),
    api!(ExpireDelegationToken, 1..=2, now expire),
    api!(DescribeDelegationToken, 1..=3, now describe),
];

const NOT_HERE: ErrorCode = ErrorCode::DELEGATION_TOKEN_REQUEST_NOT_ALLOWED;

fn create(_cx: &Cx, request: CreateDelegationTokenRequest) -> CreateDelegationTokenResponse {
    let (kind, name) = ANONYMOUS.split_once(':').expect("a principal has a type and a name");
    let owner_name = request.owner_principal_name.filter(|name| !name.is_empty());
    let owner_type = request.owner_principal_type.filter(|_| owner_name.is_some());
    CreateDelegationTokenResponse {
        error_code: NOT_HERE.code(),
        principal_type: owner_type.unwrap_or_else(|| kind.into()),
        principal_name: owner_name.unwrap_or_else(|| name.into()),
        token_requester_principal_type: kind.into(),
        token_requester_principal_name: name.into(),
        issue_timestamp_ms: -1,
        expiry_timestamp_ms: -1,
        max_timestamp_ms: -1,
        ..Default::default()
    }
}

fn renew(_cx: &Cx, _request: RenewDelegationTokenRequest) -> RenewDelegationTokenResponse {
    RenewDelegationTokenResponse { error_code: NOT_HERE.code(), expiry_timestamp_ms: -1, ..Default::default() }
}

fn expire(_cx: &Cx, _request: ExpireDelegationTokenRequest) -> ExpireDelegationTokenResponse {
    ExpireDelegationTokenResponse { error_code: NOT_HERE.code(), expiry_timestamp_ms: -1, ..Default::default() }
}

fn describe(_cx: &Cx, _request: DescribeDelegationTokenRequest) -> DescribeDelegationTokenResponse {
    DescribeDelegationTokenResponse { error_code: NOT_HERE.code(), ..Default::default() }
}
