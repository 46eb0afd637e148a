//! A broker's own configuration: what it is and where, fixed for as long as it runs.
//!
//! [`BrokerConfig::read`] takes a server.properties of Kafka 2.x, 3.x or 4.x with everything laid over it, renames what
//! is called differently today, checks every value, and names what means nothing here. The numbers that may change while
//! the broker runs are in [`super::settings::Settings`], made from the [`Layers`].

mod listeners;

use std::path::PathBuf;

pub use listeners::{Listener, Listeners, Protocol};

use super::environment::TopicToCreate;
use super::keys::{self, Kind, retired};
use super::layers::Layers;
use super::refused::Overrides;
use super::rules;
use super::sources::{Origin, Sources, WrongSetting, WrongSettings};
use super::synonyms;
use super::value::{Value, java_trim};

/// Settings that Kafka's authorizer reads, which its own table of keys does not list.
const OF_THE_AUTHORIZER: [&str; 2] = ["allow.everyone.if.no.acl.found", "super.users"];

/// Names of Kafka's own authorizer through the ages.
const AUTHORIZERS: [&str; 3] = [
    "kafka.security.auth.SimpleAclAuthorizer",
    "kafka.security.authorizer.AclAuthorizer",
    "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
];

/// Java classes that decide who may do what. To go on without one would be to let everybody in.
const GUARDS: &[&str] = &[
    "alter.config.policy.class.name",
    "client.quota.callback.class",
    "create.topic.policy.class.name",
    "principal.builder.class",
    "sasl.login.callback.handler.class",
    "sasl.login.class",
    "sasl.server.callback.handler.class",
    "ssl.engine.factory.class",
];

#[derive(Debug, Clone, PartialEq)]
pub struct BrokerConfig {
    /// `node.id` or `broker.id`; `None` where neither says one, and the data folder decides.
    pub node_id: Option<i32>,
    pub rack: Option<String>,
    pub listeners: Listeners,
    /// `log.dirs` or `log.dir`; empty where neither is set.
    pub log_dirs: Vec<PathBuf>,
    pub metadata_log_dir: Option<PathBuf>,
    /// Whether ACLs are checked.
    pub authorizer: bool,
    pub super_users: Vec<String>,
    pub allow_everyone_if_no_acl_found: bool,
    /// What KAFKA_CREATE_TOPICS asks for.
    pub create_topics: Vec<TopicToCreate>,
    /// Keys that Kafka once had and that mean nothing to kt, to be named once in the log.
    pub ignored: Vec<String>,
    /// Keys nobody knows, likely misspelt, to be named once in the log.
    pub unknown: Vec<String>,
    fixed: Overrides,
}

impl BrokerConfig {
    /// What the gathered settings say, or everything that is wrong with them.
    pub fn read(mut sources: Sources) -> Result<BrokerConfig, WrongSettings> {
        modernise(&mut sources);
        let mut wrong = check_values(&sources);
        let listeners = listeners::read(&sources).map_err(|more| wrong.extend(more)).ok();
        let node_id = read_node_id(&sources).map_err(|one| wrong.push(one)).ok().flatten();
        wrong.extend(check_roles(&sources));
        wrong.extend(check_classes(&sources));
        let (ignored, unknown) = sort_out_strangers(&sources);
        let fixed = fixed_settings(&sources, node_id);
        let layers = Layers::new(fixed.clone(), &Overrides::new(), &Overrides::new());
        if wrong.is_empty() {
            wrong.extend(rules::check(&layers).err().map(|why| rule_broken(&sources, why)));
        }
        let Some(listeners) = listeners.filter(|_| wrong.is_empty()) else {
            wrong.sort_by(|a, b| a.origin.cmp(&b.origin));
            return Err(WrongSettings(wrong));
        };
        let text = |key: &str| sources.get(key).map(java_trim).filter(|text| !text.is_empty()).map(str::to_string);
        Ok(BrokerConfig {
            node_id,
            rack: text("broker.rack"),
            listeners,
            log_dirs: paths(&layers, &["log.dirs", "log.dir"], &sources),
            metadata_log_dir: text("metadata.log.dir").map(PathBuf::from),
            authorizer: text("authorizer.class.name").is_some(),
            super_users: text("super.users")
                .map(|users| users.split(';').map(|u| java_trim(u).to_string()).collect())
                .unwrap_or_default(),
            allow_everyone_if_no_acl_found: text("allow.everyone.if.no.acl.found")
                .is_some_and(|on| on.eq_ignore_ascii_case("true")),
            create_topics: std::mem::take(&mut sources.create_topics),
            ignored,
            unknown,
            fixed,
        })
    }

