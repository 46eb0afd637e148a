//! The thread that fetches for a member of a share group, and brings its verdicts to the leaders.
//!
//! What must hold: one request at a time is under way to a leader, for each moves its session on; records are fetched
//! only when they are asked for, so that nothing is locked that nobody reads; a verdict goes to the leader whose session
//! gave the record, and each is answered for, well or not.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use kt_codec::Str;
use kt_codec::share_acknowledge_response::ShareAcknowledgeResponse;
use kt_codec::share_fetch_response::ShareFetchResponse;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until, timeout};

use super::super::cluster::{ANSWER, Cluster};
use super::super::link::Link;
use super::member::{Membership, Who};
use super::session::{Key, Session, Verdicts};
use super::{Ask, Told, answers};
use crate::client::data::fault::Fault;
use crate::client::data::share::{Acknowledged, ShareSettings};
use crate::client::error::Error;
use crate::client::settings::Settings;
use crate::protocol::code::ErrorCode;

/// How soon it is looked again for a topic or a leader that is not there.
const LOOK_AGAIN: Duration = Duration::from_millis(100);
const LOOK_AGAIN_AT_MOST: Duration = Duration::from_secs(2);
/// How long requests under way, and the last verdicts, may take when all ends.
const CLOSING: Duration = Duration::from_secs(3);
/// `share.acquire.mode`, as requests say it.
const STRICT: i8 = 1;

struct Place {
    leader: Option<i32>,
    hold_until: Option<Instant>,
}

/// A leader.
#[derive(Default)]
struct Node {
    session: Session,
    under_way: bool,
    /// Verdicts that wait for the next request.
    parked: Verdicts,
}

enum Event {
    Fetched { node: i32, sent: Verdicts, answer: Result<ShareFetchResponse, Fault> },
    Settled { node: i32, sent: Verdicts, answer: Result<ShareAcknowledgeResponse, Fault> },
}

struct Reader {
    settings: ShareSettings,
    member: Str,
    topic: Str,
    shown: Arc<str>,
    tell: Sender<Told>,
    cluster: Cluster,
    places: HashMap<Key, Place>,
    nodes: HashMap<i32, Node>,
    /// The caller waits for records.
    wanted: bool,
    look_again: Duration,
    looked_at: Instant,
    refresh_at: Instant,
    said: HashSet<String>,
    events: mpsc::UnboundedReceiver<Event>,
    post: mpsc::UnboundedSender<Event>,
}

/// Runs until the caller closes, or a fault ends it.
pub async fn run(
    client: Settings,
    settings: ShareSettings,
    topic: String,
    member: Str,
    asks: mpsc::UnboundedReceiver<Ask>,
    tell: Sender<Told>,
) {
    let outcome = async {
        let cluster = Cluster::open(&client).await?;
        let topic = Str::from(topic.as_str());
        let who = Who {
            id: member.clone(),
            group: Str::from(settings.group.as_str()),
            topic: topic.clone(),
            rack: settings.rack.as_deref().map(Str::from),
        };
        let membership = Membership::begin(&client, who).await?;
        let (post, events) = mpsc::unbounded_channel();
        let mut reader = Reader {
            settings,
            member,
            shown: Arc::from(&topic[..]),
            topic,
            tell: tell.clone(),
            cluster,
            places: HashMap::new(),
            nodes: HashMap::new(),
            wanted: false,
            look_again: LOOK_AGAIN,
            looked_at: Instant::now(),
            refresh_at: Instant::now(),
            said: HashSet::new(),
            events,
            post,
        };
        let served = reader.serve(asks, &membership).await;
        reader.close().await;
        membership.leave().await;
        served
    };
    if let Err(fault) = outcome.await {
        let _ = tell.send(Told::Fault(fault)); // the caller is gone: nobody asks any more
    }
}

