//! A broker from its configuration to its end.
//!
//! The order of the start: lock the folder, take the ports, load the metadata, open the logs, and only then answer. The
//! order of the end: no new request, logs closed and synced, checkpoints, and last the marker of a clean shutdown.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;

use arc_swap::ArcSwap;
use kt_codec::Str;
use parking_lot::Mutex;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing::{info, warn};

use super::auth::Authorizer;
use super::controller::decide::{Random, SystemRandom};
use super::controller::{self, Controller, brokers};
use super::coordinator::Coordinators;
use super::folder::{Folder, FolderError, Folders};
use super::host::Past;
use super::hosted::Hosted;
use super::log::Fs;
use super::log::checkpoint::CleanShutdown;
use super::log::flush;
use super::loggers::{LogLevels, Loggers};
use super::quota::Quotas;
use super::server::{Limits, Server};
use super::telemetry::Telemetry;
use super::upkeep;
use super::{Broker, Current, Endpoint, cleaner, sync};
use crate::clock::Clock;
use crate::config::Overrides;
use crate::config::broker::{BrokerConfig, Listener};
use crate::config::settings::Settings;
use crate::net::holder;

/// What is not in a server.properties.
#[derive(Clone, Debug)]
pub struct Options {
    pub policy: sync::Policy,
    pub clock: Clock,
    /// The node id of a folder that has none yet, where the configuration names none.
    pub default_node_id: i32,
    /// How the levels of the program's log are changed.
    pub log_levels: LogLevels,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            policy: sync::Policy::default(),
            clock: Clock::default(),
            default_node_id: 1,
            log_levels: LogLevels::default(),
        }
    }
}

/// Why a broker does not start.
#[derive(Debug)]
pub enum StartError {
    Folder(FolderError),
    PortTaken {
        address: String,
        port: u16,
        holder: Option<holder::Holder>,
    },
    Listen {
        address: String,
        error: io::Error,
    },
    /// A protocol that is not there yet.
    Protocol {
        listener: String,
        protocol: String,
    },
    NoFolder,
    Metadata(String),
    Io {
        what: String,
        error: io::Error,
    },
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StartError::Folder(e) => write!(f, "{e}"),
            StartError::PortTaken { port, holder: Some(h), .. } => {
                write!(f, "port {port} is in use by pid {} ({})", h.pid, h.name)
            }
            StartError::PortTaken { port, holder: None, .. } => write!(f, "port {port} is in use by another process"),
            StartError::Listen { address, error } => write!(f, "cannot listen on {address}: {error}"),
            StartError::Protocol { listener, protocol } => {
                write!(f, "listener {listener} wants {protocol}, and this version of kt serves PLAINTEXT only")
            }
            StartError::NoFolder => write!(f, "no folder is named for the data: log.dirs is not set"),
            StartError::Metadata(why) => write!(f, "the metadata cannot be loaded: {why}"),
            StartError::Io { what, error } => write!(f, "cannot {what}: {error}"),
        }
    }
}

impl std::error::Error for StartError {}

/// A broker that serves.
pub struct Running {
    pub broker: Arc<Broker>,
    /// Where it listens, in the order of its listeners.
    pub addresses: Vec<SocketAddr>,
    server: Server,
    threads: Vec<JoinHandle<()>>,
}

/// The signal for a write beyond the limit on the size of files (`ulimit -f`).
const SIGXFSZ: i32 = 25;

