//! `kt copy`, `kt export`, `kt import`: records from topic to topic, from cluster to cluster, into files and back.
//!
//! [`source`] says which records, [`target`] writes them, [`files`] has the files. Keys, headers, times and partitions
//! are kept; what is in flight when a run is stopped may be written twice by the next one, and is never lost.

mod files;
mod source;
mod target;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::{Duration, Instant};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use regex_automata::meta::Regex;
use serde_json::json;

use self::source::{Ended, Filter, From};
use self::target::Target;
use super::context::Context;
use super::failure::{Exit, Failure};
use super::said::Said;
use super::signals;
use super::tool::{Example, Group, Tool, Verbs};
use crate::client::Client;
use crate::client::admin::TopicPartition;
use crate::client::data::consume::{Clock, Consumed, Span};
use crate::client::data::wire::Put;
use crate::output::human;
use crate::output::progress::Progress;
use crate::output::table::{Cell, Table};

pub const COPY: Tool = Tool {
    aliases: &["cp"],
    verbs: Some(Verbs { command: copy_command, default: None, connects: true, act: copy }),
    examples: &[
        Example {
            line: "kt copy orders orders-2",
            does: "all records, with their keys, headers, times and partitions",
        },
        Example {
            line: "kt copy prod:orders dev:orders --from @-1h",
            does: "the last hour, from one context to another",
        },
        Example {
            line: "kt copy orders backup --resume orders-backup",
            does: "goes on where the last such call stopped",
        },
        Example { line: "kt copy orders bad --grep '\"state\":\"failed\"'", does: "only some of them" },
    ],
    ..Tool::own("copy", Group::Records, "records from a topic to another one, here or in another cluster")
};

pub const EXPORT: Tool = Tool {
    verbs: Some(Verbs { command: export_command, default: None, connects: true, act: files::export }),
    examples: &[
        Example { line: "kt export orders orders.jsonl.zst", does: "a topic in a file, one record a line" },
        Example { line: "kt export orders - --from @-1h | jq .key", does: "the last hour, to stdout" },
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

fn which(command: Command) -> Command {
    let value = |name: &'static str, what: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(what).help(help)
    };
    let from = value("from", "WHERE", "Begin at: beginning, an offset, -N from the end, @-1h, @2026-11-21");
    let count = value("max-messages", "N", "End after that many").short('c').value_parser(value_parser!(u64));
    command
        .arg(from.default_value("beginning").allow_hyphen_values(true))
        .arg(value("key", "TEXT", "Only records with this key"))
        .arg(value("grep", "REGEX", "Only records whose value fits"))
        .arg(value("header", "KEY=VALUE", "Only records with this header; may be repeated").action(ArgAction::Append))
        .arg(count)
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn copy_command(command: Command) -> Command {
    let place = |name: &'static str, what: &'static str| {
        Arg::new(name).value_name(what).required(true).help("A topic; CONTEXT:TOPIC is one of another cluster")
    };
    which(command.arg(place("source", "SOURCE")).arg(place("destination", "DESTINATION")))
        .arg(flag("by-key", "Let the keys decide on partitions anew"))
        .arg(flag("now", "The times of the copy in place of the records' own"))
        .arg(
            Arg::new("resume")
                .long("resume")
                .value_name("GROUP")
                .help("Go on behind what this group has committed in the source, and commit what is copied"),
        )
        .arg(flag("dry-run", "Only show what would be copied"))
}

fn export_command(command: Command) -> Command {
    let topic = Arg::new("topic").value_name("TOPIC").required(true).help("The topic");
    let file = Arg::new("file").value_name("FILE").required(true).help("The file; .gz and .zst compress, - is stdout");
    which(command.arg(topic).arg(file)).arg(flag("force", "Also over a file that is there"))
}

fn import_command(command: Command) -> Command {
    command
        .arg(Arg::new("file").value_name("FILE").required(true).help("A file of kt export; - is stdin"))
        .arg(Arg::new("topic").value_name("TOPIC").required(true).help("The topic"))
        .arg(flag("by-key", "Let the keys decide on partitions"))
        .arg(flag("now", "The times of the import in place of the records' own"))
        .arg(flag("ignore-unknown", "Skip fields of a line that kt does not know"))
        .arg(
            Arg::new("skip")
                .long("skip")
                .value_name("N")
                .value_parser(value_parser!(u64))
                .default_value("0")
                .help("Leave out the first N lines"),
        )
}

/// What of a topic is read.
struct Selection {
    from: From,
    filter: Filter,
    most: Option<u64>,
}

fn selection(matches: &ArgMatches) -> Result<Selection, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let grep = text("grep").map(|pattern| {
        Regex::new(pattern).map_err(|error| {
            Failure::usage(format!("--grep '{pattern}' is no regular expression")).because(error.to_string())
        })
    });
    let header = |text: &String| match text.split_once('=') {
        Some((key, value)) => Ok((key.to_owned(), value.to_owned())),
        None => Err(Failure::usage(format!("--header wants KEY=VALUE, not '{text}'"))),
    };
    Ok(Selection {
        from: source::from(text("from").unwrap_or("beginning"))?,
        filter: Filter {
            key: text("key").map(str::to_owned),
            grep: grep.transpose()?,
            headers: matches
                .get_many::<String>("header")
                .into_iter()
                .flatten()
                .map(header)
                .collect::<Result<_, _>>()?,
        },
        most: matches.get_one::<u64>("max-messages").copied(),
    })
}

/// A topic of this call's cluster, or of a context's.
fn place<'a>(text: &'a str, cx: &Context) -> Result<(Client, &'a str), Failure> {
    match text.split_once(':') {
        Some((context, topic)) => Ok((Client::new(cx.elsewhere(context)?.settings()?), topic)),
        None => Ok((cx.client()?, text)),
    }
}

