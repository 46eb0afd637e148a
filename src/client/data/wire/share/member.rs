//! The membership in a share group: heartbeats to its coordinator, and the partitions they bring.
//!
//! It has connections of its own: a heartbeat must not wait behind a fetch that waits for records.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use kt_codec::find_coordinator_request::FindCoordinatorRequest;
use kt_codec::share_group_heartbeat_request::ShareGroupHeartbeatRequest;
use kt_codec::{Message, Str};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use super::super::cluster::{ANSWER, Cluster};
use super::super::link::Link;
use super::session::Key;
use crate::client::data::fault::Fault;
use crate::client::error::Error;
use crate::client::route::CoordinatorKind;
use crate::client::settings::Settings;
use crate::protocol::code::ErrorCode;

/// The epoch of a heartbeat that joins, and of one that leaves.
const JOIN: i32 = 0;
const LEAVE: i32 = -1;
/// The pause while nothing is assigned yet: the coordinator first makes the group's state, and tells at a heartbeat.
const HURRY: Duration = Duration::from_millis(100);
/// After so long without an assignment the coordinator's own interval is kept.
const HURRY_FOR: Duration = Duration::from_secs(15);
/// The pause after a coordinator was not there or not ready.
const AGAIN: Duration = Duration::from_millis(100);
/// How long the leaving may take: the session would end by itself.
const LEAVING: Duration = Duration::from_secs(2);

/// Who joins, and what it wants to read.
pub struct Who {
    pub id: Str,
    pub group: Str,
    pub topic: Str,
    pub rack: Option<Str>,
}

/// The partitions this member reads, or why it is no member any more.
pub type Assigned = Result<BTreeSet<Key>, Fault>;

/// A membership that is kept in the background.
pub struct Membership {
    pub assigned: watch::Receiver<Assigned>,
    leave: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Membership {
    pub async fn begin(client: &Settings, who: Who) -> Result<Membership, Fault> {
        let cluster = Cluster::open(client).await?;
        let (tell, assigned) = watch::channel(Ok(BTreeSet::new()));
        let (leave, left) = oneshot::channel();
        let member = Member { who, cluster, epoch: JOIN, coordinator: None, tell, joined_at: Instant::now() };
        Ok(Membership { assigned, leave, task: tokio::spawn(member.stay(left)) })
    }

    /// Leaves the group, or gives up on it in time.
    pub async fn leave(self) {
        let _ = self.leave.send(()); // the task has ended: the group is left already
        let _ = timeout(LEAVING, self.task).await; // the coordinator will notice that nobody is heard of
    }
}

struct Member {
    who: Who,
    cluster: Cluster,
    epoch: i32,
    coordinator: Option<i32>,
    tell: watch::Sender<Assigned>,
    joined_at: Instant,
}

impl Member {
    async fn stay(mut self, mut left: oneshot::Receiver<()>) {
        loop {
            let pause = match self.beat().await {
                Ok(pause) => pause,
                Err(fault) if fault.is_passing() => {
                    self.forget_coordinator();
                    AGAIN
                }
                Err(fault) => {
                    self.bring(Err(fault));
                    return;
                }
            };
            tokio::select! {
                () = sleep(pause) => {}
                _ = &mut left => break,
            }
        }
        if self.epoch > JOIN {
            self.epoch = LEAVE;
            let _ = self.beat().await; // the coordinator will notice that nobody is heard of
        }
    }

