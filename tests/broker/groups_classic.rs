//! Classic groups over the wire, from the first question to a crash of the broker.

use std::time::{Duration, Instant};

use bytes::Bytes;
use kt::protocol::code::ErrorCode;
use kt_codec::describe_groups_request::DescribeGroupsRequest;
use kt_codec::find_coordinator_request::FindCoordinatorRequest;
use kt_codec::heartbeat_request::HeartbeatRequest;
use kt_codec::join_group_request::{JoinGroupRequest, JoinGroupRequestProtocol};
use kt_codec::join_group_response::JoinGroupResponse;
use kt_codec::leave_group_request::{LeaveGroupRequest, MemberIdentity};
use kt_codec::list_groups_request::ListGroupsRequest;
use kt_codec::sync_group_request::{SyncGroupRequest, SyncGroupRequestAssignment};
use kt_codec::sync_group_response::SyncGroupResponse;

use super::wire::Wire;
use crate::support::{Broker, broker_with};

/// Sessions as short as a test wants them.
const SHORT: &str = "group.min.session.timeout.ms=100";

/// One member of the group "readers", on a connection of its own.
struct Member {
    wire: Wire,
    id: String,
    instance: Option<&'static str>,
    session_ms: i32,
    version: i16,
}

impl Member {
    fn of(broker: &Broker) -> Member {
        let mut wire = Wire::to(broker);
        let request = FindCoordinatorRequest { coordinator_keys: vec!["readers".into()], ..Default::default() };
        let found = wire.ask(&request, 6);
        assert_eq!(found.coordinators[0].error_code, 0, "{found:?}");
        Member { wire, id: String::new(), instance: None, session_ms: 30_000, version: 9 }
    }

    fn send_join(&mut self) {
        let protocol = JoinGroupRequestProtocol {
            name: "range".into(),
            metadata: Bytes::from_static(b"words"),
            ..Default::default()
        };
        let request = JoinGroupRequest {
            group_id: "readers".into(),
            session_timeout_ms: self.session_ms,
            // The first version has no room for it.
            rebalance_timeout_ms: if self.version == 0 { -1 } else { 60_000 },
            member_id: self.id.as_str().into(),
            group_instance_id: self.instance.map(Into::into),
            protocol_type: "consumer".into(),
            protocols: vec![protocol],
            ..Default::default()
        };
        self.wire.send(&request, self.version);
    }

    fn joined(&mut self) -> JoinGroupResponse {
        let joined = self.wire.answer::<JoinGroupRequest>(self.version);
        self.id = joined.member_id.to_string();
        joined
    }

    fn join(&mut self) -> JoinGroupResponse {
        self.send_join();
        let joined = self.joined();
        if joined.error_code != ErrorCode::MEMBER_ID_REQUIRED.code() {
            return joined;
        }
        self.send_join();
        self.joined()
    }

