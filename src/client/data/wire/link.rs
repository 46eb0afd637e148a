//! One connection to one broker: requests go out in order, answers come back in the same order.
//!
//! Several requests may be under way at once. What must hold: an answer is given to the request it belongs to (the
//! correlation ids are compared), a frame is never larger than [`MAX_FRAME`], and once anything went wrong the link is
//! dead for good: everything under way fails, and its owner opens a new one.

use std::collections::VecDeque;
use std::io::IoSlice;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::{Buf, Bytes, BytesMut};
use kt_codec::api_versions_request::ApiVersionsRequest;
use kt_codec::request_header::RequestHeader;
use kt_codec::response_header::ResponseHeader;
use kt_codec::{Chunk, Message, Reader, Request, Str, Writer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::client::data::fault::{Fault, Peer};
use crate::protocol::code::ErrorCode;

/// No answer is larger: a fetch asks for far less.
const MAX_FRAME: usize = 256 * 1024 * 1024;
/// A first buffer for an answer; larger ones grow as they arrive.
const FIRST_BUFFER: usize = 4 * 1024 * 1024;
/// How long a name may take to be resolved and a connection to be made.
const CONNECT: Duration = Duration::from_secs(5);

/// The part of the versions a broker serves that both sides know.
#[derive(Clone, Debug, Default)]
pub struct Versions(Vec<(i16, i16, i16)>);

impl Versions {
    /// The newest version of `R` both sides speak, not above `cap`.
    pub fn pick<R: Request>(&self, cap: i16) -> Option<i16> {
        let (_, min, max) = self.0.iter().find(|(key, ..)| *key == R::API_KEY as i16)?;
        let (own_min, own_max) = R::VERSIONS;
        let version = own_max.min(*max).min(cap);
        (version >= own_min.max(*min)).then_some(version)
    }
}

#[derive(Default)]
struct Waiting {
    queue: VecDeque<(i32, oneshot::Sender<Result<Bytes, Fault>>)>,
    dead: Option<Fault>,
}

/// A connection that has learnt which versions the broker speaks.
pub struct Link {
    address: String,
    peer: Option<std::net::SocketAddr>,
    client_id: Str,
    versions: Versions,
    next: AtomicI32,
    write: tokio::sync::Mutex<OwnedWriteHalf>,
    waiting: Arc<Mutex<Waiting>>,
    reader: tokio::task::JoinHandle<()>,
}

impl Drop for Link {
    fn drop(&mut self) {
        self.reader.abort();
    }
}

impl Link {
    /// Connects, and asks for the broker's versions.
    pub async fn open(address: &str, client_id: &str) -> Result<Link, Fault> {
        let stream = dial(address).await?;
        // Answers would be late without it; a system that refuses only makes it slower.
        let _ = stream.set_nodelay(true);
        let peer = stream.peer_addr().ok();
        let (read, write) = stream.into_split();
        let waiting = Arc::new(Mutex::new(Waiting::default()));
        let reader = tokio::spawn(read_answers(read, address.to_owned(), Arc::clone(&waiting)));
        let mut link = Link {
            address: address.to_owned(),
            peer,
            client_id: Str::from(client_id),
            versions: Versions::default(),
            next: AtomicI32::new(0),
            write: tokio::sync::Mutex::new(write),
            waiting,
            reader,
        };
        link.versions = link.ask_versions().await?;
        Ok(link)
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// Whether this connection leads to `host:port`, as far as can be seen without asking for the name.
    pub fn leads_to(&self, address: &str) -> bool {
        self.address == address || address.parse().ok().is_some_and(|socket| self.peer == Some(socket))
    }

    pub fn is_dead(&self) -> bool {
        self.lock().dead.is_some()
    }

    async fn ask_versions(&self) -> Result<Versions, Fault> {
        let request = ApiVersionsRequest {
            client_software_name: Str::from_static("kt"),
            client_software_version: Str::from_static(env!("CARGO_PKG_VERSION")),
            ..ApiVersionsRequest::default()
        };
        let asked = async {
            // A broker that does not know version 3 answers in version 0 with its own list.
            let mut answer = self.call_version(&request, 3, decode_versions).await?;
            if ErrorCode::from(answer.error_code) == ErrorCode::UNSUPPORTED_VERSION {
                answer = self.call_version(&ApiVersionsRequest::default(), 0, decode_versions).await?;
            }
            Ok(answer)
        };
        let answer = timeout(CONNECT, asked).await.map_err(|_| Fault::Unreachable {
            address: self.address.clone(),
            reason: format!("connected, but no answer within {} s", CONNECT.as_secs()),
            advertised: None,
        })??;
        match ErrorCode::from(answer.error_code) {
            ErrorCode::NONE => {
                Ok(Versions(answer.api_keys.iter().map(|k| (k.api_key, k.min_version, k.max_version)).collect()))
            }
            code => Err(Fault::Broker { what: format!("{} does not tell its versions", self.address), code }),
        }
    }

    /// Sends `request` in the newest version both know (not above `cap`) and waits for the answer.
    pub async fn call<R: Request>(&self, request: &R, cap: i16) -> Result<R::Response, Fault> {
        let version = self.version::<R>(cap)?;
        self.call_version(request, version, |body, version| {
            R::Response::from_bytes(body, version).map_err(|e| e.to_string())
        })
        .await
    }

    /// The version [`call`](Self::call) would use.
    pub fn version<R: Request>(&self, cap: i16) -> Result<i16, Fault> {
        self.versions.pick::<R>(cap).ok_or_else(|| Fault::Broken {
            address: self.address.clone(),
            reason: format!("the broker does not serve {} in a version that kt speaks", R::API_KEY.name()),
        })
    }

    async fn call_version<R: Request, T>(
        &self,
        request: &R,
        version: i16,
        decode: impl FnOnce(Bytes, i16) -> Result<T, String>,
    ) -> Result<T, Fault> {
        let body = self.exchange(request, version).await?;
        let header = R::API_KEY.response_header_version(version);
        self.strip(body, header).and_then(|body| decode(body, version)).map_err(|reason| Fault::Broken {
            address: self.address.clone(),
            reason: format!("an answer to {} made no sense: {reason}", R::API_KEY.name()),
        })
    }

    fn strip(&self, frame: Bytes, header_version: i16) -> Result<Bytes, String> {
        let mut reader = Reader::new(frame);
        ResponseHeader::decode(&mut reader, header_version).map_err(|e| e.to_string())?;
        Ok(reader.rest())
    }

    async fn exchange<R: Request>(&self, request: &R, version: i16) -> Result<Bytes, Fault> {
        let (done, answer) = oneshot::channel();
        self.send_frame(request, version, Some(done)).await?;
        answer.await.unwrap_or_else(|_| Err(self.gone()))
    }

    /// Sends a request that has no answer (a produce request with acks=0).
    pub async fn tell<R: Request>(&self, request: &R, version: i16) -> Result<(), Fault> {
        self.send_frame(request, version, None).await
    }

    async fn send_frame<R: Request>(
        &self,
        request: &R,
        version: i16,
        done: Option<oneshot::Sender<Result<Bytes, Fault>>>,
    ) -> Result<(), Fault> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let chunks = self.encode(request, version, id)?;
        let mut write = self.write.lock().await;
        {
            let mut waiting = self.lock();
            if let Some(fault) = &waiting.dead {
                return Err(fault.clone());
            }
            // In the queue before it is on the wire, so that the answer always finds it there.
            if let Some(done) = done {
                waiting.queue.push_back((id, done));
            }
        }
        write_all(&mut write, &chunks).await.map_err(|error| {
            let fault = Fault::Broken { address: self.address.clone(), reason: error.to_string() };
            self.lock().fail(fault.clone());
            fault
        })
    }

    fn encode<R: Request>(&self, request: &R, version: i16, id: i32) -> Result<Vec<Bytes>, Fault> {
        let header = RequestHeader {
            request_api_key: R::API_KEY as i16,
            request_api_version: version,
            correlation_id: id,
            client_id: Some(self.client_id.clone()),
            ..RequestHeader::default()
        };
        let mut writer = Writer::new();
        header
            .encode(&mut writer, R::API_KEY.request_header_version(version))
            .and_then(|()| request.encode(&mut writer, version))
            .map_err(|error| Fault::Settings(format!("this cannot be said to {}: {error}", self.address)))?;
        let length = u32::try_from(writer.len()).unwrap_or(u32::MAX);
        let mut chunks = vec![Bytes::copy_from_slice(&length.to_be_bytes())];
        for chunk in writer.finish() {
            match chunk {
                Chunk::Bytes(bytes) => chunks.push(bytes),
                Chunk::File { .. } => unreachable!("a client sends no regions of files"),
            }
        }
        Ok(chunks)
    }

    fn gone(&self) -> Fault {
        let dead = self.lock().dead.clone();
        dead.unwrap_or_else(|| Fault::Broken { address: self.address.clone(), reason: "it was closed".to_owned() })
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    fn fail(&mut self, fault: Fault) {
        for (_, done) in self.queue.drain(..) {
            let _ = done.send(Err(fault.clone())); // nobody waits any more: as good
        }
        self.dead.get_or_insert(fault);
    }
}

fn decode_versions(body: Bytes, version: i16) -> Result<kt_codec::api_versions_response::ApiVersionsResponse, String> {
    use kt_codec::api_versions_response::ApiVersionsResponse;
    // The refusal of an unknown version is written in version 0, whatever was asked.
    ApiVersionsResponse::from_bytes(body.clone(), version)
        .or_else(|error| ApiVersionsResponse::from_bytes(body, 0).map_err(|_| error))
        .map_err(|error| error.to_string())
}

/// Splits `host:port`; brackets around an IPv6 address are taken off.
pub fn split_address(address: &str) -> Option<(&str, u16)> {
    let (host, port) = address.rsplit_once(':')?;
    let host = host.strip_prefix('[').and_then(|h| h.strip_suffix(']')).unwrap_or(host);
    Some((host, port.parse().ok()?))
}

async fn dial(address: &str) -> Result<TcpStream, Fault> {
    let unreachable = |reason: String| Fault::Unreachable { address: address.to_owned(), reason, advertised: None };
    let (host, port) = split_address(address)
        .ok_or_else(|| Fault::Settings(format!("'{address}' is no address: it should be host:port")))?;
    let found = timeout(CONNECT, tokio::net::lookup_host((host, port))).await;
    let sockets: Vec<_> = match found {
        Ok(Ok(sockets)) => sockets.collect(),
        Ok(Err(error)) => {
            let reason = plain_lookup_error(&error);
            return Err(Fault::Unresolved { address: address.to_owned(), reason, advertised: None });
        }
        Err(_) => {
            let reason = "the name server does not answer".to_owned();
            return Err(Fault::Unresolved { address: address.to_owned(), reason, advertised: None });
        }
    };
    let mut last = unreachable("the name has no address".to_owned());
    for socket in sockets {
        match timeout(CONNECT, TcpStream::connect(socket)).await {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(error)) => last = unreachable(plain_connect_error(&error)),
            Err(_) => last = unreachable(format!("no answer within {} s", CONNECT.as_secs())),
        }
    }
    Err(last)
}

fn plain_connect_error(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::ConnectionRefused => "connection refused".to_owned(),
        _ => error.to_string(),
    }
}

