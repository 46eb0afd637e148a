//! A broker inside of a program that is about something else: started, used, stopped, on threads of its own.

use std::sync::mpsc;
use std::thread::JoinHandle;

use tokio::runtime::Builder;
use tokio::sync::oneshot;

use super::run::{self, Options, StartError};
use crate::config::broker::BrokerConfig;

/// One tool at a time talks to it.
const WORKERS: usize = 2;

/// It is stopped in order when this is dropped.
pub struct Embedded {
    /// Where it listens, `127.0.0.1:PORT`.
    pub address: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Returns when the broker answers.
pub fn start(config: BrokerConfig, options: Options) -> Result<Embedded, StartError> {
    let (told, hear) = mpsc::channel();
    let (stop, stopped) = oneshot::channel::<()>();
    let spawned = std::thread::Builder::new().name("kt-embedded".to_owned()).spawn(move || {
        let built = Builder::new_multi_thread().worker_threads(WORKERS).thread_name("kt-worker").enable_all().build();
        let runtime = match built {
            Ok(runtime) => runtime,
            Err(error) => {
                let _ = told.send(Err(StartError::Io { what: "start the runtime".to_owned(), error }));
                return;
            }
        };
        runtime.block_on(async {
            match run::start(config, options).await {
                Ok(running) => {
                    let address = running.addresses.first().map(ToString::to_string).unwrap_or_default();
                    let _ = told.send(Ok(address));
                    let _ = stopped.await; // an end without a word is an end too
                    running.stop().await;
                }
                Err(error) => {
                    let _ = told.send(Err(error));
                }
            }
        });
    });
    let gone = || std::io::Error::other("its thread ended");
    let failed = |error| StartError::Io { what: "start the broker".to_owned(), error };
    let thread = spawned.map_err(failed)?;
    let address = hear.recv().map_err(|_| failed(gone()))??;
    Ok(Embedded { address, stop: Some(stop), thread: Some(thread) })
}

impl Drop for Embedded {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(()); // it may have ended by itself
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join(); // a panic there has been printed
        }
    }
}
