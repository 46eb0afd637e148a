//! The list of groups: names or the original's columns, or kt's with members and lag.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::Serialize;

use super::{List, collect};
use crate::client::admin::groups::{Listing, State, Type, Wanted};
use crate::client::{self, Client};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::lag;
use crate::output::human;
use crate::output::kafka::{hash_map_order, java_length, left};
use crate::output::paint::Tone;
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// One line of the list.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub group: String,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub protocol: String,
    pub state: Option<String>,
    /// Of groups that were looked at.
    pub members: Option<usize>,
    pub topics: Option<Vec<String>>,
    /// In all; nothing if nothing is committed.
    pub lag: Option<i64>,
    pub coordinator: i32,
}

#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Listed {
    rows: Vec<Row>,
    #[serde(skip)]
    with_state: bool,
    #[serde(skip)]
    with_type: bool,
}

pub fn list(wanted: List, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let rows = cx.block_on(rows(client, &wanted))??;
    let listed = Listed { rows, with_state: wanted.with_state, with_type: wanted.with_type };
    let empty = listed.rows.is_empty();
    cx.report(&listed)?;
    if empty && wanted.full && wanted.topic.is_none() {
        cx.hint("no group yet; one comes into being with   kt consume TOPIC --group NAME");
    }
    Ok(())
}

async fn rows(client: &Client, wanted: &List) -> Result<Vec<Row>, Failure> {
    let mut asked = if wanted.every_type { Wanted::default() } else { Wanted::consumers() };
    asked.states.clone_from(&wanted.states);
    if !wanted.types.is_empty() {
        asked.types.clone_from(&wanted.types);
    }
    let plain = !wanted.with_state && !wanted.with_type;
    let listed = client.list_groups(&asked).await.map_err(|error| failed(error, plain))?;
    let fits = |listing: &Listing| wanted.pattern.as_ref().is_none_or(|pattern| pattern.matches(&listing.group));
    let listed: Vec<Listing> = listed.into_iter().filter(fits).collect();
    let mut rows: Vec<Row> = listed.iter().map(Row::from).collect();
    if wanted.full {
        rows.sort_by(|a, b| a.group.cmp(&b.group));
        fill(client, &listed, &mut rows).await?;
        let reads = |row: &Row| match &wanted.topic {
            Some(topic) => row.topics.iter().flatten().any(|one| topic.matches(one)),
            None => true,
        };
        rows.retain(reads);
        if rows.is_empty() {
            lag::there(client, wanted.topic.as_slice()).await?;
        }
        return Ok(rows);
    }
    Ok(hash_map_order(rows, 16, |row| &row.group))
}

/// The original cannot list without a broker, and says so in its own way.
fn failed(error: client::Error, plain: bool) -> Failure {
    let found_nobody = matches!(error.kind(), client::Kind::Unreachable | client::Kind::TimedOut)
        && error.java() != "Failed to create new KafkaAdminClient";
    let exception = match found_nobody {
        true => "org.apache.kafka.common.KafkaException: Failed to find brokers to send ListGroups".to_owned(),
        false => error.java_exception(),
    };
    let message = match (error.java().as_str(), plain) {
        ("Failed to create new KafkaAdminClient", _) => error.java(),
        (_, true) => format!("java.util.concurrent.ExecutionException: {exception}"),
        (_, false) => exception,
    };
    Failure::from(error).kafka(message)
}

/// Members, topics and lag, for all groups by a handful of requests.
async fn fill(client: &Client, listed: &[Listing], rows: &mut [Row]) -> Result<(), Failure> {
    let looked_at = |listing: &&Listing| !matches!(listing.kind, Some(Type::Share | Type::Streams));
    let names: Vec<String> = listed.iter().filter(looked_at).map(|listing| listing.group.clone()).collect();
    let gathered: BTreeMap<String, collect::Gathered> = collect::gather(client, &names)
        .await?
        .into_iter()
        .filter_map(|(name, outcome)| outcome.ok().map(|one| (name, one))) // deleted just now: it stays as it was listed
        .collect();
    let partitions: BTreeSet<_> = gathered.values().flat_map(collect::partitions).collect();
    let ends = collect::ends(client, partitions).await?;
    for row in rows {
        let Some(one) = gathered.get(&row.group) else { continue };
        let all = collect::rows(&one.description, &one.offsets, &ends.of);
        let topics: BTreeSet<String> = all.iter().map(|row| row.topic.clone()).collect();
        row.state = Some(one.description.state.to_string());
        row.kind.get_or_insert_with(|| one.description.kind.to_string());
        row.members = Some(one.description.members.len());
        row.lag = collect::total_lag(&all);
        row.topics = Some(topics.into_iter().collect());
    }
    Ok(())
}

