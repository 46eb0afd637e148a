//! The producer against a broker that misbehaves by a script: every record arrives once, in order, or is told as lost.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use kt_codec::api_versions_response::{ApiVersion, ApiVersionsResponse};
use kt_codec::init_producer_id_response::InitProducerIdResponse;
use kt_codec::metadata_response::{
    MetadataResponse, MetadataResponseBroker, MetadataResponsePartition, MetadataResponseTopic,
};
use kt_codec::produce_request::ProduceRequest;
use kt_codec::produce_response::{PartitionProduceResponse, ProduceResponse, TopicProduceResponse};
use kt_codec::request_header::RequestHeader;
use kt_codec::response_header::ResponseHeader;
use kt_codec::{ApiKey, Message, Reader, Writer};

use super::Producer;
use crate::client::data::produce::{ProduceSettings, Tally, Undelivered};
use crate::client::settings::Settings;
use crate::protocol::batch::Batch;
use crate::protocol::code::ErrorCode;

/// What the broker does with a produce request.
#[derive(Clone, Copy, Debug)]
enum Move {
    Take,
    Refuse(ErrorCode),
    /// Writes the batch and hangs up: the producer cannot know.
    TakeAndHangUp,
    HangUp,
}

/// What the broker's only partition holds, and what it knows of the producer.
#[derive(Default)]
struct Log {
    values: Vec<String>,
    /// The last producer and the sequence number it must use next.
    producer: Option<(i64, i32)>,
    ids: i64,
    script: VecDeque<Move>,
    /// A batch of more records is refused.
    most_records: i32,
}

struct FakeBroker {
    port: u16,
    log: Arc<Mutex<Log>>,
}

impl FakeBroker {
    fn start(script: &[Move], most_records: i32) -> FakeBroker {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let log = Log { script: script.iter().copied().collect(), most_records, ..Log::default() };
        let log = Arc::new(Mutex::new(log));
        let shared = Arc::clone(&log);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let log = Arc::clone(&shared);
                std::thread::spawn(move || serve(stream.unwrap(), port, &log));
            }
        });
        FakeBroker { port, log }
    }

    /// Sends the numbers below `count` one block each, and waits for the end.
    fn produce(
        &self,
        count: usize,
        change: impl FnOnce(&mut ProduceSettings),
    ) -> (Tally, Vec<String>, Vec<Undelivered>) {
        let client = Settings::plain(&format!("127.0.0.1:{}", self.port)).unwrap();
        let mut settings = ProduceSettings::new("t");
        settings.retry_backoff = Duration::from_millis(5);
        // Some thirty records: there are batches enough for every script, however late the sender comes.
        settings.batch_size = 1000;
        change(&mut settings);
        let lost = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&lost);
        let tell = Arc::new(move |undelivered: &Undelivered| told.lock().unwrap().push(undelivered.clone()));
        let mut producer = Producer::start(client, settings, tell).unwrap();
        for i in 0..count {
            producer.block().unwrap().put(None, Some(i.to_string().as_bytes()), &[]).unwrap();
            if i % 64 == 63 {
                // Lets smaller batches form too.
                std::thread::sleep(Duration::from_millis(1));
            }
        }
        assert!(producer.flush(Some(Duration::from_secs(20))).unwrap(), "everything is settled in time");
        let tally = producer.tally();
        drop(producer);
        let lost = lost.lock().unwrap().clone();
        (tally, self.log.lock().unwrap().values.clone(), lost)
    }
}

