//! The data folders as a whole: whose they are, and that nobody else is at them.
//!
//! Mostly there is one. With several in `log.dirs` each holds some of the partitions, and one of them the metadata; one that
//! cannot be opened at the start is left out, and its partitions are offline.
//!
//! `meta.properties` says which cluster, which node and which directory; a folder without one is formatted by itself.
//! `.lock` is held for as long as the broker runs: two brokers on one folder would destroy it.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use kt_codec::{Str, Uuid};
use parking_lot::Mutex;
use rustix::fs::FlockOperation;

use super::controller::bootstrap;
use super::controller::decide::{Random, SystemRandom};
use super::controller::record::level;
use super::controller::snapshot;
use super::log::Fs;
use crate::config::properties::Properties;
use crate::net::holder::Holder;

pub const META: &str = "meta.properties";
pub const LOCK: &str = ".lock";

/// A folder that is this process's alone until it is dropped.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    meta: Meta,
    _lock: File,
}

/// What `meta.properties` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    pub cluster_id: Str,
    pub node_id: i32,
    pub directory_id: Uuid,
}

/// Why a folder cannot be used.
#[derive(Debug)]
pub enum FolderError {
    Io { what: &'static str, path: PathBuf, error: io::Error },
    InUse { path: PathBuf, by: Option<Holder> },
    NotOurs { path: PathBuf, why: String },
    NodeId { path: PathBuf, stored: i32, wanted: i32 },
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { what, path, error } => write!(f, "cannot {what} {}: {error}", path.display()),
            Self::InUse { path, by: Some(by) } => {
                write!(f, "the folder {} is in use by pid {} ({})", path.display(), by.pid, by.name)
            }
            Self::InUse { path, by: None } => write!(f, "the folder {} is in use by another broker", path.display()),
            Self::NotOurs { path, why } => write!(f, "{} cannot be used: {why}", path.display()),
            Self::NodeId { path, stored, wanted } => {
                write!(f, "the folder {} belongs to node {stored}, and this broker is node {wanted}", path.display())
            }
        }
    }
}

impl std::error::Error for FolderError {}

impl FolderError {
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::InUse { .. } => {
                Some("use the broker that runs, stop it with kt server-stop, or name another folder with --data".into())
            }
            Self::NodeId { stored, .. } => Some(format!("set node.id={stored}, or name another folder")),
            Self::NotOurs { .. } | Self::Io { .. } => None,
        }
    }
}

/// All folders of a broker.
#[derive(Debug)]
pub struct Folders {
    /// Those of `log.dirs` that are online, in their order; behind them, if it is none of them, the metadata's.
    all: Vec<Folder>,
    metadata: usize,
    /// How many hold partitions: all but perhaps the last.
    hosting: usize,
    /// Named in `log.dirs`, and not to be used: (path, why).
    offline: Vec<(PathBuf, String)>,
    /// Partitions in each.
    counts: Mutex<Vec<usize>>,
}

impl Folders {
    /// Opens the folders of `log.dirs`, and the metadata's where it is named. New ones get the identity of the others.
    pub fn open(
        dirs: &[PathBuf],
        metadata: Option<&Path>,
        wanted: Option<i32>,
        default: i32,
    ) -> Result<Folders, FolderError> {
        let at = metadata.map_or(Some(0), |metadata| dirs.iter().position(|dir| dir == metadata));
        let first = at.map_or(metadata, |at| dirs.get(at).map(PathBuf::as_path)).unwrap_or(Path::new("."));
        let mut identity = None;
        for dir in dirs.iter().map(PathBuf::as_path).chain(metadata) {
            if let Ok(Some(meta)) = read_meta(dir) {
                identity = Some(meta);
                break;
            }
        }
        let main = Folder::open_as(first, wanted, default, identity.as_ref())?;
        let identity = main.meta.clone();
        let mut main = Some(main);
        let mut folders =
            Folders { all: Vec::new(), metadata: 0, hosting: 0, offline: Vec::new(), counts: Mutex::default() };
        for (i, dir) in dirs.iter().enumerate() {
            if Some(i) == at {
                folders.metadata = folders.all.len();
                folders.all.extend(main.take());
                continue;
            }
            match Folder::open_as(dir, wanted, default, Some(&identity)) {
                Ok(folder) => folders.take(folder, &identity)?,
                Err(e @ FolderError::Io { .. }) => {
                    tracing::error!("{e}; the partitions in {} are offline", dir.display());
                    folders.offline.push((dir.clone(), e.to_string()));
                }
                Err(e) => return Err(e),
            }
        }
        folders.hosting = folders.all.len();
        if let Some(main) = main {
            folders.metadata = folders.all.len();
            folders.all.push(main);
        }
        folders.counts = Mutex::new(vec![0; folders.hosting]);
        Ok(folders)
    }

