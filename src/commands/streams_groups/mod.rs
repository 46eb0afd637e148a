//! kafka-streams-groups: list, describe, reset and delete streams groups (KIP-1071).
//!
//! [`options`] reads the call, [`tables`] has the original's output. Offsets are those of consumer groups, and found and
//! set in the same way.

mod options;
mod tables;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use self::options::{Action, Input, Reset, Which};
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::streams::Description;
use crate::client::admin::groups::{Listing, Offsets, State, Type, Wanted};
use crate::client::{self, Client};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::groups::original::{Thrown as By, in_map_order, names_in_order};
use crate::commands::groups::{self, Plan, What, plan};
use crate::commands::streams_application_reset::is_made_by_streams;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool};
use crate::output::kafka::hash_map_order;
use crate::protocol::code::ErrorCode;

pub const TOOL: Tool = Tool {
    script: Some("kafka-streams-groups"),
    kafka: Some(Kafka {
        options: Options::Jopt(options::OPTIONS),
        thrown: Thrown::stdout("\nError: Executing streams group command failed due to {}"),
        act: |given, cx| {
            let (action, timeout) = options::action(given, cx)?;
            let client = groups::client(cx, timeout)?;
            run(action, &client, cx)
        },
    }),
    examples: &[Example {
        line: "kt streams-groups --describe --group app",
        does: "how far each input partition is behind",
    }],
    quirks: &["kt's own broker has no streams groups yet, and says so"],
    ..Tool::own("streams-groups", Group::Groups, "list, describe, reset and delete streams groups")
};

fn run(action: Action, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    match action {
        Action::List { states, with_state } => {
            let listed = cx.block_on(listed(client, states))?;
            let rows = listed.map_err(|error| if with_state { By::Execution } else { By::Runtime }.by(error))?;
            tables::list(&rows, with_state, &mut cx.out)?;
            Ok(())
        }
        Action::Describe { which, what, verbose } => {
            for name in names(which, client, cx)? {
                describe(&name, what, verbose, client, cx)?;
            }
            Ok(())
        }
        Action::Delete { which, internal } => delete(which, internal, client, cx),
        Action::DeleteOffsets { group, input } => {
            let topics = match input {
                Input::Named(topics) => topics,
                _ => cx
                    .block_on(input_offsets(client, &group))??
                    .keys()
                    .map(|at| format!("{}:{}", at.topic, at.partition))
                    .collect(),
            };
            groups::delete_offsets(&group, &topics, false, client, cx)
        }
        Action::Reset(wanted) => reset(wanted, client, cx),
    }
}

async fn listed(client: &Client, states: Vec<State>) -> client::Result<Vec<Listing>> {
    let listed = client.list_groups(&Wanted { states, ..Wanted::of_type(Type::Streams) }).await?;
    Ok(hash_map_order(listed, 16, |listing| &listing.group))
}

fn names(which: Which, client: &Client, cx: &mut Context) -> Result<Vec<String>, Failure> {
    match which {
        Which::Named(names) => Ok(names),
        Which::All => {
            let all = cx.block_on(listed(client, Vec::new()))?.map_err(|error| By::Runtime.by(error))?;
            Ok(all.into_iter().map(|listing| listing.group).collect())
        }
    }
}

async fn description(client: &Client, group: &str) -> client::Result<Description> {
    let described = client.describe_streams_groups(&[group.to_owned()]).await?;
    let missing = || client::Error::refused(ErrorCode::GROUP_ID_NOT_FOUND, None, format!("streams group {group}"));
    described.into_iter().next().map_or_else(|| Err(missing()), |(_, outcome)| outcome)
}

async fn committed(client: &Client, group: &str) -> client::Result<Offsets> {
    let listed = client.list_group_offsets(&[group.to_owned()]).await?;
    listed.into_iter().next().map_or(Ok(Offsets::new()), |(_, outcome)| outcome)
}

