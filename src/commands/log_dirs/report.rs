//! How log folders look: the original's line of JSON, and kt's tables.

use std::io;

use serde::Serialize;

use crate::client::admin::log_dirs::{LogDir, Replica};
use crate::output::human;
use crate::output::java::{hash_order, topic_partition_hash};
use crate::output::kafka::{java_hash, joined};
use crate::output::paint::Tone;
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// How much is shown in kt's tables.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    Folders,
    Partitions,
}

#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct LogDirs {
    pub brokers: Vec<BrokerDirs>,
    #[serde(skip)]
    pub detail: Detail,
    /// A broker did not answer. The original shows nothing then.
    #[serde(skip)]
    pub incomplete: bool,
}

#[derive(Serialize)]
pub(super) struct BrokerDirs {
    broker: i32,
    #[serde(rename = "logDirs")]
    dirs: Vec<Dir>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dir {
    path: String,
    error: Option<String>,
    total_bytes: Option<i64>,
    usable_bytes: Option<i64>,
    bytes: i64,
    partitions: Vec<Part>,
    #[serde(skip)]
    java_class: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Part {
    topic: String,
    partition: i32,
    bytes: i64,
    offset_lag: i64,
    is_future: bool,
}

/// The original's form, field for field in the order in which its maps give them back.
#[derive(Serialize)]
struct Original<'a> {
    brokers: Vec<OriginalBroker<'a>>,
    version: i32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OriginalBroker<'a> {
    broker: i32,
    log_dirs: Vec<OriginalDir<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OriginalDir<'a> {
    partitions: Vec<OriginalPart>,
    error: Option<&'a str>,
    log_dir: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OriginalPart {
    partition: String,
    size: i64,
    offset_lag: i64,
    is_future: bool,
}

impl BrokerDirs {
    /// What a broker answered, without the topics that are not wanted.
    pub fn new(broker: i32, dirs: Vec<LogDir>, topics: &[String]) -> BrokerDirs {
        let dirs = dirs.into_iter().map(|dir| {
            let all = in_java(dir.replicas);
            let wanted =
                all.into_iter().filter(|replica| topics.is_empty() || topics.contains(&replica.partition.topic));
            let partitions: Vec<Part> = in_java(wanted.collect()).into_iter().map(Part::from).collect();
            let class = dir.error.is_error().then(|| dir.error.to_java(Some("")));
            Dir {
                path: dir.path,
                error: dir.error.is_error().then(|| dir.error.to_string()),
                total_bytes: dir.total_bytes,
                usable_bytes: dir.usable_bytes,
                bytes: partitions.iter().map(|part| part.bytes).sum(),
                partitions,
                java_class: class.map(|text| text.trim_end_matches(": ").to_owned()),
            }
        });
        BrokerDirs { broker, dirs: hash_order(dirs.collect(), |dir| java_hash(&dir.path)) }
    }
}

fn in_java(replicas: Vec<Replica>) -> Vec<Replica> {
    hash_order(replicas, |replica| topic_partition_hash(&replica.partition.topic, replica.partition.partition))
}

impl From<Replica> for Part {
    fn from(replica: Replica) -> Self {
        Part {
            topic: replica.partition.topic,
            partition: replica.partition.partition,
            bytes: replica.bytes,
            offset_lag: replica.offset_lag,
            is_future: replica.is_future,
        }
    }
}

impl<'a> From<&'a LogDirs> for Original<'a> {
    fn from(all: &'a LogDirs) -> Self {
        let part = |part: &Part| OriginalPart {
            partition: format!("{}-{}", part.topic, part.partition),
            size: part.bytes,
            offset_lag: part.offset_lag,
            is_future: part.is_future,
        };
        let dir = |dir: &'a Dir| OriginalDir {
            partitions: dir.partitions.iter().map(part).collect(),
            error: dir.java_class.as_deref(),
            log_dir: &dir.path,
        };
        let broker = |broker: &'a BrokerDirs| OriginalBroker {
            broker: broker.broker,
            log_dirs: broker.dirs.iter().map(dir).collect(),
        };
        Original { brokers: all.brokers.iter().map(broker).collect(), version: 1 }
    }
}

impl Report for LogDirs {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        let ids: Vec<i32> = self.brokers.iter().map(|broker| broker.broker).collect();
        out.line("Querying brokers for log directories information")?;
        if self.incomplete {
            return Ok(());
        }
        out.line(format!("Received log directory information from brokers {}", joined(&ids)))?;
        out.line(serde_json::to_string(&Original::from(self))?)
    }

    fn table(&self) -> Table {
        match self.detail {
            Detail::Folders => self.folders(),
            Detail::Partitions => self.partitions(),
        }
    }
}

impl LogDirs {
    fn folders(&self) -> Table {
        let mut table = Table::new(&[">BROKER", "FOLDER", ">PARTITIONS", ">SIZE", ">FREE", "STATE"]);
        for broker in &self.brokers {
            for dir in &broker.dirs {
                let state = match &dir.error {
                    Some(error) => Cell::new(error.as_str()).tone(Tone::Bad),
                    None => "ok".into(),
                };
                table.row([
                    broker.broker.to_string().into(),
                    dir.path.as_str().into(),
                    Cell::count(dir.partitions.len() as i64),
                    size(dir.bytes),
                    dir.usable_bytes.map_or("-".into(), size),
                    state,
                ]);
            }
        }
        table
    }

    fn partitions(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITION", ">BROKER", ">SIZE", ">LAG", "+FOLDER"]);
        let mut rows: Vec<(&Part, i32, &str)> = Vec::new();
        for broker in &self.brokers {
            for dir in &broker.dirs {
                rows.extend(dir.partitions.iter().map(|part| (part, broker.broker, dir.path.as_str())));
            }
        }
        rows.sort_by(|(a, ..), (b, ..)| (&a.topic, a.partition).cmp(&(&b.topic, b.partition)));
        for (part, broker, path) in rows {
            let lag = Cell::count(part.offset_lag).tone(if part.offset_lag > 0 { Tone::Warn } else { Tone::Plain });
            table.row([
                part.topic.as_str().into(),
                part.partition.to_string().into(),
                broker.to_string().into(),
                size(part.bytes),
                lag,
                path.into(),
            ]);
        }
        table
    }
}

fn size(bytes: i64) -> Cell {
    Cell::new(human::size(u64::try_from(bytes).unwrap_or(0))).exactly(bytes.to_string())
}
