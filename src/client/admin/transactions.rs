//! Transactions: list them, look at one, see who writes to a partition, and end what nobody ends any more.

use std::collections::HashMap;

use kt_codec::Str;
use kt_codec::describe_producers_request::{DescribeProducersRequest, TopicRequest};
use kt_codec::describe_producers_response::ProducerState;
use kt_codec::describe_transactions_request::DescribeTransactionsRequest;
use kt_codec::describe_transactions_response::TransactionState;
use kt_codec::init_producer_id_request::InitProducerIdRequest;
use kt_codec::list_transactions_request::ListTransactionsRequest;
use kt_codec::write_txn_markers_request::{WritableTxnMarker, WritableTxnMarkerTopic, WriteTxnMarkersRequest};

use super::offsets::by_topic;
use super::{TopicPartition, in_order};
use crate::client::error::{Error, Result};
use crate::client::fan;
use crate::client::route::{Client, CoordinatorKind, To};
use crate::protocol::code::ErrorCode;

/// Which transactions are asked for; by default all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// By the coordinator's names: `Ongoing`, `PrepareCommit`, …
    pub states: Vec<String>,
    pub producer_ids: Vec<i64>,
    /// Only those that run for longer (3.8 and later).
    pub longer_than_ms: Option<i64>,
    /// A regular expression of transactional ids, read by the broker (4.1 and later).
    pub pattern: Option<String>,
}

/// A transactional id in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: String,
    pub coordinator: i32,
    pub producer_id: i64,
    /// By the coordinator's name.
    pub state: String,
}

/// What its coordinator knows of a transactional id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    pub id: String,
    pub coordinator: i32,
    pub producer_id: i64,
    pub producer_epoch: i16,
    pub state: String,
    pub timeout_ms: i32,
    /// When the running one began, in ms since 1970.
    pub started_ms: Option<i64>,
    /// Those written to, or still without their marker.
    pub partitions: Vec<TopicPartition>,
}

/// A producer as a partition remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveProducer {
    pub id: i64,
    pub epoch: i32,
    /// Of the coordinator that wrote the last marker.
    pub coordinator_epoch: Option<i32>,
    pub last_sequence: i32,
    pub last_timestamp: i64,
    /// Where its open transaction began.
    pub open_since: Option<i64>,
}

/// A transaction on one partition that is to be aborted there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abort {
    pub partition: TopicPartition,
    pub producer_id: i64,
    pub producer_epoch: i16,
    pub coordinator_epoch: i32,
}

/// A transaction that is open on a partition although no coordinator will end it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hanging {
    pub partition: TopicPartition,
    pub producer: ActiveProducer,
}

impl Client {
    /// All transactional ids that fit, from each broker; an error of one broker stands beside the others' answers.
    pub async fn list_transactions(&self, filter: &Filter) -> Result<Vec<(i32, Result<Vec<Listed>>)>> {
        let cluster = self.cluster().await.map_err(|error| error.during("listTransactions"))?;
        let mut brokers = cluster.ids();
        brokers.sort_unstable();
        let answers = fan::all(brokers.iter().map(|id| self.transactions_of(*id, filter))).await;
        let named = |answer: Result<Vec<Listed>>| answer.map_err(|error| error.during("listTransactions"));
        Ok(brokers.into_iter().zip(answers.into_iter().map(named)).collect())
    }

