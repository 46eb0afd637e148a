//! The flags that every tool has in kt's own grammar: which cluster, what form of output, how to behave.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::commands::connection::Asked;
use crate::commands::context::Manners;
use crate::commands::options::pair;
use crate::output::paint::Color;
use crate::output::report::Format;

/// Other spellings of --bootstrap-server.
const ALIASES: [&str; 2] = ["broker-list", "brokers"];

const CONNECTION: &str = "Connection";
const OUTPUT: &str = "Output";
const BEHAVIOUR: &str = "Behaviour";

/// Adds the flags to a tool's command; a letter or name that the tool uses itself is left to the tool.
pub fn add(command: Command, connects: bool) -> Command {
    let taken = names(&command);
    let mut command = command;
    let aliases = ALIASES.into_iter().filter(|alias| !taken.contains(&format!("--{alias}")));
    for mut arg in all(connects, aliases.collect()) {
        let long = arg.get_long().unwrap_or_default().to_owned();
        if taken.contains(&format!("--{long}")) {
            continue;
        }
        if arg.get_short().is_some_and(|short| taken.contains(&format!("-{short}"))) {
            arg = arg.short(None);
        }
        command = command.arg(arg);
    }
    command
}

/// All option names a command and its verbs use, with their dashes.
fn names(command: &Command) -> Vec<String> {
    let own = command.get_arguments().flat_map(|arg| {
        let long = arg.get_long_and_visible_aliases().unwrap_or_default().into_iter().map(|name| format!("--{name}"));
        let short = arg.get_short().map(|short| format!("-{short}"));
        long.chain(short).collect::<Vec<_>>()
    });
    own.chain(command.get_subcommands().flat_map(names)).collect()
}

fn all(connects: bool, aliases: Vec<&'static str>) -> Vec<Arg> {
    let flag = |name: &'static str, about: &'static str| {
        Arg::new(name).long(name).help(about).action(ArgAction::SetTrue).global(true).help_heading(OUTPUT)
    };
    let value = |name: &'static str, placeholder: &'static str, about: &'static str, heading: &'static str| {
        Arg::new(name).long(name).value_name(placeholder).help(about).global(true).help_heading(heading)
    };
    let mut args = Vec::new();
    if connects {
        args.push(
            value("bootstrap-server", "HOST:PORT,…", "Brokers to ask first", CONNECTION)
                .short('b')
                .aliases(aliases)
                .long_help(
                    "Brokers to ask first; 'embedded' or 'embedded:DIR' starts one for this call \
                     [default: the context's, $KT_BOOTSTRAP, $KAFKA_BOOTSTRAP_SERVERS, localhost:9092]",
                ),
        );
        args.push(
            value(
                "context",
                "NAME",
                "The cluster by its name in your configuration [default: $KT_CONTEXT]",
                CONNECTION,
            )
            .short('C'),
        );
        args.push(value(
            "command-config",
            "FILE",
            "Client settings, a properties file [default: $KT_COMMAND_CONFIG]",
            CONNECTION,
        ));
        args.push(
            value("command-property", "KEY=VALUE", "One client setting; wins over the file", CONNECTION)
                .short('X')
                .action(ArgAction::Append),
        );
        args.push(
            value("resolve", "A=B", "Go to B (host:port) in place of A, which the brokers advertise", CONNECTION)
                .action(ArgAction::Append),
        );
        args.push(flag("tls", "Speak TLS [default: $KT_TLS]").help_heading(CONNECTION));
        args.push(
            // `kt users` has a USER of its own.
            value("login", "NAME", "Log in as this user; the password is asked for", CONNECTION)
                .long("user")
                .long_help(
                    "Log in as this user; the password is asked for at a terminal [default: the context's, $KT_USER; \
                     password: $KT_PASSWORD; how: $KT_MECHANISM]",
                ),
        );
        args.push(
            value("timeout", "TIME", "The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]", CONNECTION)
                .value_parser(|text: &str| {
                    humantime::parse_duration(text).map_err(|_| "a time is a number with a unit: 500ms, 5s, 1m")
                }),
        );
    }
    args.push(
        value("output", "FORMAT", "Form of the result", OUTPUT)
            .short('o')
            .value_parser(value_parser!(Format))
            .default_value("table"),
    );
    args.push(flag("no-headers", "Leave out the line of titles"));
    args.push(value("jq", "EXPR", "What jq makes of the JSON form: '.[].topic'", OUTPUT).allow_hyphen_values(true));
    args.push(flag("raw-output", "Texts that --jq gives without their quotes").short('r'));
    args.push(
        value("color", "WHEN", "Colour: auto, always or never", OUTPUT)
            .value_parser(["auto", "always", "never"])
            .hide_possible_values(true)
            .default_value("auto"),
    );
    args.push(flag("quiet", "Nothing on stderr but errors").short('q').help_heading(BEHAVIOUR));
    let verbose = flag("verbose", "Say more; twice for the protocol").short('v').action(ArgAction::Count);
    args.push(verbose.help_heading(BEHAVIOUR));
    args.push(flag("yes", "Do not ask, do it").short('y').help_heading(BEHAVIOUR));
    if connects {
        args.push(value("yes-i-mean", "CONTEXT", "As --yes, in a protected context", BEHAVIOUR));
    }
    args.push(flag("no-input", "Never ask; fail where a question would be needed").help_heading(BEHAVIOUR));
    args
}

