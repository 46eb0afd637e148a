//! The call, read and checked in the original's order.

use crate::client::admin::groups::State;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::groups::{Plan, What, plan_of, words};
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};

pub static OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    COMMAND_CONFIG,
    Opt::flag("list", "print the streams groups"),
    Opt::flag("describe", "show offsets, or members, or state"),
    Opt::flag("delete", "remove streams groups"),
    Opt::flag("delete-offsets", "remove the offsets of input topics"),
    Opt::flag("reset-offsets", "set the offsets of input topics"),
    Opt::value("group", "NAME", "the streams group").repeats(),
    Opt::flag("all-groups", "every streams group"),
    Opt::value("input-topic", "TOPIC[:P,P…]", "input topic for reset or delete-offsets").repeats(),
    Opt::flag("all-input-topics", "all source topics of the topology"),
    Opt::flag(
        "delete-all-internal-topics",
        "also delete the application's internal topics (reset with --execute, delete)",
    ),
    Opt::value("delete-internal-topic", "NAME", "also delete this internal topic (reset with --execute)").repeats(),
    Opt::flag("members", "describe the members"),
    Opt::flag("offsets", "describe the offsets (what it does anyway)"),
    Opt::maybe("state", "STATE,…", "describe the state; list: show it, or only groups in these"),
    Opt::flag("verbose", "more columns"),
    Opt::value("timeout", "MS", "how long to wait for the group to settle").long().default("30000"),
    Opt::flag("dry-run", "reset: only show"),
    Opt::flag("execute", "reset: do it"),
    Opt::flag("export", "reset: print CSV"),
    Opt::value("from-file", "FILE", "reset from CSV"),
    Opt::flag("to-earliest", "reset to the first offset"),
    Opt::flag("to-latest", "reset to the end"),
    Opt::flag("to-current", "reset to where the group is"),
    Opt::value("to-offset", "N", "reset to this offset").long(),
    Opt::value("shift-by", "N", "reset by so many").long(),
    Opt::value("to-datetime", "DATETIME", "reset to a moment"),
    Opt::value("by-duration", "DURATION", "reset to so long ago"),
];

const ACTIONS: [&str; 5] = ["list", "describe", "reset-offsets", "delete", "delete-offsets"];

const SCENARIOS: [&str; 8] =
    ["to-offset", "to-datetime", "by-duration", "to-earliest", "to-latest", "to-current", "shift-by", "from-file"];

#[derive(Debug)]
pub enum Which {
    Named(Vec<String>),
    All,
}

/// Input topics.
#[derive(Debug)]
pub enum Input {
    All,
    Named(Vec<String>),
    Nothing,
}

#[derive(Debug)]
pub enum Action {
    List { states: Vec<State>, with_state: bool },
    Describe { which: Which, what: What, verbose: bool },
    Delete { which: Which, internal: bool },
    DeleteOffsets { group: String, input: Input },
    Reset(Reset),
}

#[derive(Debug)]
pub struct Reset {
    pub which: Which,
    pub input: Input,
    pub plan: Option<Plan>,
    pub execute: bool,
    pub export: bool,
    pub all_internal: bool,
    pub internal: Vec<String>,
}

/// The action, and the limit of each call in ms.
pub fn action(given: &Given, cx: &Context) -> Result<(Action, Option<u64>), Failure> {
    check(given)?;
    if given.count(&ACTIONS) != 1 {
        return Err(Failure::usage(
            "Command must include exactly one action: --list, --describe, --delete, --reset-offsets, or --delete-offsets.",
        )
        .hint(format!("{} --help   shows all options", cx.called())));
    }
    for option in ["timeout", "to-offset", "shift-by"] {
        // Here the original shows its usage, other than in the tools of the other groups.
        given.long(option).map_err(Failure::kafka_on_stderr)?;
    }
    let timeout = given.long("timeout")?.and_then(|ms| u64::try_from(ms).ok());
    Ok((chosen(given, cx)?, timeout))
}

fn usage(sentence: &str) -> Result<(), Failure> {
    Err(Failure::usage(sentence))
}

