//! Carrying out what is to be done with topics.

use std::collections::{BTreeMap, BTreeSet};

use kt_codec::Uuid;
use kt_codec::list_partition_reassignments_request::{
    ListPartitionReassignmentsRequest, ListPartitionReassignmentsTopics,
};

use super::changed::{Altered, Created, Made};
use super::describe::{Description, Moving, Partition, Setting, Topic};
use super::list::{List, Row};
use super::{Action, Aim, Assignment, Create, Describe, Named, Which, contents, delete, watch};
use crate::client::admin::TopicPartition;
use crate::client::admin::configs::{Detail, Entry, Resource, Source};
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::admin::topics::{MorePartitions, NewTopic, Topic as Known};
use crate::client::{self, Client, Problem};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::groups::plan::now_ms;
use crate::commands::pattern::{Pattern, is_internal};
use crate::commands::suggest;
use crate::config::keys;
use crate::output::human;
use crate::output::kafka::hash_map_order;
use crate::protocol::code::ErrorCode;

pub fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    match action {
        Action::Create(wanted) => create(wanted, cx),
        Action::List(named) => {
            let client = cx.client()?;
            let topics = cx.block_on(select(&client, &named))??;
            cx.report(&List { rows: topics.iter().map(Row::from).collect() })
        }
        Action::Describe(wanted) => {
            let client = cx.client()?;
            let description = cx.block_on(describe(&client, &wanted))??;
            cx.page(&description)?;
            if !description.unseen.is_empty() {
                let names = description.unseen.join(", ");
                cx.note(&format!("settings are not shown: this user may not describe the configs of {names}"));
            }
            Ok(())
        }
        Action::Watch { wanted, every, count } => watch::watch(&wanted, every, count, cx),
        Action::Alter { topics, aim, assignment } => alter(&topics, aim, &assignment, cx),
        Action::Delete { topics, preview } => delete::delete(&topics, preview, cx),
        Action::Count { topics, sizes } => contents::count(&topics, sizes, cx),
        Action::Last { topics, count } => contents::last(&topics, count, cx),
        Action::Trim { topics, until } => contents::trim(&topics, until, cx),
    }
}

/// The topics of the patterns, in the order of their names.
pub(super) async fn select(client: &Client, named: &Named) -> Result<Vec<Known>, Failure> {
    let mut all = client.all_topics().await?;
    all.sort_by(|one, other| one.name.cmp(&other.name));
    let wanted = |topic: &&Known| {
        let hidden = named.exclude_internal && (topic.internal || is_internal(&topic.name));
        let patterns = &named.patterns;
        !hidden && (patterns.is_empty() || patterns.iter().any(|pattern| pattern.matches(&topic.name)))
    };
    let found: Vec<Known> = all.iter().filter(wanted).cloned().collect();
    let finds_none =
        |pattern: &&Pattern| !pattern.as_str().is_empty() && !found.iter().any(|topic| pattern.matches(&topic.name));
    let missed = named.patterns.iter().filter(|_| named.required).filter(finds_none);
    match Failure::several(missed.map(|pattern| missing(pattern.as_str(), &all)), false) {
        Some(failure) => Err(failure),
        None => Ok(found),
    }
}

pub fn missing(asked: &str, all: &[Known]) -> Failure {
    Failure::new(format!("there is no topic {asked}"))
        .code(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION.name())
        .kafka(format!("Topic '{asked}' does not exist as expected"))
        .exit(Exit::NotFound)
        .hint_if_any(suggest::hint(asked, all.iter().map(|topic| &*topic.name)))
}

