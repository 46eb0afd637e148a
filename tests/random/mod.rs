//! A checker in the manner of Jepsen: producers, readers and workers at once on a broker that is killed, stopped and cut
//! off, and then the whole history is held against the rules of transactions.
//!
//! It is itself tested: a broker that breaks one rule on purpose (`src/broker/planted.rs`) has to be found out.
//! `KT_SEED=N` replays the choices of a run (not its timing), `KT_SECONDS=N` makes it longer.

mod history;
mod load;

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use kt::broker::planted::Fault;
use kt::protocol::batch::BatchBuilder;
use kt_codec::Records;
use kt_codec::produce_request::{PartitionProduceData, ProduceRequest, TopicProduceData};

use crate::support::wire::{Wire, now_ms};
use crate::support::{Broker, broker, broker_planted};
use history::{History, Read};
use load::{Chance, INPUT, OUTPUT, PARTITIONS, Stage, TOPIC};

const WRITERS: u64 = 4;
const READERS: usize = 2;
const WORKERS: u64 = 2;
/// Records for each worker.
const TO_TRANSFORM: usize = 600;
const SEED: u64 = 20_260_901;
/// After the last fault every decided end is carried out within this time.
const TO_SETTLE: Duration = Duration::from_secs(3);

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(default)
}

struct Run {
    wrong: Vec<String>,
    commits: usize,
    faults: usize,
}

/// One history on one broker. `trouble` is whether the broker is killed and stopped on the way.
fn run(mut broker: Broker, seed: u64, time: Duration, trouble: bool) -> Run {
    let mut wire = Wire::connect(&broker.address).expect("the broker listens");
    for topic in [TOPIC, INPUT, OUTPUT] {
        wire.create(topic, PARTITIONS);
    }
    wire.find_coordinator(0, "g");
    wire.find_coordinator(1, "w");
    (0..WORKERS).for_each(|partition| fill(&mut wire, partition as i32));
    let stage = Stage { address: broker.address.clone(), history: History::default(), stop: AtomicBool::new(false) };
    let mut chance = Chance::new(seed);
    let (reads, faults) = std::thread::scope(|scope| {
        let stage = &stage;
        let writers = (0..WRITERS).map(|n| scope.spawn(move || load::write(stage, n, seed + n)));
        let mut workers: Vec<_> = writers.collect();
        workers.extend((0..WORKERS).map(|n| scope.spawn(move || load::transform(stage, n, seed + 100 + n))));
        let readers: Vec<_> = (0..READERS).map(|_| scope.spawn(move || load::read(stage))).collect();
        let faults = be_trouble(&mut broker, &mut chance, time, trouble);
        stage.stop.store(true, Ordering::Release);
        workers.into_iter().for_each(|w| w.join().expect("a worker does not panic"));
        let reads = readers.into_iter().flat_map(|r| r.join().expect("a reader does not panic"));
        (reads.collect::<Vec<(i32, Read)>>(), faults)
    });
    let mut wrong = Vec::new();
    let last = settle(&stage, &mut wrong);
    wrong.extend(stage.history.check(&last, &reads));
    (0..WORKERS).for_each(|n| wrong.extend(load::check_transformed(&stage, n)));
    Run { wrong, commits: stage.history.commits(), faults }
}

/// What a worker is to transform.
fn fill(wire: &mut Wire, partition: i32) {
    let mut batch = BatchBuilder::new();
    for i in 0..TO_TRANSFORM {
        batch.append(now_ms(), None, Some(format!("i{partition}:{i}").as_bytes()));
    }
    let records = Some(Records::Bytes(batch.build().into()));
    let data = PartitionProduceData { index: partition, records, ..Default::default() };
    let topic = TopicProduceData { name: INPUT.into(), partition_data: vec![data], ..Default::default() };
    let request = ProduceRequest { acks: -1, timeout_ms: 5000, topic_data: vec![topic], ..Default::default() };
    assert_eq!(wire.ask(&request, 9).responses[0].partition_responses[0].error_code, 0);
}

