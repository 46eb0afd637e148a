//! A power cut between any two changes: what was synced is there, of the rest anything between nothing and all of it.
//!
//! The disk is a model laid over a real folder: for each file what was in it at its last sync and what is in it now,
//! for the folder the names at its last sync and every change since. A cut keeps, of each file, a part of what was
//! written since (torn, or zeros, as a file system leaves behind a length that arrived before its data), and of the
//! names some number of the changes, in their order.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::os::unix::fs::MetadataExt;

use parking_lot::Mutex;

use super::super::fs::{Change, Hook};
use super::*;
use crate::broker::log::clean::{Cleaned, Means, Range, clean};

type Names = BTreeMap<String, u64>;

/// What the disk holds, as far as it is told.
#[derive(Default)]
struct Disk {
    /// Open, so that no number of a removed file is given to another one.
    files: HashMap<u64, File>,
    synced: HashMap<u64, Vec<u8>>,
    synced_names: Names,
    /// Every state of the names since.
    names: Vec<Names>,
}

/// One moment at which the power may go.
struct Moment {
    before: String,
    now: HashMap<u64, Vec<u8>>,
    synced: HashMap<u64, Vec<u8>>,
    /// From the synced ones to those of now.
    names: Vec<Names>,
    /// What the log had called durable, and where it ended.
    flushed: i64,
}

struct Watch {
    dir: PathBuf,
    disk: Mutex<Disk>,
    moments: Mutex<Vec<Moment>>,
    view: Mutex<Option<Arc<LogView>>>,
}

/// A folder where a sync costs nothing: the model stands for the disk.
fn in_memory() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

fn content(mut file: &File) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.rewind().unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

impl Watch {
    fn new(dir: PathBuf) -> Arc<Self> {
        let (disk, moments, view) = (Mutex::default(), Mutex::default(), Mutex::default());
        Arc::new(Self { dir, disk, moments, view })
    }

    /// Sees what the change before this one has left.
    fn look(&self, disk: &mut Disk) {
        let mut names = Names::new();
        for entry in fs::read_dir(&self.dir).into_iter().flatten() {
            let entry = entry.unwrap();
            let ino = entry.metadata().unwrap().ino();
            disk.files.entry(ino).or_insert_with(|| File::open(entry.path()).unwrap());
            names.insert(entry.file_name().into_string().unwrap(), ino);
        }
        let last = disk.names.last().unwrap_or(&disk.synced_names);
        if *last != names {
            disk.names.push(names);
        }
    }

    fn moment(&self, before: String) {
        let mut disk = self.disk.lock();
        self.look(&mut disk);
        let mut names = vec![disk.synced_names.clone()];
        names.extend(disk.names.iter().cloned());
        let now = disk.files.iter().map(|(ino, file)| (*ino, content(file))).collect();
        let flushed = self.view.lock().as_ref().map_or(0, |v| v.flushed());
        self.moments.lock().push(Moment { before, now, synced: disk.synced.clone(), names, flushed });
    }
}

