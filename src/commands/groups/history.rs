//! What became of a group from one look to the next. Nothing here asks a broker.
//!
//! The classic protocol tells no generation, so a rebalance is a time without `Stable`, or other members or partitions
//! than at the last look; the newer protocol counts its epochs.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use serde::Serialize;

use crate::client::admin::TopicPartition;
use crate::client::admin::groups::{Description, Member as Described};

/// A client that left and came back so often has a reason for it.
const OFTEN: u32 = 2;
/// So many members' goings are remembered.
const REMEMBERED: usize = 1000;

/// A group at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub state: String,
    pub epoch: Option<i32>,
    /// By their ids.
    pub members: BTreeMap<String, Member>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Member {
    pub id: String,
    pub client: String,
    pub host: String,
    pub instance: Option<String>,
    pub partitions: Vec<String>,
}

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.instance {
            Some(instance) => write!(f, "{instance} at {}", self.host),
            // Clients often share one name: the end of the id tells them apart.
            None => {
                let end: String = self.id.chars().skip(self.id.chars().count().saturating_sub(TOLD)).collect();
                write!(f, "{} …{end} at {}", self.client, self.host)
            }
        }
    }
}

/// Letters of an id that are shown.
const TOLD: usize = 6;

const GONE: &str = "Dead";
const STABLE: &str = "Stable";

impl Look {
    pub fn gone() -> Self {
        Self { state: GONE.into(), ..Self::default() }
    }

    pub fn is_gone(&self) -> bool {
        self.state == GONE
    }

    /// Whether the group is between two assignments.
    fn is_moving(&self) -> bool {
        !self.members.is_empty() && self.state != STABLE
    }
}

