//! What is made from the tools' declarations and checked in: completions, man pages, the README's table.
//!
//! A test makes them anew and compares (tests/cli/frame_generated.rs says how to renew them).

use std::collections::BTreeMap;

use clap::{Arg, ArgAction, Command};
use clap_complete::aot::{self, Shell};

use super::help::{arguments, is_shown, option_row};
use super::{KAFKA_RELEASE, globals, tools, version_line};
use crate::commands::failure::Exit;
use crate::commands::options::{Opt, Takes};
use crate::commands::tool::{Group, Options, Tool};

/// The completion script for `bash`, `zsh` or `fish`: kt with all its tools, and the scripts' names.
pub fn completions(shell: &str) -> String {
    let generator = match shell {
        "zsh" => Shell::Zsh,
        "fish" => Shell::Fish,
        _ => Shell::Bash,
    };
    let mut text = Vec::new();
    aot::generate(generator, &mut tree(), "kt", &mut text);
    String::from_utf8_lossy(&text).into_owned() + &script_completions(shell)
}

/// kt with every tool, in both grammars.
fn tree() -> Command {
    let mut root = Command::new("kt").disable_help_subcommand(true).about("The kafka-*.sh tools and a Kafka broker");
    for tool in tools() {
        root = root.subcommand(both_grammars(tool));
        if let Some(word) = tool.kafka_word().filter(|word| *word != tool.name)
            && !tools().iter().any(|other| other.name == word || other.aliases.contains(&word))
        {
            root = root.subcommand(with_kafka_options(Command::new(word).about(tool.about), tool));
        }
    }
    root
}

fn both_grammars(tool: &'static Tool) -> Command {
    let mut command = Command::new(tool.name).about(tool.about).disable_help_subcommand(true);
    command = command.visible_aliases(tool.aliases.iter().copied());
    if let Some(verbs) = &tool.verbs {
        command = globals::add((verbs.command)(command), verbs.connects);
    }
    with_kafka_options(command, tool)
}

/// Adds the options that the command lacks.
fn with_kafka_options(mut command: Command, tool: &'static Tool) -> Command {
    let Some(kafka) = &tool.kafka else { return command };
    let own: &[Opt] = match &kafka.options {
        Options::Jopt(options) => options,
        Options::Argparse(parser) => parser.options,
        Options::Raw => &[],
    };
    command = with_options(command, own);
    if let Options::Argparse(parser) = &kafka.options {
        for sub in parser.commands {
            if command.find_subcommand(sub.name).is_none() {
                command = command.subcommand(with_options(Command::new(sub.name).about(sub.about), sub.options));
            }
        }
    }
    command
}

fn with_options(mut command: Command, options: &[Opt]) -> Command {
    for opt in options.iter().filter(|opt| is_shown(opt)) {
        if command.get_arguments().any(|arg| arg.get_long() == Some(opt.name) || arg.get_id() == opt.name) {
            continue;
        }
        let action = if opt.takes == Takes::Nothing { ArgAction::SetTrue } else { ArgAction::Set };
        command = command.arg(Arg::new(opt.name).long(opt.name).help(opt.about).action(action));
    }
    command
}

/// The scripts' names have only Kafka's options.
fn script_completions(shell: &str) -> String {
    let mut text = String::new();
    for tool in tools() {
        let (Some(script), options) = (tool.script, tool.options()) else { continue };
        let options: BTreeMap<&str, &Opt> =
            options.into_iter().filter(|opt| is_shown(opt)).map(|opt| (opt.name, opt)).collect();
        if options.is_empty() {
            continue;
        }
        let flags: Vec<String> = options.keys().map(|name| format!("--{name}")).collect();
        match shell {
            "bash" => text += &format!("complete -o default -W '{}' {script} {script}.sh\n", flags.join(" ")),
            "zsh" => {
                text += &format!("compdef \"_arguments '*:: :_default' {}\" {script} {script}.sh\n", flags.join(" "))
            }
            _ => {
                for (name, opt) in &options {
                    let takes = if opt.takes_value() { " -r" } else { "" };
                    let about = opt.about.replace('\'', "\\'");
                    for link in [script.to_owned(), format!("{script}.sh")] {
                        text += &format!("complete -c {link} -l {name}{takes} -d '{about}'\n");
                    }
                }
            }
        }
    }
    text
}

/// All man pages: file name and text.
pub fn man_pages() -> Vec<(String, String)> {
    let mut pages = vec![("kt.1".to_owned(), kt_page())];
    pages.extend(tools().into_iter().map(|tool| (format!("kt-{}.1", tool.name), tool_page(tool))));
    pages
}

/// Text in roff: no line may begin with a dot or an apostrophe by accident, no backslash or dash be read as more.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    let guarded =
        escaped.lines().map(|line| if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line.to_owned() });
    guarded.collect::<Vec<_>>().join("\n")
}

fn heading(name: &str, about: &str) -> String {
    let upper = name.to_uppercase();
    format!(
        ".TH {} 1 \"\" \"kt {}\" \"kt\"\n.SH NAME\n{} \\- {}\n",
        roff(&upper),
        env!("CARGO_PKG_VERSION"),
        roff(name),
        roff(about)
    )
}

fn rows(rows: &[(String, String)]) -> String {
    rows.iter().map(|(name, about)| format!(".TP\n\\fB{}\\fR\n{}\n", roff(name), roff(about))).collect()
}

