//! Made-up records: `--template '{"id":{{seq}},"at":"{{now}}","n":{{int 1 100}}}' -n 1000`.
//!
//! What must hold: the same seed makes the same records, but for the clock's and the ids'.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::commands::failure::Failure;
use crate::output::human;

#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Text(String),
    Seq,
    Now,
    NowMillis,
    Uuid,
    Int(i64, i64),
    Float(f64, f64),
    Pick(Vec<String>),
    Letters(usize),
    Hex(usize),
    Bool,
}

pub struct Template {
    key: Option<Vec<Piece>>,
    value: Vec<Piece>,
    /// How many; `None`: without end.
    count: Option<u64>,
    dice: Dice,
}

/// What can stand between braces.
pub const WORDS: &str = "seq, now, now_ms, uuid, int A B, float A B, pick A B …, letters N, hex N, bool";

impl Template {
    pub fn new(key: Option<&str>, value: &str, count: Option<u64>, seed: u64) -> Result<Self, Failure> {
        Ok(Self { key: key.map(pieces).transpose()?, value: pieces(value)?, count, dice: Dice(seed) })
    }

    /// The same text each time.
    pub fn same(value: &str, count: Option<u64>) -> Self {
        Self { key: None, value: vec![Piece::Text(value.to_owned())], count, dice: Dice(0) }
    }

    /// Whether another one is to be made after so many.
    pub fn goes_on(&self, made: u64) -> bool {
        self.count.is_none_or(|count| made < count)
    }

    /// How many there will be.
    pub fn count(&self) -> Option<u64> {
        self.count
    }

    /// Key and value of the record of this number, counted from 1.
    pub fn render(&mut self, number: u64) -> (Option<Vec<u8>>, Vec<u8>) {
        let Self { key, value, dice, .. } = self;
        (key.as_ref().map(|pieces| render(pieces, number, dice)), render(value, number, dice))
    }
}

fn render(pieces: &[Piece], number: u64, dice: &mut Dice) -> Vec<u8> {
    let now = || {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    };
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Seq => out.push_str(&number.to_string()),
            Piece::Now => out.push_str(&human::iso(now())),
            Piece::NowMillis => out.push_str(&now().to_string()),
            Piece::Uuid => out.push_str(&dice.uuid()),
            Piece::Int(from, to) => out.push_str(&dice.between(*from, *to).to_string()),
            Piece::Float(from, to) => out.push_str(&format!("{:.3}", from + dice.part() * (to - from))),
            Piece::Pick(words) => out.push_str(&words[dice.below(words.len() as u64) as usize]),
            Piece::Letters(count) => out.extend((0..*count).map(|_| char::from(b'a' + dice.below(26) as u8))),
            Piece::Hex(count) => {
                out.extend((0..*count).filter_map(|_| char::from_digit(dice.below(16) as u32, 16)));
            }
            Piece::Bool => out.push_str(if dice.below(2) == 0 { "false" } else { "true" }),
        }
    }
    out.into_bytes()
}

