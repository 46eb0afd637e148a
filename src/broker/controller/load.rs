//! From a folder to an image: the latest whole snapshot, then the log behind it. Nothing is changed on the way.
//!
//! A cluster that this program must not touch (a level above its own, several voters) is so refused before the first
//! write. A torn batch at the very end is what a crash leaves, and ends the reading; one in the middle is an error.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use kt_codec::k_raft_version_record::KRaftVersionRecord;
use kt_codec::voters_record::VotersRecord;
use kt_codec::{Message, Str};

use super::apply::ApplyError;
use super::image::Image;
use super::quorum::QuorumState;
use super::record::{Record, RecordError};
use super::snapshot::SnapshotId;
use crate::broker::log::scan::HeaderScan;
use crate::broker::log::{fs, names};
use crate::protocol::batch::{Batch, BatchError, BatchHeader};
use crate::protocol::control::ControlType;

/// The largest batch that is read; the original writes at most 8 MiB.
const MAX_BATCH: usize = 256 << 20;

/// Why the metadata cannot be loaded.
#[derive(Debug)]
pub enum LoadError {
    Io {
        path: PathBuf,
        error: io::Error,
    },
    Batch {
        path: PathBuf,
        position: u64,
        error: BatchError,
    },
    /// A batch with a valid checksum holds what is no record.
    Contents {
        path: PathBuf,
        offset: i64,
        error: BatchError,
    },
    Record {
        path: PathBuf,
        offset: i64,
        error: RecordError,
    },
    Apply {
        path: PathBuf,
        offset: i64,
        error: ApplyError,
    },
    /// Offsets that belong to the log are in none of the files.
    Gap {
        path: PathBuf,
        expected: i64,
    },
    /// The quorum has other voters than this node.
    Voters {
        ids: Vec<i32>,
        node: i32,
    },
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io { path, error } => write!(f, "cannot read {}: {error}", path.display()),
            Self::Batch { path, position, error } => {
                write!(f, "{} is damaged at byte {position}: {error}", path.display())
            }
            Self::Contents { path, offset, error } => write!(f, "offset {offset} of {}: {error}", path.display()),
            Self::Record { path, offset, error } => write!(f, "offset {offset} of {}: {error}", path.display()),
            Self::Apply { path, offset, error: error @ ApplyError::Level { .. } } => {
                write!(f, "{error} (offset {offset} of {})", path.display())
            }
            Self::Apply { path, offset, error } => {
                write!(f, "{} does not fit together at offset {offset}: {error}", path.display())
            }
            Self::Gap { path, expected } => write!(f, "{} lacks the records from offset {expected} on", path.display()),
            Self::Voters { ids, node } => write!(
                f,
                "the metadata belongs to a cluster whose controllers are the nodes {ids:?}; kt runs a folder of a single \
                 node, which here is {node}"
            ),
        }
    }
}

impl std::error::Error for LoadError {}

/// What a folder holds.
#[derive(Debug)]
pub struct Loaded {
    pub image: Image,
    /// The largest epoch of any batch, snapshot or vote.
    pub epoch: i32,
    pub quorum: Option<QuorumState>,
    /// Whole ones, the oldest first.
    pub snapshots: Vec<SnapshotId>,
    /// Bytes of the log behind the latest snapshot.
    pub bytes_since_snapshot: u64,
    /// The name of a transaction that the log ends in the middle of. The image is without its records.
    pub open_transaction: Option<Option<Str>>,
}

/// Loads the metadata of `dir` (a `__cluster_metadata-0`; an empty or missing one gives an empty image) for the node
/// with this id.
pub fn load(dir: &Path, cluster_id: Str, node: i32) -> Result<Loaded, LoadError> {
    let io = |path: &Path| {
        let path = path.to_path_buf();
        move |error| LoadError::Io { path, error }
    };
    let quorum = QuorumState::read(dir).map_err(io(&dir.join(super::quorum::FILE)))?;
    let mut loader = Loader::new(cluster_id);
    loader.node = node;
    loader.check_voters(quorum.iter().filter_map(|q| q.voters.clone()).flatten().collect())?;
    if !dir.exists() {
        return Ok(loader.finish(quorum, Vec::new(), 0));
    }
    let snapshots = loader.latest_snapshot(dir, SnapshotId::list(dir).map_err(io(dir))?)?;
    let bytes = loader.segments(dir)?;
    Ok(loader.finish(quorum, snapshots, bytes))
}

/// The records of a snapshot file such as `bootstrap.checkpoint`.
pub fn snapshot_records(path: &Path) -> Result<Vec<Record>, LoadError> {
    let mut records = Vec::new();
    let whole = read_snapshot(path, |batch| {
        if !batch.header.is_control() {
            each_record(path, batch, |_, record| {
                records.push(record);
                Ok(())
            })?;
        }
        Ok(())
    })?;
    if whole { Ok(records) } else { Err(cut_off(path)) }
}

