//! Consumer groups, by librdkafka: the one place that names `rdkafka`.
//!
//! What must hold: an offset is stored for the group only after its record was shown ([`Source::shown`]), and nothing of
//! librdkafka's own chatter reaches a person: its log lines go to `tracing`, its errors are told once each.

mod config;
mod listener;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use kt_codec::Str;
use rdkafka::consumer::{BaseConsumer, CommitMode, Consumer};
use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use rdkafka::message::{BorrowedMessage, Headers, Message};
use rdkafka::topic_partition_list::TopicPartitionListElem;
use rdkafka::{Offset, TopicPartitionList};

use listener::Listener;

use super::Source;
use super::consume::{Came, Clock, ConsumeSettings, Consumed, Rebalanced, Reset, Then, Wanted};
use super::fault::Fault;
use super::wire::Cluster;
use crate::client::error::{Error, Problem};
use crate::client::settings::{BadSetting, Settings};
use crate::protocol::code::ErrorCode;
use crate::protocol::record::Header;
use crate::sys;

/// How many records are given out before the caller may look around.
const AT_ONCE: usize = 1000;
/// A member of the newer protocol names itself. Kafka's ids have neither + nor /, and people put them into URLs and file
/// names; librdkafka's may have both, so it is asked again, and every second one is good.
const NAMINGS: usize = 16;
/// How long leaving the group may take.
const CLOSING: Duration = Duration::from_secs(5);
/// How long the look for where to begin may take; without an answer nothing is committed before a record was shown.
const STARTING: Duration = Duration::from_secs(5);
/// How soon topics of a pattern are looked for again.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Takes what librdkafka has to say.
#[derive(Default)]
struct Talk {
    said: Mutex<(HashSet<String>, Vec<Said>)>,
}

enum Said {
    Note(String),
    Denied(String),
}

impl Talk {
    fn say(&self, key: &str, said: Said) {
        let mut all = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        if all.0.insert(key.to_owned()) {
            all.1.push(said);
        }
    }

    fn hear(&self, code: RDKafkaErrorCode, reason: &str) {
        match code {
            RDKafkaErrorCode::Authentication | RDKafkaErrorCode::SaslAuthenticationFailed => {
                self.say("denied", Said::Denied(reason.to_owned()));
            }
            // Each broker's own trouble; the last word is AllBrokersDown.
            RDKafkaErrorCode::BrokerTransportFailure
            | RDKafkaErrorCode::OperationTimedOut
            | RDKafkaErrorCode::Resolve
            | RDKafkaErrorCode::PartitionEOF => {}
            RDKafkaErrorCode::AllBrokersDown => {
                self.say("down", Said::Note("no broker can be reached any more; trying again".to_owned()));
            }
            RDKafkaErrorCode::UnknownTopicOrPartition | RDKafkaErrorCode::UnknownTopic => {
                self.say("topic", Said::Note("the topic is not there; waiting for it".to_owned()));
            }
            code => self.say(&format!("{code:?}"), Said::Note(reason.to_owned())),
        }
    }

    /// All is well again: what was said may be said another time.
    fn forget(&self) {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).0.clear();
    }

    fn next(&self) -> Option<Said> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).1.pop()
    }
}

/// The positions at the end, and the partitions of which more had come. The Java consumer goes back to the first record
/// that it has not shown, and then no longer knows the epoch of the one before it.
struct EndedAt {
    reached: TopicPartitionList,
    more_came: HashSet<(String, i32)>,
}

/// The library's own version.
pub fn version() -> String {
    rdkafka::util::get_rdkafka_version().1
}

/// A member of a consumer group.
pub struct GroupConsumer {
    consumer: BaseConsumer<Listener>,
    talk: Arc<Talk>,
    rebalances: Arc<Mutex<Vec<Rebalanced>>>,
    starts: Arc<Mutex<Option<TopicPartitionList>>>,
    /// Partitions that were read to their end, where somebody asks for that.
    done: HashSet<i32>,
    client: Settings,
    settings: ConsumeSettings,
    /// Subscribed topics; empty while a pattern finds none.
    topics: Vec<String>,
    look_at: Instant,
    /// Where partitions began of which no record may have come yet; see [`begin`].
    begun: Vec<(String, i32, Offset)>,
    /// Whether records were given out that are to be stored once they were shown.
    given: bool,
    /// Where the reading was ended before all was shown that had come.
    ended_at: Option<EndedAt>,
    commits: bool,
    stored: bool,
}

