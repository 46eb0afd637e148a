//! Classic groups on a real log, with time that stands still until it is moved.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use kt_codec::Str;
use kt_codec::heartbeat_request::HeartbeatRequest;
use kt_codec::join_group_request::{JoinGroupRequest, JoinGroupRequestProtocol};
use kt_codec::join_group_response::JoinGroupResponse;
use kt_codec::leave_group_request::{LeaveGroupRequest, MemberIdentity};
use kt_codec::sync_group_request::{SyncGroupRequest, SyncGroupRequestAssignment};
use kt_codec::sync_group_response::SyncGroupResponse;

use super::{Asker, join, membership, sync};
use crate::broker::coordinator::group::{Decision, Group, Groups};
use crate::broker::coordinator::runtime::Awaited;
use crate::broker::coordinator::runtime::Runtime;
use crate::broker::coordinator::runtime::bench::{Bench, world};
use crate::broker::internal;
use crate::protocol::code::ErrorCode;

const SESSION_MS: i32 = 10_000;
const REBALANCE_MS: i32 = 60_000;

struct Play {
    bench: Arc<Bench>,
    groups: Arc<Runtime<Groups>>,
}

fn play(settings: &[(&str, &str)]) -> Play {
    let bench = Bench::new(internal::OFFSETS);
    let mut all = vec![("group.initial.rebalance.delay.ms", "0")];
    all.extend(settings);
    *bench.world.lock() = world(&all);
    Play { groups: Runtime::new(Groups, bench.clone()), bench }
}

/// What a member brings along when it joins.
#[derive(Clone, Copy)]
struct Who<'a> {
    id: &'a str,
    instance: Option<&'a str>,
    protocols: &'a [&'a str],
    version: i16,
}

fn who(id: &str) -> Who<'_> {
    Who { id, instance: None, protocols: &["range"], version: 9 }
}

impl Play {
    async fn start_join(&self, who: Who<'_>) -> Awaited<JoinGroupResponse> {
        let protocol = |name: &&str| JoinGroupRequestProtocol {
            name: Str::from(*name),
            metadata: Bytes::from(format!("{name} of {}", who.instance.unwrap_or("me"))),
            ..Default::default()
        };
        let request = JoinGroupRequest {
            group_id: "g".into(),
            session_timeout_ms: SESSION_MS,
            rebalance_timeout_ms: REBALANCE_MS,
            member_id: who.id.into(),
            group_instance_id: who.instance.map(Str::from),
            protocol_type: "consumer".into(),
            protocols: who.protocols.iter().map(protocol).collect(),
            ..Default::default()
        };
        let asker = Asker { client_id: "c".into(), host: "/127.0.0.1".into(), version: who.version };
        self.groups.write(0, move |shard, fx| join::join(shard, &asker, request, fx)).await.expect("a decision")
    }

    async fn join(&self, who: Who<'_>) -> JoinGroupResponse {
        self.start_join(who).await.get().await.expect("an answer")
    }

    /// A new member of today's versions: it is given an id first.
    async fn enter(&self) -> (String, Awaited<JoinGroupResponse>) {
        let first = self.join(who("")).await;
        assert_eq!(first.error_code, ErrorCode::MEMBER_ID_REQUIRED.code());
        let id = first.member_id.to_string();
        let waits = self.start_join(who(&id)).await;
        (id, waits)
    }

    async fn start_sync(&self, id: &str, generation: i32, given: &[(&str, &str)]) -> Awaited<SyncGroupResponse> {
        let one = |(member, assignment): &(&str, &str)| SyncGroupRequestAssignment {
            member_id: Str::from(*member),
            assignment: Bytes::from(assignment.to_string()),
            ..Default::default()
        };
        let request = SyncGroupRequest {
            group_id: "g".into(),
            generation_id: generation,
            member_id: id.into(),
            assignments: given.iter().map(one).collect(),
            ..Default::default()
        };
        self.groups.write(0, move |shard, fx| sync::sync(shard, request, fx)).await.unwrap_or_else(|code| {
            let (tx, awaited) = crate::broker::coordinator::runtime::answer();
            let _ = tx.send(Err(code));
            awaited
        })
    }

    async fn sync(&self, id: &str, generation: i32, given: &[(&str, &str)]) -> (i16, String) {
        match self.start_sync(id, generation, given).await.get().await {
            Ok(r) => (r.error_code, String::from_utf8_lossy(&r.assignment).into_owned()),
            Err(code) => (code.code(), String::new()),
        }
    }

