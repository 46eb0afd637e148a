//! Requests that the original has answered, replayed on kt's broker: the answers have to be the same.
//!
//! tests/fixtures/api/README.md tells the form of the recordings and how they are made. What differs from one run to
//! the next (ids, times, sizes) was masked there and is masked here by the same rules. What kt does otherwise on
//! purpose stands in [`DIFFERENT`], with its reason.
//!
//! KT_CORPUS=HOST:PORT replays on a broker that runs already (an empty one): the original itself, to try the test.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use bytes::Bytes;
use kt_codec::fetch_response::FetchResponse;
use kt_codec::metadata_request::{MetadataRequest, MetadataRequestTopic};
use kt_codec::metadata_response::MetadataResponse;
use kt_codec::request_header::RequestHeader;
use kt_codec::{ApiKey, Message, Uuid};
use serde_json::{Value, json};

use crate::support::broker_with;

/// What kt does otherwise, and why: the step's title or its API, a field of the answer (`*` for all of it).
const DIFFERENT: &[(&str, &str, &str)] = &[
    ("every version of ApiVersions is answered", "supportedFeatures", "only what kt serves"),
    ("every version of ApiVersions is answered", "finalizedFeatures", "only what kt serves"),
    ("no batch, and two batches", "*", "null records leave the original without an answer for ever"),
    ("a session, whole and then by increments", "*", "kt keeps no fetch sessions: clients ask in full"),
    ("a codec that does not exist", "errorCode", "the original has no better word than UNKNOWN"),
    (
        "compressed batches that lie inside",
        "*",
        "kt opens a compressed batch only where the topic's configs ask for it",
    ),
    ("ids before their version, names beside ids", "brokers", NOT_FOR_ONE),
    ("ids before their version, names beside ids", "controllerId", NOT_FOR_ONE),
    ("ids before their version, names beside ids", "errorCode", "neither name nor id: UNKNOWN_TOPIC_ID, not UNKNOWN"),
    ("ids before their version, names beside ids", "name", "and then without a name"),
    ("a cursor below 0", "*", "it begins at 0"),
    ("an operation of no meaning", "*", "INVALID_REQUEST, not UNKNOWN_SERVER_ERROR"),
    ("resources that are not there", "errorMessage", "a type of no meaning is named"),
    ("the coordinator of a group and of a transaction", "errorMessage", "an error has its message in every version"),
    ("DescribeConfigs", "documentation", "in kt's words"),
    ("who has produced", "errorMessage", "a partition that is not there is named as such, too"),
    ("Produce", "errorMessage", "kt says what is wrong, where the original often says nothing"),
    ("Produce", "batchIndexErrorMessage", "in kt's words"),
];

const NOT_FOR_ONE: &str = "one wrong topic is no reason to hide the brokers";

/// The broker's configs that the test or the machine decides.
const OF_THE_MACHINE: &[&str] = &[
    "advertised.listeners",
    "broker.id",
    "controller.listener.names",
    "controller.quorum.voters",
    "inter.broker.listener.name",
    "listener.security.protocol.map",
    "listeners",
    "log.dir",
    "log.dirs",
    "node.id",
    "num.partitions",
    "process.roles",
];

/// The settings the recordings were made with.
const SETTINGS: [&str; 8] = [
    "node.id=1",
    "num.partitions=1",
    "offsets.topic.replication.factor=1",
    "share.coordinator.state.topic.replication.factor=1",
    "share.coordinator.state.topic.min.isr=1",
    "transaction.state.log.replication.factor=1",
    "transaction.state.log.min.isr=1",
    "group.initial.rebalance.delay.ms=0",
];
/// The recordings' timestamps are of 1970: retention would take them.
const KEEP_ALL: &str = "log.retention.ms=-1";

struct Step {
    title: &'static str,
    api: &'static str,
    version: i16,
    frame: &'static str,
    reply: &'static str,
}

impl Step {
    fn may_differ(&self, field: &str) -> bool {
        DIFFERENT.iter().any(|(what, f, _)| (*what == self.title || *what == self.api) && *f == field)
    }
}

enum Reply {
    Frame(Bytes),
    Silent,
    Closed,
}

