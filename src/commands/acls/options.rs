//! Access control in Kafka's grammar: its options, and the checks in the original's order.

use std::collections::BTreeSet;

use super::{Meant, add, list, remove, thrown};
use crate::client::admin::acls::{Entry, Resource, ResourceFilter};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::options::{BOOTSTRAP, CONTROLLERS, Given, Opt, Role};
use crate::protocol::acl::{CLUSTER_NAME, Operation, Pattern, Permission, ResourceKind, WILDCARD};

pub static OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    CONTROLLERS,
    Opt::maybe("command-config", "FILE", "client settings, a properties file").role(Role::ConfigFile),
    Opt::flag("add", "add rules"),
    Opt::flag("remove", "remove rules; asks first unless --force"),
    Opt::flag("list", "show rules"),
    Opt::value("topic", "NAME or *", "rules of a topic").repeats(),
    Opt::value("group", "NAME or *", "rules of a group").repeats(),
    Opt::flag("cluster", "rules of the cluster"),
    Opt::value("transactional-id", "ID or *", "rules of a transactional id").repeats(),
    Opt::value("delegation-token", "ID or *", "rules of a delegation token").repeats(),
    Opt::value("user-principal", "PRINCIPAL", "rules on a user as the thing acted upon").repeats(),
    Opt::value(
        "resource-pattern-type",
        "TYPE",
        "ANY, MATCH, LITERAL or PREFIXED; the first two only for list and remove",
    )
    .default("LITERAL"),
    Opt::value("operation", "NAME", "what is allowed or denied").repeats().default("All"),
    Opt::value("allow-principal", "TYPE:NAME", "who is allowed").repeats(),
    Opt::value("deny-principal", "TYPE:NAME", "who is denied").repeats(),
    Opt::value("allow-host", "HOST", "from where the allowed may come").repeats().default("*"),
    Opt::value("deny-host", "HOST", "from where the denied come").repeats().default("*"),
    Opt::maybe("principal", "TYPE:NAME", "list only rules for these").repeats(),
    Opt::flag("producer", "the rules a producer needs: Write, Describe, Create on the topic"),
    Opt::flag("consumer", "the rules a consumer needs: Read, Describe on the topic, Read on the group"),
    Opt::flag("idempotent", "with --producer: IdempotentWrite on the cluster"),
    Opt::flag("force", "do not ask before removing"),
    Opt::value("authorizer", "CLASS", "the ZooKeeper authorizer").gone(
        "--authorizer is gone since Kafka 4.0; the rules are the brokers' now",
        "--bootstrap-server localhost:9092",
    ),
    Opt::value("authorizer-properties", "KEY=VALUE", "went with --authorizer").repeats().gone(
        "--authorizer-properties went with --authorizer in Kafka 4.0; the rules are the brokers' now",
        "--bootstrap-server localhost:9092",
    ),
    Opt::value("zk-tls-config-file", "FILE", "went with --authorizer")
        .gone("--zk-tls-config-file went with ZooKeeper; the tools talk to brokers now", ""),
];

const NO_RESOURCE: &str = "You must provide at least one resource: --topic <topic> or --cluster or --group <group> or \
                           --delegation-token <Delegation Token ID>";

pub fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    check(given, cx)?;
    let pattern = pattern(given)?;
    cx.connection()?;
    if given.has("list") {
        return list(&resources(given, pattern, false)?, &principals(given, "principal")?, cx);
    }
    if given.has("add") {
        if !matches!(pattern, Pattern::Literal | Pattern::Prefixed) {
            let word = pattern.java();
            let why = format!("A '--resource-pattern-type' value of '{word}' is not valid when adding acls.");
            return Err(Failure::usage(why));
        }
        let meant = meant(given, pattern)?;
        if meant.iter().any(|(_, entries)| entries.is_empty()) {
            return Err(Failure::usage(
                "You must specify one of: --allow-principal, --deny-principal when trying to add ACLs.",
            ));
        }
        let resource = |filter: ResourceFilter| Resource {
            kind: filter.kind,
            name: filter.name.unwrap_or_default(),
            pattern: filter.pattern,
        };
        return add(meant.into_iter().map(|(filter, entries)| (resource(filter), entries)).collect(), cx);
    }
    remove(meant(given, pattern)?, !given.has("force"), cx).map(drop)
}

