//! A bar on stderr for what takes its time: only on a terminal, one line, gone when it is done. It never takes a second
//! line: one that wraps cannot be drawn over, and the next would stand below it.

use std::collections::VecDeque;
use std::io::{self, IsTerminal, Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::human;
use super::letters;
use super::report::terminal_width;

/// How often it is drawn.
const EVERY: Duration = Duration::from_millis(100);
const WIDTH: usize = 24;
/// A shorter bar tells nothing, and is left away.
const SHORTEST: usize = 5;
/// Over how long the speed of something without an end is taken.
const WINDOW: Duration = Duration::from_secs(5);
/// How often something without an end tells of itself where there is no terminal.
const TELL: Duration = Duration::from_secs(60);

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
        draw(|room| line(done, self.total, self.begun.elapsed(), room));
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
        draw(|room| transfer(&self.name, done, self.total, (records, bytes), self.begun.elapsed(), room));
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

/// What goes on without an end: how many records, how fast just now, how far behind. On a terminal one line; elsewhere a
/// line now and then, if something has happened.
pub struct Following {
    /// Records at moments of the last seconds, the oldest first.
    samples: VecDeque<(Instant, u64)>,
    drawn: Option<Instant>,
    shown: bool,
    quiet: bool,
    caught_up: bool,
    told: (Instant, u64),
}

impl Following {
    pub fn new(quiet: bool) -> Self {
        let shown = !quiet && io::stderr().is_terminal();
        let told = (Instant::now(), 0);
        Self { samples: VecDeque::new(), drawn: None, shown, quiet, caught_up: false, told }
    }

    /// So many so far, and so many are left just now, if that is known. `say` is for whole sentences.
    pub fn at(&mut self, records: u64, behind: Option<u64>, say: &dyn Fn(&str)) {
        if self.quiet {
            return;
        }
        self.sample(records);
        if behind == Some(0) && !std::mem::replace(&mut self.caught_up, true) {
            self.clear();
            let records = human::several(usize::try_from(records).unwrap_or(usize::MAX), "record");
            say(&format!("caught up, {records} so far; going on with what comes, Ctrl-C ends"));
        }
        if self.shown && self.drawn.is_none_or(|drawn| drawn.elapsed() >= EVERY) {
            self.drawn = Some(Instant::now());
            draw(|_| following(records, self.rate(), behind));
        } else if !self.shown && self.told.0.elapsed() >= TELL && self.told.1 != records {
            self.told = (Instant::now(), records);
            say(&following(records, self.rate(), behind));
        }
    }

    fn sample(&mut self, records: u64) {
        let now = Instant::now();
        if self.samples.back().is_none_or(|(at, _)| now - *at >= EVERY) {
            self.samples.push_back((now, records));
        }
        // The one before the window is where it begins.
        while self.samples.get(1).is_some_and(|(at, _)| now - *at >= WINDOW) {
            self.samples.pop_front();
        }
    }

    fn rate(&self) -> f64 {
        let (Some((begin, before)), Some((_, now))) = (self.samples.front(), self.samples.back()) else { return 0.0 };
        now.saturating_sub(*before) as f64 / begin.elapsed().as_secs_f64().max(0.1)
    }

    /// Takes the line away, before something else is written or at the end.
    pub fn clear(&mut self) {
        if self.drawn.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K"); // see above
        }
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        self.clear();
    }
}

