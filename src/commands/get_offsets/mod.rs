//! `kt offsets`, kafka-get-offsets: the offsets of partitions, at their ends or at a moment.
//!
//! [`filter`] says which partitions, [`report`] how it looks.

mod filter;
mod report;

use std::time::SystemTime;

use clap::{Arg, ArgAction, ArgMatches};

use self::filter::{Filter, Partitions, Rule};
use self::report::{Ends, EndsRow, Found, FoundRow};
use crate::client::admin::TopicPartition;
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::admin::topics::Topic;
use crate::client::{self, Client};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::options::{BOOTSTRAP, BROKER_LIST, COMMAND_CONFIG, Given, Opt};
use crate::commands::pattern::{Pattern, is_internal};
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use crate::commands::{moment, suggest};

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    BROKER_LIST,
    COMMAND_CONFIG,
    Opt::value("topic", "REGEX", "topics; not with --topic-partitions"),
    Opt::value("partitions", "N,N,…", "only these partitions; not with --topic-partitions"),
    Opt::value("topic-partitions", "T:P,T:A-B,…", "patterns of topics with numbers or ranges (upper end left out)"),
    Opt::value(
        "time",
        "MS or WORD",
        "-1 latest, -2 earliest, -3 max-timestamp, -4 earliest-local, -5 latest-tiered, -6 earliest-pending-upload, or \
         a moment",
    )
    .default("latest"),
    Opt::flag("exclude-internal-topics", "leave out the topics Kafka keeps for itself"),
    Opt::value("offsets", "N", "gone before 3.0").gone("--offsets is gone; each partition has one offset", ""),
    Opt::value("max-wait-ms", "MS", "gone before 3.0").gone("--max-wait-ms is gone; --command-config sets limits", ""),
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-get-offsets"),
    kafka: Some(Kafka {
        options: Options::Jopt(OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| run(action(given)?, cx),
    }),
    verbs: Some(Verbs { command, default: None, connects: true, act: |matches, cx| run(own_action(matches)?, cx) }),
    examples: &[
        Example { line: "kt offsets orders", does: "where each partition of orders begins and ends" },
        Example { line: "kt offsets orders:0 --at @-1h", does: "the first record of partition 0 in the last hour" },
        Example { line: "kt get-offsets --topic orders --time -2", does: "the first offsets, in Kafka's flags" },
    ],
    quirks: &[
        "without --bootstrap-server the address comes from the environment or is localhost:9092; the original refuses",
    ],
    ..Tool::own("offsets", Group::Topics, "where partitions begin and end, or which offset a moment has")
};

/// The names of the special offsets, in both grammars.
const WORDS: [(&str, OffsetSpec); 6] = [
    ("latest", OffsetSpec::Latest),
    ("earliest", OffsetSpec::Earliest),
    ("max-timestamp", OffsetSpec::MaxTimestamp),
    ("earliest-local", OffsetSpec::EarliestLocal),
    ("latest-tiered", OffsetSpec::LatestTiered),
    ("earliest-pending-upload", OffsetSpec::EarliestPendingUpload),
];

/// What is to be shown.
struct Action {
    filter: Filter,
    what: What,
    exclude_internal: bool,
}

enum What {
    One(OffsetSpec),
    /// Begin and end of each partition.
    Ends,
}

fn action(given: &Given) -> Result<Action, Failure> {
    if given.has("topic-partitions") && given.count(&["topic", "partitions"]) > 0 {
        return Err(Failure::usage("--topic-partitions cannot be used with --topic or --partitions"));
    }
    let time = given.one("time")?.unwrap_or("latest");
    let spec = spec(time).ok_or_else(|| {
        let words: Vec<String> =
            WORDS.iter().zip(1..).map(|((word, _), number)| format!("-{number} or {word}")).collect();
        Failure::usage(format!(
            "Malformed time argument {time}. Please use {}, or a specified long format timestamp",
            words.join(" / ")
        ))
    })?;
    let filter = match given.one("topic-partitions")? {
        Some(rules) => Filter::rules(rules)?,
        None => {
            let topic = Pattern::topics(given.one("topic")?.unwrap_or(".*"))?;
            let partitions = Partitions::list(given.one("partitions")?.unwrap_or_default())?;
            Filter::from(Rule { topic, partitions })
        }
    };
    Ok(Action { filter, what: What::One(spec), exclude_internal: given.has("exclude-internal-topics") })
}

/// A word or a number of ms, where the numbers below zero stand for the words.
fn spec(text: &str) -> Option<OffsetSpec> {
    if let Some((_, spec)) = WORDS.iter().find(|(word, _)| *word == text) {
        return Some(*spec);
    }
    let number: i64 = text.parse().ok()?;
    let special = number.checked_neg().and_then(|n| usize::try_from(n).ok()).and_then(|n| WORDS.get(n.wrapping_sub(1)));
    Some(special.map_or(OffsetSpec::At(number), |(_, spec)| *spec))
}

