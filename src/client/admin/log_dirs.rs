//! What lies in the brokers' log folders.

use std::collections::BTreeMap;

use kt_codec::alter_replica_log_dirs_request::{
    AlterReplicaLogDir, AlterReplicaLogDirTopic, AlterReplicaLogDirsRequest,
};
use kt_codec::describe_log_dirs_request::{DescribableLogDirTopic, DescribeLogDirsRequest};
use kt_codec::describe_log_dirs_response::DescribeLogDirsResult;

use super::TopicPartition;
use super::offsets::by_topic;
use crate::client::error::{Error, Result};
use crate::client::fan;
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

/// One log folder of a broker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogDir {
    pub path: String,
    pub error: ErrorCode,
    /// Of the volume; `None` from brokers before 3.3.
    pub total_bytes: Option<i64>,
    pub usable_bytes: Option<i64>,
    pub cordoned: bool,
    /// In the broker's order.
    pub replicas: Vec<Replica>,
}

/// A replica in a log folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replica {
    pub partition: TopicPartition,
    pub bytes: i64,
    /// How far it is behind.
    pub offset_lag: i64,
    /// It is on its way into this folder.
    pub is_future: bool,
}

/// A replica by its partition and its broker.
pub type OnBroker = (TopicPartition, i32);

/// Where a broker has a replica; all `None`: in no folder that works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub now: Option<Held>,
    /// The folder to which it is on its way, with what is there already.
    pub next: Option<Held>,
}

impl Place {
    fn add(&mut self, folder: &str, replica: &Replica) {
        let held = Held { folder: folder.to_owned(), bytes: replica.bytes.try_into().unwrap_or_default() };
        *(if replica.is_future { &mut self.next } else { &mut self.now }) = Some(held);
    }
}

/// A replica's folder, and how many bytes of it lie there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub folder: String,
    pub bytes: u64,
}

impl Client {
    /// The log folders of these brokers, with the replicas of these topics (`None`: of all).
    pub async fn describe_log_dirs(
        &self,
        brokers: &[i32],
        topics: Option<&[TopicPartition]>,
    ) -> Result<Vec<(i32, Result<Vec<LogDir>>)>> {
        let request = of_partitions(topics);
        let answers = fan::all(brokers.iter().map(|id| self.log_dirs_of(*id, &request))).await;
        let named = |answer: Result<Vec<LogDir>>| answer.map_err(|error| error.during("describeLogDirs"));
        Ok(brokers.iter().copied().zip(answers.into_iter().map(named)).collect())
    }

    /// In which folders these replicas lie, and to which they move. Each of them has a place in the result. A folder that
    /// is offline tells nothing of what it holds.
    pub async fn replica_places(&self, replicas: &[OnBroker]) -> Result<BTreeMap<OnBroker, Place>> {
        let mut brokers: BTreeMap<i32, Vec<TopicPartition>> = BTreeMap::new();
        for (tp, broker) in replicas {
            brokers.entry(*broker).or_default().push(tp.clone());
        }
        let mut places: BTreeMap<OnBroker, Place> =
            replicas.iter().map(|replica| (replica.clone(), Place::default())).collect();
        let requests: Vec<(i32, DescribeLogDirsRequest)> =
            brokers.iter().map(|(id, partitions)| (*id, of_partitions(Some(partitions)))).collect();
        let answers = fan::all(requests.iter().map(|(id, request)| self.log_dirs_of(*id, request))).await;
        for ((broker, _), answer) in requests.iter().zip(answers) {
            for dir in answer.map_err(|error| error.during("describeReplicaLogDirs"))? {
                if dir.error.is_error() && dir.error != ErrorCode::KAFKA_STORAGE_ERROR {
                    return Err(Error::refused(dir.error, None, format!("folder {} of broker {broker}", dir.path)));
                }
                for replica in dir.replicas {
                    if let Some(place) = places.get_mut(&(replica.partition.clone(), *broker)) {
                        place.add(&dir.path, &replica);
                    }
                }
            }
        }
        Ok(places)
    }

    /// Where all replicas of the cluster lie, as far as its brokers tell: one that cannot be asked, or asked by us, tells
    /// nothing.
    pub async fn known_places(&self) -> Result<BTreeMap<OnBroker, Place>> {
        let brokers = self.cluster().await?.ids();
        let mut places: BTreeMap<OnBroker, Place> = BTreeMap::new();
        for (broker, answer) in self.describe_log_dirs(&brokers, None).await? {
            for dir in answer.unwrap_or_default() {
                for replica in dir.replicas {
                    places.entry((replica.partition.clone(), broker)).or_default().add(&dir.path, &replica);
                }
            }
        }
        Ok(places)
    }

