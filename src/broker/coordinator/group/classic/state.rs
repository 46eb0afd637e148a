//! A classic group: its members, and where it stands between two generations.
//!
//! What a GroupMetadata record holds is kept: members, generation, protocol, leader, assignments. The rest is soft and
//! forgotten with the broker: who waits for an answer, who has yet to join. A group that is loaded is stable or empty.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use bytes::Bytes;
use kt_codec::consumer_protocol_subscription::ConsumerProtocolSubscription;
use kt_codec::group_metadata_key::GroupMetadataKey;
use kt_codec::group_metadata_value::{GroupMetadataValue, MemberMetadata};
use kt_codec::join_group_response::JoinGroupResponse;
use kt_codec::sync_group_response::SyncGroupResponse;
use kt_codec::{Message, Reader, Str};

use crate::broker::coordinator::group::record::Record;
use crate::broker::coordinator::runtime::Answer;
use crate::protocol::code::ErrorCode;

/// What consumers call their protocol. Groups of other protocols (Connect's) are none of the offsets' business.
pub const CONSUMER: &str = "consumer";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No members; perhaps offsets.
    Empty,
    /// Members join, or are waited for.
    PreparingRebalance,
    /// All have joined; the leader's assignment is waited for.
    CompletingRebalance,
    Stable,
}

impl State {
    pub fn name(self) -> &'static str {
        match self {
            State::Empty => "Empty",
            State::PreparingRebalance => "PreparingRebalance",
            State::CompletingRebalance => "CompletingRebalance",
            State::Stable => "Stable",
        }
    }
}

#[derive(Debug)]
pub struct Member {
    pub id: Str,
    /// Of a static member.
    pub instance_id: Option<Str>,
    pub client_id: Str,
    pub client_host: Str,
    pub rebalance_timeout_ms: i32,
    pub session_timeout_ms: i32,
    /// What it can do, in the order of its liking, with its words to the leader.
    pub protocols: Vec<(Str, Bytes)>,
    pub assignment: Bytes,
    pub awaiting_join: Option<Answer<JoinGroupResponse>>,
    pub awaiting_sync: Option<Answer<SyncGroupResponse>>,
    /// It has joined for the first time and got no answer yet: its client may give up waiting.
    pub is_new: bool,
}

impl Member {
    pub fn supports(&self, protocol: &str) -> bool {
        self.protocols.iter().any(|(name, _)| name == protocol)
    }

    pub fn metadata(&self, protocol: &str) -> Bytes {
        self.protocols.iter().find(|(name, _)| name == protocol).map(|(_, m)| m.clone()).unwrap_or_default()
    }
}

/// `group.initial.rebalance.delay.ms`: it is granted again for each new member, up to the rebalance timeout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    pub this_ms: i64,
    pub left_ms: i64,
    /// Someone joined meanwhile.
    pub extended: bool,
}

#[derive(Debug)]
pub struct ClassicGroup {
    pub state: State,
    /// When it came into its state; `None` in records of long ago.
    pub since_ms: Option<i64>,
    pub generation: i32,
    /// `None` for a group that only ever committed offsets.
    pub protocol_type: Option<Str>,
    pub protocol: Option<Str>,
    pub leader: Option<Str>,
    pub members: BTreeMap<Str, Member>,
    /// Member ids by instance id.
    pub static_members: HashMap<Str, Str>,
    /// Ids that were given out and have not come back to join.
    pub pending_joins: BTreeSet<Str>,
    /// Members that have yet to sync in this generation.
    pub pending_syncs: BTreeSet<Str>,
    /// `None` where it cannot be told.
    pub subscribed: Option<BTreeSet<Str>>,
    /// While the first rebalance of an empty group is put off for more members.
    pub delay: Option<Delay>,
}

impl ClassicGroup {
    pub fn empty(now_ms: i64) -> ClassicGroup {
        ClassicGroup {
            state: State::Empty,
            since_ms: Some(now_ms),
            generation: 0,
            protocol_type: None,
            protocol: None,
            leader: None,
            members: BTreeMap::new(),
            static_members: HashMap::new(),
            pending_joins: BTreeSet::new(),
            pending_syncs: BTreeSet::new(),
            subscribed: None,
            delay: None,
        }
    }