impl GroupConsumer {
    pub fn start(client: Settings, settings: ConsumeSettings, group: String) -> Result<Self, Fault> {
        // A look at the cluster first: it finds out in milliseconds, and says in words, what librdkafka logs for ever.
        let topics = look(&client, &settings)?;
        let (config, commits) = config::consumer(&client, &settings, &group)?;
        if let Some(refused) = client.guard.refuses_writing() {
            return Err(Fault::Settings(format!("{}; a group's member commits, read without one", refused.what())));
        }
        let talk = Arc::new(Talk::default());
        let rebalances = Arc::default();
        let starts = Arc::default();
        let listener = || Listener {
            talk: Arc::clone(&talk),
            rebalances: Arc::clone(&rebalances),
            starts: Arc::clone(&starts),
            reset: settings.reset,
            commits,
        };
        let mut consumer: BaseConsumer<Listener> = config.create_with_context(listener()).map_err(config_fault)?;
        for _ in 0..NAMINGS {
            if !sys::member_id(consumer.client()).is_some_and(|id| id.contains(['+', '/'])) {
                break;
            }
            consumer = config.create_with_context(listener()).map_err(config_fault)?;
        }
        if !client.instead.is_empty() {
            let pairs = client.instead.iter().map(|(from, to)| ((&*from.host, from.port), (&*to.host, to.port)));
            let pairs: Vec<_> = pairs.collect();
            sys::dial_instead(consumer.client(), &client.server_list(), &pairs)
                .map_err(|error| Fault::Settings(format!("an address cannot be used: {error}")))?;
        }
        let mut this = Self {
            consumer,
            talk,
            rebalances,
            starts,
            done: HashSet::new(),
            client,
            settings,
            topics: Vec::new(),
            look_at: Instant::now() + LOOK_AGAIN,
            begun: Vec::new(),
            given: false,
            ended_at: None,
            commits,
            stored: false,
        };
        this.subscribe(topics)?;
        Ok(this)
    }

    /// Commits these offsets (each the one to go on from) and waits for the answer.
    pub fn commit(&self, offsets: &[(String, i32, i64)]) -> Result<(), Fault> {
        let mut list = TopicPartitionList::new();
        for (topic, partition, offset) in offsets {
            list.add_partition_offset(topic, *partition, Offset::Offset(*offset)).map_err(config_fault)?;
        }
        self.consumer.commit(&list, CommitMode::Sync).map_err(|error| {
            let reason = error.rdkafka_error_code().map_or_else(|| error.to_string(), |code| code.to_string());
            Fault::Broken { what: "committing offsets".to_owned(), reason }
        })
    }

    /// After the last record that is wanted: what else has come already is taken, and shown to nobody.
    fn end_here(&mut self) {
        let Ok(reached) = self.consumer.position() else { return };
        let mut more_came = HashSet::new();
        for _ in 0..AT_ONCE {
            let Some(Ok(message)) = self.consumer.poll(Duration::ZERO) else { break };
            more_came.insert((message.topic().to_owned(), message.partition()));
        }
        self.ended_at = Some(EndedAt { reached, more_came });
    }

    /// Has the starts of new partitions committed with the rest; see [`begin`].
    fn store_starts(&mut self) {
        let Some(starts) = self.starts.lock().unwrap_or_else(PoisonError::into_inner).take() else { return };
        let named = |e: TopicPartitionListElem<'_>| (e.topic().to_owned(), e.partition(), e.offset());
        self.begun = starts.elements().into_iter().map(named).collect();
        // A partition that was taken away meanwhile is its new owner's business.
        self.stored |= starts.count() > 0 && self.consumer.store_offsets(&starts).is_ok();
    }

    /// Whether all partitions that this member has were read to the end that is asked for. A member without partitions
    /// waits: they may be on their way.
    fn is_ended(&self) -> bool {
        let assigned = match self.settings.until_ends {
            Some(_) if !self.done.is_empty() => self.consumer.assignment().ok(),
            _ => None,
        };
        assigned.is_some_and(|list| {
            list.count() > 0 && list.elements().iter().all(|element| self.done.contains(&element.partition()))
        })
    }

    fn subscribe(&mut self, topics: Vec<String>) -> Result<(), Fault> {
        if topics == self.topics {
            return Ok(());
        }
        let names: Vec<&str> = topics.iter().map(String::as_str).collect();
        self.consumer.subscribe(&names).map_err(config_fault)?;
        self.topics = topics;
        Ok(())
    }

