//! The original's output, byte for byte. The tool speaks Kafka's grammar alone.

use std::io::{self, Write};

use crate::client::admin::TopicPartition;
use crate::client::admin::groups::streams::{Description, Member, Task};
use crate::client::admin::groups::{Listing, State};
use crate::commands::groups::original::csv;
use crate::output::kafka::{java_length, joined, left};
use crate::output::sink::Sink;

/// A partition that a member works on.
pub struct Row {
    pub at: TopicPartition,
    pub current: Option<i64>,
    pub leader_epoch: Option<i32>,
    pub end: i64,
    pub lag: i64,
}

fn width<'a>(cells: impl Iterator<Item = &'a str>) -> usize {
    cells.map(java_length).max().unwrap_or(0).max(15)
}

fn line(out: &mut Sink, cells: &[(&str, usize)]) -> io::Result<()> {
    let filled: Vec<String> = cells.iter().map(|(cell, width)| left(cell, *width)).collect();
    out.line(filled.join(" "))
}

fn or_dash<T: ToString>(value: Option<T>) -> String {
    value.map_or("-".to_owned(), |value| value.to_string())
}

pub fn list(rows: &[Listing], with_state: bool, out: &mut Sink) -> io::Result<()> {
    if !with_state {
        return rows.iter().try_for_each(|row| out.line(&row.group));
    }
    let longest = width(rows.iter().map(|row| row.group.as_str()));
    line(out, &[("GROUP", longest), ("STATE", 0)])?;
    rows.iter().try_for_each(|row| line(out, &[(&row.group, longest), (row.state.unwrap_or(State::Unknown).name(), 0)]))
}

/// What the original says of a group without life, on stdout.
fn introduce(description: &Description, out: &mut Sink) -> io::Result<()> {
    let group = &description.group;
    match description.state {
        State::Dead => out.line(format!("\nError: Streams group '{group}' does not exist.")),
        State::Empty => out.line(format!("\nError: Streams group '{group}' has no active members.")),
        _ => Ok(()),
    }
}

fn is_shown(description: &Description) -> bool {
    description.state != State::Dead && !description.members.is_empty()
}

pub fn offsets(description: &Description, rows: &[Row], verbose: bool, out: &mut Sink) -> io::Result<()> {
    if !is_shown(description) {
        return Ok(());
    }
    introduce(description, out)?;
    let group = description.group.as_str();
    let widths = [width(std::iter::once(group)), width(rows.iter().map(|row| row.at.topic.as_str()))];
    let mut show = |cells: [&str; 7]| {
        let [group, topic, partition, current, epoch, end, lag] = cells;
        let mut all = vec![(group, widths[0]), (topic, widths[1]), (partition, 10)];
        match verbose {
            true => all.extend([(current, 15), (epoch, 15), (end, 15), (lag, 15)]),
            false => all.push((lag, 0)),
        }
        line(out, &all)
    };
    show(["GROUP", "TOPIC", "PARTITION", "CURRENT-OFFSET", "LEADER-EPOCH", "LOG-END-OFFSET", "OFFSET-LAG"])?;
    for row in rows {
        show([
            group,
            &row.at.topic,
            &row.at.partition.to_string(),
            &or_dash(row.current),
            &or_dash(row.leader_epoch),
            &row.end.to_string(),
            &row.lag.to_string(),
        ])?;
    }
    Ok(())
}

