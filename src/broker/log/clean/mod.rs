//! Compaction: of each key the last record stays.
//!
//! A round reads the dirty part of a log once for the last offset of each key ([`map`]), then rewrites the closed
//! segments below that into new ones ([`filter`], [`txns`]) and puts those in their place ([`swap`]). [`range`] says what is
//! dirty; the threads that do it are [`crate::broker::cleaner`].
//!
//! What must hold: nothing here holds the log's lock while it reads, writes or syncs; a record goes only when the one
//! that replaces it is on the disk; and whatever fails before the swap leaves the log as it was.

pub mod filter;
pub mod map;
pub mod range;
mod swap;
mod txns;

use std::io;
use std::sync::Arc;

use parking_lot::Mutex;

use super::reader::BatchReader;
use super::segment::Segment;
use super::{Fs, Log, LogConfig, LogError, LogView, Removed};
use crate::protocol::batch::{BatchError, BatchHeader};
pub use filter::LastRecord;
use filter::{Filter, Kept, Scratch};
use map::KeyMap;
pub use range::Range;
use txns::{Marker, Txns};

/// Output that is written at once.
const CHUNK: usize = 1 << 20;

/// Told of bytes read or written; waits when there were too many lately, and ends the round when it must.
pub type Pace<'a> = &'a mut dyn FnMut(u64) -> Result<(), CleanError>;

/// What a round may use.
pub struct Means<'a> {
    pub fs: &'a Fs,
    /// Bytes for the keys, and which part of them is used.
    pub memory: usize,
    pub load_factor: f64,
    pub now_ms: i64,
    pub pace: Pace<'a>,
}

/// Why a round ended early. The log is as it was, or has some of its segments compacted.
#[derive(Debug)]
pub enum CleanError {
    /// It was told to, or the log has been closed, cut or shortened meanwhile.
    Stopped,
    /// A file could not be read or written; the log goes on.
    Io(io::Error),
    /// What is in the log cannot be compacted.
    Damaged { base_offset: i64, why: BatchError },
    /// The log itself went offline.
    Log(LogError),
}

impl std::fmt::Display for CleanError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Stopped => write!(f, "it was stopped"),
            Self::Io(e) => write!(f, "{e}"),
            Self::Damaged { base_offset, why } => write!(f, "the segment {base_offset} is damaged: {why}"),
            Self::Log(e) => write!(f, "{e}"),
        }
    }
}

impl From<io::Error> for CleanError {
    fn from(e: io::Error) -> Self {
        Self::Io(e)
    }
}

/// What a round has done.
#[derive(Default)]
pub struct Cleaned {
    /// Below it the log is clean: the next round begins there.
    pub end: i64,
    pub bytes_read: u64,
    pub bytes_written: u64,
    pub keys: usize,
    /// Files to be removed when no reader needs them any more.
    pub removed: Vec<Removed>,
}

/// Compacts a log once. What was replaced before an error is in `done`.
pub fn clean(log: &Mutex<Log>, range: &Range, means: &mut Means<'_>, done: &mut Cleaned) -> Result<(), CleanError> {
    let view = Arc::clone(log.lock().view());
    let config = view.config();
    let map = read_keys(&view, range, means)?;
    done.end = map.latest().saturating_add(1).max(range.first_dirty);
    done.keys = map.keys();
    if done.end == range.first_dirty {
        return Ok(());
    }
    keep_what_replaces(log, &view, done.end, means.fs)?;
    let segments = view.segments();
    let cleanable = &segments[..segments.partition_point(|s| s.base_offset() < done.end).min(segments.len() - 1)];
    let mut round = Round { log, view: &view, config: &config, range, map, txns: Txns::default(), means };
    for (from, to) in groups(cleanable, &config, range.end)? {
        let after = segments[to].base_offset();
        let removed = round.group(&segments[from..to], after, done)?;
        done.removed.push(removed);
    }
    Ok(())
}

