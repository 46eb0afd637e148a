//! Quotas of users, clients and addresses: AlterClientQuotas decided, DescribeClientQuotas answered, with the original's
//! checks in its order (ClientQuotaControlManager, ClientQuotasImage).

use std::collections::{BTreeMap, BTreeSet};

use kt_codec::Str;
use kt_codec::client_quota_record::EntityData;

use super::decide::{Decision, Refusal};
use super::image::{Image, QuotaEntity};
use super::record::{ClientQuotaRecord, Record};
use crate::config::keys::{self, Kind, Table};
use crate::config::resource::is_address;
use crate::protocol::code::ErrorCode;

pub const USER: &str = "user";
pub const CLIENT_ID: &str = "client-id";
pub const IP: &str = "ip";

/// What is to become of one entity's quotas.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// Types with their names; `None` is the default of the type. As they were sent: repetitions are refused.
    pub entity: Vec<(Str, Option<Str>)>,
    /// Keys with their new values; `None` removes.
    pub changes: Vec<(Str, Option<f64>)>,
}

/// Decides on each entity by itself; the outcomes are in their order.
pub fn alter(image: &Image, wanted: &[Wanted], validate_only: bool) -> Decision<Vec<Result<(), Refusal>>> {
    let mut seen: BTreeSet<QuotaEntity> = BTreeSet::new();
    let decide = |one: &Wanted| {
        let entity: QuotaEntity = one.entity.iter().cloned().collect();
        if seen.contains(&entity) {
            return Err(Refusal::invalid_request(format!("Ignoring duplicate entity {}", named(&entity))));
        }
        let outcome = alter_one(image, one, &entity);
        seen.insert(entity);
        outcome
    };
    Decision::of_each(wanted.iter().map(decide)).only_if(!validate_only)
}

/// As Java prints a ClientQuotaEntity.
fn named(entity: &QuotaEntity) -> String {
    let entries = entity.iter().map(|(kind, name)| format!("{kind}={}", name.as_deref().unwrap_or("null")));
    format!("ClientQuotaEntity(entries={{{}}})", entries.collect::<Vec<_>>().join(", "))
}

fn alter_one(image: &Image, wanted: &Wanted, entity: &QuotaEntity) -> Result<Vec<Record>, Refusal> {
    let mut changes: BTreeMap<&Str, Option<f64>> = BTreeMap::new();
    for (key, value) in &wanted.changes {
        if changes.insert(key, *value).is_some() {
            // The original writes one refusal over the other; this is the one that stays.
            return Err(Refusal::invalid_request(format!("Ignoring duplicate entity {}", named(entity))));
        }
    }
    let table = keys_of(entity)?;
    let none = BTreeMap::new();
    let now = image.quotas.get(entity).unwrap_or(&none);
    let mut records = Vec::new();
    for (key, value) in changes {
        match value {
            None if !now.contains_key(key) => continue,
            Some(value) => {
                check(table, key, value)?;
                if now.get(key) == Some(&value) {
                    continue;
                }
            }
            None => {}
        }
        records.push(record(entity, key.clone(), value));
    }
    Ok(records)
}

fn record(entity: &QuotaEntity, key: Str, value: Option<f64>) -> Record {
    let part = |(kind, name): (&Str, &Option<Str>)| EntityData {
        entity_type: kind.clone(),
        entity_name: name.clone(),
        ..Default::default()
    };
    ClientQuotaRecord {
        entity: entity.iter().map(part).collect(),
        key,
        value: value.unwrap_or_default(),
        remove: value.is_none(),
        ..Default::default()
    }
    .into()
}

/// The keys that an entity may have, if there may be such an entity.
fn keys_of(entity: &QuotaEntity) -> Result<Table, Refusal> {
    let refused = |why: String| Err(Refusal::invalid_request(why));
    if entity.is_empty() {
        return refused("Invalid empty client quota entity".into());
    }
    for (kind, name) in entity {
        if ![USER, CLIENT_ID, IP].contains(&&**kind) {
            return refused(format!("Unhandled client quota entity type: {kind}"));
        }
        if name.as_deref() == Some("") {
            return refused(format!("Empty {kind} not supported"));
        }
    }
    let Some(address) = entity.get(IP) else { return Ok(keys::CLIENT_QUOTA) };
    if entity.len() > 1 {
        return refused(
            "Invalid quota entity combination, IP entity shouldnot be combined with User or ClientId".into(),
        );
    }
    match address {
        Some(address) if !is_address(address) => refused(format!("{address} is not a valid IP or resolvable host.")),
        _ => Ok(keys::IP_QUOTA),
    }
}

