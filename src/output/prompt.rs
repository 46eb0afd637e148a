//! Questions to a person. Asked only when both stdin and stderr are terminals: a script never waits for an answer.

use std::io::{self, BufRead, IsTerminal, Write};

/// Whether somebody is there to answer.
pub fn possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// `question [y/N]`: only a clear yes counts. The end of input (Ctrl-D) is a no.
pub fn yes(question: &str) -> io::Result<bool> {
    let answer = ask(&format!("{question} [y/N] "))?;
    Ok(matches!(answer.as_deref().map(str::trim), Some("y" | "Y" | "yes" | "Yes")))
}

/// For what cannot be undone: the name has to be typed.
pub fn type_name(question: &str, name: &str) -> io::Result<bool> {
    let answer = ask(&format!("{question}: "))?;
    Ok(answer.as_deref().map(str::trim) == Some(name))
}

fn ask(text: &str) -> io::Result<Option<String>> {
    let mut stderr = io::stderr();
    stderr.write_all(text.as_bytes())?;
    stderr.flush()?;
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line)?;
    Ok((read > 0).then_some(line))
}
