//! kt's own readings: planned first, then read, sifted and kept.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use super::plan::{self, Plan};
use super::reading::Keep;
use super::run::{End, How, Printer, all};
use super::{Action, Ending};
use crate::client::Client;
use crate::client::admin::TopicPartition;
use crate::client::data::consume::{Reset, Span, Spans, Start, Then};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::output::human;
use crate::output::letters;
use crate::output::paint::{Paint, Tone};
use crate::records::Kept;
use crate::records::place::Point;

/// How much farther back each further look for the newest records goes.
const FARTHER: i64 = 4;

pub(super) fn read(
    action: &mut Action,
    printer: &mut Printer,
    stop: &AtomicU64,
    cx: &mut Context,
) -> Result<End, Failure> {
    let Some(reading) = &action.reading else { return Ok(all(action, printer, stop, cx)) };
    let committed_only = action.settings.committed_only;
    let client = Client::new(action.client.clone());
    let bounded = reading.places.is_bounded();
    if action.group.is_some() {
        if bounded && let [topic] = &reading.topics[..] {
            let ends = cx.block_on(plan::ends(&client, topic, committed_only))??;
            action.settings.until_ends = Some(Arc::new(ends));
        }
        return Ok(all(action, printer, stop, cx));
    }
    if !reading.needs_plan() {
        // Where nothing was said, `auto.offset.reset` of a properties file has a word.
        if reading.places.others.is_some_and(|range| range.from == Point::Beginning) {
            action.settings.start = Some(Start::Earliest);
            action.settings.reset = Reset::Earliest;
        }
        return Ok(all(action, printer, stop, cx));
    }
    let mut plan = cx.block_on(plan::plan(&client, reading, committed_only))??;
    if reading.single && plan.bounds.len() > 1 {
        let (topic, count) = (&reading.topics[0], plan.bounds.len());
        return Err(Failure::new(format!("{topic} has {count} partitions: an offset alone does not say which record"))
            .exit(Exit::Usage)
            .hint(format!("kt get {topic}:0:OFFSET   or, for a key of digits, kt get {topic} --key KEY")));
    }
    for note in plan.notes.iter().filter(|_| reading.sought.is_none()) {
        cx.note(note);
    }
    // What retention takes away meanwhile is no reason to stop.
    action.settings.reset = Reset::Earliest;
    // What is new is read too, unless it cannot be what was asked for.
    let others =
        !bounded && reading.places.others.is_some() && reading.partition.is_none() && reading.one_partition.is_none();
    let newest = reading.tail;
    if let Some(reading) = &mut action.reading {
        reading.elsewhere = plan.elsewhere.take();
    }
    if let Some(count) = newest {
        if let Some(end) = tail(action, count, &plan, printer, stop, cx) {
            return Ok(end);
        }
        for span in &mut plan.spans {
            let bounds = plan.bounds.get(&TopicPartition::new(&*span.topic, span.partition));
            span.from = bounds.map_or(span.from, |bounds| bounds.end);
        }
    }
    plan.spans.retain(|span| span.until.is_none_or(|until| span.from < until));
    if plan.spans.is_empty() && !others {
        return Ok(End::Ended);
    }
    action.settings.spans = Some(Arc::new(Spans { list: plan.spans, others }));
    let end = all(action, printer, stop, cx);
    match end {
        End::Ended => Ok(show(action, None, printer, cx).unwrap_or(End::Ended)),
        end => Ok(end),
    }
}

/// Shows the newest `count` records of all partitions together; `Some`: that was the end.
fn tail(
    action: &mut Action,
    count: usize,
    plan: &Plan,
    printer: &mut Printer,
    stop: &AtomicU64,
    cx: &mut Context,
) -> Option<End> {
    keep(action, Keep::All(Vec::new()));
    // Down to where each partition was read.
    let mut low: BTreeMap<&TopicPartition, i64> = plan.bounds.iter().map(|(at, bounds)| (at, bounds.end)).collect();
    let mut step = i64::try_from(count).unwrap_or(i64::MAX);
    loop {
        let found = counts(action);
        let mut list = Vec::new();
        for (at, bounds) in &plan.bounds {
            let Some(until) = low.get(at).copied() else { continue };
            let enough = found.get(&(at.topic.as_str(), at.partition)).is_some_and(|found| *found >= count);
            if enough || until <= bounds.beginning {
                continue;
            }
            let from = until.saturating_sub(step).max(bounds.beginning);
            low.insert(at, from);
            list.push(Span { topic: at.topic.clone(), partition: at.partition, from, until: Some(until) });
        }
        if list.is_empty() {
            break;
        }
        action.settings.spans = Some(Arc::new(Spans { list, others: false }));
        match all(action, printer, stop, cx) {
            End::Ended => {}
            end => return Some(end),
        }
        step = step.saturating_mul(FARTHER);
    }
    let end = show(action, Some(count), printer, cx);
    keep(action, Keep::Nothing);
    end
}

