//! What can be waited for, and whether it holds now.

use crate::client::admin::TopicPartition;
use crate::client::admin::groups::Wanted;
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::admin::topics::Topic;
use crate::client::{self, Client, Kind};
use crate::commands::failure::Failure;
use crate::commands::{health, suggest};
use crate::output::human;
use crate::protocol::code::ErrorCode;

/// What a cluster answers for a group that it does not know.
const NOT_THERE: [ErrorCode; 3] =
    [ErrorCode::GROUP_ID_NOT_FOUND, ErrorCode::NOT_COORDINATOR, ErrorCode::COORDINATOR_NOT_AVAILABLE];

/// The most problems of a cluster that are told.
const SHOWN: usize = 3;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// At least so many brokers.
    Brokers(u64),
    /// What `kt cluster health` looks at is in order.
    Healthy,
    Topic {
        name: String,
        /// At least so many, each with a leader.
        partitions: u64,
        /// At least so many records in all.
        records: Option<u64>,
    },
    /// A group that has committed something, and has at most so many records left to read.
    Group { name: String, lag: u64 },
}

/// How things stand.
pub enum State {
    Met,
    /// `what` is missing, in words that follow "waited 60 s, and …".
    NotYet {
        what: String,
        why: Vec<String>,
        /// Nobody answered in the time that was left.
        late: bool,
    },
    /// Waiting will not help.
    Never(Failure),
}

impl State {
    fn not_yet(what: impl Into<String>) -> State {
        State::NotYet { what: what.into(), why: Vec::new(), late: false }
    }

    /// `near`: what is there, and may have been meant.
    fn like(what: String, near: Option<&str>) -> State {
        let why = near.map(|near| format!("there is {near}")).into_iter().collect();
        State::NotYet { what, why, late: false }
    }

    fn of(error: client::Error) -> State {
        match error.kind() {
            // A wrong setting or a wrong password does not mend itself.
            Kind::Usage | Kind::Denied => State::Never(error.into()),
            kind => {
                let late = matches!(kind, Kind::TimedOut | Kind::Unreachable);
                State::NotYet { what: error.what(), why: error.causes(), late }
            }
        }
    }
}

impl Condition {
    /// What is true once it is met.
    pub fn met(&self) -> String {
        match self {
            Condition::Brokers(count) => human::several(usize::try_from(*count).unwrap_or(usize::MAX), "broker"),
            Condition::Healthy => "a healthy cluster".to_owned(),
            Condition::Group { name, lag: 0 } => format!("group {name} has read everything"),
            Condition::Group { name, lag } => format!("group {name} is at most {lag} behind"),
            Condition::Topic { name, records: None, .. } => format!("topic {name}"),
            Condition::Topic { name, records: Some(records), .. } => format!("topic {name} with {records} records"),
        }
    }

    /// The call that shows how things stand.
    pub fn look_at(&self) -> String {
        match self {
            Condition::Brokers(_) => "kt doctor".to_owned(),
            Condition::Healthy => "kt cluster health".to_owned(),
            Condition::Group { name, .. } => format!("kt groups describe {name}"),
            Condition::Topic { name, .. } => format!("kt topics describe {name}"),
        }
    }

    async fn look(&self, client: &Client) -> Result<State, client::Error> {
        match self {
            Condition::Brokers(wanted) => {
                let there = client.refresh().await?.nodes.len() as u64;
                let all = usize::try_from(*wanted).unwrap_or(usize::MAX);
                Ok(if there >= *wanted {
                    State::Met
                } else {
                    State::not_yet(format!("{there} of {} there", human::several(all, "broker")))
                })
            }
            Condition::Healthy => {
                let wrong = health::look(client).await?.wrong();
                Ok(match wrong.len() {
                    0 => State::Met,
                    many => State::NotYet {
                        what: format!("the cluster has {}", human::several(many, "problem")),
                        why: wrong.into_iter().take(SHOWN).collect(),
                        late: false,
                    },
                })
            }
            Condition::Group { name, lag } => group(client, name, *lag).await,
            Condition::Topic { name, partitions, records } => topic(client, name, *partitions, *records).await,
        }
    }
}

/// The first condition that does not hold, or that all of them do.
pub async fn all(client: &Client, conditions: &[Condition]) -> State {
    for condition in conditions {
        match condition.look(client).await {
            Ok(State::Met) => {}
            Ok(state) => return state,
            Err(error) => return State::of(error),
        }
    }
    State::Met
}

