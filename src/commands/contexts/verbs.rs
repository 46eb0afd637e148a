//! `kt context`: list, show, use, add, remove, current, path; [`change`] has what changes one that is there.

use std::path::PathBuf;
use std::time::Duration;

use clap::{ArgMatches, Args, Command, FromArgMatches, Subcommand};

use super::change;
use super::choice::{By, Contexts, VARIABLE};
use super::edit::Editor;
use super::file::{self, Profile, check_name, is_secret};
use super::secret::Source;
use super::show;
use crate::client::settings::{parse_address, parse_servers};
use crate::commands::connection::VARIABLES;
use crate::commands::context::Context;
use crate::commands::editor::Editor as TextEditor;
use crate::commands::failure::{Exit, Failure};
use crate::commands::options::pair;
use crate::commands::said::Done;

#[derive(Subcommand)]
enum Verb {
    /// Lists the contexts and marks the one in use
    #[command(visible_alias = "ls")]
    List,
    /// Prints the name of the context in use
    Current,
    /// Shows what a context says; secrets stay hidden
    Show {
        /// The context [default: the one in use]
        name: Option<String>,
        /// Everything a call would use, and where each value comes from
        #[arg(long)]
        resolved: bool,
    },
    /// Makes a context the one in use
    Use {
        /// The context
        #[arg(required_unless_present = "none")]
        name: Option<String>,
        /// None any more
        #[arg(long, conflicts_with = "name")]
        none: bool,
    },
    /// Adds a context, or replaces one with --replace
    Add(Box<AddArgs>),
    /// Removes a context; the cluster is left alone
    #[command(visible_alias = "rm")]
    Remove {
        /// The context
        name: String,
    },
    /// Changes keys of a context, or client settings
    Set {
        /// The context
        name: String,
        /// A key of kt help config, or a client setting
        #[arg(required = true, value_name = "KEY=VALUE")]
        pairs: Vec<String>,
    },
    /// Takes keys of a context away
    Unset {
        /// The context
        name: String,
        /// Keys, or client settings
        #[arg(required = true, value_name = "KEY")]
        keys: Vec<String>,
    },
    /// Gives a context another name
    #[command(visible_alias = "mv")]
    Rename {
        /// The context
        name: String,
        /// Its new name
        to: String,
    },
    /// Opens the user's file in an editor; what breaks the rules is not saved
    Edit,
    /// Prints a short text for a shell's prompt: the context in use, with ! if it is protected; asks no cluster
    Prompt,
    /// Prints where the user's file lies
    Path,
}

#[derive(Args)]
struct AddArgs {
    /// Its name
    name: String,
    /// Its brokers
    #[arg(short, long, value_name = "HOST:PORT,…", alias = "bootstrap-server", required_unless_present = "like")]
    bootstrap: Option<String>,
    /// Begin as this context, and change what the other flags say
    #[arg(long, value_name = "CONTEXT")]
    like: Option<String>,
    /// Speak TLS
    #[arg(long)]
    tls: bool,
    /// Log in as this user; without one of the --password flags the password is asked for at a terminal
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// How to log in: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512 [default: PLAIN]
    #[arg(long, value_name = "MECHANISM", requires = "user")]
    mechanism: Option<String>,
    /// The password stands in this variable
    #[arg(long, value_name = "VARIABLE", requires = "user", group = "password")]
    password_env: Option<String>,
    /// The password is the first line of this file
    #[arg(long, value_name = "FILE", requires = "user", group = "password")]
    password_file: Option<PathBuf>,
    /// The password is the first line that this command prints
    #[arg(long, value_name = "COMMAND", requires = "user", group = "password")]
    password_command: Option<String>,
    /// The password has this name in the keyring of this machine
    #[arg(long, value_name = "NAME", requires = "user", group = "password")]
    password_keyring: Option<String>,
    /// Client settings, a properties file
    #[arg(long, value_name = "FILE")]
    command_config: Option<PathBuf>,
    /// One client setting; may be repeated
    #[arg(short = 'X', long, value_name = "KEY=VALUE")]
    property: Vec<String>,
    /// Go to B in place of A, which the brokers advertise; may be repeated
    #[arg(long, value_name = "A=B")]
    resolve: Vec<String>,
    /// The longest wait for an answer
    #[arg(long, value_name = "TIME", value_parser = humantime::parse_duration)]
    timeout: Option<Duration>,
    /// What destroys asks for the context's name
    #[arg(long)]
    protected: bool,
    /// Nothing is changed there at all
    #[arg(long)]
    read_only: bool,
    /// In place of a context of this name
    #[arg(long)]
    replace: bool,
    /// It is the one in use from now on
    #[arg(long = "use")]
    used: bool,
}

