//! The thread that sends what the pile holds, and sees to it that each record is answered for.
//!
//! What must hold:
//! - batches of a partition reach its leader in order. After a passing error nothing more is sent for that partition
//!   until everything under way is back; then the batches go again, oldest first, with the sequence numbers they had.
//! - a batch that the broker surely refused gives its sequence numbers to those after it ([`Part::renumber_from`]);
//!   one whose fate is unknown makes the producer start over with a new producer id (`new_id`).
//! - every batch ends as delivered or undelivered, exactly once ([`fate`]).
//! - in a transaction ([`txn`]) one record that is given up makes the whole of it fail.

mod fate;
mod txn;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use kt_codec::Str;
use kt_codec::init_producer_id_request::InitProducerIdRequest;
use kt_codec::produce_request::{PartitionProduceData, ProduceRequest, TopicProduceData};
use kt_codec::produce_response::PartitionProduceResponse;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, sleep_until, timeout};

use super::cluster::{ANSWER, Cluster};
use super::link::Link;
use super::pile::{Shared, Waiting};
use super::sealed::Sealed;
use crate::client::data::fault::Fault;
use crate::client::data::produce::{Acks, Hooks, Idempotence, ProduceSettings};
use crate::client::settings::Settings;
use crate::protocol::code::ErrorCode;
use fate::LOOK_FOR_OLD;
use txn::Txn;

/// How many requests may be under way to one broker; idempotence holds for five.
const UNDER_WAY: usize = 5;
/// Topics are named in requests, not identified.
const PRODUCE_CAP: i16 = 11;
const INIT_CAP: i16 = 5;
/// How long a leader may be out of reach that never was in reach.
const NEVER_REACHED: Duration = Duration::from_secs(6);
const AGAIN: Duration = Duration::from_millis(20);

#[derive(Default)]
struct Part {
    leader: Option<i32>,
    /// Batches to send again, in their order.
    again: BTreeMap<i64, Sealed>,
    under_way: usize,
    next_sequence: i32,
    /// Counts the records of sealed batches: what `again` is ordered by.
    next_order: i64,
    /// Nothing is sent until all under way are back.
    draining: bool,
    hold_until: Option<Instant>,
    /// A gap in the sequence numbers: once all are back, the batches behind it move up.
    renumber_from: Option<i32>,
}

struct Trouble {
    since: Instant,
    fault: Fault,
}

enum Event {
    Answered { node: i32, batches: Vec<(usize, Sealed)>, result: Result<Vec<PartitionProduceResponse>, Fault> },
}

pub struct Sender {
    settings: ProduceSettings,
    topic: Str,
    shared: Arc<Shared>,
    cluster: Cluster,
    parts: Vec<Part>,
    producer: Option<(i64, i16)>,
    idempotent: bool,
    new_id: bool,
    txn: Option<Txn>,
    under_way: HashMap<i32, usize>,
    reached: HashMap<i32, bool>,
    trouble: HashMap<i32, Trouble>,
    refresh_at: Instant,
    stale: bool,
    look_at: Instant,
    hooks: Hooks,
    events: mpsc::UnboundedReceiver<Event>,
    post: mpsc::UnboundedSender<Event>,
}

/// Runs until the pile is closed and empty, or a fault ends it.
pub async fn run(client: Settings, settings: ProduceSettings, shared: Arc<Shared>, hooks: Hooks) {
    let outcome = async {
        let mut sender = Sender::open(&client, settings, Arc::clone(&shared), hooks).await?;
        sender.serve().await
    };
    if let Err(fault) = outcome.await {
        shared.lock().fault = Some(fault);
    }
    shared.tell_caller();
}

impl Sender {
    async fn open(
        client: &Settings,
        settings: ProduceSettings,
        shared: Arc<Shared>,
        hooks: Hooks,
    ) -> Result<Sender, Fault> {
        let cluster = Cluster::open(client).await?;
        let (post, events) = mpsc::unbounded_channel();
        let now = Instant::now();
        let mut sender = Sender {
            topic: Str::from(settings.topic.as_str()),
            idempotent: settings.idempotence != Idempotence::Off,
            refresh_at: now + settings.metadata_max_age,
            settings,
            shared,
            cluster,
            parts: Vec::new(),
            producer: None,
            new_id: false,
            txn: None,
            under_way: HashMap::new(),
            reached: HashMap::new(),
            trouble: HashMap::new(),
            stale: false,
            look_at: now + LOOK_FOR_OLD,
            hooks,
            events,
            post,
        };
        sender.txn = sender.settings.transaction.as_ref().map(Txn::new);
        sender.find_topic().await?;
        if sender.txn.is_some() {
            sender.begin_transactions().await?;
        } else if sender.idempotent {
            sender.get_id().await?;
        }
        Ok(sender)
    }

