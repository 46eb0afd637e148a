//! `kt bench`: how fast a broker is, in runs that can be compared, with histograms, and two brokers side by side.
//!
//! [`options`] reads the call, [`run`] makes the runs in turn (first one broker, then the other, so that what the
//! machine does meanwhile hits both), [`report`] shows them. The original's tools of measuring stand beside it
//! (`producer_perf_test` and the like) with their lines; the loops are the same (`measure`).

mod options;
mod report;
mod run;

use crate::commands::tool::{Example, Group, Tool, Verbs};

pub const TOOL: Tool = Tool {
    verbs: Some(Verbs {
        command: options::command,
        default: None,
        connects: true,
        act: |matches, cx| run::run(options::action(matches, cx)?, cx),
    }),
    examples: &[
        Example { line: "kt bench produce", does: "a million records of 100 bytes, three times" },
        Example { line: "kt bench consume -n 5000000", does: "writes five million records, then reads them" },
        Example { line: "kt bench latency --acks 1", does: "one record after the other, there and back" },
        Example {
            line: "kt bench produce -b localhost:9092 --against localhost:9093",
            does: "two brokers side by side, with ratios",
        },
        Example { line: "kt bench produce --output json", does: "all figures for a program" },
    ],
    ..Tool::own("bench", Group::Bench, "how fast a broker is: produce, consume, latency")
};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    Produce,
    Consume,
    Latency,
}

impl Measure {
    fn name(self) -> &'static str {
        match self {
            Self::Produce => "produce",
            Self::Consume => "consume",
            Self::Latency => "latency",
        }
    }
}