    /// The settings that stand in the file, the environment and on the command line, under their names of today.
    pub fn fixed(&self) -> &Overrides {
        &self.fixed
    }

    /// Settles the id where the settings leave it open.
    pub fn settle_node_id(&mut self, id: i32) {
        self.node_id = Some(id);
        for key in ["node.id", "broker.id"] {
            self.fixed.insert(key.to_string(), id.to_string());
        }
    }

    /// These settings under the dynamic ones of all brokers and of this one.
    pub fn layers(&self, cluster: &Overrides, broker: &Overrides) -> Layers {
        Layers::new(self.fixed.clone(), cluster, broker)
    }
}

/// kt's own presets give way to whoever says the same under another name: a file's `log.dir` is not to be hidden by a
/// preset `log.dirs`, and who is advertised to others is to be reached by them.
fn yield_presets(sources: &mut Sources) {
    const OTHER_NAMES: [(&str, &[&str]); 4] = [
        ("listeners", &["host.name", "port", "advertised.listeners", "advertised.host.name", "advertised.port"]),
        ("log.dirs", &["log.dir"]),
        ("node.id", &["broker.id"]),
        ("broker.id", &["node.id"]),
    ];
    let is_preset = |sources: &Sources, key: &str| sources.origin(key) == Some(&Origin::Preset);
    let presets = sources.iter().filter(|(_, setting)| setting.origin == Origin::Preset);
    for key in presets.map(|(key, _)| key.to_string()).collect::<Vec<_>>() {
        let others = OTHER_NAMES.into_iter().find(|(name, _)| *name == key).map_or(&[][..], |(_, others)| others);
        let mut others = others.iter().copied().chain(synonyms::of_broker_key(&key));
        if others.any(|other| sources.origin(other).is_some() && !is_preset(sources, other)) {
            sources.remove(&key);
        }
    }
}

/// Old names become those of today.
fn modernise(sources: &mut Sources) {
    yield_presets(sources);
    listeners::modernise(sources);
    let old: Vec<String> = sources.iter().map(|(key, _)| key.to_string()).collect();
    for key in old {
        if let Some(new) = retired::successor(&key) {
            sources.rename(&key, new);
        }
    }
}

/// Every value of a known key, or of a listener's form of one, fits its type and rule.
fn check_values(sources: &Sources) -> Vec<WrongSetting> {
    let mut wrong = Vec::new();
    for (name, setting) in sources.iter() {
        let key = keys::BROKER.get(name).or_else(|| keys::BROKER.get(synonyms::plain_key(name)?));
        // The ids are read on their own: a negative one is an older Kafka's way to ask for any.
        if let Some(key) = key.filter(|key| !["node.id", "broker.id"].contains(&key.name))
            && let Err(why) = key.parse(&setting.value)
        {
            wrong.push(sources.wrong(name, why));
        }
    }
    wrong
}

fn read_node_id(sources: &Sources) -> Result<Option<i32>, WrongSetting> {
    let mut found: Option<i32> = None;
    for key in ["node.id", "broker.id"] {
        let Some(text) = sources.get(key) else { continue };
        let id = super::value::parse(Kind::Int, key, text).map_err(|why| sources.wrong(key, why))?;
        let Some(id) = id.as_i64().and_then(|id| i32::try_from(id).ok()).filter(|id| *id >= 0) else { continue };
        if found.is_some_and(|other| other != id) {
            return Err(sources.wrong("node.id", "You must set `node.id` to the same value as `broker.id`."));
        }
        found = Some(id);
    }
    Ok(found)
}

