//! `kt copy` itself: which topic goes where, and the records on their way.
//!
//! What must hold: a place is only committed for `--resume` once everything before it is acknowledged by whichever
//! topic it went to.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use clap::ArgMatches;
use serde_json::json;

use super::source::{self, Ended};
use super::target::{self, Targets};
use super::{Selection, Stop, count, millis, number, records, selection, tell_stumbled};
use crate::client::Client;
use crate::client::admin::TopicPartition;
use crate::client::admin::topics::Topic;
use crate::client::data::consume::{Clock, Consumed, Span};
use crate::client::data::wire::Put;
use crate::commands::consume::with_record;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::measure::pace::Pace;
use crate::commands::pattern::{Pattern, is_internal};
use crate::commands::said::Said;
use crate::output::human;
use crate::output::progress::Progress;
use crate::output::table::Table;
use crate::protocol::record::Header;

/// How often a resumable copy makes sure of what it has done.
const KEEP_EVERY: Duration = Duration::from_secs(5);
/// A pace is kept in steps no longer than this, so that Ctrl-C is noticed.
const STEP: Duration = Duration::from_millis(100);

/// A topic of this call's cluster, or of a context's.
fn place<'a>(text: &'a str, cx: &Context) -> Result<(Client, &'a str), Failure> {
    match text.split_once(':') {
        Some((context, topic)) => Ok((Client::new(cx.elsewhere(context)?.settings()?), topic)),
        None => Ok((cx.client()?, text)),
    }
}

/// One topic's way.
struct Job {
    topic: Topic,
    spans: Vec<Span>,
    /// `None`: the records' headers alone say where to.
    to: Option<String>,
}

pub fn copy(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let (source, destination) = (text("source").unwrap_or_default(), text("destination"));
    let (from, asked) = place(source, cx)?;
    // Where no topic is named, the records' headers say which, in the same cluster.
    let (into, wanted) = match destination {
        Some(destination) => place(destination, cx).map(|(client, topic)| (client, Some(topic)))?,
        None => (from.clone(), None),
    };
    let header = text("to-header").map(str::to_owned);
    let wanted = match wanted {
        Some("") if header.is_some() => None,
        Some("") => Some("{}"),
        wanted => wanted,
    };
    let mut run = Run {
        selection: selection(matches)?,
        header,
        edit: Edit::new(matches)?,
        by_key: matches.get_flag("by-key") || text("to-header").is_some(),
        now: matches.get_flag("now"),
        rate: rate(matches)?,
        resume: text("resume").map(str::to_owned),
        quiet: cx.manners().quiet,
        source: source.to_owned(),
    };
    let (jobs, same) = cx.block_on(jobs(&run, &from, &into, asked, wanted))??;
    let shown = |topic: &str| match destination.and_then(|destination| destination.split_once(':')) {
        Some((context, _)) => format!("{context}:{topic}"),
        None => topic.to_owned(),
    };
    if cx.is_dry_run() {
        for job in &jobs {
            let partitions = human::several(job.spans.len(), "partition");
            let name = if jobs.len() == 1 { source } else { &job.topic.name };
            let to = match (&job.to, &run.header) {
                (_, Some(header)) => format!("the topics that header {header} names"),
                (Some(to), None) => shown(to),
                (None, None) => String::new(),
            };
            cx.preview(&format!(
                "up to {} of {partitions} of {name} would be copied to {to}",
                number(records(&job.spans))
            ));
        }
        return Err(cx.end_of_dry_run());
    }
    let stop = Stop::watch();
    let begun = Instant::now();
    let mut done: Vec<(String, String, u64)> = Vec::new();
    for job in &jobs {
        if stop.is_wanted() || run.selection.most == Some(0) {
            break;
        }
        let mut targets = open(&run, job, &from, &into, same, shown, cx)?;
        let outcome = run.go(&from, job, &mut targets, &stop, cx);
        let name = if jobs.len() == 1 { source } else { &job.topic.name };
        for (topic, count) in targets.delivered() {
            done.push((name.to_owned(), shown(&topic), count));
        }
        let put = outcome?;
        run.selection.most = run.selection.most.map(|most| most.saturating_sub(put));
    }
    let total: u64 = done.iter().map(|(.., count)| count).sum();
    let mut table = Table::new(&["SOURCE", "DESTINATION", ">RECORDS"]);
    for (source, destination, records) in &done {
        table.row([source.as_str().into(), destination.as_str().into(), count(*records)]);
    }
    let topics: Vec<_> = done
        .iter()
        .map(|(source, destination, records)| json!({ "source": source, "destination": destination, "records": records }))
        .collect();
    let value = json!({ "source": source, "destination": destination, "records": total, "topics": topics });
    cx.report(&Said::new("", table, value))?;
    tell_stumbled(&run.selection.sieve, cx);
    cx.note(&format!("{} in {}", number(total), human::duration(millis(begun.elapsed()))));
    stop.outcome()
}

