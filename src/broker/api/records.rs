//! DeleteRecords: the front of a log is let go.

use kt_codec::Str;
use kt_codec::delete_records_request::DeleteRecordsRequest;
use kt_codec::delete_records_response::{
    DeleteRecordsPartitionResult, DeleteRecordsResponse, DeleteRecordsTopicResult,
};

use super::{Api, Cx, api};
use crate::broker::internal;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(DeleteRecords, 0..=2, now delete_records)];

fn delete_records(cx: &Cx, request: DeleteRecordsRequest) -> DeleteRecordsResponse {
    let topics = request.topics.into_iter().map(|topic| DeleteRecordsTopicResult {
        partitions: topic
            .partitions
            .iter()
            .map(|p| {
                let done = delete_before(cx, &topic.name, p.partition_index, p.offset);
                DeleteRecordsPartitionResult {
                    partition_index: p.partition_index,
                    low_watermark: *done.as_ref().unwrap_or(&-1),
                    error_code: done.err().map_or(0, ErrorCode::code),
                    ..Default::default()
                }
            })
            .collect(),
        name: topic.name,
        ..Default::default()
    });
    DeleteRecordsResponse { topics: topics.collect(), ..Default::default() }
}

/// Returns the new start of the log. Offset -1 stands for the high watermark.
fn delete_before(cx: &Cx, topic: &Str, index: i32, offset: i64) -> Result<i64, ErrorCode> {
    let partition = cx.broker.partition(topic, index)?;
    if internal::is_internal(topic) {
        return Err(ErrorCode::INVALID_TOPIC_EXCEPTION);
    }
    partition.delete_records(offset)
}