/// One client that sends what was recorded.
struct Replay {
    address: String,
    stream: Option<TcpStream>,
    ids: BTreeMap<String, Uuid>,
    session: i32,
}

impl Replay {
    /// Tells how the answer differs, or none.
    fn step(&mut self, step: &Step) -> Option<String> {
        let frame = self.fill_in(step.frame);
        let patience = if step.reply == "silent" { 300 } else { 10_000 };
        let told = match self.send(&frame, Duration::from_millis(patience)) {
            Reply::Silent => {
                if step.may_differ("*") || step.reply != "silent" {
                    self.stream = None; // an answer may still come, but not to the next question
                }
                "silent".to_owned()
            }
            Reply::Closed => "closed".to_owned(),
            Reply::Frame(reply) if step.api == "raw" => hex(&reply),
            Reply::Frame(reply) => match self.decode(step, &reply, &hex(&frame)) {
                Ok(json) => return compare(step, json),
                Err(why) => format!("not readable ({why}): {}", hex(&reply)),
            },
        };
        let same = told == step.reply || step.reply == "any" || step.may_differ("*");
        (!same).then(|| format!("  {told} instead of {}\n", step.reply))
    }

    /// Puts topic ids and the fetch session in the places kept for them.
    fn fill_in(&mut self, frame: &str) -> Vec<u8> {
        let mut filled = String::new();
        let mut rest = frame;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').expect("a placeholder ends");
            filled.push_str(before);
            match name.strip_prefix("id:") {
                Some(topic) => filled.push_str(&hex(&self.id(topic).0)),
                None => filled.push_str(&format!("{:08x}", self.session)),
            }
            rest = after;
        }
        filled.push_str(rest);
        let digits = filled.as_bytes().chunks_exact(2);
        digits.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
    }

    fn id(&mut self, topic: &str) -> Uuid {
        if let Some(id) = self.ids.get(topic) {
            return *id;
        }
        let asked = MetadataRequestTopic { name: Some(topic.into()), ..Default::default() };
        let request =
            MetadataRequest { topics: Some(vec![asked]), allow_auto_topic_creation: false, ..Default::default() };
        let header =
            RequestHeader { request_api_key: 3, request_api_version: 12, correlation_id: 1, ..Default::default() };
        let frame = [header.to_bytes(2).unwrap(), request.to_bytes(12).unwrap()].concat();
        let Reply::Frame(reply) = self.send(&frame, Duration::from_secs(10)) else { panic!("no metadata of {topic}") };
        let found = MetadataResponse::from_bytes(reply.slice(5..), 12).expect("metadata can be read");
        let id = found.topics[0].topic_id;
        self.ids.insert(topic.to_owned(), id);
        id
    }

    fn send(&mut self, frame: &[u8], patience: Duration) -> Reply {
        if self.stream.is_none() {
            self.stream = Some(TcpStream::connect(&self.address).expect("the broker listens"));
        }
        let stream = self.stream.as_mut().expect("it was just connected");
        stream.set_read_timeout(Some(patience)).unwrap();
        let sized = [&(frame.len() as u32).to_be_bytes(), frame].concat();
        let mut size = [0; 4];
        let read = stream.write_all(&sized).and_then(|()| stream.read_exact(&mut size)).and_then(|()| {
            let mut reply = vec![0; u32::from_be_bytes(size) as usize];
            stream.read_exact(&mut reply)?;
            Ok(reply)
        });
        match read {
            Ok(reply) => Reply::Frame(reply.into()),
            Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => Reply::Silent,
            Err(_) => {
                self.stream = None;
                Reply::Closed
            }
        }
    }

    /// The answer in the form of the recording, masked.
    fn decode(&mut self, step: &Step, reply: &Bytes, request: &str) -> Result<Value, String> {
        let key = (0..200).filter_map(ApiKey::from_i16).find(|key| key.name() == step.api).expect("an API of Kafka");
        let head = if key.response_header_version(step.version) >= 1 { 5 } else { 4 };
        if reply.len() < head || reply[..4] != [0, 0, 0, 7] {
            return Err("not the correlation id".to_owned());
        }
        let body = reply.slice(head..);
        let name = kt_codec::schema::find(&format!("{}Response", step.api)).expect("every request has one").name;
        let mut json = kt_codec::json::to_json(name, step.version, &body).map_err(|e| e.to_string())?;
        if key == ApiKey::Fetch {
            let fetched = FetchResponse::from_bytes(body, step.version).map_err(|e| e.to_string())?;
            self.session = fetched.session_id;
            show_records(&fetched, &mut json);
        }
        self.mask(&mut json, "", request);
        Ok(json)
    }

    fn mask(&self, value: &mut Value, field: &str, request: &str) {
        let number = value.as_i64().unwrap_or(0);
        let masked = match (field, &*value) {
            (_, Value::Object(_)) => {
                let Value::Object(map) = value else { unreachable!("it was one") };
                map.iter_mut().for_each(|(name, value)| self.mask(value, name, request));
                return;
            }
            (_, Value::Array(_)) => {
                let Value::Array(list) = value else { unreachable!("it was one") };
                list.iter_mut().for_each(|value| self.mask(value, field, request));
                return;
            }
            ("clusterId" | "logDir" | "totalBytes" | "usableBytes" | "finalizedFeaturesEpoch", _) => true,
            ("host", Value::String(host)) => !host.is_empty(),
            ("port" | "sessionId" | "logAppendTimeMs" | "lastTimestamp", _) => number > 0,
            ("producerId", _) => number >= 0 && !request.contains(&format!("{number:016x}")),
            ("errorMessage" | "batchIndexErrorMessage", Value::String(text)) => {
                *value = json!(without_times(text));
                return;
            }
            ("topicId", Value::String(text)) => {
                let id: Uuid = text.parse().expect("an id prints as one");
                if let Some((name, _)) = self.ids.iter().find(|(_, known)| **known == id) {
                    *value = json!(format!("{{id:{name}}}"));
                    return;
                }
                !id.is_zero() && !request.contains(&hex(&id.0))
            }
            _ => false,
        };
        if masked {
            *value = json!("*");
        }
    }
}

