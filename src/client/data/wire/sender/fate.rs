//! What becomes of the batches that were sent: the broker's answers, further tries, and the end of patience.

use std::time::Duration;

use kt_codec::produce_response::PartitionProduceResponse;
use tokio::time::Instant;

use super::super::sealed::Sealed;
use super::{AGAIN, Part, Sender, Trouble};
use crate::client::data::fault::Fault;
use crate::client::data::produce::{Acks, Settled, Undelivered};
use crate::protocol::batch::increment_sequence;
use crate::protocol::code::ErrorCode;

/// How often it is looked for batches that are too old.
pub(super) const LOOK_FOR_OLD: Duration = Duration::from_secs(1);

impl Sender {
    pub(super) fn answered(
        &mut self,
        node: i32,
        batches: Vec<(usize, Sealed)>,
        result: Result<Vec<PartitionProduceResponse>, Fault>,
    ) {
        if let Some(n) = self.under_way.get_mut(&node) {
            *n = n.saturating_sub(1);
        }
        if let Err(fault) = &result {
            self.cluster.drop_link(node);
            self.stale = true;
            self.trouble.entry(node).or_insert(Trouble { since: Instant::now(), fault: fault.clone() });
        }
        for (at, sealed) in batches {
            self.parts[at].under_way -= 1;
            match &result {
                Err(fault) => {
                    let code = match fault {
                        Fault::TimedOut { .. } => ErrorCode::REQUEST_TIMED_OUT,
                        _ => fault.code().unwrap_or(ErrorCode::NETWORK_EXCEPTION),
                    };
                    self.send_again(at, sealed, (code, &fault.to_string()), false);
                }
                Ok(_) if self.settings.acks == Acks::None => self.delivered(at, &sealed, -1),
                Ok(answers) => match answers.iter().find(|answer| answer.index == at as i32) {
                    Some(answer) => self.judge(at, sealed, answer),
                    None => {
                        let why = (ErrorCode::UNKNOWN_SERVER_ERROR, "the broker said nothing about it");
                        self.send_again(at, sealed, why, false);
                    }
                },
            }
            let producer = self.producer;
            self.parts[at].settle_order(producer);
        }
        self.shared.tell_caller();
    }

    /// What the broker's word on one batch means.
    fn judge(&mut self, at: usize, sealed: Sealed, answer: &PartitionProduceResponse) {
        let code = ErrorCode::from(answer.error_code);
        match code {
            ErrorCode::NONE => self.delivered(at, &sealed, answer.base_offset),
            // It was written at an earlier attempt whose answer got lost.
            ErrorCode::DUPLICATE_SEQUENCE_NUMBER => self.delivered(at, &sealed, -1),
            ErrorCode::MESSAGE_TOO_LARGE | ErrorCode::RECORD_LIST_TOO_LARGE if sealed.count > 1 => {
                self.split(at, sealed);
            }
            // The place in its transaction cannot be had again by a new producer id.
            ErrorCode::OUT_OF_ORDER_SEQUENCE_NUMBER
            | ErrorCode::UNKNOWN_PRODUCER_ID
            | ErrorCode::INVALID_PRODUCER_EPOCH
                if self.txn.is_some() =>
            {
                self.undelivered(at, &sealed, code, format!("{} [{code}]", code.message().trim_end_matches('.')));
            }
            ErrorCode::OUT_OF_ORDER_SEQUENCE_NUMBER
            | ErrorCode::UNKNOWN_PRODUCER_ID
            | ErrorCode::INVALID_PRODUCER_EPOCH
                if self.idempotent =>
            {
                let part = &mut self.parts[at];
                let behind_another = part.draining || part.renumber_from.is_some();
                if !behind_another {
                    // The broker has forgotten this producer, or lost a batch it had acknowledged.
                    self.new_id = true;
                }
                self.send_again(at, sealed, (code, code.message()), behind_another);
            }
            _ if code.is_retriable() => {
                self.stale |= code.is_stale_metadata();
                let why = format!("{} [{code}]", code.message().trim_end_matches('.'));
                self.send_again(at, sealed, (code, &why), false);
                if code == ErrorCode::CONCURRENT_TRANSACTIONS {
                    // The transaction before is being finished: a matter of milliseconds.
                    self.parts[at].hold_until = Some(Instant::now() + AGAIN);
                }
            }
            _ => {
                let of_record = answer.record_errors.iter().find_map(|e| e.batch_index_error_message.as_deref());
                let said = of_record.or(answer.error_message.as_deref()).unwrap_or(code.message());
                let reason = format!("{} [{code}]", said.trim_end_matches('.'));
                let part = &mut self.parts[at];
                part.draining = true;
                part.renumber_from = Some(part.renumber_from.map_or(sealed.sequence, |from| from.min(sealed.sequence)));
                self.undelivered(at, &sealed, code, reason);
            }
        }
    }

