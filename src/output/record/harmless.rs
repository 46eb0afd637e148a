//! Records on a terminal: what a record says must not move the cursor, rename the window or answer for the user.

use std::borrow::Cow;

use super::{FormatError, Formatter, Record};

/// Prints as another formatter does, with control characters shown as `\x1b`. Newlines and tabs stay.
pub struct Harmless {
    inner: Box<dyn Formatter>,
    room: Vec<u8>,
}

impl Harmless {
    pub fn new(inner: Box<dyn Formatter>) -> Self {
        Self { inner, room: Vec::new() }
    }
}

impl Formatter for Harmless {
    fn write(&mut self, record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), FormatError> {
        self.room.clear();
        let result = self.inner.write(record, &mut self.room);
        show(&self.room, out);
        result
    }
}

/// A name or sentence for a terminal: control characters but newlines and tabs are shown as `\x1b`. Group, client and topic
/// names come from other programs.
pub fn text(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_control() && c != '\n' && c != '\t') {
        return Cow::Borrowed(text);
    }
    let mut out = Vec::with_capacity(text.len() + 16);
    show(text.as_bytes(), &mut out);
    Cow::Owned(String::from_utf8_lossy(&out).into_owned())
}

/// As [`text`], for a line that may have kt's own colours in it.
pub fn painted(line: &str) -> Cow<'_, str> {
    if !line.contains('\x1b') {
        return text(line);
    }
    let mut out = String::with_capacity(line.len());
    for (index, part) in line.split('\x1b').enumerate() {
        let colour = part.strip_prefix('[').and_then(|rest| {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            (digits <= 2 && rest[digits..].starts_with('m')).then_some(digits + 2)
        });
        match colour {
            _ if index == 0 => out.push_str(&text(part)),
            Some(length) => {
                out.push('\x1b');
                out.push_str(&part[..length]);
                out.push_str(&text(&part[length..]));
            }
            None => {
                out.push_str("\\x1b");
                out.push_str(&text(part));
            }
        }
    }
    Cow::Owned(out)
}

fn show(bytes: &[u8], out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        // The control characters from 0x80 to 0x9f are two bytes in UTF-8.
        let second = bytes.get(at + 1).copied();
        let c1 = byte == 0xc2 && second.is_some_and(|next| (0x80..0xa0).contains(&next));
        if c1 || (byte.is_ascii_control() && byte != b'\n' && byte != b'\t') {
            let shown = if c1 { second.unwrap_or(byte) } else { byte };
            out.extend_from_slice(&[b'\\', b'x', HEX[usize::from(shown >> 4)], HEX[usize::from(shown & 15)]]);
            at += 1 + usize::from(c1);
        } else {
            out.push(byte);
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_either_and_kts_own_colours_stay() {
        assert_eq!(text("g\x1b]0;title\x07"), "g\\x1b]0;title\\x07");
        assert_eq!(text("plain name"), "plain name");
        assert_eq!(painted("\x1b[2mdim\x1b[0m g\x1b[2J\r"), "\x1b[2mdim\x1b[0m g\\x1b[2J\\x0d");
        assert_eq!(painted("\x1b"), "\\x1b");
    }

    #[test]
    fn a_record_cannot_speak_to_the_terminal() {
        let shown = |text: &str| {
            let mut out = Vec::new();
            show(text.as_bytes(), &mut out);
            String::from_utf8(out).unwrap()
        };
        assert_eq!(shown("a\x1b[2Jb\r\x07"), "a\\x1b[2Jb\\x0d\\x07");
        assert_eq!(shown("k\tv\nünïcödé \u{9b}31m"), "k\tv\nünïcödé \\x9b31m");
    }
}
