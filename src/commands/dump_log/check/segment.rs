//! One segment: its batches from the first byte to the last, and beside them its indexes.

use std::path::Path;

use super::Checked;
use super::partition::Replay;
use crate::broker::log::index::{Entry as _, OffsetEntry, TimeEntry};
use crate::broker::log::names;
use crate::commands::dump_log::batches::{Entry, Loaded, Source};
use crate::commands::dump_log::indexes;
use crate::commands::dump_log::legacy::MAX_UNPACKED;
use crate::commands::failure::Failure;
use crate::protocol::batch::{Batch, TimestampType};

/// The offset index of a segment, held against its batches as they come by.
struct Places {
    entries: std::iter::Peekable<std::vec::IntoIter<OffsetEntry>>,
    base: i64,
}

/// The time index likewise.
struct Times {
    entries: std::iter::Peekable<std::vec::IntoIter<TimeEntry>>,
    base: i64,
    largest: i64,
}

/// Goes over one segment. `last`: it is the one that is written to.
pub fn check(path: &Path, base: i64, last: bool, replay: &mut Replay, checked: &mut Checked) -> Result<(), Failure> {
    let dir = path.parent().unwrap_or(Path::new(""));
    let file = |suffix: &str| names::file(dir, base, suffix);
    let mut places = places(&file(names::INDEX), base, last, checked)?;
    let mut times = times(&file(names::TIME_INDEX), base, last, checked)?;
    let source = Source::open(path)?;
    checked.segments += 1;
    checked.bytes += source.len();
    let mut buffer = Vec::new();
    let mut position = 0;
    loop {
        let entry = match source.entry(position) {
            Ok(Some(entry)) => entry,
            Ok(None) => break,
            Err(why) if last => {
                checked.remark(path, format!("{}; a start cuts it off there", why.what()));
                return Ok(());
            }
            Err(why) => {
                checked.fault(path, why.what());
                return Ok(());
            }
        };
        checked.batches += 1;
        match source.load(&entry, &mut buffer) {
            Ok(Loaded::Batch(batch)) => {
                let fits = batch_fits(path, base, &batch, &entry, replay, checked);
                if !fits {
                    return Ok(());
                }
                let largest = records(path, &batch, &entry, checked);
                places.pass(&file(names::INDEX), &entry, batch.header.last_offset(), checked);
                times.pass(&file(names::TIME_INDEX), batch.header.last_offset(), largest, checked);
                replay.batch(&batch, &entry, path, checked);
            }
            Ok(Loaded::Legacy(message)) => {
                if !message.is_valid() {
                    checked.fault(path, format!("byte {position}: the checksum of offset {} is wrong", message.offset));
                }
                checked.remark(
                    path,
                    format!("offset {} has format {}, which kt does not serve", message.offset, message.magic),
                );
                return Ok(());
            }
            Err(why) => {
                checked.fault(path, why.what());
                return Ok(());
            }
        }
        position += entry.size as u64;
    }
    let rest = source.len().saturating_sub(position);
    if rest > 0 && last {
        checked.remark(path, format!("the last {rest} bytes are no batch; a start cuts them off"));
    } else if rest > 0 {
        checked.fault(path, format!("the last {rest} bytes are no batch"));
    }
    places.rest(&file(names::INDEX), checked);
    times.rest(&file(names::TIME_INDEX), checked);
    Ok(())
}

/// Whether the walk can go on behind this batch.
fn batch_fits(
    path: &Path,
    base: i64,
    batch: &Batch<'_>,
    entry: &Entry,
    replay: &Replay,
    checked: &mut Checked,
) -> bool {
    let (h, position) = (&batch.header, entry.position);
    if !batch.crc_ok() {
        checked.fault(path, format!(
            "byte {position}: the checksum of the batch at offset {} is wrong: {:#010x} is stored, {:#010x} computed",
            h.base_offset,
            h.crc,
            batch.computed_crc()
        ));
        return false;
    }
    if h.base_offset < base {
        checked.fault(path, format!("byte {position}: offset {} lies before the segment's first", h.base_offset));
    }
    if let Some(next) = replay.next_offset().filter(|next| h.base_offset < *next) {
        checked.fault(path, format!("byte {position}: offset {} comes again; {next} would be the next", h.base_offset));
    }
    if h.last_offset_delta < 0 || h.record_count < 0 {
        checked.fault(path, format!("byte {position}: the batch's counts are below zero"));
        return false;
    }
    true
}

