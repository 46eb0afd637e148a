//! `kt apply` and `kt diff`: topics as files say. Only what a file names is changed; nothing is deleted unless asked.
//!
//! [`file`] reads the files ([`yaml`] those in YAML), [`plan`] finds the steps, here they are shown, asked about and taken.

mod file;
mod plan;
mod yaml;

use std::collections::BTreeMap;
use std::io;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;
use serde_json::{Map, Value, json};

use self::file::Topics;
use self::plan::{Row, Step};
use super::configs::change;
use super::context::Context;
use super::failure::{Exit, Failure};
use super::pattern::{Pattern, is_internal};
use super::tool::{Example, Group, Tool, Verbs};
use crate::client::Client;
use crate::client::admin::configs::{Detail, Entry, Operation, Resource, Source};
use crate::client::admin::topics::{MorePartitions, NewTopic, Topic};
use crate::output::human;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

pub const APPLY: Tool = Tool {
    verbs: Some(Verbs { command: apply_command, default: None, connects: true, act: apply }),
    changes: &[""],
    examples: &[
        Example {
            line: "kt apply topics.toml",
            does: "makes and changes topics as the file says, after a look at the plan",
        },
        Example { line: "kt apply topics.toml --dry-run", does: "the plan alone" },
        Example {
            line: "kt apply --print 'orders*' > topics.toml",
            does: "a file of the topics that are there; with -o yaml or -o json in that form",
        },
        Example {
            line: "kt apply topics/*.toml --prune 'team-*'",
            does: "also deletes topics of that pattern which no file names",
        },
    ],
    ..Tool::own("apply", Group::Topics, "topics as files say: makes and changes what differs")
};

pub const DIFF: Tool = Tool {
    verbs: Some(Verbs { command: diff_command, default: None, connects: true, act: diff }),
    examples: &[
        Example { line: "kt diff topics.toml", does: "what kt apply would do" },
        Example { line: "kt diff topics.toml --exit-code", does: "for CI: 0 nothing to do, 2 something" },
    ],
    ..Tool::own("diff", Group::Topics, "shows in what the cluster's topics differ from files")
};

fn files(command: Command) -> Command {
    let prune = "Also delete the topics of this pattern that no file names";
    command
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .num_args(1..)
                .required_unless_present("print")
                .help("TOML, YAML or JSON; - is stdin"),
        )
        .arg(Arg::new("prune").long("prune").value_name("PATTERN").help(prune))
}

fn apply_command(command: Command) -> Command {
    let print = "Print the topics of this pattern as such a file, and do nothing";
    files(command)
        .arg(Arg::new("print").long("print").value_name("PATTERN").conflicts_with_all(["files", "prune"]).help(print))
}

fn diff_command(command: Command) -> Command {
    let exit = "Exit with 2 if something differs";
    files(command)
        .arg(Arg::new("exit-code").long("exit-code").action(ArgAction::SetTrue).help(exit))
        .arg(Arg::new("print").long("print").hide(true))
}

/// What the cluster has of what the files name, and what they do not name of the pattern.
struct Found {
    known: Vec<(Topic, Vec<Entry>)>,
    prune: Vec<Topic>,
}

async fn look(client: &Client, wanted: &Topics, prune: Option<&Pattern>) -> Result<Found, Failure> {
    let all = client.all_topics().await?;
    let named = |topic: &&Topic| wanted.contains_key(&topic.name);
    let kept: Vec<Topic> = all.iter().filter(named).cloned().collect();
    let to_prune = |topic: &&Topic| {
        let internal = topic.internal || is_internal(&topic.name);
        !internal && !wanted.contains_key(&topic.name) && prune.is_some_and(|pattern| pattern.matches(&topic.name))
    };
    let mut prune: Vec<Topic> = all.iter().filter(to_prune).cloned().collect();
    prune.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Found { known: settings(client, kept).await?, prune })
}

async fn settings(client: &Client, topics: Vec<Topic>) -> Result<Vec<(Topic, Vec<Entry>)>, Failure> {
    let resources: Vec<Resource> = topics.iter().map(|topic| Resource::topic(&*topic.name)).collect();
    let answers = match resources.is_empty() {
        true => Vec::new(),
        false => client.describe_configs(&resources, Detail { synonyms: true, documentation: false }).await?,
    };
    let mut entries: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for (resource, outcome) in answers {
        entries.insert(resource.name, outcome?);
    }
    Ok(topics
        .into_iter()
        .map(|topic| (entries.remove(&topic.name).unwrap_or_default(), topic))
        .map(|(e, t)| (t, e))
        .collect())
}

