//! The original's output, byte for byte.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::client::admin::TopicPartition;
use crate::client::admin::groups::share::{Description, Start};
use crate::client::admin::groups::{Listing, State};
use crate::commands::groups::{What, assignment};
use crate::output::kafka::{java_length, left};
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::Table;

/// The tool speaks Kafka's grammar alone, so nothing is ever shown as a table of kt's.
macro_rules! only_kafka {
    ($($report:ty),+) => {$(
        impl Serialize for $report {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_unit()
            }
        }
    )+};
}
only_kafka!(Listed, Described, Deleted, Forgotten, Planned);

pub struct Listed {
    pub rows: Vec<Listing>,
    pub with_state: bool,
}

/// A group and where its reading begins.
pub struct Of {
    pub description: Description,
    pub starts: BTreeMap<TopicPartition, Option<Start>>,
}

pub struct Described {
    pub groups: Vec<Of>,
    pub what: What,
    pub verbose: bool,
}

pub struct Deleted {
    pub groups: Vec<String>,
    pub failed: Vec<(String, String)>,
}

pub struct Forgotten {
    pub head: Option<String>,
    pub rows: Vec<(String, Option<String>)>,
}

pub struct Planned {
    pub group: String,
    pub offsets: Vec<(TopicPartition, i64)>,
}

fn width<'a>(cells: impl Iterator<Item = &'a str>) -> usize {
    cells.map(java_length).max().unwrap_or(0).max(15)
}

fn line(out: &mut Sink, cells: &[(&str, usize)]) -> io::Result<()> {
    let filled: Vec<String> = cells.iter().map(|(cell, width)| left(cell, *width)).collect();
    write!(out, "\n{}", filled.join(" "))
}

fn or_dash<T: ToString>(value: Option<T>) -> String {
    value.map_or("-".to_owned(), |value| value.to_string())
}

impl Report for Listed {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        if !self.with_state {
            return self.rows.iter().try_for_each(|row| out.line(&row.group));
        }
        let longest = width(self.rows.iter().map(|row| row.group.as_str()));
        out.line(format!("{} STATE", left("GROUP", longest)))?;
        self.rows.iter().try_for_each(|row| {
            out.line(format!("{} {}", left(&row.group, longest), row.state.unwrap_or(State::Unknown)))
        })
    }

    fn table(&self) -> Table {
        Table::default()
    }
}

impl Report for Described {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        self.groups.iter().try_for_each(|of| match self.what {
            What::Offsets => offsets(of, self.verbose, out),
            What::Members => members(&of.description, self.verbose, out),
            What::State => state(&of.description, self.verbose, out),
        })
    }

    fn table(&self) -> Table {
        Table::default()
    }
}

fn offsets(of: &Of, verbose: bool, out: &mut Sink) -> io::Result<()> {
    let group = of.description.group.as_str();
    if of.starts.is_empty() {
        return out.line(format!("\nShare group '{group}' has no offset information."));
    }
    let widths = [width(std::iter::once(group)), width(of.starts.keys().map(|at| at.topic.as_str()))];
    let mut show = |group: &str, topic: &str, partition: &str, epoch: &str, start: &str, lag: &str| {
        let mut cells = vec![(group, widths[0]), (topic, widths[1]), (partition, 10)];
        if verbose {
            cells.push((epoch, 13));
        }
        cells.extend([(start, 13), (lag, 0)]);
        line(out, &cells)
    };
    show("GROUP", "TOPIC", "PARTITION", "LEADER-EPOCH", "START-OFFSET", "LAG")?;
    for (at, start) in &of.starts {
        let start = start.as_ref();
        let epoch = or_dash(start.map(|start| start.leader_epoch).filter(|epoch| *epoch >= 0));
        let offset = or_dash(start.map(|start| start.offset));
        let lag = or_dash(start.and_then(|start| start.lag));
        show(group, &at.topic, &at.partition.to_string(), &epoch, &offset, &lag)?;
    }
    writeln!(out)
}

fn members(description: &Description, verbose: bool, out: &mut Sink) -> io::Result<()> {
    if dead(description, out)? || description.members.is_empty() {
        return Ok(());
    }
    let mut members: Vec<_> = description.members.iter().collect();
    members.sort_by(|a, b| a.id.cmp(&b.id));
    let group = description.group.as_str();
    let widths = [
        width(std::iter::once(group)),
        width(members.iter().map(|member| member.id.as_str())),
        width(members.iter().map(|member| member.host.as_str())),
        width(members.iter().map(|member| member.client.as_str())),
    ];
    let mut show = |cells: [&str; 7]| {
        let [group, id, host, client, count, epoch, assigned] = cells;
        let mut all = vec![(group, widths[0]), (id, widths[1]), (host, widths[2]), (client, widths[3]), (count, 12)];
        if verbose {
            all.push((epoch, 13));
        }
        all.push((assigned, 0));
        line(out, &all)
    };
    show(["GROUP", "CONSUMER-ID", "HOST", "CLIENT-ID", "#PARTITIONS", "MEMBER-EPOCH", "ASSIGNMENT"])?;
    for member in members {
        let count = member.assignment.len().to_string();
        let assigned = if member.assignment.is_empty() { String::new() } else { assignment(&member.assignment) };
        show([group, &member.id, &member.host, &member.client, &count, &member.epoch.to_string(), &assigned])?;
    }
    writeln!(out)
}

