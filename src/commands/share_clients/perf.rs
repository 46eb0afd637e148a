//! kafka-share-consumer-perf-test: how fast a share group's members read, in the original's columns.

use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::{PROPERTY, failure, settings};
use crate::client::Settings;
use crate::client::data::consume::{Came, Then};
use crate::client::data::fault::Fault;
use crate::client::data::share::ShareSettings;
use crate::client::data::{ShareConsumer, Source};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::date::DateFormat;
use crate::commands::measure::metrics;
use crate::commands::measure::number::fixed;
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt, Role};
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool};
use crate::output::progress::Progress;

const MB: f64 = 1024.0 * 1024.0;
/// As the original's poll: the wait between two looks at the clock.
const TICK: Duration = Duration::from_millis(100);
const DATES: &str = "yyyy-MM-dd HH:mm:ss:SSS";
const CLIENT: &str = "perf-share-consumer-client";
/// More would only be in each other's way.
const MOST_THREADS: i32 = 1000;

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    Opt::value("topic", "NAME", "the topic to read"),
    Opt::value("num-records", "N", "how many to read").long(),
    Opt::value("messages", "N", "old name of --num-records").long().deprecated("num-records"),
    PROPERTY,
    COMMAND_CONFIG,
    Opt::value("consumer.config", "FILE", "old name of --command-config")
        .role(Role::ConfigFile)
        .deprecated("command-config"),
    Opt::value("group", "NAME", "the share group").default("perf-share-consumer"),
    Opt::value("fetch-size", "BYTES", "how much is asked for at once").int().default("1048576"),
    Opt::value("socket-buffer-size", "BYTES", "taken and not needed: the system chooses").int().default("2097152"),
    Opt::maybe("timeout", "MS", "give up when nothing came for so long").long().default("10000"),
    Opt::value("threads", "N", "how many consumers").int().default("1"),
    Opt::value("date-format", "PATTERN", "how times are written, as Java's SimpleDateFormat").default(DATES),
    Opt::flag("hide-header", "no header line"),
    Opt::flag("print-metrics", "all counters at the end"),
    Opt::value("reporting-interval", "MS", "the time between two lines").long().default("5000"),
    Opt::flag("show-detailed-stats", "a line each interval"),
    Opt::flag("show-consumer-stats", "a line each consumer"),
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-share-consumer-perf-test"),
    kafka: Some(Kafka {
        options: Options::Jopt(OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| run(action(given, cx)?, cx),
    }),
    examples: &[Example {
        line: "kt share-consumer-perf-test --bootstrap-server broker:9092 --topic t --num-records 1000000 --threads 3",
        does: "three consumers of a share group read a million records",
    }],
    quirks: &[
        "times are in UTC",
        "with several --threads all may end in their own time; the original cuts them off and may fail",
        "--print-metrics prints those of the original's metrics that kt has, under their names",
    ],
    ..Tool::own("share-consumer-perf-test", Group::Bench, "how fast a share group reads")
};

/// What is to be done.
struct Action {
    client: Settings,
    settings: ShareSettings,
    records: u64,
    threads: usize,
    patience: Duration,
    interval: Duration,
    dates: DateFormat,
    detailed: bool,
    each: bool,
    print_metrics: bool,
}

fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    given.require(&["topic"])?;
    if given.count(&["messages", "num-records"]) != 1 {
        return Err(Failure::usage("Exactly one of the following arguments is required: [messages], [num-records]"));
    }
    given.clash("consumer.config", &["command-config"])?;
    for (old, new) in [("messages", "num-records"), ("consumer.config", "command-config")] {
        if given.has(old) {
            cx.out.line(format!("Warning: --{old} is deprecated. Use --{new} instead."))?;
        }
    }
    if !given.has("hide-header") {
        cx.out.line(
            "start.time, end.time, data.consumed.in.MB, MB.sec, nMsg.sec, data.consumed.in.nMsg, fetch.time.ms",
        )?;
        cx.out.flush()?;
    }
    let records = match given.long("num-records")? {
        Some(records) => records,
        None => given.long("messages")?.unwrap_or(0),
    };
    let interval = given.long("reporting-interval")?.unwrap_or(5000);
    let dates = DateFormat::new(given.one("date-format")?.unwrap_or(DATES)).map_err(Failure::new)?;
    let threads = given.int("threads")?.unwrap_or(1);
    if threads > MOST_THREADS {
        return Err(Failure::usage(format!("--threads is {MOST_THREADS} at most")));
    }
    given.int("socket-buffer-size")?;
    let mut client = cx.connection()?.settings()?;
    let size = given.int("fetch-size")?.unwrap_or(1024 * 1024);
    client.properties.set("fetch.max.bytes", size.to_string());
    client.properties.set("check.crcs", "false");
    if client.properties.get("client.id").is_none() {
        client.client_id = CLIENT.to_owned();
    }
    let topic = given.text("topic")?.unwrap_or_default();
    let group = given.text("group")?.unwrap_or_else(|| "perf-share-consumer".to_owned());
    let settings = settings(&client, topic, &group, cx)?;
    Ok(Action {
        client,
        settings,
        records: u64::try_from(records).unwrap_or(0),
        threads: usize::try_from(threads).unwrap_or(0),
        patience: Duration::from_millis(given.long("timeout")?.unwrap_or(10_000).max(0).unsigned_abs()),
        interval: Duration::from_millis(interval.max(0).unsigned_abs()),
        dates,
        detailed: given.has("show-detailed-stats"),
        each: given.has("show-consumer-stats"),
        print_metrics: given.has("print-metrics"),
    })
}

#[derive(Clone, Copy, Default)]
struct Seen {
    records: u64,
    bytes: u64,
}

/// What a consumer tells the one who prints.
enum Word {
    /// What it read in its last interval, which took so long.
    Progress {
        index: usize,
        lately: Seen,
        began_ms: i64,
        took_ms: i64,
    },
    Note(String),
    Done {
        index: usize,
        outcome: Result<Seen, Fault>,
    },
}

fn now_ms() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |elapsed| i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX))
}

fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    let total = AtomicU64::new(0);
    let (tell, words) = channel();
    let (started, began_ms) = (Instant::now(), now_ms());
    let mut consumers: Vec<ShareConsumer> = Vec::with_capacity(action.threads);
    let ids: Vec<String> = (0..action.threads).map(|index| id(&action, index)).collect();
    for id in &ids {
        let client = Settings { client_id: id.clone(), ..action.client.clone() };
        let consumer = ShareConsumer::start(client, action.settings.clone());
        consumers.push(consumer.map_err(|fault| failure(fault).kafka_on_stderr())?);
    }
    let seen = std::thread::scope(|scope| {
        for (index, consumer) in consumers.iter_mut().enumerate() {
            let tell: Sender<Word> = tell.clone();
            let (action, total) = (&action, &total);
            scope.spawn(move || {
                let outcome = read(action, index, consumer, total, &tell);
                let _ = tell.send(Word::Done { index, outcome }); // nobody prints any more: so be it
            });
        }
        drop(tell);
        attend(&action, &words, &total, cx)
    })?;
    let read_in = started.elapsed();
    if action.each {
        for (index, seen) in seen.iter().enumerate() {
            let figures = columns(&action, began_ms, now_ms(), *seen, read_in);
            let name = &ids[index];
            cx.out
                .line(format!("Share consumer {} having client id {name} consumption metrics- {figures}", index + 1))?;
        }
    }
    let all = Seen { records: seen.iter().map(|s| s.records).sum(), bytes: seen.iter().map(|s| s.bytes).sum() };
    if all.records < action.records {
        cx.out.line(format!(
            "WARNING: Exiting before consuming the expected number of records: timeout ({} ms) exceeded. You can use the --timeout option to increase the timeout.",
            action.patience.as_millis()
        ))?;
    }
    // The last acknowledgements belong to what is measured.
    for consumer in &mut consumers {
        consumer.settle(action.patience);
    }
    let elapsed = started.elapsed();
    cx.out.line(columns(&action, began_ms, now_ms(), all, elapsed))?;
    if action.print_metrics {
        for (id, seen) in ids.iter().zip(&seen) {
            let metrics = metrics::read(seen.bytes, seen.records, elapsed.as_secs_f64());
            metrics::print("consumer-share-fetch-manager-metrics", id, &metrics, &mut cx.out)?;
        }
    }
    cx.out.flush()?;
    for consumer in &mut consumers {
        consumer.close();
    }
    Ok(())
}