/// `AclCommandOptions.checkArgs`.
fn check(given: &Given, cx: &Context) -> Result<(), Failure> {
    let refused = |why: &str| Err(Failure::usage(why));
    if given.has("bootstrap-server") && given.has("bootstrap-controller") {
        return refused("Only one of --bootstrap-server or --bootstrap-controller must be specified");
    }
    if given.count(&["add", "remove", "list"]) != 1 {
        return Err(Failure::usage("Command must include exactly one action: --list, --add, --remove. ")
            .hint(format!("{} --help   shows all options", cx.called())));
    }
    let whom = ["allow-host", "allow-principal", "deny-host", "deny-principal"];
    given.clash("list", &[&["producer", "consumer"][..], &whom].concat())?;
    for role in ["producer", "consumer"] {
        given.clash(role, &["operation", "deny-principal", "deny-host"])?;
    }
    if given.has("principal") && !given.has("list") {
        return refused("The --principal option is only available if --list is set");
    }
    if given.has("producer") && !given.has("topic") {
        return refused("With --producer you must specify a --topic");
    }
    if given.has("idempotent") && !given.has("producer") {
        return refused("The --idempotent option is only available if --producer is set");
    }
    let beyond = !given.has("producer") && (given.has("cluster") || given.has("transactional-id"));
    if given.has("consumer") && (!given.has("topic") || !given.has("group") || beyond) {
        return refused(
            "With --consumer you must specify a --topic and a --group and no --cluster or --transactional-id option \
             should be specified.",
        );
    }
    Ok(())
}

fn pattern(given: &Given) -> Result<Pattern, Failure> {
    let Some(text) = given.one("resource-pattern-type")? else { return Ok(Pattern::Literal) };
    let known = Pattern::ALL.iter().find(|pattern| pattern.java().eq_ignore_ascii_case(text));
    known.copied().ok_or_else(|| {
        let why = format!("Cannot parse argument '{text}' of option resource-pattern-type");
        let cause =
            format!("joptsimple.ValueConversionException: Value [{text}] is not one of [ANY|MATCH|LITERAL|PREFIXED]");
        let original = thrown("joptsimple.OptionArgumentConversionException", &why, Some(&cause));
        Failure::usage(why).hint("any, match, literal or prefixed").kafka_exactly(original, 1)
    })
}

fn cluster() -> ResourceFilter {
    ResourceFilter { kind: ResourceKind::Cluster, name: Some(CLUSTER_NAME.to_owned()), pattern: Pattern::Literal }
}

/// What the options name, without repetitions.
fn resources(given: &Given, pattern: Pattern, required: bool) -> Result<Vec<ResourceFilter>, Failure> {
    let mut found: Vec<ResourceFilter> = Vec::new();
    let named = |kind, option: &str| {
        let filter = move |name: &str| ResourceFilter { kind, name: Some(name.trim().to_owned()), pattern };
        given.all(option).into_iter().map(filter).collect::<Vec<_>>()
    };
    found.extend(named(ResourceKind::Topic, "topic"));
    if pattern == Pattern::Literal && given.count(&["cluster", "idempotent"]) > 0 {
        found.push(cluster());
    }
    found.extend(named(ResourceKind::Group, "group"));
    found.extend(named(ResourceKind::TransactionalId, "transactional-id"));
    found.extend(named(ResourceKind::DelegationToken, "delegation-token"));
    found.extend(named(ResourceKind::User, "user-principal"));
    let mut seen = BTreeSet::new();
    found.retain(|filter| seen.insert(filter.clone()));
    if found.is_empty() && required { Err(Failure::usage(NO_RESOURCE)) } else { Ok(found) }
}

/// `TYPE:NAME`, as the original reads it: the name may hold colons.
pub fn principal(text: &str) -> Result<String, Failure> {
    let text = text.trim();
    match text.split_once(':') {
        Some((kind, _)) if !kind.is_empty() => Ok(text.to_owned()),
        _ => {
            let why = format!("expected a string in format principalType:principalName but got {text}");
            let original = thrown("java.lang.IllegalArgumentException", &why, None);
            Err(Failure::usage(why).kafka_exactly(original, 1))
        }
    }
}

