//! Certificates and keys, from wherever the ssl settings say, as PEM: kt's own connections and rdkafka both take that.
//!
//! Java's stores are read as they are: PKCS12 (by OpenSSL), JKS ([`super::jks`]) and PEM; what a file is shows in its
//! content, whatever `ssl.*.type` says. Keys leave here decrypted, in memory only, and are never printed.

use std::fmt;
use std::io::Read;
use std::path::Path;

use openssl::pkcs12::Pkcs12;
use openssl::pkey::PKey;
use openssl::x509::X509;

use super::jks;
use super::settings::{BadSetting, Lookup};

/// The most that a certificate file may hold.
const MAX_FILE: u64 = 16 << 20;

/// What TLS needs to know.
#[derive(Clone, PartialEq, Eq)]
pub struct TlsMaterial {
    /// The authorities to trust; `None` means the system's.
    pub ca_pem: Option<String>,
    /// The client's own certificate, for brokers that ask.
    pub identity: Option<Identity>,
    /// False only if `enable.ssl.certificate.verification=false` says so.
    pub verify_certificate: bool,
    /// False if `ssl.endpoint.identification.algorithm` is set to nothing.
    pub verify_host: bool,
}

impl Default for TlsMaterial {
    fn default() -> Self {
        TlsMaterial { ca_pem: None, identity: None, verify_certificate: true, verify_host: true }
    }
}

impl fmt::Debug for TlsMaterial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TlsMaterial")
            .field("own_ca", &self.ca_pem.is_some())
            .field("identity", &self.identity.is_some())
            .field("verify_certificate", &self.verify_certificate)
            .field("verify_host", &self.verify_host)
            .finish()
    }
}

/// A certificate with its chain, and its private key without a password.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    pub chain_pem: String,
    pub key_pem: String,
}

/// What a store of any kind holds, as DER.
#[derive(Default)]
pub(super) struct Store {
    pub trusted: Vec<Vec<u8>>,
    /// The private key (PKCS8) and its chain, the own certificate first.
    pub key: Option<(Vec<u8>, Vec<Vec<u8>>)>,
}

/// Reads what the ssl settings name.
pub(super) fn load(get: &Lookup<'_>) -> Result<TlsMaterial, BadSetting> {
    let off = |key: &str| get.text(key).is_some_and(|value| value.eq_ignore_ascii_case("false"));
    let algorithm = get.0.get("ssl.endpoint.identification.algorithm").map(str::trim);
    Ok(TlsMaterial {
        ca_pem: authorities(get)?,
        identity: identity(get)?,
        verify_certificate: !off("enable.ssl.certificate.verification"),
        verify_host: !algorithm.is_some_and(|name| name.is_empty() || name.eq_ignore_ascii_case("none")),
    })
}

fn authorities(get: &Lookup<'_>) -> Result<Option<String>, BadSetting> {
    if let Some((_, pem)) = get.any(&["ssl.truststore.certificates", "ssl.ca.pem"]) {
        return Ok(Some(pem.to_owned()));
    }
    let Some((key, path)) = get.any(&["ssl.truststore.location", "ssl.ca.location"]) else { return Ok(None) };
    if key == "ssl.ca.location" && path == "probe" {
        return Ok(None);
    }
    let bytes = read(key, Path::new(path))?;
    if let Some(pem) = as_pem(&bytes) {
        return Ok(Some(pem.to_owned()));
    }
    let store = open(key, path, &bytes, get.text("ssl.truststore.password"), None)?;
    let mut certificates = store.trusted;
    certificates.extend(store.key.into_iter().flat_map(|(_, chain)| chain));
    if certificates.is_empty() {
        return Err(BadSetting::new(key, format!("{path} holds no certificate")));
    }
    pem_of(key, path, &certificates).map(Some)
}

fn identity(get: &Lookup<'_>) -> Result<Option<Identity>, BadSetting> {
    let key_password = get.text("ssl.key.password");
    if let Some((key, chain)) = get.any(&["ssl.keystore.certificate.chain", "ssl.certificate.pem"]) {
        let Some((key_key, key_pem)) = get.any(&["ssl.keystore.key", "ssl.key.pem"]) else {
            return Err(BadSetting::new(key, "is set, but ssl.keystore.key is not"));
        };
        return Ok(Some(Identity { chain_pem: chain.to_owned(), key_pem: plain_key(key_key, key_pem, key_password)? }));
    }
    if let Some(path) = get.text("ssl.certificate.location") {
        let key = "ssl.certificate.location";
        let Some(key_path) = get.text("ssl.key.location") else {
            return Err(BadSetting::new(key, "is set, but ssl.key.location is not"));
        };
        let chain = read(key, Path::new(path))?;
        let chain = as_pem(&chain).ok_or_else(|| BadSetting::new(key, format!("{path} is no PEM file")))?;
        let pem = read("ssl.key.location", Path::new(key_path))?;
        let pem =
            as_pem(&pem).ok_or_else(|| BadSetting::new("ssl.key.location", format!("{key_path} is no PEM file")))?;
        return Ok(Some(Identity {
            chain_pem: chain.to_owned(),
            key_pem: plain_key("ssl.key.location", pem, key_password)?,
        }));
    }
    let key = "ssl.keystore.location";
    let Some(path) = get.text(key) else { return Ok(None) };
    let bytes = read(key, Path::new(path))?;
    if let Some(pem) = as_pem(&bytes) {
        return Ok(Some(Identity { chain_pem: pem.to_owned(), key_pem: plain_key(key, pem, key_password)? }));
    }
    let store_password = get.text("ssl.keystore.password");
    let store = open(key, path, &bytes, store_password, key_password.or(store_password))?;
    let (private, chain) = store.key.ok_or_else(|| BadSetting::new(key, format!("{path} holds no private key")))?;
    let private = PKey::private_key_from_pkcs8(&private).and_then(|key| key.private_key_to_pem_pkcs8());
    let private = private.map_err(|_| BadSetting::new(key, format!("the private key in {path} cannot be read")))?;
    Ok(Some(Identity {
        chain_pem: pem_of(key, path, &chain)?,
        key_pem: String::from_utf8_lossy(&private).into_owned(),
    }))
}

