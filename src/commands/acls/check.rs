//! `kt acls check`: whether somebody may, and by which rule.

use std::collections::BTreeMap;
use std::io;

use clap::ArgMatches;
use serde::Serialize;

use super::verbs::entries;
use super::which;
use crate::client::admin::acls::{Entry, EntryFilter, Resource, ResourceFilter};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::Table;
use crate::protocol::acl::{ANYBODY, Operation, Pattern, Permission, WILDCARD};

/// Whether somebody may, by the rules that can be seen. Superusers and the default of a resource without rules are in
/// the broker's configuration, which tells the first to nobody.
pub fn check(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let resource = which::or_topic(matches.get_one::<String>("resource").map(String::as_str).unwrap_or_default())?;
    let wanted = entries(matches, &resource, Permission::Allow)?;
    let client = cx.client()?;
    let filter = ResourceFilter { kind: resource.kind, name: Some(resource.name.clone()), pattern: Pattern::Match };
    let found = cx.block_on(client.describe_acls(&filter, &EntryFilter::ANY))??;
    let rules: BTreeMap<&Resource, &Vec<Entry>> = found.iter().map(|(resource, entries)| (resource, entries)).collect();
    let mut rows = Vec::new();
    for asked in &wanted {
        let concerns = |rule: &&Entry| {
            (rule.principal == asked.principal || rule.principal == ANYBODY)
                && (rule.host == WILDCARD || rule.host == asked.host)
                && covers(rule, asked.operation)
        };
        let all = || rules.iter().flat_map(|(resource, entries)| entries.iter().map(move |entry| (*resource, entry)));
        let by = |permission| all().find(|(_, rule)| rule.permission == permission && concerns(rule));
        let (answer, rule) = match (by(Permission::Deny), by(Permission::Allow)) {
            (Some(rule), _) => ("no", Some(rule)),
            (None, Some(rule)) => ("yes", Some(rule)),
            (None, None) if found.is_empty() => ("as the broker's default says", None),
            (None, None) => ("no", None),
        };
        let rule = rule.map(|(resource, rule)| {
            let star = if resource.pattern == Pattern::Prefixed { "*" } else { "" };
            let may = if rule.permission == Permission::Deny { "may not" } else { "may" };
            format!("{} {may} {} {}{star}", rule.principal, rule.operation.word(), resource.name)
        });
        rows.push(Answer { principal: asked.principal.clone(), operation: asked.operation.word(), may: answer, rule });
    }
    let refused = rows.iter().any(|row| row.may == "no");
    cx.report(&Answers { rows })?;
    if refused { Err(Failure::silent(Exit::Denied)) } else { Ok(()) }
}

/// To allow reading is to allow describing, and so on; to deny it is not.
fn covers(rule: &Entry, operation: Operation) -> bool {
    use Operation::*;
    let implied = match operation {
        Describe => matches!(rule.operation, Read | Write | Delete | Alter),
        DescribeConfigs => rule.operation == AlterConfigs,
        _ => false,
    };
    rule.operation == All || rule.operation == operation || (implied && rule.permission == Permission::Allow)
}

#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Answers {
    rows: Vec<Answer>,
}

#[derive(Debug, Serialize)]
struct Answer {
    principal: String,
    operation: &'static str,
    may: &'static str,
    rule: Option<String>,
}

impl Report for Answers {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(()) // the original has no such act
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["PRINCIPAL", "OPERATION", "MAY", "RULE"]);
        for row in &self.rows {
            let rule = row.rule.as_deref().unwrap_or("no rule is for this");
            table.row([row.principal.as_str().into(), row.operation.into(), row.may.into(), rule.into()]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        screen.table(&self.table())
    }
}