fn create(wanted: Create, cx: &mut Context) -> Result<(), Failure> {
    check_locally(&wanted, cx)?;
    let configs: Vec<_> = wanted.configs.into_iter().collect();
    let new = |name: &String| NewTopic {
        name: name.clone(),
        partitions: wanted.partitions,
        replication: wanted.replication_factor.and_then(|factor| i16::try_from(factor).ok()),
        assignment: wanted.assignment.clone(),
        configs: configs.clone(),
    };
    let all: Vec<NewTopic> = wanted.names.iter().map(new).collect();
    let client = cx.client()?;
    let answers = cx.block_on(client.create_topics(&all, cx.is_dry_run()))?.map_err(refused_defaults)?;
    let (mut done, mut failed, mut kept) = (Vec::new(), Vec::new(), Vec::new());
    for new in &all {
        match answers.iter().find(|(name, _)| *name == new.name).map(|(_, outcome)| outcome) {
            Some(Ok(created)) => done.push(Made::new(new, created.clone())),
            Some(Err(error)) if wanted.if_not_exists && error.code() == Some(ErrorCode::TOPIC_ALREADY_EXISTS) => {
                kept.push(&*new.name);
            }
            Some(Err(error)) => {
                let there = cx.block_on(in_the_way(&client, error, new))?;
                failed.push(refused_creation(error.clone(), new, there));
            }
            None => failed.push(Failure::new(format!("the broker did not say whether it made topic {}", new.name))),
        }
    }
    for name in &kept {
        cx.note(&format!("topic {name} exists already; nothing was changed"));
    }
    if let Some(name) = done.first().map(|made| made.topic.clone()) {
        cx.report(&Created { topics: done })?;
        cx.hint(&format!("kt produce {name} · kt topics describe {name}"));
    }
    let some_worked = wanted.names.len() > failed.len();
    Failure::several(failed, some_worked).map_or_else(|| cx.done(), Err)
}

/// A broker of before 2.4 has to be told both numbers.
fn refused_defaults(error: client::Error) -> Failure {
    let is_old = error.code() == Some(ErrorCode::UNSUPPORTED_VERSION);
    Failure::from(error).hint_if_any(is_old.then_some("add --partitions and --replication-factor"))
}

/// What a topic could not be made for.
enum InTheWay {
    /// One of that name, with so many partitions.
    Topic(usize),
    /// So few brokers.
    Brokers(usize),
    Unknown,
}

async fn in_the_way(client: &Client, error: &client::Error, new: &NewTopic) -> InTheWay {
    let found = match error.code() {
        Some(ErrorCode::TOPIC_ALREADY_EXISTS) => {
            let known = client.describe_topics(std::slice::from_ref(&new.name), false).await.ok();
            let known = known.and_then(|all| all.into_iter().next()?.1.ok());
            known.map(|topic| InTheWay::Topic(topic.partitions.len()))
        }
        Some(ErrorCode::INVALID_REPLICATION_FACTOR) => {
            let cluster = client.describe_cluster(false, false).await.ok();
            cluster.map(|cluster| InTheWay::Brokers(cluster.nodes.len()))
        }
        _ => None,
    };
    found.unwrap_or(InTheWay::Unknown)
}

fn refused_creation(error: client::Error, new: &NewTopic, there: InTheWay) -> Failure {
    let code = error.code();
    let what = match (there, new.replication) {
        (InTheWay::Topic(partitions), _) => {
            Some(format!("topic {} exists already, with {}", new.name, human::several(partitions, "partition")))
        }
        (InTheWay::Brokers(alive), Some(wanted)) if usize::try_from(wanted).is_ok_and(|wanted| wanted > alive) => {
            Some(format!(
                "{wanted} replicas need {wanted} brokers, and {alive} {} there",
                if alive == 1 { "is" } else { "are" }
            ))
        }
        _ => None,
    };
    let known = || keys::TOPIC.iter().map(|key| key.name);
    let strange = new.configs.iter().map(|(key, _)| key).find(|key| known().all(|known| known != key.as_str()));
    let near = strange.filter(|_| code == Some(ErrorCode::INVALID_CONFIG)).and_then(|key| suggest::hint(key, known()));
    let failure = Failure::from(error);
    let failure = match what {
        Some(what) => failure.in_words(what),
        None => failure,
    };
    let failure = failure.hint_if_any(near);
    match code {
        Some(ErrorCode::TOPIC_ALREADY_EXISTS) => {
            failure.hint(format!("kt topics describe {}, or add --if-not-exists", new.name))
        }
        Some(ErrorCode::INVALID_REPLICATION_FACTOR) => {
            failure.hint("leave --replication-factor out, or start more brokers")
        }
        _ => failure,
    }
}

