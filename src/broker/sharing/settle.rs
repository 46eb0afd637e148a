//! Records leave the hands of a member: it says what became of them, goes away, or has had them for too long.
//!
//! What a member says counts once it is written: until then the records are in between ([`Pending`]
//! (super::inflight::Pending)), and nobody may have them. What it says is for all of a request or for nothing of it.

use std::time::Instant;

use kt_codec::Str;

use super::inflight::{Batch, RecordState, Run};
use super::progress::{Progress, Rules};
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::coordinator::share::state;
use crate::protocol::code::ErrorCode;

/// What a member says of records, by the number on the wire.
const GAP: i8 = 0;
const ACCEPT: i8 = 1;
const RELEASE: i8 = 2;
const REJECT: i8 = 3;
const RENEW: i8 = 4;

/// What a member says of neighbouring records: one word for all, or one for each.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub first: i64,
    pub last: i64,
    pub types: Vec<i8>,
}

impl Said {
    fn of(&self, offset: i64) -> Option<i8> {
        match self.types.as_slice() {
            [one] => Some(*one),
            types => types.get(usize::try_from(offset - self.first).ok()?).copied(),
        }
    }
}

fn state(word: i8) -> Option<RecordState> {
    match word {
        GAP | REJECT => Some(RecordState::Archived),
        ACCEPT => Some(RecordState::Acknowledged),
        RELEASE => Some(RecordState::Available),
        _ => None,
    }
}

fn invalid_state(sentence: &'static str) -> Refused {
    Refused::new(ErrorCode::INVALID_RECORD_STATE, sentence)
}

const NOT_ACQUIRED: &str = "The batch cannot be acknowledged. The batch is not in the acquired state.";
const NOT_COMPLETED: &str = "The record state is invalid. The acknowledgement of delivery could not be completed.";

/// One request: the number its changes carry until they are written.
pub struct By<'a> {
    pub member: &'a Str,
    pub id: u64,
    pub rules: &'a Rules,
    pub now: Instant,
}

impl Progress {
    /// What is to be written of what the member says. If it may not say one of these things, nothing has happened.
    pub fn acknowledge(&mut self, by: &By, said: &[Said]) -> Result<Vec<state::Batch>, Refused> {
        let mut changed = Vec::new();
        for said in said {
            if let Err(refused) = self.acknowledge_one(by, said, &mut changed) {
                self.finish(by, false);
                return Err(refused);
            }
        }
        Ok(changed)
    }

    fn acknowledge_one(&mut self, by: &By, said: &Said, changed: &mut Vec<state::Batch>) -> Result<(), Refused> {
        if said.types.iter().any(|word| !(GAP..=RENEW).contains(word)) {
            let message = format!("Invalid acknowledge type: {:?}", said.types);
            return Err(Refused::new(ErrorCode::INVALID_REQUEST, message));
        }
        if said.last < self.start {
            return Ok(()); // the log has let go of them
        }
        let keys = self.said_of(said)?;
        for key in keys {
            let start = self.start;
            let Some(batch) = self.batches.get_mut(&key) else { continue };
            if batch.last() < start {
                continue;
            }
            if !batch.by_offset {
                check_owner(batch, by.member)?;
                if said.types.len() > 1 || !batch.is_within(said.first, said.last) || batch.first() < start {
                    if batch.runs.iter().any(|run| run.state != RecordState::Acquired) {
                        return Err(invalid_state(
                            "The batch cannot be acknowledged. The subset batch is not in the acquired state.",
                        ));
                    }
                    batch.by_offset = true;
                }
            }
            let from = said.first.max(start).max(batch.first());
            let to = said.last.min(batch.last());
            each_alike(batch, said, from, to, |run, word| settle(by, run, word, changed))?;
            batch.join();
        }
        Ok(())
    }

    /// The batches that the member speaks of, which have to be there.
    fn said_of(&self, said: &Said) -> Result<Vec<i64>, Refused> {
        let unknown = |sentence: &'static str| Refused::new(ErrorCode::INVALID_REQUEST, sentence);
        let from = match self.batches.range(..=said.first).next_back() {
            Some((key, _)) => *key,
            None if said.first < self.start && self.start <= said.last => {
                let at_start = self.batches.range(..=self.start).next_back();
                at_start.map_or(self.start, |(key, _)| *key)
            }
            None => {
                let sentence = "Batch record not found. The request batch offsets are not found in the cache.";
                return Err(invalid_state(sentence));
            }
        };
        let last = self.batches.range(..=said.last).next_back().map_or(-1, |(_, batch)| batch.last());
        if last < said.first {
            return Err(unknown("Batch record not found. The first offset in request is past acquired records."));
        }
        if said.last > last {
            return Err(unknown("Batch record not found. The last offset in request is past acquired records."));
        }
        Ok(self.batches.range(from..=said.last).map(|(key, _)| *key).collect())
    }

