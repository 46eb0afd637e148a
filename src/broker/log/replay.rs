//! The producers' state and the leader epochs, from what is on disk.
//!
//! The newest whole snapshot, then the headers of the batches since; no checksum is computed here, so only for batches
//! that are vouched for. What must hold: the same files give the same state, at a start as after a truncation.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::epochs::Epochs;
use super::producers::{self, Producers};
use super::scan::{Found, HeaderScan};
use super::segment::Segment;
use super::view::floor;
use super::{Fs, fs, names, snapshot};
use crate::protocol::batch::Batch;
use crate::protocol::control::EndTxnMarker;

/// The state at `end`, which is a batch's start or the end of `segments`. Damaged snapshots are removed.
pub fn producers_at(
    end: i64,
    dir: &Path,
    segments: &[Arc<Segment>],
    snapshots: &mut BTreeSet<i64>,
    files: &Fs,
    expiration: (i64, i64),
) -> io::Result<Producers> {
    let (now_ms, expiration_ms) = expiration;
    let mut state = Producers::default();
    // A snapshot at the first segment's start tells of producers whose batches have been deleted.
    state.reset(segments.first().map_or(end, |s| s.base_offset()).min(end));
    while let Some(&offset) = snapshots.range(..=end).next_back() {
        if offset < state.end() {
            break;
        }
        let path = names::file(dir, offset, names::SNAPSHOT);
        let bytes = match std::fs::read(&path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Vec::new(),
            bytes => bytes?,
        };
        if let Some(found) = snapshot::decode(&bytes) {
            state.reset(offset);
            for (id, producer) in found {
                if !producers::expired(&producer, now_ms, expiration_ms) {
                    state.restore(id, producer);
                }
            }
            break;
        }
        tracing::warn!(path = %path.display(), "a producer snapshot is damaged; using an older one");
        files.remove(&path)?;
        snapshots.remove(&offset);
    }
    let start = state.end();
    if start < end {
        each_header(&segments[floor(segments, start)..], start, end, |file, found| {
            let marker = if found.header.is_control() { marker_at(file, found)? } else { None };
            state.replay(&found.header, marker);
            Ok(())
        })?;
    }
    state.set_end(end);
    Ok(state)
}

/// The leader epochs that the batches in `segments` tell of.
pub fn epochs_of(segments: &[Arc<Segment>]) -> io::Result<Epochs> {
    let mut epochs = Epochs::default();
    each_header(segments, i64::MIN, i64::MAX, |_, found| {
        if found.header.leader_epoch > epochs.latest().unwrap_or(-1) {
            epochs.assign(found.header.leader_epoch, found.header.base_offset);
        }
        Ok(())
    })?;
    Ok(epochs)
}

/// Tells of each batch with records in `[start, end)`.
fn each_header(
    segments: &[Arc<Segment>],
    start: i64,
    end: i64,
    mut each: impl FnMut(&File, &Found) -> io::Result<()>,
) -> io::Result<()> {
    for segment in segments.iter().take_while(|s| s.base_offset() < end).filter(|s| s.size() > 0) {
        let Some(place) = segment.find(start)? else {
            continue;
        };
        let file = segment.file()?;
        let mut scan = HeaderScan::new(&file, place.pos, segment.size());
        while let Some(found) = scan.next()? {
            let found = found.map_err(|e| io::Error::new(io::ErrorKind::InvalidData, e.to_string()))?;
            if found.header.base_offset >= end {
                return Ok(());
            }
            each(&file, &found)?;
        }
    }
    Ok(())
}

fn marker_at(file: &File, found: &Found) -> io::Result<Option<EndTxnMarker>> {
    let mut bytes = vec![0; found.header.size()];
    fs::read_at(file, &mut bytes, found.pos)?;
    let marker = Batch::parse(&bytes).and_then(|b| EndTxnMarker::from_batch(&b));
    marker.map_err(|e| io::Error::new(io::ErrorKind::InvalidData, e.to_string()))
}
