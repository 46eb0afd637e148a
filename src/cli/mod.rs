//! From argv to a running tool, and from its end to an exit code.
//!
//! [`personality`] says which tool and which grammar; [`jopt`] and [`argparse`] read Kafka's grammar, clap reads kt's
//! with the flags of [`globals`]; [`help`], [`generate`] and [`links`] live on the tools' declarations. [`own`] has the
//! tools of the frame itself. Nothing here is built before it is needed: `--version` costs no clap tree, no runtime.

mod argparse;
mod call;
mod choice;
mod complete;
mod concepts;
mod embedded;
pub mod generate;
mod globals;
mod help;
mod jopt;
mod links;
mod own;
mod personality;
mod version;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::commands::connection::Asked;
use crate::commands::context::{Context, Grammar, Manners};
use crate::commands::failure::Failure;
use crate::commands::options::Given;
use crate::commands::suggest;
use crate::commands::tool::{Options, Tool, Verbs};
use crate::commands::{self};
use crate::output::letters;
use crate::output::pager;
use crate::output::paint::{Color, Paint};
use crate::output::sink::{self, Sink};
use call::{Call, Line, Spoken};
use personality::Chosen;

/// The Apache Kafka release whose tools kt matches.
pub const KAFKA_RELEASE: &str = "4.3.1";

/// What `--version` prints, of kt and of each tool.
pub fn version_line() -> String {
    format!("kt {} (tools of Apache Kafka {KAFKA_RELEASE})", env!("CARGO_PKG_VERSION"))
}

/// All tools, the frame's own at the end.
pub fn tools() -> Vec<&'static Tool> {
    commands::TOOLS.iter().chain(own::TOOLS).copied().collect()
}

/// The whole program.
pub fn main(argv: impl Iterator<Item = OsString>) -> ExitCode {
    std::panic::set_hook(Box::new(own_up));
    let mut argv = argv.map(|arg| arg.to_string_lossy().into_owned());
    let program = argv.next().unwrap_or_default();
    let args: Vec<String> = argv.collect();
    ExitCode::from(run(&program, &args))
}

/// A broken invariant is a bug of kt's, and says so.
fn own_up(panic: &std::panic::PanicHookInfo<'_>) {
    let payload = panic.payload();
    let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let what = text.unwrap_or("no word about it");
    let place = panic.location().map_or(String::new(), |place| format!(" at {}:{}", place.file(), place.line()));
    let text = format!(
        "error: this is a bug in kt: {what}\n  cause: an assumption broke{place} in {}\n  \
         hint: please report it with the command that led here; RUST_BACKTRACE=1 shows more\n",
        version_line()
    );
    let _ = io::stderr().write_all(text.as_bytes());
    if std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
        let trace = std::backtrace::Backtrace::force_capture();
        let _ = writeln!(io::stderr(), "{trace}");
    }
}

fn run(program: &str, args: &[String]) -> u8 {
    let out = match Sink::stdout() {
        Ok(out) => out,
        Err(error) => return complain(&Failure::from(error)),
    };
    let name = Path::new(program).file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    if name.starts_with("kafka-") || name.starts_with("zookeeper-") {
        return match personality::by_link(&tools(), &name, args) {
            Some(chosen) => speak(chosen, Asked::default(), Manners::default(), out),
            None => complain(
                &Failure::usage(format!("kt has no tool '{name}', which this link is named after"))
                    .hint("kt help   lists all commands"),
            ),
        };
    }
    // Flags in front of the tool's word count like those behind it.
    let (leading, rest) = args.split_at(globals_in_front(args));
    let Some((word, rest)) = rest.split_first() else {
        return print(out, &help::overview());
    };
    match word.as_str() {
        "--version" | "-V" => return print(out, &(version_line() + "\n")),
        "--help" | "-h" => return print(out, &help::overview()),
        complete::WORD => return complete::run(rest, out),
        word if word.starts_with('-') => {
            return complain(
                &Failure::usage(format!("'{word}' is no flag of kt itself"))
                    .hint("the command comes first: kt topics list   (kt help lists all commands)"),
            );
        }
        _ => {}
    }
    let chosen = match personality::by_word(&tools(), word, rest) {
        Ok(chosen) => chosen,
        Err(failure) => return complain(&failure),
    };
    let (asked, manners) = match read_leading(leading) {
        Ok(read) => read,
        Err(failure) => return complain(&failure),
    };
    match chosen.grammar {
        Grammar::Kafka => speak(chosen, asked, manners, out),
        Grammar::Own => {
            let mut call = chosen.call;
            call.args.splice(0..0, leading.iter().cloned());
            own_grammar(chosen.tool, &call, out)
        }
    }
}

