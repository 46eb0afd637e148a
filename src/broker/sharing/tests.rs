//! What members get, and what becomes of it, on a progress alone.

use std::time::{Duration, Instant};

use kt_codec::Str;

use super::acquire::{Acquired, Ask, Found};
use super::progress::{Progress, Rules};
use super::settle::{By, Said};
use crate::broker::coordinator::share::state::Batch;

const ACCEPT: i8 = 1;
const RELEASE: i8 = 2;
const REJECT: i8 = 3;
const RENEW: i8 = 4;

/// A log of batches, and a group that reads it.
struct Lab {
    progress: Progress,
    log: Vec<Found>,
    rules: Rules,
    now: Instant,
    ids: u64,
}

fn lab(batches: &[(i64, i64)]) -> Lab {
    let rules = Rules { most_deliveries: 5, most_locks: 100, lock: Duration::from_secs(30), renew: true };
    let log = batches.iter().map(|(first, last)| Found { first: *first, last: *last }).collect();
    let progress = Progress::load(0, &[]).expect("nothing is right");
    Lab { progress, log, rules, now: Instant::now(), ids: 0 }
}

impl Lab {
    fn fetch(&mut self, member: &str, most: i64, exactly: bool) -> Vec<(i64, i64, i32)> {
        if !self.progress.has_room(&self.rules) {
            return Vec::new();
        }
        let offset = self.progress.next_offset();
        let found: Vec<Found> = self.log.iter().filter(|batch| batch.last >= offset).copied().collect();
        let member = Str::from(member.to_owned());
        let ask = Ask { member: &member, exactly, batch_size: most, most, offset, rules: &self.rules, now: self.now };
        let got = self.progress.acquire(&ask, &found);
        got.into_iter().map(|Acquired { first, last, count }| (first, last, count)).collect()
    }

    fn get(&mut self, member: &str, most: i64) -> Vec<(i64, i64, i32)> {
        self.fetch(member, most, false)
    }

    fn exactly(&mut self, member: &str, most: i64) -> Vec<(i64, i64, i32)> {
        self.fetch(member, most, true)
    }

    /// Says it, and has it written.
    fn say(&mut self, member: &str, first: i64, last: i64, types: &[i8]) -> Result<Vec<Batch>, String> {
        self.ids += 1;
        let member = Str::from(member.to_owned());
        let rules = self.rules;
        let by = By { member: &member, id: self.ids, rules: &rules, now: self.now };
        let said = [Said { first, last, types: types.to_vec() }];
        let changed = self.progress.acknowledge(&by, &said).map_err(|refused| refused.message.to_string())?;
        self.progress.finish(&by, true);
        Ok(changed)
    }

    fn later(&mut self, seconds: u64) -> Vec<Batch> {
        self.now += Duration::from_secs(seconds);
        let changed = self.progress.expire(&self.rules, self.now);
        self.progress.settled();
        changed
    }

    fn at(&self) -> (i64, i64) {
        (self.progress.start(), self.progress.end())
    }
}

#[test]
fn what_one_member_has_no_other_gets_and_what_is_accepted_is_done_with() {
    let mut lab = lab(&[(0, 4), (5, 9)]);
    assert_eq!(lab.get("a", 5), [(0, 4, 1)]);
    assert_eq!(lab.get("b", 5), [(5, 9, 1)]);
    assert_eq!(lab.get("a", 5), []);
    assert!(lab.say("b", 0, 4, &[ACCEPT]).expect_err("they are a's").contains("not the owner"));
    let written = lab.say("b", 5, 9, &[ACCEPT]).expect("they are b's");
    assert_eq!(written, [Batch { first: 5, last: 9, count: 1, state: 2 }]);
    assert_eq!((lab.at(), lab.progress.complete_count()), ((0, 9), 5));
    lab.say("a", 0, 4, &[ACCEPT]).expect("they are a's");
    assert_eq!((lab.at(), lab.progress.complete_count()), ((10, 10), 0));
    assert!(lab.say("a", 0, 4, &[ACCEPT]).expect("all of that is long done").is_empty());
}

#[test]
fn each_record_can_be_settled_in_its_own_way() {
    let mut lab = lab(&[(0, 5)]);
    assert_eq!(lab.get("a", 10), [(0, 5, 1)]);
    // The log has nothing at 4: a gap.
    let written = lab.say("a", 0, 5, &[ACCEPT, ACCEPT, RELEASE, REJECT, 0, RELEASE]).expect("they are a's");
    let states: Vec<(i64, i64, i8)> = written.iter().map(|b| (b.first, b.last, b.state)).collect();
    assert_eq!(states, [(0, 1, 2), (2, 2, 0), (3, 3, 4), (4, 4, 4), (5, 5, 0)]);
    assert_eq!(lab.at(), (2, 5));
    assert_eq!(lab.get("b", 10), [(2, 2, 2), (5, 5, 2)]);
    assert_eq!(lab.say("b", 2, 2, &[ACCEPT]).map(|w| w.len()), Ok(1));
    assert_eq!(lab.at(), (5, 5));
}

