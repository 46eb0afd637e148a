//! kafka-share-groups: list, describe, reset and delete share groups (KIP-932).
//!
//! [`options`] reads the call, [`tables`] has the original's output. What finds offsets is that of consumer groups.

mod options;
mod tables;

use std::collections::{BTreeMap, HashMap};

use self::options::{Action, Which};
use self::tables::{Deleted, Described, Forgotten, Listed, Of, Planned};
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::share::Description;
use crate::client::admin::groups::{Listing, State, Type, Wanted};
use crate::client::{self, Client, Error};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::groups::original::{Thrown as By, in_map_order, names_in_order};
use crate::commands::groups::{What, client as client_within, plan};
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool};
use crate::output::kafka::hash_map_order;
use crate::protocol::code::ErrorCode;

pub const TOOL: Tool = Tool {
    script: Some("kafka-share-groups"),
    kafka: Some(Kafka {
        options: Options::Jopt(options::OPTIONS),
        thrown: Thrown { stdout: Some("\nError: Executing share group command failed due to {}"), exit: 0 },
        act: |given, cx| {
            let (action, timeout) = options::action(given, cx)?;
            let client = client_within(cx, timeout)?;
            run(action, &client, cx)
        },
    }),
    examples: &[Example {
        line: "kt share-groups --describe --group workers",
        does: "where each partition begins, and the lag",
    }],
    quirks: &[],
    ..Tool::own("share-groups", Group::Groups, "list, describe, reset and delete share groups")
};

fn run(action: Action, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    match action {
        Action::List { states, with_state } => {
            let listed = cx.block_on(listed(client, states))?;
            let rows = listed.map_err(|error| if with_state { By::Execution } else { By::Runtime }.by(error))?;
            cx.report(&Listed { rows, with_state })
        }
        Action::Describe { which, what, verbose } => describe(&which, what, verbose, client, cx),
        Action::Delete(which) => delete(which, client, cx),
        Action::DeleteOffsets { group, topics } => delete_offsets(&group, &topics, client, cx),
        Action::Reset { group, topics, scenario, execute } => reset(group, &topics, &scenario, execute, client, cx),
    }
}

async fn listed(client: &Client, states: Vec<State>) -> client::Result<Vec<Listing>> {
    let listed = client.list_groups(&Wanted { states, ..Wanted::of_type(Type::Share) }).await?;
    Ok(hash_map_order(listed, 16, |listing| &listing.group))
}

fn describe(which: &Which, what: What, verbose: bool, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let groups = cx.block_on(async {
        let names = match which {
            Which::Named(names) => names.clone(),
            Which::All => {
                listed(client, Vec::new()).await.map_err(|e| By::Runtime.by(e))?.into_iter().map(|l| l.group).collect()
            }
        };
        let names = names_in_order(names);
        let mut groups: BTreeMap<String, Of> = BTreeMap::new();
        for (name, outcome) in client.describe_share_groups(&names).await.map_err(|e| By::Execution.by(e))? {
            let description = outcome.map_err(|error| By::Execution.by(error))?;
            groups.insert(name, Of { description, starts: BTreeMap::new() });
        }
        if what == What::Offsets {
            for (name, outcome) in client.list_share_group_offsets(&names).await.map_err(|e| By::Runtime.by(e))? {
                let starts = outcome.map_err(|error| By::Runtime.by(error))?;
                if let Some(of) = groups.get_mut(&name) {
                    of.starts = starts;
                }
            }
        }
        Ok::<_, Failure>(groups.into_values().collect::<Vec<_>>())
    })??;
    if what != What::Offsets {
        for of in groups.iter().filter(|of| of.description.state == State::Empty) {
            cx.note(&format!("Share group '{}' has no active members.", of.description.group));
        }
    }
    cx.report(&Described { groups, what, verbose })
}

fn delete(which: Which, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let there = cx.block_on(listed(client, Vec::new()))?.map_err(|error| By::Runtime.by(error))?;
    let names = match which {
        Which::Named(names) => names,
        Which::All => there.iter().map(|listing| listing.group.clone()).collect(),
    };
    // What can be told without asking is told first.
    let mut refused: HashMap<String, String> = HashMap::new();
    for name in &names {
        let state = there.iter().find(|listing| listing.group == *name).map(|listing| listing.state);
        let why = match state {
            None => Some(format!("java.lang.IllegalArgumentException: Group '{name}' is not a share group.")),
            Some(Some(State::Dead)) => {
                Some(format!("java.lang.IllegalStateException: Share group '{name}' group state is DEAD."))
            }
            Some(Some(State::Empty) | None) => None,
            Some(Some(_)) => {
                Some(ErrorCode::NON_EMPTY_GROUP.to_java(Some(&format!("Share group '{name}' is not EMPTY."))))
            }
        };
        refused.extend(why.map(|why| (name.clone(), why)));
    }
    let mut wanted = names;
    wanted.retain(|name| !refused.contains_key(name));
    wanted.dedup();
    let mut deleted = Vec::new();
    if !wanted.is_empty() {
        let answers = match cx.block_on(client.delete_groups(&wanted))? {
            Ok(answers) => answers,
            Err(error) => wanted.iter().map(|name| (name.clone(), Err(error.clone()))).collect(),
        };
        for (name, outcome) in answers {
            match outcome {
                Ok(()) => deleted.push(name),
                Err(error) => drop(refused.insert(name, error.java_exception())),
            }
        }
    }
    let failed: Vec<(String, String)> =
        hash_map_order(refused.into_iter().collect(), 16, |(name, _): &(String, String)| name);
    let failures: Vec<Failure> = failed
        .iter()
        .map(|(name, why)| {
            let why = why.split_once(": ").map_or(why.as_str(), |(_, words)| words);
            Failure::new(format!("share group {name} was not deleted")).because(why).kafka_exactly("", 0)
        })
        .collect();
    let some = !deleted.is_empty();
    cx.report(&Deleted { groups: names_in_order(deleted), failed })?;
    Failure::several(failures, some).map_or(Ok(()), Err)
}