/// Asks a running transfer to end: the signal that wants it, or 0.
struct Stop(Arc<AtomicI32>);

impl Stop {
    fn watch() -> Self {
        let wanted = Arc::new(AtomicI32::new(0));
        let told = Arc::clone(&wanted);
        signals::on_stop(move |signal| told.store(signal.status(), Ordering::Relaxed));
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

fn records(spans: &[Span]) -> u64 {
    let length = |span: &Span| u64::try_from(span.until.unwrap_or(span.from) - span.from).unwrap_or(0);
    spans.iter().map(length).sum()
}

/// How often a resumable copy makes sure of what it has done.
const KEEP_EVERY: Duration = Duration::from_secs(5);

fn copy(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let (source_client, source_topic) = place(text("source"), cx)?;
    let (target_client, target_topic) = place(text("destination"), cx)?;
    let selection = selection(matches)?;
    let group = matches.get_one::<String>("resume").cloned();
    let by_key = matches.get_flag("by-key");
    let (topic, spans) = cx.block_on(async {
        let topic = source::topic(&source_client, source_topic).await?;
        if target_topic == source_topic && same_cluster(&source_client, &target_client).await? {
            return Err(Failure::usage(format!("{source_topic} would be copied into itself, and double each time")));
        }
        let resume = match &group {
            Some(group) => source::resume(&source_client, group, source_topic).await?,
            None => HashMap::new(),
        };
        let spans = source::spans(&source_client, &topic, selection.from, &resume).await?;
        Ok::<_, Failure>((topic, spans))
    })??;
    let total = records(&spans);
    if cx.is_dry_run() {
        let partitions = human::several(spans.len(), "partition");
        cx.preview(&format!(
            "up to {} of {partitions} of {} would be copied to {}",
            number(total),
            text("source"),
            text("destination")
        ));
        return Err(cx.end_of_dry_run());
    }
    let (target, made) =
        cx.block_on(target::made_like(&target_client, target_topic, Some((&source_client, &topic))))??;
    if made {
        cx.note(&format!(
            "made topic {} with {}",
            text("destination"),
            human::several(target.partitions.len(), "partition")
        ));
    }
    if !by_key {
        target::check_partitions(topic.partitions.len(), &target, target_topic)?;
    }
    let mut target = Target::open(&target_client, target_topic, target.partitions.len())?;
    let run = Run { selection, by_key, now: matches.get_flag("now"), quiet: cx.manners().quiet };
    let stop = Stop::watch();
    let mut kept: BTreeMap<TopicPartition, i64> = BTreeMap::new();
    let mut keep = |places: &BTreeMap<TopicPartition, i64>, cx: &mut Context| match &group {
        Some(group) if *places != kept && !places.is_empty() => {
            kept.clone_from(places);
            cx.block_on(source::keep(&source_client, group, places))?
        }
        _ => Ok(()),
    };
    let begun = Instant::now();
    let done = run.go(&source_client, source_topic, &spans, &mut target, &stop, &mut keep, cx)?;
    let table = summary(&["SOURCE", "DESTINATION", ">RECORDS"], [text("source"), text("destination")], done);
    let value = json!({ "source": text("source"), "destination": text("destination"), "records": done });
    cx.report(&Said::new("", table, value))?;
    cx.note(&format!("{} in {}", number(done), human::duration(millis(begun.elapsed()))));
    stop.outcome()
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn number(count: u64) -> String {
    human::several(usize::try_from(count).unwrap_or(usize::MAX), "record")
}

fn summary(titles: &[&'static str], cells: [&str; 2], done: u64) -> Table {
    let mut table = Table::new(titles);
    table.row([cells[0].into(), cells[1].into(), Cell::count(i64::try_from(done).unwrap_or(i64::MAX))]);
    table
}

async fn same_cluster(one: &Client, other: &Client) -> Result<bool, Failure> {
    let (one, other) = (one.cluster().await?, other.cluster().await?);
    Ok(one.id == other.id && one.id.is_some() || one.nodes == other.nodes)
}

/// How records are copied.
struct Run {
    selection: Selection,
    by_key: bool,
    now: bool,
    quiet: bool,
}

/// Keeps how far a run has come.
type Keep<'a> = dyn FnMut(&BTreeMap<TopicPartition, i64>, &mut Context) -> Result<(), Failure> + 'a;

impl Run {
    #[allow(clippy::too_many_arguments)] // two ends, what is between them, and the call
    fn go(
        &self,
        client: &Client,
        topic: &str,
        spans: &[Span],
        target: &mut Target,
        stop: &Stop,
        keep: &mut Keep<'_>,
        cx: &mut Context,
    ) -> Result<u64, Failure> {
        let mut progress = Progress::new(records(spans), self.quiet);
        let state = std::cell::RefCell::new(State { target, failure: None, seen: 0, put: 0, places: BTreeMap::new() });
        let mut each = |record: &Consumed<'_>| state.borrow_mut().take(self, record);
        let mut sure = Instant::now();
        let mut turn = || {
            let mut state = state.borrow_mut();
            progress.at(state.seen);
            if sure.elapsed() > KEEP_EVERY {
                state.target.flush()?;
                keep(&state.places, cx)?;
                sure = Instant::now();
            }
            Ok(!stop.is_wanted())
        };
        let ended = source::read(client, topic, spans.to_vec(), &mut each, &mut turn);
        drop(progress);
        let mut state = state.into_inner();
        let flushed = state.target.flush();
        if let Some(failure) = state.failure {
            return Err(failure);
        }
        let (ended, done) = (ended?, flushed?);
        if ended == Ended::AllRead {
            // Behind the last record may be others that nobody sees: markers, compacted ones.
            let ends =
                spans.iter().filter_map(|span| Some((TopicPartition::new(&*span.topic, span.partition), span.until?)));
            state.places.extend(ends);
        }
        keep(&state.places, cx)?;
        Ok(done)
    }
}

struct State<'a> {
    target: &'a mut Target,
    failure: Option<Failure>,
    seen: u64,
    put: u64,
    /// The next record of each partition.
    places: BTreeMap<TopicPartition, i64>,
}

impl State<'_> {
    /// Whether to go on.
    fn take(&mut self, run: &Run, record: &Consumed<'_>) -> bool {
        if run.selection.filter.fits(record) {
            if run.selection.most.is_some_and(|most| self.put >= most) {
                return false;
            }
            let put = Put {
                key: record.key,
                value: record.value,
                headers: record.headers,
                timestamp: (!run.now && record.clock != Clock::None).then_some(record.timestamp),
                partition: (!run.by_key).then_some(record.partition),
                tag: None,
            };
            if let Err(failure) = self.target.put(&put) {
                self.failure = Some(failure);
                return false;
            }
            self.put += 1;
        }
        self.seen += 1;
        let at = TopicPartition::new(record.topic, record.partition);
        self.places.insert(at, record.offset + 1);
        true
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
