//! Questions to a person. Asked only when both stdin and stderr are terminals: a script never waits for an answer.
//!
//! Escape and Ctrl-D give up, and so does Ctrl-C, which is an error of the kind `Interrupted`.

use std::io::{self, IsTerminal, Write};

use super::keys::{Key, Keys};
use super::letters;
use super::record::harmless;

/// Nobody types more.
const LONGEST: usize = 1024;

/// Whether somebody is there to answer.
pub fn possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// `question [y/N]`: only a clear yes counts.
pub fn yes(question: &str) -> io::Result<bool> {
    let answer = text(&format!("{question} [y/N]"))?;
    Ok(matches!(answer.as_deref().map(str::trim), Some("y" | "Y" | "yes" | "Yes")))
}

/// For what cannot be undone: the name has to be typed.
pub fn type_name(question: &str, name: &str) -> io::Result<bool> {
    let answer = text(&format!("{question}:"))?;
    Ok(answer.as_deref().map(str::trim) == Some(name))
}

/// A line of text.
pub fn text(question: &str) -> io::Result<Option<String>> {
    line(question, true)
}

/// A line of text that is not shown.
pub fn secret(question: &str) -> io::Result<Option<String>> {
    line(question, false)
}

fn line(question: &str, echo: bool) -> io::Result<Option<String>> {
    let mut stderr = io::stderr();
    // Before the question stands there: what is pressed at once is pressed for it.
    let mut keys = Keys::open()?;
    write!(stderr, "{} ", letters::known(question))?;
    stderr.flush()?;
    let mut line = String::new();
    let answer = loop {
        match keys.press()? {
            Key::Enter => break Ok(Some(line)),
            Key::Escape | Key::End => break Ok(None),
            Key::Interrupt => break Err(io::ErrorKind::Interrupted.into()),
            Key::Backspace if line.pop().is_some() && echo => write!(stderr, "\x08 \x08")?,
            Key::Text(letter) if line.len() < LONGEST => {
                line.push(letter);
                if echo {
                    write!(stderr, "{letter}")?;
                }
            }
            _ => {}
        }
        stderr.flush()?;
    };
    writeln!(stderr)?;
    answer
}

/// One of several, by arrow keys or by its number; what was chosen stays on the screen.
pub fn one_of(question: &str, choices: &[String]) -> io::Result<Option<usize>> {
    let mut stderr = io::stderr();
    let mut keys = Keys::open()?;
    let mut at = 0;
    writeln!(stderr, "? {}", letters::known(question))?;
    loop {
        write!(stderr, "{}", letters::known(&drawn(choices, at)))?;
        stderr.flush()?;
        let key = keys.press()?;
        // Back up over the list, and away with it: it is drawn anew, or answered.
        write!(stderr, "\x1b[{}A\x1b[J", choices.len())?;
        match key {
            Key::Interrupt => return Err(io::ErrorKind::Interrupted.into()),
            Key::Escape | Key::End => return Ok(None),
            Key::Enter => {
                writeln!(stderr, "{}", letters::known(&format!("  › {}", choices[at])))?;
                return Ok(Some(at));
            }
            key => at = moved(at, choices.len(), key),
        }
    }
}

/// How many of them are shown at once.
const SHOWN: usize = 10;

/// One of many: letters narrow the list to what has them in it, the arrow keys move in it. What was chosen is not shown.
pub fn choose(question: &str, choices: &[String]) -> io::Result<Option<usize>> {
    let mut stderr = io::stderr();
    let mut keys = Keys::open()?;
    let (mut typed, mut at) = (String::new(), 0);
    let size = rustix::termios::tcgetwinsize(io::stderr()).ok();
    let width = size.map(|size| usize::from(size.ws_col)).filter(|columns| *columns > 0).unwrap_or(80);
    loop {
        let fitting = fitting(choices, &typed);
        at = at.min(fitting.len().saturating_sub(1));
        let lines = list(choices, &fitting, at, width);
        write!(
            stderr,
            "? {question} {typed}\r\n{}",
            lines.iter().map(|line| format!("{}\r\n", letters::known(line))).collect::<String>()
        )?;
        stderr.flush()?;
        let key = keys.press()?;
        // Back up over all of it, and away with it.
        write!(stderr, "\x1b[{}A\r\x1b[J", lines.len() + 1)?;
        stderr.flush()?;
        match key {
            Key::Interrupt => return Err(io::ErrorKind::Interrupted.into()),
            Key::Escape | Key::End => return Ok(None),
            Key::Enter if !fitting.is_empty() => return Ok(Some(fitting[at])),
            Key::Up if !fitting.is_empty() => at = (at + fitting.len() - 1) % fitting.len(),
            Key::Down if !fitting.is_empty() => at = (at + 1) % fitting.len(),
            Key::Backspace => {
                typed.pop();
                at = 0;
            }
            Key::Text(letter) if question.len() + typed.len() + 8 < width => {
                typed.push(letter);
                at = 0;
            }
            _ => {}
        }
    }
}

