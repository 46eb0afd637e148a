//! The doors of the broker: listeners, the limit on connections, and the orderly end.
//!
//! Each connection is one task with one loop (conn.rs). Nothing here knows what a request means.

mod conn;
mod limits;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tracing::{debug, info, warn};

use super::Broker;
pub use limits::Limits;

/// How long a connection may take to finish its request when the broker stops.
const FAREWELL: Duration = Duration::from_secs(2);
/// How long to wait when the system has no more file descriptors to give.
const OUT_OF_FILES: Duration = Duration::from_millis(100);

/// The running side of a broker: where it listens, and how to end it.
pub struct Server {
    stop: watch::Sender<bool>,
    doors: JoinSet<()>,
}

impl Server {
    /// Serves on sockets that are already bound: `listeners[i]` is listener `i` of the broker's configuration.
    pub fn start(broker: &Arc<Broker>, listeners: Vec<TcpListener>) -> Server {
        let (stop, stopped) = watch::channel(false);
        let mut doors = JoinSet::new();
        for (index, listener) in listeners.into_iter().enumerate() {
            doors.spawn(accept(Arc::clone(broker), listener, index, stopped.clone()));
        }
        Server { stop, doors }
    }

    /// Takes no new request, lets those in flight finish, and returns when all connections are closed.
    pub async fn stop(mut self) {
        let _ = self.stop.send(true);
        while self.doors.join_next().await.is_some() {}
    }
}

async fn accept(broker: Arc<Broker>, listener: TcpListener, index: usize, mut stopped: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            biased;
            _ = stopped.wait_for(|stop| *stop) => break,
            Some(_) = connections.join_next() => continue,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => {
                if let Some(task) = admit(&broker, stream, peer, index, &stopped) {
                    connections.spawn(task);
                }
            }
            Err(e) => {
                warn!("cannot accept a connection: {e}");
                if !is_about_one_peer(&e) {
                    tokio::time::sleep(OUT_OF_FILES).await;
                }
            }
        }
    }
    drop(listener);
    let all_closed = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(FAREWELL, all_closed).await.is_err() {
        info!("closing the connections that are still busy after {} s", FAREWELL.as_secs());
    }
}

fn admit(
    broker: &Arc<Broker>,
    stream: TcpStream,
    peer: SocketAddr,
    listener: usize,
    stopped: &watch::Receiver<bool>,
) -> Option<impl Future<Output = ()> + use<>> {
    let seat = match broker.limits.seat(peer.ip()) {
        Ok(seat) => seat,
        Err(why) => {
            warn!("refused a connection of {peer}: {why}");
            return None;
        }
    };
    if let Err(e) = stream.set_nodelay(true) {
        debug!("{peer}: cannot set TCP_NODELAY: {e}");
    }
    let broker = Arc::clone(broker);
    let stopped = stopped.clone();
    Some(async move {
        conn::serve(broker, stream, peer, listener, stopped).await;
        drop(seat);
    })
}

/// Errors that the next accept will not meet again.
fn is_about_one_peer(e: &io::Error) -> bool {
    matches!(e.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset | io::ErrorKind::Interrupted)
}
