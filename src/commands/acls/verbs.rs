//! Access control in kt's grammar: `list`, `allow`, `deny`, `delete`, `check` of `topic/NAME`, `group/NAME*`, `cluster`.

use std::collections::BTreeSet;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::options::{operation, principal};
use super::report::{Added, Listed, Removed};
use super::which::{self, WHAT};
use super::{Found, add, check, remove};
use crate::client::admin::acls::{Entry, EntryFilter, Resource, ResourceFilter};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::suggest;
use crate::output::human;
use crate::output::paint::Paint;
use crate::output::report::Report;
use crate::protocol::acl::{Operation, Permission, ResourceKind, WILDCARD};

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
    let resource = |help: String| Arg::new("resource").value_name("RESOURCE").required(true).help(help);
    let host = || Arg::new("host").long("host").value_name("ADDRESS").help("Only from this address");
    let rule = |name: &'static str, about: &'static str| Command::new(name).about(about).arg(whom()).arg(operation());
    let grant = |name: &'static str, about: &'static str| {
        let several = format!("{WHAT}; of a topic that is there the name is enough");
        rule(name, about).arg(resource(several).num_args(1..).action(ArgAction::Append)).arg(host())
    };
    let search = |command: Command, about: &'static str| {
        command
            .about(about)
            .arg(resource(format!("{WHAT}; or a kind alone, for all of it")).required(false))
            .arg(
                Arg::new("principal")
                    .long("principal")
                    .value_name("PRINCIPAL")
                    .action(ArgAction::Append)
                    .help("Only rules for these"),
            )
            .arg(
                Arg::new("operation")
                    .long("operation")
                    .value_name("OPERATION")
                    .value_delimiter(',')
                    .help("Only rules about these operations"),
            )
            .arg(Arg::new("host").long("host").value_name("ADDRESS").help("Only rules for this address"))
            .arg(flag("allow", "Only rules that allow"))
            .arg(flag("deny", "Only rules that deny").conflicts_with("allow"))
    };
    let whose = Arg::new("whose").value_name("PRINCIPAL").help("Only rules for this one").conflicts_with("principal");
    let what = Arg::new("what")
        .value_name("OPERATION")
        .value_delimiter(',')
        .help("Only these operations")
        .conflicts_with("operation");
    command
        .subcommand(search(Command::new("list").visible_alias("ls"), "the rules there are"))
        .subcommand(grant("allow", "let somebody do something"))
        .subcommand(grant("deny", "keep somebody from something, whatever allows it"))
        .subcommand(
            search(Command::new("delete").visible_alias("rm"), "remove rules, after a look at them and a question")
                .arg(whose)
                .arg(what),
        )
        .subcommand(
            rule("check", "whether somebody may do something, and by which rule")
                .arg(resource(format!("{WHAT}; a name alone is a topic's")))
                .arg(host()),
        )
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

pub fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return Err(Failure::usage("a verb is wanted")) };
    match verb {
        "list" => {
            let found = search(matches, false, cx)?;
            cx.report(&Listed::new(found, &[]))
        }
        "allow" => grant(matches, Permission::Allow, cx),
        "deny" => grant(matches, Permission::Deny, cx),
        "delete" => delete(matches, cx),
        _ => check::check(matches, cx),
    }
}

/// `alice` is `User:alice`.
fn whole(text: &str) -> String {
    if text.contains(':') { text.to_owned() } else { format!("User:{text}") }
}

/// The operations of these words; of a kind only those that it knows.
fn operations<'w>(words: impl IntoIterator<Item = &'w String>, kind: ResourceKind) -> Result<Vec<Operation>, Failure> {
    let mut found = Vec::new();
    for word in words {
        let fits = |operation: &Operation| {
            kind == ResourceKind::Any || *operation == Operation::All || kind.operations().contains(operation)
        };
        found.push(operation(word).filter(fits).ok_or_else(|| {
            let known: Vec<&str> = match kind {
                ResourceKind::Any => Operation::ALL.iter().map(|operation| operation.word()).collect(),
                kind => kind.operations().iter().map(|operation| operation.word()).collect(),
            };
            let what = match kind {
                ResourceKind::Any => format!("'{word}' is no operation"),
                kind => format!("'{word}' cannot be done to a {}", kind.word().to_lowercase()),
            };
            Failure::usage(what)
                .hint_if_any(suggest::hint(word, known.iter().copied()))
                .hint(format!("{}, All", known.join(", ")))
        })?);
    }
    Ok(found)
}

