//! A record as one line of JSON, written and read without loss.
//!
//! ```text
//! {"topic":"orders","partition":2,"offset":1,"timestamp":"2026-11-21T11:04:31.204Z","timestampType":"CreateTime",
//!  "key":"o-1","value":{"total":12},"headers":[{"key":"trace","value":"ab"}]}
//! ```
//!
//! What must hold: any bytes in, the same bytes out. A payload (key, value, a header's value) that is a JSON object or
//! array on one line stands in the envelope as it is, blanks, order and duplicate names kept; any other text is a JSON
//! string; bytes that are no UTF-8 stand as base64 under `keyBase64` or `valueBase64`; `null` is no payload at all and
//! `""` an empty one. The other way, a bare number or boolean is its text. Fields that are not known are an error: a
//! `vlaue` must not become a tombstone.
//!
//! A control record (the end of a transaction) has `"control":{"type":"COMMIT",…}` in place of key, value and headers,
//! and is nothing that can be written.

use std::borrow::Cow;
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::instant;
use crate::output::record::{FormatError, Formatter, Record, Timestamp};

/// The fields an envelope may have; the first ones are what a record's writer may choose.
const FIELDS: [&str; 11] = [
    "key",
    "value",
    "headers",
    "partition",
    "timestamp",
    "keyBase64",
    "valueBase64",
    "topic",
    "offset",
    "timestampType",
    "control",
];
/// Those of a header.
const HEADER_FIELDS: [&str; 4] = ["key", "value", "keyBase64", "valueBase64"];

/// Bytes, borrowed from the line where nothing had to be decoded.
pub type Bytes<'a> = Cow<'a, [u8]>;

/// A record out of an envelope. What is not said there is `None`; a key or value that is `None` is null.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope<'a> {
    pub topic: Option<Cow<'a, str>>,
    pub partition: Option<i32>,
    pub offset: Option<i64>,
    /// In ms since 1970; `None` also for a record that has none.
    pub timestamp: Option<i64>,
    pub key: Option<Bytes<'a>>,
    pub value: Option<Bytes<'a>>,
    pub headers: Vec<EnvelopeHeader<'a>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EnvelopeHeader<'a> {
    pub key: Bytes<'a>,
    pub value: Option<Bytes<'a>>,
}

/// Why a line is no envelope: a sentence without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(pub String);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

/// Appends the record's envelope, without a newline.
pub fn write(record: &Record<'_>, out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"topic\":");
    string(record.topic, out);
    let _ = std::io::Write::write_fmt(
        out,
        format_args!(",\"partition\":{},\"offset\":{},\"timestamp\":", record.partition, record.offset),
    ); // memory takes everything
    let (kind, millis) = match record.timestamp {
        Timestamp::None => ("NoTimestampType", None),
        Timestamp::Create(ms) => ("CreateTime", Some(ms)),
        Timestamp::LogAppend(ms) => ("LogAppendTime", Some(ms)),
    };
    match millis {
        None => out.extend_from_slice(b"null"),
        Some(ms) => match instant::text(ms) {
            Some(text) => string(&text, out),
            None => out.extend_from_slice(ms.to_string().as_bytes()),
        },
    }
    out.extend_from_slice(b",\"timestampType\":\"");
    out.extend_from_slice(kind.as_bytes());
    out.extend_from_slice(b"\",");
    if record.is_control() {
        out.extend_from_slice(b"\"control\":");
        match record.value.map(std::str::from_utf8) {
            // As `output::record::decoded` tells it.
            Some(Ok(told)) if is_verbatim(told) => {
                out.extend_from_slice(told.as_bytes());
                return out.push(b'}');
            }
            _ => out.extend_from_slice(b"true,"),
        }
    }
    payload("key", record.key, out);
    out.push(b',');
    payload("value", record.value, out);
    out.extend_from_slice(b",\"headers\":[");
    for (index, header) in record.headers.iter().enumerate() {
        out.extend_from_slice(if index == 0 { b"{" } else { b",{" });
        match std::str::from_utf8(header.key) {
            Ok(text) => {
                out.extend_from_slice(b"\"key\":");
                string(text, out);
            }
            Err(_) => base64("key", header.key, out),
        }
        out.push(b',');
        payload("value", header.value, out);
        out.push(b'}');
    }
    out.extend_from_slice(b"]}");
}

/// `"name":…` of a payload, or `"nameBase64":…`.
fn payload(name: &str, bytes: Option<&[u8]>, out: &mut Vec<u8>) {
    let text = match bytes.map(std::str::from_utf8) {
        Some(Err(_)) => return base64(name, bytes.unwrap_or_default(), out),
        Some(Ok(text)) => Some(text),
        None => None,
    };
    out.push(b'"');
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\":");
    match text {
        None => out.extend_from_slice(b"null"),
        Some(text) if is_verbatim(text) => out.extend_from_slice(text.as_bytes()),
        Some(text) => string(text, out),
    }
}

