//! The states of share partitions: what their records make of them, and who may change them.

use std::collections::BTreeMap;

use kt_codec::Uuid;

use super::Key;
use super::decide::snapshots;
use super::record::{Record, Update};
use super::state::{Batch, State, apply, combine};

fn key() -> Key {
    Key { group: "g".into(), topic: Uuid([7; 16]), partition: 3 }
}

fn batch(first: i64, last: i64, count: i16, state: i8) -> Batch {
    Batch { first, last, count, state }
}

/// As the original stores them.
#[test]
fn records_are_written_and_read_as_the_original_writes_them() {
    let state = State {
        snapshot_epoch: 1,
        state_epoch: 2,
        leader_epoch: 3,
        start_offset: 4,
        delivery_complete_count: 5,
        created_ms: 6,
        written_ms: 7,
        batches: vec![batch(8, 9, 1, 2)],
        ..State::default()
    };
    let update =
        Update { snapshot_epoch: 1, leader_epoch: 2, start_offset: 3, delivery_complete_count: 4, batches: vec![] };
    for record in [Record::Snapshot(key(), Some(state)), Record::Snapshot(key(), None), Record::Update(key(), update)] {
        let (k, v) = record.encode().expect("it can be written");
        let number = u8::from(matches!(record, Record::Update(..)));
        assert_eq!(k[..6], [0, number, 0, 1, b'g', 7], "the number, the group, the topic");
        assert_eq!(Record::decode(k, v).expect("it can be read"), Some(record));
    }
}

#[test]
fn the_later_word_on_an_offset_counts() {
    let old = [batch(0, 9, 1, 0)];
    assert_eq!(combine(&old, &[batch(0, 9, 1, 2)], -1), [batch(0, 9, 1, 2)]);
    let middle = [batch(0, 2, 1, 0), batch(3, 5, 2, 0), batch(6, 9, 1, 0)];
    assert_eq!(combine(&old, &[batch(3, 5, 2, 0)], -1), middle);
    assert_eq!(combine(&middle, &[batch(0, 2, 2, 0)], -1), [batch(0, 5, 2, 0), batch(6, 9, 1, 0)]);
    assert_eq!(combine(&old, &[batch(5, 12, 1, 2)], 2), [batch(2, 4, 1, 0), batch(5, 12, 1, 2)]);
    assert_eq!(
        combine(&[batch(5, 12, 3, 2)], &[batch(0, 20, 1, 0)], -1),
        [batch(0, 4, 1, 0), batch(5, 12, 3, 2), batch(13, 20, 1, 0)]
    );
    assert_eq!(combine(&old, &[], 10), []);
    assert_eq!(combine(&[batch(0, 1, 1, 2)], &[batch(2, 3, 1, 2)], -1), [batch(0, 3, 1, 2)]);
    assert_eq!(combine(&[], &[batch(5, 4, 1, 2)], -1), [], "what makes no sense is left out");
}

/// Any batches, in any order: for each offset the highest (count, state) that was said of it.
#[test]
fn combining_agrees_with_looking_at_each_offset() {
    let mut random = 88_172_645_463_325_252_u64;
    let mut next = move |below: u64| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random % below
    };
    for _ in 0..2000 {
        let mut any = |n: u64| -> Vec<Batch> {
            let one = |next: &mut dyn FnMut(u64) -> u64| {
                let first = next(20) as i64;
                let state = [0, 2, 4][next(3) as usize];
                batch(first, first + next(6) as i64, 1 + next(3) as i16, state)
            };
            (0..n).map(|_| one(&mut next)).collect()
        };
        let (a, b) = (any(4), any(4));
        let start = any(1)[0].first - 3;
        // What is stored has no overlaps.
        let a = combine(&[], &a, -1);
        let combined = combine(&a, &b, start);
        assert!(combined.windows(2).all(|two| two[0].last < two[1].first), "{combined:?}");
        for offset in 0..30 {
            let of = |batches: &[Batch]| {
                batches.iter().filter(|b| b.first <= offset && offset <= b.last).map(|b| (b.count, b.state)).max()
            };
            let all: Vec<Batch> = a.iter().chain(&b).copied().collect();
            let expected = if start != -1 && offset < start { None } else { of(&all) };
            assert_eq!(of(&combined), expected, "{a:?} and {b:?} from {start} at {offset}: {combined:?}");
        }
    }
}

#[test]
fn updates_change_what_they_name_and_a_snapshot_begins_anew() {
    let mut states = BTreeMap::new();
    let made = State { state_epoch: 2, start_offset: -1, delivery_complete_count: -1, ..State::default() };
    apply(&mut states, 10, Record::Snapshot(key(), Some(made)));
    let update = Update {
        snapshot_epoch: 0,
        leader_epoch: 4,
        start_offset: 5,
        delivery_complete_count: 1,
        batches: vec![batch(5, 5, 1, 2)],
    };
    apply(&mut states, 11, Record::Update(key(), update.clone()));
    apply(
        &mut states,
        12,
        Record::Update(key(), Update { start_offset: -1, batches: vec![batch(6, 6, 1, 0)], ..update }),
    );
    let state = &states[&key()];
    assert_eq!((state.start_offset, state.leader_epoch, state.updates, state.snapshot_at), (5, 4, 2, 10));
    assert_eq!(state.batches, [batch(5, 5, 1, 2), batch(6, 6, 1, 0)]);
    // Begun anew with a lower leader's epoch: the highest is not forgotten.
    apply(&mut states, 13, Record::Snapshot(key(), Some(State { state_epoch: 3, ..State::default() })));
    let state = &states[&key()];
    assert_eq!((state.leader_epoch, state.highest_leader_epoch, state.highest_state_epoch), (0, 4, 3));
    assert_eq!((state.updates, state.snapshot_at, state.batches.len()), (0, 13, 0));
    apply(&mut states, 14, Record::Snapshot(key(), None));
    assert!(states.is_empty());
}

#[test]
fn states_that_nobody_changes_get_one_snapshot_that_keeps_the_time_they_were_made() {
    let mut states = BTreeMap::new();
    apply(&mut states, 0, Record::Snapshot(key(), Some(State { created_ms: 5, written_ms: 5, ..State::default() })));
    assert_eq!(snapshots(&states, 100, 50), []);
    let again = snapshots(&states, 100, 200);
    assert!(
        matches!(&again[..], [Record::Snapshot(_, Some(s))] if (s.created_ms, s.written_ms, s.snapshot_epoch) == (5, 200, 1)),
        "{again:?}"
    );
    apply(&mut states, 1, again[0].clone());
    assert_eq!(snapshots(&states, 100, 900), [], "one is enough");
}