impl Reader {
    async fn serve(&mut self, mut asks: mpsc::UnboundedReceiver<Ask>, membership: &Membership) -> Result<(), Fault> {
        let mut assigned = membership.assigned.clone();
        loop {
            let mine = assigned.borrow_and_update().clone()?;
            let unknown = mine.iter().any(|key| !self.places.contains_key(key));
            if unknown {
                // The metadata lags behind the coordinator.
                self.refresh_at = self.refresh_at.min(self.looked_at + LOOK_AGAIN);
            }
            if Instant::now() >= self.refresh_at {
                self.look_around().await?;
            }
            self.send(&mine).await?;
            let wake = self.next_deadline();
            tokio::select! {
                ask = asks.recv() => match ask {
                    Some(Ask::More(verdicts)) => {
                        self.wanted = true;
                        self.park(verdicts);
                    }
                    Some(Ask::Settle(verdicts)) => self.park(verdicts),
                    Some(Ask::Close(verdicts)) => {
                        self.park(verdicts);
                        return Ok(());
                    }
                    None => return Ok(()),
                },
                event = self.events.recv() => {
                    let Some(event) = event else { return Ok(()) };
                    self.hear(event)?;
                }
                changed = assigned.changed() => {
                    if changed.is_err() {
                        // The membership's last word is why it ended.
                        assigned.borrow().clone()?;
                        return Err(Fault::TimedOut { what: "the membership in the share group has ended".to_owned() });
                    }
                }
                () = sleep_until(wake) => {}
            }
        }
    }

    fn tell(&self, told: Told) {
        let _ = self.tell.send(told); // the caller is gone: it will be noticed where it would ask
    }

    fn say(&mut self, text: String) {
        if self.said.insert(text.clone()) {
            self.tell(Told::Note(text));
        }
    }

    fn park(&mut self, verdicts: Vec<(i32, Verdicts)>) {
        for (node, verdicts) in verdicts {
            self.nodes.entry(node).or_default().parked.merge(verdicts);
        }
    }

    /// Verdicts that will not reach their leader any more.
    fn void(&self, verdicts: Verdicts, why: &str) {
        for ((_, partition), verdicts) in verdicts.0 {
            let offsets = verdicts.into_keys().collect();
            self.tell(Told::Acknowledged(Acknowledged { partition, offsets, error: Some(why.to_owned()) }));
        }
    }

    async fn look_around(&mut self) -> Result<(), Fault> {
        self.looked_at = Instant::now();
        let topics = match self
            .cluster
            .metadata(Some(std::slice::from_ref(&self.topic)), self.settings.reading.create_topics)
            .await
        {
            Ok(topics) => topics,
            Err(fault) if fault.is_passing() && !self.places.is_empty() => {
                self.say(format!("{fault}; trying again"));
                self.refresh_at = Instant::now() + LOOK_AGAIN;
                return Ok(());
            }
            Err(fault) => return Err(fault),
        };
        let mut complete = false;
        for topic in topics {
            let code = ErrorCode(topic.error_code);
            if code == ErrorCode::UNKNOWN_TOPIC_OR_PARTITION {
                self.say(format!("topic {} is not there; waiting for it", self.topic));
                continue;
            }
            if code.is_error() && !code.is_retriable() {
                return Err(Fault::refused(code, format!("cannot read topic {}", self.topic)));
            }
            complete = !code.is_error();
            for partition in topic.partitions {
                let leader = (partition.leader_id >= 0).then_some(partition.leader_id);
                complete &= leader.is_some();
                let place = self.places.entry((topic.topic_id, partition.partition_index));
                place.or_insert(Place { leader, hold_until: None }).leader = leader;
            }
        }
        self.refresh_at = Instant::now()
            + if complete {
                self.look_again = LOOK_AGAIN;
                self.settings.reading.metadata_max_age
            } else {
                self.look_again = (self.look_again * 2).min(LOOK_AGAIN_AT_MOST);
                self.look_again / 2
            };
        Ok(())
    }

    /// Sends each leader that is free what there is for it.
    async fn send(&mut self, mine: &BTreeSet<Key>) -> Result<(), Fault> {
        let now = Instant::now();
        let mut wanted: HashMap<i32, BTreeSet<Key>> = HashMap::new();
        for key in mine {
            let Some(place) = self.places.get(key) else { continue };
            let held = place.hold_until.is_some_and(|hold| now < hold);
            if let Some(leader) = place.leader.filter(|_| !held) {
                wanted.entry(leader).or_default().insert(*key);
            }
        }
        let with_verdicts = self.nodes.iter().filter(|(_, node)| !node.parked.is_empty()).map(|(id, _)| *id);
        let fetched_from = wanted.keys().copied().filter(|_| self.wanted);
        let nodes: BTreeSet<i32> = with_verdicts.chain(fetched_from).collect();
        for id in nodes {
            let node = self.nodes.entry(id).or_default();
            if node.under_way {
                continue;
            }
            if !node.session.is_open() && !node.parked.is_empty() {
                let verdicts = std::mem::take(&mut node.parked);
                self.void(verdicts, ErrorCode::SHARE_SESSION_NOT_FOUND.message());
            }
            let partitions = wanted.get(&id).filter(|_| self.wanted);
            match partitions {
                Some(partitions) => self.fetch(id, partitions).await?,
                None => self.settle(id, false).await?,
            }
        }
        Ok(())
    }

