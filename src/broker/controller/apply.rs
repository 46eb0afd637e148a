//! From a record to the next image. Loading the log and changing it go through here alike.
//!
//! A record that does not fit the image (a partition of no topic, a change of no broker) means that the log is not
//! what the cluster agreed on. It is refused, and so is the log; the original stops with a fatal fault.

use std::collections::BTreeMap;
use std::sync::Arc;

use kt_codec::Str;

use super::image::{Broker, Image, Partition, ProducerIds, QuotaEntity, Resource, ResourceType};
use super::record::{
    BrokerRegistrationChangeRecord, ClearElrRecord, ClientQuotaRecord, ConfigRecord, FeatureLevelRecord,
    PartitionChangeRecord, Record, level,
};

/// Why a record does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApplyError {
    /// What the record is about is not there.
    Missing { record: &'static str, what: String },
    /// What the record makes is there already.
    Duplicate { record: &'static str, what: String },
    /// A feature level above what this program knows.
    Level { feature: String, level: i16, known: i16 },
}

impl std::fmt::Display for ApplyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing { record, what } => write!(f, "a {record} is about {what}, which does not exist"),
            Self::Duplicate { record, what } => write!(f, "a {record} makes {what}, which exists already"),
            Self::Level { feature, level, known } => {
                write!(f, "the cluster is at {feature} {level}, and this version of kt knows it up to {known}")
            }
        }
    }
}

impl std::error::Error for ApplyError {}

fn missing(record: &'static str, what: impl ToString) -> ApplyError {
    ApplyError::Missing { record, what: what.to_string() }
}

impl Image {
    /// Applies one record. After an error the image is not to be used.
    pub fn apply(&mut self, record: Record) -> Result<(), ApplyError> {
        let name = record.name();
        match record {
            Record::RegisterBroker(broker) => {
                Arc::make_mut(&mut self.brokers).insert(broker.broker_id, Arc::new(broker));
            }
            Record::UnregisterBroker(gone) => {
                self.registered(gone.broker_id, gone.broker_epoch, name)?;
                Arc::make_mut(&mut self.brokers).remove(&gone.broker_id);
            }
            Record::FenceBroker(fence) => self.registered(fence.id, fence.epoch, name)?.fenced = true,
            Record::UnfenceBroker(fence) => self.registered(fence.id, fence.epoch, name)?.fenced = false,
            Record::BrokerRegistrationChange(change) => self.change_broker(change, name)?,
            Record::RegisterController(controller) => {
                Arc::make_mut(&mut self.controllers).insert(controller.controller_id, Arc::new(controller));
            }
            Record::Topic(topic) => {
                let label = || format!("topic '{}' with id {}", topic.name, topic.topic_id);
                if !self.topics.create(topic.name.clone(), topic.topic_id, topic.unknown_tags.clone()) {
                    return Err(ApplyError::Duplicate { record: name, what: label() });
                }
            }
            Record::RemoveTopic(gone) => {
                let topic = self.topics.remove(&gone.topic_id);
                let topic = topic.ok_or_else(|| missing(name, format!("topic id {}", gone.topic_id)))?;
                self.configs.remove(&Resource::topic(topic.name.clone()));
            }
            Record::Partition(partition) => {
                let topic = partition.topic_id;
                if !self.topics.put_partition(&topic, Partition::from_record(partition)) {
                    return Err(missing(name, format!("topic id {topic}")));
                }
            }
            Record::PartitionChange(change) => self.change_partition(change, name)?,
            Record::ClearElr(clear) => self.clear_elr(clear, name)?,
            Record::Config(config) => self.set_config(config),
            Record::FeatureLevel(feature) => self.set_feature(feature)?,
            Record::ProducerIds(block) => {
                self.producer_ids = Some(ProducerIds {
                    broker_id: block.broker_id,
                    broker_epoch: block.broker_epoch,
                    next: block.next_producer_id,
                });
            }
            Record::ClientQuota(quota) => self.set_quota(quota),
            Record::UserScramCredential(credential) => {
                let key = (credential.name.clone(), credential.mechanism);
                Arc::make_mut(&mut self.scram).insert(key, credential);
            }
            Record::RemoveUserScramCredential(gone) => {
                Arc::make_mut(&mut self.scram).remove(&(gone.name, gone.mechanism));
            }
            Record::DelegationToken(token) => {
                Arc::make_mut(&mut self.tokens).insert(token.token_id.clone(), token);
            }
            Record::RemoveDelegationToken(gone) => {
                Arc::make_mut(&mut self.tokens).remove(&gone.token_id);
            }
            Record::AccessControlEntry(entry) => {
                Arc::make_mut(&mut self.acls).insert(entry.id, entry);
            }
            Record::RemoveAccessControlEntry(gone) => {
                Arc::make_mut(&mut self.acls).remove(&gone.id);
            }
            Record::ZkMigrationState(state) => self.zk_migration_state = state.zk_migration_state,
            Record::NoOp(_) => {}
            // Transactions are the loader's: it knows what to go back to.
            Record::BeginTransaction(_) | Record::EndTransaction(_) | Record::AbortTransaction(_) => {}
            Record::Unknown(frame) => Arc::make_mut(&mut self.unknown).push(frame),
        }
        Ok(())
    }

