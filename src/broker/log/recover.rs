//! Reading again what the recovery point does not vouch for.
//!
//! From the segment that holds the recovery point on, every batch is read and its checksum computed; the first byte
//! that is not part of a whole batch, and all after it, is cut off. Indexes, producers' state and leader epochs are
//! rebuilt on the way. What must hold: a batch that was acknowledged is never cut, and nothing that is not a whole,
//! valid batch is kept.

use std::fs::File;
use std::io;
use std::sync::Arc;

use super::epochs::Epochs;
use super::fs;
use super::open::{Listing, Opening};
use super::producers::{Producers, Rules};
use super::reader::BatchReader;
use super::segment::Segment;
use super::txn_index::AbortedTxn;
use super::{names, replay, snapshot};
use crate::protocol::batch::{self, BatchError, BatchHeader};
use crate::protocol::control::EndTxnMarker;

/// What opening has found out so far.
pub(super) struct Recovered {
    pub segments: Vec<Arc<Segment>>,
    pub end: i64,
    pub producers: Producers,
    pub epochs: Epochs,
    /// They were on disk.
    pub epochs_known: bool,
    /// Something was read again, and so written again.
    pub repaired: bool,
    pub changed_epochs: bool,
}

impl Recovered {
    pub fn nothing(start: i64) -> Self {
        Self {
            segments: Vec::new(),
            end: start,
            producers: Producers::default(),
            epochs: Epochs::default(),
            epochs_known: true,
            repaired: false,
            changed_epochs: false,
        }
    }
}

const REPLAY: Rules = Rules::replication();

/// Reads again every segment that reaches `from` or beyond, and brings the producers' state up to the end.
pub(super) fn run(o: &Opening, mut r: Recovered, listing: &mut Listing, from: i64) -> io::Result<Recovered> {
    let first = match r.repaired {
        true => super::view::floor(&r.segments, from),
        false => r.segments.len(),
    };
    let vouched = r.segments.get(first).map_or(r.end, |s| s.base_offset());
    // Snapshots beyond what is vouched for may tell of batches that did not make it to the disk.
    let expiration = (o.now_ms, o.config.producer_id_expiration_ms);
    let (segments, snapshots) = (&r.segments[..first], &mut listing.snapshots);
    r.producers = replay::producers_at(vouched, &o.dir, segments, snapshots, &o.fs, expiration)?;
    if !r.epochs_known {
        r.epochs = replay::epochs_of(segments)?;
        r.changed_epochs = r.end > r.segments[0].base_offset();
    }
    if first == r.segments.len() {
        return Ok(r);
    }
    for &stale in listing.snapshots.range(vouched + 1..) {
        o.fs.remove(&names::file(&o.dir, stale, names::SNAPSHOT))?;
    }
    listing.snapshots.retain(|offset| *offset <= vouched);
    let mut at = first;
    let mut cut = false;
    while at < r.segments.len() && !cut {
        let base = r.segments[at].base_offset();
        if at > first {
            snapshot::write(&o.fs, &names::file(&o.dir, base, names::SNAPSHOT), &r.producers)?;
            listing.snapshots.insert(base);
        }
        cut = reread(o, &mut r, at)?;
        at += 1;
        cut |= r.segments.get(at).is_some_and(|next| lost_its_end(o, r.end, next));
    }
    for beyond in r.segments.drain(at..) {
        let base = beyond.base_offset();
        tracing::warn!(dir = %o.dir.display(), base, end = r.end, "dropping a segment behind a damaged one");
        beyond.remove(&o.fs)?;
    }
    Ok(r)
}

/// Whether the segment before `next`, which ends at `end`, has lost its last batches to a power cut that `next` outlived:
/// the disk may keep what was written later. What compaction has taken out looks the same, so a log that was ever
/// compacted goes on behind the gap.
fn lost_its_end(o: &Opening, end: i64, next: &Segment) -> bool {
    let unsynced = !o.hints.clean_shutdown && next.base_offset() > o.hints.recovery_point;
    let compacted = o.config.cleanup_policy.compact || o.hints.was_compacted;
    end < next.base_offset() && unsynced && !compacted
}

