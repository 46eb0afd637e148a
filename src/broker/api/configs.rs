//! DescribeConfigs, AlterConfigs, IncrementalAlterConfigs and ListConfigResources.

use std::collections::HashMap;

use kt_codec::Str;
use kt_codec::alter_configs_request::AlterConfigsRequest;
use kt_codec::alter_configs_response::{AlterConfigsResourceResponse as ReplacedResource, AlterConfigsResponse};
use kt_codec::describe_configs_request::{DescribeConfigsRequest, DescribeConfigsResource};
use kt_codec::describe_configs_response::{
    DescribeConfigsResourceResult, DescribeConfigsResponse, DescribeConfigsResult, DescribeConfigsSynonym,
};
use kt_codec::incremental_alter_configs_request::IncrementalAlterConfigsRequest;
use kt_codec::incremental_alter_configs_response::{
    AlterConfigsResourceResponse as AlteredResource, IncrementalAlterConfigsResponse,
};
use kt_codec::list_config_resources_request::ListConfigResourcesRequest;
use kt_codec::list_config_resources_response::{ConfigResource, ListConfigResourcesResponse};

use super::{Api, Cx, api, blocking};
use crate::broker::controller::configs::{Changes, Rules, Wanted, alter};
use crate::broker::controller::decide::Refusal;
use crate::broker::controller::image::{Image, Overrides, Resource, ResourceType};
use crate::broker::controller::topics::check_name;
use crate::broker::loggers;
use crate::config::describe::{self, Entry};
use crate::config::java_order;
use crate::config::origin::ResourceKind;
use crate::config::resource::{self, BrokerName};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[
    api!(DescribeConfigs, 1..=4, now describe_configs),
    api!(AlterConfigs, 0..=2, later alter_configs),
    api!(IncrementalAlterConfigs, 0..=1, later incremental_alter_configs),
    api!(ListConfigResources, 0..=1, now list_config_resources),
];

fn describe_configs(cx: &Cx, request: DescribeConfigsRequest) -> DescribeConfigsResponse {
    let image = cx.broker.image();
    let results = request.resources.iter().map(|asked| {
        let result = DescribeConfigsResult {
            resource_type: asked.resource_type,
            resource_name: asked.resource_name.clone(),
            ..Default::default()
        };
        match described(cx, &image, asked) {
            Ok(entries) => {
                let wanted = |entry: &Entry| {
                    // No keys ask for all, whether the list is null or empty.
                    let keys = asked.configuration_keys.as_deref().unwrap_or_default();
                    keys.is_empty() || keys.iter().any(|key| **key == entry.name)
                };
                let entries =
                    in_the_originals_order(entries).into_iter().filter(wanted).map(|entry| config(&request, entry));
                DescribeConfigsResult { configs: entries.collect(), ..result }
            }
            Err(refusal) => {
                let error_message = Some(refusal.message.unwrap_or_default());
                DescribeConfigsResult { error_code: refusal.code.code(), error_message, ..result }
            }
        }
    });
    DescribeConfigsResponse { results: results.collect(), ..Default::default() }
}

/// The original collects a resource's settings in a hash map and sends them as they fall out; its tools print them so.
fn in_the_originals_order(entries: Vec<Entry>) -> Vec<Entry> {
    let order: HashMap<String, usize> = java_order(entries.iter().map(|entry| &*entry.name))
        .into_iter()
        .enumerate()
        .map(|(place, name)| (name.to_owned(), place))
        .collect();
    let mut entries = entries;
    entries.sort_by_key(|entry| order.get(&*entry.name).copied());
    entries
}

/// Whether the client may see or change the settings of a resource.
fn check(cx: &Cx, operation: Operation, resource: &Resource) -> Result<(), Refusal> {
    let (allowed, code) = match resource.kind {
        ResourceType::TOPIC => (cx.may_topic(operation, &resource.name), ErrorCode::TOPIC_AUTHORIZATION_FAILED),
        ResourceType::GROUP => (cx.may_group(operation, &resource.name), ErrorCode::GROUP_AUTHORIZATION_FAILED),
        _ => (cx.may_cluster(operation), ErrorCode::CLUSTER_AUTHORIZATION_FAILED),
    };
    if allowed { Ok(()) } else { Err(Refusal::plain(code)) }
}

