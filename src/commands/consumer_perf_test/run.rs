//! Reading, and telling how it went.

use std::io::Write;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::Action;
use crate::client::data::consume::{Came, Rebalanced, Then};
use crate::client::data::{Source, open};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::metrics;
use crate::commands::measure::number::fixed;
use crate::commands::produce::fault_failure;
use crate::output::progress::Progress;

const MB: f64 = 1024.0 * 1024.0;
/// As the original's poll: the wait between two looks at the clock.
const TICK: Duration = Duration::from_millis(100);
/// The original counts whole polls, which bring so many at most.
const POLL: u64 = 500;

pub const COLUMNS: &str = "data.consumed.in.MB, MB.sec, data.consumed.in.nMsg, nMsg.sec, \
                       rebalance.time.ms, fetch.time.ms, fetch.MB.sec, fetch.nMsg.sec";

#[derive(Clone, Copy, Default)]
struct Seen {
    records: u64,
    bytes: u64,
}

/// How long the group took to hand out its partitions.
struct Joining {
    since: Instant,
    all: Duration,
    /// Of the interval that runs.
    lately: Duration,
}

impl Joining {
    fn note(&mut self, rebalances: Vec<Rebalanced>) {
        for rebalanced in rebalances {
            match rebalanced {
                Rebalanced::Revoked(_) => self.since = Instant::now(),
                Rebalanced::Assigned(_) => {
                    self.all += self.since.elapsed();
                    self.lately += self.since.elapsed();
                }
            }
        }
    }
}

pub fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    let (started, began_ms) = (Instant::now(), now_ms());
    let mut source = open(action.client.clone(), action.settings.clone(), action.group.clone())
        .map_err(|fault| fault_failure(fault).kafka_on_stderr())?;
    let mut joining = Joining { since: started, all: Duration::ZERO, lately: Duration::ZERO };
    let seen = read(&action, &mut *source, &mut joining, cx)?;
    let (elapsed, ended_ms) = (started.elapsed(), now_ms());
    source.close();
    if seen.records < action.records {
        cx.out.line(format!(
            "WARNING: Exiting before consuming the expected number of records: timeout ({} ms) exceeded. You can use the --timeout option to increase the timeout.",
            action.patience.as_millis()
        ))?;
    }
    let (elapsed_ms, joined_ms) = (ms(elapsed), ms(joining.all));
    if !action.detailed {
        let dates = [began_ms, ended_ms].map(|moment| action.dates.format(moment)).join(", ");
        cx.out.line(format!("{dates}, {}", columns(seen, seen, elapsed_ms, joined_ms, false)))?;
    }
    if action.print_metrics {
        let metrics = metrics::read(seen.bytes, seen.records, elapsed.as_secs_f64());
        metrics::print("consumer-fetch-manager-metrics", &action.client.client_id, &metrics, &mut cx.out)?;
    }
    Ok(())
}

fn now_ms() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |elapsed| i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX))
}

/// With its fraction: what takes the original some milliseconds is over here within one.
fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// All columns after the times: `seen` in all, of which `lately` in the span that is measured.
fn columns(seen: Seen, lately: Seen, elapsed_ms: f64, joined_ms: f64, of_interval: bool) -> String {
    let mb = |bytes: u64| bytes as f64 / MB;
    let fetching_ms = elapsed_ms - joined_ms;
    let a_second = |amount: f64, ms: f64| if of_interval && ms <= 0.0 { 0.0 } else { amount / (ms / 1000.0) };
    format!(
        "{}, {}, {}, {}, {}, {}, {}, {}",
        fixed(mb(seen.bytes), 4),
        fixed(mb(lately.bytes) / (elapsed_ms / 1000.0), 4),
        seen.records,
        fixed(lately.records as f64 / (elapsed_ms / 1000.0), 4),
        joined_ms.trunc(),
        elapsed_ms.trunc() - joined_ms.trunc(),
        fixed(a_second(mb(lately.bytes), fetching_ms), 4),
        fixed(a_second(lately.records as f64, fetching_ms), 4),
    )
}

fn read(action: &Action, source: &mut dyn Source, joining: &mut Joining, cx: &mut Context) -> Result<Seen, Failure> {
    let mut progress = Progress::new(action.records, cx.manners().quiet);
    let (mut seen, mut reported) = (Seen::default(), Seen::default());
    let (mut reported_at, mut last) = (Instant::now(), Instant::now());
    while seen.records < action.records && last.elapsed() <= action.patience {
        let mut of_poll = 0;
        let came = source.poll(Some(TICK), &mut || {}, &mut |record| {
            of_poll += 1;
            seen.records += 1;
            seen.bytes += record.key.map_or(0, <[u8]>::len) as u64 + record.value.map_or(0, <[u8]>::len) as u64;
            if of_poll % POLL == 0 && seen.records >= action.records { Then::Stop } else { Then::GoOn }
        });
        joining.note(source.rebalances());
        match came {
            Came::Records(_) => {
                last = Instant::now();
                source.shown();
            }
            Came::Nothing | Came::Placed | Came::Ended => {}
            Came::Note(note) => {
                progress.clear();
                cx.note(&note);
            }
            Came::Fault(fault) => return Err(fault_failure(fault).kafka_on_stderr()),
        }
        progress.at(seen.records);
        if of_poll > 0 && reported_at.elapsed() >= action.interval {
            if action.detailed {
                let lately = Seen { records: seen.records - reported.records, bytes: seen.bytes - reported.bytes };
                let (elapsed_ms, joined_ms) = (ms(reported_at.elapsed()), ms(joining.lately));
                progress.clear();
                let date = action.dates.format(now_ms());
                cx.out.line(format!("{date}, 0, {}", columns(seen, lately, elapsed_ms, joined_ms, true)))?;
                cx.out.flush()?;
            }
            joining.lately = Duration::ZERO;
            (reported, reported_at) = (seen, Instant::now());
        }
    }
    Ok(seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_are_the_originals() {
        let seen = Seen { records: 1000, bytes: 2 * 1024 * 1024 };
        assert_eq!(
            columns(seen, seen, 2000.0, 500.0, false),
            "2.0000, 1.0000, 1000, 500.0000, 500, 1500, 1.3333, 666.6667"
        );
        assert!(columns(seen, seen, 0.5, 0.0, false).starts_with("2.0000, 4000.0000, 1000, 2000000.0000, 0, 0, "));
        assert!(columns(seen, seen, 0.0, 0.0, true).ends_with("0, 0, 0.0000, 0.0000"));
    }
}
