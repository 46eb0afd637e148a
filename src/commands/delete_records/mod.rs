//! `kt delete-records`, kafka-delete-records: cuts partitions at the front.
//!
//! [`plan`] reads the original's file; kt's own grammar names a topic and where to cut.

mod plan;
mod report;

use std::collections::BTreeMap;
use std::time::SystemTime;

use clap::{Arg, ArgAction, ArgMatches};

use self::report::{Cut, Cuts};
use crate::client::admin::TopicPartition;
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::{self, Client};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};
use crate::commands::suggest;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use crate::output::human;
use crate::records::place::{self, Bounds, Places};

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    COMMAND_CONFIG,
    Opt::value("offset-json-file", "FILE", "which partitions to cut, and up to which offset (-1: all)").required(),
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-delete-records"),
    kafka: Some(Kafka { options: Options::Jopt(OPTIONS), thrown: Thrown::STDERR, act }),
    verbs: Some(Verbs { command, default: None, connects: true, act: own_act }),
    changes: &[""],
    examples: &[
        Example {
            line: "kt delete-records orders --before @-7d",
            does: "deletes what is older than a week, after a question",
        },
        Example { line: "kt delete-records orders:0 --before 1200", does: "cuts partition 0 at an offset" },
        Example {
            line: "kt delete-records orders --before 0=42,1=end --dry-run",
            does: "what a place for each partition would delete",
        },
        Example { line: "kt delete-records --offset-json-file plan.json", does: "the same in Kafka's flags" },
    ],
    quirks: &[
        "a partition that does not exist is an error after a second; the original tries for a minute and says that it timed out",
    ],
    foreign: &[
        ("--offset", "--before 42, or --before 0=42,1=7 by partition"),
        ("--topic", "the topic stands without a flag: kt delete-records orders --before 42"),
        ("--partition", "TOPIC:0   is one partition"),
    ],
    ..Tool::own("delete-records", Group::Topics, "delete records from the front of partitions")
};

type Plan = Vec<(TopicPartition, i64)>;

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    given.require(&["offset-json-file"])?;
    cx.connection()?;
    let path = given.one("offset-json-file")?.unwrap_or_default();
    let text = std::fs::read(path).map_err(|error| crate::commands::failure::file("read", path, &error))?;
    let plan = plan::parse(&text).map_err(|failure| failure.because(format!("in {path}")))?;
    let client = cx.client()?;
    cut(&client, &plan, cx)
}

fn command(command: clap::Command) -> clap::Command {
    command
        .arg(
            Arg::new("topic")
                .value_name("TOPIC[:PARTITION]")
                .required(true)
                .help("The topic, or one of its partitions"),
        )
        .arg(
            Arg::new("before")
                .long("before")
                .value_name("WHERE")
                .required(true)
                .action(ArgAction::Set)
                .allow_hyphen_values(true)
                .help(
                    "Delete what is before: an offset, 'end' for everything, -10 for all but the last ten, @-7d, \
                     @2026-11-21T10:00 or @MS; by partition 0=42,2=end",
                ),
        )
}

fn own_act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let topic = matches.get_one::<String>("topic").map(String::as_str).unwrap_or_default();
    let before = matches.get_one::<String>("before").map(String::as_str).unwrap_or_default();
    let (topic, partition) = match topic.rsplit_once(':') {
        Some((topic, number)) => {
            let wrong = |_| Failure::usage(format!("'{number}' is no partition"));
            (topic, Some(number.parse::<i32>().map_err(wrong)?))
        }
        None => (topic, None),
    };
    let places = place::parse(before.trim(), SystemTime::now()).map_err(|why| Failure::usage(why).hint(PLACES))?;
    if places.has_an_end() || places.needs_group() {
        return Err(Failure::usage(format!("'{before}' is no place before which to delete")).hint(PLACES));
    }
    let places = places.only(partition.as_slice());
    let client = cx.client()?;
    let (plan, records) = cx.block_on(resolve(&client, topic, &places))??;
    if records == 0 {
        cx.note(&format!("nothing of {topic} lies before {before}; nothing was deleted"));
        return cx.report(&Cuts { rows: Vec::new() });
    }
    let many = human::several(usize::try_from(records).unwrap_or(usize::MAX), "record");
    cx.preview(&format!(
        "{topic}: {many} in {} will be deleted. This cannot be undone.",
        human::several(plan.len(), "partition")
    ));
    cx.stop_if_dry_run(|| Cuts { rows: plan.iter().map(|(partition, cut)| Cut::done(partition, *cut)).collect() })?;
    cx.confirm_by_name("Type the topic's name to delete them:", topic)?;
    cut(&client, &plan, cx)
}

