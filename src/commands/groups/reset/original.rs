//! A reset in Kafka's flags, with the original's table and sentences.

use std::collections::HashMap;
use std::io;

use serde::Serialize;

use super::super::original::{Thrown, csv, names_in_order};
use super::super::{Which, run};
use super::{Offset, Plan, Reset, commit, of_group};
use crate::client::admin::groups::{Description, State};
use crate::client::{Client, Error};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::output::kafka::{java_length, left};
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};
use crate::protocol::code::ErrorCode;

/// Offsets by group, as the original prints them.
#[derive(Debug, Serialize)]
struct Planned {
    #[serde(skip)]
    groups: Vec<(String, Vec<Offset>)>,
    /// CSV in place of the table, with the group's name in each line or without.
    #[serde(skip)]
    export: Option<bool>,
}

pub fn reset(wanted: Reset, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let names = cx.block_on(run::names(client, &wanted.which))??;
    let single = matches!(&wanted.which, Which::Named(names) if names.len() == 1);
    let described = cx.block_on(client.describe_consumer_groups(&names))?.map_err(|error| Thrown::Runtime.by(error))?;
    let mut described: HashMap<String, Result<Description, Error>> = described.into_iter().collect();
    let mut groups: Vec<(String, Vec<Offset>)> = Vec::new();
    for name in names_in_order(described.keys().cloned().collect()) {
        let state = match described.remove(&name) {
            Some(Ok(description)) if !description.is_of_consumers() => {
                let message = format!("GroupId {name} is not a consumer group ({}).", description.protocol);
                return Err(Failure::new(format!("group {name} is no consumer group")).kafka(format!(
                    "java.util.concurrent.ExecutionException: java.lang.IllegalArgumentException: {message}"
                )));
            }
            Some(Ok(description)) => description.state,
            Some(Err(error)) if error.code() != Some(ErrorCode::GROUP_ID_NOT_FOUND) => {
                return Err(Thrown::Runtime.by(error));
            }
            _ => State::Empty,
        };
        if !state.is_inactive() {
            cx.out.line(format!(
                "\nError: Assignments can only be reset if the group '{name}' is inactive, but the current state is {state}."
            ))?;
            groups.push((name, Vec::new()));
            continue;
        }
        let found = cx.block_on(of_group(client, &name, &wanted))??;
        for at in &found.without {
            cx.out.line(format!(
                "\nWarn: Partition {} from topic {} is empty. Falling back to latest known offset.",
                at.partition, at.topic
            ))?;
        }
        for (at, asked, kept) in &found.held {
            cx.note(&format!("offset {asked} of {at} is out of range; {kept} is taken"));
        }
        if matches!(&wanted.plan, Some(Plan::File { lines: Ok(lines), .. }) if lines.iter().all(|line| line.group != name))
        {
            cx.out.line(format!("\nError: No reset plan for group {name} found"))?;
        }
        if wanted.execute && !found.offsets.is_empty() {
            cx.block_on(commit(client, &name, &found.offsets))??;
        }
        groups.push((name, found.offsets));
    }
    cx.report(&Planned { groups, export: wanted.export.then_some(!single) })
}

impl Report for Planned {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        if let Some(with_group) = self.export {
            for (group, offsets) in &self.groups {
                for (at, offset) in offsets {
                    io::Write::write_all(out, csv::line(with_group.then_some(group), at, *offset).as_bytes())?;
                }
            }
            return out.line("");
        }
        let rows = || self.groups.iter().flat_map(|(group, offsets)| offsets.iter().map(move |row| (group, row)));
        let widest = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or(0).max(15);
        let group_width = widest(&mut self.groups.iter().map(|(group, _)| java_length(group)));
        let topic_width = widest(&mut rows().map(|(_, (at, _))| java_length(&at.topic)));
        let mut show = |group: &str, topic: &str, partition: &str, offset: &str| {
            let (group, topic) = (left(group, group_width), left(topic, topic_width));
            io::Write::write_fmt(out, format_args!("\n{group} {topic} {} {offset}", left(partition, 10)))
        };
        if !self.groups.is_empty() {
            show("GROUP", "TOPIC", "PARTITION", "NEW-OFFSET")?;
        }
        for (group, (at, offset)) in rows() {
            show(group, &at.topic, &at.partition.to_string(), &offset.to_string())?;
        }
        out.line("")
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["GROUP", "TOPIC", ">PARTITION", ">NEW"]);
        for (group, offsets) in &self.groups {
            for (at, offset) in offsets {
                let partition = at.partition.to_string();
                table.row([group.as_str().into(), at.topic.as_str().into(), partition.into(), Cell::count(*offset)]);
            }
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::collect::tests::at;
    use super::*;

    fn kafka(planned: &Planned) -> String {
        let mut out = Sink::memory();
        planned.kafka(&mut out).unwrap();
        out.into_text()
    }

    #[test]
    fn the_originals_table_widens_with_its_names() {
        let offsets = vec![(at("a-topic-of-some-length-0"), 7)];
        let planned = Planned { groups: vec![("g".into(), offsets), ("busy".into(), Vec::new())], export: None };
        assert_eq!(
            kafka(&planned),
            "\nGROUP           TOPIC                  PARTITION  NEW-OFFSET\
             \ng               a-topic-of-some-length 0          7\n"
        );
        assert_eq!(kafka(&Planned { groups: Vec::new(), export: None }), "\n");
    }

    #[test]
    fn an_export_has_the_group_only_if_several_were_asked_for() {
        let groups = || vec![("g".to_owned(), vec![(at("t-0"), 7)])];
        assert_eq!(kafka(&Planned { groups: groups(), export: Some(false) }), "t,0,7\n\n");
        assert_eq!(kafka(&Planned { groups: groups(), export: Some(true) }), "g,t,0,7\n\n");
    }
}
