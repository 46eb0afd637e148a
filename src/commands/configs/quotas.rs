//! Quotas in the settings' clothes: `--user alice --client app --add-config request_percentage=50`.

use std::io;

use serde::Serialize;

use super::change::with_unit;
use super::scram::{self, is_mechanism};
use super::{Changes, Entities, Kind};
use crate::client::Client;
use crate::client::admin::quotas::{Entity, Match, Quotas};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::config::keys;
use crate::output::kafka::{hash_map_order, java_hash};
use crate::output::record::java_number;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// The wire's word for a kind.
fn entity_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Users => "user",
        Kind::Ips => "ip",
        _ => "client-id",
    }
}

/// The kinds and names as conditions; a kind without a name means all of them.
fn conditions(entities: &Entities) -> Result<Vec<(String, Match)>, Failure> {
    if entities.names.len() > entities.kinds.len() {
        return Err(Failure::usage("More entity names specified than entity types"));
    }
    let condition = |(at, kind): (usize, &Kind)| {
        let name = match entities.names.get(at).map(String::as_str) {
            Some("") => Match::Default,
            Some(name) => Match::Name(name.to_owned()),
            None => Match::Any,
        };
        (entity_type(*kind).to_owned(), name)
    };
    Ok(entities.kinds.iter().enumerate().map(condition).collect())
}

pub fn describe(entities: &Entities, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let wanted = conditions(entities)?;
    let found = cx.block_on(client.describe_client_quotas(&wanted, true))??;
    if found.is_empty() {
        return Ok(());
    }
    cx.report(&Found { rows: in_the_originals_order(found).into_iter().map(Row::new).collect() })
}

/// All quotas there are, or those that name this entity, alone or with others.
pub fn list(of: Option<&Entities>, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let wanted = of.map(conditions).transpose()?.unwrap_or_default();
    let found = cx.block_on(client.describe_client_quotas(&wanted, false))??;
    cx.report(&Found { rows: found.into_iter().map(Row::new).collect() })
}

/// The original collects entities in a hash map made for as many, and prints them as they fall out.
fn in_the_originals_order(found: Vec<(Entity, Quotas)>) -> Vec<(Entity, Quotas)> {
    let hash = |entity: &Entity| {
        let part = |(kind, name): &(String, Option<String>)| java_hash(kind) ^ name.as_deref().map_or(0, java_hash);
        // `Objects.hash` of a map, whose hash is the sum of its entries'.
        31u32.wrapping_add(entity.iter().map(part).fold(0, u32::wrapping_add))
    };
    let mut slots = found.len().max(1).next_power_of_two();
    while found.len() * 4 > slots * 3 {
        slots *= 2;
    }
    let mut found = found;
    found.sort_by_key(|(entity, _)| {
        let hash = hash(entity);
        (hash ^ (hash >> 16)) as usize & (slots - 1)
    });
    found
}

/// In the original's order; in kt's words they come sorted.
#[derive(Debug)]
pub struct Found {
    rows: Vec<Row>,
}

impl Found {
    /// By user, client and address; the quotas by their names.
    fn sorted(&self) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by_key(|row| ["user", "client-id", "ip"].map(|kind| row.name(kind)));
        rows
    }
}

impl Serialize for Found {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.sorted())
    }
}

/// The quotas of one entity. Of each type that it has the name, or `null` for the default.
#[derive(Debug, Serialize)]
struct Row {
    entity: serde_json::Map<String, serde_json::Value>,
    quotas: serde_json::Map<String, serde_json::Value>,
    #[serde(skip)]
    parts: Entity,
    #[serde(skip)]
    values: Quotas,
}

fn sorted_values(values: &Quotas) -> Vec<&(String, f64)> {
    let mut sorted: Vec<&(String, f64)> = values.iter().collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    sorted
}

impl Row {
    fn new((parts, values): (Entity, Quotas)) -> Row {
        let many = values.len();
        let values = hash_map_order(values, many, |(key, _)| key.as_str());
        Row {
            entity: parts.iter().map(|(kind, name)| (kind.clone(), name.clone().into())).collect(),
            quotas: sorted_values(&values).into_iter().map(|(key, value)| (key.clone(), (*value).into())).collect(),
            parts,
            values,
        }
    }

    fn name(&self, kind: &str) -> Option<&Option<String>> {
        self.parts.iter().find(|(known, _)| known == kind).map(|(_, name)| name)
    }
}

impl Report for Found {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        for row in &self.rows {
            let kinds = [("user", "user-principal"), ("client-id", "client-id"), ("ip", "ip")];
            let part = |(kind, word): (&str, &str)| {
                Some(match row.name(kind)? {
                    Some(name) => format!("{word} '{name}'"),
                    None => format!("the default {word}"),
                })
            };
            let entity: Vec<String> = kinds.into_iter().filter_map(part).collect();
            let value = |(key, value): &(String, f64)| format!("{key}={}", java_number::double(*value));
            let values: Vec<String> = row.values.iter().map(value).collect();
            out.line(format!("Quota configs for {} are {}", entity.join(", "), values.join(", ")))?;
        }
        Ok(())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["USER", "CLIENT", "IP", "QUOTA", ">LIMIT"]);
        for row in self.sorted() {
            let cell = |kind: &str| match row.name(kind) {
                None => "-".to_owned(),
                Some(None) => "(default)".to_owned(),
                Some(Some(name)) => name.clone(),
            };
            for (key, value) in sorted_values(&row.values) {
                let limit = Cell::new(with_unit(key, &value.to_string())).exactly(value.to_string());
                let of = [cell("user"), cell("client-id"), cell("ip"), key.clone()];
                table.row(of.map(Cell::from).into_iter().chain([limit]));
            }
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let table = self.table();
        if table.rows.is_empty() && screen.is_terminal() {
            return screen.line("nothing is limited");
        }
        screen.table(&table)
    }
}

