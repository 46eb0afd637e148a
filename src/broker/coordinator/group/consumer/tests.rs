//! Consumer groups as their members live them, without a broker: what is decided is applied, and after each step the
//! records alone give the same group.

use std::collections::BTreeMap;

use kt_codec::consumer_group_heartbeat_request::TopicPartitions;
use kt_codec::{Message, Uuid};

use super::topics::fake::{Fake, id};
use super::*;
use crate::broker::coordinator::group::assign::{Assignor, Partitions};
use crate::broker::coordinator::group::{Groups, classic};
use crate::broker::coordinator::runtime::Kind;

pub const SESSION_MS: i64 = 45_000;

pub struct Lab {
    pub shard: GroupShard,
    pub topics: Fake,
    pub rules: Rules,
    pub now_ms: i64,
    pub log: Vec<Record>,
    pub timers: BTreeMap<Timer, i64>,
    pub plan: Plan,
}

pub fn rules() -> Rules {
    Rules {
        max_size: 100,
        classic_max_size: 100,
        session_timeout_ms: SESSION_MS,
        heartbeat_interval_ms: 5000,
        assignment_interval_ms: 0,
        regex_refresh_interval_ms: 600_000,
        assignors: Assignor::ALL.to_vec(),
        upgrade: true,
        downgrade: true,
    }
}

impl Lab {
    pub fn new(topics: &[(&str, u8, i32)]) -> Lab {
        Lab {
            shard: Groups.shard(0),
            topics: Fake::of(topics),
            rules: rules(),
            now_ms: 1_000_000,
            log: Vec::new(),
            timers: BTreeMap::new(),
            plan: Plan::default(),
        }
    }

    pub fn group(&self) -> &ConsumerGroup {
        match self.shard.groups.get("g") {
            Some(Group::Consumer(group)) => group,
            _ => panic!("there is no consumer group"),
        }
    }

    /// Decides on the group (a new one if there is none), and does what a runtime would do.
    pub fn step<T>(
        &mut self,
        decide: impl FnOnce(&mut ConsumerGroup, &Scene, &mut Plan) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let id = Str::from_static("g");
        let scene = Scene { id: &id, now_ms: self.now_ms, topics: &self.topics, rules: &self.rules };
        let mut plan = Plan::default();
        let mut new = ConsumerGroup::default();
        let group = match self.shard.groups.get_mut("g") {
            Some(Group::Consumer(group)) => group,
            Some(Group::Classic(classic)) => {
                new = migrate::upgrade(&id, classic, &scene, &mut plan)?;
                &mut new
            }
            Some(Group::Share(_)) => panic!("nobody makes a share group here"),
            None => &mut new,
        };
        let outcome = decide(group, &scene, &mut plan)?;
        for record in &plan.records {
            self.log.push(record.clone());
            apply_all(&mut self.shard, record.clone());
        }
        for (timer, at) in &plan.timers {
            match at {
                Some(at) => drop(self.timers.insert(timer.clone(), *at)),
                None => drop(self.timers.remove(timer)),
            }
        }
        self.plan = plan;
        self.check();
        Ok(outcome)
    }

    /// A broker that starts on these records has the same groups, and no partition has two owners.
    fn check(&mut self) {
        let mut loaded = Groups.shard(0);
        for record in &self.log {
            let (key, value) = Groups::encode(record).expect("a record");
            apply_all(&mut loaded, Groups::decode(key, value).expect("readable").expect("a known sort"));
        }
        let of = |shard: &GroupShard| match shard.groups.get("g") {
            Some(Group::Consumer(group)) => {
                let mut group = group.clone();
                group.soft = Default::default();
                Some(group)
            }
            _ => None,
        };
        let (now, then) = (of(&self.shard), of(&loaded));
        assert_eq!(now, then, "loading gives another group");
        let mut owners = BTreeMap::new();
        for member in now.iter().flat_map(|group| group.members()) {
            for (topic, partitions) in member.assigned.iter().chain(member.revoking.iter()) {
                for partition in partitions.keys() {
                    let before = owners.insert((*topic, *partition), member.id.clone());
                    assert_eq!(before, None, "{topic}-{partition} is {}'s as well", member.id);
                }
            }
        }
    }

