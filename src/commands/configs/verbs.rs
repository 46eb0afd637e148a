//! Settings in kt's grammar: `get`, `set`, `unset`, `edit`, `diff` of `topic/NAME`, `broker/ID`, `user/NAME` and the rest.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::options::check_names;
use super::report::{Difference, Differing};
use super::{Action, Changes, Entities, How, Kind, change, edit, parse, run, settings};
use crate::client::Client;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::suggest;

/// The words before the slash.
const WORDS: [(&str, Kind); 8] = [
    ("topic", Kind::Topics),
    ("broker", Kind::Brokers),
    ("logger", Kind::BrokerLoggers),
    ("user", Kind::Users),
    ("client", Kind::Clients),
    ("ip", Kind::Ips),
    ("group", Kind::Groups),
    ("metrics", Kind::ClientMetrics),
];

const VALUES: &str = "Times and sizes may have units: retention.ms=7d, segment.bytes=512MiB; += puts a value into a \
                      list and -= takes it out: cleanup.policy+=compact";

const WHAT: &str = "topic/NAME, broker/ID, broker/default, logger/ID, user/NAME, client/ID, user/NAME/client/ID, \
                    ip/ADDRESS, group/NAME or metrics/NAME";

const CHANGED: &str = "topic/NAME, a pattern of topics (topic/app-*), broker/ID, broker/default, logger/ID, user/NAME, \
                       client/ID, user/NAME/client/ID, ip/ADDRESS, group/NAME or metrics/NAME";

pub fn command(command: Command) -> Command {
    let of = |name: &'static str| Arg::new(name).value_name("OF").required(true).help(WHAT);
    command
        .subcommand_required(true)
        .subcommand(Command::new("get").about("show what is set").arg(of("of")).arg(
            Arg::new("all").long("all").action(ArgAction::SetTrue).help("Every setting that holds, with its source"),
        ))
        .subcommand(
            Command::new("set")
                .about("change settings")
                .arg(of("of").help(CHANGED))
                .arg(Arg::new("settings").value_name("KEY=VALUE").required(true).num_args(1..).help(VALUES))
                .arg(
                    Arg::new("force")
                        .long("force")
                        .action(ArgAction::SetTrue)
                        .help("Also a broker's key that nobody knows, such as a plugin's own"),
                ),
        )
        .subcommand(
            Command::new("unset")
                .about("take settings away, so that the defaults hold again")
                .arg(of("of").help(CHANGED))
                .arg(
                    Arg::new("keys").value_name("KEY").required(true).num_args(1..).help("The settings by their names"),
                ),
        )
        .subcommand(Command::new("edit").about("change what is set in $VISUAL or $EDITOR").arg(of("of")))
        .subcommand(
            Command::new("diff")
                .about("show in what two things differ; CONTEXT:OF is one of another cluster")
                .arg(of("of"))
                .arg(of("other"))
                .arg(
                    Arg::new("exit-code")
                        .long("exit-code")
                        .action(ArgAction::SetTrue)
                        .help("Exit with 2 if they differ"),
                ),
        )
}

pub fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return Err(Failure::usage("a verb is wanted")) };
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    if verb == "diff" {
        return diff(text("of"), text("other"), matches.get_flag("exit-code"), cx);
    }
    let entities = entities(text("of"))?;
    match verb {
        "get" => run(Action::Describe { entities, all: matches.get_flag("all") }, cx),
        "set" => {
            let mut changes = Changes::default();
            for pair in matches.get_many::<String>("settings").into_iter().flatten() {
                let (key, value) = pair.split_once('=').ok_or_else(|| {
                    Failure::usage(format!("'{pair}' sets nothing")).hint("KEY=VALUE; kt configs unset takes away")
                })?;
                let (key, value) = (key.trim(), value.trim());
                match (key.strip_suffix('+'), key.strip_suffix('-')) {
                    (Some(key), _) => changes.lists.push((key.to_owned(), change::Listed::In, value.to_owned())),
                    (_, Some(key)) => changes.lists.push((key.to_owned(), change::Listed::Out, value.to_owned())),
                    _ => parse::put(&mut changes.add, key, value),
                }
            }
            parse::check_keys(&changes.add)?;
            let any_key = matches.get_flag("force");
            change(text("of"), &entities, changes, How { ask: false, any_key }, cx)
        }
        "unset" => {
            let keys = matches.get_many::<String>("keys").into_iter().flatten();
            let changes = Changes { delete: keys.cloned().collect(), ..Changes::default() };
            // What is set can be taken away, whoever knows it.
            change(text("of"), &entities, changes, How { ask: false, any_key: true }, cx)
        }
        _ => edit::edit(text("of"), &entities, cx),
    }
}

