//! Consumer groups in Kafka's grammar: the options, the checks in the original's order, and the action they mean.

use std::path::Path;

use super::original::{csv, regex, time};
use super::plan::Scenario;
use super::reset::{Plan, Reset, Scope};
use super::{Action, Describe, List, Part, What, Which, run};
use crate::client::admin::groups::{State, Type};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt, Status, ZOOKEEPER};

pub static OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    COMMAND_CONFIG,
    Opt::flag("list", "print the names of the groups"),
    Opt::flag("describe", "show offsets and lag, or members, or state"),
    Opt::flag("delete", "remove groups that have no member"),
    Opt::flag("delete-offsets", "remove the offsets of --topic from one group"),
    Opt::flag("reset-offsets", "set the offsets of a group without members"),
    Opt::value("validate-regex", "REGEX", "say whether a pattern is valid RE2; no broker needed"),
    Opt::value("group", "NAME", "the group").repeats(),
    Opt::flag("all-groups", "every group"),
    Opt::value("topic", "TOPIC[:P,P…]", "topic, with partitions where only some are meant").repeats(),
    Opt::flag("all-topics", "every topic the group has offsets for"),
    Opt::flag("members", "describe: who is in the group"),
    Opt::flag("offsets", "describe: offsets and lag (what it does anyway)"),
    Opt::maybe("state", "STATE,…", "describe: the group's state; list: add the state, or only groups in these"),
    Opt::maybe("type", "TYPE,…", "list: add the type, or only groups of these"),
    Opt::flag("verbose", "more columns"),
    Opt::value("timeout", "MS", "how long to wait for the group to settle").long().default("30000"),
    Opt::flag("dry-run", "reset: only show"),
    Opt::flag("execute", "reset: do it"),
    Opt::flag("export", "reset: print CSV in place of the table"),
    Opt::flag("to-earliest", "reset to the first offset"),
    Opt::flag("to-latest", "reset to the end"),
    Opt::flag("to-current", "reset to where the group is"),
    Opt::value("to-offset", "N", "reset to this offset, held within the log's bounds").long(),
    Opt::value("shift-by", "N", "reset by so many forward or, if negative, back").long(),
    Opt::value(
        "to-datetime",
        "DATETIME",
        "reset to the first offset from a moment: YYYY-MM-DDThh:mm:ss.sss, zone optional",
    ),
    Opt::value("by-duration", "DURATION", "reset to the moment so long ago: PnDTnHnMnS"),
    Opt::value("from-file", "FILE", "reset from CSV: topic,partition,offset, or group,topic,partition,offset"),
    ZOOKEEPER,
    Opt {
        status: Status::Gone { why: "--new-consumer is gone since Kafka 2.0; all consumers are new ones", instead: "" },
        ..Opt::flag("new-consumer", "gone in 2.0")
    },
];

const ACTIONS: [&str; 6] = ["list", "describe", "delete", "reset-offsets", "delete-offsets", "validate-regex"];

const SCENARIOS: [&str; 8] =
    ["to-offset", "to-datetime", "by-duration", "to-earliest", "to-latest", "to-current", "shift-by", "from-file"];

pub fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    check(given, cx)?;
    if let Some(pattern) = given.one("validate-regex")? {
        let verdict = match regex::check(pattern) {
            Ok(()) => "valid".to_owned(),
            Err(why) => format!("invalid: {why}"),
        };
        cx.out.line(format!("The regular expression `{pattern}` is {verdict}."))?;
        return Ok(());
    }
    let values = values(given)?;
    config_file(given)?;
    run::run_within(action(given, values, cx)?, cx, timeout(given)?)
}

/// A number given by --timeout, in ms.
fn timeout(given: &Given) -> Result<Option<u64>, Failure> {
    Ok(given.long("timeout")?.and_then(|ms| u64::try_from(ms).ok()))
}

/// The original reads it within its `try`.
fn config_file(given: &Given) -> Result<(), Failure> {
    let Some(path) = given.one("command-config")? else { return Ok(()) };
    match std::fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(crate::commands::failure::file("read", path, &error)
                .kafka(format!("java.nio.file.NoSuchFileException: {path}")))
        }
        _ => Ok(()),
    }
}

