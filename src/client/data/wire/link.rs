//! One connection to one broker: requests go out in order, answers come back in the same order.
//!
//! It is opened, protected and logged in by [`crate::client::conn`]; from there on several requests may be under way at
//! once. What must hold: an answer is given to the request it belongs to (the correlation ids are compared), a frame is
//! never larger than [`MAX_FRAME`], and once anything went wrong the link is dead for good: everything under way fails,
//! and its owner opens a new one.

use std::collections::VecDeque;
use std::io::IoSlice;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::{Buf, Bytes, BytesMut};
use kt_codec::request_header::RequestHeader;
use kt_codec::response_header::ResponseHeader;
use kt_codec::{Chunk, Message, Reader, Request, Str, Writer};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::oneshot;

use crate::client::conn::{Connection, OpenError};
use crate::client::data::fault::Fault;
use crate::client::settings::{Address, Settings};
use crate::client::versions::Versions;
use crate::net::tls::{Connector, Stream};

/// No answer is larger: a fetch asks for far less.
const MAX_FRAME: usize = 256 * 1024 * 1024;
/// A first buffer for an answer; larger ones grow as they arrive.
const FIRST_BUFFER: usize = 4 * 1024 * 1024;

type ReadHalf = Box<dyn AsyncRead + Send + Unpin>;
type WriteHalf = Box<dyn AsyncWrite + Send + Unpin>;

#[derive(Default)]
struct Waiting {
    queue: VecDeque<(i32, oneshot::Sender<Result<Bytes, Fault>>)>,
    dead: Option<Fault>,
}

/// A connection with requests under way.
pub struct Link {
    address: Address,
    peer: SocketAddr,
    client_id: Str,
    versions: Versions,
    next: AtomicI32,
    write: tokio::sync::Mutex<WriteHalf>,
    waiting: Arc<Mutex<Waiting>>,
    reader: tokio::task::JoinHandle<()>,
}

impl Drop for Link {
    fn drop(&mut self) {
        self.reader.abort();
    }
}

impl Link {
    /// Connects and logs in, within `limit`.
    pub async fn open(
        settings: &Settings,
        tls: Option<&Connector>,
        address: &Address,
        limit: Duration,
    ) -> Result<Link, OpenError> {
        let connection = Connection::open(settings, tls, address, limit).await?;
        let peer = connection.peer();
        let (stream, versions) = connection.into_parts();
        let (read, write): (ReadHalf, WriteHalf) = match stream {
            Stream::Plain(socket) => {
                let (read, write) = socket.into_split();
                (Box::new(read), Box::new(write))
            }
            tls => {
                let (read, write) = tokio::io::split(tls);
                (Box::new(read), Box::new(write))
            }
        };
        let waiting = Arc::new(Mutex::new(Waiting::default()));
        let reader = tokio::spawn(read_answers(read, address.to_string(), Arc::clone(&waiting)));
        Ok(Link {
            address: address.clone(),
            peer,
            client_id: Str::from(settings.client_id.as_str()),
            versions,
            next: AtomicI32::new(0),
            write: tokio::sync::Mutex::new(write),
            waiting,
            reader,
        })
    }

    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Whether this connection leads to `address`, as far as can be seen without asking for the name.
    pub fn leads_to(&self, address: &Address) -> bool {
        let socket = || Some(SocketAddr::new(address.host.parse().ok()?, address.port));
        self.address == *address || socket() == Some(self.peer)
    }

    pub fn is_dead(&self) -> bool {
        self.lock().dead.is_some()
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
        let unable = |why: String| self.broken(format!("the broker cannot do {}: {why}", R::API_KEY.name()));
        let version = self.versions.pick::<R>().map_err(unable)?.min(cap);
        match self.versions.range(R::API_KEY) {
            Some((least, _)) if version < least => Err(unable("it is too new".to_owned())),
            _ => Ok(version),
        }
    }

    /// The level of a feature that is in force, as this broker says.
    pub fn finalized(&self, feature: &str) -> Option<i16> {
        self.versions.features.iter().find(|known| known.name == feature)?.finalized
    }

    fn broken(&self, reason: impl Into<String>) -> Fault {
        Fault::Broken { what: format!("the connection to {}", self.address), reason: reason.into() }
    }

    async fn call_version<R: Request, T>(
        &self,
        request: &R,
        version: i16,
        decode: impl FnOnce(Bytes, i16) -> Result<T, String>,
    ) -> Result<T, Fault> {
        let body = self.exchange(request, version).await?;
        let header = R::API_KEY.response_header_version(version);
        self.strip(body, header)
            .and_then(|body| decode(body, version))
            .map_err(|reason| self.broken(format!("an answer to {} made no sense: {reason}", R::API_KEY.name())))
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
        let written = async {
            write_all(&mut write, &chunks).await?;
            write.flush().await
        };
        written.await.map_err(|error| {
            let fault = self.broken(error.to_string());
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
        dead.unwrap_or_else(|| self.broken("it was closed"))
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

async fn write_all(write: &mut WriteHalf, chunks: &[Bytes]) -> std::io::Result<()> {
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

async fn read_answers(mut read: ReadHalf, address: String, waiting: Arc<Mutex<Waiting>>) {
    let broken = |reason: String| Fault::Broken { what: format!("the connection to {address}"), reason };
    let fault = loop {
        let frame = match read_frame(&mut read).await {
            Ok(frame) => frame,
            Err(reason) => break broken(reason),
        };
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let answered = (&frame[..]).get_i32();
        match waiting.queue.pop_front() {
            Some((id, done)) if id == answered => {
                let _ = done.send(Ok(frame)); // nobody waits any more: the answer is of no use
            }
            _ => break broken("an answer came that nobody had asked for".to_owned()),
        }
    };
    waiting.lock().unwrap_or_else(PoisonError::into_inner).fail(fault);
}

/// One frame without its length: four bytes at least, the correlation id.
async fn read_frame(read: &mut ReadHalf) -> Result<Bytes, String> {
    let closed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::UnexpectedEof => "the broker closed it".to_owned(),
        _ => error.to_string(),
    };
    let length = read.read_i32().await.map_err(closed)?;
    let size = usize::try_from(length).ok().filter(|size| (4..=MAX_FRAME).contains(size));
    let size = size.ok_or_else(|| format!("an answer of {length} bytes was announced"))?;
    let mut frame = BytesMut::with_capacity(size.min(FIRST_BUFFER));
    let mut limited = read.take(size as u64);
    while frame.len() < size {
        if frame.len() == frame.capacity() {
            frame.reserve((size - frame.len()).min(FIRST_BUFFER));
        }
        if limited.read_buf(&mut frame).await.map_err(closed)? == 0 {
            return Err("it ended in the middle of an answer".to_owned());
        }
    }
    Ok(frame.freeze())
}
