//! One segment: a file of batches with its indexes, read by many, appended to by the log that owns it.
//!
//! Readers take a short lock on [`State`] and none across a system call that matters; files are opened when first needed
//! and closed again when idle. What must hold: `size` and the state behind it change only after the bytes are in the
//! file, and `size` is always the end of a batch. The owner is alone in calling what takes an [`Fs`]: see change.rs.

mod change;

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

use arc_swap::ArcSwapOption;
use parking_lot::{Mutex, RwLock};

use super::fs::Fs;
use super::index::{Index, OffsetEntry, TimeEntry};
use super::names;
use super::scan::{Found, HeaderScan};
use super::txn_index::{self, AbortedTxn};
use crate::protocol::batch::{BatchHeader, HEADER_LEN, NO_TIMESTAMP};

/// Batches at the end of the active segment whose places are kept in memory: where consumers that keep up read.
const RECENT: usize = 16;
/// Places where a reader stopped, so that it goes on without a search.
const HINTS: usize = 4;

/// A batch's place in its segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub base_offset: i64,
    pub last_offset: i64,
    pub pos: u64,
    pub end: u64,
}

impl From<Found> for Place {
    fn from(found: Found) -> Self {
        let header = &found.header;
        Self { base_offset: header.base_offset, last_offset: header.last_offset(), pos: found.pos, end: found.end() }
    }
}

/// The largest timestamp of a segment, and the last offset of the first batch that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MaxTimestamp {
    pub timestamp: i64,
    pub offset: i64,
}

struct State {
    /// Bytes of whole batches.
    size: u64,
    offsets: Index<OffsetEntry>,
    times: Index<TimeEntry>,
    /// Unknown until the time index is looked at.
    max_timestamp: Option<MaxTimestamp>,
    bytes_since_index: u32,
    recent: Vec<Place>,
}

pub struct Segment {
    dir: Arc<Path>,
    base_offset: i64,
    state: RwLock<State>,
    log: Cached,
    index: Cached,
    time_index: Cached,
    /// `None` until looked at; mostly there is no file.
    aborted: Mutex<Option<Arc<Vec<AbortedTxn>>>>,
    hints: Mutex<([(i64, u64); HINTS], usize)>,
    stage: AtomicU8,
}

/// How a segment's files are called at the moment: behind each name comes the suffix of its stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Part of the log, under its plain name.
    Plain,
    /// A compaction's output that is being written.
    Cleaned,
    /// A compaction's output that is whole, and on its way into the log.
    Swap,
    /// No part of the log any more.
    Deleted,
}

impl Stage {
    const ALL: [Stage; 4] = [Stage::Plain, Stage::Cleaned, Stage::Swap, Stage::Deleted];

    fn suffix(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Cleaned => names::CLEANED,
            Self::Swap => names::SWAP,
            Self::Deleted => names::DELETED,
        }
    }
}

/// All that a segment may have.
const SUFFIXES: [&str; 4] = [names::LOG, names::INDEX, names::TIME_INDEX, names::TXN_INDEX];
/// How often a file is looked for that is being renamed at the moment.
const RENAME_RETRIES: usize = 1000;

/// A file that is opened when needed and may be closed when idle.
#[derive(Default)]
struct Cached {
    file: ArcSwapOption<File>,
    used: AtomicBool,
}

impl Cached {
    fn get(&self, open: impl FnOnce() -> io::Result<File>) -> io::Result<Arc<File>> {
        self.used.store(true, Ordering::Relaxed);
        if let Some(file) = self.file.load_full() {
            return Ok(file);
        }
        let file = Arc::new(open()?);
        self.file.store(Some(file.clone()));
        Ok(file)
    }

    fn close_if_idle(&self) {
        if !self.used.swap(false, Ordering::Relaxed) {
            self.file.store(None);
        }
    }
}

impl Segment {
    /// Makes the files of a new, empty segment. The indexes are made too, as the original takes a segment without them
    /// for damaged.
    pub fn create(fs: &Fs, dir: &Arc<Path>, base_offset: i64) -> io::Result<Self> {
        Self::create_at(fs, dir, base_offset, Stage::Plain)
    }

