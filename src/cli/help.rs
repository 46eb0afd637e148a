//! The pages of help, from the tools' declarations.
//!
//! `kt` alone is one screen; `-h` is the short page of a tool or of one of its verbs ([`verb`]), `--help` the full one, a
//! tool's with both grammars; a script's name with `--help` shows the original's options. All of them go to stdout and
//! exit with 0 (the original: stderr and 1).

pub mod verb;

use clap::Command;

use super::call::Call;
use super::{concepts, globals, tools, version_line};
use crate::commands::failure::Failure;
use crate::commands::options::{Opt, Status};
use crate::commands::shapes;
use crate::commands::tool::{Example, Group, Options, Tool, Verbs};

/// Where a line of help is folded.
const WIDTH: usize = 80;

const FIRST_STEPS: [(&str, &str, &str); 6] = [
    ("serve", "kt serve", "a broker on localhost:9092"),
    ("topics", "kt topics create orders --partitions 3", "a topic"),
    ("produce", "echo hello | kt produce orders", "a record"),
    ("consume", "kt consume orders --from-beginning", "all records"),
    ("groups", "kt groups describe", "who reads what, and how far behind"),
    ("links", "kt links ~/bin", "kafka-topics.sh and its kin, by name"),
];

/// `kt` alone.
pub fn overview() -> String {
    let tools = tools();
    let mut text = format!("{}\n", version_line());
    text += "The kafka-*.sh tools and a whole Kafka broker in one binary.\n\n";
    let there = |name: &str| tools.iter().any(|tool| tool.name == name);
    let steps: Vec<_> = FIRST_STEPS.iter().filter(|(tool, ..)| there(tool)).collect();
    let width = steps.iter().map(|(_, line, _)| line.len()).max().unwrap_or(0);
    for (_, line, does) in steps {
        text += &format!("  {line:width$}   {does}\n");
    }
    text.push('\n');
    // Only kt's own words: the scripts' names would fill two screens.
    let width = Group::ALL.iter().map(|(_, title)| title.len()).max().unwrap_or(0);
    for (group, title) in Group::ALL {
        let has_verbs = |tool: &&&Tool| tool.group == group && tool.verbs.is_some();
        let names: Vec<&str> = tools.iter().filter(has_verbs).map(|tool| tool.name).collect();
        if !names.is_empty() {
            text += &folded(&format!("{title:width$}  {}", names.join(", ")), width + 2);
        }
    }
    text += "\nKafka's flags work behind each name: kt topics --list, kafka-topics.sh --list.\n";
    text += "More: kt help COMMAND; kt help config, offsets, formats, exit-codes, tools.\n";
    text
}

/// `kt help tools`: every tool with the original's name.
pub fn all_tools() -> String {
    let mut text = String::from("All tools, and the scripts they stand for\n");
    for (group, title) in Group::ALL {
        let row = |tool: &&Tool| {
            let script = tool.script.map_or(String::new(), |script| format!(" ({script}.sh)"));
            (tool.name.to_owned(), format!("{}{script}", tool.about))
        };
        let rows: Vec<(String, String)> = tools().iter().filter(|tool| tool.group == group).map(row).collect();
        if !rows.is_empty() {
            text += &format!("\n{title}\n{}", columns(&rows));
        }
    }
    text
}

/// The names of a tool's verbs.
pub fn verbs(tool: &Tool) -> Vec<String> {
    let command = tool.verbs_on(Command::new(tool.name));
    command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect()
}

/// The flags that all commands have, but for those that this one has in a way of its own.
pub fn of_all(tool: &Tool, verbs: &Verbs) -> Command {
    let own = tool.verbs_on(Command::new(tool.name));
    let names: Vec<clap::Id> = own.get_arguments().map(|arg| arg.get_id().clone()).collect();
    let all = globals::add(own, verbs.connects);
    let args = all.get_arguments().filter(|arg| !names.contains(arg.get_id())).cloned();
    Command::new(tool.name).args(args.collect::<Vec<_>>())
}

/// `kt help flags`.
pub fn all_flags() -> String {
    let mut text = String::from("The flags that all commands have in kt's own grammar\n");
    for (heading, rows) in sections(&globals::add(Command::new("kt"), true)) {
        text += &format!("\n{heading}\n{}", columns(&rows));
    }
    text += "\nThey may stand in front of the command as well: kt -C prod topics list.\n";
    text += "Where an address, a login or a form comes from without them: kt help config.\n";
    text
}

