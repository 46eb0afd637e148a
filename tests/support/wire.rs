//! Kafka's protocol by hand: a connection that asks one thing at a time, and a transactional producer made of such
//! questions. For tests of what no client library can be made to do.

use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use kt::protocol::batch::{BatchBuilder, batches};
use kt::protocol::code::ErrorCode;
use kt_codec::add_offsets_to_txn_request::AddOffsetsToTxnRequest;
use kt_codec::add_partitions_to_txn_request::{AddPartitionsToTxnRequest, AddPartitionsToTxnTopic};
use kt_codec::create_topics_request::{CreatableTopic, CreateTopicsRequest};
use kt_codec::end_txn_request::EndTxnRequest;
use kt_codec::fetch_request::{FetchPartition, FetchRequest, FetchTopic};
use kt_codec::find_coordinator_request::FindCoordinatorRequest;
use kt_codec::init_producer_id_request::InitProducerIdRequest;
use kt_codec::list_offsets_request::{ListOffsetsPartition, ListOffsetsRequest, ListOffsetsTopic};
use kt_codec::offset_fetch_request::{OffsetFetchRequest, OffsetFetchRequestTopic};
use kt_codec::produce_request::{PartitionProduceData, ProduceRequest, TopicProduceData};
use kt_codec::request_header::RequestHeader;
use kt_codec::txn_offset_commit_request::{
    TxnOffsetCommitRequest, TxnOffsetCommitRequestPartition, TxnOffsetCommitRequestTopic,
};
use kt_codec::{Message, Records, Request};

/// How long an answer may take.
const LIMIT: Duration = Duration::from_secs(20);
/// The client id that may write to internal topics.
pub const ADMIN: &str = "__admin_client";

pub struct Wire {
    stream: TcpStream,
    client_id: String,
}

impl Wire {
    pub fn connect(address: &str) -> io::Result<Wire> {
        Wire::with_limit(address, LIMIT)
    }

    pub fn with_limit(address: &str, limit: Duration) -> io::Result<Wire> {
        let to = address.to_socket_addrs()?.next().ok_or(io::ErrorKind::NotFound)?;
        let stream = TcpStream::connect_timeout(&to, limit)?;
        stream.set_read_timeout(Some(limit))?;
        stream.set_write_timeout(Some(limit))?;
        stream.set_nodelay(true)?;
        Ok(Wire { stream, client_id: "wire".to_owned() })
    }

    pub fn named(mut self, client_id: &str) -> Wire {
        self.client_id = client_id.to_owned();
        self
    }

    /// Asks and waits for the answer.
    pub fn try_ask<R: Request>(&mut self, request: &R, version: i16) -> io::Result<R::Response> {
        self.send(request, version)?;
        let mut size = [0; 4];
        self.stream.read_exact(&mut size)?;
        let mut answer = vec![0; usize::try_from(i32::from_be_bytes(size)).expect("a size")];
        self.stream.read_exact(&mut answer)?;
        let head = if R::API_KEY.response_header_version(version) >= 1 { 5 } else { 4 };
        let answer = Bytes::from(answer).slice(head..);
        Ok(R::Response::from_bytes(answer, version).expect("an answer of that version"))
    }

    /// Only asks.
    pub fn send<R: Request>(&mut self, request: &R, version: i16) -> io::Result<()> {
        let header = RequestHeader {
            request_api_key: R::API_KEY as i16,
            request_api_version: version,
            correlation_id: 7,
            client_id: Some(self.client_id.as_str().into()),
            ..Default::default()
        };
        let header = header.to_bytes(R::API_KEY.request_header_version(version)).expect("a header");
        let body = request.to_bytes(version).expect("a request");
        let size = i32::try_from(header.len() + body.len()).expect("small").to_be_bytes();
        self.stream.write_all(&[&size[..], &header, &body].concat())
    }

    #[track_caller]
    pub fn ask<R: Request>(&mut self, request: &R, version: i16) -> R::Response {
        self.try_ask(request, version).unwrap_or_else(|e| panic!("{:?} version {version}: {e}", R::API_KEY))
    }

    #[track_caller]
    pub fn create(&mut self, name: &str, partitions: i32) {
        let topic = CreatableTopic {
            name: name.into(),
            num_partitions: partitions,
            replication_factor: 1,
            ..Default::default()
        };
        let made = self.ask(&CreateTopicsRequest { topics: vec![topic], ..Default::default() }, 7);
        assert_eq!(made.topics[0].error_code, 0, "{made:?}");
    }

