//! When the first words on a connection go wrong: finds out what the other side speaks, on a second connection.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};

use super::reason::Reason;
use crate::net::tls::{self, TlsError};

/// How long a probe may take; what it finds out is worth no more.
const LIMIT: Duration = Duration::from_secs(2);

pub(super) const WEB: &str = "it answers in HTTP";
pub(super) const TLS: &str = "it answers in TLS";

/// ApiVersions 0 with the correlation id 1 and no client id, in its frame.
const GREETING: [u8; 14] = [0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff];

/// Whether the first four bytes of an answer are another protocol's and no length.
pub(super) fn other_protocol(first: [u8; 4]) -> Option<&'static str> {
    match first {
        [b'H', b'T', b'T', b'P'] => Some(WEB),
        // An alert or a handshake record of TLS 1.x.
        [0x15 | 0x16, 3, 0..=4, _] => Some(TLS),
        _ => None,
    }
}

/// The broker hung up or kept silent when we greeted it in plain text: perhaps it wants TLS.
pub(super) async fn after_failed_greeting(reason: Reason, in_tls: bool, peer: SocketAddr, deadline: Instant) -> Reason {
    let unclear = matches!(reason, Reason::Closed | Reason::Silent(_) | Reason::Other(_));
    if in_tls || !unclear {
        return reason;
    }
    match timeout_at(deadline.min(Instant::now() + LIMIT), speaks_tls(peer)).await {
        Ok(true) => Reason::WantsTls,
        _ => reason,
    }
}

/// The handshake failed: perhaps the broker speaks plain text.
pub(super) async fn after_failed_handshake(reason: Reason, peer: SocketAddr, deadline: Instant) -> Reason {
    if !matches!(reason, Reason::Closed | Reason::NotTls | Reason::Silent(_)) {
        return reason;
    }
    match timeout_at(deadline.min(Instant::now() + LIMIT), speaks_kafka(peer)).await {
        Ok(Some(found)) => found,
        _ => reason,
    }
}

async fn speaks_tls(peer: SocketAddr) -> bool {
    let Ok(connector) = tls::credulous() else { return false };
    let Ok(socket) = TcpStream::connect(peer).await else { return false };
    match connector.connect(&peer.ip().to_string(), socket).await {
        Ok(_) | Err(TlsError::Refused(_) | TlsError::Certificate(_)) => true,
        Err(TlsError::NotTls | TlsError::Closed | TlsError::Other(_)) => false,
    }
}

async fn speaks_kafka(peer: SocketAddr) -> Option<Reason> {
    let mut socket = TcpStream::connect(peer).await.ok()?;
    socket.write_all(&GREETING).await.ok()?;
    let mut answer = [0; 8];
    socket.read_exact(&mut answer).await.ok()?;
    let (length, correlation) = answer.split_at(4);
    match other_protocol([length[0], length[1], length[2], length[3]]) {
        Some(WEB) => Some(Reason::Web),
        Some(_) => None,
        None => (correlation == [0, 0, 0, 1]).then_some(Reason::WantsPlain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_length_of_an_answer_looks_like_another_protocol() {
        assert_eq!(other_protocol(*b"HTTP"), Some(WEB));
        assert_eq!(other_protocol([0x15, 3, 3, 0]), Some(TLS));
        assert_eq!(other_protocol([0, 0, 1, 0x2c]), None);
    }
}
