//! The records of a copy on their way: read, changed, written, and how far that has come.
//!
//! What must hold: a place is only committed for `--resume` once everything before it is acknowledged by whichever
//! topic it went to. So a run that is stopped leaves nothing out and doubles nothing, and one that is killed has at most
//! [`KEEP_EVERY`] of records copied again by the next.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::edit::Edit;
use super::run::Job;
use super::source::{self, Between, Ended, Extent};
use super::target::{self, Targets};
use super::{Selection, Stop, number};
use crate::client::Client;
use crate::client::admin::TopicPartition;
use crate::client::admin::topics::Topic;
use crate::client::data::Source;
use crate::client::data::consume::{Clock, Consumed, Span, Spans, Standing, Wanted};
use crate::client::data::wire::Put;
use crate::commands::consume::{self, with_record};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::measure::pace::Pace;
use crate::commands::pattern::{Pattern, is_internal};
use crate::output::human;
use crate::output::progress::{Following, Progress};

/// How often a resumable copy makes sure of what it has done.
const KEEP_EVERY: Duration = Duration::from_secs(5);
/// A pace is kept in steps no longer than this, so that Ctrl-C is noticed.
const STEP: Duration = Duration::from_millis(100);
/// Places of more partitions than this are no line that anybody types.
const PLACES: usize = 50;

/// How records are copied.
pub struct Run {
    pub selection: Selection,
    pub from: Client,
    pub into: Client,
    /// The topic, or the pattern of several.
    pub asked: String,
    pub pattern: Option<Pattern>,
    /// The destination's name; `{}` in it is the source's.
    pub wanted: Option<String>,
    /// Both ends are one cluster.
    pub same: bool,
    /// Names the topic that a record goes to.
    pub header: Option<String>,
    pub edit: Edit,
    pub by_key: bool,
    pub now: bool,
    pub rate: Option<f64>,
    /// Whose commits say how far earlier runs have come.
    pub resume: Option<String>,
    /// Both as they were asked for.
    pub source: String,
    pub destination: String,
}

impl Run {
    /// Where the records of a topic go; `None`: where their headers say.
    pub fn destination_of(&self, topic: &str) -> Result<Option<String>, Failure> {
        let Some(wanted) = &self.wanted else { return Ok(None) };
        let to = wanted.replace("{}", topic);
        if self.same && to == topic {
            return Err(Failure::usage(format!("{topic} would be copied into itself, and double each time")));
        }
        let circles = self.pattern.as_ref().is_some_and(|pattern| consume::fits(pattern, &to));
        if self.same && self.selection.follow && circles {
            return Err(Failure::usage(format!(
                "{topic} would be copied into {to}, which {} is too: without end",
                self.asked
            ))
            .hint("a name for DESTINATION that the pattern of SOURCE does not fit"));
        }
        Ok(Some(to))
    }

    /// What a job's records are said to come from: the source of the call, or one topic of its pattern.
    pub fn source_of(&self, job: &Job) -> String {
        if self.pattern.is_none() { self.source.clone() } else { job.topic.name.clone() }
    }

    /// A destination as it is asked for.
    pub fn shown(&self, topic: &str) -> String {
        match self.destination.split_once(':') {
            Some((context, _)) => format!("{context}:{topic}"),
            None => topic.to_owned(),
        }
    }
}

/// Where the records of a topic go.
struct Route {
    /// How many partitions it has, as far as is known.
    partitions: usize,
    to: Option<String>,
}

/// Copies some topics together.
pub struct Carrier<'a> {
    run: &'a mut Run,
    cx: &'a mut Context,
    stop: &'a Stop,
    targets: Targets,
    routes: BTreeMap<String, Route>,
    extent: Extent,
    failure: Option<Failure>,
    seen: u64,
    put: u64,
    /// The next record of each partition.
    places: BTreeMap<TopicPartition, i64>,
    kept: BTreeMap<TopicPartition, i64>,
    /// When it was made sure last of what is done.
    sure: Instant,
    pace: Option<(Pace, u64)>,
}

impl<'a> Carrier<'a> {
    pub fn new(run: &'a mut Run, stop: &'a Stop, cx: &'a mut Context) -> Self {
        Self {
            targets: Targets::new(&run.into),
            pace: run.rate.map(|rate| (Pace::new(Instant::now(), rate), 0)),
            run,
            cx,
            stop,
            routes: BTreeMap::new(),
            extent: Extent::default(),
            failure: None,
            seen: 0,
            put: 0,
            places: BTreeMap::new(),
            kept: BTreeMap::new(),
            sure: Instant::now(),
        }
    }

