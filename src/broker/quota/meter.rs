//! Measures: a rate over the last windows, and a bucket that fills again (Rate and TokenBucket of the original).

/// What happened in the last windows, and how long to wait until the rate is within its limit.
#[derive(Debug)]
pub struct Rate {
    window_ms: i64,
    /// Begin and sum of each window, the oldest first.
    windows: std::collections::VecDeque<(i64, f64)>,
    most: usize,
}

impl Rate {
    pub fn new(windows: i32, window_s: i32, now_ms: i64) -> Rate {
        let most = usize::try_from(windows).unwrap_or(1).max(1);
        let window_ms = i64::from(window_s.max(1)) * 1000;
        Rate { window_ms, windows: [(now_ms, 0.0)].into(), most }
    }

    /// Counts, and brings how many milliseconds to wait.
    pub fn record(&mut self, amount: f64, limit: f64, now_ms: i64) -> u32 {
        self.forget(now_ms);
        match self.windows.back_mut() {
            Some((begin, sum)) if now_ms - *begin < self.window_ms => *sum += amount,
            _ => self.windows.push_back((now_ms, amount)),
        }
        let sum: f64 = self.windows.iter().map(|(_, sum)| sum).sum();
        let span_ms = self.span_ms(now_ms) as f64;
        let rate = sum * 1000.0 / span_ms;
        if rate <= limit {
            return 0;
        }
        millis((rate - limit) / limit * span_ms)
    }

    pub fn is_idle(&self, now_ms: i64) -> bool {
        self.windows.back().is_none_or(|(begin, _)| now_ms - begin > self.window_ms * self.most as i64)
    }

    fn forget(&mut self, now_ms: i64) {
        let oldest = now_ms - self.window_ms * self.most as i64;
        while self.windows.front().is_some_and(|(begin, _)| *begin <= oldest) {
            self.windows.pop_front();
        }
    }

    /// The time that the sum is of. At the beginning all windows but one are taken for past, so that the first bytes
    /// of a client are not a rate of themselves.
    fn span_ms(&self, now_ms: i64) -> i64 {
        let begin = self.windows.front().map_or(now_ms, |(begin, _)| *begin);
        let elapsed = (now_ms - begin).max(0);
        let (full, least) = (elapsed / self.window_ms, self.most as i64 - 1);
        let span = if full < least { elapsed + (least - full) * self.window_ms } else { elapsed };
        span.max(1)
    }
}

/// Credit that is used up by acts and comes back with time. It may go below nothing once, and then has to recover.
#[derive(Debug)]
pub struct Bucket {
    credit: f64,
    most: f64,
    seconds: f64,
    limit: f64,
    last_ms: i64,
}

impl Bucket {
    pub fn new(limit: f64, windows: i32, window_s: i32, now_ms: i64) -> Bucket {
        let seconds = f64::from(windows.max(1)) * f64::from(window_s.max(1));
        Bucket { credit: limit * seconds, most: limit * seconds, seconds, limit, last_ms: now_ms }
    }

    /// Takes, and brings how many milliseconds to wait until the credit is back at nothing.
    pub fn take(&mut self, amount: f64, limit: f64, now_ms: i64) -> u32 {
        self.limit = limit;
        self.most = limit * self.seconds;
        self.refill(now_ms);
        self.credit -= amount;
        if self.credit >= 0.0 { 0 } else { millis(-self.credit / limit * 1000.0) }
    }

    pub fn is_full(&mut self, now_ms: i64) -> bool {
        self.refill(now_ms);
        self.credit >= self.most
    }

    fn refill(&mut self, now_ms: i64) {
        let elapsed_s = (now_ms - self.last_ms).max(0) as f64 / 1000.0;
        self.credit = (self.credit + self.limit * elapsed_s).min(self.most);
        self.last_ms = now_ms.max(self.last_ms);
    }
}

fn millis(ms: f64) -> u32 {
    // Saturating: a limit near zero asks for ages.
    ms.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_steady_rate_within_the_limit_never_waits() {
        let mut rate = Rate::new(11, 1, 0);
        for second in 0..100 {
            assert_eq!(rate.record(900.0, 1000.0, second * 1000), 0, "in second {second}");
        }
        assert!(rate.windows.len() <= 11);
        assert!(rate.is_idle(200_000) && !rate.is_idle(99_500));
    }

    #[test]
    fn who_waits_as_told_is_within_the_limit_afterwards() {
        let mut rate = Rate::new(11, 1, 0);
        let (mut now, mut bytes) = (0, 0.0);
        while now < 60_000 {
            now += i64::from(rate.record(5_000.0, 1_000.0, now)) + 1;
            bytes += 5_000.0;
        }
        let average = bytes * 1000.0 / now as f64;
        assert!((900.0..1300.0).contains(&average), "{average} bytes a second on the long run");
    }
}