pub async fn start(config: BrokerConfig, options: Options) -> Result<Running, StartError> {
    // A handler that does nothing, and stays: such a write is then an error of one log, not the end of the process.
    signal(SignalKind::from_raw(SIGXFSZ))
        .map(drop)
        .map_err(|error| StartError::Io { what: "take over the signal SIGXFSZ".to_owned(), error })?;
    for name in &config.ignored {
        info!("the setting {name} means nothing to kt and is ignored");
    }
    for name in &config.unknown {
        warn!("nobody knows the setting {name}; it is ignored");
    }
    if let Some(l) = config.listeners.broker.iter().find(|l| l.protocol.is_tls() || l.protocol.is_sasl()) {
        return Err(StartError::Protocol { listener: l.name.clone(), protocol: l.protocol.to_string() });
    }
    if config.log_dirs.is_empty() {
        return Err(StartError::NoFolder);
    }
    let metadata = config.metadata_log_dir.as_deref();
    let folders = Folders::open(&config.log_dirs, metadata, config.node_id, options.default_node_id);
    let folders = folders.map_err(StartError::Folder)?;
    let mut listeners = Vec::new();
    for listener in &config.listeners.broker {
        listeners.push(bind(listener).await?);
    }
    let addresses: Vec<SocketAddr> = listeners.iter().filter_map(|l| l.local_addr().ok()).collect();
    let broker = open(config, &options, folders, &addresses)?;
    let mut threads = Vec::new();
    let spawn = |name: &str, run: Box<dyn FnOnce() + Send>| {
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(run);
        thread.map_err(|error| StartError::Io { what: format!("start the thread {name}"), error })
    };
    let (weak, queue, policy) = (Arc::downgrade(&broker), Arc::clone(&broker.sync_queue), broker.policy);
    threads.push(spawn("kt-sync", Box::new(move || sync::run(weak, queue, policy)))?);
    let (weak, chores) = (Arc::downgrade(&broker), Arc::clone(&broker.chores));
    threads.push(spawn("kt-upkeep", Box::new(move || upkeep::run(weak, chores)))?);
    broker.coordinators.start();
    let (weak, cleaner) = (Arc::downgrade(&broker), Arc::clone(&broker.cleaner));
    threads.push(spawn("kt-cleaner", Box::new(move || cleaner::run(weak, cleaner)))?);
    let server = Server::start(&broker, listeners);
    Ok(Running { broker, addresses, server, threads })
}

async fn bind(listener: &Listener) -> Result<TcpListener, StartError> {
    let host = if listener.host.is_empty() { "0.0.0.0" } else { &listener.host };
    let address = format!("{host}:{}", listener.port);
    match TcpListener::bind((host, listener.port)).await {
        Ok(bound) => Ok(bound),
        Err(e) if e.kind() == io::ErrorKind::AddrInUse => {
            Err(StartError::PortTaken { address, port: listener.port, holder: holder::of_port(listener.port) })
        }
        Err(error) => Err(StartError::Listen { address, error }),
    }
}