    /// Opens the topics that the jobs go to, made like the source where they are not there.
    pub fn open(&mut self, jobs: Vec<Job>) -> Result<(), Failure> {
        if jobs.is_empty() {
            self.cx.note(&format!("no topic fits {} yet; waiting for one", self.run.asked));
        }
        for Job { topic, extent, to, continued } in jobs {
            self.route(&topic, to, continued && self.run.selection.follow)?;
            self.places.extend(extent.begins);
            self.extent.spans.extend(extent.spans);
            self.extent.there += extent.there;
        }
        self.know()
    }

    /// The topics that headers may name.
    fn know(&mut self) -> Result<(), Failure> {
        if self.run.header.is_some() {
            let all = self.cx.block_on(self.run.into.all_topics())??;
            self.targets.know(all.into_iter().filter(|topic| !is_internal(&topic.name)));
        }
        Ok(())
    }

    /// Opens what a topic's records go to. `grows`: it gets as many partitions as its source.
    fn route(&mut self, topic: &Topic, to: Option<String>, grows: bool) -> Result<(), Failure> {
        let (from, into) = (&self.run.from, &self.run.into);
        if let Some(name) = &to {
            let (mut target, made) = self.cx.block_on(target::made_like(into, name, Some((from, topic))))??;
            if made {
                let partitions = human::several(target.partitions.len(), "partition");
                self.cx.note(&format!("made topic {} with {partitions}", self.run.shown(name)));
            }
            if !self.run.by_key {
                if grows && target.partitions.len() < topic.partitions.len() {
                    target = self.cx.block_on(target::grow(into, name, topic.partitions.len()))??;
                    let count = target.partitions.len();
                    self.cx.note(&format!("{} has {count} partitions now, as its source", self.run.shown(name)));
                }
                target::check_partitions(topic.partitions.len(), &target, name)?;
            }
            self.targets.open(name, target.partitions.len())?;
        }
        self.routes.insert(topic.name.clone(), Route { partitions: topic.partitions.len(), to });
        Ok(())
    }

    pub fn go(&mut self) -> Result<(), Failure> {
        // A second run goes on from here even if nothing comes.
        if self.run.selection.follow {
            self.keep()?;
        }
        let client = self.run.from.clone();
        let (wanted, spans) = self.reading();
        let quiet = self.cx.manners().quiet;
        let mut shown = match self.run.selection.follow {
            true => Shown::Following(Following::new(quiet)),
            false => Shown::Bar(Progress::new(self.extent.there, quiet)),
        };
        let carrier = RefCell::new(&mut *self);
        let mut each = |record: &Consumed<'_>| carrier.borrow_mut().take(record);
        let mut turn = |between: Between, source: &dyn Source| carrier.borrow_mut().turn(between, source, &mut shown);
        let ended = source::read(&client, wanted, spans, &mut each, &mut turn);
        drop(shown);
        let flushed = self.targets.flush();
        let mut kept = Ok(());
        // What lies before a failure is done, and the next run need not do it again.
        if flushed.is_ok() {
            if matches!(ended, Ok(Ended::AllRead)) {
                // Behind the last record may be others that nobody sees: markers, compacted ones.
                let at = |span: &Span| Some((TopicPartition::new(&*span.topic, span.partition), span.until?));
                self.places.extend(self.extent.spans.iter().filter_map(at));
            }
            kept = self.keep();
        }
        let most = self.run.selection.most;
        self.run.selection.most = most.map(|most| most.saturating_sub(self.put));
        let outcome = match self.failure.take() {
            Some(failure) => Err(failure),
            None => ended.and(flushed).and(kept),
        };
        match outcome {
            Err(failure) if self.run.selection.follow => Err(failure.hint(self.how_to_go_on())),
            Ok(()) if self.stop.is_wanted() => {
                self.cx.note(&self.how_to_go_on());
                Ok(())
            }
            outcome => outcome,
        }
    }

    fn reading(&mut self) -> (Wanted, Spans) {
        let selection = &self.run.selection;
        let others = selection.follow && selection.places.others.is_some();
        let wanted = match &self.run.pattern {
            Some(pattern) if selection.follow => {
                let pattern = pattern.clone();
                Wanted::Pattern { fits: Arc::new(move |name| consume::fits(&pattern, name)), internal: true }
            }
            _ => Wanted::Topic(self.routes.keys().next().cloned().unwrap_or_default()),
        };
        (wanted, Spans { list: self.extent.spans.clone(), others })
    }

