//! Subscriptions by pattern: which topics a pattern stands for is found out by the broker, and kept in records.
//!
//! Looking through all topics may take a while, so it is not done while the shard is held: a heartbeat says that it is
//! to be done ([`Plan::resolve`]), [`resolve`] does it on an image, and [`resolved`] brings the outcome into the group.
//! All patterns of a group are resolved together, at most every ten seconds: when one is new, when topics were made,
//! and now and then besides.

use std::collections::{BTreeMap, BTreeSet};

use kt_codec::Str;

use super::group::{ConsumerGroup, Resolved};
use super::member::Member;
use super::records::Of;
use super::refused::Refused;
use super::scene::{Plan, Scene};
use super::topics::{self, Topics};
use crate::protocol::code::ErrorCode;
use crate::re2::Pattern;

const MIN_INTERVAL_MS: i64 = 10_000;
/// After this a resolution that never came back is forgotten.
const PATIENCE_MS: i64 = 60_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regexes {
    Same,
    /// The member has another pattern now, which nobody has resolved yet.
    Changed,
    /// What the member reads now is known.
    Resolved,
}

/// A member may have another pattern than before: forgets the old one, and asks for what has to be resolved.
pub fn update(
    group: &mut ConsumerGroup,
    scene: &Scene,
    before: &Member,
    after: &Member,
    plan: &mut Plan,
) -> Result<Regexes, Refused> {
    let mut outcome = Regexes::Same;
    let mut required = false;
    let (old, new) = (before.pattern(), after.pattern());
    if before.regex != after.regex {
        outcome = Regexes::Changed;
        if let Some(old) = old.filter(|old| group.readers_of(old) == 1) {
            plan.records.push(Of(scene.id).no_regex(old));
        }
        match new {
            Some(new) if group.readers_of(new) == 0 => {
                check(new)?;
                required = true;
            }
            Some(new) if group.regexes().contains_key(new) => outcome = Regexes::Resolved,
            None if old.is_some() => outcome = Regexes::Resolved,
            _ => {}
        }
    }
    let patterns: BTreeSet<Str> = group.with(after, &[]).filter_map(Member::pattern).cloned().collect();
    if patterns.is_empty() || group.soft.resolving_since_ms.is_some_and(|since| scene.now_ms < since + PATIENCE_MS) {
        return Ok(outcome);
    }
    let last = group.regexes().values().next();
    if last.is_some_and(|last| scene.now_ms <= last.timestamp_ms.saturating_add(MIN_INTERVAL_MS)) {
        return Ok(outcome);
    }
    let topics_changed = |last: &Resolved| {
        last.version < scene.topics.version() && group.soft.topics_resolved != Some(scene.topics.fingerprint())
    };
    let is_stale = |last: &Resolved| {
        scene.now_ms > last.timestamp_ms.saturating_add(scene.rules.regex_refresh_interval_ms) || topics_changed(last)
    };
    if required || patterns.len() != group.regexes().len() || last.is_some_and(is_stale) {
        group.soft.resolving_since_ms = Some(scene.now_ms);
        plan.resolve = Some(patterns);
    }
    Ok(outcome)
}

fn check(pattern: &str) -> Result<(), Refused> {
    Pattern::new(pattern).map(drop).map_err(|why| {
        let message = format!("SubscribedTopicRegex `{pattern}` is not a valid regular expression: {why}.");
        Refused::new(ErrorCode::INVALID_REGULAR_EXPRESSION, message)
    })
}

/// What was found out.
pub struct Found {
    regexes: BTreeMap<Str, Resolved>,
    /// Of the topics that were looked through.
    fingerprint: u64,
}

/// The topics that each pattern stands for. One that is not valid, from a log, stands for none.
pub fn resolve(patterns: BTreeSet<Str>, topics: &dyn Topics, now_ms: i64, may_see: impl Fn(&str) -> bool) -> Found {
    let mut names = topics.names();
    names.retain(|name| may_see(name));
    let resolve = |pattern: Str| {
        let matching = match Pattern::new(&pattern) {
            Ok(compiled) => names.iter().filter(|name| compiled.matches(name)).cloned().collect(),
            Err(_) => BTreeSet::new(),
        };
        (pattern, Resolved { topics: matching, version: topics.version(), timestamp_ms: now_ms })
    };
    Found { regexes: patterns.into_iter().map(resolve).collect(), fingerprint: topics.fingerprint() }
}

/// Brings what was resolved into the group. Its epoch moves if that changes what its members read.
pub fn resolved(group: &mut ConsumerGroup, scene: &Scene, found: Found, plan: &mut Plan) {
    group.soft.resolving_since_ms = None;
    group.soft.topics_resolved = Some(found.fingerprint);
    let mut bump = false;
    let mut all: BTreeMap<&Str, &Resolved> = group.regexes().iter().collect();
    for (regex, new) in found.regexes.iter().filter(|(regex, _)| group.readers_of(regex) > 0) {
        let old = group.regexes().get(regex).map(|old| &old.topics);
        bump |= old.map_or(!new.topics.is_empty(), |old| *old != new.topics);
        all.insert(regex, new);
        plan.records.push(Of(scene.id).regex(regex, new));
    }
    let by_name = group.members().flat_map(|m| m.topics.iter());
    let names: BTreeSet<&Str> = by_name.chain(all.values().flat_map(|r| &r.topics)).collect();
    let hash = topics::hash(scene.topics, names.into_iter());
    if bump || hash != group.metadata_hash {
        let epoch = group.epoch.saturating_add(1);
        plan.records.push(Of(scene.id).epoch(epoch, hash));
        group.soft.seen = Some((scene.topics.version(), epoch));
    }
}
