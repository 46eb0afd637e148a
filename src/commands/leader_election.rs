//! `kt elect`, kafka-leader-election: the preferred replicas lead again, or any replica where none in sync is left.

use std::collections::{BTreeMap, BTreeSet};

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use super::context::Context;
use super::failure::Failure;
use super::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt, Role};
use super::said::Said;
use super::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use super::topics;
use crate::client::admin::TopicPartition;
use crate::client::admin::elections::Election;
use crate::client::admin::topics::Partition;
use crate::client::{self, Client};
use crate::output::java::{hash_order, topic_partition_hash};
use crate::output::paint::Tone;
use crate::output::table::{Cell, Table};
use crate::protocol::code::ErrorCode;

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    COMMAND_CONFIG,
    Opt::value("admin.config", "FILE", "client settings").role(Role::ConfigFile).deprecated("command-config"),
    Opt::value("election-type", "PREFERRED or UNCLEAN", "kind of election, in any case").required(),
    Opt::value("topic", "NAME", "one topic, with --partition"),
    Opt::value("partition", "N", "one partition, with --topic").int(),
    Opt::value("path-to-json-file", "FILE", "partitions from a file"),
    Opt::flag("all-topic-partitions", "all partitions that need it"),
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-leader-election"),
    kafka: Some(Kafka { options: Options::Jopt(OPTIONS), thrown: Thrown::STDERR, act }),
    verbs: Some(Verbs { command, default: None, connects: true, act: own_act }),
    changes: &[""],
    examples: &[
        Example { line: "kt elect", does: "the preferred replicas of all partitions lead again" },
        Example { line: "kt elect orders:0", does: "of one partition" },
        Example {
            line: "kt elect orders:0 --unclean",
            does: "any replica may lead, though records may be lost; asks first",
        },
        Example {
            line: "kt leader-election --election-type preferred --all-topic-partitions",
            does: "in Kafka's flags",
        },
    ],
    ..Tool::own("elect", Group::Cluster, "let preferred replicas lead again")
};

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    let election = match given.one("election-type")? {
        None => return Err(Failure::usage("Missing required option(s): election-type")),
        Some(word) if word.eq_ignore_ascii_case("preferred") => Election::Preferred,
        Some(word) if word.eq_ignore_ascii_case("unclean") => Election::Unclean,
        Some(word) => {
            return Err(Failure::usage(format!("Cannot parse argument '{word}' of option election-type"))
                .because("it is not one of PREFERRED, UNCLEAN"));
        }
    };
    let exclusive = ["topic", "all-topic-partitions", "path-to-json-file"];
    if given.count(&exclusive) != 1 {
        let why = format!("One and only one of the following options is required: {}", exclusive.join(", "));
        return Err(Failure::usage(why));
    }
    let number = given.int("partition")?;
    if given.has("topic") && number.is_none() {
        return Err(Failure::usage("Missing required option(s): partition"));
    }
    if !given.has("topic") && number.is_some() {
        return Err(Failure::usage("Option partition is only allowed if topic is used"));
    }
    let partitions = match (given.one("path-to-json-file")?, given.one("topic")?) {
        (Some(path), _) => {
            let text = std::fs::read(path).map_err(|error| super::failure::file("read", path, &error))?;
            Some(parse(&text)?)
        }
        (None, Some(topic)) => Some(vec![TopicPartition::new(topic, number.unwrap_or_default())]),
        (None, None) => None,
    };
    elect(election, partitions.as_deref(), cx)
}

/// `{"partitions": [{"topic": "t", "partition": 1}]}`
fn parse(text: &[u8]) -> Result<Vec<TopicPartition>, Failure> {
    let empty = || Failure::usage("Replica election data is empty");
    let value: Value = serde_json::from_slice(text).map_err(|error| empty().because(error.to_string()))?;
    let missing = || Failure::usage("Replica election data is missing \"partitions\" field");
    let Value::Object(data) = &value else {
        return Err(Failure::usage(format!("Expected JSON object, received {value}")));
    };
    let list = data.get("partitions").ok_or_else(missing)?;
    let list = list.as_array().ok_or_else(|| Failure::usage(format!("Expected JSON array, received {list}")))?;
    let mut found: Vec<TopicPartition> = Vec::new();
    let mut twice: Vec<TopicPartition> = Vec::new();
    for one in list {
        let field = |name: &str| one.get(name).ok_or_else(|| Failure::usage(format!("No such field exists: `{name}`")));
        let (topic, number) = (field("topic")?, field("partition")?);
        let topic =
            topic.as_str().ok_or_else(|| Failure::usage(format!("Expected `String` value, received {topic}")))?;
        let partition = number.as_i64().and_then(|number| i32::try_from(number).ok());
        let partition =
            partition.ok_or_else(|| Failure::usage(format!("Expected `Integer` value, received {number}")))?;
        let tp = TopicPartition::new(topic, partition);
        if !found.contains(&tp) {
            found.push(tp);
        } else if !twice.contains(&tp) {
            twice.push(tp);
        }
    }
    if twice.is_empty() {
        return Ok(found);
    }
    let names = crate::output::kafka::java_list(&twice);
    Err(Failure::usage(format!("Replica election data contains duplicate partitions: {names}")))
}

