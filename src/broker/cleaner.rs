//! The threads that compact logs: which one is next, how fast, and where each has come to.
//!
//! As the original's LogCleaner: `log.cleaner.threads` threads take the log with the largest dirty part, one at a time
//! each, share one limit on bytes a second, and rest for `log.cleaner.backoff.ms` when there is nothing to do. What must
//! hold: a log is compacted by one thread at a time; a log that cannot be compacted is left alone until the next start and
//! the others go on; a deleted topic leaves no line in `cleaner-offset-checkpoint` for a later one of its name.

use std::collections::{HashMap, HashSet};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use kt_codec::Uuid;
use parking_lot::{Condvar, Mutex};
use tracing::{debug, error, info, warn};

use super::Broker;
use super::log::checkpoint::{CLEANER_OFFSETS, Offsets};
use super::log::clean::{self, CleanError, Cleaned, Means, Range};
use super::partition::Partition;
use super::upkeep::Gone;

/// A partition, whoever had its name before.
type Id = (Uuid, i32);

/// As the original: beyond this a thread uses no more memory for its keys.
const MAX_MEMORY: i64 = i32::MAX as i64;
/// Threads at most, whatever the settings say.
const MAX_THREADS: usize = 64;
/// The longest pause of the throttle, so that a stop is never waited for.
const LONGEST_PAUSE: Duration = Duration::from_millis(100);

#[derive(Default)]
pub struct Cleaner {
    state: Mutex<State>,
    bell: Condvar,
    throttle: Mutex<Throttle>,
}

#[derive(Default)]
struct State {
    stop: bool,
    running: usize,
    busy: HashSet<Id>,
    uncleanable: HashSet<Id>,
    /// By folder; read when first needed.
    checkpoints: HashMap<PathBuf, Offsets>,
}

/// A partition that is to be compacted; let go of when dropped.
struct Job<'a> {
    cleaner: &'a Cleaner,
    partition: Arc<Partition>,
    range: Range,
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        self.cleaner.state.lock().busy.remove(&id(&self.partition));
    }
}

fn id(partition: &Partition) -> Id {
    (partition.topic_id(), partition.index())
}

/// The loop of the first thread, which starts the others as the settings want them.
pub fn run(broker: Weak<Broker>, cleaner: Arc<Cleaner>) {
    let mut others = Vec::new();
    loop {
        let Some(alive) = broker.upgrade() else { break };
        let wanted = threads(&alive);
        let running = cleaner.state.lock().running;
        for _ in running + 1..wanted {
            cleaner.state.lock().running += 1;
            let (weak, shared) = (broker.clone(), Arc::clone(&cleaner));
            let name = "kt-cleaner".to_owned();
            match std::thread::Builder::new().name(name).spawn(move || help(&weak, &shared)) {
                Ok(thread) => others.push(thread),
                Err(e) => {
                    cleaner.state.lock().running -= 1;
                    warn!("cannot start another thread for compaction: {e}");
                }
            }
        }
        others.retain(|thread| !thread.is_finished());
        if !cleaner.turn(alive) {
            break;
        }
    }
    for thread in others {
        let _ = thread.join(); // a thread that panicked has said so
    }
}

/// The loop of each further thread; it ends when the settings want fewer.
fn help(broker: &Weak<Broker>, cleaner: &Cleaner) {
    while let Some(alive) = broker.upgrade() {
        if cleaner.state.lock().running + 1 > threads(&alive) || !cleaner.turn(alive) {
            break;
        }
    }
    cleaner.state.lock().running -= 1;
}

fn threads(broker: &Broker) -> usize {
    usize::try_from(broker.current().settings.log.cleaner_threads).unwrap_or(1).clamp(1, MAX_THREADS)
}

impl Cleaner {
    pub fn stop(&self) {
        self.state.lock().stop = true;
        self.bell.notify_all();
    }

    /// Looks for work now: settings have changed.
    pub fn wake(&self) {
        self.bell.notify_all();
    }

    /// One log, or a rest. False at the end.
    fn turn(&self, broker: Arc<Broker>) -> bool {
        let settings = broker.current();
        let done = settings.settings.log.cleaner_enable && self.clean_one(&broker);
        let backoff = Duration::from_millis(u64::try_from(settings.settings.log.cleaner_backoff_ms).unwrap_or(0));
        // Nobody is kept alive by a thread that sleeps.
        drop(broker);
        let mut state = self.state.lock();
        if !done && !state.stop {
            self.bell.wait_for(&mut state, backoff.clamp(Duration::from_millis(1), Duration::from_secs(3600)));
        }
        !state.stop
    }

