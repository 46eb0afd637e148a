//! Setting the offsets of groups: what is asked for, and what both ways of doing it share.
//!
//! [`original`] has the way of Kafka's flags, [`own`] kt's with preview, question and undo file.

mod original;
mod own;

use std::collections::BTreeMap;
use std::time::Duration;

use super::Which;
use super::original::{Thrown, csv, in_map_order};
use super::plan::{self, Found, Scenario};
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::{Committed, Offsets};
use crate::client::{Client, Error};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::protocol::code::ErrorCode;

pub(super) use own::Move;
pub use own::clone;
#[cfg(test)]
pub(super) use own::tests;

/// A reset, as it was asked for.
#[derive(Debug)]
pub struct Reset {
    pub which: Which,
    pub scope: Scope,
    /// The original complains of a missing one only after it has looked at the group.
    pub plan: Option<Plan>,
    pub execute: bool,
    pub export: bool,
    /// kt's own way.
    pub own: Option<Own>,
}

/// Which partitions.
#[derive(Debug)]
pub enum Scope {
    /// All that have a commit.
    Committed,
    /// `t`, or `t:0,2`.
    Topics(Vec<String>),
    Nothing,
}

#[derive(Debug)]
pub enum Plan {
    Same(Scenario),
    /// A plan from a file. What is wrong with it counts only when it is needed.
    File {
        path: String,
        lines: Result<Vec<csv::Line>, Failure>,
    },
}

/// What kt's own grammar adds.
#[derive(Debug, Default)]
pub struct Own {
    /// How long to wait for the last member to go.
    pub wait_empty: Option<Duration>,
    /// Partitions whose offsets are to be forgotten (an undo file names them with `-`).
    pub forget: Vec<TopicPartition>,
    pub undo: bool,
}

pub fn reset(wanted: Reset, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    match wanted.own {
        None => original::reset(wanted, client, cx),
        Some(_) => own::reset(wanted, client, cx),
    }
}

type Offset = (TopicPartition, i64);

async fn of_group(client: &Client, group: &str, wanted: &Reset) -> Result<Found, Failure> {
    let committed = async || -> Result<Offsets, Failure> { self::committed(client, group).await };
    let partitions: Vec<TopicPartition> = match &wanted.scope {
        Scope::Committed => in_map_order(committed().await?.into_keys().collect(), |at| at),
        Scope::Topics(topics) => plan::partitions_of(client, topics).await?,
        Scope::Nothing if matches!(wanted.plan, Some(Plan::File { .. })) => Vec::new(),
        Scope::Nothing => {
            return Err(Failure::usage("One of the reset scopes should be defined: --all-topics, --topic."));
        }
    };
    plan::check(client, &partitions).await?;
    match &wanted.plan {
        None => Err(Failure::usage(
            "Option '[reset-offsets]' requires one of the following scenarios: [[to-datetime], [from-file], [shift-by], \
             [to-offset], [to-earliest], [to-current], [to-latest], [by-duration]]",
        )),
        Some(Plan::File { lines, .. }) => {
            let of_group = lines.clone()?.into_iter().filter(|line| line.group == group);
            // The last line of a partition wins.
            let offsets: BTreeMap<TopicPartition, i64> = of_group.map(|line| (line.at, line.offset)).collect();
            plan::within_bounds(client, offsets.into_iter().collect()).await
        }
        Some(Plan::Same(scenario)) => {
            let needs = matches!(scenario, Scenario::ShiftBy(_) | Scenario::Current | Scenario::ByPartition { .. });
            let committed = if needs { committed().await? } else { Offsets::new() };
            plan::find(client, &partitions, scenario, &committed).await
        }
    }
}

async fn committed(client: &Client, group: &str) -> Result<Offsets, Failure> {
    let listed = client.list_group_offsets(&[group.to_owned()]).await.map_err(|error| Thrown::Runtime.by(error))?;
    match listed.into_iter().next() {
        Some((_, outcome)) => outcome.map_err(|error| Thrown::Runtime.by(error)),
        None => Ok(Offsets::new()),
    }
}

/// Commits; the first refusal is the error of all, and names all that were refused.
pub async fn commit(client: &Client, group: &str, offsets: &[Offset]) -> Result<(), Failure> {
    let plain = |offset: i64| Committed { offset, leader_epoch: None, metadata: String::new() };
    let new: Vec<_> = offsets.iter().map(|(at, offset)| (at.clone(), plain(*offset))).collect();
    let answers = client.alter_group_offsets(group, &new).await.map_err(|error| Thrown::Bare.by(error))?;
    let failed: Vec<(TopicPartition, Error)> =
        answers.into_iter().filter_map(|(at, outcome)| outcome.err().map(|error| (at, error))).collect();
    let failed = in_map_order(failed, |(at, _)| at);
    let Some((_, first)) = failed.first() else { return Ok(()) };
    let all: Vec<String> = failed.iter().map(|(at, _)| at.to_string()).collect();
    let message = format!("Failed altering group offsets for the following partitions: [{}]", all.join(", "));
    let failure = Failure::from(first.clone()).kafka(message);
    Err(match first.code() {
        Some(ErrorCode::UNKNOWN_MEMBER_ID) => failure.because("the group has members; they commit by themselves"),
        _ => failure,
    })
}