/// As [`Producers::replay`], and the transactions that were aborted go into the segment's index.
fn note(
    o: &Opening,
    producers: &mut Producers,
    segment: &Segment,
    header: &BatchHeader,
    marker: Option<EndTxnMarker>,
) -> io::Result<()> {
    producers.begin();
    // What is in the log was judged when it was written.
    let _ = producers.check(header, marker, &REPLAY);
    producers.apply(header.next_offset(), |txn, last_stable_offset| {
        if !txn.aborted {
            return Ok(());
        }
        let (producer_id, first_offset, last_offset) = (txn.producer_id, txn.first_offset, txn.last_offset);
        segment.append_aborted(&o.fs, AbortedTxn { producer_id, first_offset, last_offset, last_stable_offset })
    })
}

/// Reads one segment again from its start and rebuilds what belongs to it. True when its end had to be cut.
fn reread(o: &Opening, r: &mut Recovered, at: usize) -> io::Result<bool> {
    let base = r.segments[at].base_offset();
    let file = r.segments[at].file()?;
    let size = file.metadata()?.len();
    let segment = Segment::rebuild(&o.fs, &o.dir, base)?;
    let mut reader = BatchReader::new(&file, 0, size);
    let mut next = base;
    let why = loop {
        let batch = match reader.next()? {
            None => break None,
            Some(Err(e)) => break Some(e),
            Some(Ok(batch)) => batch,
        };
        let header = batch.header;
        if header.base_offset < next || header.last_offset_delta < 0 || !segment.spans(header.last_offset()) {
            break Some(BatchError::Field("its offsets do not follow the batch before"));
        }
        let marker = if header.is_control() && header.has_producer_id() {
            match EndTxnMarker::from_batch(&batch) {
                Ok(marker) => marker,
                Err(e) => break Some(e),
            }
        } else {
            None
        };
        next = header.next_offset();
        r.changed_epochs |= header.leader_epoch > r.epochs.latest().unwrap_or(-1)
            && r.epochs.assign(header.leader_epoch, header.base_offset);
        if segment.publish(&[header], o.config.index_interval_bytes)? {
            segment.write_indexes(&o.fs)?;
        }
        note(o, &mut r.producers, &segment, &header, marker)?;
    };
    let valid = segment.size();
    if let Some(why) = &why {
        refuse_old_format(&file, size, valid)?;
        tracing::warn!(dir = %o.dir.display(), base, valid, cut = size - valid, "cutting a torn end: {why}");
        o.fs.truncate(&file, valid)?;
    }
    segment.seal(&o.fs)?;
    if at + 1 < r.segments.len() && why.is_none() {
        segment.retire();
    }
    r.segments[at] = Arc::new(segment);
    r.producers.set_end(next);
    r.end = next;
    Ok(why.is_some())
}

/// A valid message of format 0 or 1 is no torn end: cutting it would lose what Kafka before 0.11 has written.
fn refuse_old_format(file: &File, size: u64, at: u64) -> io::Result<()> {
    let mut head = [0; 18];
    if fs::read_at(file, &mut head, at)? < head.len() || head[16] > 1 {
        return Ok(());
    }
    let length = u32::from_be_bytes([head[8], head[9], head[10], head[11]]) as u64;
    if length < 14 || length > size - at - batch::LOG_OVERHEAD as u64 {
        return Ok(());
    }
    let (mut at, mut left) = (at + batch::LOG_OVERHEAD as u64, length as usize);
    let mut stored = [0; 4];
    fs::read_at(file, &mut stored, at)?;
    (at, left) = (at + 4, left - 4);
    let mut crc = flate2::Crc::new();
    let mut chunk = [0; 8192];
    while left > 0 {
        let got = fs::read_at(file, &mut chunk[..left.min(8192)], at)?;
        if got == 0 {
            return Ok(());
        }
        crc.update(&chunk[..got]);
        (at, left) = (at + got as u64, left - got);
    }
    if crc.sum().to_be_bytes() == stored {
        return Err(invalid(BatchError::Magic(head[16] as i8)));
    }
    Ok(())
}

fn invalid(error: BatchError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}