    pub fn beat(&mut self, request: &ConsumerGroupHeartbeatRequest) -> Result<ConsumerGroupHeartbeatResponse, Refused> {
        let asker = Asker { client_id: "c".into(), host: "/127.0.0.1".into(), version: 9 };
        let leaves = matches!(request.member_epoch, LEAVING | AWAY);
        self.step(|group, scene, plan| match leaves {
            true => leave::leave(group, scene, request, plan),
            false => heartbeat::heartbeat(group, scene, &asker, request, plan),
        })
    }

    pub fn join(&mut self, member: &str, topics: &[&str]) -> ConsumerGroupHeartbeatResponse {
        self.beat(&join(member, topics)).expect("a member joins")
    }
}

fn apply_all(shard: &mut GroupShard, record: Record) {
    Groups.apply(shard, &Meta { offset: 0, timestamp: 0, producer: None }, record);
}

pub fn join(member: &str, topics: &[&str]) -> ConsumerGroupHeartbeatRequest {
    ConsumerGroupHeartbeatRequest {
        group_id: "g".into(),
        member_id: member.into(),
        rebalance_timeout_ms: 10_000,
        subscribed_topic_names: Some(topics.iter().map(|t| Str::from(*t)).collect()),
        topic_partitions: Some(Vec::new()),
        ..Default::default()
    }
}

/// A heartbeat of a member that has these.
pub fn beat(member: &str, epoch: i32, owned: Option<&[(u8, &[i32])]>) -> ConsumerGroupHeartbeatRequest {
    let topic = |(n, partitions): &(u8, &[i32])| TopicPartitions {
        topic_id: id(*n),
        partitions: partitions.to_vec(),
        ..Default::default()
    };
    ConsumerGroupHeartbeatRequest {
        group_id: "g".into(),
        member_id: member.into(),
        member_epoch: epoch,
        topic_partitions: owned.map(|owned| owned.iter().map(topic).collect()),
        ..Default::default()
    }
}

fn given(response: &ConsumerGroupHeartbeatResponse) -> Option<Vec<(Uuid, Vec<i32>)>> {
    let topics = &response.assignment.as_ref()?.topic_partitions;
    Some(topics.iter().map(|t| (t.topic_id, t.partitions.clone())).collect())
}

fn said<T: std::fmt::Debug>(outcome: Result<T, Refused>) -> String {
    let refused = outcome.expect_err("a refusal");
    format!("{}: {}", refused.code.name(), refused.message)
}

#[test]
fn the_first_member_gets_all_at_epoch_two_and_the_records_are_the_originals() {
    let mut lab = Lab::new(&[("t", 1, 3)]);
    let response = lab.join("a", &["t"]);
    assert_eq!((response.member_epoch, response.heartbeat_interval_ms), (2, 5000));
    assert_eq!(given(&response), Some(vec![(id(1), vec![0, 1, 2])]));
    let sorts: Vec<i16> = lab.log.iter().map(|r| Groups::encode(r).unwrap().0[1] as i16).collect();
    // Member, group, target of the member, of the group, and what the member has.
    assert_eq!(sorts, [5, 3, 7, 6, 8]);
    assert_eq!(lab.group().state_name(), "Stable");
    assert_eq!(lab.timers[&Timer::Session("g".into(), "a".into())], lab.now_ms + SESSION_MS);
    // Nothing new, nothing written, nothing told.
    let quiet = lab.beat(&beat("a", 2, None)).unwrap();
    assert_eq!((quiet.member_epoch, quiet.assignment, lab.log.len()), (2, None, 5));
}

