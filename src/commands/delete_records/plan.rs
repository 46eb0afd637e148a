//! The original's plan: `{"partitions": [{"topic": "t", "partition": 0, "offset": 2}], "version": 1}`.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::Plan;
use crate::client::admin::TopicPartition;
use crate::commands::failure::Failure;
use crate::output::java::{hash_order, topic_partition_hash};

/// The only version there is; a file without one has it.
const VERSION: i64 = 1;

/// Reads a plan, with the refusals of the original.
pub(super) fn parse(text: &[u8]) -> Result<Plan, Failure> {
    let value: Value = serde_json::from_slice(text)
        .map_err(|error| Failure::usage("The input string is not a valid JSON").because(error.to_string()))?;
    let plan = object(&value)?;
    let version = plan.get("version").map_or(Ok(VERSION), |version| integer(version, i32::MAX.into()))?;
    if version != VERSION {
        return Err(Failure::usage(format!("Not supported version field value {version}")));
    }
    let partitions = plan.get("partitions").ok_or_else(|| Failure::usage("Missing partitions field"))?;
    let Value::Array(partitions) = partitions else {
        return Err(Failure::usage(format!("Expected JSON array, received {partitions}")));
    };
    let mut plan = Plan::new();
    let mut seen: HashSet<TopicPartition> = HashSet::new();
    let mut twice: Vec<TopicPartition> = Vec::new();
    for partition in partitions {
        let partition = object(partition)?;
        let topic = match field(partition, "topic")? {
            Value::String(topic) => topic.as_str(),
            other => return Err(Failure::usage(format!("Expected `String` value, received {other}"))),
        };
        let number = integer(field(partition, "partition")?, i32::MAX.into())?;
        let offset = integer(field(partition, "offset")?, i64::MAX)?;
        let partition = TopicPartition::new(topic, i32::try_from(number).unwrap_or(-1));
        if seen.insert(partition.clone()) {
            plan.push((partition, offset));
        } else if !twice.contains(&partition) {
            twice.push(partition);
        }
    }
    if twice.is_empty() {
        return Ok(plan);
    }
    let twice = hash_order(twice, |partition| topic_partition_hash(&partition.topic, partition.partition));
    let names: Vec<String> = twice.iter().map(TopicPartition::to_string).collect();
    Err(Failure::usage(format!("Offset json file contains duplicate topic partitions: {}", names.join(","))))
}

fn object(value: &Value) -> Result<&Map<String, Value>, Failure> {
    value.as_object().ok_or_else(|| Failure::usage(format!("Expected JSON object, received {value}")))
}

fn field<'v>(object: &'v Map<String, Value>, name: &str) -> Result<&'v Value, Failure> {
    object.get(name).ok_or_else(|| Failure::usage(format!("No such field exists: `{name}`")))
}

/// A whole number whose size is at most `limit`.
fn integer(value: &Value, limit: i64) -> Result<i64, Failure> {
    let kind = if limit == i64::MAX { "Long" } else { "Integer" };
    let number = value.as_i64().filter(|number| (-limit - 1..=limit).contains(number));
    number.ok_or_else(|| Failure::usage(format!("Expected `{kind}` value, received {value}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        parse(text.as_bytes()).unwrap_err().what().to_owned()
    }

    #[test]
    fn a_plan_names_partitions_and_offsets() {
        let text = r#"{"partitions": [{"topic": "t", "partition": 1, "offset": -1}, {"topic": "u", "partition": 0, "offset": 5000000000}]}"#;
        let plan = parse(text.as_bytes()).unwrap();
        assert_eq!(plan, [(TopicPartition::new("t", 1), -1), (TopicPartition::new("u", 0), 5_000_000_000)]);
    }

    #[test]
    fn what_is_no_plan_is_refused_in_the_originals_words() {
        assert_eq!(refused(r#"{"partitions": ["#), "The input string is not a valid JSON");
        assert_eq!(refused(r#"{"version": 1}"#), "Missing partitions field");
        assert_eq!(refused(r#"{"version": 2, "partitions": []}"#), "Not supported version field value 2");
        assert_eq!(refused(r#"{"partitions": [{"topic": "t"}]}"#), "No such field exists: `partition`");
        assert_eq!(refused(r#"{"partitions": [{"topic": 7}]}"#), "Expected `String` value, received 7");
        assert_eq!(refused(r#"{"partitions": {}}"#), "Expected JSON array, received {}");
        let twice = r#"{"topic": "t", "partition": 0, "offset": 1}"#;
        assert_eq!(
            refused(&format!(r#"{{"partitions": [{twice}, {twice}, {twice}]}}"#)),
            "Offset json file contains duplicate topic partitions: t-0"
        );
        let large = r#"{"partitions": [{"topic": "t", "partition": 5000000000, "offset": 1}]}"#;
        assert_eq!(refused(large), "Expected `Integer` value, received 5000000000");
    }
}
