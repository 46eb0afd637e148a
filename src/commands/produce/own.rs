//! Sending in kt's own grammar: any form of input, at a pace, with an account of every item.
//!
//! What must hold: when sending ends before the input does (a wrong item, a refused record, Ctrl-C), everything read so
//! far is settled first, and what is said then is exactly what is left: the command that is shown sends the rest once.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use super::Action;
use super::feed::Form;
use super::ledger::{Entries, Ledger, Numbers};
use super::rest::{again, not_written, with_the_rest};
use super::run::{LAST_FLUSH, lost, settle, summary, teller};
use super::sending::Sending;
use super::stuck::{self, Progress};
use crate::client::data::produce::{Hooks, Settled};
use crate::client::data::wire::Producer;
use crate::commands::context::Context;
use crate::commands::failure::{self, Exit, Failure};
use crate::commands::signals;
use crate::output::human;
use crate::output::letters;
use crate::output::progress::Counted;
use crate::protocol::code::ErrorCode;
use crate::records::format;

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
pub struct Shared {
    pub ledger: Ledger,
    /// How many records were handed over, in all.
    pub sent: AtomicU64,
    pub stopping: AtomicBool,
    /// Records were lost because this user may not write there.
    denied: AtomicBool,
    /// Held while items are handed over, and for good by whoever ends the program.
    pub gate: Mutex<()>,
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
                sending.makes_its_own = true;
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
