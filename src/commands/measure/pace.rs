//! At most so many a second: the original's ThroughputThrottler.

use std::time::{Duration, Instant};

/// No sleep is shorter: the system would not wake in time for it.
const SHORTEST: Duration = Duration::from_millis(2);
/// Where nothing more is to come, waiting is done in pieces.
const FOREVER: Duration = Duration::from_secs(3600);

#[derive(Clone, Copy, Debug)]
pub struct Pace {
    start: Instant,
    /// A second; negative is no limit, 0 lets only the first one through.
    rate: f64,
}

impl Pace {
    pub fn new(start: Instant, rate: f64) -> Self {
        Self { start, rate }
    }

    /// How many more may go now that `done` have gone, `most` at most; at least one unless it has to be waited for.
    pub fn may_go(&self, done: u64, most: u64) -> u64 {
        if self.rate < 0.0 {
            return most;
        }
        let due = (self.start.elapsed().as_secs_f64() * self.rate) as u64 + 1;
        due.saturating_sub(done).min(most)
    }

    /// How long to wait before the next one may go.
    pub fn wait(&self, done: u64) -> Duration {
        if self.rate < 0.0 {
            return Duration::ZERO;
        }
        let due = Duration::try_from_secs_f64(done as f64 / self.rate).unwrap_or(FOREVER);
        let left = due.saturating_sub(self.start.elapsed());
        if left.is_zero() { left } else { left.clamp(SHORTEST, FOREVER) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_kept_and_none_is_no_limit() {
        let start = Instant::now() - Duration::from_secs(10);
        assert_eq!(Pace::new(start, -1.0).may_go(0, 500), 500);
        assert!((1000..1010).contains(&Pace::new(start, 100.0).may_go(0, 5000)));
        assert_eq!(Pace::new(start, 100.0).may_go(2000, 5000), 0);
        let wait = Pace::new(start, 100.0).wait(2000);
        assert!(wait > Duration::from_secs(9) && wait <= Duration::from_secs(10), "{wait:?}");
        assert_eq!(Pace::new(start, 0.0).may_go(0, 10), 1, "the first one always goes");
        assert_eq!(Pace::new(start, 0.0).may_go(1, 10), 0);
        assert!(Pace::new(start, 0.0).wait(1) > Duration::from_secs(60));
    }
}
