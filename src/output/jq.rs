//! jq inside: expressions over a result's JSON or a record's envelope, by the crate jaq. The one place that names it.

use std::io;

use jaq_core::data::JustLut;
use jaq_core::load::{Arena, File, Loader};
use jaq_core::{Compiler, Ctx, Filter, Vars, compile, load, unwrap_valr};
use jaq_json::Val;
use jaq_json::write::Pp;
use serde::Serialize;

/// An expression that was understood.
pub struct Jq {
    filter: Filter<JustLut<Val>>,
}

impl Jq {
    /// The error is a sentence that names the place.
    pub fn new(expression: &str) -> Result<Self, String> {
        let definitions = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs());
        let functions = jaq_core::funs().chain(jaq_std::funs()).chain(jaq_json::funs());
        let arena = Arena::default();
        let modules = Loader::new(definitions).load(&arena, File { code: expression, path: () }).map_err(|errors| {
            errors.into_iter().next().map_or_else(String::new, |(_, error)| unread(&error, expression))
        })?;
        let filter = Compiler::default().with_funs(functions).compile(modules).map_err(|errors| {
            let unknown = errors.into_iter().flat_map(|(_, errors)| errors).next();
            unknown.map_or_else(String::new, |(name, kind): compile::Error<&str>| {
                format!("there is no {} {name}", kind.as_str())
            })
        })?;
        Ok(Self { filter })
    }

    /// All results for one JSON value, until `each` says no more. The error is a sentence, of the expression or `each`.
    pub fn run(&self, json: &[u8], each: &mut dyn FnMut(Val) -> Result<bool, String>) -> Result<(), String> {
        let input = jaq_json::read::parse_single(json).map_err(|error| error.to_string())?;
        let context = Ctx::<JustLut<Val>>::new(&self.filter.lut, Vars::new([]));
        for result in self.filter.id.run((context, input)).map(unwrap_valr) {
            if !each(result.map_err(|error| error.to_string())?)? {
                break;
            }
        }
        Ok(())
    }

    /// Several expressions as one, whose results [`firsts`](Self::firsts) gives.
    pub fn several(expressions: &[&str]) -> Result<Self, String> {
        // Each alone first: an error is to be of the expression that somebody wrote.
        for expression in expressions {
            Self::new(expression)?;
        }
        let wrapped: Vec<String> = expressions.iter().map(|expression| format!("([{expression}]|.[0])")).collect();
        Self::new(&wrapped.join(","))
    }

    /// Of each of [`several`](Self::several) expressions the first result, as bytes: of a string its text, of anything
    /// else its JSON; nothing for null or if there is none.
    pub fn firsts(&self, json: &[u8]) -> Result<Vec<Option<Vec<u8>>>, String> {
        let mut all = Vec::new();
        self.run(json, &mut |value| {
            let mut text = Vec::new();
            if !matches!(value, Val::Null) {
                write(&value, true, &mut text).map_err(|error| error.to_string())?;
                text.pop(); // the end of the line
            }
            all.push((!matches!(value, Val::Null)).then_some(text));
            Ok(true)
        })?;
        Ok(all)
    }

    /// Whether any result is neither false nor null.
    pub fn is_true(&self, json: &[u8]) -> Result<bool, String> {
        let mut truth = false;
        self.run(json, &mut |value| {
            truth |= !matches!(value, Val::Null | Val::Bool(false));
            Ok(!truth)
        })?;
        Ok(truth)
    }
}

/// The `--jq EXPR` of a call.
pub struct Selection {
    jq: Jq,
    raw: bool,
}

impl Selection {
    pub fn new(expression: &str, raw: bool) -> Result<Self, String> {
        Ok(Self { jq: Jq::new(expression)?, raw })
    }

    /// What the expression makes of a value's JSON, a line a result.
    pub fn of(&self, value: &(impl Serialize + ?Sized)) -> Result<Vec<u8>, String> {
        let json = serde_json::to_vec(value).map_err(|error| error.to_string())?;
        let mut lines = Vec::new();
        self.jq.run(&json, &mut |value| {
            write(&value, self.raw, &mut lines).map(|()| true).map_err(|error| error.to_string())
        })?;
        Ok(lines)
    }
}

/// Writes a result on one line; `raw`: a text without its quotes.
pub fn write(value: &Val, raw: bool, out: &mut Vec<u8>) -> io::Result<()> {
    match value {
        Val::TStr(text) | Val::BStr(text) if raw => out.extend_from_slice(text),
        value => jaq_json::write::write(out, &Pp::default(), 0, value)?,
    }
    out.push(b'\n');
    Ok(())
}

fn unread(error: &load::Error<&str>, expression: &str) -> String {
    let place = |rest: &str| match rest.is_empty() {
        true => "at its end".to_owned(),
        false => format!("at '{rest}'"),
    };
    let (expected, place) = match error {
        load::Error::Io(errors) => {
            return errors.first().map_or_else(String::new, |(path, why)| format!("{path}: {why}"));
        }
        load::Error::Lex(errors) => match errors.first() {
            Some((expected, rest)) => (expected.as_str(), place(rest)),
            None => return String::new(),
        },
        load::Error::Parse(errors) => match errors.first() {
            Some((expected, rest)) => (expected.as_str(), place(rest)),
            None => return String::new(),
        },
    };
    let kind =
        if expected.chars().all(|c| c.is_ascii_punctuation()) { format!("'{expected}'") } else { expected.to_owned() };
    format!("'{expression}' is no jq expression: expected {kind} {place}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDER: &[u8] = br#"{"key":"o-1","value":{"total":12,"id":12345678901234567890123},"headers":[]}"#;

    fn results(expression: &str, raw: bool) -> Vec<String> {
        let mut all = Vec::new();
        Jq::new(expression)
            .unwrap()
            .run(ORDER, &mut |value| {
                let mut out = Vec::new();
                write(&value, raw, &mut out).unwrap();
                all.push(String::from_utf8(out).unwrap());
                Ok(true)
            })
            .unwrap();
        all
    }

    #[test]
    fn expressions_are_those_of_jq() {
        assert_eq!(results(".value.total", false), ["12\n"]);
        assert_eq!(results(".key, {a: .value.total}", false), ["\"o-1\"\n", "{\"a\":12}\n"]);
        assert_eq!(results(".key | ascii_upcase", true), ["O-1\n"]);
        assert_eq!(results(".value.id", false), ["12345678901234567890123\n"], "no digit is lost");
        assert_eq!(results("0 | todate", false), ["\"1970-01-01T00:00:00Z\"\n"]);
        assert!(results("empty", false).is_empty());
    }

    #[test]
    fn a_condition_holds_unless_it_is_false_or_null() {
        let truth = |expression: &str| Jq::new(expression).unwrap().is_true(ORDER);
        assert_eq!(truth(".value.total > 10"), Ok(true));
        assert_eq!(truth(".value.total > 12"), Ok(false));
        assert_eq!([truth(".nothing"), truth("empty"), truth("0")], [Ok(false), Ok(false), Ok(true)]);
        assert!(truth(".key.total").unwrap_err().contains("o-1"));
    }

    #[test]
    fn what_is_no_expression_is_refused_with_its_place() {
        let refused = |expression: &str| Jq::new(expression).err().unwrap();
        assert_eq!(refused(".a ="), "'.a =' is no jq expression: expected term at its end");
        assert!(refused("(.a").contains("closing parenthesis"), "{}", refused("(.a"));
        assert_eq!(refused("frobnicate"), "there is no filter frobnicate");
    }
}
