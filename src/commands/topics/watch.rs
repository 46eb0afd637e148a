//! `kt topics describe --watch`: the description again and again, with what changed in leaders and replicas in sync; in a
//! pipe one line of JSON a look.

use std::io::Write;
use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};

use super::Describe;
use super::describe::{Description, Partition};
use super::run::describe;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::output::kafka::joined;
use crate::output::paint::{Paint, Tone};
use crate::output::report::{self, Style};
use crate::output::sink::Sink;
use crate::output::{human, json};

/// After so many looks in a row that failed, nothing more is to be expected.
const PATIENCE: u32 = 5;
/// How many changes the screen keeps.
const SHOWN: usize = 12;

pub fn watch(wanted: &Describe, every: Duration, count: Option<u64>, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let manners = cx.manners().clone();
    let selection = manners.selection()?;
    let screen = cx.draws_a_screen();
    let paint = Paint::for_stream(manners.color, cx.out.is_terminal());
    cx.stream(async |out| {
        let mut ticks = interval(every);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut before: Option<Description> = None;
        let mut shown: Vec<String> = Vec::new();
        let (mut looks, mut failed) = (0, 0);
        loop {
            ticks.tick().await;
            let found = match describe(&client, wanted).await {
                Ok(found) => found,
                // At first it is an error; later a broker that was killed may be on its way back.
                Err(failure) if looks == 0 || failed + 1 >= PATIENCE => return Err(failure),
                Err(_) => {
                    failed += 1;
                    continue;
                }
            };
            (failed, looks) = (0, looks + 1);
            if screen {
                let now = human::iso(found.now);
                let clock = now.get(11..19).unwrap_or_default();
                if let Some(before) = &before {
                    shown.extend(changes(before, &found).into_iter().map(|change| format!("{clock}  {change}")));
                }
                shown.drain(..shown.len().saturating_sub(SHOWN));
                let mut drawn = Sink::page();
                report::show(
                    &found,
                    Style { format: manners.format, header: !manners.no_headers, paint, dry_run: false },
                    &mut drawn,
                )?;
                let lines: String = shown.iter().map(|line| format!("{}\n", paint.paint(Tone::Warn, line))).collect();
                out.redraw(&format!("{clock} UTC   Ctrl-C ends\n\n{}\n{lines}", drawn.into_text()))?;
            } else {
                json::line(out, &found, selection.as_ref())?;
            }
            out.flush()?;
            before = Some(found);
            if count.is_some_and(|count| looks >= count) {
                return Ok(());
            }
        }
    })?
}

/// What became of leaders and replicas in sync, in words.
fn changes(before: &Description, after: &Description) -> Vec<String> {
    let mut words = Vec::new();
    for topic in &after.topics {
        let old = before.topics.iter().find(|known| known.name == topic.name);
        for partition in &topic.partitions {
            let known = old.and_then(|old| old.partitions.iter().find(|known| known.number == partition.number));
            let Some(known) = known else {
                words.push(format!("{}-{} is new", topic.name, partition.number));
                continue;
            };
            words.extend(
                change(known, partition).into_iter().map(|what| format!("{}-{}: {what}", topic.name, partition.number)),
            );
        }
    }
    let gone = before.topics.iter().filter(|old| !after.topics.iter().any(|topic| topic.name == old.name));
    words.extend(gone.map(|old| format!("{} is gone", old.name)));
    words
}

fn change(before: &Partition, after: &Partition) -> Vec<String> {
    let without =
        |all: &[i32], known: &[i32]| -> Vec<i32> { all.iter().copied().filter(|id| !known.contains(id)).collect() };
    let name = |leader: Option<i32>| leader.map_or("none".to_owned(), |id| id.to_string());
    let mut words = Vec::new();
    if before.leader != after.leader {
        words.push(format!("leader {} → {}", name(before.leader), name(after.leader)));
    }
    let (lost, won) = (without(&before.isr, &after.isr), without(&after.isr, &before.isr));
    if !lost.is_empty() {
        words.push(format!("out of sync: {}", joined(&lost)));
    }
    if !won.is_empty() {
        words.push(format!("in sync again: {}", joined(&won)));
    }
    if before.replicas != after.replicas {
        words.push(format!("replicas {} → {}", joined(&before.replicas), joined(&after.replicas)));
    }
    words
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::Filters;
    use super::super::describe::Topic;
    use super::*;

    fn description(partitions: Vec<Partition>) -> Description {
        let topic = Topic { name: "ha".into(), partitions, ..Topic::default() };
        Description {
            topics: vec![topic],
            filters: Filters::default(),
            live: BTreeSet::new(),
            unseen: Vec::new(),
            now: 0,
        }
    }

    fn partition(number: i32, leader: Option<i32>, isr: &[i32]) -> Partition {
        Partition { number, leader, replicas: vec![1, 2, 3], isr: isr.to_vec(), ..Partition::default() }
    }

    #[test]
    fn leaders_and_replicas_that_come_and_go_are_told() {
        let before = description(vec![partition(0, Some(2), &[1, 2, 3]), partition(1, Some(1), &[1])]);
        let after =
            description(vec![partition(0, Some(3), &[1, 3]), partition(1, None, &[1, 2]), partition(2, Some(1), &[1])]);
        assert_eq!(
            changes(&before, &after),
            [
                "ha-0: leader 2 → 3",
                "ha-0: out of sync: 2",
                "ha-1: leader 1 → none",
                "ha-1: in sync again: 2",
                "ha-2 is new"
            ]
        );
        assert!(changes(&before, &before).is_empty());
        let none = Description { topics: Vec::new(), ..description(Vec::new()) };
        assert_eq!(changes(&before, &none), ["ha is gone"]);
    }
}