fn check(table: Table, name: &str, value: f64) -> Result<(), Refusal> {
    let refused = |why: String| Err(Refusal::invalid_request(why));
    let Some(key) = table.get(name) else { return refused(format!("Invalid configuration key {name}")) };
    if value <= 0.0 {
        return refused(format!("Quota {name} must be greater than 0"));
    }
    let (most, kind) = match key.kind {
        Kind::Int => (f64::from(i32::MAX), "an INT"),
        Kind::Long => (i64::MAX as f64, "a LONG"),
        _ => return Ok(()),
    };
    if value > most {
        return refused(format!("Proposed value for {name} is too large for {kind}."));
    }
    if (value % 1.0).abs() > 1e-6 {
        return refused(format!("{name} cannot be a fractional value."));
    }
    Ok(())
}

/// One condition of a question about quotas.
#[derive(Debug, Clone, PartialEq)]
pub struct Component {
    pub kind: Str,
    pub match_type: i8,
    pub name: Option<Str>,
}

const EXACT: i8 = 0;
const DEFAULT: i8 = 1;
const SPECIFIED: i8 = 2;

/// An entity with its quotas.
pub type Described = (QuotaEntity, BTreeMap<Str, f64>);

/// The entities that all conditions hold for; `strict`: and that have no other type.
pub fn describe(image: &Image, components: &[Component], strict: bool) -> Result<Vec<Described>, Refusal> {
    let refused = |why: String| Err(Refusal::invalid_request(why));
    // A type with the name it must have, or with any.
    let mut wanted: BTreeMap<&str, Option<Option<&Str>>> = BTreeMap::new();
    for component in components {
        let kind: &str = &component.kind;
        if kind.is_empty() {
            return refused("Invalid empty entity type.".into());
        }
        if wanted.contains_key(kind) {
            return refused(format!("Entity type {kind} cannot appear more than once in the filter."));
        }
        if ![USER, CLIENT_ID, IP].contains(&kind) {
            return Err(Refusal::new(ErrorCode::UNSUPPORTED_VERSION, format!("Unsupported entity type {kind}")));
        }
        let also = |what: &str| format!("Request specified {what}, but also specified a match string.");
        let name = match (component.match_type, &component.name) {
            (EXACT, Some(name)) => Some(Some(name)),
            (EXACT, None) => {
                return refused("Request specified MATCH_TYPE_EXACT, but set match string to null.".into());
            }
            (DEFAULT, None) => Some(None),
            (DEFAULT, Some(_)) => return refused(also("MATCH_TYPE_DEFAULT")),
            (SPECIFIED, None) => None,
            (SPECIFIED, Some(_)) => return refused(also("MATCH_TYPE_SPECIFIED")),
            (other, _) => return refused(format!("Unknown match type {other}")),
        };
        wanted.insert(kind, name);
    }
    if wanted.contains_key(IP) && wanted.len() > 1 {
        return refused(
            "Invalid entity filter component combination. IP filter component should not be used with user or \
             clientId filter component."
                .into(),
        );
    }
    let fits = |entity: &QuotaEntity| {
        let holds = |(kind, name): (&&str, &Option<Option<&Str>>)| match (entity.get(*kind), name) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(there), Some(name)) => there.as_ref() == *name,
        };
        (!strict || entity.len() == wanted.len()) && wanted.iter().all(holds)
    };
    Ok(image.quotas.iter().filter(|(e, _)| fits(e)).map(|(e, q)| (e.clone(), q.clone())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entity(parts: &[(&str, Option<&str>)]) -> Vec<(Str, Option<Str>)> {
        parts.iter().map(|(kind, name)| (Str::from(*kind), name.map(Str::from))).collect()
    }

    fn wanted(parts: &[(&str, Option<&str>)], key: &str, value: Option<f64>) -> Wanted {
        Wanted { entity: entity(parts), changes: vec![(key.into(), value)] }
    }

    fn image() -> Image {
        let mut image = Image::empty("c".into());
        let all = [
            wanted(&[(USER, Some("a"))], "producer_byte_rate", Some(10.0)),
            wanted(&[(USER, None)], "producer_byte_rate", Some(20.0)),
            wanted(&[(USER, Some("a")), (CLIENT_ID, Some("x"))], "request_percentage", Some(50.5)),
            wanted(&[(CLIENT_ID, None)], "consumer_byte_rate", Some(1.0)),
            wanted(&[(IP, Some("127.0.0.1"))], "connection_creation_rate", Some(5.0)),
        ];
        let decision = alter(&image, &all, false);
        assert!(decision.reply.iter().all(Result::is_ok), "{:?}", decision.reply);
        decision.records.into_iter().for_each(|record| image.apply(record).unwrap());
        image
    }

    #[test]
    fn quotas_are_refused_in_the_originals_words() {
        let image = image();
        for (parts, key, value, why) in [
            (&[][..], "x", Some(1.0), "Invalid empty client quota entity"),
            (&[("planet", None)], "x", Some(1.0), "Unhandled client quota entity type: planet"),
            (&[(USER, Some(""))], "x", Some(1.0), "Empty user not supported"),
            (&[(USER, None)], "x", Some(1.0), "Invalid configuration key x"),
            (&[(USER, None)], "producer_byte_rate", Some(0.0), "Quota producer_byte_rate must be greater than 0"),
            (&[(USER, None)], "producer_byte_rate", Some(0.5), "producer_byte_rate cannot be a fractional value."),
            (
                &[(IP, Some("127.0.0.1"))],
                "connection_creation_rate",
                Some(1e10),
                "Proposed value for connection_creation_rate is too large for an INT.",
            ),
            (
                &[(IP, None), (USER, None)],
                "connection_creation_rate",
                Some(1.0),
                "Invalid quota entity combination, IP entity shouldnot be combined with User or ClientId",
            ),
            (
                &[(IP, Some("not-an-ip!"))],
                "connection_creation_rate",
                Some(1.0),
                "not-an-ip! is not a valid IP or resolvable host.",
            ),
        ] {
            let decision = alter(&image, &[wanted(parts, key, value)], false);
            let refusal = decision.reply[0].clone().unwrap_err();
            assert_eq!((refusal.message.as_deref(), refusal.code), (Some(why), ErrorCode::INVALID_REQUEST));
            assert!(decision.records.is_empty());
        }
    }

    #[test]
    fn what_stays_the_same_is_not_recorded_and_what_is_removed_is_gone() {
        let mut image = image();
        let same = alter(&image, &[wanted(&[(USER, Some("a"))], "producer_byte_rate", Some(10.0))], false);
        let absent = alter(&image, &[wanted(&[(USER, Some("b"))], "producer_byte_rate", None)], false);
        assert_eq!((same.records, absent.records), (vec![], vec![]));
        let before = image.quotas.len();
        let gone = alter(&image, &[wanted(&[(USER, Some("a"))], "producer_byte_rate", None)], false);
        gone.records.into_iter().for_each(|record| image.apply(record).unwrap());
        assert_eq!(image.quotas.len(), before - 1);
        let asked = alter(&image, &[wanted(&[(USER, None)], "request_percentage", Some(1.0))], true);
        assert_eq!((asked.records, asked.reply), (vec![], vec![Ok(())]), "validate only");
    }

    #[test]
    fn an_entity_is_found_by_name_by_default_and_by_type() {
        let image = image();
        let found = |components: &[(&str, i8, Option<&str>)], strict| {
            let components: Vec<_> = components
                .iter()
                .map(|(kind, match_type, name)| Component {
                    kind: (*kind).into(),
                    match_type: *match_type,
                    name: name.map(Str::from),
                })
                .collect();
            describe(&image, &components, strict).map(|found| found.len()).map_err(|refusal| refusal.code)
        };
        assert_eq!(found(&[], false), Ok(5), "no condition at all");
        assert_eq!(found(&[], true), Ok(0), "no condition, and no other type");
        assert_eq!(found(&[(USER, EXACT, Some("a"))], false), Ok(2));
        assert_eq!(found(&[(USER, EXACT, Some("a"))], true), Ok(1));
        assert_eq!(found(&[(USER, DEFAULT, None)], true), Ok(1));
        assert_eq!(found(&[(USER, SPECIFIED, None)], true), Ok(2));
        assert_eq!(found(&[(USER, SPECIFIED, None), (CLIENT_ID, EXACT, Some("x"))], true), Ok(1));
        assert_eq!(found(&[(IP, SPECIFIED, None)], false), Ok(1));
        assert_eq!(found(&[(IP, SPECIFIED, None), (USER, DEFAULT, None)], false), Err(ErrorCode::INVALID_REQUEST));
        assert_eq!(found(&[(USER, EXACT, None)], false), Err(ErrorCode::INVALID_REQUEST));
        assert_eq!(found(&[(USER, 9, None)], false), Err(ErrorCode::INVALID_REQUEST));
        assert_eq!(found(&[("planet", DEFAULT, None)], false), Err(ErrorCode::UNSUPPORTED_VERSION));
    }
}