    /// Asks for a coordinator until there is one, as clients do. 0 is a group's, 1 a transaction's.
    #[track_caller]
    pub fn find_coordinator(&mut self, kind: i8, key: &str) {
        let until = Instant::now() + LIMIT;
        loop {
            let request = FindCoordinatorRequest { key: key.into(), key_type: kind, ..Default::default() };
            let found = self.ask(&request, 3);
            if found.error_code == 0 {
                return;
            }
            assert!(Instant::now() < until, "no coordinator: {found:?}");
            std::thread::sleep(Duration::from_millis(10)); // the broker has no event for it
        }
    }

    /// Where a group is, if no open transaction is about to say otherwise.
    pub fn try_offset(&mut self, group: &str, topic: &str, partition: i32) -> io::Result<Result<i64, ErrorCode>> {
        let topics = vec![OffsetFetchRequestTopic {
            name: topic.into(),
            partition_indexes: vec![partition],
            ..Default::default()
        }];
        let request = OffsetFetchRequest {
            group_id: group.into(),
            topics: Some(topics),
            require_stable: true,
            ..Default::default()
        };
        let answer = self.try_ask(&request, 7)?;
        let code = ErrorCode(answer.error_code);
        let Some(found) = answer.topics.first().map(|t| &t.partitions[0]) else { return Ok(Err(code)) };
        let code = if code.is_error() { code } else { ErrorCode(found.error_code) };
        Ok(if code.is_error() { Err(code) } else { Ok(found.committed_offset) })
    }

    /// Where a partition ends for a reader of everything, or of what is committed.
    pub fn try_end(&mut self, topic: &str, partition: i32, committed: bool) -> io::Result<i64> {
        let partitions = vec![ListOffsetsPartition { partition_index: partition, timestamp: -1, ..Default::default() }];
        let topics = vec![ListOffsetsTopic { name: topic.into(), partitions, ..Default::default() }];
        let isolation_level = i8::from(committed);
        let request = ListOffsetsRequest { replica_id: -1, isolation_level, topics, ..Default::default() };
        Ok(self.try_ask(&request, 7)?.topics[0].partitions[0].offset)
    }

    #[track_caller]
    pub fn end(&mut self, topic: &str, partition: i32, committed: bool) -> i64 {
        self.try_end(topic, partition, committed).expect("an answer")
    }

    /// One fetch, as it comes.
    pub fn try_fetch(&mut self, topic: &str, partition: i32, from: i64, committed: bool) -> io::Result<Fetched> {
        let partition = FetchPartition {
            partition,
            current_leader_epoch: -1,
            last_fetched_epoch: -1,
            fetch_offset: from,
            partition_max_bytes: 1 << 20,
            log_start_offset: -1,
            ..Default::default()
        };
        let topic = FetchTopic { topic: topic.into(), partitions: vec![partition], ..Default::default() };
        let request = FetchRequest {
            replica_id: -1,
            max_wait_ms: 0,
            min_bytes: 1,
            max_bytes: 1 << 20,
            isolation_level: i8::from(committed),
            session_epoch: -1,
            topics: vec![topic],
            ..Default::default()
        };
        let answer = self.try_ask(&request, 11)?;
        let data = &answer.responses[0].partitions[0];
        let aborted = data.aborted_transactions.as_ref();
        let bytes = data.records.as_ref().and_then(Records::bytes).cloned().unwrap_or_default();
        Ok(Fetched {
            code: ErrorCode(data.error_code),
            high_watermark: data.high_watermark,
            last_stable: data.last_stable_offset,
            aborted: aborted.map(|list| list.iter().map(|a| (a.producer_id, a.first_offset)).collect()),
            batches: bytes,
        })
    }

    /// All records that a consumer of this isolation would see from `from` on: offset and value.
    pub fn try_read(&mut self, topic: &str, partition: i32, from: i64, committed: bool) -> io::Result<Vec<Seen>> {
        let (mut at, mut seen) = (from, Vec::new());
        loop {
            let fetched = self.try_fetch(topic, partition, at, committed)?;
            if fetched.code.is_error() {
                return Err(io::Error::other(fetched.code.name()));
            }
            let Some(next) = fetched.collect(at, &mut seen) else { return Ok(seen) };
            at = next;
        }
    }

    #[track_caller]
    pub fn read(&mut self, topic: &str, partition: i32, committed: bool) -> Vec<String> {
        let seen = self.try_read(topic, partition, 0, committed).expect("records");
        seen.into_iter().map(|s| s.value).collect()
    }
}

/// A record that a consumer got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub offset: i64,
    pub value: String,
}