    async fn link(&mut self, id: i32) -> Result<Option<Arc<Link>>, Fault> {
        match self.cluster.link(id).await {
            Ok(link) => Ok(Some(link)),
            Err(fault) if fault.is_passing() || fault.code() == Some(ErrorCode::BROKER_NOT_AVAILABLE) => {
                self.lost(id, &fault);
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    /// A leader is out of reach: what it knew of us is gone with the connection.
    fn lost(&mut self, id: i32, fault: &Fault) {
        self.cluster.drop_link(id);
        if let Some(node) = self.nodes.get_mut(&id) {
            node.session.is_lost();
        }
        let until = Instant::now() + self.settings.reading.retry_backoff;
        for place in self.places.values_mut().filter(|place| place.leader == Some(id)) {
            place.hold_until = Some(until);
        }
        self.refresh_at = Instant::now();
        self.say(format!("{fault}; trying again"));
    }

    async fn fetch(&mut self, id: i32, partitions: &BTreeSet<Key>) -> Result<(), Fault> {
        let Some(link) = self.link(id).await? else { return Ok(()) };
        let node = self.nodes.entry(id).or_default();
        let sent = std::mem::take(&mut node.parked);
        let mut request = node.session.fetch(partitions, &sent);
        node.under_way = true;
        let settings = &self.settings;
        request.group_id = Some(Str::from(settings.group.as_str()));
        request.member_id = Some(self.member.clone());
        request.max_wait_ms = i32::try_from(settings.reading.fetch_max_wait.as_millis()).unwrap_or(i32::MAX);
        request.min_bytes = settings.reading.fetch_min_bytes;
        request.max_bytes = settings.reading.fetch_max_bytes;
        request.max_records = settings.max_records;
        request.batch_size = settings.max_records;
        if settings.strict_limit {
            request.share_acquire_mode = STRICT;
        }
        let post = self.post.clone();
        let limit = settings.reading.fetch_max_wait + ANSWER * 4;
        tokio::spawn(async move {
            let answer = timeout(limit, link.call(&request, i16::MAX)).await.unwrap_or_else(|_| {
                Err(Fault::TimedOut { what: format!("{} does not answer a fetch in time", link.address()) })
            });
            let _ = post.send(Event::Fetched { node: id, sent, answer }); // the reader is gone: so is the need
        });
        Ok(())
    }

    /// Sends verdicts without a fetch; `last` ends the session.
    async fn settle(&mut self, id: i32, last: bool) -> Result<(), Fault> {
        let open = self.nodes.get(&id).is_some_and(|node| node.session.is_open());
        if !open || !last && self.nodes.get(&id).is_none_or(|node| node.parked.is_empty()) {
            return Ok(());
        }
        let Some(link) = self.link(id).await? else { return Ok(()) };
        let node = self.nodes.entry(id).or_default();
        let sent = std::mem::take(&mut node.parked);
        let mut request = node.session.acknowledge(&sent, last);
        node.under_way = true;
        request.group_id = Some(Str::from(self.settings.group.as_str()));
        request.member_id = Some(self.member.clone());
        let post = self.post.clone();
        tokio::spawn(async move {
            let answer = timeout(ANSWER, link.call(&request, i16::MAX)).await.unwrap_or_else(|_| {
                Err(Fault::TimedOut { what: format!("{} does not answer an acknowledgement in time", link.address()) })
            });
            let _ = post.send(Event::Settled { node: id, sent, answer }); // as above
        });
        Ok(())
    }

    fn hear(&mut self, event: Event) -> Result<(), Fault> {
        match event {
            Event::Fetched { node, sent, answer } => {
                let answer = self.take(node, answer, |answer| (answer.error_code, answer.error_message.clone()))?;
                let Some(answer) = answer else {
                    self.void(sent, "the request that told of them failed");
                    return Ok(());
                };
                let answer = answers::of_fetch(answer);
                self.report(sent, &answer.acknowledged);
                for (key, code) in answer.errors {
                    self.partition_error(key, code)?;
                }
                let delivered = answer.records;
                let delivered = delivered.into_iter().filter_map(|given| {
                    given.delivered(node, Arc::clone(&self.shown), self.settings.reading.check_crcs)
                });
                let delivered: Vec<_> = delivered.collect();
                if !delivered.is_empty() {
                    self.said.clear();
                    self.wanted = false;
                    self.tell(Told::Records(delivered));
                }
            }
            Event::Settled { node, sent, answer } => {
                let answer = self.take(node, answer, |answer| (answer.error_code, answer.error_message.clone()))?;
                match answer {
                    Some(answer) => self.report(sent, &answers::of_acknowledge(answer)),
                    None => self.void(sent, "the request that told of them failed"),
                }
            }
        }
        Ok(())
    }

    /// The session after an answer; the answer, if it is a good one.
    fn take<T>(
        &mut self,
        id: i32,
        answer: Result<T, Fault>,
        code: impl Fn(&T) -> (i16, Option<Str>),
    ) -> Result<Option<T>, Fault> {
        let node = self.nodes.entry(id).or_default();
        node.under_way = false;
        let answer = match answer {
            Ok(answer) => answer,
            Err(fault) if fault.is_passing() => {
                self.lost(id, &fault);
                return Ok(None);
            }
            Err(fault) => return Err(fault),
        };
        let (number, message) = code(&answer);
        match ErrorCode(number) {
            ErrorCode::NONE => {
                node.session.went_well();
                Ok(Some(answer))
            }
            code if code.is_retriable() || code == ErrorCode::UNKNOWN_MEMBER_ID => {
                node.session.is_lost();
                let until = Instant::now() + self.settings.reading.retry_backoff;
                for place in self.places.values_mut().filter(|place| place.leader == Some(id)) {
                    place.hold_until = Some(until);
                }
                Ok(None)
            }
            code => {
                let about = format!("reading in share group {}", self.settings.group);
                Err(Error::refused(code, message.as_deref(), about).into())
            }
        }
    }

    /// Tells what became of the verdicts that were sent.
    fn report(&self, sent: Verdicts, codes: &HashMap<Key, (ErrorCode, Option<Str>)>) {
        for (key, verdicts) in sent.0 {
            let error = match codes.get(&key) {
                Some((ErrorCode::NONE, _)) => None,
                Some((code, message)) => Some(message.as_deref().unwrap_or_else(|| code.message()).to_owned()),
                None => Some("the broker's answer does not mention them".to_owned()),
            };
            let offsets = verdicts.into_keys().collect();
            self.tell(Told::Acknowledged(Acknowledged { partition: key.1, offsets, error }));
        }
    }

    fn partition_error(&mut self, key: Key, code: ErrorCode) -> Result<(), Fault> {
        if !code.is_retriable() {
            return Err(Fault::refused(code, format!("cannot read {}[{}]", self.topic, key.1)));
        }
        if let Some(place) = self.places.get_mut(&key) {
            place.hold_until = Some(Instant::now() + self.settings.reading.retry_backoff);
        }
        if code.is_stale_metadata() {
            self.refresh_at = Instant::now() + LOOK_AGAIN;
        }
        Ok(())
    }

    /// The last verdicts, and the end of all sessions: what was not settled goes back to the group.
    async fn close(&mut self) {
        let until = Instant::now() + CLOSING;
        self.wanted = false;
        let mut ended: HashSet<i32> = HashSet::new();
        loop {
            let open: Vec<i32> = self.nodes.keys().copied().filter(|id| !ended.contains(id)).collect();
            for id in open {
                if self.nodes.get(&id).is_some_and(|node| !node.under_way) {
                    ended.insert(id);
                    let _ = self.settle(id, true).await; // a session that is not ended ends by itself
                }
            }
            if ended.len() == self.nodes.len() && self.nodes.values().all(|node| !node.under_way) {
                return;
            }
            tokio::select! {
                event = self.events.recv() => match event {
                    Some(event) => {
                        let _ = self.hear(event); // as above
                    }
                    None => return,
                },
                () = sleep_until(until) => return,
            }
        }
    }

    fn next_deadline(&self) -> Instant {
        let now = Instant::now();
        let holds = self.places.values().filter_map(|place| place.hold_until).filter(|hold| *hold > now);
        holds.fold(self.refresh_at, Instant::min).max(now + Duration::from_millis(1))
    }
}