/// The client id of a consumer.
fn id(action: &Action, index: usize) -> String {
    match action.threads {
        1 => action.client.client_id.clone(),
        _ => format!("{}-{index}", action.client.client_id),
    }
}

/// Prints what the consumers tell, until all are done; what each has read.
fn attend(action: &Action, words: &Receiver<Word>, total: &AtomicU64, cx: &mut Context) -> Result<Vec<Seen>, Failure> {
    let mut progress = Progress::new(action.records, cx.manners().quiet);
    let mut seen = vec![Seen::default(); action.threads];
    let mut failed = None;
    loop {
        match words.recv_timeout(TICK) {
            Ok(Word::Progress { index, lately, began_ms, took_ms }) => {
                progress.clear();
                let took = Duration::from_millis(took_ms.unsigned_abs());
                let figures = columns(action, began_ms, began_ms + took_ms, lately, took);
                cx.out.line(format!("{figures} for share consumer {}", index + 1))?;
                cx.out.flush()?;
            }
            Ok(Word::Note(note)) => {
                progress.clear();
                cx.note(&note);
            }
            Ok(Word::Done { index, outcome: Ok(read) }) => seen[index] = read,
            Ok(Word::Done { outcome: Err(fault), .. }) => failed = Some(fault),
            Err(std::sync::mpsc::RecvTimeoutError::Timeout) => {}
            Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => break,
        }
        progress.at(total.load(Ordering::Relaxed));
    }
    match failed {
        Some(fault) => Err(failure(fault).kafka_on_stderr()),
        None => Ok(seen),
    }
}

fn read(
    action: &Action,
    index: usize,
    consumer: &mut ShareConsumer,
    total: &AtomicU64,
    tell: &Sender<Word>,
) -> Result<Seen, Fault> {
    let (mut seen, mut reported) = (Seen::default(), Seen::default());
    let (mut last, mut reported_at, mut reported_ms) = (Instant::now(), Instant::now(), now_ms());
    while total.load(Ordering::Relaxed) < action.records && last.elapsed() <= action.patience {
        let before = seen.records;
        let came = consumer.poll(Some(TICK), &mut || {}, &mut |record| {
            seen.records += 1;
            seen.bytes += record.key.map_or(0, <[u8]>::len) as u64 + record.value.map_or(0, <[u8]>::len) as u64;
            Then::GoOn
        });
        match came {
            Came::Records(_) => last = Instant::now(),
            Came::Nothing | Came::Placed | Came::Ended => {}
            Came::Note(note) => {
                let _ = tell.send(Word::Note(note)); // as in `run`
            }
            Came::Fault(fault) => return Err(fault),
        }
        total.fetch_add(seen.records - before, Ordering::Relaxed);
        if seen.records > before && reported_at.elapsed() >= action.interval {
            if action.detailed {
                let lately = Seen { records: seen.records - reported.records, bytes: seen.bytes - reported.bytes };
                let took_ms = now_ms() - reported_ms;
                let _ = tell.send(Word::Progress { index, lately, began_ms: reported_ms, took_ms }); // as in `run`
            }
            (reported, reported_at, reported_ms) = (seen, Instant::now(), now_ms());
        }
    }
    Ok(seen)
}

fn columns(action: &Action, began_ms: i64, ended_ms: i64, seen: Seen, took: Duration) -> String {
    let dates = [began_ms, ended_ms].map(|moment| action.dates.format(moment)).join(", ");
    format!("{dates}, {}", figures(seen, took))
}

/// The columns after the times.
fn figures(seen: Seen, took: Duration) -> String {
    let (mb, ms) = (seen.bytes as f64 / MB, took.as_millis());
    let seconds = ms as f64 / 1000.0;
    format!(
        "{}, {}, {}, {}, {ms}",
        fixed(mb, 4),
        fixed(mb / seconds, 4),
        fixed(seen.records as f64 / seconds, 4),
        seen.records
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_are_the_originals() {
        let seen = Seen { records: 1000, bytes: 2 * 1024 * 1024 };
        assert_eq!(figures(seen, Duration::from_millis(2000)), "2.0000, 1.0000, 500.0000, 1000, 2000");
        assert_eq!(figures(Seen::default(), Duration::from_millis(5)), "0.0000, 0.0000, 0.0000, 0, 5");
    }
}
