//! `kt acls`, kafka-acls: who may do what to which.
//!
//! [`options`] reads Kafka's grammar, [`verbs`] kt's; both say which entries are meant ([`Meant`]).

mod check;
mod options;
mod report;
mod verbs;
mod which;

use std::collections::BTreeSet;
use std::io::BufRead;

use self::report::{Added, Found, Listed};
use crate::client::admin::acls::{Entry, EntryFilter, Resource, ResourceFilter};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};

pub const TOOL: Tool = Tool {
    aliases: &["acl"],
    script: Some("kafka-acls"),
    kafka: Some(Kafka { options: Options::Jopt(options::OPTIONS), thrown: Thrown::STDERR, act: options::act }),
    verbs: Some(Verbs { command: verbs::command, default: Some("list"), connects: true, act: verbs::act }),
    changes: &["allow", "deny", "delete"],
    examples: &[
        Example { line: "kt acls allow User:alice read topic/orders", does: "alice may read orders" },
        Example { line: "kt acls allow User:app write 'topic/app-*'", does: "all topics that begin with app-" },
        Example { line: "kt acls check alice read orders", does: "whether she may, and by which rule" },
        Example {
            line: "kt acls delete --principal alice --dry-run",
            does: "which rules for alice would go; by resource, too",
        },
        Example { line: "kt acls --list --topic orders", does: "in Kafka's flags" },
    ],
    verb_examples: &[
        Example { line: "kt acls list", does: "all rules" },
        Example { line: "kt acls list -o json --jq '.[].principal'", does: "who is spoken of" },
        Example { line: "kt acls deny User:bob read topic/orders", does: "whatever else allows it" },
        Example { line: "kt acls delete topic/orders User:bob", does: "all rules on orders for bob, after a question" },
    ],
    quirks: &[
        "without --bootstrap-server the address comes from KT_BOOTSTRAP, KAFKA_BOOTSTRAP_SERVERS or is localhost:9092; \
         the original refuses",
        "several entries come in the order of their words; the original's order changes from run to run",
    ],
    ..Tool::own("acls", Group::Security, "list, allow, deny and remove: who may do what")
};

/// Entries by the resources that they are for. No entries at all: whatever there is.
pub type Meant = Vec<(ResourceFilter, BTreeSet<Entry>)>;

/// An exception as the original prints it: its sentence and a stack trace, on stdout.
fn thrown(class: &str, message: &str, cause: Option<&str>) -> String {
    let cause = cause.map(|cause| format!("Caused by: {cause}\n")).unwrap_or_default();
    format!("Error while executing ACL command: {message}\n{class}: {message}\n{cause}\n")
}

fn executed(error: crate::client::Error) -> Failure {
    let java = error.java_exception();
    let text = thrown("java.util.concurrent.ExecutionException", &java, Some(&java));
    Failure::from(error).kafka_exactly(text, 1)
}

fn list(filters: &[ResourceFilter], principals: &[String], cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let all = [ResourceFilter::ANY];
    let filters = if filters.is_empty() { &all[..] } else { filters };
    let mut found: Found = Vec::new();
    for filter in filters {
        for (resource, entries) in cx.block_on(client.describe_acls(filter, &EntryFilter::ANY))?.map_err(executed)? {
            match found.iter_mut().find(|(known, _)| *known == resource) {
                Some((_, known)) => known.extend(entries),
                None => found.push((resource, entries.into_iter().collect())),
            }
        }
    }
    cx.report(&Listed::new(found, principals))
}

fn add(wanted: Vec<(Resource, BTreeSet<Entry>)>, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let mut done: Found = Vec::new();
    for (resource, entries) in wanted {
        let all: Vec<(Resource, Entry)> = entries.iter().map(|entry| (resource.clone(), entry.clone())).collect();
        let outcome = cx.block_on(client.create_acls(&all))?;
        // The original says first what it is about to do.
        done.push((resource, entries));
        if let Err(error) = outcome {
            let said: String = done.iter().map(Added::text).collect();
            return Err(executed_after(error, &said));
        }
    }
    cx.report(&Added { all: done })
}

fn executed_after(error: crate::client::Error, before: &str) -> Failure {
    let failure = executed(error);
    match failure.original() {
        crate::commands::failure::Original::Exactly { stdout, exit } => {
            let text = format!("{before}{stdout}");
            failure.clone().kafka_exactly(text, *exit)
        }
        _ => failure,
    }
}

/// Removes what is meant; brings how many entries were removed. `ask`: first, on stdout and stdin, as the original.
fn remove(meant: Meant, ask: bool, cx: &mut Context) -> Result<usize, Failure> {
    let client = cx.client()?;
    let mut gone = 0;
    for (filter, entries) in meant {
        if ask && !asked(&filter, &entries, cx)? {
            continue;
        }
        let filters: Vec<(ResourceFilter, EntryFilter)> = if entries.is_empty() {
            vec![(filter, EntryFilter::ANY)]
        } else {
            entries.iter().map(|entry| (filter.clone(), EntryFilter::only(entry))).collect()
        };
        gone += cx.block_on(client.delete_acls(&filters))?.map_err(executed)?;
    }
    Ok(gone)
}

/// The original's question. Anything but a `y` is a no; so is the end of the input, at which the original fails.
fn asked(filter: &ResourceFilter, entries: &BTreeSet<Entry>, cx: &mut Context) -> Result<bool, Failure> {
    use std::io::Write;
    let filter = report::filter(filter);
    if entries.is_empty() {
        cx.out.line(format!("Are you sure you want to delete all ACLs for resource filter `{filter}`? (y/n)"))?;
    } else {
        let entries = report::lines(entries);
        cx.out.line(format!(
            "Are you sure you want to remove ACLs: \n {entries} \n from resource filter `{filter}`? (y/n)"
        ))?;
    }
    cx.out.flush()?;
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    read.map_err(|error| Failure::new(format!("cannot read the answer: {error}")))?;
    Ok(line.trim_end_matches(['\r', '\n']).eq_ignore_ascii_case("y"))
}