impl From<&Listing> for Row {
    fn from(listing: &Listing) -> Self {
        Self {
            group: listing.group.clone(),
            kind: listing.kind.map(|kind| kind.to_string()),
            protocol: listing.protocol.clone(),
            state: listing.state.map(|state| state.to_string()),
            members: None,
            topics: None,
            lag: None,
            coordinator: listing.coordinator,
        }
    }
}

impl Report for Listed {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        if !self.with_state && !self.with_type {
            return self.rows.iter().try_for_each(|row| out.line(&row.group));
        }
        let longest = self.rows.iter().map(|row| java_length(&row.group)).max().unwrap_or(0).max(15) + 10;
        let mut show = |group: &str, kind: &str, state: &str| -> io::Result<()> {
            write!(out, "{}", left(group, longest))?;
            if self.with_type {
                write!(out, " {}", left(kind, 20))?;
            }
            if self.with_state {
                write!(out, " {}", left(state, 20))?;
            }
            writeln!(out)
        };
        show("GROUP", "TYPE", "STATE")?;
        for row in &self.rows {
            let or_unknown = |text: &Option<String>| text.clone().unwrap_or("Unknown".into());
            show(&row.group, &or_unknown(&row.kind), &or_unknown(&row.state))?;
        }
        Ok(())
    }

    fn table(&self) -> Table {
        let mut table =
            Table::new(&["GROUP", "STATE", ">MEMBERS", "TOPICS", ">LAG", ">COORDINATOR", "+TYPE", "+PROTOCOL"]);
        for row in &self.rows {
            let lag = row.lag.map_or(Cell::new("-"), Cell::count);
            table.row([
                row.group.as_str().into(),
                state(row.state.as_deref()),
                row.members.map_or(Cell::new("-"), |count| Cell::count(count as i64)),
                row.topics.as_ref().map_or(Cell::new("-"), |topics| several(topics)),
                if row.lag.is_some_and(|lag| lag > 0) { lag.tone(Tone::Warn) } else { lag },
                row.coordinator.to_string().into(),
                row.kind.as_deref().unwrap_or("-").into(),
                row.protocol.as_str().into(),
            ]);
        }
        table
    }
}

fn state(name: Option<&str>) -> Cell {
    let cell = Cell::new(name.unwrap_or("-"));
    match name.map(State::parse) {
        Some(State::Empty) => cell.tone(Tone::Dim),
        Some(state) if state.is_rebalancing() => cell.tone(Tone::Warn),
        Some(State::Dead) => cell.tone(Tone::Bad),
        _ => cell,
    }
}

/// A person reads three names at most, a program all of them.
fn several(topics: &[String]) -> Cell {
    const SHOWN: usize = 3;
    let all = topics.join(",");
    let text = match topics.len() {
        0 => "-".to_owned(),
        1..=SHOWN => topics.join(", "),
        count => format!("{}, {} more", topics[..SHOWN - 1].join(", "), human::count((count - SHOWN + 1) as i64)),
    };
    Cell::new(text).exactly(if all.is_empty() { "-".into() } else { all })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(groups: &[&str], with_state: bool, with_type: bool) -> String {
        let row = |group: &&str| Row {
            group: (*group).into(),
            kind: Some("Classic".into()),
            protocol: "consumer".into(),
            state: None,
            members: None,
            topics: None,
            lag: None,
            coordinator: 1,
        };
        let mut out = Sink::memory();
        Listed { rows: groups.iter().map(row).collect(), with_state, with_type }.kafka(&mut out).unwrap();
        out.into_text()
    }

    #[test]
    fn the_originals_list_has_names_alone_or_columns_of_their_widths() {
        assert_eq!(listed(&["b", "a"], false, false), "b\na\n");
        assert_eq!(listed(&[], false, false), "");
        assert_eq!(
            listed(&["g"], true, true),
            "GROUP                     TYPE                 STATE               \n\
             g                         Classic              Unknown             \n"
        );
    }

    #[test]
    fn of_many_topics_a_person_sees_the_first() {
        let topics = ["a", "b", "c", "d"].map(str::to_owned);
        let cell = several(&topics);
        assert_eq!((cell.text.as_str(), cell.exact.as_deref()), ("a, b, 2 more", Some("a,b,c,d")));
        assert_eq!(several(&topics[..3]).text, "a, b, c");
    }
}
