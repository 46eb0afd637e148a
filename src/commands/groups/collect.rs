//! Everything about groups that takes several requests: members, offsets, ends, and the lag between them.
//!
//! [`gather`] asks; [`rows`] puts together what was answered, without asking anybody.

use std::collections::{BTreeMap, BTreeSet};

use kt_codec::metadata_request::{MetadataRequest, MetadataRequestTopic};
use serde::{Serialize, Serializer};

use crate::client::admin::TopicPartition;
use crate::client::admin::groups::{Committed, Description, Offsets};
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::{Client, Error, Result};
use crate::protocol::code::ErrorCode;
use crate::records::instant;

/// A group, and what it has committed.
pub struct Gathered {
    pub description: Description,
    pub offsets: Offsets,
}

/// Groups with their offsets, in the order in which they were asked for; a group that is refused is an error of its own.
pub async fn gather(client: &Client, groups: &[String]) -> Result<Vec<(String, Result<Gathered>)>> {
    let (described, listed) = tokio::join!(client.describe_consumer_groups(groups), client.list_group_offsets(groups));
    let both = described?.into_iter().zip(listed?);
    Ok(both
        .map(|((group, description), (_, offsets))| {
            let both = description.and_then(|description| Ok(Gathered { description, offsets: offsets? }));
            (group, both)
        })
        .collect())
}

/// Where partitions end, as far as that can be told.
#[derive(Default)]
pub struct Ends {
    pub of: BTreeMap<TopicPartition, i64>,
    /// What went wrong with a topic or a partition; a partition without a leader is no error.
    pub refused: Vec<Error>,
}

/// The ends of these partitions. Leaders are looked up first, so that nobody waits for a partition that has none.
pub async fn ends(client: &Client, partitions: BTreeSet<TopicPartition>) -> Result<Ends> {
    let mut ends = Ends::default();
    if partitions.is_empty() {
        return Ok(ends);
    }
    ends.refused = look_up(client, &partitions).await?;
    let led: Vec<(TopicPartition, OffsetSpec)> = partitions
        .into_iter()
        .filter(|partition| client.known_leader(partition).is_some())
        .map(|partition| (partition, OffsetSpec::Latest))
        .collect();
    for (partition, outcome) in client.list_offsets(&led, Isolation::ReadUncommitted).await? {
        match outcome {
            Ok(found) => {
                ends.of.insert(partition, found.offset);
            }
            Err(error) => ends.refused.push(error),
        }
    }
    Ok(ends)
}

/// Learns the leaders of partitions; gives what is wrong with their topics.
async fn look_up(client: &Client, partitions: &BTreeSet<TopicPartition>) -> Result<Vec<Error>> {
    let names: BTreeSet<&str> = partitions.iter().map(|partition| partition.topic.as_str()).collect();
    let topic = |name: &str| MetadataRequestTopic { name: Some(name.into()), ..Default::default() };
    let request = MetadataRequest {
        topics: Some(names.into_iter().map(topic).collect()),
        allow_auto_topic_creation: false,
        ..MetadataRequest::default()
    };
    let response = client.metadata(&request).await.map_err(|error| error.during("describeTopics"))?;
    let wrong = response.topics.iter().filter_map(|topic| {
        let code = ErrorCode(topic.error_code);
        let about = format!("topic {}", topic.name.as_deref().unwrap_or_default());
        code.is_error().then(|| Error::refused(code, None, about))
    });
    Ok(wrong.collect())
}

/// All partitions a group reads or has read.
pub fn partitions(gathered: &Gathered) -> impl Iterator<Item = TopicPartition> {
    let assigned = gathered.description.members.iter().flat_map(|member| member.assignment.iter().cloned());
    assigned.chain(gathered.offsets.keys().cloned())
}

/// How far a group is behind. Without a commit, or without a known end, nobody can say.
pub fn lag(committed: Option<i64>, end: Option<i64>) -> Option<i64> {
    Some(end?.saturating_sub(committed?))
}

/// A partition of a group, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    pub topic: String,
    pub partition: i32,
    pub current_offset: Option<i64>,
    pub leader_epoch: Option<i32>,
    pub end_offset: Option<i64>,
    pub lag: Option<i64>,
    /// When that was committed, in milliseconds since 1970; nothing where nobody has looked ([`super::commits`]).
    #[serde(serialize_with = "moment")]
    pub last_commit: Option<i64>,
    pub metadata: Option<String>,
    pub consumer_id: Option<String>,
    pub client_id: Option<String>,
    pub host: Option<String>,
}

fn moment<S: Serializer>(ms: &Option<i64>, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    ms.and_then(instant::text).serialize(serializer)
}

