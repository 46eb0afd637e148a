//! From lines to records: the original's LineMessageReader.
//!
//! A line ends with `\n`, `\r\n` or `\r`; the last one needs no end. With headers and a key it reads
//! `name:value,name:value<TAB>key<TAB>value`. What must hold: a line is never copied when nothing in it changes, and an
//! error names the line by its number, counted from 1.

use std::io::{self, Read};

use fancy_regex::Regex;
use memchr::{memchr2, memmem};

use crate::commands::failure::Failure;
use crate::protocol::record::Header;

/// How much is read at once.
const BLOCK: usize = 256 * 1024;
/// No broker takes a record of this size; a line without end must not eat all memory.
const LONGEST_LINE: usize = 1 << 30;

/// How a line is taken apart.
pub struct LineFormat {
    parse_key: bool,
    key_separator: Vec<u8>,
    parse_headers: bool,
    headers_delimiter: Vec<u8>,
    headers_separator: Splitter,
    headers_key_separator: Vec<u8>,
    null_marker: Option<Vec<u8>>,
    ignore_error: bool,
    /// Errors are kt's sentences without the line's number, not the original's.
    plain: bool,
}

/// What stands between two headers: in the original a regular expression, mostly a plain comma.
enum Splitter {
    Plain(Vec<u8>),
    Pattern(Regex),
}

/// The properties of the reader.
pub const KNOWN: [&str; 9] = [
    "parse.key",
    "key.separator",
    "parse.headers",
    "headers.delimiter",
    "headers.separator",
    "headers.key.separator",
    "null.marker",
    "ignore.error",
    "topic",
];

/// Key and value of a line, either of which may be null.
pub type KeyValue<'a> = (Option<&'a [u8]>, Option<&'a [u8]>);

