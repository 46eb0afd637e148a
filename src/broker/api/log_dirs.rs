//! DescribeLogDirs: what lies in the broker's folders, and how much room there is. AlterReplicaLogDirs: a replica moves from
//! one of them to another.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use kt_codec::Str;
use kt_codec::alter_replica_log_dirs_request::AlterReplicaLogDirsRequest;
use kt_codec::alter_replica_log_dirs_response::{
    AlterReplicaLogDirPartitionResult, AlterReplicaLogDirTopicResult, AlterReplicaLogDirsResponse,
};
use kt_codec::describe_log_dirs_request::DescribeLogDirsRequest;
use kt_codec::describe_log_dirs_response::{
    DescribeLogDirsPartition, DescribeLogDirsResponse, DescribeLogDirsResult, DescribeLogDirsTopic,
};

use super::{Api, Cx, api, blocking};
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] =
    &[api!(DescribeLogDirs, 1..=5, now describe_log_dirs), api!(AlterReplicaLogDirs, 1..=2, later alter_log_dirs)];

type Topics = BTreeMap<Str, Vec<DescribeLogDirsPartition>>;

fn describe_log_dirs(cx: &Cx, request: DescribeLogDirsRequest) -> DescribeLogDirsResponse {
    if let Err(refusal) = cx.check_cluster(Operation::Describe) {
        return DescribeLogDirsResponse { error_code: refusal.code.code(), ..Default::default() };
    }
    let wanted: Option<HashSet<(&str, i32)>> = request
        .topics
        .as_ref()
        .map(|topics| topics.iter().flat_map(|t| t.partitions.iter().map(|index| (&*t.topic, *index))).collect());
    let is_wanted = |topic: &str, index: i32| wanted.as_ref().is_none_or(|wanted| wanted.contains(&(topic, index)));
    let (partitions, moves) = (cx.broker.partitions(), cx.broker.moves.all());
    let folders = cx.broker.folders();
    let online = folders.of_logs().iter().map(|folder| {
        let mut topics = Topics::new();
        for partition in &partitions {
            let here = partition.view().dir().parent() == Some(folder.path());
            if here && is_wanted(partition.topic(), partition.index()) {
                topics.entry(partition.topic().clone()).or_default().push(DescribeLogDirsPartition {
                    partition_index: partition.index(),
                    partition_size: partition.size() as i64,
                    offset_lag: 0,
                    is_future_key: false,
                    ..Default::default()
                });
            }
        }
        for moving in moves.iter().filter(|m| m.to == folder.path()) {
            let partition = &moving.partition;
            if is_wanted(partition.topic(), partition.index()) {
                let end = moving.end.load(std::sync::atomic::Ordering::Acquire);
                topics.entry(partition.topic().clone()).or_default().push(DescribeLogDirsPartition {
                    partition_index: partition.index(),
                    partition_size: moving.copied.load(std::sync::atomic::Ordering::Acquire) as i64,
                    offset_lag: (partition.view().log_end() - end).max(0),
                    is_future_key: true,
                    ..Default::default()
                });
            }
        }
        described(folder.path(), topics)
    });
    let offline = folders.offline().iter().map(|(path, _)| DescribeLogDirsResult {
        log_dir: path.to_string_lossy().as_ref().into(),
        error_code: ErrorCode::KAFKA_STORAGE_ERROR.code(),
        ..Default::default()
    });
    DescribeLogDirsResponse { results: online.chain(offline).collect(), ..Default::default() }
}

fn described(dir: &Path, topics: Topics) -> DescribeLogDirsResult {
    // What the file system says; -1, as the original, where it says nothing.
    let room = rustix::fs::statvfs(dir).ok();
    let bytes = |blocks: u64, unit: u64| i64::try_from(blocks.saturating_mul(unit)).unwrap_or(i64::MAX);
    DescribeLogDirsResult {
        log_dir: dir.to_string_lossy().as_ref().into(),
        topics: topics
            .into_iter()
            .map(|(name, partitions)| DescribeLogDirsTopic { name, partitions, ..Default::default() })
            .collect(),
        total_bytes: room.as_ref().map_or(-1, |s| bytes(s.f_blocks, s.f_frsize)),
        usable_bytes: room.as_ref().map_or(-1, |s| bytes(s.f_bavail, s.f_frsize)),
        ..Default::default()
    }
}

async fn alter_log_dirs(cx: Cx, request: AlterReplicaLogDirsRequest) -> AlterReplicaLogDirsResponse {
    blocking(move || {
        let refused = cx.check_cluster(Operation::Alter).err().map(|refusal| refusal.code);
        let mut results: BTreeMap<Str, Vec<AlterReplicaLogDirPartitionResult>> = BTreeMap::new();
        for dir in &request.dirs {
            for topic in &dir.topics {
                for index in &topic.partitions {
                    let moved = match refused {
                        Some(code) => Err(code),
                        None => cx.broker.move_replica(&topic.name, *index, &dir.path),
                    };
                    results.entry(topic.name.clone()).or_default().push(AlterReplicaLogDirPartitionResult {
                        partition_index: *index,
                        error_code: moved.err().map_or(0, ErrorCode::code),
                        ..Default::default()
                    });
                }
            }
        }
        let topic =
            |(topic_name, partitions)| AlterReplicaLogDirTopicResult { topic_name, partitions, ..Default::default() };
        AlterReplicaLogDirsResponse { results: results.into_iter().map(topic).collect(), ..Default::default() }
    })
    .await
}