fn delete_offsets(group: &str, topics: &[String], client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let answers = cx.block_on(client.delete_share_group_offsets(group, topics))?;
    let (top, outcomes): (Option<Error>, Vec<(String, Option<Error>)>) = match answers {
        Ok(answers) => {
            let outcomes: Vec<_> = answers.into_iter().map(|(topic, outcome)| (topic, outcome.err())).collect();
            (outcomes.iter().find_map(|(_, error)| error.clone()), outcomes)
        }
        Err(error) => (Some(error.clone()), topics.iter().map(|topic| (topic.clone(), Some(error.clone()))).collect()),
    };
    let head = top.as_ref().and_then(|error| match error.code() {
        Some(
            ErrorCode::INVALID_GROUP_ID
            | ErrorCode::GROUP_ID_NOT_FOUND
            | ErrorCode::GROUP_AUTHORIZATION_FAILED
            | ErrorCode::NON_EMPTY_GROUP,
        ) => Some(error.java()),
        Some(ErrorCode::TOPIC_AUTHORIZATION_FAILED | ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) => None,
        _ => Some(format!("Encounter some unknown error: {}", error.java_exception())),
    });
    let mut rows: Vec<(String, Option<String>)> =
        outcomes.into_iter().map(|(topic, error)| (topic, error.map(|error| error.java()))).collect();
    rows.sort();
    rows.dedup();
    cx.report(&Forgotten { head, rows })?;
    match top {
        Some(error) => Err(Failure::from(error).kafka_exactly("", 0)),
        None => Ok(()),
    }
}

fn reset(
    group: String,
    topics: &[String],
    scenario: &plan::Scenario,
    execute: bool,
    client: &Client,
    cx: &mut Context,
) -> Result<(), Failure> {
    let found = cx.block_on(async {
        let described = client.describe_share_groups(std::slice::from_ref(&group)).await;
        let described = described.map_err(|error| Failure::from(error).kafka_on_stderr())?;
        match described.into_iter().next() {
            Some((_, Ok(description))) if !description.state.is_inactive() => return Err(inhabited(&description)),
            Some((_, Err(error))) if error.code() != Some(ErrorCode::GROUP_ID_NOT_FOUND) => {
                return Err(Failure::from(error).kafka_on_stderr());
            }
            _ => {}
        }
        let partitions: Vec<TopicPartition> = if topics.is_empty() {
            let listed = client.list_share_group_offsets(std::slice::from_ref(&group)).await;
            let starts = listed.and_then(|mut all| all.pop().map_or(Ok(BTreeMap::new()), |(_, outcome)| outcome));
            in_map_order(starts.map_err(|error| By::Bare.by(error))?.into_keys().collect(), |at| at)
        } else {
            plan::partitions_of(client, topics).await?
        };
        plan::check(client, &partitions).await?;
        let found = plan::find(client, &partitions, scenario, &BTreeMap::new()).await?;
        if execute && !found.offsets.is_empty() {
            alter(client, &group, &found.offsets).await?;
        }
        Ok::<_, Failure>(found)
    })??;
    for at in &found.without {
        cx.out.line(format!(
            "\nWarn: Partition {} from topic {} is empty. Falling back to latest known offset.",
            at.partition, at.topic
        ))?;
    }
    cx.report(&Planned { group, offsets: found.offsets })
}

async fn alter(client: &Client, group: &str, offsets: &[(TopicPartition, i64)]) -> Result<(), Failure> {
    let answers = client.alter_share_group_offsets(group, offsets).await.map_err(|error| By::Bare.by(error))?;
    let failed: Vec<_> =
        answers.into_iter().filter_map(|(at, outcome)| outcome.err().map(|error| (at, error))).collect();
    let Some((_, first)) = failed.first() else { return Ok(()) };
    let all: Vec<String> = failed.iter().map(|(at, _)| at.to_string()).collect();
    let message = format!("Failed altering group offsets for the following partitions: [{}]", all.join(", "));
    Err(Failure::from(first.clone()).kafka(message))
}

fn inhabited(description: &Description) -> Failure {
    let failure = Failure::new(format!("Share group '{}' is not empty.", description.group)).exit(Exit::Conflict);
    let members = description.members.iter().take(5);
    members
        .map(|member| format!("{} at {}", member.client, member.host.trim_start_matches('/')))
        .fold(failure, Failure::because)
        .hint("stop its members first")
        .kafka_on_stderr()
}
