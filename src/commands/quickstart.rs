//! `kt quickstart`: the tour. A temporary broker, and each step as the command one would type, with its real output.
//!
//! Every step is this very program called anew, so that nothing is shown that a reader could not do.

use std::io::Write;
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::time::Instant;

use clap::{ArgMatches, Command};

use super::context::Context;
use super::failure::{Exit, Failure};
use super::serve::attend;
use super::serve::settings::{self, Wanted};
use super::tool::{Example, Group, Tool, Verbs};
use crate::broker::embedded;
use crate::broker::run::Options;
use crate::output::human;

pub const TOOL: Tool = Tool {
    verbs: Some(Verbs { command: |command: Command| command, default: None, connects: false, act }),
    examples: &[Example { line: "kt quickstart", does: "the tour: topics, records and what is on disk, in seconds" }],
    ..Tool::own("quickstart", Group::Broker, "a tour on a broker of its own: create, produce, consume, look")
};

/// One step: why, what is typed, and what goes to its stdin.
struct Step {
    why: &'static str,
    args: &'static [&'static str],
    stdin: &'static str,
}

const STEPS: &[Step] = &[
    Step {
        why: "A topic is a log that many can write and read. This one has three partitions.",
        args: &["topics", "create", "orders", "--partitions", "3"],
        stdin: "",
    },
    Step {
        why: "The same topic in the words of Kafka's own tool; every flag of kafka-topics.sh works.",
        args: &["topics", "--describe", "--topic", "orders"],
        stdin: "",
    },
    Step {
        why: "Records with keys. Records of one key stay in order, in one partition.",
        args: &["produce", "orders", "--parse-key", "--key-separator", ":"],
        stdin: "o-1:{\"total\": 12}\no-2:{\"total\": 7}\no-1:{\"paid\": true}\n",
    },
    Step {
        why: "Read them from the beginning, with their keys. Reading takes nothing away.",
        args: &[
            "console-consumer",
            "--topic",
            "orders",
            "--from-beginning",
            "--max-messages",
            "3",
            "--property",
            "print.key=true",
        ],
        stdin: "",
    },
    Step { why: "Where each partition ends.", args: &["get-offsets", "--topic", "orders"], stdin: "" },
];

fn act(_: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let begun = Instant::now();
    let plan = settings::plan(Wanted { temporary: true, any_port: true, ..Wanted::default() })?;
    let folder = plan.temporary.as_ref().map(|t| t.path().to_owned()).unwrap_or_default();
    let broker = embedded::start(plan.config, Options::default()).map_err(attend::failure)?;
    let ready = human::duration(begun.elapsed().as_millis().try_into().unwrap_or(u64::MAX));
    cx.out
        .line(format!("# A Kafka broker of your own, in this process: ready in {ready}. You would type   kt serve"))?;
    for step in STEPS {
        show(step, &broker.address, cx)?;
    }
    cx.out.line("\n# What is on disk now is Kafka's own format: Apache Kafka's tools read it, too.")?;
    let first = "orders-0";
    cx.out.line(format!("$ ls {first}"))?;
    for name in names(&folder.join(first)) {
        cx.out.line(&name)?;
    }
    drop(broker);
    drop(plan.temporary);
    let took = human::duration(begun.elapsed().as_millis().try_into().unwrap_or(u64::MAX));
    cx.out.line(format!("\n# That took {took}; the broker has stopped and its folder is gone. Next:"))?;
    for (line, does) in [
        ("kt serve", "a broker that stays, on 127.0.0.1:9092"),
        ("kt links ~/bin", "kafka-topics.sh and all the other names, for any tutorial"),
        ("kt serve -- pytest tests/", "a broker for one command, such as a test run"),
        ("kt help", "all commands"),
    ] {
        cx.out.line(format!("  {line:<28}{does}"))?;
    }
    Ok(())
}

fn show(step: &Step, address: &str, cx: &mut Context) -> Result<(), Failure> {
    cx.out.line(format!("\n# {}", step.why))?;
    let typed: Vec<&str> = step.args.to_vec();
    let line = format!("kt {}", typed.join(" "));
    if step.stdin.is_empty() {
        cx.out.line(format!("$ {line}"))?;
    } else {
        let text = step.stdin.trim_end().replace('\n', "\\n");
        cx.out.line(format!("$ printf '{text}\\n' | {line}"))?;
    }
    cx.out.flush()?;
    let failed = |e: std::io::Error| Failure::new(format!("cannot run {line}: {e}"));
    let program = std::env::current_exe().map_err(failed)?;
    let mut child = Process::new(program)
        .args(step.args)
        .env("KT_BOOTSTRAP", address)
        .env("KT_HINTS", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(step.stdin.as_bytes()).map_err(failed)?;
    }
    let done = child.wait_with_output().map_err(failed)?;
    cx.out.write_all(&done.stdout)?;
    if done.status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("this step of the tour failed: {line}"))
        .hint("please report it, with what is printed above")
        .exit(Exit::Failed))
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
