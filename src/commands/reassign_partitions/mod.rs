//! `kt reassign`, kafka-reassign-partitions: which brokers hold the replicas of partitions.
//!
//! [`plan`] reads and writes the original's files, [`place`] proposes where replicas could go, [`drain`] where those of one
//! broker could; [`folders`] moves replicas between the folders of a broker, [`throttle`] sets and lifts the limits on speed,
//! [`status`] shows how far moves are, [`verbs`] reads kt's grammar. Here are the original's actions that begin something,
//! in [`under_way`] those for what has begun.

mod drain;
mod folders;
mod place;
mod plan;
mod status;
mod throttle;
mod under_way;
mod verbs;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use self::folders::Folders;
use self::plan::{Parts, Replica};
use self::under_way::{Cancel, cancel, list, verify};
use super::context::Context;
use super::failure::{Exit, Failure, Original, plain};
use super::options::{BOOTSTRAP, COMMAND_CONFIG, CONTROLLERS, Given, Opt, ZOOKEEPER};
use super::said::Said;
use super::suggest;
use super::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use crate::client::Client;
use crate::client::admin::TopicPartition;
use crate::output::table::Table;
use crate::protocol::code::ErrorCode;

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    CONTROLLERS,
    COMMAND_CONFIG,
    Opt::flag("generate", "propose a plan"),
    Opt::flag("execute", "start a plan"),
    Opt::flag("verify", "see how far a plan is; lifts throttles when it is done"),
    Opt::flag("cancel", "stop a plan under way"),
    Opt::flag("list", "show what is under way"),
    Opt::value("reassignment-json-file", "FILE", "the plan"),
    Opt::value("topics-to-move-json-file", "FILE", "generate: which topics"),
    Opt::value("broker-list", "N,N,…", "generate: to which brokers"),
    Opt::flag("disable-rack-aware", "generate: mind no racks"),
    Opt::value("throttle", "BYTES/S", "speed limit between brokers").long().default("-1"),
    Opt::value("replica-alter-log-dirs-throttle", "BYTES/S", "speed limit between folders of one broker")
        .long()
        .default("-1"),
    Opt::value("timeout", "MS", "how long a move between folders may take to begin").long().default("10000"),
    Opt::flag("additional", "even if another plan is under way"),
    Opt::flag("preserve-throttles", "leave throttles as they are"),
    Opt::flag("disallow-replication-factor-change", "refuse a plan that changes the number of replicas"),
    ZOOKEEPER,
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-reassign-partitions"),
    kafka: Some(Kafka { options: Options::Jopt(OPTIONS), thrown: Thrown::stdout("Error: {}"), act }),
    verbs: Some(Verbs { command: verbs::command, default: Some("status"), connects: true, act: verbs::act }),
    changes: &["move", "apply", "verify", "cancel", "throttle", "drain"],
    examples: &[
        Example { line: "kt reassign", does: "what is under way" },
        Example {
            line: "kt reassign plan orders > plan.json",
            does: "a plan that spreads a topic over all brokers; --to 1,2 for some",
        },
        Example { line: "kt reassign apply plan.json", does: "start it" },
        Example { line: "kt reassign status --watch", does: "how much is copied, how fast, until all is done" },
        Example { line: "kt reassign move orders:0=2,3", does: "other replicas for one partition" },
        Example { line: "kt reassign drain 3", does: "move everything away from broker 3, after a look at the plan" },
        Example { line: "kt reassign-partitions --list", does: "in Kafka's flags" },
    ],
    verb_examples: &[
        Example {
            line: "kt reassign verify plan.json",
            does: "what of the plan is done; lifts the throttle when all is",
        },
        Example { line: "kt reassign cancel --all", does: "back to where the replicas were" },
        Example { line: "kt reassign throttle 10MiB", does: "no more than that each second and broker" },
        Example { line: "kt reassign throttle off", does: "as fast as they can" },
    ],
    quirks: &["--generate proposes a balanced plan; the original's begins at a broker chosen at random"],
    ..Tool::own("reassign", Group::Cluster, "move replicas between brokers: plan, apply, follow, cancel")
};

const ACTIONS: [&str; 5] = ["generate", "execute", "verify", "cancel", "list"];

