//! The runtime of a coordinator: finds the shard, has it loaded, takes steps on it, and wakes it when something is due.
//!
//! One mutex a shard, never held across a wait; one task for all timers. What is decided is written before it is true
//! ([`shard`]); what is answered is kept before it is answered: the answer to a step waits until the high watermark has
//! passed all that the shard has written so far, which with one replica is at once, or after the shared fsync.
//!
//! A step runs under the shard's mutex, so a decision must not call the runtime: [`Effects::then`] is for that.

mod effects;
mod kind;
pub(super) mod load;
mod shard;
mod timers;

#[cfg(test)]
pub(super) mod bench;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use parking_lot::{Mutex, RwLock};
use tokio::runtime::Handle;
use tokio::sync::{Notify, Semaphore, watch};
use tokio::time::{Instant, timeout_at};

use super::super::partition::{AppendError, Appended, Partition};
use crate::protocol::code::ErrorCode;
use shard::{Lead, Loaded, Slot, Stepped};

pub use effects::{Answer, Awaited, Effects, Kept, answer};
pub use kind::{Decision, Host, Kind, Meta, Transaction, World};

/// How long a request waits for its shard to be loaded before it is told to come again.
const LOAD_PATIENCE: Duration = Duration::from_millis(1000);
/// Shards that are loaded at the same time.
const LOADERS: usize = 2;
/// After a failed load, and after a timer whose records could not be written.
const TRY_AGAIN: Duration = Duration::from_millis(500);
/// Timers that are served in one go, before others get at the shard.
const DUE_AT_ONCE: usize = 64;

type Cell<K> = Arc<Mutex<Slot<K>>>;

pub struct Runtime<K: Kind> {
    kind: K,
    host: Arc<dyn Host>,
    shards: RwLock<HashMap<i32, Cell<K>>>,
    loaders: Semaphore,
    alarms: Mutex<Alarms>,
    bell: Arc<Notify>,
    handle: Handle,
    stopped: AtomicBool,
}

/// When the timers' task has to look at which shard.
#[derive(Default)]
struct Alarms {
    next: HashMap<i32, Instant>,
    /// The task is started with the first timer.
    watched: bool,
}

impl<K: Kind> Runtime<K> {
    /// Must be called within an async runtime, which it then uses.
    pub fn new(kind: K, host: Arc<dyn Host>) -> Arc<Runtime<K>> {
        Arc::new(Runtime {
            kind,
            host,
            shards: RwLock::default(),
            loaders: Semaphore::new(LOADERS),
            alarms: Mutex::default(),
            bell: Arc::new(Notify::new()),
            handle: Handle::current(),
            stopped: AtomicBool::new(false),
        })
    }

    pub fn kind(&self) -> &K {
        &self.kind
    }

    /// The shard that a key belongs to. NOT_COORDINATOR while the topic is not there.
    pub fn shard_of(&self, key: &str) -> Result<i32, ErrorCode> {
        let count = self.host.count(self.kind.topic()).ok_or(ErrorCode::NOT_COORDINATOR)?;
        Ok(partition_of(key, count))
    }

    /// Takes a step: `decide` on the shard, append its records as one write, apply them; then wait until they are kept
    /// and give the answer. Errors: NOT_COORDINATOR, COORDINATOR_LOAD_IN_PROGRESS, COORDINATOR_NOT_AVAILABLE, and
    /// UNKNOWN_SERVER_ERROR for a record that is too large.
    pub async fn write<T: Send>(
        self: &Arc<Self>,
        shard: i32,
        decide: impl FnOnce(&mut K::Shard, &mut Effects<K>) -> Decision<K::Record, T> + Send,
    ) -> Result<T, ErrorCode> {
        let stepped = self.with(shard, |loaded, world| loaded.step(&self.kind, world, decide)).await?;
        self.finish(stepped).await
    }

    /// As [`write`](Self::write), for what nobody waits for.
    pub fn write_soon(
        self: &Arc<Self>,
        shard: i32,
        decide: impl FnOnce(&mut K::Shard, &mut Effects<K>) -> Decision<K::Record, ()> + Send + 'static,
    ) {
        let this = Arc::clone(self);
        self.handle.spawn(async move {
            if let Err(code) = this.write(shard, decide).await {
                tracing::debug!("{}-{shard} was not changed: {}", this.kind.topic(), code.name());
            }
        });
    }