/// What a place may be, for a hint.
const PLACES: &str = "an offset, 'end', -10 (all but the last ten), @-7d or @2026-11-21T10:00; 0=42,2=end by partition";

/// The partitions in which something lies before the place, with the offset to cut at, and how many records that are.
async fn resolve(client: &Client, topic: &str, places: &Places) -> Result<(Plan, i64), Failure> {
    let all = client.all_topics().await?;
    let Some(found) = all.iter().find(|known| known.name == topic) else {
        return Err(Failure::new(format!("there is no topic {topic}"))
            .exit(Exit::NotFound)
            .hint_if_any(suggest::hint(topic, all.iter().map(|t| &*t.name))));
    };
    if places.of.keys().any(|number| found.partitions.iter().all(|known| known.id != *number)) {
        return Err(Failure::new(format!(
            "topic {topic} has {} and none of that number",
            human::several(found.partitions.len(), "partition")
        ))
        .exit(Exit::NotFound));
    }
    let wanted = found.partitions.iter().filter(|known| places.of(known.id).is_some());
    let partitions: Vec<TopicPartition> = wanted.map(|known| TopicPartition::new(topic, known.id)).collect();
    let at = async |spec: OffsetSpec| {
        let asked: Vec<(TopicPartition, OffsetSpec)> = partitions.iter().map(|p| (p.clone(), spec)).collect();
        let answers = client.list_offsets(&asked, Isolation::ReadUncommitted).await?;
        let found = answers.into_iter().map(|(at, found)| Ok((at.partition, found?.offset)));
        found.collect::<client::Result<BTreeMap<i32, i64>>>()
    };
    let (starts, ends) = (at(OffsetSpec::Earliest).await?, at(OffsetSpec::Latest).await?);
    let mut moments = BTreeMap::new();
    for moment in places.moments() {
        moments.insert(moment, at(OffsetSpec::At(moment)).await?);
    }
    let mut plan = Vec::new();
    let mut records: i64 = 0;
    for partition in partitions {
        let number = partition.partition;
        let (Some(range), Some(start), Some(end)) = (places.of(number), starts.get(&number), ends.get(&number)) else {
            continue;
        };
        // No record that young: everything is older.
        let moment = |ms: i64| moments.get(&ms).and_then(|at| at.get(&number)).copied().filter(|offset| *offset >= 0);
        let (cut, _) = range.within(Bounds { beginning: *start, end: *end, stored: None }, moment);
        if cut > *start {
            records = records.saturating_add(cut.saturating_sub(*start));
            plan.push((partition, cut));
        }
    }
    Ok((plan, records))
}

fn cut(client: &Client, plan: &Plan, cx: &mut Context) -> Result<(), Failure> {
    let outcomes = match cx.block_on(client.delete_records(plan))? {
        Ok(outcomes) => outcomes,
        // The original reports the failure of the whole for each partition, and ends well.
        Err(error) => {
            let rows = plan.iter().map(|(partition, _)| Cut::failed(partition, &error)).collect();
            return Err(Failure::from(error).kafka_exactly(Cuts { rows }.text(), 0));
        }
    };
    let (mut rows, mut failures) = (Vec::new(), Vec::new());
    for (partition, outcome) in outcomes {
        match outcome {
            Ok(low_watermark) => rows.push(Cut::done(&partition, low_watermark)),
            Err(error) => {
                rows.push(Cut::failed(&partition, &error));
                failures.push(Failure::from(error).kafka_exactly("", 0));
            }
        }
    }
    let worked = failures.len() < rows.len();
    cx.report(&Cuts { rows })?;
    Failure::several(failures, worked).map_or(Ok(()), Err)
}
