//! From a folder to a log.
//!
//! After an orderly stop nothing is read but names, sizes, the small files and the headers behind the last index entry;
//! after a crash [`super::recover`] reads what the recovery point does not vouch for. What must hold: opening leaves a
//! folder that the original would open the same way, and whatever a compaction or a deletion left half done is done
//! or undone.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::atomic::AtomicI64;
use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwap;
use parking_lot::RwLock;

use super::epochs::Epochs;
use super::index::{Index, OffsetEntry};
use super::producers::Producers;
use super::recover::{self, Recovered};
use super::scan::HeaderScan;
use super::segment::Segment;
use super::verify::Verifications;
use super::{Fs, Log, LogConfig, LogError, LogView, checkpoint, names, roll};

/// A segment is walked from its start, without a look at its index, up to this size.
const SMALL_SEGMENT: u64 = 8192;

/// What the data folder's checkpoints say about a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenHints {
    /// The last stop was an orderly one.
    pub clean_shutdown: bool,
    /// Everything below was synced.
    pub recovery_point: i64,
    pub log_start: i64,
    /// It was compacted once: offsets may be missing inside.
    pub was_compacted: bool,
}

impl OpenHints {
    /// Of a log that is not there yet.
    pub fn new_log() -> Self {
        Self { clean_shutdown: true, recovery_point: 0, log_start: 0, was_compacted: false }
    }
}

/// What is in a partition's folder.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub logs: BTreeSet<i64>,
    indexes: BTreeSet<i64>,
    time_indexes: BTreeSet<i64>,
    txn_indexes: BTreeSet<i64>,
    pub snapshots: BTreeSet<i64>,
    has_epochs: bool,
}

impl Log {
    /// Opens the log in `dir`, which is made when missing.
    pub fn open(
        fs: &Fs,
        dir: &Path,
        config: Arc<LogConfig>,
        hints: OpenHints,
        now_ms: i64,
    ) -> Result<(Self, Arc<LogView>), LogError> {
        let dir: Arc<Path> = dir.into();
        let opening = Opening { fs: fs.clone(), dir: dir.clone(), config, hints, now_ms };
        let log = opening.open().map_err(|e| LogError::io("open the log in", &dir, &e))?;
        let view = log.view.clone();
        Ok((log, view))
    }
}

/// A log on its way up.
pub(super) struct Opening {
    pub fs: Fs,
    pub dir: Arc<Path>,
    pub config: Arc<LogConfig>,
    pub hints: OpenHints,
    pub now_ms: i64,
}

impl Opening {
    fn open(self) -> io::Result<Log> {
        let mut listing = self.list()?;
        let mut recovered = self.load(&mut listing)?;
        if recovered.end < self.hints.log_start {
            tracing::warn!(dir = %self.dir.display(), end = recovered.end, start = self.hints.log_start,
                "the log ends before its start; starting over there");
            self.remove_all(&recovered, &listing)?;
            recovered = Recovered::nothing(self.hints.log_start);
            listing = Listing::default();
        }
        let fresh = recovered.segments.is_empty();
        if fresh {
            let segment = Segment::create(&self.fs, &self.dir, self.hints.log_start)?;
            recovered.segments.push(Arc::new(segment));
        }
        let start = self.hints.log_start.max(recovered.segments[0].base_offset());
        let mut epochs = recovered.epochs;
        let stale = epochs.truncate_from_end(recovered.end) | epochs.truncate_from_start(self.hints.log_start);
        if stale || recovered.changed_epochs {
            let text = checkpoint::epochs_text(epochs.entries());
            self.fs.replace_unsynced(&self.dir.join(names::LEADER_EPOCHS), text.as_bytes())?;
        }
        let snapshots = self.tidy_snapshots(&listing, &recovered.segments, recovered.end)?;
        let mut producers = recovered.producers;
        producers.set_end(recovered.end);
        let flushed = if self.hints.clean_shutdown && !recovered.repaired {
            recovered.end
        } else {
            self.hints.recovery_point.min(recovered.end)
        };
        let first_unstable = producers.first_unstable().map_or(i64::MAX, |first| first.max(start));
        let active = recovered.segments[recovered.segments.len() - 1].clone();
        let view = Arc::new(LogView {
            dir: self.dir,
            config: ArcSwap::new(self.config.clone()),
            segments: ArcSwap::from_pointee(recovered.segments),
            log_start: AtomicI64::new(start),
            log_end: AtomicI64::new(recovered.end),
            flushed: AtomicI64::new(flushed),
            first_unstable: AtomicI64::new(first_unstable),
            epochs: RwLock::new(epochs),
            offline: OnceLock::new(),
        });
        Ok(Log {
            view,
            fs: self.fs,
            jitter_ms: roll::jitter(&self.config),
            config: self.config,
            active,
            next_offset: recovered.end,
            roll_timestamp: None,
            created_ms: self.now_ms,
            producers,
            verifications: Verifications::default(),
            last_snapshot: snapshots.last().copied().unwrap_or(start),
            snapshots,
            dirty: recovered.repaired,
            unsynced_dir: fresh || recovered.repaired,
            unsynced_epochs: recovered.repaired,
            // After a crash nobody knows whether the folder had been synced.
            unsynced_folder: fresh || !self.hints.clean_shutdown,
            unwritten_epochs: false,
            headers: Vec::new(),
            header_bytes: Vec::new(),
        })
    }