impl Hook for Watch {
    fn before(&self, change: &Change<'_>) -> io::Result<()> {
        self.moment(format!("{change:?}").chars().take(120).collect());
        let mut disk = self.disk.lock();
        match change {
            Change::Sync(file) => {
                disk.synced.insert(file.metadata()?.ino(), content(file));
            }
            Change::SyncDir(path) if *path == self.dir => {
                let names = std::mem::take(&mut disk.names);
                if let Some(last) = names.into_iter().last() {
                    disk.synced_names = last;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n.max(1)
    }
}

/// How a cut treats what was not synced.
#[derive(Debug, Clone, Copy)]
enum Cut {
    LosesAll,
    KeepsAll,
    /// Of each file and of the names as chance has it, by this seed.
    Some(u64),
}

impl Moment {
    /// Lays down what is left of the folder.
    fn lay_down(&self, cut: Cut, dir: &Path) {
        fs::create_dir_all(dir).unwrap();
        let mut r = match cut {
            Cut::Some(seed) => Random(seed),
            _ => Random(1),
        };
        let names = match cut {
            Cut::LosesAll => &self.names[0],
            Cut::KeepsAll => &self.names[self.names.len() - 1],
            Cut::Some(_) => &self.names[r.below(self.names.len() as u64) as usize],
        };
        for (name, ino) in names {
            let none = Vec::new();
            let (synced, now) = (self.synced.get(ino).unwrap_or(&none), &self.now[ino]);
            let left = match cut {
                Cut::LosesAll => synced.clone(),
                Cut::KeepsAll => now.clone(),
                Cut::Some(_) => torn(&mut r, synced, now),
            };
            fs::write(dir.join(name), left).unwrap();
        }
    }
}

/// Something between what was synced and what is there now. Files are only appended to, or cut, or written anew under
/// another name.
fn torn(r: &mut Random, synced: &[u8], now: &[u8]) -> Vec<u8> {
    let (short, long) = (synced.len().min(now.len()), synced.len().max(now.len()));
    let len = short + r.below((long - short + 1) as u64) as usize;
    let source = if r.below(2) == 0 || synced.len() < now.len() { now } else { synced };
    let mut left = source[..len.min(source.len())].to_vec();
    if r.below(3) == 0 {
        let from = short + r.below((left.len().max(short) - short + 1) as u64) as usize;
        left[from.min(source.len())..].fill(0);
    }
    left
}

/// Everything that readers of it may know: records, the end, and each producer's last batch.
fn checked(dir: &Path, config: &LogConfig, hints: OpenHints, what: &str) -> (Vec<(i64, Vec<u8>)>, i64) {
    let mut log = open(dir, config, hints);
    let (start, end) = (log.view().log_start(), log.log_end());
    let found = read_values(log.view(), start, end);
    // The same from nothing but the batches.
    let bare = in_memory();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "log") {
            fs::copy(&path, bare.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    let hints = OpenHints { recovery_point: 0, clean_shutdown: false, ..hints };
    let replayed = open(bare.path(), config, hints);
    assert_eq!(replayed.log_end(), end, "{what}");
    assert_eq!(read_values(replayed.view(), start, end), found, "{what}");
    let last = |log: &Log| {
        let of = |(id, p): (i64, &Producer)| (id, (p.epoch, p.last().map(|b| (b.last_sequence, b.last_offset))));
        log.producers().map(of).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(last(&log), last(&replayed), "{what}");
    assert_eq!(log.view().aborted_txns(0, end).unwrap(), replayed.view().aborted_txns(0, end).unwrap(), "{what}");
    log.append_leader(&records(0, 1, NOW), &Append::new(Origin::Client, 9), NOW).unwrap();
    assert_eq!(log.log_end(), end + 1, "{what}");
    (found, end)
}

/// Calls `check` with what each cut at each moment has left, and with what had been called durable by then.
fn cut_everywhere(watch: &Watch, seeds: u64, mut check: impl FnMut(&Path, i64, &str)) -> usize {
    let moments = watch.moments.lock();
    for (n, moment) in moments.iter().enumerate() {
        let some = (1..=seeds).map(|seed| Cut::Some(seed * 7919 + n as u64));
        for cut in [Cut::LosesAll, Cut::KeepsAll].into_iter().chain(some) {
            let dir = in_memory();
            let path = dir.path().join("t-0");
            moment.lay_down(cut, &path);
            check(&path, moment.flushed, &format!("{n} {cut:?} before {}", moment.before));
        }
    }
    moments.len()
}

fn sync(log: &mut Log, fs: &Fs) {
    let set = log.flush(None).unwrap();
    set.run(fs).unwrap();
    log.view().mark_flushed(set.up_to);
}

#[test]
fn a_power_cut_between_any_two_changes_leaves_whole_batches_without_a_gap() {
    let dir = in_memory();
    let path = dir.path().join("t-0");
    let config = LogConfig { segment_bytes: 300, ..config() };
    let watch = Watch::new(path.clone());
    let fs = Fs::with_hook(watch.clone());
    let (mut log, view) = Log::open(&fs, &path, Arc::new(config.clone()), OpenHints::new_log(), NOW).unwrap();
    *watch.view.lock() = Some(view.clone());
    for i in 0..14 {
        let bytes = if i % 4 == 3 { produced(2, 0, i / 4, 1, true) } else { produced(1, 0, i - i / 4, 1, false) };
        log.append_leader(&bytes, &Append::new(Origin::Client, i / 5), NOW).unwrap();
        if i % 5 == 4 {
            sync(&mut log, &fs);
        }
    }
    let marker = crate::protocol::control::EndTxnMarker { commit: false, coordinator_epoch: 3 }.batch(2, 0, NOW);
    log.append_leader(&marker, &Append::new(Origin::Coordinator, 0), NOW).unwrap();
    log.high_watermark(log.log_end());
    sync(&mut log, &fs);
    log.close().unwrap().run(&fs).unwrap();
    watch.moment("the end".into());
    let all = read_values(&view, 0, view.log_end());
    let hints = |flushed| OpenHints { clean_shutdown: false, recovery_point: flushed, ..OpenHints::new_log() };
    let moments = cut_everywhere(&watch, 6, |path, flushed, what| {
        let (found, end) = checked(path, &config, hints(flushed), what);
        assert!(end >= flushed, "{what}: {end} of {flushed}");
        assert_eq!(found.as_slice(), &all[..found.len()], "{what}");
        assert_eq!(end, found.len() as i64, "{what}");
    });
    assert!(moments > 60, "only {moments} changes");
}

/// The last value of each key, with its offset.
fn latest(log: &LogView, to: i64) -> BTreeMap<Vec<u8>, i64> {
    let mut latest = BTreeMap::new();
    let mut at = log.log_start();
    while at < to {
        let bytes = log.read_to_bytes(at, 300, to, true).unwrap();
        if bytes.is_empty() {
            break;
        }
        for b in batch::batches(&bytes) {
            let b = b.unwrap();
            let mut scratch = Vec::new();
            for record in b.iter(b.records_in(&mut scratch, 1 << 20).unwrap()) {
                let record = record.unwrap();
                latest.insert(record.key.unwrap_or_default().to_vec(), record.offset);
            }
            at = b.header.next_offset();
        }
    }
    latest
}

#[test]
fn a_power_cut_in_a_compaction_keeps_the_last_record_of_each_key() {
    let dir = in_memory();
    let path = dir.path().join("t-0");
    let cleanup_policy = crate::broker::log::CleanupPolicy { delete: false, compact: true };
    let config = LogConfig { segment_bytes: 300, cleanup_policy, min_cleanable_dirty_ratio: 0.0, ..config() };
    let watch = Watch::new(path.clone());
    let fs = Fs::with_hook(watch.clone());
    let (mut log, view) = Log::open(&fs, &path, Arc::new(config.clone()), OpenHints::new_log(), NOW).unwrap();
    *watch.view.lock() = Some(view.clone());
    for i in 0..24usize {
        let mut builder = BatchBuilder::new().producer(1, 0, i as i32);
        builder.append(NOW, Some(format!("k{}", i * i % 5).as_bytes()), Some(format!("value {i}").as_bytes()));
        log.append_leader(&builder.build(), &Append::new(Origin::Client, 0), NOW).unwrap();
        if i == 11 {
            sync(&mut log, &fs);
        }
    }
    log.high_watermark(log.log_end());
    let whole = latest(&view, view.log_end());
    let until = |to: i64| latest(&view, to);
    // What had to be there, by what was durable: read before the compaction takes it away.
    let durable: BTreeMap<i64, _> = (0..=view.log_end()).map(|to| (to, until(to))).collect();
    let log = Mutex::new(log);
    let mut checkpoint = None;
    for _ in 0..2 {
        let range = Range::of(&view, checkpoint, view.log_end(), NOW).unwrap();
        let mut done = Cleaned { end: range.first_dirty, ..Cleaned::default() };
        let mut means = Means { fs: &fs, memory: 1 << 20, load_factor: 0.9, now_ms: NOW, pace: &mut |_| Ok(()) };
        clean(&log, &range, &mut means, &mut done).unwrap();
        for removed in &done.removed {
            removed.delete_files(&fs).unwrap();
        }
        checkpoint = Some(done.end);
        log.lock().append_leader(&records(0, 3, NOW), &Append::new(Origin::Client, 0), NOW).unwrap();
        log.lock().high_watermark(view.log_end());
    }
    assert_eq!(until(24), whole);
    let moments = cut_everywhere(&watch, 4, |path, flushed, what| {
        // The checkpoint of the recovery point may be an older one.
        for recovery_point in [flushed, 0] {
            let again = in_memory();
            let copy = again.path().join("t-0");
            fs::create_dir(&copy).unwrap();
            for entry in fs::read_dir(path).unwrap() {
                let from = entry.unwrap().path();
                fs::copy(&from, copy.join(from.file_name().unwrap())).unwrap();
            }
            let hints = OpenHints { clean_shutdown: false, recovery_point, ..OpenHints::new_log() };
            let log = open(&copy, &config, hints);
            let found = latest(log.view(), log.log_end());
            for (key, offset) in durable.get(&flushed.min(24)).unwrap() {
                assert!(found.get(key).is_some_and(|at| at >= offset), "{what}: {key:?} {offset} {found:?}");
            }
            drop(log);
            let (_, end) = checked(&copy, &config, hints, what);
            assert!(end >= flushed, "{what}: {end} of {flushed}");
        }
    });
    assert!(moments > 100, "only {moments} changes");
}
