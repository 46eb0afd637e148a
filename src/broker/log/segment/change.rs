//! What the owning log does to a segment: put batches into it, seal it, cut it, remove it.

use std::fs::File;
use std::io;
use std::sync::Arc;

use parking_lot::RwLock;

use super::{MaxTimestamp, Place, RECENT, SUFFIXES, Segment, Stage, State, damaged};
use crate::broker::log::fs::Fs;
use crate::broker::log::index::{Entry, Index, OffsetEntry, TimeEntry};
use crate::broker::log::names;
use crate::broker::log::scan::HeaderScan;
use crate::broker::log::txn_index::{self, AbortedTxn};
use crate::protocol::batch::{BatchHeader, NO_TIMESTAMP};

impl Segment {
    /// Does what could fail in [`publish`](Self::publish), before anything is written.
    pub fn prepare(&self) -> io::Result<()> {
        self.load_indexes()
    }

    /// Puts batches that are in the file into the indexes and shows them to readers. `batches` follow one another from
    /// the current size. True when an index has entries enough to be written.
    pub fn publish(&self, batches: &[BatchHeader], index_interval: u32) -> io::Result<bool> {
        self.load_indexes()?;
        let mut state = self.state.write();
        let state = &mut *state;
        for header in batches {
            let last_offset = header.last_offset();
            let max = state.max_timestamp.get_or_insert(self.no_timestamp());
            if header.max_timestamp > max.timestamp {
                *max = MaxTimestamp { timestamp: header.max_timestamp, offset: last_offset };
            }
            let max = *max;
            if state.bytes_since_index > index_interval {
                let position = u32::try_from(state.size).unwrap_or(u32::MAX);
                state.offsets.push(OffsetEntry { relative: self.relative(last_offset), position });
                push_time(&mut state.times, self.relative(max.offset), max.timestamp);
                state.bytes_since_index = 0;
            }
            let end = state.size + header.size() as u64;
            if state.recent.len() == RECENT {
                state.recent.remove(0);
            }
            state.recent.push(Place { base_offset: header.base_offset, last_offset, pos: state.size, end });
            state.bytes_since_index = state.bytes_since_index.saturating_add(header.size() as u32);
            state.size = end;
        }
        Ok(state.offsets.tail_is_full() || state.times.tail_is_full())
    }

    /// Writes the index entries that wait in memory.
    pub fn write_indexes(&self, fs: &Fs) -> io::Result<()> {
        self.load_indexes()?;
        write_tail(fs, || self.index_file(), &self.state, |s| &mut s.offsets)?;
        write_tail(fs, || self.time_index_file(), &self.state, |s| &mut s.times)
    }

    /// Ends the time index with the largest timestamp and the index files with their last entry: at a roll, and when
    /// the log is closed.
    pub fn seal(&self, fs: &Fs) -> io::Result<()> {
        self.load_indexes()?;
        {
            let mut state = self.state.write();
            let max = state.max_timestamp.unwrap_or(self.no_timestamp());
            push_time(&mut state.times, self.relative(max.offset), max.timestamp);
        }
        self.write_indexes(fs)?;
        let state = self.state.read();
        state.offsets.trim(fs, &*self.index_file()?)?;
        state.times.trim(fs, &*self.time_index_file()?)
    }

    /// Frees what only the active segment needs.
    pub fn retire(&self) {
        self.state.write().recent = Vec::new();
    }

