//! Settings in Kafka's grammar: its options, the checks in the original's order, and the action they mean.

use std::path::Path;

use super::{Action, Changes, Entities, Kind, parse};
use crate::commands::connection;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::options::{BOOTSTRAP, BROKER_LIST, COMMAND_CONFIG, CONTROLLERS, Given, Opt, ZOOKEEPER};
use crate::config::resource::is_address;

pub static OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    BROKER_LIST,
    CONTROLLERS,
    COMMAND_CONFIG,
    Opt::flag("alter", "change settings"),
    Opt::flag("describe", "show settings"),
    Opt::flag("all", "describe all settings with their sources, not just those of the entity"),
    Opt::value("add-config", "K=V,K=[V,V],…", "settings to set"),
    Opt::value("add-config-file", "FILE", "settings to set, from a properties file; not with --add-config"),
    Opt::value("delete-config", "K,K,…", "settings to take away"),
    Opt::value("entity-type", "TYPE", "topics, clients, users, brokers, broker-loggers, ips, client-metrics or groups")
        .repeats(),
    Opt::value("entity-name", "NAME", "name of the entity").repeats(),
    Opt::flag("entity-default", "the defaults of clients, users, brokers or ips").repeats(),
    Opt::value("topic", "NAME", "short for --entity-type topics --entity-name NAME"),
    Opt::value("client", "ID", "short for a client"),
    Opt::flag("client-defaults", "short for the default client"),
    Opt::value("user", "NAME", "short for a user"),
    Opt::flag("user-defaults", "short for the default user"),
    Opt::value("broker", "ID", "short for a broker"),
    Opt::flag("broker-defaults", "short for all brokers' defaults"),
    Opt::value("broker-logger", "ID", "short for a broker's log levels"),
    Opt::value("ip", "ADDRESS", "short for an ip"),
    Opt::flag("ip-defaults", "short for the default ip"),
    Opt::value("client-metrics", "NAME", "short for a client metrics subscription"),
    Opt::value("group", "ID", "short for a group"),
    ZOOKEEPER,
    Opt::value("zk-tls-config-file", "FILE", "went with --zookeeper")
        .gone("--zk-tls-config-file went with --zookeeper; the tools talk to brokers now", ""),
    Opt::flag("force", "had no effect").gone("--force is gone since Kafka 4.0; it did nothing any more", ""),
];

/// Shortcuts with a name, in the original's order.
const NAMED: [(&str, Kind); 8] = [
    ("topic", Kind::Topics),
    ("client", Kind::Clients),
    ("user", Kind::Users),
    ("broker", Kind::Brokers),
    ("broker-logger", Kind::BrokerLoggers),
    ("ip", Kind::Ips),
    ("client-metrics", Kind::ClientMetrics),
    ("group", Kind::Groups),
];

/// Shortcuts for the default of a kind.
const DEFAULTS: [(&str, Kind); 4] = [
    ("client-defaults", Kind::Clients),
    ("user-defaults", Kind::Users),
    ("broker-defaults", Kind::Brokers),
    ("ip-defaults", Kind::Ips),
];

/// From what was given to an action.
pub fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    let entities = check(given, cx)?;
    cx.connection()?; // the original makes its client before it looks at values
    if given.has("describe") {
        return Ok(Action::Describe { entities, all: given.has("all") });
    }
    if entities.kinds.len() != entities.names.len() {
        return Err(Failure::usage("An entity name must be specified for every entity type"));
    }
    let mut changes = Changes { delete: parse::deleted(&given.all("delete-config")), ..Changes::default() };
    if let Some(file) = given.one("add-config-file")? {
        for entry in connection::read(Path::new(file))?.iter() {
            parse::put(&mut changes.add, &entry.key, &entry.value);
        }
        parse::check_keys(&changes.add)?;
    }
    if let Some(text) = given.one("add-config")? {
        changes.add = parse::added(text)?;
    }
    Ok(Action::Alter { entities, changes })
}

/// The kinds by `--entity-type`, then by shortcuts.
fn kinds(given: &Given) -> Vec<Result<Kind, String>> {
    let by_word = |word: &str| {
        let known = Kind::ALL.iter().find(|(_, name)| *name == word);
        known.map(|(kind, _)| *kind).ok_or_else(|| word.to_owned())
    };
    let shortcuts = NAMED.iter().chain(&DEFAULTS).filter(|(name, _)| given.has(name)).map(|(_, kind)| Ok(*kind));
    given.all("entity-type").into_iter().map(by_word).chain(shortcuts).collect()
}

