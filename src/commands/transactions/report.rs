//! What is shown of transactions: the original's padded tables, kt's tables, and a card for one.

use std::io;

use serde::Serialize;

use crate::client::admin::TopicPartition;
use crate::client::admin::transactions::{ActiveProducer, Hanging, Listed, Transaction};
use crate::output::human;
use crate::output::java::{hash_order, topic_partition_hash};
use crate::output::kafka::padded_table;
use crate::output::paint::Tone;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// Transactional ids, by coordinator.
#[derive(Serialize)]
#[serde(transparent)]
pub struct List {
    rows: Vec<ListRow>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ListRow {
    transactional_id: String,
    state: String,
    producer_id: i64,
    coordinator: i32,
}

impl List {
    pub fn new(listed: Vec<Listed>) -> Self {
        let row = |Listed { id, coordinator, producer_id, state }| ListRow {
            transactional_id: id,
            state,
            producer_id,
            coordinator,
        };
        Self { rows: listed.into_iter().map(row).collect() }
    }
}

impl Report for List {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        let row = |row: &ListRow| {
            let id = row.transactional_id.clone();
            vec![id, row.coordinator.to_string(), row.producer_id.to_string(), row.state.clone()]
        };
        let rows: Vec<Vec<String>> = self.rows.iter().map(row).collect();
        padded_table(out, &["TransactionalId", "Coordinator", "ProducerId", "TransactionState"], &rows)
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TRANSACTIONAL ID", "STATE", ">PRODUCER ID", ">COORDINATOR"]);
        for row in &self.rows {
            table.row([
                row.transactional_id.as_str().into(),
                Cell::new(&*row.state).tone(tone(&row.state)),
                row.producer_id.to_string().into(),
                row.coordinator.to_string().into(),
            ]);
        }
        table
    }
}

fn tone(state: &str) -> Tone {
    match state {
        "Ongoing" => Tone::Good,
        "PrepareCommit" | "PrepareAbort" | "PrepareEpochFence" => Tone::Warn,
        _ => Tone::Plain,
    }
}

/// One transactional id.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Described {
    transactional_id: String,
    state: String,
    coordinator: i32,
    producer_id: i64,
    producer_epoch: i16,
    timeout_ms: i32,
    started_ms: Option<i64>,
    duration_ms: Option<i64>,
    partitions: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    topic: String,
    partition: i32,
}

impl Described {
    pub fn new(transaction: Transaction, now_ms: i64) -> Self {
        // The original prints a hash set as it falls out.
        let partitions = hash_order(transaction.partitions, |tp| topic_partition_hash(&tp.topic, tp.partition));
        Self {
            transactional_id: transaction.id,
            state: transaction.state,
            coordinator: transaction.coordinator,
            producer_id: transaction.producer_id,
            producer_epoch: transaction.producer_epoch,
            timeout_ms: transaction.timeout_ms,
            started_ms: transaction.started_ms,
            duration_ms: transaction.started_ms.map(|started| now_ms - started),
            partitions: partitions
                .into_iter()
                .map(|TopicPartition { topic, partition }| Place { topic, partition })
                .collect(),
        }
    }

    fn places(&self) -> Vec<String> {
        self.partitions.iter().map(|place| format!("{}-{}", place.topic, place.partition)).collect()
    }

    /// `Ongoing for 12 s, may take 1 min`
    fn standing(&self) -> String {
        let limit = human::duration(u64::try_from(self.timeout_ms).unwrap_or(0));
        match self.duration_ms {
            Some(ms) => {
                format!("{} for {}, may take {limit}", self.state, human::duration(u64::try_from(ms).unwrap_or(0)))
            }
            None => format!("{}, nothing open", self.state),
        }
    }

    /// What will be lost with it, in one sentence.
    pub fn summary(&self) -> String {
        let places = self.places();
        let written = match places.len() {
            0 => "it has written nothing yet".to_owned(),
            _ => format!("it has written to {}", places.join(", ")),
        };
        format!("{}: {}; {written}", self.transactional_id, self.standing())
    }

    pub fn is_open(&self) -> bool {
        self.duration_ms.is_some()
    }
}

impl Report for Described {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        let header = [
            "CoordinatorId",
            "TransactionalId",
            "ProducerId",
            "ProducerEpoch",
            "TransactionState",
            "TransactionTimeoutMs",
            "CurrentTransactionStartTimeMs",
            "TransactionDurationMs",
            "TopicPartitions",
        ];
        let or_none = |value: Option<i64>| value.map_or("None".to_owned(), |value| value.to_string());
        let row = vec![
            self.coordinator.to_string(),
            self.transactional_id.clone(),
            self.producer_id.to_string(),
            self.producer_epoch.to_string(),
            self.state.clone(),
            self.timeout_ms.to_string(),
            or_none(self.started_ms),
            or_none(self.duration_ms),
            self.places().join(","),
        ];
        padded_table(out, &header, &[row])
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "TRANSACTIONAL ID",
            "STATE",
            ">PRODUCER ID",
            ">EPOCH",
            ">COORDINATOR",
            ">TIMEOUT",
            ">RUNNING",
            "PARTITIONS",
        ]);
        let time = |ms: i64| Cell::new(human::duration(u64::try_from(ms).unwrap_or(0))).exactly(ms.to_string());
        table.row([
            self.transactional_id.as_str().into(),
            Cell::new(&*self.state).tone(tone(&self.state)),
            self.producer_id.to_string().into(),
            self.producer_epoch.to_string().into(),
            self.coordinator.to_string().into(),
            time(self.timeout_ms.into()),
            self.duration_ms.map_or("-".into(), time),
            self.places().join(",").into(),
        ]);
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        screen.line(format!("{}  {}", screen.paint(Tone::Bold, &self.transactional_id), self.standing()))?;
        screen.line(format!("  producer     {} epoch {}", self.producer_id, self.producer_epoch))?;
        screen.line(format!("  coordinator  broker {}", self.coordinator))?;
        if let Some(started) = self.started_ms {
            screen.line(format!("  since        {}", human::iso(started)))?;
        }
        let places = self.places();
        screen.line(format!("  partitions   {}", if places.is_empty() { "-".to_owned() } else { places.join(", ") }))
    }
}

