//! Reading records and printing them.
//!
//! What must hold: what was formatted is on stdout before anything waits (`| grep` must not seem dead), a reader of
//! stdout that went away ends the program quietly, and the count at the end is the original's: records that could not
//! be shown included.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::{Action, Ending, own};
use crate::client::data::consume::{Came, Clock, Consumed, Then, Wanted};
use crate::client::data::fault::Fault;
use crate::client::data::share::Delivery;
use crate::client::data::{ShareConsumer, Source, open};
use crate::client::error::Kind;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::share_clients;
use crate::commands::signals;
use crate::commands::suggest;
use crate::output::record::{FormatError, Formatter, Header, Record, Timestamp};
use crate::protocol::code::ErrorCode;

/// How much is formatted before it is handed to stdout.
const BLOCK: usize = 64 * 1024;
/// The wait between two looks at whether somebody wants to stop.
const TICK: Duration = Duration::from_millis(100);
/// How long the loop may take to notice that somebody wants to stop; then the program ends without it.
const GRACE: Duration = Duration::from_secs(2);

/// How the reading ended.
pub(super) enum End {
    /// All that was wanted was read.
    Ended,
    /// As many as were wanted.
    Enough,
    /// Nothing came for as long as was wanted.
    TimedOut,
    Stopped(signals::Stop),
    /// Nobody reads stdout any more.
    ReaderGone(io::Error),
    Unreadable(FormatError),
    Fault(Fault),
}

pub fn run(mut action: Action, cx: &mut Context) -> Result<(), Failure> {
    let stop = Arc::new(AtomicU64::new(0));
    watch(Arc::clone(&stop));
    let topic = match &action.settings.wanted {
        Wanted::Topic(topic) | Wanted::Partition(topic, _) => Some(topic.clone()),
        Wanted::Pattern { .. } => None,
    };
    if action.max_messages == Some(0) {
        return finish(&action, 0, End::Enough, topic, cx);
    }
    // One record is asked for: a large bite would only take its time.
    if action.max_messages.is_some_and(|n| n <= 10) {
        action.settings.partition_max_bytes = action.settings.partition_max_bytes.min(BLOCK as i32);
    }
    let mut printer = Printer { seen: 0, buffer: Vec::with_capacity(2 * BLOCK), broken: None };
    let end = match action.reading.is_some() {
        true => own::read(&mut action, &mut printer, &stop, cx)?,
        false => all(&mut action, &mut printer, &stop, cx),
    };
    finish(&action, printer.seen, end, topic, cx)
}

/// Opens what the settings want and reads it to its end.
pub(super) fn all(action: &mut Action, printer: &mut Printer, stop: &AtomicU64, cx: &mut Context) -> End {
    let opened = match action.share.clone() {
        Some(share) => ShareConsumer::start(action.client.clone(), share).map(|source| Box::new(source) as _),
        None => open(action.client.clone(), action.settings.clone(), action.group.clone()),
    };
    let mut source: Box<dyn Source> = match opened {
        Ok(source) => source,
        Err(fault) => return End::Fault(fault),
    };
    let end = read(action, &mut *source, printer, stop, cx);
    let flushed = printer.hand_over(cx).and_then(|()| cx.out.flush());
    source.close();
    match (end, flushed) {
        (End::ReaderGone(error), _) | (_, Err(error)) => End::ReaderGone(error),
        (end, Ok(())) => end,
    }
}

/// Notes a wish to stop for the loop; a loop that hangs in a write does not keep the program alive.
fn watch(stop: Arc<AtomicU64>) {
    signals::on_stop(move |signal| {
        stop.store(signal.status().unsigned_abs().into(), Ordering::Relaxed);
        std::thread::sleep(GRACE);
        std::process::exit(signal.status());
    });
}

fn wish(stop: &AtomicU64) -> Option<signals::Stop> {
    match stop.load(Ordering::Relaxed) {
        0 => None,
        130 => Some(signals::Stop::Interrupt),
        _ => Some(signals::Stop::Terminate),
    }
}

pub(super) struct Printer {
    pub(super) seen: u64,
    buffer: Vec<u8>,
    pub(super) broken: Option<End>,
}

