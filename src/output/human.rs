//! Numbers, sizes and times in words a person reads at a glance. Exact values belong into JSON.

/// `1 204`, `100 000`: groups of three, parted by a blank.
pub fn count(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

/// Bytes with a binary unit: `0 B`, `96 KiB`, `1.5 GiB`.
pub fn size(bytes: u64) -> String {
    const UNITS: [&str; 6] = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    let mut value = bytes as f64 / 1024.0;
    let mut unit = 0;
    // 1023.95 would be shown as 1024.0 of the smaller unit.
    while value >= 1023.95 && unit + 1 < UNITS.len() {
        value /= 1024.0;
        unit += 1;
    }
    let digits = if value >= 99.95 { format!("{value:.0}") } else { format!("{value:.1}") };
    format!("{} {}", digits.trim_end_matches(".0"), UNITS[unit])
}

/// A span in its two largest units at most: `12 ms`, `41 s`, `3 min 20 s`, `7 d`.
pub fn duration(millis: u64) -> String {
    const UNITS: [(u64, &str); 4] = [(86_400_000, "d"), (3_600_000, "h"), (60_000, "min"), (1_000, "s")];
    for (index, (unit, name)) in UNITS.iter().enumerate() {
        if millis >= *unit {
            let whole = millis / unit;
            let rest = UNITS.get(index + 1).map(|(next, name)| (millis % unit / next, name));
            return match rest {
                Some((rest, rest_name)) if rest > 0 => format!("{whole} {name} {rest} {rest_name}"),
                _ => format!("{whole} {name}"),
            };
        }
    }
    format!("{millis} ms")
}

/// How long ago a moment was, in its largest unit: `just now`, `12 s ago`, `3 h ago`. One that is still to come, by a
/// producer's own clock, is written out.
pub fn ago(then: i64, now: i64) -> String {
    let Ok(millis) = u64::try_from(now.saturating_sub(then)) else { return iso(then) };
    if millis < 1000 {
        return "just now".to_owned();
    }
    let words = duration(millis);
    let mut words = words.split(' ');
    format!("{} {} ago", words.next().unwrap_or_default(), words.next().unwrap_or_default())
}

/// `1 topic`, `3 topics`.
pub fn several(number: usize, one: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {one}{plural}", count(i64::try_from(number).unwrap_or(i64::MAX)))
}

/// A moment as `2026-11-21T11:04:31.204Z`, from milliseconds since 1970.
pub fn iso(millis: i64) -> String {
    let (days, rest) = (millis.div_euclid(86_400_000), millis.rem_euclid(86_400_000));
    let (year, month, day) = civil(days);
    let (seconds, milli) = (rest / 1000, rest % 1000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
}

/// Year, month and day of a number of days since 1970, in the Gregorian calendar carried on backwards.
/// The year is taken to begin in March, so that the leap day is its last (Howard Hinnant's method).
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_of_the_past_is_told_in_its_largest_unit() {
        let now = 1_763_723_071_204;
        assert_eq!(ago(now - 999, now), "just now");
        assert_eq!(ago(now - 12_400, now), "12 s ago");
        assert_eq!(ago(now - 3 * 3_600_000 - 120_000, now), "3 h ago");
        assert_eq!(ago(now + 1, now), iso(now + 1));
    }

    #[test]
    fn counts_are_parted_in_threes() {
        assert_eq!(count(0), "0");
        assert_eq!(count(999), "999");
        assert_eq!(count(1204), "1 204");
        assert_eq!(count(-100_000), "-100 000");
        assert_eq!(count(i64::MIN), "-9 223 372 036 854 775 808");
    }

    #[test]
    fn sizes_have_at_most_three_digits() {
        assert_eq!(size(0), "0 B");
        assert_eq!(size(1023), "1023 B");
        assert_eq!(size(96 * 1024), "96 KiB");
        assert_eq!(size(1536), "1.5 KiB");
        assert_eq!(size(1024 * 1024 - 1), "1 MiB");
        assert_eq!(size(u64::MAX), "16 EiB");
    }

    #[test]
    fn durations_name_two_units_at_most() {
        assert_eq!(duration(0), "0 ms");
        assert_eq!(duration(41_900), "41 s");
        assert_eq!(duration(200_000), "3 min 20 s");
        assert_eq!(duration(7 * 86_400_000), "7 d");
        assert_eq!(duration(86_400_000 + 60_000), "1 d");
    }

    #[test]
    fn moments_are_utc_with_milliseconds() {
        assert_eq!(iso(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(iso(-1), "1969-12-31T23:59:59.999Z");
        assert_eq!(iso(951_782_400_000), "2000-02-29T00:00:00.000Z");
        assert_eq!(iso(1_795_259_071_204), "2026-11-21T11:04:31.204Z");
        assert!(iso(i64::MAX).ends_with('Z'));
    }
}
