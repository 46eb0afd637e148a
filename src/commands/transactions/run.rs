//! What each sub-command does.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;

use super::report::{Described, HangingOnes, List, Producers};
use super::{Action, Search, Which};
use crate::client::admin::TopicPartition;
use crate::client::admin::transactions::{Abort, Filter, Transaction};
use crate::client::{self, Client};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::said::Done;
use crate::commands::suggest;
use crate::protocol::code::ErrorCode;

pub fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    match action {
        Action::List(filter) => list(&client, &filter, cx),
        Action::Describe { id } => {
            let transaction = describe(&client, &id, cx)?;
            cx.report(&Described::new(transaction, now_ms()))
        }
        Action::Producers { topic, partition, broker } => producers(&client, topic, partition, broker, cx),
        Action::Hanging(search) => hanging(&client, &search, cx),
        Action::Abort(which) => abort(&client, which, cx),
        Action::Terminate { id, careful } => terminate(&client, &id, careful, cx),
    }
}

fn now_ms() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |elapsed| i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX))
}

/// The original's sentence around an error of the cluster.
fn while_doing(what: String, error: client::Error) -> Failure {
    let message = format!("{what}: {}. Enable debug logging for additional detail.", error.java());
    Failure::from(error).kafka(message)
}

fn list(client: &Client, filter: &Filter, cx: &mut Context) -> Result<(), Failure> {
    let failed = |error| while_doing("Failed to list transactions".to_owned(), error);
    let mut all = Vec::new();
    for (_, listed) in cx.block_on(client.list_transactions(filter))?.map_err(failed)? {
        all.extend(listed.map_err(failed)?);
    }
    cx.report(&List::new(all))
}

fn describe(client: &Client, id: &str, cx: &mut Context) -> Result<Transaction, Failure> {
    let ids = [id.to_owned()];
    let (_, described) = cx.block_on(client.describe_transactions(&ids))?.remove(0);
    let error = match described {
        Ok(transaction) => return Ok(transaction),
        Err(error) => error,
    };
    if error.code() != Some(ErrorCode::TRANSACTIONAL_ID_NOT_FOUND) {
        return Err(while_doing(format!("Failed to describe transaction state of transactional-id `{id}`"), error));
    }
    let listed = cx.block_on(client.list_transactions(&Filter::default()))?.unwrap_or_default();
    let all: Vec<String> = listed.into_iter().flat_map(|(_, of)| of.unwrap_or_default()).map(|one| one.id).collect();
    Err(Failure::new(format!("no transactional id {id} is known"))
        .exit(Exit::NotFound)
        .code(ErrorCode::TRANSACTIONAL_ID_NOT_FOUND.name())
        .because(error.what())
        .hint_if_any(suggest::hint(id, all.iter().map(String::as_str)))
        .hint("kt txns list   shows those that are known"))
}

fn producers(
    client: &Client,
    topic: String,
    partition: Option<i32>,
    broker: Option<i32>,
    cx: &mut Context,
) -> Result<(), Failure> {
    let partitions = match partition {
        Some(partition) => vec![TopicPartition::new(topic, partition)],
        None => cx.block_on(partitions_of(client, std::slice::from_ref(&topic), None))??,
    };
    let first = partitions.first().map(ToString::to_string).unwrap_or_default();
    let whom = broker.map_or("leader".to_owned(), |id| format!("broker {id}"));
    let failed = |error| while_doing(format!("Failed to describe producers for partition {first} on {whom}"), error);
    let answers = cx.block_on(client.describe_producers(&partitions, broker))?.map_err(failed)?;
    let mut all = Vec::new();
    for (partition, producers) in answers {
        match producers {
            Ok(producers) => all.push((partition, producers)),
            Err(error) => return Err(cx.block_on(suggest::about_topic(client, failed(error), &partition.topic))?),
        }
    }
    cx.report(&Producers::new(all))
}

/// All partitions of these topics, or those that `broker` has a replica of.
async fn partitions_of(
    client: &Client,
    topics: &[String],
    broker: Option<i32>,
) -> Result<Vec<TopicPartition>, Failure> {
    let failed = |error| while_doing(format!("Failed to describe {} topics", topics.len()), error);
    let mut partitions = Vec::new();
    for (name, topic) in client.describe_topics(topics, false).await.map_err(failed)? {
        let here = |replicas: &[i32]| broker.is_none_or(|id| replicas.contains(&id));
        let topic = match topic {
            Ok(topic) => topic,
            Err(error) => return Err(suggest::about_topic(client, failed(error), &name).await),
        };
        let wanted = topic.partitions.into_iter().filter(|partition| here(&partition.replicas));
        partitions.extend(wanted.map(|partition| TopicPartition::new(name.as_str(), partition.id)));
    }
    Ok(partitions)
}

