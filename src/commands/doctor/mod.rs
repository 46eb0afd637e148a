//! `kt doctor`: why can't I connect? Each step of the way to the cluster, what came of it, and what to do about it.
//!
//! [`examine`] takes the steps and makes checks of them, [`advertised`] explains the trap that most fall into, [`report`]
//! is how it looks. The doctor changes nothing.

mod advertised;
mod examine;
mod report;

use super::context::Context;
use super::failure::{Exit, Failure};
use super::tool::{Example, Group, Tool, Verbs};
use report::{Diagnosis, Finding};

pub const TOOL: Tool = Tool {
    verbs: Some(Verbs { command: |command| command, default: None, connects: true, act: |_, cx| run(cx) }),
    examples: &[
        Example { line: "kt doctor", does: "the way to the default cluster, step by step" },
        Example { line: "kt doctor -b localhost:29092", does: "the way to that one" },
        Example { line: "kt doctor --command-config client.properties -o json", does: "with a login, for a script" },
    ],
    ..Tool::own("doctor", Group::Cluster, "why can't I connect? every step of the way, and what to do")
};

fn run(cx: &mut Context) -> Result<(), Failure> {
    let connection = cx.connection()?;
    let settings = connection.settings()?;
    let checks = cx.block_on(examine::all(&settings))?;
    let diagnosis = Diagnosis::new(connection.controllers.unwrap_or(connection.servers), checks);
    cx.report(&diagnosis)?;
    match diagnosis.worst() {
        None => Ok(()),
        Some(Finding::Denied) => Err(Failure::silent(Exit::Denied)),
        Some(Finding::Unreachable) => Err(Failure::silent(Exit::Unreachable)),
        Some(Finding::Unwell) => Err(Failure::silent(Exit::Failed)),
    }
}