/// What each action needs and may have besides.
const ALLOWED: [(&str, &[&str], &[&str]); 5] = [
    ("verify", &["reassignment-json-file"], &["bootstrap-server", "command-config", "preserve-throttles"]),
    (
        "generate",
        &["topics-to-move-json-file", "broker-list"],
        &["bootstrap-server", "command-config", "disable-rack-aware"],
    ),
    (
        "execute",
        &["reassignment-json-file"],
        &[
            "additional",
            "bootstrap-server",
            "command-config",
            "throttle",
            "replica-alter-log-dirs-throttle",
            "timeout",
            "disallow-replication-factor-change",
        ],
    ),
    (
        "cancel",
        &["reassignment-json-file"],
        &["bootstrap-server", "bootstrap-controller", "command-config", "preserve-throttles", "timeout"],
    ),
    ("list", &[], &["bootstrap-server", "bootstrap-controller", "command-config"]),
];

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    if given.count(&ACTIONS) != 1 {
        let all: Vec<String> = ACTIONS.iter().map(|action| format!("--{action}")).collect();
        return Err(Failure::usage(format!("Command must include exactly one action: {}", all.join(", "))));
    }
    if given.has("bootstrap-server") && given.has("bootstrap-controller") {
        return Err(Failure::usage("Please don't specify both --bootstrap-server and --bootstrap-controller"));
    }
    let (action, needs, may) = ALLOWED.iter().find(|(action, ..)| given.has(action)).expect("one of them was given");
    given.require(needs)?;
    let strange = given.options.iter().find(|(name, _)| name != action && !needs.contains(name) && !may.contains(name));
    if let Some((name, _)) = strange {
        return Err(Failure::usage(format!("Option \"[{name}]\" can't be used with action \"[{action}]\"")));
    }
    cx.connection()?;
    let file = |name: &str| given.one(name).map(Option::unwrap_or_default).and_then(|path| read(Path::new(path)));
    match *action {
        "generate" => {
            let (topics, brokers) = (file("topics-to-move-json-file")?, given.one("broker-list")?.unwrap_or_default());
            let brokers = plan::brokers(brokers)?;
            let topics = plan::topics(&topics)?;
            generate(&topics, &brokers, !given.has("disable-rack-aware"), cx)
        }
        "execute" => {
            let how = How {
                additional: given.has("additional"),
                throttle: given.long("throttle")?.unwrap_or(-1),
                folder_throttle: given.long("replica-alter-log-dirs-throttle")?.unwrap_or(-1),
                same_factor: given.has("disallow-replication-factor-change"),
                patience: patience(given)?,
            };
            let (parts, folders) = plan::read(&file("reassignment-json-file")?)?;
            execute(parts, &folders, how, cx)
        }
        "verify" => {
            let (parts, folders) = plan::read(&file("reassignment-json-file")?)?;
            verify(&parts, &folders, given.has("preserve-throttles"), cx)
        }
        "cancel" => {
            let how = Cancel { keep_throttles: given.has("preserve-throttles"), patience: patience(given)? };
            let (parts, folders) = plan::read(&file("reassignment-json-file")?)?;
            cancel(&parts, &folders, how, cx)
        }
        _ => list(cx),
    }
}

/// How long to wait for moves between folders to begin.
fn patience(given: &Given) -> Result<Duration, Failure> {
    let millis = given.long("timeout")?.unwrap_or_default();
    Ok(Duration::from_millis(millis.try_into().unwrap_or_default()))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| {
        let message = format!("Unable to read file {}", path.display());
        let cause = match error.kind() {
            std::io::ErrorKind::NotFound => format!("java.nio.file.NoSuchFileException: {}", path.display()),
            _ => format!("java.io.IOException: {}", plain(&error)),
        };
        let text = format!("Error: {message}\njava.io.IOException: {message}\nCaused by: {cause}\n\n");
        Failure::new(format!("cannot read {}: {}", path.display(), plain(&error))).kafka_exactly(text, 1)
    })
}

/// An exception of the tool's own, with the trace's first line as the original prints it.
fn failed(class: &str, message: impl Into<String>) -> Failure {
    let message = message.into();
    let text = format!("Error: {message}\norg.apache.kafka.tools.{class}: {message}\n\n");
    Failure::new(message).kafka_exactly(text, 1)
}

/// What a broker refused, as the original prints it: the exception and its cause.
fn refused(error: crate::client::Error) -> Failure {
    let java = error.java_exception();
    let text = format!("Error: {java}\njava.util.concurrent.ExecutionException: {java}\nCaused by: {java}\n\n");
    Failure::from(error).kafka_exactly(text, 1)
}

