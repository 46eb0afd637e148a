//! `kt txns`, kafka-transactions: what is being written in transactions, what hangs, and how to end it.
//!
//! [`options`] reads Kafka's grammar, [`verbs`] kt's; both give an [`Action`], which [`run`] carries out. [`report`] is
//! what is shown.

mod options;
mod report;
mod run;
mod verbs;

use crate::client::admin::TopicPartition;
use crate::client::admin::transactions::{Abort, Filter};
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};

pub const TOOL: Tool = Tool {
    aliases: &["txn"],
    script: Some("kafka-transactions"),
    kafka: Some(Kafka {
        options: Options::Argparse(&options::PARSER),
        thrown: Thrown::STDERR,
        act: |given, cx| run::run(options::action(given)?, cx),
    }),
    verbs: Some(Verbs {
        command: verbs::command,
        default: Some("list"),
        connects: true,
        act: |matches, cx| run::run(verbs::action(matches)?, cx),
    }),
    changes: &["abort"],
    examples: &[
        Example { line: "kt txns", does: "all transactional ids and where they stand" },
        Example { line: "kt txns describe payments-1", does: "one of them: since when, on which partitions" },
        Example { line: "kt txns hanging", does: "transactions that hold readers back and that nobody will end" },
        Example { line: "kt txns abort orders:0 --start-offset 4100", does: "ends such a one, after a question" },
        Example { line: "kt transactions --bootstrap-server broker:9092 list", does: "the original's call" },
    ],
    verb_examples: &[
        Example { line: "kt txns list", does: "ids, states, and how long each has been open" },
        Example { line: "kt txns producers orders:0", does: "who has written to this partition with a producer id" },
    ],
    quirks: &[
        "force-terminate --transactional-id ID is another spelling of forceTerminateTransaction --transactionalId ID",
    ],
    ..Tool::own("txns", Group::Groups, "transactions: list, describe, find hanging ones, end them")
};

/// What is to be done.
enum Action {
    List(Filter),
    Describe {
        id: String,
    },
    Producers {
        topic: String,
        partition: Option<i32>,
        broker: Option<i32>,
    },
    Hanging(Search),
    Abort(Which),
    /// The producer of this id is shut out, and what it has open is aborted.
    Terminate {
        id: String,
        /// It is looked at first, and a person is asked.
        careful: bool,
    },
}

/// Where to look for hanging transactions; everywhere if nothing is named.
#[derive(Default)]
struct Search {
    broker: Option<i32>,
    topic: Option<String>,
    partition: Option<i32>,
    older_than_ms: i64,
}

/// The transaction to abort on a partition.
enum Which {
    /// By its first offset; the rest is asked for.
    Starting { partition: TopicPartition, offset: i64 },
    /// As it is told, for brokers that cannot be asked.
    Exactly(Abort),
}