impl LineFormat {
    /// From properties, later ones win. The checks and their sentences are the original's.
    pub fn new<'a>(properties: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Failure> {
        let (mut key, mut delimiter, mut separator, mut inner) = ("\t", "\t", ",", ":");
        let (mut parse_key, mut parse_headers, mut ignore_error, mut null_marker) = (false, false, false, None);
        let yes = |value: &str| value.trim().eq_ignore_ascii_case("true");
        for (name, value) in properties {
            match name {
                "parse.key" => parse_key = yes(value),
                "key.separator" => key = value,
                "parse.headers" => parse_headers = yes(value),
                "headers.delimiter" => delimiter = value,
                "headers.separator" => separator = value,
                "headers.key.separator" => inner = value,
                "null.marker" => null_marker = Some(value),
                "ignore.error" => ignore_error = yes(value),
                _ => {}
            }
        }
        let apart = |a: (&str, &str), b: (&str, &str)| match a.1 == b.1 {
            true => Err(Failure::new(format!("{} and {} may not be equal", a.0, b.0))),
            false => Ok(()),
        };
        let (d, s, i) =
            (("headers.delimiter", delimiter), ("headers.separator", separator), ("headers.key.separator", inner));
        apart(d, s)?;
        apart(d, i)?;
        apart(s, i)?;
        if let Some(marker) = null_marker {
            for other in [("key.separator", key), s, d, i] {
                apart(("null.marker", marker), other)?;
            }
        }
        Ok(Self {
            parse_key,
            key_separator: key.into(),
            parse_headers,
            headers_delimiter: delimiter.into(),
            headers_separator: Splitter::new(separator)?,
            headers_key_separator: inner.into(),
            null_marker: null_marker.map(Into::into),
            ignore_error,
            plain: false,
        })
    }

    /// Has errors in kt's own words, for a caller that names the line itself.
    pub fn in_own_words(self) -> Self {
        Self { plain: true, ..self }
    }

    /// What a line looks like, for a person at a terminal: `key<TAB>value`.
    pub fn shape(&self) -> String {
        let show = |bytes: &[u8]| match bytes {
            b"\t" => "<TAB>".to_owned(),
            other => String::from_utf8_lossy(other).into_owned(),
        };
        let mut shape = String::new();
        if self.parse_headers {
            let inner = show(&self.headers_key_separator);
            shape = format!("header{inner}value{}", show(&self.headers_delimiter));
        }
        if self.parse_key {
            shape += &format!("key{}", show(&self.key_separator));
        }
        shape + "value"
    }

    /// Takes a line apart; `headers` is cleared first and holds them after.
    pub fn parse<'a>(
        &self,
        line: &'a [u8],
        number: u64,
        headers: &mut Vec<Header<'a>>,
    ) -> Result<KeyValue<'a>, Failure> {
        headers.clear();
        let mut rest = line;
        let in_front =
            self.field(self.parse_headers, &mut rest, &self.headers_delimiter, "headers delimiter", line, number)?;
        let key = self.field(self.parse_key, &mut rest, &self.key_separator, "key separator", line, number)?;
        if let Some(text) = in_front.filter(|text| !self.is_null(text)) {
            self.split_headers(text, number, headers)?;
        }
        Ok((key.filter(|key| !self.is_null(key)), Some(rest).filter(|value| !self.is_null(value))))
    }

    fn is_null(&self, field: &[u8]) -> bool {
        self.null_marker.as_deref() == Some(field)
    }

    /// The field in front of `separator`; `rest` moves behind it.
    fn field<'a>(
        &self,
        wanted: bool,
        rest: &mut &'a [u8],
        separator: &[u8],
        name: &str,
        line: &[u8],
        number: u64,
    ) -> Result<Option<&'a [u8]>, Failure> {
        if !wanted {
            return Ok(None);
        }
        match memmem::find(rest, separator) {
            Some(at) => {
                let field = &rest[..at];
                *rest = &rest[at + separator.len()..];
                Ok(Some(field))
            }
            None if self.ignore_error => Ok(None),
            None if self.plain => {
                let separator = match separator {
                    b"\t" => "tab".to_owned(),
                    other => format!("'{}'", String::from_utf8_lossy(other)),
                };
                Err(Failure::new(format!("there is no {separator} in \"{}\"", String::from_utf8_lossy(line))))
            }
            None => {
                let line = String::from_utf8_lossy(line);
                Err(Failure::new(format!("No {name} found on line number {number}: '{line}'"))
                    .hint(format!("lines look like   {}", self.shape()))
                    .hint("or take such lines as values alone, with ignore.error=true"))
            }
        }
    }

    fn split_headers<'a>(&self, text: &'a [u8], number: u64, headers: &mut Vec<Header<'a>>) -> Result<(), Failure> {
        for pair in self.headers_separator.split(text) {
            let Some(at) = memmem::find(pair, &self.headers_key_separator) else {
                if self.ignore_error {
                    headers.push(Header { key: pair, value: None });
                    continue;
                }
                let pair = String::from_utf8_lossy(pair);
                return Err(Failure::new(format!(
                    "No header key separator found in pair '{pair}' on line number {number}"
                )));
            };
            let (key, value) = (&pair[..at], &pair[at + self.headers_key_separator.len()..]);
            if self.is_null(key) {
                let marker = String::from_utf8_lossy(key);
                return Err(Failure::new(format!(
                    "Header keys should not be equal to the null marker '{marker}' as they can't be null"
                )));
            }
            headers.push(Header { key, value: Some(value).filter(|value| !self.is_null(value)) });
        }
        Ok(())
    }
}

impl Splitter {
    fn new(text: &str) -> Result<Self, Failure> {
        const SPECIAL: &str = "\\^$.|?*+()[]{}";
        if !text.is_empty() && !text.contains(|c| SPECIAL.contains(c)) {
            return Ok(Self::Plain(text.into()));
        }
        let regex = Regex::new(text).map_err(|error| {
            Failure::new(format!("headers.separator is no regular expression: {text}")).because(error.to_string())
        })?;
        Ok(Self::Pattern(regex))
    }

    /// As Java's `Pattern.split`: empty pieces at the end fall away, unless there is nothing to split at all.
    fn split<'a>(&self, text: &'a [u8]) -> Vec<&'a [u8]> {
        let mut pieces = Vec::new();
        let mut from = 0;
        match self {
            Self::Plain(separator) => {
                for at in memmem::find_iter(text, separator) {
                    pieces.push(&text[from..at]);
                    from = at + separator.len();
                }
            }
            Self::Pattern(regex) => {
                // Bytes that are no text have nothing a pattern could match.
                let whole = std::str::from_utf8(text).unwrap_or_default();
                for found in regex.find_iter(whole).map_while(Result::ok) {
                    // A match of nothing at the very beginning makes no empty first piece.
                    if found.end() > 0 {
                        pieces.push(&text[from..found.start()]);
                        from = found.end();
                    }
                }
            }
        }
        if from == 0 && pieces.is_empty() {
            return vec![text];
        }
        pieces.push(&text[from..]);
        while pieces.last().is_some_and(|piece| piece.is_empty()) {
            pieces.pop();
        }
        pieces
    }
}

