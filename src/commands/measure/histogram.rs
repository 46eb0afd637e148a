//! Many durations in little room: counted in classes that are at most 1.6 % wide, exact below 128 µs.

/// Classes to each doubling.
const STEPS: u64 = 64;
/// Below this each value has its own class.
const EXACT: u64 = 2 * STEPS;
/// 2^36 µs are nineteen hours; what takes longer counts as that.
const MOST: u64 = (1 << 36) - 1;

/// Durations in microseconds.
#[derive(Clone)]
pub struct Histogram {
    counts: Vec<u64>,
    count: u64,
    sum: u64,
    least: u64,
    most: u64,
}

impl Default for Histogram {
    fn default() -> Self {
        Self { counts: vec![0; class(MOST) + 1], count: 0, sum: 0, least: u64::MAX, most: 0 }
    }
}

fn class(value: u64) -> usize {
    if value < EXACT {
        return value as usize;
    }
    let doublings = u64::from(value.ilog2()) - u64::from(STEPS.ilog2());
    (doublings * STEPS + (value >> doublings)) as usize
}

/// The largest value of a class.
fn top(class: usize) -> u64 {
    let class = class as u64;
    if class < EXACT {
        return class;
    }
    let doublings = class / STEPS - 1;
    ((class % STEPS + STEPS + 1) << doublings) - 1
}

impl Histogram {
    pub fn record(&mut self, micros: u64) {
        self.counts[class(micros.min(MOST))] += 1;
        self.count += 1;
        self.sum += micros;
        self.least = self.least.min(micros);
        self.most = self.most.max(micros);
    }

    pub fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            *mine += theirs;
        }
        self.count += other.count;
        self.sum += other.sum;
        self.least = self.least.min(other.least);
        self.most = self.most.max(other.most);
    }

    pub fn count(&self) -> u64 {
        self.count
    }

    pub fn mean(&self) -> f64 {
        if self.count == 0 { 0.0 } else { self.sum as f64 / self.count as f64 }
    }

    pub fn most(&self) -> u64 {
        self.most
    }

    /// The value that this part (0.99) of all values does not exceed.
    pub fn quantile(&self, part: f64) -> u64 {
        let wanted = ((self.count as f64 * part).ceil() as u64).clamp(1, self.count.max(1));
        let mut seen = 0;
        for (class, count) in self.counts.iter().enumerate() {
            seen += count;
            if seen >= wanted {
                return top(class).clamp(self.least.min(self.most), self.most);
            }
        }
        0
    }

    /// The counts of `rows` ranges at most, each twice as wide as the one before: upper ends in µs, and counts. Empty
    /// ends are left out.
    pub fn doublings(&self) -> Vec<(u64, u64)> {
        let mut rows: Vec<(u64, u64)> = Vec::new();
        let mut upper: u64 = 1;
        let mut rest = self.counts.iter().enumerate().peekable();
        while rest.peek().is_some() {
            let mut count = 0;
            while let Some((_, n)) = rest.next_if(|(class, _)| top(*class) <= upper) {
                count += n;
            }
            rows.push((upper, count));
            upper = upper * 2 + 1;
        }
        let filled = |(_, count): &(u64, u64)| *count > 0;
        let first = rows.iter().position(filled).unwrap_or(0);
        let last = rows.iter().rposition(filled).map_or(0, |last| last + 1);
        rows[first.min(last)..last].to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_holds_its_values_and_no_others() {
        let mut before = None;
        for class_number in 0..=class(MOST) {
            let upper = top(class_number);
            assert_eq!(class(upper), class_number);
            let lower = before.map_or(0, |before: u64| before + 1);
            assert_eq!(class(lower), class_number);
            assert!((upper - lower) as f64 <= 0.016 * upper as f64, "{lower}..={upper} is too wide");
            before = Some(upper);
        }
    }

    #[test]
    fn quantiles_are_near_the_truth() {
        let mut histogram = Histogram::default();
        (1..=10_000).for_each(|micros| histogram.record(micros));
        for (part, truth) in [(0.5, 5000.0), (0.95, 9500.0), (0.99, 9900.0), (0.999, 9990.0), (1.0, 10_000.0)] {
            let found = histogram.quantile(part) as f64;
            assert!((found - truth).abs() <= truth * 0.016, "{part}: {found}");
        }
        assert_eq!((histogram.count(), histogram.most()), (10_000, 10_000));
        assert!((histogram.mean() - 5000.5).abs() < 0.001);
        let mut both = Histogram::default();
        both.add(&histogram);
        both.record(u64::MAX >> 8);
        assert_eq!(both.count(), 10_001);
        assert_eq!(Histogram::default().quantile(0.99), 0);
    }

    #[test]
    fn ranges_double_and_hold_everything() {
        let mut histogram = Histogram::default();
        [3, 5, 5, 100, 1000].into_iter().for_each(|micros| histogram.record(micros));
        let rows = histogram.doublings();
        assert_eq!(rows.iter().map(|(_, count)| count).sum::<u64>(), 5);
        assert_eq!((rows[0], rows[1]), ((3, 1), (7, 2)));
        assert_eq!(rows.last(), Some(&(1023, 1)));
    }
}
