//! Sending in kt's own grammar: any form of input, at a pace, with an account of every item.
//!
//! What must hold: when sending ends before the input does (a wrong item, a refused record, Ctrl-C), everything read so
//! far is settled first, and what is said then is exactly what is left: the command that is shown sends the rest once.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use super::Action;
use super::feed::{Feed, Form, Item};
use super::ledger::{Entries, Ledger, Numbers};
use super::rest::{again, not_written, with_the_rest};
use super::run::{LAST_FLUSH, lost, settle, summary, teller};
use super::stuck::{self, Progress};
use crate::client::data::produce::{Hooks, Settled, Tag};
use crate::client::data::wire::{Block, Producer, Put};
use crate::commands::context::Context;
use crate::commands::failure::{self, Exit, Failure};
use crate::commands::measure::pace::Pace;
use crate::commands::signals;
use crate::output::human;
use crate::output::letters;
use crate::output::progress::{Counted, Transfer};
use crate::protocol::code::ErrorCode;
use crate::protocol::record::Header;
use crate::records::format;

/// So many wrong items are told one by one.
const TOLD: u64 = 10;
/// A pace is kept in steps no longer than this, so that Ctrl-C is noticed.
const STEP: std::time::Duration = std::time::Duration::from_millis(100);

/// What kt's own grammar asks for beyond Kafka's.
pub struct Own {
    pub form: Form,
    /// How keys and values stand there, if not as they are.
    pub key_form: Option<format::Form>,
    pub value_form: Option<format::Form>,
    /// Of items that have none of their own.
    pub key: Option<Vec<u8>>,
    pub headers: Vec<(Vec<u8>, Vec<u8>)>,
    pub partition: Option<i32>,
    /// In ms since 1970.
    pub timestamp: Option<i64>,
    /// Only these items of the first file.
    pub only: Option<Numbers>,
    /// Records a second.
    pub rate: Option<f64>,
    /// A wrong item is left out; else it is the end.
    pub skip_wrong: bool,
}

/// What the thread for signals shares with the one that sends.
struct Shared {
    ledger: Ledger,
    /// How many records were handed over.
    sent: AtomicU64,
    stopping: AtomicBool,
    /// Records were lost because this user may not write there.
    denied: AtomicBool,
    /// Held while items are handed over, and for good by whoever ends the program.
    gate: Mutex<()>,
    /// The input that is being read, and those that come after it.
    ahead: Mutex<Vec<PathBuf>>,
    in_transaction: bool,
}

pub fn run(mut action: Action, cx: &mut Context) -> Result<(), Failure> {
    let started = Instant::now();
    let Some(mut own) = action.own.take() else {
        return Err(Failure::new("nothing was said about what to send"));
    };
    let shared = Arc::new(Shared {
        ledger: Ledger::default(),
        sent: AtomicU64::new(0),
        stopping: AtomicBool::new(false),
        denied: AtomicBool::new(false),
        gate: Mutex::new(()),
        ahead: Mutex::new(action.files.clone()),
        in_transaction: action.settings.transaction.is_some(),
    });
    let for_hook = Arc::clone(&shared);
    let settled = move |settled: &Settled<'_>| {
        if matches!(settled.outcome, Err((ErrorCode::TOPIC_AUTHORIZATION_FAILED, _))) {
            for_hook.denied.store(true, Ordering::Relaxed);
        }
        for_hook.ledger.settle(settled);
    };
    let hooks = Hooks { undelivered: Arc::new(teller(cx)), settled: Arc::new(settled) };
    let started_producer = Producer::start_watched(action.client.clone(), action.settings.clone(), hooks);
    let mut producer = started_producer.map_err(|fault| lost(fault, &action))?;
    watch(&shared, &producer);
    tell_when_stuck(&shared, cx);
    let only = own.only.take();
    let read = all(&action, &mut own, only.as_ref(), &mut producer, &shared, cx);
    let gate = shared.gate.lock().unwrap_or_else(PoisonError::into_inner);
    if shared.in_transaction {
        return settle(&action, &mut producer, read.map_err(|(failure, _)| failure), started, cx);
    }
    let flushed = producer.flush(None).map_err(|fault| lost(fault, &action));
    drop(gate);
    let entries = shared.ledger.entries();
    let tally = producer.tally();
    let ahead = shared.ahead.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Err(failure) = flushed {
        summary(&action, &tally, started, cx);
        return Err(failure);
    }
    let (failure, at_end) = match read {
        Ok(()) => (None, true),
        Err((failure, at_end)) => (Some(failure), at_end),
    };
    let rest = entries.rest(at_end);
    let lost = entries.lost.count();
    let Some(failure) = failure.or_else(|| (lost > 0).then(|| Failure::new(not_written(lost)))) else {
        tell_success(&action, &own, &entries, &tally, started, cx);
        let skipped = entries.skipped.count();
        return match skipped {
            0 => Ok(()),
            _ => {
                let items = human::several(usize::try_from(skipped).unwrap_or(usize::MAX), "item");
                Err(Failure::new(format!("{items} left out: line {}", entries.skipped))
                    .exit(if tally.delivered() > 0 { Exit::Partly } else { Exit::Failed }))
            }
        };
    };
    let exit = match tally.delivered() {
        0 if shared.denied.load(Ordering::Relaxed) => Exit::Denied,
        0 => Exit::Failed,
        _ => Exit::Partly,
    };
    let failure = if lost > 0 { failure.exit(exit) } else { failure };
    Err(with_the_rest(failure, &action, &entries, rest, &ahead))
}