fn base64(name: &str, bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"Base64\":\"");
    out.extend_from_slice(STANDARD.encode(bytes).as_bytes());
    out.push(b'"');
}

fn string(text: &str, out: &mut Vec<u8>) {
    // A text is always JSON, and memory takes everything.
    let _ = serde_json::to_writer(out, text);
}

/// Whether a payload can stand in the envelope as it is: an object or array that begins and ends with its brackets
/// (a reader drops blanks around a value) and has no line break in it.
pub fn is_verbatim(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!((bytes.first(), bytes.last()), (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']')))
        && memchr::memchr2(b'\n', b'\r', bytes).is_none()
        && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Reads an envelope. With `ignore_unknown` fields that are not known are left out.
pub fn read(line: &[u8], ignore_unknown: bool) -> Result<Envelope<'_>, Wrong> {
    let text = std::str::from_utf8(line)
        .map_err(|error| Wrong(format!("no UTF-8 at byte {} of the line", error.valid_up_to() + 1)))?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let envelope = deserializer
        .deserialize_map(EnvelopeVisitor { ignore_unknown })
        .and_then(|envelope| deserializer.end().map(|()| envelope));
    envelope.map_err(|error| wrong(&error, text))
}

fn wrong(error: &serde_json::Error, line: &str) -> Wrong {
    let text = error.to_string();
    // serde_json adds the place, which for a single line is a column.
    let sentence = text.rfind(" at line ").map_or(&*text, |at| &text[..at]);
    Wrong(match error.classify() {
        serde_json::error::Category::Data if line.trim_start().starts_with('{') => sentence.to_owned(),
        serde_json::error::Category::Data => {
            format!("expected an object with {}, found something else", FIELDS[..5].join(", "))
        }
        _ if line.trim().is_empty() => "expected an object, found an empty line".to_owned(),
        _ => format!("no JSON: {sentence} at column {}", error.column()),
    })
}

struct EnvelopeVisitor {
    ignore_unknown: bool,
}

impl<'de> Visitor<'de> for EnvelopeVisitor {
    type Value = Envelope<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope<'de>, A::Error> {
        let mut envelope = Envelope::default();
        let mut seen: u16 = 0;
        while let Some(Text(name)) = map.next_key()? {
            let Some(at) = FIELDS.iter().position(|field| *field == name) else {
                if self.ignore_unknown {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
                return Err(A::Error::custom(unknown(&name, &FIELDS, &FIELDS[..5])));
            };
            // The two spellings of a payload are one field.
            let bit = match FIELDS[at] {
                "keyBase64" => 0,
                "valueBase64" => 1,
                _ => at,
            };
            if seen & (1 << bit) != 0 {
                return Err(A::Error::custom(format!("\"{}\" is there twice", FIELDS[bit])));
            }
            seen |= 1 << bit;
            match FIELDS[at] {
                "topic" => envelope.topic = map.next_value::<Option<Text<'de>>>()?.map(|Text(text)| text),
                "partition" => envelope.partition = map.next_value().map_err(|_| expected("partition", "a number"))?,
                "offset" => envelope.offset = map.next_value().map_err(|_| expected("offset", "a number"))?,
                "timestamp" => envelope.timestamp = timestamp(map.next_value()?)?,
                "control" => {
                    return Err(A::Error::custom("a control record: brokers write these, no producer can"));
                }
                "timestampType" => drop(map.next_value::<IgnoredAny>()?),
                "key" => envelope.key = plain(map.next_value()?)?,
                "value" => envelope.value = plain(map.next_value()?)?,
                "keyBase64" => envelope.key = Some(decoded(map.next_value()?)?),
                "valueBase64" => envelope.value = Some(decoded(map.next_value()?)?),
                _ => envelope.headers = map.next_value::<Headers<'de>>()?.0,
            }
        }
        if seen & 2 == 0 {
            return Err(A::Error::custom("there is no \"value\"; a tombstone says \"value\":null"));
        }
        Ok(envelope)
    }
}

/// The sentence about a field that is not known.
fn unknown(name: &str, known: &[&str], told: &[&str]) -> String {
    let mut near: Vec<(f64, &str)> = known.iter().map(|k| (strsim::jaro_winkler(name, k), *k)).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let hint = match near.first() {
        Some((likeness, known)) if *likeness > 0.8 => format!(" (did you mean {known}?)"),
        _ => String::new(),
    };
    format!("expected {}; found \"{name}\"{hint}", told.join(", "))
}

fn expected<E: serde::de::Error>(field: &str, what: &str) -> E {
    E::custom(format!("\"{field}\" must be {what}"))
}

