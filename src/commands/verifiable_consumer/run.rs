//! Reading in a group, and telling each event.
//!
//! What must hold: an offset is committed after its record was told, and the events come in the order in which the
//! original tells them: a rebalance, then the records of one poll, then their commit.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use super::Action;
use crate::client::data::consume::{Came, Consumed, Rebalanced, Then};
use crate::client::data::fault::Fault;
use crate::client::data::{GroupConsumer, Source};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::event;
use crate::commands::produce::fault_failure;
use crate::commands::signals;
use crate::output::java::{hash_order, topic_partition_hash};

/// As many records as one poll of the original brings (`max.poll.records`).
const POLL: usize = 500;
/// The wait between two looks at whether somebody wants to stop.
const TICK: Duration = Duration::from_millis(100);
/// What came for the other partitions in the same moment belongs to the same poll.
const SAME_MOMENT: Duration = Duration::from_millis(3);

/// A record that was read: partition, offset, key and value.
struct Read {
    partition: i32,
    offset: i64,
    key: Option<String>,
    value: Option<String>,
}

impl From<&Consumed<'_>> for Read {
    fn from(record: &Consumed<'_>) -> Self {
        let text = |bytes: Option<&[u8]>| bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        Self { partition: record.partition, offset: record.offset, key: text(record.key), value: text(record.value) }
    }
}

pub fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    let stopped = Arc::new(AtomicI32::new(0));
    let stop = Arc::clone(&stopped);
    signals::on_stop(move |signal| stop.store(signal.status(), Ordering::Relaxed));
    tell("startup_complete", json!({}), cx)?;
    let started = GroupConsumer::start(action.client.clone(), action.settings.clone(), action.group.clone());
    let mut member = match started {
        Ok(source) => Member { action, source, done: 0 },
        Err(fault) => {
            tell("shutdown_complete", json!({}), cx)?;
            tell("shutdown_requested", json!({}), cx)?;
            return Err(fault_failure(fault).kafka_on_stderr());
        }
    };
    let read = member.read(&stopped, cx);
    let status = stopped.load(Ordering::Relaxed);
    if status != 0 {
        tell("shutdown_requested", json!({}), cx)?;
    }
    member.source.close();
    member.tell_rebalances(cx)?;
    tell("shutdown_complete", json!({}), cx)?;
    if status != 0 {
        std::process::exit(status);
    }
    // The original's shutdown hook says so after every end.
    tell("shutdown_requested", json!({}), cx)?;
    read
}

fn tell(name: &str, data: Value, cx: &mut Context) -> Result<(), Failure> {
    event::line(name, data, &mut cx.out)?;
    Ok(cx.out.flush()?)
}

struct Member {
    action: Action,
    source: GroupConsumer,
    /// How many records were told.
    done: usize,
}

impl Member {
    fn is_finished(&self) -> bool {
        self.action.count.is_some_and(|count| self.done >= count)
    }

    fn read(&mut self, stopped: &AtomicI32, cx: &mut Context) -> Result<(), Failure> {
        while !self.is_finished() && stopped.load(Ordering::Relaxed) == 0 {
            let records = self.poll(cx)?;
            if records.is_empty() {
                continue;
            }
            let offsets = self.tell_records(&records, cx)?;
            if self.action.commits_itself {
                self.source.shown();
            } else {
                self.commit(offsets, cx)?;
            }
        }
        Ok(())
    }

    /// The records of one moment; what happened to the assignment before them is told.
    fn poll(&mut self, cx: &mut Context) -> Result<Vec<Read>, Failure> {
        let mut records: Vec<Read> = Vec::new();
        let mut wait = TICK;
        while records.len() < POLL {
            let came = self.source.poll(Some(wait), &mut || {}, &mut |record| {
                records.push(Read::from(record));
                if records.len() < POLL { Then::GoOn } else { Then::Stop }
            });
            if wait == TICK {
                self.tell_rebalances(cx)?;
            }
            match came {
                Came::Records(_) => wait = SAME_MOMENT,
                Came::Nothing | Came::Placed | Came::Ended => break,
                Came::Note(note) => cx.note(&note),
                Came::Fault(fault) => return Err(fault_failure(fault).kafka_exactly("", 0)),
            }
        }
        Ok(records)
    }

    fn tell_rebalances(&mut self, cx: &mut Context) -> Result<(), Failure> {
        for rebalanced in self.source.rebalances() {
            let (name, partitions) = match rebalanced {
                Rebalanced::Assigned(partitions) => ("partitions_assigned", partitions),
                Rebalanced::Revoked(partitions) => ("partitions_revoked", partitions),
            };
            let place = |(topic, partition): &(String, i32)| json!({"topic": topic, "partition": partition});
            let partitions: Vec<Value> = partitions.iter().map(place).collect();
            tell(name, json!({"partitions": partitions}), cx)?;
        }
        Ok(())
    }

    /// The offsets to go on from, by partition.
    fn tell_records(&mut self, records: &[Read], cx: &mut Context) -> Result<Vec<(String, i32, i64)>, Failure> {
        let topic = self.action.topic.clone();
        let mut numbers: Vec<i32> = Vec::new();
        for record in records {
            if !numbers.contains(&record.partition) {
                numbers.push(record.partition);
            }
        }
        let mut summaries = Vec::new();
        let mut offsets = Vec::new();
        // The original's records lie in a hash map, by partition.
        for partition in hash_order(numbers, |partition| topic_partition_hash(&topic, *partition)) {
            let left = self.action.count.map_or(usize::MAX, |count| count - self.done);
            let of_partition: Vec<&Read> = records.iter().filter(|r| r.partition == partition).take(left).collect();
            let (Some(first), Some(last)) = (of_partition.first(), of_partition.last()) else { continue };
            offsets.push((topic.clone(), partition, last.offset + 1));
            summaries.push(json!({
                "topic": topic, "partition": partition, "count": of_partition.len(),
                "minOffset": first.offset, "maxOffset": last.offset,
            }));
            if self.action.verbose {
                for Read { partition, offset, key, value } in &of_partition {
                    let data =
                        json!({"key": key, "value": value, "topic": topic, "partition": partition, "offset": offset});
                    event::line("record_data", data, &mut cx.out)?;
                }
            }
            self.done += of_partition.len();
            if self.is_finished() {
                break;
            }
        }
        tell("records_consumed", json!({"count": records.len(), "partitions": summaries}), cx)?;
        Ok(offsets)
    }

    fn commit(&self, offsets: Vec<(String, i32, i64)>, cx: &mut Context) -> Result<(), Failure> {
        let committed = self.source.commit(&offsets);
        let place = |(topic, partition, offset): &(String, i32, i64)| json!({"topic": topic, "partition": partition, "offset": offset});
        let mut data = json!({"offsets": offsets.iter().map(place).collect::<Vec<_>>()});
        if let Err(fault) = &committed {
            data["error"] = match fault {
                Fault::Broken { reason, .. } => json!(reason),
                fault => json!(fault.to_string()),
            };
        }
        data["success"] = json!(committed.is_ok());
        tell("offsets_committed", data, cx)
    }
}
