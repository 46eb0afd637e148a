//! The embedded broker.
//!
//! A [`Broker`] is one Kafka broker with its own folder: the metadata (controller), the partitions it hosts, and what
//! keeps them well. It opens no socket and reads no frame; [`server`] does, and [`api`] stands between. [`run`] puts
//! them together. Several brokers may live in one process: nothing here is global.

pub mod api;
pub mod auth;
mod cleaner;
pub mod controller;
pub mod coordinator;
pub mod embedded;
pub mod folder;
mod host;
mod hosted;
pub mod internal;
pub mod log;
pub mod loggers;
mod moving;
pub mod partition;
pub mod planted;
pub mod quota;
pub mod run;
pub mod server;
pub mod sharing;
pub mod sync;
pub mod telemetry;
mod upkeep;

use std::path::Path;
use std::sync::Arc;

use arc_swap::ArcSwap;
use kt_codec::create_topics_request::{CreatableTopic, CreateTopicsRequest};
use kt_codec::{Str, Uuid};
use parking_lot::Mutex;

use crate::clock::Clock;
use crate::config::broker::BrokerConfig;
use crate::config::layers::Layers;
use crate::config::settings::Settings;
use crate::config::topic::TopicDefaults;
use crate::protocol::code::ErrorCode;
use controller::decide::{Decision, SystemRandom};
use controller::topics::create;
use controller::{Controller, Image, producer_ids};
use coordinator::Coordinators;
use folder::Folders;
use hosted::Hosted;
use log::Fs;
use partition::Partition;
use server::Limits;

/// Where clients of one listener find a broker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    pub host: Str,
    pub port: i32,
    pub rack: Option<Str>,
}

pub struct Broker {
    pub config: BrokerConfig,
    pub clock: Clock,
    pub limits: Limits,
    pub controller: Controller,
    pub coordinators: Coordinators,
    node_id: i32,
    broker_epoch: i64,
    folders: Folders,
    fs: Fs,
    /// What this broker tells the clients of each of its listeners.
    advertised: Vec<Endpoint>,
    listener_names: Vec<Str>,
    current: ArcSwap<Current>,
    /// Held while the metadata changes and the logs follow, so that they follow in the order of the changes.
    changes: Mutex<()>,
    hosted: Hosted,
    authorizer: Option<auth::Authorizer>,
    /// Whose levels clients may change.
    pub loggers: loggers::Loggers,
    pub quotas: quota::Quotas,
    pub telemetry: telemetry::Telemetry,
    /// Held while the checkpoint files are written.
    checkpoints: Mutex<()>,
    producer_ids: Mutex<std::ops::Range<i64>>,
    policy: sync::Policy,
    sync_queue: Arc<sync::Queue>,
    chores: Arc<upkeep::Chores>,
    cleaner: Arc<cleaner::Cleaner>,
    pub moves: moving::Moves,
    /// Share groups that read the partitions led here.
    pub sharing: sharing::Sharing,
}

/// The settings in force, all layers together. Swapped whole when a dynamic one changes.
pub struct Current {
    pub layers: Layers,
    pub settings: Settings,
    pub topics: TopicDefaults,
}

impl Current {
    pub fn of(config: &BrokerConfig, image: &Image, node_id: i32) -> Current {
        let overrides = |resource| {
            let stored = image.overrides(&resource).map(|o| o.as_ref().clone()).unwrap_or_default();
            stored.into_iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
        };
        let all = overrides(controller::image::Resource::all_brokers());
        let own = overrides(controller::image::Resource::broker(node_id));
        let layers = config.layers(&all, &own);
        Current { settings: Settings::of(&layers), topics: TopicDefaults::of(&layers), layers }
    }
}

impl Broker {
    pub fn node_id(&self) -> i32 {
        self.node_id
    }

    pub fn image(&self) -> Arc<Image> {
        self.controller.image()
    }

    pub fn current(&self) -> Arc<Current> {
        self.current.load_full()
    }

    pub fn fs(&self) -> &Fs {
        &self.fs
    }

    /// The folder of the metadata; mostly that of the logs too.
    pub fn log_dir(&self) -> &Path {
        self.folders.metadata().path()
    }

    /// All folders, those of the logs and the metadata's.
    pub fn folders(&self) -> &Folders {
        &self.folders
    }

    pub fn directory_id(&self) -> Uuid {
        self.folders.metadata().directory_id()
    }

    /// The broker that changes the metadata: this one.
    pub fn controller_id(&self) -> i32 {
        self.node_id
    }

