//! Compaction against a model, by seed: random keys, tombstones, transactions, codecs, kills at every change of a file.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::broker::log::fs::{Change, Hook};
use crate::broker::log::{Append, CleanupPolicy, OpenHints, Origin};
use crate::protocol::batch::{self, BatchBuilder};
use crate::protocol::compress::Codec;
use crate::protocol::control::EndTxnMarker;

const NOW: i64 = 1_700_000_000_000;
const DAY: i64 = 24 * 3_600_000;

struct Random(u64);

impl Random {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}

fn config() -> LogConfig {
    LogConfig {
        segment_bytes: 2_000,
        index_interval_bytes: 200,
        cleanup_policy: CleanupPolicy { delete: false, compact: true },
        min_cleanable_dirty_ratio: 0.0,
        delete_retention_ms: DAY,
        ..LogConfig::default()
    }
}

fn open(fs: &Fs, dir: &Path, config: &LogConfig, hints: OpenHints) -> Result<Log, LogError> {
    let (mut log, _) = Log::open(fs, dir, Arc::new(config.clone()), hints, NOW)?;
    log.high_watermark(log.log_end());
    Ok(log)
}

/// One record of the log: what a reader of committed records sees.
type Seen = BTreeMap<i64, (Vec<u8>, Option<Vec<u8>>, i64)>;

/// Reads everything, and checks on the way that a reader can: whole batches in order, right checksums, offsets that
/// grow; at every start, gaps or not.
fn read(view: &LogView) -> (Seen, Vec<BatchHeader>) {
    let (mut seen, mut headers) = (Seen::new(), Vec::new());
    let (start, end) = (view.log_start(), view.log_end());
    let aborted = view.aborted_txns(start, end).unwrap();
    let mut at = start;
    while at < end {
        let bytes = view.read_to_bytes(at, 700, end, true).unwrap();
        assert!(!bytes.is_empty(), "nothing to read at {at}, and the log goes on to {end}");
        for batch in batch::batches(&bytes) {
            let batch = batch.unwrap();
            assert!(batch.crc_ok());
            let header = batch.header;
            assert!(header.next_offset() > at, "{header:?} at {at}");
            assert!(headers.last().is_none_or(|h: &BatchHeader| h.next_offset() <= header.base_offset));
            at = header.next_offset();
            headers.push(header);
            let is_aborted = header.is_transactional()
                && aborted.iter().any(|t| {
                    t.producer_id == header.producer_id
                        && (t.first_offset..=t.last_offset).contains(&header.base_offset)
                });
            if header.is_control() || is_aborted {
                continue;
            }
            let mut scratch = Vec::new();
            for record in batch.iter(batch.records_in(&mut scratch, 1 << 20).unwrap()) {
                let r = record.unwrap();
                let key = r.key.unwrap_or(b"(none)").to_vec();
                seen.insert(r.offset, (key, r.value.map(<[u8]>::to_vec), r.timestamp));
            }
        }
    }
    (seen, headers)
}

/// A round over everything that may be compacted.
fn round(
    log: &Mutex<Log>,
    fs: &Fs,
    checkpoint: Option<i64>,
    memory: usize,
    now_ms: i64,
) -> Result<Cleaned, CleanError> {
    let view = Arc::clone(log.lock().view());
    let range = Range::of(&view, checkpoint, view.last_stable(view.log_end()), now_ms)?;
    let mut done = Cleaned { end: range.first_dirty, ..Cleaned::default() };
    let mut means = Means { fs, memory, load_factor: 0.9, now_ms, pace: &mut |_| Ok(()) };
    clean(log, &range, &mut means, &mut done)?;
    for removed in &done.removed {
        removed.delete_files(fs)?;
    }
    Ok(done)
}