fn globals_in_front(args: &[String]) -> usize {
    // The usual call has none: nothing is built for it.
    if args.first().is_some_and(|first| first.starts_with('-')) { globals::leading(args) } else { 0 }
}

fn read_leading(leading: &[String]) -> Result<(Asked, Manners), Failure> {
    if leading.is_empty() {
        return Ok((Asked::default(), Manners::default()));
    }
    let command = globals::add(Command::new("kt").no_binary_name(true), true);
    let matches = command.try_get_matches_from(leading).map_err(|error| clap_failure(&error, "kt"))?;
    Ok(globals::read(&matches))
}

/// A call in Kafka's grammar.
fn speak(chosen: Chosen, asked: Asked, manners: Manners, out: Sink) -> u8 {
    let Chosen { tool, call, .. } = chosen;
    let Some(kafka) = &tool.kafka else { return own_grammar(tool, &call, out) };
    let line = match &kafka.options {
        Options::Jopt(options) => jopt::parse(options, &call),
        Options::Argparse(parser) => argparse::parse(parser, &call),
        Options::Raw => Ok(raw(&call)),
    };
    let spoken = match line {
        Ok(Line::Help) => return print(out, &help::kafka_page(tool, &call)),
        Ok(Line::Version) => return print(out, &(version_line() + "\n")),
        Ok(Line::Run(spoken)) => *spoken,
        Err(failure) => {
            let failure = failure.hint_if_any(own_verb_meant(tool, &call));
            let cx = Context::new(Grammar::Kafka, &*call.called, Asked::default(), manners, out);
            return cx.finish(Err(failure), Some(&kafka.thrown));
        }
    };
    let asked = together(asked, spoken.asked);
    let mut cx = Context::new(Grammar::Kafka, &*call.called, asked, manners, out);
    for note in &spoken.notes {
        cx.note(note);
    }
    let outcome = with_embedded(&mut cx, |cx| (kafka.act)(&spoken.given, cx));
    cx.finish(outcome, Some(&kafka.thrown))
}

/// `kt cluster helth` is read as the original's call, because it is no verb of kt's: the verb that may have been meant.
fn own_verb_meant(tool: &Tool, call: &Call) -> Option<String> {
    let word = call.args.first().filter(|word| !word.starts_with('-'))?;
    let command = tool.verbs_on(Command::new(tool.name));
    let near = suggest::nearest(word, command.get_subcommands().map(Command::get_name))?;
    (near != word).then(|| format!("did you mean   {} {near} ?", call.called))
}

fn raw(call: &Call) -> Line {
    match call.args.first().map(String::as_str) {
        Some("--help" | "-h") => Line::Help,
        Some("--version") => Line::Version,
        _ => {
            let given = Given { words: call.args.clone(), ..Given::default() };
            Line::Run(Box::new(Spoken { given, asked: Asked::default(), notes: Vec::new() }))
        }
    }
}

/// What stood in front of the tool's word, and what stood behind it: the latter wins.
fn together(front: Asked, behind: Asked) -> Asked {
    let either = |front: Vec<String>, behind: Vec<String>| if behind.is_empty() { front } else { behind };
    Asked {
        context: behind.context.or(front.context),
        tls: behind.tls || front.tls,
        user: behind.user.or(front.user),
        no_input: behind.no_input || front.no_input,
        servers: if behind.controllers.is_empty() { either(front.servers, behind.servers) } else { behind.servers },
        controllers: behind.controllers,
        config_files: either(front.config_files, behind.config_files),
        properties: front.properties.into_iter().chain(behind.properties).collect(),
        resolve: front.resolve.into_iter().chain(behind.resolve).collect(),
        timeout_ms: behind.timeout_ms.or(front.timeout_ms),
    }
}

