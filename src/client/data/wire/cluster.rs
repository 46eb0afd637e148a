//! The brokers of a cluster: which of them lead which partitions, and the connections to them.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use kt_codec::Str;
use kt_codec::metadata_request::{MetadataRequest, MetadataRequestTopic};
use kt_codec::metadata_response::{MetadataResponse, MetadataResponseTopic};
use tokio::time::{Instant, sleep, timeout};

use super::link::Link;
use crate::client::data::fault::{Advertised, Fault};

/// How long a broker that refuses is asked again: it may just be starting.
const PATIENCE: Duration = Duration::from_secs(1);
const AGAIN: Duration = Duration::from_millis(50);
/// How long one answer to a small question may take.
pub const ANSWER: Duration = Duration::from_secs(8);
/// Topics are asked for by name, which later versions allow too.
const METADATA_CAP: i16 = 12;

/// A cluster, entered through one of its bootstrap addresses.
pub struct Cluster {
    servers: Vec<String>,
    client_id: String,
    /// Where questions about the cluster go.
    entry: Arc<Link>,
    links: HashMap<i32, Arc<Link>>,
    /// Addresses as the brokers give them.
    brokers: HashMap<i32, String>,
}

impl Cluster {
    /// Enters through the first of `servers` that answers.
    pub async fn open(servers: &[String], client_id: &str) -> Result<Cluster, Fault> {
        let entry = enter(servers, client_id, PATIENCE).await?;
        Ok(Cluster {
            servers: servers.to_vec(),
            client_id: client_id.to_owned(),
            entry,
            links: HashMap::new(),
            brokers: HashMap::new(),
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
        let mut servers = self.servers.clone();
        servers.extend(self.brokers.values().cloned());
        self.entry = enter(&servers, &self.client_id, Duration::ZERO).await?;
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
        let answer = timeout(ANSWER, link.call(&request, METADATA_CAP)).await.map_err(|_| Fault::Unreachable {
            address: link.address().to_owned(),
            reason: format!("connected, but no answer within {} s", ANSWER.as_secs()),
            advertised: None,
        })?;
        let MetadataResponse { brokers, topics, .. } = answer?;
        if !brokers.is_empty() {
            self.brokers = brokers.iter().map(|b| (b.node_id, join(&b.host, b.port))).collect();
        }
        Ok(topics)
    }

    /// The connection to broker `node`, made if there is none.
    pub async fn link(&mut self, node: i32) -> Result<Arc<Link>, Fault> {
        if let Some(link) = self.links.get(&node).filter(|link| !link.is_dead()) {
            return Ok(Arc::clone(link));
        }
        let address = self.brokers.get(&node).cloned().ok_or_else(|| Fault::TimedOut {
            what: format!("the cluster names broker {node} as a leader, but not its address"),
        })?;
        let link = if self.entry.leads_to(&address) && !self.entry.is_dead() {
            Arc::clone(&self.entry)
        } else {
            let opened = timeout(ANSWER, Link::open(&address, &self.client_id)).await;
            let opened = opened.unwrap_or_else(|_| {
                let reason = format!("no answer within {} s", ANSWER.as_secs());
                Err(Fault::Unreachable { address: address.clone(), reason, advertised: None })
            });
            Arc::new(opened.map_err(|fault| self.as_advertised(fault, node, &address))?)
        };
        self.links.insert(node, Arc::clone(&link));
        Ok(link)
    }

    /// Forgets the connection to `node`; the next [`link`](Self::link) makes a new one.
    pub fn drop_link(&mut self, node: i32) {
        self.links.remove(&node);
    }

    /// An address that the user did not name: say who named it.
    fn as_advertised(&self, fault: Fault, node: i32, address: &str) -> Fault {
        if self.servers.iter().any(|server| server == address) {
            return fault;
        }
        let from = Some(Advertised { broker: node, by: self.entry.address().to_owned() });
        match fault {
            Fault::Unresolved { address, reason, .. } => Fault::Unresolved { address, reason, advertised: from },
            Fault::Unreachable { address, reason, .. } => Fault::Unreachable { address, reason, advertised: from },
            other => other,
        }
    }
}

fn join(host: &str, port: i32) -> String {
    if host.contains(':') { format!("[{host}]:{port}") } else { format!("{host}:{port}") }
}

async fn enter(servers: &[String], client_id: &str, patience: Duration) -> Result<Arc<Link>, Fault> {
    let started = Instant::now();
    loop {
        let mut first = None;
        for server in servers {
            match Link::open(server, client_id).await {
                Ok(link) => return Ok(Arc::new(link)),
                Err(fault) => {
                    first.get_or_insert(fault);
                }
            }
        }
        let fault = first.unwrap_or_else(|| Fault::Settings("there is no address of a broker".to_owned()));
        if !fault.is_passing() || started.elapsed() >= patience {
            return Err(fault);
        }
        sleep(AGAIN).await;
    }
}