/// Appends random batches of a few producers; gives what committed readers must see in the end.
fn fill(log: &mut Log, r: &mut Random, batches: usize, keys: u64) -> Seen {
    let mut expected = Seen::new();
    let mut sequences: HashMap<i64, i32> = log.producers().map(|(id, p)| (id, p.last_sequence() + 1)).collect();
    let mut open: HashMap<i64, Seen> = HashMap::new();
    for i in 0..batches {
        let id = r.next(4) as i64; // 0: no producer
        let txn = id >= 2;
        let mut b = BatchBuilder::new();
        if id > 0 {
            b = b.producer(id, 0, *sequences.entry(id).or_default());
        }
        if txn {
            b = b.transactional();
        }
        let codecs = [Codec::None, Codec::None, Codec::Gzip, Codec::Snappy, Codec::Lz4, Codec::Zstd];
        b = b.compression(codecs[r.next(6) as usize], None);
        let count = 1 + r.next(5) as i32;
        let mut added = Seen::new();
        for n in 0..count {
            let key = format!("key {}", r.next(keys)).into_bytes();
            let value =
                (r.next(6) > 0).then(|| format!("value {i}/{n} {}", "x".repeat(r.next(60) as usize)).into_bytes());
            let timestamp = NOW - 1_000 + r.next(2_000) as i64;
            let headers = [crate::protocol::record::Header { key: b"h", value: None }];
            b.append_with_headers(timestamp, Some(&key), value.as_deref(), &headers[..r.next(2) as usize]);
            added.insert(log.log_end() + i64::from(n), (key, value, timestamp));
        }
        *sequences.entry(id).or_default() += count;
        log.append_leader(&b.build(), &Append::new(Origin::Client, 0), NOW).unwrap();
        if txn {
            open.entry(id).or_default().extend(added);
        } else {
            expected.extend(added);
        }
        if txn && r.next(3) == 0 {
            let commit = r.next(2) == 0;
            end_txn(log, id, commit);
            let records = open.remove(&id).unwrap_or_default();
            if commit {
                expected.extend(records);
            }
        }
    }
    for id in open.keys().copied().collect::<Vec<_>>() {
        end_txn(log, id, true);
        expected.extend(open.remove(&id).unwrap_or_default());
    }
    log.high_watermark(log.log_end());
    expected
}

fn end_txn(log: &mut Log, id: i64, commit: bool) {
    let marker = EndTxnMarker { commit, coordinator_epoch: 0 }.batch(id, 0, NOW);
    log.append_leader(&marker, &Append::new(Origin::Coordinator, 0), NOW).unwrap();
    log.high_watermark(log.log_end());
}

/// The last record of each key below `end`, and all from there on; with `deletes` the tombstones too.
fn latest(all: &Seen, end: i64, deletes: bool) -> Seen {
    let mut last = HashMap::new();
    for (offset, (key, ..)) in all.range(..end) {
        last.insert(key.clone(), *offset);
    }
    let kept = |offset: &i64, record: &(Vec<u8>, Option<Vec<u8>>, i64)| {
        *offset >= end || last[&record.0] == *offset && (deletes || record.1.is_some())
    };
    all.iter().filter(|(o, r)| kept(o, r)).map(|(o, r)| (*o, r.clone())).collect()
}

/// Equal, and if not: which offsets differ.
#[track_caller]
fn same(found: &Seen, expected: &Seen, what: impl std::fmt::Debug) {
    let differ =
        |a: &Seen, b: &Seen| a.iter().filter(|(o, r)| b.get(o) != Some(r)).map(|(o, _)| *o).collect::<Vec<_>>();
    let (more, less) = (differ(found, expected), differ(expected, found));
    assert!(
        more.is_empty() && less.is_empty(),
        "{what:?}: found and not expected {more:?}, expected and not found {less:?}"
    );
}

fn producers(log: &Log) -> Vec<(i64, i16, i32, Option<i64>)> {
    let mut all: Vec<_> =
        log.producers().map(|(id, p)| (id, p.epoch, p.last_sequence(), p.last().map(|b| b.last_offset))).collect();
    all.sort_unstable();
    all
}

/// In memory where there is such a place: these tests sync a lot, and none of them pulls a plug.
fn quick_dir() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

fn bench(seed: u64, config: &LogConfig, batches: usize) -> (tempfile::TempDir, PathBuf, Mutex<Log>, Seen) {
    let dir = quick_dir();
    let path = dir.path().join("t-0");
    let mut log = open(&Fs::default(), &path, config, OpenHints::new_log()).unwrap();
    let mut r = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let expected = fill(&mut log, &mut r, batches, 12);
    (dir, path, Mutex::new(log), expected)
}

const CRASH: OpenHints = OpenHints { clean_shutdown: false, recovery_point: 0, log_start: 0, was_compacted: false };