/// Everything of the start that blocks: the metadata, then the logs.
fn open(
    mut config: BrokerConfig,
    options: &Options,
    folders: Folders,
    addresses: &[SocketAddr],
) -> Result<Arc<Broker>, StartError> {
    let fs = Fs::default();
    let folder = folders.metadata();
    let dir = folder.path().to_owned();
    let io = |what: &str, error| StartError::Io { what: format!("{what} {}", dir.display()), error };
    let past = Past::read(&folders)?;
    let advertised = advertised(&config, addresses);
    let node_id = folder.node_id();
    // Whoever asks for the broker's settings sees the id that it has, also where only the folder knew it.
    config.settle_node_id(node_id);
    let start = controller_options(&config, folder, &fs, options, past.was_clean(&dir));
    let metadata = |e: &dyn fmt::Display| StartError::Metadata(e.to_string());
    let controller = Controller::open(start).map_err(|e| metadata(&e))?;
    // Metadata that kt cannot serve is refused above; what follows changes the folder.
    Past::is_over(&fs, &folders)?;
    let mut registration = registration(&config, &advertised, &folders);
    if !folders.offline().is_empty() {
        // A folder that cannot be read today is still this broker's, and so are the partitions in it.
        let image = controller.image();
        let known = image.broker(node_id).map(|b| b.log_dirs.clone()).unwrap_or_default();
        let missing: Vec<_> = known.into_iter().filter(|id| !registration.directories.contains(id)).collect();
        registration.directories.extend(missing);
    }
    let broker_epoch =
        controller.change(|image| brokers::register(image, &registration)).map_err(|e| metadata(&e))?.reply;
    controller.change(|image| brokers::unfence(image, node_id)).map_err(|e| metadata(&e))?;
    let image = controller.image();
    let current = Current::of(&config, &image, node_id);
    let network = &current.settings.network;
    let budget = usize::try_from(network.queued_max_request_bytes).unwrap_or(REQUEST_BUDGET);
    let limits = Limits::new(network, budget);
    let broker = Arc::new_cyclic(|broker| Broker {
        coordinators: Coordinators::new(broker),
        limits,
        clock: options.clock.clone(),
        node_id,
        broker_epoch,
        listener_names: config.listeners.broker.iter().map(|l| Str::from(l.name.as_str())).collect(),
        advertised,
        controller,
        folders,
        fs,
        quotas: Quotas::new(&image, &current.settings.quotas),
        current: ArcSwap::from_pointee(current),
        changes: Mutex::new(()),
        hosted: Hosted::default(),
        authorizer: Authorizer::of(&config, &image.acls),
        loggers: Loggers::new(options.log_levels.clone()),
        telemetry: Telemetry::default(),
        checkpoints: Mutex::default(),
        producer_ids: Mutex::new(0..0),
        policy: options.policy,
        sync_queue: Arc::default(),
        chores: Arc::default(),
        cleaner: Arc::default(),
        moves: Default::default(),
        sharing: Default::default(),
        config,
    });
    broker.tidy_folders(&image).map_err(|e| io("look through", e))?;
    broker.host_all(&image, &past);
    if options.policy == sync::Policy::Always {
        // What the last run wrote and did not sync is shown from now on, and to a producer that sends it again it is
        // acknowledged: it has to be on the disk first.
        let unsynced: Vec<_> = broker.partitions().into_iter().filter(|p| p.view().needs_flush()).collect();
        sync::sync(broker.fs(), &unsynced);
    }
    // A line of a topic that is gone would be taken for one of a new topic of that name.
    upkeep::write_checkpoints(&broker, &upkeep::OF_LOGS).map_err(|e| io("write the checkpoints of", e))?;
    Ok(broker)
}

fn controller_options(
    config: &BrokerConfig,
    folder: &Folder,
    fs: &Fs,
    options: &Options,
    clean_shutdown: bool,
) -> controller::Options {
    let settings = Settings::of(&config.layers(&Overrides::new(), &Overrides::new()));
    let min_isr = config.layers(&Overrides::new(), &Overrides::new()).number("min.insync.replicas");
    controller::Options {
        folder: folder.path().to_owned(),
        cluster_id: folder.cluster_id().clone(),
        node_id: folder.node_id(),
        clean_shutdown,
        sync_always: options.policy == sync::Policy::Always,
        snapshot_bytes: u64::try_from(settings.metadata.max_record_bytes_between_snapshots).unwrap_or(u64::MAX),
        segment_bytes: u32::try_from(settings.metadata.segment_bytes).unwrap_or(u32::MAX),
        min_insync_replicas: min_isr.and_then(|n| i32::try_from(n).ok()).unwrap_or(1),
        fs: fs.clone(),
        now_ms: || Clock::System.now_ms(),
    }
}

fn registration(config: &BrokerConfig, advertised: &[Endpoint], folders: &Folders) -> brokers::Registration {
    let endpoint = |(listener, told): (&Listener, &Endpoint)| brokers::Endpoint {
        listener: listener.name.as_str().into(),
        host: told.host.clone(),
        port: u16::try_from(told.port).unwrap_or(0),
        security_protocol: listener.protocol as i16,
    };
    brokers::Registration {
        id: folders.metadata().node_id(),
        incarnation: SystemRandom.uuid(),
        endpoints: config.listeners.broker.iter().zip(advertised).map(endpoint).collect(),
        rack: config.rack.as_deref().map(Str::from),
        directories: folders.of_logs().iter().map(Folder::directory_id).collect(),
    }
}

