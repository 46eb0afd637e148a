//! The login: SaslHandshake names the mechanism, SaslAuthenticate carries its messages (KIP-152).
//!
//! PLAIN (RFC 4616), SCRAM (RFC 5802, with the server's proof checked) and OAUTHBEARER (RFC 7628).

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use kt_codec::sasl_authenticate_request::SaslAuthenticateRequest;
use kt_codec::sasl_handshake_request::SaslHandshakeRequest;
use openssl::hash::MessageDigest;
use openssl::pkcs5::pbkdf2_hmac;
use openssl::pkey::PKey;
use openssl::rand::rand_bytes;
use openssl::sha::{sha256, sha512};
use openssl::sign::Signer;
use tokio::time::Instant;

use super::conn::{Connection, OpenError};
use super::error::{Attempt, Problem};
use super::reason::Reason;
use super::settings::{Sasl, Sha};
use crate::protocol::code::ErrorCode;

/// A server may not make us hash for longer than this; Kafka's default is 4096.
const MAX_ITERATIONS: usize = 1_000_000;
/// Kafka refuses fewer.
const MIN_ITERATIONS: usize = 4096;
const NONCE_BYTES: usize = 24;

/// Logs in, or says why not.
pub(super) async fn log_in(connection: &mut Connection, login: &Sasl, deadline: Instant) -> Result<(), OpenError> {
    let mechanism = login.mechanism();
    let request = SaslHandshakeRequest { mechanism: mechanism.into(), ..SaslHandshakeRequest::default() };
    let unfit = |connection: &Connection, reason| {
        OpenError::Attempt(Attempt { address: connection.address().clone(), peer: Some(connection.peer()), reason })
    };
    let response = match connection.send(&request, left(deadline)).await {
        // A broker without a single door that wants a login may not even know the question.
        Err(error) if matches!(error.problem(), Problem::Unsupported { .. }) => {
            return Err(unfit(connection, Reason::WantsNoSasl));
        }
        response => response?,
    };
    match ErrorCode(response.error_code) {
        ErrorCode::NONE => {}
        ErrorCode::UNSUPPORTED_SASL_MECHANISM => {
            let theirs = response.mechanisms.iter().map(|name| name.to_string()).collect();
            return Err(unfit(connection, Reason::Mechanisms { ours: mechanism, theirs }));
        }
        ErrorCode::ILLEGAL_SASL_STATE => return Err(unfit(connection, Reason::WantsNoSasl)),
        other => return Err(denied(connection, mechanism, other.message())),
    }
    match login {
        Sasl::Plain { username, password } => {
            let message = format!("\0{username}\0{password}");
            say(connection, mechanism, message.into_bytes(), deadline).await?;
        }
        Sasl::Scram { sha, username, password, token } => {
            let mut nonce = [0; NONCE_BYTES];
            rand_bytes(&mut nonce).map_err(|_| denied(connection, mechanism, "the system has no random numbers"))?;
            let mut scram = Scram::new(*sha, username, password, *token, &STANDARD.encode(nonce));
            let first = scram.first();
            let challenge = say(connection, mechanism, first.into_bytes(), deadline).await?;
            let answer = scram.answer(&challenge).map_err(|why| denied(connection, mechanism, &why))?;
            let proof = say(connection, mechanism, answer.into_bytes(), deadline).await?;
            scram.check(&proof).map_err(|why| denied(connection, mechanism, &why))?;
        }
        Sasl::OauthBearer { token, extensions } => {
            let message = oauth_message(token, extensions);
            let answer = say(connection, mechanism, message.into_bytes(), deadline).await?;
            if !answer.is_empty() {
                // The broker explains in JSON and waits for a byte of consent before it refuses.
                let why = format!("the broker says {}", String::from_utf8_lossy(&answer));
                return Err(denied(connection, mechanism, &why));
            }
        }
    }
    Ok(())
}

/// Sends one message of the mechanism and brings back the broker's.
async fn say(
    connection: &mut Connection,
    mechanism: &'static str,
    message: Vec<u8>,
    deadline: Instant,
) -> Result<Bytes, OpenError> {
    let request = SaslAuthenticateRequest { auth_bytes: message.into(), ..SaslAuthenticateRequest::default() };
    let response = connection.send(&request, left(deadline)).await?;
    let code = ErrorCode(response.error_code);
    if code.is_error() {
        let words = response.error_message.as_deref().filter(|text| !text.is_empty());
        return Err(denied(connection, mechanism, words.unwrap_or(code.message())));
    }
    Ok(response.auth_bytes)
}

fn denied(connection: &Connection, mechanism: &'static str, reason: &str) -> OpenError {
    let address = connection.address().clone();
    OpenError::Error(Problem::Denied { address, mechanism, reason: reason.to_owned() }.into())
}

fn left(deadline: Instant) -> Duration {
    deadline.saturating_duration_since(Instant::now())
}

fn oauth_message(token: &str, extensions: &[(String, String)]) -> String {
    let mut message = format!("n,,\x01auth=Bearer {token}");
    for (key, value) in extensions {
        message.push_str(&format!("\x01{key}={value}"));
    }
    message.push_str("\x01\x01");
    message
}

/// The client's side of one SCRAM conversation.
struct Scram<'a> {
    sha: Sha,
    password: &'a str,
    nonce: String,
    /// `n=user,r=nonce`, part of what is signed.
    first_bare: String,
    /// The server's proof that it knows the password's hash, once the challenge is answered.
    expected: Vec<u8>,
}

