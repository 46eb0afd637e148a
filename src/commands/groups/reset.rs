//! Setting the offsets of groups: the original's way, and kt's with preview, question and undo file.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::original::{Thrown, csv, in_map_order, names_in_order};
use super::plan::{self, Found, Scenario};
use super::{LOOK_AGAIN, Which, choose, collect, run, undo};
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::{Committed, Description, Offsets, State};
use crate::client::{Client, Error};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::output::human;
use crate::output::kafka::{java_length, left};
use crate::output::paint::Paint;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};
use crate::protocol::code::ErrorCode;

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
        None => as_the_original(wanted, client, cx),
        Some(_) => with_preview(wanted, client, cx),
    }
}

type Offset = (TopicPartition, i64);

/// Offsets by group, as the original prints them.
#[derive(Debug, Serialize)]
struct Planned {
    #[serde(skip)]
    groups: Vec<(String, Vec<Offset>)>,
    /// CSV in place of the table, with the group's name in each line or without.
    #[serde(skip)]
    export: Option<bool>,
}

fn as_the_original(wanted: Reset, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let names = cx.block_on(run::names(client, &wanted.which))??;
    let single = matches!(&wanted.which, Which::Named(names) if names.len() == 1);
    let described = cx.block_on(client.describe_consumer_groups(&names))?.map_err(|error| Thrown::Runtime.by(error))?;
    let mut described: HashMap<String, Result<Description, Error>> = described.into_iter().collect();
    let mut groups: Vec<(String, Vec<Offset>)> = Vec::new();
    for name in names_in_order(described.keys().cloned().collect()) {
        let state = match described.remove(&name) {
            Some(Ok(description)) if !description.is_of_consumers() => {
                let message = format!("GroupId {name} is not a consumer group ({}).", description.protocol);
                return Err(Failure::new(format!("group {name} is no consumer group")).kafka(format!(
                    "java.util.concurrent.ExecutionException: java.lang.IllegalArgumentException: {message}"
                )));
            }
            Some(Ok(description)) => description.state,
            Some(Err(error)) if error.code() != Some(ErrorCode::GROUP_ID_NOT_FOUND) => {
                return Err(Thrown::Runtime.by(error));
            }
            _ => State::Empty,
        };
        if !state.is_inactive() {
            cx.out.line(format!(
                "\nError: Assignments can only be reset if the group '{name}' is inactive, but the current state is {state}."
            ))?;
            groups.push((name, Vec::new()));
            continue;
        }
        let found = cx.block_on(of_group(client, &name, &wanted))??;
        for at in &found.without {
            cx.out.line(format!(
                "\nWarn: Partition {} from topic {} is empty. Falling back to latest known offset.",
                at.partition, at.topic
            ))?;
        }
        for (at, asked, kept) in &found.held {
            cx.note(&format!("offset {asked} of {at} is out of range; {kept} is taken"));
        }
        if matches!(&wanted.plan, Some(Plan::File { lines: Ok(lines), .. }) if lines.iter().all(|line| line.group != name))
        {
            cx.out.line(format!("\nError: No reset plan for group {name} found"))?;
        }
        if wanted.execute && !found.offsets.is_empty() {
            cx.block_on(commit(client, &name, &found.offsets))??;
        }
        groups.push((name, found.offsets));
    }
    cx.report(&Planned { groups, export: wanted.export.then_some(!single) })
}

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
            let needs = matches!(scenario, Scenario::ShiftBy(_) | Scenario::Current);
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