/// A call in kt's own grammar.
fn own_grammar(tool: &'static Tool, call: &Call, out: Sink) -> u8 {
    let Some(verbs) = &tool.verbs else {
        return complain(&Failure::usage(format!("{} has no verbs", call.called)));
    };
    if call.args.first().is_some_and(|arg| arg == "-h" || arg == "--help") {
        return print(out, &help::page(tool, &call.args));
    }
    if call.args.first().is_some_and(|arg| arg == "--version") {
        return print(out, &(version_line() + "\n"));
    }
    let command = own_command(tool, verbs).bin_name(&call.called);
    if globals::wants_shape(&command, &call.args) {
        return match help::shape_page(tool, verbs, &call.args) {
            Ok(page) => print(out, &page),
            Err(failure) => complain(&failure),
        };
    }
    let matches = match command.try_get_matches_from(with_default_verb(verbs, call)) {
        Ok(matches) => matches,
        Err(error) if error.kind() == ErrorKind::MissingRequiredArgument => {
            return match choice::completed(tool, call, &error) {
                Ok(Some(call)) => own_grammar(tool, &call, out),
                Ok(None) => complain(&foreign_flag(&error, tool, verbs, call)),
                Err(failure) => complain(&failure),
            };
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelp => return print(out, &help::page(tool, &call.args)),
        Err(error) => return complain(&foreign_flag(&error, tool, verbs, call)),
    };
    let deepest = matches.subcommand().map_or(&matches, |(_, matches)| matches);
    let (asked, manners) = globals::read(deepest);
    // A wrong expression is told before anything is asked or done.
    if let Err(failure) = manners.selection() {
        return complain(&failure);
    }
    let mut cx = Context::new(Grammar::Own, &*call.called, asked, manners, out);
    let outcome = with_embedded(&mut cx, |cx| (verbs.act)(&matches, cx));
    cx.finish(outcome, None)
}

/// The clap command of a tool, with the flags of all tools.
pub fn own_command(tool: &Tool, verbs: &Verbs) -> Command {
    let command = tool.verbs_on(Command::new(tool.name)).about(tool.about).disable_help_subcommand(true);
    // A tool may have both verbs and a call without one: `kt dump-log FILE`, `kt dump-log check DIR`.
    let has_call = command.get_positionals().next().is_some();
    let command = if command.has_subcommands() && !has_call { command.subcommand_required(true) } else { command };
    globals::add(command.no_binary_name(true), verbs.connects)
}

/// `kt topics -b host` means `kt topics list -b host`.
fn with_default_verb(verbs: &Verbs, call: &Call) -> Vec<String> {
    let mut args = call.args.clone();
    let Some(default) = verbs.default else { return args };
    let command = (verbs.command)(Command::new(""));
    let names_one = |arg: &String| command.find_subcommand(arg).is_some();
    let is_word = globals::leading(&args) < args.len();
    if !args.iter().any(names_one) && !is_word {
        args.push(default.to_owned());
    }
    args
}

/// A flag or verb that another program has: what says the same here.
fn foreign_flag(error: &clap::Error, tool: &Tool, verbs: &Verbs, call: &Call) -> Failure {
    let command = own_command(tool, verbs);
    let verb = call.args.iter().find_map(|arg| command.find_subcommand(arg));
    let called = verb.map_or(call.called.to_string(), |verb| format!("{} {}", call.called, verb.get_name()));
    let context = match error.kind() {
        ErrorKind::UnknownArgument => error.get(ContextKind::InvalidArg),
        ErrorKind::InvalidSubcommand => error.get(ContextKind::InvalidSubcommand),
        _ => None,
    };
    let named = match context {
        Some(ContextValue::String(word)) => word.as_str(),
        _ => "",
    };
    match tool.foreign.iter().find(|(flag, _)| *flag == named) {
        Some((flag, instead)) => Failure::usage(format!("{called} has no {flag}")).hint(*instead),
        None if error.kind() == ErrorKind::InvalidSubcommand => {
            let near = suggest::nearest(named, command.get_subcommands().map(Command::get_name));
            Failure::usage(format!("{called} has no verb '{named}'"))
                .hint_if_any(near.map(|near| format!("did you mean   {called} {near} ?")))
                .hint(format!("{called} --help"))
        }
        None if named == "--ignore-profile" => {
            Failure::usage(format!("{called} has no {named}")).hint("-b HOST:PORT   takes nothing of a context with it")
        }
        None => {
            let flags = command.get_arguments().chain(verb.into_iter().flat_map(Command::get_arguments));
            let flags: Vec<String> = flags
                .filter(|arg| !arg.is_hide_set())
                .filter_map(|arg| arg.get_long().map(|long| format!("--{long}")))
                .collect();
            let near = if named.starts_with("--") { near_flag(named, &flags) } else { None };
            let meant = near.map(|near| format!("did you mean   {near} ?"));
            clap_failure_with(error, &called, meant)
        }
    }
}

/// The flag that may have been meant: a slip of the fingers, or the front of its name.
fn near_flag<'a>(wrong: &str, flags: &'a [String]) -> Option<&'a str> {
    let longer = flags.iter().filter(|flag| flag.starts_with(wrong) && wrong.len() > "--xx".len());
    // All flags begin alike, which would make them look alike.
    let name = |flag: &'a str| flag.trim_start_matches('-');
    let near = || {
        let near = suggest::nearest(wrong.trim_start_matches('-'), flags.iter().map(|flag| name(flag)))?;
        flags.iter().find(|flag| name(flag) == near)
    };
    longer.min_by_key(|flag| flag.len()).or_else(near).map(String::as_str)
}

