//! Records that wait for a broker that does not answer: a person is told, for the bar alone looks as if all were well.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::commands::context::Context;
use crate::output::paint::{Paint, Tone};

/// How long records may be on their way before something is said.
const PATIENCE: Duration = Duration::from_secs(3);
const LOOK: Duration = Duration::from_millis(200);

/// How far the sending is.
pub struct Progress {
    /// Acknowledged or given up.
    pub settled: u64,
    pub sent: u64,
}

/// Says, from a thread of its own until the program ends, when nothing has been settled for a while although records are
/// on their way, and when it goes on.
pub fn watch(look: impl Fn() -> Progress + Send + 'static, cx: &Context) {
    if cx.manners().quiet {
        return;
    }
    let paint = Paint::for_stderr(cx.manners().color);
    let clear = if io::stderr().is_terminal() { "\r\x1b[K" } else { "" };
    let say = move |text: &str| {
        // Nothing sensible can be done about a stderr that cannot be written.
        let _ = writeln!(io::stderr(), "{clear}{} {text}", paint.paint(Tone::Dim, "note:"));
    };
    std::thread::spawn(move || {
        let (mut settled, mut since, mut told) = (0, Instant::now(), false);
        loop {
            std::thread::sleep(LOOK);
            let now = look();
            if now.settled != settled || now.settled == now.sent {
                (settled, since) = (now.settled, Instant::now());
                if std::mem::take(&mut told) {
                    say("it goes on: records are acknowledged again");
                }
            } else if !told && since.elapsed() >= PATIENCE {
                told = true;
                say("no broker has acknowledged anything for 3 s; trying again (kt doctor may know why)");
            }
        }
    });
}
