//! What has to be synced for data to survive a power cut, gathered under a log's lock and done outside of it.
//!
//! Syncs of many partitions are issued together: one at a time they cost ten times as much. What must hold: a failed
//! sync is never tried again as if nothing had happened (the kernel has dropped the dirty pages); the log it belongs to
//! goes offline.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::fs::Fs;

/// Syncs in flight at once.
const PARALLEL: usize = 16;

/// One thing to sync.
#[derive(Debug, Clone)]
pub enum Sync {
    File(Arc<File>),
    /// A file that nobody has open; one that is gone by now is fine.
    Path(PathBuf),
    Dir(Arc<Path>),
}

impl Sync {
    pub fn run(&self, fs: &Fs) -> io::Result<()> {
        let gone = |e: &io::Error| e.kind() == io::ErrorKind::NotFound;
        match self {
            Self::File(file) => fs.sync(file),
            Self::Path(path) => match fs.open(path) {
                Err(e) if gone(&e) => Ok(()),
                file => fs.sync(&file?),
            },
            Self::Dir(dir) => match fs.sync_dir(dir) {
                Err(e) if gone(&e) => Ok(()),
                other => other,
            },
        }
    }
}

/// What makes one log durable up to an offset.
#[derive(Debug, Clone, Default)]
pub struct SyncSet {
    pub syncs: Vec<Sync>,
    /// When all of it is done, the log is durable below this offset.
    pub up_to: i64,
}

impl SyncSet {
    pub fn is_empty(&self) -> bool {
        self.syncs.is_empty()
    }

    /// Does all of it, several at once when there are several.
    pub fn run(&self, fs: &Fs) -> io::Result<()> {
        run_all(fs, &self.syncs)
    }
}

/// Does all syncs, several at once, and gives the first error. Blocks: not for a runtime's worker.
pub fn run_all(fs: &Fs, syncs: &[Sync]) -> io::Result<()> {
    if syncs.len() < 2 {
        return syncs.iter().try_for_each(|s| s.run(fs));
    }
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || {
        while let Some(sync) = syncs.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
            sync.run(fs)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (1..syncs.len().min(PARALLEL)).map(|_| scope.spawn(work)).collect();
        let first = work();
        threads
            .into_iter()
            .map(|t| t.join().unwrap_or_else(|_| Err(io::ErrorKind::Other.into())))
            .fold(first, Result::and)
    })
}