    /// Looks at a shard. The answer waits until what was seen is kept.
    pub async fn read<T: Send>(
        self: &Arc<Self>,
        shard: i32,
        look: impl FnOnce(&K::Shard) -> T + Send,
    ) -> Result<T, ErrorCode> {
        let stepped = self.with(shard, |loaded, _| {
            let seen = look(&loaded.state);
            loaded.stepped(seen, Vec::new(), false)
        });
        self.finish(stepped.await?).await
    }

    /// Looks at every shard that is led here.
    pub async fn each<T: Send>(
        self: &Arc<Self>,
        mut look: impl FnMut(i32, &K::Shard) -> T + Send,
    ) -> Result<Vec<T>, ErrorCode> {
        let mut seen = Vec::new();
        for index in self.led() {
            seen.push(self.read(index, |shard| look(index, shard)).await?);
        }
        Ok(seen)
    }

    /// Ends a transaction in a partition of the topic: `append` writes the marker. The code is that of the append.
    pub async fn marker(
        self: &Arc<Self>,
        shard: i32,
        producer_id: i64,
        epoch: i16,
        commit: bool,
        append: impl FnOnce(&Partition) -> Result<Appended, AppendError> + Send,
    ) -> Result<(), ErrorCode> {
        let end = (producer_id, epoch, commit);
        let stepped = self.with(shard, |loaded, _| loaded.marker(&self.kind, end, append)).await?;
        self.finish(stepped).await
    }

    /// The shards whose partitions this broker leads.
    pub fn led(&self) -> Vec<i32> {
        let count = self.host.count(self.kind.topic()).unwrap_or(0);
        (0..count).filter(|index| self.lead(*index).is_ok()).collect()
    }

    /// Begins to load what is led here and not loaded, and forgets what is led elsewhere.
    pub fn load_all(self: &Arc<Self>) {
        let known: Vec<i32> = self.shards.read().keys().copied().collect();
        for index in known.into_iter().filter(|index| self.lead(*index).is_err()) {
            *self.cell(index).lock() = Slot::Empty;
        }
        for index in self.led() {
            if let Err(code) = self.look(index, &mut Some(|_: &mut Loaded<K>, _: World| ())) {
                tracing::debug!("{}-{index} is not loaded: {}", self.kind.topic(), code.name());
            }
        }
    }