    /// The address of a broker for clients that came in on one of our listeners.
    pub fn endpoint(&self, node: i32, listener: usize) -> Option<Endpoint> {
        if node == self.node_id {
            return self.advertised.get(listener).cloned();
        }
        let name = self.listener_names.get(listener)?;
        let image = self.image();
        let broker = image.broker(node)?;
        let found = broker.end_points.iter().find(|e| e.name == *name)?;
        Some(Endpoint { host: found.host.clone(), port: i32::from(found.port), rack: broker.rack.clone() })
    }

    /// The names of the listeners, and what clients of each are told.
    pub fn listeners(&self) -> impl Iterator<Item = (&Str, &Endpoint)> {
        self.listener_names.iter().zip(&self.advertised)
    }

    /// Who decides what clients may do; without one they may do everything.
    pub fn authorizer(&self) -> Option<&auth::Authorizer> {
        self.authorizer.as_ref()
    }

    pub fn partition(&self, topic: &str, index: i32) -> Result<Arc<Partition>, ErrorCode> {
        self.hosted.by_name(topic, index)
    }

    pub fn partition_by_id(&self, topic: Uuid, index: i32) -> Result<Arc<Partition>, ErrorCode> {
        self.hosted.by_id(topic, index)
    }

    /// Every partition that is hosted here, in no order.
    pub fn partitions(&self) -> Vec<Arc<Partition>> {
        self.hosted.all()
    }

    pub fn is_online(&self, topic: &Uuid, index: i32) -> bool {
        self.hosted.by_id(*topic, index).is_ok_and(|p| p.is_online())
    }

    /// Asks for a sync of what the partition has written.
    pub fn sync_soon(&self, partition: &Arc<Partition>) {
        self.sync_queue.push(partition);
    }

    /// Makes the starts of the logs survive a crash. Blocks.
    pub fn keep_log_starts(&self) -> Result<(), ErrorCode> {
        upkeep::write_checkpoints(self, &[upkeep::LOG_STARTS]).map_err(|e| {
            tracing::error!("the log starts of {} were not written: {e}", self.log_dir().display());
            ErrorCode::KAFKA_STORAGE_ERROR
        })
    }

    /// A producer id that nobody had before. They are taken from the controller in blocks.
    pub fn next_producer_id(&self) -> Result<i64, ErrorCode> {
        let mut ids = self.producer_ids.lock();
        if ids.is_empty() {
            let (node, epoch) = (self.node_id, self.broker_epoch);
            let block = self.change(|image| producer_ids::allocate(image, node, epoch))?;
            let block = block.map_err(|refusal| refusal.code)?;
            *ids = block.first..block.first.saturating_add(block.count);
        }
        ids.next().ok_or(ErrorCode::COORDINATOR_NOT_AVAILABLE)
    }

    /// Decides on a change of the metadata, writes it, and follows it: when this returns, every new partition can take
    /// records. Blocks for as long as that takes.
    pub fn change<T>(&self, decide: impl FnOnce(&Image) -> Decision<T>) -> Result<T, ErrorCode> {
        let _in_order = self.changes.lock();
        let changed = self.controller.change(decide).map_err(|e| {
            tracing::error!("{e}");
            ErrorCode::KAFKA_STORAGE_ERROR
        })?;
        self.follow(&changed.before, &changed.after);
        Ok(changed.reply)
    }

    /// Makes topics with the broker's defaults because a client asked for them, but its own ones as it needs them. Those
    /// that cannot be made stay missing.
    pub fn create_by_name(&self, names: Vec<Str>) {
        let (own, names): (Vec<Str>, Vec<Str>) = names.into_iter().partition(|name| internal::is_internal(name));
        for name in own {
            // Why not is in the log.
            let _ = self.internal_topic(&name);
        }
        if names.is_empty() {
            return;
        }
        let topic = |name| CreatableTopic { name, num_partitions: -1, replication_factor: -1, ..Default::default() };
        let request = CreateTopicsRequest { topics: names.into_iter().map(topic).collect(), ..Default::default() };
        let current = self.current();
        let rules = current.rules();
        // The reply is for those who asked to create; who asked for metadata looks at the image again.
        let _ = self.change(|image| create::create(image, &request, &rules, |_| true, &mut SystemRandom));
    }
}

impl Current {
    /// What a topic gets that names nothing itself.
    pub fn rules(&self) -> create::Rules<'_> {
        create::Rules {
            default_partitions: self.settings.topics.num_partitions,
            default_replication_factor: self.settings.topics.default_replication_factor as i16,
            defaults: &self.topics,
        }
    }
}
