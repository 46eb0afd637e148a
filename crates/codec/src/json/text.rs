//! JSON as the original's tools write it, where that differs from serde_json: Jackson escapes control characters with
//! capital digits, and Java prints floating-point numbers from ten million on (and below a thousandth) with an `E`.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{CharEscape, Formatter, Serializer};

/// On one line, without spaces.
pub fn to_text(value: &Value) -> String {
    let mut text = Vec::new();
    let written = value.serialize(&mut Serializer::with_formatter(&mut text, Java));
    written.expect("a value with keys of strings is written to memory without an error");
    String::from_utf8(text).expect("JSON is UTF-8")
}

struct Java;

impl Formatter for Java {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(double(value).as_bytes())
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, writer: &mut W, escape: CharEscape) -> io::Result<()> {
        let short = match escape {
            CharEscape::AsciiControl(byte) => return write!(writer, "\\u{byte:04X}"),
            CharEscape::Quote => "\\\"",
            CharEscape::ReverseSolidus => "\\\\",
            CharEscape::Solidus => "/",
            CharEscape::Backspace => "\\b",
            CharEscape::FormFeed => "\\f",
            CharEscape::LineFeed => "\\n",
            CharEscape::CarriageReturn => "\\r",
            CharEscape::Tab => "\\t",
        };
        writer.write_all(short.as_bytes())
    }
}

/// As `Double.toString` has it.
fn double(value: f64) -> String {
    let size = value.abs();
    if size == 0.0 || (1e-3..1e7).contains(&size) {
        return format!("{value:?}");
    }
    // Rust's `1e7` and `1.25e-5` are Java's `1.0E7` and `1.25E-5`.
    let (digits, exponent) = {
        let scientific = format!("{value:e}");
        let (digits, exponent) = scientific.split_once('e').expect("scientific notation has an exponent");
        (digits.to_owned(), exponent.to_owned())
    };
    let point = if digits.contains('.') { "" } else { ".0" };
    format!("{digits}{point}E{exponent}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn doubles_are_printed_as_java_does() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.5, "1.5"),
            (9999999.0, "9999999.0"),
            (1e7, "1.0E7"),
            (12345678.9, "1.23456789E7"),
            (0.001, "0.001"),
            (-1.25e-5, "-1.25E-5"),
            (f64::MAX, "1.7976931348623157E308"),
        ] {
            assert_eq!(to_text(&json!(value)), text);
        }
    }

    #[test]
    fn control_characters_have_capital_digits() {
        assert_eq!(to_text(&json!({"a": "\u{1f}\n/é"})), "{\"a\":\"\\u001F\\n/é\"}");
    }
}
