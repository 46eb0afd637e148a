//! Records on a terminal: what a record says must not move the cursor, rename the window or answer for the user.

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