/// Reads blocks and gives out the whole lines in them.
pub struct Lines<R> {
    input: R,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    /// The last line ended with `\r`: a `\n` that comes next belongs to it.
    after_return: bool,
    /// What ends a line in place of the usual ends.
    delimiter: Option<Vec<u8>>,
    number: u64,
    over: bool,
}

impl<R: Read> Lines<R> {
    pub fn new(input: R) -> Self {
        Self::ending_with(None, input)
    }

    /// As [`new`](Self::new), but a line ends with `delimiter` and nothing else. It is not empty.
    pub fn ending_with(delimiter: Option<Vec<u8>>, input: R) -> Self {
        let buffer = vec![0; BLOCK];
        Self { input, buffer, start: 0, end: 0, after_return: false, delimiter, number: 0, over: false }
    }

    /// The number of the line that was given out last, counted from 1.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Waits for more input. `false`: there is none; the rest without an end is a line all the same.
    pub fn fill(&mut self) -> io::Result<bool> {
        if self.over {
            return Ok(false);
        }
        self.buffer.copy_within(self.start..self.end, 0);
        (self.start, self.end) = (0, self.end - self.start);
        if self.end == self.buffer.len() {
            if self.end >= LONGEST_LINE {
                return Err(io::Error::other(format!("line {} is longer than {LONGEST_LINE} bytes", self.number + 1)));
            }
            self.buffer.resize(self.end * 2, 0);
        }
        let got = loop {
            match self.input.read(&mut self.buffer[self.end..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.end += got;
        self.over = got == 0;
        Ok(true)
    }

    /// The next whole line that was read, without its end.
    pub fn next_line(&mut self) -> Option<&[u8]> {
        if self.after_return && self.start < self.end {
            self.after_return = false;
            self.start += usize::from(self.buffer[self.start] == b'\n');
        }
        let rest = &self.buffer[self.start..self.end];
        let found = match &self.delimiter {
            None => memchr2(b'\n', b'\r', rest).map(|at| (at, 1)),
            Some(delimiter) => memmem::find(rest, delimiter).map(|at| (at, delimiter.len())),
        };
        let line = match found {
            Some((at, length)) => {
                self.after_return = self.delimiter.is_none() && rest[at] == b'\r';
                self.start += at + length;
                &rest[..at]
            }
            None if self.over && !rest.is_empty() => {
                self.start = self.end;
                rest
            }
            None => return None,
        };
        self.number += 1;
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(properties: &[(&str, &str)]) -> LineFormat {
        LineFormat::new(properties.iter().copied()).unwrap()
    }

    /// Headers, key and value of a line as text, or the error.
    fn parse(properties: &[(&str, &str)], line: &str) -> String {
        let mut headers = Vec::new();
        let show =
            |field: Option<&[u8]>| field.map_or("null".to_owned(), |f| format!("'{}'", String::from_utf8_lossy(f)));
        match format(properties).parse(line.as_bytes(), 7, &mut headers) {
            Err(failure) => failure.what().to_owned(),
            Ok((key, value)) => {
                let headers: Vec<String> =
                    headers.iter().map(|h| format!("{}={}", String::from_utf8_lossy(h.key), show(h.value))).collect();
                format!("{headers:?} {} {}", show(key), show(value)).replace('"', "")
            }
        }
    }

    fn lines(input: &str) -> Vec<String> {
        pieces(None, input)
    }

    fn pieces(delimiter: Option<&str>, input: &str) -> Vec<String> {
        // One byte at a time, so that every end is cut in the middle once.
        struct Drip<'a>(&'a [u8]);
        impl Read for Drip<'_> {
            fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
                let n = usize::from(!self.0.is_empty());
                out[..n].copy_from_slice(&self.0[..n]);
                self.0 = &self.0[n..];
                Ok(n)
            }
        }
        let mut lines = Lines::ending_with(delimiter.map(|text| text.as_bytes().to_vec()), Drip(input.as_bytes()));
        let mut all = Vec::new();
        while lines.fill().unwrap() {
            while let Some(line) = lines.next_line() {
                all.push(String::from_utf8(line.to_vec()).unwrap());
            }
        }
        all
    }

    #[test]
    fn a_line_ends_as_in_java() {
        assert_eq!(lines("a\nb\r\nc\rd\n\n e "), ["a", "b", "c", "d", "", " e "]);
        assert_eq!(lines("a\n"), ["a"]);
        assert_eq!(lines("\r\n\r\n"), ["", ""]);
        assert!(lines("").is_empty());
    }

    #[test]
    fn a_line_may_end_with_something_else() {
        assert_eq!(pieces(Some("<>"), "a\r\nb<>c<d<><>e"), ["a\r\nb", "c<d", "", "e"]);
        assert_eq!(pieces(Some("\0"), "a\0b\0"), ["a", "b"]);
    }

    #[test]
    fn a_line_is_a_value_unless_more_is_asked_for() {
        assert_eq!(parse(&[], "a\tb"), "[] null 'a\tb'");
        assert_eq!(parse(&[("parse.key", "true")], "a\tb\tc"), "[] 'a' 'b\tc'");
        assert_eq!(parse(&[("parse.key", " TRUE ")], "\tb"), "[] '' 'b'");
        assert_eq!(parse(&[("parse.key", "true"), ("key.separator", "=>")], "c=>4"), "[] 'c' '4'");
    }

    #[test]
    fn headers_come_first_and_keep_order_and_duplicates() {
        let both = [("parse.headers", "true"), ("parse.key", "true")];
        assert_eq!(parse(&both, "a:1,a:2,b:\tk\tv"), "[a='1', a='2', b=''] 'k' 'v'");
        assert_eq!(parse(&both[..1], "a:1:2\tv"), "[a='1:2'] null 'v'");
        assert_eq!(parse(&both[..1], "a:1,,\tv"), "[a='1'] null 'v'", "as Java splits");
        let own = [
            ("parse.headers", "true"),
            ("headers.delimiter", "|"),
            ("headers.separator", ";"),
            ("headers.key.separator", "="),
        ];
        assert_eq!(parse(&own, "x=1;y=2|payload"), "[x='1', y='2'] null 'payload'");
        let pattern = [("parse.headers", "true"), ("headers.separator", "[;&]")];
        assert_eq!(parse(&pattern, "x:1;y:2&z:3\tv"), "[x='1', y='2', z='3'] null 'v'");
    }

    #[test]
    fn the_null_marker_stands_for_null_in_every_place() {
        let all = [("parse.headers", "true"), ("parse.key", "true"), ("null.marker", "NIL")];
        assert_eq!(parse(&all, "NIL\tNIL\tNIL"), "[] null null");
        assert_eq!(parse(&all, "a:NIL\tk\tNIL not quite"), "[a=null] 'k' 'NIL not quite'");
        assert!(parse(&all, "NIL:1\tk\tv").starts_with("Header keys should not be equal to the null marker 'NIL'"));
    }

    #[test]
    fn what_is_missing_is_said_in_the_originals_words() {
        let key = [("parse.key", "true"), ("key.separator", ":")];
        assert_eq!(parse(&key, "none"), "No key separator found on line number 7: 'none'");
        let headers = [("parse.headers", "true")];
        assert_eq!(parse(&headers, "x"), "No headers delimiter found on line number 7: 'x'");
        assert_eq!(parse(&headers, "x\tv"), "No header key separator found in pair 'x' on line number 7");
        assert_eq!(parse(&headers, "\tv"), "No header key separator found in pair '' on line number 7");
    }

    #[test]
    fn errors_can_be_ignored() {
        let ignore = [("parse.headers", "true"), ("parse.key", "true"), ("ignore.error", "true")];
        assert_eq!(parse(&ignore, "none"), "[] null 'none'");
        assert_eq!(parse(&ignore, "x,a:1\tk\tv"), "[x=null, a='1'] 'k' 'v'");
    }

    #[test]
    fn separators_have_to_differ() {
        for (properties, what) in [
            (&[("headers.delimiter", ",")][..], "headers.delimiter and headers.separator may not be equal"),
            (&[("headers.separator", ":")], "headers.separator and headers.key.separator may not be equal"),
            (&[("null.marker", "\t")], "null.marker and key.separator may not be equal"),
        ] {
            let failure = LineFormat::new(properties.iter().copied()).err().unwrap();
            assert_eq!(failure.what(), what);
        }
    }

    #[test]
    fn a_person_is_told_how_lines_look() {
        assert_eq!(format(&[]).shape(), "value");
        assert_eq!(format(&[("parse.key", "true"), ("key.separator", ":")]).shape(), "key:value");
        assert_eq!(
            format(&[("parse.key", "true"), ("parse.headers", "true")]).shape(),
            "header:value<TAB>key<TAB>value"
        );
    }
}
