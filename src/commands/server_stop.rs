//! kafka-server-stop: every broker of kt on this machine is told to stop, and waited for.
//!
//! A broker is found by the lock that it holds on its data folder, not by its name in a list of processes.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal};

use super::context::Context;
use super::failure::{Exit, Failure};
use super::options::Given;
use super::tool::{Example, Group, Kafka, Options, Thrown, Tool};

pub const TOOL: Tool = Tool {
    script: Some("kafka-server-stop"),
    kafka: Some(Kafka { options: Options::Raw, thrown: Thrown::STDERR, act }),
    examples: &[
        Example { line: "kt server-stop", does: "stops every broker of kt on this machine" },
        Example { line: "kt server-stop --node-id 2", does: "only the one with this node.id" },
    ],
    quirks: &["waits until the brokers have stopped; the original returns at once"],
    ..Tool::own("server-stop", Group::Broker, "stops the brokers of kt on this machine")
};

/// How long a broker may take to stop.
const PATIENCE: Duration = Duration::from_secs(30);
const LOOK: Duration = Duration::from_millis(20);

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    let wanted = read(&given.words)?;
    let found: Vec<Pid> =
        brokers().into_iter().filter(|b| wanted.is_none_or(|id| b.node_id == Some(id))).map(|b| b.pid).collect();
    if found.is_empty() {
        // The original's words and code.
        cx.out.line("No kafka server to stop")?;
        return Err(Failure::silent(Exit::Failed));
    }
    for pid in &found {
        rustix::process::kill_process(*pid, Signal::TERM)
            .map_err(|e| Failure::new(format!("cannot stop the broker with pid {}: {e}", pid.as_raw_nonzero())))?;
    }
    let deadline = Instant::now() + PATIENCE;
    // A process that is not a child gives no event of its end that would not need one more privilege or library.
    while found.iter().any(|pid| rustix::process::test_kill_process(*pid).is_ok()) {
        if Instant::now() > deadline {
            return Err(Failure::new(format!("the broker has not stopped in {} s", PATIENCE.as_secs()))
                .hint("a second kt server-stop makes it stop at once"));
        }
        std::thread::sleep(LOOK);
    }
    Ok(())
}

fn read(args: &[String]) -> Result<Option<i32>, Failure> {
    let usage = |what: String| Failure::usage(what).hint("kt server-stop [--node-id N | --process-role broker]");
    let mut wanted = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let (name, value) = match arg.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (arg.as_str(), args.next().cloned()),
        };
        let value = value.ok_or_else(|| usage(format!("{name} wants a value")))?;
        match name {
            "--node-id" => {
                wanted = Some(value.parse().map_err(|_| usage(format!("'{value}' is no node id")))?);
            }
            // Each broker of kt is both.
            "--process-role" if matches!(value.as_str(), "broker" | "controller") => {}
            _ => return Err(usage(format!("'{arg}' is no option of server-stop"))),
        }
    }
    Ok(wanted)
}

struct Found {
    pid: Pid,
    node_id: Option<i32>,
}

/// The processes that run this program and hold a data folder's lock.
fn brokers() -> Vec<Found> {
    let own = std::process::id();
    let program = fs::read_link("/proc/self/exe").ok();
    let Ok(processes) = fs::read_dir("/proc") else { return Vec::new() };
    let mut found = Vec::new();
    for process in processes.flatten() {
        let Some(id) = process.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        if id == own || !is_kt(&process.path(), program.as_deref()) {
            continue;
        }
        let Ok(files) = fs::read_dir(process.path().join("fd")) else { continue };
        let lock = files.flatten().filter_map(|fd| fs::read_link(fd.path()).ok()).find(|to| to.ends_with(".lock"));
        let pid = i32::try_from(id).ok().and_then(Pid::from_raw);
        if let (Some(lock), Some(pid)) = (lock, pid) {
            found.push(Found { pid, node_id: lock.parent().and_then(node_id) });
        }
    }
    found
}

/// The same program, perhaps of another build that replaced the file since.
fn is_kt(process: &Path, program: Option<&Path>) -> bool {
    let Ok(exe) = fs::read_link(process.join("exe")) else { return false };
    let name = |path: &Path| {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        name.trim_end_matches(" (deleted)").to_owned()
    };
    program.is_some_and(|own| exe == own || name(&exe) == name(own))
}

fn node_id(folder: &Path) -> Option<i32> {
    let text = fs::read_to_string(folder.join("meta.properties")).ok()?;
    text.lines().find_map(|line| line.strip_prefix("node.id=")?.trim().parse().ok())
}