impl Printer {
    /// Formats one record, and hands a full block to stdout.
    pub(super) fn print(
        &mut self,
        record: &Record<'_>,
        delivery: Option<Delivery<'_>>,
        how: &mut How<'_>,
        cx: &mut Context,
    ) -> Then {
        self.seen += 1;
        let written = how.formatter.write(record, &mut self.buffer);
        if let Err(error) = written {
            if !how.skip_on_error {
                if let Some(delivery) = delivery {
                    delivery.leave_open();
                }
                self.broken = Some(End::Unreadable(error));
                return Then::Stop;
            }
            let then = match delivery {
                Some(delivery) => {
                    delivery.reject();
                    "rejected"
                }
                None => "skipped",
            };
            cx.note(&format!(
                "{}[{}] offset {} cannot be shown, {then}: {error}",
                record.topic, record.partition, record.offset
            ));
        }
        if self.buffer.len() >= BLOCK
            && let Err(error) = self.hand_over(cx)
        {
            self.broken = Some(End::ReaderGone(error));
            return Then::Stop;
        }
        if how.limit == Some(self.seen) { Then::Stop } else { Then::GoOn }
    }

    pub(super) fn hand_over(&mut self, cx: &mut Context) -> io::Result<()> {
        let result = cx.out.write_all(&self.buffer);
        self.buffer.clear();
        result
    }
}

/// How records are printed.
pub(super) struct How<'a> {
    pub(super) formatter: &'a mut dyn Formatter,
    pub(super) skip_on_error: bool,
    pub(super) limit: Option<u64>,
}

fn read(
    action: &mut Action,
    source: &mut dyn Source,
    printer: &mut Printer,
    stop: &AtomicU64,
    cx: &mut Context,
) -> End {
    let mut last = Instant::now();
    loop {
        if let Some(signal) = wish(stop) {
            return End::Stopped(signal);
        }
        let left = action.patience.map(|patience| patience.saturating_sub(last.elapsed()));
        let wait = left.map_or(TICK, |left| left.min(TICK));
        let came = step(action, source, printer, wait, cx);
        if let Some(end) = printer.broken.take() {
            return end;
        }
        match came {
            Came::Records(then) => {
                last = Instant::now();
                source.shown();
                if then == Then::Stop {
                    return End::Enough;
                }
            }
            Came::Nothing | Came::Placed => {
                // `kt tail orders | grep -m1 …` ends with its reader, not with the record after the one that was sought.
                if let Err(error) = cx.out.is_read() {
                    return End::ReaderGone(error);
                }
                if action.patience.is_some_and(|patience| last.elapsed() >= patience) {
                    return End::TimedOut;
                }
            }
            Came::Note(note) => cx.note(&note),
            Came::Ended => return End::Ended,
            Came::Fault(fault) => return End::Fault(fault),
        }
    }
}

/// One wait, and the records it brings.
fn step(action: &mut Action, source: &mut dyn Source, printer: &mut Printer, wait: Duration, cx: &mut Context) -> Came {
    // Both the pause before a wait and each record write to the same buffer, one after the other.
    let state = std::cell::RefCell::new((printer, cx));
    let mut how =
        How { formatter: &mut *action.formatter, skip_on_error: action.skip_on_error, limit: action.max_messages };
    let reading = &mut action.reading;
    source.poll(
        Some(wait),
        &mut || {
            let (printer, cx) = &mut *state.borrow_mut();
            if let Err(error) = printer.hand_over(cx).and_then(|()| cx.out.flush()) {
                printer.broken = Some(End::ReaderGone(error));
            }
        },
        &mut |consumed| {
            let (printer, cx) = &mut *state.borrow_mut();
            if printer.broken.is_some() {
                return Then::Stop;
            }
            with_record(consumed, |record| match reading {
                None => printer.print(record, consumed.delivery, &mut how, cx),
                Some(reading) => {
                    let mut then = Then::GoOn;
                    reading.sift(record, &mut |record| then = printer.print(record, None, &mut how, cx));
                    then
                }
            })
        },
    )
}