fn serve(mut stream: TcpStream, port: u16, log: &Mutex<Log>) -> Option<()> {
    loop {
        let mut length = [0; 4];
        stream.read_exact(&mut length).ok()?;
        let mut frame = vec![0; u32::from_be_bytes(length) as usize];
        stream.read_exact(&mut frame).ok()?;
        let (key, version) = (i16::from_be_bytes([frame[0], frame[1]]), i16::from_be_bytes([frame[2], frame[3]]));
        let key = ApiKey::from_i16(key)?;
        let mut reader = Reader::new(Bytes::from(frame));
        let header = RequestHeader::decode(&mut reader, key.request_header_version(version)).ok()?;
        let mut answer = Writer::new();
        let head = ResponseHeader { correlation_id: header.correlation_id, ..Default::default() };
        head.encode(&mut answer, key.response_header_version(version)).ok()?;
        let hang_up = match key {
            ApiKey::ApiVersions => {
                let keys = [ApiKey::ApiVersions, ApiKey::Metadata, ApiKey::InitProducerId, ApiKey::Produce];
                let api_keys = keys.map(|key| ApiVersion {
                    api_key: key as i16,
                    min_version: key.versions().0,
                    max_version: key.versions().1,
                    ..Default::default()
                });
                let body = ApiVersionsResponse { api_keys: api_keys.to_vec(), ..Default::default() };
                body.encode(&mut answer, version).ok()?;
                false
            }
            ApiKey::Metadata => {
                metadata(port).encode(&mut answer, version).ok()?;
                false
            }
            ApiKey::InitProducerId => {
                let mut log = log.lock().unwrap();
                log.ids += 1;
                let body = InitProducerIdResponse { producer_id: log.ids, ..Default::default() };
                body.encode(&mut answer, version).ok()?;
                false
            }
            ApiKey::Produce => {
                let request = ProduceRequest::decode(&mut reader, version).ok()?;
                let (code, hang_up) = log.lock().unwrap().take(&request);
                let partition = PartitionProduceResponse { error_code: code.code(), ..Default::default() };
                let topic = TopicProduceResponse {
                    name: "t".into(),
                    partition_responses: vec![partition],
                    ..Default::default()
                };
                let body = ProduceResponse { responses: vec![topic], ..Default::default() };
                body.encode(&mut answer, version).ok()?;
                hang_up
            }
            _ => true,
        };
        if hang_up {
            return None;
        }
        let body = answer.into_bytes();
        stream.write_all(&(body.len() as u32).to_be_bytes()).ok()?;
        stream.write_all(&body).ok()?;
    }
}

fn metadata(port: u16) -> MetadataResponse {
    MetadataResponse {
        brokers: vec![MetadataResponseBroker {
            node_id: 1,
            host: "127.0.0.1".into(),
            port: i32::from(port),
            ..Default::default()
        }],
        topics: vec![MetadataResponseTopic {
            name: Some("t".into()),
            partitions: vec![MetadataResponsePartition { leader_id: 1, ..Default::default() }],
            ..Default::default()
        }],
        ..Default::default()
    }
}

impl Log {
    /// As a real broker judges: duplicates are known again, gaps are refused.
    fn take(&mut self, request: &ProduceRequest) -> (ErrorCode, bool) {
        let records = request.topic_data[0].partition_data[0].records.clone().unwrap();
        let bytes = records.bytes().unwrap().clone();
        let batch = Batch::parse(&bytes).unwrap();
        assert!(batch.crc_ok());
        let header = batch.header;
        match self.script.pop_front().unwrap_or(Move::Take) {
            Move::Refuse(code) => (code, false),
            Move::HangUp => (ErrorCode::NONE, true),
            Move::Take if header.record_count > self.most_records => (ErrorCode::MESSAGE_TOO_LARGE, false),
            Move::Take => (self.append(&batch), false),
            Move::TakeAndHangUp => (self.append(&batch), true),
        }
    }

    fn append(&mut self, batch: &Batch<'_>) -> ErrorCode {
        let header = batch.header;
        if header.has_producer_id() {
            let expected = match self.producer {
                Some((id, next)) if id == header.producer_id => next,
                _ => 0,
            };
            let known = self.producer.is_some_and(|(id, _)| id == header.producer_id);
            if known && header.base_sequence < expected {
                return ErrorCode::DUPLICATE_SEQUENCE_NUMBER;
            }
            if header.base_sequence != expected {
                return ErrorCode::OUT_OF_ORDER_SEQUENCE_NUMBER;
            }
            self.producer = Some((header.producer_id, header.base_sequence + header.record_count));
        }
        for record in batch.iter(batch.payload()) {
            self.values.push(String::from_utf8(record.unwrap().value.unwrap().to_vec()).unwrap());
        }
        ErrorCode::NONE
    }
}

