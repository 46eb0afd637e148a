//! The thread that fetches: finds the partitions and where to begin, and keeps one fetch under way to each leader.
//!
//! What must hold: what is fetched is handed over in the order of offsets within a partition, and the next fetch is
//! sent before the last one is handed over, so that the broker works while the records are printed. At most
//! [`AHEAD`] answers wait for the reader.

mod places;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use kt_codec::fetch_request::{FetchPartition, FetchRequest, FetchTopic};
use kt_codec::fetch_response::{FetchResponse, PartitionData};
use kt_codec::{Str, Uuid};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until, timeout};

use super::cluster::{ANSWER, Cluster};
use super::fetched::{Aborted, Extent, Fetched, extent};
use crate::client::data::consume::{ConsumeSettings, Reset, Span, Standing, Start};
use crate::client::data::fault::Fault;
use crate::client::settings::Settings;
use crate::protocol::code::ErrorCode;

/// Answers that may wait for the reader.
pub const AHEAD: usize = 3;
/// Topics are named in requests, not identified.
const FETCH_CAP: i16 = 12;
const OFFSETS_CAP: i16 = 10;
const EARLIEST: i64 = -2;
const LATEST: i64 = -1;
/// How soon it is looked again for a topic that is not there.
const LOOK_AGAIN: Duration = Duration::from_millis(100);
const LOOK_AGAIN_AT_MOST: Duration = Duration::from_secs(2);
/// How long a leader may be out of reach that never was in reach.
const NEVER_REACHED: Duration = Duration::from_secs(6);
/// So many empty answers are a hole; one may be a broker that was not quick enough with old records.
const HOLE: u8 = 3;
/// What a bite may grow to for a batch that does not fit.
const LARGEST_BITE: i32 = 1 << 30;

/// What the reader's thread is handed.
pub enum Handed {
    Records(Fetched),
    Placed,
    Ended,
    Note(String),
    Fault(Fault),
}

/// How far each place is, for the reader's thread; by where it stands in the fetcher's list.
pub type Standings = Arc<Mutex<BTreeMap<usize, Standing>>>;

struct Place {
    topic: Str,
    /// One of the same name that is made anew has another.
    id: Uuid,
    shown: Arc<str>,
    partition: i32,
    leader: Option<i32>,
    /// The next offset; `None`: to be asked for, by `begin`.
    next: Option<i64>,
    /// The first offset that is not wanted.
    until: Option<i64>,
    /// How often an answer had nothing where there should have been something.
    holes: u8,
    begin: Start,
    bite: i32,
    hold_until: Option<Instant>,
    under_way: bool,
}

impl Place {
    /// All that is wanted of it was fetched.
    fn is_done(&self) -> bool {
        matches!((self.next, self.until), (Some(next), Some(until)) if next >= until)
    }
}

enum Event {
    Fetched { node: i32, asked: Vec<(usize, i64)>, answer: Result<FetchResponse, Fault> },
}

pub struct Fetcher {
    settings: ConsumeSettings,
    hand: SyncSender<Handed>,
    standings: Standings,
    cluster: Cluster,
    places: Vec<Place>,
    under_way: HashSet<i32>,
    reached: HashSet<i32>,
    trouble: HashMap<i32, Instant>,
    /// Whether the first look at the topics is over: partitions that appear later are read from their beginning.
    looked: bool,
    look_again: Duration,
    refresh_at: Instant,
    /// Said already, so not again until things are well.
    said: HashSet<String>,
    events: mpsc::UnboundedReceiver<Event>,
    post: mpsc::UnboundedSender<Event>,
}

/// The reader has gone.
struct Gone;

/// Runs until the reader goes away or a fault ends it.
pub async fn run(client: Settings, settings: ConsumeSettings, hand: SyncSender<Handed>, standings: Standings) {
    let outcome = async {
        let cluster = Cluster::open(&client).await?;
        let (post, events) = mpsc::unbounded_channel();
        let mut fetcher = Fetcher {
            settings,
            hand: hand.clone(),
            standings,
            cluster,
            places: Vec::new(),
            under_way: HashSet::new(),
            reached: HashSet::new(),
            trouble: HashMap::new(),
            looked: false,
            look_again: LOOK_AGAIN,
            refresh_at: Instant::now(),
            said: HashSet::new(),
            events,
            post,
        };
        fetcher.serve().await
    };
    if let Err(fault) = outcome.await {
        let _ = hand.send(Handed::Fault(fault)); // the reader is gone: nobody asks any more
    }
}