fn check(given: &Given) -> Result<(), Failure> {
    let describing = given.has("describe");
    for option in ["members", "offsets", "verbose", "state"] {
        if given.has(option) && !describing && !(option == "state" && given.has("list")) {
            return usage(&format!("Option(s) [{option}] are unavailable given other options on the command line"));
        }
    }
    let groups = given.count(&["group", "all-groups"]) > 0;
    if describing {
        if !groups {
            return usage("Option [describe] takes one of these options: [all-groups], [group]");
        }
        if given.count(&["members", "offsets", "state"]) > 1 {
            return usage("Option [describe] takes at most one of these options: [members], [offsets], [state]");
        }
        if given.one("state").map_err(Failure::kafka_on_stderr)?.is_some() {
            return usage("Option [describe] does not take a value for [state]");
        }
    }
    let input = given.count(&["input-topic", "all-input-topics"]) > 0;
    if given.has("delete") {
        if !groups {
            return usage("Option [delete] takes one of these options: [all-groups], [group]");
        }
        if input {
            return usage("Kafka Streams does not support topic-specific offset deletion from a streams group.");
        }
    }
    if given.has("delete-offsets") {
        if !input || !given.has("group") {
            return usage(
                "Option [delete-offsets] takes the [group] and one of these options: [all-input-topics], [input-topic]",
            );
        }
        if given.all("group").len() > 1 {
            let all = given.all("group").join(", ");
            return usage(&format!("Option [delete-offsets] supports only one [group] at a time, but found: [{all}]"));
        }
    }
    if given.has("reset-offsets") {
        check_reset(given, groups)?;
    }
    check_internal(given)?;
    if given.count(&["dry-run", "execute"]) > 0 && !given.has("reset-offsets") {
        return usage("Only Option [reset-offsets] accepts [execute] or [dry-run]");
    }
    given.clash("list", &["members", "offsets"])?;
    given.clash("group", &["all-groups"])?;
    given.clash("group", &["list"])?;
    given.clash("input-topic", &["list", "describe", "delete"])
}

fn check_reset(given: &Given, groups: bool) -> Result<(), Failure> {
    match given.count(&["dry-run", "execute"]) {
        2 => return usage("Option [reset-offsets] only accepts one of [execute] and [dry-run]"),
        0 => return usage("Option [reset-offsets] takes the option: [execute] or [dry-run]"),
        _ => {}
    }
    if !groups {
        return usage("Option [reset-offsets] takes one of these options: [all-groups], [group]");
    }
    for scenario in SCENARIOS {
        let others: Vec<&str> = SCENARIOS.into_iter().filter(|other| *other != scenario).collect();
        given.clash(scenario, &others)?;
    }
    Ok(())
}

fn check_internal(given: &Given) -> Result<(), Failure> {
    let (resetting, execute) = (given.has("reset-offsets"), given.has("execute"));
    if given.has("delete-all-internal-topics") {
        if !resetting && !given.has("delete") {
            return usage("Option [delete-all-internal-topics] takes one of these options: [delete], [reset-offsets]");
        }
        if resetting && !execute {
            return usage("Option [delete-all-internal-topics] takes [execute] when [reset-offsets] is used.");
        }
    } else if given.has("delete-internal-topic") && !(resetting && execute) {
        return usage("Option [delete-internal-topic] takes [reset-offsets] when [execute] is used.");
    }
    Ok(())
}

fn chosen(given: &Given, cx: &Context) -> Result<Action, Failure> {
    let groups: Vec<String> = given.all("group").into_iter().map(str::to_owned).collect();
    let names = groups.clone();
    let which = move || if given.has("all-groups") { Which::All } else { Which::Named(names) };
    if given.has("list") {
        let states = states(given.one("state")?.unwrap_or_default())?;
        return Ok(Action::List { states, with_state: given.has("state") });
    }
    if given.has("describe") {
        return Ok(Action::Describe { which: which(), what: What::asked(given), verbose: given.has("verbose") });
    }
    let all_internal = given.has("delete-all-internal-topics");
    if given.has("delete") {
        return Ok(Action::Delete { which: which(), internal: all_internal });
    }
    let topics = given.all("input-topic").into_iter().map(str::to_owned).collect();
    let input = match (given.has("all-input-topics"), given.has("input-topic")) {
        (true, _) => Input::All,
        (false, true) => Input::Named(topics),
        (false, false) => Input::Nothing,
    };
    if given.has("delete-offsets") {
        let group = given.text("group")?.unwrap_or_default();
        return Ok(Action::DeleteOffsets { group, input });
    }
    Ok(Action::Reset(Reset {
        which: which(),
        input,
        plan: plan_of(given, &groups, cx)?,
        execute: given.has("execute"),
        export: given.has("export"),
        all_internal,
        internal: given.all("delete-internal-topic").into_iter().map(str::to_owned).collect(),
    }))
}

fn states(text: &str) -> Result<Vec<State>, Failure> {
    const VALID: [State; 6] =
        [State::Stable, State::Dead, State::Empty, State::Assigning, State::Reconciling, State::NotReady];
    let states: Vec<State> = words(text).map(State::parse).collect();
    if states.iter().all(|state| VALID.contains(state)) {
        return Ok(states);
    }
    let valid = VALID.map(State::name).join(", ");
    Err(Failure::usage(format!("Invalid state list '{text}'. Valid states are: {valid}")))
}