pub fn command(command: Command) -> Command {
    Verb::augment_subcommands(command)
}

pub fn var(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

pub fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let verb = Verb::from_arg_matches(matches).map_err(|error| Failure::usage(error.to_string()))?;
    match verb {
        Verb::List => list(cx),
        Verb::Current => current(cx),
        Verb::Show { name, resolved } => show_one(name, resolved, cx),
        Verb::Use { name, .. } => choose(name.as_deref(), cx),
        Verb::Add(args) => add(*args, cx),
        Verb::Remove { name } => remove(&name, cx),
        Verb::Set { name, pairs } => change::set(&name, &pairs, cx),
        Verb::Unset { name, keys } => change::unset(&name, &keys, cx),
        Verb::Rename { name, to } => change::rename(&name, &to, cx),
        Verb::Edit => edit(cx),
        Verb::Prompt => prompt(cx),
        Verb::Path => {
            let path = file::user_path(&var).ok_or_else(|| Failure::usage("there is no place for a configuration"))?;
            cx.out.line(path.display().to_string())?;
            Ok(())
        }
    }
}

fn list(cx: &mut Context) -> Result<(), Failure> {
    let contexts = Contexts::read(&var)?;
    let chosen = cx.connection().ok().and_then(|connection| connection.context);
    cx.report(&show::list(&contexts, chosen.as_ref().map(|chosen| &*chosen.name)))?;
    if contexts.all().is_empty() {
        cx.note("there is no context yet: kt context add dev --bootstrap localhost:9092 --use");
    }
    Ok(())
}

fn current(cx: &mut Context) -> Result<(), Failure> {
    match cx.connection()?.context {
        Some(chosen) => {
            let name = &*chosen.name;
            cx.report(&Done::new(name, "CONTEXT", "context", name))
        }
        None => Err(none_in_use().hint("kt context use NAME")),
    }
}

/// Perhaps because something stronger says where to go.
fn none_in_use() -> Failure {
    let failure = Failure::new("no context is in use").exit(Exit::NotFound);
    let set = |name: &&str| var(name).is_some_and(|value| !value.trim().is_empty());
    match VARIABLES.into_iter().find(|name| set(name)) {
        Some(name) => failure.because(format!("{name} is set, and is stronger than the files")),
        None => failure,
    }
}

/// What stands in a new file.
const TEMPLATE: &str = "\
# Clusters by name; kt help config tells all keys.
# context = \"dev\"
#
# [contexts.dev]
# bootstrap = \"localhost:9092\"
";

fn edit(cx: &mut Context) -> Result<(), Failure> {
    let (path, before) = Editor::text(&var)?;
    let editor = TextEditor::find(cx.manners().yes, "kt context add NAME --bootstrap HOST:PORT")?;
    let edited = editor.edit("config.toml", if before.is_empty() { TEMPLATE } else { &before })?;
    let Ok(after) = std::str::from_utf8(&edited.bytes) else {
        return Err(edited.keep(Failure::usage("this is no text in UTF-8")));
    };
    if after == before || before.is_empty() && after == TEMPLATE {
        cx.note("nothing was changed");
        return Ok(());
    }
    match Editor::replace(path.clone(), after) {
        Ok(()) => Ok(cx.out.line(format!("Saved {}", path.display()))?),
        Err(failure) => Err(edited.keep(failure)),
    }
}

/// A prompt is drawn again and again: what is wrong with the files is told by other calls.
fn prompt(cx: &mut Context) -> Result<(), Failure> {
    let Some(chosen) = cx.connection().ok().and_then(|connection| connection.context) else { return Ok(()) };
    let guard = if chosen.profile.protected || chosen.profile.read_only { "!" } else { "" };
    Ok(cx.out.line(format!("{}{guard}", chosen.name))?)
}

fn show_one(name: Option<String>, resolved: bool, cx: &mut Context) -> Result<(), Failure> {
    if resolved {
        if let Some(name) = name {
            cx.use_context(&name);
        }
        let connection = cx.connection()?;
        return cx.report(&show::resolved(&connection));
    }
    let chosen = match name {
        Some(name) => Contexts::read(&var)?.named(&name, By::Flag)?,
        None => cx
            .connection()?
            .context
            .ok_or_else(|| none_in_use().hint("kt context show NAME, or kt context show --resolved"))?,
    };
    cx.report(&show::one(&chosen))
}

