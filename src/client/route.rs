//! Which broker a request goes to, and what is tried again.
//!
//! A client keeps one connection to each broker it has talked to, opened at the first request. The bootstrap connection
//! serves what any broker can answer; when the cluster's layout shows which broker it leads to, it serves that one too.
//! A connection that broke while nothing was in flight is opened again, once, without a word.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use kt_codec::find_coordinator_request::FindCoordinatorRequest;
use kt_codec::metadata_request::MetadataRequest;
use kt_codec::metadata_response::MetadataResponse;
use kt_codec::{ApiKey, EncodeError, Request, Writer};
use parking_lot::Mutex;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout_at};

use super::admin::TopicPartition;
use super::conn::{Connection, OpenError};
use super::error::{Attempt, Error, Problem, Result, Role};
use super::guard;
use super::reason::Reason;
use super::settings::{Address, BadSetting, Settings};
use super::{tls, versions::Versions};
use crate::net::dial::STAGGER;
use crate::net::tls::Connector;
use crate::protocol::code::ErrorCode;

/// A client of one cluster. Clones share everything.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    settings: Settings,
    tls: OnceLock<Connector>,
    /// The connection for what any broker can answer.
    any: Arc<Slot>,
    brokers: Mutex<HashMap<i32, Arc<Slot>>>,
    cluster: Mutex<Option<Arc<Cluster>>>,
    leaders: Mutex<HashMap<TopicPartition, i32>>,
}

/// A place for one connection; whoever asks on it holds the lock until the answer is there.
#[derive(Default)]
struct Slot(tokio::sync::Mutex<Option<Connection>>);

/// The brokers of a cluster, as one of them sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    /// Missing only before Kafka 0.10.1.
    pub id: Option<String>,
    /// The broker that takes changes; -1 if there is none. With KRaft any broker is named, for all pass changes on.
    pub controller: i32,
    /// In the order of the answer.
    pub nodes: Vec<Node>,
}

/// A broker and where it says that it lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub id: i32,
    pub address: Address,
    pub rack: Option<String>,
}

impl Cluster {
    pub fn node(&self, id: i32) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == id)
    }

    pub fn ids(&self) -> Vec<i32> {
        self.nodes.iter().map(|node| node.id).collect()
    }
}

impl From<&MetadataResponse> for Cluster {
    fn from(response: &MetadataResponse) -> Self {
        let node = |broker: &kt_codec::metadata_response::MetadataResponseBroker| Node {
            id: broker.node_id,
            address: Address { host: broker.host.to_string(), port: u16::try_from(broker.port).unwrap_or(0) },
            rack: broker.rack.as_ref().map(|rack| rack.to_string()),
        };
        Cluster {
            id: response.cluster_id.as_ref().map(|id| id.to_string()),
            controller: response.controller_id,
            nodes: response.brokers.iter().map(node).collect(),
        }
    }
}

/// Where a request goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// Whichever broker is at hand.
    Any,
    Broker(i32),
}

/// A request in the making: its bytes in a version.
type Encode<'a> = &'a (dyn Fn(i16) -> std::result::Result<Writer, EncodeError> + Sync);

fn encoded<R: Request>(request: &R, version: i16) -> std::result::Result<Writer, EncodeError> {
    let mut body = Writer::new();
    request.encode(&mut body, version)?;
    Ok(body)
}

/// What a coordinator coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoordinatorKind {
    Group = 0,
    Transaction = 1,
    Share = 2,
}

impl Client {
    /// Makes a client; nothing is connected before the first request.
    pub fn new(settings: Settings) -> Client {
        Client(Arc::new(Inner {
            settings,
            tls: OnceLock::new(),
            any: Arc::default(),
            brokers: Mutex::default(),
            cluster: Mutex::default(),
            leaders: Mutex::default(),
        }))
    }

    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Asks, and waits for the answer, in the highest version that both sides know.
    pub async fn send<R: Request + Sync>(&self, to: To, request: &R) -> Result<R::Response> {
        self.permit(|| guard::only_validates(request), R::API_KEY)?;
        let slot = self.slot(to).await?;
        self.ask::<R>(&slot, to, i16::MAX, &|version| encoded(request, version)).await
    }

    /// As [`Client::send`], for requests that look different from version to version.
    pub async fn send_with<R: Request>(&self, to: To, make: impl Fn(i16) -> R + Sync) -> Result<R::Response> {
        self.send_up_to(to, i16::MAX, make).await
    }

    /// As [`Client::send_with`], in no later version than `newest`: for requests that lost what is needed.
    pub async fn send_up_to<R: Request>(
        &self,
        to: To,
        newest: i16,
        make: impl Fn(i16) -> R + Sync,
    ) -> Result<R::Response> {
        self.permit(|| guard::only_validates(&make(newest)), R::API_KEY)?;
        let slot = self.slot(to).await?;
        self.ask::<R>(&slot, to, newest, &|version| encoded(&make(version), version)).await
    }

