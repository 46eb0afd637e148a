//! `kt wait`: until a cluster, a topic or a group is as a script needs it.
//!
//! [`condition`] says what can be waited for and looks whether it holds; here is the patience. What is missing is said
//! once whenever it changes, so that the log of a build shows where the time went.

mod condition;

use std::time::{Duration, Instant};

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};

use self::condition::{Condition, State};
use super::context::Context;
use super::failure::{Exit, Failure};
use super::said::Done;
use super::tool::{Example, Group, Tool, Verbs};
use crate::client::Client;
use crate::output::human;

pub const TOOL: Tool = Tool {
    verbs: Some(Verbs { command, default: None, connects: true, act }),
    examples: &[
        Example { line: "kt wait", does: "until a broker answers" },
        Example { line: "kt wait --brokers 3 --timeout 2m", does: "until three brokers are there" },
        Example { line: "kt wait --healthy", does: "until each partition is led and in sync again" },
        Example { line: "kt wait --topic orders --partitions 3", does: "until orders is there, each partition led" },
        Example { line: "kt wait --topic orders --records 1000", does: "until it holds a thousand records" },
        Example { line: "kt wait group billing --lag 0", does: "until billing has read everything there is" },
    ],
    ..Tool::own("wait", Group::Cluster, "until brokers, topics, records or groups are ready; for scripts and CI")
};

/// How long is waited unless the call says so.
const PATIENCE: &str = "60s";
/// The pause between two looks: short at first, for what is nearly there.
const FIRST_PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_millis(500);
/// The longest that one look may take, so that a broker that hangs does not use up the patience of all others.
const ONE_LOOK: Duration = Duration::from_secs(5);

fn command(command: Command) -> Command {
    let number = |name: &'static str, what: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(what).value_parser(value_parser!(u64)).help(help)
    };
    let time =
        |text: &str| humantime::parse_duration(text).map_err(|_| "a time is a number with a unit: 500ms, 60s, 2m");
    command
        .arg(
            Arg::new("what")
                .value_name("WHAT")
                .value_parser(["topic", "group"])
                .requires("name")
                .help("with NAME, as --topic or --group"),
        )
        .arg(Arg::new("name").value_name("NAME").help("its name"))
        .arg(
            Arg::new("group")
                .long("group")
                .value_name("GROUP")
                .action(ArgAction::Append)
                .help("this group has read its topics to the end; several times if wanted"),
        )
        .arg(number("lag", "N", "so many records may be left in each group [default: 0]"))
        .arg(number("brokers", "N", "at least so many brokers"))
        .arg(
            Arg::new("healthy")
                .long("healthy")
                .action(ArgAction::SetTrue)
                .help("no broker is missing, and each partition is led and in sync, as kt cluster health says"),
        )
        .arg(
            Arg::new("topic")
                .long("topic")
                .value_name("TOPIC")
                .action(ArgAction::Append)
                .help("this topic, each of its partitions with a leader; several times if wanted"),
        )
        .arg(number("partitions", "N", "at least so many partitions in each topic").requires("any topic"))
        .arg(number("records", "N", "at least so many records in each topic").requires("any topic"))
        .group(ArgGroup::new("any topic").args(["topic", "what"]).multiple(true))
        .arg(
            Arg::new("timeout")
                .long("timeout")
                .value_name("TIME")
                .value_parser(time)
                .default_value(PATIENCE)
                .help("give up after this time, with exit code 7"),
        )
}

fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let patience = *matches.get_one::<Duration>("timeout").expect("it has a default");
    let conditions = conditions(matches);
    // To let it pass would tell a script that something was read to its end which nobody has looked at.
    if matches.contains_id("lag") && !conditions.iter().any(|condition| matches!(condition, Condition::Group { .. })) {
        return Err(Failure::usage("--lag is how far a group is behind, and no group is named")
            .hint("kt wait group NAME --lag 0")
            .hint("kt lag --topic TOPIC   shows which groups read a topic"));
    }
    run(&conditions, patience, cx)
}

fn conditions(matches: &ArgMatches) -> Vec<Condition> {
    let number = |name: &str| matches.get_one::<u64>(name).copied();
    let mut conditions = vec![Condition::Brokers(number("brokers").unwrap_or(1))];
    conditions.extend(matches.get_flag("healthy").then_some(Condition::Healthy));
    let named = |word: &str| {
        let is_it = matches.get_one::<String>("what").is_some_and(|what| what == word);
        let bare = matches.get_one::<String>("name").filter(|_| is_it);
        matches.get_many::<String>(word).into_iter().flatten().chain(bare).collect::<Vec<_>>()
    };
    conditions.extend(
        named("group").into_iter().map(|name| Condition::Group { name: name.clone(), lag: number("lag").unwrap_or(0) }),
    );
    conditions.extend(named("topic").into_iter().map(|name| Condition::Topic {
        name: name.clone(),
        partitions: number("partitions").unwrap_or(1),
        records: number("records"),
    }));
    conditions
}

fn run(conditions: &[Condition], patience: Duration, cx: &mut Context) -> Result<(), Failure> {
    let began = Instant::now();
    let mut pause = FIRST_PAUSE;
    let mut said = None;
    loop {
        let left = patience.saturating_sub(began.elapsed());
        // A fresh client each time: nothing that an earlier look believed may stand in the way.
        let settings = cx.settings()?.with_timeout(left.min(ONE_LOOK).max(FIRST_PAUSE));
        let client = Client::new(settings);
        let state = cx.stream(async |_| condition::all(&client, conditions).await)?;
        let (what, why, late) = match state {
            State::Met => {
                return say_done(conditions, began.elapsed(), cx);
            }
            State::Never(failure) => return Err(failure),
            State::NotYet { what, why, late } => (what, why, late),
        };
        let left = patience.saturating_sub(began.elapsed());
        if left.is_zero() {
            // A last look for which there was hardly time says less than the one before it.
            let (what, why) = match said {
                Some(said) if late => (said, Vec::new()),
                _ => (what, why),
            };
            let waited = human::duration(u64::try_from(patience.as_millis()).unwrap_or(u64::MAX));
            let failure = Failure::new(format!("waited {waited}, and {what}")).exit(Exit::TimedOut);
            let failure = why.into_iter().fold(failure, Failure::because);
            // The brokers, which are always waited for, stand first.
            let asked = if conditions.len() > 1 { &conditions[1..] } else { conditions };
            let look = asked.iter().map(Condition::look_at).collect::<Vec<_>>().join(", ");
            return Err(failure.hint(format!("wait longer with   --timeout 5m   or look with   {look}")));
        }
        if said.as_ref() != Some(&what) {
            cx.note(&format!("{what}; waiting"));
            said = Some(what);
        }
        std::thread::sleep(pause.min(left));
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

fn say_done(conditions: &[Condition], after: Duration, cx: &mut Context) -> Result<(), Failure> {
    let after = u64::try_from(after.as_millis()).unwrap_or(u64::MAX);
    let what: Vec<String> = conditions.iter().map(Condition::met).collect();
    cx.note(&format!("{} after {}", what.join(", "), human::duration(after)));
    cx.report(&Done::new("", "MET", "met", what).with("waitedMs", after).silent())
}
