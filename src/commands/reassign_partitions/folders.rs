//! Replicas that move from one folder of their broker to another: the `log_dirs` of a plan. The cluster keeps no list of
//! such moves; each broker tells its own (DescribeLogDirs), and is asked for them (AlterReplicaLogDirs).

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::plan::{Parts, Replica};
use super::terse;
use crate::client::admin::TopicPartition;
use crate::client::admin::log_dirs::Place;
use crate::client::{Client, Error, Result};
use crate::commands::failure::{Exit, Failure};
use crate::output::java::{copied_hash_order, replica_hash};
use crate::protocol::code::ErrorCode;

/// How long until a broker is asked again that does not have the replica yet.
const PAUSE: Duration = Duration::from_millis(100);

/// The folders that a plan names.
pub type Folders = BTreeMap<Replica, String>;

/// How far a replica is on the way that a plan wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// In no folder that works.
    Missing,
    Done,
    Moving {
        from: String,
        to: String,
    },
    Elsewhere {
        now: String,
    },
}

impl State {
    fn of(place: Place, wanted: &str) -> State {
        match (place.now, place.next) {
            (None, _) => State::Missing,
            (Some(now), Some(next)) => State::Moving { from: now.folder, to: next.folder },
            (Some(now), None) if now.folder == wanted => State::Done,
            (Some(now), None) => State::Elsewhere { now: now.folder },
        }
    }

    /// Nothing is to be waited for. As in the original a replica that cannot be found is.
    pub fn is_settled(&self) -> bool {
        matches!(self, State::Done | State::Elsewhere { .. })
    }

    /// The original's line.
    pub fn line(&self, (tp, broker): &Replica, wanted: &str) -> String {
        match self {
            State::Missing => format!(
                "Partition {tp} is not found in any live log dir on broker {broker}. There is likely an offline log \
                 directory on the broker."
            ),
            State::Done => format!("Reassignment of replica {tp}-{broker} completed successfully."),
            State::Moving { to, .. } if to == wanted => {
                format!("Reassignment of replica {tp}-{broker} is still in progress.")
            }
            State::Moving { to, .. } => {
                format!("Partition {tp} on broker {broker} is being moved to log dir {to} instead of {wanted}.")
            }
            State::Elsewhere { now } => {
                format!("Partition {tp} on broker {broker} is not being moved from log dir {now} to {wanted}.")
            }
        }
    }

    /// In kt's words.
    pub fn words(&self, wanted: &str) -> String {
        match self {
            State::Missing => "in no folder of the broker that works".to_owned(),
            State::Done => "completed".to_owned(),
            State::Moving { to, .. } if to == wanted => "in progress".to_owned(),
            State::Moving { to, .. } => format!("on its way to {to} instead"),
            State::Elsewhere { now } => format!("not under way: in {now}"),
        }
    }
}

/// Replicas in the original's order: by broker first.
pub fn in_order<T>(folders: &BTreeMap<Replica, T>) -> Vec<(&Replica, &T)> {
    let mut all: Vec<(&Replica, &T)> = folders.iter().collect();
    all.sort_by_key(|((_, broker), _)| *broker);
    all
}

/// In which folder each replica lies, as far as the brokers tell.
pub async fn current(client: &Client, parts: &Parts) -> Result<Folders> {
    let known: BTreeSet<i32> = client.cluster().await?.ids().into_iter().collect();
    let on_brokers = |(tp, ids): (&TopicPartition, &Vec<i32>)| {
        let ids = ids.iter().filter(|id| known.contains(id));
        ids.map(|id| (tp.clone(), *id)).collect::<Vec<Replica>>()
    };
    let replicas: Vec<Replica> = parts.iter().flat_map(on_brokers).collect();
    // Whoever may see the partitions may not see the folders.
    let places = client.replica_places(&replicas).await.unwrap_or_default();
    Ok(places.into_iter().filter_map(|(replica, place)| Some((replica, place.now?.folder))).collect())
}

/// How far the replicas are on their way to the folders that a plan names.
pub async fn states(client: &Client, wanted: &Folders) -> Result<BTreeMap<Replica, State>> {
    let replicas: Vec<Replica> = wanted.keys().cloned().collect();
    let mut states = BTreeMap::new();
    for (replica, place) in client.replica_places(&replicas).await? {
        let state = State::of(place, &wanted[&replica]);
        states.insert(replica, state);
    }
    Ok(states)
}

