//! What a decision brings about besides its records.
//!
//! Effects come true with the records: timers when they are appended, answers once they are kept. A step whose records
//! cannot be appended has none; what it changed softly it takes back by [`Effects::failed`].

use tokio::sync::oneshot;

use super::{Kind, World};
use crate::protocol::code::ErrorCode;

/// Called with what became of the step: its records are kept, or why they are not.
pub type Kept = Box<dyn FnOnce(Result<(), ErrorCode>) + Send>;

/// Called with the shard when the step's records could not be appended.
type Failed<K> = Box<dyn FnOnce(&mut <K as Kind>::Shard, ErrorCode, &mut Effects<K>) + Send>;

/// The sending half of an answer that comes later. Dropped, it says NOT_COORDINATOR.
pub type Answer<R> = oneshot::Sender<Result<R, ErrorCode>>;

/// The receiving half.
pub struct Awaited<R>(oneshot::Receiver<Result<R, ErrorCode>>);

/// An answer for a request that has to wait for others.
pub fn answer<R>() -> (Answer<R>, Awaited<R>) {
    let (tx, rx) = oneshot::channel();
    (tx, Awaited(rx))
}

impl<R> Awaited<R> {
    pub async fn get(self) -> Result<R, ErrorCode> {
        // The shard moved away or the broker stops: whoever asked looks for the coordinator again.
        self.0.await.unwrap_or(Err(ErrorCode::NOT_COORDINATOR))
    }

    /// What has come, if it has come.
    pub fn now(&mut self) -> Option<Result<R, ErrorCode>> {
        self.0.try_recv().ok()
    }
}

pub struct Effects<K: Kind> {
    pub now_ms: i64,
    pub world: World,
    pub(super) timers: Vec<(K::Timer, Option<i64>)>,
    pub(super) kept: Vec<Kept>,
    pub(super) failed: Vec<Failed<K>>,
}

impl<K: Kind> Effects<K> {
    pub fn new(world: World) -> Effects<K> {
        Effects { now_ms: world.now_ms, world, timers: Vec::new(), kept: Vec::new(), failed: Vec::new() }
    }

    /// Sets the timer, or sets it anew. What is left until then is measured by a clock that nobody moves.
    pub fn timer(&mut self, timer: K::Timer, at_ms: i64) {
        self.timers.push((timer, Some(at_ms)));
    }

    pub fn cancel(&mut self, timer: K::Timer) {
        self.timers.push((timer, None));
    }

    /// Gives an answer once this step's records are kept, or the reason why they are not.
    pub fn answer<R: Send + 'static>(&mut self, to: Answer<R>, value: R) {
        self.kept.push(Box::new(move |kept| {
            let _ = to.send(kept.map(|()| value)); // whoever asked may have gone
        }));
    }

    /// Work to be done once this step's records are kept; not at all if they are not.
    pub fn then(&mut self, work: impl FnOnce() + Send + 'static) {
        self.kept.push(Box::new(move |kept| {
            if kept.is_ok() {
                work();
            }
        }));
    }

    /// How to take back a soft change if this step's records cannot be appended. The last goes first. It may set timers
    /// and give answers, but write nothing.
    pub fn failed(&mut self, failed: impl FnOnce(&mut K::Shard, ErrorCode, &mut Effects<K>) + Send + 'static) {
        self.failed.push(Box::new(failed));
    }

    /// The timers that were set and cancelled so far, for tests: `None` is cancelled.
    pub fn timers(&self) -> &[(K::Timer, Option<i64>)] {
        &self.timers
    }

    /// Does what a runtime would do once the records are kept, for tests of decisions alone.
    pub fn complete(&mut self, kept: Result<(), ErrorCode>) {
        for done in self.kept.drain(..) {
            done(kept);
        }
    }
}