    fn split(&mut self, at: usize, sealed: Sealed) {
        let part = &mut self.parts[at];
        part.draining = true;
        let producer = self.producer.filter(|_| self.idempotent);
        match sealed.split(&self.settings, producer) {
            Some((first, second)) => {
                part.again.insert(first.order, first);
                part.again.insert(second.order, second);
            }
            None => {
                let why = "a batch of one's own making could not be read".to_owned();
                self.undelivered(at, &sealed, ErrorCode::CORRUPT_MESSAGE, why);
            }
        }
    }

    /// `free`: this attempt does not count, it only stood behind another batch.
    fn send_again(&mut self, at: usize, mut sealed: Sealed, (code, reason): (ErrorCode, &str), free: bool) {
        let now = Instant::now();
        sealed.attempts += u32::from(!free);
        let part = &mut self.parts[at];
        part.draining = true;
        part.hold_until = Some(now + self.settings.retry_backoff);
        if sealed.attempts > self.settings.retries || now - sealed.since > self.settings.delivery_timeout {
            // Nobody knows whether it was written, so its sequence numbers cannot be used again.
            self.new_id |= self.idempotent;
            self.undelivered(at, &sealed, code, reason.to_owned());
            return;
        }
        part.again.insert(sealed.order, sealed);
    }

    fn delivered(&mut self, at: usize, sealed: &Sealed, base_offset: i64) {
        if !sealed.tags.is_empty() {
            let outcome = Ok(base_offset);
            (self.hooks.settled)(&Settled { partition: at as i32, tags: &sealed.tags, outcome });
        }
        self.shared.lock().delivered(at, sealed.count as u64, sealed.weight, base_offset);
    }

    pub(super) fn undelivered(&mut self, at: usize, sealed: &Sealed, code: ErrorCode, reason: String) {
        if let Some(txn) = &mut self.txn {
            txn.fail(Fault::refused(code, "a record of the transaction was not written"));
        }
        if !sealed.tags.is_empty() {
            let outcome = Err((code, reason.clone()));
            (self.hooks.settled)(&Settled { partition: at as i32, tags: &sealed.tags, outcome });
        }
        (self.hooks.undelivered)(&Undelivered {
            topic: self.settings.topic.clone(),
            partition: Some(at as i32),
            count: sealed.count as u64,
            reason,
        });
        // After it was told, so that who waits for the end finds it said.
        self.shared.lock().undelivered(sealed.count as u64, sealed.weight);
    }

    /// Ends what has waited past the delivery timeout without being under way.
    pub(super) fn give_up_old(&mut self) {
        let now = Instant::now();
        self.look_at = now + LOOK_FOR_OLD;
        let limit = self.settings.delivery_timeout;
        for at in 0..self.parts.len() {
            let reason = match self.parts[at].leader.and_then(|node| self.trouble.get(&node)) {
                Some(trouble) => trouble.fault.to_string(),
                None => format!("it waited for more than {} s", limit.as_secs()),
            };
            let old: Vec<i64> =
                self.parts[at].again.iter().filter(|(_, s)| now - s.since > limit).map(|(order, _)| *order).collect();
            for order in old {
                if let Some(sealed) = self.parts[at].again.remove(&order) {
                    self.new_id |= self.idempotent;
                    self.undelivered(at, &sealed, ErrorCode::REQUEST_TIMED_OUT, reason.clone());
                }
            }
            if !self.parts[at].again.is_empty() {
                continue;
            }
            loop {
                let mut pile = self.shared.lock();
                let too_old = pile.open_since(at).is_some_and(|since| now - since > limit) || {
                    // Full batches are older than the open one; the oldest is looked at by lifting it.
                    pile.has_full(at) && self.parts[at].leader.is_none()
                };
                let Some(waiting) = too_old.then(|| pile.lift(at, |open| now - open.since > limit)).flatten() else {
                    break;
                };
                drop(pile);
                if now - waiting.since <= limit {
                    let sealed = self.seal(at, waiting);
                    self.parts[at].again.insert(sealed.order, sealed);
                    break;
                }
                let sealed = self.seal(at, waiting);
                self.undelivered(at, &sealed, ErrorCode::REQUEST_TIMED_OUT, reason.clone());
                self.new_id |= self.idempotent;
            }
        }
        self.shared.tell_caller();
    }
}

impl Part {
    pub(super) fn may_send(&self, now: Instant) -> bool {
        !self.draining && self.hold_until.is_none_or(|hold| now >= hold)
    }

    /// Once nothing is under way: the order is as it should be again, and so are the sequence numbers.
    pub(super) fn settle_order(&mut self, producer: Option<(i64, i16)>) {
        if self.under_way > 0 {
            return;
        }
        self.draining = false;
        let Some(from) = self.renumber_from.take() else { return };
        let Some((id, epoch)) = producer else { return };
        // What stands before the gap keeps its numbers, what stands behind it moves up.
        let mut next = self.again.values().next().map_or(from, |first| first.sequence.min(from));
        for sealed in self.again.values_mut() {
            sealed.renumber(id, epoch, next);
            next = increment_sequence(next, sealed.count);
        }
        self.next_sequence = next;
    }
}
