//! What the doctor looks at once the way is free: who belongs to the cluster, its clock, its topics, and what happens to a
//! topic that is not there.

use std::time::Duration;

use super::examine::{finding, some};
use super::report::{Check, Finding, Outcome};
use crate::client::Client;
use crate::client::admin::configs::{Detail, Resource, ResourceKind};
use crate::client::admin::quorum::Quorum;
use crate::client::admin::topics::Topic;
use crate::client::examine::Met;
use crate::clock::Clock;
use crate::output::human;

/// How far clocks may be apart before anybody should know.
const APART: Duration = Duration::from_secs(5);

const AUTO_CREATE: &str = "auto.create.topics.enable";
/// Where groups keep what they have committed.
const COMMITS: &str = "__consumer_offsets";

pub async fn checks(client: &Client) -> Vec<Check> {
    let mut checks = Vec::new();
    checks.extend(clock(client).await);
    match client.all_topics().await {
        Ok(found) => {
            checks.push(topics(&found));
            checks.extend(groups(&found));
        }
        Err(error) => checks.push(Check::new("topics", Outcome::Wrong(finding(&error)), error.what())),
    }
    checks.extend(auto_create(client).await);
    checks
}

/// Who belongs to it.
pub fn members(met: &Met) -> Check {
    let cluster = &met.cluster;
    let id = cluster.id.as_deref().unwrap_or("without an id");
    let brokers = human::several(cluster.nodes.len(), "broker");
    if cluster.controller < 0 {
        return Check::new("cluster", Outcome::Wrong(Finding::Unwell), format!("{id}, {brokers}, and no controller"))
            .why("without a controller no topic can be made or changed, and no leader be replaced");
    }
    Check::new("cluster", Outcome::Fine, format!("{id}, {brokers}"))
}

fn topics(topics: &[Topic]) -> Check {
    let (mut orphans, mut behind) = (Vec::new(), Vec::new());
    for topic in topics {
        for partition in &topic.partitions {
            let name = format!("{}-{}", topic.name, partition.id);
            if partition.leader.is_none() {
                orphans.push(name);
            } else if partition.isr.len() < partition.replicas.len() {
                behind.push(name);
            }
        }
    }
    let count = human::several(topics.len(), "topic");
    if !orphans.is_empty() {
        let what =
            format!("{count}; {} without a leader: {}", human::several(orphans.len(), "partition"), some(&orphans));
        return Check::new("topics", Outcome::Wrong(Finding::Unwell), what)
            .why("nobody can read from or write to a partition without a leader")
            .fix("start the brokers that have its replicas:   kt topics --describe --unavailable-partitions");
    }
    if !behind.is_empty() {
        let what =
            format!("{count}; {} under-replicated: {}", human::several(behind.len(), "partition"), some(&behind));
        return Check::new("topics", Outcome::Remark, what)
            .why("some replicas are not in sync; another loss may stop the writing, or lose records");
    }
    let found = match topics {
        [] => "none yet".to_owned(),
        _ => format!("{count}, each partition led and in sync"),
    };
    Check::new("topics", Outcome::Fine, found)
}

/// The clock of the cluster's controller: the only one that a broker tells without being written to.
async fn clock(client: &Client) -> Option<Check> {
    let before = Clock::System.now_ms();
    // A broker that keeps its metadata in ZooKeeper has no quorum, and not everybody may look at one.
    let quorum = client.describe_quorum().await.ok()?;
    let theirs = told(&quorum)?;
    Some(compared(before, theirs, Clock::System.now_ms()))
}

/// The leader of the quorum has always just caught up with itself.
fn told(quorum: &Quorum) -> Option<i64> {
    quorum.voters.iter().find(|voter| voter.id == quorum.leader)?.last_caught_up_ms
}

/// The cluster's time was `theirs` at some moment between two of ours.
fn compared(before: i64, theirs: i64, after: i64) -> Check {
    let (apart, word) = if theirs < before {
        (before.saturating_sub(theirs), "behind")
    } else {
        (theirs.saturating_sub(after).max(0), "ahead of")
    };
    let apart = apart.unsigned_abs();
    if Duration::from_millis(apart) < APART {
        return Check::new(
            "clock",
            Outcome::Fine,
            format!("the cluster's is within {} of this machine's", within(apart, before, after)),
        );
    }
    Check::new("clock", Outcome::Remark, format!("the cluster's is {} {word} this machine's", human::duration(apart)))
        .why("times of records, retention by time, tokens and certificates go by these clocks")
        .fix("set both by a time server; timedatectl says whether this machine has one")
}

/// No closer than the question took.
fn within(apart: u64, before: i64, after: i64) -> String {
    let took = after.saturating_sub(before).unsigned_abs();
    human::duration((apart + took).max(1))
}

/// Whether groups can be served at all.
fn groups(topics: &[Topic]) -> Option<Check> {
    let commits = topics.iter().find(|topic| topic.name == COMMITS)?;
    let orphans = commits.partitions.iter().filter(|partition| partition.leader.is_none()).count();
    if orphans == 0 {
        return None; // the check of the topics has said so
    }
    let what = format!("{} of {COMMITS} without a leader", human::several(orphans, "partition"));
    Some(
        Check::new("groups", Outcome::Wrong(Finding::Unwell), what)
            .why("groups that are kept there can neither be joined nor commit")
            .fix("start the brokers that have its replicas:   kt topics --describe --unavailable-partitions"),
    )
}

/// A misspelt topic is an error, or a new topic.
async fn auto_create(client: &Client) -> Option<Check> {
    let broker = *client.cluster().await.ok()?.ids().first()?;
    let asked = Resource::new(ResourceKind::Broker, broker.to_string());
    // Whoever may not see settings learns nothing of them.
    let found = client.describe_configs(&[asked], Detail::default()).await.ok()?;
    let entries = found.into_iter().find_map(|(_, entries)| entries.ok())?;
    let value = entries.into_iter().find(|entry| entry.name == AUTO_CREATE)?.value?;
    let what = match value.as_str() {
        "true" => format!("topics are made when they are asked for ({AUTO_CREATE})"),
        _ => format!("a topic that is not there is an error ({AUTO_CREATE})"),
    };
    Some(Check::new("names", Outcome::Fine, what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_compared_within_the_time_that_the_question_took() {
        let of = |check: Check| (check.outcome, check.detail);
        let fine = |text: &str| (Outcome::Fine, text.to_owned());
        let note = |text: &str| (Outcome::Remark, text.to_owned());
        assert_eq!(of(compared(1000, 1001, 1003)), fine("the cluster's is within 3 ms of this machine's"));
        assert_eq!(of(compared(10_000, 9_500, 10_020)), fine("the cluster's is within 520 ms of this machine's"));
        assert_eq!(of(compared(90_000, 10_000, 90_000)), note("the cluster's is 1 min 20 s behind this machine's"));
        assert!(compared(1, i64::MIN, 2).detail.ends_with("behind this machine's"), "whatever a broker tells");
        assert_eq!(of(compared(0, 3_600_000, 0)), note("the cluster's is 1 h ahead of this machine's"));
    }
}
