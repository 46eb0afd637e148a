//! Transactions as clients of every age speak of them, request by request.

use std::time::{Duration, Instant};

use bytes::{BufMut, Bytes, BytesMut};
use kt::protocol::batch::{BatchBuilder, batches};
use kt::protocol::code::ErrorCode;
use kt::protocol::control::EndTxnMarker;
use kt_codec::add_partitions_to_txn_request::{
    AddPartitionsToTxnRequest, AddPartitionsToTxnTopic, AddPartitionsToTxnTransaction,
};
use kt_codec::describe_producers_request::{DescribeProducersRequest, TopicRequest};
use kt_codec::describe_producers_response::ProducerState;
use kt_codec::describe_transactions_request::DescribeTransactionsRequest;
use kt_codec::describe_transactions_response::TransactionState;
use kt_codec::init_producer_id_request::InitProducerIdRequest;
use kt_codec::list_transactions_request::ListTransactionsRequest;
use kt_codec::produce_request::{PartitionProduceData, ProduceRequest, TopicProduceData};
use kt_codec::transaction_log_key::TransactionLogKey;
use kt_codec::transaction_log_value::{PartitionsSchema, TransactionLogValue};
use kt_codec::write_txn_markers_request::{WritableTxnMarker, WritableTxnMarkerTopic, WriteTxnMarkersRequest};
use kt_codec::{Message, Records};

use crate::support::wire::{ADMIN, Transactional, Wire, now_ms};
use crate::support::{Broker, broker, broker_with};

const STATE: &str = "__transaction_state";
const PATIENCE: Duration = Duration::from_secs(20);

fn wire(broker: &Broker) -> Wire {
    Wire::connect(&broker.address).expect("the broker listens")
}