impl Report for Planned {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        if let Some(with_group) = self.export {
            for (group, offsets) in &self.groups {
                for (at, offset) in offsets {
                    io::Write::write_all(out, csv::line(with_group.then_some(group), at, *offset).as_bytes())?;
                }
            }
            return out.line("");
        }
        let rows = || self.groups.iter().flat_map(|(group, offsets)| offsets.iter().map(move |row| (group, row)));
        let widest = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or(0).max(15);
        let group_width = widest(&mut self.groups.iter().map(|(group, _)| java_length(group)));
        let topic_width = widest(&mut rows().map(|(_, (at, _))| java_length(&at.topic)));
        let mut show = |group: &str, topic: &str, partition: &str, offset: &str| {
            let (group, topic) = (left(group, group_width), left(topic, topic_width));
            io::Write::write_fmt(out, format_args!("\n{group} {topic} {} {offset}", left(partition, 10)))
        };
        if !self.groups.is_empty() {
            show("GROUP", "TOPIC", "PARTITION", "NEW-OFFSET")?;
        }
        for (group, (at, offset)) in rows() {
            show(group, &at.topic, &at.partition.to_string(), &offset.to_string())?;
        }
        out.line("")
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["GROUP", "TOPIC", ">PARTITION", ">NEW"]);
        for (group, offsets) in &self.groups {
            for (at, offset) in offsets {
                let partition = at.partition.to_string();
                table.row([group.as_str().into(), at.topic.as_str().into(), partition.into(), Cell::count(*offset)]);
            }
        }
        table
    }
}

/// One partition before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Move {
    pub topic: String,
    pub partition: i32,
    /// Nothing was committed.
    before: Option<i64>,
    /// Nothing is to be committed any more.
    after: Option<i64>,
    change: Option<i64>,
    lag_after: Option<i64>,
}

/// A reset in kt's own grammar.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Moved {
    group: String,
    executed: bool,
    undo: Option<String>,
    partitions: Vec<Move>,
}

fn with_preview(mut wanted: Reset, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let Which::Named(names) = &wanted.which else { return Err(Failure::usage("a reset wants the name of one group")) };
    let [group] = &names[..] else { return Err(Failure::usage("a reset wants the name of one group")) };
    let group = &group.clone();
    let own = wanted.own.take().unwrap_or_default();
    cx.block_on(free(client, group, own.wait_empty))??;
    let before = cx.block_on(committed(client, group))??;
    if matches!(wanted.scope, Scope::Committed) && before.is_empty() {
        return Err(Failure::new(format!("group {group} has committed nothing, so there is nothing to reset"))
            .hint_if_any(cx.block_on(run::similar(client, group))?)
            .hint(format!("name the topics: kt groups reset {group} TOPIC --to beginning"))
            .exit(Exit::NotFound));
    }
    if wanted.plan.is_none() {
        let topics = if let Scope::Topics(topics) = &wanted.scope { &topics[..] } else { &[] };
        let chosen = choose::scenario(group, topics, &before, client, cx)?;
        wanted.plan = Some(Plan::Same(chosen));
    }
    let mut found = cx.block_on(of_group(client, group, &wanted))??;
    let mut forget = own.forget.clone();
    forget.retain(|at| before.get(at).is_some_and(Option::is_some));
    if let Some(Plan::File { path, .. }) = &wanted.plan
        && found.offsets.is_empty()
        && own.forget.is_empty()
    {
        return Err(Failure::new(format!("{path} has no line for group {group}")).exit(Exit::NotFound));
    }
    found.offsets.sort();
    for at in &found.without {
        cx.note(&format!("{at} has no record from that moment on; its end is taken"));
    }
    for (at, asked, kept) in &found.held {
        cx.note(&format!("offset {asked} of {at} is out of range; {kept} is taken"));
    }
    let moves = cx.block_on(moves(client, &before, &found.offsets, &forget))??;
    carry_out(
        Change { group, before: &before, offsets: &found.offsets, forget: &forget, moves, undo: own.undo },
        wanted.execute,
        client,
        cx,
    )
}

/// What is about to happen to a group.
struct Change<'a> {
    group: &'a str,
    before: &'a Offsets,
    offsets: &'a [Offset],
    forget: &'a [TopicPartition],
    moves: Vec<Move>,
    undo: bool,
}

