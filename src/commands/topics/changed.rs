//! What became of topics that were made, changed or deleted.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use crate::client::admin::topics::{Created as Answer, NewTopic};
use crate::output::human;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// Topics that were made.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Created {
    pub topics: Vec<Made>,
}

/// One of them; the numbers as far as the broker tells.
#[derive(Debug, Serialize)]
pub struct Made {
    pub topic: String,
    id: Option<String>,
    partitions: Option<usize>,
    #[serde(rename = "replicationFactor")]
    replication_factor: Option<usize>,
    /// What the broker keeps records for, in words.
    #[serde(skip)]
    retention: Option<String>,
}

impl Made {
    pub fn new(asked: &NewTopic, answer: Answer) -> Self {
        let by_hand = |count: Option<usize>| count.filter(|_| !asked.assignment.is_empty());
        let number =
            |told: Option<i64>, asked: Option<i64>| told.or(asked).and_then(|count| usize::try_from(count).ok());
        let setting = |name: &str| {
            let (_, value) = answer.configs.as_ref()?.iter().find(|(key, _)| key == name)?;
            value.clone()
        };
        let retention = match (setting("cleanup.policy"), setting("retention.ms")) {
            (Some(policy), _) if !policy.contains("delete") => Some("compacted".to_owned()),
            (_, Some(millis)) => match millis.parse::<u64>() {
                Ok(millis) => Some(format!("retention {}", human::duration(millis))),
                Err(_) => Some("kept for ever".to_owned()), // -1
            },
            _ => None,
        };
        Self {
            topic: asked.name.clone(),
            id: Some(answer.id).filter(|id| *id != kt_codec::Uuid::ZERO).map(|id| id.to_string()),
            partitions: by_hand(Some(asked.assignment.len()))
                .or_else(|| number(answer.partitions.map(i64::from), asked.partitions.map(i64::from))),
            replication_factor: by_hand(asked.assignment.first().map(Vec::len))
                .or_else(|| number(answer.replication.map(i64::from), asked.replication.map(i64::from))),
            retention,
        }
    }
}

impl Report for Created {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        self.topics.iter().try_for_each(|made| out.line(format!("Created topic {}.", made.topic)))
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITIONS", ">REPLICAS"]);
        let count = |count: Option<usize>| count.map_or(Cell::new("?"), |count| Cell::count(count as i64));
        for made in &self.topics {
            table.row([made.topic.as_str().into(), count(made.partitions), count(made.replication_factor)]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        for made in &self.topics {
            let facts = [
                made.partitions.map(|count| human::several(count, "partition")),
                made.replication_factor.map(|count| human::several(count, "replica")),
                made.retention.clone(),
            ];
            let facts: Vec<String> = facts.into_iter().flatten().collect();
            let colon = if facts.is_empty() { "" } else { ": " };
            let created = screen.act("Created", "create");
            screen.line(format!("{created} topic {}{colon}{}", made.topic, facts.join(", ")))?;
        }
        Ok(())
    }
}

/// Topics with more partitions than before. The original says nothing.
#[derive(Debug, Serialize)]
pub struct Altered {
    topics: Vec<String>,
    /// What each has now; none where they differ.
    partitions: Option<i32>,
    counts: BTreeMap<String, i32>,
}

impl Altered {
    pub fn new(topics: &[String], counts: &BTreeMap<String, i32>) -> Altered {
        let counts: BTreeMap<String, i32> = counts
            .iter()
            .filter(|(topic, _)| topics.contains(topic))
            .map(|(topic, count)| (topic.clone(), *count))
            .collect();
        let first = counts.values().next().copied();
        let alike = counts.values().all(|count| Some(*count) == first);
        Altered { topics: topics.to_vec(), partitions: first.filter(|_| alike), counts }
    }
}

impl Report for Altered {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(())
    }

    fn table(&self) -> Table {
        names(&self.topics)
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let raised = screen.act("Raised", "raise");
        self.counts.iter().try_for_each(|(topic, count)| {
            let partitions = human::several(usize::try_from(*count).unwrap_or(0), "partition");
            screen.line(format!("{raised} topic {topic} to {partitions}"))
        })
    }
}

/// Topics that are no more. The original says nothing.
#[derive(Debug, Serialize)]
pub struct Deleted {
    pub topics: Vec<String>,
}

impl Report for Deleted {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(())
    }

    fn table(&self) -> Table {
        names(&self.topics)
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let deleted = screen.act("Deleted", "delete");
        match &*self.topics {
            [one] => screen.line(format!("{deleted} topic {one}")),
            several => screen.line(format!("{deleted} {}", human::several(several.len(), "topic"))),
        }
    }
}

fn names(topics: &[String]) -> Table {
    let mut table = Table::new(&["TOPIC"]);
    topics.iter().for_each(|topic| table.row([topic.as_str().into()]));
    table
}