fn command(command: Command) -> Command {
    command
        .arg(
            Arg::new("partitions")
                .value_name("TOPIC[:PARTITION]")
                .num_args(0..)
                .help("Which partitions; all that need it if none is named"),
        )
        .arg(
            Arg::new("unclean")
                .long("unclean")
                .action(ArgAction::SetTrue)
                .help("Where nobody in sync is left let any replica lead; records may be lost"),
        )
}

fn own_act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let words: Vec<&String> = matches.get_many("partitions").into_iter().flatten().collect();
    let election = if matches.get_flag("unclean") { Election::Unclean } else { Election::Preferred };
    let client = cx.client()?;
    let mut partitions = Vec::new();
    for word in words {
        let numbered = word.rsplit_once(':').and_then(|(topic, number)| Some((topic, number.parse::<i32>().ok()?)));
        if let Some((topic, number)) = numbered {
            partitions.push(TopicPartition::new(topic, number));
            continue;
        }
        let all = cx.block_on(client.describe_topics(std::slice::from_ref(word), false))??;
        for (_, topic) in all {
            let topic = match topic {
                Err(error) if error.code() == Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) => {
                    return Err(topics::missing(word, &cx.block_on(client.all_topics())??));
                }
                topic => topic?,
            };
            partitions.extend(topic.partitions.iter().map(|p| TopicPartition::new(&*topic.name, p.id)));
        }
    }
    if election == Election::Unclean {
        cx.confirm_unless_dry_run("An unclean election may lose records. Go on?")?;
    }
    elect(election, (!partitions.is_empty()).then_some(&partitions[..]), cx)
}

fn elect(election: Election, partitions: Option<&[TopicPartition]>, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let elected = match cx.is_dry_run() {
        true => cx.block_on(would_elect(&client, election, partitions))?,
        false => cx.block_on(client.elect_leaders(election, partitions))?,
    };
    let outcomes = elected.map_err(|error| {
        let failure = Failure::from(error.clone());
        match error.code() {
            Some(ErrorCode::CLUSTER_AUTHORIZATION_FAILED) => {
                failure.kafka_exactly("Not authorized to perform leader election\n", 1)
            }
            _ if error.kind() == crate::client::Kind::TimedOut => {
                failure.kafka_exactly("Timeout waiting for election results\n", 1)
            }
            _ => failure,
        }
    })?;
    // The original keeps them in hash sets and prints them as they fall out.
    let outcomes = hash_order(outcomes, |(tp, _)| topic_partition_hash(&tp.topic, tp.partition));
    let (mut done, mut idle, mut failed) = (Vec::new(), Vec::new(), Vec::new());
    let mut table = Table::new(&["TOPIC", ">PARTITION", "OUTCOME"]);
    let mut rows = Vec::new();
    let mut sorted: Vec<_> = outcomes.iter().collect();
    sorted.sort_by_key(|(tp, _)| tp);
    for (tp, outcome) in sorted {
        let (word, tone) = match outcome {
            Ok(()) if cx.is_dry_run() => ("would be elected".to_owned(), Tone::Good),
            Ok(()) => ("elected".to_owned(), Tone::Good),
            Err(e) if e.code() == Some(ErrorCode::ELECTION_NOT_NEEDED) => ("leads already".to_owned(), Tone::Plain),
            Err(e) => (e.what(), Tone::Bad),
        };
        table.row([tp.topic.as_str().into(), tp.partition.to_string().into(), Cell::new(word.clone()).tone(tone)]);
        rows.push(json!({ "topic": tp.topic, "partition": tp.partition, "outcome": word }));
    }
    for (tp, outcome) in outcomes {
        match outcome {
            Ok(()) => done.push(tp.to_string()),
            Err(error) if error.code() == Some(ErrorCode::ELECTION_NOT_NEEDED) => idle.push(tp.to_string()),
            Err(error) => failed.push((tp, error)),
        }
    }
    let mut text = String::new();
    if !done.is_empty() {
        let all = done.join(", ");
        text += &format!("Successfully completed leader election ({}) for partitions {all}\n", election.java());
    }
    if !idle.is_empty() {
        text += &format!("Valid replica already elected for partitions {}\n", idle.join(", "));
    }
    for (tp, error) in &failed {
        let (kind, error) = (election.java(), error.java_exception());
        text += &format!("Error completing leader election ({kind}) for partition: {tp}: {error}\n");
    }
    cx.report(&Said::new(text, table, Value::Array(rows)))?;
    if failed.is_empty() {
        return cx.done();
    }
    let some_worked = !done.is_empty();
    let count = format!("{} replica(s) could not be elected", failed.len());
    let failures = failed.into_iter().map(|(partition, error)| {
        let unknown = error.code() == Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION);
        let failure = Failure::from(error);
        if unknown { failure.in_words(format!("there is no partition {partition}")) } else { failure }
    });
    Failure::several(failures, some_worked).map_or(Ok(()), |failure| Err(failure.kafka(count)))
}

