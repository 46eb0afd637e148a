//! What needs both coordinators of a share group: its own for the group, the share coordinator for each partition's
//! state. Each of these is a step of the group, then the states, then a step that says how that went; a crash in between
//! leaves the first, from which the same request, or the next heartbeat, goes on.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use kt_codec::alter_share_group_offsets_request::AlterShareGroupOffsetsRequestTopic;
use kt_codec::{Str, Uuid};
use tokio::task::JoinSet;

use super::group::{Made, MadeTopics, ShareGroup, States};
use super::records::Of;
use super::states::{self, Wanted};
use crate::broker::Broker;
use crate::broker::controller::Image;
use crate::broker::coordinator::group::assign::Partitions;
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::coordinator::group::{Decision, Group, GroupShard, Groups, Record};
use crate::broker::coordinator::runtime::Runtime;
use crate::broker::coordinator::share::{Key, ask};
use crate::protocol::code::ErrorCode;

type Place = (Uuid, i32);

fn plain(code: ErrorCode) -> Refused {
    Refused::new(code, code.message())
}

fn by_topic(places: impl Iterator<Item = Place>) -> Partitions {
    let mut topics = Partitions::new();
    for (topic, partition) in places {
        topics.entry(topic).or_default().insert(partition);
    }
    topics
}

/// Asks for many states at once. The refusals.
async fn each<F: Future<Output = Result<(), Refused>> + Send + 'static>(
    places: Vec<Place>,
    ask: impl Fn(Place) -> F,
) -> BTreeMap<Place, Refused> {
    let mut asked = JoinSet::new();
    for place in places {
        let answer = ask(place);
        asked.spawn(async move { (place, answer.await) });
    }
    let mut refused = BTreeMap::new();
    while let Some(answer) = asked.join_next().await {
        // Nobody cancels them.
        if let Ok((place, Err(why))) = answer {
            refused.insert(place, why);
        }
    }
    refused
}

/// Has the states made that a heartbeat, or an administrator, has asked for. The refusals.
pub async fn make_states(broker: &Arc<Broker>, shard: i32, id: &Str, wanted: Wanted) -> BTreeMap<Place, Refused> {
    let epoch = wanted.epoch;
    let places: Vec<Place> = wanted.places.keys().copied().collect();
    let refused = each(places, |(topic, partition)| {
        let (broker, start) = (Arc::clone(broker), wanted.places[&(topic, partition)]);
        let key = Key { group: id.clone(), topic, partition };
        async move { ask::initialize(&broker, &key, epoch, start).await }
    })
    .await;
    for ((topic, partition), why) in &refused {
        tracing::warn!("share group {id}: no state for partition {partition} of {topic}: {}", why.message);
    }
    let made = refused.is_empty();
    let places = by_topic(wanted.places.into_keys());
    let of = id.clone();
    let told = broker.coordinators.groups.write(shard, move |shard, fx| {
        let Some(Group::Share(ShareGroup { states: Some(states), .. })) = shard.groups.get(&of) else {
            return Decision::reply(());
        };
        let new = match made {
            true => states::begun(states, &places, &*fx.world.image, fx.now_ms),
            false => states::not_begun(states, &places),
        };
        Decision::new(vec![Of(&of).states(&new)], ())
    });
    if let Err(code) = told.await {
        // They are asked for again when they have been beginning for too long.
        tracing::warn!("share group {id}: its new states were not noted: {}", code.name());
    }
    refused
}

/// What AlterShareGroupOffsets wants of the partitions that there are: where each shall begin. Makes the group if it is
/// not there.
pub fn alter(
    shard: &GroupShard,
    image: &Image,
    now_ms: i64,
    id: &Str,
    topics: &[AlterShareGroupOffsetsRequestTopic],
) -> Result<(Vec<Record>, Wanted), Refused> {
    let new = ShareGroup::default();
    let group = match shard.groups.get(id) {
        Some(Group::Share(group)) => group,
        None => &new,
        Some(_) => return Err(Refused::not_of_type(id, "share")),
    };
    if !group.is_empty() {
        return Err(plain(ErrorCode::NON_EMPTY_GROUP));
    }
    let mut beginning = MadeTopics::new();
    let mut places = BTreeMap::new();
    for topic in topics {
        let Some(known) = image.topics.by_name(&topic.topic_name) else { continue };
        let made = beginning.entry(known.id).or_insert_with(|| Made {
            name: known.name.clone(),
            partitions: Default::default(),
            since_ms: now_ms,
        });
        for wanted in topic.partitions.iter().filter(|p| known.partition(p.partition_index).is_some()) {
            made.partitions.insert(wanted.partition_index);
            places.insert((known.id, wanted.partition_index), wanted.start_offset);
        }
    }
    let mut records = Vec::new();
    if !beginning.is_empty() {
        let none = States::default();
        let states = group.states.as_ref().unwrap_or(&none);
        records.push(Of(id).states(&states::beginning(states, &beginning)));
    }
    Ok((records, Wanted { epoch: group.epoch, places }))
}

