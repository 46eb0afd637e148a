//! The original's files: which topics are to move, and where partitions are to go.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::failed;
use crate::client::admin::TopicPartition;
use crate::commands::failure::Failure;

/// The replicas of partitions, in the order of their names.
pub type Parts = BTreeMap<TopicPartition, Vec<i32>>;

/// A replica by its partition and its broker.
pub type Replica = (TopicPartition, i32);

const VERSION: i64 = 1;
const ANY: &str = "any";

fn broken(message: String) -> Failure {
    failed("AdminOperationException", message)
}

/// What Jackson says of a value that is not as it should be.
fn unlike(message: String) -> Failure {
    let text = format!("Error: {message}\ncom.fasterxml.jackson.databind.JsonMappingException: {message}\n\n");
    Failure::usage(message).kafka_exactly(text, 1)
}

fn parse(text: &[u8]) -> Result<Value, Failure> {
    serde_json::from_slice(text).map_err(|error| {
        let text = String::from_utf8_lossy(text);
        let message = jackson(&text).unwrap_or_else(|| error.to_string());
        let class = match message.contains("end-of-input") {
            true => "com.fasterxml.jackson.core.io.JsonEOFException",
            false => "com.fasterxml.jackson.core.JsonParseException",
        };
        let kafka = format!(
            "Error: {message}\norg.apache.kafka.tools.AdminOperationException: {message}\nCaused by: {class}: {message}\n\n"
        );
        Failure::usage(format!("the file is no JSON: {error}")).kafka_exactly(kafka, 1)
    })
}

/// Jackson's sentence for a text that ends within an array or object, the usual slip.
fn jackson(text: &str) -> Option<String> {
    let (mut open, mut in_string, mut line, mut column) = (Vec::new(), false, 1, 0);
    let mut escaped = false;
    for c in text.chars() {
        column += 1;
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            '[' | '{' if !in_string => open.push((c, line, column)),
            ']' | '}' if !in_string => drop(open.pop()),
            '\n' => (line, column) = (line + 1, 0),
            _ => {}
        }
    }
    let (c, line, column) = open.pop().filter(|_| !in_string)?;
    let kind = if c == '[' { "Array" } else { "Object" };
    Some(format!(
        "Unexpected end-of-input: expected close marker for {kind} (start marker at [Source: REDACTED \
         (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: {line}, column: {column}])"
    ))
}

fn version(value: &Value) -> Result<(), Failure> {
    match value.get("version") {
        None => Ok(()),
        Some(version) if version.as_i64() == Some(VERSION) => Ok(()),
        Some(version) => Err(broken(format!("Not supported version field value {version}"))),
    }
}

fn field<'v>(value: &'v Value, name: &str) -> Result<&'v Value, Failure> {
    value.get(name).ok_or_else(|| unlike(format!("No such field exists: `{name}`")))
}

fn text_of<'v>(value: &'v Value, name: &str) -> Result<&'v str, Failure> {
    let found = field(value, name)?;
    found.as_str().ok_or_else(|| unlike(format!("Expected `String` value, received {found}")))
}

fn number(value: &Value) -> Result<i32, Failure> {
    let number = value.as_i64().and_then(|number| i32::try_from(number).ok());
    number.ok_or_else(|| unlike(format!("Expected `Integer` value, received {value}")))
}

fn array(value: &Value) -> Result<&Vec<Value>, Failure> {
    value.as_array().ok_or_else(|| unlike(format!("Expected JSON array, received {value}")))
}

/// An array of values that are all alike.
fn list(value: &Value) -> Result<&Vec<Value>, Failure> {
    value.as_array().ok_or_else(|| unlike(format!("Expected `JSON array` value, received {value}")))
}

/// `{"topics": [{"topic": "t"}], "version": 1}`
pub fn topics(text: &[u8]) -> Result<Vec<String>, Failure> {
    let value = parse(text)?;
    version(&value)?;
    let mut found = Vec::new();
    if let Some(list) = value.get("topics") {
        for one in array(list)? {
            found.push(text_of(one, "topic")?.to_owned());
        }
    }
    let twice = twice(&found);
    if twice.is_empty() {
        return Ok(found);
    }
    let why = format!("List of topics to reassign contains duplicate entries: [{}]", twice.join(", "));
    Err(failed("AdminCommandFailedException", why))
}

/// `1,2,3`
pub fn brokers(text: &str) -> Result<Vec<i32>, Failure> {
    let mut found = Vec::new();
    for part in text.split(',') {
        let id = part.parse::<i32>().map_err(|_| {
            let why = format!("For input string: \"{part}\"");
            let kafka = format!("Error: {why}\njava.lang.NumberFormatException: {why}\n\n");
            Failure::usage(format!("'{part}' is no broker id")).kafka_exactly(kafka, 1)
        })?;
        found.push(id);
    }
    let twice = twice(&found);
    if twice.is_empty() {
        return Ok(found);
    }
    let ids = crate::output::kafka::java_list(&twice);
    Err(failed("AdminCommandFailedException", format!("Broker list contains duplicate entries: {ids}")))
}

/// What occurs more than once, each once.
fn twice<T: Ord + Clone>(items: &[T]) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let again: BTreeSet<T> = items.iter().filter(|item| !seen.insert((*item).clone())).cloned().collect();
    again.into_iter().collect()
}

