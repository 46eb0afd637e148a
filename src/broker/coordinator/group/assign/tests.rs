//! Random groups under both assignors, and a few by hand.

use super::*;

fn topic(n: usize) -> Uuid {
    let mut id = [0; 16];
    id[8..].copy_from_slice(&(n as u64).to_be_bytes());
    Uuid(id)
}

/// Numbers that look random and are the same each time (xorshift).
struct Seed(u64);

impl Seed {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

/// Name, instance, what it reads, what it has.
type Member = (String, Option<String>, Arc<BTreeSet<Uuid>>, Partitions);

#[derive(Clone)]
struct Group {
    members: Vec<Member>,
    topics: Topics,
}

impl Group {
    fn random(seed: &mut Seed, same: bool) -> Group {
        let topics: Topics = (0..1 + seed.below(6)).map(|n| (topic(n), seed.below(12) as i32)).collect();
        let all: Arc<BTreeSet<Uuid>> = Arc::new(topics.keys().copied().collect());
        let members = 1 + seed.below(8);
        let reads = |seed: &mut Seed| {
            if same { all.clone() } else { Arc::new(all.iter().filter(|_| seed.below(2) == 0).copied().collect()) }
        };
        let members = (0..members)
            .map(|n| {
                let instance = (seed.below(3) == 0).then(|| format!("i{}", seed.below(1000)));
                (format!("m{n}"), instance, reads(seed), Partitions::new())
            })
            .collect();
        Group { members, topics }
    }

    fn assign(&self, assignor: Assignor) -> Vec<Partitions> {
        let candidates: Vec<Candidate> = self
            .members
            .iter()
            .map(|(id, instance, topics, target)| Candidate {
                id,
                instance: instance.as_deref(),
                topics: topics.clone(),
                target,
            })
            .collect();
        assignor.assign(&candidates, &self.topics)
    }

    fn keep(&mut self, given: &[Partitions]) {
        for (member, given) in self.members.iter_mut().zip(given) {
            member.3 = given.clone();
        }
    }

    /// Each partition that somebody reads has one owner, who reads its topic, and nothing else is given away.
    fn check(&self, given: &[Partitions]) {
        assert_eq!(given.len(), self.members.len());
        let mut seen = BTreeSet::new();
        for (member, given) in self.members.iter().zip(given) {
            for (topic, partitions) in given {
                assert!(member.2.contains(topic), "{} does not read {topic}", member.0);
                assert!(!partitions.is_empty());
                for partition in partitions {
                    assert!((0..self.topics[topic]).contains(partition));
                    assert!(seen.insert((*topic, *partition)), "{topic}-{partition} is given twice");
                }
            }
        }
        for (topic, count) in &self.topics {
            let read = self.members.iter().any(|m| m.2.contains(topic));
            let given = seen.iter().filter(|(id, _)| id == topic).count() as i32;
            assert_eq!(given, if read { *count } else { 0 }, "partitions of {topic} that are given");
        }
    }
}

fn size(partitions: &Partitions) -> usize {
    partitions.values().map(BTreeSet::len).sum()
}

fn moved(before: &[Partitions], after: &[Partitions]) -> usize {
    let lost = |(before, after): (&Partitions, &Partitions)| {
        let gone = |(topic, was): (&Uuid, &BTreeSet<i32>)| {
            was.iter().filter(|p| !after.get(topic).is_some_and(|now| now.contains(p))).count()
        };
        before.iter().map(gone).sum::<usize>()
    };
    before.iter().zip(after).map(lost).sum()
}

#[test]
fn every_partition_has_one_owner_who_reads_it_whatever_came_before() {
    let mut seed = Seed(0x9E37_79B9_7F4A_7C15);
    for round in 0..600 {
        let mut group = Group::random(&mut seed, round % 2 == 0);
        for _ in 0..4 {
            let assignor = Assignor::ALL[seed.below(2)];
            let given = group.assign(assignor);
            group.check(&given);
            group.keep(&given);
            // Something changes: a member goes, a topic grows, vanishes, or is no longer read.
            match seed.below(4) {
                0 if group.members.len() > 1 => drop(group.members.remove(seed.below(group.members.len()))),
                1 => *group.topics.entry(topic(seed.below(6))).or_default() += 3,
                2 => drop(group.topics.pop_first()),
                _ => {
                    let place = seed.below(group.members.len());
                    let member = &mut group.members[place];
                    member.2 = Arc::new(member.2.iter().skip(1).copied().collect());
                }
            }
        }
    }
}

#[test]
fn uniform_shares_differ_by_one_at_most_and_nothing_moves_without_need() {
    let mut seed = Seed(7);
    for _ in 0..300 {
        let mut group = Group::random(&mut seed, true);
        let first = group.assign(Assignor::Uniform);
        group.keep(&first);
        assert_eq!(group.assign(Assignor::Uniform), first, "nothing changed, so nothing moves");

        // A member joins: only its share moves.
        let reads = group.members[0].2.clone();
        group.members.push(("new".into(), None, reads, Partitions::new()));
        let before: Vec<Partitions> = group.members.iter().map(|m| m.3.clone()).collect();
        let joined = group.assign(Assignor::Uniform);
        let sizes: Vec<usize> = joined.iter().map(size).collect();
        assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1, "{sizes:?}");
        assert_eq!(moved(&before, &joined), *sizes.last().unwrap());

        // It leaves again: nobody loses anything.
        group.keep(&joined);
        group.members.pop();
        let left = group.assign(Assignor::Uniform);
        assert_eq!(moved(&joined[..left.len()], &left), 0);
    }
}