impl<'a> Scram<'a> {
    fn new(sha: Sha, username: &str, password: &'a str, token: bool, nonce: &str) -> Self {
        let username = username.replace('=', "=3D").replace(',', "=2C");
        let extension = if token { ",tokenauth=true" } else { "" };
        let first_bare = format!("n={username},r={nonce}{extension}");
        Scram { sha, password, nonce: nonce.to_owned(), first_bare, expected: Vec::new() }
    }

    fn first(&self) -> String {
        format!("n,,{}", self.first_bare)
    }

    fn answer(&mut self, challenge: &[u8]) -> Result<String, String> {
        let challenge = std::str::from_utf8(challenge).map_err(|_| "the broker's challenge is no text")?;
        if let Some(error) = field(challenge, "e=") {
            return Err(format!("the broker says {error}"));
        }
        let unclear = || format!("the broker's challenge is incomplete: {challenge}");
        let nonce = field(challenge, "r=").ok_or_else(unclear)?;
        let salt = field(challenge, "s=").and_then(|salt| STANDARD.decode(salt).ok()).ok_or_else(unclear)?;
        let iterations: usize = field(challenge, "i=").and_then(|count| count.parse().ok()).ok_or_else(unclear)?;
        if !nonce.starts_with(&self.nonce) || nonce.len() == self.nonce.len() {
            return Err("the broker's challenge answers somebody else".into());
        }
        if !(MIN_ITERATIONS..=MAX_ITERATIONS).contains(&iterations) {
            return Err(format!("the broker asks for {iterations} iterations"));
        }
        let broken = |_| "OpenSSL cannot compute the proof".to_owned();
        let mut salted = vec![0; self.digest().size()];
        pbkdf2_hmac(self.password.as_bytes(), &salt, iterations, self.digest(), &mut salted).map_err(broken)?;
        let client_key = self.hmac(&salted, b"Client Key").map_err(broken)?;
        let server_key = self.hmac(&salted, b"Server Key").map_err(broken)?;
        let stored_key = match self.sha {
            Sha::Sha256 => sha256(&client_key).to_vec(),
            Sha::Sha512 => sha512(&client_key).to_vec(),
        };
        let without_proof = format!("c=biws,r={nonce}");
        let signed = format!("{},{challenge},{without_proof}", self.first_bare);
        let signature = self.hmac(&stored_key, signed.as_bytes()).map_err(broken)?;
        let proof: Vec<u8> = client_key.iter().zip(&signature).map(|(a, b)| a ^ b).collect();
        self.expected = self.hmac(&server_key, signed.as_bytes()).map_err(broken)?;
        Ok(format!("{without_proof},p={}", STANDARD.encode(proof)))
    }

    /// The broker must know the password's hash too, or it only pretends to be the cluster.
    fn check(&self, proof: &[u8]) -> Result<(), String> {
        let text = std::str::from_utf8(proof).map_err(|_| "the broker's proof is no text")?;
        if let Some(error) = field(text, "e=") {
            return Err(format!("the broker says {error}"));
        }
        let proof = field(text, "v=").and_then(|proof| STANDARD.decode(proof).ok()).unwrap_or_default();
        if proof.len() == self.expected.len() && openssl::memcmp::eq(&proof, &self.expected) {
            Ok(())
        } else {
            Err("the broker does not prove that it knows the password".into())
        }
    }

    fn digest(&self) -> MessageDigest {
        match self.sha {
            Sha::Sha256 => MessageDigest::sha256(),
            Sha::Sha512 => MessageDigest::sha512(),
        }
    }

    fn hmac(&self, key: &[u8], data: &[u8]) -> Result<Vec<u8>, openssl::error::ErrorStack> {
        let key = PKey::hmac(key)?;
        Signer::new(self.digest(), &key)?.sign_oneshot_to_vec(data)
    }
}

/// The value of `name` among `a=…,b=…`.
fn field<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.split(',').find_map(|part| part.strip_prefix(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_conversation_of_rfc_7677_comes_out_to_the_letter() {
        let mut scram = Scram::new(Sha::Sha256, "user", "pencil", false, "rOprNGfwEbeRWgbNEkqO");
        assert_eq!(scram.first(), "n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
        let challenge = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
        assert_eq!(
            scram.answer(challenge.as_bytes()).unwrap(),
            "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
        );
        scram.check(b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=").unwrap();
        assert!(scram.check(b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G5=").is_err());
        assert!(scram.check(b"").is_err());
    }

    #[test]
    fn a_challenge_that_is_not_ours_or_costs_too_much_is_refused() {
        let mut scram = Scram::new(Sha::Sha256, "u", "p", false, "abc");
        let refuses = |scram: &mut Scram<'_>, text: &str| scram.answer(text.as_bytes()).unwrap_err();
        assert_eq!(refuses(&mut scram, "r=xyz1,s=AAAA,i=4096"), "the broker's challenge answers somebody else");
        assert_eq!(refuses(&mut scram, "r=abc,s=AAAA,i=4096"), "the broker's challenge answers somebody else");
        assert_eq!(refuses(&mut scram, "r=abcd,s=AAAA,i=900000000"), "the broker asks for 900000000 iterations");
        assert_eq!(refuses(&mut scram, "r=abcd,s=AAAA,i=1"), "the broker asks for 1 iterations");
        assert_eq!(refuses(&mut scram, "e=unknown-user"), "the broker says unknown-user");
        assert!(refuses(&mut scram, "").starts_with("the broker's challenge is incomplete"));
    }
}