/// A refusal in plain words, without a trace.
fn terse(message: impl Into<String>) -> Failure {
    let message = message.into();
    let text = format!("{message}\n");
    Failure::new(message).kafka_exactly(text, 1)
}

/// A failure after something was said: the original has printed it by then.
fn after(said: &str, failure: Failure) -> Failure {
    match failure.original() {
        Original::Exactly { stdout, exit } => {
            let (text, exit) = (format!("{said}{stdout}"), *exit);
            failure.kafka_exactly(text, exit)
        }
        Original::Thrown { .. } | Original::Usage => failure,
    }
}

/// The replicas of all partitions of topics; a missing one is told as the original tells it.
async fn current(client: &Client, topics: &[String]) -> Result<Parts, Failure> {
    let mut found = Parts::new();
    for (name, outcome) in client.describe_topics(topics, false).await.map_err(refused)? {
        let topic = match outcome {
            Ok(topic) => topic,
            Err(error) if error.code() == Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) => {
                let message = format!("Topic {name} not found.");
                let code = ErrorCode::UNKNOWN_TOPIC_OR_PARTITION;
                let failure = refused(crate::client::Error::refused(code, Some(&message), "")).exit(Exit::NotFound);
                return Err(failure.hint_if_any(suggest::topic(client, &name).await));
            }
            Err(error) => return Err(refused(error)),
        };
        for partition in &topic.partitions {
            found.insert(TopicPartition::new(&*topic.name, partition.id), partition.replicas.clone());
        }
    }
    Ok(found)
}

fn topics_of(parts: &Parts) -> Vec<String> {
    let names: BTreeSet<&String> = parts.keys().map(|tp| &tp.topic).collect();
    names.into_iter().cloned().collect()
}

/// What a plan is to bring about.
struct Aim<'a> {
    brokers: &'a [i32],
    /// One replica of a partition in each rack, as far as there are racks.
    racks: bool,
    factor: Option<usize>,
}

async fn proposal(client: &Client, topics: &[String], aim: &Aim<'_>) -> Result<(Parts, Parts), Failure> {
    let current = current(client, topics).await?;
    let nodes = client.describe_cluster(false, false).await.map_err(refused)?.nodes;
    let known: Vec<(i32, Option<String>)> = nodes
        .into_iter()
        .filter(|node| aim.brokers.contains(&node.id))
        .map(|node| (node.id, node.rack.filter(|_| aim.racks)))
        .collect();
    let rackless = known.iter().filter(|(_, rack)| rack.is_none()).count();
    if aim.racks && rackless != 0 && rackless != known.len() {
        return Err(failed(
            "AdminOperationException",
            "Not all brokers have rack information. Add --disable-rack-aware in command line to make replica assignment \
             without rack information.",
        ));
    }
    let proposed = place::propose(&current, &known, aim.factor)?;
    Ok((current, proposed))
}

fn generate(topics: &[String], brokers: &[i32], racks: bool, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let (current, proposed) = cx.block_on(proposal(&client, topics, &Aim { brokers, racks, factor: None }))??;
    let folders = cx.block_on(folders::current(&client, &current))??;
    let folder = |at: &Replica| folders.get(at).cloned().unwrap_or_else(|| "any".to_owned());
    let (now, then) = (plan::write(&current, folder), plan::write(&proposed, |_| "any".to_owned()));
    let text = format!(
        "Current partition replica assignment\n{now}\n\nProposed partition reassignment configuration\n{then}\n"
    );
    cx.report(&Said::new(text, Table::default(), json!({ "current": now, "proposed": then })))
}

/// How a plan is started.
struct How {
    additional: bool,
    throttle: i64,
    folder_throttle: i64,
    same_factor: bool,
    /// How long moves between folders may take to begin.
    patience: Duration,
}

