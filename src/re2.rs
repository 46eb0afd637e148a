//! Regular expressions as RE2/J reads them: what a group's members subscribe to, and what the tools check beforehand.
//!
//! RE2/J and the engine below agree on what a pattern means and both take time linear in the name, so a pattern from
//! the network can cost nobody anything. They differ in spelling: `\Q…\E`, a `{` that is no repetition, `[` inside a
//! class, `\d` that means ASCII alone. So a pattern is read here by RE2/J's rules, refused in its words, and spelt anew
//! for the engine. Java's own patterns, with look-ahead, are another thing (`commands::pattern`).

use std::collections::HashSet;
use std::fmt::Write;
use std::iter::Peekable;
use std::str::Chars;

use regex_automata::meta::{Config, Regex};
use regex_automata::util::syntax;

/// As RE2/J has it.
const MAX_REPEAT: u32 = 1000;
/// What one compiled pattern may take. RE2/J has no such limit, and `(a{1000}){1000}` its price.
const MAX_COMPILED_BYTES: usize = 4 << 20;
/// How deep groups may nest: the engine's parser is careful by itself, this one does not recurse.
const MAX_DEPTH: u32 = 250;

const INTERNAL: &str = "regexp/syntax: internal error";
const BAD_RANGE: &str = "invalid character class range";
const BAD_ESCAPE: &str = "invalid escape sequence";
const BAD_NAME: &str = "invalid named capture";
const DUPLICATE_NAME: &str = "duplicate capture group name";
const BAD_PERL: &str = "invalid or unsupported Perl syntax";
const NESTED_REPEAT: &str = "invalid nested repetition operator";
const BAD_REPEAT: &str = "invalid repeat count";
const OPEN_CLASS: &str = "missing closing ]";
const OPEN_GROUP: &str = "missing closing )";
const NOTHING_TO_REPEAT: &str = "missing argument to repetition operator";
const TRAILING_BACKSLASH: &str = "trailing backslash at end of expression";

const POSIX: [&str; 14] = [
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word",
    "xdigit",
];

/// A pattern that has to match a whole name.
#[derive(Clone, Debug)]
pub struct Pattern(Regex);

impl Pattern {
    /// The error is RE2/J's description of what is wrong.
    pub fn new(text: &str) -> Result<Pattern, &'static str> {
        let spelt = Reader::new(text).read()?;
        let engine = Regex::builder()
            .configure(Config::new().nfa_size_limit(Some(MAX_COMPILED_BYTES)).utf8_empty(false))
            .syntax(syntax::Config::new().utf8(false))
            .build(&format!(r"\A(?:{spelt})\z"))
            // What the reader lets through can still be too large, or name a class of letters that does not exist.
            .map_err(|e| if e.size_limit().is_some() { BAD_REPEAT } else { BAD_RANGE })?;
        Ok(Pattern(engine))
    }

    pub fn matches(&self, name: &str) -> bool {
        self.0.is_match(name)
    }
}

