use super::*;
use crate::protocol::batch::TimestampType;
use crate::protocol::control::EndTxnMarker;

#[test]
fn what_is_appended_is_read_back_at_consecutive_offsets_after_any_reopening() {
    let mut b = Bench::new(config());
    for i in 0..50 {
        let done = b.append(&records(i * 3, 3, NOW + i as i64));
        assert_eq!((done.base_offset, done.last_offset), (i as i64 * 3, i as i64 * 3 + 2));
        assert!(!done.duplicate && !done.rolled);
    }
    let expected: Vec<_> = (0..150).map(|i| (i as i64, format!("value {i}").into_bytes())).collect();
    assert_eq!(b.values(), expected);
    let mut b = b.reopen();
    assert_eq!(b.values(), expected);
    b.append(&records(150, 1, NOW));
    let b = b.crash();
    assert_eq!(b.values().len(), 151);
    assert_eq!(b.log.view().flushed(), 150);
    let b = b.reopen().reopen().crash();
    assert_eq!(b.values().len(), 151);
}

#[test]
fn a_read_gives_whole_batches_within_its_budget_and_below_its_bound() {
    let mut b = Bench::new(config());
    let size = records(0, 2, NOW).len() as u64;
    for _ in 0..60 {
        b.append(&records(0, 2, NOW));
    }
    for b in [b.reopen().crash(), Bench::new(config())] {
        let view = b.log.view();
        if view.log_end() == 0 {
            assert!(view.read(0, 100, 0, true).unwrap().is_empty());
            continue;
        }
        for offset in [0, 1, 2, 57, 80, 117, 118, 119] {
            for (max, batches) in [(0, 1), (size - 1, 1), (size, 1), (2 * size - 1, 1), (2 * size, 2), (9 * size, 9)] {
                let got = view.read_to_bytes(offset, max, 120, true).unwrap();
                let there = (60 - offset as u64 / 2).min(batches);
                assert_eq!(got.len() as u64, there * size, "{offset} {max}");
                assert_eq!(first(&got).header.base_offset, offset / 2 * 2);
            }
            assert!(view.read(offset, size - 1, 120, false).unwrap().is_empty());
            let bound = (offset / 2 * 2 + 4).min(120);
            let got = view.read_to_bytes(offset, u64::MAX, bound, true).unwrap();
            assert_eq!(got.len() as u64, (bound - offset / 2 * 2) as u64 / 2 * size);
        }
        assert!(view.read(120, 100, 120, true).unwrap().is_empty());
        assert!(view.read(50, 100, 50, true).unwrap().is_empty());
        for offset in [-1, 121] {
            let failed = view.read(offset, 100, 120, true).unwrap_err();
            assert!(matches!(failed, LogError::OffsetOutOfRange { start: 0, end: 120, .. }));
        }
    }
}

#[test]
fn offsets_and_epoch_are_set_on_the_way_and_the_input_stays_as_it_is() {
    let mut b = Bench::new(config());
    let input = records(0, 2, NOW);
    let copy = input.clone();
    b.log.append_leader(&input, &Append::new(Origin::Client, 7), NOW).unwrap();
    b.log.append_leader(&input, &Append::new(Origin::Client, 9), NOW).unwrap();
    assert_eq!(input, copy);
    let found = headers(b.log.view());
    assert_eq!(found.iter().map(|h| (h.base_offset, h.leader_epoch)).collect::<Vec<_>>(), [(0, 7), (2, 9)]);
    let b = b.reopen();
    let view = b.log.view();
    assert_eq!([0, 1, 2, 3].map(|o| view.epoch_at(o)), [Some(7), Some(7), Some(9), Some(9)]);
    assert_eq!(view.offset_for_epoch(7), Some((7, 2)));
    assert_eq!(view.offset_for_epoch(9), Some((9, 4)));
    let text = std::fs::read_to_string(b.path().join("leader-epoch-checkpoint")).unwrap();
    assert_eq!(text, "0\n2\n7 0\n9 2\n");
}