    async fn transactions_of(&self, broker: i32, filter: &Filter) -> Result<Vec<Listed>> {
        let versions = self.versions(To::Broker(broker)).await?;
        let wanted = match filter {
            Filter { pattern: Some(_), .. } => 2,
            Filter { longer_than_ms: Some(ms), .. } if *ms >= 0 => 1,
            _ => 0,
        };
        if wanted > 0 && versions.pick::<ListTransactionsRequest>().is_ok_and(|version| version < wanted) {
            let message = format!(
                "Attempted to write a non-default {} at version {}",
                if wanted == 2 { "transactionalIdPattern" } else { "durationFilter" },
                versions.pick::<ListTransactionsRequest>().unwrap_or(0)
            );
            return Err(Error::refused(ErrorCode::UNSUPPORTED_VERSION, Some(&message), format!("broker {broker}")));
        }
        let request = ListTransactionsRequest {
            state_filters: filter.states.iter().map(|state| Str::from(state.as_str())).collect(),
            producer_id_filters: filter.producer_ids.clone(),
            duration_filter: filter.longer_than_ms.unwrap_or(-1),
            transactional_id_pattern: filter.pattern.as_deref().map(Str::from),
            ..ListTransactionsRequest::default()
        };
        self.patiently(async || {
            let response = self.send(To::Broker(broker), &request).await?;
            match ErrorCode(response.error_code) {
                ErrorCode::NONE => {}
                code => {
                    let message =
                        format!("ListTransactions request sent to broker {broker} failed with an unexpected exception");
                    return Err(Error::refused(code, Some(&message), ""));
                }
            }
            let listed = |state: kt_codec::list_transactions_response::TransactionState| Listed {
                id: state.transactional_id.to_string(),
                coordinator: broker,
                producer_id: state.producer_id,
                state: state_name(&state.transaction_state),
            };
            Ok(response.transaction_states.into_iter().map(listed).collect())
        })
        .await
    }

    /// What the coordinators know of these ids.
    pub async fn describe_transactions(&self, ids: &[String]) -> Vec<(String, Result<Transaction>)> {
        let answers = fan::all(ids.iter().map(|id| self.describe_transaction(id))).await;
        let named = |answer: Result<Transaction>| answer.map_err(|error| error.during("describeTransactions"));
        ids.iter().cloned().zip(answers.into_iter().map(named)).collect()
    }

