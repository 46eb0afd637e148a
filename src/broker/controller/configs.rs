//! AlterConfigs and IncrementalAlterConfigs, decided: each resource is changed or refused as a whole, with the
//! original's checks in its order (ConfigAdminManager on the broker, ConfigurationControlManager behind it).

use std::collections::BTreeMap;

use kt_codec::Str;

use super::decide::{Decision, Refusal};
use super::image::{Image, Overrides, Resource, ResourceType};
use super::record::{ClearElrRecord, ConfigRecord, Record};
use super::topics::check_name;
use crate::config::alter::{self, Altered, Change, Operation};
use crate::config::layers::Layers;
use crate::config::origin::ResourceKind;
use crate::config::resource::{self, BrokerName};
use crate::config::topic::TopicDefaults;
use crate::config::{Refused, client_metrics, dynamic, group, topic};
use crate::protocol::code::ErrorCode;

/// The longest value, in bytes: those of a record's string.
const MAX_VALUE: usize = i16::MAX as usize;
const MIN_ISR: &str = "min.insync.replicas";

/// What a broker knows when it checks settings.
pub struct Rules<'a> {
    pub node_id: i32,
    pub layers: &'a Layers,
    pub defaults: &'a TopicDefaults,
    /// Whether there is a logger of a name.
    pub is_logger: fn(&str) -> bool,
}

/// One resource of a request, with what is to become of its settings.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    pub kind: i8,
    pub name: Str,
    pub changes: Changes,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Changes {
    /// Name, operation, value.
    Incremental(Vec<(Str, i8, Option<Str>)>),
    /// Exactly these hold afterwards.
    Replace(Vec<(Str, Option<Str>)>),
}

/// Decides on all resources; the outcomes are in their order. `allowed` says whether the client may alter a resource.
pub fn alter(
    image: &Image,
    wanted: &[Wanted],
    validate_only: bool,
    rules: &Rules<'_>,
    allowed: impl Fn(&Resource) -> Result<(), Refusal>,
) -> Decision<Vec<Result<(), Refusal>>> {
    let mut times: BTreeMap<(i8, &str), u32> = BTreeMap::new();
    for resource in wanted {
        *times.entry((resource.kind, &resource.name)).or_default() += 1;
    }
    let decide = |one: &Wanted| match times[&(one.kind, &*one.name)] {
        0 | 1 => alter_one(image, one, rules, &allowed),
        _ => Err(Refusal::invalid_request("Each resource must appear at most once.")),
    };
    Decision::of_each(wanted.iter().map(decide)).only_if(!validate_only)
}

fn alter_one(
    image: &Image,
    wanted: &Wanted,
    rules: &Rules<'_>,
    allowed: &impl Fn(&Resource) -> Result<(), Refusal>,
) -> Result<Vec<Record>, Refusal> {
    let resource = Resource::new(ResourceType(wanted.kind), wanted.name.clone());
    let asked = read(&wanted.changes)?;
    alter::check_request(asked.iter().copied())?;
    let unknown = || Refusal::invalid_request(format!("Unknown resource type {}", wanted.kind));
    let kind = ResourceKind::from_number(wanted.kind).ok_or_else(unknown)?;
    let broker = match (kind, &wanted.changes) {
        (ResourceKind::Broker, _) => Some(resource::altered_broker(&wanted.name, rules.node_id)?),
        (ResourceKind::BrokerLogger, Changes::Replace(_)) => return Err(unknown()),
        (ResourceKind::BrokerLogger, Changes::Incremental(_)) => {
            allowed(&resource)?;
            // Levels are no metadata: the handler applies what is allowed here.
            resource::altered_loggers(&wanted.name, rules.node_id, &asked, &rules.is_logger)?;
            return Ok(Vec::new());
        }
        _ => None,
    };
    allowed(&resource)?;
    let now = image.overrides(&resource).map(|o| (**o).clone()).unwrap_or_default();
    let altered = match &wanted.changes {
        Changes::Incremental(_) => alter::incremental(kind, &now, &asked)?,
        Changes::Replace(_) => {
            let set = |change: &Change<'_>| (change.name.to_owned(), change.value.unwrap_or_default().to_owned());
            alter::replace(kind, &now, &asked.iter().map(set).collect())
        }
    };
    check_outcome(image, kind, broker, &wanted.name, &now, &altered, rules)?;
    check_minimum(image, kind, &wanted.name, &altered)?;
    Ok(records(image, &resource, altered))
}

