//! Java's `SimpleDateFormat`, as far as numbers go; all times are UTC.

use crate::output::human;

/// A pattern that was checked: letters, and text between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFormat(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Field(char, usize),
}

/// Fields that are known: year, month, day, hour (of 24, of 12), minute, second, millisecond, zone.
const FIELDS: &str = "yuMdHkhKmsSaEzZX";
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

impl DateFormat {
    /// `Err` is what is wrong, in the original's words.
    pub fn new(pattern: &str) -> Result<Self, String> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut text = String::new();
        let mut chars = pattern.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\'' if chars.peek() == Some(&'\'') => {
                    chars.next();
                    text.push('\'');
                }
                '\'' => loop {
                    match chars.next() {
                        None => return Err("Unterminated quote".to_owned()),
                        Some('\'') if chars.peek() == Some(&'\'') => {
                            chars.next();
                            text.push('\'');
                        }
                        Some('\'') => break,
                        Some(other) => text.push(other),
                    }
                },
                c if c.is_ascii_alphabetic() => {
                    if !FIELDS.contains(c) {
                        return Err(format!("Illegal pattern character '{c}'"));
                    }
                    let mut count = 1;
                    while chars.next_if_eq(&c).is_some() {
                        count += 1;
                    }
                    if !text.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut text)));
                    }
                    pieces.push(Piece::Field(c, count));
                }
                c => text.push(c),
            }
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        Ok(Self(pieces))
    }

    /// A moment in ms since 1970.
    pub fn format(&self, millis: i64) -> String {
        // 2026-11-21T11:04:31.204Z
        let iso = human::iso(millis);
        let (date, time) = iso.split_once('T').unwrap_or((&iso, ""));
        let number = |text: Option<&str>| text.and_then(|text| text.parse::<i64>().ok()).unwrap_or(0);
        let mut date = date.rsplitn(3, '-');
        let (day, month, year) = (number(date.next()), number(date.next()), number(date.next()));
        let (hour, minute, second, milli) =
            (number(time.get(0..2)), number(time.get(3..5)), number(time.get(6..8)), number(time.get(9..12)));
        let weekday = DAYS[millis.div_euclid(86_400_000).rem_euclid(7) as usize];
        let month_name = MONTHS[(month - 1).clamp(0, 11) as usize];
        let mut out = String::new();
        for piece in &self.0 {
            let (field, width) = match piece {
                Piece::Text(text) => {
                    out.push_str(text);
                    continue;
                }
                Piece::Field(field, width) => (*field, *width),
            };
            let shown = match (field, width) {
                ('y', 2) => format!("{:02}", year.rem_euclid(100)),
                ('M', 3) => month_name[..3].to_owned(),
                ('M', 4..) => month_name.to_owned(),
                ('E', 4..) => weekday.to_owned(),
                ('E', _) => weekday[..3].to_owned(),
                ('a', _) => if hour < 12 { "AM" } else { "PM" }.to_owned(),
                ('z', 4..) => "Coordinated Universal Time".to_owned(),
                ('z', _) => "UTC".to_owned(),
                ('Z', _) => "+0000".to_owned(),
                ('X', _) => "Z".to_owned(),
                ('u', _) => format!("{:0width$}", (millis.div_euclid(86_400_000) + 3).rem_euclid(7) + 1),
                (field, width) => {
                    let value = match field {
                        'y' => year,
                        'M' => month,
                        'd' => day,
                        'H' => hour,
                        'k' => (hour + 23) % 24 + 1,
                        'h' => (hour + 11) % 12 + 1,
                        'K' => hour % 12,
                        'm' => minute,
                        's' => second,
                        _ => milli,
                    };
                    format!("{value:0width$}")
                }
            };
            out.push_str(&shown);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Saturday, 2026-11-21T11:04:31.204Z
    const MOMENT: i64 = 1_795_259_071_204;

    #[test]
    fn patterns_print_as_in_java() {
        for (pattern, text) in [
            ("yyyy-MM-dd HH:mm:ss:SSS", "2026-11-21 11:04:31:204"),
            ("yy/M/d h:mm a", "26/11/21 11:04 AM"),
            ("EEE, d MMM yyyy HH:mm:ss Z", "Sat, 21 Nov 2026 11:04:31 +0000"),
            ("yyyy-MM-dd'T'HH:mm:ss.SSSX", "2026-11-21T11:04:31.204Z"),
            ("hh 'o''clock'", "11 o'clock"),
            ("EEEE MMMM", "Saturday November"),
        ] {
            assert_eq!(DateFormat::new(pattern).unwrap().format(MOMENT), text);
        }
        assert_eq!(DateFormat::new("yyyy b").unwrap_err(), "Illegal pattern character 'b'");
        assert_eq!(DateFormat::new("yyyy 'x").unwrap_err(), "Unterminated quote");
    }
}