    /// From a record: what a start finds.
    pub fn stored(value: GroupMetadataValue) -> ClassicGroup {
        let mut group = ClassicGroup::empty(value.current_state_timestamp);
        group.since_ms = (value.current_state_timestamp != -1).then_some(value.current_state_timestamp);
        group.generation = value.generation;
        group.protocol_type = Some(value.protocol_type).filter(|t| !t.is_empty());
        group.protocol = value.protocol;
        group.leader = value.leader.filter(|leader| !leader.is_empty());
        group.state = if value.members.is_empty() { State::Empty } else { State::Stable };
        let protocol = group.protocol.clone().unwrap_or_default();
        for stored in value.members {
            let member = Member {
                // Records of long ago have one timeout for both.
                rebalance_timeout_ms: match stored.rebalance_timeout {
                    -1 => stored.session_timeout,
                    timeout => timeout,
                },
                id: stored.member_id,
                instance_id: stored.group_instance_id,
                client_id: stored.client_id,
                client_host: stored.client_host,
                session_timeout_ms: stored.session_timeout,
                protocols: vec![(protocol.clone(), stored.subscription)],
                assignment: stored.assignment,
                awaiting_join: None,
                awaiting_sync: None,
                is_new: false,
            };
            group.insert(member);
        }
        group.subscribed = group.topics_of_members();
        group
    }

    /// As a record, with assignments that may not be the members' own yet.
    pub fn record(&self, id: &Str, assignment: impl Fn(&Member) -> Bytes) -> Record {
        let protocol = self.protocol.clone().unwrap_or_default();
        let member = |m: &Member| MemberMetadata {
            member_id: m.id.clone(),
            group_instance_id: m.instance_id.clone(),
            client_id: m.client_id.clone(),
            client_host: m.client_host.clone(),
            rebalance_timeout: m.rebalance_timeout_ms,
            session_timeout: m.session_timeout_ms,
            subscription: m.metadata(&protocol),
            assignment: assignment(m),
            ..Default::default()
        };
        let value = GroupMetadataValue {
            protocol_type: self.protocol_type.clone().unwrap_or_default(),
            generation: self.generation,
            protocol: self.protocol.clone(),
            leader: self.leader.clone(),
            current_state_timestamp: self.since_ms.unwrap_or(-1),
            members: self.members.values().map(member).collect(),
            ..Default::default()
        };
        Record::GroupMetadata(GroupMetadataKey { group: id.clone(), ..Default::default() }, Some(value))
    }

    /// A record of this group as it is: what it holds becomes true. False for a record of another group of that name,
    /// or another generation of it.
    pub fn confirm(&mut self, value: &GroupMetadataValue) -> bool {
        if value.members.is_empty() && value.generation <= self.generation && self.state != State::Stable {
            return true; // whoever has joined is not in any record yet
        }
        if value.generation != self.generation {
            return false;
        }
        let same_members = value.members.len() == self.members.len()
            && value.members.iter().all(|stored| self.members.contains_key(&stored.member_id));
        if !same_members {
            return false;
        }
        for stored in &value.members {
            if let Some(member) = self.members.get_mut(&stored.member_id) {
                member.assignment = stored.assignment.clone();
            }
        }
        if self.state == State::CompletingRebalance && !self.members.is_empty() {
            self.state = State::Stable;
        }
        true
    }

    pub fn insert(&mut self, member: Member) {
        self.leader.get_or_insert_with(|| member.id.clone());
        if let Some(instance) = &member.instance_id {
            self.static_members.insert(instance.clone(), member.id.clone());
        }
        self.pending_joins.remove(&member.id);
        self.members.insert(member.id.clone(), member);
    }

    /// Takes a member out, or an id that was only given out. Returns the member with its open answers.
    pub fn remove(&mut self, id: &Str) -> Option<Member> {
        self.pending_joins.remove(id);
        self.pending_syncs.remove(id);
        let member = self.members.remove(id);
        if let Some(instance) = member.as_ref().and_then(|m| m.instance_id.as_ref()) {
            self.static_members.remove(instance);
        }
        if self.leader.as_ref() == Some(id) {
            self.leader = self.members.keys().next().cloned();
        }
        member
    }

