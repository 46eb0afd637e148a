//! Moving a replica from one folder to another while it is in use (AlterReplicaLogDirs).
//!
//! The files are copied into a `-future` folder beside the partitions of the target, segment by segment and again until
//! little is missing; then the log is closed for the moment that the rest takes, the copy gets its plain name, the metadata
//! notes the new folder, and the partition goes on there. What must hold: at no time do two folders count; a crash leaves
//! the partition in the folder that the metadata names, and a copy that did not get so far is thrown away.

use std::cell::Cell;
use std::collections::{HashMap, HashSet, VecDeque};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use kt_codec::Uuid;
use parking_lot::Mutex;
use tracing::{error, info, warn};

use super::Broker;
use super::controller::directories;
use super::host::renamed;
use super::hosted::{HostedTopic, Slot};
use super::log::{Log, LogView, OpenHints, names};
use super::partition::{Leader, Leadership, Partition};
use super::upkeep::{self, Gone};
use crate::protocol::code::ErrorCode;

/// Bytes copied at once.
const CHUNK: usize = 1 << 20;
/// When no more than so much was new in a round, the rest is copied with the log closed.
const SMALL_REST: u64 = 4 << 20;
/// Rounds at most; whoever writes faster than a disk copies is held up in the end.
const MAX_ROUNDS: usize = 50;
/// How long until a compaction that is under way is looked at again, or how much may be copied by now.
const PAUSE: Duration = Duration::from_millis(50);

const STEPS_A_SECOND: u64 = 20;
/// Bytes a second that moves may copy.
const LIMIT: &str = "replica.alter.log.dirs.io.max.bytes.per.second";

type Id = (Uuid, i32);

#[derive(Default)]
pub struct Moves {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    stop: bool,
    waiting: VecDeque<Arc<Move>>,
    by_id: HashMap<Id, Arc<Move>>,
    worker: Option<JoinHandle<()>>,
    working: bool,
}

/// A replica on its way.
pub struct Move {
    pub partition: Arc<Partition>,
    /// The folder of logs that it goes to.
    pub to: PathBuf,
    /// Bytes that are there already, and the offset behind them.
    pub copied: AtomicU64,
    pub end: AtomicI64,
    cancelled: AtomicBool,
}

fn id(partition: &Partition) -> Id {
    (partition.topic_id(), partition.index())
}

impl Moves {
    /// Those that wait or are under way.
    pub fn all(&self) -> Vec<Arc<Move>> {
        self.state.lock().by_id.values().cloned().collect()
    }

    /// Ends the one under way; it is not taken up again.
    pub fn stop(&self) {
        let worker = {
            let mut state = self.state.lock();
            state.stop = true;
            state.waiting.clear();
            state.by_id.values().for_each(|m| m.cancelled.store(true, Ordering::Release));
            state.worker.take()
        };
        if let Some(worker) = worker {
            let _ = worker.join(); // a thread that panicked has said so
        }
    }

    fn next(&self) -> Option<Arc<Move>> {
        let mut state = self.state.lock();
        let next = state.waiting.pop_front();
        state.working = next.is_some();
        next
    }
}

/// Why a copy was not brought to its end.
enum Ended {
    Cancelled,
    Failed(String),
}

impl From<io::Error> for Ended {
    fn from(e: io::Error) -> Self {
        Ended::Failed(e.to_string())
    }
}

impl Broker {
    /// Starts to move a replica into another of the folders.
    pub fn move_replica(self: &Arc<Self>, topic: &str, index: i32, to: &str) -> Result<(), ErrorCode> {
        if topic.len() + format!("-{index}.-future").len() + 32 > 255 {
            return Err(ErrorCode::INVALID_TOPIC_EXCEPTION);
        }
        if self.folders().offline().iter().any(|(path, _)| path == Path::new(to)) {
            return Err(ErrorCode::KAFKA_STORAGE_ERROR);
        }
        let target = self.folders().by_path(Path::new(to)).ok_or(ErrorCode::LOG_DIR_NOT_FOUND)?;
        let partition = self.partition(topic, index).map_err(|code| match code {
            ErrorCode::KAFKA_STORAGE_ERROR => code,
            _ => ErrorCode::REPLICA_NOT_AVAILABLE,
        })?;
        if !partition.is_online() || !self.folders().offline().is_empty() {
            return Err(ErrorCode::KAFKA_STORAGE_ERROR);
        }
        let mut state = self.moves.state.lock();
        if let Some(known) = state.by_id.get(&id(&partition)) {
            if known.to == target.path() {
                return Ok(());
            }
            known.cancelled.store(true, Ordering::Release);
            state.by_id.remove(&id(&partition));
        }
        if partition.view().dir().parent() == Some(target.path()) || state.stop {
            return Ok(());
        }
        let job = Arc::new(Move {
            to: target.path().to_owned(),
            copied: AtomicU64::new(0),
            end: AtomicI64::new(partition.view().log_start()),
            cancelled: AtomicBool::new(false),
            partition,
        });
        state.by_id.insert(id(&job.partition), Arc::clone(&job));
        state.waiting.push_back(job);
        if !state.working {
            let broker = Arc::downgrade(self);
            let work = move || {
                while let Some(broker) = broker.upgrade() {
                    let Some(job) = broker.moves.next() else { return };
                    broker.carry_out(&job);
                }
            };
            let thread = std::thread::Builder::new().name("kt-move".to_owned()).spawn(work);
            state.worker = Some(thread.map_err(|e| {
                error!("cannot start a thread to move {topic}-{index}: {e}");
                ErrorCode::UNKNOWN_SERVER_ERROR
            })?);
            state.working = true;
        }
        Ok(())
    }

