//! Bytes in, the same bytes out; and what is refused.

use super::*;
use crate::output::record::Header;

fn record<'a>(key: Option<&'a [u8]>, value: Option<&'a [u8]>, headers: &'a [Header<'a>]) -> Record<'a> {
    let timestamp = Timestamp::Create(1_795_259_071_204);
    Record { topic: "orders", partition: 2, offset: 1, timestamp, key, value, headers, deliveries: None, batch: None }
}

fn written(record: &Record<'_>) -> String {
    let mut out = Vec::new();
    write(record, &mut out);
    String::from_utf8(out).unwrap()
}

/// What stands for a value in the envelope.
fn shown(value: &[u8]) -> String {
    let line = written(&record(None, Some(value), &[]));
    let from = line.find("\"value").unwrap();
    line[from..line.find(",\"headers\"").unwrap()].to_owned()
}

fn refused(line: &str) -> String {
    read(line.as_bytes(), false).unwrap_err().0
}

#[test]
fn an_envelope_is_one_line_of_json() {
    let headers = [Header { key: b"trace", value: Some(b"ab") }, Header { key: &[0xff], value: None }];
    assert_eq!(
        written(&record(Some(b"o-1"), Some(br#"{"total": 12}"#), &headers)),
        r#"{"topic":"orders","partition":2,"offset":1,"timestamp":"2026-11-21T11:04:31.204Z","timestampType":"CreateTime","key":"o-1","value":{"total": 12},"headers":[{"key":"trace","value":"ab"},{"keyBase64":"/w==","value":null}]}"#
    );
}

#[test]
fn only_objects_and_arrays_on_one_line_stand_as_they_are() {
    assert_eq!(shown(br#"{"b":1, "a":1.0, "a":2}"#), r#""value":{"b":1, "a":1.0, "a":2}"#);
    assert_eq!(shown(b"[1,\t2]"), "\"value\":[1,\t2]");
    assert_eq!(shown(b"12"), r#""value":"12""#);
    assert_eq!(shown(b"null"), r#""value":"null""#);
    assert_eq!(shown(br#""abc""#), r#""value":"\"abc\"""#);
    assert_eq!(shown(b"{} "), r#""value":"{} ""#, "a reader would drop the blank");
    assert_eq!(shown(b"{\n}"), r#""value":"{\n}""#);
    assert_eq!(shown(b"{"), r#""value":"{""#);
    assert_eq!(shown(b""), r#""value":"""#);
    assert_eq!(shown(&[0, 1, 2, 0xff]), r#""valueBase64":"AAEC/w==""#);
}

#[test]
fn what_people_write_by_hand_is_taken() {
    let envelope = read(br#" {"value": 12, "key": true, "headers": {"a": "1", "a": null}, "timestamp": 7} "#, false);
    let envelope = envelope.unwrap();
    assert_eq!((envelope.value.as_deref(), envelope.key.as_deref()), (Some(&b"12"[..]), Some(&b"true"[..])));
    assert_eq!(envelope.timestamp, Some(7));
    assert_eq!(envelope.headers.len(), 2, "duplicates stay");
    assert_eq!(read(br#"{"value":null,"extra":1}"#, true).unwrap().value, None);
}

#[test]
fn a_slip_of_the_finger_is_an_error() {
    assert_eq!(
        refused(r#"{"key":"a","vlaue":1}"#),
        "expected key, value, headers, partition, timestamp; found \"vlaue\" (did you mean value?)"
    );
    assert_eq!(refused(r#"{"key":"a"}"#), "there is no \"value\"; a tombstone says \"value\":null");
    assert_eq!(refused(r#"{"value":1,"valueBase64":"AA=="}"#), "\"value\" is there twice");
    assert_eq!(refused(r#"{"value":1,"partition":"x"}"#), "\"partition\" must be a number");
    assert!(refused(r#"{"value":1,"timestamp":"soon"}"#).starts_with("\"timestamp\" must be a date"));
    assert!(refused(r#"{"valueBase64":"?"}"#).starts_with("no base64: "));
    assert_eq!(refused(r#"{"value":1,"headers":[{"value":1}]}"#), "a header has no \"key\"");
    assert_eq!(refused(""), "expected an object, found an empty line");
    assert_eq!(
        refused("[1]"),
        "expected an object with key, value, headers, partition, timestamp, found something else"
    );
    assert!(refused(r#"{"value":1"#).starts_with("no JSON: "));
    assert!(refused(r#"{"value":1} x"#).starts_with("no JSON: "));
    assert_eq!(read(b"{\"value\":\"\xff\"}", false).unwrap_err().0, "no UTF-8 at byte 11 of the line");
}

#[test]
fn a_terminal_sees_no_control_characters_and_a_reader_of_json_the_same() {
    let value = "{\"a\":\"\u{9b}31m\u{7f}\"}";
    let mut out = Vec::new();
    EnvelopeFormatter { for_terminal: true }.write(&record(None, Some(value.as_bytes()), &[]), &mut out).unwrap();
    let line = String::from_utf8(out).unwrap();
    assert!(line.contains(r#""value":{"a":"\u009b31m\u007f"}"#), "{line}");
}

/// A source of chance that is the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// Bytes that come near to JSON, so that the borders are met.
    fn payload(&mut self) -> Option<Vec<u8>> {
        const PIECES: [&[u8]; 24] = [
            b"{",
            b"}",
            b"[",
            b"]",
            b"\"",
            b":",
            b",",
            b"null",
            b"true",
            b"1.0",
            b"-0e5",
            b" ",
            b"\n",
            b"\r",
            b"\t",
            b"\\",
            b"\\ud800",
            b"a",
            "\u{e9}".as_bytes(),
            "\u{2028}".as_bytes(),
            b"\x00",
            b"\x1b",
            b"\xff",
            b"\xc2",
        ];
        match self.roll(8) {
            0 => None,
            1 => Some(br#"{"a":[1,{"b":"\u00e9"}],"a":null}"#.to_vec()),
            2 => Some(br#"[{}, []]"#.to_vec()),
            3 => Some((0..self.roll(12)).map(|_| self.roll(256) as u8).collect()),
            _ => Some((0..self.roll(9)).flat_map(|_| PIECES[self.roll(PIECES.len())].to_vec()).collect()),
        }
    }
}

#[test]
fn any_bytes_come_back_as_they_were() {
    let mut dice = Dice(42);
    for round in 0..20_000 {
        let (key, value) = (dice.payload(), dice.payload());
        let headers: Vec<(Vec<u8>, Option<Vec<u8>>)> =
            (0..dice.roll(4)).map(|_| (dice.payload().unwrap_or_default(), dice.payload())).collect();
        let borrowed: Vec<Header<'_>> =
            headers.iter().map(|(key, value)| Header { key, value: value.as_deref() }).collect();
        let millis = match dice.roll(3) {
            0 => i64::MAX - round,
            1 => -round,
            _ => 1_795_259_071_204 + round * 86_399_999,
        };
        let record = Record {
            topic: "t \"1\"",
            partition: 7,
            offset: i64::MAX,
            timestamp: Timestamp::LogAppend(millis),
            key: key.as_deref(),
            value: value.as_deref(),
            headers: &borrowed,
            deliveries: None,
            batch: None,
        };
        let line = written(&record);
        assert!(!line.contains(['\n', '\r']), "{line}");
        let back = read(line.as_bytes(), false).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert_eq!(back.key.as_deref(), key.as_deref(), "{line}");
        assert_eq!(back.value.as_deref(), value.as_deref(), "{line}");
        assert_eq!((back.topic.as_deref(), back.partition), (Some("t \"1\""), Some(7)));
        assert_eq!((back.offset, back.timestamp), (Some(i64::MAX), Some(millis)), "{line}");
        let came: Vec<_> = back.headers.iter().map(|h| (&*h.key, h.value.as_deref())).collect();
        let went: Vec<_> = headers.iter().map(|(key, value)| (&key[..], value.as_deref())).collect();
        assert_eq!(came, went, "{line}");
    }
}
