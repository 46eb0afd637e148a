//! The sparse indexes of a segment: from offsets to positions (`.index`) and from timestamps to offsets (`.timeindex`).
//!
//! Entries grow in both fields. The newest ones wait in memory and go to the file a page at a time; the file is read by
//! binary search, so that an index costs no memory for its size. What must hold: an index is only a hint. Whoever
//! follows an entry checks what it finds there, and an index that is missing or damaged costs time, not data. A file
//! that the original had preallocated ends with zeros after a crash: the first entry of zeros ends the index.

use std::fs::File;
use std::io;

use super::fs::{self, Fs};

/// Entries that wait in memory at most.
const MAX_TAIL: usize = 512;
/// Entries that a search reads at once when it has come down to so many.
const SEARCH_PAGE: u32 = 256;

/// One entry of fixed length.
pub trait Entry: Copy + PartialEq {
    const LEN: usize;
    fn put(&self, out: &mut Vec<u8>);
    /// `bytes` has exactly [`LEN`](Self::LEN).
    fn get(bytes: &[u8]) -> Self;
    /// Never true of a real entry: a preallocated file's unused end.
    fn is_zero(&self) -> bool;
}

/// The batch at `position` ends with the offset `relative` to the segment's base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OffsetEntry {
    pub relative: u32,
    pub position: u32,
}

/// Up to the offset `relative` to the segment's base, `timestamp` is the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeEntry {
    pub timestamp: i64,
    pub relative: u32,
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

impl Entry for OffsetEntry {
    const LEN: usize = 8;
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.relative.to_be_bytes());
        out.extend_from_slice(&self.position.to_be_bytes());
    }

    fn get(bytes: &[u8]) -> Self {
        Self { relative: u32_at(bytes, 0), position: u32_at(bytes, 4) }
    }

    fn is_zero(&self) -> bool {
        // The batch at position 0 never gets an entry.
        self.position == 0
    }
}

impl Entry for TimeEntry {
    const LEN: usize = 12;
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.timestamp.to_be_bytes());
        out.extend_from_slice(&self.relative.to_be_bytes());
    }

    fn get(bytes: &[u8]) -> Self {
        let timestamp = i64::from(u32_at(bytes, 0)) << 32 | i64::from(u32_at(bytes, 4));
        Self { timestamp, relative: u32_at(bytes, 8) }
    }

    fn is_zero(&self) -> bool {
        self.timestamp == 0 && self.relative == 0
    }
}

/// An index: entries in the file, then those that wait in memory.
#[derive(Debug)]
pub struct Index<E> {
    /// Entries in the file; unknown until the file is looked at.
    written: Option<u32>,
    tail: Vec<E>,
    last: Option<E>,
}

impl<E: Entry> Index<E> {
    /// Of a new segment.
    pub fn empty() -> Self {
        Self { written: Some(0), tail: Vec::new(), last: None }
    }

    /// Of a segment found on disk.
    pub fn on_disk() -> Self {
        Self { written: None, tail: Vec::new(), last: None }
    }

    pub fn is_loaded(&self) -> bool {
        self.written.is_some()
    }

    /// There is no file: nothing is known.
    pub fn load_nothing(&mut self) {
        self.written = Some(0);
    }

    /// Finds the end of the file's entries. A file that ends inside an entry is cut before it in thought.
    pub fn load(&mut self, file: &File) -> io::Result<()> {
        let count = u32::try_from(file.metadata()?.len() / E::LEN as u64).unwrap_or(u32::MAX);
        // Zeros are at the end only, so the first of them is found by bisection.
        let (mut low, mut high) = (0, count);
        if count > 0 && !read_entry::<E>(file, count - 1)?.is_zero() {
            low = count;
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if read_entry::<E>(file, middle)?.is_zero() { high = middle } else { low = middle + 1 }
        }
        self.last = low.checked_sub(1).map(|i| read_entry(file, i)).transpose()?;
        self.written = Some(low);
        Ok(())
    }

