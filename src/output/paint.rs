//! Whether to use colour, and the few colours there are.
//!
//! A colour never carries meaning alone: the word is there too (`DOWN`, not a red dot).

use std::env;
use std::io::IsTerminal;

/// What the user asked for by `--color`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// The tone of a piece of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Bold,
    Dim,
    Good,
    Warn,
    Bad,
}

/// Colours text, or leaves it as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    on: bool,
}

impl Paint {
    pub const OFF: Self = Self { on: false };

    /// For a stream that is (or is not) a terminal, by the flag and the environment's customs: `NO_COLOR`,
    /// `CLICOLOR=0`, `CLICOLOR_FORCE`, `TERM=dumb`.
    pub fn for_stream(color: Color, terminal: bool) -> Self {
        Self::decide(color, terminal, |name| env::var(name).ok())
    }

    pub fn for_stderr(color: Color) -> Self {
        Self::for_stream(color, std::io::stderr().is_terminal())
    }

    fn decide(color: Color, terminal: bool, var: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| var(name).is_some_and(|value| !value.is_empty());
        let on = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto if set("NO_COLOR") => false,
            Color::Auto if var("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0") => true,
            Color::Auto => {
                terminal && var("CLICOLOR").as_deref() != Some("0") && var("TERM").as_deref() != Some("dumb")
            }
        };
        Self { on }
    }

    pub fn is_on(self) -> bool {
        self.on
    }

    pub fn paint(self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Plain => return text.to_owned(),
            Tone::Bold => "1",
            Tone::Dim => "2",
            Tone::Good => "32",
            Tone::Warn => "33",
            Tone::Bad => "31",
        };
        if self.on { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(color: Color, terminal: bool, vars: &[(&str, &str)]) -> bool {
        let var = |name: &str| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        Paint::decide(color, terminal, var).on
    }

    #[test]
    fn colour_follows_the_flag_then_the_environment_then_the_terminal() {
        assert!(on(Color::Auto, true, &[]));
        assert!(!on(Color::Auto, false, &[]));
        assert!(!on(Color::Auto, true, &[("NO_COLOR", "1")]));
        assert!(on(Color::Auto, true, &[("NO_COLOR", "")]), "an empty NO_COLOR does not count");
        assert!(!on(Color::Auto, true, &[("CLICOLOR", "0")]));
        assert!(!on(Color::Auto, true, &[("TERM", "dumb")]));
        assert!(on(Color::Auto, false, &[("CLICOLOR_FORCE", "1")]));
        assert!(!on(Color::Auto, false, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
        assert!(on(Color::Always, false, &[("NO_COLOR", "1")]));
        assert!(!on(Color::Never, true, &[("CLICOLOR_FORCE", "1")]));
    }
}