#[test]
fn an_epoch_is_written_with_its_first_record() {
    let mut b = Bench::new(config());
    let file = b.path().join("leader-epoch-checkpoint");
    for epoch in 1..4 {
        b.log.assign_epoch(epoch).unwrap();
        assert_eq!(b.log.view().offset_for_epoch(epoch), Some((epoch, 0)));
    }
    assert!(!file.exists());
    b.log.append_leader(&records(0, 1, NOW), &Append::new(Origin::Client, 3), NOW).unwrap();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "0\n1\n3 0\n");
    b.log.assign_epoch(4).unwrap();
    let b = b.reopen();
    assert_eq!(b.log.view().latest_epoch(), Some(3), "an epoch without records leaves no trace");
}

#[test]
fn the_first_flush_makes_the_folder_durable() {
    let mut b = Bench::new(config());
    checkpoint::write_topic_id(&Fs::default(), &b.path(), "3Xk0kZ8zQ1mY5o3f6b7c8A").unwrap();
    b.append(&records(0, 1, NOW));
    let path = b.path();
    let has = |set: &SyncSet, wanted: &Path| {
        set.syncs.iter().any(|s| match s {
            Sync::Path(path) => path == wanted,
            Sync::Dir(dir) => **dir == *wanted,
            Sync::File(_) => false,
        })
    };
    let set = b.log.flush(None).unwrap();
    for wanted in [path.clone(), path.join("partition.metadata"), b.dir.path().to_owned()] {
        assert!(has(&set, &wanted), "{wanted:?}");
    }
    set.run(&Fs::default()).unwrap();
    b.log.view().mark_flushed(set.up_to);
    assert!(b.log.flush(None).unwrap().is_empty());
    b.append(&records(0, 1, NOW));
    assert_eq!(b.log.flush(None).unwrap().syncs.len(), 1, "only the file of the active segment");
}

#[test]
fn log_append_time_is_the_logs_clock() {
    let config = LogConfig { message_timestamp_type: TimestampType::LogAppendTime, ..config() };
    let mut b = Bench::new(config);
    let done = b.append(&records(0, 2, 5));
    assert_eq!((done.log_append_time, done.max_timestamp), (NOW, NOW));
    let header = headers(b.log.view())[0];
    assert_eq!((header.timestamp_type(), header.max_timestamp), (TimestampType::LogAppendTime, NOW));
    assert_eq!(b.values().len(), 2, "the checksum is right");
}

#[test]
fn segments_roll_by_size_by_time_and_when_an_index_is_full() {
    let size = records(0, 1, NOW).len() as u32;
    let mut b = Bench::new(LogConfig { segment_bytes: size * 3, ..config() });
    for i in 0..10 {
        assert_eq!(b.append(&records(i, 1, NOW)).rolled, i > 0 && i % 3 == 0, "{i}");
    }
    assert_eq!(b.log.view().segments().len(), 4);
    assert_eq!(b.reopen().values().len(), 10);

    let mut b = Bench::new(LogConfig { segment_ms: 1_000, ..config() });
    // The records' own time decides, from the segment's first batch on.
    let rolled = [0, 1_000, 1_001, 1_500, 2_002].map(|t| b.append(&records(0, 1, NOW + t)).rolled);
    assert_eq!(rolled, [false, false, true, false, true]);
    let mut b = b.reopen();
    assert!(!b.append(&records(0, 1, NOW + 3_000)).rolled);
    assert!(b.append(&records(0, 1, NOW + 3_003)).rolled);

    let mut b = Bench::new(LogConfig { segment_index_bytes: 24, index_interval_bytes: 0, ..config() });
    // The time index has place for two, and keeps one for its end.
    let rolled = [0, 1, 2, 3].map(|t| b.append(&records(0, 1, NOW + t)).rolled);
    assert_eq!(rolled, [false, false, true, false]);
}

