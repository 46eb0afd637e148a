//! What was measured: a row a run, the median of each broker, ratios, and a histogram.

use std::io;
use std::time::Duration;

use serde::Serialize;

use crate::commands::measure::histogram::Histogram;
use crate::output::human;
use crate::output::paint::Tone;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

const MB: f64 = 1024.0 * 1024.0;
/// The longest bar of a histogram.
const BAR: usize = 40;

/// One run as it was measured.
pub struct Run {
    pub records: u64,
    pub bytes: u64,
    pub took: Duration,
    pub latencies: Option<Histogram>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bench {
    measure: &'static str,
    record_size: usize,
    brokers: Vec<OfBroker>,
    /// The second broker's median as a part of the first one's; for times, below 1 is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    ratio: Option<Ratio>,
}

#[derive(Serialize)]
struct OfBroker {
    broker: String,
    runs: Vec<Figures>,
    median: Figures,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    histogram: Vec<Bin>,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Figures {
    records: u64,
    seconds: f64,
    records_per_second: f64,
    mb_per_second: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    latency_us: Option<Latency>,
}

#[derive(Clone, Serialize)]
struct Latency {
    mean: f64,
    p50: u64,
    p95: u64,
    p99: u64,
    p999: u64,
    max: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bin {
    up_to_us: u64,
    count: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Ratio {
    records_per_second: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    p50: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    p99: Option<f64>,
}

impl From<&Run> for Figures {
    fn from(run: &Run) -> Self {
        let seconds = run.took.as_secs_f64().max(1e-9);
        Figures {
            records: run.records,
            seconds,
            records_per_second: run.records as f64 / seconds,
            mb_per_second: run.bytes as f64 / MB / seconds,
            latency_us: run.latencies.as_ref().map(|latencies| Latency {
                mean: latencies.mean(),
                p50: latencies.quantile(0.5),
                p95: latencies.quantile(0.95),
                p99: latencies.quantile(0.99),
                p999: latencies.quantile(0.999),
                max: latencies.most(),
            }),
        }
    }
}

/// The middle of some values; of an even number the lower one of the two.
fn middle<T: Copy>(values: impl Iterator<Item = T>, order: impl Fn(&T, &T) -> std::cmp::Ordering) -> Option<T> {
    let mut values: Vec<T> = values.collect();
    values.sort_by(order);
    values.get(values.len().saturating_sub(1) / 2).copied()
}

fn median(runs: &[Figures]) -> Figures {
    let number = |of: fn(&Figures) -> f64| middle(runs.iter().map(of), f64::total_cmp).unwrap_or(0.0);
    let latency = |of: fn(&Latency) -> u64| {
        middle(runs.iter().filter_map(|run| run.latency_us.as_ref()).map(of), u64::cmp).unwrap_or(0)
    };
    Figures {
        records: runs.first().map_or(0, |run| run.records),
        seconds: number(|run| run.seconds),
        records_per_second: number(|run| run.records_per_second),
        mb_per_second: number(|run| run.mb_per_second),
        latency_us: runs.iter().any(|run| run.latency_us.is_some()).then(|| Latency {
            mean: number(|run| run.latency_us.as_ref().map_or(0.0, |latency| latency.mean)),
            p50: latency(|latency| latency.p50),
            p95: latency(|latency| latency.p95),
            p99: latency(|latency| latency.p99),
            p999: latency(|latency| latency.p999),
            max: latency(|latency| latency.max),
        }),
    }
}

impl Bench {
    /// The runs of each broker.
    pub fn new(measure: &'static str, record_size: usize, brokers: Vec<(String, Vec<Run>)>) -> Self {
        let of_broker = |(broker, runs): (String, Vec<Run>)| {
            let figures: Vec<Figures> = runs.iter().map(Figures::from).collect();
            let mut all = Histogram::default();
            runs.iter().filter_map(|run| run.latencies.as_ref()).for_each(|latencies| all.add(latencies));
            let bins = if all.count() == 0 { Vec::new() } else { all.doublings() };
            OfBroker {
                broker,
                median: median(&figures),
                runs: figures,
                histogram: bins.into_iter().map(|(up_to_us, count)| Bin { up_to_us, count }).collect(),
            }
        };
        let brokers: Vec<OfBroker> = brokers.into_iter().map(of_broker).collect();
        let ratio = match &brokers[..] {
            [first, second] => Some(Ratio::between(&first.median, &second.median)),
            _ => None,
        };
        Self { measure, record_size, brokers, ratio }
    }
}

impl Ratio {
    fn between(first: &Figures, second: &Figures) -> Self {
        let times = |of: fn(&Latency) -> u64| {
            let (first, second) = (first.latency_us.as_ref()?, second.latency_us.as_ref()?);
            Some(of(second) as f64 / (of(first).max(1)) as f64)
        };
        Ratio {
            records_per_second: second.records_per_second / first.records_per_second.max(f64::MIN_POSITIVE),
            p50: times(|latency| latency.p50),
            p99: times(|latency| latency.p99),
        }
    }
}

/// `850 µs`, `1.2 ms`, `34 ms`, `2.1 s`
fn time(micros: u64) -> String {
    match micros {
        0..1_000 => format!("{micros} µs"),
        1_000..10_000 => format!("{:.1} ms", micros as f64 / 1e3),
        10_000..1_000_000 => format!("{:.0} ms", micros as f64 / 1e3),
        _ => format!("{:.1} s", micros as f64 / 1e6),
    }
}

impl Report for Bench {
    fn kafka(&self, _: &mut Sink) -> io::Result<()> {
        unreachable!("this tool has no grammar of Kafka's")
    }

    fn table(&self) -> Table {
        let several = self.brokers.len() > 1;
        let timed = self.brokers.iter().any(|broker| broker.median.latency_us.is_some());
        let mut titles = Vec::new();
        if several {
            titles.push("BROKER");
        }
        titles.extend([">RUN", ">RECORDS/S", ">MB/S", ">SECONDS"]);
        if timed {
            titles.extend([">P50", ">P95", ">P99", ">P99.9", ">MAX"]);
        }
        let mut table = Table::new(&titles);
        for broker in &self.brokers {
            let numbered = broker.runs.iter().enumerate().map(|(at, run)| ((at + 1).to_string(), run));
            let last = (broker.runs.len() > 1).then(|| ("median".to_owned(), &broker.median));
            for (label, run) in numbered.chain(last) {
                let tone = if label == "median" { Tone::Bold } else { Tone::Plain };
                let mut cells: Vec<Cell> = Vec::new();
                if several {
                    cells.push(broker.broker.as_str().into());
                }
                cells.push(Cell::new(label));
                cells.push(Cell::count(run.records_per_second as i64));
                cells.push(Cell::new(format!("{:.1}", run.mb_per_second)));
                cells.push(Cell::new(format!("{:.2}", run.seconds)));
                if let Some(Latency { p50, p95, p99, p999, max, .. }) = &run.latency_us {
                    let shown = |micros: &u64| Cell::new(time(*micros)).exactly(micros.to_string());
                    cells.extend([p50, p95, p99, p999, max].map(shown));
                }
                table.row(cells.into_iter().map(|cell| cell.tone(tone)));
            }
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let records = self.brokers.first().map_or(0, |broker| broker.median.records);
        screen.line(format!(
            "{}: {} records of {}",
            self.measure,
            human::count(i64::try_from(records).unwrap_or(i64::MAX)),
            human::size(self.record_size as u64)
        ))?;
        screen.aligned(&self.table())?;
        for broker in self.brokers.iter().filter(|broker| !broker.histogram.is_empty()) {
            screen.line("")?;
            let whose = if self.brokers.len() > 1 { format!("  {}", broker.broker) } else { String::new() };
            screen.line(screen.paint(Tone::Dim, &format!("latency of all runs{whose}")))?;
            let most = broker.histogram.iter().map(|bin| bin.count).max().unwrap_or(1).max(1);
            for Bin { up_to_us, count } in &broker.histogram {
                let length = (*count as f64 / most as f64 * BAR as f64).round() as usize;
                let bar = if length == 0 && *count > 0 { "▏".to_owned() } else { "█".repeat(length) };
                let count = human::count(i64::try_from(*count).unwrap_or(i64::MAX));
                screen.line(format!("  ≤ {:>7}  {bar} {count}", time(*up_to_us)))?;
            }
        }
        if let (Some(ratio), [first, second]) = (&self.ratio, &self.brokers[..]) {
            screen.line("")?;
            screen.line(format!(
                "{} does {:.2} × the records of {}{}",
                second.broker,
                ratio.records_per_second,
                first.broker,
                ratio.p99.map_or(String::new(), |p99| format!(", its 99th percentile is {p99:.2} × as long")),
            ))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::paint::Paint;
    use crate::output::report::{Format, Style, show};

    fn run(seconds: u64, latency: u64) -> Run {
        let mut latencies = Histogram::default();
        (0..1000).for_each(|_| latencies.record(latency));
        Run { records: 1000, bytes: 1024 * 1024, took: Duration::from_secs(seconds), latencies: Some(latencies) }
    }

    fn shown(bench: &Bench, format: Format) -> String {
        let mut out = Sink::memory();
        show(bench, Style { format, header: true, paint: Paint::OFF, dry_run: false }, &mut out).unwrap();
        out.into_text()
    }

    #[test]
    fn two_brokers_stand_side_by_side_with_their_ratio() {
        let first = vec![run(4, 100), run(2, 200), run(8, 400)];
        let second = vec![run(1, 50), run(2, 100), run(2, 100)];
        let bench = Bench::new("produce", 1024, vec![("a:1".to_owned(), first), ("b:2".to_owned(), second)]);
        let screen = shown(&bench, Format::Table);
        assert!(screen.starts_with("produce: 1 000 records of 1 KiB\n"), "{screen}");
        assert!(screen.contains("a:1     median        250   0.2     4.00  200 µs"), "{screen}");
        assert!(
            screen.ends_with("b:2 does 2.00 × the records of a:1, its 99th percentile is 0.50 × as long\n"),
            "{screen}"
        );
        let json: serde_json::Value = serde_json::from_str(&shown(&bench, Format::Json)).unwrap();
        assert_eq!(json["ratio"]["recordsPerSecond"], 2.0);
        assert_eq!(json["brokers"][0]["median"]["latencyUs"]["p99"], 200);
        assert_eq!(json["brokers"][1]["runs"].as_array().unwrap().len(), 3);
    }

    #[test]
    fn what_has_no_latencies_shows_none() {
        let runs = vec![Run { latencies: None, ..run(2, 1) }];
        let bench = Bench::new("consume", 100, vec![("a:1".to_owned(), runs)]);
        let screen = shown(&bench, Format::Table);
        assert!(!screen.contains("P99") && !screen.contains("latency") && !screen.contains("median"), "{screen}");
    }
}