fn carry_out(change: Change<'_>, execute: bool, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let Change { group, before, offsets, forget, moves, undo: keep_undo } = change;
    let mut moved = Moved { group: group.to_owned(), executed: false, undo: None, partitions: moves };
    let changes = moved.partitions.iter().any(|one| one.before != one.after);
    if !execute || !changes {
        cx.report(&moved)?;
        cx.note(if changes { "nothing was changed" } else { "nothing to change: the group is there already" });
        return Ok(());
    }
    cx.preview(moved.table().aligned(Paint::OFF, None, false, true).trim_end());
    if let Some(words) = consequence(&moved.partitions) {
        cx.preview(&words);
    }
    cx.confirm(&format!("Apply to {group}?"))?;
    let undo = if keep_undo { Some(undo::write(group, before, &moved.partitions)?) } else { None };
    if !offsets.is_empty() {
        cx.block_on(commit(client, group, offsets))??;
    }
    if !forget.is_empty() {
        for (_, outcome) in cx.block_on(client.delete_group_offsets(group, forget))?? {
            outcome?;
        }
    }
    moved.executed = true;
    moved.undo = undo.map(|path| path.display().to_string());
    cx.report(&moved)?;
    if let Some(path) = &moved.undo {
        cx.undo(&format!("kt groups reset {group} --from-file {path}"));
    }
    Ok(())
}