fn numbers(count: usize) -> Vec<String> {
    (0..count).map(|i| i.to_string()).collect()
}

const COUNT: usize = 500;

#[test]
fn records_arrive_once_and_in_order_whatever_happens_on_the_way() {
    let not_leader = Move::Refuse(ErrorCode::NOT_LEADER_OR_FOLLOWER);
    for script in [
        &[][..],
        &[not_leader],
        &[Move::Take, not_leader, not_leader, Move::Take, not_leader],
        &[Move::HangUp],
        &[Move::Take, Move::HangUp, Move::HangUp, Move::Take],
        &[Move::TakeAndHangUp],
        &[Move::Take, Move::TakeAndHangUp, not_leader, Move::TakeAndHangUp],
        &[Move::Refuse(ErrorCode::NOT_ENOUGH_REPLICAS), Move::Take, Move::HangUp, not_leader],
    ] {
        let broker = FakeBroker::start(script, i32::MAX);
        let (tally, values, lost) = broker.produce(COUNT, |_| {});
        assert_eq!(values, numbers(COUNT), "{script:?}");
        assert_eq!((tally.delivered(), tally.undelivered), (COUNT as u64, 0), "{script:?}");
        assert!(lost.is_empty());
    }
}

#[test]
fn batches_that_are_too_large_are_halved_until_they_fit() {
    let broker = FakeBroker::start(&[], 3);
    let (tally, values, _) = broker.produce(COUNT, |_| {});
    assert_eq!(values, numbers(COUNT));
    assert_eq!(tally.delivered(), COUNT as u64);
}

#[test]
fn a_refused_batch_is_told_and_those_behind_it_arrive() {
    let refuse = Move::Refuse(ErrorCode::INVALID_RECORD);
    let broker = FakeBroker::start(&[Move::Take, refuse], i32::MAX);
    let (tally, values, lost) = broker.produce(COUNT, |_| {});
    assert_eq!(tally.delivered() + tally.undelivered, COUNT as u64);
    assert_eq!(values.len() as u64, tally.delivered(), "what was acknowledged is there, once");
    assert!(values.windows(2).all(|w| w[0].parse::<u32>().unwrap() < w[1].parse().unwrap()), "in order");
    assert_eq!(lost.len(), 1);
    assert!(lost[0].reason.contains("[INVALID_RECORD]"), "{lost:?}");
}

#[test]
fn a_batch_whose_tries_are_used_up_is_told_and_the_producer_starts_over() {
    let busy = Move::Refuse(ErrorCode::NOT_ENOUGH_REPLICAS);
    // Enough for several batches, each of which comes back twice.
    let script = [&[Move::Take][..], &[busy; 20]].concat();
    let broker = FakeBroker::start(&script, i32::MAX);
    let (tally, values, lost) = broker.produce(COUNT, |settings| settings.retries = 2);
    assert_eq!(tally.delivered() + tally.undelivered, COUNT as u64);
    assert_eq!(values.len() as u64, tally.delivered());
    assert!(values.windows(2).all(|w| w[0].parse::<u32>().unwrap() < w[1].parse().unwrap()), "in order");
    assert!(!lost.is_empty());
    assert!(broker.log.lock().unwrap().ids >= 2, "nobody knows whether it was written: a new producer id");
}

#[test]
fn a_producer_that_the_broker_has_forgotten_starts_over() {
    let forgotten = Move::Refuse(ErrorCode::UNKNOWN_PRODUCER_ID);
    let broker = FakeBroker::start(&[Move::Take, Move::Take, forgotten], i32::MAX);
    let (tally, values, _) = broker.produce(COUNT, |_| {});
    assert_eq!(values, numbers(COUNT));
    assert_eq!(tally.undelivered, 0);
}