    /// Cuts the segment before the batch that holds `offset`, or only drops bytes beyond `size` from the file.
    pub fn truncate(&self, fs: &Fs, offset: i64) -> io::Result<()> {
        let cut = self.find(offset)?.map(|found| found.pos);
        let (index, time_index) = (self.index_file()?, self.time_index_file()?);
        let relative = self.relative(offset);
        let aborted = self.aborted()?;
        let kept = aborted.iter().take_while(|t| t.last_offset < offset).count();
        if kept < aborted.len() {
            txn_index::truncate(fs, &self.path(names::TXN_INDEX), kept)?;
            *self.aborted.lock() = Some(Arc::new(aborted[..kept].to_vec()));
        }
        *self.hints.lock() = Default::default();
        let mut state = self.state.write();
        state.offsets.truncate(Some(&*index), |e| e.relative < relative)?;
        state.times.truncate(Some(&*time_index), |e| e.relative < relative)?;
        state.recent.retain(|p| p.last_offset < offset);
        state.bytes_since_index = 0;
        if let Some(pos) = cut {
            state.size = pos;
        }
        let (size, last_time) = (state.size, state.times.last());
        drop(state);
        let file = self.file()?;
        fs.truncate(&file, size)?;
        // The largest timestamp of what is left: the last entry's, or one of a batch behind it.
        let mut max = self.no_timestamp();
        let mut start = 0;
        if let Some(entry) = last_time {
            let offset = self.base_offset + i64::from(entry.relative);
            max = MaxTimestamp { timestamp: entry.timestamp, offset };
            start = self.floor_offset(entry.relative)?;
        }
        let mut scan = HeaderScan::new(&file, start, size);
        while let Some(found) = scan.next()? {
            let header = found.map_err(|e| damaged(&self.path(names::LOG), &e))?.header;
            if header.max_timestamp > max.timestamp {
                max = MaxTimestamp { timestamp: header.max_timestamp, offset: header.last_offset() };
            }
        }
        self.state.write().max_timestamp = Some(max);
        Ok(())
    }

    /// Adds an aborted transaction whose marker is in this segment.
    pub fn append_aborted(&self, fs: &Fs, txn: AbortedTxn) -> io::Result<()> {
        let known = self.aborted()?;
        txn_index::append(fs, &self.path(names::TXN_INDEX), known.len(), &txn)?;
        let mut all = Vec::clone(&known);
        all.push(txn);
        *self.aborted.lock() = Some(Arc::new(all));
        Ok(())
    }

    /// Renames the files to `.deleted`; readers that have them open go on. [`remove`](Self::remove) ends them.
    pub fn mark_deleted(&self, fs: &Fs) -> io::Result<()> {
        // A segment that has gone before under the same name must not be taken for this one by a reader.
        for suffix in SUFFIXES {
            fs.remove(&self.path_at(Stage::Deleted, suffix))?;
        }
        self.rename(fs, Stage::Deleted)
    }

    /// Gives the files the names of another stage.
    pub fn rename(&self, fs: &Fs, to: Stage) -> io::Result<()> {
        let from = self.stage();
        self.set_stage(to);
        for suffix in SUFFIXES {
            match fs.rename(&self.path_at(from, suffix), &self.path_at(to, suffix)) {
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                other => other?,
            }
        }
        Ok(())
    }

    /// Removes the files, whatever their stage.
    pub fn remove(&self, fs: &Fs) -> io::Result<()> {
        SUFFIXES.iter().try_for_each(|suffix| fs.remove(&self.path(suffix)))
    }

    /// Removes the files of a compaction's output, whichever of its two names each of them has.
    pub fn remove_stages(&self, fs: &Fs) -> io::Result<()> {
        for suffix in SUFFIXES {
            fs.remove(&self.path_at(Stage::Cleaned, suffix))?;
            fs.remove(&self.path_at(Stage::Swap, suffix))?;
        }
        Ok(())
    }

    /// Brings the files of a sealed segment to the disk.
    pub fn sync(&self, fs: &Fs) -> io::Result<()> {
        fs.sync(&*self.file()?)?;
        fs.sync(&*self.index_file()?)?;
        fs.sync(&*self.time_index_file()?)?;
        if !self.aborted()?.is_empty() {
            fs.sync(&fs.open(&self.path(names::TXN_INDEX))?)?;
        }
        Ok(())
    }
}

/// The time index takes an entry only when the time has moved on.
fn push_time(times: &mut Index<TimeEntry>, relative: u32, timestamp: i64) {
    if timestamp > times.last().map_or(NO_TIMESTAMP, |e| e.timestamp) {
        times.push(TimeEntry { timestamp, relative });
    }
}

fn write_tail<E: Entry>(
    fs: &Fs,
    file: impl FnOnce() -> io::Result<Arc<File>>,
    state: &RwLock<State>,
    index: impl Fn(&mut State) -> &mut Index<E>,
) -> io::Result<()> {
    let unwritten = {
        let mut state = state.write();
        let index = index(&mut state);
        index.has_unwritten().then(|| index.unwritten())
    };
    if let Some((bytes, at)) = unwritten {
        fs.write_at(&*file()?, &bytes, at)?;
        index(&mut state.write()).mark_written();
    }
    Ok(())
}
