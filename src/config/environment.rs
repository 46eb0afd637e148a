//! The environment of the well-known Kafka images: `KAFKA_FOO_BAR` sets `foo.bar` (`__` stands for `_`, `___` for `-`),
//! `KAFKA_CFG_FOO_BAR` too, and `KAFKA_CREATE_TOPICS` names topics to create.

use super::sources::{Origin, WrongSetting, WrongSettings};
use super::value::java_trim;

/// What the images read for themselves, and what Kafka's own scripts read.
const NO_SETTINGS: &[&str] = &[
    "KAFKA_BASE_DIR",
    "KAFKA_BOOTSTRAP_SERVERS",
    "KAFKA_CLUSTER_ID",
    "KAFKA_CREATE_TOPICS",
    "KAFKA_CREATE_TOPICS_SEPARATOR",
    "KAFKA_DEBUG",
    "KAFKA_HOME",
    "KAFKA_KRAFT_CLUSTER_ID",
    "KAFKA_LOG",
    "KAFKA_VERSION",
    "KAFKA_VOLUME_DIR",
];

/// A topic that KAFKA_CREATE_TOPICS asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicToCreate {
    pub name: String,
    pub partitions: i32,
    pub replicas: i16,
    /// The fourth field, such as "compact".
    pub cleanup_policy: Option<String>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Read {
    /// Key, variable, value; sorted by variable.
    pub settings: Vec<(String, String, String)>,
    pub create_topics: Vec<TopicToCreate>,
}

pub(super) fn read(variables: impl IntoIterator<Item = (String, String)>) -> Result<Read, WrongSettings> {
    let mut variables: Vec<(String, String)> =
        variables.into_iter().filter(|(name, _)| name.starts_with("KAFKA_")).collect();
    variables.sort();
    let separator = find(&variables, "KAFKA_CREATE_TOPICS_SEPARATOR").unwrap_or(",").to_string();
    let create_topics = match find(&variables, "KAFKA_CREATE_TOPICS") {
        Some(list) => topics_to_create(list, &separator).map_err(|why| {
            let key = "KAFKA_CREATE_TOPICS".to_string();
            WrongSettings(vec![WrongSetting { origin: Some(Origin::Environment(key.clone())), key, why }])
        })?,
        None => Vec::new(),
    };
    let is_setting = |name: &str| !NO_SETTINGS.contains(&name) && !name.ends_with("_OPTS") && !name.contains("LOG4J");
    let settings = variables
        .into_iter()
        .filter(|(name, _)| is_setting(name))
        .map(|(name, value)| (key_of(&name), name, value))
        .filter(|(key, _, _)| !key.is_empty())
        .collect();
    Ok(Read { settings, create_topics })
}

fn find<'a>(variables: &'a [(String, String)], name: &str) -> Option<&'a str> {
    variables.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// `KAFKA_LOG_RETENTION_MS` → `log.retention.ms`.
fn key_of(variable: &str) -> String {
    let rest = variable.strip_prefix("KAFKA_CFG_").or_else(|| variable.strip_prefix("KAFKA_")).unwrap_or(variable);
    let lower = rest.to_lowercase();
    lower.replace("___", "-").replace("__", "\0").replace('_', ".").replace('\0', "_")
}

/// "name:partitions:replicas[:policy]", one after the other.
pub fn topics_to_create(list: &str, separator: &str) -> Result<Vec<TopicToCreate>, String> {
    let separator = if separator.is_empty() { "," } else { separator };
    let items = list.split(separator).map(java_trim).filter(|item| !item.is_empty());
    items.map(topic_to_create).collect()
}

fn topic_to_create(item: &str) -> Result<TopicToCreate, String> {
    let mut fields = item.split(':').map(java_trim);
    let name = fields.next().unwrap_or_default();
    let mut count = |what: &str| -> Result<i16, String> {
        match fields.next() {
            None | Some("") => Ok(1),
            Some(text) => match text.parse::<i16>() {
                Ok(n) if n > 0 => Ok(n),
                _ => Err(format!("topic '{name}' cannot have {text} {what}: write name:partitions:replicas[:policy]")),
            },
        }
    };
    let partitions = i32::from(count("partitions")?);
    let replicas = count("replicas")?;
    let cleanup_policy = fields.next().filter(|policy| !policy.is_empty()).map(str::to_string);
    if name.is_empty() || fields.next().is_some() {
        return Err(format!("'{item}' is no topic: write name:partitions:replicas[:policy]"));
    }
    Ok(TopicToCreate { name: name.to_string(), partitions, replicas, cleanup_policy })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(variables: &[(&str, &str)]) -> Read {
        read(variables.iter().map(|(k, v)| (k.to_string(), v.to_string()))).unwrap()
    }

    fn keys(variables: &[&str]) -> Vec<String> {
        from(&variables.iter().map(|name| (*name, "1")).collect::<Vec<_>>())
            .settings
            .into_iter()
            .map(|(key, _, _)| key)
            .collect()
    }

    #[test]
    fn a_variable_is_a_key_in_capitals() {
        assert_eq!(
            keys(&[
                "KAFKA_BROKER_ID",
                "KAFKA_CFG_NODE_ID",
                "KAFKA_LISTENER_NAME_A_SCRAM___SHA___256_SASL_JAAS_CONFIG",
                "KAFKA_X__Y_Z",
                "HOME",
            ]),
            ["broker.id", "node.id", "listener.name.a.scram-sha-256.sasl.jaas.config", "x_y.z"]
        );
    }

    #[test]
    fn what_the_images_and_scripts_read_for_themselves_is_no_setting() {
        let own = ["KAFKA_HOME", "KAFKA_HEAP_OPTS", "KAFKA_OPTS", "KAFKA_LOG4J_LOGGERS", "KAFKA_VERSION"];
        assert_eq!(keys(&own), [""; 0]);
        assert_eq!(keys(&["KAFKA_BOOTSTRAP_SERVERS", "KAFKA_CREATE_TOPICS_SEPARATOR", "KAFKA_"]), [""; 0]);
    }

    #[test]
    fn topics_to_create_name_partitions_replicas_and_perhaps_a_policy() {
        let topic = |name: &str, partitions, replicas, policy: Option<&str>| TopicToCreate {
            name: name.into(),
            partitions,
            replicas,
            cleanup_policy: policy.map(str::to_string),
        };
        let expected = [topic("a", 1, 3, None), topic("b", 2, 1, Some("compact")), topic("c", 1, 1, None)];
        assert_eq!(from(&[("KAFKA_CREATE_TOPICS", "a:1:3, b:2:1:compact,c,")]).create_topics, expected);
        let lines = [("KAFKA_CREATE_TOPICS", "a:1:3\nb:2:1:compact\nc"), ("KAFKA_CREATE_TOPICS_SEPARATOR", "\n")];
        assert_eq!(from(&lines).create_topics, expected);
        for wrong in ["a:x", "a:0", "a:1:99999", ":1:1", "a:1:1:compact:d", "a:-1"] {
            assert!(topics_to_create(wrong, ",").is_err(), "{wrong}");
        }
    }
}