/// Looks until it is so: the broker does it by itself, and has no event for it.
fn until(what: &str, mut so: impl FnMut() -> bool) {
    let limit = Instant::now() + PATIENCE;
    while !so() {
        assert!(Instant::now() < limit, "not in time: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn described(wire: &mut Wire, id: &str) -> TransactionState {
    let request = DescribeTransactionsRequest { transactional_ids: vec![id.into()], ..Default::default() };
    wire.ask(&request, 0).transaction_states.remove(0)
}

fn state(wire: &mut Wire, id: &str) -> String {
    described(wire, id).transaction_state.to_string()
}

fn producers(wire: &mut Wire, topic: &str, partition: i32) -> Vec<ProducerState> {
    let topics = vec![TopicRequest { name: topic.into(), partition_indexes: vec![partition], ..Default::default() }];
    let mut answer = wire.ask(&DescribeProducersRequest { topics, ..Default::default() }, 0);
    answer.topics.remove(0).partitions.remove(0).active_producers
}

fn code_of(wire: &mut Wire, request: &ProduceRequest, version: i16) -> ErrorCode {
    ErrorCode(wire.ask(request, version).responses[0].partition_responses[0].error_code)
}

/// Each way a client may go: announced partitions, or implicit ones with an epoch for each transaction.
fn both_protocols(test: impl Fn(&mut Wire, Transactional, &str)) {
    let broker = broker();
    let mut wire = wire(&broker);
    for (second, topic) in [(false, "first"), (true, "second")] {
        wire.create(topic, 2);
        let mut producer = Transactional::new(topic, second);
        producer.init(&mut wire);
        test(&mut wire, producer, topic);
    }
}

#[test]
fn what_is_committed_is_seen_at_once_and_in_whole() {
    both_protocols(|wire, mut producer, topic| {
        producer.send(wire, topic, 0, &["a", "b"]);
        producer.send(wire, topic, 1, &["c"]);
        producer.send(wire, topic, 0, &["d"]);
        for partition in 0..2 {
            assert_eq!(wire.read(topic, partition, true), [""; 0], "an open transaction is not seen");
            assert_eq!(wire.end(topic, partition, true), 0);
        }
        assert_eq!(wire.read(topic, 0, false), ["a", "b", "d"]);
        producer.end(wire, true);
        assert_eq!(
            (wire.read(topic, 0, true), wire.read(topic, 1, true)),
            (vec!["a".into(), "b".into(), "d".into()], vec!["c".into()])
        );
        // Three records and a marker.
        assert_eq!((wire.end(topic, 0, true), wire.end(topic, 0, false)), (4, 4));
        assert_eq!(state(wire, topic), "CompleteCommit");
    });
}

#[test]
fn what_is_aborted_is_named_to_readers_of_what_is_committed() {
    both_protocols(|wire, mut producer, topic| {
        producer.send(wire, topic, 0, &["a", "b"]);
        producer.end(wire, false);
        let first = producer.producer_id;
        producer.send(wire, topic, 0, &["c"]);
        producer.end(wire, true);
        producer.send(wire, topic, 0, &["d"]);
        producer.end(wire, false);
        assert_eq!(wire.read(topic, 0, true), ["c"]);
        assert_eq!(wire.read(topic, 0, false), ["a", "b", "c", "d"]);
        let aborted = |wire: &mut Wire, from| wire.try_fetch(topic, 0, from, true).unwrap().aborted.unwrap();
        assert_eq!(aborted(wire, 0), [(first, 0), (first, 5)]);
        assert_eq!(aborted(wire, 2), [(first, 0), (first, 5)], "its marker lies there");
        assert_eq!(aborted(wire, 3), [(first, 5)]);
        assert_eq!(wire.try_fetch(topic, 0, 0, false).unwrap().aborted, None);
    });
}

#[test]
fn markers_are_control_batches_with_the_epoch_of_their_protocol() {
    both_protocols(|wire, mut producer, topic| {
        let before = producer.epoch;
        producer.send(wire, topic, 0, &["a"]);
        producer.end(wire, true);
        let fetched = wire.try_fetch(topic, 0, 1, false).unwrap();
        let marker = batches(&fetched.batches).next().expect("a batch").expect("a whole one");
        assert!(marker.header.is_control() && marker.header.is_transactional());
        let bump = i16::from(producer.second);
        assert_eq!((marker.header.producer_epoch, producer.epoch), (before + bump, before + bump));
        assert_eq!(
            EndTxnMarker::from_batch(&marker).unwrap(),
            Some(EndTxnMarker { commit: true, coordinator_epoch: 0 })
        );
    });
}

#[test]
fn an_end_that_is_sent_again_is_answered_again() {
    both_protocols(|wire, mut producer, topic| {
        for commit in [true, false] {
            producer.send(wire, topic, 0, &["a"]);
            let request = producer.end_request(commit);
            producer.end(wire, commit);
            let version = if producer.second { 5 } else { 3 };
            let again = wire.ask(&request, version);
            assert_eq!(again.error_code, 0);
            if producer.second {
                assert_eq!((again.producer_id, again.producer_epoch), (producer.producer_id, producer.epoch));
            }
            let mut other = request;
            other.committed = !commit;
            assert_eq!(ErrorCode(wire.ask(&other, version).error_code), ErrorCode::INVALID_TXN_STATE);
        }
    });
}

#[test]
fn a_second_producer_fences_the_first_and_aborts_what_it_left_open() {
    both_protocols(|wire, mut old, topic| {
        old.send(wire, topic, 0, &["lost"]);
        let asked = wire.ask(&old.init_request(), 4);
        assert_eq!(ErrorCode(asked.error_code), ErrorCode::CONCURRENT_TRANSACTIONS, "first the old one is aborted");
        let mut new = Transactional::new(topic, old.second);
        new.init(wire);
        assert_eq!((new.producer_id, new.epoch), (old.producer_id, old.epoch + 2));
        let (code, _) = old.try_send(wire, topic, 0, &["late".to_owned()]).unwrap();
        assert_eq!(code, ErrorCode::INVALID_PRODUCER_EPOCH);
        assert_eq!(old.try_end(wire, true).unwrap(), ErrorCode::PRODUCER_FENCED);
        if !old.second {
            assert_eq!(old.try_add(wire, topic, 1).unwrap(), ErrorCode::PRODUCER_FENCED);
        }
        new.send(wire, topic, 0, &["kept"]);
        new.end(wire, true);
        assert_eq!(wire.read(topic, 0, true), ["kept"]);
    });
}

/// The versions of the requests that clients of the last ten years send.
#[test]
fn every_version_of_the_requests_takes_part_in_a_transaction() {
    let broker = broker();
    let mut wire = wire(&broker);
    wire.create("t", 1);
    wire.find_coordinator(1, "x");
    for round in 0..=5 {
        let mut producer = Transactional::new("x", false);
        let given = wire.ask(&producer.init_request(), round);
        assert_eq!(given.error_code, 0, "InitProducerId version {round}");
        (producer.producer_id, producer.epoch) = (given.producer_id, given.producer_epoch);
        let added = wire.ask(&producer.add_request(&[("t", 0)]), round.min(3));
        assert_eq!(added.results_by_topic_v3_and_below[0].results_by_partition[0].partition_error_code, 0);
        let batch = producer.batch("t", 0, &[format!("round {round}")]);
        let version = 3 + round;
        assert_eq!(code_of(&mut wire, &producer.produce_request("t", 0, batch), version), ErrorCode::NONE);
        let ended = wire.ask(&producer.end_request(true), round.min(4));
        assert_eq!(ended.error_code, 0, "EndTxn version {}", round.min(4));
    }
    assert_eq!(wire.read("t", 0, true).len(), 6);
}

#[test]
fn old_clients_are_told_of_a_fence_in_the_word_they_know() {
    let broker = broker();
    let mut wire = wire(&broker);
    wire.create("t", 1);
    let mut old = Transactional::new("x", false);
    old.init(&mut wire);
    Transactional::new("x", false).init(&mut wire);
    let code = |new: bool| if new { ErrorCode::PRODUCER_FENCED } else { ErrorCode::INVALID_PRODUCER_EPOCH };
    for version in 0..=3 {
        let added = wire.ask(&old.add_request(&[("t", 0)]), version);
        let got = added.results_by_topic_v3_and_below[0].results_by_partition[0].partition_error_code;
        assert_eq!(ErrorCode(got), code(version >= 2), "AddPartitionsToTxn version {version}");
        let ended = wire.ask(&old.end_request(true), version);
        assert_eq!(ErrorCode(ended.error_code), code(version >= 2), "EndTxn version {version}");
    }
    for version in 3..=5 {
        let stale = InitProducerIdRequest { producer_id: old.producer_id, producer_epoch: 99, ..old.init_request() };
        assert_eq!(ErrorCode(wire.ask(&stale, version).error_code), code(version >= 4));
    }
}

#[test]
fn a_producer_that_names_itself_gets_the_next_epoch_and_the_same_one_when_it_asks_again() {
    let broker = broker();
    let mut wire = wire(&broker);
    let mut producer = Transactional::new("x", false);
    producer.init(&mut wire);
    let named = InitProducerIdRequest {
        producer_id: producer.producer_id,
        producer_epoch: producer.epoch,
        ..producer.init_request()
    };
    for _ in 0..2 {
        let given = wire.ask(&named, 4);
        assert_eq!((given.error_code, given.producer_id, given.producer_epoch), (0, producer.producer_id, 1));
    }
}

#[test]
fn what_makes_no_sense_is_refused_by_name() {
    let broker = broker();
    let mut wire = wire(&broker);
    wire.create("t", 1);
    let mut producer = Transactional::new("x", true);
    producer.init(&mut wire);
    let init = |change: fn(&mut InitProducerIdRequest)| {
        let mut request = Transactional::new("x", true).init_request();
        change(&mut request);
        request
    };
    for (request, code) in [
        (init(|r| r.transactional_id = Some("".into())), ErrorCode::INVALID_REQUEST),
        (init(|r| r.producer_id = 1), ErrorCode::INVALID_REQUEST),
        (init(|r| r.transaction_timeout_ms = 0), ErrorCode::INVALID_TRANSACTION_TIMEOUT),
        (init(|r| r.transaction_timeout_ms = 900_001), ErrorCode::INVALID_TRANSACTION_TIMEOUT),
    ] {
        assert_eq!(ErrorCode(wire.ask(&request, 4).error_code), code);
    }
    let unknown = Transactional::new("nobody", true);
    assert_eq!(ErrorCode(wire.ask(&unknown.end_request(true), 4).error_code), ErrorCode::INVALID_PRODUCER_ID_MAPPING);
    assert_eq!(producer.try_end(&mut wire, true).unwrap(), ErrorCode::INVALID_TXN_STATE, "nothing was begun");
    let added = wire.ask(&producer.add_request(&[("t", 0), ("gone", 0)]), 3);
    let codes = added.results_by_topic_v3_and_below.iter().map(|t| t.results_by_partition[0].partition_error_code);
    assert_eq!(
        codes.map(ErrorCode).collect::<Vec<_>>(),
        [ErrorCode::OPERATION_NOT_ATTEMPTED, ErrorCode::UNKNOWN_TOPIC_OR_PARTITION]
    );
    assert_eq!(ErrorCode(described(&mut wire, "nobody").error_code), ErrorCode::TRANSACTIONAL_ID_NOT_FOUND);
    assert_eq!(state(&mut wire, "x"), "Empty");
}

/// A producer of the second protocol that gave up before it wrote: its records may be on their way, and come too late.
#[test]
fn aborting_what_was_never_begun_bumps_the_epoch() {
    let broker = broker();
    let mut wire = wire(&broker);
    wire.create("t", 1);
    let mut producer = Transactional::new("x", true);
    producer.init(&mut wire);
    let late = producer.produce_request("t", 0, producer.batch("t", 0, &["late".to_owned()]));
    producer.end(&mut wire, false);
    assert_eq!(producer.epoch, 1);
    assert_eq!(code_of(&mut wire, &late, 12), ErrorCode::INVALID_PRODUCER_EPOCH);
    assert_eq!(wire.end("t", 0, false), 0);
}

#[test]
fn brokers_add_and_verify_many_transactions_with_one_request() {
    let broker = broker();
    let mut wire = wire(&broker);
    wire.create("t", 2);
    let mut producers = [Transactional::new("x", true), Transactional::new("y", true)];
    producers.iter_mut().for_each(|p| p.init(&mut wire));
    let mut ask = |verify_only: bool, partition: i32| {
        let transactions = producers.iter().map(|p| AddPartitionsToTxnTransaction {
            transactional_id: p.id.as_str().into(),
            producer_id: p.producer_id,
            // The second one is fenced.
            producer_epoch: if p.id == "x" { p.epoch } else { p.epoch + 1 },
            verify_only,
            topics: vec![AddPartitionsToTxnTopic {
                name: "t".into(),
                partitions: vec![partition],
                ..Default::default()
            }],
            ..Default::default()
        });
        let request = AddPartitionsToTxnRequest { transactions: transactions.collect(), ..Default::default() };
        let answer = wire.ask(&request, 5);
        let code =
            |at: usize| answer.results_by_transaction[at].topic_results[0].results_by_partition[0].partition_error_code;
        (ErrorCode(code(0)), ErrorCode(code(1)))
    };
    assert_eq!(ask(true, 0), (ErrorCode::TRANSACTION_ABORTABLE, ErrorCode::PRODUCER_FENCED));
    assert_eq!(ask(false, 0), (ErrorCode::NONE, ErrorCode::PRODUCER_FENCED));
    assert_eq!(ask(true, 0), (ErrorCode::NONE, ErrorCode::PRODUCER_FENCED));
    assert_eq!(ask(true, 1), (ErrorCode::TRANSACTION_ABORTABLE, ErrorCode::PRODUCER_FENCED));
}

#[test]
fn records_of_a_partition_that_was_not_announced_are_refused() {
    let broker = broker();
    let mut wire = wire(&broker);
    wire.create("t", 2);
    let mut producer = Transactional::new("x", false);
    producer.init(&mut wire);
    producer.send(&mut wire, "t", 0, &["announced"]);
    let stray = producer.produce_request("t", 1, producer.batch("t", 1, &["stray".to_owned()]));
    for (version, code) in [(9, ErrorCode::INVALID_TXN_STATE), (11, ErrorCode::TRANSACTION_ABORTABLE)] {
        assert_eq!(code_of(&mut wire, &stray, version), code, "version {version}");
    }
    // After its end nothing more may come, either.
    producer.end(&mut wire, true);
    let late = producer.produce_request("t", 0, producer.batch("t", 0, &["late".to_owned()]));
    assert_eq!(code_of(&mut wire, &late, 11), ErrorCode::TRANSACTION_ABORTABLE);
    assert_eq!((wire.end("t", 1, false), wire.read("t", 0, true)), (0, vec!["announced".to_owned()]));
    let mut nobody = Transactional::new("nobody", false);
    (nobody.producer_id, nobody.epoch) = (4711, 0);
    let request = nobody.produce_request("t", 1, nobody.batch("t", 1, &["a".to_owned()]));
    assert_eq!(code_of(&mut wire, &request, 12), ErrorCode::INVALID_PRODUCER_ID_MAPPING);
}

#[test]
fn a_transaction_that_takes_too_long_is_aborted_and_its_producer_fenced() {
    both_protocols(|wire, mut producer, topic| {
        producer.timeout_ms = 200;
        producer.init(wire);
        let epoch = producer.epoch;
        producer.send(wire, topic, 0, &["slow"]);
        until("the abort", || state(wire, topic) == "CompleteAbort");
        assert_eq!(described(wire, topic).producer_epoch, epoch + 1);
        // In the second protocol an epoch one behind is that of an end which is sent again, and this is another end.
        let refused = if producer.second { ErrorCode::INVALID_TXN_STATE } else { ErrorCode::PRODUCER_FENCED };
        assert_eq!(producer.try_end(wire, true).unwrap(), refused);
        let (late, _) = producer.try_send(wire, topic, 0, &["late".to_owned()]).unwrap();
        assert_eq!(late, ErrorCode::INVALID_PRODUCER_EPOCH);
        assert_eq!((wire.read(topic, 0, true), wire.end(topic, 0, true)), (vec![], 2));
        producer.init(wire);
        producer.send(wire, topic, 0, &["fast"]);
        producer.end(wire, true);
        assert_eq!(wire.read(topic, 0, true), ["fast"]);
    });
}

#[test]
fn lists_and_descriptions_tell_what_is_open() {
    let broker = broker();
    let mut wire = wire(&broker);
    wire.create("t", 2);
    let mut open = Transactional::new("orders-1", true);
    open.init(&mut wire);
    open.send(&mut wire, "t", 1, &["a"]);
    open.send(&mut wire, "t", 0, &["b"]);
    Transactional::new("orders-2", true).init(&mut wire);
    let told = described(&mut wire, "orders-1");
    assert_eq!((&*told.transaction_state, told.producer_id, told.producer_epoch), ("Ongoing", open.producer_id, 0));
    assert_eq!((told.transaction_timeout_ms, &*told.topics[0].topic), (60_000, "t"));
    assert_eq!(told.topics[0].partitions, [0, 1]);
    assert!((now_ms() - told.transaction_start_time_ms) < 20_000);
    let mut list = |change: fn(&mut ListTransactionsRequest), version| {
        let mut request = ListTransactionsRequest { duration_filter: -1, ..Default::default() };
        change(&mut request);
        let answer = wire.ask(&request, version);
        let ids = answer.transaction_states.iter().map(|t| format!("{} {}", t.transactional_id, t.transaction_state));
        (ids.collect::<Vec<_>>(), answer.unknown_state_filters, ErrorCode(answer.error_code))
    };
    let both = vec!["orders-1 Ongoing".to_owned(), "orders-2 Empty".to_owned()];
    for version in 0..=2 {
        assert_eq!(list(|_| (), version), (both.clone(), vec![], ErrorCode::NONE));
    }
    let filtered = list(|r| r.state_filters = vec!["Ongoing".into(), "Odd".into()], 0);
    assert_eq!(filtered, (both[..1].to_vec(), vec!["Odd".into()], ErrorCode::NONE));
    assert_eq!(list(|r| r.duration_filter = 3_600_000, 1).0, both[1..], "one that never began counts as very long");
    assert_eq!(list(|r| r.transactional_id_pattern = Some(".*-2".into()), 2).0, both[1..]);
    let broken = list(|r| r.transactional_id_pattern = Some("(".into()), 2);
    assert_eq!(broken.2, ErrorCode::INVALID_REGULAR_EXPRESSION);
    let active = producers(&mut wire, "t", 1);
    assert_eq!((active[0].producer_id, active[0].current_txn_start_offset), (open.producer_id, 0));
}

#[test]
fn a_transaction_that_hangs_is_found_and_ended_by_a_marker() {
    // Without verification a record that comes after the end opens a transaction that no coordinator knows of.
    let broker = broker_with(&["transaction.partition.verification.enable=false"]);
    let mut wire = wire(&broker);
    wire.create("t", 1);
    let mut producer = Transactional::new("x", false);
    producer.init(&mut wire);
    let late = producer.produce_request("t", 0, producer.batch("t", 0, &["late".to_owned()]));
    assert_eq!(code_of(&mut wire, &late, 9), ErrorCode::NONE);
    assert_eq!((wire.end("t", 0, true), wire.end("t", 0, false)), (0, 1));
    let hanging = producers(&mut wire, "t", 0).remove(0);
    assert_eq!((hanging.current_txn_start_offset, hanging.coordinator_epoch), (0, -1));
    let marker = WritableTxnMarker {
        producer_id: hanging.producer_id,
        producer_epoch: i16::try_from(hanging.producer_epoch).unwrap(),
        transaction_result: false,
        topics: vec![
            WritableTxnMarkerTopic { name: "t".into(), partition_indexes: vec![0, 9], ..Default::default() },
            WritableTxnMarkerTopic { name: "gone".into(), partition_indexes: vec![0], ..Default::default() },
        ],
        coordinator_epoch: 0,
        ..Default::default()
    };
    for version in 1..=2 {
        let answer = wire.ask(&WriteTxnMarkersRequest { markers: vec![marker.clone()], ..Default::default() }, version);
        let topics = &answer.markers[0].topics;
        let codes = topics.iter().flat_map(|t| &t.partitions).map(|p| ErrorCode(p.error_code)).collect::<Vec<_>>();
        let unknown = ErrorCode::UNKNOWN_TOPIC_OR_PARTITION;
        assert_eq!(codes, [ErrorCode::NONE, unknown, unknown], "version {version}");
    }
    assert_eq!((wire.end("t", 0, true), wire.read("t", 0, true)), (3, vec![]));
    assert_eq!(producers(&mut wire, "t", 0)[0].current_txn_start_offset, -1);
}

/// What a coordinator has written about an id, as a client that may write to internal topics.
fn put_state(wire: Wire, id: &str, partitions: i32, value: &TransactionLogValue) {
    let mut wire = wire.named(ADMIN);
    let prefixed = |version: i16, body: Bytes| {
        let mut bytes = BytesMut::new();
        bytes.put_i16(version);
        bytes.extend_from_slice(&body);
        bytes.freeze()
    };
    let key = TransactionLogKey { transactional_id: id.into(), ..Default::default() };
    let (key, value) = (prefixed(0, key.to_bytes(0).unwrap()), prefixed(1, value.to_bytes(1).unwrap()));
    let mut batch = BatchBuilder::new();
    batch.append(now_ms(), Some(&key), Some(&value));
    let hash = id.bytes().fold(0i32, |hash, b| hash.wrapping_mul(31).wrapping_add(i32::from(b)));
    let data = PartitionProduceData {
        index: hash.abs() % partitions,
        records: Some(Records::Bytes(batch.build().into())),
        ..Default::default()
    };
    let topic = TopicProduceData { name: STATE.into(), partition_data: vec![data], ..Default::default() };
    let request = ProduceRequest { acks: -1, timeout_ms: 5000, topic_data: vec![topic], ..Default::default() };
    assert_eq!(code_of(&mut wire, &request, 9), ErrorCode::NONE);
}

/// The original was seen to skip the markers of a prepared transaction after a restart when the partition's leader was
/// not known yet: an answered commit that never became visible.
#[test]
fn after_a_kill_the_markers_of_every_prepared_transaction_are_written() {
    let mut broker = broker();
    let mut client = wire(&broker);
    client.create("t", 3);
    let mut values = Vec::new();
    for (at, commit) in [true, false, true, false].into_iter().enumerate() {
        let id = format!("prepared-{at}");
        let mut producer = Transactional::new(&id, true);
        producer.init(&mut client);
        for partition in 0..3 {
            producer.send(&mut client, "t", partition, &[&id]);
        }
        // As the coordinator writes it with EndTxn; the kill comes before the first marker.
        let value = TransactionLogValue {
            producer_id: producer.producer_id,
            previous_producer_id: producer.producer_id,
            producer_epoch: producer.epoch + 1,
            transaction_timeout_ms: 60_000,
            transaction_status: if commit { 2 } else { 3 },
            transaction_partitions: Some(vec![PartitionsSchema {
                topic: "t".into(),
                partition_ids: vec![0, 1, 2],
                ..Default::default()
            }]),
            transaction_last_update_timestamp_ms: now_ms(),
            transaction_start_timestamp_ms: now_ms(),
            client_transaction_version: 2,
            ..Default::default()
        };
        put_state(wire(&broker), &id, 50, &value);
        values.push((id, commit));
    }
    broker.kill();
    broker.start_again();
    let mut client = wire(&broker);
    for (id, commit) in &values {
        let done = if *commit { "CompleteCommit" } else { "CompleteAbort" };
        until(done, || state(&mut client, id) == done);
    }
    let committed: Vec<&String> = values.iter().filter(|(_, commit)| *commit).map(|(id, _)| id).collect();
    for partition in 0..3 {
        assert_eq!(client.read("t", partition, true).iter().collect::<Vec<_>>(), committed);
        assert_eq!(client.end("t", partition, true), 8, "four records, four markers");
    }
}

#[test]
fn an_open_transaction_outlives_a_kill_and_may_be_committed() {
    let mut broker = broker();
    let mut client = wire(&broker);
    client.create("t", 1);
    let mut producers = [Transactional::new("x", false), Transactional::new("y", true)];
    for producer in &mut producers {
        producer.init(&mut client);
        producer.send(&mut client, "t", 0, &[&producer.id.clone()]);
    }
    broker.kill();
    broker.start_again();
    let mut client = wire(&broker);
    for producer in &mut producers {
        assert_eq!(client.read("t", 0, true), [""; 0], "the other one is open still");
        producer.send(&mut client, "t", 0, &["more"]);
    }
    for producer in &mut producers {
        producer.end(&mut client, true);
    }
    assert_eq!(client.read("t", 0, true), ["x", "y", "more", "more"]);
}

#[test]
fn when_the_epochs_of_a_producer_are_used_up_its_end_brings_a_new_id() {
    let mut broker = broker();
    let mut client = wire(&broker);
    client.create("t", 1);
    let mut producer = Transactional::new("x", true);
    producer.init(&mut client);
    let last = i16::MAX - 1;
    let value = TransactionLogValue {
        producer_id: producer.producer_id,
        producer_epoch: last,
        transaction_timeout_ms: 60_000,
        transaction_partitions: None,
        transaction_last_update_timestamp_ms: now_ms(),
        transaction_start_timestamp_ms: -1,
        ..Default::default()
    };
    put_state(wire(&broker), "x", 50, &value);
    broker.kill();
    broker.start_again();
    let mut client = wire(&broker);
    producer.epoch = last;
    let old = producer.producer_id;
    producer.send(&mut client, "t", 0, &["the last"]);
    let request = producer.end_request(true);
    producer.end(&mut client, true);
    assert!(
        producer.producer_id != old && producer.epoch == 0,
        "a new name: {}/{}",
        producer.producer_id,
        producer.epoch
    );
    let again = client.ask(&request, 5);
    assert_eq!((again.error_code, again.producer_id, again.producer_epoch), (0, producer.producer_id, 0));
    producer.send(&mut client, "t", 0, &["the first"]);
    producer.end(&mut client, true);
    assert_eq!(client.read("t", 0, true), ["the last", "the first"]);
}

#[test]
fn a_duplicate_is_answered_with_its_first_offset_after_a_kill_too() {
    let mut broker = broker();
    let mut client = wire(&broker);
    client.create("t", 1);
    let mut producer = Transactional::new("x", true);
    producer.init(&mut client);
    let sent: Vec<(ProduceRequest, i64)> = (0..5)
        .map(|at| {
            let request = producer.produce_request("t", 0, producer.batch("t", 0, &[format!("{at}")]));
            (request, producer.send(&mut client, "t", 0, &[&format!("{at}")]))
        })
        .collect();
    for round in ["before", "after"] {
        for (request, offset) in &sent {
            let answer = client.ask(request, 12);
            let partition = &answer.responses[0].partition_responses[0];
            assert_eq!((partition.error_code, partition.base_offset), (0, *offset), "{round} the kill");
        }
        broker.kill();
        broker.start_again();
        client = wire(&broker);
    }
    assert_eq!(client.end("t", 0, false), 5);
}

#[test]
fn ids_that_are_not_used_are_forgotten() {
    let broker = broker_with(&[
        "transactional.id.expiration.ms=1000",
        "transaction.remove.expired.transaction.cleanup.interval.ms=100",
    ]);
    let mut wire = wire(&broker);
    wire.create("t", 1);
    let mut open = Transactional::new("open", true);
    open.init(&mut wire);
    open.send(&mut wire, "t", 0, &["a"]);
    Transactional::new("idle", true).init(&mut wire);
    until("the expiry", || described(&mut wire, "idle").error_code == ErrorCode::TRANSACTIONAL_ID_NOT_FOUND.code());
    assert_eq!(state(&mut wire, "open"), "Ongoing", "an open transaction keeps its id");
    open.end(&mut wire, true);
}

#[test]
fn a_topic_that_is_deleted_in_a_transaction_does_not_hold_up_its_end() {
    let broker = broker();
    let mut wire = wire(&broker);
    wire.create("t", 1);
    wire.create("gone", 1);
    let mut producer = Transactional::new("x", true);
    producer.init(&mut wire);
    producer.send(&mut wire, "t", 0, &["a"]);
    producer.send(&mut wire, "gone", 0, &["b"]);
    broker.kt("topics --delete --topic gone").succeeds();
    producer.end(&mut wire, true);
    until("completion", || state(&mut wire, "x") == "CompleteCommit");
    assert_eq!(wire.read("t", 0, true), ["a"]);
}

#[test]
fn ordinary_clients_do_not_write_to_the_brokers_own_topics() {
    let broker = broker();
    let mut client = wire(&broker);
    client.find_coordinator(1, "x");
    let data = PartitionProduceData {
        records: Some(Records::Bytes({
            let mut batch = BatchBuilder::new();
            batch.append(now_ms(), Some(b"k"), Some(b"v"));
            batch.build().into()
        })),
        ..Default::default()
    };
    let topic = TopicProduceData { name: STATE.into(), partition_data: vec![data], ..Default::default() };
    let request = ProduceRequest { acks: -1, timeout_ms: 5000, topic_data: vec![topic], ..Default::default() };
    assert_eq!(code_of(&mut client, &request, 9), ErrorCode::INVALID_TOPIC_EXCEPTION);
}