    fn take(&mut self, folder: Folder, identity: &Meta) -> Result<(), FolderError> {
        let wrong = |why: String| FolderError::NotOurs { path: folder.path.clone(), why };
        if folder.meta.cluster_id != identity.cluster_id || folder.meta.node_id != identity.node_id {
            let (Meta { cluster_id, node_id, .. }, theirs) = (identity, &folder.meta);
            return Err(wrong(format!(
                "it belongs to node {} of cluster {}, and another folder of log.dirs to node {node_id} of {cluster_id}",
                theirs.node_id, theirs.cluster_id
            )));
        }
        let id = folder.meta.directory_id;
        if id != Uuid::ZERO && (id == identity.directory_id || self.all.iter().any(|f| f.meta.directory_id == id)) {
            return Err(wrong(format!(
                "another folder of log.dirs has its directory.id {id}: one is a copy of the other"
            )));
        }
        self.all.push(folder);
        Ok(())
    }

    /// The one with the metadata.
    pub fn metadata(&self) -> &Folder {
        &self.all[self.metadata]
    }

    /// Those that hold partitions and are online.
    pub fn of_logs(&self) -> &[Folder] {
        &self.all[..self.hosting]
    }

    pub fn all(&self) -> &[Folder] {
        &self.all
    }

    pub fn offline(&self) -> &[(PathBuf, String)] {
        &self.offline
    }

    pub fn by_id(&self, id: Uuid) -> Option<&Folder> {
        self.of_logs().iter().find(|f| f.meta.directory_id == id)
    }

    pub fn by_path(&self, path: &Path) -> Option<&Folder> {
        self.of_logs().iter().find(|f| f.path == path)
    }

    /// The folder with the fewest partitions, as the original places them; it counts as one more from now on.
    pub fn least_used(&self) -> Option<&Folder> {
        let mut counts = self.counts.lock();
        let (at, count) = counts.iter_mut().enumerate().min_by_key(|(_, count)| **count)?;
        *count += 1;
        self.all.get(at)
    }

    /// A partition has come to a folder, or gone from it.
    pub fn count(&self, folder: &Path, change: isize) {
        if let Some(at) = self.of_logs().iter().position(|f| f.path == folder) {
            let mut counts = self.counts.lock();
            counts[at] = counts[at].saturating_add_signed(change);
        }
    }
}

impl Folder {
    /// Locks the folder and reads whose it is; an empty one is formatted for `wanted`, or else for `default` as node.
    pub fn open(path: &Path, wanted: Option<i32>, default: i32) -> Result<Folder, FolderError> {
        Self::open_as(path, wanted, default, None)
    }

    /// As [`open`](Self::open); an empty folder becomes another one of the broker that `identity` speaks of.
    fn open_as(path: &Path, wanted: Option<i32>, default: i32, identity: Option<&Meta>) -> Result<Folder, FolderError> {
        let fail = |what| move |error| FolderError::Io { what, path: path.to_owned(), error };
        std::fs::create_dir_all(path).map_err(fail("make the folder"))?;
        let path = path.canonicalize().map_err(fail("find the folder"))?;
        let lock = lock(&path)?;
        let meta = match read_meta(&path)? {
            Some(meta) => meta,
            None => format(&path, wanted.unwrap_or(default), identity)?,
        };
        if let Some(wanted) = wanted.filter(|id| *id != meta.node_id) {
            return Err(FolderError::NodeId { path, stored: meta.node_id, wanted });
        }
        Ok(Folder { path, meta, _lock: lock })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn node_id(&self) -> i32 {
        self.meta.node_id
    }

    pub fn cluster_id(&self) -> &Str {
        &self.meta.cluster_id
    }

    pub fn directory_id(&self) -> Uuid {
        self.meta.directory_id
    }
}

impl Folder {
    /// For who only looks: no broker is at the folder, and none comes while the file is held. A folder without a lock
    /// file has had no broker since its last orderly stop, and gets none from here.
    pub fn keep_others_out(path: &Path) -> Result<Option<File>, FolderError> {
        if path.join(LOCK).exists() { lock(path).map(Some) } else { Ok(None) }
    }
}

fn lock(path: &Path) -> Result<File, FolderError> {
    let file = path.join(LOCK);
    let open = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&file);
    let lock = open.map_err(|error| FolderError::Io { what: "open the lock", path: file.clone(), error })?;
    // Two locks, for they do not see each other: flock tells brokers of one process apart, the record lock is what
    // Java takes, so that Apache Kafka and kt keep out of each other's folders.
    let taken = rustix::fs::flock(&lock, FlockOperation::NonBlockingLockExclusive)
        .and_then(|()| rustix::fs::fcntl_lock(&lock, FlockOperation::NonBlockingLockExclusive));
    match taken {
        Ok(()) => Ok(lock),
        Err(rustix::io::Errno::WOULDBLOCK | rustix::io::Errno::ACCESS) => {
            Err(FolderError::InUse { path: path.to_owned(), by: Holder::of_file(&file) })
        }
        Err(error) => Err(FolderError::Io { what: "take the lock", path: file, error: error.into() }),
    }
}