/// Walks the records of a batch; answers their largest timestamp.
fn records(path: &Path, batch: &Batch<'_>, entry: &Entry, checked: &mut Checked) -> i64 {
    let h = &batch.header;
    let mut fault = |what: String| checked.fault(path, format!("byte {}: {what}", entry.position));
    let mut scratch = Vec::new();
    let bytes = match batch.records_in(&mut scratch, MAX_UNPACKED) {
        Ok(bytes) => bytes,
        Err(why) => {
            fault(format!("the records of offset {} cannot be unpacked: {why}", h.base_offset));
            return h.max_timestamp;
        }
    };
    let (mut count, mut largest, mut before) = (0, -1, -1);
    for record in batch.iter(bytes) {
        match record {
            Ok(record) => {
                if record.offset <= before {
                    fault(format!("record {} comes after {before} in its batch", record.offset));
                }
                before = record.offset;
                largest = largest.max(record.timestamp);
                count += 1;
            }
            Err(why) => {
                fault(format!("in the batch at offset {}: {why}", h.base_offset));
                break;
            }
        }
    }
    checked.records += count;
    if h.timestamp_type() == TimestampType::CreateTime && count > 0 && largest != h.max_timestamp {
        checked.fault(
            path,
            format!(
                "byte {}: the batch at offset {} names {} as its largest timestamp, its records' is {largest}",
                entry.position, h.base_offset, h.max_timestamp
            ),
        );
    }
    h.max_timestamp
}

fn not_there(path: &Path, last: bool, checked: &mut Checked) -> bool {
    let missing = !path.exists();
    if missing && !last {
        checked.remark(path, "it is not there; a start makes it anew");
    }
    missing
}

fn places(path: &Path, base: i64, last: bool, checked: &mut Checked) -> Result<Places, Failure> {
    let mut entries = Vec::new();
    if !not_there(path, last, checked) {
        let (all, len) = indexes::entries::<OffsetEntry>(path)?;
        whole(path, len, OffsetEntry::LEN, last, checked);
        // The batch at position 0 never has an entry: zeros are what was made beforehand.
        entries = all.into_iter().take_while(|entry| entry.position != 0).collect();
    }
    Ok(Places { entries: entries.into_iter().peekable(), base })
}

fn times(path: &Path, base: i64, last: bool, checked: &mut Checked) -> Result<Times, Failure> {
    let mut entries = Vec::new();
    if !not_there(path, last, checked) {
        let (all, len) = indexes::entries::<TimeEntry>(path)?;
        whole(path, len, TimeEntry::LEN, last, checked);
        entries = all.into_iter().take_while(|e| e.timestamp != 0 || e.relative != 0).collect();
    }
    Ok(Times { entries: entries.into_iter().peekable(), base, largest: -1 })
}

fn whole(path: &Path, len: u64, entry: usize, last: bool, checked: &mut Checked) {
    if !len.is_multiple_of(entry as u64) {
        let what = format!("its {len} bytes are no multiple of {entry}");
        if last { checked.remark(path, what) } else { checked.fault(path, what) }
    }
}

impl Places {
    fn pass(&mut self, path: &Path, batch: &Entry, last_offset: i64, checked: &mut Checked) {
        while let Some(entry) = self.entries.next_if(|entry| u64::from(entry.position) <= batch.position) {
            let offset = self.base.saturating_add(i64::from(entry.relative));
            if u64::from(entry.position) != batch.position {
                checked.fault(
                    path,
                    format!("offset {offset} is said to be at byte {}, where no batch begins", entry.position),
                );
            } else if offset != last_offset {
                checked.fault(
                    path,
                    format!(
                        "offset {offset} is said to be at byte {}, where the batch ends with {last_offset}",
                        entry.position
                    ),
                );
            }
        }
    }

    fn rest(&mut self, path: &Path, checked: &mut Checked) {
        let left: Vec<OffsetEntry> = self.entries.by_ref().collect();
        if let Some(first) = left.first() {
            checked.fault(
                path,
                format!("{} of its entries point behind the log, to byte {} first", left.len(), first.position),
            );
        }
    }
}

impl Times {
    /// An entry says: up to its offset, its timestamp is the largest.
    fn pass(&mut self, path: &Path, last_offset: i64, largest: i64, checked: &mut Checked) {
        self.largest = self.largest.max(largest);
        let base = self.base;
        while let Some(entry) =
            self.entries.next_if(|entry| base.saturating_add(i64::from(entry.relative)) <= last_offset)
        {
            let offset = base.saturating_add(i64::from(entry.relative));
            if entry.timestamp != self.largest {
                checked.fault(
                    path,
                    format!(
                        "up to offset {offset} the largest timestamp is said to be {}, and it is {}",
                        entry.timestamp, self.largest
                    ),
                );
            }
        }
    }

    fn rest(&mut self, path: &Path, checked: &mut Checked) {
        let left: Vec<TimeEntry> = self.entries.by_ref().collect();
        if let Some(first) = left.first() {
            let offset = self.base.saturating_add(i64::from(first.relative));
            checked.fault(
                path,
                format!("{} of its entries speak of offsets behind the log, of {offset} first", left.len()),
            );
        }
    }
}