    /// One heartbeat; how long to wait for the next.
    async fn beat(&mut self) -> Result<Duration, Fault> {
        let link = self.coordinator().await?;
        let who = &self.who;
        // The coordinator remembers what it was told when the member joined.
        let joins = self.epoch == JOIN;
        let request = ShareGroupHeartbeatRequest {
            group_id: who.group.clone(),
            member_id: who.id.clone(),
            member_epoch: self.epoch,
            rack_id: who.rack.clone().filter(|_| joins),
            subscribed_topic_names: joins.then(|| vec![who.topic.clone()]),
            ..Default::default()
        };
        let answer = timeout(ANSWER, link.call(&request, i16::MAX)).await.unwrap_or_else(|_| {
            Err(Fault::TimedOut { what: format!("{} does not answer a heartbeat in time", link.address()) })
        })?;
        let code = ErrorCode(answer.error_code);
        match code {
            ErrorCode::NONE => {}
            ErrorCode::UNKNOWN_MEMBER_ID | ErrorCode::FENCED_MEMBER_EPOCH if self.epoch != LEAVE => {
                // The group has forgotten this member; it comes back as a new one.
                self.epoch = JOIN;
                self.joined_at = Instant::now();
                self.bring(Ok(BTreeSet::new()));
                return Ok(AGAIN);
            }
            code => {
                let message = answer.error_message.as_deref();
                return Err(Error::refused(code, message, format!("share group {}", who.group)).into());
            }
        }
        self.epoch = answer.member_epoch;
        if let Some(assignment) = answer.assignment {
            let topics = assignment.topic_partitions.iter();
            let keys = topics.flat_map(|topic| topic.partitions.iter().map(|partition| (topic.topic_id, *partition)));
            self.bring(Ok(keys.collect()));
        }
        let interval = Duration::from_millis(u64::try_from(answer.heartbeat_interval_ms).unwrap_or(0)).max(HURRY);
        let waits = self.tell.borrow().as_ref().is_ok_and(BTreeSet::is_empty);
        Ok(if waits && self.joined_at.elapsed() < HURRY_FOR { HURRY } else { interval })
    }

    fn bring(&self, assigned: Assigned) {
        drop(self.tell.send_replace(assigned)); // what was brought before
    }

    fn forget_coordinator(&mut self) {
        if let Some(node) = self.coordinator.take() {
            self.cluster.drop_link(node);
        }
    }

    async fn coordinator(&mut self) -> Result<Arc<Link>, Fault> {
        let node = match self.coordinator {
            Some(node) => node,
            None => self.find_coordinator().await?,
        };
        let link = self.cluster.link(node).await?;
        self.coordinator = Some(node);
        if link.version::<ShareGroupHeartbeatRequest>(i16::MAX).is_err() {
            return Err(no_share_groups(&link));
        }
        Ok(link)
    }

    async fn find_coordinator(&mut self) -> Result<i32, Fault> {
        // The addresses come with the metadata.
        self.cluster.metadata(Some(std::slice::from_ref(&self.who.topic)), false).await?;
        let link = self.cluster.entry().await?;
        if link.version::<ShareGroupHeartbeatRequest>(i16::MAX).is_err() {
            return Err(no_share_groups(&link));
        }
        // Every broker with share groups takes several names at once.
        let request = FindCoordinatorRequest {
            key_type: CoordinatorKind::Group as i8,
            coordinator_keys: vec![self.who.group.clone()],
            ..Default::default()
        };
        let answer = timeout(ANSWER, link.call(&request, FindCoordinatorRequest::VERSIONS.1)).await;
        let answer = answer.unwrap_or_else(|_| {
            Err(Fault::TimedOut { what: format!("{} does not name the coordinator in time", link.address()) })
        })?;
        let about = || format!("the coordinator of share group {}", self.who.group);
        match answer.coordinators.first() {
            Some(found) if found.error_code == 0 => Ok(found.node_id),
            Some(found) => {
                let code = ErrorCode(found.error_code);
                Err(Error::refused(code, found.error_message.as_deref(), about()).into())
            }
            None => Err(Fault::refused(ErrorCode::COORDINATOR_NOT_AVAILABLE, about())),
        }
    }
}

fn no_share_groups(link: &Link) -> Fault {
    let message = "the broker has none (KIP-932); Apache Kafka has them since 4.2";
    let about = format!("share groups at {}", link.address());
    Error::refused(ErrorCode::UNSUPPORTED_VERSION, Some(message), about).into()
}
