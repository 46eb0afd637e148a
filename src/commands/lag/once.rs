//! One look: a line for each topic of each group.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::{Wanted, judge, sample};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::output::paint::Tone;
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// A topic of a group.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    group: String,
    state: String,
    members: usize,
    /// Missing for a group that has read nothing.
    topic: Option<String>,
    partitions: usize,
    /// Nothing if nothing is committed.
    lag: Option<i64>,
    /// Of the partition that is most behind.
    most: Option<i64>,
}

#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Once {
    rows: Vec<Row>,
}

pub fn once(wanted: &Wanted, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let groups = cx.block_on(sample::take(&client, wanted, true))??;
    cx.report(&Once { rows: groups.iter().flat_map(rows).collect() })?;
    judge(wanted, &groups)
}

fn rows(group: &sample::Group) -> Vec<Row> {
    let mut topics: BTreeMap<&str, Vec<sample::Place>> = BTreeMap::new();
    for (at, place) in &group.places {
        topics.entry(&at.topic).or_default().push(*place);
    }
    let row = |topic: Option<&str>, places: &[sample::Place]| Row {
        group: group.name.clone(),
        state: group.state.to_string(),
        members: group.members,
        topic: topic.map(str::to_owned),
        partitions: places.len(),
        lag: places.iter().filter_map(|place| place.lag()).reduce(i64::saturating_add),
        most: places.iter().filter_map(|place| place.lag()).max(),
    };
    if topics.is_empty() {
        return vec![row(None, &[])];
    }
    topics.iter().map(|(topic, places)| row(Some(topic), places)).collect()
}

impl Report for Once {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(()) // the original has no such tool
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["GROUP", "STATE", ">MEMBERS", "TOPIC", ">PARTITIONS", ">LAG", ">MOST"]);
        for row in &self.rows {
            let number = |value: Option<i64>| {
                let cell = value.map_or(Cell::new("-"), Cell::count);
                if value.is_some_and(|lag| lag > 0) { cell.tone(Tone::Warn) } else { cell }
            };
            table.row([
                row.group.as_str().into(),
                row.state.as_str().into(),
                Cell::count(row.members as i64),
                row.topic.as_deref().unwrap_or("-").into(),
                Cell::count(row.partitions as i64),
                number(row.lag),
                number(row.most),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Group, Place};
    use super::*;
    use crate::client::admin::TopicPartition;
    use crate::client::admin::groups::State;

    #[test]
    fn a_topic_is_a_line_and_what_is_not_committed_is_no_nought() {
        let place = |current, end| Place { current, end: Some(end) };
        let group = Group {
            name: "billing".into(),
            state: State::Stable,
            members: 2,
            places: BTreeMap::from([
                (TopicPartition::new("orders", 0), place(Some(7), 9)),
                (TopicPartition::new("orders", 1), place(Some(0), 30)),
                (TopicPartition::new("audit", 0), place(None, 5)),
            ]),
        };
        let short: Vec<_> =
            rows(&group).into_iter().map(|row| (row.topic.unwrap(), row.partitions, row.lag, row.most)).collect();
        assert_eq!(short, [("audit".into(), 1, None, None), ("orders".into(), 2, Some(32), Some(30))]);
        assert_eq!(rows(&Group { places: BTreeMap::new(), ..group })[0].topic, None);
    }
}