    /// Refuses what the guard keeps back; a change that the broker is only asked to judge is none.
    fn permit(&self, only_validates: impl Fn() -> bool, api: ApiKey) -> Result<()> {
        match self.settings().guard.refusal(api) {
            Some(refused) if !only_validates() => Err(Problem::Guarded(refused).into()),
            _ => Ok(()),
        }
    }

    /// The versions of the broker that a request would go to.
    pub async fn versions(&self, to: To) -> Result<Versions> {
        let slot = self.slot(to).await?;
        let mut place = slot.0.lock().await;
        Ok(self.ready(&mut place, to).await?.versions().clone())
    }

    /// Asks for a change. It goes to the broker at hand: with KRaft each one passes it on. An older cluster's answer
    /// says NOT_CONTROLLER (`code` finds it there), and then the controller itself is asked.
    pub async fn change<R: Request>(
        &self,
        make: impl Fn(i16) -> R + Sync,
        code: impl Fn(&R::Response) -> ErrorCode + Sync,
    ) -> Result<R::Response> {
        let response = self.send_with(To::Any, &make).await?;
        if code(&response) != ErrorCode::NOT_CONTROLLER {
            return Ok(response);
        }
        self.patiently(async || {
            let cluster = self.refresh().await?;
            if cluster.controller < 0 {
                return Err(Error::refused(ErrorCode::NOT_CONTROLLER, None, "the cluster has no controller"));
            }
            let response = self.send_with(To::Broker(cluster.controller), &make).await?;
            match code(&response) {
                ErrorCode::NOT_CONTROLLER => Err(Error::refused(ErrorCode::NOT_CONTROLLER, None, "")),
                _ => Ok(response),
            }
        })
        .await
    }

    /// The brokers, asked for once.
    pub async fn cluster(&self) -> Result<Arc<Cluster>> {
        let known = self.0.cluster.lock().clone();
        match known {
            Some(cluster) => Ok(cluster),
            None => self.refresh().await,
        }
    }

    /// The brokers, asked for anew.
    pub async fn refresh(&self) -> Result<Arc<Cluster>> {
        let no_topics =
            MetadataRequest { topics: Some(Vec::new()), allow_auto_topic_creation: true, ..MetadataRequest::default() };
        // Before version 1 an empty list meant all topics; no broker from 0.10 on needs that version.
        self.metadata(&no_topics).await?;
        let known = self.0.cluster.lock().clone();
        Ok(known.unwrap_or_default())
    }

    /// Asks any broker for metadata, and remembers the brokers that it names.
    pub async fn metadata(&self, request: &MetadataRequest) -> Result<MetadataResponse> {
        let encode = |version| encoded(request, version);
        let response = self.ask::<MetadataRequest>(&self.0.any, To::Any, i16::MAX, &encode).await?;
        let code = ErrorCode(response.error_code);
        if code.is_error() {
            return Err(Error::refused(code, None, "the cluster's metadata"));
        }
        self.learn(Cluster::from(&response)).await;
        let mut leaders = self.0.leaders.lock();
        for topic in &response.topics {
            let name = topic.name.as_deref().unwrap_or_default();
            for partition in &topic.partitions {
                let tp = TopicPartition::new(name, partition.partition_index);
                match partition.leader_id {
                    leader if leader >= 0 && topic.error_code == 0 => leaders.insert(tp, leader),
                    _ => leaders.remove(&tp),
                };
            }
        }
        drop(leaders);
        Ok(response)
    }

    /// Who led a partition when its topic's metadata was last asked for.
    pub fn known_leader(&self, partition: &TopicPartition) -> Option<i32> {
        self.0.leaders.lock().get(partition).copied()
    }

    /// The broker that coordinates `key`.
    pub async fn coordinator(&self, kind: CoordinatorKind, key: &str) -> Result<i32> {
        self.patiently(async || {
            let response = self
                .send_with(To::Any, |version| {
                    let mut request =
                        FindCoordinatorRequest { key_type: kind as i8, ..FindCoordinatorRequest::default() };
                    if version >= 4 {
                        request.coordinator_keys = vec![key.into()];
                    } else {
                        request.key = key.into();
                    }
                    request
                })
                .await?;
            let (code, message, id) = match response.coordinators.first() {
                Some(found) => (found.error_code, &found.error_message, found.node_id),
                None => (response.error_code, &response.error_message, response.node_id),
            };
            let what = match kind {
                CoordinatorKind::Group => "group",
                CoordinatorKind::Transaction => "transactional id",
                CoordinatorKind::Share => "share group",
            };
            match ErrorCode(code) {
                ErrorCode::NONE => Ok(id),
                code => Err(Error::refused(code, message.as_deref(), format!("the coordinator of {what} {key}"))),
            }
        })
        .await
    }

