//! Records for a person: time, place, key and value in columns.
//!
//! ```text
//! 12:04:31.204  p0:0   o-2   {"total":7}
//! ```
//!
//! The columns grow with what comes. A time of another day has its date; null is dim, so that it is not taken for text.

use std::time::{SystemTime, UNIX_EPOCH};

use super::format::local;
use crate::output::paint::{Paint, Tone};
use crate::output::record::{FormatError, Formatter, Record, Timestamp, harmless};

/// Longer keys do not move the column.
const WIDEST_KEY: usize = 24;

/// Today, as local time has it.
pub fn today() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    local(i64::try_from(now).unwrap_or(0), "%F").unwrap_or_default()
}

/// A moment in local time, in milliseconds since 1970; its date is told if that is not [`today`].
pub fn moment(ms: i64, today: &str) -> String {
    let text = local(ms, "%F %H:%M:%S%.3f").unwrap_or_else(|| ms.to_string());
    match text.split_once(' ') {
        Some((day, time)) if day == today => time.to_owned(),
        _ => text,
    }
}

pub struct LineFormatter {
    paint: Paint,
    /// Control characters reach the terminal as they are.
    raw: bool,
    /// Several topics are read: the name is needed.
    topics: bool,
    /// See [`today`].
    today: String,
    place_width: usize,
    key_width: usize,
}

impl LineFormatter {
    pub fn new(paint: Paint, raw: bool, topics: bool) -> Self {
        Self { paint, raw, topics, today: today(), place_width: 4, key_width: 3 }
    }

    fn text(&self, bytes: Option<&[u8]>) -> (String, usize) {
        match bytes {
            None => (self.paint.paint(Tone::Dim, "null"), 4),
            Some(bytes) => {
                let text = String::from_utf8_lossy(bytes);
                let text = if self.raw { text.into_owned() } else { harmless::text(&text).into_owned() };
                let width = text.chars().count();
                (text, width)
            }
        }
    }
}

impl Formatter for LineFormatter {
    fn write(&mut self, record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), FormatError> {
        let time = match record.timestamp {
            Timestamp::None => "-".to_owned(),
            Timestamp::Create(ms) | Timestamp::LogAppend(ms) => moment(ms, &self.today),
        };
        let mut place = format!("p{}:{}", record.partition, record.offset);
        if self.topics {
            place = format!("{} {place}", record.topic);
        }
        let (key, key_width) = self.text(record.key);
        let (value, _) = self.text(record.value);
        self.place_width = self.place_width.max(place.len());
        self.key_width = self.key_width.max(key_width.min(WIDEST_KEY));
        let gap = " ".repeat(self.key_width.saturating_sub(key_width));
        let time = self.paint.paint(Tone::Dim, &time);
        let line = format!("{time}  {place:width$}   {key}{gap}   {value}\n", width = self.place_width);
        out.extend_from_slice(line.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_sees_time_place_key_and_value_in_columns() {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as i64;
        let mut lines = LineFormatter::new(Paint::OFF, false, false);
        let mut show = |offset: i64, ms: i64, key: Option<&[u8]>, value: Option<&[u8]>| {
            let timestamp = Timestamp::Create(ms);
            let record = Record {
                topic: "t",
                partition: 0,
                offset,
                timestamp,
                key,
                value,
                headers: &[],
                deliveries: None,
                batch: None,
            };
            let mut out = Vec::new();
            lines.write(&record, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        let line = show(0, now, Some(b"o-2"), Some(b"{}"));
        assert_eq!(&line[12..], "  p0:0   o-2   {}\n", "{line}");
        assert!(line[..12].bytes().all(|b| b.is_ascii_digit() || b == b':' || b == b'.'), "{line}");
        assert!(show(1, now, Some(b"order"), None).ends_with("  p0:1   order   null\n"));
        assert!(show(100, now, None, Some(b"x")).ends_with("  p0:100   null    x\n"));
        assert!(show(100, now, None, Some(b"\x1b[2J")).ends_with("   \\x1b[2J\n"));
        assert_eq!(show(101, 0, None, None).len(), "1970-01-01 00:00:00.000  p0:101   null    null\n".len());
    }
}
