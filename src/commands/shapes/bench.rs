//! Results of measurements.

use crate::output::shape::Is::Object;
use crate::output::shape::{Field, Shape};

const FIELDS: &[Field] = &[
    ("measure", "text", "produce, consume or latency"),
    ("recordSize", "number", "bytes of a value"),
    ("brokers[].broker", "text", "whose figures these are"),
    ("brokers[].runs[].records", "number", "how many"),
    ("brokers[].runs[].seconds", "number", "how long they took"),
    ("brokers[].runs[].recordsPerSecond", "number", "their rate"),
    ("brokers[].runs[].mbPerSecond", "number", "in MiB"),
    ("brokers[].runs[].latencyUs.mean", "number?", "microseconds; missing where none was measured"),
    ("brokers[].runs[].latencyUs.p50", "number?", "half of them took no longer"),
    ("brokers[].runs[].latencyUs.p95", "number?", "95 % of them"),
    ("brokers[].runs[].latencyUs.p99", "number?", "99 %"),
    ("brokers[].runs[].latencyUs.p999", "number?", "99.9 %"),
    ("brokers[].runs[].latencyUs.max", "number?", "the longest"),
    ("brokers[].median.records", "number", "as of a run, the median of all runs"),
    ("brokers[].median.seconds", "number", "the median"),
    ("brokers[].median.recordsPerSecond", "number", "the median"),
    ("brokers[].median.mbPerSecond", "number", "the median"),
    ("brokers[].median.latencyUs.mean", "number?", "the median, and so on"),
    ("brokers[].median.latencyUs.p50", "number?", "the median"),
    ("brokers[].median.latencyUs.p95", "number?", "the median"),
    ("brokers[].median.latencyUs.p99", "number?", "the median"),
    ("brokers[].median.latencyUs.p999", "number?", "the median"),
    ("brokers[].median.latencyUs.max", "number?", "the median"),
    ("brokers[].histogram[].upToUs", "number?", "a bin's upper end"),
    ("brokers[].histogram[].count", "number?", "how many fell into it"),
    ("ratio.recordsPerSecond", "number?", "the second broker by the first; missing with one broker"),
    ("ratio.p50", "number?", "of the latencies"),
    ("ratio.p99", "number?", "of the latencies"),
];

const fn bench(call: &'static str) -> Shape {
    Shape { call, is: Object, of: "a measurement", fields: FIELDS }
}

pub const SHAPES: &[Shape] = &[bench("bench produce"), bench("bench consume"), bench("bench latency")];
