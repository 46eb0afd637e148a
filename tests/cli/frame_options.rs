//! Every option of the original's tools is declared, with its kind of value.
//!
//! tests/fixtures/options.tsv lists them all; a tool that is not there yet is passed over.

use kt::commands::options::{Opt, Status, Takes};
use kt::commands::tool::{Options, Tool};

const LIST: &str = include_str!("../fixtures/options.tsv");

/// The options that a tool has before its sub-command, or behind it.
fn declared(tool: &'static Tool, command: Option<&str>) -> Option<&'static [Opt]> {
    match (&tool.kafka.as_ref()?.options, command) {
        (Options::Jopt(options), None) => Some(options),
        (Options::Argparse(parser), None) => Some(parser.options),
        (Options::Argparse(parser), Some(name)) => {
            let command = parser.commands.iter().find(|command| command.name == name);
            Some(command.unwrap_or_else(|| panic!("{} has no sub-command {name}", tool.name)).options)
        }
        (Options::Raw, _) | (_, Some(_)) => None,
    }
}

fn complaint(opt: Option<&Opt>, short: Option<char>, takes: &str, repeats: &str, state: &str) -> Option<String> {
    let Some(opt) = opt else { return Some("is not declared".into()) };
    let kind = match opt.takes {
        Takes::Nothing => "-",
        Takes::Value(_) => "value",
        Takes::Maybe(_) => "maybe",
        Takes::Several(_) => "several",
    };
    let is_past = matches!(opt.status, Status::OldNameOf(_) | Status::Gone { .. });
    let is_deprecated = matches!(opt.status, Status::Deprecated(_));
    if is_past != (state == "removed") || is_deprecated != (state == "deprecated") {
        return Some(format!("is {state} in the original, but {:?} here", opt.status));
    }
    if is_past {
        return None; // how it is answered matters, not its kind
    }
    if kind != takes {
        return Some(format!("takes '{takes}' in the original, but '{kind}' here"));
    }
    if opt.repeats != (repeats == "repeats") {
        return Some(format!("is given {repeats}, but repeats={} here", opt.repeats));
    }
    (opt.short != short).then(|| format!("has the letter {short:?}, but {:?} here", opt.short))
}

#[test]
fn every_option_of_the_original_is_declared() {
    let tools = kt::cli::tools();
    let mut complaints = Vec::new();
    for row in LIST.lines().filter(|row| !row.starts_with('#')) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [place, names, takes, repeats, state] = fields[..] else { panic!("five fields: {row}") };
        let (word, command) = place.split_once(' ').map_or((place, None), |(word, command)| (word, Some(command)));
        let Some(tool) = tools.iter().find(|tool| tool.kafka_word() == Some(word)) else { continue };
        let Some(options) = declared(tool, command) else { continue };
        let long = names.split(", ").find_map(|name| name.strip_prefix("--"));
        // Help and version are the frame's; words without dashes are tried by the tool's own tests.
        let Some(long) = long.filter(|name| !["help", "version"].contains(name)) else { continue };
        let short = names.split(", ").filter(|name| !name.starts_with("--")).find_map(|name| name.chars().nth(1));
        let opt = options.iter().find(|opt| opt.name == long);
        if let Some(complaint) = complaint(opt, short, takes, repeats, state) {
            complaints.push(format!("{place} --{long} {complaint}"));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

const BEGINS: &str = "<!-- options: generated from the tools' declarations, renew with KT_RENEW=1 cargo test -->\n";
const ENDS: &str = "<!-- options end -->";

/// What becomes of one option of the original.
fn fate(tool: Option<&'static Tool>, command: Option<&str>, long: Option<&str>) -> String {
    let Some(tool) = tool else { return "kt has no such tool".into() };
    let Some(long) = long else { return "works".into() };
    if ["help", "version"].contains(&long) {
        return "works; on stdout, exit status 0".into();
    }
    let Some(options) = declared(tool, command) else { return "works".into() };
    match options.iter().find(|opt| opt.name == long).map(|opt| opt.status) {
        None => "unknown".into(),
        Some(Status::Current) => "works".into(),
        Some(Status::Deprecated("")) => "works, with a note".into(),
        Some(Status::Deprecated(now)) => format!("works, with a note that it is `--{now}` now"),
        Some(Status::OldNameOf(now)) => format!("works as `--{now}`, with a note"),
        Some(Status::Gone { .. }) => "answered with the corrected line".into(),
    }
}

fn table_of_options() -> String {
    let tools = kt::cli::tools();
    let mut text = String::from("| tool | option | in Apache Kafka 4.3.1 | kt |\n|---|---|---|---|\n");
    for row in LIST.lines().filter(|row| !row.starts_with('#')) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [place, names, _, _, state] = fields[..] else { panic!("five fields: {row}") };
        let (word, command) = place.split_once(' ').map_or((place, None), |(word, command)| (word, Some(command)));
        let tool = tools.iter().copied().find(|tool| tool.kafka_word() == Some(word));
        let long = names.split(", ").find_map(|name| name.strip_prefix("--"));
        text += &format!("| {place} | `{names}` | {state} | {} |\n", fate(tool, command, long));
    }
    text
}

#[test]
fn the_table_of_options_is_generated_and_current() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/compat.md");
    let page = std::fs::read_to_string(&path).expect("the page is there");
    let (before, rest) = page.split_once(BEGINS).expect("the table's begin is marked");
    let (_, after) = rest.split_once(ENDS).expect("the table's end is marked");
    let wanted = format!("{before}{BEGINS}{}{ENDS}{after}", table_of_options());
    if std::env::var_os("KT_RENEW").is_some() {
        std::fs::write(&path, wanted).expect("the page can be written");
    } else {
        assert_eq!(page, wanted, "renew it with KT_RENEW=1 cargo test --test it generated");
    }
}

#[test]
fn no_option_is_declared_twice() {
    for tool in kt::cli::tools() {
        let mut places: Vec<&'static [Opt]> = declared(tool, None).into_iter().collect();
        if let Some(Options::Argparse(parser)) = tool.kafka.as_ref().map(|kafka| &kafka.options) {
            places.extend(parser.commands.iter().map(|command| command.options));
        }
        for options in places {
            for (index, opt) in options.iter().enumerate() {
                let twice = options[..index].iter().any(|other| other.name == opt.name);
                assert!(!twice, "{} declares --{} twice", tool.name, opt.name);
                if let Status::OldNameOf(now) = opt.status {
                    let known = options.iter().any(|other| other.name == now && other.status == Status::Current);
                    assert!(known, "{}: --{} stands for --{now}, which is not there", tool.name, opt.name);
                }
            }
        }
    }
}

#[test]
fn every_tools_verbs_are_sound_for_clap() {
    for tool in kt::cli::tools() {
        if let Some(verbs) = &tool.verbs {
            kt::cli::own_command(tool, verbs).debug_assert();
        }
    }
}