fn kt_page() -> String {
    let mut text = heading("kt", "the kafka-*.sh tools and a whole Kafka broker in one binary");
    text += ".SH SYNOPSIS\n\\fBkt\\fR COMMAND [VERB] [FLAGS]\n.br\n\\fBkt\\fR TOOL [FLAGS OF KAFKA'S TOOL]\n";
    text += &format!(
        ".SH DESCRIPTION\n{}\n",
        roff(&format!(
            "{}. With Kafka's flags (kt topics --list, kt kafka-topics.sh --list, or a link of that name) output and \
             exit code are those of the tools of Apache Kafka {KAFKA_RELEASE}; verbs (kt topics list) give kt's own \
             screens.",
            version_line()
        ))
    );
    for (group, title) in Group::ALL {
        let of_group: Vec<(String, String)> = tools()
            .iter()
            .filter(|tool| tool.group == group)
            .map(|tool| (format!("kt {}", tool.name), tool.about.to_owned()))
            .collect();
        if !of_group.is_empty() {
            text += &format!(".SH {}\n{}", title.to_uppercase(), rows(&of_group));
        }
    }
    text += ".SH EXIT STATUS\n";
    let codes = std::iter::once(("0".to_owned(), "done".to_owned()))
        .chain(Exit::ALL.map(|(exit, means)| ((exit as u8).to_string(), means.to_owned())));
    text += &rows(&codes.collect::<Vec<_>>());
    text += &roff("With Kafka's flags only 0 and 1, as the original.");
    text += "\n.SH ENVIRONMENT\n";
    let variables = [
        ("KT_BOOTSTRAP, KAFKA_BOOTSTRAP_SERVERS", "brokers to ask where --bootstrap-server is not given"),
        ("KT_HINTS", "0 switches off the lines that name the next command"),
        ("NO_COLOR, CLICOLOR, CLICOLOR_FORCE", "colour, as everywhere"),
    ];
    text += &rows(&variables.map(|(name, about)| (name.to_owned(), about.to_owned())));
    text
}

fn tool_page(tool: &'static Tool) -> String {
    let mut text = heading(&format!("kt-{}", tool.name), tool.about);
    text += ".SH SYNOPSIS\n";
    let mut synopsis = Vec::new();
    let command = tool.verbs.as_ref().map(|verbs| (verbs.command)(Command::new(tool.name)));
    if let Some(command) = &command {
        let tail = if command.has_subcommands() { " VERB [FLAGS]" } else { " [FLAGS]" };
        synopsis.push(format!("\\fBkt {}\\fR{tail}", roff(tool.name)));
    }
    if let Some(script) = tool.script {
        synopsis.push(format!("\\fB{}.sh\\fR [OPTIONS]", roff(script)));
    }
    text += &(synopsis.join("\n.br\n") + "\n");
    if !tool.examples.is_empty() {
        text += ".SH EXAMPLES\n";
        let examples = tool.examples.iter().map(|example| (example.line.to_owned(), example.does.to_owned()));
        text += &rows(&examples.collect::<Vec<_>>());
    }
    if let (Some(command), Some(verbs)) = (&command, &tool.verbs) {
        if command.has_subcommands() {
            text += ".SH VERBS\n";
            for verb in command.get_subcommands() {
                let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
                text += &format!(".SS {}\n{}\n", roff(verb.get_name()), roff(&about));
                text += &rows(&arguments(verb));
            }
        } else {
            text += ".SH ARGUMENTS\n";
            text += &rows(&arguments(command));
        }
        text += ".SH FLAGS OF ALL COMMANDS\n";
        text += &rows(&arguments(&globals::add(Command::new(tool.name), verbs.connects)));
    }
    text += &kafka_section(tool);
    if !tool.quirks.is_empty() {
        text += ".SH OTHER THAN IN THE ORIGINAL\n";
        text += &tool.quirks.iter().map(|quirk| format!("{}\n.PP\n", roff(quirk))).collect::<String>();
    }
    text + ".SH SEE ALSO\n\\fBkt\\fR(1)\n"
}

fn kafka_section(tool: &Tool) -> String {
    let (Some(kafka), Some(script)) = (&tool.kafka, tool.script) else { return String::new() };
    let shown = |options: &[Opt]| rows(&options.iter().filter(|opt| is_shown(opt)).map(option_row).collect::<Vec<_>>());
    let body = match &kafka.options {
        Options::Jopt(options) => shown(options),
        Options::Argparse(parser) => {
            let commands = parser.commands.iter().map(|command| {
                format!(".SS {}\n{}\n{}", roff(command.name), roff(command.about), shown(command.options))
            });
            shown(parser.options) + &commands.collect::<String>()
        }
        Options::Raw => String::new(),
    };
    if body.is_empty() { String::new() } else { format!(".SH OPTIONS OF {}\n{body}", roff(&script.to_uppercase())) }
}

/// The README's table of tools, in Markdown.
pub fn readme_table() -> String {
    let mut text = String::from("| Kafka | kt | what it does |\n| --- | --- | --- |\n");
    for (group, _) in Group::ALL {
        for tool in tools().into_iter().filter(|tool| tool.group == group) {
            let script = tool.script.map_or("—".to_owned(), |script| format!("`{script}.sh`"));
            text += &format!("| {script} | `kt {}` | {} |\n", tool.name, tool.about);
        }
    }
    text
}
