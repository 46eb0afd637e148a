//! The state of one share partition, as its records make it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Key, Record};

/// How a run of offsets stands: by the stored numbers, 0 available, 1 acquired, 2 acknowledged, 4 archived.
///
/// The order is that of the original: where two overlap, the later one in (count, state) tells of the overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Batch {
    pub first: i64,
    pub last: i64,
    pub count: i16,
    pub state: i8,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub snapshot_epoch: i32,
    /// Grows when the group's coordinator begins anew: what a leader knows from before is void.
    pub state_epoch: i32,
    pub leader_epoch: i32,
    /// -1 until the leader has found out where the group begins.
    pub start_offset: i64,
    /// Records from the start on that nobody gets any more; -1 when it is not known.
    pub delivery_complete_count: i32,
    pub created_ms: i64,
    pub written_ms: i64,
    pub batches: Vec<Batch>,
    /// Updates since the last snapshot.
    pub updates: i32,
    /// The highest epochs that were ever seen; whoever comes with a lower one is of the past.
    pub highest_leader_epoch: i32,
    pub highest_state_epoch: i32,
    /// The offset of the last snapshot. What lies before it is not needed.
    pub snapshot_at: i64,
}

pub fn apply(states: &mut BTreeMap<Key, State>, offset: i64, record: Record) {
    match record {
        Record::Snapshot(key, None) => drop(states.remove(&key)),
        Record::Snapshot(key, Some(mut state)) => {
            let old = states.get(&key);
            let highest = |old: Option<i32>, new: i32| old.map_or(new, |old| old.max(new));
            state.highest_leader_epoch = highest(old.map(|s| s.highest_leader_epoch), state.leader_epoch);
            state.highest_state_epoch = highest(old.map(|s| s.highest_state_epoch), state.state_epoch);
            state.snapshot_at = offset;
            states.insert(key, state);
        }
        Record::Update(key, update) => {
            // An update without a snapshot before it is all that is known.
            let new = || State { start_offset: -1, snapshot_at: offset, ..State::default() };
            let state = states.entry(key).or_insert_with(new);
            if update.start_offset != -1 {
                state.start_offset = update.start_offset;
            }
            if update.leader_epoch != -1 {
                state.leader_epoch = update.leader_epoch;
            }
            state.highest_leader_epoch = state.highest_leader_epoch.max(update.leader_epoch);
            state.delivery_complete_count = update.delivery_complete_count;
            state.batches = combine(&state.batches, &update.batches, state.start_offset);
            state.updates = state.updates.saturating_add(1);
        }
    }
}

/// Old and new batches as one list without overlaps, in order, nothing below `start` unless that is -1. Neighbours in the
/// same state become one.
pub fn combine(old: &[Batch], new: &[Batch], start: i64) -> Vec<Batch> {
    let kept = old.iter().chain(new).filter(|b| b.first <= b.last && (start == -1 || b.last >= start));
    let mut sorted: BTreeSet<Batch> =
        kept.map(|b| Batch { first: if start == -1 { b.first } else { b.first.max(start) }, ..*b }).collect();
    let mut done: Vec<Batch> = Vec::with_capacity(sorted.len());
    // `done` has no overlaps; each step takes the first of the rest, and settles it against the last that is done.
    while let Some(next) = sorted.pop_first() {
        let Some(last) = done.pop() else {
            done.push(next);
            continue;
        };
        let same = (last.count, last.state) == (next.count, next.state);
        if next.first > last.last && !(same && next.first == last.last.saturating_add(1)) {
            done.extend([last, next]);
        } else if same {
            done.push(Batch { last: last.last.max(next.last), ..last });
        } else if (next.count, next.state) < (last.count, last.state) {
            // The earlier word on the overlap; only what goes beyond it counts.
            done.push(last);
            if next.last > last.last {
                sorted.insert(Batch { first: last.last.saturating_add(1), ..next });
            }
        } else {
            if next.first > last.first {
                done.push(Batch { last: next.first - 1, ..last });
            }
            if next.last < last.last {
                sorted.insert(Batch { first: next.last.saturating_add(1), ..last });
            }
            sorted.insert(next);
            // What was just cut off may be a neighbour of what comes now.
            if let Some(before) = done.pop() {
                sorted.insert(before);
            }
        }
    }
    done
}