/// Kills and stops the broker until the time is over. Returns how often.
fn be_trouble(broker: &mut Broker, chance: &mut Chance, time: Duration, trouble: bool) -> usize {
    let until = Instant::now() + time;
    let mut faults = 0;
    while Instant::now() < until {
        let pause = Duration::from_millis(200 + chance.below(500));
        std::thread::sleep(pause.min(until.saturating_duration_since(Instant::now()))); // work between two faults
        if !trouble {
            continue;
        }
        faults += 1;
        if chance.one_in(3) {
            signal(broker, "STOP");
            std::thread::sleep(Duration::from_millis(100 + chance.below(400))); // the fault itself
            signal(broker, "CONT");
        } else {
            broker.kill();
            broker.start_again();
        }
    }
    faults
}

fn signal(broker: &Broker, name: &str) {
    let sent = Command::new("kill").args([format!("-{name}"), broker.pid().to_string()]).status();
    assert!(sent.expect("kill runs").success());
}

/// Waits until no transaction is open whose end was answered, and reads what there is.
fn settle(stage: &Stage, wrong: &mut Vec<String>) -> BTreeMap<i32, Read> {
    let mut wire = Wire::connect(&stage.address).expect("the broker listens");
    let until = Instant::now() + TO_SETTLE;
    let mut last = BTreeMap::new();
    for partition in 0..PARTITIONS {
        let mut stable = wire.end(TOPIC, partition, true);
        while stable != wire.end(TOPIC, partition, false) && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(20)); // there is no event for it
            stable = wire.end(TOPIC, partition, true);
        }
        // A producer may have been stopped in the middle: its transaction may stay open, but no other one.
        let mut behind = Read::new();
        wire.try_fetch(TOPIC, partition, stable, false).expect("an answer").collect(stable, &mut behind);
        if behind.first().is_some_and(|s| stage.history.was_committed(&s.value)) {
            wrong.push(format!("hangs: partition {partition} is not stable from {stable} on"));
        }
        last.insert(partition, wire.try_read(TOPIC, partition, 0, true).expect("records"));
    }
    last
}

#[test]
fn transactions_keep_their_rules_while_the_broker_is_killed_stopped_and_cut_off() {
    let seed = number("KT_SEED", SEED);
    let run = run(broker(), seed, Duration::from_secs(number("KT_SECONDS", 12)), true);
    println!("seed {seed}: {} commits, {} faults", run.commits, run.faults);
    assert!(run.wrong.is_empty(), "seed {seed}: {} rules broken:\n{}", run.wrong.len(), run.wrong.join("\n"));
    assert!(run.commits > 20 && run.faults > 3, "it was no trial: {} commits, {} faults", run.commits, run.faults);
}

/// What the checker has to say of each fault, in the first words of its sentence.
fn signs(fault: Fault) -> &'static [&'static str] {
    match fault {
        Fault::ForgetsAborted => &["aborted read"],
        Fault::ShowsUncommitted => &["read before commit"],
        Fault::ForgetsEnds => &["lost"],
        Fault::SkipsMarkers => &["lost", "torn", "hangs"],
        Fault::TurnsMarkers => &["lost", "torn"],
        Fault::KeepsDuplicates => &["duplicate"],
        Fault::DropsBatches => &["lost", "gap", "torn"],
        Fault::KeepsAbortedOffsets => &["offsets apart"],
        Fault::ForgetsFences => &["fence"],
    }
}

fn is_found_out(fault: Fault) {
    let run = run(broker_planted(fault.name()), SEED, Duration::from_millis(2500), false);
    let found = run.wrong.iter().any(|w| signs(fault).iter().any(|sign| w.starts_with(sign)));
    assert!(found, "{} went unnoticed: {:?}", fault.name(), run.wrong.iter().take(5).collect::<Vec<_>>());
}

#[test]
fn a_broker_that_lets_readers_see_too_much_is_found_out() {
    [Fault::ForgetsAborted, Fault::ShowsUncommitted].into_iter().for_each(is_found_out);
}

#[test]
fn a_broker_that_loses_or_tears_transactions_is_found_out() {
    let faults = [Fault::ForgetsEnds, Fault::SkipsMarkers, Fault::TurnsMarkers, Fault::DropsBatches];
    faults.into_iter().for_each(is_found_out);
}

#[test]
fn a_broker_that_takes_too_much_is_found_out() {
    [Fault::KeepsDuplicates, Fault::KeepsAbortedOffsets, Fault::ForgetsFences].into_iter().for_each(is_found_out);
}
