//! A broker of a test's own making: it speaks as many versions as the test says and answers as the test says, so that old,
//! odd and hostile brokers can be had.

#![allow(dead_code)] // a shared box of tools: not every build of the tests uses all of them

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use kt_codec::api_versions_response::{ApiVersion, ApiVersionsResponse};
use kt_codec::metadata_response::{
    MetadataResponse, MetadataResponseBroker, MetadataResponsePartition, MetadataResponseTopic,
};
use kt_codec::request_header::RequestHeader;
use kt_codec::{ApiKey, Message, Reader, Request};
use openssl::pkey::{PKey, Private};
use openssl::ssl::{SslAcceptor, SslMethod};
use openssl::x509::X509;

/// What a broker does with a request.
pub enum Answer {
    Body(Bytes),
    /// Hangs up.
    Close,
    /// Bytes in place of a frame.
    Raw(Vec<u8>),
}

/// A request as it came in.
pub struct Asked {
    pub api: ApiKey,
    pub version: i16,
    pub body: Bytes,
    pub port: u16,
}

impl Asked {
    pub fn read<R: Request>(&self) -> R {
        R::from_bytes(self.body.clone(), self.version).expect("kt's requests can be read")
    }

    pub fn answer<M: Message>(&self, response: &M) -> Answer {
        Answer::Body(response.to_bytes(self.version).expect("the test's answer fits the version"))
    }
}

/// A listening socket that ends with the test's process, and what was asked on it.
pub struct Fake {
    pub port: u16,
    pub asked: Arc<Mutex<Vec<(ApiKey, i16)>>>,
}

impl Fake {
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }
}

/// Runs `talk` with each connection.
pub fn listener(talk: impl Fn(TcpStream) + Send + Sync + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("it is bound").port();
    let talk = Arc::new(talk);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let talk = talk.clone();
            std::thread::spawn(move || talk(stream));
        }
    });
    port
}