/// The answer to a fetch.
pub struct Fetched {
    pub code: ErrorCode,
    pub high_watermark: i64,
    pub last_stable: i64,
    /// Producer ids and first offsets; none for a reader of everything.
    pub aborted: Option<Vec<(i64, i64)>>,
    pub batches: Bytes,
}

impl Fetched {
    /// Does what a consumer does: leaves out control records and what was aborted. Returns where to go on.
    pub fn collect(&self, from: i64, seen: &mut Vec<Seen>) -> Option<i64> {
        let mut waiting = self.aborted.clone().unwrap_or_default();
        let mut aborting: Vec<i64> = Vec::new();
        let mut next = None;
        for batch in batches(&self.batches) {
            let Ok(batch) = batch else { break };
            let header = batch.header;
            assert!(batch.crc_ok(), "a batch came damaged");
            waiting.retain(|(id, first)| {
                let begun = *first <= header.last_offset();
                if begun {
                    aborting.push(*id);
                }
                !begun
            });
            next = Some(header.next_offset());
            if header.is_control() {
                aborting.retain(|id| *id != header.producer_id);
                continue;
            }
            if header.is_transactional() && aborting.contains(&header.producer_id) {
                continue;
            }
            for record in batch.iter(batch.payload()) {
                let record = record.expect("a record");
                if record.offset >= from {
                    let value = String::from_utf8_lossy(record.value.unwrap_or_default()).into_owned();
                    seen.push(Seen { offset: record.offset, value });
                }
            }
        }
        next
    }
}

pub fn now_ms() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    i64::try_from(now.as_millis()).expect("not that late")
}

/// A producer with a transactional id, of which a second one may be made: a zombie. `second` chooses the protocol: with it partitions are not announced, and every
/// end brings a new epoch (KIP-890).
#[derive(Clone)]
pub struct Transactional {
    pub id: String,
    pub producer_id: i64,
    pub epoch: i16,
    pub second: bool,
    pub timeout_ms: i32,
    sequences: HashMap<(String, i32), i32>,
    announced: Vec<(String, i32)>,
}

impl Transactional {
    pub fn new(id: &str, second: bool) -> Transactional {
        Transactional {
            id: id.to_owned(),
            producer_id: -1,
            epoch: -1,
            second,
            timeout_ms: 60_000,
            sequences: HashMap::new(),
            announced: Vec::new(),
        }
    }

    pub fn init_request(&self) -> InitProducerIdRequest {
        InitProducerIdRequest {
            transactional_id: Some(self.id.as_str().into()),
            transaction_timeout_ms: self.timeout_ms,
            producer_id: -1,
            producer_epoch: -1,
            ..Default::default()
        }
    }

    /// InitProducerId, again while an older transaction ends.
    pub fn try_init(&mut self, wire: &mut Wire) -> io::Result<ErrorCode> {
        let until = Instant::now() + LIMIT;
        loop {
            let given = wire.try_ask(&self.init_request(), 4)?;
            let code = ErrorCode(given.error_code);
            if code.is_none() {
                (self.producer_id, self.epoch) = (given.producer_id, given.producer_epoch);
                self.sequences.clear();
                self.announced.clear();
                return Ok(code);
            }
            if code != ErrorCode::CONCURRENT_TRANSACTIONS || Instant::now() > until {
                return Ok(code);
            }
            std::thread::sleep(Duration::from_millis(10)); // as clients do
        }
    }

    #[track_caller]
    pub fn init(&mut self, wire: &mut Wire) {
        wire.find_coordinator(1, &self.id);
        assert_eq!(self.try_init(wire).expect("an answer"), ErrorCode::NONE);
    }

    pub fn add_request(&self, places: &[(&str, i32)]) -> AddPartitionsToTxnRequest {
        let topics = places.iter().map(|(topic, partition)| AddPartitionsToTxnTopic {
            name: (*topic).into(),
            partitions: vec![*partition],
            ..Default::default()
        });
        AddPartitionsToTxnRequest {
            v3_and_below_transactional_id: self.id.as_str().into(),
            v3_and_below_producer_id: self.producer_id,
            v3_and_below_producer_epoch: self.epoch,
            v3_and_below_topics: topics.collect(),
            ..Default::default()
        }
    }

    pub fn try_add(&mut self, wire: &mut Wire, topic: &str, partition: i32) -> io::Result<ErrorCode> {
        let added = wire.try_ask(&self.add_request(&[(topic, partition)]), 3)?;
        Ok(ErrorCode(added.results_by_topic_v3_and_below[0].results_by_partition[0].partition_error_code))
    }