    async fn describe_transaction(&self, id: &str) -> Result<Transaction> {
        let request = DescribeTransactionsRequest {
            transactional_ids: vec![id.into()],
            ..DescribeTransactionsRequest::default()
        };
        self.patiently(async || {
            let coordinator = self.coordinator(CoordinatorKind::Transaction, id).await?;
            let response = self.send(To::Broker(coordinator), &request).await?;
            let state = response.transaction_states.into_iter().find(|state| &*state.transactional_id == id);
            let state = state.ok_or_else(|| {
                let message = "The broker's answer does not mention it.";
                Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some(message), format!("transactional id {id}"))
            })?;
            match ErrorCode(state.error_code) {
                ErrorCode::NONE => Ok(Transaction::of(state, coordinator)),
                code => {
                    let why = match code {
                        ErrorCode::TRANSACTIONAL_ID_NOT_FOUND => "because the ID could not be found",
                        ErrorCode::TRANSACTIONAL_ID_AUTHORIZATION_FAILED => "due to authorization failure",
                        _ => "due to unexpected error",
                    };
                    let message = format!("DescribeTransactions request for transactionalId `{id}` failed {why}");
                    Err(Error::refused(code, Some(&message), ""))
                }
            }
        })
        .await
    }

    /// The producers that partitions remember: as their leaders know them, or as one broker does.
    pub async fn describe_producers(
        &self,
        partitions: &[TopicPartition],
        broker: Option<i32>,
    ) -> Result<Vec<(TopicPartition, Result<Vec<ActiveProducer>>)>> {
        let outcome = match broker {
            None => self.of_leaders(partitions, |leader, group| self.producers_at(leader, group, false)).await,
            Some(broker) => self.producers_at(broker, partitions.to_vec(), true).await.map(|answers| {
                let missing = |tp: &TopicPartition| {
                    Err(Error::refused(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION, None, format!("partition {tp}")))
                };
                in_order(partitions, answers, missing)
            }),
        };
        outcome.map_err(|error| error.during("describeProducers"))
    }

    async fn producers_at(
        &self,
        broker: i32,
        group: Vec<TopicPartition>,
        named: bool,
    ) -> Result<Vec<(TopicPartition, Result<Vec<ActiveProducer>>)>> {
        let topic = |(name, partitions): (&str, Vec<&TopicPartition>)| TopicRequest {
            name: name.into(),
            partition_indexes: partitions.into_iter().map(|tp| tp.partition).collect(),
            ..Default::default()
        };
        let topics = by_topic(&group).into_iter().map(topic).collect();
        let request = DescribeProducersRequest { topics, ..DescribeProducersRequest::default() };
        let response = self.send(To::Broker(broker), &request).await?;
        let mut outcomes = Vec::with_capacity(group.len());
        for topic in response.topics {
            for partition in topic.partitions {
                let tp = TopicPartition::new(&topic.name[..], partition.partition_index);
                let outcome = match ErrorCode(partition.error_code) {
                    ErrorCode::NONE => Ok(partition.active_producers.iter().map(ActiveProducer::from).collect()),
                    code @ ErrorCode::NOT_LEADER_OR_FOLLOWER if named => {
                        let message =
                            format!("Failed to describe active producers for partition {tp} on brokerId {broker}");
                        // As long as the broker is named nobody else is asked, so this is final.
                        Err(Error::refused(code, Some(&message), ""))
                    }
                    code => Err(Error::refused(code, partition.error_message.as_deref(), format!("partition {tp}"))),
                };
                outcomes.push((tp, outcome));
            }
        }
        Ok(outcomes)
    }

    /// Writes an abort marker to one partition: only for what no coordinator will end.
    pub async fn abort_transaction(&self, abort: &Abort) -> Result<()> {
        let asked = [abort.partition.clone()];
        let answers = self
            .of_leaders(&asked, |leader, _| self.abort_at(leader, abort))
            .await
            .map_err(|error| error.during("abortTransaction"))?;
        answers.into_iter().try_for_each(|(_, outcome)| outcome)
    }

    async fn abort_at(&self, leader: i32, abort: &Abort) -> Result<Vec<(TopicPartition, Result<()>)>> {
        let topic = WritableTxnMarkerTopic {
            name: abort.partition.topic.as_str().into(),
            partition_indexes: vec![abort.partition.partition],
            ..Default::default()
        };
        let marker = WritableTxnMarker {
            producer_id: abort.producer_id,
            producer_epoch: abort.producer_epoch,
            transaction_result: false,
            topics: vec![topic],
            coordinator_epoch: abort.coordinator_epoch,
            ..WritableTxnMarker::default()
        };
        let request = WriteTxnMarkersRequest { markers: vec![marker], ..WriteTxnMarkersRequest::default() };
        let response = self.send(To::Broker(leader), &request).await?;
        let mut outcomes = Vec::new();
        for topic in response.markers.into_iter().flat_map(|marker| marker.topics) {
            for partition in topic.partitions {
                let tp = TopicPartition::new(&topic.name[..], partition.partition_index);
                let outcome = match ErrorCode(partition.error_code) {
                    ErrorCode::NONE => Ok(()),
                    code => Err(Error::refused(code, None, format!("the transaction on partition {tp}"))),
                };
                outcomes.push((tp, outcome));
            }
        }
        Ok(outcomes)
    }

    /// Ends whatever transaction this id has open (which may take some tries: `CONCURRENT_TRANSACTIONS`), and shuts out the producer that had it: the next one gets its place.
    pub async fn fence_producer(&self, id: &str) -> Result<(i64, i16)> {
        let request = InitProducerIdRequest {
            transactional_id: Some(id.into()),
            transaction_timeout_ms: self.timeout_ms(),
            producer_id: -1,
            producer_epoch: -1,
            ..InitProducerIdRequest::default()
        };
        self.patiently(async || {
            let coordinator = self.coordinator(CoordinatorKind::Transaction, id).await?;
            let response = self.send(To::Broker(coordinator), &request).await?;
            match ErrorCode(response.error_code) {
                ErrorCode::NONE => Ok((response.producer_id, response.producer_epoch)),
                code => Err(Error::refused(code, None, format!("transactional id {id}"))),
            }
        })
        .await
        .map_err(|error| error.during("fenceProducer"))
    }

    /// The open transactions of these partitions that are older than `older_than_ms` and that no coordinator knows of.
    pub async fn find_hanging(
        &self,
        partitions: &[TopicPartition],
        broker: Option<i32>,
        older_than_ms: i64,
        now_ms: i64,
    ) -> Result<Vec<Hanging>> {
        let mut open: Vec<Hanging> = Vec::new();
        for group in partitions.chunks(AT_ONCE) {
            for (partition, producers) in self.describe_producers(group, broker).await? {
                let old = |producer: &ActiveProducer| {
                    producer.open_since.is_some() && now_ms.saturating_sub(producer.last_timestamp) > older_than_ms
                };
                let found = producers?.into_iter().filter(old);
                open.extend(found.map(|producer| Hanging { partition: partition.clone(), producer }));
            }
        }
        if open.is_empty() {
            return Ok(open);
        }
        let mut producer_ids: Vec<i64> = open.iter().map(|hanging| hanging.producer.id).collect();
        producer_ids.sort_unstable();
        producer_ids.dedup();
        let filter = Filter { producer_ids, ..Filter::default() };
        let mut names: HashMap<i64, String> = HashMap::new();
        for (_, listed) in self.list_transactions(&filter).await? {
            names.extend(listed?.into_iter().map(|listed| (listed.producer_id, listed.id)));
        }
        let mut ids: Vec<String> = names.values().cloned().collect();
        ids.sort_unstable();
        ids.dedup();
        let mut known: HashMap<String, Transaction> = HashMap::new();
        for (id, described) in self.describe_transactions(&ids).await {
            match described {
                Ok(transaction) => drop(known.insert(id, transaction)),
                Err(error) if error.code() == Some(ErrorCode::TRANSACTIONAL_ID_NOT_FOUND) => {}
                Err(error) => return Err(error),
            }
        }
        // What its coordinator still has on its list will get a marker from it.
        open.retain(|hanging| {
            let transaction = names.get(&hanging.producer.id).and_then(|id| known.get(id));
            !transaction.is_some_and(|transaction| transaction.partitions.contains(&hanging.partition))
        });
        Ok(open)
    }
}

