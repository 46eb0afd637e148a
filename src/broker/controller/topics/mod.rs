//! Topics, decided: CreateTopics ([`create`]), DeleteTopics ([`delete`]) and CreatePartitions ([`grow`]), with the
//! original's checks in its order and its words (ReplicationControlManager, and ControllerApis in front of it).

pub(super) mod assign;
pub mod create;
pub mod delete;
pub mod grow;

use std::collections::BTreeSet;

/// The longest name a topic may have: with `-` and a partition it names a folder.
pub const MAX_NAME: usize = 249;
/// The metadata log looks like a topic and is none.
pub const METADATA_TOPIC: &str = "__cluster_metadata";

/// When a request would make too many partitions for one batch of the log.
const TOO_MANY_PARTITIONS: &str = "Excessively large number of partitions per request.";

/// Whether a topic may have this name, in the original's words if not.
pub fn check_name(name: &str) -> Result<(), String> {
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let why = match name {
        "" => "the empty string is not allowed".into(),
        "." => "'.' is not allowed".into(),
        ".." => "'..' is not allowed".into(),
        _ if name.encode_utf16().count() > MAX_NAME => {
            format!("the length of '{name}' is longer than the max allowed length {MAX_NAME}")
        }
        _ if !name.chars().all(legal) => {
            format!("'{name}' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'")
        }
        _ => return Ok(()),
    };
    Err(format!("Topic name is invalid: {why}"))
}

/// What occurs more than once.
fn twice<'a, T: Ord + Clone + 'a>(items: impl Iterator<Item = &'a T>) -> BTreeSet<T> {
    let mut seen = BTreeSet::new();
    items.filter(|item| !seen.insert(*item)).cloned().collect()
}

#[cfg(test)]
mod tests;
