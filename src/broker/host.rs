//! From metadata to logs: what is made, opened, told and let go when topics come, change and leave.
//!
//! What must hold: a partition can take records before anyone hears that its topic exists; the folder of a topic that
//! is gone is renamed at once, so that a topic of the same name can be made the moment after.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use kt_codec::Uuid;
use parking_lot::Mutex;
use tracing::{error, info, warn};

use super::controller::image::{self, Topic, TopicChange};
use super::controller::{self, Image, directories};
use super::folder::{Folder, Folders};
use super::hosted::{HostedTopic, Slot};
use super::log::checkpoint::{self, CLEANER_OFFSETS, CleanShutdown, Offsets};
use super::log::{CleanupPolicy, Fs, Log, LogConfig, OpenHints, TargetCompression};
use super::partition::{Identity, Leader, Leadership, Partition};
use super::run::StartError;
use super::upkeep::{self, Gone};
use super::{Broker, Current, sync};
use crate::config::topic::{Compression, TimestampType, TopicConfig};
use crate::protocol::{batch, compress::Codec};

/// Logs that are opened at the same time.
const PARALLEL: usize = 4;

/// What the last stop left in the folders' checkpoints.
#[derive(Default)]
pub struct Past {
    folders: HashMap<PathBuf, PastOf>,
}

struct PastOf {
    clean_shutdown: bool,
    recovery_points: Offsets,
    log_starts: Offsets,
    cleaned: Offsets,
}

impl Past {
    /// Reads it, and changes nothing.
    pub fn read(folders: &Folders) -> Result<Past, StartError> {
        let mut past = Past::default();
        for folder in folders.all() {
            let dir = folder.path();
            let io = |what: &str, error| StartError::Io { what: format!("{what} {}", dir.display()), error };
            let marker = CleanShutdown::read(dir).map_err(|e| io("read the marker of the last stop in", e))?;
            let of = PastOf {
                clean_shutdown: marker.is_some(),
                recovery_points: Offsets::read(&dir.join(upkeep::RECOVERY_POINTS)).unwrap_or_default(),
                log_starts: Offsets::read(&dir.join(upkeep::LOG_STARTS))
                    .map_err(|e| io("read the log starts in", e))?,
                cleaned: Offsets::read(&dir.join(CLEANER_OFFSETS)).unwrap_or_default(),
            };
            past.folders.insert(dir.to_owned(), of);
        }
        Ok(past)
    }

    /// Takes the markers of the last stop away: from now on a crash is a crash.
    pub fn is_over(fs: &Fs, folders: &Folders) -> Result<(), StartError> {
        for folder in folders.all() {
            let dir = folder.path();
            let what = || format!("remove the marker of the last stop in {}", dir.display());
            CleanShutdown::remove(fs, dir).map_err(|error| StartError::Io { what: what(), error })?;
        }
        Ok(())
    }

    /// Of partitions that were not there before.
    pub(super) fn none() -> Past {
        Past::default()
    }

    pub fn was_clean(&self, dir: &Path) -> bool {
        self.folders.get(dir).is_some_and(|of| of.clean_shutdown)
    }

    fn hints(&self, folder: &Path, topic: &str, index: i32) -> OpenHints {
        let Some(of) = self.folders.get(folder) else { return OpenHints::new_log() };
        OpenHints {
            clean_shutdown: of.clean_shutdown,
            recovery_point: of.recovery_points.get(topic, index).unwrap_or(0),
            log_start: of.log_starts.get(topic, index).unwrap_or(0),
            was_compacted: of.cleaned.get(topic, index).is_some(),
        }
    }
}

impl Broker {
    /// Opens the logs of all topics of the image, at the start.
    pub(super) fn host_all(&self, image: &Image, past: &Past) {
        let topics: Vec<&Arc<Topic>> = image.topics.iter().collect();
        let hosted = self.open_topics(&topics, image, past);
        self.report_folders(&hosted, image);
        self.hosted.change(hosted, &[]);
    }

