//! Java .properties text: what `java.util.Properties.load` reads and `store` writes.
//!
//! A key ends at the first unescaped `=`, `:` or blank; a line that ends in an odd number of backslashes goes on in the
//! next one; the last of several equal keys wins. Every entry keeps its line, so that an error can name it. kt reads
//! the file as UTF-8 where Java reads ISO 8859-1; bytes that are no UTF-8 are taken for the latter.

use std::collections::HashSet;
use std::fmt;

/// One entry as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub key: String,
    pub value: String,
    /// Where the entry begins, counted from 1.
    pub line: usize,
}

/// The entries of a text in its order, one for each key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Properties {
    entries: Vec<Entry>,
}

/// A `\u` that no four hexadecimal digits follow: the only thing Java refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadEscape {
    pub line: usize,
}

impl fmt::Display for BadEscape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: \\u needs four hexadecimal digits", self.line)
    }
}

impl std::error::Error for BadEscape {}

impl Properties {
    /// The entries of a file's bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Properties, BadEscape> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Properties::parse(text),
            Err(_) => Properties::parse(&bytes.iter().map(|&b| char::from(b)).collect::<String>()),
        }
    }

    pub fn parse(text: &str) -> Result<Properties, BadEscape> {
        let mut entries = Vec::new();
        let mut lines = Lines::new(text);
        while let Some((line, logical)) = lines.next_logical() {
            let (key, value) = split_entry(&logical);
            let key = unescape(key).ok_or(BadEscape { line })?;
            let value = unescape(value).ok_or(BadEscape { line })?;
            entries.push(Entry { key, value, line });
        }
        // The last of equal keys wins and keeps its own place.
        let mut seen = HashSet::new();
        let wins: Vec<bool> = entries.iter().rev().map(|entry: &Entry| seen.insert(entry.key.as_str())).collect();
        let mut wins = wins.into_iter().rev();
        entries.retain(|_| wins.next() == Some(true));
        Ok(Properties { entries })
    }

    /// Sets a key that stands in no file; its line is 0.
    pub fn set(&mut self, key: impl Into<String>, value: impl Into<String>) {
        let key = key.into();
        self.entries.retain(|entry| entry.key != key);
        self.entries.push(Entry { key, value: value.into(), line: 0 });
    }

    pub fn remove(&mut self, key: &str) {
        self.entries.retain(|entry| entry.key != key);
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.entry(key).map(|entry| entry.value.as_str())
    }

    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The text Java's `store` writes: comment lines, then `key=value`, escaped, in this order of entries.
    pub fn to_text(&self, comments: &[&str]) -> String {
        let mut out = String::new();
        for comment in comments {
            out.push('#');
            out.push_str(&comment.replace(['\r', '\n'], " "));
            out.push('\n');
        }
        for entry in &self.entries {
            escape(&entry.key, true, &mut out);
            out.push('=');
            escape(&entry.value, false, &mut out);
            out.push('\n');
        }
        out
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\x0c')
}

/// Natural lines joined to logical ones: comments and blank lines left out, continuations appended.
struct Lines<'a> {
    text: &'a str,
    line: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Lines<'a> {
        Lines { text, line: 0 }
    }

    /// The next natural line; `\n`, `\r` and `\r\n` end one.
    fn next_natural(&mut self) -> Option<&'a str> {
        if self.text.is_empty() {
            return None;
        }
        self.line += 1;
        let (line, rest) = match self.text.find(['\n', '\r']) {
            None => (self.text, ""),
            Some(at) => {
                let end = if self.text[at..].starts_with("\r\n") { at + 2 } else { at + 1 };
                (&self.text[..at], &self.text[end..])
            }
        };
        self.text = rest;
        Some(line)
    }

    fn next_logical(&mut self) -> Option<(usize, String)> {
        loop {
            let start = self.next_natural()?.trim_start_matches(is_blank);
            if start.is_empty() || start.starts_with(['#', '!']) {
                continue;
            }
            let first = self.line;
            let mut logical = start.to_string();
            while goes_on(&logical) {
                logical.pop();
                // Nothing before the backslash: the next line begins anew, and may be a comment.
                if logical.is_empty() {
                    break;
                }
                match self.next_natural() {
                    Some(next) => logical.push_str(next.trim_start_matches(is_blank)),
                    None => break,
                }
            }
            if !logical.is_empty() {
                return Some((first, logical));
            }
        }
    }
}

/// Whether a line ends in a backslash that is not itself escaped.
fn goes_on(line: &str) -> bool {
    line.bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1
}

/// Key and value of a logical line, both still escaped.
fn split_entry(line: &str) -> (&str, &str) {
    let mut escaped = false;
    let end = line.find(|c: char| {
        let ends = !escaped && (is_blank(c) || matches!(c, '=' | ':'));
        escaped = !escaped && c == '\\';
        ends
    });
    let (key, rest) = line.split_at(end.unwrap_or(line.len()));
    let rest = rest.trim_start_matches(is_blank);
    let rest = rest.strip_prefix(['=', ':']).unwrap_or(rest);
    (key, rest.trim_start_matches(is_blank))
}

