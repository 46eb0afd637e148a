//! SCRAM users (KIP-554). The password stays here: what is sent is its salted hash.

use kt_codec::alter_user_scram_credentials_request::{
    AlterUserScramCredentialsRequest, ScramCredentialDeletion, ScramCredentialUpsertion,
};
use kt_codec::describe_user_scram_credentials_request::{DescribeUserScramCredentialsRequest, UserName};
use openssl::hash::MessageDigest;
use openssl::pkcs5::pbkdf2_hmac;

use super::topics::{code_among, outcome};
use crate::client::error::{Error, Result};
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

/// As many as the original hashes where nobody says otherwise.
pub const ITERATIONS: i32 = 4096;
/// Bytes of salt.
const SALT: usize = 24;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(i8)]
pub enum Mechanism {
    Sha256 = 1,
    Sha512 = 2,
}

impl Mechanism {
    pub const ALL: [Mechanism; 2] = [Mechanism::Sha256, Mechanism::Sha512];

    pub fn name(self) -> &'static str {
        match self {
            Mechanism::Sha256 => "SCRAM-SHA-256",
            Mechanism::Sha512 => "SCRAM-SHA-512",
        }
    }

    pub fn by_name(name: &str) -> Option<Mechanism> {
        Self::ALL.into_iter().find(|mechanism| mechanism.name() == name)
    }

    fn salted(self, password: &[u8], salt: &[u8], iterations: i32) -> Result<Vec<u8>> {
        let (digest, length) = match self {
            Mechanism::Sha256 => (MessageDigest::sha256(), 32),
            Mechanism::Sha512 => (MessageDigest::sha512(), 64),
        };
        let mut salted = vec![0; length];
        let rounds = usize::try_from(iterations).unwrap_or(0);
        let done = pbkdf2_hmac(password, salt, rounds, digest, &mut salted);
        done.map_err(|error| {
            Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some(&error.to_string()), "the password")
        })?;
        Ok(salted)
    }
}

/// A user's mechanisms and how often each hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub name: String,
    pub credentials: Vec<(Mechanism, i32)>,
}

/// What is to become of one credential.
#[derive(Clone, Debug)]
pub enum Change {
    Set { mechanism: Mechanism, iterations: i32, password: String },
    Delete(Mechanism),
}

impl Client {
    /// These users, or all; who has no credential is not among them.
    pub async fn describe_scram(&self, users: &[String]) -> Result<Vec<(String, Result<User>)>> {
        let user = |name: &String| UserName { name: name.as_str().into(), ..Default::default() };
        let request = DescribeUserScramCredentialsRequest {
            users: (!users.is_empty()).then(|| users.iter().map(user).collect()),
            ..Default::default()
        };
        let call = |error: Error| error.during("describeUserScramCredentials");
        let response = self.send(To::Any, &request).await.map_err(call)?;
        outcome(response.error_code, response.error_message.as_deref(), || "the users".into()).map_err(call)?;
        let there = |code: i16| ErrorCode(code) != ErrorCode::RESOURCE_NOT_FOUND;
        let described = response.results.into_iter().filter(|result| there(result.error_code)).map(|result| {
            let name = result.user.to_string();
            let credential = |info: kt_codec::describe_user_scram_credentials_response::CredentialInfo| {
                let mechanism = Mechanism::ALL.into_iter().find(|known| *known as i8 == info.mechanism)?;
                Some((mechanism, info.iterations))
            };
            let found = outcome(result.error_code, result.error_message.as_deref(), || format!("user {name}"));
            let credentials = result.credential_infos.into_iter().filter_map(credential).collect();
            (name.clone(), found.map(|()| User { name, credentials }))
        });
        Ok(described.collect())
    }

    /// Changes one user's credentials, all or none.
    pub async fn alter_scram(&self, user: &str, changes: &[Change]) -> Result<()> {
        let mut request = AlterUserScramCredentialsRequest::default();
        for change in changes {
            match change {
                Change::Delete(mechanism) => request.deletions.push(ScramCredentialDeletion {
                    name: user.into(),
                    mechanism: *mechanism as i8,
                    ..Default::default()
                }),
                Change::Set { mechanism, iterations, password } => {
                    let mut salt = [0; SALT];
                    let random = openssl::rand::rand_bytes(&mut salt);
                    random.map_err(|e| {
                        Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some(&e.to_string()), "the salt")
                    })?;
                    request.upsertions.push(ScramCredentialUpsertion {
                        name: user.into(),
                        mechanism: *mechanism as i8,
                        iterations: *iterations,
                        salted_password: mechanism.salted(password.as_bytes(), &salt, *iterations)?.into(),
                        salt: salt.to_vec().into(),
                        ..Default::default()
                    });
                }
            }
        }
        let call = |error: Error| error.during("alterUserScramCredentials");
        let code = |response: &kt_codec::alter_user_scram_credentials_response::AlterUserScramCredentialsResponse| {
            code_among(response.results.iter().map(|result| result.error_code))
        };
        let response = self.change(|_| request.clone(), code).await.map_err(call)?;
        for result in &response.results {
            outcome(result.error_code, result.error_message.as_deref(), || format!("user {user}")).map_err(call)?;
        }
        Ok(())
    }
}