fn plain_lookup_error(error: &std::io::Error) -> String {
    let text = error.to_string();
    match text.split_once(": ") {
        Some(("failed to lookup address information", reason)) => reason.to_owned(),
        _ => text,
    }
}

async fn write_all(write: &mut OwnedWriteHalf, chunks: &[Bytes]) -> std::io::Result<()> {
    /// As many pieces as the system takes at once, and more than a request has.
    const PIECES: usize = 64;
    let mut at = 0;
    let mut skip = 0;
    while at < chunks.len() {
        let slices: Vec<IoSlice<'_>> = chunks[at..]
            .iter()
            .take(PIECES)
            .enumerate()
            .map(|(i, chunk)| IoSlice::new(if i == 0 { &chunk[skip..] } else { chunk }))
            .collect();
        let mut written = write.write_vectored(&slices).await?;
        if written == 0 && slices.iter().any(|s| !s.is_empty()) {
            return Err(std::io::ErrorKind::WriteZero.into());
        }
        while at < chunks.len() && written >= chunks[at].len() - skip {
            written -= chunks[at].len() - skip;
            at += 1;
            skip = 0;
        }
        skip += written;
    }
    Ok(())
}

async fn read_answers(mut read: OwnedReadHalf, address: String, waiting: Arc<Mutex<Waiting>>) {
    let mut heard = false;
    let fault = loop {
        let frame = match read_frame(&mut read, &address, heard).await {
            Ok(frame) => frame,
            Err(fault) => break fault,
        };
        heard = true;
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let answered = (&frame[..]).get_i32();
        match waiting.queue.pop_front() {
            Some((id, done)) if id == answered => {
                let _ = done.send(Ok(frame)); // nobody waits any more: the answer is of no use
            }
            _ => {
                break Fault::Broken { address, reason: "an answer came that nobody had asked for".to_owned() };
            }
        }
    };
    waiting.lock().unwrap_or_else(PoisonError::into_inner).fail(fault);
}