    fn clean_one(&self, broker: &Broker) -> bool {
        let Some(job) = self.dirtiest(broker) else { return false };
        let (partition, range) = (&job.partition, &job.range);
        let name = format!("{}-{}", partition.topic(), partition.index());
        let settings = broker.current();
        let log = &settings.settings.log;
        let memory = (log.cleaner_dedupe_buffer_bytes / threads(broker) as i64).clamp(0, MAX_MEMORY) as usize;
        let rate = log.cleaner_io_max_bytes_per_s;
        let mut means = Means {
            fs: broker.fs(),
            memory,
            load_factor: log.cleaner_dedupe_load_factor,
            now_ms: broker.clock.now_ms(),
            pace: &mut |bytes| self.pace(bytes, rate),
        };
        let started = Instant::now();
        let mut cleaned = Cleaned { end: range.first_dirty, ..Cleaned::default() };
        let ended = clean::clean(partition.log_lock(), range, &mut means, &mut cleaned);
        let delay = partition.view().config().file_delete_delay_ms;
        for removed in cleaned.removed.drain(..).filter(|removed| !removed.is_empty()) {
            broker.remove_later(Gone::Segments(removed), delay);
        }
        match ended {
            Ok(()) => {
                info!(
                    partition = name,
                    keys = cleaned.keys,
                    read = cleaned.bytes_read,
                    left = cleaned.bytes_written,
                    ms = started.elapsed().as_millis() as u64,
                    "compacted up to offset {}",
                    cleaned.end
                );
                self.note(broker, partition, cleaned.end);
                cleaned.end > range.first_dirty
            }
            Err(CleanError::Stopped) => false,
            Err(CleanError::Io(e)) => {
                // A full disk, say: the log goes on as it is, and the next try may have more room.
                warn!("cannot compact {name} for now: {e}");
                false
            }
            Err(CleanError::Damaged { base_offset, why }) => {
                error!("{name} is not compacted any more: its segment {base_offset} is damaged: {why}");
                self.state.lock().uncleanable.insert(id(partition));
                false
            }
            Err(CleanError::Log(e)) => {
                partition.fail(&e.to_string());
                false
            }
        }
    }

    /// Waits as long as the limit on bytes wants it.
    fn pace(&self, bytes: u64, rate: f64) -> Result<(), CleanError> {
        let mut wait = self.throttle.lock().take(bytes, rate, Instant::now());
        loop {
            let mut state = self.state.lock();
            if state.stop {
                return Err(CleanError::Stopped);
            }
            if wait.is_zero() {
                return Ok(());
            }
            let pause = wait.min(LONGEST_PAUSE);
            self.bell.wait_for(&mut state, pause);
            wait = wait.saturating_sub(pause);
        }
    }

    /// The log that needs it most, of those that are due.
    fn dirtiest(&self, broker: &Broker) -> Option<Job<'_>> {
        let now_ms = broker.clock.now_ms();
        let mut state = self.state.lock();
        let mut best: Option<(Arc<Partition>, Range)> = None;
        let mut reset = Vec::new();
        for partition in broker.partitions() {
            let config = partition.view().config();
            let id = id(&partition);
            if !config.cleanup_policy.compact
                || !partition.is_online()
                || state.busy.contains(&id)
                || state.uncleanable.contains(&id)
            {
                continue;
            }
            let checkpoint = state.offsets(&partition).get(partition.topic(), partition.index());
            let stable = partition.view().last_stable(partition.high_watermark());
            let range = match Range::of(partition.view(), checkpoint, stable, now_ms) {
                Ok(range) => range,
                Err(e) => {
                    debug!("cannot look at {}-{}: {e}", partition.topic(), partition.index());
                    continue;
                }
            };
            if range.reset {
                reset.push((Arc::clone(&partition), range.first_dirty));
            }
            let dirtier = best.as_ref().is_none_or(|(_, other)| range.ratio() > other.ratio());
            if range.is_due(config.min_cleanable_dirty_ratio) && dirtier {
                best = Some((partition, range));
            }
        }
        for (partition, offset) in reset {
            state.write(broker, &partition, offset);
        }
        let (partition, range) = best?;
        state.busy.insert(id(&partition));
        drop(state);
        Some(Job { cleaner: self, partition, range })
    }

    fn note(&self, broker: &Broker, partition: &Partition, offset: i64) {
        let mut state = self.state.lock();
        // Not for one that was deleted meanwhile.
        if partition.is_online() {
            state.write(broker, partition, offset);
        }
    }

    /// Partitions that are gone: nothing is remembered of them.
    pub fn forget(&self, broker: &Broker, gone: &[Arc<Partition>]) {
        let mut state = self.state.lock();
        let mut changed = HashSet::new();
        for partition in gone {
            state.uncleanable.remove(&id(partition));
            let dir = folder(partition);
            let offsets = state.offsets(partition);
            if offsets.remove(partition.topic(), partition.index()) {
                changed.insert(dir);
            }
        }
        for dir in changed {
            state.save(broker, &dir);
        }
    }

    /// Keeps the threads away from a partition. False while one is at it.
    pub fn hold(&self, partition: &Partition) -> bool {
        self.state.lock().busy.insert(id(partition))
    }

    pub fn let_go(&self, partition: &Partition) {
        self.state.lock().busy.remove(&id(partition));
    }

    /// The replica lives in another folder from now on, and is as clean there.
    pub fn moved(&self, broker: &Broker, from: PathBuf, partition: &Partition) {
        let mut state = self.state.lock();
        let (topic, index) = (partition.topic(), partition.index());
        let old = state.of(from.clone());
        let Some(offset) = old.get(topic, index) else { return };
        old.remove(topic, index);
        state.save(broker, &from);
        state.write(broker, partition, offset);
    }
}