    fn carry_out(self: &Arc<Self>, job: &Arc<Move>) {
        let partition = &job.partition;
        let name = format!("{}-{}", partition.topic(), partition.index());
        // No segment may be replaced while it is copied.
        while !self.cleaner.hold(partition) {
            if job.cancelled.load(Ordering::Acquire) {
                return;
            }
            std::thread::sleep(PAUSE);
        }
        let future = renamed(&job.to.join(&name), "future");
        let copy = Copy {
            broker: self,
            job,
            future: &future,
            sizes: HashMap::new(),
            closed: HashSet::new(),
            limited: true,
            owed: Cell::new(0),
        };
        let ended = copy.run();
        self.cleaner.let_go(partition);
        match ended {
            Ok(()) => info!("{name} is in {} now", job.to.display()),
            Err(ended) => {
                let _ = std::fs::remove_dir_all(&future); // the next start does what this cannot
                match ended {
                    Ended::Cancelled => info!("{name} stays where it is"),
                    Ended::Failed(why) => error!("{name} cannot be moved to {}: {why}", job.to.display()),
                }
            }
        }
        let mut state = self.moves.state.lock();
        if state.by_id.get(&id(partition)).is_some_and(|known| Arc::ptr_eq(known, job)) {
            state.by_id.remove(&id(partition));
        }
    }
}

/// A copy that grows.
struct Copy<'a> {
    broker: &'a Arc<Broker>,
    job: &'a Move,
    future: &'a Path,
    /// Bytes copied of each segment.
    sizes: HashMap<i64, u64>,
    /// Segments that are copied with all that belongs to them.
    closed: HashSet<i64>,
    /// The limit on speed holds; not while the log is closed for the rest.
    limited: bool,
    /// Bytes that were copied sooner than they should have been.
    owed: Cell<u64>,
}

