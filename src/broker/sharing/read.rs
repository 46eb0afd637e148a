//! The log, as share groups read it: which batches there are from an offset on, and the bytes of those that a member got.

use std::io;
use std::os::unix::fs::FileExt;

use kt_codec::{FileRegion, Records};

use super::acquire::{Acquired, Found};
use crate::broker::partition::Span;
use crate::protocol::batch::{BatchHeader, HEADER_LEN};

/// A batch in a file.
#[derive(Debug)]
pub struct Stored {
    pub found: Found,
    /// Of the regions that were read.
    region: usize,
    at: u64,
    len: u64,
    is_aborted: bool,
}

/// The batches of a span, up to the first that begins after `last`.
pub fn batches(span: &Span, last: i64) -> io::Result<Vec<Stored>> {
    let mut all = Vec::new();
    for (index, region) in span.regions.iter().enumerate() {
        let mut at = 0;
        while at + HEADER_LEN as u64 <= region.len {
            let mut bytes = [0; HEADER_LEN];
            region.file.read_exact_at(&mut bytes, region.offset + at)?;
            let header = BatchHeader::peek(&bytes).map_err(|e| io::Error::other(e.to_string()))?;
            if header.base_offset > last && !all.is_empty() {
                return Ok(all);
            }
            let is_of = |txn: &crate::broker::log::txn_index::AbortedTxn| {
                txn.producer_id == header.producer_id
                    && txn.first_offset <= header.last_offset()
                    && header.base_offset <= txn.last_offset
            };
            all.push(Stored {
                found: Found { first: header.base_offset, last: header.last_offset() },
                region: index,
                at,
                len: header.size() as u64,
                is_aborted: header.is_transactional() && !header.is_control() && span.aborted.iter().any(is_of),
            });
            at += header.size() as u64;
        }
    }
    Ok(all)
}

pub fn aborted(batches: &[Stored]) -> Vec<Found> {
    batches.iter().filter(|batch| batch.is_aborted).map(|batch| batch.found).collect()
}

/// The batches that hold what was acquired, and those between them.
pub fn records(span: &Span, batches: &[Stored], acquired: &[Acquired]) -> Records {
    let (Some(first), Some(last)) = (acquired.first(), acquired.last()) else { return Records::default() };
    let begin = batches.iter().rposition(|batch| batch.found.first <= first.first).unwrap_or(0);
    let wanted = batches[begin..].iter().take_while(|batch| batch.found.first <= last.last);
    let mut regions: Vec<(usize, FileRegion)> = Vec::new();
    for batch in wanted {
        match regions.last_mut() {
            Some((index, region)) if *index == batch.region => region.len += batch.len,
            _ => {
                let of = &span.regions[batch.region];
                let file = std::sync::Arc::clone(&of.file);
                regions.push((batch.region, FileRegion { file, offset: of.offset + batch.at, len: batch.len }));
            }
        }
    }
    Records::Files(regions.into_iter().map(|(_, region)| region).collect())
}
