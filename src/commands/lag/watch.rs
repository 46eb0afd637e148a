//! Looking again and again: a screen that is drawn anew, or one JSON line a tick where nobody looks at a screen.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;

use serde::Serialize;
use tokio::time::{Instant, interval};

use super::sample::{self, Group};
use super::series::{Pace, Series, Trend, picture};
use super::{Wanted, judge};
use crate::client::admin::TopicPartition;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::output::letters;
use crate::output::paint::{Paint, Tone};
use crate::output::report::terminal_width;
use crate::output::table::{Cell, Table};
use crate::output::{human, json};

/// After so many looks in a row that failed, nothing more is to be expected.
const PATIENCE: u32 = 5;

type Seen = HashMap<String, BTreeMap<TopicPartition, Series>>;

pub fn watch(wanted: &Wanted, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let manners = cx.manners().clone();
    let selection = manners.selection()?;
    let screen = cx.draws_a_screen();
    let paint = Paint::for_stream(manners.color, cx.out.is_terminal());
    cx.stream(async |out| -> Result<(), Failure> {
        let started = Instant::now();
        let mut ticks = interval(wanted.interval);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut seen = Seen::new();
        let (mut looks, mut failed) = (0u64, 0u32);
        loop {
            ticks.tick().await;
            let groups = match sample::take(&client, wanted, looks == 0).await {
                Ok(groups) => groups,
                // At first it is an error; later the brokers may come back.
                Err(failure) if looks == 0 || failed + 1 >= PATIENCE => return Err(failure),
                Err(failure) => {
                    failed += 1;
                    let text = failure.render(Paint::for_stderr(manners.color));
                    let _ = std::io::stderr().write_all(letters::known(&text).as_bytes()); // nothing can be done about a stderr that is gone
                    continue;
                }
            };
            (failed, looks) = (0, looks + 1);
            let now_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
            remember(&mut seen, &groups, now_ms);
            let tick = Tick::new(&groups, &seen);
            match screen {
                true => out.redraw(&drawn(&tick, &seen, wanted, paint, terminal_width()))?,
                false => json::line(out, &tick, selection.as_ref())?,
            }
            out.flush()?;
            judge(wanted, &groups)?;
            if wanted.count.is_some_and(|count| looks >= count) {
                return Ok(());
            }
        }
    })?
}

/// Keeps the looks at what is still there.
fn remember(seen: &mut Seen, groups: &[Group], now_ms: u64) {
    seen.retain(|name, _| groups.iter().any(|group| group.name == *name));
    for group in groups {
        let series = seen.entry(group.name.clone()).or_default();
        series.retain(|at, _| group.places.contains_key(at));
        for (at, place) in &group.places {
            series.entry(at.clone()).or_default().add(now_ms, *place);
        }
    }
}

/// One look, as JSON.
#[derive(Debug, Serialize)]
struct Tick {
    time: String,
    /// Of all groups together.
    lag: Option<i64>,
    groups: Vec<OfGroup>,
}

#[derive(Debug, Serialize)]
struct OfGroup {
    group: String,
    state: String,
    members: usize,
    #[serde(flatten)]
    pace: Pace,
    partitions: Vec<OfPartition>,
}

#[derive(Debug, Serialize)]
struct OfPartition {
    topic: String,
    partition: i32,
    #[serde(rename = "currentOffset")]
    current: Option<i64>,
    #[serde(rename = "endOffset")]
    end: Option<i64>,
    #[serde(flatten)]
    pace: Pace,
}

impl Tick {
    fn new(groups: &[Group], seen: &Seen) -> Self {
        let of_group = |group: &Group| {
            let series = &seen[&group.name];
            let partitions: Vec<OfPartition> = group
                .places
                .iter()
                .map(|(at, place)| OfPartition {
                    topic: at.topic.clone(),
                    partition: at.partition,
                    current: place.current,
                    end: place.end,
                    pace: series[at].pace(),
                })
                .collect();
            let paces: Vec<Pace> = partitions.iter().map(|partition| partition.pace).collect();
            OfGroup {
                group: group.name.clone(),
                state: group.state.to_string(),
                members: group.members,
                pace: Pace::together(&paces),
                partitions,
            }
        };
        Self {
            time: human::iso(crate::commands::groups::plan::now_ms()),
            lag: groups.iter().filter_map(Group::lag).reduce(i64::saturating_add),
            groups: groups.iter().map(of_group).collect(),
        }
    }
}

fn drawn(tick: &Tick, seen: &Seen, wanted: &Wanted, paint: Paint, width: Option<u16>) -> String {
    let clock = tick.time.get(11..19).unwrap_or_default();
    let every = human::duration(u64::try_from(wanted.interval.as_millis()).unwrap_or(u64::MAX));
    let mut text = format!("{clock} UTC   every {every}   Ctrl-C ends\n");
    if tick.groups.is_empty() {
        text.push_str("\nno group to watch yet\n");
    }
    for group in &tick.groups {
        let name = paint.paint(Tone::Bold, &group.group);
        let lag = group.pace.lag.map_or(String::new(), |lag| format!(", lag {}", human::count(lag)));
        text.push_str(&format!("\n{name}   {}, {}{lag}\n", group.state, human::several(group.members, "member")));
        text.push_str(&table(group, &seen[&group.group]).aligned(paint, width, false, true));
    }
    text
}