    /// Between two handfuls of records.
    fn turn(&mut self, between: Between, source: &dyn Source, shown: &mut Shown) -> Result<bool, Failure> {
        let done = self.targets.acknowledged();
        match (between, &mut *shown) {
            (Between::Note(note), _) => {
                shown.clear();
                self.cx.note(&note);
            }
            (between, Shown::Following(line)) => {
                let idle = matches!(between, Between::Nothing);
                if idle {
                    // What did not come is not made up for afterwards.
                    self.pace = self.run.rate.map(|rate| (Pace::new(Instant::now(), rate), self.put));
                }
                let behind = behind(source, &self.places, idle).map(|behind| behind + self.put.saturating_sub(done));
                line.at(done, behind, &|words| self.cx.note(words));
            }
            (_, Shown::Bar(bar)) => bar.at(self.seen.saturating_sub(self.put.saturating_sub(done))),
        }
        self.make_sure()?;
        Ok(!self.stop.is_wanted())
    }

    /// Makes sure of what is done, now and then.
    fn make_sure(&mut self) -> Result<(), Failure> {
        if self.sure.elapsed() > KEEP_EVERY {
            self.targets.flush()?;
            self.keep()?;
            self.sure = Instant::now();
        }
        Ok(())
    }

    /// Commits how far it has come, for the next run. Everything that was put is acknowledged.
    fn keep(&mut self) -> Result<(), Failure> {
        let Some(group) = &self.run.resume else { return Ok(()) };
        let is_new = |(at, place): &(&TopicPartition, &i64)| self.kept.get(at) != Some(place);
        let new: BTreeMap<_, _> = self.places.iter().filter(is_new).map(|(at, place)| (at.clone(), *place)).collect();
        if new.is_empty() {
            return Ok(());
        }
        let gone = self.cx.block_on(source::keep(&self.run.from, group, &new))??;
        self.kept.extend(new);
        for at in gone {
            self.places.remove(&at);
            self.kept.remove(&at);
        }
        Ok(())
    }

    /// Takes a record; `false`: no more.
    fn take(&mut self, record: &Consumed<'_>) -> bool {
        while let Some(wait) = self.pace.as_ref().map(|(pace, put)| pace.wait(self.put - put)) {
            if self.stop.is_wanted() {
                return false;
            }
            if wait.is_zero() {
                break;
            }
            // A handful of records may take hours at this pace.
            if let Err(failure) = self.make_sure() {
                self.failure = Some(failure);
                return false;
            }
            std::thread::sleep(wait.min(STEP));
        }
        if with_record(record, |record| self.run.selection.sieve.passes(record)) {
            if self.run.selection.most.is_some_and(|most| self.put >= most) {
                return false;
            }
            if let Err(failure) = self.put(record) {
                let (exit, verb) = (if self.put > 0 { Exit::Partly } else { Exit::Failed }, is(self.put));
                let failure = failure.because(format!("{} before it {verb} copied", number(self.put)));
                self.failure = Some(failure.exit(exit));
                return false;
            }
            self.put += 1;
        }
        self.seen += 1;
        let at = TopicPartition::new(record.topic, record.partition);
        // A topic that was made anew begins again, and what was committed for the old one went with it.
        if self.places.get(&at).is_some_and(|place| *place > record.offset) {
            self.kept.remove(&at);
        }
        self.places.insert(at, record.offset + 1);
        true
    }

    fn put(&mut self, record: &Consumed<'_>) -> Result<(), Failure> {
        self.make_room(record)?;
        let topic = self.topic_of(record)?;
        let headers = self.run.edit.apply(record.headers);
        let put = Put {
            key: record.key,
            value: record.value,
            headers: &headers,
            timestamp: (!self.run.now && record.clock != Clock::None).then_some(record.timestamp),
            partition: (!self.run.by_key).then_some(record.partition),
            tag: None,
        };
        self.targets.put(&topic, &put)
    }