impl Fetcher {
    async fn serve(&mut self) -> Result<(), Fault> {
        loop {
            if Instant::now() >= self.refresh_at {
                self.look_around().await?;
            }
            self.find_offsets().await?;
            if self.settings.tell_when_placed
                && !self.places.is_empty()
                && self.places.iter().all(|place| place.next.is_some())
            {
                self.settings.tell_when_placed = false;
                let _ = self.hand.send(Handed::Placed); // see `run`
            }
            if self.is_ended() {
                let _ = self.hand.send(Handed::Ended); // see `run`
                return Ok(());
            }
            self.fetch().await?;
            let wake = self.next_deadline();
            tokio::select! {
                event = self.events.recv() => {
                    let Some(Event::Fetched { node, asked, answer }) = event else { return Ok(()) };
                    if self.fetched(node, asked, answer).await?.is_err() {
                        return Ok(());
                    }
                }
                () = sleep_until(wake) => {}
            }
        }
    }

    /// Whether all spans that have an end were read to it.
    fn is_ended(&self) -> bool {
        let Some(spans) = &self.settings.spans else { return false };
        let is_read = |span: &Span| {
            span.until.is_some() && self.place_of(&span.topic, span.partition).is_some_and(Place::is_done)
        };
        self.looked && !spans.others && spans.list.iter().all(is_read)
    }

    fn place_of(&self, topic: &str, partition: i32) -> Option<&Place> {
        self.places.iter().find(|place| place.partition == partition && &*place.topic == topic)
    }

    fn say(&mut self, text: String) {
        if self.said.insert(text.clone()) {
            let _ = self.hand.send(Handed::Note(text)); // see `run`
        }
    }

    fn hold(&mut self, places: &[usize], time: Duration) {
        let until = Instant::now() + time;
        for &at in places {
            self.places[at].hold_until = Some(until);
        }
    }

    /// The connection to a leader; `None` if it cannot be had just now.
    async fn link(&mut self, node: i32) -> Result<Option<Arc<super::link::Link>>, Fault> {
        match self.cluster.link(node).await {
            Ok(link) => {
                self.reached.insert(node);
                self.trouble.remove(&node);
                Ok(Some(link))
            }
            Err(fault) => {
                let now = Instant::now();
                let since = *self.trouble.entry(node).or_insert(now);
                let hopeless = !fault.is_passing() || now - since > NEVER_REACHED;
                if !self.reached.contains(&node) && hopeless {
                    return Err(fault);
                }
                let places: Vec<usize> =
                    (0..self.places.len()).filter(|at| self.places[*at].leader == Some(node)).collect();
                self.hold(&places, self.settings.retry_backoff);
                self.refresh_at = now + self.settings.retry_backoff;
                self.say(format!("{fault}; trying again"));
                Ok(None)
            }
        }
    }

    /// Sends a fetch to every leader that has none under way.
    async fn fetch(&mut self) -> Result<(), Fault> {
        let now = Instant::now();
        let mut leaders: Vec<i32> = self.places.iter().filter_map(|place| place.leader).collect();
        leaders.sort_unstable();
        leaders.dedup();
        for node in leaders {
            if self.under_way.contains(&node) {
                continue;
            }
            let asked: Vec<(usize, i64)> = (0..self.places.len())
                .filter_map(|at| {
                    let place = &self.places[at];
                    let held = place.hold_until.is_some_and(|hold| now < hold);
                    let next = place.next.filter(|_| place.leader == Some(node) && !held && !place.is_done())?;
                    Some((at, next))
                })
                .collect();
            if asked.is_empty() {
                continue;
            }
            let Some(link) = self.link(node).await? else { continue };
            let request = self.request(&asked);
            self.under_way.insert(node);
            let post = self.post.clone();
            let limit = self.settings.fetch_max_wait + ANSWER * 4;
            tokio::spawn(async move {
                let answer = timeout(limit, link.call(&request, FETCH_CAP)).await;
                let answer = answer.unwrap_or_else(|_| {
                    Err(Fault::TimedOut { what: format!("{} does not answer a fetch in time", link.address()) })
                });
                let _ = post.send(Event::Fetched { node, asked, answer }); // the fetcher is gone: so is the need
            });
        }
        Ok(())
    }

