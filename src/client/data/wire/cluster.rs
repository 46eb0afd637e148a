//! The brokers of a cluster: which of them lead which partitions, and the connections to them.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use kt_codec::Str;
use kt_codec::metadata_request::{MetadataRequest, MetadataRequestTopic};
use kt_codec::metadata_response::{MetadataResponse, MetadataResponseTopic};
use tokio::time::{Instant, sleep, timeout};

use super::link::Link;
use crate::client::conn::OpenError;
use crate::client::data::fault::Fault;
use crate::client::error::{Error, Problem, Role};
use crate::client::reason::Reason;
use crate::client::route::Client;
use crate::client::settings::{Address, BadSetting, Settings};
use crate::client::tls;
use crate::net::tls::Connector;

/// How long a broker that refuses is asked again: it may just be starting.
const PATIENCE: Duration = Duration::from_secs(1);
const AGAIN: Duration = Duration::from_millis(50);
/// How long one answer to a small question may take.
pub const ANSWER: Duration = Duration::from_secs(8);
/// How long all addresses together may take: somebody waits for the error.
const REACH: Duration = Duration::from_secs(9);
/// Topics are asked for by name, which later versions allow too.
const METADATA_CAP: i16 = 12;

/// A cluster, entered through one of its bootstrap addresses.
pub struct Cluster {
    settings: Settings,
    tls: Option<Connector>,
    /// Where questions about the cluster go.
    entry: Arc<Link>,
    links: HashMap<i32, Arc<Link>>,
    /// Addresses as the brokers give them.
    brokers: HashMap<i32, Address>,
    /// Whether any broker has told of the cluster yet.
    told: bool,
}

impl Cluster {
    /// Enters through the first of the servers that answers.
    pub async fn open(settings: &Settings) -> Result<Cluster, Fault> {
        let tls = match &settings.security.tls {
            Some(material) => Some(tls::connector(material).map_err(|why| Error::from(BadSetting::new("ssl", why)))?),
            None => None,
        };
        let entry = enter(settings, tls.as_ref(), &settings.servers, PATIENCE).await?;
        Ok(Cluster {
            settings: settings.clone(),
            tls,
            entry,
            links: HashMap::new(),
            brokers: HashMap::new(),
            told: false,
        })
    }

    /// The connection that questions about the whole cluster go to.
    pub async fn entry(&mut self) -> Result<Arc<Link>, Fault> {
        if !self.entry.is_dead() {
            return Ok(Arc::clone(&self.entry));
        }
        // Any broker will do; those that are connected are the surest.
        if let Some(link) = self.links.values().find(|link| !link.is_dead()) {
            self.entry = Arc::clone(link);
            return Ok(Arc::clone(link));
        }
        let mut servers = self.settings.servers.clone();
        let others = self.brokers.values().filter(|address| !self.settings.servers.contains(address));
        servers.extend(others.cloned());
        self.entry = enter(&self.settings, self.tls.as_ref(), &servers, Duration::ZERO).await?;
        Ok(Arc::clone(&self.entry))
    }

    /// Asks for `topics` (all if `None`); with `create` the broker may make those that are missing.
    pub async fn metadata(
        &mut self,
        topics: Option<&[Str]>,
        create: bool,
    ) -> Result<Vec<MetadataResponseTopic>, Fault> {
        let wanted = topics.map(|names| {
            names.iter().map(|name| MetadataRequestTopic { name: Some(name.clone()), ..Default::default() }).collect()
        });
        let request = MetadataRequest { topics: wanted, allow_auto_topic_creation: create, ..Default::default() };
        let link = self.entry().await?;
        let answer = timeout(ANSWER, link.call(&request, METADATA_CAP)).await.unwrap_or_else(|_| {
            Err(Fault::TimedOut {
                what: format!("{} does not tell about the cluster within {} s", link.address(), ANSWER.as_secs()),
            })
        });
        let MetadataResponse { brokers, topics, .. } = match answer {
            Ok(answer) => answer,
            Err(fault) => return Err(self.explain(fault).await),
        };
        self.told = true;
        if !brokers.is_empty() {
            let address = |host: &Str, port: i32| Address {
                host: host.to_string(),
                // A port that is none is refused when somebody goes there.
                port: u16::try_from(port).unwrap_or(0),
            };
            self.brokers = brokers.iter().map(|b| (b.node_id, address(&b.host, b.port))).collect();
        }
        Ok(topics)
    }

    /// A broker that greets us and hangs up at the first question mostly wants a login; the client can tell.
    async fn explain(&self, fault: Fault) -> Fault {
        if self.told || !matches!(fault, Fault::Broken { .. }) {
            return fault;
        }
        match timeout(ANSWER, Client::new(self.settings.clone()).refresh()).await {
            Ok(Err(error)) => Fault::Client(error),
            _ => fault,
        }
    }

    /// The connection to broker `node`, made if there is none.
    pub async fn link(&mut self, node: i32) -> Result<Arc<Link>, Fault> {
        if let Some(link) = self.links.get(&node).filter(|link| !link.is_dead()) {
            return Ok(Arc::clone(link));
        }
        let Some(address) = self.brokers.get(&node).cloned() else {
            let known = self.brokers.keys().copied().collect();
            return Err(Error::from(Problem::NoBroker { id: node, known }).into());
        };
        let link = if self.entry.leads_to(&address) && !self.entry.is_dead() {
            Arc::clone(&self.entry)
        } else {
            let role = if self.settings.servers.contains(&address) {
                Role::Bootstrap
            } else {
                Role::Advertised { id: node, bootstrap: self.entry.address().clone() }
            };
            let limit = self.settings.limits.reach.min(ANSWER);
            match Link::open(&self.settings, self.tls.as_ref(), &address, limit).await {
                Ok(link) => Arc::new(link),
                Err(OpenError::Error(error)) => return Err(error.into()),
                Err(OpenError::Attempt(attempt)) => {
                    return Err(Error::from(Problem::Unreachable { attempts: vec![attempt], role }).into());
                }
            }
        };
        self.links.insert(node, Arc::clone(&link));
        Ok(link)
    }

    /// Whether the address of `node` is known.
    pub fn knows(&self, node: i32) -> bool {
        self.brokers.contains_key(&node)
    }

    /// Forgets the connection to `node`; the next [`link`](Self::link) makes a new one.
    pub fn drop_link(&mut self, node: i32) {
        self.links.remove(&node);
    }
}

async fn enter(
    settings: &Settings,
    tls: Option<&Connector>,
    servers: &[Address],
    patience: Duration,
) -> Result<Arc<Link>, Fault> {
    let started = Instant::now();
    let reach = settings.limits.reach.min(REACH);
    loop {
        let mut attempts = Vec::new();
        for server in servers {
            // In whole steps: the limit is told in the error.
            let steps = reach.saturating_sub(started.elapsed()).as_millis().div_ceil(100).max(1);
            let left = Duration::from_millis(100) * u32::try_from(steps).unwrap_or(u32::MAX);
            match Link::open(settings, tls, server, left.min(reach)).await {
                Ok(link) => return Ok(Arc::new(link)),
                Err(OpenError::Error(error)) => return Err(error.into()),
                Err(OpenError::Attempt(attempt)) => attempts.push(attempt),
            }
        }
        // Only a refusal tells that there is no broker yet; what took its time is not waited for again.
        let starting = attempts.iter().any(|attempt| attempt.reason == Reason::ConnectionRefused);
        if !starting || started.elapsed() >= patience {
            return Err(Error::from(Problem::Unreachable { attempts, role: Role::Bootstrap }).into());
        }
        sleep(AGAIN).await;
    }
}
