//! A bar on stderr for what takes its time: only on a terminal, one line, gone when it is done.

use std::io::{self, IsTerminal, Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::human;
use super::letters;

/// How often it is drawn.
const EVERY: Duration = Duration::from_millis(100);
const WIDTH: usize = 24;

pub struct Progress {
    total: u64,
    begun: Instant,
    drawn: Option<Instant>,
    shown: bool,
}

impl Progress {
    /// Of `total` things. `quiet` draws nothing.
    pub fn new(total: u64, quiet: bool) -> Self {
        Self { total, begun: Instant::now(), drawn: None, shown: !quiet && io::stderr().is_terminal() }
    }

    /// So many are done.
    pub fn at(&mut self, done: u64) {
        if !self.shown || self.drawn.is_some_and(|drawn| drawn.elapsed() < EVERY) {
            return;
        }
        self.drawn = Some(Instant::now());
        // A stderr that cannot be written is no reason to stop.
        let _ = write!(io::stderr(), "\r{}\x1b[K", letters::known(&line(done, self.total, self.begun.elapsed())));
    }

    /// Takes the bar away, before something else is written or at the end.
    pub fn clear(&mut self) {
        if self.drawn.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K"); // see above
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

/// A bar for records that are sent or fetched: how far in the input, how many, how fast.
pub struct Transfer {
    name: String,
    /// Of the input, in its own unit (bytes of a file, made records); `None`: nobody knows.
    total: Option<u64>,
    begun: Instant,
    drawn: Option<Instant>,
    shown: bool,
}

impl Transfer {
    pub fn new(name: impl Into<String>, total: Option<u64>, quiet: bool) -> Self {
        let shown = !quiet && io::stderr().is_terminal();
        Self { name: name.into(), total, begun: Instant::now(), drawn: None, shown }
    }

    /// So far: of the input, records, bytes.
    pub fn at(&mut self, done: u64, records: u64, bytes: u64) {
        let last = self.drawn.unwrap_or(self.begun);
        if !self.shown || last.elapsed() < EVERY {
            return;
        }
        self.drawn = Some(Instant::now());
        let text = transfer(&self.name, done, self.total, (records, bytes), self.begun.elapsed());
        // A stderr that cannot be written is no reason to stop.
        let _ = write!(io::stderr(), "\r{}\x1b[K", letters::known(&text));
    }

    pub fn clear(&mut self) {
        if self.drawn.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K"); // see above
        }
    }
}

impl Drop for Transfer {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Counts the bytes that are read.
pub struct Counted<R> {
    pub inner: R,
    pub bytes: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let got = self.inner.read(out)?;
        self.bytes.fetch_add(got as u64, Ordering::Relaxed);
        Ok(got)
    }
}

fn transfer(name: &str, done: u64, total: Option<u64>, (records, bytes): (u64, u64), elapsed: Duration) -> String {
    let seconds = elapsed.as_secs_f64().max(0.001);
    let count = |number: f64| human::count(number as i64);
    let speed = format!(
        "{}  {} rec/s  {}/s",
        human::several(usize::try_from(records).unwrap_or(usize::MAX), "record"),
        count(records as f64 / seconds),
        human::size((bytes as f64 / seconds) as u64),
    );
    let Some(total) = total.filter(|total| *total > 0) else { return format!("{name}  {speed}") };
    let part = (done as f64 / total as f64).min(1.0);
    let full = (part * WIDTH as f64) as usize;
    let left = (total.saturating_sub(done)) as f64 / (done as f64 / seconds).max(0.001);
    let left = if done == 0 { String::new() } else { format!("  ETA {}", human::duration((left * 1000.0) as u64)) };
    format!("{name}  {}{} {:3.0} %  {speed}{left}", "█".repeat(full), "░".repeat(WIDTH - full), part * 100.0)
}

fn line(done: u64, total: u64, elapsed: Duration) -> String {
    let part = if total == 0 { 1.0 } else { (done as f64 / total as f64).min(1.0) };
    let full = (part * WIDTH as f64) as usize;
    let rate = done as f64 / elapsed.as_secs_f64().max(0.001);
    let left = (total.saturating_sub(done)) as f64 / rate.max(0.001);
    let left = if done == 0 { String::new() } else { format!(", {} left", human::duration((left * 1000.0) as u64)) };
    let rate = human::count(rate as i64);
    format!("{}{} {:3.0} %  {rate} records/s{left}", "█".repeat(full), "░".repeat(WIDTH - full), part * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transfer_says_how_many_records_and_how_fast() {
        let two = Duration::from_secs(2);
        assert_eq!(
            transfer("orders.jsonl", 1 << 20, Some(4 << 20), (5000, 1 << 20), two),
            "orders.jsonl  ██████░░░░░░░░░░░░░░░░░░  25 %  5 000 records  2 500 rec/s  512 KiB/s  ETA 6 s"
        );
        assert_eq!(transfer("-", 7, None, (1, 0), two), "-  1 record  0 rec/s  0 B/s");
    }

    #[test]
    fn the_bar_says_how_far_how_fast_and_how_long() {
        assert_eq!(
            line(250_000, 1_000_000, Duration::from_secs(2)),
            "██████░░░░░░░░░░░░░░░░░░  25 %  125 000 records/s, 6 s left"
        );
        assert_eq!(line(0, 10, Duration::from_secs(1)), "░░░░░░░░░░░░░░░░░░░░░░░░   0 %  0 records/s");
    }
}