/// One frame without its length: four bytes at least, the correlation id.
async fn read_frame(read: &mut OwnedReadHalf, address: &str, heard: bool) -> Result<Bytes, Fault> {
    let not_kafka = |peer| Fault::NotKafka { address: address.to_owned(), peer };
    let broken = |reason: String| Fault::Broken { address: address.to_owned(), reason };
    let mut length = [0; 4];
    if let Err(error) = read.read_exact(&mut length).await {
        return Err(match (heard, error.kind()) {
            (false, std::io::ErrorKind::UnexpectedEof | std::io::ErrorKind::ConnectionReset) => not_kafka(Peer::Silent),
            (true, std::io::ErrorKind::UnexpectedEof) => broken("the broker closed it".to_owned()),
            _ => broken(error.to_string()),
        });
    }
    let size = usize::try_from(i32::from_be_bytes(length)).ok().filter(|size| (4..=MAX_FRAME).contains(size));
    let Some(size) = size.filter(|_| heard || length[0] != 0x15) else {
        return Err(not_kafka(match length {
            // A TLS alert record: type 21, version 3.
            [0x15, 3, ..] => Peer::Tls,
            [b'H', b'T', b'T', b'P'] => Peer::Http,
            _ => Peer::Unknown,
        }));
    };
    let mut frame = BytesMut::with_capacity(size.min(FIRST_BUFFER));
    let mut limited = read.take(size as u64);
    while frame.len() < size {
        if frame.len() == frame.capacity() {
            frame.reserve((size - frame.len()).min(FIRST_BUFFER));
        }
        match limited.read_buf(&mut frame).await {
            Ok(0) => return Err(broken("it ended in the middle of an answer".to_owned())),
            Ok(_) => {}
            Err(error) => return Err(broken(error.to_string())),
        }
    }
    Ok(frame.freeze())
}
