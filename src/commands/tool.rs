//! What a tool is: one declaration, from which come both grammars, help, completions, man page and links.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::context::Context;
use super::failure::Failure;
use super::options::{Given, Opt};

/// Everything about one tool.
pub struct Tool {
    /// kt's name for it: the word after `kt`.
    pub name: &'static str,
    /// Further words for it in kt's grammar: `t` for `topics`.
    pub aliases: &'static [&'static str],
    /// The name of the original's script without `.sh`: `kafka-console-consumer`. `kt console-consumer` then speaks
    /// Kafka's grammar, and so do links of that name.
    pub script: Option<&'static str>,
    pub group: Group,
    /// One line, for lists of tools.
    pub about: &'static str,
    pub kafka: Option<Kafka>,
    pub verbs: Option<Verbs>,
    /// The verbs that change something in a cluster; `""`: the tool itself, which has no verbs. Each has `--dry-run`, and
    /// with it the client sends nothing that changes anything ([`crate::client::guard`]).
    pub changes: &'static [&'static str],
    pub examples: &'static [Example],
    /// Further ones, which only the pages of their verbs show.
    pub verb_examples: &'static [Example],
    /// Where it differs from the original on purpose.
    pub quirks: &'static [&'static str],
    /// Flags of other programs that people type from habit, and what says the same here.
    pub foreign: &'static [(&'static str, &'static str)],
}

/// Where help lists a tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Broker,
    Records,
    Topics,
    Groups,
    Cluster,
    Security,
    Files,
    Bench,
    Frame,
    /// Names of old tutorials: they answer, but no list of commands needs them.
    Past,
}

impl Group {
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Broker, "A broker of your own"),
        (Self::Records, "Records"),
        (Self::Topics, "Topics"),
        (Self::Groups, "Groups"),
        (Self::Cluster, "Cluster"),
        (Self::Security, "Security"),
        (Self::Files, "Files"),
        (Self::Bench, "Measuring"),
        (Self::Frame, "kt itself"),
        (Self::Past, "Names of the past"),
    ];
}

/// A line that can be pasted, and what it does.
pub struct Example {
    pub line: &'static str,
    pub does: &'static str,
}

/// The tool in Kafka's grammar.
pub struct Kafka {
    pub options: Options,
    /// What an exception at run time looks like in the original.
    pub thrown: Thrown,
    /// From what was given to an action, and its run. The checks come first, in the original's order.
    pub act: fn(&Given, &mut Context) -> Result<(), Failure>,
}

/// How the original reads its command line.
pub enum Options {
    /// joptsimple: options in any order, values converted when they are asked for.
    Jopt(&'static [Opt]),
    /// argparse4j, perhaps with sub-commands.
    Argparse(&'static Parser),
    /// The whole line as it is, after `--help` and `--version`: the tool reads it itself.
    Raw,
}

/// An argparse4j parser.
pub struct Parser {
    /// The name in its messages: `kafka-cluster`.
    pub program: &'static str,
    /// The options before a sub-command.
    pub options: &'static [Opt],
    /// Of each group exactly (or at most) one may be given.
    pub exclusive: &'static [Exclusive],
    pub commands: &'static [SubCommand],
    /// Without any argument it prints its help on stdout and exits with 0 (the verifiable tools do).
    pub bare_is_help: bool,
    /// Names of arguments without dashes.
    pub positionals: &'static [Positional],
}

pub struct SubCommand {
    pub name: &'static str,
    pub about: &'static str,
    pub options: &'static [Opt],
    pub exclusive: &'static [Exclusive],
}

pub struct Exclusive {
    pub names: &'static [&'static str],
    pub required: bool,
}

pub struct Positional {
    pub name: &'static str,
    pub about: &'static str,
    pub required: bool,
    /// Takes all words that are left.
    pub rest: bool,
}

/// The original's way with an exception: what stands on stdout, and its exit code.
pub struct Thrown {
    /// `{}` stands for the exception's message; nothing at all if the original speaks on stderr only.
    pub stdout: Option<&'static str>,
    pub exit: u8,
}

impl Thrown {
    /// On stderr, exit code 1.
    pub const STDERR: Self = Self { stdout: None, exit: 1 };

    /// On stdout in these words, exit code 1.
    pub const fn stdout(words: &'static str) -> Self {
        Self { stdout: Some(words), exit: 1 }
    }
}

/// The tool in kt's own grammar.
pub struct Verbs {
    /// Adds the verbs (or, for a tool without verbs, its arguments) to an empty command of the tool's name. The frame
    /// adds the connection and output flags.
    pub command: fn(Command) -> Command,
    /// The verb of a call without one: `kt topics` is `kt topics list`.
    pub default: Option<&'static str>,
    /// Whether it talks to a cluster, and so has `-b` and its companions.
    pub connects: bool,
    /// From the matches to an action, and its run.
    pub act: fn(&ArgMatches, &mut Context) -> Result<(), Failure>,
}

impl Tool {
    /// A tool of kt's own: no script of that name in the original.
    pub const fn own(name: &'static str, group: Group, about: &'static str) -> Self {
        Self {
            name,
            aliases: &[],
            script: None,
            group,
            about,
            kafka: None,
            verbs: None,
            changes: &[],
            examples: &[],
            verb_examples: &[],
            quirks: &[],
            foreign: &[],
        }
    }

    /// Adds its verbs and arguments in kt's grammar; not yet the flags that all tools have.
    pub fn verbs_on(&self, command: Command) -> Command {
        let Some(verbs) = &self.verbs else { return command };
        let command = (verbs.command)(command).mut_subcommands(|verb| match self.is_change(Some(verb.get_name())) {
            true => verb.arg(dry_run()),
            false => verb,
        });
        if self.is_change(None) { command.arg(dry_run()) } else { command }
    }

    /// Whether this verb changes something in a cluster.
    pub fn is_change(&self, verb: Option<&str>) -> bool {
        self.changes.contains(&verb.unwrap_or_default())
    }

    /// The script's name without `kafka-`: the word that stands for Kafka's grammar after `kt`.
    pub fn kafka_word(&self) -> Option<&'static str> {
        self.script.map(|script| script.strip_prefix("kafka-").unwrap_or(script))
    }

    /// All options of Kafka's grammar, those of sub-commands included.
    pub fn options(&self) -> Vec<&'static Opt> {
        match self.kafka.as_ref().map(|kafka| &kafka.options) {
            Some(Options::Jopt(options)) => options.iter().collect(),
            Some(Options::Argparse(parser)) => {
                let of_commands = parser.commands.iter().flat_map(|command| command.options);
                parser.options.iter().chain(of_commands).collect()
            }
            Some(Options::Raw) | None => Vec::new(),
        }
    }
}

/// The one flag of all verbs that change something.
fn dry_run() -> Arg {
    Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help("Only show what would be done")
}
