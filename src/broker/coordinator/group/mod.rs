//! Groups and their offsets: what the partitions of `__consumer_offsets` hold.
//!
//! A shard has groups and offsets. A group is classic (the clients assign, [`classic`]), of the newer protocol (the
//! broker assigns, [`consumer`]), or a share group ([`share`]); an id is one of them. Offsets belong to an id, whichever sort of group it is, and
//! whoever commits without a group makes an empty classic one.

pub mod assign;
pub mod classic;
pub mod commit;
pub mod consumer;
pub mod expiry;
pub mod migrate;
pub mod offsets;
pub mod record;
pub mod share;

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use kt_codec::{DecodeError, EncodeError, Str};

use super::runtime::{Effects, Kind, Meta, Runtime, World};
use crate::broker::controller::Image;
use crate::broker::internal;
use crate::protocol::code::ErrorCode;
use crate::protocol::compress::Codec;
use classic::{ClassicGroup, rebalance};
use consumer::ConsumerGroup;
use offsets::Offsets;
pub use record::Record;
use share::ShareGroup;

/// The coordinator of groups.
pub struct Groups;

pub type Fx = Effects<Groups>;
pub type Decision<T> = super::runtime::Decision<Record, T>;

/// What a partition of `__consumer_offsets` holds.
pub struct GroupShard {
    pub index: i32,
    pub groups: HashMap<Str, Group>,
    pub offsets: Offsets,
}

pub enum Group {
    Classic(ClassicGroup),
    Consumer(ConsumerGroup),
    Share(ShareGroup),
}

/// What can fall due. A member is a group's id and its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timer {
    /// Offsets that nobody wants any more, and groups without any.
    Expiry,
    /// A classic member was not heard of, or nobody has joined with an id that was given out.
    Session(Str, Str),
    /// The join phase of a classic group has to end.
    Join(Str),
    /// The sync phase of a classic group has to end.
    Sync(Str),
    Consumer(consumer::Timer),
    /// A member of a share group was not heard of.
    ShareSession(Str, Str),
}

impl Kind for Groups {
    type Shard = GroupShard;
    type Record = Record;
    type Timer = Timer;

    fn topic(&self) -> &'static str {
        internal::OFFSETS
    }

    fn shard(&self, index: i32) -> GroupShard {
        GroupShard { index, groups: HashMap::new(), offsets: Offsets::default() }
    }

    fn encode(record: &Record) -> Result<(Bytes, Option<Bytes>), EncodeError> {
        record.encode()
    }

    fn decode(key: Bytes, value: Option<Bytes>) -> Result<Option<Record>, DecodeError> {
        Record::decode(key, value)
    }

    fn apply(&self, shard: &mut GroupShard, meta: &Meta, record: Record) {
        match record {
            Record::OffsetCommit(key, value) => {
                if value.is_some() && !shard.groups.contains_key(&key.group) {
                    // Whoever commits without a group makes one.
                    let group = ClassicGroup::empty(meta.timestamp);
                    shard.groups.insert(key.group.clone(), Group::Classic(group));
                }
                shard.offsets.apply(meta, key, value);
            }
            Record::GroupMetadata(key, None) => {
                if matches!(shard.groups.get(&key.group), Some(Group::Classic(_))) {
                    shard.groups.remove(&key.group);
                }
            }
            Record::GroupMetadata(key, Some(value)) => {
                if let Some(Group::Classic(group)) = shard.groups.get_mut(&key.group)
                    && group.confirm(&value)
                {
                    return;
                }
                shard.groups.insert(key.group, Group::Classic(ClassicGroup::stored(value)));
            }
            newer if share::records::belongs(&newer).is_some() => share::apply(shard, meta, newer),
            newer => consumer::apply(shard, meta, newer),
        }
    }

    fn apply_marker(&self, shard: &mut GroupShard, producer_id: i64, _epoch: i16, commit: bool) {
        shard.offsets.apply_marker(producer_id, commit);
    }

    fn loaded(&self, shard: &mut GroupShard, _now_ms: i64, fx: &mut Fx) {
        expiry::later(fx);
        for (id, group) in &shard.groups {
            if let Group::Classic(group) = group {
                // They have as long as if they had just been heard of.
                group.members.values().for_each(|member| rebalance::restart_session(id, member, fx));
            }
        }
        consumer::loaded(shard, fx);
        share::loaded(shard, fx);
    }

    fn due(&self, shard: &mut GroupShard, timer: Timer, _now_ms: i64, fx: &mut Fx) -> Vec<Record> {
        match timer {
            Timer::Consumer(timer) => consumer::due(shard, timer, fx),
            Timer::ShareSession(id, member) => share::session_due(shard, &id, &member, fx),
            Timer::Expiry => {
                expiry::later(fx);
                expiry::expire(shard, fx)
            }
            Timer::Session(id, member) => {
                on_classic(shard, &id, |group| rebalance::session_due(group, &id, &member, fx))
            }
            Timer::Join(id) => on_classic(shard, &id, |group| rebalance::join_due(group, &id, fx)),
            Timer::Sync(id) => on_classic(shard, &id, |group| rebalance::sync_due(group, &id, fx)),
        }
    }

    fn codec(world: &World) -> Codec {
        let number = world.current.settings.offsets.topic_compression_codec;
        u8::try_from(number).ok().and_then(Codec::from_id).unwrap_or(Codec::None)
    }
}

