//! Produce: records from a client to the partitions.
//!
//! A batch is checked outside of every lock, then appended under its partition's own. The answer waits only for what
//! acks=all asks for: that the high watermark has passed the records.

use kt_codec::produce_request::{PartitionProduceData, ProduceRequest, TopicProduceData};
use kt_codec::produce_response::{
    BatchIndexAndErrorMessage, LeaderIdAndEpoch, NodeEndpoint, PartitionProduceResponse, ProduceResponse,
    TopicProduceResponse,
};
use kt_codec::{Records, Str, Uuid};

use std::sync::Arc;

use super::produce_txn::{Beginning, Joined, begin};
use super::{Answer, Api, Body, Cx, api, encode};
use crate::broker::internal;
use crate::broker::partition::{Acks, AppendError, Appended, Partition};
use crate::broker::planted::{self, Fault};
use crate::broker::quota::What;
use crate::protocol::acl::Operation;
use crate::protocol::batch::BatchHeader;
use crate::protocol::code::ErrorCode;

/// Versions 0 to 2 are offered and refused, as the original does: librdkafka takes the offered range for a sign of what
/// record formats the broker knows (KAFKA-18659).
pub const APIS: &[Api] = &[api!(Produce, 3..=13, offered from 0, raw produce)];

/// The client id under which the original lets tools write to internal topics.
const MAY_WRITE_INTERNAL: &str = "__admin_client";

fn produce(cx: Cx, request: ProduceRequest) -> Answer {
    let Some(acks) = Acks::of(request.acks) else {
        return refuse_all(&cx, request, ErrorCode::INVALID_REQUIRED_ACKS);
    };
    let may = |id: &Str| cx.may_transactional(Operation::Write, id);
    if is_transactional(&request) && !request.transactional_id.as_ref().is_some_and(may) {
        return refuse_all(&cx, request, ErrorCode::TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
    }
    match begin(&cx, &request) {
        Ok(Beginning::Nothing) => {
            let timeout_ms = request.timeout_ms;
            let (response, unsettled) = append_all(&cx, request, acks, &Joined::default());
            finish(cx, acks, response, unsettled, timeout_ms)
        }
        // The coordinator's answer is waited for, and then it is too late to say nothing.
        Ok(Beginning::Asks(_)) if acks == Acks::None => Answer::Close("a transaction begins with acks=0"),
        Ok(Beginning::Asks(question)) => Answer::Later(Box::pin(async move {
            let joined = question.ask(&cx).await;
            let timeout_ms = request.timeout_ms;
            let (response, unsettled) = append_all(&cx, request, acks, &joined);
            settle(cx, response, unsettled, timeout_ms).await
        })),
        Err(code) => refuse_all(&cx, request, code),
    }
}

type Unsettled = Vec<(Arc<Partition>, Appended)>;

fn append_all(cx: &Cx, request: ProduceRequest, acks: Acks, joined: &Joined) -> (ProduceResponse, Unsettled) {
    let mut response = ProduceResponse::default();
    let mut unsettled = Vec::new();
    if cx.broker.quotas.is_active() {
        let all = request.topic_data.iter().flat_map(|t| &t.partition_data);
        let bytes: usize = all.filter_map(|p| Some(p.records.as_ref()?.bytes()?.len())).sum();
        cx.count(What::Produce, bytes as f64, &mut response);
    }
    for topic in request.topic_data {
        let mut answered =
            TopicProduceResponse { name: topic.name.clone(), topic_id: topic.topic_id, ..Default::default() };
        let names = Names { version: cx.version, name: &topic.name, id: topic.topic_id };
        for data in &topic.partition_data {
            match append(cx, &names, data, acks, joined) {
                Ok((partition, appended)) => {
                    if acks == Acks::All && !partition.is_settled(&appended) {
                        unsettled.push((partition, appended.clone()));
                    }
                    answered.partition_responses.push(success(data.index, &appended));
                }
                Err(e) => answered.partition_responses.push(failure(cx, data.index, e, &mut response.node_endpoints)),
            }
        }
        response.responses.push(answered);
    }
    (response, unsettled)
}

/// Whether any batch claims to be part of a transaction.
fn is_transactional(request: &ProduceRequest) -> bool {
    let all = request.topic_data.iter().flat_map(|t| &t.partition_data);
    all.filter_map(|p| p.records.as_ref()?.bytes())
        .any(|records| BatchHeader::peek(records).is_ok_and(|header| header.is_transactional()))
}

fn finish(cx: Cx, acks: Acks, response: ProduceResponse, unsettled: Unsettled, timeout_ms: i32) -> Answer {
    if acks == Acks::None {
        let failed = |p: &PartitionProduceResponse| p.error_code != 0;
        let any_failed = response.responses.iter().flat_map(|t| &t.partition_responses).any(failed);
        return if any_failed { Answer::Close("a record could not be appended") } else { Answer::Nothing };
    }
    if unsettled.is_empty() {
        return Answer::Now(encode(&response, cx.version));
    }
    Answer::Later(Box::pin(settle(cx, response, unsettled, timeout_ms)))
}

async fn settle(cx: Cx, mut response: ProduceResponse, unsettled: Unsettled, timeout_ms: i32) -> Body {
    let deadline = tokio::time::Instant::now() + super::millis(timeout_ms);
    for (partition, appended) in unsettled {
        if let Err(code) = partition.settled(&appended, deadline).await {
            mark(&mut response, &partition, code);
        }
    }
    encode(&response, cx.version)
}

/// A produce that was appended and could not be kept in time, or at all.
fn mark(response: &mut ProduceResponse, partition: &Partition, code: ErrorCode) {
    let topics = response.responses.iter_mut();
    let topic = topics.filter(|t| t.topic_id == partition.topic_id() || t.name == *partition.topic());
    for p in topic.flat_map(|t| &mut t.partition_responses).filter(|p| p.index == partition.index()) {
        p.error_code = code.code();
        p.base_offset = -1;
        p.log_append_time_ms = -1;
    }
}

/// How the request names a topic: by id from version 13 on.
pub(super) struct Names<'a> {
    pub version: i16,
    pub name: &'a Str,
    pub id: Uuid,
}