/// The first Ctrl-C: what was read is settled, what is left is said; the second ends the program at once.
fn watch(shared: &Arc<Shared>, producer: &Producer) {
    if shared.in_transaction {
        super::run::interrupts(producer.hurry(), true);
        return;
    }
    let (hurry, shared) = (producer.hurry(), Arc::clone(shared));
    signals::on_stop(move |signal| {
        shared.stopping.store(true, Ordering::Relaxed);
        let _gate = shared.gate.lock().unwrap_or_else(PoisonError::into_inner);
        hurry.flush(LAST_FLUSH);
        let entries = shared.ledger.entries();
        let sent = human::several(usize::try_from(entries.acknowledged).unwrap_or(usize::MAX), "record");
        let mut said = format!("\rstopped: {sent} acknowledged, the last item read is line {}", entries.read);
        if entries.read > 0
            && let Some(rest) = entries.rest(false)
        {
            let ahead = shared.ahead.lock().unwrap_or_else(PoisonError::into_inner).clone();
            said += &format!("\n  hint: the rest:   {}", again(&rest, &ahead, &ahead));
        }
        let _ = writeln!(io::stderr(), "{}", letters::known(&said)); // nothing sensible can be done about such a stderr
        std::process::exit(signal.status());
    });
}

fn tell_when_stuck(shared: &Arc<Shared>, cx: &Context) {
    let shared = Arc::clone(shared);
    let look = move || Progress {
        settled: shared.ledger.write(|entries| entries.acknowledged + entries.lost.count()),
        sent: shared.sent.load(Ordering::Relaxed),
    };
    stuck::watch(look, cx);
}

/// All inputs, one after the other. The error says whether the input that failed was at its end.
fn all(
    action: &Action,
    own: &mut Own,
    only: Option<&Numbers>,
    producer: &mut Producer,
    shared: &Shared,
    cx: &mut Context,
) -> Result<(), (Failure, bool)> {
    let files: Vec<Option<PathBuf>> = match (&own.form, action.files.is_empty()) {
        (Form::Template(_) | Form::One(_), _) | (_, true) => vec![None],
        _ => action.files.iter().cloned().map(Some).collect(),
    };
    let mut only = only;
    for (index, file) in files.iter().enumerate() {
        if index > 0 {
            // The account is of one file at a time: what was in the others is settled now.
            producer.flush(None).map_err(|fault| (lost(fault, action), true))?;
            if !shared.ledger.entries().lost.is_empty() {
                return Err((Failure::new(not_written(shared.ledger.entries().lost.count())), true));
            }
            shared.ledger.write(|entries| entries.read = 0);
            shared.ahead.lock().unwrap_or_else(PoisonError::into_inner).remove(0);
        }
        let makes_its_own = matches!(own.form, Form::Template(_) | Form::One(_));
        let mut sending = Sending::new(action, only.take(), shared, own.rate);
        let outcome = match file {
            Some(path) => match File::open(path) {
                Err(error) => {
                    let failure = failure::file("read", path.display(), &error);
                    // `--transaction ID` would take the file's place for the id; `--transactional-id ID` is meant.
                    let meant = shared.in_transaction && error.kind() == std::io::ErrorKind::NotFound;
                    let name = path.display();
                    Err(failure.hint_if_any(
                        meant.then(|| format!("the name of a transaction is given as  --transactional-id {name}")),
                    ))
                }
                Ok(file) => {
                    let total = file.metadata().ok().filter(|m| m.is_file()).map(|m| m.len());
                    sending.name(&path.display().to_string(), total, cx);
                    sending.drain(own, Counted { inner: file, bytes: Arc::clone(&sending.read_bytes) }, producer, cx)
                }
            },
            None if makes_its_own => {
                let total = match &own.form {
                    Form::Template(template) => template.count(),
                    _ => Some(1),
                };
                sending.made = true;
                sending.name("", total, cx);
                sending.drain(own, io::empty(), producer, cx)
            }
            None => {
                invite(&own.form, cx);
                sending.name("", None, cx);
                sending.drain(own, Counted { inner: io::stdin(), bytes: Arc::clone(&sending.read_bytes) }, producer, cx)
            }
        };
        sending.bar.clear();
        outcome.map_err(|failure| (failure, sending.at_end))?;
    }
    Ok(())
}

