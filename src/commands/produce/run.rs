//! Reading lines and sending records.
//!
//! What must hold: whatever was read before an error (of a line, or Ctrl-C) is sent; what was given up is told on
//! stderr, once for each batch; nothing waits for more input while something could leave.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::lines::Lines;
use super::{Action, Prompt, fault_failure, own};
use crate::client::data::fault::Fault;
use crate::client::data::produce::{Tally, Undelivered};
use crate::client::data::wire::{Ending, Hurry, Producer};
use crate::client::error::Kind;
use crate::commands::context::Context;
use crate::commands::failure::{self, Exit, Failure};
use crate::commands::signals;
use crate::output::human;
use crate::output::letters;
use crate::output::paint::{Color, Paint, Tone};

/// How long a second wish to stop has to be waited for: what was read is being sent.
pub const LAST_FLUSH: Duration = Duration::from_secs(10);

pub fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    if action.own.is_some() {
        return own::run(action, cx);
    }
    let started = Instant::now();
    let mut producer = start(&action, cx)?;
    let in_transaction = action.settings.transaction.is_some();
    interrupts(producer.hurry(), in_transaction);
    let files: Vec<_> = action.files.iter().map(Some).collect();
    let sources = if files.is_empty() { vec![None] } else { files };
    let mut read = Ok(());
    for source in sources {
        read = match source {
            Some(path) => match File::open(path) {
                Ok(file) => send_all(&action, &mut producer, file, cx),
                Err(error) => Err(failure::file("read", path.display(), &error)),
            },
            None => send_all(&action, &mut producer, io::stdin(), cx),
        };
        if read.is_err() {
            break;
        }
    }
    if in_transaction {
        return settle(&action, &mut producer, read, started, cx);
    }
    let flushed = producer.flush(None).map(drop).map_err(|fault| lost(fault, &action));
    let tally = producer.tally();
    // A wrong line is the news, but for records that could not be sent at all.
    flushed.and(read).inspect_err(|_| summary(&action, &tally, started, cx))?;
    summary(&action, &tally, started, cx);
    match tally.undelivered {
        0 => Ok(()),
        _ if !action.strict && !action.sync => Ok(()),
        _ => Err(Failure::silent(if tally.delivered() > 0 { Exit::Partly } else { Exit::Failed })),
    }
}

/// All lines or none.
pub(super) fn settle(
    action: &Action,
    producer: &mut Producer,
    read: Result<(), Failure>,
    started: Instant,
    cx: &mut Context,
) -> Result<(), Failure> {
    let flushed = read.and_then(|()| producer.flush(None).map_err(fault_failure));
    let mut asked = false;
    let failure = match (flushed, producer.tally().undelivered) {
        (Err(failure), _) => Some(failure),
        (Ok(_), 0) => {
            asked = true;
            producer.commit().map_err(fault_failure).err()
        }
        // Why was told already.
        (Ok(_), lost) => {
            let lost = usize::try_from(lost).unwrap_or(usize::MAX);
            Some(Failure::new(format!("{} could not be written", human::several(lost, "record"))))
        }
    };
    let Some(failure) = failure else {
        summary(action, &producer.tally(), started, cx);
        return Ok(());
    };
    Err(match producer.abort() {
        Ok(()) => failure.because("the transaction was aborted: none of the lines was written"),
        // The commit may have arrived, and only its answer got lost.
        Err(fault) if asked => failure
            .because(format!("the transaction could not be aborted either: {fault}"))
            .because("whether all lines are written or none is not known")
            .hint_if_any(action.settings.transaction.as_ref().map(|t| format!("kt txns describe {}", t.id))),
        Err(fault) => failure
            .because(format!("the transaction could not be aborted either: {fault}"))
            .because("readers of committed records see none of the lines; the coordinator aborts it in time"),
    })
}

/// Tells about records that were given up, from any thread.
pub(super) fn teller(cx: &Context) -> impl Fn(&Undelivered) + Send + Sync + use<> {
    let color = cx.manners().color;
    move |undelivered: &Undelivered| {
        let Undelivered { topic, partition, count, reason } = undelivered;
        let place = partition.map_or(topic.clone(), |partition| format!("{topic}[{partition}]"));
        let records = if *count == 1 { "1 record was".to_owned() } else { format!("{count} records were") };
        let label = Paint::for_stderr(color).paint(Tone::Bad, "error:");
        // Nothing sensible can be done about a stderr that cannot be written.
        let _ = writeln!(io::stderr(), "{label} {records} not sent to {place}: {reason}");
    }
}

fn start(action: &Action, cx: &Context) -> Result<Producer, Failure> {
    let tell = teller(cx);
    Producer::start(action.client.clone(), action.settings.clone(), Arc::new(tell)).map_err(|fault| lost(fault, action))
}

