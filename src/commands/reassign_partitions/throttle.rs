//! Limits on how fast replicas move: settings of the brokers, and of the topics that say which replicas they hold for.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::Parts;
use crate::client::admin::TopicPartition;
use crate::client::admin::configs::{Detail, Entry, Operation, Resource, ResourceKind};
use crate::client::admin::elections::Move;
use crate::client::{Client, Result};

const OF_BROKERS: [&str; 3] = [
    "leader.replication.throttled.rate",
    "follower.replication.throttled.rate",
    "replica.alter.log.dirs.io.max.bytes.per.second",
];
const OF_TOPICS: [&str; 2] = ["leader.replication.throttled.replicas", "follower.replication.throttled.replicas"];

type Changes = Vec<(Resource, Vec<(String, Operation)>)>;

async fn apply(client: &Client, changes: Changes) -> Result<()> {
    if !changes.is_empty() {
        for (_, outcome) in client.alter_configs(&changes, false).await? {
            outcome?;
        }
    }
    Ok(())
}

/// Limits moves between brokers, and says so. A negative limit is none.
pub async fn set(
    client: &Client,
    moves: &BTreeMap<TopicPartition, Move>,
    wanted: &Parts,
    current: &Parts,
    bytes_per_s: i64,
    said: &mut String,
) -> Result<()> {
    if bytes_per_s < 0 {
        return Ok(());
    }
    // From where to where each partition moves, those under way included.
    let mut ways: BTreeMap<&TopicPartition, (BTreeSet<i32>, BTreeSet<i32>)> = BTreeMap::new();
    for (tp, one) in moves {
        let adding: BTreeSet<i32> = one.adding.iter().copied().collect();
        let from = one.replicas.iter().copied().filter(|id| !adding.contains(id)).collect();
        ways.insert(tp, (from, adding));
    }
    for (tp, replicas) in wanted {
        let from = match ways.get(tp) {
            Some((from, _)) => from.clone(),
            None => current.get(tp).into_iter().flatten().copied().collect(),
        };
        let to = replicas.iter().copied().filter(|id| !from.contains(id)).collect();
        ways.insert(tp, (from, to));
    }
    let mut topics: BTreeMap<&str, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    let mut brokers: BTreeSet<i32> = BTreeSet::new();
    for (tp, (from, to)) in &ways {
        let (leaders, followers) = topics.entry(&tp.topic).or_default();
        leaders.extend(from.iter().map(|id| format!("{}:{id}", tp.partition)));
        followers.extend(to.iter().map(|id| format!("{}:{id}", tp.partition)));
        brokers.extend(from.iter().chain(to));
    }
    let of_topic = |(topic, (leaders, followers)): (&&str, &(BTreeSet<String>, BTreeSet<String>))| {
        let set = |key: &str, ids: &BTreeSet<String>| {
            (key.to_owned(), Operation::Set(ids.iter().cloned().collect::<Vec<_>>().join(",")))
        };
        (Resource::topic(*topic), vec![set(OF_TOPICS[0], leaders), set(OF_TOPICS[1], followers)])
    };
    apply(client, topics.iter().map(of_topic).collect()).await?;
    limit(client, &brokers, &OF_BROKERS[..2], bytes_per_s).await?;
    *said += &format!("The inter-broker throttle limit was set to {bytes_per_s} B/s\n");
    Ok(())
}

/// Limits moves between the folders of these brokers.
pub async fn set_folders(client: &Client, brokers: &BTreeSet<i32>, bytes_per_s: i64, said: &mut String) -> Result<()> {
    if bytes_per_s < 0 {
        return Ok(());
    }
    limit(client, brokers, &OF_BROKERS[2..], bytes_per_s).await?;
    *said += &format!("The replica-alter-dir throttle limit was set to {bytes_per_s} B/s\n");
    Ok(())
}

async fn limit(client: &Client, brokers: &BTreeSet<i32>, keys: &[&str], bytes_per_s: i64) -> Result<()> {
    let of_broker = |id: &i32| {
        let set = |key: &&str| ((*key).to_owned(), Operation::Set(bytes_per_s.to_string()));
        (Resource::new(ResourceKind::Broker, id.to_string()), keys.iter().map(set).collect())
    };
    apply(client, brokers.iter().map(of_broker).collect()).await
}

/// Bytes a second that the slowest broker may move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    pub between_brokers: Option<u64>,
    pub between_folders: Option<u64>,
}

/// The lowest limits that brokers have; none too where they may not be seen.
pub async fn current(client: &Client) -> Limits {
    let found = async {
        let ids = client.cluster().await?.ids();
        let brokers: Vec<Resource> = ids.iter().map(|id| Resource::new(ResourceKind::Broker, id.to_string())).collect();
        client.describe_configs(&brokers, Detail::default()).await
    };
    let found = found.await.unwrap_or_default();
    let entries: Vec<Entry> = found.into_iter().flat_map(|(_, entries)| entries.unwrap_or_default()).collect();
    let lowest = |keys: &[&str]| {
        let of_these = entries.iter().filter(|entry| keys.contains(&&*entry.name));
        let limits = of_these.filter_map(|entry| entry.value.as_ref()?.parse::<u64>().ok());
        limits.filter(|limit| *limit < i64::MAX as u64).min()
    };
    Limits { between_brokers: lowest(&OF_BROKERS[..2]), between_folders: lowest(&OF_BROKERS[2..]) }
}

/// The topics that have replicas under a limit.
pub async fn topics(client: &Client) -> Result<Vec<String>> {
    let all = client.list_topics().await?.into_iter().map(|topic| Resource::topic(topic.name));
    let found = client.describe_configs(&all.collect::<Vec<_>>(), Detail::default()).await?;
    let limited = |entries: &Vec<Entry>| {
        entries.iter().any(|entry| {
            OF_TOPICS.contains(&&*entry.name) && entry.value.as_ref().is_some_and(|value| !value.is_empty())
        })
    };
    let named = found.into_iter().filter(|(_, entries)| entries.as_ref().is_ok_and(limited));
    Ok(named.map(|(resource, _)| resource.name).collect())
}

/// Lifts all limits, for nobody remembers which brokers took part. What is said of it comes before what may fail.
pub async fn clear(client: &Client, parts: &Parts, said: &mut String) -> Result<()> {
    let mut brokers: BTreeSet<i32> =
        client.describe_cluster(false, false).await?.nodes.iter().map(|node| node.id).collect();
    brokers.extend(parts.values().flatten());
    let topics: BTreeSet<&String> = parts.keys().map(|tp| &tp.topic).collect();
    let delete = |keys: &[&str]| keys.iter().map(|key| ((*key).to_owned(), Operation::Delete)).collect::<Vec<_>>();
    let broker = |id: &i32| (Resource::new(ResourceKind::Broker, id.to_string()), delete(&OF_BROKERS));
    let plural = |many: usize| if many == 1 { "" } else { "s" };
    let ids: Vec<String> = brokers.iter().map(i32::to_string).collect();
    *said += &format!("Clearing broker-level throttles on broker{} {}\n", plural(ids.len()), ids.join(","));
    apply(client, brokers.iter().map(broker).collect()).await?;
    let names: Vec<&str> = topics.iter().map(|topic| topic.as_str()).collect();
    *said += &format!("Clearing topic-level throttles on topic{} {}\n", plural(names.len()), names.join(","));
    apply(client, topics.iter().map(|topic| (Resource::topic(topic.as_str()), delete(&OF_TOPICS))).collect()).await
}