/// What one file says, a snapshot or a segment that begins with the log's beginning, and which batch of records was its
/// last. For who looks into a file by itself; a torn batch at its end is passed over.
pub fn one_file(path: &Path, last: &mut Option<BatchHeader>) -> Result<Image, LoadError> {
    let mut loader = Loader::new(Str::default());
    let done = each_batch(path, |batch| {
        if batch.header.is_control() {
            return Ok(());
        }
        loader.batch(path, batch)?;
        *last = Some(batch.header);
        Ok(())
    });
    match done {
        Err(LoadError::Batch { error: BatchError::Incomplete { .. }, .. }) | Ok(()) => {
            Ok(loader.finish(None, Vec::new(), 0).image)
        }
        Err(error) => Err(error),
    }
}

fn cut_off(path: &Path) -> LoadError {
    let error = BatchError::Field("the snapshot has no end");
    LoadError::Batch { path: path.to_path_buf(), position: 0, error }
}

struct Loader {
    image: Image,
    node: i32,
    epoch: i32,
    /// The image before the transaction that is open, and the transaction's name.
    before: Option<(Box<Image>, Option<Str>)>,
}

impl Loader {
    fn new(cluster_id: Str) -> Loader {
        Loader { image: Image::empty(cluster_id), node: -1, epoch: 0, before: None }
    }

    fn finish(mut self, quorum: Option<QuorumState>, snapshots: Vec<SnapshotId>, bytes: u64) -> Loaded {
        let epoch = self.epoch.max(quorum.as_ref().map_or(0, |q| q.leader_epoch));
        let open_transaction = self.before.take().map(|(before, name)| {
            self.go_back(*before);
            name
        });
        Loaded { image: self.image, epoch, quorum, snapshots, bytes_since_snapshot: bytes, open_transaction }
    }

    /// Loads the latest snapshot that is whole; returns all that are kept.
    fn latest_snapshot(&mut self, dir: &Path, mut ids: Vec<SnapshotId>) -> Result<Vec<SnapshotId>, LoadError> {
        let mut kept = ids.clone();
        while let Some(id) = ids.pop() {
            let path = id.path(dir);
            let cluster_id = self.image.cluster_id.clone();
            let whole = read_snapshot(&path, |batch| self.batch(&path, batch));
            match whole {
                Ok(true) => {
                    self.image.next_offset = id.end;
                    self.image.epoch = id.epoch;
                    self.epoch = self.epoch.max(id.epoch);
                    return Ok(kept);
                }
                // What cannot be served is no damage: an older snapshot would only hide it.
                Err(error @ (LoadError::Voters { .. } | LoadError::Apply { error: ApplyError::Level { .. }, .. })) => {
                    return Err(error);
                }
                Ok(false) => {
                    tracing::warn!(path = %path.display(), "the snapshot is cut off; trying the one before it")
                }
                Err(error) => {
                    tracing::warn!(path = %path.display(), %error, "the snapshot is damaged; trying the one before it")
                }
            }
            kept.pop();
            *self = Loader { node: self.node, ..Loader::new(cluster_id) };
        }
        Ok(kept)
    }

    /// Applies the log from the image's next offset on; returns how many bytes that were.
    fn segments(&mut self, dir: &Path) -> Result<u64, LoadError> {
        let io = |error| LoadError::Io { path: dir.to_path_buf(), error };
        let mut bases = Vec::new();
        for entry in std::fs::read_dir(dir).map_err(io)? {
            let name = entry.map_err(io)?.file_name();
            let parsed = name.to_str().and_then(names::parse);
            bases.extend(parsed.filter(|(_, suffix)| *suffix == names::LOG).map(|(base, _)| base));
        }
        bases.sort_unstable();
        let mut bytes = 0;
        for (at, base) in bases.iter().enumerate() {
            let next = bases.get(at + 1);
            // A segment that ends below the snapshot has nothing to say.
            if next.is_some_and(|next| *next <= self.image.next_offset) {
                continue;
            }
            bytes += self.segment(&names::file(dir, *base, names::LOG), next.is_none())?;
        }
        Ok(bytes)
    }

    fn segment(&mut self, path: &Path, last: bool) -> Result<u64, LoadError> {
        let mut applied = 0;
        let done = each_batch(path, |batch| {
            let header = batch.header;
            if header.next_offset() <= self.image.next_offset {
                return Ok(());
            }
            if header.base_offset > self.image.next_offset {
                return Err(LoadError::Gap { path: path.to_path_buf(), expected: self.image.next_offset });
            }
            self.batch(path, batch)?;
            self.image.next_offset = header.next_offset();
            self.image.epoch = header.leader_epoch;
            self.image.timestamp_ms = header.max_timestamp;
            self.epoch = self.epoch.max(header.leader_epoch);
            applied += header.size() as u64;
            Ok(())
        });
        match done {
            Err(LoadError::Batch { position, error, .. }) if last => {
                tracing::warn!(path = %path.display(), position, %error, "the metadata log ends in a torn batch, which is cut off");
                Ok(applied)
            }
            Err(error) => Err(error),
            Ok(()) => Ok(applied),
        }
    }