fn is_quota(key: &str) -> bool {
    keys::CLIENT_QUOTA.get(key).is_some()
}

/// As Scala prints a list of keys.
fn set(keys: &[&str]) -> String {
    format!("Set({})", keys.join(", "))
}

/// `users`, `clients`, or both: quotas, and of a user alone credentials.
pub fn alter_user_or_client(entities: &Entities, changes: &Changes, cx: &mut Context) -> Result<(), Failure> {
    let refused = |why: String| Err(Failure::usage(why));
    let added: Vec<&str> = changes.add.iter().map(|(key, _)| key.as_str()).collect();
    let deleted: Vec<&str> = changes.delete.iter().map(String::as_str).collect();
    let of_client = entities.kinds != [Kind::Users];
    for (keys, act) in [(&added, "added"), (&deleted, "deleted")] {
        let wrong = |key: &&&str| !is_quota(key) && (of_client || !is_mechanism(key));
        let wrong: Vec<&str> = keys.iter().filter(wrong).copied().collect();
        if wrong.is_empty() {
            continue;
        }
        let (what, whose) = if of_client { ("quota", "clients") } else { ("quota and SCRAM credential", "users") };
        return refused(format!(
            "Only {what} configs can be {act} for '{whose}' using --bootstrap-server. Unexpected config names: {}",
            set(&wrong)
        ));
    }
    let all = || added.iter().chain(&deleted);
    let has_scram = all().any(|key| is_mechanism(key));
    let has_quota = all().any(|key| is_quota(key));
    if has_scram && entities.names.iter().any(String::is_empty) {
        let why = "The use of --entity-default or --user-defaults is not allowed with User SCRAM Credentials using \
                   --bootstrap-server.";
        return refused(why.into());
    }
    if has_scram && has_quota {
        let why = "Cannot alter both quota and SCRAM credential configs simultaneously for 'users' using \
                   --bootstrap-server.";
        return refused(why.into());
    }
    if has_scram {
        return scram::alter(&entities.names[0], changes, cx);
    }
    alter(entities, changes, cx).map(drop)
}

/// Quotas of users and clients, and nothing else.
pub fn alter_quotas_only(entities: &Entities, changes: &Changes, cx: &mut Context) -> Result<Found, Failure> {
    let keys = changes.add.iter().map(|(key, _)| key).chain(&changes.delete);
    if let Some(wrong) = keys.into_iter().find(|key| !is_quota(key)) {
        let known: Vec<&str> = keys::CLIENT_QUOTA.iter().map(|key| key.name).collect();
        return Err(Failure::usage(format!("'{wrong}' is no quota")).hint(known.join(", ")));
    }
    alter(entities, changes, cx)
}

pub fn alter_address(entities: &Entities, changes: &Changes, cx: &mut Context) -> Result<Found, Failure> {
    let keys = changes.add.iter().map(|(key, _)| key).chain(&changes.delete);
    let wrong: Vec<&str> = keys.filter(|key| keys::IP_QUOTA.get(key).is_none()).map(String::as_str).collect();
    if !wrong.is_empty() {
        return Err(Failure::usage(format!(
            "Only connection quota configs can be added for 'ips' using --bootstrap-server. Unexpected config names: {}",
            wrong.join(",")
        )));
    }
    alter(entities, changes, cx)
}

/// Brings what holds then.
fn alter(entities: &Entities, changes: &Changes, cx: &mut Context) -> Result<Found, Failure> {
    let client = cx.client()?;
    let wanted = conditions(entities)?;
    let there = cx.block_on(there(&client, &wanted))??;
    let missing: Vec<&str> =
        changes.delete.iter().filter(|key| !there.iter().any(|(known, _)| known == *key)).map(String::as_str).collect();
    if !missing.is_empty() {
        let original = format!("Invalid config(s): {}", missing.join(","));
        return Err(Failure::usage(original)
            .in_words(format!("there is no {} to take away", missing.join(", ")))
            .exit(Exit::NotFound));
    }
    let name = |text: &String| (!text.is_empty()).then(|| text.clone());
    let entity: Entity = entities
        .kinds
        .iter()
        .zip(&entities.names)
        .map(|(kind, text)| (entity_type(*kind).to_owned(), name(text)))
        .collect();
    let mut wanted: Vec<(String, Option<f64>)> = Vec::new();
    for (key, text) in &changes.add {
        let value: f64 = text
            .trim()
            .parse()
            .map_err(|_| Failure::usage(format!("Cannot parse quota configuration value for {key}: {text}")))?;
        wanted.push((key.clone(), Some(value)));
    }
    wanted.extend(changes.delete.iter().map(|key| (key.clone(), None)));
    cx.block_on(client.alter_client_quotas(&entity, &wanted, cx.is_dry_run()))??;
    let mut after: Quotas =
        there.into_iter().filter(|(key, _)| !wanted.iter().any(|(changed, _)| changed == key)).collect();
    after.extend(wanted.into_iter().filter_map(|(key, value)| Some((key, value?))));
    Ok(Found { rows: vec![Row::new((entity, after))] })
}

async fn there(client: &Client, wanted: &[(String, Match)]) -> Result<Quotas, Failure> {
    let found = client.describe_client_quotas(wanted, true).await?;
    Ok(found.into_iter().next().map(|(_, quotas)| quotas).unwrap_or_default())
}