    /// Looks for topics of a pattern that are new.
    fn look_again(&mut self) -> Result<(), Fault> {
        if !matches!(self.settings.wanted, Wanted::Pattern { .. }) || Instant::now() < self.look_at {
            return Ok(());
        }
        let again = if self.topics.is_empty() { LOOK_AGAIN } else { self.settings.metadata_max_age };
        self.look_at = Instant::now() + again;
        match look(&self.client, &self.settings) {
            Ok(topics) if topics.is_empty() => Ok(()),
            Ok(topics) => self.subscribe(topics),
            Err(fault) if fault.is_passing() => Ok(()),
            Err(fault) => Err(fault),
        }
    }
}

/// The names of the wanted topics that are there; a topic named by the user is wanted whether it is there or not.
fn look(client: &Settings, settings: &ConsumeSettings) -> Result<Vec<String>, Fault> {
    let system = |error: std::io::Error| Fault::Settings(format!("the system gives no event queue: {error}"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(system)?;
    runtime.block_on(look_around(client, settings))
}

async fn look_around(client: &Settings, settings: &ConsumeSettings) -> Result<Vec<String>, Fault> {
    let mut cluster = Cluster::open(client).await?;
    let named = match &settings.wanted {
        Wanted::Topic(name) | Wanted::Partition(name, _) => Some(name.clone()),
        Wanted::Pattern { .. } => None,
    };
    let asked = named.as_ref().map(|name| vec![Str::from(name.as_str())]);
    let topics = cluster.metadata(asked.as_deref(), false).await?;
    let there = topics.iter().filter(|topic| topic.error_code == 0).filter_map(|topic| {
        let name = topic.name.as_deref()?;
        let fits = match &settings.wanted {
            Wanted::Pattern { fits, internal } => (*internal || !topic.is_internal) && fits(name),
            Wanted::Topic(_) | Wanted::Partition(..) => true,
        };
        fits.then_some((name.to_owned(), topic))
    });
    let there: Vec<_> = there.collect();
    let mut leaders: Vec<i32> =
        there.iter().flat_map(|(_, topic)| &topic.partitions).map(|p| p.leader_id).filter(|id| *id >= 0).collect();
    leaders.sort_unstable();
    leaders.dedup();
    let mut unreached = None;
    let mut reached = leaders.is_empty();
    for leader in leaders {
        match cluster.link(leader).await {
            Ok(_) => reached = true,
            Err(fault) if fault.is_passing() => unreached = Some(fault),
            Err(fault) => return Err(fault),
        }
    }
    match (named, unreached) {
        (_, Some(fault)) if !reached => Err(fault),
        (Some(name), _) if settings.must_exist && there.is_empty() => {
            Err(Fault::refused(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION, format!("cannot read topic {name}")))
        }
        (Some(name), _) => Ok(vec![name]),
        (None, _) => Ok(there.into_iter().map(|(name, _)| name).collect()),
    }
}

fn config_fault(error: KafkaError) -> Fault {
    match error {
        KafkaError::ClientConfig(_, _, key, value) => {
            Error::from(Problem::Setting(BadSetting::new(&key, format!("'{value}' cannot be used")))).into()
        }
        other => Fault::Settings(other.to_string()),
    }
}

impl Source for GroupConsumer {
    fn poll(
        &mut self,
        limit: Option<Duration>,
        idle: &mut dyn FnMut(),
        receive: &mut dyn FnMut(&Consumed<'_>) -> Then,
    ) -> Came {
        match self.talk.next() {
            Some(Said::Note(note)) => return Came::Note(note),
            Some(Said::Denied(reason)) => {
                let address = self.client.servers[0].clone();
                let mechanism = self.client.security.sasl.as_ref().map_or("TLS", |sasl| sasl.mechanism());
                return Came::Fault(Error::from(Problem::Denied { address, mechanism, reason }).into());
            }
            None => {}
        }
        if let Err(fault) = self.look_again() {
            return Came::Fault(fault);
        }
        if self.is_ended() {
            return Came::Ended;
        }
        let mut given = 0;
        let mut then = Then::GoOn;
        let mut trouble = None;
        while given < AT_ONCE && then == Then::GoOn {
            let mut next = self.consumer.poll(Duration::ZERO);
            if next.is_none() && given == 0 {
                idle();
                next = self.consumer.poll(limit);
            }
            match next {
                None => break,
                Some(Ok(message)) => {
                    given += 1;
                    if self
                        .settings
                        .until_ends
                        .as_ref()
                        .and_then(|ends| ends.get(&message.partition()))
                        .is_some_and(|end| message.offset() + 1 >= *end)
                    {
                        self.done.insert(message.partition());
                    }
                    then = show(&message, receive);
                }
                Some(Err(KafkaError::PartitionEOF(partition))) => {
                    self.done.insert(partition);
                    break;
                }
                Some(Err(error)) => {
                    trouble = self.came_error(&error);
                    break;
                }
            }
        }
        self.store_starts();
        self.given |= given > 0;
        if then != Then::GoOn {
            self.end_here();
        }
        match (given, trouble) {
            (0, Some(came)) => came,
            (0, None) => Came::Nothing,
            _ => {
                self.talk.forget();
                Came::Records(then)
            }
        }
    }

    /// The positions are stored as librdkafka has them: with the leader's epoch, which the Java consumer commits too. A
    /// partition that was taken away meanwhile is not among them: it is its new owner's business.
    fn shown(&mut self) {
        if !std::mem::take(&mut self.given) {
            return;
        }
        let ended_at = match self.ended_at.take() {
            Some(ended_at) => Ok(ended_at),
            None => self.consumer.position().map(|reached| EndedAt { reached, more_came: HashSet::new() }),
        };
        let Ok(EndedAt { reached, more_came }) = ended_at else { return };
        for mut element in reached.elements().into_iter().filter(|element| element.offset() == Offset::Invalid) {
            let of = |(topic, partition, _): &&(String, i32, Offset)| {
                *partition == element.partition() && topic == element.topic()
            };
            if let Some((.., began)) = self.begun.iter().find(of)
                && element.set_offset(*began).is_err()
            {
                return;
            }
        }
        self.stored |= self.consumer.store_offsets(&reached).is_ok();
        let mut without_epoch = TopicPartitionList::new();
        for element in reached.elements() {
            let place = (element.topic().to_owned(), element.partition());
            if more_came.contains(&place)
                && without_epoch.add_partition_offset(&place.0, place.1, element.offset()).is_err()
            {
                return;
            }
        }
        self.stored |= without_epoch.count() > 0 && self.consumer.store_offsets(&without_epoch).is_ok();
    }

    fn rebalances(&mut self) -> Vec<Rebalanced> {
        std::mem::take(&mut self.rebalances.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn close(&mut self) {
        self.shown();
        if self.commits && self.stored {
            // What cannot be committed now is read again by whoever comes next: at least once.
            let _ = self.consumer.commit_consumer_state(CommitMode::Sync);
        }
        if self.consumer.close_queue().is_ok() {
            let until = Instant::now() + CLOSING;
            while !self.consumer.closed() && Instant::now() < until {
                let _ = self.consumer.poll(Duration::from_millis(2));
            }
        }
    }
}

fn show(message: &BorrowedMessage<'_>, receive: &mut dyn FnMut(&Consumed<'_>) -> Then) -> Then {
    use rdkafka::Timestamp;
    let (clock, timestamp) = match message.timestamp() {
        Timestamp::NotAvailable => (Clock::None, -1),
        Timestamp::CreateTime(ms) => (Clock::Create, ms),
        Timestamp::LogAppendTime(ms) => (Clock::LogAppend, ms),
    };
    let headers: Vec<Header<'_>> = match message.headers() {
        None => Vec::new(),
        Some(headers) => headers.iter().map(|h| Header { key: h.key.as_bytes(), value: h.value }).collect(),
    };
    receive(&Consumed {
        topic: message.topic(),
        partition: message.partition(),
        offset: message.offset(),
        timestamp,
        clock,
        key: message.key(),
        value: message.payload(),
        headers: &headers,
        batch: None,
        delivery: None,
    })
}

impl GroupConsumer {
    /// What an error in place of a record means; `None` if it means nothing to a person, or was said before.
    fn came_error(&self, error: &KafkaError) -> Option<Came> {
        let code = error.rdkafka_error_code()?;
        let refused = |code, about: &str| Some(Came::Fault(Fault::refused(code, about)));
        match code {
            RDKafkaErrorCode::TopicAuthorizationFailed => {
                refused(ErrorCode::TOPIC_AUTHORIZATION_FAILED, "reading the topic")
            }
            RDKafkaErrorCode::GroupAuthorizationFailed => {
                refused(ErrorCode::GROUP_AUTHORIZATION_FAILED, "joining the group")
            }
            RDKafkaErrorCode::UnsupportedFeature => Some(Came::Fault(Fault::Settings(
                "the broker cannot do consumer groups; leave the group away to read without one".to_owned(),
            ))),
            RDKafkaErrorCode::AutoOffsetReset => Some(Came::Fault(Fault::Settings(
                "there is no offset to begin from, and auto.offset.reset is none".to_owned(),
            ))),
            _ if matches!(error, KafkaError::MessageConsumptionFatal(_)) => {
                Some(Came::Fault(Fault::Broken { what: "reading in the group".to_owned(), reason: code.to_string() }))
            }
            _ => {
                self.talk.hear(code, &code.to_string());
                None
            }
        }
    }
}