type Outcomes = Vec<(TopicPartition, client::Result<()>)>;

/// What the controller would answer, by the metadata: it cannot be asked for its judgement alone.
async fn would_elect(
    client: &Client,
    election: Election,
    partitions: Option<&[TopicPartition]>,
) -> client::Result<Outcomes> {
    let mut known: BTreeMap<TopicPartition, Partition> = BTreeMap::new();
    for topic in client.all_topics().await? {
        let name = topic.name;
        known.extend(topic.partitions.into_iter().map(|one| (TopicPartition::new(&*name, one.id), one)));
    }
    let live = client.describe_cluster(false, false).await?.nodes.into_iter().map(|node| node.id).collect();
    Ok(match partitions {
        Some(partitions) => {
            partitions.iter().map(|at| (at.clone(), judged(known.get(at), election, &live, at))).collect()
        }
        // As the controller: of all partitions only those that need it are told.
        None => {
            let all = known.iter().map(|(at, one)| (at.clone(), judged(Some(one), election, &live, at)));
            all.filter(|(_, outcome)| outcome.is_ok()).collect()
        }
    })
}

fn judged(
    partition: Option<&Partition>,
    election: Election,
    live: &BTreeSet<i32>,
    at: &TopicPartition,
) -> client::Result<()> {
    let refused = |code| Err(client::Error::refused(code, None, format!("partition {at}")));
    let Some(partition) = partition else { return refused(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) };
    match (election, partition.replicas.first()) {
        (Election::Unclean, _) if partition.leader.is_some() => refused(ErrorCode::ELECTION_NOT_NEEDED),
        (Election::Unclean, _) if partition.replicas.iter().any(|id| live.contains(id)) => Ok(()),
        (Election::Unclean, _) => refused(ErrorCode::ELIGIBLE_LEADERS_NOT_AVAILABLE),
        (Election::Preferred, first) if partition.leader.as_ref() == first => refused(ErrorCode::ELECTION_NOT_NEEDED),
        (Election::Preferred, Some(first)) if live.contains(first) && partition.isr.contains(first) => Ok(()),
        (Election::Preferred, _) => refused(ErrorCode::PREFERRED_LEADER_NOT_AVAILABLE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_names_partitions_and_what_is_none_is_refused_in_the_originals_words() {
        let read = |text: &str| parse(text.as_bytes()).map_err(|failure| failure.what().to_owned());
        let one = r#"{"topic": "t", "partition": 1}"#;
        assert_eq!(read(&format!("{{\"partitions\": [{one}]}}")), Ok(vec![TopicPartition::new("t", 1)]));
        assert_eq!(read("{\"partitions\":"), Err("Replica election data is empty".into()));
        assert_eq!(read("{}"), Err("Replica election data is missing \"partitions\" field".into()));
        assert_eq!(
            read(&format!("{{\"partitions\": [{one}, {one}]}}")),
            Err("Replica election data contains duplicate partitions: [t-1]".into())
        );
    }
}
