//! From a host name to a connected socket.
//!
//! All addresses of a name are tried in order; the next one starts when the one before has failed or has kept silent
//! for [`STAGGER`], and the first to connect wins. Names are looked up on a thread of their own: a resolver that hangs
//! must not keep the program from ending.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout_at};

/// How long an address may keep silent before the next one is tried beside it.
pub const STAGGER: Duration = Duration::from_millis(250);
/// The most addresses of one name that are tried.
const MAX_ADDRESSES: usize = 8;

/// Why there is no connection.
#[derive(Debug)]
pub enum DialError {
    /// The name has no address; the system's reason.
    Unresolvable(String),
    /// Nothing came back in time.
    TimedOut,
    /// All addresses failed, the last one for this reason.
    Failed { address: SocketAddr, error: io::Error },
}

/// Connects to the first address of `host` that answers before `deadline`.
pub async fn dial(host: &str, port: u16, deadline: Instant) -> Result<TcpStream, DialError> {
    let addresses = match timeout_at(deadline, resolve(host, port)).await {
        Ok(Ok(addresses)) => addresses,
        Ok(Err(reason)) => return Err(DialError::Unresolvable(reason)),
        Err(_) => return Err(DialError::Unresolvable("the name server did not answer".into())),
    };
    match addresses[..] {
        [] => Err(DialError::Unresolvable("the name has no address".into())),
        [address] => match timeout_at(deadline, connect(address)).await {
            Ok(result) => result,
            Err(_) => Err(DialError::TimedOut),
        },
        _ => race(addresses, deadline).await,
    }
}

async fn race(addresses: Vec<SocketAddr>, deadline: Instant) -> Result<TcpStream, DialError> {
    let mut waiting = addresses.into_iter();
    let mut running = JoinSet::new();
    let mut last = DialError::TimedOut;
    loop {
        if let Some(address) = waiting.next() {
            running.spawn(connect(address));
        }
        let patience = if waiting.len() > 0 { deadline.min(Instant::now() + STAGGER) } else { deadline };
        match timeout_at(patience, running.join_next()).await {
            Ok(Some(Ok(Ok(stream)))) => return Ok(stream),
            Ok(Some(Ok(Err(error)))) => last = error,
            Ok(Some(Err(_))) => {}
            // Everything that was started has failed, and nothing is left to start.
            Ok(None) if waiting.len() == 0 => return Err(last),
            Ok(None) => {}
            Err(_) if Instant::now() >= deadline => return Err(DialError::TimedOut),
            Err(_) => {}
        }
    }
}

async fn connect(address: SocketAddr) -> Result<TcpStream, DialError> {
    let failed = |error| DialError::Failed { address, error };
    let stream = TcpStream::connect(address).await.map_err(failed)?;
    stream.set_nodelay(true).map_err(failed)?;
    Ok(stream)
}

/// The addresses of a name. Numbers and `localhost` need no resolver, and so cost nothing.
pub async fn resolve(host: &str, port: u16) -> Result<Vec<SocketAddr>, String> {
    if let Ok(ip) = host.parse::<IpAddr>() {
        return Ok(vec![SocketAddr::new(ip, port)]);
    }
    if host.eq_ignore_ascii_case("localhost") {
        let loopback = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];
        return Ok(loopback.map(|ip| SocketAddr::new(ip, port)).to_vec());
    }
    let (tell, told) = oneshot::channel();
    let name = host.to_owned();
    let thread = std::thread::Builder::new().name("resolver".into());
    let started = thread.spawn(move || {
        let found = (name.as_str(), port).to_socket_addrs();
        // Nobody may be waiting any more: the answer came too late.
        let _ = tell.send(found.map(|all| all.take(MAX_ADDRESSES).collect::<Vec<_>>()).map_err(|error| reason(&error)));
    });
    if let Err(error) = started {
        return Err(format!("no thread for the resolver: {error}"));
    }
    let mut addresses = told.await.unwrap_or_else(|_| Err("the resolver failed".into()))?;
    addresses.dedup();
    Ok(addresses)
}

/// What the resolver says, without the words around it.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.strip_prefix("failed to lookup address information: ").unwrap_or(&text);
    match text {
        "Name or service not known" | "No address associated with hostname" => "name not known".into(),
        "Temporary failure in name resolution" => "the name server does not answer".into(),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_second_address_is_taken_when_the_first_refuses() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let good = listener.local_addr().unwrap();
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let deadline = Instant::now() + Duration::from_secs(5);
        let stream = race(vec![closed, good], deadline).await.unwrap();
        assert_eq!(stream.peer_addr().unwrap(), good);
        assert!(matches!(race(vec![closed, closed], deadline).await, Err(DialError::Failed { .. })));
    }

    #[tokio::test]
    async fn an_unknown_name_is_told_from_a_closed_port() {
        let deadline = Instant::now() + Duration::from_secs(5);
        assert!(matches!(dial("no-such-host.invalid", 1, deadline).await, Err(DialError::Unresolvable(_))));
        assert!(matches!(dial("localhost", 1, deadline).await, Err(DialError::Failed { .. })));
    }
}
