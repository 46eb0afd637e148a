//! What several looks say together: rates, how long behind, when it will be drained. Nothing here asks a clock.

use std::collections::VecDeque;

use serde::Serialize;

use super::sample::Place;

/// How many looks count. Older ones would make the rates slow to follow.
const WINDOW: usize = 10;
/// How many looks the little picture shows.
pub const PICTURE: usize = 8;
/// Rates below this are noise.
const STILL: f64 = 0.05;

/// The looks at one partition, the newest last.
#[derive(Clone, Debug, Default)]
pub struct Series {
    looks: VecDeque<(u64, Place)>,
}

/// Whether it gets better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Trend {
    Growing,
    Steady,
    Shrinking,
}

/// What is known of a partition, or of a whole group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Pace {
    pub lag: Option<i64>,
    /// Records a second that come in.
    #[serde(rename = "in")]
    pub coming: Option<f64>,
    /// Records a second that are read.
    #[serde(rename = "out")]
    pub going: Option<f64>,
    /// By how much the lag changes a second.
    pub change: Option<f64>,
    /// The lag as time: how long ago the next record came in, at the rate of now.
    pub behind_ms: Option<u64>,
    /// When nothing will be left, at the rates of now.
    pub drained_in_ms: Option<u64>,
    pub trend: Option<Trend>,
}

impl Series {
    /// Adds a look. A partition that was made anew, or a group that was set back, begins a new series.
    pub fn add(&mut self, at_ms: u64, place: Place) {
        let fell = |old: Option<i64>, new: Option<i64>| old.zip(new).is_some_and(|(old, new)| new < old);
        if self.looks.back().is_some_and(|(_, last)| fell(last.end, place.end) || fell(last.current, place.current)) {
            self.looks.clear();
        }
        self.looks.push_back((at_ms, place));
        if self.looks.len() > WINDOW {
            self.looks.pop_front();
        }
    }

    pub fn pace(&self) -> Pace {
        let (Some((from, first)), Some((to, last))) = (self.looks.front(), self.looks.back()) else {
            return Pace::default();
        };
        let seconds = to.saturating_sub(*from) as f64 / 1000.0;
        let rate = |old: Option<i64>, new: Option<i64>| {
            let (old, new) = old.zip(new)?;
            (seconds > 0.0).then(|| (new - old) as f64 / seconds)
        };
        Pace::of(last.lag(), rate(first.end, last.end), rate(first.current, last.current))
    }

    /// The lags of the last looks.
    pub fn lags(&self) -> Vec<i64> {
        let skip = self.looks.len().saturating_sub(PICTURE);
        self.looks.iter().skip(skip).filter_map(|(_, place)| place.lag()).collect()
    }
}

impl Pace {
    fn of(lag: Option<i64>, coming: Option<f64>, going: Option<f64>) -> Self {
        let change = coming.zip(going).map(|(coming, going)| coming - going);
        let whole = |seconds: f64| if seconds.is_finite() { Some((seconds * 1000.0) as u64) } else { None };
        let waiting = lag.map(|lag| lag.max(0) as f64);
        let behind_ms = waiting.zip(coming).and_then(|(lag, coming)| match lag {
            0.0 => Some(0),
            lag if coming > STILL => whole(lag / coming),
            _ => None,
        });
        let drained_in_ms = waiting.zip(change).and_then(|(lag, change)| match lag {
            0.0 => Some(0),
            lag if change < -STILL => whole(lag / -change),
            _ => None,
        });
        let trend = change.map(|change| match change {
            change if change > STILL => Trend::Growing,
            change if change < -STILL => Trend::Shrinking,
            _ => Trend::Steady,
        });
        Self { lag, coming, going, change, behind_ms, drained_in_ms, trend }
    }

    /// All of them together: the one that is longest behind counts for the time, and the slowest for the end.
    pub fn together(paces: &[Pace]) -> Self {
        let sum = |of: fn(&Pace) -> Option<f64>| paces.iter().filter_map(of).reduce(|a, b| a + b);
        let lag = paces.iter().filter_map(|pace| pace.lag).reduce(i64::saturating_add);
        let all = Pace::of(lag, sum(|pace| pace.coming), sum(|pace| pace.going));
        let open = || paces.iter().filter(|pace| pace.lag.is_some_and(|lag| lag > 0));
        let never = open().any(|pace| pace.change.is_some() && pace.drained_in_ms.is_none());
        Self {
            behind_ms: paces.iter().filter_map(|pace| pace.behind_ms).max(),
            drained_in_ms: if never { None } else { paces.iter().filter_map(|pace| pace.drained_in_ms).max() },
            ..all
        }
    }

    /// Whether rates are known at all.
    pub fn has_rates(&self) -> bool {
        self.change.is_some()
    }
}

/// Numbers as a row of little bars, the highest one full.
pub fn picture(values: &[i64]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = values.iter().copied().max().unwrap_or(0).max(1);
    values.iter().map(|value| BARS[((value.max(&0) * 7 + most / 2) / most).clamp(0, 7) as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(looks: &[(u64, i64, i64)]) -> Series {
        let mut series = Series::default();
        looks.iter().for_each(|(at, current, end)| {
            series.add(*at, Place { current: Some(*current), end: Some(*end) });
        });
        series
    }

    #[test]
    fn a_group_that_is_faster_than_its_topic_is_drained_at_some_time() {
        let pace = series(&[(0, 0, 300), (2_000, 224, 500)]).pace();
        assert_eq!((pace.lag, pace.coming, pace.going), (Some(276), Some(100.0), Some(112.0)));
        assert_eq!((pace.behind_ms, pace.drained_in_ms), (Some(2_760), Some(23_000)));
        assert_eq!(pace.trend, Some(Trend::Shrinking));
    }

    #[test]
    fn a_group_that_is_slower_is_never_drained() {
        let pace = series(&[(0, 0, 100), (1_000, 50, 200)]).pace();
        assert_eq!((pace.drained_in_ms, pace.trend), (None, Some(Trend::Growing)));
        let idle = series(&[(0, 5, 9), (1_000, 5, 9)]).pace();
        assert_eq!((idle.behind_ms, idle.drained_in_ms, idle.trend), (None, None, Some(Trend::Steady)));
    }

    #[test]
    fn a_single_look_has_no_rates_and_a_reset_begins_anew() {
        assert!(!series(&[(0, 1, 5)]).pace().has_rates());
        let reset = series(&[(0, 100, 200), (1_000, 0, 210)]);
        assert!(!reset.pace().has_rates(), "going back is no reading");
        assert_eq!(reset.lags(), [210]);
    }

    #[test]
    fn together_the_slowest_partition_decides() {
        let fast = series(&[(0, 0, 100), (1_000, 100, 150)]).pace();
        let stuck = series(&[(0, 0, 10), (1_000, 0, 20)]).pace();
        let both = Pace::together(&[fast, stuck]);
        assert_eq!((both.lag, both.coming, both.drained_in_ms), (Some(70), Some(60.0), None));
        assert_eq!(Pace::together(&[]).lag, None);
    }

    #[test]
    fn the_window_is_bounded() {
        let looks: Vec<(u64, i64, i64)> = (0..100).map(|n| (n * 1000, n as i64, n as i64 * 2)).collect();
        let series = series(&looks);
        assert_eq!((series.looks.len(), series.lags().len()), (WINDOW, PICTURE));
    }

    #[test]
    fn a_picture_has_a_bar_for_each_number() {
        assert_eq!(picture(&[0, 50, 100]), "▁▅█");
        assert_eq!(picture(&[0, 0]), "▁▁");
        assert_eq!(picture(&[]), "");
    }
}
