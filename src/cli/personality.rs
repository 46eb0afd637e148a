//! Which tool is meant, and in which grammar: from argv[0] and the words after it.
//!
//! A link named as the original's script, or that name after `kt`, speaks Kafka's grammar. After kt's own word for a
//! tool the arguments decide: Kafka's flags give Kafka's behaviour, a verb gives kt's.

use clap::Command;

use super::call::Call;
use super::{globals, help};
use crate::commands::context::Grammar;
use crate::commands::failure::Failure;
use crate::commands::options::{Opt, Status, Takes};
use crate::commands::suggest;
use crate::commands::tool::{Options, Tool};

/// A tool, the grammar of the call, and the call.
pub struct Chosen {
    pub tool: &'static Tool,
    pub grammar: Grammar,
    pub call: Call,
}

/// The script's name in a link's name: `kafka-topics.sh` and `kafka-topics` are `kafka-topics`.
pub fn script_name(name: &str) -> &str {
    name.strip_suffix(".sh").unwrap_or(name)
}

/// Called through a link of one of the original's names.
pub fn by_link(tools: &[&'static Tool], name: &str, args: &[String]) -> Option<Chosen> {
    let tool = tools.iter().find(|tool| tool.script == Some(script_name(name)))?;
    Some(Chosen { tool, grammar: Grammar::Kafka, call: Call::new(name, args.to_vec()) })
}

/// Called as `kt WORD …`.
pub fn by_word(tools: &[&'static Tool], word: &str, args: &[String]) -> Result<Chosen, Failure> {
    let called = format!("kt {word}");
    if let Some(chosen) = by_link(tools, word, args) {
        return Ok(Chosen { call: Call::new(called, args.to_vec()), ..chosen });
    }
    let named = tools.iter().copied().find(|tool| tool.name == word || tool.aliases.contains(&word));
    let script = tools.iter().copied().find(|tool| tool.kafka_word() == Some(word));
    let Some(tool) = named.or(script) else { return Err(unknown(tools, word)) };
    let mut chosen = Chosen { tool, grammar: grammar(tool, word, args), call: Call::new(called, args.to_vec()) };
    // Two tools can share a word: `groups` is kt's word for consumer-groups and the original's kafka-groups. In Kafka's
    // grammar the script of that name answers, unless only the other one knows the flags.
    if let (Grammar::Kafka, Some(script)) = (chosen.grammar, script)
        && (knows(script, args) || !knows(tool, args))
    {
        chosen.tool = script;
    }
    Ok(chosen)
}

fn unknown(tools: &[&'static Tool], word: &str) -> Failure {
    let words = tools
        .iter()
        .flat_map(|tool| tool.aliases.iter().copied().chain([tool.name]).chain(tool.kafka_word()).chain(tool.script));
    let nearest = suggest::nearest(script_name(word), words.filter(|word| word.len() > 1));
    let failure = Failure::usage(format!("kt has no command '{word}'"))
        .hint_if_any(nearest.map(|word| format!("did you mean   kt {word} ?")))
        .hint_if_any((word == "profile").then(|| "kt context   names clusters".to_owned()));
    // kafkactl's `describe topic` and its kin: the verb comes second here.
    let meant = if nearest.is_none() { help::verbs_called(word) } else { Vec::new() };
    meant.into_iter().fold(failure, Failure::hint).hint("kt help   lists all commands")
}

/// Whether the tool's Kafka grammar has all the long options of a line.
fn knows(tool: &Tool, args: &[String]) -> bool {
    let options = tool.options();
    let is_known = |name: &str| ["help", "version"].contains(&name) || find(&options, name).is_some();
    args.iter()
        .filter_map(|arg| arg.strip_prefix("--"))
        .filter(|name| !name.is_empty())
        .all(|name| is_known(name.split('=').next().unwrap_or_default()))
}

fn find<'a>(options: &[&'a Opt], name: &str) -> Option<&'a Opt> {
    options.iter().copied().find(|opt| opt.name == name)
}

