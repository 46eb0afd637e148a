//! The way to a broker, step by step, each step with what came of it: for diagnoses. What a [`Client`] does at once and
//! says in one sentence when it fails, is done here slowly and told in full.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::time::Instant;

use super::conn::Connection;
use super::error::Result;
use super::fan;
use super::route::{Client, Cluster, To};
use super::settings::{Address, Sasl, Settings};
use super::tls;
use super::versions::Versions;
use crate::net::dial::{self, DialError};
use crate::net::tls::Certificate;

/// How long the name server, and each address, may take.
const STEP: Duration = Duration::from_secs(3);

/// How far one gets towards an address.
pub struct Way {
    pub address: Address,
    /// Where that leads by `--resolve`, if anywhere else.
    pub instead: Option<Address>,
    /// What the name means, or why it means nothing.
    pub resolved: std::result::Result<Vec<SocketAddr>, String>,
    /// Each of those addresses: how quickly it took a connection, or why it did not.
    pub connected: Vec<(SocketAddr, std::result::Result<Duration, String>)>,
    /// What the broker said once it let us in; `None` if there was nobody to ask.
    pub met: Option<Result<Met>>,
    /// What it showed in TLS.
    pub certificate: Option<Certificate>,
    /// As whom we came in; shown without its secret.
    pub login: Option<Sasl>,
}

/// A broker that lets us in.
pub struct Met {
    pub versions: Versions,
    pub cluster: Cluster,
}

impl Way {
    /// Goes the way to `address` with what the settings say.
    pub async fn to(settings: &Settings, address: &Address) -> Way {
        let instead = settings.instead.iter().find(|(from, _)| from == address).map(|(_, to)| to.clone());
        let dialled = instead.clone().unwrap_or_else(|| address.clone());
        let resolved = tokio::time::timeout(STEP, dial::resolve(&dialled.host, dialled.port)).await;
        let resolved = resolved.unwrap_or_else(|_| Err("the name server did not answer".into()));
        let peers = resolved.clone().unwrap_or_default();
        let connected = fan::all(peers.into_iter().map(|peer| async move { (peer, connect(peer).await) })).await;
        let met = if connected.iter().any(|(_, outcome)| outcome.is_ok()) {
            let alone = Settings { servers: vec![address.clone()], ..settings.clone() };
            Some(meet(Client::new(alone)).await)
        } else {
            None
        };
        let certificate = match &met {
            Some(Ok(_)) => shown(settings, address).await,
            _ => None,
        };
        let login = settings.security.sasl.clone();
        Way { address: address.clone(), instead, resolved, connected, met, certificate, login }
    }

    pub fn met(&self) -> Option<&Met> {
        self.met.as_ref()?.as_ref().ok()
    }
}

async fn connect(peer: SocketAddr) -> std::result::Result<Duration, String> {
    let began = Instant::now();
    match dial::dial(&peer.ip().to_string(), peer.port(), began + STEP).await {
        Ok(_) => Ok(began.elapsed()),
        Err(DialError::TimedOut) => Err(format!("no answer within {} s", STEP.as_secs())),
        Err(DialError::Unresolvable(why)) => Err(why),
        Err(DialError::Failed { error, .. }) => Err(super::conn::connect_reason(&error).to_string()),
    }
}

/// The certificate of a broker that lets us in.
async fn shown(settings: &Settings, address: &Address) -> Option<Certificate> {
    let connector = tls::connector(settings.security.tls.as_ref()?).ok()?;
    let connection = Connection::open(settings, Some(&connector), address, STEP).await.ok()?;
    connection.certificate()
}

async fn meet(client: Client) -> Result<Met> {
    let versions = client.versions(To::Any).await?;
    let cluster = client.refresh().await?.as_ref().clone();
    Ok(Met { versions, cluster })
}
