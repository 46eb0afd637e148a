//! A log after kill -9, with its last write torn, its small files damaged, or a change refused half way.

use std::fs::{self, OpenOptions};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::fs::{Change, Hook};
use super::*;
use crate::protocol::control::EndTxnMarker;

/// Two segments with producers, an aborted transaction and one that is open.
fn filled() -> Bench {
    let mut b = Bench::new(LogConfig { segment_bytes: 600, ..config() });
    for i in 0..6 {
        b.append(&produced(1, 0, i * 2, 2, false));
    }
    b.append(&produced(2, 0, 0, 1, true));
    let marker = EndTxnMarker { commit: false, coordinator_epoch: 3 }.batch(2, 0, NOW);
    b.log.append_leader(&marker, &Append::new(Origin::Coordinator, 0), NOW).unwrap();
    b.append(&produced(2, 0, 1, 3, true));
    b.append(&records(0, 2, NOW));
    assert!(b.log.view().segments().len() > 1);
    b
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

fn state(log: &Log) -> Vec<(i64, Producer)> {
    let mut state: Vec<_> = log.producers().map(|(id, p)| (id, p.clone())).collect();
    state.sort_by_key(|(id, _)| *id);
    state
}

const CRASH: OpenHints = OpenHints { clean_shutdown: false, recovery_point: 0, log_start: 0, was_compacted: false };

#[test]
fn a_file_torn_at_any_byte_keeps_exactly_its_whole_batches() {
    let b = filled();
    let active = b.log.view().segments().last().unwrap().path(names::LOG);
    let name = active.file_name().unwrap().to_owned();
    let bytes = fs::read(&active).unwrap();
    let ends: Vec<(usize, i64)> = batch::batches(&bytes)
        .scan(0, |at, b| {
            let header = b.unwrap().header;
            *at += header.size();
            Some((*at, header.next_offset()))
        })
        .collect();
    let base = b.log.view().segments().last().unwrap().base_offset();
    for cut in 0..=bytes.len() {
        let dir = tempfile::tempdir().unwrap();
        copy(&b.path(), dir.path());
        // What a torn write leaves: nothing behind it, or zeros, or something else.
        for (kind, behind) in [&[][..], &[0; 300], &[0xa5; 300]].into_iter().enumerate() {
            if kind > 0 && cut % 13 > 0 {
                continue;
            }
            fs::write(dir.path().join(&name), [&bytes[..cut], behind].concat()).unwrap();
            let log = open(dir.path(), &b.config, CRASH);
            let (size, end) = ends.iter().rev().find(|(at, _)| *at <= cut).copied().unwrap_or((0, base));
            assert_eq!(log.log_end(), end, "cut at {cut}, {kind}");
            assert_eq!(fs::metadata(dir.path().join(&name)).unwrap().len(), size as u64);
            assert_eq!(
                read_values(log.view(), 0, end).len(),
                headers(log.view()).iter().map(|h| h.record_count as usize).sum::<usize>()
            );
        }
    }
}

#[test]
fn the_recovered_state_is_that_of_a_replay_whatever_files_are_missing_or_damaged() {
    let b = filled();
    let (expected, aborted) = (state(&b.log), b.log.view().aborted_txns(0, 100).unwrap());
    let expected_values = b.values();
    let names: Vec<_> = fs::read_dir(b.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    for name in names.iter().filter(|n| !n.to_str().unwrap().ends_with(".log")) {
        for damage in 0..4 {
            for recovery_point in [0, b.log.log_end()] {
                let dir = tempfile::tempdir().unwrap();
                copy(&b.path(), dir.path());
                let path = dir.path().join(name);
                match damage {
                    0 => fs::remove_file(&path).unwrap(),
                    1 => fs::write(&path, vec![0; fs::metadata(&path).unwrap().len() as usize]).unwrap(),
                    2 => fs::write(&path, vec![0xff; 100]).unwrap(),
                    _ => fs::write(&path, []).unwrap(),
                }
                let vouched_txn_index = recovery_point > 0 && name.to_str().unwrap().ends_with("txnindex");
                let hints = OpenHints { recovery_point, ..CRASH };
                let log = open(dir.path(), &b.config, hints);
                let what = format!("{name:?} {damage} {recovery_point}");
                assert_eq!(read_values(log.view(), 0, log.log_end()), expected_values, "{what}");
                let mut found = state(&log);
                // From a snapshot on, only each producer's last batch is known.
                for ((_, found), (_, expected)) in found.iter_mut().zip(&expected) {
                    assert_eq!(found.last(), expected.last(), "{what}");
                    assert_eq!(found.txn_first_offset, expected.txn_first_offset, "{what}");
                    assert_eq!(found.epoch, expected.epoch, "{what}");
                }
                assert_eq!(found.len(), expected.len(), "{what}");
                if !vouched_txn_index {
                    assert_eq!(log.view().aborted_txns(0, 100).unwrap(), aborted, "{what}");
                }
                assert_eq!(log.view().epochs(), b.log.view().epochs(), "{what}");
            }
        }
    }
}

#[test]
fn an_index_that_leads_astray_costs_time_but_no_data() {
    let b = filled().reopen();
    let expected = b.values();
    let (path, end) = (b.path(), b.log.log_end());
    let hints = OpenHints { recovery_point: end, ..OpenHints::new_log() };
    for entry in fs::read_dir(&path).unwrap() {
        let index = entry.unwrap().path();
        if index.extension().is_some_and(|e| e == "index") && fs::metadata(&index).unwrap().len() > 0 {
            let mut bytes = fs::read(&index).unwrap();
            for position in bytes.chunks_exact_mut(8) {
                position[7] ^= 3;
            }
            fs::write(&index, bytes).unwrap();
        }
    }
    let log = open(&path, &b.config, hints);
    assert_eq!(read_values(log.view(), 0, end), expected);
}

#[test]
fn a_crash_in_the_middle_of_a_clean_up_is_finished_or_undone() {
    let b = filled().reopen();
    let expected = b.values();
    let dir = b.path();
    let first = format!("{:020}", 0);
    let second = format!("{:020}", b.log.view().segments()[1].base_offset());
    // Both segments, compacted into one: finished, but not yet in place.
    let both =
        [fs::read(dir.join(format!("{first}.log"))).unwrap(), fs::read(dir.join(format!("{second}.log"))).unwrap()];
    fs::write(dir.join(format!("{first}.log.swap")), both.concat()).unwrap();
    fs::write(dir.join(format!("{first}.index.swap")), []).unwrap();
    fs::write(dir.join(format!("{first}.timeindex.swap")), []).unwrap();
    fs::write(dir.join(format!("{second}.log.cleaned")), b"half").unwrap();
    fs::write(dir.join("00000000000000000077.log.deleted"), b"gone").unwrap();
    fs::write(dir.join("00000000000000000078.index"), b"orphan!!").unwrap();
    let b = b.crash();
    assert_eq!(b.values(), expected);
    let left = fs::read_dir(b.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    let odd: Vec<_> = left
        .filter(|n| {
            ["swap", "cleaned", "deleted", "0078", &second[..]]
                .iter()
                .any(|s| n.contains(s) && !n.ends_with("snapshot"))
        })
        .collect();
    assert_eq!(odd, Vec::<String>::new());
}

#[test]
fn a_message_of_an_old_format_is_refused_and_not_cut_off() {
    let mut b = Bench::new(config());
    b.append(&records(0, 1, NOW));
    let path = b.log.view().segments()[0].path(names::LOG);
    // Format 1: attributes, timestamp, no key, no value.
    let mut body = vec![1, 0];
    body.extend(NOW.to_be_bytes());
    body.extend([0xff; 8]);
    let mut crc = flate2::Crc::new();
    crc.update(&body);
    let mut message = 1i64.to_be_bytes().to_vec();
    message.extend((body.len() as i32 + 4).to_be_bytes());
    message.extend(crc.sum().to_be_bytes());
    message.extend(body);
    let mut bytes = fs::read(&path).unwrap();
    bytes.extend(message);
    fs::write(&path, &bytes).unwrap();
    drop(b.log);
    let dir = b.dir.path().join("t-0");
    let failed = Log::open(&Fs::default(), &dir, Arc::new(config()), CRASH, NOW).err().unwrap();
    assert!(failed.to_string().contains("message format 1 is not supported"), "{failed}");
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

/// Refuses the n-th change; a refused write leaves half of its bytes behind.
struct Refuse {
    left: AtomicUsize,
}

impl Hook for Refuse {
    fn before(&self, change: &Change<'_>) -> std::io::Result<()> {
        let left = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1));
        if left != Ok(1) {
            return Ok(());
        }
        if let Change::Write { file, at, parts } = change {
            let all = parts.concat();
            std::os::unix::fs::FileExt::write_all_at(*file, &all[..all.len() / 2], *at)?;
        }
        Err(std::io::Error::other("the disk is full"))
    }
}

#[test]
fn whichever_change_fails_nothing_acknowledged_is_lost_and_nothing_else_appears() {
    for n in 1.. {
        let dir = tempfile::tempdir().unwrap();
        let config = LogConfig { segment_bytes: 400, ..config() };
        let hook = Arc::new(Refuse { left: AtomicUsize::new(n) });
        let faulty = Fs::with_hook(hook.clone());
        let path = dir.path().join("t-0");
        let mut kept = Vec::new();
        let mut failed = false;
        match Log::open(&faulty, &path, Arc::new(config.clone()), OpenHints::new_log(), NOW) {
            Err(_) => failed = true,
            Ok((mut log, view)) => {
                for i in 0..8 {
                    let bytes = produced(1, 0, i, 1, false);
                    match log.append_leader(&bytes, &Append::new(Origin::Client, i / 3), NOW) {
                        Ok(done) => {
                            assert!(!failed, "{n}: an offline log takes nothing");
                            kept.push((done.base_offset, format!("1/{i}").into_bytes()));
                        }
                        Err(e) => {
                            assert!(matches!(e, LogError::Offline(_)), "{n}: {e}");
                            failed = true;
                        }
                    }
                }
                assert_eq!(view.offline().is_some(), failed);
                if !failed
                    && let Err(e) =
                        log.close().and_then(|s| s.run(&faulty).map_err(|e| view.take_offline(&e.to_string())))
                {
                    assert!(matches!(e, LogError::Offline(_)), "{n}: {e}");
                    failed = true;
                }
            }
        }
        let mut log = open(&path, &config, CRASH);
        let found = read_values(log.view(), 0, log.log_end());
        // A batch whose index failed to be written is there, though nobody was told.
        assert!(found.starts_with(&kept) && found.len() <= kept.len() + 1, "{n}: {found:?} {kept:?}");
        let next = i32::try_from(found.len()).unwrap();
        log.append_leader(&produced(1, 0, next, 1, false), &Append::new(Origin::Client, 9), NOW).unwrap();
        if !failed {
            assert!(n > 30, "only {n} changes");
            break;
        }
    }
}

#[test]
fn a_preallocated_index_left_by_a_crash_ends_with_its_first_zero_entry() {
    let b = filled().reopen();
    let expected = b.values();
    for entry in fs::read_dir(b.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "index" || e == "timeindex") {
            let len = if path.extension().unwrap() == "index" { 8_000 } else { 12_000 };
            OpenOptions::new().write(true).open(&path).unwrap().set_len(len).unwrap();
        }
    }
    let hints = OpenHints { recovery_point: b.log.log_end(), ..OpenHints::new_log() };
    let mut log = open(&b.path(), &b.config, hints);
    assert_eq!(read_values(log.view(), 0, log.log_end()), expected);
    assert_eq!(log.view().offset_for_timestamp(NOW).unwrap().unwrap().offset, 0);
    log.append_leader(&records(0, 1, NOW), &Append::new(Origin::Client, 0), NOW).unwrap();
    assert_eq!(read_values(log.view(), 0, log.log_end()).len(), expected.len() + 1);
}
