//! Offsets of partitions: the ends, or the first record at or after a moment.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use kt_codec::list_offsets_request::{ListOffsetsPartition, ListOffsetsRequest, ListOffsetsTopic};
use kt_codec::metadata_request::{MetadataRequest, MetadataRequestTopic};
use tokio::time::{Instant, sleep};

use super::{TopicPartition, in_order};
use crate::client::error::{Error, Problem, Result};
use crate::client::fan;
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

/// How long a partition that nobody knows is worth another try: a new topic reaches all brokers well within it.
const NEWBORN: Duration = Duration::from_secs(1);

/// Which offset of a partition is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OffsetSpec {
    /// The end: where the next record will be.
    Latest,
    Earliest,
    /// The record with the highest timestamp (3.0 and later).
    MaxTimestamp,
    /// The first record that lies on the broker's own disks (3.4 and later).
    EarliestLocal,
    /// The last record that was moved to tiered storage (3.7 and later).
    LatestTiered,
    /// The first record that waits to be moved to tiered storage (4.2 and later).
    EarliestPendingUpload,
    /// The first record at or after this moment, in ms since 1970.
    At(i64),
}

impl OffsetSpec {
    fn timestamp(self) -> i64 {
        match self {
            OffsetSpec::Latest => -1,
            OffsetSpec::Earliest => -2,
            OffsetSpec::MaxTimestamp => -3,
            OffsetSpec::EarliestLocal => -4,
            OffsetSpec::LatestTiered => -5,
            OffsetSpec::EarliestPendingUpload => -6,
            OffsetSpec::At(ms) => ms,
        }
    }

    /// The first version of ListOffsets that knows it.
    fn since(self) -> i16 {
        match self {
            OffsetSpec::Latest | OffsetSpec::Earliest | OffsetSpec::At(_) => 1,
            OffsetSpec::MaxTimestamp => 7,
            OffsetSpec::EarliestLocal => 8,
            OffsetSpec::LatestTiered => 9,
            OffsetSpec::EarliestPendingUpload => 11,
        }
    }
}

/// Which records count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Isolation {
    #[default]
    ReadUncommitted = 0,
    ReadCommitted = 1,
}

/// An offset that was found; `offset` is -1 if no record fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub offset: i64,
    pub timestamp: i64,
    pub leader_epoch: i32,
}

impl Client {
    /// An offset of each partition, one request to each leader.
    pub async fn list_offsets(
        &self,
        asked: &[(TopicPartition, OffsetSpec)],
        isolation: Isolation,
    ) -> Result<Vec<(TopicPartition, Result<Found>)>> {
        let specs: HashMap<&TopicPartition, OffsetSpec> = asked.iter().map(|(tp, spec)| (tp, *spec)).collect();
        let partitions: Vec<TopicPartition> = asked.iter().map(|(tp, _)| tp.clone()).collect();
        self.of_leaders(&partitions, |leader, group| self.offsets_of(leader, group, &specs, isolation))
            .await
            .map_err(|error| error.during("listOffsets"))
    }

    async fn offsets_of(
        &self,
        leader: i32,
        group: Vec<TopicPartition>,
        specs: &HashMap<&TopicPartition, OffsetSpec>,
        isolation: Isolation,
    ) -> Result<Vec<(TopicPartition, Result<Found>)>> {
        let spec = |tp: &TopicPartition| specs.get(tp).copied().unwrap_or(OffsetSpec::Latest);
        let since = group.iter().map(|tp| spec(tp).since()).max().unwrap_or(1);
        let versions = self.versions(To::Broker(leader)).await?;
        if !versions.has::<ListOffsetsRequest>(since) {
            let message = format!(
                "The broker only supports up to version {} of ListOffsets, which has no such special timestamp.",
                versions.pick::<ListOffsetsRequest>().unwrap_or(0)
            );
            let refused = |tp: TopicPartition| {
                let error = Error::refused(ErrorCode::UNSUPPORTED_VERSION, Some(&message), format!("partition {tp}"));
                (tp, Err(error))
            };
            return Ok(group.into_iter().map(refused).collect());
        }
        let request = ListOffsetsRequest {
            replica_id: -1,
            isolation_level: isolation as i8,
            topics: by_topic(&group)
                .into_iter()
                .map(|(topic, numbers)| ListOffsetsTopic {
                    name: topic.into(),
                    partitions: numbers
                        .into_iter()
                        .map(|tp| ListOffsetsPartition {
                            partition_index: tp.partition,
                            current_leader_epoch: -1,
                            timestamp: spec(tp).timestamp(),
                            ..Default::default()
                        })
                        .collect(),
                    ..Default::default()
                })
                .collect(),
            timeout_ms: self.timeout_ms(),
            ..ListOffsetsRequest::default()
        };
        // timeout_ms came with version 10; before, it must not be set.
        let response = self
            .send_with(To::Broker(leader), |version| {
                let timeout_ms = if version >= 10 { request.timeout_ms } else { 0 };
                ListOffsetsRequest { timeout_ms, ..request.clone() }
            })
            .await?;
        let mut found = Vec::with_capacity(group.len());
        for topic in response.topics {
            for partition in topic.partitions {
                let tp = TopicPartition::new(&topic.name[..], partition.partition_index);
                let outcome = match ErrorCode(partition.error_code) {
                    ErrorCode::NONE => Ok(Found {
                        offset: partition.offset,
                        timestamp: partition.timestamp,
                        leader_epoch: partition.leader_epoch,
                    }),
                    code => Err(Error::refused(code, None, format!("partition {tp}"))),
                };
                found.push((tp, outcome));
            }
        }
        Ok(found)
    }

