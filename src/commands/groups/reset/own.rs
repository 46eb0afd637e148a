//! A reset in kt's own grammar: a preview, a question, a file that takes it back; and a group's offsets given to another.

use std::io;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::super::{LOOK_AGAIN, Which, choose, collect, run, undo};
use super::{Offset, Plan, Reset, Scope, commit, committed, of_group};
use crate::client::Client;
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::Offsets;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::output::human;
use crate::output::paint::Paint;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};
use crate::protocol::code::ErrorCode;

/// One partition before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Move {
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

pub fn reset(mut wanted: Reset, client: &Client, cx: &mut Context) -> Result<(), Failure> {
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
    if before.is_empty() {
        let near = cx.block_on(run::similar(client, group))?.map_or(String::new(), |near| format!("; {near}"));
        cx.note(&format!("group {group} has committed nothing yet{near}"));
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
        cx.note(&format!("{} has no record from that moment on; its end is taken", at.in_brackets()));
    }
    for (at, asked, kept) in &found.held {
        cx.note(&format!("offset {asked} of {} is out of range; {kept} is taken", at.in_brackets()));
    }
    let moves = cx.block_on(moves(client, &before, &found.offsets, &forget))??;
    carry_out(
        Change { group, before: &before, offsets: &found.offsets, forget: &forget, moves, undo: own.undo },
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

fn carry_out(change: Change<'_>, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let Change { group, before, offsets, forget, moves, undo: keep_undo } = change;
    let mut moved = Moved { group: group.to_owned(), executed: false, undo: None, partitions: moves };
    let changes = moved.partitions.iter().any(|one| one.before != one.after);
    if !changes {
        cx.report(&moved)?;
        cx.note("nothing to change: the group is there already");
        return Ok(());
    }
    cx.stop_if_dry_run(|| &moved)?;
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
pub fn clone(from: &str, to: &str, topics: &[String], client: &Client, cx: &mut Context) -> Result<(), Failure> {
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
    carry_out(change, client, cx)
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
pub(in super::super) mod tests {
    use super::super::super::collect::tests::at;
    use super::*;

    pub fn one(text: &str, before: Option<i64>, after: Option<i64>) -> Move {
        let at = at(text);
        let change = before.zip(after).map(|(before, after)| after - before);
        Move { topic: at.topic, partition: at.partition, before, after, change, lag_after: None }
    }

    #[test]
    fn a_preview_says_how_many_records_come_again_or_never() {
        let both = [one("t-0", Some(5), Some(0)), one("t-1", Some(1), Some(2)), one("t-2", None, Some(9))];
        assert_eq!(consequence(&both).unwrap(), "5 records will be read again, 1 record will be skipped.");
        assert_eq!(consequence(&both[2..]), None);
    }
}
