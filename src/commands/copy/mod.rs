//! `kt copy`, `kt export`, `kt import`: records from topic to topic, from cluster to cluster, into files and back.
//!
//! [`source`] says which records, [`target`] writes them, [`carry`] is what goes on between them, [`run`] the call around
//! it, [`files`] has the files. Keys, headers, times and partitions are kept; what is in flight when a run is killed may be
//! written twice by the next one, and is never lost.

mod carry;
mod edit;
mod files;
mod run;
mod source;
mod target;

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::consume;
use super::failure::{Exit, Failure};
use super::produce::LAST_FLUSH;
use super::signals;
use super::tool::{Example, Group, Tool, Verbs};
use crate::client::data::wire::Hurry;
use crate::output::human;
use crate::output::table::{Cell, Table};
use crate::records::Sieve;
use crate::records::place::{self, Places};

pub const COPY: Tool = Tool {
    aliases: &["cp"],
    verbs: Some(Verbs { command: copy_command, default: None, connects: true, act: run::copy }),
    changes: &[""],
    examples: &[
        Example {
            line: "kt copy orders orders-2",
            does: "all records, with their keys, headers, times and partitions",
        },
        Example {
            line: "kt copy prod:orders dev:orders --from @-1h",
            does: "the last hour, from one context to another",
        },
        Example { line: "kt copy 'order*' dev:", does: "each topic of such a name, to one of the same name there" },
        Example {
            line: "kt copy orders backup --resume orders-backup",
            does: "goes on where the last such call stopped",
        },
        Example {
            line: "kt copy 'order*' dev: --follow --resume mirror",
            does: "what is there, then what comes, until Ctrl-C; the same call goes on there",
        },
        Example { line: "kt copy orders bad --where '.value.state == \"failed\"'", does: "only some of them" },
        Example {
            line: "kt copy orders.dlq --to-header original-topic --drop-header 'error*'",
            does: "each record to the topic that its header names, by its key",
        },
    ],
    foreign: &[
        ("--create", "a DESTINATION that is not there is made, with as many partitions"),
        ("--tail", "--from -10 --follow   copies the newest ten of each partition, then what comes"),
        ("--group", "--resume GROUP   keeps in a group how far it has come"),
        ("-e", "a copy ends where the topic ended as it began; --follow goes on"),
    ],
    ..Tool::own("copy", Group::Records, "records from a topic to another one, here or in another cluster")
};

pub const EXPORT: Tool = Tool {
    verbs: Some(Verbs { command: export_command, default: None, connects: true, act: files::export }),
    examples: &[
        Example { line: "kt export orders orders.jsonl.zst", does: "a topic in a file, one record a line" },
        Example { line: "kt export orders --from @-1h | jq .key", does: "the last hour, to stdout" },
    ],
    ..Tool::own("export", Group::Records, "records of a topic into a file, one line of JSON each")
};

pub const IMPORT: Tool = Tool {
    verbs: Some(Verbs { command: import_command, default: None, connects: true, act: files::import }),
    examples: &[Example {
        line: "kt import orders.jsonl.zst orders",
        does: "the records of such a file, as they were",
    }],
    ..Tool::own("import", Group::Records, "records of a file of kt export into a topic")
};

fn value(name: &'static str, what: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(what).help(help)
}