#[test]
fn a_second_member_gets_its_part_once_the_first_has_given_it_up() {
    let mut lab = Lab::new(&[("t", 1, 2)]);
    lab.join("a", &["t"]);
    let joined = lab.join("b", &["t"]);
    assert_eq!((joined.member_epoch, given(&joined)), (3, Some(vec![])));
    assert_eq!(joined.heartbeat_interval_ms, 200, "it will not have to wait for long");
    assert_eq!(lab.group().state_name(), "Reconciling");
    // The first hears what it keeps, at its old epoch.
    let told = lab.beat(&beat("a", 2, None)).unwrap();
    assert_eq!((told.member_epoch, given(&told)), (2, Some(vec![(id(1), vec![0])])));
    assert!(lab.timers.contains_key(&Timer::Rebalance("g".into(), "a".into())));
    assert_eq!(lab.beat(&beat("b", 3, None)).unwrap().assignment, None);
    // It has given up: it moves on, and the second gets it.
    let done = lab.beat(&beat("a", 2, Some(&[(1, &[0])]))).unwrap();
    assert_eq!((done.member_epoch, done.assignment), (3, None));
    assert!(!lab.timers.contains_key(&Timer::Rebalance("g".into(), "a".into())));
    let got = lab.beat(&beat("b", 3, None)).unwrap();
    assert_eq!((given(&got), got.heartbeat_interval_ms), (Some(vec![(id(1), vec![1])]), 5000));
    assert_eq!(lab.group().state_name(), "Stable");
}

#[test]
fn a_member_that_leaves_frees_its_partitions_at_once() {
    let mut lab = Lab::new(&[("t", 1, 2)]);
    lab.join("a", &["t"]);
    lab.join("b", &["t"]);
    let left = lab.beat(&beat("a", LEAVING, None)).unwrap();
    assert_eq!((left.member_id.as_deref(), left.member_epoch), (Some("a"), -1));
    let got = lab.beat(&beat("b", 3, None)).unwrap();
    assert_eq!((got.member_epoch, given(&got)), (4, Some(vec![(id(1), vec![0, 1])])));
    lab.beat(&beat("b", LEAVING, None)).unwrap();
    assert_eq!((lab.group().state_name(), lab.group().epoch), ("Empty", 5));
    assert!(lab.timers.is_empty());
    // The group itself goes with all of its records.
    lab.step(|group, scene, plan| {
        group.tombstones(scene.id, &mut plan.records);
        Ok(())
    })
    .unwrap();
    assert!(lab.shard.groups.is_empty());
}

#[test]
fn who_is_not_known_or_not_up_to_date_is_fenced_in_the_originals_words() {
    let mut lab = Lab::new(&[("t", 1, 2)]);
    lab.join("a", &["t"]);
    assert_eq!(said(lab.beat(&beat("x", 1, None))), "UNKNOWN_MEMBER_ID: Member x is not a member of group g.");
    assert_eq!(
        said(lab.beat(&beat("a", 9, None))),
        "FENCED_MEMBER_EPOCH: The consumer group member has a greater member epoch (9) than the one known by the group \
         coordinator (2). The member must abandon all its partitions and rejoin."
    );
    assert_eq!(
        said(lab.beat(&beat("a", 1, None))),
        "FENCED_MEMBER_EPOCH: The consumer group member has a smaller member epoch (1) than the one known by the group \
         coordinator (2). The member must abandon all its partitions and rejoin."
    );
    lab.rules.max_size = 1;
    assert_eq!(
        said(lab.beat(&join("b", &["t"]))),
        "GROUP_MAX_SIZE_REACHED: The consumer group has reached its maximum capacity of 1 members."
    );
}

#[test]
fn an_answer_that_got_lost_is_given_again() {
    let mut lab = Lab::new(&[("t", 1, 2)]);
    lab.join("a", &["t"]);
    lab.join("b", &["t"]);
    lab.beat(&beat("a", 2, None)).unwrap();
    lab.beat(&beat("a", 2, Some(&[(1, &[0])]))).unwrap();
    // It still thinks that it is at the epoch before, with nothing but its own.
    let again = lab.beat(&beat("a", 2, Some(&[(1, &[0])]))).unwrap();
    assert_eq!(again.member_epoch, 3);
    assert!(lab.beat(&beat("a", 2, Some(&[(1, &[0, 1])]))).is_err());
    assert!(lab.beat(&beat("a", 2, None)).is_err());
}

