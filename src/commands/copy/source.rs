//! The records that are copied or exported: from where to where in each partition, and which of them.
//!
//! The ends are found once, before the first record: what is written while copying is not waited for, so a copy ends,
//! also one into a topic of the same name elsewhere that somebody copies back.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use regex_automata::meta::Regex;

use crate::client::admin::TopicPartition;
use crate::client::admin::groups::Committed;
use crate::client::admin::offsets::{Found, Isolation, OffsetSpec};
use crate::client::admin::topics::Topic;
use crate::client::data::consume::{Came, ConsumeSettings, Consumed, Span, Spans, Start, Then, Wanted};
use crate::client::data::{self, Fault};
use crate::client::{self, Client};
use crate::commands::failure::{Exit, Failure};
use crate::commands::{moment, suggest};
use crate::protocol::code::ErrorCode;

/// How long one wait for records takes at most, before it is looked whether to stop.
const LOOK: Duration = Duration::from_millis(250);

/// Where to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    Beginning,
    Offset(i64),
    /// So many before the end of each partition.
    Last(i64),
    /// At the first record of this moment or later.
    Moment(i64),
}

pub fn from(text: &str) -> Result<From, Failure> {
    let wrong = || {
        Failure::usage(format!("'{text}' is no place to begin"))
            .hint("beginning, an offset (42), -N from the end, or @ and a moment (@-1h, @2026-11-21T10:00)")
    };
    Ok(match text {
        "beginning" | "earliest" | "start" => From::Beginning,
        text if text.starts_with('@') => From::Moment(moment::parse(text, SystemTime::now())?),
        text if text.starts_with('-') => From::Last(text[1..].parse().map_err(|_| wrong())?),
        text => From::Offset(text.parse().ok().filter(|offset| *offset >= 0).ok_or_else(wrong)?),
    })
}

/// Which records are wanted; all that is set has to fit.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub key: Option<String>,
    pub grep: Option<Regex>,
    pub headers: Vec<(String, String)>,
}

impl Filter {
    pub fn fits(&self, record: &Consumed<'_>) -> bool {
        self.key.as_ref().is_none_or(|key| record.key == Some(key.as_bytes()))
            && self.grep.as_ref().is_none_or(|grep| record.value.is_some_and(|value| grep.is_match(value)))
            && self.headers.iter().all(|(key, value)| {
                let same = |header: &&crate::protocol::record::Header<'_>| {
                    header.key == key.as_bytes() && header.value == Some(value.as_bytes())
                };
                record.headers.iter().any(|header| same(&header))
            })
    }
}

/// The topic of this name.
pub async fn topic(client: &Client, name: &str) -> Result<Topic, Failure> {
    let all = client.all_topics().await?;
    let found = all.iter().find(|topic| topic.name == name).cloned();
    found.ok_or_else(|| missing(name, &all))
}

pub fn missing(name: &str, all: &[Topic]) -> Failure {
    let nearest = suggest::nearest(name, all.iter().map(|topic| &*topic.name));
    Failure::new(format!("there is no topic {name}"))
        .code(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION.name())
        .exit(Exit::NotFound)
        .hint_if_any(nearest.map(|name| format!("did you mean   {name} ?")))
}

