//! Groups of every type: list them, describe them, read and change their offsets, delete them.
//!
//! A list is asked of every broker; everything else goes to the brokers that coordinate the groups ([`route`]), one
//! request to each. On brokers before KIP-848 a group is described by the classic call, and offsets are fetched group by
//! group before 3.0. [`share`] and [`streams`] have what only those types know.

use std::fmt;

use kt_codec::Str;
use kt_codec::list_groups_request::ListGroupsRequest;

use super::TopicPartition;
use crate::client::error::{Error, Problem, Result};
use crate::client::fan;
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

mod change;
mod describe;
mod offsets;
mod route;
pub mod share;
pub mod streams;

pub use describe::{Description, Member};
pub use offsets::{Committed, Offsets};

/// The state of a group, as its coordinator calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Unknown,
    PreparingRebalance,
    CompletingRebalance,
    Stable,
    Dead,
    Empty,
    Assigning,
    Reconciling,
    NotReady,
}

impl State {
    const ALL: [(Self, &'static str); 9] = [
        (Self::Unknown, "Unknown"),
        (Self::PreparingRebalance, "PreparingRebalance"),
        (Self::CompletingRebalance, "CompletingRebalance"),
        (Self::Stable, "Stable"),
        (Self::Dead, "Dead"),
        (Self::Empty, "Empty"),
        (Self::Assigning, "Assigning"),
        (Self::Reconciling, "Reconciling"),
        (Self::NotReady, "NotReady"),
    ];

    /// By its name in any case; a state of a later broker is unknown, as in the original.
    pub fn parse(name: &str) -> Self {
        let found = Self::ALL.iter().find(|(_, known)| known.eq_ignore_ascii_case(name));
        found.map_or(Self::Unknown, |(state, _)| *state)
    }

    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(state, _)| *state == self).map_or("Unknown", |(_, name)| name)
    }

    /// Whether members are on their way to another assignment.
    pub fn is_rebalancing(self) -> bool {
        matches!(self, Self::PreparingRebalance | Self::CompletingRebalance | Self::Assigning | Self::Reconciling)
    }

    /// Whether nobody is in the group: its offsets may be set from outside.
    pub fn is_inactive(self) -> bool {
        matches!(self, Self::Empty | Self::Dead)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What kind of group it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
    Unknown,
    Consumer,
    Classic,
    Share,
    Streams,
}

impl Type {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Unknown, "Unknown"),
        (Self::Consumer, "Consumer"),
        (Self::Classic, "Classic"),
        (Self::Share, "Share"),
        (Self::Streams, "Streams"),
    ];

    pub fn parse(name: &str) -> Self {
        let found = Self::ALL.iter().find(|(_, known)| known.eq_ignore_ascii_case(name));
        found.map_or(Self::Unknown, |(kind, _)| *kind)
    }

    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("Unknown", |(_, name)| name)
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A group in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub group: String,
    /// What its members speak: `consumer`, `connect`, `share`; empty for offsets that a program commits by itself.
    pub protocol: String,
    /// Brokers since 2.6 tell.
    pub state: Option<State>,
    /// Brokers since 3.8 tell.
    pub kind: Option<Type>,
    /// The broker that listed it: its coordinator.
    pub coordinator: i32,
}

/// Which groups are wanted; what is empty means all.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub states: Vec<State>,
    pub types: Vec<Type>,
    pub protocols: Vec<&'static str>,
}

impl Wanted {
    /// As the consumer tools see it: both protocols, and groups that only commit.
    pub fn consumers() -> Self {
        Self { types: vec![Type::Classic, Type::Consumer], protocols: vec!["", CONSUMER], ..Self::default() }
    }

    pub fn of_type(kind: Type) -> Self {
        Self { types: vec![kind], ..Self::default() }
    }
}

/// The protocol type of consumers, in both protocols.
pub const CONSUMER: &str = "consumer";

