//! What is known about one key: its type, default, rule, and whether it may change while the broker runs.
//!
//! The rules speak with the words of Kafka's ConfigDef, because its tools print them.

use crate::config::value::{self, Value};

/// A key of one of the tables.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Key {
    pub name: &'static str,
    pub kind: Kind,
    pub preset: Preset,
    pub check: Check,
    pub importance: Importance,
    pub update: Update,
    /// Its place in Kafka's order of definition.
    pub order: u16,
    /// Understood, but shown to nobody.
    pub internal: bool,
}

/// The type of a key's value, numbered as DescribeConfigs numbers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i8)]
pub enum Kind {
    Boolean = 1,
    String = 2,
    Int = 3,
    Short = 4,
    Long = 5,
    Double = 6,
    List = 7,
    Class = 8,
    Password = 9,
}

/// What holds when nobody sets the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// Kafka refuses to start without the key.
    Required,
    Null,
    Is(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Importance {
    High,
    Medium,
    Low,
}

/// Whether a broker takes a new value while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Update {
    ReadOnly,
    PerBroker,
    ClusterWide,
}

/// The rule a value must keep.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Check {
    Any,
    AtLeast(f64),
    Between(f64, f64),
    OneOf(&'static [&'static str]),
    OneOfAnyCase(&'static [&'static str]),
    /// No allowed values named means any value but an empty one.
    ListOf {
        allowed: &'static [&'static str],
        empty: bool,
        null: bool,
    },
    NonNull,
    NonEmpty,
    GzipLevel,
    ThrottledReplicas,
    QuorumVoters,
    BootstrapServers,
    ShareOffsetReset,
}

/// One row of a generated table.
pub(super) const fn key(
    name: &'static str,
    kind: Kind,
    preset: Preset,
    check: Check,
    importance: Importance,
    update: Update,
    order: u16,
) -> Key {
    Key { name, kind, preset, check, importance, update, order, internal: false }
}

impl Key {
    pub(super) const fn internal(mut self) -> Key {
        self.internal = true;
        self
    }

    /// Secrets are never shown to anybody.
    pub fn is_sensitive(&self) -> bool {
        self.kind == Kind::Password
    }

    /// The default as text; `None` for a key without one.
    pub fn default_text(&self) -> Option<&'static str> {
        match self.preset {
            Preset::Is(text) => Some(text),
            Preset::Null | Preset::Required => None,
        }
    }

    /// The default as a value; null for a key without one.
    pub fn default_value(&self) -> Value {
        match self.default_text() {
            Some(text) => value::parse(self.kind, self.name, text).expect("a test parses every default of the tables"),
            None => Value::Null,
        }
    }

    /// The value a text means for this key, or Kafka's words for why it means none.
    pub fn parse(&self, text: &str) -> Result<Value, String> {
        let mut value = value::parse(self.kind, self.name, text)?;
        // Kafka removes repetitions from the lists it checks element by element, and only from those.
        if let (Check::ListOf { .. }, Value::List(items)) = (self.check, &mut value) {
            let mut seen = std::collections::HashSet::new();
            items.retain(|item| seen.insert(item.clone()));
        }
        self.check.run(self.name, &value)?;
        Ok(value)
    }
}

impl Check {
    /// Whether a value keeps the rule; if not, Kafka's words for it.
    pub fn run(self, name: &str, value: &Value) -> Result<(), String> {
        match self {
            Check::Any => Ok(()),
            Check::AtLeast(min) => in_range(name, value, min, f64::INFINITY),
            Check::Between(min, max) => in_range(name, value, min, max),
            Check::OneOf(allowed) => {
                let text = value.to_text();
                if text.as_deref().is_some_and(|text| allowed.contains(&text)) {
                    return Ok(());
                }
                Err(wrong(name, value, &format!("String must be one of: {}", allowed.join(", "))))
            }
            Check::OneOfAnyCase(allowed) => {
                let text = value.to_text();
                if text.is_some_and(|text| allowed.contains(&text.to_uppercase().as_str())) {
                    return Ok(());
                }
                let why = format!("String must be one of (case insensitive): {}", allowed.join(", "));
                Err(wrong(name, value, &why))
            }
            Check::ListOf { allowed, empty, null } => check_list(name, value, allowed, empty, null),
            Check::NonNull if *value == Value::Null => Err(wrong(name, value, "entry must be non null")),
            Check::NonEmpty if *value == Value::Text(String::new()) => {
                Err(wrong(name, value, "String must be non-empty"))
            }
            Check::NonNull | Check::NonEmpty => Ok(()),
            Check::GzipLevel => match value {
                Value::Int(-1 | 1..=9) => Ok(()),
                _ => Err(wrong(name, value, "Value must be between 1 and 9 or equal to -1")),
            },
            Check::ThrottledReplicas => check_throttled_replicas(name, value),
            Check::QuorumVoters | Check::BootstrapServers => check_endpoints(name, value, self == Check::QuorumVoters),
            Check::ShareOffsetReset => check_share_offset_reset(name, value),
        }
    }
}