/// The page that a call asks for: that of the verb it names, else the tool's.
pub fn page(tool: &Tool, args: &[String]) -> String {
    let full = args.iter().any(|arg| arg == "--help");
    let verb = args.get(globals::leading(args)).and_then(|word| verb::page(tool, word, full));
    verb.unwrap_or_else(|| tool_page(tool, full))
}

/// `kt topics --help`, and the shorter `-h`.
pub fn tool_page(tool: &Tool, full: bool) -> String {
    let mut text = folded(&format!("kt {} - {}", tool.name, tool.about), 4);
    if !tool.aliases.is_empty() {
        text += &format!("Also: kt {}\n", tool.aliases.join(", kt "));
    }
    text += &examples(&tool.examples.iter().collect::<Vec<_>>());
    if let Some(verbs) = &tool.verbs {
        let command = tool.verbs_on(Command::new(tool.name));
        if command.has_subcommands() {
            text += "\nVerbs\n";
            let rows: Vec<(String, String)> =
                command.get_subcommands().map(|verb| (verb.get_name().to_owned(), about(verb))).collect();
            text += &columns(&rows);
            if let Some(default) = verbs.default {
                text += &format!("  (without a verb: {default})\n");
            }
            text += &format!("kt {} VERB --help shows a verb's own flags.\n", tool.name);
        }
        if !command.has_subcommands() || command.get_positionals().next().is_some() {
            text += &verb::usage(&format!("kt {}", tool.name), &command);
        }
        for (heading, rows) in sections(&command) {
            text += &format!("\n{heading}\n{}", columns(&rows));
        }
        text += &if full { verb::flags_of_all(tool, verbs) } else { verb::ELSEWHERE.to_owned() };
    }
    if let Some(script) = tool.script
        && tool.kafka.is_some()
    {
        if full || tool.verbs.is_none() {
            text += &format!("\nKafka's flags ({script}.sh: its output and its exit codes)\n");
            text += &kafka_options(tool);
        } else {
            text += &format!("Kafka's flags, those of {script}.sh: kt {} --help\n", tool.name);
        }
    }
    if full {
        text += &quirks(tool);
    }
    text
}

/// `kt topics list -o help`: the fields of its JSON form.
pub fn shape_page(tool: &Tool, verbs: &Verbs, args: &[String]) -> Result<String, Failure> {
    let command = tool.verbs_on(Command::new(tool.name));
    let verb = args.iter().find_map(|arg| command.find_subcommand(arg)).map(Command::get_name).or(verbs.default);
    let call = verb.map_or(tool.name.to_owned(), |verb| format!("{} {verb}", tool.name));
    match shapes::of(&call) {
        Some(shape) => Ok(shape.page(tool.is_change(verb))),
        None => Err(Failure::usage(format!("kt {call} has no result in JSON whose fields could be told"))
            .hint("kt help formats   tells of records and forms")),
    }
}

/// The page of a call in Kafka's grammar.
pub fn kafka_page(tool: &Tool, call: &Call) -> String {
    let mut text = format!("{} - {}\n\n", call.called, tool.about);
    let options = kafka_options(tool);
    text += if options.is_empty() { "It takes no options.\n" } else { &options };
    text += &quirks(tool);
    if tool.verbs.is_some() {
        text += &format!("\nkt has verbs for this too: kt {} --help\n", tool.name);
    }
    text
}

fn quirks(tool: &Tool) -> String {
    if tool.quirks.is_empty() {
        return String::new();
    }
    let lines: String = tool.quirks.iter().map(|quirk| folded(&format!("  - {quirk}"), 4)).collect();
    format!("\nOther than in the original\n{lines}")
}

/// The options of Kafka's grammar that are worth knowing: all but those long gone.
pub fn kafka_options(tool: &Tool) -> String {
    let Some(kafka) = &tool.kafka else { return String::new() };
    match &kafka.options {
        Options::Jopt(options) => {
            columns(&options.iter().filter(|opt| is_shown(opt)).map(option_row).collect::<Vec<_>>())
        }
        Options::Argparse(parser) => {
            let mut text =
                columns(&parser.options.iter().filter(|opt| is_shown(opt)).map(option_row).collect::<Vec<_>>());
            let places = parser.positionals.iter().map(|place| (place.name.to_owned(), place.about.to_owned()));
            text += &columns(&places.collect::<Vec<_>>());
            for command in parser.commands {
                text += &folded(&format!("{} - {}", command.name, command.about), 4);
                text +=
                    &columns(&command.options.iter().filter(|opt| is_shown(opt)).map(option_row).collect::<Vec<_>>());
            }
            text
        }
        Options::Raw => String::new(),
    }
}