/// What the original checks before it asks the cluster.
fn check_locally(create: &Create, cx: &mut Context) -> Result<(), Failure> {
    if create.names.iter().any(|name| name.contains(['.', '_'])) {
        cx.warning(
            "WARNING: Due to limitations in metric names, topics with a period ('.') or underscore ('_') could collide. \
             To avoid issues it is best to use either, but not both.",
            "a name with '.' and one with '_' in its place cannot both exist; better use only one of the two",
        )?;
    }
    if create.replication_factor.is_some_and(|factor| !(1..=i32::from(i16::MAX)).contains(&factor)) {
        let sentence = format!("The replication factor must be between 1 and {} inclusive", i16::MAX);
        return Err(Failure::usage(&*sentence).kafka(&*sentence));
    }
    if create.partitions.is_some_and(|partitions| partitions < 1) {
        let sentence = "The partitions must be greater than 0";
        return Err(Failure::usage(sentence).kafka(sentence));
    }
    Ok(())
}

fn alter(named: &Named, aim: Aim, assignment: &Assignment, cx: &mut Context) -> Result<(), Failure> {
    let (client, dry_run) = (cx.client()?, cx.is_dry_run());
    let (altered, counts) = cx.block_on(async {
        let topics = select(&client, named).await?;
        // Of the assignment only what is to come counts: the first lists are for the partitions there are.
        let new = |topic: &Known| {
            let more = assignment.get(topic.partitions.len()..).unwrap_or_default().to_vec();
            MorePartitions {
                topic: topic.name.clone(),
                count: aim.of(topic.partitions.len()),
                assignment: (!assignment.is_empty()).then_some(more),
            }
        };
        let asked: Vec<_> = topics.iter().map(new).collect();
        let counts: BTreeMap<String, i32> = asked.iter().map(|one| (one.topic.clone(), one.count)).collect();
        let answers = if asked.is_empty() { Vec::new() } else { client.create_partitions(&asked, dry_run).await? };
        Ok::<_, Failure>((answers, counts))
    })??;
    let (done, failed) = apart(altered);
    if !done.is_empty() {
        cx.report(&Altered::new(&done, &counts))?;
    }
    Failure::several(failed, !done.is_empty()).map_or_else(|| cx.done(), Err)
}

/// What worked, and what did not.
pub(super) fn apart(answers: Vec<(String, client::Result<()>)>) -> (Vec<String>, Vec<Failure>) {
    let mut done = Vec::new();
    let mut failed = Vec::new();
    for (name, outcome) in answers {
        match outcome {
            Ok(()) => done.push(name),
            Err(error) => failed.push(Failure::from(error)),
        }
    }
    (done, failed)
}

pub(super) async fn describe(client: &Client, wanted: &Describe) -> Result<Description, Failure> {
    let topics = match &wanted.which {
        Which::Named(named) => by_name(client, named).await?,
        Which::Id { id, exclude_internal, required } => by_id(client, *id, *exclude_internal, *required).await?,
    };
    let resources: Vec<Resource> = topics.iter().map(|topic| Resource::topic(&*topic.name)).collect();
    let detail = Detail { synonyms: wanted.offsets, documentation: false };
    let (settings, cluster, moves, contents) = tokio::join!(
        client.describe_configs(&resources, detail),
        client.describe_cluster(false, false),
        moves(client, &topics),
        async { if wanted.offsets { Contents::of(client, &topics).await } else { Ok(Contents::default()) } },
    );
    let (settings, moves, contents) = (settings?, moves?, contents?);
    let live: BTreeSet<i32> = cluster?.nodes.iter().map(|node| node.id).collect();
    let (mut described, mut unseen) = (Vec::new(), Vec::new());
    for (topic, (_, entries)) in topics.into_iter().zip(settings) {
        let entries = match entries {
            // Who may see a topic, but not its settings, sees the rest of it; the original's tool fails.
            Err(error) if wanted.offsets && error.code() == Some(ErrorCode::TOPIC_AUTHORIZATION_FAILED) => {
                unseen.push(topic.name.clone());
                Vec::new()
            }
            entries => entries?,
        };
        described.push(joined(topic, entries, &moves, &contents));
    }
    if wanted.offsets {
        described.sort_by(|one, other| one.name.cmp(&other.name));
    }
    Ok(Description { topics: described, filters: wanted.filters, live, unseen, now: now_ms() })
}

