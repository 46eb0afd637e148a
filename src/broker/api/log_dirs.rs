//! DescribeLogDirs: what lies in the broker's folder, and how much room there is.

use std::collections::BTreeMap;

use kt_codec::Str;
use kt_codec::describe_log_dirs_request::DescribeLogDirsRequest;
use kt_codec::describe_log_dirs_response::{
    DescribeLogDirsPartition, DescribeLogDirsResponse, DescribeLogDirsResult, DescribeLogDirsTopic,
};

use super::{Api, Cx, api};

pub const APIS: &[Api] = &[api!(DescribeLogDirs, 1..=5, now describe_log_dirs)];

fn describe_log_dirs(cx: &Cx, request: DescribeLogDirsRequest) -> DescribeLogDirsResponse {
    let wanted: Option<BTreeMap<&str, &[i32]>> =
        request.topics.as_ref().map(|topics| topics.iter().map(|t| (&*t.topic, t.partitions.as_slice())).collect());
    let is_wanted = |topic: &str, index: i32| match &wanted {
        None => true,
        Some(topics) => topics.get(topic).is_some_and(|partitions| partitions.contains(&index)),
    };
    let mut topics: BTreeMap<Str, Vec<DescribeLogDirsPartition>> = BTreeMap::new();
    for partition in cx.broker.partitions() {
        if is_wanted(partition.topic(), partition.index()) {
            topics.entry(partition.topic().clone()).or_default().push(DescribeLogDirsPartition {
                partition_index: partition.index(),
                partition_size: partition.size() as i64,
                offset_lag: 0,
                is_future_key: false,
                ..Default::default()
            });
        }
    }
    let dir = cx.broker.log_dir();
    // What the file system says; -1, as the original, where it says nothing.
    let room = rustix::fs::statvfs(dir).ok();
    let bytes = |blocks: u64, unit: u64| i64::try_from(blocks.saturating_mul(unit)).unwrap_or(i64::MAX);
    let result = DescribeLogDirsResult {
        log_dir: dir.to_string_lossy().as_ref().into(),
        topics: topics
            .into_iter()
            .map(|(name, partitions)| DescribeLogDirsTopic { name, partitions, ..Default::default() })
            .collect(),
        total_bytes: room.as_ref().map_or(-1, |s| bytes(s.f_blocks, s.f_frsize)),
        usable_bytes: room.as_ref().map_or(-1, |s| bytes(s.f_bavail, s.f_frsize)),
        ..Default::default()
    };
    DescribeLogDirsResponse { results: vec![result], ..Default::default() }
}
