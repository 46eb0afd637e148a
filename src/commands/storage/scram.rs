//! Users that a cluster begins with: `SCRAM-SHA-256=[name=alice,password=secret]` to the record of a credential
//! (RFC 5802), with the original's checks and words.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use openssl::hash::{MessageDigest, hash};
use openssl::pkcs5::pbkdf2_hmac;
use openssl::pkey::PKey;
use openssl::sign::Signer;

use crate::broker::controller::decide::{Random, SystemRandom};
use crate::broker::controller::record::UserScramCredentialRecord;
use crate::commands::failure::Failure;

const LEAST_ITERATIONS: i32 = 4096;
const MOST_ITERATIONS: i32 = 16384;

struct Mechanism {
    name: &'static str,
    java: &'static str,
    number: i8,
    digest: fn() -> MessageDigest,
}

const MECHANISMS: [Mechanism; 2] = [
    Mechanism { name: "SCRAM-SHA-256", java: "SCRAM_SHA_256", number: 1, digest: MessageDigest::sha256 },
    Mechanism { name: "SCRAM-SHA-512", java: "SCRAM_SHA_512", number: 2, digest: MessageDigest::sha512 },
];

/// From one `--add-scram`.
pub fn credential(text: &str) -> Result<UserScramCredentialRecord, Failure> {
    let wrong = |why: String| Err(Failure::new(why));
    let Some((name, settings)) = text.split_once('=') else {
        return wrong(format!("Failed to find equals sign in SCRAM argument '{text}'"));
    };
    let Some(mechanism) = MECHANISMS.iter().find(|m| m.name == name) else {
        return wrong(format!("The add-scram mechanism {name} is not supported."));
    };
    let Some(settings) = settings.strip_prefix('[') else {
        return wrong("Expected configuration string to start with [".into());
    };
    let Some(settings) = settings.strip_suffix(']') else {
        return wrong("Expected configuration string to end with ]".into());
    };
    let mut settings = read(settings)?;
    let Some(user) = settings.remove("name") else { return wrong("You must supply 'name' to add-scram".into()) };
    let salt = settings.remove("salt").map(|salt| decode("salt", &salt)).transpose()?;
    let iterations = match settings.remove("iterations") {
        None => LEAST_ITERATIONS,
        Some(count) => count.parse().map_err(|_| Failure::new(format!("Failed to parse iterations count: {count}")))?,
    };
    if iterations < LEAST_ITERATIONS {
        let java = mechanism.java;
        return wrong(format!("The 'iterations' value must be >= {LEAST_ITERATIONS} for add-scram using {java}"));
    }
    if iterations > MOST_ITERATIONS {
        let java = mechanism.java;
        return wrong(format!("The 'iterations' value must be <= {MOST_ITERATIONS} for add-scram using {java}"));
    }
    let (password, salted) = (settings.remove("password"), settings.remove("saltedpassword"));
    if !settings.is_empty() {
        let names: Vec<String> = settings.into_keys().collect();
        return wrong(format!("Unknown SCRAM configurations: {}", names.join(", ")));
    }
    let (salt, salted) = match (password, salted, salt) {
        (_, Some(_), None) => {
            return wrong("You must supply 'salt' with 'saltedpassword' to add-scram".into());
        }
        (_, Some(salted), Some(salt)) => (salt, decode("saltedpassword", &salted)?),
        (None, None, _) => {
            return wrong("You must supply one of 'password' or 'saltedpassword' to add-scram".into());
        }
        (Some(password), None, salt) => {
            let salt = salt.unwrap_or_else(|| SystemRandom.bytes().to_vec());
            let salted = salt_password(&password, &salt, iterations, mechanism)?;
            (salt, salted)
        }
    };
    let client_key = mac(&salted, b"Client Key", mechanism)?;
    let stored_key = hash((mechanism.digest)(), &client_key).map_err(crypto)?.to_vec();
    let server_key = mac(&salted, b"Server Key", mechanism)?;
    Ok(UserScramCredentialRecord {
        name: user.into(),
        mechanism: mechanism.number,
        salt: salt.into(),
        stored_key: stored_key.into(),
        server_key: server_key.into(),
        iterations,
        ..Default::default()
    })
}

