//! Settings proper: of topics, brokers, loggers, groups and metrics subscriptions.

use kt_codec::list_config_resources_request::ListConfigResourcesRequest;
use kt_codec::list_groups_request::ListGroupsRequest;

use super::report::Settings;
use super::{Changes, Kind};
use crate::client::admin::configs::{Detail, Entry, Operation, Resource, ResourceKind};
use crate::client::error::Problem;
use crate::client::{Client, route::To};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::pattern::{Pattern, is_internal};
use crate::commands::suggest;
use crate::config::keys;
use crate::protocol::code::ErrorCode;

/// Shows the settings of one thing, or of all of a kind.
pub fn describe(kind: Kind, name: Option<&str>, all: bool, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    if let (Some(name), false) = (name, all)
        && !cx.block_on(exists(&client, kind, name))??
    {
        let known = cx.block_on(all_names(&client, kind))??;
        let words = format!("The {} '{name}' doesn't exist and doesn't have dynamic config.\n", kind.one());
        return Err(Failure::new(format!("there is no {} {name}", kind.one()))
            .exit(Exit::NotFound)
            .because_if_any(brokers_are(kind, &known))
            .hint_if_any(suggest::hint(name, known.iter().map(String::as_str)))
            .kafka_exactly(words, 0));
    }
    let names = match name {
        Some(name) => vec![name.to_owned()],
        None => cx.block_on(all_names(&client, kind))??,
    };
    let alone = names.len() == 1;
    for name in names {
        let entries = cx.block_on(of(&client, kind, &name, all))??;
        let settings = Settings::new(kind, &name, all, entries);
        if alone { cx.page(&settings)? } else { cx.report(&settings)? }
    }
    Ok(())
}

fn brokers_are(kind: Kind, known: &[String]) -> Option<String> {
    let ids: Vec<&str> = known.iter().map(String::as_str).filter(|id| !id.is_empty()).collect();
    matches!(kind, Kind::Brokers | Kind::BrokerLoggers).then(|| format!("the brokers are {}", ids.join(", ")))
}

/// What is set on the thing itself, by name; with `all` everything that holds for it.
pub async fn of(client: &Client, kind: Kind, name: &str, all: bool) -> Result<Vec<Entry>, Failure> {
    let Some(resource) = kind.resource() else { return Ok(Vec::new()) };
    let detail = Detail { synonyms: true, documentation: false };
    let mut entries = Vec::new();
    for (_, outcome) in client.describe_configs(&[Resource::new(resource, name)], detail).await? {
        entries = match outcome {
            Ok(entries) => entries,
            Err(error) => return Err(missing(client, kind, name, error).await),
        };
    }
    let own = if all { None } else { super::change::own_source(kind, name) };
    entries.retain(|entry| own.is_none_or(|source| entry.source == source));
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(entries)
}

/// A refusal about one thing, with the thing that may have been meant.
async fn missing(client: &Client, kind: Kind, name: &str, error: crate::client::Error) -> Failure {
    match kind {
        Kind::Topics => suggest::about_topic(client, error.into(), name).await,
        _ => error.into(),
    }
}

/// Whether there is such a thing, or something is set for it.
async fn exists(client: &Client, kind: Kind, name: &str) -> Result<bool, Failure> {
    Ok(match kind {
        Kind::Topics => client.all_topics().await?.iter().any(|topic| topic.name == name),
        Kind::Brokers | Kind::BrokerLoggers => {
            name.is_empty()
                || client.describe_cluster(false, false).await?.nodes.iter().any(|node| node.id.to_string() == name)
        }
        Kind::ClientMetrics => configured(client, ResourceKind::ClientMetrics).await?.iter().any(|known| known == name),
        Kind::Groups => {
            groups(client).await?.iter().any(|group| group == name)
                || configured(client, ResourceKind::Group).await?.iter().any(|known| known == name)
        }
        Kind::Clients | Kind::Users | Kind::Ips => true,
    })
}

async fn all_names(client: &Client, kind: Kind) -> Result<Vec<String>, Failure> {
    let mut names = match kind {
        Kind::Topics => client.all_topics().await?.into_iter().map(|topic| topic.name).collect(),
        Kind::Brokers | Kind::BrokerLoggers => {
            let nodes = client.describe_cluster(false, false).await?.nodes;
            let mut names: Vec<String> = nodes.iter().map(|node| node.id.to_string()).collect();
            names.push(String::new()); // what holds for all of them comes last
            return Ok(names);
        }
        Kind::ClientMetrics => configured(client, ResourceKind::ClientMetrics).await?,
        Kind::Groups => {
            let mut names = groups(client).await?;
            names.extend(configured(client, ResourceKind::Group).await?);
            names
        }
        Kind::Clients | Kind::Users | Kind::Ips => Vec::new(),
    };
    names.sort();
    names.dedup();
    Ok(names)
}