/// Milliseconds from a number or a date; null for a record without a time.
fn timestamp<E: serde::de::Error>(raw: &RawValue) -> Result<Option<i64>, E> {
    let text = raw.get();
    if text == "null" {
        return Ok(None);
    }
    let found = match text.starts_with('"') {
        true => serde_json::from_str::<Text<'_>>(text).ok().and_then(|Text(text)| instant::parse(&text)),
        false => text.parse().ok(),
    };
    found
        .map(Some)
        .ok_or_else(|| expected("timestamp", "a date such as \"2026-11-21T11:04:31.204Z\" or milliseconds since 1970"))
}

/// A payload that stands as JSON: an object or array is its own text, a string its content, a number or boolean its
/// digits or letters.
fn plain<'de, E: serde::de::Error>(raw: &'de RawValue) -> Result<Option<Bytes<'de>>, E> {
    let text = raw.get();
    if text == "null" {
        return Ok(None);
    }
    if !text.starts_with('"') {
        return Ok(Some(Cow::Borrowed(text.as_bytes())));
    }
    Ok(Some(match serde_json::from_str::<Text<'de>>(text).map_err(E::custom)?.0 {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }))
}

fn decoded<'de, E: serde::de::Error>(Text(text): Text<'de>) -> Result<Bytes<'de>, E> {
    let bytes = STANDARD.decode(text.as_bytes());
    bytes.map(Cow::Owned).map_err(|error| E::custom(format!("no base64: {error}")))
}

/// A string, borrowed where it has no escapes (serde's own `Cow` is always owned).
struct Text<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfText;
        impl<'de> Visitor<'de> for OfText {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(OfText)
    }
}

/// A list of headers; an object of names and values is taken too, as people write it by hand.
struct Headers<'a>(Vec<EnvelopeHeader<'a>>);

impl<'de> Deserialize<'de> for Headers<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfHeaders;
        impl<'de> Visitor<'de> for OfHeaders {
            type Value = Headers<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of headers")
            }

            fn visit_unit<E>(self) -> Result<Headers<'de>, E> {
                Ok(Headers(Vec::new()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Headers<'de>, A::Error> {
                let mut headers = Vec::new();
                while let Some(OneHeader(header)) = list.next_element()? {
                    headers.push(header);
                }
                Ok(Headers(headers))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Headers<'de>, A::Error> {
                let mut headers = Vec::new();
                while let Some(Text(name)) = map.next_key()? {
                    headers.push(EnvelopeHeader { key: bytes(name), value: plain(map.next_value()?)? });
                }
                Ok(Headers(headers))
            }
        }
        deserializer.deserialize_any(OfHeaders)
    }
}

struct OneHeader<'a>(EnvelopeHeader<'a>);

impl<'de> Deserialize<'de> for OneHeader<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfHeader;
        impl<'de> Visitor<'de> for OfHeader {
            type Value = OneHeader<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a header, {\"key\":…,\"value\":…}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<OneHeader<'de>, A::Error> {
                let (mut key, mut value) = (None, None);
                while let Some(Text(name)) = map.next_key()? {
                    match &*name {
                        "key" => key = Some(bytes(map.next_value::<Text<'de>>()?.0)),
                        "keyBase64" => key = Some(decoded(map.next_value()?)?),
                        "value" => value = plain(map.next_value()?)?,
                        "valueBase64" => value = Some(decoded(map.next_value()?)?),
                        name => return Err(A::Error::custom(unknown(name, &HEADER_FIELDS, &HEADER_FIELDS[..2]))),
                    }
                }
                let key = key.ok_or_else(|| A::Error::custom("a header has no \"key\""))?;
                Ok(OneHeader(EnvelopeHeader { key, value }))
            }
        }
        deserializer.deserialize_map(OfHeader)
    }
}

fn bytes(text: Cow<'_, str>) -> Bytes<'_> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

/// Prints envelopes, a line each. On a terminal the control characters that JSON leaves bare are escaped too, which says
/// the same to a reader of JSON.
pub struct EnvelopeFormatter {
    pub for_terminal: bool,
}

impl Formatter for EnvelopeFormatter {
    fn write(&mut self, record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), FormatError> {
        let from = out.len();
        write(record, out);
        if self.for_terminal
            && let Some(shown) = without_controls(&out[from..])
        {
            out.truncate(from);
            out.extend_from_slice(&shown);
        }
        out.push(b'\n');
        Ok(())
    }
}

/// JSON with DEL and the control characters from U+0080 to U+009F as escapes; `None` if there are none. They can stand
/// within strings only.
pub fn without_controls(json: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(json).ok()?;
    let bare = |c: char| c.is_control() && c != '\t' && c != '\n';
    if !text.contains(bare) {
        return None;
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            c if bare(c) => shown.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => shown.push(c),
        }
    }
    Some(shown.into_bytes())
}

#[cfg(test)]
#[path = "envelope_tests.rs"]
mod tests;