    /// The broker with this id and epoch, to be changed.
    fn registered(&mut self, id: i32, epoch: i64, record: &'static str) -> Result<&mut Broker, ApplyError> {
        let broker = Arc::make_mut(&mut self.brokers).get_mut(&id).filter(|b| b.broker_epoch == epoch);
        let broker = broker.ok_or_else(|| missing(record, format!("broker {id} with epoch {epoch}")))?;
        Ok(Arc::make_mut(broker))
    }

    fn change_broker(&mut self, change: BrokerRegistrationChangeRecord, name: &'static str) -> Result<(), ApplyError> {
        let broker = self.registered(change.broker_id, change.broker_epoch, name)?;
        match change.fenced {
            1.. => broker.fenced = true,
            0 => {}
            _ => broker.fenced = false,
        }
        if change.in_controlled_shutdown > 0 {
            broker.in_controlled_shutdown = true;
        }
        if !change.log_dirs.is_empty() {
            broker.log_dirs = change.log_dirs;
        }
        if change.cordoned_log_dirs.is_some() {
            broker.cordoned_log_dirs = change.cordoned_log_dirs;
        }
        Ok(())
    }

    fn change_partition(&mut self, change: PartitionChangeRecord, name: &'static str) -> Result<(), ApplyError> {
        let label = || format!("partition {} of topic id {}", change.partition_id, change.topic_id);
        let partition = self.topics.partition_mut(&change.topic_id, change.partition_id);
        partition.ok_or_else(|| missing(name, label()))?.change(change);
        Ok(())
    }

    /// Forgets eligible leaders, of one topic or (no name) of all.
    fn clear_elr(&mut self, clear: ClearElrRecord, name: &'static str) -> Result<(), ApplyError> {
        let topics: Vec<_> = if clear.topic_name.is_empty() {
            self.topics.iter().cloned().collect()
        } else {
            let topic = self.topics.by_name(&clear.topic_name);
            vec![topic.ok_or_else(|| missing(name, format!("topic '{}'", clear.topic_name)))?.clone()]
        };
        for topic in topics {
            for partition in topic.partitions.iter().filter(|p| !p.elr.is_empty() || !p.last_known_elr.is_empty()) {
                let found = self.topics.partition_mut(&topic.id, partition.id);
                let found = found.expect("the partition was just listed");
                found.elr.clear();
                found.last_known_elr.clear();
            }
        }
        Ok(())
    }

    fn set_config(&mut self, config: ConfigRecord) {
        let resource = Resource { kind: ResourceType(config.resource_type), name: config.resource_name };
        let Some(value) = config.value else {
            let Some(overrides) = self.configs.get_mut(&resource) else { return };
            Arc::make_mut(overrides).remove(&*config.name);
            if overrides.is_empty() {
                self.configs.remove(&resource);
            }
            return;
        };
        if !self.configs.contains_key(&resource) {
            self.configs.insert(resource.clone(), Arc::default());
        }
        let overrides = self.configs.get_mut(&resource).expect("the resource was just put there");
        Arc::make_mut(overrides).insert(config.name.to_string(), value.to_string());
    }

    fn set_feature(&mut self, feature: FeatureLevelRecord) -> Result<(), ApplyError> {
        let known = match &*feature.name {
            "metadata.version" => level::LATEST,
            name => super::features::range(name).map_or(i16::MAX, |(_, last)| last),
        };
        if feature.feature_level > known {
            return Err(ApplyError::Level { feature: feature.name.to_string(), level: feature.feature_level, known });
        }
        let features = Arc::make_mut(&mut self.features);
        if feature.feature_level == 0 {
            features.remove(&feature.name);
        } else {
            features.insert(feature.name, feature.feature_level);
        }
        Ok(())
    }

    fn set_quota(&mut self, quota: ClientQuotaRecord) {
        let entity: QuotaEntity = quota.entity.into_iter().map(|e| (e.entity_type, e.entity_name)).collect();
        let quotas = Arc::make_mut(&mut self.quotas);
        let limits: &mut BTreeMap<Str, f64> = quotas.entry(entity.clone()).or_default();
        if quota.remove {
            limits.remove(&quota.key);
        } else {
            limits.insert(quota.key, quota.value);
        }
        if limits.is_empty() {
            quotas.remove(&entity);
        }
    }
}