/// `key=value` and `key="value"`, with commas between.
fn read(settings: &str) -> Result<BTreeMap<String, String>, Failure> {
    let mut found = BTreeMap::new();
    let mut rest = settings;
    while !rest.is_empty() {
        let (key, after) = rest
            .split_once('=')
            .ok_or_else(|| Failure::new(format!("Failed to find equals sign in SCRAM argument '{rest}'")))?;
        let (value, after) = match after.strip_prefix('"') {
            Some(quoted) => {
                let (value, after) = quoted
                    .split_once('"')
                    .ok_or_else(|| Failure::new("No closing quotation mark in SCRAM argument"))?;
                (value, after.strip_prefix(',').unwrap_or(after))
            }
            None => after.split_once(',').unwrap_or((after, "")),
        };
        if found.insert(key.trim().to_owned(), value.to_owned()).is_some() {
            return Err(Failure::new(format!("Found duplicate SCRAM argument '{key}'")));
        }
        rest = after;
    }
    Ok(found)
}

fn decode(what: &str, text: &str) -> Result<Vec<u8>, Failure> {
    STANDARD.decode(text).map_err(|_| Failure::new(format!("Failed to decode given {what}: {text}")))
}

fn salt_password(password: &str, salt: &[u8], iterations: i32, mechanism: &Mechanism) -> Result<Vec<u8>, Failure> {
    let digest = (mechanism.digest)();
    let mut salted = vec![0; digest.size()];
    let rounds = usize::try_from(iterations).unwrap_or(0);
    pbkdf2_hmac(password.as_bytes(), salt, rounds, digest, &mut salted).map_err(crypto)?;
    Ok(salted)
}

fn mac(key: &[u8], text: &[u8], mechanism: &Mechanism) -> Result<Vec<u8>, Failure> {
    let key = PKey::hmac(key).map_err(crypto)?;
    let mut signer = Signer::new((mechanism.digest)(), &key).map_err(crypto)?;
    signer.sign_oneshot_to_vec(text).map_err(crypto)
}

fn crypto(error: openssl::error::ErrorStack) -> Failure {
    Failure::new("the credential cannot be computed").because(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credential_is_the_originals() {
        let text = r#"SCRAM-SHA-256=[name=alice,password=x,salt="MTIzNDU2Nzg5MGFiY2RlZg==",iterations=4096]"#;
        let record = credential(text).expect("it is complete");
        // As Kafka 4.3.1 printed them.
        assert_eq!(&record.stored_key[..6], [131, 77, 2, 53, 225, 172]);
        assert_eq!(&record.server_key[..6], [253, 14, 184, 223, 160, 209]);
        assert_eq!((&*record.name, record.mechanism, record.iterations), ("alice", 1, 4096));
    }

    #[test]
    fn what_is_wrong_is_said_in_the_originals_words() {
        for (text, why) in [
            ("foo", "Failed to find equals sign in SCRAM argument 'foo'"),
            ("SCRAM-SHA-1=[name=a,password=x]", "The add-scram mechanism SCRAM-SHA-1 is not supported."),
            ("SCRAM-SHA-256=name=a", "Expected configuration string to start with ["),
            ("SCRAM-SHA-256=[password=x]", "You must supply 'name' to add-scram"),
            (
                "SCRAM-SHA-256=[name=a,password=x,iterations=10]",
                "The 'iterations' value must be >= 4096 for add-scram using SCRAM_SHA_256",
            ),
            ("SCRAM-SHA-256=[name=a,password=x,iterations=z]", "Failed to parse iterations count: z"),
            ("SCRAM-SHA-256=[name=a,password=x,bad=1]", "Unknown SCRAM configurations: bad"),
            ("SCRAM-SHA-256=[name=a]", "You must supply one of 'password' or 'saltedpassword' to add-scram"),
            ("SCRAM-SHA-256=[name=a,saltedpassword=eA==]", "You must supply 'salt' with 'saltedpassword' to add-scram"),
        ] {
            assert_eq!(credential(text).expect_err(text).what(), why);
        }
    }
}