/// A timer may outlive its group, which is gone or of the other protocol by then.
fn on_classic(shard: &mut GroupShard, id: &Str, due: impl FnOnce(&mut ClassicGroup) -> Vec<Record>) -> Vec<Record> {
    match shard.groups.get_mut(id) {
        Some(Group::Classic(group)) => due(group),
        Some(Group::Consumer(_) | Group::Share(_)) | None => Vec::new(),
    }
}

impl Group {
    /// As the original names the sort of group.
    pub fn type_name(&self) -> &'static str {
        match self {
            Group::Classic(_) => "classic",
            Group::Consumer(_) => "consumer",
            Group::Share(_) => "share",
        }
    }

    pub fn state_name(&self) -> &'static str {
        match self {
            Group::Classic(group) => group.state.name(),
            Group::Consumer(group) => group.state_name(),
            Group::Share(group) => group.state_name(),
        }
    }

    pub fn protocol_type(&self) -> Str {
        match self {
            Group::Classic(group) => group.protocol_type.clone().unwrap_or_default(),
            Group::Consumer(_) => Str::from_static(classic::CONSUMER),
            Group::Share(_) => Str::from_static("share"),
        }
    }

    /// Whether its members read the topic, as far as anyone can tell.
    pub fn is_subscribed(&self, topic: &str) -> bool {
        match self {
            Group::Classic(group) => group.is_subscribed(topic),
            Group::Consumer(group) => group.is_subscribed(topic),
            Group::Share(group) => group.is_subscribed(topic),
        }
    }

    /// Whether the group can be deleted.
    pub fn may_delete(&self) -> Result<(), ErrorCode> {
        let empty = match self {
            Group::Classic(group) => group.state == classic::State::Empty,
            Group::Consumer(group) => group.is_empty(),
            Group::Share(group) => group.is_empty(),
        };
        if empty { Ok(()) } else { Err(ErrorCode::NON_EMPTY_GROUP) }
    }

    /// The tombstones of all its records but the offsets.
    pub fn tombstones(&self, id: &Str, records: &mut Vec<Record>) {
        match self {
            Group::Classic(_) => records.push(Record::group_tombstone(id)),
            Group::Consumer(group) => group.tombstones(id, records),
            Group::Share(group) => group.tombstones(id, records),
        }
    }
}

/// The metadata changed.
pub fn follow(groups: &Arc<Runtime<Groups>>, before: &Image, after: &Image) {
    expiry::follow(groups, before, after);
    share::admin::follow(groups, before, after);
}
