//! The files beside a segment, as the original prints them: offset and time index, producers, aborted transactions.
//!
//! An index's file may end with zeros (a crash leaves it as it was made beforehand), so the first entry that looks like
//! the index's beginning again ends it. Entries that do not fit their log are told at the end, on stderr.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::batches::{Loaded, Source};
use super::legacy::MAX_UNPACKED;
use super::original::optional_long;
use super::{base_offset, complain};
use crate::broker::log::index::{Entry, OffsetEntry, TimeEntry};
use crate::broker::log::{snapshot, txn_index};
use crate::commands::failure::{self, Failure};
use crate::output::sink::Sink;

/// More than any broker makes; indexes grow to 10 MiB unless told otherwise.
const MAX_INDEX: u64 = 1 << 30;
/// Entries at the end of an index that the original's search looks at first: two pages' worth.
const WARM_BYTES: usize = 8192;

/// What is done with an index.
pub struct How {
    pub sanity_only: bool,
    pub verify_only: bool,
    pub max_message_size: i32,
}

/// What does not fit together, told at the end.
#[derive(Default)]
pub struct Findings {
    mismatches: BTreeMap<String, BTreeMap<i64, i64>>,
    times: BTreeMap<String, Vec<(i64, i64)>>,
    order: BTreeMap<String, Vec<(i64, i64)>>,
    not_found: BTreeMap<String, Vec<(i64, i64)>>,
    gaps: BTreeMap<String, BTreeMap<i64, i64>>,
}

impl Findings {
    pub fn not_consecutive(&mut self, file: &str, first: i64, second: i64) {
        self.gaps.entry(absolute(file)).or_default().insert(first, second);
    }

    /// On stderr, as the original does; its exit code stays 0.
    pub fn print(&self) {
        for (file, pairs) in &self.mismatches {
            complain(format_args!("Mismatches in :{file}"));
            for (index, log) in pairs.iter().rev() {
                complain(format_args!("  Index offset: {index}, log offset: {log}"));
            }
        }
        for (file, pairs) in &self.times {
            complain(format_args!("Found timestamp mismatch in :{file}"));
            for (index, log) in pairs {
                complain(format_args!("  Index timestamp: {index}, log timestamp: {log}"));
            }
        }
        for (file, pairs) in &self.order {
            complain(format_args!("Found out of order timestamp in :{file}"));
            for (index, before) in pairs {
                complain(format_args!("  Index timestamp: {index}, Previously indexed timestamp: {before}"));
            }
        }
        for pairs in self.not_found.values() {
            complain(format_args!("The following indexed offsets are not found in the log."));
            for (index, log) in pairs {
                complain(format_args!("Indexed offset: {index}, found log offset: {log}"));
            }
        }
        for (file, pairs) in &self.gaps {
            complain(format_args!("Non-consecutive offsets in {file}"));
            for (first, second) in pairs {
                complain(format_args!("  {first} is followed by {second}"));
            }
        }
    }
}

fn absolute(file: &str) -> String {
    std::path::absolute(file).map_or_else(|_| file.to_owned(), |path| path.display().to_string())
}

/// All entries of an index file, zeros at its end included, and its length.
pub fn entries<E: Entry>(path: &Path) -> Result<(Vec<E>, u64), Failure> {
    let unreadable = |error: &std::io::Error| failure::file("read", path.display(), error);
    let len = std::fs::metadata(path).map_err(|error| unreadable(&error))?.len();
    if len > MAX_INDEX {
        return Err(Failure::new(format!("{} has {len} bytes, which no index has", path.display())));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(&error))?;
    Ok((bytes.chunks_exact(E::LEN).map(E::get).collect(), len))
}

/// The file of the same segment with another suffix.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default().to_owned();
    path.with_file_name(format!("{stem}.{suffix}"))
}

/// An entry's offset; Java adds a signed number.
fn absolute_offset(base: i64, relative: u32) -> i64 {
    base.wrapping_add(i64::from(relative.cast_signed()))
}

