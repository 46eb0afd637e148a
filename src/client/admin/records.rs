//! Deleting records from the front of partitions.

use std::collections::HashMap;

use kt_codec::delete_records_request::{DeleteRecordsPartition, DeleteRecordsRequest, DeleteRecordsTopic};

use super::TopicPartition;
use super::offsets::by_topic;
use crate::client::error::{Error, Result};
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

impl Client {
    /// Deletes all records below an offset, -1 meaning the end; brings the first offset that is left.
    pub async fn delete_records(&self, asked: &[(TopicPartition, i64)]) -> Result<Vec<(TopicPartition, Result<i64>)>> {
        let offsets: HashMap<&TopicPartition, i64> = asked.iter().map(|(tp, offset)| (tp, *offset)).collect();
        let partitions: Vec<TopicPartition> = asked.iter().map(|(tp, _)| tp.clone()).collect();
        let act = |leader, group| self.delete_at(leader, group, &offsets);
        self.of_leaders(&partitions, act).await.map_err(|error| error.during("deleteRecords"))
    }

    async fn delete_at(
        &self,
        leader: i32,
        group: Vec<TopicPartition>,
        offsets: &HashMap<&TopicPartition, i64>,
    ) -> Result<Vec<(TopicPartition, Result<i64>)>> {
        let partition = |tp: &TopicPartition| DeleteRecordsPartition {
            partition_index: tp.partition,
            offset: offsets.get(tp).copied().unwrap_or(0),
            ..Default::default()
        };
        let topic = |(name, partitions): (&str, Vec<&TopicPartition>)| DeleteRecordsTopic {
            name: name.into(),
            partitions: partitions.into_iter().map(partition).collect(),
            ..Default::default()
        };
        let request = DeleteRecordsRequest {
            topics: by_topic(&group).into_iter().map(topic).collect(),
            timeout_ms: self.timeout_ms(),
            ..DeleteRecordsRequest::default()
        };
        let response = self.send(To::Broker(leader), &request).await?;
        let mut outcomes = Vec::with_capacity(group.len());
        for topic in response.topics {
            for partition in topic.partitions {
                let tp = TopicPartition::new(&topic.name[..], partition.partition_index);
                let outcome = match ErrorCode(partition.error_code) {
                    ErrorCode::NONE => Ok(partition.low_watermark),
                    code => Err(Error::refused(code, None, format!("partition {tp}"))),
                };
                outcomes.push((tp, outcome));
            }
        }
        Ok(outcomes)
    }
}