/// What is committed for the topics that come from outside of the application.
async fn input_offsets(client: &Client, group: &str) -> Result<Offsets, Failure> {
    let description = description(client, group).await.map_err(|error| By::Runtime.by(error))?;
    let sources: BTreeSet<&String> = description.subtopologies.iter().flat_map(|part| &part.source_topics).collect();
    let mut offsets = committed(client, group).await.map_err(|error| By::Runtime.by(error))?;
    offsets.retain(|at, _| sources.contains(&at.topic));
    Ok(offsets)
}

fn describe(group: &str, what: What, verbose: bool, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let description = cx.block_on(description(client, group))?.map_err(|error| By::Execution.by(error))?;
    match what {
        What::Members => tables::members(&description, verbose, &mut cx.out)?,
        What::State => tables::state(&description, verbose, &mut cx.out)?,
        What::Offsets => {
            let rows = cx.block_on(rows(client, &description))??;
            tables::offsets(&description, &rows, verbose, &mut cx.out)?;
        }
    }
    Ok(())
}

/// The partitions that members work on, and how far they are behind; without a commit, behind the beginning.
async fn rows(client: &Client, description: &Description) -> Result<Vec<tables::Row>, Failure> {
    let sources: HashMap<&str, Vec<&String>> = description
        .subtopologies
        .iter()
        .map(|part| (part.id.as_str(), part.source_topics.iter().chain(&part.repartition_source_topics).collect()))
        .collect();
    let mut partitions: BTreeSet<TopicPartition> = BTreeSet::new();
    for task in description.members.iter().flat_map(|member| &member.assignment.active) {
        let Some(topics) = sources.get(task.subtopology.as_str()) else {
            return Err(Failure::usage(format!("Subtopology {} not found in group description!", task.subtopology)));
        };
        let of_topic = |topic: &&String| {
            task.partitions.iter().map(|number| TopicPartition::new(topic.as_str(), *number)).collect::<Vec<_>>()
        };
        partitions.extend(topics.iter().flat_map(of_topic));
    }
    let partitions: Vec<TopicPartition> = in_map_order(partitions.into_iter().collect(), |at| at);
    let offsets = committed(client, &description.group).await.map_err(|error| By::Runtime.by(error))?;
    let none = Offsets::new();
    let (starts, ends) = tokio::join!(
        plan::find(client, &partitions, &plan::Scenario::Earliest, &none),
        plan::find(client, &partitions, &plan::Scenario::Latest, &none),
    );
    let starts: BTreeMap<TopicPartition, i64> = starts?.offsets.into_iter().collect();
    let ends: BTreeMap<TopicPartition, i64> = ends?.offsets.into_iter().collect();
    let of = |map: &BTreeMap<TopicPartition, i64>, at: &TopicPartition| map.get(at).copied().unwrap_or(0);
    let row = |at: TopicPartition| {
        let committed = offsets.get(&at).and_then(Option::as_ref);
        let (end, current) = (of(&ends, &at), committed.map(|committed| committed.offset));
        tables::Row {
            current,
            leader_epoch: committed.and_then(|committed| committed.leader_epoch),
            end,
            lag: end - current.unwrap_or_else(|| of(&starts, &at)),
            at,
        }
    };
    Ok(partitions.into_iter().map(row).collect())
}

