//! A leader's answers, taken apart: records, what went wrong by partition, what became of verdicts.

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use kt_codec::Str;
use kt_codec::share_acknowledge_response::ShareAcknowledgeResponse;
use kt_codec::share_fetch_response::ShareFetchResponse;

use super::super::fetched::Fetched;
use super::delivered::{Acquired, Delivered};
use super::session::Key;
use crate::protocol::code::ErrorCode;

/// What became of verdicts, by partition.
pub type Codes = HashMap<Key, (ErrorCode, Option<Str>)>;

/// An answer to a fetch.
#[derive(Default)]
pub struct Answer {
    pub records: Vec<Given>,
    pub errors: Vec<(Key, ErrorCode)>,
    pub acknowledged: Codes,
}

/// Records of a partition.
pub struct Given {
    key: Key,
    records: Bytes,
    acquired: Vec<Acquired>,
}

impl Given {
    pub fn delivered(self, node: i32, topic: Arc<str>, check_crcs: bool) -> Option<Delivered> {
        let from = self.acquired.first()?.first;
        Some(Delivered {
            key: self.key,
            node,
            // The broker acquires nothing of an aborted transaction for readers of committed records.
            fetched: Fetched {
                topic,
                partition: self.key.1,
                from,
                until: None,
                records: self.records,
                aborted: None,
                control: false,
                check_crcs,
            },
            acquired: self.acquired,
        })
    }
}

pub fn of_fetch(response: ShareFetchResponse) -> Answer {
    let mut answer = Answer::default();
    for topic in response.responses {
        for partition in topic.partitions {
            let key = (topic.topic_id, partition.partition_index);
            let code = ErrorCode(partition.acknowledge_error_code);
            answer.acknowledged.insert(key, (code, partition.acknowledge_error_message));
            let code = ErrorCode(partition.error_code);
            if code.is_error() {
                answer.errors.push((key, code));
                continue;
            }
            let mut acquired: Vec<Acquired> = partition
                .acquired_records
                .iter()
                .map(|range| Acquired {
                    first: range.first_offset,
                    last: range.last_offset,
                    count: range.delivery_count,
                })
                .collect();
            acquired.sort_by_key(|range| range.first);
            let records = partition.records.bytes().cloned().unwrap_or_default();
            answer.records.push(Given { key, records, acquired });
        }
    }
    answer
}

pub fn of_acknowledge(response: ShareAcknowledgeResponse) -> Codes {
    let topics = response.responses.into_iter();
    let partitions = topics.flat_map(|topic| {
        topic.partitions.into_iter().map(move |partition| {
            let key = (topic.topic_id, partition.partition_index);
            (key, (ErrorCode(partition.error_code), partition.error_message))
        })
    });
    partitions.collect()
}