fn described(cx: &Cx, image: &Image, asked: &DescribeConfigsResource) -> Result<Vec<Entry>, Refusal> {
    let name = &asked.resource_name;
    check(cx, Operation::DescribeConfigs, &Resource::new(ResourceType(asked.resource_type), name.clone()))?;
    let current = cx.broker.current();
    let overrides = |kind| -> Overrides {
        let resource = Resource::new(kind, name.clone());
        image.overrides(&resource).map(|o| (**o).clone()).unwrap_or_default()
    };
    let unknown = || Refusal::invalid_request(format!("Unsupported resource type: {}", asked.resource_type));
    Ok(match ResourceKind::from_number(asked.resource_type).ok_or_else(unknown)? {
        ResourceKind::Topic => {
            check_name(name).map_err(|why| Refusal::new(ErrorCode::INVALID_TOPIC_EXCEPTION, why))?;
            if image.topics.by_name(name).is_none() {
                return Err(Refusal { code: ErrorCode::UNKNOWN_TOPIC_OR_PARTITION, message: None });
            }
            describe::topic(&current.layers, &overrides(ResourceType::TOPIC))
        }
        ResourceKind::Broker => match resource::described_broker(name, cx.broker.node_id())? {
            BrokerName::All => describe::all_brokers(&current.layers),
            BrokerName::This => describe::broker(&current.layers),
        },
        ResourceKind::BrokerLogger => {
            resource::described_logger(name, cx.broker.node_id())?;
            cx.broker.loggers.levels().into_iter().map(|(name, level)| describe::logger(name, level)).collect()
        }
        ResourceKind::Group => {
            resource::described_group(name)?;
            describe::group(&current.layers, &overrides(ResourceType::GROUP))
        }
        ResourceKind::ClientMetrics => {
            resource::described_subscription(name)?;
            describe::client_metrics(&overrides(ResourceType::CLIENT_METRICS))
        }
    })
}

fn config(request: &DescribeConfigsRequest, entry: Entry) -> DescribeConfigsResourceResult {
    let synonym = |synonym: &describe::Synonym| DescribeConfigsSynonym {
        name: synonym.name.as_str().into(),
        value: synonym.value.as_deref().map(Str::from),
        source: synonym.source as i8,
        ..Default::default()
    };
    let synonyms = if request.include_synonyms { entry.synonyms.iter().map(synonym).collect() } else { Vec::new() };
    DescribeConfigsResourceResult {
        config_type: entry.kind_number(),
        documentation: request.include_documentation.then(|| entry.documentation.into()),
        name: entry.name.into(),
        value: entry.value.map(Str::from),
        read_only: entry.read_only,
        config_source: entry.source as i8,
        is_sensitive: entry.sensitive,
        synonyms,
        ..Default::default()
    }
}

async fn incremental_alter_configs(cx: Cx, request: IncrementalAlterConfigsRequest) -> IncrementalAlterConfigsResponse {
    let wanted = request.resources.into_iter().map(|resource| Wanted {
        kind: resource.resource_type,
        name: resource.resource_name,
        changes: Changes::Incremental(
            resource.configs.into_iter().map(|c| (c.name, c.config_operation, c.value)).collect(),
        ),
    });
    let outcomes = change(cx, wanted.collect(), request.validate_only).await;
    let response = |(wanted, error_code, error_message): (Wanted, i16, Option<Str>)| AlteredResource {
        error_code,
        error_message,
        resource_type: wanted.kind,
        resource_name: wanted.name,
        ..Default::default()
    };
    IncrementalAlterConfigsResponse { responses: outcomes.into_iter().map(response).collect(), ..Default::default() }
}

async fn alter_configs(cx: Cx, request: AlterConfigsRequest) -> AlterConfigsResponse {
    let wanted = request.resources.into_iter().map(|resource| Wanted {
        kind: resource.resource_type,
        name: resource.resource_name,
        changes: Changes::Replace(resource.configs.into_iter().map(|c| (c.name, c.value)).collect()),
    });
    let outcomes = change(cx, wanted.collect(), request.validate_only).await;
    let response = |(wanted, error_code, error_message): (Wanted, i16, Option<Str>)| ReplacedResource {
        error_code,
        error_message,
        resource_type: wanted.kind,
        resource_name: wanted.name,
        ..Default::default()
    };
    AlterConfigsResponse { responses: outcomes.into_iter().map(response).collect(), ..Default::default() }
}

