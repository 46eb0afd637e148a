//! kafka-server-start: a broker set up by a server.properties of any age, in front or as a daemon.

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::context::Context;
use super::failure::{self, Failure};
use super::options::Given;
use super::serve::attend;
use super::serve::settings::{self, Wanted};
use super::tool::{Example, Group, Kafka, Options, Thrown, Tool};
use crate::broker::sync::Policy;

pub const TOOL: Tool = Tool {
    script: Some("kafka-server-start"),
    kafka: Some(Kafka { options: Options::Raw, thrown: Thrown::STDERR, act }),
    examples: &[
        Example { line: "kt server-start config/server.properties", does: "a broker, until Ctrl-C" },
        Example {
            line: "kt server-start -daemon server.properties --override num.partitions=3",
            does: "in the background, its log in logs/server.log",
        },
    ],
    quirks: &[
        "ZooKeeper's and the controller's settings are named once in the log and ignored: kt is broker and controller in one",
        "an unformatted data folder is formatted by itself",
        "-daemon returns when the port answers, or says why it does not",
    ],
    ..Tool::own("server-start", Group::Broker, "a broker set up by a server.properties")
};

const USAGE: &str = "USAGE: kt server-start [-daemon] server.properties [--override property=value]*";

/// Set for the process in the background, which then says on stdout that it is ready.
const BACKGROUND: &str = "KT_IN_BACKGROUND";

/// Lines of the log that are shown when a daemon does not start.
const TAIL: usize = 15;

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    let args = &given.words;
    let call = read(args)?;
    if call.daemon && std::env::var_os(BACKGROUND).is_none() {
        return in_background(args, cx);
    }
    if std::env::var_os(BACKGROUND).is_some() {
        // A session of its own: the end of the terminal is not the broker's.
        let _ = rustix::process::setsid();
    }
    let plan = settings::plan(Wanted { file: Some(call.file), overrides: call.overrides, ..Wanted::default() })?;
    attend::until_stopped(plan, Policy::default(), 0, |running, took, _| {
        ready(running, took);
        Ok(())
    })
}

fn ready(running: &crate::broker::run::Running, took: std::time::Duration) {
    let addresses: Vec<String> = running.addresses.iter().map(ToString::to_string).collect();
    let addresses = addresses.join(", ");
    tracing::info!(
        "kt {} serves on {addresses}, data in {}, cluster {}, ready in {} ms (Kafka Server started)",
        env!("CARGO_PKG_VERSION"),
        running.broker.log_dir().display(),
        running.broker.image().cluster_id,
        took.as_millis()
    );
    if std::env::var_os(BACKGROUND).is_some() {
        let mut out = std::io::stdout();
        let _ = writeln!(out, "{addresses}"); // whoever waits for it may have gone
        let _ = out.flush();
    }
}

struct Call {
    daemon: bool,
    file: PathBuf,
    overrides: Vec<String>,
}

fn read(args: &[String]) -> Result<Call, Failure> {
    let usage = |what: String| Failure::usage(what).hint(USAGE);
    let mut call = Call { daemon: false, file: PathBuf::new(), overrides: Vec::new() };
    let mut args = args.iter();
    let mut file = None;
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "-daemon" | "--daemon" => call.daemon = true,
            "-loggc" => {}
            "-name" => drop(args.next()),
            "--override" => match args.next() {
                Some(pair) => call.overrides.push(pair.clone()),
                None => return Err(usage("--override wants a property=value".to_owned())),
            },
            other if other.starts_with("--override=") => call.overrides.push(other["--override=".len()..].to_owned()),
            other if other.starts_with('-') => return Err(usage(format!("'{other}' is no option of server-start"))),
            other if file.is_none() => file = Some(PathBuf::from(other)),
            other => return Err(usage(format!("'{other}' is one argument too many"))),
        }
    }
    call.file = file.ok_or_else(|| usage("no server.properties is named".to_owned()))?;
    Ok(call)
}

/// Starts this program again in the background, and waits until it answers or has ended.
fn in_background(args: &[String], cx: &mut Context) -> Result<(), Failure> {
    let dir = PathBuf::from(std::env::var_os("LOG_DIR").filter(|d| !d.is_empty()).unwrap_or_else(|| "logs".into()));
    fs::create_dir_all(&dir).map_err(|e| failure::file("make the folder", dir.display(), &e))?;
    let log = dir.join("server.log");
    let open = OpenOptions::new().create(true).append(true).open(&log);
    let file: File = open.map_err(|e| failure::file("write", log.display(), &e))?;
    let before = file.metadata().map_or(0, |m| m.len());
    let program = std::env::current_exe().map_err(|e| Failure::new(format!("cannot find this program: {e}")))?;
    let mut child = Command::new(program)
        .arg0("kafka-server-start")
        .args(args)
        .env(BACKGROUND, "1")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(file)
        .spawn()
        .map_err(|e| Failure::new(format!("cannot start the broker: {e}")))?;
    let mut told = String::new();
    let heard = child.stdout.take().map(|out| BufReader::new(out).read_line(&mut told));
    if matches!(heard, Some(Ok(1..))) {
        cx.note(&format!("broker {} runs as pid {}; its log is {}", told.trim(), child.id(), log.display()));
        return Ok(());
    }
    let text = fs::read(&log).unwrap_or_default();
    let new = String::from_utf8_lossy(text.get(before as usize..).unwrap_or_default()).into_owned();
    let lines: Vec<&str> = new.lines().collect();
    let tail = lines[lines.len().saturating_sub(TAIL)..].join("\n");
    Err(Failure::new("the broker did not start").because(tail).hint(format!("its log: {}", log.display())))
}