/// How much memory large requests in flight may take together where `queued.max.request.bytes` sets no limit.
const REQUEST_BUDGET: usize = 512 << 20;

/// What clients of each listener are told. An empty host stands for this machine's own name.
fn advertised(config: &BrokerConfig, addresses: &[SocketAddr]) -> Vec<Endpoint> {
    let endpoint = |(listener, address): (&Listener, &SocketAddr)| {
        let told = config.listeners.advertised.iter().find(|a| a.name == listener.name).unwrap_or(listener);
        let host = if told.host.is_empty() { own_name() } else { told.host.clone() };
        // A port that was chosen by the system is known only now.
        let port = if told.port == 0 { address.port() } else { told.port };
        Endpoint { host: host.into(), port: i32::from(port), rack: config.rack.as_deref().map(Str::from) }
    };
    config.listeners.broker.iter().zip(addresses).map(endpoint).collect()
}

/// The machine's name if it leads anywhere, and `localhost` if not.
fn own_name() -> String {
    use std::net::ToSocketAddrs;
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    let leads_somewhere = (name.as_str(), 0).to_socket_addrs().is_ok_and(|mut found| found.next().is_some());
    if leads_somewhere { name } else { "localhost".to_owned() }
}

impl Running {
    /// The orderly end. What goes wrong is logged: the next start repairs it.
    pub async fn stop(self) {
        let Running { broker, server, threads, .. } = self;
        // Members that wait for a rebalance would hold up the end.
        broker.coordinators.stop();
        server.stop().await;
        broker.sync_queue.stop();
        broker.chores.stop();
        broker.cleaner.stop();
        broker.moves.stop();
        for thread in threads {
            let _ = thread.join(); // a thread that panicked has said so
        }
        close(&broker);
    }
}

fn close(broker: &Broker) {
    // A change of the metadata whose client was sent away may still go on; none may come after this.
    let _last = broker.changes.lock();
    let partitions = broker.partitions();
    let mut all_closed = true;
    let mut ends = Vec::new();
    for partition in &partitions {
        match partition.log().close() {
            Ok(set) => ends.push((partition, set)),
            Err(e) => {
                all_closed = false;
                warn!("{}-{} was not closed in order: {e}", partition.topic(), partition.index());
            }
        }
    }
    let syncs: Vec<_> = ends.iter().flat_map(|(_, set)| set.syncs.iter().cloned()).collect();
    if let Err(e) = flush::run_all(broker.fs(), &syncs) {
        warn!("the logs were not synced in order: {e}");
        return;
    }
    ends.iter().for_each(|(partition, set)| partition.view().mark_flushed(set.up_to));
    let names = [upkeep::RECOVERY_POINTS, upkeep::LOG_STARTS, upkeep::HIGH_WATERMARKS];
    if let Err(e) = upkeep::write_checkpoints(broker, &names) {
        warn!("the checkpoints of {} were not written: {e}", broker.log_dir().display());
        return;
    }
    // Apache Kafka on this folder would wait for a broker that is not fenced to lose its session.
    if let Err(e) = broker.controller.change(|image| brokers::fence(image, broker.node_id)) {
        warn!("the metadata does not say that this broker stops: {e}");
    }
    if let Err(e) = broker.controller.close() {
        warn!("the metadata log was not closed in order: {e}");
        return;
    }
    let marker = CleanShutdown { broker_epoch: broker.broker_epoch };
    for folder in broker.folders().all().iter().filter(|_| all_closed) {
        if let Err(e) = marker.write(broker.fs(), folder.path()) {
            warn!("the marker of a clean stop was not written: {e}");
        }
    }
}
