//! Stores that keytool wrote, and what is said when one cannot be opened.

use openssl::pkey::PKey;
use openssl::x509::X509;

use super::*;
use crate::config::properties::Properties;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/stores");

fn load_of(settings: &[(&str, &str)]) -> Result<TlsMaterial, BadSetting> {
    let mut properties = Properties::default();
    for (key, value) in settings {
        properties.set(*key, value.replace("{}", FOLDER));
    }
    load(&Lookup(&properties))
}

fn first_name(pem: &str) -> String {
    let certificate = X509::from_pem(pem.as_bytes()).unwrap();
    let name = certificate.subject_name().entries().next().unwrap();
    name.data().to_string().unwrap()
}

#[test]
fn trusted_certificates_come_from_jks_pkcs12_and_pem_alike() {
    let pem = std::fs::read_to_string(format!("{FOLDER}/cert.pem")).unwrap();
    let wanted = X509::from_pem(pem.as_bytes()).unwrap();
    for (key, file, password) in [
        ("ssl.truststore.location", "{}/trust.jks", "changeit"),
        ("ssl.truststore.location", "{}/trust.jks", ""),
        ("ssl.truststore.location", "{}/trust.p12", "changeit"),
        ("ssl.truststore.location", "{}/cert.pem", ""),
        ("ssl.ca.location", "{}/cert.pem", ""),
    ] {
        let found = load_of(&[(key, file), ("ssl.truststore.password", password)]).unwrap();
        assert_eq!(X509::from_pem(found.ca_pem.unwrap().as_bytes()).unwrap(), wanted, "{file}");
    }
    let inline = load_of(&[("ssl.truststore.certificates", &pem), ("ssl.truststore.type", "PEM")]).unwrap();
    assert_eq!(inline.ca_pem, Some(pem.trim().to_owned()));
}

#[test]
fn a_jks_key_is_decrypted_by_its_own_password() {
    let store = [("ssl.keystore.location", "{}/client.jks"), ("ssl.keystore.password", "changeit")];
    let own = load_of(&[store[0], store[1], ("ssl.key.password", "changekey")]).unwrap().identity.unwrap();
    assert_eq!(first_name(&own.chain_pem), "client");
    let key = PKey::private_key_from_pem(own.key_pem.as_bytes()).unwrap();
    let certificate = X509::from_pem(own.chain_pem.as_bytes()).unwrap();
    assert!(certificate.public_key().unwrap().public_eq(&key), "the key belongs to the certificate");

    let wrong = load_of(&[store[0], store[1], ("ssl.key.password", "guess")]).unwrap_err();
    assert!(wrong.what.ends_with("ssl.key.password does not open the private key"), "{wrong}");
}

#[test]
fn what_cannot_be_opened_says_which_setting_is_wrong() {
    let refused = |settings: &[(&str, &str)]| load_of(settings).unwrap_err().to_string().replace(FOLDER, "");
    assert_eq!(
        refused(&[("ssl.truststore.location", "{}/nowhere.p12")]),
        "ssl.truststore.location: cannot read /nowhere.p12: No such file or directory"
    );
    assert_eq!(
        refused(&[("ssl.truststore.location", "{}/trust.p12"), ("ssl.truststore.password", "guess")]),
        "ssl.truststore.password: does not open /trust.p12"
    );
    assert_eq!(
        refused(&[("ssl.truststore.location", "{}/trust.p12")]),
        "ssl.truststore.password: is not set, and /trust.p12 needs one"
    );
    assert_eq!(
        refused(&[("ssl.truststore.location", "{}/trust.jks"), ("ssl.truststore.password", "guess")]),
        "ssl.truststore.location: /trust.jks: the store's password is wrong, or the file is damaged"
    );
    assert_eq!(
        refused(&[("ssl.truststore.location", "{}/README.md")]),
        "ssl.truststore.location: /README.md is no PEM, PKCS12 or JKS file"
    );
    assert_eq!(
        refused(&[("ssl.keystore.location", "{}/trust.p12"), ("ssl.keystore.password", "changeit")]),
        "ssl.keystore.location: /trust.p12 holds no private key"
    );
    assert_eq!(
        refused(&[("ssl.keystore.location", "{}/cert.pem")]),
        "ssl.keystore.location: holds no private key that can be read"
    );
}

#[test]
fn host_names_are_checked_unless_the_setting_is_empty() {
    assert!(load_of(&[]).unwrap().verify_host);
    assert!(load_of(&[("ssl.endpoint.identification.algorithm", "https")]).unwrap().verify_host);
    let off = load_of(&[("ssl.endpoint.identification.algorithm", "")]).unwrap();
    assert!(!off.verify_host && off.verify_certificate);
    assert!(!load_of(&[("enable.ssl.certificate.verification", "false")]).unwrap().verify_certificate);
}
