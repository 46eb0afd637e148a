//! The transactional side of sending: a producer id of one's own, which partitions belong to the running transaction,
//! and its end.
//!
//! There are two protocols (KIP-890). In the first each partition is told to the coordinator before anything is written
//! to it, and the producer keeps its epoch. In the second (transaction.version 2) writing tells it, and each end brings
//! a new epoch, so that nothing late can slip into the next transaction.
//!
//! What must hold: an end is asked for only when nothing is under way any more; a transaction with a record that was
//! given up is never committed; who has been shut out (fenced) is told so and does nothing more.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use kt_codec::add_partitions_to_txn_request::{AddPartitionsToTxnRequest, AddPartitionsToTxnTopic};
use kt_codec::end_txn_request::EndTxnRequest;
use kt_codec::find_coordinator_request::FindCoordinatorRequest;
use kt_codec::init_producer_id_request::InitProducerIdRequest;
use kt_codec::produce_request::ProduceRequest;
use kt_codec::{Message, Request, Str};
use tokio::time::{Instant, sleep, timeout};

use super::super::cluster::ANSWER;
use super::super::link::Link;
use super::super::pile::Ending;
use super::{AGAIN, INIT_CAP, PRODUCE_CAP, Sender};
use crate::client::data::fault::Fault;
use crate::client::data::produce::TransactionSettings;
use crate::client::route::CoordinatorKind;
use crate::protocol::code::ErrorCode;

/// The first versions in which writing itself adds the partition, and the end brings a new epoch.
const PRODUCE_V2: i16 = 12;
const END_V2: i16 = 5;
/// Later versions are for brokers among themselves.
const ADD_CAP: i16 = 3;
/// The feature that says which protocol is in force, and its level for the second.
const FEATURE: &str = "transaction.version";
const SECOND: i16 = 2;
/// How long the coordinator may be busy or away before the act fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// A transactional producer's state.
pub(super) struct Txn {
    pub id: Str,
    timeout_ms: i32,
    second_protocol: bool,
    coordinator: Option<i32>,
    /// Partitions of the running transaction.
    added: BTreeSet<i32>,
    /// Why it can only be aborted.
    failed: Option<Fault>,
}

impl Txn {
    pub fn new(settings: &TransactionSettings) -> Self {
        Self {
            id: Str::from(settings.id.as_str()),
            timeout_ms: i32::try_from(settings.timeout.as_millis()).unwrap_or(i32::MAX),
            second_protocol: false,
            coordinator: None,
            added: BTreeSet::new(),
            failed: None,
        }
    }

    pub fn produce_cap(&self) -> i16 {
        if self.second_protocol { PRODUCE_V2 } else { PRODUCE_CAP }
    }

    /// The first reason stays: what follows is its consequence.
    pub fn fail(&mut self, fault: Fault) {
        self.failed.get_or_insert(fault);
    }
}

/// What a coordinator's answer means for the act that was asked for.
enum Word {
    Done,
    /// In a moment.
    Again,
    /// Another broker has to be asked.
    Elsewhere,
    No(ErrorCode),
}

fn word(code: ErrorCode) -> Word {
    match code {
        ErrorCode::NONE => Word::Done,
        ErrorCode::NOT_COORDINATOR | ErrorCode::COORDINATOR_NOT_AVAILABLE => Word::Elsewhere,
        code if code.is_retriable() || code == ErrorCode::CONCURRENT_TRANSACTIONS => Word::Again,
        code => Word::No(code),
    }
}

