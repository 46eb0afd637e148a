//! Deleting groups, and deleting offsets of one.

use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};

use serde::Serialize;

use super::collect::Gathered;
use super::describe::unknown;
use super::original::{Thrown, names_in_order};
use super::run::similar;
use super::{Which, collect, plan, run};
use crate::client::admin::TopicPartition;
use crate::client::{self, Client, Error};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::suggest;
use crate::output::human;
use crate::output::kafka::{java_length, left};
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::Table;
use crate::protocol::code::ErrorCode;

/// What became of groups. `failed` has the original's exceptions.
#[derive(Debug, Serialize)]
struct Deleted {
    groups: Vec<String>,
    #[serde(skip)]
    failed: Vec<(String, String)>,
}

pub fn groups(which: &Which, preview: bool, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let names = cx.block_on(run::names(client, which))??;
    let found = if preview { cx.block_on(collect::gather(client, &names))?? } else { Vec::new() };
    if preview {
        ask(&names, &found, cx)?;
    }
    let answers = match cx.is_dry_run() {
        true => Ok(found
            .into_iter()
            .map(|(name, one)| (name.clone(), one.and_then(|one| deletable(&name, &one))))
            .collect()),
        false => cx.block_on(client.delete_groups(&names))?,
    };
    let answers = match answers {
        Ok(answers) => answers,
        // The original says so for each group.
        Err(error) => names.iter().map(|name| (name.clone(), Err(error.clone()))).collect(),
    };
    let mut outcomes: HashMap<String, client::Result<()>> = answers.into_iter().collect();
    let (mut deleted, mut failures) = (Deleted { groups: Vec::new(), failed: Vec::new() }, Vec::new());
    for name in names_in_order(outcomes.keys().cloned().collect()) {
        match outcomes.remove(&name) {
            Some(Err(error)) => {
                deleted.failed.push((name.clone(), error.java_exception()));
                failures.push(cx.block_on(explained(client, &name, error))?.kafka_exactly("", 0));
            }
            _ => deleted.groups.push(name),
        }
    }
    let some = !deleted.groups.is_empty();
    cx.report(&deleted)?;
    Failure::several(failures, some).map_or_else(|| cx.done(), Err)
}

/// What a coordinator would say, which cannot be asked for its judgement alone.
fn deletable(name: &str, found: &Gathered) -> client::Result<()> {
    match found.description.members.is_empty() {
        true => Ok(()),
        false => Err(Error::refused(ErrorCode::NON_EMPTY_GROUP, None, format!("group {name}"))),
    }
}

async fn explained(client: &Client, group: &str, error: Error) -> Failure {
    match error.code() {
        Some(ErrorCode::NON_EMPTY_GROUP) => run::occupied(client, group, error).await,
        Some(ErrorCode::GROUP_ID_NOT_FOUND) => unknown(client, group, Some(error)).await,
        _ => Failure::from(error),
    }
}

fn ask(names: &[String], gathered: &[(String, client::Result<Gathered>)], cx: &mut Context) -> Result<(), Failure> {
    let mut lines = Vec::new();
    let mut known = 0;
    for (group, one) in gathered {
        match one {
            Ok(one) => {
                known += 1;
                let members = human::several(one.description.members.len(), "member");
                let offsets = one.offsets.values().filter(|committed| committed.is_some()).count();
                let offsets = human::several(offsets, "committed offset");
                lines.push(format!("group {group}: {}, {members}, {offsets}", one.description.state));
            }
            Err(_) => lines.push(format!("group {group}: cannot be described")),
        }
    }
    if known == 0 {
        return Ok(()); // the refusal says it all
    }
    cx.preview(&lines.join("\n"));
    let what = if names.len() == 1 { format!("group {}", names[0]) } else { human::several(names.len(), "group") };
    cx.confirm_unless_dry_run(&format!("Delete {what} and what it has committed? This cannot be undone."))
}

impl Report for Deleted {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        let all: Vec<String> = self.groups.iter().map(|group| format!("'{group}'")).collect();
        let all = all.join(", ");
        if self.failed.is_empty() {
            return out.line(format!("Deletion of requested consumer groups ({all}) was successful."));
        }
        out.line("\nError: Deletion of some consumer groups failed:")?;
        for (group, exception) in &self.failed {
            out.line(format!("* Group '{group}' could not be deleted due to: {exception}"))?;
        }
        if !self.groups.is_empty() {
            out.line(format!("\nThese consumer groups were deleted successfully: {all}"))?;
        }
        Ok(())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["GROUP"]);
        self.groups.iter().for_each(|group| table.row([group.as_str().into()]));
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let deleted = screen.act("Deleted", "delete");
        match &*self.groups {
            [] => Ok(()),
            [one] => screen.line(format!("{deleted} group {one}")),
            several => screen.line(format!("{deleted} {}", human::several(several.len(), "group"))),
        }
    }
}