    /// As [`create`](Self::create), for the output of a compaction: nobody sees it until it is put into the log.
    pub fn create_cleaned(fs: &Fs, dir: &Arc<Path>, base_offset: i64) -> io::Result<Self> {
        Self::create_at(fs, dir, base_offset, Stage::Cleaned)
    }

    fn create_at(fs: &Fs, dir: &Arc<Path>, base_offset: i64, stage: Stage) -> io::Result<Self> {
        let segment = Self::new(dir, base_offset, 0, Index::empty(), Index::empty());
        segment.set_stage(stage);
        segment.state.write().max_timestamp = Some(segment.no_timestamp());
        let log = fs.create(&segment.path(names::LOG))?;
        if log.metadata()?.len() > 0 {
            fs.truncate(&log, 0)?;
        }
        segment.create_indexes(fs)?;
        Ok(segment)
    }

    /// A segment whose log file is there and whose indexes are made anew: the batches are to be published again.
    pub fn rebuild(fs: &Fs, dir: &Arc<Path>, base_offset: i64) -> io::Result<Self> {
        let segment = Self::new(dir, base_offset, 0, Index::empty(), Index::empty());
        segment.state.write().max_timestamp = Some(segment.no_timestamp());
        segment.create_indexes(fs)?;
        Ok(segment)
    }

    fn create_indexes(&self, fs: &Fs) -> io::Result<()> {
        for suffix in [names::INDEX, names::TIME_INDEX] {
            let file = fs.create(&self.path(suffix))?;
            if file.metadata()?.len() > 0 {
                fs.truncate(&file, 0)?;
            }
        }
        *self.aborted.lock() = Some(Arc::default());
        fs.remove(&self.path(names::TXN_INDEX))
    }

    /// A segment found on disk with `size` bytes; nothing is opened.
    pub fn on_disk(dir: &Arc<Path>, base_offset: i64, size: u64) -> Self {
        Self::new(dir, base_offset, size, Index::on_disk(), Index::on_disk())
    }

    fn new(dir: &Arc<Path>, base_offset: i64, size: u64, offsets: Index<OffsetEntry>, times: Index<TimeEntry>) -> Self {
        let state = State { size, offsets, times, max_timestamp: None, bytes_since_index: 0, recent: Vec::new() };
        Self {
            dir: dir.clone(),
            base_offset,
            state: RwLock::new(state),
            log: Cached::default(),
            index: Cached::default(),
            time_index: Cached::default(),
            aborted: Mutex::default(),
            hints: Mutex::default(),
            stage: AtomicU8::new(Stage::Plain as u8),
        }
    }

    pub fn base_offset(&self) -> i64 {
        self.base_offset
    }

    /// Bytes of whole batches in the log file.
    pub fn size(&self) -> u64 {
        self.state.read().size
    }

    /// Where the file is at the moment.
    pub fn path(&self, suffix: &str) -> PathBuf {
        self.path_at(self.stage(), suffix)
    }

    fn path_at(&self, stage: Stage, suffix: &str) -> PathBuf {
        let mut path = names::file(&self.dir, self.base_offset, suffix).into_os_string();
        path.push(stage.suffix());
        path.into()
    }

    fn stage(&self) -> Stage {
        Stage::ALL[usize::from(self.stage.load(Ordering::Acquire))]
    }

    fn set_stage(&self, stage: Stage) {
        self.stage.store(stage as u8, Ordering::Release);
    }

    /// Opens one of the files, which may be renamed at the same moment. The stage changes before the names do, so a name
    /// that was right before and after the opening has led to the right file.
    fn open(&self, suffix: &str) -> io::Result<File> {
        for _ in 0..RENAME_RETRIES {
            let stage = self.stage();
            let opened = Fs::default().open(&self.path_at(stage, suffix));
            let settled = matches!(stage, Stage::Plain | Stage::Cleaned);
            match opened {
                Ok(file) if self.stage() == stage => return Ok(file),
                Err(e) if e.kind() != io::ErrorKind::NotFound || settled && self.stage() == stage => return Err(e),
                _ => std::thread::yield_now(),
            }
        }
        Err(io::Error::new(io::ErrorKind::NotFound, format!("{} has gone", self.path(suffix).display())))
    }