/// The names for which something is set. Brokers before 4.1 tell those of subscriptions only.
pub async fn configured(client: &Client, kind: ResourceKind) -> Result<Vec<String>, Failure> {
    let request = |version: i16| ListConfigResourcesRequest {
        resource_types: if version >= 1 { vec![kind as i8] } else { Vec::new() },
        ..Default::default()
    };
    let response = match client.send_with(To::Any, request).await {
        Ok(response) => response,
        Err(error) if matches!(error.problem(), Problem::Unsupported { .. }) => return Ok(Vec::new()),
        Err(error) => return Err(error.during("listConfigResources").into()),
    };
    let code = ErrorCode(response.error_code);
    if code.is_error() {
        return Err(crate::client::Error::refused(code, None, "the settings that are there").into());
    }
    let of_kind = response.config_resources.into_iter();
    // Version 0 answers for subscriptions without naming the kind.
    let wanted = of_kind.filter(|found| found.resource_type == kind as i8);
    Ok(wanted.map(|found| found.resource_name.to_string()).collect())
}

/// The groups of all brokers. A broker that knows no groups has none.
async fn groups(client: &Client) -> Result<Vec<String>, Failure> {
    let nodes = client.cluster().await?.ids();
    let request = ListGroupsRequest::default();
    let answers = crate::client::fan::all(nodes.iter().map(|id| client.send(To::Broker(*id), &request))).await;
    let mut groups = Vec::new();
    for answer in answers {
        match answer {
            Ok(response) => groups.extend(response.groups.into_iter().map(|group| group.group_id.to_string())),
            Err(error) if matches!(error.problem(), Problem::Unsupported { .. }) => {}
            Err(error) => return Err(error.during("listGroups").into()),
        }
    }
    Ok(groups)
}

/// Whether a name stands for all topics that fit: `app-*`, `/^app/`. No topic's own name can look so, but a group's can.
pub fn is_pattern(kind: Kind, name: &str) -> bool {
    kind == Kind::Topics && name.contains(['*', '?', '/'])
}

/// The topics that a name stands for; anything else is called by its name.
pub async fn names_of(client: &Client, kind: Kind, name: &str) -> Result<Vec<String>, Failure> {
    if !is_pattern(kind, name) {
        return Ok(vec![name.to_owned()]);
    }
    let pattern = Pattern::own(name)?;
    let all = client.all_topics().await?.into_iter().filter(|topic| !topic.internal && !is_internal(&topic.name));
    let mut found: Vec<String> = all.map(|topic| topic.name).filter(|name| pattern.matches(name)).collect();
    found.sort();
    match found.is_empty() {
        true => Err(Failure::new(format!("there is no topic {name}")).exit(Exit::NotFound).hint("kt topics list")),
        false => Ok(found),
    }
}

/// Refuses a key that no broker knows. A broker would store it, and it would never do anything; but a plugin may know it.
pub async fn check_broker_keys(
    client: &Client,
    name: &str,
    entries: &[Entry],
    changes: &Changes,
) -> Result<(), Failure> {
    let of_listener = |key: &str| key.starts_with("listener.name.");
    let is_known = |key: &str, entries: &[Entry]| {
        of_listener(key)
            || keys::BROKER.get(key).is_some()
            || keys::BROKER_RATES.get(key).is_some()
            || entries.iter().any(|entry| entry.name == key)
    };
    let Some((key, _)) = changes.add.iter().find(|(key, _)| !is_known(key, entries)) else { return Ok(()) };
    // The defaults of all brokers are told with what is set alone, and a broker may be younger than kt's own table.
    let mut all = entries.to_vec();
    if name.is_empty()
        && let Some(id) = client.cluster().await?.ids().first()
    {
        all = of(client, Kind::Brokers, &id.to_string(), true).await?;
        if is_known(key, &all) {
            return Ok(());
        }
    }
    let tables = keys::BROKER.iter().chain(keys::BROKER_RATES.iter()).map(|key| key.name);
    Err(super::change::unknown(Kind::Brokers, key, tables.chain(all.iter().map(|entry| &*entry.name)))
        .hint("a plugin's own key is set by   --force"))
}

/// Changes settings of one thing.
pub fn alter(kind: Kind, name: &str, changes: &Changes, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    if kind == Kind::BrokerLoggers {
        let known = cx.block_on(of(&client, kind, name, true))??;
        let is_known = |logger: &&String| known.iter().any(|entry| entry.name == **logger);
        let named = changes.delete.iter().chain(changes.add.iter().map(|(key, _)| key));
        let wrong: Vec<&str> = named.filter(|logger| !is_known(logger)).map(String::as_str).collect();
        if !wrong.is_empty() {
            return Err(Failure::usage(format!("Invalid broker logger(s): {}", wrong.join(","))).exit(Exit::NotFound));
        }
    }
    send(&client, kind, name, changes, cx)
}

/// Has the broker change settings, or in a dry run only say whether it would.
pub fn send(client: &Client, kind: Kind, name: &str, changes: &Changes, cx: &mut Context) -> Result<(), Failure> {
    let Some(resource) = kind.resource() else { return Ok(()) };
    let set = changes.add.iter().map(|(key, value)| (key.clone(), Operation::Set(value.clone())));
    let delete = changes.delete.iter().map(|key| (key.clone(), Operation::Delete));
    let wanted = [(Resource::new(resource, name), set.chain(delete).collect::<Vec<_>>())];
    for (_, outcome) in cx.block_on(client.alter_configs(&wanted, cx.is_dry_run()))?? {
        if let Err(error) = outcome {
            return Err(cx.block_on(missing(client, kind, name, error))?);
        }
    }
    Ok(())
}
