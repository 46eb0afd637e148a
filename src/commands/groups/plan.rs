//! From "where to" to offsets: for consumer groups, share groups and streams applications alike.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{SystemTime, UNIX_EPOCH};

use super::original::{Thrown, in_map_order};
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::Offsets;
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::{Client, Error};
use crate::commands::failure::{Exit, Failure};
use crate::commands::suggest;
use crate::protocol::code::ErrorCode;

/// Where to.
#[derive(Clone, Debug)]
pub enum Scenario {
    To(i64),
    Earliest,
    Latest,
    ShiftBy(i64),
    /// The first record at or after this moment, in ms since 1970. A wrong date is an error only when it is needed.
    Moment(Result<i64, Failure>),
    /// Where the group is; without a commit, the end.
    Current,
    /// Each partition to its own place; without `others` those that are not named stay where they are.
    ByPartition {
        of: BTreeMap<i32, Scenario>,
        others: Option<Box<Scenario>>,
    },
}

/// Offsets that were found, in the order in which the original prints them.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub offsets: Vec<(TopicPartition, i64)>,
    /// Partitions without a record from that moment on: the end was taken.
    pub without: Vec<TopicPartition>,
    /// What was out of bounds: the offset asked for, and the one that was taken.
    pub held: Vec<(TopicPartition, i64, i64)>,
}

/// ms since 1970.
pub fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// The offset of each of these partitions.
pub async fn find(
    client: &Client,
    partitions: &[TopicPartition],
    scenario: &Scenario,
    offsets: &Offsets,
) -> Result<Found, Failure> {
    let committed = |at: &TopicPartition| offsets.get(at).and_then(Option::as_ref).map(|found| found.offset);
    match scenario {
        Scenario::To(offset) => {
            let asked = partitions.iter().map(|at| (at.clone(), *offset)).collect();
            within_bounds(client, asked).await
        }
        Scenario::Earliest => special(client, partitions, OffsetSpec::Earliest).await.map(Found::plain),
        Scenario::Latest => special(client, partitions, OffsetSpec::Latest).await.map(Found::plain),
        Scenario::ShiftBy(by) => {
            let mut asked = Vec::with_capacity(partitions.len());
            for at in partitions {
                let Some(offset) = committed(at) else {
                    return Err(Failure::usage(format!(
                        "Cannot shift offset for partition {at} since there is no current committed offset"
                    )));
                };
                asked.push((at.clone(), offset.saturating_add(*by)));
            }
            within_bounds(client, asked).await
        }
        Scenario::Moment(moment) => at_moment(client, partitions, moment.clone()?).await,
        Scenario::Current => {
            let (with, without): (Vec<_>, Vec<_>) = partitions.iter().cloned().partition(|at| committed(at).is_some());
            let mut found: Vec<(TopicPartition, i64)> =
                with.into_iter().filter_map(|at| committed(&at).map(|offset| (at, offset))).collect();
            found.extend(special(client, &without, OffsetSpec::Latest).await?);
            Ok(Found::plain(found))
        }
        Scenario::ByPartition { of, others } => by_partition(client, partitions, of, others.as_deref(), offsets).await,
    }
}

async fn by_partition(
    client: &Client,
    partitions: &[TopicPartition],
    of: &BTreeMap<i32, Scenario>,
    others: Option<&Scenario>,
    offsets: &Offsets,
) -> Result<Found, Failure> {
    if let Some(missing) = of.keys().find(|number| partitions.iter().all(|at| at.partition != **number)) {
        return Err(Failure::new(format!("there is no partition {missing} to reset")).exit(Exit::NotFound));
    }
    let mut found = Found::default();
    let numbers: BTreeSet<i32> = partitions.iter().map(|at| at.partition).collect();
    for number in numbers {
        let Some(scenario) = of.get(&number).or(others) else { continue };
        let some: Vec<_> = partitions.iter().filter(|at| at.partition == number).cloned().collect();
        found.add(Box::pin(find(client, &some, scenario, offsets)).await?);
    }
    Ok(found)
}

