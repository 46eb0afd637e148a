//! A connection to a broker that asks one thing at a time, in the codec's own types.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use bytes::Bytes;
use kt_codec::create_topics_request::{CreatableTopic, CreateTopicsRequest};
use kt_codec::request_header::RequestHeader;
use kt_codec::{ApiKey, Message, Request};

use crate::support::Broker;

pub struct Wire(TcpStream);

impl Wire {
    pub fn to(broker: &Broker) -> Wire {
        let stream = TcpStream::connect(&broker.address).expect("the broker listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time limit");
        stream.set_nodelay(true).expect("no delay");
        Wire(stream)
    }

    pub fn send<R: Request>(&mut self, request: &R, version: i16) {
        let header = RequestHeader {
            request_api_key: R::API_KEY as i16,
            request_api_version: version,
            correlation_id: 7,
            client_id: Some("wire".into()),
            ..Default::default()
        };
        let header = header.to_bytes(R::API_KEY.request_header_version(version)).expect("a header");
        let body = request.to_bytes(version).expect("a request");
        let size = i32::try_from(header.len() + body.len()).expect("small").to_be_bytes();
        self.0.write_all(&[&size[..], &header[..], &body[..]].concat()).expect("sent");
    }

    /// None if the connection was closed.
    pub fn bytes(&mut self, key: ApiKey, version: i16) -> Option<Bytes> {
        let mut size = [0; 4];
        match self.0.read_exact(&mut size) {
            Err(e) if matches!(e.kind(), ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset) => return None,
            read => read.expect("an answer or an end"),
        }
        let mut answer = vec![0; usize::try_from(i32::from_be_bytes(size)).expect("a size")];
        self.0.read_exact(&mut answer).expect("a whole answer");
        let head = if key.response_header_version(version) >= 1 { 5 } else { 4 };
        Some(Bytes::from(answer).slice(head..))
    }

    pub fn answer<R: Request>(&mut self, version: i16) -> R::Response {
        let answer = self.bytes(R::API_KEY, version);
        let answer = answer.unwrap_or_else(|| panic!("{:?} version {version} closes the connection", R::API_KEY));
        R::Response::from_bytes(answer, version).expect("an answer of that version")
    }

    pub fn ask<R: Request>(&mut self, request: &R, version: i16) -> R::Response {
        self.send(request, version);
        self.answer::<R>(version)
    }

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
}
