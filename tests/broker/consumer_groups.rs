//! The newer consumer protocol on the wire: members, their coordinator's crash, its settings, and classic members
//! beside them. What follows from a heartbeat in detail is tried next to the code.

use std::time::{Duration, Instant};

use bytes::{BufMut, Bytes, BytesMut};
use kt::protocol::code::ErrorCode;
use kt_codec::consumer_group_describe_request::ConsumerGroupDescribeRequest;
use kt_codec::consumer_group_describe_response::DescribedGroup;
use kt_codec::consumer_group_heartbeat_request::{ConsumerGroupHeartbeatRequest, TopicPartitions};
use kt_codec::consumer_group_heartbeat_response::ConsumerGroupHeartbeatResponse;
use kt_codec::consumer_protocol_subscription::ConsumerProtocolSubscription;
use kt_codec::heartbeat_request::HeartbeatRequest;
use kt_codec::incremental_alter_configs_request::{
    AlterConfigsResource, AlterableConfig, IncrementalAlterConfigsRequest,
};
use kt_codec::join_group_request::{JoinGroupRequest, JoinGroupRequestProtocol};
use kt_codec::join_group_response::JoinGroupResponse;
use kt_codec::offset_commit_request::{OffsetCommitRequest, OffsetCommitRequestPartition, OffsetCommitRequestTopic};
use kt_codec::share_group_describe_request::ShareGroupDescribeRequest;
use kt_codec::streams_group_describe_request::StreamsGroupDescribeRequest;
use kt_codec::sync_group_request::SyncGroupRequest;
use kt_codec::{Message, Uuid};

use crate::support::wire::Wire;
use crate::support::{Broker, broker, broker_with};

const PATIENCE: Duration = Duration::from_secs(20);

/// A topic `t` with two partitions, and a coordinator for the group `g`.
fn ready(broker: &Broker) -> Wire {
    let mut wire = Wire::connect(&broker.address).expect("the broker listens");
    wire.create("t", 2);
    wire.find_coordinator(0, "g");
    wire
}

fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let limit = Instant::now() + PATIENCE;
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(Instant::now() < limit, "not in time: {what}");
        std::thread::sleep(Duration::from_millis(10)); // the broker has no event for it
    }
}

fn join(member: &str) -> ConsumerGroupHeartbeatRequest {
    ConsumerGroupHeartbeatRequest {
        group_id: "g".into(),
        member_id: member.into(),
        rebalance_timeout_ms: 60_000,
        subscribed_topic_names: Some(vec!["t".into()]),
        topic_partitions: Some(Vec::new()),
        ..Default::default()
    }
}

fn beat(member: &str, epoch: i32, owned: Option<(Uuid, &[i32])>) -> ConsumerGroupHeartbeatRequest {
    let owned = owned.map(|(topic_id, partitions)| {
        vec![TopicPartitions { topic_id, partitions: partitions.to_vec(), ..Default::default() }]
    });
    ConsumerGroupHeartbeatRequest {
        group_id: "g".into(),
        member_id: member.into(),
        member_epoch: epoch,
        topic_partitions: owned,
        ..Default::default()
    }
}

/// The epoch, and what the member is told to have.
fn told(response: &ConsumerGroupHeartbeatResponse) -> (i32, Option<Vec<i32>>) {
    assert_eq!(response.error_code, 0, "{response:?}");
    let partitions = response.assignment.as_ref().map(|assignment| {
        let topics = &assignment.topic_partitions;
        topics.iter().flat_map(|topic| topic.partitions.clone()).collect()
    });
    (response.member_epoch, partitions)
}

fn describe(wire: &mut Wire) -> DescribedGroup {
    let request = ConsumerGroupDescribeRequest { group_ids: vec!["g".into()], ..Default::default() };
    wire.ask(&request, 1).groups.remove(0)
}

fn topic_id(response: &ConsumerGroupHeartbeatResponse) -> Uuid {
    response.assignment.as_ref().expect("an assignment").topic_partitions[0].topic_id
}