/// The replicas that move between folders, with where they are going.
pub async fn under_way(client: &Client) -> Result<Folders> {
    let places = client.known_places().await?;
    Ok(places.into_iter().filter_map(|(replica, place)| Some((replica, place.next?.folder))).collect())
}

/// Starts moves. A replica that its broker does not have yet, for it only just begins to come, is waited for. Brings the
/// original's lines, also with a failure.
pub async fn start(
    client: &Client,
    wanted: &Folders,
    patience: Duration,
) -> std::result::Result<String, (String, Failure)> {
    let begun = Instant::now();
    let mut left = wanted.clone();
    let mut said = String::new();
    loop {
        let outcomes = client.alter_replica_log_dirs(&left).await;
        let outcomes = outcomes.map_err(|error| (said.clone(), error.into()))?;
        let mut started = Folders::new();
        // Of several failures the original throws the one that its map holds first.
        let hash = |((tp, broker), _): &(Replica, Result<()>)| replica_hash(&tp.topic, tp.partition, *broker);
        for (replica, outcome) in copied_hash_order(outcomes, hash) {
            match outcome {
                Ok(()) => drop(left.remove(&replica).map(|folder| started.insert(replica, folder))),
                Err(error) if error.code() == Some(ErrorCode::REPLICA_NOT_AVAILABLE) => {}
                Err(error) => {
                    let failure = not_moved(client, &replica, &wanted[&replica], error).await;
                    return Err((said, failure));
                }
            }
        }
        for ((tp, broker), folder) in in_order(&started) {
            said += &format!(
                "Successfully started moving log directory to {folder} for replica {tp} with broker {broker} \n"
            );
        }
        if left.is_empty() {
            return Ok(said);
        }
        if begun.elapsed() >= patience {
            let names: Vec<String> =
                in_order(&left).into_iter().map(|((tp, broker), _)| format!("{tp}-{broker}")).collect();
            let plural = if names.len() == 1 { "" } else { "s" };
            let kafka =
                format!("Timed out before log directory move{plural} could be started for: {}", names.join(","));
            let failure = terse(kafka)
                .in_words(format!("cannot move {} to another folder", names.join(", ")))
                .because(format!("the broker does not have it yet, {} s after it was asked for", patience.as_secs()))
                .hint("apply the plan again when kt reassign status shows nothing under way")
                .exit(Exit::Partly);
            return Err((said, failure));
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// A broker refused to move a replica.
async fn not_moved(client: &Client, (tp, broker): &Replica, folder: &str, error: Error) -> Failure {
    let java = error.java_exception();
    let message = format!("Failed to alter dir for {tp}-{broker}");
    let text = format!(
        "Error: {message}\norg.apache.kafka.tools.AdminCommandFailedException: {message}\nCaused by: \
         java.util.concurrent.ExecutionException: {java}\nCaused by: {java}\n\n"
    );
    let unknown = error.code() == Some(ErrorCode::LOG_DIR_NOT_FOUND);
    let failure = Failure::from(error).in_words(format!("cannot move {tp} on broker {broker} to {folder}"));
    let failure = match unknown {
        true => {
            let there = client.describe_log_dirs(&[*broker], Some(&[])).await.unwrap_or_default();
            let dirs = there.into_iter().flat_map(|(_, dirs)| dirs.unwrap_or_default());
            let paths: Vec<String> = dirs.map(|dir| dir.path).collect();
            let why = format!("the broker has no such folder; it has {}", paths.join(", "));
            failure.because(why).hint("kt log-dirs   shows the folders of each broker").exit(Exit::NotFound)
        }
        false => failure,
    };
    failure.kafka_exactly(text, 1)
}

/// For programs.
pub fn listed(folders: &Folders) -> Value {
    let one = |((tp, broker), folder): (&Replica, &String)| json!({ "topic": tp.topic, "partition": tp.partition, "broker": broker, "folder": folder });
    Value::Array(in_order(folders).into_iter().map(one).collect())
}