#[test]
fn uneven_groups_are_as_even_as_a_single_move_could_make_them_and_then_stay_so() {
    let mut seed = Seed(11);
    for _ in 0..300 {
        let mut group = Group::random(&mut seed, false);
        let given = group.assign(Assignor::Uniform);
        for (from, has) in group.members.iter().zip(&given) {
            for (to, gets) in group.members.iter().zip(&given) {
                let could_move = has.keys().any(|topic| to.2.contains(topic));
                assert!(!could_move || size(has) <= size(gets) + 1, "{} could give to {}", from.0, to.0);
            }
        }
        group.keep(&given);
        assert_eq!(group.assign(Assignor::Uniform), given);
    }
}

#[test]
fn range_gives_neighbours_and_the_first_members_the_rest() {
    let (a, b) = (topic(1), topic(2));
    let reads = Arc::new(BTreeSet::from([a, b]));
    let none = Partitions::new();
    let member = |id, instance| Candidate { id, instance, topics: reads.clone(), target: &none };
    // Static members come first, by instance id.
    let members = [member("m1", None), member("m2", Some("b")), member("m3", Some("a"))];
    let given = Assignor::Range.assign(&members, &Topics::from([(a, 4), (b, 2)]));
    let expect = |a_has: &[i32], b_has: &[i32]| -> Partitions {
        let all = [(a, a_has), (b, b_has)].into_iter().filter(|(_, has)| !has.is_empty());
        all.map(|(topic, has)| (topic, has.iter().copied().collect())).collect()
    };
    assert_eq!(given, [expect(&[3], &[]), expect(&[2], &[1]), expect(&[0, 1], &[0])]);
}

#[test]
fn a_hundred_members_and_ten_thousand_partitions_are_quickly_done() {
    for same in [true, false] {
        let topics: Topics = (0..10).map(|n| (topic(n), 1000)).collect();
        let reads = |member: usize| -> Arc<BTreeSet<Uuid>> {
            Arc::new(topics.keys().enumerate().filter(|(n, _)| same || n % 3 != member % 3).map(|(_, t)| *t).collect())
        };
        let all = reads(0);
        let members = (0..100).map(|n| {
            let topics = if same { all.clone() } else { reads(n) };
            (format!("m{n}"), None, topics, Partitions::new())
        });
        let mut group = Group { members: members.collect(), topics: topics.clone() };
        for assignor in Assignor::ALL {
            let start = std::time::Instant::now();
            let given = group.assign(assignor);
            let took = start.elapsed();
            group.check(&given);
            group.keep(&given);
            println!("{} same={same}: {took:?}", assignor.name());
            // Unoptimised and on a busy machine; a quadratic one takes minutes.
            assert!(took.as_secs() < 5, "{} took {took:?}", assignor.name());
        }
    }
}
