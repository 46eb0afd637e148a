//! The runtime with a toy: counters by name.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use kt_codec::{DecodeError, EncodeError};

use super::bench::{Bench, NOW};
use super::*;
use crate::broker::log::Verified;
use crate::protocol::control::EndTxnMarker;

struct Toy;

/// `None` removes the counter.
type Set = (String, Option<i64>);

/// Who waits for an answer.
#[derive(Debug, Default)]
struct Waiting(Vec<Answer<()>>);

#[derive(Debug, Default)]
struct Counters {
    values: BTreeMap<String, i64>,
    pending: Vec<(i64, Set)>,
    loaded: i32,
    /// Soft: forgotten with the shard.
    rung: Vec<String>,
    waiting: Waiting,
}

impl Kind for Toy {
    type Shard = Counters;
    type Record = Set;
    type Timer = String;

    fn topic(&self) -> &'static str {
        "toys"
    }

    fn shard(&self, _index: i32) -> Counters {
        Counters::default()
    }

    fn encode((name, value): &Set) -> Result<(Bytes, Option<Bytes>), EncodeError> {
        Ok((name.clone().into(), value.map(|v| Bytes::copy_from_slice(&v.to_be_bytes()))))
    }

    fn decode(key: Bytes, value: Option<Bytes>) -> Result<Option<Set>, DecodeError> {
        let value = value.map(|v| i64::from_be_bytes(v[..].try_into().expect("eight bytes")));
        Ok(Some((String::from_utf8_lossy(&key).into_owned(), value)))
    }

    fn apply(&self, shard: &mut Counters, meta: &Meta, (name, value): Set) {
        match (meta.producer, value) {
            (Some((id, _)), _) => shard.pending.push((id, (name, value))),
            (None, Some(value)) => drop(shard.values.insert(name, value)),
            (None, None) => drop(shard.values.remove(&name)),
        }
    }

    fn apply_marker(&self, shard: &mut Counters, producer_id: i64, _epoch: i16, commit: bool) {
        for (_, (name, value)) in shard.pending.extract_if(.., |(id, _)| *id == producer_id) {
            if let Some(value) = value.filter(|_| commit) {
                shard.values.insert(name, value);
            }
        }
    }

    fn loaded(&self, shard: &mut Counters, now_ms: i64, fx: &mut Effects<Toy>) {
        shard.loaded += 1;
        fx.timer("loaded".to_owned(), now_ms);
    }

    fn due(&self, shard: &mut Counters, timer: String, _now_ms: i64, _fx: &mut Effects<Toy>) -> Vec<Set> {
        shard.rung.push(timer.clone());
        if timer == "loaded" { Vec::new() } else { vec![(timer, Some(-1))] }
    }
}

async fn set(toys: &Arc<Runtime<Toy>>, name: &str, value: i64) -> Result<i64, ErrorCode> {
    toys.write(0, |shard, _| {
        let before = shard.values.get(name).copied().unwrap_or(0);
        Decision::new(vec![(name.to_owned(), Some(value))], before)
    })
    .await
}

async fn kept(toys: &Arc<Runtime<Toy>>) -> (BTreeMap<String, i64>, Vec<(i64, Set)>) {
    toys.read(0, |shard| (shard.values.clone(), shard.pending.clone())).await.expect("it is loaded")
}

#[tokio::test]
async fn what_is_loaded_is_what_was_decided() {
    let bench = Bench::new("toys");
    let toys = Runtime::new(Toy, bench.clone());
    assert_eq!(set(&toys, "a", 1).await, Ok(0));
    assert_eq!(set(&toys, "a", 2).await, Ok(1));
    let many = (0..1000).map(|i| (format!("n{i}"), Some(i))).collect();
    toys.write(0, |_, _| Decision::new(many, ())).await.unwrap();
    toys.write(0, |_, _| Decision::new(vec![("n7".to_owned(), None)], ())).await.unwrap();
    for (id, commit) in [(5, true), (6, false), (7, true)] {
        let in_txn = move |_: &mut Counters, _: &mut Effects<Toy>| {
            let transaction = Transaction { producer_id: id, epoch: 0, verified: Verified::Exempt };
            Decision::new(vec![(format!("t{id}"), Some(id))], ()).transactional(transaction)
        };
        toys.write(0, in_txn).await.unwrap();
        if id != 7 {
            let marker = EndTxnMarker { commit, coordinator_epoch: 0 }.batch(id, 0, NOW);
            toys.marker(0, id, 0, commit, |p| p.append_own(&marker, NOW)).await.unwrap();
        }
    }
    let before = kept(&toys).await;
    assert_eq!((before.0.len(), before.0["a"], before.0["t5"]), (1001, 2, 5));
    assert_eq!(before.1, [(7, ("t7".to_owned(), Some(7)))]);
    bench.start_again();
    assert_eq!(kept(&toys).await, before);
    assert_eq!(kept(&Runtime::new(Toy, bench)).await, before);
}

