//! The index of aborted transactions of a segment (`.txnindex`): 34 bytes each, in the order of their markers.
//!
//! The file exists only when something was aborted. An entry lives in the segment of its marker, which may come after
//! the segment of the transaction's records.

use std::fs::File;
use std::io;
use std::path::Path;

use super::fs::{self, Fs};

const VERSION: i16 = 0;
pub const ENTRY_LEN: usize = 34;
/// More than any segment can hold, so that a damaged length reserves nothing absurd.
const MAX_FILE_LEN: u64 = 256 << 20;

/// A transaction that was aborted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AbortedTxn {
    pub producer_id: i64,
    pub first_offset: i64,
    /// The marker's.
    pub last_offset: i64,
    /// The last stable offset once the marker was written.
    pub last_stable_offset: i64,
}

impl AbortedTxn {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&VERSION.to_be_bytes());
        for value in [self.producer_id, self.first_offset, self.last_offset, self.last_stable_offset] {
            out.extend_from_slice(&value.to_be_bytes());
        }
    }

    fn get(bytes: &[u8]) -> Option<Self> {
        let i64_at = |at: usize| Some(i64::from_be_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
        let version = i16::from_be_bytes(bytes.get(..2)?.try_into().ok()?);
        (version == VERSION).then_some(Self {
            producer_id: i64_at(2)?,
            first_offset: i64_at(10)?,
            last_offset: i64_at(18)?,
            last_stable_offset: i64_at(26)?,
        })
    }
}

/// All entries of a file; what does not parse ends them. A missing file has none.
pub fn read(path: &Path) -> io::Result<Vec<AbortedTxn>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(e),
    };
    let len = file.metadata()?.len().min(MAX_FILE_LEN);
    let mut bytes = vec![0; len as usize];
    let got = fs::read_at(&file, &mut bytes, 0)?;
    Ok(bytes[..got].chunks_exact(ENTRY_LEN).map_while(AbortedTxn::get).collect())
}

/// Adds an entry behind `count` others.
pub fn append(fs: &Fs, path: &Path, count: usize, entry: &AbortedTxn) -> io::Result<()> {
    let file = fs.create(path)?;
    let mut bytes = Vec::with_capacity(ENTRY_LEN);
    entry.put(&mut bytes);
    fs.write_at(&file, &bytes, (count * ENTRY_LEN) as u64)
}

/// Keeps the first `count` entries; without any, the file goes.
pub fn truncate(fs: &Fs, path: &Path, count: usize) -> io::Result<()> {
    if count == 0 {
        return fs.remove(path);
    }
    let file = fs.open(path)?;
    fs.truncate(&file, (count * ENTRY_LEN) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back_and_a_torn_one_ends_them() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("t");
        let fs = Fs::default();
        assert_eq!(read(&path).unwrap(), []);
        let entry =
            |i| AbortedTxn { producer_id: i, first_offset: i * 10, last_offset: i * 10 + 5, last_stable_offset: 1 };
        for i in 0..3 {
            append(&fs, &path, i as usize, &entry(i)).unwrap();
        }
        assert_eq!(std::fs::metadata(&path).unwrap().len(), 3 * 34);
        assert_eq!(read(&path).unwrap(), [entry(0), entry(1), entry(2)]);
        fs.open(&path).unwrap().set_len(2 * 34 + 20).unwrap();
        assert_eq!(read(&path).unwrap(), [entry(0), entry(1)]);
        truncate(&fs, &path, 1).unwrap();
        assert_eq!(read(&path).unwrap(), [entry(0)]);
        truncate(&fs, &path, 0).unwrap();
        assert!(!path.exists());
    }
}
