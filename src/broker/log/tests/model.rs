//! Random histories, by seed, against a list of records.

use super::*;

struct Random(u64);

impl Random {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}

/// What should be in the log.
#[derive(Default)]
struct Model {
    /// First offset and values of each batch.
    batches: Vec<(i64, Vec<Vec<u8>>)>,
    start: i64,
    end: i64,
    next_sequence: i32,
}

impl Model {
    fn values(&self) -> Vec<(i64, Vec<u8>)> {
        let all = self.batches.iter().flat_map(|(base, values)| (*base..).zip(values.iter().cloned()));
        all.filter(|(offset, _)| *offset >= self.start).collect()
    }
}

fn run(seed: u64) {
    let mut r = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let config = LogConfig {
        segment_bytes: 300 + r.next(3_000) as u32,
        index_interval_bytes: r.next(500) as u32,
        retention_ms: -1,
        retention_bytes: if r.next(2) == 0 { -1 } else { 4_000 },
        ..LogConfig::default()
    };
    let mut b = Bench::new(config);
    let mut m = Model::default();
    let mut step_names = Vec::new();
    for _ in 0..120 {
        let step = r.next(14);
        step_names.push(step);
        match step {
            0..=6 => {
                let count = 1 + r.next(4) as i32;
                let bytes = produced(5, 0, m.next_sequence, count, false);
                let done = b.append(&bytes);
                assert_eq!(done.base_offset, m.end, "seed {seed}: {step_names:?}");
                let values = (0..count).map(|i| format!("5/{}", m.next_sequence + i).into_bytes()).collect();
                m.batches.push((m.end, values));
                m.end += i64::from(count);
                m.next_sequence += count;
                if r.next(3) == 0 {
                    assert!(b.append(&bytes).duplicate, "seed {seed}: {step_names:?}");
                }
            }
            7 if m.end > m.start => {
                let to = m.start + r.next((m.end - m.start) as u64) as i64;
                b.log.truncate_to(to, NOW).unwrap();
                m.batches.retain(|(base, values)| base + values.len() as i64 <= to);
                // A batch across the target goes whole.
                m.end = m.batches.last().map_or(to.min(b.log.log_end()), |(base, values)| base + values.len() as i64);
                m.end = m.end.max(b.log.log_end());
                m.start = m.start.min(m.end);
                let last = b.log.producer(5).map(|p| p.last_sequence());
                // With its batches and snapshots gone, the producer is unknown and goes on anywhere.
                if let Some(last) = last {
                    m.next_sequence = last + 1;
                }
            }
            8 => b.log.roll(NOW).unwrap(),
            9 if m.end > m.start => {
                m.start += r.next((m.end - m.start) as u64 + 1) as i64;
                b.log.delete_records(m.start).unwrap();
            }
            10 => {
                let removed = b.log.retention(NOW, m.end).unwrap();
                removed.delete_files(&Fs::default()).unwrap();
                m.start = b.log.view().log_start();
                m.batches.retain(|(base, values)| base + values.len() as i64 > m.start);
            }
            11 => b = b.reopen(),
            12 => b = b.crash(),
            _ => {
                let set = b.log.flush(None).unwrap();
                set.run(&Fs::default()).unwrap();
                b.log.view().mark_flushed(set.up_to);
            }
        }
        let what = format!("seed {seed}: {step_names:?}");
        assert_eq!((b.log.view().log_start(), b.log.log_end()), (m.start, m.end), "{what}");
        assert_eq!(b.values(), m.values(), "{what}");
        if m.end > m.start {
            let at = m.start + r.next((m.end - m.start) as u64) as i64;
            let expected: Vec<_> = m.values().into_iter().filter(|(o, _)| *o >= at).collect();
            assert_eq!(read_values(b.log.view(), at, m.end), expected, "{what}");
        }
    }
}

#[test]
fn random_histories_agree_with_a_list_of_records() {
    for seed in 0..60 {
        run(seed);
    }
}