impl From<&Description> for Look {
    fn from(group: &Description) -> Self {
        let member = |member: &Described| {
            let look = Member {
                id: member.id.clone(),
                client: member.client.clone(),
                host: member.host.trim_start_matches('/').to_owned(),
                instance: member.instance.clone(),
                partitions: member.assignment.iter().map(TopicPartition::to_string).collect(),
            };
            (member.id.clone(), look)
        };
        Self { state: group.state.to_string(), epoch: group.epoch, members: group.members.iter().map(member).collect() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    #[serde(flatten)]
    pub event: Event,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    /// The first look.
    Found,
    State {
        from: String,
        to: String,
    },
    Joined {
        member: Member,
    },
    Left {
        member: Member,
        /// Nobody knows of one that was there from the beginning.
        stayed_ms: Option<u64>,
    },
    Assigned {
        member: Member,
        gained: Vec<String>,
        lost: Vec<String>,
    },
    Rebalanced {
        /// As far as the looks can tell.
        took_ms: Option<u64>,
    },
}

/// All that was seen.
#[derive(Debug, Default)]
pub struct History {
    last: Option<Look>,
    rebalances: u64,
    /// When the rebalance under way was first seen.
    moving_since: Option<u64>,
    joined: HashMap<String, u64>,
    /// Clients by name and host: whether one left, and how often one came back.
    comebacks: BTreeMap<(String, String), (bool, u32)>,
}

impl History {
    /// What changed since the last look. Times are in ms since the watching began.
    pub fn add(&mut self, at_ms: u64, look: Look) -> Vec<Change> {
        let Some(before) = self.last.replace(look.clone()) else {
            self.moving_since = look.is_moving().then_some(at_ms);
            return vec![Change { event: Event::Found }];
        };
        let mut events = Vec::new();
        self.left(at_ms, &before, &look, &mut events);
        self.joined(at_ms, &before, &look, &mut events);
        if before.state != look.state {
            events.push(Event::State { from: before.state.clone(), to: look.state.clone() });
        }
        let assigned = assigned(&before, &look);
        let moved = !events.is_empty() || !assigned.is_empty();
        events.extend(assigned);
        events.extend(self.rebalanced(at_ms, &before, &look, moved));
        events.into_iter().map(|event| Change { event }).collect()
    }

    fn left(&mut self, at_ms: u64, before: &Look, look: &Look, events: &mut Vec<Event>) {
        for (id, member) in before.members.iter().filter(|(id, _)| !look.members.contains_key(*id)) {
            let stayed_ms = self.joined.remove(id).map(|since| at_ms - since);
            if self.comebacks.len() < REMEMBERED {
                self.comebacks.entry((member.client.clone(), member.host.clone())).or_default().0 = true;
            }
            events.push(Event::Left { member: member.clone(), stayed_ms });
        }
    }

    fn joined(&mut self, at_ms: u64, before: &Look, look: &Look, events: &mut Vec<Event>) {
        for (id, member) in look.members.iter().filter(|(id, _)| !before.members.contains_key(*id)) {
            self.joined.insert(id.clone(), at_ms);
            if let Some((left, times)) = self.comebacks.get_mut(&(member.client.clone(), member.host.clone())) {
                *times += u32::from(std::mem::take(left));
            }
            events.push(Event::Joined { member: member.clone() });
        }
    }

    fn rebalanced(&mut self, at_ms: u64, before: &Look, look: &Look, moved: bool) -> Option<Event> {
        if let (Some(old), Some(new)) = (before.epoch, look.epoch) {
            self.rebalances += u64::try_from(new.saturating_sub(old)).unwrap_or(0);
        }
        if look.is_moving() {
            self.moving_since.get_or_insert(at_ms);
            return None;
        }
        let since = self.moving_since.take();
        // One that began and ended between two looks shows in who has what.
        if look.state != STABLE || (since.is_none() && !moved) {
            return None;
        }
        if look.epoch.is_none() {
            self.rebalances += 1;
        }
        Some(Event::Rebalanced { took_ms: since.map(|since| at_ms - since) })
    }

    /// The last look.
    pub fn now(&self) -> &Look {
        self.last.as_ref().expect("there is no history before the first look")
    }

    pub fn rebalances(&self) -> u64 {
        self.rebalances
    }

    /// When a member came, if it was not there from the beginning.
    pub fn here_since(&self, id: &str) -> Option<u64> {
        self.joined.get(id).copied()
    }

    /// What may be done, once something happens again and again.
    pub fn hints(&self) -> Vec<String> {
        let often =
            self.comebacks.iter().filter(|(_, (_, times))| *times >= OFTEN).max_by_key(|(_, (_, times))| *times);
        let Some(((client, host), (_, times))) = often else { return Vec::new() };
        let mut hints = vec![format!(
            "{client} at {host} left and came back {times} times. If it was not started anew, it polls too seldom: \
             fewer max.poll.records, or a longer max.poll.interval.ms"
        )];
        if self.now().members.values().any(|member| member.instance.is_none()) {
            hints.push("with a group.instance.id of its own a member can be started anew without a rebalance".into());
        }
        hints
    }
}

fn assigned(before: &Look, look: &Look) -> Vec<Event> {
    let without = |all: &[String], known: &[String]| -> Vec<String> {
        all.iter().filter(|name| !known.contains(name)).cloned().collect()
    };
    let of = |(id, member): (&String, &Member)| {
        let old = before.members.get(id).map_or(&[][..], |old| &old.partitions);
        let (gained, lost) = (without(&member.partitions, old), without(old, &member.partitions));
        let changed = !gained.is_empty() || !lost.is_empty();
        changed.then(|| Event::Assigned { member: member.clone(), gained, lost })
    };
    look.members.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(state: &str, members: &[(&str, &str, &[&str])]) -> Look {
        let member = |(id, client, partitions): &(&str, &str, &[&str])| {
            let partitions = partitions.iter().map(|name| (*name).to_owned()).collect();
            (
                (*id).to_owned(),
                Member { id: (*id).into(), client: (*client).into(), host: "h".into(), instance: None, partitions },
            )
        };
        Look { state: state.into(), epoch: None, members: members.iter().map(member).collect() }
    }

    fn names(changes: &[Change]) -> Vec<String> {
        let name = |change: &Change| serde_json::to_value(change).unwrap()["event"].as_str().unwrap().to_owned();
        changes.iter().map(name).collect()
    }

    #[test]
    fn a_rebalance_lasts_until_the_group_is_stable_again() {
        let mut history = History::default();
        assert_eq!(names(&history.add(0, look("Stable", &[("1", "a", &["t-0", "t-1"])]))), ["found"]);
        assert!(history.add(500, look("Stable", &[("1", "a", &["t-0", "t-1"])])).is_empty());
        let moving = look("PreparingRebalance", &[("1", "a", &[]), ("2", "b", &[])]);
        assert_eq!(names(&history.add(1000, moving)), ["joined", "state", "assigned"]);
        let done = history.add(1500, look("Stable", &[("1", "a", &["t-0"]), ("2", "b", &["t-1"])]));
        assert_eq!(names(&done), ["state", "assigned", "assigned", "rebalanced"]);
        assert_eq!(done[3].event, Event::Rebalanced { took_ms: Some(500) });
        assert_eq!((history.rebalances(), history.here_since("1"), history.here_since("2")), (1, None, Some(1000)));
    }

    #[test]
    fn a_rebalance_between_two_looks_is_seen_by_who_has_what() {
        let mut history = History::default();
        history.add(0, look("Stable", &[("1", "a", &["t-0"]), ("2", "b", &["t-1"])]));
        let changes = history.add(500, look("Stable", &[("1", "a", &["t-0", "t-1"])]));
        assert_eq!(names(&changes), ["left", "assigned", "rebalanced"]);
        assert_eq!(history.rebalances(), 1);
        assert_eq!(names(&history.add(900, look("Empty", &[]))), ["left", "state"], "nobody is left to rebalance");
        assert_eq!(history.rebalances(), 1);
    }

    #[test]
    fn epochs_of_the_newer_protocol_are_counted() {
        let at = |epoch: i32| Look { epoch: Some(epoch), ..look("Stable", &[("1", "a", &["t-0"])]) };
        let mut history = History::default();
        history.add(0, at(4));
        history.add(500, at(7));
        assert_eq!(history.rebalances(), 3);
    }

    #[test]
    fn a_client_that_comes_back_again_and_again_gives_a_hint() {
        let mut history = History::default();
        let with = |id: &str| look("Stable", &[(id, "a", &["t-0"])]);
        history.add(0, with("1"));
        assert!(names(&history.add(1, with("2"))).contains(&"left".to_owned()));
        assert!(history.hints().is_empty());
        history.add(2, with("3"));
        let hints = history.hints();
        assert!(hints[0].starts_with("a at h left and came back 2 times."), "{hints:?}");
        assert!(hints[1].contains("group.instance.id"));
    }
}