#[test]
fn what_is_said_counts_as_a_whole_or_not_at_all_and_not_before_it_is_written() {
    let mut lab = lab(&[(0, 1), (2, 3)]);
    assert_eq!(lab.get("a", 2), [(0, 1, 1)]);
    assert_eq!(lab.get("b", 2), [(2, 3, 1)]);
    lab.say("a", 0, 3, &[ACCEPT]).expect_err("half of them are b's");
    let member = Str::from_static("a");
    let rules = lab.rules;
    let by = By { member: &member, id: 99, rules: &rules, now: lab.now };
    let said = [Said { first: 0, last: 1, types: vec![RELEASE] }];
    assert_eq!(lab.progress.acknowledge(&by, &said).map(|changed| changed.len()), Ok(1));
    assert_eq!(lab.get("b", 5), [], "nobody has them while that is written");
    assert!(!lab.progress.finish(&by, false));
    lab.say("a", 0, 1, &[ACCEPT]).expect("they are a's again");
    assert_eq!(lab.at(), (2, 3));
}

#[test]
fn a_member_that_is_silent_for_too_long_loses_its_records_unless_it_renews() {
    let mut lab = lab(&[(0, 0), (1, 1)]);
    assert_eq!((lab.get("a", 1), lab.get("a", 1)), (vec![(0, 0, 1)], vec![(1, 1, 1)]));
    assert_eq!(lab.later(20), []);
    assert_eq!(lab.say("a", 1, 1, &[RENEW]), Ok(vec![]));
    assert_eq!(lab.later(10), [Batch { first: 0, last: 0, count: 1, state: 0 }]);
    assert_eq!(lab.get("b", 5), [(0, 0, 2)]);
    assert!(lab.say("a", 0, 0, &[ACCEPT]).is_err(), "it is b's now");
    lab.say("a", 1, 1, &[ACCEPT]).expect("that was renewed");
    lab.rules.renew = false;
    assert!(lab.say("b", 0, 0, &[RENEW]).is_err());
}

#[test]
fn records_that_come_again_and_again_come_in_smaller_portions_at_last_alone_and_then_no_more() {
    let mut lab = lab(&[(0, 7)]);
    let mut portions = Vec::new();
    while let [(first, last, count)] = lab.get("a", 100)[..] {
        portions.push((first, last, count));
        lab.say("a", first, last, &[RELEASE]).expect("they are a's");
        assert!(portions.len() < 1000, "it has an end");
    }
    assert_eq!(portions[..4], [(0, 7, 1), (0, 7, 2), (0, 7, 3), (0, 3, 4)]);
    assert!(portions.iter().all(|(first, last, count)| *count < 5 || first == last), "{portions:?}");
    assert_eq!(portions.iter().filter(|portion| portion.2 == 5).count(), 8);
    assert_eq!(lab.at(), (8, 8));
}

#[test]
fn a_member_that_wants_so_many_gets_so_many_and_others_the_whole_batch_of_the_log() {
    let mut lab = lab(&[(0, 9), (10, 19), (20, 29)]);
    assert_eq!(lab.exactly("a", 3), [(0, 2, 1)]);
    assert_eq!(lab.exactly("b", 3), [(3, 5, 1)]);
    assert_eq!(lab.get("c", 4), [(6, 9, 1)], "what is begun comes first");
    assert_eq!(lab.get("c", 15), [(10, 29, 1)], "15 end in the middle of the second");
    let mut lab = self::lab(&[(0, 4), (5, 9), (10, 14), (15, 19)]);
    lab.rules.most_locks = 12;
    assert_eq!(lab.get("a", 100), [(0, 14, 1)]);
    assert_eq!(lab.get("b", 100), [], "more than that may not be locked");
    lab.say("a", 3, 4, &[RELEASE]).expect("they are a's");
    assert_eq!(lab.get("b", 100), [(3, 4, 2)], "what is begun can be had");
}

#[test]
fn any_batch_size_will_do() {
    for (size, expected) in [(i64::MIN, 3), (-1, 3), (0, 3), (5, 3), (6, 2), (i64::MAX, 1)] {
        let mut lab = lab(&[(0, 4), (5, 9), (10, 14)]);
        let member = Str::from_static("a");
        let ask = Ask {
            member: &member,
            exactly: false,
            batch_size: size,
            most: 100,
            offset: 0,
            rules: &lab.rules,
            now: lab.now,
        };
        let got = lab.progress.acquire(&ask, &lab.log);
        assert_eq!(got.len(), expected, "{size}: {got:?}");
        assert_eq!((got[0].first, got[expected - 1].last), (0, 14));
        assert!(got.windows(2).all(|two| two[0].last + 1 == two[1].first), "{size}: {got:?}");
    }
}

