//! Groups of the newer protocol (KIP-848). Their records are kept; nothing is served from them yet.

use kt_codec::Str;

use super::record::Record;
use super::{Fx, GroupShard};
use crate::broker::coordinator::runtime::Meta;
use crate::protocol::code::ErrorCode;

/// What can fall due in such a group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timer {}

#[derive(Debug, Default)]
pub struct ConsumerGroup {
    pub epoch: i32,
}

/// One of the ConsumerGroup* records.
pub fn apply(_shard: &mut GroupShard, _meta: &Meta, _record: Record) {}

/// The shard was loaded.
pub fn loaded(_shard: &mut GroupShard, _fx: &mut Fx) {}

pub fn due(_shard: &mut GroupShard, timer: Timer, _fx: &mut Fx) -> Vec<Record> {
    match timer {}
}

impl ConsumerGroup {
    pub fn state_name(&self) -> &'static str {
        "Empty"
    }

    pub fn is_empty(&self) -> bool {
        true
    }

    pub fn is_subscribed(&self, _topic: &str) -> bool {
        false
    }

    /// Whether the member may commit (`version` is that of OffsetCommit or TxnOffsetCommit).
    pub fn may_commit(&self, _member: &str, _epoch: i32, _transactional: bool, _version: i16) -> Result<(), ErrorCode> {
        Err(ErrorCode::UNKNOWN_MEMBER_ID)
    }

    /// Whether offsets may be fetched in the name of this member; none is named by an admin client.
    pub fn may_fetch(&self, _member: Option<&str>, _epoch: i32) -> Result<(), ErrorCode> {
        Ok(())
    }

    /// The tombstones of all its records but the offsets.
    pub fn tombstones(&self, _id: &Str, _records: &mut Vec<Record>) {}
}