async fn topic(client: &Client, name: &str, partitions: u64, records: Option<u64>) -> Result<State, client::Error> {
    // By listing all: asking for one by name may create it.
    let topics = client.all_topics().await?;
    let Some(topic) = topics.iter().find(|topic| topic.name == name) else {
        let near = suggest::nearest(name, topics.iter().map(|topic| &*topic.name));
        return Ok(State::like(format!("topic {name} is not there"), near));
    };
    let there = topic.partitions.len() as u64;
    if there < partitions {
        return Ok(State::not_yet(format!("topic {name} has {there} of {partitions} partitions")));
    }
    let orphans = topic.partitions.iter().filter(|partition| partition.leader.is_none()).count();
    if orphans > 0 {
        let count = human::several(orphans, "partition");
        return Ok(State::not_yet(format!("{count} of topic {name} have no leader")));
    }
    match records {
        None => Ok(State::Met),
        Some(wanted) => {
            let held = held(client, topic).await?;
            Ok(if held >= wanted {
                State::Met
            } else {
                State::not_yet(format!("topic {name} holds {held} of {wanted} records"))
            })
        }
    }
}

/// A partition that the group reads and has never committed for counts from its beginning.
async fn group(client: &Client, name: &str, most: u64) -> Result<State, client::Error> {
    let mut committed = None;
    for (_, outcome) in client.list_group_offsets(&[name.to_owned()]).await? {
        committed = match outcome {
            Ok(offsets) => Some(offsets),
            // A cluster that has had no group yet has nobody to coordinate one.
            Err(error) if NOT_THERE.map(Some).contains(&error.code()) => None,
            Err(error) => return Err(error),
        };
    }
    let offsets: Vec<(TopicPartition, i64)> =
        committed.into_iter().flatten().filter_map(|(at, committed)| Some((at, committed?.offset))).collect();
    if offsets.is_empty() {
        let listed = client.list_groups(&Wanted::default()).await.unwrap_or_default();
        let others = listed.iter().map(|listing| &*listing.group).filter(|other| *other != name);
        return Ok(State::like(format!("group {name} has committed nothing"), suggest::nearest(name, others)));
    }
    let topics: std::collections::BTreeSet<&str> = offsets.iter().map(|(at, _)| at.topic.as_str()).collect();
    let known = client.all_topics().await?;
    let of_topics = known.iter().filter(|topic| topics.contains(topic.name.as_str()));
    let asked: Vec<TopicPartition> =
        of_topics.flat_map(|topic| topic.partitions.iter().map(|p| TopicPartition::new(&*topic.name, p.id))).collect();
    let places = async |spec| {
        let asked: Vec<_> = asked.iter().map(|at| (at.clone(), spec)).collect();
        let found = client.list_offsets(&asked, Isolation::ReadCommitted).await?;
        found.into_iter().map(|(at, found)| Ok((at, found?.offset))).collect::<Result<Vec<_>, client::Error>>()
    };
    let starts = places(OffsetSpec::Earliest).await?;
    let mut lag = 0_u64;
    for (at, end) in places(OffsetSpec::Latest).await? {
        let own = offsets.iter().chain(&starts).find(|(known, _)| *known == at).map_or(end, |(_, offset)| *offset);
        lag += u64::try_from(end.saturating_sub(own)).unwrap_or(0);
    }
    Ok(if lag <= most { State::Met } else { State::not_yet(format!("group {name} is {lag} behind")) })
}

/// How many offsets lie between the beginnings and the ends of the partitions.
async fn held(client: &Client, topic: &Topic) -> Result<u64, client::Error> {
    let ask = |spec| {
        let asked = topic.partitions.iter().map(move |p| (TopicPartition::new(&*topic.name, p.id), spec));
        asked.collect::<Vec<_>>()
    };
    let sum = |found: Vec<(TopicPartition, client::Result<client::admin::offsets::Found>)>| {
        found.into_iter().map(|(_, found)| found.map(|found| found.offset)).sum::<Result<i64, client::Error>>()
    };
    let starts = sum(client.list_offsets(&ask(OffsetSpec::Earliest), Isolation::ReadUncommitted).await?)?;
    let ends = sum(client.list_offsets(&ask(OffsetSpec::Latest), Isolation::ReadUncommitted).await?)?;
    u64::try_from(ends.saturating_sub(starts))
        .map_err(|_| client::Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, None, format!("topic {}", topic.name)))
}
