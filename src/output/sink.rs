//! The owner of stdout.
//!
//! On a terminal a line is out as soon as it is whole; into a pipe or a file bytes leave in blocks. A reader that closes
//! its end (`kt consume … | head`) is the quiet end of the program, not an error: writing then fails with a marker that
//! [`is_closed`] recognises, and `cli::main` turns it into exit code 0. SIGPIPE stays ignored, as Rust sets it up,
//! because the signal would also fire for a broker's socket.

use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::{letters, pager};

/// Home, and everything below cleared: what was drawn before is overwritten without a flicker.
pub const HOME: &str = "\x1b[H\x1b[J";
/// A block of output: large enough that a million short lines are few system calls.
const BLOCK: usize = 64 * 1024;

enum Target {
    File(File),
    /// For tests: what would have been printed.
    Memory(Vec<u8>),
}

/// Buffered standard output.
pub struct Sink {
    target: Target,
    buffer: Vec<u8>,
    terminal: bool,
}

/// The mark inside the error of a closed stdout, so that a socket's broken pipe is never mistaken for it.
#[derive(Debug)]
struct ReaderGone;

impl fmt::Display for ReaderGone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the reader of the output has gone")
    }
}

impl std::error::Error for ReaderGone {}

/// Whether this error says that nobody reads stdout any more.
pub fn is_closed(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<ReaderGone>())
}

impl Sink {
    pub fn stdout() -> io::Result<Self> {
        // A duplicate of the descriptor avoids std's own line buffer, which flushes at every newline.
        let stdout = io::stdout();
        let terminal = stdout.is_terminal();
        let file = File::from(stdout.as_fd().try_clone_to_owned()?);
        Ok(Self { target: Target::File(file), buffer: Vec::new(), terminal })
    }

    /// A sink that keeps everything, for tests of renderings.
    pub fn memory() -> Self {
        Self { target: Target::Memory(Vec::new()), buffer: Vec::new(), terminal: false }
    }

    /// A sink that keeps everything that is to be shown on the terminal at once.
    pub fn page() -> Self {
        Self { terminal: true, ..Self::memory() }
    }

    /// What a memory sink was given so far.
    pub fn into_text(mut self) -> String {
        let _ = self.flush(); // memory takes everything
        match self.target {
            Target::Memory(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Target::File(_) => String::new(),
        }
    }

    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// The error of a write that nobody would read, before there is one: whoever waits for more to say would wait in vain.
    /// Only a pipe tells.
    pub fn is_read(&self) -> io::Result<()> {
        let Target::File(file) = &self.target else { return Ok(()) };
        let mut stdout = [PollFd::new(file, PollFlags::empty())];
        match poll(&mut stdout, Some(&Timespec::default())) {
            Ok(1..) if stdout[0].revents().contains(PollFlags::ERR) => {
                Err(io::Error::new(io::ErrorKind::BrokenPipe, ReaderGone))
            }
            _ => Ok(()),
        }
    }

    /// Draws the whole screen anew; what does not fit on it would push its beginning out of sight.
    pub fn redraw(&mut self, text: &str) -> io::Result<()> {
        self.write_all(HOME.as_bytes())?;
        let rows = if self.terminal { pager::rows() } else { None };
        self.write_all(letters::known(&top(text, rows)).as_bytes())?;
        self.flush()
    }

    /// Writes one line.
    pub fn line(&mut self, text: impl AsRef<str>) -> io::Result<()> {
        self.write_all(text.as_ref().as_bytes())?;
        self.write_all(b"\n")
    }

    fn drain(&mut self) -> io::Result<()> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let written = match &mut self.target {
            Target::File(file) => file.write_all(&self.buffer),
            Target::Memory(bytes) => bytes.write_all(&self.buffer),
        };
        // Also after a failure: what could not be written once is not tried again at the end.
        self.buffer.clear();
        written.map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => io::Error::new(error.kind(), ReaderGone),
            _ => error,
        })
    }
}

/// As much of a text as a screen of so many rows holds, and how much more there is.
fn top(text: &str, rows: Option<usize>) -> Cow<'_, str> {
    /// One row says what is missing, in one the cursor stands.
    const KEPT_FREE: usize = 2;
    let lines = text.lines().count();
    match rows.map(|rows| rows.saturating_sub(KEPT_FREE).max(1)) {
        Some(fit) if lines > fit + 1 => {
            let shown: String = text.split_inclusive('\n').take(fit).collect();
            Cow::Owned(format!("{shown}… {} more lines\n", lines - fit))
        }
        _ => Cow::Borrowed(text),
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.buffer.extend_from_slice(bytes);
        let line_is_due = self.terminal && bytes.contains(&b'\n');
        if line_is_due || self.buffer.len() >= BLOCK {
            self.drain()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.drain()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_went_away_is_told_from_other_failures() {
        let (read, write) = io::pipe().unwrap();
        drop(read);
        let file = File::from(std::os::fd::OwnedFd::from(write));
        let mut sink = Sink { target: Target::File(file), buffer: Vec::new(), terminal: false };
        assert!(sink.is_read().is_err_and(|error| is_closed(&error)), "it is known before anything is written");
        sink.line("hello").unwrap();
        let error = sink.flush().unwrap_err();
        assert!(is_closed(&error));
        assert!(!is_closed(&io::Error::from(io::ErrorKind::BrokenPipe)), "a socket's broken pipe is something else");
        assert!(sink.flush().is_ok(), "nothing is left to be tried again");
    }

    #[test]
    fn a_screen_that_is_drawn_anew_keeps_its_beginning() {
        assert_eq!(top("a\nb\nc\nd\n", Some(4)), "a\nb\n… 2 more lines\n");
        assert_eq!(top("a\nb\nc\n", Some(4)), "a\nb\nc\n", "the row of the note is enough for the last line");
        assert_eq!(top("a\nb\nc\n", None), "a\nb\nc\n");
        assert_eq!(top("a\nb\nc\n", Some(0)), "a\n… 2 more lines\n");
    }

    #[test]
    fn a_pipe_gets_blocks_and_a_terminal_lines() {
        let mut pipe = Sink::memory();
        pipe.line("one").unwrap();
        assert_eq!(pipe.buffer, b"one\n");
        let mut screen = Sink { terminal: true, ..Sink::memory() };
        screen.line("one").unwrap();
        assert!(screen.buffer.is_empty());
        assert_eq!(screen.into_text(), "one\n");
    }
}