/// Which of them have all that was typed in it, those that begin with it first.
fn fitting(choices: &[String], typed: &str) -> Vec<usize> {
    let typed = typed.to_lowercase();
    let place = |index: &usize| choices[*index].to_lowercase().find(&typed);
    let mut fitting: Vec<usize> = (0..choices.len()).filter(|index| place(index).is_some()).collect();
    fitting.sort_by_key(|index| place(index) != Some(0));
    fitting
}

/// A window of the list around the one that is marked.
fn list(choices: &[String], fitting: &[usize], at: usize, width: usize) -> Vec<String> {
    let first = (at + 1).saturating_sub(SHOWN);
    let window = fitting.iter().enumerate().skip(first).take(SHOWN);
    let line = |(index, choice): (usize, &usize)| {
        let mark = if index == at { "›" } else { " " };
        // A line that the terminal breaks would be two, and one would stay behind.
        let name: String = harmless::text(&choices[*choice]).chars().take(width.saturating_sub(5)).collect();
        format!("  {mark} {name}")
    };
    let mut lines: Vec<String> = window.map(line).collect();
    match fitting.len() {
        0 => lines.push("    nothing has that in its name".to_owned()),
        all if all > SHOWN => lines.push(format!("    {all} in all; type to narrow the list")),
        _ => {}
    }
    lines
}

fn drawn(choices: &[String], at: usize) -> String {
    let line = |(index, choice): (usize, &String)| match index == at {
        true => format!("  › {choice}\n"),
        false => format!("    {choice}\n"),
    };
    choices.iter().enumerate().map(line).collect()
}

fn moved(at: usize, all: usize, key: Key) -> usize {
    match key {
        Key::Up | Key::Text('k') => (at + all - 1) % all,
        Key::Down | Key::Text('j') => (at + 1) % all,
        Key::Text(digit) => match digit.to_digit(10) {
            Some(number) if (1..=all).contains(&(number as usize)) => number as usize - 1,
            _ => at,
        },
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_narrow_a_list_and_its_window_follows_the_mark() {
        let names: Vec<String> = ["billing", "orders", "orders-dlq", "old-orders"].map(str::to_owned).to_vec();
        assert_eq!(fitting(&names, ""), [0, 1, 2, 3]);
        assert_eq!(fitting(&names, "ORD"), [1, 2, 3]);
        assert_eq!(fitting(&names, "o"), [1, 2, 3], "what begins with it comes first, and billing has none");
        assert!(fitting(&names, "x").is_empty());
        assert_eq!(list(&names, &[1, 2], 1, 80), ["    orders", "  › orders-dlq"]);
        assert_eq!(list(&names, &[1, 2], 1, 11), ["    orders", "  › orders"]);
        let many: Vec<String> = (0..30).map(|number| format!("t{number}")).collect();
        let all: Vec<usize> = (0..30).collect();
        let lines = list(&many, &all, 15, 80);
        assert_eq!((lines.len(), &*lines[9], &*lines[10]), (11, "  › t15", "    30 in all; type to narrow the list"));
    }

    #[test]
    fn keys_move_in_a_list_round_its_ends() {
        assert_eq!(moved(0, 3, Key::Up), 2);
        assert_eq!(moved(2, 3, Key::Down), 0);
        assert_eq!(moved(0, 3, Key::Text('j')), 1);
        assert_eq!(moved(0, 3, Key::Text('3')), 2);
        assert_eq!([moved(1, 3, Key::Text('4')), moved(1, 3, Key::Text('0')), moved(1, 3, Key::Other)], [1; 3]);
    }
}