/// "Invalid value … for configuration …", as Kafka's ConfigException says it.
pub(crate) fn wrong(name: &str, value: &Value, why: &str) -> String {
    format!("Invalid value {value} for configuration {name}: {why}")
}

// Kafka compares all numbers as doubles, so NaN lies in every range.
fn in_range(name: &str, value: &Value, min: f64, max: f64) -> Result<(), String> {
    match value.as_f64() {
        None => Err(wrong(name, value, "Value must be non-null")),
        Some(n) if n < min => Err(wrong(name, value, &format!("Value must be at least {min}"))),
        Some(n) if n > max => Err(wrong(name, value, &format!("Value must be no more than {max}"))),
        Some(_) => Ok(()),
    }
}

fn check_list(name: &str, value: &Value, allowed: &[&str], empty: bool, null: bool) -> Result<(), String> {
    let Value::List(items) = value else {
        return if null { Ok(()) } else { Err(format!("Configuration '{name}' values must not be null.")) };
    };
    if items.is_empty() && !empty {
        let valid = match allowed {
            [] => "any non-empty value".to_string(),
            _ => format!("[{}]", allowed.join(", ")),
        };
        return Err(format!("Configuration '{name}' must not be empty. Valid values include: {valid}"));
    }
    for item in items {
        if item.is_empty() {
            return Err(format!("Configuration '{name}' values must not be empty."));
        }
        if !allowed.is_empty() && !allowed.contains(&item.as_str()) {
            let why = format!("String must be one of: {}", allowed.join(", "));
            return Err(wrong(name, &Value::Text(item.clone()), &why));
        }
    }
    Ok(())
}

fn check_throttled_replicas(name: &str, value: &Value) -> Result<(), String> {
    let Value::List(items) = value else {
        return Err(wrong(name, value, &format!("{name} must be a List")));
    };
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let replica = |item: &String| {
        item.is_empty() || item.split_once(':').is_some_and(|(partition, broker)| number(partition) && number(broker))
    };
    if items.iter().all(replica) || items.as_slice() == ["*"] {
        return Ok(());
    }
    let why = format!(
        "{name} must be the literal '*' or a list of replicas in the following format: \
         [partitionId]:[brokerId],[partitionId]:[brokerId],..."
    );
    Err(wrong(name, value, &why))
}

/// The `id@host:port` of voters and the `host:port` of bootstrap controllers. kt has no quorum over machines, so the
/// entries are only read to tell a typing error from a list.
fn check_endpoints(name: &str, value: &Value, with_id: bool) -> Result<(), String> {
    let Value::List(items) = value else {
        return Err(wrong(name, value, "entry must be non null"));
    };
    for item in items {
        let address = match (with_id, item.split_once('@')) {
            (false, _) => item,
            (true, None) => {
                let form = "Each entry should be in the form `{id}@{host}:{port}`.";
                return Err(format!("Invalid configuration value for {name}. {form}"));
            }
            (true, Some((id, address))) => {
                id.parse::<i32>().map_err(|_| format!("Failed to parse voter ID as an integer from {id}"))?;
                address
            }
        };
        let host_and_port = address.rsplit_once(':');
        let is_host = |host: &str| host.chars().all(|c| c.is_ascii_alphanumeric() || "-%._:[]".contains(c));
        if !host_and_port.is_some_and(|(host, port)| is_host(host) && port.parse::<u16>().is_ok()) {
            return Err(match with_id {
                true => format!(
                    "Failed to parse host name from entry {item} for the configuration {name}. Each entry should be in the \
                     form `{{id}}@{{host}}:{{port}}`."
                ),
                false => format!(
                    "Failed to parse host name from {item} for the configuration {name}. Each entry should be in the form \
                     \"{{host}}:{{port}}\""
                ),
            });
        }
    }
    Ok(())
}

fn check_share_offset_reset(name: &str, value: &Value) -> Result<(), String> {
    let text = value.to_text().unwrap_or_default();
    let valid = match text.strip_prefix("by_duration:") {
        Some(duration) => value::iso_duration_ms(duration).is_some_and(|ms| ms >= 0),
        None => text == "earliest" || text == "latest",
    };
    if valid {
        return Ok(());
    }
    let why = format!(
        "Invalid value `{text}` for configuration {name}. The value must be either 'earliest', 'latest' or of the format \
         'by_duration:<PnDTnHnMn.nS>'."
    );
    Err(wrong(name, value, &why))
}