    /// Follows a change of the metadata. Called in the order of the changes.
    pub(super) fn follow(&self, before: &Image, after: &Image) {
        let changes = after.topics.since(&before.topics);
        let mut created = Vec::new();
        let mut put = Vec::new();
        let mut removed = Vec::new();
        for change in &changes {
            match change {
                TopicChange::Created(topic) => created.push(topic),
                TopicChange::Changed { after: topic, .. } => put.push(self.changed(topic, after)),
                TopicChange::Deleted(topic) => removed.push(topic.id),
            }
        }
        // Out of sight first: nobody may append to a log that is being renamed.
        let gone: Vec<Arc<Partition>> =
            self.partitions().into_iter().filter(|p| removed.contains(&p.topic_id())).collect();
        if !removed.is_empty() {
            self.hosted.change(Vec::new(), &removed);
            gone.iter().for_each(|p| self.let_go(p));
            self.cleaner.forget(self, &gone);
            // Before a topic of the same name is made: after a crash these lines would be taken for its own, and
            // records below another topic's log start be thrown away.
            if let Err(e) = upkeep::write_checkpoints(self, &upkeep::OF_LOGS) {
                warn!("the checkpoints of {} still name deleted topics: {e}", self.log_dir().display());
            }
        }
        put.extend(self.open_topics(&created, after, &Past::none()));
        self.report_folders(&put, after);
        if !put.is_empty() {
            self.hosted.change(put, &[]);
        }
        self.follow_configs(before, after);
        self.coordinators.follow(before, after);
        self.sharing.follow(after);
        if let Some(authorizer) = self.authorizer() {
            authorizer.follow(&before.acls, &after.acls);
        }
        self.quotas.follow(before, after, &self.current().settings.quotas);
    }

    /// Partitions that were added, leaders that moved.
    fn changed(&self, topic: &Arc<Topic>, image: &Image) -> HostedTopic {
        let known = self.hosted.topic(&topic.name);
        let config = Arc::new(self.log_config(&topic.name, image));
        let slot = |p: &Arc<image::Partition>| {
            let known = known.as_ref().and_then(|k| k.partitions.get(usize::try_from(p.id).ok()?)).cloned();
            match known {
                Some(Slot::Here(partition)) => {
                    partition.set_leadership(self.leadership(p));
                    Slot::Here(partition)
                }
                _ if p.replicas.contains(&self.node_id) => self.open(topic, p, &config, &Past::none()),
                _ => Slot::Elsewhere,
            }
        };
        HostedTopic { id: topic.id, name: topic.name.clone(), partitions: topic.partitions.iter().map(slot).collect() }
    }

