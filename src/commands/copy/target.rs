//! Where copied and imported records go: a producer that keeps keys, headers, times and, if wanted, partitions.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use crate::client::Client;
use crate::client::admin::configs::{Detail, Resource, Source};
use crate::client::admin::topics::{MorePartitions, NewTopic, Topic};
use crate::client::data::produce::{ProduceSettings, Undelivered};
use crate::client::data::wire::{Hurry, Producer, Put};
use crate::commands::failure::{Exit, Failure};
use crate::commands::suggest;
use crate::output::human;
use crate::protocol::code::ErrorCode;

use super::source::fault;

/// So many topics at most are written at a time: each has its own connections.
const MOST_TOPICS: usize = 200;

/// All topics that a copy writes to.
pub struct Targets {
    client: Client,
    open: BTreeMap<String, Target>,
    /// Topics that records may name, and how many partitions they have.
    known: HashMap<String, usize>,
}

impl Targets {
    pub fn new(client: &Client) -> Self {
        Self { client: client.clone(), open: BTreeMap::new(), known: HashMap::new() }
    }

    /// Opens a topic that has so many partitions. One that is open already takes records for more of them then.
    pub fn open(&mut self, topic: &str, partitions: usize) -> Result<(), Failure> {
        let before = match self.open.get_mut(topic) {
            // A producer learns of new partitions by and by; a new one at once.
            Some(target) if target.partitions < partitions => target.flush()?,
            Some(_) => return Ok(()),
            None => 0,
        };
        if self.open.len() >= MOST_TOPICS {
            return Err(Failure::new(format!("more than {MOST_TOPICS} topics are too many for one copy"))
                .hint("--where or --header copy some of the records at a time"));
        }
        let target = Target { before, ..Target::open(&self.client, topic, partitions)? };
        self.open.insert(topic.to_owned(), target);
        Ok(())
    }

    /// These topics may be named by records.
    pub fn know(&mut self, topics: impl Iterator<Item = Topic>) {
        self.known = topics.map(|topic| (topic.name, topic.partitions.len())).collect();
    }

    /// Whether a record may go to this topic.
    pub fn check(&self, topic: &str) -> Result<(), Failure> {
        if self.known.contains_key(topic) {
            return Ok(());
        }
        let near = suggest::nearest(topic, self.known.keys().map(String::as_str));
        Err(Failure::new(format!("there is no topic {}", topic.escape_debug()))
            .code(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION.name())
            .exit(Exit::NotFound)
            .hint_if_any(near.map(|near| format!("the nearest name is   {near}"))))
    }

    pub fn put(&mut self, topic: &str, record: &Put<'_>) -> Result<(), Failure> {
        if !self.open.contains_key(topic) {
            let partitions = self.known.get(topic).copied().unwrap_or(0);
            self.open(topic, partitions)?;
        }
        self.open.get_mut(topic).expect("it was made above if it was not there").put(record)
    }

    /// Everything that was put is acknowledged.
    pub fn flush(&mut self) -> Result<(), Failure> {
        self.open.values_mut().try_for_each(|target| target.flush().map(drop))
    }

    /// How many records all topics have taken.
    pub fn acknowledged(&self) -> u64 {
        self.open.values().map(Target::delivered).sum()
    }

    /// How many records each topic has taken.
    pub fn delivered(&self) -> Vec<(String, u64)> {
        let several = self.open.len() > 1;
        let all = self.open.iter().map(|(topic, target)| (topic.clone(), target.delivered()));
        all.filter(|(_, count)| *count > 0 || !several).collect()
    }
}

pub struct Target {
    producer: Producer,
    topic: String,
    lost: Arc<Mutex<Option<Undelivered>>>,
    partitions: usize,
    /// What producers before this one have delivered.
    before: u64,
}

impl Target {
    pub fn open(client: &Client, topic: &str, partitions: usize) -> Result<Self, Failure> {
        let lost = Arc::new(Mutex::new(None));
        let tell = {
            let lost = Arc::clone(&lost);
            move |undelivered: &Undelivered| {
                lost.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_with(|| undelivered.clone());
            }
        };
        let mut settings = ProduceSettings::new(topic);
        // A broker that is away for a while is waited for, whether there is room left or not.
        settings.max_block = settings.delivery_timeout;
        let producer = Producer::start(client.settings().clone(), settings, Arc::new(tell)).map_err(fault)?;
        Ok(Self { producer, topic: topic.to_owned(), lost, partitions, before: 0 })
    }