/// Options of the past are answered, not advertised.
pub fn is_shown(opt: &Opt) -> bool {
    matches!(opt.status, Status::Current | Status::Deprecated(_))
}

/// An option and its description.
pub fn option_row(opt: &Opt) -> (String, String) {
    let short = opt.short.map_or(String::new(), |short| format!(", -{short}"));
    let value = match opt.takes {
        crate::commands::options::Takes::Nothing => String::new(),
        crate::commands::options::Takes::Value(name) => format!(" {name}"),
        crate::commands::options::Takes::Maybe(name) => format!(" [{name}]"),
        crate::commands::options::Takes::Several(name) => format!(" {name} …"),
    };
    let mut about = opt.about.to_owned();
    if let Status::Deprecated(now) = opt.status
        && !now.is_empty()
    {
        about += &format!(" (now --{now})");
    }
    if let Some(default) = opt.default {
        about += &format!(" [default: {default}]");
    }
    (format!("--{}{short}{value}", opt.name), about)
}

/// The verbs whose names fit, as calls, and what they do.
fn verbs_that(fit: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let of = |tool: &'static Tool| {
        let command = tool.verbs_on(Command::new(tool.name));
        let verbs = command.get_subcommands().filter(|verb| fit(verb.get_name()));
        verbs.map(|verb| (format!("kt {} {}", tool.name, verb.get_name()), about(verb))).collect::<Vec<_>>()
    };
    tools().into_iter().flat_map(of).collect()
}

/// The verbs of this very name, of the tools that most people mean.
pub fn verbs_called(word: &str) -> Vec<String> {
    /// So many are shown.
    const MOST: usize = 4;
    verbs_that(|verb| verb == word).into_iter().take(MOST).map(|(line, does)| format!("{line}   {does}")).collect()
}

/// Calls that have to do with a word that is no command's name: verbs called so, then examples and pages that speak of it.
pub fn about_word(word: &str) -> Vec<String> {
    /// So many are shown.
    const MOST: usize = 8;
    let word = word.to_lowercase();
    // One letter stands in everything.
    if word.chars().count() < 3 {
        return Vec::new();
    }
    let verbs = verbs_that(|verb| verb.contains(&word));
    let mut lines = Vec::new();
    // kt's own words first: the originals' lines are long.
    let (own, others): (Vec<_>, Vec<_>) = tools().into_iter().partition(|tool| tool.verbs.is_some());
    for tool in own.into_iter().chain(others) {
        let speaks = |example: &&Example| {
            example.line.starts_with("kt ")
                && format!("{} {}", example.line, example.does).to_lowercase().contains(&word)
        };
        lines.extend(tool.examples.iter().filter(speaks).map(|e| (e.line.to_owned(), e.does.to_owned())));
        if tool.verbs.is_some() && tool.about.to_lowercase().contains(&word) {
            lines.push((format!("kt help {}", tool.name), tool.about.to_owned()));
        }
    }
    for name in concepts::CONCEPTS {
        let page = concepts::concept(name).unwrap_or_default();
        if page.to_lowercase().contains(&word) {
            lines.push((format!("kt help {name}"), page.lines().next().unwrap_or_default().to_owned()));
        }
    }
    verbs.into_iter().chain(lines).take(MOST).map(|(line, does)| format!("{line}   {does}")).collect()
}

/// The arguments of a clap command and their descriptions.
pub fn arguments(command: &Command) -> Vec<(String, String)> {
    let shown = command.get_arguments().filter(|arg| !arg.is_hide_set());
    shown.map(|arg| (argument_name(arg), argument_about(arg))).collect()
}

/// The same under their headings, in the order in which those come first; what has none stands in front.
fn sections(command: &Command) -> Vec<(&str, Vec<(String, String)>)> {
    let common = if command.get_positionals().next().is_some() { "Arguments" } else { "Flags" };
    let mut all: Vec<(&str, Vec<(String, String)>)> = vec![(common, Vec::new())];
    let (places, flags): (Vec<_>, Vec<_>) = command.get_arguments().partition(|arg| arg.is_positional());
    for arg in places.into_iter().chain(flags).filter(|arg| !arg.is_hide_set()) {
        let heading = arg.get_help_heading().unwrap_or(common);
        let at = all.iter().position(|(known, _)| *known == heading).unwrap_or_else(|| {
            all.push((heading, Vec::new()));
            all.len() - 1
        });
        all[at].1.push((argument_name(arg), argument_about(arg)));
    }
    all.retain(|(_, rows)| !rows.is_empty());
    all
}