fn execute(
    plan: Vec<(TopicPartition, Vec<i32>)>,
    wanted_folders: &Folders,
    how: How,
    cx: &mut Context,
) -> Result<(), Failure> {
    let wanted = plan::checked(plan)?;
    let client = cx.client()?;
    let moves = cx.block_on(client.list_reassignments(None))?.map_err(refused)?;
    if !how.additional && !moves.is_empty() {
        return Err(terse(
            "Cannot execute because there is an existing partition assignment.  Use --additional to override this and \
             create a new partition assignment in addition to the existing one. The --additional flag can also be used \
             to change the throttle by resubmitting the current reassignment.",
        )
        .exit(Exit::Conflict));
    }
    let known = cx.block_on(client.describe_cluster(false, false))?.map_err(refused)?.nodes;
    let brokers: BTreeSet<i32> = wanted.values().flatten().copied().collect();
    if let Some(unknown) = brokers.iter().find(|id| !known.iter().any(|node| node.id == **id)) {
        let message = format!("Unknown broker id {unknown}");
        let ids: Vec<i32> = known.iter().map(|node| node.id).collect();
        return Err(failed("AdminCommandFailedException", message)
            .in_words(format!("there is no broker {unknown}"))
            .because(format!("the brokers are {}", crate::output::kafka::joined(&ids)))
            .exit(Exit::NotFound));
    }
    let mut current = cx.block_on(current(&client, &topics_of(&wanted)))??;
    current.retain(|tp, _| wanted.contains_key(tp));
    let missing: Vec<String> =
        wanted.keys().filter(|tp| !current.contains_key(tp)).map(TopicPartition::to_string).collect();
    if !missing.is_empty() {
        let message = format!("Unable to find partition: {}", missing.join(", "));
        let code = ErrorCode::UNKNOWN_TOPIC_OR_PARTITION;
        return Err(refused(crate::client::Error::refused(code, Some(&message), "")).exit(Exit::NotFound));
    }
    let names: Vec<String> = wanted.keys().map(TopicPartition::to_string).collect();
    let mut table = Table::new(&["TOPIC", ">PARTITION", "REPLICAS"]);
    for (tp, replicas) in &wanted {
        let replicas = crate::output::kafka::joined(replicas);
        table.row([tp.topic.as_str().into(), tp.partition.to_string().into(), replicas.into()]);
    }
    let value = json!({ "started": names, "folders": folders::listed(wanted_folders) });
    cx.stop_if_dry_run(|| Said::new("", table.clone(), value.clone()))?;
    let folders = cx.block_on(folders::current(&client, &current))??;
    let folder = |at: &Replica| folders.get(at).cloned().unwrap_or_else(|| "any".to_owned());
    let mut text = format!(
        "Current partition replica assignment\n\n{}\n\nSave this to use as the --reassignment-json-file option during \
         rollback\n",
        plan::write(&current, folder)
    );
    if how.throttle >= 0 || how.folder_throttle >= 0 {
        text += "Warning: You must run --verify periodically, until the reassignment completes, to ensure the throttle \
                 is removed.\n";
        let limited = cx.block_on(async {
            throttle::set(&client, &moves, &wanted, &current, how.throttle, &mut text).await?;
            let moving: BTreeSet<i32> = wanted_folders.keys().map(|(_, broker)| *broker).collect();
            throttle::set_folders(&client, &moving, how.folder_throttle, &mut text).await
        })?;
        limited.map_err(|error| after(&text, refused(error)))?;
    }
    let asked: BTreeMap<TopicPartition, Option<Vec<i32>>> =
        wanted.iter().map(|(tp, replicas)| (tp.clone(), Some(replicas.clone()))).collect();
    let outcomes = cx.block_on(client.alter_reassignments(&asked, how.same_factor))?;
    let outcomes = outcomes.map_err(|error| after(&text, refused(error)))?;
    let errors = errors(&outcomes);
    if !errors.is_empty() {
        let message = format!("Error reassigning partition(s):\n{}", errors.join("\n"));
        return Err(Failure::new(&*message).kafka_exactly(format!("{text}{message}\n"), 1));
    }
    let plural = if names.len() == 1 { "" } else { "s" };
    text += &format!("Successfully started partition reassignment{plural} for {}\n", names.join(","));
    if !wanted_folders.is_empty() {
        let started = cx.block_on(folders::start(&client, wanted_folders, how.patience))?;
        text += &started.map_err(|(said, failure)| after(&(text.clone() + &said), failure))?;
    }
    cx.report(&Said::new(text, table, value))
}

/// `t-0: why`, in the order of the partitions.
fn errors(outcomes: &[(TopicPartition, crate::client::Result<()>)]) -> Vec<String> {
    let mut errors: Vec<(&TopicPartition, String)> =
        outcomes.iter().filter_map(|(tp, done)| Some((tp, done.as_ref().err()?.java()))).collect();
    errors.sort();
    errors.into_iter().map(|(tp, why)| format!("{tp}: {why}")).collect()
}
