//! Keys of the terminal on stdin as they are pressed, for questions that Escape and Ctrl-C can end.
//!
//! [`Keys`] takes the terminal out of its line mode, and gives it back when it is dropped.

use std::io;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

/// What follows an Escape within this time belongs to it: an arrow key is three bytes that come at once.
const TOGETHER: Duration = Duration::from_millis(50);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Text(char),
    Up,
    Down,
    Enter,
    Backspace,
    Escape,
    /// Ctrl-C.
    Interrupt,
    /// Ctrl-D, or the terminal is gone.
    End,
    /// One that means nothing to a question.
    Other,
}

/// The terminal while a question is open.
pub struct Keys {
    before: Termios,
}

impl Keys {
    pub fn open() -> io::Result<Self> {
        let stdin = io::stdin();
        let before = tcgetattr(&stdin)?;
        let mut raw = before.clone();
        raw.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG);
        tcsetattr(&stdin, OptionalActions::Drain, &raw)?;
        Ok(Self { before })
    }

    /// Waits for the next one.
    pub fn press(&mut self) -> io::Result<Key> {
        decode(&mut |wait| {
            if !wait && !is_ready()? {
                return Ok(None);
            }
            let mut byte = [0];
            let read = rustix::io::read(io::stdin(), &mut byte)?;
            Ok((read == 1).then_some(byte[0]))
        })
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        // A terminal that is gone wants nothing back.
        let _ = tcsetattr(io::stdin(), OptionalActions::Drain, &self.before);
    }
}

fn is_ready() -> io::Result<bool> {
    let stdin = io::stdin();
    let limit = rustix::event::Timespec { tv_sec: 0, tv_nsec: i64::from(TOGETHER.subsec_nanos()) };
    Ok(poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&limit))? > 0)
}

/// One key from the terminal's bytes. `next(false)` gives nothing if no byte follows at once.
fn decode(next: &mut impl FnMut(bool) -> io::Result<Option<u8>>) -> io::Result<Key> {
    let Some(first) = next(true)? else { return Ok(Key::End) };
    Ok(match first {
        b'\r' | b'\n' => Key::Enter,
        0x03 => Key::Interrupt,
        0x04 => Key::End,
        0x08 | 0x7f => Key::Backspace,
        0x1b => match next(false)? {
            None => Key::Escape,
            Some(b'[' | b'O') => sequence(next)?,
            Some(_) => Key::Other,
        },
        0..0x20 => Key::Other,
        first => text(first, next)?,
    })
}

/// The rest of `ESC [ …`: parameters, then one letter.
fn sequence(next: &mut impl FnMut(bool) -> io::Result<Option<u8>>) -> io::Result<Key> {
    /// No terminal sends a longer one.
    const LONGEST: usize = 16;
    for _ in 0..LONGEST {
        match next(false)? {
            Some(b'A') => return Ok(Key::Up),
            Some(b'B') => return Ok(Key::Down),
            Some(0x20..=0x3f) => {}
            _ => break,
        }
    }
    Ok(Key::Other)
}

/// A character of one to four bytes.
fn text(first: u8, next: &mut impl FnMut(bool) -> io::Result<Option<u8>>) -> io::Result<Key> {
    let length = match first {
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
        _ => 1,
    };
    let mut bytes = vec![first];
    while bytes.len() < length {
        let Some(byte) = next(false)? else { break };
        bytes.push(byte);
    }
    let read = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next());
    Ok(read.map_or(Key::Other, Key::Text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(bytes: &[u8]) -> Vec<Key> {
        let mut left = bytes.iter().copied();
        let mut all = Vec::new();
        loop {
            match decode(&mut |_| Ok(left.next())).unwrap() {
                Key::End => return all,
                key => all.push(key),
            }
        }
    }

    #[test]
    fn bytes_are_read_as_the_keys_they_stand_for() {
        assert_eq!(keys(b"\x1b[A\x1bOB\r"), [Key::Up, Key::Down, Key::Enter]);
        assert_eq!(keys("aß€".as_bytes()), [Key::Text('a'), Key::Text('ß'), Key::Text('€')]);
        assert_eq!(keys(b"\x7f\x03\x01"), [Key::Backspace, Key::Interrupt, Key::Other]);
        assert_eq!(keys(b"\x1b[1;5C"), [Key::Other]);
        assert_eq!(keys(b"\x1b"), [Key::Escape]);
        assert_eq!(keys(b"\xff"), [Key::Other]);
    }
}