    /// The member is gone: what it has is free again.
    pub fn release(&mut self, by: &By) -> Vec<state::Batch> {
        let (start, most) = (self.start, by.rules.most_deliveries);
        let mut changed = Vec::new();
        for batch in self.batches.values_mut() {
            let has =
                |run: &Run| run.state == RecordState::Acquired && run.pending.is_none() && run.member == *by.member;
            if !batch.runs.iter().any(has) {
                continue;
            }
            if batch.first() < start && start <= batch.last() {
                batch.by_offset = true;
                let _ = batch.runs_in(start, i64::MAX).count();
            }
            for run in batch.runs.iter_mut().filter(|run| has(run)) {
                let state = if run.last < start { RecordState::Archived } else { RecordState::Available };
                run.begin(by.id, state, most);
                changed.push(run.stored());
            }
        }
        changed
    }

    /// Locks have run out: what is locked is free again, written or not.
    pub fn expire(&mut self, rules: &Rules, now: Instant) -> Vec<state::Batch> {
        let start = self.start;
        let mut changed = Vec::new();
        let is_due = |run: &Run| {
            run.state == RecordState::Acquired
                && run.pending.is_none()
                && run.locked_until.is_some_and(|until| until <= now)
        };
        for batch in self.batches.values_mut().filter(|batch| batch.runs.iter().any(is_due)) {
            if batch.first() < start && start <= batch.last() {
                batch.by_offset = true;
                let _ = batch.runs_in(start, i64::MAX).count();
            }
            for run in batch.runs.iter_mut().filter(|run| is_due(run)) {
                let state = if run.last < start { RecordState::Archived } else { RecordState::Available };
                run.leave(state, rules.most_deliveries);
                self.look_again |= run.state == RecordState::Available;
                changed.push(run.stored());
            }
            batch.join();
        }
        changed
    }

    /// What a request has changed is written, or was not. Returns whether anything can be had now that could not before.
    pub fn finish(&mut self, by: &By, written: bool) -> bool {
        for batch in self.batches.values_mut() {
            for run in batch.runs.iter_mut().filter(|run| run.pending.as_ref().is_some_and(|p| p.id == by.id)) {
                run.end(written, by.rules.most_deliveries, by.now);
                self.look_again |= run.state == RecordState::Available;
            }
            batch.join();
        }
        (written && self.advance()) || self.look_again
    }

    /// After a lock ran out and that is written.
    pub fn settled(&mut self) {
        self.advance();
    }
}

fn check_owner(batch: &Batch, member: &Str) -> Result<(), Refused> {
    for run in &batch.runs {
        if run.pending.is_some() {
            return Err(invalid_state(NOT_COMPLETED));
        }
        if run.member.is_empty() {
            return Err(invalid_state(NOT_ACQUIRED));
        }
        if run.member != *member {
            return Err(invalid_state("Member is not the owner of batch record"));
        }
    }
    Ok(())
}

/// Goes over the records of `from..=to`, as many at a time as stand alike and are spoken of alike.
fn each_alike(
    batch: &mut Batch,
    said: &Said,
    from: i64,
    to: i64,
    mut settle: impl FnMut(&mut Run, i8) -> Result<(), Refused>,
) -> Result<(), Refused> {
    let mut at = from;
    while at <= to {
        let word = said.of(at).ok_or_else(|| invalid_state("Unable to acknowledge records for the batch"))?;
        let mut last = to;
        if said.types.len() > 1 {
            last = at;
            while last < to && said.of(last + 1) == Some(word) {
                last += 1;
            }
        }
        batch.runs_in(at, last).try_for_each(|run| settle(run, word))?;
        at = last + 1;
    }
    Ok(())
}

fn settle(by: &By, run: &mut Run, word: i8, changed: &mut Vec<state::Batch>) -> Result<(), Refused> {
    if run.pending.is_some() {
        return Err(invalid_state(NOT_COMPLETED));
    }
    if run.state != RecordState::Acquired {
        return Err(invalid_state("The offset cannot be acknowledged. The offset is not acquired."));
    }
    if run.member != *by.member {
        return Err(invalid_state("Member is not the owner of offset"));
    }
    match state(word) {
        Some(state) => {
            run.begin(by.id, state, by.rules.most_deliveries);
            changed.push(run.stored());
            Ok(())
        }
        None if by.rules.renew => {
            run.locked_until = Some(by.now + by.rules.lock);
            Ok(())
        }
        None => Err(invalid_state("Renewing acquisition locks is not enabled for the group.")),
    }
}