    pub fn is_leader(&self, id: &str) -> bool {
        self.leader.as_deref() == Some(id)
    }

    pub fn awaiting_join(&self) -> usize {
        self.members.values().filter(|m| m.awaiting_join.is_some()).count()
    }

    pub fn all_joined(&self) -> bool {
        self.pending_joins.is_empty() && self.members.values().all(|m| m.awaiting_join.is_some())
    }

    /// The longest that any of its members grants.
    pub fn rebalance_timeout_ms(&self) -> i64 {
        i64::from(self.members.values().map(|m| m.rebalance_timeout_ms).max().unwrap_or(0).max(0))
    }

    /// Whether a member that can do these protocols fits in.
    pub fn supports<'a>(&self, protocol_type: &str, protocols: impl IntoIterator<Item = &'a str>) -> bool {
        let mut protocols = protocols.into_iter();
        match self.state {
            State::Empty => !protocol_type.is_empty() && protocols.next().is_some(),
            _ => {
                self.protocol_type.as_deref() == Some(protocol_type)
                    && protocols.any(|name| self.members.values().all(|m| m.supports(name)))
            }
        }
    }

    /// Each member votes for the first of its protocols that all can do; the leader's order breaks a tie.
    pub fn elect_protocol(&self) -> Option<Str> {
        let common = |name: &Str| self.members.values().all(|m| m.supports(name));
        let leader =
            self.leader.as_ref().and_then(|id| self.members.get(id)).or_else(|| self.members.values().next())?;
        let candidates: Vec<&Str> = leader.protocols.iter().map(|(name, _)| name).filter(|name| common(name)).collect();
        let mut votes = vec![0; candidates.len()];
        for member in self.members.values() {
            let vote = member.protocols.iter().find_map(|(name, _)| candidates.iter().position(|c| *c == name));
            if let Some(vote) = vote {
                votes[vote] += 1;
            }
        }
        let most = votes.iter().copied().max()?;
        votes.iter().position(|v| *v == most).map(|at| candidates[at].clone())
    }

    /// Whether the member is one of the group, and a static one not replaced by another.
    pub fn check_member(&self, id: &str, instance: Option<&str>) -> Result<(), ErrorCode> {
        if let Some(instance) = instance {
            match self.static_members.get(instance) {
                None => return Err(ErrorCode::UNKNOWN_MEMBER_ID),
                Some(known) if known != id => return Err(ErrorCode::FENCED_INSTANCE_ID),
                Some(_) => {}
            }
        }
        if self.members.contains_key(id) { Ok(()) } else { Err(ErrorCode::UNKNOWN_MEMBER_ID) }
    }

    pub fn uses_consumer_protocol(&self) -> bool {
        self.protocol_type.as_deref() == Some(CONSUMER)
    }

    /// Only ever committed offsets.
    pub fn is_simple(&self) -> bool {
        self.protocol_type.is_none() && self.state == State::Empty && self.pending_joins.is_empty()
    }

    /// Whether its members read the topic, as far as anyone can tell.
    pub fn is_subscribed(&self, topic: &str) -> bool {
        match &self.subscribed {
            Some(topics) => topics.contains(topic),
            None => self.uses_consumer_protocol(),
        }
    }

    /// The topics that the members' subscriptions name. `None` if they cannot be read, or are none.
    pub fn topics_of_members(&self) -> Option<BTreeSet<Str>> {
        if !self.uses_consumer_protocol() {
            return None;
        }
        if self.members.is_empty() {
            return Some(BTreeSet::new());
        }
        let protocol = self.protocol.as_deref()?;
        let mut topics = BTreeSet::new();
        for member in self.members.values() {
            topics.extend(subscription(member.metadata(protocol))?.topics);
        }
        Some(topics)
    }
}

/// A consumer's words to the leader. All versions begin as version 0 does.
pub fn subscription(metadata: Bytes) -> Option<ConsumerProtocolSubscription> {
    let mut r = Reader::new(metadata);
    if r.i16().ok()? < 0 {
        return None;
    }
    ConsumerProtocolSubscription::decode(&mut r, 0).ok()
}
