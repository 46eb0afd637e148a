//! One connection to one broker: opened, protected, logged in, its versions known; then one request at a time.
//!
//! A connection on which an exchange was cut short (an error, a time limit, a dropped future) is never used again: the
//! next answer on it could be that of the request before. [`Connection::is_broken`] says so.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use kt_codec::api_versions_request::ApiVersionsRequest;
use kt_codec::api_versions_response::ApiVersionsResponse;
use kt_codec::request_header::RequestHeader;
use kt_codec::response_header::ResponseHeader;
use kt_codec::{ApiKey, Chunk, EncodeError, Message, Reader, Request, Str, Writer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, timeout_at};

use super::error::{Attempt, Error, Problem, Result};
use super::reason::Reason;
use super::settings::{Address, Settings};
use super::versions::Versions;
use super::{probe, sasl};
use crate::net::dial::{self, DialError};
use crate::net::tls::{Certificate, Connector, Stream};
use crate::protocol::code::ErrorCode;

/// The largest answer that is read; a cluster of a hundred thousand partitions describes itself in some 10 MB.
pub const MAX_ANSWER: usize = 512 << 20;
/// Memory is taken in steps of this size as an answer comes in, whatever length it announces.
const STEP: usize = 64 << 10;
/// Of the time to reach a broker, the part for a second look when the first one met silence: a fifth.
const SECOND_LOOK: u32 = 5;
/// ApiVersions in the form that every broker answers, if only with an error.
const OLDEST: i16 = 0;

/// A connection that is ready for requests.
pub struct Connection {
    stream: Stream,
    address: Address,
    peer: SocketAddr,
    client_id: Str,
    correlation: i32,
    versions: Versions,
    /// An exchange is under way or was cut short.
    broken: bool,
    /// How many exchanges have succeeded after the login.
    served: u64,
}

/// Why an exchange failed, before anybody knows what it was for.
enum Broken {
    Io(io::Error),
    Closed,
    TooLarge(usize),
    /// The answer belongs to no request of ours.
    Strange(String),
    TimedOut,
}

impl Connection {
    /// Connects and logs in; the attempt says why not.
    pub async fn open(
        settings: &Settings,
        tls: Option<&Connector>,
        address: &Address,
        limit: Duration,
    ) -> std::result::Result<Connection, OpenError> {
        let end = Instant::now() + limit;
        let limit = limit - limit / SECOND_LOOK;
        let deadline = Instant::now() + limit;
        let dialled = settings.instead.iter().find(|(from, _)| from == address).map_or(address, |(_, to)| to);
        let failed = |peer, reason| OpenError::Attempt(Attempt { address: address.clone(), peer, reason });
        let socket = dial::dial(&dialled.host, dialled.port, deadline).await.map_err(|error| match error {
            DialError::Unresolvable(why) => failed(None, Reason::Unresolvable(why)),
            DialError::TimedOut => failed(None, Reason::NoAnswer(limit)),
            DialError::Failed { address, error } => failed(Some(address), connect_reason(&error)),
        })?;
        let peer = socket.peer_addr().map_err(|error| failed(None, Reason::Other(plain(&error))))?;
        let stream = match tls {
            None => Stream::Plain(socket),
            Some(connector) => match timeout_at(deadline, connector.connect(&address.host, socket)).await {
                Ok(Ok(stream)) => stream,
                Ok(Err(error)) => {
                    let reason = Reason::from(error);
                    let reason = probe::after_failed_handshake(reason, peer, end).await;
                    return Err(failed(Some(peer), reason));
                }
                Err(_) => {
                    let reason = probe::after_failed_handshake(Reason::Silent(limit), peer, end).await;
                    return Err(failed(Some(peer), reason));
                }
            },
        };
        let mut connection = Connection {
            stream,
            address: address.clone(),
            peer,
            client_id: settings.client_id.as_str().into(),
            correlation: 0,
            versions: Versions::default(),
            broken: false,
            served: 0,
        };
        if let Err(broken) = connection.learn_versions(deadline).await {
            let reason = probe::after_failed_greeting(broken.reason(limit), tls.is_some(), peer, end).await;
            return Err(failed(Some(peer), reason));
        }
        if let Some(login) = &settings.security.sasl {
            sasl::log_in(&mut connection, login, end).await?;
        }
        connection.served = 0;
        Ok(connection)
    }

    pub fn address(&self) -> &Address {
        &self.address
    }

    pub fn peer(&self) -> SocketAddr {
        self.peer
    }

    /// What is left when somebody else goes on with the connection: who has several requests under way at once.
    pub(super) fn into_parts(self) -> (Stream, Versions) {
        (self.stream, self.versions)
    }

    /// What the broker showed in the handshake; `None` in plain text.
    pub fn certificate(&self) -> Option<Certificate> {
        self.stream.certificate()
    }

