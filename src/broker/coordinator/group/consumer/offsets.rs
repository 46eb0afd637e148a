//! Who may commit and fetch offsets of a consumer group.
//!
//! A commit with the member's epoch is taken as it is. One with an older epoch is taken for a partition that the member
//! has had since that epoch or longer (KIP-1251): nobody else can have read it in between.

use kt_codec::Uuid;

use super::group::ConsumerGroup;
use super::member::LEAVING;
use crate::protocol::code::ErrorCode;

/// From this version on OffsetCommit knows of member epochs.
const KNOWS_EPOCHS: i16 = 9;

/// What a commit may touch.
#[derive(Clone, Debug, PartialEq)]
pub enum Commit {
    Anything,
    /// Partitions that the member has had since this epoch or longer.
    Since {
        member: kt_codec::Str,
        epoch: i32,
    },
}

impl ConsumerGroup {
    /// Whether the member may commit; `version` is that of OffsetCommit. Each partition is to be asked for with
    /// [`may_commit_to`](Self::may_commit_to).
    pub fn may_commit(
        &self,
        member: &str,
        instance: Option<&str>,
        epoch: i32,
        transactional: bool,
        version: i16,
    ) -> Result<Commit, ErrorCode> {
        if epoch < 0 && self.is_empty() {
            return Ok(Commit::Anything);
        }
        // An old transactional producer does not say who it is.
        if transactional && epoch == LEAVING && member.is_empty() && instance.is_none() {
            return Ok(Commit::Anything);
        }
        let member = self.member(member).ok_or(ErrorCode::UNKNOWN_MEMBER_ID)?;
        if !transactional && !member.is_classic() && version < KNOWS_EPOCHS {
            return Err(ErrorCode::UNSUPPORTED_VERSION);
        }
        match epoch.cmp(&member.epoch) {
            std::cmp::Ordering::Equal => Ok(Commit::Anything),
            std::cmp::Ordering::Greater => Err(stale(member.is_classic(), transactional)),
            std::cmp::Ordering::Less => Ok(Commit::Since { member: member.id.clone(), epoch }),
        }
    }

    /// Whether the commit may touch this partition. One that may not spoils the whole request.
    pub fn may_commit_to(
        &self,
        commit: &Commit,
        topic: &Uuid,
        partition: i32,
        transactional: bool,
    ) -> Result<(), ErrorCode> {
        let Commit::Since { member, epoch } = commit else { return Ok(()) };
        let member = self.member(member).ok_or(ErrorCode::UNKNOWN_MEMBER_ID)?;
        match member.assignment_epoch(topic, partition) {
            Some(since) if *epoch >= since => Ok(()),
            _ => Err(stale(member.is_classic(), transactional)),
        }
    }

    /// Whether offsets may be fetched in the name of this member; none is named by an admin client.
    pub fn may_fetch(&self, member: Option<&str>, epoch: i32) -> Result<(), ErrorCode> {
        let Some(id) = member.or((epoch >= 0).then_some("")) else { return Ok(()) };
        let member = self.member(id).ok_or(ErrorCode::UNKNOWN_MEMBER_ID)?;
        if epoch == member.epoch { Ok(()) } else { Err(stale(member.is_classic(), false)) }
    }
}

fn stale(classic: bool, transactional: bool) -> ErrorCode {
    if classic || transactional { ErrorCode::ILLEGAL_GENERATION } else { ErrorCode::STALE_MEMBER_EPOCH }
}
