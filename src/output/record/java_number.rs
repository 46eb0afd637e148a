//! Numbers as Java prints them: `1.0`, `1.0E7`, `4.9E-324`.
//!
//! Java writes plain digits from 10⁻³ up to below 10⁷ and scientific notation outside, always with a digit after the
//! point. It takes the shortest decimal that reads back as the same number, but of two digits at least and then the
//! closest one (since JDK 19; older ones sometimes print a digit more).

/// `Double.toString`.
pub fn double(value: f64) -> String {
    if let Some(word) = special(value.is_nan(), value.is_infinite(), value.is_sign_negative()) {
        return word.to_owned();
    }
    let two = format!("{value:.1e}");
    let same = two.parse::<f64>().is_ok_and(|v| v.to_bits() == value.to_bits());
    layout(&format!("{value:e}"), same.then_some(two.as_str()))
}

/// `Float.toString`.
pub fn float(value: f32) -> String {
    if let Some(word) = special(value.is_nan(), value.is_infinite(), value.is_sign_negative()) {
        return word.to_owned();
    }
    let two = format!("{value:.1e}");
    let same = two.parse::<f32>().is_ok_and(|v| v.to_bits() == value.to_bits());
    layout(&format!("{value:e}"), same.then_some(two.as_str()))
}

fn special(nan: bool, infinite: bool, negative: bool) -> Option<&'static str> {
    match (nan, infinite, negative) {
        (true, _, _) => Some("NaN"),
        (_, true, false) => Some("Infinity"),
        (_, true, true) => Some("-Infinity"),
        _ => None,
    }
}

/// `shortest` and `two` are Rust's scientific notation (`-1.25e-7`); `two`, if it is as exact, has two digits.
fn layout(shortest: &str, two: Option<&str>) -> String {
    let (sign, body) = shortest.strip_prefix('-').map_or(("", shortest), |rest| ("-", rest));
    let one_digit = !body.split('e').next().unwrap_or_default().contains('.');
    let body = match two {
        Some(two) if one_digit => two.strip_prefix('-').unwrap_or(two),
        _ => body,
    };
    let (mantissa, exponent) = body.split_once('e').unwrap_or((body, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = match digits.trim_end_matches('0') {
        "" => "0",
        trimmed => trimmed,
    };
    let fraction = |rest: &str| if rest.is_empty() { "0".to_owned() } else { rest.to_owned() };
    if digits == "0" {
        return format!("{sign}0.0");
    }
    match exponent {
        0..=6 => {
            let whole = exponent as usize + 1;
            if digits.len() <= whole {
                format!("{sign}{digits:0<whole$}.0")
            } else {
                format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
            }
        }
        -3..=-1 => format!("{sign}0.{}{digits}", "0".repeat((-exponent - 1) as usize)),
        _ => format!("{sign}{}.{}E{exponent}", &digits[..1], fraction(&digits[1..])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Printed by OpenJDK (19 and later where the versions differ).
    #[test]
    fn doubles_print_as_in_java() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (-1.5, "-1.5"),
            (0.1, "0.1"),
            (1e7, "1.0E7"),
            (9_999_999.999, "9999999.999"),
            (1e-3, "0.001"),
            (0.00099, "9.9E-4"),
            (123_456_789.125, "1.23456789125E8"),
            (1.0E-5, "1.0E-5"),
            (5e-324, "4.9E-324"),
            (f64::MAX, "1.7976931348623157E308"),
            (f64::MIN_POSITIVE, "2.2250738585072014E-308"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "Infinity"),
            (f64::NEG_INFINITY, "-Infinity"),
            (std::f64::consts::PI, "3.141592653589793"),
            (100.0, "100.0"),
            (1_234_567.0, "1234567.0"),
            (12_345_678.0, "1.2345678E7"),
            (2e-3, "0.002"),
            (1e10, "1.0E10"),
            (2e23, "2.0E23"),
        ] {
            assert_eq!(double(value), text);
        }
    }

    #[test]
    fn floats_print_as_in_java() {
        for (value, text) in [
            (0.0f32, "0.0"),
            (0.1, "0.1"),
            (1e7, "1.0E7"),
            (9_999_999.0, "9999999.0"),
            (9.9e-4, "9.9E-4"),
            (f32::MAX, "3.4028235E38"),
            (1e-45, "1.4E-45"),
            (f32::MIN_POSITIVE, "1.1754944E-38"),
            (16_777_216.0, "1.6777216E7"),
            (8_388_608.0, "8388608.0"),
            (33_554_432.0, "3.3554432E7"),
            (f32::NAN, "NaN"),
        ] {
            assert_eq!(float(value), text);
        }
    }
}
