//! kt at a terminal: a pseudo terminal on which a test waits for words and presses keys.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use super::{Kt, LIMIT};

pub const ESCAPE: &str = "\x1b";
pub const CTRL_C: &str = "\x03";
pub const DOWN: &str = "\x1b[B";
pub const ENTER: &str = "\r";

pub struct Terminal {
    child: Child,
    keyboard: File,
    screen: Receiver<Vec<u8>>,
    /// What came after the words that were waited for last.
    said: String,
    /// All that was written so far.
    all: String,
}

impl Kt {
    /// Starts with stdin, stdout and stderr on a terminal.
    pub fn at_a_terminal(mut self) -> Terminal {
        let keyboard = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("the system has pseudo terminals");
        grantpt(&keyboard).and_then(|()| unlockpt(&keyboard)).expect("it is ours");
        let name = ptsname(&keyboard, Vec::new()).expect("it has a name").into_string().expect("in ASCII");
        let side = || OpenOptions::new().read(true).write(true).open(&name).expect("its other side opens");
        let child =
            self.command.env("NO_COLOR", "1").stdin(side()).stdout(side()).stderr(side()).spawn().expect("kt starts");
        // The command keeps its own copies of the other side, and the end is seen only without them.
        self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let keyboard = File::from(keyboard);
        let mut reader = keyboard.try_clone().expect("a file can be cloned");
        let (send, screen) = channel();
        std::thread::spawn(move || {
            let mut block = [0; 4096];
            // An error is the end: nobody has the other side open any more.
            while let Ok(read @ 1..) = reader.read(&mut block) {
                if send.send(block[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        Terminal { child, keyboard, screen, said: String::new(), all: String::new() }
    }
}

impl Terminal {
    /// Until these words stand on the screen, in what came after the last words that were waited for.
    #[track_caller]
    pub fn shows(&mut self, words: &str) -> &mut Self {
        let until = Instant::now() + LIMIT;
        while !self.said.contains(words) {
            let left = until.saturating_duration_since(Instant::now());
            match self.screen.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => panic!("the terminal does not show '{words}':\n{}", self.said),
            }
        }
        let after = self.said.find(words).expect("it was just there") + words.len();
        self.said.drain(..after);
        self
    }

    /// All that came after the last words that were waited for, once kt has ended.
    pub fn rest(&mut self) -> &str {
        while let Ok(bytes) = self.screen.recv_timeout(LIMIT) {
            self.take(&bytes);
        }
        &self.said
    }

    fn take(&mut self, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes);
        self.said += &text;
        self.all += &text;
    }

    /// As Ctrl-C does: kt has no terminal of its own here that would send it.
    pub fn interrupt(&mut self) -> &mut Self {
        let id = self.child.id().to_string();
        let sent = std::process::Command::new("kill").args(["-INT", &id]).status();
        assert!(sent.expect("kill is there").success(), "kt does not run any more:\n{}", self.all);
        self
    }

    /// The exit code, and all that a person sees at the end: lines that were drawn over are gone.
    pub fn leaves(&mut self) -> (Option<i32>, String) {
        let code = self.ends();
        // Nobody writes any more: what is on its way comes to an end.
        while let Ok(bytes) = self.screen.recv_timeout(LIMIT) {
            self.take(&bytes);
        }
        (code, drawn(&self.all))
    }

    pub fn press(&mut self, keys: &str) -> &mut Self {
        self.keyboard.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self
    }

    /// The exit code.
    pub fn ends(&mut self) -> Option<i32> {
        let until = Instant::now() + LIMIT;
        loop {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                return status.code();
            }
            assert!(Instant::now() < until, "kt does not end:\n{}", self.said);
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it may have ended by itself
        let _ = self.child.wait();
    }
}

/// What stands on a screen that has room for everything after this was written to it.
fn drawn(written: &str) -> String {
    let mut rows: Vec<Vec<char>> = vec![Vec::new()];
    let (mut row, mut column) = (0_usize, 0_usize);
    let mut letters = written.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => column = 0,
            '\n' => {
                (row, column) = (row + 1, 0);
                if row == rows.len() {
                    rows.push(Vec::new());
                }
            }
            '\x08' => column = column.saturating_sub(1),
            '\x1b' if letters.next_if_eq(&'[').is_some() => {
                let mut number = String::new();
                while let Some(digit) = letters.next_if(|c| c.is_ascii_digit() || matches!(c, ';' | '?')) {
                    number.push(digit);
                }
                match letters.next() {
                    Some('A') => row = row.saturating_sub(number.parse().unwrap_or(1)),
                    Some('K') => rows[row].truncate(if number == "2" { 0 } else { column }),
                    Some('J') => {
                        rows.truncate(row + 1);
                        rows[row].truncate(column);
                    }
                    _ => {} // colours, the cursor that is hidden: nothing that stays
                }
            }
            letter => {
                let width = rows[row].len().max(column + 1);
                rows[row].resize(width, ' ');
                rows[row][column] = letter;
                column += 1;
            }
        }
    }
    let line = |row: Vec<char>| row.into_iter().collect::<String>().trim_end().to_owned();
    rows.into_iter().map(line).collect::<Vec<_>>().join("\n")
}
