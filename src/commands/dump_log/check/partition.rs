//! A partition's folder: its segments one after the other, and what the replay of them says about the rest.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Checked, segment};
use crate::broker::log::checkpoint;
use crate::broker::log::epochs::Epochs;
use crate::broker::log::producers::{CompletedTxn, Producer, Producers, Rules};
use crate::broker::log::{names, snapshot, txn_index};
use crate::commands::dump_log::batches::Entry;
use crate::commands::dump_log::{base_offset, own};
use crate::commands::failure::{self, Failure};
use crate::protocol::batch::Batch;
use crate::protocol::control::EndTxnMarker;

/// What the folder turned out to hold.
pub struct Partition {
    pub topic_id: Option<String>,
    pub end: i64,
}

/// The state that grows as the batches come by.
pub struct Replay {
    producers: Producers,
    epochs: Epochs,
    /// The offset behind the last batch.
    next: Option<i64>,
    /// The log is without its beginning, or compaction has been at it: what it once held cannot be known.
    partial: bool,
    /// Snapshots that are still ahead.
    snapshots: BTreeMap<i64, Vec<(i64, Producer)>>,
    aborted: Vec<CompletedTxn>,
    epoch_told: bool,
}

pub fn check(dir: &Path, checked: &mut Checked) -> Result<Partition, Failure> {
    checked.partitions += 1;
    let segments = own::segments(dir)?;
    let first = segments.first().map(|path| base_offset(path)).transpose()?.unwrap_or(0);
    let topic_id = topic_id(dir, checked);
    let mut replay = Replay {
        producers: Producers::default(),
        epochs: epochs(dir, checked),
        next: None,
        partial: first > 0,
        snapshots: snapshots(dir, checked)?,
        aborted: Vec::new(),
        epoch_told: false,
    };
    replay.producers.reset(first);
    // A snapshot at the start tells of producers whose batches are gone.
    for (id, producer) in replay.snapshots.remove(&first).into_iter().flatten() {
        replay.producers.restore(id, producer);
    }
    for (at, path) in segments.iter().enumerate() {
        let base = base_offset(path)?;
        if let Some(next) = replay.next.filter(|next| base < *next) {
            checked.fault(path, format!("it begins at offset {base}, and the one before it goes on to {}", next - 1));
        }
        segment::check(path, base, at + 1 == segments.len(), &mut replay, checked)?;
        replay.aborted_of(dir, base, checked)?;
    }
    let end = replay.next.unwrap_or_else(|| segments.last().and_then(|path| base_offset(path).ok()).unwrap_or(0));
    replay.snapshots_up_to(end, dir, checked);
    if let Some(beyond) = replay.snapshots.keys().next() {
        checked.fault(
            &names::file(dir, *beyond, names::SNAPSHOT),
            format!("it speaks of offset {beyond}, and the log ends at {end}"),
        );
    }
    if let Some(last) = replay.epochs.entries().last().filter(|last| last.start_offset > end) {
        let what = format!("epoch {} is said to begin at {}, and the log ends at {end}", last.epoch, last.start_offset);
        checked.fault(&dir.join(names::LEADER_EPOCHS), what);
    }
    Ok(Partition { topic_id, end })
}

fn topic_id(dir: &Path, checked: &mut Checked) -> Option<String> {
    let path = dir.join(names::PARTITION_METADATA);
    match checkpoint::read_topic_id(dir) {
        Ok(Some(id)) => Some(id),
        Ok(None) => {
            checked.fault(&path, "it is not there: Apache Kafka would set the folder aside as a stray one");
            None
        }
        Err(why) => {
            checked.fault(&path, why.to_string());
            None
        }
    }
}

fn epochs(dir: &Path, checked: &mut Checked) -> Epochs {
    let path = dir.join(names::LEADER_EPOCHS);
    let entries = checkpoint::read_epochs(&path).unwrap_or_else(|why| {
        checked.fault(&path, why.to_string());
        Vec::new()
    });
    if entries.windows(2).any(|pair| pair[0].epoch >= pair[1].epoch || pair[0].start_offset > pair[1].start_offset) {
        checked.fault(&path, "its epochs do not grow");
    }
    Epochs::from_entries(entries)
}

fn snapshots(dir: &Path, checked: &mut Checked) -> Result<BTreeMap<i64, Vec<(i64, Producer)>>, Failure> {
    let unreadable = |error: &std::io::Error| failure::file("read", dir.display(), error);
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(dir).map_err(|error| unreadable(&error))? {
        let path = entry.map_err(|error| unreadable(&error))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some((offset, names::SNAPSHOT)) = names::parse(&name) else { continue };
        let bytes = std::fs::read(&path).map_err(|error| failure::file("read", path.display(), &error))?;
        match snapshot::decode(&bytes) {
            Some(producers) => {
                found.insert(offset, producers);
            }
            None => checked.fault(&path, "it is damaged; a start does without it"),
        }
    }
    Ok(found)
}

