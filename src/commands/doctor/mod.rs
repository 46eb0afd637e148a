//! `kt doctor`: why can't I connect? Each step of the way to the cluster, what came of it, and what to do about it.
//!
//! [`examine`] takes the steps and makes checks of them, [`advertised`] explains the trap that most fall into, [`report`]
//! is how it looks. The doctor changes nothing, unless [`round_trip`] is asked for.

mod advertised;
mod cluster;
mod examine;
mod report;
mod round_trip;

use clap::{Arg, ArgMatches, Command};

use super::context::Context;
use super::failure::{Exit, Failure};
use super::tool::{Example, Group, Tool, Verbs};
use report::{Diagnosis, Finding, Outcome};

pub const TOOL: Tool = Tool {
    verbs: Some(Verbs { command, default: None, connects: true, act: run }),
    examples: &[
        Example { line: "kt doctor", does: "the way to the default cluster, step by step" },
        Example { line: "kt doctor -b localhost:29092", does: "the way to that one" },
        Example { line: "kt doctor --write", does: "and a record there and back, on a topic made for it" },
        Example { line: "kt doctor --command-config client.properties -o json", does: "with a login, for a script" },
    ],
    ..Tool::own("doctor", Group::Cluster, "why can't I connect? every step of the way, and what to do")
};

fn command(command: Command) -> Command {
    command.arg(
        Arg::new("write").long("write").value_name("TOPIC").num_args(0..=1).help(
            "Write a record and read it back: to TOPIC, where it stays, or to one that is made for it and deleted",
        ),
    )
}

fn run(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let connection = cx.connection()?;
    let settings = cx.settings()?;
    let mut checks = cx.block_on(examine::all(&settings))?;
    // Where the way is closed, writing would only say so again.
    let is_open =
        !checks.iter().any(|check| matches!(check.outcome, Outcome::Wrong(Finding::Unreachable | Finding::Denied)));
    if matches.contains_id("write") && is_open {
        let topic = matches.get_one::<String>("write");
        checks.push(round_trip::check(topic.map(String::as_str), &settings, cx)?);
    }
    let diagnosis = Diagnosis::new(connection.controllers.unwrap_or(connection.servers), checks);
    cx.report(&diagnosis)?;
    match diagnosis.worst() {
        None => Ok(()),
        Some(Finding::Denied) => Err(Failure::silent(Exit::Denied)),
        Some(Finding::Unreachable) => Err(Failure::silent(Exit::Unreachable)),
        Some(Finding::Unwell) => Err(Failure::silent(Exit::Failed)),
    }
}