fn invite(form: &Form, cx: &Context) {
    if io::stdin().is_terminal() {
        let (what, shape) = match form {
            Form::Lines(format, _) => ("lines", format.shape()),
            Form::Envelopes(_) => ("lines", "{\"key\":…,\"value\":…}".to_owned()),
            Form::Rows(_) => ("lines", "JSON".to_owned()),
            _ => ("all", "to the end".to_owned()),
        };
        cx.note(&format!("reading {what} from the terminal, {shape}; Ctrl-D ends"));
    }
}

/// One input on its way.
struct Sending<'a> {
    action: &'a Action,
    only: Option<&'a Numbers>,
    shared: &'a Shared,
    pace: Option<Pace>,
    sent: u64,
    sent_bytes: u64,
    read_bytes: Arc<AtomicU64>,
    /// The items are made here: the bar counts them, not bytes.
    made: bool,
    bar: Transfer,
    name: String,
    at_end: bool,
}

impl<'a> Sending<'a> {
    fn new(action: &'a Action, only: Option<&'a Numbers>, shared: &'a Shared, rate: Option<f64>) -> Self {
        Self {
            action,
            only,
            shared,
            pace: rate.map(|rate| Pace::new(Instant::now(), rate)),
            sent: 0,
            sent_bytes: 0,
            read_bytes: Arc::default(),
            made: false,
            bar: Transfer::new("", None, true),
            name: String::new(),
            at_end: false,
        }
    }

    fn name(&mut self, name: &str, total: Option<u64>, cx: &Context) {
        self.name = name.to_owned();
        let label = if name.is_empty() { &self.action.settings.topic } else { name };
        // A person who types has the terminal to herself.
        let typed = name.is_empty() && !self.made && io::stdin().is_terminal();
        self.bar = Transfer::new(label, total, cx.manners().quiet || typed || total == Some(1));
    }

    fn drain(
        &mut self,
        own: &mut Own,
        input: impl Read,
        producer: &mut Producer,
        cx: &mut Context,
    ) -> Result<(), Failure> {
        if self.action.guessed || (io::stdin().is_terminal() && self.action.files.is_empty()) {
            // A person should not type a line first to hear that nobody is there.
            producer.wait_until_entered().map_err(|fault| lost(fault, self.action))?;
        }
        let Own { form, key_form, value_form, key, headers, partition, timestamp, skip_wrong, .. } = own;
        let additions = Additions {
            key: key.as_deref(),
            headers,
            partition: *partition,
            timestamp: *timestamp,
            forms: (*key_form, *value_form),
            skip_wrong: *skip_wrong,
        };
        let mut feed = Feed::new(form, input);
        loop {
            if !feed.fill()? {
                self.at_end = true;
                return Ok(());
            }
            let shared = self.shared;
            let gate = shared.gate.lock().unwrap_or_else(PoisonError::into_inner);
            self.hand_over(&mut feed, &additions, producer, cx)?;
            drop(gate);
            let done = if self.made { self.sent } else { self.read_bytes.load(Ordering::Relaxed) };
            self.bar.at(done, self.sent, self.sent_bytes);
            if !self.shared.ledger.write(|entries| entries.lost.is_empty()) && !additions.skip_wrong {
                // Why was told already.
                producer.flush(None).map_err(|fault| lost(fault, self.action))?;
                return Err(Failure::new(not_written(self.shared.ledger.entries().lost.count())));
            }
        }
    }

