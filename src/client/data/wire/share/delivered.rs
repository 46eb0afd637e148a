//! Records of one partition that were given to this member, and what is said of them.

use std::cell::Cell;

use super::super::fetched::Fetched;
use super::session::{ACCEPT, GAP, Key, REJECT, RELEASE, Verdicts};
use crate::client::data::consume::{Consumed, Then};
use crate::client::data::fault::Fault;
use crate::client::data::share::{Delivery, Outcome, Verdict};

/// Offsets that are this member's for a while, both ends included.
#[derive(Clone, Copy, Debug)]
pub struct Acquired {
    pub first: i64,
    pub last: i64,
    pub count: i16,
}

pub struct Delivered {
    pub key: Key,
    /// The leader that gave them, and wants the verdicts.
    pub node: i32,
    /// Whole batches: they may hold records that are not ours.
    pub fetched: Fetched,
    /// Ascending, without overlaps.
    pub acquired: Vec<Acquired>,
}

impl Verdict {
    fn code(self) -> i8 {
        match self {
            Verdict::Accept => ACCEPT,
            Verdict::Release => RELEASE,
            Verdict::Reject => REJECT,
        }
    }
}

impl Delivered {
    /// Gives the records that are ours to `receive` until it says stop, and notes what is said of them. Of those that
    /// it does not come to nothing is said.
    pub fn each(
        &self,
        scratch: &mut Vec<u8>,
        verdict: Verdict,
        verdicts: &mut Verdicts,
        receive: &mut dyn FnMut(&Consumed<'_>) -> Then,
    ) -> Result<Then, Fault> {
        let mut ours = self.acquired.iter().copied().peekable();
        // The next offset that is ours and that nothing was said of.
        let mut next = self.acquired.first().map_or(i64::MAX, |acquired| acquired.first);
        let mut gaps: Vec<(i64, i64)> = Vec::new();
        let mut said: Vec<(i64, i8)> = Vec::new();
        let then = self.fetched.each(scratch, &mut |record| {
            while let Some(range) = ours.peek().filter(|range| range.last < record.offset) {
                gaps.push((next.max(range.first), range.last));
                ours.next();
                next = ours.peek().map_or(i64::MAX, |range| range.first);
            }
            let Some(range) = ours.peek().filter(|range| range.first <= record.offset) else { return Then::GoOn };
            gaps.push((next.max(range.first), record.offset - 1));
            next = record.offset + 1;
            let outcome = Cell::new(Outcome::Settled);
            let consumed = Consumed { delivery: Some(Delivery::new(range.count, &outcome)), ..*record };
            let then = receive(&consumed);
            match outcome.get() {
                Outcome::Settled => said.push((record.offset, verdict.code())),
                Outcome::Rejected => said.push((record.offset, REJECT)),
                Outcome::Open => {}
            }
            then
        })?;
        if then == Then::GoOn {
            for range in ours {
                gaps.push((next.max(range.first), range.last));
            }
        }
        for (first, last) in gaps {
            for offset in first..=last {
                verdicts.add(self.key, offset, GAP);
            }
        }
        for (offset, verdict) in said {
            verdicts.add(self.key, offset, verdict);
        }
        Ok(then)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::batch::BatchBuilder;
    use kt_codec::Uuid;

    const KEY: Key = (Uuid([1; 16]), 0);

    /// Offsets 10, 11, 12, then a gap, then 15.
    fn delivered(acquired: &[(i64, i64, i16)]) -> Delivered {
        let batch = |base: i64, count: i64| {
            let mut builder = BatchBuilder::new().base_offset(base);
            for n in 0..count {
                builder.append(1000, None, Some(format!("{}", base + n).as_bytes()));
            }
            builder.build()
        };
        let acquired = acquired.iter().map(|&(first, last, count)| Acquired { first, last, count });
        Delivered {
            key: KEY,
            node: 1,
            fetched: Fetched {
                topic: "t".into(),
                partition: 0,
                from: 0,
                until: None,
                records: [batch(10, 3), batch(15, 1)].concat().into(),
                aborted: None,
                control: false,
                check_crcs: true,
            },
            acquired: acquired.collect(),
        }
    }

    fn read(delivered: &Delivered, receive: &mut dyn FnMut(&Consumed<'_>) -> Then) -> Vec<(i64, i8)> {
        let mut verdicts = Verdicts::default();
        delivered.each(&mut Vec::new(), Verdict::Accept, &mut verdicts, receive).unwrap();
        verdicts.0.remove(&KEY).unwrap_or_default().into_iter().collect()
    }

    #[test]
    fn only_what_was_acquired_is_read_and_offsets_without_a_record_are_told_as_gaps() {
        let mut seen = Vec::new();
        let said = read(&delivered(&[(11, 14, 2), (15, 16, 1)]), &mut |record| {
            seen.push((record.offset, record.delivery.expect("it was delivered").count));
            Then::GoOn
        });
        assert_eq!(seen, [(11, 2), (12, 2), (15, 1)]);
        assert_eq!(said, [(11, ACCEPT), (12, ACCEPT), (13, GAP), (14, GAP), (15, ACCEPT), (16, GAP)]);
    }

    #[test]
    fn nothing_is_said_of_records_that_were_not_come_to() {
        let said = read(&delivered(&[(10, 15, 1)]), &mut |record| match record.offset {
            10 => Then::GoOn,
            _ => Then::Stop,
        });
        assert_eq!(said, [(10, ACCEPT), (11, ACCEPT)]);
    }

    #[test]
    fn a_receiver_may_reject_a_record_or_leave_it_open() {
        let said = read(&delivered(&[(10, 12, 1)]), &mut |record| {
            let delivery = record.delivery.expect("it was delivered");
            match record.offset {
                10 => delivery.reject(),
                11 => delivery.leave_open(),
                _ => {}
            }
            Then::GoOn
        });
        assert_eq!(said, [(10, REJECT), (12, ACCEPT)]);
    }
}