/// A broker that offers these APIs (ApiVersions with them), and answers all but ApiVersions with `answer`.
pub fn fake(offers: &[(ApiKey, i16, i16)], answer: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Fake {
    let serve = serve(offers, answer);
    let asked = serve.asked.clone();
    let port = listener(move |mut stream| {
        let port = stream.local_addr().expect("it is connected").port();
        serve.talk(&mut stream, port);
    });
    Fake { port, asked }
}

/// The same behind TLS, with this certificate and key (PEM).
pub fn fake_tls(
    certificate: &X509,
    key: &PKey<Private>,
    offers: &[(ApiKey, i16, i16)],
    answer: impl Fn(&Asked) -> Answer + Send + Sync + 'static,
) -> Fake {
    let mut acceptor = SslAcceptor::mozilla_intermediate_v5(SslMethod::tls_server()).expect("OpenSSL has TLS");
    acceptor.set_certificate(certificate).expect("a good certificate");
    acceptor.set_private_key(key).expect("a good key");
    let acceptor = acceptor.build();
    let serve = serve(offers, answer);
    let asked = serve.asked.clone();
    let port = listener(move |stream| {
        let port = stream.local_addr().expect("it is connected").port();
        // A client that does not trust us ends the handshake.
        if let Ok(mut stream) = acceptor.accept(stream) {
            serve.talk(&mut stream, port);
        }
    });
    Fake { port, asked }
}

struct Serve<F> {
    offers: Vec<(ApiKey, i16, i16)>,
    answer: F,
    asked: Arc<Mutex<Vec<(ApiKey, i16)>>>,
}

fn serve<F: Fn(&Asked) -> Answer>(offers: &[(ApiKey, i16, i16)], answer: F) -> Serve<F> {
    let mut offers = offers.to_vec();
    if !offers.iter().any(|(api, ..)| *api == ApiKey::ApiVersions) {
        offers.push((ApiKey::ApiVersions, 0, 4));
    }
    Serve { offers, answer, asked: Arc::default() }
}

impl<F: Fn(&Asked) -> Answer> Serve<F> {
    fn talk(&self, stream: &mut (impl Read + Write), port: u16) {
        while let Some((header, body)) = read(stream) {
            let api = ApiKey::from_i16(header.request_api_key).expect("kt asks for what there is");
            let asked = Asked { api, version: header.request_api_version, body, port };
            self.asked.lock().expect("no test panics while it holds it").push((api, asked.version));
            let (version, answer) = match api {
                ApiKey::ApiVersions => versions(&self.offers, &asked),
                _ => (asked.version, (self.answer)(&asked)),
            };
            let sent = match answer {
                Answer::Body(body) => {
                    let flexible = api.response_header_version(version) > 0;
                    let mut frame = ((4 + usize::from(flexible) + body.len()) as u32).to_be_bytes().to_vec();
                    frame.extend(header.correlation_id.to_be_bytes());
                    frame.extend(std::iter::repeat_n(0, usize::from(flexible)));
                    frame.extend(&body[..]);
                    stream.write_all(&frame)
                }
                Answer::Raw(bytes) => stream.write_all(&bytes),
                Answer::Close => return,
            };
            if sent.is_err() {
                return;
            }
        }
    }
}

fn read(stream: &mut impl Read) -> Option<(RequestHeader, Bytes)> {
    let mut length = [0; 4];
    stream.read_exact(&mut length).ok()?;
    let length = u32::from_be_bytes(length) as usize;
    if length > 100 << 20 {
        return None; // as brokers do with what is no length
    }
    let mut frame = vec![0; length];
    stream.read_exact(&mut frame).ok()?;
    let mut reader = Reader::new(frame.into());
    // The header's own version follows from its first two fields.
    let head = reader.rest();
    let (key, version) = (i16::from_be_bytes([head[0], head[1]]), i16::from_be_bytes([head[2], head[3]]));
    let mut reader = Reader::new(head);
    let header = RequestHeader::decode(&mut reader, ApiKey::from_i16(key)?.request_header_version(version)).ok()?;
    Some((header, reader.rest()))
}

/// As brokers do: an ApiVersions of a version that is not offered is answered in version 0 with the error.
fn versions(offers: &[(ApiKey, i16, i16)], asked: &Asked) -> (i16, Answer) {
    let known = offers.iter().find(|(api, ..)| *api == ApiKey::ApiVersions).map_or(4, |(.., newest)| *newest);
    let too_new = asked.version > known;
    let version = if too_new { 0 } else { asked.version };
    let offer = |(api, min, max): &(ApiKey, i16, i16)| ApiVersion {
        api_key: *api as i16,
        min_version: *min,
        max_version: *max,
        ..Default::default()
    };
    let response = ApiVersionsResponse {
        error_code: if too_new { 35 } else { 0 },
        // A broker before 2.4 names no API beside the error.
        api_keys: if too_new && known < 3 { Vec::new() } else { offers.iter().map(offer).collect() },
        ..Default::default()
    };
    (version, Answer::Body(response.to_bytes(version).expect("every version can carry it")))
}

/// What brokers of a release offered, as far as the tests use it.
pub const KAFKA_2_1: [(ApiKey, i16, i16); 10] = [
    (ApiKey::ApiVersions, 0, 2),
    (ApiKey::ListOffsets, 0, 4),
    (ApiKey::Metadata, 0, 7),
    (ApiKey::FindCoordinator, 0, 2),
    (ApiKey::CreateTopics, 0, 3),
    (ApiKey::DeleteTopics, 0, 3),
    (ApiKey::DeleteRecords, 0, 1),
    (ApiKey::DescribeConfigs, 0, 2),
    (ApiKey::AlterConfigs, 0, 1),
    (ApiKey::DescribeLogDirs, 0, 1),
];

/// Metadata of one broker with id 1 at this address, that leads all partitions of these topics.
pub fn metadata(host: &str, port: u16, topics: &[(&str, i32)]) -> MetadataResponse {
    let partition = |index| MetadataResponsePartition {
        partition_index: index,
        leader_id: 1,
        replica_nodes: vec![1],
        isr_nodes: vec![1],
        ..Default::default()
    };
    let topic = |(name, partitions): &(&str, i32)| MetadataResponseTopic {
        name: Some((*name).into()),
        partitions: (0..*partitions).map(partition).collect(),
        topic_authorized_operations: i32::MIN,
        ..Default::default()
    };
    MetadataResponse {
        brokers: vec![MetadataResponseBroker {
            node_id: 1,
            host: host.into(),
            port: port.into(),
            ..Default::default()
        }],
        cluster_id: Some("fake".into()),
        controller_id: 1,
        topics: topics.iter().map(topic).collect(),
        cluster_authorized_operations: i32::MIN,
        ..Default::default()
    }
}
