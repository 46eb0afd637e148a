//! Settings of topics, brokers, groups and the rest: describe and alter.

use std::collections::BTreeMap;

use kt_codec::alter_configs_request::{self as whole, AlterConfigsRequest};
use kt_codec::describe_configs_request::{DescribeConfigsRequest, DescribeConfigsResource};
use kt_codec::describe_configs_response::DescribeConfigsResourceResult;
use kt_codec::incremental_alter_configs_request::{
    AlterConfigsResource, AlterableConfig, IncrementalAlterConfigsRequest,
};

use super::in_order;
use super::topics::{code_among, outcome};
use crate::client::error::{Error, Problem, Result};
use crate::client::fan;
use crate::client::route::{Client, To};
pub use crate::config::origin::{ResourceKind, Source};
use crate::protocol::code::ErrorCode;

fn word(kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::Topic => "topic",
        ResourceKind::Broker => "broker",
        ResourceKind::BrokerLogger => "broker logger",
        ResourceKind::ClientMetrics => "client metrics",
        ResourceKind::Group => "group",
    }
}

/// One thing that has settings. A broker's name is its id; the empty name stands for all brokers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Resource {
    pub kind: ResourceKind,
    pub name: String,
}

impl Resource {
    pub fn new(kind: ResourceKind, name: impl Into<String>) -> Resource {
        Resource { kind, name: name.into() }
    }

    pub fn topic(name: impl Into<String>) -> Resource {
        Resource::new(ResourceKind::Topic, name)
    }

    /// A broker's own settings are only known to itself.
    fn to(&self) -> Result<To> {
        let own = matches!(self.kind, ResourceKind::Broker | ResourceKind::BrokerLogger) && !self.name.is_empty();
        if !own {
            return Ok(To::Any);
        }
        let bad = |_| Error::refused(ErrorCode::INVALID_REQUEST, Some("A broker's id is a number."), self.about());
        self.name.parse().map(To::Broker).map_err(bad)
    }

    fn about(&self) -> String {
        if self.name.is_empty() {
            format!("{} default", word(self.kind))
        } else {
            format!("{} {}", word(self.kind), self.name)
        }
    }
}

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    /// `None` for secrets.
    pub value: Option<String>,
    pub source: Source,
    pub read_only: bool,
    pub sensitive: bool,
    /// The number of the type on the wire: 1 boolean, 2 string, 3 int, 4 short, 5 long, 6 double, 7 list, 8 class, 9 password.
    pub kind: i8,
    pub documentation: Option<String>,
    /// Where the value would come from otherwise, nearest first.
    pub synonyms: Vec<Synonym>,
}

/// A value that stands behind another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synonym {
    pub name: String,
    pub value: Option<String>,
    pub source: Source,
}

/// What to do with a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    Set(String),
    /// Back to the default.
    Delete,
    /// Adds to a list.
    Append(String),
    /// Takes from a list.
    Subtract(String),
}

/// What to ask for beside names and values.
#[derive(Clone, Copy, Debug, Default)]
pub struct Detail {
    pub synonyms: bool,
    pub documentation: bool,
}

impl Client {
    /// The settings of each resource; of brokers each is asked for its own.
    pub async fn describe_configs(
        &self,
        resources: &[Resource],
        detail: Detail,
    ) -> Result<Vec<(Resource, Result<Vec<Entry>>)>> {
        let act = |to, group| self.describe_at(to, group, detail);
        self.by_target(resources, act).await.map_err(|error| error.during("describeConfigs"))
    }

    async fn describe_at(
        &self,
        to: To,
        group: Vec<Resource>,
        detail: Detail,
    ) -> Result<Vec<(Resource, Result<Vec<Entry>>)>> {
        let resource = |resource: &Resource| DescribeConfigsResource {
            resource_type: resource.kind as i8,
            resource_name: resource.name.as_str().into(),
            configuration_keys: None,
            ..Default::default()
        };
        let resources: Vec<DescribeConfigsResource> = group.iter().map(resource).collect();
        let response = self
            .send_with(to, |version| DescribeConfigsRequest {
                resources: resources.clone(),
                include_synonyms: detail.synonyms && version >= 1,
                include_documentation: detail.documentation && version >= 3,
                ..Default::default()
            })
            .await?;
        let answers = response.results.into_iter().filter_map(|result| {
            let resource = Resource::new(ResourceKind::from_number(result.resource_type)?, &result.resource_name[..]);
            let outcome = match ErrorCode(result.error_code) {
                ErrorCode::NONE => Ok(result.configs.into_iter().map(Entry::from).collect()),
                code => Err(Error::refused(code, result.error_message.as_deref(), resource.about())),
            };
            Some((resource, outcome))
        });
        Ok(answers.collect())
    }

