//! Sending numbers, and telling what becomes of them.
//!
//! What must hold: one line for the fate of each number that was sent, also after Ctrl-C, and then the summary.

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::Action;
use crate::client::data::produce::{Hooks, Settled, Tag};
use crate::client::data::wire::{Producer, Put};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::event;
use crate::commands::measure::pace::Pace;
use crate::commands::produce::fault_failure;
use crate::commands::signals;
use crate::protocol::code::ErrorCode;

/// How many records are put down between two looks at what was told.
const BURST: u64 = 500;
const TICK: Duration = Duration::from_millis(100);

/// What became of some numbers.
struct Told {
    numbers: Vec<u64>,
    partition: i32,
    outcome: Result<i64, (ErrorCode, String)>,
}

pub fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    let stopped = Arc::new(AtomicI32::new(0));
    let stop = Arc::clone(&stopped);
    signals::on_stop(move |signal| stop.store(signal.status(), Ordering::Relaxed));
    let begun = Instant::now();
    let (told, fates) = channel();
    let mut tool = Tool { action, fates, begun, wall_ms: now_ms(), sent: 0, acked: 0 };
    tool.event("startup_complete", json!({}), cx)?;
    let mut lost = None;
    match tool.start(told) {
        Ok(mut producer) => {
            if let Err(failure) = tool.send(&mut producer, &stopped, cx) {
                lost = Some(failure);
            }
            // Everything that was sent has its fate told, or the producer has given up on all of it.
            while lost.is_none() {
                match producer.flush(Some(TICK)) {
                    Ok(true) => break,
                    Ok(false) => tool.tell(cx)?,
                    Err(fault) => lost = Some(fault_failure(fault)),
                }
            }
            drop(producer);
            tool.tell(cx)?;
        }
        Err(failure) => lost = Some(failure),
    }
    tool.event("shutdown_complete", json!({}), cx)?;
    let seconds = begun.elapsed().as_millis() as f64 / 1000.0;
    let average = if seconds > 0.0 { tool.acked as f64 / seconds } else { 0.0 };
    let data = json!({
        "sent": tool.sent, "acked": tool.acked,
        "target_throughput": tool.action.throughput, "avg_throughput": average,
    });
    tool.event("tool_data", data, cx)?;
    std::io::Write::flush(&mut cx.out)?;
    match (lost, stopped.load(Ordering::Relaxed)) {
        (_, status) if status != 0 => std::process::exit(status),
        (Some(failure), _) => Err(failure.kafka_on_stderr()),
        (None, _) => Ok(()),
    }
}

struct Tool {
    action: Action,
    fates: Receiver<Told>,
    begun: Instant,
    wall_ms: i64,
    sent: u64,
    acked: u64,
}

impl Tool {
    fn start(&self, told: Sender<Told>) -> Result<Producer, Failure> {
        let settled = move |settled: &Settled<'_>| {
            let numbers = settled.tags.iter().map(|tag| tag.number).collect();
            let fate = Told { numbers, partition: settled.partition, outcome: settled.outcome.clone() };
            let _ = told.send(fate); // nobody listens any more: the tool has ended
        };
        // Each record's fate is told on stdout; a second word on stderr would only repeat it.
        let hooks = Hooks { undelivered: Arc::new(|_| {}), settled: Arc::new(settled) };
        let producer = Producer::start_watched(self.action.client.clone(), self.action.settings.clone(), hooks);
        producer.map_err(fault_failure)
    }

    fn send(&mut self, producer: &mut Producer, stopped: &AtomicI32, cx: &mut Context) -> Result<(), Failure> {
        let count = self.action.count.unwrap_or(u64::MAX);
        let pace = Pace::new(self.begun, f64::from(self.action.throughput));
        let mut create_time = self.action.create_time;
        while self.sent < count && stopped.load(Ordering::Relaxed) == 0 {
            let most = pace.may_go(self.sent, BURST.min(count - self.sent));
            if most == 0 {
                self.wait(pace.wait(self.sent).min(TICK), cx)?;
                continue;
            }
            let mut block = producer.block().map_err(fault_failure)?;
            for _ in 0..most {
                let (key, value) = (self.action.values.key(self.sent), self.action.values.value(self.sent));
                let record = Put {
                    key: key.as_deref().map(str::as_bytes),
                    value: Some(value.as_bytes()),
                    timestamp: create_time,
                    tag: Some(Tag { number: self.sent, bytes: 0 }),
                    ..Put::default()
                };
                block.put_record(&record).map_err(fault_failure)?;
                self.sent += 1;
                // The original adds the time since the start after each record, so the clock runs ever faster.
                create_time = create_time.map(|time| time.saturating_add(now_ms() - self.wall_ms));
            }
            drop(block);
            self.tell(cx)?;
        }
        Ok(())
    }

    /// Waits, telling what comes meanwhile.
    fn wait(&mut self, time: Duration, cx: &mut Context) -> Result<(), Failure> {
        match self.fates.recv_timeout(time) {
            Ok(told) => self.tell_one(&told, cx)?,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => std::thread::sleep(time),
        }
        self.tell(cx)
    }

    fn tell(&mut self, cx: &mut Context) -> Result<(), Failure> {
        while let Ok(told) = self.fates.try_recv() {
            self.tell_one(&told, cx)?;
        }
        Ok(std::io::Write::flush(&mut cx.out)?)
    }

    fn tell_one(&mut self, told: &Told, cx: &mut Context) -> Result<(), Failure> {
        let (values, topic) = (self.action.values, self.action.settings.topic.clone());
        for (place, number) in told.numbers.iter().enumerate() {
            let (key, value) = (values.key(*number), values.value(*number));
            match &told.outcome {
                Ok(base) => {
                    self.acked += 1;
                    let offset = if *base < 0 { -1 } else { base + place as i64 };
                    let data = json!({
                        "key": key, "value": value, "offset": offset, "partition": told.partition, "topic": topic,
                    });
                    self.event("producer_send_success", data, cx)?;
                }
                Err((code, reason)) => {
                    let (class, message) = exception(*code, reason);
                    let data = json!({
                        "topic": topic, "key": key, "value": value, "exception": class, "message": message,
                    });
                    self.event("producer_send_error", data, cx)?;
                }
            }
        }
        Ok(())
    }

    fn event(&self, name: &str, data: Value, cx: &mut Context) -> Result<(), Failure> {
        event::line(name, data, &mut cx.out).map_err(Failure::from)
    }
}

/// The original's exception: `class org.apache.kafka.common.errors.NotEnoughReplicasException`, and its message.
fn exception(code: ErrorCode, reason: &str) -> (String, String) {
    let java = code.to_java(None);
    let (class, message) = java.split_once(": ").unwrap_or((&java, reason));
    (format!("class {class}"), message.to_owned())
}

fn now_ms() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |elapsed| i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX))
}
