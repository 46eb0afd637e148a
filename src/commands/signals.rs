//! Ctrl-C and SIGTERM for tools that have something to finish: the first one asks them to, the second ends the program.

use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};

/// Signals that come so close to the first are the same wish: `timeout` and process groups deliver one twice.
const SAME_WISH: Duration = Duration::from_millis(300);

/// Which wish to stop it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    Interrupt,
    Terminate,
}

impl Stop {
    /// The exit code by which a shell tells that a program ended so.
    pub fn status(self) -> i32 {
        match self {
            Self::Interrupt => 130,
            Self::Terminate => 143,
        }
    }
}

/// Calls `act`, on a thread of its own, at the first signal. A system that gives no thread or handler leaves the signals
/// to their default, which ends the program.
pub fn on_stop(act: impl FnOnce(Stop) + Send + 'static) {
    let thread = std::thread::Builder::new().name("kt-signals".to_owned());
    let _ = thread.spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        let Some(first) = runtime.block_on(next()) else { return };
        // The second one is waited for while the tool finishes.
        let _ = std::thread::Builder::new().name("kt-signals-2".to_owned()).spawn(move || {
            if let Some(second) = runtime.block_on(again()) {
                std::process::exit(second.status());
            }
        });
        act(first);
    });
}

/// A second wish, behind a first one.
pub async fn again() -> Option<Stop> {
    tokio::time::sleep(SAME_WISH).await;
    next().await
}

async fn next() -> Option<Stop> {
    let mut interrupt = signal(SignalKind::interrupt()).ok()?;
    let mut terminate = signal(SignalKind::terminate()).ok()?;
    tokio::select! {
        _ = interrupt.recv() => Some(Stop::Interrupt),
        _ = terminate.recv() => Some(Stop::Terminate),
    }
}