#[test]
fn topics_that_come_and_grow_and_go_change_the_target() {
    let mut lab = Lab::new(&[("t", 1, 1)]);
    lab.join("a", &["t", "later"]);
    lab.topics.put("t", 1, 2);
    let grown = lab.beat(&beat("a", 2, None)).unwrap();
    assert_eq!((grown.member_epoch, given(&grown)), (3, Some(vec![(id(1), vec![0, 1])])));
    lab.topics.put("later", 2, 1);
    let more = lab.beat(&beat("a", 3, None)).unwrap();
    assert_eq!(given(&more), Some(vec![(id(1), vec![0, 1]), (id(2), vec![0])]));
    lab.topics.remove("t");
    let less = lab.beat(&beat("a", 4, None)).unwrap();
    assert_eq!(given(&less), Some(vec![(id(2), vec![0])]));
    // What else changes is none of the group's business.
    let written = lab.log.len();
    lab.topics.put("other", 3, 1);
    lab.beat(&beat("a", 4, Some(&[(2, &[0])]))).unwrap();
    let epoch = lab.group().epoch;
    lab.topics.put("another", 4, 1);
    lab.beat(&beat("a", 5, None)).unwrap();
    assert_eq!((lab.group().epoch, lab.log.len()), (epoch, written + 1));
}

#[test]
fn a_new_target_waits_for_the_assignment_interval() {
    let mut lab = Lab::new(&[("t", 1, 2)]);
    lab.rules.assignment_interval_ms = 1000;
    lab.join("a", &["t"]);
    let joined = lab.join("b", &["t"]);
    assert_eq!((joined.member_epoch, lab.group().state_name()), (2, "Assigning"));
    assert_eq!(joined.heartbeat_interval_ms, 200);
    lab.now_ms += 1000;
    assert_eq!(lab.beat(&beat("b", 2, None)).unwrap().member_epoch, 3);
    assert_eq!(lab.group().state_name(), "Reconciling");
}

#[test]
fn a_static_member_may_go_for_a_while_and_come_back_to_its_partitions() {
    let mut lab = Lab::new(&[("t", 1, 2)]);
    let of = |mut request: ConsumerGroupHeartbeatRequest| {
        request.instance_id = Some("i".into());
        request
    };
    lab.beat(&of(join("a", &["t"]))).unwrap();
    lab.join("b", &["t"]);
    lab.beat(&of(beat("a", 2, None))).unwrap();
    lab.beat(&of(beat("a", 2, Some(&[(1, &[0])])))).unwrap();
    lab.beat(&beat("b", 3, None)).unwrap();
    assert_eq!(
        said(lab.beat(&of(join("c", &["t"])))),
        "UNRELEASED_INSTANCE_ID: Static member c with instance id i cannot join the group because the instance id is \
         owned by a member."
    );
    let epoch = lab.group().epoch;
    assert_eq!(lab.beat(&of(beat("a", AWAY, None))).unwrap().member_epoch, AWAY);
    let back = lab.beat(&of(join("c", &["t"]))).unwrap();
    assert_eq!((back.member_epoch, given(&back)), (3, Some(vec![(id(1), vec![0])])));
    assert_eq!((lab.group().epoch, lab.group().state_name()), (epoch, "Stable"));
    assert_eq!(
        said(lab.beat(&of(beat("a", 3, None)))),
        "FENCED_INSTANCE_ID: Static member a with instance id i was fenced by member c."
    );
    let mut unknown = beat("z", 3, None);
    unknown.instance_id = Some("j".into());
    assert_eq!(said(lab.beat(&unknown)), "UNKNOWN_MEMBER_ID: Instance id j is unknown.");
}