    /// The log file, opened if need be.
    pub fn file(&self) -> io::Result<Arc<File>> {
        self.log.get(|| self.open(names::LOG))
    }

    /// Closes files that nobody has used since the last call.
    pub fn close_idle_files(&self) {
        self.log.close_if_idle();
        self.index.close_if_idle();
        self.time_index.close_if_idle();
    }

    fn no_timestamp(&self) -> MaxTimestamp {
        MaxTimestamp { timestamp: NO_TIMESTAMP, offset: self.base_offset }
    }

    fn index_file(&self) -> io::Result<Arc<File>> {
        self.index.get(|| self.open(names::INDEX))
    }

    fn time_index_file(&self) -> io::Result<Arc<File>> {
        self.time_index.get(|| self.open(names::TIME_INDEX))
    }

    /// Reads where the indexes end, once. Keeps no file open: retention asks this of every log.
    fn load_indexes(&self) -> io::Result<()> {
        {
            let state = self.state.read();
            if state.offsets.is_loaded() && state.times.is_loaded() && state.max_timestamp.is_some() {
                return Ok(());
            }
        }
        let mut state = self.state.write();
        if !state.offsets.is_loaded() {
            match self.open(names::INDEX) {
                Err(e) if e.kind() == io::ErrorKind::NotFound => state.offsets.load_nothing(),
                file => state.offsets.load(&file?)?,
            }
        }
        if !state.times.is_loaded() {
            match self.open(names::TIME_INDEX) {
                Err(e) if e.kind() == io::ErrorKind::NotFound => state.times.load_nothing(),
                file => state.times.load(&file?)?,
            }
        }
        if state.max_timestamp.is_none() {
            // A segment that was closed in order ends its time index with its largest timestamp.
            state.max_timestamp = Some(state.times.last().map_or(self.no_timestamp(), |e| MaxTimestamp {
                timestamp: e.timestamp,
                offset: self.base_offset + i64::from(e.relative),
            }));
        }
        Ok(())
    }

    /// The largest timestamp of its batches; [`NO_TIMESTAMP`] when there is none.
    pub fn max_timestamp(&self) -> io::Result<MaxTimestamp> {
        self.load_indexes()?;
        Ok(self.state.read().max_timestamp.unwrap_or(self.no_timestamp()))
    }