fn unescape(text: &str) -> Option<String> {
    if !text.contains('\\') {
        return Some(text.to_string());
    }
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let c = match c {
            '\\' => match chars.next() {
                Some('u') => {
                    let mut code = 0;
                    for _ in 0..4 {
                        code = code * 16 + chars.next()?.to_digit(16)?;
                    }
                    units.push(u16::try_from(code).ok()?);
                    continue;
                }
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some('f') => '\x0c',
                Some(other) => other,
                None => break,
            },
            c => c,
        };
        units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
    }
    // Java writes a character beyond the first 65536 as two escapes; half of one becomes a replacement character.
    Some(String::from_utf16_lossy(&units))
}

fn escape(text: &str, is_key: bool, out: &mut String) {
    for (at, c) in text.char_indices() {
        match c {
            ' ' if is_key || at == 0 => out.push_str("\\ "),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\x0c' => out.push_str("\\f"),
            '\\' | '=' | ':' | '#' | '!' => {
                out.push('\\');
                out.push(c);
            }
            ' '..='~' => out.push(c),
            _ => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    out.push_str(&format!("\\u{unit:04X}"));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String, usize)> {
        let all = Properties::parse(text).unwrap();
        all.iter().map(|e| (e.key.clone(), e.value.clone(), e.line)).collect()
    }

    fn entry(key: &str, value: &str, line: usize) -> (String, String, usize) {
        (key.into(), value.into(), line)
    }

    #[test]
    fn a_key_ends_at_an_equals_sign_a_colon_or_a_blank() {
        let text = "a=1\nb:2\nc 3\nd = 4\ne\t:\t5\nf  = = 6\ng\nh=\n";
        assert_eq!(
            read(text),
            [
                entry("a", "1", 1),
                entry("b", "2", 2),
                entry("c", "3", 3),
                entry("d", "4", 4),
                entry("e", "5", 5),
                entry("f", "= 6", 6),
                entry("g", "", 7),
                entry("h", "", 8),
            ]
        );
    }

    #[test]
    fn comments_and_blank_lines_are_left_out_and_blanks_at_a_values_end_stay() {
        assert_eq!(read("# a\n  ! b\n\n \t\n  k = v  \n"), [entry("k", "v  ", 5)]);
    }

    #[test]
    fn a_backslash_at_the_end_goes_on_in_the_next_line_unless_it_is_escaped() {
        let text = "list=a,\\\n   b,\\\r\n\tc\nnext=x\\\\\nlast=y\\";
        assert_eq!(read(text), [entry("list", "a,b,c", 1), entry("next", "x\\", 4), entry("last", "y", 5)]);
    }

    #[test]
    fn a_comment_cannot_be_continued_but_a_continuation_may_look_like_one() {
        assert_eq!(read("\\\n#c\na=1"), [entry("a", "1", 3)]);
        assert_eq!(read("# c\\\na=1\\\n#2\n"), [entry("a", "1#2", 2)]);
    }

    #[test]
    fn escapes_stand_for_their_characters_in_keys_and_values() {
        assert_eq!(read("a\\ b\\:c\\=d = \\t\\u00e9\\uD83D\\uDE00\\q"), [entry("a b:c=d", "\té😀q", 1)]);
        assert_eq!(Properties::parse("a=1\nb=\\u00g0"), Err(BadEscape { line: 2 }));
        assert_eq!(Properties::parse("b=\\u12"), Err(BadEscape { line: 1 }));
    }

    #[test]
    fn the_last_of_two_equal_keys_wins_and_says_its_own_line() {
        assert_eq!(read("a=1\nb=2\na=3"), [entry("b", "2", 2), entry("a", "3", 3)]);
    }

    #[test]
    fn bytes_that_are_no_utf8_are_latin_1_as_in_java() {
        assert_eq!(Properties::from_bytes(b"a=\xe9").unwrap().get("a"), Some("é"));
        assert_eq!(Properties::from_bytes("a=é".as_bytes()).unwrap().get("a"), Some("é"));
    }

    #[test]
    fn what_is_written_is_what_java_stores_and_reads_back_the_same() {
        let mut all = Properties::default();
        all.set("a b", " x = y:z #! é😀\n");
        all.set("version", "1");
        let text = all.to_text(&["Thu Jan 01 00:00:00 UTC 1970"]);
        assert_eq!(
            text,
            "#Thu Jan 01 00:00:00 UTC 1970\na\\ b=\\ x \\= y\\:z \\#\\! \\u00E9\\uD83D\\uDE00\\n\nversion=1\n"
        );
        let back = Properties::parse(&text).unwrap();
        assert_eq!(back.get("a b"), all.get("a b"));
        assert_eq!(back.get("version"), Some("1"));
    }

    #[test]
    fn no_text_makes_the_reader_panic() {
        let pieces = ["\\", "\n", "\r", "u", "00", "=", ":", " ", "#", "é", "😀", "\\u", "a", "\t", "\x0c"];
        let mut seed = 7u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..(seed % 12) {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                text.push_str(pieces[(seed >> 33) as usize % pieces.len()]);
            }
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1);
            let _ = Properties::parse(&text);
        }
    }
}