fn state(description: &Description, verbose: bool, out: &mut Sink) -> io::Result<()> {
    dead(description, out)?;
    let at = &description.coordinator;
    let coordinator = format!("{}:{}  ({})", at.address.host, at.address.port, at.id);
    let group = description.group.as_str();
    let (group_width, coordinator_width) = (width(std::iter::once(group)), java_length(&coordinator).max(25));
    let mut show = |cells: [&str; 6]| {
        let [group, coordinator, state, epoch, target, members] = cells;
        let mut all = vec![(group, group_width), (coordinator, coordinator_width), (state, 15)];
        if verbose {
            all.extend([(epoch, 12), (target, 17)]);
        }
        all.push((members, 0));
        line(out, &all)
    };
    show(["GROUP", "COORDINATOR (ID)", "STATE", "GROUP-EPOCH", "ASSIGNMENT-EPOCH", "#MEMBERS"])?;
    let (epoch, target) = (description.epoch.to_string(), description.target_epoch.to_string());
    show([group, &coordinator, description.state.name(), &epoch, &target, &description.members.len().to_string()])?;
    writeln!(out)
}

fn dead(description: &Description, out: &mut Sink) -> io::Result<bool> {
    let dead = description.state == State::Dead;
    if dead {
        out.line(format!("\nError: Share group '{}' does not exist.", description.group))?;
    }
    Ok(dead)
}

impl Report for Deleted {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        let all: Vec<String> = self.groups.iter().map(|group| format!("'{group}'")).collect();
        let all = all.join(", ");
        if self.failed.is_empty() {
            return out.line(format!("Deletion of requested share groups ({all}) was successful."));
        }
        out.line("\nError: Deletion of some share groups failed:")?;
        for (group, why) in &self.failed {
            out.line(format!("* Group '{group}' could not be deleted due to: {why}"))?;
        }
        if self.groups.is_empty() {
            return Ok(());
        }
        out.line(format!("\nThese share groups were deleted successfully: {all}"))
    }

    fn table(&self) -> Table {
        Table::default()
    }
}

impl Report for Forgotten {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        if let Some(head) = &self.head {
            out.line(format!("\nError: {head}"))?;
        }
        if !self.rows.is_empty() {
            let longest = width(self.rows.iter().map(|(topic, _)| topic.as_str()));
            line(out, &[("TOPIC", longest), ("STATUS", 0)])?;
            for (topic, error) in &self.rows {
                let status = error.as_ref().map_or("Successful".to_owned(), |error| format!("Error: {error}"));
                line(out, &[(topic, longest), (&status, 0)])?;
            }
        }
        writeln!(out)
    }

    fn table(&self) -> Table {
        Table::default()
    }
}

impl Report for Planned {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        let widths =
            [width(std::iter::once(self.group.as_str())), width(self.offsets.iter().map(|(at, _)| at.topic.as_str()))];
        line(out, &[("GROUP", widths[0]), ("TOPIC", widths[1]), ("PARTITION", 10), ("NEW-OFFSET", 0)])?;
        for (at, offset) in &self.offsets {
            let (partition, offset) = (at.partition.to_string(), offset.to_string());
            line(out, &[(&self.group, widths[0]), (&at.topic, widths[1]), (&partition, 10), (&offset, 0)])?;
        }
        writeln!(out)
    }

    fn table(&self) -> Table {
        Table::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::Node;
    use crate::client::settings::Address;

    fn of(starts: &[(i32, Option<i64>)]) -> Of {
        let start = |offset: i64| Start { offset, leader_epoch: 0, lag: Some(2) };
        Of {
            description: Description {
                group: "s".into(),
                state: State::Empty,
                epoch: 2,
                target_epoch: 2,
                assignor: "simple".into(),
                coordinator: Node { id: 1, address: Address { host: "h".into(), port: 9092 }, rack: None },
                members: Vec::new(),
            },
            starts: starts.iter().map(|(p, offset)| (TopicPartition::new("t", *p), offset.map(start))).collect(),
        }
    }

    fn shown(what: What, verbose: bool, of: Of) -> String {
        let mut out = Sink::memory();
        Described { groups: vec![of], what, verbose }.kafka(&mut out).unwrap();
        out.into_text()
    }

    #[test]
    fn a_share_group_is_shown_as_by_the_original() {
        assert_eq!(
            shown(What::Offsets, false, of(&[(0, Some(3)), (1, None)])),
            "\nGROUP           TOPIC           PARTITION  START-OFFSET  LAG\
             \ns               t               0          3             2\
             \ns               t               1          -             -\n"
        );
        assert_eq!(shown(What::Offsets, false, of(&[])), "\nShare group 's' has no offset information.\n");
        assert_eq!(
            shown(What::State, false, of(&[])),
            "\nGROUP           COORDINATOR (ID)          STATE           #MEMBERS\
             \ns               h:9092  (1)               Empty           0\n"
        );
        assert_eq!(shown(What::Members, true, of(&[])), "");
    }
}