    /// Asks for the topic until it is there with a leader, or `max_block` is over. It is only made, or missed, once there
    /// is a record for it.
    async fn find_topic(&mut self) -> Result<(), Fault> {
        let mut code = self.refresh(false).await?;
        self.shared.lock().entered = true;
        self.shared.tell_caller();
        while !self.is_ready(code) {
            let (wanted, closed) = {
                let pile = self.shared.lock();
                (pile.wanted, pile.closed)
            };
            if wanted {
                break;
            }
            if closed {
                return Ok(());
            }
            self.shared.wake.notified().await;
        }
        // Before its partitions are told: the caller goes on with them, and asks.
        self.shared.lock().made = code == ErrorCode::UNKNOWN_TOPIC_OR_PARTITION;
        let until = Instant::now() + self.settings.max_block;
        let mut pause = AGAIN;
        while !self.is_ready(code) {
            code = self.refresh(true).await?;
            if self.is_ready(code) {
                break;
            }
            let passing = code.is_none() || code.is_retriable();
            if !passing || Instant::now() + pause > until {
                let code = if code.is_none() { ErrorCode::LEADER_NOT_AVAILABLE } else { code };
                return Err(Fault::refused(code, format!("cannot write to topic {}", self.settings.topic)));
            }
            sleep(pause).await;
            pause = (pause * 2).min(self.settings.retry_backoff.max(AGAIN));
        }
        Ok(())
    }

    fn is_ready(&self, code: ErrorCode) -> bool {
        code.is_none() && self.parts.iter().any(|part| part.leader.is_some())
    }

    /// Asks who leads the partitions. The code is the broker's word on the topic.
    async fn refresh(&mut self, create: bool) -> Result<ErrorCode, Fault> {
        self.stale = false;
        self.refresh_at = Instant::now() + self.settings.metadata_max_age;
        let topics = self.cluster.metadata(Some(std::slice::from_ref(&self.topic)), create).await?;
        let Some(topic) = topics.into_iter().find(|t| t.name.as_ref() == Some(&self.topic)) else {
            return Ok(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION);
        };
        let code = ErrorCode::from(topic.error_code);
        if code.is_error() {
            return Ok(code);
        }
        let highest = topic.partitions.iter().map(|p| p.partition_index + 1).max().unwrap_or(0);
        // Partitions are numbered without gaps, so the count also bounds the highest.
        let count = usize::try_from(highest).unwrap_or(0).min(topic.partitions.len());
        while self.parts.len() < count {
            self.parts.push(Part::default());
        }
        for partition in &topic.partitions {
            let at = usize::try_from(partition.partition_index).ok();
            if let Some(part) = at.and_then(|at| self.parts.get_mut(at)) {
                part.leader = (partition.leader_id >= 0).then_some(partition.leader_id);
            }
        }
        let led = self.parts.iter().enumerate().filter(|(_, part)| part.leader.is_some());
        let available = led.map(|(at, _)| at as i32).collect();
        self.shared.lock().set_partitions(count, available);
        self.shared.tell_caller();
        Ok(code)
    }

    async fn get_id(&mut self) -> Result<(), Fault> {
        let until = Instant::now() + self.settings.max_block;
        loop {
            let link = self.cluster.entry().await?;
            let request = InitProducerIdRequest {
                transactional_id: None,
                transaction_timeout_ms: i32::MAX,
                producer_id: -1,
                producer_epoch: -1,
                ..InitProducerIdRequest::default()
            };
            let asked = timeout(ANSWER, link.call(&request, INIT_CAP)).await;
            let code = match asked {
                Ok(Ok(answer)) if answer.error_code == 0 => {
                    self.producer = Some((answer.producer_id, answer.producer_epoch));
                    self.new_id = false;
                    return Ok(());
                }
                Ok(Ok(answer)) => ErrorCode::from(answer.error_code),
                Ok(Err(fault)) if fault.is_passing() => ErrorCode::NETWORK_EXCEPTION,
                Ok(Err(fault)) => return Err(fault),
                Err(_) => ErrorCode::REQUEST_TIMED_OUT,
            };
            let denied = code == ErrorCode::CLUSTER_AUTHORIZATION_FAILED;
            if denied && self.settings.idempotence == Idempotence::Wanted {
                // Brokers before 2.8 want a right for it that few users have; nobody asked for it by name.
                self.idempotent = false;
                return Ok(());
            }
            if !code.is_retriable() || Instant::now() > until {
                return Err(Fault::refused(code, "a producer id"));
            }
            sleep(self.settings.retry_backoff).await;
        }
    }

