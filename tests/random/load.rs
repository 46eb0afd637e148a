//! Those who make a history: producers that commit, abort, send twice, lose connections and come back as zombies;
//! readers; workers that consume, transform and produce.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use kt::protocol::code::ErrorCode;

use super::history::{History, Outcome, Read, Txn};
use crate::support::wire::{Transactional, Wire};

pub const PARTITIONS: i32 = 3;
pub const TOPIC: &str = "t";
pub const INPUT: &str = "in";
pub const OUTPUT: &str = "out";
/// How long one answer may take: a stopped broker comes back before.
const ANSWER: Duration = Duration::from_secs(3);
/// How long anyone goes on trying the same thing.
const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(5);

/// Numbers that look like chance and come again with their seed.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// What all of them share.
pub struct Stage {
    pub address: String,
    pub history: History,
    pub stop: AtomicBool,
}

impl Stage {
    fn runs(&self) -> bool {
        !self.stop.load(Ordering::Acquire)
    }
}

/// A connection that is made again when it is lost.
struct Line<'a> {
    stage: &'a Stage,
    wire: Option<Wire>,
}

impl Line<'_> {
    /// One try; a lost connection is noticed.
    fn with<T>(&mut self, ask: impl FnOnce(&mut Wire) -> io::Result<T>) -> Option<T> {
        if self.wire.is_none() {
            self.wire = Wire::with_limit(&self.stage.address, ANSWER).ok();
        }
        let answer = self.wire.as_mut().and_then(|wire| ask(wire).ok());
        if answer.is_none() {
            self.wire = None;
            std::thread::sleep(PAUSE); // the broker is gone and has no event for its return
        }
        answer
    }

    /// Tries until there is an answer that is not "try again". `None` if that never comes.
    fn until<T>(
        &mut self,
        mut ask: impl FnMut(&mut Wire) -> io::Result<T>,
        code: impl Fn(&T) -> ErrorCode,
    ) -> Option<T> {
        let limit = Instant::now() + PATIENCE;
        while Instant::now() < limit {
            match self.with(&mut ask) {
                Some(answer) if is_passing(code(&answer)) => std::thread::sleep(PAUSE),
                Some(answer) => return Some(answer),
                None => {}
            }
        }
        None
    }
}

fn is_passing(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::CONCURRENT_TRANSACTIONS
            | ErrorCode::COORDINATOR_LOAD_IN_PROGRESS
            | ErrorCode::COORDINATOR_NOT_AVAILABLE
            | ErrorCode::NOT_COORDINATOR
            | ErrorCode::NOT_ENOUGH_REPLICAS
            | ErrorCode::NOT_LEADER_OR_FOLLOWER
            | ErrorCode::UNKNOWN_TOPIC_OR_PARTITION
            | ErrorCode::UNSTABLE_OFFSET_COMMIT
            | ErrorCode::REQUEST_TIMED_OUT
    )
}

struct Worker<'a> {
    line: Line<'a>,
    producer: Transactional,
    chance: Chance,
}

