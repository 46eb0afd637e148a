//! `--output help` tells what results look like. Every field that is really printed has to be told, with its type, and
//! nothing may be told that no result has.

use std::collections::BTreeSet;

use kt::cli::tools;
use kt::commands::shapes;
use kt::output::shape::{Is, Shape};
use serde_json::Value;

use super::groups::Reader;
use crate::support::{Broker, broker_with, kt};

/// A call that shows each shape, after all that stand before it.
const CALLS: &[(&str, &str)] = &[
    ("topics create", "topics create more --partitions 1"),
    ("topics alter", "topics alter more --partitions 2"),
    ("topics list", "topics list"),
    ("topics describe", "topics describe orders"),
    ("topics count", "topics count"),
    ("topics sizes", "topics sizes"),
    ("topics last", "topics last orders"),
    ("offsets", "offsets orders"),
    ("offsets", "offsets orders --at earliest"),
    ("copy", "copy orders copied"),
    ("configs get", "configs get topic/orders --all"),
    ("configs diff", "configs diff topic/orders topic/more"),
    ("groups list", "groups list"),
    ("groups describe", "groups describe"),
    ("groups members", "groups members"),
    ("groups peek", "groups peek mailer"),
    ("groups clone", "groups clone mailer other -y"),
    ("groups reset", "groups reset other --to end -y"),
    ("groups watch", "groups watch mailer -n 1"),
    ("groups delete-offsets", "groups delete-offsets other orders -y"),
    ("groups delete", "groups delete mailer -y"),
    ("lag", "lag"),
    ("cluster info", "cluster info"),
    ("cluster id", "cluster id"),
    ("cluster health", "cluster health"),
    ("brokers list", "brokers"),
    ("brokers describe", "brokers describe 1"),
    ("log-dirs", "log-dirs"),
    ("api-versions", "api-versions"),
    ("doctor", "doctor"),
    ("version", "version"),
    ("acls list", "acls list"),
    ("users list", "users list"),
    ("quotas list", "quotas list"),
    ("features list", "features list"),
    ("quorum status", "quorum"),
    ("quorum replication", "quorum replication"),
    ("txns list", "txns list"),
    ("txns describe", "txns describe payments"),
    ("txns producers", "txns producers small:0"),
    ("storage info", "storage info data"),
    ("diff", "diff topics.toml"),
    ("apply", "apply topics.toml -y"),
    ("configs set", "configs set topic/orders retention.ms=2d -y"),
    ("configs unset", "configs unset topic/orders retention.ms -y"),
    ("elect", "elect orders"),
    ("acls allow", "acls allow bob read topic/orders"),
    ("acls deny", "acls deny bob write topic/orders"),
    ("acls check", "acls check bob read topic/orders"),
    ("acls delete", "acls delete topic/orders bob -y"),
    ("quotas set", "quotas set user/bob producer_byte_rate=1"),
    ("quotas delete", "quotas delete user/bob producer_byte_rate"),
    ("users delete", "users delete alice -y"),
    ("features set", "features set group.version=1"),
    ("client-metrics set", "client-metrics set slow --metrics org. --interval 30000"),
    ("client-metrics describe", "client-metrics describe"),
    ("client-metrics delete", "client-metrics delete slow -y"),
    ("cluster unregister", "cluster unregister 9 -y --dry-run"),
    ("txns abort", "txns abort payments -y"),
    ("wait", "wait --topic orders"),
    ("links", "links bin"),
    ("storage uuid", "storage uuid"),
    ("bench produce", "bench produce --records 10"),
    ("bench consume", "bench consume --records 10"),
    ("bench latency", "bench latency --records 10"),
    ("reassign plan", "reassign plan orders"),
    ("reassign apply", "reassign apply plan.json -y --throttle 1MiB"),
    ("reassign move", "reassign move orders:0=1 orders:1=1 -y"),
    ("reassign verify", "reassign verify plan.json"),
    ("reassign cancel", "reassign cancel --all -y"),
    ("reassign throttle", "reassign throttle off"),
    ("context add", "context add dev -b h:1"),
    ("context use", "context use dev"),
    ("context show", "context show dev"),
    ("context remove", "context remove dev"),
    ("delete-records", "delete-records orders --before 1 -y"),
    ("topics trim", "topics trim orders --before @now -y"),
    ("topics purge", "topics purge small -y"),
    ("topics delete", "topics delete more -y"),
];