/// Opens a PKCS12 or JKS store.
fn open(
    key: &str,
    path: &str,
    bytes: &[u8],
    password: Option<&str>,
    key_password: Option<&str>,
) -> Result<Store, BadSetting> {
    if jks::is_jks(bytes) {
        return jks::read(bytes, password, key_password)
            .map_err(|what| BadSetting::new(key, format!("{path}: {what}")));
    }
    let store = Pkcs12::from_der(bytes).map_err(|_| {
        BadSetting::new(key, format!("{path} is no PEM, PKCS12 or JKS file"))
            .hint("look at it with   keytool -list -keystore FILE   or   openssl x509 -in FILE -text")
    })?;
    let password_key = key.replace(".location", ".password");
    let parsed = store.parse2(password.unwrap_or("")).map_err(|error| {
        let old = error.errors().iter().any(|e| e.reason().is_some_and(|reason| reason.contains("unsupported")));
        match (old, password) {
            (true, _) => BadSetting::new(
                key,
                format!("{path} is encrypted in an old way (RC2) that OpenSSL 3 refuses"),
            )
            .hint(
                "write it anew:   keytool -importkeystore -srckeystore OLD -destkeystore NEW.p12 -deststoretype pkcs12",
            ),
            (false, Some(_)) => BadSetting::new(&password_key, format!("does not open {path}")),
            (false, None) => BadSetting::new(&password_key, format!("is not set, and {path} needs one")),
        }
    })?;
    let der =
        |cert: &X509| cert.to_der().map_err(|_| BadSetting::new(key, format!("a certificate in {path} is damaged")));
    let mut others = Vec::new();
    for cert in parsed.ca.iter().flatten() {
        others.push(
            cert.to_owned()
                .to_der()
                .map_err(|_| BadSetting::new(key, format!("a certificate in {path} is damaged")))?,
        );
    }
    match (parsed.pkey, parsed.cert) {
        (Some(private), Some(own)) => {
            let private = private.private_key_to_pkcs8();
            let private =
                private.map_err(|_| BadSetting::new(key, format!("the private key in {path} cannot be read")))?;
            let mut chain = vec![der(&own)?];
            chain.extend(others);
            Ok(Store { trusted: Vec::new(), key: Some((private, chain)) })
        }
        (_, own) => {
            let mut trusted = others;
            if let Some(own) = own {
                trusted.push(der(&own)?);
            }
            Ok(Store { trusted, key: None })
        }
    }
}

fn pem_of(key: &str, path: &str, certificates: &[Vec<u8>]) -> Result<String, BadSetting> {
    let mut text = String::new();
    for der in certificates {
        let pem = X509::from_der(der).and_then(|certificate| certificate.to_pem());
        let pem = pem.map_err(|_| BadSetting::new(key, format!("a certificate in {path} is damaged")))?;
        text.push_str(&String::from_utf8_lossy(&pem));
    }
    Ok(text)
}

/// The private key among the blocks of `pem`, without its password.
fn plain_key(key: &str, pem: &str, password: Option<&str>) -> Result<String, BadSetting> {
    let password = password.unwrap_or("");
    // The callback form never asks the terminal, as OpenSSL would by itself.
    let private = PKey::private_key_from_pem_passphrase(pem.as_bytes(), password.as_bytes());
    let private = private.map_err(|_| {
        let locked = pem.contains("ENCRYPTED");
        let what = if locked {
            "the private key is encrypted, and ssl.key.password does not open it"
        } else {
            "holds no private key that can be read"
        };
        BadSetting::new(key, what)
    })?;
    let pem = private.private_key_to_pem_pkcs8().map_err(|_| BadSetting::new(key, "the private key cannot be used"))?;
    Ok(String::from_utf8_lossy(&pem).into_owned())
}

fn as_pem(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok().filter(|text| text.contains("-----BEGIN "))
}

/// All of a small file.
pub(super) fn read(key: &str, path: &Path) -> Result<Vec<u8>, BadSetting> {
    let mut bytes = Vec::new();
    let result = std::fs::File::open(path).and_then(|file| file.take(MAX_FILE + 1).read_to_end(&mut bytes));
    match result {
        Ok(_) if bytes.len() as u64 > MAX_FILE => {
            Err(BadSetting::new(key, format!("{} is too large for certificates or a token", path.display())))
        }
        Ok(_) => Ok(bytes),
        Err(error) => {
            let text = error.to_string();
            let plain = text.split(" (os error").next().unwrap_or(&text);
            Err(BadSetting::new(key, format!("cannot read {}: {plain}", path.display())))
        }
    }
}

#[cfg(test)]
#[path = "stores_tests.rs"]
mod tests;
