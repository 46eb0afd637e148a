//! Offsets committed, fetched, deleted: who may, and the records that come of it.
//!
//! Whether a topic is there is the handler's business; here offsets are names and numbers.

use kt_codec::offset_commit_key::OffsetCommitKey;
use kt_codec::offset_commit_value::OffsetCommitValue;
use kt_codec::{Str, Uuid};

use super::classic::{State, rebalance};
use super::{Fx, Group, GroupShard, Record};
use crate::protocol::code::ErrorCode;

/// In whose name.
#[derive(Clone, Debug, Default)]
pub struct Committer {
    pub member: Str,
    pub instance: Option<Str>,
    /// The generation, or the member's epoch in a group of the newer protocol; below 0 there is no member.
    pub generation: i32,
    /// The version of OffsetCommit or TxnOffsetCommit.
    pub version: i16,
    pub transactional: bool,
}

/// One offset to be committed.
#[derive(Clone, Debug)]
pub struct ToCommit {
    pub topic: Str,
    pub topic_id: Uuid,
    pub partition: i32,
    pub offset: i64,
    pub leader_epoch: i32,
    pub metadata: Option<Str>,
}

/// A group that is not there is called so from here on.
const SAYS_GROUP_NOT_FOUND: i16 = 9;

/// Whether the committer may commit for the group. Being heard of keeps a member's session.
pub fn check<'a>(
    shard: &mut GroupShard,
    group_id: &Str,
    by: &Committer,
    mut commits: impl Iterator<Item = &'a ToCommit>,
    fx: &mut Fx,
) -> Result<(), ErrorCode> {
    match shard.groups.get(group_id) {
        None if by.generation < 0 => Ok(()), // the first commit makes an empty group
        None if by.transactional || by.version < SAYS_GROUP_NOT_FOUND => Err(ErrorCode::ILLEGAL_GENERATION),
        None => Err(ErrorCode::GROUP_ID_NOT_FOUND),
        // It keeps no offsets: how far it has come is told in another way.
        Some(Group::Share(_)) => Err(ErrorCode::GROUP_ID_NOT_FOUND),
        Some(Group::Classic(group)) => {
            group.may_commit(&by.member, by.instance.as_deref(), by.generation, by.transactional)?;
            if let (State::Stable | State::PreparingRebalance, false, Some(member)) =
                (group.state, by.transactional, group.members.get(&by.member))
            {
                rebalance::restart_session(group_id, member, fx);
            }
            Ok(())
        }
        Some(Group::Consumer(group)) => {
            let instance = by.instance.as_deref();
            let may = group.may_commit(&by.member, instance, by.generation, by.transactional, by.version)?;
            // One partition that the member may not commit to spoils them all.
            commits.try_for_each(|to| group.may_commit_to(&may, &to.topic_id, to.partition, by.transactional))
        }
    }
}

/// The record of one commit. `retention_ms` is the request's own, negative for the broker's.
pub fn record(group: &Str, commit: ToCommit, retention_ms: i64, fx: &Fx) -> Result<Record, ErrorCode> {
    let metadata = commit.metadata.unwrap_or_default();
    let limit = usize::try_from(fx.world.current.settings.offsets.metadata_max_bytes).unwrap_or(0);
    // Java counts UTF-16 units.
    if metadata.len() > limit && metadata.encode_utf16().count() > limit {
        return Err(ErrorCode::OFFSET_METADATA_TOO_LARGE);
    }
    let key = OffsetCommitKey {
        group: group.clone(),
        topic: commit.topic,
        partition: commit.partition,
        ..Default::default()
    };
    let value = OffsetCommitValue {
        offset: commit.offset,
        leader_epoch: commit.leader_epoch,
        metadata,
        commit_timestamp: fx.now_ms,
        expire_timestamp: if retention_ms == -1 { -1 } else { fx.now_ms.saturating_add(retention_ms) },
        topic_id: commit.topic_id,
        ..Default::default()
    };
    Ok(Record::OffsetCommit(key, Some(value)))
}

/// Tombstones for the given partitions that have offsets, each with what is to be said of it.
pub fn delete(
    shard: &GroupShard,
    group_id: &Str,
    places: &[(Str, i32)],
    records: &mut Vec<Record>,
) -> Result<Vec<ErrorCode>, ErrorCode> {
    let group = shard.groups.get(group_id).ok_or(ErrorCode::GROUP_ID_NOT_FOUND)?;
    if matches!(group, Group::Share(_)) {
        return Err(ErrorCode::GROUP_ID_NOT_FOUND);
    }
    if let Group::Classic(classic) = group
        && classic.state != State::Empty
        && !classic.uses_consumer_protocol()
    {
        return Err(ErrorCode::NON_EMPTY_GROUP); // what its members read cannot be told
    }
    let one = |(topic, partition): &(Str, i32)| {
        if group.is_subscribed(topic) {
            return ErrorCode::GROUP_SUBSCRIBED_TO_TOPIC;
        }
        let offsets = &shard.offsets;
        if offsets.get(group_id, topic, *partition).is_some() || offsets.is_pending(group_id, topic, *partition) {
            records.push(Record::offset_tombstone(group_id, topic, *partition));
        }
        ErrorCode::NONE
    };
    Ok(places.iter().map(one).collect())
}

/// A group with its offsets is deleted.
pub fn delete_group(shard: &GroupShard, group_id: &Str, records: &mut Vec<Record>) -> Result<(), ErrorCode> {
    let group = shard.groups.get(group_id).ok_or(ErrorCode::GROUP_ID_NOT_FOUND)?;
    group.may_delete()?;
    shard.offsets.tombstones(group_id, records);
    group.tombstones(group_id, records);
    Ok(())
}
