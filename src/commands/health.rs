//! `kt cluster health`: what is wrong in a cluster right now, and an exit code for scripts.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use serde::Serialize;

use super::context::Context;
use super::failure::{Exit, Failure};
use crate::client::admin::configs::{Detail, Resource};
use crate::client::admin::log_dirs::LogDir;
use crate::client::admin::topics::Topic;
use crate::client::{Client, Error};
use crate::output::human;
use crate::output::kafka::joined;
use crate::output::paint::Tone;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

const MIN_ISR: &str = "min.insync.replicas";

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Problem {
    what: &'static str,
    of: String,
    detail: String,
}

#[derive(Debug, Serialize)]
pub struct Health {
    healthy: bool,
    brokers: usize,
    topics: usize,
    partitions: usize,
    problems: Vec<Problem>,
}

pub fn health(cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let found = cx.block_on(look(&client))??;
    let healthy = found.healthy;
    cx.report(&found)?;
    // The report has told everything.
    if healthy { Ok(()) } else { Err(Failure::silent(Exit::Failed)) }
}

pub async fn look(client: &Client) -> Result<Health, Error> {
    let alive: BTreeSet<i32> = client.describe_cluster(false, false).await?.nodes.iter().map(|node| node.id).collect();
    let ids: Vec<i32> = alive.iter().copied().collect();
    let (topics, folders) = tokio::join!(client.all_topics(), client.describe_log_dirs(&ids, None));
    let topics = topics?;
    // Who may not look at the folders still learns the rest.
    let folders = folders.unwrap_or_default().into_iter().filter_map(|(id, dirs)| Some((id, dirs.ok()?))).collect();
    let least = least(client, &topics).await?;
    let problems = problems(&alive, &topics, &least, &folders);
    Ok(Health {
        healthy: problems.is_empty(),
        brokers: alive.len(),
        partitions: topics.iter().map(|topic| topic.partitions.len()).sum(),
        topics: topics.len(),
        problems,
    })
}

impl Health {
    /// What is wrong, each in a line; the worst first.
    pub fn wrong(&self) -> Vec<String> {
        self.problems.iter().map(|one| format!("{} is {}: {}", one.of, one.what, one.detail)).collect()
    }
}

/// How many replicas in sync writes want, of topics that have fewer than all.
async fn least(client: &Client, topics: &[Topic]) -> Result<BTreeMap<String, usize>, Error> {
    let sick = |topic: &&Topic| topic.partitions.iter().any(|one| one.isr.len() < one.replicas.len());
    let asked: Vec<Resource> = topics.iter().filter(sick).map(|topic| Resource::topic(&*topic.name)).collect();
    if asked.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut least = BTreeMap::new();
    for (topic, entries) in client.describe_configs(&asked, Detail::default()).await? {
        let entries = entries.unwrap_or_default(); // deleted just now, or not for our eyes
        let value = entries.into_iter().find(|entry| entry.name == MIN_ISR).and_then(|entry| entry.value?.parse().ok());
        least.extend(value.map(|value| (topic.name, value)));
    }
    Ok(least)
}

/// What is wrong, the worst first; of each partition the worst alone.
fn problems(
    alive: &BTreeSet<i32>,
    topics: &[Topic],
    least: &BTreeMap<String, usize>,
    folders: &BTreeMap<i32, Vec<LogDir>>,
) -> Vec<Problem> {
    let (mut leaderless, mut too_few, mut behind) = (Vec::new(), Vec::new(), Vec::new());
    let mut missing: BTreeMap<i32, usize> = BTreeMap::new();
    for topic in topics {
        for partition in &topic.partitions {
            let of = format!("{}-{}", topic.name, partition.id);
            partition
                .replicas
                .iter()
                .filter(|id| !alive.contains(id))
                .for_each(|id| *missing.entry(*id).or_default() += 1);
            let (isr, replicas) = (joined(&partition.isr), joined(&partition.replicas));
            if partition.leader.is_none() {
                let detail = format!("nobody leads it: neither reads nor writes; its replicas are on {replicas}");
                leaderless.push(Problem { what: "leaderless", of, detail });
            } else if partition.isr.len() < least.get(&topic.name).copied().unwrap_or(1) {
                let detail = format!("in sync is {isr} of {replicas}: writes with acks=all are refused");
                too_few.push(Problem { what: "under-min-isr", of, detail });
            } else if partition.isr.len() < partition.replicas.len() {
                behind.push(Problem {
                    what: "under-replicated",
                    of,
                    detail: format!("in sync is {isr} of {replicas}"),
                });
            }
        }
    }
    let down = missing.into_iter().map(|(id, count)| Problem {
        what: "down",
        of: format!("broker {id}"),
        detail: format!("it is not there, and has {}", human::several(count, "replica")),
    });
    let offline = folders.iter().flat_map(|(id, dirs)| {
        dirs.iter().filter(|dir| dir.error.is_error()).map(move |dir| Problem {
            what: "folder",
            of: format!("broker {id}: {}", dir.path),
            detail: dir.error.name().to_owned(),
        })
    });
    leaderless.into_iter().chain(down).chain(offline).chain(too_few).chain(behind).collect()
}

