//! On which brokers the replicas of new partitions go: in stripes over the racks and the brokers of each rack.
//!
//! Leaders take turns over the brokers that are up, followers come from the next racks; brokers that are fenced are
//! used only when there are not enough others, and never lead. The original's StripedReplicaPlacer, whose properties
//! (not its random numbers) are kept.

use std::collections::BTreeMap;

use kt_codec::Str;

use super::decide::{Random, shuffle};
use super::image::Image;

/// The replicas of each partition, or why there are none, in the original's words.
pub fn place(
    image: &Image,
    random: &mut dyn Random,
    partitions: usize,
    replication_factor: i16,
) -> Result<Vec<Vec<i32>>, String> {
    let wanted = match usize::try_from(replication_factor) {
        Ok(n) if n > 0 => n,
        _ => {
            return Err(format!(
                "Invalid replication factor {replication_factor}: the replication factor must be positive."
            ));
        }
    };
    let mut racks = Racks::of(image, random);
    if racks.up == 0 {
        return Err("All brokers are currently fenced, or have all their log directories cordoned.".into());
    }
    if wanted > racks.all {
        return Err(format!(
            "The target replication factor of {wanted} cannot be reached because only {} broker(s) are registered or \
             some brokers have all their log directories cordoned.",
            racks.all
        ));
    }
    Ok((0..partitions).map(|_| racks.next(wanted, random)).collect())
}

/// Brokers that are handed out in turn, each at most once a round.
#[derive(Default)]
struct Turns {
    brokers: Vec<i32>,
    given: usize,
    start: usize,
    round: usize,
}

impl Turns {
    fn next(&mut self, round: usize) -> Option<i32> {
        if self.brokers.is_empty() {
            return None;
        }
        if self.round != round {
            self.round = round;
            self.given = 0;
            self.start = (self.start + 1) % self.brokers.len();
        }
        if self.given == self.brokers.len() {
            return None;
        }
        let broker = self.brokers[(self.given + self.start) % self.brokers.len()];
        self.given += 1;
        Some(broker)
    }
}

#[derive(Default)]
struct Rack {
    up: Turns,
    fenced: Turns,
}

struct Racks {
    racks: Vec<Rack>,
    /// Which rack the next leader comes from.
    start: usize,
    /// Never repeats, so that everybody is available again in each.
    round: usize,
    dealt: usize,
    up: usize,
    all: usize,
}

impl Racks {
    fn of(image: &Image, random: &mut dyn Random) -> Racks {
        let mut by_name: BTreeMap<Option<&Str>, Rack> = BTreeMap::new();
        let (mut up, mut all) = (0, 0);
        for broker in image.brokers.values().filter(|b| has_room(b)) {
            let rack = by_name.entry(broker.rack.as_ref()).or_default();
            all += 1;
            if broker.fenced {
                rack.fenced.brokers.push(broker.broker_id);
            } else {
                up += 1;
                rack.up.brokers.push(broker.broker_id);
            }
        }
        let mut racks: Vec<Rack> = by_name.into_values().collect();
        for turns in racks.iter_mut().flat_map(|rack| [&mut rack.up, &mut rack.fenced]) {
            turns.start = random.below(turns.brokers.len());
        }
        let start = random.below(racks.len());
        Racks { racks, start, round: 0, dealt: 0, up, all }
    }