    /// Lists the folder, and ends what was left half done in it.
    fn list(&self) -> io::Result<Listing> {
        let names = match list_names(&self.dir) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                self.fs.create_dir(&self.dir)?;
                return Ok(Listing::default());
            }
            names => names?,
        };
        let mut listing = Listing::default();
        let mut swaps = Vec::new();
        let mut first_cleaned = i64::MAX;
        for name in &names {
            let Some((offset, suffix)) = names::parse(name) else {
                listing.has_epochs |= name == names::LEADER_EPOCHS;
                continue;
            };
            let place = match suffix {
                names::LOG => &mut listing.logs,
                names::INDEX => &mut listing.indexes,
                names::TIME_INDEX => &mut listing.time_indexes,
                names::TXN_INDEX => &mut listing.txn_indexes,
                names::SNAPSHOT => &mut listing.snapshots,
                _ => {
                    if suffix.ends_with(names::DELETED) || suffix.ends_with(names::CLEANED) {
                        self.fs.remove(&self.dir.join(name))?;
                    }
                    if suffix.ends_with(names::CLEANED) {
                        first_cleaned = first_cleaned.min(offset);
                    }
                    if let Some(real) = suffix.strip_suffix(names::SWAP) {
                        swaps.push((offset, real.to_owned()));
                    }
                    continue;
                }
            };
            place.insert(offset);
        }
        if !swaps.is_empty() {
            self.finish_swaps(&swaps, first_cleaned, &mut listing)?;
        }
        // An index without its log is of no use to anyone.
        for (kind, suffix) in [
            (&mut listing.indexes, names::INDEX),
            (&mut listing.time_indexes, names::TIME_INDEX),
            (&mut listing.txn_indexes, names::TXN_INDEX),
        ] {
            for orphan in kind.difference(&listing.logs).copied().collect::<Vec<_>>() {
                self.fs.remove(&names::file(&self.dir, orphan, suffix))?;
                kind.remove(&orphan);
            }
        }
        Ok(listing)
    }

    /// A `.swap` file is the finished output of a compaction: it replaces the segments whose offsets it covers. Behind
    /// a `.cleaned` one it belongs to a split that did not finish, and goes.
    fn finish_swaps(&self, swaps: &[(i64, String)], first_cleaned: i64, listing: &mut Listing) -> io::Result<()> {
        let swapped = |offset: i64, suffix: &str| names::file(&self.dir, offset, &format!("{suffix}{}", names::SWAP));
        let (valid, invalid): (Vec<_>, Vec<_>) = swaps.iter().partition(|(offset, _)| *offset < first_cleaned);
        for (offset, suffix) in invalid {
            self.fs.remove(&swapped(*offset, suffix))?;
        }
        let (mut from, mut to) = (i64::MAX, i64::MIN);
        for (offset, _) in valid.iter().filter(|(_, suffix)| suffix == names::LOG) {
            let file = self.fs.open(&swapped(*offset, names::LOG))?;
            let mut scan = HeaderScan::new(&file, 0, file.metadata()?.len());
            let mut end = *offset;
            while let Some(Ok(found)) = scan.next()? {
                end = found.header.next_offset();
            }
            from = from.min(*offset);
            to = to.max(end);
        }
        for (kind, suffix) in [
            (&mut listing.logs, names::LOG),
            (&mut listing.indexes, names::INDEX),
            (&mut listing.time_indexes, names::TIME_INDEX),
            (&mut listing.txn_indexes, names::TXN_INDEX),
            (&mut listing.snapshots, names::SNAPSHOT),
        ] {
            for covered in kind.iter().copied().filter(|o| (from..to).contains(o)).collect::<Vec<_>>() {
                self.fs.remove(&names::file(&self.dir, covered, suffix))?;
                kind.remove(&covered);
            }
            for (offset, _) in valid.iter().filter(|(_, s)| s == suffix) {
                self.fs.rename(&swapped(*offset, suffix), &names::file(&self.dir, *offset, suffix))?;
                kind.insert(*offset);
            }
        }
        Ok(())
    }

    /// Finds the log's end and its producers, with as little reading as the hints allow.
    fn load(&self, listing: &mut Listing) -> io::Result<Recovered> {
        let epochs_path = self.dir.join(names::LEADER_EPOCHS);
        let (epochs, epochs_known) = match listing.has_epochs.then(|| checkpoint::read_epochs(&epochs_path)) {
            None => (Epochs::default(), false),
            // Cut to nothing by a crash, for a log has epochs as soon as it has records.
            Some(Ok(entries)) if entries.is_empty() => (Epochs::default(), false),
            Some(Ok(entries)) => (Epochs::from_entries(entries), true),
            Some(Err(e)) if e.kind() == io::ErrorKind::InvalidData => {
                tracing::warn!("{e}; rebuilding it");
                (Epochs::default(), false)
            }
            Some(Err(e)) => return Err(e),
        };
        let Some(&last) = listing.logs.last() else {
            return Ok(Recovered::nothing(self.hints.log_start));
        };
        let mut segments = Vec::with_capacity(listing.logs.len());
        let mut recover_from = if self.hints.clean_shutdown { i64::MAX } else { self.hints.recovery_point };
        for &base in &listing.logs {
            let size = std::fs::metadata(names::file(&self.dir, base, names::LOG))?.len();
            let segment = Segment::on_disk(&self.dir, base, size);
            if !listing.txn_indexes.contains(&base) {
                segment.has_no_aborted();
            }
            if !listing.indexes.contains(&base) || !listing.time_indexes.contains(&base) {
                tracing::warn!(dir = %self.dir.display(), base, "a segment has no index; rebuilding it");
                recover_from = recover_from.min(base);
            }
            segments.push(Arc::new(segment));
        }
        let mut end = last;
        let mut repaired = !self.hints.clean_shutdown || recover_from <= last;
        if !repaired {
            match clean_end(&segments[segments.len() - 1])? {
                Some(found) => end = found,
                None => (repaired, recover_from) = (true, last),
            }
        }
        let recovered = Recovered {
            segments,
            end,
            producers: Producers::default(),
            epochs,
            epochs_known,
            repaired,
            changed_epochs: false,
        };
        recover::run(self, recovered, listing, recover_from)
    }

    /// Drops snapshots that nothing starts from. Returns the offsets of the others.
    fn tidy_snapshots(&self, listing: &Listing, segments: &[Arc<Segment>], end: i64) -> io::Result<BTreeSet<i64>> {
        let start = segments[0].base_offset();
        let newest = listing.snapshots.range(..=end).next_back();
        let mut kept = BTreeSet::new();
        for &offset in &listing.snapshots {
            let at_segment = segments.binary_search_by_key(&offset, |s| s.base_offset()).is_ok();
            if (start..=end).contains(&offset) && (at_segment || Some(&offset) == newest) {
                kept.insert(offset);
            } else {
                self.fs.remove(&names::file(&self.dir, offset, names::SNAPSHOT))?;
            }
        }
        Ok(kept)
    }

    fn remove_all(&self, recovered: &Recovered, listing: &Listing) -> io::Result<()> {
        for segment in &recovered.segments {
            segment.remove(&self.fs)?;
        }
        for &offset in &listing.snapshots {
            self.fs.remove(&names::file(&self.dir, offset, names::SNAPSHOT))?;
        }
        Ok(())
    }
}

fn list_names(dir: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(dir)? {
        // A name that is not UTF-8 is not one of ours.
        if let Ok(name) = entry?.file_name().into_string() {
            names.push(name);
        }
    }
    Ok(names)
}

/// The next offset of a segment that was closed in order, by the headers behind its last index entry; `None` when they
/// do not lead exactly to its end. Keeps no file open: there may be tens of thousands of logs.
fn clean_end(segment: &Segment) -> io::Result<Option<i64>> {
    let size = segment.size();
    if size == 0 {
        return Ok(Some(segment.base_offset()));
    }
    let file = File::open(segment.path(names::LOG))?;
    let mut start = 0;
    if size > SMALL_SEGMENT {
        let mut index = Index::<OffsetEntry>::on_disk();
        index.load(&File::open(segment.path(names::INDEX))?)?;
        if let Some(entry) = index.last() {
            start = segment.check_entry(&file, entry)?.unwrap_or(0);
        }
    }
    let mut scan = HeaderScan::new(&file, start, size);
    let mut end = None;
    while let Some(found) = scan.next()? {
        match found {
            Ok(found) => end = Some(found.header.next_offset()),
            Err(_) => return Ok(None),
        }
    }
    Ok(end)
}
