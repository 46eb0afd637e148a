//! Moments as text: `2026-11-21T11:04:31.204Z` and the like, and back to milliseconds since 1970.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::output::human;

const DAY: i64 = 86_400_000;

/// What has four digits of a year: the first moment of the year 0 and the last of 9999.
const WRITTEN: std::ops::RangeInclusive<i64> = -62_167_219_200_000..=253_402_300_799_999;

/// The moment as text; `None` for what lies outside of four-digit years.
pub fn text(millis: i64) -> Option<String> {
    WRITTEN.contains(&millis).then(|| human::iso(millis))
}

/// Reads `2026-11-21`, `2026-11-21T10:00`, `…:30`, `…:30.204`, with a blank in place of `T`, and with `Z` or `+01:00`
/// at the end. Without either it is UTC.
pub fn parse(text: &str) -> Option<i64> {
    let number = |digits: &str, len: usize| -> Option<i64> {
        (digits.len() == len && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
    };
    let (date, rest) = match text.char_indices().nth(10) {
        Some((at, 'T' | 't' | ' ')) => (text.get(..at)?, Some(text.get(at + 1..)?)),
        Some(_) => return None,
        None => (text, None),
    };
    let mut parts = date.split('-');
    let (year, month, day) = (number(parts.next()?, 4)?, number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let longest = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    if parts.next().is_some() || !(1..=longest).contains(&day) {
        return None;
    }
    let midnight = days(year, month, day) * DAY;
    let Some(rest) = rest else { return Some(midnight) };
    let (clock, zone) = match rest.find(['Z', 'z', '+', '-']) {
        Some(at) => (&rest[..at], &rest[at..]),
        None => (rest, "Z"),
    };
    let mut parts = clock.split(':');
    let (hour, minute) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let (second, milli) = match parts.next() {
        None => (0, 0),
        Some(seconds) => {
            let (whole, part) = seconds.split_once('.').unwrap_or((seconds, "0"));
            if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            (number(whole, 2)?, number(&format!("{part:0<3}")[..3], 3)?)
        }
    };
    if parts.next().is_some() || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let ahead = match zone {
        "Z" | "z" => 0,
        zone => {
            let (hours, minutes) = zone[1..].split_once(':')?;
            let ahead = (number(hours, 2)? * 60 + number(minutes, 2)?) * 60_000;
            if zone.starts_with('-') { -ahead } else { ahead }
        }
    };
    Some(midnight + ((hour * 60 + minute) * 60 + second) * 1000 + milli - ahead)
}

/// A moment as kt's grammar has it behind `@`: `-1h`, `2026-11-21T10:00`, `1700000000000`, `now`, `today`.
pub fn of(rest: &str, now: SystemTime) -> Option<i64> {
    let now = millis(now);
    match rest {
        "now" => return Some(now),
        "today" => return Some(now - now.rem_euclid(DAY)),
        "yesterday" => return Some(now - now.rem_euclid(DAY) - DAY),
        _ => {}
    }
    if let Some(ago) = rest.strip_prefix('-') {
        let ago = humantime::parse_duration(ago).ok()?;
        return Some(now - i64::try_from(ago.as_millis()).ok()?);
    }
    if !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()) {
        let number: i64 = rest.parse().ok()?;
        // In ms ten digits are some day in early 1970, which nobody means.
        return if rest.len() == 10 { Some(number * 1000) } else { Some(number) };
    }
    parse(rest)
}

fn millis(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Days since 1970 of a date in the Gregorian calendar; the other way round of `human`'s.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_it_is_written() {
        let mut moment: i64 = *WRITTEN.start();
        while moment <= *WRITTEN.end() {
            assert_eq!(parse(&text(moment).unwrap()), Some(moment));
            moment += 86_400_000 * 97 + 12_345_678;
        }
        assert_eq!([text(WRITTEN.end() + 1), text(WRITTEN.start() - 1), text(i64::MAX)], [None, None, None]);
    }

    #[test]
    fn dates_minutes_and_zones_are_moments_too() {
        assert_eq!(parse("1970-01-02"), Some(86_400_000));
        assert_eq!(parse("1970-01-02T00:01"), Some(86_460_000));
        assert_eq!(parse("1970-01-02 00:00:01.5Z"), Some(86_401_500));
        assert_eq!(parse("1970-01-02T01:00:00.123456789+01:00"), Some(86_400_123));
        assert_eq!(parse("2026-11-21T11:04:31.204Z"), Some(1_795_259_071_204));
        for wrong in [
            "",
            "2026",
            "2026-13-01",
            "2025-02-29",
            "2026-01-01T24:00",
            "2026-01-01T10",
            "2026-01-01Tx:00",
            "2026-01-01T10:00:00.",
            "2026-01-01T10:00+1",
            "é026-01-01",
            "2026-01-01é10:00",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