/// The names by `--entity-name` and `--entity-default` as they stand in the call, then by shortcuts.
fn names(given: &Given) -> Result<Vec<String>, Failure> {
    let mut names: Vec<String> = Vec::new();
    for (option, value) in &given.options {
        match *option {
            "entity-name" => names.extend(value.clone()),
            "entity-default" => names.push(String::new()),
            _ => {}
        }
    }
    for (name, _) in NAMED {
        names.extend(given.text(name)?);
    }
    names.extend(DEFAULTS.iter().filter(|(name, _)| given.has(name)).map(|_| String::new()));
    Ok(names)
}

/// `ConfigCommandOptions.checkArgs`.
fn check(given: &Given, cx: &Context) -> Result<Entities, Failure> {
    let refused = |why: String| Err(Failure::usage(why));
    if given.count(&["alter", "describe"]) != 1 {
        return Err(Failure::usage("Command must include exactly one action: --describe, --alter")
            .hint(format!("{} --help   shows all options", cx.called())));
    }
    given.clash("describe", &["alter", "add-config", "delete-config"])?;
    let kinds = kinds(given);
    let word = |kind: &Result<Kind, String>| kind.as_ref().map_or_else(Clone::clone, |kind| kind.word().to_owned());
    let twice: Vec<String> =
        kinds.iter().enumerate().filter(|(at, kind)| kinds[..*at].contains(kind)).map(|(_, kind)| word(kind)).collect();
    if !twice.is_empty() {
        return refused(format!("Duplicate entity type(s) specified: {}", twice.join(",")));
    }
    if let Some(unknown) = kinds.iter().find_map(|kind| kind.as_ref().err()) {
        let all: Vec<&str> = Kind::ALL.iter().map(|(_, word)| *word).collect();
        return refused(format!(
            "Invalid entity type {unknown}, the entity type must be one of {} with a --bootstrap-server or \
             --bootstrap-controller argument",
            all.join(", ")
        ));
    }
    let kinds: Vec<Kind> = kinds.into_iter().flatten().collect();
    if kinds.is_empty() {
        return refused("At least one entity type must be specified".into());
    }
    let pair = |kinds: &[Kind]| kinds.len() == 2 && kinds.contains(&Kind::Users) && kinds.contains(&Kind::Clients);
    if kinds.len() > 1 && !pair(&kinds) {
        return refused("Only 'users' and 'clients' entity types may be specified together".into());
    }
    let generic = given.count(&["entity-name", "entity-type", "entity-default"]) > 0;
    if generic && NAMED.iter().chain(&DEFAULTS).any(|(name, _)| given.has(name)) {
        return refused(
            "--entity-{type,name,default} should not be used in conjunction with specific entity flags".into(),
        );
    }
    let names = names(given)?;
    check_names(&kinds, &names)?;
    let (has_name, has_default) = (names.iter().any(|n| !n.is_empty()), names.iter().any(String::is_empty));
    let joined = || kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(",");
    let may_default = kinds.iter().any(|k| matches!(k, Kind::Users | Kind::Clients | Kind::Brokers | Kind::Ips));
    if given.has("describe") {
        if !may_default && given.has("entity-default") {
            return refused(format!("--entity-default must not be specified with --describe of {}", joined()));
        }
        if kinds.contains(&Kind::BrokerLoggers) && !has_name {
            return refused(format!("An entity name must be specified with --describe of {}", joined()));
        }
    }
    if given.has("alter") {
        if may_default && !has_name && !has_default {
            let why =
                "An entity-name or default entity must be specified with --alter of users, clients, brokers or ips";
            return refused(why.into());
        }
        if !may_default && !has_name {
            return refused(format!("An entity name must be specified with --alter of {}", joined()));
        }
        if given.has("add-config") && given.has("add-config-file") {
            return refused("Only one of --add-config or --add-config-file must be specified".into());
        }
        if given.count(&["add-config", "add-config-file", "delete-config"]) == 0 {
            let why =
                "At least one of --add-config, --add-config-file, or --delete-config must be specified with --alter";
            return refused(why.into());
        }
    }
    Ok(Entities { kinds, names })
}

/// Brokers are numbers, and addresses lead somewhere.
pub fn check_names(kinds: &[Kind], names: &[String]) -> Result<(), Failure> {
    let head = kinds[0].word();
    let named = || names.iter().filter(|name| !name.is_empty());
    if kinds.iter().any(|kind| matches!(kind, Kind::Brokers | Kind::BrokerLoggers))
        && let Some(wrong) = named().find(|name| name.parse::<i32>().is_err())
    {
        let why = format!("The entity name for {head} must be a valid integer broker id, but it is: {wrong}");
        return Err(Failure::usage(why));
    }
    if kinds.contains(&Kind::Ips)
        && let Some(wrong) = named().find(|name| !is_address(name))
    {
        let why = format!("The entity name for {head} must be a valid IP or resolvable host, but it is: {wrong}");
        return Err(Failure::usage(why));
    }
    Ok(())
}