#[test]
fn a_pattern_is_resolved_beside_the_heartbeat_and_again_when_topics_come() {
    let mut lab = Lab::new(&[("orders-eu", 1, 1), ("orders-us", 2, 1), ("payments", 3, 1)]);
    let by_pattern = |pattern: &str| ConsumerGroupHeartbeatRequest {
        subscribed_topic_names: None,
        subscribed_topic_regex: Some(pattern.into()),
        ..join("a", &[])
    };
    assert_eq!(
        said(lab.beat(&by_pattern("a("))),
        "INVALID_REGULAR_EXPRESSION: SubscribedTopicRegex `a(` is not a valid regular expression: missing closing )."
    );
    let joined = lab.beat(&by_pattern("orders-.*")).unwrap();
    assert_eq!(given(&joined), Some(vec![]));
    let resolve = |lab: &mut Lab| {
        let patterns = lab.plan.resolve.take().expect("something to resolve");
        let found = regex::resolve(patterns, &lab.topics, lab.now_ms, |_| true);
        lab.step(|group, scene, plan| {
            regex::resolved(group, scene, found, plan);
            Ok(())
        })
        .unwrap();
    };
    resolve(&mut lab);
    let got = lab.beat(&beat("a", joined.member_epoch, None)).unwrap();
    assert_eq!(given(&got), Some(vec![(id(1), vec![0]), (id(2), vec![0])]));
    assert_eq!(lab.plan.resolve, None);
    // A new topic is found, but not within ten seconds of the last time.
    lab.topics.put("orders-asia", 4, 1);
    lab.beat(&beat("a", got.member_epoch, None)).unwrap();
    assert_eq!(lab.plan.resolve, None);
    lab.now_ms += 10_001;
    lab.beat(&beat("a", got.member_epoch, None)).unwrap();
    resolve(&mut lab);
    let more = lab.beat(&beat("a", got.member_epoch, None)).unwrap();
    assert_eq!(given(&more).unwrap().len(), 3);
    // Nobody has the pattern any more: it goes.
    lab.beat(&beat("a", LEAVING, None)).unwrap();
    assert!(lab.group().regexes().is_empty());
}

#[test]
fn commits_are_taken_from_whoever_has_had_the_partition_since_then() {
    let mut lab = Lab::new(&[("t", 1, 2)]);
    lab.join("a", &["t"]);
    lab.join("b", &["t"]);
    lab.beat(&beat("a", 2, None)).unwrap();
    lab.beat(&beat("a", 2, Some(&[(1, &[0])]))).unwrap();
    lab.beat(&beat("b", 3, None)).unwrap();
    let commit = |member: &str, epoch: i32, partition: i32| {
        let group = lab.group();
        let commit = group.may_commit(member, None, epoch, false, 9)?;
        group.may_commit_to(&commit, &id(1), partition, false)
    };
    assert_eq!(commit("a", 3, 1), Ok(()), "the member's epoch says it all");
    assert_eq!(commit("a", 2, 0), Ok(()), "it has had it all along");
    assert_eq!(commit("a", 2, 1), Err(ErrorCode::STALE_MEMBER_EPOCH), "it is another's");
    assert_eq!(commit("b", 2, 1), Err(ErrorCode::STALE_MEMBER_EPOCH), "it has had it for less");
    assert_eq!(commit("a", 4, 0), Err(ErrorCode::STALE_MEMBER_EPOCH));
    assert_eq!(commit("x", 3, 0), Err(ErrorCode::UNKNOWN_MEMBER_ID));
    assert_eq!(commit("", -1, 0), Err(ErrorCode::UNKNOWN_MEMBER_ID));
    let group = lab.group();
    assert_eq!(group.may_commit("a", None, 3, false, 8), Err(ErrorCode::UNSUPPORTED_VERSION));
    assert!(group.may_commit("", None, -1, true, 3).is_ok(), "an old transactional producer");
    assert_eq!(group.may_fetch(None, -1), Ok(()));
    assert_eq!(group.may_fetch(Some("a"), 3), Ok(()));
    assert_eq!(group.may_fetch(Some("a"), 2), Err(ErrorCode::STALE_MEMBER_EPOCH));
    assert_eq!(group.may_fetch(Some("x"), 2), Err(ErrorCode::UNKNOWN_MEMBER_ID));
}

