//! Rows of somebody else's making: which of their fields become key, value, headers, partition and time of a record.
//!
//! A field of a table is a column, one of JSON a name or any jq expression. What must hold: a row is its record's value,
//! byte for byte, unless a field was named for that; a field that is null or not there is a null key or value, and
//! leaves partition and time to the producer.

use std::borrow::Cow;

use super::feed::Item;
use crate::commands::failure::Failure;
use crate::output::jq::Jq;
use crate::records::instant;

/// Where the parts of a record stand, as the user has named them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    pub key: Option<String>,
    pub value: Option<String>,
    /// Names of headers, and the fields with their values.
    pub headers: Vec<(String, String)>,
    pub partition: Option<String>,
    pub timestamp: Option<String>,
}

impl Fields {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// All that are named, each with the flag that names it.
    pub fn all(&self) -> Vec<(&'static str, &str)> {
        // `Rows::item` relies on this order.
        [
            ("--key-from", &self.key),
            ("--value-from", &self.value),
            ("--partition-from", &self.partition),
            ("--timestamp-from", &self.timestamp),
        ]
        .into_iter()
        .filter_map(|(flag, field)| Some((flag, field.as_deref()?)))
        .chain(self.headers.iter().map(|(_, field)| ("--header-from", field.as_str())))
        .collect()
    }
}

/// `[NAME=]FIELD` of a header: alone it is both.
pub fn header(text: &str) -> (String, String) {
    // `.a == "b"` is an expression, not a header named `.a `.
    match text.split_once('=') {
        Some((name, field)) if !name.contains(['.', ' ', '(', '|']) && !field.starts_with('=') => {
            (name.to_owned(), field.to_owned())
        }
        _ => (text.trim_start_matches('.').to_owned(), text.to_owned()),
    }
}

/// JSON of any kind, a row a line.
pub struct Rows {
    fields: Fields,
    jq: Jq,
}

impl Rows {
    pub fn new(fields: Fields) -> Result<Self, Failure> {
        let named = fields.all();
        let expressions: Vec<Cow<'_, str>> = named.iter().map(|(_, field)| expression(field)).collect();
        for ((flag, field), expression) in named.iter().zip(&expressions) {
            Jq::new(expression).map_err(|why| {
                Failure::usage(format!("{flag} {field}: {why}")).hint("a name, or what jq finds: .order.id")
            })?;
        }
        let expressions: Vec<&str> = expressions.iter().map(|expression| &**expression).collect();
        let jq = Jq::several(&expressions).map_err(Failure::usage)?;
        Ok(Self { fields, jq })
    }

    pub fn item<'a>(&self, line: &'a [u8]) -> Result<Item<'a>, Failure> {
        if line.trim_ascii().is_empty() {
            return Err(Failure::new("expected JSON, found an empty line"));
        }
        let found = self.jq.firsts(line).map_err(Failure::new)?;
        let mut found = found.into_iter();
        let mut next = |field: &Option<String>| field.as_ref().and_then(|_| found.next().flatten());
        let Fields { key, value, partition, timestamp, headers } = &self.fields;
        let mut item = Item { key: next(key).map(Cow::Owned), ..Item::default() };
        let own_value = next(value).map(Cow::Owned);
        item.value = if value.is_some() { own_value } else { Some(Cow::Borrowed(line)) };
        item.partition = next(partition).map(|text| self::partition(&text)).transpose()?;
        item.timestamp = next(timestamp).map(|text| self::timestamp(&text)).transpose()?;
        item.headers = headers
            .iter()
            .map(|(name, _)| {
                let value = found.next().flatten().map(Cow::Owned);
                (Cow::Owned(name.as_bytes().to_vec()), value)
            })
            .collect();
        Ok(item)
    }
}

/// A bare name is that field; all else is jq's.
fn expression(field: &str) -> Cow<'_, str> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    match !field.is_empty() && field.chars().all(is_name) {
        true => Cow::Owned(format!(".[\"{field}\"]")),
        false => Cow::Borrowed(field),
    }
}

