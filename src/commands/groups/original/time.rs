//! Dates and durations as the original reads them: Java's `SimpleDateFormat` without leniency, and `Duration.parse`.

/// `Utils.getDateTime`: `YYYY-MM-DDThh:mm:ss.sss`, with or without a zone (then UTC), in ms since 1970. The error is the
/// original's exception.
pub fn datetime(text: &str) -> Result<i64, String> {
    let wrong = |message: &str| Err(format!("java.text.ParseException: {message}"));
    let Some(rest) = text.split('T').nth(1).filter(|rest| !rest.is_empty() || text.matches('T').count() > 1) else {
        return wrong("Error parsing timestamp. It does not contain a 'T' according to ISO8601 format");
    };
    let zoned = if rest.contains(['+', '-', 'Z']) { text.to_owned() } else { format!("{text}Z") };
    match fields(&zoned) {
        Some(ms) => Ok(ms),
        None => wrong(&format!("Unparseable date: \"{zoned}\"")),
    }
}

/// What stands behind a whole date is not looked at, as in the original.
fn fields(text: &str) -> Option<i64> {
    let mut rest = text;
    let mut number = |end: &str| -> Option<i64> {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = rest.get(..digits)?.parse().ok()?;
        rest = rest[digits..].strip_prefix(end)?;
        Some(number)
    };
    let (year, month, day) = (number("-")?, number("-")?, number("T")?);
    let (hour, minute, second, milli) = (number(":")?, number(":")?, number(".")?, number("")?);
    let fits = (1..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days_of(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60
        && milli < 1000;
    if !fits {
        return None;
    }
    let seconds = ((days_since_1970(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    Some((seconds - zone(rest)? * 60) * 1000 + milli)
}

/// `Z`, `+02:00`, `+0200` or `+02` in minutes east.
fn zone(text: &str) -> Option<i64> {
    if text.starts_with('Z') {
        return Some(0);
    }
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let two = |text: &str| -> Option<i64> {
        let digits = text.get(..2).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
        digits.parse().ok()
    };
    let hours = two(&text[1..]).filter(|hours| *hours < 24)?;
    // Without its colon only the hours count.
    let minutes = text[3..].strip_prefix(':').and_then(two).filter(|minutes| *minutes < 60).unwrap_or(0);
    Some(sign * (hours * 60 + minutes))
}

fn days_of(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Howard Hinnant's count of days, with years that begin in March.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// `Duration.parse`: `PnDTnHnMn.nS` in any case, with signs, in ms. `None` where the original throws.
pub fn duration(text: &str) -> Option<i64> {
    let upper = text.to_ascii_uppercase();
    let (negative, rest) = match upper.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, upper.strip_prefix('+').unwrap_or(&upper)),
    };
    let rest = rest.strip_prefix('P')?;
    let (days, time) = match rest.split_once('T') {
        Some((days, time)) => (days, Some(time)),
        None => (rest, None),
    };
    if (days.is_empty() && time.is_none()) || time == Some("") {
        return None;
    }
    let mut total: i64 = 0;
    if !days.is_empty() {
        total = whole(days.strip_suffix('D')?)?.checked_mul(86_400_000)?;
    }
    let mut rest = time.unwrap_or_default();
    for (unit, ms) in [('H', 3_600_000), ('M', 60_000)] {
        if let Some((number, after)) = rest.split_once(unit) {
            total = total.checked_add(whole(number)?.checked_mul(ms)?)?;
            rest = after;
        }
    }
    if !rest.is_empty() {
        total = total.checked_add(seconds(rest.strip_suffix('S')?)?)?;
    }
    if negative { total.checked_neg() } else { Some(total) }
}

fn whole(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// Seconds with up to nine places, in ms, what is less dropped.
fn seconds(text: &str) -> Option<i64> {
    let (number, places) = match text.split_once(['.', ',']) {
        Some((number, places)) => (number, places),
        None => (text, ""),
    };
    if places.len() > 9 || !places.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let ms: i64 = format!("{places:0<3}")[..3].parse().ok()?;
    let total = whole(number)?.checked_mul(1000)?;
    if number.starts_with('-') { total.checked_sub(ms) } else { total.checked_add(ms) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_utc_unless_they_name_a_zone() {
        assert_eq!(datetime("2020-09-13T12:26:40.000"), Ok(1_600_000_000_000));
        assert_eq!(datetime("2020-09-13T12:26:40.123Z"), Ok(1_600_000_000_123));
        assert_eq!(datetime("2020-09-13T12:26:40.000+02:00"), Ok(1_599_992_800_000));
        assert_eq!(datetime("2020-09-13T12:26:40.000-0130"), Ok(1_600_003_600_000), "only the hours, as in Java");
        assert_eq!(datetime("1970-1-1T0:0:0.5"), Ok(5), "'.5' is five ms");
    }

    #[test]
    fn a_date_that_is_none_is_the_originals_exception() {
        let no_t =
            "java.text.ParseException: Error parsing timestamp. It does not contain a 'T' according to ISO8601 format";
        assert_eq!(datetime("yesterday"), Err(no_t.into()));
        assert_eq!(datetime("2020-01-01T"), Err(no_t.into()));
        for (text, shown) in [
            ("2020-02-30T00:00:00.000", "2020-02-30T00:00:00.000Z"),
            ("2020-01-01T24:00:00.000", "2020-01-01T24:00:00.000Z"),
            ("2020-01-01T10:00", "2020-01-01T10:00Z"),
            ("xTy", "xTyZ"),
        ] {
            assert_eq!(datetime(text), Err(format!("java.text.ParseException: Unparseable date: \"{shown}\"")));
        }
    }

    #[test]
    fn durations_are_those_of_java() {
        assert_eq!(duration("PT1H"), Some(3_600_000));
        assert_eq!(duration("p1dt2h3m4.5s"), Some(93_784_500));
        assert_eq!(duration("-PT-6H+3M"), Some(6 * 3_600_000 - 180_000));
        assert_eq!(duration("P2D"), Some(172_800_000));
        for wrong in
            ["1h", "", "P", "PT", "P1DT", "PT1", "PT1S1M", "P1.5D", "PT1.1234567890S", "P1M", "PT9999999999999999999S"]
        {
            assert_eq!(duration(wrong), None, "{wrong}");
        }
    }
}
