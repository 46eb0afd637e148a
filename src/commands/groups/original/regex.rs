//! Whether a pattern is one of RE2/J, the engine that resolves regular expressions of subscriptions, and if not, why: in
//! that engine's words. Only the grammar is checked; nothing is matched here.

use std::collections::HashSet;

const INTERNAL: &str = "regexp/syntax: internal error";
const RANGE: &str = "invalid character class range";
const ESCAPE: &str = "invalid escape sequence";
const NAME: &str = "invalid named capture";
const PERL: &str = "invalid or unsupported Perl syntax";
const NESTED: &str = "invalid nested repetition operator";
const COUNT: &str = "invalid repeat count";
const BRACKET: &str = "missing closing ]";
const PAREN: &str = "missing closing )";
const NOTHING: &str = "missing argument to repetition operator";
const BACKSLASH: &str = "trailing backslash at end of expression";
const TWICE: &str = "duplicate capture group name";

/// The most a repetition may ask for.
const MOST: u32 = 1000;

const CATEGORIES: &str =
    "Any C Cc Cf Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs";
const POSIX: &str = "alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit";

type Checked<T = ()> = Result<T, &'static str>;

/// `Ok`, or what is wrong with it.
pub fn check(pattern: &str) -> Checked {
    let mut reader = Reader { rest: pattern, groups: Vec::new(), names: HashSet::new() };
    reader.expression()
}

/// What the last thing was, for an operator that follows.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Nothing,
    Item,
    /// An item with its repetition; a second one is refused.
    Repeated,
}

struct Reader<'a> {
    rest: &'a str,
    /// What stood before each open parenthesis does not matter after it closes: a group is an item.
    groups: Vec<()>,
    names: HashSet<&'a str>,
}

impl<'a> Reader<'a> {
    fn expression(&mut self) -> Checked {
        let mut last = Last::Nothing;
        while let Some(c) = self.next() {
            last = match c {
                '(' => {
                    if self.rest.starts_with('?') && self.flags()? {
                        match last {
                            Last::Repeated => Last::Item,
                            last => last,
                        }
                    } else {
                        self.groups.push(());
                        Last::Nothing
                    }
                }
                ')' => {
                    self.groups.pop().ok_or(INTERNAL)?;
                    Last::Item
                }
                '|' => Last::Nothing,
                '[' => {
                    self.class()?;
                    Last::Item
                }
                '*' | '+' | '?' => self.repeated(last)?,
                '{' => match self.count()? {
                    true => self.repeated(last)?,
                    false => Last::Item,
                },
                '\\' => {
                    self.escape_outside()?;
                    Last::Item
                }
                _ => Last::Item,
            };
        }
        if self.groups.is_empty() { Ok(()) } else { Err(PAREN) }
    }

    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn eat(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn repeated(&mut self, last: Last) -> Checked<Last> {
        self.eat("?");
        match last {
            Last::Nothing => Err(NOTHING),
            Last::Item => Ok(Last::Repeated),
            Last::Repeated => Err(NESTED),
        }
    }

    /// `{2}`, `{2,}`, `{2,3}`; anything else is a brace like any other letter.
    fn count(&mut self) -> Checked<bool> {
        let Some((inner, after)) = self.rest.split_once('}') else { return Ok(false) };
        let number = |text: &str| -> Option<u32> {
            let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            let leading_zero = text.len() > 1 && text.starts_with('0');
            (digits && !leading_zero).then(|| text.parse().unwrap_or(u32::MAX))
        };
        let (least, most) = match inner.split_once(',') {
            None => (number(inner), number(inner)),
            Some((least, "")) => (number(least), Some(0)),
            Some((least, most)) => (number(least), number(most)),
        };
        let (Some(least), Some(most)) = (least, most) else { return Ok(false) };
        self.rest = after;
        let open = inner.ends_with(',');
        if least > MOST || most > MOST || (!open && least > most) { Err(COUNT) } else { Ok(true) }
    }

    /// After `(`: a named group or a group with flags (false), or flags for what follows (true).
    fn flags(&mut self) -> Checked<bool> {
        if self.eat("?P<") || self.eat("?<") {
            let (name, after) = self.rest.split_once('>').ok_or(NAME)?;
            if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                return Err(NAME);
            }
            if !self.names.insert(name) {
                return Err(TWICE);
            }
            self.rest = after;
            return Ok(false);
        }
        self.eat("?");
        let (mut minus, mut flag) = (false, false);
        while let Some(c) = self.next() {
            match c {
                'i' | 'm' | 's' | 'U' => flag = true,
                '-' if !minus => (minus, flag) = (true, false),
                ':' | ')' if !minus || flag => return Ok(c == ')'),
                _ => break,
            }
        }
        Err(PERL)
    }

    fn escape_outside(&mut self) -> Checked {
        let c = self.rest.chars().next().ok_or(BACKSLASH)?;
        match c {
            'A' | 'b' | 'B' | 'z' | 'd' | 'D' | 's' | 'S' | 'w' | 'W' => {
                self.next();
                Ok(())
            }
            'Q' => {
                self.rest = self.rest.split_once("\\E").map_or("", |(_, after)| after);
                Ok(())
            }
            'p' | 'P' => self.property(),
            _ => self.escape().map(drop),
        }
    }

