//! Which offsets grow old, and loading many of them.

use std::sync::Arc;

use kt_codec::Str;

use super::super::classic::{ClassicGroup, Member, State};
use super::super::commit::{self, ToCommit};
use super::super::{Decision, Group, GroupShard, Groups, Record};
use super::*;
use crate::broker::coordinator::runtime::bench::{Bench, NOW, world};
use crate::broker::coordinator::runtime::{Effects, Kind, Meta, World};
use crate::broker::internal;

const RETENTION_MS: i64 = 60_000;

fn at(now_ms: i64) -> Fx {
    Effects::new(World { now_ms, ..world(&[("offsets.retention.minutes", "1")]) })
}

/// A group with an offset of "read" and one of "other", both committed now.
fn shard(group: ClassicGroup) -> GroupShard {
    let mut shard = Groups.shard(0);
    shard.groups.insert("g".into(), Group::Classic(group));
    for topic in ["read", "other"] {
        let meta = Meta { offset: 0, timestamp: NOW, producer: None };
        Groups.apply(&mut shard, &meta, committed("g", topic, 0, -1, NOW));
    }
    shard
}

fn committed(group: &str, topic: &str, partition: i32, retention_ms: i64, now_ms: i64) -> Record {
    committed_in(&at(now_ms), group, topic, partition, retention_ms)
}

fn committed_in(fx: &Fx, group: &str, topic: &str, partition: i32, retention_ms: i64) -> Record {
    let commit = ToCommit {
        topic: topic.into(),
        topic_id: Default::default(),
        partition,
        offset: 7,
        leader_epoch: -1,
        metadata: None,
    };
    commit::record(&group.into(), commit, retention_ms, fx).expect("a record")
}

fn gone(shard: &GroupShard, now_ms: i64) -> Vec<String> {
    let name = |record: &Record| match record {
        Record::OffsetCommit(key, None) => key.topic.to_string(),
        Record::GroupMetadata(key, None) => format!("group {}", key.group),
        record => panic!("no tombstone: {record:?}"),
    };
    expire(shard, &at(now_ms)).iter().map(name).collect()
}

fn of_consumers(state: State) -> ClassicGroup {
    let mut group = ClassicGroup::empty(NOW);
    group.protocol_type = Some("consumer".into());
    group.state = state;
    group
}

#[test]
fn offsets_of_a_group_without_members_expire_from_when_it_became_empty() {
    let mut group = of_consumers(State::Empty);
    group.since_ms = Some(NOW + 5000);
    group.subscribed = Some(Default::default());
    let shard = shard(group);
    assert!(gone(&shard, NOW + RETENTION_MS + 4999).is_empty());
    assert_eq!(gone(&shard, NOW + RETENTION_MS + 5000), ["other", "read", "group g"]);
}

#[test]
fn while_a_group_has_members_only_what_they_do_not_read_expires() {
    let mut group = of_consumers(State::Stable);
    group.subscribed = Some([Str::from("read")].into());
    group.insert(Member {
        id: "m".into(),
        instance_id: None,
        client_id: "c".into(),
        client_host: "/h".into(),
        rebalance_timeout_ms: 1,
        session_timeout_ms: 1,
        protocols: Vec::new(),
        assignment: Default::default(),
        awaiting_join: None,
        awaiting_sync: None,
        is_new: false,
    });
    let mut shard = shard(group);
    assert!(gone(&shard, NOW + RETENTION_MS - 1).is_empty());
    assert_eq!(gone(&shard, NOW + RETENTION_MS), ["other"]);
    if let Some(Group::Classic(group)) = shard.groups.get_mut("g") {
        group.state = State::PreparingRebalance;
    }
    assert!(gone(&shard, NOW + RETENTION_MS).is_empty());
}

#[test]
fn who_only_commits_has_each_offset_expire_for_itself_or_by_its_own_limit() {
    let mut shard = shard(ClassicGroup::empty(NOW));
    let meta = Meta { offset: 1, timestamp: NOW, producer: None };
    Groups.apply(&mut shard, &meta, committed("g", "late", 0, -1, NOW + 9));
    Groups.apply(&mut shard, &meta, committed("g", "short", 0, 10, NOW));
    assert_eq!(gone(&shard, NOW + 10), ["short"]);
    assert_eq!(gone(&shard, NOW + RETENTION_MS), ["other", "read", "short"]);
    assert_eq!(gone(&shard, NOW + RETENTION_MS + 9), ["late", "other", "read", "short", "group g"]);
}

#[test]
fn what_an_open_transaction_has_committed_keeps_the_offset_and_the_group() {
    let mut shard = shard(ClassicGroup::empty(NOW));
    let meta = Meta { offset: 1, timestamp: NOW, producer: Some((5, 0)) };
    Groups.apply(&mut shard, &meta, committed("g", "read", 0, -1, NOW));
    assert_eq!(gone(&shard, NOW + RETENTION_MS), ["other"]);
    Groups.apply_marker(&mut shard, 5, 0, false);
    assert_eq!(gone(&shard, NOW + RETENTION_MS), ["other", "read", "group g"]);
}

#[tokio::test(start_paused = true)]
async fn the_check_comes_round_and_what_it_removes_is_gone_from_the_log_too() {
    let bench = Bench::new(internal::OFFSETS);
    *bench.world.lock() = world(&[("offsets.retention.minutes", "1"), ("offsets.retention.check.interval.ms", "1000")]);
    let groups = Runtime::new(Groups, bench.clone());
    groups.write(0, |_, _| Decision::new(vec![committed("g", "t", 0, -1, NOW)], ())).await.unwrap();
    let seen =
        async || groups.read(0, |s| (s.groups.contains_key("g"), s.offsets.get("g", "t", 0).is_some())).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    assert_eq!(seen().await, (true, true));
    bench.world.lock().now_ms = NOW + RETENTION_MS;
    tokio::time::sleep(std::time::Duration::from_millis(1000)).await;
    assert_eq!(seen().await, (false, false));
    bench.start_again();
    assert_eq!(seen().await, (false, false));
}

/// The bound is for a build without optimisation on a busy machine; with it this takes a tenth.
#[tokio::test]
async fn ten_thousand_groups_with_a_hundred_thousand_offsets_are_soon_loaded() {
    let bench = Bench::new(internal::OFFSETS);
    let groups = Runtime::new(Groups, bench.clone());
    let fx = at(NOW);
    for hundred in 0..100 {
        let of_group = |g: usize| (0..10).map(move |p| (format!("group-{}", hundred * 100 + g), p));
        let all = (0..100).flat_map(of_group);
        let records = all.map(|(group, p)| committed_in(&fx, &group, "topic", p, -1)).collect();
        groups.write(0, |_, _| Decision::new(records, ())).await.unwrap();
    }
    let count = |s: &GroupShard| (s.groups.len(), s.offsets.groups().len());
    assert_eq!(groups.read(0, count).await, Ok((10_000, 10_000)));
    bench.start_again();
    let began = std::time::Instant::now();
    let partition = Arc::clone(&bench.partition.lock());
    let loaded = crate::broker::coordinator::runtime::load::load(&Groups, 0, &partition, 5 << 20).unwrap();
    let took = began.elapsed();
    println!("loaded in {took:?}");
    assert_eq!(count(&loaded), (10_000, 10_000));
    assert!(took.as_secs() < 10, "it took {took:?}");
}