fn read(changes: &Changes) -> Result<Vec<Change<'_>>, Refused> {
    match changes {
        Changes::Incremental(changes) => changes
            .iter()
            .map(|(name, operation, value)| {
                let operation = Operation::from_number(*operation)?;
                Ok(Change { name, operation, value: value.as_deref() })
            })
            .collect(),
        Changes::Replace(settings) => Ok(settings
            .iter()
            .map(|(name, value)| Change { name, operation: Operation::Set, value: value.as_deref() })
            .collect()),
    }
}

/// Whether the resource may have the settings it would have afterwards.
fn check_outcome(
    image: &Image,
    kind: ResourceKind,
    broker: Option<BrokerName>,
    name: &Str,
    now: &Overrides,
    altered: &Altered,
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    let too_long = |value: &Option<String>| value.as_ref().is_some_and(|value| value.len() > MAX_VALUE);
    if altered.records.iter().any(|(_, value)| too_long(value)) {
        let message =
            "The configuration value cannot be added because it exceeds the maximum value size of 32767 bytes.";
        return Err(Refusal::new(ErrorCode::INVALID_CONFIG, message));
    }
    match kind {
        ResourceKind::Topic => {
            resource::altered("topic", name)?;
            check_name(name).map_err(|why| Refusal::new(ErrorCode::INVALID_TOPIC_EXCEPTION, why))?;
            topic::validate(rules.defaults, now, &altered.settings)?;
            if image.topics.by_name(name).is_none() {
                let message = format!("The topic '{name}' does not exist.");
                return Err(Refusal::new(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION, message));
            }
        }
        ResourceKind::Broker => {
            dynamic::validate(rules.layers, &altered.settings, broker == Some(BrokerName::This))?;
        }
        ResourceKind::Group => {
            resource::altered("group", name)?;
            group::validate(rules.layers, &altered.settings)?;
        }
        ResourceKind::ClientMetrics => client_metrics::validate(name, &altered.settings)?,
        ResourceKind::BrokerLogger => {}
    }
    Ok(())
}

/// With eligible leader replicas (KIP-966) the minimum of replicas in sync is one for the whole cluster, always.
fn check_minimum(image: &Image, kind: ResourceKind, name: &str, altered: &Altered) -> Result<(), Refusal> {
    let touched = altered.records.iter().find(|(key, _)| key == MIN_ISR);
    let Some((_, value)) = touched.filter(|_| kind == ResourceKind::Broker && has_elr(image)) else { return Ok(()) };
    let message = match (name, value) {
        ("", None) => "Cluster-level min.insync.replicas cannot be removed while ELR is enabled.",
        ("", Some(_)) => return Ok(()),
        _ => "Broker-level min.insync.replicas cannot be altered while ELR is enabled.",
    };
    Err(Refusal::new(ErrorCode::INVALID_CONFIG, message))
}

fn has_elr(image: &Image) -> bool {
    image.feature("eligible.leader.replicas.version") > 0
}

fn records(image: &Image, resource: &Resource, altered: Altered) -> Vec<Record> {
    // A new minimum makes the eligible leaders that were kept meaningless.
    let clears = has_elr(image)
        && matches!(resource.kind, ResourceType::TOPIC | ResourceType::BROKER)
        && altered.records.iter().any(|(key, _)| key == MIN_ISR);
    let record = |(key, value): (String, Option<String>)| -> Record {
        ConfigRecord {
            resource_type: resource.kind.0,
            resource_name: resource.name.clone(),
            name: key.into(),
            value: value.map(Str::from),
            ..Default::default()
        }
        .into()
    };
    let mut records: Vec<Record> = altered.records.into_iter().map(record).collect();
    if clears {
        let topic_name = if resource.kind == ResourceType::TOPIC { resource.name.clone() } else { Str::default() };
        records.push(ClearElrRecord { topic_name, ..Default::default() }.into());
    }
    records
}

#[cfg(test)]
#[path = "configs_tests.rs"]
mod tests;