/// What a repetition would apply to.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    Nothing,
    Atom,
    Repetition,
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    out: String,
    names: HashSet<String>,
    open: u32,
    before: Before,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let rest = text.chars().peekable();
        Reader { rest, out: String::new(), names: HashSet::new(), open: 0, before: Before::Nothing }
    }

    fn read(mut self) -> Result<String, &'static str> {
        while let Some(c) = self.rest.next() {
            match c {
                '(' => self.group()?,
                ')' if self.open == 0 => return Err(INTERNAL),
                ')' => {
                    self.open -= 1;
                    self.atom(")");
                }
                '|' => {
                    self.out.push('|');
                    self.before = Before::Nothing;
                }
                '[' => self.class()?,
                '^' | '$' => self.atom(if c == '^' { "(?:^)" } else { "(?:$)" }),
                '.' => self.atom("."),
                '*' | '+' | '?' => self.repeat(c.to_string())?,
                '{' => match counted(&self.rest) {
                    Some((least, most, length)) => {
                        let too_many = |n: Option<u32>| n.is_none_or(|n| n > MAX_REPEAT);
                        if too_many(least) || most.is_some_and(|most| too_many(most) || most < least) {
                            return Err(BAD_REPEAT);
                        }
                        let text: String = self.rest.by_ref().take(length).collect();
                        self.repeat(format!("{{{text}"))?;
                    }
                    None => self.literal(c),
                },
                '\\' => self.escape()?,
                c => self.literal(c),
            }
        }
        if self.open > 0 { Err(OPEN_GROUP) } else { Ok(self.out) }
    }

    fn atom(&mut self, text: &str) {
        self.out.push_str(text);
        self.before = Before::Atom;
    }

    fn literal(&mut self, c: char) {
        spell(&mut self.out, c);
        self.before = Before::Atom;
    }

    fn repeat(&mut self, mut operator: String) -> Result<(), &'static str> {
        match self.before {
            Before::Nothing => return Err(NOTHING_TO_REPEAT),
            Before::Repetition => return Err(NESTED_REPEAT),
            Before::Atom => {}
        }
        if self.rest.next_if_eq(&'?').is_some() {
            operator.push('?');
        }
        self.out.push_str(&operator);
        self.before = Before::Repetition;
        Ok(())
    }

    fn group(&mut self) -> Result<(), &'static str> {
        let mut opening = "(?:".to_string();
        if self.rest.next_if_eq(&'?').is_some() {
            let python = self.rest.next_if_eq(&'P').is_some();
            if self.rest.next_if_eq(&'<').is_some() {
                self.name()?;
            } else if python {
                return Err(BAD_PERL);
            } else {
                let (flags, opens) = self.flags()?;
                if !opens {
                    write!(self.out, "(?{flags})").expect("a string takes all");
                    return Ok(());
                }
                opening = format!("(?{flags}:");
            }
        }
        self.open += 1;
        if self.open > MAX_DEPTH {
            return Err(INTERNAL);
        }
        self.out.push_str(&opening);
        self.before = Before::Nothing;
        Ok(())
    }

    fn name(&mut self) -> Result<(), &'static str> {
        let mut name = String::new();
        while let Some(c) = self.rest.next_if(|c| c.is_ascii_alphanumeric() || *c == '_') {
            name.push(c);
        }
        if name.is_empty() || self.rest.next() != Some('>') {
            return Err(BAD_NAME);
        }
        if self.names.insert(name) { Ok(()) } else { Err(DUPLICATE_NAME) }
    }

    /// `i-m:` or `i)` behind `(?`, and whether a group begins.
    fn flags(&mut self) -> Result<(String, bool), &'static str> {
        let (mut flags, mut negated) = (String::new(), false);
        loop {
            match self.rest.next().ok_or(BAD_PERL)? {
                c @ ('i' | 'm' | 's' | 'U') => flags.push(c),
                '-' if !negated => {
                    negated = true;
                    flags.push('-');
                }
                // A minus has to take something away, and nothing at all is only a group.
                c @ (':' | ')') if !flags.ends_with('-') && (c == ':' || !flags.is_empty()) => {
                    return Ok((flags, c == ':'));
                }
                _ => return Err(BAD_PERL),
            }
        }
    }

    fn escape(&mut self) -> Result<(), &'static str> {
        match self.rest.peek().ok_or(TRAILING_BACKSLASH)? {
            'Q' => {
                self.rest.next();
                while let Some(c) = self.rest.next() {
                    if c == '\\' && self.rest.next_if_eq(&'E').is_some() {
                        break;
                    }
                    self.literal(c);
                }
            }
            'A' | 'z' => {
                let anchor = if self.rest.next() == Some('A') { r"(?:\A)" } else { r"(?:\z)" };
                self.atom(anchor);
            }
            'b' | 'B' => {
                let edge = if self.rest.next() == Some('b') { r"(?-u:\b)" } else { r"(?-u:\B)" };
                self.atom(edge);
            }
            _ => match self.set_or_char()? {
                Escaped::Set(set) => self.atom(&format!("[{set}]")),
                Escaped::Char(c) => self.literal(c),
            },
        }
        Ok(())
    }

    /// What stands behind a backslash, in a class or outside.
    fn set_or_char(&mut self) -> Result<Escaped, &'static str> {
        let c = self.rest.next().ok_or(TRAILING_BACKSLASH)?;
        let set = match c {
            'd' => "0-9".into(),
            's' => r"\t\n\x0c\r ".into(),
            'w' => "0-9A-Za-z_".into(),
            'D' => "[^0-9]".into(),
            'S' => r"[^\t\n\x0c\r ]".into(),
            'W' => "[^0-9A-Za-z_]".into(),
            'p' | 'P' => self.letters(c == 'P')?,
            _ => return self.char_behind_backslash(c).map(Escaped::Char),
        };
        Ok(Escaped::Set(set))
    }

    /// `\pN` or `\p{Greek}`, whose names both know.
    fn letters(&mut self, negated: bool) -> Result<String, &'static str> {
        let mut name = String::new();
        match self.rest.next().ok_or(BAD_RANGE)? {
            '{' => loop {
                match self.rest.next().ok_or(BAD_RANGE)? {
                    '}' => break,
                    c => name.push(c),
                }
            },
            c => name.push(c),
        }
        let (name, negated) = match name.strip_prefix('^') {
            Some(name) => (name, !negated),
            None => (name.as_str(), negated),
        };
        // Nothing but a plain name goes through: the engine has a language of its own in there.
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphabetic() || c == '_') {
            return Err(BAD_RANGE);
        }
        Ok(format!(r"\{}{{{}}}", if negated { 'P' } else { 'p' }, if name == "Any" { "any" } else { name }))
    }

    fn char_behind_backslash(&mut self, c: char) -> Result<char, &'static str> {
        let octal = |c: &char| ('0'..='7').contains(c);
        match c {
            '1'..='7' if !self.rest.peek().is_some_and(octal) => Err(BAD_ESCAPE),
            '0'..='7' => {
                let mut value = c as u32 - '0' as u32;
                for _ in 0..2 {
                    match self.rest.next_if(octal) {
                        Some(digit) => value = value * 8 + digit as u32 - '0' as u32,
                        None => break,
                    }
                }
                char::from_u32(value).ok_or(BAD_ESCAPE)
            }
            'x' => self.hex(),
            'a' => Ok('\x07'),
            'f' => Ok('\x0c'),
            'n' => Ok('\n'),
            'r' => Ok('\r'),
            't' => Ok('\t'),
            'v' => Ok('\x0b'),
            c if !c.is_ascii_alphanumeric() => Ok(c),
            _ => Err(BAD_ESCAPE),
        }
    }

    fn hex(&mut self) -> Result<char, &'static str> {
        let mut value = 0u32;
        let mut push = |digit: Option<char>| -> Result<(), &'static str> {
            let digit = digit.and_then(|c| c.to_digit(16)).ok_or(BAD_ESCAPE)?;
            value = value.checked_mul(16).and_then(|v| v.checked_add(digit)).ok_or(BAD_ESCAPE)?;
            Ok(())
        };
        if self.rest.next_if_eq(&'{').is_some() {
            push(self.rest.next())?;
            while self.rest.next_if_eq(&'}').is_none() {
                push(self.rest.next())?;
            }
        } else {
            push(self.rest.next())?;
            push(self.rest.next())?;
        }
        char::from_u32(value).ok_or(BAD_ESCAPE)
    }

    fn class(&mut self) -> Result<(), &'static str> {
        let mut spelt = String::from("[");
        if self.rest.next_if_eq(&'^').is_some() {
            spelt.push('^');
        }
        let mut first = true;
        loop {
            let c = self.rest.next().ok_or(OPEN_CLASS)?;
            match c {
                ']' if !first => break,
                '[' if self.rest.peek() == Some(&':') && self.posix(&mut spelt)? => {}
                '\\' if matches!(self.rest.peek(), Some('d' | 's' | 'w' | 'D' | 'S' | 'W' | 'p' | 'P')) => {
                    if let Escaped::Set(set) = self.set_or_char()? {
                        spelt.push_str(&set);
                    }
                }
                c => {
                    let low = self.class_char(c)?;
                    spell(&mut spelt, low);
                    let mut ahead = self.rest.clone();
                    if ahead.next() == Some('-') && ahead.next().is_some_and(|c| c != ']') {
                        self.rest.next();
                        let c = self.rest.next().ok_or(OPEN_CLASS)?;
                        let high = self.class_char(c)?;
                        if high < low {
                            return Err(BAD_RANGE);
                        }
                        spelt.push('-');
                        spell(&mut spelt, high);
                    }
                }
            }
            first = false;
        }
        spelt.push(']');
        self.atom(&spelt);
        Ok(())
    }

    fn class_char(&mut self, c: char) -> Result<char, &'static str> {
        if c != '\\' {
            return Ok(c);
        }
        let c = self.rest.next().ok_or(TRAILING_BACKSLASH)?;
        self.char_behind_backslash(c)
    }

    /// `[:alpha:]` in a class; without its end the bracket is only a bracket.
    fn posix(&mut self, spelt: &mut String) -> Result<bool, &'static str> {
        let ahead: String = self.rest.clone().skip(1).collect();
        let Some((name, _)) = ahead.split_once(":]") else { return Ok(false) };
        if !POSIX.contains(&name.strip_prefix('^').unwrap_or(name)) {
            return Err(BAD_RANGE);
        }
        write!(spelt, "[:{name}:]").expect("a string takes all");
        self.rest.by_ref().take(name.chars().count() + 3).for_each(drop);
        Ok(true)
    }
}