/// A group's partitions in the original's order: those of the member with the most partitions first, at last those that
/// nobody reads; by topic and number within.
pub fn rows(description: &Description, offsets: &Offsets, ends: &BTreeMap<TopicPartition, i64>) -> Vec<Row> {
    let row = |at: &TopicPartition, member: Option<&crate::client::admin::groups::Member>| {
        let committed: Option<&Committed> = offsets.get(at).and_then(Option::as_ref);
        let (current, end) = (committed.map(|committed| committed.offset), ends.get(at).copied());
        Row {
            topic: at.topic.clone(),
            partition: at.partition,
            current_offset: current,
            leader_epoch: committed.and_then(|committed| committed.leader_epoch),
            end_offset: end,
            lag: lag(current, end),
            last_commit: None,
            metadata: committed.map(|committed| committed.metadata.clone()).filter(|text| !text.is_empty()),
            consumer_id: member.map(|member| member.id.clone()),
            client_id: member.map(|member| member.client.clone()),
            host: member.map(|member| member.host.clone()),
        }
    };
    let mut members: Vec<_> = description.members.iter().filter(|member| !member.assignment.is_empty()).collect();
    members.sort_by_key(|member| std::cmp::Reverse(member.assignment.len()));
    let mut rows = Vec::new();
    let mut assigned: BTreeSet<&TopicPartition> = BTreeSet::new();
    for member in members {
        assigned.extend(&member.assignment);
        rows.extend(member.assignment.iter().map(|at| row(at, Some(member))));
    }
    rows.extend(offsets.keys().filter(|at| !assigned.contains(at)).map(|at| row(at, None)));
    rows
}

/// How far behind the group is in all, if that is known of any partition.
pub fn total_lag(rows: &[Row]) -> Option<i64> {
    rows.iter().filter_map(|row| row.lag).reduce(i64::saturating_add)
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::client::Node;
    use crate::client::admin::groups::{Member, State, Type};
    use crate::client::settings::Address;

    pub fn at(text: &str) -> TopicPartition {
        let (topic, partition) = text.rsplit_once('-').unwrap();
        TopicPartition::new(topic, partition.parse().unwrap())
    }

    pub fn member(id: &str, assignment: &[&str]) -> Member {
        Member {
            id: id.into(),
            instance: None,
            client: format!("client-{id}"),
            host: "/10.0.0.7".into(),
            rack: None,
            assignment: assignment.iter().map(|text| at(text)).collect(),
            target: None,
            epoch: None,
            upgraded: None,
            subscription: Vec::new(),
            regex: None,
        }
    }

    pub fn group(state: State, members: Vec<Member>) -> Description {
        Description {
            group: "billing".into(),
            kind: Type::Classic,
            protocol: "consumer".into(),
            assignor: "range".into(),
            state,
            coordinator: Node { id: 1, address: Address { host: "h".into(), port: 9092 }, rack: None },
            members,
            epoch: None,
            target_epoch: None,
        }
    }

    pub fn committed(all: &[(&str, Option<i64>)]) -> Offsets {
        let one = |offset| Committed { offset, leader_epoch: None, metadata: String::new() };
        all.iter().map(|(text, offset)| (at(text), offset.map(one))).collect()
    }

    pub fn ends_of(all: &[(&str, i64)]) -> BTreeMap<TopicPartition, i64> {
        all.iter().map(|(text, end)| (at(text), *end)).collect()
    }

    #[test]
    fn the_member_with_the_most_partitions_comes_first_and_what_nobody_reads_last() {
        let group = group(State::Stable, vec![member("a", &["t-2"]), member("b", &["t-0", "t-1"]), member("c", &[])]);
        let offsets = committed(&[("t-0", Some(5)), ("t-2", Some(9)), ("old-0", Some(1)), ("t-1", None)]);
        let rows = rows(&group, &offsets, &ends_of(&[("t-0", 7), ("t-1", 4), ("t-2", 8)]));
        let short: Vec<_> = rows
            .iter()
            .map(|row| (&*row.topic, row.partition, row.current_offset, row.lag, row.consumer_id.as_deref()))
            .collect();
        assert_eq!(
            short,
            [
                ("t", 0, Some(5), Some(2), Some("b")),
                ("t", 1, None, None, Some("b")),
                ("t", 2, Some(9), Some(-1), Some("a")),
                ("old", 0, Some(1), None, None),
            ]
        );
        assert_eq!(total_lag(&rows), Some(1));
    }

    #[test]
    fn without_a_commit_the_lag_is_unknown_and_not_nought() {
        assert_eq!(lag(None, Some(5)), None);
        assert_eq!(lag(Some(5), None), None);
        assert_eq!(lag(Some(5), Some(5)), Some(0));
        assert_eq!(total_lag(&[]), None);
    }
}
