//! `kt reassign status`: what is under way, how much of each new replica has arrived, and how fast it may go.
//!
//! The brokers tell no progress. It is read off the sizes of the replicas: a new one is there when it is as large as the
//! largest of the old ones. The cluster keeps no list of moves between the folders of a broker, each broker is asked.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use tokio::time::{MissedTickBehavior, interval};

use super::refused;
use super::throttle::{self, Limits};
use crate::client::Client;
use crate::client::admin::TopicPartition;
use crate::client::admin::elections::Move;
use crate::client::admin::log_dirs::Place;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::output::kafka::joined;
use crate::output::paint::Paint;
use crate::output::report::{self, Report, Screen, Style};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};
use crate::output::{human, json};

/// How much has to be copied for a partition, and how much is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Progress {
    bytes: u64,
    copied: u64,
}

/// From where to where something moves.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Way {
    Brokers(Move),
    Folders { broker: i32, from: String, to: String },
}

pub struct Status {
    moves: BTreeMap<Moving, (Way, Option<Progress>)>,
    limits: Limits,
    /// Bytes a second since the last look.
    speed: BTreeMap<Moving, u64>,
}

/// A partition that moves to other brokers, or (with the broker) a replica that moves to another folder there.
type Moving = (TopicPartition, Option<i32>);

/// How often, and how many looks.
pub struct Watch {
    pub every: Duration,
    pub count: Option<u64>,
}

pub fn show(watch: Option<Watch>, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    if let Some(how) = watch {
        return follow(&client, &how, cx);
    }
    let status = cx.block_on(look(&client))??;
    if status.moves.is_empty() {
        cx.note("nothing is under way");
    }
    cx.report(&status)?;
    if status.moves.is_empty() {
        still_limited(status.limits, cx);
    }
    Ok(())
}

/// A limit that outlives its moves slows down a broker that comes back.
fn still_limited(limits: Limits, cx: &mut Context) {
    if let Some(limit) = limits.between_brokers.into_iter().chain(limits.between_folders).min() {
        cx.note(&format!(
            "brokers still copy no faster than {}/s: kt reassign throttle off   lifts that",
            human::size(limit)
        ));
    }
}

async fn look(client: &Client) -> Result<Status, Failure> {
    let moves = client.list_reassignments(None).await.map_err(refused)?;
    let places = client.known_places().await?;
    let limits = throttle::current(client).await;
    let bytes = |at: &TopicPartition, broker| Some(places.get(&(at.clone(), broker))?.now.as_ref()?.bytes);
    let between_brokers = moves.into_iter().map(|(at, one)| {
        let progress = progress(&one, |broker| bytes(&at, broker));
        ((at, None), (Way::Brokers(one), progress))
    });
    let mut moves: BTreeMap<Moving, (Way, Option<Progress>)> = between_brokers.collect();
    for ((at, broker), place) in places {
        if let Place { now: Some(now), next: Some(next) } = place {
            let progress = Progress { bytes: now.bytes, copied: next.bytes.min(now.bytes) };
            let way = Way::Folders { broker, from: now.folder, to: next.folder };
            moves.insert((at, Some(broker)), (way, Some(progress)));
        }
    }
    Ok(Status { moves, limits, speed: BTreeMap::new() })
}

fn progress(one: &Move, size: impl Fn(i32) -> Option<u64>) -> Option<Progress> {
    let whole = one.replicas.iter().filter(|id| !one.adding.contains(id)).filter_map(|id| size(*id)).max()?;
    let copied = one.adding.iter().map(|id| size(*id).unwrap_or(0).min(whole)).sum();
    Some(Progress { bytes: whole * one.adding.len() as u64, copied })
}

impl Status {
    fn total(&self) -> Progress {
        let all = self.moves.values().filter_map(|(_, progress)| *progress);
        all.fold(Progress::default(), |sum, one| Progress {
            bytes: sum.bytes + one.bytes,
            copied: sum.copied + one.copied,
        })
    }

    /// What was copied since an earlier look.
    fn since(&mut self, before: &Status, passed: Duration) {
        let millis = u64::try_from(passed.as_millis()).unwrap_or(u64::MAX).max(1);
        for (at, (_, now)) in &self.moves {
            let then = before.moves.get(at).and_then(|(_, then)| *then);
            if let (Some(now), Some(then)) = (now, then) {
                self.speed.insert(at.clone(), now.copied.saturating_sub(then.copied) * 1000 / millis);
            }
        }
    }

    fn summary(&self) -> String {
        let Progress { bytes, copied } = self.total();
        let mut text = human::several(self.moves.len(), "move");
        if bytes > 0 {
            text += &format!(" · {} of {} copied", human::size(copied), human::size(bytes));
        }
        let speed: u64 = self.speed.values().sum();
        if let Some(left) = (bytes - copied).saturating_mul(1000).checked_div(speed) {
            text += &format!(" · {}/s, {} left", human::size(speed), human::duration(left));
        }
        if let Some(limit) = self.limit() {
            text += &format!(" · throttled to {}/s a broker", human::size(limit));
        }
        text
    }

