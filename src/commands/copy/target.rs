//! Where copied and imported records go: a producer that keeps keys, headers, times and, if wanted, partitions.

use std::sync::{Arc, Mutex, PoisonError};

use crate::client::Client;
use crate::client::admin::configs::{Detail, Resource, Source};
use crate::client::admin::topics::{NewTopic, Topic};
use crate::client::data::produce::{ProduceSettings, Undelivered};
use crate::client::data::wire::{Producer, Put};
use crate::commands::failure::{Exit, Failure};
use crate::output::human;

use super::source::fault;

pub struct Target {
    producer: Producer,
    topic: String,
    lost: Arc<Mutex<Option<Undelivered>>>,
    partitions: usize,
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
        let settings = ProduceSettings::new(topic);
        let producer = Producer::start(client.settings().clone(), settings, Arc::new(tell)).map_err(fault)?;
        Ok(Self { producer, topic: topic.to_owned(), lost, partitions })
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

    /// Everything that was put is acknowledged.
    pub fn flush(&mut self) -> Result<u64, Failure> {
        self.producer.flush(None).map_err(fault)?;
        self.check()?;
        Ok(self.producer.tally().delivered())
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
    // It may take a moment until the brokers tell of it.
    let told = client
        .patiently(async || {
            let all = client.all_topics().await?;
            all.into_iter()
                .find(|topic| topic.name == name && topic.partitions.iter().all(|p| p.leader.is_some()))
                .ok_or_else(|| {
                    let code = crate::protocol::code::ErrorCode::UNKNOWN_TOPIC_OR_PARTITION;
                    crate::client::Error::refused(code, None, format!("topic {name}"))
                })
        })
        .await?;
    Ok((told, true))
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
