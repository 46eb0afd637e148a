//! Where reading begins and ends, as people write it: one grammar for all commands.
//!
//! ```text
//! beginning  end  stored  42  -10 (before the end)  +10 (after the beginning)  @MOMENT
//! FROM:TO (TO is not read any more)   :TO   FROM:   @-1h:end   @2026-11-21:+10m   5:+10 (ten records)
//! 0=42,2=-5,@-1h (by partition; what stands alone is for the others)
//! ```
//!
//! What must hold: a place is only understood here; where it lies in a partition is worked out by [`Range::within`] from
//! what the cluster says, and always lies between the first offset and the end.

use std::collections::BTreeMap;
use std::time::SystemTime;

use super::instant;

/// A place in a partition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    Beginning,
    End,
    /// Where a group has committed.
    Stored,
    Offset(i64),
    /// So many before the end.
    BeforeEnd(i64),
    /// So many after the beginning.
    AfterBeginning(i64),
    /// The first record at or after it, in ms since 1970.
    Moment(i64),
}

/// Where a range ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    Point(Point),
    /// So many offsets after where it begins.
    Offsets(i64),
}

/// What is read of a partition. Without an end it goes on for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub from: Point,
    pub until: Option<Until>,
}

/// A range for each partition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    pub of: BTreeMap<i32, Range>,
    /// For the partitions that are not named; `None`: they are not read.
    pub others: Option<Range>,
}

/// What the cluster says of a partition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    pub beginning: i64,
    pub end: i64,
    pub stored: Option<i64>,
}

impl Range {
    pub const ALL: Self = Self { from: Point::Beginning, until: None };
    pub const NEW: Self = Self { from: Point::End, until: None };

    fn points(&self) -> impl Iterator<Item = Point> {
        let until = match self.until {
            Some(Until::Point(point)) => Some(point),
            _ => None,
        };
        [self.from].into_iter().chain(until)
    }

    /// The first offset, and the first one that is not read any more. `moment` knows the offset of a moment; `None`: all
    /// records are older.
    pub fn within(&self, bounds: Bounds, moment: impl Fn(i64) -> Option<i64>) -> (i64, Option<i64>) {
        let offset = |point| {
            let offset = match point {
                Point::Beginning => bounds.beginning,
                Point::End => bounds.end,
                Point::Stored => bounds.stored.unwrap_or(bounds.beginning),
                Point::Offset(offset) => offset,
                Point::BeforeEnd(count) => bounds.end.saturating_sub(count),
                Point::AfterBeginning(count) => bounds.beginning.saturating_add(count),
                Point::Moment(ms) => moment(ms).unwrap_or(bounds.end),
            };
            offset.clamp(bounds.beginning, bounds.end.max(bounds.beginning))
        };
        let from = offset(self.from);
        let until = self.until.map(|until| match until {
            Until::Point(point) => offset(point).max(from),
            Until::Offsets(count) => from.saturating_add(count).min(bounds.end),
        });
        (from, until)
    }
}

impl Places {
    /// The same range for all.
    pub fn all(range: Range) -> Self {
        Self { of: BTreeMap::new(), others: Some(range) }
    }

    /// Leaves all partitions out but these; none named: nothing is left out.
    pub fn only(self, partitions: &[i32]) -> Self {
        if partitions.is_empty() {
            return self;
        }
        let of = partitions.iter().filter_map(|partition| Some((*partition, self.of(*partition)?))).collect();
        Self { of, others: None }
    }

    pub fn of(&self, partition: i32) -> Option<Range> {
        self.of.get(&partition).copied().or(self.others)
    }

    fn ranges(&self) -> impl Iterator<Item = &Range> {
        self.of.values().chain(&self.others)
    }