/// As the original: first the list, then each topic in full; they come in the order of its hash map.
async fn by_name(client: &Client, named: &Named) -> Result<Vec<Known>, Failure> {
    let names: Vec<String> = select(client, named).await?.into_iter().map(|topic| topic.name).collect();
    let mut topics = Vec::new();
    for (_, outcome) in client.describe_topics(&names, false).await? {
        topics.push(outcome?);
    }
    Ok(hash_map_order(topics, names.len(), |topic| &*topic.name))
}

async fn by_id(client: &Client, id: Uuid, exclude_internal: bool, required: bool) -> Result<Vec<Known>, Failure> {
    let all = client.all_topics().await?;
    let there = |topic: &Known| topic.id == id && !(exclude_internal && topic.internal);
    if !all.iter().any(there) {
        if !required {
            return Ok(Vec::new());
        }
        return Err(Failure::new(format!("there is no topic of id {id}"))
            .code(ErrorCode::UNKNOWN_TOPIC_ID.name())
            .kafka(format!("TopicId '{id}' does not exist as expected"))
            .exit(Exit::NotFound));
    }
    let mut topics = Vec::new();
    for (_, outcome) in client.describe_topics_by_id(&[id], false).await? {
        topics.push(outcome?);
    }
    Ok(topics)
}

type Of<T> = BTreeMap<TopicPartition, T>;

/// The reassignments under way. A broker that cannot or will not tell has none, as in the original.
async fn moves(client: &Client, topics: &[Known]) -> Result<Of<Moving>, Failure> {
    let of_topic = |topic: &Known| ListPartitionReassignmentsTopics {
        name: topic.name.as_str().into(),
        partition_indexes: topic.partitions.iter().map(|partition| partition.id).collect(),
        ..Default::default()
    };
    let request = ListPartitionReassignmentsRequest {
        timeout_ms: 30_000,
        topics: Some(topics.iter().map(of_topic).collect()),
        ..Default::default()
    };
    let answer = client.change(|_| request.clone(), |response| ErrorCode(response.error_code)).await;
    let response = match answer {
        Ok(response) => response,
        Err(error) if matches!(error.problem(), Problem::Unsupported { .. }) => return Ok(BTreeMap::new()),
        Err(error) => return Err(error.during("listPartitionReassignments").into()),
    };
    match ErrorCode(response.error_code) {
        ErrorCode::NONE => {}
        ErrorCode::CLUSTER_AUTHORIZATION_FAILED => return Ok(BTreeMap::new()),
        code => {
            let message = response.error_message.as_deref();
            return Err(client::Error::refused(code, message, "the reassignments under way").into());
        }
    }
    let mut moves = BTreeMap::new();
    for topic in response.topics {
        for partition in topic.partitions {
            let moving = Moving {
                adding: partition.adding_replicas,
                removing: partition.removing_replicas,
                replicas: partition.replicas,
            };
            moves.insert(TopicPartition::new(&*topic.name, partition.partition_index), moving);
        }
    }
    Ok(moves)
}

/// First and next offset of each partition that has a leader.
pub(super) async fn offsets(client: &Client, topics: &[Known]) -> Result<Of<(i64, i64)>, Failure> {
    let led = led(topics);
    let ask = async |spec: OffsetSpec| {
        let asked: Vec<_> = led.iter().map(|partition| (partition.clone(), spec)).collect();
        client.list_offsets(&asked, Isolation::ReadUncommitted).await
    };
    let (starts, ends) = tokio::join!(ask(OffsetSpec::Earliest), ask(OffsetSpec::Latest));
    let mut offsets = BTreeMap::new();
    for ((partition, start), (_, end)) in starts?.into_iter().zip(ends?) {
        // A partition that cannot tell is shown without its offsets.
        if let (Ok(start), Ok(end)) = (start, end) {
            offsets.insert(partition, (start.offset, end.offset));
        }
    }
    Ok(offsets)
}