#[test]
fn the_start_of_the_log_takes_the_group_along_but_leaves_members_what_they_have() {
    let mut lab = lab(&[(0, 4), (5, 9), (10, 14)]);
    assert_eq!(lab.get("a", 5), [(0, 4, 1)]);
    assert_eq!(lab.get("b", 5), [(5, 9, 1)]);
    lab.say("b", 5, 9, &[RELEASE]).expect("they are b's");
    lab.progress.log_starts_at(7);
    assert_eq!(lab.at(), (7, 9));
    assert_eq!(lab.get("c", 3), [(7, 9, 2)]);
    assert_eq!(lab.say("a", 0, 4, &[ACCEPT]), Ok(vec![]), "it is too late, and does not matter");
    lab.say("c", 7, 9, &[ACCEPT]).expect("they are c's");
    lab.later(30);
    lab.progress.log_starts_at(100);
    assert_eq!(lab.at(), (100, 100));
}

#[test]
fn aborted_records_are_given_to_nobody() {
    let mut lab = lab(&[(0, 1), (2, 3), (4, 5)]);
    let got = lab.get("a", 100);
    let got = got.into_iter().map(|(first, last, count)| Acquired { first, last, count }).collect();
    let left = lab.progress.without_aborted(got, &[Found { first: 2, last: 3 }]);
    let left: Vec<(i64, i64)> = left.iter().map(|got| (got.first, got.last)).collect();
    assert_eq!(left, [(0, 1), (4, 5)]);
    lab.say("a", 0, 1, &[ACCEPT]).expect("they are a's");
    lab.say("a", 4, 5, &[ACCEPT]).expect("they are a's");
    assert_eq!(lab.at(), (6, 6));
}

#[test]
fn a_start_goes_on_from_what_was_written_and_fills_what_was_not() {
    let batch = |first, last, count, state| Batch { first, last, count, state };
    let stored = [batch(3, 4, 1, 2), batch(5, 6, 2, 0), batch(9, 9, 1, 2)];
    let mut lab = lab(&[(0, 2), (3, 6), (7, 9), (10, 12)]);
    lab.progress = Progress::load(0, &stored).expect("it makes sense");
    assert_eq!((lab.at(), lab.progress.complete_count()), ((0, 9), 3));
    assert_eq!(lab.get("a", 3), [(0, 2, 1)]);
    assert_eq!(lab.get("a", 100), [(5, 6, 3), (7, 8, 1), (10, 12, 1)]);
    assert!(Progress::load(5, &[batch(3, 6, 1, 0)]).is_none(), "it begins before the start");
    assert!(Progress::load(0, &[batch(3, 2, 1, 0)]).is_none());
    assert!(Progress::load(0, &[batch(3, i64::MAX, 1, 0)]).is_none());
    assert!(Progress::load(-2, &[]).is_none());
}

/// Members fetch, settle, die and are silent in any order: nobody has what another has, the start only moves on, nothing
/// is delivered more often than it may be, and in the end all is done with.
#[test]
fn whatever_members_do_each_record_is_with_one_of_them_at_most() {
    for seed in 0..200u64 {
        let mut random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = move |below: u64| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            random % below
        };
        let mut lab = lab(&[(0, 3), (4, 4), (5, 11), (14, 20), (21, 29)]);
        lab.rules.most_locks = 20;
        let mut held: Vec<(usize, i64, i64)> = Vec::new();
        let names = ["a", "b", "c"];
        let mut start = 0;
        for _ in 0..400 {
            let who = next(3) as usize;
            match next(6) {
                0..=2 => {
                    for (first, last, count) in lab.fetch(names[who], 1 + next(6) as i64, next(2) == 0) {
                        assert!(count <= lab.rules.most_deliveries, "seed {seed}");
                        let taken = held.iter().any(|(_, f, l)| first <= *l && *f <= last);
                        assert!(!taken, "seed {seed}: {first}-{last} was with another: {held:?}");
                        held.push((who, first, last));
                    }
                }
                3 | 4 if !held.is_empty() => {
                    let (who, first, last) = held.swap_remove(next(held.len() as u64) as usize);
                    let types = [ACCEPT, RELEASE, REJECT][next(3) as usize];
                    lab.say(names[who], first, last, &[types]).unwrap_or_else(|e| panic!("seed {seed}: {e}"));
                }
                5 => {
                    lab.later(31);
                    held.clear();
                }
                _ => {}
            }
            assert!(lab.at().0 >= start, "seed {seed}");
            start = lab.at().0;
        }
        lab.later(31);
        for _ in 0..1000 {
            let got = lab.get("a", 100);
            got.iter().for_each(|(first, last, _)| drop(lab.say("a", *first, *last, &[ACCEPT])));
        }
        assert_eq!(lab.at(), (30, 30), "seed {seed}");
    }
}
