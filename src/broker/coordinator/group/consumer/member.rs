//! A member of a consumer group: what it said of itself, and how far it has come with what it was given.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bytes::Bytes;
use kt_codec::consumer_group_member_metadata_value::ClassicMemberMetadata;
use kt_codec::{Str, Uuid};

use crate::broker::coordinator::group::assign::Partitions;

/// The epoch of a member that joins.
pub const JOINING: i32 = 0;
/// The epoch of one that leaves.
pub const LEAVING: i32 = -1;
/// The epoch of a static member that leaves and will be back.
pub const AWAY: i32 = -2;

/// Partitions, each with the epoch at which it was given.
pub type Epochs = BTreeMap<Uuid, BTreeMap<i32, i32>>;

/// How far a member has come, by the stored number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has all it gets at its epoch.
    Stable,
    /// It has to give up partitions before it may go on.
    Revoking,
    /// Some of its partitions are still with others.
    Waiting,
    /// Stored by a later version: the member has to begin anew.
    Unknown,
}

impl State {
    pub fn code(self) -> i8 {
        match self {
            State::Stable => 0,
            State::Revoking => 1,
            State::Waiting => 2,
            State::Unknown => 127,
        }
    }

    pub fn of(code: i8) -> State {
        match code {
            0 => State::Stable,
            1 => State::Revoking,
            2 => State::Waiting,
            _ => State::Unknown,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub id: Str,
    pub epoch: i32,
    pub previous_epoch: i32,
    pub state: State,
    pub instance: Option<Str>,
    pub rack: Option<Str>,
    pub rebalance_timeout_ms: i32,
    pub client_id: Str,
    pub client_host: Str,
    /// The topics it asks for by name.
    pub topics: Arc<BTreeSet<Str>>,
    /// The pattern it asks with; empty for none.
    pub regex: Option<Str>,
    pub assignor: Option<Str>,
    pub assigned: Arc<Epochs>,
    /// What it has to give up.
    pub revoking: Arc<Epochs>,
    /// Of a member that speaks the classic protocol.
    pub classic: Option<Arc<ClassicMemberMetadata>>,
}

impl Member {
    pub fn new(id: Str) -> Member {
        Member {
            id,
            epoch: JOINING,
            previous_epoch: -1,
            state: State::Stable,
            instance: None,
            rack: None,
            rebalance_timeout_ms: -1,
            client_id: Str::new(),
            client_host: Str::new(),
            topics: Arc::default(),
            regex: Some(Str::new()),
            assignor: None,
            assigned: Arc::default(),
            revoking: Arc::default(),
            classic: None,
        }
    }

    /// The pattern, if there is one.
    pub fn pattern(&self) -> Option<&Str> {
        self.regex.as_ref().filter(|regex| !regex.is_empty())
    }

    pub fn is_classic(&self) -> bool {
        self.classic.is_some()
    }

    pub fn is_reconciled_to(&self, target_epoch: i32) -> bool {
        self.state == State::Stable && self.epoch == target_epoch
    }

    /// What a classic member sent with its protocols, the preferred one first.
    pub fn protocols(&self) -> impl Iterator<Item = (&Str, &Bytes)> {
        let protocols = self.classic.iter().flat_map(|classic| &classic.supported_protocols);
        protocols.map(|protocol| (&protocol.name, &protocol.metadata))
    }

    /// The epoch at which a partition was given to it, be it to be kept or to be given up.
    pub fn assignment_epoch(&self, topic: &Uuid, partition: i32) -> Option<i32> {
        let of = |epochs: &Epochs| epochs.get(topic).and_then(|of| of.get(&partition)).copied();
        of(&self.assigned).or_else(|| of(&self.revoking))
    }

    pub(super) fn move_to(&mut self, epoch: i32) {
        self.previous_epoch = std::mem::replace(&mut self.epoch, epoch);
    }
}

/// All partitions at one epoch.
pub fn at_epoch(partitions: &Partitions, epoch: i32) -> Epochs {
    partitions.iter().map(|(topic, of)| (*topic, of.iter().map(|p| (*p, epoch)).collect())).collect()
}

pub fn without_epochs(epochs: &Epochs) -> Partitions {
    epochs.iter().map(|(topic, of)| (*topic, of.keys().copied().collect())).collect()
}