    async fn beat(&self, id: &str, generation: i32, instance: Option<&str>) -> Result<(), ErrorCode> {
        let request = HeartbeatRequest {
            group_id: "g".into(),
            generation_id: generation,
            member_id: id.into(),
            group_instance_id: instance.map(Str::from),
            ..Default::default()
        };
        let step = self.groups.write(0, move |shard, fx| Decision::reply(membership::heartbeat(shard, &request, fx)));
        step.await.expect("a decision")
    }

    async fn leave(&self, id: &str) -> i16 {
        let members = vec![MemberIdentity { member_id: id.into(), ..Default::default() }];
        let request = LeaveGroupRequest { group_id: "g".into(), members, ..Default::default() };
        let left = self.groups.write(0, move |shard, fx| membership::leave(shard, request, fx)).await;
        left.expect("a decision").members[0].error_code
    }

    /// A group of two in its second generation, stable: the leader and the other.
    async fn two(&self) -> (String, String) {
        let (a, joined) = self.enter().await;
        assert_eq!(joined.get().await.unwrap().generation_id, 1);
        assert_eq!(self.sync(&a, 1, &[(&a, "all")]).await, (0, "all".to_owned()));
        let (b, waits) = self.enter().await;
        assert_eq!(self.beat(&a, 1, None).await, Err(ErrorCode::REBALANCE_IN_PROGRESS));
        let again = self.join(who(&a)).await;
        assert_eq!((again.generation_id, &*again.leader, again.members.len()), (2, &*a, 2));
        let other = waits.get().await.unwrap();
        assert_eq!((other.generation_id, &*other.leader, other.members.len()), (2, &*a, 0));
        let second = self.start_sync(&b, 2, &[]).await;
        assert_eq!(self.sync(&a, 2, &[(&a, "one"), (&b, "two")]).await, (0, "one".to_owned()));
        assert_eq!(&second.get().await.unwrap().assignment[..], b"two");
        assert_eq!(self.beat(&b, 2, None).await, Ok(()));
        (a, b)
    }

    /// State, generation and members as they are now.
    async fn seen(&self) -> (&'static str, i32, usize) {
        let look = self.groups.read(0, |shard| match shard.groups.get("g") {
            Some(Group::Classic(g)) => (g.state.name(), g.generation, g.members.len()),
            Some(Group::Consumer(_) | Group::Share(_)) => ("of the newer protocol", 0, 0),
            None => ("none", 0, 0),
        });
        look.await.expect("it is loaded")
    }
}

async fn wait_ms(ms: u64) {
    tokio::time::sleep(Duration::from_millis(ms)).await;
}

#[tokio::test(start_paused = true)]
async fn a_second_member_shares_and_what_one_leaves_is_free_at_once() {
    let play = play(&[]);
    let (a, b) = play.two().await;
    assert_eq!(play.seen().await, ("Stable", 2, 2));
    assert_eq!(play.leave(&a).await, 0);
    assert_eq!(play.leave(&a).await, ErrorCode::UNKNOWN_MEMBER_ID.code());
    assert_eq!(play.beat(&b, 2, None).await, Err(ErrorCode::REBALANCE_IN_PROGRESS));
    let alone = play.join(who(&b)).await;
    assert_eq!((alone.generation_id, &*alone.leader, alone.members.len()), (3, &*b, 1));
    assert_eq!(play.sync(&b, 3, &[(&b, "all")]).await, (0, "all".to_owned()));
    assert_eq!(play.leave(&b).await, 0);
    assert_eq!(play.seen().await, ("Empty", 4, 0));
}

#[tokio::test(start_paused = true)]
async fn a_member_that_is_silent_is_out_after_its_session() {
    let play = play(&[]);
    let (a, b) = play.two().await;
    for _ in 0..3 {
        wait_ms(4000).await;
        let beat = play.beat(&a, 2, None).await;
        assert!(matches!(beat, Ok(()) | Err(ErrorCode::REBALANCE_IN_PROGRESS)), "{beat:?}");
    }
    assert_eq!(play.seen().await, ("PreparingRebalance", 2, 1));
    assert_eq!(play.beat(&b, 2, None).await, Err(ErrorCode::UNKNOWN_MEMBER_ID));
    assert_eq!(play.join(who(&a)).await.generation_id, 3);
    assert_eq!(play.join(who(&b)).await.error_code, ErrorCode::UNKNOWN_MEMBER_ID.code());
}

#[tokio::test(start_paused = true)]
async fn who_does_not_join_again_in_time_is_left_behind() {
    let play = play(&[]);
    let (a, b) = play.two().await;
    let waits = play.start_join(Who { protocols: &["range", "sticky"], ..who(&b) }).await;
    for _ in 0..12 {
        assert_eq!(play.beat(&a, 2, None).await, Err(ErrorCode::REBALANCE_IN_PROGRESS));
        wait_ms(5000).await;
    }
    let alone = waits.get().await.unwrap();
    assert_eq!((alone.generation_id, &*alone.leader, alone.members.len()), (3, &*b, 1));
    assert_eq!(play.beat(&a, 2, None).await, Err(ErrorCode::UNKNOWN_MEMBER_ID));
}