/// `ConsumerGroupCommandOptions.checkArgs`.
fn check(given: &Given, cx: &Context) -> Result<(), Failure> {
    available(given)?;
    let groups = given.has("group") || given.has("all-groups");
    if given.has("describe") {
        if !groups {
            return Err(Failure::usage("Option [describe] takes one of these options: [all-groups], [group]"));
        }
        if given.count(&["members", "offsets", "state"]) > 1 {
            return Err(Failure::usage(
                "Option [describe] takes at most one of these options: [members], [offsets], [state]",
            ));
        }
        if given.one("state").map_err(|failure| failure.kafka_on_stderr())?.is_some() {
            return Err(Failure::usage("Option [describe] does not take a value for [state]"));
        }
    }
    if given.has("delete") {
        if !groups {
            return Err(Failure::usage("Option [delete] takes one of these options: [all-groups], [group]"));
        }
        if given.has("topic") {
            return Err(Failure::usage(
                "The consumer does not support topic-specific offset deletion from a consumer group.",
            )
            .hint("--delete-offsets --group G --topic T"));
        }
    }
    if given.has("delete-offsets") && !(given.has("group") && given.has("topic")) {
        return Err(Failure::usage("Option [delete-offsets] takes the following options: [group], [topic]"));
    }
    if given.has("reset-offsets") {
        check_reset(given, cx, groups)?;
    }
    given.clash("group", &["all-groups"])?;
    given.clash("group", &["list"])?;
    given.clash("topic", &["list", "describe"])?;
    if given.count(&ACTIONS) != 1 {
        let all = ACTIONS.map(|action| format!("--{action}")).join(", ");
        return Err(Failure::usage(format!("Command must include exactly one action: {all}"))
            .hint(format!("{} --help   shows all options", cx.called())));
    }
    Ok(())
}

fn check_reset(given: &Given, cx: &Context, groups: bool) -> Result<(), Failure> {
    if given.has("dry-run") && given.has("execute") {
        return Err(Failure::usage("Option [reset-offsets] only accepts one of [execute] and [dry-run]"));
    }
    if given.count(&["dry-run", "execute"]) == 0 {
        cx.note("nothing is changed without --execute; Kafka 5.0 will want --dry-run or --execute to be said");
    }
    if !groups {
        return Err(Failure::usage("Option [reset-offsets] takes one of these options: [all-groups], [group]"));
    }
    for scenario in SCENARIOS {
        let others: Vec<&str> = SCENARIOS.into_iter().filter(|other| *other != scenario).collect();
        given.clash(scenario, &others)?;
    }
    Ok(())
}

/// What joptsimple allows only beside another option; the original's exception is not caught.
fn available(given: &Given) -> Result<(), Failure> {
    let rules: [(&str, &[&str]); 5] = [
        ("members", &["describe"]),
        ("verbose", &["describe"]),
        ("offsets", &["describe"]),
        ("state", &["describe", "list"]),
        ("type", &["list"]),
    ];
    let lonely: Vec<&str> =
        rules.iter().filter(|(option, with)| given.has(option) && given.count(with) == 0).map(|rule| rule.0).collect();
    if lonely.is_empty() {
        return Ok(());
    }
    let with: Vec<String> = rules
        .iter()
        .find(|rule| rule.0 == lonely[0])
        .map(|rule| rule.1.iter().map(|option| format!("--{option}")).collect())
        .unwrap_or_default();
    Err(Failure::usage(format!(
        "Option(s) [{}] are unavailable given other options on the command line",
        lonely.join(", ")
    ))
    .hint(format!("--{} goes with {}", lonely[0], with.join(" or "))))
}

/// The values of a reset: read whatever the action is, as the original does.
struct Values {
    offset: Option<i64>,
    datetime: Option<String>,
    duration: Option<String>,
    shift: Option<i64>,
    file: Option<String>,
}

fn values(given: &Given) -> Result<Values, Failure> {
    // Of these the original takes the first one given.
    let first = |name: &str| given.all(name).first().map(|text| (*text).to_owned());
    let offset = first("to-offset").map(|text| {
        text.parse().map_err(|_| {
            Failure::new(format!("--to-offset wants a whole number, not '{text}'"))
                .kafka(format!("Cannot parse argument '{text}' of option to-offset"))
        })
    });
    let values = Values {
        offset: offset.transpose()?,
        datetime: first("to-datetime"),
        duration: given.text("by-duration")?,
        shift: given.long("shift-by")?,
        file: first("from-file"),
    };
    given.long("timeout")?;
    Ok(values)
}

fn action(given: &Given, values: Values, cx: &Context) -> Result<Action, Failure> {
    let groups = || given.all("group").into_iter().map(str::to_owned).collect::<Vec<_>>();
    let which = || if given.has("all-groups") { Which::All } else { Which::Named(groups()) };
    if given.has("list") {
        return Ok(Action::List(List {
            states: states(given.one("state")?.unwrap_or_default())?,
            types: types(given.one("type")?.unwrap_or_default())?,
            with_state: given.has("state"),
            with_type: given.has("type"),
            pattern: None,
            full: false,
            topic: None,
            every_type: false,
        }));
    }
    if given.has("describe") {
        let (what, verbose) = (What::asked(given), given.has("verbose"));
        return Ok(Action::Describe(Describe { which: which(), what, verbose, strict: true, part: Part::default() }));
    }
    if given.has("delete") {
        return Ok(Action::Delete { which: which(), preview: false });
    }
    let topics = given.all("topic").into_iter().map(str::to_owned).collect();
    if given.has("delete-offsets") {
        let group = given.text("group")?.unwrap_or_default();
        return Ok(Action::DeleteOffsets { group, topics, preview: false });
    }
    Ok(Action::Reset(Reset {
        which: which(),
        scope: if given.has("all-topics") {
            Scope::Committed
        } else if given.has("topic") {
            Scope::Topics(topics)
        } else {
            Scope::Nothing
        },
        plan: plan(given, values, &groups(), cx)?,
        execute: given.has("execute"),
        export: given.has("export"),
        own: None,
    }))
}

