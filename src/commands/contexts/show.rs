//! What contexts look like; a secret is never among it.

use serde_json::{Map, Value, json};

use super::choice::{By, Chosen, Contexts};
use super::file::{Profile, is_secret};
use crate::commands::connection::{Connection, Origin};
use crate::commands::login::VARIABLE;
use crate::commands::said::Said;
use crate::output::table::{Cell, Table};

pub const HIDDEN: &str = "(hidden)";

/// `kt context list`.
pub fn list(contexts: &Contexts, chosen: Option<&str>) -> Said {
    let mut table = Table::new(&["CONTEXT", "CURRENT", "BOOTSTRAP", "USER", "GUARD", "+FILE"]);
    let mut rows = Vec::new();
    for (name, file, profile) in contexts.all() {
        let dash = |text: &Option<String>| match text {
            Some(text) => Cell::new(text.clone()),
            None => Cell::new("-").exactly(""),
        };
        let guard = guard(profile);
        let current = chosen == Some(name);
        table.row([
            name.into(),
            Cell::new(if current { "yes" } else { "" }),
            dash(&profile.bootstrap),
            dash(&profile.user),
            Cell::new(guard),
            file.path.display().to_string().into(),
        ]);
        rows.push(json!({
            "name": name, "current": current, "bootstrap": profile.bootstrap, "user": profile.user,
            "protected": profile.protected, "readOnly": profile.read_only, "file": file.path,
        }));
    }
    Said::new("", table, Value::Array(rows))
}

fn guard(profile: &Profile) -> &'static str {
    match (profile.read_only, profile.protected) {
        (true, _) => "read-only",
        (_, true) => "protected",
        _ => "",
    }
}

/// What one context says, key by key.
fn entries(profile: &Profile) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut put = |key: &str, value: Option<String>| found.extend(value.map(|value| (key.to_owned(), value)));
    put("bootstrap", profile.bootstrap.clone());
    put("command-config", profile.command_config.as_ref().map(|path| path.display().to_string()));
    put("tls", profile.tls.map(|tls| tls.to_string()));
    put("mechanism", profile.mechanism.clone());
    put("user", profile.user.clone());
    let asked_for = profile.user.is_some() && !profile.properties.iter().any(|(key, _)| is_secret(key));
    let asked_for = asked_for.then(|| format!("(from ${VARIABLE}, or asked for)"));
    put("password", profile.password.as_ref().map(ToString::to_string).or(asked_for));
    put("timeout", profile.timeout.map(|time| humantime::format_duration(time).to_string()));
    put("resolve", (!profile.resolve.is_empty()).then(|| profile.resolve.join(" ")));
    put("protected", profile.protected.then(|| "true".to_owned()));
    put("read-only", profile.read_only.then(|| "true".to_owned()));
    for (key, value) in &profile.properties {
        found.push((key.clone(), if is_secret(key) { HIDDEN.to_owned() } else { value.clone() }));
    }
    found
}

/// `kt context show`.
pub fn one(chosen: &Chosen) -> Said {
    let mut table = Table::new(&["KEY", "VALUE"]);
    let mut values = Map::new();
    let named = [("name".to_owned(), chosen.name.clone()), ("file".to_owned(), chosen.file.display().to_string())];
    for (key, value) in named.into_iter().chain(entries(&chosen.profile)) {
        table.row([key.as_str().into(), value.as_str().into()]);
        values.insert(key, Value::String(value));
    }
    Said::new("", table, Value::Object(values))
}

/// `kt context show --resolved`: everything that a call would use, and where it comes from.
pub fn resolved(connection: &Connection) -> Said {
    let mut rows: Vec<(String, String, String)> = Vec::new();
    let context = connection.context.as_ref();
    let from_context =
        context.map_or(String::new(), |chosen| format!("context {} in {}", chosen.name, chosen.file.display()));
    if let Some(chosen) = context {
        let by = match &chosen.by {
            By::File(path) => path.display().to_string(),
            by => by.to_string(),
        };
        rows.push(("context".into(), chosen.name.clone(), by));
    }
    let origin = match &connection.origin {
        Origin::Flag => "--bootstrap-server".to_owned(),
        Origin::Variable(name) => (*name).to_owned(),
        Origin::Context => from_context.clone(),
        Origin::Default => "default".to_owned(),
    };
    rows.push(("bootstrap".into(), connection.servers.clone(), origin));
    if connection.tls {
        rows.push(("tls".into(), "true".into(), "--tls or KT_TLS".into()));
    }
    if let Some(user) = &connection.user {
        rows.push(("user".into(), user.clone(), "--user or KT_USER".into()));
    }
    if let Some(mechanism) = &connection.mechanism {
        rows.push(("mechanism".into(), mechanism.clone(), "KT_MECHANISM".into()));
    }
    if let Some(path) = &connection.config_file {
        let by_context = context.is_some_and(|chosen| chosen.profile.command_config.as_ref() == Some(path));
        let origin = if by_context { from_context.clone() } else { "--command-config or KT_COMMAND_CONFIG".to_owned() };
        rows.push(("command-config".into(), path.display().to_string(), origin));
    }
    let profile = context.map(|chosen| entries(&chosen.profile)).unwrap_or_default();
    for (key, value) in
        profile.into_iter().filter(|(key, _)| !matches!(&**key, "bootstrap" | "command-config" | "timeout"))
    {
        let by_flag = key == "user" && connection.user.is_some() || key == "tls" && connection.tls;
        if !by_flag && !connection.properties.iter().any(|(known, _)| *known == key) {
            rows.push((key, value, from_context.clone()));
        }
    }
    for (key, value) in &connection.properties {
        let value = if is_secret(key) { HIDDEN } else { value };
        rows.push((key.clone(), value.to_owned(), "--command-property".into()));
    }
    if let Some(limit) = connection.timeout_ms {
        let time = humantime::format_duration(std::time::Duration::from_millis(limit)).to_string();
        let by_context = context
            .is_some_and(|chosen| chosen.profile.timeout.is_some_and(|time| time.as_millis() == u128::from(limit)));
        let origin = if by_context { from_context } else { "--timeout or KT_TIMEOUT".to_owned() };
        rows.push(("timeout".into(), time, origin));
    }
    let mut table = Table::new(&["KEY", "VALUE", "FROM"]);
    let mut values = Vec::new();
    for (key, value, from) in rows {
        table.row([key.as_str().into(), value.as_str().into(), from.as_str().into()]);
        values.push(json!({ "key": key, "value": value, "from": from }));
    }
    Said::new("", table, Value::Array(values))
}
