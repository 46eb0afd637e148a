//! What was sent, how fast, how late: counted as the original counts, and in its lines.

use std::time::{Duration, Instant};

use crate::commands::measure::number::fixed;

/// As many latencies are kept at most; of more records every n-th is.
const SAMPLES: u64 = 500_000;
const MB: f64 = 1024.0 * 1024.0;

/// Counts of a whole test, or of its steady part.
pub struct Stats {
    begun: Instant,
    steady: bool,
    quiet: bool,
    sampling: u64,
    samples: Vec<u32>,
    count: u64,
    bytes: u64,
    latency_sum: u64,
    latency_most: u32,
    interval: Duration,
    window: Window,
    lines: Vec<String>,
}

struct Window {
    begun: Instant,
    count: u64,
    bytes: u64,
    latency_sum: u64,
    latency_most: u32,
}

impl Window {
    fn new() -> Self {
        Self { begun: Instant::now(), count: 0, bytes: 0, latency_sum: 0, latency_most: 0 }
    }
}

/// Whole milliseconds, as the original's clock has them; never none, or a quick test would be infinitely fast.
fn millis(since: Instant) -> f64 {
    since.elapsed().as_millis().max(1) as f64
}

impl Stats {
    pub fn new(records: u64, interval: Duration, steady: bool) -> Self {
        Self {
            begun: Instant::now(),
            steady,
            quiet: false,
            sampling: records / records.clamp(1, SAMPLES),
            samples: Vec::new(),
            count: 0,
            bytes: 0,
            latency_sum: 0,
            latency_most: 0,
            interval,
            window: Window::new(),
            lines: Vec::new(),
        }
    }

    /// From now on somebody else tells of the intervals.
    pub fn be_quiet(&mut self) {
        self.quiet = true;
    }

    /// A record was acknowledged.
    pub fn record(&mut self, latency_ms: u32, bytes: u32, now: Instant) {
        if self.count.is_multiple_of(self.sampling) {
            self.samples.push(latency_ms);
        }
        self.count += 1;
        self.bytes += u64::from(bytes);
        self.latency_sum += u64::from(latency_ms);
        self.latency_most = self.latency_most.max(latency_ms);
        self.window.count += 1;
        self.window.bytes += u64::from(bytes);
        self.window.latency_sum += u64::from(latency_ms);
        self.window.latency_most = self.window.latency_most.max(latency_ms);
        if now.saturating_duration_since(self.window.begun) >= self.interval {
            if self.steady && self.count == self.window.count {
                self.lines.push("In steady state.".to_owned());
            }
            if !self.quiet {
                self.lines.push(self.window_line());
            }
            self.window = Window::new();
        }
    }

    /// The lines of the intervals that have ended.
    pub fn take_lines(&mut self) -> Vec<String> {
        std::mem::take(&mut self.lines)
    }

    fn window_line(&self) -> String {
        let Window { begun, count, bytes, latency_sum, latency_most } = &self.window;
        let elapsed_ms = millis(*begun);
        format!(
            "{count} records sent, {} records/sec ({} MB/sec), {} ms avg latency, {} ms max latency.",
            fixed(1000.0 * *count as f64 / elapsed_ms, 1),
            fixed(1000.0 * *bytes as f64 / elapsed_ms / MB, 2),
            fixed(*latency_sum as f64 / *count as f64, 1),
            fixed(f64::from(*latency_most), 1),
        )
    }

    /// Records a second so far.
    pub fn rate(&self) -> f64 {
        1000.0 * self.count as f64 / millis(self.begun)
    }

    pub fn count(&self) -> u64 {
        self.count
    }

    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    pub fn mean_latency_ms(&self) -> f64 {
        self.latency_sum as f64 / self.count as f64
    }

    pub fn most_latency_ms(&self) -> f64 {
        f64::from(self.latency_most)
    }

    /// The line at the end.
    pub fn total_line(&mut self) -> String {
        let elapsed_ms = millis(self.begun);
        self.samples.sort_unstable();
        let at = |part: f64| self.samples.get((part * self.samples.len() as f64) as usize).copied().unwrap_or(0);
        format!(
            "{}{} records sent, {} records/sec ({} MB/sec), {} ms avg latency, {} ms max latency, \
             {} ms 50th, {} ms 95th, {} ms 99th, {} ms 99.9th.",
            self.count,
            if self.steady { " steady state" } else { "" },
            fixed(1000.0 * self.count as f64 / elapsed_ms, 6),
            fixed(1000.0 * self.bytes as f64 / elapsed_ms / MB, 2),
            fixed(self.mean_latency_ms(), 2),
            fixed(self.most_latency_ms(), 2),
            at(0.5),
            at(0.95),
            at(0.99),
            at(0.999),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_names_the_originals_percentiles() {
        let mut stats = Stats::new(100, Duration::from_secs(3600), false);
        (1..=100).for_each(|ms| stats.record(ms, 10, Instant::now()));
        let line = stats.total_line();
        assert!(line.starts_with("100 records sent, "), "{line}");
        let end = " ms avg latency, 100.00 ms max latency, 51 ms 50th, 96 ms 95th, 100 ms 99th, 100 ms 99.9th.";
        assert!(line.ends_with(end), "{line}");
        assert!(line.contains("50.50 ms avg"), "{line}");
        let mut steady = Stats::new(10, Duration::from_secs(3600), true);
        steady.record(5, 10, Instant::now());
        assert!(steady.total_line().starts_with("1 steady state records sent, "));
    }

    #[test]
    fn an_interval_that_has_ended_is_told_once() {
        let mut stats = Stats::new(100, Duration::from_millis(10), false);
        stats.record(1, 10, Instant::now());
        assert!(stats.take_lines().is_empty());
        stats.record(3, 10, Instant::now() + Duration::from_millis(10));
        let lines = stats.take_lines();
        assert_eq!(lines.len(), 1);
        assert!(
            lines[0].starts_with("2 records sent, ") && lines[0].ends_with(" 2.0 ms avg latency, 3.0 ms max latency.")
        );
        assert!(stats.take_lines().is_empty());
    }

    #[test]
    fn of_many_records_only_some_latencies_are_kept() {
        let mut stats = Stats::new(2 * SAMPLES, Duration::from_secs(3600), false);
        (0..10).for_each(|ms| stats.record(ms, 1, Instant::now()));
        assert_eq!(stats.samples, [0, 2, 4, 6, 8]);
    }
}
