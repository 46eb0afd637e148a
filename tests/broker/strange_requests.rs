//! Requests that real clients send and that a strict reader of the protocol would refuse. Apache Kafka answers them.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use bytes::Bytes;
use kt_codec::metadata_request::{MetadataRequest, MetadataRequestTopic};
use kt_codec::metadata_response::MetadataResponse;
use kt_codec::request_header::RequestHeader;
use kt_codec::{ApiKey, Message, Str};

use crate::support::{Broker, broker_with};

const VERSION: i16 = 13;

/// Asks for metadata, with `extra` bytes behind the request.
fn metadata(broker: &Broker, request: &MetadataRequest, extra: &[u8]) -> MetadataResponse {
    let header = RequestHeader {
        request_api_key: ApiKey::Metadata as i16,
        request_api_version: VERSION,
        correlation_id: 1,
        client_id: Some(Str::from("strange")),
        ..Default::default()
    };
    let mut frame = header.to_bytes(2).expect("a header").to_vec();
    frame.extend_from_slice(&request.to_bytes(VERSION).expect("a request"));
    frame.extend_from_slice(extra);
    let mut stream = TcpStream::connect(&broker.address).expect("the broker listens");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a time limit");
    stream.write_all(&i32::try_from(frame.len()).expect("small").to_be_bytes()).expect("sent");
    stream.write_all(&frame).expect("sent");
    let mut size = [0; 4];
    stream.read_exact(&mut size).expect("the broker answers instead of closing the connection");
    let mut answer = vec![0; usize::try_from(i32::from_be_bytes(size)).expect("a size")];
    stream.read_exact(&mut answer).expect("a whole answer");
    MetadataResponse::from_bytes(Bytes::from(answer).slice(5..), VERSION).expect("metadata")
}

fn topic(name: &str) -> MetadataRequestTopic {
    MetadataRequestTopic { name: Some(Str::from(name)), ..Default::default() }
}

/// librdkafka 2.16 asks for the metadata of all topics with three zero bytes too many. kt closed the connection, and
/// `list_topics()` of confluent-kafka failed with "Broker transport failure".
#[test]
fn bytes_behind_a_request_are_left_alone() {
    let broker = broker_with(&[]);
    let made = metadata(&broker, &MetadataRequest { topics: Some(vec![topic("orders")]), ..Default::default() }, &[]);
    assert_eq!(made.topics[0].error_code, 0);
    let all = metadata(&broker, &MetadataRequest { topics: None, ..Default::default() }, &[0, 0, 0]);
    assert_eq!(all.topics.len(), 1);
}

/// Java's `Admin.describeTopics(TopicCollection.ofTopicIds(…))` sends an empty name beside each id. kt went by the name
/// and did not find it.
#[test]
fn a_topic_is_found_by_its_id_whatever_name_stands_beside_it() {
    let broker = broker_with(&[]);
    let made = metadata(&broker, &MetadataRequest { topics: Some(vec![topic("orders")]), ..Default::default() }, &[]);
    let by_id = MetadataRequestTopic { topic_id: made.topics[0].topic_id, ..topic("") };
    let request = MetadataRequest { topics: Some(vec![by_id, topic("left alone")]), ..Default::default() };
    let found = metadata(&broker, &request, &[]);
    assert_eq!(found.topics.len(), 1, "one id makes it a request by ids");
    assert_eq!(found.topics[0].name.as_deref(), Some("orders"));
}