/// clap's error as one of kt's: the one relevant line and its hint, not the whole usage.
fn clap_failure(error: &clap::Error, called: &str) -> Failure {
    clap_failure_with(error, called, None)
}

/// `meant`: the hint about a flag that is not there. clap's own likes flags of other verbs, and hidden ones.
fn clap_failure_with(error: &clap::Error, called: &str, meant: Option<String>) -> Failure {
    let text = error.render().to_string();
    let mut lines = text.lines().map(str::trim_end).take_while(|line| !line.starts_with("Usage:"));
    let what = lines.next().unwrap_or_default().trim_start_matches("error: ").to_owned();
    let rest: Vec<&str> =
        lines.map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("For more")).collect();
    let (tips, more): (Vec<&str>, Vec<&str>) = rest.into_iter().partition(|line| line.starts_with("tip:"));
    // Rust's words about a number are none of the user's.
    let what = match what.rsplit_once(": ") {
        Some((front, "invalid digit found in string")) => format!("{front}: that is no number"),
        _ => what,
    };
    let what = if more.is_empty() { what } else { format!("{what} {}", more.join(", ")) };
    // Nobody means a value that looks like a flag.
    let no_flag = error.kind() == ErrorKind::UnknownArgument;
    let mut failure = Failure::usage(what).hint_if_any(meant);
    for tip in tips.into_iter().filter(|_| !no_flag) {
        failure = failure.hint(tip.trim_start_matches("tip: "));
    }
    failure.hint(format!("{called} --help"))
}

/// Runs a tool, on a broker of this process if the address says `embedded`.
fn with_embedded(cx: &mut Context, act: impl FnOnce(&mut Context) -> Result<(), Failure>) -> Result<(), Failure> {
    let Some(folder) = cx.connection().ok().and_then(|connection| connection.embedded()) else { return act(cx) };
    let broker = embedded::start(folder)?;
    cx.use_server(broker.address());
    act(cx)
}

/// Shows a page; a reader that has gone is fine.
fn print(mut out: Sink, text: &str) -> u8 {
    match pager::show(&mut out, text) {
        Err(error) if !sink::is_closed(&error) => complain(&Failure::from(error)),
        _ => 0,
    }
}

fn complain(failure: &Failure) -> u8 {
    let text = failure.render(Paint::for_stderr(Color::Auto));
    let _ = io::stderr().write_all(letters::known(&text).as_bytes());
    failure.status()
}
