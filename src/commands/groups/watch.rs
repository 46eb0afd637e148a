//! Watching a group's rebalances: who came and went, how often, and what may be done about it.
//!
//! [`History`] compares looks and knows nothing of brokers; [`watch`] looks again and again, and shows a screen that is
//! drawn anew, or one line of JSON a change where nobody looks at a screen.

use std::io::Write;
use std::time::Duration;

use serde::Serialize;
use tokio::time::{Instant, MissedTickBehavior, interval};

use super::describe::unknown;
use super::history::{Change, Event, History, Look};
use super::plan::now_ms;
use crate::client::{Client, Result};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::output::paint::{Paint, Tone};
use crate::output::record::harmless;
use crate::output::report::terminal_width;
use crate::output::table::Table;
use crate::output::{human, json};
use crate::protocol::code::ErrorCode;

/// After so many looks in a row that failed, nothing more is to be expected.
const PATIENCE: u32 = 5;
/// How many changes the screen keeps.
const SHOWN: usize = 12;

/// What is to be watched, and for how long.
#[derive(Clone, Debug)]
pub struct Watch {
    pub group: String,
    pub interval: Duration,
    /// The end after so many changes, the state at the beginning included.
    pub count: Option<u64>,
}

/// One change, as JSON.
#[derive(Serialize)]
struct Line<'a> {
    time: String,
    group: &'a str,
    #[serde(flatten)]
    change: &'a Change,
    state: &'a str,
    epoch: Option<i32>,
    members: usize,
    /// Since the watching began.
    rebalances: u64,
}

pub fn watch(wanted: &Watch, client: &Client, cx: &mut Context) -> std::result::Result<(), Failure> {
    let manners = cx.manners().clone();
    let selection = manners.selection()?;
    let screen = cx.draws_a_screen();
    let paint = Paint::for_stream(manners.color, cx.out.is_terminal());
    cx.stream(async |out| {
        let begun = Instant::now();
        let mut ticks = interval(wanted.interval);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut history = History::default();
        let mut shown: Vec<String> = Vec::new();
        let (mut told, mut failed) = (0, 0);
        loop {
            ticks.tick().await;
            let at_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
            let look = match look(client, &wanted.group).await {
                Ok(look) if look.is_gone() && told == 0 => return Err(unknown(client, &wanted.group, None).await),
                Ok(look) => look,
                Err(error) if told == 0 || failed + 1 >= PATIENCE => return Err(error.into()),
                Err(_) => {
                    failed += 1; // its coordinator may be moving
                    continue;
                }
            };
            failed = 0;
            let time = human::iso(now_ms());
            for change in history.add(at_ms, look) {
                told += 1;
                if screen {
                    shown.push(format!("{}  {change}", time.get(11..19).unwrap_or_default()));
                    continue;
                }
                let now = history.now();
                let line = Line {
                    time: time.clone(),
                    group: &wanted.group,
                    change: &change,
                    state: &now.state,
                    epoch: now.epoch,
                    members: now.members.len(),
                    rebalances: history.rebalances(),
                };
                json::line(out, &line, selection.as_ref())?;
            }
            if screen {
                shown.drain(..shown.len().saturating_sub(SHOWN));
                let text = drawn(&wanted.group, &history, &shown, at_ms, time.get(11..19).unwrap_or_default(), paint);
                out.redraw(&text)?;
            }
            out.flush()?;
            if wanted.count.is_some_and(|count| told >= count) {
                return Ok(());
            }
        }
    })?
}

async fn look(client: &Client, group: &str) -> Result<Look> {
    let described = client.describe_consumer_groups(&[group.to_owned()]).await?;
    match described.into_iter().next() {
        Some((_, Ok(description))) => Ok(Look::from(&description)),
        Some((_, Err(error))) if error.code() == Some(ErrorCode::GROUP_ID_NOT_FOUND) => Ok(Look::gone()),
        Some((_, Err(error))) => Err(error),
        None => Ok(Look::gone()),
    }
}

fn drawn(group: &str, history: &History, shown: &[String], at_ms: u64, clock: &str, paint: Paint) -> String {
    let now = history.now();
    let mut facts = vec![paint.paint(Tone::Bold, group), now.state.clone()];
    facts.extend(now.epoch.map(|epoch| format!("epoch {epoch}")));
    facts.push(human::several(now.members.len(), "member"));
    let rebalances = human::several(usize::try_from(history.rebalances()).unwrap_or(usize::MAX), "rebalance");
    facts.push(format!("{rebalances} in {}", human::duration(at_ms / 1000 * 1000)));
    let mut text = format!("{clock} UTC   Ctrl-C ends\n\n{}\n\n", facts.join(" · "));
    let mut table = Table::new(&["MEMBER", "STATIC ID", "HOST", "HERE SINCE", ">PARTITIONS"]);
    for (id, member) in &now.members {
        let since = history.here_since(id).filter(|since| *since > 0);
        let since = since.map_or("the beginning".to_owned(), |since| human::duration((at_ms - since) / 1000 * 1000));
        table.row([
            member.client.as_str().into(),
            member.instance.clone().unwrap_or_else(|| "-".into()).into(),
            member.host.as_str().into(),
            since.into(),
            member.partitions.len().to_string().into(),
        ]);
    }
    if !now.members.is_empty() {
        text += &table.aligned(paint, terminal_width(), false, true);
        text.push('\n');
    }
    shown.iter().for_each(|line| text += &format!("{line}\n"));
    for hint in history.hints() {
        text += &format!("\n{} {hint}\n", paint.paint(Tone::Warn, "hint:"));
    }
    let harmless: Vec<String> = text.lines().map(|line| harmless::painted(line).into_owned()).collect();
    harmless.join("\n") + "\n"
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.event {
            Event::Found => write!(f, "watching"),
            Event::State { from, to } => write!(f, "{from} → {to}"),
            Event::Joined { member } => write!(f, "+ {member} joined"),
            Event::Left { member, stayed_ms } => match stayed_ms {
                Some(ms) => write!(f, "- {member} left after {}", human::duration(*ms)),
                None => write!(f, "- {member} left"),
            },
            Event::Assigned { member, gained, lost } => {
                let words: Vec<String> = [("got", gained), ("gave up", lost)]
                    .into_iter()
                    .filter(|(_, list)| !list.is_empty())
                    .map(|(verb, list)| format!("{verb} {}", list.join(", ")))
                    .collect();
                write!(f, "  {member} {}", words.join(", "))
            }
            Event::Rebalanced { took_ms: Some(ms) } => write!(f, "rebalance done in about {}", human::duration(*ms)),
            Event::Rebalanced { took_ms: None } => write!(f, "rebalance done"),
        }
    }
}