    fn request(&mut self, asked: &[(usize, i64)]) -> FetchRequest {
        let mut topics: Vec<FetchTopic> = Vec::new();
        for &(at, offset) in asked {
            let place = &mut self.places[at];
            place.under_way = true;
            let partition = FetchPartition {
                partition: place.partition,
                current_leader_epoch: -1,
                fetch_offset: offset,
                last_fetched_epoch: -1,
                log_start_offset: -1,
                partition_max_bytes: place.bite,
                ..Default::default()
            };
            match topics.iter_mut().find(|topic| topic.topic == place.topic) {
                Some(topic) => topic.partitions.push(partition),
                None => topics.push(FetchTopic {
                    topic: place.topic.clone(),
                    partitions: vec![partition],
                    ..Default::default()
                }),
            }
        }
        FetchRequest {
            replica_id: -1,
            max_wait_ms: i32::try_from(self.settings.fetch_max_wait.as_millis()).unwrap_or(i32::MAX),
            min_bytes: self.settings.fetch_min_bytes,
            max_bytes: self.settings.fetch_max_bytes,
            isolation_level: i8::from(self.settings.committed_only),
            session_id: 0,
            session_epoch: -1,
            topics,
            ..Default::default()
        }
    }

    /// An answer came: the places move on, the next fetch goes out, then the records are handed over.
    async fn fetched(
        &mut self,
        node: i32,
        asked: Vec<(usize, i64)>,
        answer: Result<FetchResponse, Fault>,
    ) -> Result<Result<(), Gone>, Fault> {
        self.under_way.remove(&node);
        for &(at, _) in &asked {
            self.places[at].under_way = false;
        }
        let answer = match answer {
            Ok(answer) => answer,
            Err(fault) if fault.is_passing() => {
                self.cluster.drop_link(node);
                let places: Vec<usize> = asked.iter().map(|(at, _)| *at).collect();
                self.hold(&places, self.settings.retry_backoff);
                self.refresh_at = Instant::now();
                self.say(format!("{fault}; trying again"));
                return Ok(Ok(()));
            }
            Err(fault) => return Err(fault),
        };
        let mut records = Vec::new();
        let is_empty = answer.responses.iter().flat_map(|topic| &topic.partitions).all(|partition| {
            partition.records.as_ref().and_then(|records| records.bytes()).is_none_or(|bytes| bytes.is_empty())
        });
        for topic in answer.responses {
            for partition in topic.partitions {
                let found = asked.iter().find(|(at, _)| {
                    self.places[*at].partition == partition.partition_index && self.places[*at].topic == topic.topic
                });
                let Some(&(at, offset)) = found else { continue };
                // What belongs to a topic that was made anew meanwhile moves nothing.
                if self.places[at].next != Some(offset) {
                    continue;
                }
                if is_empty {
                    self.skip_a_hole(at, &partition);
                }
                let end = self.end(&partition);
                if let Some(fetched) = self.move_on(at, offset, partition)? {
                    records.push(fetched);
                }
                self.stand(at, end);
            }
        }
        if !records.is_empty() {
            self.said.clear();
        }
        self.fetch().await?;
        // Lets the fetch leave before this thread may have to wait for the reader.
        tokio::task::yield_now().await;
        for fetched in records {
            if self.hand.send(Handed::Records(fetched)).is_err() {
                return Ok(Err(Gone));
            }
        }
        Ok(Ok(()))
    }

    /// What the reader may see of a partition ends here; `None`: the leader does not tell.
    fn end(&self, data: &PartitionData) -> Option<i64> {
        let end = if self.settings.committed_only { data.last_stable_offset } else { data.high_watermark };
        (data.error_code == 0 && end >= 0).then_some(end)
    }