impl Report for Health {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(()) // the original has no such act
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["PROBLEM", "OF", "DETAIL"]);
        for problem in &self.problems {
            let what = Cell::new(problem.what).tone(Tone::Bad);
            table.row([what, problem.of.as_str().into(), problem.detail.as_str().into()]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let facts = [
            human::several(self.brokers, "broker"),
            human::several(self.topics, "topic"),
            human::several(self.partitions, "partition"),
        ];
        let word = match self.healthy {
            true => screen.paint(Tone::Good, "healthy"),
            false => screen.paint(Tone::Bad, &human::several(self.problems.len(), "problem")),
        };
        screen.line(format!("{word} · {}", facts.join(" · ")))?;
        if self.healthy { Ok(()) } else { screen.aligned(&self.table()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::admin::topics::Partition;
    use crate::protocol::code::ErrorCode;

    /// Leader, replicas and those in sync.
    type Short<'a> = (Option<i32>, &'a [i32], &'a [i32]);

    fn topic(name: &str, partitions: &[Short<'_>]) -> Topic {
        let partition = |(id, (leader, replicas, isr)): (i32, &Short<'_>)| Partition {
            id,
            leader: *leader,
            leader_epoch: 0,
            replicas: replicas.to_vec(),
            isr: isr.to_vec(),
            elr: None,
            last_known_elr: None,
            offline: Vec::new(),
        };
        let partitions = (0..).zip(partitions).map(partition).collect();
        Topic { name: name.into(), id: kt_codec::Uuid::ZERO, internal: false, partitions, operations: None }
    }

    #[test]
    fn of_each_partition_the_worst_is_told_and_the_worst_comes_first() {
        let topics = [
            topic("a", &[(Some(1), &[1, 2, 3], &[1, 2, 3]), (Some(1), &[1, 2, 3], &[1, 2])]),
            topic("b", &[(Some(2), &[2, 3], &[2]), (None, &[3], &[])]),
        ];
        let least = BTreeMap::from([("a".to_owned(), 2), ("b".to_owned(), 2)]);
        let folder = LogDir {
            path: "/d".into(),
            error: ErrorCode::KAFKA_STORAGE_ERROR,
            total_bytes: None,
            usable_bytes: None,
            cordoned: false,
            replicas: Vec::new(),
        };
        let found = problems(&BTreeSet::from([1, 2]), &topics, &least, &BTreeMap::from([(2, vec![folder])]));
        let short: Vec<(&str, &str)> = found.iter().map(|problem| (problem.what, &*problem.of)).collect();
        assert_eq!(
            short,
            [
                ("leaderless", "b-1"),
                ("down", "broker 3"),
                ("folder", "broker 2: /d"),
                ("under-min-isr", "b-0"),
                ("under-replicated", "a-1"),
            ]
        );
        assert_eq!(found[1].detail, "it is not there, and has 4 replicas");
        let well = [topic("a", &[(Some(1), &[1, 2], &[2, 1])])];
        assert!(problems(&BTreeSet::from([1, 2]), &well, &BTreeMap::new(), &BTreeMap::new()).is_empty());
    }
}