pub fn partition(text: &[u8]) -> Result<i32, Failure> {
    let text = String::from_utf8_lossy(text);
    text.trim().parse::<i32>().map_err(|_| Failure::new(format!("'{text}' is no partition")))
}

/// A moment as rows have it: a date, ms since 1970, or seconds (ten digits, or with a fraction).
pub fn timestamp(text: &[u8]) -> Result<i64, Failure> {
    let text = String::from_utf8_lossy(text);
    let said = text.trim();
    let seconds = || said.parse::<f64>().ok().filter(|s| said.contains('.') && s.is_finite() && s.abs() < 1e12);
    let digits = said.len() == 10 && said.bytes().all(|b| b.is_ascii_digit());
    let moment = match said.parse::<i64>() {
        Ok(number) => Some(if digits { number * 1000 } else { number }),
        Err(_) => instant::parse(said).or_else(|| seconds().map(|s| (s * 1000.0).round() as i64)),
    };
    moment
        .filter(|ms| *ms >= 0)
        .ok_or_else(|| Failure::new(format!("'{text}' is no timestamp: a date, or ms since 1970")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(fields: Fields, line: &str) -> String {
        let text = |bytes: &Option<Cow<'_, [u8]>>| {
            bytes.as_ref().map_or("null".to_owned(), |bytes| String::from_utf8_lossy(bytes).into_owned())
        };
        match Rows::new(fields).unwrap().item(line.as_bytes()) {
            Err(failure) => failure.what().to_owned(),
            Ok(item) => {
                let headers: Vec<String> =
                    item.headers.iter().map(|(k, v)| format!("{}={}", String::from_utf8_lossy(k), text(v))).collect();
                let (partition, timestamp) = (item.partition, item.timestamp);
                format!("{} {} {headers:?} {partition:?} {timestamp:?}", text(&item.key), text(&item.value))
            }
        }
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn a_row_is_the_value_and_its_fields_the_rest() {
        let line = r#"{"id": 7, "at":"1970-01-01T00:00:01Z","p":2,"who":{"name":"Ann"}}"#;
        let fields = Fields {
            key: some("id"),
            headers: vec![header("name=.who.name"), header("nobody"), header(".p")],
            partition: some(".p"),
            timestamp: some("at"),
            ..Fields::default()
        };
        assert_eq!(show(fields, line), format!("7 {line} [\"name=Ann\", \"nobody=null\", \"p=2\"] Some(2) Some(1000)"));
        let fields = Fields { key: some(".who"), value: some(".who.name"), ..Fields::default() };
        assert_eq!(show(fields, line), "{\"name\":\"Ann\"} Ann [] None None");
        let fields = Fields { key: some("none"), value: some("none"), ..Fields::default() };
        assert_eq!(show(fields, line), "null null [] None None");
    }

    #[test]
    fn a_wrong_row_says_what_is_wrong() {
        let key = || Fields { key: some("id"), ..Fields::default() };
        assert!(show(key(), "{\"id\":").len() > 5);
        assert_eq!(show(key(), " "), "expected JSON, found an empty line");
        assert!(show(key(), "[1]").contains("index"), "{}", show(key(), "[1]"));
        let time = Fields { timestamp: some("t"), ..Fields::default() };
        assert_eq!(show(time, "{\"t\":\"soon\"}"), "'soon' is no timestamp: a date, or ms since 1970");
        let refused = Rows::new(Fields { key: some(".["), ..Fields::default() }).err().unwrap();
        assert!(refused.what().starts_with("--key-from .[: "), "{}", refused.what());
    }

    #[test]
    fn times_are_dates_milliseconds_or_seconds() {
        let of = |text: &str| timestamp(text.as_bytes()).ok();
        assert_eq!([of("9"), of("1700000000000")], [Some(9), Some(1_700_000_000_000)]);
        assert_eq!([of("1700000000"), of("1700000000.25")], [Some(1_700_000_000_000), Some(1_700_000_000_250)]);
        assert_eq!([of("-1"), of("x"), of("")], [None; 3]);
    }
}