fn check_roles(sources: &Sources) -> Option<WrongSetting> {
    let roles = sources.get("process.roles").map(java_trim)?;
    let not_alone = roles.split(',').any(|role| java_trim(role) != "controller");
    let why = "process.roles has no broker in it: kt is broker and controller in one, and cannot be a controller alone";
    (!roles.is_empty() && !not_alone).then(|| sources.wrong("process.roles", why))
}

fn check_classes(sources: &Sources) -> Vec<WrongSetting> {
    let mut wrong = Vec::new();
    for (name, setting) in sources.iter() {
        let plain = synonyms::plain_key(name).unwrap_or(name);
        let class = java_trim(&setting.value);
        let default = keys::BROKER.get(plain).and_then(|key| key.default_text());
        let foreign = !class.is_empty() && default != Some(class);
        if (GUARDS.contains(&plain) && foreign)
            || (plain == "authorizer.class.name" && foreign && !AUTHORIZERS.contains(&class))
        {
            wrong.push(sources.wrong(name, format!("kt cannot load Java classes such as {class}")));
        }
        if name == "config.providers" && !class.is_empty() {
            wrong.push(sources.wrong(name, "kt does not look values up in config.providers: write them out"));
        }
    }
    wrong
}

/// The keys of other ages and the keys of nobody.
fn sort_out_strangers(sources: &Sources) -> (Vec<String>, Vec<String>) {
    let (mut ignored, mut unknown) = (Vec::new(), Vec::new());
    for (name, _) in sources.iter() {
        let of_plugin = ["rsm.config.", "rlmm.config.", "config.providers.", "confluent."];
        let known = keys::BROKER.get(name).is_some()
            || OF_THE_AUTHORIZER.contains(&name)
            || synonyms::plain_key(name).is_some_and(|key| keys::BROKER.get(key).is_some());
        if known {
            continue;
        }
        if retired::was_a_key(name) || of_plugin.iter().any(|prefix| name.starts_with(prefix)) {
            ignored.push(name.to_string());
        } else {
            unknown.push(name.to_string());
        }
    }
    // Whether they were taken up under another name.
    let taken_up = ["host.name", "port", "advertised.host.name", "advertised.port"];
    ignored.retain(|name| !taken_up.contains(&name.as_str()));
    (ignored, unknown)
}

/// What the settings amount to for whoever asks: an id has both its names, as in Kafka.
fn fixed_settings(sources: &Sources, node_id: Option<i32>) -> Overrides {
    let mut fixed = sources.to_overrides();
    for key in ["node.id", "broker.id"] {
        match node_id {
            Some(id) => fixed.insert(key.to_string(), id.to_string()),
            None => fixed.remove(key),
        };
    }
    fixed.entry("process.roles".to_string()).or_insert_with(|| "broker,controller".to_string());
    fixed
}

/// The setting a broken rule is about is the first one that its sentence names.
fn rule_broken(sources: &Sources, why: String) -> WrongSetting {
    let named = |word: &str| sources.origin(word.trim_end_matches(['.', ',', '='])).is_some();
    let key = why.split([' ', '=']).find(|word| named(word)).unwrap_or_default().to_string();
    WrongSetting { origin: sources.origin(&key).cloned(), key, why: why.replacen("requirement failed: ", "", 1) }
}

fn paths(layers: &Layers, keys: &[&str], sources: &Sources) -> Vec<PathBuf> {
    for key in keys {
        if let (Some(_), Value::List(dirs)) = (sources.get(key), layers.named(key))
            && !dirs.is_empty()
        {
            return dirs.into_iter().map(PathBuf::from).collect();
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests;