    fn stand(&self, at: usize, end: Option<i64>) {
        let place = &self.places[at];
        let (Some(fetched), Some(end)) = (place.next, end) else { return };
        let standing = Standing { topic: Arc::clone(&place.shown), partition: place.partition, fetched, end };
        self.standings.lock().unwrap_or_else(PoisonError::into_inner).insert(at, standing);
    }

    /// Compaction may leave nothing between an offset and the end. An answer without any record at all, although there
    /// should be some (and no other partition had used up its room), says so.
    fn skip_a_hole(&mut self, at: usize, data: &PartitionData) {
        let readable = self.end(data);
        let place = &mut self.places[at];
        if let (Some(next), Some(until), Some(readable)) = (place.next, place.until, readable)
            && next < until
            && until <= readable
        {
            place.holes += 1;
            if place.holes >= HOLE {
                place.next = Some(until);
            }
        }
    }

    fn move_on(&mut self, at: usize, offset: i64, data: PartitionData) -> Result<Option<Fetched>, Fault> {
        let code = ErrorCode::from(data.error_code);
        if code == ErrorCode::OFFSET_OUT_OF_RANGE {
            return self.out_of_range(at, offset).map(|()| None);
        }
        let backoff = self.settings.retry_backoff;
        let place = &mut self.places[at];
        if code.is_error() {
            if !code.is_retriable() {
                let what = format!("cannot read {}[{}]", place.topic, place.partition);
                return Err(Fault::refused(code, what));
            }
            place.hold_until = Some(Instant::now() + backoff);
            if code.is_stale_metadata() {
                self.refresh_at = Instant::now() + LOOK_AGAIN;
            }
            return Ok(None);
        }
        let bytes = data.records.as_ref().and_then(|records| records.bytes()).cloned().unwrap_or_default();
        match extent(&bytes) {
            Extent::Nothing => return Ok(None),
            Extent::OldFormat => {
                return Err(Fault::Broken {
                    what: format!("reading {}[{}]", place.topic, place.partition),
                    reason: "the records are in a format from before Kafka 0.11".to_owned(),
                });
            }
            Extent::CutOff if place.bite < LARGEST_BITE => {
                place.bite = place.bite.saturating_mul(4).min(LARGEST_BITE);
                return Ok(None);
            }
            Extent::CutOff => {
                return Err(Fault::Broken {
                    what: format!("reading {}[{}]", place.topic, place.partition),
                    reason: format!("the batch at offset {offset} does not come whole"),
                });
            }
            Extent::Until(next) => place.next = Some(next.max(offset)),
        }
        let aborted = self.settings.committed_only.then(|| {
            let list = data.aborted_transactions.unwrap_or_default();
            list.iter().map(|a| Aborted { producer_id: a.producer_id, first_offset: a.first_offset }).collect()
        });
        Ok(Some(Fetched {
            topic: Arc::clone(&place.shown),
            partition: place.partition,
            from: offset,
            until: place.until,
            records: bytes,
            aborted,
            control: self.settings.control,
            check_crcs: self.settings.check_crcs,
        }))
    }

    fn out_of_range(&mut self, at: usize, offset: i64) -> Result<(), Fault> {
        let place = &mut self.places[at];
        let (begin, word) = match self.settings.reset {
            Reset::Earliest => (Start::Earliest, "beginning"),
            Reset::Latest => (Start::Latest, "end"),
            Reset::Fail => {
                let what = format!("offset {offset} of {}[{}]", place.topic, place.partition);
                return Err(Fault::refused(ErrorCode::OFFSET_OUT_OF_RANGE, what));
            }
        };
        place.begin = begin;
        place.next = None;
        let text = format!("{}[{}] has no offset {offset}; going on at its {word}", place.topic, place.partition);
        self.say(text);
        Ok(())
    }

    fn next_deadline(&self) -> Instant {
        let holds = self.places.iter().filter(|place| !place.under_way).filter_map(|place| place.hold_until);
        let now = Instant::now();
        let next = holds.filter(|hold| *hold > now).fold(self.refresh_at, Instant::min);
        next.max(now + Duration::from_millis(1))
    }
}
