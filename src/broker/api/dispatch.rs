//! From a frame to its answer: what every request has in common.
//!
//! Header, API, version, body, handler, encoding. What cannot be understood closes the connection, as in the original:
//! after a frame that made no sense nothing on it can be trusted.

use std::fmt;
use std::sync::Arc;

use bytes::{BufMut, Bytes, BytesMut};
use kt_codec::api_versions_request::ApiVersionsRequest;
use kt_codec::request_header::RequestHeader;
use kt_codec::{ApiKey, Chunk, Message, Reader};

use super::{Answer, Body, Client, Cx, find, versions};
use crate::broker::Broker;

/// Why a connection is closed instead of answered.
#[derive(Debug)]
pub enum Refusal {
    UnknownApi(i16),
    Version {
        key: ApiKey,
        version: i16,
    },
    Malformed {
        key: Option<ApiKey>,
        why: String,
    },
    /// The answer cannot be written in the version that was asked for: a fault of ours.
    Unwritable {
        key: ApiKey,
        why: String,
    },
    NoAcks(&'static str),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::UnknownApi(key) => write!(f, "API {key} is not known here"),
            Refusal::Version { key, version } => write!(f, "{} version {version} is not served", key.name()),
            Refusal::Malformed { key: Some(key), why } => write!(f, "a malformed {} request: {why}", key.name()),
            Refusal::Malformed { key: None, why } => write!(f, "a malformed request: {why}"),
            Refusal::Unwritable { key, why } => write!(f, "cannot write the {} response: {why}", key.name()),
            Refusal::NoAcks(why) => write!(f, "a produce request with acks=0 failed: {why}"),
        }
    }
}

/// The frames of an answer, or none for acks=0.
pub type Reply = Option<Vec<Chunk>>;

/// From this version of ApiVersions on clients say what software they are.
const NAMES_SOFTWARE: i16 = 3;

/// Serves one request. `client` learns what the request tells of it.
pub async fn dispatch(broker: &Arc<Broker>, client: &mut Client, frame: Bytes) -> Result<Reply, Refusal> {
    let (key, header, body) = read_header(frame)?;
    let version = header.request_api_version;
    client.id = header.client_id;
    let head = Head { correlation: header.correlation_id, version: key.response_header_version(version) };
    let Some(api) = find(key) else { return Err(Refusal::UnknownApi(key as i16)) };
    if version < api.versions.0 || version > api.versions.1 {
        if key == ApiKey::ApiVersions {
            // A client newer than we are: answered in version 0, which every client can read, with what we have.
            return head.frame(key, versions::unsupported()).map(Some);
        }
        return Err(Refusal::Version { key, version });
    }
    if key == ApiKey::ApiVersions
        && version >= NAMES_SOFTWARE
        && let Ok(named) = super::decode::<ApiVersionsRequest>(body.clone(), version)
    {
        let software = format!("{} {}", named.client_software_name, named.client_software_version);
        client.software = Some(software.into());
    }
    let cx = Cx { broker: Arc::clone(broker), client: client.clone(), version };
    let malformed = |e: kt_codec::DecodeError| Refusal::Malformed { key: Some(key), why: e.to_string() };
    match (api.call)(cx, body).map_err(malformed)? {
        Answer::Now(body) => head.frame(key, body).map(Some),
        Answer::Later(body) => head.frame(key, body.await).map(Some),
        Answer::Nothing => Ok(None),
        Answer::Close(why) => Err(Refusal::NoAcks(why)),
    }
}

/// The key decides the header's version, so it is looked at first.
fn read_header(frame: Bytes) -> Result<(ApiKey, RequestHeader, Bytes), Refusal> {
    let malformed = |key, e: kt_codec::DecodeError| Refusal::Malformed { key, why: e.to_string() };
    let mut peek = Reader::new(frame.clone());
    let number = peek.i16().map_err(|e| malformed(None, e))?;
    let version = peek.i16().map_err(|e| malformed(None, e))?;
    let key = ApiKey::from_i16(number).ok_or(Refusal::UnknownApi(number))?;
    let mut r = Reader::new(frame);
    let header =
        RequestHeader::decode(&mut r, key.request_header_version(version)).map_err(|e| malformed(Some(key), e))?;
    Ok((key, header, r.rest()))
}

/// What stands before a response.
struct Head {
    correlation: i32,
    version: i16,
}

impl Head {
    fn frame(&self, key: ApiKey, body: Body) -> Result<Vec<Chunk>, Refusal> {
        let mut chunks = body.map_err(|e| Refusal::Unwritable { key, why: e.to_string() })?;
        let head = 4 + usize::from(self.version >= 1);
        let size = head as u64 + chunks.iter().map(Chunk::len).sum::<u64>();
        let size = i32::try_from(size).map_err(|_| Refusal::Unwritable { key, why: format!("{size} bytes") })?;
        let mut start = BytesMut::with_capacity(4 + head + first_len(&chunks));
        start.put_i32(size);
        start.put_i32(self.correlation);
        if self.version >= 1 {
            start.put_u8(0); // no tagged fields
        }
        // A small first chunk travels with the header: one piece less to send.
        match chunks.first() {
            Some(Chunk::Bytes(b)) if b.len() <= SMALL => {
                start.extend_from_slice(b);
                chunks[0] = Chunk::Bytes(start.freeze());
            }
            _ => chunks.insert(0, Chunk::Bytes(start.freeze())),
        }
        Ok(chunks)
    }
}

const SMALL: usize = 4096;

fn first_len(chunks: &[Chunk]) -> usize {
    match chunks.first() {
        Some(Chunk::Bytes(b)) if b.len() <= SMALL => b.len(),
        _ => 0,
    }
}