impl Replay {
    pub fn next_offset(&self) -> Option<i64> {
        self.next
    }

    /// One more batch, whose checksum is right.
    pub fn batch(&mut self, batch: &Batch<'_>, entry: &Entry, path: &Path, checked: &mut Checked) {
        let h = &batch.header;
        let dir = path.parent().unwrap_or(Path::new(""));
        self.snapshots_up_to(h.base_offset, dir, checked);
        // Offsets without a batch: compaction, or a log whose middle is gone. The original allows both.
        self.partial |= self.next.is_some_and(|next| h.base_offset != next);
        self.partial |= h.record_count != h.last_offset_delta.saturating_add(1);
        self.next = Some(h.next_offset());
        if h.leader_epoch >= 0 && !self.epoch_told && self.epochs.at(h.base_offset) != Some(h.leader_epoch) {
            self.epoch_told = true;
            let said = self.epochs.at(h.base_offset).map_or_else(|| "none".to_owned(), |epoch| epoch.to_string());
            let what = format!(
                "offset {} was written in leader epoch {}, and {said} is said here",
                h.base_offset, h.leader_epoch
            );
            checked.fault(&dir.join(names::LEADER_EPOCHS), what);
        }
        let marker = if h.is_control() { EndTxnMarker::from_batch(batch) } else { Ok(None) };
        let marker = marker.unwrap_or_else(|why| {
            checked.fault(path, format!("byte {}: {why}", entry.position));
            None
        });
        self.producers.begin();
        let rules = Rules::replication();
        match self.producers.check(h, marker, &rules) {
            Ok(_) => {
                let aborted = &mut self.aborted;
                let applied = self.producers.apply(h.next_offset(), |done, _| {
                    if done.aborted {
                        aborted.push(*done);
                    }
                    Ok::<_, std::convert::Infallible>(())
                });
                applied.unwrap_or_else(|never| match never {});
            }
            Err(why) => checked.fault(path, format!("byte {}: {why}", entry.position)),
        }
    }

    /// Holds the snapshots up to this offset against the producers as they are now.
    fn snapshots_up_to(&mut self, offset: i64, dir: &Path, checked: &mut Checked) {
        while let Some(at) = self.snapshots.keys().next().copied().filter(|at| *at <= offset) {
            let kept = self.snapshots.remove(&at).unwrap_or_default();
            let path = names::file(dir, at, names::SNAPSHOT);
            for (id, producer) in kept {
                let Some(mine) = self.producers.get(id) else {
                    if !self.partial {
                        checked.fault(&path, format!("it knows producer {id}, of whom the log has nothing"));
                    }
                    continue;
                };
                // Epochs and sequences; the timestamp of one who only ended transactions is the marker's in both.
                let same = (mine.epoch, mine.last_sequence(), mine.txn_first_offset)
                    == (producer.epoch, producer.last_sequence(), producer.txn_first_offset);
                if !same && !self.partial {
                    checked.fault(&path, format!(
                        "producer {id} has epoch {}, sequence {} and open transaction {:?} in it; the log says {}, {}, {:?}",
                        producer.epoch,
                        producer.last_sequence(),
                        producer.txn_first_offset,
                        mine.epoch,
                        mine.last_sequence(),
                        mine.txn_first_offset
                    ));
                }
            }
        }
    }

    /// Holds a segment's index of aborted transactions against the aborts that came by in it.
    fn aborted_of(&mut self, dir: &Path, base: i64, checked: &mut Checked) -> Result<(), Failure> {
        let path = names::file(dir, base, names::TXN_INDEX);
        let kept = txn_index::read(&path).map_err(|error| failure::file("read", path.display(), &error))?;
        let key = |id: i64, first: i64, last: i64| (last, id, first);
        let said: Vec<_> = kept.iter().map(|t| key(t.producer_id, t.first_offset, t.last_offset)).collect();
        let seen: Vec<_> = self.aborted.drain(..).map(|t| key(t.producer_id, t.first_offset, t.last_offset)).collect();
        if self.partial {
            return Ok(()); // compaction thins both out, each in its way
        }
        for (last, id, first) in seen.iter().filter(|txn| !said.contains(txn)) {
            checked.fault(
                &path,
                format!("the transaction of producer {id} from {first} on, aborted at {last}, is not in it"),
            );
        }
        for (last, id, first) in said.iter().filter(|txn| !seen.contains(txn)) {
            checked.fault(&path, format!("no transaction of producer {id} from {first} on was aborted at {last}"));
        }
        Ok(())
    }
}