#[test]
fn of_each_key_the_last_record_stays_with_its_offset_its_time_and_its_headers() {
    let mut horizons = 0;
    for seed in 1..30 {
        let (_dir, path, log, all) = bench(seed, &config(), 150);
        let before = log.lock().view().size();
        let done = round(&log, &Fs::default(), None, 1 << 20, NOW).unwrap();
        let active = log.lock().view().segments().last().unwrap().base_offset();
        assert_eq!(done.end, active, "seed {seed}: everything but the active segment");
        let (seen, headers) = read(log.lock().view());
        same(&seen, &latest(&all, done.end, true), seed);
        assert!(log.lock().view().size() < before / 2, "seed {seed}: it has shrunk");
        // Once the tombstones' time has come they go, too: the second round gave them their horizon, the next takes them.
        let log = if seed % 2 == 0 { reopen(log, &path) } else { log };
        let later = NOW + DAY + 1;
        fill(&mut log.lock(), &mut Random(seed), 30, 2);
        let all: Seen = read(log.lock().view()).0;
        let done = round(&log, &Fs::default(), Some(done.end), 1 << 20, later).unwrap();
        let (seen, _) = read(log.lock().view());
        let expected = latest(&all, done.end, true);
        for (offset, (key, value, _)) in &expected {
            let gone = value.is_none() && *offset < active;
            assert_eq!(!seen.contains_key(offset), gone, "seed {seed}: {offset} {} of {active}", key.escape_ascii());
        }
        let more: Vec<_> = seen.keys().filter(|offset| !expected.contains_key(offset)).collect();
        assert!(more.is_empty(), "seed {seed}: {more:?}");
        horizons += headers.iter().filter(|h| h.delete_horizon_ms() == Some(NOW + DAY)).count();
        // A replay of what is left knows each producer as before.
        let known = producers(&log.lock());
        drop(log);
        let replayed = open(&Fs::default(), &path, &config(), CRASH).unwrap();
        assert_eq!(producers(&replayed), known, "seed {seed}");
        same(&read(replayed.view()).0, &seen, seed);
    }
    assert!(horizons > 10, "tombstones were given their time");
}

fn reopen(log: Mutex<Log>, path: &Path) -> Mutex<Log> {
    let set = log.lock().close().unwrap();
    set.run(&Fs::default()).unwrap();
    let config = LogConfig::clone(log.lock().config());
    drop(log);
    let hints = OpenHints { recovery_point: set.up_to, ..OpenHints::new_log() };
    Mutex::new(open(&Fs::default(), path, &config, hints).unwrap())
}

#[test]
fn a_small_key_map_takes_several_rounds_to_the_same_end() {
    for seed in 1..10 {
        let (_dir, _path, log, all) = bench(seed, &config(), 150);
        let mut end = 0;
        let mut rounds = 0;
        loop {
            let before = end;
            // Room for a handful of keys.
            end = round(&log, &Fs::default(), Some(end), 0, NOW).unwrap().end;
            if end == before {
                break;
            }
            rounds += 1;
        }
        assert!(rounds > 0);
        assert_eq!(end, log.lock().view().segments().last().unwrap().base_offset());
        same(&read(log.lock().view()).0, &latest(&all, end, true), seed);
    }
}

#[test]
fn an_open_transaction_and_what_comes_after_it_stay_as_they_are() {
    let dir = tempfile::tempdir().unwrap();
    let mut log = open(&Fs::default(), &dir.path().join("t-0"), &config(), OpenHints::new_log()).unwrap();
    fill(&mut log, &mut Random(5), 40, 3);
    let mut b = BatchBuilder::new().producer(9, 0, 0).transactional();
    b.append(NOW, Some(b"key 1"), Some(b"not decided"));
    let open_at = log.append_leader(&b.build(), &Append::new(Origin::Client, 0), NOW).unwrap().base_offset;
    log.high_watermark(log.log_end());
    let untouched: Vec<i64> = {
        fill(&mut log, &mut Random(6), 60, 3);
        read(log.view()).1.iter().map(|h| h.base_offset).filter(|o| *o >= open_at).collect()
    };
    let log = Mutex::new(log);
    let done = round(&log, &Fs::default(), None, 1 << 20, NOW).unwrap();
    assert!(done.end <= open_at && done.end > 0);
    let headers = read(log.lock().view()).1;
    let left: Vec<i64> = headers.iter().map(|h| h.base_offset).filter(|o| *o >= open_at).collect();
    assert_eq!(left, untouched);
}

