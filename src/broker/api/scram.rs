//! DescribeUserScramCredentials and AlterUserScramCredentials: users and their passwords, of which nothing is ever told
//! but how often they were hashed.

use kt_codec::Str;
use kt_codec::alter_user_scram_credentials_request::AlterUserScramCredentialsRequest;
use kt_codec::alter_user_scram_credentials_response::{
    AlterUserScramCredentialsResponse, AlterUserScramCredentialsResult,
};
use kt_codec::describe_user_scram_credentials_request::DescribeUserScramCredentialsRequest;
use kt_codec::describe_user_scram_credentials_response::{
    CredentialInfo, DescribeUserScramCredentialsResponse, DescribeUserScramCredentialsResult,
};

use super::{Api, Cx, api, blocking};
use crate::broker::controller::decide::Refusal;
use crate::broker::controller::scram;
use crate::protocol::acl::Operation;

pub const APIS: &[Api] = &[
    api!(DescribeUserScramCredentials, 0..=0, now describe_credentials),
    api!(AlterUserScramCredentials, 0..=0, later alter_credentials),
];

fn describe_credentials(cx: &Cx, request: DescribeUserScramCredentialsRequest) -> DescribeUserScramCredentialsResponse {
    if let Err(refusal) = cx.check_cluster(Operation::Describe) {
        return DescribeUserScramCredentialsResponse {
            error_code: refusal.code.code(),
            error_message: refusal.message,
            ..Default::default()
        };
    }
    let users: Option<Vec<Str>> = request.users.map(|users| users.into_iter().map(|user| user.name).collect());
    let info = |(mechanism, iterations): (i8, i32)| CredentialInfo { mechanism, iterations, ..Default::default() };
    let result = |(user, outcome): (Str, Result<scram::Credentials, Refusal>)| match outcome {
        Ok(found) => DescribeUserScramCredentialsResult {
            user,
            error_message: None,
            credential_infos: found.into_iter().map(info).collect(),
            ..Default::default()
        },
        Err(refusal) => DescribeUserScramCredentialsResult {
            user,
            error_code: refusal.code.code(),
            error_message: refusal.message,
            ..Default::default()
        },
    };
    let results = scram::describe(&cx.broker.image(), users.as_deref()).into_iter().map(result).collect();
    DescribeUserScramCredentialsResponse { error_message: None, results, ..Default::default() }
}

async fn alter_credentials(cx: Cx, request: AlterUserScramCredentialsRequest) -> AlterUserScramCredentialsResponse {
    blocking(move || {
        let refuse_all = |refusal: Refusal| {
            let deleted = request.deletions.iter().map(|d| &d.name);
            let mut names: Vec<&Str> = deleted.chain(request.upsertions.iter().map(|u| &u.name)).collect();
            names.sort();
            names.dedup();
            names.into_iter().map(|name| (name.clone(), Err(refusal.clone()))).collect::<Vec<_>>()
        };
        let outcomes = match cx.check_cluster(Operation::Alter) {
            Err(refusal) => refuse_all(refusal),
            Ok(()) => cx
                .broker
                .change(|image| scram::alter(image, &request))
                .unwrap_or_else(|code| refuse_all(Refusal { code, message: None })),
        };
        let result = |(user, outcome): (Str, Result<(), Refusal>)| {
            let refusal = outcome.err();
            AlterUserScramCredentialsResult {
                user,
                error_code: refusal.as_ref().map_or(0, |r| r.code.code()),
                error_message: refusal.and_then(|r| r.message),
                ..Default::default()
            }
        };
        let results = outcomes.into_iter().map(result).collect();
        AlterUserScramCredentialsResponse { results, ..Default::default() }
    })
    .await
}
