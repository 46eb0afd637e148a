//! How versions look: the original's block for each broker, and kt's table.

use std::collections::BTreeMap;
use std::io;

use kt_codec::ApiKey;
use serde::Serialize;

use crate::client::versions::Versions;
use crate::client::{self, Node};
use crate::output::kafka::joined;
use crate::output::paint::Tone;
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// APIs of the past that the original still knows by name, in no version.
const GONE: [(i16, &str); 4] =
    [(4, "LeaderAndIsr"), (5, "StopReplica"), (6, "UpdateMetadata"), (7, "ControlledShutdown")];

/// An API's number, and the versions that a broker offers.
type Offer = (i16, Option<(i16, i16)>);

/// A broker and its answer.
pub(super) struct Broker {
    node: Node,
    answer: client::Result<Versions>,
}

impl Broker {
    pub fn new(node: Node, answer: client::Result<Versions>) -> Broker {
        Broker { node, answer }
    }
}

#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Known {
    rows: Vec<Row>,
    #[serde(skip)]
    brokers: Vec<Broker>,
}

/// One API on the brokers that agree about it.
#[derive(Serialize)]
struct Row {
    api: String,
    key: i16,
    min: Option<i16>,
    max: Option<i16>,
    /// The version that kt would use.
    usable: Option<i16>,
    brokers: Vec<i32>,
}

impl Known {
    pub fn new(brokers: Vec<Broker>, apis: &[String]) -> Known {
        // By API and range, so that brokers of one release share a row.
        let mut rows: BTreeMap<Offer, Vec<i32>> = BTreeMap::new();
        for broker in &brokers {
            let Ok(versions) = &broker.answer else { continue };
            for key in keys(versions) {
                rows.entry((key, versions.ranges.get(&key).copied())).or_default().push(broker.node.id);
            }
        }
        let row = |((key, range), mut brokers): (Offer, Vec<i32>)| {
            brokers.sort_unstable();
            let usable = range.and_then(|range| usable(key, range).ok());
            Row { api: name(key).into(), key, min: range.map(|r| r.0), max: range.map(|r| r.1), usable, brokers }
        };
        let wanted = |row: &Row| {
            let name = row.api.to_ascii_lowercase();
            apis.is_empty() || apis.iter().any(|part| name.contains(part.as_str()))
        };
        Known { rows: rows.into_iter().map(row).filter(wanted).collect(), brokers }
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// All APIs worth a line: those that the broker names, and those that a client could use.
fn keys(versions: &Versions) -> Vec<i16> {
    let ours = ApiKey::ALL.iter().filter(|api| api.on_broker()).map(|api| *api as i16);
    let mut keys: Vec<i16> = versions.ranges.keys().copied().chain(ours).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn name(key: i16) -> &'static str {
    let gone = || GONE.iter().find(|(number, _)| *number == key).map(|(_, name)| *name);
    ApiKey::from_i16(key).map(ApiKey::name).or_else(gone).unwrap_or("UNKNOWN")
}

/// The version both sides would use, or why there is none, in the original's words. As there, our oldest version decides
/// nothing when the broker is newer.
fn usable(key: i16, (low, high): (i16, i16)) -> Result<i16, &'static str> {
    let (oldest, newest) = match ApiKey::from_i16(key) {
        Some(api) => api.versions(),
        None => (0, -1),
    };
    if newest < low {
        Err("unusable: node too new")
    } else if high < oldest {
        Err("unusable: node too old")
    } else {
        Ok(newest.min(high))
    }
}

/// `Fetch(1): 4 to 18 [usable: 18]`
fn line(key: i16, range: Option<(i16, i16)>) -> String {
    let start = format!("{}({key}): ", name(key));
    let Some((low, high)) = range else { return start + "UNSUPPORTED" };
    let versions = if low == high { low.to_string() } else { format!("{low} to {high}") };
    match (name(key), usable(key, (low, high))) {
        ("UNKNOWN", _) => start + &versions,
        (_, Ok(version)) => format!("{start}{versions} [usable: {version}]"),
        (_, Err(why)) => format!("{start}{versions} [{why}]"),
    }
}

impl Report for Known {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        for Broker { node, answer } in &self.brokers {
            let rack = node.rack.as_deref().unwrap_or("null");
            let Node { id, address, .. } = node;
            let broker = format!("{}:{} (id: {id} rack: {rack} isFenced: false) -> ", address.host, address.port);
            match answer {
                Ok(versions) => {
                    let line = |key: i16| line(key, versions.ranges.get(&key).copied());
                    let lines: Vec<String> = keys(versions).into_iter().map(line).collect();
                    out.line(format!("{broker}(\n\t{}\n)", lines.join(",\n\t")))?;
                }
                Err(error) => out.line(format!("{broker}ERROR: {}", error.java_exception()))?,
            }
        }
        Ok(())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["API", ">KEY", "VERSIONS", ">USED BY KT", "BROKERS"]);
        let all = self.brokers.iter().filter(|broker| broker.answer.is_ok()).count();
        for row in &self.rows {
            let versions = match (row.min, row.max) {
                (Some(min), Some(max)) if min == max => Cell::new(min.to_string()),
                (Some(min), Some(max)) => Cell::new(format!("{min}-{max}")),
                _ => Cell::new("none").tone(Tone::Dim),
            };
            table.row([
                row.api.as_str().into(),
                row.key.to_string().into(),
                versions,
                row.usable.map_or_else(|| "-".to_owned(), |version| version.to_string()).into(),
                if row.brokers.len() == all { "all".into() } else { joined(&row.brokers).into() },
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_the_originals() {
        assert_eq!(line(1, Some((4, 18))), "Fetch(1): 4 to 18 [usable: 18]");
        assert_eq!(line(46, Some((0, 0))), "ListPartitionReassignments(46): 0 [usable: 0]");
        assert_eq!(line(71, None), "GetTelemetrySubscriptions(71): UNSUPPORTED");
        assert_eq!(line(4, Some((0, 7))), "LeaderAndIsr(4): 0 to 7 [unusable: node too new]");
        assert_eq!(line(1, Some((0, 3))), "Fetch(1): 0 to 3 [unusable: node too old]");
        assert_eq!(line(999, Some((0, 3))), "UNKNOWN(999): 0 to 3");
    }
}