#[test]
fn an_aborted_transaction_leaves_nothing_but_in_the_end_not_even_its_marker() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("t-0");
    let config = LogConfig { segment_bytes: 300, ..config() };
    let mut log = open(&Fs::default(), &path, &config, OpenHints::new_log()).unwrap();
    let put = |log: &mut Log, id, sequence, txn: bool, key: &[u8]| {
        let mut b = BatchBuilder::new().producer(id, 0, sequence);
        if txn {
            b = b.transactional();
        }
        b.append(NOW, Some(key), Some(&[b'v'; 40]));
        log.append_leader(&b.build(), &Append::new(Origin::Client, 0), NOW).unwrap();
    };
    put(&mut log, 1, 0, false, b"a");
    put(&mut log, 2, 0, true, b"a");
    put(&mut log, 2, 1, true, b"b");
    end_txn(&mut log, 2, false);
    for i in 1..9 {
        put(&mut log, 1, i, false, b"c");
    }
    log.high_watermark(log.log_end());
    let log = Mutex::new(log);
    let mut at = round(&log, &Fs::default(), None, 1 << 20, NOW).unwrap().end;
    let controls = |log: &Mutex<Log>| {
        let headers = read(log.lock().view()).1;
        headers.iter().filter(|h| h.is_control()).map(|h| (h.record_count, h.delete_horizon_ms())).collect::<Vec<_>>()
    };
    // Its records are gone; of the batch with the producer's last sequence the header stays.
    assert_eq!(controls(&log), [(1, None)]);
    let of_2 = |log: &Mutex<Log>| {
        let headers = read(log.lock().view()).1;
        headers.iter().filter(|h| h.producer_id == 2 && !h.is_control()).map(|h| h.record_count).collect::<Vec<_>>()
    };
    assert_eq!(of_2(&log), [0]);
    assert!(!read(log.lock().view()).0.values().any(|(key, ..)| key == b"b"));
    // The next round finds no record of the transaction but the empty batch, which still counts as one.
    for i in 9..18 {
        put(&mut log.lock(), 1, i, false, b"c");
    }
    log.lock().high_watermark(i64::MAX);
    at = round(&log, &Fs::default(), Some(at), 1 << 20, NOW).unwrap().end;
    assert_eq!(controls(&log), [(1, None)]);
    // When the producer is forgotten, batch and marker may go: the marker after its time.
    log.lock().expire_producers(NOW + 2 * DAY);
    for (days, expected) in [(2, vec![(1, None)]), (3, vec![(1, Some(NOW + 4 * DAY))]), (5, vec![])] {
        for i in 0..5 {
            put(&mut log.lock(), 100 + days, i, false, b"c");
        }
        log.lock().high_watermark(i64::MAX);
        at = round(&log, &Fs::default(), Some(at), 1 << 20, NOW + days * DAY).unwrap().end;
        assert_eq!(controls(&log), expected, "{days}");
        assert_eq!(of_2(&log), Vec::<i32>::new());
    }
    assert_eq!(log.lock().view().aborted_txns(0, 100).unwrap(), []);
}

/// Lets so many changes through, and then none: as kill -9 at that moment.
struct Kill {
    left: AtomicUsize,
}

impl Hook for Kill {
    fn before(&self, change: &Change<'_>) -> io::Result<()> {
        let left = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1));
        if left.is_ok() {
            return Ok(());
        }
        if let Change::Write { file, at, parts } = change {
            let all = parts.concat();
            let _ = std::os::unix::fs::FileExt::write_all_at(*file, &all[..all.len() / 2], *at);
        }
        Err(io::Error::other("killed"))
    }
}

