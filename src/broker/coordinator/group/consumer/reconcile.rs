//! The next state of one member on its way to its target: give up first, take then (KIP-848).
//!
//! A pure function. A member gives up what it has and does not get; only when it says that it has done so does it move
//! to the target's epoch, and is given those of its new partitions that nobody has any more. It goes on asking until
//! the last of them is free.

use std::collections::BTreeMap;
use std::sync::Arc;

use kt_codec::Uuid;

use super::member::{Epochs, Member, State};
use crate::broker::coordinator::group::assign::Partitions;

/// What a member says that it has; `None` when it says nothing.
pub type Owned<'a> = Option<&'a Partitions>;

pub struct Goal<'a> {
    pub epoch: i32,
    pub target: &'a Partitions,
    /// Whether the member asks for a topic.
    pub reads: &'a dyn Fn(&Uuid) -> bool,
    /// The member asks for other topics than before.
    pub subscription_changed: bool,
    /// Whether a partition is with another member.
    pub taken: &'a dyn Fn(&Uuid, i32) -> bool,
    pub owned: Owned<'a>,
}

/// The member has to give up everything and join again.
#[derive(Debug, PartialEq)]
pub struct Lost;

pub fn next(member: &Member, goal: &Goal) -> Result<Member, Lost> {
    match member.state {
        State::Stable if member.epoch != goal.epoch => Ok(advance(member, member.epoch, goal)),
        State::Stable if goal.subscription_changed => Ok(drop_unread(member, goal)),
        State::Stable => Ok(member.clone()),
        State::Revoking if !owns_any(goal.owned, &member.revoking) => Ok(advance(member, member.epoch, goal)),
        State::Revoking if goal.subscription_changed => Ok(drop_unread(member, goal)),
        State::Revoking => Ok(member.clone()),
        State::Waiting => Ok(advance(member, member.epoch, goal)),
        State::Unknown if goal.owned.is_some_and(Partitions::is_empty) => Ok(advance(member, goal.epoch, goal)),
        State::Unknown => Err(Lost),
    }
}

/// Whether the member still has one of these. Who does not say so is taken to have all.
fn owns_any(owned: Owned, revoking: &Epochs) -> bool {
    let Some(owned) = owned else { return true };
    owned.iter().any(|(topic, has)| revoking.get(topic).is_some_and(|of| has.iter().any(|p| of.contains_key(p))))
}

fn advance(member: &Member, epoch: i32, goal: &Goal) -> Member {
    let (mut assigned, mut revoking, mut new) = (Epochs::new(), Epochs::new(), Epochs::new());
    let mut waiting = false;
    let none = BTreeMap::new();
    let topics = goal.target.keys().chain(member.assigned.keys().filter(|t| !goal.target.contains_key(t)));
    for topic in topics {
        let target = goal.target.get(topic).filter(|_| (goal.reads)(topic));
        let gets = |partition: &i32| target.is_some_and(|target| target.contains(partition));
        let has = member.assigned.get(topic).unwrap_or(&none);
        let put = |to: &mut Epochs, partition: i32, epoch: i32| {
            to.entry(*topic).or_default().insert(partition, epoch);
        };
        for (partition, since) in has {
            put(if gets(partition) { &mut assigned } else { &mut revoking }, *partition, *since);
        }
        for partition in target.into_iter().flatten().filter(|p| !has.contains_key(p)) {
            let own = member.revoking.get(topic).is_some_and(|of| of.contains_key(partition));
            if (goal.taken)(topic, *partition) && !own {
                waiting = true;
            } else {
                put(&mut new, *partition, goal.epoch);
            }
        }
    }
    let mut next = member.clone();
    if !revoking.is_empty() && owns_any(goal.owned, &revoking) {
        next.state = State::Revoking;
        next.move_to(epoch);
        next.assigned = share(assigned, &member.assigned);
        next.revoking = Arc::new(revoking);
        return next;
    }
    for (topic, partitions) in new {
        assigned.entry(topic).or_default().extend(partitions);
    }
    next.state = if waiting { State::Waiting } else { State::Stable };
    next.move_to(goal.epoch);
    next.assigned = share(assigned, &member.assigned);
    next.revoking = Arc::default();
    next
}