fn table(group: &OfGroup, series: &BTreeMap<TopicPartition, Series>) -> Table {
    let titles = ["TOPIC", ">P", ">LAG", ">±/s", ">IN/s", ">OUT/s", ">BEHIND", ">DRAINED IN", "LATELY", ""];
    let mut table = Table::new(&titles);
    for partition in &group.partitions {
        let lags = series.get(&TopicPartition::new(&*partition.topic, partition.partition)).map(Series::lags);
        let number = partition.partition.to_string();
        table.row(cells(&partition.topic, &number, &partition.pace, picture(&lags.unwrap_or_default())));
    }
    if group.partitions.len() > 1 {
        table.row(cells("total", "", &group.pace, String::new()));
    }
    table
}

fn cells(topic: &str, number: &str, pace: &Pace, picture: String) -> Vec<Cell> {
    let rate = |rate: Option<f64>, signed: bool| {
        let sign = if signed && rate.is_some_and(|rate| rate >= 0.5) { "+" } else { "" };
        rate.map_or(Cell::new("-"), |rate| Cell::new(format!("{sign}{}", human::count(rate.round() as i64))))
    };
    let (trend, tone) = match pace.trend {
        Some(Trend::Growing) => ("growing", Tone::Warn),
        Some(Trend::Shrinking) => ("shrinking", Tone::Good),
        _ => ("", Tone::Plain),
    };
    let drained = match (pace.lag, pace.drained_in_ms) {
        (Some(lag), _) if lag <= 0 => Cell::new("now"),
        (_, Some(ms)) => Cell::new(human::duration(ms)),
        (Some(_), None) if pace.has_rates() => Cell::new("never").tone(Tone::Warn),
        _ => Cell::new("-"),
    };
    vec![
        topic.into(),
        number.into(),
        pace.lag.map_or(Cell::new("-"), Cell::count),
        rate(pace.change, true),
        rate(pace.coming, false),
        rate(pace.going, false),
        pace.behind_ms.map_or(Cell::new("-"), |ms| Cell::new(human::duration(ms))),
        drained,
        picture.into(),
        Cell::new(trend).tone(tone),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::sample::Place;
    use super::*;
    use crate::client::admin::groups::State;
    use crate::output::sink::HOME;

    fn group(current: i64, end: i64) -> Group {
        let place = Place { current: Some(current), end: Some(end) };
        Group {
            name: "billing".into(),
            state: State::Stable,
            members: 1,
            places: BTreeMap::from([(TopicPartition::new("orders", 0), place)]),
        }
    }

    #[test]
    fn a_tick_is_one_json_line_with_rates_from_the_second_on() {
        let mut seen = Seen::new();
        remember(&mut seen, &[group(0, 100)], 0);
        remember(&mut seen, &[group(50, 200)], 1_000);
        let value = serde_json::to_value(Tick::new(&[group(50, 200)], &seen)).unwrap();
        assert_eq!(value["lag"], 150);
        let of_group = &value["groups"][0];
        assert_eq!(
            (&of_group["group"], &of_group["in"], &of_group["out"]),
            (&"billing".into(), &100.0.into(), &50.0.into())
        );
        assert_eq!((&of_group["trend"], &of_group["drainedInMs"]), (&"growing".into(), &serde_json::Value::Null));
        assert_eq!(of_group["partitions"][0]["endOffset"], 200);
    }

    #[test]
    fn the_screen_says_what_grows() {
        let mut seen = Seen::new();
        remember(&mut seen, &[group(0, 100)], 0);
        remember(&mut seen, &[group(50, 200)], 1_000);
        let tick = Tick { time: "2026-11-21T11:04:31.204Z".into(), ..Tick::new(&[group(50, 200)], &seen) };
        let wanted = Wanted {
            groups: Vec::new(),
            topics: Vec::new(),
            watch: true,
            interval: std::time::Duration::from_secs(2),
            count: None,
            fail_over: None,
        };
        let expected = "\x1b[H\x1b[J11:04:31 UTC   every 2 s   Ctrl-C ends\n\nbilling   Stable, 1 member, lag 150\n\
                        TOPIC   P  LAG  ±/s  IN/s  OUT/s  BEHIND  DRAINED IN  LATELY\n\
                        orders  0  150  +50   100     50     1 s       never  ▆█      growing\n";
        assert_eq!(format!("{HOME}{}", drawn(&tick, &seen, &wanted, Paint::OFF, Some(80))), expected);
    }

    #[test]
    fn what_is_gone_is_forgotten() {
        let mut seen = Seen::new();
        remember(&mut seen, &[group(0, 100)], 0);
        remember(&mut seen, &[], 1_000);
        assert!(seen.is_empty());
    }
}