    /// Serves nobody any more; who waits for an answer is told NOT_COORDINATOR.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
        for cell in self.shards.read().values() {
            *cell.lock() = Slot::Empty;
        }
        self.bell.notify_one();
    }

    fn cell(&self, index: i32) -> Cell<K> {
        if let Some(cell) = self.shards.read().get(&index) {
            return Arc::clone(cell);
        }
        let mut shards = self.shards.write();
        Arc::clone(shards.entry(index).or_insert_with(|| Arc::new(Mutex::new(Slot::Empty))))
    }

    fn lead(&self, index: i32) -> Result<Lead, ErrorCode> {
        let lead = |partition: Arc<Partition>| partition.led_epoch().map(|epoch| Lead { partition, epoch });
        let lead = self.host.partition(self.kind.topic(), index).and_then(lead);
        lead.map_err(|_| ErrorCode::NOT_COORDINATOR)
    }

    /// Runs `f` on the shard once it is loaded.
    async fn with<R: Send>(
        self: &Arc<Self>,
        index: i32,
        f: impl FnOnce(&mut Loaded<K>, World) -> R + Send,
    ) -> Result<R, ErrorCode> {
        let deadline = Instant::now() + LOAD_PATIENCE;
        let mut f = Some(f);
        loop {
            match self.look(index, &mut f)? {
                Look::Done(done) => return Ok(done),
                Look::Loading(mut loading) => {
                    // The channel never carries anything: it ends.
                    if timeout_at(deadline, loading.changed()).await.is_err() {
                        return Err(ErrorCode::COORDINATOR_LOAD_IN_PROGRESS);
                    }
                }
            }
        }
    }

    /// Runs `f` if the shard is loaded; otherwise sees to it that it is being loaded.
    fn look<R>(
        self: &Arc<Self>,
        index: i32,
        f: &mut Option<impl FnOnce(&mut Loaded<K>, World) -> R>,
    ) -> Result<Look<R>, ErrorCode> {
        let lead = self.lead(index)?;
        let world = self.host.world().ok_or(ErrorCode::NOT_COORDINATOR)?;
        let cell = self.cell(index);
        let mut slot = cell.lock();
        if self.stopped.load(Ordering::Acquire) {
            return Err(ErrorCode::NOT_COORDINATOR);
        }
        match &mut *slot {
            Slot::Loaded(loaded) if loaded.lead == lead => {}
            Slot::Loading(of, loading) if *of == lead => return Ok(Look::Loading(loading.clone())),
            Slot::Failed(of, until) if *of == lead && Instant::now() < *until => {
                return Err(ErrorCode::NOT_COORDINATOR);
            }
            _ if lead.partition.view().log_end() > lead.partition.view().log_start() => {
                let loading = self.load(index, lead.clone(), &world);
                *slot = Slot::Loading(lead, loading.clone());
                return Ok(Look::Loading(loading));
            }
            // Nothing to read.
            _ => {
                let mut loaded = Box::new(Loaded::new(lead, self.kind.shard(index)));
                let kept = loaded.touch(&self.kind, world.clone(), |k, s, fx| k.loaded(s, fx.now_ms, fx));
                // They may take the lock that is held here.
                self.handle.spawn(async move { kept.into_iter().for_each(|done| done(Ok(()))) });
                *slot = Slot::Loaded(loaded);
            }
        }
        let Slot::Loaded(loaded) = &mut *slot else { return Err(ErrorCode::NOT_COORDINATOR) };
        let f = f.take().expect("it runs once: the caller's loop ends here");
        let done = f(loaded, world);
        let next = loaded.timers.next();
        drop(slot);
        self.alarm(index, next);
        Ok(Look::Done(done))
    }

    fn load(self: &Arc<Self>, index: i32, lead: Lead, world: &World) -> watch::Receiver<()> {
        let (done, loading) = watch::channel(());
        let this = Arc::clone(self);
        let chunk = u64::try_from(world.current.settings.offsets.load_buffer_bytes).unwrap_or(1 << 20);
        self.handle.spawn(async move {
            let _turn = this.loaders.acquire().await;
            let reading = {
                let (this, partition) = (Arc::clone(&this), Arc::clone(&lead.partition));
                tokio::task::spawn_blocking(move || load::load(&this.kind, index, &partition, chunk))
            };
            let state = reading.await.unwrap_or_else(|e| Err(e.to_string()));
            this.loaded(index, lead, state);
            drop(done);
        });
        loading
    }

    fn loaded(self: &Arc<Self>, index: i32, lead: Lead, state: Result<K::Shard, String>) {
        let cell = self.cell(index);
        let mut slot = cell.lock();
        if !matches!(&*slot, Slot::Loading(of, _) if *of == lead) {
            return; // it was unloaded meanwhile
        }
        let (state, world) = match (state, self.host.world()) {
            (Ok(state), Some(world)) => (state, world),
            (state, _) => {
                if let Err(why) = state {
                    tracing::error!("{}-{index} cannot be loaded: {why}", self.kind.topic());
                }
                *slot = Slot::Failed(lead, Instant::now() + TRY_AGAIN);
                return;
            }
        };
        let mut loaded = Box::new(Loaded::new(lead, state));
        let kept = loaded.touch(&self.kind, world, |k, s, fx| k.loaded(s, fx.now_ms, fx));
        let next = loaded.timers.next();
        *slot = Slot::Loaded(loaded);
        drop(slot);
        self.alarm(index, next);
        kept.into_iter().for_each(|done| done(Ok(())));
    }

    /// Outside of the lock: waits until the step's records are kept, and tells everyone.
    async fn finish<T>(self: &Arc<Self>, stepped: Stepped<T>) -> Result<T, ErrorCode> {
        let (outcome, waiting) = self.release(stepped);
        match waiting {
            Some(waiting) => {
                let reply = outcome?;
                waiting.await?;
                Ok(reply)
            }
            None => outcome,
        }
    }

    /// Gives the answers that a step has brought about, now or, from a task of its own, when its records are kept.
    /// Returns the wait, if there is one.
    fn release<T>(self: &Arc<Self>, stepped: Stepped<T>) -> (Result<T, ErrorCode>, Option<Settling>) {
        let Stepped { outcome, kept, wait, sync } = stepped;
        if let Some(partition) = sync {
            self.host.sync_soon(&partition);
        }
        let Some((partition, appended)) = wait else {
            let result = outcome.as_ref().map(drop).map_err(|code| *code);
            kept.into_iter().for_each(|done| done(result));
            return (outcome, None);
        };
        let limit = self.host.world().map_or(5000, |world| world.current.settings.offsets.commit_timeout_ms);
        let deadline = Instant::now() + Duration::from_millis(u64::try_from(limit).unwrap_or(0));
        let settled = |partition: Arc<Partition>, appended: Appended| -> Settling {
            Box::pin(async move { partition.settled(&appended, deadline).await.map_err(shard::to_the_client) })
        };
        if !kept.is_empty() {
            let settled = settled(Arc::clone(&partition), appended.clone());
            self.handle.spawn(async move {
                let result = settled.await;
                kept.into_iter().for_each(|done| done(result));
            });
        }
        (outcome, Some(settled(partition, appended)))
    }

    /// Has the timers' task look at the shard by then.
    fn alarm(self: &Arc<Self>, index: i32, next: Option<Instant>) {
        let Some(next) = next else { return };
        let mut alarms = self.alarms.lock();
        // A later one than is set already is found out when that one rings.
        if alarms.next.get(&index).is_some_and(|set| *set <= next) {
            return;
        }
        alarms.next.insert(index, next);
        if !std::mem::replace(&mut alarms.watched, true) {
            let (weak, bell) = (Arc::downgrade(self), Arc::clone(&self.bell));
            self.handle.spawn(async move {
                loop {
                    let Some(next) = weak.upgrade().and_then(|this| this.ring()) else { return };
                    match next {
                        Some(at) => drop(timeout_at(at, bell.notified()).await),
                        None => bell.notified().await,
                    }
                }
            });
        }
        drop(alarms);
        self.bell.notify_one();
    }

    /// Serves the shards whose time has come. Returns when to come again; the outer `None` is the end.
    fn ring(self: &Arc<Self>) -> Option<Option<Instant>> {
        if self.stopped.load(Ordering::Acquire) {
            return None;
        }
        let now = Instant::now();
        let due: Vec<i32> = {
            let mut alarms = self.alarms.lock();
            let due = alarms.next.iter().filter(|(_, at)| **at <= now).map(|(index, _)| *index).collect();
            alarms.next.retain(|_, at| *at > now);
            due
        };
        for index in due {
            self.serve_due(index, now);
        }
        Some(self.alarms.lock().next.values().min().copied())
    }

    fn serve_due(self: &Arc<Self>, index: i32, now: Instant) {
        for _ in 0..DUE_AT_ONCE {
            let step = |loaded: &mut Loaded<K>, world: World| {
                let timer = loaded.timers.pop(now)?;
                let again = timer.clone();
                let stepped = loaded
                    .step(&self.kind, world, |shard, fx| Decision::new(self.kind.due(shard, timer, fx.now_ms, fx), ()));
                if stepped.outcome.is_err() {
                    loaded.timers.set_if_missing(again, now + TRY_AGAIN);
                }
                Some(stepped)
            };
            match self.look(index, &mut Some(step)) {
                Ok(Look::Done(Some(stepped))) => drop(self.release(stepped)),
                // Nothing more is due, or the shard is gone: its timers went with it.
                _ => return,
            }
        }
    }
}

/// Until records are kept.
type Settling = Pin<Box<dyn Future<Output = Result<(), ErrorCode>> + Send>>;

enum Look<R> {
    Done(R),
    Loading(watch::Receiver<()>),
}

/// Java's `Utils.abs(key.hashCode()) % count`: which partition of an internal topic a key belongs to.
pub fn partition_of(key: &str, count: i32) -> i32 {
    let hash = key.encode_utf16().fold(0i32, |hash, unit| hash.wrapping_mul(31).wrapping_add(i32::from(unit)));
    // The smallest number has no absolute value; the original takes 0.
    hash.checked_abs().unwrap_or(0) % count.max(1)
}
