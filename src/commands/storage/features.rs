//! Levels: which go with a release (`version-mapping`), and what they need (`feature-dependencies`).

use crate::broker::controller::features::{
    ELIGIBLE_LEADERS, ELIGIBLE_LEADERS_NEED, FEATURES, Feature, METADATA_VERSION, METADATA_VERSIONS, level_of_version,
    version_name,
};
use crate::commands::context::Context;
use crate::commands::failure::Failure;

/// All but metadata.version, in the original's order.
const ORDER: [&str; 6] =
    ["kraft.version", "transaction.version", "group.version", ELIGIBLE_LEADERS, "share.version", "streams.version"];
/// The newest release for production.
pub const NEWEST: &str = "4.3-IV0";

pub fn others() -> impl Iterator<Item = &'static Feature> {
    ORDER.iter().filter_map(|name| FEATURES.iter().find(|f| f.name == *name))
}

/// The level of `version`; `unstable`: those that are not for production count too.
pub fn level(version: &str, unstable: bool) -> Result<i16, Failure> {
    let known = METADATA_VERSIONS.iter().take(METADATA_VERSIONS.len() - usize::from(!unstable));
    match level_of_version(version).filter(|level| known.clone().any(|(l, _)| l == level)) {
        Some(level) => Ok(level),
        None => {
            let names: Vec<&str> = known.map(|(_, name)| *name).collect();
            Err(Failure::new(format!(
                "Unknown metadata.version '{version}'. Supported metadata.version are: {}",
                names.join(", ")
            )))
        }
    }
}

pub fn mapping(release: Option<&str>, cx: &mut Context) -> Result<(), Failure> {
    let release = release.unwrap_or(NEWEST);
    let level = level(release, true)?;
    cx.out.line(format!("{METADATA_VERSION}={level} ({release})"))?;
    for feature in others() {
        cx.out.line(format!("{}={}", feature.name, feature.default_at(level)))?;
    }
    Ok(())
}

pub fn dependencies(wanted: &[&str], cx: &mut Context) -> Result<(), Failure> {
    for feature in wanted {
        for line in needs(feature)? {
            cx.out.line(line)?;
        }
    }
    Ok(())
}

fn needs(wanted: &str) -> Result<Vec<String>, Failure> {
    let (name, text) = wanted.split_once('=').filter(|(_, level)| !level.contains('=')).ok_or_else(|| {
        Failure::new(format!(
            "Invalid feature format: {wanted}. Expected format: 'feature=version' (e.g. 'group.version=1')"
        ))
    })?;
    let level: i16 =
        text.parse().map_err(|_| Failure::new(format!("Invalid version format: {text} for feature {name}")))?;
    if name == METADATA_VERSION {
        let version = version_name(level).ok_or_else(|| Failure::new(format!("Unknown metadata.version {level}")))?;
        return Ok(vec![format!("{name}={level} ({version}) has no dependencies.")]);
    }
    let feature = others().find(|f| f.name == name).ok_or_else(|| Failure::new(format!("Unknown feature: {name}")))?;
    if !(feature.first..=feature.last).contains(&level) {
        return Err(Failure::new(format!("Feature level {level} is not supported for feature {name}")));
    }
    if name == ELIGIBLE_LEADERS && level > 0 {
        let version = version_name(ELIGIBLE_LEADERS_NEED).unwrap_or_default();
        return Ok(vec![
            format!("{name}={level} requires:"),
            format!("    {METADATA_VERSION}={ELIGIBLE_LEADERS_NEED} ({version})"),
        ]);
    }
    Ok(vec![format!("{name}={level} has no dependencies.")])
}
