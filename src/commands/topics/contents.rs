//! What topics hold: counted, weighed, and thrown away.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::Named;
use super::run::{offsets, select};
use crate::client::Client;
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::admin::topics::Topic;
use crate::client::admin::{TopicPartition, log_dirs::Replica};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::glance::{self, Glances};
use crate::output::human;
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};
use crate::protocol::code::ErrorCode;

/// Up to where records go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    End,
    /// The first record that is not older.
    Moment(i64),
}

#[derive(Debug, Serialize)]
struct Held {
    topic: String,
    partitions: usize,
    messages: i64,
    /// Of the leaders' replicas; unknown where a broker does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<u64>,
}

#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Contents {
    rows: Vec<Held>,
    #[serde(skip)]
    sizes: bool,
}

impl Report for Contents {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(()) // the original has no such verbs
    }

    fn table(&self) -> Table {
        let mut table = match self.sizes {
            true => Table::new(&["TOPIC", ">PARTITIONS", ">MESSAGES", ">SIZE"]),
            false => Table::new(&["TOPIC", ">PARTITIONS", ">MESSAGES"]),
        };
        let size = |bytes: u64| Cell::new(human::size(bytes)).exactly(bytes.to_string());
        for row in &self.rows {
            let mut cells =
                vec![row.topic.as_str().into(), Cell::count(row.partitions as i64), Cell::count(row.messages)];
            if self.sizes {
                cells.push(row.bytes.map_or(Cell::new("?"), size));
            }
            table.row(cells);
        }
        table
    }
}

/// How many messages each topic holds: what lies between its first and its next offset. Markers of transactions, and
/// what compaction has taken out, count too, as they do for a group's lag.
pub fn count(named: &Named, sizes: bool, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let mut rows = cx.block_on(async {
        let topics = select(&client, named).await?;
        let offsets = offsets(&client, &topics).await?;
        let bytes = if sizes { bytes(&client, &topics).await? } else { BTreeMap::new() };
        let held = |topic: Topic| {
            let places = || topic.partitions.iter().map(|p| TopicPartition::new(&*topic.name, p.id));
            Held {
                messages: places().filter_map(|place| offsets.get(&place)).map(|(start, end)| end - start).sum(),
                bytes: places().map(|place| bytes.get(&place).copied()).sum(),
                partitions: topic.partitions.len(),
                topic: topic.name,
            }
        };
        Ok::<_, Failure>(topics.into_iter().map(held).collect::<Vec<_>>())
    })??;
    if sizes {
        rows.sort_by_key(|row| std::cmp::Reverse(row.bytes));
    }
    cx.report(&Contents { rows, sizes })
}

/// What the leaders' replicas take on their disks.
pub(super) async fn bytes(client: &Client, topics: &[Topic]) -> Result<BTreeMap<TopicPartition, u64>, Failure> {
    let leaders: BTreeMap<TopicPartition, i32> = topics
        .iter()
        .flat_map(|topic| topic.partitions.iter().map(|p| (TopicPartition::new(&*topic.name, p.id), p.leader)))
        .filter_map(|(place, leader)| Some((place, leader?)))
        .collect();
    let mut brokers: Vec<i32> = leaders.values().copied().collect();
    brokers.sort_unstable();
    brokers.dedup();
    let places: Vec<TopicPartition> = leaders.keys().cloned().collect();
    let mut found = BTreeMap::new();
    for (broker, folders) in client.describe_log_dirs(&brokers, Some(&places)).await? {
        let counts = |replica: &Replica| !replica.is_future && leaders.get(&replica.partition) == Some(&broker);
        for replica in folders?.into_iter().flat_map(|folder| folder.replicas).filter(counts) {
            found.insert(replica.partition, u64::try_from(replica.bytes).unwrap_or(0));
        }
    }
    Ok(found)
}

/// The newest records of each partition.
pub fn last(named: &Named, count: usize, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let (topics, offsets) = cx.block_on(async {
        let topics = select(&client, named).await?;
        let offsets = offsets(&client, &topics).await?;
        Ok::<_, Failure>((topics, offsets))
    })??;
    let mut records = Vec::new();
    for topic in &topics {
        let of_topic = offsets.iter().filter(|(place, _)| place.topic == topic.name);
        let bounds = of_topic.map(|(place, bounds)| (place.partition, *bounds)).collect();
        records.extend(glance::newest(&client, &topic.name, &bounds, count)?);
    }
    if records.is_empty() {
        cx.note("there is no record");
    }
    cx.report(&Glances { records })
}

