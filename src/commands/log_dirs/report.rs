//! How log folders look: the original's line of JSON, and kt's tables.

use std::collections::BTreeMap;
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
    Brokers,
    Folders,
    Topics,
    Partitions,
}

#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct LogDirs {
    pub brokers: Vec<BrokerDirs>,
    #[serde(skip)]
    pub detail: Detail,
    /// The largest first.
    #[serde(skip)]
    pub by_size: bool,
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
            Detail::Brokers => self.of_brokers(),
            Detail::Folders => self.folders(),
            Detail::Topics => self.of_topics(),
            Detail::Partitions => self.partitions(),
        }
    }
}

impl LogDirs {
    /// Rows with what they weigh, in the order that is wanted.
    fn sorted<T>(&self, mut rows: Vec<(i64, T)>) -> impl Iterator<Item = T> {
        if self.by_size {
            rows.sort_by_key(|(bytes, _)| std::cmp::Reverse(*bytes));
        }
        rows.into_iter().map(|(_, row)| row)
    }

    fn of_brokers(&self) -> Table {
        let mut table = Table::new(&[">BROKER", ">FOLDERS", ">PARTITIONS", ">SIZE"]);
        let row = |broker: &BrokerDirs| {
            let bytes = broker.dirs.iter().map(|dir| dir.bytes).sum();
            let partitions: usize = broker.dirs.iter().map(|dir| dir.partitions.len()).sum();
            let (id, folders) = (broker.broker.to_string().into(), Cell::count(broker.dirs.len() as i64));
            (bytes, [id, folders, Cell::count(partitions as i64), size(bytes)])
        };
        self.sorted(self.brokers.iter().map(row).collect()).for_each(|cells| table.row(cells));
        table
    }

    fn of_topics(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">BROKER", ">PARTITIONS", ">SIZE", "+FOLDER"]);
        let mut found: BTreeMap<(&str, i32, &str), (i64, i64)> = BTreeMap::new();
        for broker in &self.brokers {
            for dir in &broker.dirs {
                for part in &dir.partitions {
                    let sum = found.entry((&part.topic, broker.broker, &dir.path)).or_default();
                    *sum = (sum.0 + 1, sum.1 + part.bytes);
                }
            }
        }
        let row = |((topic, broker, path), (partitions, bytes)): ((&str, i32, &str), (i64, i64))| {
            let cells = [topic.into(), broker.to_string().into(), Cell::count(partitions), size(bytes), path.into()];
            (bytes, cells)
        };
        self.sorted(found.into_iter().map(row).collect()).for_each(|cells| table.row(cells));
        table
    }

    fn folders(&self) -> Table {
        let mut table = Table::new(&[">BROKER", "FOLDER", ">PARTITIONS", ">SIZE", ">FREE", "STATE"]);
        let mut rows = Vec::new();
        for broker in &self.brokers {
            for dir in &broker.dirs {
                let state = match &dir.error {
                    Some(error) => Cell::new(error.as_str()).tone(Tone::Bad),
                    None => "ok".into(),
                };
                let cells = [
                    broker.broker.to_string().into(),
                    dir.path.as_str().into(),
                    Cell::count(dir.partitions.len() as i64),
                    size(dir.bytes),
                    dir.usable_bytes.map_or("-".into(), size),
                    state,
                ];
                rows.push((dir.bytes, cells));
            }
        }
        self.sorted(rows).for_each(|cells| table.row(cells));
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
        let weighed = rows.into_iter().map(|row| (row.0.bytes, row)).collect();
        for (part, broker, path) in self.sorted(weighed) {
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
