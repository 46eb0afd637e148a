//! One connection: read a request, serve it, answer, and only then read the next.
//!
//! That order is Kafka's promise to clients: answers come in the order of the requests, and an idempotent producer with
//! five requests in flight finds them appended in the order it sent them.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use tokio::net::TcpStream;
use tokio::sync::SemaphorePermit;
use tokio::sync::watch;
use tracing::{debug, info};

use crate::broker::Broker;
use crate::broker::api::{self, Client, Refusal};
use crate::net::frame::{FrameError, FrameReader};
use crate::net::send;

/// Why a connection ended.
enum End {
    /// The client left between two requests, or was silent for too long, or the broker stops.
    Quiet(&'static str),
    Frame(FrameError),
    Refused(Refusal),
    Send(std::io::Error),
}

/// Connections so far, for their numbers.
static CONNECTIONS: AtomicU64 = AtomicU64::new(0);

pub async fn serve(
    broker: Arc<Broker>,
    stream: TcpStream,
    peer: SocketAddr,
    listener: usize,
    stopped: watch::Receiver<bool>,
) {
    let connection = CONNECTIONS.fetch_add(1, Ordering::Relaxed);
    let mut client = Client { id: None, address: peer, listener, connection, software: None, muted_ms: Arc::default() };
    let end = requests(&broker, stream, &mut client, stopped).await;
    broker.sharing.disconnected(&broker, connection).await;
    let name = client.id.as_deref().unwrap_or("-");
    match end {
        End::Quiet(why) => debug!("{peer} ({name}): {why}"),
        End::Frame(FrameError::Io(e)) | End::Send(e) => debug!("{peer} ({name}): {e}"),
        End::Frame(e @ FrameError::CutShort { .. }) => debug!("{peer} ({name}): {e}"),
        End::Frame(e) => info!("closed the connection of {peer} ({name}): {e}"),
        End::Refused(why) => info!("closed the connection of {peer} ({name}): {why}"),
    }
}

async fn requests(
    broker: &Arc<Broker>,
    mut stream: TcpStream,
    client: &mut Client,
    mut stopped: watch::Receiver<bool>,
) -> End {
    let mut reader = FrameReader::default();
    let network = broker.current();
    let network = &network.settings.network;
    let idle = idle_limit(network.connections_max_idle_ms);
    let largest = usize::try_from(network.request_max_bytes).unwrap_or(0);
    loop {
        let next = tokio::time::timeout(idle, reader.length(&mut stream, largest));
        let size = tokio::select! {
            biased;
            next = next => match next {
                Ok(Ok(Some(size))) => size,
                Ok(Ok(None)) => return End::Quiet("the client closed the connection"),
                Ok(Err(e)) => return End::Frame(e),
                Err(_) => return End::Quiet("closed after connections.max.idle.ms"),
            },
            _ = stopped.wait_for(|stop| *stop) => return End::Quiet("the broker stops"),
        };
        let received = tokio::select! {
            biased;
            received = receive(broker, &mut reader, &mut stream, size, idle) => received,
            _ = stopped.wait_for(|stop| *stop) => return End::Quiet("the broker stops"),
        };
        // The memory is held until the answer is out: the request's bytes live as long.
        let (frame, _memory) = match received {
            Ok(received) => received,
            Err(end) => return end,
        };
        let reply = tokio::select! {
            biased;
            reply = api::dispatch(broker, client, frame) => reply,
            // A long poll need not hold up the end, and a client that is gone need not be waited for.
            _ = stopped.wait_for(|stop| *stop) => return End::Quiet("the broker stops"),
        };
        match reply {
            Ok(Some(chunks)) => match tokio::time::timeout(idle, send::send(&stream, &chunks)).await {
                Ok(Ok(())) => {}
                Ok(Err(e)) => return End::Send(e),
                Err(_) => return End::Quiet("closed: the client does not read its answers"),
            },
            Ok(None) => {}
            Err(refusal) => return End::Refused(refusal),
        }
        // A client that was too fast is not listened to for a while; the answer has told it so (KIP-219).
        let muted_ms = client.muted_ms.swap(0, Ordering::Relaxed);
        if muted_ms > 0 {
            tokio::select! {
                () = tokio::time::sleep(Duration::from_millis(muted_ms.into())) => {}
                _ = stopped.wait_for(|stop| *stop) => return End::Quiet("the broker stops"),
            }
        }
    }
}

/// A client gets this long for a request, and a second more for each [`SLOWEST`] bytes of it.
const PATIENCE: Duration = Duration::from_secs(30);
const SLOWEST: usize = 64 * 1024;

/// Reads a request whose length is known. A large one gets its share of the common memory only when its first bytes have
/// come, and may not hold it for long: a few clients that promise much and send little would stop all others.
async fn receive<'a>(
    broker: &'a Broker,
    reader: &mut FrameReader,
    stream: &mut TcpStream,
    size: usize,
    idle: Duration,
) -> Result<(Bytes, Option<SemaphorePermit<'a>>), End> {
    const TOO_SLOW: End = End::Quiet("closed in the middle of a request that came too slowly");
    match tokio::time::timeout(idle.min(PATIENCE), reader.beginning(stream, size)).await {
        Ok(Ok(())) => {}
        Ok(Err(e)) => return Err(End::Frame(e)),
        Err(_) => return Err(TOO_SLOW),
    }
    let memory = broker.limits.request(size).await;
    let patience = idle.min(PATIENCE + Duration::from_secs((size / SLOWEST) as u64));
    match tokio::time::timeout(patience, reader.body(stream, size)).await {
        Ok(Ok(frame)) => Ok((frame, memory)),
        Ok(Err(e)) => Err(End::Frame(e)),
        Err(_) => Err(TOO_SLOW),
    }
}

/// A negative limit is none, which a year is near enough.
fn idle_limit(ms: i64) -> Duration {
    const LONGEST: Duration = Duration::from_secs(365 * 24 * 3600);
    u64::try_from(ms).map_or(LONGEST, |ms| Duration::from_millis(ms).min(LONGEST))
}