/// By which grammar a line after one of the tool's words is to be read.
fn grammar(tool: &Tool, word: &str, args: &[String]) -> Grammar {
    let Some(verbs) = &tool.verbs else { return Grammar::Kafka };
    if tool.kafka.is_none() {
        return Grammar::Own;
    }
    let command = tool.verbs_on(Command::new(tool.name));
    let has_verbs = command.has_subcommands();
    if tool.name != word && !tool.aliases.contains(&word) && !has_verbs {
        return Grammar::Kafka; // console-consumer: the script's word, and no verb can follow
    }
    if args.is_empty() && tool.name != word && !tool.aliases.contains(&word) {
        return Grammar::Kafka; // reassign-partitions: the script's word alone
    }
    let command = globals::add(command, verbs.connects);
    let options = tool.options();
    let scripts_words: Vec<&str> = match tool.kafka.as_ref().map(|kafka| &kafka.options) {
        Some(Options::Argparse(parser)) => parser.commands.iter().map(|command| command.name).collect(),
        _ => Vec::new(),
    };
    let mut kafka_option = false;
    // Something that only kt's grammar has: a word without a dash, a flag.
    let mut own_word = false;
    let mut at = 0;
    while let Some(arg) = args.get(at) {
        at += 1;
        if arg == "--" {
            break;
        }
        if arg == "-h" || arg == "--help" {
            return Grammar::Own; // its page shows both grammars
        }
        if arg == "--version" {
            return Grammar::Kafka;
        }
        let Some(name) = arg.strip_prefix('-') else {
            let owns =
                own_flag_follows(&command, &options, &args[at..]) || word_follows(&command, &options, arg, &args[at..]);
            if scripts_words.contains(&arg.as_str()) && !owns {
                return Grammar::Kafka; // `features describe` is the original's own call
            }
            if command.find_subcommand(arg).is_some() {
                return Grammar::Own;
            }
            if has_verbs && !scripts_words.is_empty() && tool.kafka_word() == Some(word) {
                return Grammar::Kafka; // no sub-command of either: the original's word gets the original's answer
            }
            own_word = true;
            continue;
        };
        let own = own_argument(&command, arg);
        let long = name.strip_prefix('-').or(Some(name)).and_then(|name| name.split('=').next());
        let kafkas = long.and_then(|name| find(&options, name));
        match (own, kafkas) {
            (None, Some(opt)) if opt.status != Status::Current || has_verbs => return Grammar::Kafka,
            (None, Some(_)) => return Grammar::Kafka,
            (own, kafkas) => {
                kafka_option |= kafkas.is_some();
                own_word |= kafkas.is_none();
                let takes_value =
                    own.map_or_else(|| kafkas.is_some_and(Opt::takes_value), |arg| arg.get_action().takes_values());
                at += usize::from(takes_value && !arg.contains('='));
            }
        }
    }
    if has_verbs && (kafka_option || (args.is_empty() && verbs.default.is_none())) {
        return Grammar::Kafka; // `kt topics --bootstrap-server h:1` is the original's call without an action
    }
    if tool.kafka_word() == Some(word) && kafka_option && !own_word {
        return Grammar::Kafka; // so is `kt delete-records --bootstrap-server h:1`: the original's word and its flags alone
    }
    Grammar::Own
}

/// The argument of kt's grammar that a token names.
fn own_argument<'a>(command: &'a Command, token: &str) -> Option<&'a clap::Arg> {
    let name = token.split('=').next().unwrap_or_default();
    command.get_arguments().find(|arg| match name.strip_prefix("--") {
        Some(long) => arg.get_long() == Some(long) || arg.get_all_aliases().unwrap_or_default().contains(&long),
        None => arg.get_short().is_some_and(|short| name.chars().nth(1) == Some(short)),
    })
}

/// Whether one of kt's flags that the original lacks stands in the rest: `features describe --output json`.
fn own_flag_follows(command: &Command, options: &[&Opt], args: &[String]) -> bool {
    args.iter().take_while(|arg| *arg != "--").filter(|arg| arg.starts_with('-')).any(|arg| {
        let name = arg.trim_start_matches('-').split('=').next().unwrap_or_default();
        let script_has_it = find(options, name).is_some()
            || options.iter().any(|opt| opt.short.is_some_and(|short| name == short.to_string()));
        !script_has_it && own_argument(command, arg).is_some()
    })
}