    /// Topics and partitions of the source that were not there when it began.
    fn make_room(&mut self, record: &Consumed<'_>) -> Result<(), Failure> {
        let route = self.routes.get(record.topic);
        let has = |route: &Route| usize::try_from(record.partition).is_ok_and(|partition| partition < route.partitions);
        if route.is_some_and(has) {
            return Ok(());
        }
        let topic = self.cx.block_on(source::topic(&self.run.from, record.topic))??;
        let to = self.run.destination_of(record.topic)?;
        self.route(&topic, to, true)
    }

    /// The topic that a record goes to.
    fn topic_of(&mut self, record: &Consumed<'_>) -> Result<String, Failure> {
        let to = self.routes.get(record.topic).and_then(|route| route.to.clone());
        let Some(name) = self.run.header.clone() else { return Ok(to.unwrap_or_default()) };
        let place = format!("{}[{}] at offset {}", record.topic, record.partition, record.offset);
        // The last one is the newest: a record may have failed more than once.
        let header = record.headers.iter().rev().find(|header| header.key == name.as_bytes());
        let Some(value) = header.and_then(|header| header.value) else {
            let failure = || {
                Failure::new(format!("the record of {place} has no header {name}"))
                    .hint(format!("--header {name}   copies only those that have it"))
                    .hint(format!(
                        "kt copy {} DESTINATION --to-header {name}   takes the others there",
                        self.run.source
                    ))
            };
            return to.ok_or_else(failure);
        };
        let topic = String::from_utf8_lossy(value).into_owned();
        match self.check(record.topic, &topic) {
            Ok(()) => Ok(topic),
            Err(failure) => Err(failure.because(format!("so says header {name} of the record of {place}"))),
        }
    }

    /// Whether a record of `source` may go to this topic that its header names.
    fn check(&mut self, source: &str, topic: &str) -> Result<(), Failure> {
        if self.run.same && self.routes.contains_key(topic) {
            let what = match source == topic {
                true => format!("a record of {source} would be copied into {source} itself"),
                false => format!("a record of {source} would be copied into {topic}, which is copied too"),
            };
            return Err(Failure::new(what).exit(Exit::Conflict).hint("--where or --header leave such records out"));
        }
        if self.run.selection.follow && self.targets.check(topic).is_err() {
            self.know()?; // it may be new
        }
        self.targets.check(topic)
    }

    /// What was copied, from where to where.
    pub fn done(&self) -> Vec<(String, String, u64)> {
        // Of several topics the one that went there, if it is only one.
        let source = |to: &str| {
            let single = self.routes.len() == 1;
            let mut into = self.routes.iter().filter(|(_, route)| single || route.to.as_deref() == Some(to));
            match (into.next(), into.next()) {
                (Some((topic, _)), None) if self.run.pattern.is_some() => topic.clone(),
                _ => self.run.source.clone(),
            }
        };
        let all = self.targets.delivered().into_iter();
        all.map(|(topic, count)| (source(&topic), self.run.shown(&topic), count)).collect()
    }

    /// The call that copies the rest.
    fn how_to_go_on(&self) -> String {
        if let Some(group) = &self.run.resume {
            return format!("group {group} has kept how far this came: the same call goes on there");
        }
        let places: Vec<String> = self.places.iter().map(|(at, offset)| format!("{}={offset}", at.partition)).collect();
        match self.routes.len() {
            1 if places.len() <= PLACES => {
                let others = if self.run.selection.places.others.is_some() { ",beginning" } else { "" };
                format!("go on with   --from {}{others}", places.join(","))
            }
            _ => "--resume GROUP keeps how far a copy has come, and goes on there the next time".to_owned(),
        }
    }
}

fn is(count: u64) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// How many records of the source are not copied yet, as far as its leaders have said.
fn behind(source: &dyn Source, places: &BTreeMap<TopicPartition, i64>, idle: bool) -> Option<u64> {
    let standings = source.standings();
    let left = |standing: &Standing| {
        // What was fetched was also taken, if nothing more comes; behind the last record may be markers.
        let place = places.get(&TopicPartition::new(&*standing.topic, standing.partition));
        let at = if idle { standing.fetched } else { place.copied().unwrap_or(standing.fetched) };
        u64::try_from(standing.end.saturating_sub(at)).unwrap_or(0)
    };
    (!standings.is_empty()).then(|| standings.iter().map(left).sum())
}

/// What a person sees meanwhile.
enum Shown {
    Bar(Progress),
    Following(Following),
}

impl Shown {
    fn clear(&mut self) {
        match self {
            Self::Bar(bar) => bar.clear(),
            Self::Following(line) => line.clear(),
        }
    }
}
