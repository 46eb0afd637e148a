//! Features and their levels: what this program can read, what a new cluster begins with, UpdateFeatures.

use std::collections::BTreeMap;

use kt_codec::Str;
use kt_codec::update_features_request::UpdateFeaturesRequest;

use super::decide::{Decision, Refusal};
use super::image::{Image, Resource, ResourceType};
use super::record::{ConfigRecord, FeatureLevelRecord, Record};
use crate::protocol::code::ErrorCode;

pub const METADATA_VERSION: &str = "metadata.version";
/// A level of the quorum, not of the metadata: it is in control records.
pub const KRAFT_VERSION: &str = "kraft.version";
pub const ELIGIBLE_LEADERS: &str = "eligible.leader.replicas.version";
const MIN_ISR: &str = "min.insync.replicas";

pub struct Feature {
    pub name: &'static str,
    pub first: i16,
    pub last: i16,
    /// The level of metadata.version from which on a new cluster begins with the last level.
    pub since: i16,
}

/// As 4.3.1 has them, by name.
pub const FEATURES: &[Feature] = &[
    Feature { name: ELIGIBLE_LEADERS, first: 0, last: 1, since: 26 },
    Feature { name: "group.version", first: 0, last: 1, since: 22 },
    Feature { name: KRAFT_VERSION, first: 0, last: 1, since: 21 },
    Feature { name: METADATA_VERSION, first: 7, last: 30, since: 7 },
    Feature { name: "share.version", first: 0, last: 1, since: 28 },
    Feature { name: "streams.version", first: 0, last: 1, since: 29 },
    Feature { name: "transaction.version", first: 0, last: 2, since: 24 },
];

/// The levels of metadata.version by name, the last one not yet for production.
pub const METADATA_VERSIONS: &[(i16, &str)] = &[
    (7, "3.3-IV3"),
    (8, "3.4-IV0"),
    (9, "3.5-IV0"),
    (10, "3.5-IV1"),
    (11, "3.5-IV2"),
    (12, "3.6-IV0"),
    (13, "3.6-IV1"),
    (14, "3.6-IV2"),
    (15, "3.7-IV0"),
    (16, "3.7-IV1"),
    (17, "3.7-IV2"),
    (18, "3.7-IV3"),
    (19, "3.7-IV4"),
    (20, "3.8-IV0"),
    (21, "3.9-IV0"),
    (22, "4.0-IV0"),
    (23, "4.0-IV1"),
    (24, "4.0-IV2"),
    (25, "4.0-IV3"),
    (26, "4.1-IV0"),
    (27, "4.1-IV1"),
    (28, "4.2-IV0"),
    (29, "4.2-IV1"),
    (30, "4.3-IV0"),
    (31, "4.4-IV0"),
];

/// The levels of metadata.version that brought or changed records: no downgrade crosses one.
const CHANGED_METADATA: [i16; 10] = [7, 8, 11, 13, 14, 15, 17, 23, 30, 31];
/// The level of metadata.version that eligible leader replicas need.
pub const ELIGIBLE_LEADERS_NEED: i16 = 23;

/// The levels of a feature that this program reads and writes.
pub fn range(name: &str) -> Option<(i16, i16)> {
    FEATURES.iter().find(|f| f.name == name).map(|f| (f.first, f.last))
}

/// The finalized levels that clients are told, kraft.version included; those at level 0 are left out.
pub fn finalized(image: &Image) -> BTreeMap<Str, i16> {
    let mut levels = (*image.features).clone();
    if image.kraft_version > 0 {
        levels.insert(KRAFT_VERSION.into(), image.kraft_version);
    }
    levels
}

impl Feature {
    /// The level that a new cluster of this metadata.version begins with.
    pub fn default_at(&self, metadata_version: i16) -> i16 {
        if metadata_version >= self.since { self.last } else { self.first }
    }
}

/// The name of a level of metadata.version: 30 is 4.3-IV0.
pub fn version_name(level: i16) -> Option<&'static str> {
    METADATA_VERSIONS.iter().find(|(l, _)| *l == level).map(|(_, name)| *name)
}

/// The level of a version such as `4.2-IV1`, or of a release such as `4.2` or `4.2.1`: then its last one.
pub fn level_of_version(version: &str) -> Option<i16> {
    let release = version.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
    let exact = METADATA_VERSIONS.iter().find(|(_, name)| *name == release);
    let of_release =
        || METADATA_VERSIONS.iter().rev().find(|(_, name)| name.split_once('-').is_some_and(|(r, _)| r == release));
    exact.or_else(of_release).map(|(level, _)| *level)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Upgrade,
    SafeDowngrade,
    UnsafeDowngrade,
}