/// A client as KIP-848 wants it: it gives up what it is not told to have, and says what it has.
#[derive(Default)]
struct Client {
    epoch: i32,
    owned: Partitions,
    joined: bool,
}

#[test]
fn however_members_come_and_go_no_partition_is_read_twice_and_all_settle() {
    let mut seed = 0x2545_F491_4F6C_DD1Du64;
    let mut below = |n: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % n
    };
    for _ in 0..30 {
        let mut lab = Lab::new(&[("t", 1, 5), ("u", 2, 3)]);
        let names = ["a", "b", "c", "d"];
        let mut clients: BTreeMap<&str, Client> = names.iter().map(|name| (*name, Client::default())).collect();
        for round in 0..80 {
            let name = names[below(4) as usize];
            let settling = round >= 50;
            let client = clients.get_mut(name).unwrap();
            let request = if !client.joined {
                if settling {
                    continue;
                }
                join(name, if below(2) == 0 { &["t", "u"] } else { &["t"] })
            } else if !settling && below(8) == 0 {
                *client = Client::default();
                lab.beat(&beat(name, LEAVING, None)).unwrap();
                continue;
            } else {
                let owned: Vec<TopicPartitions> = client
                    .owned
                    .iter()
                    .map(|(topic, of)| TopicPartitions {
                        topic_id: *topic,
                        partitions: of.iter().copied().collect(),
                        ..Default::default()
                    })
                    .collect();
                ConsumerGroupHeartbeatRequest { topic_partitions: Some(owned), ..beat(name, client.epoch, None) }
            };
            if !settling && below(20) == 0 {
                lab.topics.put("t", 1, 5 + below(4) as i32);
            }
            match lab.beat(&request) {
                Ok(response) => {
                    client.joined = true;
                    client.epoch = response.member_epoch;
                    if let Some(told) = given(&response) {
                        client.owned = told.into_iter().map(|(topic, of)| (topic, of.into_iter().collect())).collect();
                    }
                }
                Err(refused) => panic!("{name}: {}", refused.message),
            }
            let mut read = std::collections::BTreeSet::new();
            for client in clients.values() {
                for (topic, of) in &client.owned {
                    assert!(of.iter().all(|p| read.insert((*topic, *p))), "a partition is read twice");
                }
            }
        }
        if lab.group().is_empty() {
            continue;
        }
        // Two more rounds of everyone, and nothing is left to do.
        for _ in 0..4 {
            for (name, client) in clients.iter_mut().filter(|(_, client)| client.joined) {
                let owned: Vec<(Uuid, Vec<i32>)> =
                    client.owned.iter().map(|(topic, of)| (*topic, of.iter().copied().collect())).collect();
                let topic_partitions = owned.into_iter().map(|(topic_id, partitions)| TopicPartitions {
                    topic_id,
                    partitions,
                    ..Default::default()
                });
                let request = ConsumerGroupHeartbeatRequest {
                    topic_partitions: Some(topic_partitions.collect()),
                    ..beat(name, client.epoch, None)
                };
                let response = lab.beat(&request).unwrap();
                client.epoch = response.member_epoch;
                if let Some(told) = given(&response) {
                    client.owned = told.into_iter().map(|(topic, of)| (topic, of.into_iter().collect())).collect();
                }
            }
        }
        assert_eq!(lab.group().state_name(), "Stable");
    }
}

