//! What a decision about a consumer group looks at besides the group, and what it wants done.

use std::collections::BTreeSet;

use kt_codec::Str;

use super::Timer;
use super::topics::Topics;
use crate::broker::controller::image::{Resource, ResourceType};
use crate::broker::coordinator::group::assign::Assignor;
use crate::broker::coordinator::group::{Fx, Record, Timer as AnyTimer};
use crate::broker::coordinator::runtime::World;
use crate::config::Overrides;
use crate::config::group;

/// The settings that hold for one group.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    pub max_size: usize,
    pub classic_max_size: usize,
    pub session_timeout_ms: i64,
    pub heartbeat_interval_ms: i32,
    pub assignment_interval_ms: i64,
    pub regex_refresh_interval_ms: i64,
    /// The first is for groups whose members wish for none.
    pub assignors: Vec<Assignor>,
    pub upgrade: bool,
    pub downgrade: bool,
}

impl Rules {
    pub fn of(world: &World, id: &Str) -> Rules {
        let settings = &world.current.settings;
        let resource = Resource::new(ResourceType::GROUP, id.clone());
        let none = Overrides::new();
        let overrides = world.image.overrides(&resource).map_or(&none, |overrides| overrides);
        let own = |name: &str| group::setting(&world.current.layers, overrides, name).as_i64().unwrap_or_default();
        let policy = settings.coordinator.consumer_migration_policy.to_ascii_lowercase();
        Rules {
            max_size: usize::try_from(settings.consumer_groups.max_size).unwrap_or(0),
            classic_max_size: usize::try_from(settings.classic_groups.max_size).unwrap_or(0),
            session_timeout_ms: own("consumer.session.timeout.ms"),
            heartbeat_interval_ms: own("consumer.heartbeat.interval.ms").clamp(1, i64::from(i32::MAX)) as i32,
            assignment_interval_ms: own("consumer.assignment.interval.ms"),
            regex_refresh_interval_ms: i64::from(settings.coordinator.consumer_regex_refresh_interval_ms),
            assignors: assignors(world),
            upgrade: matches!(policy.as_str(), "bidirectional" | "upgrade"),
            downgrade: matches!(policy.as_str(), "bidirectional" | "downgrade"),
        }
    }

    pub fn default_assignor(&self) -> Assignor {
        self.assignors.first().copied().unwrap_or(Assignor::Uniform)
    }

    /// Neither way: members of the other protocol are not let in.
    pub fn is_migration_disabled(&self) -> bool {
        !self.upgrade && !self.downgrade
    }
}

/// Those of the setting that there are. What is not there cannot be loaded: this program has no classes.
pub fn assignors(world: &World) -> Vec<Assignor> {
    let names = &world.current.settings.consumer_groups.assignors;
    names.iter().filter_map(|name| Assignor::by_name(name)).collect()
}

pub struct Scene<'a> {
    /// The group.
    pub id: &'a Str,
    pub now_ms: i64,
    pub topics: &'a dyn Topics,
    pub rules: &'a Rules,
}

/// What is to be done: records to write, timers to set.
#[derive(Debug, Default)]
pub struct Plan {
    pub records: Vec<Record>,
    /// `None` cancels.
    pub timers: Vec<(Timer, Option<i64>)>,
    /// When classic members are given up on, once the group is a classic one.
    pub classic_sessions: Vec<(Str, i64)>,
    /// Patterns that somebody should resolve, outside of the shard.
    pub resolve: Option<BTreeSet<Str>>,
}

impl Plan {
    pub fn at(&mut self, timer: Timer, at_ms: i64) {
        self.timers.push((timer, Some(at_ms)));
    }

    pub fn cancel(&mut self, timer: Timer) {
        self.timers.push((timer, None));
    }

    pub fn cancel_all(&mut self, group: &Str, member: &Str) {
        for timer in [Timer::Session, Timer::Rebalance, Timer::Join, Timer::Sync] {
            self.cancel(timer(group.clone(), member.clone()));
        }
    }

    /// Sets the timers, and gives the records.
    pub fn carry_out(self, fx: &mut Fx, id: &Str) -> Vec<Record> {
        for (member, at_ms) in self.classic_sessions {
            fx.timer(AnyTimer::Session(id.clone(), member), at_ms);
        }
        for (timer, at) in self.timers {
            match at {
                Some(at_ms) => fx.timer(AnyTimer::Consumer(timer), at_ms),
                None => fx.cancel(AnyTimer::Consumer(timer)),
            }
        }
        self.records
    }
}