    /// Runs an act again while it fails for a reason that may pass, with growing pauses, as long as the settings allow.
    pub async fn patiently<T, F: Future<Output = Result<T>>>(&self, act: impl Fn() -> F) -> Result<T> {
        let limits = &self.settings().limits;
        let until = Instant::now() + limits.patience;
        let mut pause = limits.backoff;
        loop {
            let error = match act().await {
                Ok(value) => return Ok(value),
                Err(error) => error,
            };
            if !error.is_retriable() || Instant::now() + pause >= until {
                return Err(error);
            }
            sleep(pause).await;
            pause = (pause * 2).min(limits.backoff_max);
        }
    }

    /// One request on the connection to `to`. If a connection that had been idle turns out to be dead, a new one is
    /// tried: nothing was answered on it.
    async fn ask<R: Request>(&self, slot: &Slot, to: To, newest: i16, encode: Encode<'_>) -> Result<R::Response> {
        let limits = self.settings().limits;
        let limit = limits.request.min(limits.api);
        let mut place = slot.0.lock().await;
        let connection = self.ready(&mut place, to).await?;
        let fresh = connection.is_fresh();
        let version = connection.version::<R>()?.min(newest);
        let result = connection.send_encoded::<R>(encode(version), version, limit).await;
        let Err(error) = &result else { return result };
        if !matches!(error.problem(), Problem::Lost { .. }) {
            return result;
        }
        if fresh {
            return Err(self.explain_first_loss(error.clone(), connection).await);
        }
        let connection = place.insert(self.open(to).await?);
        let version = connection.version::<R>()?.min(newest);
        connection.send_encoded::<R>(encode(version), version, limit).await
    }

