//! Reading in a share group (KIP-932): each record is one member's for a while, and the member says what becomes of it.
//!
//! A thread talks to the brokers: [`member`] keeps the membership, [`reader`] fetches and brings verdicts, [`session`]
//! is what the leaders remember of us. The caller's thread reads the records ([`delivered`]).

mod answers;
mod delivered;
mod member;
mod reader;
mod session;

use std::collections::{HashMap, VecDeque};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use kt_codec::{Str, Uuid};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::client::data::Source;
use crate::client::data::consume::{Came, Consumed, Then, Wanted};
use crate::client::data::fault::Fault;
use crate::client::data::share::{Acknowledged, ShareSettings, Verdict};
use crate::client::settings::Settings;
use delivered::Delivered;
use session::Verdicts;

/// How long the end may take: last verdicts, and leaving the group.
const CLOSING: Duration = Duration::from_secs(8);

/// What the caller asks of the thread; verdicts go along, by leader.
enum Ask {
    More(Vec<(i32, Verdicts)>),
    Settle(Vec<(i32, Verdicts)>),
    Close(Vec<(i32, Verdicts)>),
}

/// What the thread tells the caller.
enum Told {
    Records(Vec<Delivered>),
    Acknowledged(Acknowledged),
    Note(String),
    Fault(Fault),
}

/// A member of a share group.
pub struct ShareConsumer {
    verdict: Verdict,
    asks: UnboundedSender<Ask>,
    told: Receiver<Told>,
    /// Whether records were asked for that have not come yet.
    asked: bool,
    ready: VecDeque<Told>,
    verdicts: HashMap<i32, Verdicts>,
    /// Verdicts whose fate is not known yet.
    open: usize,
    acknowledged: Vec<Acknowledged>,
    scratch: Vec<u8>,
}

impl ShareConsumer {
    /// Joins in the background.
    pub fn start(client: Settings, settings: ShareSettings) -> Result<ShareConsumer, Fault> {
        let Wanted::Topic(topic) = settings.reading.wanted.clone() else {
            return Err(Fault::Settings("a share group's member names the topic it reads".to_owned()));
        };
        if let Some(refused) = client.guard.refuses_writing() {
            return Err(Fault::Settings(format!("{}; a share group's member takes records away", refused.what())));
        }
        let (asks, asked) = unbounded_channel();
        let (tell, told) = channel();
        let system =
            |error: std::io::Error| Fault::Settings(format!("the system gives no thread or event queue: {error}"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(system)?;
        let (verdict, member) = (settings.verdict, member_id()?);
        std::thread::Builder::new()
            .name("kt-share".to_owned())
            .spawn(move || runtime.block_on(reader::run(client, settings, topic, member, asked, tell)))
            .map_err(system)?;
        Ok(ShareConsumer {
            verdict,
            asks,
            told,
            asked: false,
            ready: VecDeque::new(),
            verdicts: HashMap::new(),
            open: 0,
            acknowledged: Vec::new(),
            scratch: Vec::new(),
        })
    }

    fn ask(&mut self, ask: impl Fn(Vec<(i32, Verdicts)>) -> Ask) {
        let verdicts: Vec<_> = self.verdicts.drain().collect();
        self.open += verdicts.iter().map(|(_, verdicts)| verdicts.len()).sum::<usize>();
        let _ = self.asks.send(ask(verdicts)); // the thread has ended, and its last word waits to be heard
    }

    /// The next thing the thread tells, but for the fates of verdicts, which are noted.
    fn hear(&mut self, limit: Duration) -> Result<Told, RecvTimeoutError> {
        let told = self.told.recv_timeout(limit)?;
        if let Told::Acknowledged(acknowledged) = &told {
            self.open = self.open.saturating_sub(acknowledged.offsets.len());
            self.acknowledged.push(acknowledged.clone());
        }
        Ok(told)
    }

    /// Brings the verdicts on all that was received to the brokers, and waits until their fate is known, for `limit` at
    /// most.
    pub fn settle(&mut self, limit: Duration) {
        self.ask(Ask::Settle);
        let until = Instant::now() + limit;
        while self.open > 0 {
            match self.hear(until.saturating_duration_since(Instant::now())) {
                Ok(Told::Acknowledged(_)) => {}
                Ok(other) => self.ready.push_back(other),
                Err(_) => return,
            }
        }
    }

    /// The fates of verdicts since this was asked last.
    pub fn acknowledged(&mut self) -> Vec<Acknowledged> {
        std::mem::take(&mut self.acknowledged)
    }

    fn give(&mut self, records: &[Delivered], receive: &mut dyn FnMut(&Consumed<'_>) -> Then) -> Came {
        self.asked = false;
        for delivered in records {
            let verdicts = self.verdicts.entry(delivered.node).or_default();
            match delivered.each(&mut self.scratch, self.verdict, verdicts, receive) {
                Ok(Then::GoOn) => {}
                Ok(Then::Stop) => return Came::Records(Then::Stop),
                Err(fault) => return Came::Fault(fault),
            }
        }
        Came::Records(Then::GoOn)
    }
}

/// A member names itself.
fn member_id() -> Result<Str, Fault> {
    let mut bytes = [0; 16];
    openssl::rand::rand_bytes(&mut bytes)
        .map_err(|error| Fault::Settings(format!("the system has no random numbers: {error}")))?;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    Ok(Str::from(Uuid(bytes).to_string()))
}

impl Source for ShareConsumer {
    fn poll(
        &mut self,
        limit: Option<Duration>,
        idle: &mut dyn FnMut(),
        receive: &mut dyn FnMut(&Consumed<'_>) -> Then,
    ) -> Came {
        if !self.asked && self.ready.is_empty() {
            self.asked = true;
            self.ask(Ask::More);
        }
        let until = limit.map(|limit| Instant::now() + limit);
        idle();
        loop {
            let left = until.map_or(Duration::MAX, |until| until.saturating_duration_since(Instant::now()));
            let told = match self.ready.pop_front() {
                Some(told) => Ok(told),
                None => self.hear(left),
            };
            return match told {
                Ok(Told::Records(records)) => self.give(&records, receive),
                Ok(Told::Acknowledged(Acknowledged { partition, error: Some(error), offsets })) => Came::Note(format!(
                    "what was said of {} records of partition {partition} does not count: {error}",
                    offsets.len()
                )),
                Ok(Told::Acknowledged(_)) => continue,
                Ok(Told::Note(note)) => Came::Note(note),
                Ok(Told::Fault(fault)) => Came::Fault(fault),
                Err(RecvTimeoutError::Timeout) => Came::Nothing,
                Err(RecvTimeoutError::Disconnected) => {
                    Came::Fault(Fault::TimedOut { what: "the share group's thread has ended".to_owned() })
                }
            };
        }
    }

    /// Brings the last verdicts to the brokers, gives back what was not settled, and leaves the group.
    fn close(&mut self) {
        self.ask(Ask::Close);
        let until = Instant::now() + CLOSING;
        // The thread hangs up when it is done.
        while self.hear(until.saturating_duration_since(Instant::now())).is_ok() {}
    }
}