#[derive(Debug, Serialize)]
struct Trimmed {
    topic: String,
    partition: i32,
    #[serde(rename = "startOffset")]
    start: i64,
    deleted: i64,
}

#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Trims(Vec<Trimmed>);

impl Report for Trims {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(()) // the original has no such verbs
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITION", ">START", ">DELETED"]);
        for row in &self.0 {
            table.row([
                row.topic.as_str().into(),
                Cell::count(row.partition.into()),
                Cell::count(row.start),
                Cell::count(row.deleted),
            ]);
        }
        table
    }
}

/// Deletes the records of topics up to some place. Their settings, groups and everything else stay.
pub fn trim(named: &Named, until: Until, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let (topics, plan) = cx.block_on(async {
        let topics = select(&client, named).await?;
        let plan = plan(&client, &topics, until).await?;
        Ok::<_, Failure>((topics, plan))
    })??;
    let lost: i64 = plan.iter().map(|(_, start, before)| before - start).sum();
    if lost == 0 {
        cx.note("there is nothing to delete");
        return cx.report(&Trims(Vec::new()));
    }
    let lost = human::several(usize::try_from(lost).unwrap_or(0), "message");
    for (place, start, before) in &plan {
        cx.preview(&format!("{place}: offsets {start} to {}", before - 1));
    }
    let trimmed = |(place, start, before): &(TopicPartition, i64, i64)| Trimmed {
        topic: place.topic.clone(),
        partition: place.partition,
        start: *before,
        deleted: before - start,
    };
    cx.stop_if_dry_run(|| Trims(plan.iter().map(trimmed).collect()))?;
    match &topics[..] {
        [one] => {
            cx.confirm_by_name(&format!("{lost} will be gone for good. Type the topic's name to go on"), &one.name)?;
        }
        several => {
            let number = several.len().to_string();
            cx.confirm_by_name(&format!("{lost} will be gone for good. Type the number of topics to go on"), &number)?;
        }
    }
    let asked: Vec<(TopicPartition, i64)> = plan.iter().map(|(place, _, before)| (place.clone(), *before)).collect();
    let answers = cx.block_on(client.delete_records(&asked))??;
    let mut done = Vec::new();
    let mut failed = Vec::new();
    for ((place, outcome), (_, start, _)) in answers.into_iter().zip(&plan) {
        match outcome {
            Ok(now) => done.push(Trimmed {
                topic: place.topic.to_string(),
                partition: place.partition,
                start: now,
                deleted: now - start,
            }),
            Err(error) => {
                let compacted = error.code() == Some(ErrorCode::POLICY_VIOLATION);
                let failure = Failure::from(error);
                failed.push(if compacted {
                    failure.hint(format!(
                        "a compacted topic forgets by tombstones; or   kt configs set topic/{} cleanup.policy=compact,delete",
                        place.topic
                    ))
                } else {
                    failure
                });
            }
        }
    }
    let some_worked = !done.is_empty();
    if some_worked {
        cx.report(&Trims(done))?;
    }
    Failure::several(failed, some_worked).map_or(Ok(()), Err)
}

/// Partitions with something to delete: where they begin, and the first offset that stays.
async fn plan(client: &Client, topics: &[Topic], until: Until) -> Result<Vec<(TopicPartition, i64, i64)>, Failure> {
    let offsets = offsets(client, topics).await?;
    let found: BTreeMap<TopicPartition, i64> = match until {
        Until::End => offsets.iter().map(|(place, (_, end))| (place.clone(), *end)).collect(),
        Until::Moment(ms) => {
            let asked: Vec<_> = offsets.keys().map(|place| (place.clone(), OffsetSpec::At(ms))).collect();
            let mut found = BTreeMap::new();
            for (place, answer) in client.list_offsets(&asked, Isolation::ReadUncommitted).await? {
                // Nothing as young: all of it is older.
                let end = offsets.get(&place).map_or(0, |(_, end)| *end);
                let first = answer?.offset;
                found.insert(place, if first < 0 { end } else { first });
            }
            found
        }
    };
    let mut plan = Vec::new();
    for (place, (start, _)) in offsets {
        if let Some(before) = found.get(&place).copied().filter(|before| *before > start) {
            plan.push((place, start, before));
        }
    }
    Ok(plan)
}