/// What the flags say.
pub fn read(matches: &ArgMatches) -> (Asked, Manners) {
    let text = |name: &str| matches.try_get_one::<String>(name).ok().flatten().cloned();
    let flag = |name: &str| matches.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false);
    let properties = matches.try_get_many::<String>("command-property").ok().flatten();
    let resolve = matches.try_get_many::<String>("resolve").ok().flatten();
    let timeout = matches.try_get_one::<std::time::Duration>("timeout").ok().flatten();
    let asked = Asked {
        context: text("context"),
        tls: flag("tls"),
        user: text("login"),
        no_input: flag("no-input"),
        servers: text("bootstrap-server").into_iter().collect(),
        controllers: Vec::new(),
        config_files: text("command-config").into_iter().collect(),
        properties: properties.into_iter().flatten().map(|text| pair(text)).collect(),
        resolve: resolve.into_iter().flatten().cloned().collect(),
        timeout_ms: timeout.map(|time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX)),
    };
    let manners = Manners {
        format: matches.try_get_one::<Format>("output").ok().flatten().copied().unwrap_or_default(),
        no_headers: flag("no-headers"),
        jq: text("jq"),
        raw: flag("raw-output"),
        color: match text("color").as_deref() {
            Some("always") => Color::Always,
            Some("never") => Color::Never,
            _ => Color::Auto,
        },
        quiet: flag("quiet"),
        verbose: matches.try_get_one::<u8>("verbose").ok().flatten().copied().unwrap_or(0),
        yes: flag("yes"),
        meant: text("yes-i-mean"),
        no_input: flag("no-input"),
        // Only a verb that changes something takes it.
        dry_run: flag("dry-run"),
    };
    (asked, manners)
}

/// Whether the call asks what its result looks like: `-o help`. What else it would need may be missing.
pub fn wants_shape(command: &Command, args: &[String]) -> bool {
    let takes = |arg: &Arg| arg.get_id() == "output" && arg.get_short() == Some('o');
    let short = command.get_arguments().any(takes);
    let own = args.split(|arg| arg == "--").next().unwrap_or_default();
    let pair = |pair: &[String]| pair[1] == "help" && (pair[0] == "--output" || short && pair[0] == "-o");
    own.windows(2).any(pair) || own.iter().any(|arg| arg == "--output=help" || short && arg == "-ohelp")
}

/// The flags in front of the tool's word (`kt -b host:9092 topics list`): how many arguments they take.
pub fn leading(args: &[String]) -> usize {
    let known = all(true, ALIASES.to_vec());
    let mut at = 0;
    while let Some(arg) = args.get(at) {
        let Some(takes_value) = takes_value(&known, arg) else { break };
        at += if takes_value && !arg.contains('=') { 2 } else { 1 };
    }
    at.min(args.len())
}

/// Whether this flag, if it is one of these, is followed by a value.
fn takes_value(known: &[Arg], token: &str) -> Option<bool> {
    let name = token.split('=').next().unwrap_or_default();
    let found = known.iter().find(|arg| match name.strip_prefix("--") {
        Some(long) => arg.get_long() == Some(long) || arg.get_all_aliases().unwrap_or_default().contains(&long),
        None => {
            let mut letters = name.chars();
            letters.next() == Some('-')
                && letters.next() == arg.get_short()
                && arg.get_short().is_some()
                && letters.next().is_none()
        }
    })?;
    Some(found.get_action().takes_values())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn flags_before_the_tool_are_counted_with_their_values() {
        assert_eq!(leading(&words("-b h:1 topics list")), 2);
        assert_eq!(leading(&words("--bootstrap-server=h:1 -q -v topics")), 3);
        assert_eq!(leading(&words("topics -b h:1")), 0);
        assert_eq!(leading(&words("-b")), 1);
    }

    #[test]
    fn a_tools_own_word_is_left_to_it_even_if_it_is_another_spelling_of_ours() {
        let own = Command::new("wait").arg(Arg::new("brokers").long("brokers"));
        let matches = add(own, true).try_get_matches_from(["wait", "--brokers", "3", "--broker-list", "h:1"]);
        let matches = matches.expect("the line is right");
        assert_eq!(read(&matches).0.servers, ["h:1"]);
    }

    #[test]
    fn a_tools_own_letter_is_left_to_it() {
        let own = Command::new("consume").arg(Arg::new("offset").short('o').long("offset"));
        let command = add(own, true);
        let matches = command.try_get_matches_from(["consume", "-o", "-10", "--output", "json"]);
        // `-10` needs the tool's own permission for leading dashes; the letter is what is tried here.
        assert!(matches.is_err_and(|error| error.to_string().contains("'-1'")));
    }
}