    pub fn put(&mut self, record: &Put<'_>) -> Result<(), Failure> {
        if let Some(partition) = record.partition
            && usize::try_from(partition).map_or(true, |partition| partition >= self.partitions)
        {
            return Err(Failure::new(format!(
                "topic {} has no partition {partition}, it has {}",
                self.topic, self.partitions
            ))
            .exit(Exit::Conflict)
            .hint("--by-key   has the keys decide anew"));
        }
        self.producer.block().and_then(|mut block| block.put_record(record)).map_err(fault)?;
        self.check()
    }

    /// For another thread that wants everything out before the program ends.
    pub fn hurry(&self) -> Hurry {
        self.producer.hurry()
    }

    /// Everything that was put is acknowledged.
    pub fn flush(&mut self) -> Result<u64, Failure> {
        self.producer.flush(None).map_err(fault)?;
        self.check()?;
        Ok(self.delivered())
    }

    /// How many records were acknowledged.
    pub fn delivered(&self) -> u64 {
        self.before + self.producer.tally().delivered()
    }

    fn check(&self) -> Result<(), Failure> {
        let lost = self.lost.lock().unwrap_or_else(PoisonError::into_inner);
        match &*lost {
            None => Ok(()),
            Some(lost) => {
                Err(Failure::new(format!("a record could not be written to {}: {}", self.topic, lost.reason))
                    .because("nothing after it counts as done"))
            }
        }
    }
}

/// The topic, made like `model` if it is not there: its partitions and its own settings. Tells whether it was made.
pub async fn made_like(
    client: &Client,
    name: &str,
    model: Option<(&Client, &Topic)>,
) -> Result<(Topic, bool), Failure> {
    let all = client.all_topics().await?;
    if let Some(there) = all.iter().find(|topic| topic.name == name) {
        return Ok((there.clone(), false));
    }
    let Some((source, model)) = model else { return Err(super::source::missing(name, &all)) };
    let mut configs = Vec::new();
    for (_, outcome) in source.describe_configs(&[Resource::topic(&*model.name)], Detail::default()).await? {
        let own = outcome?.into_iter().filter(|entry| entry.source == Source::Topic);
        configs.extend(own.filter_map(|entry| Some((entry.name, entry.value?))));
    }
    let new = NewTopic {
        name: name.to_owned(),
        partitions: i32::try_from(model.partitions.len()).ok(),
        replication: None,
        assignment: Vec::new(),
        configs,
    };
    for (_, outcome) in client.create_topics(&[new], false).await? {
        outcome?;
    }
    Ok((led(client, name, model.partitions.len()).await?, true))
}

/// Gives a topic more partitions.
pub async fn grow(client: &Client, name: &str, partitions: usize) -> Result<Topic, Failure> {
    let count = i32::try_from(partitions).unwrap_or(i32::MAX);
    let more = MorePartitions { topic: name.to_owned(), count, assignment: None };
    for (_, outcome) in client.create_partitions(&[more], false).await? {
        outcome?;
    }
    Ok(led(client, name, partitions).await?)
}

/// The topic, once all so many partitions have a leader: it may take a moment until the brokers tell of them.
async fn led(client: &Client, name: &str, partitions: usize) -> crate::client::Result<Topic> {
    let is_led = |topic: &Topic| {
        topic.name == name
            && topic.partitions.len() >= partitions
            && topic.partitions.iter().all(|p| p.leader.is_some())
    };
    client
        .patiently(async || {
            let all = client.all_topics().await?;
            all.into_iter().find(is_led).ok_or_else(|| {
                let code = ErrorCode::UNKNOWN_TOPIC_OR_PARTITION;
                crate::client::Error::refused(code, None, format!("topic {name}"))
            })
        })
        .await
}

/// Keeping partitions needs as many of them.
pub fn check_partitions(from: usize, to: &Topic, name: &str) -> Result<(), Failure> {
    if to.partitions.len() >= from {
        return Ok(());
    }
    let (has, needs) = (human::several(to.partitions.len(), "partition"), human::several(from, "partition"));
    Err(Failure::new(format!("{name} has {has}; keeping the partitions needs {needs}"))
        .exit(Exit::Conflict)
        .hint("--by-key   has the keys decide anew")
        .hint(format!("or   kt topics alter {name} --partitions {from}")))
}