/// Takes from the member what it no longer asks for, before there is a new target.
fn drop_unread(member: &Member, goal: &Goal) -> Member {
    if member.assigned.keys().all(goal.reads) {
        return member.clone();
    }
    let (mut assigned, mut revoking) = (Epochs::new(), (*member.revoking).clone());
    for (topic, partitions) in member.assigned.iter() {
        let to = if (goal.reads)(topic) { &mut assigned } else { &mut revoking };
        to.entry(*topic).or_default().extend(partitions);
    }
    let mut next = member.clone();
    next.move_to(member.epoch);
    next.assigned = Arc::new(assigned);
    if owns_any(goal.owned, &revoking) {
        next.state = State::Revoking;
        next.revoking = Arc::new(revoking);
    }
    next
}

/// The map that is there already, if it is the same.
fn share(new: Epochs, old: &Arc<Epochs>) -> Arc<Epochs> {
    if new == **old { Arc::clone(old) } else { Arc::new(new) }
}

#[cfg(test)]
mod tests {
    use kt_codec::Str;

    use super::super::member::at_epoch;
    use super::super::topics::fake::id;
    use super::*;

    fn parts(of: &[(u8, &[i32])]) -> Partitions {
        of.iter().map(|(topic, p)| (id(*topic), p.iter().copied().collect())).collect()
    }

    fn member(epoch: i32, state: State, assigned: &[(u8, &[i32])], revoking: &[(u8, &[i32])]) -> Member {
        let mut member = Member::new(Str::from_static("m"));
        (member.epoch, member.previous_epoch, member.state) = (epoch, epoch, state);
        member.assigned = Arc::new(at_epoch(&parts(assigned), epoch));
        member.revoking = Arc::new(at_epoch(&parts(revoking), epoch));
        member
    }

