//! The names of resources in requests about settings: which are allowed where, in Kafka's words, and the levels of
//! loggers.

use std::net::ToSocketAddrs;

use super::alter::{Change, Operation};
use super::refused::Refused;

/// What a request to describe settings means by a broker's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrokerName {
    /// The empty name: what is set for all brokers.
    All,
    This,
}

fn request<T>(message: impl Into<String>) -> Result<T, Refused> {
    Err(Refused::Request(message.into()))
}

/// The broker that DescribeConfigs asks about.
pub fn described_broker(name: &str, node_id: i32) -> Result<BrokerName, Refused> {
    if name.is_empty() {
        return Ok(BrokerName::All);
    }
    match name.parse::<i32>() {
        Ok(id) if id == node_id => Ok(BrokerName::This),
        Ok(_) => request(format!("Unexpected broker id, expected {node_id} or empty string, but received {name}")),
        Err(_) => request(format!("Broker id must be an integer, but it is: {name}")),
    }
}

/// The broker whose loggers DescribeConfigs asks about.
pub fn described_logger(name: &str, node_id: i32) -> Result<(), Refused> {
    match name.parse::<i32>() {
        _ if name.is_empty() => request("Broker id must not be empty"),
        Ok(id) if id == node_id => Ok(()),
        Ok(_) => request(format!("Unexpected broker id, expected {node_id} but received {name}")),
        Err(_) => request(format!("Broker id must be an integer, but it is: {name}")),
    }
}

/// The group or subscription that DescribeConfigs asks about has a name.
pub fn described_group(name: &str) -> Result<(), Refused> {
    if name.is_empty() { request("Group name must not be empty") } else { Ok(()) }
}

pub fn described_subscription(name: &str) -> Result<(), Refused> {
    if name.is_empty() { request("Client metrics subscription name must not be empty") } else { Ok(()) }
}

/// The broker whose settings are to change.
pub fn altered_broker(name: &str, node_id: i32) -> Result<BrokerName, Refused> {
    if name.is_empty() {
        return Ok(BrokerName::All);
    }
    match name.parse::<i32>() {
        Ok(id) if id == node_id => Ok(BrokerName::This),
        Ok(_) => request(format!("Unexpected broker id, expected {node_id}, but received {name}")),
        Err(_) => request(format!("Node id must be an integer, but it is: {name}")),
    }
}

/// The topic or group whose settings are to change has a name. `what` is "topic" or "group".
pub fn altered(what: &str, name: &str) -> Result<(), Refused> {
    if name.is_empty() { request(format!("Default {what} resources are not allowed.")) } else { Ok(()) }
}

/// An address, or a name that leads to one.
pub fn is_address(text: &str) -> bool {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    bare.parse::<std::net::IpAddr>().is_ok()
        || (bare, 0).to_socket_addrs().is_ok_and(|mut found| found.next().is_some())
}

pub const LEVELS: [&str; 6] = ["DEBUG", "ERROR", "FATAL", "INFO", "TRACE", "WARN"];
const ROOT: &str = "root";

/// Whether the levels of this node's loggers may change so. `exists` says whether there is a logger of a name.
pub fn altered_loggers(
    name: &str,
    node_id: i32,
    changes: &[Change],
    exists: &dyn Fn(&str) -> bool,
) -> Result<(), Refused> {
    match name.parse::<i32>() {
        Ok(id) if id == node_id => {}
        Ok(_) => return request(format!("Unexpected node id. Expected {node_id}, but received {name}")),
        Err(_) => return request(format!("Node id must be an integer, but it is: {name}")),
    }
    for change in changes {
        let logger = change.name;
        let unknown = || Err(Refused::Config(format!("Logger {logger} does not exist!")));
        match change.operation {
            Operation::Set => {
                let level = change.value.unwrap_or_default();
                if !exists(logger) {
                    return unknown();
                }
                if !LEVELS.contains(&level) {
                    return Err(Refused::Config(format!(
                        "Cannot set the log level of {logger} to {level} as it is not a supported log level. Valid log \
                         levels are {}",
                        LEVELS.join(", ")
                    )));
                }
            }
            Operation::Delete if !exists(logger) => return unknown(),
            Operation::Delete if logger == ROOT => {
                return request("Removing the log level of the root logger is not allowed");
            }
            Operation::Delete => {}
            Operation::Append => return request("APPEND operation is not allowed for the BROKER_LOGGER resource"),
            Operation::Subtract => return request("SUBTRACT operation is not allowed for the BROKER_LOGGER resource"),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broker_is_named_by_its_id_or_not_at_all() {
        assert_eq!(described_broker("", 1), Ok(BrokerName::All));
        assert_eq!(described_broker("1", 1), Ok(BrokerName::This));
        assert_eq!(
            described_broker("2", 1).unwrap_err().message(),
            "Unexpected broker id, expected 1 or empty string, but received 2"
        );
        assert_eq!(described_broker("x", 1).unwrap_err().message(), "Broker id must be an integer, but it is: x");
        assert_eq!(altered_broker("2", 1).unwrap_err().message(), "Unexpected broker id, expected 1, but received 2");
        assert_eq!(altered("topic", "").unwrap_err().message(), "Default topic resources are not allowed.");
    }

    #[test]
    fn loggers_take_log4js_levels_and_root_always_has_one() {
        let answer = |operation, name: &str, value| {
            let change = Change { name, operation, value };
            altered_loggers("1", 1, &[change], &|logger| logger == "root").map_err(|refused| refused.to_string())
        };
        assert_eq!(answer(Operation::Set, "root", Some("INFO")), Ok(()));
        assert_eq!(
            answer(Operation::Set, "root", Some("FOO")).unwrap_err(),
            "Cannot set the log level of root to FOO as it is not a supported log level. Valid log levels are DEBUG, \
             ERROR, FATAL, INFO, TRACE, WARN"
        );
        assert_eq!(answer(Operation::Set, "foo", Some("INFO")).unwrap_err(), "Logger foo does not exist!");
        assert_eq!(
            answer(Operation::Delete, "root", None).unwrap_err(),
            "Removing the log level of the root logger is not allowed"
        );
        assert_eq!(
            answer(Operation::Append, "root", Some("INFO")).unwrap_err(),
            "APPEND operation is not allowed for the BROKER_LOGGER resource"
        );
    }
}