fn rate(matches: &ArgMatches) -> Result<Option<f64>, Failure> {
    let rate = matches.get_one::<f64>("rate").copied();
    if rate.is_some_and(|rate| !rate.is_finite() || rate <= 0.0) {
        return Err(Failure::usage("--rate is a number of records a second, above 0"));
    }
    Ok(rate)
}

/// Which topics are read, what of them, and where to; and whether both ends are one cluster.
async fn jobs(
    run: &Run,
    from: &Client,
    into: &Client,
    asked: &str,
    wanted: Option<&str>,
) -> Result<(Vec<Job>, bool), Failure> {
    let topics = source::topics(from, asked).await?;
    let same = same_cluster(from, into).await?;
    let mut jobs = Vec::new();
    for topic in topics {
        let to = wanted.map(|wanted| wanted.replace("{}", &topic.name));
        if same && to.as_ref() == Some(&topic.name) {
            return Err(Failure::usage(format!("{} would be copied into itself, and double each time", topic.name)));
        }
        let resume = match &run.resume {
            Some(group) => source::resume(from, group, &topic.name).await?,
            None => HashMap::new(),
        };
        let spans = source::spans(from, &topic, &run.selection, &resume).await?;
        jobs.push(Job { topic, spans, to });
    }
    Ok((jobs, same))
}

async fn same_cluster(one: &Client, other: &Client) -> Result<bool, Failure> {
    let (one, other) = (one.cluster().await?, other.cluster().await?);
    Ok(one.id == other.id && one.id.is_some() || one.nodes == other.nodes)
}

/// What takes the records of a job, made like its topic if it is not there.
fn open(
    run: &Run,
    job: &Job,
    from: &Client,
    into: &Client,
    same: bool,
    shown: impl Fn(&str) -> String,
    cx: &mut Context,
) -> Result<Targets, Failure> {
    let topic = &job.topic;
    let mut targets = Targets::new(into, same.then(|| topic.name.clone()));
    if let Some(name) = &job.to {
        let (target, made) = cx.block_on(target::made_like(into, name, Some((from, topic))))??;
        if made {
            let partitions = human::several(target.partitions.len(), "partition");
            cx.note(&format!("made topic {} with {partitions}", shown(name)));
        }
        if !run.by_key {
            target::check_partitions(topic.partitions.len(), &target, name)?;
        }
        targets.open(name, target.partitions.len())?;
    }
    if run.header.is_some() {
        targets.know(cx.block_on(into.all_topics())??.into_iter().filter(|topic| !is_internal(&topic.name)));
    }
    Ok(targets)
}

/// What is changed of the headers.
struct Edit {
    /// What a name is, or (with a star) begins with.
    drop: Vec<Pattern>,
    add: Vec<(String, String)>,
}

impl Edit {
    fn new(matches: &ArgMatches) -> Result<Self, Failure> {
        let all = |name: &str| matches.get_many::<String>(name).into_iter().flatten();
        let pair = |text: &String| match text.split_once('=') {
            Some((name, value)) => Ok((name.to_owned(), value.to_owned())),
            None => Err(Failure::usage(format!("--add-header {text} has no value")).hint("--add-header NAME=VALUE")),
        };
        Ok(Self {
            drop: all("drop-header").map(|name| Pattern::own(name)).collect::<Result<_, _>>()?,
            add: all("add-header").map(pair).collect::<Result<_, _>>()?,
        })
    }

