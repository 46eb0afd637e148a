//! From a client's ssl settings to a handshake, and from a failed handshake to a reason.

use super::reason::Reason;
use super::stores::TlsMaterial;
use crate::net::tls::{self, ClientTls, Connector, TlsError};

/// Makes ready what all connections of a client share.
pub(super) fn connector(material: &TlsMaterial) -> Result<Connector, String> {
    tls::connector(ClientTls {
        ca: material.ca_pem.as_deref(),
        identity: material.identity.as_ref().map(|own| (own.chain_pem.as_str(), own.key_pem.as_str())),
        verify_certificate: material.verify_certificate,
        verify_host: material.verify_host,
    })
}

impl From<TlsError> for Reason {
    fn from(error: TlsError) -> Self {
        match error {
            TlsError::Certificate(why) => Reason::Untrusted(why),
            TlsError::NotTls => Reason::NotTls,
            TlsError::Closed => Reason::Closed,
            TlsError::Refused(alert) => Reason::TlsRefused(alert),
            TlsError::Other(why) => Reason::Other(why),
        }
    }
}