impl Copy<'_> {
    fn view(&self) -> &LogView {
        self.job.partition.view()
    }

    fn run(mut self) -> Result<(), Ended> {
        self.broker.fs().create_dir(self.future)?;
        for _ in 0..MAX_ROUNDS {
            if self.segments()? <= SMALL_REST {
                break;
            }
        }
        self.switch()
    }

    /// Copies what has come since the last time. Returns how much it was.
    fn segments(&mut self) -> Result<u64, Ended> {
        let segments = self.view().segments();
        let active = segments.len() - 1;
        let mut all = 0;
        for (i, segment) in segments.iter().enumerate() {
            let base = segment.base_offset();
            if self.closed.contains(&base) {
                continue;
            }
            // The end first: what is there by then is copied.
            let end = self.view().log_end();
            let size = segment.size();
            let from = self.sizes.get(&base).copied().unwrap_or(0);
            let target = self.broker.fs().create(&names::file(self.future, base, names::LOG))?;
            self.range(&*segment.file()?, &target, from, size)?;
            self.broker.fs().sync(&target)?;
            self.sizes.insert(base, size);
            all += size - from.min(size);
            if i < active {
                for suffix in [names::INDEX, names::TIME_INDEX, names::TXN_INDEX] {
                    self.whole(&segment.path(suffix), &names::file(self.future, base, suffix))?;
                }
                self.closed.insert(base);
                self.job.end.store(segments[i + 1].base_offset(), Ordering::Release);
            } else {
                self.job.end.store(end, Ordering::Release);
            }
        }
        Ok(all)
    }

    fn range(&self, from: &File, to: &File, start: u64, end: u64) -> Result<(), Ended> {
        let mut buffer = vec![0; CHUNK.min(usize::try_from(end.saturating_sub(start)).unwrap_or(CHUNK))];
        let mut at = start;
        while at < end {
            if self.job.cancelled.load(Ordering::Acquire) {
                return Err(Ended::Cancelled);
            }
            let want = buffer.len().min(usize::try_from(end - at).unwrap_or(CHUNK));
            let got = super::log::fs::read_at(from, &mut buffer[..want], at)?;
            if got < want {
                return Err(Ended::Failed("a segment is shorter than it should be".to_owned()));
            }
            self.broker.fs().write_at(to, &buffer[..got], at)?;
            at += got as u64;
            self.job.copied.fetch_add(got as u64, Ordering::Relaxed);
            self.pace(got as u64)?;
        }
        Ok(())
    }

    /// Waits for as long as so many bytes take at the speed that is allowed; a limit that changes meanwhile holds at once.
    fn pace(&self, bytes: u64) -> Result<(), Ended> {
        if !self.limited {
            return Ok(());
        }
        self.owed.set(self.owed.get() + bytes);
        loop {
            let limit = self.broker.current().layers.number(LIMIT).and_then(|limit| u64::try_from(limit).ok());
            let a_step = limit.unwrap_or(u64::MAX).div_ceil(STEPS_A_SECOND);
            if self.owed.get() <= a_step {
                return Ok(());
            }
            if self.job.cancelled.load(Ordering::Acquire) {
                return Err(Ended::Cancelled);
            }
            std::thread::sleep(PAUSE);
            self.owed.set(self.owed.get() - a_step);
        }
    }

    /// A small file as a whole; one that is not there needs no copy.
    fn whole(&self, from: &Path, to: &Path) -> Result<(), Ended> {
        let content = match std::fs::read(from) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
            content => content?,
        };
        let fs = self.broker.fs();
        let file = fs.create(to)?;
        fs.truncate(&file, 0)?;
        fs.write_at(&file, &content, 0)?;
        Ok(fs.sync(&file)?)
    }

    /// Closes the log, copies the rest, and opens it in its new place. If that fails, it is opened again in the old one.
    fn switch(mut self) -> Result<(), Ended> {
        let (broker, partition) = (Arc::clone(self.broker), Arc::clone(&self.job.partition));
        // The metadata must not change meanwhile, nor the topic be deleted.
        let _in_order = broker.changes.lock();
        let hosted = broker.partition_by_id(partition.topic_id(), partition.index());
        if !hosted.is_ok_and(|p| Arc::ptr_eq(&p, &partition)) || self.job.cancelled.load(Ordering::Acquire) {
            return Err(Ended::Cancelled);
        }
        let old = partition.view().dir().to_owned();
        let start = partition.view().log_start();
        // Clients look again for who leads it, and come back.
        partition.set_leadership(NOBODY);
        let closed = partition.log().close();
        self.limited = false;
        let set = closed.map_err(|e| {
            // It went offline before: whoever asks is to hear that.
            let image = broker.image();
            let known = image.topics.by_id(&partition.topic_id()).and_then(|t| t.partition(partition.index()));
            partition.set_leadership(known.map_or(NOBODY, |p| broker.leadership(p)));
            Ended::Failed(e.to_string())
        })?;
        let hints = OpenHints { recovery_point: set.up_to, log_start: start, ..OpenHints::new_log() };
        let placed =
            set.run(broker.fs()).map_err(Ended::from).and_then(|()| self.rest(&old)).and_then(|()| self.place());
        let (dir, moved) = match &placed {
            Ok(dir) => (dir.clone(), Ok(())),
            Err(_) => (old.clone(), placed.map(drop)),
        };
        let opened = broker.reopen(&partition, &dir, hints);
        if let (Err(why), Ok(())) = (&opened, &moved) {
            // The copy is of no use: back to where it was.
            let why = why.clone();
            let _ = std::fs::rename(&dir, self.future);
            broker.reopen(&partition, &old, hints).map_err(Ended::Failed)?.settle(&broker);
            return Err(Ended::Failed(why));
        }
        let opened = opened.map_err(Ended::Failed)?;
        if moved.is_ok() {
            let home = self.job.to.clone();
            if let Err(why) = broker.note_home(&partition, &home) {
                let _ = std::fs::rename(&dir, self.future);
                broker.reopen(&partition, &old, hints).map_err(Ended::Failed)?.settle(&broker);
                return Err(Ended::Failed(why));
            }
            broker.leave(&partition, &old, &home, &opened.partition);
        }
        opened.settle(&broker);
        moved
    }

    /// What else belongs to the log, now that nobody writes to it.
    fn rest(&mut self, old: &Path) -> Result<(), Ended> {
        self.segments()?;
        let segments = self.view().segments();
        let active = segments[segments.len() - 1].base_offset();
        for entry in std::fs::read_dir(old)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let wanted = match names::parse(&name) {
                Some((_, names::SNAPSHOT)) => true,
                Some((base, names::INDEX | names::TIME_INDEX | names::TXN_INDEX)) => base == active,
                Some(_) => false,
                None => true,
            };
            if wanted && entry.file_type()?.is_file() {
                self.whole(&entry.path(), &self.future.join(&name))?;
            }
        }
        // Segments that retention has taken since they were copied.
        let there: HashSet<i64> = segments.iter().map(|s| s.base_offset()).collect();
        for gone in self.sizes.keys().filter(|base| !there.contains(base)) {
            for suffix in [names::LOG, names::INDEX, names::TIME_INDEX, names::TXN_INDEX] {
                self.broker.fs().remove(&names::file(self.future, *gone, suffix))?;
            }
        }
        Ok(self.broker.fs().sync_dir(self.future)?)
    }

    /// The copy gets its plain name.
    fn place(&self) -> Result<PathBuf, Ended> {
        let name = format!("{}-{}", self.job.partition.topic(), self.job.partition.index());
        let dir = self.job.to.join(name);
        if dir.exists() {
            return Err(Ended::Failed(format!("{} is there already", dir.display())));
        }
        self.broker.fs().rename(self.future, &dir)?;
        self.broker.fs().sync_dir(&self.job.to)?;
        Ok(dir)
    }
}

