//! DeleteRecords: the front of a log is let go.

use kt_codec::Str;
use kt_codec::delete_records_request::{DeleteRecordsPartition, DeleteRecordsRequest, DeleteRecordsTopic};
use kt_codec::delete_records_response::{
    DeleteRecordsPartitionResult, DeleteRecordsResponse, DeleteRecordsTopicResult,
};

use super::{Api, Cx, api, blocking};
use crate::broker::internal;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(DeleteRecords, 0..=2, later delete_records)];

async fn delete_records(cx: Cx, request: DeleteRecordsRequest) -> DeleteRecordsResponse {
    blocking(move || {
        let mut topics: Vec<_> = request.topics.into_iter().map(|topic| deleted(&cx, topic)).collect();
        let results = || topics.iter().flat_map(|t| &t.partitions);
        // What is gone for one client may not come back for another after a crash: once for the whole request.
        if results().any(|p| p.error_code == 0)
            && let Err(code) = cx.broker.keep_log_starts()
        {
            for p in topics.iter_mut().flat_map(|t| &mut t.partitions).filter(|p| p.error_code == 0) {
                p.error_code = code.code();
                p.low_watermark = -1;
            }
        }
        DeleteRecordsResponse { topics, ..Default::default() }
    })
    .await
}

fn deleted(cx: &Cx, topic: DeleteRecordsTopic) -> DeleteRecordsTopicResult {
    let partition = |p: &DeleteRecordsPartition| {
        let done = delete_before(cx, &topic.name, p.partition_index, p.offset);
        DeleteRecordsPartitionResult {
            partition_index: p.partition_index,
            low_watermark: *done.as_ref().unwrap_or(&-1),
            error_code: done.err().map_or(0, ErrorCode::code),
            ..Default::default()
        }
    };
    let partitions = topic.partitions.iter().map(partition).collect();
    DeleteRecordsTopicResult { name: topic.name, partitions, ..Default::default() }
}

/// Returns the new start of the log. Offset -1 stands for the high watermark.
fn delete_before(cx: &Cx, topic: &Str, index: i32, offset: i64) -> Result<i64, ErrorCode> {
    if !cx.may_topic(Operation::Delete, topic) {
        return Err(ErrorCode::TOPIC_AUTHORIZATION_FAILED);
    }
    let partition = cx.broker.partition(topic, index)?;
    if internal::is_internal(topic) {
        return Err(ErrorCode::INVALID_TOPIC_EXCEPTION);
    }
    partition.delete_records(offset)
}
