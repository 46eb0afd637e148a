//! What a log promises, tried on real folders.

mod basics;
mod crash;
mod kafka;
mod model;
mod power;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::*;
use crate::protocol::batch::{self, Batch, BatchBuilder};

pub const NOW: i64 = 1_700_000_000_000;

pub fn config() -> LogConfig {
    LogConfig { index_interval_bytes: 200, ..LogConfig::default() }
}

/// A log in a folder of its own, with the batches that went in.
pub struct Bench {
    pub dir: tempfile::TempDir,
    pub config: LogConfig,
    pub log: Log,
}

impl Bench {
    pub fn new(config: LogConfig) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let log = open(&dir.path().join("t-0"), &config, OpenHints::new_log());
        Self { dir, config, log }
    }

    pub fn path(&self) -> PathBuf {
        self.dir.path().join("t-0")
    }

    pub fn append(&mut self, bytes: &[u8]) -> Appended {
        let done = self.log.append_leader(bytes, &Append::new(Origin::Client, 0), NOW).unwrap();
        self.log.high_watermark(self.log.log_end());
        done
    }

    /// Closes in order and opens again.
    pub fn reopen(self) -> Self {
        let Self { dir, config, mut log } = self;
        let start = log.view().log_start();
        let set = log.close().unwrap();
        set.run(&Fs::default()).unwrap();
        let hints = OpenHints { recovery_point: set.up_to, log_start: start, ..OpenHints::new_log() };
        drop(log);
        let log = open(&dir.path().join("t-0"), &config, hints);
        Self { dir, config, log }
    }

    /// Opens again as after kill -9.
    pub fn crash(self) -> Self {
        let Self { dir, config, log } = self;
        let view = log.view();
        let hints = OpenHints {
            clean_shutdown: false,
            recovery_point: view.flushed(),
            log_start: view.log_start(),
            was_compacted: false,
        };
        drop(log);
        let log = open(&dir.path().join("t-0"), &config, hints);
        Self { dir, config, log }
    }

    pub fn values(&self) -> Vec<(i64, Vec<u8>)> {
        let view = self.log.view();
        read_values(view, view.log_start(), view.log_end())
    }
}

pub fn open(dir: &Path, config: &LogConfig, hints: OpenHints) -> Log {
    Log::open(&Fs::default(), dir, Arc::new(config.clone()), hints, NOW).unwrap().0
}

/// Offsets and values of all records in `[from, to)`, read batch by batch with a small budget.
pub fn read_values(view: &LogView, from: i64, to: i64) -> Vec<(i64, Vec<u8>)> {
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        let bytes = view.read_to_bytes(at, 300, to, true).unwrap();
        if bytes.is_empty() {
            break;
        }
        for b in batch::batches(&bytes) {
            let b = b.unwrap();
            assert!(b.crc_ok());
            let mut scratch = Vec::new();
            for record in b.iter(b.records_in(&mut scratch, 1 << 20).unwrap()) {
                let record = record.unwrap();
                if record.offset >= from {
                    found.push((record.offset, record.value.unwrap_or_default().to_vec()));
                }
            }
            at = b.header.next_offset();
        }
    }
    found
}

/// A batch of `count` records whose values tell their number.
pub fn records(first: usize, count: usize, timestamp: i64) -> Vec<u8> {
    let mut builder = BatchBuilder::new();
    for i in first..first + count {
        builder.append(timestamp + (i - first) as i64, Some(b"k"), Some(format!("value {i}").as_bytes()));
    }
    builder.build()
}

pub fn produced(id: i64, epoch: i16, sequence: i32, count: i32, txn: bool) -> Vec<u8> {
    let mut builder = BatchBuilder::new().producer(id, epoch, sequence);
    if txn {
        builder = builder.transactional();
    }
    for i in 0..count {
        builder.append(NOW, None, Some(format!("{id}/{}", sequence.wrapping_add(i)).as_bytes()));
    }
    builder.build()
}

pub fn headers(view: &LogView) -> Vec<batch::BatchHeader> {
    let bytes = view.read_to_bytes(view.log_start(), u64::MAX, view.log_end(), true).unwrap();
    batch::batches(&bytes).map(|b| b.unwrap().header).collect()
}

pub fn first(bytes: &[u8]) -> Batch<'_> {
    Batch::parse(bytes).unwrap()
}
