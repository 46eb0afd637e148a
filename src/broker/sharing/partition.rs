//! A partition as a share group reads it: its [`Progress`] under a mutex, and what has to be written of it.
//!
//! A decision is made under the mutex; what it changes is written through the share coordinator with nothing held, one
//! write of a partition at a time, and then either counts or is taken back. That goes on even if the client that asked
//! for it is gone: a change that nobody ends would be in between for ever.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use kt_codec::Str;
use parking_lot::Mutex;

use super::acquire::{Acquired, Ask};
use super::progress::{Progress, Rules};
use super::read::{self, Stored};
use super::settle::{By, Said};
use crate::broker::Broker;
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::coordinator::group::share::setting;
use crate::broker::coordinator::runtime::World;
use crate::broker::coordinator::share::decide::Write;
use crate::broker::coordinator::share::{Key, ask, state};
use crate::broker::partition::{Isolation, Partition, Read, ReadError, Span, Waiters};
use crate::protocol::code::ErrorCode;

pub struct SharePartition {
    pub key: Key,
    pub log: Arc<Partition>,
    leader_epoch: i32,
    state_epoch: i32,
    progress: Mutex<Progress>,
    /// Held while a change is written, so that what is written later says what is true later.
    writing: tokio::sync::Mutex<()>,
    /// Fetches that wait for records to be free again.
    pub waiters: Waiters,
    /// Counts what those that wait have to look at.
    changes: AtomicU64,
    ids: AtomicU64,
}

/// What the settings of a group say.
pub fn rules(broker: &Broker, group: &Str) -> Rules {
    let world = world(broker);
    let number = |name: &str| setting(&world, group, name).as_i64().unwrap_or_default();
    Rules {
        most_deliveries: i32::try_from(number("share.delivery.count.limit")).unwrap_or(i32::MAX),
        most_locks: number("share.partition.max.record.locks"),
        lock: Duration::from_millis(u64::try_from(number("share.record.lock.duration.ms")).unwrap_or(0)),
        renew: setting(&world, group, "share.renew.acknowledge.enable").to_string() == "true",
    }
}

pub fn isolation(broker: &Broker, group: &Str) -> Isolation {
    match setting(&world(broker), group, "share.isolation.level").to_string().as_str() {
        "read_committed" => Isolation::Committed,
        _ => Isolation::Uncommitted,
    }
}

fn world(broker: &Broker) -> World {
    World { now_ms: broker.clock.now_ms(), current: broker.current(), image: broker.image() }
}

/// Where a group begins that has read nothing of the partition: `share.auto.offset.reset`.
fn first_offset(broker: &Broker, group: &Str, log: &Partition) -> Result<i64, Refused> {
    let reset = setting(&world(broker), group, "share.auto.offset.reset").to_string();
    let latest = log.high_watermark();
    let duration = match reset.to_ascii_lowercase().as_str() {
        "earliest" => return Ok(log.view().log_start()),
        "latest" => return Ok(latest),
        other => other.strip_prefix("by_duration:").and_then(crate::config::value::iso_duration_ms),
    };
    let Some(duration_ms) = duration else {
        return Err(Refused::new(ErrorCode::UNKNOWN_SERVER_ERROR, format!("share.auto.offset.reset is {reset}")));
    };
    let since_ms = broker.clock.now_ms().saturating_sub(duration_ms);
    let place = log.time_place(since_ms, Isolation::Uncommitted).map_err(|code| Refused::new(code, code.message()))?;
    // The original says that there is no such offset, and its members ask again until a record comes.
    Ok(place.map_or(latest, |place| place.offset))
}

/// What the leader says of the share coordinator's refusals.
fn translated(refused: Refused) -> Refused {
    let code = match refused.code {
        ErrorCode::NOT_COORDINATOR | ErrorCode::COORDINATOR_NOT_AVAILABLE | ErrorCode::COORDINATOR_LOAD_IN_PROGRESS => {
            ErrorCode::COORDINATOR_NOT_AVAILABLE
        }
        ErrorCode::FENCED_LEADER_EPOCH | ErrorCode::FENCED_STATE_EPOCH => ErrorCode::NOT_LEADER_OR_FOLLOWER,
        known @ (ErrorCode::GROUP_ID_NOT_FOUND | ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) => known,
        _ => ErrorCode::UNKNOWN_SERVER_ERROR,
    };
    Refused { code, ..refused }
}

impl SharePartition {
    /// Reads the state of the share partition.
    pub async fn open(broker: &Arc<Broker>, key: Key, log: Arc<Partition>) -> Result<SharePartition, Refused> {
        let leader_epoch = log.led_epoch().map_err(|code| Refused::new(code, code.message()))?;
        let stored = ask::read(broker, &key, leader_epoch).await.map_err(translated)?;
        let start = match stored.start_offset {
            -1 => first_offset(broker, &key.group, &log)?,
            start => start,
        };
        let Some(progress) = Progress::load(start, &stored.batches) else {
            let place = format!("{}-{}-{}", key.group, log.topic(), key.partition);
            tracing::error!("the stored state of share partition {place} makes no sense: {stored:?}");
            let message = format!("Failed to initialize the share partition {place}");
            return Err(Refused::new(ErrorCode::UNKNOWN_SERVER_ERROR, message));
        };
        Ok(SharePartition {
            key,
            log,
            leader_epoch,
            state_epoch: stored.state_epoch,
            progress: Mutex::new(progress),
            writing: tokio::sync::Mutex::default(),
            waiters: Waiters::default(),
            changes: AtomicU64::new(0),
            ids: AtomicU64::new(0),
        })
    }