    /// All items that are there.
    fn hand_over<R: Read>(
        &mut self,
        feed: &mut Feed<'_, R>,
        additions: &Additions<'_>,
        producer: &mut Producer,
        cx: &mut Context,
    ) -> Result<(), Failure> {
        while let Some(first) = feed.next() {
            if !self.keep_pace() {
                return Ok(());
            }
            let mut current = first;
            let mut block = producer.block().map_err(|fault| lost(fault, self.action))?;
            loop {
                let (number, item) = current;
                if self.shared.stopping.load(Ordering::Relaxed) {
                    return Ok(());
                }
                if self.only.is_none_or(|only| only.contains(number)) {
                    let outcome = match item {
                        Ok(item) => self.put(&mut block, &item, number, additions)?,
                        Err(failure) => Err(failure),
                    };
                    match outcome {
                        Ok(()) => {}
                        Err(failure) if additions.skip_wrong => {
                            let told = self.shared.ledger.write(|entries| {
                                entries.skipped.insert(number);
                                entries.skipped.count()
                            });
                            if told <= TOLD {
                                self.bar.clear();
                                cx.note(&format!("left out: {}", self.placed(number, failure.what())));
                            }
                        }
                        Err(failure) => return Err(self.wrong(number, &failure)),
                    }
                }
                self.shared.ledger.write(|entries| entries.read = number);
                if self.action.sync || self.pace.is_some() {
                    break;
                }
                match feed.next() {
                    Some(next) => current = next,
                    None => break,
                }
            }
            drop(block);
            if self.action.sync {
                producer.flush(None).map_err(|fault| lost(fault, self.action))?;
                if !self.shared.ledger.entries().lost.is_empty() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Waits until the next one may go; `false`: somebody wants to stop.
    fn keep_pace(&self) -> bool {
        while let Some(pace) = &self.pace {
            let wait = pace.wait(self.sent);
            if self.shared.stopping.load(Ordering::Relaxed) {
                return false;
            }
            if wait.is_zero() {
                break;
            }
            std::thread::sleep(wait.min(STEP));
        }
        !self.shared.stopping.load(Ordering::Relaxed)
    }

    /// Puts one item down. The inner failure is the item's own, the outer one the end of all sending.
    fn put(
        &mut self,
        block: &mut Block<'_>,
        item: &Item<'_>,
        number: u64,
        additions: &Additions<'_>,
    ) -> Result<Result<(), Failure>, Failure> {
        let partition = item.partition.or(additions.partition);
        let count = block.partitions();
        if let Some(partition) = partition
            && !usize::try_from(partition).is_ok_and(|partition| partition < count)
        {
            let topic = &self.action.settings.topic;
            let what = format!("{topic} has no partition {partition} (it has {count}, counted from 0)");
            return Ok(Err(Failure::new(what)));
        }
        let of_all = additions.headers.iter().map(|(key, value)| Header { key, value: Some(value) });
        let own = item.headers.iter().map(|(key, value)| Header { key, value: value.as_deref() });
        let headers: Vec<Header<'_>> = own.chain(of_all).collect();
        let key =
            read(additions.forms.0, item.key.as_deref().or(additions.key)).map_err(|why| format!("the key {why}"));
        let value = read(additions.forms.1, item.value.as_deref()).map_err(|why| format!("the value {why}"));
        let (key, value) = match (key, value) {
            (Ok(key), Ok(value)) => (key, value),
            (Err(why), _) | (_, Err(why)) => return Ok(Err(Failure::new(why))),
        };
        let (key, value) = (key.as_deref(), value.as_deref());
        let put = Put {
            key,
            value,
            headers: &headers,
            timestamp: item.timestamp.or(additions.timestamp),
            partition,
            tag: Some(Tag { number, bytes: 0 }),
        };
        block.put_record(&put).map_err(|fault| lost(fault, self.action))?;
        self.sent += 1;
        self.shared.sent.fetch_add(1, Ordering::Relaxed);
        self.sent_bytes += (key.map_or(0, <[u8]>::len) + value.map_or(0, <[u8]>::len)) as u64;
        Ok(Ok(()))
    }

    fn wrong(&self, number: u64, failure: &Failure) -> Failure {
        Failure::new(self.placed(number, failure.what())).hint("--on-error skip leaves such items out")
    }

    /// A sentence with the place it is about in front.
    fn placed(&self, number: u64, what: &str) -> String {
        match (self.name.is_empty(), self.made) {
            (_, true) => what.to_owned(),
            (true, false) => format!("line {number}: {what}"),
            (false, false) => format!("{}:{number}: {what}", self.name),
        }
    }
}

/// What the flags add to each item.
struct Additions<'a> {
    key: Option<&'a [u8]>,
    headers: &'a [(Vec<u8>, Vec<u8>)],
    partition: Option<i32>,
    timestamp: Option<i64>,
    /// Of keys and of values.
    forms: (Option<format::Form>, Option<format::Form>),
    skip_wrong: bool,
}

/// The bytes that stand there in another form.
fn read<'a>(form: Option<format::Form>, bytes: Option<&'a [u8]>) -> Result<Option<Cow<'a, [u8]>>, String> {
    match (form, bytes) {
        (Some(form), Some(text)) => form.read(text).map(|bytes| Some(Cow::Owned(bytes))),
        (_, bytes) => Ok(bytes.map(Cow::Borrowed)),
    }
}

fn tell_success(
    action: &Action,
    own: &Own,
    entries: &Entries,
    tally: &crate::client::data::produce::Tally,
    started: Instant,
    cx: &Context,
) {
    match (&own.form, entries.last) {
        (Form::One(value), Some((partition, offset))) if io::stderr().is_terminal() && !cx.manners().quiet => {
            let what = if value.is_none() { "tombstone" } else { "record" };
            // Nothing sensible can be done about such a stderr.
            let _ = writeln!(io::stderr(), "1 {what} to {}[{partition}] at offset {offset}", action.settings.topic);
        }
        _ => summary(action, tally, started, cx),
    }
}