fn steps(matches: &ArgMatches, client: &Client, cx: &mut Context) -> Result<Vec<Step>, Failure> {
    let wanted = file::read_all(matches.get_many::<String>("files").into_iter().flatten())?;
    let prune = matches.get_one::<String>("prune").map(|text| Pattern::own(text)).transpose()?;
    let found = cx.block_on(look(client, &wanted, prune.as_ref()))??;
    plan::plan(&wanted, &found.known, &found.prune)
}

fn diff(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let steps = steps(matches, &client, cx)?;
    cx.report(&Differences { rows: plan::rows(&steps), text: plan::shown(&steps) })?;
    if steps.is_empty() {
        cx.note("the topics are as the files say");
    }
    match matches.get_flag("exit-code") && !steps.is_empty() {
        true => Err(Failure::silent(Exit::Usage)),
        false => Ok(()),
    }
}

/// The plan as a result.
#[derive(Serialize)]
#[serde(transparent)]
struct Differences {
    rows: Vec<Row>,
    #[serde(skip)]
    text: String,
}

impl Report for Differences {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(()) // the original has no such act
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", "ACTION", "KEY", "BEFORE", "AFTER"]);
        for row in &self.rows {
            let cell = |value: &Option<String>| match value {
                Some(value) => Cell::new(value.clone()),
                None => Cell::new("-").exactly(""),
            };
            table.row([
                row.topic.as_str().into(),
                row.action.into(),
                row.key.as_str().into(),
                cell(&row.before),
                cell(&row.after),
            ]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        if self.text.is_empty() { Ok(()) } else { screen.line(&self.text) }
    }
}

fn apply(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    if let Some(pattern) = matches.get_one::<String>("print") {
        return print(&Pattern::own(pattern)?, &client, cx);
    }
    let steps = steps(matches, &client, cx)?;
    if steps.is_empty() {
        cx.note("nothing to do: the topics are as the files say");
        return cx.report(&Done { topics: Vec::new() });
    }
    cx.preview(&plan::shown(&steps));
    for step in &steps {
        if let Step::Change { name, lines, .. } = step
            && let Some(lost) = change::loses(lines)
        {
            cx.preview(&format!("! {name}: {lost}"));
        }
    }
    let gone = steps.iter().filter(|step| matches!(step, Step::Delete { .. })).count();
    if gone > 0 {
        let question = format!("{}. Deleting cannot be undone. Type the number of topics to delete", plan::sum(&steps));
        cx.confirm_by_name_unless_dry_run(&question, &gone.to_string())?;
    } else {
        cx.confirm_unless_dry_run(&format!("{}. Apply?", plan::sum(&steps)))?;
    }
    carry_out(steps, &client, cx)
}

fn carry_out(steps: Vec<Step>, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let mut failures = Vec::new();
    let mut done = Vec::new();
    let mut undo = Vec::new();
    for step in steps {
        let (name, action) = match &step {
            Step::Create { name, .. } => (name.clone(), "created"),
            Step::Change { name, .. } => (name.clone(), "changed"),
            Step::Delete { name, .. } => (name.clone(), "deleted"),
        };
        match cx.block_on(take(client, &step, cx.is_dry_run()))? {
            Ok(()) => {
                if let Step::Change { name, lines, .. } = &step
                    && !cx.is_dry_run()
                {
                    undo.extend(change::undo(&format!("topic/{name}"), lines));
                }
                done.push((name, action));
            }
            Err(failure) => failures.push(failure),
        }
    }
    let some = !done.is_empty();
    if some {
        cx.report(&Done { topics: done })?;
    }
    undo.iter().for_each(|line| cx.undo(line));
    Failure::several(failures, some).map_or_else(|| cx.done(), Err)
}

/// `dry_run`: the brokers judge what they can judge without doing it.
async fn take(client: &Client, step: &Step, dry_run: bool) -> Result<(), Failure> {
    match step {
        Step::Create { name, wanted } => {
            let new = NewTopic {
                name: name.clone(),
                partitions: wanted.partitions,
                replication: wanted.replicas,
                assignment: Vec::new(),
                configs: wanted.config.clone(),
            };
            for (_, outcome) in client.create_topics(&[new], dry_run).await? {
                outcome?;
            }
        }
        Step::Change { name, partitions, lines } => {
            if let Some((_, count)) = partitions {
                let more = MorePartitions { topic: name.clone(), count: *count, assignment: None };
                for (_, outcome) in client.create_partitions(&[more], dry_run).await? {
                    outcome?;
                }
            }
            if !lines.is_empty() {
                let operation = |line: &change::Line| match &line.after {
                    Some(value) => (line.key.clone(), Operation::Set(value.clone())),
                    None => (line.key.clone(), Operation::Delete),
                };
                let changes = (Resource::topic(name.as_str()), lines.iter().map(operation).collect());
                for (_, outcome) in client.alter_configs(&[changes], dry_run).await? {
                    outcome?;
                }
            }
        }
        Step::Delete { .. } if dry_run => {}
        Step::Delete { name, .. } => {
            for (_, outcome) in client.delete_topics(std::slice::from_ref(name)).await? {
                outcome?;
            }
        }
    }
    Ok(())
}

/// What was done.
struct Done {
    topics: Vec<(String, &'static str)>,
}

impl Serialize for Done {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.topics.iter().map(|(topic, action)| json!({ "topic": topic, "action": action }));
        serializer.collect_seq(rows)
    }
}

impl Report for Done {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", "ACTION"]);
        self.topics.iter().for_each(|(topic, action)| table.row([topic.as_str().into(), (*action).into()]));
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let count = |what: &str| self.topics.iter().filter(|(_, action)| *action == what).count();
        let acts =
            [("created", "Created", "create"), ("changed", "Changed", "change"), ("deleted", "Deleted", "delete")];
        for (what, done, verb) in acts {
            let number = count(what);
            if number > 0 {
                let names: Vec<&str> =
                    self.topics.iter().filter(|(_, action)| *action == what).map(|(topic, _)| &**topic).collect();
                let word = screen.act(done, verb);
                screen.line(format!("{word} {}: {}", human::several(number, "topic"), names.join(", ")))?;
            }
        }
        Ok(())
    }
}