fn keep(action: &mut Action, keep: Keep) {
    if let Some(reading) = &mut action.reading {
        reading.keep = keep;
    }
}

fn counts(action: &Action) -> HashMap<(&str, i32), usize> {
    let mut counts = HashMap::new();
    if let Some(Keep::All(all)) = action.reading.as_ref().map(|reading| &reading.keep) {
        for kept in all {
            *counts.entry((kept.topic.as_str(), kept.partition)).or_default() += 1;
        }
    }
    counts
}

/// Prints what was kept, the last `count` of it; `Some`: that was the end.
fn show(action: &mut Action, count: Option<usize>, printer: &mut Printer, cx: &mut Context) -> Option<End> {
    let kept: Vec<Kept> = action.reading.as_mut()?.take_kept();
    let skipped = count.map_or(0, |count| kept.len().saturating_sub(count));
    let mut how =
        How { formatter: &mut *action.formatter, skip_on_error: action.skip_on_error, limit: action.max_messages };
    for record in kept.iter().skip(skipped) {
        if record.with(|record| printer.print(record, None, &mut how, cx)) == Then::Stop {
            let end = printer.broken.take().unwrap_or(End::Enough);
            return Some(hand_over(printer, cx).unwrap_or(end));
        }
    }
    hand_over(printer, cx)
}

fn hand_over(printer: &mut Printer, cx: &mut Context) -> Option<End> {
    printer.hand_over(cx).and_then(|()| cx.out.flush()).err().map(End::ReaderGone)
}

/// What a person hears at the end of what there is.
pub(super) fn tell_end(action: &Action, seen: u64, cx: &Context) {
    let Some(reading) = &action.reading else { return };
    if let Some((count, why)) = &reading.sieve.stumbled {
        let records = if *count == 1 { "1 record".to_owned() } else { format!("{count} records") };
        cx.note(&format!("--where could not judge {records}, left out: {why}"));
    }
    if let Some((topic, partition)) = reading.order.as_ref().and_then(|order| order.fell.as_ref()) {
        cx.note(&format!(
            "the times in {topic}[{partition}] do not rise with the offsets: some records of this range may lie outside of \
             what was read (kt help offsets)"
        ));
    }
    if let Keep::Latest { without_key: 1.., .. } = reading.keep {
        cx.note("records without a key were left out: no other one takes their place");
    }
    if !io::stderr().is_terminal() || cx.manners().quiet || reading.sought.is_some() {
        return;
    }
    let what = match reading.places.ends_at_end() {
        true => format!("end of {} reached (-e)", reading.topics.join(", ")),
        false => "end of the range reached".to_owned(),
    };
    let records = human::several(usize::try_from(seen).unwrap_or(usize::MAX), "record");
    let line = Paint::for_stderr(cx.manners().color).paint(Tone::Dim, &format!("{records}, {what}"));
    // Nothing sensible can be done about a stderr that cannot be written.
    let _ = writeln!(io::stderr(), "{}", letters::known(&line));
}

/// To find nothing is a failure where something was looked for.
pub(super) fn empty_handed(action: &Action, seen: u64) -> Result<(), Failure> {
    match &action.reading {
        Some(reading) if seen == 0 && action.ending == Ending::Own => match &reading.sought {
            Some(sought) => Err(Failure::new(format!("there is no {sought}"))
                .exit(Exit::NotFound)
                .hint_if_any(reading.elsewhere.clone())),
            None if reading.exit_status => Err(Failure::silent(Exit::Failed)),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}
