//! A value of a type: what a text means, and how Kafka prints it back.
//!
//! [`parse`] reads as Kafka's ConfigDef does (Java's trim, Java's numbers, lists split at commas) and fails with its
//! words; `Display` prints as Java's `toString`, which error messages carry; [`Value::to_text`] prints as
//! DescribeConfigs does.

use std::fmt;

use super::keys::Kind;

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Short(i16),
    Int(i32),
    Long(i64),
    Double(f64),
    /// A string or the name of a class.
    Text(String),
    /// Never shown: `Display` hides it, [`Value::to_text`] does not.
    Secret(String),
    List(Vec<String>),
}

/// The value `text` means for key `name` of type `kind`, or Kafka's words for why it means none.
pub fn parse(kind: Kind, name: &str, text: &str) -> Result<Value, String> {
    let trimmed = java_trim(text);
    let not_a_number = |of: &str| format!("Invalid value {text} for configuration {name}: Not a number of type {of}");
    Ok(match kind {
        Kind::Boolean if trimmed.eq_ignore_ascii_case("true") => Value::Bool(true),
        Kind::Boolean if trimmed.eq_ignore_ascii_case("false") => Value::Bool(false),
        Kind::Boolean => {
            return Err(format!(
                "Invalid value {text} for configuration {name}: Expected value to be either true or false"
            ));
        }
        Kind::Short => Value::Short(trimmed.parse().map_err(|_| not_a_number("SHORT"))?),
        Kind::Int => Value::Int(trimmed.parse().map_err(|_| not_a_number("INT"))?),
        Kind::Long => Value::Long(trimmed.parse().map_err(|_| not_a_number("LONG"))?),
        Kind::Double => Value::Double(java_double(trimmed).ok_or_else(|| not_a_number("DOUBLE"))?),
        Kind::String | Kind::Class => Value::Text(trimmed.to_string()),
        Kind::Password => Value::Secret(trimmed.to_string()),
        Kind::List => Value::List(split_list(trimmed)),
    })
}

impl Value {
    /// The value as DescribeConfigs prints it; `None` for null. Secrets are printed too: whoever shows one asks first.
    pub fn to_text(&self) -> Option<String> {
        match self {
            Value::Null => None,
            Value::Secret(text) => Some(text.clone()),
            Value::List(items) => Some(items.join(",")),
            other => Some(other.to_string()),
        }
    }

    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Value::Short(n) => Some(f64::from(*n)),
            Value::Int(n) => Some(f64::from(*n)),
            Value::Long(n) => Some(*n as f64),
            Value::Double(n) => Some(*n),
            _ => None,
        }
    }

    /// A whole number of any width.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Value::Short(n) => Some(i64::from(*n)),
            Value::Int(n) => Some(i64::from(*n)),
            Value::Long(n) => Some(*n),
            _ => None,
        }
    }
}

/// As Java's `toString`.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("null"),
            Value::Bool(b) => b.fmt(f),
            Value::Short(n) => n.fmt(f),
            Value::Int(n) => n.fmt(f),
            Value::Long(n) => n.fmt(f),
            Value::Double(n) => f.write_str(&print_double(*n)),
            Value::Text(text) => f.write_str(text),
            Value::Secret(_) => f.write_str("[hidden]"),
            Value::List(items) => write!(f, "[{}]", items.join(", ")),
        }
    }
}

/// Java's `String.trim`: everything up to and including the space goes, at both ends.
pub fn java_trim(text: &str) -> &str {
    text.trim_matches(|c| c <= ' ')
}

// Kafka splits at `\s*,\s*`, where \s is Java's: blank, tab, newline, vertical tab, form feed, carriage return.
fn split_list(trimmed: &str) -> Vec<String> {
    if trimmed.is_empty() {
        return Vec::new();
    }
    let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\x0b' | '\x0c' | '\r');
    let last = trimmed.split(',').count() - 1;
    let bare = |(at, item): (usize, &str)| {
        let item = if at > 0 { item.trim_start_matches(blank) } else { item };
        let item = if at < last { item.trim_end_matches(blank) } else { item };
        item.to_string()
    };
    trimmed.split(',').enumerate().map(bare).collect()
}

// Java also reads a trailing d or f, and knows NaN and Infinity only when written so.
fn java_double(text: &str) -> Option<f64> {
    let body = text.strip_suffix(['d', 'D', 'f', 'F']).unwrap_or(text);
    match text.trim_start_matches(['+', '-']) {
        "NaN" | "Infinity" => return text.parse().ok(),
        _ if body.bytes().any(|b| b.is_ascii_alphabetic() && !matches!(b, b'e' | b'E')) => return None,
        _ => {}
    }
    body.parse().ok()
}

/// Java's `Double.toString`: plain between 10⁻³ and 10⁷, otherwise one digit, a point, and `E`.
fn print_double(n: f64) -> String {
    if n.is_nan() {
        return "NaN".into();
    }
    if n.is_infinite() {
        return if n > 0.0 { "Infinity".into() } else { "-Infinity".into() };
    }
    let size = n.abs();
    if size == 0.0 || (1e-3..1e7).contains(&size) {
        return format!("{n:?}");
    }
    let text = format!("{n:e}");
    let (digits, exponent) = text.split_once('e').expect("Rust prints every finite number of this form with an e");
    let point = if digits.contains('.') { "" } else { ".0" };
    format!("{digits}{point}E{exponent}")
}