#[test]
fn two_members_share_a_topic_and_go_on_after_a_crash() {
    let mut broker = broker();
    let mut wire = ready(&broker);
    let first = wire.ask(&join("a"), 1);
    assert_eq!(told(&first), (2, Some(vec![0, 1])));
    let id = topic_id(&first);
    // A second one comes at once; its target is computed when the interval between two assignments is over.
    let joined = wire.ask(&join("b"), 1);
    let mut epoch = joined.member_epoch;
    until("a new target", || {
        epoch = wire.ask(&beat("b", epoch, None), 1).member_epoch;
        (epoch == 3).then_some(())
    });
    assert_eq!(told(&wire.ask(&beat("a", 2, None), 1)), (2, Some(vec![0])));
    assert_eq!(told(&wire.ask(&beat("b", 3, None), 1)), (3, None));
    assert_eq!(told(&wire.ask(&beat("a", 2, Some((id, &[0]))), 1)), (3, None));
    assert_eq!(told(&wire.ask(&beat("b", 3, None), 1)), (3, Some(vec![1])));

    let described = describe(&mut wire);
    assert_eq!((&*described.group_state, described.group_epoch, described.assignment_epoch), ("Stable", 3, 3));
    let member = &described.members[0];
    assert_eq!((&*member.member_id, member.member_epoch, &*member.client_host), ("a", 3, "/127.0.0.1"));
    assert_eq!(member.assignment.topic_partitions[0].partitions, [0]);
    assert_eq!(member.assignment, member.target_assignment);

    broker.kill();
    broker.start_again();
    let mut wire = Wire::connect(&broker.address).expect("the broker listens");
    wire.find_coordinator(0, "g");
    let after = until("the coordinator is loaded", || {
        let response = wire.ask(&beat("a", 3, None), 1);
        (response.error_code != ErrorCode::COORDINATOR_LOAD_IN_PROGRESS.code()).then_some(response)
    });
    assert_eq!(told(&after), (3, None), "nothing happened, as far as the member can tell");
    assert_eq!(describe(&mut wire), described);
}

#[test]
fn commits_of_members_that_are_behind_are_refused_where_they_could_do_harm() {
    let broker = broker();
    let mut wire = ready(&broker);
    assert_eq!(told(&wire.ask(&join("a"), 1)).0, 2);
    let mut commit = |member: &str, epoch: i32, version: i16| {
        let partition = OffsetCommitRequestPartition { committed_offset: 5, ..Default::default() };
        let topic = OffsetCommitRequestTopic { name: "t".into(), partitions: vec![partition], ..Default::default() };
        let request = OffsetCommitRequest {
            group_id: "g".into(),
            generation_id_or_member_epoch: epoch,
            member_id: member.into(),
            topics: vec![topic],
            ..Default::default()
        };
        ErrorCode(wire.ask(&request, version).topics[0].partitions[0].error_code)
    };
    assert_eq!(commit("a", 2, 9), ErrorCode::NONE);
    assert_eq!(commit("a", 1, 9), ErrorCode::STALE_MEMBER_EPOCH);
    assert_eq!(commit("a", 3, 9), ErrorCode::STALE_MEMBER_EPOCH);
    assert_eq!(commit("x", 2, 9), ErrorCode::UNKNOWN_MEMBER_ID);
    assert_eq!(commit("a", 2, 8), ErrorCode::UNSUPPORTED_VERSION);
}

const QUICK: [&str; 4] = [
    "group.consumer.min.session.timeout.ms=200",
    "group.consumer.session.timeout.ms=300",
    "group.consumer.min.heartbeat.interval.ms=50",
    "group.consumer.heartbeat.interval.ms=100",
];

#[test]
fn a_member_that_is_not_heard_of_is_removed_after_its_session() {
    let broker = broker_with(&QUICK);
    let mut wire = ready(&broker);
    let joined = wire.ask(&join("a"), 1);
    assert_eq!(joined.heartbeat_interval_ms, 100);
    until("the member is gone", || (&*describe(&mut wire).group_state == "Empty").then_some(()));
    let late = wire.ask(&beat("a", 2, None), 1);
    assert_eq!(late.error_code, ErrorCode::UNKNOWN_MEMBER_ID.code());
}

#[test]
fn a_member_that_does_not_give_up_its_partitions_is_removed_in_time() {
    let broker = broker_with(&["group.consumer.assignment.interval.ms=0"]);
    let mut wire = ready(&broker);
    wire.ask(&ConsumerGroupHeartbeatRequest { rebalance_timeout_ms: 200, ..join("a") }, 1);
    wire.ask(&join("b"), 1);
    assert_eq!(told(&wire.ask(&beat("a", 2, None), 1)), (2, Some(vec![0])));
    until("the member that keeps what it has is removed", || {
        let members = describe(&mut wire).members;
        (members.len() == 1 && &*members[0].member_id == "b").then_some(())
    });
    assert_eq!(wire.ask(&beat("a", 2, None), 1).error_code, ErrorCode::UNKNOWN_MEMBER_ID.code());
    assert_eq!(told(&wire.ask(&beat("b", 3, None), 1)), (4, Some(vec![0, 1])));
}