impl<'a> Worker<'a> {
    fn new(stage: &'a Stage, id: &str, second: bool, seed: u64) -> Worker<'a> {
        let producer = Transactional::new(id, second);
        Worker { line: Line { stage, wire: None }, producer, chance: Chance::new(seed) }
    }

    /// True when the producer is one again. What it left open is aborted then.
    fn init(&mut self) -> bool {
        let producer = &mut self.producer;
        self.line.until(|wire| producer.try_init(wire), |code| *code).is_some_and(ErrorCode::is_none)
    }

    /// Sends a batch, again and again if it must be. The base offset if it was taken.
    fn send(&mut self, topic: &str, partition: i32, values: &[String]) -> Option<i64> {
        let stage = self.line.stage;
        let (lost, twice) = (self.chance.one_in(12), self.chance.one_in(4));
        let request = self.producer.produce_request(topic, partition, self.producer.batch(topic, partition, values));
        let version = if self.producer.second { 12 } else { 11 };
        if lost && self.producer.second {
            // The answer is never read: the client does not know whether the batch is there.
            let _ = self.line.with(|wire| wire.send(&request, version));
            self.line.wire = None;
        }
        let producer = &mut self.producer;
        let sent = self.line.until(|wire| producer.try_send(wire, topic, partition, values), |(code, _)| *code);
        let (_, offset) = sent.filter(|(code, _)| code.is_none())?;
        if twice && let Some(again) = self.line.with(|wire| wire.try_ask(&request, version)) {
            let partition = &again.responses[0].partition_responses[0];
            if partition.error_code == 0 && partition.base_offset != offset {
                let again = partition.base_offset;
                stage.history.violation(format!("duplicate: {} was at {offset} and then at {again}", values[0]));
            }
        }
        Some(offset)
    }

    /// Ends the transaction. The broker's code, or none if there was no answer at all.
    fn end(&mut self, commit: bool) -> Option<ErrorCode> {
        let producer = &mut self.producer;
        self.line.until(|wire| producer.try_end(wire, commit), |code| *code)
    }
}

/// Transactions over all partitions, one after the other.
pub fn write(stage: &Stage, number: u64, seed: u64) {
    let id = format!("w{number}");
    let mut worker = Worker::new(stage, &id, number % 2 == 1, seed);
    let mut ready = worker.init();
    let mut count = 0;
    while stage.runs() {
        if !ready {
            ready = worker.init();
            continue;
        }
        count += 1;
        let mut txn = Txn { name: format!("{id}:{count}"), written: BTreeMap::new(), outcome: Outcome::Aborted };
        let whole = fill(&mut worker, &mut txn);
        if !whole {
            ready = worker.init();
        } else if worker.chance.one_in(12) {
            ready = haunt(&mut worker, &txn.name);
        } else if worker.chance.one_in(4) {
            ready = worker.end(false).is_some_and(ErrorCode::is_none);
        } else {
            stage.history.asks_for_commit(&txn.name);
            ready = worker.end(true).is_some_and(ErrorCode::is_none);
            txn.outcome = if ready { Outcome::Committed } else { Outcome::Unknown };
        }
        stage.history.ended(txn);
    }
}

/// Some batches to some partitions. False if one of them was not taken.
fn fill(worker: &mut Worker<'_>, txn: &mut Txn) -> bool {
    let mut number = 0;
    for _ in 0..=worker.chance.below(4) {
        let partition = worker.chance.below(PARTITIONS as u64) as i32;
        let values: Vec<String> =
            (0..=worker.chance.below(3)).map(|i| format!("{}:{}", txn.name, number + i)).collect();
        number += values.len() as u64;
        let Some(offset) = worker.send(TOPIC, partition, &values) else { return false };
        txn.written.entry(partition).or_default().extend((offset..).zip(values));
    }
    true
}

/// Another producer takes the id, and the old one goes on as if nothing had happened. True if the new one is there.
fn haunt(worker: &mut Worker<'_>, txn: &str) -> bool {
    let stage = worker.line.stage;
    let mut zombie = worker.producer.clone();
    if !worker.init() {
        return false;
    }
    let values = [format!("{txn}:zombie")];
    if let Some((code, _)) = worker.line.with(|wire| zombie.try_send(wire, TOPIC, 0, &values))
        && code.is_none()
    {
        stage.history.violation(format!("fence: a producer that was replaced wrote {}", values[0]));
    }
    if worker.line.with(|wire| zombie.try_end(wire, true)).is_some_and(ErrorCode::is_none) {
        stage.history.violation(format!("fence: a producer that was replaced committed {txn}"));
    }
    true
}

/// Reads what is committed, partition by partition, from where it was.
pub fn read(stage: &Stage) -> Vec<(i32, Read)> {
    let mut line = Line { stage, wire: None };
    let mut reads: Vec<(i32, Read)> = (0..PARTITIONS).map(|p| (p, Read::new())).collect();
    let mut positions = [0i64; PARTITIONS as usize];
    while stage.runs() {
        for (partition, read) in &mut reads {
            let at = positions[*partition as usize];
            let Some(fetched) = line.with(|wire| wire.try_fetch(TOPIC, *partition, at, true)) else { continue };
            let before = read.len();
            if fetched.code.is_none()
                && let Some(next) = fetched.collect(at, read)
            {
                positions[*partition as usize] = next;
                read[before..].iter().for_each(|seen| stage.history.sees(&seen.value));
            }
        }
        std::thread::sleep(Duration::from_millis(1)); // readers leave the processors to the writers
    }
    reads
}

/// What a worker finds in `in`, it writes to `out`, together with how far it is.
pub fn transform(stage: &Stage, number: u64, seed: u64) {
    let (id, group, partition) = (format!("c{number}"), format!("g{number}"), number as i32);
    let mut worker = Worker::new(stage, &id, number % 2 == 1, seed);
    let mut ready = worker.init();
    while stage.runs() {
        if !ready {
            ready = worker.init();
            continue;
        }
        let Some(at) = committed(&mut worker.line, &group, partition) else { continue };
        let Some(input) = worker.line.with(|wire| wire.try_read(INPUT, partition, at, true)) else { continue };
        let step: Vec<String> = input.into_iter().take(3).map(|s| s.value).collect();
        if step.is_empty() {
            return;
        }
        let to = at + step.len() as i64;
        ready = worker.send(OUTPUT, partition, &step).is_some() && {
            let producer = &mut worker.producer;
            let moved =
                worker.line.until(|wire| producer.try_commit_offset(wire, &group, INPUT, (partition, to)), |c| *c);
            moved.is_some_and(ErrorCode::is_none)
        };
        if ready {
            let commit = !worker.chance.one_in(4);
            ready = worker.end(commit).is_some_and(ErrorCode::is_none);
        }
    }
    // What is open here would hold up whoever asks for the group's offset.
    worker.init();
}

/// Where the group is; 0 where it has not been yet.
fn committed(line: &mut Line<'_>, group: &str, partition: i32) -> Option<i64> {
    let code = |a: &Result<i64, ErrorCode>| a.err().unwrap_or(ErrorCode::NONE);
    let found = line.until(|wire| wire.try_offset(group, INPUT, partition), code)?;
    found.ok().map(|offset| offset.max(0))
}

/// The records of a worker's output that are missing, or there too often, given how far its group is.
pub fn check_transformed(stage: &Stage, number: u64) -> Vec<String> {
    let (group, partition) = (format!("g{number}"), number as i32);
    let mut line = Line { stage, wire: None };
    let Some(at) = committed(&mut line, &group, partition) else {
        return vec![format!("hangs: the offset of {group} is not stable")];
    };
    let mut all = |topic| {
        let read = line.until(|wire| wire.try_read(topic, partition, 0, true), |_| ErrorCode::NONE);
        read.expect("the broker answers again").into_iter().map(|s| s.value).collect::<Vec<_>>()
    };
    let (input, output) = (all(INPUT), all(OUTPUT));
    let should = &input[..usize::try_from(at).expect("an offset")];
    if output == should {
        return Vec::new();
    }
    let same = output.iter().zip(should).take_while(|(a, b)| a == b).count();
    let written = output.len();
    vec![format!("offsets apart: {group} is at {at} and has written {written} records, which differ from {same} on")]
}
