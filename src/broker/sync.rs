//! Brings what was written to the disk: one thread, and many syncs at once.
//!
//! Three policies. `os`: the system decides, as the original does. `interval`: all that is dirty, every second; an
//! append never waits. `always`: an answer waits until its records are synced, and all records that came while one round
//! ran are synced by the next. Under each of them `flush.messages`, `flush.ms` and the roll of a segment ask for a
//! sync too.

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

use super::Broker;
use super::log::{Fs, SyncSet};
use super::partition::Partition;

/// When records reach the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    Os,
    #[default]
    Interval,
    Always,
}

impl std::str::FromStr for Policy {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        match s {
            "os" => Ok(Policy::Os),
            "interval" => Ok(Policy::Interval),
            "always" => Ok(Policy::Always),
            other => Err(format!("'{other}' is no policy: os, interval or always")),
        }
    }
}

const INTERVAL: Duration = Duration::from_secs(1);

/// The queue of partitions that asked for a sync.
#[derive(Default)]
pub struct Queue {
    state: Mutex<State>,
    bell: Condvar,
}

#[derive(Default)]
struct State {
    due: Vec<Arc<Partition>>,
    stop: bool,
}

impl Queue {
    pub fn push(&self, partition: &Arc<Partition>) {
        let mut state = self.state.lock();
        state.due.push(Arc::clone(partition));
        self.bell.notify_one();
    }

    pub fn stop(&self) {
        self.state.lock().stop = true;
        self.bell.notify_one();
    }

    /// Waits for partitions, or for the time. None at the end.
    fn next(&self, until: Option<Instant>) -> Option<Vec<Arc<Partition>>> {
        let mut state = self.state.lock();
        while state.due.is_empty() && !state.stop {
            match until {
                None => self.bell.wait(&mut state),
                Some(until) if self.bell.wait_until(&mut state, until).timed_out() => break,
                Some(_) => {}
            }
        }
        if state.stop { None } else { Some(std::mem::take(&mut state.due)) }
    }
}

/// The loop of the thread. It ends with the queue, or when the broker is gone.
pub fn run(broker: Weak<Broker>, queue: Arc<Queue>, policy: Policy) {
    let ticks = policy == Policy::Interval;
    let mut tick = Instant::now() + INTERVAL;
    while let Some(mut due) = queue.next(ticks.then_some(tick)) {
        let Some(broker) = broker.upgrade() else { return };
        if ticks && Instant::now() >= tick {
            tick = Instant::now() + INTERVAL;
            due = broker.partitions().into_iter().filter(|p| p.view().needs_flush()).collect();
        }
        sync(broker.fs(), &due);
    }
}

/// Syncs in flight at once.
const PARALLEL: usize = 16;

/// Syncs all of them, many at once: one after another they cost ten times as much. One whose sync fails goes offline;
/// it is never tried again as if nothing had happened, for the kernel tells of an error once and drops the pages.
pub fn sync(fs: &Fs, partitions: &[Arc<Partition>]) {
    let mut sets: Vec<(&Arc<Partition>, SyncSet)> = Vec::with_capacity(partitions.len());
    let mut seen = HashSet::with_capacity(partitions.len());
    for partition in partitions {
        if !seen.insert(Arc::as_ptr(partition)) {
            continue;
        }
        // A log that is offline has told why already.
        if let Ok(set) = partition.log().flush(None) {
            sets.push((partition, set));
        }
    }
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((partition, set)) = sets.get(next.fetch_add(1, Ordering::Relaxed)) {
            match set.syncs.iter().try_for_each(|one| one.run(fs)) {
                Ok(()) => partition.synced(set.up_to),
                Err(e) => partition.fail(&format!("a sync failed: {e}")),
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..sets.len().min(PARALLEL) {
            scope.spawn(work);
        }
        work();
    });
}