    async fn serve(&mut self) -> Result<(), Fault> {
        loop {
            self.settle_transaction().await?;
            if self.new_id && self.under_way.values().all(|n| *n == 0) {
                self.start_over().await?;
            }
            if self.stale || Instant::now() >= self.refresh_at {
                self.look_around().await?;
            }
            self.dispatch().await?;
            let (empty, closed) = {
                let pile = self.shared.lock();
                (pile.is_empty(), pile.closed)
            };
            if empty && closed {
                return Ok(());
            }
            let next = self.next_deadline();
            tokio::select! {
                event = self.events.recv() => if let Some(Event::Answered { node, batches, result }) = event {
                    self.answered(node, batches, result);
                },
                () = self.shared.wake.notified() => {}
                () = sleep_until(next) => {}
            }
            if Instant::now() >= self.look_at {
                self.give_up_old();
            }
        }
    }

    /// Refreshes the metadata; what does not answer now will perhaps do so later.
    async fn look_around(&mut self) -> Result<(), Fault> {
        match self.refresh(true).await {
            Ok(code) if code.is_none() => {}
            Ok(_) => self.refresh_at = Instant::now() + self.settings.retry_backoff,
            Err(fault) if fault.is_passing() => {
                self.refresh_at = Instant::now() + self.settings.retry_backoff;
            }
            Err(fault) => return Err(fault),
        }
        Ok(())
    }

    async fn start_over(&mut self) -> Result<(), Fault> {
        self.get_id().await?;
        for part in &mut self.parts {
            part.renumber_from = Some(0);
            part.settle_order(self.producer);
        }
        Ok(())
    }

    fn next_deadline(&self) -> Instant {
        let mut next = self.look_at.min(self.refresh_at);
        let pile = self.shared.lock();
        for (at, part) in self.parts.iter().enumerate() {
            if let Some(hold) = part.hold_until.filter(|_| !part.again.is_empty() || pile.has_full(at)) {
                next = next.min(hold);
            }
            if let (Some(linger), Some(since)) = (self.settings.linger, pile.open_since(at)) {
                next = next.min(since + linger);
            }
        }
        // A deadline in the past whose cause is out of our hands must not make a busy loop.
        next.max(Instant::now() + Duration::from_millis(1))
    }

    async fn dispatch(&mut self) -> Result<(), Fault> {
        if self.new_id {
            return Ok(());
        }
        let mut nodes: Vec<i32> = self.parts.iter().filter_map(|part| part.leader).collect();
        nodes.sort_unstable();
        nodes.dedup();
        for node in nodes {
            while self.under_way.get(&node).copied().unwrap_or(0) < UNDER_WAY && self.has_work(node) {
                let link = match self.cluster.link(node).await {
                    Ok(link) => link,
                    Err(fault) => {
                        self.not_reached(node, fault)?;
                        break;
                    }
                };
                self.trouble.remove(&node);
                self.reached.insert(node, true);
                if !self.add_to_transaction(node).await? {
                    break;
                }
                let batches = self.gather(node);
                if batches.is_empty() {
                    break;
                }
                self.send(node, link, batches).await;
            }
        }
        Ok(())
    }

    fn not_reached(&mut self, node: i32, fault: Fault) -> Result<(), Fault> {
        let now = Instant::now();
        let trouble = self.trouble.entry(node).or_insert(Trouble { since: now, fault: fault.clone() });
        trouble.fault = fault;
        let never = !self.reached.get(&node).copied().unwrap_or(false);
        let hopeless = !trouble.fault.is_passing() || now - trouble.since > NEVER_REACHED;
        if never && hopeless {
            return Err(trouble.fault.clone());
        }
        self.stale = true;
        let hold = now + self.settings.retry_backoff;
        for part in self.parts.iter_mut().filter(|part| part.leader == Some(node)) {
            part.hold_until = Some(hold);
        }
        Ok(())
    }