fn print(pattern: &Pattern, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let described = cx.block_on(async {
        let mut topics = client.all_topics().await?;
        topics.retain(|topic| pattern.matches(&topic.name) && !topic.internal && !is_internal(&topic.name));
        topics.sort_by(|one, other| one.name.cmp(&other.name));
        settings(client, topics).await
    })??;
    let mut text = String::new();
    let mut all = Map::new();
    for (topic, entries) in described {
        let replicas = topic.partitions.first().map_or(0, |partition| partition.replicas.len());
        let own: BTreeMap<String, String> = entries
            .into_iter()
            .filter(|entry| entry.source == Source::Topic)
            .filter_map(|entry| entry.value.map(|value| (entry.name, value)))
            .collect();
        let key = toml_edit::Key::new(topic.name.as_str());
        text += &format!(
            "[topics.{}]\npartitions = {}\nreplicas = {replicas}\n",
            key.display_repr(),
            topic.partitions.len()
        );
        if !own.is_empty() {
            let config: toml_edit::InlineTable =
                own.iter().map(|(key, value)| (key.as_str(), toml_edit::Value::from(value.as_str()))).collect();
            text += &format!("config = {config}\n");
        }
        text.push('\n');
        all.insert(topic.name, as_file(topic.partitions.len(), replicas, &own));
    }
    cx.report(&File { text: text.trim_end().to_owned(), json: json!({ "topics": all }) })
}

/// A topic as it stands in a file.
pub fn as_file(partitions: usize, replicas: usize, config: &BTreeMap<String, String>) -> Value {
    match config.is_empty() {
        true => json!({ "partitions": partitions, "replicas": replicas }),
        false => json!({ "partitions": partitions, "replicas": replicas, "config": config }),
    }
}

/// Topics as a file.
struct File {
    text: String,
    json: Value,
}

impl Serialize for File {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl Report for File {
    fn kafka(&self, _out: &mut Sink) -> io::Result<()> {
        Ok(())
    }

    fn table(&self) -> Table {
        Table::new(&["TOPIC"])
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        if self.text.is_empty() { Ok(()) } else { screen.line(&self.text) }
    }
}