fn words<'m>(matches: &'m ArgMatches, name: &str) -> impl Iterator<Item = &'m String> {
    matches.try_get_many::<String>(name).ok().flatten().into_iter().flatten()
}

pub fn entries(matches: &ArgMatches, resource: &Resource, permission: Permission) -> Result<BTreeSet<Entry>, Failure> {
    let who = principal(&whole(matches.get_one::<String>("principal").map(String::as_str).unwrap_or_default()))?;
    let host = matches.get_one::<String>("host").map_or(WILDCARD, String::as_str);
    let entry = |operation| Entry { principal: who.clone(), host: host.to_owned(), operation, permission };
    Ok(operations(words(matches, "operation"), resource.kind)?.into_iter().map(entry).collect())
}

fn grant(matches: &ArgMatches, permission: Permission, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let mut wanted = Vec::new();
    for text in words(matches, "resource") {
        let resource = cx.block_on(which::or_known_topic(&client, text))??;
        let entries = entries(matches, &resource, permission)?;
        wanted.push((resource, entries));
    }
    if cx.is_dry_run() {
        // Whether there are rules at all the broker says when it is asked for them.
        cx.block_on(client.describe_acls(&ResourceFilter::ANY, &EntryFilter::ANY))??;
        cx.stop_if_dry_run(|| Added { all: wanted })?;
        return Ok(());
    }
    add(wanted, cx)
}

/// The rules that the call is about. `exactly`: of a resource those of just its pattern.
fn search(matches: &ArgMatches, exactly: bool, cx: &mut Context) -> Result<Found, Failure> {
    let resource = matches.get_one::<String>("resource").map(|text| which::filter(text, exactly)).transpose()?;
    let resource = resource.unwrap_or(ResourceFilter::ANY);
    let whom: Vec<String> = words(matches, "principal").chain(words(matches, "whose")).map(|who| whole(who)).collect();
    let only = operations(words(matches, "operation").chain(words(matches, "what")), resource.kind)?;
    let host = matches.get_one::<String>("host");
    let permission = match (matches.get_flag("allow"), matches.get_flag("deny")) {
        (true, _) => Some(Permission::Allow),
        (_, true) => Some(Permission::Deny),
        _ => None,
    };
    let is_wanted = |entry: &Entry| {
        (whom.is_empty() || whom.contains(&entry.principal))
            && (only.is_empty() || only.contains(&entry.operation))
            && host.is_none_or(|host| *host == entry.host)
            && permission.is_none_or(|permission| permission == entry.permission)
    };
    let client = cx.client()?;
    let all = cx.block_on(client.describe_acls(&resource, &EntryFilter::ANY))?.map_err(super::executed)?;
    let found = all.into_iter().map(|(of, entries)| (of, entries.into_iter().filter(is_wanted).collect()));
    Ok(found.filter(|(_, entries): &(_, BTreeSet<Entry>)| !entries.is_empty()).collect())
}

fn delete(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let narrow = ["resource", "principal", "operation", "host"].iter().any(|name| matches.contains_id(name));
    if !narrow && !matches.get_flag("allow") && !matches.get_flag("deny") {
        return Err(Failure::usage("which rules are to go is not said")
            .hint(format!("RESOURCE: {WHAT}"))
            .hint("or --principal, --operation, --host, --allow, --deny: all rules that fit"));
    }
    let found = search(matches, true, cx)?;
    if found.is_empty() {
        return Err(Failure::new("there is no such rule").exit(Exit::NotFound).hint("kt acls list"));
    }
    let removed = Removed::new(&found);
    cx.preview(Listed::new(found.clone(), &[]).table().aligned(Paint::OFF, None, false, true).trim_end());
    cx.stop_if_dry_run(|| &removed)?;
    cx.confirm(&format!("Remove {}?", human::several(removed.count(), "rule")))?;
    let exactly = |of: Resource| ResourceFilter { kind: of.kind, name: Some(of.name), pattern: of.pattern };
    remove(found.into_iter().map(|(of, entries)| (exactly(of), entries)).collect(), false, cx)?;
    cx.report(&removed)
}
