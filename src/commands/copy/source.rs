//! The records that are copied or exported: from where to where in each partition, and which of them.
//!
//! The ends are found once, before the first record: what is written while copying is not waited for, so a copy ends,
//! also one into a topic of the same name elsewhere that somebody copies back. Only `--follow` has none.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use super::Selection;
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::Committed;
use crate::client::admin::offsets::{Found, Isolation, OffsetSpec};
use crate::client::admin::topics::Topic;
use crate::client::data::consume::{Came, ConsumeSettings, Consumed, Reset, Span, Spans, Start, Then, Wanted};
use crate::client::data::{self, Fault, Source};
use crate::client::{self, Client};
use crate::commands::failure::{Exit, Failure};
use crate::commands::pattern::Pattern;
use crate::commands::{consume, suggest};
use crate::protocol::code::ErrorCode;
use crate::records::place::Bounds;

/// How long one wait for records takes at most, before it is looked whether to stop.
const LOOK: Duration = Duration::from_millis(250);
/// How soon a reading without an end notices new topics and partitions.
const LOOK_AROUND: Duration = Duration::from_secs(3);

/// The topic of this name.
pub async fn topic(client: &Client, name: &str) -> Result<Topic, Failure> {
    let all = client.all_topics().await?;
    let found = all.iter().find(|topic| topic.name == name).cloned();
    found.ok_or_else(|| missing(name, &all))
}

/// The topic of this name, or all that fit the pattern; of Kafka's own only those that it means.
pub async fn topics(client: &Client, asked: &str) -> Result<Vec<Topic>, Failure> {
    if !consume::is_pattern(asked) {
        return Ok(vec![topic(client, asked).await?]);
    }
    let pattern = Pattern::own(asked)?;
    let mut all = client.all_topics().await?;
    all.retain(|topic| consume::fits(&pattern, &topic.name));
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

pub fn none_fits(asked: &str) -> Failure {
    Failure::new(format!("no topic fits {asked}"))
        .exit(Exit::NotFound)
        .hint("kt topics   lists them; * stands for anything, /…/ is a regular expression")
}

pub fn missing(name: &str, all: &[Topic]) -> Failure {
    let nearest = suggest::nearest(name, all.iter().map(|topic| &*topic.name));
    Failure::new(format!("there is no topic {name}"))
        .code(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION.name())
        .exit(Exit::NotFound)
        .hint_if_any(nearest.map(|name| format!("did you mean   {name} ?")))
}

/// What is to be read of a topic.
#[derive(Default)]
pub struct Extent {
    pub spans: Vec<Span>,
    /// Where each partition begins that is meant, also those of which nothing is to be read now.
    pub begins: BTreeMap<TopicPartition, i64>,
    /// How many offsets lie between there and the end.
    pub there: u64,
    /// Something a person should know.
    pub notes: Vec<String>,
}

/// What is to be read of each partition; without an end if the selection follows. `resume` are the places where an
/// earlier run has stopped.
pub async fn extent(
    client: &Client,
    topic: &Topic,
    selection: &Selection,
    resume: &HashMap<TopicPartition, i64>,
) -> Result<Extent, Failure> {
    let count = i32::try_from(topic.partitions.len()).unwrap_or(i32::MAX);
    if let Some(missing) = selection.places.of.keys().find(|partition| !(0..count).contains(*partition)) {
        let what = format!("topic {} has no partition {missing} (it has {count}, counted from 0)", topic.name);
        return Err(Failure::new(what).exit(Exit::NotFound));
    }
    let ask = async |spec: OffsetSpec| {
        let asked: Vec<_> = topic.partitions.iter().map(|p| (TopicPartition::new(&*topic.name, p.id), spec)).collect();
        places(client.list_offsets(&asked, Isolation::ReadCommitted).await?)
    };
    let (starts, ends) = (ask(OffsetSpec::Earliest).await?, ask(OffsetSpec::Latest).await?);
    let mut moments = HashMap::new();
    for moment in selection.places.moments() {
        moments.insert(moment, ask(OffsetSpec::At(moment)).await?);
    }
    let mut extent = Extent::default();
    for (partition, end) in ends {
        let Some(range) = selection.places.of(partition) else { continue };
        let bounds = Bounds { beginning: starts.get(&partition).copied().unwrap_or(0), end, stored: None };
        let at = |ms: i64| moments.get(&ms).and_then(|at| at.get(&partition)).copied().filter(|offset| *offset >= 0);
        let (mut from, until) = range.within(bounds, at);
        let place = TopicPartition::new(&*topic.name, partition);
        if let Some(kept) = resume.get(&place).copied() {
            from = kept.clamp(bounds.beginning, end.max(bounds.beginning));
            extent.notes.extend(lost_place(&place, kept, bounds));
        }
        extent.begins.insert(place, from);
        let until = until.unwrap_or(end);
        extent.there += u64::try_from(until.saturating_sub(from)).unwrap_or(0);
        if selection.follow || from < until {
            let until = (!selection.follow).then_some(until);
            extent.spans.push(Span { topic: topic.name.clone(), partition, from, until });
        }
    }
    Ok(extent)
}

/// The place where an earlier run has stopped is not there any more.
fn lost_place(place: &TopicPartition, kept: i64, bounds: Bounds) -> Option<String> {
    let (shown, Bounds { beginning, end, .. }) = (place.in_brackets(), bounds);
    match kept {
        kept if kept < beginning => Some(format!(
            "{shown} begins at {beginning} now: its records from {kept} on were deleted before they were copied"
        )),
        kept if kept > end => Some(format!(
            "{shown} ends at {end}, before the place {kept} where the last copy stopped; it may have been made \
             anew: --from beginning and another --resume GROUP copy it whole"
        )),
        _ => None,
    }
}

fn places(found: Vec<(TopicPartition, client::Result<Found>)>) -> Result<BTreeMap<i32, i64>, Failure> {
    found.into_iter().map(|(at, found)| Ok((at.partition, found?.offset))).collect()
}

/// Where an earlier run stopped: what the group has committed.
pub async fn resume(client: &Client, group: &str, topic: &str) -> Result<HashMap<TopicPartition, i64>, Failure> {
    let listed = client.list_group_offsets(&[group.to_owned()]).await?;
    let mut places = HashMap::new();
    for (_, outcome) in listed {
        let offsets = match outcome {
            Err(error) if error.code() == Some(ErrorCode::GROUP_ID_NOT_FOUND) => continue,
            outcome => outcome?,
        };
        let of_topic = offsets.into_iter().filter(|(at, _)| at.topic == topic);
        places.extend(of_topic.filter_map(|(at, committed)| Some((at, committed?.offset))));
    }
    Ok(places)
}

/// Keeps how far a run has come, for the next one. Of a topic that is gone there is nothing to keep: brings those places.
pub async fn keep(
    client: &Client,
    group: &str,
    places: &BTreeMap<TopicPartition, i64>,
) -> Result<Vec<TopicPartition>, Failure> {
    let committed = |offset: i64| Committed { offset, leader_epoch: None, metadata: String::new() };
    let new: Vec<_> = places.iter().map(|(at, offset)| (at.clone(), committed(*offset))).collect();
    let mut unknown = Vec::new();
    for (at, outcome) in client.alter_group_offsets(group, &new).await? {
        match outcome {
            Err(error) if error.code() == Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) => unknown.push((at, error)),
            outcome => outcome?,
        }
    }
    if unknown.is_empty() {
        return Ok(Vec::new());
    }
    let all = client.all_topics().await?;
    // One that is there, and that the coordinator does not know, was not kept.
    let is_there = |at: &TopicPartition| all.iter().any(|topic| topic.name == at.topic);
    match unknown.iter().find(|(at, _)| is_there(at)) {
        Some((_, error)) => Err(error.clone().into()),
        None => Ok(unknown.into_iter().map(|(at, _)| at).collect()),
    }
}

