//! The call, read and checked in the original's order.

use crate::client::admin::groups::State;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::groups::original::time;
use crate::commands::groups::plan::Scenario;
use crate::commands::groups::{What, words};
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};

pub static OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    COMMAND_CONFIG,
    Opt::flag("list", "print the share groups"),
    Opt::flag("describe", "show start offsets and lag, or members, or state"),
    Opt::flag("delete", "remove share groups"),
    Opt::flag("delete-offsets", "remove the offsets of --topic"),
    Opt::flag("reset-offsets", "set the start offsets of a group without members"),
    Opt::value("group", "NAME", "the share group").repeats(),
    Opt::flag("all-groups", "every share group"),
    Opt::value("topic", "TOPIC[:P,P…]", "topic, with partitions where only some are meant").repeats(),
    Opt::flag("all-topics", "every topic of the group"),
    Opt::flag("members", "describe the members"),
    Opt::flag("offsets", "describe the offsets (what it does anyway)"),
    Opt::maybe("state", "STATE,…", "describe the state; list: show it, or only groups in these"),
    Opt::flag("verbose", "more columns"),
    Opt::value("timeout", "MS", "how long to wait for the group to settle").long().default("30000"),
    Opt::flag("dry-run", "reset: only show"),
    Opt::flag("execute", "reset: do it"),
    Opt::flag("to-earliest", "reset to the first offset"),
    Opt::flag("to-latest", "reset to the end"),
    Opt::value("to-datetime", "DATETIME", "reset to the first offset from a moment"),
];

const ACTIONS: [&str; 5] = ["list", "describe", "delete", "reset-offsets", "delete-offsets"];
const SCENARIOS: [&str; 3] = ["to-datetime", "to-earliest", "to-latest"];

#[derive(Debug)]
pub enum Which {
    Named(Vec<String>),
    All,
}

#[derive(Debug)]
pub enum Action {
    List { states: Vec<State>, with_state: bool },
    Describe { which: Which, what: What, verbose: bool },
    Delete(Which),
    DeleteOffsets { group: String, topics: Vec<String> },
    Reset { group: String, topics: Vec<String>, scenario: Scenario, execute: bool },
}

/// The action, and the limit of each call in ms.
pub fn action(given: &Given, cx: &Context) -> Result<(Action, Option<u64>), Failure> {
    check(given)?;
    if given.count(&ACTIONS) != 1 {
        return Err(Failure::usage(
            "Command must include exactly one action: --list, --describe, --delete, --reset-offsets, --delete-offsets.",
        )
        .hint(format!("{} --help   shows all options", cx.called())));
    }
    let timeout = given.long("timeout")?.and_then(|ms| u64::try_from(ms).ok());
    Ok((chosen(given)?, timeout))
}

fn check(given: &Given) -> Result<(), Failure> {
    let lonely: Vec<&str> = [
        ("members", &["describe"][..]),
        ("offsets", &["describe"]),
        ("state", &["describe", "list"]),
        ("verbose", &["describe"]),
    ]
    .iter()
    .filter(|(option, with)| given.has(option) && given.count(with) == 0)
    .map(|rule| rule.0)
    .collect();
    if !lonely.is_empty() {
        let lonely = lonely.join(", ");
        return Err(Failure::usage(format!(
            "Option(s) [{lonely}] are unavailable given other options on the command line"
        )));
    }
    let groups = given.count(&["group", "all-groups"]);
    if given.has("describe") {
        if groups == 0 {
            return Err(Failure::usage("Option [describe] takes one of these options: [all-groups], [group]"));
        }
        if given.count(&["members", "offsets", "state"]) > 1 {
            let all = "[members], [offsets], [state]";
            return Err(Failure::usage(format!("Option [describe] takes at most one of these options: {all}")));
        }
        if given.one("state").map_err(Failure::kafka_on_stderr)?.is_some() {
            return Err(Failure::usage("Option [describe] does not take a value for [state]"));
        }
    }
    if given.has("delete") {
        match groups {
            0 => return Err(Failure::usage("Option [delete] takes the options [group] or [all-groups]")),
            2 => return Err(Failure::usage("Option [delete] takes either [group] or [all-groups], not both.")),
            _ => {}
        }
        if given.has("topic") {
            return Err(Failure::usage("Option [delete] does not take the option: [topic]"));
        }
    }
    if given.has("delete-offsets") && !(given.has("group") && given.has("topic")) {
        return Err(Failure::usage("Option [delete-offsets] takes the following options: [group], [topic]"));
    }
    if given.has("reset-offsets") {
        check_reset(given)?;
    }
    given.clash("group", &["all-groups"])?;
    given.clash("group", &["list"])?;
    given.clash("topic", &["list", "describe"])
}

fn check_reset(given: &Given) -> Result<(), Failure> {
    match given.count(&["dry-run", "execute"]) {
        2 => return Err(Failure::usage("Option [reset-offsets] only accepts one of [execute] and [dry-run]")),
        0 => return Err(Failure::usage("Option [reset-offsets] takes the option: [execute] or [dry-run]")),
        _ => {}
    }
    if !given.has("group") {
        return Err(Failure::usage("Option [reset-offsets] takes the option: [group]"));
    }
    if given.count(&["topic", "all-topics"]) == 0 {
        return Err(Failure::usage("Option [reset-offsets] takes one of these options: [all-topics], [topic]"));
    }
    if given.count(&SCENARIOS) == 0 {
        let all = "[to-datetime], [to-earliest], [to-latest]";
        return Err(Failure::usage(format!("Option [reset-offsets] takes one of these options: {all}")));
    }
    for scenario in SCENARIOS {
        let others: Vec<&str> = SCENARIOS.into_iter().filter(|other| *other != scenario).collect();
        given.clash(scenario, &others)?;
    }
    Ok(())
}

fn chosen(given: &Given) -> Result<Action, Failure> {
    let groups = || given.all("group").into_iter().map(str::to_owned).collect::<Vec<_>>();
    let which = || if given.has("all-groups") { Which::All } else { Which::Named(groups()) };
    if given.has("list") {
        let states = states(given.one("state")?.unwrap_or_default())?;
        return Ok(Action::List { states, with_state: given.has("state") });
    }
    if given.has("describe") {
        return Ok(Action::Describe { which: which(), what: What::asked(given), verbose: given.has("verbose") });
    }
    if given.has("delete") {
        return Ok(Action::Delete(which()));
    }
    let group = given.text("group")?.unwrap_or_default();
    let topics: Vec<String> = given.all("topic").into_iter().map(str::to_owned).collect();
    if given.has("delete-offsets") {
        return Ok(Action::DeleteOffsets { group, topics });
    }
    let scenario = if given.has("to-earliest") {
        Scenario::Earliest
    } else if given.has("to-latest") {
        Scenario::Latest
    } else {
        let text = given.all("to-datetime").first().copied().unwrap_or_default();
        Scenario::Moment(time::datetime(text).map_err(|exception| {
            Failure::usage(format!("'{text}' is no date"))
                .hint("write it as 2026-11-21T10:00:00.000, in UTC unless +02:00 follows")
                .kafka(exception)
        }))
    };
    Ok(Action::Reset { group, topics, scenario, execute: given.has("execute") })
}

fn states(text: &str) -> Result<Vec<State>, Failure> {
    let states: Vec<State> = words(text).map(State::parse).collect();
    if states.iter().all(|state| [State::Stable, State::Dead, State::Empty].contains(state)) {
        return Ok(states);
    }
    Err(Failure::usage(format!("Invalid state list '{text}'. Valid states are: Stable, Dead, Empty")))
}
