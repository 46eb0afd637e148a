//! Putting compacted segments into the place of those they were made from, so that a crash between any two steps leaves
//! either the old segments or the new one.
//!
//! 1. `.cleaned` → `.swap`: the output is whole.
//! 2. Sync of the folder.
//! 3. The inputs → `.deleted`; readers go on with the output.
//! 4. Sync of the folder, for an input that came back behind the new segment would be there twice.
//! 5. `.swap` → the plain names.
//!
//! A start in the middle throws `.cleaned` away and takes `.swap` for the segments that it covers:
//! [`open`](crate::broker::log::open). The lock is held in the renames, never in a sync.

use std::path::PathBuf;
use std::sync::Arc;

use parking_lot::Mutex;

use super::{CleanError, LastRecord};
use crate::broker::log::segment::{Segment, Stage};
use crate::broker::log::{Fs, Log, LogError, LogView, Removed, names};

pub(super) fn swap(
    log: &Mutex<Log>,
    view: &LogView,
    fs: &Fs,
    inputs: &[Arc<Segment>],
    output: &Arc<Segment>,
) -> Result<Removed, CleanError> {
    {
        let log = log.lock();
        log.check_online().map_err(|_| CleanError::Stopped)?;
        log.place_of(inputs).ok_or(CleanError::Stopped)?;
        output.rename(fs, Stage::Swap)?;
    }
    fs.sync_dir(&view.dir)?;
    let removed = log.lock().replace(inputs, output)?;
    let failed =
        |e| CleanError::Log(view.take_offline(&format!("cannot replace segments of {}: {e}", view.dir.display())));
    fs.sync_dir(&view.dir).map_err(failed)?;
    let mut log = log.lock();
    // A log that was closed meanwhile is left to its next opening, or to those who remove it.
    if log.check_online().is_ok() {
        log.unsynced_dir = true;
        output.rename(fs, Stage::Plain).map_err(failed)?;
    }
    Ok(removed)
}

/// Removes an output that did not get into the log.
pub(super) fn discard(log: &Mutex<Log>, fs: &Fs, output: &Segment) -> Result<(), CleanError> {
    let log = log.lock();
    if log.check_online().is_err() {
        return Ok(()); // the folder may be another's by now
    }
    let removed = output.remove_stages(fs);
    // What stays behind would be put in place by the next start, over segments that may have changed by then.
    removed.map_err(|e| CleanError::Log(log.failed("remove a compacted segment of", &e)))
}

impl Log {
    /// Where these segments are in the list, one behind the other; `None` when not all of them are there any more.
    fn place_of(&self, inputs: &[Arc<Segment>]) -> Option<usize> {
        let segments = self.view.segments.load();
        let first = inputs.first()?;
        let at = segments.iter().position(|s| Arc::ptr_eq(s, first))?;
        let there = segments.get(at..at + inputs.len())?;
        let same = there.iter().zip(inputs).all(|(a, b)| Arc::ptr_eq(a, b));
        // The active segment is never compacted.
        (same && at + inputs.len() < segments.len()).then_some(at)
    }

    /// From now on readers find `output` where `inputs` were.
    fn replace(&mut self, inputs: &[Arc<Segment>], output: &Arc<Segment>) -> Result<Removed, CleanError> {
        self.check_online().map_err(|_| CleanError::Stopped)?;
        let at = self.place_of(inputs).ok_or(CleanError::Stopped)?;
        let mut list = self.view.segments.load().to_vec();
        list.splice(at..at + inputs.len(), [Arc::clone(output)]);
        // The list first: whoever looks now finds the output, which is there under its own name.
        self.view.segments.store(Arc::new(list));
        self.unsynced_dir = true;
        let renamed = self.remove_names(inputs, output);
        renamed.map_err(|e| CleanError::Log(self.failed("replace a segment of", &e)))
    }

    fn remove_names(&mut self, inputs: &[Arc<Segment>], output: &Segment) -> std::io::Result<Removed> {
        let mut removed = Removed::of(inputs.to_vec());
        for input in inputs {
            input.mark_deleted(&self.fs)?;
            let offset = input.base_offset();
            // A segment that begins there no longer needs the producers' state at its start.
            if offset != output.base_offset() && offset != self.last_snapshot && self.snapshots.remove(&offset) {
                removed.snapshots.push(self.rename_snapshot(offset)?);
            }
        }
        Ok(removed)
    }

    /// Takes a snapshot's name away; the file goes later.
    pub(in crate::broker::log) fn rename_snapshot(&self, offset: i64) -> std::io::Result<PathBuf> {
        let from = names::file(&self.view.dir, offset, names::SNAPSHOT);
        let mut to = from.clone().into_os_string();
        to.push(names::DELETED);
        self.fs.rename(&from, to.as_ref())?;
        Ok(to.into())
    }

    /// What each producer has written last, by which it will be known.
    pub(super) fn last_records(&self) -> std::collections::HashMap<i64, LastRecord> {
        let last = |(id, p): (i64, &crate::broker::log::Producer)| {
            let data_offset = p.last().map(|b| b.last_offset).filter(|offset| *offset >= 0);
            (id, LastRecord { data_offset, epoch: p.epoch })
        };
        self.producers.iter().map(last).collect()
    }
}

impl From<LogError> for CleanError {
    fn from(e: LogError) -> Self {
        Self::Log(e)
    }
}
