//! Sending, and telling how it went.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::Action;
use super::stats::Stats;
use crate::client::data::fault::Fault;
use crate::client::data::produce::{Hooks, Settled, Undelivered};
use crate::client::data::wire::Producer;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::metrics;
use crate::commands::measure::send::{STEADY, send};
use crate::commands::produce::fault_failure;
use crate::output::paint::{Paint, Tone};
use crate::output::progress::Progress;

struct Counted {
    all: Stats,
    steady: Option<Stats>,
    lost: u64,
}

/// An error on the way: of the data path, or of stdout.
enum Trouble {
    Fault(Fault),
    Failure(Failure),
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Failure(error.into())
    }
}

pub fn run(mut action: Action, cx: &mut Context) -> Result<(), Failure> {
    let (records, warmup) = (action.load.records, action.load.warmup);
    let begun = Instant::now();
    let interval = action.reporting_interval;
    let counted = Counted { all: Stats::new(records, interval, false), steady: None, lost: 0 };
    let counted = Arc::new(Mutex::new(counted));
    let mut producer = start(&action, Arc::clone(&counted), begun, cx)?;
    if warmup > 0 {
        cx.out.line(format!(
            "Warmup first {warmup} records. Steady state results will print after the complete test summary."
        ))?;
    }
    // What it takes to find the topic is no part of the measurement; the original's clock starts here too.
    if let Err(fault) = producer.block() {
        return Err(fault_failure(fault).kafka_on_stderr());
    }
    lock(&counted).all = Stats::new(records, interval, false);
    let mut progress = Progress::new(records, cx.manners().quiet);
    let sent = send(&mut producer, &mut action.load, begun, |done| {
        let mut counted = lock(&counted);
        if warmup > 0 && done >= warmup && counted.steady.is_none() {
            counted.all.be_quiet();
            counted.steady = Some(Stats::new(records - warmup, interval, true));
        }
        let mut lines = counted.all.take_lines();
        lines.extend(counted.steady.iter_mut().flat_map(Stats::take_lines));
        drop(counted);
        if !lines.is_empty() {
            progress.clear();
            for line in lines {
                cx.out.line(line)?;
            }
            cx.out.flush()?;
        }
        progress.at(done);
        Ok::<(), Trouble>(())
    });
    progress.clear();
    match sent {
        Ok(()) => {}
        Err(Trouble::Failure(failure)) => return Err(failure),
        Err(Trouble::Fault(fault)) => return Err(fault_failure(fault).kafka_on_stderr()),
    }
    drop(producer);
    let mut counted = lock(&counted);
    cx.out.line(counted.all.total_line())?;
    if let Some(steady) = &mut counted.steady {
        cx.out.line(steady.total_line())?;
    }
    if action.print_metrics {
        print_metrics(&counted, &action.client.client_id, cx)?;
    }
    Ok(())
}

fn lock(counted: &Mutex<Counted>) -> std::sync::MutexGuard<'_, Counted> {
    counted.lock().unwrap_or_else(PoisonError::into_inner)
}

fn start(action: &Action, counted: Arc<Mutex<Counted>>, begun: Instant, cx: &Context) -> Result<Producer, Failure> {
    let color = cx.manners().color;
    let settled = move |settled: &Settled<'_>| {
        let now = Instant::now();
        let now_us = now.duration_since(begun).as_micros() as u64;
        let mut counted = lock(&counted);
        let Ok(_) = settled.outcome else {
            counted.lost += settled.tags.len() as u64;
            return;
        };
        for tag in settled.tags {
            let latency_us = now_us.saturating_sub(tag.number & !STEADY);
            let latency_ms = u32::try_from(latency_us / 1000).unwrap_or(u32::MAX);
            counted.all.record(latency_ms, tag.bytes, now);
            if tag.number & STEADY != 0
                && let Some(steady) = &mut counted.steady
            {
                steady.record(latency_ms, tag.bytes, now);
            }
        }
    };
    let undelivered = move |undelivered: &Undelivered| {
        let Undelivered { count, reason, .. } = undelivered;
        let label = Paint::for_stderr(color).paint(Tone::Bad, "error:");
        let records = if *count == 1 { "1 record was".to_owned() } else { format!("{count} records were") };
        // Nothing sensible can be done about a stderr that cannot be written.
        let _ = writeln!(io::stderr(), "{label} {records} not sent: {reason}");
    };
    let hooks = Hooks { undelivered: Arc::new(undelivered), settled: Arc::new(settled) };
    let producer = Producer::start_watched(action.client.clone(), action.settings.clone(), hooks);
    producer.map_err(|fault| fault_failure(fault).kafka_on_stderr())
}

/// Those of the original's metrics that are known here, in its table.
fn print_metrics(counted: &Counted, client_id: &str, cx: &mut Context) -> io::Result<()> {
    let Counted { all, lost, .. } = counted;
    let seconds = all.count() as f64 / all.rate().max(f64::MIN_POSITIVE);
    let rate = |count: u64| count as f64 / Duration::from_secs_f64(seconds.max(0.001)).as_secs_f64();
    let metrics = [
        ("byte-total", all.bytes() as f64),
        ("byte-rate", rate(all.bytes())),
        ("record-error-total", *lost as f64),
        ("record-latency-avg", all.mean_latency_ms()),
        ("record-latency-max", all.most_latency_ms()),
        ("record-send-rate", rate(all.count())),
        ("record-send-total", all.count() as f64),
        ("record-size-avg", all.bytes() as f64 / all.count() as f64),
    ];
    metrics::print("producer-metrics", client_id, &metrics, &mut cx.out)
}
