//! The caller's side of consuming: waits for what the fetching thread hands over, and gives out the records.

use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, sync_channel};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use super::fetcher::{self, AHEAD, Handed, Standings};
use crate::client::data::Source;
use crate::client::data::consume::{Came, ConsumeSettings, Consumed, Standing, Then};
use crate::client::data::fault::Fault;
use crate::client::settings::Settings;

/// A consumer without a group.
pub struct Consumer {
    handed: Receiver<Handed>,
    standings: Standings,
    scratch: Vec<u8>,
}

impl Consumer {
    /// Starts fetching in the background.
    pub fn start(client: Settings, settings: ConsumeSettings) -> Result<Consumer, Fault> {
        let (hand, handed) = sync_channel(AHEAD);
        let system =
            |error: std::io::Error| Fault::Settings(format!("the system gives no thread or event queue: {error}"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(system)?;
        let standings = Standings::default();
        let told = Arc::clone(&standings);
        std::thread::Builder::new()
            .name("kt-fetch".to_owned())
            .spawn(move || runtime.block_on(fetcher::run(client, settings, hand, told)))
            .map_err(system)?;
        Ok(Consumer { handed, standings, scratch: Vec::new() })
    }
}

impl Source for Consumer {
    fn poll(
        &mut self,
        limit: Option<Duration>,
        idle: &mut dyn FnMut(),
        receive: &mut dyn FnMut(&Consumed<'_>) -> Then,
    ) -> Came {
        let handed = match self.handed.try_recv() {
            Ok(handed) => Ok(handed),
            Err(TryRecvError::Disconnected) => Err(RecvTimeoutError::Disconnected),
            Err(TryRecvError::Empty) => {
                idle();
                match limit {
                    Some(limit) => self.handed.recv_timeout(limit),
                    None => self.handed.recv().map_err(|_| RecvTimeoutError::Disconnected),
                }
            }
        };
        match handed {
            Ok(Handed::Records(fetched)) => match fetched.each(&mut self.scratch, receive) {
                Ok(then) => Came::Records(then),
                Err(fault) => Came::Fault(fault),
            },
            Ok(Handed::Placed) => Came::Placed,
            Ok(Handed::Ended) => Came::Ended,
            Ok(Handed::Note(note)) => Came::Note(note),
            Ok(Handed::Fault(fault)) => Came::Fault(fault),
            Err(RecvTimeoutError::Timeout) => Came::Nothing,
            Err(RecvTimeoutError::Disconnected) => {
                Came::Fault(Fault::TimedOut { what: "the fetching thread has ended".to_owned() })
            }
        }
    }
    fn standings(&self) -> Vec<Standing> {
        self.standings.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }
}