/// The milliseconds of a duration as Java's `Duration.parse` reads it: `PnDTnHnMn.nS`, parts optional, signs allowed.
pub fn iso_duration_ms(text: &str) -> Option<i64> {
    let upper = text.to_ascii_uppercase();
    let (negative, rest) = match upper.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, upper.strip_prefix('+').unwrap_or(&upper)),
    };
    let rest = rest.strip_prefix('P')?;
    let (days, time) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some((days, time)) => (days, time),
        None => (rest, ""),
    };
    if days.is_empty() && time.is_empty() {
        return None;
    }
    let (day_ms, left) = duration_part(days, 'D', 86_400_000)?;
    let (hour_ms, time) = duration_part(time, 'H', 3_600_000)?;
    let (minute_ms, time) = duration_part(time, 'M', 60_000)?;
    let second_ms = match time.strip_suffix('S') {
        Some(seconds) => {
            let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
            if fraction.len() > 9 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            let thousandths: i64 = format!("{fraction:0<3}")[..3].parse().ok()?;
            let sign = if whole.starts_with('-') { -1 } else { 1 };
            whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(sign * thousandths)?
        }
        None if time.is_empty() => 0,
        None => return None,
    };
    if !left.is_empty() {
        return None;
    }
    let sum = day_ms.checked_add(hour_ms)?.checked_add(minute_ms)?.checked_add(second_ms)?;
    if negative { sum.checked_neg() } else { Some(sum) }
}

fn duration_part(text: &str, unit: char, unit_ms: i64) -> Option<(i64, &str)> {
    match text.split_once(unit) {
        Some((number, rest)) => Some((number.parse::<i64>().ok()?.checked_mul(unit_ms)?, rest)),
        None => Some((0, text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: Kind, text: &str) -> Result<String, String> {
        parse(kind, "k", text).map(|value| value.to_string())
    }

    #[test]
    fn numbers_are_javas_with_blanks_around_and_a_plus_but_no_underscores() {
        assert_eq!(read(Kind::Long, " 5 "), Ok("5".into()));
        assert_eq!(read(Kind::Long, "+5"), Ok("5".into()));
        assert_eq!(
            read(Kind::Long, "1_000"),
            Err("Invalid value 1_000 for configuration k: Not a number of type LONG".into())
        );
        assert_eq!(
            read(Kind::Int, "99999999999"),
            Err("Invalid value 99999999999 for configuration k: Not a number of type INT".into())
        );
        assert_eq!(read(Kind::Long, ""), Err("Invalid value  for configuration k: Not a number of type LONG".into()));
    }

    #[test]
    fn doubles_read_and_print_as_java_does() {
        for (text, printed) in [
            ("0.50", "0.5"),
            ("1", "1.0"),
            ("1e-3", "0.001"),
            ("1e-4", "1.0E-4"),
            ("0.5f", "0.5"),
            ("2d", "2.0"),
            ("NaN", "NaN"),
            ("-Infinity", "-Infinity"),
            ("1.7976931348623157E308", "1.7976931348623157E308"),
            ("12345678", "1.2345678E7"),
            ("1234567", "1234567.0"),
        ] {
            assert_eq!(read(Kind::Double, text), Ok(printed.into()), "{text}");
        }
        for text in ["inf", "nan", "infinity", "x", "", "1e", "0x10", "ff"] {
            assert!(read(Kind::Double, text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_boolean_is_true_or_false_in_any_case_and_nothing_else() {
        assert_eq!(read(Kind::Boolean, " TRUE "), Ok("true".into()));
        assert_eq!(
            read(Kind::Boolean, "yes"),
            Err("Invalid value yes for configuration k: Expected value to be either true or false".into())
        );
    }

    #[test]
    fn a_list_is_split_at_commas_with_the_blanks_around_them() {
        assert_eq!(parse(Kind::List, "k", " a , b,c "), Ok(Value::List(vec!["a".into(), "b".into(), "c".into()])));
        assert_eq!(parse(Kind::List, "k", "  "), Ok(Value::List(vec![])));
        assert_eq!(parse(Kind::List, "k", "a,,b").unwrap().to_text().as_deref(), Some("a,,b"));
        assert_eq!(parse(Kind::List, "k", "a, b").unwrap().to_string(), "[a, b]");
    }

    #[test]
    fn durations_are_isos() {
        assert_eq!(iso_duration_ms("PT1H"), Some(3_600_000));
        assert_eq!(iso_duration_ms("P1DT2H3M4.5S"), Some(93_784_500));
        assert_eq!(iso_duration_ms("-PT1S"), Some(-1000));
        assert_eq!(iso_duration_ms("P2D"), Some(172_800_000));
        for text in ["", "P", "PT", "1H", "x", "P1H", "PT1", "PT1.5H", "P9999999999999999999D"] {
            assert_eq!(iso_duration_ms(text), None, "{text}");
        }
    }
}
