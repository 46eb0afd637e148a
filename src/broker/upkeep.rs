//! What a broker does by itself: retention, checkpoints, folders of deleted topics, producers that are long gone.
//!
//! One thread that sleeps until something is due. Nothing here is in the way of a request for longer than one log's
//! lock is held.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use kt_codec::Str;
use parking_lot::{Condvar, Mutex};
use tracing::{debug, warn};

use super::Broker;
use super::log::Removed;
use super::log::checkpoint::Offsets;
use super::partition::Partition;
use super::sync::Policy;

pub const RECOVERY_POINTS: &str = "recovery-point-offset-checkpoint";
pub const LOG_STARTS: &str = "log-start-offset-checkpoint";
pub const HIGH_WATERMARKS: &str = "replication-offset-checkpoint";
/// What the next start believes of the logs.
pub const OF_LOGS: [&str; 2] = [RECOVERY_POINTS, LOG_STARTS];

/// Files and folders that are renamed already and go when their time has come; and the end.
#[derive(Default)]
pub struct Chores {
    state: Mutex<State>,
    bell: Condvar,
}

/// What nobody can reach by its name any more.
pub(super) enum Gone {
    Segments(Removed),
    Folder(PathBuf),
}

#[derive(Default)]
struct State {
    removals: Vec<(Instant, Gone)>,
    stop: bool,
}

impl Chores {
    pub fn stop(&self) {
        self.state.lock().stop = true;
        self.bell.notify_one();
    }

    fn remove_later(&self, gone: Gone, delay: Duration) {
        self.state.lock().removals.push((Instant::now() + delay, gone));
        self.bell.notify_one();
    }

    /// Waits for the next thing to do. None at the end.
    fn next(&self, until: Instant) -> Option<Vec<Gone>> {
        let mut state = self.state.lock();
        loop {
            let now = Instant::now();
            if state.stop {
                return None;
            }
            let first = state.removals.iter().map(|(due, _)| *due).min();
            if now >= until || first.is_some_and(|due| now >= due) {
                let (due, later) = state.removals.drain(..).partition(|(due, _)| *due <= now);
                state.removals = later;
                let due: Vec<(Instant, Gone)> = due;
                return Some(due.into_iter().map(|(_, gone)| gone).collect());
            }
            let wake = first.map_or(until, |due| due.min(until));
            self.bell.wait_until(&mut state, wake);
        }
    }
}

/// A duty with its rhythm.
struct Duty {
    next: Instant,
    what: fn(&Broker),
    every: fn(&Broker) -> Duration,
}

fn duties(broker: &Broker) -> Vec<Duty> {
    let settings = broker.current();
    let first = millis(settings.settings.log.initial_task_delay_ms);
    let duty = |what, every| Duty { next: Instant::now() + first, what, every };
    vec![
        duty(retention, |b| millis(b.current().settings.log.retention_check_interval_ms)),
        duty(checkpoint_logs, |b| millis(i64::from(b.current().settings.log.flush_offset_checkpoint_interval_ms))),
        duty(checkpoint_high_watermarks, |b| {
            millis(b.current().settings.replication.high_watermark_checkpoint_interval_ms)
        }),
        duty(expire_producers, |b| {
            millis(i64::from(b.current().settings.log.producer_id_expiration_check_interval_ms))
        }),
        duty(flush_by_time, |_| Duration::from_secs(1)),
        Duty { next: Instant::now(), what: keep_metadata, every: |_| Duration::from_secs(1) },
    ]
}

/// Syncs the metadata log where the policy wants it, and writes its snapshots.
fn keep_metadata(broker: &Broker) {
    if broker.controller.offline().is_some() {
        return; // said when it happened; only a new start helps
    }
    let synced = if broker.policy == Policy::Os { Ok(()) } else { broker.controller.sync() };
    if let Err(e) = synced.and_then(|()| broker.controller.snapshot_if_due().map(drop)) {
        warn!("the metadata log is not kept in order: {e}");
    }
}

/// As short as a duty's rhythm may get, whatever the settings say.
const SHORTEST: Duration = Duration::from_millis(100);

fn millis(ms: i64) -> Duration {
    Duration::from_millis(u64::try_from(ms).unwrap_or(0)).clamp(SHORTEST, Duration::from_secs(24 * 3600))
}

