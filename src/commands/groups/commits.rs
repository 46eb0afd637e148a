//! When groups committed last, from the records in `__consumer_offsets`: no request tells it.
//!
//! Only the partitions of that topic in which the groups live are read, from the end backwards: the newest
//! [`FIRST_LOOK`] offsets, and farther back as long as [`PATIENCE`] lasts. It is one column of a table. Who may not read
//! the topic has no such column, and no error either.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use kt_codec::Message;
use kt_codec::offset_commit_key::OffsetCommitKey;

use super::describe::Group;
use crate::client::admin::TopicPartition;
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::data::Source;
use crate::client::data::consume::{Came, ConsumeSettings, Consumed, Span, Spans, Then, Wanted};
use crate::client::data::wire::Consumer;
use crate::client::{Client, Result};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::output::kafka::java_hash;

const TOPIC: &str = "__consumer_offsets";
/// How long it is looked farther back.
const PATIENCE: Duration = Duration::from_millis(300);
/// How long the first look may take, for brokers that are slow or do not answer.
const AT_MOST: Duration = Duration::from_secs(2);
/// How far back from the end the first look goes, in offsets, and by how much farther each further one.
const FIRST_LOOK: i64 = 5_000;
const FARTHER: i64 = 4;
/// Commits lie close together and most of what is read is thrown away: small bites are enough.
const BITE: i32 = 1024 * 1024;

/// A partition of a group, and when it was committed.
type Times = HashMap<(String, TopicPartition), i64>;

/// Puts the time of its last commit to each partition for which it can be found in time.
pub(super) fn add(groups: &mut [Group], client: &Client, cx: &mut Context) -> std::result::Result<(), Failure> {
    let began = Instant::now();
    let sought = sought(groups);
    if sought.is_empty() {
        return Ok(());
    }
    let names: BTreeSet<&str> = sought.iter().map(|(group, _)| group.as_str()).collect();
    let bounds = cx.block_on(async { tokio::time::timeout(AT_MOST, bounds(client, &names)).await })?;
    // Whoever may not ask, or asks in vain, sees all the rest.
    let Ok(Ok(bounds)) = bounds else { return Ok(()) };
    let times = search(client, sought, bounds, began);
    for group in groups {
        for row in &mut group.rows {
            let at = TopicPartition::new(row.topic.as_str(), row.partition);
            row.last_commit = times.get(&(group.name.clone(), at)).copied();
        }
    }
    Ok(())
}

/// What has been committed, and so has a time.
fn sought(groups: &[Group]) -> BTreeSet<(String, TopicPartition)> {
    let of = |group: &Group| -> Vec<(String, TopicPartition)> {
        let committed = group.rows.iter().filter(|row| row.current_offset.is_some());
        committed.map(|row| (group.name.clone(), TopicPartition::new(row.topic.as_str(), row.partition))).collect()
    };
    groups.iter().flat_map(of).collect()
}

/// In which partition of the topic a group lives: `GroupCoordinatorService.partitionFor`, where `Utils.abs` of the least
/// number is 0.
fn home(group: &str, partitions: i32) -> i32 {
    java_hash(group).cast_signed().checked_abs().unwrap_or(0) % partitions
}

/// Beginning and end of the partitions in which these groups live. Transactions that are still open have committed
/// nothing, so the end is that of committed records.
async fn bounds(client: &Client, groups: &BTreeSet<&str>) -> Result<BTreeMap<i32, (i64, i64)>> {
    let mut bounds = BTreeMap::new();
    let described = client.describe_topics(&[TOPIC.to_owned()], false).await?;
    let Some((_, topic)) = described.into_iter().next() else { return Ok(bounds) };
    let partitions = i32::try_from(topic?.partitions.len()).unwrap_or(0);
    if partitions == 0 {
        return Ok(bounds);
    }
    let homes: BTreeSet<i32> = groups.iter().map(|group| home(group, partitions)).collect();
    let ask = |spec: OffsetSpec| homes.iter().map(|home| (TopicPartition::new(TOPIC, *home), spec)).collect::<Vec<_>>();
    let (first, last) = (ask(OffsetSpec::Earliest), ask(OffsetSpec::Latest));
    let (first, last) = tokio::join!(
        client.list_offsets(&first, Isolation::ReadUncommitted),
        client.list_offsets(&last, Isolation::ReadCommitted)
    );
    for ((at, first), (_, last)) in first?.into_iter().zip(last?) {
        bounds.insert(at.partition, (first?.offset, last?.offset));
    }
    Ok(bounds)
}

