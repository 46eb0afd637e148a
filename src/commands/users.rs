//! `kt users`: SCRAM users, in kt's grammar alone. The original hides them in kafka-configs.

use std::io::{self, IsTerminal};

use clap::{Arg, ArgMatches, Command};

use super::configs::{Changes, Entities, Kind, quotas, scram};
use super::configs::{change, parse};
use super::context::Context;
use super::failure::{Exit, Failure};
use super::said::Done;
use super::suggest;
use super::tool::{Example, Group, Tool, Verbs};
use crate::client::admin::scram::{Change, ITERATIONS, Mechanism};

pub const TOOL: Tool = Tool {
    verbs: Some(Verbs { command, default: Some("list"), connects: true, act }),
    changes: &["create", "password", "delete"],
    examples: &[
        Example { line: "kt users", does: "all users with their mechanisms" },
        Example { line: "kt users create alice", does: "asks for a password; from a pipe the first line is it" },
        Example { line: "kt users delete alice", does: "takes all credentials of a user away, after a question" },
    ],
    verb_examples: &[
        Example { line: "kt users list", does: "names, and how each may log in" },
        Example { line: "kt users password alice", does: "asks for it twice; in a pipe it is the first line" },
    ],
    ..Tool::own("users", Group::Security, "list, make and remove SCRAM users")
};

fn command(command: Command) -> Command {
    let user = || Arg::new("user").value_name("USER").required(true).help("The user's name");
    let mechanism = || {
        let names = Mechanism::ALL.map(Mechanism::name);
        Arg::new("mechanism").long("mechanism").value_name("NAME").value_parser(names).help("Only this mechanism")
    };
    let iterations = Arg::new("iterations")
        .long("iterations")
        .value_name("N")
        .value_parser(clap::value_parser!(i32).range(i64::from(ITERATIONS)..=16384))
        .help("How often the password is hashed");
    let set = |name: &'static str, about: &'static str| {
        Command::new(name).about(about).arg(user()).arg(mechanism()).arg(iterations.clone())
    };
    command
        .subcommand(Command::new("list").about("all users with their mechanisms"))
        .subcommand(set("create", "make a user; the password is asked for, or the first line of stdin"))
        .subcommand(set("password", "give a user another password"))
        .subcommand(Command::new("delete").about("take a user's credentials away").arg(user()).arg(mechanism()))
}

fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return list(cx) };
    if verb == "list" {
        return list(cx);
    }
    let user = matches.get_one::<String>("user").cloned().unwrap_or_default();
    let only = matches.get_one::<String>("mechanism").and_then(|name| Mechanism::by_name(name));
    let client = cx.client()?;
    let users = std::slice::from_ref(&user);
    let found = cx.block_on(client.describe_scram(users))??;
    let there: Vec<Mechanism> = match found.into_iter().next() {
        Some((_, outcome)) => outcome?.credentials.into_iter().map(|(mechanism, _)| mechanism).collect(),
        None => Vec::new(),
    };
    // Only where one is missing are all asked for.
    let known = match there.is_empty() && verb != "create" {
        true => cx.block_on(client.describe_scram(&[]))??.into_iter().map(|(name, _)| name).collect(),
        false => Vec::new(),
    };
    let missing = || {
        Failure::new(format!("there is no user {user}"))
            .exit(Exit::NotFound)
            .code("RESOURCE_NOT_FOUND")
            .hint_if_any(suggest::hint(&user, known.iter().map(String::as_str)))
    };
    let mut report = None;
    let changes: Vec<Change> = match verb {
        "create" if !there.is_empty() && only.is_none_or(|mechanism| there.contains(&mechanism)) => {
            return Err(Failure::new(format!("user {user} exists already"))
                .exit(Exit::Conflict)
                .hint(format!("kt users password {user}   gives another password")));
        }
        "password" if there.is_empty() => return Err(missing().hint(format!("kt users create {user}"))),
        "delete" => {
            let gone: Vec<Mechanism> =
                there.iter().copied().filter(|mechanism| only.is_none_or(|only| only == *mechanism)).collect();
            if gone.is_empty() {
                return Err(missing());
            }
            let removed = report.insert(removed(&user, &gone, gone.len() == there.len()));
            cx.stop_if_dry_run(|| &*removed)?;
            cx.confirm(&format!("Take the credentials of {user} away?"))?;
            gone.into_iter().map(Change::Delete).collect()
        }
        _ => {
            let mechanisms = match (only, verb) {
                (Some(only), _) => vec![only],
                (None, "password") => there,
                (None, _) => Mechanism::ALL.to_vec(),
            };
            let iterations = matches.get_one::<i32>("iterations").copied().unwrap_or(ITERATIONS);
            cx.stop_if_dry_run(|| {
                let credentials = mechanisms.iter().map(|mechanism| (mechanism.name(), iterations)).collect();
                scram::Users { rows: vec![scram::Row::new(user.clone(), Ok(credentials))] }
            })?;
            let password = password(&user)?;
            let set = |mechanism| Change::Set { mechanism, iterations, password: password.clone() };
            mechanisms.into_iter().map(set).collect()
        }
    };
    for change in changes {
        // A request may name a user once.
        cx.block_on(client.alter_scram(&user, &[change]))??;
    }
    if let Some(removed) = report {
        return cx.report(&removed);
    }
    cx.note(&format!("user {user} {}", if verb == "create" { "made" } else { "changed" }));
    scram::describe(users, cx)
}

