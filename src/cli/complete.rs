//! Names for a shell to complete: topics, groups, brokers, contexts and settings.
//!
//! The completion scripts call `kt complete-words WORD…` with the words up to the cursor. What must hold: it answers
//! within [`LIMIT`], says nothing on stderr, asks nobody for a password, and never fails; without an answer the shell
//! completes what it knows itself. What a cluster has told is kept for [`FRESH`] in `$XDG_CACHE_HOME/kt`.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use clap::Command;

use super::{concepts, globals, help, tools};
use crate::client::Client;
use crate::client::admin::groups::Wanted;
use crate::commands::connection::{Asked, Connection};
use crate::commands::contexts::choice::Contexts;
use crate::commands::contexts::secret::Source;
use crate::commands::pattern::is_internal;
use crate::commands::tool::Tool;
use crate::config::keys;
use crate::output::sink::Sink;

/// The word after `kt`.
pub const WORD: &str = "complete-words";

/// How long a cluster has for its answer.
const LIMIT: Duration = Duration::from_millis(300);
/// How long an answer is good.
const FRESH: Duration = Duration::from_secs(10);
/// Where reading begins or ends, for those who begin to think of one.
const PLACES: &[&str] = &["beginning", "end", "@-1h", "@today", "@yesterday"];
/// The most names that are handed to a shell.
const MOST: usize = 5000;

/// What is asked for at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Names {
    Topics,
    Groups,
    Brokers,
    Contexts,
    /// `topic/NAME` and its kin.
    Resources,
    /// Of commands, and of pages of help.
    Pages,
    /// Of this tool.
    Verbs(String),
    /// Those that are known without a cluster.
    Words(&'static [&'static str]),
    /// Settings of this resource; with `=` behind them where a value follows.
    Settings {
        of: String,
        values: bool,
    },
}

/// Prints the names for the last of the words, one a line.
pub fn run(words: &[String], mut out: Sink) -> u8 {
    let (current, before) = words.split_last().map_or(("", words), |(last, rest)| (last.as_str(), rest));
    let names = wanted(before).map(|names| found(&names, before)).unwrap_or_default();
    // Kafka's own topics are for those who begin to type their names.
    let fits = |name: &&String| name.starts_with(current) && (current.starts_with('_') || !is_internal(name));
    for name in names.iter().filter(fits).take(MOST) {
        // A shell that has stopped listening needs no word about it.
        let _ = writeln!(out, "{name}");
    }
    let _ = out.flush(); // see above
    0
}

/// What the next word names, in a word, and all that it may be; `None` where there is nothing to choose from.
pub fn choices(before: &[String]) -> Option<(&'static str, Vec<String>)> {
    let names = wanted(before)?;
    let of = match names {
        Names::Topics => "topic",
        Names::Groups => "group",
        Names::Brokers => "broker",
        Names::Contexts => "context",
        Names::Resources | Names::Settings { .. } | Names::Pages | Names::Verbs(_) | Names::Words(_) => return None,
    };
    let mut all = found(&names, before);
    all.retain(|name| !is_internal(name));
    all.truncate(MOST);
    (!all.is_empty()).then_some((of, all))
}

/// What the next word names, by the words before it.
fn wanted(before: &[String]) -> Option<Names> {
    let line = &before[globals::leading(before).min(before.len())..];
    let tool_is = |names: &[&str]| line.first().is_some_and(|tool| names.contains(&tool.as_str()));
    let flag = before.last().filter(|word| word.starts_with('-'));
    if let Some(flag) = flag {
        let names = match flag.as_str() {
            "-C" | "--context" | "--yes-i-mean" | "--like" => Some(Names::Contexts),
            "--topic" | "--topics" => Some(Names::Topics),
            "-o" | "--offset" if tool_is(&["consume", "c"]) => Some(Names::Words(PLACES)),
            "--from" if tool_is(&["copy", "cp", "export"]) => Some(Names::Words(PLACES)),
            "--to" if tool_is(&["consume", "c", "copy", "cp", "export"]) => Some(Names::Words(PLACES)),
            "--to" if tool_is(&["groups", "g"]) => {
                Some(Names::Words(&["beginning", "end", "current", "@-1h", "@today"]))
            }
            "--group" => Some(Names::Groups),
            "--broker" | "--brokers" if before.first().is_some_and(|tool| tool != "wait") => Some(Names::Brokers),
            "--config" if before.first().is_some_and(|tool| tool == "topics" || tool == "t") => {
                Some(Names::Settings { of: "topic/".to_owned(), values: true })
            }
            _ => None,
        };
        if names.is_some() {
            return names;
        }
    }
    let (word, rest) = line.split_first()?;
    let tool = tool(word)?;
    let command = globals::add(tool.verbs_on(Command::new(tool.name)), true);
    let verb = rest.first().and_then(|verb| command.find_subcommand(verb));
    let (line, words) = match verb {
        Some(verb) => (verb, &rest[1..]),
        None if command.has_subcommands() => return None,
        None => (&command, rest),
    };
    // Behind a flag that wants a value its value stands.
    if flag.is_some_and(|flag| named(&command, line, flag).is_none_or(|arg| arg.get_action().takes_values())) {
        return None;
    }
    let values = positionals(&command, line, words);
    let place = line.get_positionals().nth(values.len()).or_else(|| line.get_positionals().last())?;
    let verb = verb.map(Command::get_name).unwrap_or_default();
    match (tool.name, verb, place.get_id().as_str()) {
        ("help", ..) => match values.as_slice() {
            [] => Some(Names::Pages),
            [of] => Some(Names::Verbs((*of).to_owned())),
            _ => None,
        },
        ("context", _, "name") if verb != "add" => Some(Names::Contexts),
        ("configs", _, "of" | "other") => Some(Names::Resources),
        ("configs", "set", "settings") => Some(Names::Settings { of: values.first()?.to_string(), values: true }),
        ("configs", "unset", "keys") => Some(Names::Settings { of: values.first()?.to_string(), values: false }),
        ("topics", "create", _) | ("groups", "clone", "to") => None,
        (_, _, "topic" | "topics" | "source" | "destination") | ("topics", _, "patterns") => Some(Names::Topics),
        (_, _, "group" | "groups" | "from") => Some(Names::Groups),
        (_, _, "broker" | "brokers") => Some(Names::Brokers),
        _ => None,
    }
}

