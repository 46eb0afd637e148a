//! Access control in kt's grammar: `list`, `allow`, `deny`, `delete`, `check` of `topic/NAME`, `group/NAME*`, `cluster`.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;

use super::options::{operation, principal};
use super::{add, list, remove};
use crate::client::admin::acls::{Entry, EntryFilter, Resource, ResourceFilter};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::said::Done;
use crate::commands::suggest;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::Table;
use crate::protocol::acl::{ANYBODY, CLUSTER_NAME, Operation, Pattern, Permission, ResourceKind, WILDCARD};

const WORDS: [(&str, ResourceKind); 5] = [
    ("topic", ResourceKind::Topic),
    ("group", ResourceKind::Group),
    ("txn", ResourceKind::TransactionalId),
    ("token", ResourceKind::DelegationToken),
    ("user", ResourceKind::User),
];

const WHAT: &str = "topic/NAME, group/NAME, txn/ID, token/ID, user/PRINCIPAL or cluster; a star at the end stands for \
                    all names that begin so, alone for all";

pub fn command(command: Command) -> Command {
    let whom =
        || Arg::new("principal").value_name("PRINCIPAL").required(true).help("User:NAME, or NAME; User:* is everybody");
    let operation = || {
        Arg::new("operation")
            .value_name("OPERATION")
            .required(true)
            .value_delimiter(',')
            .help("read, write, describe, create, delete, alter, all …; several with commas")
    };
    let resource = || Arg::new("resource").value_name("RESOURCE").required(true).help(WHAT);
    let host = || Arg::new("host").long("host").value_name("ADDRESS").help("Only from this address");
    let rule = |name: &'static str, about: &'static str| {
        Command::new(name).about(about).arg(whom()).arg(operation()).arg(resource()).arg(host())
    };
    command
        .subcommand(
            Command::new("list")
                .about("the rules there are")
                .arg(Arg::new("resource").value_name("RESOURCE").help("Only rules that concern this"))
                .arg(
                    Arg::new("principal")
                        .long("principal")
                        .value_name("PRINCIPAL")
                        .action(ArgAction::Append)
                        .help("Only rules for these"),
                ),
        )
        .subcommand(rule("allow", "let somebody do something"))
        .subcommand(rule("deny", "keep somebody from something, whatever allows it"))
        .subcommand(
            Command::new("delete")
                .about("remove rules, after a question")
                .arg(resource())
                .arg(Arg::new("principal").value_name("PRINCIPAL").help("Only rules for this one"))
                .arg(Arg::new("operation").value_name("OPERATION").value_delimiter(',').help("Only these operations")),
        )
        .subcommand(rule("check", "whether somebody may do something, and by which rule"))
}

pub fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return list(&[], &[], cx) };
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    match verb {
        "list" => {
            let resource = text("resource").map(resource).transpose()?;
            let filter = resource.map(|r| ResourceFilter { kind: r.kind, name: Some(r.name), pattern: Pattern::Match });
            let whom: Vec<String> =
                matches.get_many::<String>("principal").into_iter().flatten().map(|who| whole(who)).collect();
            list(filter.as_slice(), &whom, cx)
        }
        "allow" | "deny" => {
            let permission = if verb == "allow" { Permission::Allow } else { Permission::Deny };
            let resource = resource(text("resource").unwrap_or_default())?;
            add(vec![(resource.clone(), entries(matches, &resource, permission)?)], cx)
        }
        "delete" => delete(matches, cx),
        _ => check(matches, cx),
    }
}

/// `alice` is `User:alice`.
fn whole(text: &str) -> String {
    if text.contains(':') { text.to_owned() } else { format!("User:{text}") }
}