/// The folder of logs that holds the partition's own.
fn folder(partition: &Partition) -> PathBuf {
    partition.view().dir().parent().map(PathBuf::from).unwrap_or_default()
}

impl State {
    fn offsets(&mut self, partition: &Partition) -> &mut Offsets {
        self.of(folder(partition))
    }

    fn of(&mut self, dir: PathBuf) -> &mut Offsets {
        self.checkpoints.entry(dir).or_insert_with_key(|dir| {
            let path = dir.join(CLEANER_OFFSETS);
            Offsets::read(&path).unwrap_or_else(|e| {
                // All that is lost is the knowledge of what is clean already.
                warn!("{e}; the logs are compacted from their starts");
                Offsets::default()
            })
        })
    }

    fn write(&mut self, broker: &Broker, partition: &Partition, offset: i64) {
        self.offsets(partition).set(partition.topic(), partition.index(), offset);
        self.save(broker, &folder(partition));
    }

    fn save(&mut self, broker: &Broker, dir: &PathBuf) {
        let Some(offsets) = self.checkpoints.get(dir) else { return };
        let written: io::Result<()> = offsets.write(broker.fs(), &dir.join(CLEANER_OFFSETS));
        if let Err(e) = written {
            warn!("cannot write {CLEANER_OFFSETS} in {}: {e}", dir.display());
        }
    }
}

/// Bytes a second, over all threads. What was not used is kept for no longer than a moment.
#[derive(Default)]
struct Throttle {
    /// When the bytes taken so far are paid for.
    paid: Option<Instant>,
}

/// What may be saved up.
const BURST: Duration = Duration::from_millis(300);
/// More than a day's pause is none that anybody meant.
const LONGEST_DEBT: f64 = 86_400.0;

impl Throttle {
    /// Takes so many bytes; gives how long to wait before going on.
    fn take(&mut self, bytes: u64, rate: f64, now: Instant) -> Duration {
        if rate >= 1e15 || rate.is_nan() || rate <= 0.0 {
            return Duration::ZERO;
        }
        let from = self.paid.map_or(now, |paid| paid.max(now.checked_sub(BURST).unwrap_or(now)));
        let cost = Duration::from_secs_f64((bytes as f64 / rate).min(LONGEST_DEBT));
        let paid = from + cost;
        self.paid = Some(paid);
        paid.saturating_duration_since(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_throttle_lets_through_so_many_bytes_a_second() {
        let mut throttle = Throttle::default();
        let start = Instant::now();
        let mut now = start;
        for _ in 0..1_000 {
            now += throttle.take(10_000, 1_000_000.0, now);
        }
        let took = now - start;
        assert!((Duration::from_millis(9_600)..=Duration::from_secs(10)).contains(&took), "{took:?}");
        // A pause saves up no more than a moment's worth.
        now += Duration::from_secs(100);
        assert!(throttle.take(300_000, 1_000_000.0, now).is_zero());
        assert_eq!(throttle.take(500_000, 1_000_000.0, now), Duration::from_millis(500));
        assert!(Throttle::default().take(u64::MAX, f64::MAX, now).is_zero(), "no limit");
    }
}