fn choose(name: Option<&str>, cx: &mut Context) -> Result<(), Failure> {
    let contexts = Contexts::read(&var)?;
    if let Some(name) = name {
        contexts.named(name, By::Flag)?;
    }
    let mut editor = Editor::open(&var)?;
    editor.choose(name);
    editor.save()?;
    let words = name.map_or("No context is in use".to_owned(), |name| format!("Context {name} is in use"));
    cx.report(&Done::new(words, "CONTEXT", "context", name))?;
    let stronger = contexts.project.as_ref().filter(|file| file.current.is_some());
    if let Some(project) = stronger {
        cx.note(&format!("in this project {} is stronger", project.path.display()));
    }
    for name in [VARIABLE, "KT_BOOTSTRAP"] {
        if var(name).is_some_and(|value| !value.is_empty()) {
            cx.note(&format!("{name} is set, and is stronger"));
        }
    }
    Ok(())
}

fn add(args: AddArgs, cx: &mut Context) -> Result<(), Failure> {
    check_name(&args.name)?;
    let mut editor = Editor::open(&var)?;
    let there = file::read(&editor.path, file::Owner::User)?.is_some_and(|file| file.get(&args.name).is_some());
    if there && !args.replace {
        return Err(Failure::new(format!("there is a context {} already", args.name))
            .exit(Exit::Conflict)
            .hint(format!("kt context show {}, or add --replace", args.name)));
    }
    let name = args.name.clone();
    let used = args.used;
    let other = args.like.clone();
    let own = profile(args)?;
    editor.put(
        &name,
        &match other {
            Some(other) => change::like(&other, own)?,
            None => own,
        },
    );
    if used {
        editor.choose(Some(&name));
    }
    editor.save()?;
    let words = format!(
        "{} context {name}{}",
        if there { "Replaced" } else { "Added" },
        if used { "; it is in use" } else { "" }
    );
    cx.report(&Done::new(words, "CONTEXT", "context", &*name))?;
    if !used {
        cx.hint(&format!("kt context use {name}, or once: kt -C {name} topics list"));
    }
    Ok(())
}

fn profile(args: AddArgs) -> Result<Profile, Failure> {
    let bad = |bad: crate::client::settings::BadSetting| Failure::from(crate::client::Error::from(bad));
    if let Some(servers) = &args.bootstrap {
        parse_servers("bootstrap", servers).map_err(bad)?;
    }
    for text in &args.resolve {
        let wrong =
            || Failure::usage(format!("'{text}' is no pair of addresses")).hint("--resolve kafka:9092=localhost:29092");
        let (from, to) = text.split_once('=').ok_or_else(wrong)?;
        parse_address("resolve", from).and_then(|_| parse_address("resolve", to)).map_err(bad)?;
    }
    let properties: Vec<(String, String)> = args.property.iter().map(|text| pair(text)).collect();
    if let Some((key, _)) = properties.iter().find(|(key, _)| is_secret(key)) {
        return Err(secret_as_flag(key));
    }
    let password = (args.password_env.map(Source::Variable))
        .or_else(|| args.password_file.map(|path| Source::File(absolute(path))))
        .or_else(|| args.password_command.map(Source::Command))
        .or_else(|| args.password_keyring.map(Source::Keyring));
    Ok(Profile {
        bootstrap: args.bootstrap,
        command_config: args.command_config.map(absolute),
        tls: args.tls.then_some(true),
        mechanism: args.mechanism,
        user: args.user,
        password,
        properties,
        resolve: args.resolve,
        timeout: args.timeout,
        protected: args.protected,
        read_only: args.read_only,
    })
}

pub fn secret_as_flag(key: &str) -> Failure {
    Failure::usage(format!("{key} is a secret, and the command line is seen by every user of this machine"))
        .hint("--user NAME, with --password-command, --password-keyring, --password-file or --password-env")
        .hint("or put it into a properties file that is yours alone: --command-config FILE")
}

/// The file's own folder is not the one that the call was made in.
fn absolute(path: PathBuf) -> PathBuf {
    match std::env::current_dir() {
        Ok(here) => here.join(path),
        Err(_) => path,
    }
}

fn remove(name: &str, cx: &mut Context) -> Result<(), Failure> {
    let mut editor = Editor::open(&var)?;
    if !editor.remove(name) {
        let known = Contexts::read(&var)?.named(name, By::Flag)?;
        return Err(Failure::new(format!("context {name} stands in {}, which is the project's", known.file.display()))
            .exit(Exit::Conflict)
            .hint("remove it there with an editor"));
    }
    editor.save()?;
    cx.report(&Done::new(format!("Removed context {name}"), "CONTEXT", "context", name))
}