#[test]
fn a_pattern_finds_its_topics() {
    let broker = broker();
    let mut wire = ready(&broker);
    let with = |pattern: &str| ConsumerGroupHeartbeatRequest {
        subscribed_topic_names: None,
        subscribed_topic_regex: Some(pattern.into()),
        ..join("a")
    };
    let refused = wire.ask(&with("t("), 1);
    assert_eq!(refused.error_code, ErrorCode::INVALID_REGULAR_EXPRESSION.code());
    assert_eq!(
        refused.error_message.as_deref(),
        Some("SubscribedTopicRegex `t(` is not a valid regular expression: missing closing ).")
    );
    let joined = wire.ask(&with("t|x.*"), 1);
    let (mut epoch, nothing) = told(&joined);
    assert_eq!(nothing, Some(vec![]));
    let got = until("the pattern is resolved", || {
        let (next, partitions) = told(&wire.ask(&beat("a", epoch, None), 1));
        epoch = next;
        partitions
    });
    assert_eq!(got, [0, 1]);
    assert_eq!(describe(&mut wire).members[0].subscribed_topic_regex.as_deref(), Some("t|x.*"));
}

#[test]
fn a_groups_own_settings_are_in_force_at_the_next_heartbeat() {
    let broker = broker();
    let mut wire = ready(&broker);
    assert_eq!(wire.ask(&join("a"), 1).heartbeat_interval_ms, 5000);
    let config = AlterableConfig {
        name: "consumer.heartbeat.interval.ms".into(),
        value: Some("7000".into()),
        ..Default::default()
    };
    let resource = AlterConfigsResource {
        resource_type: 32,
        resource_name: "g".into(),
        configs: vec![config],
        ..Default::default()
    };
    let altered = wire.ask(&IncrementalAlterConfigsRequest { resources: vec![resource], ..Default::default() }, 1);
    assert_eq!(altered.responses[0].error_code, 0, "{altered:?}");
    assert_eq!(wire.ask(&beat("a", 2, None), 1).heartbeat_interval_ms, 7000);
}

#[test]
fn a_broker_without_the_protocol_says_so() {
    let broker = broker_with(&["group.coordinator.rebalance.protocols=classic"]);
    let mut wire = ready(&broker);
    let code = ErrorCode::UNSUPPORTED_VERSION.code();
    assert_eq!(wire.ask(&join("a"), 1).error_code, code);
    assert_eq!(describe(&mut wire).error_code, code);
}

#[test]
fn groups_that_are_not_there_or_are_classic_are_not_described() {
    let broker = broker();
    let mut wire = ready(&broker);
    let none = describe(&mut wire);
    assert_eq!(none.error_code, ErrorCode::GROUP_ID_NOT_FOUND.code());
    assert_eq!(none.error_message.as_deref(), Some("Group g not found."));
    assert_eq!(wire.ask(&beat("a", 1, None), 1).error_message.as_deref(), Some("Consumer group g not found."));
    join_classic(&mut wire, "");
    let classic = describe(&mut wire);
    assert_eq!(classic.error_message.as_deref(), Some("Group g is not a consumer group."));
}