    /// Changes settings one by one; what is not named stays. Brokers before 2.3 only know how to set all of a resource
    /// at once, so there what is set already is read first.
    pub async fn alter_configs(
        &self,
        changes: &[(Resource, Vec<(String, Operation)>)],
        validate_only: bool,
    ) -> Result<Vec<(Resource, Result<()>)>> {
        let resources: Vec<Resource> = changes.iter().map(|(resource, _)| resource.clone()).collect();
        let wanted: BTreeMap<&Resource, &Vec<(String, Operation)>> = changes.iter().map(|(r, ops)| (r, ops)).collect();
        let act = |to, group| self.alter_at(to, group, &wanted, validate_only);
        self.by_target(&resources, act).await.map_err(|error| error.during("incrementalAlterConfigs"))
    }

    async fn alter_at(
        &self,
        to: To,
        group: Vec<Resource>,
        wanted: &BTreeMap<&Resource, &Vec<(String, Operation)>>,
        validate_only: bool,
    ) -> Result<Vec<(Resource, Result<()>)>> {
        if !self.versions(to).await?.has::<IncrementalAlterConfigsRequest>(0) {
            return self.alter_whole(to, group, wanted, validate_only).await;
        }
        let operation = |(name, operation): &(String, Operation)| {
            let (code, value) = match operation {
                Operation::Set(value) => (0, Some(value)),
                Operation::Delete => (1, None),
                Operation::Append(value) => (2, Some(value)),
                Operation::Subtract(value) => (3, Some(value)),
            };
            AlterableConfig {
                name: name.as_str().into(),
                config_operation: code,
                value: value.map(|value| value.as_str().into()),
                ..Default::default()
            }
        };
        let resource = |resource: &Resource| AlterConfigsResource {
            resource_type: resource.kind as i8,
            resource_name: resource.name.as_str().into(),
            configs: wanted.get(resource).into_iter().flat_map(|list| list.iter()).map(operation).collect(),
            ..Default::default()
        };
        let request = IncrementalAlterConfigsRequest {
            resources: group.iter().map(resource).collect(),
            validate_only,
            ..Default::default()
        };
        let response = match to {
            To::Broker(_) => self.send(to, &request).await?,
            To::Any => {
                let code =
                    |response: &kt_codec::incremental_alter_configs_response::IncrementalAlterConfigsResponse| {
                        code_among(response.responses.iter().map(|resource| resource.error_code))
                    };
                self.change(|_| request.clone(), code).await?
            }
        };
        let answers = response.responses.into_iter().filter_map(|result| {
            let resource = Resource::new(ResourceKind::from_number(result.resource_type)?, &result.resource_name[..]);
            let outcome = outcome(result.error_code, result.error_message.as_deref(), || resource.about());
            Some((resource, outcome))
        });
        Ok(answers.collect())
    }

    async fn alter_whole(
        &self,
        to: To,
        group: Vec<Resource>,
        wanted: &BTreeMap<&Resource, &Vec<(String, Operation)>>,
        validate_only: bool,
    ) -> Result<Vec<(Resource, Result<()>)>> {
        let mut outcomes = Vec::new();
        let mut resources = Vec::new();
        for (resource, described) in self.describe_at(to, group, Detail::default()).await? {
            let entries = match described {
                Ok(entries) => entries,
                Err(error) => {
                    outcomes.push((resource, Err(error)));
                    continue;
                }
            };
            let none = Vec::new();
            let configs = altered(entries, wanted.get(&resource).copied().unwrap_or(&none));
            let config = |(name, value): (String, String)| whole::AlterableConfig {
                name: name.into(),
                value: Some(value.into()),
                ..Default::default()
            };
            resources.push(whole::AlterConfigsResource {
                resource_type: resource.kind as i8,
                resource_name: resource.name.as_str().into(),
                configs: configs.into_iter().map(config).collect(),
                ..Default::default()
            });
        }
        if resources.is_empty() {
            return Ok(outcomes);
        }
        let request = AlterConfigsRequest { resources, validate_only, ..Default::default() };
        let response = self.send(to, &request).await?;
        outcomes.extend(response.responses.into_iter().filter_map(|result| {
            let resource = Resource::new(ResourceKind::from_number(result.resource_type)?, &result.resource_name[..]);
            let outcome = outcome(result.error_code, result.error_message.as_deref(), || resource.about());
            Some((resource, outcome))
        }));
        Ok(outcomes)
    }