impl Sender {
    /// Introduces the producer; what one of the same id had open is aborted by this.
    pub(super) async fn begin_transactions(&mut self) -> Result<(), Fault> {
        let entry = self.cluster.entry().await?;
        let second = entry.finalized(FEATURE).is_some_and(|level| level >= SECOND)
            && entry.version::<EndTxnRequest>(i16::MAX).is_ok_and(|version| version >= END_V2)
            && entry.version::<ProduceRequest>(i16::MAX).is_ok_and(|version| version >= PRODUCE_V2);
        let Some(txn) = &mut self.txn else { return Ok(()) };
        txn.second_protocol = second;
        let request = InitProducerIdRequest {
            transactional_id: Some(txn.id.clone()),
            transaction_timeout_ms: txn.timeout_ms,
            producer_id: -1,
            producer_epoch: -1,
            ..InitProducerIdRequest::default()
        };
        let answer = self.ask_coordinator(&request, INIT_CAP, |answer| ErrorCode::from(answer.error_code)).await?;
        self.take_id(answer.producer_id, answer.producer_epoch);
        Ok(())
    }

    /// From here on the producer has this id and epoch; each epoch counts its batches from 0.
    fn take_id(&mut self, id: i64, epoch: i16) {
        self.producer = Some((id, epoch));
        self.new_id = false;
        for part in &mut self.parts {
            part.next_sequence = 0;
            part.renumber_from = None;
        }
    }

    /// Asks the coordinator until it does what it is asked for, or refuses, or patience is over.
    async fn ask_coordinator<R: Request>(
        &mut self,
        request: &R,
        cap: i16,
        code: impl Fn(&R::Response) -> ErrorCode,
    ) -> Result<R::Response, Fault> {
        let until = Instant::now() + PATIENCE;
        let mut pause = AGAIN;
        loop {
            let fault = match self.coordinator_link().await {
                Ok(link) => match timeout(ANSWER, link.call(request, cap)).await {
                    Ok(Ok(answer)) => match word(code(&answer)) {
                        Word::Done => return Ok(answer),
                        Word::No(code) => return Err(self.refused(code)),
                        Word::Again => self.refused(code(&answer)),
                        Word::Elsewhere => {
                            self.forget_coordinator();
                            self.refused(code(&answer))
                        }
                    },
                    Ok(Err(fault)) => {
                        self.forget_coordinator();
                        fault
                    }
                    Err(_) => Fault::TimedOut {
                        what: format!("{} did not answer {} in time", link.address(), R::API_KEY.name()),
                    },
                },
                Err(fault) => fault,
            };
            let passing = fault.is_passing() || fault.code() == Some(ErrorCode::CONCURRENT_TRANSACTIONS);
            if !passing || Instant::now() + pause > until {
                return Err(fault);
            }
            sleep(pause).await;
            pause = (pause * 2).min(self.settings.retry_backoff.max(AGAIN));
        }
    }

    fn refused(&self, code: ErrorCode) -> Fault {
        let id = self.txn.as_ref().map(|txn| txn.id.to_string()).unwrap_or_default();
        Fault::refused(code, format!("the transactions of {id}"))
    }

    fn forget_coordinator(&mut self) {
        if let Some(node) = self.txn.as_mut().and_then(|txn| txn.coordinator.take()) {
            // If only the link was bad it is made anew; a leader of partitions there will be found again too.
            if self.under_way.get(&node).copied().unwrap_or(0) == 0 {
                self.cluster.drop_link(node);
            }
        }
    }

    async fn coordinator_link(&mut self) -> Result<Arc<Link>, Fault> {
        let known = self.txn.as_ref().and_then(|txn| txn.coordinator);
        let node = match known {
            Some(node) => node,
            None => self.find_coordinator().await?,
        };
        self.cluster.link(node).await
    }

