//! The original's tables of a group, byte for byte: offsets, members, state.

use std::io::{self, Write};

use super::collect::Row;
use super::describe::Group;
use crate::client::admin::TopicPartition;
use crate::client::admin::groups::{Member, State};
use crate::output::kafka::{java_length, left};
use crate::output::sink::Sink;

const MISSING: &str = "-";

/// What the original says about a group before its table; whether there is a table then.
fn introduce(group: &Group, rows: usize, out: &mut Sink) -> io::Result<bool> {
    if group.state == State::Dead {
        out.line(format!("\nError: Consumer group '{}' does not exist.", group.name))?;
    }
    Ok(group.state != State::Dead && rows > 0)
}

/// The width of a column: of the longest cell, but no less than this.
fn width<'a>(least: usize, cells: impl Iterator<Item = &'a str>) -> usize {
    cells.map(java_length).max().unwrap_or(0).max(least)
}

fn or_missing<T: ToString>(value: Option<T>) -> String {
    value.map_or(MISSING.to_owned(), |value| value.to_string())
}

/// A line that begins with its newline, as most of the original's do; the last cell is not filled up.
fn line(out: &mut Sink, cells: &[(String, usize)]) -> io::Result<()> {
    let filled: Vec<String> = cells.iter().map(|(cell, width)| left(cell, *width)).collect();
    write!(out, "\n{}", filled.join(" "))
}

pub fn offsets(group: &Group, verbose: bool, out: &mut Sink) -> io::Result<()> {
    if !introduce(group, group.rows.len(), out)? {
        return Ok(());
    }
    let text = |value: &Option<String>| value.clone().unwrap_or(MISSING.to_owned());
    let of = |cell: fn(&Row) -> Option<&str>| group.rows.iter().map(move |row| cell(row).unwrap_or(MISSING));
    let widths = [
        width(15, std::iter::once(group.name.as_str())),
        width(15, group.rows.iter().map(|row| row.topic.as_str())),
        width(15, of(|row| row.consumer_id.as_deref())),
        width(15, of(|row| row.host.as_deref())),
    ];
    let mut show = |cells: [String; 10]| {
        let [name, topic, partition, epoch, current, end, lag, consumer, host, client] = cells;
        let mut line_cells = vec![(name, widths[0]), (topic, widths[1]), (partition, 10)];
        if verbose {
            line_cells.push((epoch, 15));
        }
        line_cells.extend([(current, 15), (end, 15), (lag, 15), (consumer, widths[2]), (host, widths[3]), (client, 0)]);
        line(out, &line_cells)
    };
    show(
        [
            "GROUP",
            "TOPIC",
            "PARTITION",
            "LEADER-EPOCH",
            "CURRENT-OFFSET",
            "LOG-END-OFFSET",
            "LAG",
            "CONSUMER-ID",
            "HOST",
            "CLIENT-ID",
        ]
        .map(str::to_owned),
    )?;
    for row in &group.rows {
        show([
            group.name.clone(),
            row.topic.clone(),
            row.partition.to_string(),
            or_missing(row.leader_epoch),
            or_missing(row.current_offset),
            or_missing(row.end_offset),
            or_missing(row.lag),
            text(&row.consumer_id),
            text(&row.host),
            text(&row.client_id),
        ])?;
    }
    writeln!(out)
}

pub fn members(group: &Group, verbose: bool, out: &mut Sink) -> io::Result<()> {
    let shown = introduce(group, group.members.len(), out)?;
    // Widths count only where rows are worth showing; the header comes all the same.
    let of_width: &[Member] = if shown { &group.members } else { &[] };
    let instance = |member: &Member| member.instance.clone().unwrap_or_default();
    let target = |member: &Member| assignment(member.target.as_deref().unwrap_or_default());
    let with_instance = of_width.iter().any(|member| !instance(member).is_empty());
    let of = |least: usize, cell: &dyn Fn(&Member) -> String| {
        of_width.iter().map(|member| java_length(&cell(member))).max().unwrap_or(0).max(least)
    };
    let name_width = if of_width.is_empty() { 15 } else { width(15, std::iter::once(group.name.as_str())) };
    let (current_width, target_width) = (of(20, &|member| assignment(&member.assignment)), of(20, &target));
    let columns: Vec<(&str, usize)> = [
        ("GROUP", name_width),
        ("CONSUMER-ID", of(15, &|member| member.id.clone())),
        ("GROUP-INSTANCE-ID", of(17, &instance)),
        ("HOST", of(15, &|member| member.host.clone())),
        ("CLIENT-ID", of(15, &|member| member.client.clone())),
        ("#PARTITIONS", 15),
    ]
    .into_iter()
    .filter(|(title, _)| with_instance || *title != "GROUP-INSTANCE-ID")
    .collect();
    let is = |upgraded: bool| of_width.iter().any(|member| member.upgraded == Some(upgraded));
    let migrating = is(true) && is(false);
    let mut more: Vec<(&str, usize)> = vec![
        ("CURRENT-EPOCH", 15),
        ("CURRENT-ASSIGNMENT", current_width),
        ("TARGET-EPOCH", 15),
        ("TARGET-ASSIGNMENT", target_width),
    ];
    if migrating {
        more.push(("UPGRADED", 0));
    }
    let more = if verbose { more } else { Vec::new() };
    let show = |cells: Vec<String>, out: &mut Sink| -> io::Result<()> {
        let filled = cells.iter().zip(columns.iter().chain(&more)).map(|(cell, (_, width))| left(cell, *width));
        let filled: Vec<String> = filled.collect();
        // The first part ends with a blank of its own, whether the second follows or not.
        let (first, second) = filled.split_at(columns.len());
        writeln!(out, "{} {}", first.join(" "), second.join(" "))
    };
    writeln!(out)?;
    show(columns.iter().chain(&more).map(|(title, _)| (*title).to_owned()).collect(), out)?;
    for member in &group.members {
        let mut cells = vec![group.name.clone(), member.id.clone()];
        if with_instance {
            cells.push(instance(member));
        }
        cells.extend([member.host.clone(), member.client.clone(), member.assignment.len().to_string()]);
        if verbose {
            cells.extend([
                or_missing(member.epoch),
                assignment(&member.assignment),
                or_missing(group.target_epoch),
                target(member),
            ]);
            if migrating {
                cells.push(or_missing(member.upgraded));
            }
        }
        show(cells, out)?;
    }
    Ok(())
}

