//! Questions to a person. Asked only when both stdin and stderr are terminals: a script never waits for an answer.
//!
//! Escape and Ctrl-D give up, and so does Ctrl-C, which is an error of the kind `Interrupted`.

use std::io::{self, IsTerminal, Write};

use super::keys::{Key, Keys};

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
    write!(stderr, "{question} ")?;
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
    writeln!(stderr, "? {question}")?;
    loop {
        write!(stderr, "{}", drawn(choices, at))?;
        stderr.flush()?;
        let key = keys.press()?;
        // Back up over the list, and away with it: it is drawn anew, or answered.
        write!(stderr, "\x1b[{}A\x1b[J", choices.len())?;
        match key {
            Key::Interrupt => return Err(io::ErrorKind::Interrupted.into()),
            Key::Escape | Key::End => return Ok(None),
            Key::Enter => {
                writeln!(stderr, "  › {}", choices[at])?;
                return Ok(Some(at));
            }
            key => at = moved(at, choices.len(), key),
        }
    }
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
    fn keys_move_in_a_list_round_its_ends() {
        assert_eq!(moved(0, 3, Key::Up), 2);
        assert_eq!(moved(2, 3, Key::Down), 0);
        assert_eq!(moved(0, 3, Key::Text('j')), 1);
        assert_eq!(moved(0, 3, Key::Text('3')), 2);
        assert_eq!([moved(1, 3, Key::Text('4')), moved(1, 3, Key::Text('0')), moved(1, 3, Key::Other)], [1; 3]);
    }
}