    /// `pL` or `p{Greek}`.
    fn property(&mut self) -> Checked {
        self.next();
        let name = match self.next().ok_or(RANGE)? {
            '{' => {
                let (name, after) = self.rest.split_once('}').ok_or(RANGE)?;
                self.rest = after;
                name.strip_prefix('^').unwrap_or(name).to_owned()
            }
            letter => letter.to_string(),
        };
        if CATEGORIES.split(' ').any(|known| known == name) || is_script(&name) { Ok(()) } else { Err(RANGE) }
    }

    /// A letter after a backslash, inside of a class or not; gives the character it stands for.
    fn escape(&mut self) -> Checked<char> {
        let c = self.next().ok_or(BACKSLASH)?;
        let octal = |c: Option<char>| c.and_then(|c| c.to_digit(8));
        match c {
            '1'..='7' if octal(self.rest.chars().next()).is_none() => Err(ESCAPE),
            '0'..='7' => {
                let mut value = c.to_digit(8).unwrap_or(0);
                for _ in 0..2 {
                    let Some(digit) = octal(self.rest.chars().next()) else { break };
                    value = value * 8 + digit;
                    self.next();
                }
                char::from_u32(value).ok_or(ESCAPE)
            }
            'x' => {
                let hex = if self.eat("{") {
                    let (hex, after) = self.rest.split_once('}').ok_or(ESCAPE)?;
                    self.rest = after;
                    hex
                } else {
                    let hex = self.rest.get(..2).ok_or(ESCAPE)?;
                    self.rest = &self.rest[2..];
                    hex
                };
                let digits = !hex.is_empty() && hex.bytes().all(|b| b.is_ascii_hexdigit());
                let value = digits.then(|| u32::from_str_radix(hex, 16).ok()).flatten().ok_or(ESCAPE)?;
                // Half of a pair is a number like any other there.
                if value > 0x10_ffff { Err(ESCAPE) } else { Ok(char::from_u32(value).unwrap_or('\u{fffd}')) }
            }
            'a' => Ok('\x07'),
            'f' => Ok('\x0c'),
            'n' => Ok('\n'),
            'r' => Ok('\r'),
            't' => Ok('\t'),
            'v' => Ok('\x0b'),
            c if c.is_ascii_alphanumeric() => Err(ESCAPE),
            c => Ok(c),
        }
    }

    /// After `[`.
    fn class(&mut self) -> Checked {
        self.eat("^");
        let mut first = true;
        loop {
            if self.rest.is_empty() {
                return Err(BRACKET);
            }
            if !first && self.eat("]") {
                return Ok(());
            }
            first = false;
            if let Some(inner) = self.rest.strip_prefix("[:")
                && let Some((name, after)) = inner.split_once(":]")
            {
                let name = name.strip_prefix('^').unwrap_or(name);
                if !POSIX.split(' ').any(|known| known == name) {
                    return Err(RANGE);
                }
                self.rest = after;
                continue;
            }
            if let Some(escaped) = self.rest.strip_prefix('\\') {
                match escaped.chars().next() {
                    Some('p' | 'P') => {
                        self.rest = escaped;
                        self.property()?;
                        continue;
                    }
                    Some('d' | 'D' | 's' | 'S' | 'w' | 'W') => {
                        self.rest = &escaped[1..];
                        continue;
                    }
                    _ => {}
                }
            }
            let low = self.of_class()?;
            if self.rest.starts_with('-') && !self.rest[1..].starts_with(']') && self.rest.len() > 1 {
                self.next();
                let high = self.of_class()?;
                if high < low {
                    return Err(RANGE);
                }
            }
        }
    }

    fn of_class(&mut self) -> Checked<char> {
        match self.next().ok_or(BRACKET)? {
            '\\' => self.escape(),
            c => Ok(c),
        }
    }
}

/// A script's name as Unicode writes it.
fn is_script(name: &str) -> bool {
    // The engine at hand also knows Perl's `IsGreek`.
    let perl = name.strip_prefix("Is").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()));
    let spelled = name.starts_with(|c: char| c.is_ascii_uppercase())
        && !perl
        && name.len() > 2
        && name.chars().all(|c| c.is_ascii_alphabetic() || c == '_');
    spelled && fancy_regex::Regex::new(&format!("\\p{{Script={name}}}")).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What RE2/J, as the original 4.3.1 has it, said to each of them.
    #[test]
    fn patterns_are_judged_as_by_the_original() {
        for line in include_str!("regex.tsv").lines() {
            let (pattern, verdict) = line.split_once('\t').expect("a pattern and a verdict");
            assert_eq!(check(pattern).err().unwrap_or("valid"), verdict, "{pattern}");
        }
    }

    #[test]
    fn a_pattern_nested_without_end_is_read_without_harm() {
        assert_eq!(check(&"(".repeat(100_000)), Err(PAREN));
        assert_eq!(check(&"(a)*".repeat(10_000)), Ok(()));
    }
}