fn pieces(text: &str) -> Result<Vec<Piece>, Failure> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("{{") {
        // `{{{seq}}` begins a JSON object and then the word.
        let at = at + rest[at..].bytes().take_while(|b| *b == b'{').count() - 2;
        if at > 0 {
            pieces.push(Piece::Text(rest[..at].to_owned()));
        }
        let inside = &rest[at + 2..];
        let end = inside.find("}}").ok_or_else(|| {
            Failure::usage("--template: a {{ has no }}").hint(format!("between them stands one of: {WORDS}"))
        })?;
        pieces.push(word(inside[..end].trim())?);
        rest = &inside[end + 2..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    Ok(pieces)
}

fn word(text: &str) -> Result<Piece, Failure> {
    let wrong =
        || Failure::usage(format!("--template: {{{{{text}}}}} means nothing")).hint(format!("there are {WORDS}"));
    let words: Vec<&str> = text.split_whitespace().collect();
    let length = |text: &str| text.parse::<usize>().ok().filter(|n| *n <= 1 << 20).ok_or_else(wrong);
    Ok(match words.as_slice() {
        ["seq"] => Piece::Seq,
        ["now"] => Piece::Now,
        ["now_ms"] => Piece::NowMillis,
        ["uuid"] => Piece::Uuid,
        ["bool"] => Piece::Bool,
        ["int", from, to] => {
            let (from, to) = (from.parse().map_err(|_| wrong())?, to.parse().map_err(|_| wrong())?);
            if from > to {
                return Err(wrong());
            }
            Piece::Int(from, to)
        }
        ["float", from, to] => Piece::Float(from.parse().map_err(|_| wrong())?, to.parse().map_err(|_| wrong())?),
        ["pick", words @ ..] if !words.is_empty() => Piece::Pick(words.iter().map(|w| (*w).to_owned()).collect()),
        ["letters", count] => Piece::Letters(length(count)?),
        ["hex", count] => Piece::Hex(length(count)?),
        _ => return Err(wrong()),
    })
}

/// SplitMix64: the same seed, the same numbers.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }

    /// Both ends included.
    fn between(&mut self, from: i64, to: i64) -> i64 {
        match to.abs_diff(from).checked_add(1) {
            Some(count) => from.wrapping_add_unsigned(self.below(count)),
            None => self.next().cast_signed(),
        }
    }

    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn uuid(&mut self) -> String {
        let (a, b) = (self.next(), self.next());
        let (a, b) = (a & !0xf000 | 0x4000, b & !(3 << 62) | 1 << 63);
        format!(
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            a >> 32,
            a >> 16 & 0xffff,
            a & 0xffff,
            b >> 48,
            b & 0xffff_ffff_ffff
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn make(key: Option<&str>, value: &str, seed: u64, count: u64) -> Vec<(Option<String>, String)> {
        let mut template = Template::new(key, value, Some(count), seed).unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (1..=count).map(|n| template.render(n)).map(|(key, value)| (key.map(text), text(value))).collect()
    }

    #[test]
    fn words_in_braces_are_made_anew_for_each_record() {
        assert_eq!(
            make(Some("k-{{seq}}"), r#"{"id":{{ seq }}}"#, 1, 2),
            [(Some("k-1".into()), r#"{"id":1}"#.into()), (Some("k-2".into()), r#"{"id":2}"#.into())]
        );
        assert_eq!(make(None, "{{{seq}}}", 1, 1)[0].1, "{1}");
        for (_, value) in make(None, "{{int 5 7}} {{pick a b}} {{hex 4}} {{letters 3}} {{float 0 1}} {{bool}}", 7, 100)
        {
            let words: Vec<&str> = value.split(' ').collect();
            assert!((5..=7).contains(&words[0].parse::<i64>().unwrap()) && ["a", "b"].contains(&words[1]), "{value}");
            assert_eq!((words[2].len(), words[3].len()), (4, 3));
            assert!((0.0..=1.0).contains(&words[4].parse::<f64>().unwrap()));
        }
        assert_eq!(make(None, "{{uuid}}", 1, 1)[0].1.len(), 36);
        assert!(make(None, "{{int -9223372036854775808 9223372036854775807}}", 1, 1)[0].1.parse::<i64>().is_ok());
    }

    #[test]
    fn a_seed_makes_the_same_records_again() {
        let text = "{{int 1 1000000}}-{{hex 16}}-{{uuid}}";
        assert_eq!(make(None, text, 3, 10), make(None, text, 3, 10));
        assert_ne!(make(None, text, 3, 10), make(None, text, 4, 10));
    }

    #[test]
    fn what_means_nothing_is_refused() {
        for wrong in ["{{seq", "{{frob}}", "{{int 1}}", "{{int 2 1}}", "{{pick}}", "{{hex 99999999}}", "{{}}"] {
            assert!(Template::new(None, wrong, None, 1).is_err(), "{wrong}");
        }
    }
}