enum Escaped {
    /// The inside of a class.
    Set(String),
    Char(char),
}

fn spell(out: &mut String, c: char) {
    if c.is_ascii_alphanumeric() {
        out.push(c);
    } else {
        write!(out, "\\x{{{:X}}}", c as u32).expect("a string takes all");
    }
}

/// `3}`, `3,}` or `3,5}` behind a brace: the least and the most, `None` where the number is far too large, and the
/// length. `None` when the brace is only a brace.
fn counted(rest: &Peekable<Chars>) -> Option<(Option<u32>, Option<Option<u32>>, usize)> {
    let mut ahead = rest.clone();
    let mut length = 0;
    let number = |ahead: &mut Peekable<Chars>, length: &mut usize| {
        let mut digits = String::new();
        while let Some(digit) = ahead.next_if(char::is_ascii_digit) {
            digits.push(digit);
            *length += 1;
        }
        (!digits.is_empty()).then(|| digits.parse().ok())
    };
    let least = number(&mut ahead, &mut length)?;
    let mut most = Some(least);
    if ahead.next_if_eq(&',').is_some() {
        length += 1;
        most = number(&mut ahead, &mut length);
    }
    (ahead.next() == Some('}')).then_some((least, most, length + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What RE2/J 1.8, which comes with Apache Kafka 4.3.1, says of each.
    const SAID: &str = r"
        (                   missing closing )
        )                   regexp/syntax: internal error
        a)                  regexp/syntax: internal error
        [                   missing closing ]
        [a                  missing closing ]
        *                   missing argument to repetition operator
        a**                 invalid nested repetition operator
        a++                 invalid nested repetition operator
        x{2}{3}             invalid nested repetition operator
        {1}                 missing argument to repetition operator
        a{1001}             invalid repeat count
        a{99999999999}      invalid repeat count
        a{2,1}              invalid repeat count
        (?=a)               invalid or unsupported Perl syntax
        (?x)a               invalid or unsupported Perl syntax
        (?u)a               invalid or unsupported Perl syntax
        (?P>n)              invalid or unsupported Perl syntax
        (?<=a)              invalid named capture
        (?P<n               invalid named capture
        (?P<n>a)(?P<n>b)    duplicate capture group name
        (?:                 missing closing )
        \1                  invalid escape sequence
        \                   trailing backslash at end of expression
        \q                  invalid escape sequence
        \Z                  invalid escape sequence
        [z-a]               invalid character class range
        [a-\d]              invalid escape sequence
        [\Qa]\E]            invalid escape sequence
        [[:foo:]]           invalid character class range
        \p{Foo}             invalid character class range
    ";

    #[test]
    fn patterns_are_refused_in_the_originals_words() {
        for line in SAID.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (pattern, said) = line.split_once(' ').unwrap();
            assert_eq!(Pattern::new(pattern).err(), Some(said.trim()), "{pattern}");
        }
        // Too large for this program alone.
        assert_eq!(Pattern::new("((a{1000}){1000}){1000}").err(), Some(BAD_REPEAT));
        assert_eq!(Pattern::new(&"(".repeat(100_000)).err(), Some(INTERNAL));
    }

    #[test]
    fn a_pattern_matches_whole_names_as_the_originals_does() {
        // With each, which of a, A, & and a] it matches there.
        for (pattern, matches) in [
            ("a{", [false; 4]),
            ("(?<n>a)", [true, false, false, false]),
            ("[a[b]]", [false, false, false, true]),
            ("[a&&b]", [true, false, true, false]),
            ("[[:alpha:]]", [true, true, false, false]),
            ("(?i)A", [true, true, false, false]),
            ("(?i-m:a)", [true, true, false, false]),
            ("a*?", [true, false, false, false]),
            (r"\x41", [false, true, false, false]),
            (r"\x{41}", [false, true, false, false]),
            ("a||b", [true, false, false, false]),
            ("(?-s).", [true, true, true, false]),
            ("[]a]", [true, false, false, false]),
            ("[^]a]", [false, true, true, false]),
            ("[a-]", [true, false, false, false]),
            ("[-a]", [true, false, false, false]),
            (r"\Qa]\E", [false, false, false, true]),
            ("a]?", [true, false, false, true]),
            (r"\w", [true, true, false, false]),
            (r"\W", [false, false, true, false]),
            (r"\ba\b", [true, false, false, false]),
            (r"\pL", [true, true, false, false]),
            (r"\p{^L}", [false, false, true, false]),
            ("", [false; 4]),
        ] {
            let compiled = Pattern::new(pattern).unwrap_or_else(|e| panic!("{pattern}: {e}"));
            assert_eq!(["a", "A", "&", "a]"].map(|name| compiled.matches(name)), matches, "{pattern}");
        }
    }

    #[test]
    fn whatever_else_the_original_reads_is_read() {
        for pattern in [
            "|",
            "^*",
            "{",
            "}",
            "a{,2}",
            "a{1",
            "a{1,",
            "a{1,2",
            "a{0}",
            "a{1000}",
            r"\07",
            r"\12",
            r"\a",
            r"\_",
            r"\é",
            "[--/]",
            "[a~~b]",
            r"\Qabc",
            r"\z",
            r"\p{Greek}",
            "[[:^alpha:]]",
            "[[:]",
            "[a-b-c]",
        ] {
            assert!(Pattern::new(pattern).is_ok(), "{pattern}: {:?}", Pattern::new(pattern).err());
        }
        assert!(Pattern::new("orders-.*|payments").unwrap().matches("orders-eu"));
        assert!(!Pattern::new("orders").unwrap().matches("orders-eu"));
    }
}