fn tool(word: &str) -> Option<&'static Tool> {
    tools().into_iter().find(|tool| tool.name == word || tool.aliases.contains(&word))
}

/// The flag of a verb or of its tool that is written so: `--topic`, `-t`.
fn named<'a>(command: &'a Command, line: &'a Command, flag: &str) -> Option<&'a clap::Arg> {
    let is = |arg: &&clap::Arg| match flag.strip_prefix("--") {
        Some(long) => arg.get_long() == Some(long) || arg.get_all_aliases().unwrap_or_default().contains(&long),
        None => arg.get_short().is_some_and(|short| flag == format!("-{short}")),
    };
    line.get_arguments().chain(command.get_arguments()).find(is)
}

/// The words that are neither flags nor their values.
fn positionals<'a>(command: &Command, line: &Command, words: &'a [String]) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if word == "-" || !word.starts_with('-') {
            found.push(word.as_str());
        } else if named(command, line, word).is_some_and(|arg| arg.get_action().takes_values()) {
            words.next();
        }
    }
    found
}

fn var(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn found(names: &Names, before: &[String]) -> Vec<String> {
    match names {
        Names::Contexts => {
            let contexts = Contexts::read(&var).unwrap_or_default();
            contexts.all().into_iter().map(|(name, ..)| name.to_owned()).collect()
        }
        Names::Settings { of, values } => settings(of, *values),
        Names::Resources => {
            let mut all: Vec<String> =
                told(&Names::Topics, before).iter().map(|name| format!("topic/{name}")).collect();
            all.extend(told(&Names::Brokers, before).iter().map(|name| format!("broker/{name}")));
            all.extend(["broker/default", "user/", "client/", "group/", "ip/", "metrics/"].map(str::to_owned));
            all
        }
        Names::Pages => {
            let tools = tools().into_iter().filter(|tool| tool.verbs.is_some()).map(|tool| tool.name);
            tools.chain(concepts::CONCEPTS).map(str::to_owned).collect()
        }
        Names::Verbs(of) => tool(of).map(help::verbs).unwrap_or_default(),
        Names::Words(words) => words.iter().map(|word| (*word).to_owned()).collect(),
        names => told(names, before),
    }
}

fn settings(of: &str, values: bool) -> Vec<String> {
    let table = match of.split('/').next().unwrap_or_default() {
        "topic" => keys::TOPIC,
        "broker" => keys::BROKER,
        "group" => keys::GROUP,
        "metrics" => keys::CLIENT_METRICS,
        "user" | "client" => keys::CLIENT_QUOTA,
        "ip" => keys::IP_QUOTA,
        _ => return Vec::new(),
    };
    table.iter().map(|key| format!("{}{}", key.name, if values { "=" } else { "" })).collect()
}

/// What the cluster has told lately, or tells now.
fn told(names: &Names, before: &[String]) -> Vec<String> {
    let Some(connection) = connection(before) else { return Vec::new() };
    let file = cache(names, &connection);
    if let Some(known) = file.as_ref().and_then(fresh) {
        return known;
    }
    let Some(all) = ask(names, &connection) else { return Vec::new() };
    if let Some(file) = file {
        // Without a cache it works too.
        let folder = file.parent().map(std::fs::create_dir_all);
        let _ = folder.map(|_| std::fs::write(&file, all.join("\n")));
    }
    all
}

/// The cluster that the line names, as far as it can be entered without asking anybody.
fn connection(before: &[String]) -> Option<Connection> {
    let value = |names: &[&str]| {
        let at = before.iter().position(|word| names.contains(&word.as_str()))?;
        before.get(at + 1).cloned()
    };
    let asked = Asked {
        servers: value(&["-b", "--bootstrap-server"]).into_iter().collect(),
        context: value(&["-C", "--context"]),
        config_files: value(&["--command-config"]).into_iter().collect(),
        user: value(&["--user"]),
        no_input: true,
        ..Asked::default()
    };
    let connection = Connection::resolve(&asked, &var, || Contexts::read(&var)).ok()?;
    let password = connection.context.as_ref().and_then(|chosen| chosen.profile.password.as_ref());
    let asks = matches!(password, Some(Source::Command(_) | Source::Keyring(_)));
    (!asks && connection.embedded().is_none()).then_some(connection)
}

fn ask(names: &Names, connection: &Connection) -> Option<Vec<String>> {
    let client = Client::new(connection.settings().ok()?.with_timeout(LIMIT));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
    let answer = async {
        let mut all: Vec<String> = match names {
            Names::Groups => {
                client.list_groups(&Wanted::default()).await.ok()?.into_iter().map(|group| group.group).collect()
            }
            Names::Brokers => client.cluster().await.ok()?.ids().iter().map(i32::to_string).collect(),
            _ => client.list_topics().await.ok()?.into_iter().map(|topic| topic.name).collect(),
        };
        all.sort();
        Some(all)
    };
    runtime.block_on(async { tokio::time::timeout(LIMIT, answer).await.ok().flatten() })
}

fn cache(names: &Names, connection: &Connection) -> Option<PathBuf> {
    let of = |name: &str| var(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = of("XDG_CACHE_HOME").or_else(|| of("HOME").map(|home| home.join(".cache")))?;
    let mut hasher = DefaultHasher::new();
    (connection.called(), &connection.servers, &connection.config_file, format!("{names:?}")).hash(&mut hasher);
    Some(folder.join("kt").join(format!("names-{:016x}", hasher.finish())))
}

fn fresh(file: &PathBuf) -> Option<Vec<String>> {
    let written = std::fs::metadata(file).ok()?.modified().ok()?;
    let age = SystemTime::now().duration_since(written).ok()?;
    let text = if age < FRESH { std::fs::read_to_string(file).ok()? } else { return None };
    Some(text.lines().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: &str) -> Option<Names> {
        wanted(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn the_words_before_the_cursor_say_what_comes() {
        assert_eq!(at("topics describe"), Some(Names::Topics));
        assert_eq!(at("t delete"), Some(Names::Topics));
        assert_eq!(at("-C prod topics describe"), Some(Names::Topics));
        assert_eq!(at("topics describe -o json"), Some(Names::Topics));
        assert_eq!(at("topics create"), None);
        assert_eq!(at("topics"), None);
        assert_eq!(at("groups reset"), Some(Names::Groups));
        assert_eq!(at("groups reset billing"), Some(Names::Topics));
        assert_eq!(at("consume"), Some(Names::Topics));
        assert_eq!(at("topics list -C"), Some(Names::Contexts));
        assert_eq!(at("consume orders -o"), Some(Names::Words(PLACES)));
        assert_eq!(at("-C prod copy orders --from"), Some(Names::Words(PLACES)));
        assert!(matches!(at("groups reset billing --to"), Some(Names::Words(words)) if words.contains(&"current")));
        // Elsewhere -o is the form of the result, which the script knows.
        assert_eq!(at("topics list -o"), None);
        assert_eq!(at("help"), Some(Names::Pages));
        assert_eq!(at("help topics"), Some(Names::Verbs("topics".into())));
        assert_eq!(at("help topics list"), None);
        // A flag that takes no value is followed by what would stand there without it.
        assert_eq!(at("topics describe --watch"), Some(Names::Topics));
        assert_eq!(at("topics describe -q -w"), Some(Names::Topics));
        assert_eq!(at("groups reset billing --dry-run"), Some(Names::Topics));
        assert_eq!(at("topics describe --interval"), None);
        assert_eq!(at("topics describe --nonsense"), None);
        assert_eq!(at("context use"), Some(Names::Contexts));
        assert_eq!(at("context add"), None);
        assert_eq!(at("configs get"), Some(Names::Resources));
        assert_eq!(at("configs set topic/t"), Some(Names::Settings { of: "topic/t".into(), values: true }));
        assert_eq!(at("configs unset broker/1 a"), Some(Names::Settings { of: "broker/1".into(), values: false }));
        assert_eq!(at("nonsense"), None);
        assert_eq!(at(""), None);
    }

    #[test]
    fn places_are_those_that_can_be_read() {
        for place in PLACES {
            assert!(crate::records::place::parse(place, SystemTime::now()).is_ok(), "{place}");
        }
        assert!(found(&Names::Pages, &[]).contains(&"exit-codes".to_owned()));
        assert!(found(&Names::Verbs("t".into()), &[]).contains(&"create".to_owned()));
    }

    #[test]
    fn settings_need_no_cluster() {
        assert!(settings("topic/t", true).contains(&"retention.ms=".to_owned()));
        assert!(settings("broker/default", false).contains(&"log.retention.ms".to_owned()));
        assert!(settings("planet/mars", true).is_empty());
    }
}