impl Client {
    /// The groups of all brokers, in the order of the brokers' answers.
    pub async fn list_groups(&self, wanted: &Wanted) -> Result<Vec<Listing>> {
        let nobody = |error: Error| error.during("findAllBrokers");
        let cluster = self.refresh().await.map_err(nobody)?;
        let asked = cluster.ids().into_iter().map(|broker| self.groups_of(broker, wanted));
        let mut all = Vec::new();
        for answer in fan::all(asked).await {
            all.extend(answer.map_err(|error| error.during("listGroups"))?);
        }
        Ok(all)
    }

    async fn groups_of(&self, broker: i32, wanted: &Wanted) -> Result<Vec<Listing>> {
        self.patiently(async || {
            let versions = self.versions(To::Broker(broker)).await?;
            let known = versions.pick::<ListGroupsRequest>().unwrap_or(0);
            let needs = |version: i16, what: &str| {
                let message = format!(
                    "The broker only supports ListGroups v{known}, but we need v{version} or newer to request groups by \
                     {what}."
                );
                Error::refused(ErrorCode::UNSUPPORTED_VERSION, Some(&message), format!("the groups of broker {broker}"))
            };
            if !wanted.states.is_empty() && known < 4 {
                return Err(needs(4, "states"));
            }
            // A broker that knows no types has classic groups only.
            if !wanted.types.is_empty() && !wanted.types.contains(&Type::Classic) && known < 5 {
                return Err(needs(5, "type"));
            }
            let request = |version: i16| ListGroupsRequest {
                states_filter: wanted.states.iter().map(|state| Str::from_static(state.name())).collect(),
                types_filter: match version {
                    5.. => wanted.types.iter().map(|kind| Str::from_static(kind.name())).collect(),
                    _ => Vec::new(),
                },
                ..Default::default()
            };
            let response = self.send_with(To::Broker(broker), request).await?;
            let code = ErrorCode(response.error_code);
            if code.is_error() {
                return Err(Error::refused(code, None, format!("the groups of broker {broker}")));
            }
            let listed = response.groups.into_iter().map(|group| Listing {
                group: group.group_id.to_string(),
                protocol: group.protocol_type.to_string(),
                state: Some(&*group.group_state).filter(|state| !state.is_empty()).map(State::parse),
                kind: Some(&*group.group_type).filter(|kind| !kind.is_empty()).map(Type::parse),
                coordinator: broker,
            });
            let fits = |listing: &Listing| {
                wanted.protocols.is_empty() || wanted.protocols.contains(&listing.protocol.as_str())
            };
            Ok(listed.filter(fits).collect())
        })
        .await
    }
}

/// Whether the broker cannot do it at all.
fn is_unsupported(error: &Error) -> bool {
    matches!(error.problem(), Problem::Unsupported { .. })
}

/// Partitions with something each, by topic, as requests want them.
fn by_topic<T>(items: impl IntoIterator<Item = (TopicPartition, T)>) -> Vec<(Str, Vec<(i32, T)>)> {
    let mut topics: Vec<(Str, Vec<(i32, T)>)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for (tp, item) in items {
        let place = *places.entry(tp.topic.clone()).or_insert_with(|| {
            topics.push((tp.topic.as_str().into(), Vec::new()));
            topics.len() - 1
        });
        topics[place].1.push((tp.partition, item));
    }
    topics
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_and_types_are_read_in_any_case_and_printed_as_the_original_does() {
        assert_eq!(State::parse("preparingrebalance").to_string(), "PreparingRebalance");
        assert_eq!(State::parse("sleepy"), State::Unknown);
        assert_eq!(format!("{:<9}|", State::Empty), "Empty    |");
        assert_eq!((Type::parse("STREAMS"), Type::parse("herd")), (Type::Streams, Type::Unknown));
    }

    #[test]
    fn partitions_are_put_together_by_topic_in_the_order_of_their_coming() {
        let items = [("b", 1), ("a", 0), ("b", 0)].map(|(topic, n)| (TopicPartition::new(topic, n), ()));
        let topics: Vec<(String, Vec<i32>)> = by_topic(items)
            .into_iter()
            .map(|(name, list)| (name.to_string(), list.into_iter().map(|(n, ())| n).collect()))
            .collect();
        assert_eq!(topics, [("b".to_owned(), vec![1, 0]), ("a".to_owned(), vec![0])]);
    }
}
