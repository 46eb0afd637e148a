//! Moments as kt's own grammar writes them, everywhere alike: `@-1h` (that long ago), `@2026-11-21T10:00` (UTC; seconds,
//! and `Z` or `+01:00` at the end, may follow), `@1700000000000` (ms since 1970; ten digits are seconds), `@now`,
//! `@today`, `@yesterday` (midnight, UTC).

use std::time::SystemTime;

use super::failure::Failure;
use crate::records::instant;

/// A moment in ms since 1970.
pub fn parse(text: &str, now: SystemTime) -> Result<i64, Failure> {
    text.strip_prefix('@').and_then(|rest| instant::of(rest, now)).ok_or_else(|| {
        Failure::usage(format!("'{text}' is no moment"))
            .hint("write it as @-1h (that long ago), @2026-11-21T10:00 (UTC), or @1700000000000 (ms since 1970)")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn moments_are_numbers_dates_or_how_long_ago() {
        let now = UNIX_EPOCH + Duration::from_millis(10_000_000);
        let parse = |text: &str| parse(text, now).ok();
        assert_eq!(parse("@1700000000000"), Some(1_700_000_000_000));
        assert_eq!(parse("@1700000000"), Some(1_700_000_000_000));
        assert_eq!(parse("@-1h"), Some(6_400_000));
        assert_eq!(parse("@-1h 10s"), Some(6_390_000));
        assert_eq!(parse("@1970-01-02T00:01"), Some(86_460_000));
        assert_eq!(parse("@1970-01-02"), Some(86_400_000));
        assert_eq!(parse("@1970-01-02T00:00:01.5Z"), Some(86_401_500));
        assert_eq!(
            [parse("@today"), parse("@yesterday"), parse("@now")],
            [Some(0), Some(-86_400_000), Some(10_000_000)]
        );
        assert_eq!([parse("yesterday"), parse("@"), parse("@-"), parse("@2026-13-01")], [None; 4]);
    }
}