    fn batch(&mut self, path: &Path, batch: &Batch<'_>) -> Result<(), LoadError> {
        if batch.header.is_control() {
            return self.control(path, batch);
        }
        each_record(path, batch, |offset, record| {
            let apply = |error| LoadError::Apply { path: path.to_path_buf(), offset, error };
            match &record {
                Record::BeginTransaction(begin) => {
                    self.before = Some((Box::new(self.image.clone()), begin.name.clone()));
                }
                Record::EndTransaction(_) => self.before = None,
                Record::AbortTransaction(_) => {
                    if let Some((before, _)) = self.before.take() {
                        self.go_back(*before);
                    }
                }
                _ => {}
            }
            self.image.apply(record).map_err(apply)
        })
    }

    /// The offsets go on, the state does not.
    fn go_back(&mut self, before: Image) {
        let Image { next_offset, epoch, timestamp_ms, .. } = self.image;
        self.image = Image { next_offset, epoch, timestamp_ms, ..before };
    }

    fn control(&mut self, path: &Path, batch: &Batch<'_>) -> Result<(), LoadError> {
        for record in batch.iter(batch.payload()) {
            let record = record.map_err(|e| damaged(path, batch, e.into()))?;
            let value = Bytes::copy_from_slice(record.value.unwrap_or_default());
            let wrong = || damaged(path, batch, BatchError::Field("a control record cannot be read"));
            match ControlType::from_key(record.key.unwrap_or_default()) {
                Some(ControlType::KraftVersion) => {
                    let version = KRaftVersionRecord::from_bytes(value, 0).map_err(|_| wrong())?;
                    self.image.kraft_version = version.k_raft_version;
                }
                Some(ControlType::KraftVoters) => {
                    let voters = VotersRecord::from_bytes(value.clone(), 0).map_err(|_| wrong())?;
                    self.check_voters(voters.voters.iter().map(|v| v.voter_id).collect())?;
                    self.image.voters = Some(value);
                }
                Some(_) => {}
                None => return Err(wrong()),
            }
        }
        Ok(())
    }

    fn check_voters(&self, ids: Vec<i32>) -> Result<(), LoadError> {
        if ids.iter().all(|id| *id == self.node) {
            return Ok(());
        }
        Err(LoadError::Voters { ids, node: self.node })
    }
}

fn damaged(path: &Path, batch: &Batch<'_>, error: BatchError) -> LoadError {
    LoadError::Contents { path: path.to_path_buf(), offset: batch.header.base_offset, error }
}

/// Calls `each` for every batch of a snapshot; false when its last one is not there.
fn read_snapshot(path: &Path, mut each: impl FnMut(&Batch<'_>) -> Result<(), LoadError>) -> Result<bool, LoadError> {
    let mut ended = false;
    each_batch(path, |batch| {
        if batch.header.is_control() {
            let last = batch.iter(batch.payload()).last();
            let key = last.and_then(|record| record.ok()?.key).and_then(ControlType::from_key);
            ended = key == Some(ControlType::SnapshotFooter);
        }
        each(batch)
    })?;
    Ok(ended)
}

/// Calls `each` for every batch of a file, its checksum checked.
fn each_batch(path: &Path, mut each: impl FnMut(&Batch<'_>) -> Result<(), LoadError>) -> Result<(), LoadError> {
    let io = |error| LoadError::Io { path: path.to_path_buf(), error };
    let damaged = |position, error| LoadError::Batch { path: path.to_path_buf(), position, error };
    let file = File::open(path).map_err(io)?;
    let end = file.metadata().map_err(io)?.len();
    let mut scan = HeaderScan::new(&file, 0, end);
    let mut bytes = Vec::new();
    let mut position = 0;
    while let Some(found) = scan.next().map_err(io)? {
        let found = found.map_err(|error| damaged(position, error))?;
        let size = found.header.size();
        if size > MAX_BATCH {
            return Err(damaged(found.pos, BatchError::Length(found.header.length)));
        }
        bytes.resize(size, 0);
        if fs::read_at(&file, &mut bytes, found.pos).map_err(io)? < size {
            return Err(damaged(found.pos, BatchError::Incomplete { need: size }));
        }
        let batch = Batch::parse(&bytes).map_err(|error| damaged(found.pos, error))?;
        batch.check_crc().map_err(|error| damaged(found.pos, error))?;
        each(&batch)?;
        position = found.end();
    }
    Ok(())
}

/// Calls `each` for every record of a batch with its offset.
fn each_record(
    path: &Path,
    batch: &Batch<'_>,
    mut each: impl FnMut(i64, Record) -> Result<(), LoadError>,
) -> Result<(), LoadError> {
    let mut scratch = Vec::new();
    let records = batch.records_in(&mut scratch, MAX_BATCH).map_err(|e| damaged(path, batch, e))?;
    for record in batch.iter(records) {
        let record = record.map_err(|e| damaged(path, batch, e.into()))?;
        let offset = record.offset;
        // A copy of its own, so that the names in the image do not hold on to the whole file.
        let value = Bytes::copy_from_slice(record.value.unwrap_or_default());
        let decoded =
            Record::decode(value).map_err(|error| LoadError::Record { path: path.to_path_buf(), offset, error });
        each(offset, decoded?)?;
    }
    Ok(())
}