    struct Case<'a> {
        epoch: i32,
        target: &'a [(u8, &'a [i32])],
        taken: &'a [(u8, i32)],
        owned: Option<&'a [(u8, &'a [i32])]>,
        unread: &'a [u8],
        changed: bool,
    }

    const CASE: Case = Case { epoch: 2, target: &[], taken: &[], owned: None, unread: &[], changed: false };

    fn run(member: &Member, case: Case) -> Result<Member, Lost> {
        let target = parts(case.target);
        let owned = case.owned.map(parts);
        let goal = Goal {
            epoch: case.epoch,
            target: &target,
            reads: &|topic| !case.unread.iter().any(|n| id(*n) == *topic),
            subscription_changed: case.changed,
            taken: &|topic, p| case.taken.iter().any(|(n, q)| id(*n) == *topic && *q == p),
            owned: owned.as_ref(),
        };
        next(member, &goal)
    }

    #[test]
    fn a_stable_member_at_the_targets_epoch_stays_as_it_is() {
        let m = member(2, State::Stable, &[(1, &[1])], &[]);
        assert_eq!(run(&m, Case { target: &[(1, &[1])], ..CASE }).unwrap(), m);
    }

    #[test]
    fn what_is_free_is_taken_at_the_targets_epoch_and_what_was_there_keeps_its_own() {
        let m = member(1, State::Stable, &[(1, &[1])], &[]);
        let next = run(&m, Case { target: &[(1, &[1, 2])], ..CASE }).unwrap();
        assert_eq!((next.epoch, next.previous_epoch, next.state), (2, 1, State::Stable));
        assert_eq!(*next.assigned, Epochs::from([(id(1), [(1, 1), (2, 2)].into())]));
    }

    #[test]
    fn a_member_gives_up_before_it_moves_on_and_takes() {
        let m = member(1, State::Stable, &[(1, &[1, 2])], &[]);
        let goal = |owned| Case { target: &[(1, &[2, 3])], owned, ..CASE };
        let revoking = run(&m, goal(None)).unwrap();
        assert_eq!((revoking.epoch, revoking.state), (1, State::Revoking));
        assert_eq!(
            (without(&revoking.assigned), without(&revoking.revoking)),
            (parts(&[(1, &[2])]), parts(&[(1, &[1])]))
        );

        // It says nothing, or that it still has it: nothing moves.
        assert_eq!(run(&revoking, goal(None)).unwrap(), revoking);
        assert_eq!(run(&revoking, goal(Some(&[(1, &[1, 2])]))).unwrap(), revoking);
        // It has given it up.
        let done = run(&revoking, goal(Some(&[(1, &[2])]))).unwrap();
        assert_eq!((done.epoch, done.state, without(&done.assigned)), (2, State::Stable, parts(&[(1, &[2, 3])])));
        assert!(done.revoking.is_empty());
    }

    fn without(epochs: &Epochs) -> Partitions {
        super::super::member::without_epochs(epochs)
    }

    #[test]
    fn what_others_still_have_is_waited_for() {
        let m = member(1, State::Stable, &[(1, &[1])], &[]);
        let goal = |taken| Case { target: &[(1, &[1, 2, 3])], taken, ..CASE };
        let waiting = run(&m, goal(&[(1, 2)])).unwrap();
        assert_eq!(
            (waiting.epoch, waiting.state, without(&waiting.assigned)),
            (2, State::Waiting, parts(&[(1, &[1, 3])]))
        );
        let done = run(&waiting, goal(&[])).unwrap();
        assert_eq!((done.epoch, done.state, without(&done.assigned)), (2, State::Stable, parts(&[(1, &[1, 2, 3])])));
        assert_eq!(done.previous_epoch, 2);
    }

    #[test]
    fn a_newer_target_may_give_back_what_is_being_given_up() {
        let m = member(1, State::Revoking, &[(1, &[2])], &[(1, &[1])]);
        // Partition 1 is with the member itself, so it counts as taken, and is not waited for.
        let goal = Case { epoch: 3, target: &[(1, &[1, 2])], taken: &[(1, 1)], owned: Some(&[(1, &[2])]), ..CASE };
        let next = run(&m, goal).unwrap();
        assert_eq!((next.epoch, next.state, without(&next.assigned)), (3, State::Stable, parts(&[(1, &[1, 2])])));
    }

    #[test]
    fn topics_no_longer_asked_for_go_at_once_and_the_epoch_stays() {
        let m = member(2, State::Stable, &[(1, &[1]), (2, &[1])], &[]);
        let target: &[(u8, &[i32])] = &[(1, &[1]), (2, &[1])];
        let next = run(&m, Case { target, unread: &[2], changed: true, ..CASE }).unwrap();
        assert_eq!((next.epoch, next.state), (2, State::Revoking));
        assert_eq!((without(&next.assigned), without(&next.revoking)), (parts(&[(1, &[1])]), parts(&[(2, &[1])])));
        // The target still has them: they are not given again.
        let after = run(&next, Case { target, unread: &[2], owned: Some(&[(1, &[1])]), ..CASE }).unwrap();
        assert_eq!((after.state, without(&after.assigned)), (State::Stable, parts(&[(1, &[1])])));
    }

    #[test]
    fn a_member_in_a_state_from_the_future_begins_anew() {
        let m = member(1, State::Unknown, &[(1, &[1])], &[]);
        assert_eq!(run(&m, Case { target: &[(1, &[1])], ..CASE }), Err(Lost));
        assert_eq!(run(&m, Case { owned: Some(&[(1, &[1])]), ..CASE }), Err(Lost));
        let next = run(&m, Case { target: &[(1, &[1])], owned: Some(&[]), ..CASE }).unwrap();
        assert_eq!((next.epoch, next.state), (2, State::Stable));
    }
}