    /// Starts to move replicas into other folders of their brokers; into the folder where one lies already, it ends a move
    /// of it. A broker that does not have the replica yet answers REPLICA_NOT_AVAILABLE.
    pub async fn alter_replica_log_dirs(
        &self,
        wanted: &BTreeMap<OnBroker, String>,
    ) -> Result<Vec<(OnBroker, Result<()>)>> {
        let mut brokers: BTreeMap<i32, BTreeMap<&str, Vec<TopicPartition>>> = BTreeMap::new();
        for ((tp, broker), folder) in wanted {
            brokers.entry(*broker).or_default().entry(folder).or_default().push(tp.clone());
        }
        let answers = fan::all(brokers.iter().map(|(id, folders)| self.alter_log_dirs_of(*id, folders))).await;
        let mut outcomes = Vec::with_capacity(wanted.len());
        for (broker, answer) in brokers.keys().zip(answers) {
            let told = answer.map_err(|error| error.during("alterReplicaLogDirs"));
            for replica in wanted.keys().filter(|(_, id)| id == broker) {
                let outcome = match &told {
                    Err(error) => Err(error.clone()),
                    Ok(told) => match told.get(&replica.0).copied() {
                        Some(ErrorCode::NONE) => Ok(()),
                        Some(code) => Err(Error::refused(code, None, format!("replica {}-{broker}", replica.0))),
                        None => Err(silent(*broker, &replica.0)),
                    },
                };
                outcomes.push((replica.clone(), outcome));
            }
        }
        Ok(outcomes)
    }

    async fn alter_log_dirs_of(
        &self,
        id: i32,
        folders: &BTreeMap<&str, Vec<TopicPartition>>,
    ) -> Result<BTreeMap<TopicPartition, ErrorCode>> {
        let topic = |(name, all): (&str, Vec<&TopicPartition>)| AlterReplicaLogDirTopic {
            name: name.into(),
            partitions: all.into_iter().map(|tp| tp.partition).collect(),
            ..Default::default()
        };
        let dir = |(path, partitions): (&&str, &Vec<TopicPartition>)| AlterReplicaLogDir {
            path: (*path).into(),
            topics: by_topic(partitions).into_iter().map(topic).collect(),
            ..Default::default()
        };
        let request = AlterReplicaLogDirsRequest { dirs: folders.iter().map(dir).collect(), ..Default::default() };
        let response = self.send(To::Broker(id), &request).await?;
        let mut told = BTreeMap::new();
        for topic in &response.results {
            for one in &topic.partitions {
                told.insert(TopicPartition::new(&topic.topic_name[..], one.partition_index), ErrorCode(one.error_code));
            }
        }
        Ok(told)
    }

    async fn log_dirs_of(&self, id: i32, request: &DescribeLogDirsRequest) -> Result<Vec<LogDir>> {
        let response = self.send(To::Broker(id), request).await?;
        let code = ErrorCode(response.error_code);
        // Brokers before 3.3 have no code for the whole answer, and no folder means that we may not look.
        if code.is_error() || response.results.is_empty() {
            let code = if code.is_error() { code } else { ErrorCode::CLUSTER_AUTHORIZATION_FAILED };
            return Err(Error::refused(code, None, format!("the log folders of broker {id}")));
        }
        Ok(response.results.into_iter().map(LogDir::from).collect())
    }
}

fn of_partitions(partitions: Option<&[TopicPartition]>) -> DescribeLogDirsRequest {
    let topic = |(name, all): (&str, Vec<&TopicPartition>)| DescribableLogDirTopic {
        topic: name.into(),
        partitions: all.into_iter().map(|tp| tp.partition).collect(),
        ..Default::default()
    };
    let topics = partitions.map(|partitions| by_topic(partitions).into_iter().map(topic).collect());
    DescribeLogDirsRequest { topics, ..Default::default() }
}

fn silent(broker: i32, tp: &TopicPartition) -> Error {
    let why = format!("The response from broker {broker} did not contain a result for replica {tp}-{broker}");
    Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some(&why), format!("replica {tp}-{broker}"))
}

impl From<DescribeLogDirsResult> for LogDir {
    fn from(result: DescribeLogDirsResult) -> Self {
        let mut replicas = Vec::new();
        for topic in &result.topics {
            for partition in &topic.partitions {
                replicas.push(Replica {
                    partition: TopicPartition::new(&topic.name[..], partition.partition_index),
                    bytes: partition.partition_size,
                    offset_lag: partition.offset_lag,
                    is_future: partition.is_future_key,
                });
            }
        }
        LogDir {
            path: result.log_dir.to_string(),
            error: ErrorCode(result.error_code),
            total_bytes: Some(result.total_bytes).filter(|bytes| *bytes >= 0),
            usable_bytes: Some(result.usable_bytes).filter(|bytes| *bytes >= 0),
            cordoned: result.is_cordoned,
            replicas,
        }
    }
}
