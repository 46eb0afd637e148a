//! Everything the metadata log says, at one moment: an immutable value behind an `Arc`.
//!
//! Readers load the current image and never wait. A change copies it (the parts share what stays the same, see
//! [`SharedMap`]), applies records to the copy ([`super::apply`]) and publishes it. What must hold: an image is a
//! function of the records before [`Image::next_offset`], and [`super::snapshot`] turns it back into records that
//! give an equal image, unknown record types included.

mod topics;

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use kt_codec::{Str, Uuid};

use super::record::{
    AccessControlEntryRecord, DelegationTokenRecord, RegisterBrokerRecord, RegisterControllerRecord,
    UserScramCredentialRecord,
};
use super::shared_map::SharedMap;

pub use topics::{LEADER_UNCHANGED, Partition, Topic, TopicChange, Topics};

/// A broker's registration: the record that made it, with every later change applied.
pub type Broker = RegisterBrokerRecord;

/// What a config belongs to, by the wire's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct ResourceType(pub i8);

impl ResourceType {
    pub const UNKNOWN: ResourceType = ResourceType(0);
    pub const TOPIC: ResourceType = ResourceType(2);
    pub const BROKER: ResourceType = ResourceType(4);
    pub const BROKER_LOGGER: ResourceType = ResourceType(8);
    pub const CLIENT_METRICS: ResourceType = ResourceType(16);
    pub const GROUP: ResourceType = ResourceType(32);

    /// The name of the original's enum.
    pub fn name(self) -> &'static str {
        match self {
            Self::TOPIC => "TOPIC",
            Self::BROKER => "BROKER",
            Self::BROKER_LOGGER => "BROKER_LOGGER",
            Self::CLIENT_METRICS => "CLIENT_METRICS",
            Self::GROUP => "GROUP",
            _ => "UNKNOWN",
        }
    }

    pub fn is_known(self) -> bool {
        self.name() != "UNKNOWN"
    }
}

/// A topic, a broker (the empty name means all brokers), a group, a metrics subscription.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Resource {
    pub kind: ResourceType,
    pub name: Str,
}

impl Resource {
    pub fn new(kind: ResourceType, name: impl Into<Str>) -> Resource {
        Resource { kind, name: name.into() }
    }

    pub fn topic(name: impl Into<Str>) -> Resource {
        Resource::new(ResourceType::TOPIC, name)
    }

    pub fn broker(id: i32) -> Resource {
        Resource::new(ResourceType::BROKER, id.to_string())
    }

    /// What holds for all brokers.
    pub fn all_brokers() -> Resource {
        Resource::new(ResourceType::BROKER, "")
    }
}

/// The overrides of one resource, key to value.
pub type Overrides = crate::config::Overrides;

/// Whom a quota limits: user, client-id or ip, each with a name or (`None`) the default.
pub type QuotaEntity = BTreeMap<Str, Option<Str>>;

/// Which producer ids are not handed out yet.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ProducerIds {
    /// Who took the last block.
    pub broker_id: i32,
    pub broker_epoch: i64,
    /// The first id of the next block.
    pub next: i64,
}

#[derive(Debug, Clone)]
pub struct Image {
    /// From meta.properties; the log does not have it.
    pub cluster_id: Str,
    /// The offset after the last record applied.
    pub next_offset: i64,
    /// The epoch of the last batch applied.
    pub epoch: i32,
    /// The timestamp of the last batch applied.
    pub timestamp_ms: i64,
    /// Finalized levels; metadata.version is always among them once the log has begun, others from level 1.
    pub features: Arc<BTreeMap<Str, i16>>,
    pub brokers: Arc<BTreeMap<i32, Arc<Broker>>>,
    pub controllers: Arc<BTreeMap<i32, Arc<RegisterControllerRecord>>>,
    pub topics: Topics,
    pub configs: SharedMap<Resource, Arc<Overrides>>,
    pub producer_ids: Option<ProducerIds>,
    pub quotas: Arc<BTreeMap<QuotaEntity, BTreeMap<Str, f64>>>,
    /// By user and mechanism.
    pub scram: Arc<BTreeMap<(Str, i8), UserScramCredentialRecord>>,
    /// By token id.
    pub tokens: Arc<BTreeMap<Str, DelegationTokenRecord>>,
    pub acls: Arc<BTreeMap<Uuid, AccessControlEntryRecord>>,
    /// Level 0 (voters from the configuration) or 1 (voters in the log).
    pub kraft_version: i16,
    /// The voters' control record of a log with kraft.version 1, as it came.
    pub voters: Option<Bytes>,
    pub zk_migration_state: i8,
    /// Frames of record types that this program does not know, in their order.
    pub unknown: Arc<Vec<Bytes>>,
}

impl Image {
    pub fn empty(cluster_id: Str) -> Image {
        Image {
            cluster_id,
            next_offset: 0,
            epoch: 0,
            timestamp_ms: -1,
            features: Arc::default(),
            brokers: Arc::default(),
            controllers: Arc::default(),
            topics: Topics::default(),
            configs: SharedMap::default(),
            producer_ids: None,
            quotas: Arc::default(),
            scram: Arc::default(),
            tokens: Arc::default(),
            acls: Arc::default(),
            kraft_version: 0,
            voters: None,
            zk_migration_state: 0,
            unknown: Arc::default(),
        }
    }

    /// The finalized level of a feature; 0 when it is off.
    pub fn feature(&self, name: &str) -> i16 {
        self.features.get(name).copied().unwrap_or(0)
    }

    /// What the original calls metadata.version: which records and versions may be written.
    pub fn metadata_level(&self) -> i16 {
        self.features.get("metadata.version").copied().unwrap_or(super::record::level::FIRST)
    }

    /// Whether the log has been begun: formatting is over once it has a metadata.version.
    pub fn is_bootstrapped(&self) -> bool {
        self.features.contains_key("metadata.version")
    }

    pub fn broker(&self, id: i32) -> Option<&Arc<Broker>> {
        self.brokers.get(&id)
    }

    /// Whether the broker may lead and be in sync.
    pub fn is_active(&self, id: i32) -> bool {
        self.broker(id).is_some_and(|b| !b.fenced && !b.in_controlled_shutdown)
    }

    /// The overrides of a resource, if it has any.
    pub fn overrides(&self, resource: &Resource) -> Option<&Arc<Overrides>> {
        self.configs.get(resource)
    }

    pub fn topic_overrides(&self, topic: &str) -> Option<&Arc<Overrides>> {
        self.overrides(&Resource::topic(topic))
    }
}