impl Found {
    fn add(&mut self, other: Self) {
        self.offsets.extend(other.offsets);
        self.without.extend(other.without);
        self.held.extend(other.held);
    }

    fn plain(offsets: Vec<(TopicPartition, i64)>) -> Self {
        Self { offsets: in_map_order(offsets, |(at, _)| at), ..Self::default() }
    }
}

async fn at_moment(client: &Client, partitions: &[TopicPartition], moment: i64) -> Result<Found, Failure> {
    let found = special(client, partitions, OffsetSpec::At(moment)).await?;
    let (mut offsets, without): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, offset)| *offset >= 0);
    let without: Vec<TopicPartition> = in_map_order(without, |(at, _)| at).into_iter().map(|(at, _)| at).collect();
    offsets.extend(special(client, &without, OffsetSpec::Latest).await?);
    Ok(Found { without, ..Found::plain(offsets) })
}

/// Holds offsets within what the partitions have.
pub async fn within_bounds(client: &Client, asked: Vec<(TopicPartition, i64)>) -> Result<Found, Failure> {
    let partitions: Vec<TopicPartition> = asked.iter().map(|(at, _)| at.clone()).collect();
    let (starts, ends) = tokio::join!(
        special(client, &partitions, OffsetSpec::Earliest),
        special(client, &partitions, OffsetSpec::Latest)
    );
    let (starts, ends): (BTreeMap<_, _>, BTreeMap<_, _>) = (starts?.into_iter().collect(), ends?.into_iter().collect());
    let mut held = Vec::new();
    let offsets = asked
        .into_iter()
        .map(|(at, offset)| {
            let kept = held_within(offset, starts.get(&at).copied(), ends.get(&at).copied());
            if kept != offset {
                held.push((at.clone(), offset, kept));
            }
            (at, kept)
        })
        .collect();
    Ok(Found { held, ..Found::plain(offsets) })
}

fn held_within(offset: i64, start: Option<i64>, end: Option<i64>) -> i64 {
    match (start, end) {
        (_, Some(end)) if offset > end => end,
        (Some(start), _) if offset < start => start,
        _ => offset,
    }
}

/// One special offset of each partition; the first refusal is the error of all.
async fn special(
    client: &Client,
    partitions: &[TopicPartition],
    spec: OffsetSpec,
) -> Result<Vec<(TopicPartition, i64)>, Failure> {
    if partitions.is_empty() {
        return Ok(Vec::new());
    }
    let asked: Vec<_> = partitions.iter().map(|at| (at.clone(), spec)).collect();
    let answers = client.list_offsets(&asked, Isolation::ReadUncommitted).await.map_err(|e| Thrown::Runtime.by(e))?;
    answers
        .into_iter()
        .map(|(at, outcome)| match outcome {
            Ok(found) => Ok((at, found.offset)),
            Err(error) => Err(refused(&at, error)),
        })
        .collect()
}

fn refused(at: &TopicPartition, error: Error) -> Failure {
    if error.code() != Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) {
        return Thrown::Runtime.by(error);
    }
    let message = format!(
        "Failed to fetch metadata for partition {at} because metadata for topic `{}` could not be found",
        at.topic
    );
    let exception = error.code().unwrap_or_default().to_java(Some(&message));
    Failure::from(error).kafka(format!("java.util.concurrent.ExecutionException: {exception}"))
}

/// The partitions that `TOPIC` and `TOPIC:0,2` mean. With numbers nobody is asked whether they are there.
pub async fn partitions_of(client: &Client, topics: &[String]) -> Result<Vec<TopicPartition>, Failure> {
    let (with, without): (Vec<&String>, Vec<&String>) = topics.iter().partition(|topic| topic.contains(':'));
    let mut partitions = Vec::new();
    for text in with {
        partitions.extend(numbered(text)?);
    }
    let names: Vec<String> = without.into_iter().cloned().collect();
    for (name, outcome) in client.describe_topics(&names, false).await.map_err(|error| Thrown::Bare.by(error))? {
        let topic = match outcome {
            Ok(topic) => topic,
            Err(error) => return Err(suggest::about_topic(client, Thrown::Bare.by(error), &name).await),
        };
        partitions.extend(topic.partitions.iter().map(|partition| TopicPartition::new(&*topic.name, partition.id)));
    }
    Ok(partitions)
}