#[test]
fn an_append_larger_than_a_segment_is_refused_and_changes_nothing() {
    let mut b = Bench::new(LogConfig { segment_bytes: 100, ..config() });
    let failed = b.log.append_leader(&records(0, 20, NOW), &Append::new(Origin::Client, 0), NOW).unwrap_err();
    assert!(matches!(failed, LogError::BatchTooLarge { limit: 100, .. }));
    assert_eq!(b.append(&records(0, 1, NOW)).base_offset, 0);
}

#[test]
fn a_batch_sent_again_gets_its_first_offsets_even_after_a_crash() {
    let mut b = Bench::new(config());
    b.append(&records(0, 5, NOW));
    for sequence in 0..4 {
        b.append(&produced(7, 0, sequence, 1, false));
    }
    let mut b = b.crash();
    let again = b.append(&produced(7, 0, 1, 1, false));
    assert_eq!((again.base_offset, again.last_offset, again.duplicate), (6, 6, true));
    let gap = b.log.append_leader(&produced(7, 0, 9, 1, false), &Append::new(Origin::Client, 0), NOW);
    assert!(matches!(gap, Err(LogError::OutOfOrderSequence { .. })));
    let mut b = b.reopen();
    // A snapshot keeps only the last batch.
    assert!(b.append(&produced(7, 0, 3, 1, false)).duplicate);
    assert_eq!(b.append(&produced(7, 0, 4, 1, false)).base_offset, 9);
}

fn end_txn(b: &mut Bench, id: i64, commit: bool) -> Appended {
    let marker = EndTxnMarker { commit, coordinator_epoch: 0 }.batch(id, 0, NOW);
    let done = b.log.append_leader(&marker, &Append::new(Origin::Coordinator, 0), NOW).unwrap();
    b.log.high_watermark(b.log.log_end());
    done
}

#[test]
fn the_stable_offset_waits_for_open_transactions_and_readers_learn_of_aborted_ones() {
    let mut b = Bench::new(config());
    b.append(&produced(1, 0, 0, 2, true));
    b.append(&produced(2, 0, 0, 1, true));
    b.append(&records(0, 1, NOW));
    assert_eq!(b.log.view().last_stable(4), 0);
    end_txn(&mut b, 1, false);
    assert_eq!(b.log.view().last_stable(5), 2);
    for step in 0..3 {
        b = match step {
            0 => b,
            1 => b.reopen(),
            _ => b.crash(),
        };
        b.log.high_watermark(b.log.log_end());
        let view = b.log.view();
        assert_eq!(view.last_stable(5), 2);
        let aborted = view.aborted_txns(0, 5).unwrap();
        assert_eq!(aborted.len(), 1, "step {step}");
        assert_eq!((aborted[0].producer_id, aborted[0].first_offset, aborted[0].last_offset), (1, 0, 4));
        assert_eq!(aborted[0].last_stable_offset, 2);
        let open = |id| b.log.producer(id).unwrap().txn_first_offset.is_some();
        assert!(open(2) && !open(1));
    }
    end_txn(&mut b, 2, true);
    assert_eq!(b.log.view().last_stable(6), 6);
    assert_eq!(b.log.view().aborted_txns(0, 6).unwrap().len(), 1, "a commit is not noted");
    assert_eq!(b.log.view().aborted_txns(5, 6).unwrap().len(), 0);
}