/// Records first, state after: whichever write fails, the state never has what the log has not, and everything that was
/// answered is there after the next start.
#[tokio::test]
async fn a_failing_append_leaves_the_state_as_the_log_has_it() {
    for fails_at in 0..8 {
        let bench = Bench::failing_after("toys", fails_at);
        let toys = Runtime::new(Toy, bench.clone());
        let mut answered = BTreeMap::new();
        for i in 0..10 {
            let name = format!("n{}", i % 3);
            if set(&toys, &name, i).await.is_ok() {
                answered.insert(name, i);
            }
        }
        assert_eq!(set(&toys, "n", 1).await, Err(ErrorCode::NOT_COORDINATOR));
        bench.start_again();
        assert_eq!(kept(&toys).await.0, answered, "failing at write {fails_at}");
        assert_eq!(set(&toys, "n", 1).await, Ok(0));
    }
}

#[tokio::test]
async fn a_step_that_fails_takes_back_what_it_changed_softly_and_says_why() {
    let bench = Bench::new("toys");
    let toys = Runtime::new(Toy, bench.clone());
    assert_eq!(set(&toys, "a", 1).await, Ok(0));
    bench.set_in_sync(0);
    let (told, waits) = answer();
    let (told_after, waits_after) = answer();
    let step = toys.write(0, |shard, fx| {
        shard.rung.push("soft".to_owned());
        fx.failed(move |shard, code, fx| {
            assert_eq!(code, ErrorCode::COORDINATOR_NOT_AVAILABLE);
            shard.rung.retain(|rung| rung != "soft");
            fx.answer(told_after, 9);
        });
        fx.answer(told, 8);
        fx.then(|| panic!("the records were not kept"));
        fx.timer("never".to_owned(), fx.now_ms);
        Decision::new(vec![("a".to_owned(), Some(2))], ())
    });
    assert_eq!(step.await, Err(ErrorCode::COORDINATOR_NOT_AVAILABLE));
    assert_eq!(waits.get().await, Err(ErrorCode::COORDINATOR_NOT_AVAILABLE));
    assert_eq!(waits_after.get().await, Ok(9));
    bench.set_in_sync(1);
    let soft = toys.read(0, |shard| (shard.values["a"], shard.rung.contains(&"soft".to_owned()))).await;
    assert_eq!(soft, Ok((1, false)));
    assert_eq!(set(&toys, "a", 3).await, Ok(1));
}

#[tokio::test(start_paused = true)]
async fn timers_fall_due_in_their_order_and_try_again_when_nothing_can_be_written() {
    let bench = Bench::new("toys");
    let toys = Runtime::new(Toy, bench.clone());
    let timers = |shard: &mut Counters, fx: &mut Effects<Toy>| {
        assert_eq!(shard.loaded, 1);
        fx.timer("late".to_owned(), NOW + 5000);
        fx.timer("soon".to_owned(), NOW + 9000);
        fx.timer("soon".to_owned(), NOW + 1000);
        fx.timer("not at all".to_owned(), NOW + 500);
        fx.cancel("not at all".to_owned());
        Decision::reply(())
    };
    toys.write(0, timers).await.unwrap();
    let rung = async || toys.read(0, |shard| shard.rung.clone()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(1100)).await;
    assert_eq!(rung().await, ["loaded", "soon"]);
    bench.set_in_sync(0);
    tokio::time::sleep(Duration::from_millis(4000)).await;
    bench.set_in_sync(1);
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(rung().await, ["loaded", "soon", "late", "late"]);
    assert_eq!(kept(&toys).await.0, BTreeMap::from([("soon".to_owned(), -1), ("late".to_owned(), -1)]));
}

#[tokio::test]
async fn who_waits_is_told_when_the_shard_goes() {
    let bench = Bench::new("toys");
    let toys = Runtime::new(Toy, bench.clone());
    let (told, waits) = answer();
    let waiting = toys.write(0, |shard, _| {
        shard.waiting.0.push(told);
        Decision::reply(())
    });
    waiting.await.unwrap();
    toys.stop();
    assert_eq!(waits.get().await, Err(ErrorCode::NOT_COORDINATOR));
    assert_eq!(set(&toys, "a", 1).await, Err(ErrorCode::NOT_COORDINATOR));
    assert_eq!(toys.read(1, |_| ()).await, Err(ErrorCode::NOT_COORDINATOR));
}

#[tokio::test]
async fn a_record_that_is_too_large_is_refused_and_many_small_ones_are_several_batches() {
    let bench = Bench::new("toys");
    let toys = Runtime::new(Toy, bench.clone());
    let large = "x".repeat(1_100_000);
    let refused = toys.write(0, |_, _| Decision::new(vec![(large, Some(1))], ())).await;
    assert_eq!(refused, Err(ErrorCode::UNKNOWN_SERVER_ERROR));
    let many = (0..100).map(|i| (format!("{i}{}", "y".repeat(30_000)), Some(i))).collect();
    toys.write(0, |_, _| Decision::new(many, ())).await.unwrap();
    let before = kept(&toys).await;
    assert_eq!(before.0.len(), 100);
    bench.start_again();
    assert_eq!(kept(&toys).await, before);
}

/// The numbers of Java: `Utils.abs("…".hashCode()) % 50`.
#[test]
fn keys_hash_as_in_java() {
    assert_eq!(partition_of("", 50), 0);
    assert_eq!(partition_of("test-group", 50), 12);
    assert_eq!(partition_of("polygenelubricants", 50), 0); // the smallest number of all
    assert_eq!(partition_of("grüße-\u{1F600}", 1), 0);
}
