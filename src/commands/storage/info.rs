//! `kt storage info`: which folders there are, whose, and what is wrong with them.

use std::collections::BTreeMap;
use std::path::Path;

use super::folders;
use crate::broker::folder::{META, read_meta};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::config::broker::BrokerConfig;
use crate::config::properties::Properties;

type Fields = BTreeMap<String, String>;

pub fn run(config: &BrokerConfig, cx: &mut Context) -> Result<(), Failure> {
    let folders = folders(config);
    if folders.is_empty() {
        return Ok(cx.out.line("No directories specified.")?);
    }
    let mut found = Vec::new();
    let mut problems = Vec::new();
    let mut first: Option<Fields> = None;
    for folder in &folders {
        let shown = folder.display();
        if !folder.exists() {
            problems.push(format!("{shown} does not exist"));
            continue;
        }
        if !folder.is_dir() {
            problems.push(format!("{shown} is not a directory"));
            continue;
        }
        found.push(shown.to_string());
        match fields(folder) {
            Ok(None) => problems.push(format!("{shown} is not formatted.")),
            Ok(Some(fields)) => match &first {
                None => first = Some(fields),
                Some(other) if other.get("cluster.id") != fields.get("cluster.id") => {
                    problems.push("Mismatched cluster IDs between storage directories.".into());
                }
                Some(other) if other.get("node.id") != fields.get("node.id") => {
                    problems.push("Mismatched node IDs between storage directories.".into());
                }
                Some(_) => {}
            },
            Err(why) => problems.push(format!("Error loading {}: {why}", folder.join(META).display())),
        }
    }
    if first.as_ref().is_some_and(|fields| fields.get("version").is_some_and(|v| v == "0")) {
        problems.push(
            "The kafka configuration file appears to be for a cluster in KRaft mode, but the directories are formatted \
             for legacy mode."
                .into(),
        );
    }
    section(cx, ["Found log directory:", "Found log directories:"], &found)?;
    if let Some(fields) = first {
        let pairs: Vec<String> = fields.iter().map(|(key, value)| format!("{key}={value}")).collect();
        cx.out.line(format!("Found metadata: {{{}}}", pairs.join(", ")))?;
        cx.out.line("")?;
    }
    section(cx, ["Found problem:", "Found problems:"], &problems)?;
    if problems.is_empty() { Ok(()) } else { Err(Failure::silent(Exit::Failed)) }
}

fn section(cx: &mut Context, title: [&str; 2], lines: &[String]) -> Result<(), Failure> {
    if lines.is_empty() {
        return Ok(());
    }
    cx.out.line(title[usize::from(lines.len() > 1)])?;
    for line in lines {
        cx.out.line(format!("  {line}"))?;
    }
    Ok(cx.out.line("")?)
}

/// What `meta.properties` says, if it makes sense.
fn fields(folder: &Path) -> Result<Option<Fields>, String> {
    if read_meta(folder).map_err(|error| error.to_string())?.is_none() {
        return Ok(None);
    }
    let bytes = std::fs::read(folder.join(META)).map_err(|error| error.to_string())?;
    let properties = Properties::from_bytes(&bytes).map_err(|error| error.to_string())?;
    Ok(Some(properties.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()))
}