/// The last offset of each key from the first dirty offset on, as far as the memory goes.
fn read_keys(view: &LogView, range: &Range, means: &mut Means<'_>) -> Result<KeyMap, CleanError> {
    let offsets = u64::try_from(range.end.saturating_sub(range.first_dirty)).unwrap_or(0);
    let mut map = KeyMap::new(offsets, means.memory, means.load_factor);
    map.set_latest(range.first_dirty - 1);
    let segments = view.segments();
    let mut txns = Txns::default();
    txns.expect(view.aborted_txns(range.first_dirty, range.end).map_err(CleanError::Log)?);
    let first = super::view::floor(&segments, range.first_dirty);
    for pair in segments[first..].windows(2).take_while(|pair| pair[0].base_offset() < range.end) {
        if !read_keys_of(&pair[0], range, &mut map, &mut txns, means)? {
            return Ok(map);
        }
        // Offsets that earlier rounds have left without a record are dealt with too.
        map.set_latest(map.latest().max(pair[1].base_offset() - 1));
    }
    Ok(map)
}

/// False when the map is full.
fn read_keys_of(
    segment: &Segment,
    range: &Range,
    map: &mut KeyMap,
    txns: &mut Txns,
    means: &mut Means<'_>,
) -> Result<bool, CleanError> {
    let Some(place) = segment.find(range.first_dirty)? else { return Ok(true) };
    let file = segment.file()?;
    let mut reader = BatchReader::new(&file, place.pos, segment.size());
    let damaged = |why| CleanError::Damaged { base_offset: segment.base_offset(), why };
    let mut scratch = Vec::new();
    while let Some(batch) = reader.next()? {
        let batch = batch.map_err(damaged)?;
        (means.pace)(batch.bytes().len() as u64)?;
        let last_offset = batch.header.last_offset();
        if batch.header.is_control() {
            let _: Marker = txns.marker(&batch);
        } else if !txns.batch(&batch) {
            let records = batch.records_in(&mut scratch, filter::MAX_RECORDS_LEN).map_err(damaged)?;
            for record in batch.iter(records) {
                let record = record.map_err(|e| damaged(e.into()))?;
                if let Some(key) = record.key
                    && record.offset >= range.first_dirty
                    && !map.put(key, record.offset)
                {
                    return Ok(false);
                }
            }
        }
        if last_offset >= range.first_dirty {
            map.set_latest(last_offset);
        }
    }
    Ok(true)
}

/// A record must not go before the one that replaces it is sure to stay.
fn keep_what_replaces(log: &Mutex<Log>, view: &LogView, end: i64, fs: &Fs) -> Result<(), CleanError> {
    if view.flushed() >= end {
        return Ok(());
    }
    let set = log.lock().flush(Some(end)).map_err(|_| CleanError::Stopped)?;
    set.run(fs).map_err(|e| CleanError::Log(view.take_offline(&format!("a sync failed: {e}"))))?;
    view.mark_flushed(set.up_to);
    Ok(())
}

/// Neighbours that together are no larger than one segment may be become one: `(first, behind the last)`.
fn groups(segments: &[Arc<Segment>], config: &LogConfig, end: i64) -> io::Result<Vec<(usize, usize)>> {
    let mut groups = Vec::new();
    let mut from = 0;
    while from < segments.len() {
        let sizes = |s: &Segment| {
            let (offsets, times) = s.index_lens()?;
            Ok::<_, io::Error>((s.size(), u64::from(offsets) * 8, u64::from(times) * 12))
        };
        let (mut log, mut index, mut times) = sizes(&segments[from])?;
        let mut to = from + 1;
        while to < segments.len() {
            let next = sizes(&segments[to])?;
            let last_offset = segments.get(to + 1).map_or(end, |s| s.base_offset()) - 1;
            let fits = log + next.0 <= u64::from(config.segment_bytes)
                && index + next.1 <= u64::from(config.segment_index_bytes)
                && times + next.2 <= u64::from(config.segment_index_bytes)
                && (next.0 == 0 || last_offset - segments[from].base_offset() <= i64::from(i32::MAX));
            if !fits {
                break;
            }
            (log, index, times) = (log + next.0, index + next.1, times + next.2);
            to += 1;
        }
        groups.push((from, to));
        from = to;
    }
    Ok(groups)
}

struct Round<'a, 'm> {
    log: &'a Mutex<Log>,
    view: &'a LogView,
    config: &'a LogConfig,
    range: &'a Range,
    map: KeyMap,
    txns: Txns,
    means: &'a mut Means<'m>,
}