    pub fn count(&self) -> u32 {
        self.written.unwrap_or(0) + self.tail.len() as u32
    }

    pub fn last(&self) -> Option<E> {
        self.last
    }

    pub fn push(&mut self, entry: E) {
        self.tail.push(entry);
        self.last = Some(entry);
    }

    pub fn has_unwritten(&self) -> bool {
        !self.tail.is_empty()
    }

    pub fn tail_is_full(&self) -> bool {
        self.tail.len() >= MAX_TAIL
    }

    /// The bytes of the entries that wait, and where they belong in the file.
    pub fn unwritten(&self) -> (Vec<u8>, u64) {
        let mut bytes = Vec::with_capacity(self.tail.len() * E::LEN);
        self.tail.iter().for_each(|e| e.put(&mut bytes));
        (bytes, u64::from(self.written.unwrap_or(0)) * E::LEN as u64)
    }

    /// The entries that waited are in the file.
    pub fn mark_written(&mut self) {
        self.written = Some(self.count());
        self.tail = Vec::new();
    }

    /// The last entry for which `fits` holds; it holds for a prefix. Looks in memory only.
    pub fn floor(&self, fits: impl Fn(&E) -> bool) -> Floor<E> {
        if self.tail.first().is_some_and(&fits) {
            return Floor::Found(self.tail[self.tail.partition_point(&fits) - 1]);
        }
        match self.written {
            Some(count) if count > 0 => Floor::InFile(count),
            _ => Floor::Nothing,
        }
    }

    /// Drops entries for which `keep` is false; they are a suffix. The file keeps its length until it is written.
    pub fn truncate(&mut self, file: Option<&File>, keep: impl Fn(&E) -> bool) -> io::Result<()> {
        let kept = self.tail.partition_point(&keep);
        let emptied = kept == 0;
        self.tail.truncate(kept);
        if emptied && let (Some(count), Some(file)) = (self.written, file) {
            let (mut low, mut high) = (0, count);
            while low < high {
                let middle = low + (high - low) / 2;
                if keep(&read_entry::<E>(file, middle)?) { low = middle + 1 } else { high = middle }
            }
            self.written = Some(low);
            self.last = low.checked_sub(1).map(|i| read_entry(file, i)).transpose()?;
        } else {
            self.last = self.tail.last().copied();
        }
        Ok(())
    }

    /// Cuts the file to its entries, so that nothing stale or preallocated is left behind them.
    pub fn trim(&self, fs: &Fs, file: &File) -> io::Result<()> {
        let len = u64::from(self.written.unwrap_or(0)) * E::LEN as u64;
        if file.metadata()?.len() == len { Ok(()) } else { fs.truncate(file, len) }
    }
}

fn read_entry<E: Entry>(file: &File, at: u32) -> io::Result<E> {
    let mut bytes = [0; 16];
    let bytes = &mut bytes[..E::LEN];
    if fs::read_at(file, bytes, u64::from(at) * E::LEN as u64)? < E::LEN {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(E::get(bytes))
}

/// Where the answer to [`Index::floor`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Floor<E> {
    Found(E),
    /// Among the first so many entries of the file, if any.
    InFile(u32),
    Nothing,
}

impl<E: Entry> Floor<E> {
    /// The answer; `file` is asked for only when memory did not have it.
    pub fn resolve(
        self,
        fits: impl Fn(&E) -> bool,
        file: impl FnOnce() -> io::Result<std::sync::Arc<File>>,
    ) -> io::Result<Option<E>> {
        match self {
            Self::Found(entry) => Ok(Some(entry)),
            Self::InFile(count) => floor_in_file(&*file()?, count, fits),
            Self::Nothing => Ok(None),
        }
    }
}