/// What DeleteShareGroupOffsets has to delete: the group's new states, the partitions, and the topics it cannot delete.
pub struct ToDelete {
    pub records: Vec<Record>,
    pub partitions: Partitions,
    pub refused: Vec<(Str, Refused)>,
}

pub fn delete_offsets(shard: &GroupShard, image: &Image, id: &Str, topics: &[Str]) -> Result<ToDelete, Refused> {
    let group = super::of(shard, id)?;
    if !group.is_empty() {
        return Err(plain(ErrorCode::NON_EMPTY_GROUP));
    }
    let mut todo = ToDelete { records: Vec::new(), partitions: Partitions::new(), refused: Vec::new() };
    let Some(states) = &group.states else { return Ok(todo) };
    let mut new = states.clone();
    for name in topics {
        let Some(topic) = image.topics.by_name(name) else {
            todo.refused.push((name.clone(), plain(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION)));
            continue;
        };
        if let Some(made) = new.initialized.remove(&topic.id) {
            todo.partitions.insert(topic.id, made.partitions);
            new.deleting.insert(topic.id, topic.name.clone());
        } else if new.deleting.contains_key(&topic.id) {
            todo.partitions.insert(topic.id, topic.partitions.iter().enumerate().map(|(p, _)| p as i32).collect());
        } else {
            let message = "There is no offset information to delete.";
            todo.refused.push((name.clone(), Refused::new(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION, message)));
        }
    }
    todo.records.push(Of(id).states(&new));
    Ok(todo)
}

/// Deletes the states of these partitions; the group lets go of the topics of which all are deleted. The refusals.
pub async fn delete_states(
    broker: &Arc<Broker>,
    shard: i32,
    id: &Str,
    partitions: Partitions,
) -> Result<BTreeMap<Uuid, Refused>, ErrorCode> {
    let refused = delete_each(broker, id, &partitions).await;
    let done: Vec<Uuid> = partitions.keys().filter(|topic| !refused.contains_key(*topic)).copied().collect();
    let of = id.clone();
    let told = broker.coordinators.groups.write(shard, move |shard, _| {
        let Some(Group::Share(ShareGroup { states: Some(states), .. })) = shard.groups.get(&of) else {
            return Decision::reply(());
        };
        let mut states = states.clone();
        states.deleting.retain(|topic, _| !done.contains(topic));
        Decision::new(vec![Of(&of).states(&states)], ())
    });
    told.await?;
    Ok(refused)
}

async fn delete_each(broker: &Arc<Broker>, id: &Str, partitions: &Partitions) -> BTreeMap<Uuid, Refused> {
    let mut places: Vec<Place> = Vec::new();
    for (topic, of) in partitions {
        places.extend(of.iter().map(|partition| (*topic, *partition)));
    }
    let refused = each(places, |(topic, partition)| {
        let broker = Arc::clone(broker);
        let key = Key { group: id.clone(), topic, partition };
        async move { ask::delete(&broker, &key).await }
    });
    refused.await.into_iter().map(|((topic, _), why)| (topic, why)).collect()
}

/// Before groups are deleted: the states of those that are share groups go. Says of which that has failed.
pub async fn before_deletion(broker: &Arc<Broker>, shard: i32, ids: &[Str]) -> HashMap<Str, ErrorCode> {
    let asked = ids.to_vec();
    let begun = broker.coordinators.groups.write(shard, move |shard, fx| {
        let (mut records, mut todo) = (Vec::new(), Vec::new());
        for id in asked {
            let Some(Group::Share(group)) = shard.groups.get(&id) else { continue };
            let (true, Some(states)) = (group.is_empty(), &group.states) else { continue };
            let (new, partitions) = states::to_delete(states, &*fx.world.image);
            records.push(Of(&id).states(&new));
            todo.push((id, partitions));
        }
        Decision::new(records, todo)
    });
    let todo = match begun.await {
        Ok(todo) => todo,
        Err(code) => return ids.iter().map(|id| (id.clone(), code)).collect(),
    };
    let mut failed = HashMap::new();
    for (id, partitions) in todo {
        if let Some((_, why)) = delete_each(broker, &id, &partitions).await.pop_first() {
            failed.insert(id, why.code);
        }
    }
    failed
}

/// The metadata changed: what groups know of the states of deleted topics goes.
pub fn follow(groups: &Arc<Runtime<Groups>>, before: &Image, after: &Image) {
    let gone = before.topics.iter().filter(|topic| after.topics.by_id(&topic.id).is_none());
    let gone: Arc<Vec<Uuid>> = Arc::new(gone.map(|topic| topic.id).collect());
    if gone.is_empty() {
        return;
    }
    for shard in groups.led() {
        let gone = Arc::clone(&gone);
        groups.write_soon(shard, move |shard, _| {
            let new = shard.groups.iter().filter_map(|(id, group)| match group {
                Group::Share(ShareGroup { states: Some(states), .. }) => {
                    Some(Of(id).states(&states::without_topics(states, |topic| gone.contains(topic))?))
                }
                _ => None,
            });
            Decision::new(new.collect(), ())
        });
    }
}