#[test]
fn there_are_no_streams_groups_and_no_share_group_of_another_sort_and_that_is_the_answer() {
    let broker = broker();
    let mut wire = ready(&broker);
    let ask = |wire: &mut Wire| {
        let request = StreamsGroupDescribeRequest { group_ids: vec!["g".into(), "".into()], ..Default::default() };
        let groups = wire.ask(&request, 0).groups;
        let told =
            groups.iter().map(|group| (ErrorCode(group.error_code), group.error_message.as_deref().map(str::to_owned)));
        told.collect::<Vec<_>>()
    };
    let none = (ErrorCode::GROUP_ID_NOT_FOUND, Some("Group g not found.".to_owned()));
    assert_eq!(ask(&mut wire), [none, (ErrorCode::INVALID_GROUP_ID, None)]);
    let shared = |wire: &mut Wire| {
        let request = ShareGroupDescribeRequest { group_ids: vec!["g".into()], ..Default::default() };
        let group = wire.ask(&request, 1).groups.remove(0);
        (ErrorCode(group.error_code), group.error_message.unwrap_or_default().to_string())
    };
    assert_eq!(shared(&mut wire), (ErrorCode::GROUP_ID_NOT_FOUND, "Group g not found.".into()));
    wire.ask(&join("a"), 1);
    assert_eq!(shared(&mut wire), (ErrorCode::GROUP_ID_NOT_FOUND, "Group g is not a share group.".into()));
    assert_eq!(ask(&mut wire)[0].1.as_deref(), Some("Group g is not a streams group."));
    broker
        .kt("streams-groups --describe --group ghost")
        .fails(1)
        .stdout("\nError: Executing streams group command failed due to org.apache.kafka.common.errors.GroupIdNotFoundException: Group ghost not found.\n");
}

/// Joins with version 3, where a member without an id is let in at once.
fn join_classic(wire: &mut Wire, member: &str) -> JoinGroupResponse {
    let subscription = ConsumerProtocolSubscription { topics: vec!["t".into()], ..Default::default() };
    let mut metadata = BytesMut::new();
    metadata.put_i16(0);
    metadata.put_slice(&subscription.to_bytes(0).expect("a subscription"));
    let protocol = JoinGroupRequestProtocol { name: "range".into(), metadata: metadata.freeze(), ..Default::default() };
    let request = JoinGroupRequest {
        group_id: "g".into(),
        session_timeout_ms: 10_000,
        rebalance_timeout_ms: 10_000,
        member_id: member.into(),
        protocol_type: "consumer".into(),
        protocols: vec![protocol],
        ..Default::default()
    };
    let joined = wire.ask(&request, 3);
    assert_eq!(joined.error_code, 0, "{joined:?}");
    joined
}

fn sync(wire: &mut Wire, member: &str, generation: i32) -> Bytes {
    let request = SyncGroupRequest {
        group_id: "g".into(),
        generation_id: generation,
        member_id: member.into(),
        ..Default::default()
    };
    let synced = wire.ask(&request, 3);
    assert_eq!(synced.error_code, 0, "{synced:?}");
    synced.assignment
}

fn beat_classic(wire: &mut Wire, member: &str, generation: i32) -> ErrorCode {
    let request = HeartbeatRequest {
        group_id: "g".into(),
        generation_id: generation,
        member_id: member.into(),
        ..Default::default()
    };
    ErrorCode(wire.ask(&request, 3).error_code)
}

#[test]
fn a_group_moves_to_the_new_protocol_and_back_while_its_members_stay() {
    let broker = broker_with(&["group.consumer.assignment.interval.ms=0"]);
    let mut wire = ready(&broker);
    let old = join_classic(&mut wire, "");
    let (member, generation) = (old.member_id.to_string(), old.generation_id);
    sync(&mut wire, &member, generation);

    // One of the new protocol: the group is a consumer group with both.
    assert_eq!(wire.ask(&join("a"), 1).error_code, 0);
    let described = describe(&mut wire);
    let mut types: Vec<i8> = described.members.iter().map(|m| m.member_type).collect();
    types.sort_unstable();
    assert_eq!(types, [0, 1], "one classic, one of the new protocol");

    // The classic one is told to join again, and goes on.
    assert_eq!(beat_classic(&mut wire, &member, generation), ErrorCode::REBALANCE_IN_PROGRESS);
    let again = join_classic(&mut wire, &member);
    assert_eq!(again.protocol_name.as_deref(), Some("range"));
    sync(&mut wire, &member, again.generation_id);

    // The new one leaves: the group is classic, and what is left of it rebalances.
    assert_eq!(wire.ask(&beat("a", -1, None), 1).error_code, 0);
    assert_eq!(describe(&mut wire).error_message.as_deref(), Some("Group g is not a consumer group."));
    let generation = again.generation_id;
    until("the member is told", || {
        let code = beat_classic(&mut wire, &member, generation);
        matches!(code, ErrorCode::REBALANCE_IN_PROGRESS | ErrorCode::ILLEGAL_GENERATION).then_some(())
    });
    let last = join_classic(&mut wire, &member);
    assert!(last.generation_id > generation, "{last:?}");
    assert_eq!(&*last.leader, member);
}