fn which(command: Command) -> Command {
    let from = value("from", "WHERE", "Begin at: beginning, an offset, -N from the end, @-1h, @2026-11-21; or FROM:TO")
        .default_value("beginning")
        .allow_hyphen_values(true);
    let to =
        value("to", "WHERE", "End before this place [default: where the topic ends now]").allow_hyphen_values(true);
    let partition = consume::partitions().help("Only these partitions: 0 or 0,2").help_heading(None);
    let count = value("max-messages", "N", "End after that many").short('c').value_parser(value_parser!(u64));
    command.args([from, to, partition]).args(consume::sieve_args()).arg(count)
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn copy_command(command: Command) -> Command {
    let source = Arg::new("source")
        .value_name("SOURCE")
        .required(true)
        .help("A topic, or a pattern of several ('orders-*', a,b); CONTEXT:TOPIC is one of another cluster");
    let destination = Arg::new("destination").value_name("DESTINATION").required_unless_present("to-header").help(
        "A topic; {} in it is the source's name. CONTEXT:TOPIC is one of another cluster, CONTEXT: of the same name",
    );
    let header =
        |name: &'static str, what: &'static str, help: &'static str| value(name, what, help).action(ArgAction::Append);
    which(command.args([source, destination]))
        .arg(value(
            "to-header",
            "NAME",
            "To the topic that this header names, which must be there; records without it go to DESTINATION",
        ))
        .arg(header("drop-header", "NAME", "Leave this header out; NAME* are all that begin so; may be repeated"))
        .arg(header("add-header", "NAME=VALUE", "One more header for each record; may be repeated"))
        .arg(flag("by-key", "Let the keys decide on partitions anew; so it is with --to-header"))
        .arg(flag("now", "The times of the copy in place of the records' own"))
        .arg(value("rate", "N", "So many records a second at most").value_parser(value_parser!(f64)))
        .arg(
            flag("follow", "Go on with what comes, until Ctrl-C; new partitions and new topics of a pattern too")
                .short('f')
                .conflicts_with("to")
                .long_help(
                    "Go on with what comes, until Ctrl-C; new partitions, and new topics of a pattern, are noticed within \
                     seconds, and the destination gets them too. With --resume, Ctrl-C and SIGTERM leave nothing out and \
                     double nothing; after kill -9 or a broken machine the next call copies at most the last 5 seconds \
                     again. Two such copies of the same topics in opposite directions never end",
                ),
        )
        .arg(value(
            "resume",
            "GROUP",
            "Go on behind what this group has committed in the source, and commit what is copied",
        ))
}

fn export_command(command: Command) -> Command {
    let topic = Arg::new("topic").value_name("TOPIC").required(true).help("The topic");
    let file =
        Arg::new("file").value_name("FILE").help("The file; .gz and .zst compress, - is stdout [default: stdout]");
    which(command.arg(topic).arg(file)).arg(flag("force", "Also over a file that is there"))
}

fn import_command(command: Command) -> Command {
    command
        .arg(Arg::new("file").value_name("FILE").required(true).help("A file of kt export; - is stdin"))
        .arg(Arg::new("topic").value_name("TOPIC").required(true).help("The topic"))
        .arg(flag("by-key", "Let the keys decide on partitions"))
        .arg(flag("now", "The times of the import in place of the records' own"))
        .arg(flag("ignore-unknown", "Skip fields of a line that kt does not know"))
        .arg(value("skip", "N", "Leave out the first N lines").value_parser(value_parser!(u64)).default_value("0"))
}

/// What of a topic is read.
struct Selection {
    places: Places,
    sieve: Sieve,
    most: Option<u64>,
    /// There is no end.
    follow: bool,
}

fn selection(matches: &ArgMatches, follow: bool) -> Result<Selection, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(|text| text.trim());
    let from = text("from").unwrap_or("beginning");
    let said = text("to").map_or(from.to_owned(), |to| format!("{from}:{to}"));
    let mut places = place::parse(&said, SystemTime::now()).map_err(|why| Failure::usage(why).hint(place::HINT))?;
    if places.needs_group() {
        return Err(Failure::usage("where a group has committed is not said by --from")
            .hint("--resume GROUP   begins there, and commits how far it has come"));
    }
    match follow {
        true if places.has_an_end() => {
            return Err(Failure::usage(format!("--from {from} has an end, and --follow has none"))
                .hint("without --follow a copy ends; -c N ends after so many records"));
        }
        true => {}
        false => places.bound(),
    }
    Ok(Selection {
        places: places.only(&consume::named_partitions(matches)),
        sieve: consume::sieve(matches)?,
        most: matches.get_one::<u64>("max-messages").copied(),
        follow,
    })
}

/// How long a run may take to notice that it is to end.
const NOTICE: Duration = Duration::from_secs(1);

/// Asks a running transfer to end: the signal that wants it, or 0.
struct Stop(Arc<AtomicI32>);

impl Stop {
    fn watch() -> Self {
        let wanted = Arc::new(AtomicI32::new(0));
        let told = Arc::clone(&wanted);
        signals::on_stop(move |signal| told.store(signal.status(), Ordering::Relaxed));
        Self(wanted)
    }

    /// As [`watch`](Self::watch), for a run that may be waiting for more input and notice nothing: what was put down is
    /// written then, and it is said how many lines that were.
    fn watch_input(hurry: Hurry, lines: Arc<AtomicU64>) -> Self {
        let wanted = Arc::new(AtomicI32::new(0));
        let told = Arc::clone(&wanted);
        signals::on_stop(move |signal| {
            told.store(signal.status(), Ordering::Relaxed);
            std::thread::sleep(NOTICE);
            hurry.flush(LAST_FLUSH);
            let lines = lines.load(Ordering::Relaxed);
            // Nothing sensible can be done about such a stderr.
            let _ = writeln!(std::io::stderr(), "\rstopped behind line {lines}\n  hint: go on with   --skip {lines}");
            std::process::exit(signal.status());
        });
        Self(wanted)
    }

    fn is_wanted(&self) -> bool {
        self.0.load(Ordering::Relaxed) != 0
    }

    /// The end of a call that was stopped.
    fn outcome(&self) -> Result<(), Failure> {
        match self.0.load(Ordering::Relaxed) {
            0 => Ok(()),
            status => Err(Failure::with_status(u8::try_from(status).unwrap_or(130))),
        }
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn number(count: u64) -> String {
    human::several(usize::try_from(count).unwrap_or(usize::MAX), "record")
}

fn count(of: u64) -> Cell {
    Cell::count(i64::try_from(of).unwrap_or(i64::MAX))
}

fn summary(titles: &[&'static str], cells: [&str; 2], done: u64) -> Table {
    let mut table = Table::new(titles);
    table.row([cells[0].into(), cells[1].into(), count(done)]);
    table
}

/// What an expression of `--where` stumbled over.
fn tell_stumbled(sieve: &Sieve, cx: &super::context::Context) {
    if let Some((count, why)) = &sieve.stumbled {
        cx.note(&format!("--where could not judge {}, left out: {why}", number(*count)));
    }
}

/// A wrong line of a file.
fn wrong_line(file: &str, line: u64, why: &str, done: u64) -> Failure {
    Failure::new(format!("{file}:{line}: {why}"))
        .because(format!(
            "{} before it {} written, nothing after it",
            number(done),
            if done == 1 { "is" } else { "are" }
        ))
        .hint(format!("once it is mended: --skip {}", line - 1))
        .exit(if done == 0 { Exit::Failed } else { Exit::Partly })
}
