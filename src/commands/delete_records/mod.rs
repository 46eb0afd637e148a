//! `kt delete-records`, kafka-delete-records: cuts partitions at the front.
//!
//! [`plan`] reads the original's file; kt's own grammar names a topic and where to cut.

mod plan;
mod report;

use std::time::SystemTime;

use clap::{Arg, ArgAction, ArgMatches};

use self::report::{Cut, Cuts};
use crate::client::admin::TopicPartition;
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::{self, Client};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::moment;
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};
use crate::commands::suggest;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use crate::output::human;

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
        Example { line: "kt delete-records --offset-json-file plan.json", does: "the same in Kafka's flags" },
    ],
    quirks: &[
        "a partition that does not exist is an error after a second; the original tries for a minute and says that it timed out",
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
                .help("Delete what is before: an offset, 'end' for everything, @-7d, @2026-11-21T10:00 or @MS"),
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
    let place = match before {
        "end" | "latest" => OffsetOr::Offset(-1),
        text if text.starts_with('@') => OffsetOr::Moment(moment::parse(text, SystemTime::now())?),
        text => OffsetOr::Offset(text.parse().ok().filter(|offset| *offset >= 0).ok_or_else(|| {
            Failure::usage(format!("'{text}' is no offset")).hint("an offset, 'end', @-7d or @2026-11-21T10:00")
        })?),
    };
    let client = cx.client()?;
    let (plan, records) = cx.block_on(resolve(&client, topic, partition, place))??;
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

/// Where to cut, as it was written.
#[derive(Clone, Copy)]
enum OffsetOr {
    Offset(i64),
    Moment(i64),
}

/// The partitions in which something lies before the place, with the offset to cut at, and how many records that are.
async fn resolve(
    client: &Client,
    topic: &str,
    partition: Option<i32>,
    place: OffsetOr,
) -> Result<(Plan, i64), Failure> {
    let all = client.all_topics().await?;
    let Some(found) = all.iter().find(|known| known.name == topic) else {
        return Err(Failure::new(format!("there is no topic {topic}"))
            .exit(Exit::NotFound)
            .hint_if_any(suggest::hint(topic, all.iter().map(|t| &*t.name))));
    };
    let wanted = found.partitions.iter().map(|known| known.id).filter(|id| partition.is_none_or(|only| only == *id));
    let partitions: Vec<TopicPartition> = wanted.map(|id| TopicPartition::new(topic, id)).collect();
    if partitions.is_empty() {
        return Err(Failure::new(format!(
            "topic {topic} has {} and none of that number",
            human::several(found.partitions.len(), "partition")
        ))
        .exit(Exit::NotFound));
    }
    let at = async |spec: OffsetSpec| {
        let asked: Vec<(TopicPartition, OffsetSpec)> = partitions.iter().map(|p| (p.clone(), spec)).collect();
        let answers = client.list_offsets(&asked, Isolation::ReadUncommitted).await?;
        answers.into_iter().map(|(_, found)| found.map(|found| found.offset)).collect::<client::Result<Vec<i64>>>()
    };
    let starts = at(OffsetSpec::Earliest).await?;
    let ends = at(OffsetSpec::Latest).await?;
    let cuts = match place {
        OffsetOr::Offset(-1) => ends.clone(),
        OffsetOr::Offset(offset) => vec![offset; partitions.len()],
        OffsetOr::Moment(ms) => {
            // No record that young: everything is older.
            let found = at(OffsetSpec::At(ms)).await?;
            found.into_iter().zip(&ends).map(|(offset, end)| if offset < 0 { *end } else { offset }).collect()
        }
    };
    let mut plan = Vec::new();
    let mut records: i64 = 0;
    for (index, partition) in partitions.into_iter().enumerate() {
        // A partition may end before the place.
        let (start, cut) = (starts[index], cuts[index].min(ends[index]));
        if cut > start {
            records = records.saturating_add(cut.saturating_sub(start));
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