/// `whole`: nothing of the user is left.
fn removed(user: &str, gone: &[Mechanism], whole: bool) -> Done {
    let names: Vec<&str> = gone.iter().map(|mechanism| mechanism.name()).collect();
    let what = if whole { format!("user {user}") } else { format!("{} of user {user}", names.join(", ")) };
    Done::new(what, "USER", "user", user).act("Removed", "remove").with("mechanisms", names)
}

fn list(cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let mut rows = Vec::new();
    for (name, outcome) in cx.block_on(client.describe_scram(&[]))?? {
        let credentials = outcome?.credentials.into_iter().map(|(m, n)| (m.name(), n)).collect();
        rows.push(scram::Row::new(name, Ok(credentials)));
    }
    cx.report(&scram::Users { rows })
}

/// Never on the command line, where everybody on the machine could read it.
fn password(user: &str) -> Result<String, Failure> {
    let password = if io::stdin().is_terminal() && io::stderr().is_terminal() {
        hidden(&format!("Password for {user}: "))
    } else {
        let mut line = String::new();
        io::stdin().read_line(&mut line).map(|_| line.trim_end_matches(['\r', '\n']).to_owned())
    };
    let password = password.map_err(|error| Failure::new(format!("cannot read the password: {error}")))?;
    if password.is_empty() {
        return Err(Failure::usage("a password is wanted: typed, or as the first line of stdin"));
    }
    Ok(password)
}

/// Reads a line of the terminal without showing it.
fn hidden(question: &str) -> io::Result<String> {
    use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
    use std::io::Write;
    let stdin = io::stdin();
    let before = tcgetattr(&stdin)?;
    let mut silent = before.clone();
    silent.local_modes.remove(LocalModes::ECHO);
    io::stderr().write_all(question.as_bytes())?;
    tcsetattr(&stdin, OptionalActions::Flush, &silent)?;
    let mut line = String::new();
    let read = stdin.read_line(&mut line);
    tcsetattr(&stdin, OptionalActions::Flush, &before)?;
    let _ = io::stderr().write_all(b"\n"); // the terminal did not show the one that was typed
    read.map(|_| line.trim_end_matches(['\r', '\n']).to_owned())
}

/// `kt quotas`: how fast users, clients and addresses may be.
pub const QUOTAS: Tool = Tool {
    verbs: Some(Verbs { command: quotas_command, default: Some("list"), connects: true, act: quotas_act }),
    changes: &["set", "delete"],
    examples: &[
        Example { line: "kt quotas", does: "all quotas" },
        Example {
            line: "kt quotas set user/alice producer_byte_rate=1MiB",
            does: "alice may write a mebibyte a second; client/ID, user/NAME/client/ID, ip/ADDRESS and …/default too",
        },
        Example { line: "kt quotas delete user/alice producer_byte_rate", does: "and now as fast as she likes" },
    ],
    verb_examples: &[Example { line: "kt quotas list", does: "all of them" }],
    ..Tool::own("quotas", Group::Security, "list and set how fast users, clients and addresses may be")
};

fn quotas_command(command: Command) -> Command {
    let of =
        || Arg::new("of").value_name("OF").required(true).help("user/NAME, client/ID, ip/ADDRESS; default as the name");
    command
        .subcommand(Command::new("list").about("all quotas, or those for one").arg(of().required(false)))
        .subcommand(Command::new("set").about("limit somebody").arg(of()).arg(
            Arg::new("quotas").value_name("QUOTA=NUMBER").required(true).num_args(1..).help(
                "producer_byte_rate, consumer_byte_rate (10MiB), request_percentage, controller_mutation_rate; of \
                     addresses connection_creation_rate",
            ),
        ))
        .subcommand(
            Command::new("delete").about("take limits away").arg(of()).arg(
                Arg::new("keys").value_name("QUOTA").required(true).num_args(1..).help("The limits by their names"),
            ),
        )
}

fn quotas_act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return quotas::list(None, cx) };
    if verb == "list" {
        let of = matches.get_one::<String>("of").map(|of| super::configs::entities(of)).transpose()?;
        let limited = |kind: &Kind| matches!(kind, Kind::Users | Kind::Clients | Kind::Ips);
        if of.as_ref().is_some_and(|of| !of.kinds.iter().all(limited)) {
            return Err(Failure::usage("only users, clients and addresses have quotas").hint("kt configs get …"));
        }
        return quotas::list(of.as_ref(), cx);
    }
    let of = matches.get_one::<String>("of").map(String::as_str).unwrap_or_default();
    let entities: Entities = super::configs::entities(of)?;
    let mut changes = Changes::default();
    if verb == "set" {
        for pair in matches.get_many::<String>("quotas").into_iter().flatten() {
            let (key, value) = pair
                .split_once('=')
                .ok_or_else(|| Failure::usage(format!("'{pair}' sets nothing")).hint("QUOTA=NUMBER"))?;
            parse::put(&mut changes.add, key.trim(), &change::number(key.trim(), value.trim())?);
        }
    } else {
        changes.delete = matches.get_many::<String>("keys").into_iter().flatten().cloned().collect();
    }
    let left = match entities.kinds.as_slice() {
        [Kind::Ips] => quotas::alter_address(&entities, &changes, cx)?,
        [Kind::Users | Kind::Clients, ..] => quotas::alter_quotas_only(&entities, &changes, cx)?,
        _ => return Err(Failure::usage("only users, clients and addresses have quotas").hint("kt configs set …")),
    };
    cx.report(&left)?;
    cx.done()
}