    /// The moments that have to be looked up.
    pub fn moments(&self) -> Vec<i64> {
        let mut all: Vec<i64> = self
            .ranges()
            .flat_map(Range::points)
            .filter_map(|point| match point {
                Point::Moment(ms) => Some(ms),
                _ => None,
            })
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether a group's commits are needed.
    pub fn needs_group(&self) -> bool {
        self.ranges().flat_map(Range::points).any(|point| point == Point::Stored)
    }

    /// Whether all ranges have an end.
    pub fn is_bounded(&self) -> bool {
        self.ranges().all(|range| range.until.is_some())
    }

    /// Whether some range has an end.
    pub fn has_an_end(&self) -> bool {
        self.ranges().any(|range| range.until.is_some())
    }

    /// Whether all ranges end where their partitions do.
    pub fn ends_at_end(&self) -> bool {
        self.ranges().all(|range| range.until == Some(Until::Point(Point::End)))
    }

    /// Gives all ranges without an end one: the end of what is there now.
    pub fn bound(&mut self) {
        for range in self.of.values_mut().chain(&mut self.others) {
            range.until.get_or_insert(Until::Point(Point::End));
        }
    }
}

/// Reads the grammar; the error is a sentence.
pub fn parse(text: &str, now: SystemTime) -> Result<Places, String> {
    let mut places = Places::default();
    for part in text.split(',') {
        let named = part.split_once('=').and_then(|(number, rest)| Some((number.trim().parse::<i32>().ok()?, rest)));
        let (partition, rest) = match named {
            Some((partition, rest)) if partition >= 0 => (Some(partition), rest),
            _ => (None, part),
        };
        let range = range(rest.trim(), now).ok_or_else(|| format!("'{rest}' is no place in a topic"))?;
        let doubled = match partition {
            Some(partition) => places.of.insert(partition, range).is_some(),
            None => places.others.replace(range).is_some(),
        };
        if doubled {
            return Err(format!("'{text}' names a place twice for the same partitions"));
        }
    }
    Ok(places)
}

/// What the grammar is, for a hint.
pub const HINT: &str = "beginning, end, stored, 42, -10, +10, @-1h, @2026-11-21T10:00; FROM:TO; 0=42,2=-5 by partition";

fn range(text: &str, now: SystemTime) -> Option<Range> {
    if let Some(from) = point(text, now) {
        return Some(Range { from, until: None });
    }
    // A date has colons too: the first one that leaves two places is meant.
    text.match_indices(':').find_map(|(at, _)| {
        let (left, right) = (&text[..at], &text[at + 1..]);
        let from = if left.is_empty() { Point::Beginning } else { point(left, now)? };
        Some(Range { from, until: Some(until(from, right, now)?) })
    })
}

fn until(from: Point, text: &str, now: SystemTime) -> Option<Until> {
    let moment = match from {
        Point::Moment(ms) => Some(ms),
        _ => None,
    };
    match (text, moment) {
        ("", _) => return Some(Until::Point(Point::End)),
        // Behind a moment a bare time is a moment too: @-2h:-1h, @2026-11-21:10m.
        (text, Some(from)) => {
            if let Some(after) = duration(text.strip_prefix('+').unwrap_or(text)) {
                return Some(Until::Point(Point::Moment(from.saturating_add(after))));
            }
            let plain_number = text.parse::<i64>().is_ok();
            if !plain_number && let Some(ms) = instant::of(text, now) {
                return Some(Until::Point(Point::Moment(ms)));
            }
        }
        _ => {}
    }
    if let Some(count) = text.strip_prefix('+') {
        return count.parse().ok().filter(|count: &i64| *count >= 0).map(Until::Offsets);
    }
    point(text, now).map(Until::Point)
}

fn duration(text: &str) -> Option<i64> {
    let time = humantime::parse_duration(text).ok()?;
    i64::try_from(time.as_millis()).ok()
}

fn point(text: &str, now: SystemTime) -> Option<Point> {
    let number = |digits: &str| match digits.bytes().all(|b| b.is_ascii_digit()) {
        true => digits.parse::<i64>().ok(),
        false => None,
    };
    Some(match text {
        "beginning" | "earliest" | "start" | "oldest" => Point::Beginning,
        "end" | "latest" | "newest" => Point::End,
        "now" => Point::Moment(instant::of("now", now)?),
        "stored" => Point::Stored,
        _ => match text.split_at_checked(1)? {
            ("@", rest) => Point::Moment(instant::of(rest, now)?),
            ("-", count) => Point::BeforeEnd(number(count)?),
            ("+", count) => Point::AfterBeginning(number(count)?),
            _ => Point::Offset(number(text)?),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, UNIX_EPOCH};

    const NOW: i64 = 1_795_260_000_000;

    fn read(text: &str) -> Option<Range> {
        let now = UNIX_EPOCH + Duration::from_millis(NOW as u64);
        parse(text, now).ok().and_then(|places| places.of(0))
    }

    fn from(point: Point) -> Option<Range> {
        Some(Range { from: point, until: None })
    }

    fn span(from: Point, until: Point) -> Option<Range> {
        Some(Range { from, until: Some(Until::Point(until)) })
    }

    #[test]
    fn a_place_is_a_word_a_number_or_a_moment() {
        assert_eq!([read("beginning"), read("earliest"), read("start")], [from(Point::Beginning); 3]);
        assert_eq!([read("end"), read("latest")], [from(Point::End); 2]);
        assert_eq!(read("stored"), from(Point::Stored));
        assert_eq!(read("42"), from(Point::Offset(42)));
        assert_eq!(read("-10"), from(Point::BeforeEnd(10)));
        assert_eq!(read("+10"), from(Point::AfterBeginning(10)));
        assert_eq!(read("@-1h"), from(Point::Moment(NOW - 3_600_000)));
        assert_eq!(read("@1970-01-02T00:01"), from(Point::Moment(86_460_000)));
        assert_eq!(read("@1700000000"), from(Point::Moment(1_700_000_000_000)));
        for wrong in ["", "soon", "--3", "-", "@", "1:2:3", "4x", "-1h", "a=1", "1,2", "0=1,0=2"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_range_has_an_end_that_is_not_read_any_more() {
        assert_eq!(read("5:9"), span(Point::Offset(5), Point::Offset(9)));
        assert_eq!(read(":9"), span(Point::Beginning, Point::Offset(9)));
        assert_eq!(read("5:"), span(Point::Offset(5), Point::End));
        assert_eq!(read(":end"), span(Point::Beginning, Point::End));
        assert_eq!(read("-10:-5"), span(Point::BeforeEnd(10), Point::BeforeEnd(5)));
        assert_eq!(read("5:+10"), Some(Range { from: Point::Offset(5), until: Some(Until::Offsets(10)) }));
        assert_eq!(read("@-1h:end"), span(Point::Moment(NOW - 3_600_000), Point::End));
        assert_eq!(read("@-1h:now"), span(Point::Moment(NOW - 3_600_000), Point::Moment(NOW)));
        assert_eq!(read("@-2h:-1h"), span(Point::Moment(NOW - 7_200_000), Point::Moment(NOW - 3_600_000)));
        assert_eq!(
            read("@1970-01-02T00:01:1970-01-02T00:02"),
            span(Point::Moment(86_460_000), Point::Moment(86_520_000))
        );
        assert_eq!(read("@1970-01-02T00:01:+1m"), span(Point::Moment(86_460_000), Point::Moment(86_520_000)));
        assert_eq!(read("@1970-01-02:@1970-01-03"), span(Point::Moment(86_400_000), Point::Moment(172_800_000)));
    }

    #[test]
    fn partitions_may_have_places_of_their_own() {
        let places = parse("0=42,2=-5,end", UNIX_EPOCH).unwrap();
        assert_eq!([places.of(0), places.of(1)], [from(Point::Offset(42)), from(Point::End)]);
        assert_eq!(places.of(2), from(Point::BeforeEnd(5)));
        assert_eq!(parse("0=42", UNIX_EPOCH).unwrap().of(1), None);
    }

    #[test]
    fn partitions_that_are_named_are_the_only_ones() {
        let places = parse("0=42,end", UNIX_EPOCH).unwrap().only(&[0, 2]);
        assert_eq!([places.of(0), places.of(1)], [from(Point::Offset(42)), None]);
        assert_eq!(places.of(2), from(Point::End));
        assert_eq!(places.clone().only(&[]), places);
    }

    #[test]
    fn what_is_not_there_is_never_pointed_at() {
        let bounds = Bounds { beginning: 100, end: 200, stored: Some(150) };
        let at = |text: &str| read(text).unwrap().within(bounds, |ms| (ms < NOW).then_some(160));
        assert_eq!(at("5:9"), (100, Some(100)));
        assert_eq!(at("-1000"), (100, None));
        assert_eq!(at("199:+10"), (199, Some(200)));
        assert_eq!(at("stored:end"), (150, Some(200)));
        assert_eq!(at("@-1h:now"), (160, Some(200)));
        assert_eq!(at("190:110"), (190, Some(190)));
        assert_eq!(at("+20:-20"), (120, Some(180)));
    }
}