/// UpdateFeatures: all of the updates, or none and why. `version`: of the request.
pub fn update(
    image: &Image,
    request: &UpdateFeaturesRequest,
    version: i16,
    node_id: i32,
) -> Decision<Result<(), Refusal>> {
    match decide(image, request, version, node_id) {
        Ok(records) => Decision { records, reply: Ok(()) }.only_if(!request.validate_only),
        Err(refusal) => Decision::reply(Err(refusal)),
    }
}

fn decide(image: &Image, request: &UpdateFeaturesRequest, version: i16, node_id: i32) -> Result<Vec<Record>, Refusal> {
    let mut proposed = (*image.features).clone();
    proposed.extend(request.feature_updates.iter().map(|u| (u.feature.clone(), u.max_version_level)));
    let mut records = Vec::new();
    for update in &request.feature_updates {
        let (name, level) = (&update.feature, update.max_version_level);
        let direction = match update.upgrade_type {
            // Before version 1 there was only a yes or no.
            _ if version < 1 && update.allow_downgrade => Direction::SafeDowngrade,
            1 => Direction::Upgrade,
            2 => Direction::SafeDowngrade,
            3 => Direction::UnsafeDowngrade,
            _ => return Err(invalid(name, level, "The controller does not support the given upgrade type.")),
        };
        check(image, name, level, direction, node_id, &proposed)?;
        if &**name == KRAFT_VERSION {
            continue;
        }
        if &**name == ELIGIBLE_LEADERS && level > 0 && image.feature(ELIGIBLE_LEADERS) == 0 {
            records.extend(one_minimum(image));
        }
        records.push(FeatureLevelRecord { name: name.clone(), feature_level: level, ..Default::default() }.into());
    }
    Ok(records)
}

/// The level to which a request that was granted raises the quorum.
pub fn quorum_level(image: &Image, request: &UpdateFeaturesRequest) -> Option<i16> {
    let level = request.feature_updates.iter().find(|u| &*u.feature == KRAFT_VERSION)?.max_version_level;
    (!request.validate_only && level > image.kraft_version).then_some(level)
}

fn invalid(name: &str, level: i16, why: &str) -> Refusal {
    let message = format!("Invalid update version {level} for feature {name}. {why}");
    Refusal::new(ErrorCode::INVALID_UPDATE_VERSION, message)
}

fn check(
    image: &Image,
    name: &str,
    level: i16,
    direction: Direction,
    node_id: i32,
    proposed: &BTreeMap<Str, i16>,
) -> Result<(), Refusal> {
    let refuse = |why: &str| Err(invalid(name, level, why));
    if level < 0 {
        return refuse("A feature version cannot be less than 0.");
    }
    supported(image, name, level, node_id).map_err(|why| invalid(name, level, &why))?;
    let now = if name == KRAFT_VERSION { image.kraft_version } else { image.feature(name) };
    if level < now && direction == Direction::Upgrade {
        return refuse(
            "Can't downgrade the version of this feature without setting the upgrade type to either safe or unsafe \
             downgrade.",
        );
    }
    if level > now && direction != Direction::Upgrade {
        return refuse("Can't downgrade to a newer version.");
    }
    match name {
        METADATA_VERSION if level < now => downgrade(now, level, direction),
        KRAFT_VERSION if level < now => refuse("Can't downgrade the version of this feature."),
        ELIGIBLE_LEADERS if level > 0 && proposed.get(METADATA_VERSION) < Some(&ELIGIBLE_LEADERS_NEED) => {
            refuse(&format!(
                "{name} could not be set to {level} because it depends on metadata.version level {ELIGIBLE_LEADERS_NEED}"
            ))
        }
        _ => Ok(()),
    }
}

/// Whether this controller and all brokers know the level.
fn supported(image: &Image, name: &str, level: i16, node_id: i32) -> Result<(), String> {
    let check = |who: &str, range: Option<(i16, i16)>| match range {
        Some((first, last)) if (first..=last).contains(&level) => Ok(()),
        Some((first, last)) => Err(format!("{who} only supports versions {first}-{last}")),
        None if level == 0 => Ok(()),
        None => Err(format!("{who} does not support this feature.")),
    };
    check(&format!("Local controller {node_id}"), range(name))?;
    if range(name).is_none() {
        return Err(format!("Feature {name} not found."));
    }
    for broker in image.brokers.values() {
        let known = broker.features.iter().find(|f| &*f.name == name);
        let range = known.map(|f| (f.min_supported_version, f.max_supported_version));
        check(&format!("Broker {}", broker.broker_id), range)?;
    }
    Ok(())
}

fn downgrade(now: i16, level: i16, direction: Direction) -> Result<(), Refusal> {
    if !CHANGED_METADATA.iter().any(|changed| (level + 1..=now).contains(changed)) {
        return Ok(());
    }
    let why = match direction {
        Direction::UnsafeDowngrade => "Unsafe metadata downgrade is not supported in this version.",
        _ => "Refusing to perform the requested downgrade because it might delete metadata information.",
    };
    let message = format!("Unsupported metadata.version downgrade from {now} to {level}. {why}");
    Err(Refusal::new(ErrorCode::INVALID_UPDATE_VERSION, message))
}