    pub fn versions(&self) -> &Versions {
        &self.versions
    }

    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// Whether anything was asked on it since the login.
    pub fn is_fresh(&self) -> bool {
        self.served == 0
    }

    /// The version that a request of this kind will have.
    pub fn version<R: Request>(&self) -> Result<i16> {
        self.versions.pick::<R>().map_err(|why| {
            let why = match self.versions.is_controller() {
                true => "it is a controller; name a broker's port, or use --bootstrap-controller".into(),
                false => why,
            };
            Problem::Unsupported { api: R::API_KEY, address: self.address.clone(), why }.into()
        })
    }

    /// Asks, and waits for the answer, in the highest version that both know.
    pub async fn send<R: Request>(&mut self, request: &R, limit: Duration) -> Result<R::Response> {
        let version = self.version::<R>()?;
        self.send_at(request, version, limit).await
    }

    /// Asks in this version.
    pub async fn send_at<R: Request>(&mut self, request: &R, version: i16, limit: Duration) -> Result<R::Response> {
        let mut body = Writer::new();
        let encoded = request.encode(&mut body, version).map(|()| body);
        self.send_encoded::<R>(encoded, version, limit).await
    }

    /// Asks with what was encoded for this version.
    pub async fn send_encoded<R: Request>(
        &mut self,
        body: std::result::Result<Writer, EncodeError>,
        version: i16,
        limit: Duration,
    ) -> Result<R::Response> {
        let body = body.map_err(|error| {
            let why = format!("what was asked needs a newer broker ({error})");
            Error::from(Problem::Unsupported { api: R::API_KEY, address: self.address.clone(), why })
        })?;
        let answer = self.exchange(R::API_KEY, version, body, Instant::now() + limit).await;
        let answer = answer.map_err(|broken| self.lost(R::API_KEY, broken, limit))?;
        let response = R::Response::from_bytes(answer, version).map_err(|error| {
            Error::from(Problem::Garbled { address: self.address.clone(), api: R::API_KEY, why: error.to_string() })
        })?;
        self.served += 1;
        Ok(response)
    }

    fn lost(&self, api: ApiKey, broken: Broken, limit: Duration) -> Error {
        let address = self.address.clone();
        match broken {
            Broken::TimedOut => Problem::TimedOut { address, doing: api.name().to_owned(), after: limit },
            Broken::Io(error) => Problem::Lost { address, api, why: plain(&error) },
            Broken::Closed => Problem::Lost { address, api, why: "it hung up".into() },
            Broken::TooLarge(size) => Problem::Garbled { address, api, why: format!("it announces {size} bytes") },
            Broken::Strange(why) => Problem::Garbled { address, api, why },
        }
        .into()
    }

    /// Asks for the versions: first in the newest form, then in the one that the broker asks for. A broker that does not
    /// know the version answers in version 0, with the range it knows, or nothing but the error if it is very old.
    async fn learn_versions(&mut self, deadline: Instant) -> std::result::Result<(), Broken> {
        let mut version = ApiVersionsRequest::VERSIONS.1;
        // Once to be told the version, once more if the broker is so old that it tells none.
        for _ in 0..3 {
            let request = ApiVersionsRequest {
                client_software_name: "kt".into(),
                client_software_version: env!("CARGO_PKG_VERSION").into(),
                ..ApiVersionsRequest::default()
            };
            let mut body = Writer::new();
            let unable = |error: &dyn std::fmt::Display| Broken::Strange(error.to_string());
            request.encode(&mut body, version).map_err(|error| unable(&error))?;
            let answer = self.exchange(ApiKey::ApiVersions, version, body, deadline).await?;
            let unsupported = answer.starts_with(&ErrorCode::UNSUPPORTED_VERSION.code().to_be_bytes());
            let shape = if unsupported { OLDEST } else { version };
            let response = ApiVersionsResponse::from_bytes(answer, shape).map_err(|error| unable(&error))?;
            let code = ErrorCode(response.error_code);
            if unsupported && version > OLDEST {
                let known = Versions::from(&response).range(ApiKey::ApiVersions);
                version = known.map_or(OLDEST, |(_, newest)| newest.clamp(OLDEST, version - 1));
                continue;
            }
            if code.is_error() {
                return Err(Broken::Strange(format!("it answered {}", code.name())));
            }
            self.versions = Versions::from(&response);
            return Ok(());
        }
        Err(Broken::Strange("it refused every version of ApiVersions".into()))
    }