fn floor_in_file<E: Entry>(file: &File, count: u32, fits: impl Fn(&E) -> bool) -> io::Result<Option<E>> {
    // Entries below `low` fit, those from `high` on do not.
    let (mut low, mut high) = (0, count);
    while high - low > SEARCH_PAGE {
        let middle = low + (high - low) / 2;
        if fits(&read_entry::<E>(file, middle)?) { low = middle + 1 } else { high = middle }
    }
    // One more in front, in case that nothing of the page fits.
    let start = low.saturating_sub(1);
    let mut page = [0; (SEARCH_PAGE as usize + 1) * 12];
    let page = &mut page[..(high - start) as usize * E::LEN];
    let got = fs::read_at(file, page, u64::from(start) * E::LEN as u64)?;
    Ok(page[..got].chunks_exact(E::LEN).map(E::get).take_while(fits).last())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn filled(count: u32) -> (Arc<File>, Index<OffsetEntry>) {
        let file = tempfile::tempfile().unwrap();
        let mut index = Index::empty();
        for i in 1..=count {
            index.push(OffsetEntry { relative: i * 10, position: i * 100 });
            if index.tail_is_full() {
                let (bytes, at) = index.unwritten();
                Fs::default().write_at(&file, &bytes, at).unwrap();
                index.mark_written();
            }
        }
        (Arc::new(file), index)
    }

    #[test]
    fn the_floor_is_found_in_memory_and_in_the_file() {
        for count in [0, 1, 2, 300, 511, 512, 513, 3_000] {
            let (file, index) = filled(count);
            assert_eq!(index.count(), count);
            for key in (0..count * 10 + 20).step_by(7) {
                let expected = (key / 10).min(count);
                let fits = |e: &OffsetEntry| e.relative <= key;
                let found = index.floor(fits).resolve(fits, || Ok(file.clone())).unwrap();
                assert_eq!(found.map_or(0, |e| e.position), expected * 100, "{count} {key}");
            }
        }
    }

    #[test]
    fn zeros_at_the_end_of_a_file_are_no_entries() {
        for count in [0, 1, 300, 600] {
            let (file, mut index) = filled(count);
            let fs = Fs::default();
            let (bytes, at) = index.unwritten();
            fs.write_at(&file, &bytes, at).unwrap();
            fs.truncate(&file, 10_000 * 8).unwrap();
            let mut again = Index::<OffsetEntry>::on_disk();
            again.load(&file).unwrap();
            assert_eq!(again.count(), count);
            index.mark_written();
            assert_eq!(again.last(), index.last());
            again.trim(&fs, &file).unwrap();
            assert_eq!(file.metadata().unwrap().len(), u64::from(count) * 8);
        }
    }

    #[test]
    fn truncation_reaches_from_memory_into_the_file() {
        for (count, keep) in [(600, 550), (600, 512), (600, 511), (600, 3), (600, 0), (5, 2)] {
            let (file, mut index) = filled(count);
            index.truncate(Some(&file), |e| e.relative <= keep * 10).unwrap();
            assert_eq!(index.count(), keep, "{count} {keep}");
            assert_eq!(index.last().map_or(0, |e| e.relative), keep * 10);
            index.push(OffsetEntry { relative: 99_999, position: 1 });
            assert!(matches!(index.floor(|_| true), Floor::Found(e) if e.relative == 99_999));
        }
    }

    #[test]
    fn entries_have_kafkas_bytes() {
        let mut out = Vec::new();
        TimeEntry { timestamp: 0x0102_0304_0506_0708, relative: 0x090a_0b0c }.put(&mut out);
        assert_eq!(out, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        assert_eq!(TimeEntry::get(&out), TimeEntry { timestamp: 0x0102_0304_0506_0708, relative: 0x090a_0b0c });
        out.clear();
        OffsetEntry { relative: 1, position: 0xffff_ffff }.put(&mut out);
        assert_eq!(out, [0, 0, 0, 1, 255, 255, 255, 255]);
    }
}