    async fn find_coordinator(&mut self) -> Result<i32, Fault> {
        let id = self.txn.as_ref().map(|txn| txn.id.clone()).unwrap_or_default();
        let link = self.cluster.entry().await?;
        let cap = FindCoordinatorRequest::VERSIONS.1;
        let many = link.version::<FindCoordinatorRequest>(cap)? >= 4;
        let mut request = FindCoordinatorRequest { key_type: CoordinatorKind::Transaction as i8, ..Default::default() };
        if many {
            request.coordinator_keys = vec![id];
        } else {
            request.key = id;
        }
        let answer = timeout(ANSWER, link.call(&request, cap)).await.unwrap_or_else(|_| {
            Err(Fault::TimedOut { what: format!("{} does not name the coordinator in time", link.address()) })
        })?;
        let (code, node) = match answer.coordinators.first() {
            Some(found) => (found.error_code, found.node_id),
            None => (answer.error_code, answer.node_id),
        };
        let code = ErrorCode::from(code);
        if code.is_error() {
            return Err(self.refused(code));
        }
        if !self.cluster.knows(node) {
            // It joined after the metadata was asked for.
            self.refresh(false).await?;
        }
        if let Some(txn) = &mut self.txn {
            txn.coordinator = Some(node);
        }
        Ok(node)
    }

    /// Sees to it that what goes to `node` now belongs to the transaction. `false`: nothing may go.
    pub(super) async fn add_to_transaction(&mut self, node: i32) -> Result<bool, Fault> {
        if self.txn.is_none() {
            return Ok(true);
        }
        let waiting = {
            let pile = self.shared.lock();
            let has = |at: usize| {
                let part = &self.parts[at];
                part.leader == Some(node)
                    && (!part.again.is_empty() || pile.has_full(at) || pile.open_since(at).is_some())
            };
            (0..self.parts.len()).filter(|at| has(*at)).map(|at| at as i32).collect::<Vec<i32>>()
        };
        let (Some(txn), Some((producer_id, producer_epoch))) = (&mut self.txn, self.producer) else { return Ok(false) };
        let new: Vec<i32> = waiting.into_iter().filter(|at| !txn.added.contains(at)).collect();
        if new.is_empty() || txn.second_protocol {
            txn.added.extend(new);
            return Ok(true);
        }
        let topic = AddPartitionsToTxnTopic { name: self.topic.clone(), partitions: new.clone(), ..Default::default() };
        let request = AddPartitionsToTxnRequest {
            v3_and_below_transactional_id: txn.id.clone(),
            v3_and_below_producer_id: producer_id,
            v3_and_below_producer_epoch: producer_epoch,
            v3_and_below_topics: vec![topic],
            ..AddPartitionsToTxnRequest::default()
        };
        let asked = self
            .ask_coordinator(&request, ADD_CAP, |answer| {
                let results = answer.results_by_topic_v3_and_below.iter().flat_map(|topic| &topic.results_by_partition);
                let codes = results.map(|partition| ErrorCode::from(partition.partition_error_code));
                // One partition's error keeps all out; those that were only not tried do not say why.
                let mut wrong: Vec<ErrorCode> = codes.filter(|code| code.is_error()).collect();
                wrong.sort_by_key(|code| *code == ErrorCode::OPERATION_NOT_ATTEMPTED);
                wrong.first().copied().unwrap_or(ErrorCode::NONE)
            })
            .await;
        match asked {
            Ok(_) => {
                if let Some(txn) = &mut self.txn {
                    txn.added.extend(new);
                }
                Ok(true)
            }
            Err(fault) if is_final(&fault) => Err(fault),
            Err(fault) => {
                if let Some(txn) = &mut self.txn {
                    txn.fail(fault);
                }
                self.give_up_waiting(true);
                Ok(false)
            }
        }
    }