    /// The lowest limit on anything that moves.
    fn limit(&self) -> Option<u64> {
        let of = |way: &Way| match way {
            Way::Brokers(_) => self.limits.between_brokers,
            Way::Folders { .. } => self.limits.between_folders,
        };
        self.moves.values().filter_map(|(way, _)| of(way)).min()
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let row = |((at, _), (way, progress)): (&Moving, &(Way, Option<Progress>))| {
            let mut row = json!({
                "topic": at.topic, "partition": at.partition, "replicas": [], "adding": [], "removing": [],
                "broker": null, "from": null, "to": null, "bytes": progress.map(|progress| progress.bytes),
                "copiedBytes": progress.map(|progress| progress.copied),
            });
            match way {
                Way::Brokers(one) => {
                    row["replicas"] = json!(one.replicas);
                    row["adding"] = json!(one.adding);
                    row["removing"] = json!(one.removing);
                }
                Way::Folders { broker, from, to } => {
                    row["broker"] = json!(broker);
                    row["from"] = json!(from);
                    row["to"] = json!(to);
                }
            }
            row
        };
        Value::Array(self.moves.iter().map(row).collect()).serialize(serializer)
    }
}

impl Report for Status {
    fn kafka(&self, _: &mut Sink) -> io::Result<()> {
        Ok(()) // Kafka's grammar has --list, which asks for no sizes
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITION", "REPLICAS", "ADDING", "REMOVING", ">SIZE", ">COPIED"]);
        for ((at, _), (way, progress)) in &self.moves {
            let (size, copied) = match progress {
                Some(Progress { bytes, copied }) => (
                    Cell::new(human::size(*bytes)).exactly(bytes.to_string()),
                    Cell::new(match bytes {
                        0 => "100 %".to_owned(),
                        bytes => format!("{} %", copied * 100 / bytes),
                    })
                    .exactly(copied.to_string()),
                ),
                None => (Cell::new("-").exactly(""), Cell::new("-").exactly("")),
            };
            let [replicas, adding, removing] = match way {
                Way::Brokers(one) => [&one.replicas, &one.adding, &one.removing].map(|ids| joined(ids).into()),
                Way::Folders { broker, from, to } => {
                    [broker.to_string(), format!("{broker}: {to}"), format!("{broker}: {from}")].map(Cell::from)
                }
            };
            table.row([
                at.topic.as_str().into(),
                at.partition.to_string().into(),
                replicas,
                adding,
                removing,
                size,
                copied,
            ]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        if self.moves.is_empty() && screen.is_terminal() {
            return Ok(()); // it is said on stderr
        }
        screen.table(&self.table())?;
        if screen.is_terminal() {
            screen.line("")?;
            screen.line(self.summary())?;
        }
        Ok(())
    }
}

/// Looks again and again until nothing is under way.
fn follow(client: &Client, how: &Watch, cx: &mut Context) -> Result<(), Failure> {
    let manners = cx.manners().clone();
    let selection = manners.selection()?;
    let screen = cx.draws_a_screen();
    let paint = Paint::for_stream(manners.color, cx.out.is_terminal());
    let style = Style { format: manners.format, header: !manners.no_headers, paint, dry_run: false };
    let (done, limits) = cx.stream(async |out| {
        let mut ticks = interval(how.every);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut before: Option<(Instant, Status)> = None;
        let mut looks = 0;
        loop {
            ticks.tick().await;
            let mut now = look(client).await?;
            looks += 1;
            if let Some((then, before)) = &before {
                now.since(before, then.elapsed());
            }
            if screen {
                let mut drawn = Sink::page();
                report::show(&now, style, &mut drawn)?;
                out.redraw(&drawn.into_text())?;
            } else {
                json::line(out, &now, selection.as_ref())?;
            }
            out.flush()?;
            if now.moves.is_empty() || how.count.is_some_and(|count| looks >= count) {
                return Ok::<_, Failure>((now.moves.is_empty(), now.limits));
            }
            before = Some((Instant::now(), now));
        }
    })??;
    if done {
        cx.note("nothing is under way any more");
        still_limited(limits, cx);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one() -> Move {
        Move { replicas: vec![1, 2, 3], adding: vec![3], removing: vec![1] }
    }

    #[test]
    fn a_new_replica_is_measured_by_the_largest_old_one() {
        let size = |id: i32| [None, Some(1000), Some(990), Some(250)][id as usize];
        assert_eq!(progress(&one(), size), Some(Progress { bytes: 1000, copied: 250 }));
        // It may be larger, where the old ones have just dropped a segment; and brokers may not tell.
        assert_eq!(progress(&one(), |_| Some(7)), Some(Progress { bytes: 7, copied: 7 }));
        assert_eq!(progress(&one(), |id| (id == 3).then_some(5)), None);
        assert_eq!(progress(&one(), |id| (id == 1).then_some(5)), Some(Progress { bytes: 5, copied: 0 }));
    }

    #[test]
    fn speed_and_what_is_left_come_from_two_looks() {
        let at = (TopicPartition::new("t", 0), None);
        let status = |copied, between_brokers| Status {
            moves: BTreeMap::from([(at.clone(), (Way::Brokers(one()), Some(Progress { bytes: 4096, copied })))]),
            limits: Limits { between_brokers, between_folders: Some(7) },
            speed: BTreeMap::new(),
        };
        let mut now = status(2048, Some(1 << 20));
        now.since(&status(1024, None), Duration::from_secs(2));
        assert_eq!(now.summary(), "1 move · 2 KiB of 4 KiB copied · 512 B/s, 4 s left · throttled to 1 MiB/s a broker");
    }
}
