//! Runs a broker and stays with it until its end.
//!
//! The first SIGINT or SIGTERM stops it in order, a second one at once. What was acknowledged is safe either way.

use std::io;
use std::process::ExitStatus;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tracing_subscriber::EnvFilter;

use super::settings::Plan;
use crate::broker::loggers::LogLevels;
use crate::broker::run::{self, Options, Running, StartError};
use crate::broker::sync::Policy;
use crate::commands::failure::{Exit, Failure};
use crate::commands::signals;

/// Even on one core some workers have to be free while others wait for the disk.
const LEAST_WORKERS: usize = 4;

/// What a broker tells by itself: tracing's filter, and the level that it stands for.
pub const TALKATIVE: (&str, &str) = ("warn,kt=info", "INFO");

/// Serves until a signal comes. `ready` says that the broker is: it, how long that took, and whether its folder is
/// temporary. If that cannot be said the broker is stopped, for nobody would find it.
pub fn until_stopped(
    plan: Plan,
    policy: Policy,
    verbosity: u8,
    ready: impl FnOnce(&Running, Duration, bool) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let log_levels = log_to_stderr(verbosity, TALKATIVE);
    let runtime = runtime()?;
    runtime.block_on(async {
        let mut signals = Signals::new()?;
        let (running, took) = start(&plan, policy, log_levels).await?;
        let said = ready(&running, took, plan.temporary.is_some());
        if said.is_ok() {
            signals.next().await;
        }
        stop(running).await;
        said
    })
}

/// Serves one command and ends with it.
pub fn for_command(plan: Plan, policy: Policy, command: &[String], verbosity: u8) -> Result<(), Failure> {
    // Between the lines of the command there is no room for what a broker tells.
    let log_levels = log_to_stderr(verbosity, ("warn", "WARN"));
    let runtime = runtime()?;
    let status = runtime.block_on(async {
        let mut signals = Signals::new()?;
        let (running, _) = start(&plan, policy, log_levels).await?;
        let address = running.addresses.first().map(ToString::to_string).unwrap_or_default();
        let mut child = tokio::process::Command::new(&command[0])
            .args(&command[1..])
            .env("KT_BOOTSTRAP", &address)
            .env("KAFKA_BOOTSTRAP_SERVERS", &address)
            .env("BOOTSTRAP_SERVERS", &address)
            .kill_on_drop(true)
            .spawn()
            .map_err(|e| cannot_run(&command[0], &e))?;
        let status = loop {
            tokio::select! {
                status = child.wait() => break status,
                // A terminal sends its signals to the command as well; kill sends them to us alone.
                () = signals.next() => terminate(&child),
            }
        };
        stop(running).await;
        status.map_err(|e| cannot_run(&command[0], &e))
    })?;
    drop(plan);
    match code(status) {
        0 => Ok(()),
        code => Err(Failure::with_status(code)),
    }
}

async fn start(plan: &Plan, policy: Policy, log_levels: LogLevels) -> Result<(Running, Duration), Failure> {
    let begun = Instant::now();
    let options = Options { policy, log_levels, ..Options::default() };
    let running = run::start(plan.config.clone(), options).await.map_err(failure)?;
    Ok((running, begun.elapsed()))
}

async fn stop(running: Running) {
    tokio::select! {
        () = running.stop() => {}
        // Everything acknowledged is in the log's files already; the next start checks them.
        Some(again) = signals::again() => std::process::exit(again.status()),
    }
}

fn terminate(child: &tokio::process::Child) {
    let pid = child.id().and_then(|id| i32::try_from(id).ok()).and_then(rustix::process::Pid::from_raw);
    if let Some(pid) = pid {
        let _ = rustix::process::kill_process(pid, rustix::process::Signal::TERM); // it may be gone by now
    }
}

fn code(status: ExitStatus) -> u8 {
    use std::os::unix::process::ExitStatusExt;
    let code = status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0));
    u8::try_from(code).unwrap_or(1)
}

fn cannot_run(command: &str, error: &io::Error) -> Failure {
    Failure::new(format!("cannot run {command}: {}", crate::commands::failure::plain(error))).exit(Exit::Failed)
}

/// Why a broker does not start, with what to do about it.
pub fn failure(error: StartError) -> Failure {
    let failure = Failure::new(error.to_string());
    match error {
        StartError::PortTaken { .. } => failure
            .hint("kt serve --port 0   takes any free port and says which")
            .hint("kt server-stop   stops a broker of kt that runs here"),
        StartError::Protocol { .. } => failure.hint("use a PLAINTEXT listener on an address that only you can reach"),
        StartError::NoFolder => failure.hint("kt serve --data DIR"),
        StartError::Folder(folder) => failure.hint_if_any(folder.hint()),
        _ => failure,
    }
}

pub fn runtime() -> Result<Runtime, Failure> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Builder::new_multi_thread()
        .worker_threads(cores.max(LEAST_WORKERS))
        .thread_name("kt-worker")
        .enable_all()
        .build()
        .map_err(|e| Failure::new(format!("the system gives no threads: {e}")))
}

struct Signals {
    interrupt: Signal,
    terminate: Signal,
}

impl Signals {
    fn new() -> Result<Signals, Failure> {
        let listen = |kind| signal(kind).map_err(|e| Failure::new(format!("cannot listen for signals: {e}")));
        Ok(Signals { interrupt: listen(SignalKind::interrupt())?, terminate: listen(SignalKind::terminate())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// `KT_LOG` filters as tracing does; otherwise -v is debug and -vv trace. Clients may change the levels later.
pub fn log_to_stderr(verbosity: u8, usual: (&'static str, &'static str)) -> LogLevels {
    let (level, word) = match verbosity {
        0 => usual,
        1 => ("info,kt=debug", "DEBUG"),
        _ => ("debug,kt=trace", "TRACE"),
    };
    let filter = std::env::var("KT_LOG").unwrap_or_else(|_| level.to_owned());
    let subscriber = tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_ansi(io::IsTerminal::is_terminal(&io::stderr()))
        .with_target(false)
        .with_env_filter(EnvFilter::new(&filter))
        .with_filter_reloading();
    let handle = subscriber.reload_handle();
    let apply = move |filter: &str| {
        // It fails only when the log itself is gone.
        let _ = handle.reload(EnvFilter::new(filter));
    };
    // A process that has one already keeps it.
    let _ = subscriber.try_init();
    LogLevels { filter, level: Some(word), apply: Some(Arc::new(apply)) }
}