/// Reads backwards, a longer stretch each time, until all is found, nothing is left or the time is over.
fn search(
    client: &Client,
    mut sought: BTreeSet<(String, TopicPartition)>,
    mut bounds: BTreeMap<i32, (i64, i64)>,
    began: Instant,
) -> Times {
    let mut times = Times::new();
    let (mut step, mut until) = (FIRST_LOOK, began + AT_MOST);
    while !sought.is_empty() && Instant::now() < until {
        let mut list = Vec::new();
        for (partition, (first, end)) in &mut bounds {
            let from = end.saturating_sub(step).max(*first);
            if from < *end {
                list.push(Span { topic: TOPIC.to_owned(), partition: *partition, from, until: Some(*end) });
                *end = from;
            }
        }
        if list.is_empty() {
            break;
        }
        let mut found = Times::new();
        let whole = read(client, list, until, &mut |record| {
            if let Some((commit, time)) = commit(record)
                && sought.contains(&commit)
            {
                found.insert(commit, time);
            }
        });
        // Of a stretch that was not read to its end nobody knows whether a later commit follows.
        if !whole {
            break;
        }
        sought.retain(|commit| !found.contains_key(commit));
        times.extend(found);
        (step, until) = (step.saturating_mul(FARTHER), began + PATIENCE);
    }
    times
}

/// Gives the records of these stretches to `receive`; whether that was all of them.
fn read(client: &Client, list: Vec<Span>, until: Instant, receive: &mut dyn FnMut(&Consumed<'_>)) -> bool {
    let settings = ConsumeSettings {
        spans: Some(Arc::new(Spans { list, others: false })),
        committed_only: true,
        create_topics: false,
        must_exist: true,
        partition_max_bytes: BITE,
        ..ConsumeSettings::new(Wanted::Topic(TOPIC.to_owned()))
    };
    let Ok(mut consumer) = Consumer::start(client.settings().clone(), settings) else { return false };
    loop {
        let left = until.saturating_duration_since(Instant::now());
        let came = consumer.poll(Some(left), &mut || {}, &mut |record| {
            if Instant::now() >= until {
                return Then::Stop;
            }
            receive(record);
            Then::GoOn
        });
        match came {
            Came::Records(Then::GoOn) | Came::Placed | Came::Note(_) => {}
            Came::Ended => return true,
            Came::Records(Then::Stop) | Came::Nothing | Came::Fault(_) => return false,
        }
    }
}

/// Whose commit a record is, and when it was made; a tombstone is none.
fn commit(record: &Consumed<'_>) -> Option<((String, TopicPartition), i64)> {
    let (number, key) = record.key?.split_first_chunk::<2>()?;
    // 0 and 1 have the same fields; all other numbers are other things.
    if !matches!(i16::from_be_bytes(*number), 0 | 1) || record.value.is_none() || record.timestamp < 0 {
        return None;
    }
    let key = OffsetCommitKey::from_bytes(Bytes::copy_from_slice(key), 0).ok()?;
    Some(((key.group.to_string(), TopicPartition::new(&*key.topic, key.partition)), record.timestamp))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::data::consume::Clock;

    #[test]
    fn a_group_lives_where_kafka_puts_it() {
        assert_eq!(home("g1", 50), (103 * 31 + 49) % 50);
        assert_eq!(home("billing", 50), 9, "its hash is negative");
        assert_eq!(home("polygenelubricants", 50), 0, "Integer.MIN_VALUE becomes 0");
        assert_eq!(home("", 50), 0);
    }

    fn record<'a>(key: Option<&'a [u8]>, value: Option<&'a [u8]>) -> Consumed<'a> {
        Consumed {
            topic: TOPIC,
            partition: 0,
            offset: 7,
            timestamp: 1000,
            clock: Clock::Create,
            key,
            value,
            headers: &[],
            batch: None,
            delivery: None,
        }
    }

    #[test]
    fn only_commits_have_a_time_and_strange_bytes_have_none() {
        let key = OffsetCommitKey { group: "g".into(), topic: "t".into(), partition: 3, ..Default::default() };
        let numbered = |number: u8| [&[0, number][..], &key.to_bytes(0).unwrap()].concat();
        let expected = Some((("g".to_owned(), TopicPartition::new("t", 3)), 1000));
        assert_eq!(commit(&record(Some(&numbered(1)), Some(b"x"))), expected);
        assert_eq!(commit(&record(Some(&numbered(0)), Some(b"x"))), expected);
        assert_eq!(commit(&record(Some(&numbered(2)), Some(b"x"))), None, "another sort of record");
        assert_eq!(commit(&record(Some(&numbered(1)), None)), None, "a tombstone");
        for strange in [None, Some(&b""[..]), Some(b"\0"), Some(b"\0\x01"), Some(b"\0\x01\x7f\xffg")] {
            assert_eq!(commit(&record(strange, Some(b"x"))), None);
        }
    }
}