fn delete(which: Which, internal: bool, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let wanted = names(which, client, cx)?;
    let there = cx.block_on(listed(client, Vec::new()))?.map_err(|error| By::Runtime.by(error))?;
    let mut refused: HashMap<String, String> = HashMap::new();
    for name in &wanted {
        let why = match there.iter().find(|listing| listing.group == *name).map(|listing| listing.state) {
            None => {
                let words = format!("Group '{name}' does not exist or is not a streams group.");
                format!("java.lang.IllegalArgumentException: {words}")
            }
            Some(Some(State::Dead)) => {
                format!("java.lang.IllegalStateException: Streams group '{name}' group state is DEAD.")
            }
            Some(Some(State::Empty) | None) => continue,
            Some(Some(_)) => ErrorCode::NON_EMPTY_GROUP.to_java(Some(&format!("Streams group '{name}' is not EMPTY."))),
        };
        refused.insert(name.clone(), why);
    }
    let mut open: Vec<String> = wanted.into_iter().filter(|name| !refused.contains_key(name)).collect();
    open.dedup();
    let mut topics: Vec<(String, Vec<String>)> = Vec::new();
    if internal {
        for name in &open {
            topics.push((name.clone(), internal_topics(name, client, cx)?));
        }
        topics.retain(|(_, topics)| !topics.is_empty());
    }
    let mut deleted = Vec::new();
    if !open.is_empty() {
        let answers = match cx.block_on(client.delete_groups(&open))? {
            Ok(answers) => answers,
            Err(error) => open.iter().map(|name| (name.clone(), Err(error.clone()))).collect(),
        };
        for (name, outcome) in answers {
            match outcome {
                Ok(()) => deleted.push(name),
                Err(error) => drop(refused.insert(name, error.java_exception())),
            }
        }
    }
    topics.retain(|(name, _)| deleted.contains(name));
    let mut not_deleted: Vec<(String, String)> = Vec::new();
    for (name, topics) in &topics {
        for (topic, outcome) in cx.block_on(client.delete_topics(topics))?.map_err(|error| By::Execution.by(error))? {
            if let Err(error) = outcome {
                cx.out.line(format!("Failed to delete internal topic: {topic}"))?;
                not_deleted.retain(|(group, _)| group != name);
                not_deleted.push((name.clone(), error.java_exception()));
            }
        }
    }
    let refused: Vec<(String, String)> =
        hash_map_order(refused.into_iter().collect(), 16, |(name, _): &(String, String)| name);
    tables::deleted(&names_in_order(deleted.clone()), &refused, &mut cx.out)?;
    if !topics.is_empty() {
        let groups: Vec<String> = topics.into_iter().map(|(name, _)| name).collect();
        tables::deleted_topics(&groups, &not_deleted, &mut cx.out)?;
    }
    let failures = refused.iter().chain(&not_deleted).map(|(name, why)| {
        let why = why.split_once(": ").map_or(why.as_str(), |(_, words)| words);
        Failure::new(format!("streams group {name} was not wholly deleted")).because(why).kafka_exactly("", 0)
    });
    Failure::several(failures, !deleted.is_empty()).map_or(Ok(()), Err)
}

/// The topics that the application made for itself, as far as their names show it.
fn internal_topics(group: &str, client: &Client, cx: &mut Context) -> Result<Vec<String>, Failure> {
    let description = match cx.block_on(description(client, group))? {
        Ok(description) => description,
        Err(error) => {
            let exception = error.java_exception();
            cx.out.line(format!("\nError: Retrieving internal topics failed due to {exception}"))?;
            return Ok(Vec::new());
        }
    };
    let parts = &description.subtopologies;
    let sources: BTreeSet<&String> = parts.iter().flat_map(|part| &part.source_topics).collect();
    let made = parts.iter().flat_map(|part| part.repartition_source_topics.iter().chain(&part.changelog_topics));
    let mut topics = Vec::new();
    for topic in made.filter(|topic| !sources.contains(topic)) {
        if topic.starts_with(&format!("{group}-")) && is_made_by_streams(topic) {
            topics.push(topic.clone());
        } else {
            cx.out.line(format!(
                "\nError: The internal topic '{topic}' is not inferred as internal and thus will not be deleted with the \
                 group '{group}'."
            ))?;
        }
    }
    Ok(topics)
}