mod migration {
    use bytes::{BufMut, Bytes, BytesMut};
    use kt_codec::consumer_protocol_subscription::{ConsumerProtocolSubscription, TopicPartition};
    use kt_codec::heartbeat_request::HeartbeatRequest;
    use kt_codec::join_group_request::{JoinGroupRequest, JoinGroupRequestProtocol};
    use kt_codec::join_group_response::JoinGroupResponse;
    use kt_codec::leave_group_request::{LeaveGroupRequest, MemberIdentity};
    use kt_codec::sync_group_request::SyncGroupRequest;

    use super::*;

    fn subscription(owned: &[i32]) -> Bytes {
        let owned = TopicPartition { topic: "t".into(), partitions: owned.to_vec(), ..Default::default() };
        let body = ConsumerProtocolSubscription {
            topics: vec!["t".into()],
            owned_partitions: vec![owned],
            ..Default::default()
        };
        versioned(&body.to_bytes(1).unwrap())
    }

    fn versioned(body: &[u8]) -> Bytes {
        let mut bytes = BytesMut::new();
        bytes.put_i16(1);
        bytes.put_slice(body);
        bytes.freeze()
    }

    fn join_classic(lab: &mut Lab, member: &str, owned: &[i32]) -> Result<JoinGroupResponse, Refused> {
        let asker = Asker { client_id: "c".into(), host: "/127.0.0.1".into(), version: 9 };
        let protocol =
            JoinGroupRequestProtocol { name: "range".into(), metadata: subscription(owned), ..Default::default() };
        let request = JoinGroupRequest {
            group_id: "g".into(),
            session_timeout_ms: 10_000,
            rebalance_timeout_ms: 30_000,
            member_id: member.into(),
            protocol_type: "consumer".into(),
            protocols: vec![protocol],
            ..Default::default()
        };
        lab.step(|group, scene, plan| migrate::join(group, scene, &asker, &request, "new".into(), plan))
    }

    fn sync(lab: &mut Lab, member: &str, generation: i32) -> Vec<i32> {
        let request = SyncGroupRequest { member_id: member.into(), generation_id: generation, ..Default::default() };
        let response = lab.step(|group, scene, plan| migrate::sync(group, scene, &request, plan)).unwrap();
        let read = migrate::assignment(&response.assignment).unwrap();
        read.assigned_partitions.into_iter().flat_map(|of| of.partitions).collect()
    }

    fn beat_classic(lab: &mut Lab, member: &str, generation: i32) -> ErrorCode {
        let request = HeartbeatRequest { member_id: member.into(), generation_id: generation, ..Default::default() };
        lab.step(|group, scene, plan| migrate::heartbeat(group, scene, &request, plan)).unwrap()
    }

    /// A stable classic group with one member that has both partitions.
    fn classic_lab() -> Lab {
        let mut lab = Lab::new(&[("t", 1, 2)]);
        let assigned = kt_codec::consumer_protocol_assignment::ConsumerProtocolAssignment {
            assigned_partitions: vec![kt_codec::consumer_protocol_assignment::TopicPartition {
                topic: "t".into(),
                partitions: vec![0, 1],
                ..Default::default()
            }],
            ..Default::default()
        };
        let mut group = classic::ClassicGroup::empty(0);
        group.state = classic::State::Stable;
        group.generation = 7;
        group.protocol_type = Some("consumer".into());
        group.protocol = Some("range".into());
        group.insert(classic::Member {
            id: "old".into(),
            instance_id: None,
            client_id: "c".into(),
            client_host: "/127.0.0.1".into(),
            rebalance_timeout_ms: 30_000,
            session_timeout_ms: 10_000,
            protocols: vec![("range".into(), subscription(&[]))],
            assignment: versioned(&assigned.to_bytes(1).unwrap()),
            awaiting_join: None,
            awaiting_sync: None,
            is_new: false,
        });
        let record = group.record(&"g".into(), |m| m.assignment.clone());
        lab.log.push(record.clone());
        apply_all(&mut lab.shard, record);
        lab
    }

