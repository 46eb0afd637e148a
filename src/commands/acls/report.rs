//! What entries look like: the original's lines, and kt's table.

use std::collections::BTreeSet;
use std::io;

use serde::Serialize;

use crate::client::admin::acls::{Entry, Resource, ResourceFilter};
use crate::output::human;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::Table;
use crate::protocol::acl::{Operation, Pattern, Permission};

/// As Java prints a ResourcePattern.
fn pattern(resource: &Resource) -> String {
    let Resource { kind, name, pattern } = resource;
    format!("ResourcePattern(resourceType={}, name={name}, patternType={})", kind.java(), pattern.java())
}

/// As Java prints a ResourcePatternFilter.
pub fn filter(filter: &ResourceFilter) -> String {
    let name = filter.name.as_deref().unwrap_or("<any>");
    format!("ResourcePattern(resourceType={}, name={name}, patternType={})", filter.kind.java(), filter.pattern.java())
}

fn entry(entry: &Entry) -> String {
    let Entry { principal, host, operation, permission } = entry;
    format!(
        "(principal={principal}, host={host}, operation={}, permissionType={})",
        operation.java(),
        permission.java()
    )
}

/// The place of an operation where the original prints several. It keeps them in hash sets, out of which they fall so.
pub fn rank(operation: Operation) -> usize {
    use Operation::*;
    const ORDER: [Operation; 15] = [
        Read,
        ClusterAction,
        CreateTokens,
        DescribeTokens,
        TwoPhaseCommit,
        DescribeConfigs,
        Describe,
        Write,
        IdempotentWrite,
        Alter,
        Create,
        All,
        Delete,
        AlterConfigs,
        Any,
    ];
    ORDER.iter().position(|known| *known == operation).unwrap_or(ORDER.len())
}

/// Each entry on a line of its own, behind a tab.
pub fn lines(entries: &BTreeSet<Entry>) -> String {
    let mut entries: Vec<&Entry> = entries.iter().collect();
    entries.sort_by_key(|entry| rank(entry.operation));
    entries.iter().map(|one| format!("\t{}", entry(one))).collect::<Vec<_>>().join("\n")
}

/// Entries that were added.
pub struct Added {
    pub all: Found,
}

impl Added {
    /// What the original says of one resource.
    pub fn text((resource, entries): &(Resource, BTreeSet<Entry>)) -> String {
        format!("Adding ACLs for resource `{}`: \n {}\n\n", pattern(resource), lines(entries))
    }
}

impl Serialize for Added {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        rows(&self.all).serialize(serializer)
    }
}

impl Report for Added {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        self.all.iter().try_for_each(|one| io::Write::write_all(out, Self::text(one).as_bytes()))
    }

    fn table(&self) -> Table {
        table(&rows(&self.all))
    }
}

/// Entries that are there.
pub struct Listed {
    /// Each principal that was asked for with what was found; `None` when nobody was.
    sections: Vec<(Option<String>, Found)>,
}

pub type Found = Vec<(Resource, BTreeSet<Entry>)>;

impl Listed {
    pub fn new(found: Found, principals: &[String]) -> Listed {
        if principals.is_empty() {
            return Listed { sections: vec![(None, found)] };
        }
        let of = |principal: &String| {
            let own = found.iter().map(|(resource, entries)| {
                let own = entries.iter().filter(|entry| entry.principal == *principal).cloned().collect();
                (resource.clone(), own)
            });
            let own: Found = own.filter(|(_, entries): &(Resource, BTreeSet<Entry>)| !entries.is_empty()).collect();
            (Some(principal.clone()), own)
        };
        Listed { sections: principals.iter().map(of).collect() }
    }

    fn rows(&self) -> Vec<Row> {
        self.sections.iter().flat_map(|(_, found)| rows(found)).collect()
    }
}

impl Serialize for Listed {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows().serialize(serializer)
    }
}

impl Report for Listed {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        for (principal, found) in &self.sections {
            if let Some(principal) = principal {
                out.line(format!("ACLs for principal `{principal}`"))?;
            }
            for (resource, entries) in found {
                out.line(format!("Current ACLs for resource `{}`:\n{}\n", pattern(resource), lines(entries)))?;
            }
        }
        Ok(())
    }

    fn table(&self) -> Table {
        table(&self.rows())
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let table = self.table();
        if table.rows.is_empty() && screen.is_terminal() {
            return screen.line("there are no rules");
        }
        screen.table(&table)
    }
}

/// Entries that are no more.
#[derive(Serialize)]
pub struct Removed {
    removed: usize,
    rules: Vec<Row>,
}

impl Removed {
    pub fn new(gone: &Found) -> Removed {
        let rules = rows(gone);
        Removed { removed: rules.len(), rules }
    }

    pub fn count(&self) -> usize {
        self.removed
    }
}

impl Report for Removed {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(()) // the original says nothing
    }

    fn table(&self) -> Table {
        table(&self.rules)
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let removed = screen.act("Removed", "remove");
        screen.line(format!("{removed} {}", human::several(self.removed, "rule")))
    }
}

/// One entry with its resource.
#[derive(Debug, Serialize)]
struct Row {
    #[serde(rename = "resourceType")]
    kind: &'static str,
    #[serde(rename = "resource")]
    name: String,
    pattern: &'static str,
    principal: String,
    host: String,
    operation: &'static str,
    permission: &'static str,
}

fn rows(found: &[(Resource, BTreeSet<Entry>)]) -> Vec<Row> {
    let row = |resource: &Resource, entry: &Entry| Row {
        kind: resource.kind.word(),
        name: resource.name.clone(),
        pattern: resource.pattern.word(),
        principal: entry.principal.clone(),
        host: entry.host.clone(),
        operation: entry.operation.word(),
        permission: if entry.permission == Permission::Deny { "deny" } else { "allow" },
    };
    let all = found.iter().flat_map(|(resource, entries)| entries.iter().map(move |entry| row(resource, entry)));
    let mut rows: Vec<Row> = all.collect();
    // Each broker has an order of its own, and Apache Kafka another one each time.
    rows.sort_by(|a, b| (a.kind, &a.name, a.pattern, &a.principal).cmp(&(b.kind, &b.name, b.pattern, &b.principal)));
    rows
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(&["PRINCIPAL", "MAY", "OPERATION", "RESOURCE", "FROM"]);
    for row in rows {
        let star = if row.pattern == Pattern::Prefixed.word() { "*" } else { "" };
        let may = if row.permission == "deny" { "not" } else { "yes" };
        let from = if row.host == "*" { "anywhere" } else { &row.host };
        table.row([
            row.principal.as_str().into(),
            may.into(),
            row.operation.into(),
            format!("{}/{}{star}", row.kind.to_lowercase(), row.name).into(),
            from.into(),
        ]);
    }
    table
}
