//! kafka-groups: groups of all types in one list. kt's own list is `kt groups`.

use std::io::{self, Write};

use serde::Serialize;

use super::context::Context;
use super::failure::Failure;
use super::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};
use super::tool::{Example, Group, Kafka, Options, Thrown, Tool};
use crate::client::admin::groups::{CONSUMER, Listing, Type, Wanted};
use crate::client::{self, Kind};
use crate::output::kafka::{hash_map_order, java_length, left};
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::Table;

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    COMMAND_CONFIG,
    Opt::flag("list", "print group, type and protocol"),
    Opt::flag("consumer", "only consumer groups of either protocol, and simple ones"),
    Opt::flag("share", "only share groups"),
    Opt::flag("streams", "only streams groups"),
    Opt::value("group-type", "TYPE", "only groups of this type: classic, consumer, share or streams"),
    Opt::value("protocol", "NAME", "only groups with this protocol type"),
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-groups"),
    kafka: Some(Kafka {
        options: Options::Jopt(OPTIONS),
        thrown: Thrown::stdout("Error while executing groups command : {}"),
        act,
    }),
    examples: &[Example { line: "kt groups --list --share", does: "the share groups, in Kafka's flags" }],
    quirks: &[
        "without --bootstrap-server the address comes from the environment or is localhost:9092; the original refuses",
    ],
    ..Tool::own("all-groups", Group::Groups, "list groups of all types, in Kafka's flags")
};

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    if !given.has("list") {
        return Err(Failure::usage("Command must include exactly one action: --list.")
            .hint(format!("{} --help   shows all options", cx.called())));
    }
    let kind = given.one("group-type").map_err(Failure::kafka_on_stderr)?.map(Type::parse);
    if kind == Some(Type::Unknown) {
        return Err(
            Failure::usage("--group-type must be a valid group type.").hint("classic, consumer, share or streams")
        );
    }
    for (option, others) in [
        ("consumer", ["group-type", "protocol", "share", "streams"]),
        ("share", ["consumer", "group-type", "protocol", "streams"]),
        ("streams", ["consumer", "group-type", "protocol", "share"]),
    ] {
        given.clash(option, &others)?;
    }
    let protocol = given.text("protocol")?;
    let client = cx.client()?;
    let listed = cx.block_on(client.list_groups(&Wanted::default()))?.map_err(failed)?;
    let wanted = |listing: &Listing| match (kind, &protocol) {
        (Some(kind), protocol) => {
            listing.kind == Some(kind) && protocol.as_ref().is_none_or(|protocol| *protocol == listing.protocol)
        }
        (None, Some(protocol)) => listing.protocol == *protocol,
        (None, None) if given.has("consumer") => {
            listing.protocol == CONSUMER || listing.protocol.is_empty() || listing.kind == Some(Type::Consumer)
        }
        (None, None) if given.has("share") => listing.kind == Some(Type::Share),
        (None, None) if given.has("streams") => listing.kind == Some(Type::Streams),
        (None, None) => true,
    };
    // The filters come last, so that what is left keeps the order of the whole map.
    let rows = hash_map_order(listed, 16, |listing| &listing.group);
    cx.report(&All { rows: rows.iter().filter(|listing| wanted(listing)).map(Row::from).collect() })
}

fn failed(error: client::Error) -> Failure {
    match error.kind() {
        Kind::Unreachable | Kind::TimedOut if error.java() != "Failed to create new KafkaAdminClient" => {
            Failure::from(error).kafka("Failed to find brokers to send ListGroups")
        }
        _ => {
            let message = error.java();
            Failure::from(error).kafka(message)
        }
    }
}

#[derive(Debug, Serialize)]
struct Row {
    group: String,
    #[serde(rename = "type")]
    kind: String,
    protocol: String,
}

impl From<&Listing> for Row {
    fn from(listing: &Listing) -> Self {
        Self {
            group: listing.group.clone(),
            kind: listing.kind.map_or(String::new(), |kind| kind.to_string()),
            protocol: listing.protocol.clone(),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(transparent)]
struct All {
    rows: Vec<Row>,
}

impl Report for All {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        let cells = self.rows.iter().flat_map(|row| [&row.group, &row.kind, &row.protocol]);
        let width = cells.map(|cell| java_length(cell)).max().unwrap_or(0).max(20);
        writeln!(out, "{} {} {}", left("GROUP", width), left("TYPE", width), left("PROTOCOL", width))?;
        self.rows.iter().try_for_each(|row| {
            writeln!(out, "{} {} {} ", left(&row.group, width), left(&row.kind, width), left(&row.protocol, width))
        })
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["GROUP", "TYPE", "PROTOCOL"]);
        for row in &self.rows {
            table.row([row.group.as_str().into(), row.kind.as_str().into(), row.protocol.as_str().into()]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_columns_are_as_wide_as_the_longest_cell() {
        let row = Row { group: "a-group-of-more-than-20".into(), kind: "Classic".into(), protocol: String::new() };
        let mut out = Sink::memory();
        All { rows: vec![row] }.kafka(&mut out).unwrap();
        let expected = format!(
            "{:23} {:23} {:23}\n{:23} {:23} {:23} \n",
            "GROUP", "TYPE", "PROTOCOL", "a-group-of-more-than-20", "Classic", ""
        );
        assert_eq!(out.into_text(), expected);
    }
}
