//! Pages of help and descriptions that are longer than the terminal, in the user's pager: `KT_PAGER`, else `PAGER`, else `less -FRX`.
//!
//! An empty name switches it off. A pager that cannot be started is no reason to show nothing: the page is printed.
//! Nothing else is ever paged, least of all what may go on for ever. Nor is a terminal that says `TERM=dumb`, which has no
//! screen to move about on.

use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use super::letters;
use super::sink::Sink;

const USUAL: &str = "less -FRX";
/// What a shell ends with when a command cannot be run, or is not there.
const NOT_STARTED: [i32; 2] = [126, 127];

/// Shows a page.
pub fn show(out: &mut Sink, page: &str) -> io::Result<()> {
    let known = if out.is_terminal() { letters::known(page) } else { page.into() };
    let page = &*known;
    let command = wanted(|name| env::var(name).ok());
    let fits = || rows().is_none_or(|rows| page.lines().count() < rows);
    let dumb = env::var("TERM").is_ok_and(|term| term == "dumb");
    if !out.is_terminal() || dumb || command.is_empty() || fits() || !paged(&command, page) {
        out.write_all(page.as_bytes())?;
    }
    out.flush()
}

fn wanted(variable: impl Fn(&str) -> Option<String>) -> String {
    let command = ["KT_PAGER", "PAGER"].into_iter().find_map(variable);
    command.unwrap_or_else(|| USUAL.to_owned()).trim().to_owned()
}

/// The height of the terminal on stdout: `LINES` where it is set, else what the terminal says, if it knows.
pub fn rows() -> Option<usize> {
    let lines = env::var("LINES").ok().and_then(|text| text.parse().ok());
    let asked = || rustix::termios::tcgetwinsize(io::stdout()).ok().map(|size| usize::from(size.ws_row));
    lines.or_else(asked).filter(|rows| *rows > 0)
}

/// Whether a pager has shown it.
fn paged(command: &str, page: &str) -> bool {
    // Ctrl-C belongs to the pager, which goes on; without this kt would end and leave it behind on the terminal.
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else { return false };
    let _interrupts =
        runtime.block_on(async { tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt()) });
    // It may come with options of its own.
    let Ok(mut child) = Command::new("sh").arg("-c").arg(command).stdin(Stdio::piped()).stderr(Stdio::null()).spawn()
    else {
        return false;
    };
    if let Some(mut stdin) = child.stdin.take() {
        let _ = stdin.write_all(page.as_bytes()); // it may be left before its end
    }
    child.wait().is_ok_and(|status| !status.code().is_some_and(|code| NOT_STARTED.contains(&code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kts_own_variable_comes_before_the_usual_one_and_empty_is_off() {
        let with = |kt: Option<&str>, usual: Option<&str>| {
            wanted(|name| if name == "KT_PAGER" { kt } else { usual }.map(str::to_owned))
        };
        assert_eq!(with(None, None), "less -FRX");
        assert_eq!(with(None, Some("most")), "most");
        assert_eq!(with(Some("bat -p"), Some("most")), "bat -p");
        assert_eq!(with(Some(""), Some("most")), "");
        assert_eq!(with(None, Some("")), "");
    }
}