    /// Whether the partition is led here as it was when this was read.
    pub fn is_current(&self, broker: &Broker) -> bool {
        broker.partition_by_id(self.key.topic, self.key.partition).is_ok_and(|now| Arc::ptr_eq(&now, &self.log))
            && self.log.led_epoch() == Ok(self.leader_epoch)
    }

    pub fn changes(&self) -> u64 {
        self.changes.load(Ordering::Acquire)
    }

    fn changed(&self) {
        self.changes.fetch_add(1, Ordering::AcqRel);
        self.waiters.wake_all();
    }

    /// When the next lock runs out.
    pub fn next_timeout(&self) -> Option<Instant> {
        self.progress.lock().next_timeout()
    }

    /// What there is to be acquired: from which offset on, and the batches of the log. `None` when nothing can be.
    pub fn look(&self, rules: &Rules, max_bytes: u64, isolation: Isolation) -> Result<Option<(i64, Span)>, ReadError> {
        let offset = {
            let mut progress = self.progress.lock();
            progress.log_starts_at(self.log.view().log_start());
            if !progress.has_room(rules) {
                return Ok(None);
            }
            progress.next_offset()
        };
        let read = Read {
            offset,
            leader_epoch: self.leader_epoch,
            last_fetched_epoch: -1,
            max_bytes,
            at_least_one: true,
            isolation,
        };
        match self.log.read(&read) {
            // Between the two the log has begun later; the next look finds that out.
            Err(e) if e.code == ErrorCode::OFFSET_OUT_OF_RANGE => Ok(None),
            Err(e) => Err(e),
            Ok(span) if span.is_empty() => Ok(None),
            Ok(span) => Ok(Some((offset, span))),
        }
    }

    /// Gives a member what is free of what was found.
    pub fn acquire(&self, ask: &Ask, span: &Span) -> Result<(Vec<Acquired>, Vec<Stored>), ErrorCode> {
        let mut progress = self.progress.lock();
        // No more is looked at than can be acquired at most: what is begun, and as much again as is asked for.
        let last = progress.end().max(ask.offset).saturating_add(ask.most);
        let stored = read::batches(span, last).map_err(|e| {
            tracing::error!("cannot read from {}-{}: {e}", self.log.topic(), self.key.partition);
            ErrorCode::KAFKA_STORAGE_ERROR
        })?;
        let found: Vec<_> = stored.iter().map(|stored| stored.found).collect();
        let got = progress.acquire(ask, &found);
        let got = match got.is_empty() {
            true => got,
            false => progress.without_aborted(got, &read::aborted(&stored)),
        };
        Ok((got, stored))
    }

    /// A member says what became of its records.
    pub async fn acknowledge(
        self: &Arc<Self>,
        broker: &Arc<Broker>,
        member: &Str,
        said: &[Said],
    ) -> Result<(), Refused> {
        let rules = rules(broker, &self.key.group);
        let id = self.ids.fetch_add(1, Ordering::Relaxed);
        let changed = {
            let by = By { member, id, rules: &rules, now: Instant::now() };
            self.progress.lock().acknowledge(&by, said)?
        };
        self.keep(broker, member, id, rules, changed).await
    }

    /// A member is gone.
    pub async fn release(self: &Arc<Self>, broker: &Arc<Broker>, member: &Str) -> Result<(), Refused> {
        let rules = rules(broker, &self.key.group);
        let id = self.ids.fetch_add(1, Ordering::Relaxed);
        let changed = {
            let by = By { member, id, rules: &rules, now: Instant::now() };
            self.progress.lock().release(&by)
        };
        self.keep(broker, member, id, rules, changed).await
    }

    /// Writes what a request has changed, and ends it.
    async fn keep(
        self: &Arc<Self>,
        broker: &Arc<Broker>,
        member: &Str,
        id: u64,
        rules: Rules,
        changed: Vec<state::Batch>,
    ) -> Result<(), Refused> {
        if changed.is_empty() {
            return Ok(());
        }
        let (this, broker, member) = (Arc::clone(self), Arc::clone(broker), member.clone());
        let kept = tokio::spawn(async move {
            let written = this.write(&broker, changed).await;
            let by = By { member: &member, id, rules: &rules, now: Instant::now() };
            this.progress.lock().finish(&by, written.is_ok());
            this.changed();
            written
        });
        let gone = |_| Refused::new(ErrorCode::UNKNOWN_SERVER_ERROR, "the state was not written");
        kept.await.map_err(gone)?
    }

    async fn write(&self, broker: &Arc<Broker>, batches: Vec<state::Batch>) -> Result<(), Refused> {
        let _turn = self.writing.lock().await;
        let write = {
            let progress = self.progress.lock();
            Write {
                state_epoch: self.state_epoch,
                leader_epoch: self.leader_epoch,
                start_offset: progress.start(),
                delivery_complete_count: progress.complete_count(),
                batches,
            }
        };
        ask::write(broker, &self.key, &write).await.map_err(translated)
    }

    /// Takes records back whose locks have run out.
    pub async fn expire(&self, broker: &Arc<Broker>) {
        let changed = self.progress.lock().expire(&rules(broker, &self.key.group), Instant::now());
        if changed.is_empty() {
            return;
        }
        self.changed();
        if let Err(refused) = self.write(broker, changed).await {
            tracing::debug!("that locks of {} have run out was not written: {}", self.key.text(), refused.message);
        }
        self.progress.lock().settled();
        self.changed();
    }
}