    /// The connection in `place`, opened if there is none that works.
    async fn ready<'p>(&self, place: &'p mut Option<Connection>, to: To) -> Result<&'p mut Connection> {
        let usable = place.take().filter(|open| !open.is_broken() && self.leads_to(open, to));
        match usable {
            Some(open) => Ok(place.insert(open)),
            None => Ok(place.insert(self.open(to).await?)),
        }
    }

    /// The bootstrap connection may have been opened anew, to another broker than the one it served as well.
    fn leads_to(&self, connection: &Connection, to: To) -> bool {
        match (to, &*self.0.cluster.lock()) {
            (To::Broker(id), Some(cluster)) => {
                cluster.node(id).is_some_and(|node| node.address == *connection.address())
            }
            _ => true,
        }
    }

    /// A broker that greets us and hangs up at the first real request mostly wants a login.
    async fn explain_first_loss(&self, error: Error, connection: &Connection) -> Error {
        if self.settings().security.sasl.is_some() {
            return error;
        }
        let (address, peer) = (connection.address().clone(), connection.peer());
        match self.mechanisms(&address).await {
            Some(theirs) => {
                let reason = Reason::WantsSasl { theirs, in_tls: self.settings().security.tls.is_some() };
                let attempts = vec![Attempt { address, peer: Some(peer), reason }];
                Problem::Unreachable { attempts, role: Role::Bootstrap }.into()
            }
            None => error,
        }
    }

    /// The login mechanisms that are offered on a port, if it wants a login.
    async fn mechanisms(&self, address: &Address) -> Option<Vec<String>> {
        use kt_codec::sasl_handshake_request::SaslHandshakeRequest;
        let limit = Duration::from_secs(2).min(self.settings().limits.reach);
        let tls = self.connector().ok()?;
        let mut connection = Connection::open(self.settings(), tls, address, limit).await.ok()?;
        let request = SaslHandshakeRequest { mechanism: "".into(), ..SaslHandshakeRequest::default() };
        let response = connection.send(&request, limit).await.ok()?;
        let wanted = ErrorCode(response.error_code) == ErrorCode::UNSUPPORTED_SASL_MECHANISM;
        wanted.then(|| response.mechanisms.iter().map(|name| name.to_string()).collect())
    }

    /// The place for the connection; a broker must be in the cluster.
    async fn slot(&self, to: To) -> Result<Arc<Slot>> {
        let To::Broker(id) = to else { return Ok(self.0.any.clone()) };
        if self.cluster().await?.node(id).is_none() {
            let cluster = self.refresh().await?;
            if cluster.node(id).is_none() {
                return Err(Problem::NoBroker { id, known: cluster.ids() }.into());
            }
        }
        Ok(self.0.brokers.lock().entry(id).or_default().clone())
    }

    async fn open(&self, to: To) -> Result<Connection> {
        match to {
            To::Any => {
                let mut addresses = self.settings().servers.clone();
                // Brokers that were learned of later help when those that were named are gone.
                let known = self.0.cluster.lock().clone();
                for node in known.iter().flat_map(|cluster| &cluster.nodes) {
                    if !addresses.contains(&node.address) {
                        addresses.push(node.address.clone());
                    }
                }
                self.open_any(addresses).await
            }
            To::Broker(id) => {
                // The slot was made for a broker that the cluster has; asking again here could wait for ourselves.
                let cluster = self.0.cluster.lock().clone().unwrap_or_default();
                let node = cluster.node(id).ok_or_else(|| Problem::NoBroker { id, known: cluster.ids() })?;
                let limit = self.settings().limits.reach;
                let opened = Connection::open(self.settings(), self.connector()?, &node.address, limit).await;
                opened.map_err(|error| match error {
                    OpenError::Error(error) => error,
                    OpenError::Attempt(attempt) => {
                        let bootstrap = self.settings().servers.first().unwrap_or(&node.address).clone();
                        let role = Role::Advertised { id, bootstrap };
                        Problem::Unreachable { attempts: vec![attempt], role }.into()
                    }
                })
            }
        }
    }

    /// The first of these addresses where a broker lets us in. The next one is tried beside the one before when that has
    /// failed or keeps silent, so that one dead address of three costs a quarter of a second.
    async fn open_any(&self, addresses: Vec<Address>) -> Result<Connection> {
        let limit = self.settings().limits.reach;
        let tls = self.connector()?.cloned();
        let mut failed: Vec<Attempt> = Vec::new();
        let role = Role::Bootstrap;
        if let [address] = &addresses[..] {
            return match Connection::open(self.settings(), tls.as_ref(), address, limit).await {
                Ok(connection) => Ok(connection),
                Err(OpenError::Error(error)) => Err(error),
                Err(OpenError::Attempt(attempt)) => Err(Problem::Unreachable { attempts: vec![attempt], role }.into()),
            };
        }
        let started = Instant::now();
        let order = addresses.clone();
        let mut waiting = addresses.into_iter();
        let mut running = JoinSet::new();
        loop {
            if let Some(address) = waiting.next() {
                let (client, tls) = (self.clone(), tls.clone());
                let left = limit.saturating_sub(started.elapsed()).max(STAGGER);
                running.spawn(async move { Connection::open(client.settings(), tls.as_ref(), &address, left).await });
            }
            let more = waiting.len() > 0;
            let until = if more { Instant::now() + STAGGER } else { started + limit + Duration::from_secs(5) };
            match timeout_at(until, running.join_next()).await {
                Ok(Some(Ok(Ok(connection)))) => return Ok(connection),
                // A refused login is an answer: the other brokers share the same users.
                Ok(Some(Ok(Err(OpenError::Error(error))))) => return Err(error),
                Ok(Some(Ok(Err(OpenError::Attempt(attempt))))) => failed.push(attempt),
                Ok(Some(Err(_))) => {}
                Ok(None) if more => {}
                Err(_) if more => {}
                Ok(None) | Err(_) => {
                    failed.sort_by_key(|attempt| order.iter().position(|address| *address == attempt.address));
                    return Err(Problem::Unreachable { attempts: failed, role }.into());
                }
            }
        }
    }

    fn connector(&self) -> Result<Option<&Connector>> {
        let Some(material) = &self.settings().security.tls else { return Ok(None) };
        if let Some(ready) = self.0.tls.get() {
            return Ok(Some(ready));
        }
        let made = tls::connector(material).map_err(|why| BadSetting::new("ssl", why))?;
        Ok(Some(self.0.tls.get_or_init(|| made)))
    }

    /// Remembers the brokers; the bootstrap connection becomes that of the broker that advertises the same address.
    async fn learn(&self, cluster: Cluster) {
        let node = match &*self.0.any.0.lock().await {
            Some(open) => cluster.nodes.iter().find(|node| node.address == *open.address()).map(|node| node.id),
            None => None,
        };
        if let Some(id) = node {
            self.0.brokers.lock().entry(id).or_insert_with(|| self.0.any.clone());
        }
        *self.0.cluster.lock() = Some(Arc::new(cluster));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_client_does_may_run_on_any_thread() {
        fn may_be_spawned(_: impl Future + Send) {}
        let client = Client::new(Settings::plain("localhost:9092").unwrap());
        may_be_spawned(client.cluster());
        may_be_spawned(client.versions(To::Any));
        may_be_spawned(client.coordinator(CoordinatorKind::Group, "g"));
    }
}