/// Fields that only a cluster with other troubles or members shows.
const ELSEWHERE: &[&str] = &[
    "topics describe partitions[].adding[]",
    "topics describe partitions[].removing[]",
    "topics describe partitions[].elr[]",
    "topics describe partitions[].lastKnownElr[]",
    "groups describe members[].subscription[]",
    "groups members members[].subscription[]",
    "groups describe members[].target[]",
    "groups members members[].target[]",
    "cluster health problems[].what",
    "cluster health problems[].of",
    "cluster health problems[].detail",
    // Of an open transaction.
    "txns describe partitions[].topic",
    "txns describe partitions[].partition",
    "doctor checks[].more[]",
    "doctor checks[].why[]",
    "doctor checks[].fix[]",
    "doctor checks[].now",
    // Nothing is under way on one broker; no topic is throttled any more once a plan was verified.
    "reassign cancel cancelled[]",
    // The broker has one folder.
    "reassign move folders[].topic",
    "reassign move folders[].partition",
    "reassign move folders[].broker",
    "reassign move folders[].folder",
    "reassign apply folders[].topic",
    "reassign apply folders[].partition",
    "reassign apply folders[].broker",
    "reassign apply folders[].folder",
    "reassign cancel folders[].topic",
    "reassign cancel folders[].partition",
    "reassign cancel folders[].broker",
    "reassign cancel folders[].folder",
    "reassign verify broker",
    "reassign verify folder",
    "reassign throttle topics[]",
    "groups watch from",
    "groups watch to",
    "groups watch member.id",
    "groups watch member.client",
    "groups watch member.host",
    "groups watch member.instance",
    "groups watch member.partitions[]",
    "groups watch gained[]",
    "groups watch lost[]",
    "groups watch stayedMs",
    "groups watch tookMs",
];

/// Results that one healthy broker has nothing to show in.
const EMPTY_HERE: &[&str] = &[
    "context list",
    "reassign status",
    "txns hanging",
    // They want a password on stdin, an editor, a second broker, a context in use; tried elsewhere.
    "users create",
    "users password",
    "configs edit",
    "reassign drain",
    "context current",
    // It goes on: cli/serve.rs.
    "serve",
];

fn with_everything() -> (Broker, Reader) {
    let broker = broker_with(&[
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users=User:ANONYMOUS",
    ]);
    broker.kt("acls allow User:alice read topic/orders -y").succeeds();
    broker.kt("users create alice -y").stdin("secret\n").succeeds();
    broker.kt("quotas set user/alice producer_byte_rate=1000 -y").succeeds();
    broker.kt("topics create orders --partitions 2 --config retention.ms=86400000").succeeds();
    broker.kt("topics create small").succeeds();
    broker.kt("produce orders --parse-key --key-separator :").stdin("a:1\nb:2\nc:3\n").succeeds();
    broker.kt("produce small").stdin("x\n").succeeds();
    broker.kt("produce small --transactional-id payments").stdin("x\n").succeeds();
    std::fs::write(broker.folder.path().join("topics.toml"), "[topics.small]\nconfig = { \"retention.ms\" = 1000 }\n")
        .unwrap();
    let plan = broker.kt("reassign plan orders").succeeds().stdout;
    std::fs::write(broker.folder.path().join("plan.json"), plan).unwrap();
    broker.kt("consume orders --group mailer --from-beginning -n 1").succeeds();
    let reader = Reader::of(&broker, "orders", "billing");
    (broker, reader)
}

/// What one value is, held against the fields that are told.
fn compare(shape: &Shape, path: &str, value: &Value, seen: &mut BTreeSet<String>, wrong: &mut Vec<String>) {
    let told = shape.fields.iter().find(|(name, ..)| *name == path);
    if let Some((_, kind, _)) = told {
        seen.insert(format!("{} {path}", shape.call));
        let plain = kind.trim_end_matches('?');
        let fits = match value {
            Value::Null => kind.ends_with('?'),
            Value::String(text) => plain == "text" || plain == "time" && text.ends_with('Z'),
            Value::Number(_) => plain == "number",
            Value::Bool(_) => plain == "truth",
            Value::Object(fields) => plain.starts_with("map") || fields.contains_key("base64"),
            Value::Array(_) => false,
        };
        if !fits {
            wrong.push(format!("{}: {path} is told as {kind}, and is {value}", shape.call));
        }
        return;
    }
    let below = |end: &str| shape.fields.iter().any(|(name, ..)| name.starts_with(&format!("{path}{end}")));
    match value {
        Value::Object(fields) if path.is_empty() || below(".") => {
            for (key, value) in fields {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                compare(shape, &path, value, seen, wrong);
            }
        }
        Value::Array(items) if below("[]") => {
            items.iter().for_each(|item| compare(shape, &format!("{path}[]"), item, seen, wrong));
        }
        // A list or an object that is not there.
        Value::Null if below("[]") || below(".") => {}
        value => wrong.push(format!("{}: nothing is told of {path}, which is {value}", shape.call)),
    }
}