#[tokio::test(start_paused = true)]
async fn who_does_not_sync_in_time_is_out_and_the_others_join_again() {
    let play = play(&[]);
    let (a, b) = play.two().await;
    let waits = play.start_join(Who { protocols: &["range", "sticky"], ..who(&b) }).await;
    assert_eq!(play.join(who(&a)).await.generation_id, 3);
    assert_eq!(waits.get().await.unwrap().generation_id, 3);
    let waits = play.start_sync(&b, 3, &[]).await;
    for _ in 0..12 {
        wait_ms(5000).await;
        let _ = play.beat(&a, 3, None).await; // it beats, and never syncs
    }
    wait_ms(1).await;
    assert_eq!(waits.get().await.unwrap().error_code, ErrorCode::REBALANCE_IN_PROGRESS.code());
    assert_eq!(play.seen().await, ("PreparingRebalance", 3, 1));
}

#[tokio::test(start_paused = true)]
async fn a_static_member_comes_back_without_a_rebalance_and_its_old_id_is_fenced() {
    let play = play(&[]);
    let one = Who { instance: Some("i1"), ..who("") };
    let first = play.join(one).await;
    assert_eq!((first.error_code, first.generation_id), (0, 1));
    assert!(first.member_id.starts_with("i1-"), "{}", first.member_id);
    let old = first.member_id.to_string();
    assert_eq!(play.sync(&old, 1, &[(&old, "all")]).await, (0, "all".to_owned()));
    let back = play.join(one).await;
    assert_eq!((back.error_code, back.generation_id, back.skip_assignment, back.members.len()), (0, 1, true, 1));
    let new = back.member_id.to_string();
    assert_ne!(old, new);
    assert_eq!(play.sync(&new, 1, &[]).await, (0, "all".to_owned()));
    assert_eq!(play.beat(&new, 1, Some("i1")).await, Ok(()));
    assert_eq!(play.beat(&old, 1, Some("i1")).await, Err(ErrorCode::FENCED_INSTANCE_ID));
    let older = play.join(Who { version: 8, ..one }).await;
    assert_eq!((older.generation_id, older.skip_assignment, older.members.len()), (1, false, 0));
    assert_eq!(&*older.leader, new);
    play.bench.start_again();
    assert_eq!(play.sync(&older.member_id, 1, &[]).await, (0, "all".to_owned()));
}

/// Both the members that wait and the group itself must see that nothing was stored.
#[tokio::test(start_paused = true)]
async fn an_assignment_that_cannot_be_stored_is_refused_to_all_and_the_group_rebalances() {
    let play = play(&[]);
    let (a, b) = play.two().await;
    let waits = play.start_join(Who { protocols: &["range", "sticky"], ..who(&b) }).await;
    assert_eq!(play.join(who(&a)).await.generation_id, 3);
    assert_eq!(waits.get().await.unwrap().generation_id, 3);
    let waits = play.start_sync(&b, 3, &[]).await;
    play.bench.set_in_sync(0);
    let refused = ErrorCode::COORDINATOR_NOT_AVAILABLE;
    assert_eq!(play.sync(&a, 3, &[(&a, "x"), (&b, "y")]).await.0, refused.code());
    assert_eq!(waits.get().await.unwrap_err(), refused);
    assert_eq!(play.seen().await, ("PreparingRebalance", 3, 2));
    play.bench.set_in_sync(1);
    let waits = play.start_join(who(&b)).await;
    assert_eq!(play.join(who(&a)).await.generation_id, 4);
    assert_eq!(waits.get().await.unwrap().generation_id, 4);
}

#[tokio::test(start_paused = true)]
async fn a_static_member_whose_new_id_cannot_be_stored_keeps_the_old_one() {
    let play = play(&[]);
    let one = Who { instance: Some("i1"), ..who("") };
    let old = play.join(one).await.member_id.to_string();
    assert_eq!(play.sync(&old, 1, &[(&old, "all")]).await, (0, "all".to_owned()));
    play.bench.set_in_sync(0);
    let asker = Asker { client_id: "c".into(), host: "/127.0.0.1".into(), version: 9 };
    let protocol = JoinGroupRequestProtocol { name: "range".into(), ..Default::default() };
    let request = JoinGroupRequest {
        group_id: "g".into(),
        session_timeout_ms: SESSION_MS,
        group_instance_id: Some("i1".into()),
        protocol_type: "consumer".into(),
        protocols: vec![protocol],
        ..Default::default()
    };
    let refused = play.groups.write(0, move |shard, fx| join::join(shard, &asker, request, fx)).await;
    assert_eq!(refused.err(), Some(ErrorCode::COORDINATOR_NOT_AVAILABLE));
    play.bench.set_in_sync(1);
    assert_eq!(play.beat(&old, 1, Some("i1")).await, Ok(()));
    assert_eq!(play.sync(&old, 1, &[]).await, (0, "all".to_owned()));
}

