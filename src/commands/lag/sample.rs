//! One look at groups: where they are, and where the partitions end.

use std::collections::{BTreeMap, BTreeSet};

use super::Wanted;
use crate::client::Client;
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::State;
use crate::commands::failure::{Exit, Failure};
use crate::commands::groups::{Which, collect, names, unknown};
use crate::commands::pattern::Pattern;
use crate::commands::suggest;
use crate::protocol::code::ErrorCode;

/// A group at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub name: String,
    pub state: State,
    pub members: usize,
    pub places: BTreeMap<TopicPartition, Place>,
}

/// A partition of a group at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub current: Option<i64>,
    pub end: Option<i64>,
}

impl Place {
    pub fn lag(self) -> Option<i64> {
        collect::lag(self.current, self.end)
    }
}

impl Group {
    /// In all; nothing if nothing is known of any partition.
    pub fn lag(&self) -> Option<i64> {
        self.places.values().filter_map(|place| place.lag()).reduce(i64::saturating_add)
    }
}

/// The groups that are meant. Those named must be there.
pub async fn groups(client: &Client, wanted: &Wanted) -> Result<Vec<String>, Failure> {
    if wanted.groups.is_empty() {
        return names(client, &Which::All).await;
    }
    let mut all = Vec::new();
    for text in &wanted.groups {
        let which = match text.contains(['*', '?']) {
            true => Which::Matching(Pattern::own(text)?),
            false => Which::Named(vec![text.clone()]),
        };
        all.extend(names(client, &which).await?);
    }
    Ok(all.into_iter().collect::<BTreeSet<_>>().into_iter().collect())
}

/// Looks at these groups. One that was there and is gone is left out, unless it is `required`.
pub async fn take(client: &Client, wanted: &Wanted, required: bool) -> Result<Vec<Group>, Failure> {
    let names = groups(client, wanted).await?;
    let mut gathered = Vec::new();
    for (name, outcome) in collect::gather(client, &names).await? {
        match outcome {
            Ok(one) if required && one.description.state == State::Dead && one.offsets.is_empty() => {
                return Err(unknown(client, &name, None).await);
            }
            Ok(one) => gathered.push(one),
            Err(error) if error.code() == Some(ErrorCode::GROUP_ID_NOT_FOUND) => {
                if required && wanted.groups.contains(&name) {
                    return Err(unknown(client, &name, Some(error)).await);
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    let fits = |at: &TopicPartition| {
        wanted.topics.is_empty() || wanted.topics.iter().any(|pattern| pattern.matches(&at.topic))
    };
    let partitions: BTreeSet<TopicPartition> = gathered.iter().flat_map(collect::partitions).filter(fits).collect();
    let ends = collect::ends(client, partitions).await?;
    let place = |one: &collect::Gathered, at: &TopicPartition| Place {
        current: one.offsets.get(at).and_then(Option::as_ref).map(|committed| committed.offset),
        end: ends.of.get(at).copied(),
    };
    let mut groups: Vec<Group> = gathered
        .iter()
        .map(|one| Group {
            name: one.description.group.clone(),
            state: one.description.state,
            members: one.description.members.len(),
            places: collect::partitions(one).filter(fits).map(|at| (at.clone(), place(one, &at))).collect(),
        })
        // Of a topic only its groups are worth seeing.
        .filter(|group| wanted.topics.is_empty() || !group.places.is_empty())
        .collect();
    if groups.is_empty() && required {
        there(client, &wanted.topics).await?;
    }
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(groups)
}

/// That nobody reads a topic is no failure; that it is not there is one.
pub async fn there(client: &Client, topics: &[Pattern]) -> Result<(), Failure> {
    let known: Vec<String> = client.list_topics().await?.into_iter().map(|topic| topic.name).collect();
    let missing = |name: &&str| !known.iter().any(|topic| topic == name);
    match topics.iter().filter_map(Pattern::plain).find(missing) {
        Some(name) => Err(Failure::new(format!("there is no topic {name}"))
            .code(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION.name())
            .exit(Exit::NotFound)
            .hint_if_any(suggest::hint(name, known.iter().map(String::as_str)))),
        None => Ok(()),
    }
}