    /// The batch that would be sent next.
    pub fn batch(&self, topic: &str, partition: i32, values: &[String]) -> Bytes {
        let sequence = self.sequences.get(&(topic.to_owned(), partition)).copied().unwrap_or(0);
        let mut batch = BatchBuilder::new().producer(self.producer_id, self.epoch, sequence).transactional();
        for value in values {
            batch.append(now_ms(), None, Some(value.as_bytes()));
        }
        batch.build().into()
    }

    pub fn produce_request(&self, topic: &str, partition: i32, batch: Bytes) -> ProduceRequest {
        let data =
            PartitionProduceData { index: partition, records: Some(Records::Bytes(batch)), ..Default::default() };
        let topic = TopicProduceData { name: topic.into(), partition_data: vec![data], ..Default::default() };
        let transactional_id = Some(self.id.as_str().into());
        ProduceRequest { transactional_id, acks: -1, timeout_ms: 5000, topic_data: vec![topic], ..Default::default() }
    }

    /// Sends one batch, announcing the partition first where the protocol wants that. Code and base offset.
    pub fn try_send(
        &mut self,
        wire: &mut Wire,
        topic: &str,
        partition: i32,
        values: &[String],
    ) -> io::Result<(ErrorCode, i64)> {
        let place = (topic.to_owned(), partition);
        if !self.second && !self.announced.contains(&place) {
            let code = self.try_add(wire, topic, partition)?;
            if code.is_error() {
                return Ok((code, -1));
            }
            self.announced.push(place.clone());
        }
        let request = self.produce_request(topic, partition, self.batch(topic, partition, values));
        let answer = wire.try_ask(&request, if self.second { 12 } else { 11 })?;
        let part = &answer.responses[0].partition_responses[0];
        if part.error_code == 0 {
            *self.sequences.entry(place).or_insert(0) += i32::try_from(values.len()).expect("few");
        }
        Ok((ErrorCode(part.error_code), part.base_offset))
    }

    #[track_caller]
    pub fn send(&mut self, wire: &mut Wire, topic: &str, partition: i32, values: &[&str]) -> i64 {
        let values: Vec<String> = values.iter().map(|v| (*v).to_owned()).collect();
        let (code, offset) = self.try_send(wire, topic, partition, &values).expect("an answer");
        assert_eq!(code, ErrorCode::NONE);
        offset
    }

    pub fn end_request(&self, committed: bool) -> EndTxnRequest {
        EndTxnRequest {
            transactional_id: self.id.as_str().into(),
            producer_id: self.producer_id,
            producer_epoch: self.epoch,
            committed,
            ..Default::default()
        }
    }

    pub fn try_end(&mut self, wire: &mut Wire, committed: bool) -> io::Result<ErrorCode> {
        let ended = wire.try_ask(&self.end_request(committed), if self.second { 5 } else { 3 })?;
        let code = ErrorCode(ended.error_code);
        if code.is_none() {
            self.announced.clear();
            if self.second {
                (self.producer_id, self.epoch) = (ended.producer_id, ended.producer_epoch);
                self.sequences.clear();
            }
        }
        Ok(code)
    }

    /// How far a group is, as part of the transaction.
    pub fn try_commit_offset(
        &mut self,
        wire: &mut Wire,
        group: &str,
        topic: &str,
        at: (i32, i64),
    ) -> io::Result<ErrorCode> {
        if !self.second {
            let request = AddOffsetsToTxnRequest {
                transactional_id: self.id.as_str().into(),
                producer_id: self.producer_id,
                producer_epoch: self.epoch,
                group_id: group.into(),
                ..Default::default()
            };
            let code = ErrorCode(wire.try_ask(&request, 3)?.error_code);
            if code.is_error() {
                return Ok(code);
            }
        }
        let partition = TxnOffsetCommitRequestPartition {
            partition_index: at.0,
            committed_offset: at.1,
            committed_leader_epoch: -1,
            ..Default::default()
        };
        let topics =
            vec![TxnOffsetCommitRequestTopic { name: topic.into(), partitions: vec![partition], ..Default::default() }];
        let request = TxnOffsetCommitRequest {
            transactional_id: self.id.as_str().into(),
            group_id: group.into(),
            producer_id: self.producer_id,
            producer_epoch: self.epoch,
            generation_id: -1,
            topics,
            ..Default::default()
        };
        let answer = wire.try_ask(&request, if self.second { 5 } else { 3 })?;
        Ok(ErrorCode(answer.topics[0].partitions[0].error_code))
    }

    #[track_caller]
    pub fn end(&mut self, wire: &mut Wire, committed: bool) {
        assert_eq!(self.try_end(wire, committed).expect("an answer"), ErrorCode::NONE);
    }
}