fn led(topics: &[Known]) -> Vec<TopicPartition> {
    let of_topic = |topic: &Known| {
        let led = topic.partitions.iter().filter(|partition| partition.leader.is_some());
        led.map(|partition| TopicPartition::new(&*topic.name, partition.id)).collect::<Vec<_>>()
    };
    topics.iter().flat_map(of_topic).collect()
}

/// When the newest record of each partition was written, by its own time. Brokers before 3.0 cannot tell.
pub(super) async fn last_writes(client: &Client, topics: &[Known]) -> Result<Of<i64>, Failure> {
    let asked: Vec<_> = led(topics).into_iter().map(|partition| (partition, OffsetSpec::MaxTimestamp)).collect();
    let answers = client.list_offsets(&asked, Isolation::ReadUncommitted).await?;
    let told = |(partition, answer): (TopicPartition, client::Result<crate::client::admin::offsets::Found>)| {
        let found = answer.ok().filter(|found| found.timestamp >= 0)?;
        Some((partition, found.timestamp))
    };
    Ok(answers.into_iter().filter_map(told).collect())
}

/// What partitions hold, as far as their leaders tell; with Kafka's flags nobody is asked.
#[derive(Default)]
struct Contents {
    offsets: Of<(i64, i64)>,
    last_writes: Of<i64>,
    bytes: Of<u64>,
}

impl Contents {
    async fn of(client: &Client, topics: &[Known]) -> Result<Contents, Failure> {
        let (offsets, last_writes, bytes) =
            tokio::join!(offsets(client, topics), last_writes(client, topics), contents::bytes(client, topics));
        // Who may not look at the folders still learns the rest.
        Ok(Contents { offsets: offsets?, last_writes: last_writes?, bytes: bytes.unwrap_or_default() })
    }
}

fn joined(topic: Known, entries: Vec<Entry>, moves: &Of<Moving>, contents: &Contents) -> Topic {
    let partition = |known: &crate::client::admin::topics::Partition| {
        let at = TopicPartition::new(&*topic.name, known.id);
        Partition {
            number: known.id,
            leader: known.leader,
            replicas: known.replicas.clone(),
            isr: known.isr.clone(),
            elr: known.elr.clone(),
            last_known_elr: known.last_known_elr.clone(),
            moving: moves.get(&at).cloned(),
            offsets: contents.offsets.get(&at).copied(),
            last_write: contents.last_writes.get(&at).copied(),
        }
    };
    let setting = |entry: Entry| Setting {
        is_default: entry.source == Source::Default,
        of_topic: entry.source == Source::Topic,
        otherwise: entry.synonyms.into_iter().find(|one| one.source != Source::Topic).and_then(|one| one.value),
        name: entry.name,
        value: entry.value,
    };
    let sizes = topic.partitions.iter().map(|known| contents.bytes.get(&TopicPartition::new(&*topic.name, known.id)));
    Topic {
        bytes: sizes.map(|bytes| bytes.copied()).sum(),
        partitions: topic.partitions.iter().map(partition).collect(),
        settings: entries.into_iter().map(setting).collect(),
        id: (topic.id != Uuid::ZERO).then(|| topic.id.to_string()),
        internal: topic.internal,
        name: topic.name,
    }
}

impl From<&Known> for Row {
    fn from(topic: &Known) -> Self {
        Self {
            topic: topic.name.clone(),
            id: (topic.id != Uuid::ZERO).then(|| topic.id.to_string()),
            partitions: topic.partitions.len(),
            replication_factor: topic.partitions.first().map_or(0, |partition| partition.replicas.len()),
            internal: topic.internal,
        }
    }
}