pub fn offsets(name: &str, how: &How, findings: &mut Findings, out: &mut Sink) -> Result<(), Failure> {
    let path = Path::new(name);
    let base = base_offset(path)?;
    let log = Source::open(&beside(path, "log"))?;
    let (entries, len) = entries::<OffsetEntry>(path)?;
    let Some(last) = entries.last() else { return Ok(out.line(format!("{name} is empty."))?) };
    if how.sanity_only {
        let last = absolute_offset(base, last.relative);
        let corrupt = |why: String| Failure::new(format!("Corrupt index found, index file ({}) {why}", absolute(name)));
        if last < base {
            return Err(corrupt(format!(
                "has non-zero size but the last offset is {last} which is less than the base offset {base}"
            )));
        }
        if !len.is_multiple_of(OffsetEntry::LEN as u64) {
            return Err(corrupt(format!("has {len} bytes which is not a multiple of {}", OffsetEntry::LEN)));
        }
        return Ok(out.line(format!("{name} passed sanity check."))?);
    }
    for (at, entry) in entries.iter().enumerate() {
        let offset = absolute_offset(base, entry.relative);
        if offset == base && at > 0 {
            return Ok(());
        }
        let position = u64::from(entry.position);
        let batch = log.entry(position)?.filter(|batch| batch.size as i64 <= i64::from(how.max_message_size));
        let batch = batch.ok_or_else(|| {
            Failure::new(format!("{name} names position {position} for offset {offset}, where its log has no batch"))
                .because(format!("or none within --max-message-size {}", how.max_message_size))
        })?;
        let found = log.last_offset(&batch)?;
        if found != offset {
            findings.mismatches.entry(absolute(name)).or_default().insert(offset, found);
        }
        if !how.verify_only {
            out.line(format!("offset: {offset} position: {position}"))?;
        }
    }
    Ok(())
}

pub fn times(name: &str, how: &How, findings: &mut Findings, out: &mut Sink) -> Result<(), Failure> {
    let path = Path::new(name);
    let base = base_offset(path)?;
    let log = Source::open(&beside(path, "log"))?;
    let (places, _) = entries::<OffsetEntry>(&beside(path, "index"))?;
    let (entries, len) = entries::<TimeEntry>(path)?;
    if how.sanity_only {
        sanity_of_times(name, base, &entries, len)?;
        return Ok(out.line(format!("{name} passed sanity check."))?);
    }
    let mut before = -1;
    for (at, entry) in entries.iter().enumerate() {
        let offset = absolute_offset(base, entry.relative);
        if offset == base && at > 0 {
            return Ok(());
        }
        let position = lookup(&places, base, offset);
        match batch_with(&log, position, offset)? {
            None => findings.not_found.entry(absolute(name)).or_default().push((offset, -1)),
            Some((last, _)) if last != offset => {
                findings.not_found.entry(absolute(name)).or_default().push((offset, last));
            }
            Some((_, largest)) => {
                if largest != entry.timestamp {
                    findings.times.entry(absolute(name)).or_default().push((entry.timestamp, largest));
                }
                if before >= entry.timestamp {
                    findings.order.entry(absolute(name)).or_default().push((entry.timestamp, before));
                }
            }
        }
        if !how.verify_only {
            out.line(format!("timestamp: {} offset: {offset}", entry.timestamp))?;
        }
        before = entry.timestamp;
    }
    Ok(())
}

fn sanity_of_times(name: &str, base: i64, entries: &[TimeEntry], len: u64) -> Result<(), Failure> {
    let corrupt =
        |why: String| Failure::new(format!("Corrupt time index found, time index file ({}) {why}", absolute(name)));
    if let (Some(first), Some(last)) = (entries.first(), entries.last()) {
        if last.timestamp < first.timestamp {
            return Err(corrupt(format!(
                "has non-zero size but the last timestamp is {} which is less than the first timestamp {}",
                last.timestamp, first.timestamp
            )));
        }
        let offset = absolute_offset(base, last.relative);
        if offset < base {
            return Err(corrupt(format!(
                "has non-zero size but the last offset is {offset} which is less than the first offset {base}"
            )));
        }
    }
    if !len.is_multiple_of(TimeEntry::LEN as u64) {
        return Err(corrupt(format!("found, either the file length {len} is not a multiple of {}", TimeEntry::LEN)));
    }
    Ok(())
}