#[tokio::test(start_paused = true)]
async fn after_a_crash_the_members_go_on_in_their_generation() {
    let play = play(&[]);
    let (a, b) = play.two().await;
    play.bench.start_again();
    assert_eq!(play.seen().await, ("Stable", 2, 2));
    assert_eq!(play.beat(&a, 2, None).await, Ok(()));
    assert_eq!(play.sync(&b, 2, &[]).await, (0, "two".to_owned()));
    wait_ms(9000).await;
    assert_eq!(play.beat(&a, 2, None).await, Ok(()));
    wait_ms(2000).await; // the other is not heard of any more
    assert_eq!(play.seen().await, ("PreparingRebalance", 2, 1));
}

#[tokio::test(start_paused = true)]
async fn the_first_members_of_a_group_are_waited_for_while_others_come() {
    let play = play(&[("group.initial.rebalance.delay.ms", "3000")]);
    let old = Who { version: 3, ..who("") };
    let first = play.start_join(old).await;
    wait_ms(2000).await;
    let second = play.start_join(old).await;
    wait_ms(2000).await;
    assert_eq!(play.seen().await, ("PreparingRebalance", 0, 2));
    wait_ms(2100).await;
    let (first, second) = (first.get().await.unwrap(), second.get().await.unwrap());
    assert_eq!((first.generation_id, second.generation_id), (1, 1));
    assert_eq!(first.members.len() + second.members.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn members_of_old_versions_need_no_id_to_join() {
    let play = play(&[]);
    let joined = play.join(Who { version: 3, ..who("") }).await;
    assert_eq!((joined.error_code, joined.generation_id), (0, 1));
    assert!(joined.member_id.starts_with("c-"));
}

#[tokio::test(start_paused = true)]
async fn the_protocol_that_most_members_like_best_is_taken() {
    let play = play(&[]);
    let old = |protocols| Who { version: 3, protocols, ..who("") };
    let first = play.join(old(&["sticky", "range"])).await;
    assert_eq!(first.protocol_name.as_deref(), Some("sticky"));
    let second = play.start_join(old(&["range", "sticky"])).await;
    let third = play.start_join(old(&["range", "other", "sticky"])).await;
    let refused = play.join(old(&["other"])).await;
    assert_eq!(refused.error_code, ErrorCode::INCONSISTENT_GROUP_PROTOCOL.code());
    let again = play.join(Who { protocols: &["sticky", "range"], ..who(&first.member_id) }).await;
    assert_eq!(again.protocol_name.as_deref(), Some("range"));
    assert_eq!(second.get().await.unwrap().protocol_name.as_deref(), Some("range"));
    assert_eq!(third.get().await.unwrap().generation_id, 2);
}

#[tokio::test(start_paused = true)]
async fn a_full_group_lets_nobody_in() {
    let play = play(&[("group.max.size", "2")]);
    let (a, _) = play.two().await;
    let refused = play.join(who("")).await;
    assert_eq!(refused.error_code, ErrorCode::GROUP_MAX_SIZE_REACHED.code());
    assert_eq!(play.beat(&a, 2, None).await, Ok(()));
}

#[tokio::test(start_paused = true)]
async fn strangers_and_members_of_the_past_are_told_so() {
    let play = play(&[]);
    let nobody = play.join(who("nobody")).await;
    assert_eq!(nobody.error_code, ErrorCode::UNKNOWN_MEMBER_ID.code());
    assert_eq!(play.seen().await, ("none", 0, 0));
    assert_eq!(play.sync("nobody", 1, &[]).await.0, ErrorCode::UNKNOWN_MEMBER_ID.code());
    let (a, b) = play.two().await;
    assert_eq!(play.beat(&a, 1, None).await, Err(ErrorCode::ILLEGAL_GENERATION));
    assert_eq!(play.sync(&b, 1, &[]).await.0, ErrorCode::ILLEGAL_GENERATION.code());
    assert_eq!(play.beat("nobody", 2, None).await, Err(ErrorCode::UNKNOWN_MEMBER_ID));
}