/// The JSON form leaves the records out.
fn show_records(fetched: &FetchResponse, json: &mut Value) {
    for (t, topic) in fetched.responses.iter().enumerate() {
        for (p, partition) in topic.partitions.iter().enumerate() {
            if let Some(bytes) = partition.records.as_ref().and_then(|records| records.bytes()) {
                json["responses"][t]["partitions"][p]["records"] = json!(hex(bytes));
            }
        }
    }
}

fn without_times(text: &str) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        out.push_str(&if digits.len() == 13 { "*".to_owned() } else { std::mem::take(&mut digits) });
        digits.clear();
        out.push(c);
    }
    out.pop();
    out
}

fn compare(step: &Step, ours: Value) -> Option<String> {
    if step.reply == "any" || step.may_differ("*") {
        return None;
    }
    let Ok(mut original) = serde_json::from_str::<Value>(step.reply) else {
        return Some(format!("  {ours} instead of {}\n", step.reply));
    };
    let mut ours = ours;
    for value in [&mut original, &mut ours] {
        tidy(value, step);
    }
    if step.api == "ApiVersions" {
        only_what_both_have(&mut original, &mut ours);
    }
    (original != ours).then(|| {
        let mut told = String::new();
        differences("", &original, &ours, &mut told);
        told
    })
}

/// Sorts lists, whose order means nothing in these answers, and drops what may differ.
fn tidy(value: &mut Value, step: &Step) {
    match value {
        Value::Object(map) => {
            map.retain(|name, _| !step.may_differ(name));
            if let Some(Value::String(records)) = map.get_mut("records") {
                *records = whole_batches(records);
            }
            map.values_mut().for_each(|value| tidy(value, step));
        }
        Value::Array(list) => {
            list.retain(|entry| !OF_THE_MACHINE.iter().any(|name| entry["name"] == **name));
            list.iter_mut().for_each(|value| tidy(value, step));
            // A config's sources come in their order of precedence.
            if !list.iter().any(|entry| entry.get("source").is_some()) {
                list.sort_by_cached_key(Value::to_string);
            }
        }
        _ => {}
    }
}

/// The original cuts its last batch where the limit falls; kt sends whole ones.
fn whole_batches(hex: &str) -> String {
    let mut end = 0;
    while let Some(length) = hex.get(end + 16..end + 24) {
        let next = end + 24 + 2 * usize::from_str_radix(length, 16).expect("hex digits");
        if next > hex.len() {
            break;
        }
        end = next;
    }
    hex[..end].to_owned()
}