/// How many partitions one question about producers names, as in the original.
const AT_ONCE: usize = 500;

/// The states that the original knows; others it calls unknown.
const STATES: [&str; 7] =
    ["Ongoing", "PrepareAbort", "PrepareCommit", "CompleteAbort", "CompleteCommit", "Empty", "PrepareEpochFence"];

fn state_name(state: &str) -> String {
    STATES.iter().find(|known| **known == state).unwrap_or(&"Unknown").to_string()
}

impl Transaction {
    fn of(state: TransactionState, coordinator: i32) -> Self {
        let partitions = state.topics.iter().flat_map(|topic| {
            topic.partitions.iter().map(|partition| TopicPartition::new(&topic.topic[..], *partition))
        });
        Transaction {
            id: state.transactional_id.to_string(),
            coordinator,
            producer_id: state.producer_id,
            producer_epoch: state.producer_epoch,
            state: state_name(&state.transaction_state),
            timeout_ms: state.transaction_timeout_ms,
            started_ms: Some(state.transaction_start_time_ms).filter(|ms| *ms >= 0),
            partitions: partitions.collect(),
        }
    }
}

impl From<&ProducerState> for ActiveProducer {
    fn from(state: &ProducerState) -> Self {
        ActiveProducer {
            id: state.producer_id,
            epoch: state.producer_epoch,
            coordinator_epoch: Some(state.coordinator_epoch).filter(|epoch| *epoch >= 0),
            last_sequence: state.last_sequence,
            last_timestamp: state.last_timestamp,
            open_since: Some(state.current_txn_start_offset).filter(|offset| *offset >= 0),
        }
    }
}
