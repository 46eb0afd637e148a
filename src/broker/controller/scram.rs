//! SCRAM credentials (RFC 5802, KIP-554): AlterUserScramCredentials decided, DescribeUserScramCredentials answered, with
//! the original's checks in its order (ScramControlManager, ScramImage). What is kept can check a login and give nobody
//! the password.

use std::collections::BTreeMap;

use kt_codec::Str;
use kt_codec::alter_user_scram_credentials_request::{
    AlterUserScramCredentialsRequest, ScramCredentialDeletion, ScramCredentialUpsertion,
};
use openssl::error::ErrorStack;
use openssl::hash::{MessageDigest, hash};
use openssl::pkey::PKey;
use openssl::sign::Signer;

use super::decide::{Decision, Refusal};
use super::image::Image;
use super::record::{Record, RemoveUserScramCredentialRecord, UserScramCredentialRecord};
use crate::protocol::code::ErrorCode;

pub const LEAST_ITERATIONS: i32 = 4096;
pub const MOST_ITERATIONS: i32 = 16384;
/// The first metadata.version whose log has credentials, 3.5-IV2.
const SINCE: i16 = 11;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i8)]
pub enum Mechanism {
    Sha256 = 1,
    Sha512 = 2,
}

impl Mechanism {
    pub const ALL: [Mechanism; 2] = [Mechanism::Sha256, Mechanism::Sha512];

    pub fn from_number(number: i8) -> Option<Mechanism> {
        Self::ALL.into_iter().find(|mechanism| *mechanism as i8 == number)
    }

    pub fn digest(self) -> MessageDigest {
        match self {
            Mechanism::Sha256 => MessageDigest::sha256(),
            Mechanism::Sha512 => MessageDigest::sha512(),
        }
    }
}

/// The stored key and the server key of a salted password.
pub fn keys(mechanism: Mechanism, salted: &[u8]) -> Result<(Vec<u8>, Vec<u8>), ErrorStack> {
    let mac = |text: &[u8]| {
        let key = PKey::hmac(salted)?;
        Signer::new(mechanism.digest(), &key)?.sign_oneshot_to_vec(text)
    };
    let stored_key = hash(mechanism.digest(), &mac(b"Client Key")?)?.to_vec();
    Ok((stored_key, mac(b"Server Key")?))
}

/// Decides on each user by itself. A user that is named twice is refused.
pub fn alter(image: &Image, request: &AlterUserScramCredentialsRequest) -> Decision<Vec<(Str, Result<(), Refusal>)>> {
    let mut outcomes: BTreeMap<&Str, Result<Record, Refusal>> = BTreeMap::new();
    let twice = || {
        let message = "A user credential cannot be altered twice in the same request";
        Err(Refusal::new(ErrorCode::DUPLICATE_RESOURCE, message))
    };
    let supported = image.metadata_level() >= SINCE;
    let too_old = || {
        let message = "The current metadata.version does not support SCRAM";
        Err(Refusal::new(ErrorCode::UNSUPPORTED_VERSION, message))
    };
    for deletion in &request.deletions {
        let decided = if supported { delete(image, deletion) } else { too_old() };
        outcomes.entry(&deletion.name).and_modify(|before| *before = twice()).or_insert(decided);
    }
    for upsertion in &request.upsertions {
        let decided = if supported { upsert(upsertion) } else { too_old() };
        outcomes.entry(&upsertion.name).and_modify(|before| *before = twice()).or_insert(decided);
    }
    let mut records = Vec::new();
    let mut reply = Vec::with_capacity(outcomes.len());
    for (name, outcome) in outcomes {
        reply.push((name.clone(), outcome.map(|record| records.push(record))));
    }
    Decision { records, reply }
}

fn check_name(name: &str, mechanism: i8) -> Result<Mechanism, Refusal> {
    if name.is_empty() {
        return Err(Refusal::new(ErrorCode::UNACCEPTABLE_CREDENTIAL, "Username must not be empty"));
    }
    let unknown = || Refusal::new(ErrorCode::UNSUPPORTED_SASL_MECHANISM, "Unknown SCRAM mechanism");
    Mechanism::from_number(mechanism).ok_or_else(unknown)
}

fn delete(image: &Image, deletion: &ScramCredentialDeletion) -> Result<Record, Refusal> {
    check_name(&deletion.name, deletion.mechanism)?;
    if !image.scram.contains_key(&(deletion.name.clone(), deletion.mechanism)) {
        let message = "Attempt to delete a user credential that does not exist";
        return Err(Refusal::new(ErrorCode::RESOURCE_NOT_FOUND, message));
    }
    let record = RemoveUserScramCredentialRecord {
        name: deletion.name.clone(),
        mechanism: deletion.mechanism,
        ..Default::default()
    };
    Ok(record.into())
}

fn upsert(upsertion: &ScramCredentialUpsertion) -> Result<Record, Refusal> {
    let mechanism = check_name(&upsertion.name, upsertion.mechanism)?;
    let unacceptable = |why: &str| Err(Refusal::new(ErrorCode::UNACCEPTABLE_CREDENTIAL, why));
    if upsertion.iterations < LEAST_ITERATIONS {
        return unacceptable("Too few iterations");
    }
    if upsertion.iterations > MOST_ITERATIONS {
        return unacceptable("Too many iterations");
    }
    let broken = |error: ErrorStack| Refusal::new(ErrorCode::UNKNOWN_SERVER_ERROR, error.to_string());
    let (stored_key, server_key) = keys(mechanism, &upsertion.salted_password).map_err(broken)?;
    let record = UserScramCredentialRecord {
        name: upsertion.name.clone(),
        mechanism: upsertion.mechanism,
        salt: upsertion.salt.clone(),
        stored_key: stored_key.into(),
        server_key: server_key.into(),
        iterations: upsertion.iterations,
        ..Default::default()
    };
    Ok(record.into())
}