/// What became of the offsets of partitions; -1 stands for a topic that could not be looked up.
#[derive(Debug, Serialize)]
struct Forgotten {
    group: String,
    /// What the original says first.
    #[serde(skip)]
    head: String,
    partitions: Vec<Outcome>,
}

#[derive(Debug, Serialize)]
struct Outcome {
    topic: String,
    partition: i32,
    /// The original's exception.
    error: Option<String>,
}

pub fn offsets(
    group: &str,
    topics: &[String],
    preview: bool,
    client: &Client,
    cx: &mut Context,
) -> Result<(), Failure> {
    let mut partitions: BTreeSet<TopicPartition> = BTreeSet::new();
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut failures: Vec<Failure> = Vec::new();
    let names: Vec<String> = topics.iter().filter(|topic| !topic.contains(':')).cloned().collect();
    for topic in topics.iter().filter(|topic| topic.contains(':')) {
        partitions.extend(plan::numbered(topic)?);
    }
    let described = cx.block_on(client.describe_topics(&names, false))?;
    for (topic, outcome) in described.map_err(|error| Thrown::Execution.by(error))? {
        match outcome {
            Ok(known) => partitions.extend(known.partitions.iter().map(|p| TopicPartition::new(&*topic, p.id))),
            Err(error) => {
                let exception = error.java_exception();
                let failure = cx.block_on(suggest::about_topic(client, error.into(), &topic))?;
                failures.push(failure.exit(Exit::NotFound));
                outcomes.push(Outcome { topic, partition: -1, error: Some(exception) });
            }
        }
    }
    let partitions: Vec<TopicPartition> = partitions.into_iter().collect();
    if preview && !partitions.is_empty() {
        if let Some(near) = cx.block_on(similar(client, group))? {
            return Err(Failure::new(format!("there is no group {group}"))
                .code(ErrorCode::GROUP_ID_NOT_FOUND.name())
                .exit(Exit::NotFound)
                .hint(near));
        }
        let some = human::several(partitions.len(), "partition");
        cx.confirm_unless_dry_run(&format!("Delete what {group} has committed for {some} of {}?", topics.join(", ")))?;
    }
    let answers = match cx.is_dry_run() {
        true => cx.block_on(forgettable(client, group, &partitions))?,
        false => cx.block_on(client.delete_group_offsets(group, &partitions))?,
    };
    let (head, worked) = match answers {
        Ok(answers) => {
            let first = answers.iter().find_map(|(_, outcome)| outcome.as_ref().err().cloned());
            let head = first.map_or_else(|| succeeded(group), |error| top(&error));
            let mut worked = 0;
            for (at, outcome) in answers {
                let error = outcome.as_ref().err().map(Error::java_exception);
                worked += usize::from(error.is_none());
                outcomes.push(Outcome { topic: at.topic.clone(), partition: at.partition, error });
                failures.extend(outcome.err().map(|error| of_partition(group, &at, error)));
            }
            (head, worked)
        }
        Err(error) => {
            let exception = error.java_exception();
            outcomes.extend(partitions.iter().map(|at| Outcome {
                topic: at.topic.clone(),
                partition: at.partition,
                error: Some(exception.clone()),
            }));
            let head = top(&error);
            failures.insert(0, cx.block_on(explained(client, group, error))?);
            (head, 0)
        }
    };
    // By the name with its number behind it, as the original sorts.
    outcomes.sort_by_key(|outcome| format!("{}{}", outcome.topic, outcome.partition));
    cx.report(&Forgotten { group: group.to_owned(), head, partitions: outcomes })?;
    let failures = failures.into_iter().map(|failure| failure.kafka_exactly("", 0));
    Failure::several(failures, worked > 0).map_or_else(|| cx.done(), Err)
}

/// What the group's coordinator would say: it keeps what a member reads.
async fn forgettable(
    client: &Client,
    group: &str,
    partitions: &[TopicPartition],
) -> client::Result<Vec<(TopicPartition, client::Result<()>)>> {
    let described = client.describe_consumer_groups(&[group.to_owned()]).await?;
    let members = match described.into_iter().next() {
        Some((_, description)) => description?.members,
        None => Vec::new(),
    };
    let read = |at: &TopicPartition| members.iter().any(|member| member.subscription.contains(&at.topic));
    let subscribed = |at: &TopicPartition| {
        Error::refused(ErrorCode::GROUP_SUBSCRIBED_TO_TOPIC, None, format!("group {group}, partition {at}"))
    };
    Ok(partitions.iter().map(|at| (at.clone(), if read(at) { Err(subscribed(at)) } else { Ok(()) })).collect())
}