/// What ended the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    AllRead,
    /// `each` has said so.
    Stopped,
}

/// What has come before a turn.
pub enum Between {
    Records,
    Nothing,
    Note(String),
}

/// What the caller does between two handfuls of records; `false` stops.
pub type Turn<'a> = dyn FnMut(Between, &dyn Source) -> Result<bool, Failure> + 'a;

/// Reads the spans and hands over each record; `turn` is called between handfuls of them. `false` stops.
pub fn read(
    client: &Client,
    wanted: Wanted,
    spans: Spans,
    each: &mut dyn FnMut(&Consumed<'_>) -> bool,
    turn: &mut Turn<'_>,
) -> Result<Ended, Failure> {
    if spans.list.is_empty() && !spans.others {
        return Ok(Ended::AllRead);
    }
    let mut settings = ConsumeSettings {
        start: Some(Start::Earliest),
        // What retention takes away meanwhile is no reason to stop, nor to leave out what is still there.
        reset: Reset::Earliest,
        spans: Some(Arc::new(spans)),
        committed_only: true,
        create_topics: false,
        must_exist: true,
        ..ConsumeSettings::new(wanted)
    };
    if settings.spans.as_ref().is_some_and(|spans| spans.others) {
        settings.metadata_max_age = LOOK_AROUND;
    }
    let mut source = data::open(client.settings().clone(), settings, None).map_err(fault)?;
    loop {
        let mut receive = |record: &Consumed<'_>| if each(record) { Then::GoOn } else { Then::Stop };
        let between = match source.poll(Some(LOOK), &mut || {}, &mut receive) {
            Came::Records(Then::Stop) => return Ok(Ended::Stopped),
            Came::Records(Then::GoOn) => Between::Records,
            Came::Placed | Came::Nothing => Between::Nothing,
            Came::Note(note) => Between::Note(note),
            Came::Ended => return Ok(Ended::AllRead),
            Came::Fault(error) => return Err(fault(error)),
        };
        if !turn(between, &*source)? {
            return Ok(Ended::Stopped);
        }
    }
}

pub fn fault(fault: Fault) -> Failure {
    match fault {
        Fault::Client(error) => error.into(),
        other => Failure::new(other.to_string()),
    }
}