#[test]
fn deleted_records_are_out_of_range_and_their_segments_go_with_the_next_retention() {
    let size = records(0, 1, NOW).len() as u32;
    let mut b = Bench::new(LogConfig { segment_bytes: size * 2, retention_ms: -1, ..config() });
    for i in 0..7 {
        b.append(&records(i, 1, NOW));
    }
    assert_eq!(b.log.delete_records(5).unwrap(), 5);
    assert!(matches!(b.log.delete_records(8), Err(LogError::OffsetOutOfRange { .. })));
    assert_eq!(b.log.delete_records(3).unwrap(), 5, "never back");
    assert!(b.log.view().read(4, 100, 7, true).is_err());
    assert_eq!(b.values().iter().map(|(o, _)| *o).collect::<Vec<_>>(), [5, 6]);
    let removed = b.log.retention(NOW, 7).unwrap();
    assert_eq!(removed.segments.iter().map(|s| s.base_offset()).collect::<Vec<_>>(), [0, 2]);
    let names = || {
        let mut names: Vec<_> =
            std::fs::read_dir(b.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    assert!(names().contains(&"00000000000000000000.log.deleted".to_owned()));
    removed.delete_files(&Fs::default()).unwrap();
    assert!(!names().iter().any(|n| n.contains("deleted") || n.starts_with("00000000000000000002")), "{:?}", names());
    let b = b.crash();
    assert_eq!((b.log.view().log_start(), b.values().len()), (5, 2));
}

#[test]
fn retention_goes_by_age_and_size_but_never_past_the_high_watermark() {
    let size = records(0, 1, NOW).len() as u64;
    let config = LogConfig { segment_bytes: size as u32, retention_ms: 1_000, ..config() };
    let fill = |config: &LogConfig| {
        let mut b = Bench::new(config.clone());
        for i in 0..5 {
            b.append(&records(i, 1, NOW + i as i64 * 1_000));
        }
        b
    };
    let mut b = fill(&config);
    assert_eq!(b.log.retention(NOW + 3_500, 2).unwrap().segments.len(), 2);
    assert_eq!(b.log.view().log_start(), 2);
    assert_eq!(b.log.retention(NOW + 3_500, 5).unwrap().segments.len(), 1);
    // Everything is too old: the active segment goes as well, and an empty one takes its place.
    assert_eq!(b.log.retention(NOW + 99_999, 5).unwrap().segments.len(), 2);
    assert_eq!((b.log.view().log_start(), b.log.view().log_end()), (5, 5));
    assert!(b.log.retention(NOW + 99_999, 5).unwrap().is_empty());
    let mut b = b.reopen();
    assert_eq!(b.append(&records(0, 1, NOW)).base_offset, 5);

    let mut b = fill(&LogConfig { retention_ms: -1, retention_bytes: 3 * size as i64, ..config.clone() });
    assert_eq!(b.log.retention(NOW, 5).unwrap().segments.len(), 2);
    let mut b = fill(&LogConfig { retention_ms: -1, retention_bytes: 3 * size as i64 + 1, ..config.clone() });
    assert_eq!(b.log.retention(NOW, 5).unwrap().segments.len(), 1, "not below the limit");
    let compact = CleanupPolicy { delete: false, compact: true };
    let mut b = fill(&LogConfig { cleanup_policy: compact, ..config });
    assert!(b.log.retention(NOW + 99_999, 5).unwrap().is_empty());
}

#[test]
fn offsets_are_found_by_time_in_any_codec() {
    use crate::protocol::compress::Codec;
    let mut b = Bench::new(LogConfig { segment_bytes: 2_000, ..config() });
    for i in 0..100i64 {
        let mut builder = BatchBuilder::new().compression(Codec::ALL[i as usize % 5], None);
        // Within a batch the times go down and up again.
        for t in [10, 0, 5] {
            builder.append(NOW + i * 100 + t, None, Some(&[b'x'; 40]));
        }
        b.append(&builder.build());
    }
    assert!(b.log.view().segments().len() > 3);
    for b in [b.reopen().crash()] {
        let view = b.log.view();
        for i in 0..100i64 {
            for (at, offset) in [(0, 0), (10, 0), (11, 3), (99, 3)] {
                let found = view.offset_for_timestamp(NOW + i * 100 + at).unwrap();
                let expected = i * 3 + offset;
                assert_eq!(found.map(|f| f.offset), (expected < 300).then_some(expected), "{i} {at}");
                assert!(found.is_none_or(|f| f.leader_epoch == Some(0)));
            }
        }
        assert_eq!(view.offset_for_timestamp(-5).unwrap().unwrap().offset, 0);
        let max = view.max_timestamp_offset().unwrap().unwrap();
        assert_eq!((max.offset, max.timestamp), (297, NOW + 9_910));
    }
    let empty = Bench::new(config());
    assert_eq!(empty.log.view().max_timestamp_offset().unwrap(), None);
    assert_eq!(empty.log.view().offset_for_timestamp(0).unwrap(), None);
}

#[test]
fn a_follower_keeps_the_leaders_offsets_and_epochs() {
    let mut leader = Bench::new(config());
    for i in 0..10 {
        leader.log.append_leader(&records(i, 2, NOW), &Append::new(Origin::Client, i as i32 / 4), NOW).unwrap();
    }
    let mut follower = Bench::new(config());
    let bytes = leader.log.view().read_to_bytes(0, u64::MAX, 20, true).unwrap();
    let (head, tail) = bytes.split_at(bytes.len() / 2);
    follower.log.append_follower(head, NOW).unwrap();
    follower.log.append_follower(tail, NOW).unwrap();
    assert_eq!(follower.values(), leader.values());
    assert_eq!(follower.log.view().epochs(), leader.log.view().epochs());
    assert!(matches!(follower.log.append_follower(tail, NOW), Err(LogError::UnexpectedOffset { next: 20, .. })));
    let mut broken = tail.to_vec();
    *broken.last_mut().unwrap() ^= 1;
    assert!(matches!(
        follower.log.append_follower(&broken, NOW),
        Err(LogError::Invalid(_) | LogError::UnexpectedOffset { .. })
    ));
}

#[test]
fn truncation_takes_back_records_epochs_and_producers() {
    let mut b = Bench::new(LogConfig { segment_bytes: 400, ..config() });
    for i in 0..20 {
        let how = Append::new(Origin::Client, i / 5);
        b.log.append_leader(&produced(3, 0, i, 1, false), &how, NOW).unwrap();
    }
    assert!(!b.log.truncate_to(20, NOW).unwrap());
    assert!(b.log.truncate_to(12, NOW).unwrap());
    assert_eq!((b.log.log_end(), b.values().len()), (12, 12));
    assert_eq!(b.log.producer(3).unwrap().last_sequence(), 11);
    assert_eq!(b.log.view().latest_epoch(), Some(2));
    assert_eq!(b.append(&produced(3, 0, 12, 1, false)).base_offset, 12);
    let mut b = b.crash();
    assert_eq!(b.values().len(), 13);
    b.log.truncate_fully(100, NOW).unwrap();
    assert_eq!((b.log.view().log_start(), b.log.log_end()), (100, 100));
    assert_eq!(b.append(&produced(3, 0, 12, 1, false)).base_offset, 100);
    assert_eq!(b.reopen().values().len(), 1);
}

#[test]
fn files_are_opened_when_needed_and_closed_when_idle() {
    let mut b = Bench::new(config());
    b.append(&records(0, 1, NOW));
    let open_files = |b: &Bench| {
        let of = |e: std::io::Result<std::fs::DirEntry>| std::fs::read_link(e.ok()?.path()).ok();
        let mine = b.path();
        std::fs::read_dir("/proc/self/fd").unwrap().filter_map(of).filter(|p| p.starts_with(&mine)).count()
    };
    let mut b = b.reopen();
    b.log.view().close_idle_files();
    b.log.view().close_idle_files();
    assert_eq!(open_files(&b), 0);
    assert_eq!(b.values().len(), 1);
    b.append(&records(1, 1, NOW));
    assert!(open_files(&b) > 0);
}