    /// Does what the caller wants of the transaction, as soon as it can be done.
    pub(super) async fn settle_transaction(&mut self) -> Result<(), Fault> {
        let Some(txn) = &mut self.txn else { return Ok(()) };
        if self.new_id {
            // Where other producers start over, this one has lost its place.
            self.new_id = false;
            txn.fail(Fault::refused(ErrorCode::OUT_OF_ORDER_SEQUENCE_NUMBER, "the fate of a batch is not known"));
        }
        let failed = txn.failed.clone();
        if let Some(fault) = failed.as_ref().filter(|fault| is_final(fault)) {
            let fault = fault.clone();
            self.give_up_waiting(true);
            return Err(fault);
        }
        let ending = {
            let mut pile = self.shared.lock();
            pile.failed = failed.clone();
            pile.ending
        };
        match ending {
            None => {
                if failed.is_some() {
                    self.give_up_waiting(true);
                }
                return Ok(());
            }
            Some(Ending::Abort) => self.give_up_waiting(false),
            Some(Ending::Commit) if failed.is_some() => self.give_up_waiting(true),
            Some(Ending::Commit) => {}
        }
        if !self.shared.lock().is_empty() {
            return Ok(());
        }
        // A failure may have come with the last answer.
        let failed = self.txn.as_ref().and_then(|txn| txn.failed.clone());
        let outcome = match (ending, failed) {
            (Some(Ending::Commit), Some(fault)) => Err(fault),
            (Some(Ending::Commit), None) => self.end(true).await.map(|()| Ending::Commit),
            _ => self.end(false).await.map(|()| Ending::Abort),
        };
        let fatal = outcome.as_ref().err().filter(|fault| is_final(fault)).cloned();
        {
            let mut pile = self.shared.lock();
            pile.ending = None;
            pile.ended = Some(outcome);
            pile.failed = self.txn.as_ref().and_then(|txn| txn.failed.clone());
        }
        self.shared.tell_caller();
        fatal.map_or(Ok(()), Err)
    }

    async fn end(&mut self, committed: bool) -> Result<(), Fault> {
        let (Some(txn), Some((producer_id, producer_epoch))) = (&mut self.txn, self.producer) else { return Ok(()) };
        let failed = txn.failed.is_some();
        let (second, empty) = (txn.second_protocol, txn.added.is_empty());
        if !empty {
            let request = EndTxnRequest {
                transactional_id: txn.id.clone(),
                producer_id,
                producer_epoch,
                committed,
                ..EndTxnRequest::default()
            };
            let cap = if second { END_V2 } else { END_V2 - 1 };
            let answer = self.ask_coordinator(&request, cap, |answer| ErrorCode::from(answer.error_code)).await?;
            if let Some(txn) = &mut self.txn {
                txn.added.clear();
            }
            if second && answer.producer_id >= 0 {
                self.take_id(answer.producer_id, answer.producer_epoch);
            }
        }
        if let Some(txn) = &mut self.txn {
            txn.failed = None;
        }
        if !committed && (failed || !second) {
            // Sequence numbers were given to batches that never left; a new epoch begins anew.
            self.begin_transactions().await?;
        }
        Ok(())
    }

    /// Settles all that waits as not written; `tell` says so.
    fn give_up_waiting(&mut self, tell: bool) {
        let code = self.txn.as_ref().and_then(|txn| txn.failed.as_ref()).and_then(Fault::code);
        let code = code.unwrap_or(ErrorCode::TRANSACTION_ABORTABLE);
        let reason = "its transaction is being aborted".to_owned();
        for at in 0..self.parts.len() {
            let again = std::mem::take(&mut self.parts[at].again);
            let waiting = self.shared.lock().clear(at);
            let fresh: Vec<_> = waiting.into_iter().map(|waiting| self.seal(at, waiting)).collect();
            for sealed in again.into_values().chain(fresh) {
                if tell {
                    self.undelivered(at, &sealed, code, reason.clone());
                } else {
                    self.shared.lock().undelivered(sealed.count as u64, sealed.weight);
                }
            }
        }
        self.shared.tell_caller();
    }
}

/// Another producer has this id now, or it may not be used at all.
fn is_final(fault: &Fault) -> bool {
    matches!(
        fault.code(),
        Some(
            ErrorCode::PRODUCER_FENCED
                | ErrorCode::INVALID_PRODUCER_EPOCH
                | ErrorCode::INVALID_PRODUCER_ID_MAPPING
                | ErrorCode::INVALID_TXN_STATE
                | ErrorCode::TRANSACTIONAL_ID_AUTHORIZATION_FAILED
                | ErrorCode::TRANSACTION_COORDINATOR_FENCED
        )
    )
}