pub fn members(description: &Description, verbose: bool, out: &mut Sink) -> io::Result<()> {
    if !is_shown(description) {
        return Ok(());
    }
    introduce(description, out)?;
    let (group, members) = (description.group.as_str(), &description.members);
    let group_width = width(std::iter::once(group));
    let id_width = width(members.iter().map(|member| member.id.as_str()));
    let process_width = width(members.iter().map(|member| member.process.as_str()));
    let client_width = width(members.iter().map(|member| member.client.as_str()));
    let target = description.target_epoch.to_string();
    let topology = description.topology_epoch.to_string();
    let mut show = |cells: [&str; 9]| {
        let [group, target, topology, id, protocol, epoch, process, client, tasks] = cells;
        if !verbose {
            let cells =
                [(group, group_width), (id, id_width), (process, process_width), (client, client_width), (tasks, 0)];
            return line(out, &cells);
        }
        // Between these two the original has no blank.
        let topology_and_id = left(topology, 15) + &left(id, id_width);
        let cells = [
            (group, group_width),
            (target, 25),
            (&topology_and_id, 0),
            (protocol, 15),
            (epoch, 15),
            (process, process_width),
            (client, client_width),
            (tasks, 0),
        ];
        line(out, &cells)
    };
    show([
        "GROUP",
        "TARGET-ASSIGNMENT-EPOCH",
        "TOPOLOGY-EPOCH",
        "MEMBER",
        "MEMBER-PROTOCOL",
        "MEMBER-EPOCH",
        "PROCESS",
        "CLIENT-ID",
        "ASSIGNMENTS",
    ])?;
    for member in members {
        let protocol = if member.is_classic { "classic" } else { "streams" };
        let epoch = member.epoch.to_string();
        let tasks = tasks(member, verbose);
        show([group, &target, &topology, &member.id, protocol, &epoch, &member.process, &member.client, &tasks])?;
    }
    Ok(())
}

fn tasks(member: &Member, with_target: bool) -> String {
    let kind = |name: &str, tasks: &[Task]| {
        let all = tasks.iter().map(|task| format!("{}:[{}]; ", task.subtopology, joined(&task.partitions)));
        if tasks.is_empty() { String::new() } else { format!("{name}: {}", all.collect::<String>()) }
    };
    let (now, target) = (&member.assignment, &member.target);
    let mut text = kind("ACTIVE", &now.active) + &kind("STANDBY", &now.standby) + &kind("WARMUP", &now.warmup);
    if with_target {
        text += &kind("TARGET-ACTIVE", &target.active);
        text += &kind("TARGET-STANDBY", &target.standby);
        text += &kind("TARGET-WARMUP", &target.warmup);
    }
    text
}

pub fn state(description: &Description, verbose: bool, out: &mut Sink) -> io::Result<()> {
    introduce(description, out)?;
    let at = &description.coordinator;
    let coordinator = format!("{}:{} ({})", at.address.host, at.address.port, at.id);
    let group = description.group.as_str();
    let (group_width, coordinator_width) = (width(std::iter::once(group)), java_length(&coordinator).max(25));
    let mut show = |cells: [&str; 6]| {
        let [group, coordinator, state, epoch, target, members] = cells;
        let mut all = vec![(group, group_width), (coordinator, coordinator_width), (state, 25)];
        if verbose {
            all.extend([(epoch, 15), (target, 25)]);
        }
        all.push((members, 0));
        line(out, &all)
    };
    show(["GROUP", "COORDINATOR (ID)", "STATE", "GROUP-EPOCH", "TARGET-ASSIGNMENT-EPOCH", "#MEMBERS"])?;
    let (epoch, target) = (description.epoch.to_string(), description.target_epoch.to_string());
    show([group, &coordinator, description.state.name(), &epoch, &target, &description.members.len().to_string()])
}

fn quoted(names: &[String]) -> String {
    format!("'{}'", names.join("', '"))
}

pub fn deleted(groups: &[String], failed: &[(String, String)], out: &mut Sink) -> io::Result<()> {
    if failed.is_empty() {
        return out.line(format!("Deletion of requested streams groups ({}) was successful.", quoted(groups)));
    }
    out.line("\nError: Deletion of some streams groups failed:")?;
    for (group, why) in failed {
        out.line(format!("* Group '{group}' could not be deleted due to: {why}"))?;
    }
    if groups.is_empty() {
        return Ok(());
    }
    out.line(format!("\nThese streams groups were deleted successfully: {}.", quoted(groups)))
}

