//! The original's actions for plans under way: how far one is, taking one back, the list of all that moves.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use super::folders::{self, Folders, State};
use super::plan::Parts;
use super::{after, current, errors, refused, terse, throttle, topics_of};
use crate::client::admin::TopicPartition;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::said::Said;
use crate::output::table::Table;

pub fn verify(
    plan: &[(TopicPartition, Vec<i32>)],
    wanted_folders: &Folders,
    keep: bool,
    cx: &mut Context,
) -> Result<(), Failure> {
    let client = cx.client()?;
    let moves = cx.block_on(client.list_reassignments(None))?.map_err(refused)?;
    let parts: Parts = plan.iter().cloned().collect();
    let mut text = String::from("Status of partition reassignment:\n");
    let mut table = Table::new(&["TOPIC", ">PARTITION", "STATE"]);
    let mut rows = Vec::new();
    let mut known: BTreeMap<String, Option<Parts>> = BTreeMap::new();
    for topic in topics_of(&parts) {
        let found = cx.block_on(current(&client, std::slice::from_ref(&topic)))?.ok();
        known.insert(topic, found);
    }
    for (tp, target) in &parts {
        let now = known.get(&tp.topic).and_then(|parts| parts.as_ref()?.get(tp)).cloned().unwrap_or_default();
        let joined = |ids: &[i32]| crate::output::kafka::joined(ids);
        let (line, state) = if moves.contains_key(tp) {
            (format!("Reassignment of partition {tp} is still in progress."), "in progress".to_owned())
        } else if now == *target {
            (format!("Reassignment of partition {tp} is completed."), "completed".to_owned())
        } else {
            let (now, target) = (joined(&now), joined(target));
            let line = format!(
                "There is no active reassignment of partition {tp}, but replica set is {now} rather than {target}."
            );
            (line, format!("not under way: {now} rather than {target}"))
        };
        text += &(line + "\n");
        table.row([tp.topic.as_str().into(), tp.partition.to_string().into(), state.as_str().into()]);
        rows.push(
            json!({ "topic": tp.topic, "partition": tp.partition, "broker": null, "folder": null, "state": state }),
        );
    }
    let states = cx.block_on(folders::states(&client, wanted_folders))?;
    let states = states.map_err(|error| after(&text, refused(error)))?;
    let mut lines = Vec::new();
    for (replica, state) in folders::in_order(&states) {
        let wanted = &wanted_folders[replica];
        let (tp, broker) = replica;
        lines.push(state.line(replica, wanted));
        let words = format!("{} on broker {broker}: {}", wanted, state.words(wanted));
        table.row([tp.topic.as_str().into(), tp.partition.to_string().into(), words.into()]);
        rows.push(json!({
            "topic": tp.topic, "partition": tp.partition, "broker": broker, "folder": wanted,
            "state": state.words(wanted),
        }));
    }
    text += &(lines.join("\n") + "\n");
    if moves.is_empty() && states.values().all(State::is_settled) && !keep && !cx.is_dry_run() {
        let lifted = cx.block_on(throttle::clear(&client, &parts, &mut text))?;
        lifted.map_err(|error| after(&text, refused(error)))?;
    }
    cx.report(&Said::new(text, table, Value::Array(rows)))?;
    cx.done()
}

/// How a plan is taken back.
pub struct Cancel {
    pub keep_throttles: bool,
    /// How long moves between folders may take to turn.
    pub patience: Duration,
}

pub fn cancel(
    plan: &[(TopicPartition, Vec<i32>)],
    wanted_folders: &Folders,
    how: Cancel,
    cx: &mut Context,
) -> Result<(), Failure> {
    let client = cx.client()?;
    let parts: Parts = plan.iter().cloned().collect();
    let partitions: Vec<TopicPartition> = parts.keys().cloned().collect();
    let moves = cx.block_on(client.list_reassignments(Some(&partitions)))?.map_err(refused)?;
    let mut text = String::new();
    let names: Vec<String> = moves.keys().map(TopicPartition::to_string).collect();
    if moves.is_empty() {
        text += "None of the specified partition reassignments are active.\n";
    } else if !cx.is_dry_run() {
        let asked = moves.keys().map(|tp| (tp.clone(), None)).collect();
        let outcomes = cx.block_on(client.alter_reassignments(&asked, false))?.map_err(refused)?;
        let errors = errors(&outcomes);
        let plural = |many: usize| if many == 1 { "" } else { "s" };
        if !errors.is_empty() {
            let many = plural(errors.len());
            return Err(terse(format!("Error cancelling partition reassignment{many} for:\n{}", errors.join("\n"))));
        }
        let many = plural(names.len());
        text += &format!("Successfully cancelled partition reassignment{many} for: {}\n", names.join(","));
    }
    let states = cx.block_on(folders::states(&client, wanted_folders))?;
    let states = states.map_err(|error| after(&text, refused(error)))?;
    let mut back = Folders::new();
    for (replica, state) in states {
        if let State::Moving { from, .. } = state {
            back.insert(replica, from);
        }
    }
    if moves.is_empty() && back.is_empty() {
        cx.preview("note: none of this is under way");
    }
    let mut table = Table::new(&["CANCELLED"]);
    names.iter().for_each(|name| table.row([name.as_str().into()]));
    for ((tp, broker), folder) in folders::in_order(&back) {
        table.row([format!("{tp} stays in {folder} of broker {broker}").into()]);
    }
    let value = json!({ "cancelled": names, "folders": folders::listed(&back) });
    cx.stop_if_dry_run(|| Said::new("", table.clone(), value.clone()))?;
    if back.is_empty() {
        text += "None of the specified partition moves are active."; // no end of the line, as the original
    } else {
        let turned = cx.block_on(folders::start(&client, &back, how.patience))?;
        text += &turned.map_err(|(said, failure)| after(&(text.clone() + &said), failure))?;
    }
    if !how.keep_throttles {
        let lifted = cx.block_on(throttle::clear(&client, &parts, &mut text))?;
        lifted.map_err(|error| after(&text, refused(error)))?;
    }
    cx.report(&Said::new(text, table, value))
}

pub fn list(cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let moves = cx.block_on(client.list_reassignments(None))?.map_err(refused)?;
    let joined = |ids: &[i32]| crate::output::kafka::joined(ids);
    let mut lines = Vec::new();
    for (tp, one) in &moves {
        let part = |label: &str, ids: &[i32]| match ids {
            [] => String::new(),
            ids => format!(" {label}: {}.", joined(ids)),
        };
        let (adding, removing) = (part("adding", &one.adding), part("removing", &one.removing));
        lines.push(format!("{tp}: replicas: {}.{adding}{removing}", joined(&one.replicas)));
    }
    let text = match lines.as_slice() {
        [] => "No partition reassignments found.\n".to_owned(),
        lines => format!("Current partition reassignments:\n{}\n", lines.join("\n")),
    };
    cx.report(&Said::new(text, Table::default(), Value::Null))
}
