//! Offsets that nobody wants any more, and groups that have none left.
//!
//! The original's rule (KIP-211): while a group has members, only offsets of topics that it no longer reads grow old, from
//! their commit on; once it is empty all do, from when it became so. A group without a protocol only ever committed, so
//! each commit counts for itself. A commit with a time limit of its own has that instead.

use kt_codec::Str;

use super::classic::State;
use super::offsets::Committed;
use super::{Fx, Group, GroupShard, Record, Timer};
use crate::broker::controller::Image;
use crate::broker::coordinator::runtime::Runtime;
use std::collections::HashSet;
use std::sync::Arc;

/// Looks again after `offsets.retention.check.interval.ms`.
pub fn later(fx: &mut Fx) {
    let interval_ms = fx.world.current.settings.offsets.retention_check_interval_ms;
    fx.timer(Timer::Expiry, fx.now_ms.saturating_add(interval_ms.max(1)));
}

/// Tombstones for all that has expired.
pub fn expire(shard: &GroupShard, fx: &Fx) -> Vec<Record> {
    let mut records = Vec::new();
    let retention_ms = i64::from(fx.world.current.settings.offsets.retention_minutes) * 60_000;
    for (id, group) in &shard.groups {
        // A share group stays, with or without members, until somebody deletes it.
        if matches!(group, Group::Share(_)) || !expire_offsets(shard, id, group, fx.now_ms, retention_ms, &mut records)
        {
            continue;
        }
        let joining = matches!(group, Group::Classic(classic) if !classic.pending_joins.is_empty());
        if !joining && group.may_delete().is_ok() {
            group.tombstones(id, &mut records);
        }
    }
    if !records.is_empty() {
        tracing::info!("{} offsets and groups of __consumer_offsets-{} have expired", records.len(), shard.index);
    }
    records
}

/// Returns whether nothing is left of the group's offsets.
fn expire_offsets(
    shard: &GroupShard,
    id: &Str,
    group: &Group,
    now_ms: i64,
    retention_ms: i64,
    records: &mut Vec<Record>,
) -> bool {
    let open = shard.offsets.has_open_transaction(id);
    let Some(topics) = shard.offsets.of_group(id) else { return !open };
    let Some(since) = counted_from(group) else { return false };
    let mut all = !open;
    for (topic, partitions) in topics {
        for (partition, committed) in partitions {
            let end_ms = committed.expire_timestamp_ms.unwrap_or_else(|| since(committed).saturating_add(retention_ms));
            let wanted = group.is_subscribed(topic) || shard.offsets.is_pending(id, topic, *partition);
            if wanted || now_ms < end_ms {
                all = false;
            } else {
                records.push(Record::offset_tombstone(id, topic, *partition));
            }
        }
    }
    all
}

/// From when a committed offset grows old.
type Clock = Box<dyn Fn(&Committed) -> i64>;

/// From when an offset of the group grows old; `None` while none does.
fn counted_from(group: &Group) -> Option<Clock> {
    match group {
        Group::Classic(group) => match group.state {
            _ if group.protocol_type.is_none() => Some(Box::new(|c| c.commit_timestamp_ms)),
            State::Empty => {
                let since = group.since_ms;
                Some(Box::new(move |c| since.unwrap_or(c.commit_timestamp_ms)))
            }
            State::Stable if group.uses_consumer_protocol() && group.subscribed.is_some() => {
                Some(Box::new(|c| c.commit_timestamp_ms))
            }
            _ => None,
        },
        Group::Share(_) => None,
        Group::Consumer(_) => Some(Box::new(|c| c.commit_timestamp_ms)),
    }
}

/// The metadata changed: the offsets of topics that are gone go with them.
pub fn follow(groups: &Arc<Runtime<super::Groups>>, before: &Image, after: &Image) {
    let gone = |t: &&Arc<crate::broker::controller::image::Topic>| after.topics.by_id(&t.id).is_none();
    let gone: Arc<HashSet<Str>> = Arc::new(before.topics.iter().filter(gone).map(|t| t.name.clone()).collect());
    if gone.is_empty() {
        return;
    }
    for shard in groups.led() {
        let gone = Arc::clone(&gone);
        groups.write_soon(shard, move |shard, _| {
            let mut records = Vec::new();
            for id in shard.offsets.groups() {
                shard.offsets.tombstones_if(&id, &mut records, |topic, _| gone.contains(topic));
            }
            super::Decision::new(records, ())
        });
    }
}

#[cfg(test)]
#[path = "expiry_tests.rs"]
mod tests;