    fn send_sync(&mut self, generation: i32, given: &[(&str, &'static str)]) {
        let one = |(member, assignment): &(&str, &'static str)| SyncGroupRequestAssignment {
            member_id: (*member).into(),
            assignment: Bytes::from_static(assignment.as_bytes()),
            ..Default::default()
        };
        let named = self.sync_version() >= 5;
        let request = SyncGroupRequest {
            group_id: "readers".into(),
            generation_id: generation,
            member_id: self.id.as_str().into(),
            protocol_type: named.then(|| "consumer".into()),
            protocol_name: named.then(|| "range".into()),
            assignments: given.iter().map(one).collect(),
            ..Default::default()
        };
        let version = self.sync_version();
        self.wire.send(&request, version);
    }

    fn sync_version(&self) -> i16 {
        self.version.min(5)
    }

    fn synced(&mut self) -> SyncGroupResponse {
        let version = self.sync_version();
        self.wire.answer::<SyncGroupRequest>(version)
    }

    fn sync(&mut self, generation: i32, given: &[(&str, &'static str)]) -> (i16, String) {
        self.send_sync(generation, given);
        let synced = self.synced();
        (synced.error_code, String::from_utf8_lossy(&synced.assignment).into_owned())
    }

    fn beat(&mut self, generation: i32) -> i16 {
        let request = HeartbeatRequest {
            group_id: "readers".into(),
            generation_id: generation,
            member_id: self.id.as_str().into(),
            ..Default::default()
        };
        self.wire.ask(&request, self.version.min(4)).error_code
    }

    fn leave(&mut self) -> i16 {
        let version = self.version.min(5);
        let mut request = LeaveGroupRequest { group_id: "readers".into(), ..Default::default() };
        if version >= 3 {
            request.members = vec![MemberIdentity { member_id: self.id.as_str().into(), ..Default::default() }];
        } else {
            request.member_id = self.id.as_str().into();
        }
        let left = self.wire.ask(&request, version);
        left.members.first().map_or(left.error_code, |member| member.error_code)
    }

    /// Beats until it is told to join again.
    fn is_called(&mut self, generation: i32) {
        let limit = Instant::now() + Duration::from_secs(20);
        while self.beat(generation) != ErrorCode::REBALANCE_IN_PROGRESS.code() {
            assert!(Instant::now() < limit, "no rebalance");
            std::thread::sleep(Duration::from_millis(10)); // a client's heartbeat interval
        }
    }
}

/// A stable group of two in generation 2.
fn two(broker: &Broker) -> (Member, Member) {
    let mut a = Member::of(broker);
    assert_eq!(a.join().generation_id, 1);
    let own = a.id.clone();
    assert_eq!(a.sync(1, &[(&own, "all")]), (0, "all".to_owned()));
    let mut b = Member::of(broker);
    b.send_join();
    assert_eq!(b.joined().error_code, ErrorCode::MEMBER_ID_REQUIRED.code());
    b.send_join();
    a.is_called(1);
    let joined = a.join();
    assert_eq!((joined.generation_id, joined.members.len()), (2, 2));
    assert_eq!(b.joined().generation_id, 2);
    b.send_sync(2, &[]);
    let (own, other) = (a.id.clone(), b.id.clone());
    assert_eq!(a.sync(2, &[(&own, "one"), (&other, "two")]), (0, "one".to_owned()));
    assert_eq!(&b.synced().assignment[..], b"two");
    (a, b)
}

#[test]
fn a_second_member_has_its_partitions_within_300_ms_of_the_firsts_heartbeat() {
    let broker = broker_with(&[]);
    let mut a = Member::of(&broker);
    assert_eq!(a.join().generation_id, 1);
    let own = a.id.clone();
    assert_eq!(a.sync(1, &[(&own, "all")]), (0, "all".to_owned()));
    let mut b = Member::of(&broker);
    b.send_join();
    b.joined();
    b.send_join();
    a.is_called(1);
    let began = Instant::now();
    a.join();
    assert_eq!(b.joined().generation_id, 2);
    b.send_sync(2, &[]);
    let other = b.id.clone();
    a.sync(2, &[(&own, "one"), (&other, "two")]);
    assert_eq!(&b.synced().assignment[..], b"two");
    assert!(began.elapsed() < Duration::from_millis(300), "it took {:?}", began.elapsed());
}

#[test]
fn what_a_member_leaves_is_the_others_at_once_and_a_killed_ones_after_its_session() {
    let broker = broker_with(&[SHORT]);
    let (mut a, mut b) = two(&broker);
    assert_eq!(b.leave(), 0);
    assert_eq!(a.beat(2), ErrorCode::REBALANCE_IN_PROGRESS.code());
    assert_eq!(a.join().generation_id, 3);
    let own = a.id.clone();
    assert_eq!(a.sync(3, &[(&own, "all")]), (0, "all".to_owned()));

    let mut c = Member { session_ms: 500, ..Member::of(&broker) };
    c.send_join();
    c.joined();
    c.send_join();
    a.is_called(3);
    a.join();
    c.joined();
    let other = c.id.clone();
    a.sync(4, &[(&own, "one"), (&other, "two")]);
    assert_eq!(c.sync(4, &[]), (0, "two".to_owned()));
    let began = Instant::now();
    drop(c);
    a.is_called(4);
    let took = began.elapsed();
    assert!((400..3000).contains(&took.as_millis()), "it took {took:?}");
    assert_eq!(a.join().generation_id, 5);
}

#[test]
fn a_crash_of_the_broker_costs_a_group_nothing() {
    let mut broker = broker_with(&[]);
    let (a, b) = two(&broker);
    broker.kill();
    broker.start_again();
    let mut a = Member { wire: Wire::to(&broker), ..a };
    let mut b = Member { wire: Wire::to(&broker), ..b };
    assert_eq!((a.beat(2), b.beat(2)), (0, 0));
    assert_eq!(b.sync(2, &[]), (0, "two".to_owned()));
    b.send_join();
    assert_eq!(b.joined().generation_id, 2);
    a.send_join();
    b.is_called(2);
    b.send_join();
    assert_eq!((a.joined().generation_id, b.joined().generation_id), (3, 3));
}

#[test]
fn a_static_member_comes_back_to_its_partitions() {
    let broker = broker_with(&[]);
    let mut a = Member { instance: Some("one"), ..Member::of(&broker) };
    assert_eq!(a.join().generation_id, 1);
    let own = a.id.clone();
    assert_eq!(a.sync(1, &[(&own, "all")]), (0, "all".to_owned()));
    let mut again = Member { instance: Some("one"), ..Member::of(&broker) };
    let back = again.join();
    assert_eq!((back.error_code, back.generation_id, back.skip_assignment), (0, 1, true));
    assert_eq!(again.sync(1, &[]), (0, "all".to_owned()));
    assert_eq!(a.beat(1), ErrorCode::UNKNOWN_MEMBER_ID.code());
}

#[test]
fn every_version_of_the_protocol_joins_syncs_beats_and_leaves() {
    let broker = broker_with(&[]);
    for version in 0..=9 {
        let mut member = Member { version, ..Member::of(&broker) };
        let joined = member.join();
        assert_eq!((joined.error_code, joined.members.len()), (0, 1), "version {version}");
        assert_eq!(joined.protocol_name.as_deref(), Some("range"));
        let own = member.id.clone();
        let synced = member.sync(joined.generation_id, &[(&own, "all")]);
        assert_eq!(synced, (0, "all".to_owned()), "version {version}");
        assert_eq!((member.beat(joined.generation_id), member.leave()), (0, 0), "version {version}");
        assert_eq!(member.leave(), ErrorCode::UNKNOWN_MEMBER_ID.code(), "version {version}");
    }
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let broker = broker_with(&[]);
    let mut member = Member { session_ms: 10, ..Member::of(&broker) };
    assert_eq!(member.join().error_code, ErrorCode::INVALID_SESSION_TIMEOUT.code());
    member.session_ms = 10_000;
    member.id = "nobody".to_owned();
    assert_eq!(member.join().error_code, ErrorCode::UNKNOWN_MEMBER_ID.code());
    let nameless = JoinGroupRequest { session_timeout_ms: 10_000, ..Default::default() };
    assert_eq!(member.wire.ask(&nameless, 9).error_code, ErrorCode::INVALID_GROUP_ID.code());
    let unnamed = SyncGroupRequest { group_id: "readers".into(), ..Default::default() };
    assert_eq!(member.wire.ask(&unnamed, 5).error_code, ErrorCode::INCONSISTENT_GROUP_PROTOCOL.code());
}

#[test]
fn groups_are_described_and_listed_as_they_are() {
    let broker = broker_with(&[]);
    let (mut a, _b) = two(&broker);
    let groups = vec!["readers".into(), "nobody".into()];
    let request = DescribeGroupsRequest { groups, include_authorized_operations: true, ..Default::default() };
    let described = a.wire.ask(&request, 6).groups;
    let (readers, nobody) = (&described[0], &described[1]);
    assert_eq!(
        (&*readers.group_state, &*readers.protocol_type, &*readers.protocol_data),
        ("Stable", "consumer", "range")
    );
    assert_eq!(readers.authorized_operations, 0b1101_0100_1000);
    let mut seen: Vec<_> =
        readers.members.iter().map(|m| (&*m.client_id, &*m.client_host, &m.member_assignment[..])).collect();
    seen.sort_unstable();
    assert_eq!(seen, [("wire", "/127.0.0.1", &b"one"[..]), ("wire", "/127.0.0.1", b"two")]);
    assert_eq!((nobody.error_code, &*nobody.group_state), (ErrorCode::GROUP_ID_NOT_FOUND.code(), "Dead"));
    assert_eq!(nobody.error_message.as_deref(), Some("Group nobody not found."));
    let old = a.wire.ask(&DescribeGroupsRequest { groups: vec!["nobody".into()], ..Default::default() }, 5);
    assert_eq!((old.groups[0].error_code, &*old.groups[0].group_state), (0, "Dead"));

    let list = |wire: &mut Wire, states: &[&'static str], types: &[&'static str]| {
        let names = |names: &[&'static str]| names.iter().map(|name| (*name).into()).collect();
        let request =
            ListGroupsRequest { states_filter: names(states), types_filter: names(types), ..Default::default() };
        let listed = wire.ask(&request, 5);
        listed
            .groups
            .iter()
            .map(|g| format!("{} {} {} {}", g.group_id, g.protocol_type, g.group_state, g.group_type))
            .collect::<Vec<_>>()
    };
    let here = ["readers consumer Stable classic"];
    assert_eq!(list(&mut a.wire, &[], &[]), here);
    assert_eq!(list(&mut a.wire, &["stable"], &["Classic"]), here);
    assert_eq!(list(&mut a.wire, &["Empty"], &[]), [""; 0]);
    assert_eq!(list(&mut a.wire, &[], &["consumer"]), [""; 0]);
}