/// None in a folder that was never formatted.
pub fn read_meta(path: &Path) -> Result<Option<Meta>, FolderError> {
    let file = path.join(META);
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(FolderError::Io { what: "read", path: file, error }),
    };
    let wrong = |why: String| FolderError::NotOurs { path: file.clone(), why };
    let properties = Properties::from_bytes(&bytes).map_err(|e| wrong(format!("line {} cannot be read", e.line)))?;
    let get = |key: &str| properties.get(key).ok_or_else(|| wrong(format!("it has no {key}")));
    match properties.get("version") {
        Some("0" | "1") => {}
        other => return Err(wrong(format!("its version is {}, and 1 is known", other.unwrap_or("missing")))),
    }
    let node = properties.get("node.id").or(properties.get("broker.id"));
    let node_id = node.and_then(|id| id.parse().ok()).ok_or_else(|| wrong("it has no valid node.id".into()))?;
    let directory_id = match properties.get("directory.id") {
        Some(id) => id.parse().map_err(|why: &str| wrong(why.into()))?,
        None => Uuid::ZERO,
    };
    Ok(Some(Meta { cluster_id: Str::from(get("cluster.id")?), node_id, directory_id }))
}

/// Makes an empty folder one of a new cluster, or of the one that the broker is part of already.
fn format(path: &Path, node_id: i32, identity: Option<&Meta>) -> Result<Meta, FolderError> {
    let mut random = SystemRandom;
    let (cluster_id, node_id) = match identity {
        Some(known) => (known.cluster_id.clone(), known.node_id),
        None => (random.uuid().to_string().into(), node_id),
    };
    let meta = Meta { cluster_id, node_id, directory_id: random.uuid() };
    write_formatted(&Fs::default(), path, &meta, &bootstrap::features(), level::LATEST)?;
    Ok(meta)
}

/// Writes what a formatted folder has: first what a cluster begins with, last whose the folder is.
pub fn write_formatted(
    fs: &Fs,
    path: &Path,
    meta: &Meta,
    records: &[super::controller::record::Record],
    metadata_level: i16,
) -> Result<(), FolderError> {
    let fail = |what| move |error| FolderError::Io { what, path: path.to_owned(), error };
    let now_ms = crate::clock::Clock::System.now_ms();
    let checkpoint = snapshot::bootstrap_file(records, metadata_level, now_ms).map_err(fail("format"))?;
    fs.replace(&path.join(bootstrap::FILE), &checkpoint).map_err(fail("format"))?;
    let mut properties = Properties::default();
    properties.set("node.id", meta.node_id.to_string());
    properties.set("directory.id", meta.directory_id.to_string());
    properties.set("version", "1");
    properties.set("cluster.id", meta.cluster_id.to_string());
    fs.replace(&path.join(META), properties.to_text(&[]).as_bytes()).map_err(fail("format"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_formatted_once_and_keeps_its_identity() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let first = Folder::open(dir.path(), None, 7).expect("an empty folder is formatted");
        let meta = first.meta.clone();
        assert_eq!(meta.node_id, 7);
        drop(first);
        let again = Folder::open(dir.path(), None, 1).expect("it is formatted already");
        assert_eq!(again.meta, meta);
    }

    #[test]
    fn a_second_broker_on_a_folder_is_told_who_has_it() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let _first = Folder::open(dir.path(), None, 1).expect("an empty folder is formatted");
        let error = Folder::open(dir.path(), None, 1).expect_err("it is locked");
        assert!(error.to_string().contains(&format!("in use by pid {}", std::process::id())), "{error}");
    }

    #[test]
    fn another_node_id_than_the_folders_is_refused() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        drop(Folder::open(dir.path(), Some(3), 1).expect("an empty folder is formatted"));
        let error = Folder::open(dir.path(), Some(4), 1).expect_err("it belongs to node 3");
        assert!(matches!(error, FolderError::NodeId { stored: 3, wanted: 4, .. }));
    }

    #[test]
    fn a_meta_properties_that_makes_no_sense_is_refused_before_anything_is_touched() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(dir.path().join(META), "version=9\ncluster.id=x\nnode.id=1\n").expect("room for a line");
        let error = Folder::open(dir.path(), None, 1).expect_err("version 9 is not known");
        assert!(error.to_string().contains("version is 9"), "{error}");
    }
}
