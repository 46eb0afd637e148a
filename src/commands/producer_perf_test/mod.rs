//! kafka-producer-perf-test: how fast records are written, in the original's lines.
//!
//! [`options`] reads the call, [`run`] sends, [`stats`] counts and words what was counted. kt's own face of measuring is
//! `kt bench`.

mod options;
mod run;
mod stats;

use std::time::Duration;

pub(super) use options::past;

use crate::client::Settings;
use crate::client::data::produce::ProduceSettings;
use crate::commands::measure::send::Load;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool};

pub const TOOL: Tool = Tool {
    script: Some("kafka-producer-perf-test"),
    kafka: Some(Kafka {
        options: Options::Argparse(&options::PARSER),
        thrown: Thrown::STDERR,
        act: |given, cx| run::run(options::action(given, cx)?, cx),
    }),
    examples: &[
        Example {
            line: "kt producer-perf-test --bootstrap-server broker:9092 --topic t --num-records 1000000 --record-size 100 --throughput -1",
            does: "a million records as fast as they go",
        },
        Example {
            line: "kt producer-perf-test --bootstrap-server broker:9092 --topic t --num-records 100000 --record-size 1024 --throughput 5000 --command-property acks=all compression.type=zstd",
            does: "at a pace, with settings",
        },
        Example { line: "kt bench produce", does: "kt's own: several runs, a histogram, two brokers side by side" },
    ],
    quirks: &[
        "--print-metrics prints those of the original's metrics that kt has, under their names",
        "batch.size and linger.ms only count when they are set: without them batches grow with the load, up to 256 KiB",
        "a broker that cannot be reached is an error after some seconds; the original tries for ever",
    ],
    ..Tool::own("producer-perf-test", Group::Bench, "how fast records are written")
};

/// What is to be done.
struct Action {
    client: Settings,
    settings: ProduceSettings,
    load: Load,
    reporting_interval: Duration,
    print_metrics: bool,
}
