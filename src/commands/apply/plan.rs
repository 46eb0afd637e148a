//! What is different between the files and the cluster, and what would be done about it. Decided without any request.

use serde::Serialize;

use super::file::{Topics, Wanted};
use crate::client::admin::configs::Entry;
use crate::client::admin::topics::Topic;
use crate::commands::configs::change::{self, Line, with_unit};
use crate::commands::configs::{Changes, Kind};
use crate::commands::failure::{Exit, Failure};
use crate::output::human;

/// One topic's part.
#[derive(Clone, Debug)]
pub enum Step {
    Create { name: String, wanted: Wanted },
    Change { name: String, partitions: Option<(i32, i32)>, lines: Vec<Line> },
    Delete { name: String, partitions: usize },
}

/// What `kt diff` prints.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub topic: String,
    pub action: &'static str,
    pub key: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// Finds the steps. `known` are the cluster's topics with all their settings; `prune` are those to be deleted.
pub fn plan(files: &Topics, known: &[(Topic, Vec<Entry>)], prune: &[Topic]) -> Result<Vec<Step>, Failure> {
    let mut steps = Vec::new();
    let mut refused = Vec::new();
    for (name, wanted) in files {
        let Some((topic, entries)) = known.iter().find(|(topic, _)| topic.name == *name) else {
            steps.push(Step::Create { name: name.clone(), wanted: wanted.clone() });
            continue;
        };
        match change_of(topic, entries, wanted) {
            Ok(Some(step)) => steps.push(step),
            Ok(None) => {}
            Err(failure) => refused.push(failure),
        }
    }
    let delete = |topic: &Topic| Step::Delete { name: topic.name.clone(), partitions: topic.partitions.len() };
    steps.extend(prune.iter().map(delete));
    match Failure::several(refused, false) {
        Some(failure) => Err(failure.because("nothing was changed")),
        None => Ok(steps),
    }
}

fn change_of(topic: &Topic, entries: &[Entry], wanted: &Wanted) -> Result<Option<Step>, Failure> {
    let name = &topic.name;
    let now = i32::try_from(topic.partitions.len()).unwrap_or(i32::MAX);
    let partitions = match wanted.partitions {
        Some(count) if count < now => {
            return Err(Failure::new(format!("topic {name} has {now} partitions; they cannot be made {count}"))
                .exit(Exit::Conflict)
                .hint(format!("a new topic with {count}, then kt copy {name} NEW")));
        }
        Some(count) if count > now => Some((now, count)),
        _ => None,
    };
    let replicas = topic.partitions.first().map_or(0, |partition| partition.replicas.len());
    if let Some(count) = wanted.replicas.filter(|count| usize::try_from(*count).ok() != Some(replicas)) {
        return Err(Failure::new(format!(
            "topic {name} has {}; {count} are wanted",
            human::several(replicas, "replica")
        ))
        .exit(Exit::Conflict)
        .because("moving replicas is an act of its own")
        .hint("kt reassign plan, or leave replicas out of the file"));
    }
    let changes = Changes { add: wanted.config.clone(), delete: wanted.unset.clone(), lists: Vec::new() };
    let mut lines = change::lines(Kind::Topics, name, entries, &changes)?;
    // What holds already by default need not be set.
    lines.retain(|line| line.before.is_some() || line.after != line.default);
    let nothing = partitions.is_none() && lines.is_empty();
    Ok((!nothing).then(|| Step::Change { name: name.clone(), partitions, lines }))
}

/// The preview.
pub fn shown(steps: &[Step]) -> String {
    let mut text = Vec::new();
    for step in steps {
        match step {
            Step::Create { name, wanted } => {
                let number = |count: Option<i64>, one: &str| match count {
                    Some(count) => human::several(usize::try_from(count).unwrap_or(0), one),
                    None => format!("{one}s by default"),
                };
                let partitions = number(wanted.partitions.map(i64::from), "partition");
                let replicas = number(wanted.replicas.map(i64::from), "replica");
                text.push(format!("+ topic {name}: {partitions}, {replicas}"));
                text.extend(
                    wanted.config.iter().map(|(key, value)| format!("    + {key}   {}", with_unit(key, value))),
                );
            }
            Step::Change { name, partitions, lines } => {
                text.push(format!("~ topic {name}"));
                text.extend(partitions.map(|(now, count)| format!("    partitions   {now} → {count}")));
                text.extend(change::shown(lines).lines().map(|line| format!("    {line}")));
            }
            Step::Delete { name, partitions } => {
                text.push(format!(
                    "- topic {name}: {} and all that is in it",
                    human::several(*partitions, "partition")
                ));
            }
        }
    }
    text.join("\n")
}

/// The plan for programs.
pub fn rows(steps: &[Step]) -> Vec<Row> {
    let mut rows = Vec::new();
    for step in steps {
        let mut row = |topic: &str, action, key: &str, before: Option<String>, after: Option<String>| {
            rows.push(Row { topic: topic.to_owned(), action, key: key.to_owned(), before, after });
        };
        match step {
            Step::Create { name, wanted } => {
                row(name, "create", "partitions", None, wanted.partitions.map(|count| count.to_string()));
                for (key, value) in &wanted.config {
                    row(name, "create", key, None, Some(value.clone()));
                }
            }
            Step::Change { name, partitions, lines } => {
                if let Some((now, count)) = partitions {
                    row(name, "change", "partitions", Some(now.to_string()), Some(count.to_string()));
                }
                for line in lines {
                    row(name, "change", &line.key, line.before.clone(), line.after.clone());
                }
            }
            Step::Delete { name, partitions } => row(name, "delete", "partitions", Some(partitions.to_string()), None),
        }
    }
    rows
}

/// `1 to create, 2 to change`.
pub fn sum(steps: &[Step]) -> String {
    let count = |which: fn(&Step) -> bool| steps.iter().filter(|step| which(step)).count();
    let counts = [
        (count(|step| matches!(step, Step::Create { .. })), "create"),
        (count(|step| matches!(step, Step::Change { .. })), "change"),
        (count(|step| matches!(step, Step::Delete { .. })), "delete"),
    ];
    let words: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} to {what}")).collect();
    words.join(", ")
}