    /// Opens all logs of the topics, several at the same time.
    fn open_topics(&self, topics: &[&Arc<Topic>], image: &Image, past: &Past) -> Vec<HostedTopic> {
        let configs: Vec<_> = topics.iter().map(|t| Arc::new(self.log_config(&t.name, image))).collect();
        let work: Vec<(usize, &Arc<image::Partition>)> =
            topics.iter().enumerate().flat_map(|(i, t)| t.partitions.iter().map(move |p| (i, p))).collect();
        let slots: Vec<Mutex<Slot>> = work.iter().map(|_| Mutex::new(Slot::Elsewhere)).collect();
        let next = AtomicUsize::new(0);
        let run = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some((topic, partition)) = work.get(at) else { return };
                if partition.replicas.contains(&self.node_id) {
                    *slots[at].lock() = self.open(topics[*topic], partition, &configs[*topic], past);
                }
            }
        };
        std::thread::scope(|scope| {
            for _ in 1..work.len().min(PARALLEL) {
                scope.spawn(run);
            }
            run();
        });
        let mut hosted: Vec<HostedTopic> = topics
            .iter()
            .map(|t| HostedTopic { id: t.id, name: t.name.clone(), partitions: Vec::with_capacity(t.partitions.len()) })
            .collect();
        for ((topic, _), slot) in work.iter().zip(slots) {
            hosted[*topic].partitions.push(slot.into_inner());
        }
        hosted
    }

    fn open(&self, topic: &Topic, p: &image::Partition, config: &Arc<LogConfig>, past: &Past) -> Slot {
        let opened = self.home_of(topic, p).and_then(|home| {
            let dir = home.join(format!("{}-{}", topic.name, p.id));
            self.open_log(topic, p, config, past.hints(&home, &topic.name, p.id), &dir)
        });
        match opened {
            Ok(log) => Slot::Here(Arc::new(self.partition_of(topic, p, log))),
            Err(why) => {
                error!("partition {}-{} is offline: {why}", topic.name, p.id);
                Slot::Broken
            }
        }
    }

    pub(super) fn partition_of(&self, topic: &Topic, p: &image::Partition, log: Log) -> Partition {
        let identity = Identity { topic: topic.name.clone(), topic_id: topic.id, index: p.id };
        Partition::new(identity, log, self.leadership(p), self.policy == sync::Policy::Always)
    }

    /// The folder where the partition's log is, or is to be made.
    fn home_of(&self, topic: &Topic, p: &image::Partition) -> Result<PathBuf, String> {
        let folders = self.folders();
        if let ([only], []) = (folders.of_logs(), folders.offline()) {
            return Ok(only.path().to_owned());
        }
        let noted = p.directory(self.node_id).filter(|id| !is_reserved(*id));
        let noted_folder = noted.and_then(|id| folders.by_id(id));
        let name = format!("{}-{}", topic.name, p.id);
        let has_it = |folder: &&Folder| {
            let found = checkpoint::read_topic_id(&folder.path().join(&name));
            found.is_ok_and(|id| id.as_deref() == Some(&*topic.id.to_string()))
        };
        // Two of them may have it after a crash in the middle of a move; the metadata says which one counts.
        let found = noted_folder.filter(has_it).or_else(|| folders.of_logs().iter().find(has_it)).or(noted_folder);
        if let Some(folder) = found {
            folders.count(folder.path(), 1);
            return Ok(folder.path().to_owned());
        }
        if noted.is_some()
            && let [(path, why), ..] = folders.offline()
        {
            return Err(format!("its folder is not there, and may be in {}: {why}", path.display()));
        }
        folders.least_used().map(|f| f.path().to_owned()).ok_or_else(|| "there is no folder for it".to_owned())
    }

    /// With several folders: tells the metadata where partitions have come to be.
    fn report_folders(&self, topics: &[HostedTopic], image: &Image) {
        if self.folders().of_logs().len() < 2 {
            return;
        }
        let mut moves = Vec::new();
        for topic in topics {
            let Some(known) = image.topics.by_name(&topic.name) else { continue };
            for slot in &topic.partitions {
                let Slot::Here(partition) = slot else { continue };
                let home = partition.view().dir().parent().and_then(|dir| self.folders().by_path(dir));
                let (Some(home), Some(known)) = (home, known.partition(partition.index())) else { continue };
                if known.directory(self.node_id) != Some(home.directory_id()) {
                    moves.push((topic.id, partition.index(), home.directory_id()));
                }
            }
        }
        if moves.is_empty() {
            return;
        }
        let node = self.node_id;
        if let Err(e) = self.controller.change(|image| directories::assign(image, node, &moves)) {
            warn!("the metadata does not say in which folder new partitions are: {e}");
        }
    }

    fn open_log(
        &self,
        topic: &Topic,
        p: &image::Partition,
        config: &Arc<LogConfig>,
        mut hints: OpenHints,
        dir: &Path,
    ) -> Result<Log, String> {
        let fail = |what: &str, e: io::Error| format!("cannot {what} {}: {e}", dir.display());
        let id = topic.id.to_string();
        match checkpoint::read_topic_id(dir).map_err(|e| fail("read the topic id in", e))? {
            Some(found) if found == id => {}
            Some(_) => {
                self.set_aside(dir).map_err(|e| fail("set aside", e))?;
                hints = OpenHints::new_log();
            }
            None => {}
        }
        let (mut log, _) =
            Log::open(&self.fs, dir, Arc::clone(config), hints, self.clock.now_ms()).map_err(|e| e.to_string())?;
        // Without this file Apache Kafka throws the folder away as a stray, so it has to be kept when the first records
        // are: the log's first flush syncs it, the folder and the name of the folder together with them.
        if checkpoint::read_topic_id(dir).ok().flatten().is_none() {
            checkpoint::write_topic_id(&self.fs, dir, &id).map_err(|e| fail("write the topic id in", e))?;
        }
        if p.leader == self.node_id {
            log.assign_epoch(p.leader_epoch).map_err(|e| e.to_string())?;
        }
        Ok(log)
    }

    pub(super) fn leadership(&self, p: &image::Partition) -> Leadership {
        Leadership {
            leader: Leader { id: p.leader, epoch: p.leader_epoch },
            here: p.leader == self.node_id,
            in_sync: p.isr.len() as i32,
            replicas: p.replicas.len() as i32,
        }
    }

    /// The topic is gone: so is its log, to everyone. The files go later.
    fn let_go(&self, partition: &Arc<Partition>) {
        partition.set_leadership(Leadership {
            leader: Leader { id: -1, epoch: -1 },
            here: false,
            in_sync: 0,
            replicas: 0,
        });
        let mut log = partition.log();
        let _ = log.close(); // what cannot be written any more need not be
        let dir = partition.view().dir().to_owned();
        let hidden = renamed(&dir, "delete");
        let delay = partition.view().config().file_delete_delay_ms;
        self.folders().count(dir.parent().unwrap_or(&dir), -1);
        match self.fs.rename(&dir, &hidden) {
            Ok(()) => self.remove_later(Gone::Folder(hidden), delay),
            Err(e) => warn!("cannot rename {} of a deleted topic: {e}", dir.display()),
        }
    }

    /// A folder that belongs to another topic of the same name: of an earlier life, or of nobody.
    fn set_aside(&self, dir: &Path) -> io::Result<()> {
        let aside = renamed(dir, "stray");
        warn!("{} belongs to no topic that is known; it is set aside as {}", dir.display(), aside.display());
        self.fs.rename(dir, &aside)
    }

    /// Folders of partitions that no topic of the image has: set aside, or, if they were to be deleted, removed.
    pub(super) fn tidy_folders(&self, image: &Image) -> io::Result<()> {
        self.folders().of_logs().iter().try_for_each(|folder| self.tidy_folder(folder, image))
    }

    fn tidy_folder(&self, folder: &Folder, image: &Image) -> io::Result<()> {
        for entry in std::fs::read_dir(folder.path())? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if !entry.file_type()?.is_dir() || name.ends_with("-stray") || name == controller::log::FOLDER {
                continue;
            }
            // A copy that was not finished; the original goes on with it, here the move is to be asked for again.
            if name.ends_with("-delete") || name.ends_with("-future") {
                self.remove_later(Gone::Folder(entry.path()), 0);
                continue;
            }
            let Some((topic, index)) = name.rsplit_once('-') else { continue };
            let Ok(index) = index.parse::<i32>() else { continue };
            let known = image.topics.by_name(topic).and_then(|t| t.partition(index));
            // A move that ended in a crash: the metadata names the other folder, which has the partition too.
            let elsewhere = |p: &Arc<image::Partition>| {
                let noted = p.directory(self.node_id).and_then(|id| self.folders().by_id(id));
                noted.is_some_and(|f| f.path() != folder.path() && f.path().join(&name).exists())
            };
            if known.is_none_or(elsewhere) {
                self.set_aside(&entry.path())?;
            }
        }
        Ok(())
    }

    /// New settings of topics, or of the broker, for the logs that they concern.
    fn follow_configs(&self, before: &Image, after: &Image) {
        let of_brokers = |image: &Image| {
            let resources = [image::Resource::all_brokers(), image::Resource::broker(self.node_id)];
            resources.map(|r| image.overrides(&r).cloned())
        };
        let brokers_changed = of_brokers(before) != of_brokers(after);
        if brokers_changed {
            let current = Current::of(&self.config, after, self.node_id);
            for name in current.layers.ignored() {
                warn!("the dynamic setting {name} has a value that cannot hold, and is ignored");
            }
            self.limits.follow(&current.settings.network);
            self.current.store(Arc::new(current));
            self.cleaner.wake();
            info!("the broker's settings have changed");
        }
        for topic in after.topics.iter() {
            let changed = before.topic_overrides(&topic.name) != after.topic_overrides(&topic.name);
            if !brokers_changed && !changed {
                continue;
            }
            let Some(hosted) = self.hosted.topic(&topic.name) else { continue };
            let config = Arc::new(self.log_config(&topic.name, after));
            for slot in &hosted.partitions {
                if let Slot::Here(partition) = slot {
                    partition.log().set_config(Arc::clone(&config));
                }
            }
        }
    }

    fn log_config(&self, topic: &str, image: &Image) -> LogConfig {
        let current = self.current();
        let overrides = image.topic_overrides(topic).map(|o| o.as_ref().clone()).unwrap_or_default();
        let overrides = overrides.into_iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
        log_config(&TopicConfig::resolve(&current.topics, &overrides), current.settings.log.producer_id_expiration_ms)
    }
}