fn argument_name(arg: &clap::Arg) -> String {
    let takes = arg.get_action().takes_values();
    let value = || {
        let names = arg.get_value_names().unwrap_or_default();
        names.first().map_or_else(|| arg.get_id().as_str().to_uppercase(), ToString::to_string)
    };
    match (arg.get_short(), arg.get_long()) {
        (None, None) => {
            let more = if arg.get_num_args().is_some_and(|number| number.max_values() > 1) { "…" } else { "" };
            if arg.is_required_set() { value() + more } else { format!("[{}]{more}", value()) }
        }
        (short, long) => {
            let flags: Vec<String> =
                short.map(|s| format!("-{s}")).into_iter().chain(long.map(|l| format!("--{l}"))).collect();
            let name = flags.join(", ");
            if takes { format!("{name} {}", value()) } else { name }
        }
    }
}

fn argument_about(arg: &clap::Arg) -> String {
    let mut about = arg.get_long_help().or(arg.get_help()).map(ToString::to_string).unwrap_or_default();
    let words = arg.get_possible_values();
    if !words.is_empty() && arg.get_action().takes_values() && !arg.is_hide_possible_values_set() {
        let words: Vec<&str> = words.iter().map(clap::builder::PossibleValue::get_name).collect();
        about += &format!(" ({})", words.join(", "));
    }
    if arg.get_action().takes_values() && !arg.get_default_values().is_empty() {
        let values: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        about += &format!(" [default: {}]", values.join(" "));
    }
    about
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn examples(examples: &[&Example]) -> String {
    if examples.is_empty() {
        return String::new();
    }
    let mut text = String::from("\nExamples\n");
    for example in examples {
        text += &format!("  {}\n{}", example.line, folded(&format!("      {}", example.does), 6));
    }
    text
}

/// Two columns, the second folded; a long first one stands on a line of its own.
fn columns(rows: &[(String, String)]) -> String {
    const LONGEST: usize = 30;
    let length = |text: &str| text.chars().count();
    let width = rows.iter().map(|(name, _)| length(name)).filter(|&l| l <= LONGEST).max().unwrap_or(LONGEST);
    let indent = width + 4;
    let mut text = String::new();
    for (name, about) in rows {
        if length(name) > width {
            text += &format!("  {name}\n");
            text += &folded(&format!("{:indent$}{about}", ""), indent);
        } else {
            let blanks = width - length(name);
            text += &folded(&format!("  {name}{:blanks$}  {about}", ""), indent);
        }
    }
    text
}

/// One line, folded at [`WIDTH`], the further lines indented.
fn folded(line: &str, indent: usize) -> String {
    let lead: usize = line.chars().take_while(|c| *c == ' ').count();
    let mut text = String::new();
    let mut current = " ".repeat(lead);
    let mut fresh = true;
    // Blanks inside a line are kept: they are columns.
    for word in line.trim_start().split(' ') {
        if !fresh && current.chars().count() + 1 + word.chars().count() > WIDTH {
            text += current.trim_end();
            text.push('\n');
            current = " ".repeat(indent);
            fresh = true;
            if word.is_empty() {
                continue;
            }
        }
        if !fresh {
            current.push(' ');
        }
        current += word;
        fresh = false;
    }
    text += current.trim_end();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kt_alone_fits_one_screen() {
        let text = overview();
        assert!(text.lines().count() <= 24, "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
    }

    #[test]
    fn flags_stand_under_their_headings_and_what_has_none_comes_first() {
        let flag = |name: &'static str| clap::Arg::new(name).long(name).action(clap::ArgAction::SetTrue);
        let command = Command::new("kt").args([
            flag("rate").help_heading("Sending"),
            flag("common"),
            flag("csv").help_heading("Rows"),
            flag("acks").help_heading("Sending"),
        ]);
        let found: Vec<(&str, Vec<String>)> = sections(&command)
            .into_iter()
            .map(|(heading, rows)| (heading, rows.into_iter().map(|(name, _)| name).collect()))
            .collect();
        let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(
            found,
            [("Flags", names(&["--common"])), ("Sending", names(&["--rate", "--acks"])), ("Rows", names(&["--csv"])),]
        );
        assert!(sections(&Command::new("doctor")).is_empty(), "no heading without a flag");
    }

    #[test]
    fn long_lines_are_folded_under_their_column() {
        let rows = [("--topic NAME".to_owned(), "word ".repeat(20).trim_end().to_owned())];
        let text = columns(&rows);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(lines[0].starts_with("  --topic NAME  word"));
        assert!(lines[1].starts_with("                word"));
    }
}
