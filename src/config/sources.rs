//! Where a broker's settings come from, the stronger over the weaker: kt's own presets, the file, the environment of the
//! well-known container images, `--override`. Every setting remembers its origin, so that an error can name it.

use std::collections::BTreeMap;
use std::fmt;

use super::environment;
use super::properties::Properties;
use super::refused::Overrides;

/// In the order in which errors are listed: a file's by line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// kt's own choice.
    Preset,
    File {
        name: String,
        line: usize,
    },
    /// The name of the variable.
    Environment(String),
    Override,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Preset => f.write_str("kt's preset"),
            Origin::File { name, line } => write!(f, "{name}:{line}"),
            Origin::Environment(variable) => write!(f, "the environment's {variable}"),
            Origin::Override => f.write_str("--override"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub value: String,
    pub origin: Origin,
}

/// A setting that cannot hold: which, where it stands, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongSetting {
    pub key: String,
    /// `None` for a rule over several keys, or a key that is missing.
    pub origin: Option<Origin>,
    pub why: String,
}

impl fmt::Display for WrongSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(origin) = &self.origin {
            write!(f, "{origin}: ")?;
        }
        if !self.why.contains(&self.key) {
            write!(f, "{}: ", self.key)?;
        }
        f.write_str(&self.why)
    }
}

/// Everything that is wrong with the settings, so that one reading is enough to put it right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongSettings(pub Vec<WrongSetting>);

impl fmt::Display for WrongSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, wrong) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            wrong.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for WrongSettings {}

/// The settings gathered so far. Add the sources from the weakest to the strongest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    settings: BTreeMap<String, Setting>,
    /// What KAFKA_CREATE_TOPICS asks for.
    pub create_topics: Vec<environment::TopicToCreate>,
}

impl Sources {
    /// A value kt starts with where nobody says otherwise.
    pub fn preset(&mut self, key: &str, value: impl Into<String>) {
        self.put(key, value.into(), Origin::Preset);
    }

    /// The entries of a server.properties; `name` is what errors call the file.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), WrongSettings> {
        let properties = Properties::from_bytes(bytes).map_err(|bad| {
            let origin = Origin::File { name: name.to_string(), line: bad.line };
            let why = "\\u needs four hexadecimal digits".to_string();
            WrongSettings(vec![WrongSetting { key: String::new(), origin: Some(origin), why }])
        })?;
        for entry in properties.iter() {
            let origin = Origin::File { name: name.to_string(), line: entry.line };
            self.put(&entry.key, entry.value.clone(), origin);
        }
        Ok(())
    }

    /// The `KAFKA_…` variables; others are passed over.
    pub fn environment(&mut self, variables: impl IntoIterator<Item = (String, String)>) -> Result<(), WrongSettings> {
        let read = environment::read(variables)?;
        for (key, variable, value) in read.settings {
            self.put(&key, value, Origin::Environment(variable));
        }
        self.create_topics = read.create_topics;
        Ok(())
    }

    /// A value given on the command line: it holds above everything.
    pub fn set(&mut self, key: &str, value: impl Into<String>) {
        self.put(key, value.into(), Origin::Override);
    }

    /// Takes back what was said of a key.
    pub fn unset(&mut self, key: &str) {
        self.settings.remove(key);
    }

    fn put(&mut self, key: &str, value: String, origin: Origin) {
        self.settings.insert(key.to_string(), Setting { value, origin });
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.settings.get(key).map(|setting| setting.value.as_str())
    }

    pub fn origin(&self, key: &str) -> Option<&Origin> {
        self.settings.get(key).map(|setting| &setting.origin)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Setting)> {
        self.settings.iter().map(|(key, setting)| (key.as_str(), setting))
    }

    /// Gives a setting another name, origin kept; a setting that has the new name already stays.
    pub(super) fn rename(&mut self, old: &str, new: &str) {
        if let Some(setting) = self.settings.remove(old) {
            self.settings.entry(new.to_string()).or_insert(setting);
        }
    }

    pub(super) fn remove(&mut self, key: &str) {
        self.settings.remove(key);
    }

    /// Sets a key to a value that kt worked out from another one's.
    pub(super) fn derive(&mut self, key: &str, value: String, from: &str) {
        let origin = self.origin(from).cloned().unwrap_or(Origin::Preset);
        self.put(key, value, origin);
    }

    pub(super) fn wrong(&self, key: &str, why: impl Into<String>) -> WrongSetting {
        WrongSetting { key: key.to_string(), origin: self.origin(key).cloned(), why: why.into() }
    }

    pub fn to_overrides(&self) -> Overrides {
        self.settings.iter().map(|(key, setting)| (key.clone(), setting.value.clone())).collect()
    }
}