/// What is to be read of each partition. `resume` are the places where an earlier run has stopped.
pub async fn spans(
    client: &Client,
    topic: &Topic,
    from: From,
    resume: &HashMap<TopicPartition, i64>,
) -> Result<Vec<Span>, Failure> {
    let ask = async |spec: OffsetSpec| {
        let asked: Vec<_> = topic.partitions.iter().map(|p| (TopicPartition::new(&*topic.name, p.id), spec)).collect();
        places(client.list_offsets(&asked, Isolation::ReadCommitted).await?)
    };
    let (starts, ends) = (ask(OffsetSpec::Earliest).await?, ask(OffsetSpec::Latest).await?);
    let at = match from {
        From::Moment(ms) => ask(OffsetSpec::At(ms)).await?,
        _ => BTreeMap::new(),
    };
    let mut spans = Vec::new();
    for (partition, end) in ends {
        let start = starts.get(&partition).copied().unwrap_or(0);
        let begin = match resume.get(&TopicPartition::new(&*topic.name, partition)) {
            Some(offset) => *offset,
            None => match from {
                From::Beginning => start,
                From::Offset(offset) => offset,
                From::Last(count) => end.saturating_sub(count),
                From::Moment(_) => at.get(&partition).copied().filter(|offset| *offset >= 0).unwrap_or(end),
            },
        };
        let begin = begin.clamp(start, end.max(start));
        if begin < end {
            spans.push(Span { topic: topic.name.clone(), partition, from: begin, until: Some(end) });
        }
    }
    Ok(spans)
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

/// Keeps how far a run has come, for the next one.
pub async fn keep(client: &Client, group: &str, places: &BTreeMap<TopicPartition, i64>) -> Result<(), Failure> {
    let committed = |offset: i64| Committed { offset, leader_epoch: None, metadata: String::new() };
    let new: Vec<_> = places.iter().map(|(at, offset)| (at.clone(), committed(*offset))).collect();
    for (_, outcome) in client.alter_group_offsets(group, &new).await? {
        outcome?;
    }
    Ok(())
}

/// What ended the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    AllRead,
    /// `each` has said so.
    Stopped,
}

/// Reads the spans and hands over each record; `turn` is called between handfuls of them. `false` stops.
pub fn read(
    client: &Client,
    topic: &str,
    spans: Vec<Span>,
    each: &mut dyn FnMut(&Consumed<'_>) -> bool,
    turn: &mut dyn FnMut() -> Result<bool, Failure>,
) -> Result<Ended, Failure> {
    if spans.is_empty() {
        return Ok(Ended::AllRead);
    }
    let settings = ConsumeSettings {
        start: Some(Start::Earliest),
        spans: Some(Arc::new(Spans { list: spans, others: false })),
        committed_only: true,
        create_topics: false,
        must_exist: true,
        ..ConsumeSettings::new(Wanted::Topic(topic.to_owned()))
    };
    let mut source = data::open(client.settings().clone(), settings, None).map_err(fault)?;
    loop {
        let mut receive = |record: &Consumed<'_>| if each(record) { Then::GoOn } else { Then::Stop };
        match source.poll(Some(LOOK), &mut || {}, &mut receive) {
            Came::Records(Then::Stop) => return Ok(Ended::Stopped),
            Came::Records(Then::GoOn) | Came::Placed | Came::Nothing | Came::Note(_) => {}
            Came::Ended => return Ok(Ended::AllRead),
            Came::Fault(error) => return Err(fault(error)),
        }
        if !turn()? {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::data::consume::Clock;
    use crate::protocol::record::Header;

    #[test]
    fn places_to_begin_are_words_offsets_and_moments() {
        assert_eq!(from("beginning").unwrap(), From::Beginning);
        assert_eq!(from("42").unwrap(), From::Offset(42));
        assert_eq!(from("-10").unwrap(), From::Last(10));
        assert_eq!(from("@1700000000000").unwrap(), From::Moment(1_700_000_000_000));
        assert_eq!(from("noon").unwrap_err().what(), "'noon' is no place to begin");
    }

    #[test]
    fn a_record_has_to_fit_all_that_is_asked() {
        let headers = [Header { key: b"k", value: Some(b"v") }, Header { key: b"n", value: None }];
        let record = Consumed {
            topic: "t",
            partition: 0,
            offset: 0,
            timestamp: 0,
            clock: Clock::Create,
            key: Some(b"a"),
            value: Some(b"hello"),
            headers: &headers,
            batch: None,
            delivery: None,
        };
        let header = |key: &str, value: &str| vec![(key.to_owned(), value.to_owned())];
        assert!(Filter::default().fits(&record));
        assert!(Filter { key: Some("a".into()), headers: header("k", "v"), ..Filter::default() }.fits(&record));
        assert!(!Filter { key: Some("b".into()), ..Filter::default() }.fits(&record));
        assert!(!Filter { headers: header("n", ""), ..Filter::default() }.fits(&record));
        assert!(Filter { grep: Some(Regex::new("^h.l").unwrap()), ..Filter::default() }.fits(&record));
        assert!(
            !Filter { grep: Some(Regex::new("x").unwrap()), ..Filter::default() }
                .fits(&Consumed { value: None, ..record })
        );
    }
}