/// The group has to be without members, if need be after a while.
async fn free(client: &Client, group: &str, wait: Option<Duration>) -> Result<(), Failure> {
    let until = wait.map(|wait| Instant::now() + wait);
    loop {
        let described = client.describe_consumer_groups(&[group.to_owned()]).await?;
        let description = match described.into_iter().next() {
            Some((_, Ok(description))) => description,
            // Offsets of a group that is not there yet make it.
            Some((_, Err(error))) if error.code() == Some(ErrorCode::GROUP_ID_NOT_FOUND) => return Ok(()),
            Some((_, Err(error))) => return Err(error.into()),
            None => return Ok(()),
        };
        if !description.is_of_consumers() {
            return Err(Failure::new(format!(
                "group {group} is no consumer group, its members speak '{}'",
                description.protocol
            )));
        }
        if description.state.is_inactive() {
            return Ok(());
        }
        if until.is_none_or(|until| Instant::now() >= until) {
            let members = human::several(description.members.len(), "member");
            let verb = if description.members.len() == 1 { "is" } else { "are" };
            let what = format!("{group} is {}: {members} {verb} reading", description.state);
            let failure = run::inhabited(&description, Failure::new(what));
            return Err(match until {
                Some(_) => failure.exit(Exit::TimedOut),
                None => failure.hint("or wait: --wait-empty 60s"),
            });
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}

async fn moves(
    client: &Client,
    before: &Offsets,
    offsets: &[Offset],
    forget: &[TopicPartition],
) -> Result<Vec<Move>, Failure> {
    let ends = collect::ends(client, offsets.iter().map(|(at, _)| at.clone()).collect()).await?;
    let was = |at: &TopicPartition| before.get(at).and_then(Option::as_ref).map(|committed| committed.offset);
    let new = offsets.iter().map(|(at, offset)| (at, Some(*offset)));
    let gone = forget.iter().map(|at| (at, None));
    Ok(new
        .chain(gone)
        .map(|(at, after)| Move {
            topic: at.topic.clone(),
            partition: at.partition,
            before: was(at),
            after,
            change: was(at).zip(after).map(|(before, after)| after.saturating_sub(before)),
            lag_after: collect::lag(after, ends.of.get(at).copied()),
        })
        .collect())
}

/// What it means for the records.
fn consequence(moves: &[Move]) -> Option<String> {
    let sum = |forward: bool| -> i64 {
        moves.iter().filter_map(|one| one.change).filter(|change| (*change > 0) == forward).map(i64::abs).sum()
    };
    let (again, skipped) = (sum(false), sum(true));
    let mut words = Vec::new();
    if again > 0 {
        words.push(format!("{} will be read again", records(again)));
    }
    if skipped > 0 {
        words.push(format!("{} will be skipped", records(skipped)));
    }
    (!words.is_empty()).then(|| words.join(", ") + ".")
}

fn records(number: i64) -> String {
    human::several(usize::try_from(number).unwrap_or(usize::MAX), "record")
}

/// Gives a group what another has committed.
pub fn clone(
    from: &str,
    to: &str,
    topics: &[String],
    dry_run: bool,
    client: &Client,
    cx: &mut Context,
) -> Result<(), Failure> {
    let source = cx.block_on(committed(client, from))??;
    let wanted = |at: &TopicPartition| topics.is_empty() || topics.contains(&at.topic);
    let offsets: Vec<Offset> = source
        .iter()
        .filter(|(at, _)| wanted(at))
        .filter_map(|(at, committed)| committed.as_ref().map(|committed| (at.clone(), committed.offset)))
        .collect();
    if offsets.is_empty() {
        let of_topics = if topics.is_empty() { String::new() } else { format!(" for {}", topics.join(", ")) };
        return Err(Failure::new(format!("group {from} has committed nothing{of_topics}"))
            .hint_if_any(cx.block_on(run::similar(client, from))?)
            .hint("kt groups list   shows what each group reads")
            .exit(Exit::NotFound));
    }
    cx.block_on(free(client, to, None))??;
    let before = cx.block_on(committed(client, to))??;
    let moves = cx.block_on(moves(client, &before, &offsets, &[]))??;
    let change = Change { group: to, before: &before, offsets: &offsets, forget: &[], moves, undo: true };
    carry_out(change, !dry_run, client, cx)
}

impl Report for Moved {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(()) // the original has no such act
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITION", ">NOW", ">NEW", ">CHANGE", ">LAG AFTER"]);
        let number = |value: Option<i64>| value.map_or(Cell::new("-"), Cell::count);
        for one in &self.partitions {
            let change = one.change.map_or(Cell::new("-"), |change| {
                let sign = if change > 0 { "+" } else { "" };
                Cell::new(format!("{sign}{}", human::count(change))).exactly(change.to_string())
            });
            table.row([
                one.topic.as_str().into(),
                one.partition.to_string().into(),
                number(one.before),
                number(one.after),
                change,
                number(one.lag_after),
            ]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        if !self.executed {
            return screen.table(&self.table());
        }
        screen.line(format!("Reset {} of {}", human::several(self.partitions.len(), "partition"), self.group))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::collect::tests::at;
    use super::*;

    fn kafka(planned: &Planned) -> String {
        let mut out = Sink::memory();
        planned.kafka(&mut out).unwrap();
        out.into_text()
    }

    pub(in super::super) fn one(text: &str, before: Option<i64>, after: Option<i64>) -> Move {
        let at = at(text);
        let change = before.zip(after).map(|(before, after)| after - before);
        Move { topic: at.topic, partition: at.partition, before, after, change, lag_after: None }
    }

    #[test]
    fn the_originals_table_widens_with_its_names() {
        let offsets = vec![(at("a-topic-of-some-length-0"), 7)];
        let planned = Planned { groups: vec![("g".into(), offsets), ("busy".into(), Vec::new())], export: None };
        assert_eq!(
            kafka(&planned),
            "\nGROUP           TOPIC                  PARTITION  NEW-OFFSET\
             \ng               a-topic-of-some-length 0          7\n"
        );
        assert_eq!(kafka(&Planned { groups: Vec::new(), export: None }), "\n");
    }

    #[test]
    fn an_export_has_the_group_only_if_several_were_asked_for() {
        let groups = || vec![("g".to_owned(), vec![(at("t-0"), 7)])];
        assert_eq!(kafka(&Planned { groups: groups(), export: Some(false) }), "t,0,7\n\n");
        assert_eq!(kafka(&Planned { groups: groups(), export: Some(true) }), "g,t,0,7\n\n");
    }

    #[test]
    fn a_preview_says_how_many_records_come_again_or_never() {
        let both = [one("t-0", Some(5), Some(0)), one("t-1", Some(1), Some(2)), one("t-2", None, Some(9))];
        assert_eq!(consequence(&both).unwrap(), "5 records will be read again, 1 record will be skipped.");
        assert_eq!(consequence(&both[2..]), None);
    }
}
