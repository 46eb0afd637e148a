//! Producer snapshots (`%020d.snapshot`): the producers' state at the offset in the name.
//!
//! Version, checksum of what follows it, count, then 46 bytes a producer: only its last batch is kept. What must hold:
//! a damaged file is recognised and counts as missing; the log then starts from an older one.

use std::io;
use std::path::Path;

use super::fs::Fs;
use super::producers::{BatchMeta, Producer, Producers};

const VERSION: i16 = 1;
const CRC_AT: usize = 2;
const COUNT_AT: usize = 6;
const ENTRIES_AT: usize = 10;
const ENTRY_LEN: usize = 46;

/// Writes the state; the file is not synced, a flush does that.
pub fn write(fs: &Fs, path: &Path, producers: &Producers) -> io::Result<()> {
    let file = fs.create(path)?;
    fs.truncate(&file, 0)?;
    fs.write_at(&file, &encode(producers), 0)
}

pub fn encode(producers: &Producers) -> Vec<u8> {
    let mut sorted: Vec<_> = producers.iter().collect();
    sorted.sort_unstable_by_key(|(id, _)| *id);
    let mut out = Vec::with_capacity(ENTRIES_AT + sorted.len() * ENTRY_LEN);
    out.extend_from_slice(&VERSION.to_be_bytes());
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(&(sorted.len() as i32).to_be_bytes());
    for (id, producer) in sorted {
        let last = producer.last();
        out.extend_from_slice(&id.to_be_bytes());
        out.extend_from_slice(&producer.epoch.to_be_bytes());
        out.extend_from_slice(&producer.last_sequence().to_be_bytes());
        out.extend_from_slice(&last.map_or(-1, |b| b.last_offset).to_be_bytes());
        out.extend_from_slice(&last.map_or(0, |b| b.offset_delta).to_be_bytes());
        out.extend_from_slice(&producer.last_timestamp.to_be_bytes());
        out.extend_from_slice(&producer.coordinator_epoch.to_be_bytes());
        out.extend_from_slice(&producer.txn_first_offset.unwrap_or(-1).to_be_bytes());
    }
    // The checksum does not cover itself and what precedes it.
    let crc = crc32c::crc32c(&out[COUNT_AT..]);
    out[CRC_AT..COUNT_AT].copy_from_slice(&crc.to_be_bytes());
    out
}

/// `None` when the bytes are not a whole snapshot.
pub fn decode(bytes: &[u8]) -> Option<Vec<(i64, Producer)>> {
    if bytes.len() < ENTRIES_AT || bytes[..CRC_AT] != VERSION.to_be_bytes() {
        return None;
    }
    let crc = u32::from_be_bytes(bytes[CRC_AT..COUNT_AT].try_into().ok()?);
    if crc32c::crc32c(&bytes[COUNT_AT..]) != crc {
        return None;
    }
    let count = i32::from_be_bytes(bytes[COUNT_AT..ENTRIES_AT].try_into().ok()?);
    let entries = &bytes[ENTRIES_AT..];
    if usize::try_from(count).ok()?.checked_mul(ENTRY_LEN)? != entries.len() {
        return None;
    }
    entries.chunks_exact(ENTRY_LEN).map(decode_entry).collect()
}

fn decode_entry(bytes: &[u8]) -> Option<(i64, Producer)> {
    let i64_at = |at: usize| Some(i64::from_be_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
    let i32_at = |at: usize| Some(i32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let epoch = i16::from_be_bytes(bytes.get(8..10)?.try_into().ok()?);
    let timestamp = i64_at(26)?;
    let txn_first_offset = i64_at(38).filter(|first| *first >= 0);
    let mut producer = Producer::new(epoch, i32_at(34)?, timestamp, txn_first_offset);
    let last_offset = i64_at(14)?;
    if last_offset >= 0 {
        producer.push(BatchMeta { last_sequence: i32_at(10)?, last_offset, offset_delta: i32_at(22)?, timestamp });
    }
    Some((i64_at(0)?, producer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_keeps_each_producers_last_batch() {
        let mut producers = Producers::default();
        let mut a = Producer::new(3, 7, 1_000, Some(42));
        for i in 0..7 {
            a.push(BatchMeta { last_sequence: i, last_offset: 100 + i64::from(i), offset_delta: 0, timestamp: 1_000 });
        }
        producers.restore(9, a);
        producers.restore(4, Producer::new(0, -1, -1, None));
        let bytes = encode(&producers);
        assert_eq!(bytes.len(), 10 + 2 * 46);
        let found = decode(&bytes).unwrap();
        assert_eq!(found.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [4, 9]);
        assert_eq!(found[0].1, Producer::new(0, -1, -1, None));
        let nine = &found[1].1;
        assert_eq!((nine.epoch, nine.coordinator_epoch, nine.txn_first_offset), (3, 7, Some(42)));
        assert_eq!(nine.batches().len(), 1);
        assert_eq!(nine.last().unwrap().last_offset, 106);
    }

    #[test]
    fn damaged_snapshots_are_recognised() {
        let mut producers = Producers::default();
        producers.restore(9, Producer::new(3, 7, 1_000, None));
        let good = encode(&producers);
        assert!(decode(&good).is_some());
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert!(decode(&bad).is_none(), "{at}");
            assert!(decode(&good[..at]).is_none(), "{at}");
        }
        assert!(decode(&[0; 200]).is_none());
        let mut huge = good;
        huge[6..10].copy_from_slice(&i32::MAX.to_be_bytes());
        let crc = crc32c::crc32c(&huge[6..]);
        huge[2..6].copy_from_slice(&crc.to_be_bytes());
        assert!(decode(&huge).is_none());
    }
}