pub fn deleted_topics(groups: &[String], failed: &[(String, String)], out: &mut Sink) -> io::Result<()> {
    if failed.is_empty() {
        let groups = quoted(groups);
        return out
            .line(format!("Deletion of associated internal topics of the streams groups ({groups}) was successful."));
    }
    out.line("Deletion of some associated internal topics failed:")?;
    failed.iter().try_for_each(|(group, why)| {
        out.line(format!("* Internal topics of the streams group '{group}' could not be deleted due to: {why}"))
    })
}

/// Offsets of a reset, as a table or (with the group's name in each line or without) as CSV.
pub fn planned(
    groups: &[(String, Vec<(TopicPartition, i64)>)],
    export: Option<bool>,
    out: &mut Sink,
) -> io::Result<()> {
    let rows = || groups.iter().flat_map(|(group, offsets)| offsets.iter().map(move |row| (group, row)));
    if let Some(with_group) = export {
        for (group, (at, offset)) in rows() {
            out.write_all(csv::line(with_group.then_some(group), at, *offset).as_bytes())?;
        }
        return out.line("");
    }
    let mut show = |cells: [&str; 4]| {
        let [group, topic, partition, offset] = cells;
        let (group, topic) = (left(group, 30), left(topic, 30));
        write!(out, "\n{group} {topic} {} {}", left(partition, 10), left(offset, 15))
    };
    if !groups.is_empty() {
        show(["GROUP", "TOPIC", "PARTITION", "NEW-OFFSET"])?;
    }
    for (group, (at, offset)) in rows() {
        show([group, &at.topic, &at.partition.to_string(), &offset.to_string()])?;
    }
    out.line("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::Node;
    use crate::client::admin::groups::streams::Tasks;
    use crate::client::settings::Address;

    fn app() -> Description {
        let active = vec![Task { subtopology: "0".into(), partitions: vec![0, 1] }];
        Description {
            group: "app".into(),
            state: State::Stable,
            epoch: 3,
            target_epoch: 3,
            topology_epoch: 0,
            subtopologies: Vec::new(),
            coordinator: Node { id: 1, address: Address { host: "h".into(), port: 9092 }, rack: None },
            members: vec![Member {
                id: "m".into(),
                client: "c".into(),
                host: "/h".into(),
                process: "p".into(),
                epoch: 3,
                topology_epoch: 0,
                is_classic: false,
                assignment: Tasks { active, ..Tasks::default() },
                target: Tasks::default(),
            }],
        }
    }

    fn text(draw: impl Fn(&mut Sink) -> io::Result<()>) -> String {
        let mut out = Sink::memory();
        draw(&mut out).unwrap();
        out.into_text()
    }

    #[test]
    fn a_streams_group_is_shown_in_the_originals_columns() {
        assert_eq!(
            text(|out| members(&app(), false, out)),
            "GROUP           MEMBER          PROCESS         CLIENT-ID       ASSIGNMENTS\n\
             app             m               p               c               ACTIVE: 0:[0,1]; \n"
        );
        assert_eq!(
            text(|out| state(&app(), false, out)),
            "GROUP           COORDINATOR (ID)          STATE                     #MEMBERS\n\
             app             h:9092 (1)                Stable                    1\n"
        );
        let row = Row { at: TopicPartition::new("in", 0), current: Some(2), leader_epoch: None, end: 5, lag: 3 };
        assert_eq!(
            text(|out| offsets(&app(), std::slice::from_ref(&row), false, out)),
            "GROUP           TOPIC           PARTITION  OFFSET-LAG\napp             in              0          3\n"
        );
    }

    #[test]
    fn a_reset_has_columns_of_fixed_width() {
        let groups = [("app".to_owned(), vec![(TopicPartition::new("in", 0), 7)])];
        assert_eq!(
            text(|out| planned(&groups, None, out)),
            format!(
                "\n{:30} {:30} {:10} {:15}\n{:30} {:30} {:10} {:15}\n",
                "GROUP", "TOPIC", "PARTITION", "NEW-OFFSET", "app", "in", "0", "7"
            )
        );
        assert_eq!(text(|out| planned(&groups, Some(true), out)), "app,in,0,7\n\n");
    }
}