#[test]
fn what_is_told_of_results_is_what_is_printed() {
    let (broker, _reader) = with_everything();
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for (call, line) in CALLS {
        let shape = shapes::of(call).unwrap_or_else(|| panic!("{call} has a shape"));
        let json = broker.kt(&format!("{line} -o json")).env("XDG_STATE_HOME", broker.folder.path());
        let json = json.env("KT_CONFIG", broker.folder.path().join("config.toml"));
        let json = json.dir(broker.folder.path()).succeeds();
        let mut value: Value = serde_json::from_str(&json.stdout).unwrap_or_else(|error| panic!("{error}: {json}"));
        if line.contains("--dry-run") {
            assert_eq!(value.as_object_mut().and_then(|fields| fields.remove("dryRun")), Some(true.into()), "{line}");
        }
        match (shape.is, &value) {
            (Is::List, Value::Array(items)) => {
                assert!(!items.is_empty(), "{line} shows something");
                items.iter().for_each(|item| compare(shape, "", item, &mut seen, &mut wrong));
            }
            (Is::Object, Value::Object(_)) => compare(shape, "", &value, &mut seen, &mut wrong),
            _ => wrong.push(format!("{call} is told as {:?}, and is {value}", shape.is)),
        }
    }
    let tried: BTreeSet<&str> = CALLS.iter().map(|(call, _)| *call).collect();
    for shape in shapes::all().filter(|shape| tried.contains(shape.call)) {
        for (name, kind, _) in shape.fields {
            let field = format!("{} {name}", shape.call);
            // A list or object that was null had no place to show the field.
            if !seen.contains(&field) && !ELSEWHERE.contains(&&*field) && !kind.ends_with('?') {
                wrong.push(format!("{field} is told, and never printed"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_shape_is_tried_and_every_call_of_one_exists() {
    let tried: BTreeSet<&str> = CALLS.iter().map(|(call, _)| *call).chain(EMPTY_HERE.iter().copied()).collect();
    for shape in shapes::all() {
        assert!(tried.contains(shape.call), "{} is not compared with what is printed", shape.call);
        // It needs neither a cluster nor the arguments of the call.
        let page = kt(&format!("{} -o help", shape.call)).succeeds().stderr("");
        let (tool, verb) = shape.call.split_once(' ').map_or((shape.call, None), |(tool, verb)| (tool, Some(verb)));
        let tool = tools().into_iter().find(|known| known.name == tool).expect("the call is one of kt's");
        assert_eq!(page.stdout, shape.page(tool.is_change(verb)), "{}", shape.call);
    }
}

#[test]
fn a_shape_is_a_page_with_types_and_meanings() {
    kt("topics count -o help").succeeds().stdout(
        "kt topics count -o json: a list of objects, each a topic\n\n  topic        text     its name\n  \
         partitions   number   how many partitions it has\n  messages     number   offsets between begin and end\n\n\
         A type with ? may be null, or its field missing. Times are UTC. For one field: --jq '.[].topic'\n",
    );
    kt("brokers --output=help").succeeds().stdout_has("kt brokers list -o json: ");
    kt("groups reset -o help").succeeds().stdout_has("lagAfter");
    kt("produce t --output help").fails(2).stdout("").stderr_has("has no result in JSON whose fields could be told");
}

#[test]
fn jq_takes_the_json_of_any_result() {
    let (broker, _reader) = with_everything();
    broker.kt("topics --jq '.[] | .topic'").succeeds().stdout("\"orders\"\n\"small\"\n");
    broker.kt("topics list --jq '.[].topic' --raw-output").succeeds().stdout("orders\nsmall\n");
    broker.kt("cluster info --jq '.nodes | length'").succeeds().stdout("1\n");
    broker.kt("lag billing --watch --count 1 --jq '.groups[0].group' -r").succeeds().stdout("billing\n");
    broker.kt("groups watch billing -n 1 --jq .event").succeeds().stdout("\"found\"\n");
    // A wrong expression is told before anything is done.
    broker.kt("topics create t --jq '.a ='").fails(2).stdout("").stderr_has("error: --jq: '.a =' is no jq expression");
    broker.kt("topics list -o name").succeeds().stdout("orders\nsmall\n");
    broker.kt("topics list --jq . -o csv").fails(2).stderr_has("--jq works on the JSON form");
    broker.kt("topics list --jq '.[].topic.x'").fails(1).stdout("").stderr_has("error: --jq: ");
}
