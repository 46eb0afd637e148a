//! `kt produce`, kafka-console-producer: lines of the standard input (or of files) become records.
//!
//! [`options`] reads Kafka's grammar, [`verbs`] kt's; both give an [`Action`]. [`lines`] takes lines apart, [`run`]
//! sends them as the original does. kt's own grammar knows more forms ([`feed`], [`fields`], [`table`], [`template`]) and keeps an
//! account ([`ledger`], [`rest`]); [`own`] sends those. The sending itself is [`crate::client::data`]'s.

mod feed;
mod fields;
mod ledger;
mod lines;
mod options;
mod own;
mod rest;
mod run;
mod sending;
mod stuck;
mod table;
mod template;
mod verbs;

pub use verbs::{PARTITIONERS, partitioner_names, partitioner_of};

use std::path::PathBuf;

use crate::client::Settings;
use crate::client::data::produce::ProduceSettings;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use lines::LineFormat;
pub(super) use options::{fault_failure, note_strange, one_spelling, refuse_transactions, settings_failure};
pub(super) use run::LAST_FLUSH;

pub const TOOL: Tool = Tool {
    aliases: &["p"],
    script: Some("kafka-console-producer"),
    kafka: Some(Kafka {
        options: Options::Jopt(options::OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| run::run(options::action(given, cx)?, cx),
    }),
    verbs: Some(Verbs {
        command: verbs::command,
        default: None,
        connects: true,
        act: |matches, cx| run::run(verbs::action(matches, cx)?, cx),
    }),
    examples: &[
        Example { line: "echo hello | kt produce greetings", does: "one record" },
        Example { line: "kt produce orders -K:", does: "lines of key:value, from the terminal until Ctrl-D" },
        Example { line: "kt produce orders data.txt --compression zstd", does: "each line of a file, compressed" },
        Example { line: "kt produce orders data.txt --transaction", does: "all lines of the file, or none" },
        Example {
            line: "kt consume a -e -J | kt produce b -i json",
            does: "records from one topic to another, without loss",
        },
        Example {
            line: "kt produce orders -i csv orders.csv --key-column id",
            does: "rows as JSON, by the first row's names",
        },
        Example {
            line: "kt produce orders -i json rows.jsonl --key-from .customer.id --timestamp-from at",
            does: "rows of JSON as they are, with the key and the time that stand in them",
        },
        Example { line: "kt produce orders --key o-1 --tombstone", does: "delete a key of a compacted topic" },
        Example {
            line: "kt produce orders --template '{\"id\":{{seq}},\"n\":{{int 1 9}}}' -n 1000 --rate 100",
            does: "made-up records, a hundred a second",
        },
        Example {
            line: "kt console-producer --bootstrap-server broker:9092 --topic orders --reader-property parse.key=true",
            does: "the same in Kafka's flags",
        },
    ],
    quirks: &[
        "a line that is no UTF-8 is changed as the original does it under its flags (each broken byte becomes U+FFFD); \
         kt produce keeps the bytes",
        "--timeout, --request-timeout-ms, --message-send-max-retries and --batch-size only count when they are given: \
         without them a record leaves as soon as nothing else is under way, and is tried for two minutes",
        "a topic or broker that cannot be reached is given up after 10 s, whatever --max-block-ms says above that",
    ],
    foreign: &[
        ("-t", "the topic stands without a flag: kt produce orders"),
        ("-l", "files stand behind the topic: kt produce orders lines.txt"),
        (
            "-Z",
            "--null-marker ''   makes an empty key or value null; --tombstone --key K   sends one record without a value",
        ),
        ("-c", "head -n N FILE | kt produce TOPIC"),
        ("-f", "-K: reads key:value, -D ';' other ends of a record; -i json, csv and tsv have fields"),
        ("-d", "-D TEXT   is what ends a record; -K TEXT   stands between key and value"),
        ("-C", "kt consume TOPIC   reads records"),
        ("-T", "tee /dev/stderr | kt produce TOPIC"),
        ("--key-encoding", "--key-form hex   (or base64, i64 …)"),
        ("--value-encoding", "--value-form hex   (or base64, i64 …)"),
        ("--separator", "-K TEXT   stands between key and value"),
        ("--input-format", "-i lines, json, csv, tsv or file"),
        ("--input-mode", "-i file   makes one value of each file"),
        ("--file", "files stand behind the topic: kt produce orders lines.txt"),
        ("--lineSeparator", "-D TEXT   is what ends a record"),
        ("--null-value", "--tombstone --key K   sends one record without a value"),
        ("--raw-key", "--key-form base64"),
        ("--required-acks", "--acks 0, 1 or all"),
        ("--max-message-bytes", "-X max.request.size=BYTES"),
        ("--silent", "-q"),
        ("--line-length-limit", "a line may be as long as a record"),
    ],
    ..Tool::own("produce", Group::Records, "lines become records")
};

/// What is to be done.
struct Action {
    client: Settings,
    settings: ProduceSettings,
    format: LineFormat,
    /// Files in place of the standard input.
    files: Vec<PathBuf>,
    /// Each record is waited for.
    sync: bool,
    /// What is no UTF-8 is replaced, as Java's reader does it.
    as_text: bool,
    /// What stands on the terminal in front of each line.
    prompt: Prompt,
    /// Nobody named the broker: that none answers there is an error even if there is nothing to send.
    guessed: bool,
    /// Whether records that were given up make the call a failure. The original's does not wait to see.
    strict: bool,
    /// What kt's own grammar asks for, in place of `format` and `as_text`.
    own: Option<own::Own>,
}

/// How a person at a terminal is asked for lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Prompt {
    /// The original's `>` on stdout.
    Angle,
    /// One sentence on stderr.
    Sentence,
}