impl Names<'_> {
    pub fn partition(&self, cx: &Cx, index: i32) -> Result<Arc<Partition>, ErrorCode> {
        if self.version >= 13 {
            cx.broker.partition_by_id(self.id, index)
        } else {
            cx.broker.partition(self.name, index)
        }
    }
}

fn append(
    cx: &Cx,
    names: &Names<'_>,
    data: &PartitionProduceData,
    acks: Acks,
    joined: &Joined,
) -> Result<(Arc<Partition>, Appended), AppendError> {
    let partition = names.partition(cx, data.index);
    // Whether a topic is there is told to nobody who may not write to it.
    let topic = partition.as_ref().map_or(names.name, |partition| partition.topic());
    if !cx.may_topic(Operation::Write, topic) {
        return Err(ErrorCode::TOPIC_AUTHORIZATION_FAILED.into());
    }
    let partition = partition?;
    if internal::is_internal(partition.topic()) && cx.client.id.as_deref() != Some(MAY_WRITE_INTERNAL) {
        return Err(AppendError::new(
            ErrorCode::INVALID_TOPIC_EXCEPTION,
            format!("Cannot append to internal topic {}", partition.topic()),
        ));
    }
    let verified = joined.verified(&partition)?;
    let Some(Records::Bytes(records)) = &data.records else {
        return Err(AppendError::corrupt("the records of the partition are null"));
    };
    if planted::is(Fault::DropsBatches)
        && let Ok(header) = BatchHeader::peek(records)
        && header.is_transactional()
        && partition.view().log_end() % 7 == 3
    {
        return Ok((partition, planted::forgotten()));
    }
    let appended = partition.append(records, acks, cx.version, verified, cx.broker.clock.now_ms())?;
    if appended.sync_due {
        cx.broker.sync_soon(&partition);
    }
    Ok((partition, appended))
}

fn success(index: i32, appended: &Appended) -> PartitionProduceResponse {
    PartitionProduceResponse {
        index,
        base_offset: appended.base_offset,
        log_append_time_ms: appended.log_append_time_ms,
        log_start_offset: appended.log_start_offset,
        ..Default::default()
    }
}

fn failure(cx: &Cx, index: i32, error: AppendError, endpoints: &mut Vec<NodeEndpoint>) -> PartitionProduceResponse {
    let mut response = PartitionProduceResponse {
        index,
        error_code: error.code.code(),
        error_message: error.message.map(Str::from),
        base_offset: -1,
        log_append_time_ms: -1,
        log_start_offset: error.log_start_offset,
        record_errors: error
            .records
            .into_iter()
            .map(|(batch_index, message)| BatchIndexAndErrorMessage {
                batch_index,
                batch_index_error_message: message.map(Str::from),
                ..Default::default()
            })
            .collect(),
        ..Default::default()
    };
    if let (true, Some(leader)) = (cx.version >= 10, error.leader) {
        // The client learns where to go without asking for metadata (KIP-951).
        response.current_leader =
            LeaderIdAndEpoch { leader_id: leader.id, leader_epoch: leader.epoch, ..Default::default() };
        if let Some(node) = cx.broker.endpoint(leader.id, cx.client.listener)
            && !endpoints.iter().any(|e| e.node_id == leader.id)
        {
            endpoints.push(NodeEndpoint {
                node_id: leader.id,
                host: node.host,
                port: node.port,
                rack: node.rack,
                ..Default::default()
            });
        }
    }
    response
}

/// The whole request is at fault: every partition says so.
fn refuse_all(cx: &Cx, request: ProduceRequest, code: ErrorCode) -> Answer {
    if request.acks == 0 {
        // Nobody reads an answer: it would be taken for that of the next request.
        return Answer::Close("the whole request was refused");
    }
    let refuse = |topic: TopicProduceData| TopicProduceResponse {
        partition_responses: topic
            .partition_data
            .iter()
            .map(|p| PartitionProduceResponse {
                index: p.index,
                error_code: code.code(),
                base_offset: -1,
                log_append_time_ms: -1,
                log_start_offset: -1,
                ..Default::default()
            })
            .collect(),
        name: topic.name,
        topic_id: topic.topic_id,
        ..Default::default()
    };
    let responses = request.topic_data.into_iter().map(refuse).collect();
    Answer::Now(encode(&ProduceResponse { responses, ..Default::default() }, cx.version))
}
