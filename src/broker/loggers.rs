//! The loggers of a broker: under the names that people know from the original, with levels that can change while it
//! runs (the BROKER_LOGGER resource of DescribeConfigs and IncrementalAlterConfigs).
//!
//! Each name stands for a part of kt. What a level means to the program's log is up to whoever made the log: the broker
//! is handed an [`Apply`], and a broker without one keeps levels that nobody hears.

use std::collections::BTreeMap;
use std::sync::Arc;

use parking_lot::Mutex;

pub const ROOT: &str = "root";

/// A logger and the part of kt that it stands for; `root` is all of it.
const LOGGERS: [(&str, &str); 18] = [
    ("kafka", "kt"),
    ("kafka.authorizer.logger", "kafka.authorizer.logger"),
    ("kafka.controller", "kt::broker::controller"),
    ("kafka.coordinator.group", "kt::broker::coordinator::group"),
    ("kafka.coordinator.transaction", "kt::broker::coordinator::txn"),
    ("kafka.log", "kt::broker::log"),
    ("kafka.log.LogCleaner", "kt::broker::log::clean"),
    ("kafka.log.LogManager", "kt::broker::upkeep"),
    ("kafka.network.SocketServer", "kt::broker::server"),
    ("kafka.request.logger", "kt::broker::api"),
    ("kafka.server", "kt::broker"),
    ("kafka.server.ClientQuotaManager", "kt::broker::quota"),
    ("kafka.server.KafkaApis", "kt::broker::api"),
    ("kafka.server.KafkaConfig", "kt::config"),
    ("kafka.server.ReplicaManager", "kt::broker::partition"),
    ("org.apache.kafka", "kt"),
    ("org.apache.kafka.server.ClientMetricsManager", "kt::broker::telemetry"),
    (ROOT, ""),
];

/// Takes a filter in tracing's words in place of the one before.
pub type Apply = Arc<dyn Fn(&str) + Send + Sync>;

/// What a broker is told of the program's log.
#[derive(Clone, Default)]
pub struct LogLevels {
    /// The filter it began with.
    pub filter: String,
    /// The level of all loggers that nobody has changed, as the original writes it.
    pub level: Option<&'static str>,
    pub apply: Option<Apply>,
}

impl std::fmt::Debug for LogLevels {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LogLevels({})", self.filter)
    }
}

pub struct Loggers {
    log: LogLevels,
    /// What was set, by name.
    set: Mutex<BTreeMap<&'static str, String>>,
}

pub fn exists(name: &str) -> bool {
    target(name).is_some()
}

fn target(name: &str) -> Option<(&'static str, &'static str)> {
    LOGGERS.into_iter().find(|(logger, _)| *logger == name)
}

impl Loggers {
    pub fn new(log: LogLevels) -> Loggers {
        Loggers { log, set: Mutex::default() }
    }

    /// All loggers with the level that holds for each: its own, or that of the nearest logger above it.
    pub fn levels(&self) -> Vec<(&'static str, String)> {
        let set = self.set.lock();
        let level = |name: &str| {
            let mut above = Some(name);
            while let Some(at) = above {
                if let Some(level) = set.get(at) {
                    return level.clone();
                }
                above = at.rsplit_once('.').map(|(parent, _)| parent);
            }
            set.get(ROOT).cloned().unwrap_or_else(|| self.log.level.unwrap_or("INFO").to_owned())
        };
        LOGGERS.into_iter().map(|(name, _)| (name, level(name))).collect()
    }

    /// Sets levels (`None`: back to that of the logger above). Names and levels have been checked.
    pub fn change(&self, changes: &[(String, Option<String>)]) {
        let mut set = self.set.lock();
        for (name, level) in changes {
            let Some((name, _)) = target(name) else { continue };
            match level {
                Some(level) => set.insert(name, level.clone()),
                None => set.remove(name),
            };
        }
        if let Some(apply) = &self.log.apply {
            apply(&filter(&self.log.filter, &set));
        }
    }
}

/// The filter with all that was set. More specific parts win over those they are in, whatever their order.
fn filter(base: &str, set: &BTreeMap<&'static str, String>) -> String {
    let mut parts = vec![base.to_owned()];
    let level = |level: &str| if level == "FATAL" { "error".to_owned() } else { level.to_lowercase() };
    if let Some(root) = set.get(ROOT) {
        parts.push(format!("{0},kt={0}", level(root)));
    }
    for (name, word) in set.iter().filter(|(name, _)| **name != ROOT) {
        let (_, target) = target(name).expect("only known loggers are set");
        parts.push(format!("{target}={}", level(word)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_holds_for_its_logger_and_those_below_until_it_is_taken_back() {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let apply: Apply = {
            let heard = heard.clone();
            Arc::new(move |filter: &str| heard.lock().push(filter.to_owned()))
        };
        let loggers =
            Loggers::new(LogLevels { filter: "warn,kt=info".into(), level: Some("INFO"), apply: Some(apply) });
        let level = |name: &str| loggers.levels().into_iter().find(|(n, _)| *n == name).map(|(_, level)| level);
        assert_eq!(level("kafka.log.LogCleaner").as_deref(), Some("INFO"));
        loggers.change(&[("kafka.log".into(), Some("DEBUG".into())), ("root".into(), Some("FATAL".into()))]);
        assert_eq!(level("kafka.log.LogCleaner").as_deref(), Some("DEBUG"));
        assert_eq!(level("kafka.server").as_deref(), Some("FATAL"));
        loggers.change(&[("kafka.log".into(), None)]);
        assert_eq!(level("kafka.log.LogCleaner").as_deref(), Some("FATAL"));
        assert_eq!(*heard.lock(), ["warn,kt=info,error,kt=error,kt::broker::log=debug", "warn,kt=info,error,kt=error"]);
        assert!(exists("kafka.server.ReplicaManager") && !exists("kafka.server.Nobody"));
    }
}