fn following(records: u64, rate: f64, behind: Option<u64>) -> String {
    let number = |number: u64| human::count(i64::try_from(number).unwrap_or(i64::MAX));
    let behind = behind.map_or(String::new(), |behind| format!("  {} behind", number(behind)));
    let records = human::several(usize::try_from(records).unwrap_or(usize::MAX), "record");
    format!("{records}  {} rec/s{behind}", human::count(rate.round() as i64))
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

/// Draws over the line that is there. `text` is told how many columns there are; what it has beyond them is cut off.
fn draw(text: impl Fn(usize) -> String) {
    // The last column stays free: some terminals wrap when it is written.
    let room = terminal_width().map_or(usize::MAX, |width| usize::from(width) - 1);
    let text: String = text(room).chars().take(room).collect();
    // A stderr that cannot be written is no reason to stop.
    let _ = write!(io::stderr(), "\r{}\x1b[K", letters::known(&text));
}

fn transfer(
    name: &str,
    done: u64,
    total: Option<u64>,
    (records, bytes): (u64, u64),
    elapsed: Duration,
    room: usize,
) -> String {
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
    let left = (total.saturating_sub(done)) as f64 / (done as f64 / seconds).max(0.001);
    let left = if done == 0 { String::new() } else { format!("  ETA {}", human::duration((left * 1000.0) as u64)) };
    barred(&format!("{name}  "), part, &format!("{:3.0} %  {speed}{left}", part * 100.0), room)
}

fn line(done: u64, total: u64, elapsed: Duration, room: usize) -> String {
    let part = if total == 0 { 1.0 } else { (done as f64 / total as f64).min(1.0) };
    let rate = done as f64 / elapsed.as_secs_f64().max(0.001);
    let left = (total.saturating_sub(done)) as f64 / rate.max(0.001);
    let left = if done == 0 { String::new() } else { format!(", {} left", human::duration((left * 1000.0) as u64)) };
    let rate = human::count(rate as i64);
    barred("", part, &format!("{:3.0} %  {rate} records/s{left}", part * 100.0), room)
}

/// A bar between two texts. It makes room first, as the numbers say what it shows; then the name before it.
fn barred(before: &str, part: f64, after: &str, room: usize) -> String {
    let after_it = after.chars().count();
    let width = room.saturating_sub(before.chars().count() + 1 + after_it).min(WIDTH);
    if width < SHORTEST {
        let before: String = before.chars().take(room.saturating_sub(after_it)).collect();
        return format!("{before}{after}");
    }
    let full = (part * width as f64) as usize;
    format!("{before}{}{} {after}", "█".repeat(full), "░".repeat(width - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transfer_says_how_many_records_and_how_fast() {
        let two = Duration::from_secs(2);
        let at = |room| transfer("orders.jsonl", 1 << 20, Some(4 << 20), (5000, 1 << 20), two, room);
        assert_eq!(
            at(200),
            "orders.jsonl  ██████░░░░░░░░░░░░░░░░░░  25 %  5 000 records  2 500 rec/s  512 KiB/s  ETA 6 s"
        );
        assert_eq!(transfer("-", 7, None, (1, 0), two, 200), "-  1 record  0 rec/s  0 B/s");
        // Where the terminal is narrow the bar makes room first, then the name.
        assert_eq!(at(79), "orders.jsonl  ██░░░░░░░░░  25 %  5 000 records  2 500 rec/s  512 KiB/s  ETA 6 s");
        assert_eq!(at(72), "orders.jsonl   25 %  5 000 records  2 500 rec/s  512 KiB/s  ETA 6 s");
        assert_eq!(at(59), "orders 25 %  5 000 records  2 500 rec/s  512 KiB/s  ETA 6 s");
    }

    #[test]
    fn what_has_no_end_says_how_many_how_fast_and_how_far_behind() {
        assert_eq!(following(12_340, 299.6, Some(0)), "12 340 records  300 rec/s  0 behind");
        assert_eq!(following(1, 0.0, None), "1 record  0 rec/s");
    }

    #[test]
    fn the_bar_says_how_far_how_fast_and_how_long() {
        assert_eq!(
            line(250_000, 1_000_000, Duration::from_secs(2), 80),
            "██████░░░░░░░░░░░░░░░░░░  25 %  125 000 records/s, 6 s left"
        );
        assert_eq!(line(0, 10, Duration::from_secs(1), 80), "░░░░░░░░░░░░░░░░░░░░░░░░   0 %  0 records/s");
    }
}