fn succeeded(group: &str) -> String {
    format!("Request succeeded for deleting offsets from group {group}.")
}

/// The first line of the original for an error of the whole request.
fn top(error: &Error) -> String {
    let words = match error.code() {
        Some(
            code @ (ErrorCode::INVALID_GROUP_ID
            | ErrorCode::GROUP_ID_NOT_FOUND
            | ErrorCode::GROUP_AUTHORIZATION_FAILED
            | ErrorCode::NON_EMPTY_GROUP),
        ) => code.message().to_owned(),
        Some(
            ErrorCode::GROUP_SUBSCRIBED_TO_TOPIC
            | ErrorCode::TOPIC_AUTHORIZATION_FAILED
            | ErrorCode::UNKNOWN_TOPIC_OR_PARTITION,
        ) => "Encountered some partition-level error, see the follow-up details.".to_owned(),
        Some(code) => format!("Encountered some unknown error: {}", code.name()),
        None => "Encountered some unknown error: REQUEST_TIMED_OUT".to_owned(),
    };
    format!("\nError: {words}")
}

fn of_partition(group: &str, at: &TopicPartition, error: Error) -> Failure {
    let subscribed = error.code() == Some(ErrorCode::GROUP_SUBSCRIBED_TO_TOPIC);
    let failure = Failure::from(error);
    match subscribed {
        true => failure.hint(format!("a member of {group} reads {}: stop it first", at.topic)),
        false => failure,
    }
}

impl Report for Forgotten {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        out.line(&self.head)?;
        let longest = self.partitions.iter().map(|p| java_length(&p.topic)).max().unwrap_or(0).max(15);
        let mut show = |topic: &str, partition: &str, status: &str| {
            write!(out, "\n{} {} {}", left(topic, longest), left(partition, 10), left(status, 15))
        };
        show("TOPIC", "PARTITION", "STATUS")?;
        for outcome in &self.partitions {
            let partition = if outcome.partition < 0 { "-".to_owned() } else { outcome.partition.to_string() };
            let status = outcome.error.as_ref().map_or("Successful".to_owned(), |error| format!("Error: {error}"));
            show(&outcome.topic, &partition, &status)?;
        }
        writeln!(out)
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITION", "STATUS"]);
        for outcome in &self.partitions {
            let status = if outcome.error.is_some() { "failed" } else { "deleted" };
            table.row([outcome.topic.as_str().into(), outcome.partition.to_string().into(), status.into()]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let done = self.partitions.iter().filter(|outcome| outcome.error.is_none()).count();
        match done {
            0 => Ok(()),
            done => {
                let deleted = screen.act("Deleted", "delete");
                screen.line(format!("{deleted} the offsets of {} of {}", human::several(done, "partition"), self.group))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kafka(report: &impl Report) -> String {
        let mut out = Sink::memory();
        report.kafka(&mut out).unwrap();
        out.into_text()
    }

    #[test]
    fn the_original_lists_what_failed_and_then_what_did_not() {
        let groups = vec!["a".to_owned(), "b".to_owned()];
        let all = Deleted { groups: groups.clone(), failed: Vec::new() };
        assert_eq!(kafka(&all), "Deletion of requested consumer groups ('a', 'b') was successful.\n");
        let failed = vec![("ghost".to_owned(), "Exception: no".to_owned())];
        assert_eq!(
            kafka(&Deleted { groups, failed }),
            "\nError: Deletion of some consumer groups failed:\n* Group 'ghost' could not be deleted due to: Exception: \
             no\n\nThese consumer groups were deleted successfully: 'a', 'b'\n"
        );
    }

    #[test]
    fn deleted_offsets_are_a_table_in_the_original() {
        let outcome =
            |partition, error: Option<&str>| Outcome { topic: "t".into(), partition, error: error.map(str::to_owned) };
        let partitions = vec![outcome(0, None), outcome(-1, Some("E: x"))];
        let report = Forgotten { group: "g".into(), head: succeeded("g"), partitions };
        assert_eq!(
            kafka(&report),
            "Request succeeded for deleting offsets from group g.\n\
             \nTOPIC           PARTITION  STATUS         \
             \nt               0          Successful     \
             \nt               -          Error: E: x    \n"
        );
    }
}