impl Round<'_, '_> {
    /// Rewrites a group of segments into one, and puts it in their place. `after` is where the next segment begins.
    fn group(&mut self, inputs: &[Arc<Segment>], after: i64, done: &mut Cleaned) -> Result<Removed, CleanError> {
        let fs = self.means.fs;
        let output = {
            // Under the lock, for the folder may be renamed or moved by others who hold it.
            let log = self.log.lock();
            log.check_online().map_err(|_| CleanError::Stopped)?;
            Segment::create_cleaned(fs, &self.view.dir, inputs[0].base_offset())?
        };
        let output = Arc::new(output);
        let filled = self.fill(inputs, after, &output, done).and_then(|()| self.finish(inputs, &output));
        match filled.and_then(|()| swap::swap(self.log, self.view, fs, inputs, &output)) {
            Err(e @ CleanError::Log(_)) => Err(e),
            Err(e) => {
                swap::discard(self.log, fs, &output)?;
                Err(e)
            }
            removed => removed,
        }
    }

    fn fill(
        &mut self,
        inputs: &[Arc<Segment>],
        after: i64,
        output: &Segment,
        done: &mut Cleaned,
    ) -> Result<(), CleanError> {
        let producers = self.log.lock().last_records();
        let mut out = Output::new(self.means.fs, output, self.config.index_interval_bytes);
        let mut scratch = Scratch::default();
        for (i, input) in inputs.iter().enumerate() {
            let to = inputs.get(i + 1).map_or(after, |next| next.base_offset());
            self.txns.expect(self.view.aborted_txns(input.base_offset(), to).map_err(CleanError::Log)?);
            let filter = Filter {
                map: &self.map,
                producers: &producers,
                end: self.range.end,
                now_ms: self.means.now_ms,
                delete_retention_ms: self.config.delete_retention_ms,
            };
            let file = input.file()?;
            let damaged = |why| CleanError::Damaged { base_offset: input.base_offset(), why };
            let mut reader = BatchReader::new(&file, 0, input.size());
            while let Some(batch) = reader.next()? {
                let batch = batch.map_err(damaged)?;
                let size = batch.bytes().len() as u64;
                let mut aborted = None;
                match filter.batch(&batch, &mut self.txns, &mut scratch, &mut aborted).map_err(damaged)? {
                    Kept::Nothing => {}
                    Kept::AsItIs => out.add(batch.bytes(), batch.header)?,
                    Kept::Changed(bytes) => {
                        let header = BatchHeader::peek(&bytes).map_err(damaged)?;
                        out.add(&bytes, header)?;
                    }
                }
                if let Some(txn) = aborted {
                    output.append_aborted(self.means.fs, txn)?;
                }
                done.bytes_read += size;
                (self.means.pace)(size + out.take_written())?;
            }
        }
        out.flush()?;
        done.bytes_written += output.size();
        (self.means.pace)(out.take_written())
    }

    /// The output is whole: its indexes are ended, everything is on the disk, and it is as old as its inputs.
    fn finish(&self, inputs: &[Arc<Segment>], output: &Segment) -> Result<(), CleanError> {
        let fs = self.means.fs;
        output.seal(fs)?;
        output.retire();
        output.sync(fs)?;
        // Retention goes by the file's time where the records have none.
        let last = inputs.last().expect("a group has a segment");
        if let Ok(modified) = last.file()?.metadata()?.modified() {
            output.file()?.set_modified(modified)?;
        }
        Ok(())
    }
}

/// Batches on their way into the new segment.
struct Output<'a> {
    fs: &'a Fs,
    segment: &'a Segment,
    index_interval: u32,
    bytes: Vec<u8>,
    headers: Vec<BatchHeader>,
    /// Since it was last asked for.
    written: u64,
}

impl<'a> Output<'a> {
    fn new(fs: &'a Fs, segment: &'a Segment, index_interval: u32) -> Self {
        Self { fs, segment, index_interval, bytes: Vec::new(), headers: Vec::new(), written: 0 }
    }

    fn add(&mut self, bytes: &[u8], header: BatchHeader) -> io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        self.headers.push(header);
        if self.bytes.len() >= CHUNK { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.headers.is_empty() {
            return Ok(());
        }
        self.fs.write_parts_at(&*self.segment.file()?, &[&self.bytes], self.segment.size())?;
        if self.segment.publish(&self.headers, self.index_interval)? {
            self.segment.write_indexes(self.fs)?;
        }
        self.written += self.bytes.len() as u64;
        self.bytes.clear();
        self.headers.clear();
        Ok(())
    }

    fn take_written(&mut self) -> u64 {
        std::mem::take(&mut self.written)
    }
}

#[cfg(test)]
mod tests;