/// The record as formatters and conditions see it.
pub fn with_record<T>(consumed: &Consumed<'_>, show: impl FnOnce(&Record<'_>) -> T) -> T {
    let headers: Vec<Header<'_>> = consumed.headers.iter().map(|h| Header { key: h.key, value: h.value }).collect();
    show(&Record {
        topic: consumed.topic,
        partition: consumed.partition,
        offset: consumed.offset,
        timestamp: match consumed.clock {
            Clock::None => Timestamp::None,
            Clock::Create => Timestamp::Create(consumed.timestamp),
            Clock::LogAppend => Timestamp::LogAppend(consumed.timestamp),
        },
        key: consumed.key,
        value: consumed.value,
        headers: &headers,
        deliveries: consumed.delivery.map(|delivery| delivery.count),
        batch: consumed.batch,
    })
}

fn finish(action: &Action, seen: u64, end: End, topic: Option<String>, cx: &mut Context) -> Result<(), Failure> {
    let original = action.ending == Ending::Original;
    let count = || {
        if original {
            say(&format!("Processed a total of {seen} messages"));
        }
    };
    let result = match end {
        End::Ended => {
            own::tell_end(action, seen, cx);
            own::empty_handed(action, seen)
        }
        End::Enough => {
            count();
            Ok(())
        }
        End::TimedOut => {
            if original {
                cx.note(
                    "no record came for as long as --timeout-ms says (org.apache.kafka.common.errors.TimeoutException)",
                );
            }
            count();
            own::empty_handed(action, seen)
        }
        End::Stopped(signal) => {
            count();
            shutdown_word(action, cx)?;
            cx.out.flush()?;
            std::process::exit(signal.status());
        }
        End::ReaderGone(error) => {
            let failure = Failure::from(error);
            if original && failure.is_reader_gone() {
                say("Unable to write to standard out, closing consumer.");
                count();
            }
            return Err(failure);
        }
        End::Unreadable(error) => {
            count();
            Err(Failure::new(error.to_string())
                .because(format!(
                    "the record after the first {} cannot be shown ({})",
                    seen.saturating_sub(1),
                    error.class
                ))
                .hint(match action.share {
                    Some(_) => "--reject-message-on-error rejects it and goes on",
                    None => "--skip-message-on-error goes on after it",
                }))
        }
        End::Fault(fault) => {
            count();
            Err(failed(fault, action, topic, cx))
        }
    };
    shutdown_word(action, cx)?;
    result
}

fn shutdown_word(action: &Action, cx: &mut Context) -> Result<(), Failure> {
    if action.say_shutdown {
        cx.out.line("shutdown_complete")?;
    }
    Ok(())
}

fn say(text: &str) {
    // Nothing sensible can be done about a stderr that cannot be written.
    let _ = writeln!(io::stderr(), "{text}");
}

/// The end of reading. The original logs nearly everything and exits with 0; what it would try for ever is a failure
/// here, and so is what it finds out before it reads.
fn failed(fault: Fault, action: &Action, topic: Option<String>, cx: &mut Context) -> Failure {
    let kind = fault.kind();
    let code = fault.code();
    let names = match (code, &topic) {
        (Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION), Some(topic)) => near(action, topic, cx),
        _ => None,
    };
    let unresolved = fault.is_unknown_name();
    let instead = share_clients::instead(&fault).filter(|_| action.share.is_some());
    let failure = match fault {
        Fault::Client(_) if code == Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) => {
            Failure::new(format!("there is no topic {}", topic.unwrap_or_default()))
                .code(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION.name())
                .exit(Exit::NotFound)
                .hint_if_any(names)
        }
        Fault::Client(error) => Failure::from(error).hint_if_any(instead),
        other => Failure::new(other.to_string()).exit(match kind {
            Kind::Usage => Exit::Usage,
            Kind::Unreachable => Exit::Unreachable,
            Kind::TimedOut => Exit::TimedOut,
            _ => Exit::Failed,
        }),
    };
    if unresolved || matches!(kind, Kind::Unreachable | Kind::Usage) {
        failure.kafka_on_stderr()
    } else {
        failure.kafka_exactly("", 0)
    }
}

/// A topic whose name is like the one that is not there.
fn near(action: &Action, topic: &str, cx: &mut Context) -> Option<String> {
    let client = crate::client::Client::new(action.client.clone());
    let all = cx.block_on(client.all_topics()).ok()?.ok()?;
    suggest::hint(topic, all.iter().map(|known| &*known.name))
}