fn resource(text: &str) -> Result<Resource, Failure> {
    if text == "cluster" {
        let name = CLUSTER_NAME.to_owned();
        return Ok(Resource { kind: ResourceKind::Cluster, name, pattern: Pattern::Literal });
    }
    let meant = || match text.split_once('/') {
        None => Some(format!("topic/{text}")),
        Some((word, name)) => {
            let near = suggest::nearest(word, WORDS.iter().map(|(known, _)| *known))?;
            (near != word).then(|| format!("{near}/{name}"))
        }
    };
    let wrong = || {
        let failure = Failure::usage(format!("'{text}' is nothing that rules are about"));
        failure.hint_if_any(meant().map(|line| format!("did you mean   {line} ?"))).hint(WHAT)
    };
    let (word, name) = text.split_once('/').ok_or_else(wrong)?;
    let (_, kind) = WORDS.iter().find(|(known, _)| *known == word).ok_or_else(wrong)?;
    let (name, pattern) = match name.strip_suffix(WILDCARD) {
        Some("") => (WILDCARD, Pattern::Literal),
        Some(beginning) => (beginning, Pattern::Prefixed),
        None => (name, Pattern::Literal),
    };
    if name.is_empty() {
        return Err(wrong());
    }
    Ok(Resource { kind: *kind, name: name.to_owned(), pattern })
}

fn operations(matches: &ArgMatches, kind: ResourceKind) -> Result<Vec<Operation>, Failure> {
    let mut found = Vec::new();
    for word in matches.get_many::<String>("operation").into_iter().flatten() {
        let fits = |operation: &Operation| *operation == Operation::All || kind.operations().contains(operation);
        found.push(operation(word).filter(fits).ok_or_else(|| {
            let known: Vec<&str> = kind.operations().iter().map(|operation| operation.word()).collect();
            Failure::usage(format!("'{word}' cannot be done to a {}", kind.word().to_lowercase()))
                .hint_if_any(suggest::hint(word, known.iter().copied()))
                .hint(format!("{}, All", known.join(", ")))
        })?);
    }
    Ok(found)
}

fn entries(matches: &ArgMatches, resource: &Resource, permission: Permission) -> Result<BTreeSet<Entry>, Failure> {
    let who = principal(&whole(matches.get_one::<String>("principal").map(String::as_str).unwrap_or_default()))?;
    let host = matches.get_one::<String>("host").map_or(WILDCARD, String::as_str);
    let entry = |operation| Entry { principal: who.clone(), host: host.to_owned(), operation, permission };
    Ok(operations(matches, resource.kind)?.into_iter().map(entry).collect())
}

fn delete(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let resource = resource(matches.get_one::<String>("resource").map(String::as_str).unwrap_or_default())?;
    let filter = ResourceFilter { kind: resource.kind, name: Some(resource.name.clone()), pattern: resource.pattern };
    let who = matches.get_one::<String>("principal").map(|who| whole(who));
    let only = operations(matches, resource.kind)?;
    let client = cx.client()?;
    let any = EntryFilter { principal: who, ..EntryFilter::ANY };
    let found = cx.block_on(client.describe_acls(&filter, &any))??;
    let entries: BTreeSet<Entry> = found.into_iter().flat_map(|(_, entries)| entries).collect();
    let entries: BTreeSet<Entry> =
        entries.into_iter().filter(|entry| only.is_empty() || only.contains(&entry.operation)).collect();
    if entries.is_empty() {
        return Err(Failure::new("there is no such rule").exit(Exit::NotFound).hint("kt acls list"));
    }
    let many = crate::output::human::several(entries.len(), "rule");
    cx.confirm(&format!("Remove {many}?"))?;
    let gone = remove(vec![(filter, entries)], false, cx)?;
    let words = format!("Removed {}", crate::output::human::several(gone, "rule"));
    cx.report(&Done::new(words, "REMOVED", "removed", gone))
}

/// Whether somebody may, by the rules that can be seen. Superusers and the default of a resource without rules are in
/// the broker's configuration, which tells the first to nobody.
fn check(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let resource = resource(matches.get_one::<String>("resource").map(String::as_str).unwrap_or_default())?;
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