/// `TOPIC:0,2`
pub fn numbered(text: &str) -> Result<Vec<TopicPartition>, Failure> {
    let mut parts: Vec<&str> = text.split(':').collect();
    while parts.last() == Some(&"") {
        parts.pop(); // as Java splits
    }
    let [topic, numbers] = parts[..] else {
        return Err(Failure::usage(format!("Invalid topic arg '{text}', expected topic name and partitions")));
    };
    let mut numbers: Vec<&str> = numbers.split(',').collect();
    while numbers.last() == Some(&"") {
        numbers.pop();
    }
    let number = |number: &str| {
        number
            .parse()
            .map(|number| TopicPartition::new(topic, number))
            .map_err(|_| Failure::usage(format!("Invalid partition '{number}' specified in topic arg '{text}''")))
    };
    numbers.into_iter().map(number).collect()
}

/// `checkAllTopicPartitionsValid`: each partition has to be there, and to have a leader.
pub async fn check(client: &Client, partitions: &[TopicPartition]) -> Result<(), Failure> {
    let names: Vec<String> =
        partitions.iter().map(|at| at.topic.clone()).collect::<BTreeSet<_>>().into_iter().collect();
    let mut there: BTreeMap<TopicPartition, bool> = BTreeMap::new();
    for (_, outcome) in client.describe_topics(&names, false).await.map_err(|e| Thrown::Runtime.by(e))? {
        let topic = outcome.map_err(|error| Thrown::Runtime.by(error))?;
        for partition in topic.partitions {
            there.insert(TopicPartition::new(&*topic.name, partition.id), partition.leader.is_some());
        }
    }
    let of = |wanted: Option<bool>| -> Vec<String> {
        partitions.iter().filter(|at| there.get(at).copied() == wanted).map(ToString::to_string).collect()
    };
    let complain = |which: Vec<String>, what: &str, code: ErrorCode, exit: Exit| {
        let message = format!("The partitions \"{}\" {what}", which.join(","));
        Failure::new(message).code(code.name()).exit(exit)
    };
    let missing = of(None);
    if !missing.is_empty() {
        let nearest = suggest::nearest(&missing[0], there.keys().map(|at| at.topic.as_str()));
        return Err(complain(missing, "do not exist", ErrorCode::UNKNOWN_TOPIC_OR_PARTITION, Exit::NotFound)
            .hint_if_any(nearest.map(|topic| format!("kt topics describe {topic}"))));
    }
    let leaderless = of(Some(false));
    if !leaderless.is_empty() {
        return Err(complain(leaderless, "have no leader", ErrorCode::LEADER_NOT_AVAILABLE, Exit::Failed));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_with_partitions_are_read_as_by_the_original() {
        let read = |text: &str| numbered(text).map(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(read("t:0,2").unwrap(), ["t-0", "t-2"]);
        let message = |text: &str| read(text).unwrap_err().what().to_owned();
        assert_eq!(message("t:"), "Invalid topic arg 't:', expected topic name and partitions");
        assert_eq!(message("t:1:2"), "Invalid topic arg 't:1:2', expected topic name and partitions");
        assert_eq!(message("t:x"), "Invalid partition 'x' specified in topic arg 't:x''");
    }

    #[test]
    fn offsets_are_held_within_the_log() {
        assert_eq!(held_within(9, Some(2), Some(5)), 5);
        assert_eq!(held_within(1, Some(2), Some(5)), 2);
        assert_eq!(held_within(5, Some(2), Some(5)), 5);
        assert_eq!(held_within(-3, None, Some(5)), -3);
    }
}
