//! How records stand that a share group has begun with: runs of offsets in one state, in batches as they were acquired.

use std::time::Instant;

use kt_codec::Str;

use crate::broker::coordinator::share::state;

/// By the stored number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordState {
    Available,
    Acquired,
    Acknowledged,
    /// Given up: rejected, delivered too often, aborted, or gone from the log.
    Archived,
}

impl RecordState {
    pub fn number(self) -> i8 {
        match self {
            RecordState::Available => 0,
            RecordState::Acquired => 1,
            RecordState::Acknowledged => 2,
            RecordState::Archived => 4,
        }
    }

    /// What nobody has a number for is available.
    pub fn of(number: i8) -> RecordState {
        match number {
            1 => RecordState::Acquired,
            2 => RecordState::Acknowledged,
            4 => RecordState::Archived,
            _ => RecordState::Available,
        }
    }

    /// Nobody gets such a record any more.
    pub fn is_final(self) -> bool {
        matches!(self, RecordState::Acknowledged | RecordState::Archived)
    }
}

/// A change that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    /// The same for all that one request changes.
    pub id: u64,
    /// What was before, should it not be written.
    pub state: RecordState,
    pub member: Str,
}

/// Neighbouring offsets that stand alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub first: i64,
    pub last: i64,
    pub state: RecordState,
    /// Deliveries so far.
    pub count: i32,
    /// Who has them; empty for nobody.
    pub member: Str,
    /// Until when.
    pub locked_until: Option<Instant>,
    pub pending: Option<Pending>,
}

impl Run {
    /// May be acquired now.
    pub fn is_free(&self) -> bool {
        self.state == RecordState::Available && self.pending.is_none()
    }

    pub fn is_settled(&self) -> bool {
        self.state.is_final() && self.pending.is_none()
    }

    pub fn acquire(&mut self, member: &Str, until: Instant) {
        self.state = RecordState::Acquired;
        self.count += 1;
        self.member = member.clone();
        self.locked_until = Some(until);
    }

    /// The state that a record gets which is not done with: one that was delivered as often as it may is given up.
    fn next(&self, state: RecordState, most_deliveries: i32) -> RecordState {
        let given_up = state == RecordState::Available && self.count >= most_deliveries;
        if given_up { RecordState::Archived } else { state }
    }

    /// Leaves its member, at once.
    pub fn leave(&mut self, state: RecordState, most_deliveries: i32) {
        self.state = self.next(state, most_deliveries);
        self.member = Str::new();
        self.locked_until = None;
    }

    /// Leaves its member once that is written. The lock stays until then.
    pub fn begin(&mut self, id: u64, state: RecordState, most_deliveries: i32) {
        let member = std::mem::take(&mut self.member);
        self.pending = Some(Pending { id, state: self.state, member });
        self.state = self.next(state, most_deliveries);
    }

    /// What was begun is written, or was not.
    pub fn end(&mut self, written: bool, most_deliveries: i32, now: Instant) {
        let Some(before) = self.pending.take() else { return };
        if written {
            self.locked_until = None;
        } else if self.locked_until.is_some_and(|until| until <= now) {
            self.state = RecordState::Acquired;
            self.leave(RecordState::Available, most_deliveries);
        } else {
            (self.state, self.member) = (before.state, before.member);
        }
    }

    /// Given up for good: what was begun before does not matter any more.
    pub fn archive(&mut self) {
        self.state = RecordState::Archived;
        self.member = Str::new();
        self.locked_until = None;
        self.pending = None;
    }

    pub fn stored(&self) -> state::Batch {
        let count = i16::try_from(self.count).unwrap_or(i16::MAX);
        state::Batch { first: self.first, last: self.last, count, state: self.state.number() }
    }
}

/// Records that were acquired together, without gaps. As long as they are treated alike they are told of as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// In order, and without gaps; never empty.
    pub runs: Vec<Run>,
    /// Its records have been treated one by one, and are from then on.
    pub by_offset: bool,
}

impl Batch {
    pub fn new(run: Run) -> Batch {
        Batch { runs: vec![run], by_offset: false }
    }

    pub fn first(&self) -> i64 {
        self.runs.first().map_or(0, |run| run.first)
    }

    pub fn last(&self) -> i64 {
        self.runs.last().map_or(-1, |run| run.last)
    }

    /// How many offsets it has.
    pub fn size(&self) -> i64 {
        self.last() - self.first() + 1
    }

    pub fn is_within(&self, first: i64, last: i64) -> bool {
        self.first() >= first && self.last() <= last
    }

    /// The runs of `first..=last`, which are cut where they reach beyond.
    pub fn runs_in(&mut self, first: i64, last: i64) -> impl Iterator<Item = &mut Run> {
        self.cut(first);
        self.cut(last.saturating_add(1));
        self.runs.iter_mut().filter(move |run| run.first >= first && run.last <= last)
    }

    /// Makes a run begin at `offset`, if that is within the batch.
    fn cut(&mut self, offset: i64) {
        let Some(at) = self.runs.iter().position(|run| run.first < offset && offset <= run.last) else { return };
        let mut rest = self.runs[at].clone();
        rest.first = offset;
        self.runs[at].last = offset - 1;
        self.runs.insert(at + 1, rest);
    }

    /// Makes neighbours that stand alike one again.
    pub fn join(&mut self) {
        self.runs.dedup_by(|next, run| {
            let alike = run.state == next.state
                && run.count == next.count
                && run.member == next.member
                && run.locked_until == next.locked_until
                && run.pending == next.pending;
            if alike {
                run.last = next.last;
            }
            alike
        });
    }
}