/// Each resource with its code and message.
async fn change(cx: Cx, wanted: Vec<Wanted>, validate_only: bool) -> Vec<(Wanted, i16, Option<Str>)> {
    blocking(move || {
        let current = cx.broker.current();
        let rules = Rules {
            node_id: cx.broker.node_id(),
            layers: &current.layers,
            defaults: &current.topics,
            is_logger: loggers::exists,
        };
        let allowed = |resource: &Resource| check(&cx, Operation::AlterConfigs, resource);
        let decided = cx.broker.change(|image| alter(image, &wanted, validate_only, &rules, allowed));
        let outcomes = decided.unwrap_or_else(|code| {
            let refusal = Refusal { code, message: None };
            wanted.iter().map(|_| Err(refusal.clone())).collect()
        });
        for (wanted, outcome) in wanted.iter().zip(&outcomes) {
            if let (Changes::Incremental(changes), Ok(()), false) = (&wanted.changes, outcome, validate_only)
                && wanted.kind == ResourceType::BROKER_LOGGER.0
            {
                // Operation 0 sets; all others that are allowed here delete.
                let change = |(name, operation, value): &(Str, i8, Option<Str>)| {
                    (name.to_string(), value.as_ref().filter(|_| *operation == 0).map(ToString::to_string))
                };
                cx.broker.loggers.change(&changes.iter().map(change).collect::<Vec<_>>());
            }
        }
        let told = |(wanted, outcome): (Wanted, Result<(), Refusal>)| match outcome {
            Ok(()) => (wanted, 0, None),
            Err(refusal) => (wanted, refusal.code.code(), refusal.message),
        };
        wanted.iter().cloned().zip(outcomes).map(told).collect()
    })
    .await
}

/// The kinds of resources that a client may ask to be listed; all of them when it names none.
const LISTED: [ResourceType; 5] = [
    ResourceType::TOPIC,
    ResourceType::BROKER,
    ResourceType::BROKER_LOGGER,
    ResourceType::CLIENT_METRICS,
    ResourceType::GROUP,
];

fn list_config_resources(cx: &Cx, request: ListConfigResourcesRequest) -> ListConfigResourcesResponse {
    // Version 0 was for client metrics alone.
    let kinds: Vec<ResourceType> = match request.resource_types.as_slice() {
        _ if cx.version == 0 => vec![ResourceType::CLIENT_METRICS],
        [] => LISTED.to_vec(),
        kinds => kinds.iter().map(|kind| ResourceType(*kind)).collect(),
    };
    if kinds.iter().any(|kind| !LISTED.contains(kind)) {
        return ListConfigResourcesResponse { error_code: ErrorCode::UNSUPPORTED_VERSION.code(), ..Default::default() };
    }
    if !cx.may_cluster(Operation::DescribeConfigs) {
        let code = ErrorCode::CLUSTER_AUTHORIZATION_FAILED;
        return ListConfigResourcesResponse { error_code: code.code(), ..Default::default() };
    }
    let image = cx.broker.image();
    let named = |kind: ResourceType, names: Vec<Str>| {
        names.into_iter().map(move |resource_name| ConfigResource {
            resource_name,
            resource_type: kind.0,
            ..Default::default()
        })
    };
    let names = |kind: ResourceType| match kind {
        ResourceType::TOPIC => image.topics.names(),
        ResourceType::BROKER | ResourceType::BROKER_LOGGER => {
            image.brokers.keys().map(|id| id.to_string().into()).collect()
        }
        // Of groups and subscriptions those that have settings.
        _ => {
            let mut names: Vec<Str> =
                image.configs.iter().filter(|(r, _)| r.kind == kind).map(|(r, _)| r.name.clone()).collect();
            names.sort_unstable();
            names
        }
    };
    let resources = LISTED.into_iter().filter(|kind| kinds.contains(kind)).flat_map(|kind| named(kind, names(kind)));
    ListConfigResourcesResponse { config_resources: resources.collect(), ..Default::default() }
}
