//! From places to offsets: what the cluster is asked before records are read.

use std::collections::{BTreeMap, HashMap};

use super::reading::Reading;
use crate::client::admin::TopicPartition;
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::admin::topics::Topic;
use crate::client::data::consume::Span;
use crate::client::data::produce::{KeyHash, Partitioner};
use crate::client::data::wire::{key_counts, partition_of};
use crate::client::{Client, Error};
use crate::commands::failure::{Exit, Failure};
use crate::commands::pattern::{Pattern, is_internal};
use crate::commands::produce::PARTITIONERS;
use crate::commands::suggest;
use crate::protocol::code::ErrorCode;
use crate::records::place::{Bounds, Point};

/// What lies ahead.
pub struct Plan {
    pub spans: Vec<Span>,
    /// Beginning and end of all partitions that are read.
    pub bounds: BTreeMap<TopicPartition, Bounds>,
    /// Something a person should know.
    pub notes: Vec<String>,
    /// For a record that is not found: where it may be.
    pub elsewhere: Option<String>,
}

/// The topics that are read. One that is named must be there; a name that is nearly right is offered.
pub async fn topics(client: &Client, names: &[String], patterns: &[Pattern]) -> Result<Vec<Topic>, Failure> {
    let mut found = Vec::new();
    let plain: Vec<String> =
        names.iter().filter(|name| !patterns.iter().any(|p| p.as_str() == *name)).cloned().collect();
    if !patterns.is_empty() {
        let mut all = client.all_topics().await?;
        all.retain(|topic| patterns.iter().any(|pattern| fits(pattern, &topic.name)) && !plain.contains(&topic.name));
        all.sort_by(|a, b| a.name.cmp(&b.name));
        found.extend(all);
    }
    if plain.is_empty() {
        return Ok(found);
    }
    for (name, outcome) in client.describe_topics(&plain, false).await? {
        match outcome {
            Ok(topic) => found.push(topic),
            Err(error) if error.code() == Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) => {
                return Err(unknown(client, &name).await);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(found)
}

/// Kafka's own topics only fit a pattern that begins as they do.
pub fn fits(pattern: &Pattern, topic: &str) -> bool {
    let means_internal = pattern.as_str().trim_start_matches(['/', '^']).starts_with('_');
    (means_internal || !is_internal(topic)) && pattern.matches(topic)
}

async fn unknown(client: &Client, name: &str) -> Failure {
    let all = client.all_topics().await.unwrap_or_default();
    let near = suggest::nearest(name, all.iter().map(|topic| &*topic.name));
    Failure::new(format!("there is no topic {name}"))
        .code(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION.name())
        .exit(Exit::NotFound)
        .hint_if_any(near.map(|near| format!("did you mean   {near} ?")))
}

pub async fn plan(client: &Client, reading: &Reading, committed_only: bool) -> Result<Plan, Failure> {
    let mut notes = Vec::new();
    let mut elsewhere = None;
    let mut partitions = Vec::new();
    let topics = topics(client, &reading.topics, &reading.patterns).await?;
    if topics.is_empty() {
        let asked = reading.topics.join(" ");
        if reading.places.is_bounded() {
            return Err(Failure::new(format!("no topic fits {asked}"))
                .exit(Exit::NotFound)
                .hint("kt topics   lists them; * stands for anything, /…/ is a regular expression"));
        }
        notes.push(format!("no topic fits {asked} yet; waiting for one"));
    }
    for topic in topics {
        let count = i32::try_from(topic.partitions.len()).unwrap_or(i32::MAX);
        let mut only = reading.partition;
        if let (Some(key), Some(hash), None) = (&reading.sieve.key, reading.one_partition, only)
            && count > 1
            && key_counts(hash, key)
        {
            let lives = partition_of(hash, key, count);
            let shown = String::from_utf8_lossy(key).escape_debug().to_string();
            let name = name_of(hash);
            notes.push(format!(
                "key {shown} → partition {lives} ({name}); reading only that one. --all-partitions to read everything"
            ));
            elsewhere = Some(format!(
                "partition {lives} of {count} was read, where {name} puts the key; --all-partitions reads the others too"
            ));
            only = Some(lives);
        }
        let missing = only.iter().chain(reading.places.of.keys()).find(|p| !(0..count).contains(*p));
        if let Some(missing) = missing {
            return Err(Failure::new(format!(
                "topic {} has no partition {missing} (it has {count}, counted from 0)",
                topic.name
            ))
            .exit(Exit::NotFound));
        }
        partitions.extend(
            topic
                .partitions
                .iter()
                .filter(|p| only.is_none_or(|only| only == p.id) && reading.places.of(p.id).is_some())
                .map(|p| TopicPartition::new(&*topic.name, p.id)),
        );
    }
    let isolation = if committed_only { Isolation::ReadCommitted } else { Isolation::ReadUncommitted };
    let ask = async |spec: OffsetSpec| -> Result<HashMap<TopicPartition, i64>, Error> {
        let asked: Vec<_> = partitions.iter().map(|partition| (partition.clone(), spec)).collect();
        let mut found = HashMap::new();
        for (partition, outcome) in client.list_offsets(&asked, isolation).await? {
            found.insert(partition, outcome?.offset);
        }
        Ok(found)
    };
    let (beginnings, ends) = (ask(OffsetSpec::Earliest).await?, ask(OffsetSpec::Latest).await?);
    let mut moments = HashMap::new();
    for moment in reading.places.moments() {
        moments.insert(moment, ask(OffsetSpec::At(moment)).await?);
    }
    let stored = match &reading.stored_by {
        Some(group) if reading.places.needs_group() => stored(client, group).await?,
        _ => HashMap::new(),
    };
    let mut plan = Plan { spans: Vec::new(), bounds: BTreeMap::new(), notes, elsewhere };
    for partition in &partitions {
        let Some(range) = reading.places.of(partition.partition) else { continue };
        let offset = |of: &HashMap<TopicPartition, i64>| of.get(partition).copied();
        let bounds = Bounds {
            beginning: offset(&beginnings).unwrap_or(0),
            end: offset(&ends).unwrap_or(0),
            stored: offset(&stored),
        };
        let at = |ms: i64| moments.get(&ms).and_then(offset).filter(|offset| *offset >= 0);
        let (from, until) = range.within(bounds, at);
        if let Point::Offset(asked) = range.from
            && asked != from
        {
            let Bounds { beginning, end, .. } = bounds;
            plan.notes.push(format!(
                "{} goes from {beginning} to {end}, so offset {asked} is not there; {from} it is",
                partition.in_brackets()
            ));
        }
        plan.spans.push(Span { topic: partition.topic.clone(), partition: partition.partition, from, until });
        plan.bounds.insert(partition.clone(), bounds);
    }
    if let (true, Some((partition, bounds))) = (reading.single, plan.bounds.first_key_value()) {
        plan.elsewhere = Some(format!(
            "{} begins at offset {} and ends before {}",
            partition.in_brackets(),
            bounds.beginning,
            bounds.end
        ));
    }
    Ok(plan)
}

fn name_of(hash: KeyHash) -> &'static str {
    let named = PARTITIONERS.iter().find(|(_, how)| *how == Partitioner::ByKey(hash));
    named.map_or("its hash", |(name, _)| name)
}

async fn stored(client: &Client, group: &str) -> Result<HashMap<TopicPartition, i64>, Failure> {
    let mut all = HashMap::new();
    for (_, outcome) in client.list_group_offsets(&[group.to_owned()]).await? {
        for (partition, committed) in outcome? {
            all.extend(committed.map(|committed| (partition, committed.offset)));
        }
    }
    if all.is_empty() {
        return Err(Failure::new(format!("group {group} has committed nothing"))
            .exit(Exit::NotFound)
            .hint("kt groups list   shows the groups"));
    }
    Ok(all)
}

/// The ends of a topic's partitions, for a member of a group that reads up to them.
pub async fn ends(client: &Client, topic: &str, committed_only: bool) -> Result<HashMap<i32, i64>, Failure> {
    let found = topics(client, &[topic.to_owned()], &[]).await?;
    let asked: Vec<_> = found
        .iter()
        .flat_map(|topic| topic.partitions.iter().map(|p| TopicPartition::new(&*topic.name, p.id)))
        .map(|partition| (partition, OffsetSpec::Latest))
        .collect();
    let isolation = if committed_only { Isolation::ReadCommitted } else { Isolation::ReadUncommitted };
    let mut ends = HashMap::new();
    for (partition, outcome) in client.list_offsets(&asked, isolation).await? {
        ends.insert(partition.partition, outcome?.offset);
    }
    Ok(ends)
}