    #[test]
    fn a_classic_group_becomes_a_consumer_group_and_a_classic_one_again() {
        let mut lab = classic_lab();
        let joined = lab.join("a", &["t"]);
        assert_eq!((joined.member_epoch, given(&joined)), (8, Some(vec![])));
        assert_eq!((lab.group().classic_members(), lab.group().state_name()), (1, "Reconciling"));

        // The classic member learns it by its heartbeat, joins, gives up, and joins again.
        assert_eq!(beat_classic(&mut lab, "old", 7), ErrorCode::REBALANCE_IN_PROGRESS);
        assert!(lab.timers.contains_key(&Timer::Join("g".into(), "old".into())));
        let again = join_classic(&mut lab, "old", &[0, 1]).unwrap();
        assert_eq!((again.generation_id, again.protocol_name.as_deref()), (7, Some("range")));
        assert!(!lab.timers.contains_key(&Timer::Join("g".into(), "old".into())));
        assert_eq!(sync(&mut lab, "old", 7), [0]);
        assert_eq!(beat_classic(&mut lab, "old", 7), ErrorCode::REBALANCE_IN_PROGRESS);
        assert_eq!(join_classic(&mut lab, "old", &[0]).unwrap().generation_id, 8);
        assert_eq!(sync(&mut lab, "old", 8), [0]);
        assert_eq!(beat_classic(&mut lab, "old", 8), ErrorCode::NONE);
        let got = lab.beat(&beat("a", 8, None)).unwrap();
        assert_eq!(given(&got), Some(vec![(id(1), vec![1])]));
        assert_eq!(lab.group().state_name(), "Stable");

        // The last member of the new protocol goes.
        lab.beat(&beat("a", LEAVING, None)).unwrap();
        assert!(lab.timers.contains_key(&Timer::Downgraded("g".into())));
        let Some(Group::Classic(group)) = lab.shard.groups.get("g") else { panic!("a classic group") };
        assert_eq!((group.generation, group.leader.as_deref()), (8, Some("old")));
        let assignment = migrate::assignment(&group.members["old"].assignment).unwrap();
        assert_eq!(assignment.assigned_partitions[0].partitions, [0]);
    }

    #[test]
    fn a_member_without_an_id_is_given_one_and_has_to_come_again() {
        let mut lab = Lab::new(&[("t", 1, 2)]);
        lab.join("a", &["t"]);
        let first = join_classic(&mut lab, "", &[]).unwrap();
        let code = ErrorCode::MEMBER_ID_REQUIRED.code();
        assert_eq!((first.error_code, &*first.member_id), (code, "new"));
        assert_eq!(join_classic(&mut lab, "new", &[]).unwrap().generation_id, 3);
        let request = LeaveGroupRequest {
            members: vec![
                MemberIdentity { member_id: "new".into(), ..Default::default() },
                MemberIdentity { member_id: "x".into(), ..Default::default() },
            ],
            ..Default::default()
        };
        let left = lab.step(|group, scene, plan| migrate::leave(group, scene, &request, plan)).unwrap();
        let codes: Vec<i16> = left.members.iter().map(|m| m.error_code).collect();
        assert_eq!(codes, [0, ErrorCode::UNKNOWN_MEMBER_ID.code()]);
        assert_eq!(lab.group().members().len(), 1);
    }

    #[test]
    fn the_policy_forbids_either_way() {
        let mut lab = classic_lab();
        (lab.rules.upgrade, lab.rules.downgrade) = (false, false);
        assert_eq!(
            said(lab.beat(&join("a", &["t"]))),
            "GROUP_ID_NOT_FOUND: Cannot upgrade classic group g to consumer group because online upgrade is disabled."
        );
        let mut lab = Lab::new(&[("t", 1, 2)]);
        lab.join("a", &["t"]);
        (lab.rules.upgrade, lab.rules.downgrade) = (false, false);
        assert_eq!(
            said(join_classic(&mut lab, "old", &[])),
            "INCONSISTENT_GROUP_PROTOCOL: Cannot join the consumer group g with the classic protocol because the group \
             migration is disabled."
        );
    }
}