/// The loop of the thread.
pub fn run(broker: Weak<Broker>, chores: Arc<Chores>) {
    let Some(mut duties) = broker.upgrade().map(|b| duties(&b)) else { return };
    loop {
        let next = duties.iter().map(|d| d.next).min().unwrap_or_else(Instant::now);
        let Some(gone) = chores.next(next) else { return };
        let Some(broker) = broker.upgrade() else { return };
        gone.iter().for_each(|gone| remove(&broker, gone));
        for duty in duties.iter_mut().filter(|d| d.next <= Instant::now()) {
            (duty.what)(&broker);
            duty.next = Instant::now() + (duty.every)(&broker);
        }
    }
}

fn remove(broker: &Broker, gone: &Gone) {
    let done = match gone {
        Gone::Segments(removed) => removed.delete_files(broker.fs()),
        Gone::Folder(path) => std::fs::remove_dir_all(path),
    };
    match done {
        Err(e) if e.kind() != io::ErrorKind::NotFound => warn!("cannot remove what was deleted: {e}"),
        _ => {}
    }
}

fn retention(broker: &Broker) {
    let now = broker.clock.now_ms();
    for partition in broker.partitions() {
        let mut log = partition.log();
        let done = log.maybe_roll_by_time(now).and_then(|_| log.retention(now, partition.high_watermark()));
        let delay = log.config().file_delete_delay_ms;
        drop(log);
        match done {
            Ok(removed) if removed.is_empty() => {}
            Ok(removed) => broker.remove_later(Gone::Segments(removed), delay),
            Err(e) => {
                debug!("no retention of {}-{}: {e}", partition.topic(), partition.index());
                partition.wake_if_offline();
            }
        }
        partition.view().close_idle_files();
    }
}

fn expire_producers(broker: &Broker) {
    let now = broker.clock.now_ms();
    for partition in broker.partitions() {
        partition.log().expire_producers(now);
    }
}

/// `flush.ms` of the topics that set it.
fn flush_by_time(broker: &Broker) {
    let due = |p: &Arc<Partition>| p.view().config().flush_ms < i64::MAX && p.view().needs_flush();
    for partition in broker.partitions().iter().filter(|p| due(p)) {
        broker.sync_soon(partition);
    }
}

fn checkpoint_logs(broker: &Broker) {
    if let Err(e) = write_checkpoints(broker, &OF_LOGS) {
        warn!("cannot write the checkpoints of {}: {e}", broker.log_dir().display());
    }
}

fn checkpoint_high_watermarks(broker: &Broker) {
    if let Err(e) = write_checkpoints(broker, &[HIGH_WATERMARKS]) {
        warn!("cannot write the checkpoints of {}: {e}", broker.log_dir().display());
    }
}

/// Writes those of the checkpoint files whose content has changed, in each folder. A folder that fails is no reason not
/// to write those of the others.
pub fn write_checkpoints(broker: &Broker, names: &[&str]) -> io::Result<()> {
    // Several threads write them: what is gathered later is written later.
    let _one_at_a_time = broker.checkpoints.lock();
    let partitions = broker.partitions();
    let broken = broker.hosted.broken();
    let mut result = Ok(());
    for folder in broker.folders().of_logs() {
        let here: Vec<_> = partitions.iter().filter(|p| p.view().dir().parent() == Some(folder.path())).collect();
        for name in names {
            let written = write_checkpoint(broker, &folder.path().join(name), name, &here, &broken);
            result = result.and(written);
        }
    }
    result
}

fn write_checkpoint(
    broker: &Broker,
    path: &Path,
    name: &str,
    partitions: &[&Arc<Partition>],
    broken: &[(Str, i32)],
) -> io::Result<()> {
    let written = Offsets::read(path);
    let mut offsets = Offsets::default();
    if let Ok(written) = &written {
        // A log that could not be opened today may be tomorrow, and then begin where it did.
        for (topic, index) in broken {
            if let Some(offset) = written.get(topic, *index) {
                offsets.set(topic, *index, offset);
            }
        }
    }
    for p in partitions {
        let offset = match name {
            RECOVERY_POINTS => Some(p.view().flushed()),
            // As the original: only where it is not the first segment's own.
            LOG_STARTS => Some(p.view().log_start()).filter(|start| *start > 0),
            _ => Some(p.high_watermark()),
        };
        if let Some(offset) = offset {
            offsets.set(p.topic(), p.index(), offset);
        }
    }
    if written.ok().as_ref() == Some(&offsets) { Ok(()) } else { offsets.write(broker.fs(), path) }
}

impl Broker {
    /// Removes a file or folder after a while: readers may still be at it.
    pub(super) fn remove_later(&self, gone: Gone, delay_ms: i64) {
        let delay = Duration::from_millis(u64::try_from(delay_ms).unwrap_or(0)).min(Duration::from_secs(24 * 3600));
        self.chores.remove_later(gone, delay);
    }
}
