//! Moments as kt's own grammar writes them, everywhere alike: `@1700000000000` (ms since 1970), `@-1h` (that long ago),
//! `@2026-11-21T10:00` (UTC; seconds, and `Z` at the end, may follow).

use std::time::{SystemTime, UNIX_EPOCH};

use super::failure::Failure;

/// A moment in ms since 1970.
pub fn parse(text: &str, now: SystemTime) -> Result<i64, Failure> {
    let wrong = || {
        Failure::usage(format!("'{text}' is no moment"))
            .hint("write it as @-1h (that long ago), @2026-11-21T10:00 (UTC), or @1700000000000 (ms since 1970)")
    };
    let rest = text.strip_prefix('@').ok_or_else(wrong)?;
    if let Some(ago) = rest.strip_prefix('-') {
        let ago = humantime::parse_duration(ago).map_err(|_| wrong())?;
        return Ok(millis(now) - i64::try_from(ago.as_millis()).map_err(|_| wrong())?);
    }
    if let Ok(ms) = rest.parse::<i64>() {
        return Ok(ms);
    }
    let rest = rest.trim_end_matches('Z');
    let full = match rest.len() {
        10 => format!("{rest}T00:00:00"),
        16 => format!("{rest}:00"),
        _ => rest.to_owned(),
    };
    humantime::parse_rfc3339_weak(&full).map(millis).map_err(|_| wrong())
}

fn millis(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn moments_are_numbers_dates_or_how_long_ago() {
        let now = UNIX_EPOCH + Duration::from_millis(10_000_000);
        let parse = |text: &str| parse(text, now).ok();
        assert_eq!(parse("@1700000000000"), Some(1_700_000_000_000));
        assert_eq!(parse("@-1h"), Some(6_400_000));
        assert_eq!(parse("@-1h 10s"), Some(6_390_000));
        assert_eq!(parse("@1970-01-02T00:01"), Some(86_460_000));
        assert_eq!(parse("@1970-01-02"), Some(86_400_000));
        assert_eq!(parse("@1970-01-02T00:00:01.5Z"), Some(86_401_500));
        assert_eq!([parse("yesterday"), parse("@"), parse("@-"), parse("@2026-13-01")], [None; 4]);
    }
}
