//! definitions.json out of the original's definition files: comments and sentences stay behind.

use std::path::Path;

use serde_json::{Map, Value};

const MESSAGE_KEYS: &[&str] = &[
    "name",
    "type",
    "apiKey",
    "listeners",
    "validVersions",
    "flexibleVersions",
    "latestVersionUnstable",
    "fields",
    "commonStructs",
];
const FIELD_KEYS: &[&str] = &[
    "name",
    "type",
    "versions",
    "nullableVersions",
    "default",
    "ignorable",
    "tag",
    "taggedVersions",
    "flexibleVersions",
    "fields",
];
/// Of other modules than the broker's: Streams' own subscription, and tiered storage's metadata.
const LEFT_OUT: &[&str] = &["SubscriptionInfoData"];

pub fn extract(dirs: &[String], target: &Path) -> Result<(), String> {
    let mut messages = Vec::new();
    for dir in dirs {
        collect(Path::new(dir), &mut messages)?;
    }
    messages.sort_by(|a: &Value, b| a["name"].as_str().cmp(&b["name"].as_str()));
    messages.dedup_by(|a, b| a["name"] == b["name"]);
    let lines: Vec<String> = messages.iter().map(Value::to_string).collect();
    std::fs::write(target, format!("[\n{}\n]\n", lines.join(",\n"))).map_err(|e| format!("{}: {e}", target.display()))
}

fn collect(dir: &Path, messages: &mut Vec<Value>) -> Result<(), String> {
    for entry in std::fs::read_dir(dir).map_err(|e| format!("{}: {e}", dir.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.is_dir() {
            collect(&path, messages)?;
        } else if path.extension().is_some_and(|e| e == "json") {
            let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let name = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
            if LEFT_OUT.contains(&name) || name.starts_with("Remote") {
                continue;
            }
            let bare: Vec<&str> = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect();
            let value: Value =
                serde_json::from_str(&bare.join("\n")).map_err(|e| format!("{}: {e}", path.display()))?;
            messages.push(strip(&value, MESSAGE_KEYS));
        }
    }
    Ok(())
}

fn strip(value: &Value, keys: &[&str]) -> Value {
    let mut kept = Map::new();
    for key in keys {
        match (&value[*key], *key) {
            (Value::Null, _) => {}
            (Value::Array(list), "fields") => {
                kept.insert("fields".into(), list.iter().map(|f| strip(f, FIELD_KEYS)).collect());
            }
            (Value::Array(list), "commonStructs") => {
                kept.insert("commonStructs".into(), list.iter().map(|f| strip(f, FIELD_KEYS)).collect());
            }
            (other, _) => {
                kept.insert((*key).into(), other.clone());
            }
        }
    }
    Value::Object(kept)
}