/// A user's mechanisms with their iterations.
pub type Credentials = Vec<(i8, i32)>;

/// The users asked for, or all.
pub fn describe(image: &Image, users: Option<&[Str]>) -> Vec<(Str, Result<Credentials, Refusal>)> {
    let of = |user: &Str| -> Credentials {
        let of_user = image.scram.iter().filter(|((name, _), _)| name == user);
        of_user.map(|((_, mechanism), credential)| (*mechanism, credential.iterations)).collect()
    };
    let users = users.unwrap_or_default();
    if users.is_empty() {
        let mut names: Vec<&Str> = image.scram.keys().map(|(name, _)| name).collect();
        names.dedup();
        return names.into_iter().map(|name| (name.clone(), Ok(of(name)))).collect();
    }
    let mut times: BTreeMap<&Str, u32> = BTreeMap::new();
    users.iter().for_each(|user| *times.entry(user).or_default() += 1);
    let described = |(user, times): (&Str, u32)| {
        let found = of(user);
        let outcome = if times > 1 {
            let message =
                format!("Cannot describe SCRAM credentials for the same user twice in a single request: {user}");
            Err(Refusal::new(ErrorCode::DUPLICATE_RESOURCE, message))
        } else if found.is_empty() {
            let message = format!("Attempt to describe a user credential that does not exist: {user}");
            Err(Refusal::new(ErrorCode::RESOURCE_NOT_FOUND, message))
        } else {
            Ok(found)
        };
        (user.clone(), outcome)
    };
    times.into_iter().map(described).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::broker::controller::bootstrap;

    fn image() -> Image {
        let mut image = Image::empty("c".into());
        bootstrap::features().into_iter().for_each(|record| image.apply(record).unwrap());
        image
    }

    fn upsertion(name: &str, mechanism: i8, iterations: i32) -> ScramCredentialUpsertion {
        ScramCredentialUpsertion {
            name: name.into(),
            mechanism,
            iterations,
            salt: bytes::Bytes::from_static(b"salt"),
            salted_password: bytes::Bytes::from_static(&[7; 32]),
            ..Default::default()
        }
    }

    fn apply(image: &mut Image, request: &AlterUserScramCredentialsRequest) -> Vec<Option<String>> {
        let decision = alter(image, request);
        decision.records.into_iter().for_each(|record| image.apply(record).unwrap());
        let why = |outcome: Result<(), Refusal>| outcome.err().and_then(|r| r.message.map(|m| m.to_string()));
        decision.reply.into_iter().map(|(_, outcome)| why(outcome)).collect()
    }

    #[test]
    fn a_credential_is_made_found_and_removed() {
        let mut image = image();
        let request = AlterUserScramCredentialsRequest {
            upsertions: vec![upsertion("bob", 1, 8192), upsertion("ann", 2, 4096)],
            ..Default::default()
        };
        assert_eq!(apply(&mut image, &request), [None, None]);
        assert_eq!(describe(&image, None), [("ann".into(), Ok(vec![(2, 4096)])), ("bob".into(), Ok(vec![(1, 8192)]))]);
        let gone = ScramCredentialDeletion { name: "bob".into(), mechanism: 1, ..Default::default() };
        let request = AlterUserScramCredentialsRequest { deletions: vec![gone], ..Default::default() };
        assert_eq!(apply(&mut image, &request), [None]);
        let missing = "Attempt to delete a user credential that does not exist".to_owned();
        assert_eq!(apply(&mut image, &request), [Some(missing)]);
        let found = describe(&image, Some(&["bob".into()]));
        let why = "Attempt to describe a user credential that does not exist: bob";
        assert_eq!(found[0].1.clone().unwrap_err().message.as_deref(), Some(why));
    }

    #[test]
    fn what_is_wrong_is_refused_in_the_originals_words() {
        let image = image();
        for (one, why) in [
            (upsertion("", 1, 8192), "Username must not be empty"),
            (upsertion("a", 3, 8192), "Unknown SCRAM mechanism"),
            (upsertion("a", 1, 4095), "Too few iterations"),
            (upsertion("a", 1, 16385), "Too many iterations"),
        ] {
            let request = AlterUserScramCredentialsRequest { upsertions: vec![one], ..Default::default() };
            assert_eq!(apply(&mut image.clone(), &request), [Some(why.to_owned())]);
        }
        let twice = AlterUserScramCredentialsRequest {
            upsertions: vec![upsertion("a", 1, 8192), upsertion("a", 2, 8192)],
            ..Default::default()
        };
        let why = "A user credential cannot be altered twice in the same request";
        assert_eq!(apply(&mut image.clone(), &twice), [Some(why.to_owned())]);
    }

    #[test]
    fn the_keys_are_those_of_the_original() {
        use openssl::pkcs5::pbkdf2_hmac;
        let mut salted = [0; 32];
        pbkdf2_hmac(b"x", b"1234567890abcdef", 4096, MessageDigest::sha256(), &mut salted).unwrap();
        let (stored, server) = keys(Mechanism::Sha256, &salted).unwrap();
        assert_eq!(stored[..6], [131, 77, 2, 53, 225, 172]);
        assert_eq!(server[..6], [253, 14, 184, 223, 160, 209]);
    }
}