fn command(command: clap::Command) -> clap::Command {
    command
        .arg(Arg::new("topics").value_name("TOPIC[:PARTITIONS]").action(ArgAction::Append).help(
            "Topics or patterns, with partitions if wanted: orders, 'tmp-*', orders:0, orders:0-3 [default: all]",
        ))
        .arg(
            Arg::new("at").long("at").value_name("WHEN").allow_hyphen_values(true).help(
                "@-1h, @2026-11-21T10:00, @MS, or earliest, latest, max-timestamp, earliest-local, latest-tiered",
            ),
        )
        .arg(
            Arg::new("all")
                .short('a')
                .long("all")
                .action(ArgAction::SetTrue)
                .help("Also the topics Kafka keeps for itself"),
        )
}

fn own_action(matches: &ArgMatches) -> Result<Action, Failure> {
    let topics: Vec<&String> = matches.get_many("topics").into_iter().flatten().collect();
    let what = match matches.get_one::<String>("at") {
        None => What::Ends,
        Some(when) => What::One(match WORDS.iter().find(|(word, _)| word == when) {
            Some((_, spec)) => *spec,
            None => OffsetSpec::At(moment::parse(when, SystemTime::now())?),
        }),
    };
    let exclude_internal = topics.is_empty() && !matches.get_flag("all");
    Ok(Action { filter: Filter::own(&topics)?, what, exclude_internal })
}

fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let partitions = cx.block_on(select(&client, &action))??;
    match action.what {
        What::One(spec) => {
            let answers = cx.block_on(ask(&client, &partitions, spec))??;
            let (rows, failures) = apart(answers, FoundRow::new);
            let worked = !rows.is_empty();
            let found = Found { rows: rows.into_iter().flatten().collect() };
            cx.report(&found)?;
            if found.rows.is_empty() && worked {
                cx.note("no record is that young, or there is none at all");
            }
            end(failures, worked)
        }
        What::Ends => {
            let both = async {
                let starts = ask(&client, &partitions, OffsetSpec::Earliest).await?;
                Ok::<_, client::Error>((starts, ask(&client, &partitions, OffsetSpec::Latest).await?))
            };
            let (starts, ends) = cx.block_on(both)??;
            let joined = starts.into_iter().zip(ends).map(|((partition, start), (_, end))| {
                let row = start.and_then(|start| end.map(|end| (start.offset, end.offset)));
                (partition, row)
            });
            let (rows, failures) =
                apart(joined.collect(), |partition, (start, end)| EndsRow::new(partition, start, end));
            let worked = !rows.is_empty();
            cx.report(&Ends { rows })?;
            end(failures, worked)
        }
    }
}

/// The partitions that pass the filter, in the order of the original: by name and number as one text.
async fn select(client: &Client, action: &Action) -> Result<Vec<TopicPartition>, Failure> {
    let all = client.all_topics().await?;
    let shown = |topic: &&Topic| !(action.exclude_internal && (topic.internal || is_internal(&topic.name)));
    let mut partitions: Vec<TopicPartition> = all
        .iter()
        .filter(shown)
        .flat_map(|topic| topic.partitions.iter().map(|partition| TopicPartition::new(&*topic.name, partition.id)))
        .filter(|partition| action.filter.passes(partition))
        .collect();
    if partitions.is_empty() {
        let nearest = action.filter.plain().and_then(|name| suggest::nearest(name, all.iter().map(|t| &*t.name)));
        return Err(Failure::new("Could not match any topic-partitions with the specified filters")
            .exit(Exit::NotFound)
            .hint_if_any(nearest.map(|name| format!("did you mean   {name} ?"))));
    }
    partitions.sort_by_cached_key(TopicPartition::to_string);
    Ok(partitions)
}

type Answers<T> = Vec<(TopicPartition, client::Result<T>)>;

async fn ask(
    client: &Client,
    partitions: &[TopicPartition],
    spec: OffsetSpec,
) -> client::Result<Answers<client::admin::offsets::Found>> {
    let asked: Vec<(TopicPartition, OffsetSpec)> =
        partitions.iter().map(|partition| (partition.clone(), spec)).collect();
    client.list_offsets(&asked, Isolation::ReadUncommitted).await
}

fn apart<T, R>(answers: Answers<T>, row: impl Fn(TopicPartition, T) -> R) -> (Vec<R>, Vec<Failure>) {
    let (mut rows, mut failures) = (Vec::new(), Vec::new());
    for (partition, answer) in answers {
        match answer {
            Ok(found) => rows.push(row(partition, found)),
            Err(error) => {
                let what = format!(
                    "Skip getting offsets for topic-partition {partition} due to error: {}",
                    error.java_exception()
                );
                // The original says so on stderr, and ends well.
                failures.push(Failure::new(what).kafka_exactly("", 0));
            }
        }
    }
    (rows, failures)
}

fn end(failures: Vec<Failure>, worked: bool) -> Result<(), Failure> {
    Failure::several(failures, worked).map_or(Ok(()), Err)
}