/// What a call wants to be set, for tools with the same options.
pub fn plan_of(given: &Given, groups: &[String], cx: &Context) -> Result<Option<Plan>, Failure> {
    plan(given, values(given)?, groups, cx)
}

/// What is to be set, in the order in which the original looks for it.
fn plan(given: &Given, values: Values, groups: &[String], cx: &Context) -> Result<Option<Plan>, Failure> {
    Ok(Some(if let Some(offset) = values.offset {
        Plan::Same(Scenario::To(offset))
    } else if given.has("to-earliest") {
        Plan::Same(Scenario::Earliest)
    } else if given.has("to-latest") {
        Plan::Same(Scenario::Latest)
    } else if let Some(by) = values.shift {
        Plan::Same(Scenario::ShiftBy(by))
    } else if let Some(text) = values.datetime {
        Plan::Same(Scenario::Moment(moment(&text)))
    } else if let Some(text) = values.duration {
        Plan::Same(Scenario::Moment(ago(&text)))
    } else if let Some(path) = values.file {
        Plan::File { path: path.clone(), lines: lines(&path, groups, cx) }
    } else if given.has("to-current") {
        Plan::Same(Scenario::Current)
    } else {
        return Ok(None);
    }))
}

/// A wrong date is an error only once there is a group to be reset.
fn moment(text: &str) -> Result<i64, Failure> {
    time::datetime(text).map_err(|exception| {
        Failure::usage(format!("'{text}' is no date"))
            .hint("write it as 2026-11-21T10:00:00.000, in UTC unless +02:00 follows")
            .kafka(exception)
    })
}

fn ago(text: &str) -> Result<i64, Failure> {
    let span = time::duration(text).ok_or_else(|| {
        Failure::usage(format!("'{text}' is no duration"))
            .hint("write it as PT1H30M, or P7D")
            .kafka("Text cannot be parsed to a Duration")
    })?;
    Ok(super::plan::now_ms().saturating_sub(span))
}

fn lines(path: &str, groups: &[String], cx: &Context) -> Result<Vec<csv::Line>, Failure> {
    let bytes = std::fs::read(Path::new(path)).map_err(|error| {
        crate::commands::failure::file("read", path, &error)
            .kafka(format!("java.io.IOException: Unable to read file {path}"))
    })?;
    let text = String::from_utf8_lossy(&bytes);
    if let Some(remark) = csv::remark(&text).filter(|_| groups.len() == 1) {
        cx.note(&format!(
            "{path} is read as group,topic,partition,offset, for as topic,partition,offset it is wrong: {remark}"
        ));
    }
    csv::plan(&text, groups).map_err(|exception| {
        Failure::new(format!("{path} is no reset plan"))
            .because(exception.lines().next().unwrap_or_default())
            .hint("each line is topic,partition,offset or group,topic,partition,offset")
            .kafka(exception)
    })
}

fn states(text: &str) -> Result<Vec<State>, Failure> {
    const VALID: [State; 7] = [
        State::Empty,
        State::Stable,
        State::Reconciling,
        State::CompletingRebalance,
        State::Dead,
        State::PreparingRebalance,
        State::Assigning,
    ];
    let states = words(text).map(State::parse).collect::<Vec<_>>();
    if states.iter().all(|state| VALID.contains(state)) {
        return Ok(states);
    }
    let valid = VALID.map(State::name).join(", ");
    Err(Failure::usage(format!("Invalid state list '{text}'. Valid states are: {valid}")))
}

fn types(text: &str) -> Result<Vec<Type>, Failure> {
    let types = words(text).map(Type::parse).collect::<Vec<_>>();
    if types.iter().all(|kind| [Type::Classic, Type::Consumer].contains(kind)) {
        return Ok(types);
    }
    Err(Failure::usage(format!("Invalid types list '{text}'. Valid types are: Classic, Consumer")))
}

/// As Java splits at commas; nothing at all is no word.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let trimmed = text.trim_end_matches(',');
    let none = text.is_empty();
    trimmed.split(',').map(str::trim).filter(move |_| !none)
}
