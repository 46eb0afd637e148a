//! What lies in the brokers' log folders.

use kt_codec::describe_log_dirs_request::{DescribableLogDirTopic, DescribeLogDirsRequest};
use kt_codec::describe_log_dirs_response::DescribeLogDirsResult;

use super::TopicPartition;
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

impl Client {
    /// The log folders of these brokers, with the replicas of these topics (`None`: of all).
    pub async fn describe_log_dirs(
        &self,
        brokers: &[i32],
        topics: Option<&[TopicPartition]>,
    ) -> Result<Vec<(i32, Result<Vec<LogDir>>)>> {
        let wanted = topics.map(|partitions| {
            let topic = |(name, all): (&str, Vec<&TopicPartition>)| DescribableLogDirTopic {
                topic: name.into(),
                partitions: all.into_iter().map(|tp| tp.partition).collect(),
                ..Default::default()
            };
            super::offsets::by_topic(partitions).into_iter().map(topic).collect()
        });
        let request = DescribeLogDirsRequest { topics: wanted, ..Default::default() };
        let answers = fan::all(brokers.iter().map(|id| self.log_dirs_of(*id, &request))).await;
        let named = |answer: Result<Vec<LogDir>>| answer.map_err(|error| error.during("describeLogDirs"));
        Ok(brokers.iter().copied().zip(answers.into_iter().map(named)).collect())
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