    /// One request and its answer, without the answer's header.
    async fn exchange(
        &mut self,
        api: ApiKey,
        version: i16,
        body: Writer,
        deadline: Instant,
    ) -> std::result::Result<Bytes, Broken> {
        if self.broken {
            return Err(Broken::Closed);
        }
        self.broken = true;
        self.correlation = self.correlation.wrapping_add(1);
        let frame = self.frame(api, version, body)?;
        let answer = match timeout_at(deadline, self.swap(frame)).await {
            Ok(result) => result?,
            Err(_) => return Err(Broken::TimedOut),
        };
        let mut reader = Reader::new(answer);
        let strange = |error: &dyn std::fmt::Display| Broken::Strange(error.to_string());
        let header = ResponseHeader::decode(&mut reader, api.response_header_version(version));
        let header = header.map_err(|error| strange(&error))?;
        if header.correlation_id != self.correlation {
            return Err(strange(&"it answers another request"));
        }
        self.broken = false;
        Ok(reader.rest())
    }

    fn frame(&self, api: ApiKey, version: i16, body: Writer) -> std::result::Result<Bytes, Broken> {
        let header = RequestHeader {
            request_api_key: api as i16,
            request_api_version: version,
            correlation_id: self.correlation,
            client_id: Some(self.client_id.clone()),
            ..RequestHeader::default()
        };
        let mut head = Writer::new();
        let header = header.encode(&mut head, api.request_header_version(version));
        header.map_err(|error| Broken::Strange(error.to_string()))?;
        let head = head.into_bytes();
        let length = head.len() as u64 + body.len();
        let length = i32::try_from(length).map_err(|_| Broken::Strange("the request is too large".into()))?;
        let mut frame = BytesMut::with_capacity(4 + length as usize);
        frame.extend_from_slice(&length.to_be_bytes());
        frame.extend_from_slice(&head);
        for chunk in body.finish() {
            match chunk {
                Chunk::Bytes(bytes) => frame.extend_from_slice(&bytes),
                Chunk::File { .. } => return Err(Broken::Strange("a client sends no files".into())),
            }
        }
        Ok(frame.freeze())
    }

    async fn swap(&mut self, frame: Bytes) -> std::result::Result<Bytes, Broken> {
        self.stream.write_all(&frame).await.map_err(Broken::from)?;
        self.stream.flush().await.map_err(Broken::from)?;
        let mut length = [0; 4];
        self.stream.read_exact(&mut length).await.map_err(Broken::from)?;
        if let Some(reason) = probe::other_protocol(length) {
            return Err(Broken::Strange(reason.into()));
        }
        let length = u32::from_be_bytes(length) as usize;
        if length > MAX_ANSWER {
            return Err(Broken::TooLarge(length));
        }
        let mut answer = BytesMut::with_capacity(length.min(STEP));
        let mut rest = (&mut self.stream).take(length as u64);
        while answer.len() < length {
            // read_buf fills what is reserved; the reservation follows what has come, not what was announced.
            answer.reserve((length - answer.len()).min(STEP.max(answer.len())));
            if rest.read_buf(&mut answer).await.map_err(Broken::from)? == 0 {
                return Err(Broken::Closed);
            }
        }
        Ok(answer.freeze())
    }
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe => Broken::Closed,
            _ => Broken::Io(error),
        }
    }
}

impl Broken {
    /// What it means for the very first exchange on a connection.
    fn reason(self, limit: Duration) -> Reason {
        match self {
            Broken::Io(error) => tls_reason(&error).unwrap_or_else(|| Reason::Other(plain(&error))),
            Broken::Closed => Reason::Closed,
            Broken::TimedOut => Reason::Silent(limit),
            Broken::TooLarge(size) => Reason::NotKafka(format!("it announces an answer of {size} bytes")),
            Broken::Strange(why) if why == probe::WEB => Reason::Web,
            Broken::Strange(why) if why == probe::TLS => Reason::WantsTls,
            Broken::Strange(why) => Reason::NotKafka(why),
        }
    }
}

/// With TLS 1.3 the broker's alert about our certificate comes only with the first answer.
fn tls_reason(error: &io::Error) -> Option<Reason> {
    let text = error.to_string();
    let alert = text.split_once("alert ")?.1;
    Some(Reason::TlsRefused(alert.split(':').next().unwrap_or(alert).to_owned()))
}

/// Why a connection could not be opened: the address does not work, or the broker does not let us in.
pub enum OpenError {
    Attempt(Attempt),
    Error(Error),
}

impl From<Error> for OpenError {
    fn from(error: Error) -> Self {
        OpenError::Error(error)
    }
}

pub(super) fn connect_reason(error: &io::Error) -> Reason {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => Reason::ConnectionRefused,
        io::ErrorKind::TimedOut => Reason::Other("connection timed out".into()),
        _ => Reason::Other(plain(error)),
    }
}

/// The system's sentence without Rust's `(os error 2)`.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    text.to_lowercase()
}