fn reset(wanted: Reset, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let (single, names) = match &wanted.which {
        Which::Named(names) => (names.len() == 1, names.clone()),
        Which::All => (false, names(Which::All, client, cx)?),
    };
    let described = cx.block_on(client.describe_streams_groups(&names))?.map_err(|error| By::Runtime.by(error))?;
    let mut described: HashMap<String, client::Result<Description>> = described.into_iter().collect();
    let mut planned = Vec::new();
    for name in names_in_order(described.keys().cloned().collect()) {
        let state = match described.remove(&name) {
            Some(Ok(description)) => description.state,
            Some(Err(error)) if error.code() != Some(ErrorCode::GROUP_ID_NOT_FOUND) => {
                return Err(By::Runtime.by(error));
            }
            _ => State::Empty,
        };
        if !state.is_inactive() {
            cx.out.line(format!(
                "\nError: Assignments can only be reset if the group '{name}' is inactive, but the current state is {state}."
            ))?;
            planned.push((name, Vec::new()));
            continue;
        }
        let offsets = reset_one(&name, &wanted, client, cx)?;
        if wanted.execute {
            let topics =
                if wanted.all_internal { internal_topics(&name, client, cx)? } else { wanted.internal.clone() };
            delete_topics(&name, &topics, client, cx)?;
        }
        planned.push((name, offsets));
    }
    tables::planned(&planned, wanted.export.then_some(!single), &mut cx.out)?;
    Ok(())
}

fn reset_one(
    group: &str,
    wanted: &Reset,
    client: &Client,
    cx: &mut Context,
) -> Result<Vec<(TopicPartition, i64)>, Failure> {
    let partitions: Vec<TopicPartition> = match &wanted.input {
        Input::All => in_map_order(cx.block_on(input_offsets(client, group))??.into_keys().collect(), |at| at),
        Input::Named(topics) => {
            let partitions = cx.block_on(plan::partitions_of(client, topics))??;
            cx.block_on(plan::check(client, &partitions))??;
            let known = cx.block_on(committed(client, group))?.map_err(|error| By::Runtime.by(error))?;
            if partitions.iter().all(|at| known.contains_key(at)) {
                partitions
            } else {
                cx.out.line(format!("\nError: One or more topics are not part of the group '{group}'."))?;
                Vec::new()
            }
        }
        Input::Nothing if matches!(wanted.plan, Some(Plan::File { .. })) => Vec::new(),
        Input::Nothing => {
            return Err(Failure::usage("One of the reset scopes should be defined: --all-topics, --topic."));
        }
    };
    let found = match &wanted.plan {
        None => {
            return Err(Failure::usage(
                "Option '[reset-offsets]' requires one of the following scenarios: [[to-datetime], [from-file], \
                 [shift-by], [to-offset], [to-earliest], [to-current], [to-latest], [by-duration]]",
            ));
        }
        Some(Plan::File { lines, .. }) => {
            let of_group = lines.clone()?.into_iter().filter(|line| line.group == group);
            let offsets: BTreeMap<TopicPartition, i64> = of_group.map(|line| (line.at, line.offset)).collect();
            if offsets.is_empty() {
                cx.out.line(format!("\nError: No reset plan for group {group} found"))?;
            }
            cx.block_on(plan::within_bounds(client, offsets.into_iter().collect()))??
        }
        Some(Plan::Same(scenario)) => {
            let known = cx.block_on(committed(client, group))?.map_err(|error| By::Runtime.by(error))?;
            cx.block_on(plan::find(client, &partitions, scenario, &known))??
        }
    };
    for at in &found.without {
        cx.out.line(format!(
            "\nWarn: Partition {} from topic {} is empty. Falling back to latest known offset.",
            at.partition, at.topic
        ))?;
    }
    if wanted.execute && !found.offsets.is_empty() {
        cx.block_on(groups::commit(client, group, &found.offsets))??;
    }
    Ok(found.offsets)
}

fn delete_topics(group: &str, topics: &[String], client: &Client, cx: &mut Context) -> Result<(), Failure> {
    if topics.is_empty() {
        return Ok(());
    }
    let answers = cx.block_on(client.delete_topics(topics))?;
    let first = match answers {
        Ok(answers) => answers.into_iter().find_map(|(_, outcome)| outcome.err()),
        Err(error) => Some(error),
    };
    let Some(error) = first else { return Ok(()) };
    let words = match error.code() {
        Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) => "because the topics do not exist.".to_owned(),
        _ => format!("due to {}", error.java_exception()),
    };
    cx.out.line(format!("\nError: Deleting internal topics for group '{group}' failed {words}"))?;
    Ok(())
}