#[test]
fn killed_at_any_change_of_a_file_the_log_has_every_last_record_and_can_be_compacted_again() {
    for n in 0.. {
        let (_dir, path, log, all) = bench(7, &config(), 45);
        let set = log.lock().flush(None).unwrap();
        set.run(&Fs::default()).unwrap();
        let end = log.lock().log_end();
        let known = producers(&log.lock());
        drop(log);
        let hook = Arc::new(Kill { left: AtomicUsize::new(usize::MAX) });
        let fs = Fs::with_hook(hook.clone());
        let log = Mutex::new(open(&fs, &path, &config(), OpenHints { recovery_point: end, ..CRASH }).unwrap());
        hook.left.store(n, Ordering::Relaxed);
        let finished = round(&log, &fs, None, 1 << 20, NOW).is_ok();
        drop(log);
        for clean_shutdown in [true, false] {
            let hints = OpenHints { clean_shutdown, recovery_point: end, ..OpenHints::new_log() };
            let log = open(&Fs::default(), &path, &config(), hints).unwrap();
            let seen = read(log.view()).0;
            same(&latest(&seen, end, true), &latest(&all, end, true), n);
            assert_eq!(log.log_end(), end);
            assert_eq!(producers(&log), known, "{n}");
            let odd: Vec<_> = std::fs::read_dir(&path)
                .unwrap()
                .map(|e| e.unwrap().file_name().into_string().unwrap())
                .filter(|name| [".swap", ".cleaned", ".deleted"].iter().any(|s| name.ends_with(s)))
                .collect();
            assert_eq!(odd, Vec::<String>::new(), "{n}");
        }
        let log = Mutex::new(open(&Fs::default(), &path, &config(), CRASH).unwrap());
        let done = round(&log, &Fs::default(), None, 1 << 20, NOW).unwrap();
        same(&read(log.lock().view()).0, &latest(&all, done.end, true), n);
        if finished {
            assert!(n > 40, "only {n} changes");
            break;
        }
    }
}

#[test]
fn readers_go_on_while_segments_are_replaced() {
    let (_dir, _path, log, all) = bench(11, &config(), 400);
    let view = Arc::clone(log.lock().view());
    let end = view.log_end();
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut times = 0;
            while !stop.load(Ordering::Relaxed) || times == 0 {
                view.close_idle_files();
                let seen = read(&view).0;
                same(&latest(&seen, end, true), &latest(&all, end, true), ());
                times += 1;
            }
        });
        let mut at = 0;
        for now_ms in NOW..NOW + 20 {
            at = round(&log, &Fs::default(), Some(at.min(1)), 1 << 20, now_ms).unwrap().end;
        }
        assert!(at > 0);
        stop.store(true, Ordering::Relaxed);
        reader.join().unwrap();
    });
}

#[test]
fn a_log_that_is_closed_or_shortened_in_the_middle_of_a_round_is_left_alone() {
    let (_dir, path, log, all) = bench(3, &config(), 100);
    let view = Arc::clone(log.lock().view());
    let range = Range::of(&view, None, view.log_end(), NOW).unwrap();
    let mut calls = 0;
    let mut pace = |_| {
        calls += 1;
        if calls == 150 {
            log.lock().close().unwrap().run(&Fs::default()).unwrap();
        }
        Ok(())
    };
    let mut means = Means { fs: &Fs::default(), memory: 1 << 20, load_factor: 0.9, now_ms: NOW, pace: &mut pace };
    let ended = clean(&log, &range, &mut means, &mut Cleaned::default());
    assert!(matches!(ended, Err(CleanError::Stopped)), "{ended:?}");
    let hints = OpenHints { recovery_point: view.log_end(), ..OpenHints::new_log() };
    let log = open(&Fs::default(), &path, &config(), hints).unwrap();
    let end = log.log_end();
    same(&latest(&read(log.view()).0, end, true), &latest(&all, end, true), ());
}

/// tests/fixtures/log/compacted: the same segments, compacted by Apache Kafka.
#[test]
fn the_original_cleaner_leaves_the_same_bytes() {
    const RAN_AT: i64 = 1_795_275_072_371;
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/log/compacted");
    let dir = quick_dir();
    for entry in std::fs::read_dir(fixture.join("input")).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), dir.path().join(entry.file_name())).unwrap();
    }
    let config = LogConfig { segment_bytes: 1 << 20, index_interval_bytes: 300, ..config() };
    let hints = OpenHints { recovery_point: i64::MAX, ..OpenHints::new_log() };
    let (mut log, _) = Log::open(&Fs::default(), dir.path(), Arc::new(config), hints, RAN_AT).unwrap();
    log.high_watermark(log.log_end());
    let done = round(&Mutex::new(log), &Fs::default(), None, 1 << 20, RAN_AT).unwrap();
    assert_eq!(done.end, 766);
    for suffix in ["log", "index", "timeindex", "txnindex"] {
        let name = format!("{:020}.{suffix}", 0);
        let ours = std::fs::read(dir.path().join(&name)).unwrap();
        assert!(ours == std::fs::read(fixture.join("kafka").join(&name)).unwrap(), "{name} differs");
    }
}
