//! `kt dump-log`, kafka-dump-log: what lies in the files of a log, byte for byte as they are.
//!
//! Works on stopped and on running folders, kt's and Apache Kafka's, and changes nothing. [`original`] prints a log as the
//! original does, [`indexes`] everything beside it, [`decode`] turns stored records of internal topics into JSON; [`own`]
//! is kt's own screen of the same, and [`check`] goes over a whole folder.

mod batches;
pub mod check;
mod decode;
mod indexes;
mod legacy;
mod original;
mod own;
mod remote;

use std::io::Write;
use std::path::Path;

use super::context::Context;
use super::failure::Failure;
use super::options::{Given, Opt};
use super::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use decode::Decoder;

const OPTIONS: &[Opt] = &[
    Opt::value("files", "FILE,FILE,…", "segments, indexes and snapshots to print").required(),
    Opt::flag("print-data-log", "show the records too; any decoder does so by itself"),
    Opt::flag("deep-iteration", "look into the batches; --print-data-log does so by itself"),
    Opt::flag("cluster-metadata-decoder", "records of the metadata log"),
    Opt::flag("offsets-decoder", "records of __consumer_offsets"),
    Opt::flag("transaction-log-decoder", "records of __transaction_state"),
    Opt::flag("share-group-state-decoder", "records of __share_group_state"),
    Opt::flag("remote-log-metadata-decoder", "records of __remote_log_metadata (tiered storage)"),
    Opt::maybe("key-decoder-class", "CLASS", "how keys become text: String-, Integer- or LongDecoder")
        .default("org.apache.kafka.tools.api.StringDecoder"),
    Opt::maybe("value-decoder-class", "CLASS", "how values become text")
        .default("org.apache.kafka.tools.api.StringDecoder"),
    Opt::flag("index-sanity-check", "check an index as a broker's start does, print nothing of it"),
    Opt::flag("verify-index-only", "compare an index with its log, print nothing of it"),
    Opt::value("max-bytes", "BYTES", "read so much of a log at most").int().default("2147483647"),
    Opt::value("max-message-size", "BYTES", "the largest batch that an index may point to").int().default("5242880"),
    Opt::flag("skip-record-metadata", "of each record the key and the value only"),
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-dump-log"),
    kafka: Some(Kafka {
        options: Options::Jopt(OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| run(&action(given)?, cx),
    }),
    verbs: Some(Verbs { command: own::command, default: None, connects: false, act: own::act }),
    examples: &[
        Example { line: "kt dump-log data/orders-0", does: "what lies in a partition: batches with readable times" },
        Example {
            line: "kt dump-log data/__consumer_offsets-3 --records",
            does: "decoded, for the topic says what it holds",
        },
        Example { line: "kt dump-log check data", does: "go over a whole stopped folder, repair nothing" },
        Example {
            line: "kt dump-log --files data/orders-0/00000000000000000000.log --print-data-log",
            does: "the original's lines, in Kafka's flags",
        },
    ],
    quirks: &[
        "DefaultDecoder prints bytes as \\x1F where they are not printable; the original prints where they lie in memory",
        "an index that is not there is an error; the original leaves an empty one behind",
    ],
    ..Tool::own("dump-log", Group::Files, "what lies in the files of a log, and whether it is sound")
};

struct Action {
    files: Vec<String>,
    records: original::Records,
    indexes: indexes::How,
}

fn action(given: &Given) -> Result<Action, Failure> {
    given.require(&["files"])?;
    let files = given.one("files")?.unwrap_or_default();
    let mut files: Vec<String> = files.split(',').map(str::to_owned).collect();
    while files.len() > 1 && files.last().is_some_and(String::is_empty) {
        files.pop(); // as Java's split has it
    }
    let decoder = if given.has("offsets-decoder") {
        Decoder::Groups
    } else if given.has("transaction-log-decoder") {
        Decoder::Transactions
    } else if given.has("cluster-metadata-decoder") {
        Decoder::Metadata
    } else if given.has("remote-log-metadata-decoder") {
        Decoder::Remote
    } else if given.has("share-group-state-decoder") {
        Decoder::Shares
    } else {
        let class = |name: &str| -> Result<_, Failure> { Ok(decode::Text::by_class(given.one(name)?)) };
        Decoder::Text { key: class("key-decoder-class")?, value: class("value-decoder-class")? }
    };
    let by_class = given.has("key-decoder-class") || given.has("value-decoder-class");
    let contents = given.has("print-data-log") || by_class || !matches!(decoder, Decoder::Text { .. });
    Ok(Action {
        files,
        records: original::Records {
            deep: given.has("deep-iteration") || contents,
            contents,
            metadata: !given.has("skip-record-metadata"),
            max_bytes: given.int("max-bytes")?.unwrap_or(i32::MAX),
            decoder,
        },
        indexes: indexes::How {
            sanity_only: given.has("index-sanity-check"),
            verify_only: given.has("verify-index-only"),
            max_message_size: given.int("max-message-size")?.unwrap_or(5 << 20),
        },
    })
}

fn run(action: &Action, cx: &mut Context) -> Result<(), Failure> {
    let mut findings = indexes::Findings::default();
    for name in &action.files {
        let name = java_path(name);
        cx.out.line(format!("Dumping {name}"))?;
        let path = Path::new(&name);
        let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let suffix = file_name.rfind('.').map_or("", |at| &file_name[at..]);
        match suffix {
            ".log" | ".checkpoint" => original::dump(&name, &action.records, &mut findings, &mut cx.out)?,
            ".index" => indexes::offsets(&name, &action.indexes, &mut findings, &mut cx.out)?,
            ".timeindex" => indexes::times(&name, &action.indexes, &mut findings, &mut cx.out)?,
            ".snapshot" => indexes::producers(&name, &mut cx.out)?,
            ".txnindex" => indexes::aborted(&name, &mut cx.out)?,
            _ => {
                cx.out.flush()?;
                complain(format_args!("Ignoring unknown file {name}"));
            }
        }
    }
    cx.out.flush()?;
    findings.print();
    Ok(())
}

/// A path as Java's `File` prints it: single slashes, none at the end.
fn java_path(path: &str) -> String {
    let mut clean = String::with_capacity(path.len());
    for c in path.chars() {
        if c != '/' || !clean.ends_with('/') {
            clean.push(c);
        }
    }
    if clean.len() > 1 && clean.ends_with('/') {
        clean.pop();
    }
    clean
}

/// The offset in a segment's name: what stands before the first dot.
fn base_offset(path: &Path) -> Result<i64, Failure> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    stem.parse().map_err(|_| {
        Failure::new(format!("{} is not named as a segment: {stem} is no offset", path.display()))
            .kafka(format!("For input string: \"{stem}\""))
    })
}

/// A line on stderr; nothing sensible can be done about one that cannot be written.
fn complain(line: std::fmt::Arguments<'_>) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