/// The partitions of a plan as they stand there, and the folders that it names.
#[allow(clippy::type_complexity)] // two lists that are read together
pub fn read(text: &[u8]) -> Result<(Vec<(TopicPartition, Vec<i32>)>, BTreeMap<Replica, String>), Failure> {
    let value = parse(text)?;
    if !value.is_object() {
        return Err(unlike(format!("Expected JSON object, received {value}")));
    }
    version(&value)?;
    let mut parts = Vec::new();
    let mut folders = BTreeMap::new();
    let Some(all) = value.get("partitions") else { return Ok((parts, folders)) };
    for one in array(all)? {
        let tp = TopicPartition::new(text_of(one, "topic")?, number(field(one, "partition")?)?);
        let replicas: Vec<i32> = list(field(one, "replicas")?)?.iter().map(number).collect::<Result<_, _>>()?;
        if let Some(dirs) = one.get("log_dirs") {
            let text = |dir: &Value| {
                let text = dir.as_str().map(str::to_owned);
                text.ok_or_else(|| unlike(format!("Expected `String` value, received {dir}")))
            };
            let dirs: Vec<String> = list(dirs)?.iter().map(text).collect::<Result<_, _>>()?;
            if dirs.len() != replicas.len() {
                let why = format!(
                    "Size of replicas list {} is different from size of log dirs list {} for partition {tp}",
                    crate::output::kafka::java_list(&replicas),
                    crate::output::kafka::java_list(&dirs)
                );
                return Err(failed("AdminCommandFailedException", why));
            }
            for (broker, dir) in replicas.iter().zip(dirs) {
                if dir != ANY {
                    folders.insert((tp.clone(), *broker), dir);
                }
            }
        }
        parts.push((tp, replicas));
    }
    Ok((parts, folders))
}

/// A plan that can be started, in the original's order of checks.
pub fn checked(plan: Vec<(TopicPartition, Vec<i32>)>) -> Result<Parts, Failure> {
    let wrong = |why: String| Err(failed("AdminCommandFailedException", why));
    if plan.is_empty() {
        return wrong("Partition reassignment list cannot be empty".into());
    }
    if plan.iter().any(|(_, replicas)| replicas.is_empty()) {
        return wrong("Partition replica list cannot be empty".into());
    }
    let names: Vec<TopicPartition> = plan.iter().map(|(tp, _)| tp.clone()).collect();
    let again = twice(&names);
    if !again.is_empty() {
        let names: Vec<String> = again.iter().map(TopicPartition::to_string).collect();
        return wrong(format!("Partition reassignment contains duplicate topic partitions: {}", names.join(",")));
    }
    let doubled: Vec<String> = plan
        .iter()
        .map(|(tp, replicas)| (tp, twice(replicas)))
        .filter(|(_, again)| !again.is_empty())
        .map(|(tp, again)| format!("{tp} contains multiple entries for {}", crate::output::kafka::joined(&again)))
        .collect();
    if !doubled.is_empty() {
        let why = format!("Partition replica lists may not contain duplicate entries: {}", doubled.join(". "));
        return wrong(why);
    }
    Ok(plan.into_iter().collect())
}

/// A plan as the original writes it.
pub fn write(parts: &Parts, folder: impl Fn(&Replica) -> String) -> String {
    let text = |text: &str| Value::from(text).to_string();
    let one = |(tp, replicas): (&TopicPartition, &Vec<i32>)| {
        let dirs: Vec<String> = replicas.iter().map(|broker| text(&folder(&(tp.clone(), *broker)))).collect();
        format!(
            "{{\"topic\":{},\"partition\":{},\"replicas\":[{}],\"log_dirs\":[{}]}}",
            text(&tp.topic),
            tp.partition,
            crate::output::kafka::joined(replicas),
            dirs.join(",")
        )
    };
    let all: Vec<String> = parts.iter().map(one).collect();
    format!("{{\"version\":1,\"partitions\":[{}]}}", all.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_comes_back_as_it_was_written() {
        let parts = Parts::from([(TopicPartition::new("t", 0), vec![1, 2]), (TopicPartition::new("t", 1), vec![2])]);
        let text = write(&parts, |(_, broker)| if *broker == 1 { "/d".into() } else { "any".into() });
        assert_eq!(
            text,
            r#"{"version":1,"partitions":[{"topic":"t","partition":0,"replicas":[1,2],"log_dirs":["/d","any"]},{"topic":"t","partition":1,"replicas":[2],"log_dirs":["any"]}]}"#
        );
        let (read, folders) = read(text.as_bytes()).unwrap();
        assert_eq!(checked(read).unwrap(), parts);
        assert_eq!(folders, BTreeMap::from([((TopicPartition::new("t", 0), 1), "/d".to_owned())]));
    }

    #[test]
    fn what_is_no_plan_is_refused_in_the_originals_words() {
        let why = |text: &str| read(text.as_bytes()).and_then(|(plan, _)| checked(plan)).unwrap_err().what().to_owned();
        assert_eq!(why(r#"{"partitions":[]}"#), "Partition reassignment list cannot be empty");
        assert_eq!(why(r#"{"version":2,"partitions":[]}"#), "Not supported version field value 2");
        let part = |replicas: &str| format!(r#"{{"topic":"t","partition":0,"replicas":{replicas}}}"#);
        let plan = |parts: &str| format!(r#"{{"partitions":[{parts}]}}"#);
        assert_eq!(why(&plan(&part("[]"))), "Partition replica list cannot be empty");
        assert_eq!(
            why(&plan(&part("[1,1]"))),
            "Partition replica lists may not contain duplicate entries: t-0 contains multiple entries for 1"
        );
        assert_eq!(
            why(&plan(&format!("{0},{0}", part("[1]")))),
            "Partition reassignment contains duplicate topic partitions: t-0"
        );
        assert_eq!(brokers("1,1").unwrap_err().what(), "Broker list contains duplicate entries: [1]");
        assert!(jackson("[\n").unwrap().ends_with("line: 1, column: 1])"));
    }
}