    /// Runs `act` for the partitions of each leader, all leaders at once, and again for those partitions whose leader
    /// was not the right one, as long as the settings allow. What one leader cannot be asked is an error of its
    /// partitions alone; if no leader can be asked, it is the error of all.
    pub(super) async fn of_leaders<T, F>(
        &self,
        asked: &[TopicPartition],
        act: impl Fn(i32, Vec<TopicPartition>) -> F,
    ) -> Result<Vec<(TopicPartition, Result<T>)>>
    where
        F: Future<Output = Result<Vec<(TopicPartition, Result<T>)>>>,
    {
        let limits = self.settings().limits;
        let until = Instant::now() + limits.patience;
        let known_until = Instant::now() + limits.patience.min(NEWBORN);
        let mut pause = limits.backoff;
        let mut open: Vec<TopicPartition> = asked.to_vec();
        let mut done: Vec<(TopicPartition, Result<T>)> = Vec::with_capacity(asked.len());
        let mut anew = false;
        loop {
            let (groups, without) = self.leaders(&open, anew).await?;
            let leaders: Vec<(i32, Vec<TopicPartition>)> = groups.into_iter().collect();
            let only = leaders.len() == 1 && done.is_empty() && without.is_empty();
            let answers = fan::all(leaders.iter().map(|(leader, group)| act(*leader, group.clone()))).await;
            let next = Instant::now() + pause;
            let again = |error: &Error| match error.code() {
                Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) => next < known_until,
                _ => next < until && error.is_retriable(),
            };
            open.clear();
            let mut settle = |(tp, outcome): (TopicPartition, Result<T>)| match &outcome {
                Err(error) if again(error) => open.push(tp),
                _ => done.push((tp, outcome)),
            };
            without.into_iter().for_each(&mut settle);
            for ((_, group), answer) in leaders.into_iter().zip(answers) {
                match answer {
                    Ok(outcomes) => outcomes.into_iter().for_each(&mut settle),
                    // One leader for everything, and it cannot be reached: that is the whole story.
                    Err(error)
                        if only && matches!(error.problem(), Problem::Unreachable { .. } | Problem::Denied { .. }) =>
                    {
                        return Err(error);
                    }
                    Err(error) => group.into_iter().for_each(|tp| settle((tp, Err(error.clone())))),
                }
            }
            if open.is_empty() {
                break;
            }
            sleep(pause).await;
            pause = (pause * 2).min(limits.backoff_max);
            anew = true;
        }
        let missing = |tp: &TopicPartition| {
            let message = "The broker's answer does not mention it.";
            Err(Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some(message), format!("partition {tp}")))
        };
        Ok(in_order(asked, done, missing))
    }

    /// Partitions by their leader, and those that have none with the reason. What earlier answers told is believed,
    /// unless it is wanted anew.
    #[allow(clippy::type_complexity)] // two plain lists that are used in one place
    async fn leaders<T>(
        &self,
        asked: &[TopicPartition],
        anew: bool,
    ) -> Result<(BTreeMap<i32, Vec<TopicPartition>>, Vec<(TopicPartition, Result<T>)>)> {
        let mut groups: BTreeMap<i32, Vec<TopicPartition>> = BTreeMap::new();
        let mut unknown: Vec<&TopicPartition> = Vec::new();
        for tp in asked {
            match self.known_leader(tp).filter(|_| !anew) {
                Some(leader) => groups.entry(leader).or_default().push(tp.clone()),
                None => unknown.push(tp),
            }
        }
        if unknown.is_empty() {
            return Ok((groups, Vec::new()));
        }
        let mut topics: Vec<&str> = unknown.iter().map(|tp| tp.topic.as_str()).collect();
        topics.sort_unstable();
        topics.dedup();
        let topic = |name: &&str| MetadataRequestTopic { name: Some((*name).into()), ..Default::default() };
        let request = MetadataRequest {
            topics: Some(topics.iter().map(topic).collect()),
            allow_auto_topic_creation: false,
            ..MetadataRequest::default()
        };
        let response = self.metadata(&request).await?;
        let mut codes: HashMap<&str, i16> = HashMap::new();
        for topic in &response.topics {
            codes.insert(topic.name.as_deref().unwrap_or_default(), topic.error_code);
        }
        let mut without = Vec::new();
        for tp in unknown {
            let code = match (self.known_leader(tp), ErrorCode(codes.get(&tp.topic[..]).copied().unwrap_or(0))) {
                (_, code) if code.is_error() => code,
                (Some(leader), _) => {
                    groups.entry(leader).or_default().push(tp.clone());
                    continue;
                }
                (None, _) => {
                    let topic = response.topics.iter().find(|topic| topic.name.as_deref() == Some(&tp.topic[..]));
                    let there = topic.is_some_and(|t| t.partitions.iter().any(|p| p.partition_index == tp.partition));
                    if there { ErrorCode::LEADER_NOT_AVAILABLE } else { ErrorCode::UNKNOWN_TOPIC_OR_PARTITION }
                }
            };
            without.push((tp.clone(), Err(Error::refused(code, None, format!("partition {tp}")))));
        }
        Ok((groups, without))
    }
}

/// Partitions by topic, both in order.
pub(super) fn by_topic(partitions: &[TopicPartition]) -> BTreeMap<&str, Vec<&TopicPartition>> {
    let mut topics: BTreeMap<&str, Vec<&TopicPartition>> = BTreeMap::new();
    for tp in partitions {
        topics.entry(&tp.topic).or_default().push(tp);
    }
    topics
}