    /// What retention goes by: the largest timestamp, or the file's own without one.
    pub fn largest_timestamp(&self) -> io::Result<i64> {
        let max = self.max_timestamp()?.timestamp;
        if max >= 0 {
            return Ok(max);
        }
        let modified = std::fs::metadata(self.path(names::LOG))?.modified()?;
        Ok(modified.duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_millis() as i64))
    }

    /// Whether an offset can be told relative to the base.
    pub fn spans(&self, offset: i64) -> bool {
        offset.checked_sub(self.base_offset).is_some_and(|r| (0..=i64::from(i32::MAX)).contains(&r))
    }

    /// Entries in the offset and in the time index.
    pub fn index_lens(&self) -> io::Result<(u32, u32)> {
        self.load_indexes()?;
        let state = self.state.read();
        Ok((state.offsets.count(), state.times.count()))
    }

    fn relative(&self, offset: i64) -> u32 {
        u32::try_from(offset.saturating_sub(self.base_offset).max(0)).unwrap_or(u32::MAX)
    }

    // ---- reading ----

    /// The first batch that ends at or after `offset`, or `None` when the segment ends before.
    pub fn find(&self, offset: i64) -> io::Result<Option<Place>> {
        Ok(self.locate(offset)?.0)
    }

    /// Where the batches end that lie wholly below `offset`.
    pub fn bound(&self, offset: i64) -> io::Result<u64> {
        let (place, size) = self.locate(offset)?;
        Ok(place.map_or(size, |p| p.pos))
    }

    /// As [`find`](Self::find), with the size that the answer is about.
    fn locate(&self, offset: i64) -> io::Result<(Option<Place>, u64)> {
        let (size, searched) = {
            let state = self.state.read();
            (state.size, place_of(&state.recent, offset))
        };
        if let Some(place) = searched {
            return Ok((place, size));
        }
        let start = self.start_of_search(offset)?;
        if start >= size {
            return Ok((None, size));
        }
        let file = self.file()?;
        let found = scan_to(&file, start, size, offset)?.map_err(|e| damaged(&self.path(names::LOG), &e))?;
        Ok((found.map(Place::from), size))
    }

    /// A batch's start at or before the batch with `offset`.
    fn start_of_search(&self, offset: i64) -> io::Result<u64> {
        let hint = {
            let hints = self.hints.lock();
            hints.0.iter().filter(|(o, _)| *o <= offset).max().copied().unwrap_or_default()
        };
        if hint.0 == offset && hint.1 > 0 {
            return Ok(hint.1);
        }
        Ok(self.floor_offset(self.relative(offset))?.max(hint.1))
    }

    /// The position of the last indexed batch that ends at or before an offset; 0 when there is none.
    fn floor_offset(&self, relative: u32) -> io::Result<u64> {
        self.floor_entry(|e| e.relative <= relative)
    }

    fn floor_entry(&self, fits: impl Fn(&OffsetEntry) -> bool) -> io::Result<u64> {
        self.load_indexes()?;
        let floor = self.state.read().offsets.floor(&fits);
        let entry = floor.resolve(&fits, || self.index_file())?;
        entry.map_or(Ok(0), |e| self.trusted(e))
    }

    fn trusted(&self, entry: OffsetEntry) -> io::Result<u64> {
        let checked = self.check_entry(&*self.file()?, entry)?;
        if checked.is_none() {
            tracing::warn!(path = %self.path(names::INDEX).display(), "the index leads astray; reading without it");
        }
        Ok(checked.unwrap_or(0))
    }

    /// An index is only a hint: its position counts when the batch there is the one that the entry is about.
    pub fn check_entry(&self, log: &File, entry: OffsetEntry) -> io::Result<Option<u64>> {
        let mut head = [0; HEADER_LEN];
        let got = super::fs::read_at(log, &mut head, u64::from(entry.position))?;
        let expected = self.base_offset + i64::from(entry.relative);
        let right = BatchHeader::peek(&head[..got]).is_ok_and(|h| h.last_offset() == expected);
        Ok(right.then_some(u64::from(entry.position)))
    }

    /// A batch's start no later than the first batch with a record of `timestamp` or later.
    fn start_for_timestamp(&self, timestamp: i64, from_offset: i64) -> io::Result<u64> {
        self.load_indexes()?;
        let fits = |e: &TimeEntry| e.timestamp <= timestamp;
        let floor = self.state.read().times.floor(fits);
        let entry = floor.resolve(fits, || self.time_index_file())?;
        let offset = entry.map_or(0, |e| e.relative).max(self.relative(from_offset));
        self.floor_offset(offset)
    }

    /// The first batch whose largest timestamp is at least `timestamp` and that ends at or after `from_offset`, and
    /// what follows it.
    pub fn scan_for_timestamp<'f>(
        &self,
        file: &'f File,
        timestamp: i64,
        from_offset: i64,
    ) -> io::Result<HeaderScan<'f>> {
        let start = self.start_for_timestamp(timestamp, from_offset)?;
        Ok(HeaderScan::new(file, start, self.size()))
    }

    /// Where a read ends that starts with the batch `first`: of the batches below `bound`, as many as `max` bytes
    /// hold; `first` in any case when `at_least_one`.
    pub fn end_of_read(&self, first: &Place, bound: u64, max: u64, at_least_one: bool) -> io::Result<u64> {
        let limit = first.pos.saturating_add(max);
        if bound <= limit {
            return Ok(bound);
        }
        if first.end >= limit {
            return Ok(if at_least_one || first.end == limit { first.end } else { first.pos });
        }
        {
            let state = self.state.read();
            if let Some(place) = state.recent.iter().rev().find(|p| p.end <= limit) {
                return Ok(place.end.max(first.end));
            }
        }
        // The index is sorted by position as well, and a position in it is a batch's start.
        let mut end = self.floor_entry(|e| u64::from(e.position) <= limit)?.max(first.end);
        let file = self.file()?;
        let mut scan = HeaderScan::new(&file, end, bound);
        let mut next_offset = None;
        while let Some(found) = scan.next()? {
            let found = found.map_err(|e| damaged(&self.path(names::LOG), &e))?;
            if found.end() > limit {
                next_offset = Some(found.header.base_offset);
                break;
            }
            end = found.end();
            next_offset = Some(found.header.next_offset());
        }
        // Whoever reads this goes on there.
        if let Some(offset) = next_offset {
            self.hint(offset, end);
        }
        Ok(end)
    }

    /// Remembers that a batch with this base offset starts at `pos`.
    fn hint(&self, offset: i64, pos: u64) {
        let mut hints = self.hints.lock();
        if let Some(known) = hints.0.iter_mut().find(|(_, p)| *p == pos) {
            known.0 = offset;
            return;
        }
        let slot = hints.1 % HINTS;
        hints.0[slot] = (offset, pos);
        hints.1 = slot + 1;
    }

    /// The header at the segment's start.
    pub fn first_batch(&self) -> io::Result<Option<BatchHeader>> {
        let size = self.size();
        if size == 0 {
            return Ok(None);
        }
        let file = self.file()?;
        let first = HeaderScan::new(&file, 0, size).next()?;
        first.transpose().map(|found| found.map(|f| f.header)).map_err(|e| damaged(&self.path(names::LOG), &e))
    }

    /// The log file, and the position of the last batch that the index knows.
    pub fn last_indexed(&self) -> io::Result<(Arc<File>, u64)> {
        self.load_indexes()?;
        let last = self.state.read().offsets.last();
        Ok((self.file()?, last.map_or(Ok(0), |e| self.trusted(e))?))
    }

    /// The segment's aborted transactions, in the order of their markers.
    pub fn aborted(&self) -> io::Result<Arc<Vec<AbortedTxn>>> {
        let mut aborted = self.aborted.lock();
        if let Some(known) = &*aborted {
            return Ok(known.clone());
        }
        let read = Arc::new(txn_index::read(&self.path(names::TXN_INDEX))?);
        *aborted = Some(read.clone());
        Ok(read)
    }

    /// Known from the folder's listing: no need to look for the file.
    pub fn has_no_aborted(&self) {
        *self.aborted.lock() = Some(Arc::default());
    }
}

/// `None`: too old for the recent places. `Some(None)`: beyond them, and so beyond the end.
#[allow(clippy::option_option)]
fn place_of(recent: &[Place], offset: i64) -> Option<Option<Place>> {
    if recent.first()?.base_offset > offset {
        return None;
    }
    let at = recent.partition_point(|p| p.last_offset < offset);
    Some(recent.get(at).copied())
}

fn scan_to(
    file: &File,
    start: u64,
    size: u64,
    offset: i64,
) -> io::Result<Result<Option<Found>, crate::protocol::batch::BatchError>> {
    let mut scan = HeaderScan::new(file, start, size);
    while let Some(found) = scan.next()? {
        match found {
            Ok(found) if found.header.last_offset() >= offset => return Ok(Ok(Some(found))),
            Ok(_) => {}
            Err(e) => return Ok(Err(e)),
        }
    }
    Ok(Ok(None))
}

fn damaged(path: &Path, what: &dyn std::fmt::Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{} is damaged: {what}", path.display()))
}