    /// Whether something could be sent to `node` now.
    fn has_work(&self, node: i32) -> bool {
        let idle = self.under_way.get(&node).copied().unwrap_or(0) == 0;
        let now = Instant::now();
        let pile = self.shared.lock();
        self.parts.iter().enumerate().any(|(at, part)| {
            let open = |since: Instant| pile.hurry || self.is_due(since, now, idle);
            part.leader == Some(node)
                && part.may_send(now)
                && (!part.again.is_empty() || pile.has_full(at) || pile.open_since(at).is_some_and(open))
        })
    }

    fn is_due(&self, since: Instant, now: Instant, idle: bool) -> bool {
        match self.settings.linger {
            None => idle,
            Some(linger) => now >= since + linger,
        }
    }

    /// One batch of each partition that `node` leads and that has something to send.
    fn gather(&mut self, node: i32) -> Vec<(usize, Sealed)> {
        let idle = self.under_way.get(&node).copied().unwrap_or(0) == 0;
        let now = Instant::now();
        let mut batches = Vec::new();
        let mut size = 0;
        for at in 0..self.parts.len() {
            if self.parts[at].leader != Some(node)
                || !self.parts[at].may_send(now)
                || size > self.settings.max_request_size
            {
                continue;
            }
            let sealed = match self.parts[at].again.pop_first() {
                Some((_, sealed)) => Some(sealed),
                None => {
                    let mut pile = self.shared.lock();
                    let hurry = pile.hurry;
                    let lifted = pile.lift(at, |open| hurry || self.is_due(open.since, now, idle));
                    drop(pile);
                    lifted.map(|waiting| self.seal(at, waiting))
                }
            };
            if let Some(sealed) = sealed {
                size += sealed.bytes.len();
                self.parts[at].under_way += 1;
                batches.push((at, sealed));
            }
        }
        batches
    }

    fn seal(&mut self, at: usize, waiting: Waiting) -> Sealed {
        let part = &mut self.parts[at];
        let count = waiting.builder.count();
        let order = part.next_order;
        part.next_order += i64::from(count);
        let (builder, sequence) = match self.producer.filter(|_| self.idempotent) {
            Some((id, epoch)) => {
                let sequence = part.next_sequence;
                part.next_sequence = crate::protocol::batch::increment_sequence(sequence, count);
                (waiting.builder.producer(id, epoch, sequence), sequence)
            }
            None => (waiting.builder, 0),
        };
        Sealed {
            bytes: Bytes::from(builder.build()),
            count,
            sequence,
            order,
            weight: waiting.weight,
            attempts: 0,
            since: waiting.since,
            tags: waiting.tags,
        }
    }

    async fn send(&mut self, node: i32, link: Arc<Link>, batches: Vec<(usize, Sealed)>) {
        let partition_data = batches
            .iter()
            .map(|(at, sealed)| PartitionProduceData {
                index: *at as i32,
                records: Some(sealed.bytes.clone().into()),
                ..Default::default()
            })
            .collect();
        let (transactional_id, cap) = match &self.txn {
            Some(txn) => (Some(txn.id.clone()), txn.produce_cap()),
            None => (None, PRODUCE_CAP),
        };
        let request = ProduceRequest {
            transactional_id,
            acks: self.settings.acks.wire(),
            timeout_ms: i32::try_from(self.settings.request_timeout.as_millis()).unwrap_or(i32::MAX),
            topic_data: vec![TopicProduceData { name: self.topic.clone(), partition_data, ..Default::default() }],
            ..Default::default()
        };
        if self.settings.acks == Acks::None {
            let sent = match link.version::<ProduceRequest>(PRODUCE_CAP) {
                Ok(version) => link.tell(&request, version).await,
                Err(fault) => Err(fault),
            };
            let result = sent.map(|()| Vec::new());
            *self.under_way.entry(node).or_insert(0) += 1;
            self.answered(node, batches, result);
            return;
        }
        *self.under_way.entry(node).or_insert(0) += 1;
        let post = self.post.clone();
        let limit = self.settings.request_timeout + Duration::from_secs(1);
        tokio::spawn(async move {
            let answer = timeout(limit, link.call(&request, cap)).await;
            let result = match answer {
                Ok(Ok(answer)) => Ok(answer.responses.into_iter().flat_map(|t| t.partition_responses).collect()),
                Ok(Err(fault)) => Err(fault),
                Err(_) => Err(Fault::TimedOut { what: format!("{} did not acknowledge in time", link.address()) }),
            };
            let _ = post.send(Event::Answered { node, batches, result }); // the sender is gone: so is the need
        });
        // Lets the task put the request on the wire before the next one is made.
        tokio::task::yield_now().await;
    }
}