/// `t:0,1;u:3`; topics and numbers in order.
pub fn assignment(partitions: &[TopicPartition]) -> String {
    let mut topics: std::collections::BTreeMap<&str, Vec<i32>> = std::collections::BTreeMap::new();
    for at in partitions {
        topics.entry(&at.topic).or_default().push(at.partition);
    }
    if topics.is_empty() {
        return MISSING.to_owned();
    }
    // The original sorts what it prints, so "a:0" stands behind "a-b:0".
    let mut parts: Vec<String> = topics
        .into_iter()
        .map(|(topic, mut numbers)| {
            numbers.sort_unstable();
            format!("{topic}:{}", crate::output::kafka::joined(&numbers))
        })
        .collect();
    parts.sort();
    parts.join(";")
}

pub fn state(group: &Group, verbose: bool, out: &mut Sink) -> io::Result<()> {
    if !introduce(group, 1, out)? {
        return Ok(());
    }
    let at = &group.coordinator;
    let coordinator = format!("{}:{}  ({})", at.address.host, at.address.port, at.id);
    let strategy = if group.assignor.is_empty() { MISSING } else { &group.assignor };
    let widths = [width(15, std::iter::once(group.name.as_str())), width(25, std::iter::once(coordinator.as_str()))];
    let mut show = |cells: [&str; 7]| {
        let [name, coordinator, strategy, state, epoch, target, members] = cells.map(str::to_owned);
        let mut all = vec![(name, widths[0]), (coordinator, widths[1]), (strategy, 20), (state, 20)];
        if verbose {
            all.extend([(epoch, 15), (target, 25)]);
        }
        all.push((members, 0));
        line(out, &all)
    };
    show([
        "GROUP",
        "COORDINATOR (ID)",
        "ASSIGNMENT-STRATEGY",
        "STATE",
        "GROUP-EPOCH",
        "TARGET-ASSIGNMENT-EPOCH",
        "#MEMBERS",
    ])?;
    show([
        &group.name,
        &coordinator,
        strategy,
        group.state.name(),
        &or_missing(group.epoch),
        &or_missing(group.target_epoch),
        &group.members.len().to_string(),
    ])?;
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::super::collect::tests::{at, committed, ends_of, group, member};
    use super::*;

    fn text(draw: impl Fn(&mut Sink) -> io::Result<()>) -> String {
        let mut out = Sink::memory();
        draw(&mut out).unwrap();
        out.into_text()
    }

    fn billing(state: State, members: Vec<Member>) -> Group {
        let description = group(state, members);
        let offsets = committed(&[("orders-0", Some(7))]);
        Group::new(&description, super::super::collect::rows(&description, &offsets, &ends_of(&[("orders-0", 9)])))
    }

    #[test]
    fn offsets_are_shown_as_by_the_original() {
        assert_eq!(
            text(|out| offsets(&billing(State::Empty, Vec::new()), false, out)),
            "\nGROUP           TOPIC           PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG             CONSUMER-ID     HOST            CLIENT-ID\
             \nbilling         orders          0          7               9               2               -               -               -\n"
        );
        assert!(
            text(|out| offsets(&billing(State::Empty, Vec::new()), true, out))
                .contains("PARTITION  LEADER-EPOCH    CURRENT-OFFSET")
        );
        assert_eq!(
            text(|out| offsets(&billing(State::Dead, Vec::new()), false, out)),
            "\nError: Consumer group 'billing' does not exist.\n"
        );
    }

    #[test]
    fn members_have_a_header_even_when_there_are_none() {
        assert_eq!(
            text(|out| members(&billing(State::Empty, Vec::new()), false, out)),
            "\nGROUP           CONSUMER-ID     HOST            CLIENT-ID       #PARTITIONS     \n"
        );
        assert_eq!(
            text(|out| members(&billing(State::Stable, vec![member("m", &["t-1", "t-0"])]), true, out)),
            "\nGROUP           CONSUMER-ID     HOST            CLIENT-ID       #PARTITIONS     CURRENT-EPOCH   CURRENT-ASSIGNMENT   TARGET-EPOCH    TARGET-ASSIGNMENT   \
             \nbilling         m               /10.0.0.7       client-m        2               -               t:0,1                -               -                   \n"
        );
    }

    #[test]
    fn the_state_names_the_coordinator() {
        assert_eq!(
            text(|out| state(&billing(State::Stable, vec![member("m", &[])]), false, out)),
            "\nGROUP           COORDINATOR (ID)          ASSIGNMENT-STRATEGY  STATE                #MEMBERS\
             \nbilling         h:9092  (1)               range                Stable               1\n"
        );
    }

    #[test]
    fn an_assignment_is_one_word_a_topic() {
        assert_eq!(assignment(&[at("b-0"), at("a-2"), at("a-10"), at("a-b-1")]), "a-b:1;a:2,10;b:0");
        assert_eq!(assignment(&[]), "-");
    }
}
