//! kafka-streams-application-reset: sets a Streams application back to its beginning, and deletes the topics it made.
//!
//! [`options`] reads the call, [`offsets`] finds where the input topics are to be read from; the lines printed here are
//! the original's, in its order.

mod offsets;
mod options;

use std::collections::BTreeMap;

pub use self::options::is_made_by_streams;

use self::offsets::Positions;
use self::options::Reset;
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::{Committed, Description};
use crate::client::admin::topics::Topic;
use crate::client::{Client, Error};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::groups::original::in_map_order;
use crate::commands::pattern::is_internal;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool};
use crate::output::human;
use crate::output::kafka::{hash_map_order, java_list};
use crate::protocol::code::ErrorCode;

pub const TOOL: Tool = Tool {
    script: Some("kafka-streams-application-reset"),
    kafka: Some(Kafka {
        options: Options::Jopt(options::OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| {
            let wanted = options::reset(given, cx)?;
            run(&wanted, cx)
        },
    }),
    examples: &[Example {
        line: "kt streams-application-reset --application-id app --input-topics orders --dry-run",
        does: "what would be read again and deleted",
    }],
    quirks: &["offsets are set by one commit, without a consumer joining in"],
    ..Tool::own("streams-application-reset", Group::Groups, "let a Streams application begin anew")
};

/// How often members that left by themselves are looked for again.
const TRIES: usize = 4;

fn run(wanted: &Reset, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    remove_members(wanted, &client, cx)?;
    let topics = cx.block_on(client.all_topics())??;
    let topics: Vec<Topic> = topics.into_iter().filter(|topic| !topic.internal && !is_internal(&topic.name)).collect();
    if wanted.dry_run {
        cx.out.line("----Dry run displays the actions which will be performed when running Streams Reset Tool----")?;
    }
    let missing = reset_offsets(wanted, &topics, &client, cx)?;
    delete_topics(wanted, topics, &client, cx)?;
    match missing {
        0 => Ok(()),
        count => {
            Err(Failure::new(format!("{} not there, and passed over", human::several(count, "topic")))
                .exit(Exit::NotFound))
        }
    }
}

/// Nobody may be in the group; with --force they are thrown out.
fn remove_members(wanted: &Reset, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let group = &wanted.application;
    for attempt in 1.. {
        let described = cx.block_on(client.describe_consumer_groups(std::slice::from_ref(group)))??;
        let description = match described.into_iter().next() {
            Some((_, Ok(description))) => description,
            Some((_, Err(error))) if error.code() == Some(ErrorCode::GROUP_ID_NOT_FOUND) => return Ok(()),
            Some((_, Err(error))) => return Err(error.into()),
            None => return Ok(()),
        };
        if description.members.is_empty() {
            return Ok(());
        }
        if !wanted.force {
            return Err(still_active(&description));
        }
        cx.out.line(format!("Force deleting all active members in the group: {group}"))?;
        let members: Vec<(String, Option<String>)> =
            description.members.into_iter().map(|member| (member.id, member.instance)).collect();
        let removed = cx.block_on(client.remove_members(group, &members))??;
        let Some(error) = removed.into_iter().find_map(|(_, outcome)| outcome.err()) else { return Ok(()) };
        if error.code() != Some(ErrorCode::UNKNOWN_MEMBER_ID) || attempt == TRIES {
            return Err(error.into());
        }
    }
    Ok(())
}

fn still_active(description: &Description) -> Failure {
    let members = human::several(description.members.len(), "member");
    let failure = Failure::new(format!("group {} still has {members}: the application is running", description.group));
    let who = description.members.iter().take(5).map(|m| format!("{} at {}", m.client, m.host.trim_start_matches('/')));
    who.fold(failure, Failure::because)
        .hint("stop all its instances first, or throw them out with --force")
        .code(ErrorCode::NON_EMPTY_GROUP.name())
        .exit(Exit::Conflict)
}

/// Sets the offsets of input and intermediate topics; gives how many of them are not there.
fn reset_offsets(wanted: &Reset, topics: &[Topic], client: &Client, cx: &mut Context) -> Result<usize, Failure> {
    if wanted.intermediate_given {
        cx.out.line("WARN: `--intermediate-topics` is deprecated and will be removed in a future release")?;
    }
    if wanted.input.is_empty() && wanted.intermediate.is_empty() {
        cx.out.line("No input or intermediate topics specified. Skipping seek.")?;
        return Ok(0);
    }
    if !wanted.input.is_empty() {
        cx.out.line(format!("Reset-offsets for input topics {}", java_list(&wanted.input)))?;
    }
    if !wanted.intermediate.is_empty() {
        cx.out.line(format!("Seek-to-end for intermediate topics {}", java_list(&wanted.intermediate)))?;
    }
    let there = |name: &&String| topics.iter().any(|topic| topic.name == **name);
    let (input, no_input): (Vec<&String>, Vec<&String>) = wanted.input.iter().partition(there);
    let (intermediate, no_intermediate): (Vec<&String>, Vec<&String>) = wanted.intermediate.iter().partition(there);
    if !no_input.is_empty() {
        cx.out.line("Following input topics are not found, skipping them")?;
        no_input.iter().try_for_each(|topic| cx.out.line(format!("Topic: {topic}")))?;
    }
    if !no_intermediate.is_empty() {
        cx.out.line("Following intermediate topics are not found, skipping them")?;
        no_intermediate.iter().try_for_each(|topic| cx.out.line(format!("Topic:{topic}")))?;
    }
    let missing = no_input.len() + no_intermediate.len();
    if input.is_empty() && intermediate.is_empty() {
        return Ok(missing);
    }
    let partitions = |names: &[&String]| {
        let of_topic = |topic: &Topic| {
            topic.partitions.iter().map(|p| TopicPartition::new(&*topic.name, p.id)).collect::<Vec<_>>()
        };
        let all = topics.iter().filter(|topic| names.contains(&&topic.name)).flat_map(of_topic).collect();
        in_map_order(all, |at: &TopicPartition| at)
    };
    // A topic that is both counts as input, as in the original.
    let only_intermediate: Vec<&String> = intermediate.into_iter().filter(|name| !input.contains(name)).collect();
    let (input, intermediate) = (partitions(&input), partitions(&only_intermediate));
    let mut positions = cx.block_on(Positions::of(client, &wanted.application, &input, &intermediate))??;
    if !input.is_empty() {
        let group = &wanted.application;
        cx.out.line(format!("Following input topics offsets will be reset to (for consumer group {group})"))?;
        let remarks = cx.block_on(positions.move_to(client, &input, &wanted.to))??;
        remarks.iter().try_for_each(|remark| cx.out.line(remark))?;
        for at in &input {
            let offset = positions.get(at);
            cx.out.line(format!("Topic: {} Partition: {} Offset: {offset}", at.topic, at.partition))?;
        }
    }
    if !intermediate.is_empty() {
        let group = &wanted.application;
        cx.out
            .line(format!("Following intermediate topics offsets will be reset to end (for consumer group {group})"))?;
        intermediate.iter().try_for_each(|at| cx.out.line(format!("Topic: {}", at.topic)))?;
        positions.move_to_end(&intermediate);
    }
    if !wanted.dry_run {
        let all: Vec<&TopicPartition> = input.iter().chain(&intermediate).collect();
        cx.block_on(commit(client, &wanted.application, &all, &positions))??;
    }
    cx.out.line("Done.")?;
    Ok(missing)
}

async fn commit(client: &Client, group: &str, all: &[&TopicPartition], positions: &Positions) -> Result<(), Error> {
    let committed =
        |at: &TopicPartition| Committed { offset: positions.get(at), leader_epoch: None, metadata: String::new() };
    let offsets: Vec<_> = all.iter().map(|at| ((*at).clone(), committed(at))).collect();
    for (_, outcome) in client.alter_group_offsets(group, &offsets).await? {
        outcome?;
    }
    Ok(())
}

fn delete_topics(wanted: &Reset, topics: Vec<Topic>, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let names: Vec<String> = topics.into_iter().map(|topic| topic.name).collect();
    let inferred: Vec<String> =
        hash_map_order(names, 16, |name| name).into_iter().filter(|name| wanted.made_it(name)).collect();
    let to_delete = if wanted.internal.is_empty() {
        cx.out.line(format!("Deleting inferred internal topics {}", java_list(&inferred)))?;
        inferred
    } else {
        if let Some(foreign) = wanted.internal.iter().find(|name| !inferred.contains(name)) {
            return Err(Failure::usage(format!("{foreign} is no internal topic of {}", wanted.application))
                .because("--internal-topics names topics that the application made")
                .hint("--dry-run without --internal-topics shows them"));
        }
        cx.out.line(format!("Deleting specified internal topics {}", java_list(&wanted.internal)))?;
        wanted.internal.clone()
    };
    if !wanted.dry_run && !to_delete.is_empty() {
        let answers: BTreeMap<_, _> = cx.block_on(client.delete_topics(&to_delete))??.into_iter().collect();
        let failed = answers.into_values().filter_map(Result::err).map(Failure::from);
        if let Some(failure) = Failure::several(failed, true) {
            return Err(failure);
        }
    }
    cx.out.line("Done.")?;
    Ok(())
}