    /// The replicas of one partition. There are `wanted` brokers, and one of them is up.
    fn next(&mut self, wanted: usize, random: &mut dyn Random) -> Vec<i32> {
        // After a turn of everybody the stripes would repeat, so they are dealt anew.
        if self.dealt == self.up && self.up > 1 {
            shuffle(random, &mut self.racks);
            for turns in self.racks.iter_mut().flat_map(|rack| [&mut rack.up, &mut rack.fenced]) {
                shuffle(random, &mut turns.brokers);
            }
            self.dealt = 0;
        }
        let count = self.racks.len();
        let mut replicas = Vec::with_capacity(wanted);
        let mut leader_rack = self.start % count;
        // Some rack has a broker that is up, and a new round makes all of them available.
        for _ in 0..count {
            if let Some(broker) = self.racks[leader_rack].up.next(self.round) {
                replicas.push(broker);
                break;
            }
            leader_rack = (leader_rack + 1) % count;
        }
        // The leader's rack sits out its first turn.
        let mut sits_out = Some(leader_rack);
        let mut rack = self.start % count;
        while replicas.len() < wanted {
            if sits_out == Some(rack) {
                sits_out = None;
            } else {
                let Rack { up, fenced } = &mut self.racks[rack];
                replicas.extend(up.next(self.round).or_else(|| fenced.next(self.round)));
            }
            rack = (rack + 1) % count;
        }
        self.round += 1;
        self.dealt += 1;
        self.start = (self.start + 1) % count;
        replicas
    }
}

/// Whether the broker has a directory that takes new partitions.
fn has_room(broker: &super::image::Broker) -> bool {
    let cordoned = broker.cordoned_log_dirs.as_deref().unwrap_or_default();
    broker.log_dirs.is_empty() || broker.log_dirs.iter().any(|dir| !cordoned.contains(dir))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::broker::controller::decide::Seeded;
    use crate::broker::controller::record::RegisterBrokerRecord;

    fn image(brokers: &[(i32, Option<&str>, bool)]) -> Image {
        let mut image = Image::empty("c".into());
        for (id, rack, fenced) in brokers {
            let broker = RegisterBrokerRecord {
                broker_id: *id,
                rack: rack.map(Str::from),
                fenced: *fenced,
                ..Default::default()
            };
            image.apply(broker.into()).unwrap();
        }
        image
    }

    #[test]
    fn one_broker_gets_everything() {
        let placed = place(&image(&[(1, None, false)]), &mut Seeded(1), 1_000, 1).unwrap();
        assert!(placed.iter().all(|replicas| replicas == &[1]) && placed.len() == 1_000);
    }

    #[test]
    fn replicas_differ_and_leaders_are_spread() {
        for seed in 0..50 {
            let image = image(&[(1, None, false), (2, None, false), (3, None, false), (4, None, true)]);
            let placed = place(&image, &mut Seeded(seed), 300, 3).unwrap();
            let mut leads = BTreeMap::new();
            for replicas in &placed {
                let mut sorted = replicas.clone();
                sorted.sort();
                sorted.dedup();
                assert_eq!(sorted, [1, 2, 3], "the fenced broker is not needed");
                *leads.entry(replicas[0]).or_insert(0) += 1;
            }
            assert!(leads.values().all(|n| *n >= 90), "seed {seed}: {leads:?}");
        }
    }

    #[test]
    fn racks_share_a_partition() {
        let image =
            image(&[(1, Some("a"), false), (2, Some("a"), false), (3, Some("b"), false), (4, Some("b"), false)]);
        for seed in 0..50 {
            for replicas in place(&image, &mut Seeded(seed), 100, 2).unwrap() {
                assert_ne!(replicas[0] <= 2, replicas[1] <= 2, "{replicas:?} are in one rack");
            }
        }
    }

    #[test]
    fn a_fenced_broker_follows_when_there_is_no_other_and_never_leads() {
        let image = image(&[(1, None, true), (2, None, false)]);
        let placed = place(&image, &mut Seeded(3), 20, 2).unwrap();
        assert!(placed.iter().all(|replicas| replicas == &[2, 1]), "{placed:?}");
    }

    #[test]
    fn what_cannot_be_placed_is_said_in_the_originals_words() {
        let one = image(&[(1, None, false)]);
        assert_eq!(
            place(&one, &mut Seeded(1), 1, 2).unwrap_err(),
            "The target replication factor of 2 cannot be reached because only 1 broker(s) are registered or some \
             brokers have all their log directories cordoned."
        );
        let fenced = image(&[(1, None, true)]);
        assert!(place(&fenced, &mut Seeded(1), 1, 1).unwrap_err().starts_with("All brokers are currently fenced"));
    }
}