fn hanging(client: &Client, search: &Search, cx: &mut Context) -> Result<(), Failure> {
    let now = now_ms();
    let found = cx.block_on(async {
        let partitions = match (&search.topic, search.partition) {
            (Some(topic), Some(partition)) => vec![TopicPartition::new(topic.as_str(), partition)],
            (Some(topic), None) => partitions_of(client, std::slice::from_ref(topic), search.broker).await?,
            (None, _) => {
                let listed = client.list_topics().await;
                let listed = listed.map_err(|error| while_doing("Failed to list topics".to_owned(), error))?;
                let names: Vec<String> = listed.into_iter().map(|topic| topic.name).collect();
                partitions_of(client, &names, search.broker).await?
            }
        };
        let failed = |error| {
            let clause = search.broker.map_or("Optional.empty".to_owned(), |id| format!("Optional[{id}]"));
            let what = format!("Failed to describe producers for {} partitions on broker {clause}", partitions.len());
            while_doing(what, error)
        };
        match (client.find_hanging(&partitions, search.broker, search.older_than_ms, now).await, &search.topic) {
            (Err(error), Some(topic)) => Err(suggest::about_topic(client, failed(error), topic).await),
            (found, _) => found.map_err(failed),
        }
    })??;
    let report = HangingOnes::new(found, now);
    cx.report(&report)?;
    if let Some(line) = report.remedy() {
        cx.hint(&line);
    }
    Ok(())
}

fn abort(client: &Client, which: Which, cx: &mut Context) -> Result<(), Failure> {
    let abort = match which {
        Which::Exactly(abort) => abort,
        Which::Starting { partition, offset } => find(client, partition, offset, cx)?,
    };
    let Abort { partition, producer_id, producer_epoch, coordinator_epoch } = &abort;
    cx.preview(&format!("{partition}: what producer {producer_id} (epoch {producer_epoch}) has open there is aborted; readers of committed records will never see it."));
    let done = Done::new(
        format!("the transaction of producer {producer_id} on {partition}"),
        "PARTITION",
        "partition",
        partition.to_string(),
    );
    let done = done
        .act("Aborted", "abort")
        .with("producerId", *producer_id)
        .with("transactionalId", Value::Null)
        .with("aborted", true);
    cx.stop_if_dry_run(|| &done)?;
    cx.confirm("Abort it?")?;
    cx.block_on(client.abort_transaction(&abort))?.map_err(|error| {
        let spec = format!(
            "AbortTransactionSpec(topicPartition={partition}, producerId={producer_id}, producerEpoch={producer_epoch}, coordinatorEpoch={coordinator_epoch})"
        );
        while_doing(format!("Failed to abort transaction {spec}"), error)
    })?;
    cx.report(&done)
}

/// The transaction that begins at an offset, as the partition's leader knows it.
fn find(client: &Client, partition: TopicPartition, offset: i64, cx: &mut Context) -> Result<Abort, Failure> {
    let failed = |error| while_doing(format!("Failed to validate producer state for partition {partition}"), error);
    let asked = [partition.clone()];
    let (_, producers) = cx.block_on(client.describe_producers(&asked, None))?.map_err(failed)?.remove(0);
    let producers = match producers {
        Ok(producers) => producers,
        Err(error) => return Err(cx.block_on(suggest::about_topic(client, failed(error), &partition.topic))?),
    };
    let found = producers.into_iter().find(|producer| producer.open_since == Some(offset));
    let producer = found.ok_or_else(|| {
        Failure::new(format!(
            "Could not find any open transactions starting at offset {offset} on partition {partition}"
        ))
        .exit(Exit::NotFound)
        .hint(format!("kt txns producers {}:{}   shows what is open there", partition.topic, partition.partition))
    })?;
    Ok(Abort {
        partition,
        producer_id: producer.id,
        // Epochs are 16 bits wide; the answer has room for more.
        producer_epoch: i16::try_from(producer.epoch).unwrap_or(i16::MAX),
        coordinator_epoch: producer.coordinator_epoch.unwrap_or(0),
    })
}

fn terminate(client: &Client, id: &str, careful: bool, cx: &mut Context) -> Result<(), Failure> {
    let done = |aborted: bool| {
        let done = Done::new(format!("the transaction of {id}"), "TRANSACTIONAL ID", "transactionalId", id);
        done.act("Aborted", "abort")
            .with("partition", Value::Null)
            .with("producerId", Value::Null)
            .with("aborted", aborted)
    };
    if careful {
        let described = Described::new(describe(client, id, cx)?, now_ms());
        if !described.is_open() {
            cx.note(&format!("{id} has no transaction open; nothing was changed"));
            return cx.report(&done(false).silent());
        }
        cx.preview(&described.summary());
        cx.preview("Its producer is shut out, and what it has written in this transaction is never seen.");
        cx.stop_if_dry_run(|| done(true))?;
        cx.confirm("End it?")?;
    }
    let failed = |error| while_doing(format!("Failed to force terminate transactionalId `{id}`"), error);
    cx.block_on(client.fence_producer(id))?.map_err(failed)?;
    cx.report(&done(true))
}