    fn apply<'a>(&'a self, headers: &[Header<'a>]) -> Vec<Header<'a>> {
        let drops = |name: &[u8]| {
            let name = String::from_utf8_lossy(name);
            self.drop.iter().any(|pattern| pattern.matches(&name))
        };
        let kept = headers.iter().filter(|header| !drops(header.key)).copied();
        let added = self.add.iter().map(|(name, value)| Header { key: name.as_bytes(), value: Some(value.as_bytes()) });
        kept.chain(added).collect()
    }
}

/// How records are copied.
struct Run {
    selection: Selection,
    /// Names the topic that a record goes to.
    header: Option<String>,
    edit: Edit,
    by_key: bool,
    now: bool,
    rate: Option<f64>,
    /// Whose commits say how far earlier runs have come.
    resume: Option<String>,
    quiet: bool,
    /// As it was asked for.
    source: String,
}

impl Run {
    /// Tells how many records were copied.
    fn go(
        &mut self,
        client: &Client,
        job: &Job,
        targets: &mut Targets,
        stop: &Stop,
        cx: &mut Context,
    ) -> Result<u64, Failure> {
        let (group, quiet, rate) = (self.resume.clone(), self.quiet, self.rate);
        let mut kept: BTreeMap<TopicPartition, i64> = BTreeMap::new();
        let mut keep = |places: &BTreeMap<TopicPartition, i64>, cx: &mut Context| match &group {
            Some(group) if *places != kept && !places.is_empty() => {
                kept.clone_from(places);
                cx.block_on(source::keep(client, group, places))?
            }
            _ => Ok(()),
        };
        let mut progress = Progress::new(records(&job.spans), quiet);
        let pace = rate.map(|rate| Pace::new(Instant::now(), rate));
        let state = RefCell::new(State { targets, failure: None, seen: 0, put: 0, places: BTreeMap::new() });
        let mut each = |record: &Consumed<'_>| {
            let mut state = state.borrow_mut();
            while let Some(pace) = &pace {
                let wait = pace.wait(state.put);
                if stop.is_wanted() {
                    return false;
                }
                if wait.is_zero() {
                    break;
                }
                std::thread::sleep(wait.min(STEP));
            }
            state.take(self, record)
        };
        let mut sure = Instant::now();
        let mut turn = || {
            let mut state = state.borrow_mut();
            progress.at(state.seen);
            if sure.elapsed() > KEEP_EVERY {
                state.targets.flush()?;
                keep(&state.places, cx)?;
                sure = Instant::now();
            }
            Ok(!stop.is_wanted())
        };
        let ended = source::read(client, &job.topic.name, job.spans.clone(), &mut each, &mut turn);
        drop(progress);
        let mut state = state.into_inner();
        let flushed = state.targets.flush();
        if let Some(failure) = state.failure {
            // What lies before it is done, and the next run need not do it again.
            if flushed.is_ok() {
                keep(&state.places, cx)?;
            }
            return Err(failure);
        }
        let (ended, ()) = (ended?, flushed?);
        if ended == Ended::AllRead {
            // Behind the last record may be others that nobody sees: markers, compacted ones.
            let ends = job
                .spans
                .iter()
                .filter_map(|span| Some((TopicPartition::new(&*span.topic, span.partition), span.until?)));
            state.places.extend(ends);
        }
        keep(&state.places, cx)?;
        Ok(state.put)
    }

    /// The topic that a record goes to.
    fn topic_of(&self, record: &Consumed<'_>, targets: &Targets) -> Result<Option<String>, Failure> {
        let Some(name) = &self.header else { return Ok(None) };
        let place = format!("{}[{}] at offset {}", record.topic, record.partition, record.offset);
        // The last one is the newest: a record may have failed more than once.
        let header = record.headers.iter().rev().find(|header| header.key == name.as_bytes());
        let Some(value) = header.and_then(|header| header.value) else {
            if targets.has_default() {
                return Ok(None);
            }
            return Err(Failure::new(format!("the record of {place} has no header {name}"))
                .hint(format!("--header {name}   copies only those that have it"))
                .hint(format!("kt copy {} DESTINATION --to-header {name}   takes the others there", self.source)));
        };
        let topic = String::from_utf8_lossy(value).into_owned();
        match targets.check(&topic) {
            Ok(()) => Ok(Some(topic)),
            Err(failure) => Err(failure.because(format!("so says header {name} of the record of {place}"))),
        }
    }
}

struct State<'a> {
    targets: &'a mut Targets,
    failure: Option<Failure>,
    seen: u64,
    put: u64,
    /// The next record of each partition.
    places: BTreeMap<TopicPartition, i64>,
}

impl State<'_> {
    /// Whether to go on.
    fn take(&mut self, run: &mut Run, record: &Consumed<'_>) -> bool {
        if with_record(record, |record| run.selection.sieve.passes(record)) {
            if run.selection.most.is_some_and(|most| self.put >= most) {
                return false;
            }
            if let Err(failure) = self.put(run, record) {
                let exit = if self.put > 0 { Exit::Partly } else { Exit::Failed };
                let failure = failure.because(format!(
                    "{} before it {} copied",
                    number(self.put),
                    if self.put == 1 { "is" } else { "are" }
                ));
                self.failure = Some(failure.exit(exit));
                return false;
            }
            self.put += 1;
        }
        self.seen += 1;
        let at = TopicPartition::new(record.topic, record.partition);
        self.places.insert(at, record.offset + 1);
        true
    }

    fn put(&mut self, run: &Run, record: &Consumed<'_>) -> Result<(), Failure> {
        let topic = run.topic_of(record, self.targets)?;
        let headers = run.edit.apply(record.headers);
        let put = Put {
            key: record.key,
            value: record.value,
            headers: &headers,
            timestamp: (!run.now && record.clock != Clock::None).then_some(record.timestamp),
            partition: (!run.by_key).then_some(record.partition),
            tag: None,
        };
        self.targets.put(topic.as_deref(), &put)
    }
}