fn principals(given: &Given, option: &str) -> Result<Vec<String>, Failure> {
    let mut found: Vec<String> = Vec::new();
    for text in given.all(option) {
        let principal = principal(text)?;
        if !found.contains(&principal) {
            found.push(principal);
        }
    }
    Ok(found)
}

/// An operation by its word; the original takes any case, and a word it does not know for one that nothing supports.
pub fn operation(text: &str) -> Option<Operation> {
    let plain = text.trim().replace(['_', '-'], "");
    Operation::ALL.iter().copied().find(|operation| operation.word().eq_ignore_ascii_case(&plain))
}

/// The entries for these operations: everybody who is named, from everywhere that is named. A word that is no
/// operation is `None`.
fn entries(given: &Given, operations: &[Operation]) -> Result<BTreeSet<Entry>, Failure> {
    let mut entries = BTreeSet::new();
    for (who, hosts, permission) in
        [("allow-principal", "allow-host", Permission::Allow), ("deny-principal", "deny-host", Permission::Deny)]
    {
        let hosts: Vec<String> = match given.all(hosts) {
            hosts if hosts.is_empty() => vec![WILDCARD.to_owned()],
            hosts => hosts.into_iter().map(|host| host.trim().to_owned()).collect(),
        };
        for principal in principals(given, who)? {
            for operation in operations {
                for host in &hosts {
                    let (principal, host) = (principal.clone(), host.clone());
                    entries.insert(Entry { principal, host, operation: *operation, permission });
                }
            }
        }
    }
    Ok(entries)
}

/// Resources with the entries for each.
fn meant(given: &Given, pattern: Pattern) -> Result<Meant, Failure> {
    let (producer, consumer) = (given.has("producer"), given.has("consumer"));
    let mut found: Meant = Vec::new();
    if !producer && !consumer {
        let words = match given.all("operation") {
            words if words.is_empty() => vec!["All"],
            words => words,
        };
        let known: Vec<Option<Operation>> = words.iter().map(|word| operation(word)).collect();
        let entries = entries(given, &known.iter().flatten().copied().collect::<Vec<_>>())?;
        for filter in resources(given, pattern, true)? {
            let named = known.iter().any(Option::is_none) && given.count(&["allow-principal", "deny-principal"]) > 0;
            supported(filter.kind, &entries, named)?;
            found.push((filter, entries.clone()));
        }
        return Ok(found);
    }
    let mut put = |filter: &ResourceFilter, entries: BTreeSet<Entry>| match found.iter_mut().find(|(f, _)| f == filter)
    {
        Some((_, known)) => known.extend(entries),
        None => found.push((filter.clone(), entries)),
    };
    let resources = resources(given, pattern, true)?;
    use Operation::{Create, Describe, IdempotentWrite, Read, Write};
    if producer {
        for filter in &resources {
            match filter.kind {
                ResourceKind::Topic => put(filter, entries(given, &[Write, Describe, Create])?),
                ResourceKind::TransactionalId => put(filter, entries(given, &[Write, Describe])?),
                _ => {}
            }
        }
        if given.has("idempotent") {
            put(&cluster(), entries(given, &[IdempotentWrite])?);
        }
    }
    if consumer {
        for filter in &resources {
            match filter.kind {
                ResourceKind::Topic => put(filter, entries(given, &[Read, Describe])?),
                ResourceKind::Group => put(filter, entries(given, &[Read])?),
                _ => {}
            }
        }
    }
    Ok(found)
}

/// Whether all operations can be done to the kind of resource.
fn supported(kind: ResourceKind, entries: &BTreeSet<Entry>, unknown: bool) -> Result<(), Failure> {
    let fits = |operation| operation == Operation::All || kind.operations().contains(&operation);
    if !unknown && entries.iter().all(|entry| fits(entry.operation)) {
        return Ok(());
    }
    let mut all: Vec<Operation> = kind.operations().iter().copied().chain([Operation::All]).collect();
    all.sort_by_key(|operation| super::report::rank(*operation));
    let names: Vec<&str> = all.iter().map(|operation| operation.java()).collect();
    Err(Failure::usage(format!("ResourceType {} only supports operations [{}]", kind.java(), names.join(", "))))
}