/// Whether something without a dash stands in the rest that is no option's value, and that kt's verb takes: the
/// original's sub-commands take none, `storage info DIR` is kt's.
fn word_follows(command: &Command, options: &[&Opt], verb: &str, args: &[String]) -> bool {
    let takes_one = command.find_subcommand(verb).is_some_and(|verb| verb.get_positionals().next().is_some());
    let mut args = args.iter().take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        let Some(name) = arg.strip_prefix('-') else { return takes_one };
        let name = name.strip_prefix('-').unwrap_or(name);
        let letter = |opt: &&&Opt| opt.short.is_some_and(|short| name == short.to_string());
        let opt = find(options, name).or_else(|| options.iter().find(letter).copied());
        match opt.map(|opt| opt.takes) {
            Some(Takes::Value(_)) => _ = args.next(),
            Some(Takes::Several(_) | Takes::Maybe(_)) => return false, // what follows may be theirs
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::options::BOOTSTRAP;
    use crate::commands::tool::{Group, Kafka, Parser, SubCommand, Thrown, Verbs};

    const fn verbs(command: fn(Command) -> Command) -> Option<Verbs> {
        Some(Verbs { command, default: Some("list"), connects: true, act: |_, _| Ok(()) })
    }
    const fn kafka(options: Options) -> Option<Kafka> {
        Some(Kafka { options, thrown: Thrown::STDERR, act: |_, _| Ok(()) })
    }
    static TOPICS: Tool = Tool {
        aliases: &["t"],
        script: Some("kafka-topics"),
        kafka: kafka(Options::Jopt(&[
            BOOTSTRAP,
            Opt::flag("list", "…"),
            Opt::flag("create", "…"),
            Opt::value("topic", "NAME", "…"),
        ])),
        verbs: verbs(|command| {
            command.subcommands([Command::new("list").arg(clap::Arg::new("topic")), Command::new("create")])
        }),
        ..Tool::own("topics", Group::Topics, "…")
    };
    static CONSUME: Tool = Tool {
        script: Some("kafka-console-consumer"),
        kafka: kafka(Options::Jopt(&[BOOTSTRAP, Opt::value("topic", "NAME", "…"), Opt::flag("from-beginning", "…")])),
        verbs: verbs(|command| {
            command.args([
                clap::Arg::new("topics"),
                clap::Arg::new("from").long("from-beginning").action(clap::ArgAction::SetTrue),
            ])
        }),
        ..Tool::own("consume", Group::Records, "…")
    };
    static GROUPS: Tool = Tool {
        script: Some("kafka-consumer-groups"),
        kafka: kafka(Options::Jopt(&[BOOTSTRAP, Opt::flag("list", "…"), Opt::flag("describe", "…")])),
        verbs: verbs(|command| command.subcommand(Command::new("describe"))),
        ..Tool::own("groups", Group::Groups, "…")
    };
    static ALL_GROUPS: Tool = Tool {
        script: Some("kafka-groups"),
        kafka: kafka(Options::Jopt(&[BOOTSTRAP, Opt::flag("list", "…"), Opt::flag("share", "…")])),
        ..Tool::own("all-groups", Group::Groups, "…")
    };
    static FEATURES: Tool = Tool {
        script: Some("kafka-features"),
        kafka: kafka(Options::Argparse(&Parser {
            program: "kafka-features",
            options: &[BOOTSTRAP],
            exclusive: &[],
            commands: &[SubCommand { name: "describe", about: "…", options: &[], exclusive: &[] }],
            bare_is_help: false,
            positionals: &[],
        })),
        verbs: Some(Verbs {
            command: |command| command.subcommands([Command::new("describe"), Command::new("show")]),
            default: None,
            connects: true,
            act: |_, _| Ok(()),
        }),
        ..Tool::own("features", Group::Cluster, "…")
    };
    static ALL: [&Tool; 5] = [&TOPICS, &CONSUME, &GROUPS, &ALL_GROUPS, &FEATURES];

    /// The script whose behaviour a line gets, or kt's word.
    fn answers(line: &str) -> String {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        match by_word(&ALL, &words[0], &words[1..]) {
            Ok(Chosen { tool, grammar: Grammar::Kafka, .. }) => tool.script.unwrap_or_default().to_owned(),
            Ok(Chosen { tool, .. }) => tool.name.to_owned(),
            Err(failure) => failure.what().to_owned(),
        }
    }

    #[test]
    fn flags_give_kafkas_behaviour_and_verbs_give_kts() {
        assert_eq!(answers("topics --list"), "kafka-topics");
        assert_eq!(answers("topics list"), "topics");
        assert_eq!(answers("t -b h:1 list"), "topics");
        assert_eq!(answers("topics --bootstrap-server h:1 list"), "topics");
        assert_eq!(answers("topics"), "topics");
        assert_eq!(answers("topics --bootstrap-server h:1"), "kafka-topics");
        assert_eq!(answers("topics --create list --topic t"), "kafka-topics", "mixed is Kafka's");
        assert_eq!(answers("topics orders --create"), "kafka-topics");
        assert_eq!(answers("topics --topic list"), "kafka-topics");
    }

    #[test]
    fn a_scripts_name_is_always_kafkas_grammar() {
        assert_eq!(answers("kafka-topics.sh list"), "kafka-topics");
        assert_eq!(answers("kafka-topics"), "kafka-topics");
        assert_eq!(answers("console-consumer t --from-beginning"), "kafka-console-consumer");
        assert_eq!(by_link(&ALL, "kafka-topics.sh", &[]).map(|chosen| chosen.call.called).unwrap(), "kafka-topics.sh");
    }

    #[test]
    fn a_tool_without_verbs_is_kafkas_once_a_flag_is_only_kafkas() {
        assert_eq!(answers("consume t --from-beginning"), "consume");
        assert_eq!(answers("consume --topic t --from-beginning"), "kafka-console-consumer");
    }

    #[test]
    fn a_word_of_two_tools_goes_to_the_one_that_knows_the_flags() {
        assert_eq!(answers("groups --list"), "kafka-groups");
        assert_eq!(answers("groups --describe"), "kafka-consumer-groups");
        assert_eq!(answers("groups describe"), "groups");
        assert_eq!(answers("groups --frob"), "groups");
    }

    #[test]
    fn sub_commands_of_the_original_are_kafkas_grammar_unless_a_flag_is_kts() {
        assert_eq!(answers("features describe"), "kafka-features");
        assert_eq!(answers("features --bootstrap-server h:1 describe"), "kafka-features");
        assert_eq!(answers("features describe --output json"), "features");
        assert_eq!(answers("features show"), "features");
        assert_eq!(answers("features"), "kafka-features");
    }

    #[test]
    fn an_unknown_word_is_an_error() {
        assert_eq!(answers("topcis list"), "kt has no command 'topcis'");
    }
}
