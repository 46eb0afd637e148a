use super::*;
use crate::protocol::batch::BatchBuilder;

fn header(id: i64, epoch: i16, sequence: i32, count: i32, offset: i64, txn: bool) -> BatchHeader {
    let mut builder = BatchBuilder::new().producer(id, epoch, sequence).base_offset(offset);
    if txn {
        builder = builder.transactional();
    }
    for _ in 0..count {
        builder.append(1_000, None, None);
    }
    BatchHeader::parse(&builder.build()).unwrap()
}

const CLIENT: Rules = Rules { origin: Origin::Client, ..Rules::replication() };
const COORDINATOR: Rules = Rules { origin: Origin::Coordinator, ..CLIENT };

fn append(p: &mut Producers, h: &BatchHeader) -> Result<Verdict, LogError> {
    p.begin();
    let verdict = p.check(h, None, &CLIENT)?;
    if verdict == Verdict::Append {
        p.apply(h.next_offset(), |_, _| Ok::<_, ()>(())).unwrap();
    }
    Ok(verdict)
}

fn end(
    p: &mut Producers,
    id: i64,
    epoch: i16,
    offset: i64,
    commit: bool,
    rules: &Rules,
) -> Result<Option<(CompletedTxn, i64)>, LogError> {
    let marker = EndTxnMarker { commit, coordinator_epoch: 0 };
    let mut h = BatchHeader::parse(&marker.batch(id, epoch, 2_000)).unwrap();
    h.base_offset = offset;
    p.begin();
    p.check(&h, Some(marker), rules)?;
    let mut done = None;
    p.apply(offset + 1, |txn, stable| {
        done = Some((*txn, stable));
        Ok::<_, ()>(())
    })
    .unwrap();
    Ok(done)
}

#[test]
fn the_last_five_batches_are_recognised_when_sent_again() {
    let mut p = Producers::default();
    for i in 0..7 {
        assert_eq!(append(&mut p, &header(1, 0, i * 2, 2, i64::from(i) * 2, false)).unwrap(), Verdict::Append);
    }
    for i in 2..7 {
        let Verdict::Duplicate(meta) = append(&mut p, &header(1, 0, i * 2, 2, 99, false)).unwrap() else {
            panic!("batch {i} was taken twice");
        };
        assert_eq!((meta.first_offset(), meta.last_offset), (i64::from(i) * 2, i64::from(i) * 2 + 1));
    }
    assert!(matches!(append(&mut p, &header(1, 0, 2, 2, 99, false)), Err(LogError::OutOfOrderSequence { .. })));
    // The same start but another end is not the same batch.
    assert!(matches!(append(&mut p, &header(1, 0, 12, 1, 99, false)), Err(LogError::OutOfOrderSequence { .. })));
}

#[test]
fn a_gap_is_refused_and_an_unknown_producer_starts_anywhere() {
    let mut p = Producers::default();
    append(&mut p, &header(1, 0, 500, 1, 0, false)).unwrap();
    assert!(matches!(
        append(&mut p, &header(1, 0, 502, 1, 1, false)),
        Err(LogError::OutOfOrderSequence { last: 500, sequence: 502, .. })
    ));
    append(&mut p, &header(1, 0, 501, 1, 1, false)).unwrap();
}

#[test]
fn a_new_epoch_starts_at_zero_and_an_old_one_is_fenced() {
    let mut p = Producers::default();
    append(&mut p, &header(1, 3, 7, 1, 0, false)).unwrap();
    assert!(matches!(append(&mut p, &header(1, 4, 8, 1, 1, false)), Err(LogError::OutOfOrderSequence { .. })));
    append(&mut p, &header(1, 4, 0, 1, 1, false)).unwrap();
    assert!(matches!(
        append(&mut p, &header(1, 3, 8, 1, 2, false)),
        Err(LogError::InvalidProducerEpoch { epoch: 3, current: 4, .. })
    ));
    // Under the new epoch the old batches are forgotten.
    assert_eq!(p.get(1).unwrap().batches().len(), 1);
}

#[test]
fn sequences_wrap_and_duplicates_are_found_across_the_wrap() {
    let mut p = Producers::default();
    append(&mut p, &header(1, 0, i32::MAX - 1, 4, 0, false)).unwrap();
    assert_eq!(p.get(1).unwrap().last_sequence(), 1);
    assert_eq!(p.get(1).unwrap().last().unwrap().first_sequence(), i32::MAX - 1);
    assert!(matches!(append(&mut p, &header(1, 0, i32::MAX - 1, 4, 9, false)).unwrap(), Verdict::Duplicate(_)));
    append(&mut p, &header(1, 0, 2, 1, 4, false)).unwrap();
    append(&mut p, &header(2, 0, i32::MAX, 1, 5, false)).unwrap();
    append(&mut p, &header(2, 0, 0, 1, 6, false)).unwrap();
}

