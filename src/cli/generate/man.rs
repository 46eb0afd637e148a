//! Manual pages, in roff.

use clap::Command;

use crate::cli::help::{arguments, is_shown, of_all, option_row};
use crate::cli::{KAFKA_RELEASE, tools, version_line};
use crate::commands::failure::Exit;
use crate::commands::options::Opt;
use crate::commands::tool::{Group, Options, Tool};

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
        ("KT_CONTEXT, KT_CONFIG", "the context in use, and the file that describes it (kt help config)"),
        ("KT_COMMAND_CONFIG, KT_TIMEOUT", "defaults of --command-config and --timeout"),
        ("KT_TLS, KT_USER, KT_PASSWORD, KT_MECHANISM", "how to log in where no context says so"),
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
    let command = tool.verbs.as_ref().map(|_| tool.verbs_on(Command::new(tool.name)));
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
        let examples = tool.examples.iter().chain(tool.verb_examples);
        let examples = examples.map(|example| (example.line.to_owned(), example.does.to_owned()));
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
        text += &rows(&arguments(&of_all(tool, verbs)));
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