/// The position of the last entry at or below `offset`, found as the original finds it: it matters where zeros stand at
/// the end of the file.
fn lookup(places: &[OffsetEntry], base: i64, offset: i64) -> u64 {
    let key = |at: usize| absolute_offset(base, places[at].relative);
    if places.is_empty() {
        return 0;
    }
    let first_warm = (places.len() - 1).saturating_sub(WARM_BYTES / OffsetEntry::LEN);
    let (mut low, mut high) = if key(first_warm) < offset {
        (first_warm, places.len() - 1)
    } else if key(0) > offset {
        return 0;
    } else {
        (0, first_warm)
    };
    while low < high {
        let middle = (low + high).div_ceil(2);
        match key(middle).cmp(&offset) {
            std::cmp::Ordering::Greater => high = middle - 1,
            std::cmp::Ordering::Less => low = middle,
            std::cmp::Ordering::Equal => return u64::from(places[middle].position),
        }
    }
    if key(low) > offset { 0 } else { u64::from(places[low].position) }
}

/// From `position` on the first batch that reaches to `offset`: its last offset and, when that is the one, the largest
/// timestamp of its records.
fn batch_with(log: &Source, mut position: u64, offset: i64) -> Result<Option<(i64, i64)>, Failure> {
    while let Some(entry) = log.entry(position)? {
        let last = log.last_offset(&entry)?;
        if last < offset {
            position += entry.size as u64;
            continue;
        }
        if last > offset {
            return Ok(Some((last, -1)));
        }
        let mut buffer = Vec::new();
        let mut largest = -1;
        match log.load(&entry, &mut buffer)? {
            Loaded::Batch(batch) => {
                let mut scratch = Vec::new();
                let records = batch.records_in(&mut scratch, MAX_UNPACKED).map_err(|why| log.damaged(&entry, why))?;
                for record in batch.iter(records) {
                    largest = largest.max(record.map_err(|why| log.damaged(&entry, why))?.timestamp);
                }
            }
            Loaded::Legacy(message) => {
                let unpacked = message.unpack().map_err(|why| log.damaged(&entry, why))?;
                largest = match &unpacked {
                    None => message.timestamp(),
                    Some(unpacked) => {
                        let inner = message.inner(unpacked).map_err(|why| log.damaged(&entry, why))?;
                        inner.iter().map(|(_, timestamp, _)| *timestamp).max().unwrap_or(-1)
                    }
                };
            }
        }
        return Ok(Some((last, largest)));
    }
    Ok(None)
}

pub fn producers(name: &str, out: &mut Sink) -> Result<(), Failure> {
    let bytes = std::fs::read(name).map_err(|error| failure::file("read", name, &error))?;
    let Some(producers) = snapshot::decode(&bytes) else {
        // The original says so and goes on.
        out.flush()?;
        complain(format_args!("{}", why_not_a_snapshot(&bytes)));
        return Ok(());
    };
    for (id, producer) in producers {
        let mut line = format!(
            "producerId: {id} producerEpoch: {} coordinatorEpoch: {} currentTxnFirstOffset: {} lastTimestamp: {}",
            producer.epoch,
            producer.coordinator_epoch,
            optional_long(producer.txn_first_offset),
            producer.last_timestamp
        );
        if let Some(last) = producer.last() {
            line += &format!(
                " firstSequence: {} lastSequence: {} lastOffset: {} offsetDelta: {} timestamp: {}",
                last.first_sequence(),
                last.last_sequence,
                last.last_offset,
                last.offset_delta,
                last.timestamp
            );
        }
        out.line(line)?;
    }
    Ok(())
}

fn why_not_a_snapshot(bytes: &[u8]) -> String {
    let version = bytes.first_chunk::<2>().map_or(-1, |bytes| i16::from_be_bytes(*bytes));
    if version != 1 {
        return format!("Snapshot contained an unknown file version {version}");
    }
    let stored = bytes.get(2..6).map_or(0, |crc| u32::from_be_bytes([crc[0], crc[1], crc[2], crc[3]]));
    let computed = crc32c::crc32c(bytes.get(6..).unwrap_or_default());
    format!("Snapshot is corrupt (CRC is no longer valid). Stored crc: {stored}. Computed crc: {computed}")
}

pub fn aborted(name: &str, out: &mut Sink) -> Result<(), Failure> {
    let path = Path::new(name);
    base_offset(path)?;
    for txn in txn_index::read(path).map_err(|error| failure::file("read", name, &error))? {
        out.line(format!(
            "version: 0 producerId: {} firstOffset: {} lastOffset: {} lastStableOffset: {}",
            txn.producer_id, txn.first_offset, txn.last_offset, txn.last_stable_offset
        ))?;
    }
    Ok(())
}