#[test]
fn the_oldest_open_transaction_bounds_the_stable_offset() {
    let mut p = Producers::default();
    append(&mut p, &header(1, 0, 0, 2, 10, true)).unwrap();
    append(&mut p, &header(2, 0, 0, 1, 12, true)).unwrap();
    append(&mut p, &header(1, 0, 2, 1, 13, true)).unwrap();
    assert_eq!(p.first_unstable(), Some(10));
    let (done, stable) = end(&mut p, 1, 0, 14, false, &COORDINATOR).unwrap().unwrap();
    assert_eq!(done, CompletedTxn { producer_id: 1, first_offset: 10, last_offset: 14, aborted: true });
    assert_eq!(stable, 12, "the transaction of producer 2 is still open");
    // The marker may not be replicated yet.
    assert_eq!(p.first_unstable(), Some(10));
    assert!(!p.high_watermark(14));
    assert!(p.high_watermark(15));
    assert_eq!((p.first_unstable(), p.first_undecided()), (Some(12), Some(12)));
    let (_, stable) = end(&mut p, 2, 0, 15, true, &COORDINATOR).unwrap().unwrap();
    assert_eq!(stable, 16);
    p.high_watermark(16);
    assert_eq!(p.first_unstable(), None);
}

#[test]
fn transactional_and_plain_records_of_one_producer_do_not_mix() {
    let mut p = Producers::default();
    append(&mut p, &header(1, 0, 0, 1, 0, true)).unwrap();
    assert!(matches!(append(&mut p, &header(1, 0, 1, 1, 1, false)), Err(LogError::InvalidTxnState { producer_id: 1 })));
    let unverified = Rules { txn_verified: false, ..CLIENT };
    p.begin();
    // The open transaction needs no second verification, one that would begin does.
    p.check(&header(1, 0, 1, 1, 1, true), None, &unverified).unwrap();
    assert!(p.check(&header(2, 0, 0, 1, 1, true), None, &unverified).is_err());
}

#[test]
fn a_marker_without_a_transaction_completes_nothing() {
    let mut p = Producers::default();
    assert_eq!(end(&mut p, 1, 5, 0, true, &COORDINATOR).unwrap(), None);
    assert_eq!(p.get(1).unwrap().epoch, 5);
    // After a marker that raised the epoch, sequences start again.
    assert!(append(&mut p, &header(1, 5, 3, 1, 1, true)).is_err());
    append(&mut p, &header(1, 5, 0, 1, 1, true)).unwrap();
}

#[test]
fn a_replaced_coordinator_is_fenced() {
    let mut p = Producers::default();
    let marker = |epoch| EndTxnMarker { commit: true, coordinator_epoch: epoch };
    let h = BatchHeader::parse(&marker(4).batch(1, 0, 0)).unwrap();
    p.begin();
    p.check(&h, Some(marker(4)), &COORDINATOR).unwrap();
    p.apply(1, |_, _| Ok::<_, ()>(())).unwrap();
    p.begin();
    assert!(matches!(
        p.check(&h, Some(marker(3)), &COORDINATOR),
        Err(LogError::CoordinatorFenced { epoch: 3, current: 4 })
    ));
    p.check(&h, Some(marker(3)), &Rules { origin: Origin::Replication, ..CLIENT }).unwrap();
}

#[test]
fn with_transactions_of_version_2_each_marker_raises_the_epoch() {
    let v2 = Rules { transaction_version: 2, ..COORDINATOR };
    let mut p = Producers::default();
    append(&mut p, &header(1, 0, 0, 1, 0, true)).unwrap();
    assert!(matches!(end(&mut p, 1, 0, 1, true, &v2), Err(LogError::InvalidProducerEpoch { .. })));
    assert!(end(&mut p, 1, 1, 1, true, &v2).unwrap().is_some());
    assert_eq!(end(&mut p, 1, 1, 2, true, &v2).unwrap(), None, "the same marker again");
    assert!(end(&mut p, 1, 0, 3, true, &v2).is_err());
}

#[test]
fn idle_producers_expire_unless_a_transaction_is_open() {
    let mut p = Producers::default();
    append(&mut p, &header(1, 0, 0, 1, 0, false)).unwrap();
    append(&mut p, &header(2, 0, 0, 1, 1, true)).unwrap();
    assert_eq!(p.expire(1_999, 1_000), 0);
    assert_eq!(p.expire(2_000, 1_000), 1);
    assert!(p.get(1).is_none() && p.get(2).is_some());
    assert_eq!(p.oldest_txn_timestamp(), Some(1_000));
}

#[test]
fn several_batches_of_one_append_are_judged_one_after_the_other() {
    let mut p = Producers::default();
    p.begin();
    p.check(&header(1, 0, 0, 2, 0, false), None, &CLIENT).unwrap();
    assert!(p.check(&header(1, 0, 1, 1, 2, false), None, &CLIENT).is_err());
    p.check(&header(1, 0, 2, 1, 2, false), None, &CLIENT).unwrap();
    assert!(p.get(1).is_none(), "nothing is true before it is applied");
    p.apply(3, |_, _| Ok::<_, ()>(())).unwrap();
    assert_eq!(p.get(1).unwrap().last_sequence(), 2);
}
