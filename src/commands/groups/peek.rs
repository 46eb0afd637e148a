//! What a group will read next: the first records behind its commits. Nothing is committed, nobody notices.

use std::time::Duration;

use super::collect::{self, Row};
use super::describe::unknown;
use super::plan;
use crate::client::Client;
use crate::client::admin::TopicPartition;
use crate::client::data::Source;
use crate::client::data::consume::{Came, ConsumeSettings, Reset, Start, Then, Wanted};
use crate::client::data::fault::Fault;
use crate::client::data::wire::Consumer;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::glance::{Glance, Glances};
use crate::output::human;
use crate::protocol::code::ErrorCode;

/// How long a partition's records may take to come.
const PATIENCE: Duration = Duration::from_secs(5);
/// Of more partitions nobody reads the screen.
const PARTITIONS: usize = 32;

/// The next records of each partition, and the last ones that were read.
#[derive(Debug)]
pub struct Peek {
    pub group: String,
    /// `t`, or `t:0,2`; none: all.
    pub topics: Vec<String>,
    pub before: i64,
    /// So many at most.
    pub count: usize,
}

pub fn peek(wanted: &Peek, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let Peek { group, topics, before, .. } = wanted;
    let mut named = Vec::new();
    for numbers in topics.iter().filter(|topic| topic.contains(':')) {
        named.extend(plan::numbered(numbers)?);
    }
    let is_meant = |row: &Row| {
        let at = TopicPartition::new(&*row.topic, row.partition);
        topics.is_empty() || topics.contains(&row.topic) || named.contains(&at)
    };
    let rows = cx.block_on(rows(client, group))??;
    let waits = |row: &&Row| row.lag.is_some_and(|lag| lag > 0) || *before > 0 && row.current_offset.is_some();
    let waiting: Vec<&Row> = rows.iter().filter(|row| is_meant(row)).filter(waits).collect();
    if waiting.is_empty() {
        cx.note(&match rows.iter().any(|row| row.current_offset.is_some()) {
            true => format!("nothing waits for {group}"),
            false => format!("{group} has committed nothing, so where it would begin is its own affair"),
        });
    }
    if waiting.len() > PARTITIONS {
        let left = human::several(waiting.len() - PARTITIONS, "partition");
        cx.note(&format!("{left} more have records waiting; name a topic to see others"));
    }
    let mut records = Vec::new();
    for row in waiting.into_iter().take(PARTITIONS) {
        read(row, wanted, client, &mut records)?;
    }
    cx.report(&Glances { records })
}

async fn rows(client: &Client, group: &str) -> Result<Vec<Row>, Failure> {
    let gathered = collect::gather(client, &[group.to_owned()]).await?;
    let one = match gathered.into_iter().next() {
        Some((_, Ok(one))) => one,
        Some((_, Err(error))) if error.code() == Some(ErrorCode::GROUP_ID_NOT_FOUND) => {
            return Err(unknown(client, group, Some(error)).await);
        }
        Some((_, Err(error))) => return Err(error.into()),
        None => return Ok(Vec::new()),
    };
    let ends = collect::ends(client, collect::partitions(&one).collect()).await?;
    let mut rows = collect::rows(&one.description, &one.offsets, &ends.of);
    rows.sort_by(|a, b| (&a.topic, a.partition).cmp(&(&b.topic, b.partition)));
    Ok(rows)
}

/// The first records of a partition behind the commit, and those before it that are asked for.
fn read(row: &Row, wanted: &Peek, client: &Client, records: &mut Vec<Glance>) -> Result<(), Failure> {
    let Some(committed) = row.current_offset else { return Ok(()) };
    let settings = ConsumeSettings {
        start: Some(Start::Offset(committed.saturating_sub(wanted.before).max(0))),
        // What retention has taken away nobody can show.
        reset: Reset::Earliest,
        create_topics: false,
        must_exist: true,
        ..ConsumeSettings::new(Wanted::Partition(row.topic.clone(), row.partition))
    };
    let failed = |fault: Fault| match fault {
        Fault::Client(error) => error.into(),
        other => Failure::new(format!("cannot read {}-{}: {other}", row.topic, row.partition)),
    };
    let mut consumer = Consumer::start(client.settings().clone(), settings).map_err(failed)?;
    let (mut left, end) = (wanted.count, row.end_offset.unwrap_or(i64::MAX));
    if committed.saturating_sub(wanted.before).max(0) >= end {
        return Ok(());
    }
    loop {
        let came = consumer.poll(Some(PATIENCE), &mut || {}, &mut |record| {
            // A marker of a transaction may be the last thing in a log: no record has the offset before the end then.
            if left == 0 || record.offset >= end {
                return Then::Stop;
            }
            let read = record.offset < committed;
            left -= usize::from(!read);
            records.push(Glance::from(record).read((wanted.before > 0).then_some(read)));
            if left == 0 || record.offset + 1 >= end { Then::Stop } else { Then::GoOn }
        });
        match came {
            Came::Records(Then::GoOn) | Came::Placed | Came::Note(_) => {}
            Came::Records(Then::Stop) | Came::Nothing | Came::Ended => return Ok(()),
            Came::Fault(fault) => return Err(failed(fault)),
        }
    }
}
