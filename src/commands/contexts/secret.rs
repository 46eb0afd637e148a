//! Passwords: fetched when they are needed, never kept in a file of kt's, never shown, never on a command line.

use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use parking_lot::Mutex;

use crate::commands::failure::{Exit, Failure, file, plain};

/// Where a password is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Variable(String),
    File(PathBuf),
    /// A command line for the shell; the first line of what it prints is the password.
    Command(String),
    /// A name in the keyring of the platform, which its own tool reads ([`KEYRING`]).
    Keyring(String),
}

/// The tool of the platform's keyring with its arguments in front of the name, and how a password comes in.
#[cfg(target_os = "macos")]
const KEYRING: (&[&str], &str) =
    (&["security", "find-generic-password", "-w", "-s", "kt", "-a"], "security add-generic-password -s kt -w -a");
#[cfg(not(target_os = "macos"))]
const KEYRING: (&[&str], &str) =
    (&["secret-tool", "lookup", "service", "kt", "name"], "secret-tool store --label kt service kt name");

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Variable(name) => write!(f, "(from ${name})"),
            Source::File(path) => write!(f, "(from {})", path.display()),
            Source::Command(line) => write!(f, "(from the command: {line})"),
            Source::Keyring(name) => write!(f, "(from the keyring: {name})"),
        }
    }
}

/// What commands have said: one that asks a person is asked once.
static SAID: Mutex<Option<HashMap<String, String>>> = Mutex::new(None);

impl Source {
    /// Fetches it for a context.
    pub fn fetch(&self, context: &str, var: &dyn Fn(&str) -> Option<String>) -> Result<String, Failure> {
        let denied = |what: String| Failure::new(what).exit(Exit::Denied).kafka_on_stderr();
        let text = match self {
            Source::Variable(name) => var(name).ok_or_else(|| {
                denied(format!("context {context} takes its password from {name}, and that is not set"))
                    .hint(format!("export {name}=…   in this shell, or let a password-command fetch it"))
            })?,
            Source::File(path) => {
                std::fs::read_to_string(path).map_err(|error| file("read", path.display(), &error))?
            }
            Source::Command(line) => once(line, || {
                run(&["sh", "-c", line]).map_err(|why| {
                    denied(format!("the password-command of context {context} failed")).because(why).hint(line.clone())
                })
            })?,
            Source::Keyring(name) => {
                let (tool, store) = KEYRING;
                let line: Vec<&str> = tool.iter().copied().chain([name.as_str()]).collect();
                once(&line.join(" "), || {
                    run(&line).map_err(|why| {
                        denied(format!("the keyring gives no password '{name}' for context {context}"))
                            .because(format!("{}: {why}", tool[0]))
                            .hint(format!("{store} '{name}'   keeps one there"))
                    })
                })?
            }
        };
        let password = first_line(&text);
        if password.is_empty() {
            return Err(denied(format!("the password of context {context} is empty {self}")));
        }
        Ok(password)
    }
}

fn once(line: &str, ask: impl FnOnce() -> Result<String, Failure>) -> Result<String, Failure> {
    if let Some(known) = SAID.lock().as_ref().and_then(|said| said.get(line)) {
        return Ok(known.clone());
    }
    let text = ask()?;
    SAID.lock().get_or_insert_default().insert(line.to_owned(), first_line(&text));
    Ok(text)
}

fn run(line: &[&str]) -> Result<String, String> {
    // It may ask a person: stdin and stderr are theirs.
    let output = Command::new(line[0]).args(&line[1..]).stdin(Stdio::inherit()).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("it cannot be started: {}", plain(&error)))?;
    if !output.status.success() {
        return Err(format!("it ended with {}", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| "what it printed is no text".to_owned())
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fetch(source: &Source) -> Result<String, String> {
        let var = |name: &str| (name == "SET").then(|| "geheim".to_owned());
        source.fetch("prod", &var).map_err(|failure| failure.what().to_owned())
    }

    #[test]
    fn a_password_comes_from_a_variable_a_file_or_a_command() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        std::fs::write(&path, "from file\n").unwrap();
        assert_eq!(fetch(&Source::Variable("SET".into())), Ok("geheim".into()));
        assert_eq!(fetch(&Source::File(path)), Ok("from file".into()));
        assert_eq!(fetch(&Source::Command("printf 'a b\\nmore'".into())), Ok("a b".into()));
    }

    #[test]
    fn a_command_is_asked_once() {
        let folder = tempfile::tempdir().unwrap();
        let line = format!("echo x >> {0}; wc -l < {0} | tr -d ' '", folder.path().join("runs").display());
        let source = Source::Command(line);
        assert_eq!((fetch(&source), fetch(&source)), (Ok("1".into()), Ok("1".into())));
    }

    #[test]
    fn a_password_that_is_not_there_is_told_by_its_place() {
        let missing = fetch(&Source::Variable("UNSET".into())).unwrap_err();
        assert_eq!(missing, "context prod takes its password from UNSET, and that is not set");
        assert_eq!(
            fetch(&Source::Command("exit 3".into())).unwrap_err(),
            "the password-command of context prod failed"
        );
        assert_eq!(
            fetch(&Source::Command("true".into())).unwrap_err(),
            "the password of context prod is empty (from the command: true)"
        );
    }
}