/// The ids that stand for no folder: migrating, unassigned, lost, and what may come (the first hundred).
fn is_reserved(Uuid(id): Uuid) -> bool {
    u128::from_be_bytes(id) < 100
}

/// `orders-0` → `orders-0.<32 hex digits>-delete`, cut to what a file system takes.
pub(super) fn renamed(dir: &Path, suffix: &str) -> PathBuf {
    use super::controller::decide::{Random, SystemRandom};
    let name = dir.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let Uuid(id) = SystemRandom.uuid();
    let tail = format!(".{:032x}-{suffix}", u128::from_be_bytes(id));
    let keep = name.len().min(255 - tail.len());
    dir.with_file_name(format!("{}{tail}", &name[..keep]))
}

/// What a topic's settings mean to its logs.
fn log_config(topic: &TopicConfig, producer_id_expiration_ms: i32) -> LogConfig {
    let size = |n: i32| u32::try_from(n).unwrap_or(0);
    LogConfig {
        segment_bytes: size(topic.segment_bytes),
        segment_ms: topic.max_segment_ms(),
        segment_jitter_ms: topic.segment_jitter_ms,
        segment_index_bytes: size(topic.segment_index_bytes),
        index_interval_bytes: size(topic.index_interval_bytes),
        flush_messages: topic.flush_messages,
        flush_ms: topic.flush_ms,
        retention_bytes: topic.retention_bytes,
        retention_ms: topic.retention_ms,
        max_message_bytes: size(topic.max_message_bytes),
        file_delete_delay_ms: topic.file_delete_delay_ms,
        delete_retention_ms: topic.delete_retention_ms,
        min_compaction_lag_ms: topic.min_compaction_lag_ms,
        max_compaction_lag_ms: topic.max_compaction_lag_ms,
        min_cleanable_dirty_ratio: topic.min_cleanable_dirty_ratio,
        cleanup_policy: CleanupPolicy { delete: topic.delete, compact: topic.compact },
        unclean_leader_election: topic.unclean_leader_election,
        min_insync_replicas: topic.min_insync_replicas,
        compression: match topic.compression {
            Compression::Producer => TargetCompression::Producer,
            Compression::None => TargetCompression::Fixed(Codec::None, None),
            Compression::Gzip { level } => TargetCompression::Fixed(Codec::Gzip, Some(level)),
            Compression::Snappy => TargetCompression::Fixed(Codec::Snappy, None),
            Compression::Lz4 { level } => TargetCompression::Fixed(Codec::Lz4, Some(level)),
            Compression::Zstd { level } => TargetCompression::Fixed(Codec::Zstd, Some(level)),
        },
        preallocate: topic.preallocate,
        message_timestamp_type: match topic.message_timestamp_type {
            TimestampType::CreateTime => batch::TimestampType::CreateTime,
            TimestampType::LogAppendTime => batch::TimestampType::LogAppendTime,
        },
        message_timestamp_before_max_ms: topic.message_timestamp_before_max_ms,
        message_timestamp_after_max_ms: topic.message_timestamp_after_max_ms,
        producer_id_expiration_ms: i64::from(producer_id_expiration_ms),
        validate_all: false,
    }
}