/// Eligible leader replicas need one minimum of replicas in sync for the whole cluster: that of all brokers is
/// recorded, those of single brokers go.
fn one_minimum(image: &Image) -> Vec<Record> {
    let record = |resource: &Resource, value: Option<Str>| -> Record {
        ConfigRecord {
            resource_type: resource.kind.0,
            resource_name: resource.name.clone(),
            name: MIN_ISR.into(),
            value,
            ..Default::default()
        }
        .into()
    };
    let all = Resource::all_brokers();
    let mut records = Vec::new();
    if image.overrides(&all).is_none_or(|o| !o.contains_key(MIN_ISR)) {
        records.push(record(&all, Some("1".into())));
    }
    let single = image.configs.iter().filter(|(resource, overrides)| {
        resource.kind == ResourceType::BROKER && !resource.name.is_empty() && overrides.contains_key(MIN_ISR)
    });
    records.extend(single.map(|(resource, _)| record(resource, None)));
    records
}

#[cfg(test)]
mod tests {
    use super::*;
    use kt_codec::update_features_request::FeatureUpdateKey;

    fn image() -> Image {
        let mut image = Image::empty("c".into());
        for record in super::super::bootstrap::features() {
            image.apply(record).unwrap();
        }
        image
    }

    fn decided(image: &Image, updates: &[(&str, i16, i8)]) -> Decision<Result<(), Refusal>> {
        let update = |(feature, level, upgrade_type): &(&str, i16, i8)| FeatureUpdateKey {
            feature: (*feature).into(),
            max_version_level: *level,
            upgrade_type: *upgrade_type,
            ..Default::default()
        };
        let request =
            UpdateFeaturesRequest { feature_updates: updates.iter().map(update).collect(), ..Default::default() };
        super::update(image, &request, 2, 1)
    }

    #[test]
    fn updates_are_refused_in_the_originals_words() {
        let image = image();
        let (up, safe, unsafe_) = (1, 2, 3);
        for (name, level, direction, error) in [
            (
                METADATA_VERSION,
                29,
                up,
                "Invalid update version 29 for feature metadata.version. Can't downgrade the version of this feature \
                 without setting the upgrade type to either safe or unsafe downgrade.",
            ),
            (
                METADATA_VERSION,
                29,
                safe,
                "Unsupported metadata.version downgrade from 30 to 29. Refusing to perform the requested downgrade \
                 because it might delete metadata information.",
            ),
            (
                METADATA_VERSION,
                29,
                unsafe_,
                "Unsupported metadata.version downgrade from 30 to 29. Unsafe metadata downgrade is not supported in \
                 this version.",
            ),
            (
                METADATA_VERSION,
                31,
                up,
                "Invalid update version 31 for feature metadata.version. Local controller 1 only supports versions 7-30",
            ),
            (
                "nope",
                1,
                up,
                "Invalid update version 1 for feature nope. Local controller 1 does not support this feature.",
            ),
            ("nope", 0, safe, "Invalid update version 0 for feature nope. Feature nope not found."),
            (
                "group.version",
                1,
                9,
                "Invalid update version 1 for feature group.version. The controller does not support the given upgrade \
                 type.",
            ),
        ] {
            let decision = decided(&image, &[("transaction.version", 1, safe), (name, level, direction)]);
            assert!(decision.records.is_empty());
            assert_eq!(decision.reply.unwrap_err().message.as_deref(), Some(error));
        }
    }

    #[test]
    fn a_feature_goes_down_and_up_again() {
        let mut image = image();
        for (level, direction) in [(0, 2), (1, 1)] {
            let decision = decided(&image, &[("group.version", level, direction)]);
            decision.records.into_iter().for_each(|record| image.apply(record).unwrap());
            assert_eq!(image.feature("group.version"), level);
        }
        let newer = decided(&image, &[("group.version", 1, 2)]).reply;
        assert_eq!(newer, Ok(()), "the level it has is no upgrade");
    }

    #[test]
    fn eligible_leaders_bring_one_minimum_for_the_cluster() {
        let mut image = image();
        let off = decided(&image, &[(ELIGIBLE_LEADERS, 0, 2)]);
        off.records.into_iter().for_each(|record| image.apply(record).unwrap());
        let on = decided(&image, &[(ELIGIBLE_LEADERS, 1, 1)]);
        on.records.into_iter().for_each(|record| image.apply(record).unwrap());
        assert_eq!(image.overrides(&Resource::all_brokers()).unwrap()[MIN_ISR], "1");
    }
}