/// kt says only what it serves.
fn only_what_both_have(original: &mut Value, ours: &mut Value) {
    let keys = |value: &Value| -> Vec<Value> {
        value["apiKeys"].as_array().into_iter().flatten().map(|api| api["apiKey"].clone()).collect()
    };
    let served = keys(ours);
    if let Some(list) = original["apiKeys"].as_array_mut() {
        list.retain(|api| served.contains(&api["apiKey"]));
    }
}

/// The paths that differ, one a line.
fn differences(path: &str, original: &Value, ours: &Value, told: &mut String) {
    match (original, ours) {
        (Value::Object(a), Value::Object(b)) => {
            for name in a.keys().chain(b.keys().filter(|name| !a.contains_key(*name))) {
                let missing = json!("(missing)");
                let (a, b) = (a.get(name).unwrap_or(&missing), b.get(name).unwrap_or(&missing));
                differences(&format!("{path}.{name}"), a, b, told);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                differences(&format!("{path}[{i}]"), a, b, told);
            }
        }
        (a, b) if a != b => told.push_str(&format!("  {path}: {b} instead of {a}\n")),
        _ => {}
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn steps(recorded: &'static str) -> impl Iterator<Item = Step> {
    recorded.lines().map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [title, api, version, frame, reply] = fields[..] else { panic!("five fields a line: {line}") };
        Step { title, api, version: version.parse().unwrap_or(-1), frame, reply }
    })
}

fn replay(recorded: &'static str) {
    replay_with(recorded, KEEP_ALL);
}

fn replay_with(recorded: &'static str, setting: &'static str) {
    let running = std::env::var("KT_CORPUS").ok();
    let hasty = running.is_none();
    let broker = running.is_none().then(|| broker_with(&[&SETTINGS[..], &[setting]].concat()));
    let address = running.unwrap_or_else(|| broker.as_ref().expect("one was started").address.clone());
    let mut client = Replay { address, stream: None, ids: BTreeMap::new(), session: 0 };
    let (mut count, mut failed, mut last) = (0, Vec::new(), "");
    for step in steps(recorded) {
        count += 1;
        if !hasty && last != step.api {
            // The original answers before a change is everywhere; kt does not.
            std::thread::sleep(Duration::from_millis(if last == "any" { 3000 } else { 700 }));
        }
        last = if step.reply == "any" { "any" } else { step.api };
        if let Some(told) = client.step(&step) {
            failed.push(format!("{}: {} v{}\n{told}", step.title, step.api, step.version));
        }
    }
    let shown: String = failed.iter().take(40).map(String::as_str).collect();
    assert!(failed.is_empty(), "{} of {count} answers differ, the first of them:\n{shown}", failed.len());
}

#[test]
fn api_versions_and_broken_frames_are_answered_as_the_original_does() {
    replay(include_str!("../fixtures/api/versions.recorded"));
}

#[test]
fn metadata_is_what_the_original_tells() {
    replay(include_str!("../fixtures/api/metadata.recorded"));
}

#[test]
fn produce_takes_and_refuses_what_the_original_does() {
    replay(include_str!("../fixtures/api/produce.recorded"));
}

#[test]
fn idempotent_producers_are_told_what_the_original_tells_them() {
    replay(include_str!("../fixtures/api/idempotence.recorded"));
}

#[test]
fn fetch_returns_what_the_original_does() {
    replay(include_str!("../fixtures/api/fetch.recorded"));
}

#[test]
fn offsets_are_listed_and_records_deleted_as_by_the_original() {
    replay(include_str!("../fixtures/api/offsets.recorded"));
}

#[test]
fn topics_are_created_changed_and_deleted_as_by_the_original() {
    replay(include_str!("../fixtures/api/topics.recorded"));
}

#[test]
fn configs_are_described_and_changed_as_by_the_original() {
    replay_with(include_str!("../fixtures/api/configs.recorded"), "log.segment.delete.delay.ms=60000");
}

#[test]
fn log_dirs_and_features_are_what_the_original_tells() {
    replay(include_str!("../fixtures/api/disk.recorded"));
}