    /// Runs `act` for each group of resources that have the same target, all at once.
    async fn by_target<T, F>(
        &self,
        resources: &[Resource],
        act: impl Fn(To, Vec<Resource>) -> F,
    ) -> Result<Vec<(Resource, Result<T>)>>
    where
        F: Future<Output = Result<Vec<(Resource, Result<T>)>>>,
    {
        let mut groups: Vec<(To, Vec<Resource>)> = Vec::new();
        for resource in resources {
            let to = resource.to()?;
            match groups.iter_mut().find(|(target, _)| *target == to) {
                Some((_, group)) => group.push(resource.clone()),
                None => groups.push((to, vec![resource.clone()])),
            }
        }
        let alone = groups.len() == 1;
        let answers = fan::all(groups.iter().map(|(to, group)| act(*to, group.clone()))).await;
        let mut done = Vec::new();
        for ((_, group), answer) in groups.into_iter().zip(answers) {
            match answer {
                Ok(outcomes) => done.extend(outcomes),
                Err(error) if alone || matches!(error.problem(), Problem::Denied { .. }) => return Err(error),
                Err(error) => done.extend(group.into_iter().map(|resource| (resource, Err(error.clone())))),
            }
        }
        let missing = |resource: &Resource| {
            let message = "The broker's answer does not mention it.";
            Err(Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some(message), resource.about()))
        };
        Ok(in_order(resources, done, missing))
    }
}

/// All settings of a resource after the changes, defaults left out.
fn altered(entries: Vec<Entry>, changes: &[(String, Operation)]) -> BTreeMap<String, String> {
    let own = |source| matches!(source, Source::Topic | Source::DynamicBroker | Source::DynamicDefaultBroker);
    let shown: BTreeMap<String, String> =
        entries.iter().filter_map(|entry| Some((entry.name.clone(), entry.value.clone()?))).collect();
    let mut configs: BTreeMap<String, String> = entries
        .into_iter()
        .filter(|entry| own(entry.source))
        .filter_map(|entry| Some((entry.name, entry.value?)))
        .collect();
    for (name, operation) in changes {
        let list = || {
            let now = configs.get(name).or(shown.get(name)).map_or("", String::as_str);
            now.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let value = match operation {
            Operation::Set(value) => Some(value.clone()),
            Operation::Delete => None,
            Operation::Append(value) => {
                let mut parts = list();
                parts.extend(value.split(',').filter(|part| !part.is_empty()).map(str::to_owned));
                parts.dedup();
                Some(parts.join(","))
            }
            Operation::Subtract(value) => {
                let gone: Vec<&str> = value.split(',').collect();
                Some(list().into_iter().filter(|part| !gone.contains(&&part[..])).collect::<Vec<_>>().join(","))
            }
        };
        match value {
            Some(value) => configs.insert(name.clone(), value),
            None => configs.remove(name),
        };
    }
    configs
}

impl From<DescribeConfigsResourceResult> for Entry {
    fn from(entry: DescribeConfigsResourceResult) -> Self {
        let synonym = |synonym: kt_codec::describe_configs_response::DescribeConfigsSynonym| Synonym {
            name: synonym.name.to_string(),
            value: synonym.value.map(|value| value.to_string()),
            source: Source::from_number(synonym.source),
        };
        Entry {
            name: entry.name.to_string(),
            value: entry.value.map(|value| value.to_string()),
            source: Source::from_number(entry.config_source),
            read_only: entry.read_only,
            sensitive: entry.is_sensitive,
            kind: entry.config_type,
            documentation: entry.documentation.map(|text| text.to_string()),
            synonyms: entry.synonyms.into_iter().map(synonym).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, value: &str, source: Source) -> Entry {
        Entry {
            name: name.into(),
            value: Some(value.into()),
            source,
            read_only: false,
            sensitive: false,
            kind: 2,
            documentation: None,
            synonyms: Vec::new(),
        }
    }

    #[test]
    fn on_old_brokers_what_is_not_named_stays_and_defaults_are_not_set() {
        let entries = vec![
            entry("retention.ms", "1", Source::Topic),
            entry("cleanup.policy", "delete", Source::Default),
            entry("segment.ms", "5", Source::Topic),
        ];
        let changes = [
            ("segment.ms".to_owned(), Operation::Delete),
            ("cleanup.policy".to_owned(), Operation::Append("compact".into())),
        ];
        let configs: Vec<(String, String)> = altered(entries, &changes).into_iter().collect();
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(configs, [pair("cleanup.policy", "delete,compact"), pair("retention.ms", "1")]);
    }
}