/// Producers that partitions remember.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Producers {
    rows: Vec<ProducerRow>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ProducerRow {
    topic: String,
    partition: i32,
    producer_id: i64,
    producer_epoch: i32,
    coordinator_epoch: Option<i32>,
    last_sequence: i32,
    last_timestamp: i64,
    transaction_start: Option<i64>,
}

impl Producers {
    pub fn new(producers: Vec<(TopicPartition, Vec<ActiveProducer>)>) -> Self {
        let rows = producers.into_iter().flat_map(|(place, producers)| {
            producers.into_iter().map(move |producer| ProducerRow {
                topic: place.topic.clone(),
                partition: place.partition,
                producer_id: producer.id,
                producer_epoch: producer.epoch,
                coordinator_epoch: producer.coordinator_epoch,
                last_sequence: producer.last_sequence,
                last_timestamp: producer.last_timestamp,
                transaction_start: producer.open_since,
            })
        });
        Self { rows: rows.collect() }
    }
}

impl Report for Producers {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        let header = [
            "ProducerId",
            "ProducerEpoch",
            "LatestCoordinatorEpoch",
            "LastSequence",
            "LastTimestamp",
            "CurrentTransactionStartOffset",
        ];
        let row = |row: &ProducerRow| {
            vec![
                row.producer_id.to_string(),
                row.producer_epoch.to_string(),
                row.coordinator_epoch.unwrap_or(-1).to_string(),
                row.last_sequence.to_string(),
                row.last_timestamp.to_string(),
                row.transaction_start.map_or("None".to_owned(), |offset| offset.to_string()),
            ]
        };
        let rows: Vec<Vec<String>> = self.rows.iter().map(row).collect();
        padded_table(out, &header, &rows)
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "PARTITION",
            ">PRODUCER ID",
            ">EPOCH",
            ">LAST SEQUENCE",
            "LAST WRITTEN",
            ">OPEN SINCE OFFSET",
        ]);
        for row in &self.rows {
            table.row([
                format!("{}-{}", row.topic, row.partition).into(),
                row.producer_id.to_string().into(),
                row.producer_epoch.to_string().into(),
                row.last_sequence.to_string().into(),
                Cell::new(human::iso(row.last_timestamp)).exactly(row.last_timestamp.to_string()),
                match row.transaction_start {
                    Some(offset) => Cell::count(offset).tone(Tone::Good),
                    None => "-".into(),
                },
            ]);
        }
        table
    }
}

/// Transactions that nobody will end.
#[derive(Serialize)]
#[serde(transparent)]
pub struct HangingOnes {
    rows: Vec<HangingRow>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct HangingRow {
    topic: String,
    partition: i32,
    producer_id: i64,
    producer_epoch: i32,
    coordinator_epoch: i32,
    start_offset: i64,
    last_timestamp: i64,
    idle_ms: i64,
}

impl HangingOnes {
    pub fn new(hanging: Vec<Hanging>, now_ms: i64) -> Self {
        let row = |Hanging { partition, producer }: Hanging| HangingRow {
            topic: partition.topic,
            partition: partition.partition,
            producer_id: producer.id,
            producer_epoch: producer.epoch,
            coordinator_epoch: producer.coordinator_epoch.unwrap_or(-1),
            start_offset: producer.open_since.unwrap_or(-1),
            last_timestamp: producer.last_timestamp,
            idle_ms: now_ms - producer.last_timestamp,
        };
        Self { rows: hanging.into_iter().map(row).collect() }
    }

    /// The command that ends the first of them.
    pub fn remedy(&self) -> Option<String> {
        let first = self.rows.first()?;
        Some(format!("kt txns abort {}:{} --start-offset {}", first.topic, first.partition, first.start_offset))
    }
}

impl Report for HangingOnes {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        let header = [
            "Topic",
            "Partition",
            "ProducerId",
            "ProducerEpoch",
            "CoordinatorEpoch",
            "StartOffset",
            "LastTimestamp",
            "Duration(min)",
        ];
        let row = |row: &HangingRow| {
            vec![
                row.topic.clone(),
                row.partition.to_string(),
                row.producer_id.to_string(),
                row.producer_epoch.to_string(),
                row.coordinator_epoch.to_string(),
                row.start_offset.to_string(),
                row.last_timestamp.to_string(),
                (row.idle_ms / 60_000).to_string(),
            ]
        };
        let rows: Vec<Vec<String>> = self.rows.iter().map(row).collect();
        padded_table(out, &header, &rows)
    }

    fn table(&self) -> Table {
        let mut table =
            Table::new(&["PARTITION", ">START OFFSET", ">PRODUCER ID", ">EPOCH", ">IDLE FOR", "LAST WRITTEN"]);
        for row in &self.rows {
            table.row([
                format!("{}-{}", row.topic, row.partition).into(),
                Cell::count(row.start_offset),
                row.producer_id.to_string().into(),
                row.producer_epoch.to_string().into(),
                Cell::new(human::duration(u64::try_from(row.idle_ms).unwrap_or(0))).exactly(row.idle_ms.to_string()),
                Cell::new(human::iso(row.last_timestamp)).exactly(row.last_timestamp.to_string()),
            ]);
        }
        table
    }
}
