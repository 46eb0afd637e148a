//! One call: how the tool was named, and the arguments after that; and what became of them.

use std::ops::Range;

use crate::commands::connection::Asked;
use crate::commands::options::{Given, Role, pair};

/// A call of one tool.
#[derive(Clone, Debug)]
pub struct Call {
    /// As the user named it: `kt topics`, `kafka-topics.sh`.
    pub called: String,
    pub args: Vec<String>,
}

/// What an argument line in Kafka's grammar asks for.
pub enum Line {
    Help,
    Version,
    Run(Box<Spoken>),
}

/// A line in Kafka's grammar, read.
pub struct Spoken {
    pub given: Given,
    pub asked: Asked,
    /// Remarks for stderr about old spellings.
    pub notes: Vec<String>,
}

impl Call {
    pub fn new(called: impl Into<String>, args: Vec<String>) -> Self {
        Self { called: called.into(), args }
    }

    pub fn wants_help(&self) -> bool {
        self.args.iter().take_while(|arg| *arg != "--").any(|arg| arg == "--help" || arg == "-h")
    }

    /// The whole line with the arguments in `range` replaced by `instead`, to be pasted into a shell.
    pub fn corrected(&self, range: Range<usize>, instead: &str) -> String {
        let mut line = self.called.clone();
        let rest = &self.args[range.end.min(self.args.len())..];
        let before = &self.args[..range.start];
        // Not a second time what is there already.
        let option = instead.split(' ').next().unwrap_or_default();
        let there = !option.is_empty() && before.iter().chain(rest).any(|arg| arg == option);
        for arg in before {
            line = line + " " + &shell_word(arg);
        }
        if !there && !instead.is_empty() {
            line = line + " " + instead;
        }
        for arg in rest {
            line = line + " " + &shell_word(arg);
        }
        line
    }
}

/// Notes what an option says about the cluster.
pub fn assign(role: Role, value: Option<&str>, asked: &mut Asked) {
    let Some(value) = value else { return };
    match role {
        Role::Own => {}
        Role::Bootstrap => asked.servers.push(value.to_owned()),
        Role::Controllers => asked.controllers.push(value.to_owned()),
        Role::ConfigFile => asked.config_files.push(value.to_owned()),
        Role::Property => asked.properties.push(pair(value)),
    }
}

impl Call {
    /// The call as a shell takes it.
    pub fn line(&self) -> String {
        let words = self.args.iter().map(|word| shell_word(word));
        std::iter::once(self.called.clone()).chain(words).collect::<Vec<_>>().join(" ")
    }
}

/// A word as a shell takes it back.
fn shell_word(word: &str) -> String {
    let harmless = |c: char| c.is_ascii_alphanumeric() || "-_./:,=@%+".contains(c);
    if !word.is_empty() && word.chars().all(harmless) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corrected_line_can_be_pasted() {
        let args = ["--zookeeper", "z:2181", "--topic", "it's"].map(str::to_owned).to_vec();
        let call = Call::new("kafka-topics.sh", args);
        assert_eq!(
            call.corrected(0..2, "--bootstrap-server localhost:9092"),
            r"kafka-topics.sh --bootstrap-server localhost:9092 --topic 'it'\''s'"
        );
    }
}