/// Ctrl-C and SIGTERM: what was read is sent (or, in a transaction, aborted), then the program ends as the signal says;
/// a second one ends it at once.
pub(super) fn interrupts(hurry: Hurry, in_transaction: bool) {
    signals::on_stop(move |signal| {
        if in_transaction {
            let said = match hurry.abort(LAST_FLUSH) {
                Ok(Some(Ending::Commit)) => "the transaction was committed already: all lines are written".to_owned(),
                Ok(Some(Ending::Abort)) => "the transaction was aborted: none of the lines was written".to_owned(),
                Ok(None) => "the transaction is still open; the coordinator will abort it in time".to_owned(),
                Err(fault) => {
                    format!("the transaction could not be aborted ({fault}); the coordinator will do so in time")
                }
            };
            let _ = writeln!(io::stderr(), "{}", letters::known(&said)); // nothing sensible can be done about such a stderr
        } else {
            hurry.flush(LAST_FLUSH);
        }
        std::process::exit(signal.status());
    });
}

fn send_all(action: &Action, producer: &mut Producer, input: impl Read, cx: &mut Context) -> Result<(), Failure> {
    // As Java's System.console(): both ends are a terminal.
    let prompt = action.prompt == Prompt::Angle && io::stdin().is_terminal() && cx.out.is_terminal();
    if action.guessed || (io::stdin().is_terminal() && action.files.is_empty()) {
        // A person should not type a line first to hear that nobody is there.
        producer.wait_until_entered().map_err(|fault| lost(fault, action))?;
    }
    let mut lines = Lines::new(input);
    let mut warned = false;
    loop {
        if prompt {
            cx.out.write_all(b">")?;
            cx.out.flush()?;
        }
        let more = lines.fill().map_err(|error| failure::file("read", "the input", &error))?;
        if !more {
            return Ok(());
        }
        send_lines(action, producer, &mut lines, &mut warned, cx)?;
    }
}

/// Sends all whole lines that were read.
fn send_lines<R: Read>(
    action: &Action,
    producer: &mut Producer,
    lines: &mut Lines<R>,
    warned: &mut bool,
    cx: &Context,
) -> Result<(), Failure> {
    let mut number = lines.number();
    while let Some(first) = lines.next_line() {
        let mut block = producer.block().map_err(|fault| lost(fault, action))?;
        let mut line = first;
        loop {
            number += 1;
            let mut headers = Vec::new();
            let text;
            if action.as_text && std::str::from_utf8(line).is_err() {
                if !std::mem::replace(warned, true) {
                    cx.note(&format!(
                        "line {number} is not UTF-8; as in the original, what is wrong in it is replaced (kt produce keeps the bytes)"
                    ));
                }
                text = String::from_utf8_lossy(line).into_owned();
                line = text.as_bytes();
            }
            let (key, value) = action.format.parse(line, number, &mut headers)?;
            block.put(key, value, &headers).map_err(|fault| lost(fault, action))?;
            if action.sync {
                break;
            }
            match lines.next_line() {
                Some(following) => line = following,
                None => return Ok(()),
            }
        }
        drop(block);
        producer.flush(None).map_err(|fault| lost(fault, action))?;
        if producer.tally().undelivered > 0 {
            // The original's get() throws here; what happened was told already.
            return Err(Failure::silent(Exit::Failed));
        }
    }
    Ok(())
}

/// The end of all sending. Under its flags the original logs this for each record and exits with 0, unless it waits for
/// each record, or fails before it reads any.
pub(super) fn lost(fault: Fault, action: &Action) -> Failure {
    let kind = fault.kind();
    let unresolved = fault.is_unknown_name();
    let failure = fault_failure(fault);
    if action.sync || unresolved || kind == Kind::Usage {
        failure.kafka_on_stderr()
    } else {
        failure.kafka_exactly("", 0)
    }
}

pub(super) fn summary(action: &Action, tally: &Tally, started: Instant, cx: &Context) {
    if action.prompt != Prompt::Sentence || !io::stderr().is_terminal() || cx.manners().quiet {
        return;
    }
    let count = tally.delivered();
    let places: Vec<String> = tally
        .delivered
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
        .map(|(partition, count)| format!("p{partition}: {}", human::count(shown(*count))))
        .collect();
    let dim = Paint::for_stderr(Color::Auto);
    let records = if count == 1 { "1 record".to_owned() } else { format!("{} records", human::count(shown(count))) };
    let places = if places.len() > 8 { format!("{} partitions", places.len()) } else { places.join(", ") };
    let elapsed = started.elapsed();
    let time = match elapsed.as_millis() {
        ms if ms < 1000 => format!("{ms} ms"),
        _ => format!(
            "{:.1} s, {} rec/s",
            elapsed.as_secs_f64(),
            human::count((count as f64 / elapsed.as_secs_f64()) as i64)
        ),
    };
    let line = format!(
        "{records} to {} in {time}{}",
        action.settings.topic,
        if places.is_empty() { String::new() } else { format!(" ({places})") },
    );
    let _ = writeln!(io::stderr(), "{}", dim.paint(Tone::Dim, &letters::known(&line)));
}

fn shown(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