const NOBODY: Leadership = Leadership { leader: Leader { id: -1, epoch: -1 }, here: false, in_sync: 0, replicas: 0 };

/// A partition that was opened again, and is not led by anybody yet.
struct Reopened {
    partition: Arc<Partition>,
    leadership: Leadership,
}

impl Reopened {
    fn settle(&self, broker: &Broker) {
        self.partition.set_leadership(self.leadership);
        broker.moves_done(&self.partition);
    }
}

impl Broker {
    /// Opens the log in a folder, and puts it in the place of the partition that was closed.
    fn reopen(&self, closed: &Partition, dir: &Path, hints: OpenHints) -> Result<Reopened, String> {
        let image = self.image();
        let topic = image.topics.by_id(&closed.topic_id()).ok_or("its topic is gone")?;
        let known = topic.partition(closed.index()).ok_or("its topic is gone")?;
        let config = closed.view().config();
        let (mut log, _) = Log::open(&self.fs, dir, config, hints, self.clock.now_ms()).map_err(|e| e.to_string())?;
        if known.leader == self.node_id {
            log.assign_epoch(known.leader_epoch).map_err(|e| e.to_string())?;
        }
        let leadership = self.leadership(known);
        let partition = self.partition_of(topic, known, log);
        partition.set_leadership(NOBODY);
        let partition = Arc::new(partition);
        let hosted = self.hosted.topic(&topic.name).ok_or("its topic is gone")?;
        let mut partitions = hosted.partitions.clone();
        let slot = usize::try_from(closed.index()).ok().and_then(|i| partitions.get_mut(i)).ok_or("it is unknown")?;
        *slot = Slot::Here(Arc::clone(&partition));
        self.hosted.change(vec![HostedTopic { id: hosted.id, name: hosted.name.clone(), partitions }], &[]);
        Ok(Reopened { partition, leadership })
    }

    /// The new folder counts from here on, also after a crash.
    fn note_home(&self, partition: &Partition, home: &Path) -> Result<(), String> {
        // Where the log starts must be known there before.
        upkeep::write_checkpoints(self, &upkeep::OF_LOGS).map_err(|e| format!("cannot write the checkpoints: {e}"))?;
        let folder = self.folders().by_path(home).ok_or("its folder is gone")?;
        let moved = [(partition.topic_id(), partition.index(), folder.directory_id())];
        let node = self.node_id;
        self.controller.change(|image| directories::assign(image, node, &moved)).map_err(|e| e.to_string())?;
        Ok(())
    }

    /// The old folder of a partition that has moved.
    fn leave(&self, closed: &Partition, old: &Path, home: &Path, moved: &Partition) {
        let from = old.parent().unwrap_or(old).to_owned();
        self.folders().count(home, 1);
        self.folders().count(&from, -1);
        self.cleaner.moved(self, from, moved);
        let hidden = renamed(old, "delete");
        match self.fs.rename(old, &hidden) {
            Ok(()) => self.remove_later(Gone::Folder(hidden), closed.view().config().file_delete_delay_ms),
            Err(e) => warn!("cannot rename {}, which has moved: {e}", old.display()),
        }
    }

    fn moves_done(&self, partition: &Partition) {
        self.moves.state.lock().by_id.remove(&id(partition));
    }
}
