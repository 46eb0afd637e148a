//! A host for tests: one partition of a log in a folder of its own, which can be made to fail.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use kt_codec::{Str, Uuid};
use parking_lot::Mutex;

use super::{Host, World};
use crate::broker::Current;
use crate::broker::controller::Image;
use crate::broker::log::fs::{Change, Hook};
use crate::broker::log::{Fs, Log, LogConfig, OpenHints};
use crate::broker::partition::{Identity, Leader, Leadership, Partition};
use crate::config::broker::BrokerConfig;
use crate::config::sources::Sources;
use crate::protocol::code::ErrorCode;

pub const NOW: i64 = 1_700_000_000_000;

/// How many writes go through before all of them fail.
#[derive(Default)]
struct Failing(AtomicI64);

impl Hook for Failing {
    fn before(&self, change: &Change<'_>) -> io::Result<()> {
        match change {
            Change::Write { .. } if self.0.fetch_sub(1, Ordering::Relaxed) <= 0 => Err(io::Error::other("no more")),
            _ => Ok(()),
        }
    }
}

pub struct Bench {
    dir: tempfile::TempDir,
    topic: &'static str,
    pub partition: Mutex<Arc<Partition>>,
    pub world: Mutex<World>,
}

/// A world of which nothing is said but these settings.
pub fn world(settings: &[(&str, &str)]) -> World {
    let mut sources = Sources::default();
    settings.iter().for_each(|(key, value)| sources.set(key, *value));
    let config = BrokerConfig::read(sources).unwrap();
    let image = Image::empty(Str::from_static("cluster"));
    World { now_ms: NOW, current: Arc::new(Current::of(&config, &image, 0)), image: Arc::new(image) }
}

impl Bench {
    pub fn new(topic: &'static str) -> Arc<Bench> {
        Bench::failing_after(topic, i64::MAX)
    }

    /// All but the first `writes` to the log fail.
    pub fn failing_after(topic: &'static str, writes: i64) -> Arc<Bench> {
        let dir = tempfile::tempdir().unwrap();
        let fs = Fs::with_hook(Arc::new(Failing(AtomicI64::new(writes))));
        let partition = Mutex::new(open(dir.path().join("shard-0"), fs, topic));
        Arc::new(Bench { dir, topic, partition, world: Mutex::new(world(&[])) })
    }

    /// What the next start finds: the log is opened again, and nothing fails any more.
    pub fn start_again(&self) {
        *self.partition.lock() = open(self.dir.path().join("shard-0"), Fs::default(), self.topic);
    }

    /// As many replicas in sync; the topic wants one.
    pub fn set_in_sync(&self, in_sync: i32) {
        self.partition.lock().set_leadership(leadership(in_sync));
    }
}

fn leadership(in_sync: i32) -> Leadership {
    Leadership { leader: Leader { id: 0, epoch: 0 }, here: true, in_sync, replicas: 1 }
}

fn open(dir: PathBuf, fs: Fs, topic: &str) -> Arc<Partition> {
    let hints = OpenHints { clean_shutdown: false, ..OpenHints::new_log() };
    let (log, _) = Log::open(&fs, &dir, Arc::new(LogConfig::default()), hints, NOW).unwrap();
    let identity = Identity { topic: topic.into(), topic_id: Uuid::ZERO, index: 0 };
    Arc::new(Partition::new(identity, log, leadership(1), false))
}

impl Host for Bench {
    fn partition(&self, topic: &str, index: i32) -> Result<Arc<Partition>, ErrorCode> {
        match (topic == self.topic, index) {
            (true, 0) => Ok(Arc::clone(&self.partition.lock())),
            _ => Err(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION),
        }
    }

    fn count(&self, topic: &str) -> Option<i32> {
        (topic == self.topic).then_some(1)
    }

    fn world(&self) -> Option<World> {
        Some(self.world.lock().clone())
    }

    fn sync_soon(&self, _partition: &Arc<Partition>) {}
}