/// `topic/orders`, `broker/default`, `user/alice/client/app`.
pub fn entities(text: &str) -> Result<Entities, Failure> {
    let wrong = || {
        let failure = Failure::usage(format!("'{text}' names nothing that has settings"));
        failure.hint_if_any(meant(text).map(|line| format!("did you mean   {line} ?"))).hint(WHAT)
    };
    let mut kinds = Vec::new();
    let mut names = Vec::new();
    let mut rest = text;
    loop {
        let (word, after) = rest.split_once('/').ok_or_else(wrong)?;
        let (_, kind) = WORDS.iter().find(|(known, _)| *known == word).ok_or_else(wrong)?;
        // A user's name may hold slashes (a certificate's does): only another kind ends it.
        let end = match kind {
            Kind::Users => after.find("/client/"),
            _ => None,
        };
        let (name, more) = end.map_or((after, None), |end| (&after[..end], Some(&after[end + 1..])));
        if name.is_empty() {
            return Err(wrong());
        }
        let has_default = matches!(kind, Kind::Brokers | Kind::Users | Kind::Clients | Kind::Ips);
        kinds.push(*kind);
        names.push(if has_default && name == "default" { String::new() } else { name.to_owned() });
        match more {
            Some(more) => rest = more,
            None => break,
        }
    }
    check_names(&kinds, &names)?;
    Ok(Entities { kinds, names })
}

/// The line that may have been meant: `topik/orders`, or a topic's bare name.
fn meant(text: &str) -> Option<String> {
    match text.split_once('/') {
        None if !text.is_empty() => Some(format!("topic/{text}")),
        Some((word, name)) if !name.is_empty() => {
            let near = suggest::nearest(word, WORDS.iter().map(|(known, _)| *known))?;
            (near != word).then(|| format!("{near}/{name}"))
        }
        _ => None,
    }
}

/// One side of a comparison: `topic/orders`, or `prod:topic/orders` of another context.
fn side(text: &str, cx: &mut Context) -> Result<Vec<crate::client::admin::configs::Entry>, Failure> {
    let elsewhere = text.split_once(':').filter(|(context, _)| !context.contains('/'));
    let (client, of) = match elsewhere {
        Some((context, of)) => (Client::new(cx.elsewhere(context)?.settings()?), of),
        None => (cx.client()?, text),
    };
    let entities = entities(of)?;
    if entities.head().resource().is_none() {
        return Err(Failure::usage("users, clients and addresses have quotas, not settings").hint("kt quotas list"));
    }
    cx.block_on(settings::of(&client, entities.head(), &entities.names[0], true))?
}

fn diff(left: &str, right: &str, exit_code: bool, cx: &mut Context) -> Result<(), Failure> {
    let (a, b) = (side(left, cx)?, side(right, cx)?);
    let value = |entries: &[crate::client::admin::configs::Entry], name: &str| {
        entries.iter().find(|entry| entry.name == name).and_then(|entry| entry.value.clone())
    };
    let mut names: Vec<&str> = a.iter().chain(&b).map(|entry| entry.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let one = |name: &&str| Differing { name: (*name).to_owned(), left: value(&a, name), right: value(&b, name) };
    let differences: Vec<Differing> = names.iter().map(one).filter(|one| one.left != one.right).collect();
    let same = differences.is_empty();
    cx.report(&Difference { left: left.to_owned(), right: right.to_owned(), differences })?;
    if exit_code && !same { Err(Failure::silent(Exit::Usage)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_settings_is_named_by_its_kind_and_name() {
        assert_eq!(entities("topic/a").unwrap(), Entities::one(Kind::Topics, "a"));
        assert_eq!(entities("broker/default").unwrap(), Entities::one(Kind::Brokers, ""));
        assert_eq!(entities("topic/default").unwrap(), Entities::one(Kind::Topics, "default"));
        let both = entities("user/CN=a/O=b/client/app").unwrap();
        assert_eq!((both.kinds, both.names), (vec![Kind::Users, Kind::Clients], vec!["CN=a/O=b".into(), "app".into()]));
        for wrong in ["orders", "planet/mars", "topic/", "broker/one"] {
            assert!(entities(wrong).is_err(), "{wrong}");
        }
    }
}
