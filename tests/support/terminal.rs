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
    /// All that was written so far.
    said: String,
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
        Terminal { child, keyboard, screen, said: String::new() }
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
                Ok(bytes) => self.said += &String::from_utf8_lossy(&bytes),
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
            self.said += &String::from_utf8_lossy(&bytes);
        }
        &self.said
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
